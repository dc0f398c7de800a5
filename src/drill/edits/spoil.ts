import type { ParsedDocument } from '../../documents/document.ts';
import type { Operator, OperatorGroup, Scene } from '../operators/operator.ts';
import { type Random, shuffled } from '../random.ts';
import { differsOnlyAt, type Leaf, leavesOf, valueUnder } from './leaves.ts';

/** What a person may have made of the text at one place; the first text that passes the proof is used. */
export type Edit<At> = (
  at: At,
  lines: readonly string[],
  random: Random,
  document: ParsedDocument,
) => string[];

/** Whether the file then says exactly what the error means: an edit that broke it would measure something else. */
export type Proof<At> = (before: ParsedDocument, after: ParsedDocument, at: At) => boolean;

type Parts<At> = {
  places(document: ParsedDocument): readonly At[];
  edit: Edit<At>;
  proof: Proof<At>;
};

/** An operator that edits the text at one place, and is proved by the project's own parser. */
export function atPlaces<At>(id: string, title: string, group: OperatorGroup, parts: Parts<At>): Operator {
  return {
    id,
    title,
    group,
    async apply(scene, random, most) {
      const texts = await spoilt(scene, random, most, parts);
      return texts.map((text) => ({ head: new Map([[scene.path, text]]) }));
    },
  };
}

/** An operator at single values that stand under a key. */
export function atLeaves(
  id: string,
  title: string,
  group: OperatorGroup,
  edit: Edit<Leaf>,
  proof: Proof<Leaf>,
): Operator {
  return atPlaces(id, title, group, { places: leavesOf, edit, proof });
}

async function spoilt<At>(
  { document, text, parse }: Scene,
  random: Random,
  most: number,
  { places, edit, proof }: Parts<At>,
): Promise<string[]> {
  if (document.kind !== 'parsed') return [];
  const found: string[] = [];
  const lines = text.split('\n');
  for (const at of shuffled(places(document), random)) {
    if (found.length === most) break;
    for (const candidate of edit(at, lines, random, document)) {
      if (candidate === text) continue;
      const after = await parse(candidate);
      if (after.kind !== 'parsed' || !proof(document, after, at)) continue;
      found.push(candidate);
      break;
    }
  }
  return found;
}

/** The proof that nothing but this value has changed, and that it changed in the way that is tested. */
export function otherValue(test: (now: unknown, leaf: Leaf) => boolean): Proof<Leaf> {
  return (before, after, leaf) => {
    const now = valueUnder(after, leaf);
    return now !== undefined && test(now, leaf) && differsOnlyAt(before, after, leaf, { value: now });
  };
}
