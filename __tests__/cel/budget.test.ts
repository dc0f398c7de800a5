import { expect, test } from '@jest/globals';
import { loadCel } from '../../src/cel/compile.ts';
import { CALL_BUDGET, FILE_BUDGET, type Meter } from '../../src/cel/meter.ts';
import { compileRule, judgeRule } from '../../src/cel/rule.ts';
import { toValue } from '../../src/cel/view.ts';
import { outcomeOf } from './helpers.ts';

const many = Array.from({ length: 10_000 }, (_, index) => index);

test.each([
  ['nested loops', 'self.all(a, self.all(b, a + b >= 0))'],
  ['nested loops whose budget error stands beside `||`', 'self.all(a, self.all(b, true)) || true'],
  ['nested loops inside a quantifier that forgives errors', '[1].exists(x, self.all(a, self.all(b, true)))'],
  ['a list in every item', 'self.all(a, self.map(b, b) == self)'],
  ['`in` for every item', 'self.all(a, a in self)'],
  [
    'a list that grows',
    'cel.bind(a, self + self, cel.bind(b, a + a, cel.bind(c, b + b, (c + c + c + c + c + c) == [])))',
  ],
  ['sets', 'sets.contains(self, self)'],
])('%s: stopped', async (_name, expression) => {
  expect(await outcomeOf(expression, many)).toBe('over-budget');
});

test.each([
  [
    'doubled again and again',
    `${Array.from({ length: 40 }, (_, at) => `cel.bind(s${at}, s${at - 1} + s${at - 1}, `)
      .join('')
      .replaceAll('s-1', 'self')}s39 == ""${')'.repeat(40)}`,
  ],
  ['replaced', 'self.replace("", self)'],
  ['split into letters, again and again', `self.split("").all(a, self.split("").size() > 0)`],
  ['searched for each of its letters', 'self.split("").all(a, self.contains(a))'],
  ['in a pattern with many instructions', 'self.matches("^(((((a{1,9}){1,9}b?){1,9})|c)|(a|b)*)+$")'],
])('a long text, %s: stopped', async (_name, expression) => {
  expect(await outcomeOf(expression, 'ab'.repeat(50_000))).toBe('over-budget');
});

test('patterns that backtrack elsewhere take linear time', async () => {
  expect(await outcomeOf('self.matches("^(a+)+$")', `${'a'.repeat(20_000)}b`)).toBe('value false');
  expect(await outcomeOf('self.matches("^(a|a)*$")', `${'a'.repeat(20_000)}b`)).toBe('value false');
});

test('ordinary rules over large lists are affordable', async () => {
  expect(await outcomeOf('self.all(a, a >= 0 && a < 100000)', many)).toBe('value true');
  expect(await outcomeOf('self.isSorted() && self.sum() > 0', many)).toBe('value true');
});

test('long chains of ternaries and conditions are evaluated or refused, never a crash', async () => {
  const chain = `${Array.from({ length: 90 }, (_, at) => `self == ${at} ? ${at} : `).join('')}-1`;
  expect(await outcomeOf(chain, 89)).toMatch(/^(value 89|fault Exceeded maxDepth \(100\))$/);
  expect(await outcomeOf(Array(1_500).fill('self').join(' && '), true)).toBe('value true');
});

test('the same rule costs the same, and a file has one purse for all rules', async () => {
  const cel = await loadCel();
  const compiled = compileRule(cel, { rule: 'self.all(a, a >= 0)' });
  if ('fault' in compiled) throw new Error(compiled.fault.message);
  const self = toValue({ left: FILE_BUDGET }, many, undefined);
  const cost = () => {
    const budget: Meter = { left: FILE_BUDGET };
    expect(judgeRule(cel, compiled.rule, self, undefined, budget)).toEqual({ kind: 'holds' });
    return FILE_BUDGET - budget.left;
  };
  const first = cost();
  expect(first).toBeGreaterThan(10_000);
  expect(first).toBeLessThan(CALL_BUDGET);
  expect(cost()).toBe(first);
  const poor: Meter = { left: first - 1 };
  expect(judgeRule(cel, compiled.rule, self, undefined, poor).kind).toBe('unjudged');
  expect(poor.left).toBe(0);
});
