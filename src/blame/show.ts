import type { Finding } from '../findings/finding.ts';
import { inert, plainLine } from '../reports/escape.ts';
import { byPath } from '../reports/group.ts';
import { cut, paint, wrap } from '../reports/layout.ts';
import { plural, titleOf } from '../reports/messages.ts';
import { labelled, type Page } from '../reports/page.ts';
import type { ReportOptions } from '../reports/report.ts';
import { jsonText } from '../reports/snapshots.ts';
import { fileSection } from '../reports/terminal-file.ts';
import { nothingFound } from '../restore/show.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import type { Blame, Candidate, End } from './candidate.ts';
import type { Reason } from './rank.ts';

/** Files of the first candidate whose keys are shown, and of every other one. */
const FILES = { first: 3, others: 1 };
/** Keys of a file. */
const KEYS = { first: 8, others: 3 };
const MOST_WORDS = 6;
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

function headText({ service, since, until }: Blame): string {
  return `Holdfast blame ${service ?? 'all critical files'}  ${endText(since)} → ${endText(until)}`;
}

export function endText({ id, at, name }: End): string {
  const short =
    id !== null && /^[0-9a-f]{40,64}$/.test(id) && !id.startsWith(name) ? `${id.slice(0, 12)}, ` : '';
  return `${name} (${short}${at.slice(0, 16).replace('T', ' ')} UTC)`;
}

function candidateLines(page: Page, candidate: Candidate, index: number): string[] {
  const { style } = page;
  const { subject, changes, findings, undo, others, paths } = candidate;
  const first = index === 0;
  const say = (label: string, text: string, whole?: string) =>
    labelled(page, style.quiet, label, text, (line) => line, whole);
  const lines = [
    style.strong(cut(`${index + 1}  ${plainLine(subject === '' ? '(no message)' : subject)}`, page.width)),
    ...say('who', whoText(candidate)),
    ...say('when', `${candidate.at.slice(0, 16).replace('T', ' ')} UTC · ${nameText(candidate)}`),
    ...say('why', candidate.reasons.flatMap(reasonText).join(' · ')),
    ...labelled(page, style.green, 'undo', undo, style.strong, undo),
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

export function whoText({ author, inner, kind }: Candidate): string {
  if (kind === 'host') return 'not known: seen in a backup';
  const others = [...new Set(inner.map((commit) => commit.author))].filter((name) => name !== author);
  return others.length === 0 ? (author ?? '') : `${others.join(', ')}; merged by ${author}`;
}

export function nameText({ kind, id, pull, inner }: Candidate): string {
  if (kind === 'host') return `snapshot ${id}`;
  const parts = [`commit ${id.slice(0, 12)}`];
  if (pull !== null) parts.push(`pull request #${pull}`);
  if (inner.length > 0) parts.push(`with ${inner.map((commit) => commit.id.slice(0, 12)).join(', ')}`);
  return parts.join(' · ');
}

const TOUCH = {
  own: 'files of the service',
  related: 'its schemas, scripts or policy',
  critical: 'critical files of others',
  other: 'other configuration',
} as const;

export function reasonText(reason: Reason): string[] {
  switch (reason.kind) {
    case 'touch':
      return [TOUCH[reason.touch]];
    case 'outside-plan':
      return ['content that no commit of the deployment has'];
    case 'severity':
      return [`the check says ${reason.severity}`];
    case 'announced':
      return ['its message says so'];
    case 'lost':
      return reason.share < 0.05 ? [] : [`${Math.round(reason.share * 100)}% lost`];
    case 'symptom':
      return [`symptom: ${reason.words.slice(0, MOST_WORDS).join(', ')}`];
    case 'undone':
      return [reason.holds === 0 ? 'undone since' : `${Math.round(reason.holds * 100)}% of it still holds`];
    case 'latest':
      return ['the latest change of these files'];
    case 'time':
      return [ageText(reason.age)];
  }
}

function ageText(ms: number): string {
  const hours = Math.max(0, ms) / 3_600_000;
  if (hours < 1) return 'within the last hour';
  return hours < 48 ? `${Math.round(hours)} h before` : `${Math.round(hours / 24)} days before`;
}

/** What the check says about a file, by title: the whole text stands in `holdfast check`. */
function saidLines(page: Page, findings: readonly Finding[], path: string): string[] {
  const own = byPath(findings).get(path) ?? [];
  if (own.length === 0) return [];
  const titles = [...new Set(own.map(({ check, severity }) => `${titleOf(check)} (${severity})`))];
  return labelled(page, page.style.red, 'says', titles.join(' · '));
}

function byWorst(findings: readonly Finding[]): (one: ChangeSummary, other: ChangeSummary) => number {
  const order = [...byPath(findings).keys()];
  const place = ({ path }: ChangeSummary) => {
    const index = order.indexOf(path);
    return index === -1 ? order.length : index;
  };
  return (one, other) => place(one) - place(other);
}

function shortened(change: ChangeSummary, most: number): ChangeSummary {
  const { keys, lines } = change;
  if (keys !== undefined && keys.length > most)
    return { ...change, keys: keys.slice(0, most), keysTotal: change.keysTotal ?? keys.length };
  if (lines !== undefined && lines.length > most * 2)
    return { ...change, lines: lines.slice(0, most * 2), linesTotal: change.linesTotal ?? lines.length };
  return change;
}

function lookedLines(page: Page, { looked, candidates, missing, policy }: Blame): string[] {
  const { style } = page;
  const parts = [
    `${looked.own} touch the service`,
    `${looked.related} its schemas, scripts or policy`,
    `${looked.critical} other critical files`,
    `${looked.other} other configuration`,
    `${looked.none} no configuration`,
  ];
  const hosts = looked.snapshots === 0 ? '' : `, and ${plural(looked.snapshots, 'change')} between backups`;
  const lines = [
    ...(candidates.length === 0
      ? [style.yellow(style.strong('Nothing that was looked at can be the cause. That is no all-clear.'))]
      : []),
    `Looked at ${plural(looked.steps, 'commit')}${hosts}: ${parts.join(', ')}.`,
    `Read and judged: ${looked.judged}. Policy: ${plainLine(policy)}.`,
  ];
  for (const { detail, hint } of missing.slice(0, MOST_MISSING)) {
    lines.push(...labelled(page, style.yellow, 'missing', detail));
    lines.push(...labelled(page, style.quiet, '', hint));
  }
  return lines;
}
