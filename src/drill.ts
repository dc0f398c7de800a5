import { check } from './check.ts';
import type { Drilled, Trial } from './drill/drilled.ts';
import { type Baseline, baselineOf, judgedBy, placed, toTrial, whyUnjudged } from './drill/judged.ts';
import { commonKey, type Memory, mayRemember, type Recorder, recorder, stillHolds } from './drill/memory.ts';
import { control } from './drill/operators/control.ts';
import { distinct, type Edits, type Mutant, type Operator, type Scene } from './drill/operators/operator.ts';
import { withBlock } from './drill/proposals/apply.ts';
import { blockOf } from './drill/proposals/block.ts';
import { factsOf } from './drill/proposals/facts.ts';
import { proposalsFor } from './drill/proposals/index.ts';
import type { Facts, Proposal } from './drill/proposals/proposal.ts';
import { patchedSchema } from './drill/proposals/schema.ts';
import { united } from './drill/proposals/united.ts';
import { randomFrom, seedOf } from './drill/random.ts';
import { createStage, cutOffOf, pathsWithPast, type Target, targetsOf } from './drill/scenes.ts';
import { spoiltPair } from './drill/spoilt.ts';
import { openWorld, type World } from './drill/world.ts';
import type { Path } from './model/path.ts';
import { ok, type Result } from './model/problem.ts';
import type { Policy } from './policy/policy.ts';
import type { LoadSchema } from './schemas/load.ts';
import { createSchemas, type Schemas } from './schemas/schemas.ts';
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
  /** Told every error that was tried, with the files as they are after it; those of `memory` are not tried. */
  tried?(trial: Trial, edits: Edits): void;
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
  const run = startRun(world, targets, options);

  const drilled: Drilled = {
    ...headOf(world, policy),
    seed,
    files: 0,
    trials: [],
    notDrilled: [],
    reused: 0,
    ...cutOffOf(world, chosen, operators),
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
    for (const path of run.schemaFiles) record.seen(path);
    if (!one.ok) return one;
    if ('reason' in one.value) drilled.notDrilled.push({ path: target.path, reason: one.value.reason });
    else {
      drilled.files += 1;
      drilled.trials.push(...one.value.trials);
      if (mayRemember(target, one.value.trials)) memory.files[target.path] = record.finish(one.value.trials);
    }
    options.progress?.(index + 1, chosen.length);
  }
  return ok({ drilled: { ...drilled, trials: united(drilled.trials) }, memory });
}

type Run = {
  world: World;
  options: DrillOptions;
  targets: readonly Target[];
  stage: ReturnType<typeof createStage>;
  /** The schemas of the commit, compiled once for all trials, and the files that were read for them. */
  schemas: Schemas;
  schemaFiles: Set<Path>;
};

function startRun(world: World, targets: readonly Target[], options: DrillOptions): Run {
  const { policy, seed } = options;
  const schemaFiles: Run['schemaFiles'] = new Set();
  const { before } = spoiltPair(world, NOTHING, NOTHING, (path) => schemaFiles.add(path));
  const schemas = createSchemas(options.schemas(before, policy, 'before'));
  return { world, options, targets, stage: createStage(world, policy, targets, seed), schemas, schemaFiles };
}

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
      run.options.tried?.(trial.value, mutant.head);
    }
  }
  return ok(trials.length === 0 ? { reason: NO_ERROR } : { trials });
}

const NO_ERROR = 'none of the chosen errors can be made in it';

type Case = { scene: Scene; operator: Operator; mutant: Mutant; baseline: Baseline };

async function tryMutant(run: Run, target: Target, one: Case, record: Recorder): Promise<Result<Trial>> {
  const decision = await judge(run, run.options.policy, one.mutant.head, NOTHING, record);
  if (!decision.ok) return decision;
  const judged = judgedBy(decision.value, one.baseline);
  const trial = toTrial(decision.value, one.scene, one.operator, judged, target.selection);
  if (trial.stopped) return ok(trial);
  const { world, targets, options } = run;
  const around = { world, policy: options.policy, targets };
  const facts = await factsOf(around, target, one.scene, one.operator, one.mutant.head);
  const proposals = await verified(run, facts, one, record);
  return proposals.ok ? ok({ ...placed(trial, facts), proposals: proposals.value }) : proposals;
}

/** Of each way to stop the error the first proposal with which the check does stop it. */
async function verified(run: Run, facts: Facts, one: Case, record: Recorder): Promise<Result<Proposal[]>> {
  const found: Proposal[] = [];
  for (const candidates of proposalsFor(facts)) {
    for (const proposal of candidates) {
      const policy = await withBlock(facts.policy, blockOf([proposal]));
      if (!policy.ok) continue;
      const both = proposal.kind === 'schema' ? patchedSchema(facts, proposal) : NOTHING;
      const decision = await judge(run, policy.value, facts.edits, both, record);
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
  { world, options, schemas }: Run,
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
  for (const path of edits.keys()) record.seen(path);
  return check(pair, {
    policy: async () => ok(policy),
    schemas: (_, side) => options.schemas(pair[side], policy, side),
    ...(both === NOTHING && { compiled: schemas }),
  });
}

function headOf(
  { snapshot }: World,
  policy: Policy,
): Pick<Drilled, 'version' | 'commit' | 'policy' | 'failOn' | 'warnOnly'> {
  const failOn = policy.failOn ?? 'error';
  return {
    version: 1,
    commit: snapshot.id,
    policy: originName(policy.origin),
    failOn,
    warnOnly: policy.warnOnly === true,
  };
}
