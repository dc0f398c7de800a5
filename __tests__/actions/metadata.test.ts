import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

type Metadata = {
  name: string;
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string; post?: string; 'post-if'?: string };
};

const folders = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(entry.name, 'action.yml')))
  .map(({ name }) => name);
const page = readFileSync('docs/actions.md', 'utf8');

test('every sub-action has its place', () => {
  expect(folders).toEqual(['backup', 'restore']);
});

describe.each(folders)('%s', (folder) => {
  const file = join(folder, 'action.yml');
  const metadata: Metadata = parse(readFileSync(file, 'utf8'));
  const source = readFileSync(`src/actions/${folder}.ts`, 'utf8');

  test('starts a bundle that is there, on the runtime of the check', () => {
    const { runs } = metadata;
    expect(runs.using).toBe('node24');
    for (const bundle of [runs.main, runs.post ?? runs.main]) {
      expect(existsSync(join(dirname(file), bundle))).toBe(true);
    }
  });

  test('declares the inputs that are read, and no others', () => {
    const table = [...source.matchAll(/input: '([\w-]+)'/g)].map(([, name]) => name);
    const declared = Object.keys(metadata.inputs).filter((name) => name !== 'working-directory');
    expect(declared.toSorted()).toEqual(table.toSorted());
    expect(metadata.inputs).toHaveProperty('working-directory');
  });

  test('declares the outputs that are given, and no others', () => {
    const given = /outputs: \([^)]*\) => \(\{([\s\S]*?)\}\)/.exec(source)![1]!;
    const names = [...given.matchAll(/^\s*(?:'([\w-]+)'|(\w+))(?::|,)/gm)].map(
      ([, quoted, plain]) => quoted ?? plain,
    );
    expect(Object.keys(metadata.outputs).toSorted()).toEqual([...names, 'report'].toSorted());
  });

  test('is described, each input and output in a sentence, in the file and on the page', () => {
    const section = page.split(`\n## \`${folder}\`\n`)[1]!.split('\n## ')[0]!;
    for (const [name, { description }] of Object.entries({ ...metadata.inputs, ...metadata.outputs })) {
      expect([name, description]).toEqual([name, expect.stringMatching(/^["A-Za-z].*\.$/)]);
      if (name !== 'working-directory') expect(section).toContain(`\`${name}\``);
    }
  });
});
