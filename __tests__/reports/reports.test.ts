import { describe, expect, test } from '@jest/globals';
import { type FormatName, reports } from '../../src/reports/index.ts';
import { HOSTILE, samples } from './samples.ts';

const everyReport = Object.entries(samples).flatMap(([sample, decision]) =>
  (Object.keys(reports) as FormatName[]).map((format) => ({ sample, format, decision })),
);

/** Anything that steers a terminal or hides; a report may hold newlines, and the Markdown entity `&#8203;`. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;

describe('every report of every decision', () => {
  test.each(everyReport)('$format of $sample is visible, well-formed and inert', ({ format, decision }) => {
    const text = reports[format](decision, { color: false, width: 80 });
    expect(UNSEEN.exec(text)).toBeNull();
    expect(text).not.toContain('##[');
    const lines = text.split('\n');
    const commands = lines.filter((line) => /^\s*::/.test(line));
    if (format === 'github') expect(commands).toHaveLength(lines.length - 1);
    else expect(commands).toEqual([]);
    expect(text).toBe(reports[format](structuredClone(decision), { color: false, width: 80 }));
  });

  test('hostile values are told, not dropped', () => {
    for (const format of ['terminal', 'markdown', 'github'] as const) {
      const text = reports[format](samples.hostile!, { color: false, width: 200 });
      expect(text).toMatch(/(\\|&#92;)x1b/);
      expect(text).toMatch(/(\\|&#92;)u202egnp/);
      expect(text).toMatch(/(\\|&#92;)xff(\\|&#92;)x80/);
    }
    const paths = JSON.parse(reports.json(samples.hostile!, { color: false })).changes.map(
      (change: { path: string }) => change.path,
    );
    expect(paths).toEqual(Object.values(HOSTILE));
  });
});
