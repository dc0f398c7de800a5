import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Trial } from '../../src/drill/drilled.ts';
import { isObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { parsePage, select } from '../helpers/html.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { drilledIn, holdfastDrill } from './support.ts';

const SCHEMA = 'schemas/api.schema.json';
const API = `host: api.example.com
port: 8443
retries: 3
upstreams:
  - address: 10.1.0.4:8080
    weight: 10
  - address: 10.1.0.5:8080
    weight: 20
`;

let repository: TestRepository;
beforeEach(async () => {
  repository = await createRepository();
});
afterEach(() => repository.dispose());

const passing = ({ trials }: { trials: Trial[] }) => trials.filter(({ stopped }) => !stopped);

/** As RFC 7396 has it, by a hand of its own. */
function merged(value: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: JsonObject = isObject(value) ? { ...value } : {};
  for (const [key, part] of Object.entries(patch)) result[key] = merged(result[key], part);
  return result;
}

describe('every proposal, pasted', () => {
  const everywhere = ['--operators', 'key', '--most', '1000'];

  test('patches for one schema do not undo each other, in whatever order they are merged', async () => {
    await repository.write(
      '.github/holdfast.yml',
      `critical:\n  - files: config/api.yml\n    schema: ${SCHEMA}\n`,
    );
    await repository.write(SCHEMA, '{"type": "object", "required": ["host"]}\n');
    await repository.write('config/api.yml', API);
    await repository.commit('Begin');
    const before = passing(await drilledIn(repository.dir, ...everywhere));
    const patches = before.flatMap(({ proposals }) =>
      proposals.flatMap((one) => (one.kind === 'schema' ? [one.patch] : [])),
    );
    expect(patches).toHaveLength(before.length);
    expect(patches.length).toBeGreaterThan(10);
    for (const order of [patches, patches.toReversed()]) {
      const schema = JSON.parse(await readFile(join(repository.dir, SCHEMA), 'utf8'));
      await repository.write(SCHEMA, JSON.stringify(order.reduce(merged, schema)));
      await repository.commit('Merge all patches');
      expect(passing(await drilledIn(repository.dir, ...everywhere))).toEqual([]);
      await repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    }
  });

  test('a hundred keys, whole on the page too, in lines that can be read', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => `listen, or not ${index}`);
    await repository.write('.github/holdfast.yml', 'critical:\n  - files: config/*.yml\n');
    await repository.write('config/api.yml', keys.map((key) => `"${key}": 1\n`).join(''));
    await repository.commit('Begin');
    const argv = ['--operators', 'key-deleted', '--most', '100'];
    const { out } = await holdfastDrill(repository.dir, ...argv, '--html', 'page.html');
    const block = /policy, against .*:\n\ncritical:\n([\s\S]*?)\n\n/.exec(out)![1]!;
    expect(block.split('\n').filter((line) => line.length > 120)).toEqual([]);
    const { all } = parsePage(await readFile(join(repository.dir, 'page.html'), 'utf8'));
    expect(select(all, 'pre').map(({ text }) => text)).toContain(`critical:\n${block}`);
    await repository.write('.github/holdfast.yml', `critical:\n  - files: config/*.yml\n${block}\n`);
    await repository.commit('Paste');
    expect(passing(await drilledIn(repository.dir, ...argv))).toEqual([]);
  });

  test('keys of a file of which nothing is left but one text', async () => {
    await repository.write('.github/holdfast.yml', 'critical:\n  - files: config/*.yml\n');
    await repository.write('config/api.yml', 'one: 1\ntwo: text\n');
    await repository.write('config/note.yml', 'only a text\n');
    await repository.commit('Begin');
    const sameKind = ['--operators', 'same-kind'];
    const own = (trials: Trial[]) => trials.filter(({ path }) => path === 'config/api.yml');
    const before = await drilledIn(repository.dir, ...sameKind);
    expect(own(passing(before))).toMatchObject([
      { proposals: [{ kind: 'protect', entry: { files: 'config/api.yml', protect: ['one', 'two'] } }] },
    ]);
    expect((await holdfastDrill(repository.dir, ...sameKind, '--write-policy')).code).toBe(0);
    await repository.commit('Paste');
    expect(own(passing(await drilledIn(repository.dir, ...sameKind)))).toEqual([]);
  });
});

test('--write-policy keeps the ends of the lines', async () => {
  const policy = 'critical:\r\n  - files: config/*.yml\r\n\r\n# Nothing less.\r\nfail-on-severity: error\r\n';
  await repository.write('.github/holdfast.yml', policy);
  await repository.write('config/api.yml', API);
  await repository.commit('Begin');
  expect((await holdfastDrill(repository.dir, '--operators', 'key', '--write-policy')).code).toBe(0);
  const written = await readFile(join(repository.dir, '.github/holdfast.yml'), 'utf8');
  expect(written).toContain('\r\n  - files: config/api.yml\r\n    protect: [');
  expect(written).not.toMatch(/[^\r]\n/);
});

test('no file is replaced by what a link says', async () => {
  await repository.write('.github/holdfast.yml', 'critical:\n  - files: config/**\n');
  await repository.write('config/api.yml', API);
  await repository.link('config/current.yml', 'api.yml');
  await repository.link('config/api.yml.example', 'api.yml');
  await repository.link('config/notes', 'api.yml');
  await repository.commit('Begin');
  const { trials } = await drilledIn(repository.dir, '--operators', 'same-kind,other-file,sample');
  expect(trials.filter(({ path }) => path === 'config/api.yml').map(({ operator }) => operator)).toEqual([
    'sample',
  ]);
  expect(JSON.stringify(trials)).not.toMatch(/"api\.yml"/);
});
