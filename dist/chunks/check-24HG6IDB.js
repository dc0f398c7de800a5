import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  checkJson,
  checkText
} from "./chunk-H6R5NKML.js";
import {
  contentsOf
} from "./chunk-5UVXP26L.js";
import {
  readDeployment
} from "./chunk-EUA45VBA.js";
import {
  readContent
} from "./chunk-H7GKGIJQ.js";
import {
  inParallel
} from "./chunk-JLONYCK3.js";
import {
  readLock
} from "./chunk-QGZV7KTT.js";
import {
  STORE_OPTIONS,
  chosenStore,
  readStoreArguments
} from "./chunk-IHYYQ6CZ.js";
import {
  MARKER,
  openStore,
  readMarker
} from "./chunk-BGAD6JBY.js";
import "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import {
  objectDigest,
  objectPlace
} from "./chunk-OVH55LPH.js";
import {
  DIRECTORIES,
  errorCode,
  guarded,
  namesIn,
  nodeFs,
  placeIn,
  readDrill,
  readManifest,
  readSnapshot,
  readVerdict,
  readWhole,
  storedIds,
  withId
} from "./chunk-KA3BEEMK.js";
import {
  isBlind
} from "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-7MZUAGJZ.js";
import {
  unseal
} from "./chunk-BSUCCZFA.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import {
  baseName
} from "./chunk-5MHRYX67.js";
import {
  addTo
} from "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/store/examine.ts
function examine(inventory) {
  const damage = [
    ...inRecords([inventory.marker], "marker"),
    ...inRecords(inventory.snapshots, "snapshot"),
    ...inRecords(inventory.verdicts, "verdict"),
    ...inRecords(inventory.drills, "drill"),
    ...inRecords(inventory.journal, "journal"),
    ...inRecords(inventory.locks, "lock"),
    ...inRecords(inventory.deployments, "deployment"),
    ...inObjects(inventory),
    ...inContents(inventory)
  ];
  const whole = inventory.objects.flatMap((object) => "fault" in object ? [] : [object]);
  const unused = whole.filter(({ digest }) => !inventory.needed.has(digest));
  return {
    damage: damage.sort((left, right) => left.file < right.file ? -1 : 1),
    snapshots: inventory.snapshots.length,
    objects: inventory.objects.length,
    bytes: sizeOf(whole),
    unused: { objects: unused.length, bytes: sizeOf(unused) },
    strangers: inventory.strangers
  };
}
function spoiledObjects({
  objects,
  needed
}) {
  const missing = new Set(needed);
  const spoiled = /* @__PURE__ */ new Map();
  for (const object of objects) {
    const digest = baseName(object.file);
    missing.delete(digest);
    if ("fault" in object) spoiled.set(digest, "unreadable");
    else if (object.actual !== digest) spoiled.set(digest, "damaged");
  }
  for (const digest of missing) spoiled.set(digest, "missing");
  return spoiled;
}
function placeOf(digest) {
  return `objects/${digest.slice(0, 2)}/${digest}`;
}
function inRecords(records, kind) {
  return records.flatMap(
    ({ file, result }) => result.ok ? [] : [{ code: codeOf(result.problem, kind), file, message: result.problem.message, snapshots: [] }]
  );
}
function codeOf({ code }, kind) {
  return code === "store-newer" || code === "unreadable" ? code : `${kind}-damaged`;
}
function inObjects(inventory) {
  const faults = new Map(
    inventory.objects.flatMap((object) => "fault" in object ? [[baseName(object.file), object.fault]] : [])
  );
  return [...spoiledObjects(inventory)].flatMap(([digest, kind]) => {
    const snapshots = inventory.users.get(digest) ?? [];
    const file = placeOf(digest);
    if (kind === "unreadable") {
      const message = `It cannot be read: ${faults.get(digest)}.`;
      return [{ code: "unreadable", file, message, snapshots }];
    }
    if (kind === "damaged") {
      const message = "Its content is not what its name says.";
      return [{ code: "object-damaged", file, message, snapshots }];
    }
    if (snapshots.length === 0) return [];
    return [{ code: "object-missing", file, message: "It is not there.", snapshots }];
  });
}
function inContents({ locked, users }) {
  return [...locked].map(([digest, { code, message }]) => ({
    code: code === "store-io" ? "unreadable" : code,
    file: placeOf(digest),
    message,
    snapshots: users.get(digest) ?? []
  }));
}
function sizeOf(objects) {
  return objects.reduce((sum, { size }) => sum + size, 0);
}

// src/adapters/store/inventory.ts
var WIDTH = 8;
var RECORD = /^[0-7][0-9A-HJKMNP-TV-Z]{25}\.json$/;
function takeInventory(store, decrypt) {
  return guarded(store.directory, async () => {
    const strangers = (await namesIn(store)).filter(
      (name) => name !== MARKER && !DIRECTORIES.includes(name)
    );
    const records = async (kind, pattern, read, width = WIDTH) => {
      const names = await namesIn(store, kind);
      strangers.push(...names.filter((name) => !pattern.test(name)).map((name) => `${kind}/${name}`));
      const found = await inParallel(
        names.filter((name) => pattern.test(name)),
        width,
        (name) => readRecord(store, [kind, name], (bytes) => read(bytes, name))
      );
      return found.filter((record) => record !== void 0);
    };
    const marker = await readRecord(store, [MARKER], readMarker);
    const needed = /* @__PURE__ */ new Set();
    const encrypted = /* @__PURE__ */ new Map();
    const tellNeeds = (bytes, name) => {
      const manifest = withId(name.slice(0, -5), readManifest(bytes));
      if (!manifest.ok) return manifest;
      for (const digest of contentsOf(manifest.value)) needed.add(digest);
      for (const { sha256, stored } of manifest.value.files) {
        const content = stored && { sha256, stored };
        if (content === void 0 || isBlind(content) && encrypted.has(sha256)) continue;
        encrypted.set(content.stored.sha256, content);
      }
      return ok({ id: manifest.value.id });
    };
    const snapshots = await records("snapshots", RECORD, tellNeeds, 1);
    const verdicts = await records(
      "verdicts",
      RECORD,
      (bytes, name) => withId(name.slice(0, -5), readVerdict(bytes))
    );
    const drills = await records(
      "drills",
      RECORD,
      (bytes, name) => withId(name.slice(0, -5), readDrill(bytes))
    );
    const journal = await records("journal", /\.json$/, unseal);
    const locks = await records(
      "lock",
      /^\d+$/,
      (bytes) => readLock(bytes) === void 0 ? refuse(brokenLock) : ok(void 0)
    );
    const deployments = await records(
      "deployments",
      RECORD,
      (bytes, name) => withId(name.slice(0, -5), readDeployment(bytes))
    );
    for (const host of await namesIn(store, "watch")) {
      const memory = await readRecord(store, ["watch", host, "memory.json"], unseal);
      if (memory !== void 0) journal.push(memory);
    }
    const objects = await readObjects(store, strangers);
    const spoiled = new Set(spoiledObjects({ objects, needed }).keys());
    const locked = await readEncrypted(store, encrypted, spoiled, decrypt);
    const users = await usersOf(store, /* @__PURE__ */ new Set([...spoiled, ...locked.keys()]));
    return ok({
      marker: marker ?? { file: MARKER, result: refuse(noMarker) },
      snapshots,
      verdicts,
      drills,
      journal,
      locks,
      objects,
      deployments,
      needed,
      locked,
      users,
      strangers
    });
  });
}
async function readEncrypted(store, encrypted, spoiled, decrypt) {
  const locked = /* @__PURE__ */ new Map();
  if (decrypt === void 0) return locked;
  for (const [digest, content] of encrypted) {
    const read = spoiled.has(digest) ? ok(void 0) : await readContent(store, content, decrypt);
    if (!read.ok && read.problem.code !== "object-missing") locked.set(digest, read.problem);
  }
  return locked;
}
async function usersOf(store, wanted) {
  const users = /* @__PURE__ */ new Map();
  if (wanted.size === 0) return users;
  for (const id of await storedIds(store, "snapshots")) {
    const manifest = await readSnapshot(store, id);
    const digests = manifest.ok ? new Set(contentsOf(manifest.value)) : [];
    for (const digest of digests) {
      if (wanted.has(digest)) addTo(users, digest, id);
    }
  }
  return users;
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

// src/cli/backup/check.ts
var UNJUDGED = /* @__PURE__ */ new Set(["unreadable", "identity-wrong"]);
async function runCheckStore(argv, io) {
  const read = readStoreArguments(argv, { ...STORE_OPTIONS, ...IDENTITY_OPTIONS });
  if (!read.ok) return read;
  const args = read.value.values;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const directory = await chosenStore(args, io);
  const opened = await openStore(directory);
  if (!opened.ok && opened.problem.code !== "store-damaged") return opened;
  const inventory = await takeInventory({ directory, fs: nodeFs }, decrypt.value);
  if (!inventory.ok) return inventory;
  const found = examine(inventory.value);
  const text = (args.format === "json" ? checkJson : checkText)(found);
  if (found.damage.length === 0) return ok({ text, code: 0 });
  return ok({ text, code: found.damage.some(({ code }) => !UNJUDGED.has(code)) ? 1 : 2 });
}
export {
  runCheckStore
};
