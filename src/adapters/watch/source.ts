import type { Problem, Result } from '../../model/problem.ts';
import { ok } from '../../model/problem.ts';
import type { Part } from '../../restore/choose.ts';
import { expectedOf, type Known, lastGood } from '../../watch/known.ts';
import type { Decrypt } from '../age/age.ts';
import { withPlainDigests } from '../store/contents.ts';
import type { Store } from '../store/files.ts';
import { readCandidates, readParts } from '../store/known-good.ts';
import { guarded } from '../store/problems.ts';
import { storedIds } from '../store/snapshots.ts';
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
    const read = await readCandidates(store);
    if (!read.ok) return read;
    const good = lastGood(read.value.candidates, read.value.verdicts, asked);
    knownProblem = good.ok ? undefined : good.problem;
    if (good.ok) {
      const parts = await readParts(store, good.value.chosen);
      if (!parts.ok) return parts;
      const plain = await inPlain(store, parts.value, decrypt);
      if (!plain.ok) return plain;
      known = { parts: plain.value, missing: good.value.missing, ...expectedOf(plain.value) };
    }
    ids = now;
    return ok(good.ok);
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
async function inPlain(
  store: Store,
  chosen: readonly Part[],
  decrypt: Decrypt | undefined,
): Promise<Result<Part[]>> {
  const parts: Part[] = [];
  for (const part of chosen) {
    const files = await withPlainDigests(store, part.manifest.files, decrypt);
    if (!files.ok) return files;
    parts.push({ ...part, manifest: { ...part.manifest, files: files.value } });
  }
  return ok(parts);
}
