import { isDebug, notice, setFailed, warning } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { openGitHub } from '../adapters/github/client.ts';
import { ok, type Problem, type Result } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import { visible } from '../reports/escape.ts';
import { exitCode } from '../verdict/decide.ts';
import type { Decision } from '../verdict/decision.ts';
import { type GitHubClients, runCheck } from './check-run.ts';
import { type CheckInputs, readInputs } from './inputs.ts';
import { publish, publishNothing, publishProblem } from './publish.ts';
import { pullRequestOfEvent } from './pull-request.ts';
import { jobOfRun, tellPullRequest } from './pull-request-reports.ts';

tuneEngine();
try {
  if (isDebug()) await (await import('./diagnostics.ts')).logVersions();
  const inputs = readInputs();
  const done = inputs.ok ? await run(inputs.value) : inputs;
  if (!done.ok) {
    await publishProblem(done.problem);
    process.exitCode = 1;
  }
} catch (error) {
  setFailed(
    `An error in Holdfast itself; nothing was judged. ${error instanceof Error ? error.message : String(error)}`,
  );
}

/** The exit code stands before anything is written to GitHub. */
async function run(inputs: CheckInputs): Promise<Result<void>> {
  const github = clients(inputs);
  const pullRequest = pullRequestOfEvent();
  const outcome = await runCheck(inputs, github, pullRequest);
  const tell = async (told: Decision | Problem, policy?: Policy) => {
    if (github === undefined || pullRequest === undefined) return;
    const options = { ...inputs, job: jobOfRun() };
    for (const text of await tellPullRequest(told, github.own, pullRequest, options, policy)) warning(text);
  };
  if (!outcome.ok) {
    process.exitCode = 1;
    await tell(outcome.problem);
    return outcome;
  }
  if ('nothing' in outcome.value) {
    await publishNothing(outcome.value.nothing);
    return ok(undefined);
  }
  const { decision, policy, notes } = outcome.value;
  process.exitCode = exitCode(decision.verdict, decision.warnOnly) === 0 ? 0 : 1;
  await publish(decision, inputs.html);
  for (const note of notes) notice(visible(note));
  await tell(decision, policy);
  return ok(undefined);
}

function clients({ token, membersToken }: CheckInputs): GitHubClients | undefined {
  const repository = process.env.GITHUB_REPOSITORY;
  if (token === undefined || repository === undefined) return undefined;
  const own = openGitHub({ token, repository });
  if (membersToken === undefined) return { own };
  return { own, members: openGitHub({ token: membersToken, repository }) };
}
