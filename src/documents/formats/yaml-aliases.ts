import { isObject, type Json, type JsonObject, setOwn } from '../../model/json.ts';
import { MAX_DEPTH, Stop, tooDeep } from './stop.ts';

/** Values that aliases and merge keys may add to a file: real files stay far below, an alias bomb far above. */
const ALIAS_BUDGET = 100_000;

export type Anchor = { value: Json; size: number; open: boolean };

/** What aliases and merge keys need of a YAML file that is being built. */
export type Aliases = {
  source: string;
  original(offset: number): number;
  anchors: Map<string, Anchor>;
  /** Values built so far, those behind aliases included. */
  size: number;
  aliased: number;
};

/** The value behind `*name`; stops at an anchor that is unknown or still open. */
export function readAlias(build: Aliases, start: number, end: number): Json {
  const name = build.source.slice(start, end);
  const anchor = build.anchors.get(name);
  if (anchor === undefined)
    throw new Stop('unknown-alias', `the alias *${name} has no anchor before it`, build.original(start - 1));
  if (anchor.open)
    throw new Stop(
      'circular-alias',
      `the alias *${name} stands inside its own anchor`,
      build.original(start - 1),
    );
  spend(build, anchor.size, start - 1);
  return anchor.value;
}

function spend(build: Aliases, size: number, offset: number): void {
  build.size += size;
  build.aliased += size;
  if (build.aliased <= ALIAS_BUDGET) return;
  throw new Stop('alias-budget', `aliases repeat more than ${ALIAS_BUDGET} values`, build.original(offset));
}

/** Adds the members of a mapping, or of a list of them, that are not there yet. False when it is neither. */
export function merge(build: Aliases, object: JsonObject, merged: Set<string>, source: Json): boolean {
  const sources = Array.isArray(source) ? source : [source];
  if (!sources.every(isObject)) return false;
  for (const each of sources) {
    const keys = Object.keys(each);
    spend(build, keys.length, 0);
    for (const key of keys) {
      if (Object.hasOwn(object, key)) continue;
      setOwn(object, key, each[key]!);
      merged.add(key);
    }
  }
  return true;
}

/** Aliases can nest values deeper than the text is. */
export function refuseDeep(value: Json, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw tooDeep(0);
  for (const inner of Array.isArray(value) ? value : Object.values(value)) refuseDeep(inner, depth + 1);
}
