import { execFile } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runBackup } from '../../src/cli/backup/index.ts';
import { runDrill } from '../../src/cli/drill/index.ts';
import { lookBack } from '../../src/drill/look-back.ts';
import type { StoredDrill } from '../../src/store/drills.ts';
import { AUTH, BAD, createMachine, type Machine, POLICY, type Run } from '../cli/restore-support.ts';
import { repositoryAt } from '../helpers/repository.ts';

let machine: Machine;
let good: string;
beforeEach(async () => {
  machine = await createMachine();
  good = await machine.backup();
  await machine.judge(good, 'good');
  await machine.write(AUTH, BAD);
});
afterEach(() => machine.dispose());

async function call(command: typeof runDrill, argv: string[]): Promise<Run> {
  const run: Run = { code: -1, out: '', err: '' };
  run.code = await command([...argv, '--store', machine.store.directory], {
    cwd: machine.dir,
    env: { PATH: process.env.PATH },
    color: false,
    stdout: (text) => {
      run.out += text;
    },
    stderr: (text) => {
      run.err += text;
    },
  });
  return run;
}
const drill = (...argv: string[]) => call(runDrill, ['restore', ...argv]);
/** The drill as a process of its own, whose scratch directories are made in `TMPDIR`, where no other run makes any. */
async function drillIn(TMPDIR: string): Promise<string> {
  const program = ['scripts/run.mjs', 'src/cli/main.ts'].map((path) => join(process.cwd(), path));
  const argv = [...program, 'drill', 'restore', '--store', machine.store.directory];
  const env = { PATH: process.env.PATH, TMPDIR };
  return (await promisify(execFile)(process.execPath, argv, { cwd: machine.dir, env })).stdout;
}
const withCheck = (command: string) =>
  writeFile(
    join(machine.dir, 'policy.yml'),
    `${POLICY}services:\n  auth:\n    check: ${JSON.stringify(command)}\n`,
  );
const stored = async (): Promise<StoredDrill[]> => {
  const directory = join(machine.store.directory, 'drills');
  const names = (await readdir(directory)).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(directory, name), 'utf8'))));
};

describe('a restore drill', () => {
  test('puts the known good into a scratch directory, and leaves the host, the journal and nothing else behind', async () => {
    const scratches = join(machine.dir, 'tmp');
    await mkdir(scratches);
    const out = await drillIn(scratches);
    expect(out).toContain(`Restored the known good from 1 snapshot (${good}) into a scratch directory.`);
    expect(out).toMatch(
      /^3 files, \d+ B, read again and compared in [\d.]+ s: all are as they were saved\.$/m,
    );
    expect(out).toContain('No service was asked: there is no policy of a default branch here');
    expect(await machine.text(AUTH)).toBe(BAD);
    expect(await machine.journals()).toEqual([]);
    expect(await machine.snapshots()).toEqual([good]);
    expect(await readdir(scratches)).toEqual([]);
  });

  test('keeps its history in the store, where backup check knows it', async () => {
    await drill();
    await drill('--service', 'auth');
    const [first, second] = await stored();
    expect(first).toMatchObject({ snapshots: [good], onlyService: null, files: 3, faults: [], ok: true });
    expect(second).toMatchObject({ onlyService: 'auth', files: 2 });
    const { out } = await drill('--format', 'markdown');
    expect(out).toContain('Twelve months: 3 restore drills, 3 without a fault; median ');
    expect((await call(runBackup, ['check'])).code).toBe(0);
    const [name] = await readdir(join(machine.store.directory, 'drills'));
    await appendFile(join(machine.store.directory, 'drills', name!), ' ');
    const damaged = await call(runBackup, ['check']);
    expect(damaged).toMatchObject({ code: 1 });
    expect(damaged.out).toContain(`drills/${name}`);
  });

  test('goes on without a record that cannot be read, says which it is, and how to take it away', async () => {
    await drill();
    await drill();
    const directory = join(machine.store.directory, 'drills');
    const name = (await readdir(directory)).sort()[0]!;
    await appendFile(join(directory, name), ' ');
    const { code, out, err } = await drill();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Twelve months: 2 restore drills, 2 without a fault');
    const told = `drills/${name} in the store cannot be read, and is not counted: Its content does not match the digest at its end. To take it away: rm `;
    expect(out).toContain(told);
    expect((await drill('--format', 'markdown')).out).toContain('is not counted: Its content');
    const unread = [{ file: `drills/${name}`, code: 'damaged' }];
    expect(JSON.parse((await drill('--format', 'json')).out)).toMatchObject({ ok: true, unread });
    await promisify(execFile)('bash', ['-c', out.match(/To take it away: (rm .*)$/m)![1]!]);
    expect(await readdir(directory)).not.toContain(name);
    expect((await drill()).out).not.toContain('is not counted');
    expect(JSON.parse((await drill('--format', 'json')).out)).not.toHaveProperty('unread');
  });

  test('asks the services on the scratch root, and not on the host', async () => {
    await withCheck('grep -q "issuer: https://login.example.com" "$HOLDFAST_ROOT/etc/auth/production.yml"');
    const { code, out } = await drill('--policy', 'policy.yml');
    expect(out).toContain('check of auth: passed');
    expect(code).toBe(0);
    expect((await drill('--policy', 'policy.yml', '--no-checks')).out).not.toContain('check of auth');
    expect((await drill('--policy', 'policy.yml', '--service', 'billing')).out).not.toContain(
      'check of auth',
    );
  });

  test('fails with a service that cannot load what was restored, and says what it printed without secrets', async () => {
    await withCheck('echo "line 3: no password=hunter2-and-more allowed"; exit 3');
    const { code, out } = await drill('--policy', 'policy.yml');
    expect(code).toBe(1);
    expect(out).toContain('check of auth: it ended with code 3');
    expect(out).toContain('line 3: no password=');
    expect(out).not.toContain('hunter2');
    expect((await stored())[0]).toMatchObject({
      ok: false,
      checks: [{ service: 'auth', fault: 'it ended with code 3' }],
    });
  });

  test('shows in Markdown, too, what a failing check printed, and nothing of one that printed nothing', async () => {
    await withCheck('echo "issuer is | missing"; exit 3');
    const { out } = await drill('--policy', 'policy.yml', '--format', 'markdown');
    expect(out).toContain('auth printed:\n\n```\nissuer is | missing\n```');
    await withCheck('exit 3');
    for (const format of ['terminal', 'markdown'])
      expect((await drill('--policy', 'policy.yml', '--format', format)).out).not.toContain('printed');
  });

  test('that somebody stops is none: it says nothing of the store', async () => {
    const runs = join(machine.dir, 'runs');
    await withCheck(`echo "$HOLDFAST_ROOT" > ${runs}.new; mv ${runs}.new ${runs}; sleep 30`);
    const stopped = drill('--policy', 'policy.yml');
    for (let left = 400; left > 0 && !(await readdir(machine.dir)).includes('runs'); left -= 1)
      await setTimeout(25);
    process.emit('SIGINT');
    const { code, out, err } = await stopped;
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('The drill was stopped while the check of auth ran');
    expect(await stored()).toEqual([]);
    const scratch = (await readFile(runs, 'utf8')).trim();
    expect(scratch).toMatch(/holdfast-drill-/);
    await expect(readdir(scratch)).rejects.toThrow('ENOENT');
  });

  test('fails with a store that has lost a content, and asks nobody then', async () => {
    await withCheck('touch ran');
    const objects = join(machine.store.directory, 'objects');
    const [prefix] = (await readdir(objects)).sort();
    const [name] = await readdir(join(objects, prefix!));
    await writeFile(join(objects, prefix!, name!), 'other bytes');
    const { code, out } = await drill('--policy', 'policy.yml');
    expect(code).toBe(1);
    expect(out).toContain('It could not be restored as it should.');
    expect(out).not.toContain('read again');
    expect(out).toContain('1 restore drill, 0 without a fault, the last fault on');
    expect(out).toMatch(/^\d{4}-\d\d +1 +0 +- +-$/m);
    expect((await stored())[0]).toMatchObject({ ok: false, checks: [] });
    expect((await stored())[0]!.faults).toHaveLength(1);
  });

  test('runs what the default branch says, and never what a branch brings', async () => {
    const repository = repositoryAt(machine.dir);
    await repository.git('init', '--quiet', '--initial-branch=main');
    await mkdir(join(machine.dir, '.github'), { recursive: true });
    const policy = (command: string) =>
      repository.write(
        '.github/holdfast.yml',
        `${POLICY}services:\n  auth:\n    check: ${JSON.stringify(command)}\n`,
      );
    const commit = async () => {
      await repository.git('add', '.github');
      await repository.git('commit', '--quiet', '--message', 'Change');
    };
    await policy('exit 0');
    await commit();
    await repository.branch('anybody');
    await policy(`touch ${join(machine.dir, 'ran')}; exit 9`);
    await commit();
    const { code, out } = await drill();
    expect(out).toContain('check of auth: passed');
    expect(code).toBe(0);
    expect(await readdir(machine.dir)).not.toContain('ran');
  });

  test.each([
    [['--service', 'nobody'], 'nobody'],
    [['--service', 'nobody', '--service', 'auth'], 'drill restore takes one --service'],
    [['--format', 'sarif'], 'no format "sarif" of a drill'],
    [['--policy', 'nowhere.yml'], 'nowhere.yml cannot be read'],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['now'], "Unexpected argument 'now'"],
  ])('bad input is a problem: %j', async (argv, message) => {
    const { code, out, err } = await drill(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  describe('of a known good without files', () => {
    const literal = (service: string) => `  - files: /etc/${service}/main.yml\n    service: ${service}\n`;

    test('is a problem: that nothing failed says nothing about the store', async () => {
      await machine.judge(await machine.backup(`critical:\n${literal('search')}`), 'good');
      await machine.judge(good, 'bad');
      for (const argv of [[], ['--service', 'search'], ['--format', 'json']]) {
        const { code, out, err } = await drill(...argv);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toMatch(/The known good .*holds no file, so that nothing was restored/);
        expect(err).toContain('holdfast backup show');
      }
      expect(await stored()).toEqual([]);
    });

    test('is one for the service that was named, and told beside the others, whose check is not asked', async () => {
      await machine.judge(await machine.backup(POLICY + literal('search')), 'good');
      const services = `services:\n  auth:\n    check: 'true'\n  search:\n    check: 'touch ran'\n`;
      await writeFile(join(machine.dir, 'policy.yml'), POLICY + literal('search') + services);
      const named = await drill('--policy', 'policy.yml', '--service', 'search');
      expect(named).toMatchObject({ code: 2, out: '' });
      expect(named.err).toMatch(/The known good of the service search holds no file/);
      const { code, out } = await drill('--policy', 'policy.yml');
      expect(code).toBe(0);
      expect(out).toContain('Nothing was tried of search: the known good holds no file of it.');
      expect(out).toContain('check of auth: passed');
      expect(out).not.toContain('check of search');
      expect(JSON.parse((await drill('--format', 'json')).out)).toMatchObject({ untried: ['search'] });
    });
  });

  test('without a known good there is nothing to try', async () => {
    await machine.judge(good, 'bad');
    const { code, err } = await drill();
    expect(code).toBe(2);
    expect(err).toContain('known to be good');
  });
});

test('the year that is looked back on has twelve months', () => {
  const one = (at: string, ms: number, whole = true, faults: string[] = []) =>
    ({ at: `${at}T06:00:00.000Z`, ms, ok: whole, faults }) as StoredDrill;
  const drills = [
    one('2025-01-31', 900),
    one('2025-02-01', 100),
    one('2025-02-03', 300, false),
    one('2025-11-01', 1, false, ['/etc/a.yml: it is not in the store']),
    one('2025-12-01', 200),
    one('2025-12-02', 2, false, ['/etc/a.yml: it is not in the store']),
    one('2026-01-31', 500),
    one('2026-02-01', 700),
  ];
  expect(lookBack(drills, '2026-01-31T12:00:00.000Z')).toEqual({
    drills: 6,
    whole: 3,
    median: 200,
    lastFault: '2025-12-02T06:00:00.000Z',
    months: [
      { month: '2025-02', drills: 2, whole: 1, fastest: 100, slowest: 300 },
      { month: '2025-11', drills: 1, whole: 0 },
      { month: '2025-12', drills: 2, whole: 1, fastest: 200, slowest: 200 },
      { month: '2026-01', drills: 1, whole: 1, fastest: 500, slowest: 500 },
    ],
  });
  expect(lookBack([], '2026-01-31T12:00:00.000Z')).toEqual({ drills: 0, whole: 0, months: [] });
});
