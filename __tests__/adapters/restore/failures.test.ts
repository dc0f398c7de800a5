import { readdir, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { diskOperations, type FileOperations } from '../../../src/adapters/restore/operations.ts';
import { pendingRestores } from '../../../src/adapters/restore/steps.ts';
import { objectPlace } from '../../../src/adapters/store/objects.ts';
import { restore, resume } from '../../../src/restore.ts';
import { createHost, type Host, SNAPSHOT } from './support.ts';

const OLD = 'environment: staging\n';
const FILES = ['/etc/auth/a.yml', '/etc/auth/b.yml', '/etc/auth/deep/c.yml'];
const ADDED = '/etc/auth/added.yml';

let host: Host;
beforeEach(async () => {
  host = await createHost();
});
afterEach(() => host.dispose());

/** Counts every call, and lets the one with this number (from 1) fail. */
function failing(number: number, code: string) {
  let calls = 0;
  const entries = Object.entries(diskOperations).map(([name, call]) => [
    name,
    (...args: unknown[]) => {
      calls += 1;
      if (calls === number) throw Object.assign(new Error(`${code}: ${name}`), { code });
      return (call as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return { files: Object.fromEntries(entries) as FileOperations, calls: () => calls };
}

async function damagedHost() {
  for (const path of FILES) await host.write(path, `${path}: production\n`);
  const kept = await host.keep(...FILES);
  await damage();
  return kept;
}

async function damage() {
  for (const path of FILES) await host.write(path, OLD);
  await host.write(ADDED, OLD);
}

const texts = () => Promise.all(FILES.map((path) => host.text(path)));
const leftovers = async () => {
  const names = await readdir(host.root, { recursive: true });
  return names.filter((name) => name.includes('.holdfast-'));
};

async function pending() {
  const found = await pendingRestores(host.store);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value.map(({ journal }) => {
    if (!journal.ok) throw new Error(journal.problem.message);
    return journal.value;
  });
}

test.each(['EIO', 'EPERM'])(
  'at every call that fails with %s, files are wholly old or new, and a later run finishes',
  async (code) => {
    const wanted = FILES.map((path) => `${path}: production\n`);
    const kept = await damagedHost();
    let points = 0;
    for (let number = 1, ended = false; !ended; number++) {
      await damage();
      const { files, calls } = failing(number, code);
      const { plan, problems } = host.examined(kept, { absent: [ADDED] });
      expect(problems).toEqual([]);
      const outcome = await restore(plan, { snapshots: [SNAPSHOT], root: host.root }, host.steps(files));
      ended = calls() < number;
      points += 1;
      for (const [index, text] of (await texts()).entries()) expect([OLD, wanted[index]]).toContain(text);
      const journals = await pending();
      if (outcome.ok) {
        expect(await texts()).toEqual(wanted);
        expect(journals).toEqual([]);
      } else if (outcome.touched) {
        expect(journals).toHaveLength(1);
      } else {
        expect(await texts()).toEqual(FILES.map(() => OLD));
        expect(await host.text(ADDED)).toBe(OLD);
        expect(journals).toEqual([]);
      }
      for (const journal of journals) expect(await resume(journal, host.steps())).toMatchObject({ ok: true });
      if (journals.length > 0) {
        expect(await texts()).toEqual(wanted);
        expect(await host.text(ADDED)).toBeUndefined();
      }
      expect(await leftovers()).toEqual([]);
      expect(await pending()).toEqual([]);
    }
    expect(points).toBeGreaterThan(50);
  },
);

test('an object that is damaged while the restore runs is not put in place', async () => {
  const kept = await damagedHost();
  const { plan } = host.examined(kept);
  const steps = host.steps();
  const outcome = await restore(
    plan,
    { snapshots: [SNAPSHOT], root: host.root },
    {
      ...steps,
      async record(journal) {
        await writeFile(objectPlace(host.store, kept[1]!.sha256), 'spoiled');
        return steps.record(journal);
      },
    },
  );
  expect(outcome).toMatchObject({
    ok: false,
    touched: false,
    problems: [{ code: 'not-staged', path: FILES[1] }],
  });
  expect(await texts()).toEqual(FILES.map(() => OLD));
  expect([...(await leftovers()), ...(await pending())]).toEqual([]);
});

test('somebody else who writes meanwhile is told, and the journal stays', async () => {
  const kept = await damagedHost();
  const rename: FileOperations['rename'] = (from, to) => {
    diskOperations.rename(from, to);
    if (String(to).endsWith('a.yml')) diskOperations.rename(host.place(FILES[1]!), to);
  };
  const outcome = await host.restore(kept, { files: { ...diskOperations, rename } });
  expect(outcome).toMatchObject({
    ok: false,
    touched: true,
    problems: [{ code: 'not-as-restored', path: FILES[0] }],
  });
  const [journal] = await pending();
  expect(await resume(journal!, host.steps())).toMatchObject({ ok: true });
});
