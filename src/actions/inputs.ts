import { getInput, getMultilineInput } from '@actions/core';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';

/** The inputs of `action.yml`, read in this one place. Empty ones are `undefined`. */
export type CheckInputs = {
  criticalFiles: string[];
  schemas: string[];
  policyFile: string | undefined;
  failOnSeverity: string | undefined;
  warnOnly: boolean | undefined;
  baseRef: string | undefined;
  headRef: string | undefined;
  workingDirectory: string | undefined;
  token: string | undefined;
  membersToken: string | undefined;
  comment: 'always' | 'on-failure' | 'never';
  review: 'comment' | 'request-changes' | 'never';
  html: string | undefined;
};

export function readInputs(): Result<CheckInputs> {
  const warnOnly = optional('warn-only');
  if (warnOnly !== undefined && !/^(true|false)$/i.test(warnOnly)) {
    return refuse(
      inputProblem(`The input warn-only is ${JSON.stringify(warnOnly)}.`, 'It is true or false.'),
    );
  }
  const comment = choice('comment-summary-in-pr', ['always', 'on-failure', 'never']);
  if (!comment.ok) return comment;
  const review = choice('review', ['comment', 'request-changes', 'never']);
  if (!review.ok) return review;
  return ok({
    criticalFiles: getMultilineInput('critical-files'),
    schemas: getMultilineInput('schemas'),
    policyFile: optional('policy-file'),
    failOnSeverity: optional('fail-on-severity'),
    warnOnly: warnOnly === undefined ? undefined : warnOnly.toLowerCase() === 'true',
    baseRef: optional('base-ref'),
    headRef: optional('head-ref'),
    workingDirectory: optional('working-directory'),
    token: optional('github-token'),
    membersToken: optional('members-token'),
    comment: comment.value,
    review: review.value,
    html: optional('html'),
  });
}

/** One of a few words; `never` when the input is not set. */
function choice<T extends string>(name: string, words: readonly T[]): Result<T | 'never'> {
  const value = optional(name);
  const word = words.find((each) => each === value);
  if (value === undefined || word !== undefined) return ok(word ?? 'never');
  return refuse(
    inputProblem(`The input ${name} is ${JSON.stringify(value)}.`, `It is one of ${words.join(', ')}.`),
  );
}

function optional(name: string): string | undefined {
  const value = getInput(name);
  return value === '' ? undefined : value;
}

function inputProblem(message: string, hint: string): Problem {
  return { code: 'input', message, hint };
}
