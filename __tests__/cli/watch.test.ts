import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runBackup } from '../../src/cli/backup/index.ts';
import { AUTH, BAD, BILLING, GOOD, KEYS, POLICY } from './restore-support.ts';
import { createMachine, type Machine } from './watch-support.ts';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.disposeAll());

test('events alone are enough, hours before the next sweep', async () => {
  const watching = await machine.watch(['--sweep', '1h']);
  await machine.save(AUTH, BAD);
  await watching.alert(AUTH);
  await machine.save(AUTH, GOOD[AUTH]!);
  await watching.allClear(AUTH);
  expect(await watching.end()).toBe(0);
});

describe('signals', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it in order', async (signal) => {
    const watching = await machine.watch();
    expect(await watching.end(signal)).toBe(0);
    expect(watching.lines.at(-1)).toMatchObject({ event: 'stopped' });
    expect(watching.stderr()).toBe('');
  });

  test('SIGHUP reads the policy again, and one that is broken leaves the old one in force', async () => {
    const watching = await machine.watch();
    const policy = join(machine.dir, 'policy.yml');
    await writeFile(policy, POLICY.slice(0, POLICY.indexOf('  - files: /etc/billing')));
    watching.signal('SIGHUP');
    await watching.event('reloaded');
    await watching.swept();
    await machine.save(BILLING, 'vat = 7\n');
    await machine.save(AUTH, BAD);
    await watching.alert(AUTH);
    await watching.swept();
    expect(watching.alerts()).toEqual([AUTH]);
    await writeFile(policy, POLICY);
    watching.signal('SIGHUP');
    await watching.alert(BILLING);
    await writeFile(policy, POLICY.slice(0, POLICY.indexOf('  - files: /etc/billing')));
    watching.signal('SIGHUP');
    await watching.allClear(BILLING);
    await writeFile(policy, 'critical: [');
    watching.signal('SIGHUP');
    await watching.alert('watch:policy');
    await machine.save(KEYS, 'signing: {}\n');
    await watching.alert(KEYS);
    await writeFile(policy, POLICY);
    watching.signal('SIGHUP');
    await watching.allClear('watch:policy');
    await watching.alert(BILLING, 2);
  });

  test('a process that is stopped while the files change sees it afterwards', async () => {
    const watching = await machine.watch();
    watching.signal('SIGSTOP');
    await machine.save(AUTH, BAD);
    watching.signal('SIGCONT');
    await watching.alert(AUTH);
  });
});

describe('the known good', () => {
  test('that is newer holds without a restart, and ends the alert', async () => {
    const watching = await machine.watch();
    await machine.save(AUTH, BAD);
    await watching.alert(AUTH);
    await machine.judge(await machine.backup(), 'good');
    await watching.allClear(AUTH);
    await machine.save(AUTH, GOOD[AUTH]!);
    await watching.alert(AUTH, 2);
  });

  test('is asked for before anything is called wrong', async () => {
    await machine.write(AUTH, BAD);
    const id = await machine.backup();
    await machine.write(AUTH, GOOD[AUTH]!);
    const watching = await machine.watch(['--sweep', '1h']);
    await machine.judge(id, 'good');
    await machine.save(AUTH, BAD);
    await machine.save(BILLING, 'vat = 7\n');
    await watching.alert(BILLING);
    expect(watching.alerts()).toEqual([BILLING]);
  });

  test('that is missing is an alert, and of --once the exit code 2', async () => {
    await machine.judge((await machine.snapshots())[0]!, 'bad');
    const { code, lines } = await machine.once();
    expect([code, lines.map(({ key }) => key)]).toEqual([2, ['watch:known-good']]);
    const watching = await machine.watch();
    await machine.judge((await machine.snapshots())[0]!, 'good');
    await watching.allClear('watch:known-good');
    await machine.save(AUTH, BAD);
    await watching.alert(AUTH);
  });

  test('and of --once the metrics say what the alert says', async () => {
    await machine.save(AUTH, BAD);
    expect(await machine.once()).toMatchObject({ code: 1 });
    expect(await readFile(join(machine.dir, 'holdfast.prom'), 'utf8')).toMatch(
      /^holdfast_watch_drifted_files 1$/m,
    );
  });

  test('of which the policy selects nothing is an alert, and of --once the exit code 2', async () => {
    await machine.save(AUTH, BAD);
    await writeFile(join(machine.dir, 'policy.yml'), 'critical:\n  - files: /etc/typo/**\n');
    const { code, lines } = await machine.once();
    expect([code, lines.map(({ key }) => key)]).toEqual([2, ['watch:coverage']]);
  });

  test('that says nothing about a critical file is an alert of its own', async () => {
    await writeFile(
      join(machine.dir, 'policy.yml'),
      `${POLICY}  - files: /srv/web/*.conf\n    service: web\n`,
    );
    await machine.write('/srv/web/site.conf', 'server {}\n');
    const watching = await machine.watch();
    await watching.alert('watch:coverage');
    expect(watching.lines.find(({ key }) => key === 'watch:coverage')).toMatchObject({
      summary: expect.stringContaining('/srv/web/site.conf'),
    });
    await machine.judge(
      await machine.backup(`${POLICY}  - files: /srv/web/*.conf\n    service: web\n`),
      'good',
    );
    await watching.allClear('watch:coverage');
  });
});

describe('the store', () => {
  test('that is away is told once; it goes on with what it knows, and remembers again afterwards', async () => {
    const watching = await machine.watch();
    const [store, away] = [machine.store.directory, join(machine.dir, 'away')];
    await rename(store, away);
    await watching.alert('watch:store');
    await machine.save(AUTH, BAD);
    await watching.alert(AUTH);
    await watching.swept();
    await rename(away, store);
    await watching.allClear('watch:store');
    expect(watching.alerts()).toEqual(['watch:store', AUTH]);
    await watching.until('the memory', async () => (await machine.memory()).includes(AUTH));
    expect(await watching.end('SIGKILL')).toBe('SIGKILL');
    const next = await machine.watch();
    await machine.save(AUTH, GOOD[AUTH]!);
    await next.allClear(AUTH);
    expect(next.alerts()).toEqual([]);
  });

  test('that is not there at the start is waited for', async () => {
    const [store, away] = [machine.store.directory, join(machine.dir, 'away')];
    await rename(store, away);
    const watching = await machine.watch();
    await watching.alert('watch:store');
    await rename(away, store);
    await machine.save(AUTH, BAD);
    await watching.alert(AUTH);
    expect(watching.alerts()).toEqual(['watch:store', AUTH]);
  });

  test('holds what `backup check` reads, and finds damaged', async () => {
    const watching = await machine.watch();
    await machine.save(AUTH, BAD);
    await watching.alert(AUTH);
    await watching.end();
    const [host] = await readdir(join(machine.store.directory, 'watch'));
    const place = join(machine.store.directory, 'watch', host!, 'memory.json');
    const text = await readFile(place, 'utf8');
    expect(JSON.parse(text).open).toMatchObject([{ key: AUTH }]);
    const check = ['check', '--store', machine.store.directory];
    expect((await machine.run(runBackup, check)).code).toBe(0);
    await writeFile(place, text.replace('modified', 'modifiez'));
    const { code, out } = await machine.run(runBackup, check);
    expect([code, out]).toEqual([1, expect.stringContaining('memory.json')]);
    const next = await machine.watch();
    await next.event('watch-state-damaged');
    await next.alert(AUTH);
  });
});

describe('a second watch on the same host', () => {
  test('refuses, and takes over at once from one that was killed', async () => {
    const first = await machine.watch();
    const second = await machine.start();
    expect(await second.ended).toEqual([2, null]);
    expect(second.stderr()).toContain('Another watch runs on this host');
    expect((await machine.once()).err).toContain('Another watch runs on this host');
    await first.end('SIGKILL');
    const third = await machine.watch();
    await machine.save(AUTH, BAD);
    await third.alert(AUTH);
  });
});

test.each([
  ['--sweep', 'soon'],
  ['--sweep', '1ms'],
  ['--root', '/does/not/exist'],
  ['--policy', '/does/not/exist.yml'],
  ['--webhook', 'hooks.example.com'],
  ['--github-issue', 'acme/shop'],
  ['--unknown', 'x'],
  ['auth', 'billing'],
])('%s %s is refused', async (...more) => {
  expect(await machine.once(more)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/^holdfast: /),
  });
});

test("--once does not wait for an editor to be closed: it tells the editor's file as verify does", async () => {
  await machine.write('/etc/auth/.production.yml.swp', 'b0VIM 9.0');
  const { code, lines } = await machine.once();
  expect([code, lines]).toMatchObject([1, [{ path: '/etc/auth/.production.yml.swp', kind: 'editor' }]]);
});
