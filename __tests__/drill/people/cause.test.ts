import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { withHead } from '../../../src/cli/drill/head.ts';
import { readDrillArguments } from '../../../src/cli/drill/options.ts';
import { randomFrom } from '../../../src/drill/random.ts';
import { drawCause } from '../../../src/drill-people.ts';
import { ok } from '../../../src/model/problem.ts';
import { createRepository, type TestRepository } from '../../helpers/repository.ts';

const POLICY = `critical:
  - files: config/*/mail.yml
    service: mail
environments: ['config/{environment}/mail.yml']
`;

let repository: TestRepository;
beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  for (const environment of ['production', 'staging'])
    await repository.write(`config/${environment}/mail.yml`, `relay:\n  host: ${environment}.internal\n`);
  await repository.commit('Begin');
});
afterEach(() => repository.dispose());

/** Draws once with each of some seeds; the file of staging is lost to git when the errors were tried. */
async function drawn(operators: string, { loses }: { loses: boolean }) {
  const id = await repository.git('rev-parse', 'HEAD:config/staging/mail.yml');
  const object = join(repository.dir, '.git/objects', id.slice(0, 2), id.slice(2));
  const args = readDrillArguments(['--operators', operators]);
  if (!args.ok) throw new Error(args.problem.message);
  const causes: string[] = [];
  for (let seed = 0; seed < 8; seed++) {
    await repository.git('hash-object', '-w', 'config/staging/mail.yml');
    const one = await withHead(args.value, repository.dir, ({ snapshot, history, options }) => {
      const progress = (done: number, total: number) => {
        if (loses && done === total) rmSync(object, { force: true });
      };
      return drawCause(
        snapshot,
        history,
        { ...options, progress },
        { earlier: new Map(), random: randomFrom(seed), seal: async () => ok('sealed') },
      );
    });
    causes.push(
      one.ok
        ? `${one.value.cause.title}: ${one.value.cause.files.map(({ path }) => path).join(' ')}`
        : one.problem.message,
    );
  }
  return [...new Set(causes)].sort();
}

test('an error of several files is drawn whole', async () => {
  expect(await drawn('swapped-environments,emptied', { loses: false })).toEqual([
    'emptied: config/production/mail.yml',
    'emptied: config/staging/mail.yml',
    'swapped environments: config/production/mail.yml config/staging/mail.yml',
    'swapped environments: config/staging/mail.yml config/production/mail.yml',
  ]);
});

test('one of which a file cannot be read any more is not drawn, and neither is half of it', async () => {
  expect(await drawn('swapped-environments,emptied', { loses: true })).toEqual([
    'emptied: config/production/mail.yml',
  ]);
  expect(await drawn('swapped-environments', { loses: true })).toEqual([
    'There is no error to drill people with whose files can be read and fit into an issue.',
  ]);
});

test('where nothing of a service fits into an issue, another service is drilled, however much there is of it', async () => {
  const keys = Array.from({ length: 60 }, (_, index) => `key_${index}: ${index}\n`).join('');
  const policy = ['large', 'small'].map((name) => `  - files: ${name}.yml\n    service: ${name}\n`).join('');
  await repository.write('.github/holdfast.yml', `critical:\n${policy}`);
  await repository.write('large.yml', keys);
  await repository.write('small.yml', 'port: 443\nhost: small.internal\n');
  await repository.commit('Add two services');
  const args = readDrillArguments(['--operators', 'key-deleted', '--most', '1000']);
  if (!args.ok) throw new Error(args.problem.message);
  const tried: (string | undefined)[] = [];
  const one = await withHead(args.value, repository.dir, ({ snapshot, history, options }) =>
    drawCause(snapshot, history, options, {
      earlier: new Map([['small', 9]]),
      random: randomFrom(1),
      seal: async ({ service }) => {
        tried.push(service);
        return ok(service === 'large' ? undefined : 'sealed');
      },
    }),
  );
  expect(one).toMatchObject({ ok: true, value: { cause: { service: 'small' } } });
  expect(tried.filter((service) => service === 'large')).toHaveLength(50);
});
