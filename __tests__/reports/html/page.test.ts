import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Args } from '../../../src/findings/finding.ts';
import { htmlProblem, htmlReport } from '../../../src/reports/html/index.ts';
import { parsePage, select } from '../../helpers/html.ts';
import { decision, finding, HOSTILE, samples } from '../samples.ts';
import { expectSafe } from './safe.ts';

const pages = Object.entries(samples).map(([sample, each]) => ({ sample, page: htmlReport(each) }));

describe('every page', () => {
  test.each(pages)('of $sample is one safe document without a word to the network', ({ page }) => {
    expectSafe(page);
  });

  test.each(pages.filter(({ sample }) => sample !== 'huge'))(
    'of $sample has landmarks, one first heading, and no level is left out',
    ({ page }) => {
      const { all } = parsePage(page);
      for (const name of ['header', 'nav', 'main', 'h1']) expect(select(all, name)).toHaveLength(1);
      const levels = all.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
      const inMain = levels.slice(levels.indexOf(1));
      expect(inMain.filter((level, index) => index > 0 && level > inMain[index - 1]! + 1)).toEqual([]);
      for (const section of select(all, 'section')) {
        expect(select(all, `#${section.attributes['aria-labelledby']}`)).toHaveLength(1);
      }
      for (const table of select(all, 'table')) expect(table.text).not.toBe('');
    },
  );

  test('has the same bytes for the same decision', () => {
    for (const { sample, page } of pages) expect(htmlReport(structuredClone(samples[sample]!))).toBe(page);
  });
});

describe('without its script', () => {
  test('the verdict, the findings with what to do, and the differences are there', () => {
    const { all } = parsePage(htmlReport(samples.incident!));
    expect(select(all, 'h1')[0]!.text).toContain('FAIL 2 errors, 1 warning in 3 files');
    expect(select(all, 'main')[0]!.text).toContain('This change should not be deployed as it is.');
    const found = select(all, '.f');
    expect(found.map(({ attributes }) => attributes.class)).toEqual(['f error', 'f error', 'f warning']);
    expect(found[0]!.text).toContain('config/auth/production.yml');
    expect(found[0]!.text).toContain('git checkout 4f1c0d9ab27e -- config/auth/production.yml');
    expect(found[0]!.text).toContain('environment changes from "production" to "staging"');
    expect(found[1]!.text).toContain(`- finding: '${samples.incident!.findings[1]!.fingerprint}'`);
    expect(found[1]!.text).toContain('>14');
    const rows = select(all, 'tr').filter(({ attributes }) => attributes['data-kind'] !== undefined);
    expect(rows.map(({ attributes }) => attributes['data-kind'])).toEqual([
      'changed',
      'changed',
      'removed',
      'changed',
      'retyped',
      'added',
      'changed',
    ]);
    expect(rows[3]!.text).toContain('«hidden» another value');
    expect(rows[5]!.text).toContain('not there');
    expect(select(all, '#files')[0]!.text).toContain('10 more keys differ');
    expect(select(all, 'form')[0]!.attributes.hidden).toBe('');
  });

  test('what could not be judged, what blocks first, and how to go on', () => {
    const { all } = parsePage(htmlReport(samples.inconclusive!));
    const items = select(all, '.item');
    expect(select(all, 'section').map(({ attributes }) => attributes.id)).toEqual([
      'not-looked-at',
      'files',
      'policy',
    ]);
    expect(items.map(({ text }) => /blocks|told/.exec(text)![0])).toEqual(['blocks', 'told']);
    expect(select(all, 'ol').at(-1)!.text).toContain('Make 1 file readable for Holdfast');
  });

  test('who acknowledged what, with a link to the finding', () => {
    const found = finding('key-frozen', 'a.yml', { pattern: 'a', before: 1, after: 2 }, { key: 'a' });
    const acknowledged = [
      { by: 'ada', at: '2026-03-14T09:00:00Z', how: 'review' as const, fingerprints: [found.fingerprint] },
      {
        by: 'base:.github/holdfast.yml',
        at: '2026-12-31',
        how: 'accept' as const,
        fingerprints: ['00'],
        reason: 'legacy',
      },
    ];
    const { all } = parsePage(htmlReport(decision({ findings: [found], acknowledged })));
    const section = select(all, '#acknowledged')[0]!;
    expect(section.text).toMatch(/ada.*approving review.*until 2026-12-31.*legacy/s);
    expect(select(all, 'a').map(({ attributes }) => attributes.href)).toContain(`#f-${found.fingerprint}`);
  });

  test('a finding whose values are hidden offers no entry that would not count', () => {
    const hidden = finding(
      'key-frozen',
      'a.yml',
      { pattern: 'a', before: '«hidden»', after: 2 },
      { key: 'a' },
    );
    const { all } = parsePage(htmlReport(decision({ verdict: 'fail', findings: [hidden] })));
    expect(select(all, '.f')[0]!.text).toContain('no entry under accept can stand for it');
    expect(select(all, '.f')[0]!.text).not.toContain('expires:');
  });

  test('a problem has a page, too: an older one would tell of another commit', () => {
    const page = htmlProblem(
      { code: 'x', path: 'a</title>.yml', message: '<b>no</b>', hint: 'go\u202e' },
      'check',
    );
    const all = expectSafe(page);
    expect(select(all, 'h1')[0]!.text).toContain('INCONCLUSIVE');
    expect(select(all, 'main')[0]!.text).toContain('a</title>.yml <b>no</b>');
    expect(select(all, 'main')[0]!.text).toContain('go\\u202e');
  });
});

describe('of a host', () => {
  const AUTH = '/etc/auth/production.yml';
  const drift = (path: string, args: Args) =>
    finding('live-drift', path, { against: 'known-good', good: 'file', live: 'file', ...args });
  const drifted = decision({
    verdict: 'fail',
    base: '01M8GF3DCH767M7WZ82CAGZGWD',
    head: 'live:/',
    verified: 2,
    findings: [
      drift(AUTH, { differs: ['content'] }),
      drift('/etc/auth/mode.yml', { differs: ['mode'], mode: ['0644', '0600'] }),
      drift('/etc/auth/debug.yml', { good: 'nothing' }),
    ],
    changes: [
      {
        path: AUTH,
        status: 'modified',
        rule: 'critical[0]',
        critical: true,
        keys: [{ kind: 'changed', key: 'pool', before: 80, after: 5 }],
      },
      { path: '/etc/auth/mode.yml', status: 'modified', rule: 'critical[0]', critical: true },
      { path: '/etc/auth/debug.yml', status: 'added', rule: 'critical[0]', critical: true },
    ],
  });

  test('the sides are what should be and what is, and files are put back by restoring the known good', () => {
    const all = expectSafe(htmlReport(drifted, { command: 'verify' }));
    const top = select(all, '.verdict')[0]!.text;
    expect(top).toContain('This host is not as it should be.');
    expect(top).toContain(
      `holdfast restore --known-good --path ${AUTH}\nholdfast restore --known-good --path /etc/auth/mode.yml`,
    );
    expect(select(all, '.numbers')[0]!.text).toContain('files on the host2differ3');
    expect(select(all, 'th').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['As it should be', 'On the host']),
    );
    expect(select(all, '.diff').every(({ attributes }) => attributes.class === 'diff live')).toBe(true);
    const files = select(all, '.file').map(({ text }) => text);
    expect(files[1]).toContain('No key or line of it is shown; the finding says what differs.');
    expect(files[2]).toContain('Nothing should be here.');
    expect(select(all, '#policy')[0]!.text).toContain('2 files that belong on the host; 3 differ');
    const text = select(all, 'body')[0]!.text;
    for (const wrong of [
      'BeforeAfter',
      'approving review',
      'of the base',
      'git checkout',
      'deployed as it is',
    ])
      expect(text).not.toContain(wrong);
  });

  test('as it should be is a page that says so', () => {
    const all = expectSafe(htmlReport(decision({ verified: 2 }), { command: 'verify' }));
    expect(select(all, 'h1')[0]!.text).toContain('PASS 2 files on the host, all as they should be');
  });
});

describe('hostile values', () => {
  test('are shown, and stay text', () => {
    const text = select(parsePage(htmlReport(samples.hostile!)).all, 'main')[0]!.text;
    expect(text).toContain(HOSTILE.markup);
    expect(text).toContain(HOSTILE.mention);
    expect(text).toContain('config/\\u202egnp.yml\\u2066\\u200b');
    expect(text).toContain('config/\\x1b[2J\\x1b]8;;http://evil\\x07.yml');
    expect(text).toContain('config/\\xff\\x80.yml');
  });

  test('of any kind, everywhere', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '</script><script>alert(1)</script>',
        '--></style><img src=x onerror=alert(1)>',
        '" autofocus onfocus="x',
        "' x='",
        '\0',
        '\ud800',
        '${alert(1)}',
        '</title>',
        '<!--',
        ']]>',
        '&lt;',
        '`',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, (one, two, three) => {
        const found = finding(
          one,
          two,
          { pattern: three, before: one, after: two },
          {
            key: three,
            service: one,
            line: 1,
            fingerprint: two,
            excerpt: { first: 1, lines: [one, three] },
            folded: [finding('key-removed', two, { pattern: one, before: three }, { key: one })],
          },
        );
        expectSafe(
          htmlReport(
            decision({
              verdict: 'fail',
              base: one,
              head: two,
              policy: three,
              findings: [found, found],
              changes: [
                {
                  path: two,
                  status: 'modified',
                  rule: one,
                  critical: true,
                  from: three,
                  service: one,
                  format: two,
                  keys: [
                    { kind: 'changed', key: one, before: two, after: three },
                    { kind: 'added', key: three, after: { [one]: [two] } },
                  ],
                },
                {
                  path: one,
                  status: 'modified',
                  rule: one,
                  critical: true,
                  lines: [
                    { sign: '-', line: 1, text: one },
                    { sign: '+', line: 1, text: two },
                  ],
                },
              ],
              notLookedAt: [{ path: one, reason: two, detail: three, hint: one, blocks: true }],
              acknowledged: [{ by: one, at: two, how: 'accept', fingerprints: [two, three], reason: one }],
              scripts: [{ path: one, effects: 1, critical: 1 }],
              effects: [
                {
                  script: one,
                  line: 1,
                  column: 1,
                  command: two,
                  op: 'replace',
                  targets: [three, one],
                  host: two,
                  surroundings: 'server',
                  confidence: 'low',
                  guards: [three],
                  via: [],
                  critical: true,
                },
              ],
            }),
            { docsUrl: `https://example.org/${one}"><script>` },
          ),
        );
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('size', () => {
  test('a value of a megabyte is cut where it stands, and says so', () => {
    const value = 'x<'.repeat(500_000);
    const change = {
      path: value,
      status: 'modified' as const,
      rule: 'default',
      critical: false,
      keys: [{ kind: 'changed' as const, key: value, before: value, after: `${value}y` }],
    };
    const page = htmlReport(
      decision({
        findings: [finding('key-frozen', value, { pattern: value, before: value, after: 1 }, { key: value })],
        changes: [change],
      }),
    );
    expect(page.length).toBeLessThan(300_000);
    expect(page).toContain('(998,000 more characters)');
  });

  test('a page has room for 5,000 findings, and tells what it leaves out of more', () => {
    const count = (page: string) => page.split('<details class="f ').length - 1;
    expect(count(htmlReport(samples.huge!))).toBe(5_200);
    const many = decision({
      verdict: 'fail',
      findings: Array.from({ length: 9_000 }, (_, index) => samples.huge!.findings[index % 5_200]!),
    });
    const page = htmlReport(many);
    const shown = count(page);
    expect(shown).toBeGreaterThan(5_000);
    expect(shown).toBeLessThan(9_000);
    expect(page.length).toBeLessThan(16_000_000);
    expect(page).toContain(`<p class="left">${(9_000 - shown).toLocaleString('en-US')} more findings would`);
  });
});
