import { plainLine } from './escape.ts';
import { byPath } from './group.ts';
import { blocksFirst, headline, policyOf, snapshotsOf, verdictSentence } from './headline.ts';
import { cut, paint, wrap } from './layout.ts';
import { plural, whereOf } from './messages.ts';
import { indented, labelled, type Page, sectionsText } from './page.ts';
import type { Report, ReportOptions } from './report.ts';
import { fileSection } from './terminal-file.ts';

const FULL_FILES = 20;
const MOST_LISTED = 10;
/** What a person reads at a terminal: each file with its findings, what was not looked at, the verdict last. */
export const terminalReport: Report = (decision, options: ReportOptions) => {
  const page = { decision, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const sections = [header(page), ...files(page), others(page), notLookedAt(page), summary(page)];
  return sectionsText(sections);
};

export function header({ decision, style, width }: Page): string[] {
  const range = snapshotsOf(decision).join(' → ');
  const text = plainLine(`Holdfast  ${range}  ${policyOf(decision)}`);
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

export function notLookedAt(page: Page): string[] {
  const { decision, style } = page;
  const items = blocksFirst(decision.notLookedAt);
  if (items.length === 0) return [];
  const lines = [style.strong('Not looked at')];
  for (const item of items.slice(0, MOST_LISTED)) {
    lines.push(...wrap(plainLine(whereOf(item)), page.width - 2).map((line) => `  ${line}`));
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

export function summary({ decision, style, width }: Page): string[] {
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
