import type { Finding, NotLookedAt } from '../../findings/finding.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import { createCritical } from '../critical.ts';
import { type JudgeOptions, judgeScripts } from '../rules/judge.ts';
import type { Judged } from '../rules/rule.ts';
import { madeSafe } from '../safer.ts';
import { type EffectSummary, type ScriptSummary, summariseEffects, summariseScripts } from '../summary.ts';
import type { ReadScripts } from './read.ts';

/** What the review of scripts found out. `effects`: those that touch critical targets, or all that were asked for. */
export type Reviewed = {
  findings: Finding[];
  unread: NotLookedAt[];
  scripts: ScriptSummary[];
  effects: EffectSummary[];
};

/** Judges the scripts of one side by the rules. */
export async function judgeSide(
  snapshot: Snapshot,
  policy: Policy,
  { scripts, used }: Pick<ReadScripts, 'scripts' | 'used'>,
  options: JudgeOptions = {},
): Promise<Result<Judged>> {
  const paths = await pathsOf(snapshot);
  if (!paths.ok) return paths;
  const others = [...used].map(([path, text]) => ({ path, text, analysis: NO_EFFECTS }));
  return ok(
    judgeScripts([...scripts, ...others], createCritical(policy, paths.value), {
      saferOf: madeSafe,
      ...options,
    }),
  );
}

/** A used file has its effects where it is used. */
const NO_EFFECTS = { effects: [], notRead: [], uses: [] };

/** The checkout's files: what a tree may hold, and which names are known. */
async function pathsOf(snapshot: Snapshot): Promise<Result<Path[]>> {
  const entries = await snapshot.entries();
  return entries.ok ? ok(entries.value.map(({ path }) => path)) : entries;
}

/** @param all whether effects are kept that touch nothing critical. */
export function toReviewed(
  { scripts, used, unread, beyond }: ReadScripts,
  { findings, touching }: Judged,
  all: boolean,
): Reviewed {
  const effects = summariseEffects(
    scripts.flatMap(({ analysis }) => analysis.effects),
    new Set(touching),
  );
  return {
    findings: findings.map(({ finding }) => finding),
    unread: [...unread, ...beyond],
    scripts: summariseScripts([...scripts.map(({ path }) => path), ...used.keys()], effects),
    effects: all ? effects : effects.filter(({ critical }) => critical),
  };
}
