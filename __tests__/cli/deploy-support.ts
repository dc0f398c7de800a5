import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readDeployments } from '../../src/adapters/store/deployments.ts';
import { readSnapshots, readVerdicts } from '../../src/adapters/store/snapshots.ts';
import { openStore } from '../../src/adapters/store/store.ts';
import { runBackup } from '../../src/cli/backup/index.ts';
import { runDeploy } from '../../src/cli/deploy/index.ts';
import { runResume } from '../../src/cli/deploy/resume.ts';
import type { CliIo } from '../../src/cli/io.ts';
import { createRepository } from '../helpers/repository.ts';

const POLICY = `critical:
  - files: config/auth/**
    live: /etc/auth
    service: auth
    sensitive: [signing.passphrase]
  - files: /etc/billing/*.toml
    service: billing
`;

export const AUTH = '/etc/auth/production.yml';
export const KEYS = '/etc/auth/keys.yml';
export const BILLING = '/etc/billing/prices.toml';
export const OLD: Record<string, string> = {
  [AUTH]: 'issuer: https://login.example.com\nenvironment: production\npool:\n  size: 40\n',
  [KEYS]: 'signing:\n  key: k-2026-11\n  passphrase: correct horse\n',
  [BILLING]: 'currency = "EUR"\nvat = 19\n',
};
/** What the commit has: a new size of the pool. */
export const NEW = OLD[AUTH]!.replace('40', '60');
export const STAGING = 'issuer: https://login.staging.example.com\nenvironment: staging\n';

export type Run = { code: number; out: string; err: string };
export type Site = Awaited<ReturnType<typeof createSite>>;

/** A checkout whose commit changes one file, and the host it is deployed to, in a scratch directory. */
export async function createSite(services = '') {
  const repository = await createRepository();
  const { dir } = repository;
  const root = join(dir, 'host');
  const store = join(dir, 'store');
  const place = (path: string) => join(root, path);
  const write = async (path: string, text: string) => {
    await mkdir(dirname(place(path)), { recursive: true });
    await writeFile(place(path), text);
    await chmod(place(path), 0o640);
  };
  for (const [path, text] of Object.entries(OLD)) await write(path, text);
  await repository.write('.gitignore', 'host/\nstore/\n*.log\n');
  await repository.write('.github/holdfast.yml', POLICY + services);
  await repository.write('config/auth/production.yml', NEW);
  await repository.write('config/auth/keys.yml', OLD[KEYS]!);
  await writeFile(join(dir, 'staging.log'), STAGING);
  const commit = await repository.commit('Widen the pool');
  const opened = async () => {
    const store = await openStore(join(dir, 'store'));
    if (!store.ok) throw new Error(store.problem.message);
    return store.value;
  };
  const value = <T>(result: { ok: true; value: T } | { ok: false; problem: { message: string } }): T => {
    if (!result.ok) throw new Error(result.problem.message);
    return result.value;
  };
  const run = async (
    command: (argv: string[], io: CliIo) => Promise<number>,
    argv: string[],
    env: Record<string, string> = {},
  ): Promise<Run> => {
    const run = { code: -1, out: '', err: '' };
    run.code = await command(argv, {
      cwd: dir,
      env: { PATH: process.env.PATH, COLUMNS: '100', ...env },
      stdout: (text) => {
        run.out += text;
      },
      stderr: (text) => {
        run.err += text;
      },
      color: false,
    });
    return run;
  };
  return {
    dir,
    root,
    store,
    commit,
    repository,
    place,
    write,
    dispose: repository.dispose,
    text: (path: string) => readFile(place(path), 'utf8').catch(() => undefined),
    remove: (path: string) => rm(place(path), { recursive: true }),
    names: async (path = '') => (await readdir(place(path), { recursive: true })).sort(),
    /** Runs a line of shell as the deployment, at the checkout. */
    deploy: (line: string, options: string[] = [], env: Record<string, string> = {}) =>
      run(runDeploy, ['--root', root, '--store', store, ...options, '--', 'sh', '-c', line], env),
    deployWith: (argv: string[], env: Record<string, string> = {}) => run(runDeploy, argv, env),
    resume: (...argv: string[]) => run(runResume, [...argv, '--store', store]),
    backup: (...argv: string[]) => run(runBackup, [...argv, '--store', store]),
    deployments: async () => value(await readDeployments(await opened())).items,
    snapshots: async () => value(await readSnapshots(await opened())).items,
    verdicts: async () => value(await readVerdicts(await opened())).items,
    opened,
    /** Lets `WAIT` go on. */
    go: () => writeFile(join(dir, 'go.log'), ''),
  };
}

/** Lines of shell that deployments run; the host is below the checkout. */
export const COPY = `cp config/auth/production.yml host${AUTH}`;
export const COPY_STAGING = `cp staging.log host${AUTH}`;
/** Waits until the test lets it go on, or for a minute. */
export const WAIT = 'for i in $(seq 600); do if [ -e go.log ]; then break; fi; sleep 0.1; done';
