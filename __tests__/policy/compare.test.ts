import { expect, test } from '@jest/globals';
import { weakerThan } from '../../src/policy/compare.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Policy } from '../../src/policy/policy.ts';

const policy = (approvers: string[], more: Partial<Policy> = {}): Policy => {
  const rule = {
    id: 'critical[0]',
    files: ['config/**'],
    protect: [],
    freeze: [],
    sensitive: [],
    identity: {},
  };
  return { ...defaultPolicy(), critical: [{ ...rule, approvers }], ...more };
};
const accept = { finding: '3f9c21d0', reason: 'r', expires: '2027-01-31' };
const label = { name: 'ok', role: 'maintain' } as const;

test('what makes it easier to let findings pass is named', () => {
  const before = policy(['@ada'], {
    acknowledge: { label, keepWhenUnchanged: false, inconclusive: ['@ada'] },
    accept: [accept],
  });
  const after = policy(['@ada', '@eve'], {
    acknowledge: { label: { ...label, role: 'write' }, keepWhenUnchanged: true, inconclusive: ['@eve'] },
    accept: [{ ...accept, expires: '2028-01-31' }],
  });
  expect(weakerThan(before, after)).toEqual([
    'config/**: @eve may acknowledge findings',
    'the label ok by role write acknowledges findings',
    '@eve may let pass what could not be judged',
    'approvals of earlier commits count',
    '3f9c21d0 is accepted until 2028-01-31',
  ]);
  expect(weakerThan(before, before)).toEqual([]);
  expect(weakerThan(after, policy(['@ada']))).toEqual([]);
});
