import type { Finding, Severity } from '../../src/findings/finding.ts';
import type { Others } from './ratios.ts';
import type { Reviewed } from './review.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

export type Crash = { id: string; path: string; message: string };

/** Everything that was measured, as text. Paths are all that it tells of the scripts. */
export function report(all: readonly Reviewed[], crashes: readonly Crash[], others: Others): string {
  const lines = sum(all.map(linesOf));
  return [
    `${all.length} scripts, ${sum(all.map(({ script }) => lineCount(script.text)))} lines, of them ${lines} of shell in ${sum(all.map(({ shell }) => shell.length))} pieces`,
    `crashes: ${crashes.length}`,
    ...crashes.map(({ id, path, message }) => `  ${id} ${path}: ${message}`),
    section('Not read, by reason', reasons(all)),
    section('Effects, by confidence', confidences(all)),
    section(
      `Findings in ${lines} lines of shell, none declared critical (per 1,000 lines)`,
      rules(all, 'plain', lines),
    ),
    section("Findings, the case's file declared critical (per 1,000 lines)", rules(all, 'declared', lines)),
    section('Time', times(all, lines, others)),
  ].join('\n');
}

/** Case, path and line of every finding of a rule, for reading by hand. */
export function listRule(all: readonly Reviewed[], rule: string): string {
  return all
    .flatMap(({ script, findings }) =>
      findings.declared
        .filter(({ check }) => check === rule)
        .map(({ path, line }) => `${script.of.id}\t${path}\t${line ?? ''}`),
    )
    .join('\n');
}

function section(title: string, rows: readonly string[]): string {
  return ['', title, ...(rows.length === 0 ? ['  none'] : rows)].join('\n');
}

function reasons(all: readonly Reviewed[]): string[] {
  const counts = tally(
    all.flatMap(({ analysis }) => [...new Set(analysis.notRead.map(({ reason }) => reason))]),
  );
  const whole = tally(all.flatMap(({ analysis }) => analysis.notRead.map(({ reason }) => reason)));
  return counts.map(([reason, files]) => {
    const places = whole.find(([one]) => one === reason)![1];
    return `  ${reason.padEnd(28)}${cell(files)} files${cell(places)} places`;
  });
}

function confidences(all: readonly Reviewed[]): string[] {
  const effects = all.flatMap(({ analysis }) => analysis.effects);
  const levels = ['low', 'medium', 'high'] as const;
  const least = effects.map(
    ({ targets }) => levels.find((level) => targets.some(({ confidence }) => confidence === level))!,
  );
  return levels.toReversed().map((level) => {
    const count = least.filter((one) => one === level).length;
    return `  ${level.padEnd(28)}${cell(count)}${percent(count, effects.length)}`;
  });
}

function rules(all: readonly Reviewed[], which: 'plain' | 'declared', lines: number): string[] {
  const findings = all.flatMap((one) => one.findings[which]);
  const per = (some: readonly Finding[]) => ((some.length / lines) * 1000).toFixed(2).padStart(8);
  const bySeverity = (severity: Severity) => findings.filter((one) => one.severity === severity);
  const row = (name: string, some: readonly Finding[]) => {
    const split = SEVERITIES.map((severity) => some.filter((one) => one.severity === severity).length);
    return `  ${name.padEnd(34)}${cell(some.length)}${per(some)}   ${split.join(' / ')}`;
  };
  return [
    ...tally(findings.map(({ check }) => check)).map(([rule]) =>
      row(
        rule,
        findings.filter(({ check }) => check === rule),
      ),
    ),
    ...SEVERITIES.map((severity) => row(`all of severity ${severity}`, bySeverity(severity))),
    row('errors and warnings', [...bySeverity('error'), ...bySeverity('warning')]),
  ];
}

function times(all: readonly Reviewed[], lines: number, { bash, bashEmpty, mvdan }: Others): string[] {
  const total = (part: keyof Reviewed['ms']) => sum(all.map(({ ms }) => ms[part]));
  const row = (name: string, ms: number) =>
    `  ${name.padEnd(44)}${ms.toFixed(0).padStart(8)} ms${((ms / lines) * 1000).toFixed(2).padStart(9)} ms per 1,000 lines`;
  const own = total('analyse') + total('judge');
  const slowest = all.toSorted((one, other) => other.ms.analyse - one.ms.analyse)[0];
  return [
    row('parse', total('parse')),
    row('analyse (parsing included)', total('analyse')),
    row('judge', total('judge')),
    row('analyse and judge', own),
    row('mvdan-sh, parsing alone', mvdan),
    `  parse / mvdan-sh: ${(total('parse') / mvdan).toFixed(2)}; analyse and judge / mvdan-sh: ${(own / mvdan).toFixed(2)}`,
    ...(bash === undefined || bashEmpty === undefined
      ? ['  bash is not here']
      : [
          row('bash -n, a process for each', bash),
          row('bash -n of empty scripts', bashEmpty),
          `  analyse and judge / bash -n: ${(own / bash).toFixed(2)}; most of its time is the start of processes`,
        ]),
    ...(slowest === undefined
      ? []
      : [
          `  slowest: ${slowest.ms.analyse.toFixed(1)} ms for ${linesOf(slowest)} lines, ${slowest.script.of.id} ${slowest.script.path}`,
        ]),
  ];
}

function linesOf({ shell }: Reviewed): number {
  return sum(shell.map(lineCount));
}

function lineCount(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}

/** Most frequent first. */
function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function cell(value: number): string {
  return String(value).padStart(7);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1).padStart(7)} %`;
}
