import type { Path } from '../../model/path.ts';
import type { Host, Surroundings } from '../effect.ts';
import { locate } from '../location.ts';
import type { Text } from '../text.ts';
import { actionName, copyingEffects, HOME, inputOf, sshHost } from './deploying-actions.ts';
import { evaluate, holesIn, RUNNER_VARIABLES, type Scope } from './expressions.ts';
import type { Found } from './found.ts';
import { NO_OPTIONS, type Shell, shellOf } from './shells.ts';
import { fillIn } from './stand-ins.ts';
import type { Node } from './yaml.ts';

/** What holds for all steps of a job or of a composite action. */
export type Job = {
  script: Path;
  /** For people: `job deploy`. */
  label: string;
  env: ReadonlyMap<string, Text>;
  actionPath: Text;
  /** The shell where a step names none, as it would name it; `undefined` for the runner's own choice. */
  shell: string | undefined;
  /** What the runner runs a step with when nobody names a shell. */
  standard: Shell;
  directory: string;
  host: Host;
  surroundings: Surroundings;
};

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
const KEYWORDS: Readonly<Record<string, Shell>> = {
  bash: { options: { errexit: true, pipefail: true, nounset: false } },
  sh: { options: { errexit: true, pipefail: false, nounset: false } },
};

const SSH_HOSTS = ['host', 'hosts', 'hostname', 'remote_host', 'server', 'ip'];
const SSH_SCRIPTS = ['script', 'command', 'commands', 'run', 'execute'];

export function readStep(job: Job, step: Node, index: number, found: Found): void {
  const env = withEnv(job.env, step.at('env'), job.actionPath);
  const scope: Scope = { env, actionPath: job.actionPath };
  const label = `${job.label}, step ${step.at('name').text ?? index + 1}`;
  const run = step.at('run');
  const uses = step.at('uses').text;
  if (typeof run.value === 'string') readRun(job, step, { run, scope, label }, found);
  else if (uses !== undefined) readAction(job, step, { uses, scope, label }, found);
}

type Run = { run: Node; scope: Scope; label: string };

function readRun(job: Job, step: Node, { run, scope, label }: Run, found: Found): void {
  const named = step.at('shell').text ?? job.shell;
  const shell = named === undefined ? job.standard : shellNamed(named);
  if ('unread' in shell) {
    found.notRead.push({ reason: 'shell', place: run.place(), detail: shell.unread });
    return;
  }
  const directory = step.at('working-directory').text ?? job.directory;
  found.units.push({
    ...filledUnit(job, run, scope),
    label,
    directory: locate([], evaluate(directory, scope)),
    host: job.host,
    surroundings: job.surroundings,
    options: shell.options,
  });
}

function shellNamed(named: string): Shell {
  const words = named.trim().split(/\s+/);
  return words.length === 1 ? (KEYWORDS[named.trim()] ?? shellOf(words)) : shellOf(words);
}

/** The source of a step, with the variables that its environment and its expressions set. */
function filledUnit(job: Job, run: Node, scope: Scope) {
  const text = run.text ?? '';
  const filled = fillIn(text, holesIn(text, scope));
  return {
    ...filled,
    script: job.script,
    place: run.placeIn,
    variables: new Map([...RUNNER_VARIABLES, ...scope.env, ...filled.filledIn]),
  };
}

type Action = { uses: string; scope: Scope; label: string };

/** Of the actions, those that run commands on another host or copy files there. */
function readAction(job: Job, node: Node, { uses, scope, label }: Action, found: Found): void {
  const step = { script: job.script, node, uses, evaluated: (source: string) => evaluate(source, scope) };
  found.effects.push(...copyingEffects(step));
  if (!/ssh|remote-command/.test(actionName(uses))) return;
  const script = inputOf(node, SSH_SCRIPTS);
  if (typeof script?.value !== 'string') return;
  const filled = filledUnit(job, script, scope);
  const passed = (inputOf(node, ['envs'])?.text ?? '').split(/[,\s]+/);
  found.units.push({
    ...filled,
    label,
    variables: new Map([...[...scope.env].filter(([name]) => passed.includes(name)), ...filled.filledIn]),
    directory: HOME,
    host: sshHost(step, SSH_HOSTS),
    surroundings: 'server',
    options: { ...NO_OPTIONS, errexit: inputOf(node, ['script_stop'])?.text === 'true' },
  });
}

/** The environment with what a workflow, a job or a step adds to it. */
export function withEnv(env: ReadonlyMap<string, Text>, node: Node, actionPath: Text): Map<string, Text> {
  const all = new Map(env);
  for (const [name, { text = '' }] of node.members()) all.set(name, evaluate(text, { env, actionPath }));
  return all;
}
