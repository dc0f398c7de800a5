import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { type Memory, readMemory, writeMemory } from '../../watch/memory.ts';
import { placeIn, readWhole, type Store, writeWhole } from '../store/files.ts';
import { type Lock, lockDirectory } from '../store/lock.ts';
import { guarded } from '../store/problems.ts';

/**
 * What the watch of this host keeps in the store: its own lock and its memory, apart from those of the store, which a
 * deployment holds for as long as it runs.
 */
export type Keeper = {
  /** Takes the lock. Problems: `watch-running`, `store-io`. */
  take(store: Store): Promise<Result<undefined>>;
  /** `undefined` when there is nothing yet. Problems: `watch-state-damaged`, `store-io`. */
  recall(): Promise<Result<Memory | undefined>>;
  /** On the disk when it returns. */
  keep(memory: Memory): Promise<Result<undefined>>;
  /** Whether `keep` has a place. */
  isReady(): boolean;
  release(): Promise<void>;
};

const FILE = 'memory.json';

export function createKeeper(): Keeper {
  let own: Store | undefined;
  let lock: Lock | undefined;

  return {
    async take({ directory, fs }) {
      await lock?.release();
      lock = undefined;
      own = undefined;
      const place: Store = {
        directory: placeIn({ directory, fs }, 'watch', encodeURIComponent(hostname())),
        fs,
      };
      const taken = await guarded(directory, async () => {
        for (const name of ['lock', 'tmp'])
          await mkdir(placeIn(place, name), { recursive: true, mode: 0o700 });
        return lockDirectory(place, 'holdfast watch', 0);
      });
      if (!taken.ok)
        return taken.problem.code === 'store-locked' ? refuse(running(taken.problem.message)) : taken;
      lock = taken.value;
      own = place;
      return ok(undefined);
    },
    recall: () =>
      guarded(own!.directory, async () => {
        const bytes = await readWhole(own!.fs, placeIn(own!, FILE));
        return bytes === undefined ? ok(undefined) : readMemory(bytes);
      }),
    async keep(memory) {
      const place = own;
      if (place === undefined) return ok(undefined);
      return guarded(place.directory, async () => {
        await writeWhole(place, placeIn(place, FILE), writeMemory(memory));
        return ok(undefined);
      });
    },
    isReady: () => own !== undefined,
    async release() {
      await lock?.release();
      lock = undefined;
      own = undefined;
    },
  };
}

function running(message: string) {
  return {
    code: 'watch-running',
    message: `Another watch runs on this host: ${message}`,
    hint: 'One is enough: it watches every service. End that one first; one that was killed leaves nothing to clean up.',
  };
}
