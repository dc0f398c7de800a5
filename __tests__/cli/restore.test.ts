import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AUTH, BAD, BILLING, createMachine, GOOD, KEYS, type Machine, POLICY } from './restore-support.ts';

const ADDED = '/etc/auth/debug.yml';
const USD = 'currency = "USD"\nvat = 19\n';

let machine: Machine;
let snapshot: string;
beforeEach(async () => {
  machine = await createMachine();
  snapshot = await machine.backup();
  await machine.write(AUTH, BAD);
  await machine.write(ADDED, 'debug: true\n');
  await machine.write(BILLING, USD);
});
afterEach(() => machine.dispose());

describe('--dry-run', () => {
  test('shows what would change by key, and changes nothing', async () => {
    const before = await machine.names();
    const { code, out, err } = await machine.restore(
      ...[snapshot.slice(-6).toLowerCase(), '--dry-run', '--policy', 'policy.yml'],
    );
    expect(err).toBe('');
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(`^Snapshot ${snapshot}  of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC · host `),
    );
    for (const line of [
      /^\/etc\/auth\/production\.yml +service auth · critical · modified$/m,
      /- issuer: "https:\/\/login\.staging\.example\.com"\n +1 \+ issuer: "https:\/\/login\.example\.com"/,
      /\+ pool: {"size":40,"timeout":"5s"}/,
      /^\/etc\/auth\/debug\.yml +service auth · critical · removed$/m,
      /^\/etc\/billing\/prices\.toml +service billing · critical · modified$/m,
      /^2 files to write, 1 to remove; 1 file as it should be\.$/m,
      /^Nothing was changed \(--dry-run\)\.$/m,
    ]) {
      expect(out).toMatch(line);
    }
    expect(await machine.text(AUTH)).toBe(BAD);
    expect(await machine.names()).toEqual(before);
    expect(await machine.snapshots()).toEqual([snapshot]);
  });

  test('hides what the policy hid when the snapshot was made, and nothing else', async () => {
    await machine.write(KEYS, 'signing:\n  key: k-2026-12\n  passphrase: battery staple\n');
    const { out } = await machine.restore(snapshot, '--dry-run', '--path', KEYS);
    expect(out).toMatch(/- signing\.key: "k-2026-12"\n +2 \+ signing\.key: "k-2026-11"/);
    expect(out).toMatch(/signing\.passphrase: «hidden»/);
    expect(out).not.toMatch(/correct|battery|older version/);
    const unnamed = POLICY.replace('    sensitive: [signing.passphrase]\n', '');
    await writeFile(join(machine.dir, 'policy.yml'), unnamed);
    const today = ['--path', KEYS, '--policy', 'policy.yml'];
    expect((await machine.restore(snapshot, '--dry-run', ...today)).out).not.toMatch(/correct|battery/);
  });

  test('hides everything where an older version did not say what, with and without a policy', async () => {
    await machine.asOlder(snapshot);
    await machine.write(KEYS, 'signing:\n  key: k-2026-12\n  passphrase: battery staple\n');
    const { out } = await machine.restore(snapshot, '--dry-run', '--path', KEYS);
    expect(out).toMatch(/signing\.passphrase/);
    expect(out).not.toMatch(/correct|battery|k-2026/);
    expect(out).toMatch(/--policy FILE shows the others/);
    const { out: shown } = await machine.restore(
      snapshot,
      '--dry-run',
      '--path',
      KEYS,
      '--policy',
      'policy.yml',
    );
    expect(shown).toMatch(/- signing\.key: "k-2026-12"\n +2 \+ signing\.key: "k-2026-11"/);
    expect(shown).not.toMatch(/correct|battery/);
  });

  test('ends with 0 where nothing is to do', async () => {
    const { code, out } = await machine.restore(snapshot, '--dry-run', '--path', KEYS);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^0 files to write, 0 to remove; 1 file as it should be\.$/m),
    ]);
  });
});

describe('restores', () => {
  test('everything, removes what was added, and can be undone', async () => {
    const { code, out, err } = await machine.restore(snapshot, '--yes');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Restored 2 files, removed 1\.$/m);
    for (const [path, text] of Object.entries(GOOD)) expect(await machine.text(path)).toBe(text);
    expect(await machine.text(ADDED)).toBeUndefined();
    expect(await machine.journals()).toEqual([]);
    const undo = /holdfast restore ([0-9A-Z]{26})/.exec(out)![1]!;
    expect(await machine.snapshots()).toEqual([snapshot, undo]);
    expect(await machine.restore(undo, '--yes')).toMatchObject({ code: 0 });
    expect([await machine.text(AUTH), await machine.text(ADDED)]).toEqual([BAD, 'debug: true\n']);
  });

  test('what was asked for only: a service, a file, a directory, a glob', async () => {
    await machine.restore(snapshot, '--yes', '--service', 'billing');
    expect([await machine.text(BILLING), await machine.text(AUTH)]).toEqual([GOOD[BILLING], BAD]);
    await machine.restore(snapshot, '--yes', '--path', AUTH);
    expect([await machine.text(AUTH), await machine.text(ADDED)]).toEqual([GOOD[AUTH], 'debug: true\n']);
    await machine.write(AUTH, BAD);
    await machine.restore(snapshot, '--yes', '--path', '/etc/auth/d*.yml');
    expect([await machine.text(AUTH), await machine.text(ADDED)]).toEqual([BAD, undefined]);
    await machine.restore(snapshot, '--yes', '--path', '/etc/auth/');
    expect(await machine.text(AUTH)).toBe(GOOD[AUTH]);
    expect(await machine.restore(snapshot, '--yes', '--service', 'search')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/holds nothing that was asked for/),
    });
  });

  test.each([
    ['--service', ['auth', 'serch']],
    ['--path', [AUTH, '/etc/auth/produktion.yml']],
    ['--path', ['/etc/billing', '/etc/auth/*.json', '/etc/auth']],
  ])('nothing when one of several names nothing: %s %j', async (option, names) => {
    await machine.judge(snapshot, 'good');
    const [, wrong] = names;
    const argv = names.flatMap((name) => [option, name]);
    for (const what of option === '--path' ? [snapshot, '--known-good'] : [snapshot]) {
      const { code, err, out } = await machine.restore(what, '--yes', ...argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${option} ${wrong} names nothing`);
    }
    expect([await machine.text(AUTH), await machine.snapshots()]).toEqual([BAD, [snapshot]]);
  });

  test('nothing when a path is named that the snapshot could not save, or that another service has', async () => {
    await machine.remove(KEYS);
    await mkdir(machine.place(KEYS));
    const incomplete = await machine.backup(`${POLICY}  - files: ${KEYS}\n    service: auth\n`);
    const unsaved = await machine.restore(incomplete, '--yes', '--path', BILLING, '--path', KEYS);
    expect(unsaved).toMatchObject({ code: 2, err: expect.stringContaining(`--path ${KEYS} names nothing`) });
    const asked = ['--service', 'auth', '--path', '/etc/auth', '--path', '/etc/billing'];
    expect(await machine.restore(snapshot, '--yes', ...asked)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--path /etc/billing names nothing'),
    });
    expect(await machine.text(AUTH)).toBe(BAD);
  });

  test('where everything is gone', async () => {
    await machine.remove('/etc');
    expect(await machine.restore(snapshot, '--yes')).toMatchObject({ code: 0 });
    for (const [path, text] of Object.entries(GOOD)) expect(await machine.text(path)).toBe(text);
  });

  test('nothing that is outside of the policy of today', async () => {
    await writeFile(
      join(machine.dir, 'policy.yml'),
      'critical:\n  - files: config/auth/**\n    live: /etc/auth\n',
    );
    const { code, err } = await machine.restore(snapshot, '--yes', '--policy', 'policy.yml');
    expect(code).toBe(2);
    expect(err).toMatch(
      /\/etc\/billing\/prices\.toml: The policy of today does not call this place critical/,
    );
    expect(await machine.text(AUTH)).toBe(BAD);
    const asked = ['--yes', '--policy', 'policy.yml', '--service', 'auth'];
    expect(await machine.restore(snapshot, ...asked)).toMatchObject({ code: 0 });
  });
});

describe('--known-good', () => {
  test('takes the newest good snapshot of every service', async () => {
    await machine.judge(snapshot, 'good');
    await machine.write(BILLING, 'currency = "EUR"\nvat = 21\n');
    const billing = await machine.backup('critical:\n  - files: /etc/billing/*.toml\n    service: billing\n');
    await machine.judge(billing, 'good');
    const spoiled = await machine.backup();
    await machine.judge(spoiled, 'good');
    await machine.judge(spoiled, 'bad');
    await machine.write(BILLING, 'broken');
    const { code, out } = await machine.restore('--known-good', '--yes');
    expect(code).toBe(0);
    expect(out).toContain(`Snapshot ${snapshot}`);
    expect(out).toContain(`Snapshot ${billing}`);
    expect(await machine.text(AUTH)).toBe(GOOD[AUTH]);
    expect(await machine.text(ADDED)).toBeUndefined();
    expect(await machine.text(BILLING)).toBe('currency = "EUR"\nvat = 21\n');
  });

  test('says when there is none, of a service or at all', async () => {
    const { code, err } = await machine.restore('--known-good', '--yes');
    expect(code).toBe(2);
    expect(err).toMatch(/The store has no snapshot of the service auth that is known to be good/);
    await machine.judge(snapshot, 'good');
    expect((await machine.restore('--known-good', '--yes', '--service', 'search')).err).toMatch(
      /service search/,
    );
  });

  test('does not choose when a manifest or a verdict is damaged', async () => {
    await machine.judge(snapshot, 'good');
    const [verdict] = await readdir(join(machine.store.directory, 'verdicts'));
    await writeFile(join(machine.store.directory, 'verdicts', verdict!), 'half');
    expect(await machine.restore('--known-good', '--yes')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/verdicts\/.*too short/),
    });
  });
});

describe('asks', () => {
  const ask = (answer: string) => ({ ask: async () => answer });
  const options = () => ['--root', machine.root, '--store', machine.store.directory];

  test('at a terminal, and does what is answered', async () => {
    for (const answer of ['', 'n', 'nope']) {
      const { code, out } = await machine.restoreWith(ask(answer), snapshot, ...options());
      expect([code, out]).toEqual([1, expect.stringMatching(/Nothing was changed\.\n$/)]);
    }
    expect(await machine.text(AUTH)).toBe(BAD);
    expect((await machine.restoreWith(ask(' Y '), snapshot, ...options())).code).toBe(0);
    expect(await machine.text(AUTH)).toBe(GOOD[AUTH]);
  });

  test('and does nothing where nobody can answer', async () => {
    const { code, err } = await machine.restore(snapshot);
    expect([code, err]).toEqual([2, expect.stringMatching(/Nobody can be asked here/)]);
    expect(await machine.text(AUTH)).toBe(BAD);
  });

  test('and does only what it has shown', async () => {
    const asked = {
      ask: async () => {
        await machine.write(AUTH, 'issuer: somebody else\n');
        await machine.write(KEYS, 'signing: {}\n');
        return 'y';
      },
    };
    const { code, err } = await machine.restoreWith(asked, snapshot, ...options());
    expect([code, err]).toEqual([2, expect.stringMatching(/have changed since they were shown/)]);
    expect(await machine.text(KEYS)).toBe('signing: {}\n');
  });
});

describe('problems', () => {
  test.each([
    [[], /needs to know what to put back/],
    [['01KA', '--known-good'], /does one thing at a time/],
    [['01KA', '01KB'], /one snapshot/],
    [['--resume', '--path', '/etc'], /cannot be changed/],
    [['01KAZZZZ', '--environment', 'staging'], /whose known good is meant/],
    [['--frozen'], /Unknown option/],
    [['01KAZZZZ', '--yes'], /The store has no snapshot 01KAZZZZ/],
    [['latest', '--root', 'nowhere'], /nowhere is not a directory/],
    [['latest', '--policy', 'nowhere.yml'], /nowhere\.yml cannot be read/],
  ])('%j', async (argv, message) => {
    const options = argv.includes('--root') ? ['--store', machine.store.directory] : [];
    const run = options.length > 0 ? machine.restoreWith({}, ...argv, ...options) : machine.restore(...argv);
    expect(await run).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });

  test('a store that is missing', async () => {
    const run = await machine.restoreWith({}, 'latest', '--store', 'nowhere');
    expect(run).toMatchObject({ code: 2, err: expect.stringMatching(/There is no store in/) });
  });

  test('a manifest that was written half', async () => {
    await writeFile(join(machine.store.directory, 'snapshots', `${snapshot}.json`), '{"_type":');
    expect(await machine.restore(snapshot, '--yes')).toMatchObject({ code: 2 });
    expect(await machine.text(AUTH)).toBe(BAD);
  });
});

describe('--report', () => {
  const report = async () => JSON.parse(await readFile(join(machine.dir, 'out.json'), 'utf8'));

  test('says what was done, by file and by key, and hides what is sensitive', async () => {
    await machine.write(KEYS, 'signing:\n  key: k-2026-12\n  passphrase: battery staple\n');
    const { code } = await machine.restore(
      snapshot,
      '--yes',
      '--policy',
      'policy.yml',
      '--report',
      'out.json',
    );
    expect(code).toBe(0);
    const written = await report();
    expect(written).toMatchObject({ version: 1, end: 'restored', root: machine.root, snapshots: [snapshot] });
    expect(written.writes.map(({ path, was }: { path: string; was: string }) => [path, was])).toEqual(
      [KEYS, AUTH, BILLING].map((path) => [path, 'file']),
    );
    expect(written.removes).toEqual([ADDED]);
    expect(written.problems).toEqual([]);
    expect(await machine.snapshots()).toContain(written.before);
    expect(written.changes.find(({ path }: { path: string }) => path === AUTH).keys).toContainEqual(
      expect.objectContaining({ key: 'environment', before: 'staging' }),
    );
    expect(JSON.stringify(written)).not.toMatch(/correct horse|battery/);
    expect((await stat(join(machine.dir, 'out.json'))).mode & 0o077).toBe(0);
  });

  test('gives no digest of a file that may hold a secret, whatever the policy calls sensitive', async () => {
    const gateway = '/etc/billing/gateway.toml';
    const notes = '/etc/billing/notes.toml';
    await machine.write(gateway, 'merchant = 7\npassword = "4711"\n');
    await machine.write(notes, 'psp = \'{"host": "a", "password": "4711"}\'\n');
    const id = await machine.backup();
    for (const path of [gateway, notes, BILLING]) await machine.write(path, 'merchant = 8\n');
    await machine.restore(id, '--dry-run', '--path', '/etc/billing', '--report', 'out.json');
    const { writes } = await report();
    expect(writes.map(({ path, sha256 }: { path: string; sha256: string | null }) => [path, sha256])).toEqual(
      [
        [gateway, null],
        [notes, null],
        [BILLING, createHash('sha256').update(USD).digest('hex')],
      ],
    );
  });

  test('tells a look, nothing to do, and a refusal apart', async () => {
    await machine.restore(snapshot, '--dry-run', '--report', 'out.json');
    expect(await report()).toMatchObject({ end: 'shown', before: null });
    await machine.restore(snapshot, '--dry-run', '--path', KEYS, '--report', 'out.json');
    expect(await report()).toMatchObject({ end: 'unchanged', writes: [], removes: [] });
    await machine.remove(AUTH);
    await mkdir(machine.place(AUTH));
    const { code } = await machine.restore(snapshot, '--yes', '--report', 'out.json');
    expect(code).toBe(2);
    const { end, problems } = await report();
    expect([end, problems[0].code, problems[0].path]).toEqual(['refused', 'not-a-file', AUTH]);
  });

  test('what was done stands where it cannot be written', async () => {
    const { code, err } = await machine.restore(snapshot, '--yes', '--report', 'policy.yml/out.json');
    expect([code, await machine.text(AUTH)]).toEqual([0, GOOD[AUTH]]);
    expect(err).toMatch(/"policy\.yml\/out\.json" cannot be looked at \(ENOTDIR\)\./);
  });
});
