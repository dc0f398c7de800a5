import { decodePath } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Landed } from '../../snapshots/landed.ts';
import { LOG } from './history.ts';
import { isObjectId } from './modes.ts';
import { malformed, RAW_OPTIONS, type RawLine, toRawChanges } from './parse.ts';
import { momentOf } from './parse-log.ts';
import type { Repository } from './repository.ts';
import { gitBytes } from './run.ts';

/** Each commit begins with a NUL, so that it cannot be taken for a path, which is never empty. */
const FORMAT = '--format=%x00%H%x00%P%x00%ct%x00%an%x00%s%x00%B';
/** Milliseconds. */
const PATIENCE = 120_000;

/** `from`: a commit that is not among them; or `after`, seconds since 1970; neither: everything. */
export type LandedRange = { from?: string; after?: number; to: string };

/** `cut`: what came before the last of them is not in this clone, so that it may not be the last. */
export type LandedCommits = { commits: Landed[]; cut: boolean };

/** The steps of a branch, newest first, by one `git log`. A commit at which a shallow clone ends has nothing to compare. */
export async function landedCommits(
  repository: Repository,
  { from, after, to }: LandedRange,
): Promise<Result<LandedCommits>> {
  const range = from === undefined ? [to] : [`${from}..${to}`];
  const ids = after === undefined ? undefined : await idsSince(repository, range, after);
  if (ids?.ok === false) return ids;
  if (ids?.value.length === 0) return ok({ commits: [], cut: false });
  const args = [...LOG, ...RAW_OPTIONS, '--no-relative', FORMAT, '--first-parent', '-m'];
  const asked =
    ids === undefined
      ? { args: [...args, ...range, '--'] }
      : { args: [...args, '--no-walk=unsorted', '--stdin'], input: `${ids.value.join('\n')}\n` };
  const output = await gitBytes({ gitDir: repository.gitDir, ...asked, timeout: PATIENCE });
  if (!output.ok) return output;
  const landed = parseLanded(output.value);
  if (!landed.ok) return landed;
  const commits: Landed[] = [];
  let cut = false;
  for (const commit of landed.value) {
    // Git shows no parents where a clone is cut; the object itself still names them.
    const whole =
      commit.parents.length > 0 || !repository.shallow
        ? undefined
        : await repository.objects.commit(commit.id);
    if (whole?.ok && whole.value.parents.length > 0) cut = true;
    else commits.push(commit);
  }
  return ok({ commits, cut });
}

/** Newest first. `git log --since` ends at the first older commit: one wrong clock would hide all that is behind it. */
async function idsSince(
  repository: Repository,
  range: readonly string[],
  after: number,
): Promise<Result<string[]>> {
  const args = ['rev-list', '--first-parent', '--timestamp', ...range, '--'];
  const output = await gitBytes({ gitDir: repository.gitDir, args, timeout: PATIENCE });
  if (!output.ok) return output;
  const lines = output.value.toString('latin1').split('\n').filter(Boolean);
  const stamped = lines.map((line) => line.split(' '));
  if (!stamped.every(([time, id = '']) => /^-?\d+$/.test(time ?? '') && isObjectId(id)))
    return refuse(malformed('rev-list'));
  return ok(stamped.flatMap(([time, id]) => (Number(time) >= after ? [id!] : [])));
}

/** Reads `git log --raw -z` in this format. */
export function parseLanded(bytes: Buffer): Result<Landed[]> {
  const commits: Omit<Landed, 'changes'>[] = [];
  const lines: RawLine[][] = [];
  let at = 0;
  const next = (): Buffer => {
    const end = bytes.indexOf(0, at);
    const token = bytes.subarray(at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
    return token;
  };
  const text = (encoding: 'latin1' | 'utf8' = 'latin1') => next().toString(encoding);
  while (at < bytes.length) {
    const token = text();
    if (token === '') {
      const [id, parents, time] = [text(), text().split(' ').filter(Boolean), text()];
      const [author, subject, message] = [text('utf8'), text('utf8'), text('utf8')];
      if (![id, ...parents].every(isObjectId) || !/^-?\d+$/.test(time)) return refuse(malformed('log'));
      commits.push({ id, parents, at: momentOf(Number(time)), author, subject, message });
      lines.push([]);
      continue;
    }
    const found = /^\n?:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([ADMT])$/.exec(token);
    const path = next();
    if (found === null || path.length === 0 || lines.length === 0) return refuse(malformed('log'));
    const [, oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = found;
    lines.at(-1)!.push({
      path: decodePath(path),
      status,
      before: status === 'A' ? undefined : { mode: oldMode, id: oldId },
      after: status === 'D' ? undefined : { mode: newMode, id: newId },
    });
  }
  const landed: Landed[] = [];
  for (const [index, commit] of commits.entries()) {
    const changes = toRawChanges(lines[index]!);
    if (!changes.ok) return changes;
    landed.push({ ...commit, changes: changes.value });
  }
  return ok(landed);
}
