import { hostname } from 'node:os';
import type { Blame, End } from '../../blame/candidate.ts';
import { type Failure, failureOf, type HostRecord, seenOf } from '../../blame/put-back.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { plural } from '../../reports/messages.ts';
import { candidateOf, chooseGood } from '../../restore/known-good.ts';
import { newestVerdicts } from '../../store/verdicts.ts';
import { type LandedCommits, landedCommits } from '../git/landed.ts';
import type { Repository } from '../git/repository.ts';
import { wholeDeployments } from '../store/deployments.ts';
import type { Store } from '../store/files.ts';
import { readEach, readVerdicts } from '../store/snapshots.ts';
import { endOf, startOf } from './ends.ts';
import type { HostRange } from './host-steps.ts';

/** What was asked for. `store`: absent where there is none. */
export type RangeOptions = {
  since: string;
  until: string;
  service: string | undefined;
  environment: string | undefined;
  store: Result<Store>;
  now: number;
};

/** The commits in question, and what is in question of the host. */
export type Range = LandedCommits & {
  since: End;
  until: End;
  /** The commit at its end, in full; of those of a moment the newest that had landed. */
  head: string;
  host: HostRange;
  /** There is a known good, and whose it is. */
  good: { environment: string | null } | undefined;
  missing: Blame['missing'];
};

/** Problems: those of a commit that is not there, and of a known good that is not. */
export async function openRange(repository: Repository, options: RangeOptions): Promise<Result<Range>> {
  const stored = await storedOf(options);
  const wantsGood = options.since === 'last-good';
  if (!stored.ok) {
    if (wantsGood) return stored;
    return rangeOf(repository, options, { record: NOTHING }, [notSeen(stored.problem)]);
  }
  const known = stored.value;
  if (wantsGood && known.noGood !== undefined) return refuse(known.noGood);
  return rangeOf(repository, options, known, []);
}

async function rangeOf(
  repository: Repository,
  options: RangeOptions,
  stored: Stored,
  missing: Blame['missing'],
): Promise<Result<Range>> {
  const until = await endOf(repository, options, stored);
  if (!until.ok) return until;
  const { head, time } = until.value;
  const since = await startOf(repository, options, stored, head);
  if (!since.ok) return since;
  const { from, after, end, missing: elsewhere = [] } = since.value;
  const landed = await landedCommits(repository, {
    ...(from !== undefined && { from }),
    ...(after !== undefined && { after: Math.floor(after / 1000) }),
    to: head,
  });
  if (!landed.ok) return landed;
  const { cut } = landed.value;
  const isIn = ({ at }: { at: string }) => time === undefined || Date.parse(at) <= time;
  const { record, failure } = stored;
  const snapshots = record.snapshots.filter(isIn);
  // By its place and not by its time: the clock of a host may go back.
  const good = snapshots.findIndex(({ id }) => id === end.id);
  const first =
    good === -1 ? snapshots.findLastIndex(({ at }) => Date.parse(at) <= Date.parse(end.at)) : good;
  const incomplete = snapshots.slice(Math.max(0, first)).filter(({ unsaved }) => unsaved > 0);
  const commits = landed.value.commits.filter(isIn);
  const isEmpty = after !== undefined && after > (time ?? options.now);
  return ok({
    commits,
    cut,
    since: end,
    until: until.value.end,
    head: time === undefined ? head : (commits[0]?.id ?? from ?? head),
    host: {
      record: { ...record, snapshots },
      first: Math.max(0, first),
      failure: options.until === 'HEAD' ? failure : undefined,
      until: time,
    },
    good: record.good && { environment: record.good.environment },
    missing: [
      ...missing,
      ...elsewhere,
      ...(incomplete.length > 0 ? [notSaved(incomplete.length)] : []),
      ...(isEmpty ? [EMPTY] : []),
      ...(cut ? [CUT] : []),
    ],
  });
}

/** What the store says of one host. `noGood`: why nothing in it is known good. */
type Stored = { record: HostRecord; failure?: Failure; noGood?: Problem };

const NOTHING: HostRecord = { snapshots: [], verdicts: new Map(), deployments: [], good: undefined };

async function storedOf({ store, service, environment }: RangeOptions): Promise<Result<Stored>> {
  if (!store.ok) return store;
  const read = await readEach(store.value, (manifest) => ({
    id: manifest.id,
    seen: seenOf(manifest, service),
    candidate: candidateOf(manifest),
  }));
  const verdicts = await readVerdicts(store.value);
  if (!read.ok) return read;
  if (!verdicts.ok) return verdicts;
  const [damaged] = [...read.value.damaged, ...verdicts.value.damaged];
  // It may be what the service was good with, or the first that was bad.
  if (damaged !== undefined) return refuse({ ...damaged.problem, path: damaged.file });
  const records = await wholeDeployments(store.value);
  if (!records.ok) return records;
  const deployments = records.value;
  const newest = newestVerdicts(verdicts.value.items);
  const host = hostname();
  const services = service === undefined ? [] : [service];
  const all = read.value.items.map(({ seen }) => seen);
  const candidates = read.value.items.map(({ candidate }) => candidate);
  const chosen = chooseGood(candidates, verdicts.value.items, { services, host, environment });
  if (!chosen.ok) {
    const own = all.filter(
      (one) =>
        one.source === 'live' && one.host === host && (environment ?? one.environment) === one.environment,
    );
    const record = { snapshots: own, verdicts: newest, deployments, good: undefined };
    return ok({ record, noGood: chosen.problem });
  }
  const [oldest] = chosen.value.map(({ id }) => id).sort();
  const good = all.find(({ id }) => id === oldest)!;
  const alike = all.filter((one) =>
    (['host', 'environment', 'source'] as const).every((field) => one[field] === good[field]),
  );
  const record = { snapshots: alike, verdicts: newest, deployments, good };
  const failure = failureOf(record);
  return ok({ record, ...(failure && { failure }) });
}

const EMPTY = {
  reason: 'range-empty',
  detail: 'The range begins after it ends, so that nothing can be in it.',
  hint: 'Name an earlier moment with --since.',
};

const CUT = {
  reason: 'history-missing',
  detail: 'The history of this clone is cut off: older commits may be to blame, too.',
  hint: 'Fetch it: git fetch --unshallow, or fetch-depth: 0 for actions/checkout.',
};

function notSeen({ code, message }: Problem): Blame['missing'][number] {
  return {
    reason: code,
    detail: `${message} What changed on hosts alone was not looked at.`,
    hint: 'Run it where the backups are, or name the store with --store.',
  };
}

function notSaved(snapshots: number): Blame['missing'][number] {
  return {
    reason: 'snapshot-incomplete',
    detail: `${plural(snapshots, 'snapshot')} of the host could not save every file: what became of these is not known.`,
    hint: 'holdfast backup list shows which, and holdfast backup show ID says why.',
  };
}
