import { stripVTControlCharacters } from 'node:util';
import { getInput, getState, setFailed } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { argumentsOf } from './arguments.ts';
import { ENDED, ownEnvironment } from './environment.ts';
import { stepIo } from './step-io.ts';

tuneEngine();
// Whatever runs on this machine by now is not this job's, and neither is what a plan has seen.
if (getState(ENDED) !== 'true' && !/^true$/i.test(getInput('plan'))) await finish();

/** A job that was cancelled may have killed the deployment: it is finished, or rolled back, before the job ends. */
async function finish(): Promise<void> {
  const { io, errors, end } = stepIo(ownEnvironment());
  try {
    const argv = argumentsOf([
      { input: 'store', as: 'text' },
      { input: 'identity-file', as: 'text', option: 'identity' },
    ]);
    const { runResume } = await import('../cli/deploy/resume.ts');
    const code = argv.ok ? await runResume(argv.value, io) : 2;
    end();
    if (code === 1) setFailed('The deployment was interrupted; what was there before was put back.');
    if (code === 2) {
      const told = argv.ok ? errors.join('') : `${argv.problem.message} ${argv.problem.hint}`;
      setFailed(
        `An interrupted deployment could not be finished.\n${stripVTControlCharacters(told)}`.trimEnd(),
      );
    }
  } catch (error) {
    end();
    const detail = error instanceof Error ? error.message : String(error);
    setFailed(`An error in Holdfast itself; see what the deployment left with holdfast resume. ${detail}`);
  }
}
