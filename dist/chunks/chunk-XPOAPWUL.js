import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SIGN_OF_LIFE_MS,
  isStale,
  readLock,
  writeLock
} from "./chunk-QGZV7KTT.js";
import {
  DIRECTORIES,
  errorCode,
  guarded,
  makeDirectory,
  namesIn,
  placeIn,
  readWhole,
  syncDirectory,
  unlessMissing,
  writeTemporary
} from "./chunk-KA3BEEMK.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/lock.ts
import { readFile, readlink } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
var PATIENCE_MS = 3e4;
var LOOK_EVERY_MS = 100;
function acquireLock(store, command, patience = PATIENCE_MS) {
  return guarded(store.directory, async () => {
    await completeDirectories(store);
    return lockDirectory(store, command, patience);
  });
}
function lockDirectory(store, command, patience) {
  return guarded(store.directory, async () => {
    const self = await ownIdentity(command);
    const deadline = Date.now() + patience;
    for (; ; ) {
      const newest = await newestLock(store);
      const holder = newest === 0 ? void 0 : await liveHolder(store, newest, self);
      if (holder === void 0) {
        const taken = await take(store, newest + 1, self);
        if (taken !== void 0) return ok(taken);
      } else if (Date.now() > deadline) return refuse(locked(store, holder));
      else await pause(LOOK_EVERY_MS);
    }
  });
}
async function completeDirectories(store) {
  const present = await namesIn(store);
  const missing = DIRECTORIES.filter((name) => !present.includes(name));
  for (const name of missing) await makeDirectory(store.fs, placeIn(store, name));
  if (missing.length > 0) await syncDirectory(store.fs, store.directory);
}
async function lockHolder(store) {
  const self = await ownIdentity("");
  for (; ; ) {
    const newest = await newestLock(store);
    const holder = newest === 0 ? void 0 : await liveHolder(store, newest, self);
    if (holder !== void 0 || await newestLock(store) === newest) return holder;
  }
}
async function newestLock(store) {
  const numbers = (await namesIn(store, "lock")).filter((name) => /^[1-9]\d*$/.test(name)).map(Number);
  return Math.max(0, ...numbers);
}
async function liveHolder(store, number, self) {
  const place = placeOf(store, number);
  const bytes = await readWhole(store.fs, place);
  const holder = bytes === void 0 ? void 0 : readLock(bytes);
  if (holder === void 0) return void 0;
  const found = await unlessMissing(store.fs.lstat(place));
  const stale = isStale(holder, {
    boot: self.boot,
    namespace: self.namespace,
    started: await startOf(holder.pid),
    silence: found === void 0 ? Number.POSITIVE_INFINITY : Date.now() - Number(found.mtimeMs)
  });
  return stale ? void 0 : holder;
}
async function take(store, number, self) {
  const { fs } = store;
  const place = placeOf(store, number);
  const temporary = await writeTemporary(store, [writeLock(self)]);
  const won = await fs.link(temporary, place).then(
    () => true,
    (error) => {
      if (["EEXIST", "ENOENT"].includes(errorCode(error) ?? "")) return false;
      throw error;
    }
  );
  await unlessMissing(fs.unlink(temporary));
  if (!won) return void 0;
  if (await newestLock(store) !== number) {
    await unlessMissing(fs.unlink(place));
    return void 0;
  }
  for (const name of await namesIn(store, "lock")) {
    if (name !== String(number)) await unlessMissing(fs.unlink(placeIn(store, "lock", name)));
  }
  for (const name of await namesIn(store, "tmp")) await unlessMissing(fs.unlink(placeIn(store, "tmp", name)));
  await syncDirectory(fs, placeIn(store, "lock"));
  const life = setInterval(() => void fs.touch(place, /* @__PURE__ */ new Date()).catch(() => {
  }), SIGN_OF_LIFE_MS);
  life.unref();
  return {
    async release() {
      clearInterval(life);
      await giveBack(store, place, self).catch(() => {
      });
    }
  };
}
async function giveBack(store, place, self) {
  const temporary = await writeTemporary(store, [writeLock({ ...self, released: true })]);
  await store.fs.rename(temporary, place);
}
function placeOf(store, number) {
  return placeIn(store, "lock", String(number));
}
async function ownIdentity(command) {
  const [started, boot, namespace] = await Promise.all([
    startOf(process.pid),
    readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "unknown"),
    readlink("/proc/self/ns/pid").catch(() => "unknown")
  ]);
  const at = (/* @__PURE__ */ new Date()).toISOString();
  return {
    pid: process.pid,
    started: started ?? null,
    boot: boot.trim(),
    namespace,
    command,
    at,
    released: false
  };
}
async function startOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== "EPERM") return void 0;
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => void 0);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
function locked({ directory }, { pid, command, at }) {
  return {
    code: "store-locked",
    message: `${command} (process ${pid}, since ${at}) uses the store ${directory}.`,
    hint: "Wait until it has ended and try again; a process that was killed leaves nothing to clean up."
  };
}
async function whileLocked(store, command, work) {
  const lock = await acquireLock(store, command);
  if (!lock.ok) return lock;
  try {
    return await guarded(store.directory, work);
  } finally {
    await lock.value.release();
  }
}

export {
  acquireLock,
  lockDirectory,
  lockHolder,
  ownIdentity,
  startOf,
  whileLocked
};
