import { describe, expect, test } from '@jest/globals';
import { namesAnother, type Own } from '../../src/checks/environment-names.ts';
import { environmentWords, withoutEnvironment } from '../../src/checks/environment-words.ts';

const kindsIn = (text: string, names?: string[]) => environmentWords(text, names).map(({ kind }) => kind);

describe('environmentWords', () => {
  test.each([
    ['db.staging.internal', ['staging']],
    ['orders-prod-01', ['production']],
    ['acme_test', ['test']],
    ['stg01.acme.net', ['staging']],
    ['ordersProdDb', ['production']],
    ['PROD_DB', ['production']],
    ['non-prod', ['preproduction']],
    ['pre_prod.acme.net', ['preproduction']],
    ['Server=prod-sql;Database=x;', ['production']],
    ['https://dev:8080/prod', ['development', 'production']],
  ])('%s names %j', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  test.each([
    '/dev/null',
    '/dev/sda1',
    'redis.cache.svc.cluster.local',
    'printer.local',
    'localhost:5432',
    'https://web.dev/',
    '/etc/letsencrypt/live/acme.pem',
    '/usr/local/bin',
    'latest',
    'delivery',
    'product',
    'The staging host is gone',
    'a\nprod\n',
    `${'x'.repeat(300)}-prod`,
  ])('%j names none', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  test('names of declared families count as whole words', () => {
    expect(kindsIn('db.eu-west-1.acme.net', ['eu-west-1'])).toEqual(['eu-west-1']);
    expect(kindsIn('db.eu-west-12.acme.net', ['eu-west-1'])).toEqual([]);
  });
});

test.each([
  ['orders-prod-01', 'orders-staging-01'],
  ['db.prod.acme.net', 'db.stg.acme.net'],
  ['db.acme.net', 'db.staging.acme.net'],
  ['orders', 'orders_test'],
  ['orders', 'test-orders'],
  ['https://api.acme.net/v1', 'https://api-dev.acme.net/v1'],
  ['prod', 'non-prod'],
])('%s and %s are equal but for the environment', (left, right) => {
  expect(withoutEnvironment(left)).toBe(withoutEnvironment(right));
});

test('two hosts that differ in more are not', () => {
  expect(withoutEnvironment('db1.prod.acme.net')).not.toBe(withoutEnvironment('db2.stg.acme.net'));
});

describe('namesAnother', () => {
  const own = (...kinds: string[]): Own => ({ kinds: new Set(kinds), names: [] });
  const severity = (before: string | undefined, after: string, key: string, where: Own) =>
    namesAnother(before, after, [key], where)?.severity;

  test.each([
    ['db.prod.acme.net', 'db.staging.acme.net', 'host', 'error'],
    ['pg1.prod.acme.net', 'db9.stg.acme.net', 'x', 'error'],
    ['prod-pg-01', 'stg-db-09', 'host', 'error'],
    ['prod-cache', 'staging-store', 'x', 'warning'],
    ['api.acme.net', 'api.staging.acme.net', 'x', 'error'],
    ['orders', 'orders_test', 'database', 'error'],
    ['orders', 'orders_test', 'x', 'warning'],
    ['pg1.acme.net', 'db9.staging.acme.net', 'x', 'warning'],
    ['orders', 'staging-store', 'database', undefined],
    ['db.staging.acme.net', 'db.dev.acme.net', 'host', undefined],
    ['db.staging.acme.net', 'db.prod.acme.net', 'host', undefined],
    ['db.prod.acme.net', 'db.prod-staging.acme.net', 'host', undefined],
    ['4.1-prod', '4.2-staging', 'tag', undefined],
    [undefined, 'https://q.staging.acme.net', 'url', 'warning'],
    [undefined, 'staging', 'mode', undefined],
  ])("in production's file, %s to %s at %s: %s", (before, after, key, expected) => {
    expect(severity(before, after, key, own('production'))).toBe(expected);
  });

  test.each([
    ['db.prod.acme.net', 'db.staging.acme.net', 'host', 'warning'],
    ['orders', 'orders_test', 'database', 'warning'],
    ['production', 'staging', 'environment', 'warning'],
    ['orders', 'orders_test', 'x', undefined],
    ['db.staging.acme.net', 'db.prod.acme.net', 'host', undefined],
    ['db.acme.net', 'db.prod.acme.net', 'host', undefined],
    ['db.staging.acme.net', 'db.test.acme.net', 'host', undefined],
    [undefined, 'https://q.staging.acme.net', 'url', undefined],
  ])('in a file of no environment, %s to %s at %s: %s', (before, after, key, expected) => {
    expect(severity(before, after, key, own())).toBe(expected);
  });

  test('a name in a list without identities has no old value that is its own', () => {
    expect(namesAnother('orders', 'orders_test', ['databases', '3'], own('production'))).toBeUndefined();
  });
});
