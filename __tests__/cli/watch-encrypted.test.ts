import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { runBackup } from '../../src/cli/backup/index.ts';
import { createDirectory } from '../helpers/repository.ts';
import { createWatches, type Line } from './watch-support.ts';

const DOOR = '/etc/door/door.yml';
const SITE = '/etc/web/site.yml';
const POLICY = `critical:
  - files: /etc/door/**
    service: door
    sensitive: [pin]
  - files: /etc/web/**
    service: web
`;
const GOOD: Record<string, string> = { [DOOR]: 'host: door-1\npin: walrus-47\n', [SITE]: 'port: 80\n' };

let dir: string;
let dispose: () => Promise<void>;
let watches: ReturnType<typeof createWatches>;
let exported: ReturnType<typeof createWatches>;

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(dir, name)), { recursive: true });
  await writeFile(join(dir, name), text);
}

const live = (path: string, text = GOOD[path]!) => write(`root${path}`, text);

async function backup(...argv: string[]): Promise<void> {
  const ran = await watches.run(runBackup, argv, { HOLDFAST_STORE: join(dir, 'store') });
  if (ran.code !== 0) throw new Error(ran.err);
}

beforeAll(async () => {
  ({ dir, dispose } = await createDirectory());
  const site = { dir, root: join(dir, 'root'), policy: join(dir, 'policy.yml') };
  watches = createWatches({ ...site, store: join(dir, 'store') });
  exported = createWatches({ ...site, store: join(dir, 'exported') });
  await write('policy.yml', POLICY);
  for (const path of Object.keys(GOOD)) await live(path);
  const ada = await generateX25519Identity();
  await write('ada.txt', `${ada}\n`);
  await write('eve.txt', `${await generateX25519Identity()}\n`);
  await write('none.txt', 'no identity\n');
  await backup('--policy', 'policy.yml', '--root', 'root', '--recipient', await identityToRecipient(ada));
  await backup('mark', 'latest', '--good');
  await backup('export', 'exported');
});
afterAll(async () => {
  await watches.killAll();
  await exported.killAll();
  await dispose();
});
beforeEach(async () => {
  for (const path of Object.keys(GOOD)) await live(path);
});

const file = (name: string) => join(dir, name);
const firing = (lines: readonly Line[]) =>
  lines.filter(({ event, status }) => event === 'alert' && status === 'firing');
const WITH = ['--identity', 'ada.txt'];
const KNOWN = ['- host: "door-1"', '+ host: "door-2"', '- pin: «hidden»', '+ pin: «hidden» (another value)'];
const identities: [string, string[], string[]][] = [
  ['with the identity', WITH, KNOWN],
  ['without an identity', [], ['… not shown: The content is encrypted, and no identity was given.']],
  [
    'with the identity of another',
    ['--identity', 'eve.txt'],
    ['… not shown: The content is encrypted, and for none of the identities that were given.'],
  ],
];

describe('an encrypted store', () => {
  test.each(identities)('is compared %s', async (_, argv, shown) => {
    expect(await watches.once(argv)).toMatchObject({ code: 0, err: '' });
    await live(SITE, 'port: 81\n');
    await live(DOOR, 'host: door-2\npin: walrus-52\n');
    const { code, lines, out } = await watches.once(argv);
    const alerts = firing(lines);
    expect(code).toBe(1);
    expect(alerts.map(({ path, kind }) => `${path} ${kind}`).sort()).toEqual([
      `${DOOR} modified`,
      `${SITE} modified`,
    ]);
    const details = Object.fromEntries(alerts.map(({ path, details }) => [path, details]));
    expect(details[SITE]).toEqual(['- port: 80', '+ port: 81']);
    expect(details[DOOR]).toEqual(shown);
    expect(out).not.toMatch(/walrus/);
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['gone', 'removed', () => rm(file(`root${DOOR}`))],
    ['of another mode', 'metadata', () => chmod(file(`root${DOOR}`), 0o600)],
  ])('tells without the identity that a file is %s', async (_, kind, damage) => {
    await damage();
    const { code, lines } = await watches.once();
    expect([code, firing(lines)[0]]).toMatchObject([1, { path: DOOR, kind }]);
    await rm(file(`root${DOOR}`), { force: true });
  });

  test.each([
    ['that is not there', 'nowhere.txt', /nowhere\.txt cannot be read: ENOENT/],
    ['that holds none', 'none.txt', /none\.txt/],
  ])('is not watched with an identity file %s', async (_, name, why) => {
    const { code, err, out } = await watches.once(['--identity', name]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(why);
  });

  test('is watched: an alert with its keys, and the all-clear', async () => {
    const watching = await watches.watch(['--identity', file('ada.txt')]);
    await live(DOOR, 'host: door-2\npin: walrus-47\n');
    await watching.alert(DOOR);
    await live(DOOR);
    await watching.allClear(DOOR);
    expect(firing(watching.lines)[0]).toMatchObject({
      details: ['- host: "door-1"', '+ host: "door-2"'],
    });
    expect(JSON.stringify(watching.lines)).not.toContain('walrus-47');
    expect(await watching.end()).toBe(0);
    expect(await watches.memory()).not.toContain('walrus-47');
  });
});

describe('an exported store', () => {
  test('is compared with the identity', async () => {
    expect(await exported.once(WITH)).toMatchObject({ code: 0, err: '' });
    await live(DOOR, 'host: door-1\npin: walrus-52\n');
    const { code, lines } = await exported.once(WITH);
    expect([code, firing(lines)[0]]).toMatchObject([1, { path: DOOR, kind: 'modified' }]);
  });

  test.each(identities.slice(1))('is told to be unreadable %s, and never called right', async (_, argv) => {
    const { code, lines } = await exported.once(argv);
    expect(code).toBe(2);
    const alerts = firing(lines);
    expect(alerts).toMatchObject([{ key: 'watch:store', kind: 'store' }]);
    expect(JSON.stringify(alerts)).toMatch(/encrypted/);
  });
});
