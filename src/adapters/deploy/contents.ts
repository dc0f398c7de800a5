import type { Pair } from '../../deploy/compare.ts';
import { encodePath } from '../../model/path.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import type { Decrypt } from '../age/age.ts';
import { LARGEST, storedBlob } from '../restore/sides.ts';
import type { Store } from '../store/files.ts';

/** The contents of saved files: those of links are in the manifests, all others in the store. */
export function savedContents(
  store: Store,
  pairs: readonly Pair[],
  decrypt: Decrypt | undefined,
): Pick<Snapshot, 'read'> {
  const files = pairs.flatMap(({ before, after }) => [before, after].filter((file) => file !== undefined));
  const known = new Map(files.map((file) => [file.sha256, file]));
  return {
    async *read(entries) {
      for (const { id } of entries) {
        const file = known.get(id)!;
        if (file.link !== null) yield { id, bytes: encodePath(file.link) };
        else if (file.size > LARGEST) yield { id, refused: 'too-large', size: file.size };
        else yield await storedBlob(store, id, file, decrypt);
      }
    },
  };
}
