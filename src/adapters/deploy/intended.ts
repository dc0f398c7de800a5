import type { Intended } from '../../deploy/judge.ts';
import { isEncrypted, isEncryptedBinary } from '../../documents/encrypted.ts';
import { isTemplatePath, renderedPath } from '../../documents/templates.ts';
import { ok, type Result } from '../../model/problem.ts';
import { createLiveSelector } from '../../policy/live.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import type { Collected, Manifest, SavedFile } from '../../store/manifest.ts';
import type { Decrypt } from '../age/age.ts';
import { storedBlob } from '../restore/sides.ts';
import { collectCommit } from '../store/collect.ts';
import type { Store } from '../store/files.ts';
import { createObjectWriter, type Encryption } from '../store/objects.ts';
import { guarded } from '../store/problems.ts';

/** For whom contents are encrypted, and with what they are decrypted. */
export type Keys = { encryption?: Encryption | undefined; decrypt?: Decrypt | undefined };

/** Files above this size are neither templates nor encrypted, as far as anybody looks. */
const LARGEST_LOOKED_AT = 1 << 20;

/** What a commit says about live places, with its contents kept in the store. */
export function collectIntended(
  store: Store,
  snapshot: Snapshot,
  policy: Policy,
  { encryption, decrypt }: Keys,
): Promise<Result<{ collected: Collected; intended: Intended }>> {
  return guarded(store.directory, async () => {
    const objects = createObjectWriter(store, encryption);
    const found = await collectCommit(snapshot, policy, objects);
    if (!found.ok) return found;
    await objects.flush();
    const collected = atPlaces(found.value);
    return ok({ collected, intended: await intendedOf(store, policy, collected, decrypt) });
  });
}

/** What a snapshot of {@link collectIntended} says. */
export async function intendedOf(
  store: Store,
  policy: Policy,
  { files, unsaved }: Pick<Manifest, 'files' | 'unsaved'>,
  decrypt: Decrypt | undefined,
): Promise<Intended> {
  const select = createLiveSelector(policy);
  const unknown = new Set(unsaved.map(({ path }) => path));
  for (const file of files) {
    if (!(await isFinal(store, file, decrypt)))
      for (const path of [file.path, renderedPath(file.path)]) unknown.add(path);
  }
  return {
    files: new Map(files.map((file) => [file.path, file])),
    maps: (path) => select(path)?.path !== undefined,
    unknown,
  };
}

/** What stands in the commit is what is to stand on the host. */
async function isFinal(store: Store, file: SavedFile, decrypt: Decrypt | undefined): Promise<boolean> {
  const { path, sha256, size, link } = file;
  if (link !== null || size > LARGEST_LOOKED_AT) return true;
  const blob = await storedBlob(store, sha256, file, decrypt);
  // Who cannot decrypt it knows of a template by its name only.
  if ('refused' in blob) return !isTemplatePath(path, '');
  const text = Buffer.from(blob.bytes).toString('utf8');
  return !isTemplatePath(path, text) && !isEncrypted(text) && !isEncryptedBinary(blob.bytes);
}

function atPlaces({ files, unsaved }: Collected): Collected {
  const isPlace = ({ path }: { path: string }) => path.startsWith('/');
  return { files: files.filter(isPlace), absent: [], unsaved: unsaved.filter(isPlace) };
}
