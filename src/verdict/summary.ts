import type { Subject } from '../checks/check.ts';
import { hiddenNames } from '../checks/hidden-names.ts';
import type { KeyChange } from '../diff/difference.ts';
import { type Hunk, lineHunks } from '../diff/lines.ts';
import { type Document, textOf } from '../documents/document.ts';
import { maskedLines } from '../findings/excerpt.ts';
import type { ChangeSummary, KeySummary, LineSummary } from './decision.ts';

/** Key differences of one file that reports get; the rest is counted. */
const MOST_KEYS = 50;
const MOST_LINES = 100;

/**
 * One file of the change as reports show it, sensitive values masked.
 * @param found whether there are findings in it: only then are the lines of its keys looked up.
 */
export function summarise(subject: Subject, found: boolean): ChangeSummary {
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
  if (difference === undefined) return { ...summary, ...lineSummaries(subject) };
  summary.keysKept = round(difference.keys.share);
  summary.keys = difference.changes.slice(0, MOST_KEYS).map((key) => toKeySummary(subject, key, found));
  if (difference.changes.length > MOST_KEYS) summary.keysTotal = difference.changes.length;
  return summary;
}

/** Ciphertext says nothing to anybody, and a file that came or went has no difference. */
function lineSummaries({ before, after, selection }: Subject): Pick<ChangeSummary, 'lines' | 'linesTotal'> {
  const [then, now] = [textOf(before), textOf(after)];
  if (then === undefined || now === undefined || isEncrypted(before) || isEncrypted(after)) return {};
  if (selection.sensitive.length > 0) return {};
  const hunks = lineHunks(then, now);
  if (hunks === undefined || hunks.length === 0) return {};
  const shown = { '-': maskedLines(then), '+': maskedLines(now) };
  const lines = hunks
    .flatMap((hunk) => numbered(hunk))
    .map(({ sign, line }) => ({ sign, line, text: shown[sign](line - 1) }));
  const first = lines.slice(0, MOST_LINES);
  return lines.length > first.length ? { lines: first, linesTotal: lines.length } : { lines: first };
}

function numbered({ beforeLine, afterLine, lines }: Hunk): Omit<LineSummary, 'text'>[] {
  const changed: Omit<LineSummary, 'text'>[] = [];
  let [before, after] = [beforeLine, afterLine];
  for (const line of lines) {
    if (line.startsWith('-')) changed.push({ sign: '-', line: before });
    if (line.startsWith('+')) changed.push({ sign: '+', line: after });
    if (!line.startsWith('+')) before += 1;
    if (!line.startsWith('-')) after += 1;
  }
  return changed;
}

function isEncrypted(document: Document | undefined): boolean {
  return document?.kind === 'opaque' && document.reason === 'encrypted';
}

function toKeySummary(subject: Subject, change: KeyChange, found: boolean): KeySummary {
  const { before, after, context } = subject;
  const document = change.kind === 'removed' ? before : after;
  const line =
    found && document?.kind === 'parsed' ? document.place(change.key, change.document)?.line : undefined;
  const summary: KeySummary = { kind: change.kind, key: hiddenNames(subject)(change.name) };
  if (line !== undefined) summary.line = line;
  if (change.before !== undefined) summary.before = context.show(change.before, change.segments);
  if (change.after !== undefined) summary.after = context.show(change.after, change.segments);
  return summary;
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
