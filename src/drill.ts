import { check } from './check.ts';
import type { Drilled, Trial } from './drill/drilled.ts';
import { type Baseline, baselineOf, judgedBy, toTrial } from './drill/judged.ts';
import { commonKey, type Memory, mayRemember, type Recorder, recorder, stillHolds } from './drill/memory.ts';
import { control } from './drill/operators/control.ts';
import type { Edits, Mutant, Operator, Scene } from './drill/operators/operator.ts';
import { withBlock } from './drill/proposals/apply.ts';
import { blockOf } from './drill/proposals/block.ts';
import { factsOf } from './drill/proposals/facts.ts';
import { proposalsFor } from './drill/proposals/index.ts';
import type { Proposal } from './drill/proposals/proposal.ts';
import { patchedSchema } from './drill/proposals/schema.ts';
import { randomFrom, seedOf } from './drill/random.ts';
import { createStage, pathsWithPast, type Target, targetsOf } from './drill/scenes.ts';
import { spoiltPair } from './drill/spoilt.ts';
import { openWorld, type World } from './drill/world.ts';
import { ok, type Result } from './model/problem.ts';
import type { Policy } from './policy/policy.ts';
import type { LoadSchema } from './schemas/load.ts';
import type { History } from './snapshots/history.ts';
import type { Snapshot } from './snapshots/snapshot.ts';
import { originName } from './verdict/decide.ts';
import type { Decision } from './verdict/decision.ts';

/** What the caller brings: everything with I/O, and what a person asked for. */
export type DrillOptions = {
  policy: Policy;
  /** Loads schemas from a snapshot, as the check does. */
  schemas(snapshot: Snapshot, policy: Policy, side: 'before' | 'after'): LoadSchema;
  operators: readonly Operator[];
  seed: number;
  /** Errors per file and operator at most. */
  most: number;
  service?: string;
  /** The last drill, and a digest of the program: with both, files of which nothing changed are not drilled again. */
  memory?: { last: Memory; code: string };
  progress?(done: number, total: number): void;
};

/** The result, and what the next drill may take over. */
export type DrillResult = { drilled: Drilled; memory: Memory };

/** The drill: errors are made in the critical files of a commit, in memory, and the real check judges each of them. */
export async function drill(
  base: Snapshot,
  history: History | undefined,
  options: DrillOptions,
): Promise<Result<DrillResult>> {
  const { policy, seed, most, operators } = options;
  const all = await base.entries();
  if (!all.ok) return all;
  const targets = targetsOf(all.value, policy);
  const opened = await openWorld(base, history, (entries) => pathsWithPast(entries, policy, targets));
  if (!opened.ok) return opened;
  const world = opened.value;
  const chosen = targets.filter(({ selection: { service } }) => (options.service ?? service) === service);
  const settings = { seed, most, operators: operators.map(({ id }) => id) };
  const common = commonKey({ code: options.memory?.code ?? '', policy, settings, world });
  const run: Run = { world, options, targets, stage: createStage(world, policy, targets, seed) };

  const drilled: Drilled = {
    ...headOf(world, policy),
    seed,
    files: 0,
    trials: [],
    notDrilled: [],
    reused: 0,
  };
  const memory: Memory = { version: 1, files: {} };
  for (const [index, target] of chosen.entries()) {
    const last = options.memory?.last.files[target.path];
    if (last !== undefined && stillHolds(last, common, world)) {
      drilled.reused += 1;
      drilled.files += 1;
      drilled.trials.push(...last.trials);
      memory.files[target.path] = last;
      continue;
    }
    const record = recorder(common, world);
    const one = await drillFile(run, target, record);
    if (!one.ok) return one;
    if ('reason' in one.value) drilled.notDrilled.push({ path: target.path, reason: one.value.reason });
    else {
      drilled.files += 1;
      drilled.trials.push(...one.value.trials);
      if (mayRemember(target, one.value.trials)) memory.files[target.path] = record.finish(one.value.trials);
    }
    options.progress?.(index + 1, chosen.length);
  }
  return ok({ drilled, memory });
}

type Run = {
  world: World;
  options: DrillOptions;
  targets: readonly Target[];
  stage: ReturnType<typeof createStage>;
};

async function drillFile(
  run: Run,
  target: Target,
  record: Recorder,
): Promise<Result<{ trials: Trial[] } | { reason: string }>> {
  const { operators, seed, most } = run.options;
  const staged = await run.stage(target, record.seen);
  if ('reason' in staged) return ok(staged);
  const { scene } = staged;
  const [nothing] = await control.apply(scene, () => 0, 1);
  const quiet = await judge(run, run.options.policy, nothing!.head, NOTHING, record);
  if (!quiet.ok) return quiet;
  const baseline = baselineOf(quiet.value);
  if (baseline.inconclusive) return ok({ reason: `never judged: ${whyUnjudged(quiet.value)}` });
  const trials: Trial[] = [];
  for (const operator of operators) {
    const random = randomFrom(seedOf(`${seed} ${target.path} ${operator.id}`));
    for (const mutant of distinct(await operator.apply(scene, random, most))) {
      const trial = await tryMutant(run, target, { scene, operator, mutant, baseline }, record);
      if (!trial.ok) return trial;
      trials.push(trial.value);
    }
  }
  return ok({ trials });
}

function distinct(mutants: readonly Mutant[]): Mutant[] {
  return [...new Map(mutants.map((mutant) => [JSON.stringify([...mutant.head]), mutant])).values()];
}

function whyUnjudged({ notLookedAt }: Decision): string {
  return notLookedAt.find(({ blocks }) => blocks)?.detail ?? 'the verdict is inconclusive';
}

type Case = { scene: Scene; operator: Operator; mutant: Mutant; baseline: Baseline };

async function tryMutant(run: Run, target: Target, one: Case, record: Recorder): Promise<Result<Trial>> {
  const decision = await judge(run, run.options.policy, one.mutant.head, NOTHING, record);
  if (!decision.ok) return decision;
  const judged = judgedBy(decision.value, one.baseline);
  const trial = toTrial(decision.value, one.scene, one.operator, judged, target.selection.service);
  if (trial.stopped) return ok(trial);
  const proposals = await verified(run, target, one, record);
  return proposals.ok ? ok({ ...trial, proposals: proposals.value }) : proposals;
}

/** Of each way to stop the error the first proposal with which the check does stop it. */
async function verified(run: Run, target: Target, one: Case, record: Recorder): Promise<Result<Proposal[]>> {
  const { world, targets, options } = run;
  const edits = one.mutant.head;
  const facts = await factsOf(
    { world, policy: options.policy, targets },
    target,
    one.scene,
    one.operator,
    edits,
  );
  const found: Proposal[] = [];
  for (const candidates of proposalsFor(facts)) {
    for (const proposal of candidates) {
      const policy = await withBlock(options.policy, blockOf([proposal]));
      if (!policy.ok) continue;
      const both = proposal.kind === 'schema' ? patchedSchema(facts, proposal) : NOTHING;
      const decision = await judge(run, policy.value, edits, both, record);
      if (!decision.ok) return decision;
      const { stopped, level } = judgedBy(decision.value, one.baseline);
      if (!stopped || level === 'unjudged') continue;
      found.push(proposal);
      break;
    }
  }
  return ok(found);
}

const NOTHING: Edits = new Map();

/** Runs the real check on the commit and the same with these edits. */
async function judge(
  { world, options }: Run,
  policy: Policy,
  edits: Edits,
  both: Edits,
  record: Recorder,
): Promise<Result<Decision>> {
  const pair = spoiltPair(world, edits, both, record.seen);
  const differences = await pair.differences();
  if (!differences.ok) return differences;
  record.made(
    edits.keys(),
    differences.value.flatMap(({ after }) => after?.id ?? []),
  );
  for (const path of edits.keys()) record.seen(path, world.byPath.get(path)?.id);
  return check(pair, {
    policy: async () => ok(policy),
    schemas: (_, side) => options.schemas(pair[side], policy, side),
  });
}

function headOf(
  { snapshot }: World,
  policy: Policy,
): Pick<Drilled, 'version' | 'commit' | 'policy' | 'failOn'> {
  const failOn = policy.failOn ?? 'error';
  return { version: 1, commit: snapshot.id, policy: originName(policy.origin), failOn };
}
