import type { Outcome } from './run-case.ts';
import { table } from './table.ts';

/** Labels of accidents that change a file's structure; the others lose or spoil single keys. */
const STRUCTURAL = new Set([
  'invalid-syntax',
  'replaced',
  'reverted-stale',
  'wrong-env',
  'deleted',
  'emptied',
]);

/** Recall, false alarms, and what each check contributes. */
export function report(all: Outcome[]): void {
  const found = all.filter(
    ({ accident, foundBy }) => accident && (foundBy === 'message' || foundBy === 'thread'),
  );
  const scanned = all.filter(({ accident, foundBy }) => accident && foundBy.startsWith('scan'));
  const uniform = all.filter(({ accident, sample, doubt }) => !accident && sample === 'uniform' && !doubt);
  const rewrites = all.filter(({ accident, sample }) => !accident && sample === 'rewrites');
  console.log(
    `${all.length} cases; crashes: ${all.filter(({ crash }) => crash !== undefined).length}; inconclusive: ${all.filter(({ verdict }) => verdict === 'inconclusive').length}\n`,
  );
  console.log('Findings on the file in question, which is declared critical. Shares of cases.\n');
  const rows: [string, Outcome[]][] = [
    ['Recall (accidents found by message or thread)', found],
    ['  by incident', byIncident(found)],
    ['  structural', found.filter(({ label }) => STRUCTURAL.has(label))],
    ['  key-lost, value-wrong', found.filter(({ label }) => !STRUCTURAL.has(label))],
    ...labels(found),
    ['Accidents found by scans (apart: selected by such signals)', scanned],
    ['False alarms (ordinary, uniform sample)', uniform],
    ['  hot files (10 or more earlier changes)', uniform.filter(({ hot }) => hot)],
    ['Legitimate rewrites, deletions and renames', rewrites],
    ['  hot files', rewrites.filter(({ hot }) => hot)],
  ];
  console.log(
    table(
      ['', 'cases', 'error', 'error or warning', 'any finding'],
      rows.map(([name, group]) => [
        name,
        String(group.length),
        share(group, (outcome) => outcome.levels.includes('error')),
        share(group, (outcome) => outcome.levels.includes('error') || outcome.levels.includes('warning')),
        share(group, (outcome) => outcome.levels.length > 0),
      ]),
    ),
  );
  const ids = [...new Set(all.flatMap(({ checks }) => Object.keys(checks)))].sort();
  const level = (group: Outcome[], id: string, wanted: string) =>
    String(group.filter(({ checks }) => checks[id] === wanted).length);
  console.log('\nBy check: cases with an error / a warning.\n');
  console.log(
    table(
      ['', 'recall set', 'scans', 'uniform', 'uniform, hot', 'rewrites'],
      ids.map((id) => [
        id,
        ...[found, scanned, uniform, uniform.filter(({ hot }) => hot), rewrites].map(
          (group) => `${level(group, id, 'error')} / ${level(group, id, 'warning')}`,
        ),
      ]),
    ),
  );
  for (const { id, crash } of all) if (crash !== undefined) console.log(`\ncrash ${id}: ${crash}`);
}

function labels(found: Outcome[]): [string, Outcome[]][] {
  return [...new Set(found.map(({ label }) => label))]
    .sort()
    .map((label) => [`    ${label}`, found.filter((outcome) => outcome.label === label)]);
}

/** One outcome per incident, with everything that any of its cases showed. */
function byIncident(all: Outcome[]): Outcome[] {
  const incidents = new Map<string, Outcome>();
  for (const outcome of all) {
    const known = incidents.get(outcome.incident);
    incidents.set(
      outcome.incident,
      known === undefined ? outcome : { ...known, levels: [...known.levels, ...outcome.levels] },
    );
  }
  return [...incidents.values()];
}

function share(group: Outcome[], test: (outcome: Outcome) => boolean): string {
  const hits = group.filter(test).length;
  return group.length === 0 ? '-' : `${((100 * hits) / group.length).toFixed(1)}% (${hits})`;
}

/** The cases that were missed, that were false alarms, or in which one check spoke. */
export function show(all: Outcome[], what: string): void {
  const wanted: Record<string, (outcome: Outcome) => boolean> = {
    missed: ({ accident, levels }) => accident && !levels.includes('error'),
    'false-alarms': ({ accident, levels }) => !accident && levels.includes('error'),
  };
  const test = wanted[what] ?? (({ checks }: Outcome) => what in checks);
  for (const one of all.filter(test)) {
    const { id, label, path, verdict, checks } = one;
    console.log(`${id}  ${label.padEnd(16)} ${verdict.padEnd(12)} ${path}  ${JSON.stringify(checks)}`);
  }
}
