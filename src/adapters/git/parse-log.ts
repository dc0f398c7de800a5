import { encodePath, type Path } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { MOST_VERSIONS, type PastCommit, type PastVersion } from '../../snapshots/history.ts';
import { entryMode, isObjectId } from './modes.ts';
import { malformed } from './parse.ts';

/** Each commit of a log: a leading NUL, so that it cannot be taken for a path, which is never empty. */
export const LOG_FORMAT = '--format=%x00%H%x00%ct%x00%s';

/** All commits of a log, newest first, and what they made of the wanted paths. */
export type Log = { commits: PastCommit[]; versions: Map<Path, PastVersion[]> };

/**
 * Reads `git log --raw -z` in `LOG_FORMAT`. Paths are compared as bytes: one that nobody wants is not decoded.
 * @param mostVersions that are kept of one path.
 */
export function parseLog(bytes: Buffer, paths: readonly Path[], mostVersions = MOST_VERSIONS): Result<Log> {
  const wanted = new Map(paths.map((path) => [Buffer.from(encodePath(path)).toString('latin1'), path]));
  const commits: PastCommit[] = [];
  const versions = new Map<Path, PastVersion[]>();
  let at = 0;
  const next = (encoding: 'latin1' | 'utf8' = 'latin1'): string => {
    const end = bytes.indexOf(0, at);
    const text = bytes.toString(encoding, at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
    return text;
  };
  while (at < bytes.length) {
    const token = next();
    if (token === '') {
      const [id, time, subject] = [next(), next(), next('utf8')];
      if (!isObjectId(id) || !/^-?\d+$/.test(time)) return refuse(malformed('log'));
      commits.push({ id, day: dayOf(Number(time)), subject });
      continue;
    }
    const path = wanted.get(next());
    if (path === undefined) continue;
    const version = parseVersion(token, path, commits.length - 1);
    if (version === undefined || version.commit < 0) return refuse(malformed('log'));
    const known = versions.get(path);
    if (known === undefined) versions.set(path, [version]);
    else if (known.length < mostVersions) known.push(version);
  }
  return ok({ commits, versions });
}

function parseVersion(line: string, path: Path, commit: number): PastVersion | undefined {
  const found = /^\n?:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([ADMT])$/.exec(line);
  if (found === null) return undefined;
  const [, , octal = '', , id = '', status] = found;
  if (status === 'D') return { commit };
  const mode = entryMode(octal);
  if (mode === undefined || !isObjectId(id)) return undefined;
  return { commit, entry: { path, mode, id }, ...(status === 'A' && { first: true }) };
}

/** Seconds since 1970 as a moment in UTC. A commit may claim a time at which JavaScript's dates have ended. */
export function momentOf(seconds: number): string {
  const last = 8_640_000_000_000;
  return new Date(Math.max(-last, Math.min(last, seconds)) * 1000).toISOString();
}

function dayOf(seconds: number): string {
  return momentOf(seconds).split('T')[0]!;
}
