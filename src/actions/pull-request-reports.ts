import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitHub } from '../adapters/github/client.ts';
import { updateComment } from '../adapters/github/comment.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import { markerOf } from '../reports/comment.ts';
import { visible } from '../reports/escape.ts';
import { reports } from '../reports/index.ts';
import { blockers } from '../verdict/blockers.ts';
import type { Decision } from '../verdict/decision.ts';
import { headName } from './head-name.ts';
import type { CheckInputs } from './inputs.ts';
import type { PullRequest } from './pull-request.ts';

type Job = { name: string; summaryUrl?: string };
type TellOptions = Pick<CheckInputs, 'comment' | 'review'> & { job: Job };

/**
 * Tells the decision on the pull request; in a merge queue nothing is told there. Gives warnings for the log, one
 * for everything that the token may not write. It never throws, and decides nothing.
 */
export async function tellPullRequest(
  told: Decision | Problem,
  github: GitHub,
  { number, head }: PullRequest,
  { comment: mode, review, job }: TellOptions,
  policy?: Policy,
): Promise<string[]> {
  if (head === undefined) return [];
  const marker = markerOf(job.name);
  const summary = job.summaryUrl === undefined ? {} : { summaryUrl: job.summaryUrl };
  const failures: { what: string; problem: Problem }[] = [];
  const attempt = async (what: string, write: () => Promise<Result<unknown>>) => {
    const done = await write().catch((error: unknown) => ({
      ok: false as const,
      problem: unexpected(error),
    }));
    if (!done.ok) failures.push({ what, problem: done.problem });
  };
  if (mode !== 'never') {
    const request = { number, decision: told, mode, marker, ...summary, ...acknowledgers(told, policy) };
    await attempt('the comment', () => updateComment(github, request));
  }
  if (review !== 'never' && 'verdict' in told) {
    const { postReview } = await import('../adapters/github/review.ts');
    await attempt('the review', () =>
      postReview(github, { number, head, decision: told, mode: review, marker }),
    );
  }
  const [first, second] = failures;
  if (first === undefined) return [];
  if (second?.problem.code === first.problem.code) {
    return [writeWarning(`${first.what} and ${second.what}`, first.problem)];
  }
  return failures.map(({ what, problem }) => writeWarning(what, problem));
}

/** The job that tells: its name keeps its comment apart from other jobs'. */
export function jobOfRun(): Job {
  const { GITHUB_JOB, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
  const name = GITHUB_JOB ?? 'holdfast';
  if (GITHUB_RUN_ID === undefined) return { name };
  return { name, summaryUrl: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` };
}

/** Who may acknowledge what keeps this decision from passing, as the policy says it. */
function acknowledgers(told: Decision | Problem, policy: Policy | undefined): { acknowledgers?: string[] } {
  if (policy === undefined || !('verdict' in told) || told.verdict === 'pass') return {};
  const names = blockers(told, policy).flatMap((blocker) => blocker.approvers.flat());
  return names.length === 0 ? {} : { acknowledgers: [...new Set(names)] };
}

/** A warning for something that could not be written to GitHub: what is missing, and that the verdict stands. */
function writeWarning(what: string, problem: Problem): string {
  const refused = problem.code === 'github-forbidden' || problem.code === 'github-not-found';
  const hint = refused
    ? `Give the job \`permissions: pull-requests: write\`. For pull requests from forks and from Dependabot the token can only read.`
    : problem.hint;
  const text = `Holdfast could not write ${what}. ${problem.message} ${hint}`;
  return visible(`${text} The job summary and the log tell everything, and the verdict stands.`);
}

/** Writes the SARIF file for code scanning into `directory` and gives its path. It throws what the disk throws. */
export async function writeSarif(decision: Decision, directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `holdfast-${headName(decision)}.sarif`);
  await writeFile(path, reports.sarif(decision, { color: false }));
  return path;
}

function unexpected(error: unknown): Problem {
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), hint: '' };
}
