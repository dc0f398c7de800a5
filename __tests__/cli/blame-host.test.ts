import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { storedSnapshots } from '../../src/adapters/store/snapshot.ts';
import { openStore } from '../../src/adapters/store/store.ts';
import type { Candidate } from '../../src/blame/candidate.ts';
import { runBlame } from '../../src/cli/blame/index.ts';
import { watchedFs } from '../adapters/store/support.ts';
import { AUTH, createSite, KEYS, OLD, type Site } from './deploy-support.ts';

let site: Site;
/** The snapshot that is known good. */
let good: string;

beforeEach(async () => {
  site = await createSite();
  await keep();
  good = (await site.snapshots()).at(-1)!.id;
  expect(await site.backup('mark', good, '--good')).toMatchObject({ code: 0 });
});
afterEach(() => site.dispose());

const keep = (...argv: string[]) => site.backup('--root', site.root, ...argv);

type Report = {
  code: number;
  candidates: Candidate[];
  missing: { detail: string }[];
  looked: Record<string, number>;
};

async function blame(...argv: string[]): Promise<Report> {
  let [out, err] = ['', ''];
  const code = await runBlame(['auth', '--store', site.store, '--most', '50', '--format', 'json', ...argv], {
    cwd: site.dir,
    env: { PATH: process.env.PATH },
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    color: false,
  });
  expect(err).toBe('');
  return { code, ...JSON.parse(out) };
}

/** The host in a snapshot that came after the known good one. */
const seen = ({ candidates }: Report) =>
  candidates.filter(({ kind }) => kind === 'host').map(({ id, paths }) => [id, paths]);

describe('what a snapshot could not save', () => {
  test('is as unknown as before, and was not removed', async () => {
    await site.write(AUTH, OLD[AUTH]!.replace('40', '4'));
    await site.remove(KEYS);
    await site.write(`${KEYS}/x`, 'a directory stands in its place');
    await keep();
    const [, second] = await site.snapshots();
    expect(second!.unsaved.map(({ path }) => path)).toContain(KEYS);
    const { missing } = await blame();
    expect(missing.map(({ detail }) => detail)).toEqual([expect.stringContaining('1 snapshot of the host')]);
    const stepTwo = [second!.id, ['config/auth/keys.yml/x', 'config/auth/production.yml']];
    expect(seen(await blame())).toEqual([stepTwo]);
    await site.remove(KEYS);
    await site.write(KEYS, OLD[KEYS]!);
    await keep();
    const [, , third] = await site.snapshots();
    expect(seen(await blame())).toEqual([[third!.id, ['config/auth/keys.yml/x']], stepTwo]);
  });
});

test('only a few of many snapshots are held at a time, and one that was let go is read again', async () => {
  for (const size of [41, 42, 43, 44, 45]) {
    await site.write(AUTH, OLD[AUTH]!.replace('40', `${size}`));
    await keep();
  }
  const ids = (await site.snapshots()).map(({ id }) => id);
  const reads: string[] = [];
  const fs = watchedFs(({ name, place }) => {
    const [, id] = /snapshots\/([0-9A-Z]{26})\.json$/.exec(place) ?? [];
    if (name === 'open' && id !== undefined) reads.push(id);
  });
  const store = await openStore(site.store, fs);
  if (!store.ok) throw new Error(store.problem.message);
  const snapshotOf = storedSnapshots(store.value, ({ path }) => path);
  const sizes = async () => {
    const found: string[] = [];
    for (const id of ids) {
      const snapshot = snapshotOf(id);
      const entry = await snapshot.entry(AUTH);
      if (!entry.ok || entry.value === undefined) throw new Error('It is not there.');
      for await (const blob of snapshot.read([entry.value]))
        found.push(
          'bytes' in blob ? (/size: (\d+)/.exec(Buffer.from(blob.bytes).toString())?.[1] ?? '') : '',
        );
    }
    return found;
  };
  expect(await sizes()).toEqual(['40', '41', '42', '43', '44', '45']);
  expect(reads).toEqual(ids);
  expect(await sizes()).toEqual(['40', '41', '42', '43', '44', '45']);
  expect(reads).toEqual([...ids, ...ids]);
  await snapshotOf(ids.at(-1)!).entries();
  expect(reads).toHaveLength(ids.length * 2);
});
