import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { restoreCommand } from '../../src/checks/live-drift.ts';
import { pastedWord, putBack, topPathspec } from '../../src/checks/words.ts';
import { encodePath } from '../../src/model/path.ts';
import { plainLine } from '../../src/reports/escape.ts';

const BASE = 'a'.repeat(40);

describe('commands to paste', () => {
  test.each([
    ['config/a.yml', 'config/a.yml', ':/config/a.yml'],
    ['.github/holdfast.yml', '.github/holdfast.yml', ':/.github/holdfast.yml'],
    ['_config.yml', '_config.yml', `':(top,literal)_config.yml'`],
    ['a b.yml', `'a b.yml'`, `':/a b.yml'`],
    ["it's.yml", `'it'\\''s.yml'`, `':/it'\\''s.yml'`],
    ['a[1].yml', `':(top,literal)a[1].yml'`, `':(top,literal)a[1].yml'`],
    [':/a.yml', `':(top,literal):/a.yml'`, `':(top,literal):/a.yml'`],
    ['a\nb.yml', `$'a\\x0ab.yml'`, `$'\\x3a/a\\x0ab.yml'`],
    ['a\udce9.yml', `$'a\\xe9.yml'`, `$'\\x3a/a\\xe9.yml'`],
    ['é\u00a0.yml', `$'\\xc3\\xa9\\xc2\\xa0.yml'`, `$'\\x3a/\\xc3\\xa9\\xc2\\xa0.yml'`],
  ])('name %j', (path, plain, top) => {
    expect(putBack(BASE, path)).toBe(`git checkout aaaaaaaaaaaa -- ${plain}`);
    expect(pastedWord(topPathspec(path))).toBe(top);
  });

  test.each(['a  b', 'a\u2028b', "'\n'", 'a\\\udcffb', '##[x', '::x', 'a ::x', '\u{e0101}', '\t0', '$\n`'])(
    'are the same word for a shell when they are made visible: %j',
    (text) => {
      const word = pastedWord(text);
      expect(plainLine(` ${word}`)).toBe(` ${word}`);
      expect(execFileSync('bash', ['-c', `printf %s ${word}`])).toEqual(Buffer.from(encodePath(text)));
    },
  );

  test.each([
    ['/etc/auth/a.yml', '/etc/auth/a.yml'],
    ['/etc/systemd/system/auth@1.service', '/etc/systemd/system/auth@1.service'],
    ['/etc/auth/x[1].yml', `'/etc/auth/x\\[1\\].yml'`],
    ['/etc/auth/x\ny.yml', `$'/etc/auth/x\\x0ay.yml'`],
  ])('restore one place of a host: %j', (path, word) => {
    const finding = { check: 'live-drift', severity: 'error', path, fingerprint: '' } as const;
    const command = restoreCommand({ ...finding, args: { against: 'known-good' } });
    expect(command).toBe(`holdfast restore --known-good --path ${word}`);
  });
});
