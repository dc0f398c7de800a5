import { createHash } from 'node:crypto';
import { type Failure, type HostRecord, rolledBack, wentBackTo } from '../../blame/put-back.ts';
import type { Step } from '../../blame/step.ts';
import { encodePath, type Path } from '../../model/path.ts';
import { ok } from '../../model/problem.ts';
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
import { storedSnapshot } from '../store/snapshot.ts';

/** What is asked of a host. `first`: the index of the snapshot that the first step is compared with. */
export type HostRange = {
  record: HostRecord;
  first: number;
  /** The failure that the search is about, when it is over: until then what was rolled back is in effect. */
  failure: Failure | undefined;
  /** What was rolled back later is in effect, too. In milliseconds since 1970; absent for today. */
  until: number | undefined;
};

/**
 * What changed on a host between its snapshots, newest first. Files stand where the checkout has them, as far as the
 * policy says where that is. What went back after a failure is no change, and a step of nothing else is told as that.
 */
export async function hostSteps(
  repository: Repository,
  store: Store,
  policy: Policy,
  { record, first, failure, until }: HostRange,
  decrypt?: Decrypt,
): Promise<Step[]> {
  const { deployments } = record;
  const manifests = record.manifests.slice(first);
  const madeBy = new Map(deployments.flatMap((one) => (one.made === null ? [] : [[one.made, one] as const])));
  const live = createLiveSelector(policy);
  const pathOf = (file: SavedFile): Path => live(file.path)?.path ?? file.path;
  const places = new Map(
    manifests.flatMap(({ files }) => files.map((file) => [pathOf(file), file.path] as const)),
  );
  const stored = (manifest: Manifest) => storedSnapshot(store, manifest, pathOf, decrypt);
  const snapshots = manifests.map(stored);
  const failed = failure?.over ? manifests.findIndex(({ id }) => id === failure.manifest.id) : -1;
  const lastFailed = failed === -1 ? undefined : rolledBack(manifests[failed]!, deployments);
  const earlier = wentBackTo(record);
  const steps: Step[] = [];
  for (const [index, manifest] of manifests.entries()) {
    const [before, after] = [snapshots[index - 1], snapshots[index]!];
    if (before === undefined) continue;
    const unknown = new Set([...manifests[index - 1]!.unsaved, ...manifest.unsaved].map(({ path }) => path));
    const differing = (await differences(before, after)).filter(({ path }) => !unknown.has(path));
    const others = await withoutReturns(differing, earlier(manifest).map(stored));
    const putBack = others.length === 0 && differing.length > 0;
    const changes = putBack ? differing : others;
    const pair = { before, after, differences: async () => ok(changes) };
    const deployment = madeBy.get(manifest.id);
    const undoneBy = rolledBack(manifest, deployments, until);
    steps.push({
      kind: 'host',
      id: manifest.id,
      at: manifest.at,
      author: null,
      subject: deployment === undefined ? subjectOf(manifest) : deploymentText(deployment),
      message: '',
      parents: [],
      changes,
      deployment: deployment?.id ?? manifest.deploymentId,
      outsidePlan: putBack
        ? false
        : deployment === undefined
          ? await isOutside(repository, manifest, changes)
          : hasViolation(deployment),
      undone: undoneBy !== undefined && undoneBy.id !== lastFailed?.id,
      putBack,
      placeOf: (path) => places.get(path) ?? path,
      pair: () => pair,
      end: index <= failed ? snapshots[failed]! : snapshots.at(-1)!,
      inner: async () => [],
    });
  }
  return steps.toReversed();
}

/** Changes after which a file is not what it was in any of these snapshots. */
async function withoutReturns(
  changes: readonly RawChange[],
  earlier: readonly Snapshot[],
): Promise<RawChange[]> {
  const known = await Promise.all(earlier.map(entriesOf));
  return changes.filter(({ path, after }) => {
    const isThere = (entries: Map<Path, Entry>) => {
      const then = entries.get(path);
      return then?.id === after?.id && then?.mode === after?.mode;
    };
    return !known.some(isThere);
  });
}

function subjectOf({ host, reason, deploymentId }: Manifest): string {
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

async function differences(before: Snapshot, after: Snapshot): Promise<RawChange[]> {
  const [old, now] = [await entriesOf(before), await entriesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort(byBytes).flatMap((path): RawChange[] => {
    const [then, since] = [old.get(path), now.get(path)];
    if (then?.id === since?.id && then?.mode === since?.mode) return [];
    return [{ path, ...(then && { before: then }), ...(since && { after: since }) }];
  });
}

async function entriesOf(snapshot: Snapshot): Promise<Map<Path, Entry>> {
  const entries = await snapshot.entries();
  return new Map((entries.ok ? entries.value : []).map((entry) => [entry.path, entry]));
}

function byBytes(one: Path, other: Path): number {
  return Buffer.compare(encodePath(one), encodePath(other));
}

/** A file has become what the commit of the snapshot does not hold; without a commit, no deployment was on record. */
async function isOutside(
  repository: Repository,
  { commit, deploymentId }: Manifest,
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
