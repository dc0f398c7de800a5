import { isObject } from '../../model/json.ts';
import { baseName, directoryOf, type Path } from '../../model/path.ts';
import { inCheckout } from '../location.ts';
import { ROOT, type Text } from '../text.ts';
import type { Extracted } from '../unit.ts';
import { type Found, nothing } from './found.ts';
import type { Shell } from './shells.ts';
import type { Source } from './source.ts';
import { type Job, readStep, withEnv } from './steps.ts';
import { type Node, readYaml } from './yaml.ts';

const WORKFLOW = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /(?:^|\/)action\.ya?ml$/;

/** GitHub's workflows and composite actions, and those of Gitea and Forgejo, which read the same. */
export const workflow: Source = {
  mayBe: (path) => WORKFLOW.test(path) || ACTION.test(path),
  is: (path, text) => WORKFLOW.test(path) || (ACTION.test(path) && /^['"]?runs['"]?\s*:/m.test(text)),
  extract,
};

function extract(path: Path, text: string): Extracted {
  const read = readYaml(text);
  if ('notRead' in read) return { units: [], effects: [], notRead: [read.notRead] };
  const found = nothing();
  const [root] = read.documents;
  if (root === undefined) return found;
  if (baseName(path).startsWith('action.') && !WORKFLOW.test(path)) readComposite(path, root, found);
  else readWorkflow(path, root, found);
  return found;
}

const STANDARD: Shell = { options: { errexit: true, pipefail: false, nounset: false } };

function readWorkflow(path: Path, root: Node, found: Found): void {
  const env = withEnv(new Map(), root.at('env'), [ROOT]);
  for (const [id, node] of root.at('jobs').members()) {
    const job = jobOf(path, id, { root, node, env });
    node
      .at('steps')
      .items()
      .forEach((step, index) => {
        readStep(job, step, index, found);
      });
  }
}

type JobSource = { root: Node; node: Node; env: ReadonlyMap<string, Text> };

function jobOf(path: Path, id: string, { root, node, env }: JobSource): Job {
  const defaults = (name: string) =>
    node.at('defaults', 'run', name).text ?? root.at('defaults', 'run', name).text;
  const labels = runnerLabels(node.at('runs-on'));
  const image = node.at('container').text ?? node.at('container', 'image').text;
  const keeps = labels.some((label) => label.toLowerCase() === 'self-hosted') && image === undefined;
  const windows = image === undefined && labels.some((label) => /^windows\b/i.test(label));
  return {
    script: path,
    label: `job ${id}`,
    env: withEnv(env, node.at('env'), [ROOT]),
    actionPath: [ROOT],
    shell: defaults('shell'),
    standard: windows ? { unread: 'PowerShell' } : STANDARD,
    directory: defaults('working-directory') ?? '',
    host: image === undefined ? { kind: 'local' } : { kind: 'container', name: image },
    surroundings: keeps ? 'server' : 'ephemeral',
  };
}

/** A label, a list of them, or a group with labels. */
function runnerLabels(node: Node): string[] {
  if (isObject(node.value)) return runnerLabels(node.at('labels'));
  return [node, ...node.items()].flatMap(({ text }) => text ?? []);
}

function readComposite(path: Path, root: Node, found: Found): void {
  const job: Job = {
    script: path,
    label: `action ${root.at('name').text ?? directoryOf(path)}`.trim(),
    env: new Map(),
    actionPath: inCheckout(directoryOf(path)),
    shell: undefined,
    standard: STANDARD,
    directory: '',
    host: { kind: 'local' },
    surroundings: 'ephemeral',
  };
  root
    .at('runs', 'steps')
    .items()
    .forEach((step, index) => {
      readStep(job, step, index, found);
    });
}
