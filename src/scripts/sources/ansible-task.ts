import { shellQuoted } from '../../checks/words.ts';
import { directoryOf, type Path } from '../../model/path.ts';
import type { Effect, Guard, Host } from '../effect.ts';
import { inCheckout, locate } from '../location.ts';
import { joined, knownEnd, knownStart, shown, type Text } from '../text.ts';
import { type Argument, commands, isNamed, type Module, modules, pageOf } from './ansible-modules.ts';
import {
  isTrue,
  jinja,
  jinjaHoles,
  pairsOf,
  roundsOf,
  withoutPairs,
  withVariables,
} from './ansible-values.ts';
import { HOME } from './deploying-actions.ts';
import { directEffect } from './effects.ts';
import type { Found } from './found.ts';
import { NO_OPTIONS } from './shells.ts';
import { fillIn } from './stand-ins.ts';
import type { Node } from './yaml.ts';

/** What holds for a task: of its play, and of the blocks around it. */
export type Play = {
  script: Path;
  /** For people: `play web`, or nothing in a file of tasks. */
  label: string;
  host: Host;
  variables: ReadonlyMap<string, Text>;
  guards: readonly Guard[];
  /** What `stat` has asked for, by the name that it registered. */
  asked: Map<string, Text>;
  found: Found;
};

type Arguments = { get: Argument; node(name: string): Node; own: Node };

export function readTask(play: Play, task: Node): void {
  const inner = innerPlay(play, task);
  const blocks = ['block', 'rescue', 'always'].flatMap((name) => task.at(name).items());
  for (const each of blocks) readTask(inner, each);
  for (const [key, value] of task.members()) {
    const module = modules.find((each) => isNamed(each, key));
    const args = argumentsOf(task, value);
    if (module !== undefined) readModule(inner, task, { module, key, args });
    else if (commands.some((each) => isNamed(each, key))) readCommand(inner, task, { key, args });
    else if (isNamed({ name: 'ansible.builtin.stat' }, key)) remember(inner, task, args);
  }
}

function innerPlay(play: Play, task: Node): Play {
  const variables = withVariables(play.variables, task.at('vars'));
  const delegated = task.at('delegate_to').text;
  const local = delegated !== undefined && /^(?:localhost|127\.0\.0\.1)$/.test(delegated);
  const host: Host =
    delegated === undefined
      ? play.host
      : local
        ? { kind: 'local' }
        : { kind: 'ssh', name: shown(jinja(delegated, variables)) };
  const when = task.at('when');
  const texts = [when, ...when.items()].flatMap(({ text }) => text ?? []);
  return { ...play, host, variables, guards: [...play.guards, ...texts.map((text) => guardOf(play, text))] };
}

/** `not conf.stat.exists` after a `stat` that registered `conf` is the guard of that file. */
function guardOf({ asked }: Play, text: string): Guard {
  const exists = /^(not\s+)?(\w+)\.stat\.exists(\s*==\s*false)?$/i.exec(text.trim());
  const path = exists === null ? undefined : asked.get(exists[2]!);
  if (exists === null || path === undefined) return { kind: 'condition', text };
  return { kind: exists[1] || exists[3] ? 'missing' : 'exists', path, text };
}

function remember({ variables, asked }: Play, task: Node, { get }: Arguments): void {
  const name = task.at('register').text;
  const path = get('path');
  if (name !== undefined && path !== undefined) asked.set(name, locate(HOME, jinja(path, variables)));
}

function argumentsOf(task: Node, own: Node): Arguments {
  const pairs = typeof own.value === 'string' ? pairsOf(own.value) : new Map<string, string>();
  const node = (name: string): Node =>
    own.at(name).value === undefined ? task.at('args', name) : own.at(name);
  return { get: (name) => pairs.get(name) ?? node(name).text, node, own };
}

type Use = { module: Module; key: string; args: Arguments };

function readModule(play: Play, task: Node, { module, key, args }: Use): void {
  const doing = module.does(args.get);
  const named = module.target.find((name) => args.get(name) !== undefined);
  if (doing === undefined || named === undefined) return;
  const rounds = roundsOf(task, play.variables);
  const host: Host =
    args.get('mode') === 'pull' && key.endsWith('synchronize') ? { kind: 'local' } : play.host;
  const from = module.source.map((name) => args.get(name)).find((text) => text !== undefined);
  const made = rounds.map((variables) => {
    const source = from === undefined ? undefined : jinja(from, variables);
    const target = jinja(args.get(named)!, variables);
    const inside = doing.op === 'replace' && knownEnd(target).endsWith('/') && source !== undefined;
    const path = inside ? joined(target, ['/'], [shown(source).replace(/^.*\//, '')]) : target;
    return { path: locate(HOME, path), source, creates: args.get('creates') };
  });
  const place = args.own.place();
  const end = Math.max(place.line, ...args.own.members().map(([, node]) => node.place().line));
  for (let at = 0; at < made.length; at += 4) {
    const part = made.slice(at, at + 4);
    play.found.effects.push(
      directEffect({
        script: play.script,
        place,
        endLine: end,
        command: key,
        text: `${key}: ${args.get(named)}`,
        op: doing.op,
        paths: part.map(({ path }) => path),
        tree: doing.tree ?? false,
        sources: part.flatMap(({ source }) =>
          source === undefined ? [] : [sourceOf(play, module, args, source)],
        ),
        host,
        surroundings: 'server',
        guards: [...play.guards, ...keeps(play, args, doing.missing, part[0]!.path)],
        rule: doing.rule,
        page: pageOf(module),
        declaredOnly: true,
        safer: [{ kind: 'advice', text: ADVICE }],
        ...contentOf(args),
        ...backupOf(args),
      }),
    );
  }
}

const ADVICE = 'Add `backup: true`, or `force: false` where an existing file has to stay.';

function keeps(play: Play, args: Arguments, missing: string | undefined, path: Text): Guard[] {
  const creates = args.get('creates');
  const guards: Guard[] = missing === undefined ? [] : [{ kind: 'missing', path, text: missing }];
  if (creates === undefined) return guards;
  const created = locate(HOME, jinja(creates, play.variables));
  return [...guards, { kind: 'missing', path: created, text: `creates: ${creates}` }];
}

function contentOf({ get }: Arguments): Pick<Effect, 'content'> {
  const text = get('content');
  return text === undefined
    ? {}
    : { content: { unset: [], text: text.slice(0, 4_000), unrestricted: false } };
}

function backupOf({ get, node, own }: Arguments): Pick<Effect, 'backup'> {
  const backup = get('backup');
  if (!isTrue(backup)) return {};
  const { line } = node('backup').value === undefined ? own.place() : node('backup').place();
  return { backup: { line, text: `backup: ${backup}` } };
}

/** A role keeps its sources beside its tasks. https://docs.ansible.com/ansible/latest/playbook_guide/playbook_pathing.html */
function sourceOf({ script }: Play, { folder }: Module, { get }: Arguments, source: Text): Text {
  if (isTrue(get('remote_src')) || knownStart(source).startsWith('/')) return locate(HOME, source);
  const directory = directoryOf(script);
  const role = /^(.*?)\/?(?:tasks|handlers)(?:\/|$)/.exec(directory)?.[1];
  const base =
    role === undefined || folder === undefined ? directory : `${role}/${folder}`.replace(/^\//, '');
  return locate(inCheckout(base), source);
}

/** `shell`, `command` and `raw`: shell that runs on the host. Guards of the task are those of all of its commands. */
function readCommand(play: Play, task: Node, { key, args }: { key: string; args: Arguments }): void {
  const node = args.own.text === undefined ? args.node('cmd') : args.own;
  const words = args
    .node('argv')
    .items()
    .flatMap(({ text }) => text ?? []);
  const text = node.text ?? words.map(shellQuoted).join(' ');
  if (text.trim() === '') return;
  const { source, holes } = jinjaHoles(text, play.variables);
  const shell = commands.some((each) => each.shell && isNamed(each, key));
  const command = asShell(source, { shell, free: args.own.text !== undefined });
  const filled = fillIn(
    command,
    holes.filter(({ start, end }) => command.slice(start, end).trim() !== ''),
  );
  const directory = args.get('chdir');
  play.found.units.push({
    ...filled,
    written: (from, to) => text.slice(from, to),
    script: play.script,
    label: [play.label, `task ${task.at('name').text ?? key}`].filter((part) => part !== '').join(', '),
    place: node.text === undefined ? () => args.own.place() : node.placeIn,
    directory: directory === undefined ? HOME : locate(HOME, jinja(directory, play.variables)),
    variables: filled.filledIn,
    host: play.host,
    surroundings: 'server',
    options: NO_OPTIONS,
    adds: { guards: [...play.guards, ...keeps(play, args, undefined, [])], declaredOnly: true },
  });
}

/**
 * What a shell would read, at the same offsets: without the arguments in a free text (`chdir=/srv`), and for `command`,
 * which only splits words, without what would end a command.
 */
function asShell(source: string, { shell, free }: { shell: boolean; free: boolean }): string {
  const text = free ? withoutPairs(source) : source;
  return shell ? text : text.replace(/[()<>|&;]/g, '_');
}
