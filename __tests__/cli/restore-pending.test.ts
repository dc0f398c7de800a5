import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { diskOperations } from '../../src/adapters/restore/operations.ts';
import { prepare } from '../../src/adapters/restore/prepare.ts';
import { restoreSteps } from '../../src/adapters/restore/steps.ts';
import { writeJournal } from '../../src/adapters/store/journal.ts';
import { acquireLock } from '../../src/adapters/store/lock.ts';
import { chooseParts } from '../../src/cli/restore/parts.ts';
import { ok } from '../../src/model/problem.ts';
import { restore } from '../../src/restore.ts';
import { AUTH, BAD, BILLING, createMachine, GOOD, KEYS, type Machine } from './restore-support.ts';

const ADDED = '/etc/auth/debug.yml';

let machine: Machine;
let snapshot: string;
beforeEach(async () => {
  machine = await createMachine();
  snapshot = await machine.backup();
  for (const path of Object.keys(GOOD)) await machine.write(path, BAD);
  await machine.write(ADDED, 'debug: true\n');
});
afterEach(() => machine.dispose());

/** A restore that replaced one file and could not replace another one. */
async function interrupt(): Promise<void> {
  const parts = await chooseParts(machine.store, snapshot, { services: [] });
  if (!parts.ok) throw new Error(parts.problem.message);
  const asked = { services: [], paths: [] };
  const { root, store } = machine;
  const prepared = await prepare(store, { parts: parts.value, asked, root, inPlace: false });
  if (!prepared.ok) throw new Error(prepared.problem.message);
  const rename: typeof diskOperations.rename = (from, to) => {
    if (String(to) === machine.place(BILLING)) throw Object.assign(new Error(), { code: 'EPERM' });
    diskOperations.rename(from, to);
  };
  const steps = restoreSteps(store, { ...diskOperations, rename }, async () => ok(null));
  const outcome = await restore(prepared.value.plan, { snapshots: [snapshot], root }, steps);
  expect(outcome).toMatchObject({
    ok: false,
    touched: true,
    problems: [{ code: 'not-replaced', path: BILLING }],
  });
}

const texts = () => Promise.all([AUTH, KEYS, BILLING, ADDED].map(machine.text));
const RESTORED = [GOOD[AUTH], GOOD[KEYS], GOOD[BILLING], undefined];
const MIXED = [GOOD[AUTH], GOOD[KEYS], BAD, undefined];

describe('an interrupted restore', () => {
  beforeEach(interrupt);

  test('is finished with --resume, and what stood there is kept', async () => {
    expect(await texts()).toEqual(MIXED);
    await machine.write(AUTH, 'written since\n');
    const { code, out, err } = await machine.restore('--resume');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Finished a restore that was interrupted\.\nRestored 3 files, removed 1\.$/m);
    expect(await texts()).toEqual(RESTORED);
    expect(await machine.journals()).toEqual([]);
    expect((await machine.names()).filter((name) => name.includes('.holdfast-'))).toEqual([]);
    const kept = (await machine.snapshots()).at(-1)!;
    await machine.restore(kept, '--yes', '--path', AUTH);
    expect(await machine.text(AUTH)).toBe('written since\n');
    expect(await machine.restore('--resume')).toEqual({
      code: 0,
      out: 'No restore was interrupted.\n',
      err: '',
    });
  });

  test('is finished by every later run, before that does its own work', async () => {
    const { code, out } = await machine.restore(snapshot, '--yes', '--path', AUTH);
    expect(code).toBe(0);
    expect(out).toMatch(/^Finished a restore/);
    expect(await texts()).toEqual(RESTORED);
  });

  test('is only told by --dry-run', async () => {
    const { err } = await machine.restore(snapshot, '--dry-run');
    expect(err).toMatch(/1 restore was interrupted/);
    expect(await texts()).toEqual(MIXED);
    expect(await machine.journals()).toHaveLength(1);
  });

  test('is not finished while a reason against it stands, and is forgotten with --discard', async () => {
    await machine.remove(BILLING);
    await machine.write(`${BILLING}/a-directory`, '');
    const { code, err } = await machine.restore('--resume');
    expect(code).toBe(2);
    expect(err).toMatch(/\/etc\/billing\/prices\.toml: .*\(EISDIR\)[\s\S]*holdfast restore --discard/);
    expect(await machine.restore(snapshot, '--yes', '--path', AUTH)).toMatchObject({ code: 2 });
    expect(await machine.restore('--discard')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Forgot an interrupted restore/),
    });
    expect((await machine.names()).filter((name) => name.includes('.holdfast-'))).toEqual([]);
    expect(await machine.restore('--discard')).toMatchObject({
      code: 0,
      out: 'No restore was interrupted.\n',
    });
    expect(await machine.restore(snapshot, '--yes', '--path', AUTH)).toMatchObject({ code: 0 });
  });

  test('that cannot be read stops everything but --discard', async () => {
    const [name] = await machine.journals();
    await writeFile(join(machine.store.directory, 'journal', name!), '{"version":1,');
    expect(await machine.restore('--resume')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--discard/),
    });
    expect(await machine.restore('--discard')).toMatchObject({ code: 0 });
  });
});

test.each([
  ['a location that leads elsewhere', { removes: ['/etc/../../outside'] }],
  ['a relative location', { removes: ['etc/passwd'] }],
  ['another version', { version: 2 }],
  ['a field more', { also: 1 }],
  ['a part less', { writes: undefined }],
  ['more than permission bits', { directories: [{ path: '/etc/a', mode: 0o17777, uid: 0, gid: 0 }] }],
  ['the name of another one', { id: '01KAZZZZZZZZZZZZZZZZZZZZZZ' }],
])('a journal with %s is not carried out', async (_, change) => {
  const id = '01KB0000000000000000000000';
  const journal = { version: 1, id, snapshots: [snapshot], before: null, root: '', writes: [], removes: [] };
  await writeJournal(machine.store, `restore-${id}`, { ...journal, directories: [], ...change });
  const { code, err } = await machine.restore('--resume');
  expect([code, err]).toEqual([2, expect.stringMatching(/journal of an interrupted restore cannot be used/)]);
  expect(await machine.journals()).toHaveLength(1);
});

test('two restores at once: one waits for the other', async () => {
  const lock = await acquireLock(machine.store, 'holdfast deploy');
  if (!lock.ok) throw new Error(lock.problem.message);
  const running = machine.restore(snapshot, '--yes');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await machine.text(AUTH)).toBe(BAD);
  await lock.value.release();
  expect(await running).toMatchObject({ code: 0 });
  const both = await Promise.all([machine.restore(snapshot, '--yes'), machine.restore(snapshot, '--yes')]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(await texts()).toEqual(RESTORED);
});
