import { describe, expect, test } from '@jest/globals';
import {
  hasExpression,
  hasHole,
  namesOwnHost,
  namesRealHost,
  namesSampleHost,
  placeholderIn,
} from '../../src/checks/placeholders.ts';

const kindOf = (text: string, sensitive = false) => {
  const found = placeholderIn(text, sensitive);
  return found === undefined ? 'none' : `${found.kind}${found.certain ? '!' : '?'}`;
};

describe('placeholderIn', () => {
  test.each([
    ['CHANGEME', 'fill-in!'],
    ['change-me', 'fill-in!'],
    ['__REPLACE_ME__', 'fill-in!'],
    ['postgres://app:CHANGE_ME@db/app', 'fill-in!'],
    ['TODO', 'fill-in!'],
    ['TODO: ask the network team', 'fill-in!'],
    ['<your-token>', 'fill-in!'],
    ['<DB_HOST>', 'fill-in!'],
    ['your-api-key', 'fill-in!'],
    ['your-key-goes-here', 'fill-in!'],
    ['https://yourdomain.com/login', 'fill-in!'],
    ['xxxxxxxx', 'filler!'],
    ['XX-XX-XXXX', 'filler!'],
    ['dummy', 'filler!'],
    ['test', 'filler?'],
    ['********', 'mask!'],
    ['[REDACTED]', 'mask!'],
    ['<hidden>', 'mask!'],
    ['undefined', 'no-value!'],
    ['https://undefined/api', 'no-value!'],
    ['db.undefined.internal', 'no-value!'],
    ['[object Object]', 'no-value!'],
    ['<no value>', 'no-value!'],
    ['%!s(MISSING)', 'no-value!'],
    ['%!d(string=a)', 'no-value!'],
    ['None', 'no-value?'],
    ['db.None.internal', 'no-value?'],
    ['${{', 'broken-expression!'],
    ['{{ region }', 'broken-expression!'],
    ['${HOST', 'broken-expression!'],
    [`\${{ }}`, 'broken-expression!'],
    ['AKIAIOSFODNN7EXAMPLE', 'sample-key!'],
  ])('%s is %s', (text, expected) => {
    expect(kindOf(text)).toBe(expected);
  });

  test.each([
    'production',
    'none',
    'change-data-capture',
    'replacement',
    'todo-service',
    'yourself',
    'x',
    'xxl',
    '*',
    '**/*.yml',
    '*/5 * * * *',
    '/dev/null',
    'foo-service',
    'test-cluster',
    'NaNoWriMo',
    'undefined-behaviour',
    `\${{ env.HOST }}`,
    '{{ a }}{{ b }}',
    `\${A}-\${B}`,
    'awk {print $1}',
    '{"a":{"b":1}}',
    '<p>Text</p>',
    '<HOST>',
    'Enter your password, or change it if you like to.',
  ])('%s is a value', (text) => {
    expect(kindOf(text)).toBe('none');
  });

  test('only a secret is too simple', () => {
    expect(['password', 'changeit', '123456', 'admin'].map((text) => kindOf(text, true))).toEqual([
      'weak-secret!',
      'weak-secret!',
      'weak-secret!',
      'weak-secret?',
    ]);
    expect(['password', 'admin'].map((text) => kindOf(text))).toEqual(['none', 'none']);
  });

  test('in a document inside of a value, only an expression that is cut off counts, and is doubtful', () => {
    expect(kindOf('host: CHANGEME\nport: 1\n')).toBe('none');
    expect(kindOf('host: ${HOST\nport: 1\n')).toBe('broken-expression?');
  });
});

test.each([
  ['https:///v1', true],
  ['https://:8443/v1', true],
  ['amqps://user@:5671', false],
  ['https://.acme.net', true],
  ['https://db..acme.net/x', true],
  ['registry.acme.net/api:', true],
  ['registry.acme.net/team/api@sha256:', true],
  ['db..internal', true],
  ['https://acme.net/v1', false],
  ['file:///etc/passwd', false],
  ['unix:///var/run/docker.sock', false],
  ['jdbc:sqlite://', false],
  ['registry.acme.net/api:1.2', false],
  ['../base', false],
  ['1..10', true],
  ['//cdn.acme.net/x', false],
])('a part is missing in %s: %s', (text, expected) => {
  expect(hasHole(text)).toBe(expected);
});

test.each([
  ['db.acme.net', 'real'],
  ['https://db.acme.net:5432/x', 'real'],
  ['postgres://u@10.2.3.4/x', 'real'],
  ['db.example.com', 'sample'],
  ['https://api.example/v1', 'sample'],
  ['localhost', 'own'],
  ['http://127.0.0.1:8080', 'own'],
  ['db', 'none'],
  ['1.2.3', 'none'],
])('%s is a host: %s', (text, expected) => {
  const kinds = [
    namesRealHost(text) ? ['real'] : [],
    namesSampleHost(text) ? ['sample'] : [],
    namesOwnHost(text) ? ['own'] : [],
  ].flat();
  expect(kinds.join() || 'none').toBe(expected);
});

test.each([
  [`\${HOST}`, true],
  ['$HOST', true],
  ['{{ host }}', true],
  ['%(host)s', true],
  ['@project.version@', true],
  ['__DB_HOST__', true],
  ['<%= host %>', true],
  ['a@b.acme.net', false],
  ['100%', false],
  ['$', false],
  ['US$ 5', false],
])('%s holds an expression: %s', (text, expected) => {
  expect(hasExpression(text)).toBe(expected);
});
