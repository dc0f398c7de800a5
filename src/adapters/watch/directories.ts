import { type FSWatcher, watch } from 'node:fs';
import { decodePath } from '../../model/path.ts';
import { errorCode, type Fs, type Place } from '../store/fs.ts';
import { placeBelow } from '../store/walk.ts';

/** Watches on directories. Places are those of the host, without the root. */
export type Directories = {
  /** Watches a directory before it is listed, so that nothing can happen in between unseen. */
  fs: Fs;
  /** Watches a directory, if it is one; a watch on what stood there before is given up. */
  ensure(place: string): Promise<void>;
  /** What is not asked for between these two is not watched any more. */
  begin(): void;
  end(): void;
  /** How many are watched, and why not all are: `ENOSPC` for the system's limit. */
  count(): number;
  limit(): string | undefined;
  close(): void;
};

type Watched = { watcher: FSWatcher; identity: string; round: number };

/** The kernel has no more watches, or this process no more of what they need. */
const LIMITS = ['ENOSPC', 'EMFILE', 'ENFILE', 'ENOMEM'];

/**
 * @param happened is told the place at which something has happened; the directory itself when its name is not known.
 */
export function watchDirectories(fs: Fs, root: string, happened: (place: string) => void): Directories {
  const watched = new Map<string, Watched>();
  let round = 0;
  let limit: string | undefined;

  const drop = (place: string) => {
    watched.get(place)?.watcher.close();
    watched.delete(place);
  };

  const begin = (place: string, identity: string) => {
    try {
      const watcher = watch(placeBelow(root, place), 'buffer', (type, name) => {
        if (name === null) return happened(place);
        const entry = decodePath(name);
        // Said of a directory that is gone, too; the watch on it is dead then.
        if (type === 'rename' && place.endsWith(`/${entry}`)) drop(place);
        happened(place === '/' ? `/${entry}` : `${place}/${entry}`);
      });
      watcher.on('error', () => {
        drop(place);
        happened(place);
      });
      watched.set(place, { watcher, identity, round });
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      if (LIMITS.includes(code)) limit = code;
    }
  };

  const ensure = async (place: string) => {
    const stat = await fs.lstat(placeBelow(root, place === '/' ? '/.' : place)).catch(() => undefined);
    const known = watched.get(place);
    if (stat === undefined || !stat.isDirectory()) return drop(place);
    // A new directory may have the number of one that is gone, but not its time of birth, too.
    const identity = `${stat.dev} ${stat.ino} ${stat.birthtimeNs}`;
    if (known?.identity === identity) known.round = round;
    else {
      drop(place);
      if (limit === undefined) begin(place, identity);
    }
  };

  const prefix = Buffer.byteLength(root);
  const placeOf = (place: Place) => decodePath(Buffer.from(place as Buffer).subarray(prefix)) || '/';

  return {
    fs: {
      ...fs,
      async readdir(place) {
        await ensure(placeOf(place));
        return fs.readdir(place);
      },
    },
    ensure,
    begin() {
      round += 1;
      limit = undefined;
    },
    end() {
      for (const [place, { round: last }] of watched) if (last !== round) drop(place);
    },
    count: () => watched.size,
    limit: () => limit,
    close() {
      for (const place of [...watched.keys()]) drop(place);
    },
  };
}
