import { ok, type Result, refuse } from '../../model/problem.ts';
import { type Deployment, holdOn, readDeployment, writeDeployment } from '../../store/deployments.ts';
import { placeIn, type Store, syncDirectory, writeWhole } from './files.ts';
import { unlessMissing } from './fs.ts';
import { guarded } from './problems.ts';
import { type Listing, readAll, recordPlace } from './snapshots.ts';

/** All deployments, oldest first. */
export function readDeployments(store: Store): Promise<Result<Listing<Deployment>>> {
  return readAll(store, 'deployments', readDeployment);
}

/** All of them; one that is damaged may be unfinished, or hold a commit. Problems: `deployment-damaged`, `store-io`. */
export async function wholeDeployments(store: Store): Promise<Result<Deployment[]>> {
  const listing = await readDeployments(store);
  if (!listing.ok) return listing;
  const [damaged] = listing.value.damaged;
  if (damaged === undefined) return ok(listing.value.items);
  return refuse({
    code: 'deployment-damaged',
    message: `${damaged.file} is damaged: whether that deployment has ended is not known.`,
    hint: 'Look at the files and at the services. holdfast resume --discard forgets the record.',
  });
}

/** Writes the record, or puts a newer one in its place; on the disk when it returns. */
export function saveDeployment(store: Store, deployment: Deployment): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    await writeWhole(store, recordPlace(store, 'deployments', deployment.id), writeDeployment(deployment));
    return ok(undefined);
  });
}

export function removeDeployments(store: Store, ids: readonly string[]): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    for (const id of ids) await unlessMissing(store.fs.unlink(recordPlace(store, 'deployments', id)));
    if (ids.length > 0) await syncDirectory(store.fs, placeIn(store, 'deployments'));
    return ok(undefined);
  });
}

/** Lifts every hold on this commit in this environment. Gives how many there were. */
export async function liftHolds(
  store: Store,
  deployments: readonly Deployment[],
  { environment, commit }: Pick<Deployment, 'environment' | 'commit'>,
  lifted: NonNullable<Deployment['lifted']>,
): Promise<Result<number>> {
  const holding = deployments.filter((one) => holdOn([one], environment, commit) !== undefined);
  for (const one of holding) {
    const saved = await saveDeployment(store, { ...one, lifted });
    if (!saved.ok) return saved;
  }
  return ok(holding.length);
}
