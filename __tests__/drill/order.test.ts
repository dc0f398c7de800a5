import { expect, test } from '@jest/globals';
import type { Level } from '../../src/drill/drilled.ts';
import { drillReports } from '../../src/drill/reports/index.ts';
import { drillPage } from '../../src/drill/reports/page.ts';
import { parsePage, select } from '../helpers/html.ts';
import { drilledOf, trial } from './samples.ts';

/** In the order in which they are tried: file by file. */
const TRIED: readonly [string, Level, 'key' | 'value'][] = [
  ['a.yml', 'warning', 'key'],
  ['a.yml', 'error', 'key'],
  ['a.yml', 'missed', 'value'],
  ['a.yml', 'notice', 'key'],
  ['b.yml', 'notice', 'key'],
  ['b.yml', 'missed', 'key'],
  ['b.yml', 'notice', 'value'],
  ['c.yml', 'missed', 'key'],
];
const drilled = drilledOf({
  trials: TRIED.map(([path, level, group]) =>
    trial({
      path,
      level,
      group,
      stopped: level === 'error',
      proposals: [{ kind: 'protect', entry: { files: path, protect: ['port'] } }],
    }),
  ),
});
const STRUCTURAL = ['b.yml missed', 'c.yml missed', 'a.yml notice', 'b.yml notice', 'a.yml warning'];
const EXPECTED = [...STRUCTURAL, 'a.yml missed', 'b.yml notice'];

const PASSED = /^(?:([abc]\.yml) · auth| {2}key deleted {2}(not seen|only a (\w+) .*))$/gm;

test('in the terminal what nobody would see comes first, then what is least told', () => {
  const text = drillReports.terminal!(drilled, { color: false });
  let path = '';
  const found = [...text.matchAll(PASSED)].flatMap(([, file, seen, level]) => {
    path = file ?? path;
    return seen === undefined ? [] : [`${path} ${level ?? 'missed'}`];
  });
  expect(found).toEqual(EXPECTED);
});

test('in Markdown as well', () => {
  const text = drillReports.markdown!(drilled, { color: false });
  const passed = text.matchAll(
    /^\*\*key deleted\*\* in <code>([abc]\.yml)<\/code>: (?:not seen|only a (\w+) .*)\.$/gm,
  );
  expect([...passed].map(([, path, level = 'missed']) => `${path} ${level}`)).toEqual(EXPECTED);
});

test('on the page as well, and a cell of a matrix leads to the first', () => {
  const { all } = parsePage(drillPage(drilled));
  const found = select(all, '.survivor').map(({ text }) => [
    /[abc]\.yml/.exec(text)![0],
    /not seen|only a (\w+)/.exec(text)![1] ?? 'missed',
  ]);
  expect(found.map((parts) => parts.join(' '))).toEqual(EXPECTED);
  const links = select(all, 'td').flatMap(({ children }) => children.filter(({ name }) => name === 'a'));
  expect(links[0]!.attributes.href).toBe('#e-1');
});

test('as data as well, what is stopped last; what is to be pasted stays in the order of the files', () => {
  const { trials, structural } = JSON.parse(drillReports.json!(drilled, { color: false }));
  const told = trials.map(({ path, level }: { path: string; level: Level }) => `${path} ${level}`);
  expect(told).toEqual([...EXPECTED, 'a.yml error']);
  expect(structural.policy.match(/[abc]\.yml/g)).toEqual(['a.yml', 'b.yml', 'c.yml']);
});
