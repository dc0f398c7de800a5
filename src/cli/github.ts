import { type GitHub, openGitHub } from '../adapters/github/client.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import type { CliIo } from './io.ts';

/**
 * GitHub for a command that cannot do without it. Problem: `no-github`.
 * @param repository `OWNER/NAME`; without it, GITHUB_REPOSITORY.
 */
export function chosenGitHub(
  repository: string | undefined,
  { env, token: own }: Pick<CliIo, 'env' | 'token'>,
): Result<GitHub> {
  const name = repository ?? env.GITHUB_REPOSITORY;
  const token = own ?? (env.GITHUB_TOKEN || env.GH_TOKEN);
  const { GITHUB_API_URL: apiUrl } = env;
  if (name === undefined || !/^[\w.-]+\/[\w.-]+$/.test(name)) {
    return refuse({
      code: 'no-github',
      message:
        name === undefined
          ? 'No repository on GitHub was named.'
          : `${JSON.stringify(name)} names no repository.`,
      hint: 'Give --repository OWNER/NAME.',
    });
  }
  if (token) return ok(openGitHub({ token, repository: name, ...(apiUrl && { apiUrl }) }));
  return refuse({
    code: 'no-github',
    message: 'There is no token for GitHub.',
    hint: 'Set GITHUB_TOKEN or GH_TOKEN, such as GH_TOKEN=$(gh auth token).',
  });
}
