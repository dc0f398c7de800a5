import type { ParsedDocument } from '../documents/document.ts';
import type { KeyChange } from './difference.ts';
import { compareKeys, type IdentityOf } from './keys.ts';

/** Keys that a change takes back to an older version, and the steps since then that had made them different. */
export type Undone = {
  /** How many versions back. */
  versions: number;
  keys: KeyChange[];
  /** Indexes of the versions (0 is the one before the change) that had changed any of these keys. */
  steps: number[];
};

/** Of the older versions that explain nearly as many keys as the best one does, the newest counts. */
const NEARLY = 0.8;

/**
 * Finds the older version to which a change takes most of its keys back. A key goes back when the old version
 * and the new one agree about it and about everything around it that the change touches.
 * @param versions the versions before the change, newest first; the first is the before side itself. The
 * search ends at the first one that cannot be compared.
 */
export function undoneKeys(
  changes: readonly KeyChange[],
  versions: readonly (ParsedDocument | undefined)[],
  after: ParsedDocument,
  identityOf?: IdentityOf,
): Undone | undefined {
  const comparable = versions.findIndex((one) => one?.values.length !== after.values.length);
  const known = (comparable === -1 ? versions : versions.slice(0, comparable)) as ParsedDocument[];
  const agreed = known.slice(1).map((older) => {
    const others = compareKeys(older, after, identityOf).changes;
    return changes.filter((change) => !others.some((other) => touches(other, change)));
  });
  const most = Math.max(0, ...agreed.map((keys) => keys.length));
  if (most === 0) return undefined;
  const index = agreed.findIndex((keys) => keys.length >= most * NEARLY);
  const keys = agreed[index]!;
  const steps = known.slice(0, index + 1).flatMap((newer, step) => {
    const made = compareKeys(known[step + 1]!, newer, identityOf).changes;
    return made.some((change) => keys.some((key) => touches(change, key))) ? [step] : [];
  });
  return { versions: index + 1, keys, steps };
}

/** The same key, or one above or below the other, as far as that can be told without doubt. */
function touches(one: KeyChange, other: KeyChange): boolean {
  // The places of what is removed are those of another version.
  const comparable = one.kind !== 'removed' && other.kind !== 'removed';
  if (comparable && one.document !== other.document) return false;
  const [left, right] = [settled(one.segments), settled(other.segments)];
  const length = Math.min(left.length, right.length);
  return left.slice(0, length).every((segment, index) => segment === right[index]);
}

/** Items without an identity are known by their place, which moves: only the list is the same one. */
function settled(segments: readonly string[]): readonly string[] {
  const index = segments.findIndex((segment) => /^\d+$/.test(segment));
  return index === -1 ? segments : segments.slice(0, index);
}
