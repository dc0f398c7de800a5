import type { Policy } from '../../policy/policy.ts';
import { differenceLines } from '../../reports/keys.ts';
import { compareByKey } from '../../restore/compare.ts';
import type { Live, Location, Plan, Wanted } from '../../restore/plan.ts';
import { selectionsOf } from '../../restore/selections.ts';
import type { Content } from '../../watch/judge.ts';
import type { Known } from '../../watch/known.ts';
import type { Decrypt } from '../age/age.ts';
import { diskOperations } from '../restore/operations.ts';
import { sidesOf } from '../restore/sides.ts';
import { canDecrypt } from '../store/contents.ts';
import type { Store } from '../store/files.ts';

/** A difference by key is worth its time for files up to this size. */
const LARGEST = 256 * 1024;
const MOST_KEYS = 12;

type Around = {
  store: Store;
  root: string;
  known: Known;
  policy: Policy | undefined;
  decrypt: Decrypt | undefined;
};

/**
 * What a changed file says now that it did not, by key, sensitive values hidden; none where that is not cheap. Of a
 * content that cannot be decrypted, why.
 */
export async function detailsOf(
  place: Location,
  found: Content,
  { store, root, known, policy, decrypt }: Around,
): Promise<string[]> {
  const file = known.files.get(place);
  if (file === undefined || Math.max(file.size, found.size) > LARGEST) return [];
  if (file.link !== null || found.link !== null) return [];
  const [sealed] = await canDecrypt(store, [file], decrypt);
  if (sealed !== undefined) return [`… not shown: ${sealed.message}`];
  const good = wantedOf(place, file);
  const now = wantedOf(place, found);
  const restoring = sidesOf(store, diskOperations, root, planOf(good), decrypt);
  const live = new Map<Location, Live>([[place, { kind: 'file', ...good }]]);
  const select = selectionsOf(known.parts, policy);
  const sides = { before: restoring.after, after: restoring.before };
  const [change] = await compareByKey(planOf(now), live, select, sides);
  if (change === undefined) return [];
  const { lines, more, noun } = differenceLines(change, MOST_KEYS);
  const shown = lines.map(({ sign, text }) => `${sign} ${text}`);
  return more > 0 ? [...shown, `… ${more} more ${noun}${more === 1 ? '' : 's'}`] : shown;
}

function wantedOf(path: Location, { sha256, size, mode, uid, gid, stored }: Content): Wanted {
  return { path, sha256, size, mode, uid: uid ?? 0, gid: gid ?? 0, ...(stored && { stored }) };
}

function planOf(file: Wanted): Plan {
  return { writes: [{ ...file, was: 'file' }], removes: [], unchanged: [], directories: [] };
}
