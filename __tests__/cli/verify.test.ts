import { chmod, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readVerdicts } from '../../src/adapters/store/snapshots.ts';
import { seal } from '../../src/store/seal.ts';
import { parsePage, select } from '../helpers/html.ts';
import { AUTH, BAD, BILLING, createMachine, GOOD, KEYS, type Machine, POLICY } from './restore-support.ts';
import { judgedIn, verifyIn } from './verify-support.ts';

let machine: Machine;
let snapshot: string;
beforeEach(async () => {
  machine = await createMachine();
  snapshot = await machine.backup();
  await machine.judge(snapshot, 'good');
});
afterEach(() => machine.dispose());

const place = () => ['--root', machine.root, '--store', machine.store.directory];
const verify = (...argv: string[]) => verifyIn(machine.dir, ...place(), ...argv);
const judged = (...argv: string[]) => judgedIn(machine.dir, ...place(), '--policy', 'policy.yml', ...argv);

describe('against the known good', () => {
  test('passes while everything is as it should be', async () => {
    const { code, out, err } = await verify('--policy', 'policy.yml');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^PASS {2}3 files on the host, all as they should be$/m);
    expect(await judged()).toMatchObject({ code: 0, found: [], unread: [] });
  });

  test('says what changed, what it means by key, and how to put it back', async () => {
    await machine.write(AUTH, BAD);
    const { code, out, err } = await verify('--policy', 'policy.yml');
    expect([code, err]).toEqual([1, '']);
    for (const line of [
      /^\/etc\/auth\/production\.yml +service auth · critical · modified$/m,
      /^ {2}error +This file is not what the known good has: another content\.$/m,
      /^ +holdfast restore --known-good --path \/etc\/auth\/production\.yml$/m,
      /^ {2}also +.*issuer changes from "https:\/\/login\.example\.com"/m,
      /- pool: {"size":40,"timeout":"5s"}/,
      /^FAIL {2}1 error in 1 critical file \(3 files belong on the host\)$/m,
      /^This host is not as it should be\.$/m,
    ]) {
      expect(out).toMatch(line);
    }
  });

  test('--html writes a page with the commands that put things back, and no commit', async () => {
    await machine.write(AUTH, BAD);
    const argv = ['--policy', 'policy.yml', '--html', 'page.html'];
    const { code, err } = await verify(...argv);
    const file = join(machine.dir, 'page.html');
    expect([code, err]).toEqual([1, `page: ${file}\n`]);
    const page = await readFile(file, 'utf8');
    const { all } = parsePage(page);
    expect(select(all, 'title')[0]!.text).toContain('FAIL: 1 error in 1 critical file');
    expect(select(all, '.verdict')[0]!.text).toContain(`holdfast restore --known-good --path ${AUTH}`);
    expect(select(all, '.diff')[0]!.text).toContain('As it should beOn the host');
    expect(select(all, '.about')[0]!.text).toMatch(/^01[0-9A-Z]{24} → live:/);
    await verify(...argv);
    expect(await readFile(file, 'utf8')).toBe(page);
  });

  test('sees a change of any kind', async () => {
    const added = '/etc/auth/debug.yml';
    await machine.write(added, 'debug: true\n');
    await machine.remove(AUTH);
    await symlink('/dev/null', machine.place(AUTH));
    await chmod(machine.place(BILLING), 0o666);
    await machine.remove(KEYS);
    await mkdir(machine.place(KEYS));
    const { code, decision, found } = await judged();
    expect([code, found]).toEqual([
      1,
      [added, KEYS, AUTH, BILLING].map((path) => `error live-drift ${path}`),
    ]);
    expect(decision.findings.map(({ args: { good, live, mode } }) => ({ good, live, mode }))).toEqual([
      { good: 'nothing', live: 'file' },
      { good: 'file', live: 'directory' },
      { good: 'file', live: 'link' },
      { good: 'file', live: 'file', mode: ['0644', '0666'] },
    ]);
    await machine.remove(BILLING);
    expect((await judged('--service', 'billing')).decision.findings[0]?.args).toMatchObject({
      good: 'file',
      live: 'nothing',
    });
  });

  test('is about one service, or some files, where that is asked', async () => {
    await machine.write(AUTH, BAD);
    expect(await judged('--service', 'billing')).toMatchObject({ code: 0, found: [], unread: [] });
    expect(await judged('--path', '/etc/auth/keys')).toMatchObject({ code: 0, found: [], unread: [] });
    expect(await judged('--path', '/etc/auth/*.yml')).toMatchObject({ code: 1 });
  });

  test('is the same finding for the same content, and another for another one', async () => {
    const fingerprintOf = async (text: string) => {
      await machine.write(BILLING, text);
      return (await judged()).decision.findings[0]!.fingerprint;
    };
    const first = await fingerprintOf('vat = 7\n');
    expect(await fingerprintOf('vat = 8\n')).not.toBe(first);
    expect(await fingerprintOf('vat = 7\n')).toBe(first);
  });

  test('goes by the rules that the snapshot keeps where there is no policy', async () => {
    await machine.write('/etc/auth/extra.yml', 'mail_host: mail.example.com\n');
    await machine.write(KEYS, 'signing:\n  key: k-2026-12\n  passphrase: battery staple\n');
    const { code, out } = await verify('--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ policy: 'snapshot', base: snapshot });
    expect(out).toMatch(/signing\.passphrase/);
    expect(out).toMatch(/k-2026-12/);
    expect(out).not.toMatch(/correct|battery/);
  });

  test.each(['terminal', 'json', 'sarif', 'markdown', 'github'])(
    'hides what is sensitive: %s',
    async (format) => {
      await machine.write(KEYS, 'signing:\n  key: k-2026-11\n  passphrase: battery staple\n');
      const { code, out } = await verify('--policy', 'policy.yml', '--format', format);
      expect(code).toBe(1);
      expect(out).toMatch(/live-drift|Live drift/);
      expect(out).not.toMatch(/correct horse|battery staple|"sha256"/);
    },
  );
});

describe('what the policy of today says', () => {
  const policy = (text: string) => writeFile(join(machine.dir, 'policy.yml'), text);

  test('a file that rotates may have another content, and no more than that', async () => {
    const probe = 'probe:\n        tcp: 127.0.0.1:1\n';
    await policy(`${POLICY}services:\n  auth:\n    ${probe}    rotating: [config/auth/keys/**]\n`);
    await machine.write(KEYS, 'signing:\n  passphrase: battery staple\n');
    expect(await judged()).toMatchObject({ code: 0, found: [`notice live-drift ${KEYS}`] });
    await truncate(machine.place(KEYS));
    expect(await judged()).toMatchObject({ code: 1, found: [`error live-drift ${KEYS}`] });
    await machine.remove(KEYS);
    expect(await judged()).toMatchObject({ code: 1, found: [`error live-drift ${KEYS}`] });
  });

  test('a file that only the policy of today calls critical cannot be judged', async () => {
    await policy(`${POLICY}  - files: /etc/web/**\n`);
    expect(await judged()).toMatchObject({ code: 0 });
    await machine.write('/etc/web/site.conf', 'listen 80;\n');
    expect(await judged()).toMatchObject({
      code: 2,
      found: [],
      unread: [{ path: '/etc/web/site.conf', reason: 'not-in-known-good', blocks: true }],
    });
    await policy(`${POLICY}  - files: /etc/motd\n`);
    expect(await judged()).toMatchObject({ code: 2, unread: [{ path: '/etc/motd', blocks: true }] });
  });

  test('a file that it does not call critical any more is left alone, and that is told', async () => {
    await policy(POLICY.replace(/ {2}- files: \/etc\/billing[\s\S]*/, ''));
    await machine.remove(BILLING);
    expect(await judged()).toMatchObject({
      code: 0,
      unread: [{ path: BILLING, reason: 'no-longer-critical', blocks: false }],
    });
  });

  test('one that calls nothing critical of what is known is no reason to pass', async () => {
    await policy('critical:\n  - files: /etc/web/**\n');
    const { code, err } = await verify('--policy', 'policy.yml');
    expect([code, err]).toEqual([2, expect.stringMatching(/calls nothing critical/)]);
  });
});

describe('against a snapshot', () => {
  test('of any time, by its id', async () => {
    await machine.write(BILLING, 'vat = 7\n');
    const later = await machine.backup();
    expect(await judged('--snapshot', later)).toMatchObject({ code: 0, decision: { base: later } });
    const { out } = await verify('--policy', 'policy.yml', '--snapshot', snapshot);
    expect(out).toContain(`holdfast restore ${snapshot} --path ${BILLING}`);
  });
});

describe('what cannot be judged', () => {
  const refused = async (...argv: string[]) => {
    const { code, out, err } = await verify(...argv);
    expect([code, out]).toEqual([2, '']);
    return err;
  };

  test('no known good: the way out is told', async () => {
    const { items } = ((await readVerdicts(machine.store)) as { value: { items: unknown[] } }).value;
    expect(items).toHaveLength(1);
    await machine.judge(snapshot, 'bad');
    expect(await refused()).toMatch(/known to be good[\s\S]+holdfast backup/);
    expect(await refused('--service', 'web')).toMatch(/service web/);
    expect(await refused('--snapshot', 'nonesuch')).toMatch(/no snapshot nonesuch/);
  });

  test('no store, one of a newer version, a manifest of which half is there', async () => {
    expect(await refused('--store', join(machine.dir, 'elsewhere'))).toMatch(/no store/);
    const manifest = join(machine.store.directory, 'snapshots', `${snapshot}.json`);
    await truncate(manifest, 400);
    expect(await refused()).toMatch(/digest at its end/);
    expect(await refused('--snapshot', snapshot)).toMatch(/digest at its end/);
    const marker = join(machine.store.directory, 'holdfast-store.json');
    await writeFile(marker, seal({ store: 'holdfast', version: 2 }));
    expect(await refused()).toMatch(/has version 2/);
  });

  test('a link in place of a directory: nothing behind it is known', async () => {
    await machine.remove('/etc/auth');
    await symlink('/tmp', machine.place('/etc/auth'));
    expect(await judged()).toMatchObject({
      code: 2,
      found: [],
      unread: [{ path: '/etc/auth', reason: 'live-behind-link', blocks: true }],
    });
  });

  test.each([
    [['--snapshot', 'a', '--commit', 'b'], /one thing/],
    [['--snapshot', 'a', '--environment', 'b'], /whose known good/],
    [['--host', 'h'], /directory of this machine/],
    [['--timeout', '5'], /about a connection/],
    [['--root', '/nonesuch'], /not a directory/],
    [['file'], /no argument/],
    [['--fail-on-severity', 'never'], /fail-on-severity/],
  ])('%j', async (argv, complaint) => {
    expect(await refused(...argv)).toMatch(complaint);
  });
});

describe('--metrics', () => {
  const metrics = () => readFile(join(machine.dir, 'holdfast.prom'), 'utf8');

  test('tells what drifted, readable for others, and leaves nothing beside it', async () => {
    await machine.write(AUTH, BAD);
    const before = await machine.names('..');
    expect((await verify('--metrics', 'holdfast.prom')).code).toBe(1);
    const text = await metrics();
    expect(text).toContain(`holdfast_config_drift{service="auth",path="${AUTH}"} 1\n`);
    expect(text).toContain(`holdfast_config_drift{service="billing",path="${BILLING}"} 0\n`);
    expect(text).toContain('holdfast_verify_inconclusive 0\n');
    expect(text).toMatch(/^holdfast_known_good_age_seconds\{service="auth"\} \d+(\.\d+)?$/m);
    expect(await machine.names('..')).toEqual([...before, 'holdfast.prom'].sort());
  });

  test('are written when nothing could be judged, too', async () => {
    await machine.judge(snapshot, 'bad');
    expect((await verify('--metrics', 'holdfast.prom')).code).toBe(2);
    expect(await metrics()).toContain('holdfast_verify_inconclusive 1\n');
    expect(await metrics()).not.toContain('holdfast_config_drift');
  });

  test('that cannot be written are a problem, whatever else came out', async () => {
    const passed = await verify('--metrics', 'no/such/place.prom');
    expect([passed.code, passed.err]).toEqual([2, expect.stringMatching(/ENOENT/)]);
    await machine.write(AUTH, GOOD[AUTH]!.replace('40', '4'));
    expect(await verify('--metrics', 'no/such/place.prom')).toMatchObject({ code: 1 });
  });
});

describe('what was asked about and not looked at never passes', () => {
  test.each([
    ['--path', '/etc/auth/typo.yml'],
    ['--path', '!/etc/auth/typo.yml'],
    ['--service', 'typo'],
  ])('%s %s beside one that is there', async (option, name) => {
    const there = option === '--path' ? AUTH : 'auth';
    const { code, out, err } = await verify('--snapshot', snapshot, option, there, option, name);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${option} ${name} names nothing that is critical`);
  });

  test('what is left out is not looked at, and the rest is', async () => {
    await machine.write(AUTH, BAD);
    const all = await verify('--snapshot', snapshot, '--path', '/etc/auth');
    const rest = await verify('--snapshot', snapshot, '--path', '/etc/auth', '--path', `!${AUTH}`);
    expect([all.code, rest.code]).toEqual([1, 0]);
  });

  test('a glob may leave out nothing today', async () => {
    const { code } = await verify('--snapshot', snapshot, '--path', AUTH, '--path', '!**/*.bak');
    expect(code).toBe(0);
  });

  test('a place behind a link that stands for its directory', async () => {
    await mkdir(machine.place('/etc/elsewhere/deep'), { recursive: true });
    await symlink('../elsewhere', machine.place('/etc/auth/sub'));
    for (const path of ['/etc/auth/sub/deep', '/etc/auth/*/deep/**']) {
      const { code, out } = await verify('--policy', 'policy.yml', '--path', AUTH, '--path', path);
      expect([code, out]).toEqual([2, '']);
    }
  });

  test('places that were absent, under a policy that does not look at them', async () => {
    const policy = `${POLICY}  - files: /etc/opt.yml\n    service: opt\n`;
    const id = await machine.backup(policy);
    await machine.write('/etc/opt.yml', 'evil: true\n');
    await writeFile(join(machine.dir, 'other.yml'), 'critical:\n  - files: /etc/typo/**\n');
    const elsewhere = await verify('--snapshot', id, '--policy', 'other.yml');
    expect([elsewhere.code, elsewhere.out]).toEqual([2, '']);
    await writeFile(join(machine.dir, 'moved.yml'), policy.replace('service: opt', 'service: opt2'));
    const moved = await verify('--snapshot', id, '--policy', 'moved.yml', '--service', 'opt');
    expect([moved.code, moved.out]).toEqual([2, '']);
  });
});
