import { createHash } from 'node:crypto';
import { isObject, type Json } from '../model/json.ts';
import { runsOf } from '../model/lists.ts';
import type { Path } from '../model/path.ts';
import type { Trial } from './drilled.ts';
import type { Target } from './scenes.ts';
import type { Seen } from './spoilt.ts';
import { pastOf, type World } from './world.ts';

/** What a drill leaves for the next one. `version` changes with the form of this file. */
export type Memory = { version: 1; files: { [path: Path]: Remembered } };

/**
 * The trials of one file, and all that they depend on: what is common to the drill, the contents of the files that were
 * looked at, which files hold the spoilt contents, and the past of the files that were spoilt.
 */
export type Remembered = {
  common: string;
  /** From and to which index among the entries files were looked at; `common` says that these are the same. */
  seen: [from: number, to: number][];
  contents: string;
  spoilt: Path[];
  past: string;
  made: string[];
  copies: string;
  trials: Trial[];
};

/** Everything in which two drills have to agree before one may take over from the other. */
export function commonKey(parts: {
  /** Of the program itself. */
  code: string;
  policy: unknown;
  settings: unknown;
  world: World;
}): string {
  const { world, ...others } = parts;
  return digest([others, world.entries.map(({ path, mode }) => [path, mode])]);
}

/** Collects what the trials of one file depend on. */
export type Recorder = {
  seen: Seen;
  /** A content that stands in the after side of a trial. */
  made(paths: Iterable<Path>, ids: Iterable<string>): void;
  finish(trials: Trial[]): Remembered;
};

export function recorder(common: string, world: World): Recorder {
  const seen = new Set<number>();
  const spoilt = new Set<Path>();
  const made = new Set<string>();
  return {
    seen(path) {
      const place = world.places.get(path);
      // What is not there is not there as long as the paths are the same.
      if (place !== undefined) seen.add(place);
    },
    made(paths, ids) {
      for (const path of paths) spoilt.add(path);
      for (const id of ids) made.add(id);
    },
    finish(trials) {
      const paths = [...spoilt].sort();
      const ids = [...made].sort();
      const ranges = runsOf([...seen].sort((one, other) => one - other));
      return {
        common,
        seen: ranges,
        contents: contentsKey(world, ranges),
        spoilt: paths,
        past: pastKey(world, paths),
        made: ids,
        copies: copiesKey(world, ids),
        trials,
      };
    },
  };
}

/** Whether nothing has changed on which the trials depend. */
export function stillHolds(remembered: Remembered, common: string, world: World): boolean {
  return (
    remembered.common === common &&
    remembered.contents === contentsKey(world, remembered.seen) &&
    remembered.past === pastKey(world, remembered.spoilt) &&
    remembered.copies === copiesKey(world, remembered.made)
  );
}

function contentsKey({ entries }: World, ranges: Remembered['seen']): string {
  return digest(ranges.map(([from, to]) => entries.slice(from, to + 1).map(({ id }) => id)));
}

function pastKey({ past }: World, paths: readonly Path[]): string {
  if (past === undefined) return 'none';
  const { versions, ...own } = pastOf(past, paths);
  return digest([own, [...versions]]);
}

/** Whether the trials depend on nothing but what is recorded: not on a download, nor on how much time there was. */
export function mayRemember({ selection }: Target, trials: readonly Trial[]): boolean {
  return (
    selection.schemas.every(({ kind }) => kind === 'path') &&
    trials.every(({ level }) => level !== 'unjudged')
  );
}

/** A content that stands somewhere else too is told as a copy. */
function copiesKey({ entries }: World, ids: readonly string[]): string {
  const wanted = new Set(ids);
  return digest(entries.filter(({ id }) => wanted.has(id)).map(({ path, id }) => [path, id]));
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What a file of the last drill holds; empty when it is of another form, or damaged: then everything is drilled. */
export function readMemory(text: string): Memory {
  const none: Memory = { version: 1, files: {} };
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return none;
  }
  if (!isObject(value) || value.version !== 1 || !isObject(value.files)) return none;
  const files = Object.entries(value.files).filter(([, one]) => isRemembered(one));
  return { version: 1, files: Object.fromEntries(files) as unknown as Memory['files'] };
}

function isRemembered(value: Json): boolean {
  return (
    isObject(value) &&
    ['common', 'contents', 'past', 'copies'].every((name) => typeof value[name] === 'string') &&
    ['seen', 'spoilt', 'made', 'trials'].every((name) => Array.isArray(value[name]))
  );
}
