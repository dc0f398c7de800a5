import type { GitHub } from '../../adapters/github/client.ts';
import { listDrills, timesReader } from '../../adapters/github/drills.ts';
import { type PeopleDrill, yearTable } from '../../drill/people/table.ts';

import { ok, type Result, refuse } from '../../model/problem.ts';
import { chosenGitHub } from '../github.ts';
import type { CliIo } from '../io.ts';
import { parsed, usage } from '../judging.ts';
import { problemText } from '../problem.ts';

const OPTIONS = {
  repository: { type: 'string' },
  year: { type: 'string' },
  debug: { type: 'boolean' },
} as const;

/** `holdfast drill table`: the drills of a year, and how long people took, as Markdown. 0, or 2. */
export async function runTable(argv: string[], io: CliIo): Promise<number> {
  const table = await tableOf(argv, io);
  if (!table.ok) {
    io.stderr(problemText(table.problem, io));
    return 2;
  }
  io.stdout(table.value);
  return 0;
}

async function tableOf(argv: string[], io: CliIo): Promise<Result<string>> {
  const read = parsed({ args: argv, options: OPTIONS }, 'See holdfast drill table --help.');
  if (!read.ok) return read;
  const { year = new Date().toISOString().slice(0, 4), repository } = read.value.values;
  if (!/^\d{4}$/.test(year)) return refuse(usage(`--year is ${JSON.stringify(year)}.`, 'Such as 2026.'));
  const github = chosenGitHub(repository, io);
  if (!github.ok) return github;
  const drills = await drillsOf(github.value, year);
  return drills.ok ? ok(yearTable(drills.value, year)) : drills;
}

/**
 * The drills that were opened in a year, with the times that people took.
 * @param own one that was read already: GitHub's list may not have it yet.
 */
export async function drillsOf(
  github: GitHub,
  year: string,
  own?: PeopleDrill,
): Promise<Result<PeopleDrill[]>> {
  const listed = await listDrills(github, { since: `${year}-01-01T00:00:00Z` });
  if (!listed.ok) return listed;
  const read = timesReader(github);
  const drills: PeopleDrill[] = own === undefined ? [] : [own];
  for (const issue of listed.value) {
    if (!issue.opened.startsWith(`${year}-`) || issue.number === own?.number) continue;
    const drill = await read(issue);
    if (!drill.ok) return drill;
    drills.push(drill.value);
  }
  return ok(drills);
}
