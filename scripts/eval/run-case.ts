import { openLocalPair } from '../../src/adapters/git/open-pair.ts';
import { schemaLoader } from '../../src/adapters/schemas.ts';
import { check } from '../../src/check.ts';
import type { Finding, Severity } from '../../src/findings/finding.ts';
import { ok } from '../../src/model/problem.ts';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { escapeGlob } from '../../src/policy/globs.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Decision } from '../../src/verdict/decision.ts';
import type { Case } from './cases.ts';
import { type Naming, naming } from './naming.ts';

/** One finding, without anything that was in the file. `how` is the check's own word for the kind. */
export type Said = { check: string; severity: Severity; how?: string; folded?: string[] };

/** What the check said about the case's file. */
export type Outcome = Case & {
  verdict: string;
  /** The file is deleted or renamed away. */
  gone: boolean;
  said: Said[];
  /** Findings on other files of the same change; nothing else is declared critical. */
  elsewhere: number;
  naming: Naming;
  crash?: string;
};

/** Runs the check as the command does, with the case's path declared critical and nothing else. */
export async function runCase(gitDir: string, one: Case): Promise<Outcome> {
  const nothing: Outcome = { ...one, verdict: 'crash', gone: false, said: [], elsewhere: 0, naming: 'no' };
  try {
    const refs = { base: `refs/cases/${one.id}/base`, head: `refs/cases/${one.id}/head` };
    const pair = await openLocalPair({ directory: gitDir, gitDir, ...refs });
    if (!pair.ok) return { ...nothing, crash: pair.problem.message };
    try {
      const decision = await check(pair.value, {
        policy: async () => ok(policyFor(one.path)),
        schemas: (_, side) => schemaLoader(pair.value[side], { hosts: [], side }),
      });
      return decision.ok ? outcomeOf(one, decision.value) : { ...nothing, crash: decision.problem.message };
    } finally {
      await pair.value.close();
    }
  } catch (error) {
    return { ...nothing, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function outcomeOf(one: Case, { verdict, findings, changes }: Decision): Outcome {
  const own = findings.filter(({ path }) => path === one.path);
  const change = changes.find(({ path }) => path === one.path);
  return {
    ...one,
    verdict,
    gone: change?.status === 'removed',
    said: own.map(said),
    elsewhere: findings.length - own.length,
    naming: naming(one.label, own, change),
  };
}

function said({ check: id, severity, args, folded }: Finding): Said {
  return {
    check: id,
    severity,
    ...(typeof args.how === 'string' ? { how: args.how } : {}),
    ...(folded === undefined ? {} : { folded: folded.map((finding) => finding.check) }),
  };
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
