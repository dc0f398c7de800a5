import { describe, expect, test } from '@jest/globals';
import { commonPoint, type Returning, versionsBack } from '../../src/changes/past.ts';
import type { Past, PastVersion } from '../../src/snapshots/history.ts';

/** `a@0 b@3 new`: newest first, content and commit; `-@2` does not exist; `new` marks the oldest as its first. */
function file(path: string, after: string, story: string): Returning {
  const entry = (id: string) => ({ path, mode: 'file' as const, id });
  const versions = story
    .replace(' new', '')
    .split(' ')
    .map((each): PastVersion => {
      const [id, commit] = each.split('@') as [string, string];
      return { commit: Number(commit), ...(id !== '-' && { entry: entry(id) }) };
    });
  if (story.endsWith(' new')) versions.at(-1)!.first = true;
  return { path, after: after === '-' ? undefined : entry(after), versions };
}

const pastOf = (count: number): Past => ({
  commits: Array.from({ length: count }, (_, at) => ({ id: `${at}`, day: '2026-01-01', subject: `${at}` })),
  versions: new Map(),
});

describe('a file goes back', () => {
  test.each<[string, string, string, number | undefined]>([
    ['to the version before', 'a', 'b@0 a@1', 1],
    ['to the newest of two equal ones', 'a', 'c@0 a@1 b@2 a@3', 1],
    ['past several versions', 'a', 'c@0 b@1 a@2', 2],
    ['to what never was', 'x', 'c@0 b@1 a@2', undefined],
    ['to what it is', 'c', 'c@0 b@1 c@2', undefined],
    ['after a deletion', 'a', '-@0 a@1', 1],
    ['to before it was there', '-', 'b@0 a@1 new', 2],
    ['to before it came back', '-', 'b@0 -@1 a@2 new', 1],
    ['to before a past that is not known', '-', 'b@0 a@1', undefined],
  ])('%s', (_, after, story, back) => {
    expect(versionsBack(file('f', after, story))).toBe(back);
  });
});

describe('the moment to which files go back together', () => {
  test('is the one that most of them share, and what came since is undone', () => {
    const files = [
      file('one', 'a', 'c@0 b@2 a@5'),
      file('two', 'a', 'b@3 a@6'),
      file('three', 'a', 'b@4 a@9'),
      file('elsewhere', 'a', 'b@7 a@8'),
      file('forward', 'x', 'b@1 a@5'),
    ];
    expect(commonPoint(files, pastOf(10))).toEqual({ paths: ['one', 'two', 'three'], undone: [0, 2, 3, 4] });
  });

  test('is the newest of equally good ones', () => {
    const files = [file('one', 'a', 'b@0 a@1'), file('two', 'a', 'b@3 a@4')];
    expect(commonPoint(files, pastOf(5))).toEqual({ paths: ['one'], undone: [0] });
  });

  test('is not chosen by deletions, which count where they agree with it', () => {
    const gone = ['g1', 'g2', 'g3'].map((path, at) => file(path, '-', `a@${6 + at} new`));
    const files = [file('one', 'a', 'b@1 a@4'), file('since', '-', 'a@0 new'), ...gone];
    expect(commonPoint(files, pastOf(10))).toEqual({ paths: ['one', 'since'], undone: [0, 1] });
    expect(commonPoint(gone, pastOf(10))).toBeUndefined();
  });

  test('is none when nothing goes back', () => {
    expect(commonPoint([file('f', 'x', 'b@0 a@1')], pastOf(2))).toBeUndefined();
    expect(commonPoint([], pastOf(0))).toBeUndefined();
  });
});
