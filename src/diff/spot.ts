import { child, type Pointer } from '../model/pointer.ts';

/**
 * A place on both sides of a comparison: a document, or a step below another place. A comparison passes many
 * places and reports few, so a pointer and a name are made only of those.
 */
export type Spot = { documents: { before: number; after: number; name: string }; step?: Step };

/** `segment`: the key, or what names the item of a list. */
type Step = { above: Spot; before: string | number; after: string | number; segment: string; item: boolean };

export function below(
  above: Spot,
  before: Step['before'],
  after: Step['after'],
  segment: string,
  item: boolean,
): Spot {
  return { documents: above.documents, step: { above, before, after, segment, item } };
}

export function pointerTo({ step }: Spot, side: 'before' | 'after'): Pointer {
  return step === undefined ? '' : child(pointerTo(step.above, side), step[side]);
}

export function segmentsTo(spot: Spot): string[] {
  const segments: string[] = [];
  for (let { step } = spot; step !== undefined; step = step.above.step) segments.push(step.segment);
  return segments.reverse();
}
