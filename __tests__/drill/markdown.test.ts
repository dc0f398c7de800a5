import { expect, test } from '@jest/globals';
import type { Trial } from '../../src/drill/drilled.ts';
import { drillMarkdown } from '../../src/drill/reports/markdown.ts';
import { drilledOf, trial } from './samples.ts';

const passing = (path: string): Trial =>
  trial({
    path,
    service: path,
    level: 'notice',
    stopped: false,
    checks: ['key-removed'],
    proposals: [{ kind: 'protect', entry: { files: path, protect: ['limits.burst'] } }],
  });

test('what is longer than a job summary may be is left out whole, and said', () => {
  const paths = Array.from({ length: 9000 }, (_, index) => `config/${'deep/'.repeat(20)}${index}.yml`);
  const text = drillMarkdown(drilledOf({ trials: paths.map(passing) }));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
  expect(text.match(/^\*\*key deleted\*\* in /gm)).toHaveLength(100);
  expect(text).toContain('9000 of 9,000 errors that damage a file or a key would pass.');
  expect(text).toContain('… and 8,900 more errors; `--format json` lists them all.');
  expect(text).toMatch(
    /\*\*Left out here, because GitHub limits the length:\*\* 1 policy block, 1 table, 1 undrilled file\. .*JSON/,
  );
  expect(text).not.toContain('## To paste into the policy');
});

test('what fits is there to the last part', () => {
  const text = drillMarkdown(drilledOf());
  expect(text).not.toContain('Left out');
  expect(text).toMatch(/\n\n## Not drilled\n\n- <code>config\/link.yml<\/code>: a symbolic link\n$/);
});
