import { openLocalPair } from '../../src/adapters/git/open-pair.ts';
import { schemaLoader } from '../../src/adapters/schemas.ts';
import { check } from '../../src/check.ts';
import type { Finding, Severity } from '../../src/findings/finding.ts';
import { ok } from '../../src/model/problem.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { escapeGlob } from '../../src/policy/globs.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Case } from './cases.ts';

/** What the check said about the case's file. */
export type Outcome = Case & {
  verdict: string;
  levels: Severity[];
  /** The worst severity of each check that spoke, folded ones left out. */
  checks: Record<string, Severity>;
  crash?: string;
};

/** Runs the check as the command does, with the case's path declared critical and nothing else. */
export async function runCase(gitDir: string, one: Case): Promise<Outcome> {
  const nothing = { ...one, verdict: 'crash', levels: [], checks: {} };
  try {
    const refs = { base: `refs/cases/${one.id}/base`, head: `refs/cases/${one.id}/head` };
    const pair = await openLocalPair({ directory: gitDir, gitDir, ...refs });
    if (!pair.ok) return { ...nothing, crash: pair.problem.message };
    try {
      const decision = await check(pair.value, {
        policy: async () => ok(policyFor(one.path)),
        schemas: (_, side) => schemaLoader(pair.value[side], { hosts: [], side }),
      });
      if (!decision.ok) return { ...nothing, crash: decision.problem.message };
      const findings = decision.value.findings.filter(({ path }) => path === one.path);
      return {
        ...one,
        verdict: decision.value.verdict,
        levels: findings.map(({ severity }) => severity),
        checks: worst(findings),
      };
    } finally {
      await pair.value.close();
    }
  } catch (error) {
    return { ...nothing, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Exactly this path is critical, and nothing else is declared. */
export function policyFor(path: string): Policy {
  const rule = {
    id: 'critical[0]',
    files: [escapeGlob(path)],
    protect: [],
    freeze: [],
    sensitive: [],
    identity: {},
  };
  return { ...defaultPolicy(), origin: { kind: 'inputs' }, critical: [rule] };
}

function worst(findings: Finding[]): Record<string, Severity> {
  const order: Severity[] = ['notice', 'warning', 'error'];
  const checks: Record<string, Severity> = {};
  for (const { check: id, severity } of findings) {
    const known = checks[id];
    if (known === undefined || order.indexOf(severity) > order.indexOf(known)) checks[id] = severity;
  }
  return checks;
}
