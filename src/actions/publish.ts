import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFailed, setOutput, summary, warning } from '@actions/core';
import { placeToWrite, writeWhole } from '../adapters/whole-file.ts';
import type { Problem } from '../model/problem.ts';
import { visible } from '../reports/escape.ts';
import { guarded } from '../reports/github.ts';
import { reports } from '../reports/index.ts';
import { actionOutputs } from '../reports/outputs.ts';
import type { Decision } from '../verdict/decision.ts';
import { headName } from './head-name.ts';
import { writeSarif } from './pull-request-reports.ts';

/** Bytes; GitHub drops a step's summary above 1 MiB without failing the step. */
const SUMMARY_LIMIT = 1_000_000;

/**
 * Tells the decision everywhere: log, annotations, job summary, outputs, report file. It decides nothing.
 * @param page where a page to look at is wanted, from the workspace.
 */
export async function publish(decision: Decision, page?: string): Promise<void> {
  process.stdout.write(guarded(reports.terminal(decision, { color: true, width: 120 }), randomUUID()));
  process.stdout.write(reports.github(decision, { color: false }));
  for (const [name, value] of Object.entries(actionOutputs(decision))) setOutput(name, value);
  await attempt('the job summary', () =>
    writeSummary(reports.markdown(decision, { color: false, limit: SUMMARY_LIMIT })),
  );
  await attempt('the report file', () => writeReport(decision));
  await attempt('the SARIF file', async () =>
    setOutput('sarif-file', await writeSarif(decision, reportDirectory())),
  );
  if (page !== undefined) await attempt('the page', () => writePage(decision, page));
}

/** There was nothing to compare: a sentence that says so, and a pass. */
export async function publishNothing(why: string): Promise<void> {
  process.stdout.write(guarded(visible(why), randomUUID()));
  setOutput('verdict', 'pass');
  setOutput('errors', '0');
  setOutput('warnings', '0');
  setOutput('replaced', '[]');
  setOutput('replaced-count', '0');
  await attempt('the job summary', () =>
    writeSummary(`## Holdfast: nothing to compare\n\n${visible(why)}\n`),
  );
}

/** Nothing could be judged: inconclusive, which does not let a deployment through. */
export async function publishProblem(problem: Problem, what = 'this change'): Promise<void> {
  const text = problemLine(problem);
  setOutput('verdict', 'inconclusive');
  setFailed(`Holdfast could not judge ${what}. ${text}`);
  await attempt('the job summary', () => writeSummary(`## Holdfast: inconclusive\n\n${text}\n`));
}

/** Where, what, and the way out, in one line of visible text. */
export function problemLine({ place, path, message, hint }: Problem): string {
  const at = place === undefined ? '' : `:${place.line}:${place.column}`;
  const where = path === undefined ? '' : `${path}${at}: `;
  return visible(`${where}${message} ${hint}`);
}

export async function writeSummary(markdown: string): Promise<void> {
  if (process.env.GITHUB_STEP_SUMMARY === undefined) return;
  await summary.addRaw(markdown, true).write();
}

async function writeReport(decision: Decision): Promise<void> {
  const directory = reportDirectory();
  await mkdir(directory, { recursive: true });
  const path = join(directory, `decision-${headName(decision)}.json`);
  await writeFile(path, reports.json(decision, { color: false }));
  setOutput('report', path);
}

async function writePage(decision: Decision, page: string): Promise<void> {
  const place = await placeToWrite(process.env.GITHUB_WORKSPACE ?? '.', page);
  if (!place.ok) throw new Error(place.problem.message.replace(/\.$/, ''));
  const { htmlReport } = await import('../reports/html/index.ts');
  const written = await writeWhole(place.value, htmlReport(decision));
  if (!written.ok) throw new Error(written.problem.message.replace(/\.$/, ''));
  setOutput('html-file', place.value);
}

/** Where files that a step leaves for others stand. */
export function reportDirectory(): string {
  return join(process.env.RUNNER_TEMP ?? '.', 'holdfast');
}

/** A report that cannot be written never changes the verdict. */
export async function attempt(
  what: string,
  write: () => Promise<void>,
  stands = 'The verdict',
): Promise<void> {
  try {
    await write();
  } catch (error) {
    warning(
      `Holdfast could not write ${what}: ${error instanceof Error ? error.message : String(error)}. ${stands} stands.`,
    );
  }
}
