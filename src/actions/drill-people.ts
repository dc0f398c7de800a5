import { resolve } from 'node:path';
import { getInput, setFailed, setOutput, warning } from '@actions/core';
import { context } from '@actions/github';
import { chosenGitHub } from '../cli/github.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { markdownText, plainLine } from '../reports/escape.ts';
import { countTimes } from './drill-times.ts';
import { ownEnvironment } from './environment.ts';
import { openDrill } from './open-drill.ts';
import type { DrillRun, Told } from './people-run.ts';
import { attempt, problemLine, writeSummary } from './publish.ts';

/** The events that open an issue: nobody answers them. */
const OPENING = ['schedule', 'workflow_dispatch', 'repository_dispatch'];

/** A drill for people: opens its issue, or reads in the comments when they said what. The step fails for a problem. */
export async function drillPeople(): Promise<void> {
  const told = await run();
  if (!told.ok) return fail(told.problem);
  const { line, summary, warnings, outputs, problem } = told.value;
  process.stdout.write(`${plainLine(line)}\n`);
  for (const text of warnings) warning(plainLine(text));
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  if (problem !== undefined) setFailed(`Not all of it is on GitHub. ${problemLine(problem)}`);
  if (summary === undefined) return;
  await attempt('the job summary', () => writeSummary(summary), 'The drill');
}

async function run(): Promise<Result<Told>> {
  const { eventName, payload } = context;
  const opens = OPENING.includes(eventName);
  if (!opens && eventName !== 'issue_comment') return refuse(wrongEvent(eventName));
  const own = ownEnvironment();
  const github = chosenGitHub(undefined, own);
  if (!github.ok) return github;
  const io = { ...own, cwd: resolve(getInput('working-directory') || '.') };
  const drillRun: DrillRun = { github: github.value, io, now: new Date().toISOString() };
  if (opens) return openDrill(drillRun);
  const number = payload.issue?.number;
  if (typeof number !== 'number' || payload.issue?.pull_request !== undefined) {
    return ok({ line: 'The comment is on no issue. Nothing to do.', warnings: [], outputs: {} });
  }
  return countTimes(drillRun, number);
}

async function fail(problem: Problem): Promise<void> {
  const text = problemLine(problem);
  setFailed(`Holdfast could not drill people. ${text}`);
  const summary = `## Holdfast: no drill\n\n${markdownText(text)}\n`;
  await attempt('the job summary', () => writeSummary(summary), 'The failure');
}

function wrongEvent(name: string): Problem {
  return {
    code: 'input',
    message: `With \`issue: true\` a run for the event ${name} has nothing to do.`,
    hint: `Let the workflow run on ${OPENING.slice(0, 2).join(' or ')}, which open the issue, and on issue_comment, which reads the times.`,
  };
}
