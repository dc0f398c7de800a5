import type { LossyNumber, ParsedDocument } from '../documents/document.ts';
import { isEmpty, isObject, type Json, type JsonObject, typeOf } from '../model/json.ts';
import type { Pointer } from '../model/pointer.ts';
import type { Difference, KeyChange, Retention } from './difference.ts';
import { pairItems } from './items.ts';
import { countLeaves } from './leaves.ts';
import { below, pointerTo, type Spot, segmentsTo } from './spot.ts';
import { pairDocuments } from './stream.ts';

/** Gives the declared identity key of a list, or `undefined`. `segments` is the list's path. */
export type IdentityOf = (segments: readonly string[]) => string | undefined;

type Walk = {
  report(kind: KeyChange['kind'], spot: Spot, before?: Json, after?: Json): void;
  beforeLeaves: number;
  keptKeys: number;
  keptValues: number;
  /** No number of either side lost digits when it was parsed: equal scalars are equal as written. */
  exact: boolean;
  identityOf: IdentityOf;
  token(side: 'before' | 'after', document: number, key: Pointer): string | undefined;
};

/** The difference of two parsed files by key path. Lists are matched by identity; moved is not changed. */
export function compareKeys(
  before: ParsedDocument,
  after: ParsedDocument,
  identityOf: IdentityOf = () => undefined,
): Difference {
  const changes: KeyChange[] = [];
  const walk = newWalk(before, after, identityOf, (...found) => changes.push(toChange(...found)));
  const topLevel = compareDocuments(walk, before.values, after.values);
  return {
    changes,
    keys: retention(walk, walk.keptKeys),
    values: retention(walk, walk.keptValues),
    topLevel,
  };
}

/** How many changes `compareKeys` would give, and how many values are kept. */
export function countChanges(
  before: ParsedDocument,
  after: ParsedDocument,
): { changes: number; values: Retention } {
  let changes = 0;
  const count = () => {
    changes += 1;
  };
  const walk = newWalk(before, after, () => undefined, count);
  compareDocuments(walk, before.values, after.values);
  return { changes, values: retention(walk, walk.keptValues) };
}

function newWalk(
  before: ParsedDocument,
  after: ParsedDocument,
  identityOf: IdentityOf,
  report: Walk['report'],
): Walk {
  return {
    report,
    beforeLeaves: 0,
    keptKeys: 0,
    keptValues: 0,
    exact: before.lossy.length + after.lossy.length === 0,
    identityOf,
    token: tokens(before.lossy, after.lossy),
  };
}

function retention({ beforeLeaves }: Walk, kept: number): Retention {
  return { before: beforeLeaves, kept, share: beforeLeaves === 0 ? 1 : kept / beforeLeaves };
}

function compareDocuments(walk: Walk, before: Json[], after: Json[]): Difference['topLevel'] {
  const topLevel = { before: 0, gone: [] as string[] };
  for (const pair of pairDocuments(before, after)) {
    const name = pair.label === undefined || before.length + after.length <= 2 ? '' : `${pair.label}:`;
    const documents = { before: pair.before ?? 0, after: pair.after ?? 0, name };
    const old = pair.before === undefined ? undefined : before[pair.before];
    const now = pair.after === undefined ? undefined : after[pair.after];
    compare(walk, old, now, { documents });
    if (isObject(old)) {
      const keys = Object.keys(old);
      topLevel.before += keys.length;
      for (const key of keys) if (!isObject(now) || !Object.hasOwn(now, key)) topLevel.gone.push(key);
    }
  }
  return topLevel;
}

function compare(walk: Walk, before: Json | undefined, after: Json | undefined, spot: Spot): void {
  if (before === undefined) {
    if (after !== undefined) walk.report('added', spot, undefined, after);
  } else if (after === undefined) {
    walk.beforeLeaves += countLeaves(before);
    walk.report('removed', spot, before, undefined);
  } else if (wasEmptied(before, after)) {
    walk.beforeLeaves += countLeaves(before);
    walk.report('changed', spot, before, after);
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
    else compare(walk, old, value, below(spot, key, key, key, false));
  }
  for (const key of now) {
    if (!Object.hasOwn(before, key)) compare(walk, undefined, after[key], below(spot, key, key, key, false));
  }
}

function compareLists(walk: Walk, before: Json[], after: Json[], spot: Spot): void {
  if (before.length === 0) countLeaf(walk, after.length === 0);
  for (const pair of pairItems(before, after, walk.identityOf(segmentsTo(spot)))) {
    const index = pair.after ?? pair.before ?? 0;
    compare(
      walk,
      pair.before === undefined ? undefined : before[pair.before],
      pair.after === undefined ? undefined : after[pair.after],
      below(spot, pair.before ?? index, pair.after ?? index, pair.label ?? String(index), true),
    );
  }
}

function compareLeaves(walk: Walk, before: Json, after: Json, spot: Spot): void {
  const leaves = countLeaves(before);
  walk.beforeLeaves += leaves;
  const types = [typeOf(before), typeOf(after)];
  const container = types.includes('object') || types.includes('list');
  if (!container) walk.keptKeys += leaves;
  if (before === after && (walk.exact || sameToken(walk, spot))) {
    walk.keptValues += 1;
    return;
  }
  const retyped = types[0] !== types[1] && before !== null && after !== null;
  walk.report(retyped ? 'retyped' : 'changed', spot, before, after);
}

/** Numbers that JavaScript cannot tell apart are compared as they are written. */
function sameToken(walk: Walk, spot: Spot): boolean {
  return (
    walk.token('before', spot.documents.before, pointerTo(spot, 'before')) ===
    walk.token('after', spot.documents.after, pointerTo(spot, 'after'))
  );
}

function countLeaf(walk: Walk, same: boolean): void {
  walk.beforeLeaves += 1;
  walk.keptKeys += 1;
  if (same) walk.keptValues += 1;
}

/** The name of a change at the root of a document, which no key leads to. */
export const WHOLE_DOCUMENT = '(whole document)';

function toChange(kind: KeyChange['kind'], spot: Spot, before?: Json, after?: Json): KeyChange {
  const side = kind === 'removed' ? 'before' : 'after';
  const change: KeyChange = {
    kind,
    document: spot.documents[side],
    key: pointerTo(spot, side),
    name: nameOf(spot) || WHOLE_DOCUMENT,
    segments: segmentsTo(spot),
  };
  if (kind !== 'added') {
    change.beforeKey = pointerTo(spot, 'before');
    change.beforeDocument = spot.documents.before;
  }
  if (before !== undefined) change.before = before;
  if (after !== undefined) change.after = after;
  return change;
}

function nameOf({ documents, step }: Spot): string {
  if (step === undefined) return documents.name;
  const above = nameOf(step.above);
  return step.item ? `${above}[${step.segment}]` : joinName(above, step.segment);
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
