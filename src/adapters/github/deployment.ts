import { readFile } from 'node:fs/promises';
import type { Problem } from '../../model/problem.ts';
import type { GitHub } from './client.ts';

export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

/** GitHub cuts nothing: a longer description is refused. */
const LONGEST_DESCRIPTION = 140;

/** https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status */
export async function reportDeployment(
  github: GitHub,
  deployment: string,
  state: DeploymentState,
  { description, logUrl, environment }: { description: string; logUrl?: string; environment?: string },
): Promise<Problem | undefined> {
  const route = 'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
  const cut = description.length <= LONGEST_DESCRIPTION;
  const answer = await github.request(route, {
    deployment_id: Number(deployment),
    state,
    description: cut ? description : `${description.slice(0, LONGEST_DESCRIPTION - 1)}…`,
    ...(logUrl === undefined ? {} : { log_url: logUrl }),
    ...(environment === undefined ? {} : { environment }),
  });
  return answer.ok ? undefined : answer.problem;
}

/** The deployment that a workflow run is about, from its event. */
export async function deploymentOfEvent(path: string | undefined): Promise<string | undefined> {
  if (path === undefined || path === '') return undefined;
  try {
    const id = JSON.parse(await readFile(path, 'utf8')).deployment?.id;
    return Number.isSafeInteger(id) ? String(id) : undefined;
  } catch {
    return undefined;
  }
}

/** The page of this run, as the runner's variables say. */
export function runPage(env: Record<string, string | undefined>): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}
