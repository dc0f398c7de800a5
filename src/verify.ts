import { ok, type Result } from './model/problem.ts';
import { chooseFiles, pathMatcher } from './restore/choose.ts';
import { selectionsOf } from './restore/selections.ts';
import { toDecision } from './verdict/decide.ts';
import type { Decision } from './verdict/decision.ts';
import { type Comparison, compareLive } from './verify/drift.ts';
import { judgeDrift } from './verify/judge.ts';
import { unheld, unplaced, withLacking, withoutFormer } from './verify/known.ts';
import type { VerifyOptions } from './verify/options.ts';
import { livePair } from './verify/pair.ts';
import { rotationOf, rulesFor, verifyScope } from './verify/scope.ts';
import { hiddenWhereUnknown } from './verify/selection.ts';

/** The decision, and what became of every place, for metrics. */
export type Verified = { decision: Decision; compared: Comparison; serviceOf(path: string): string };

/** The verification: a host is held against what belongs there. A problem means that nothing could be judged. */
export async function verify(options: VerifyOptions): Promise<Result<Verified>> {
  const { against, asked, good } = options;
  const rules = rulesFor(options.parts, options.policy, asked.services);
  const live = await options.live.collect(verifyScope(options.parts, rules));
  if (!live.ok) return live;
  const parts = against.kind === 'commit' ? withLacking(options.parts, live.value, rules) : options.parts;
  const present = live.value.files.map(({ path }) => path);
  const chosen = chooseFiles(parts, asked, present);
  if (!chosen.ok) return chosen;

  const { files, former } = withoutFormer(chosen.value.files, options.policy);
  const isAsked = pathMatcher(asked.paths);
  const isRotating = rotationOf(options.policy);
  const question = { against, isRotating, isAsked };
  const compared = compareLive({ ...chosen.value, files }, live.value, question);
  const known = new Set([...files, ...chosen.value.unsaved].map(({ path }) => path));
  for (const path of chosen.value.absent) known.add(path);
  const strange = present.filter((path) => isAsked(path) && !known.has(path));

  const pair = livePair(
    { ...good, files: parts.flatMap(({ manifest }) => manifest.files) },
    { ...options.live, files: live.value.files },
  );
  const policy = options.policy ?? { ...rules, ...options.limits };
  const select = hiddenWhereUnknown(selectionsOf(parts, options.policy), parts, options.policy);
  const judged = await judgeDrift(compared.drifted, { pair, policy, select, schemas: options.schemas });
  if (!judged.ok) return judged;
  const evidence = judged.value;
  evidence.notLookedAt.push(
    ...compared.unknown,
    ...unheld(strange, against),
    ...unplaced(chosen.value.unplaced),
    ...former,
  );
  const decision = { ...toDecision(pair, policy, evidence), verified: files.length };
  if (options.policy === undefined) decision.policy = 'snapshot';
  return ok({ decision, compared, serviceOf: (path) => select(path).service ?? '' });
}
