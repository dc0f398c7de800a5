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
  expect(folders).toEqual(['backup', 'deploy', 'drill', 'restore', 'verify']);
});

const check: Metadata = parse(readFileSync('action.yml', 'utf8'));

/** Names of the properties of `outputs`, and of single outputs, where a sub-action writes them down. */
function outputsIn(source: string): string[] {
  const blocks = source.matchAll(/outputs(?:: \([^)]*\) => \(| = )\{([^}]+)\}/g);
  const single = source.matchAll(/setOutput\('([\w-]+)'/g);
  return [
    ...[...blocks].flatMap(([, block]) =>
      block!.split(/,\s/).flatMap((part) => /^\s*'?([\w-]+)'?(?::|$)/.exec(part.trim())?.[1] ?? []),
    ),
    ...[...single].map(([, name]) => name!),
  ];
}

/** The other files of a sub-action that read inputs. */
function partsOf(source: string): string {
  const parts = [
    './environment.ts',
    './drill-repository.ts',
    './drill-people.ts',
    './open-drill.ts',
    './drill-times.ts',
    './drill-issue.ts',
  ].filter((name) => source.includes(`'${name}'`));
  const texts = parts.map((name) => readFileSync(join('src/actions', name), 'utf8'));
  return texts.map((text) => text + partsOf(text)).join('');
}

describe.each(folders)('%s', (folder) => {
  const file = join(folder, 'action.yml');
  const metadata: Metadata = parse(readFileSync(file, 'utf8'));
  const own = readFileSync(`src/actions/${folder}.ts`, 'utf8');
  const source = own + partsOf(own);

  test('starts a bundle that is there, on the runtime of the check', () => {
    const { runs } = metadata;
    expect(runs.using).toBe('node24');
    for (const bundle of [runs.main, runs.post ?? runs.main]) {
      expect(existsSync(join(dirname(file), bundle))).toBe(true);
    }
  });

  test('declares the inputs that are read, and no others', () => {
    const read = [...source.matchAll(/(?:input: |get(?:Multiline)?Input\()'([\w-]+)'/g)].map(
      ([, name]) => name,
    );
    expect(Object.keys(metadata.inputs).toSorted()).toEqual(
      [...new Set([...read, 'working-directory'])].toSorted(),
    );
  });

  test('declares the outputs that are given, and no others', () => {
    const given = folder === 'verify' ? Object.keys(check.outputs) : ['report', ...outputsIn(source)];
    expect(Object.keys(metadata.outputs).toSorted()).toEqual([...new Set(given)].toSorted());
  });

  test('is described, each input and output in a sentence, in the file and on the page', () => {
    const section = page.split(`\n## \`${folder}\`\n`)[1]!.split('\n## ')[0]!;
    for (const [name, { description }] of Object.entries({ ...metadata.inputs, ...metadata.outputs })) {
      expect([name, description]).toEqual([name, expect.stringMatching(/^["A-Za-z].*\.$/)]);
      if (name !== 'working-directory') expect(section).toContain(`\`${name}\``);
    }
  });
});
