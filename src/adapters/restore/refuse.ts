import { directoryOf } from '../../model/path.ts';
import type { Problem } from '../../model/problem.ts';
import { isSafeLocation, type Live, type Location, type Plan } from '../../restore/plan.ts';
import { codeOf, type FileOperations, placeAt } from './operations.ts';

export type Surroundings = {
  files: FileOperations;
  /** The directory that stands in the place of `/`, without links; empty for the host itself. */
  root: string;
  mounts: ReadonlySet<string>;
  /** Mounted files are written over, which is not atomic. */
  inPlace: boolean;
};

/** The plan with files that are mount points marked, or every reason for which nothing may be touched. */
export function examine(
  plan: Plan,
  live: ReadonlyMap<Location, Live>,
  around: Surroundings,
): { plan: Plan; problems: Problem[] } {
  const problems: Problem[] = [];
  const directories = new Map<Location, Problem | undefined>();
  const made = new Set(plan.directories.map(({ path }) => path));
  const writes = plan.writes.map((write) =>
    around.mounts.has(around.root + write.path) ? { ...write, inPlace: true as const } : write,
  );
  for (const path of [...writes.map((write) => write.path), ...plan.removes]) {
    const directory = directoryOf(path);
    if (!directories.has(directory)) directories.set(directory, problemOfDirectory(directory, around, made));
    const problem = problemOfTarget(path, live.get(path)!);
    if (problem !== undefined) problems.push(problem);
  }
  // What is seen through a link is not what belongs there, even when it says the same.
  for (const [path, { kind }] of live) {
    const directory = directoryOf(path);
    if (kind === 'absent' || directories.has(directory)) continue;
    directories.set(directory, problemOfLink(directory, around));
  }
  for (const { path, inPlace, link } of writes) {
    if (inPlace && (!around.inPlace || link !== undefined)) problems.push(mounted(path, link));
  }
  for (const path of plan.removes) {
    if (around.mounts.has(around.root + path)) problems.push(mountedAndAbsent(path));
  }
  problems.push(...[...directories.values()].filter((problem) => problem !== undefined));
  return { plan: { ...plan, writes }, problems };
}

/** Every part of a path down to the file has to be a directory itself. Asked again before anything is written. */
export function linkedParent(
  { files, root }: Pick<Surroundings, 'files' | 'root'>,
  directory: Location,
): Location | undefined {
  let path = '';
  for (const part of directory.split('/').slice(1)) {
    path += `/${part}`;
    const stat = files.lstat(placeAt(root, path));
    if (stat === undefined) return undefined;
    if (!stat.isDirectory()) return path;
  }
  return undefined;
}

function problemOfDirectory(
  directory: Location,
  around: Surroundings,
  made: ReadonlySet<Location>,
): Problem | undefined {
  try {
    const linked = linkedParent(around, directory);
    if (linked !== undefined) return notADirectory(linked, around);
    let present = directory;
    while (made.has(present)) present = directoryOf(present);
    around.files.probe(placeAt(around.root, present === '' ? '/' : present));
    return undefined;
  } catch (error) {
    return notWritable(directory, codeOf(error));
  }
}

function problemOfLink(directory: Location, around: Surroundings): Problem | undefined {
  try {
    const linked = linkedParent(around, directory);
    return linked === undefined ? undefined : notADirectory(linked, around);
  } catch (error) {
    return notWritable(directory, codeOf(error));
  }
}

function problemOfTarget(path: Location, live: Live): Problem | undefined {
  if (!isSafeLocation(path)) return unsafe(path);
  if (live.kind === 'directory' || live.kind === 'other') return notAFile(path, live.kind);
  return undefined;
}

/** For paths of a snapshot that cannot be a location at all. */
function unsafe(path: string): Problem {
  return {
    code: 'location-unsafe',
    message: 'The snapshot names a location that is not absolute, or has empty parts, "..", or a NUL in it.',
    hint: 'Nothing was touched. Check the store with `holdfast backup check`.',
    path,
  };
}

function notADirectory(path: Location, { files, root }: Surroundings): Problem {
  const isLink = files.lstat(placeAt(root, path))?.isSymbolicLink();
  return {
    code: isLink ? 'parent-is-link' : 'parent-not-directory',
    message: isLink
      ? 'This directory of a file to restore is a symbolic link, and links are never followed.'
      : 'This directory of a file to restore is no directory.',
    hint: 'Nothing was touched. Put the directory back, or name the real place in the policy and take a backup of it.',
    path,
  };
}

function notWritable(path: Location, code: string): Problem {
  const readOnly = code === 'EROFS';
  return {
    code: readOnly ? 'read-only' : 'not-writable',
    message: readOnly
      ? 'The file system of this directory is read-only.'
      : `Nothing can be written in this directory (${code}).`,
    hint: readOnly
      ? 'Nothing was touched. Mount it writable, or leave these files out with --path or --service.'
      : 'Nothing was touched. Run as a user who may write there, or leave these files out with --path or --service.',
    path,
  };
}

function notAFile(path: Location, kind: 'directory' | 'other'): Problem {
  return {
    code: 'not-a-file',
    message: `A ${kind === 'directory' ? 'directory' : 'pipe, socket or device'} stands where a file belongs.`,
    hint: 'Nothing was touched. Look at what it is, move it away, then restore again.',
    path,
  };
}

function mounted(path: Location, link: string | undefined): Problem {
  return {
    code: 'mounted',
    message: 'The file is a mount point of its own (a bind mount), and cannot be replaced by a rename.',
    hint:
      link === undefined
        ? 'Nothing was touched. Restore it where it is mounted from, or write over it with --in-place, which is not atomic.'
        : 'Nothing was touched. A link belongs here: unmount it first.',
    path,
  };
}

function mountedAndAbsent(path: Location): Problem {
  return {
    code: 'mounted',
    message: 'The file has to go, but is a mount point of its own (a bind mount).',
    hint: 'Nothing was touched. Unmount it, then restore again.',
    path,
  };
}
