import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'unbash';
import type { Safer } from '../../../src/scripts/commands/command.ts';
import { commands } from '../../../src/scripts/commands/index.ts';
import { COMMAND_RULES, type CommandSpec } from '../../../src/scripts/commands/spec.ts';
import { writesOf } from './invocation.ts';

const DIRECTORY = '__tests__/scripts/commands';
const writing = commands.filter(({ writes }) => writes.length > 0);
const rules = new Set<string>(COMMAND_RULES);

/** The lines of the tests' tables beside this file, with what is expected of them. */
const cases = readdirSync(DIRECTORY)
  .filter((name) => name.endsWith('.test.ts') && name !== 'table.test.ts')
  .flatMap((name) => [...readFileSync(join(DIRECTORY, name), 'utf8').matchAll(/^ {2,4}\[?(['"`])(.*?)\1,/gm)])
  .map(([, , line]) => line!);

test('at least 60 commands that write', () => {
  expect(writing.length).toBeGreaterThanOrEqual(60);
});

test('no name stands twice', () => {
  const names = commands.flatMap((spec) => spec.names);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each(commands.map((spec): [string, CommandSpec] => [spec.names[0]!, spec]))('%s', (_, spec) => {
  test('has a manual page and says what it writes', () => {
    expect(new URL(spec.page).protocol).toBe('https:');
    expect(spec.about).not.toBe('');
  });

  test('is under rules that there are', () => {
    for (const { rule } of spec.writes) expect(rules).toContain(rule);
  });

  test('has an option once in its list of values', () => {
    const values = (spec.options?.values ?? '').split(' ').filter((name) => name !== '');
    for (const name of values) expect(name).toMatch(/^--?[\w@.-]+$/);
  });

  test('has safer forms that are shell', () => {
    for (const form of spec.writes.flatMap(({ safer }) => safer)) expect(errorsOf(form)).toEqual([]);
  });
});

test.each(writing.map(({ names }) => [names]))('a test has a line in which %s writes', (names) => {
  const lines = cases.filter((line) => names.some((name) => isCallOf(line, name)));
  expect(lines.some((line) => (writesOf(line) ?? []).length > 0)).toBe(true);
});

/** The name's words in their order, with options between them. */
function isCallOf(line: string, name: string): boolean {
  const words = line.split(/\s+/);
  const first = words[0]!.replace(/^.*\//, '');
  const [tool, ...rest] = name.split(' ');
  let from = 1;
  return (
    first === tool &&
    rest.every((word) => {
      from = words.indexOf(word, from) + 1;
      return from > 0;
    })
  );
}

function errorsOf(form: Safer): unknown[] {
  const source = {
    insert: () => `tool ${'words' in form ? form.words : ''} a b`,
    swap: () => `tool ${'to' in form ? form.to : ''} a b`,
    before: () => ('command' in form ? `${form.command.replaceAll('{target}', '"$DIR/a.yml"')} && true` : ''),
    temporary: () => 'true',
    'unless-exists': () => 'true',
    advice: () => 'true',
  }[form.kind]();
  if (form.kind === 'advice' && !/[.:]/.test(form.text)) return ['an advice is a sentence'];
  return [...(parse(source).errors ?? [])];
}

test.each([
  ['no operands at all', 'cp'],
  ['one operand too few', 'rsync -a'],
  ['an option without its value', 'cp a -t'],
  ['an unknown command', 'frobnicate -o a.yml'],
  ['a command of the table with another word', 'kubectl get configmap auth'],
  ['only its first word', 'aws s3'],
  ['a dash for standard output', 'openssl enc -out -'],
  ['help', 'cp --help'],
])('nothing is written with %s', (_, line) => {
  expect(writesOf(line) ?? []).toEqual([]);
});
