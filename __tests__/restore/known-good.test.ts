import { describe, expect, test } from '@jest/globals';
import { chooseKnownGood } from '../../src/restore/known-good.ts';
import type { Manifest } from '../../src/store/manifest.ts';
import type { StoredVerdict } from '../../src/store/verdicts.ts';
import { sampleFile, sampleId, sampleManifest } from '../store/samples.ts';

const BILLING = sampleFile('/etc/billing/prices.toml', 'vat = 19\n', { service: 'billing' });
const SCOPE = [
  { files: ['config/auth/**'], live: ['/etc/auth'], service: 'auth' },
  { files: ['/etc/billing/*.toml'], live: [], service: 'billing' },
];

describe('the newest known good', () => {
  const id = (index: number) => sampleId(10 + index);
  const verdict = (index: number, snapshot: string, word: 'good' | 'bad'): StoredVerdict => ({
    id: sampleId(40 + index),
    snapshot,
    verdict: word,
    at: '2026-01-31T12:00:00.000Z',
    by: 'probes',
    reason: null,
  });
  const snapshots = [1, 2, 3].map((index) =>
    sampleManifest({ id: id(index), files: [...sampleManifest().files, BILLING], scope: SCOPE }),
  );
  const ids = (
    manifests: Manifest[],
    verdicts: StoredVerdict[],
    services: string[] = [],
    more: { host?: string; environment?: string } = {},
  ) => {
    const found = chooseKnownGood(manifests, verdicts, { services, host: 'web1', ...more });
    return found.ok ? found.value.map(({ manifest, services: own }) => [manifest.id, own]) : found.problem;
  };

  test('whatever their order, and by the newest verdict about each', () => {
    const verdicts = [1, 2, 3].map((index) => verdict(index, id(index), 'good'));
    verdicts.push(verdict(4, id(3), 'bad'));
    expect(ids(snapshots.toReversed(), verdicts.toReversed())).toEqual([[id(2), ['auth', 'billing']]]);
  });

  test('passes over snapshots that lack files of the service, or a directory of whatever service', () => {
    const lost = { path: '/etc/auth/x.yml', service: 'auth', reason: 'unreadable' as const, detail: 'EIO' };
    const [first, second, third] = snapshots as [Manifest, Manifest, Manifest];
    const verdicts = [1, 2, 3].map((index) => verdict(index, id(index), 'good'));
    expect(ids([first, second, { ...third, unsaved: [lost] }], verdicts)).toEqual([
      [id(2), ['auth']],
      [id(3), ['billing']],
    ]);
    const directory = { ...lost, path: '/etc/billing', service: null };
    expect(ids([first, second, { ...third, unsaved: [directory] }], verdicts)).toEqual([
      [id(2), ['auth', 'billing']],
    ]);
  });

  test('says which service has none: one that is only in the newest snapshot, too', () => {
    const [first] = snapshots as [Manifest];
    const web = sampleFile('/etc/web/a.yml', 'a', { service: 'web' });
    const newest = sampleManifest({ id: id(3), files: [web] });
    const verdicts = [verdict(1, id(1), 'good')];
    expect(ids([first, newest], verdicts)).toMatchObject({
      code: 'no-known-good',
      message: expect.stringMatching(/service web/),
    });
    expect(ids([first, newest], verdicts, ['auth'])).toEqual([[id(1), ['auth']]]);
    expect(ids([], [])).toMatchObject({ code: 'no-known-good' });
  });

  test('of this host, and of one environment', () => {
    const [first, second, third] = snapshots as [Manifest, Manifest, Manifest];
    const verdicts = [1, 2, 3].map((index) => verdict(index, id(index), 'good'));
    const hosts = [first, { ...second, host: 'web2' }, { ...third, host: 'web3' }];
    const both = ['auth', 'billing'];
    expect(ids(hosts, verdicts)).toEqual([[id(1), both]]);
    expect(ids(hosts, verdicts, [], { host: 'web2' })).toEqual([[id(2), both]]);
    expect(ids(hosts, verdicts, [], { host: 'new' })).toMatchObject({
      code: 'known-good-ambiguous',
      message: expect.stringMatching(/web1, web2, web3/),
    });
    expect(ids([first, second], verdicts, [], { host: 'new' })).toEqual([[id(2), both]]);
    const environments = [first, { ...second, environment: 'staging' }, { ...third, environment: null }];
    expect(ids(environments, verdicts)).toMatchObject({
      code: 'known-good-ambiguous',
      message: expect.stringMatching(/none, production, staging/),
    });
    expect(ids(environments, verdicts, [], { environment: 'production' })).toEqual([[id(1), both]]);
    expect(ids(environments, verdicts, [], { environment: 'test' })).toMatchObject({ code: 'no-known-good' });
  });
});
