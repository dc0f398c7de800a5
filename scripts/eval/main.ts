import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCases } from './cases.ts';
import { type Outcome, runCase } from './run-case.ts';
import { table } from './table.ts';

/** `npm run eval -- --git-dir DIR --cases FILE [--show CHECK] [--json]`: the real check over labelled changes. */
const { values } = parseArgs({
  options: {
    'git-dir': { type: 'string' },
    cases: { type: 'string' },
    show: { type: 'string' },
    json: { type: 'boolean' },
  },
});
if (values['git-dir'] === undefined || values.cases === undefined) {
  console.error(
    'Usage: npm run eval -- --git-dir DIR --cases FILE [--show missed|false-alarms|CHECK] [--json]',
  );
  process.exit(2);
}

const gitDir = resolve(values['git-dir']);
const cases = readCases(await readFile(values.cases, 'utf8'));
const outcomes: Outcome[] = [];
for (const one of cases) outcomes.push(await runCase(gitDir, one));

if (values.json) console.log(JSON.stringify(outcomes));
else if (values.show === undefined) report(outcomes);
else show(outcomes, values.show);
process.exitCode = outcomes.some((outcome) => outcome.crash !== undefined) ? 1 : 0;

function report(all: Outcome[]): void {
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

const STRUCTURAL = new Set([
  'invalid-syntax',
  'replaced',
  'reverted-stale',
  'wrong-env',
  'deleted',
  'emptied',
]);

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

function show(all: Outcome[], what: string): void {
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
