import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startReceiver } from '../adapters/watch/receiver.ts';
import { AUTH, BAD, BILLING, GOOD } from './restore-support.ts';
import { createMachine, type Machine } from './watch-support.ts';

let machine: Machine;
beforeEach(async () => {
  machine = await createMachine();
});
afterEach(() => machine.disposeAll());

const bodies = (received: readonly { body: string }[]) =>
  received.flatMap(({ body }) => JSON.parse(body).alerts as { path: string; status: string }[]);
const told = (received: readonly { body: string }[]) =>
  bodies(received).map(({ path, status }) => `${status} ${path}`);

describe('a receiver', () => {
  test('that is away gets everything when it is back, also after the watch was killed', async () => {
    const receiver = await startReceiver();
    receiver.setAway(true);
    const url = `${receiver.url}/hook/s3cret`;
    const first = await machine.watch([], { HOLDFAST_WEBHOOK: url });
    await machine.save(AUTH, BAD);
    await machine.save(BILLING, 'vat = 7\n');
    await first.event('sink-away');
    await first.alert(BILLING);
    await machine.save(AUTH, GOOD[AUTH]!);
    await first.allClear(AUTH);
    await first.swept();
    await first.end('SIGKILL');
    await machine.save(BILLING, GOOD[BILLING]!);
    expect(receiver.received).toEqual([]);
    receiver.setAway(false);
    const second = await machine.watch([], { HOLDFAST_WEBHOOK: url });
    await second.allClear(BILLING);
    await second.until('both', () => told(receiver.received).length >= 3);
    expect(told(receiver.received).sort()).toEqual([
      `firing ${BILLING}`,
      `resolved ${AUTH}`,
      `resolved ${BILLING}`,
    ]);
    expect(await second.end()).toBe(0);
    expect(JSON.stringify([first.lines, second.lines])).not.toContain('s3cret');
    await receiver.close();
  });

  test.each([
    ['500', [500, 500]],
    ['429 with a wait', [{ status: 429, headers: { 'retry-after': '1' } }]],
    ['a connection that breaks', ['drop' as const]],
  ])('that answers with %s is told again', async (_, replies) => {
    const receiver = await startReceiver([...replies]);
    const watching = await machine.watch(['--webhook', receiver.url]);
    await machine.save(AUTH, BAD);
    await receiver.requests(replies.length + 1);
    await watching.event('sink-back');
    const away = watching.lines.filter(({ event }) => event === 'sink-away');
    expect([away.length, new Set(told(receiver.received))]).toEqual([1, new Set([`firing ${AUTH}`])]);
    await receiver.close();
  });

  test('that will never take it is told apart in the log, not asked for ever, and asked again after a reload', async () => {
    const receiver = await startReceiver([404]);
    const watching = await machine.watch(['--webhook', receiver.url]);
    await machine.save(AUTH, BAD);
    await watching.event('sink-refused');
    await watching.swept(3);
    expect(receiver.received).toHaveLength(1);
    expect(watching.lines.find(({ event }) => event === 'sink-refused')).toMatchObject({
      sink: 'webhook',
      reason: 'status 404',
      alerts: [{ path: AUTH }],
    });
    watching.signal('SIGHUP');
    await receiver.requests(2);
    await receiver.close();
  });

  test('that hangs holds up neither the watch nor its end', async () => {
    const receiver = await startReceiver(['hang', 'hang', 'hang']);
    const watching = await machine.watch(['--webhook', receiver.url]);
    await machine.save(AUTH, BAD);
    await receiver.requests(1);
    await machine.save(BILLING, 'vat = 7\n');
    await watching.alert(BILLING);
    expect(await watching.end()).toBe(0);
    const back = await startReceiver();
    const next = await machine.watch(['--webhook', back.url]);
    await next.until('both', () => told(back.received).length >= 2);
    expect(told(back.received).sort()).toEqual([`firing ${AUTH}`, `firing ${BILLING}`]);
    await Promise.all([receiver.close(), back.close()]);
  });

  test('that was added later is told what is wrong', async () => {
    const first = await machine.watch();
    await machine.save(AUTH, BAD);
    await first.alert(AUTH);
    await first.end();
    const receiver = await startReceiver();
    await machine.watch(['--alertmanager', receiver.url]);
    const { path, body } = (await receiver.requests(1))[0]!;
    expect([path, JSON.parse(body)]).toEqual([
      '/api/v2/alerts',
      [expect.objectContaining({ startsAt: expect.any(String) })],
    ]);
    await receiver.close();
  });
});

describe('--once', () => {
  test('ends with 0, or with 1 when something is wrong and was told', async () => {
    const receiver = await startReceiver();
    expect(await machine.once(['--webhook', receiver.url])).toMatchObject({ code: 0, out: '' });
    await machine.save(AUTH, BAD);
    await machine.write('/etc/auth/debug.yml', 'debug: true\n');
    const { code, lines } = await machine.once(['--webhook', receiver.url]);
    expect([code, lines.map(({ path }) => path).sort()]).toEqual([1, ['/etc/auth/debug.yml', AUTH]]);
    expect(told(receiver.received).sort()).toEqual([`firing /etc/auth/debug.yml`, `firing ${AUTH}`]);
    // It is told already, and still wrong.
    expect(await machine.once(['--webhook', receiver.url])).toMatchObject({ code: 1, out: '' });
    await receiver.close();
  });

  test('ends with 2 when somebody could not be told, or the store is not there', async () => {
    await machine.save(AUTH, BAD);
    const receiver = await startReceiver([500]);
    expect((await machine.once(['--webhook', receiver.url])).code).toBe(2);
    expect((await machine.once(['--webhook', receiver.url])).code).toBe(1);
    expect(told(receiver.received)).toEqual([`firing ${AUTH}`, `firing ${AUTH}`]);
    await receiver.close();
    await rm(machine.store.directory, { recursive: true });
    expect((await machine.once()).code).toBe(2);
  });
});

test('the heart beats after every sweep, to a URL or into a file', async () => {
  const receiver = await startReceiver([500, 200]);
  const watching = await machine.watch(['--heartbeat', `${receiver.url}/ping/s3cret`]);
  const requests = await receiver.requests(2);
  expect(requests.slice(0, 2).map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /ping/s3cret',
    'GET /ping/s3cret',
  ]);
  await watching.event('heartbeat-back');
  expect(JSON.stringify(watching.lines)).not.toContain('s3cret');
  await watching.end();
  await receiver.close();
  await machine.once(['--heartbeat', join(machine.dir, 'beat')]);
  expect(Date.parse((await readFile(join(machine.dir, 'beat'), 'utf8')).trim())).toBeGreaterThan(0);
});
