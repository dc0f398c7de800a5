import type { EffectSummary } from '../scripts/summary.ts';
import { plainLine } from './escape.ts';
import { paint } from './layout.ts';
import { plural } from './messages.ts';
import { type Page, sectionsText } from './page.ts';
import type { Report } from './report.ts';
import { aligned } from './table.ts';
import { header, notLookedAt, summary } from './terminal.ts';

const TITLES = ['script', 'command', 'does', 'target', 'host', 'known', 'only when'];

/** The inventory at a terminal: a line for each effect, critical ones marked with `!`; what was not read; the verdict. */
export const effectsReport: Report = (decision, options) => {
  const page = { decision, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const sections = [header(page), table(page), notLookedAt(page), summary(page)];
  return sectionsText(sections);
};

function table({ decision, style }: Page): string[] {
  const { effects = [], scripts = [] } = decision;
  if (effects.length === 0) return [];
  const [head, ...lines] = aligned([TITLES, ...effects.map(cellsOf)]);
  const critical = effects.filter((effect) => effect.critical).length;
  const on =
    critical === 0 ? 'none of them on critical targets' : `${critical} of them on critical targets (!)`;
  return [
    style.quiet(`  ${head}`),
    ...lines.map((line, index) => (effects[index]!.critical ? style.red(`! ${line}`) : `  ${line}`)),
    '',
    `${plural(effects.length, 'effect')} in ${plural(scripts.length, 'script')}, ${on}`,
  ];
}

function cellsOf(effect: EffectSummary): string[] {
  const { script, line, command, op, targets, host, confidence } = effect;
  const cells = [
    `${script}:${line}`,
    command,
    op,
    targets.join(' or '),
    host,
    confidence,
    conditionsOf(effect),
  ];
  return cells.map(plainLine);
}

/** What has to be so before the command does that, and what it keeps. */
export function conditionsOf({ guards, backup, surroundings }: EffectSummary): string {
  return [
    ...guards,
    ...(backup === undefined ? [] : [`backup: ${backup}`]),
    ...(surroundings === 'ephemeral' ? ['ephemeral'] : []),
  ].join('; ');
}
