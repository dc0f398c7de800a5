import { encodePath } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import { createLocator } from '../../policy/live.ts';
import type { Policy } from '../../policy/policy.ts';
import { createSelector } from '../../policy/select.ts';
import type { Part } from '../../restore/choose.ts';
import type { Entry, Snapshot } from '../../snapshots/snapshot.ts';
import type { Manifest } from '../../store/manifest.ts';
import { scopeRules } from '../../store/scope.ts';
import type { Decrypt } from '../age/age.ts';
import { LARGEST, storedBlob } from '../restore/sides.ts';
import { collectCommit, placesOf } from '../store/collect.ts';
import type { Store } from '../store/files.ts';
import { digestsOnly } from './digests.ts';

/** The contents of these snapshots, from the store. */
export function storedContents(store: Store, parts: readonly Part[], decrypt?: Decrypt): Snapshot['read'] {
  const files = new Map(parts.flatMap(({ manifest }) => manifest.files.map((file) => [file.path, file])));
  return async function* (entries) {
    for (const entry of entries) {
      const file = files.get(entry.path);
      if (file === undefined) {
        yield { id: entry.id, refused: 'missing' };
        continue;
      }
      const { link, size } = file;
      if (link !== null) yield { id: entry.id, bytes: encodePath(link) };
      else if (size > LARGEST) yield { id: entry.id, refused: 'too-large', size };
      else yield await storedBlob(store, entry.id, file, decrypt);
    }
  };
}

/** A commit as if it were a snapshot: its critical files at the places where the policy puts them. */
export async function commitPart(
  commit: Snapshot,
  policy: Policy,
): Promise<Result<{ part: Part; read: Snapshot['read'] }>> {
  const collected = await collectCommit(commit, policy, digestsOnly());
  if (!collected.ok) return collected;
  const entries = await commit.entries();
  if (!entries.ok) return entries;
  const manifest: Manifest = {
    ...collected.value,
    id: commit.id,
    parent: null,
    at: '',
    environment: null,
    host: '',
    commit: commit.id,
    deploymentId: null,
    reason: null,
    source: 'commit',
    onlyService: null,
    scope: scopeRules(policy),
  };
  return ok({ part: { manifest }, read: contentsAt(commit, policy, entries.value) });
}

function contentsAt(commit: Snapshot, policy: Policy, entries: readonly Entry[]): Snapshot['read'] {
  const select = createSelector(policy);
  const locate = createLocator(policy);
  const origins = new Map<string, Entry>();
  for (const entry of entries) {
    if (select(entry.path)?.critical !== true) continue;
    for (const place of placesOf(entry.path, locate)) if (!origins.has(place)) origins.set(place, entry);
  }
  return async function* (wanted) {
    let index = 0;
    for await (const blob of commit.read(wanted.map(({ path }) => origins.get(path)!))) {
      yield { ...blob, id: wanted[index++]!.id };
    }
  };
}
