import { at } from '../cel/apply.ts';
import { pairItems } from '../diff/items.ts';
import { joinName } from '../diff/keys.ts';
import type { ParsedDocument } from '../documents/document.ts';
import type { Json } from '../model/json.ts';
import { child, type Pointer, parentOf, segmentsOf } from '../model/pointer.ts';
import type { Check, Report, Subject } from './check.ts';
import type { BrokenRule } from './context.ts';
import { serviceOf, value, withStop } from './words.ts';

export const ruleViolation: Check = {
  id: 'rule-violation',
  severity: 'error',
  uncritical: 'error',
  summary: 'A value breaks a rule of the policy or of its schema',
  help: 'Rules are written in CEL, as Kubernetes has them below `x-kubernetes-validations`: `self` is the value after the change, `oldSelf` the one before it. A rule with `oldSelf` judges the step and not the value, and is asked only where there was an old value; this is how halving a number of replicas or moving a version backwards is seen, although every single value is valid. What broke a rule before already, by the same values, is a notice. A rule that fails on a file, or costs more than it may, makes the file inconclusive.',
  configure:
    '`rules:` in a rule under `critical:`; or `x-kubernetes-validations` in the schema that `schema:` names, which may be a whole CustomResourceDefinition. `severity: warning` in a rule makes its findings warnings.',
  run(subject) {
    const { after } = subject;
    if (after?.kind !== 'parsed') return [];
    return subject.context.rules().map((broken) => toReport(subject, after, broken));
  },
  message(finding) {
    const { message, rule, policy, schema, before, after } = finding.args;
    const key = finding.key === undefined || finding.key === '' ? '' : finding.key;
    const step =
      before !== undefined
        ? ` It was ${value(before)} and is ${value(after)}.`
        : after !== undefined
          ? ` It is ${value(after)}.`
          : '';
    const owner = policy === undefined ? `The schema ${String(schema)}` : 'The policy';
    const old = finding.args.old === true;
    return {
      what:
        message === undefined
          ? `${finding.path}: ${key === '' ? 'the document' : key} breaks a rule.`
          : `${finding.path}: ${key === '' ? '' : `${key}: `}${withStop(String(message))}`,
      why: old
        ? `It broke ${policy === undefined ? String(schema) : 'the policy'} before this change already: ${shortened(String(rule))}.${step}`
        : `${owner} demands \`${shortened(String(rule))}\`.${step} ${serviceOf(finding.service)} may not survive it.`,
      fix:
        policy === undefined
          ? 'Bring the value in line with the rule. If the rule is wrong, change the schema first, in a pull request of its own.'
          : 'Bring the value in line with the rule. If the rule is wrong, change the policy first, in a pull request of its own.',
    };
  },
};

function toReport({ context }: Subject, after: ParsedDocument, broken: BrokenRule): Report {
  const { document, key, source, rule, message, reason, old, severity, before } = broken;
  const root = after.values[document] ?? null;
  const steps = namesOf(root, key);
  const segments = steps.map(({ name }) => name);
  const now = at(root, key);
  const scalars = [before, now].every((one) => one === undefined || one === null || typeof one !== 'object');
  return {
    severity: old ? 'notice' : severity,
    place: nearestPlace(after, document, key),
    key: steps.reduce(joinStep, ''),
    args: {
      ...source,
      rule,
      ...(message === undefined ? {} : { message: shortened(message, 500) }),
      ...(reason === undefined ? {} : { reason }),
      ...(scalars && before !== undefined ? { before: context.show(before, segments) } : {}),
      ...(scalars && now !== undefined ? { after: context.show(now, segments) } : {}),
      ...(old ? { old } : {}),
      ...(after.values.length > 1 ? { document: document + 1 } : {}),
    },
  };
}

/** A default has no place of its own: the nearest value above it has. */
function nearestPlace(after: ParsedDocument, document: number, key: Pointer): Report['place'] {
  const place = after.place(key, document, 'key');
  if (place !== undefined) return place;
  return key === '' ? { line: 1, column: 1 } : nearestPlace(after, document, parentOf(key));
}

type Step = { name: string; item: boolean };

/** The steps to a value; list items by identity where they have one. */
function namesOf(root: Json, pointer: Pointer): Step[] {
  let value: Json | undefined = root;
  return segmentsOf(pointer).map((segment) => {
    const list = Array.isArray(value) ? value : undefined;
    value = value === undefined ? undefined : at(value, child('', segment));
    return list === undefined
      ? { name: segment, item: false }
      : { name: labelsOf(list)[Number(segment)] ?? segment, item: true };
  });
}

const labels = new WeakMap<Json[], (string | undefined)[]>();

function labelsOf(list: Json[]): (string | undefined)[] {
  let known = labels.get(list);
  if (known === undefined) {
    known = new Array(list.length);
    for (const { before, label } of pairItems(list, [])) if (before !== undefined) known[before] = label;
    labels.set(list, known);
  }
  return known;
}

function joinStep(parent: string, { name, item }: Step): string {
  return item ? `${parent}[${name}]` : joinName(parent, name);
}

function shortened(text: string, most = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}
