import type { Collected, SavedFile, UnsavedFile } from '../store/manifest.ts';
import { isAtOrBelow } from '../store/scope.ts';

/** One place that is not as it was; `status` says what changed first and foremost. */
export type Changed = {
  path: string;
  service: string | null;
  status: 'added' | 'removed' | 'modified' | 'retyped' | 'permissions';
  before?: SavedFile;
  after?: SavedFile;
  /** What stands there now and is no file, as people read it: `directory`. */
  now?: UnsavedFile['reason'];
};

/** `unread`: what could not be looked at, so that nothing is known about it. */
export type WriteSet = { changes: Changed[]; unread: UnsavedFile[] };

/** Something else has taken the place of a file, or of a directory above files. */
const RETYPED: readonly UnsavedFile['reason'][] = ['directory', 'not-a-file', 'behind-link'];

/** Everything that differs between two looks at the same places, sorted by path. Times do not count. */
export function writeSet(before: Collected, after: Collected): WriteSet {
  const then = new Map(before.files.map((file) => [file.path, file]));
  const now = new Map(after.files.map((file) => [file.path, file]));
  const hidden = after.unsaved.map(({ path }) => path);
  const isHidden = (path: string) => hidden.some((top) => isAtOrBelow(path, top));
  const changes: Changed[] = [];
  const unread: UnsavedFile[] = [];
  for (const one of after.unsaved) {
    if (!RETYPED.includes(one.reason)) unread.push(one);
    else {
      const { path, service, reason } = one;
      const was = then.get(path);
      changes.push({ path, service, status: 'retyped', now: reason, ...(was && { before: was }) });
    }
  }
  for (const [path, file] of now) {
    const was = then.get(path);
    const status = was === undefined ? 'added' : statusOf(was, file);
    if (status === undefined) continue;
    changes.push({ path, service: file.service, status, ...(was && { before: was }), after: file });
  }
  for (const [path, file] of then) {
    if (now.has(path) || isHidden(path)) continue;
    changes.push({ path, service: file.service, status: 'removed', before: file });
  }
  return { changes: changes.sort((left, right) => (left.path < right.path ? -1 : 1)), unread };
}

function statusOf(before: SavedFile, after: SavedFile): Changed['status'] | undefined {
  if ((before.link === null) !== (after.link === null)) return 'retyped';
  if (before.sha256 !== after.sha256) return 'modified';
  return samePermissions(before, after) ? undefined : 'permissions';
}

/** The mode of a link means nothing. */
export function samePermissions(before: SavedFile, after: SavedFile): boolean {
  if (before.uid !== after.uid || before.gid !== after.gid) return false;
  return (before.link !== null && after.link !== null) || before.mode === after.mode;
}

/** The same content, or a link to the same place. */
export function sameContent(wanted: SavedFile | undefined, file: SavedFile | undefined): boolean {
  if (wanted === undefined || file === undefined) return wanted === file;
  return wanted.sha256 === file.sha256 && (wanted.link === null) === (file.link === null);
}
