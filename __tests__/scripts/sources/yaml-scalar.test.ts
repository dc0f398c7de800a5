import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readYaml } from '../../../src/scripts/sources/yaml.ts';
import { scalarOffsets } from '../../../src/scripts/sources/yaml-scalar.ts';

/** The value of `run`, every character of it replaced by what stands in the file at its place. */
function readBack(text: string, ...keys: string[]): { value: string; seen: string } {
  const read = readYaml(text);
  if ('notRead' in read) throw new Error(read.notRead.detail);
  const node = read.documents[0]!.at(...(keys.length === 0 ? ['run'] : keys));
  const value = node.text!;
  const lines = text.split('\n');
  const seen = Array.from({ length: value.length }, (_, offset) => {
    const { line, column } = node.placeIn(offset);
    return lines[line - 1]![column - 1] ?? '\n';
  });
  return { value, seen: seen.join('') };
}

describe('every character of a scalar has its place', () => {
  test.each([
    ['literal', 'run: |\n  cp a b\n\n    indented\n  end\n'],
    ['literal with an indentation indicator', 'run: |2\n    two more\n  cp a b\n'],
    ['literal, stripped, with a comment', 'run: |- # why\n  cp a b\n  mv c d\n\n\n'],
    ['literal, kept', 'run: |+\n  cp a b\n\n\nnext: 1\n'],
    ['literal with blanks at ends of lines', 'run: |\n  cp a b  \n  \n   mv c d\t\n'],
    ['literal with tabs', 'run: |\n  if x; then\n  \tcp a b\n  fi\n'],
    ['plain', 'run: cp a b # comment\n'],
    ['plain with quotes in it', `run: echo "it's" && cp a b\n`],
    ['double-quoted', 'run: "cp a b; echo \'x\'"\n'],
  ])('as it is written: %s', (_, text) => {
    const { value, seen } = readBack(text);
    expect(value).toContain('cp a b');
    expect(seen).toBe(value);
  });

  test.each([
    ['folded', 'run: >\n  cp a\n  b\n\n  mv c d\n'],
    ['folded with a deeper line', 'run: >-\n  first\n  second\n    deeper\n    deeper too\n  last\n'],
    ['plain over lines', 'run: cp a\n  b &&\n\n  mv c d\n'],
    ['single-quoted', `run: 'echo ''x''\n  && cp a b'\n`],
    ['double-quoted over lines', 'run: "cp a\n  b  \n\n   c"\n'],
  ])('blanks stand for breaks: %s', (_, text) => {
    const { value, seen } = readBack(text);
    expect(seen.replaceAll('\n', ' ').trim()).toBe(value.replaceAll('\n', ' ').trim());
  });

  test('escapes stand where their backslash is', () => {
    const { value, seen } = readBack(String.raw`run: "a\tb\x41\u0042\U0001F600 \"q\" \
   end"`);
    expect(value).toBe('a\tbAB😀 "q" end');
    expect(seen).toBe('a\\b\\\\\\\\ \\q\\ end');
  });

  test('an anchor, a tag, an alias and a merge', () => {
    expect(readBack('run: &copy cp a b\n').seen).toBe('cp a b');
    expect(readBack('run: !!str cp a b\n').seen).toBe('cp a b');
    expect(readBack('run: !!str |\n  cp a b\n').seen).toBe('cp a b\n');
    const aliased = 'first: &copy |\n  cp a b\n# &copy\nrun: *copy\n';
    expect(readBack(aliased).seen).toBe('cp a b\n');
    expect(readBack('base: &base\n  run: cp a b\nstep:\n  <<: *base\n', 'step', 'run').seen).toBe('cp a b');
  });

  test('a number and an empty value', () => {
    expect(readBack('run: 12\n').seen).toBe('12');
    expect(readBack("run: ''\n").seen).toBe('');
  });
});

test('what does not fit has no offsets', () => {
  expect(scalarOffsets('run: *nowhere', 5, 'x')).toBeUndefined();
  expect(scalarOffsets('# &a *a\nrun: *a', 13, 'x')).toBeUndefined();
  expect(scalarOffsets('run: abc', 5, 'abd')).toBeUndefined();
  expect(scalarOffsets('run: "abc', 5, 'abcd')).toBeUndefined();
  expect(scalarOffsets('run: |\n  a', 5, 'b')).toBeUndefined();
});

test('any text in any style has its words where they stand', () => {
  const line = fc.stringMatching(/^[ a-z'"\\$#:{}|>&*-]{0,12}$/);
  const texts = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
  const styles = fc.constantFrom('PLAIN', 'BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE');
  fc.assert(
    fc.property(texts, styles, fc.constantFrom(12, 40), (value, style, lineWidth) => {
      const text = stringify(
        { a: 1, run: value },
        { defaultStringType: style, lineWidth, minContentWidth: 0 },
      );
      const read = readBack(text);
      fc.pre(read.value === value);
      for (const [offset, character] of [...read.value].entries()) {
        const seen = read.seen[offset];
        const escaped = seen === '\\' && /["\\\n]/.test(character);
        if (/\S/.test(character) && !escaped) expect(seen).toBe(character);
      }
    }),
    { numRuns: 500, seed: 19 },
  );
});
