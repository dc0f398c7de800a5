import type { Problem, Result } from '../../model/problem.ts';
import { ok } from '../../model/problem.ts';
import type { Part } from '../../restore/choose.ts';
import { expectedOf, type Known, lastKnownGood } from '../../watch/known.ts';
import type { Decrypt } from '../age/age.ts';
import { withPlainDigests } from '../store/contents.ts';
import type { Store } from '../store/files.ts';
import { guarded } from '../store/problems.ts';
import { readSnapshots, readVerdicts, storedIds } from '../store/snapshots.ts';
import { openStore } from '../store/store.ts';

/** The store as the watch needs it; what was read last holds while the store is away. */
export type Source = {
  directory: string;
  /** Reads again what was added since, or everything; whether another known good holds now. */
  refresh(all?: boolean): Promise<boolean>;
  known(): Known | undefined;
  /** Why the store could not be used when it was last tried, and why there is no known good. */
  storeProblem(): Problem | undefined;
  knownProblem(): Problem | undefined;
  /** `undefined` while it is away. */
  store(): Store | undefined;
};

export function createSource(
  directory: string,
  asked: { host: string; environment?: string | undefined },
  decrypt: Decrypt | undefined,
): Source {
  let store: Store | undefined;
  let known: Known | undefined;
  let storeProblem: Problem | undefined;
  let knownProblem: Problem | undefined;
  let ids: string | undefined;

  const read = async (all: boolean): Promise<Result<boolean>> => {
    const opened = await openStore(directory);
    if (!opened.ok) return opened;
    const now = `${await storedIds(opened.value, 'snapshots')} ${await storedIds(opened.value, 'verdicts')}`;
    store = opened.value;
    if (!all && now === ids) return ok(false);
    const [manifests, verdicts] = [await readSnapshots(store), await readVerdicts(store)];
    if (!manifests.ok) return manifests;
    if (!verdicts.ok) return verdicts;
    const [damaged] = [...manifests.value.damaged, ...verdicts.value.damaged];
    // The newest good one may be among them.
    if (damaged !== undefined) return { ok: false, problem: { ...damaged.problem, path: damaged.file } };
    const chosen = lastKnownGood(manifests.value.items, verdicts.value.items, asked);
    knownProblem = chosen.ok ? undefined : chosen.problem;
    if (chosen.ok) {
      const plain = await inPlain(store, chosen.value, decrypt);
      if (!plain.ok) return plain;
      known = plain.value;
    }
    ids = now;
    return ok(chosen.ok);
  };

  return {
    directory,
    async refresh(all = false) {
      const done = await guarded(directory, () => read(all || storeProblem !== undefined));
      storeProblem = done.ok ? undefined : done.problem;
      if (!done.ok) store = undefined;
      return done.ok && done.value;
    },
    known: () => known,
    storeProblem: () => storeProblem,
    knownProblem: () => knownProblem,
    store: () => store,
  };
}

/** Snapshots of an exported store tell what a file was in plain only to whoever can decrypt it. */
async function inPlain(store: Store, known: Known, decrypt: Decrypt | undefined): Promise<Result<Known>> {
  const parts: Part[] = [];
  for (const part of known.parts) {
    const files = await withPlainDigests(store, part.manifest.files, decrypt);
    if (!files.ok) return files;
    parts.push({ ...part, manifest: { ...part.manifest, files: files.value } });
  }
  return ok({ ...known, parts, ...expectedOf(parts) });
}
