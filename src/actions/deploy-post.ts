import { setFailed } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { argumentsOf } from './arguments.ts';
import { ownEnvironment } from './environment.ts';
import { stepIo } from './step-io.ts';

tuneEngine();
await finish();

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
    if (code === 2) setFailed(`An interrupted deployment could not be finished.\n${errors.join('')}`);
  } catch (error) {
    end();
    const detail = error instanceof Error ? error.message : String(error);
    setFailed(`An error in Holdfast itself; see what the deployment left with holdfast resume. ${detail}`);
  }
}
