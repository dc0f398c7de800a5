import { describe, expect, test } from '@jest/globals';
import { alertmanagerBody } from '../../src/watch/messages/alertmanager.ts';
import { issueBody, issueComment, issueMarker } from '../../src/watch/messages/issue.ts';
import { webhookBody } from '../../src/watch/messages/webhook.ts';
import { watchMetrics } from '../../src/watch/metrics.ts';
import { AUTH, alert, at, KEYS } from './samples.ts';

const origin = { host: 'web1', environment: 'production' };
const over = { until: at(60_000).iso };
const many = Array.from({ length: 700 }, (_, index) => alert(`/etc/auth/${index}.yml`));
const hostile = '/etc/auth/<!here> & <@U1>\n::error::x.yml';

describe('the webhook', () => {
  test('tells people in text and programs in data', () => {
    const details = ['- issuer: "https://login.example.com"', '+ issuer: "https://evil.example"'];
    const body = JSON.parse(webhookBody([alert(AUTH, { details }), alert(KEYS, over)], origin));
    expect(body.text.split('\n')).toEqual([
      'Holdfast on web1 (production): 1 alert, 1 resolved',
      `• ${AUTH}: its content is not that of the last known good [auth], since 2026-11-28 12:00:00 UTC`,
      ...details.map((line) => `    ${line}`),
      `• Resolved: ${KEYS} [auth] is as it should be again, since 2026-11-28 12:01:00 UTC; it was not from 2026-11-28 12:00:00 UTC on`,
      'Look, then put it back: holdfast restore --known-good --environment production --dry-run',
    ]);
    expect(body.alerts).toMatchObject([
      { status: 'firing', path: AUTH, kind: 'modified', details },
      { status: 'resolved', path: KEYS, until: over.until },
    ]);
  });

  test('lets no name be markup, a mention or another line', () => {
    const { text } = JSON.parse(webhookBody([alert(hostile)], origin));
    expect(text).toContain('&lt;!here&gt; &amp; &lt;@U1&gt;\\n');
    expect(text).not.toMatch(/<|>/);
    expect(text.split('\n')).toHaveLength(3);
  });

  test('shows a few of many, and has all as data', () => {
    const body = JSON.parse(webhookBody(many, origin));
    expect(body.text).toContain('… and 690 more');
    expect(body.text.split('\n').length).toBeLessThan(20);
    expect(body.alerts).toHaveLength(many.length);
  });
});

test('the Alertmanager gets the same labels for the same place, whatever is wrong with it', () => {
  const ends = at(300_000).iso;
  const labels = (one: ReturnType<typeof alert>) =>
    JSON.parse(alertmanagerBody([one], origin, ends))[0].labels;
  expect(labels(alert(AUTH))).toEqual(labels(alert(AUTH, { state: 'two', kind: 'removed', ...over })));
  expect(labels(alert(AUTH))).toEqual({
    alertname: 'HoldfastConfigDrift',
    severity: 'critical',
    host: 'web1',
    environment: 'production',
    path: AUTH,
    service: 'auth',
  });
  const [firing, resolved] = JSON.parse(alertmanagerBody([alert(AUTH), alert(KEYS, over)], origin, ends));
  expect([firing.startsAt, firing.endsAt]).toEqual([at(0).iso, ends]);
  expect(resolved.endsAt).toBe(over.until);
});

describe('the issue', () => {
  test('has a marker for each host and environment that cannot end early', () => {
    expect(issueMarker(origin)).toBe('<!-- holdfast-watch ["web1","production"] -->');
    const odd = issueMarker({ host: 'a--><script>', environment: null });
    expect(odd.match(/-->|<|>/g)).toEqual(['<', '-->']);
  });

  test('lists what is wrong, and no more than GitHub takes', () => {
    const body = issueBody([alert(hostile), ...many], origin);
    expect(body.split('\n')[0]).toBe(issueMarker(origin));
    expect(body).toContain('**701 alerts**');
    expect(body).toContain('- … and 651 more');
    expect(body).not.toContain('<!here>');
    const long = many.map((one) => ({ ...one, details: Array.from({ length: 40 }, () => 'x'.repeat(200)) }));
    expect(issueBody(long, origin).length).toBeLessThan(65_536);
    expect(issueComment(many).length).toBeLessThan(65_536);
  });
});

test('metrics name what is wrong, and count what was compared', () => {
  const open = [alert(AUTH), alert('watch:store', { path: null, service: null, kind: 'store' })];
  const text = watchMetrics({ files: 12, took: 87, ended: 1_800_000_000_000, open });
  expect(text).toContain(`holdfast_config_drift{path="${AUTH}",service="auth"} 1\n`);
  expect(text).toContain('holdfast_watch_impaired{about="store"} 1\n');
  expect(text).toContain('\nholdfast_watch_files 12\n');
  expect(text).toContain('\nholdfast_last_sweep_timestamp_seconds 1800000000\n');
});
