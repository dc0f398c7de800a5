import { ok, type Result } from '../../model/problem.ts';
import type { GitHub } from './client.ts';

/** The one comment that Holdfast keeps on an issue or a pull request. */
export type MarkedComment = {
  number: number;
  /** Its first line: it is ours when this token's login wrote it. */
  marker: string;
  body: string;
  /** Whether a comment is made when there is none yet. */
  create: boolean;
};

export type Written = 'created' | 'updated' | 'unchanged' | 'none';

type Comment = { id: number; body?: string; user: { login: string } | null };

const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

/** Creates it, or changes it in place. Runs at the same time agree on the comment with the lowest id. */
export async function putComment(github: GitHub, wanted: MarkedComment): Promise<Result<Written>> {
  const marked = await listMarked(github, wanted);
  if (!marked.ok) return marked;
  const login = marked.value.length === 0 ? ok('') : await github.login();
  if (!login.ok) return login;
  const [oldest, ...others] = marked.value.filter(writtenBy(login.value));
  if (oldest === undefined) return wanted.create ? create(github, wanted) : ok('none');
  const written = await write(github, oldest, wanted.body);
  // A person deleted it a moment ago.
  if (!written.ok && written.problem.code === 'github-not-found') return create(github, wanted);
  if (!written.ok) return written;
  const removed = await remove(github, others);
  return removed.ok ? written : removed;
}

/**
 * Creates the comment, and looks again: of several runs that did so, all but the one with the lowest id take
 * their own comment back and bring the surviving one up to date. Nobody takes the lowest one away.
 */
async function create(github: GitHub, wanted: MarkedComment): Promise<Result<Written>> {
  const { number, body } = wanted;
  const created = await github.request<Comment>(`POST ${COMMENTS}`, { issue_number: number, body });
  if (!created.ok) return created;
  const own = created.value.data;
  const marked = await listMarked(github, wanted);
  if (!marked.ok) return marked;
  const [oldest = own, ...others] = marked.value.filter(writtenBy(own.user?.login ?? ''));
  const first = oldest.id >= own.id;
  const removed = await remove(github, first ? others : [own]);
  if (!removed.ok) return removed;
  return first ? ok('created') : write(github, oldest, body);
}

async function listMarked(github: GitHub, { number, marker }: MarkedComment): Promise<Result<Comment[]>> {
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
