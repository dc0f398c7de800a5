import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createDirectory, createRepository, type TestRepository } from '../helpers/repository.ts';

const execute = promisify(execFile);
/** Debian has nginx in /usr/sbin, which is not in everybody's PATH. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
const run = (program: string, argv: readonly string[], cwd?: string) => execute(program, argv, { cwd, env });
const COLUMN = 60;

/** What nginx is asked, every few milliseconds, while something happens to its configuration. */
type Answer = { at: number; body: string };

const rows: string[] = [];
let built: Awaited<ReturnType<typeof createDirectory>>;
let host: Awaited<ReturnType<typeof createDirectory>>;
let repository: TestRepository;
let port: number;

beforeAll(async () => {
  built = await createDirectory();
  await run(process.execPath, ['scripts/build.mjs', '--out', join(built.dir, 'dist')]);
});
afterAll(async () => {
  await built.dispose();
  process.stdout.write(
    `\n${'what happened to the configuration'.padEnd(COLUMN)}damage to healthy\n${rows.join('\n')}\n`,
  );
});

const live = (path: string) => join(host.dir, 'etc/nginx', path);
const nginx = (...argv: string[]) => ['nginx', '-p', host.dir, '-c', live('nginx.conf'), ...argv];

const main = `daemon on;
worker_processes 1;
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path tmp/${kind};`).join('\n')}
  include conf.d/*.conf;
}
`;
const site = (name: string) => `server {
  listen 127.0.0.1:${port};
  server_name ${name}.example.com;
  location = /healthz { return 200 "${name}"; }
}
`;

/** A real nginx that serves what a repository holds, deployed once by Holdfast itself. */
beforeEach(async () => {
  host = await createDirectory();
  repository = await createRepository();
  port = await freePort();
  const service = {
    check: nginx('-t'),
    reload: nginx('-s', 'reload'),
    probe: { http: `http://127.0.0.1:${port}/healthz`, body: 'production', within: '5s' },
    grace: '2s',
    every: '100ms',
    soak: '500ms',
  };
  await mkdir(join(host.dir, 'tmp'));
  await repository.write('nginx/nginx.conf', main);
  await repository.write('nginx/conf.d/site.conf', site('production'));
  await repository.write('staging/site.conf', site('staging'));
  await repository.write(
    '.github/holdfast.yml',
    `critical:\n  - files: nginx/**\n    live: ${live('')}\n    service: web\nservices: ${JSON.stringify({ web: service })}\n`,
  );
  await repository.commit('the configuration of production');
  await cp(join(repository.dir, 'nginx'), live(''), { recursive: true });
  const [program, ...argv] = nginx();
  await run(program!, argv);
  const { code, output } = await holdfast('deploy', '--store', store(), '--', ...COPY());
  expect([code, output]).toEqual([0, expect.any(String)]);
  expect(await ask()).toBe('production');
});
afterEach(async () => {
  await run('nginx', nginx('-s', 'stop').slice(1)).catch(() => {});
  await Promise.all([host.dispose(), repository.dispose()]);
});

const store = () => join(host.dir, 'store');
/** What a deployment does: the files of the commit go to their places, and nginx reads them. */
const COPY = () => ['sh', '-c', `cp -r nginx/. ${live('')} && ${nginx('-s', 'reload').join(' ')}`];

/** A port that nobody uses, below those that systems give to whoever asks for any: it stays free until nginx has it. */
async function freePort(): Promise<number> {
  for (let free = 20_000 + (process.pid % 5_000); ; free++) {
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(free, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return free;
  }
}

async function holdfast(...argv: string[]): Promise<{ code: number; output: string }> {
  return run(process.execPath, [join(built.dir, 'dist/cli.js'), ...argv], repository.dir).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error) => ({ code: error.code, output: error.stdout + error.stderr }),
  );
}

function ask(): Promise<string> {
  return new Promise((resolve) => {
    const request = get(`http://127.0.0.1:${port}/healthz`, { agent: false, timeout: 2_000 }, (response) => {
      const status = response.statusCode;
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve(status === 200 ? body : `status ${status}`));
      response.on('error', () => resolve('broken'));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve('refused'));
  });
}

/** Asks while something happens, and says for how long nginx did not answer as in production. */
async function watched<T>(
  what: string,
  happening: () => Promise<T>,
): Promise<{ result: T; answers: Answer[] }> {
  const answers: Answer[] = [];
  let over = false;
  const watching = (async () => {
    while (!over) {
      answers.push({ body: await ask(), at: performance.now() });
      await sleep(5);
    }
  })();
  const result = await happening();
  over = true;
  await watching;
  const bad = answers.filter(({ body }) => body !== 'production');
  const healthy = answers.find(({ at, body }) => body === 'production' && at > (bad.at(-1)?.at ?? 0));
  const ms = bad.length === 0 ? 'nobody noticed' : `${Math.round(healthy!.at - bad[0]!.at)} ms`;
  rows.push(`${what.padEnd(COLUMN)}${ms}`);
  return { result, answers };
}

const bodies = (answers: Answer[]) => new Set(answers.map(({ body }) => body));

test("a deployment that writes staging's configuration is seen, taken back and reloaded", async () => {
  await repository.commit('release 42');
  // The damage is done, and nginx serves it, before the command ends.
  const served = `const { get } = require('node:http');
    const end = Date.now() + 20_000;
    const ask = () => get('http://127.0.0.1:${port}/healthz', { agent: false }, async (answer) => {
      let body = '';
      for await (const part of answer) body += part;
      if (body !== 'staging' && Date.now() < end) setTimeout(ask, 5);
    });
    ask();`;
  await writeFile(join(host.dir, 'served.cjs'), served);
  const script = `cp staging/site.conf ${live('conf.d/site.conf')} && ${nginx('-s', 'reload').join(' ')} && ${process.execPath} ${join(host.dir, 'served.cjs')}`;
  const { result, answers } = await watched("the command writes staging's", () =>
    holdfast('deploy', '--store', store(), '--', 'sh', '-c', script),
  );
  expect(result).toEqual({ code: 1, output: expect.stringContaining('site.conf') });
  expect(bodies(answers)).toEqual(new Set(['production', 'staging']));
  expect(await readFile(live('conf.d/site.conf'), 'utf8')).toBe(site('production'));
  expect(await ask()).toBe('production');
  const again = await holdfast('deploy', '--store', store(), '--', ...COPY());
  expect([again.code, await ask()]).toEqual([1, 'production']);
});

test('a commit whose configuration nginx cannot load never reaches it', async () => {
  await repository.write('nginx/conf.d/site.conf', `${site('production')}server { lissten 80; }\n`);
  await repository.commit('a typing error');
  const command = ['sh', '-c', `cp -r nginx/. ${live('')}`];
  const { result, answers } = await watched('the commit has a directive that nginx does not know', () =>
    holdfast('deploy', '--store', store(), '--', ...command),
  );
  expect(result).toEqual({ code: 1, output: expect.stringMatching(/unknown directive "lissten"/) });
  expect(bodies(answers)).toEqual(new Set(['production']));
  expect(await readFile(live('conf.d/site.conf'), 'utf8')).toBe(site('production'));
});

test('a commit whose configuration loads and does not work is taken back', async () => {
  const broken = site('production').replace(/location.*/, `location / { proxy_pass http://127.0.0.1:1; }`);
  await repository.write('nginx/conf.d/site.conf', broken);
  await repository.commit('an upstream that is not there');
  const { result, answers } = await watched('the commit names an upstream that is not there', () =>
    holdfast('deploy', '--store', store(), '--', ...COPY()),
  );
  expect(result).toEqual({ code: 1, output: expect.stringMatching(/status 502 instead of 2xx/) });
  expect(bodies(answers)).toContain('status 502');
  expect(await readFile(live('conf.d/site.conf'), 'utf8')).toBe(site('production'));
  expect(await ask()).toBe('production');
});

test('what somebody wrote by hand is put back and reloaded by a restore of the known good', async () => {
  await writeFile(live('conf.d/site.conf'), site('staging'));
  await run('nginx', nginx('-s', 'reload').slice(1));
  for (let tries = 0; tries < 500 && (await ask()) !== 'staging'; tries++) await sleep(10);
  const argv = ['--known-good', '--policy', '.github/holdfast.yml', '--yes', '--store', store()];
  const { result } = await watched('somebody writes by hand, restore --known-good', () =>
    holdfast('restore', ...argv),
  );
  expect(result).toEqual({ code: 0, output: expect.stringMatching(/^web +healthy after/m) });
  expect(await ask()).toBe('production');
});
