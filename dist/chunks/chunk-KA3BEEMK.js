import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UNSAVED,
  servicesOf
} from "./chunk-EMJCXWLX.js";
import {
  commitId,
  count,
  digest,
  flag,
  isId,
  like,
  listOf,
  mapOf,
  moment,
  oneOf,
  optional,
  orNull,
  place,
  record,
  text,
  ulid
} from "./chunk-YNSVTVRQ.js";
import {
  seal,
  sha256,
  unsealAs
} from "./chunk-BSUCCZFA.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/store/verdicts.ts
var shape = record({
  id: ulid,
  snapshot: ulid,
  verdict: oneOf(["good", "bad"]),
  at: moment,
  by: oneOf(["person", "probes"]),
  reason: orNull(text)
});
function writeVerdict({ id, snapshot, verdict, at, by, reason }) {
  return seal({ id, snapshot, verdict, at, by, reason });
}
function readVerdict(bytes) {
  return unsealAs(bytes, shape, "verdict", "verdict");
}
function newestVerdicts(verdicts) {
  const sorted = [...verdicts].sort((left, right) => left.id < right.id ? -1 : 1);
  return new Map(sorted.map((verdict) => [verdict.snapshot, verdict]));
}

// src/adapters/store/fs.ts
import * as promises from "node:fs/promises";
var nodeFs = {
  open: promises.open,
  mkdir: async (place2, mode2) => {
    await promises.mkdir(place2, mode2);
  },
  rename: promises.rename,
  link: promises.link,
  unlink: promises.unlink,
  rmdir: promises.rmdir,
  chmod: promises.chmod,
  touch: (place2, time) => promises.utimes(place2, time, time),
  readdir: (place2) => promises.readdir(place2, { withFileTypes: true, encoding: "buffer" }),
  lstat: (place2) => promises.lstat(place2, { bigint: true }),
  readlink: (place2) => promises.readlink(place2, "buffer")
};
function errorCode(error) {
  const { code } = error ?? {};
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) ? code : void 0;
}
async function unlessMissing(wanted) {
  try {
    return await wanted;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return void 0;
    throw error;
  }
}

// src/adapters/store/problems.ts
var HINTS = {
  ENOSPC: "The disk is full: make room, or name another place with --store. Nothing that was saved is lost.",
  EDQUOT: "The quota is used up: make room, or name another place with --store. Nothing that was saved is lost.",
  EROFS: "The file system is read-only: name another place with --store.",
  EACCES: "Run it as a user who may, or name another place with --store.",
  EPERM: "Run it as a user who may, or name another place with --store.",
  EIO: "The disk reports errors: save the store elsewhere, and look into the system log."
};
async function guarded(directory, work) {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === void 0) throw error;
    return refuse(ioProblem(directory, error));
  }
}
function ioProblem(directory, error) {
  const code = errorCode(error);
  const { syscall, path } = error;
  const what = [syscall, path].filter((part) => part !== void 0).join(" ");
  return {
    code: "store-io",
    message: `The store ${directory} cannot be used: ${code}${what === "" ? "" : ` (${what})`}.`,
    hint: HINTS[code] ?? "Check the directory and the disk that it is on."
  };
}

// src/store/drills.ts
var shape2 = record({
  id: ulid,
  at: moment,
  host: text,
  snapshots: listOf(ulid),
  onlyService: orNull(text),
  files: count,
  bytes: count,
  ms: count,
  faults: listOf(text),
  checks: listOf(record({ service: text, ms: count, fault: orNull(text) })),
  ok: flag
});
function writeDrill(drill) {
  return seal(drill);
}
function readDrill(bytes) {
  return unsealAs(bytes, shape2, "drill", "drill");
}

// src/store/outline.ts
function outlineOf(manifest) {
  const { id, parent, at, environment, host, commit, deploymentId, reason, source, onlyService } = manifest;
  const { files, unsaved } = manifest;
  return {
    id,
    parent,
    at,
    environment,
    host,
    commit,
    deploymentId,
    reason,
    source,
    onlyService,
    services: [...servicesOf(manifest)],
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    encrypted: files.filter(({ stored }) => stored !== void 0).length,
    complete: unsaved.length === 0
  };
}

// src/store/statement.ts
var STATEMENT = "https://in-toto.io/Statement/v1";
var PREDICATE = "urn:holdfast:snapshot:v1";
var service = orNull(text);
var mode = like(/^0[0-7]{4}$/, "mode such as 00644");
var shape3 = record({
  _type: oneOf([STATEMENT]),
  subject: listOf(record({ name: place, digest: record({ sha256: digest }) })),
  predicateType: oneOf([PREDICATE]),
  predicate: record({
    id: ulid,
    parent: orNull(ulid),
    at: moment,
    environment: orNull(text),
    host: text,
    commit: orNull(commitId),
    deploymentId: orNull(text),
    reason: orNull(text),
    source: oneOf(["live", "commit"]),
    onlyService: service,
    scope: listOf(
      record({
        files: listOf(text),
        live: listOf(text),
        service,
        sensitive: optional(listOf(text)),
        identity: optional(mapOf(text))
      })
    ),
    recipients: optional(listOf(text)),
    files: listOf(
      record({
        path: place,
        service,
        size: count,
        mode,
        uid: orNull(count),
        gid: orNull(count),
        mtime: orNull(moment),
        link: orNull(text),
        sensitive: flag,
        stored: optional(record({ sha256: digest, size: count }))
      })
    ),
    directories: optional(listOf(record({ path: place, mode, uid: count, gid: count }))),
    absent: listOf(record({ path: place, service })),
    unsaved: listOf(record({ path: place, service, reason: oneOf(Object.keys(UNSAVED)), detail: text }))
  })
});
function writeManifest(manifest) {
  const { files, absent, unsaved, directories, ...head } = manifest;
  return seal({
    _type: STATEMENT,
    subject: files.map(({ path, sha256: sha2562 }) => ({ name: path, digest: { sha256: sha2562 } })),
    predicateType: PREDICATE,
    predicate: {
      ...head,
      files: files.map(({ path, service: service2, size, mode: mode2, uid, gid, mtime, link: link2, sensitive, stored }) => ({
        path,
        service: service2,
        size,
        mode: modeText(mode2),
        uid,
        gid,
        mtime,
        link: link2,
        sensitive,
        ...stored && { stored }
      })),
      ...directories && {
        directories: directories.map((each) => ({ ...each, mode: modeText(each.mode) }))
      },
      absent,
      unsaved
    }
  });
}
function readManifest(bytes) {
  const whole = (value) => shape3(value) ?? disagreement(value);
  const opened = unsealAs(bytes, whole, "manifest", "manifest");
  if (!opened.ok) return opened;
  const { subject, predicate } = opened.value;
  const { files, directories, ...head } = predicate;
  return ok({
    ...head,
    files: files.map((file, index) => ({
      ...file,
      sha256: subject[index].digest.sha256,
      mode: Number.parseInt(file.mode, 8)
    })),
    ...directories && {
      directories: directories.map((each) => ({ ...each, mode: Number.parseInt(each.mode, 8) }))
    }
  });
}
function modeText(mode2) {
  return mode2.toString(8).padStart(5, "0");
}
function disagreement({ subject, predicate }) {
  const { files, absent, unsaved, directories = [] } = predicate;
  if (subject.length !== files.length) return "subject and files have different lengths";
  const odd = files.findIndex((file, index) => subject[index].name !== file.path);
  if (odd !== -1) return `subject[${odd}] and files[${odd}] name different files`;
  const link2 = files.findIndex(
    (file, index) => file.link !== null && sha256(encodePath(file.link)) !== subject[index].digest.sha256
  );
  if (link2 !== -1) return `files[${link2}].link is not what its digest says`;
  const sealed = files.findIndex((file) => file.link !== null && file.stored !== void 0);
  if (sealed !== -1) return `files[${sealed}] is a link, and encrypted`;
  for (const list of [files, absent, unsaved, directories]) {
    const at = list.findIndex((file, index) => index > 0 && list[index - 1].path >= file.path);
    if (at !== -1) return `${list[at].path} stands twice or out of order`;
  }
  return overlap(predicate);
}
function overlap({ files, absent, unsaved, directories }) {
  const saved = new Set(files.map(({ path }) => path));
  const other = [...absent, ...unsaved].find(({ path }) => saved.has(path));
  if (other !== void 0) return `${other.path} is saved and is not`;
  const file = (directories ?? []).find(({ path }) => saved.has(path));
  if (file !== void 0) return `${file.path} is a directory and a file`;
  for (const { path } of files) {
    for (let slash = path.indexOf("/", 1); slash !== -1; slash = path.indexOf("/", slash + 1)) {
      if (saved.has(path.slice(0, slash))) return `${path} stands below a file`;
    }
  }
  return void 0;
}

// src/adapters/store/files.ts
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
var FIRST_CHUNK = 1 << 13;
var CHUNK = 1 << 18;
var DIRECTORIES = [
  "objects",
  "snapshots",
  "verdicts",
  "drills",
  "journal",
  "lock",
  "tmp",
  "deployments",
  "watch"
];
function placeIn({ directory }, ...steps) {
  return join(directory, ...steps);
}
function temporaryPlace(store) {
  return placeIn(store, "tmp", randomBytes(12).toString("hex"));
}
async function makeDirectory(fs, place2) {
  try {
    await fs.mkdir(place2, 448);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}
async function writeTemporary(store, parts) {
  const place2 = temporaryPlace(store);
  const file = await store.fs.open(place2, "wx", 384);
  try {
    for await (const part of parts) await writeAll(file, part);
    await file.sync();
  } catch (error) {
    await store.fs.unlink(place2).catch(() => {
    });
    throw error;
  } finally {
    await file.close();
  }
  return place2;
}
async function writeAll(file, bytes) {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes.subarray(at))).bytesWritten;
}
async function writeWhole(store, place2, bytes) {
  const temporary = await writeTemporary(store, [bytes]);
  await store.fs.rename(temporary, place2);
  await syncDirectory(store.fs, dirname(place2));
}
async function syncDirectory(fs, place2) {
  const directory = await fs.open(place2, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
async function readWhole(fs, place2) {
  const file = await unlessMissing(fs.open(place2, "r"));
  if (file === void 0) return void 0;
  try {
    const parts = [];
    for await (const part of chunks(file)) parts.push(Uint8Array.from(part));
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}
async function* chunks(file, most = Number.POSITIVE_INFINITY) {
  let buffer = Buffer.allocUnsafe(FIRST_CHUNK);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
    if (position > most) return;
    if (position >= FIRST_CHUNK && buffer.length < CHUNK) buffer = Buffer.allocUnsafe(CHUNK);
  }
}
async function namesIn(store, ...steps) {
  const entries = await unlessMissing(store.fs.readdir(placeIn(store, ...steps)));
  return (entries ?? []).map(({ name }) => name.toString("utf8")).sort();
}

// src/adapters/store/snapshots.ts
async function recordNames(store, kind) {
  const names = await namesIn(store, kind);
  return names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
}
async function storedIds(store, kind) {
  return (await recordNames(store, kind)).filter(isId);
}
function recordPlace(store, kind, id) {
  return placeIn(store, kind, `${id}.json`);
}
function addSnapshot(store, manifest) {
  return add(store, recordPlace(store, "snapshots", manifest.id), writeManifest(manifest));
}
function removeSnapshot(store, id) {
  return guarded(store.directory, async () => {
    await unlessMissing(store.fs.unlink(recordPlace(store, "snapshots", id)));
    await syncDirectory(store.fs, placeIn(store, "snapshots"));
    return ok(void 0);
  });
}
function addVerdict(store, verdict) {
  return add(store, recordPlace(store, "verdicts", verdict.id), writeVerdict(verdict));
}
function addDrill(store, drill) {
  return guarded(store.directory, async () => {
    await makeDirectory(store.fs, placeIn(store, "drills"));
    return add(store, recordPlace(store, "drills", drill.id), writeDrill(drill));
  });
}
function add(store, place2, bytes) {
  return guarded(store.directory, async () => {
    await writeWhole(store, place2, bytes);
    return ok(void 0);
  });
}
function readSnapshot(store, id) {
  return guarded(store.directory, async () => {
    const bytes = await readWhole(store.fs, recordPlace(store, "snapshots", id));
    return bytes === void 0 ? refuse(unknown(id)) : withId(id, readManifest(bytes));
  });
}
function readEach(store, make) {
  return readAll(store, "snapshots", (bytes) => {
    const manifest = readManifest(bytes);
    return manifest.ok ? ok(make(manifest.value)) : manifest;
  });
}
function readOutlines(store) {
  return readEach(store, outlineOf);
}
function readVerdicts(store) {
  return readAll(store, "verdicts", readVerdict);
}
function readDrills(store) {
  return readAll(store, "drills", readDrill);
}
function readAll(store, kind, read) {
  return guarded(store.directory, async () => {
    const listing = { items: [], damaged: [] };
    for (const id of await storedIds(store, kind)) {
      const bytes = await readWhole(store.fs, recordPlace(store, kind, id));
      if (bytes === void 0) continue;
      const item = withId(id, read(bytes));
      if (item.ok) listing.items.push(item.value);
      else listing.damaged.push({ file: `${kind}/${id}.json`, problem: item.problem });
    }
    return ok(listing);
  });
}
function withId(id, item) {
  if (!item.ok || item.value.id === id) return item;
  return refuse({
    code: "damaged",
    message: `It is ${item.value.id} under the name of ${id}.`,
    hint: "holdfast backup check lists everything that is damaged."
  });
}
function unknown(id) {
  return {
    code: "snapshot-unknown",
    message: `The store has no snapshot ${id}.`,
    hint: "holdfast backup list shows all of them."
  };
}

export {
  readDrill,
  writeManifest,
  readManifest,
  readVerdict,
  newestVerdicts,
  nodeFs,
  errorCode,
  unlessMissing,
  DIRECTORIES,
  placeIn,
  makeDirectory,
  writeTemporary,
  writeWhole,
  syncDirectory,
  readWhole,
  chunks,
  namesIn,
  guarded,
  recordNames,
  storedIds,
  recordPlace,
  addSnapshot,
  removeSnapshot,
  addVerdict,
  addDrill,
  readSnapshot,
  readEach,
  readOutlines,
  readVerdicts,
  readDrills,
  readAll,
  withId
};
