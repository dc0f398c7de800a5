import { readFile, readlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { ok, type Result, refuse } from '../../model/problem.ts';
import { isStale, type LockHolder, readLock, SIGN_OF_LIFE_MS, writeLock } from '../../store/lock.ts';
import {
  DIRECTORIES,
  makeDirectory,
  namesIn,
  placeIn,
  readWhole,
  type Store,
  syncDirectory,
  writeTemporary,
} from './files.ts';
import { errorCode, unlessMissing } from './fs.ts';
import { guarded } from './problems.ts';

/** `release` never fails: a lock that could not be given back goes stale with its process. */
export type Lock = { release(): Promise<void> };

/** How long to wait for another process, and how often to look. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 100;

/**
 * Takes the store for one process that changes it. Problems: `store-locked`, `store-io`.
 *
 * The holder is the newest of numbered files that are never written again but by their owner: whoever finds it stale
 * or released links the next number, which succeeds once, and older ones go afterwards. So a stale lock is taken over
 * without a moment in which two could have it, and nobody ever has to remove one.
 * @param command what is done meanwhile, for people: `holdfast backup`.
 */
export function acquireLock(store: Store, command: string, patience = PATIENCE_MS): Promise<Result<Lock>> {
  return guarded(store.directory, async () => {
    await completeDirectories(store);
    return lockDirectory(store, command, patience);
  });
}

/** The same for a directory that has `lock` and `tmp`, and need not be a store. */
export function lockDirectory(store: Store, command: string, patience: number): Promise<Result<Lock>> {
  return guarded(store.directory, async () => {
    const self = await ownIdentity(command);
    const deadline = Date.now() + patience;
    for (;;) {
      const newest = await newestLock(store);
      const holder = newest === 0 ? undefined : await liveHolder(store, newest, self);
      if (holder === undefined) {
        const taken = await take(store, newest + 1, self);
        if (taken !== undefined) return ok(taken);
      } else if (Date.now() > deadline) return refuse(locked(store, holder));
      else await pause(LOOK_EVERY_MS);
    }
  });
}

/**
 * A run that was killed while it made the store may have left some of its directories out, and copies of a store, such as a
 * downloaded artifact, come without empty ones.
 */
async function completeDirectories(store: Store): Promise<void> {
  const present = await namesIn(store);
  const missing = DIRECTORIES.filter((name) => !present.includes(name));
  for (const name of missing) await makeDirectory(store.fs, placeIn(store, name));
  if (missing.length > 0) await syncDirectory(store.fs, store.directory);
}

/** Who uses the store now; `undefined` where nobody does, or who did is gone. Throws for what cannot be read. */
export async function lockHolder(store: Store): Promise<LockHolder | undefined> {
  const self = await ownIdentity('');
  for (;;) {
    const newest = await newestLock(store);
    const holder = newest === 0 ? undefined : await liveHolder(store, newest, self);
    // Whoever takes the lock removes the older ones: what was looked at may have gone meanwhile.
    if (holder !== undefined || (await newestLock(store)) === newest) return holder;
  }
}

async function newestLock(store: Store): Promise<number> {
  const numbers = (await namesIn(store, 'lock')).filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
  return Math.max(0, ...numbers);
}

async function liveHolder(store: Store, number: number, self: LockHolder): Promise<LockHolder | undefined> {
  const place = placeOf(store, number);
  const bytes = await readWhole(store.fs, place);
  const holder = bytes === undefined ? undefined : readLock(bytes);
  if (holder === undefined) return undefined;
  const found = await unlessMissing(store.fs.lstat(place));
  const stale = isStale(holder, {
    boot: self.boot,
    namespace: self.namespace,
    started: await startOf(holder.pid),
    silence: found === undefined ? Number.POSITIVE_INFINITY : Date.now() - Number(found.mtimeMs),
  });
  return stale ? undefined : holder;
}

async function take(store: Store, number: number, self: LockHolder): Promise<Lock | undefined> {
  const { fs } = store;
  const place = placeOf(store, number);
  const temporary = await writeTemporary(store, [writeLock(self)]);
  // Whoever has the store meanwhile empties `tmp`.
  const won = await fs.link(temporary, place).then(
    () => true,
    (error: unknown) => {
      if (['EEXIST', 'ENOENT'].includes(errorCode(error) ?? '')) return false;
      throw error;
    },
  );
  await unlessMissing(fs.unlink(temporary));
  if (!won) return undefined;
  if ((await newestLock(store)) !== number) {
    await unlessMissing(fs.unlink(place));
    return undefined;
  }
  for (const name of await namesIn(store, 'lock')) {
    if (name !== String(number)) await unlessMissing(fs.unlink(placeIn(store, 'lock', name)));
  }
  for (const name of await namesIn(store, 'tmp')) await unlessMissing(fs.unlink(placeIn(store, 'tmp', name)));
  await syncDirectory(fs, placeIn(store, 'lock'));
  const life = setInterval(() => void fs.touch(place, new Date()).catch(() => {}), SIGN_OF_LIFE_MS);
  life.unref();
  return {
    async release() {
      clearInterval(life);
      await giveBack(store, place, self).catch(() => {});
    },
  };
}

async function giveBack(store: Store, place: string, self: LockHolder): Promise<void> {
  const temporary = await writeTemporary(store, [writeLock({ ...self, released: true })]);
  await store.fs.rename(temporary, place);
}

function placeOf(store: Store, number: number): string {
  return placeIn(store, 'lock', String(number));
}

/** Who this process is, for others that find what it has left behind. */
export async function ownIdentity(command: string): Promise<LockHolder> {
  const [started, boot, namespace] = await Promise.all([
    startOf(process.pid),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown'),
    readlink('/proc/self/ns/pid').catch(() => 'unknown'),
  ]);
  const at = new Date().toISOString();
  return {
    pid: process.pid,
    started: started ?? null,
    boot: boot.trim(),
    namespace,
    command,
    at,
    released: false,
  };
}

/** Field 22 of `/proc/PID/stat` (proc(5)), counted from behind the name, which may hold anything. */
export async function startOf(pid: number): Promise<string | null | undefined> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return undefined;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function locked({ directory }: Store, { pid, command, at }: LockHolder) {
  return {
    code: 'store-locked',
    message: `${command} (process ${pid}, since ${at}) uses the store ${directory}.`,
    hint: 'Wait until it has ended and try again; a process that was killed leaves nothing to clean up.',
  };
}

/** Does the work while this process alone changes the store. Problems: `store-locked`, `store-io`, and the work's own. */
export async function whileLocked<T>(
  store: Store,
  command: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const lock = await acquireLock(store, command);
  if (!lock.ok) return lock;
  try {
    return await guarded(store.directory, work);
  } finally {
    await lock.value.release();
  }
}
