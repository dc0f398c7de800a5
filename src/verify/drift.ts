import type { Against, Drift, LiveKind } from '../changes/drift.ts';
import { directoryOf } from '../model/path.ts';
import type { Problem } from '../model/problem.ts';
import type { Chosen } from '../restore/choose.ts';
import { isAsWanted, type Live, type Location, type Wanted, wantedOf } from '../restore/plan.ts';
import {
  type Collected,
  isBlind,
  objectOf,
  type SavedFile,
  UNSAVED,
  type UnsavedFile,
} from '../store/manifest.ts';
import type { NotLookedAt } from '../verdict/decision.ts';

/** A place that differs. `good` and `stands`: the files on both sides, where there is a file or a link. */
export type Drifted = { path: Location; drift: Drift; good?: SavedFile; stands?: SavedFile };

/**
 * What came out for every place. `unknown`: what could not be compared; a directory stands for all that is below it.
 * Everything is sorted by path.
 */
export type Comparison = { drifted: Drifted[]; intact: Location[]; unknown: NotLookedAt[] };

export type Question = {
  against: Against;
  isRotating(location: Location): boolean;
  /** Whether a place is among what was asked about. */
  isAsked(location: Location): boolean;
  /** The same, and whether something of it could be below a directory. */
  reachesAsked(location: Location): boolean;
  /** Why contents are not known, by the name of the object in the store. */
  sealed: ReadonlyMap<string, Problem>;
};

/** Why a place of a host could not be looked at; the others of `UNSAVED` are answers. */
const UNSEEN: ReadonlySet<string> = new Set(['unreadable', 'changing', 'behind-link']);

/**
 * Holds what stands on a host against what belongs there, by digest, mode, owner and target.
 * @param live from a scope in which every place of `chosen` lies.
 */
export function compareLive(chosen: Chosen, live: Collected, question: Question): Comparison {
  const there = new Map(live.files.map((file) => [file.path, file]));
  const lost = new Map(live.unsaved.map((file) => [file.path, file]));
  const compared: Comparison = { drifted: [], intact: [], unknown: [] };
  const seen = (path: Location) => liveAt(path, there, lost);
  for (const good of chosen.files) {
    const stands = seen(good.path);
    if (stands.kind === 'unreadable') continue;
    const here = wantedHere(good, stands, question.against);
    const isSealed = isBlind(good) && stands.kind === 'file' && stands.size === good.size;
    if (isSealed) compared.unknown.push(sealedFile(good, question.sealed.get(objectOf(good))));
    const wanted = isSealed ? { ...here, sha256: stands.sha256 } : here;
    const same = isAsWanted(wanted, stands);
    if (same && !isSealed) compared.intact.push(good.path);
    if (!same) compared.drifted.push(driftedOf(wanted, stands, good, there.get(good.path), question));
  }
  const known = new Set(chosen.files.map(({ path }) => path));
  const unheld = new Set(chosen.unsaved.map(({ path }) => path));
  const odd = live.unsaved.filter(({ path, reason }) => !UNSEEN.has(reason) && !known.has(path));
  const added = new Set([...chosen.absent, ...odd.map(({ path }) => path).filter(question.isAsked)]);
  for (const path of [...added].filter((one) => !unheld.has(one))) {
    const stands = seen(path);
    if (stands.kind === 'absent' || stands.kind === 'unreadable') continue;
    compared.drifted.push(addedOf(path, stands, there.get(path), question));
  }
  const isBelow = (directory: Location) => chosen.files.some(({ path }) => path.startsWith(`${directory}/`));
  for (const file of live.unsaved) {
    if (!UNSEEN.has(file.reason)) continue;
    if (question.reachesAsked(file.path) || isBelow(file.path)) compared.unknown.push(unseen(file));
  }
  for (const file of chosen.unsaved) compared.unknown.push(notHeld(file));
  compared.drifted.sort(byPath);
  compared.intact.sort();
  compared.unknown.sort(byPath);
  return compared;
}

/** What was found at a place. Below a directory that could not be looked into, nothing is known. */
function liveAt(
  path: Location,
  there: ReadonlyMap<Location, SavedFile>,
  lost: ReadonlyMap<Location, UnsavedFile>,
): Live {
  const file = there.get(path);
  if (file !== undefined) return standing(file);
  const own = lost.get(path);
  if (own?.reason === 'directory') return { kind: 'directory' };
  if (own?.reason === 'not-a-file') return { kind: 'other' };
  if (own !== undefined) return { kind: 'unreadable', code: own.reason };
  for (let above = directoryOf(path); above !== ''; above = directoryOf(above)) {
    const reason = lost.get(above)?.reason;
    if (reason !== undefined && UNSEEN.has(reason)) return { kind: 'unreadable', code: reason };
  }
  return lost.has('/') ? { kind: 'unreadable', code: 'unreadable' } : { kind: 'absent' };
}

function standing({ sha256, size, mode, uid, gid, link }: SavedFile): Live {
  const owner = { uid: uid ?? 0, gid: gid ?? 0 };
  return link === null ? { kind: 'file', sha256, size, mode, ...owner } : { kind: 'link', link, ...owner };
}

/** A commit knows of a file's mode only whether it is executable, and of its owner nothing. */
function wantedHere(good: SavedFile, stands: Live, against: Against): Wanted {
  const wanted = wantedOf(good, stands, { uid: 0, gid: 0 });
  if (against.kind !== 'commit' || stands.kind !== 'file') return wanted;
  const same = (stands.mode & 0o100) === (wanted.mode & 0o100);
  return same ? { ...wanted, mode: stands.mode } : wanted;
}

function driftedOf(
  wanted: Wanted,
  stands: Live,
  good: SavedFile,
  file: SavedFile | undefined,
  { against, isRotating }: Question,
): Drifted {
  const drift: Drift = {
    against,
    good: wanted.link === undefined ? 'file' : 'link',
    live: kindOf(stands),
    content:
      stands.kind === 'link'
        ? wanted.link !== undefined && stands.link !== wanted.link
        : stands.kind === 'file' && wanted.link === undefined && stands.sha256 !== wanted.sha256,
    emptied: stands.kind === 'file' && stands.size === 0 && wanted.size > 0,
    rotating: isRotating(good.path),
  };
  if (stands.kind === 'file' && drift.good === 'file' && stands.mode !== wanted.mode)
    drift.mode = { good: wanted.mode, live: stands.mode };
  if ('uid' in stands && (stands.uid !== wanted.uid || stands.gid !== wanted.gid))
    drift.owner = { good: `${wanted.uid}:${wanted.gid}`, live: `${stands.uid}:${stands.gid}` };
  if (file !== undefined) drift.sha256 = file.sha256;
  return { path: good.path, drift, good, ...(file === undefined ? {} : { stands: file }) };
}

function addedOf(
  path: Location,
  stands: Live,
  file: SavedFile | undefined,
  { against, isRotating }: Question,
): Drifted {
  const drift: Drift = {
    against,
    good: 'nothing',
    live: kindOf(stands),
    content: false,
    emptied: false,
    rotating: isRotating(path),
  };
  if (file === undefined) return { path, drift };
  return { path, drift: { ...drift, sha256: file.sha256 }, stands: file };
}

function kindOf({ kind }: Live): LiveKind {
  return kind === 'absent' ? 'nothing' : kind === 'unreadable' ? 'other' : kind;
}

function unseen({ path, reason, detail }: UnsavedFile): NotLookedAt {
  const why = UNSAVED[reason] + (detail === '' ? '' : ` (${detail})`);
  return {
    path,
    reason: `live-${reason}`,
    detail: `On the host ${why}: whether it is as it should be is not known.`,
    hint: HINTS[reason] ?? 'Look at it on the host.',
    blocks: true,
  };
}

const HINTS: { readonly [reason: string]: string } = {
  unreadable: 'Run it as a user who may read it; when the disk reports errors, look into the system log.',
  changing: 'Find out what writes it all the time, and run it again.',
  'behind-link': 'Links are not followed: name the directory that it points to in the policy.',
};

function notHeld({ path, reason, detail }: UnsavedFile): NotLookedAt {
  const why = UNSAVED[reason] + (detail === '' ? '' : ` (${detail})`);
  return {
    path,
    reason: 'not-in-snapshot',
    detail: `It could not be saved when the snapshot was made: ${why}.`,
    hint: 'Verify against another snapshot; take a new one with holdfast backup.',
    blocks: true,
  };
}

/** Of an exported snapshot nobody else can say what belongs there. */
function sealedFile({ path }: SavedFile, why: Problem | undefined): NotLookedAt {
  return {
    path,
    reason: why?.code ?? 'encrypted',
    detail: `Its size is as it should be; whether its content is, is not known. ${why?.message ?? 'It is encrypted.'}`,
    hint: why?.hint ?? 'Name the file with the age identity: --identity FILE.',
    blocks: true,
  };
}

function byPath(left: { path: string }, right: { path: string }): number {
  return left.path < right.path ? -1 : Number(left.path > right.path);
}
