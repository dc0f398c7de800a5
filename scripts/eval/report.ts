import { goalsTable, share } from './goals.ts';
import { alarms, misses } from './listing.ts';
import type { Outcome } from './run-case.ts';
import * as set from './sets.ts';
import { table } from './table.ts';

/** Everything that the evaluation says: goals, labels, checks, repositories, then every miss and false alarm. */
export function report(all: readonly Outcome[]): string {
  const { recall, scans, uniform, rewrites, doubtful } = set.setsOf(all);
  const crashes = all.filter(({ crash }) => crash !== undefined);
  const inconclusive = all.filter(({ verdict }) => verdict === 'inconclusive');
  return [
    `${all.length} cases from ${new Set(all.map(({ group }) => group)).size} repositories; crashes: ${crashes.length}; inconclusive: ${inconclusive.length}.`,
    'Findings on the file in question, which is declared critical; nothing else is declared.',
    `\n== Goals\n\n${goalsTable(all)}`,
    `\n== By label\n\n${byLabel('recall set', recall)}\n\n${byLabel('found by scans (selected by such signals: no recall)', scans)}`,
    `\n== Ordinary changes\n\n${byKind([
      ['uniform', uniform],
      ['  hot files', uniform.filter(set.isHot)],
      ['  deleted or renamed', uniform.filter(set.isGone)],
      ['rewrites (drawn to be hard)', rewrites],
      ['  hot files', rewrites.filter(set.isHot)],
      ['doubtful label', doubtful],
    ])}`,
    `\n== By check: cases with an error / a warning / a notice\n\n${byCheck(all)}`,
    `\n== By source repository\n\n${bySource(recall, uniform)}`,
    `\n== Misses\n\n${misses(all)}`,
    `\n== False alarms\n\n${alarms(all)}`,
    ...crashes.map(({ id, crash }) => `\ncrash ${id}: ${crash}`),
  ].join('\n');
}

const LEVELS: [string, set.Test][] = [
  ['error', set.hasError],
  ['error or warning', set.isAlarmed],
  ['any finding', set.hasFinding],
];

function byLabel(name: string, cases: Outcome[]): string {
  const columns: [string, set.Test][] = [...LEVELS, ['right', set.isNamed], ['all of it', set.isNamedWhole]];
  const labels = set.groupBy(cases, ({ label }) => label);
  return shares(columns, [
    [name, cases],
    ['  structural', cases.filter(set.isStructural)],
    ['  single keys', set.without(cases, set.isStructural)],
    ...labels.map(([label, members]): [string, Outcome[]] => [`    ${label}`, members]),
  ]);
}

function byKind(rows: [string, Outcome[]][]): string {
  return shares(LEVELS, rows);
}

function shares(columns: [string, set.Test][], rows: [string, Outcome[]][]): string {
  return table(
    ['', 'cases', ...columns.map(([name]) => name)],
    rows.map(([name, cases]) => [
      name,
      String(cases.length),
      ...columns.map(([, test]) => {
        const hits = cases.filter(test).length;
        return `${hits} ${share(hits, cases.length)}`;
      }),
    ]),
  );
}

function byCheck(all: readonly Outcome[]): string {
  const { recall, scans, uniform, rewrites } = set.setsOf(all);
  const columns = {
    'recall set': recall,
    scans,
    uniform,
    'uniform hot': uniform.filter(set.isHot),
    rewrites,
  };
  const ids = [...new Set(all.flatMap(({ said }) => said.map(({ check }) => check)))].sort();
  const counted = (cases: Outcome[], id: string) =>
    (['error', 'warning', 'notice'] as const)
      .map((level) => cases.filter(({ said }) => levelOf(said, id) === level).length)
      .join(' / ');
  return table(
    ['', ...Object.keys(columns)],
    ids.map((id) => [id, ...Object.values(columns).map((cases) => counted(cases, id))]),
  );
}

function levelOf(said: Outcome['said'], id: string): string | undefined {
  const levels = said.filter(({ check }) => check === id).map(({ severity }) => severity);
  return (['error', 'warning', 'notice'] as const).find((level) => levels.includes(level));
}

function bySource(recall: Outcome[], uniform: Outcome[]): string {
  const of = (cases: Outcome[], group: number) => cases.filter((one) => one.group === group);
  const count = (cases: Outcome[], test: set.Test) => String(cases.filter(test).length);
  const groups = [...new Set([...recall, ...uniform].map(({ group }) => group))].sort((a, b) => a - b);
  return table(
    ['repository', 'accidents', 'error', 'or warning', 'right', 'ordinary*', 'error', 'or warning'],
    groups.map((group) => {
      const [accidents, ordinary] = [of(recall, group), set.without(of(uniform, group), set.isGone)];
      return [
        String(group),
        String(accidents.length),
        count(accidents, set.hasError),
        count(accidents, set.isAlarmed),
        count(accidents, set.isNamed),
        String(ordinary.length),
        count(ordinary, set.hasError),
        count(ordinary, set.isAlarmed),
      ];
    }),
  ).concat('\n* uniform sample, deletions and renames apart');
}
