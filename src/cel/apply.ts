import type { Json } from '../model/json.ts';
import { child, type Pointer, segmentsOf, valueAt } from '../model/pointer.ts';
import type { Cel } from './compile.ts';
import { type Meter, OverBudget } from './meter.ts';
import { judgeRule, messageOf, type Rule } from './rule.ts';
import type { Value } from './value.ts';
import { type Exact, NO_EXACT, type Shape, toValue } from './view.ts';

/** One side of a comparison: the document, where `self` stands in it, and what a schema says of that place. */
export type Side = {
  document: Json;
  pointer: Pointer;
  shape?: Shape;
  exact: Exact;
  /** Values that were made already, by their places: several rules look at the same one. */
  views: Map<Pointer, Value>;
  /** The same document without the values that may not be shown: messages are made of it. */
  masked(): Json;
};

export type Applied =
  | { kind: 'holds' | 'not-asked' }
  | { kind: 'unjudged'; why: string }
  | {
      kind: 'broken';
      message?: string;
      /** The value that `fieldPath` names, as far as it exists; `self` without one. */
      key: Pointer;
      /** What stood there before, where the rule compares with it. */
      before?: Json;
      /** It was broken before already, by the same values: this change has not done it. */
      old: boolean;
    };

/** Judges the value of one place. @param then the same place before the change, when it existed. */
export function applyRule(cel: Cel, rule: Rule, now: Side, then: Side | undefined, budget: Meter): Applied {
  try {
    const self = viewOf(budget, now);
    const oldSelf = then && rule.program.usesOldSelf ? viewOf(budget, then) : undefined;
    const verdict = judgeRule(cel, rule, self, oldSelf, budget);
    if (verdict.kind !== 'broken') return verdict;
    const message = tellMessage(cel, rule, now, then, budget);
    const key = fieldOf(now, rule.fieldPath);
    const before =
      then && rule.program.usesOldSelf
        ? at(then.document, then.pointer + key.slice(now.pointer.length))
        : undefined;
    return {
      kind: 'broken',
      key,
      ...(before === undefined ? {} : { before }),
      old: then !== undefined && !rule.program.usesOldSelf && wasBroken(cel, rule, self, then, budget),
      ...(message === undefined ? {} : { message }),
    };
  } catch (error) {
    if (error instanceof OverBudget) return { kind: 'unjudged', why: 'the file is too large for its rules' };
    if (error instanceof RangeError) return { kind: 'unjudged', why: 'the file is nested too deeply' };
    throw error;
  }
}

function viewOf(budget: Meter, { document, pointer, shape, exact, views }: Side): Value {
  let view = views.get(pointer);
  if (view === undefined) {
    view = toValue(budget, at(document, pointer) ?? null, shape, exact, pointer);
    views.set(pointer, view);
  }
  return view;
}

/** Broken before too, and by the same values: what the rule looked at has not changed. */
function wasBroken(cel: Cel, rule: Rule, self: Value, then: Side, budget: Meter): boolean {
  const [seenNow, seenThen]: [string[], string[]] = [[], []];
  const before = judgeRule(cel, rule, viewOf(budget, then), undefined, budget, seenThen);
  if (before.kind !== 'broken') return false;
  judgeRule(cel, rule, self, undefined, budget, seenNow);
  return seenNow.length === seenThen.length && seenNow.every((seen, index) => seen === seenThen[index]);
}

function tellMessage(
  cel: Cel,
  rule: Rule,
  now: Side,
  then: Side | undefined,
  budget: Meter,
): string | undefined {
  if (rule.messageProgram === undefined) return rule.text.message;
  const shown = (side: Side) =>
    viewOf(budget, { ...side, document: side.masked(), exact: NO_EXACT, views: new Map() });
  return messageOf(cel, rule, shown(now), then && shown(then), budget);
}

function fieldOf({ document, pointer }: Side, path: readonly string[]): Pointer {
  let key = pointer;
  for (const name of path) {
    const next = child(key, name);
    if (at(document, next) === undefined) break;
    key = next;
  }
  return key;
}

/** The value at a pointer; `undefined` when there is none. */
export function at(document: Json, pointer: Pointer): Json | undefined {
  return valueAt(document, segmentsOf(pointer));
}
