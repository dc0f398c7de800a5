import { joinName } from '../diff/keys.ts';
import { canonical } from '../diff/leaves.ts';
import type { ParsedDocument } from '../documents/document.ts';
import type { Json } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import { keysNamed } from '../policy/named-keys.ts';

type Spot = { document: number; pointer: Pointer; value: Json };

/** A key that a pattern names in the before side, and what stands under the same name in the after side. */
export type NamedDifference = {
  pattern: string;
  name: string;
  segments: string[];
  before: Spot;
  after?: Spot;
};

/** A pattern that names a list item by what is in it: `containers[name=api].image`. */
const BY_IDENTITY = /=/;

/**
 * Keys that patterns name by a list item's identity, and that differ. The difference by key does not see
 * them when the list as a whole has lost its identities and is compared by index.
 */
export function namedDifferences(
  patterns: readonly string[],
  before: ParsedDocument,
  after: ParsedDocument,
): NamedDifference[] {
  const wanted = patterns.filter((pattern) => BY_IDENTITY.test(pattern));
  if (wanted.length === 0) return [];
  const now = spots(wanted, after);
  return [...spots(wanted, before)].flatMap(([id, old]) => {
    const others = now.get(id)?.spots ?? [];
    const values = new Set(others.map((spot) => canonical(spot.value)));
    const changed = old.spots.filter((spot) => !values.has(canonical(spot.value)));
    const [other] = others;
    return changed.map((spot) => ({
      pattern: old.pattern,
      name: nameOf(old.segments),
      segments: old.segments,
      before: spot,
      ...(other === undefined ? {} : { after: other }),
    }));
  });
}

type Named = { pattern: string; segments: string[]; spots: Spot[] };

function spots(patterns: readonly string[], document: ParsedDocument): Map<string, Named> {
  const found = new Map<string, Named>();
  for (const [index, root] of (document.opened ?? document.values).entries()) {
    for (const { pattern, segments, pointer, value } of keysNamed(patterns, root)) {
      const id = JSON.stringify([pattern, segments]);
      const known = found.get(id) ?? { pattern, segments, spots: [] };
      known.spots.push({ document: index, pointer, value });
      found.set(id, known);
    }
  }
  return found;
}

function nameOf(segments: readonly string[]): string {
  return segments.reduce(
    (name, segment) => (segment.includes('=') ? `${name}[${segment}]` : joinName(name, segment)),
    '',
  );
}
