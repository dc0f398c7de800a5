// biome-ignore-all lint/suspicious/noTemplateCurlyInString: GitHub's own expressions
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rules } from '../../src/doctor/index.ts';
import type { Settings } from '../../src/doctor/rule.ts';
import { type Case, doctorFor, PATH, SHA, TREE, type Tree, WORKFLOW, workflow } from './support.ts';

/** `says`: every finding; a place in the workflow is written without its path. */
type Story = Case & { rule: string; name: string; says: string[]; what?: RegExp };
const stories: Story[] = [];

function story(rule: string, name: string, tree: string | Tree, says: string[], more: Partial<Story> = {}) {
  const files = typeof tree === 'string' ? { [PATH]: tree } : tree;
  stories.push({ rule, name, tree: { ...TREE, ...files }, says, ...more });
}
const settings = (more: Partial<Settings> = {}): { settings: Settings } => ({
  settings: { branch: 'main', checks: ['holdfast'], workflows: [], mergeQueue: false, ...more },
});
/** Lines after `line` of the workflow, at the depth of the job's members. */
const job = (...lines: string[]) =>
  workflow('    runs-on', `${lines.map((line) => `    ${line}\n`).join('')}    runs-on`);
const step = (...lines: string[]) => WORKFLOW + lines.map((line) => `        ${line}\n`).join('');
const on = (text: string) => workflow('on: [pull_request, merge_group]', text);
const run = (...lines: string[]) =>
  workflow(`uses: acme/holdfast@${SHA}`, ['run: |', ...lines.map((line) => `          ${line}`)].join('\n'));

story('not-run', 'no workflow', { [PATH]: 'on: push\njobs: {}\n' }, ['not-run error -']);
story(
  'not-run',
  'only in a comment',
  workflow(`- uses: acme/holdfast@${SHA}`, '- run: "true" # holdfast check'),
  ['not-run error -'],
);
story('not-run', 'a name that only begins alike', workflow('acme/holdfast@', 'acme/holdfast-docs@'), [
  'not-run error -',
]);
story('not-run', 'a workflow that nobody calls', on('on: workflow_call'), ['not-run error -']);
story(
  'not-run',
  'a local action of that name that does something else',
  {
    [PATH]: workflow(`acme/holdfast@${SHA}`, './.github/actions/holdfast'),
    '.github/actions/holdfast/action.yml': 'name: Greetings\nruns:\n  using: node24\n  main: x.js\n',
  },
  ['not-run error -'],
);
story('not-run', 'a workflow that is no YAML', { '.github/workflows/holdfast.yml': 'on: [push\n' }, [
  'not-run error .github/workflows/holdfast.yml:2:1',
]);
story('not-run', 'a key that stands twice', job('if: true', 'if: true'), [
  'not-run error -',
  'not-run error :8:5',
]);
story(
  'not-run',
  'a reusable workflow that is not there',
  { [PATH]: 'on: pull_request\njobs: {a: {uses: ./.github/workflows/holdfast.yml}}\n' },
  ['not-run error -'],
);
story(
  'not-run',
  'other broken workflows are nobody’s business here',
  { '.github/workflows/x.yml': 'on: [push\n' },
  [],
);
story(
  'not-run',
  'the command is as good as the action',
  run('npx holdfast@1 check \\', '  --base "$BASE"'),
  [],
);
story(
  'not-run',
  'this repository is Holdfast',
  {
    [PATH]: workflow(`acme/holdfast@${SHA}`, './'),
    'action.yml': 'name: Holdfast\nruns:\n  using: node24\n  main: x.js\n',
  },
  [],
);
story(
  'not-run',
  'required from another repository',
  { [PATH]: 'on: push\njobs: {}\n' },
  ['not-followed notice -'],
  settings({ workflows: [{ path: '.github/workflows/holdfast.yml', here: false }] }),
);

story(
  'missing-trigger',
  'push alone',
  on('on: push'),
  ['missing-trigger error :2:1', 'missing-trigger warning :2:1'],
  { what: /`pull_request`/ },
);
story('missing-trigger', 'no merge_group', on('on: pull_request'), ['missing-trigger warning :2:1'], {
  what: /`merge_group`/,
});
story(
  'missing-trigger',
  'no merge_group with a merge queue',
  on('on: pull_request'),
  ['missing-trigger error :2:1'],
  settings({ mergeQueue: true }),
);
story(
  'missing-trigger',
  'each in a workflow of its own',
  {
    [PATH]: on('on: pull_request'),
    '.github/workflows/queue.yml': on('on: {merge_group: }'),
  },
  [],
);

story('filtered-trigger', 'paths', on('on:\n  merge_group:\n  pull_request:\n    paths: [config/**]'), [
  'filtered-trigger error :5:5',
]);
story(
  'filtered-trigger',
  'paths-ignore',
  on('on:\n  merge_group:\n  pull_request:\n    paths-ignore: [docs/**]'),
  ['filtered-trigger error :5:5'],
);
story(
  'filtered-trigger',
  'branches-ignore',
  on('on:\n  merge_group:\n  pull_request:\n    branches-ignore: [wip]'),
  ['filtered-trigger error :5:5'],
);
story(
  'filtered-trigger',
  'branches without this one',
  on('on:\n  merge_group:\n  pull_request:\n    branches: [main, "release/**", "!release/2"]'),
  ['filtered-trigger error :5:5'],
  { branch: 'release/2', what: /release\/2/ },
);
story(
  'filtered-trigger',
  'branches with this one',
  on('on:\n  merge_group:\n  pull_request:\n    branches: [main, "release/**"]'),
  [],
  { branch: 'release/2' },
);
story(
  'filtered-trigger',
  'a branch is not the directory of another',
  on('on:\n  merge_group:\n  pull_request:\n    branches: [release]'),
  ['filtered-trigger error :5:5'],
  { branch: 'release/2' },
);
story(
  'filtered-trigger',
  'types',
  on('on:\n  merge_group:\n  pull_request:\n    types: [opened, labeled]'),
  ['filtered-trigger error :5:5'],
  { what: /synchronize, reopened/ },
);
story(
  'filtered-trigger',
  'all types and more',
  on(
    'on:\n  merge_group: {types: [checks_requested]}\n  pull_request:\n    types: [opened, synchronize, reopened, labeled]',
  ),
  [],
);
story(
  'filtered-trigger',
  'paths of a push gate no merge',
  on('on:\n  merge_group:\n  pull_request:\n  push: {paths: [a]}'),
  [],
);

story('skippable', 'if of the job', job("if: github.actor != 'dependabot[bot]'"), ['skippable error :7:5']);
story('skippable', 'if of the step', step('if: ${{ failure() }}'), ['skippable error :12:9']);
story('skippable', 'not every gate', job("if: github.event_name == 'pull_request'"), [
  'skippable error :7:5',
]);
story(
  'skippable',
  'every gate',
  job("if: github.event_name == 'pull_request' || github.event_name == 'merge_group'"),
  [],
);
story('skippable', 'always', job('if: ${{ always() }}'), []);
const LINT =
  '  lint:\n    runs-on: x\n    steps: [{run: x}]\n  docs:\n    if: false\n    runs-on: x\n    steps: [{run: x}]\n';
story('skippable', 'needs', job('needs: lint') + LINT, ['skippable warning :7:5'], {
  what: /waits for lint\./,
});
story('skippable', 'needs what can be skipped', job('needs: [lint, docs]') + LINT, ['skippable error :7:5'], {
  what: /docs runs only if `false`/,
});
story(
  'skippable',
  'needs what needs it',
  job('needs: lint') + LINT.replace('lint:\n', 'lint:\n    needs: docs\n'),
  ['skippable error :7:5'],
);
story(
  'skippable',
  'needs in a circle',
  job('needs: lint') + LINT.replace('lint:\n', 'lint:\n    needs: holdfast\n'),
  ['skippable warning :7:5'],
);
story('skippable', 'in spite of needs', job('needs: docs', 'if: ${{ !cancelled() }}') + LINT, []);

story('never-fails', 'continue-on-error of the step', step('continue-on-error: true'), [
  'never-fails error :12:9',
]);
story('never-fails', 'continue-on-error of the job', job('continue-on-error: ${{ inputs.soft }}'), [
  'never-fails error :7:5',
]);
story('never-fails', 'warn-only', step('with:', '  warn-only: true'), ['never-fails error :13:11']);
story(
  'never-fails',
  'by the policy',
  { '.github/holdfast.yml': `${TREE['.github/holdfast.yml']}warn-only: true\n` },
  ['never-fails error .github/holdfast.yml'],
);
story('never-fails', 'said to be off', step('continue-on-error: false', 'with: {warn-only: "false"}'), []);
for (const line of [
  'holdfast check || true',
  'holdfast check; exit 0',
  'holdfast check | tee log',
  'holdfast check --warn-only',
  'holdfast check &',
]) {
  story('never-fails', line, run(line), ['never-fails error :11:9']);
}
story('never-fails', 'set +e', run('set +e', 'holdfast check'), ['never-fails error :11:9']);
for (const line of [
  'holdfast check && echo fine',
  'holdfast check || { echo red; exit 1; }',
  'holdfast check > log 2>&1',
  'set -o pipefail; holdfast check | tee log',
]) {
  story('never-fails', `not: ${line}`, run(line), []);
}
story(
  'never-fails',
  'a pipe in bash, which fails with its parts',
  `${run('holdfast check | tee log')}        shell: bash\n`,
  [],
);

story(
  'never-fails',
  'a pipe where bash is the default',
  run('holdfast check | tee log').replace('jobs:', 'defaults: {run: {shell: bash}}\njobs:'),
  [],
);
story('no-timeout', 'none', workflow('    timeout-minutes: 10\n', ''), ['no-timeout notice :6:3']);

story(
  'unpinned',
  'a tag and a branch',
  workflow(`checkout@${SHA}`, 'checkout@v6', `holdfast@${SHA}`, 'holdfast@main'),
  ['unpinned warning :10:9', 'unpinned warning :11:9'],
  { what: /checkout@v6/ },
);
story('unpinned', 'a short id', workflow(`holdfast@${SHA}`, 'holdfast@1111111'), ['unpinned warning :11:9']);
story(
  'unpinned',
  'other jobs are their own business',
  `${WORKFLOW}  other:\n    runs-on: x\n    steps: [{uses: actions/cache@v5}]\n`,
  [],
);

const TARGET = (ref: string) =>
  workflow(
    '[pull_request, merge_group]',
    '[pull_request_target, merge_group]',
    `checkout@${SHA}\n`,
    `checkout@${SHA}\n        with: {ref: "${ref}"}\n`,
  );
story('target-checkout', 'the head', TARGET('${{ github.event.pull_request.head.sha }}'), [
  'target-checkout error :11:16',
]);
story('target-checkout', 'the merge', TARGET('refs/pull/${{ github.event.number }}/merge'), [
  'target-checkout error :11:16',
]);
story('target-checkout', 'the base', TARGET('${{ github.event.pull_request.base.sha }}'), []);
story(
  'target-checkout',
  'the head on pull_request',
  TARGET('${{ github.head_ref }}').replace('_target', ''),
  [],
);

story('permissions', 'none', workflow('permissions:\n  contents: read\n', ''), ['permissions warning :4:3']);
story('permissions', 'all', workflow('permissions:\n  contents: read\n', 'permissions: write-all\n'), [
  'permissions warning :3:1',
]);
story(
  'permissions',
  'too many',
  workflow('  contents: read\n', '  contents: write\n  actions: write\n'),
  ['permissions warning :5:3', 'permissions notice :4:3'],
  { what: /actions/ },
);
story('permissions', 'too few', workflow('permissions:\n  contents: read\n', 'permissions: {}\n'), [
  'permissions warning :3:1',
]);
story(
  'permissions',
  'those of the job win',
  job('permissions: {contents: read, pull-requests: write, security-events: write}').replace(
    '  contents: read',
    '  actions: write',
  ),
  [],
);

story(
  'cancelled',
  'required by a ruleset',
  WORKFLOW.replace('jobs:', 'concurrency:\n  group: x\n  cancel-in-progress: true\njobs:'),
  ['cancelled error :7:3'],
  settings({ checks: [], workflows: [{ path: PATH, here: true }] }),
);
story(
  'cancelled',
  'required by name',
  WORKFLOW.replace('jobs:', 'concurrency:\n  group: x\n  cancel-in-progress: true\njobs:'),
  [],
  settings(),
);

story('not-required', 'nothing is', WORKFLOW, ['not-required error :6:3'], {
  ...settings({ checks: ['lint'] }),
  what: /^main does not require the check holdfast\.$/,
});
story('not-required', 'another name', WORKFLOW, ['not-required error :6:3'], {
  ...settings({ checks: ['Configuration / holdfast'] }),
  what: /requires Configuration \/ holdfast, but .* called holdfast\./,
});
story(
  'not-required',
  'the id of a job that has a name',
  job('name: Critical'),
  ['not-required error :7:5'],
  settings(),
);
story('not-required', 'the name', job('name: Critical'), [], settings({ checks: ['Critical'] }));
story(
  'not-required',
  'a matrix',
  job('strategy: {matrix: {node: [20, 24]}}'),
  [],
  settings({ checks: ['holdfast (20)'] }),
);
story(
  'not-required',
  'a matrix has no bare name',
  job('strategy: {matrix: {node: [20, 24]}}'),
  ['not-required error :6:3'],
  settings(),
);
story(
  'not-required',
  'a name that is computed',
  job('name: On ${{ matrix.node }}', 'strategy: {matrix: {node: [20]}}'),
  [],
  settings({ checks: ['On 20'] }),
);
story(
  'not-required',
  'a workflow',
  WORKFLOW,
  [],
  settings({ checks: [], workflows: [{ path: PATH, here: true }] }),
);
story(
  'not-required',
  'a name that only push reports',
  { [PATH]: on('on: push') },
  ['missing-trigger error :2:1', 'missing-trigger warning :2:1'],
  settings(),
);

const TWIN =
  'on: {pull_request: {paths-ignore: [a]}}\njobs:\n  holdfast:\n    runs-on: x\n    steps: [{run: "true"}]\n';
story('same-name', 'the twin that is always green', { '.github/workflows/twin.yml': TWIN }, [
  'same-name error .github/workflows/twin.yml:3:3',
]);
story(
  'same-name',
  'by its name',
  { '.github/workflows/twin.yml': TWIN.replace('holdfast:', 'other:\n    name: holdfast') },
  ['same-name error .github/workflows/twin.yml:4:5'],
);
story(
  'same-name',
  'on a schedule',
  { '.github/workflows/twin.yml': TWIN.replace(/^on.*/, 'on: schedule') },
  [],
);
story(
  'same-name',
  'another name',
  { '.github/workflows/twin.yml': TWIN.replace('holdfast:', 'holdfast-docs:') },
  [],
);

const CALL = `on: [pull_request, merge_group]\njobs:\n  gate:\n    uses: ./.github/workflows/check.yml\n`;
const CALLED = { [PATH]: on('on: workflow_call'), '.github/workflows/call.yml': CALL };
story('not-required', 'through a reusable workflow', CALLED, [], settings({ checks: ['gate / holdfast'] }));
story(
  'not-required',
  'a reusable workflow under the name of its job',
  CALLED,
  ['not-required error .github/workflows/call.yml:3:3'],
  settings(),
);
story(
  'skippable',
  'the call of a reusable workflow',
  { ...CALLED, '.github/workflows/call.yml': `${CALL}    if: false\n` },
  ['skippable error .github/workflows/call.yml:5:5'],
);
story(
  'skippable',
  'a step of a composite action',
  {
    [PATH]: workflow(`acme/holdfast@${SHA}`, './.github/actions/gate'),
    '.github/actions/gate/action.yml':
      'name: Gate\nruns:\n  using: composite\n  steps:\n    - uses: acme/holdfast@v1\n      if: inputs.on\n',
  },
  [
    'skippable error .github/actions/gate/action.yml:6:7',
    'unpinned warning .github/actions/gate/action.yml:5:7',
  ],
);
story(
  'not-followed',
  'a workflow elsewhere',
  workflow(
    '    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    steps:\n',
    '',
    `      - uses: actions/checkout@${SHA}\n`,
    '',
    '      - uses: acme/holdfast@',
    '    uses: acme/ci/.github/workflows/holdfast.yml@',
  ),
  ['not-followed notice :7:5'],
  settings({ checks: ['holdfast / check'] }),
);

story('policy', 'an empty file', { '.github/holdfast.yml': '' }, ['policy error .github/holdfast.yml']);
story('policy', 'invalid', { '.github/holdfast.yml': 'critical:\n  - file: config/**\n' }, [
  'policy error .github/holdfast.yml:2:5',
]);
story(
  'policy',
  'elsewhere, and there',
  { [PATH]: step('with: {policy-file: p.yml}'), 'p.yml': TREE['.github/holdfast.yml']! },
  [],
);
story('policy', 'elsewhere, and not there', step('with: {policy-file: p.yml}'), ['policy error p.yml']);

story(
  'unowned',
  'the policy',
  { '.github/CODEOWNERS': '*.yml @acme/all\n.github/holdfast.yml\n' },
  ['unowned warning .github/CODEOWNERS'],
  { what: /holdfast\.yml/ },
);
story(
  'unowned',
  'the workflow',
  { '.github/CODEOWNERS': '/.github/holdfast.yml @acme/all\n' },
  ['unowned warning .github/CODEOWNERS'],
  { what: /check\.yml/ },
);

story('not-run', 'the command on two lines', run('holdfast \\', '  check'), []);
story('not-run', 'the command in a comment', run('true # holdfast check'), ['not-run error -']);
story('never-fails', 'no background, but a redirection', run('holdfast check &> log'), []);
story(
  'not-required',
  'nothing in the brackets of a matrix',
  job('strategy: {matrix: {node: [20]}}'),
  ['not-required error :6:3'],
  settings({ checks: ['holdfast ()'] }),
);
story(
  'not-required',
  'more behind the brackets of a matrix',
  job('strategy: {matrix: {node: [20]}}'),
  ['not-required error :6:3'],
  settings({ checks: ['holdfast (20) / x'] }),
);
story(
  'not-required',
  'another workflow of this repository',
  WORKFLOW,
  ['not-required error :6:3'],
  settings({ checks: [], workflows: [{ path: '.github/workflows/holdfast-docs.yml', here: true }] }),
);
story(
  'same-name',
  'a name that is nothing but computed is no clash',
  { '.github/workflows/twin.yml': TWIN.replace('holdfast:', 'other:\n    name: ${{ matrix.name }}') },
  [],
);
story(
  'same-name',
  'a computed name that can be this one',
  { '.github/workflows/twin.yml': TWIN.replace('holdfast:', 'other:\n    name: hold${{ matrix.name }}') },
  ['same-name error .github/workflows/twin.yml:4:5'],
);
story(
  'same-name',
  'one value of the matrix',
  {
    [PATH]: job('strategy: {matrix: {node: [20]}}'),
    '.github/workflows/twin.yml': TWIN.replace('holdfast:', 'other:\n    name: holdfast (20)'),
  },
  ['same-name error .github/workflows/twin.yml:4:5'],
);
story(
  'target-checkout',
  'by a command',
  `${workflow('[pull_request, merge_group]', '[pull_request_target, merge_group]')}      - run: gh pr checkout 1\n`,
  ['target-checkout error :12:9'],
);
story(
  'target-checkout',
  'in a workflow that has nothing to do with Holdfast',
  {
    '.github/workflows/x.yml': TARGET('refs/pull/1/merge')
      .replace('acme/holdfast', 'acme/x')
      .replace('  holdfast:', '  x:'),
  },
  [],
);
story('permissions', 'read-all', workflow('permissions:\n  contents: read\n', 'permissions: read-all\n'), []);
story(
  'permissions',
  'those of the called workflow win',
  { ...CALLED, '.github/workflows/call.yml': `permissions: write-all\n${CALL}` },
  [],
);
story(
  'permissions',
  'in the order of the lines, each once',
  `${workflow('permissions:\n  contents: read\n', 'permissions: write-all\n', `holdfast@${SHA}`, 'holdfast@v1')}      - run: holdfast check\n`,
  ['permissions warning :3:1', 'unpinned warning :10:9'],
);
story(
  'not-run',
  'shapes that GitHub refuses are no reason to stop',
  {
    '.github/workflows/x.yml': `on: {pull_request: 4, merge_group: [1]}
permissions: 3
jobs: {a: null, b: {steps: {x: {uses: 3, run: {}}}, needs: {}, strategy: 3, if: {}, permissions: [], with: 3}}
`,
    '.github/workflows/y.yml': 'on: 3\njobs: [1, {steps: 3}]\n',
  },
  [],
);

/** Trees that lack something the good one has. */
function without(...paths: string[]): Tree {
  return Object.fromEntries(Object.entries(TREE).filter(([path]) => !paths.includes(path)));
}
stories.push(
  { rule: 'policy', name: 'no file', tree: without('.github/holdfast.yml'), says: ['policy warning -'] },
  {
    rule: 'policy',
    name: 'inputs instead',
    tree: { ...without('.github/holdfast.yml'), [PATH]: step('with: {critical-files: a}') },
    says: [],
  },
  { rule: 'unowned', name: 'no CODEOWNERS', tree: without('.github/CODEOWNERS'), says: ['unowned notice -'] },
);

test('docs/doctor.md has a row for every rule, with its severity', async () => {
  const page = await readFile('docs/doctor.md', 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (error|warning|notice)\b/gm)].map(
    ([, id, severity]) => ({ id, severity }),
  );
  expect(rows).toEqual(rules.map(({ id, severity }) => ({ id, severity })));
});

let doctor: Awaited<ReturnType<typeof doctorFor>>;
beforeAll(async () => {
  doctor = await doctorFor([TREE, ...stories.map(({ tree }) => tree)]);
});
afterAll(() => doctor.dispose());

test('a repository in which nothing is wrong', async () => {
  expect((await doctor.look(0)).said).toEqual([]);
  expect((await doctor.look(0, settings())).said).toEqual([]);
});

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  const own = stories.filter(({ rule }) => rule === id);
  test.each(own.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { said, what } = await doctor.look(stories.indexOf(one) + 1, one);
    expect(said.map((line) => line.replace(` ${PATH}:`, ' :'))).toEqual(one.says);
    if (one.what !== undefined) expect(what[0]).toMatch(one.what);
  });
  test('speaks in some story', () => {
    expect(stories.some(({ says }) => says.some((line) => line.startsWith(`${id} `)))).toBe(true);
  });
});
