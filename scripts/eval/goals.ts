import type { Outcome } from './run-case.ts';
import * as set from './sets.ts';
import { clusterBootstrap, type Interval, median, wilson } from './statistics.ts';
import { table } from './table.ts';

/** One figure of the table of goals: a share of cases, which is to be at least or at most `goal`. */
export type Figure = {
  name: string;
  cases: Outcome[];
  counts: set.Test;
  /** The best combination of the study that preceded the checks, as a share; `undefined` where it has none. */
  study?: number;
  goal?: number;
  wanted: 'least' | 'most';
};

/**
 * The figures that have a goal, with those that put them in proportion.
 *
 * Deletions and renames of declared files are errors by design, whatever their share among ordinary changes: an
 * owner takes the path out of the policy first. The two figures about ordinary changes of all files therefore
 * leave them out, and the same figures with them follow, without a claim to meet the goal.
 */
export function figures(all: readonly Outcome[]): Figure[] {
  const { recall, uniform } = set.setsOf(all);
  const staying = set.without(uniform, set.isGone);
  const hot = uniform.filter(set.isHot);
  const least = (name: string, cases: Outcome[], counts: set.Test, study: number, goal: number): Figure => {
    return { name, cases, counts, study, goal, wanted: 'least' };
  };
  const most = (name: string, cases: Outcome[], counts: set.Test, study: number, goal: number): Figure => {
    return { name, cases, counts, study, goal, wanted: 'most' };
  };
  return [
    least('structural accidents: error', recall.filter(set.isStructural), set.hasError, 0.6, 0.85),
    least('all accidents: right key or cause named', recall, set.isNamed, 0.73, 0.9),
    { name: '  and no such key left out', cases: recall, counts: set.isNamedWhole, wanted: 'least' },
    least('all accidents: error or warning', recall, set.isAlarmed, 0.37, 0.6),
    most('ordinary, hot files: error', hot, set.hasError, 0.013, 0.005),
    most('ordinary, uniform, not deleted or renamed: error', staying, set.hasError, 0.018, 0.01),
    { name: '  deletions and renames too', cases: uniform, counts: set.hasError, wanted: 'most' },
    most('ordinary, uniform, not deleted or renamed: error or warning', staying, set.isAlarmed, 0.12, 0.08),
    { name: '  deletions and renames too', cases: uniform, counts: set.isAlarmed, wanted: 'most' },
  ];
}

/** The table of goals, and what its columns mean. */
export function goalsTable(all: readonly Outcome[]): string {
  const { uniform } = set.setsOf(all);
  const rows = figures(all).map(row);
  const findings = median(uniform.map(({ said, elsewhere }) => said.length + elsewhere));
  rows.push([
    'findings per ordinary change, uniform: median',
    String(uniform.length),
    findings === undefined ? '-' : String(findings),
    ...['', '', '', '-', '0'],
    findings === undefined ? '-' : findings === 0 ? 'yes' : 'no',
  ]);
  const head = ['', 'cases', 'share', '95% by repository', '95% Wilson', 'incidents', 'study', 'goal', 'met'];
  return `${table(head, rows)}\n
Recall: accidents found by message or thread. False alarms: the uniform sample of ordinary changes, doubtful ones apart.
95% by repository: bootstrap over whole source repositories (fixed seed). 95% Wilson: takes cases as independent.
incidents: the cases of one commit counted once, a hit when one of them is.
met: with * when one of the two intervals reaches over the goal, so that these cases do not settle it.`;
}

function row({ name, cases, counts, study, goal, wanted }: Figure): string[] {
  const hits = cases.filter(counts).length;
  const incidents = set.groupBy(cases, ({ incident }) => incident);
  const hitIncidents = incidents.filter(([, members]) => members.some(counts)).length;
  const intervals = [byRepository(cases, counts), wilson(hits, cases.length)];
  return [
    name,
    `${hits}/${cases.length}`,
    share(hits, cases.length),
    ...intervals.map(range),
    `${hitIncidents}/${incidents.length} ${share(hitIncidents, incidents.length)}`,
    study === undefined ? '-' : percent(study),
    goal === undefined ? '-' : `${wanted === 'least' ? '>=' : '<='} ${percent(goal)}`,
    goal === undefined ? '-' : met(hits, cases.length, intervals, goal, wanted),
  ];
}

/** The interval of a share of cases, with whole source repositories drawn. */
function byRepository(cases: readonly Outcome[], counts: set.Test): Interval | undefined {
  return clusterBootstrap(
    set
      .groupBy(cases, ({ group }) => group)
      .map(([, members]) => ({ hits: members.filter(counts).length, total: members.length })),
  );
}

/** Whether the share meets the goal, with `*` when an interval holds shares on the goal's other side. */
export function met(
  hits: number,
  total: number,
  intervals: readonly (Interval | undefined)[],
  goal: number,
  wanted: Figure['wanted'],
): string {
  if (total === 0) return '-';
  const meets = (value: number) => (wanted === 'least' ? value >= goal : value <= goal);
  const met = meets(hits / total);
  const ends = intervals.filter((interval) => interval !== undefined).flat();
  return `${met ? 'yes' : 'no'}${ends.some((end) => meets(end) !== met) ? '*' : ''}`;
}

/** `12.5%`, or `-` for a share of nothing. */
export function share(hits: number, total: number): string {
  return total === 0 ? '-' : percent(hits / total);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

function range(interval: Interval | undefined): string {
  return interval === undefined ? '-' : interval.map((end) => (100 * end).toFixed(1)).join(' - ');
}
