import { inert, plainLine, visible } from '../../reports/escape.ts';
import { differenceLines } from '../../reports/keys.ts';
import { cut, paint, wrap } from '../../reports/layout.ts';
import { plural, shortId } from '../../reports/messages.ts';
import { columns } from '../../reports/table.ts';
import { type Drilled, STRUCTURAL, survivorsOf, type Trial } from '../drilled.ts';
import { cellText, type Matrix, matrixOf } from './matrix.ts';
import { headlines, pasteText, proposalText, scopeOf, seenAs, titleOf, withoutProposal } from './words.ts';

const MOST_SHOWN = 40;
const MOST_DIFFERENCES = 3;
/** Services beside each other; the others follow in a table of their own. */
const MOST_COLUMNS = 5;

export type TerminalOptions = { color: boolean; width?: number };

/** What a person reads at a terminal: what would pass comes first, with what would have stopped it. */
export function drillTerminal(drilled: Drilled, options: TerminalOptions): string {
  const page: Page = { drilled, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const head = `Holdfast drill  ${shortId(drilled.commit)}  ${drilled.policy}`;
  const sections = [
    [page.style.quiet(cut(plainLine(head), page.width)), ...wrap(scopeOf(drilled), page.width)],
    ...survivors(page, STRUCTURAL, 'Would pass'),
    ...survivors(page, ['value'], 'Values that would pass, counted apart'),
    ...matrix(page, STRUCTURAL, 'Files and keys'),
    ...matrix(page, ['value'], 'Values'),
    notDrilled(page),
    paste(page, STRUCTURAL, 'To paste into the policy, against errors that damage a file or a key:'),
    paste(
      page,
      ['value'],
      'To paste where a value must not change unseen; each also stops changes that are meant:',
    ),
    headlines(drilled).flatMap((line) => wrap(line, page.width)),
  ];
  const text = sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n');
  return `${inert(text)}\n`;
}

type Page = { drilled: Drilled; width: number; style: ReturnType<typeof paint> };

function survivors(page: Page, groups: readonly Trial['group'][], title: string): string[][] {
  const all = survivorsOf(page.drilled, groups);
  if (all.length === 0) return [];
  const sections: string[][] = [[page.style.strong(`${title}: ${all.length}`)]];
  let path: string | undefined;
  for (const trial of all.slice(0, MOST_SHOWN)) {
    if (trial.path !== path) {
      const service = trial.service === undefined ? '' : page.style.quiet(` · ${plainLine(trial.service)}`);
      sections.push([plainLine(trial.path) + service]);
      path = trial.path;
    }
    sections.at(-1)!.push(...survivor(page, trial));
  }
  const more = all.length - MOST_SHOWN;
  if (more > 0) sections.push([`… and ${plural(more, 'more error')}; --format json lists them all`]);
  return sections;
}

function survivor({ style, width }: Page, trial: Trial): string[] {
  const { lines, more, noun } = trial.change
    ? differenceLines(trial.change, MOST_DIFFERENCES)
    : { lines: [], more: 0, noun: 'key' };
  const rules = trial.proposals.flatMap((proposal, index) => {
    const { where, lines: text } = proposalText(proposal);
    const label = index === 0 ? 'would have stopped it' : 'so would';
    return [
      `    ${style.green(label)}, ${plainLine(where)}:`,
      ...text.map((line) => `      ${visible(line)}`),
    ];
  });
  return [
    `  ${style.yellow(titleOf(trial))}  ${style.quiet(seenAs(trial))}`,
    ...lines.map(({ sign, text, line }) => {
      const place = line === undefined ? '' : style.quiet(`  line ${line}`);
      return `    ${cut(plainLine(`${sign} ${text}`), width - 16)}${place}`;
    }),
    ...(more > 0 ? [`    … and ${plural(more, `more ${noun}`)}`] : []),
    ...(rules.length === 0 ? wrap(withoutProposal(trial), width - 4).map((line) => `    ${line}`) : rules),
  ];
}

function matrix({ drilled, style }: Page, groups: readonly Trial['group'][], title: string): string[][] {
  const { services, rows } = matrixOf(drilled.trials, groups);
  if (rows.length === 0) return [];
  const tables: string[][] = [];
  for (let start = 0; start < services.length; start += MOST_COLUMNS) {
    const part = (list: readonly string[]) => list.slice(start, start + MOST_COLUMNS);
    tables.push([
      style.strong(`${title}: error/warning/notice/missed`),
      ...columns([' ', ...part(services)], rowsOf(rows, part)),
    ]);
  }
  return tables;
}

function rowsOf(rows: Matrix['rows'], part: (cells: readonly string[]) => string[]): string[][] {
  return rows.map(({ operator, cells }) => [operator.title, ...part(cells.map(cellText))]);
}

function notDrilled({ drilled, style, width }: Page): string[] {
  const { notDrilled: files } = drilled;
  if (files.length === 0) return [];
  const more = files.length - MOST_SHOWN;
  return [
    style.strong(`Not drilled: ${plural(files.length, 'critical file')}`),
    ...files.slice(0, MOST_SHOWN).map(({ path, reason }) => cut(plainLine(`  ${path}: ${reason}`), width)),
    ...(more > 0 ? [`  … and ${plural(more, 'more file')}`] : []),
  ];
}

function paste({ drilled, style }: Page, groups: readonly Trial['group'][], title: string): string[] {
  const text = pasteText(drilled, groups);
  if (text === '') return [];
  return [style.strong(title), '', ...text.trimEnd().split('\n').map(visible)];
}
