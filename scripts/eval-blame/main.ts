// Looks for recorded accidents among ordinary commits with `holdfast blame`:
//
//   npm run eval:blame -- --git-dir DIR --cases FILE [--incidents 200] [--half looked-at] [--apart | --one-service] [--removals] [--json]
//
// Each incident is a branch of a real repository: the accident, and 50 ordinary commits before and after it. It is searched
// twice: with the service of the accident's own file, as a policy would have it, the other files being of another one
// (--apart), and with all files in one service (--one-service). Ordinary commits that delete or rename a declared file are
// errors by design, and take part with --removals only. No symptom is given, and the same cases give the same incidents.
// --half keeps to the accidents of one half. Contents are borrowed from DIR and copied nowhere.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../../src/drill/random.ts';
import { type Case, readCases } from '../eval/cases.ts';
import { buildIncident, createBorrower, openSource } from './incident.ts';
import { type Found, halfOf, report } from './report.ts';
import { search } from './search.ts';

const SETTINGS = ['apart', 'one-service'] as const;
const TITLES = { apart: 'Each service by itself', 'one-service': 'All files in one service' };

const { values } = parseArgs({
  options: {
    'git-dir': { type: 'string' },
    cases: { type: 'string' },
    incidents: { type: 'string', default: '200' },
    half: { type: 'string' },
    apart: { type: 'boolean', default: false },
    'one-service': { type: 'boolean', default: false },
    removals: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const { 'git-dir': gitDir, cases: file, removals, json } = values;
const settings = SETTINGS.filter((setting) => values[setting] || !(values.apart || values['one-service']));
const isHalf = ['looked-at', 'held-out', undefined].includes(values.half);
if (gitDir === undefined || file === undefined || !isHalf || !/^[1-9]\d*$/.test(values.incidents)) {
  console.error(
    'Usage: npm run eval:blame -- --git-dir DIR --cases FILE [--incidents 200] [--half looked-at|held-out] [--apart | --one-service] [--removals] [--json]',
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
const found = new Map(settings.map((setting) => [setting, [] as Found[]]));
try {
  const repository = await createBorrower(directory, gitDir);
  for (let number = 0; number < Number(values.incidents); number++) {
    // Every accident once, then again among other commits.
    const one = accidents[number % accidents.length]!;
    if (values.half !== undefined && halfOf(one.incident) !== values.half) continue;
    const random = randomFrom(7_919 * (number + 1));
    const incident = await buildIncident(repository, source, one, ordinary, random, String(number));
    const { label, id, incident: of } = one;
    for (const [setting, members] of found) {
      const placed = await search(repository, incident, setting === 'apart');
      members.push({ ...placed, label, id, incident: of });
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${number + 1} of ${values.incidents}`);
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
if (json) console.log(JSON.stringify(Object.fromEntries(found), undefined, 1));
else for (const [setting, members] of found) console.log(`# ${TITLES[setting]}\n\n${report(members)}\n`);
