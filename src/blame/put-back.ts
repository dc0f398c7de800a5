import { createHash } from 'node:crypto';
import type { Deployment } from '../store/deployments.ts';
import type { Manifest } from '../store/manifest.ts';
import type { StoredVerdict } from '../store/verdicts.ts';

/**
 * A snapshot without its files. `content` names those of the service: two that hold the same have the same. `unsaved`: how
 * many files it could not save.
 */
export type Seen = Pick<
  Manifest,
  'id' | 'at' | 'host' | 'environment' | 'source' | 'commit' | 'deploymentId' | 'reason'
> & { content: string; unsaved: number };

/** What is on record of one host: its snapshots, oldest first, with the newest verdict of each. */
export type HostRecord = {
  snapshots: readonly Seen[];
  verdicts: ReadonlyMap<string, Pick<StoredVerdict, 'verdict'>>;
  deployments: readonly Deployment[];
  /** The newest that is known good. */
  good: Seen | undefined;
};

/** @param service whose files `content` names; absent for all. */
export function seenOf(manifest: Manifest, service: string | undefined): Seen {
  const { id, at, host, environment, source, commit, deploymentId, reason, files, unsaved } = manifest;
  const own = files.filter((file) => service === undefined || file.service === service);
  const content = createHash('sha256')
    .update(JSON.stringify(own.map(({ path, sha256, link }) => [path, sha256, link])))
    .digest('hex');
  return {
    id,
    at,
    host,
    environment,
    source,
    commit,
    deploymentId,
    reason,
    content,
    unsaved: unsaved.length,
  };
}

/** The deployment that left what a snapshot holds, and was rolled back by this moment (`undefined`: ever). */
export function rolledBack(
  { id, at, host }: Pick<Manifest, 'id' | 'at' | 'host'>,
  deployments: readonly Deployment[],
  until?: number,
): Deployment | undefined {
  return deployments.find(
    (one) =>
      one.outcome === 'rolled-back' &&
      one.host === host &&
      one.before !== id &&
      one.endedAt !== null &&
      (one.made === id || (one.at <= at && at <= one.endedAt)) &&
      (until === undefined || Date.parse(one.endedAt) <= until),
  );
}

/** The snapshots that a restore by hand was about to put back when this one was made, as its reason names them. */
export function restoredAfter({ reason }: Pick<Manifest, 'reason'>): string[] {
  const [, ids] = /^before (?:finishing )?the restore of ([0-9A-Z, ]+)$/.exec(reason ?? '') ?? [];
  return ids === undefined ? [] : ids.split(', ');
}

/**
 * Tells to which snapshots something may have gone back after a failure that stands before a moment: the known good, what
 * a deployment that was rolled back had found, what was restored by hand. None where no failure is on record.
 */
export function wentBackTo({
  snapshots,
  verdicts,
  deployments,
  good,
}: HostRecord): (moment: Pick<Seen, 'id'>) => Seen[] {
  const targets = snapshots.flatMap((snapshot) => {
    const deployment = rolledBack(snapshot, deployments);
    const restored = restoredAfter(snapshot);
    const failed = verdicts.get(snapshot.id)?.verdict === 'bad' || restored.length > 0;
    if (!failed && deployment === undefined) return [];
    return [good?.id, deployment?.before, ...restored].map((to) => ({ after: snapshot.id, to }));
  });
  return ({ id }) => {
    const ids = new Set(targets.filter(({ after }) => after < id).map(({ to }) => to));
    return ids.size === 0 ? [] : snapshots.filter((one) => ids.has(one.id));
  };
}

/** The failure that a search is about. `over`: what had stood there before was put back since, and still stands. */
export type Failure = { snapshot: Seen; over: boolean };

/**
 * The first failure since the known good that nobody has put back. Where all were put back, and nothing else has become
 * of the host since: the newest of these.
 */
export function failureOf(record: HostRecord): Failure | undefined {
  const { snapshots, verdicts, deployments, good } = record;
  if (good === undefined) return undefined;
  const bad = snapshots.filter(({ id }) => id > good.id && verdicts.get(id)?.verdict === 'bad');
  const [newest, last] = [bad.at(-1), snapshots.at(-1)];
  if (newest === undefined || last === undefined) return undefined;
  const earlier = wentBackTo(record);
  // What such a snapshot holds was replaced right after it, as far as that is on record.
  const isPutBack = (one: Seen) =>
    rolledBack(one, deployments) !== undefined ||
    restoredAfter(one).length > 0 ||
    earlier(one).some((then) => then.content === one.content);
  const lastBack = snapshots.findLast(isPutBack);
  const lasting = bad.find(({ id }) => lastBack === undefined || id > lastBack.id);
  if (lasting !== undefined) return { snapshot: lasting, over: false };
  return lastBack === last ? { snapshot: newest, over: true } : undefined;
}
