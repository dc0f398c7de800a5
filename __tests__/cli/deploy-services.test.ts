import { appendFile, chmod, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AUTH, BILLING, COPY, createSite, KEYS, NEW, OLD, type Site } from './deploy-support.ts';

let site: Site;
let server: Server;
let asked: string[];
/** What the service works with: it reads its file only when it is told to. */
let served: string;
/** What happens when it is probed for the first time. */
let atFirstProbe: (() => Promise<void>) | undefined;

/** `auth` is a real server; `more` are further lines of its entry in the policy. */
async function start(more = '', others = ''): Promise<void> {
  asked = [];
  served = OLD[AUTH]!;
  atFirstProbe = undefined;
  server = createServer(async (request, response) => {
    asked.push(request.url!);
    if (request.url === '/reload') served = (await site.text(AUTH)) ?? '';
    else {
      const happens = atFirstProbe;
      atFirstProbe = undefined;
      await happens?.();
    }
    response.statusCode = served.includes('environment: production') ? 200 : 503;
    response.end(served);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = `[node, -e, "fetch('http://127.0.0.1:${port}/reload')"]`;
  site = await createSite(`services:
  auth:
    probe: {http: 'http://127.0.0.1:${port}/health', body: 'pool'}
    reload: ${ask}
    grace: 0ms
    every: 100ms
    passes: 2
    soak: 200ms
${more}${others}`);
}
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await site.dispose();
});

describe('a service with a probe', () => {
  beforeEach(() => start());

  test('that is well makes the new state known good', async () => {
    const { code, out } = await site.deploy(COPY);
    expect([code, out]).toEqual([0, expect.stringMatching(/: GOOD$/m)]);
    expect(served).toBe(NEW);
    expect(asked.filter((url) => url === '/reload')).toHaveLength(1);
    expect(asked.filter((url) => url === '/health').length).toBeGreaterThanOrEqual(3);
    const [last] = await site.deployments();
    expect(await site.verdicts()).toMatchObject([{ snapshot: last!.made, verdict: 'good', by: 'probes' }]);
    expect(last!.findings).toEqual([]);
  });

  test('that is not well after a change which was meant is put back, reloaded and probed again', async () => {
    await site.repository.write('config/auth/production.yml', 'environment: none\npool: {}\n');
    await site.repository.commit('Break it');
    const { code, out, err } = await site.deploy(COPY);
    expect(code).toBe(1);
    expect(out).toMatch(/The service auth is not well: .*status 503 instead of\s+2xx/);
    expect(err).toMatch(/Put back 1 file, removed 0\./);
    expect(await site.text(AUTH)).toBe(OLD[AUTH]);
    expect(served).toBe(OLD[AUTH]);
    const [last] = await site.deployments();
    expect(last).toMatchObject({ outcome: 'rolled-back', held: true });
    expect(last!.findings.map(({ code, service }) => [code, service])).toEqual([
      ['service-unhealthy', 'auth'],
    ]);
    expect(await site.verdicts()).toMatchObject([{ snapshot: last!.made, verdict: 'bad' }]);
  });

  test('is not reloaded when none of its files has changed', async () => {
    expect(await site.deploy('true')).toMatchObject({ code: 0 });
    expect(asked).not.toContain('/reload');
    expect(asked).toContain('/health');
  });

  test('is not asked about a deployment that wrote what it may not', async () => {
    expect(await site.deploy(`sed -i s/19/7/ host${BILLING}`)).toMatchObject({ code: 1 });
    const [last] = await site.deployments();
    expect(last!.findings.map(({ code }) => code)).toEqual(['write-undeclared']);
  });

  test('that is still not well when everything is as it was: one rollback, loudly, and no other', async () => {
    const line = `echo x >> host${KEYS}; echo gone > host${AUTH}; rm config/auth/production.yml`;
    server.removeAllListeners('request');
    server.on('request', (_, response) => response.writeHead(500).end());
    const { code, out } = await site.deploy(line);
    expect(code).toBe(2);
    expect(out).toMatch(/INCONCLUSIVE: the host needs somebody/);
    expect(out).toMatch(/After everything was put back: The service auth is not well/);
    expect(out).toMatch(/One rollback was done, and no other is tried\./);
    expect(await site.text(AUTH)).toBe(OLD[AUTH]);
    expect((await site.deployments())[0]).toMatchObject({ stage: 'ended', outcome: 'inconclusive' });
    expect(await site.resume()).toMatchObject({ code: 0 });
  });

  test('of which no file is there is not known good, whatever its probe says', async () => {
    for (const path of [AUTH, KEYS]) await site.remove(path);
    const { code, out } = await site.deploy('true');
    expect([code, out]).toEqual([0, expect.stringMatching(/none of its files is here/)]);
    expect(await site.verdicts()).toEqual([]);
  });

  test('files of a service that nothing probes are not vouched for', async () => {
    const { code, out } = await site.deploy(`${COPY}; sed -i s/19/7/ host${BILLING}`, [
      ...['--writes', AUTH, '--writes', BILLING],
    ]);
    expect([code, out]).toEqual([0, expect.stringMatching(/Nothing probes the service billing/)]);
    expect(await site.verdicts()).toEqual([]);
  });

  test('what somebody wrote by hand for another service does not become known good with it', async () => {
    expect(await site.deploy(COPY)).toMatchObject({ code: 0 });
    const [first] = await site.verdicts();
    await site.write(BILLING, OLD[BILLING]!.replace('19', '7'));
    const { code, out } = await site.deploy('true');
    expect([code, out]).toEqual([0, expect.stringMatching(/Nothing probes the service billing/)]);
    expect(await site.verdicts()).toEqual([first]);
    await site.write(BILLING, OLD[BILLING]!);
    expect(await site.deploy('true')).toMatchObject({ code: 0 });
    expect((await site.verdicts()).map(({ verdict }) => verdict)).toEqual(['good', 'good']);
  });

  test('nor does a file that was added, or another mode; what a person calls good later is', async () => {
    expect(await site.deploy(COPY)).toMatchObject({ code: 0 });
    await chmod(site.place(BILLING), 0o666);
    await site.write('/etc/billing/more.toml', 'vat = 0\n');
    await site.deploy('true');
    expect(await site.verdicts()).toHaveLength(1);
    await site.backup('mark', 'latest', '--good');
    await site.deploy('true');
    expect(await site.verdicts()).toHaveLength(3);
    // Another environment never had any.
    await site.deploy('true', ['--environment', 'staging']);
    expect(await site.verdicts()).toHaveLength(4);
  });

  test('--plan shows how it is asked, and asks nothing', async () => {
    const { out } = await site.deploy('touch host/ran', ['--plan']);
    expect(out).toMatch(
      /service +auth: reload `node -e .*; 1 probe, 2 times in a row\s+within 0 ms, then for 200 ms/,
    );
    expect(asked).toEqual([]);
  });
});

test('a check that refuses the new configuration keeps it from being loaded', async () => {
  await start(
    '    check: "! grep -q \'size: 60\' host/etc/auth/production.yml || { echo too wide; false; }"\n',
  );
  const { code, out } = await site.deploy(COPY);
  expect(code).toBe(1);
  expect(out).toMatch(/The service auth is not well: its check: it ended with code 1/);
  expect(out).toMatch(/It printed: too wide/);
  expect(served).toBe(OLD[AUTH]);
  expect(await site.text(AUTH)).toBe(OLD[AUTH]);
});

test('files that rotate are left as they are, and their change is no violation', async () => {
  await start('    rotating: [/etc/auth/keys.yml]\n');
  const rotated = 'signing:\n  key: k-2026-12\n  passphrase: battery staple\n';
  const rotate = `printf '${rotated.replaceAll('\n', '\\n')}' > host${KEYS}`;
  const good = await site.deploy(`${COPY}; ${rotate}`);
  expect(good).toMatchObject({
    code: 0,
    out: expect.stringMatching(/It rotates, so that this is no violation/),
  });
  expect(await site.deploy(`echo x >> host${KEYS}; exit 1`)).toMatchObject({ code: 1 });
  expect(await site.text(KEYS)).toBe(`${rotated}x\n`);
});

test('what is still written while the services are watched is found and put back', async () => {
  await start();
  atFirstProbe = () => appendFile(site.place(KEYS), 'late\n');
  const { code, out } = await site.deploy(COPY);
  expect([code, out]).toEqual([1, expect.stringMatching(/changed again after the command had ended/)]);
  expect(await site.text(KEYS)).toBe(OLD[KEYS]);
});

test('--service asks only those that are named', async () => {
  await start(
    '',
    '  billing:\n    check: touch asked.log\n    probe: {command: touch asked.log}\n    soak: 0ms\n',
  );
  const { code } = await site.deploy(COPY, ['--service', 'auth']);
  expect(code).toBe(0);
  await expect(readFile(`${site.dir}/asked.log`)).rejects.toThrow('ENOENT');
  expect(await site.deploy(COPY, ['--service', 'mail'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/says nothing under `services` about "mail"\.\n {2}It has: auth, billing\./),
  });
});

test('a file that rotates and is gone is put back: nothing has rotated there', async () => {
  await start('    rotating: [/etc/auth/keys.yml]\n');
  const { code, err } = await site.deploy(`rm -r host/etc/auth; mkdir host/etc/auth; ${COPY}`);
  expect([code, err]).toEqual([1, expect.stringMatching(/Put back 2 files, removed 0\./)]);
  expect(await site.text(KEYS)).toBe(OLD[KEYS]);
});

test('a directory in place of one is told, and nothing is called rolled back', async () => {
  await start('    rotating: [/etc/auth/keys.yml]\n');
  const { code, out } = await site.deploy(`rm host${KEYS}; mkdir host${KEYS}`);
  expect([code, out]).toEqual([2, expect.stringMatching(/keys\.yml was not put back/)]);
  await site.remove(KEYS);
  expect(await site.resume()).toMatchObject({ code: 1 });
  expect(await site.text(KEYS)).toBe(OLD[KEYS]);
});

test('what a reload writes after everything was put back is told, and nothing is called rolled back', async () => {
  site = await createSite(`services:
  auth: {reload: cp staging.log host${AUTH}, probe: {command: 'true'}, grace: 0ms, every: 100ms, soak: 0ms}
`);
  server = createServer().listen(0, '127.0.0.1');
  const { code, out } = await site.deploy(COPY);
  expect([code, out]).toEqual([2, expect.stringMatching(/INCONCLUSIVE: the host needs somebody/)]);
  expect((await site.deployments())[0]!.findings).toContainEqual(
    expect.objectContaining({ code: 'after-rollback-write-late', path: AUTH }),
  );
});

test('a service whose probe was left out does not become known good with another one', async () => {
  await start(
    '',
    "  billing:\n    probe: {command: 'false'}\n    grace: 0ms\n    passes: 1\n    soak: 0ms\n",
  );
  const { code, out } = await site.deploy(COPY, ['--service', 'auth']);
  expect([code, out]).toEqual([0, expect.stringMatching(/Nothing probes the service billing/)]);
  expect(await site.verdicts()).toEqual([]);
});
