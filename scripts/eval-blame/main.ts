// Looks for recorded accidents among ordinary commits with `holdfast blame`:
//
//   npm run eval:blame -- --git-dir DIR --cases FILE [--incidents 200] [--half looked-at] [--apart] [--removals] [--json]
//
// Each incident is a branch of a real repository: the accident, and 50 ordinary commits before and after it, all on
// files of one service. With --apart only the accident's own file belongs to the service. Ordinary commits that delete
// or rename a declared file are errors by design, and take part with --removals only. No symptom is given, and the same
// cases give the same incidents. --half keeps to the accidents of one half. Contents are borrowed from DIR and copied nowhere.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../../src/drill/random.ts';
import { type Case, readCases } from '../eval/cases.ts';
import { buildIncident, createBorrower, openSource } from './incident.ts';
import { type Found, halfOf, report } from './report.ts';
import { search } from './search.ts';

const { values } = parseArgs({
  options: {
    'git-dir': { type: 'string' },
    cases: { type: 'string' },
    incidents: { type: 'string', default: '200' },
    half: { type: 'string' },
    apart: { type: 'boolean', default: false },
    removals: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const { 'git-dir': gitDir, cases: file, apart, removals, json } = values;
const isHalf = ['looked-at', 'held-out', undefined].includes(values.half);
if (gitDir === undefined || file === undefined || !isHalf || !/^[1-9]\d*$/.test(values.incidents)) {
  console.error(
    'Usage: npm run eval:blame -- --git-dir DIR --cases FILE [--incidents 200] [--half looked-at|held-out] [--apart] [--removals] [--json]',
  );
  process.exit(2);
}
const all = readCases(await readFile(file, 'utf8'), file);
const accidents = all.filter(({ accident }) => accident);
const uniform = all.filter(({ accident, doubt, sample }) => !accident && !doubt && sample === 'uniform');
const directory = await mkdtemp(join(tmpdir(), 'holdfast-eval-'));
const source = openSource(gitDir);
const ordinary: Case[] = [];
for (const one of uniform) if (removals || !(await source.beside(one)).gone) ordinary.push(one);
const found: Found[] = [];
try {
  const repository = await createBorrower(directory, gitDir);
  for (let number = 0; number < Number(values.incidents); number++) {
    // Every accident once, then again among other commits.
    const one = accidents[number % accidents.length]!;
    if (values.half !== undefined && halfOf(one.incident) !== values.half) continue;
    found.push({
      ...(await place(repository, one, number)),
      label: one.label,
      id: one.id,
      incident: one.incident,
    });
    if (process.stderr.isTTY) process.stderr.write(`\r${number + 1} of ${values.incidents}`);
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
console.log(json ? JSON.stringify(found, undefined, 1) : report(found));

async function place(repository: string, one: Case, number: number) {
  const random = randomFrom(7_919 * (number + 1));
  const incident = await buildIncident(repository, source, one, ordinary, random, String(number));
  return search(repository, incident, apart);
}
