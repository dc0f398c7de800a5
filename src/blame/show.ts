import type { Finding } from '../findings/finding.ts';
import { inert, plainLine } from '../reports/escape.ts';
import { byPath } from '../reports/group.ts';
import { cut, paint, wrap } from '../reports/layout.ts';
import { plural, titleOf } from '../reports/messages.ts';
import { COLUMN, labelled, type Page } from '../reports/page.ts';
import type { ReportOptions } from '../reports/report.ts';
import { jsonText } from '../reports/snapshots.ts';
import { fileSection } from '../reports/terminal-file.ts';
import { nothingFound } from '../restore/show.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import type { Blame, Candidate } from './candidate.ts';
import { byWorst, headText, lookedText, NO_CANDIDATE, nameText, whoText, whyText } from './told.ts';

/** Files of the first candidate whose keys are shown, and of every other one. */
const FILES = { first: 3, others: 1 };
/** Keys of a file. */
const KEYS = { first: 8, others: 3 };
const MOST_MISSING = 5;

/** What changed, who did it, when, and how to undo it: the likeliest cause first. */
export function blameText(blame: Blame, options: ReportOptions): string {
  const style = paint(options.color);
  const page: Page = { decision: nothingFound([]), width: Math.max(40, options.width ?? 80), style };
  const { candidates } = blame;
  const sections = [
    wrap(plainLine(headText(blame)), page.width).map(style.quiet),
    ...candidates.map((candidate, index) => candidateLines(page, candidate, index)),
    lookedLines(page, blame),
  ];
  return `${inert(sections.map((lines) => lines.join('\n')).join('\n\n'))}\n`;
}

export function blameJson(blame: Blame): string {
  return jsonText({ version: 1, ...blame });
}

function candidateLines(page: Page, candidate: Candidate, index: number): string[] {
  const { style } = page;
  const { subject, changes, findings, undo, others, paths } = candidate;
  const first = index === 0;
  const say = (label: string, text: string) => labelled(page, style.quiet, label, text);
  const lines = [
    style.strong(cut(`${index + 1}  ${plainLine(subject === '' ? '(no message)' : subject)}`, page.width)),
    ...say('who', whoText(candidate)),
    ...say('when', `${candidate.at.slice(0, 16).replace('T', ' ')} UTC · ${nameText(candidate)}`),
    ...say('why', whyText(candidate)),
    // On one line, however long: a command that is broken into several is not one any more when it is pasted.
    `  ${style.green('undo')}${' '.repeat(COLUMN - 6)}${style.strong(plainLine(undo))}`,
  ];
  const files = first ? FILES.first : FILES.others;
  const shown = changes.toSorted(byWorst(findings)).slice(0, files);
  for (const change of shown) {
    const own = shortened(change, first ? KEYS.first : KEYS.others);
    lines.push(
      ...(first ? [''] : []),
      ...fileSection(page, change.path, [], own).filter((line) => line !== ''),
    );
    lines.push(...saidLines(page, findings, change.path));
  }
  const more = [
    ...(changes.length > shown.length ? [`${plural(changes.length - shown.length, 'more file')} of it`] : []),
    ...(changes.length === 0 ? [paths.slice(0, 3).join(', ')] : []),
    ...(others > 0 ? [`${plural(others, 'file')} of other things`] : []),
  ];
  if (more.length > 0) lines.push(...say('also', more.join(' · ')));
  return lines;
}

/** What the check says about a file, by title: the whole text stands in `holdfast check`. */
function saidLines(page: Page, findings: readonly Finding[], path: string): string[] {
  const own = byPath(findings).get(path) ?? [];
  if (own.length === 0) return [];
  const titles = [...new Set(own.map(({ check, severity }) => `${titleOf(check)} (${severity})`))];
  return labelled(page, page.style.red, 'says', titles.join(' · '));
}

function shortened(change: ChangeSummary, most: number): ChangeSummary {
  const { keys, lines } = change;
  if (keys !== undefined && keys.length > most)
    return { ...change, keys: keys.slice(0, most), keysTotal: change.keysTotal ?? keys.length };
  if (lines !== undefined && lines.length > most * 2)
    return { ...change, lines: lines.slice(0, most * 2), linesTotal: change.linesTotal ?? lines.length };
  return change;
}

function lookedLines(page: Page, blame: Blame): string[] {
  const { style } = page;
  const { candidates, missing, policy, looked } = blame;
  const lines = [
    ...(candidates.length === 0 ? [style.yellow(style.strong(NO_CANDIDATE))] : []),
    lookedText(looked),
    `Read and judged: ${looked.judged}. Policy: ${plainLine(policy)}.`,
  ];
  for (const { detail, hint } of missing.slice(0, MOST_MISSING)) {
    lines.push(...labelled(page, style.yellow, 'missing', detail));
    lines.push(...labelled(page, style.quiet, '', hint));
  }
  return lines;
}
