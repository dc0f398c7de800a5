import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Candidate } from '../../src/blame/candidate.ts';
import { runBlame } from '../../src/cli/blame/index.ts';
import { runRestore } from '../../src/cli/restore/index.ts';
import {
  AUTH,
  COPY,
  COPY_STAGING,
  createSite,
  KEYS,
  NEW,
  OLD,
  type Site,
  STAGING,
} from './deploy-support.ts';

let site: Site;
/** The snapshot that is known good. */
let good: string;

beforeEach(async () => {
  site = await createSite();
  expect(await site.deploy(COPY)).toMatchObject({ code: 0 });
  good = (await site.snapshots()).at(-1)!.id;
  expect(await site.backup('mark', good, '--good')).toMatchObject({ code: 0 });
});
afterEach(() => site.dispose());

const keep = (...argv: string[]) => site.backup('--root', site.root, ...argv);

type Report = {
  code: number;
  until: { id: string; name: string };
  candidates: Candidate[];
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

const named = ({ candidates }: Report) =>
  candidates.map(({ kind, subject }) => (kind === 'host' ? subject.replace(/[0-9A-Z]{26}/g, 'ID') : subject));
const kinds = (candidate: Candidate | undefined) => candidate?.reasons.map(({ kind }) => kind);

/** A commit that puts another environment in the place of this one; its deployment fails and is rolled back. */
async function failingRelease() {
  await site.repository.write('config/auth/production.yml', STAGING);
  const commit = await site.repository.commit('Release 15 (#412)');
  expect(await site.deploy(`${COPY}; exit 3`)).toMatchObject({ code: 1 });
  expect(await site.text(AUTH)).toBe(NEW);
  return commit;
}

async function commitKey() {
  await site.repository.write('config/auth/keys.yml', OLD[KEYS]!.replace('k-2026-11', 'k-2026-12'));
  return site.repository.commit('Another key (#413)');
}

describe('a deployment that Holdfast has rolled back', () => {
  test('is the cause together with its commit, and commits since then are not cut off', async () => {
    const commit = await failingRelease();
    await commitKey();
    const report = await blame();
    expect(report.until).toMatchObject({ name: 'HEAD' });
    const { id, made } = (await site.deployments()).at(-1)!;
    expect(
      report.candidates
        .slice(0, 2)
        .map((one) => one.id)
        .sort(),
    ).toEqual([made, commit].sort());
    expect(report.candidates.find((one) => one.id === made)).toMatchObject({ kind: 'host', deployment: id });
    for (const one of report.candidates.slice(0, 2)) expect(kinds(one)).not.toContain('undone');
    expect(named(report)).toContain('Another key (#413)');
  });

  test('stands before the rollback, which is told as what it is', async () => {
    await failingRelease();
    await commitKey();
    expect(await keep('--reason', 'nightly')).toMatchObject({ code: 0 });
    const report = await blame();
    const order = named(report);
    expect(order.slice(0, 2)).toContain('Release 15 (#412)');
    expect(order.slice(0, 2).some((name) => name.startsWith('deployment ID'))).toBe(true);
    const back = report.candidates.findIndex((one) => kinds(one)?.includes('put-back'));
    expect(order[back]).toContain('nightly');
    expect(back).toBe(order.length - 1);
    expect(kinds(report.candidates[back])).not.toContain('outside-plan');
  });

  test('is not in effect once something else has changed on the host, and does not hide that', async () => {
    await failingRelease();
    await site.write(KEYS, OLD[KEYS]!.replace('k-2026-11', 'k-1999-01'));
    expect(await keep('--reason', 'after the call')).toMatchObject({ code: 0 });
    const report = await blame();
    expect(named(report)[0]).toContain('after the call');
    expect(report.candidates[0]).toMatchObject({ kind: 'host', paths: ['config/auth/keys.yml'] });
    const deployment = report.candidates.find(({ deployment }) => deployment !== null);
    expect(deployment!.reasons).toContainEqual(expect.objectContaining({ kind: 'undone', holds: 0 }));
  });

  test('is in effect for whoever asks about a moment before it was rolled back', async () => {
    expect(await site.deploy(COPY_STAGING)).toMatchObject({ code: 1 });
    await site.write(KEYS, OLD[KEYS]!.replace('k-2026-11', 'k-1999-01'));
    expect(await keep()).toMatchObject({ code: 0 });
    const { made } = (await site.deployments()).at(-1)!;
    const { at } = (await site.snapshots()).find(({ id }) => id === made)!;
    const { candidates } = await blame('--until', at);
    expect(candidates[0]).toMatchObject({ kind: 'host', paths: ['config/auth/production.yml'] });
    expect(candidates[0]!.deployment).not.toBeNull();
    expect(kinds(candidates[0])).not.toContain('undone');
  });
});

test('what a restore by hand has put back is not to blame, and what it undid is', async () => {
  await site.write(AUTH, STAGING);
  expect(await keep('--reason', 'it is down')).toMatchObject({ code: 0 });
  const silent = { stdout: () => {}, stderr: () => {}, color: false };
  const io = { cwd: site.dir, env: { PATH: process.env.PATH }, ...silent };
  const argv = [good, '--root', site.root, '--store', site.store, '--yes'];
  expect(await runRestore(argv, io)).toBe(0);
  expect(await site.text(AUTH)).toBe(NEW);
  expect(await keep('--reason', 'nightly')).toMatchObject({ code: 0 });
  const report = await blame();
  expect(named(report).at(-1)).toContain('nightly');
  expect(kinds(report.candidates.at(-1))).toContain('put-back');
});

test('a file that comes back although nothing had failed is a change like any other', async () => {
  await site.write(AUTH, STAGING);
  expect(await keep()).toMatchObject({ code: 0 });
  await site.write(AUTH, NEW);
  expect(await keep()).toMatchObject({ code: 0 });
  for (const candidate of (await blame()).candidates) expect(kinds(candidate)).not.toContain('put-back');
});

test('a failure that nobody has put back ends the range', async () => {
  await site.write(AUTH, STAGING);
  expect(await keep()).toMatchObject({ code: 0 });
  const failure = (await site.snapshots()).at(-1)!;
  expect(await site.backup('mark', failure.id, '--bad')).toMatchObject({ code: 0 });
  await site.write(KEYS, OLD[KEYS]!.replace('k-2026-11', 'k-1999-01'));
  expect(await keep()).toMatchObject({ code: 0 });
  const report = await blame();
  expect(report.until).toMatchObject({ id: failure.id, name: 'the first failure' });
  expect(report.candidates.map(({ paths }) => paths)).toEqual([['config/auth/production.yml']]);
});
