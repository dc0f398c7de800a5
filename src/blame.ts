import type { Blame, Candidate, End, Further } from './blame/candidate.ts';
import { worstSeverity } from './blame/damage.ts';
import { type Judged, judgedFor, type Weighed, weigh, wordsOfChanges } from './blame/facts.ts';
import { brokenBy, lastingDamage } from './blame/lasting.ts';
import { lookedAt, tooMany } from './blame/looked.ts';
import { addMoves, type Moves, placeNow } from './blame/moves.ts';
import { pullOf } from './blame/pull.ts';
import { rank } from './blame/rank.ts';
import { readHolds } from './blame/read-holds.ts';
import { type Step, type Touching, toJudge, touching } from './blame/step.ts';
import { createTouch, type Touch } from './blame/touch.ts';
import { type StoreNames, undoCommit, undoHost } from './blame/undo.ts';
import { meet } from './blame/words.ts';
import { check } from './check.ts';
import type { Path } from './model/path.ts';
import { ok, type Result } from './model/problem.ts';
import type { Policy } from './policy/policy.ts';
import type { LoadSchema } from './schemas/load.ts';
import type { SnapshotPair } from './snapshots/snapshot.ts';
import { originName } from './verdict/decide.ts';

export type BlameOptions = {
  /** Absent: everything that is critical. */
  service?: string;
  policy: Policy;
  since: End;
  until: End;
  /** Newest first. */
  steps: readonly Step[];
  /** Words of an error, or the end of a log; may be empty. */
  symptom: string;
  /** Candidates that are wanted. */
  most: number;
  /** Why the steps may not be all. */
  missing: Blame['missing'];
  /** A snapshot of this service is known good: of this environment. */
  good: { environment: string | null } | undefined;
  /** How the store was named, if it was. */
  named?: StoreNames;
};

export type BlamePorts = {
  /** Where the schemas of a step come from. */
  schemas(step: Step, side: 'before' | 'after'): LoadSchema;
  /** Told after every step that was judged. */
  progress?(done: number, total: number): void;
};

/** Candidates beyond those that are wanted; a plot shows no more. */
const MOST_FURTHER = 500;

/** What is known of a candidate once it was read. */
type Known = Touching &
  Judged &
  Weighed & { repaired: boolean; holds: number; untouched: boolean; words: Set<string> };

/** The changes since a moment, the likeliest cause of what is wrong with a service first. */
export async function blame(options: BlameOptions, ports: BlamePorts): Promise<Blame> {
  const { service, policy, since, until, steps } = options;
  const touchOf = createTouch(policy, service);
  const touched = touching(steps, touchOf);
  const judging = new Set(toJudge(touched));
  const missing = [...options.missing];

  const known: Known[] = [];
  const later = { commit: noLater(), host: noLater() };
  for (const one of touched) {
    if (!judging.has(one)) known.push(unread(one));
    else {
      const read = await judge(one, later[one.step.kind], options, touchOf, ports);
      if (read.ok) known.push(read.value);
      else {
        const { code, message, hint } = read.problem;
        missing.push({ reason: code, detail: `${one.step.id.slice(0, 12)}: ${message}`, hint });
        known.push(unread(one));
      }
      ports.progress?.(known.length, touched.length);
    }
  }
  const left = touched.filter(({ touch }) => touch === 'own' || touch === 'related').length - judging.size;
  if (left > 0) missing.push(tooMany(left));
  const ranked = rankAll(known, options);
  const candidates: Candidate[] = [];
  for (const one of ranked.slice(0, options.most)) candidates.push(await toCandidate(one, options));
  return {
    service: service ?? null,
    policy: originName(policy.origin),
    since,
    until,
    candidates,
    further: ranked.slice(options.most, options.most + MOST_FURTHER).map(toFurther),
    looked: lookedAt(steps, touched, judging.size),
    missing,
  };
}

/** What is known of the steps that were judged before, and are later ones: paths that they have broken, and renamed. */
type Later = { broken: Set<Path>; moves: Moves };

function noLater(): Later {
  return { broken: new Set(), moves: new Map() };
}

async function judge(
  one: Touching,
  later: Later,
  { service, policy }: BlameOptions,
  touchOf: (path: Path) => Touch | undefined,
  ports: BlamePorts,
): Promise<Result<Known>> {
  const { step, paths } = one;
  const judgePair = (pair: SnapshotPair) =>
    check(pair, {
      policy: async () => ok(policy),
      schemas: (_, side) => ports.schemas(step, side),
    });
  const decision = await judgePair(step.pair());
  if (!decision.ok) return decision;
  const judged = judgedFor(decision.value, service, touchOf);
  const placeOf = placeNow(later.moves, judged.changes);
  const lasting = await lastingDamage(step, judged.findings, later.broken, placeOf, judgePair);
  if (!lasting.ok) return lasting;
  for (const path of brokenBy(judged.findings)) later.broken.add(path);
  const { repaired, broken } = lasting.value;
  const counting = judged.findings.filter((finding) => !repaired.has(finding));
  // A file that nothing much was found in may still be there while the one that broke is repaired.
  const worst = worstSeverity(counting);
  const bad = new Set(counting.filter(({ severity }) => severity === worst).map(({ path }) => path));
  const telling = paths.filter((path) => bad.has(path));
  const held = await readHolds(step, paths, new Set(telling.length > 0 ? telling : paths), placeOf);
  if (!held.ok) return held;
  addMoves(later.moves, judged.changes);
  const words = wordsOfChanges(judged.changes, [step.subject, ...paths]);
  return ok({
    ...one,
    ...judged,
    ...weigh(counting, step.message),
    ...held.value,
    ...(broken && { holds: 1 }),
    repaired: repaired.size > 0,
    words,
  });
}

/** What is not read is known by its paths and its message. */
function unread(one: Touching): Known {
  const words = wordsOfChanges([], [one.step.subject, ...one.paths]);
  const unknown = { changes: [], findings: [], lost: 0, announced: false, repaired: false };
  return { ...one, ...unknown, holds: 1, untouched: false, words };
}

type Ranked = Known & ReturnType<typeof rank>;

function rankAll(known: readonly Known[], { symptom, until, steps }: BlameOptions): Ranked[] {
  // A host goes on changing after the newest commit.
  const hosts = steps.filter(({ kind }) => kind === 'host').map(({ at }) => Date.parse(at));
  const last = hosts.reduce((latest, each) => Math.max(latest, each), Date.parse(until.at));
  const met = meet(
    symptom,
    known.map(({ words }) => words),
  );
  return known
    .map((one, index): Ranked => {
      const { outsidePlan, putBack } = one.step;
      const age = last - timeOf(one);
      const facts = { ...one, outsidePlan, putBack, age, latest: one.untouched, symptom: met[index]! };
      return { ...one, ...rank(facts) };
    })
    .sort((one, other) => other.score - one.score || timeOf(other) - timeOf(one));
}

/** In milliseconds. Of steps of one second, the later one stands first already. */
function timeOf({ step }: Touching): number {
  return Date.parse(step.at);
}

async function toCandidate(
  { step, touch, score, reasons, changes, findings, paths, untouched }: Ranked,
  { service, good, named }: BlameOptions,
): Promise<Candidate> {
  const { kind, id, deployment, at, author, subject, parents } = step;
  const others = step.changes.length - paths.length;
  return {
    kind,
    id,
    deployment,
    at,
    author,
    subject,
    pull: pullOf(subject) ?? null,
    touch,
    score,
    reasons,
    paths,
    changes,
    findings,
    others,
    inner: parents.length > 1 ? await step.inner(paths) : [],
    undo:
      kind === 'commit'
        ? undoCommit(step, { paths, others, untouched })
        : undoHost(step.pair().before.id, {
            ...named,
            good,
            service: service ?? null,
            paths: paths.map(step.placeOf),
          }),
  };
}

function toFurther({ step, touch, score }: Ranked): Further {
  const { kind, id, deployment, at, author, subject, outsidePlan } = step;
  return { kind, id, deployment, at, author, subject, touch, score, outsidePlan };
}
