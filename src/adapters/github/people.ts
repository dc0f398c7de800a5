import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Role } from '../../verdict/evidence.ts';
import type { GitHub } from './client.ts';

const MOST_MEMBERS = 1_000;

/** `authors` holds the author and everybody in `Co-authored-by`, found by their addresses. */
const COMMITS = `query($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    commits(first: 100, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { commit {
        oid committer { user { login } }
        authors(first: 100) { pageInfo { hasNextPage } nodes { user { login } } }
      } }
    }
  } }
}`;

type Push = { after: string; timestamp: string; activity_type: string; actor: { login: string } | null };

/** Ids of all commits, and the logins of everybody who had a part in one. GitHub lists 250 of them at most. */
export async function readCommits(
  github: GitHub,
  number: number,
): Promise<Result<{ ids: string[]; people: string[] }>> {
  const { owner, repo } = github;
  const [ids, people]: [string[], string[]] = [[], []];
  for (let after = ''; ; ) {
    const page = await github.graphql(COMMITS, { owner, repo, number, after: after || null });
    if (!page.ok) return page;
    const { totalCount, pageInfo, nodes } = page.value.repository.pullRequest.commits;
    for (const { commit } of nodes) {
      ids.push(commit.oid);
      for (const { user } of [commit.committer, ...commit.authors.nodes]) if (user) people.push(user.login);
      if (commit.authors.pageInfo.hasNextPage) return incomplete(`${commit.oid} has more than 100 authors.`);
    }
    if (!pageInfo.hasNextPage || pageInfo.endCursor === after) {
      if (ids.length === totalCount) return ok({ ids, people });
      return incomplete(`GitHub lists ${ids.length} of the ${totalCount} commits of #${number}.`);
    }
    after = String(pageInfo.endCursor);
  }
}

/**
 * The latest pushes to the pull request's branch: when the head came there, and who pushed what. Commits carry
 * dates too, but their authors choose them.
 */
export async function readPushes(
  github: GitHub,
  { head }: { head: { ref: string; repo?: { full_name: string } } },
) {
  const [owner = '', repo = ''] = head.repo?.full_name.split('/') ?? [];
  const answer = await github.request<Push[]>('GET /repos/{owner}/{repo}/activity', {
    owner,
    repo,
    ref: `refs/heads/${head.ref}`,
    per_page: 100,
  });
  if (!answer.ok && !isRefused(answer)) return answer;
  const pushes = answer.ok ? answer.value.data : [];
  const time = (push: Push) => Date.parse(push.timestamp);
  const last = pushes.toSorted((left, right) => time(right) - time(left))[0];
  const note = `It is not known when the head was pushed, so no label counts. ${answer.ok ? '' : answer.problem.message}`;
  return ok({
    at: (sha: string): string | undefined => (last?.after === sha ? last.timestamp : undefined),
    by: (ids: readonly string[]): string[] =>
      pushes
        .filter(
          (push) => /^(force_)?push$|^branch_creation$/.test(push.activity_type) && ids.includes(push.after),
        )
        .flatMap((push) => push.actor?.login ?? []),
    notes: last?.after === undefined ? [note.trim()] : [],
  });
}

/** The role of somebody; `none` also where the token may not see it. */
export async function readRole(github: GitHub, username: string): Promise<Result<Role>> {
  const role = await lookUpRole(github, username);
  return isRefused(role) ? ok('none') : role;
}

/** `role_name` may be a custom role; `permission` is the usual role that it is made from. */
export async function lookUpRole(github: GitHub, username: string): Promise<Result<Role>> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const answer = await github.request(route, { username });
  if (!answer.ok) return answer;
  const { role_name, permission } = answer.value.data;
  const usual: readonly Role[] = ['admin', 'maintain', 'write', 'read'];
  return ok(usual.find((role) => role === role_name) ?? usual.find((role) => role === permission) ?? 'none');
}

/** Logins of a team's members, those of its child teams included. */
export async function readTeam(github: GitHub, team: string): Promise<Result<string[]>> {
  const [org, team_slug] = team.slice(1).split('/');
  const listed = await github.list(
    'GET /orgs/{org}/teams/{team_slug}/members',
    { org, team_slug },
    MOST_MEMBERS,
  );
  return listed.ok ? ok(listed.value.map(({ login }) => String(login))) : listed;
}

/** The token may not see it, or there is no such thing: GitHub does not tell these apart. */
export function isRefused(result: Result<unknown>): boolean {
  return !result.ok && /^github-(forbidden|not-found)$/.test(result.problem.code);
}

/** Not everything could be read that an acknowledgement depends on. */
export function incomplete(message: string): Result<never> {
  return refuse({
    code: 'acknowledgement-incomplete',
    message,
    hint: 'Nothing counts as acknowledged in this run. Run the check again, or split the pull request.',
  });
}
