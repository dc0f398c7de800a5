import type { Path } from './path.ts';
import type { Place } from './place.ts';

/**
 * Something that a person has to act on before Holdfast can judge: bad input, a missing object, a limit.
 * `code` is stable (kebab-case); `message` says what happened, `hint` what to do about it.
 */
export type Problem = { code: string; message: string; hint: string; path?: Path; place?: Place };

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
