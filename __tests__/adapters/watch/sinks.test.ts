import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openAlertmanager } from '../../../src/adapters/watch/sinks/alertmanager.ts';
import { openIssue } from '../../../src/adapters/watch/sinks/github-issue.ts';
import type { Sink } from '../../../src/adapters/watch/sinks/sink.ts';
import { openWebhook } from '../../../src/adapters/watch/sinks/webhook.ts';
import { issueMarker } from '../../../src/watch/messages/issue.ts';
import { type Rig, startGitHub } from '../../rig/github.ts';
import { AUTH, alert, at, KEYS } from '../../watch/samples.ts';
import { value } from '../store/support.ts';
import { startReceiver } from './receiver.ts';

const signal = new AbortController().signal;
const origin = { host: 'web1', environment: 'production' };
const over = { until: at(60_000).iso };

test.each([
  ['', '/api/v2/alerts'],
  ['/', '/api/v2/alerts'],
  ['/alertmanager/', '/alertmanager/api/v2/alerts'],
  ['/api/v2/alerts', '/api/v2/alerts'],
])('the Alertmanager at %s is sent alerts to %s', async (path, target) => {
  const receiver = await startReceiver();
  const sink = await value(openAlertmanager({ given: receiver.url + path, origin, env: {} }));
  expect(await sink.send([alert(AUTH)], [], signal)).toEqual({ ok: true });
  expect(receiver.received.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${target}`]);
  expect(JSON.parse(receiver.received[0]!.body)).toMatchObject([{ labels: { path: AUTH } }]);
  await receiver.close();
});

test.each<[string, () => ReturnType<typeof openWebhook>]>([
  ['webhook', () => openWebhook({ given: 'hooks.slack.com/s3cret', origin, env: {} })],
  ['alertmanager', () => openAlertmanager({ given: 'localhost:9093/s3cret', origin, env: {} })],
  [
    'github-issue',
    () => openIssue({ given: 'https://github.com/acme/shop', origin, env: { GITHUB_TOKEN: 's3cret' } }),
  ],
  ['github-issue without a token', () => openIssue({ given: 'acme/shop', origin, env: {} })],
])('%s refuses what it cannot use, without saying it', (_, open) => {
  const opened = open();
  expect(opened).toMatchObject({ ok: false, problem: { code: 'usage' } });
  expect(JSON.stringify(opened)).not.toContain('s3cret');
});

describe('the issue', () => {
  let rig: Rig;
  let sink: Sink;
  beforeAll(async () => {
    rig = await startGitHub();
  });
  afterAll(() => rig.close());
  let host = 0;
  let marker: string;
  /** Another host for each test. */
  beforeEach(async () => {
    const here = { host: `web${++host}`, environment: null };
    marker = issueMarker(here);
    sink = await openSink(here);
  });

  const openSink = (here: { host: string; environment: null }, token = rig.token) =>
    value(
      openIssue({
        given: rig.repository,
        origin: here,
        env: { GITHUB_TOKEN: token, GITHUB_API_URL: rig.apiUrl },
      }),
    );
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${rig.apiUrl}/repos/${rig.repository}${path}`, {
      method,
      headers: { authorization: `token ${rig.tokenOf('ada')}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const issues = async () =>
    (
      (await call('GET', '/issues?state=all&per_page=100')) as {
        number: number;
        body: string;
        state: string;
      }[]
    )
      .filter(({ body }) => body?.startsWith(marker))
      .sort((left, right) => left.number - right.number);

  test('is opened once, kept up to date, and closed', async () => {
    const [one, two] = [alert(AUTH), alert(KEYS)];
    expect(await sink.send([one], [one], signal)).toEqual({ ok: true });
    expect(await sink.send([two], [one, two], signal)).toEqual({ ok: true });
    const [issue, ...others] = await issues();
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ state: 'open', body: expect.stringContaining('**2 alerts**') });
    expect(await sink.send([alert(AUTH, over)], [two], signal)).toEqual({ ok: true });
    expect((await issues())[0]).toMatchObject({ state: 'open', body: expect.not.stringContaining(AUTH) });
    expect(await sink.send([alert(KEYS, over)], [], signal)).toEqual({ ok: true });
    expect((await issues()).map(({ state }) => state)).toEqual(['closed']);
    expect(await rig.comments(issue!.number)).toHaveLength(3);
  });

  test('is a new one after the old one was closed', async () => {
    const one = alert(AUTH);
    await sink.send([one], [one], signal);
    await sink.send([alert(AUTH, over)], [], signal);
    await sink.send([one], [one], signal);
    expect((await issues()).map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  test('tells what was over before it could be told', async () => {
    await sink.send([alert(AUTH, over)], [], signal);
    const [issue] = await issues();
    expect(issue).toMatchObject({ state: 'closed', body: expect.stringContaining('Resolved') });
  });

  test('of somebody else who has copied the marker is left alone', async () => {
    const { number } = (await call('POST', '/issues', { title: 'Mine', body: `${marker}\nmine` })) as {
      number: number;
    };
    await sink.send([alert(AUTH)], [alert(AUTH)], signal);
    const all = await issues();
    expect(all).toHaveLength(2);
    expect(all.find((issue) => issue.number === number)).toMatchObject({
      body: `${marker}\nmine`,
      state: 'open',
    });
  });

  test('cannot be written with a token that may only read: that is final', async () => {
    const reader = await openSink({ host: 'reader', environment: null }, rig.readToken);
    const sent = await reader.send([alert(AUTH)], [alert(AUTH)], signal);
    expect(sent).toMatchObject({ ok: false, again: false });
    expect(JSON.stringify(sent)).not.toContain(rig.readToken);
  });
});
