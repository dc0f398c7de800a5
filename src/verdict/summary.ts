import type { Subject } from '../checks/check.ts';
import type { KeyChange } from '../diff/difference.ts';
import type { ChangeSummary, KeySummary } from './decision.ts';

/** Key differences of one file that reports get; the rest is counted. */
const MOST_KEYS = 50;

/** One file of the change as reports show it, sensitive values masked. */
export function summarise(subject: Subject): ChangeSummary {
  const { change, selection, difference, lines, after } = subject;
  const summary: ChangeSummary = {
    path: change.path,
    status: change.status,
    rule: selection.rule,
    critical: selection.critical,
  };
  if (change.from !== undefined) summary.from = change.from;
  if (change.to !== undefined) summary.to = change.to;
  if (selection.service !== undefined) summary.service = selection.service;
  if (after?.kind === 'parsed' || after?.kind === 'broken') summary.format = after.format;
  if (lines !== undefined) summary.linesKept = round(lines.share);
  if (difference === undefined) return summary;
  summary.keysKept = round(difference.keys.share);
  summary.keys = difference.changes.slice(0, MOST_KEYS).map((key) => toKeySummary(subject, key));
  if (difference.changes.length > MOST_KEYS) summary.keysTotal = difference.changes.length;
  return summary;
}

function toKeySummary({ before, after, context }: Subject, change: KeyChange): KeySummary {
  const document = change.kind === 'removed' ? before : after;
  const line = document?.kind === 'parsed' ? document.place(change.key, change.document)?.line : undefined;
  const summary: KeySummary = { kind: change.kind, key: change.name };
  if (line !== undefined) summary.line = line;
  if (change.before !== undefined) summary.before = context.show(change.before, change.segments);
  if (change.after !== undefined) summary.after = context.show(change.after, change.segments);
  return summary;
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
