import { describe, expect, test } from '@jest/globals';
import {
  below,
  globText,
  isDirectory,
  looksLikeFile,
  withoutSlash,
} from '../../../src/scripts/commands/places.ts';
import { readCommand } from '../../../src/scripts/commands/read.ts';
import { remoteOf } from '../../../src/scripts/commands/transfer.ts';
import { shown, type Text } from '../../../src/scripts/text.ts';

test.each([
  ['/etc/app', '/etc/app'],
  ['/etc/app/', '/etc/app'],
  ['/etc/app/.', '/etc/app'],
  ['/etc/app//./', '/etc/app'],
  ['conf.d/', 'conf.d'],
  ['.', '.'],
  ['..', '..'],
  ['./', '.'],
  ['../', '..'],
  ['a.', 'a.'],
  ['/', '/'],
  ['', ''],
])('%j without its slash', (path, plain) => {
  expect(shown(withoutSlash([path]))).toBe(plain);
});

test('a slash behind something unknown', () => {
  const directory: Text = [{ name: 'DIR', is: 'value' }];
  expect(withoutSlash([...directory, '/'])).toEqual(directory);
  expect(below([...directory, '/'], ['a.yml'])).toEqual([...directory, '/a.yml']);
});

test('the root and the current directory hold files, too', () => {
  expect(below(['/'], ['etc'])).toEqual(['/etc']);
  expect(below([], ['etc'])).toEqual(['etc']);
});

test.each(['a.yml', 'conf/a.yaml', '.env', '.env.production', 'a.tar.gz', '/etc/x.d/a.conf'])(
  '%s looks like a file',
  (path) => expect(looksLikeFile([path])).toBe(true),
);

test.each(['auth', 'conf.d', 'a.yml/', '.ssh', '..', 'v1.2', '/etc/nginx'])('%s does not', (path) =>
  expect(looksLikeFile([path])).toBe(false),
);

test.each(['/', '/etc', '/usr/local/bin', 'a/', '.', 'a/..', '~', ''])('%j is a directory', (path) =>
  expect(isDirectory(path === '' ? [] : [path])).toBe(true),
);

test.each(['/etc/auth', 'a', '/srv/app', '/usr/local/bin/helm'])('%s may be one', (path) =>
  expect(isDirectory([path])).toBe(false),
);

describe('another machine', () => {
  test.each([
    ['web1:/etc/a', 'web1', '/etc/a'],
    ['deploy@web1:a', 'web1', 'a'],
    ['web1:', 'web1', ''],
    ['web1:~/a', 'web1', 'a'],
    ['root@[::1]:/etc/a', '[::1]', '/etc/a'],
    ['rsync://web1:873/config/a', 'web1', '<config>/a'],
    ['web1::config/a', 'web1', '<config>/a'],
    ['scp://web1:22/a', 'web1', 'a'],
  ])('%s', (text, name, path) => {
    const remote = remoteOf([text])!;
    expect([remote.name, shown(remote.path)]).toEqual([name, path]);
  });

  test.each(['./a:b', '/etc/a:b', 'a', ''])('not in %j', (text) => {
    expect(remoteOf([text])).toBeUndefined();
  });
});

test('globs of a literal', () => {
  expect(globText('a-*.[ch]?')).toEqual([
    'a-',
    { name: '*', is: 'glob' },
    '.',
    { name: '[ch]', is: 'glob' },
    { name: '?', is: 'glob' },
  ]);
});

test.each([
  ['slashes', 'cp', ['a', `${'/'.repeat(200_000)}x`]],
  ['slashes and dots', 'rsync', ['-a', 'b', `${'/.'.repeat(200_000)}x`]],
  ['brackets', 'find', ['.', '-name', '['.repeat(200_000), '-delete']],
  ['colons', 'scp', ['a', ':'.repeat(200_000)]],
  ['dots', 'tar', ['-xf', `a${'.b'.repeat(200_000)}`, '--one-top-level']],
  ['digits', 'sed', ['-n', `1${'gpI'.repeat(100_000)}w`, 'a']],
  ['operands', 'git', ['-C', 'x', 'rm', ...Array.from({ length: 20_000 }, (_, index) => `f${index}`)]],
  ['options', 'kubectl', ['delete', ...Array.from({ length: 20_000 }, () => '-f=a'), 'cm', 'x']],
  ['letters', 'tar', ['f'.repeat(200_000)]],
])('many %s are read', (_, name, words) => {
  const args = words.map((word) => ({ values: [[word]], pos: 0, end: 0 }));
  expect(() => readCommand({ name, pos: 0, end: 0, args })).not.toThrow();
});
