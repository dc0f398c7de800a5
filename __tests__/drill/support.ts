import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { runDrill } from '../../src/cli/drill/index.ts';
import type { Drilled } from '../../src/drill/drilled.ts';
import { createDirectory, repositoryAt, type TestRepository } from '../helpers/repository.ts';

export type Run = { code: number; out: string; err: string };

/** Two small files, with a secret each. */
export const MAIL = `relay:
  host: relay.internal
  port: 587
  password: hunter2-and-more
limits:
  burst: 20
  per_minute: 120
`;
export const WEB = 'WEB_HOST=web.internal\nWEB_PORT=8080\nAPI_TOKEN=s3cr3t-t0ken-value\n';

/** Runs `holdfast drill` in a directory. */
export function holdfastDrill(cwd: string, ...args: string[]): Promise<Run> {
  return drillWith({}, cwd, ...args);
}

/** The same with an environment. */
export async function drillWith(env: Record<string, string>, cwd: string, ...args: string[]): Promise<Run> {
  let [out, err] = ['', ''];
  const code = await runDrill(args, {
    cwd,
    env,
    color: false,
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** The result of a drill as data. */
export async function drilledIn(cwd: string, ...args: string[]): Promise<Drilled> {
  const { code, out, err } = await holdfastDrill(cwd, '--format', 'json', ...args);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
}

/** The repository of the demo, as `scripts/demo/repository.mjs` makes it. */
export async function demoRepository(): Promise<TestRepository> {
  const { dir, dispose } = await createDirectory();
  await promisify(execFile)(process.execPath, ['scripts/demo/repository.mjs', dir]);
  return repositoryAt(dir, dispose);
}
