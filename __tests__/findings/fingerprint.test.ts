import { expect, test } from '@jest/globals';
import { fingerprint } from '../../src/findings/fingerprint.ts';

test('a fingerprint names the fact, not where it stands', () => {
  const one = fingerprint('key-removed', 'a.yml', 'issuer', { pattern: 'issuer', firstLine: 3 });
  expect(one).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint('key-removed', 'a.yml', 'issuer', { firstLine: 9, pattern: 'issuer' })).toBe(one);
  expect(fingerprint('key-removed', 'a.yml', 'issuer', { pattern: '*' })).not.toBe(one);
  expect(fingerprint('key-removed', 'b.yml', 'issuer', { pattern: 'issuer' })).not.toBe(one);
  expect(fingerprint('key-frozen', 'a.yml', 'issuer', { pattern: 'issuer' })).not.toBe(one);
});
