import type { Decrypt } from '../../adapters/age/age.ts';
import { savedContents } from '../../adapters/deploy/contents.ts';
import type { Store } from '../../adapters/store/files.ts';
import { compareSaved, type Pair } from '../../deploy/compare.ts';
import { type Reported, worthComparing } from '../../deploy/report.ts';
import type { Deployed } from '../../deploy.ts';
import type { Policy } from '../../policy/policy.ts';
import { selectionsOf } from '../../restore/selections.ts';

type Done = Exclude<Deployed, { refused: unknown }>;

/** What differs by key in the places that findings are about: from the commit where it says what belongs there. */
export async function differencesOf(
  store: Store,
  policy: Policy,
  { deployment, before, made, allowed }: Done,
  decrypt: Decrypt | undefined,
): Promise<Pick<Reported, 'changes' | 'mapped'>> {
  const mapped = new Set<string>();
  if (made === undefined) return { changes: [], mapped };
  const was = new Map(before.files.map((file) => [file.path, file]));
  const is = new Map(made.files.map((file) => [file.path, file]));
  const pairs = [...worthComparing(deployment.findings)].flatMap((path): Pair[] => {
    const wanted = allowed.intended?.unknown.has(path) ? undefined : allowed.intended?.files.get(path);
    const [then, after] = [wanted ?? was.get(path), is.get(path)];
    if (then === undefined && after === undefined) return [];
    if (wanted !== undefined) mapped.add(path);
    return [{ path, before: then, after }];
  });
  const select = selectionsOf([{ manifest: before }], policy);
  return { changes: await compareSaved(pairs, select, savedContents(store, pairs, decrypt)), mapped };
}
