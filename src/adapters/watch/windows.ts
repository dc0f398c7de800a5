import { ok, type Result } from '../../model/problem.ts';
import { globMatcher } from '../../policy/globs.ts';
import { scopeOf } from '../../restore/choose.ts';
import type { Deployment } from '../../store/deployments.ts';
import { DEPLOYING } from '../../store/lock.ts';
import type { Window } from '../../watch/judge.ts';
import { expectedOf } from '../../watch/known.ts';
import type { Decrypt } from '../age/age.ts';
import { intendedOf } from '../deploy/intended.ts';
import { readDeployments } from '../store/deployments.ts';
import type { Store } from '../store/files.ts';
import { lockHolder } from '../store/lock.ts';
import { guarded } from '../store/problems.ts';
import { readSnapshot } from '../store/snapshots.ts';
import type { FindWindows } from './deployments.ts';

type Want = Window['wants'];
type Found = NonNullable<Awaited<ReturnType<FindWindows>>>;

/**
 * Finds the deployments of this host that have not ended, and tells those that run from those of which the process is
 * gone. A record or a snapshot that cannot be read excuses nothing.
 */
export function createWindows(host: string, decrypt: Decrypt | undefined): FindWindows {
  /** What commits want does not change; it is read once for each deployment. */
  let wanted = new Map<string, Want>();

  const unfinished = async (store: Store, root: string): Promise<Result<Deployment[]>> => {
    const deployments = await readDeployments(store);
    if (!deployments.ok) return deployments;
    return ok(
      deployments.value.items.filter(
        (one) => one.stage !== 'ended' && one.host === host && one.root === root,
      ),
    );
  };

  const find = async (store: Store, root: string): Promise<Result<Found>> => {
    const first = await unfinished(store, root);
    if (!first.ok || first.value.length === 0) return first.ok ? ok(NONE) : first;
    const deploying = await isDeploying(store);
    // A deployment has the lock from before its record is made until that says that it has ended. By now this one may have
    // ended, and the next one begun.
    const now = await unfinished(store, root);
    if (!now.ok) return now;
    const known = new Set(first.value.map(({ id }) => id));
    const isLeft = ({ id }: Deployment) => !deploying && known.has(id);
    const running = now.value.filter((one) => !isLeft(one));
    const wants = new Map<string, Want>();
    const windows: Window[] = [];
    for (const { before, intended, made, writes } of running) {
      const was = await expectedIn(store, before);
      if (was === undefined) continue;
      const want =
        intended === null ? undefined : (wanted.get(intended) ?? (await wantOf(store, intended, decrypt)));
      if (intended !== null && want !== undefined) wants.set(intended, want);
      windows.push({
        before: was,
        wants: want ?? (() => undefined),
        made: await expectedIn(store, made),
        writes: globMatcher(writes),
      });
    }
    wanted = wants;
    return ok({ windows, left: now.value.filter(isLeft) });
  };

  return async (store, root) => {
    const found = await guarded(store.directory, () => find(store, root));
    return found.ok ? found.value : undefined;
  };
}

const NONE: Found = { windows: [], left: [] };

/** Whether the process of a deployment, or one that finishes it, is alive. */
async function isDeploying(store: Store): Promise<boolean> {
  const holder = await lockHolder(store);
  return holder !== undefined && Object.values<string>(DEPLOYING).includes(holder.command);
}

async function expectedIn(store: Store, id: Deployment['before']) {
  const manifest = id === null ? undefined : await readSnapshot(store, id);
  return manifest?.ok ? expectedOf([{ manifest: manifest.value }]) : undefined;
}

async function wantOf(store: Store, id: string, decrypt: Decrypt | undefined): Promise<Want | undefined> {
  const manifest = await readSnapshot(store, id);
  if (!manifest.ok) return undefined;
  const { files, maps, unknown } = await intendedOf(store, scopeOf(manifest.value), manifest.value, decrypt);
  return (place) => (unknown.has(place) || !maps(place) ? undefined : { file: files.get(place) });
}
