import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { diskOperations } from '../../src/adapters/restore/operations.ts';
import { prepare } from '../../src/adapters/restore/prepare.ts';
import { restoreSteps } from '../../src/adapters/restore/steps.ts';
import { chooseParts } from '../../src/cli/restore/parts.ts';
import { ok } from '../../src/model/problem.ts';
import { restore } from '../../src/restore.ts';
import { createMachine, type Machine } from './restore-support.ts';

const GOOD = 'environment: production\n';
const BAD = 'environment: staging\n';

let machine: Machine;
let config: string;
let log: string;
let policy: string;
let port: number;
let close: () => void;
/** What the server serves: it reads its configuration only when it is told to. */
let served = BAD;

/** The host itself, in a directory of its own: `auth` is a real server that reads its configuration when it is asked to. */
beforeEach(async () => {
  machine = await createMachine();
  config = join(machine.dir, 'etc/auth/auth.yml');
  log = join(machine.dir, 'log');
  await mkdir(dirname(config), { recursive: true });
  await writeFile(config, GOOD);
  const server = createServer(async (request, response) => {
    if (request.url === '/reload') served = await readFile(config, 'utf8');
    response.end(served);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  close = () => server.close();
  port = (server.address() as AddressInfo).port;
  served = BAD;
  policy = `critical:
  - files: ${join(machine.dir, 'etc/auth')}/**
    service: auth
  - files: ${join(machine.dir, 'etc/mail')}/**
    service: mail
`;
});
afterEach(async () => {
  close();
  await machine.dispose();
});

const reloadCommand = () => [
  process.execPath,
  '-e',
  `require('node:http').get('http://127.0.0.1:${port}/reload', (answer) => answer.resume())`,
];

/** A snapshot of the good file, the bad one in its place, and a run of restore with `services` in the policy. */
async function restoreWith(services: object, ...argv: string[]) {
  const snapshot = await backup();
  await writeFile(config, BAD);
  const text = `${policy}services: ${JSON.stringify(services)}\n`;
  await writeFile(join(machine.dir, 'policy.yml'), text);
  return run(snapshot, '--policy', 'policy.yml', '--yes', ...argv);
}

async function backup(): Promise<string> {
  const { root } = machine;
  const inRoot = join(root, config);
  await mkdir(dirname(inRoot), { recursive: true });
  await writeFile(inRoot, GOOD);
  return machine.backup(policy);
}

const run = (...argv: string[]) => machine.restoreWith({}, ...argv, '--store', machine.store.directory);

const probe = () => ({ http: `http://127.0.0.1:${port}/`, body: 'production' });
const QUICK = { every: '100ms', grace: '0s' };

describe('after files were put back', () => {
  test('their service is checked, reloaded and probed', async () => {
    const check = `grep -q production ${config} && echo "checked $$" >> ${log} && echo the file is right`;
    const report = join(machine.dir, 'report.json');
    const { code, out, err } = await restoreWith(
      { auth: { check, reload: reloadCommand(), probe: probe(), ...QUICK } },
      '--report',
      report,
    );
    expect([code, err]).toEqual([0, '']);
    expect(await readFile(config, 'utf8')).toBe(GOOD);
    expect(served).toBe(GOOD);
    expect(out).toMatch(
      /reloading and probing 1 service\.\n {2}the file is right\nservice +how it is\nauth +healthy after /,
    );
    expect((await readFile(log, 'utf8')).match(/checked/g)).toHaveLength(1);
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({
      end: 'restored',
      services: [{ name: 'auth', state: 'healthy' }],
      problems: [],
    });
  });

  test('a service that is not well is told with what to do, and the exit code is 1', async () => {
    const { code, out, err } = await restoreWith({ auth: { reload: 'true', probe: probe(), ...QUICK } });
    expect(code).toBe(1);
    expect(await readFile(config, 'utf8')).toBe(GOOD);
    expect(out).toMatch(/^auth +NOT HEALTHY after /m);
    expect(err).toMatch(
      /auth is not healthy: a probe failed after 0 of 3 passes\. http:\/\/127\.0\.0\.1:\d+\/ failed last: the body does not contain what it should\./,
    );
    expect(err).toMatch(/The files are restored, and not every service .*\n.*holdfast restore 01/);
  });

  test('what cannot be loaded is not reloaded', async () => {
    const check = 'echo "unknown directive in line 3"; echo "DB_PASSWORD=hunter22" >&2; exit 1';
    const { code, out, err } = await restoreWith({
      auth: { check, reload: `echo > ${log}`, probe: probe() },
    });
    expect(code).toBe(1);
    expect(err).toMatch(
      /The check of auth failed: it ended with code 1\. It printed: .*unknown directive in line 3/,
    );
    expect(out + err).not.toMatch(/hunter22/);
    await expect(readFile(log)).rejects.toThrow('ENOENT');
  });

  test('without probes nobody says that it is well', async () => {
    const { code, out } = await restoreWith({ auth: { reload: reloadCommand() } });
    expect([code, served]).toEqual([0, GOOD]);
    expect(out).toMatch(/^auth +reloaded; the policy names no probe/m);
  });

  test.each([
    ['--no-reload', ['--no-reload']],
    ['--dry-run', ['--dry-run']],
  ])('nothing is run with %s', async (_, argv) => {
    const { out } = await restoreWith({ auth: { check: `echo > ${log}`, reload: `echo > ${log}` } }, ...argv);
    await expect(readFile(log)).rejects.toThrow('ENOENT');
    if (argv[0] === '--no-reload') expect(out).toMatch(/reload the services that read it\.$/m);
  });

  test('nothing is run where the files are of another root, or of no service of the policy', async () => {
    const other = await restoreWith({ mail: { reload: `echo > ${log}` } });
    expect(other.code).toBe(0);
    const elsewhere = await restoreWith({ auth: { reload: `echo > ${log}` } }, '--root', machine.root);
    expect([elsewhere.code, other.code]).toEqual([0, 0]);
    await expect(readFile(log)).rejects.toThrow('ENOENT');
  });

  test('a file that rotates is put back all the same when a person asks for it', async () => {
    expect(await restoreWith({ auth: { rotating: true } })).toMatchObject({ code: 0 });
    expect(await readFile(config, 'utf8')).toBe(GOOD);
  });
});

test('a restore that was interrupted is finished, and its services are reloaded then', async () => {
  const snapshot = await backup();
  await writeFile(config, BAD);
  const parts = await chooseParts(machine.store, snapshot, { services: [] });
  if (!parts.ok) throw new Error(parts.problem.message);
  const asked = { services: [], paths: [] };
  const prepared = await prepare(machine.store, { parts: parts.value, asked, root: '', inPlace: false });
  if (!prepared.ok) throw new Error(prepared.problem.message);
  const rename = () => {
    throw Object.assign(new Error(), { code: 'EPERM' });
  };
  const steps = restoreSteps(machine.store, { ...diskOperations, rename }, async () => ok(null));
  const interrupted = await restore(prepared.value.plan, { snapshots: [snapshot], root: '' }, steps);
  expect(interrupted).toMatchObject({ ok: false, touched: true });
  const services = { auth: { reload: reloadCommand(), probe: probe(), ...QUICK } };
  await writeFile(join(machine.dir, 'policy.yml'), `${policy}services: ${JSON.stringify(services)}\n`);
  const { code, out, err } = await run('--resume', '--policy', 'policy.yml');
  expect([code, err, served]).toEqual([0, '', GOOD]);
  expect(out).toMatch(/Finished a restore that was interrupted\.[\s\S]*^auth +healthy after /m);
});

test('nothing is run where nothing was put back', async () => {
  const snapshot = await backup();
  const services = { auth: { check: `echo > ${log}`, reload: `echo > ${log}` } };
  await writeFile(join(machine.dir, 'policy.yml'), `${policy}services: ${JSON.stringify(services)}\n`);
  expect(await run(snapshot, '--policy', 'policy.yml', '--yes')).toMatchObject({ code: 0 });
  await expect(readFile(log)).rejects.toThrow('ENOENT');
});
