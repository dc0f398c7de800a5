import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MOST_LINES, packageOf, readModule, violations, waysToRunners } from './helpers/architecture.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => join(directory, name));
const modules = filesIn('src')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readModule(path, read(path)));
const manifest: { dependencies: object; devDependencies: object; scripts: Record<string, string> } =
  JSON.parse(read('package.json'));
const dependencies = Object.keys(manifest.dependencies);
const devDependencies = Object.keys(manifest.devDependencies);

/** What the rules say about one file with this source. */
const judge = (path: string, source: string) => violations([readModule(path, source)]);

test('the sources keep the order of the stages, the purity of the core, and the size of a file', () => {
  expect(modules.length).toBeGreaterThan(20);
  expect(violations(modules)).toEqual([]);
});

test('what looks at changes cannot reach what runs the commands of a policy', () => {
  const paths = modules.map(({ path }) => path);
  const looking = ['check', 'review', 'explain', 'init', 'doctor'].map((name) => `src/cli/${name}.ts`);
  const entries = [
    ...looking,
    'src/cli/backup/index.ts',
    'src/cli/verify/index.ts',
    'src/actions/check.ts',
    'src/actions/acknowledge.ts',
    'src/actions/drill.ts',
  ];
  expect(paths).toEqual(expect.arrayContaining(entries));
  expect(waysToRunners(modules, entries)).toEqual([]);
  for (const entry of ['src/cli/restore/index.ts', 'src/cli/deploy/index.ts']) {
    const ways = waysToRunners(modules, [entry]);
    expect(ways.filter((way) => way.endsWith(' -> src/adapters/probes/ports.ts'))).toHaveLength(1);
  }
});

test('processes are started by the adapters of git, of ssh and of commands, and nowhere else', () => {
  const starting = modules.filter(({ imports }) => imports.some((name) => /child_process$/.test(name)));
  const places = starting.map(({ path }) => path.split('/').slice(0, 3).join('/'));
  expect([...new Set(places)].sort()).toEqual([
    'src/adapters/git',
    'src/adapters/processes',
    'src/adapters/verify',
  ]);
});

test('properties are tried with a fixed seed: a red run is red again', () => {
  const tests = filesIn('__tests__').filter((path) => path.endsWith('.test.ts'));
  const unseeded = tests.filter((path) => {
    const source = read(path);
    const asserted = source.split(/\bfc\.assert\(/).length - 1;
    return asserted > source.split(/\bseed: /).length - 1;
  });
  expect(unseeded).toEqual([]);
});

describe('the rules see', () => {
  test.each([
    ['a value', "import { run } from '../checks/index.ts';\nrun();"],
    ['a type', "import type { Check } from '../checks/check.ts';"],
    ['a type in place', "type T = import('../checks/check.ts').Check;"],
    ['a re-export', "export * from '../checks/check.ts';"],
    ['a named re-export', "export { run } from '../checks/check.ts';"],
    ['a lazy import', "const late = () => import('../checks/check.ts');"],
    ['the world', "import { git } from '../adapters/git.ts';"],
    ['a pipeline', "import { check } from '../check.ts';"],
    ['a computed name', 'const late = (name: string) => import(name);'],
    ['an unknown stage', "import '../helpers/x.ts';"],
  ])('an import upwards: %s', (_, source) => {
    expect(judge('src/diff/keys.ts', source)).toHaveLength(1);
  });

  test('equal stages, pipelines and the outside apart', () => {
    expect(judge('src/refs/a.ts', "import '../snapshots/b.ts';")).toHaveLength(1);
    expect(judge('src/check.ts', "import './adapters/git.ts';")).toHaveLength(1);
    expect(judge('src/check.ts', "import './init.ts';")).toEqual([]);
    expect(judge('src/adapters/git.ts', "import '../check.ts';")).toHaveLength(1);
    expect(judge('src/cli/main.ts', "import '../actions/check.ts';")).toHaveLength(1);
    expect(judge('src/cli/main.ts', "import '../check.ts';\nimport '../adapters/git.ts';")).toEqual([]);
    expect(judge('src/lib/x.ts', '')).toHaveLength(1);
  });

  test.each([
    'process.env.HOME;',
    "import { env } from 'node:process';",
    'console.log(1);',
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const id = Math.random();',
    "await fetch('https://example.org');",
    'setTimeout(() => {}, 1);',
    'globalThis.process;',
    'const { env } = process;',
    "import { readFileSync } from 'node:fs';",
    "import type { Stats } from 'node:fs';",
    "import { readFile } from 'node:fs/promises';",
    "import * as core from '@actions/core';",
    "const late = () => import('node:child_process');",
    "import 'node:http';",
    "import 'node:net';",
    "import 'node:os';",
    "import fs from 'fs';",
  ])('impurity in the core, and let it pass outside: %s', (source) => {
    expect(judge('src/checks/x.ts', source)).toHaveLength(1);
    expect(judge('src/adapters/x.ts', source)).toEqual([]);
  });

  test('what only looks impure', () => {
    const source = [
      "import { createHash } from 'node:crypto';",
      'type When = Date;',
      'const f = (process: { env: string }, x: { process: { env: 1 } }) => process.env + x.process.env;',
      "const text = 'process.env, Date.now() and console.log';",
      'const dated = (value: unknown) => value instanceof Date;',
    ];
    expect(judge('src/checks/x.ts', source.join('\n'))).toEqual([]);
  });

  test('what Node gives of a lazily imported package, but a bundle does not', () => {
    expect(judge('src/schemas/a.ts', "const { full } = await import('ajv-formats');")).toHaveLength(1);
    expect(judge('src/schemas/a.ts', "const { default: all } = await import('ajv-formats');")).toEqual([]);
    expect(judge('src/schemas/a.ts', "const { full } = await import('./b.ts');")).toEqual([]);
  });

  test('cycles, of values and of types', () => {
    const one = readModule('src/diff/a.ts', "import type { B } from './b.ts';");
    const two = readModule('src/diff/b.ts', "import { c } from './c.ts';");
    const three = readModule('src/diff/c.ts', "export { a } from './a.ts';");
    expect(violations([one, two, three])).toEqual([
      'cycle: src/diff/a.ts -> src/diff/b.ts -> src/diff/c.ts -> src/diff/a.ts',
    ]);
    expect(violations([one, two])).toEqual([]);
  });

  test('long files', () => {
    expect(judge('src/diff/a.ts', '//\n'.repeat(MOST_LINES))).toEqual([]);
    expect(judge('src/diff/a.ts', '//\n'.repeat(MOST_LINES + 1))).toHaveLength(1);
  });
});

describe('dependencies', () => {
  const imported = new Set(modules.flatMap((module) => module.imports.map(packageOf)));
  imported.delete(undefined);

  test('the sources import what package.json declares, and nothing else', () => {
    expect([...imported].sort()).toEqual([...dependencies].sort());
  });

  test('every dev dependency is used by a script, a test or a configuration file', () => {
    const places = [
      ...filesIn('scripts'),
      ...filesIn('__tests__').filter((path) => path.endsWith('.ts')),
      ...readdirSync('.').filter((name) => /\.config\.mjs$|^biome\.json$/.test(name)),
    ].filter((path) => /\.(ts|mjs|json)$/.test(path));
    const text = [...places.map(read), ...Object.values(manifest.scripts)].join('\n');
    const commands: Record<string, RegExp> = {
      '@biomejs/biome': /\bbiome /,
      '@types/node': /'node:/,
      jest: /\/jest\//,
      typescript: /\btsc /,
    };
    const used = (name: string) =>
      commands[name]?.test(text) ||
      new RegExp(`['"/]${name.replace('@types/', '')}['"/]`).test(text) ||
      (name.startsWith('@types/') && imported.has(name.slice('@types/'.length)));
    expect(devDependencies.filter((name) => !used(name))).toEqual([]);
  });

  test('every dependency has its line in docs/dependencies.md, and no line is left over', () => {
    const documented = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(documented.sort()).toEqual([...dependencies, ...devDependencies].sort());
  });
});
