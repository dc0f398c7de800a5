import { ok, type Result, refuse } from '../../model/problem.ts';
import type { RawChange, SnapshotPair } from '../../snapshots/snapshot.ts';
import { commitSnapshot } from './commit.ts';
import { commitHistory } from './history.ts';
import { isObjectId } from './modes.ts';
import { parseRaw, RAW_OPTIONS, toRawChanges } from './parse.ts';
import type { Repository } from './repository.ts';
import { gitBytes } from './run.ts';

/**
 * Two commits, compared directly. The difference is asked of git once, however often it is read.
 * @param deepen the history of a shallow clone may be fetched.
 */
export function commitPair(
  repository: Repository,
  base: string,
  head: string,
  { deepen = false }: { deepen?: boolean } = {},
): SnapshotPair {
  let differences: Promise<Result<RawChange[]>> | undefined;
  return {
    before: commitSnapshot(repository, base),
    after: commitSnapshot(repository, head),
    history: commitHistory(repository, { base, head, deepen }),
    differences: () => {
      differences ??= base === head ? Promise.resolve(ok([])) : compareCommits(repository, base, head);
      return differences;
    },
  };
}

async function compareCommits(
  repository: Repository,
  base: string,
  head: string,
): Promise<Result<RawChange[]>> {
  for (const id of [base, head]) {
    if (!isObjectId(id)) return refuse(notAFullId(id));
  }
  const args = ['diff-tree', '-r', ...RAW_OPTIONS, base, head];
  const output = await gitBytes({ gitDir: repository.gitDir, args });
  if (!output.ok) return output;
  const lines = parseRaw(output.value);
  return lines.ok ? toRawChanges(lines.value) : lines;
}

function notAFullId(id: string) {
  return {
    code: 'not-a-full-id',
    message: `\`${id}\` is not a full commit id.`,
    hint: 'Give the commit id with all of its 40 (SHA-256: 64) lower-case hex digits.',
  };
}
