import { describe, expect, test } from '@jest/globals';
import { outcomeOf } from './helpers.ts';

const pod = {
  replicas: 3,
  ratio: 0.5,
  name: 'api',
  tags: ['a', 'b'],
  labels: { app: 'x', 'kubernetes.io/name': 'y' },
  nothing: null,
  'max-surge': 2,
  namespace: 'prod',
  a__b: 1,
};

describe('the language', () => {
  test.each([
    ['self.replicas + 1', '4'],
    ['self.replicas / 2', '1'],
    ['-7 % 3', '-1'],
    ['self.ratio * 2.0', '1.0'],
    ['self.replicas == 3', 'true'],
    ['self.replicas == 3.0', 'true'],
    ['self.ratio < 1', 'true'],
    ['self.replicas > self.ratio', 'true'],
    ['self.name == 1', 'false'],
    ['[1, 2] == [1.0, 2.0]', 'true'],
    ['{"a": 1} == {"a": 1}', 'true'],
    ['"a" in self.tags', 'true'],
    ['"app" in self.labels', 'true'],
    ['self.tags + ["c"]', '["a", "b", "c"]'],
    ['self.labels["kubernetes.io/name"]', '"y"'],
    ['self.tags[1]', '"b"'],
    ['self.nothing == null', 'true'],
    ['has(self.nothing)', 'true'],
    ['has(self.missing)', 'false'],
    ['has(self.labels.app)', 'true'],
    ['!has(self.missing) || self.missing > 1', 'true'],
    ['self.replicas > 2 ? "many" : "few"', '"many"'],
    ['type(self.replicas) == int && type(self.ratio) == double', 'true'],
    ['"é" < "z"', 'false'],
    ['true && !false', 'true'],
  ])('%s is %s', async (expression, expected) => {
    expect(await outcomeOf(expression, pod)).toBe(`value ${expected}`);
  });

  test('whole numbers are `int`, others `double`; side by side the `double` wins', async () => {
    expect(await outcomeOf('self.a * 2', { a: 0.5 })).toBe('value 1.0');
    expect(await outcomeOf('self.a * 2', { a: 1 })).toBe('value 2');
    expect(await outcomeOf('self.a * 0.5', { a: 1 })).toBe('value 0.5');
  });

  test('names that are no identifiers are escaped as in Kubernetes', async () => {
    expect(await outcomeOf('self.max__dash__surge', pod)).toBe('value 2');
    expect(await outcomeOf('self.__namespace__', pod)).toBe('value "prod"');
    expect(await outcomeOf('self.namespace', pod)).toBe('value "prod"');
    expect(await outcomeOf('self.a__underscores__b', pod)).toBe('value 1');
    expect(await outcomeOf('self.labels.kubernetes__dot__io__slash__name', pod)).toBe('value "y"');
    expect(await outcomeOf('has(self.max__dash__surge)', pod)).toBe('value true');
    expect(await outcomeOf('self.?max__dash__surge.orValue(0)', pod)).toBe('value 2');
    expect(await outcomeOf('"max__dash__surge" in self', pod)).toBe('value false');
    expect(await outcomeOf('self["max__dash__surge"]', pod)).toContain('error');
  });

  test('optionals', async () => {
    expect(await outcomeOf('self.?missing.hasValue()', pod)).toBe('value false');
    expect(await outcomeOf('self.?missing.deeper.orValue(7)', pod)).toBe('value 7');
    expect(await outcomeOf('self.?replicas.value()', pod)).toBe('value 3');
    expect(await outcomeOf('self[?"replicas"].optMap(x, x + 1).orValue(0)', pod)).toBe('value 4');
    expect(await outcomeOf('self.tags[?9].or(self.tags[?0]).value()', pod)).toBe('value "a"');
    expect(await outcomeOf('optional.of(null).orValue(1)', pod)).toBe('value null');
    expect(await outcomeOf('optional.none() == optional.none()', pod)).toBe('value true');
    expect(await outcomeOf('self.?missing.value()', pod)).toBe('error the optional has no value');
  });

  test('comprehensions, over lists and over the keys of maps', async () => {
    expect(await outcomeOf('self.tags.all(t, t.size() == 1)', pod)).toBe('value true');
    expect(await outcomeOf('self.tags.exists_one(t, t == "a")', pod)).toBe('value true');
    expect(await outcomeOf('self.tags.map(t, t + "!")', pod)).toBe('value ["a!", "b!"]');
    expect(await outcomeOf('self.tags.map(t, t != "a", t + "!")', pod)).toBe('value ["b!"]');
    expect(await outcomeOf('self.tags.filter(t, t > "a")', pod)).toBe('value ["b"]');
    expect(await outcomeOf('self.labels.all(k, self.labels[k] != "")', pod)).toBe('value true');
    expect(await outcomeOf('self.tags.all(i, t, self.tags[i] == t)', pod)).toBe('value true');
    expect(await outcomeOf('self.labels.exists(k, v, k == "app" && v == "x")', pod)).toBe('value true');
    expect(await outcomeOf('[].all(x, false)')).toBe('value true');
    expect(await outcomeOf('[].exists(x, true)')).toBe('value false');
    expect(await outcomeOf('cel.bind(n, self.replicas, n * n)', pod)).toBe('value 9');
  });

  test('an inner variable hides the outer one, and a namespace', async () => {
    expect(await outcomeOf('[[1], [2]].all(x, x.all(x, x > 0))')).toBe('value true');
    expect(await outcomeOf('["1.2.3.4"].all(ip, ip.contains("."))')).toBe('value true');
  });

  test('a side that decides is enough; otherwise the failure counts', async () => {
    expect(await outcomeOf('self.missing == 1 || true', pod)).toBe('value true');
    expect(await outcomeOf('self.missing == 1 && false', pod)).toBe('value false');
    expect(await outcomeOf('self.missing == 1 || false', pod)).toBe('error no such key: missing');
    expect(await outcomeOf('[1, "a"].exists(x, x > 0)')).toBe('value true');
    expect(await outcomeOf('["a", 0].all(x, x > 0)')).toBe('value false');
    expect(await outcomeOf('["a", 1].all(x, x > 0)')).toContain('error no such overload');
  });
});

describe('failures', () => {
  test.each([
    ['self.missing', 'no such key: missing'],
    ['self.tags[2]', 'index out of bounds: 2'],
    ['self.name + 1', 'no such overload: + for string, int'],
    ['self.name > 1', 'no such overload: comparison for string, int'],
    ['self.name ? 1 : 2', 'no such overload: a condition for string'],
    ['9223372036854775807 + 1', 'integer overflow'],
    ['1 / 0', 'division by zero'],
    ['self.name.all(c, true)', 'no such overload: all for string'],
    ['has(self.name.x)', 'no such overload: has for string'],
    ['oldSelf == 1', 'oldSelf has no value'],
    ['size(self.replicas)', 'no such overload: size for int'],
    ['{"a": 1, "a": 2}', 'the key a stands twice in a map'],
  ])('%s: %s', async (expression, message) => {
    expect(await outcomeOf(expression, pod)).toBe(`error ${message}`);
  });

  test('__proto__ and its like are keys as any other', async () => {
    const self = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}');
    expect(await outcomeOf('self.constructor', self)).toBe('value 2');
    expect(await outcomeOf('self["__proto__"].a', self)).toBe('value 1');
    expect(await outcomeOf('has(self.toString)', self)).toBe('value false');
    expect(await outcomeOf('{"constructor": 1}["constructor"]')).toBe('value 1');
  });
});

describe('faults of an expression are told before any file is judged', () => {
  test.each([
    ['self.a >', 'Unexpected token: EOF'],
    ['sel.a > 1', '`sel` is not known here'],
    ['self.a.isBig()', 'the function `isBig` is not known'],
    ['self.all(x, y > 1)', '`y` is not known here'],
    ['self.contains()', '`contains` is not called with 0 arguments'],
    ['has(self)', '`has` takes one field, such as `has(self.name)`'],
    ['99999999999999999999 > 1', 'the number has more than 64 bits'],
    ['self.a == 1u', 'unsigned numbers are not supported'],
    ['sets.joined([], [])', 'the function `sets.joined` is not known'],
    [
      'self.a.matches("(?=a)b")',
      'the regular expression is not one of RE2: invalid or unsupported Perl syntax: `(?=`',
    ],
    ['\'a\' "b"', "Unexpected character: '\"'"],
    ['', 'Unexpected token: EOF'],
    [`${'('.repeat(500)}1${')'.repeat(500)}`, 'Exceeded maxDepth (100)'],
    [`${'1 + '.repeat(6_000)}1`, 'longer than 20000 characters'],
  ])('%s', async (expression, message) => {
    expect(await outcomeOf(expression)).toContain(
      `fault ${message.startsWith('longer') ? 'it is ' : ''}${message}`,
    );
  });
});
