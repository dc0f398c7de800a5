import { ok, type Result } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { candidates, countedActs } from '../../verdict/approvals.ts';
import { blockers } from '../../verdict/blockers.ts';
import type { Decision } from '../../verdict/decision.ts';
import type { Account, Evidence } from '../../verdict/evidence.ts';
import type { GitHub } from './client.ts';
import { incomplete, isRefused, readCommits, readPushes, readRole, readTeam } from './people.ts';

export type EvidenceOptions = {
  /**
   * The pull request's own decision at a commit of it, under the policy that counts now. For the head of a pull
   * request that is the decision at hand; in a merge queue the one for the queued pull request alone.
   */
  decisionAt(commit: string): Promise<Decision | undefined>;
  /** A client whose token may see the members of teams; GITHUB_TOKEN may not. */
  members?: GitHub;
};

const MOST_REVIEWS = 1_000;
const MOST_EVENTS = 3_000;
/** Commits of earlier approvals whose decisions are made again. */
const MOST_EARLIER = 5;

/** The pull request that a merge queue's branch stands for: `gh-readonly-queue/<base>/pr-<number>-<sha>`. */
export function queuedPullRequest(headRef: string): number | undefined {
  const [, number] =
    /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(headRef) ?? [];
  return number === undefined ? undefined : Number(number);
}

/**
 * Reads live what people did on a pull request, and who they are. A problem means that nothing may count as
 * acknowledged.
 * @param head the commit that was compared; `undefined` in a merge queue: the pull request's head as it is now.
 */
export async function readEvidence(
  github: GitHub,
  number: number,
  head: string | undefined,
  policy: Policy,
  options: EvidenceOptions,
): Promise<Result<Evidence>> {
  try {
    return await read(github, number, head, policy, options);
  } catch (error) {
    return incomplete(`GitHub's answer has another form than expected: ${(error as Error).message}.`);
  }
}

async function read(
  github: GitHub,
  number: number,
  head: string | undefined,
  policy: Policy,
  { decisionAt, members = github }: EvidenceOptions,
): Promise<Result<Evidence>> {
  const asked = await github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    pull_number: number,
  });
  if (!asked.ok) return asked;
  const pull = asked.value.data;
  const sha = String(pull?.head?.sha).toLowerCase();
  if (typeof pull?.user?.login !== 'string' || (head ?? sha).toLowerCase() !== sha) {
    return incomplete(
      `Pull request #${number} stands at ${sha.slice(0, 12)} now, another commit than was compared.`,
    );
  }
  const issue = { issue_number: number };
  const [reviews, timeline, commits, pushes, own] = await Promise.all([
    github.list(
      'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
      { pull_number: number },
      MOST_REVIEWS,
    ),
    github.list('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', issue, MOST_EVENTS),
    readCommits(github, number),
    readPushes(github, pull),
    decisionAt(sha),
  ]);
  if (!reviews.ok) return reviews;
  if (!timeline.ok) return timeline;
  if (!commits.ok) return commits;
  if (!pushes.ok) return pushes;
  if (!commits.value.ids.includes(sha)) {
    return incomplete(`The commits of pull request #${number} do not hold its head.`);
  }
  const evidence: Evidence = {
    head: sha,
    involved: [pull.user.login, ...commits.value.people, ...pushes.value.by(commits.value.ids)],
    reviews: reviews.value.flatMap(({ user, state, commit_id, submitted_at }) =>
      user ? [{ by: account(user), state, commit: commit_id ?? undefined, at: String(submitted_at) }] : [],
    ),
    labelEvents: timeline.value.flatMap(({ event, actor, label, created_at }) =>
      event === 'labeled' || event === 'unlabeled'
        ? [{ by: account(actor), name: String(label?.name), added: event === 'labeled', at: created_at }]
        : [],
    ),
    labels: (pull.labels ?? []).map((label: { name: string }) => label.name),
    pushed: pushes.value.at(sha),
    retargeted: timeline.value.findLast(({ event }) => /base_(ref_changed|change_succeeded)$/.test(event))
      ?.created_at,
    roles: {},
    teams: {},
    decisions: own === undefined ? {} : { [sha]: own },
    notes: pushes.value.notes,
  };
  if (own === undefined) return ok(evidence);
  const people = candidates(policy, evidence);
  if (people.length === 0) return ok(evidence);
  const teams = blockers(own, policy).flatMap((blocker) => blocker.approvers.flat());
  for (const login of people) {
    const role = await readRole(github, login);
    if (!role.ok) return role;
    evidence.roles[login.toLowerCase()] = role.value;
  }
  for (const team of new Set(teams.filter((name) => name.includes('/')).map((name) => name.toLowerCase()))) {
    const listed = await readTeam(members, team);
    if (listed.ok) evidence.teams[team] = listed.value;
    else if (!isRefused(listed)) return listed;
    else
      evidence.notes.push(`${team} entitles nobody: its members cannot be seen. ${listed.problem.message}`);
  }
  if (policy.acknowledge?.keepWhenUnchanged !== true) return ok(evidence);
  const earlier = new Set(countedActs(policy, evidence).map(({ commit }) => commit));
  earlier.delete(sha);
  for (const commit of [...earlier].slice(-MOST_EARLIER)) {
    const then = await decisionAt(commit);
    if (then !== undefined) evidence.decisions[commit] = then;
  }
  return ok(evidence);
}

/** An account that is gone, or an App, is nobody. */
function account(user: { login?: string; type?: string } | null): Account {
  return { login: user?.login ?? 'ghost', bot: user?.type !== 'User' };
}
