import type { Decrypt } from '../../adapters/age/age.ts';
import { diskOperations } from '../../adapters/restore/operations.ts';
import { prepare } from '../../adapters/restore/prepare.ts';
import { restoreSteps } from '../../adapters/restore/steps.ts';
import { collectLive } from '../../adapters/store/collect.ts';
import type { Store } from '../../adapters/store/files.ts';
import { createObjectWriter, type Encryption } from '../../adapters/store/objects.ts';
import { guarded } from '../../adapters/store/problems.ts';
import { readSnapshot } from '../../adapters/store/snapshots.ts';
import type { PutBack } from '../../deploy/steps.ts';
import { writeSet } from '../../deploy/writes.ts';
import { ok, type Problem } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { scopeOf } from '../../restore/choose.ts';
import type { Live } from '../../restore/plan.ts';
import { withoutRotating } from '../../restore/rotating.ts';
import type { Restored, RestoreSteps } from '../../restore/steps.ts';
import { restore } from '../../restore.ts';
import { rotatingFiles } from '../../services/affected.ts';
import type { Deployment } from '../../store/deployments.ts';
import { isAtOrBelow, liveScope } from '../../store/scope.ts';
import { encryptionFor } from '../encryption.ts';
import { keeper, rulesOfParts } from '../restore/keep.ts';

/** Each attempt leaves out at least one place more. */
const MOST_ATTEMPTS = 8;
const FILES: readonly (Live['kind'] | undefined)[] = ['file', 'link'];

/**
 * Puts the snapshot from before a deployment back. What cannot be put back does not keep the others from it: a host that
 * is nearly as it was is better than one that is not.
 */
export async function putBack(
  store: Store,
  deployment: Deployment,
  decrypt: Decrypt | undefined,
): Promise<PutBack> {
  let done: PutBack = { written: [], removed: [], kept: null, foreign: [], problems: [] };
  if (deployment.before === null) return done;
  const before = await readSnapshot(store, deployment.before);
  if (!before.ok) return { ...done, problems: [before.problem] };
  const parts = [{ manifest: before.value }];
  const { root, inPlace, environment, id } = deployment;
  const request = { parts, asked: { services: [], paths: [] }, root, inPlace, decrypt };
  const { recipients = [], files } = before.value;
  const all = files.some(({ sensitive, stored }) => !sensitive && stored !== undefined);
  const encryption = await encryptionFor(recipients, all);
  if (!encryption.ok) return { ...done, problems: [encryption.problem] };
  const rotates = rotatingFiles({ ...scopeOf(before.value), services: deployment.services });
  const rules = rulesOfParts(parts);
  const keep = unlessKept(
    store,
    deployment,
    rules,
    encryption.value,
    keeper(store, root, rules, `what the deployment ${id} left`, environment, encryption.value),
  );
  const blocked = new Map<string, Problem>();
  let freed = false;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const prepared = await prepare(store, request);
    if (!prepared.ok) {
      return prepared.problem.code === 'nothing-chosen' ? done : { ...done, problems: [prepared.problem] };
    }
    const { live } = prepared.value;
    // One that is gone has not rotated.
    const isRotated = (path: string) => rotates(path) && FILES.includes(live.get(path)?.kind);
    for (const problem of prepared.value.problems) {
      const { path } = problem;
      if (path === undefined) return { ...done, problems: [problem] };
      if (!isRotated(path)) blocked.set(path, problem);
    }
    const stays = (path: string) =>
      isRotated(path) || [...blocked.keys()].some((top) => isAtOrBelow(path, top));
    const { plan } = withoutRotating(prepared.value.plan, stays);
    const problems = [...blocked.values()];
    if (plan.writes.length + plan.removes.length === 0) return { ...done, problems };
    const steps = restoreSteps(store, diskOperations, keep, decrypt);
    const about = { snapshots: [before.value.id], root, ...(encryption.value && { recipients }) };
    const outcome = await restore(plan, about, steps);
    if (outcome.ok) return { ...add(done, outcome.value), problems };
    // What was added may be what fills the disk.
    if (!outcome.touched && !freed && plan.writes.length > 0 && plan.removes.length > 0) {
      freed = true;
      const removed = await restore({ ...plan, writes: [] }, about, steps);
      if (removed.ok) {
        done = add(done, removed.value);
        continue;
      }
    }
    const fresh = outcome.problems.filter(({ path }) => path !== undefined && !blocked.has(path));
    if (outcome.touched || fresh.length === 0)
      return { ...done, problems: [...problems, ...outcome.problems] };
    for (const problem of fresh) blocked.set(problem.path!, problem);
  }
  return { ...done, problems: [...blocked.values()] };
}

function add(done: PutBack, { journal, foreign }: Restored): PutBack {
  return {
    ...done,
    written: [...done.written, ...journal.writes.map(({ path }) => path)],
    removed: [...done.removed, ...journal.removes],
    kept: done.kept ?? journal.before,
    foreign: [...done.foreign, ...foreign],
  };
}

/** What stands there is in the store already, when nothing has changed since it was looked at after the command. */
function unlessKept(
  store: Store,
  { made, root }: Deployment,
  rules: Policy,
  encryption: Encryption | undefined,
  keep: RestoreSteps['backup'],
): RestoreSteps['backup'] {
  return async (paths) => {
    const then = made === null ? undefined : await readSnapshot(store, made);
    if (!then?.ok) return keep(paths);
    const now = await guarded(store.directory, async () => {
      const objects = createObjectWriter(store, encryption);
      const collected = await collectLive(store.fs, root, liveScope(rules, []), objects);
      await objects.flush();
      return ok(collected);
    });
    if (!now.ok) return keep(paths);
    const { changes, unread } = writeSet(then.value, now.value);
    const held = new Set(then.value.files.map(({ path }) => path));
    const isHeld = changes.length + unread.length === 0 && paths.every((path) => held.has(path));
    return isHeld ? ok(made) : keep(paths);
  };
}
