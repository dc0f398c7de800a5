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
};

export function readInputs(): Result<CheckInputs> {
  const warnOnly = optional('warn-only');
  if (warnOnly !== undefined && !/^(true|false)$/i.test(warnOnly)) {
    return refuse(
      inputProblem(`The input warn-only is ${JSON.stringify(warnOnly)}.`, 'It is true or false.'),
    );
  }
  return ok({
    criticalFiles: getMultilineInput('critical-files'),
    schemas: getMultilineInput('schemas'),
    policyFile: optional('policy-file'),
    failOnSeverity: optional('fail-on-severity'),
    warnOnly: warnOnly === undefined ? undefined : warnOnly.toLowerCase() === 'true',
    baseRef: optional('base-ref'),
    headRef: optional('head-ref'),
    workingDirectory: optional('working-directory'),
  });
}

function optional(name: string): string | undefined {
  const value = getInput(name);
  return value === '' ? undefined : value;
}

function inputProblem(message: string, hint: string): Problem {
  return { code: 'input', message, hint };
}
