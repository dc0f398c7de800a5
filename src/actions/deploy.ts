import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getInput, saveState } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { ok, refuse } from '../model/problem.ts';
import type { Outcome } from '../store/deployments.ts';
import { argumentsOf, type InputArgument } from './arguments.ts';
import { runAction } from './command.ts';
import { ENDED, ownEnvironment } from './environment.ts';

/** The inputs of `deploy/action.yml`, besides `run`, `github-token` and `working-directory`. */
const INPUTS: readonly InputArgument[] = [
  { input: 'environment', as: 'text' },
  { input: 'commit', as: 'text' },
  { input: 'writes', as: 'lines' },
  { input: 'services', as: 'lines', option: 'service' },
  { input: 'timeout', as: 'text' },
  { input: 'wait', as: 'text' },
  { input: 'lift-hold', as: 'text' },
  { input: 'plan', as: 'flag' },
  { input: 'deployment-id', as: 'text' },
  { input: 'store', as: 'text' },
  { input: 'root', as: 'text' },
  { input: 'policy-file', as: 'text', option: 'policy' },
  { input: 'in-place', as: 'flag' },
  { input: 'recipients', as: 'lines', option: 'recipient' },
  { input: 'encrypt-all', as: 'flag' },
  { input: 'identity-file', as: 'text', option: 'identity' },
];

/** What `holdfast deploy --report` writes, as far as it is used here. */
type Report = {
  outcome: Outcome | null;
  id?: string;
  before?: string | null;
  made?: string | null;
};

const HEADLINES: { readonly [outcome in Outcome]: string } = {
  good: 'what was deployed is what was meant',
  failed: 'the deployment failed, and had changed nothing critical',
  'rolled-back': 'the deployment failed, and what was there before was put back',
  inconclusive: 'the deployment failed, and the host needs somebody',
  'nothing-done': 'the command was not run',
  forgotten: 'the deployment was given up',
};

/**
 * The script in a file of its own, as the runner does it: a command line is kept in records and shown to every process of
 * the machine, and a script may have secrets written into it.
 */
function scriptFile(script: string): string {
  const directory = join(process.env.RUNNER_TEMP ?? '.', 'holdfast');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `deploy-${randomUUID()}.sh`);
  writeFileSync(file, `${script}\n`, { mode: 0o600, flag: 'wx' });
  return file;
}

tuneEngine();
await runAction<Report>({
  name: 'deploy',
  arguments() {
    const argv = argumentsOf(INPUTS);
    if (!argv.ok) return argv;
    const script = getInput('run');
    if (script === '') {
      const hint = 'Write the commands that deploy, as for a run: step.';
      return refuse({ code: 'input', message: 'The input run is missing.', hint });
    }
    // As a `run:` step with `shell: bash` has it.
    const shell = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', scriptFile(script)];
    return ok([...argv.value, '--', ...shell]);
  },
  async command() {
    const { runDeploy } = await import('../cli/deploy/index.ts');
    return async (argv, io) => {
      const code = await runDeploy(argv, io);
      if (code !== 2) saveState(ENDED, 'true');
      return code;
    };
  },
  environment: ownEnvironment,
  outputs: ({ outcome, id = '', before, made }) => ({
    outcome: outcome ?? 'nothing-done',
    deployment: id,
    before: before ?? '',
    after: made ?? '',
  }),
  headline(code, report) {
    if (code === 0 && report?.outcome === null) return 'what a deployment would do';
    return HEADLINES[report?.outcome ?? 'nothing-done'];
  },
});
