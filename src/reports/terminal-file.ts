import type { Finding, Severity } from '../findings/finding.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import { plainLine } from './escape.ts';
import { codeFrame } from './frame.ts';
import { differenceLines, retentionText } from './keys.ts';
import { cut, type Paint, widthOf, wrap } from './layout.ts';
import { describe, fixParts, isWholeFile, plural, whatInFile } from './messages.ts';
import { COLUMN, indented, labelled, MARGIN, type Page, PROSE, type Style } from './page.ts';

const FULL_FINDINGS = 8;
const MOST_KEYS = 12;
const MOST_FOLDED = 5;

/** One file at the terminal: what it is, its findings, what is kept of it, and what differs. */
export function fileSection(page: Page, path: string, findings: Finding[], change?: ChangeSummary): string[] {
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
  const difference = differenceSection(page, change);
  if (kept !== undefined || difference.length > 0) lines.push('');
  if (kept !== undefined) lines.push(...labelled(page, style.quiet, 'kept', kept));
  return [...lines, ...difference];
}

function differenceSection({ style, width }: Page, change: ChangeSummary): string[] {
  const { lines, more, noun } = differenceLines(change, MOST_KEYS);
  const gutter = Math.max(0, ...lines.map(({ line }) => String(line ?? '').length));
  const section = lines.map(({ sign, text, line }, index) => {
    const label = (index === 0 ? `  ${noun}s` : '').padEnd(COLUMN);
    const number = style.quiet(String(line ?? '').padStart(gutter));
    const shown = cut(plainLine(`${sign} ${text}`), width - COLUMN - gutter - 1);
    return `${style.quiet(label)}${number} ${sign === '-' ? style.red(shown) : style.green(shown)}`;
  });
  if (more > 0) section.push(`${' '.repeat(COLUMN + gutter + 1)}… ${plural(more, `more ${noun}`)}`);
  return section;
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
  const whole = command === undefined ? undefined : plainLine(command);
  const prose = Math.min(width, PROSE) - COLUMN;
  const isLast = text.endsWith(': ') && /^\.( |$)/.test(rest);
  if (whole === undefined || (!isLast && widthOf(whole) <= prose))
    return labelled(page, style.quiet, 'fix', text + (command ?? '') + rest, (line) => line, whole);
  return [
    ...labelled(page, style.quiet, 'fix', text),
    // Never broken: each line of it would be a command of its own where it is pasted.
    `${MARGIN}  ${style.blue(whole)}`,
    ...wrap(plainLine(isLast ? rest.slice(2) : rest), prose).map((line) => `${MARGIN}${line}`),
  ];
}

function colorOf(severity: Severity, style: Paint): Style {
  return severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.blue;
}
