import { expect, test } from '@jest/globals';
import { readCases } from '../../../scripts/eval/cases.ts';

const CASE = {
  id: 'P1',
  group: 3,
  incident: '3:ab',
  label: 'replaced',
  accident: true,
  found_by: 'message',
  path: 'config/app.yml',
  hot: true,
  doubt: false,
  sample: 'found',
};
const line = (changes: Record<string, unknown> = {}) => JSON.stringify({ ...CASE, ...changes });

test('reads cases, empty lines and unknown fields aside', () => {
  const ordinary = { id: 'N1', accident: false, found_by: null, sample: 'uniform', more: [1] };
  expect(readCases(`${line()}\n\n${line(ordinary)}\n`, 'cases.jsonl')).toMatchObject([
    { id: 'P1', group: 3, foundBy: 'message', accident: true },
    { id: 'N1', accident: false, foundBy: '', sample: 'uniform' },
  ]);
});

test.each([
  ['no JSON', '{"id": ', 'cases.jsonl:3: not JSON'],
  ['a list', '[]', 'cases.jsonl:3: not a JSON object'],
  ['null', 'null', 'cases.jsonl:3: not a JSON object'],
  ['a missing field', line({ id: 'P2', path: undefined }), 'cases.jsonl:3: path is missing'],
  ['a null', line({ id: 'P2', label: null }), 'cases.jsonl:3: label is not a string'],
  ['another type', line({ id: 'P2', group: '3' }), 'cases.jsonl:3: group is not a number'],
  ['a text for a truth', line({ id: 'P2', hot: 'false' }), 'cases.jsonl:3: hot is not a boolean'],
  [
    'an accident of unknown origin',
    line({ id: 'P2', found_by: null }),
    /cases\.jsonl:3: found_by is missing/,
  ],
  ['the same id again', line(), 'cases.jsonl:3: the id P1 stands in line 1 already'],
  ['an id with a path in it', line({ id: '../x' }), /cases\.jsonl:3: the id is not usable/],
])('refuses %s, with its line', (_, bad, message) => {
  expect(() => readCases(`${line()}\n\n${bad}\n`, 'cases.jsonl')).toThrow(message);
});

test('refuses a file without cases', () => {
  expect(() => readCases('\n \n', 'cases.jsonl')).toThrow('cases.jsonl: there are no cases');
});
