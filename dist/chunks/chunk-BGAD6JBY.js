import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  DIRECTORIES,
  errorCode,
  guarded,
  makeDirectory,
  namesIn,
  nodeFs,
  placeIn,
  readWhole,
  syncDirectory,
  unlessMissing,
  writeWhole
} from "./chunk-KA3BEEMK.js";
import {
  nextId
} from "./chunk-YNSVTVRQ.js";
import {
  seal,
  unseal
} from "./chunk-BSUCCZFA.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/store.ts
import { randomBytes } from "node:crypto";
import { realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

// src/store/marker.ts
var MARKER = "holdfast-store.json";
var VERSION = 1;
function writeMarker() {
  return seal({ store: "holdfast", version: VERSION });
}
function readMarker(bytes) {
  const opened = unseal(bytes);
  const { store, version } = opened.ok ? opened.value : {};
  if (store !== "holdfast" || !Number.isSafeInteger(version)) {
    return refuse({
      code: "store-damaged",
      message: `${MARKER} of the store is damaged.`,
      hint: "holdfast backup check says what else is. Keep the store as it is, and make a new one with --store."
    });
  }
  if (version === VERSION) return ok(void 0);
  return refuse({
    code: "store-newer",
    message: `The store has version ${version}; this version of Holdfast reads ${VERSION}.`,
    hint: "Use the version of Holdfast that made it, or a newer one. Nothing was read or changed."
  });
}

// src/adapters/store/store.ts
var DEFAULT_STORE = "/var/lib/holdfast";
async function storeDirectory(given, cwd) {
  const missing = [];
  for (let at = resolve(cwd, given); ; at = dirname(at)) {
    const real = await realpath(at).catch(() => void 0);
    if (real !== void 0) return join(real, ...missing);
    if (at === dirname(at)) return join(at, ...missing);
    missing.unshift(basename(at));
  }
}
function openStore(directory, fs = nodeFs) {
  const store = { directory, fs };
  return guarded(directory, async () => {
    const place = placeIn(store, MARKER);
    let marker = await readWhole(fs, place);
    if (marker === void 0) {
      const problem = await withoutMarker(store);
      marker = await readWhole(fs, place);
      if (marker === void 0) return refuse(problem);
    }
    const version = readMarker(marker);
    return version.ok ? ok(store) : version;
  });
}
function createStore(directory, fs = nodeFs) {
  const store = { directory, fs };
  return guarded(directory, async () => {
    const opened = await openStore(directory, fs);
    if (!opened.ok && opened.problem.code !== "store-missing") return opened;
    if (!opened.ok) {
      await makeDirectories(fs, directory);
      await makeDirectory(fs, placeIn(store, "tmp"));
      try {
        await writeWhole(store, placeIn(store, MARKER), writeMarker());
      } catch (error) {
        if (errorCode(error) !== "ENOENT") throw error;
        const made = await openStore(directory, fs);
        if (!made.ok) return made;
      }
    }
    for (const name of DIRECTORIES) await makeDirectory(fs, placeIn(store, name));
    if (((await fs.lstat(directory)).mode & 0o77n) !== 0n) await fs.chmod(directory, 448);
    await syncDirectory(fs, directory);
    return ok(store);
  });
}
function newId(existing) {
  const newest = [...existing].sort().at(-1);
  return nextId(Date.now(), randomBytes(10), newest);
}
async function makeDirectories(fs, directory) {
  if (await unlessMissing(fs.lstat(directory)) !== void 0) return;
  await makeDirectories(fs, dirname(directory));
  await makeDirectory(fs, directory);
  await syncDirectory(fs, dirname(directory));
}
async function withoutMarker(store) {
  const { directory } = store;
  const others = (await namesIn(store)).filter((name) => name !== "tmp");
  if (others.length === 0) {
    return {
      code: "store-missing",
      message: `There is no store in ${directory}.`,
      hint: "holdfast backup makes one. Name another place with --store DIR or HOLDFAST_STORE."
    };
  }
  const damaged = others.includes("snapshots") && others.includes("objects");
  return {
    code: damaged ? "store-damaged" : "not-a-store",
    message: damaged ? `The store ${directory} has lost its ${MARKER}.` : `${directory} is not empty and holds no store.`,
    hint: damaged ? "holdfast backup check says what else is missing." : "Name an empty or a new directory with --store DIR or HOLDFAST_STORE."
  };
}

export {
  MARKER,
  readMarker,
  DEFAULT_STORE,
  storeDirectory,
  openStore,
  createStore,
  newId
};
