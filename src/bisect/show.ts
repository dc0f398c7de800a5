import { inert, plainLine } from '../reports/escape.ts';
import { paint } from '../reports/layout.ts';
import { plural } from '../reports/messages.ts';
import type { Page } from '../reports/page.ts';
import type { ReportOptions } from '../reports/report.ts';
import { jsonText } from '../reports/snapshots.ts';
import { fileSection } from '../reports/terminal-file.ts';
import { nothingFound } from '../restore/show.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import { endText } from './outcome.ts';
import type { Told } from './prober.ts';

/** What the search has come to; `changes` are the units that break it. */
export type BisectReport = {
  changes: ChangeSummary[];
  minimal: boolean;
  culprits: number;
  units: number;
  files: number;
  probes: number;
  remembered: number;
  unwritten: number;
  output: string;
};

/** `probe 4    31 of 500 changes   fails (exit code 1)   0.42 s` */
export function probeText({
  number,
  units,
  of,
  outcome,
  ms,
  code,
  timedOut,
  again,
  remembered,
}: Told): string {
  const what =
    units === 0
      ? 'good side'
      : units === of
        ? `bad side, ${plural(of, 'change')}`
        : `${units} of ${plural(of, 'change')}`;
  const result =
    outcome === 'pass'
      ? 'passes'
      : outcome === 'unresolved'
        ? 'says nothing (exit code 125)'
        : `fails (${endText({ ...(code !== undefined && { code }), ...(timedOut && { timedOut }) })})`;
  const note = remembered ? '  from the earlier run' : `  ${(ms / 1000).toFixed(2)} s`;
  return `probe ${String(number).padEnd(4)} ${`${what}${again ? ', again' : ''}`.padEnd(28)} ${result}${note}\n`;
}

export function bisectText(report: BisectReport, options: ReportOptions): string {
  const { changes, minimal, culprits, units, files, unwritten, output } = report;
  const style = paint(options.color);
  const page: Page = { decision: nothingFound(changes), width: Math.max(40, options.width ?? 80), style };
  const found = `${plural(culprits, 'change')} of ${units} ${culprits === 1 ? 'breaks' : 'break'} it${culprits === 1 ? '' : ' together'}.`;
  const lines = [
    '',
    minimal
      ? style.strong(found)
      : style.strong(`${plural(culprits, 'change')} of ${units} break it; a smaller set may, too.`),
    '',
    ...changes.flatMap((change) => [...fileSection(page, change.path, [], change), '']),
    ...said(output),
    `Looked at ${plural(files, 'file')} with ${plural(units, 'change')}, by ${probes(report)}.`,
  ];
  if (!minimal) lines.push('The search ended early: allow more probes with --most, and run it again.');
  if (unwritten > 0)
    lines.push(
      `${plural(unwritten, 'set')} made no valid file and ${unwritten === 1 ? 'was' : 'were'} not tried.`,
    );
  return inert(`${lines.join('\n')}\n`);
}

export function bisectJson(report: BisectReport): string {
  return jsonText({ version: 1, ...report });
}

function probes({ probes, remembered }: BisectReport): string {
  return remembered === 0
    ? plural(probes, 'probe')
    : `${plural(probes, 'probe')} and ${remembered} of the earlier run`;
}

/** The last words of the probe that failed with these changes alone. */
function said(output: string): string[] {
  const lines = output.trim().split('\n').slice(-3);
  return lines[0] === '' ? [] : ['The probe says:', ...lines.map((line) => `  ${plainLine(line)}`), ''];
}
