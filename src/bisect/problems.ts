import type { Problem } from '../model/problem.ts';
import type { Outcome } from './minimise.ts';

/** How a probe ended, as words, and what it printed last. */
export type ProbeEnd = { end: string; output: string };

export const NOTHING_DIFFERS: Problem = {
  code: 'nothing-differs',
  message: 'Nothing differs between the good and the bad side among the files that were looked at.',
  hint: 'Name other sides with --good and --bad, or leave --files out.',
};

export const INTERRUPTED: Problem = {
  code: 'interrupted',
  message: 'The search was interrupted.',
  hint: 'Run the same command again: it goes on with the probe that was running.',
};

/** One of the two sides is not what it was said to be. */
export function wrongSide(
  side: 'good' | 'bad',
  outcome: Outcome | 'stop',
  { end, output }: ProbeEnd,
): Problem {
  if (outcome === 'stop' || outcome === 'unresolved') {
    return {
      code: 'side-unresolved',
      message: `The probe says nothing about the ${side} side (exit code 125).`,
      hint: 'It has to pass on the good side and to fail on the bad one before anything between them can be told.',
    };
  }
  return side === 'good'
    ? {
        code: 'good-side-fails',
        message: `The probe fails on the good side already (${end}).${lastWords(output)}`,
        hint: 'Correct the probe, or name an older good side. The probe finds the files in its working directory, which HOLDFAST_ROOT names too.',
      }
    : {
        code: 'bad-side-passes',
        message: 'The probe passes on the bad side: nothing in these files makes it fail.',
        hint: 'Check that the probe reads the files of its working directory and not those of the host; name more files, or look for the cause elsewhere.',
      };
}

export function flapping(what: string, before: string): Problem {
  return {
    code: 'probe-flaps',
    message: `The probe is not steady: on ${what} it ${before} and does not now, so nothing that it said can be believed.`,
    hint: 'Make the probe repeatable (wait for the service, clean up after it), then begin anew without the state file.',
  };
}

/** The last line that a probe has printed, as a sentence; nothing when it was silent. */
export function lastWords(output: string): string {
  const last = output.trim().split('\n').at(-1);
  return last === undefined || last === '' ? '' : ` It said: ${last}`;
}
