import type { Location } from '../restore/plan.ts';
import { type SavedFile, UNSAVED, type UnsavedReason } from '../store/manifest.ts';
import type { Drift } from './alert.ts';
import { isEditors } from './editors.ts';
import type { Expected } from './known.ts';

/** A file or a link as it was read; the path and what the policy says are known besides. */
export type Content = Omit<SavedFile, 'path' | 'service' | 'sensitive'>;

/** What stands at a place. */
export type Seen =
  | { kind: 'content'; content: Content }
  | { kind: 'absent' }
  | { kind: 'unsaved'; reason: UnsavedReason; detail: string };

/** What a deployment that runs may leave. */
export type Window = {
  /** Places as they were before it. */
  before: Expected;
  /** What its commit wants at a place, `file` being absent where it wants nothing; `undefined` where it does not say. */
  wants(place: Location): { file: SavedFile | undefined } | undefined;
  /** What it has made, when that was found to be what it may do. */
  made: Expected | undefined;
  /** Whether it has declared that it writes there. */
  writes(place: Location): boolean;
};

/** `unknown`: the known good says nothing about the place. */
export type Judgement = { verdict: 'good' | 'tolerated' | 'unknown' } | { verdict: 'bad'; drift: Drift };

/**
 * `covered`: the known good would have held what stands there, had it been there then. `rotating`: the file may have
 * another content. `windows`: of deployments that run.
 */
export type Leeway = { covered: boolean; rotating: boolean; windows: readonly Window[] };

/** Holds what stands at a place against what should. */
export function judge(place: Location, seen: Seen, known: Expected, leeway: Leeway): Judgement {
  const drift = driftFrom(known, place, seen);
  if (drift === undefined && (seen.kind === 'absent' || known.files.has(place))) return { verdict: 'good' };
  if (leeway.rotating && isRotated(known.files.get(place), seen)) return { verdict: 'good' };
  const allowed = inWindow(place, seen, leeway.windows);
  if (allowed !== undefined) return allowed;
  if (drift === undefined && !leeway.covered) return { verdict: 'unknown' };
  return { verdict: 'bad', drift: drift ?? added(place, seen, known) };
}

/** Only what is in it differs, and it is not empty: all that rotation does. */
function isRotated(file: SavedFile | undefined, seen: Seen): boolean {
  if (file === undefined || file.link !== null || seen.kind !== 'content' || seen.content.size === 0)
    return false;
  return difference({ ...file, sha256: seen.content.sha256 }, seen.content) === undefined;
}

function inWindow(place: Location, seen: Seen, windows: readonly Window[]): Judgement | undefined {
  if (seen.kind === 'unsaved') return undefined;
  if (windows.some((window) => isMeant(window, place, seen))) return { verdict: 'good' };
  return windows.some((window) => isForNow(window, place, seen)) ? { verdict: 'tolerated' } : undefined;
}

function isMeant({ wants, made }: Window, place: Location, seen: Seen): boolean {
  const wanted = wants(place);
  if (wanted !== undefined && isAs(wanted.file, seen)) return true;
  const file = made?.files.get(place);
  return file !== undefined && isAs(file, seen);
}

function isForNow({ before, wants, writes }: Window, place: Location, seen: Seen): boolean {
  return isAs(before.files.get(place), seen) || (writes(place) && wants(place) === undefined);
}

function isAs(file: SavedFile | undefined, seen: Seen): boolean {
  if (seen.kind !== 'content') return file === undefined;
  return file !== undefined && difference(file, seen.content) === undefined;
}

/** `undefined` when nothing speaks against it. */
function driftFrom({ files, absent }: Expected, place: Location, seen: Seen): Drift | undefined {
  if (seen.kind === 'unsaved') return unread(seen);
  const file = files.get(place);
  if (file === undefined)
    return seen.kind !== 'absent' && absent.has(place) ? added(place, seen, { files }) : undefined;
  if (seen.kind === 'absent') return { kind: 'removed', state: 'absent', what: '' };
  return difference(file, seen.content);
}

function unread({ reason, detail }: Extract<Seen, { kind: 'unsaved' }>): Drift {
  const what = `${UNSAVED[reason]}${detail === '' ? '' : `: ${detail}`}`;
  return { kind: reason === 'changing' ? 'changing' : 'unreadable', state: `${reason} ${detail}`, what };
}

function added(place: Location, seen: Seen, { files }: Pick<Expected, 'files'>): Drift {
  // Whatever is in it: an editor writes its file anew all the time.
  if (seen.kind === 'content' && isEditors(place, files))
    return { kind: 'editor', state: 'editor', what: '' };
  return { kind: 'added', state: seen.kind === 'content' ? stateOf(seen.content) : seen.kind, what: '' };
}

/** A snapshot of a commit knows no owner, and of the mode only whether the file can be run. */
function difference(file: SavedFile, found: Content): Drift | undefined {
  const state = stateOf(found);
  if ((file.link === null) !== (found.link === null)) {
    return { kind: 'retyped', state, what: found.link === null ? 'it was a link' : 'now a link' };
  }
  if (file.sha256 !== found.sha256) return { kind: 'modified', state, what: sizes(file, found) };
  if (file.uid === null) return undefined;
  const differs: string[] = [];
  if (file.link === null && file.mode !== found.mode) {
    differs.push(`mode ${octal(found.mode)} instead of ${octal(file.mode)}`);
  }
  if (file.uid !== found.uid || file.gid !== found.gid) {
    differs.push(`owner ${found.uid}:${found.gid} instead of ${file.uid}:${file.gid}`);
  }
  return differs.length === 0 ? undefined : { kind: 'metadata', state, what: differs.join(', ') };
}

function stateOf({ sha256, mode, uid, gid, link }: Content): string {
  return `${link === null ? 'file' : 'link'} ${sha256} ${octal(mode)} ${uid}:${gid}`;
}

function sizes({ size, link }: SavedFile, found: Content): string {
  if (link !== null) return 'the link points elsewhere';
  if (found.size === 0) return 'it is empty';
  return size === found.size ? '' : `${found.size} bytes instead of ${size}`;
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
