import type { LossyNumber, ParsedDocument } from '../documents/document.ts';
import { isEmpty, isObject, type Json, type JsonObject, typeOf } from '../model/json.ts';
import { child, type Pointer } from '../model/pointer.ts';
import type { Difference, KeyChange } from './difference.ts';
import { pairItems } from './items.ts';
import { countLeaves } from './leaves.ts';
import { pairDocuments } from './stream.ts';

/** Gives the declared identity key of a list, or `undefined`. `segments` is the list's path. */
export type IdentityOf = (segments: readonly string[]) => string | undefined;

type Walk = {
  changes: KeyChange[];
  beforeLeaves: number;
  keptKeys: number;
  keptValues: number;
  /** No number of either side lost digits when it was parsed: equal scalars are equal as written. */
  exact: boolean;
  identityOf: IdentityOf;
  token(side: 'before' | 'after', document: number, key: Pointer): string | undefined;
};

type Spot = {
  documents: { before: number; after: number };
  before: Pointer;
  after: Pointer;
  segments: string[];
  name: string;
};

/** The difference of two parsed files by key path. Lists are matched by identity; moved is not changed. */
export function compareKeys(
  before: ParsedDocument,
  after: ParsedDocument,
  identityOf: IdentityOf = () => undefined,
): Difference {
  const walk: Walk = {
    changes: [],
    beforeLeaves: 0,
    keptKeys: 0,
    keptValues: 0,
    exact: before.lossy.length + after.lossy.length === 0,
    identityOf,
    token: tokens(before.lossy, after.lossy),
  };
  const topLevel = { before: 0, gone: [] as string[] };
  for (const pair of pairDocuments(before.values, after.values)) {
    const spot: Spot = {
      documents: { before: pair.before ?? 0, after: pair.after ?? 0 },
      before: '',
      after: '',
      segments: [],
      name:
        pair.label === undefined || before.values.length + after.values.length <= 2 ? '' : `${pair.label}:`,
    };
    const old = pair.before === undefined ? undefined : before.values[pair.before];
    const now = pair.after === undefined ? undefined : after.values[pair.after];
    compare(walk, old, now, spot);
    if (isObject(old)) {
      const keys = Object.keys(old);
      topLevel.before += keys.length;
      for (const key of keys) if (!isObject(now) || !Object.hasOwn(now, key)) topLevel.gone.push(key);
    }
  }
  const retention = (kept: number) => ({
    before: walk.beforeLeaves,
    kept,
    share: walk.beforeLeaves === 0 ? 1 : kept / walk.beforeLeaves,
  });
  return {
    changes: walk.changes,
    keys: retention(walk.keptKeys),
    values: retention(walk.keptValues),
    topLevel,
  };
}

function compare(walk: Walk, before: Json | undefined, after: Json | undefined, spot: Spot): void {
  if (before === undefined) {
    if (after !== undefined) report(walk, 'added', spot, undefined, after);
  } else if (after === undefined) {
    walk.beforeLeaves += countLeaves(before);
    report(walk, 'removed', spot, before, undefined);
  } else if (wasEmptied(before, after)) {
    walk.beforeLeaves += countLeaves(before);
    report(walk, 'changed', spot, before, after);
  } else if (isObject(before) && isObject(after)) {
    compareObjects(walk, before, after, spot);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(walk, before, after, spot);
  } else {
    compareLeaves(walk, before, after, spot);
  }
}

/** `{…}` became `{}`: one change of the container says more than one removal for each of its members. */
function wasEmptied(before: Json, after: Json): boolean {
  if (isObject(before) && isObject(after)) return isEmpty(after) && !isEmpty(before);
  return Array.isArray(before) && Array.isArray(after) && after.length === 0 && before.length > 0;
}

function compareObjects(walk: Walk, before: JsonObject, after: JsonObject, spot: Spot): void {
  const keys = Object.keys(before);
  const now = Object.keys(after);
  if (keys.length === 0) countLeaf(walk, now.length === 0);
  for (const key of keys) {
    const old = before[key]!;
    const value = Object.hasOwn(after, key) ? after[key] : undefined;
    if (walk.exact && old === value) countLeaf(walk, true);
    else compare(walk, old, value, member(spot, key));
  }
  for (const key of now) {
    if (!Object.hasOwn(before, key)) compare(walk, undefined, after[key], member(spot, key));
  }
}

function compareLists(walk: Walk, before: Json[], after: Json[], spot: Spot): void {
  if (before.length === 0) countLeaf(walk, after.length === 0);
  for (const pair of pairItems(before, after, walk.identityOf(spot.segments))) {
    const index = pair.after ?? pair.before ?? 0;
    const segment = pair.label ?? String(index);
    compare(
      walk,
      pair.before === undefined ? undefined : before[pair.before],
      pair.after === undefined ? undefined : after[pair.after],
      {
        documents: spot.documents,
        before: child(spot.before, pair.before ?? index),
        after: child(spot.after, pair.after ?? index),
        segments: [...spot.segments, segment],
        name: `${spot.name}[${segment}]`,
      },
    );
  }
}

function compareLeaves(walk: Walk, before: Json, after: Json, spot: Spot): void {
  const leaves = countLeaves(before);
  walk.beforeLeaves += leaves;
  const types = [typeOf(before), typeOf(after)];
  const container = types.includes('object') || types.includes('list');
  if (!container) walk.keptKeys += leaves;
  if (before === after && sameToken(walk, spot)) {
    walk.keptValues += 1;
    return;
  }
  const retyped = types[0] !== types[1] && before !== null && after !== null;
  report(walk, retyped ? 'retyped' : 'changed', spot, before, after);
}

/** Numbers that JavaScript cannot tell apart are compared as they are written. */
function sameToken(walk: Walk, spot: Spot): boolean {
  return (
    walk.token('before', spot.documents.before, spot.before) ===
    walk.token('after', spot.documents.after, spot.after)
  );
}

function countLeaf(walk: Walk, same: boolean): void {
  walk.beforeLeaves += 1;
  walk.keptKeys += 1;
  if (same) walk.keptValues += 1;
}

/** The name of a change at the root of a document, which no key leads to. */
export const WHOLE_DOCUMENT = '(whole document)';

function report(walk: Walk, kind: KeyChange['kind'], spot: Spot, before?: Json, after?: Json): void {
  const change: KeyChange = {
    kind,
    document: kind === 'removed' ? spot.documents.before : spot.documents.after,
    key: kind === 'removed' ? spot.before : spot.after,
    name: spot.name === '' ? WHOLE_DOCUMENT : spot.name,
    segments: spot.segments,
  };
  if (kind !== 'added')
    Object.assign(change, { beforeKey: spot.before, beforeDocument: spot.documents.before });
  if (before !== undefined) change.before = before;
  if (after !== undefined) change.after = after;
  walk.changes.push(change);
}

function member(spot: Spot, key: string): Spot {
  return {
    documents: spot.documents,
    before: child(spot.before, key),
    after: child(spot.after, key),
    segments: [...spot.segments, key],
    name: joinName(spot.name, key),
  };
}

/** `a.b`, `a["b.c"]`, `Deployment/api:spec`. */
export function joinName(parent: string, key: string): string {
  if (!/^[\p{L}\p{N}_$@!-][\p{L}\p{N}_$@/ -]*$/u.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' || parent.endsWith(':') ? `${parent}${key}` : `${parent}.${key}`;
}

function tokens(before: LossyNumber[], after: LossyNumber[]): Walk['token'] {
  if (before.length + after.length === 0) return () => undefined;
  const index = (numbers: LossyNumber[]) =>
    new Map(numbers.map((number) => [`${number.document}#${number.key}`, number.token]));
  const tables = { before: index(before), after: index(after) };
  return (side, document, key) => tables[side].get(`${document}#${key}`);
}
