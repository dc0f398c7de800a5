import { ok, type Result, refuse } from '../../model/problem.ts';
import { planReview, standing, toldIn, withoutSettled } from '../../reports/review.ts';
import { type DiffLines, parsePatch } from '../../reports/suggestion.ts';
import type { Decision } from '../../verdict/decision.ts';
import type { GitHub } from './client.ts';

/**
 * `number`, `head`: the pull request and the commit of it that was judged; nothing is done at another head.
 * `marker`: keeps the reviews of two jobs apart, as the comment's does.
 */
export type ReviewRequest = {
  number: number;
  head: string;
  decision: Decision;
  mode: 'comment' | 'request-changes';
  marker?: string;
};

/** `posted` and `skipped` (told before) count findings, `dismissed` reviews, `resolved` threads. */
export type ReviewOutcome = { posted: number; skipped: number; dismissed: number; resolved: number };

type User = { login: string; __typename?: string } | null;
type Review = { id: number; body: string | null; state: string; user: User };
type Thread = { id: string; isResolved: boolean; comments: { nodes: { body: string; author: User }[] } };
type Threads = { nodes: Thread[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
type Page = { repository: { pullRequest: { reviewThreads: Threads } } };

const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}';
const NO_DIFF: DiffLines = new Map();
const THREADS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    reviewThreads(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
      id isResolved comments(first: 20) { nodes { body author { login __typename } } } } } } } }`;
const RESOLVE = `mutation ($threadId: ID!) {
  resolveReviewThread(input: { threadId: $threadId }) { thread { isResolved } } }`;

/**
 * Brings our reviews of a pull request up to date: findings that none of them told are posted in one review; a
 * request for changes is dismissed, and threads are resolved, when what they are about is gone. A review is ours
 * when it starts with the marker and this token's login wrote it. A problem (no permission, `review-outdated` when
 * there is a newer head, GitHub away) is for the log only: the verdict stands without a review.
 */
export async function postReview(github: GitHub, options: ReviewRequest): Promise<Result<ReviewOutcome>> {
  const { number: pull_number, head: commit_id, decision, mode, marker = '' } = options;
  const reviews = await github.list<Review>(`GET ${PULL}/reviews`, { pull_number });
  if (!reviews.ok) return reviews;
  const marked = reviews.value.filter(({ body }) => toldIn(body, marker) !== undefined);
  const login = marked.length === 0 && mode === 'comment' ? ok('') : await github.login();
  if (!login.ok) return login;
  const own = marked.filter(({ user }) => user?.login === login.value);
  const known = new Set(own.flatMap(({ body }) => toldIn(body, marker) ?? []));
  const planned = { base: decision.base, known, marker };
  const all = planReview(decision, NO_DIFF, { base: decision.base, marker });
  const inBody = planReview(decision, NO_DIFF, planned);
  const posted = inBody.fingerprints.length;
  const outcome = { posted, skipped: all.fingerprints.length - posted, dismissed: 0, resolved: 0 };
  if (own.length === 0 && posted === 0) return ok(outcome);

  const diff = posted === 0 ? NO_DIFF : await readDiff(github, pull_number);
  const pull = await github.request(`GET ${PULL}`, { pull_number });
  if (!pull.ok) return pull;
  if (pull.value.data.head.sha !== commit_id) {
    return refuse({
      code: 'review-outdated',
      message: `The pull request has a newer head than ${commit_id}: there is no review of the old one.`,
      hint: 'The run for the new head posts its own.',
    });
  }

  // Nobody can request changes of a pull request of their own.
  const requests =
    mode === 'request-changes' &&
    decision.verdict !== 'pass' &&
    !decision.warnOnly &&
    pull.value.data.user?.login !== login.value;
  // What was told by a comment only is told once more, without its lines, by the first request.
  const first = requests && own.every(({ state }) => state === 'COMMENTED');
  const plan = posted > 0 ? planReview(decision, diff, planned) : first ? all : inBody;
  if (plan.fingerprints.length > 0) {
    const review = { pull_number, commit_id, event: requests ? 'REQUEST_CHANGES' : 'COMMENT' };
    const { body, comments } = plan;
    let answer = await github.request(`POST ${PULL}/reviews`, { ...review, body, comments });
    if (!answer.ok && answer.problem.code === 'github-invalid' && comments.length > 0) {
      answer = await github.request(`POST ${PULL}/reviews`, { ...review, body: inBody.body });
    }
    if (!answer.ok) return answer;
  }

  // As long as something could not be looked at, nobody knows which findings are gone.
  if (decision.notLookedAt.every((item) => !item.blocks) && own.length > 0) {
    const stands = standing(decision);
    for (const { id: review_id, body: told } of own) {
      const body = withoutSettled(told!, stands, commit_id, marker);
      if (body === told) continue;
      // When this fails, a finding that returns is told by the other reports only.
      await github.request(`PUT ${PULL}/reviews/{review_id}`, { pull_number, review_id, body });
    }
    outcome.resolved = await resolveThreads(github, options, login.value, stands);
  }
  for (const { id: review_id, state } of own) {
    if (requests || state !== 'CHANGES_REQUESTED') continue;
    const dismissal = { pull_number, review_id, message: dismissalMessage(decision, commit_id) };
    const dismissed = await github.request(`PUT ${PULL}/reviews/{review_id}/dismissals`, dismissal);
    if (!dismissed.ok) return dismissed;
    outcome.dismissed += 1;
  }
  return ok(outcome);
}

/** Without a diff, everything stands in the review's body. A file that is too large or binary has no `patch`. */
async function readDiff(github: GitHub, pull_number: number): Promise<DiffLines> {
  const files = await github.list<{ filename: string; patch?: string }>(`GET ${PULL}/files`, { pull_number });
  if (!files.ok) return NO_DIFF;
  return new Map(files.value.map(({ filename, patch }) => [filename, parsePatch(patch ?? '')]));
}

/**
 * Resolves our threads whose findings are all gone, except where somebody else takes part: that conversation is
 * theirs. Few tokens may do this (`contents: write`), so that a refusal is no problem.
 */
async function resolveThreads(
  { owner, repo, graphql }: GitHub,
  { number, marker }: ReviewRequest,
  login: string,
  stands: ReadonlySet<string>,
): Promise<number> {
  let resolved = 0;
  for (let after: string | null = null; ; ) {
    const answer: Result<Page> = await graphql(THREADS, { owner, repo, number, after });
    if (!answer.ok) return resolved;
    const { nodes, pageInfo }: Threads = answer.value.repository.pullRequest.reviewThreads;
    for (const { id, isResolved, comments } of nodes) {
      const told = toldIn(comments.nodes[0]?.body, marker) ?? [];
      if (isResolved || told.length === 0 || told.some((known) => stands.has(known))) continue;
      if (!comments.nodes.every(({ author }) => restLogin(author) === login)) continue;
      if (!(await graphql(RESOLVE, { threadId: id })).ok) return resolved;
      resolved += 1;
    }
    if (!pageInfo.hasNextPage) return resolved;
    after = pageInfo.endCursor;
  }
}

/** GraphQL names a bot without the `[bot]` that its login has in REST. */
function restLogin(author: User): string | undefined {
  const bot = author?.__typename === 'Bot' && !author.login.endsWith('[bot]');
  return bot ? `${author.login}[bot]` : author?.login;
}

function dismissalMessage({ verdict, acknowledged = [] }: Decision, head: string): string {
  const how = acknowledged.length > 0 ? 'fixed or acknowledged' : 'fixed';
  return verdict === 'pass'
    ? `Everything that Holdfast requested is ${how} at ${head}.`
    : `Holdfast is no longer set up to request changes here. It still finds problems at ${head}.`;
}
