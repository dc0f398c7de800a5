import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { drilledIn, holdfastDrill } from './support.ts';

const REPLICAS = `replicas:
  - host: alpha.replicas.example.com
    port: 5433
    pool: 10
  - host: gamma.replicas.example.com
    port: 5434
    pool: 20
`;

let repository: TestRepository;
beforeEach(async () => {
  repository = await createRepository();
  await repository.write(
    '.github/holdfast.yml',
    'critical:\n  - files: config/*.yml\n    sensitive: [replicas.*.host]\n',
  );
  await repository.write('config/database.yml', REPLICAS);
  await repository.commit('Begin');
});
afterEach(() => repository.dispose());

const HOSTS = /alpha|gamma|replicas\.example/;

test.each([['terminal'], ['json'], ['markdown']])(
  'tells no name of an item that the policy hides: --format %s',
  async (format) => {
    const { code, out } = await holdfastDrill(repository.dir, '--format', format, '--html', 'page.html');
    expect(code).toBe(0);
    expect(out).toContain('replicas[*].port');
    for (const text of [out, await readFile(join(repository.dir, 'page.html'), 'utf8')])
      expect(text).not.toMatch(HOSTS);
  },
);

test('a list of its own at the top of a file, too', async () => {
  await repository.write(
    '.github/holdfast.yml',
    "critical:\n  - files: config/*.yml\n    sensitive: ['*.host']\n",
  );
  await repository.write(
    'config/database.yml',
    REPLICAS.replace('replicas:\n', '').replaceAll(/^ {2}/gm, ''),
  );
  await repository.commit('Only the list');
  const { trials } = await drilledIn(repository.dir, '--operators', 'key-deleted,type-flipped');
  const text = JSON.stringify(trials);
  expect(text).toMatch(/"\[\*\]\.(port|pool)"/);
  expect(text).not.toMatch(HOSTS);
});

test('a key of an item whose name is hidden stands on its line', async () => {
  const operators = ['--operators', 'key-deleted,number-typo', '--most', '10'];
  const { trials } = await drilledIn(repository.dir, ...operators);
  const lines = trials.flatMap(({ change }) => change?.keys?.map(({ key, line }) => [key, line]) ?? []);
  const each = [
    ['replicas[host=«hidden»].pool', 4],
    ['replicas[host=«hidden»].pool', 7],
    ['replicas[host=«hidden»].port', 3],
    ['replicas[host=«hidden»].port', 6],
  ];
  expect(lines.sort()).toEqual(each.flatMap((place) => [place, place]));
});

test('each document of several that are called the same stands on its line', async () => {
  await repository.write('config/database.yml', '# nothing yet\n');
  await repository.write('config/two.yml', 'a: 1\n---\nb: 2\n');
  await repository.commit('Two documents');
  const { trials } = await drilledIn(repository.dir, '--operators', 'same-kind');
  const [own] = trials.filter(({ path }) => path === 'config/database.yml');
  expect(own?.change?.keys?.map(({ line }) => line)).toEqual([1, 3]);
});

test('names that are not hidden are told', async () => {
  await repository.write('.github/holdfast.yml', 'critical:\n  - files: config/*.yml\n');
  await repository.commit('Hide nothing');
  const { trials } = await drilledIn(repository.dir);
  expect(JSON.stringify(trials)).toContain('replicas[host=alpha.replicas.example.com].port');
});
