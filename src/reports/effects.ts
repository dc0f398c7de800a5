import type { EffectSummary } from '../scripts/summary.ts';
import { inert, plainLine } from './escape.ts';
import { paint, widthOf } from './layout.ts';
import { plural } from './messages.ts';
import type { Page } from './page.ts';
import type { Report } from './report.ts';
import { header, notLookedAt, summary } from './terminal.ts';

/** Wider cells push the next column aside instead of widening it for all lines. */
const WIDEST = 40;
const TITLES = ['script', 'command', 'does', 'target', 'host', 'known', 'only when'];

/** The inventory at a terminal: a line for each effect, critical ones marked with `!`; what was not read; the verdict. */
export const effectsReport: Report = (decision, options) => {
  const page = { decision, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const sections = [header(page), table(page), notLookedAt(page), summary(page)];
  const text = sections.filter((section) => section.length > 0).map((section) => section.join('\n'));
  return `${inert(text.join('\n\n'))}\n`;
};

function table({ decision, style }: Page): string[] {
  const { effects = [], scripts = [] } = decision;
  if (effects.length === 0) return [];
  const rows = effects.map((effect) => ({ critical: effect.critical, cells: cellsOf(effect) }));
  const widths = TITLES.map((title, index) =>
    Math.max(
      title.length,
      ...rows.map(({ cells }) => widthOf(cells[index]!)).filter((width) => width <= WIDEST),
    ),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell + ' '.repeat(Math.max(0, widths[index]! - widthOf(cell))))
      .join('  ')
      .trimEnd();
  const critical = effects.filter((effect) => effect.critical).length;
  const on =
    critical === 0 ? 'none of them on critical targets' : `${critical} of them on critical targets (!)`;
  return [
    style.quiet(`  ${line(TITLES)}`),
    ...rows.map((row) => (row.critical ? style.red(`! ${line(row.cells)}`) : `  ${line(row.cells)}`)),
    '',
    `${plural(effects.length, 'effect')} in ${plural(scripts.length, 'script')}, ${on}`,
  ];
}

function cellsOf(effect: EffectSummary): string[] {
  const { script, line, command, op, targets, host, surroundings, confidence, guards, backup } = effect;
  const conditions = [
    ...guards,
    ...(backup === undefined ? [] : [`backup: ${backup}`]),
    ...(surroundings === 'ephemeral' ? ['ephemeral'] : []),
  ];
  const cells = [
    `${script}:${line}`,
    command,
    op,
    targets.join(' or '),
    host,
    confidence,
    conditions.join('; '),
  ];
  return cells.map(plainLine);
}
