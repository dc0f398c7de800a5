import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { saveDeployment } from '../../src/adapters/store/deployments.ts';
import { acquireLock } from '../../src/adapters/store/lock.ts';
import { newId, openStore } from '../../src/adapters/store/store.ts';
import type { Deployment } from '../../src/store/deployments.ts';
import { DEPLOYING } from '../../src/store/lock.ts';

const PROGRAM = [process.execPath, 'scripts/run.mjs', 'src/cli/main.ts'];
const POLICY = `critical:
  - files: config/auth/**
    live: /etc/auth
    service: auth
`;

const BEGUN = {
  version: 1,
  endedAt: null,
  environment: null,
  commit: null,
  deploymentId: null,
  inPlace: false,
  command: 'deploy',
  writes: [],
  services: [],
  stage: 'running',
  made: null,
  process: null,
  ran: null,
  outcome: null,
  findings: [],
  held: false,
  lifted: null,
} satisfies Partial<Deployment>;

/** An alert as it came in: `firing` or `resolved`, and when. */
type Heard = { path: string | null; status: string; ms: number };

/** A host in a scratch directory, its known good, a real watch on it and a receiver of its webhook. */
export type Machine = Awaited<ReturnType<typeof createMachine>>;

export function contentOf(name: string, size = 40): string {
  return `name: ${name}\nissuer: https://login.example.com\npool:\n  size: ${size}\n  timeout: 5s\n`;
}

/** @param planned the content of every file in the commit that a deployment is going to bring. */
export async function createMachine(
  names: readonly string[],
  sweep: string,
  planned: (name: string) => string,
) {
  const scratch = await mkdtemp(join(tmpdir(), 'holdfast-bench-watch-'));
  const root = join(scratch, 'root');
  const directory = join(root, 'etc/auth');
  await mkdir(directory, { recursive: true });
  for (const name of names) await writeFile(join(directory, name), contentOf(name));
  await writeFile(join(scratch, 'policy.yml'), POLICY);
  const checkout = await createCheckout(join(scratch, 'checkout'), names, planned);
  const options = ['--store', join(scratch, 'store')];
  const policy = ['--policy', join(scratch, 'policy.yml'), '--root', root];
  await holdfast('backup', ...policy, ...options);
  await holdfast('backup', 'mark', 'latest', '--good', ...options);

  const heard: { log: Heard[]; webhook: Heard[] } = { log: [], webhook: [] };
  const events: string[] = [];
  let news = () => {};
  const server = createServer(async (request, response) => {
    const ms = performance.now();
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.end('ok');
    const { alerts } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { alerts: Omit<Heard, 'ms'>[] };
    for (const { path, status } of alerts) heard.webhook.push({ path, status, ms });
    news();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const [program, ...args] = PROGRAM;
  const child: ChildProcess = spawn(program!, [...args, 'watch', ...policy, ...options, '--sweep', sweep], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOLDFAST_WEBHOOK: `http://127.0.0.1:${port}/hook` },
  });
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const ms = performance.now();
    const { event, path, status } = JSON.parse(line) as { event: string } & Omit<Heard, 'ms'>;
    events.push(event);
    if (event === 'alert') heard.log.push({ path, status, ms });
    news();
  });

  /** Waits until it holds, or throws after so many milliseconds. */
  const until = async (what: string, holds: () => boolean, patience: number) => {
    const deadline = performance.now() + patience;
    while (!holds()) {
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`${what} did not happen within ${patience} ms`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        news = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  await until('ready', () => events.includes('ready'), 30_000);

  return {
    directory,
    root,
    heard,
    until,
    /** Begins a deployment of the commit, as far as the store tells of it. */
    async beginDeployment() {
      const before = (await readdir(join(scratch, 'store/snapshots'))).sort()[0]!.slice(0, -5);
      await holdfast('backup', '--from-commit', 'HEAD', '--git-dir', checkout, ...options);
      const intended = (await readdir(join(scratch, 'store/snapshots'))).sort()[1]!.slice(0, -5);
      const opened = await openStore(join(scratch, 'store'));
      if (!opened.ok) throw new Error(opened.problem.message);
      // Without its lock, a deployment counts as one that was killed.
      const lock = await acquireLock(opened.value, DEPLOYING.deploy);
      if (!lock.ok) throw new Error(lock.problem.message);
      const at = new Date().toISOString();
      const record = { ...BEGUN, id: newId([]), at, host: hostname(), root, cwd: scratch, before, intended };
      const saved = await saveDeployment(opened.value, record);
      if (!saved.ok) throw new Error(saved.problem.message);
    },
    signal: (name: NodeJS.Signals) => child.kill(name),
    /** As editors and deployment tools save: whole beside it, then renamed. */
    async save(name: string, text: string) {
      const place = join(directory, name);
      await writeFile(`${place}.tmp`, text);
      await rename(`${place}.tmp`, place);
    },
    async dispose() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      child.kill('SIGCONT');
      await ended;
      server.closeAllConnections();
      server.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

async function createCheckout(
  directory: string,
  names: readonly string[],
  planned: (name: string) => string,
): Promise<string> {
  const git = (...args: string[]) => promisify(execFile)('git', ['-C', directory, ...args]);
  await mkdir(join(directory, 'config/auth'), { recursive: true });
  await mkdir(join(directory, '.github'));
  await writeFile(join(directory, '.github/holdfast.yml'), POLICY);
  for (const name of names) await writeFile(join(directory, 'config/auth', name), planned(name));
  await git('init', '--quiet');
  await git('add', '.');
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
  await git(...author, 'commit', '--quiet', '-m', 'Widen the pools');
  return join(directory, '.git');
}

async function holdfast(...args: string[]): Promise<void> {
  const [program, ...before] = PROGRAM;
  await promisify(execFile)(program!, [...before, ...args]);
}
