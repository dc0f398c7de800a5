import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type BuiltAction, buildAction, type How, type Outcome } from '../helpers/action.ts';
import { createRepository, type TestRepository } from '../helpers/repository.ts';

const POLICY = 'critical:\n  - files: config/auth/**\n    live: /etc/auth\n    service: auth\n';
const OLD = 'issuer: https://login.example.com\npool: 40\n';
const NEW = OLD.replace('40', '60');
const STAGING = 'issuer: https://login.staging.example.com\n';
/** Lines of the step's script. */
const COPY = 'cp config/auth/production.yml host/etc/auth/production.yml';
const COPY_STAGING = 'cp staging.yml host/etc/auth/production.yml';

let action: BuiltAction;
let repository: TestRepository;
beforeAll(async () => {
  action = await buildAction('deploy');
});
afterAll(() => action.dispose());
beforeEach(async () => {
  repository = await createRepository();
  await repository.write('.github/holdfast.yml', POLICY);
  await repository.write('config/auth/production.yml', NEW);
  await repository.commit();
  await repository.write('staging.yml', STAGING);
  await mkdir(place('host/etc/auth'), { recursive: true });
  await writeFile(place('host/etc/auth/production.yml'), OLD);
});
afterEach(() => repository.dispose());

const place = (path: string) => join(repository.dir, path);
const live = () => readFile(place('host/etc/auth/production.yml'), 'utf8');
const exists = (path: string) =>
  access(place(path)).then(
    () => true,
    () => false,
  );
const event = { name: 'push', payload: {}, sha: '0'.repeat(40) };

/** The main step. */
function step(
  run: string,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
  how: How = {},
): Promise<Outcome> {
  const given = { run, root: 'host', store: 'store', ...inputs };
  return action.run(repository.dir, event, given, env, how);
}

/** The post step of the same job; the runner gives it the inputs and the state of the main one. */
function post({ state }: Pick<Outcome, 'state'>, inputs: Record<string, string> = {}): Promise<Outcome> {
  const env = Object.fromEntries([...state].map(([name, value]) => [`STATE_${name}`, value]));
  return step('unused', inputs, env, { bundle: 'deploy-post' });
}

const KILLED = { state: new Map<string, string>() };

/** Until the command has made a file. */
async function made(path: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await exists(path)) return;
    await pause(50);
  }
  throw new Error(`${path} was never made`);
}

/** What the runner does with a log: the lines that are commands to it, and the lines it takes as they are. */
function asRunner(log: string): { commands: string[]; stopped: string[] } {
  const commands: string[] = [];
  const stopped: string[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/).map((text) => text.trim())) {
    if (token !== undefined) {
      if (line === `::${token}::`) token = undefined;
      else stopped.push(line);
    } else if (/^::stop-commands::/.test(line)) token = line.slice('::stop-commands::'.length);
    else if (/^::[\w-]+.*::/.test(line)) commands.push(line);
  }
  expect(token).toBeUndefined();
  return { commands, stopped };
}

test('what the commit says is deployed, and the outputs name its snapshots', async () => {
  const { code, outputs, summary, stdout } = await step(COPY, { environment: 'production' });
  expect([code, outputs.get('outcome'), await live()]).toEqual([0, 'good', NEW]);
  const report = JSON.parse(await readFile(outputs.get('report')!, 'utf8'));
  expect(report.outcome).toBe('good');
  for (const name of ['before', 'after']) {
    expect(await readdir(place('store/snapshots'))).toContain(`${outputs.get(name)}.json`);
  }
  expect(await readdir(place('store/deployments'))).toEqual([`${outputs.get('deployment')}.json`]);
  expect(summary).toMatch(/^## Holdfast: what was deployed is what was meant$/m);
  expect(asRunner(stdout).commands).toEqual([]);
});

test('what is written into the script stands neither in the record nor in the report', async () => {
  const { code, outputs, stdout, summary } = await step(`: walrus-of-tuesday; ${COPY}`);
  expect(code).toBe(0);
  const files = [outputs.get('report')!, place(`store/deployments/${outputs.get('deployment')}.json`)];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  expect([...texts, stdout, summary].join()).not.toMatch(/walrus/);
});

test('a file of staging is rolled back, and the commit is held for its environment', async () => {
  const inputs = { environment: 'production' };
  const bad = await step(COPY_STAGING, inputs);
  expect([bad.code, bad.outputs.get('outcome'), await live()]).toEqual([1, 'rolled-back', OLD]);
  expect(bad.stdout).toMatch(/^::error::the deployment failed, and what was there before was put back/m);
  expect(bad.summary).toMatch(/login\.staging\.example\.com/);
  const held = await step(`touch ran; ${COPY}`, inputs);
  expect([held.code, held.outputs.get('outcome'), await exists('ran')]).toEqual([1, 'nothing-done', false]);
  expect(held.stdout).toMatch(/^::error::the command was not run%0A.*is not deployed to production again/m);
  const lifted = await step(COPY, { ...inputs, 'lift-hold': 'the script is mended' });
  expect([lifted.code, lifted.outputs.get('outcome'), await live()]).toEqual([0, 'good', NEW]);
});

test('the script fails as that of a run step does: at its first command, in pipes, too', async () => {
  const { code, outputs } = await step(`${COPY_STAGING}\nfalse | true\ntouch ran`);
  expect([code, outputs.get('outcome'), await exists('ran')]).toEqual([1, 'rolled-back', false]);
  expect(await live()).toBe(OLD);
});

test('a plan runs nothing and writes nothing, and its post step neither', async () => {
  const inputs = { plan: 'true' };
  const planned = await step('touch ran', inputs);
  expect([planned.code, await exists('ran'), await exists('store')]).toEqual([0, false, false]);
  expect(planned.summary).toMatch(/^## Holdfast: what a deployment would do$/m);
  // Another job has been killed on this host: it is for a deployment, and not for a plan, to roll it back.
  await kill(`${COPY_STAGING}; touch started; sleep 60`);
  const after = await post(await step('touch ran', inputs), inputs);
  expect([after.code, await live()]).toEqual([0, STAGING]);
  expect((await post(KILLED)).code).toBe(1);
});

test('commands get the environment of a run step: no inputs, no token, no state', async () => {
  const env = { DEPLOY_TO: 'eu-1', ACTIONS_RUNTIME_TOKEN: 'runtime', STATE_ended: 'x', GITHUB_ENV: 'env' };
  const { code } = await step(`env > seen; ${COPY}`, { 'github-token': 'ghs_theinputstoken' }, env);
  expect(code).toBe(0);
  const seen = await readFile(place('seen'), 'utf8');
  expect(seen).toMatch(/^DEPLOY_TO=eu-1$/m);
  expect(seen).toMatch(/^GITHUB_OUTPUT=/m);
  expect(seen).toMatch(/^HOLDFAST_DEPLOYMENT=[0-9A-Z]{26}$/m);
  expect(seen).not.toMatch(/^(INPUT_|STATE_|ACTIONS_RUNTIME_)|ghs_theinputstoken/m);
});

test('masks of the command reach the runner as they are, and stay out of what Holdfast keeps', async () => {
  const words = ['gho_abcdefghijklmnopqrstuvwxyz012345', 'correct%25horse'];
  const script = [
    // From a file, as from a vault: the script does not have them.
    'while read -r word; do echo "::add-mask::$word"; done < words',
    `echo "logged in with $(head -n 1 words) and $(sed -n 's/%25/%/p' words)"`,
    COPY,
  ].join('\n');
  await repository.write('words', `${words.join('\n')}\n`);
  const { code, stdout, outputs } = await step(script);
  expect(code).toBe(0);
  expect(asRunner(stdout).commands).toEqual(words.map((word) => `::add-mask::${word}`));
  const record = await readFile(place(`store/deployments/${outputs.get('deployment')}.json`), 'utf8');
  const report = await readFile(outputs.get('report')!, 'utf8');
  for (const kept of [record, report]) {
    expect(kept).toMatch(/logged in with «hidden» and «hidden»/);
    expect(kept).not.toMatch(/gho_abc|correct%/);
  }
});

test('nothing of the configuration is a command, also after a line that the command has not ended', async () => {
  const line = "printf 'half a line' ";
  await repository.write('staging.yml', 'issuer: |\n  ::error::from the configuration\n');
  const { stdout } = await step(`${COPY_STAGING}; ${line}`);
  const { commands, stopped } = asRunner(stdout);
  expect(commands).toEqual([expect.stringMatching(/^::error::the deployment failed, and what was there/)]);
  expect(stopped.join('\n')).toMatch(/ROLLED BACK/);
  const good = await step(`${line} ${COPY}; exit 3`, { environment: 'other' });
  expect(asRunner(good.stdout).commands).toHaveLength(1);
});

/** Kills the main step while its command runs, as a runner does whose patience is over. */
async function kill(
  run: string,
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<Outcome> {
  let main: Parameters<NonNullable<How['started']>>[0] | undefined;
  const ended = step(run, inputs, env, { started: (child) => (main = child) });
  await made('started');
  main!.kill('SIGINT');
  main!.kill('SIGKILL');
  return ended;
}

test('a cancelled job is rolled back by itself when it has the time for it', async () => {
  let main: Parameters<NonNullable<How['started']>>[0] | undefined;
  const ended = step(
    `${COPY_STAGING}; touch started; sleep 60`,
    {},
    {},
    { started: (child) => (main = child) },
  );
  await made('started');
  main!.kill('SIGINT');
  const { code, outputs, state } = await ended;
  expect([code, outputs.get('outcome'), await live()]).toEqual([1, 'rolled-back', OLD]);
  const after = await post({ state });
  expect([after.code, after.stdout]).toEqual([0, expect.not.stringMatching(/::error::/)]);
  // The commit is not at fault.
  expect((await step(COPY)).outputs.get('outcome')).toBe('good');
});

test('one that was killed is rolled back by its post step', async () => {
  await kill(`${COPY_STAGING}; touch started; sleep 60`);
  expect(await live()).toBe(STAGING);
  const { code, stdout } = await post(KILLED);
  expect([code, await live()]).toEqual([1, OLD]);
  expect(stdout).toMatch(/^::error::The deployment was interrupted; what was there before was put back\.$/m);
  expect((await post(KILLED)).code).toBe(0);
});

test('the post step of a deployment that has ended does not wait for that of another job', async () => {
  const first = await step(COPY);
  const second = step('touch started; for i in $(seq 200); do [ -e go ] && exit; sleep 0.1; done', {
    environment: 'other',
  });
  await made('started');
  const { code, stdout } = await post(first);
  await writeFile(place('go'), '');
  expect([code, stdout]).toEqual([0, '']);
  expect((await second).code).toBe(0);
});

test('the GitHub deployment of the event is marked with the token of the input, by the post step, too', async () => {
  const told: string[][] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    told.push([request.url!, request.headers.authorization!.split(' ')[1]!, JSON.parse(text).state]);
    response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = { GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  const inputs = { 'deployment-id': '41', 'github-token': 'ghs_theinputstoken' };
  try {
    await kill(`${COPY_STAGING}; touch started; sleep 60`, inputs, env);
    await step('unused', inputs, env, { bundle: 'deploy-post' });
    const marked = (state: string) => [
      '/repos/acme/shop/deployments/41/statuses',
      'ghs_theinputstoken',
      state,
    ];
    expect(told).toEqual([marked('in_progress'), marked('failure')]);
  } finally {
    server.close();
  }
});

test('inputs that are missing or wrong are refused', async () => {
  const missing = await step('');
  expect([missing.code, missing.stdout]).toEqual([
    1,
    expect.stringMatching(/^::error::The input run is miss/m),
  ]);
  const wrong = await step(COPY, { 'in-place': 'yes' });
  expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringMatching(/^::error::The input in-place is/m)]);
  const outside = await step(COPY, { writes: '/' });
  expect([outside.code, await live()]).toEqual([1, OLD]);
});
