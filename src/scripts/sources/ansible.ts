import type { Path } from '../../model/path.ts';
import type { Host } from '../effect.ts';
import { shown } from '../text.ts';
import type { Extracted } from '../unit.ts';
import { commands, modules } from './ansible-modules.ts';
import { type Play, readTask } from './ansible-task.ts';
import { jinja, withVariables } from './ansible-values.ts';
import { nothing } from './found.ts';
import type { Source } from './source.ts';
import { type Node, readYaml } from './yaml.ts';

const YAML = /\.ya?ml$/;
const FOLDER = /(?:^|\/)(?:tasks|handlers|playbooks?|ansible)\//;
const PLAYBOOK = /(?:^|\/)(?:site|playbook|provision)[\w-]*\.ya?ml$/;
/** A list of plays: `- hosts: web`, wherever `hosts` stands in the play. */
const PLAYS = /^(?:- | {2})(?:hosts|ansible\.builtin\.import_playbook|import_playbook)\s*:/m;
const NAMES = [...modules, ...commands].map(({ name }) => name.slice(name.lastIndexOf('.') + 1)).join('|');
/** A list of tasks that use a module that is read. */
const TASKS = new RegExp(`^ *(?:- )?(?:[a-z]+\\.[a-z]+\\.)?(?:${NAMES}|block)\\s*:`, 'm');

/** Playbooks and files of tasks. Plays are told by their content wherever they are, tasks in their usual folders. */
export const ansible: Source = {
  mayBe: (path) => YAML.test(path) && (FOLDER.test(path) || PLAYBOOK.test(path)),
  is: (path, text) =>
    YAML.test(path) && /^- /m.test(text) && (PLAYS.test(text) || (ansible.mayBe(path) && TASKS.test(text))),
  extract,
};

function extract(path: Path, text: string): Extracted {
  const read = readYaml(text);
  if ('notRead' in read) return { units: [], effects: [], notRead: [read.notRead] };
  const found = nothing();
  const outside: Play = {
    script: path,
    label: '',
    host: { kind: 'ssh' },
    variables: new Map(),
    guards: [],
    asked: new Map(),
    found,
  };
  for (const document of read.documents) {
    for (const item of document.items()) {
      if (item.at('hosts').value === undefined) readTask(outside, item);
      else readPlay(outside, item);
    }
  }
  return found;
}

function readPlay(outside: Play, node: Node): void {
  const variables = withVariables(new Map(), node.at('vars'));
  const hosts = [node.at('hosts'), ...node.at('hosts').items()].flatMap(({ text }) => text ?? []).join(',');
  const local = node.at('connection').text === 'local' || /^(?:localhost|127\.0\.0\.1)$/.test(hosts);
  const host: Host = local ? { kind: 'local' } : { kind: 'ssh', name: shown(jinja(hosts, variables)) };
  const play = {
    ...outside,
    label: `play ${node.at('name').text ?? hosts}`,
    host,
    variables,
    asked: new Map(),
  };
  for (const name of ['pre_tasks', 'tasks', 'post_tasks', 'handlers']) {
    for (const task of node.at(name).items()) readTask(play, task);
  }
}
