import { ok, type Problem, type Result, refuse } from './model/problem.ts';
import { chooseFiles, pathMatcher } from './restore/choose.ts';
import { selectionsOf } from './restore/selections.ts';
import { rotatingFiles } from './services/affected.ts';
import { toDecision } from './verdict/decide.ts';
import type { Decision } from './verdict/decision.ts';
import { reachesAsked, unmatched } from './verify/asked.ts';
import { type Comparison, compareLive } from './verify/drift.ts';
import { judgeDrift } from './verify/judge.ts';
import { ofToday, unheld, unplaced, withLacking } from './verify/known.ts';
import type { VerifyOptions } from './verify/options.ts';
import { livePair } from './verify/pair.ts';
import { rulesFor, verifyScope } from './verify/scope.ts';
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

  const mistaken = unmatched(asked, parts, chosen.value, live.value);
  if (mistaken !== undefined) return refuse(mistaken);
  const { files, absent, left } = ofToday(chosen.value, rules, options.policy);
  const isAsked = pathMatcher(asked.paths);
  const isRotating = rotatingFiles(options.policy ?? rules);
  const question = {
    against,
    isRotating,
    isAsked,
    reachesAsked: reachesAsked(asked.paths),
    sealed: options.sealed,
  };
  const compared = compareLive({ ...chosen.value, files, absent }, live.value, question);
  const known = new Set([...files, ...chosen.value.unsaved].map(({ path }) => path));
  for (const path of chosen.value.absent) known.add(path);
  const places = [...present, ...live.value.absent.map(({ path }) => path)];
  const strange = places.filter((path) => isAsked(path) && !known.has(path)).sort();
  if (files.length + absent.length + strange.length === 0) return refuse(nothingLeft());

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
    ...unheld(strange, against, asked),
    ...unplaced(chosen.value.unplaced),
    ...left,
  );
  const decision = { ...toDecision(pair, policy, evidence), verified: files.length };
  if (options.policy === undefined) decision.policy = 'snapshot';
  return ok({ decision, compared, serviceOf: (path) => select(path).service ?? '' });
}

function nothingLeft(): Problem {
  return {
    code: 'nothing-to-verify',
    message: 'The policy of today calls nothing critical of what the snapshot holds.',
    hint: 'Check --policy and the directory in which this runs; without a policy, the rules that the snapshot keeps count.',
  };
}
