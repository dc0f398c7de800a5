import { baseName } from '../../model/path.ts';
import type { Effect, Host } from '../effect.ts';
import { locate } from '../location.ts';
import { shown, type Text } from '../text.ts';
import { directEffect } from './effects.ts';
import { unknown } from './source.ts';
import type { Node } from './yaml.ts';

/** An action that copies a directory to another host, and the names of its inputs. */
type Copying = {
  /** Of the action's name, without its owner and version, in lower case. */
  name: RegExp;
  host: readonly string[];
  source: readonly string[];
  target: readonly string[];
  /** Whether the copy also deletes what the source has not. */
  mirrors(input: (names: readonly string[]) => string): boolean;
  page: string;
};

const copying: readonly Copying[] = [
  {
    name: /^(?:action-scp|github-action-scp|scp-action|scp-files|copy-via-ssh|scp-deploy.*)$/,
    host: ['host'],
    source: ['source', 'local'],
    target: ['target', 'remote'],
    mirrors: (input) => input(['rm', 'rmRemote']) === 'true',
    page: 'https://github.com/appleboy/scp-action#input-variables',
  },
  {
    name: /rsync/,
    host: ['remote_host', 'host'],
    source: ['path', 'source'],
    target: ['remote_path', 'target'],
    mirrors: (input) => DELETES.test(input(['switches', 'args', 'options'])),
    page: 'https://github.com/Burnett01/rsync-deployments#inputs',
  },
  {
    name: /^ssh-deploy$/,
    host: ['REMOTE_HOST'],
    source: ['SOURCE'],
    target: ['TARGET'],
    mirrors: (input) => DELETES.test(input(['ARGS'])),
    page: 'https://github.com/easingthemes/ssh-deploy#configuration',
  },
];

const DELETES = /(?:^|\s)--del(?:ete(?:-\w+)?)?(?:\s|$)/;
const DRY_RUN = /(?:^|\s)(?:--dry-run|-n)(?:\s|$)/;

/** A step that uses an action. `evaluated` gives a text with what its expressions stand for. */
export type ActionStep = { script: string; node: Node; uses: string; evaluated(source: string): Text };

/** The action's name without owner, directory and version: `ssh-action` of `appleboy/ssh-action@v1`. */
export function actionName(uses: string): string {
  const [name = ''] = uses.split('@');
  return baseName(name).toLowerCase();
}

/** The host that a step's inputs name. */
export function sshHost({ node, evaluated }: ActionStep, names: readonly string[]): Host {
  const name = inputOf(node, names)?.text;
  return name === undefined ? { kind: 'ssh' } : { kind: 'ssh', name: shown(evaluated(name)) };
}

/** An input by any of its names, in any case; some of these actions take it from the environment. */
export function inputOf(node: Node, names: readonly string[]): Node | undefined {
  const wanted = names.map((name) => name.toLowerCase());
  for (const inputs of [node.at('with'), node.at('env')]) {
    const found = inputs.members().find(([name]) => wanted.includes(name.toLowerCase()));
    if (found !== undefined) return found[1];
  }
  return undefined;
}

/** What a step writes that copies a directory to a host; nothing for any other action. */
export function copyingEffects(step: ActionStep): Effect[] {
  const { node, uses, evaluated } = step;
  const name = actionName(uses);
  const action = copying.find((each) => each.name.test(name));
  if (action === undefined) return [];
  const input = (names: readonly string[]) => inputOf(node, names)?.text ?? '';
  if (DRY_RUN.test(input(['switches', 'args', 'options']))) return [];
  const target = inputOf(node, action.target);
  const mirrors = action.mirrors(input);
  const sources = input(action.source)
    .split(/\s*[,\n]\s*/)
    .filter((source) => source !== '' && !source.startsWith('!'));
  const at = (target ?? node.at('uses')).place();
  return [
    directEffect({
      script: step.script,
      place: at,
      endLine: at.line,
      command: name,
      text: target === undefined ? `uses: ${uses}` : `${uses}: ${target.text ?? ''}`,
      op: mirrors ? 'mirror-tree' : 'replace-tree',
      paths: [locate(HOME, evaluated(target?.text ?? ''))],
      tree: true,
      sources: sources.map((source) => locate([], evaluated(source))),
      host: sshHost(step, action.host),
      surroundings: 'server',
      rule: mirrors ? 'tree-mirror-delete' : 'remote-copy-over-config',
      page: action.page,
    }),
  ];
}

/** Where an ssh session starts. */
export const HOME: Text = [unknown('HOME')];
