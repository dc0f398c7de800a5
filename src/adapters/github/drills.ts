import { type IssueText, LABEL, type Marked, markedIn } from '../../drill/people/issue.ts';
import type { PeopleDrill } from '../../drill/people/table.ts';
import { commandsIn, type DrillComment, timesOf } from '../../drill/people/times.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Role } from '../../verdict/evidence.ts';
import type { GitHub } from './client.ts';
import { readRole } from './people.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';
const ISSUE = `${ISSUES}/{issue_number}`;

/** Far above what a team drills in a year. */
const MOST_DRILLS = 2_000;
const MOST_COMMENTS = 2_000;
const WRITERS: readonly Role[] = ['write', 'maintain', 'admin'];

type Account = { login: string; type?: string } | null;
type Issue = {
  number: number;
  html_url: string;
  state: string;
  created_at: string;
  body?: string | null;
  user: Account;
  labels: (string | { name?: string })[];
  pull_request?: object;
};
type Comment = { user: Account; created_at: string; updated_at: string; body?: string };

/** The issue of a drill, before its comments are read. */
export type DrillIssue = Marked & {
  number: number;
  url: string;
  opened: string;
  closed: boolean;
  body: string;
};

/**
 * The issues of drills, oldest first. Anybody can copy a marker: an issue counts that has the label, which takes rights,
 * and that an App or this token's own account wrote.
 * @param since `2026-01-01T00:00:00Z`: of issues that nothing has touched since then none is listed.
 */
export async function listDrills(github: GitHub, since: string): Promise<Result<DrillIssue[]>> {
  const parameters = { labels: LABEL, state: 'all', sort: 'created', direction: 'asc', since };
  const issues = await github.list<Issue>(`GET ${ISSUES}`, parameters, MOST_DRILLS);
  if (!issues.ok) return issues;
  const drills: DrillIssue[] = [];
  for (const issue of issues.value) {
    const drill = await drillOf(github, issue);
    if (!drill.ok) return drill;
    if (drill.value !== undefined) drills.push(drill.value);
  }
  return ok(drills);
}

/** One issue; `undefined` when it is no drill. */
export async function readDrillIssue(
  github: GitHub,
  number: number,
): Promise<Result<DrillIssue | undefined>> {
  const answer = await github.request<Issue>(`GET ${ISSUE}`, { issue_number: number });
  return answer.ok ? drillOf(github, answer.value.data) : answer;
}

async function drillOf(github: GitHub, issue: Issue): Promise<Result<DrillIssue | undefined>> {
  const marked = markedIn(issue.body ?? '');
  const labelled = issue.labels.some((label) => (typeof label === 'string' ? label : label.name) === LABEL);
  if (marked === undefined || !labelled || issue.pull_request !== undefined) return ok(undefined);
  if (issue.user?.type !== 'Bot') {
    const login = await github.login();
    if (!login.ok) return login;
    if (issue.user?.login.toLowerCase() !== login.value.toLowerCase()) return ok(undefined);
  }
  return ok({
    ...marked,
    number: issue.number,
    url: issue.html_url,
    opened: issue.created_at,
    closed: issue.state === 'closed',
    body: issue.body ?? '',
  });
}

/** Reads when people said what. Of those who said something it is looked up whether they may write. */
export function timesReader(github: GitHub): (issue: DrillIssue) => Promise<Result<PeopleDrill>> {
  const roles = new Map<string, Role>();
  return async ({ body, ...issue }) => {
    const comments = await github.list<Comment>(
      `GET ${ISSUE}/comments`,
      { issue_number: issue.number },
      MOST_COMMENTS,
    );
    if (!comments.ok) return comments;
    const said = commandsIn(comments.value.map(commentOf), issue.opened);
    for (const { by } of said) {
      if (roles.has(by.toLowerCase())) continue;
      const role = await readRole(github, by);
      if (!role.ok) return role;
      roles.set(by.toLowerCase(), role.value);
    }
    const entitled = new Set([...roles].filter(([, role]) => WRITERS.includes(role)).map(([login]) => login));
    return ok({ ...issue, ...timesOf(said, entitled) });
  };
}

function commentOf({ user, created_at, updated_at, body }: Comment): DrillComment {
  return {
    by: user?.login ?? 'ghost',
    bot: user?.type !== 'User',
    created: created_at,
    updated: updated_at,
    body: body ?? '',
  };
}

/** Opens the issue; its number. Problem: also `drill-unlabelled`, when it would not be found again. */
export async function openDrillIssue(
  github: GitHub,
  { title, body }: IssueText,
): Promise<Result<{ number: number; url: string }>> {
  const made = await github.request<Issue>(`POST ${ISSUES}`, { title, body, labels: [LABEL] });
  if (!made.ok) return made;
  const { number, html_url: url, labels } = made.value.data;
  const labelled = labels.some((label) => (typeof label === 'string' ? label : label.name) === LABEL);
  return labelled ? ok({ number, url }) : refuse(unlabelled(number));
}

export async function closeDrillIssue(github: GitHub, number: number): Promise<Result<undefined>> {
  const change = { issue_number: number, state: 'closed', state_reason: 'completed' };
  const closed = await github.request(`PATCH ${ISSUE}`, change);
  return closed.ok ? ok(undefined) : closed;
}

function unlabelled(number: number): Problem {
  return {
    code: 'drill-unlabelled',
    message: `The issue ${number} was opened without the label ${LABEL}, so that it is not found again.`,
    hint: 'Give it the label by hand, and the token `issues: write`.',
  };
}
