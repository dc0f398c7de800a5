import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkJson,
  checkText,
  contentsOf
} from "./chunk-3TMTEE7R.js";
import {
  inParallel,
  objectDigest,
  objectPlace
} from "./chunk-JOSKKNQH.js";
import {
  readLock
} from "./chunk-BZHFQEG4.js";
import {
  DIRECTORIES,
  MARKER,
  STORE_OPTIONS,
  chosenStore,
  errorCode,
  guarded,
  namesIn,
  nodeFs,
  openStore,
  placeIn,
  readManifest,
  readMarker,
  readStoreArguments,
  readVerdict,
  readWhole,
  storedIds,
  unseal,
  withId
} from "./chunk-7P5ASSDS.js";
import "./chunk-EWA4FJ7X.js";
import "./chunk-7263V5AN.js";
import "./chunk-OWKTRG7T.js";
import "./chunk-MDVMB5DJ.js";
import "./chunk-AKK2AODL.js";
import "./chunk-4TQXXHHP.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-YXJ4QQSZ.js";
import "./chunk-DTJ7FW5W.js";
import "./chunk-YMIVOWQJ.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-CLDRABNO.js";
import "./chunk-47LY2WDG.js";
import "./chunk-NYBEYTUC.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-CDNBRFAP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/adapters/store/inventory.ts
var WIDTH = 8;
var RECORD = /^[0-7][0-9A-HJKMNP-TV-Z]{25}\.json$/;
function takeInventory(store) {
  return guarded(store.directory, async () => {
    const strangers = (await namesIn(store)).filter(
      (name) => name !== MARKER && !DIRECTORIES.includes(name)
    );
    const records = async (kind, pattern, read) => {
      const names = await namesIn(store, kind);
      strangers.push(...names.filter((name) => !pattern.test(name)).map((name) => `${kind}/${name}`));
      const found = await inParallel(
        names.filter((name) => pattern.test(name)),
        WIDTH,
        (name) => readRecord(store, [kind, name], (bytes) => read(bytes, name))
      );
      return found.filter((record) => record !== void 0);
    };
    const marker = await readRecord(store, [MARKER], readMarker);
    const snapshots = await records(
      "snapshots",
      RECORD,
      (bytes, name) => withId(name.slice(0, -5), readManifest(bytes))
    );
    const verdicts = await records(
      "verdicts",
      RECORD,
      (bytes, name) => withId(name.slice(0, -5), readVerdict(bytes))
    );
    const journal = await records("journal", /\.json$/, unseal);
    const locks = await records(
      "lock",
      /^\d+$/,
      (bytes) => readLock(bytes) === void 0 ? refuse(brokenLock) : ok(void 0)
    );
    const objects = await readObjects(store, strangers);
    const remaining = new Set(await storedIds(store, "snapshots"));
    return ok({
      marker: marker ?? { file: MARKER, result: refuse(noMarker) },
      snapshots,
      verdicts,
      journal,
      locks,
      objects,
      remaining,
      strangers
    });
  });
}
var noMarker = {
  code: "missing",
  message: "It is not there.",
  hint: "Keep the store as it is, and make a new one with --store."
};
var brokenLock = {
  code: "damaged",
  message: "It is damaged; the next run that changes the store replaces it.",
  hint: "Nothing has to be done."
};
async function readRecord(store, steps, read) {
  const file = steps.join("/");
  try {
    const bytes = await readWhole(store.fs, placeIn(store, ...steps));
    return bytes && { file, result: read(bytes) };
  } catch (error) {
    const code = errorCode(error);
    if (code === void 0) throw error;
    const hint = "Check the disk, and the rights on the file.";
    return { file, result: refuse({ code: "unreadable", message: `It cannot be read: ${code}.`, hint }) };
  }
}
async function readObjects(store, strangers) {
  const digests = [];
  for (const start of await namesIn(store, "objects")) {
    const names = /^[0-9a-f]{2}$/.test(start) ? await namesIn(store, "objects", start) : void 0;
    if (names === void 0) strangers.push(`objects/${start}`);
    for (const name of names ?? []) {
      if (/^[0-9a-f]{64}$/.test(name) && name.startsWith(start)) digests.push(name);
      else strangers.push(`objects/${start}/${name}`);
    }
  }
  const objects = await inParallel(digests, WIDTH, (digest) => readObject(store, digest));
  return objects.filter((object) => object !== void 0);
}
async function readObject(store, digest) {
  const file = `objects/${digest.slice(0, 2)}/${digest}`;
  try {
    const actual = await objectDigest(store, digest);
    if (actual === void 0) return void 0;
    const { size } = await store.fs.lstat(objectPlace(store, digest));
    return { file, digest, size: Number(size), actual };
  } catch (error) {
    const fault = errorCode(error);
    if (fault === void 0) throw error;
    return { file, fault };
  }
}

// src/store/examine.ts
function examine(inventory) {
  const users = usersOf(inventory);
  const damage = [
    ...inRecords([inventory.marker], "marker"),
    ...inRecords(inventory.snapshots, "snapshot"),
    ...inRecords(inventory.verdicts, "verdict"),
    ...inRecords(inventory.journal, "journal"),
    ...inRecords(inventory.locks, "lock"),
    ...inObjects(inventory, users)
  ];
  const whole = inventory.objects.flatMap((object) => "fault" in object ? [] : [object]);
  const unused = whole.filter(({ digest }) => !users.has(digest));
  return {
    damage: damage.sort((left, right) => left.file < right.file ? -1 : 1),
    snapshots: inventory.snapshots.length,
    objects: inventory.objects.length,
    bytes: sizeOf(whole),
    unused: { objects: unused.length, bytes: sizeOf(unused) },
    strangers: inventory.strangers
  };
}
function usersOf({ snapshots, remaining }) {
  const users = /* @__PURE__ */ new Map();
  for (const { result } of snapshots) {
    if (!result.ok || !remaining.has(result.value.id)) continue;
    for (const digest of contentsOf([result.value])) {
      users.set(digest, (users.get(digest) ?? /* @__PURE__ */ new Set()).add(result.value.id));
    }
  }
  return users;
}
function inRecords(records, kind) {
  return records.flatMap(
    ({ file, result }) => result.ok ? [] : [{ code: codeOf(result.problem, kind), file, message: result.problem.message, snapshots: [] }]
  );
}
function codeOf({ code }, kind) {
  return code === "store-newer" || code === "unreadable" ? code : `${kind}-damaged`;
}
function inObjects({ objects }, users) {
  const damage = [];
  const present = /* @__PURE__ */ new Set();
  for (const object of objects) {
    const digest = object.file.slice(object.file.lastIndexOf("/") + 1);
    const snapshots = [...users.get(digest) ?? []].sort();
    present.add(digest);
    if ("fault" in object) {
      const message = `It cannot be read: ${object.fault}.`;
      damage.push({ code: "unreadable", file: object.file, message, snapshots });
    } else if (object.actual !== digest) {
      const message = "Its content is not what its name says.";
      damage.push({ code: "object-damaged", file: object.file, message, snapshots });
    }
  }
  for (const [digest, ids] of users) {
    if (present.has(digest)) continue;
    const file = `objects/${digest.slice(0, 2)}/${digest}`;
    damage.push({ code: "object-missing", file, message: "It is not there.", snapshots: [...ids].sort() });
  }
  return damage;
}
function sizeOf(objects) {
  return objects.reduce((sum, { size }) => sum + size, 0);
}

// src/cli/backup/check.ts
async function runCheckStore(argv, io) {
  const read = readStoreArguments(argv, STORE_OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const directory = await chosenStore(args, io);
  const opened = await openStore(directory);
  if (!opened.ok && opened.problem.code !== "store-damaged") return opened;
  const inventory = await takeInventory({ directory, fs: nodeFs });
  if (!inventory.ok) return inventory;
  const found = examine(inventory.value);
  const text = (args.format === "json" ? checkJson : checkText)(found);
  if (found.damage.length === 0) return ok({ text, code: 0 });
  return ok({ text, code: found.damage.some(({ code }) => code !== "unreadable") ? 1 : 2 });
}
export {
  runCheckStore
};
