import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { servicePorts } from '../../../src/adapters/probes/ports.ts';
import type { HttpProbe, Probe } from '../../../src/policy/service.ts';
import { judgeService } from '../../../src/services/health.ts';
import { refusingPort } from '../../helpers/ports.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const world = (signal?: AbortSignal) =>
  servicePorts({ cwd: '/', env: process.env, mask: (text) => text, ...(signal && { signal }) });
const ask = (probe: Probe) => world().probe(probe);

async function listen(server: Server | ReturnType<typeof createTcp>): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A probe of a real server. */
async function served(listener: RequestListener, more: Partial<HttpProbe> = {}): Promise<HttpProbe> {
  const port = await listen(createHttp(listener));
  return { kind: 'http', url: `http://127.0.0.1:${port}/healthz`, timeout: 5_000, ...more };
}

describe('http', () => {
  test.each([
    ['200', {}],
    ['204', {}],
    ['301', { status: [200, 301] }],
    ['503', { status: [503] }],
  ])('status %s passes with %j', async (code, more) => {
    const probe = await served((_, response) => response.writeHead(Number(code)).end(), more);
    expect(await ask(probe)).toEqual({ ok: true, ms: expect.any(Number) });
  });

  test.each([
    ['502', {}, 'status 502 instead of 2xx'],
    ['200', { status: [204, 404] }, 'status 200 instead of 204 or 404'],
  ])('status %s fails with %j', async (code, more, reason) => {
    const probe = await served((_, response) => response.writeHead(Number(code)).end('SECRET'), more);
    expect(await ask(probe)).toEqual({ ok: false, ms: expect.any(Number), reason });
  });

  test('a redirect is not followed', async () => {
    const asked: string[] = [];
    const probe = await served((request, response) => {
      asked.push(request.url!);
      response.writeHead(request.url === '/healthz' ? 302 : 200, { location: '/login' }).end();
    });
    expect(await ask(probe)).toMatchObject({ ok: false, reason: 'status 302 instead of 2xx' });
    expect(asked).toEqual(['/healthz']);
  });

  test('the body has to contain the text', async () => {
    const probe = await served((_, response) => response.end('{"ready":true, "note":"grün"}'));
    expect(await ask({ ...probe, body: '"ready":true' })).toMatchObject({ ok: true });
    expect(await ask({ ...probe, body: 'grün' })).toMatchObject({ ok: true });
    expect(await ask({ ...probe, body: '"ready":false' })).toMatchObject({
      ok: false,
      reason: 'the body does not contain what it should',
    });
  });

  test('a body that comes in parts is one', async () => {
    const probe = await served((_, response) => {
      response.write('"rea');
      setTimeout(() => response.end('dy":true'), 100);
    });
    expect(await ask({ ...probe, body: '"ready":true' })).toMatchObject({ ok: true });
  });

  test('the whole answer has to be there in time, not only its head', async () => {
    const probe = await served((_, response) => {
      response.write('a');
      setTimeout(() => response.end('b'), 300);
    });
    const slow = await ask({ ...probe, within: 100 });
    expect(slow).toMatchObject({ ok: false, reason: expect.stringMatching(/^the whole answer took \d+ ms/) });
    expect(await ask({ ...probe, within: 5_000 })).toMatchObject({ ok: true });
  });

  test.each<[string, RequestListener]>([
    ['never answers', () => {}],
    ['never ends its answer', (_, response) => void response.write('a')],
    [
      'sends a byte now and then',
      (_, response) => {
        const timer = setInterval(() => response.write('a'), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('a server that %s fails at the timeout', async (_, listener) => {
    const probe = await served(listener, { timeout: 300 });
    expect(await ask(probe)).toMatchObject({ ok: false, reason: 'no whole answer within 300 ms' });
  });

  test('half a body fails', async () => {
    const probe = await served((_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.socket!.destroy());
    });
    expect(await ask(probe)).toMatchObject({ ok: false, reason: 'the answer ended in the middle' });
  });

  test('a huge body is not read to its end', async () => {
    let sent = 0;
    const probe = await served((_, response) => {
      const more = () => {
        while (!response.destroyed && sent < 500_000_000) {
          sent += 100_000;
          if (!response.write(Buffer.alloc(100_000, 'a'))) return void response.once('drain', more);
        }
      };
      more();
    });
    expect(await ask(probe)).toMatchObject({ ok: false, reason: 'the answer is larger than 1 MiB' });
    expect(sent).toBeLessThan(50_000_000);
  });

  test('what is no HTTP fails', async () => {
    const port = await listen(createTcp((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')));
    expect(await ask({ kind: 'http', url: `http://127.0.0.1:${port}/`, timeout: 5_000 })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^the connection failed \(HPE_/),
    });
    expect(await ask({ kind: 'http', url: `https://127.0.0.1:${port}/`, timeout: 5_000 })).toMatchObject({
      ok: false,
    });
  });

  test('no server fails, and neither does one that closes at once', async () => {
    const port = await listen(createTcp((socket) => socket.destroy()));
    expect(await ask({ kind: 'http', url: `http://127.0.0.1:${port}/`, timeout: 5_000 })).toMatchObject({
      ok: false,
      reason: 'the connection was reset (ECONNRESET)',
    });
    const nobody = await refusingPort();
    closing.push(nobody.close);
    expect(
      await ask({ kind: 'http', url: `http://127.0.0.1:${nobody.port}/`, timeout: 5_000 }),
    ).toMatchObject({
      ok: false,
      reason: 'the connection was refused (ECONNREFUSED)',
    });
  });
});

describe('tcp', () => {
  test('passes where a connection opens, and fails where none does', async () => {
    const port = await listen(createTcp(() => {}));
    const probe = { kind: 'tcp', host: '127.0.0.1', port, timeout: 5_000 } as const;
    expect(await ask(probe)).toMatchObject({ ok: true });
    const nobody = await refusingPort();
    closing.push(nobody.close);
    expect(await ask({ ...probe, port: nobody.port })).toMatchObject({
      ok: false,
      reason: 'the connection was refused (ECONNREFUSED)',
    });
    expect(await ask({ ...probe, host: 'holdfast.invalid' })).toMatchObject({ ok: false });
    // TEST-NET-1, where nobody is (RFC 5737): refused at once, or never answered.
    expect(await ask({ ...probe, host: '192.0.2.1', timeout: 300 })).toMatchObject({ ok: false });
  });
});

describe('command', () => {
  const probe = { kind: 'command', timeout: 20_000 } as const;

  test('has to end with 0; what it printed is kept for the report', async () => {
    expect(await ask({ ...probe, command: 'true' })).toMatchObject({ ok: true });
    expect(await ask({ ...probe, command: ['sh', '-c', 'echo no database; exit 4'] })).toMatchObject({
      ok: false,
      reason: 'it ended with code 4',
      output: 'no database\n',
    });
    expect(await ask({ ...probe, timeout: 200, command: 'sleep 600' })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/and was stopped$/),
    });
  });

  test('does not get the inputs of an Action', async () => {
    const ports = servicePorts({
      cwd: '/',
      env: { ...process.env, INPUT_TOKEN: 'ghs_x', OTHER: 'y' },
      mask: (text) => text,
    });
    const command = 'echo "$OTHER$INPUT_TOKEN"; exit 1';
    expect(await ports.probe({ ...probe, command })).toMatchObject({ output: 'y\n' });
  });
});

describe('a real service', () => {
  const service = { name: 'auth', grace: 0, passes: 3, every: 20, soak: 100, rotating: [] };
  const steps = { check: true, reload: true, soak: true };

  test('that comes and goes is never healthy', async () => {
    let asked = 0;
    const probe = await served((_, response) => {
      asked += 1;
      response.writeHead(asked % 3 === 1 ? 500 : 200).end();
    });
    const health = await judgeService({ ...service, grace: 300, probes: [probe] }, world(), steps);
    expect(health).toMatchObject({ state: 'unhealthy', last: { reason: 'status 500 instead of 2xx' } });
  });

  test('that starts late is healthy, after its check and its reload', async () => {
    let asked = 0;
    const probe = await served((_, response) => response.writeHead(++asked > 3 ? 200 : 503).end());
    const late = { ...service, grace: 20_000, probes: [probe], check: 'true', reload: ['true'] };
    expect(await judgeService(late, world(), steps)).toMatchObject({
      state: 'healthy',
      last: { reason: 'status 503 instead of 2xx' },
    });
  });

  test('is not waited for when the run is cancelled, by no probe, command or pause', async () => {
    const probes: Probe[] = [
      await served(() => {}, { timeout: 60_000 }),
      { kind: 'command', command: 'sleep 600', timeout: 60_000 },
      { kind: 'command', command: 'true', timeout: 60_000 },
    ];
    for (const probe of probes) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 200);
      const slow = { ...service, every: 60_000, probes: [probe] };
      expect(await judgeService(slow, world(controller.signal), steps)).toMatchObject({
        state: 'cancelled',
      });
    }
    const before = { ...service, probes: [], reload: 'sleep 600' };
    expect(await judgeService(before, world(AbortSignal.timeout(200)), steps)).toMatchObject({
      state: 'cancelled',
    });
  });
});
