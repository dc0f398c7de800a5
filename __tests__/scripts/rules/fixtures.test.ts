import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/findings/finding.ts';
import { readPolicy } from '../../../src/policy/read.ts';
import { analyseScript } from '../../../src/scripts/analyse.ts';
import { createCritical } from '../../../src/scripts/critical.ts';
import { scriptRules, suppressionRules } from '../../../src/scripts/rules/index.ts';
import { judgeScripts } from '../../../src/scripts/rules/judge.ts';
import type { Judged } from '../../../src/scripts/rules/rule.ts';

const ROOT = join(import.meta.dirname, '../../fixtures/scripts');

/** Args are compared as far as they are given; `folded` lists the ids of the folded rules, in order. */
type Expected = {
  findings: {
    check: string;
    severity: string;
    path: string;
    line: number;
    target?: string;
    folded?: string[];
  }[];
};

const SCRIPT = /\.(sh|mk)$|(^|\/)(Makefile|Dockerfile)$|^\.github\/workflows\/|(^|\/)tasks\//;

async function judgeFixture(directory: string): Promise<Judged> {
  const tree = join(directory, 'tree');
  const paths = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(tree.length + 1))
    .sort();
  const files = new Map(paths.map((path) => [path, readFileSync(join(tree, path), 'utf8')]));
  const policy = await readPolicy(readFileSync(join(directory, 'policy.yml'), 'utf8'), 'policy.yml', {
    kind: 'file',
    path: 'policy.yml',
  });
  if (!policy.ok) throw new Error(policy.problem.message);
  const scripts = paths
    .filter((path) => SCRIPT.test(path))
    .flatMap((path) => {
      const analysis = analyseScript(path, files.get(path)!, files);
      return analysis === undefined ? [] : [{ path, text: files.get(path)!, analysis }];
    });
  expect(scripts.flatMap(({ analysis }) => analysis.notRead)).toEqual([]);
  return judgeScripts(scripts, createCritical(policy.value, paths));
}

function told({ check, severity, path, line, args, folded }: Finding) {
  return {
    check,
    severity,
    path,
    line,
    ...(args.target !== undefined && { target: args.target }),
    ...(folded !== undefined && { folded: folded.map((each) => each.check) }),
  };
}

const rules = [...scriptRules, ...suppressionRules];
const cases = readdirSync(ROOT).flatMap((rule) =>
  readdirSync(join(ROOT, rule)).map((name) => {
    const directory = join(ROOT, rule, name);
    const expected = JSON.parse(readFileSync(join(directory, 'expected.json'), 'utf8')) as Expected;
    return { rule, name, directory, expected };
  }),
);

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  const own = cases.filter(({ rule }) => rule === id);

  test('has a case in which it speaks, and one in which it does not', () => {
    const speaks = ({ expected }: { expected: Expected }) =>
      expected.findings.some(({ check }) => check === id);
    expect(own.find(({ name }) => name === 'found')?.expected.findings.map(({ check }) => check)).toContain(
      id,
    );
    expect(own.some((each) => !speaks(each))).toBe(true);
  });

  test.each(own)('$name', async ({ directory, expected }) => {
    const { findings } = await judgeFixture(directory);
    const place = ({ finding }: Judged['findings'][number]) => [finding.path, finding.line ?? 0] as const;
    findings.sort((one, other) => {
      const [[path, line], [otherPath, otherLine]] = [place(one), place(other)];
      return path === otherPath ? line - otherLine : path < otherPath ? -1 : 1;
    });
    expect(findings.map(({ finding }) => told(finding))).toEqual(expected.findings);
    for (const { finding } of findings) {
      const { what, why, fix } = rules.find((rule) => rule.id === finding.check)!.message(finding, 'HEAD');
      expect(`${what} ${why} ${fix}`).not.toMatch(/undefined|null|\[object/);
      expect(what).toContain(finding.path);
    }
  });
});

test('every folder of cases belongs to a rule', () => {
  const ids = rules.map(({ id }) => id);
  expect(readdirSync(ROOT).filter((folder) => !ids.includes(folder))).toEqual([]);
});
