import { expect, test } from '@jest/globals';
import type { Finding, Severity } from '../../src/findings/finding.ts';
import { decide, exitCode } from '../../src/verdict/decide.ts';

const finding = (severity: Severity): Finding => ({
  check: 'x',
  severity,
  path: 'a',
  args: {},
  fingerprint: '',
});
const unread = (blocks: boolean) => ({ path: 'a', reason: 'binary', detail: '', hint: '', blocks });

test.each<[string, Finding[], ReturnType<typeof unread>[], Severity, string]>([
  ['nothing', [], [], 'error', 'pass'],
  ['an error', [finding('error')], [], 'error', 'fail'],
  ['a warning', [finding('warning')], [], 'error', 'pass'],
  ['a warning, when warnings fail', [finding('warning')], [], 'warning', 'fail'],
  ['a notice, when notices fail', [finding('notice')], [], 'notice', 'fail'],
  ['something not looked at', [finding('warning')], [unread(true)], 'error', 'inconclusive'],
  ['something that nobody asked for', [], [unread(false)], 'error', 'pass'],
  ['both', [finding('error')], [unread(true)], 'error', 'fail'],
])('%s', (_, findings, parts, failOn, verdict) => {
  expect(decide(findings, parts, failOn)).toBe(verdict);
});

test('exit codes', () => {
  expect([exitCode('pass', false), exitCode('fail', false), exitCode('inconclusive', false)]).toEqual([
    0, 1, 2,
  ]);
  expect(exitCode('fail', true)).toBe(0);
});
