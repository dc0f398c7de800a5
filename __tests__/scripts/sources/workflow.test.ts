import { describe, expect, test } from '@jest/globals';
import { shown } from '../../../src/scripts/text.ts';
import type { Unit } from '../../../src/scripts/unit.ts';
import { expectSameLength, extracted, meant, placeIn, placeOf, variablesOf } from './helpers.ts';

const PATH = '.github/workflows/release.yml';
const unitsOf = (text: string, path = PATH): readonly Unit[] => extracted(path, text).units;

const RELEASE = `name: Release
on:
  push:
    tags: ['v*']
env:
  RELEASE_DIR: /srv/billing
  ENVIRONMENT: \${{ inputs.environment }}
defaults:
  run:
    working-directory: deploy
jobs:
  test:
    runs-on: ubuntu-24.04
    container: node:22
    steps:
      - uses: actions/checkout@v4
      - run: npm test
        working-directory: ./web
  publish:
    needs: test
    runs-on: [self-hosted, linux, production]
    env:
      RELEASE_DIR: /srv/billing-\${{ github.ref_name }}
    steps:
      - uses: actions/checkout@v4
      - name: Install the configuration
        env:
          TARGET: \${{ env.RELEASE_DIR }}/config.yml
          RETRIES: 3
        run: |
          cp "config/\${{ env.ENVIRONMENT }}.yml" "$TARGET"

          sudo systemctl restart 'billing@\${{ github.ref_name }}'
      - run: >-
          rsync -a --delete
          dist/
          /srv/www/
        shell: bash
`;

describe('a workflow', () => {
  const [tests, install, sync] = unitsOf(RELEASE);

  test('gives a unit for each step that runs something', () => {
    expect(unitsOf(RELEASE).map(({ label }) => label)).toEqual([
      'job test, step 2',
      'job publish, step Install the configuration',
      'job publish, step 3',
    ]);
    expect(extracted(PATH, RELEASE).notRead).toEqual([]);
  });

  test('its environment is the nearest, and expressions are what they name', () => {
    expect(variablesOf(install)).toMatchObject({
      RELEASE_DIR: '/srv/billing-<github.ref_name>',
      ENVIRONMENT: '<inputs.environment>',
      TARGET: '/srv/billing-<github.ref_name>/config.yml',
      RETRIES: '3',
      GITHUB_WORKSPACE: '<root>',
    });
    expect(variablesOf(tests)).toMatchObject({ RELEASE_DIR: '/srv/billing' });
    expect(variablesOf(tests)).not.toHaveProperty('TARGET');
  });

  test('expressions become variables of the same length, in single quotes too', () => {
    const original = [
      `cp "config/\${{ env.ENVIRONMENT }}.yml" "$TARGET"\n\n`,
      `sudo systemctl restart 'billing@\${{ github.ref_name }}'\n`,
    ].join('');
    expectSameLength(install!, original);
    expect(meant(install!)).toBe(
      [
        'cp "config/<inputs.environment>.yml" "$TARGET"\n\n',
        `sudo systemctl restart 'billing@'"<github.ref_name>"''\n`,
      ].join(''),
    );
  });

  test('places are those of the file, of folded texts too', () => {
    expect(placeOf(install, 'cp ')).toBe(placeIn(RELEASE, 'cp "config'));
    expect(placeOf(install, 'systemctl')).toBe(placeIn(RELEASE, 'systemctl'));
    expect(sync?.source).toBe('rsync -a --delete dist/ /srv/www/');
    expect(placeOf(sync, '/srv/www/')).toBe(placeIn(RELEASE, '/srv/www/'));
    expect(placeOf(tests, 'test')).toBe('17:18');
  });

  test('directories, shells and surroundings', () => {
    expect([tests, install].map((unit) => shown(unit!.directory))).toEqual(['web', 'deploy']);
    expect([tests, install, sync].map((unit) => unit!.options)).toEqual([
      { errexit: true, pipefail: false, nounset: false },
      { errexit: true, pipefail: false, nounset: false },
      { errexit: true, pipefail: true, nounset: false },
    ]);
    expect([tests, install].map((unit) => unit!.surroundings)).toEqual(['ephemeral', 'server']);
    expect([tests, install].map((unit) => unit!.host)).toEqual([
      { kind: 'container', name: 'node:22' },
      { kind: 'local' },
    ]);
  });
});

describe('shells', () => {
  const step = (shell: string, job = '') =>
    extracted(PATH, `jobs:\n  a:\n    runs-on: ubuntu-latest\n${job}    steps:\n      - run: ls\n${shell}`);

  test.each([
    ['sh', { errexit: true, pipefail: false, nounset: false }],
    ['bash {0}', { errexit: false, pipefail: false, nounset: false }],
    ['bash -leo pipefail {0}', { errexit: true, pipefail: true, nounset: false }],
    ['/usr/bin/env -S bash -eu {0}', { errexit: true, pipefail: false, nounset: true }],
    ['nix develop -c bash -e {0}', { errexit: true, pipefail: false, nounset: false }],
  ])('%s', (shell, options) => {
    const { units, notRead } = step(`        shell: ${shell}\n`);
    expect(units.map((unit) => unit.options)).toEqual([options]);
    expect(notRead).toEqual([]);
  });

  test.each([
    ['pwsh', 'pwsh'],
    ['powershell', 'powershell'],
    ['cmd', 'cmd'],
    ['python', 'python'],
    ['python3 {0}', 'python3'],
    ['msys2 {0}', 'msys2'],
    ['zsh -e {0}', 'zsh'],
  ])('%s is named and not read', (shell, detail) => {
    const { units, notRead } = step(`        shell: ${shell}\n`);
    expect(units).toEqual([]);
    expect(notRead).toEqual([{ reason: 'shell', place: { line: 5, column: 9 }, detail }]);
  });

  test("defaults: the step's, the job's, the workflow's, the runner's", () => {
    const job = '    defaults: { run: { shell: pwsh } }\n';
    expect(step('', job).notRead).toMatchObject([{ reason: 'shell', detail: 'pwsh' }]);
    expect(step('        shell: bash\n', job).units).toHaveLength(1);
    const windows = 'jobs: { a: { runs-on: windows-2022, steps: [{ run: dir }, { run: ls, shell: bash }] } }';
    const { units, notRead } = extracted(PATH, windows);
    expect(units.map(({ source }) => source)).toEqual(['ls']);
    expect(notRead).toMatchObject([{ reason: 'shell', detail: 'PowerShell' }]);
    const all = 'defaults: { run: { shell: cmd } }\njobs: { a: { runs-on: x, steps: [{ run: dir }] } }';
    expect(extracted(PATH, all).notRead).toMatchObject([{ reason: 'shell', detail: 'cmd' }]);
  });

  test.each([
    ['self-hosted', 'server'],
    ['[linux, Self-Hosted]', 'server'],
    ['{ group: big, labels: [self-hosted] }', 'server'],
    ['ubuntu-latest', 'ephemeral'],
    [`\${{ matrix.os }}`, 'ephemeral'],
  ])('runs-on: %s', (labels, surroundings) => {
    const [unit] = unitsOf(`jobs:\n  a:\n    runs-on: ${labels}\n    steps:\n      - run: ls\n`);
    expect(unit?.surroundings).toBe(surroundings);
  });
});

describe('a composite action', () => {
  const text = `name: Set up the site
description: Copies what the site needs
inputs:
  site:
    required: true
runs:
  using: composite
  steps:
    - run: cp "\${{ github.action_path }}/nginx.conf" "\${{ github.workspace }}/out/\${{ inputs.site }}.conf"
      shell: bash
    - run: Get-ChildItem
      shell: pwsh
`;

  test('knows where it is', () => {
    const { units, notRead } = extracted('.github/actions/site/action.yml', text);
    expect(meant(units[0]!)).toBe(
      'cp "<root>/.github/actions/site/nginx.conf" "<root>/out/<inputs.site>.conf"',
    );
    expect(units[0]?.label).toBe('action Set up the site, step 1');
    expect(placeOf(units[0], 'cp')).toBe('9:12');
    expect(notRead).toEqual([{ reason: 'shell', place: { line: 11, column: 7 }, detail: 'pwsh' }]);
  });

  test('an action in JavaScript runs nothing of ours', () => {
    const found = extracted('action.yml', 'name: x\nruns:\n  using: node20\n  main: dist/index.js\n');
    expect(found).toEqual({ units: [], effects: [], notRead: [] });
  });
});

test('Gitea and Forgejo read the same', () => {
  const text = 'jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ls\n';
  expect(unitsOf(text, '.gitea/workflows/a.yaml')).toHaveLength(1);
  expect(unitsOf(text, '.forgejo/workflows/a.yml')).toHaveLength(1);
});

describe('expressions', () => {
  const run = (source: string) =>
    unitsOf(`jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          ${source}\n`)[0]!;

  test.each([
    ['cp a b', 'cp a b\n'],
    [`cp \${{x}} \${{y}} \${{ x }}`, 'cp <x> <y> <x>\n'],
    [`cp \${{ 'lit}}eral' }} b`, 'cp lit}}eral b\n'],
    [`cp '\${{ a.b }}' b`, `cp ''"<a.b>"'' b\n`],
    [`echo "it's" '\${{ a.b }}'`, `echo "it's" ''"<a.b>"''\n`],
    [`echo "it's \${{ a.b }}"`, 'echo "it\'s <a.b>"\n'],
    [`echo $(basename '\${{ a.b }}') # don't \${{ c }}`, `echo $(basename ''"<a.b>"'') # don't <c>\n`],
    [`echo \${{ format('{0}', a) }} '\${{ b.c }}'`, `echo <format('{0}', a)> ''"<b.c>"''\n`],
    [`echo $((1 << 2)) \${{ a }}`, 'echo $((1 << 2)) <a>\n'],
    [`echo \${{ unclosed`, `echo \${{ unclosed\n`],
    [`cp \${{ runner.temp }}/a b`, 'cp <RUNNER_TEMP>/a b\n'],
  ])('%s', (source, expected) => {
    const unit = run(source);
    expectSameLength(unit, `${source}\n`);
    expect(meant(unit)).toBe(expected);
  });

  test('different expressions never share a variable, nor do they take one of the script', () => {
    const unit = run(`echo \${{ a.b }} \${{ a-b }} \${{ a_b }} $a_b__ $a_b___`);
    expect(meant(unit)).toBe('echo <a.b> <a-b> <a_b> $a_b__ $a_b___\n');
    const names = [...(unit.filledIn ?? new Map()).keys()];
    expect(new Set(names).size).toBe(3);
    expect(names).not.toContain('a_b___');
  });

  test('heredocs keep their lines', () => {
    const text = `jobs:
  a:
    runs-on: x
    steps:
      - run: |
          cat > app.env <<'EOF'
          it's \${{ secrets.KEY }}
          EOF
          cp '\${{ a.b }}' c
`;
    expect(meant(unitsOf(text)[0]!)).toBe(
      `cat > app.env <<'EOF'\nit's <secrets.KEY>\nEOF\ncp ''"<a.b>"'' c\n`,
    );
  });
});

describe('bad input', () => {
  test('broken YAML is named with its place', () => {
    const { units, notRead } = extracted(PATH, 'jobs:\n  a:\n   - b\n  c: [\n');
    expect(units).toEqual([]);
    expect(notRead).toMatchObject([{ reason: 'syntax', place: { line: 5 } }]);
  });

  test.each([
    ['nothing', ''],
    ['a list', '- run: ls\n'],
    ['steps that are no list', 'jobs: { a: { steps: { run: ls } } }\n'],
    ['jobs that are texts', 'jobs: { a: x, b: [1], c: null }\n'],
    ['a step without anything', 'jobs: { a: { steps: [null, 1, [], {}] } }\n'],
    ['a prototype', 'jobs: { __proto__: { steps: [{ uses: x }] }, constructor: { steps: 1 } }\n'],
  ])('%s', (_, text) => {
    expect(extracted(PATH, text)).toEqual({ units: [], effects: [], notRead: [] });
  });

  test('deep values and alias bombs are over the limit', () => {
    expect(extracted(PATH, `jobs: ${'['.repeat(5000)}`).notRead).toMatchObject([{ reason: 'limit' }]);
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    const bomb = `a0: &a0 [x]\n${levels.join('\n')}\njobs: *a9\n`;
    expect(extracted(PATH, bomb).notRead).toMatchObject([{ reason: 'limit' }]);
  });

  test('an aliased step stands where its anchor is', () => {
    const text = `x: &step
  run: cp a /etc/b.yml
jobs:
  a:
    runs-on: x
    steps:
      - *step
      - run: &again |
          mv c d
      - run: *again
`;
    const units = unitsOf(text);
    expect(units.map(({ source }) => source)).toEqual(['cp a /etc/b.yml', 'mv c d\n', 'mv c d\n']);
    expect(placeOf(units[0], '/etc')).toBe('2:13');
    expect(placeOf(units[2], 'd\n')).toBe('9:16');
  });

  test('carriage returns and a byte order mark change no place', () => {
    const units = unitsOf(`\uFEFF${RELEASE.replaceAll('\n', '\r\n')}`);
    expect(units.map(({ source }) => source)).toEqual(unitsOf(RELEASE).map(({ source }) => source));
    expect(placeOf(units[1], 'systemctl')).toBe(placeIn(RELEASE, 'systemctl'));
  });

  test('a million braces are read in a moment', () => {
    const source = `\${{`.repeat(300_000);
    expect(run(`${source} }}`).source).toContain('${{');
    const many = Array.from({ length: 20_000 }, (_, i) => `echo '\${{ a${i} }}'`).join(';');
    expect(run(many).source).toHaveLength(many.length);
    function run(text: string) {
      return unitsOf(`jobs: { a: { steps: [{ run: ${JSON.stringify(text)} }] } }`)[0]!;
    }
  });
});
