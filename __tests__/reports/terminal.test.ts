import { describe, expect, test } from '@jest/globals';
import { cut, widthOf, wrap } from '../../src/reports/layout.ts';
import { terminalReport } from '../../src/reports/terminal.ts';
import { decision, finding, hostile, huge, incident, inconclusive, samples, untouched } from './samples.ts';

const plain = (name: keyof typeof samples, width: number) =>
  terminalReport(samples[name]!, { color: false, width });

describe('the terminal report', () => {
  test.each([40, 80, 120])('keeps all but commands to %i columns, without trailing spaces', (width) => {
    for (const name of Object.keys(samples)) {
      for (const line of plain(name, width).split('\n')) {
        if (!/^ {13}git checkout /.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/\s$/);
      }
    }
  });

  test('colours are the only difference that colour makes', () => {
    const coloured = terminalReport(incident, { color: true, width: 80 });
    expect(coloured).toContain('\x1b[31m');
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(plain('incident', 80));
    expect(terminalReport(hostile, { color: true }).replace(/\x1b\[\d{1,2}m/g, '')).not.toContain('\x1b');
  });

  test('says where, what to type, which keys, and the verdict last', () => {
    const lines = plain('incident', 80).split('\n');
    expect(lines[2]).toMatch(/^config\/auth\/production\.yml\b.*auth.*critical.*modified/);
    expect(lines).toContain(`${' '.repeat(13)}git checkout 4f1c0d9ab27e -- config/auth/production.yml`);
    expect(lines.find((line) => line.includes('deploy/values/auth.yaml:14:3'))).toContain('syntax-error');
    const issuer = lines.findIndex((line) => line.endsWith('- issuer: "https://login.acme.example"'));
    expect(lines[issuer + 1]).toMatch(/^ +3 \+ issuer: "https:\/\/login\.staging\.acme\.example"$/);
    expect(lines.filter((line) => line.includes('… 10 more keys'))).toHaveLength(1);
    expect(lines.at(-3)).toMatch(/^FAIL {2}2 errors, 1 warning in 3 files, 2 critical \(4 /);
    expect(terminalReport(incident, { color: false, width: 120 }).split('\n').at(-3)).toMatch(/^FAIL/);
  });

  test('the caret stands below the column, whatever is before it', () => {
    const at = (line: string, column: number) => {
      const excerpt = { first: 7, lines: [line] };
      const found = finding('syntax-error', 'a.json', { code: 'x' }, { line: 7, column, excerpt });
      const lines = terminalReport(decision({ findings: [found] }), { color: false }).split('\n');
      const caret = lines.findIndex((text) => text.endsWith('│ ^') || /│ +\^$/.test(text));
      const [shown, below] = [lines[caret - 1]!, lines[caret]!];
      return widthOf(shown.slice(0, shown.lastIndexOf('!'))) - widthOf(below.slice(0, below.indexOf('^')));
    };
    for (const before of ['', '    ', '\t\t', '日本: ', 'e\u0301\u202e', '"x": ']) {
      expect(at(`${before}! rest`, before.length + 1)).toBe(0);
    }
  });

  test('a word that is broken does not become a command', () => {
    const findings = [...Array(80).keys()].map((length) => {
      const key = `${'a'.repeat(length)}::error::x`;
      return finding('key-removed', `${length}.yml`, { pattern: key }, { key });
    });
    for (const found of findings) {
      const text = terminalReport(decision({ findings: [found] }), { color: false, width: 80 });
      expect(text).not.toMatch(/^\s*::/m);
    }
  });

  test('says what was not looked at, and the way out', () => {
    const text = plain('inconclusive', 80);
    expect(text).toMatch(/blocks .*bytes/);
    for (const item of inconclusive.notLookedAt) {
      expect(text).toContain(item.path);
      expect(text.replace(/\s+/g, ' ')).toContain(item.hint);
    }
    expect(text).toContain('INCONCLUSIVE');
  });

  test('nothing selected is said in a sentence, not with silence', () => {
    expect(terminalReport(untouched, { color: false })).toMatch(/PASS.*[Nn]o configuration file/s);
  });

  test('5,000 findings stay readable, and what is left out is counted', () => {
    const text = plain('huge', 80);
    expect(text.split('\n').length).toBeLessThan(1_000);
    expect(text).toMatch(/and 5,1\d\d more findings in 2,5\d\d more files/);
    expect(huge.findings.length).toBe(5_200);
  });
});

describe('layout', () => {
  test('wraps by columns, keeps a command whole when it fits, and cuts with a sign', () => {
    expect(wrap('aa bb  cc', 5)).toEqual(['aa bb', 'cc']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('日本語', 4)).toEqual(['日本', '語']);
    expect(wrap('日', 1)).toEqual(['日']);
    expect(wrap('type git put back', 12, 'git put back')).toEqual(['type', 'git put back']);
    expect(wrap('', 5)).toEqual([]);
    expect(cut('日本語', 5)).toBe('日本…');
    expect(cut('abc', 3)).toBe('abc');
  });
});
