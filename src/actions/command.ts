import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { setFailed, setOutput, summary, warning } from '@actions/core';
import type { CliIo } from '../cli/io.ts';
import { markdownFence } from '../reports/escape.ts';
import { plural } from '../reports/messages.ts';
import { stepIo } from './step-io.ts';

/** A command of the command line: arguments in, exit code out. */
type Command = (argv: string[], io: CliIo) => Promise<number>;

/** One sub-action. `command` writes the JSON file that `--report` names; `outputs` says what of it the step gives. */
export type CommandAction<Report> = {
  /** `backup`: what the texts call it. */
  name: string;
  arguments(): { ok: true; value: string[] } | { ok: false; problem: { message: string; hint: string } };
  command(): Promise<Command>;
  outputs(report: Report): Record<string, string>;
  /** What the job summary says in one line, from the exit code and the report, which a refusal may not have. */
  headline(code: number, report: Report | undefined): string;
  /** What differs from a command's usual surroundings. */
  environment?(): Pick<CliIo, 'env' | 'token'>;
  /** What follows a run that ended with 0: its exit code is that of the step. */
  next?(report: Report, io: CliIo): Promise<{ code: number; outputs: Record<string, string> }>;
};

/** Runs it as the step: log, outputs, job summary. The step fails unless the exit code is 0. */
export async function runAction<Report>(action: CommandAction<Report>): Promise<void> {
  try {
    const argv = action.arguments();
    if (!argv.ok) {
      setFailed(`${argv.problem.message} ${argv.problem.hint}`);
      return;
    }
    await run(action, argv.value);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    setFailed(`An error in Holdfast itself in ${action.name}; take nothing for done. ${detail}`);
  }
}

async function run<Report>(action: CommandAction<Report>, argv: string[]): Promise<void> {
  const directory = join(process.env.RUNNER_TEMP ?? '.', 'holdfast');
  await mkdir(directory, { recursive: true });
  const file = join(directory, `${action.name}-${randomUUID()}.json`);
  const command = await action.command();
  const { io, told, errors, end } = stepIo(action.environment?.());
  let code: number;
  let report: Report | undefined;
  try {
    code = await command([`--report=${file}`, ...argv], io);
    report = await reportOf<Report>(file);
    if (code === 0 && report !== undefined && action.next !== undefined) {
      const next = await action.next(report, io);
      code = next.code;
      for (const [name, value] of Object.entries(next.outputs)) setOutput(name, value);
    }
  } finally {
    end();
  }
  const plain = (texts: string[]) => stripVTControlCharacters(texts.join(''));
  const headline = action.headline(code, report);
  if (code !== 0) setFailed(`${headline}\n${plain(errors)}`.trimEnd());
  if (report !== undefined) {
    setOutput('report', file);
    for (const [name, value] of Object.entries(action.outputs(report))) setOutput(name, value);
  }
  await writeSummary(headline, plain([...told, ...errors])).catch((error: Error) =>
    warning(`Holdfast could not write the job summary: ${error.message}. The outcome stands.`),
  );
}

async function reportOf<Report>(file: string): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Far below the 1 MiB above which GitHub drops a step's summary without failing the step. */
const MOST_CHARACTERS = 200_000;

async function writeSummary(headline: string, text: string): Promise<void> {
  if (process.env.GITHUB_STEP_SUMMARY === undefined) return;
  const lines = text.trim().split('\n');
  let length = 0;
  const shown = lines.filter((line) => {
    length += line.length + 1;
    return length <= MOST_CHARACTERS;
  });
  const left = lines.length - shown.length;
  const rest = left > 0 ? `\n${plural(left, 'more line')} in the log of this step.\n` : '';
  const page = `## Holdfast: ${headline}\n\n${markdownFence(shown, 'text')}\n${rest}`;
  await summary.addRaw(page, true).write();
}
