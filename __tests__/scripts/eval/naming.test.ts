import { expect, test } from '@jest/globals';
import { naming } from '../../../scripts/eval/naming.ts';
import type { Args, Finding } from '../../../src/findings/finding.ts';
import type { ChangeSummary, KeySummary } from '../../../src/verdict/decision.ts';

const finding = (check: string, args: Args = {}, more: Partial<Finding> = {}): Finding => ({
  check,
  severity: 'error',
  path: 'a.yml',
  args,
  fingerprint: '0123456789abcdef',
  ...more,
});
const change = (keys: [KeySummary['kind'], string][], keysTotal?: number): ChangeSummary => ({
  path: 'a.yml',
  status: 'modified',
  rule: 'critical[0]',
  critical: true,
  keys: keys.map(([kind, key]) => ({ kind, key })),
  ...(keysTotal === undefined ? {} : { keysTotal }),
});

test.each([
  ['replaced', 'file-replaced', 'whole'],
  ['replaced', 'replaced-by-sibling', 'whole'],
  ['replaced', 'schema-violation', 'no'],
  ['invalid-syntax', 'syntax-error', 'whole'],
  ['invalid-syntax', 'file-replaced', 'no'],
  ['deleted', 'file-removed', 'whole'],
  ['deleted', 'key-removed', 'no'],
  ['reverted-stale', 'stale-revert', 'whole'],
  ['reverted-stale', 'file-replaced', 'no'],
  ['wrong-env', 'stale-revert', 'no'],
  ['value-wrong', 'file-replaced', 'no'],
  ['value-wrong', 'environment-mismatch', 'whole'],
  ['unheard-of', 'file-replaced', 'no'],
])('%s is told by %s: %s', (label, check, expected) => {
  expect(naming(label, [finding(check)], change([]))).toBe(expected);
});

test('a cause counts that is folded under another finding', () => {
  const over = finding('syntax-error', {}, { folded: [finding('file-replaced')] });
  expect(naming('replaced', [over], undefined)).toBe('whole');
});

test('a lost key is named by a key that the change removes, and wholly when all of them are', () => {
  const lost = change([
    ['removed', 'a.b'],
    ['removed', 'c[name=x].d'],
    ['changed', 'e'],
  ]);
  const listed = (...keys: string[]) => [finding('key-removed', { keys, total: 2 }, { severity: 'notice' })];
  expect(naming('key-lost', listed('a.b'), lost)).toBe('part');
  expect(naming('key-lost', listed('a.b', 'c[name=x].d'), lost)).toBe('whole');
  expect(naming('key-lost', listed('e'), lost)).toBe('no');
  expect(naming('key-lost', listed('a'), lost)).toBe('no');
  expect(naming('key-lost', [], lost)).toBe('no');
});

test('what lies below a removed object, and the missing member of an object, name it', () => {
  const lost = change([['removed', 'database']]);
  expect(naming('key-lost', [finding('key-removed', {}, { key: 'database.host' })], lost)).toBe('whole');
  expect(naming('key-lost', [finding('key-removed', {}, { key: 'databases' })], lost)).toBe('no');
  const required = finding('schema-violation', { keyword: 'required', name: 'host' }, { key: 'database' });
  expect(naming('key-lost', [required], change([['removed', 'database.host']]))).toBe('whole');
  const top = finding('schema-violation', { keyword: 'required', name: 'database' }, { key: '' });
  expect(naming('key-lost', [top], lost)).toBe('whole');
});

test('a wrong value is not told by a key that is gone, nor by an old violation', () => {
  const changed = change([
    ['changed', 'port'],
    ['removed', 'host'],
  ]);
  expect(naming('value-wrong', [finding('key-removed', { keys: ['host'] })], changed)).toBe('no');
  expect(naming('value-wrong', [finding('key-frozen', {}, { key: 'port' })], changed)).toBe('whole');
  const old = finding('schema-violation', { keyword: 'type' }, { key: 'port', severity: 'notice' });
  expect(naming('value-wrong', [old], changed)).toBe('no');
});

test('of a list that is cut off, no naming is whole', () => {
  const lost = change([['removed', 'a']], 51);
  expect(naming('key-lost', [finding('key-removed', { keys: ['a'] })], lost)).toBe('part');
});
