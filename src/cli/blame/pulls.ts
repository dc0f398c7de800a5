import { openGitHub } from '../../adapters/github/client.ts';
import { pullOfCommit } from '../../adapters/github/pulls.ts';
import type { Blame } from '../../blame/candidate.ts';
import type { CliIo } from '../io.ts';

/**
 * Asks GitHub for the pull requests of commits whose subject names none. Only where a token and the repository are in the
 * environment, as in a workflow; what GitHub does not tell is left open and said.
 */
export async function withPulls(found: Blame, { env }: CliIo): Promise<Blame> {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = env;
  const open = found.candidates.filter(({ kind, pull }) => kind === 'commit' && pull === null);
  if (!token || !repository || open.length === 0) return found;
  const github = openGitHub({ token, repository, ...(apiUrl && { apiUrl }) });
  const pulls = new Map<string, number>();
  for (const { id } of open) {
    const pull = await pullOfCommit(github, id);
    if (!pull.ok) {
      const { code: reason, message: detail, hint } = pull.problem;
      return {
        ...found,
        missing: [...found.missing, { reason, detail: `Pull requests are not named. ${detail}`, hint }],
      };
    }
    if (pull.value !== undefined) pulls.set(id, pull.value);
  }
  const candidates = found.candidates.map((one) => ({ ...one, pull: one.pull ?? pulls.get(one.id) ?? null }));
  return { ...found, candidates };
}
