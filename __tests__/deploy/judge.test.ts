import { describe, expect, test } from '@jest/globals';
import { type Allowed, judgeWrites } from '../../src/deploy/judge.ts';
import { writeSet } from '../../src/deploy/writes.ts';
import { globMatcher } from '../../src/policy/globs.ts';
import type { Collected, SavedFile, UnsavedFile } from '../../src/store/manifest.ts';

const DIGITS = 64;

function file(path: string, content: string, more: Partial<SavedFile> = {}): SavedFile {
  return {
    path,
    sha256: content.padEnd(DIGITS, '0'),
    service: 'auth',
    size: 1,
    mode: 0o640,
    uid: 1,
    gid: 1,
    mtime: '2026-01-31T12:00:00.000Z',
    link: null,
    sensitive: false,
    ...more,
  };
}

function look(files: SavedFile[], unsaved: UnsavedFile[] = []): Collected {
  return { files, absent: [], unsaved };
}

const NOTHING: Allowed = { rotates: () => false };

/** `commit`: what it has below `/etc/auth`. */
function intending(commit: SavedFile[], unknown: string[] = []): Allowed {
  const files = new Map(commit.map((one) => [one.path, one]));
  return {
    ...NOTHING,
    intended: { files, maps: (path) => path.startsWith('/etc/auth/'), unknown: new Set(unknown) },
  };
}

function judged(before: Collected, after: Collected, allowed: Allowed): [string, string | null, unknown][] {
  return judgeWrites(writeSet(before, after), after, allowed).map(({ code, path, args }) => [
    code,
    path,
    args.status ?? null,
  ]);
}

const A = '/etc/auth/a.yml';
const B = '/etc/billing/b.toml';
const BEFORE = look([file(A, 'a'), file(B, 'b')]);

describe('the write set', () => {
  test.each<[string, SavedFile[], [string, string][]]>([
    ['nothing, when only the time is another', [file(A, 'a', { mtime: null }), file(B, 'b')], []],
    ['a content', [file(A, 'c'), file(B, 'b')], [[A, 'modified']]],
    ['a mode', [file(A, 'a', { mode: 0o644 }), file(B, 'b')], [[A, 'permissions']]],
    ['an owner', [file(A, 'a', { uid: 0 }), file(B, 'b')], [[A, 'permissions']]],
    ['a group', [file(A, 'a', { gid: 0 }), file(B, 'b')], [[A, 'permissions']]],
    ['a link in place of a file', [file(A, 'a', { link: 'x' }), file(B, 'b')], [[A, 'retyped']]],
    [
      'what came and what went',
      [file(A, 'a'), file('/etc/c', 'c')],
      [
        [B, 'removed'],
        ['/etc/c', 'added'],
      ],
    ],
  ])('has %s', (_, files, expected) => {
    const { changes } = writeSet(BEFORE, look(files));
    expect(changes.map(({ path, status }) => [path, status])).toEqual(expected);
  });

  test('the mode of a link means nothing, its target and its owner do', () => {
    const link = (more: Partial<SavedFile>) => look([file(A, 'a', { link: 'x', mode: 0o777, ...more })]);
    expect(writeSet(link({}), link({ mode: 0o755 })).changes).toEqual([]);
    expect(writeSet(link({}), link({ uid: 2 })).changes).toMatchObject([{ status: 'permissions' }]);
    expect(writeSet(link({}), link({ link: 'y', sha256: 'd'.repeat(DIGITS) })).changes).toMatchObject([
      { status: 'modified' },
    ]);
  });

  test('what hides behind a directory that became a link is one change, and not many removals', () => {
    const unsaved = [{ path: '/etc/auth', service: 'auth', reason: 'behind-link', detail: '' } as const];
    expect(writeSet(BEFORE, look([file(B, 'b')], unsaved)).changes).toEqual([
      { path: '/etc/auth', service: 'auth', status: 'retyped', now: 'behind-link' },
    ]);
  });

  test('what cannot be read is neither as it was nor changed', () => {
    const unsaved = [{ path: A, service: 'auth', reason: 'unreadable', detail: 'EACCES' } as const];
    const after = look([file(B, 'b')], unsaved);
    expect(writeSet(BEFORE, after)).toMatchObject({ changes: [], unread: unsaved });
    expect(judged(BEFORE, after, NOTHING)).toEqual([['file-unread', A, null]]);
  });
});

describe('without a declaration', () => {
  test('and without a commit, nothing may change', () => {
    expect(judged(BEFORE, look([file(A, 'c'), file('/x', 'x')]), NOTHING)).toEqual([
      ['write-undeclared', A, 'modified'],
      ['write-undeclared', B, 'removed'],
      ['write-undeclared', '/x', 'added'],
    ]);
  });

  test.each<[string, SavedFile[], SavedFile[], [string, string, string | null][]]>([
    ['become what the commit has', [file(A, 'c'), file(B, 'b')], [file(A, 'c')], []],
    [
      'come when the commit has it',
      [file(A, 'a'), file('/etc/auth/n', 'n'), file(B, 'b')],
      [file(A, 'a'), file('/etc/auth/n', 'n')],
      [],
    ],
    ['go when the commit has not', [file(B, 'b')], [], []],
    [
      'not become anything else',
      [file(A, 'x'), file(B, 'b')],
      [file(A, 'c')],
      [['write-unintended', A, 'modified']],
    ],
    ['not go when the commit has it', [file(B, 'b')], [file(A, 'a')], [['write-unintended', A, 'removed']]],
    [
      'not become a link with that text',
      [file(A, 'c', { link: 'c' }), file(B, 'b')],
      [file(A, 'c')],
      [['write-unintended', A, 'retyped']],
    ],
    [
      'not get another owner with it',
      [file(A, 'c', { uid: 0 }), file(B, 'b')],
      [file(A, 'c')],
      [['permissions-changed', A, 'modified']],
    ],
    [
      'stay as it was, which is told',
      [file(A, 'a'), file(B, 'b')],
      [file(A, 'c')],
      [['left-behind', A, null]],
    ],
    [
      'be missing before and after, which is told',
      [file(A, 'c'), file(B, 'b')],
      [file(A, 'c'), file('/etc/auth/n', 'n')],
      [['left-missing', '/etc/auth/n', null]],
    ],
    [
      'not change where the policy maps nothing',
      [file(A, 'a'), file(B, 'c')],
      [file(A, 'a')],
      [['write-undeclared', B, 'modified']],
    ],
  ])('a file may %s', (_, after, commit, expected) => {
    expect(judged(BEFORE, look(after), intending(commit))).toEqual(expected);
  });

  test('what is missing is told of files that rotate, too, and of nothing that cannot be known', () => {
    const missing = file('/etc/auth/n/key.pem', 'n');
    const found = (...unsaved: UnsavedFile[]) => look([file(A, 'c'), file(B, 'b')], unsaved);
    const allowed = (unknown: string[] = []) => intending([file(A, 'c'), missing], unknown);
    const rotating = { ...allowed(), rotates: () => true };
    expect(judged(BEFORE, found(), rotating)).toContainEqual(['left-missing', missing.path, null]);
    expect(judged(BEFORE, found(), allowed([missing.path]))).toEqual([]);
    const hidden = { path: '/etc/auth/n', service: 'auth', reason: 'unreadable', detail: 'EACCES' } as const;
    expect(judged(BEFORE, found(hidden), allowed())).toEqual([['file-unread', '/etc/auth/n', null]]);
    const linked = { ...hidden, reason: 'behind-link' } as const;
    expect(judged(BEFORE, found(linked), allowed()).map(([code]) => code)).not.toContain('left-missing');
  });

  test('what is missing is not told where it is none of this deployment', () => {
    const staging = file('/etc/auth/staging.yml', 's');
    const limits = file('/etc/auth/limits.yml', 'l');
    const allowed = {
      ...intending([file(A, 'c'), staging, limits]),
      elsewhere: ({ path }: { path: string }) => path === staging.path,
    };
    expect(judged(BEFORE, look([file(A, 'c'), file(B, 'b')]), allowed)).toEqual([
      ['left-missing', limits.path, null],
    ]);
  });

  test('of a service of which nothing is there, one notice tells how many are missing', () => {
    const tables = ['a', 'b', 'c'].map((name) => file(`/etc/auth/db/${name}.yml`, name, { service: 'db' }));
    const allowed = intending([file(A, 'c'), ...tables]);
    const found = (...more: SavedFile[]) => look([file(A, 'c'), file(B, 'b'), ...more]);
    const told = judgeWrites(writeSet(BEFORE, found()), found(), allowed);
    expect(told).toEqual([
      { code: 'left-missing', severity: 'notice', path: null, service: 'db', args: { files: 3 } },
    ]);
    const [first, second, third] = tables as [SavedFile, SavedFile, SavedFile];
    expect(judged(found(first), found(first), allowed)).toEqual([
      ['left-missing', second.path, null],
      ['left-missing', third.path, null],
    ]);
    expect(judged(found(first), found(), allowed)).toEqual([
      ['write-unintended', first.path, 'removed'],
      ['left-missing', second.path, null],
      ['left-missing', third.path, null],
    ]);
    const unread = { path: '/etc/auth/db/x', service: 'db', reason: 'unreadable', detail: 'EACCES' } as const;
    const after = look([file(A, 'c'), file(B, 'b')], [unread]);
    expect(judged(BEFORE, after, allowed).map(([code]) => code)).toEqual([
      'file-unread',
      ...tables.map(() => 'left-missing'),
    ]);
  });

  test('a template says nothing about what is live', () => {
    const allowed = intending([file(A, 'template')], [A]);
    expect(judged(BEFORE, look([file(A, 'c'), file(B, 'b')]), allowed)).toEqual([
      ['write-undeclared', A, 'modified'],
    ]);
    expect(judged(BEFORE, BEFORE, allowed)).toEqual([]);
  });
});

describe('with a declaration', () => {
  const declared = (...globs: string[]): Allowed => ({ ...NOTHING, writes: globMatcher(globs) });

  test('what is not in it may not change, whatever it becomes', () => {
    const allowed = { ...intending([file(A, 'c')]), writes: globMatcher([B]) };
    expect(judged(BEFORE, look([file(A, 'c'), file(B, 'x')]), allowed)).toEqual([
      ['write-undeclared', A, 'modified'],
    ]);
  });

  test('what is in it may change, its mode too, but not to what the commit does not have', () => {
    const after = look([file(A, 'x', { mode: 0o600 }), file(B, 'x', { mode: 0o600 })]);
    expect(judged(BEFORE, after, declared(A, B))).toEqual([]);
    const allowed = { ...intending([file(A, 'c')]), writes: globMatcher([A, B]) };
    expect(judged(BEFORE, after, allowed)).toEqual([['write-unintended', A, 'modified']]);
  });
});

describe('what rotates', () => {
  const allowed: Allowed = { ...NOTHING, rotates: (path) => path === A };

  test('may change, and is told', () => {
    expect(judged(BEFORE, look([file(A, 'c'), file(B, 'b')]), allowed)).toEqual([
      ['rotating-changed', A, 'modified'],
    ]);
  });

  test('may not be removed', () => {
    expect(judged(BEFORE, look([file(B, 'b')]), allowed)).toEqual([['write-undeclared', A, 'removed']]);
  });
});
