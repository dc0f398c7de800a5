import { ok, type Problem, type Result, refuse } from '../../../model/problem.ts';
import type { Alert } from '../../../watch/alert.ts';
import { issueBody, issueComment, issueMarker, issueTitle } from '../../../watch/messages/issue.ts';
import type { Sent } from '../../../watch/queue.ts';
import { type GitHub, openGitHub } from '../../github/client.ts';
import type { Sink, SinkOptions } from './sink.ts';

const ISSUES = '/repos/{owner}/{repo}/issues';
const ISSUE = `${ISSUES}/{issue_number}`;

type Issue = { number: number; body?: string | null; user: { login: string } | null; pull_request?: object };

/** Problems that another attempt may solve. */
const PASSING = /^github-(network|timeout|unavailable|rate-limit|conflict)$/;

/** One issue for each host and environment: opened, kept up to date, and closed when everything is right again. */
export function openIssue({ given, origin, env }: SinkOptions): Result<Sink> {
  const token = env.HOLDFAST_GITHUB_TOKEN || env.GITHUB_TOKEN;
  if (!/^[\w.-]+\/[\w.-]+$/.test(given)) {
    return refuse({ code: 'usage', message: '--github-issue wants OWNER/REPO.', hint: 'Such as acme/shop.' });
  }
  if (!token) {
    return refuse({
      code: 'usage',
      message: '--github-issue needs a token.',
      hint: 'Give it as HOLDFAST_GITHUB_TOKEN or GITHUB_TOKEN; it has to be allowed to write issues.',
    });
  }
  const apiUrl = env.GITHUB_API_URL;
  const github = openGitHub({
    token,
    repository: given,
    ...(apiUrl ? { apiUrl } : {}),
    budgetMs: 0,
    timeoutMs: 10_000,
  });
  const marker = issueMarker(origin);
  return ok({
    id: 'github-issue',
    shown: `GitHub ${given}`,
    async send(alerts, open) {
      const done = await bringUpToDate(
        github,
        marker,
        issueTitle(origin),
        alerts,
        open,
        issueBody(open, origin),
      );
      return done.ok ? { ok: true } : failed(done.problem);
    },
  });
}

async function bringUpToDate(
  github: GitHub,
  marker: string,
  title: string,
  alerts: readonly Alert[],
  open: readonly Alert[],
  body: string,
): Promise<Result<unknown>> {
  const mine = await findIssue(github, marker);
  if (!mine.ok) return mine;
  const number = mine.value?.number;
  if (number === undefined) {
    return open.length === 0
      ? reportLate(github, marker, title, alerts)
      : github.request(`POST ${ISSUES}`, { title, body });
  }
  const comment = issueComment(alerts);
  const told = await github.request(`POST ${ISSUE}/comments`, { issue_number: number, body: comment });
  if (!told.ok) return told;
  const change = open.length === 0 ? { state: 'closed', state_reason: 'completed' } : { body };
  return github.request(`PATCH ${ISSUE}`, { issue_number: number, ...change });
}

/** What was wrong and is right again before GitHub could be told: an issue that is closed at once. */
async function reportLate(
  github: GitHub,
  marker: string,
  title: string,
  alerts: readonly Alert[],
): Promise<Result<unknown>> {
  const body = `${marker}\n${issueComment(alerts)}`;
  const made = await github.request<Issue>(`POST ${ISSUES}`, { title, body });
  if (!made.ok) return made;
  const { number } = made.value.data;
  return github.request(`PATCH ${ISSUE}`, {
    issue_number: number,
    state: 'closed',
    state_reason: 'completed',
  });
}

/** The oldest open issue that begins with the marker and that this token's login wrote: anybody can copy a marker. */
async function findIssue(github: GitHub, marker: string): Promise<Result<Issue | undefined>> {
  const issues = await github.list<Issue>(`GET ${ISSUES}`, {
    state: 'open',
    sort: 'created',
    direction: 'asc',
  });
  if (!issues.ok) return issues;
  const marked = issues.value.filter(
    ({ body, pull_request }) => pull_request === undefined && body?.split(/\r?\n/, 1)[0] === marker,
  );
  if (marked.length === 0) return ok(undefined);
  const login = await github.login();
  if (!login.ok) return login;
  return ok(marked.find(({ user }) => user?.login.toLowerCase() === login.value.toLowerCase()));
}

function failed({ code, message }: Problem): Sent {
  return { ok: false, again: PASSING.test(code), reason: message };
}
