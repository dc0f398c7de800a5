import { describe, expect, test } from '@jest/globals';
import { markdownReport } from '../../src/reports/markdown.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import { hostile, huge, incident, samples, untouched } from './samples.ts';

const render = (decision: Decision, limit?: number) =>
  markdownReport(decision, { color: false, ...(limit === undefined ? {} : { limit }) });

/** The text without fenced blocks, and the blocks; fails when a fence is not closed. */
function split(text: string): { prose: string; blocks: { fence: string; body: string }[] } {
  const blocks: { fence: string; body: string }[] = [];
  const prose = text.replace(
    /^(`{3,})(?:diff|text|mermaid)\n([\s\S]*?)\n\1$/gm,
    (_, fence: string, body: string) => {
      blocks.push({ fence, body });
      return '';
    },
  );
  return { prose, blocks };
}

describe('the Markdown report', () => {
  test.each(Object.keys(samples))('of %s holds no markup but its own', (name) => {
    const { prose, blocks } = split(render(samples[name]!));
    const tags = /<\/?(?:code|b|sub|details|summary)>|<br>|<details open>/g;
    const rest = prose.replace(tags, '').replace(/^(?:\||#{2,3} |\*\*.*?\*\*)/gm, '');
    expect(rest).not.toMatch(/[<>`*_[\]~$@\\]/);
    expect(rest.replace(/&#\d+;/g, '')).not.toMatch(/[&#]|:\/\/|www\./);
    for (const tag of ['details', 'summary', 'code', 'b']) {
      const opened = prose.match(new RegExp(`<${tag}(?: open)?>`, 'g'))?.length ?? 0;
      expect(prose.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0).toBe(opened);
    }
    for (const { fence, body } of blocks) {
      const longest = Math.max(0, ...(body.match(/`+/g) ?? []).map((run) => run.length));
      expect(fence.length).toBe(Math.max(3, longest + 1));
    }
  });

  test('every row of a table has the same number of cells', () => {
    for (const decision of [incident, hostile]) {
      const rows = render(decision).match(/^\|.*$/gm)!;
      expect(rows.map((row) => row.split('|').length - 1)).toEqual(rows.map(() => 5));
      expect(rows.length).toBeGreaterThan(decision.findings.length);
    }
  });

  test('mentions nobody, and refers to no issue', () => {
    const text = split(render(hostile)).prose.replace(/<code>.*?<\/code>/g, '');
    expect(text).toContain('&#64;&#8203;everyone');
    expect(text).not.toMatch(/&#64;(?!&#8203;)\w/);
    expect(text).not.toMatch(/&#35;(?!&#8203;)\d/);
    expect(text).not.toMatch(/GH-\d/);
  });

  test('the verdict is first, the findings by service, the keys as a difference', () => {
    const text = render(incident);
    expect(text.split('\n')[0]).toMatch(/^## .* FAIL$/);
    expect(text.match(/^### .*$/gm)).toEqual(['### Service auth', '### Other files']);
    expect(text).toContain('<code>git checkout 4f1c0d9ab27e -- config/auth/production.yml</code>');
    const [difference] = split(text).blocks;
    expect(difference!.body.split('\n').slice(2, 4)).toEqual([
      '- issuer: "https://login.acme.example"',
      '+ issuer: "https://login.staging.acme.example"  (line 3)',
    ]);
    expect(text.match(/<details open>/g)).toHaveLength(1);
    expect(render(untouched)).toMatch(/PASS\n\n\*\*No configuration file/);
  });

  test('check ids link to their pages only where the documentation is known', () => {
    const docsUrl = 'https://example.org/docs';
    const text = markdownReport(incident, { color: false, docsUrl });
    expect(text).toContain('<a href="https://example.org/docs/checks/mass-comment.md">mass-comment</a>');
    expect(render(incident)).not.toContain('<a ');
  });

  test.each([
    [undefined, 1_048_576],
    [65_536, 65_536],
    [4_000, 4_000],
  ])('limit %p: whole blocks, and a count of what is missing', (limit, most) => {
    for (const decision of [huge, hostile]) {
      const text = render(decision, limit);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
      const { prose } = split(text);
      expect(prose.match(/<details/g)?.length).toBe(prose.match(/<\/details>/g)?.length);
      expect(text).toContain('FAIL');
    }
    const text = render(huge, limit);
    const rows = text.match(/^\| [^ ]/gm)!.length;
    const said = /and ([\d,]+) more finding|:\*\* ([\d,]+) findings/.exec(text)!;
    expect(rows + Number((said[1] ?? said[2])!.replaceAll(',', ''))).toBe(5_200);
  });
});
