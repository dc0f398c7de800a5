import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from '../../src/adapters/store/files.ts';
import { addSnapshot, addVerdict, readSnapshot, storedIds } from '../../src/adapters/store/snapshots.ts';
import { createStore, newId } from '../../src/adapters/store/store.ts';
import { runRestore } from '../../src/cli/restore/index.ts';
import { keeper } from '../../src/cli/restore/keep.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { createDirectory } from '../helpers/repository.ts';

export const POLICY = `critical:
  - files: config/auth/**
    live: /etc/auth
    service: auth
    sensitive: [signing.passphrase]
  - files: /etc/billing/*.toml
    service: billing
`;

export const AUTH = '/etc/auth/production.yml';
export const KEYS = '/etc/auth/keys/signing.yml';
export const BILLING = '/etc/billing/prices.toml';
export const GOOD: Record<string, string> = {
  [AUTH]: 'issuer: https://login.example.com\nenvironment: production\npool:\n  size: 40\n  timeout: 5s\n',
  [KEYS]: 'signing:\n  key: k-2026-11\n  passphrase: correct horse\n',
  [BILLING]: 'currency = "EUR"\nvat = 19\n',
};
export const BAD = 'issuer: https://login.staging.example.com\nenvironment: staging\n';

export type Run = { code: number; out: string; err: string };
export type Machine = Awaited<ReturnType<typeof createMachine>>;

/** A host in a scratch directory, with the good files and a store. */
export async function createMachine() {
  const { dir, dispose } = await createDirectory();
  const root = join(dir, 'root');
  const opened = await createStore(join(dir, 'store'));
  if (!opened.ok) throw new Error(opened.problem.message);
  const store: Store = opened.value;
  const place = (path: string) => join(root, path);
  const write = async (path: string, text: string) => {
    await mkdir(dirname(place(path)), { recursive: true });
    await writeFile(place(path), text);
  };
  for (const [path, text] of Object.entries(GOOD)) await write(path, text);
  await writeFile(join(dir, 'policy.yml'), POLICY);
  return {
    dir,
    root,
    store,
    place,
    write,
    dispose,
    remove: (path: string) => rm(place(path), { recursive: true }),
    text: (path: string) => readFile(place(path), 'utf8').catch(() => undefined),
    copyStore: (to: string) => cp(store.directory, join(dir, to), { recursive: true }),
    names: async (path = '') => (await readdir(place(path), { recursive: true })).sort(),
    snapshots: async () =>
      (await readdir(join(store.directory, 'snapshots'))).map((name) => name.slice(0, -5)),
    journals: () => readdir(join(store.directory, 'journal')),
    /** Takes a backup and gives its id. */
    async backup(policy = POLICY): Promise<string> {
      const read = await readPolicy(policy, 'policy.yml', { kind: 'file', path: 'policy.yml' });
      if (!read.ok) throw new Error(read.problem.message);
      const kept = await keeper(store, root, read.value, 'before the deployment')([]);
      if (!kept.ok || kept.value === null) throw new Error('nothing was kept');
      return kept.value;
    },
    async judge(snapshot: string, verdict: 'good' | 'bad') {
      const at = new Date().toISOString();
      const id = newId(await storedIds(store, 'verdicts'));
      await addVerdict(store, { id, snapshot, verdict, at, by: 'person', reason: null });
    },
    /** Takes from a manifest what older versions did not write. */
    async asOlder(id: string) {
      const manifest = await readSnapshot(store, id);
      if (!manifest.ok) throw new Error(manifest.problem.message);
      const { directories: _, ...rest } = manifest.value;
      const scope = rest.scope.map(({ files, live, service }) => ({ files, live, service }));
      await addSnapshot(store, { ...rest, scope });
    },
    async restore(...argv: string[]): Promise<Run> {
      return restoreWith({}, ...argv, '--root', root, '--store', store.directory);
    },
    restoreWith,
  };

  async function restoreWith(
    io: { ask?(question: string): Promise<string> },
    ...argv: string[]
  ): Promise<Run> {
    const run = { code: -1, out: '', err: '' };
    run.code = await runRestore(argv, {
      cwd: dir,
      env: { COLUMNS: '100' },
      stdout: (text) => {
        run.out += text;
      },
      stderr: (text) => {
        run.err += text;
      },
      color: false,
      ...io,
    });
    return run;
  }
}
