import type { Cel, Fault, Program } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { parseFieldPath } from './field-path.ts';
import { CALL_BUDGET, type Meter } from './meter.ts';
import { optional, type Value } from './value.ts';

/** A rule as Kubernetes writes it below `x-kubernetes-validations`. */
export type RuleText = {
  rule: string;
  message?: string;
  messageExpression?: string;
  /** Where the finding points to, relative to `self`: `.spec.replicas`. */
  fieldPath?: string;
  reason?: string;
  /** `oldSelf` is an optional, and the rule holds for new values too. */
  optionalOldSelf?: boolean;
};

export type Rule = {
  text: RuleText;
  program: Program;
  messageProgram?: Program;
  fieldPath: readonly string[];
  /** It compares with the old value, and is not asked where there is none. */
  transition: boolean;
};

/** A fault and the field of the rule in which it is. */
export type RuleFault = Fault & { field: 'rule' | 'messageExpression' | 'fieldPath' };

/** Compiles all parts of a rule. */
export function compileRule(cel: Cel, text: RuleText): { rule: Rule } | { fault: RuleFault } {
  const main = cel.compile(text.rule);
  if ('fault' in main) return { fault: { ...main.fault, field: 'rule' } };
  const fieldPath = parseFieldPath(text.fieldPath ?? '');
  if (fieldPath === undefined)
    return { fault: { message: 'it is not a path such as `.spec.replicas`', offset: 0, field: 'fieldPath' } };
  const transition = main.program.usesOldSelf && text.optionalOldSelf !== true;
  const rule: Rule = { text, program: main.program, fieldPath, transition };
  if (text.messageExpression === undefined) return { rule };
  const message = cel.compile(text.messageExpression);
  if ('fault' in message) return { fault: { ...message.fault, field: 'messageExpression' } };
  return { rule: { ...rule, messageProgram: message.program } };
}

export type Verdict =
  | { kind: 'holds' }
  /** It compares with an old value, and there is none. */
  | { kind: 'not-asked' }
  | { kind: 'broken' }
  | { kind: 'unjudged'; why: string };

/**
 * Judges one value by a rule. `budget` is what is left for all rules of the file.
 * @param oldSelf the value at the same place before the change, when there is one.
 */
export function judgeRule(
  cel: Cel,
  rule: Rule,
  self: Value,
  oldSelf: Value | undefined,
  budget: Meter,
  seen?: string[],
): Verdict {
  if (rule.transition && oldSelf === undefined) return { kind: 'not-asked' };
  const outcome = metered(budget, seen, (meter) =>
    evaluate(cel.regex, rule.program, variables(rule, self, oldSelf), meter),
  );
  if (outcome.kind === 'over-budget') return { kind: 'unjudged', why: 'it costs too much on this file' };
  if (outcome.kind === 'error') return { kind: 'unjudged', why: outcome.message };
  if (typeof outcome.value !== 'boolean') return { kind: 'unjudged', why: 'it gives no `true` or `false`' };
  return { kind: outcome.value ? 'holds' : 'broken' };
}

/**
 * What the rule's author has to say. As in Kubernetes, a message expression that fails, or gives no single
 * line, gives way to `message`; without either there is none.
 */
export function messageOf(
  cel: Cel,
  rule: Rule,
  self: Value,
  oldSelf: Value | undefined,
  budget: Meter,
): string | undefined {
  const { messageProgram } = rule;
  const outcome =
    messageProgram &&
    metered(budget, undefined, (meter) =>
      evaluate(cel.regex, messageProgram, variables(rule, self, oldSelf), meter),
    );
  if (outcome?.kind === 'value' && typeof outcome.value === 'string') {
    const text = outcome.value.trim();
    if (text !== '' && !/[\r\n]/.test(text)) return text;
  }
  return rule.text.message;
}

function variables(rule: Rule, self: Value, oldSelf: Value | undefined): { self: Value; oldSelf?: Value } {
  if (rule.text.optionalOldSelf === true) return { self, oldSelf: optional(oldSelf) };
  return oldSelf === undefined ? { self } : { self, oldSelf };
}

/** One evaluation may cost so much, and all of a file not more than its budget. */
function metered<T>(budget: Meter, seen: string[] | undefined, work: (meter: Meter) => T): T {
  const start = Math.min(CALL_BUDGET, budget.left);
  const meter: Meter = { left: start, ...(seen === undefined ? {} : { seen }) };
  const result = work(meter);
  budget.left -= start - Math.max(0, meter.left);
  return result;
}
