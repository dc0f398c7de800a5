import { directoryOf } from '../../model/path.ts';
import type { SavedDirectory } from '../../store/manifest.ts';
import { errorCode, type Fs } from './fs.ts';
import { placeBelow } from './walk.ts';

/** The directories above these files as they stand, so that one that is lost can be made again as it was. */
export async function directoriesOf(
  fs: Fs,
  root: string,
  files: readonly { path: string }[],
): Promise<SavedDirectory[]> {
  const paths = new Set<string>();
  for (const { path } of files) {
    for (let at = directoryOf(path); at !== '' && !paths.has(at); at = directoryOf(at)) paths.add(at);
  }
  const found: SavedDirectory[] = [];
  for (const path of [...paths].sort()) {
    try {
      const stat = await fs.lstat(placeBelow(root, path));
      if (!stat.isDirectory()) continue;
      found.push({ path, mode: Number(stat.mode & 0o7777n), uid: Number(stat.uid), gid: Number(stat.gid) });
    } catch (error) {
      // It is gone, or cannot be looked at any more; its files were read before.
      if (errorCode(error) === undefined) throw error;
    }
  }
  return found;
}
