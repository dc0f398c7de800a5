import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blamePage } from '../../src/blame/page.ts';
import { parsePage, select } from '../helpers/html.ts';
import { expectSafe } from '../reports/html/safe.ts';
import { HOSTILE } from '../reports/samples.ts';
import { blameOf, candidate } from './samples.ts';

const page = (parts?: Parameters<typeof blameOf>[0]) => expectSafe(blamePage(blameOf(parts)));

describe('the page of a blame', () => {
  test('says first what changed, who did it, when, and how to undo it', () => {
    const all = page();
    const first = select(all, '.verdict')[0]!;
    expect(select(all, 'h1')[0]!.text).toContain('Likeliest cause Release 2026.01.15 (#412)');
    for (const text of [
      'config/auth/production.yml modified: Key frozen (error)',
      'Mallory',
      '2026-01-02 00:50 UTC · commit cccccccccccc · pull request #412',
      'files of the service · the check says error · symptom: token',
      'git restore --source=bbbbbbbbbbbb --staged --worktree -- config/auth/production.yml',
      'environmentline 1"production""staging"',
      'Raise the pool (#2) 95 points',
      'The history is cut off.',
    ]) {
      expect(first.text).toContain(text);
    }
    const order = ['Mallory', 'When', 'git restore', '"staging"'].map((text) => first.text.indexOf(text));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  test('has each candidate with its reasons, its undoing and its keys', () => {
    const found = select(page(), '.candidate');
    expect(found.map(({ attributes }) => attributes.id)).toEqual(['c-1', 'c-2', 'c-3']);
    expect(found[0]!.text).toContain('«hidden» another value');
    expect(found[0]!.text).toMatch(/100\.0files of the service.*60\.0the check says error.*190\.0in all/s);
    expect(found[0]!.text).toContain('1 file of other things');
    expect(found[1]!.text).toContain('git revert --no-edit dddddddddddd');
    expect(found[1]!.text).toContain('Known by its paths only:config/auth/production.yml');
    expect(found[2]!.text).toContain('not known: seen in a backup');
  });

  test('plots every candidate, drift by its own sign, between the two ends, and links to the shown ones', () => {
    const section = select(page(), '#timeline')[0]!;
    const all = parsePage(blamePage(blameOf())).all;
    const kinds = select(all, 'g').map(({ attributes }) => attributes.class);
    expect(kinds.toSorted()).toEqual([
      'commit top',
      'commit top',
      'commit top',
      'drift top',
      'failure',
      'pass',
    ]);
    expect(section.text).toMatch(/commit.*drift.*v1.*HEAD/s);
    expect(section.text).toContain('Another bank (#3)');
    const rows = select(all, 'tr').map(({ text }) => text);
    expect(rows.find((text) => text.includes('Raise the pool'))).toMatch(/^20\.50/);
    const links = select(all, 'a').map(({ attributes }) => attributes.href);
    expect(links.filter((link) => link === '#c-3')).toHaveLength(2);
  });

  test('of nothing that can be the cause is no all-clear', () => {
    const all = page({ candidates: [], further: [] });
    expect(select(all, 'h1')[0]!.text).toContain('No cause found');
    expect(select(all, '.verdict')[0]!.attributes.class).toBe('verdict inconclusive');
    expect(select(all, '.verdict')[0]!.text).toContain('That is no all-clear.');
    expect(select(all, '.verdict')[0]!.text).toContain('Looked at 6 commits');
    expect(select(all, 'svg')).toEqual([]);
  });

  test('has the same bytes for the same blame', () => {
    expect(blamePage(structuredClone(blameOf()))).toBe(blamePage(blameOf()));
  });

  test('stays small with many candidates of many keys, and says what is left out', () => {
    const keys = Array.from({ length: 200 }, (_, index) => ({
      kind: 'removed' as const,
      key: `clients[${index}].redirect`,
      before: 'x'.repeat(600),
    }));
    const change = { ...candidate({}).changes[0]!, keys };
    const big = candidate({
      changes: Array.from({ length: 30 }, (_, file) => ({ ...change, path: `c/${file}.yml` })),
    });
    const text = blamePage(blameOf({ candidates: Array.from({ length: 100 }, () => big) }));
    expect(text.length).toBeLessThan(10_000_000);
    expect(text).toContain('more candidates would make this page too large to open');
    expect(text).toContain('more files; holdfast blame --format json lists them all.');
  });

  test('shows hostile texts as text', () => {
    const all = page({
      candidates: Object.values(HOSTILE).map((text) =>
        candidate({ subject: text, author: text, undo: text, paths: [text], id: text }),
      ),
    });
    expect(select(all, 'main')[0]!.text).toContain(HOSTILE.markup);
    expect(select(all, 'main')[0]!.text).toContain('config/\\u202egnp.yml\\u2066\\u200b');
  });

  test('is one safe document whatever is in it', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '</script><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' x='",
        '\0',
        '</title>',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, (one, two) => {
        const hostile = candidate({
          subject: one,
          author: two,
          id: two,
          undo: one,
          paths: [one, two],
          at: one,
        });
        const inner = [{ id: one, author: two, subject: one }];
        const changed = { ...candidate({}).changes[0]!, path: one, from: two, service: one };
        page({
          service: one,
          policy: two,
          since: { id: one, at: two, name: one },
          candidates: [
            { ...hostile, inner, changes: [changed] },
            { ...hostile, kind: 'host', changes: [] },
          ],
          missing: [{ reason: one, detail: two, hint: one }],
        });
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
