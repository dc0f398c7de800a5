import { openGitHub } from '../../adapters/github/client.ts';
import { deploymentOfEvent, reportDeployment, runPage } from '../../adapters/github/deployment.ts';
import type { RollbackSteps } from '../../deploy/steps.ts';
import type { Outcome } from '../../store/deployments.ts';
import type { CliIo } from '../io.ts';
import { problemText } from '../problem.ts';

export type Reporter = RollbackSteps['report'];

const DESCRIPTIONS: { readonly [outcome in Outcome]: string } = {
  good: 'What was deployed is what was meant, and the services are well.',
  failed: 'The deployment failed, and had changed nothing critical.',
  'rolled-back': 'The deployment failed; what was there before was put back.',
  inconclusive: 'The deployment failed, and the host needs somebody: see the log.',
  'nothing-done': 'The command was not run.',
  forgotten: 'The deployment was given up.',
};

/** GitHub's id of the deployment: what was said, or that of the event which started the workflow. */
export async function deploymentNumber(given: string | undefined, env: CliIo['env']): Promise<string | null> {
  return given ?? (await deploymentOfEvent(env.GITHUB_EVENT_PATH)) ?? null;
}

/** Tells GitHub how a deployment goes. Without a deployment there nobody is told; a failure is only a warning. */
export function reporter(io: CliIo, repositoryGiven?: string): Reporter {
  const { env } = io;
  const token = io.token ?? (env.GITHUB_TOKEN || env.GH_TOKEN);
  const repository = repositoryGiven ?? env.GITHUB_REPOSITORY;
  return async ({ deploymentId, environment, outcome }, state) => {
    if (deploymentId === null) return;
    if (!token || !repository) {
      if (state === 'in_progress') return;
      const missing = token
        ? 'no repository was named (--repository OWNER/NAME)'
        : 'there is no GITHUB_TOKEN';
      io.stderr(`holdfast: GitHub was not told about deployment ${deploymentId}: ${missing}.\n`);
      return;
    }
    const github = openGitHub({
      token,
      repository,
      budgetMs: 10_000,
      timeoutMs: 10_000,
      ...(env.GITHUB_API_URL ? { apiUrl: env.GITHUB_API_URL } : {}),
    });
    const page = runPage(env);
    const problem = await reportDeployment(github, deploymentId, state, {
      description: outcome === null ? 'The command is run, and watched.' : DESCRIPTIONS[outcome],
      ...(page === undefined ? {} : { logUrl: page }),
      ...(environment === null ? {} : { environment }),
    });
    if (problem === undefined) return;
    io.stderr(
      problemText({ ...problem, hint: `The deployment goes on as if GitHub knew. ${problem.hint}` }, io),
    );
  };
}
