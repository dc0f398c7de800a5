import type { Change } from '../../changes/change.ts';
import { baseName, type Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Snapshot, SnapshotPair } from '../../snapshots/snapshot.ts';
import { readBlobs } from '../../subjects/read.ts';
import { type Candidate, candidateSelector, hasShebang, kindByName } from './candidates.ts';
import type { Reviewed } from './reviewed.ts';

/** What scripts source besides other scripts: `deploy.env`, `settings.inc`. */
const SOURCED = /(^|\.)(env|inc|rc|conf|cfg|vars|functions)$/i;

/**
 * Reviews the scripts of a change: what the head's would do and the base's would not. Everything that reads scripts is
 * loaded only when one of them may have changed.
 * @returns `undefined` when none has.
 */
export async function reviewChanged(
  pair: SnapshotPair,
  changes: readonly Change[],
  policy: Policy,
): Promise<Result<Reviewed | undefined>> {
  const select = candidateSelector(policy);
  const before: Candidate[] = [];
  const after: Candidate[] = [];
  for (const change of changes) {
    const [old, now] = [change.before && select(change.before), change.after && select(change.after)];
    if (old !== undefined) before.push(old);
    if (now !== undefined) after.push(now);
  }
  const scripts = await likelyOnes(pair.after, after);
  const sourced = policy.scripts !== undefined && changes.some(({ path }) => mayBeSourced(path));
  if (scripts.length === 0 && !sourced) return ok(undefined);
  const { compareScripts } = await import('./compare.ts');
  const paths = new Set(changes.map(({ path }) => path));
  return compareScripts(pair, policy, { before, after: scripts, paths });
}

function mayBeSourced(path: Path): boolean {
  return kindByName(path) !== 'other' || SOURCED.test(baseName(path));
}

/** Without the files that neither somebody asked for nor their name or first line calls a script. */
async function likelyOnes(snapshot: Snapshot, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const doubtful = candidates.filter(({ entry, asked }) => !asked && kindByName(entry.path) !== 'script');
  const blobs = await readBlobs(
    snapshot,
    doubtful.map(({ entry }) => entry),
  );
  const others = new Set(
    doubtful.filter((_, index) => {
      const blob = blobs[index]!;
      return 'bytes' in blob && !hasShebang(Buffer.from(blob.bytes.subarray(0, 200)).toString('latin1'));
    }),
  );
  return candidates.filter((candidate) => !others.has(candidate));
}
