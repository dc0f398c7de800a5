import type { Blame, End } from '../../blame/candidate.ts';
import { momentOf } from '../../blame/moment.ts';
import type { Failure, HostRecord } from '../../blame/put-back.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { momentOf as committedAt } from '../git/parse-log.ts';
import { mergeBase, resolveCommit } from '../git/refs.ts';
import type { Repository } from '../git/repository.ts';

/** As it was asked. `now`: in milliseconds since 1970. */
type Asked = { since: string; until: string; now: number };

/** What the store says of one host. */
type Stored = { record: HostRecord; failure?: Failure };

/** Where the range ends. `time`: in milliseconds since 1970, when it is a moment and no commit. */
export async function endOf(
  repository: Repository,
  { since, until, now }: Asked,
  { failure }: Pick<Stored, 'failure'>,
): Promise<Result<{ head: string; end: End; time?: number }>> {
  const time = momentOf(until, now);
  const head = await commitOf(repository, time === undefined ? until : 'HEAD');
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

type Start = { from?: string; after?: number; end: End; missing?: Blame['missing'] };

/** Where it begins: after a commit, or a moment in milliseconds since 1970. */
export async function startOf(
  repository: Repository,
  { since, now }: Asked,
  stored: Pick<Stored, 'record'>,
  head: string,
): Promise<Result<Start>> {
  if (since === 'last-good') {
    const { id, at, commit } = stored.record.good!;
    const end: End = { id, at, name: 'the last known good' };
    if (commit === null) return ok({ after: Date.parse(at), end });
    const found = await resolveCommit(repository, commit);
    if (!found.ok) return ok({ after: Date.parse(at), end, missing: [unknownCommit(commit)] });
    const { base, missing } = await commonWith(repository, found.value, head, end.name);
    return ok({ ...(base === undefined ? { after: Date.parse(at) } : { from: base }), end, missing });
  }
  const time = momentOf(since, now);
  if (time !== undefined)
    return ok({ after: time, end: { id: null, at: new Date(time).toISOString(), name: since } });
  const from = await commitOf(repository, since);
  if (!from.ok) return from;
  const at = await timeOf(repository, from.value);
  if (!at.ok) return at;
  const { missing } = await commonWith(repository, from.value, head, since);
  return ok({ from: from.value, end: { id: from.value, at: at.value, name: since }, missing });
}

/** The commit from which both ends come, and what is said when it is not the older end itself. */
async function commonWith(
  repository: Repository,
  from: string,
  head: string,
  name: string,
): Promise<{ base?: string; missing: Blame['missing'] }> {
  const base = await mergeBase(repository, from, head);
  if (base.ok && base.value === from) return { base: from, missing: [] };
  return { ...(base.ok && { base: base.value }), missing: [elsewhere(from, head, name)] };
}

function elsewhere(from: string, head: string, name: string): Blame['missing'][number] {
  return {
    reason: 'since-elsewhere',
    detail: `${name} is not in the history of the end of the range. What it has and the end lacks was not looked at, and that may be the cause.`,
    hint: `See what that is: git log ${head.slice(0, 12)}..${from.slice(0, 12)}.`,
  };
}

function unknownCommit(commit: string): Blame['missing'][number] {
  return {
    reason: 'commit-missing',
    detail: `The commit ${commit.slice(0, 12)} of the last known good is not in this repository, so that commits were taken by their time.`,
    hint: 'Fetch it, or name the beginning with --since.',
  };
}

async function timeOf(repository: Repository, id: string): Promise<Result<string>> {
  const commit = await repository.objects.commit(id);
  return commit.ok ? ok(committedAt(commit.value.committerTime)) : commit;
}

/** Problems: those of `resolveCommit`; what names no commit may have been meant as a moment. */
async function commitOf(repository: Repository, name: string): Promise<Result<string>> {
  const commit = await resolveCommit(repository, name);
  if (commit.ok || commit.problem.code !== 'unknown-ref') return commit;
  const { hint } = commit.problem;
  return refuse({
    ...commit.problem,
    hint: `${hint} A moment is written 90m, 2h, 3d, 1w, 2026-01-31T09:00Z.`,
  });
}
