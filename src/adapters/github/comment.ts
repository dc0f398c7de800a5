import { ok, type Problem, type Result } from '../../model/problem.ts';
import { allClearBody, type CommentOptions, commentBody, isWorthAComment } from '../../reports/comment.ts';
import type { Decision } from '../../verdict/decision.ts';
import type { GitHub } from './client.ts';
import { putComment, type Written } from './marked-comment.ts';

/** `number`: of the pull request. `on-failure` comments for warnings too, and clears its comment when fixed. */
export type CommentRequest = CommentOptions & {
  number: number;
  /** Or why there is none. */
  decision: Decision | Problem;
  mode: 'always' | 'on-failure' | 'never';
};

export type CommentOutcome = Written | 'cleared';

/**
 * Brings the one comment on the pull request up to date: created, changed in place, cleared, or left alone. A problem
 * (the token may not write, GitHub is away) is for the log only.
 */
export async function updateComment(
  github: GitHub,
  options: CommentRequest,
): Promise<Result<CommentOutcome>> {
  const { mode, decision, number, marker } = options;
  if (mode === 'never') return ok('none');
  const tells = mode === 'always' || isWorthAComment(decision);
  const body = tells ? commentBody(decision, options) : allClearBody(decision, options);
  const written = await putComment(github, { number, marker, body, create: tells });
  return written.ok && written.value === 'updated' && !tells ? ok('cleared') : written;
}
