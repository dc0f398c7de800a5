import { hostname } from 'node:os';
import type { Blame, End } from '../../blame/candidate.ts';
import { momentOf } from '../../blame/moment.ts';
import { type Failure, failureOf, type HostRecord, seenOf } from '../../blame/put-back.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { candidateOf, chooseGood } from '../../restore/known-good.ts';
import { newestVerdicts } from '../../store/verdicts.ts';
import { type LandedCommits, landedCommits } from '../git/landed.ts';
import { mergeBase, resolveCommit } from '../git/refs.ts';
import type { Repository } from '../git/repository.ts';
import { wholeDeployments } from '../store/deployments.ts';
import type { Store } from '../store/files.ts';
import { readEach, readVerdicts } from '../store/snapshots.ts';
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
  /** The commit at its end, in full. */
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
  const { from, after, end } = since.value;
  const landed = await landedCommits(repository, {
    ...(from !== undefined && { from }),
    ...(after !== undefined && { after: Math.floor(after / 1000) }),
    to: head,
  });
  if (!landed.ok) return landed;
  const { cut, commits } = landed.value;
  const isIn = ({ at }: { at: string }) => time === undefined || Date.parse(at) <= time;
  const { record, failure } = stored;
  const snapshots = record.snapshots.filter(isIn);
  const first = snapshots.findLastIndex(({ at }) => Date.parse(at) <= Date.parse(end.at));
  const { good } = record;
  return ok({
    commits: commits.filter(isIn),
    cut,
    since: end,
    until: until.value.end,
    head,
    host: {
      record: { ...record, snapshots },
      first: Math.max(0, first),
      failure: options.until === 'HEAD' ? failure : undefined,
      until: time,
    },
    good: good && { environment: good.environment },
    missing: [...missing, ...(cut ? [CUT] : [])],
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

async function endOf(
  repository: Repository,
  { since, until, now }: RangeOptions,
  { failure }: Stored,
): Promise<Result<{ head: string; end: End; time?: number }>> {
  const time = momentOf(until, now);
  const head = await resolveCommit(repository, time === undefined ? until : 'HEAD');
  if (!head.ok) return head;
  if (time !== undefined)
    return ok({ head: head.value, time, end: { id: null, at: new Date(time).toISOString(), name: until } });
  if (failure?.over === false && since === 'last-good' && until === 'HEAD') {
    const { id, at } = failure.snapshot;
    return ok({ head: head.value, time: Date.parse(at), end: { id, at, name: 'the first failure' } });
  }
  const at = await timeOf(repository, head.value);
  return at.ok ? ok({ head: head.value, end: { id: head.value, at: at.value, name: until } }) : at;
}

async function startOf(
  repository: Repository,
  { since, now }: RangeOptions,
  stored: Stored,
  head: string,
): Promise<Result<{ from?: string; after?: number; end: End }>> {
  if (since === 'last-good') {
    const { id, at, commit } = stored.record.good!;
    const end: End = { id, at, name: 'the last known good' };
    const found = commit === null ? undefined : await resolveCommit(repository, commit);
    const base = found?.ok ? await mergeBase(repository, found.value, head) : undefined;
    return ok(base?.ok ? { from: base.value, end } : { after: Date.parse(at), end });
  }
  const time = momentOf(since, now);
  if (time !== undefined)
    return ok({ after: time, end: { id: null, at: new Date(time).toISOString(), name: since } });
  const from = await resolveCommit(repository, since);
  if (!from.ok) return from;
  const at = await timeOf(repository, from.value);
  return at.ok ? ok({ from: from.value, end: { id: from.value, at: at.value, name: since } }) : at;
}

async function timeOf(repository: Repository, id: string): Promise<Result<string>> {
  const commit = await repository.objects.commit(id);
  return commit.ok ? ok(new Date(commit.value.committerTime * 1000).toISOString()) : commit;
}

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
