import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Drilled } from '../../src/drill/drilled.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';
import { drilledIn as drilledWith } from './support.ts';

const SCHEMA = { type: 'object', properties: { host: { type: 'string' } } };
const files: Record<string, string> = {
  '.github/holdfast.yml': `critical:
  - files: config/mail/*.yml
    service: mail
    schema: schemas/mail.json
  - files: config/queue.toml
    service: queue
  - files: config/*.ini
    service: relay
`,
  'schemas/mail.json': JSON.stringify(SCHEMA),
  'config/mail/production.yml': 'environment: production\nhost: mail.internal\nport: 587\ntls: true\n',
  'config/mail/staging.yml': 'environment: staging\nhost: mail.staging\nport: 588\ntls: false\n',
  'config/queue.toml': '[queue]\nname = "jobs"\ndepth = 100\n',
  'config/relay.ini': '[relay]\nhost = relay.internal\nport = 25\n',
  'config/spare.ini': '[spare]\nhost = spare.internal\nport = 26\n',
  'docs/queue.md': 'The depth of the queue, `depth`, is 100.\n',
};

const REUSABLE = 5;
/** One of each kind that depends on something else: the past, another environment, copies, the schema. */
const SOME = ['--operators', 'stale,other-environment,emptied,key-deleted', '--most', '1'];

const drilledIn = (dir: string, ...args: string[]) => drilledWith(dir, ...SOME, ...args);

let repository: TestRepository;
beforeEach(async () => {
  repository = await createRepository();
  for (const [path, text] of Object.entries(files)) await repository.write(path, text);
  await repository.commit('Begin');
  await drilledIn(repository.dir, '--since-last');
});
afterEach(() => repository.dispose());

const again = () => drilledIn(repository.dir, '--since-last');
/** Without what differs between a drill and one that took over from the last. */
const found = ({ reused: _, ...drilled }: Drilled) => drilled;

test('nothing has changed: nothing is drilled again, and the result is the same', async () => {
  const drilled = await again();
  expect(drilled.reused).toBe(REUSABLE);
  expect(found(drilled)).toEqual(found(await drilledIn(repository.dir)));
});

describe('what the trials depend on is drilled again', () => {
  test.each<[string, () => Promise<void>]>([
    ['the file itself', () => repository.write('config/queue.toml', '[queue]\nname = "jobs"\ndepth = 1\n')],
    ['its other environment', () => repository.write('config/mail/staging.yml', 'environment: staging\n')],
    [
      'its schema',
      () =>
        repository.write(
          'schemas/mail.json',
          JSON.stringify({ ...SCHEMA, required: ['host', 'port', 'tls'] }),
        ),
    ],
    [
      'the policy',
      () =>
        repository.write('.github/holdfast.yml', `${files['.github/holdfast.yml']}    protect: [queue]\n`),
    ],
    ['a file that has come', () => repository.write('config/mail/production.yml.example', 'host: example\n')],
    ['a file that has gone', () => repository.remove('docs/queue.md')],
  ])('%s', async (_, change) => {
    await change();
    await repository.commit('Change');
    const drilled = await again();
    // All files of so small a repository are near to each other, where references are looked for.
    expect(drilled.reused).toBe(0);
    expect(found(drilled)).toEqual(found(await drilledIn(repository.dir)));
  });

  test('its past, when the content is what it was', async () => {
    await repository.write('config/queue.toml', '[queue]\nname = "jobs"\ndepth = 5\n');
    await repository.commit('Try it');
    await repository.write('config/queue.toml', files['config/queue.toml']!);
    await repository.commit('Take it back');
    const drilled = await again();
    expect(drilled.reused).toBe(REUSABLE - 1);
    expect(drilled.trials.some(({ operator }) => operator === 'stale')).toBe(true);
    expect(found(drilled)).toEqual(found(await drilledIn(repository.dir)));
  });

  test('a content that now stands elsewhere, too', async () => {
    await repository.write('docs/queue.md', '');
    await repository.commit('Empty the page');
    const drilled = await again();
    expect(drilled.reused).toBeLessThan(REUSABLE);
    expect(found(drilled)).toEqual(found(await drilledIn(repository.dir)));
  });
});

test('other settings take nothing over', async () => {
  expect((await drilledIn(repository.dir, '--since-last', '--seed', '9')).reused).toBe(0);
  expect((await drilledIn(repository.dir, '--since-last', '--most', '2')).reused).toBe(0);
});

test('a drill that was not asked to look at the last one writes nothing, and takes nothing over', async () => {
  const file = join(repository.dir, '.git/holdfast/drill.json');
  const before = await readFile(file, 'utf8');
  expect((await drilledIn(repository.dir, '--seed', '9')).reused).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(before);
});

test.each(['', 'x', '[]', '{"version":2,"files":{}}', '{"version":1,"files":{"config/queue.toml":{}}}'])(
  'a state that is none is drilled over: %s',
  async (text) => {
    const file = join(repository.dir, '..', `${repository.dir.split('/').at(-1)}-state.json`);
    await writeFile(file, text);
    expect((await drilledIn(repository.dir, '--since-last', '--state', file)).reused).toBe(0);
    expect((await drilledIn(repository.dir, '--since-last', '--state', file)).reused).toBe(REUSABLE);
  },
);

test('a record that does not say what it depends on is not taken over', async () => {
  const file = join(repository.dir, '.git/holdfast/drill.json');
  const memory = JSON.parse(await readFile(file, 'utf8'));
  memory.files['config/mail/staging.yml'].seen = [];
  await writeFile(file, JSON.stringify(memory));
  const drilled = await again();
  expect(drilled.reused).toBe(REUSABLE - 1);
  expect(found(drilled)).toEqual(found(await drilledIn(repository.dir)));
});
