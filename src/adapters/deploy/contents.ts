import type { Pair } from '../../deploy/compare.ts';
import { encodePath } from '../../model/path.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import { storedBlob } from '../restore/sides.ts';
import type { Store } from '../store/files.ts';

const LARGEST = 50 * 1024 * 1024;

/** The contents of saved files: those of links are in the manifests, all others in the store. */
export function savedContents(store: Store, pairs: readonly Pair[]): Pick<Snapshot, 'read'> {
  const files = pairs.flatMap(({ before, after }) => [before, after].filter((file) => file !== undefined));
  const links = new Map(files.flatMap(({ sha256, link }) => (link === null ? [] : [[sha256, link]])));
  const sizes = new Map(files.map(({ sha256, size }) => [sha256, size]));
  return {
    async *read(entries) {
      for (const entry of entries) {
        const { id, mode } = entry;
        const size = sizes.get(id) ?? 0;
        if (mode === 'symlink') yield { id, bytes: encodePath(links.get(id) ?? '') };
        else if (size > LARGEST) yield { id, refused: 'too-large', size };
        else yield await storedBlob(store, entry);
      }
    },
  };
}
