import { LABEL, type Marked, markedIn } from '../../drill/people/issue.ts';
import { recordedIn } from '../../drill/people/record.ts';
import type { PeopleDrill } from '../../drill/people/table.ts';
import { commandsIn, type DrillComment, timesOf } from '../../drill/people/times.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Role } from '../../verdict/evidence.ts';
import type { GitHub } from './client.ts';
import { lookUpRole } from './people.ts';

export const ISSUES = '/repos/{owner}/{repo}/issues';
export const ISSUE = `${ISSUES}/{issue_number}`;

/** Far above what a team drills in a year. */
const MOST_DRILLS = 2_000;
const MOST_COMMENTS = 2_000;
const WRITERS: readonly Role[] = ['write', 'maintain', 'admin'];

type Account = { login: string; type?: string } | null;
/** An issue as GitHub gives it, as far as it is needed. */
export type Issue = {
  number: number;
  html_url: string;
  created_at: string;
  closed_at: string | null;
  body?: string | null;
  user: Account;
  labels: (string | { name?: string })[];
  pull_request?: object;
};
type Comment = { id: number; user: Account; created_at: string; updated_at: string; body?: string };

/** The issue of a drill, before its comments are read. */
export type DrillIssue = Marked & {
  number: number;
  url: string;
  opened: string;
  /** When it was closed, if it is. */
  closedAt: string | undefined;
  /** Who opened it: what that account keeps in its comment counts. */
  author: string;
  body: string;
};

/**
 * The issues of drills, in the order of their numbers. Anybody can copy a marker: an issue counts that has the label, which takes rights,
 * and that an App or this token's own account wrote.
 * @param which the open ones; or those that something has touched since a time, `2026-01-01T00:00:00Z`.
 */
export async function listDrills(
  github: GitHub,
  which: 'open' | { since: string },
): Promise<Result<DrillIssue[]>> {
  const filter = which === 'open' ? { state: 'open' } : { state: 'all', since: which.since };
  const parameters = { labels: LABEL, sort: 'created', direction: 'asc', ...filter };
  const issues = await github.list<Issue>(`GET ${ISSUES}`, parameters, MOST_DRILLS);
  if (!issues.ok) return issues;
  const drills: DrillIssue[] = [];
  for (const issue of issues.value) {
    const drill = await drillOf(github, issue);
    if (!drill.ok) return drill;
    if (drill.value !== undefined) drills.push(drill.value);
  }
  return ok(drills.sort((one, other) => one.number - other.number));
}

/** One issue; `undefined` when it is no drill. */
export async function readDrillIssue(
  github: GitHub,
  number: number,
): Promise<Result<DrillIssue | undefined>> {
  const answer = await github.request<Issue>(`GET ${ISSUE}`, { issue_number: number });
  return answer.ok ? drillOf(github, answer.value.data) : answer;
}

/** GitHub takes a label that is there in another case for the same one. */
export function isLabelled({ labels }: Pick<Issue, 'labels'>): boolean {
  return labels.some((one) => (typeof one === 'string' ? one : one.name)?.toLowerCase() === LABEL);
}

async function drillOf(github: GitHub, issue: Issue): Promise<Result<DrillIssue | undefined>> {
  const marked = markedIn(issue.body ?? '');
  const { user } = issue;
  if (marked === undefined || user === null || !isLabelled(issue) || issue.pull_request !== undefined)
    return ok(undefined);
  if (user.type !== 'Bot') {
    const login = await github.login();
    if (!login.ok) return login;
    if (user.login.toLowerCase() !== login.value.toLowerCase()) return ok(undefined);
  }
  return ok({
    ...marked,
    number: issue.number,
    url: issue.html_url,
    opened: issue.created_at,
    closedAt: issue.closed_at ?? undefined,
    author: user.login,
    body: issue.body ?? '',
  });
}

/** A drill with its times; `news` when somebody has restored it since it was heard last. */
export type Heard = PeopleDrill & { news: boolean };

/**
 * Reads when people said what. Of those who say something new it is looked up whether they may write; where that cannot
 * be seen it is a problem, and nobody is told that it does not count.
 */
export function timesReader(github: GitHub): (issue: DrillIssue) => Promise<Result<Heard>> {
  const roles = new Map<string, Role>();
  return async ({ body, author, closedAt, ...issue }) => {
    const comments = await github.list<Comment>(
      `GET ${ISSUE}/comments`,
      { issue_number: issue.number },
      MOST_COMMENTS,
    );
    if (!comments.ok) return comments;
    const ids = new Set(comments.value.map(({ id }) => id));
    const heard = comments.value
      .filter(({ user }) => user?.login === author)
      .flatMap((comment) => recordedIn(comment.body ?? ''))
      .filter(({ id }) => ids.has(id));
    const commands = commandsIn(comments.value.map(commentOf), issue.opened);
    for (const { by, id } of commands) {
      if (roles.has(by.toLowerCase()) || heard.some((said) => said.id === id)) continue;
      const role = await lookUpRole(github, by);
      if (!role.ok && role.problem.code !== 'github-not-found') return role;
      roles.set(by.toLowerCase(), role.ok ? role.value : 'none');
    }
    const entitled = new Set([...roles].filter(([, role]) => WRITERS.includes(role)).map(([login]) => login));
    const times = timesOf(commands, { heard, entitled, ...(closedAt && { closed: closedAt }) });
    const news = times.restored !== undefined && !heard.includes(times.restored);
    return ok({ ...issue, closed: closedAt !== undefined, ...times, news });
  };
}

function commentOf({ id, user, created_at, updated_at, body }: Comment): DrillComment {
  return {
    id,
    by: user?.login ?? 'ghost',
    bot: user?.type !== 'User',
    created: created_at,
    updated: updated_at,
    body: body ?? '',
  };
}
