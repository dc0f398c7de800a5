import { resolve } from 'node:path';
import { getInput, setFailed } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import type { Surroundings } from '../cli/io.ts';
import { readArguments, settled } from '../cli/judging.ts';
import { contradiction, OPTIONS } from '../cli/verify/arguments.ts';
import { verifyHost } from '../cli/verify/host.ts';
import type { Problem } from '../model/problem.ts';
import { exitCode } from '../verdict/decide.ts';
import { argumentsOf, type InputArgument } from './arguments.ts';
import { publish, publishProblem } from './publish.ts';

/** The inputs of `verify/action.yml`, besides `working-directory`. */
const INPUTS: readonly InputArgument[] = [
  { input: 'snapshot', as: 'text' },
  { input: 'commit', as: 'text' },
  { input: 'environment', as: 'text' },
  { input: 'services', as: 'lines', option: 'service' },
  { input: 'paths', as: 'lines', option: 'path' },
  { input: 'store', as: 'text' },
  { input: 'identity-file', as: 'text', option: 'identity' },
  { input: 'root', as: 'text' },
  { input: 'host', as: 'text' },
  { input: 'ssh', as: 'text' },
  { input: 'timeout', as: 'text' },
  { input: 'metrics', as: 'text' },
  { input: 'policy-file', as: 'text', option: 'policy' },
  { input: 'fail-on-severity', as: 'text' },
  { input: 'warn-only', as: 'flag' },
];

tuneEngine();
try {
  await run();
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  setFailed(`An error in Holdfast itself; nothing was verified. ${detail}`);
}

async function run(): Promise<void> {
  const argv = argumentsOf(INPUTS);
  const read = argv.ok ? readArguments(argv.value, OPTIONS) : argv;
  if (!read.ok) return fail(read.problem);
  const wrong = contradiction(read.value.values, read.value.positionals);
  if (wrong !== undefined) return fail(wrong);
  const io: Surroundings = {
    cwd: resolve(getInput('working-directory') || '.'),
    env: process.env,
  };
  const { judged, unwritten } = await verifyHost(read.value.values, io);
  if (!judged.ok) return fail(judged.problem);
  const decision = settled(judged.value.decision, judged.value.policy);
  process.exitCode = exitCode(decision.verdict, decision.warnOnly) === 0 ? 0 : 1;
  await publish(decision, getInput('html') || undefined);
  if (unwritten !== undefined) setFailed(`${unwritten.message} ${unwritten.hint}`);
}

function fail(problem: Problem): Promise<void> {
  return publishProblem(problem, 'this host');
}
