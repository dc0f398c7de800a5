import { isObject, type Json } from '../model/json.ts';
import { isMultipleOf } from './equality.ts';
import { isJudgedFormat } from './formats.ts';
import { type Loosened, loosened } from './loosened.ts';
import { RULES, readAll, type Side } from './side.ts';
import { compareBounds } from './weaker-bounds.ts';
import type { Type } from './weaker-types.ts';

/** Keywords that hold no schemas, as far as they matter to values of these types. */
export function compareKeywords(before: Side, after: Side, types: ReadonlySet<Type>): Loosened[] {
  const found = compareBounds(before, after, types);
  const numbers = types.has('integer') || types.has('fraction');
  if (numbers) found.push(...compareMultiples(before, after));
  if (types.has('string')) {
    found.push(...compareTexts('pattern', before, after, () => true));
    found.push(...compareTexts('format', before, after, isJudgedFormat));
  }
  if (types.has('array') && demandsUnique(before) && !demandsUnique(after)) {
    found.push(loosened('keyword-removed', 'uniqueItems', after));
  }
  if (types.has('object')) found.push(...compareRequired(before, after));
  found.push(...compareRules(before, after));
  return found;
}

function demandsUnique(side: Side): boolean {
  return readAll(side, 'uniqueItems').includes(true);
}

function compareMultiples(before: Side, after: Side): Loosened[] {
  const numbers = (side: Side) => readAll(side, 'multipleOf').filter((value) => typeof value === 'number');
  const now = numbers(after);
  const lost = numbers(before).find((divisor) => !now.some((other) => isMultipleOf(other, divisor)));
  if (lost === undefined) return [];
  const what = now.length === 0 ? 'bound-removed' : 'bound-moved';
  return [loosened(what, 'multipleOf', after, { before: lost, after: now[0] })];
}

/** Two patterns or formats cannot be compared: another one is told as another one. */
function compareTexts(
  keyword: string,
  before: Side,
  after: Side,
  counts: (text: string) => boolean,
): Loosened[] {
  const texts = (side: Side) => readAll(side, keyword).map(String).filter(counts);
  const [then, now] = [texts(before), texts(after)];
  const others = now.filter((text) => !then.includes(text));
  return then
    .filter((text) => !now.includes(text))
    .map((text, index) => {
      const other = others[index];
      return other === undefined
        ? loosened('keyword-removed', keyword, after, { before: text })
        : loosened('keyword-changed', keyword, after, { before: text, after: other });
    });
}

function compareRequired(before: Side, after: Side): Loosened[] {
  const names = (side: Side) =>
    new Set(readAll(side, 'required').flatMap((list) => (Array.isArray(list) ? list.map(String) : [])));
  const now = names(after);
  const dropped = [...names(before)].filter((name) => !now.has(name));
  const found =
    dropped.length === 0 ? [] : [loosened('required-dropped', 'required', after, { before: dropped })];
  const dependents = dependentNames(after);
  for (const [name, wanted] of dependentNames(before)) {
    const lost = [...wanted].filter((other) => !now.has(other) && !dependents.get(name)?.has(other));
    if (lost.length === 0) continue;
    const keyword =
      [...readAll(after, 'dependencies'), ...readAll(before, 'dependencies')].length > 0
        ? 'dependencies'
        : 'dependentRequired';
    found.push(loosened('required-dropped', keyword, after, { before: lost, after: name }));
  }
  return found;
}

/** Which keys a key demands; `dependencies` says so up to draft-07. */
function dependentNames(side: Side): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const table of [...readAll(side, 'dependentRequired'), ...readAll(side, 'dependencies')]) {
    for (const [name, list] of Object.entries(isObject(table) ? table : {})) {
      if (Array.isArray(list)) found.set(name, new Set([...(found.get(name) ?? []), ...list.map(String)]));
    }
  }
  return found;
}

/** CEL rules; one with another text but the same message is taken for the same rule, changed. */
function compareRules(before: Side, after: Side): Loosened[] {
  const now = rulesOf(after);
  const then = rulesOf(before);
  const texts = new Set(now.map(({ rule }) => rule));
  const added = now.filter(({ rule }) => !then.some((old) => old.rule === rule));
  return then
    .filter(({ rule }) => !texts.has(rule))
    .map(({ rule, message }) => {
      const other = added.find((each) => message !== undefined && each.message === message);
      return other === undefined
        ? loosened('rule-removed', RULES, after, { before: rule })
        : loosened('rule-changed', RULES, after, { before: rule, after: other.rule });
    });
}

function rulesOf(side: Side): { rule: string; message: Json | undefined }[] {
  return readAll(side, RULES)
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((entry) =>
      isObject(entry) && typeof entry.rule === 'string'
        ? [{ rule: entry.rule.trim(), message: entry.message }]
        : [],
    );
}
