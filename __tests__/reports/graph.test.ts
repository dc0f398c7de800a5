import { describe, expect, test } from '@jest/globals';
import { commentBody } from '../../src/reports/comment.ts';
import { effectsReport } from '../../src/reports/effects.ts';
import { graphLines } from '../../src/reports/graph.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { decision, HOSTILE, hostile, reviewed } from './samples.ts';

const [first, second] = reviewed.effects!;
const many = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => ({
    ...first!,
    targets: [`${name}${index}`],
    critical: index === count - 1,
  }));

/** Everything that Mermaid could read as its own: what stands outside of labels. */
const outside = (line: string) => line.replace(/"[A-Za-z0-9 _./#;-]*"/g, '""');

describe('the graph', () => {
  test('has a box for each script and target, an arrow with the command, and a class for what is critical', () => {
    expect(graphLines(reviewed.effects!)).toEqual([
      'flowchart LR',
      '  classDef critical fill:#ffebe9,stroke:#cf222e,color:#82071e',
      '  n1["deploy/push.sh"]',
      '  n2["config/auth/production.yml"]',
      '  n1 -->|"cp"| n2',
      '  n3["ssh web1#58; /etc/auth/#42;#42;"]',
      '  n1 -->|"scp"| n3',
      '  n4["ssh web1#58; /opt/auth/#42;#42;"]',
      '  n1 -->|"scp"| n4',
      '  n5["#60;TARGET#62;/#42;#42;"]',
      '  n1 -->|"tar"| n5',
      '  class n2,n3,n4 critical',
    ]);
  });

  test('draws one arrow for several commands on the same target', () => {
    const commands = ['cp', 'rm', 'cp', 'sed', 'tee'].map((command) => ({ ...first!, command }));
    const arrows = graphLines(commands).filter((line) => line.includes('-->'));
    expect(arrows).toEqual(['  n1 -->|"cp#44; rm#44; sed#44; and 1 more"| n2']);
  });

  test.each([
    ...Object.values(HOSTILE),
    'a"]; click n1 href "javascript:alert(1)',
    '%%{init: {"securityLevel": "loose"}}%%',
    '`**bold**`',
    '- item',
    '1. item',
    '#quot;#35;',
    '',
    'é'.repeat(500),
  ])('keeps a name in its label: %j', (name) => {
    const lines = graphLines([{ ...first!, script: name, targets: [name], command: name, host: name }]);
    expect(lines.slice(2).map(outside)).toEqual([
      '  n1[""]',
      '  n2[""]',
      '  n1 -->|""| n2',
      '  class n2 critical',
    ]);
    for (const line of lines) expect(line).not.toMatch(/"(?:- |\d+\. )|""/);
  });

  test('is bounded, shows what is critical first, and says how much is left', () => {
    for (const [name, shown] of [
      ['a', 100],
      ['ü'.repeat(75), 60],
    ] as const) {
      const lines = graphLines(many(3_000, name));
      const arrows = lines.filter((line) => line.includes('-->')).length;
      expect(arrows).toBeGreaterThanOrEqual(shown);
      expect(arrows).toBeLessThanOrEqual(100);
      expect(lines.join('\n').length).toBeLessThan(50_000);
      expect(lines[3]).toContain('2999');
      expect(lines).toContain(
        `  rest["#8230; and ${(3_000 - arrows).toLocaleString('en').replace(',', '#44;')} more arrows"]`,
      );
    }
  });
});

describe('in Markdown', () => {
  const graphs = (text: string) => text.match(/^```mermaid\n[\s\S]*?^```$/gm) ?? [];

  test('the summary and the comment have what touches critical targets, and nothing else', () => {
    for (const text of [
      markdownReport(reviewed, { color: false }),
      commentBody(reviewed, { marker: '<!-- x -->' }),
    ]) {
      expect(graphs(text)).toHaveLength(1);
      expect(graphs(text)[0]).toContain('config/auth/production.yml');
      expect(graphs(text)[0]).not.toContain('TARGET');
    }
    const harmless = decision({ ...reviewed, effects: [{ ...second!, critical: false }] });
    expect(graphs(markdownReport(harmless, { color: false }))).toEqual([]);
  });

  test('hostile names neither end the fence nor start a command', () => {
    const text = markdownReport(hostile, { color: false });
    const [graph] = graphs(text);
    expect(
      graph
        ?.split('\n')
        .slice(1, -1)
        .every((line) => /^(flowchart LR| {2}\S.*)$/.test(line)),
    ).toBe(true);
    expect(graph).not.toMatch(/^\s*::|##\[|<script/m);
  });

  test('is left out as a whole where it does not fit, and that is said', () => {
    const large = decision({
      ...reviewed,
      effects: many(3_000, 'x'.repeat(60)).map((one) => ({ ...one, critical: true })),
    });
    const text = commentBody(large, { marker: '<!-- x -->', limit: 6_000 });
    expect(graphs(text)).toEqual([]);
    expect(text).toContain('1 graph');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(6_000);
  });
});

describe('the inventory', () => {
  test('lines its columns up, and says hosts, doubts, guards and backups', () => {
    const lines = effectsReport(reviewed, { color: false, width: 100 }).split('\n');
    const rows = lines.slice(2, 6);
    expect(rows).toEqual(
      [
        '  script            command  does     target                          host      known  only when',
        '! deploy/push.sh:4  cp       replace  config/auth/production.yml      local     high   cp',
        '! deploy/push.sh:6  scp      replace  /etc/auth/** or /opt/auth/**    ssh web1  high   scp; backup: line 5',
        '  deploy/push.sh:9  tar      replace  <TARGET>/**                     local     low',
      ].map((row) =>
        expect.stringMatching(new RegExp(`^${row.replace(/[*.<>/!|]/g, '\\$&').replace(/ +/g, ' +')}$`)),
      ),
    );
    expect(lines).toContain('3 effects in 2 scripts, 2 of them on critical targets (!)');
    expect(lines.join('\n')).toContain('deploy/fish.fish:1');
  });

  test('hostile names stay on their line, and are no commands', () => {
    const text = effectsReport(hostile, { color: false, width: 100 });
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u200b\u202e\u2066]|^\s*::|##\[/m);
    expect(text.split('\n').filter((line) => line.startsWith('! '))).toHaveLength(hostile.effects!.length);
  });
});
