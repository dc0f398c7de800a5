import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getInput, setFailed, setOutput, warning } from '@actions/core';
import { placeToWrite, writeWhole } from '../adapters/whole-file.ts';
import { drillHead } from '../cli/drill/head.ts';
import { readDrillArguments } from '../cli/drill/options.ts';
import { type Drilled, STRUCTURAL, survivorsOf, type Trial } from '../drill/drilled.ts';
import { drillReports } from '../drill/reports/index.ts';
import { cutOffSentence } from '../drill/reports/words.ts';
import { brokenBy, notDrilledLines } from '../drill/threshold.ts';
import type { Problem } from '../model/problem.ts';
import { markdownText } from '../reports/escape.ts';
import { guarded } from '../reports/github.ts';
import { argumentsOf, type InputArgument } from './arguments.ts';
import { attempt, problemLine, reportDirectory, writeSummary } from './publish.ts';

/** The inputs of `drill/action.yml` that are about the drill, besides `html` and `working-directory`. */
const INPUTS: readonly InputArgument[] = [
  { input: 'seed', as: 'text' },
  { input: 'most', as: 'text' },
  { input: 'service', as: 'text' },
  { input: 'operators', as: 'lines' },
  { input: 'break', as: 'text' },
  { input: 'fail-on-severity', as: 'text' },
  { input: 'policy-file', as: 'text', option: 'policy' },
  { input: 'since-last', as: 'flag' },
  { input: 'state', as: 'text' },
];

/**
 * Drills the checkout and tells what came out: log, annotations, job summary, outputs, page. The step fails where the
 * command ends with 1 or 2.
 * @returns what was found, also when the step fails for it; `undefined` when nothing could be drilled.
 */
export async function drillRepository(): Promise<Drilled | undefined> {
  const argv = argumentsOf(INPUTS);
  const args = argv.ok ? readDrillArguments(argv.value) : argv;
  if (!args.ok) return fail(args.problem);
  const place = await pagePlace();
  if (!place.ok) return fail(place.problem);
  const found = await drillHead(args.value, resolve(getInput('working-directory') || '.'));
  if (!found.ok) return fail(found.problem, place.value);
  const { drilled } = found.value;
  const broken = brokenBy(drilled, args.value.mayPass);
  if (broken !== undefined) setFailed(broken.lines.join('\n'));
  const lost = cutOffSentence(drilled);
  if (lost !== undefined && broken?.lines[0] !== lost) warning(lost);
  if (drilled.notDrilled.length > 0 && broken?.code !== 2) warning(notDrilledLines(drilled).join('\n'));
  await publish(drilled);
  const { drillPage } = await import('../drill/reports/page.ts');
  await writePage(drillPage(drilled), place.value);
  return drilled;
}

async function publish(drilled: Drilled): Promise<void> {
  const text = drillReports.terminal!(drilled, { color: true, width: 120 });
  process.stdout.write(guarded(text, randomUUID()));
  const triedOf = (groups: readonly Trial['group'][]) =>
    drilled.trials.filter(({ group }) => groups.includes(group)).length;
  const passingOf = (groups: readonly Trial['group'][]) => survivorsOf(drilled, groups).length;
  const outputs = {
    'structural-tried': triedOf(STRUCTURAL),
    'structural-passing': passingOf(STRUCTURAL),
    'values-tried': triedOf(['value']),
    'values-passing': passingOf(['value']),
  };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  const markdown = drillReports.markdown!(drilled, { color: false });
  await attempt('the job summary', () => writeSummary(markdown), 'The drill');
  await attempt('the report file', () => writeReport(drilled), 'The drill');
}

async function writeReport(drilled: Drilled): Promise<void> {
  const directory = reportDirectory();
  await mkdir(directory, { recursive: true });
  const path = join(directory, `drill-${randomUUID()}.json`);
  await writeFile(path, drillReports.json!(drilled, { color: false }));
  setOutput('report', path);
}

/** Seen before anything is drilled: that it is a directory should not come out at the end. */
async function pagePlace(): Promise<ReturnType<typeof placeToWrite> | { ok: true; value: undefined }> {
  const file = getInput('html');
  if (file === '') return { ok: true, value: undefined };
  return placeToWrite(process.env.GITHUB_WORKSPACE ?? '.', file);
}

/** A page that was asked for and is not there fails the step. */
async function writePage(text: string, place: string | undefined): Promise<void> {
  if (place === undefined) return;
  const written = await writeWhole(place, text);
  if (written.ok) setOutput('html-file', place);
  else setFailed(problemLine(written.problem));
}

/** The page says it, too: an older one at its place would tell of another commit. */
async function fail(problem: Problem, page?: string): Promise<undefined> {
  const text = problemLine(problem);
  setFailed(`Holdfast could not drill this repository. ${text}`);
  await attempt(
    'the job summary',
    () => writeSummary(`## Holdfast: not drilled\n\n${markdownText(text)}\n`),
    'The failure',
  );
  if (page === undefined) return;
  const { htmlProblem } = await import('../reports/html/index.ts');
  await writePage(htmlProblem(problem, 'drill'), page);
}
