import { expect, describe as suite, test } from '@jest/globals';
import type { Args } from '../../src/findings/finding.ts';
import { commandMessage, commandProperty, inert, markdownFence, visible } from '../../src/reports/escape.ts';
import { headline, verdictSentence } from '../../src/reports/headline.ts';
import {
  describe,
  fixParts,
  plural,
  policySentence,
  shortId,
  whatInFile,
} from '../../src/reports/messages.ts';
import {
  decision,
  finding,
  HOSTILE,
  hostile,
  incident,
  inconclusive,
  untouched,
  warnOnly,
} from './samples.ts';

suite('messages', () => {
  test('the headline counts findings, files, critical ones and changes', () => {
    expect(headline(incident)).toBe(
      'FAIL  2 errors, 1 warning in 3 files, 2 critical (4 configuration files changed)',
    );
    expect(headline(hostile)).toMatch(/^FAIL {2}9 errors in 9 critical files; 9 files .* \(9 /);
    expect(headline(inconclusive)).toMatch(/^INCONCLUSIVE {2}1 file could not be judged \(2 /);
    expect(headline(untouched)).toMatch(/^PASS {2}No /);
    expect(headline(decision({ changes: incident.changes }))).toMatch(/^PASS {2}Nothing found in 4 /);
  });

  test('each verdict has a sentence of its own, and warn-only says that nothing is blocked', () => {
    const warned = decision({
      findings: [finding('mass-comment', 'a', { commented: 5, share: 0.2 }, { severity: 'warning' })],
      changes: incident.changes,
    });
    const passed = decision({ changes: incident.changes });
    const all = [incident, inconclusive, untouched, warned, passed].map(verdictSentence);
    expect(new Set(all).size).toBe(all.length);
    expect(verdictSentence(warnOnly)).toMatch(/warn-only/);
    expect(all.join()).not.toMatch(/warn-only/);
  });

  test('a finding has a title, words, and the command that puts the file back', () => {
    const [first] = incident.findings;
    const key = first!.folded![1]!;
    expect(describe(key, incident.base).title).toBe('Key removed: keys[kid=2023-11]');
    expect(describe(first!, incident.base).severityWord).toBe('Error');
    const { text, command, rest } = fixParts(first!, incident.base);
    expect(command).toBe('git checkout 4f1c0d9ab27e -- config/auth/production.yml');
    expect(text + command + rest).toBe(describe(first!, incident.base).fix);
    expect(describe(finding('from-the-future', 'a', { x: 1 }), 'b').what).toMatch(/from-the-future.*"x":1/);
  });

  test('below its path, a message does not say the path again', () => {
    for (const found of [...incident.findings, ...incident.findings.flatMap((one) => one.folded ?? [])]) {
      if (found.check === 'mass-comment') continue;
      expect(whatInFile(found, incident.base)).not.toContain(found.path);
    }
    const twice = finding('duplicate-key', 'a/b.yml', { firstLine: 2 }, { key: 'x' });
    expect(whatInFile(twice, 'b')).toBe('x stands twice; the first is on line 2.');
    const lacks = finding('schema-violation', 'a', { keyword: 'required', name: 'x' });
    expect(whatInFile(lacks, 'b')).toBe('The document lacks the key "x".');
    const part = finding('key-removed', 'a', { pattern: 'b' }, { key: 'in a from about' });
    expect(whatInFile(part, 'b')).toContain('in a from about');
  });

  test('a hidden value stands without quotes, and two of them are told apart', () => {
    const what = (args: Args) => whatInFile(finding('key-frozen', 'a', args, { key: 'k' }), 'b');
    expect(what({ before: '«hidden»', after: '«hidden»' })).toBe(
      'k changes from one hidden value to another.',
    );
    expect(what({ before: '«hidden»', after: 'x' })).toBe('k changes from «hidden» to "x".');
    expect(what({ before: 'x', after: 'y' })).toBe('k changes from "x" to "y".');
  });

  test.each(['A text with a stop.', 'A text without one'])('a problem ends in one stop: %s', (problem) => {
    for (const args of [
      { what: 'policy', how: 'invalid', problem },
      { what: 'schema', how: 'invalid', problem },
      { what: 'schema', how: 'edited', problem },
    ]) {
      expect(whatInFile(finding('policy-changed', 'a', args), 'b')).toMatch(/[^.]\.$/);
    }
  });

  test('what a policy no longer guards is set apart by semicolons, the first eight of it', () => {
    const weaker = Array.from({ length: 9 }, (_, index) => `a, b: ${index}`);
    const args = { what: 'policy', how: 'edited', weaker };
    const what = whatInFile(finding('policy-changed', 'p', args), 'b');
    expect(what).toContain('It guards less: a, b: 0; a, b: 1; ');
    expect(what).toContain('; a, b: 7; and 1 more.');
  });

  test('small words', () => {
    expect([plural(1, 'file'), plural(0, 'file'), plural(1234567, 'file')]).toEqual([
      '1 file',
      '0 files',
      '1,234,567 files',
    ]);
    expect([shortId('index'), shortId('a'.repeat(40))]).toEqual(['index', 'aaaaaaaaaa']);
    const origins = ['defaults', 'inputs', 'base:x:y.yml', 'file:t.yml'].map(policySentence);
    expect(new Set(origins).size).toBe(4);
    expect(origins[2]).toContain('x:y.yml');
  });
});

suite('escapes', () => {
  test('everything invisible is shown, everything else is left alone', () => {
    expect(visible('a\tb\r\n')).toBe('a\\tb\\r\\n');
    expect(visible(HOSTILE.escape)).toBe('config/\\x1b[2J\\x1b]8;;http://evil\\x07.yml');
    expect(visible(HOSTILE.bidi)).toBe('config/\\u202egnp.yml\\u2066\\u200b');
    expect(visible(HOSTILE.bytes)).toBe('config/\\xff\\x80.yml');
    expect(visible('\ud800\u00a0\u{e0041}\u3164\u2028\ufeff\u009b')).toBe(
      '\\ud800\\u00a0\\u{e0041}\\u3164\\u2028\\ufeff\\u009b',
    );
    expect(visible('é ß 日本 😀 «hidden» | `x`')).toBe('é ß 日本 😀 «hidden» | `x`');
  });

  test('no line is a command for the runner', () => {
    expect(inert('a\n  ::error::x\n ##[add-matcher]y\nz ::ok')).toBe(
      'a\n  \\x3a:error::x\n #\\x23[add-matcher]y\nz ::ok',
    );
    expect(commandMessage('%0A\r\n')).toBe('%250A%0D%0A');
    expect(commandProperty('a:b,c%')).toBe('a%3Ab%2Cc%25');
  });

  test('a fence is longer than what it holds', () => {
    expect(markdownFence(['a', '`````'], 'diff')).toBe('``````diff\na\n`````\n``````');
    expect(markdownFence(['a\n```'], 'diff')).toBe('````diff\na\\n```\n````');
  });
});
