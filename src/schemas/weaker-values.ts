import { canonical } from '../diff/leaves.ts';
import type { Json } from '../model/json.ts';
import { type Loosened, loosened } from './loosened.ts';
import { type Group, readAll, readKeyword, type Side, sideOf } from './side.ts';

/** `fraction` are the numbers that are no integers. */
export type Type = 'null' | 'boolean' | 'integer' | 'fraction' | 'string' | 'array' | 'object';

const ALL: readonly Type[] = ['null', 'boolean', 'integer', 'fraction', 'string', 'array', 'object'];

/** Types, and lists of allowed values. `settled`: no other keyword can make a difference. */
export function compareValues(before: Side, after: Side): { found: Loosened[]; settled: boolean } {
  const [then, now] = [finiteValues(before), finiteValues(after)];
  if (then !== undefined && now !== undefined) {
    const allowed = new Set(then.map(canonical));
    const more = now.filter((value) => !allowed.has(canonical(value)));
    if (more.length === 0) return { found: [], settled: true };
    const keyword = listKeyword(after) ?? listKeyword(before) ?? 'type';
    return { found: [loosened('values-widened', keyword, after, { after: more })], settled: true };
  }
  const types = compareTypes(before, after, now);
  if (then === undefined) return { found: types, settled: now !== undefined };
  const gone = loosened('values-removed', listKeyword(before) ?? 'type', after, { before: then });
  return { found: [...types, gone], settled: true };
}

function compareTypes(before: Side, after: Side, values: Json[] | undefined): Loosened[] {
  const then = declaredTypes(before);
  const now = values === undefined ? declaredTypes(after) : new Set(values.map(typeOfValue));
  if ([...now].every((type) => then.has(type))) return [];
  return [
    loosened('type-widened', 'type', after, {
      before: typeNames(then),
      after: now.size === ALL.length ? [] : typeNames(now),
    }),
  ];
}

/** The keyword by which a side lists its values. */
function listKeyword(side: Side): string | undefined {
  return ['enum', 'const', 'oneOf', 'anyOf'].find((keyword) =>
    side.nodes.some((node) => readKeyword(node, keyword) !== undefined),
  );
}

/** The types that both sides allow: only their keywords can make a difference that `type` does not. */
export function commonTypes(before: Side, after: Side): Set<Type> {
  const now = declaredTypes(after);
  return new Set([...declaredTypes(before)].filter((type) => now.has(type)));
}

export function declaredTypes(side: Side, open: ReadonlySet<unknown> = new Set()): Set<Type> {
  if (side.never) return new Set();
  let types = new Set<Type>(ALL);
  const narrow = (allowed: Set<Type>) => {
    types = new Set([...types].filter((type) => allowed.has(type)));
  };
  for (const value of readAll(side, 'type')) {
    narrow(new Set((Array.isArray(value) ? value : [value]).flatMap((name) => typesNamed(String(name)))));
  }
  eachBranch(side, open, (branches, deeper) => {
    narrow(new Set(branches.flatMap((branch) => [...declaredTypes(branch, deeper)])));
  });
  return types;
}

/** Every value that is allowed, when they can be listed. */
function finiteValues(side: Side, open: ReadonlySet<unknown> = new Set()): Json[] | undefined {
  if (side.never) return [];
  const types = declaredTypes(side);
  let values: Json[] | undefined;
  const narrow = (allowed: Json[]) => {
    const texts = new Set(allowed.map(canonical));
    values = values === undefined ? allowed : values.filter((value) => texts.has(canonical(value)));
  };
  for (const list of readAll(side, 'enum')) if (Array.isArray(list)) narrow(list);
  for (const value of readAll(side, 'const')) narrow([value]);
  eachBranch(side, open, (branches, deeper) => {
    const lists = branches.map((branch) => finiteValues(branch, deeper));
    if (lists.every((list) => list !== undefined)) narrow(lists.flat());
  });
  if (values === undefined && [...types].every((type) => type === 'null' || type === 'boolean')) {
    values = [...types].flatMap((type): Json[] => (type === 'null' ? [null] : [true, false]));
  }
  return values?.filter((value) => types.has(typeOfValue(value)));
}

/** Branches that lead back to a group that is being looked at say nothing new. */
function eachBranch(
  side: Side,
  open: ReadonlySet<unknown>,
  visit: (branches: Side[], open: ReadonlySet<unknown>) => void,
): void {
  const key = ({ node, keyword }: Group) => `${keyword} ${node.file.uri}#${node.pointer}`;
  for (const group of side.groups) {
    if (open.has(key(group))) continue;
    const branches = group.branches.map((branch) => sideOf(side.tree, [branch]));
    visit(branches, new Set([...open, key(group)]));
  }
}

function typesNamed(name: string): Type[] {
  return name === 'number' ? ['integer', 'fraction'] : [name as Type];
}

function typeOfValue(value: Json): Type {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  return typeof value as Type;
}

function typeNames(types: ReadonlySet<Type>): string[] {
  const names = ALL.filter((type) => types.has(type) && type !== 'fraction');
  if (!types.has('fraction')) return names;
  return [...names.filter((name) => name !== 'integer'), 'number'];
}
