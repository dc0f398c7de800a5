import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checks } from '../../src/checks/index.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { checkFixture } from '../helpers/fixtures.ts';

const ROOT = join(import.meta.dirname, '../fixtures/checks');

/** Args are compared as far as they are given; `folded` lists the ids of the folded checks, in order. */
type Expected = {
  verdict: string;
  findings: (Partial<Omit<Finding, 'folded'>> & { check: string; folded?: string[] })[];
  notLookedAt?: { path: string; reason: string; blocks: boolean }[];
};

const cases = readdirSync(ROOT).flatMap((check) =>
  readdirSync(join(ROOT, check)).map((name) => ({
    check,
    name,
    directory: join(ROOT, check, name),
    expected: JSON.parse(readFileSync(join(ROOT, check, name, 'expected.json'), 'utf8')) as Expected,
  })),
);

describe.each(checks.map(({ id }) => id))('%s', (id) => {
  const own = cases.filter(({ check }) => check === id);

  test('has a case in which it speaks', () => {
    const speaking = own.filter(({ expected }) => expected.findings.some((finding) => finding.check === id));
    expect(speaking).not.toEqual([]);
  });

  test.each(own)('$name', async ({ directory, expected }) => {
    const decision = await checkFixture(directory);
    expect(decision.findings.map(({ check, severity, path }) => `${severity} ${check} ${path}`)).toEqual(
      expected.findings.map(({ check, severity, path }) => `${severity} ${check} ${path}`),
    );
    for (const [index, wanted] of expected.findings.entries()) {
      const { folded, ...facts } = wanted;
      expect(decision.findings[index]).toMatchObject(facts);
      if (folded !== undefined) {
        expect(decision.findings[index]?.folded?.map(({ check }) => check)).toEqual(folded);
      }
    }
    expect(decision.notLookedAt.map(({ path, reason, blocks }) => ({ path, reason, blocks }))).toEqual(
      expected.notLookedAt ?? [],
    );
    expect(decision.verdict).toBe(expected.verdict);
  });
});

test('every folder of cases belongs to a check', () => {
  const ids = checks.map(({ id }) => id);
  expect(readdirSync(ROOT).filter((folder) => !ids.includes(folder))).toEqual([]);
});
