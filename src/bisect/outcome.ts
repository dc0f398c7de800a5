import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { CommandResult } from '../services/ports.ts';
import type { Outcome } from './minimise.ts';
import { INTERRUPTED, lastWords } from './problems.ts';

/**
 * What a probe's end means, as `git bisect run` has it: 0 passes, 125 says nothing, everything else up to 127 fails,
 * and what is above stops the search. A probe that did not end in time has failed.
 */
export function outcomeOf(result: CommandResult): Result<Outcome> {
  const { code, timedOut, failed, cancelled } = result;
  if (cancelled) return refuse(INTERRUPTED);
  if (failed !== undefined) return refuse(unusable(`could not be started (${failed})`, result));
  if (timedOut) return ok('fail');
  if (code === undefined) return refuse(unusable(`was ended by ${result.signal ?? 'a signal'}`, result));
  if (code === 0) return ok('pass');
  if (code === 125) return ok('unresolved');
  return code <= 127 ? ok('fail') : refuse(unusable(`ended with exit code ${code}`, result));
}

/** `exit code 1`, `no end in time`: why a probe has not passed. */
export function endText({ code, timedOut }: Pick<CommandResult, 'code' | 'timedOut'>): string {
  return timedOut ? 'it did not end in time and was killed' : `exit code ${code}`;
}

function unusable(what: string, { output }: CommandResult): Problem {
  return {
    code: 'probe-unusable',
    message: `The probe ${what}, so the search was stopped.${lastWords(output)}`,
    hint: 'A probe ends with 0 for good, 125 for cannot tell, another code up to 127 for bad. Run the same command again to go on.',
  };
}
