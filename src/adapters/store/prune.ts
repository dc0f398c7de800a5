import { ok, type Result, refuse } from '../../model/problem.ts';
import { neededBy as neededByDeployments, outdated } from '../../store/deployments.ts';
import { contentsOf, type Keep, type Retained, retain } from '../../store/retention.ts';
import { newestVerdicts } from '../../store/verdicts.ts';
import { readDeployments, removeDeployments } from './deployments.ts';
import { namesIn, placeIn, type Store, syncDirectory } from './files.ts';
import { unlessMissing } from './fs.ts';
import { journalNames } from './journal.ts';
import { guarded } from './problems.ts';
import { readOutlines, readSnapshot, readVerdicts, recordPlace } from './snapshots.ts';

/** What was removed, or would be: `objects` are contents that no snapshot needs any more, `bytes` their size. */
export type Pruned = { snapshots: Retained[]; objects: number; bytes: number };

/**
 * Removes snapshots that need not be kept, and then the contents that none needs any more: whenever it is interrupted,
 * every snapshot that is left is whole, and the next run goes on. The caller holds the lock.
 * Problems: `store-busy`, `store-damaged`, `store-io`; then nothing was removed.
 */
export function prune(store: Store, keep: Keep, dryRun: boolean): Promise<Result<Pruned>> {
  return guarded(store.directory, async () => {
    const begun = await journalNames(store);
    if (begun.length > 0) return refuse(busy(begun.length));
    const snapshots = await readOutlines(store);
    if (!snapshots.ok) return snapshots;
    const verdicts = await readVerdicts(store);
    if (!verdicts.ok) return verdicts;
    const deployments = await readDeployments(store);
    if (!deployments.ok) return deployments;
    const [damaged] = [...snapshots.value.damaged, ...verdicts.value.damaged, ...deployments.value.damaged];
    if (damaged !== undefined) return refuse(unsafe(damaged.file));
    const retained = retain(
      snapshots.value.items,
      newestVerdicts(verdicts.value.items),
      keep,
      neededByDeployments(deployments.value.items),
    );
    const kept = retained.filter(({ reasons }) => reasons.length > 0).map(({ snapshot }) => snapshot);
    const removed = retained.filter(({ reasons }) => reasons.length === 0);
    const needed = await neededBy(store, kept);
    if (!needed.ok) return needed;
    if (!dryRun) {
      await removeAll(
        store,
        'snapshots',
        removed.map(({ snapshot }) => snapshot.id),
      );
      const left = new Set(kept.map(({ id }) => id));
      const orphans = verdicts.value.items.filter(({ snapshot }) => !left.has(snapshot));
      await removeAll(
        store,
        'verdicts',
        orphans.map(({ id }) => id),
      );
      const forgotten = await removeDeployments(store, outdated(deployments.value.items));
      if (!forgotten.ok) return forgotten;
    }
    return ok({ snapshots: retained, ...(await sweep(store, needed.value, dryRun)) });
  });
}

/** The objects of all these snapshots, of which one at a time is read. */
async function neededBy(store: Store, kept: readonly { id: string }[]): Promise<Result<Set<string>>> {
  const needed = new Set<string>();
  for (const { id } of kept) {
    const manifest = await readSnapshot(store, id);
    if (!manifest.ok) return refuse(unsafe(`snapshots/${id}.json`));
    for (const digest of contentsOf(manifest.value)) needed.add(digest);
  }
  return ok(needed);
}

async function removeAll(
  store: Store,
  kind: 'snapshots' | 'verdicts',
  ids: readonly string[],
): Promise<void> {
  for (const id of [...ids].sort()) await unlessMissing(store.fs.unlink(recordPlace(store, kind, id)));
  await syncDirectory(store.fs, placeIn(store, kind));
}

async function sweep(
  store: Store,
  needed: ReadonlySet<string>,
  dryRun: boolean,
): Promise<{ objects: number; bytes: number }> {
  const swept = { objects: 0, bytes: 0 };
  for (const start of await namesIn(store, 'objects')) {
    for (const name of await namesIn(store, 'objects', start)) {
      if (needed.has(name) || !/^[0-9a-f]{64}$/.test(name)) continue;
      const place = placeIn(store, 'objects', start, name);
      swept.objects += 1;
      swept.bytes += Number((await store.fs.lstat(place)).size);
      if (!dryRun) await store.fs.unlink(place);
    }
  }
  return swept;
}

function busy(entries: number) {
  return {
    code: 'store-busy',
    message: `${entries === 1 ? 'A restore was' : `${entries} restores were`} begun and not finished.`,
    hint: 'Finish it first: run holdfast restore again. Nothing was removed.',
  };
}

function unsafe(file: string) {
  return {
    code: 'store-damaged',
    message: `${file} is damaged: what it needs is not known.`,
    hint: 'Nothing was removed. holdfast backup check lists everything that is damaged.',
  };
}
