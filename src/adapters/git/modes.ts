import type { EntryMode } from '../../snapshots/snapshot.ts';

/**
 * Git's octal mode as an entry's mode; `undefined` for a directory or something unknown.
 * Old trees hold modes such as 100664: only the type and the owner's execute bit count, as in git itself.
 */
export function entryMode(octal: string): EntryMode | undefined {
  if (!/^[0-7]{5,6}$/.test(octal)) return undefined;
  const mode = Number.parseInt(octal, 8);
  switch (mode & 0o170000) {
    case 0o100000:
      return mode & 0o100 ? 'executable' : 'file';
    case 0o120000:
      return 'symlink';
    case 0o160000:
      return 'submodule';
    default:
      return undefined;
  }
}

/** True for the mode of a directory in a tree object. */
export function isTreeMode(octal: string): boolean {
  return /^0?40000$/.test(octal);
}

/** A full object id in lower-case hex: 40 digits (SHA-1) or 64 (SHA-256). */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** The id of all zeros, with which git and GitHub say "nothing". */
export function isZeroId(text: string): boolean {
  return /^(?:0{40}|0{64})$/.test(text);
}
