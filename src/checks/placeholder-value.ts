import { textOf } from '../documents/document.ts';
import type { Severity } from '../findings/finding.ts';
import { isSensitiveKey } from '../findings/redact.ts';
import { isEmpty, type Json } from '../model/json.ts';
import { environmentKinds } from '../policy/environments.ts';
import { isSample } from '../policy/relatives.ts';
import type { Check, Subject } from './check.ts';
import { environmentWords } from './environment-words.ts';
import {
  hasExpression,
  hasHole,
  namesOwnHost,
  namesRealHost,
  namesSampleHost,
  type Placeholder,
  placeholderIn,
} from './placeholders.ts';
import { THRESHOLDS } from './thresholds.ts';
import { type ValueChange, valueChanges } from './value-changes.ts';
import { type Found, othersOf, reportTogether } from './value-reports.ts';
import { putBack, serviceOf, value } from './words.ts';

export const placeholderValue: Check = {
  id: 'placeholder-value',
  severity: 'error',
  uncritical: 'warning',
  foldsOfKey: ['key-retyped', 'schema-violation', 'value-doubtful'],
  summary: 'A real value becomes a placeholder, or is lost',
  help: 'A value that was real is now one that somebody still has to fill in (`CHANGEME`, `<your-token>`, `TODO`, `example.com`, `password`), one that a screen masked (`********`, `[REDACTED]`), or what a failed rendering leaves behind (`undefined`, `[object Object]`, `<no value>`, `"${{"`, `https:///v1`, `registry/api:`): error. A scripted edit of a public project turned every expression of its workflows into `"${{"`; the YAML stayed valid. Warning where the new value is a real one in some files: `localhost` in place of a host, `None`, `test`, an expression in a file that had none; and where a new key of a critical file starts with an unmistakable placeholder. A value that becomes empty is a notice, because ordinary changes do that, too. It is a warning for secrets and for five keys at once, and an error for a whole document inside of a value. A value that was a placeholder before is no news, and samples (`app.yml.example`) are full of them.',
  configure:
    'There is no option. Name keys that may never be emptied under `protect`, and give a key that needs more than that a schema with a `pattern` or a `format`.',
  run(subject) {
    if (isSample(subject.change.path)) return [];
    const found = valueChanges(subject).flatMap((change) => judge(change, subject) ?? []);
    const emptied = found.filter(
      ({ facts, change }) => facts.how === 'emptied' && typeof change.before !== 'object',
    );
    const many = emptied.length >= THRESHOLDS.emptiedKeys;
    const raised = found.map(
      (one): Found =>
        many && one.facts.how === 'emptied' && one.severity === 'notice'
          ? { ...one, severity: 'warning' }
          : one,
    );
    return reportTogether(raised, subject);
  },
  message(finding, base) {
    const { how, kind, before, after } = finding.args;
    const where = finding.key === undefined ? 'A value' : finding.key;
    const others = othersOf(finding);
    const shown = before === undefined ? '' : ` (it was ${value(before)})`;
    const meaning = MEANINGS[String(kind)] ?? '';
    const what: Record<string, string> = {
      replaced: `${where} in ${finding.path} becomes ${after === undefined ? meaning : `${value(after)}: ${meaning}`}${shown}.${others}`,
      emptied: `${where} in ${finding.path} loses its value${shown}.${others}`,
      added: `${where} is new in ${finding.path}, and is ${after === undefined ? meaning : `${value(after)}: ${meaning}`}.${others}`,
    };
    return {
      what: what[String(how)]!,
      why: `${serviceOf(finding.service)} takes it as it stands: the file is still valid.`,
      fix:
        how === 'added'
          ? 'Fill in the real value before this is merged, or leave the key out.'
          : `Put the old value back: ${putBack(base, finding.path)}. Then look at what wrote it: a variable that was not set, a sample, a search and replace.`,
    };
  },
};

const MEANINGS: Record<string, string> = {
  'fill-in': 'a placeholder that somebody has to fill in',
  filler: 'a filler',
  mask: 'a mask that some tool shows instead of the value',
  'no-value': 'what a program writes for a value that it does not have',
  'broken-expression': 'an expression that is cut off or empty',
  hole: 'a value in which a part is missing',
  'sample-key': "a key of somebody's documentation",
  'weak-secret': 'a password that everybody knows',
  'sample-host': 'a host that exists in examples only',
  'own-host': 'the machine itself instead of another host',
  unrendered: 'an expression, in a file that had none',
  emptied: 'nothing',
};

type Kind = Placeholder['kind'] | 'emptied';

/** Keys whose values are for people, who know a placeholder when they see one. */
const FOR_PEOPLE =
  /(?:^|[._-])(?:examples?|placeholder|description|desc|help|hint|comments?|title|summary|message|notes?|label|about|text)$|(?:Description|Placeholder|Example|Help|Text|Title|Message|Label)$/i;

/** What stands below names a secret, and is none: `secretKeyRef: {name: db, key: password}`. */
const REFERENCE = /(?:Ref|From|_ref|_from)$/;

function judge(change: ValueChange, subject: Subject): Found | undefined {
  const { before, after, segments } = change;
  const sensitive = isSensitiveKey(segments) && !segments.some((segment) => REFERENCE.test(segment));
  const wasEmpty = before === undefined || isEmpty(before);
  if (isEmpty(after)) return wasEmpty ? undefined : emptied(change, sensitive);
  if (typeof after !== 'string') return undefined;
  const now = placeholderIn(after, sensitive);
  const forPeople = FOR_PEOPLE.test(segments.at(-1) ?? '');
  if (forPeople && now?.kind !== 'broken-expression') return undefined;
  if (wasEmpty) return added(change, now, subject);
  if (placeholderIn(before, sensitive) !== undefined) return undefined;
  const found = (kind: Kind, severity: Severity): Found => ({
    change,
    severity,
    facts: { how: 'replaced', kind },
  });
  if (now?.kind === 'filler' && !now.certain && namesEnvironment(before)) return undefined;
  if (now !== undefined) return found(now.kind, now.certain ? 'error' : 'warning');
  return typeof before === 'string' ? compared(before, after, found, subject) : undefined;
}

/** `production` that becomes `test` is another environment, not a filler. */
function namesEnvironment(value: Json | undefined): boolean {
  return typeof value === 'string' && environmentWords(value).length > 0;
}

/** What only the old value tells: a host was real, a part was there, nothing had to be put in. */
function compared(
  before: string,
  after: string,
  found: (kind: Kind, severity: Severity) => Found,
  subject: Subject,
): Found | undefined {
  if (after.includes('\n')) return undefined;
  const real = namesRealHost(before);
  const addressed = real || before.includes('/');
  if (addressed && hasHole(after) && !hasHole(before)) return found('hole', 'error');
  if (real && namesSampleHost(after) && !namesRealHost(after)) return found('sample-host', 'error');
  if (real && namesOwnHost(after) && !namesOwnHost(before) && !isForDevelopers(subject)) {
    return found('own-host', 'warning');
  }
  const first = hasExpression(after) && !hasExpression(textOf(subject.before) ?? '');
  return first ? found('unrendered', 'warning') : undefined;
}

function emptied(change: ValueChange, sensitive: boolean): Found | undefined {
  const { before, segments } = change;
  if (segments.length === 0 || change.named) return undefined;
  if (before === undefined || placeholderIn(before, sensitive) !== undefined) return undefined;
  const scalar = typeof before !== 'object';
  const lines = typeof before === 'string' ? before.trim().split('\n').length : 1;
  const severity = lines >= THRESHOLDS.emptiedLines ? 'error' : sensitive && scalar ? 'warning' : 'notice';
  return { change, severity, facts: { how: 'emptied', kind: 'emptied' } };
}

/** Kinds that no finished value has: in a new key they are news, too. */
const UNFINISHED = new Set<string>([
  'fill-in',
  'mask',
  'no-value',
  'broken-expression',
  'sample-key',
  'weak-secret',
]);

function added(change: ValueChange, now: Placeholder | undefined, subject: Subject): Found | undefined {
  if (now === undefined || !now.certain || !UNFINISHED.has(now.kind)) return undefined;
  if (!subject.selection.critical || isForDevelopers(subject)) return undefined;
  return { change, severity: 'warning', facts: { how: 'added', kind: now.kind } };
}

const FOR_DEVELOPERS = new Set(['development', 'test', 'demo', 'sandbox']);

function isForDevelopers({ change }: Subject): boolean {
  return environmentKinds(change.path).some((kind) => FOR_DEVELOPERS.has(kind));
}
