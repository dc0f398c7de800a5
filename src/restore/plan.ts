import { createHash } from 'node:crypto';
import { directoryOf } from '../model/path.ts';
import { byPath } from '../model/text.ts';
import type { SavedFile, Stored } from '../store/manifest.ts';

/** A live location on the host, absolute and normal: `/etc/auth/auth.yml`. A root such as `/mnt` is not part of it. */
export type Location = string;

/**
 * One file as it shall be. `mode` is the permission bits. With `link` it is a symbolic link to that text, and `sha256`
 * and `size` are those of the text.
 */
export type Wanted = {
  path: Location;
  sha256: string;
  /** Bytes. */
  size: number;
  mode: number;
  uid: number;
  gid: number;
  link?: string;
  /** Where the content lies in the store, when it is encrypted there. */
  stored?: Stored;
  /** The policy hides values of this file. */
  sensitive?: true;
};

/** What stands at a location. `other`: a pipe, a socket or a device. */
export type Live =
  | { kind: 'absent' | 'directory' | 'other' }
  | { kind: 'unreadable'; code: string }
  | ({ kind: 'file' } & Omit<Wanted, 'path' | 'link' | 'stored' | 'sensitive'>)
  | { kind: 'link'; link: string; uid: number; gid: number };

/** `was`: what stands there now. `inPlace`: it cannot be replaced by a rename, so its content is written over. */
export type Write = Wanted & { was: Live['kind']; inPlace?: boolean };

/** A directory that is missing and has to be made. */
export type NewDirectory = { path: Location; mode: number; uid: number; gid: number };

/** What putting a snapshot back means on this host. Everything is sorted by path. */
export type Plan = {
  writes: Write[];
  removes: Location[];
  unchanged: Location[];
  directories: NewDirectory[];
};

/** `directories`: as they were above the files, as far as that is known. */
export type Situation = {
  wanted: readonly Wanted[];
  absent: readonly Location[];
  directories?: readonly NewDirectory[];
};

/**
 * A file as a snapshot has it. One of a commit has no owner: it keeps the one that stands there, or gets `self`'s.
 */
export function wantedOf(file: SavedFile, live: Live, self: { uid: number; gid: number }): Wanted {
  const { path, sha256, size, mode, link, stored, sensitive } = file;
  const now = 'uid' in live ? live : self;
  const uid = file.uid ?? now.uid;
  const gid = file.gid ?? now.gid;
  return {
    path,
    sha256,
    size,
    mode,
    uid,
    gid,
    ...(link === null ? {} : { link }),
    ...(stored && { stored }),
    ...(sensitive && { sensitive }),
  };
}

/**
 * Compares what is wanted with what stands there.
 * @param live one for every path of `wanted` and `absent`
 * @param exists whether a directory stands at this location
 */
export function planRestore(
  { wanted, absent, directories = [] }: Situation,
  live: ReadonlyMap<Location, Live>,
  exists: (directory: Location) => boolean,
): Plan {
  const files = wanted.toSorted(byPath);
  const changed = files.filter((file) => !isAsWanted(file, live.get(file.path)!));
  const kept = new Set(changed);
  return {
    writes: changed.map((file) => ({ ...file, was: live.get(file.path)!.kind })),
    removes: absent.filter((path) => live.get(path)!.kind !== 'absent').toSorted(),
    unchanged: files.filter((file) => !kept.has(file)).map(({ path }) => path),
    directories: missingDirectories(changed, directories, exists),
  };
}

/** Content, mode and owner are all as wanted. The mode of a link means nothing. */
export function isAsWanted(file: Wanted, live: Live): boolean {
  if (live.kind !== 'file' && live.kind !== 'link') return false;
  if (live.uid !== file.uid || live.gid !== file.gid) return false;
  if (live.kind === 'link') return live.link === file.link;
  return file.link === undefined && live.sha256 === file.sha256 && live.mode === file.mode;
}

/** Where a file is written before it takes its place. It does not begin with the name, which may be as long as can be. */
export function temporaryPath(journal: string, index: number, path: Location): Location {
  return `${directoryOf(path)}/.holdfast-${journal}-${index}`;
}

export function temporaryDirectory(journal: string, index: number, path: Location): Location {
  return `${directoryOf(path)}/.holdfast-${journal}-d${index}`;
}

/** Equal for plans that would do the same. */
export function digestOf(plan: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

/** Absolute, normal, and without anything that a file system could read as another place. */
export function isSafeLocation(path: string): boolean {
  return (
    path.length > 1 &&
    path.startsWith('/') &&
    !path.includes('\0') &&
    path
      .slice(1)
      .split('/')
      .every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/**
 * A directory that is gone gets its own mode and owner back. Where they are not known: whoever could read the files below
 * it could enter it, so it lets in exactly these, and belongs to the owner of the first file.
 */
function missingDirectories(
  files: readonly Wanted[],
  saved: readonly NewDirectory[],
  exists: (directory: Location) => boolean,
): NewDirectory[] {
  const own = new Map(saved.map((directory) => [directory.path, directory]));
  const found = new Map<Location, NewDirectory>();
  for (const { path, mode, uid, gid, link } of files) {
    const readers = link === undefined ? mode & 0o044 : 0o044;
    for (let directory = directoryOf(path); directory !== ''; directory = directoryOf(directory)) {
      const known = found.get(directory);
      if (known === undefined && exists(directory)) break;
      const next = known ?? { path: directory, mode: 0o700, uid, gid };
      found.set(directory, own.get(directory) ?? { ...next, mode: next.mode | readers | (readers >> 2) });
    }
  }
  return [...found.values()].sort(byPath);
}
