import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Described } from '../../src/checks/check.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { describe } from '../../src/reports/messages.ts';
import { analyseScript } from '../../src/scripts/analyse.ts';
import { createCritical } from '../../src/scripts/critical.ts';
import { judgeScripts } from '../../src/scripts/rules/judge.ts';
import { madeSafe } from '../../src/scripts/safer.ts';

const FIXTURES = '__tests__/fixtures/scripts';

/** A rule's story in which it speaks, and what is said about it. */
export type RuleExample = { policy: string; path: string; script: string; output: string };

/** Reviews the `found` fixture of each rule. */
export async function runRuleExamples(rules: readonly Described[]): Promise<Map<string, RuleExample>> {
  const examples = await Promise.all(rules.map(async ({ id }) => [id, await exampleOf(id)] as const));
  return new Map(examples);
}

async function exampleOf(id: string): Promise<RuleExample> {
  const folder = join(FIXTURES, id, 'found');
  const source = await readFile(join(folder, 'policy.yml'), 'utf8');
  const policy = await readPolicy(source, 'policy.yml', { kind: 'file', path: 'policy.yml' });
  if (!policy.ok) throw new Error(`${folder}: ${policy.problem.message}`);
  const entries = await readdir(join(folder, 'tree'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, 'tree').length + 1))
    .sort();
  const path = paths.find((each) => each.endsWith('.sh'))!;
  const script = await readFile(join(folder, 'tree', path), 'utf8');
  const analysis = analyseScript(path, script, new Map());
  if (analysis === undefined) throw new Error(`${folder}: ${path} holds nothing that runs`);
  const { findings } = judgeScripts([{ path, text: script, analysis }], createCritical(policy.value, paths), {
    saferOf: madeSafe,
  });
  const said = findings.map(({ finding }) => {
    const { what, why, fix } = describe(finding, 'HEAD');
    return `${finding.severity}  ${finding.check}  ${path}:${finding.line}\n  ${what}\n  ${why}\n  → ${fix}`;
  });
  if (!findings.some(({ finding }) => finding.check === id)) throw new Error(`${folder} does not show ${id}`);
  return { policy: source, path, script, output: said.join('\n') };
}
