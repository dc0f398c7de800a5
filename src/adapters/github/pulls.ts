import { ok, type Result } from '../../model/problem.ts';
import type { GitHub } from './client.ts';

/** What GitHub says of a pull request, as far as it is needed; fields may be missing. */
type Pull = { number?: unknown; merged_at?: unknown };

/**
 * The merged pull request with which a commit landed; `undefined` when GitHub knows of none.
 * https://docs.github.com/en/rest/commits/commits#list-pull-requests-associated-with-a-commit
 */
export async function pullOfCommit(github: GitHub, id: string): Promise<Result<number | undefined>> {
  const answer = await github.request<Pull[]>('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
    commit_sha: id,
  });
  if (!answer.ok) return answer;
  const { data } = answer.value;
  const merged = Array.isArray(data) ? data.find((pull) => typeof pull?.merged_at === 'string') : undefined;
  return ok(typeof merged?.number === 'number' ? merged.number : undefined);
}
