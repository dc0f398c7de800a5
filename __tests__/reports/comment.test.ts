import { describe, expect, test } from '@jest/globals';
import { allClearBody, commentBody, isWorthAComment, markerOf } from '../../src/reports/comment.ts';
import { decision, finding, huge, incident, inconclusive, samples, untouched } from './samples.ts';

const marker = markerOf('check');
const summaryUrl = 'https://github.com/acme/shop/actions/runs/12/attempts/2#summary-34';
const fixed = decision({ counts: { ...untouched.counts, changed: 2 } });
const warned = decision({
  findings: [finding('mass-comment', 'a.conf', { commented: 7, share: 0.19 }, { severity: 'warning' })],
});
const noticed = decision({
  findings: [finding('key-removed', 'a.yml', { pattern: 'a', before: 1 }, { severity: 'notice' })],
});

/** What is on the page without unfolding anything. */
const atOnce = (text: string) => text.replace(/<details>[\s\S]*?<\/details>/g, '');

describe('the comment', () => {
  test('says the verdict first, then one table by service, with everything else folded', () => {
    const text = commentBody(incident, { marker, summaryUrl });
    expect(text.split('\n').slice(0, 2)).toEqual([marker, '## ❌ Holdfast: FAIL']);
    const table = text.match(/^\|.*$/gm)!;
    expect(table.map((row) => row.split('|').length)).toEqual(table.map(() => 5));
    expect(
      table.map((row) =>
        /^\| +(\S*) +\| (?:<b>)?(Service auth|Other files|<code>.*?<\/code>)?/.exec(row)?.slice(1),
      ),
    ).toEqual([
      ['', undefined],
      undefined,
      ['', 'Service auth'],
      ['❌', '<code>config/<wbr>auth/<wbr>production.yml</code>'],
      ['❌', '<code>deploy/<wbr>values/<wbr>auth.yaml</code>'],
      ['', 'Other files'],
      ['⚠️', '<code>config/<wbr>gateway/<wbr>routes.conf</code>'],
    ]);
    expect(text.match(/^\|---\|/gm)).toHaveLength(1);
    expect(table[3]).toContain('➜ Put the old file back');
    expect(table[3]).toContain('<code>git checkout 4f1c0d9ab27e -- config/auth/production.yml</code>');
    expect(text).not.toContain('<details open>');
    expect(text).toContain('- environment: "production"');
    expect(atOnce(text)).not.toContain('- environment: "production"');
    expect(atOnce(text).split('\n').length).toBeLessThan(40);
  });

  test('names those who may accept it only when it is told who, and mentions nobody', () => {
    const acknowledgers = ['@acme/identity', '@grace'];
    const text = commentBody(incident, { marker, acknowledgers });
    expect(text).toContain('&#64;&#8203;acme/identity, &#64;&#8203;grace may acknowledge it');
    expect(text).not.toMatch(/@\w/);
    for (const options of [{ marker }, { marker, acknowledgers: [] }]) {
      expect(commentBody(incident, options)).not.toContain('acknowledge');
    }
    expect(commentBody(warned, { marker, acknowledgers })).not.toContain('acknowledge');
    const many = Array.from({ length: 300 }, (_, index) => `@${'x'.repeat(500)}${index}`);
    expect(commentBody(incident, { marker, acknowledgers: many })).toContain(' and 290 more may acknowledge');
  });

  test('lists what could not be judged', () => {
    const text = atOnce(commentBody(inconclusive, { marker }));
    expect(text).toContain('## ⚠️ Holdfast: INCONCLUSIVE');
    expect(text).toContain('<code>config/auth/tls.enc</code> (too-large; ❌ blocks the verdict)');
    expect(text).not.toMatch(/^\|/m);
  });

  test.each(Object.keys(samples))(
    'of %s fits, closes what it opens, and holds no markup but its own',
    (name) => {
      for (const limit of [undefined, 4_000]) {
        const body = commentBody(samples[name]!, { marker, summaryUrl, ...(limit && { limit }) });
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(limit ?? 65_000);
        const [first, ...lines] = body.split('\n');
        expect(first).toBe(marker);
        const prose = lines.join('\n').replace(/^(`{3,})(?:diff|text|mermaid)\n[\s\S]*?\n\1$/gm, '');
        for (const tag of ['details', 'summary', 'code', 'b', 'sub']) {
          const closed = prose.split(`</${tag}>`).length;
          expect([tag, prose.split(`<${tag}>`).length]).toEqual([tag, closed]);
        }
        const rest = prose
          .replaceAll(`[the job summary](${summaryUrl})`, '')
          .replace(/<\/?(?:code|b|sub|details|summary)>|<br>|<wbr>/g, '')
          .replace(/^(?:\||#{2,3} |\*\*.*?\*\*)/gm, '');
        expect(rest).not.toMatch(/[<>`*_[\]~$@\\]/);
        expect(rest.replace(/&#\d+;/g, '')).not.toMatch(/[&#]|:\/\/|www\./);
      }
    },
  );

  test('is cut between blocks, says what is missing, and keeps its end', () => {
    const acknowledgers = ['@grace'];
    for (const limit of [3_000, 9_000, 65_000]) {
      const text = commentBody(huge, { marker, summaryUrl, acknowledgers, limit });
      const rows = text.match(/^\| (?:❌|⚠️|ℹ️) /gm)?.length ?? 0;
      const said = [...text.matchAll(/([\d,]+) (?:more )?findings?\b/g)].at(-1)![1]!;
      expect(rows + Number(said.replaceAll(',', ''))).toBe(5_200);
      expect(text).toContain('&#64;&#8203;grace may acknowledge it');
      expect(text.split('\n').at(-1)).toMatch(/^<sub>.*<\/sub>$/);
    }
    const text = commentBody(huge, { marker, summaryUrl, limit: 3_000 });
    expect(text).toMatch(/\*\*Left out here.*\. See \[the job summary\]\(https:/);
  });

  test.each([
    'javascript:alert(1)',
    'https://e.example/)[x](https://evil.example',
    `https://e.example/${'x'.repeat(300)}`,
  ])('makes no link of address %#', (address) => {
    const text = commentBody(incident, { marker, summaryUrl: address });
    expect(text).not.toContain('](');
    expect(text).toContain('More is in the job summary.');
  });
});

test('a problem is told instead of a decision, without markup of its own', () => {
  const problem = {
    code: 'missing',
    message: '`<b>`@everyone\n# 1'.repeat(900),
    hint: 'Fetch it.',
    path: 'a_b.yml',
  };
  for (const render of [commentBody, allClearBody]) {
    const text = render(problem, { marker, summaryUrl });
    expect(text.split('\n').slice(0, 2)).toEqual([marker, '## ⚠️ Holdfast: INCONCLUSIVE']);
    expect(text).toContain('could not be judged.** a&#95;b.yml: ');
    expect(text.length).toBeLessThan(20_000);
    expect(text.split('\n').slice(3).join('\n')).not.toMatch(/[<>`@]/);
  }
  expect(isWorthAComment(problem)).toBe(true);
});

describe('the all-clear', () => {
  test('is short', () => {
    const text = allClearBody(fixed, { marker });
    expect(text.split('\n').slice(0, 2)).toEqual([marker, '## ✅ Holdfast: all clear']);
    expect(text).toContain('Nothing found in 2 changed configuration files.');
    expect(text.length).toBeLessThan(400);
  });

  test('tells what is left that does not ask for a comment', () => {
    expect(allClearBody(noticed, { marker })).toContain('1 notice in 1 file');
  });

  test('is never said of a decision that has something to tell', () => {
    for (const each of [incident, inconclusive, warned, decision({ ...incident, warnOnly: true })]) {
      expect(isWorthAComment(each)).toBe(true);
      expect(allClearBody(each, { marker })).toBe(commentBody(each, { marker }));
    }
    expect([fixed, noticed, untouched].map(isWorthAComment)).toEqual([false, false, false]);
  });
});

test('a marker is one invisible line, another one for each job', () => {
  const jobs = [
    'check',
    'check 2',
    'a-b',
    'a--b',
    'a%2D%2Db',
    '--> <b>x',
    'x\ny',
    '-',
    '',
    'build (18, ubuntu)',
    '\ud800',
  ];
  const markers = jobs.map(markerOf);
  expect(new Set(markers).size).toBe(jobs.length);
  for (const each of markers) expect(each).toMatch(/^<!-- holdfast: (?:(?!--|>)[\x21-\x7e])* -->$/);
});
