// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.
import { webhookViolation } from './openapi.ts';

/** A workflow's event for a pull request of the rig (as `GET /pulls/{number}` gives it), whole as GitHub sends it. */
export type RigEvent = { name: string; payload: any };

const NAMES = {
  pull_request: 'pull-request-synchronize',
  pull_request_target: 'pull-request-synchronize',
  pull_request_review: 'pull-request-review-submitted',
  merge_group: 'merge-group-checks-requested',
  push: 'push',
  workflow_dispatch: 'workflow-dispatch',
} as const;

export type EventName = keyof typeof NAMES;

/** Throws when the payload is not what GitHub's own description of the webhook says. */
export async function eventOf(name: EventName, pull: any): Promise<RigEvent> {
  const payload = { repository: pull.base.repo, sender: pull.user, ...members(name, pull) };
  const violation = await webhookViolation(NAMES[name], payload);
  if (violation !== undefined) throw new Error(`${name}: ${violation}`);
  return { name, payload };
}

function members(name: EventName, pull: any): object {
  const [base, head] = [pull.base.sha, pull.head.sha];
  const user = { name: pull.user.login, email: `${pull.user.login}@example.com` };
  const commit = {
    id: head,
    tree_id: base,
    message: pull.title,
    timestamp: pull.created_at,
    author: user,
    committer: user,
  };
  if (name === 'merge_group') {
    const head_ref = `refs/heads/gh-readonly-queue/main/pr-${pull.number}-${head}`;
    const group = {
      base_sha: base,
      base_ref: 'refs/heads/main',
      head_sha: head,
      head_ref,
      head_commit: commit,
    };
    return { action: 'checks_requested', merge_group: group };
  }
  if (name === 'push') {
    return {
      ref: `refs/heads/${pull.head.ref}`,
      before: base,
      after: head,
      created: false,
      deleted: false,
      forced: false,
      base_ref: null,
      compare: pull.html_url,
      commits: [],
      head_commit: { ...commit, url: pull.html_url, distinct: true, added: [], removed: [], modified: [] },
      pusher: user,
    };
  }
  if (name === 'workflow_dispatch') {
    return { inputs: null, ref: 'refs/heads/main', workflow: '.github/workflows/holdfast.yml' };
  }
  const full = { active_lock_reason: null, ...pull };
  const request = { number: pull.number, pull_request: full };
  if (name !== 'pull_request_review') return { action: 'synchronize', before: base, after: head, ...request };
  const review = {
    id: 1,
    node_id: 'PRR_1',
    user: pull.user,
    body: null,
    commit_id: head,
    submitted_at: pull.created_at,
    state: 'approved',
    html_url: pull.html_url,
    pull_request_url: pull.url,
    author_association: 'MEMBER',
    _links: { html: { href: pull.html_url }, pull_request: { href: pull.url } },
  };
  return { action: 'submitted', review, pull_request: full };
}
