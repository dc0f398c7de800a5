import { describe, expect, test } from '@jest/globals';
import { githubReport, guarded } from '../../src/reports/github.ts';
import { terminalReport } from '../../src/reports/terminal.ts';
import { decision, finding, hostile, huge, incident, inconclusive, untouched } from './samples.ts';

type Command = { name: string; properties: Record<string, string>; message: string };

/** As the runner reads it: actions/runner, ActionCommand.TryParseV2. */
function parse(text: string): Command[] {
  return text.split('\n').flatMap((line) => {
    const [, name, list, data] = /^::(\w+)(?: ([^\n]*?))?::(.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const decode = (value: string) =>
      value
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%');
    const properties = (list ?? '').split(',').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decode(pair.slice(at + 1))];
    });
    return [{ name, properties: Object.fromEntries(properties), message: decode(data ?? '') }];
  });
}

const commands = (value: Parameters<typeof githubReport>[0]) => parse(githubReport(value, { color: false }));

describe('annotations', () => {
  test('stand at the file, line and column, worst first', () => {
    const found = commands(incident).map(({ name, properties: { file, line, col } }) => [
      name,
      file,
      line,
      col,
    ]);
    expect(found).toEqual([
      ['error', 'config/auth/production.yml', '1', '1'],
      ['error', 'deploy/values/auth.yaml', '14', '3'],
      ['warning', 'config/gateway/routes.conf', '9', '1'],
    ]);
  });

  test('a line of the old file is told, but not pointed at in the new one', () => {
    const gone = finding('key-removed', 'a.yml', { pattern: 'a' }, { line: 7, side: 'before', key: 'a' });
    const [{ properties, message } = {} as Command] = commands(decision({ findings: [gone] }));
    expect(properties.line).toBeUndefined();
    expect(message).toMatch(/line 7 of the old file/);
  });

  test('what was not looked at and blocks is an error, the rest a notice', () => {
    expect(commands(inconclusive).map(({ name, properties }) => [name, properties.file])).toEqual([
      ['error', 'config/auth/tls.enc'],
      ['notice', 'config/auth/limits.json'],
    ]);
  });

  test('ten of a kind at most; the last one says how many are left out', () => {
    const all = commands(huge);
    for (const [name, left] of [
      ['error', '2,990'],
      ['warning', '1,490'],
      ['notice', '690'],
    ] as const) {
      const these = all.filter((command) => command.name === name);
      expect(these).toHaveLength(10);
      expect(these.map(({ message }) => message.includes(`${left} more`))).toEqual([
        ...Array(9).fill(false),
        true,
      ]);
    }
  });

  test('messages and titles keep to what GitHub shows, and surrogates whole', () => {
    const key = '😀'.repeat(3_000);
    const long = Array.from({ length: 11 }, () => finding('key-removed', 'a.yml', { pattern: key }, { key }));
    for (const { message, properties } of commands(decision({ findings: long }))) {
      expect(message.length).toBeLessThanOrEqual(4_096);
      expect(properties.title!.length).toBeLessThanOrEqual(255);
      expect(message.isWellFormed() && properties.title!.isWellFormed()).toBe(true);
    }
  });

  test('hostile names make no command and no property of their own', () => {
    const all = commands(hostile);
    expect(all.length).toBe(10);
    for (const { name, properties } of all) {
      expect(['error', 'warning', 'notice']).toContain(name);
      expect(
        Object.keys(properties).filter((key) => !['file', 'line', 'col', 'title'].includes(key)),
      ).toEqual([]);
    }
    const percent = finding('file-removed', '100%0A::warning::x,y:z', {});
    expect(commands(decision({ findings: [percent] }))[0]!.properties.file).toBe(percent.path);
  });

  test('nothing to say is nothing printed', () => {
    expect(githubReport(untouched, { color: false })).toBe('');
  });
});

test('guarded text stands between the tokens', () => {
  const lines = guarded(terminalReport(hostile, { color: true }), 'f00d').split('\n');
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['::stop-commands::f00d', '::f00d::', '']);
  expect(lines.filter((line) => line.includes('f00d'))).toHaveLength(2);
  expect(guarded('', 't')).toBe('::stop-commands::t\n::t::\n');
});
