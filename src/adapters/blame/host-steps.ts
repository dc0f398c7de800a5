import { createHash } from 'node:crypto';
import { type Failure, type HostRecord, rolledBack, type Seen, wentBackTo } from '../../blame/put-back.ts';
import type { Step } from '../../blame/step.ts';
import { encodePath, type Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import { createLiveSelector } from '../../policy/live.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Entry, RawChange, Snapshot } from '../../snapshots/snapshot.ts';
import type { Deployment } from '../../store/deployments.ts';
import type { Manifest, SavedFile } from '../../store/manifest.ts';
import type { Decrypt } from '../age/age.ts';
import { commitSnapshot } from '../git/commit.ts';
import { resolveCommit } from '../git/refs.ts';
import type { Repository } from '../git/repository.ts';
import type { Store } from '../store/files.ts';
import { entryOf, filesAt, storedSnapshots } from '../store/snapshot.ts';
import { readSnapshot } from '../store/snapshots.ts';

/** What is asked of a host. `first`: the index of the snapshot that the first step is compared with. */
export type HostRange = {
  record: HostRecord;
  first: number;
  /** The failure that the search is about, when it is over: until then what was rolled back is in effect. */
  failure: Failure | undefined;
  /** What was rolled back later is in effect, too. In milliseconds since 1970; absent for today. */
  until: number | undefined;
};

/** One snapshot against the one before it. `places`: where the files that differ are on the host. */
type Pairing = { before: Seen; after: Seen; changes: RawChange[]; places: Map<Path, string> };

/**
 * What changed on a host between its snapshots, newest first. Files stand where the checkout has them, as far as the
 * policy says where that is. What went back after a failure is no change, and a step of nothing else is told as that.
 * Problems: those of `readSnapshot`.
 */
export async function hostSteps(
  repository: Repository,
  store: Store,
  policy: Policy,
  { record, first, failure, until }: HostRange,
  decrypt?: Decrypt,
): Promise<Result<Step[]>> {
  const { deployments } = record;
  const seen = record.snapshots.slice(first);
  const madeBy = new Map(deployments.flatMap((one) => (one.made === null ? [] : [[one.made, one] as const])));
  const live = createLiveSelector(policy);
  const pathOf = (file: SavedFile): Path => live(file.path)?.path ?? file.path;
  const snapshotOf = storedSnapshots(store, pathOf, decrypt);
  const failed = failure?.over ? seen.findIndex(({ id }) => id === failure.snapshot.id) : -1;
  const lastFailed = failed === -1 ? undefined : rolledBack(seen[failed]!, deployments);
  const pairings = await pairingsOf(store, seen, pathOf);
  if (!pairings.ok) return pairings;
  const returned = await returns(pairings.value, wentBackTo(record), snapshotOf);
  if (!returned.ok) return returned;
  const steps: Step[] = [];
  for (const [index, { before, after, changes: differing, places }] of pairings.value.entries()) {
    const others = differing.filter((change) => !returned.value.has(change));
    const putBack = others.length === 0 && differing.length > 0;
    const changes = putBack ? differing : others;
    const deployment = madeBy.get(after.id);
    const undoneBy = rolledBack(after, deployments, until);
    steps.push({
      kind: 'host',
      id: after.id,
      at: after.at,
      author: null,
      subject: deployment === undefined ? subjectOf(after) : deploymentText(deployment),
      message: '',
      parents: [],
      changes,
      deployment: deployment?.id ?? after.deploymentId,
      outsidePlan: putBack
        ? false
        : deployment === undefined
          ? await isOutside(repository, after, changes)
          : hasViolation(deployment),
      undone: undoneBy !== undefined && undoneBy.id !== lastFailed?.id,
      putBack,
      placeOf: (path) => places.get(path) ?? path,
      pair: () => ({
        before: snapshotOf(before.id),
        after: snapshotOf(after.id),
        differences: async () => ok(changes),
      }),
      end: snapshotOf(seen[index + 1 <= failed ? failed : seen.length - 1]!.id),
      inner: async () => [],
    });
  }
  return ok(steps.toReversed());
}

/** Two manifests at a time are in memory. What a snapshot does not know of a file is no difference. */
async function pairingsOf(
  store: Store,
  seen: readonly Seen[],
  pathOf: (file: SavedFile) => Path,
): Promise<Result<Pairing[]>> {
  const pairings: Pairing[] = [];
  let earlier: { seen: Seen; misses: (place: string) => boolean; files: Map<Path, SavedFile> } | undefined;
  for (const one of seen) {
    const manifest = await readSnapshot(store, one.id);
    if (!manifest.ok) return manifest;
    const misses = missing(manifest.value);
    const files = filesAt(manifest.value, pathOf);
    if (earlier !== undefined) {
      const [then, unseen] = [earlier.files, earlier.misses];
      const placeOf = (path: Path) => (files.get(path) ?? then.get(path))!.path;
      const changes = differences(then, files).filter(
        ({ path, before, after }) =>
          (before !== undefined || !unseen(placeOf(path))) && (after !== undefined || !misses(placeOf(path))),
      );
      const places = new Map(changes.map(({ path }) => [path, placeOf(path)]));
      pairings.push({ before: earlier.seen, after: one, changes, places });
    }
    earlier = { seen: one, misses, files };
  }
  return ok(pairings);
}

/** Tells whether a file that a snapshot does not hold may have been there, below a directory that it could not look into. */
function missing({ unsaved }: Manifest): (place: string) => boolean {
  const paths = unsaved.map(({ path }) => path);
  return (place) => paths.some((path) => place === path || place.startsWith(`${path}/`));
}

/** Changes after which a file is what it was in one of the snapshots to which it may have gone back. */
async function returns(
  pairings: readonly Pairing[],
  earlier: (moment: Seen) => readonly Seen[],
  snapshotOf: (id: string) => Snapshot,
): Promise<Result<Set<RawChange>>> {
  const returned = new Set<RawChange>();
  const asked = new Map<string, RawChange[]>();
  for (const { after, changes } of pairings)
    for (const { id } of earlier(after)) asked.set(id, [...(asked.get(id) ?? []), ...changes]);
  for (const [id, changes] of asked) {
    const entries = await snapshotOf(id).entries();
    if (!entries.ok) return entries;
    const then = new Map(entries.value.map((entry) => [entry.path, entry]));
    for (const change of changes) if (isSame(then.get(change.path), change.after)) returned.add(change);
  }
  return ok(returned);
}

function differences(then: Map<Path, SavedFile>, now: Map<Path, SavedFile>): RawChange[] {
  const entryIn = (files: Map<Path, SavedFile>, path: Path) => {
    const file = files.get(path);
    return file && entryOf(path, file);
  };
  return [...new Set([...then.keys(), ...now.keys()])].sort(byBytes).flatMap((path): RawChange[] => {
    const [before, after] = [entryIn(then, path), entryIn(now, path)];
    if (isSame(before, after)) return [];
    return [{ path, ...(before && { before }), ...(after && { after }) }];
  });
}

function isSame(one: Entry | undefined, other: Entry | undefined): boolean {
  return one?.id === other?.id && one?.mode === other?.mode;
}

function subjectOf({ host, reason, deploymentId }: Seen): string {
  const what = deploymentId === null ? `files changed on ${host}` : `deployment ${deploymentId} on ${host}`;
  return reason === null ? what : `${what} (${reason})`;
}

/** What the judgement of a deployment calls a write that was not in its plan. */
const VIOLATIONS = ['write-undeclared', 'write-unintended', 'permissions-changed'];

function hasViolation({ findings }: Deployment): boolean {
  return findings.some(({ code }) => VIOLATIONS.includes(code));
}

function deploymentText({ id, host, commit, command, outcome }: Deployment): string {
  const what = commit === null ? '' : ` of ${commit.slice(0, 12)}`;
  return `deployment ${id}${what} on ${host}${outcome === null ? '' : `, ${outcome}`}: ${command}`;
}

function byBytes(one: Path, other: Path): number {
  return Buffer.compare(encodePath(one), encodePath(other));
}

/** A file has become what the commit of the snapshot does not hold; without a commit, no deployment was on record. */
async function isOutside(
  repository: Repository,
  { commit, deploymentId }: Seen,
  changes: readonly RawChange[],
): Promise<boolean> {
  const known = commit === null ? undefined : await resolveCommit(repository, commit);
  if (!known?.ok) return deploymentId === null;
  const intended = commitSnapshot(repository, known.value);
  for (const { path, after: now } of changes) {
    const wanted = await intended.entry(path);
    if (!wanted.ok || wanted.value === undefined) {
      if (deploymentId === null) return true;
      continue;
    }
    for await (const blob of intended.read([wanted.value]))
      if ('bytes' in blob && createHash('sha256').update(blob.bytes).digest('hex') !== now?.id) return true;
  }
  return false;
}
