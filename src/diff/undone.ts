import type { ParsedDocument } from '../documents/document.ts';
import type { KeyChange } from './difference.ts';
import { compareKeys, type IdentityOf } from './keys.ts';
import { touching } from './touching.ts';

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
    const differs = touching(compareKeys(older, after, identityOf).changes);
    return changes.filter((change) => !differs(change));
  });
  const most = Math.max(0, ...agreed.map((keys) => keys.length));
  if (most === 0) return undefined;
  const index = agreed.findIndex((keys) => keys.length >= most * NEARLY);
  const keys = agreed[index]!;
  const goesBack = touching(keys);
  const steps = known.slice(0, index + 1).flatMap((newer, step) => {
    const made = compareKeys(known[step + 1]!, newer, identityOf).changes;
    return made.some(goesBack) ? [step] : [];
  });
  return { versions: index + 1, keys, steps };
}
