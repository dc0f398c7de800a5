import { getInput } from '@actions/core';
import type { CliIo } from '../cli/io.ts';

/** Variables that the runner gives to actions and not to the commands of `run:` steps. */
const RUNNERS = /^(INPUT_|STATE_|ACTIONS_(RUNTIME_|CACHE_URL$|RESULTS_URL$))/;

/** The state that the main step leaves for the post step when nothing of its deployment is left to do. */
export const ENDED = 'ended';

/** The environment of a `run:` step, and the token of the input `github-token` beside it. */
export function ownEnvironment(): Pick<CliIo, 'env' | 'token'> {
  const own = Object.entries(process.env).filter(([name]) => !RUNNERS.test(name));
  const token = getInput('github-token');
  return { env: Object.fromEntries(own), ...(token !== '' && { token }) };
}
