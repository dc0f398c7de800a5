import { context } from '@actions/github';
import { queuedPullRequest } from '../adapters/github/acknowledgements.ts';

/** The pull request that the event is about. `head`: its commit that is judged; `undefined` in a merge queue. */
export type PullRequest = { number: number; base: string; head: string | undefined };

export function pullRequestOfEvent(): PullRequest | undefined {
  const { pull_request: pull, merge_group: group } = context.payload;
  if (typeof pull?.number === 'number') {
    return { number: pull.number, base: String(pull.base?.sha), head: String(pull.head?.sha) };
  }
  const number = queuedPullRequest(String(group?.head_ref));
  return number === undefined ? undefined : { number, base: String(group.base_sha), head: undefined };
}
