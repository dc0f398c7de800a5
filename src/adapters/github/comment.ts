import { ok, type Problem, type Result } from '../../model/problem.ts';
import { allClearBody, type CommentOptions, commentBody, isWorthAComment } from '../../reports/comment.ts';
import type { Decision } from '../../verdict/decision.ts';
import type { GitHub } from './client.ts';

/** `number`: of the pull request. `on-failure` comments for warnings too, and clears its comment when fixed. */
export type CommentRequest = CommentOptions & {
  number: number;
  /** Or why there is none. */
  decision: Decision | Problem;
  mode: 'always' | 'on-failure' | 'never';
};

export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'cleared' | 'none';

type Comment = { id: number; body?: string; user: { login: string } | null };

const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

/**
 * Brings the one comment on the pull request up to date: created, changed in place, cleared, or left alone. It is
 * ours when its first line is the marker and this token's login wrote it. Runs at the same time agree on the
 * comment with the lowest id. A problem (the token may not write, GitHub is away) is for the log only.
 */
export async function updateComment(
  github: GitHub,
  options: CommentRequest,
): Promise<Result<CommentOutcome>> {
  const { mode, decision } = options;
  if (mode === 'never') return ok('none');
  const marked = await listMarked(github, options);
  if (!marked.ok) return marked;
  const login = marked.value.length === 0 ? ok('') : await github.login();
  if (!login.ok) return login;
  const mine = marked.value.filter(writtenBy(login.value));

  const tells = mode === 'always' || isWorthAComment(decision);
  const body = tells ? commentBody(decision, options) : allClearBody(decision, options);
  const [oldest, ...others] = mine;
  if (oldest === undefined) return tells ? create(github, options, body) : ok('none');
  const written = await write(github, oldest, body);
  // A person deleted it a moment ago.
  if (!written.ok && written.problem.code === 'github-not-found') return create(github, options, body);
  if (!written.ok) return written;
  const removed = await remove(github, others);
  if (!removed.ok) return removed;
  return ok(written.value === 'updated' && !tells ? 'cleared' : written.value);
}

/**
 * Creates the comment, and looks again: of several runs that did so, all but the one with the lowest id take
 * their own comment back and bring the surviving one up to date. Nobody takes the lowest one away.
 */
async function create(
  github: GitHub,
  options: CommentRequest,
  body: string,
): Promise<Result<CommentOutcome>> {
  const created = await github.request<Comment>(`POST ${COMMENTS}`, { issue_number: options.number, body });
  if (!created.ok) return created;
  const own = created.value.data;
  const marked = await listMarked(github, options);
  if (!marked.ok) return marked;
  const [oldest = own, ...others] = marked.value.filter(writtenBy(own.user?.login ?? ''));
  const first = oldest.id >= own.id;
  const removed = await remove(github, first ? others : [own]);
  if (!removed.ok) return removed;
  return first ? ok('created') : write(github, oldest, body);
}

async function listMarked(github: GitHub, { number, marker }: CommentRequest): Promise<Result<Comment[]>> {
  const comments = await github.list<Comment>(`GET ${COMMENTS}`, { issue_number: number });
  if (!comments.ok) return comments;
  const marked = comments.value.filter(({ body }) => body?.split(/\r?\n/, 1)[0] === marker);
  return ok(marked.sort((left, right) => left.id - right.id));
}

function writtenBy(login: string): (comment: Comment) => boolean {
  return ({ user }) => user !== null && user.login.toLowerCase() === login.toLowerCase();
}

async function write(
  github: GitHub,
  { id, body: old }: Comment,
  body: string,
): Promise<Result<'updated' | 'unchanged'>> {
  if (old?.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd()) return ok('unchanged');
  const written = await github.request(`PATCH ${COMMENT}`, { comment_id: id, body });
  return written.ok ? ok('updated') : written;
}

async function remove(github: GitHub, comments: readonly Comment[]): Promise<Result<undefined>> {
  for (const { id } of comments) {
    const removed = await github.request(`DELETE ${COMMENT}`, { comment_id: id });
    if (!removed.ok && removed.problem.code !== 'github-not-found') return removed;
  }
  return ok(undefined);
}
