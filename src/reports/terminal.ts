import type { Finding, Severity } from '../findings/finding.ts';
import type { ChangeSummary, Decision } from '../verdict/decision.ts';
import { inert, plainLine } from './escape.ts';
import { codeFrame } from './frame.ts';
import { byPath } from './group.ts';
import { keyLines, retentionText } from './keys.ts';
import { cut, type Paint, paint, widthOf, wrap } from './layout.ts';
import {
  describe,
  fixParts,
  headline,
  isWholeFile,
  plural,
  policySentence,
  shortId,
  verdictSentence,
  whatInFile,
} from './messages.ts';
import type { Report, ReportOptions } from './report.ts';

const FULL_FILES = 20;
const FULL_FINDINGS = 8;
const MOST_KEYS = 12;
const MOST_FOLDED = 5;
const MOST_LISTED = 10;
/** Where the texts beside the labels begin. */
const COLUMN = 11;
/** Longer lines of prose are hard to read, however wide the terminal is. */
const PROSE = 100;
const MARGIN = ' '.repeat(COLUMN);

type Page = { decision: Decision; width: number; style: Paint };

/** What a person reads at a terminal: each file with its findings, what was not looked at, the verdict last. */
export const terminalReport: Report = (decision, options: ReportOptions) => {
  const page = { decision, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const sections = [header(page), ...files(page), others(page), notLookedAt(page), summary(page)];
  const text = sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
  return `${inert(text)}\n`;
};

function header({ decision, style, width }: Page): string[] {
  const range = `${shortId(decision.base)} → ${shortId(decision.head)}`;
  const text = plainLine(`Holdfast  ${range}  ${policySentence(decision.policy)}`);
  return [style.quiet(cut(text, width))];
}

function files(page: Page): string[][] {
  const changes = new Map(page.decision.changes.map((change) => [change.path, change]));
  const groups = [...byPath(page.decision.findings)];
  const sections = groups
    .slice(0, FULL_FILES)
    .map(([path, findings]) => fileSection(page, path, findings, changes.get(path)));
  const left = groups.slice(FULL_FILES);
  if (left.length > 0) {
    const found = left.reduce((sum, [, findings]) => sum + findings.length, 0);
    const text = `… and ${plural(found, 'more finding')} in ${plural(left.length, 'more file')}; --format json lists them all`;
    sections.push(wrap(text, page.width));
  }
  return sections;
}

function fileSection(page: Page, path: string, findings: Finding[], change?: ChangeSummary): string[] {
  const { style } = page;
  const lines = fileTitle(page, path, change ?? { service: findings[0]?.service });
  for (const finding of findings.slice(0, FULL_FINDINGS)) lines.push('', ...findingLines(page, finding));
  const left = findings.slice(FULL_FINDINGS);
  if (left.length > 0) {
    const text = `… and ${plural(left.length, 'more finding')} in this file; --format json lists them all`;
    lines.push('', ...indented(page, text));
  }
  if (change === undefined) return lines;
  const kept = retentionText(change);
  const { lines: keys, more } = keyLines(change, MOST_KEYS);
  if (kept !== undefined || keys.length > 0) lines.push('');
  if (kept !== undefined) lines.push(...labelled(page, style.quiet, 'kept', kept));
  const gutter = Math.max(0, ...keys.map((key) => String(key.line ?? '').length));
  keys.forEach((key, index) => {
    const label = (index === 0 ? '  keys' : '').padEnd(COLUMN);
    const line = style.quiet(String(key.line ?? '').padStart(gutter));
    const text = cut(plainLine(`${key.sign} ${key.text}`), page.width - COLUMN - gutter - 1);
    lines.push(`${style.quiet(label)}${line} ${key.sign === '-' ? style.red(text) : style.green(text)}`);
  });
  if (more > 0) lines.push(`${' '.repeat(COLUMN + gutter + 1)}… ${plural(more, 'more key')}`);
  return lines;
}

/** The path, and at the right edge what it is; on a line of its own when both do not fit. */
function fileTitle({ style, width }: Page, path: string, change: Partial<ChangeSummary> | object): string[] {
  const { service, critical, status, from, to } = change as Partial<ChangeSummary>;
  const move = from !== undefined ? ` from ${from}` : to !== undefined ? `, now ${to}` : '';
  const about = [
    ...(service === undefined ? [] : [`service ${service}`]),
    ...(critical ? ['critical'] : []),
    ...(status === undefined ? [] : [`${status}${move}`]),
  ];
  const [name, facts] = [plainLine(path), plainLine(about.join(' · '))];
  const gap = width - widthOf(name) - widthOf(facts);
  if (gap >= 2) return [style.strong(name) + (facts === '' ? '' : `  ${style.quiet(facts)}`)];
  return [
    ...wrap(name, width).map(style.strong),
    ...wrap(facts, width - 2).map((line) => `  ${style.quiet(line)}`),
  ];
}

function findingLines(page: Page, finding: Finding): string[] {
  const { style, decision, width } = page;
  const frame = isWholeFile(finding) ? [] : codeFrame(finding, width - COLUMN, style);
  const folded = finding.folded ?? [];
  const lines = [
    ...labelled(
      page,
      colorOf(finding.severity, style),
      finding.severity,
      whatInFile(finding, decision.base),
      style.strong,
    ),
    ...wrap(plainLine(whereabouts(finding)), width - COLUMN).map((line) => `${MARGIN}${style.quiet(line)}`),
    ...(frame.length > 0 ? ['', ...frame.map((line) => `${MARGIN}${line}`), ''] : []),
    ...labelled(page, style.quiet, 'why', describe(finding, decision.base).why),
    ...fixLines(page, finding),
  ];
  folded.slice(0, MOST_FOLDED).forEach((consequence, index) => {
    const text = cut(plainLine(whatInFile(consequence, decision.base)), width - COLUMN);
    lines.push(style.quiet((index === 0 ? '  also' : '').padEnd(COLUMN)) + text);
  });
  const more = folded.length - MOST_FOLDED;
  if (more > 0) lines.push(`${MARGIN}and ${plural(more, 'more consequence')}`);
  return lines;
}

/** `deploy/auth.yaml:14:3 · syntax-error`: many editors and terminals open such a place. */
function whereabouts(finding: Finding): string {
  const { check, path, line, column, side, key } = finding;
  const parts = [check];
  if (isWholeFile(finding)) return check;
  if (line !== undefined && side !== 'before') {
    parts.unshift(`${path}:${line}${column === undefined ? '' : `:${column}`}`);
  }
  if (key !== undefined && key !== '') parts.push(key);
  if (line !== undefined && side === 'before') parts.push(`line ${line} of the old file`);
  return parts.join(' · ');
}

function fixLines(page: Page, finding: Finding): string[] {
  const { style, decision, width } = page;
  const { text, command, rest } = fixParts(finding, decision.base);
  if (command === undefined || !text.endsWith(': ') || !/^\.( |$)/.test(rest)) {
    const whole = command === undefined ? undefined : plainLine(command);
    return labelled(page, style.quiet, 'fix', text + (command ?? '') + rest, (line) => line, whole);
  }
  return [
    ...labelled(page, style.quiet, 'fix', text),
    ...wrap(plainLine(command), width - COLUMN - 2).map((line) => `${MARGIN}  ${style.blue(line)}`),
    ...wrap(plainLine(rest.slice(2)), Math.min(width, PROSE) - COLUMN).map((line) => `${MARGIN}${line}`),
  ];
}

function indented({ width }: Page, text: string): string[] {
  return wrap(text, width - 2).map((line) => `  ${line}`);
}

type Style = (text: string) => string;

function labelled(
  { width }: Page,
  color: Style,
  label: string,
  text: string,
  style: Style = (line) => line,
  whole?: string,
): string[] {
  return wrap(plainLine(text), Math.min(width, PROSE) - COLUMN, whole).map((line, index) =>
    index === 0
      ? `  ${color(label)}${' '.repeat(COLUMN - 2 - label.length)}${style(line)}`
      : `${MARGIN}${style(line)}`,
  );
}

function colorOf(severity: Severity, style: Paint): Style {
  return severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.blue;
}

/** Selected files with nothing found in them: that they were compared should be seen, too. */
function others({ decision, style, width }: Page): string[] {
  const found = new Set(decision.findings.map((finding) => finding.path));
  const unseen = new Set(decision.notLookedAt.map((item) => item.path));
  const rest = decision.changes.filter((change) => !found.has(change.path) && !unseen.has(change.path));
  if (rest.length === 0) return [];
  const lines = rest.slice(0, MOST_LISTED).map((change) => {
    const keys = change.keysTotal ?? change.keys?.length;
    const facts = keys === undefined ? change.status : `${change.status}, ${plural(keys, 'key')} changed`;
    return `  ${cut(plainLine(change.path), width - facts.length - 4)}  ${style.quiet(facts)}`;
  });
  const more = rest.length - MOST_LISTED;
  return [
    `Nothing found in ${plural(rest.length, found.size > 0 ? 'other file' : 'file')}`,
    ...lines,
    ...(more > 0 ? [`  … and ${plural(more, 'more file')}`] : []),
  ];
}

function notLookedAt(page: Page): string[] {
  const { decision, style } = page;
  const items = [...decision.notLookedAt].sort((left, right) => Number(right.blocks) - Number(left.blocks));
  if (items.length === 0) return [];
  const lines = [style.strong('Not looked at')];
  for (const item of items.slice(0, MOST_LISTED)) {
    lines.push(...wrap(plainLine(item.path), page.width - 2).map((line) => `  ${line}`));
    const color = item.blocks ? style.red : style.quiet;
    lines.push(...labelled(page, color, item.blocks ? 'blocks' : 'why', `${item.detail} (${item.reason})`));
    lines.push(...labelled(page, style.quiet, 'fix', item.hint));
  }
  const more = items.length - MOST_LISTED;
  if (more > 0) {
    lines.push(...indented(page, `… and ${plural(more, 'more file')}; --format json lists them all`));
  }
  return lines;
}

function summary({ decision, style, width }: Page): string[] {
  const { verdict } = decision;
  const color = verdict === 'pass' ? style.green : verdict === 'fail' ? style.red : style.yellow;
  const [word = '', found = ''] = headline(decision).split('  ');
  const indent = ' '.repeat(word.length + 2);
  return [
    ...wrap(found, width - indent.length).map((line, index) =>
      color(style.strong(index === 0 ? `${word}  ${line}` : indent + line)),
    ),
    ...wrap(verdictSentence(decision), width),
  ];
}
