import type { Difference, KeyChange } from '../diff/difference.ts';
import { compareKeys } from '../diff/keys.ts';
import type { ParsedDocument } from '../documents/document.ts';
import type { Args } from '../findings/finding.ts';
import { count } from '../model/text.ts';
import { environmentKind } from '../policy/environments.ts';
import type { Check, Report, Subject } from './check.ts';
import type { Sibling } from './context.ts';
import { matchBelow, matcherOf } from './key-match.ts';
import { list, putBack, serviceOf } from './words.ts';

export const environmentParity: Check = {
  id: 'environment-parity',
  severity: 'warning',
  uncritical: 'notice',
  folds: ['key-removed'],
  summary: 'The environments no longer have the same keys',
  help: "The same file of all other environments still has a key that this change takes away here: warning in production's file, notice elsewhere, where a removal often starts. At least two other files have to agree, or one that the policy's `environments` declares. In declared families two more things are notices: a key that is new in another environment while production lacks it and is not touched, to be decided before the promotion; and a key that the change adds to all other environments, but not here. Keys below list items without an identity are not compared. All keys of a file are one finding.",
  configure:
    "Declare the families: `environments: ['config/auth/{environment}.yml']`. A key that no environment may lose is named under `protect`.",
  run(subject) {
    const { before, after, difference, context } = subject;
    if (difference === undefined || before?.kind !== 'parsed' || after?.kind !== 'parsed') return [];
    const others = othersOf(context.siblings());
    if (others.length === 0) return [];
    return [
      ...lost(subject, before, difference, others),
      ...ahead(after, difference, others),
      ...behind(after, others),
    ];
  },
  message(finding, base) {
    const { how, keys, total, environments } = finding.args;
    const [number, names] = [Number(total), list(Array.isArray(keys) ? keys : [], Number(total))];
    const known = Array.isArray(environments) ? environments : [];
    const others = list(known);
    const all = known.length === 1 ? others : `all other environments (${others})`;
    const texts: Record<string, { what: string; why: string; fix: string }> = {
      lost: {
        what: `${finding.path} loses ${count(number, 'key')} that ${all} ${known.length === 1 ? 'keeps' : 'keep'}: ${names}.`,
        why: `${serviceOf(finding.service)} takes a built-in default here, and only here.`,
        fix: `If that is not on purpose: ${putBack(base, finding.path)}.`,
      },
      ahead: {
        what: `${finding.path} gains ${count(number, 'key')} that ${others} does not have: ${names}.`,
        why: 'What runs here will run there without it after the next promotion.',
        fix: `Decide now what ${others} is to have.`,
      },
      behind: {
        what: `${finding.path} does not get ${count(number, 'key')} that this change adds to ${all}: ${names}.`,
        why: `${serviceOf(finding.service)} would run here without it.`,
        fix: 'Add it here too, or say in the change why it stays away.',
      },
    };
    return texts[String(how)]!;
  },
};

/** The same file of another environment, both versions parsed. */
type Other = { environment: string; declared: boolean; before: ParsedDocument; after: ParsedDocument };

/** A file that cannot be read by key, or that the change removes, is no environment to compare with. */
function othersOf(siblings: readonly Sibling[]): Other[] {
  return siblings.flatMap(({ relation, environment, path, document, after }) => {
    if (relation !== 'declared' && relation !== 'discovered') return [];
    if (document.kind !== 'parsed' || after?.kind !== 'parsed') return [];
    return [{ environment: environment ?? path, declared: relation === 'declared', before: document, after }];
  });
}

/** What this change removes here, and all others keep. */
function lost(
  { selection, context }: Subject,
  before: ParsedDocument,
  { changes }: Difference,
  others: readonly Other[],
): Report[] {
  const enough = others.some(({ declared }) => declared) ? 1 : 2;
  const removed = changes.filter(({ kind, segments }) => kind === 'removed' && isComparable(segments));
  if (others.length < enough || removed.length === 0) return [];
  const protects = matcherOf(selection.protect);
  let gone = removed.filter((change) => matchBelow(change, protects, true).length === 0);
  for (const { after } of others) {
    if (gone.length === 0) return [];
    const lacksKey = lacks(before, after);
    gone = gone.filter(({ segments }) => !lacksKey(segments));
  }
  const [first] = gone;
  if (first === undefined) return [];
  const place = before.place(first.beforeKey ?? '', first.beforeDocument);
  const severity = isProduction(context.environment()) ? 'warning' : 'notice';
  return [{ severity, side: 'before', place, args: argsOf('lost', gone, others) }];
}

/** What is new here, and production's file, which the change does not touch, does not have. */
function ahead(after: ParsedDocument, { changes }: Difference, others: readonly Other[]): Report[] {
  const production = others.find(({ declared, environment }) => declared && isProduction(environment));
  const added = changes.filter(({ kind, segments }) => kind === 'added' && isComparable(segments));
  if (production === undefined || isTouched(production) || added.length === 0) return [];
  const lacksKey = lacks(after, production.after);
  const fresh = added.filter(({ segments }) => lacksKey(segments));
  const [first] = fresh;
  if (first === undefined) return [];
  const place = after.place(first.key, first.document);
  return [{ severity: 'notice', place, args: argsOf('ahead', fresh, [production]) }];
}

/** What the change adds to every other environment, of which there are at least two. */
function behind(after: ParsedDocument, others: readonly Other[]): Report[] {
  const declared = others.filter((other) => other.declared);
  if (declared.length < 2 || !declared.every(isTouched)) return [];
  const [first, ...rest] = declared.map((other) => ({
    ...other,
    added: compareKeys(other.before, other.after).changes.filter(({ kind }) => kind === 'added'),
  }));
  const here = lacks(first!.after, after);
  const missing = first!.added.filter(
    ({ segments }) =>
      isComparable(segments) &&
      here(segments) &&
      rest.every(({ added }) => added.some((other) => idOf(other.segments) === idOf(segments))),
  );
  if (missing.length === 0) return [];
  return [{ severity: 'notice', place: { line: 1, column: 1 }, args: argsOf('behind', missing, declared) }];
}

/** Asks whether a key of `one` has no counterpart in `other`: it or something above it is missing there. */
function lacks(one: ParsedDocument, other: ParsedDocument): (segments: readonly string[]) => boolean {
  const { changes } = compareKeys(one, other);
  const removed = new Set(
    changes.filter(({ kind }) => kind === 'removed').map(({ segments }) => idOf(segments)),
  );
  const replaced = new Set(
    changes
      .filter(({ kind }) => kind !== 'removed' && kind !== 'added')
      .map(({ segments }) => idOf(segments)),
  );
  return (segments) =>
    segments.some((_, index) => {
      const id = idOf(segments.slice(0, index + 1));
      return removed.has(id) || (replaced.has(id) && index < segments.length - 1);
    });
}

function idOf(segments: readonly string[]): string {
  return JSON.stringify(segments);
}

/** An item without an identity may be any item of another file's list. */
function isComparable(segments: readonly string[]): boolean {
  return segments.length > 0 && !segments.some((segment) => /^\d+$/.test(segment));
}

function isProduction(environment: string | undefined): boolean {
  return environment !== undefined && environmentKind(environment) === 'production';
}

function isTouched({ before, after }: Other): boolean {
  return before.text !== after.text;
}

/** Names that a report lists; the total is always given. */
const MOST_KEYS = 20;

function argsOf(how: string, changes: readonly KeyChange[], others: readonly Other[]): Args {
  return {
    how,
    keys: changes.slice(0, MOST_KEYS).map(({ name }) => name),
    total: changes.length,
    environments: others.map(({ environment }) => environment).sort(),
  };
}
