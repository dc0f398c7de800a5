import { ok, type Result, refuse } from '../../model/problem.ts';
import { type Deployment, holdOn, readDeployment, writeDeployment } from '../../store/deployments.ts';
import { isId } from '../../store/ids.ts';
import { namesIn, placeIn, readWhole, type Store, syncDirectory, writeWhole } from './files.ts';
import { unlessMissing } from './fs.ts';
import { guarded } from './problems.ts';
import { type Listing, withId } from './snapshots.ts';

/** The ids of all deployments, oldest first. */
export async function deploymentIds(store: Store): Promise<string[]> {
  const names = await namesIn(store, 'deployments');
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .filter(isId);
}

/** All deployments, oldest first. */
export function readDeployments(store: Store): Promise<Result<Listing<Deployment>>> {
  return guarded(store.directory, async () => {
    const listing: Listing<Deployment> = { items: [], damaged: [] };
    for (const id of await deploymentIds(store)) {
      const bytes = await readWhole(store.fs, placeOf(store, id));
      if (bytes === undefined) continue;
      const item = withId(id, readDeployment(bytes));
      if (item.ok) listing.items.push(item.value);
      else listing.damaged.push({ file: `deployments/${id}.json`, problem: item.problem });
    }
    return ok(listing);
  });
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
    await writeWhole(store, placeOf(store, deployment.id), writeDeployment(deployment));
    return ok(undefined);
  });
}

export function removeDeployments(store: Store, ids: readonly string[]): Promise<Result<undefined>> {
  return guarded(store.directory, async () => {
    for (const id of ids) await unlessMissing(store.fs.unlink(placeOf(store, id)));
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

function placeOf(store: Store, id: string): string {
  return placeIn(store, 'deployments', `${id}.json`);
}
