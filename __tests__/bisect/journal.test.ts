import { describe, expect, test } from '@jest/globals';
import {
  type Asking,
  headerLine,
  probedLine,
  questionOf,
  readJournal,
  setText,
} from '../../src/bisect/journal.ts';

const first = { set: '', outcome: 'pass', ms: 1, code: 0 } as const;
const second = { set: '0-3', outcome: 'fail', ms: 2, timedOut: true } as const;
const runner = { pid: 7, started: '12', boot: 'b', namespace: 'pid:[1]' };
const TEXT = headerLine('q', '/tmp/tree', runner) + probedLine(first) + probedLine(second);

test.each([
  [[], ''],
  [[0], '0'],
  [[0, 1, 2, 7, 9, 10], '0-2,7,9-10'],
])('%j is %s', (set, text) => {
  expect(setText(set)).toBe(text);
});

test('a journal gives back what was written', () => {
  expect(readJournal(TEXT, 'q', 's')).toEqual({
    ok: true,
    value: { probes: [first, second], scratch: '/tmp/tree', runner },
  });
});

test('wherever it was torn, the probes before are kept', () => {
  const whole = TEXT.split(/(?<=\n)/);
  for (let length = 0; length < TEXT.length; length++) {
    const read = readJournal(TEXT.slice(0, length), 'q', 's');
    const lines = whole.filter((_, index) => whole.slice(0, index + 1).join('').length <= length).length;
    expect(read.ok && read.value.probes.length).toBe(Math.max(0, lines - 1));
  }
});

describe('what is no journal of this question is refused', () => {
  test.each([
    ['another question', headerLine('other', '/tmp/x', runner), 'bisect-state-other'],
    ['no JSON', 'hello\n', 'bisect-state-damaged'],
    ['another file', '{"version":1}\n', 'bisect-state-damaged'],
    ['null', 'null\n', 'bisect-state-damaged'],
    ['a later version', '{"holdfast":"bisect","version":2,"question":"q"}\n', 'bisect-state-damaged'],
    ['a torn line inside', `${TEXT}{"set":\n${probedLine(first)}`, 'bisect-state-damaged'],
    ['an unknown outcome', `${TEXT}{"set":"1","outcome":"maybe","ms":1}\n`, 'bisect-state-damaged'],
  ])('%s', (_, text, code) => {
    expect(readJournal(text, 'q', 's')).toMatchObject({ ok: false, problem: { code } });
  });
});

test('a question is its files and its command', () => {
  const content = (text: string) => ({ mode: 'file' as const, bytes: Buffer.from(text) });
  const pairs = [{ path: 'a', good: content('x'), bad: content('y') }];
  const ask = (more: Partial<Asking> = {}) =>
    questionOf({ pairs, tree: 'c1', command: 'true', timeout: 1_000, ...more });
  const question = ask();
  expect(ask({ pairs: [{ path: 'a', good: content('x'), bad: content('y') }] })).toBe(question);
  expect(ask({ command: 'false' })).not.toBe(question);
  expect(ask({ timeout: 2_000 })).not.toBe(question);
  expect(ask({ tree: 'c2' })).not.toBe(question);
  expect(ask({ pairs: [{ path: 'a', good: content('xy'), bad: content('') }] })).not.toBe(question);
  expect(ask({ pairs: [{ path: 'a', good: content('x') }] })).not.toBe(question);
});
