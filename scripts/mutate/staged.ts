import { madeUpSample } from '../../src/drill/edits/sample.ts';
import { keyDeleted } from '../../src/drill/operators/key-deleted.ts';
import { numberTypo } from '../../src/drill/operators/number-typo.ts';
import type { Edits, Mutant, Operator, Scene } from '../../src/drill/operators/operator.ts';
import { stringTypo } from '../../src/drill/operators/string-typo.ts';
import { type Random, randomFrom, seedOf } from '../../src/drill/random.ts';

/** One spoilt change: what stands in the head, and what the base and the commits before it hold besides. */
export type StagedMutant = Mutant & { base?: Edits; earlier?: readonly Edits[] };

/** The mutants of one operator. What a fixture does not have, a sample or a past, is made up and stands in the base. */
export async function mutantsOf(
  scene: Scene,
  operator: Operator,
  seed: string,
  most: number,
): Promise<StagedMutant[]> {
  const random = randomFrom(seedOf(seed));
  const { path } = scene;
  if (operator.id === 'sample' && scene.sample === undefined) {
    const sample = await madeUpSample(scene, random);
    if (sample === undefined) return [];
    const mutants = await operator.apply({ ...scene, sample }, random, most);
    return mutants.map((mutant) => ({ ...mutant, base: new Map([[`${path}.example`, sample]]) }));
  }
  if (operator.id !== 'stale') return operator.apply(scene, random, most);
  const previous = await older(scene, random);
  const oldest = previous && (await older({ ...scene, text: previous }, random));
  if (oldest === undefined) return [];
  const mutants = await operator.apply({ ...scene, earlier: [previous!, oldest] }, random, most);
  const earlier = [oldest, previous!].map((text) => new Map([[path, text]]));
  return mutants.map((mutant) => ({ ...mutant, earlier }));
}

/** An earlier version: other values, one of its keys not there yet; of text without keys, two of its lines. */
async function older(scene: Scene, random: Random): Promise<string | undefined> {
  let now = scene.text;
  for (const step of [stringTypo, numberTypo, keyDeleted]) {
    const [mutant] = await step.apply({ ...scene, text: now, document: await scene.parse(now) }, random, 1);
    const next = mutant?.head.get(scene.path);
    if (typeof next === 'string') now = next;
  }
  if (now !== scene.text) return now;
  const lines = scene.text.split('\n');
  if (lines.length < 6) return undefined;
  const at = Math.floor(random() * (lines.length - 2));
  return lines.toSpliced(at, 2).join('\n');
}
