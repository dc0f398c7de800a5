import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drillPage } from '../../src/drill/reports/page.ts';
import { select } from '../helpers/html.ts';
import { expectSafe } from '../reports/html/safe.ts';
import { drilledOf, trial } from './samples.ts';

const page = (parts?: Parameters<typeof drilledOf>[0]) => expectSafe(drillPage(drilledOf(parts)));
const stopped = [
  trial({}),
  trial({ operator: 'number-typo', group: 'value', level: 'missed', stopped: false }),
];

describe('the page of a drill', () => {
  test('says first how many structural errors would pass, with the block to paste; values are no part of that', () => {
    const all = page();
    const first = select(all, '.verdict')[0]!;
    expect(first.attributes.class).toBe('verdict fail');
    expect(select(all, 'h1')[0]!.text).toContain('2 would pass of 4 errors that damage a file or a key');
    expect(first.text).toContain(
      'critical:\n  - files: config/auth/production.yml\n    protect: [limits.burst]',
    );
    expect(first.text).not.toContain('freeze');
    expect(first.text).toContain('Apart: 1 of 1 error in a value alone would pass');
    expect(first.text).toContain('Look at 1 critical file that could not be drilled');
  });

  test('has what passes before everything else, each with its rules', () => {
    const all = page();
    expect(select(all, 'section').map(({ attributes }) => attributes.id)).toEqual([
      'passes',
      'paste',
      'matrix',
      'values',
      'paste-values',
      'value-matrix',
      'not-drilled',
      'about',
    ]);
    const found = select(all, '.survivor').map(({ text }) => text);
    expect(found).toHaveLength(3);
    expect(found[0]).toContain('No rule that Holdfast could try stops it.');
    expect(found[1]).toContain('key deleted: limits.burst');
    expect(found[1]).toContain('config/auth/production.yml:15');
    expect(found[1]).toContain('only a notice (key-removed)');
    expect(found[1]).toContain('at the end of critical:');
    expect(found[1]).toContain('  - files: config/auth/production.yml\n    protect: [limits.burst]');
    expect(found[1]).toContain('merged into schemas/auth.json');
    expect(found[1]).toContain('"required": [\n    "limits"\n  ]');
    expect(found[1]).toMatch(/removed.*limits\.burst.*30.*not there/s);
    expect(found[2]).toContain('freeze: [port]');
  });

  test('draws services by operators, values apart, and a cell leads to what passes', () => {
    const all = page();
    const [structural, values] = [select(all, '#matrix')[0]!, select(all, '#value-matrix')[0]!];
    expect(structural.text).toMatch(/truncated.*emptied.*key deleted.*auth.*mail/s);
    expect(structural.text).not.toContain('typo in a number');
    expect(structural.text).toContain('1 attempt: 1 not judged: stopped');
    expect(structural.text).toContain('2 attempts: 1 notice only, 1 error: stopped');
    expect(values.text).toContain('typo in a number');
    expect(
      select(all, 'td')
        .flatMap(({ children }) => children.filter(({ name }) => name === 'a'))
        .map(({ attributes }) => attributes.href),
    ).toEqual(['#e-2', '#e-1', '#e-3']);
  });

  test('passes when no structural error does, whatever values do; what was not drilled leaves it open', () => {
    const verdict = (parts: Parameters<typeof drilledOf>[0]) => {
      const all = page(parts);
      return `${select(all, '.verdict')[0]!.attributes.class}: ${select(all, '.word')[0]!.text}`;
    };
    expect(verdict({ trials: stopped, notDrilled: [] })).toBe('verdict pass: None would pass');
    expect(verdict({ trials: stopped })).toBe('verdict inconclusive: None would pass');
    expect(verdict({ trials: [], notDrilled: [] })).toBe(
      'verdict inconclusive: No structural error was tried',
    );
  });

  test('what a lower limit stops is called stopped', () => {
    const trials = [trial({ level: 'warning' })];
    expect(select(page({ failOn: 'warning', trials }), '#matrix')[0]!.text).toContain('1 warning: stopped');
    expect(
      select(page({ trials: [trial({ level: 'warning', stopped: false })] }), '#matrix')[0]!.text,
    ).toContain('1 warning only');
  });

  test('has the same bytes for the same drill', () => {
    expect(drillPage(structuredClone(drilledOf()))).toBe(drillPage(drilledOf()));
  });

  test('of thousands that pass stays small, and says what is left out', () => {
    const [, passes] = drilledOf().trials;
    const text = drillPage(drilledOf({ trials: Array.from({ length: 9_000 }, () => ({ ...passes! })) }));
    expect(text.length).toBeLessThan(7_000_000);
    expect(text).toMatch(/[\d,]+ more errors would make this page too large to open/);
    expectSafe(text);
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
        const [, passes] = drilledOf().trials;
        const hostile = trial({
          ...passes!,
          path: one,
          service: two,
          checks: [one, two],
          proposals: [
            { kind: 'freeze', entry: { files: one, freeze: [two] } },
            { kind: 'environments', pattern: one },
            { kind: 'schema', path: two, patch: { [one]: two } },
          ],
        });
        page({
          policy: one,
          trials: [hostile, trial({ service: one })],
          notDrilled: [{ path: one, reason: two }],
        });
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
