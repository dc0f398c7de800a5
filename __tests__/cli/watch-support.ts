import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CliIo } from '../../src/cli/io.ts';
import { runWatch } from '../../src/cli/watch/index.ts';
import { createMachine as createHost } from './restore-support.ts';

const PROGRAM = [process.execPath, 'scripts/run.mjs', 'src/cli/main.ts', 'watch'];
const PATIENCE_MS = 40_000;

/** One line of the log. */
export type Line = { level: string; event: string; path?: string | null; [more: string]: unknown };

export type Watching = Awaited<ReturnType<Machine['watch']>>;
export type Machine = Awaited<ReturnType<typeof createMachine>>;

/** A host whose good files are known to be good, and real watches on it. */
export async function createMachine() {
  const host = await createHost();
  await host.judge(await host.backup(), 'good');
  const { dir, root, store } = host;
  const watches = createWatches({ dir, root, store: store.directory, policy: join(dir, 'policy.yml') });
  return {
    ...host,
    ...watches,
    /** As editors save: whole beside it, then renamed. */
    async save(path: string, text: string) {
      await writeFile(`${host.place(path)}.tmp`, text);
      await rename(`${host.place(path)}.tmp`, host.place(path));
    },
    async disposeAll() {
      await watches.killAll();
      await host.dispose();
    },
  };
}

type Site = { dir: string; root: string; store: string; policy: string };

/** Real watches on a host in a scratch directory. */
export function createWatches({ dir, root, store, policy }: Site) {
  const running = new Set<ChildProcess>();
  const metrics = join(dir, 'holdfast.prom');
  const options = (...more: string[]) => [
    '--root',
    root,
    '--store',
    store,
    '--policy',
    policy,
    '--sweep',
    '400ms',
    '--metrics',
    metrics,
    ...more,
  ];

  const start = async (
    more: string[] = [],
    env: Record<string, string> = {},
    [program, ...words]: string[] = PROGRAM,
  ) => {
    const lines: Line[] = [];
    let stderr = '';
    let news = () => {};
    const child = spawn(program!, [...words, ...options(...more)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    running.add(child);
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    child.stderr!.on('data', (text) => {
      stderr += text;
    });
    createInterface({ input: child.stdout! }).on('line', (text) => {
      lines.push(JSON.parse(text));
      news();
    });
    void ended.then(() => {
      running.delete(child);
      news();
    });

    const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
      const deadline = Date.now() + PATIENCE_MS;
      while (!(await holds())) {
        if (Date.now() > deadline || child.exitCode !== null) {
          throw new Error(
            `${what} did not happen.\n${stderr}\n${lines.map((line) => JSON.stringify(line)).join('\n')}`,
          );
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 50);
          news = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    };
    const alerts = (status = 'firing') =>
      lines
        .filter((line) => line.event === 'alert' && line.status === status)
        .map(({ path, key }) => path ?? key);
    const sweeps = async () => {
      const text = await readFile(metrics, 'utf8').catch(() => '');
      return Number(/^holdfast_last_sweep_timestamp_seconds (.*)$/m.exec(text)?.[1] ?? 0);
    };
    return {
      lines,
      stderr: () => stderr,
      until,
      alerts,
      resolved: () => alerts('resolved'),
      event: (name: string) => until(name, () => lines.some(({ event }) => event === name)),
      alert: (path: string, count = 1) =>
        until(`the alert of ${path}`, () => alerts().filter((one) => one === path).length >= count),
      allClear: (path: string, count = 1) =>
        until(
          `the all-clear of ${path}`,
          () => alerts('resolved').filter((one) => one === path).length >= count,
        ),
      /** Waits until so many more sweeps have ended. */
      async swept(count = 2) {
        for (let more = 0; more < count; more++) {
          const before = await sweeps();
          await until('a sweep', async () => (await sweeps()) > before);
        }
      },
      signal: (name: NodeJS.Signals) => child.kill(name),
      /** Ends it, and gives its exit code or the signal. */
      async end(name: NodeJS.Signals = 'SIGTERM') {
        child.kill(name);
        const [code, signal] = await ended;
        return code ?? signal;
      },
      ended,
    };
  };

  /** Runs a command in this process. */
  const run = async (
    command: (argv: string[], io: CliIo) => Promise<number>,
    argv: string[],
    env: Record<string, string> = {},
  ) => {
    const ran = { code: -1, out: '', err: '' };
    ran.code = await command(argv, {
      cwd: dir,
      env,
      stdout: (text) => {
        ran.out += text;
      },
      stderr: (text) => {
        ran.err += text;
      },
      color: false,
    });
    return ran;
  };

  return {
    start,
    run,
    /** What the watch has on the disk. */
    async memory(): Promise<string> {
      const directory = join(store, 'watch');
      const [name = ''] = await readdir(directory);
      return readFile(join(directory, name, 'memory.json'), 'utf8').catch(() => '');
    },
    /** Starts it and waits for its first sweep. */
    async watch(...given: Parameters<typeof start>) {
      const watching = await start(...given);
      await watching.event('ready');
      return watching;
    },
    /** One sweep in this process, and what it prints. */
    async once(more: string[] = [], env: Record<string, string> = {}) {
      const ran = await run(runWatch, options('--once', ...more), env);
      const lines: Line[] = ran.out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
      return { ...ran, lines };
    },
    async killAll() {
      const ends = [...running].map((child) => once(child, 'exit'));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(ends);
    },
  };
}
