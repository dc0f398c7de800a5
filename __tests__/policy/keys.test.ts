import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { joinName } from '../../src/diff/keys.ts';
import { parseKeyPattern } from '../../src/policy/key-pattern.ts';
import { keyMatcher } from '../../src/policy/keys.ts';
import { keysNamed } from '../../src/policy/named-keys.ts';

describe('a key pattern names exactly', () => {
  test.each<[string, string[], boolean]>([
    ['issuer', ['issuer'], true],
    ['issuer', ['issuer', 'url'], false],
    ['issuer', ['auth', 'issuer'], false],
    ['database.host', ['database', 'host'], true],
    ['database.host', ['database.host'], false],
    ['keys.*', ['keys', 'a'], true],
    ['keys.*', ['keys'], false],
    ['keys.*', ['keys', 'a', 'b'], false],
    ['database.**', ['database', 'pool', 'max'], true],
    ['database.**', ['database'], true],
    ['database.**', ['databases'], false],
    ['**.password', ['password'], true],
    ['**.password', ['a', '0', 'password'], true],
    ['**.password', ['a', 'password', 'b'], false],
    ['a.**.z', ['a', 'z'], true],
    ['a.**.z', ['a', 'b', 'z', 'c', 'z'], true],
    ['auth-*', ['auth-eu'], true],
    ['auth-*.x', ['oauth-eu', 'x'], false],
    ['a*c', ['a\nc'], true],
    ['a+b', ['aab'], false],
    ['containers[name=api].image', ['containers', 'name=api', 'image'], true],
    ['containers.name=api.image', ['containers', 'name=api', 'image'], true],
    ['containers[name=api].image', ['containers', 'name=api2', 'image'], false],
    ['hosts[name=a.example.com].port', ['hosts', 'name=a.example.com', 'port'], true],
    ['hosts[name=[::1]].port', ['hosts', 'name=[::1]', 'port'], true],
    ['items[0]', ['items', '0'], true],
    ['items[*].id', ['items', 'id=3', 'id'], true],
    ['m["a.b"].c', ['m', 'a.b', 'c'], true],
    ['m["a*"]', ['m', 'a*'], true],
    ['m["a*"]', ['m', 'ab'], false],
    ['["say \\"x\\""]', ['say "x"'], true],
    ['/annotations/a.b~1c', ['annotations', 'a.b/c'], true],
    ['/a/*', ['a', '*'], true],
    ['/a/*', ['a', 'b'], false],
  ])('%s, %j: %s', (pattern, segments, expected) => {
    expect(keyMatcher(['zzz', pattern])(segments)).toBe(expected ? pattern : undefined);
  });

  test('a pointer pattern with indexes is matched with the pointer', () => {
    const match = keyMatcher(['/containers/0/image']);
    expect(match(['containers', 'name=api', 'image'], '/containers/0/image')).toBe('/containers/0/image');
    expect(match(['containers', 'name=api', 'image'], '/containers/1/image')).toBeUndefined();
    expect(match(['containers', 'name=api', 'image'])).toBeUndefined();
  });

  test('the name that reports print is a pattern for its key', () => {
    const segment = fc.oneof(fc.string(), fc.constantFrom('a.b', '[', 'x]', '"', '\\', 'a:b', '$', 'name=a'));
    fc.assert(
      fc.property(
        fc.array(
          segment.filter((text) => !text.includes('*')),
          { minLength: 1 },
        ),
        (segments) => {
          const name = segments.reduce((parent, each) => joinName(parent, each), '');
          fc.pre(name !== '$' && !name.startsWith('/') && !/^\$[.[]/.test(name));
          expect([name, keyMatcher([name])(segments)]).toEqual([name, name]);
        },
      ),
      { numRuns: 1000, seed: 3 },
    );
  });
});

test.each(['', '.a', 'a.', 'a..b', 'a[', 'a[]', 'a["b]', 'a[0]b', '/a~2', '$.a', 'Deployment/api:spec'])(
  'is refused: %j',
  (pattern) => {
    expect(parseKeyPattern(pattern)).toHaveProperty('fault');
  },
);

describe('keys are found in a value', () => {
  const value = {
    containers: [
      { name: 'api', image: 'a' },
      { name: 'api', image: 'b' },
    ],
    'x.y': { z: 1 },
  };
  const found = (...patterns: string[]) => keysNamed(patterns, value).map(({ pointer }) => pointer);

  test.each<[string, string[]]>([
    ['containers[name=api].image', ['/containers/0/image', '/containers/1/image']],
    ['containers[1].image', ['/containers/1/image']],
    ['containers[name=db].image', []],
    ['["x.y"].z', ['/x.y/z']],
    ['/x.y/z', ['/x.y/z']],
    ['**.image', ['/containers/0/image', '/containers/1/image']],
    ['**.**.z', ['/x.y/z']],
    ['toString', []],
  ])('%s', (pattern, pointers) => {
    expect(found(pattern)).toEqual(pointers);
  });
});
