import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { httpUrl, send, shownUrl } from '../../../src/adapters/watch/http.ts';
import { refusingPort } from '../../helpers/ports.ts';
import { type Receiver, type Reply, startReceiver } from './receiver.ts';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

const signal = new AbortController().signal;
const post = (path = '/hook?key=s3cret', timeout = 10_000) =>
  send(new URL(receiver.url + path), { body: '{}', signal, timeout });

test.each<[string, Reply, object]>([
  ['200', 200, { ok: true }],
  ['204', 204, { ok: true }],
  ['500', 500, { ok: false, again: true, reason: 'status 500' }],
  ['503 with a wait', { status: 503, headers: { 'retry-after': '7' } }, { again: true, after: 7000 }],
  ['429 with a wait', { status: 429, headers: { 'retry-after': '3' } }, { again: true, after: 3000 }],
  [
    '429 with nonsense',
    { status: 429, headers: { 'retry-after': 'soon' } },
    { again: true, reason: 'status 429' },
  ],
  ['400', 400, { ok: false, again: false, reason: 'status 400' }],
  ['404', 404, { ok: false, again: false, reason: 'status 404' }],
  ['410', 410, { ok: false, again: false }],
  [
    'a redirect',
    { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    { again: false, reason: 'status 302' },
  ],
  ['a broken connection', 'drop', { ok: false, again: true }],
])('%s', async (_, reply, expected) => {
  receiver.replies.push(reply);
  expect(await post()).toMatchObject(expected);
  expect(receiver.received).toHaveLength(1);
});

test('a date in the future is a wait', async () => {
  const date = new Date(Date.now() + 3_600_000).toUTCString();
  receiver.replies.push({ status: 429, headers: { 'retry-after': date } });
  const sent = await post();
  expect(sent).toMatchObject({ ok: false, again: true, after: expect.any(Number) });
});

test('whoever never answers is given up', async () => {
  receiver.replies.push('hang');
  expect(await post('/', 50)).toEqual({ ok: false, again: true, reason: 'no answer in time' });
});

test('whoever never answers is given up, also when memory was collected meanwhile', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  receiver.replies.push('hang');
  const sent = post('/', 1_000);
  await receiver.requests(1);
  const collecting = setInterval(collect, 100);
  const late = setTimeout(() => receiver.close(), 20_000);
  try {
    expect(await sent).toMatchObject({ reason: 'no answer in time' });
  } finally {
    clearInterval(collecting);
    clearTimeout(late);
  }
});

test('what runs is given up when the watch ends', async () => {
  receiver.replies.push('hang');
  const stopping = new AbortController();
  const sent = send(new URL(receiver.url), { body: '{}', signal: stopping.signal });
  await receiver.requests(1);
  stopping.abort();
  expect(await sent).toMatchObject({ ok: false, again: true });
});

test('nobody listens, and the reason holds no secret', async () => {
  const { port, close } = await refusingPort();
  const sent = await send(new URL(`http://127.0.0.1:${port}/hook/s3cret?token=s3cret`), {
    body: '{}',
    signal,
  });
  close();
  expect(sent).toEqual({ ok: false, again: true, reason: 'ECONNREFUSED' });
});

test('user and password of a URL go into the header', async () => {
  const url = new URL(receiver.url.replace('//', '//holdfast:p%40ss@'));
  expect(await send(url, { signal })).toEqual({ ok: true });
  const [{ method, authorization }] = receiver.received as [(typeof receiver.received)[0]];
  expect([method, authorization]).toEqual([
    'GET',
    `Basic ${Buffer.from('holdfast:p@ss').toString('base64')}`,
  ]);
});

describe('a URL in the log', () => {
  test.each([
    ['https://hooks.slack.com/services/T0/B0/xyz', 'https://hooks.slack.com/…'],
    ['https://user:pass@alerts.example.com:9093', 'https://alerts.example.com:9093'],
    ['http://localhost/?token=xyz', 'http://localhost/…'],
  ])('%s', (url, shown) => {
    expect(shownUrl(httpUrl(url)!)).toBe(shown);
  });

  test.each(['hooks.slack.com/services', 'ftp://example.com', '', '/var/lib/beat'])('%s is none', (text) => {
    expect(httpUrl(text)).toBeUndefined();
  });
});
