import { describe, expect, test } from '@jest/globals';
import { drawing } from '../../../src/reports/html/drawing.ts';
import { type HeatmapData, heatmap } from '../../../src/reports/html/heatmap.ts';
import { layered } from '../../../src/reports/html/layered.ts';
import { marked } from '../../../src/reports/html/marked.ts';
import { pairLines } from '../../../src/reports/html/rows.ts';
import { clipped, html } from '../../../src/reports/html/template.ts';
import { stepsOf, timeLabel } from '../../../src/reports/html/time-axis.ts';
import { timeline } from '../../../src/reports/html/timeline.ts';
import { parsePage, select } from '../../helpers/html.ts';

const page = (part: { html: string }) => parsePage(`<!doctype html><title>x</title>${part.html}`).all;

describe('html', () => {
  test('escapes text, takes markup over, and leaves out what is not there', () => {
    const part = html`<b title="${'"<&\'`'}">${[html`<i>${'<i>'}</i>`, 'a\nb', 3, undefined, false]}</b>`;
    expect(part.html).toBe('<b title="&quot;&lt;&amp;&#39;&#96;"><i>&lt;i&gt;</i>a\\nb3</b>');
  });

  test('cuts long texts between characters, not inside of one', () => {
    expect(clipped('abc', 3)).toBe('abc');
    expect(clipped('abcd', 3)).toBe('abc… (1 more characters)');
    expect(clipped('ab😀cd', 3)).toBe('ab… (4 more characters)');
  });
});

describe('the part that differs is marked', () => {
  test.each([
    [
      'https://a.example',
      'https://a.staging.example',
      'https://a.example',
      'https://a.<ins>staging.</ins>example',
    ],
    ['pool-5', 'pool-50', 'pool-5', 'pool-5<ins>0</ins>'],
    ['production', 'staging', 'production', 'staging'],
    ['a😀bcd', 'a😁bcd', 'a<del>😀</del>bcd', 'a<ins>😁</ins>bcd'],
    ['<aaa>x', '<aaa>y', '&lt;aaa&gt;<del>x</del>', '&lt;aaa&gt;<ins>y</ins>'],
    ['same', 'same', 'same', 'same'],
    ['', 'new', '', 'new'],
  ])('%s -> %s', (before, after, old, now) => {
    const both = marked(before, after);
    expect([both.before.html, both.after.html]).toEqual([old, now]);
  });
});

test('lines of one spot stand side by side, those of another do not', () => {
  const line = (sign: '-' | '+', number: number) => ({ sign, line: number, text: `${sign}${number}` });
  const lines = [
    line('-', 1),
    line('-', 2),
    line('+', 1),
    line('-', 9),
    line('+', 8),
    line('+', 9),
    line('+', 20),
  ];
  expect(pairLines(lines).map(({ before, after }) => `${before?.text ?? ''}|${after?.text ?? ''}`)).toEqual([
    '-1|+1',
    '-2|',
    '-9|+8',
    '|+9',
    '|+20',
  ]);
});

describe('the drawing of effects', () => {
  const edge = (script: string, target: string, critical = false) => ({
    script,
    target,
    commands: ['cp'],
    critical,
  });

  test('orders both sides so that few lines cross', () => {
    const links = [
      { from: 'a', to: '3' },
      { from: 'b', to: '1' },
      { from: 'c', to: '2' },
      { from: 'a', to: '3b' },
    ];
    const { left, right } = layered(links);
    const crossings = links.flatMap((one) =>
      links.filter(
        (other) =>
          left.indexOf(one.from) < left.indexOf(other.from) &&
          right.indexOf(one.to) > right.indexOf(other.to),
      ),
    );
    expect(crossings).toEqual([]);
  });

  test('has a box for each script and target, a line for each arrow, and marks what is critical', () => {
    const all = page(
      drawing([edge('a.sh', 'etc/x', true), edge('a.sh', 'etc/y'), edge('b.sh', 'etc/y')]).svg,
    );
    expect(select(all, 'svg')[0]!.attributes.role).toBe('img');
    expect(select(all, 'path').map(({ attributes }) => attributes.class)).toEqual([
      'edge',
      'edge',
      'edge critical',
    ]);
    expect(select(all, '.box').map(({ text }) => text.trim())).toEqual([
      'a.sha.sh',
      'b.shb.sh',
      'etc/x (critical)etc/x',
      'etc/yetc/y',
    ]);
    expect(select(all, 'desc')[0]!.text).toContain(
      '2 scripts on the left write 2 targets on the right, 1 of them critical',
    );
  });

  test('boxes do not lie over one another, and a long name shows its end', () => {
    const edges = Array.from({ length: 50 }, (_, index) =>
      edge(`s${index % 7}.sh`, `/etc/${'deep/'.repeat(30)}${index}.yml`),
    );
    const all = page(drawing(edges).svg);
    const tops = select(all, 'rect')
      .filter(({ attributes }) => attributes.x === '540')
      .map(({ attributes }) => Number(attributes.y));
    expect(tops).toHaveLength(50);
    expect(tops.filter((top, index) => index > 0 && top - tops[index - 1]! < 22)).toEqual([]);
    expect(all.filter(({ name, text }) => name === 'text' && /^….*\/49\.yml$/.test(text))).toHaveLength(1);
  });

  test('draws 80 arrows at most and says how many are left', () => {
    const { svg, left } = drawing(Array.from({ length: 100 }, (_, index) => edge('a.sh', `t${index}`)));
    expect(left).toBe(20);
    expect(select(page(svg), 'path')).toHaveLength(80);
  });
});

describe('the heat map', () => {
  const data: HeatmapData = {
    title: 'Errors by <service>',
    rowTitle: 'Service',
    columns: [
      { label: 'typo', group: 'structure' },
      { label: 'emptied', group: 'structure' },
      { label: 'unit', group: 'values' },
      { label: 'other' },
    ],
    rows: [
      { label: 'auth', cells: [{ missed: 1, error: 4 }, { error: 12 }, { warning: 1, href: 'w' }] },
      { label: 'mail', cells: [{ notice: 3 }, {}, undefined, undefined] },
    ],
  };

  test('says the weakest outcome of every cell by a letter, a share and words', () => {
    const all = page(heatmap(data));
    const cells = select(all, 'td').filter(({ attributes }) => attributes.class !== undefined);
    expect(cells.map(({ attributes, text }) => `${attributes.class}: ${text}`)).toEqual([
      'missed: ×1/55 attempts: 1 missed, 4 error: stopped',
      'error: e1212 attempts: 12 error: stopped',
      'warning: w1 attempt: 1 warning only',
      'untried: not tried',
      'notice: n33 attempts: 3 notice only',
      'untried: not tried',
      'untried: not tried',
      'untried: not tried',
    ]);
    expect(select(all, 'a').map(({ attributes }) => attributes.href)).toEqual(['#w']);
  });

  test('is a table with a caption, groups over the columns, and a head for each row', () => {
    const all = page(heatmap(data));
    expect(select(all, 'caption')[0]!.text).toBe('Errors by <service>');
    expect(
      select(all, 'th').map(
        ({ attributes, text }) => `${attributes.scope} ${attributes.colspan ?? ''} ${text}`,
      ),
    ).toEqual([
      'colgroup 2 structure',
      'colgroup 1 values',
      'col  Service',
      'col  typo',
      'col  emptied',
      'col  unit',
      'col  other',
      'row  auth',
      'row  mail',
    ]);
  });
});

describe('the timeline', () => {
  const marks = [
    { at: '2026-03-14T08:00:00Z', kind: 'pass' as const, label: 'last good' },
    { at: '2026-03-14T12:00:00Z', kind: 'commit' as const, label: 'Tidy <up>', detail: 'by ada', score: 0.2 },
    {
      at: '2026-03-14T14:00:00+01:00',
      kind: 'deployment' as const,
      label: 'release 7',
      score: 0.9,
      href: 'release-7',
    },
    { at: '2026-03-14T16:00:00Z', kind: 'failure' as const, label: 'first failure' },
    { at: 'some day', kind: 'drift' as const, label: 'drift', score: 0.5 },
  ];
  const data = { title: 'What changed', scoreTitle: 'suspicion', marks };

  test('puts time from left to right and suspicion upwards', () => {
    const all = page(timeline(data));
    const svg = select(all, 'svg').find(({ attributes }) => attributes.role === 'img')!;
    const of = (name: string, label: string) =>
      svg.children
        .find((child) => child.name === 'g' && child.text.includes(label))!
        .children.find((child) => child.name === name)!.attributes;
    const [early, late] = [of('circle', 'Tidy'), of('rect', 'release 7')];
    expect(Number(late.x) + 5).toBeGreaterThan(Number(early.cx));
    expect(Number(late.y) + 5).toBeLessThan(Number(early.cy));
    expect(svg.text).toContain('last good');
  });

  test('ranks in a table, and tells what it could not draw', () => {
    const all = page(timeline(data));
    expect(
      select(all, 'tr')
        .slice(1)
        .map(({ text }) => text),
    ).toEqual([
      '10.902026-03-14T14:00:00+01:00deploymentrelease 7',
      '20.50some daydriftdrift',
      '30.202026-03-14T12:00:00ZcommitTidy <up>by ada',
      '2026-03-14T08:00:00Zlast goodlast good',
      '2026-03-14T16:00:00Zfirst failurefirst failure',
    ]);
    expect(select(all, '.left')[0]!.text).toContain('1 mark not drawn');
  });

  test('of one moment, of none, and of ten thousand', () => {
    expect(select(page(timeline({ ...data, marks: marks.slice(1, 2) })), 'circle')).toHaveLength(2);
    expect(select(page(timeline({ ...data, marks: [] })), 'svg')).toEqual([]);
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...marks[1]!,
      at: `2026-03-14T12:00:${String(index % 60).padStart(2, '0')}Z`,
    }));
    const all = page(timeline({ ...data, marks: many }));
    expect(select(all, 'circle')).toHaveLength(401);
    expect(select(all, '.left').map(({ text }) => text)).toEqual([
      '9,600 marks not drawn (without a time, or too many to see); the table lists them.',
      '9,500 more marks with lower scores.',
    ]);
  });

  test.each([
    ['minutes', 3_600_000, 5, '01-01 00:00'],
    ['days', 20 * 86_400_000, 3, '01-01'],
    ['years', 4 * 365 * 86_400_000, 4, '1970-01'],
    ['nothing', 0, 1, '01-01 00:00'],
  ])('steps of %s are round and few', (_, span, most, label) => {
    const steps = stepsOf(0, span);
    expect(steps.length).toBeGreaterThanOrEqual(1);
    expect(steps.length).toBeLessThanOrEqual(8);
    expect(steps[0]).toBe(0);
    expect(timeLabel(0, span)).toBe(label);
    expect(most).toBeGreaterThan(0);
  });
});
