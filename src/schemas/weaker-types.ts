import type { Json } from '../model/json.ts';
import { type Group, readAll, type Side, sideOf } from './side.ts';

/** `fraction` are the numbers that are no integers. */
export type Type = 'null' | 'boolean' | 'integer' | 'fraction' | 'string' | 'array' | 'object';

const ALL: readonly Type[] = ['null', 'boolean', 'integer', 'fraction', 'string', 'array', 'object'];

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

/** Branches that lead back to a group that is being looked at say nothing new. */
export function eachBranch(
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

export function typeOfValue(value: Json): Type {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  return typeof value as Type;
}

/** In the words of `type`; nothing when every type is allowed. */
export function typeNames(types: ReadonlySet<Type>): string[] {
  if (types.size === ALL.length) return [];
  const names = ALL.filter((type) => types.has(type) && type !== 'fraction');
  if (!types.has('fraction')) return names;
  return [...names.filter((name) => name !== 'integer'), 'number'];
}
