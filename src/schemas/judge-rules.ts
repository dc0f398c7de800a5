import { type Applied, applyRule, at, type Side } from '../cel/apply.ts';
import { FILE_BUDGET, type Meter, OverBudget } from '../cel/meter.ts';
import type { ListKind } from '../cel/value.ts';
import { completed, type Exact } from '../cel/view.ts';
import { pairDocuments } from '../diff/stream.ts';
import type { ParsedDocument } from '../documents/document.ts';
import { isObject, type Json } from '../model/json.ts';
import { child } from '../model/pointer.ts';
import type { Problem } from '../model/problem.ts';
import type { RuleViolation } from './judgement.ts';
import type { PlacedRule, SchemaShape } from './shapes.ts';
import type { SchemaRules } from './validations.ts';

/** What the rules of a schema say about a file; `problems` are reasons for which some say nothing. */
export type RuleJudgement = { violations: RuleViolation[]; problems: Problem[] };

/** Takes the values that may not be shown out of a document. */
export type Mask = (document: Json) => Json;

/** Judges a file by the rules of its schema; `oldSelf` is what stood at the same place in `before`. */
export function judgeRules(
  { cel, root }: SchemaRules,
  name: string,
  before: ParsedDocument | undefined,
  after: ParsedDocument,
  mask: Mask,
): RuleJudgement {
  const judgement: RuleJudgement = { violations: [], problems: [] };
  const budget: Meter = { left: FILE_BUDGET };
  const unjudged = new Set<PlacedRule>();
  const apply = (placed: PlacedRule, now: Side, then: Side | undefined, document: number) => {
    const applied = applyRule(cel, placed.rule, now, then, budget);
    if (applied.kind === 'broken') {
      judgement.violations.push(toViolation(placed, applied, document));
    } else if (applied.kind === 'unjudged' && !unjudged.has(placed)) {
      unjudged.add(placed);
      judgement.problems.push(unjudgedRule(name, placed.rule.text.rule, now.pointer, applied.why));
    }
  };
  try {
    for (const pair of pairDocuments(before?.values ?? [], after.values)) {
      const shape = pair.after === undefined ? undefined : root(after.values[pair.after]!);
      if (pair.after === undefined || shape === undefined) continue;
      const document = pair.after;
      const complete = (json: Json) => completed(budget, json, shape);
      const now = sideOf(after, document, mask, complete);
      const then =
        before && pair.before !== undefined ? sideOf(before, pair.before, mask, complete) : undefined;
      visit(shape, now, then, (...args) => apply(...args, document));
    }
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof OverBudget)) throw error;
    const why = error instanceof RangeError ? 'it is nested too deeply' : 'it is too large for its rules';
    judgement.problems.push(unjudgedFile(name, why));
  }
  return judgement;
}

/** One document of a file, as rules look at it. */
export function sideOf(
  file: ParsedDocument,
  index: number,
  mask: Mask,
  complete: (document: Json) => Json = (document) => document,
): Side {
  const document = complete(file.values[index] ?? null);
  let masked: { value: Json } | undefined;
  return {
    document,
    pointer: '',
    exact: exactOf(file, index),
    views: new Map(),
    masked() {
      masked ??= { value: mask(document) };
      return masked.value;
    },
  };
}

function exactOf(file: ParsedDocument, index: number): Exact {
  const tokens = new Map(
    file.lossy.filter(({ document }) => document === index).map(({ key, token }) => [key, token]),
  );
  return (pointer) => tokens.get(pointer);
}

type Visit = (placed: PlacedRule, now: Side, then: Side | undefined) => void;

function visit(shape: SchemaShape, now: Side, then: Side | undefined, apply: Visit): void {
  const seen = { ...now, shape };
  const old = then && { ...then, shape };
  for (const placed of shape.rules) apply(placed, seen, old);
  const value = at(now.document, now.pointer);
  const before = then && at(then.document, then.pointer);
  if (Array.isArray(value)) {
    const places = placesBefore(shape.list, Array.isArray(before) ? before : []);
    for (const [index, item] of value.entries()) {
      const inner = shape.item(index);
      const place = places(item);
      const same = then && place !== undefined ? inside(then, place) : undefined;
      if (inner !== undefined) visit(inner, inside(now, index), same, apply);
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const inner = shape.property(key);
      if (inner === undefined) continue;
      const same = then && isObject(before) && Object.hasOwn(before, key) ? inside(then, key) : undefined;
      visit(inner, inside(now, key), same, apply);
    }
  }
}

function inside(side: Side, key: string | number): Side {
  return { ...side, pointer: child(side.pointer, key) };
}

/** Only items of a list with keys have an old value, as in Kubernetes. */
function placesBefore(list: ListKind | undefined, before: Json[]): (item: Json) => number | undefined {
  if (list?.type !== 'map') return () => undefined;
  const identity = (item: Json) =>
    isObject(item) ? JSON.stringify(list.keys.map((key) => item[key] ?? null)) : undefined;
  const places = new Map(before.map((item, index) => [identity(item), index]));
  return (item) => (identity(item) === undefined ? undefined : places.get(identity(item)));
}

function toViolation(
  { rule }: PlacedRule,
  { kind: _, ...found }: Applied & { kind: 'broken' },
  document: number,
): RuleViolation {
  const { rule: text, reason } = rule.text;
  return { ...found, document, rule: text, ...(reason === undefined ? {} : { reason }) };
}

/** Why a rule says nothing; the rule's own text is shortened. */
export function unjudgedRule(name: string, rule: string, place: string, why: string): Problem {
  const shown = rule.length <= 120 ? rule : `${rule.slice(0, 119).toWellFormed()}…`;
  const where = place === '' ? 'the document' : place;
  return {
    code: 'rule-unjudged',
    message: `The rule \`${shown.replace(/\s+/g, ' ')}\` of ${name} could not be judged for ${where}: ${why}.`,
    hint: 'Guard what may be absent with `has(self.key)`, or make the rule simpler; otherwise look at the change yourself.',
  };
}

function unjudgedFile(name: string, why: string): Problem {
  return {
    code: 'rule-unjudged',
    message: `The rules of ${name} could not be judged for this file: ${why}.`,
    hint: 'Split the file, or look at the change yourself.',
  };
}
