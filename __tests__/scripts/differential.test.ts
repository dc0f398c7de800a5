import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'unbash';
import { mvdanFacts } from '../helpers/mvdan-facts.ts';
import { factsOf } from '../helpers/shell-facts.ts';
import { shellScript } from '../helpers/shell-snippets.ts';

const FIXTURES = '__tests__/fixtures';
const scripts = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.sh'))
  .map((name) => join(FIXTURES, name))
  .sort();

describe('unbash and mvdan-sh read the same', () => {
  test('there are fixtures', () => expect(scripts.length).toBeGreaterThan(50));

  test.each(scripts)('%s', (path) => {
    const source = readFileSync(path, 'utf8');
    const { facts, errors } = factsOf(parse(source), source);
    expect(errors).toEqual([]);
    expect(facts).toEqual(mvdanFacts(source));
    expect(facts.length).toBeGreaterThan(1);
  });

  test('scripts that are put together by chance', () => {
    fc.assert(
      fc.property(shellScript, (source) => {
        const { facts, errors } = factsOf(parse(source), source);
        expect(errors).toEqual([]);
        expect(facts).toEqual(mvdanFacts(source));
      }),
      { numRuns: 300, seed: 17 },
    );
  });
});

/** Each is refused by `bash -n`, version 5.2. */
const INVALID = [
  'if true; then',
  'if true; fi',
  'fi',
  'then a',
  'while true; do a',
  'while true; done',
  'while do a; done',
  'until a; do done',
  'done',
  'for x in a b; echo $x; done',
  'for x in a; do done',
  'for in a; do b; done',
  'case x in a) b;;',
  'case x a) b;; esac',
  'case x in a b) c;; esac',
  'esac',
  '(a',
  'a)',
  '{ a',
  '{ a; ',
  '}',
  'f() {',
  'f( { a; }',
  'f()',
  'a &&',
  '&& a',
  'a ||',
  '|| a',
  'a |',
  '| a',
  'a && || b',
  'a ;; b',
  '; a',
  'a & & b',
  'a >',
  'a > ; b',
  '> > a',
  'a < && b',
  'cat <<',
  'echo "a',
  "echo 'a",
  'echo `a',
  'echo $(a',
  'echo ${a',
  'echo $((1 + 2)',
  '[[ -f a',
  '((1 + 2',
  'a=(b c',
  'a=(b > c)',
  'echo (a)',
  '! ! |',
  'if a; then b; else fi',
  'if a; then b; elif then c; fi',
  'echo $(if)',
  'a | | b',
  'function { a; }',
  'select x in a; do b',
  'for ((i=0; i<3)); do a; done',
];

/** The same, and mvdan-sh reads them: the oracle is the milder one. */
const INVALID_BUT_FOR_MVDAN = [
  'if ; then a; fi',
  '( )',
  '{ }',
  'f() { }',
  'if a; then b; else c; else d; fi',
];

describe('both refuse', () => {
  test.each(INVALID)('%s', (source) => {
    expect(factsOf(parse(source), source).errors).not.toEqual([]);
    expect(mvdanFacts(source)).toBeUndefined();
  });
});

test.each(INVALID_BUT_FOR_MVDAN)('unbash alone refuses %s', (source) => {
  expect(factsOf(parse(source), source).errors).not.toEqual([]);
  expect(mvdanFacts(source)).toBeDefined();
});

/** Bash takes the process substitution for a part of the word; unbash begins another word with it. */
test('the known difference', () => {
  const source = 'a=<(ls) cp x y';
  expect(factsOf(parse(source), source).facts).toContainEqual({
    at: 0,
    kind: 'command',
    of: '1 <(ls) cp x y',
  });
  expect(mvdanFacts(source)).toContainEqual({ at: 0, kind: 'command', of: '1 cp x y' });
});
