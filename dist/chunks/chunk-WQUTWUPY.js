import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  backup,
  collectLive,
  findLive
} from "./chunk-6YYOXWNH.js";
import {
  canDecrypt,
  contentParts,
  unreadableContents,
  withPlainDigests
} from "./chunk-NONVLPYF.js";
import {
  chosenRecipients,
  encryptionFor
} from "./chunk-XZYR7MDE.js";
import {
  journalNames,
  readJournal,
  removeJournal,
  writeJournal
} from "./chunk-BQJ5PWRV.js";
import {
  acquireLock
} from "./chunk-LOTEJZHY.js";
import {
  isAtOrBelow,
  liveScope
} from "./chunk-X3IRSNMJ.js";
import {
  createObjectWriter
} from "./chunk-326XLTRR.js";
import {
  addSnapshot,
  count,
  findId,
  guarded,
  isId,
  like,
  listOf,
  newId,
  newestVerdicts,
  nextId,
  oneOf,
  optional,
  orNull,
  place,
  readSnapshot,
  readSnapshots,
  readVerdicts,
  record,
  servicesOf,
  storedIds,
  text
} from "./chunk-2S5RGDPI.js";
import {
  usage
} from "./chunk-SY45P3N6.js";
import {
  NO_QUESTIONS,
  compareAll,
  summarise,
  toSubject
} from "./chunk-YUCMQ4JZ.js";
import {
  fileSection
} from "./chunk-3REY5LYI.js";
import {
  labelled
} from "./chunk-NKLEMCUO.js";
import {
  readVersions
} from "./chunk-MU7SUNW6.js";
import {
  createLiveSelector
} from "./chunk-JXCUIREY.js";
import {
  paint
} from "./chunk-LHF2HIQZ.js";
import {
  plural
} from "./chunk-GLSCSEFH.js";
import {
  escapeGlob,
  globMatcher,
  literalPath
} from "./chunk-CFWZNNPA.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  decodePath,
  directoryOf,
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import {
  inert,
  plainLine
} from "./chunk-LTHRODLC.js";

// src/adapters/restore/prepare.ts
import { realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";

// src/restore/choose.ts
function chooseFiles(parts, { services, paths }, present) {
  const isAskedPath = pathMatcher(paths);
  const chosen = { files: [], absent: [], unsaved: [], unplaced: [] };
  const taken = /* @__PURE__ */ new Set();
  for (const { manifest, services: own2 } of parts) {
    const isAsked = ({ path, service }) => (own2 === void 0 || own2.includes(service)) && (services.length === 0 || service !== null && services.includes(service)) && isAskedPath(path) && !taken.has(path);
    const files = manifest.files.filter(isAsked);
    const unsaved = manifest.unsaved.filter(isAsked);
    const absent = [...manifest.absent, ...addedSince(manifest, present)].filter(isAsked);
    for (const file of files) {
      if (isPlace(file.path)) chosen.files.push(file);
      else chosen.unplaced.push(file.path);
    }
    for (const file of unsaved) chosen.unsaved.push(file);
    for (const { path } of absent) if (isPlace(path)) chosen.absent.push(path);
    for (const { path } of [...files, ...unsaved, ...absent]) taken.add(path);
  }
  return chosen.files.length + chosen.absent.length > 0 ? ok(chosen) : refuse(nothingChosen(chosen));
}
function isPlace(path) {
  return path.startsWith("/");
}
function scopeOf({ scope }) {
  return {
    origin: { kind: "inputs" },
    critical: scope.map(({ files, live, service, sensitive = [], identity = {} }, index) => ({
      id: `critical[${index}]`,
      files,
      protect: [],
      freeze: [],
      sensitive,
      identity,
      ...live.length === 0 ? {} : { live },
      ...service === null ? {} : { service }
    })),
    schemas: [],
    environments: [],
    schemaHosts: []
  };
}
function directoriesOfParts(parts) {
  const found = parts.toReversed().flatMap(({ manifest }) => manifest.directories ?? []);
  return [...new Map(found.map((directory) => [directory.path, directory])).values()];
}
function addedSince(manifest, present) {
  if (manifest.source === "commit") return [];
  const selects = createLiveSelector(scopeOf(manifest));
  const held = new Set([...manifest.files, ...manifest.absent, ...manifest.unsaved].map(({ path }) => path));
  return present.flatMap((path) => {
    const unknown = held.has(path) || manifest.unsaved.some((one) => isAtOrBelow(path, one.path));
    const found = unknown ? void 0 : selects(path);
    const service = found?.selection.service ?? null;
    if (found === void 0 || manifest.onlyService !== null && service !== manifest.onlyService) return [];
    return [{ path, service }];
  });
}
function outsideOf(policy, locations) {
  const selects = createLiveSelector(policy);
  return locations.filter((location2) => selects(location2) === void 0);
}
function pathMatcher(paths) {
  if (paths.length === 0) return () => true;
  const named = new Set(paths);
  const selects = globMatcher(
    paths.map((path) => literalPath(path) === void 0 ? path : path.replace(/\/$/, ""))
  );
  return (path) => named.has(path) || selects(path);
}
function nothingChosen({ unplaced }) {
  return {
    code: "nothing-chosen",
    message: unplaced.length > 0 ? "The snapshot is of a commit, and its policy says of none of these files where they are on hosts." : "The snapshot holds nothing that was asked for.",
    hint: unplaced.length > 0 ? "Add `live` to the rules of the policy and take a backup of the host." : "Check --service and --path; holdfast backup show lists what it holds."
  };
}

// src/restore/plan.ts
import { createHash } from "node:crypto";
function wantedOf(file, live, self) {
  const { path, sha256, size, mode, link, stored, sensitive } = file;
  const now = "uid" in live ? live : self;
  const uid = file.uid ?? now.uid;
  const gid = file.gid ?? now.gid;
  return {
    path,
    sha256,
    size,
    mode,
    uid,
    gid,
    ...link === null ? {} : { link },
    ...stored && { stored },
    ...sensitive && { sensitive }
  };
}
function planRestore({ wanted, absent, directories = [] }, live, exists) {
  const files = wanted.toSorted(byPath);
  const changed = files.filter((file) => !isAsWanted(file, live.get(file.path)));
  const kept = new Set(changed);
  return {
    writes: changed.map((file) => ({ ...file, was: live.get(file.path).kind })),
    removes: absent.filter((path) => live.get(path).kind !== "absent").toSorted(),
    unchanged: files.filter((file) => !kept.has(file)).map(({ path }) => path),
    directories: missingDirectories(changed, directories, exists)
  };
}
function isAsWanted(file, live) {
  if (live.kind !== "file" && live.kind !== "link") return false;
  if (live.uid !== file.uid || live.gid !== file.gid) return false;
  if (live.kind === "link") return live.link === file.link;
  return file.link === void 0 && live.sha256 === file.sha256 && live.mode === file.mode;
}
function temporaryPath(journal, index, path) {
  return `${directoryOf(path)}/.holdfast-${journal}-${index}`;
}
function temporaryDirectory(journal, index, path) {
  return `${directoryOf(path)}/.holdfast-${journal}-d${index}`;
}
function digestOf(plan) {
  return createHash("sha256").update(JSON.stringify(plan)).digest("hex");
}
function isSafeLocation(path) {
  return path.length > 1 && path.startsWith("/") && !path.includes("\0") && path.slice(1).split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
function missingDirectories(files, saved, exists) {
  const own2 = new Map(saved.map((directory) => [directory.path, directory]));
  const found = /* @__PURE__ */ new Map();
  for (const { path, mode, uid, gid, link } of files) {
    const readers = link === void 0 ? mode & 36 : 36;
    for (let directory = directoryOf(path); directory !== ""; directory = directoryOf(directory)) {
      const known = found.get(directory);
      if (known === void 0 && exists(directory)) break;
      const next = known ?? { path: directory, mode: 448, uid, gid };
      found.set(directory, own2.get(directory) ?? { ...next, mode: next.mode | readers | readers >> 2 });
    }
  }
  return [...found.values()].sort(byPath);
}
function byPath(left, right) {
  return left.path < right.path ? -1 : Number(left.path > right.path);
}

// src/adapters/restore/live.ts
import { createHash as createHash2 } from "node:crypto";

// src/adapters/restore/operations.ts
import * as fs from "node:fs";
var { O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = fs.constants;
function placeAt(root, location2) {
  return bytesOf(root + location2);
}
function bytesOf(text2) {
  return text2.isWellFormed() ? text2 : Buffer.from(encodePath(text2));
}
var diskOperations = {
  lstat: (path) => fs.lstatSync(path, { throwIfNoEntry: false }),
  readlink: (path) => decodePath(fs.readlinkSync(path, "buffer")),
  list: (directory) => fs.readdirSync(directory),
  /** Throws unless entries can be made and replaced in this directory; `EROFS` where nobody may write. */
  probe: (directory) => fs.accessSync(directory, fs.constants.W_OK | fs.constants.X_OK),
  openToRead: (path) => fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
  /** A new file that only its owner can read, never one that is there, never through a link. */
  openNew: (path) => fs.openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 384),
  openToWrite: (path) => fs.openSync(path, O_WRONLY | O_NOFOLLOW),
  stat: (fd) => fs.fstatSync(fd),
  read: (fd, buffer) => fs.readSync(fd, buffer),
  write: (fd, bytes) => fs.writeFileSync(fd, bytes),
  truncate: (fd, size) => fs.ftruncateSync(fd, size),
  own: (fd, uid, gid) => fs.fchownSync(fd, uid, gid),
  setMode: (fd, mode) => fs.fchmodSync(fd, mode),
  sync: (fd) => fs.fsyncSync(fd),
  close: (fd) => fs.closeSync(fd),
  link: (target, path) => fs.symlinkSync(bytesOf(target), path),
  ownPath: (path, uid, gid) => fs.lchownSync(path, uid, gid),
  makeDirectory: (path) => fs.mkdirSync(path, 448),
  removeDirectory: (path) => fs.rmdirSync(path),
  setPathMode: (path, mode) => fs.chmodSync(path, mode),
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.unlinkSync(path)
};
function codeOf(error) {
  return error?.code ?? String(error);
}

// src/adapters/restore/live.ts
var CHUNK = 1 << 20;
function readLive(files, place2, withContent = true) {
  try {
    const stat2 = files.lstat(place2);
    if (stat2 === void 0) return { kind: "absent" };
    const { uid, gid } = stat2;
    if (stat2.isDirectory()) return { kind: "directory" };
    if (stat2.isSymbolicLink()) return { kind: "link", link: files.readlink(place2), uid, gid };
    if (!stat2.isFile()) return { kind: "other" };
    const mode = stat2.mode & 4095;
    return { kind: "file", uid, gid, mode, ...withContent ? hash(files, place2) : { sha256: "", size: 0 } };
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOTDIR" || code === "ENOENT" ? { kind: "absent" } : { kind: "unreadable", code };
  }
}
function hash(files, place2) {
  const fd = files.openToRead(place2);
  try {
    const digest2 = createHash2("sha256");
    const buffer = Buffer.alloc(CHUNK);
    let size = 0;
    for (let count2 = files.read(fd, buffer); count2 > 0; count2 = files.read(fd, buffer)) {
      digest2.update(buffer.subarray(0, count2));
      size += count2;
    }
    return { sha256: digest2.digest("hex"), size };
  } finally {
    files.close(fd);
  }
}
function readAllLive(files, root, wanted, absent) {
  return new Map([
    ...absent.map((path) => [path, readLive(files, placeAt(root, path), false)]),
    ...wanted.map((path) => [path, readLive(files, placeAt(root, path))])
  ]);
}

// src/adapters/restore/mounts.ts
import { readFileSync } from "node:fs";
function mountPoints(read = () => readFileSync("/proc/self/mountinfo", "latin1")) {
  try {
    return parseMounts(read());
  } catch {
    return /* @__PURE__ */ new Set();
  }
}
function parseMounts(text2) {
  const points = text2.split("\n").flatMap((line) => line.split(" ")[4] ?? []);
  return new Set(points.map(withoutEscapes));
}
function withoutEscapes(field) {
  const bytes = field.replace(/\\([0-7]{3})/g, (_, octal2) => String.fromCharCode(Number.parseInt(octal2, 8)));
  return decodePath(Buffer.from(bytes, "latin1"));
}

// src/adapters/restore/refuse.ts
function examine(plan, live, around) {
  const problems = [];
  const directories = /* @__PURE__ */ new Map();
  const made = new Set(plan.directories.map(({ path }) => path));
  const writes = plan.writes.map(
    (write) => around.mounts.has(around.root + write.path) ? { ...write, inPlace: true } : write
  );
  for (const path of [...writes.map((write) => write.path), ...plan.removes]) {
    const directory = directoryOf(path);
    if (!directories.has(directory)) directories.set(directory, problemOfDirectory(directory, around, made));
    const problem = problemOfTarget(path, live.get(path));
    if (problem !== void 0) problems.push(problem);
  }
  for (const { path, inPlace, link } of writes) {
    if (inPlace && (!around.inPlace || link !== void 0)) problems.push(mounted(path, link));
  }
  for (const path of plan.removes) {
    if (around.mounts.has(around.root + path)) problems.push(mountedAndAbsent(path));
  }
  problems.push(...[...directories.values()].filter((problem) => problem !== void 0));
  return { plan: { ...plan, writes }, problems };
}
function linkedParent({ files, root }, directory) {
  let path = "";
  for (const part of directory.split("/").slice(1)) {
    path += `/${part}`;
    const stat2 = files.lstat(placeAt(root, path));
    if (stat2 === void 0) return void 0;
    if (!stat2.isDirectory()) return path;
  }
  return void 0;
}
function problemOfDirectory(directory, around, made) {
  try {
    const linked = linkedParent(around, directory);
    if (linked !== void 0) return notADirectory(linked, around);
    let present = directory;
    while (made.has(present)) present = directoryOf(present);
    around.files.probe(placeAt(around.root, present === "" ? "/" : present));
    return void 0;
  } catch (error) {
    return notWritable(directory, codeOf(error));
  }
}
function problemOfTarget(path, live) {
  if (!isSafeLocation(path)) return unsafe(path);
  if (live.kind === "directory" || live.kind === "other") return notAFile(path, live.kind);
  return void 0;
}
function unsafe(path) {
  return {
    code: "location-unsafe",
    message: 'The snapshot names a location that is not absolute, or has empty parts, "..", or a NUL in it.',
    hint: "Nothing was touched. Check the store with `holdfast backup check`.",
    path
  };
}
function notADirectory(path, { files, root }) {
  const isLink = files.lstat(placeAt(root, path))?.isSymbolicLink();
  return {
    code: isLink ? "parent-is-link" : "parent-not-directory",
    message: isLink ? "This directory of a file to restore is a symbolic link, and links are never followed." : "This directory of a file to restore is no directory.",
    hint: "Nothing was touched. Put the directory back, or name the real place in the policy and take a backup of it.",
    path
  };
}
function notWritable(path, code) {
  const readOnly = code === "EROFS";
  return {
    code: readOnly ? "read-only" : "not-writable",
    message: readOnly ? "The file system of this directory is read-only." : `Nothing can be written in this directory (${code}).`,
    hint: readOnly ? "Nothing was touched. Mount it writable, or leave these files out with --path or --service." : "Nothing was touched. Run as a user who may write there, or leave these files out with --path or --service.",
    path
  };
}
function notAFile(path, kind) {
  return {
    code: "not-a-file",
    message: `A ${kind === "directory" ? "directory" : "pipe, socket or device"} stands where a file belongs.`,
    hint: "Nothing was touched. Look at what it is, move it away, then restore again.",
    path
  };
}
function mounted(path, link) {
  return {
    code: "mounted",
    message: "The file is a mount point of its own (a bind mount), and cannot be replaced by a rename.",
    hint: link === void 0 ? "Nothing was touched. Restore it where it is mounted from, or write over it with --in-place, which is not atomic." : "Nothing was touched. A link belongs here: unmount it first.",
    path
  };
}
function mountedAndAbsent(path) {
  return {
    code: "mounted",
    message: "The file has to go, but is a mount point of its own (a bind mount).",
    hint: "Nothing was touched. Unmount it, then restore again.",
    path
  };
}

// src/adapters/restore/prepare.ts
async function rootDirectory(given, cwd) {
  if (given === void 0) return ok("");
  try {
    const real = await realpath(resolve(cwd, given));
    if ((await stat(real)).isDirectory()) return ok(real === "/" ? "" : real);
  } catch {
  }
  return refuse({
    code: "root-missing",
    message: `${given} is not a directory.`,
    hint: "Name the directory that stands in the place of / with --root."
  });
}
async function prepare(store, request, files = diskOperations) {
  const { parts, asked, root, policy } = request;
  const chosen = chooseFiles(parts, asked, await presentIn(store, request));
  if (!chosen.ok) return chosen;
  const seen = await withPlainDigests(store, chosen.value.files, request.decrypt);
  if (!seen.ok) return seen;
  const paths = chosen.value.files.map(({ path }) => path);
  const live = readAllLive(files, root, paths, chosen.value.absent);
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const wanted = seen.value.map((file) => wantedOf(file, live.get(file.path), self));
  const isThere = (path) => readLive(files, placeAt(root, path), false).kind !== "absent";
  const { absent } = chosen.value;
  const plan = planRestore({ wanted, absent, directories: directoriesOfParts(parts) }, live, isThere);
  const examined = examine(plan, live, { files, root, mounts: mountPoints(), inPlace: request.inPlace });
  const touched = [...plan.writes.map(({ path }) => path), ...plan.removes];
  const outside = policy === void 0 ? [] : outsideOf(policy, touched).map(notCritical);
  const locked = await canDecrypt(store, plan.writes, request.decrypt);
  const problems = [...outside, ...examined.problems, ...locked];
  return ok({ chosen: chosen.value, plan: examined.plan, live, problems });
}
async function presentIn(store, { parts, root }) {
  const found = /* @__PURE__ */ new Set();
  for (const { manifest } of parts) {
    const files = await findLive(store.fs, root, liveScope(scopeOf(manifest), []));
    for (const path of files.found) found.add(path);
  }
  return [...found].sort();
}
function notCritical(path) {
  return {
    code: "outside-policy",
    message: "The policy of today does not call this place critical, and nothing else is touched.",
    hint: "Nothing was touched. Leave it out with --path or --service, or restore without --policy.",
    path
  };
}

// src/cli/restore/parts.ts
import { hostname as hostname2 } from "node:os";

// src/adapters/restore/sides.ts
var LARGEST = 50 * 1024 * 1024;
function sidesOf(store, files, root, plan, decrypt) {
  const wanted = new Map(plan.writes.map((write) => [write.path, write]));
  return {
    before: {
      async *read(entries) {
        for (const entry of entries) yield liveBlob(files, root, entry);
      }
    },
    after: {
      async *read(entries) {
        for (const entry of entries) {
          const file = wanted.get(entry.path);
          const { link, size } = file;
          if (link !== void 0) yield { id: entry.id, bytes: encodePath(link) };
          else if (size > LARGEST) yield { id: entry.id, refused: "too-large", size };
          else yield await storedBlob(store, entry.id, file, decrypt);
        }
      }
    }
  };
}
function liveBlob(files, root, { path, id, mode }) {
  const place2 = placeAt(root, path);
  try {
    if (mode === "symlink") return { id, bytes: encodePath(files.readlink(place2)) };
    const fd = files.openToRead(place2);
    try {
      const { size } = files.stat(fd);
      if (size > LARGEST) return { id, refused: "too-large", size };
      const parts = [];
      for (let read = 0; read <= LARGEST; ) {
        const buffer = Buffer.alloc(Math.min(1 << 20, size + 1));
        const count2 = files.read(fd, buffer);
        if (count2 === 0) break;
        parts.push(buffer.subarray(0, count2));
        read += count2;
      }
      return { id, bytes: Buffer.concat(parts) };
    } finally {
      files.close(fd);
    }
  } catch (error) {
    return { id, refused: codeOf(error) === "ENOENT" ? "missing" : "unreadable" };
  }
}
async function storedBlob(store, id, file, decrypt) {
  try {
    const parts = [];
    for await (const part of contentParts(store, file, decrypt)) parts.push(Uint8Array.from(part));
    return { id, bytes: Buffer.concat(parts) };
  } catch {
    return { id, refused: "unreadable" };
  }
}

// src/adapters/restore/steps.ts
import { randomBytes } from "node:crypto";

// src/restore/journal.ts
function journalOf(head, { writes, removes, directories }) {
  return { version: 1, ...head, writes, removes, directories };
}
var JOURNAL_NAME = /^restore-[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
function journalName({ id }) {
  return `restore-${id}`;
}
var ulid = (value) => typeof value === "string" && isId(value) ? void 0 : "is no ULID";
var location = (value) => place(value) ?? (isSafeLocation(value) ? void 0 : "is not absolute");
var permissions = (value) => count(value) ?? (value > 4095 ? "is more than permission bits" : void 0);
var digest = like(/^[0-9a-f]{64}$/, "SHA-256");
var onlyTrue = (value) => value === true ? void 0 : "is not true";
var owned = { path: location, mode: permissions, uid: count, gid: count };
var shape = record({
  version: (value) => value === 1 ? void 0 : "is that of another Holdfast",
  id: ulid,
  snapshots: listOf(ulid),
  before: orNull(ulid),
  root: (value) => value === "" ? void 0 : location(value),
  writes: listOf(
    record({
      ...owned,
      sha256: digest,
      size: count,
      was: oneOf(["absent", "unreadable", "file", "link"]),
      link: optional(text),
      inPlace: optional(onlyTrue),
      sensitive: optional(onlyTrue),
      stored: optional(record({ sha256: digest, size: count }))
    })
  ),
  removes: listOf(location),
  directories: listOf(record(owned)),
  recipients: optional(listOf(text))
});
function readJournalEntry(entry, name) {
  const fault = shape(entry);
  if (fault === void 0 && journalName(entry) === name)
    return ok(entry);
  return refuse(unusableJournal(fault ?? "its name is that of another one"));
}
function unusableJournal(fault) {
  return {
    code: "journal-unusable",
    message: `The journal of an interrupted restore cannot be used: ${fault}.`,
    hint: "Files may be partly restored. `holdfast restore --discard` forgets it; then restore again."
  };
}

// src/adapters/restore/stage.ts
import { createHash as createHash3 } from "node:crypto";
function failure(code, what, path, error) {
  return {
    code,
    message: `${what} (${codeOf(error)}).`,
    hint: "See what stands in the way: a full disk, missing rights, an immutable file, a broken device.",
    path
  };
}
function makeDirectories(files, { id, root, directories }) {
  const foreign = [];
  for (const [index, { path, mode, uid, gid }] of directories.entries()) {
    const temporary = placeAt(root, temporaryDirectory(id, index, path));
    try {
      if (files.lstat(temporary) !== void 0) files.removeDirectory(temporary);
      if (files.lstat(placeAt(root, path)) !== void 0) continue;
      files.makeDirectory(temporary);
      if (!own(() => files.ownPath(temporary, uid, gid))) foreign.push(path);
      files.setPathMode(temporary, mode);
      files.rename(temporary, placeAt(root, path));
    } catch (error) {
      return refuse(failure("directory-not-made", "The directory cannot be made", path, error));
    }
  }
  return ok(foreign);
}
async function stage(files, journal, contents) {
  const { root } = journal;
  const foreign = [];
  for (const [index, write] of journal.writes.entries()) {
    const { path } = write;
    try {
      if (write.inPlace || isAsWanted(write, readLive(files, placeAt(root, path)))) continue;
      const linked = linkedParent({ files, root }, directoryOf(path));
      if (linked !== void 0) return refuse(becameLink(linked));
      const temporary = placeAt(root, temporaryPath(journal.id, index, path));
      if (files.lstat(temporary) !== void 0) files.remove(temporary);
      if (!await stageOne(files, write, temporary, contents)) foreign.push(path);
    } catch (error) {
      return refuse(failure("not-staged", "The file cannot be written beside its place", path, error));
    }
  }
  return ok(foreign);
}
async function stageOne(files, file, temporary, contents) {
  if (file.link !== void 0) {
    files.link(file.link, temporary);
    return own(() => files.ownPath(temporary, file.uid, file.gid));
  }
  const fd = files.openNew(temporary);
  try {
    return await fill(files, fd, file, contents);
  } finally {
    files.close(fd);
  }
}
async function fill(files, fd, file, contents) {
  const digest2 = createHash3("sha256");
  for await (const part of contents(file)) {
    digest2.update(part);
    files.write(fd, part);
  }
  if (digest2.digest("hex") !== file.sha256) throw new Error("the object in the store is damaged");
  const owned2 = own(() => files.own(fd, file.uid, file.gid));
  files.setMode(fd, owned2 ? file.mode : file.mode & 511);
  files.sync(fd);
  return owned2;
}
function own(change) {
  try {
    change();
    return true;
  } catch (error) {
    if (codeOf(error) === "EPERM") return false;
    throw error;
  }
}
function unstage(files, journal) {
  const { id, root, writes, directories } = journal;
  const quietly = (undo) => {
    try {
      undo();
    } catch {
    }
  };
  for (const [index, { path }] of writes.entries()) {
    quietly(() => files.remove(placeAt(root, temporaryPath(id, index, path))));
  }
  for (const [index, { path }] of [...directories.entries()].toReversed()) {
    quietly(() => files.removeDirectory(placeAt(root, temporaryDirectory(id, index, path))));
    quietly(() => files.removeDirectory(placeAt(root, path)));
  }
}
function becameLink(path) {
  return {
    code: "parent-is-link",
    message: "This directory of a file to restore has become something else while the restore ran.",
    hint: "See who changes it, then restore again.",
    path
  };
}

// src/adapters/restore/swap.ts
async function swap(files, journal, contents) {
  const problems = [];
  const foreign = [];
  for (const [index, write] of journal.writes.entries()) {
    try {
      if (write.inPlace && !await writeOver(files, journal, write, contents)) foreign.push(write.path);
      if (!write.inPlace) problems.push(...putInPlace(files, journal, write, index));
    } catch (error) {
      problems.push(failure("not-replaced", "The file cannot be put in its place", write.path, error));
    }
  }
  for (const path of journal.removes) {
    try {
      const linked = linkedParent({ files, root: journal.root }, directoryOf(path));
      if (linked !== void 0) problems.push(becameLink(linked));
      else if (files.lstat(placeAt(journal.root, path)) !== void 0)
        files.remove(placeAt(journal.root, path));
    } catch (error) {
      problems.push(failure("not-removed", "The file cannot be removed", path, error));
    }
  }
  return { problems, foreign };
}
function putInPlace(files, { id, root }, { path }, index) {
  const temporary = placeAt(root, temporaryPath(id, index, path));
  if (files.lstat(temporary) === void 0) return [];
  const linked = linkedParent({ files, root }, directoryOf(path));
  if (linked !== void 0) return [becameLink(linked)];
  files.rename(temporary, placeAt(root, path));
  return [];
}
async function writeOver(files, { root }, file, contents) {
  if (isAsWanted(file, readLive(files, placeAt(root, file.path)))) return true;
  const fd = files.openToWrite(placeAt(root, file.path));
  try {
    files.truncate(fd, 0);
    return await fill(files, fd, file, contents);
  } finally {
    files.close(fd);
  }
}
function syncDirectories(files, journal) {
  const { root, writes, removes, directories } = journal;
  const paths = [...writes, ...directories].map(({ path }) => path);
  const changed = new Set([...paths, ...removes].map(directoryOf));
  const problems = [];
  for (const directory of changed) {
    try {
      if (files.lstat(placeAt(root, directory || "/")) !== void 0)
        syncOne(files, placeAt(root, directory || "/"));
    } catch (error) {
      problems.push(failure("not-synced", "The directory may not be on the disk", directory, error));
    }
  }
  return problems;
}
function syncOne(files, directory) {
  const fd = files.openToRead(directory);
  try {
    files.sync(fd);
  } catch (error) {
    if (codeOf(error) !== "EINVAL") throw error;
  } finally {
    files.close(fd);
  }
}
function compareAll2(files, { root, writes, removes }, foreign) {
  const others = new Set(foreign);
  const wrong = writes.filter((write) => {
    const live = readLive(files, placeAt(root, write.path));
    if (!others.has(write.path) || !("uid" in live)) return !isAsWanted(write, live);
    const { uid, gid } = live;
    return !isAsWanted({ ...write, uid, gid, mode: write.mode & 511 }, live);
  });
  const back = removes.filter((path) => readLive(files, placeAt(root, path), false).kind !== "absent");
  return [...wrong.map(({ path }) => path), ...back].map((path) => ({
    code: "not-as-restored",
    message: "What was read back is not what was written: something else changed it meanwhile.",
    hint: "See who writes there (a running deployment, a configuration manager), stop it, then restore again.",
    path
  }));
}

// src/adapters/restore/steps.ts
function restoreSteps(store, files, backup2, decrypt) {
  const contents = (file) => contentParts(store, file, decrypt);
  return {
    verify: (writes) => unreadableContents(store, writes, decrypt),
    backup: backup2,
    name: () => nextId(Date.now(), randomBytes(10)),
    record: async (journal) => problemsOf(await writeJournal(store, journalName(journal), journal)),
    async stage(journal) {
      const made = makeDirectories(files, journal);
      const staged = made.ok ? await stage(files, journal, contents) : made;
      return made.ok && staged.ok ? ok([...made.value, ...staged.value]) : staged;
    },
    unstage: (journal) => unstage(files, journal),
    swap: (journal) => swap(files, journal, contents),
    sync: (journal) => syncDirectories(files, journal),
    compare: (journal, foreign) => compareAll2(files, journal, foreign),
    forget: async (journal) => problemsOf(await removeJournal(store, journalName(journal)))
  };
}
async function pendingRestores(store) {
  return guarded(store.directory, async () => {
    const names = (await journalNames(store)).filter((name) => JOURNAL_NAME.test(name));
    const pending = [];
    for (const name of names) {
      const entry = await readJournal(store, name);
      if (!entry.ok && entry.problem.code === "journal-missing") continue;
      const journal = entry.ok ? readJournalEntry(entry.value, name) : refuse(unusableJournal("it is damaged"));
      pending.push({ name, journal });
    }
    return ok(pending);
  });
}
function problemsOf(result) {
  return result.ok ? [] : [result.problem];
}

// src/restore/compare.ts
var MOST_COMPARED = 20;
async function compareByKey(plan, live, select, sides) {
  const selected = [
    ...plan.writes.map((write) => selectedOf(write.path, entryOf(write.path, live), wantedEntry(write))),
    ...plan.removes.map((path) => selectedOf(path, entryOf(path, live), void 0))
  ].map((change) => ({ change, selection: select(change.path) }));
  const first = selected.slice(0, MOST_COMPARED);
  const versions = await readVersions(sides, first);
  const compared = await compareAll(first, versions);
  const rest = selected.slice(MOST_COMPARED).map(({ change, selection }) => {
    const { path, status } = change;
    return { path, status, rule: selection.rule, critical: selection.critical };
  });
  return [...compared.map((one) => summarise(toSubject(one, NO_QUESTIONS), true)), ...rest];
}
function selectedOf(path, before, after) {
  const status = before === void 0 ? "added" : after === void 0 ? "removed" : before.mode === after.mode ? "modified" : "retyped";
  return { path, status, ...before && { before }, ...after && { after } };
}
function wantedEntry({ path, link, mode, sha256 }) {
  return { path, mode: link === void 0 ? modeOf(mode) : "symlink", id: sha256 };
}
function entryOf(path, live) {
  const found = live.get(path);
  if (found.kind === "absent") return void 0;
  if (found.kind === "link") return { path, mode: "symlink", id: `link:${found.link}` };
  return found.kind === "file" ? { path, mode: modeOf(found.mode), id: found.sha256 } : { path, mode: "file", id: found.kind };
}
function modeOf(mode) {
  return (mode & 64) === 0 ? "file" : "executable";
}

// src/restore/known-good.ts
function chooseKnownGood(manifests, verdicts, { services, host, environment }) {
  const newest = newestVerdicts(verdicts);
  const isOurs = oursOf(manifests, host);
  const ordered = manifests.filter((one) => isOurs(one) && (environment ?? one.environment) === one.environment).toSorted((left, right) => left.id < right.id ? 1 : -1);
  const good = ordered.filter(({ id }) => newest.get(id)?.verdict === "good");
  for (const field of ["host", "environment"]) {
    const names = [...new Set(good.map((one) => one[field]))];
    if (names.length > 1) return refuse(ambiguous(field, names));
  }
  const known = new Set([...good, ...ordered.slice(0, 1)].flatMap((manifest) => [...servicesIn(manifest)]));
  const parts = /* @__PURE__ */ new Map();
  for (const service of services.length > 0 ? services : known) {
    const manifest = good.find((one) => isWhole(one, service));
    if (manifest === void 0) return refuse(noKnownGood(service));
    parts.set(manifest, [...parts.get(manifest) ?? [], service]);
  }
  if (parts.size === 0) return refuse(noKnownGood(null));
  return ok([...parts].map(([manifest, taken]) => ({ manifest, services: taken })));
}
function oursOf(manifests, host) {
  return manifests.some((one) => one.host === host) ? (one) => one.host === host : () => true;
}
function servicesIn(manifest) {
  const selects = createLiveSelector(scopeOf(manifest));
  const unsaved = manifest.unsaved.filter(({ path }) => selects(path) !== void 0);
  return servicesOf({ ...manifest, unsaved });
}
function isWhole(manifest, service) {
  const selects = createLiveSelector(scopeOf(manifest));
  return servicesIn(manifest).has(service) && !manifest.unsaved.some((one) => one.service === service || selects(one.path) === void 0);
}
function ambiguous(field, names) {
  const shown = names.map((name) => name ?? "none").sort();
  return {
    code: "known-good-ambiguous",
    message: `The known good snapshots are of more than one ${field}: ${shown.join(", ")}.`,
    hint: field === "environment" ? "Name one with --environment, or a snapshot by its id." : "None is of this host. Name a snapshot by its id; holdfast backup list shows what there is."
  };
}
function noKnownGood(service) {
  const which = service === null ? "a snapshot" : `a snapshot of the service ${service}`;
  return {
    code: "no-known-good",
    message: `The store has no ${which.slice(2)} that is known to be good and whole.`,
    hint: "Name a snapshot by its id, or services with --service; holdfast backup list shows what there is."
  };
}

// src/restore/selections.ts
function selectionsOf(parts, policy) {
  const today = policy === void 0 ? () => void 0 : createLiveSelector(policy);
  const scopes = parts.map(({ manifest }) => createLiveSelector(scopeOf(manifest)));
  const hidden2 = new Set(
    parts.flatMap(
      ({ manifest }) => manifest.files.filter(({ sensitive }) => sensitive).map(({ path }) => path)
    )
  );
  return (location2) => {
    const then = scopes.map((select) => select(location2)).find((found) => found !== void 0);
    const now = today(location2);
    const selection = (now ?? then)?.selection ?? NOTHING;
    const named = [now, then].flatMap((found) => found?.selection.sensitive ?? []);
    const sensitive = named.length > 0 || !hidden2.has(location2) ? [...new Set(named)] : ["**"];
    return { ...selection, sensitive };
  };
}
function isSilent({ manifest }) {
  return manifest.scope.some(({ sensitive }) => sensitive === void 0);
}
var NOTHING = {
  rule: "snapshot",
  critical: true,
  schemas: [],
  protect: [],
  freeze: [],
  sensitive: [],
  identity: {}
};

// src/restore/show.ts
var MOST_LISTED = 10;
function planText(plan, live, changes, options) {
  const page = {
    decision: nothingFound(changes),
    width: Math.max(40, options.width ?? 80),
    style: paint(options.color)
  };
  const writes = new Map(plan.writes.map((write) => [write.path, write]));
  const sections = changes.slice(0, MOST_COMPARED).map((change) => {
    const write = writes.get(change.path);
    return [
      ...fileSection(page, change.path, [], change),
      ...write === void 0 ? [] : facts(page, write, live.get(write.path))
    ];
  });
  const rest = changes.slice(MOST_COMPARED).map(({ path, status }) => `  ${plainLine(path)}  ${status}`);
  if (rest.length > 0) {
    const shown = rest.slice(0, MOST_LISTED);
    const more = rest.length - shown.length;
    sections.push([...shown, ...more > 0 ? [`  \u2026 and ${plural(more, "more file")}`] : []]);
  }
  for (const { path, mode } of plan.directories) {
    sections.push([`${plainLine(path)}  the directory is missing, and is made with mode ${octal(mode)}`]);
  }
  return sections.map((section) => `${inert(section.join("\n"))}

`).join("");
}
function totals({ writes, removes, unchanged }) {
  const kept = unchanged.length === 0 ? "" : `; ${plural(unchanged.length, "file")} as it should be`;
  return `${plural(writes.length, "file")} to write, ${removes.length} to remove${kept}.`;
}
function chosenText(manifests, { unsaved, unplaced }) {
  const lines = manifests.map(({ id, at, host, commit, reason }) => {
    const about = [`of ${at.slice(0, 16).replace("T", " ")} UTC`, `host ${host}`];
    if (commit !== null) about.push(`commit ${commit.slice(0, 12)}`);
    if (reason !== null) about.push(reason);
    return `Snapshot ${id}  ${plainLine(about.join(" \xB7 "))}`;
  });
  for (const { path, detail } of unsaved.slice(0, MOST_LISTED)) {
    lines.push(`Not in the snapshot, and left as it is: ${plainLine(`${path} (${detail})`)}`);
  }
  if (unplaced.length > 0) {
    lines.push(`Left out: ${plural(unplaced.length, "file")} that the policy puts nowhere on hosts.`);
  }
  return `${lines.map(inert).join("\n")}

`;
}
function facts(page, write, live) {
  const lines = [];
  const say = (label, text2) => lines.push(...labelled(page, page.style.quiet, label, text2));
  if (live.kind === "file" && write.link === void 0 && live.mode !== write.mode) {
    say("mode", `${octal(live.mode)} \u2192 ${octal(write.mode)}`);
  }
  if ("uid" in live && (live.uid !== write.uid || live.gid !== write.gid)) {
    say("owner", `${live.uid}:${live.gid} \u2192 ${write.uid}:${write.gid}`);
  }
  if (write.link !== void 0) say("link", `\u2192 ${write.link}`);
  if (write.inPlace)
    say("mounted", "The content is written over: whoever reads meanwhile sees a part of it.");
  return lines;
}
function octal(mode) {
  return mode.toString(8).padStart(4, "0");
}
function nothingFound(changes) {
  return {
    version: 1,
    verdict: "pass",
    base: "live",
    head: "snapshot",
    policy: "",
    failOn: "error",
    warnOnly: false,
    counts: { errors: 0, warnings: 0, notices: 0, changed: changes.length, critical: changes.length },
    findings: [],
    changes: [...changes],
    notLookedAt: []
  };
}

// src/restore.ts
async function restore(plan, head, steps) {
  const damaged = await steps.verify(plan.writes);
  if (damaged.length > 0) return refuse2(damaged);
  const before = await steps.backup(replaced(plan));
  if (!before.ok) return refuse2([before.problem]);
  const journal = journalOf({ ...head, id: steps.name(), before: before.value }, plan);
  const unwritten = await steps.record(journal);
  if (unwritten.length > 0) return refuse2(unwritten);
  return carryOut(journal, steps);
}
function replaced({ writes, removes }) {
  return [...writes.filter(({ was }) => was !== "absent").map(({ path }) => path), ...removes];
}
async function resume(journal, steps) {
  const damaged = await steps.verify(journal.writes);
  if (damaged.length > 0) return { ok: false, touched: true, problems: damaged };
  const before = await steps.backup([]);
  if (!before.ok) return { ok: false, touched: true, problems: [before.problem] };
  return carryOut(journal, steps, true);
}
async function carryOut(journal, steps, touched = false) {
  const staged = await steps.stage(journal);
  if (!staged.ok) {
    steps.unstage(journal);
    const left2 = touched ? [] : await steps.forget(journal);
    return { ok: false, touched, problems: [staged.problem, ...left2] };
  }
  const swapped = await steps.swap(journal);
  const problems = [...swapped.problems, ...steps.sync(journal)];
  const foreign = [...staged.value, ...swapped.foreign];
  if (problems.length === 0) problems.push(...steps.compare(journal, foreign));
  if (problems.length > 0) return { ok: false, touched: true, problems };
  const left = await steps.forget(journal);
  return left.length > 0 ? { ok: false, touched: true, problems: left } : { ok: true, value: { journal, foreign } };
}
function refuse2(problems) {
  return { ok: false, touched: false, problems };
}

// src/cli/restore/keep.ts
import { hostname } from "node:os";
function keeper(store, root, rules, reason, environment = null, encryption) {
  return async (paths) => {
    const objects = createObjectWriter(store, encryption);
    const kept = await guarded(
      store.directory,
      () => backup({
        policy: rules,
        source: "live",
        paths: [],
        about: {
          host: hostname(),
          environment,
          commit: null,
          deploymentId: null,
          reason,
          ...encryption && { recipients: [...encryption.recipients] }
        },
        open: async () => ok({
          collect: async (_, scope) => ok(await collectLive(store.fs, root, scope, objects)),
          next: async () => nextOf(store),
          async add(manifest) {
            await objects.flush();
            return addSnapshot(store, manifest);
          }
        })
      })
    );
    if (!kept.ok) return kept.problem.code === "nothing-to-save" && paths.length === 0 ? ok(null) : kept;
    const { id, files } = kept.value.manifest;
    const held = new Set(files.map(({ path }) => path));
    const lost = paths.find((path) => !held.has(path));
    return lost === void 0 ? ok(id) : refuse(notKept(lost));
  };
}
async function nextOf(store) {
  const ids = await storedIds(store, "snapshots");
  return { id: newId(ids), at: (/* @__PURE__ */ new Date()).toISOString(), parent: ids.at(-1) ?? null };
}
function rulesOfParts(parts) {
  const scopes = parts.map((part) => {
    const scope = scopeOf(part.manifest);
    const hides = isSilent(part) && part.manifest.files.some(({ sensitive }) => sensitive);
    return hides ? { ...scope, critical: scope.critical.map(hidden) } : scope;
  });
  return { ...scopes[0], critical: scopes.flatMap(({ critical }) => critical) };
}
function rulesOfJournal({ writes, removes }) {
  const open = writes.filter(({ sensitive }) => !sensitive).map(({ path }) => path);
  const closed = [...writes.filter(({ sensitive }) => sensitive).map(({ path }) => path), ...removes];
  const ruleOf = (paths) => {
    const rule = { protect: [], freeze: [], sensitive: [], identity: {} };
    return paths.length === 0 ? [] : [{ id: "critical[0]", files: paths.map(escapeGlob), ...rule }];
  };
  return {
    origin: { kind: "inputs" },
    critical: [...ruleOf(open), ...ruleOf(closed).map((rule) => hidden({ ...rule, id: "critical[1]" }))],
    schemas: [],
    environments: [],
    schemaHosts: []
  };
}
function hidden(rule) {
  return { ...rule, sensitive: ["**"] };
}
function notKept(path) {
  return {
    code: "not-kept",
    message: "What stands there now could not be kept in the store, and would be lost.",
    hint: "Nothing was touched. See whether it can be read, and what changes it; then restore again.",
    path
  };
}

// src/cli/restore/text.ts
var STUCK = {
  code: "restore-unfinished",
  message: "The restore is not finished; every file is wholly old or wholly new.",
  hint: "When the reason is gone: `holdfast restore --resume`. Or forget it with `holdfast restore --discard`."
};
function doneText({ journal, foreign }, io) {
  const { writes, removes, before } = journal;
  const lines = [`Restored ${plural(writes.length, "file")}, removed ${removes.length}.`];
  if (before !== null) lines.push(`What stood there before: holdfast restore ${before}`);
  for (const path of foreign) io.stderr(problemText(ownerProblem(path), io));
  return `${lines.map(plainLine).join("\n")}
`;
}
function ownerProblem(path) {
  return {
    code: "owner-not-set",
    message: "Restored, but it belongs to the user who ran this: another owner cannot be set without more rights.",
    hint: "Set the owner and the group with chown, or run the restore as root; whoever should read it may not be able to.",
    path
  };
}

// src/cli/restore/parts.ts
async function chooseParts(store, id, knownGood, host = hostname2()) {
  if (id !== void 0) {
    const found = findId(await storedIds(store, "snapshots"), id);
    if (!found.ok) return found;
    const manifest = await readSnapshot(store, found.value);
    return manifest.ok ? ok([{ manifest: manifest.value }]) : manifest;
  }
  const [manifests, verdicts] = [await readSnapshots(store), await readVerdicts(store)];
  if (!manifests.ok) return manifests;
  if (!verdicts.ok) return verdicts;
  const [damaged] = [...manifests.value.damaged, ...verdicts.value.damaged];
  if (damaged !== void 0) return refuse({ ...damaged.problem, path: damaged.file });
  return chooseKnownGood(manifests.value.items, verdicts.value.items, {
    ...knownGood,
    host
  });
}
async function restoreParts(store, request, { dryRun, yes, reload }, io, fail, account) {
  account.snapshots = request.parts.map(({ manifest }) => manifest.id);
  const shown = await prepare(store, request);
  if (!shown.ok) return fail(shown.problem);
  const { plan, problems } = shown.value;
  account.plan = plan;
  account.changes = await show(store, request, shown.value, io);
  if (problems.length > 0) return fail(...problems);
  account.end = "unchanged";
  if (plan.writes.length + plan.removes.length === 0) return 0;
  account.end = "shown";
  if (dryRun) {
    io.stdout("Nothing was changed (--dry-run).\n");
    return 1;
  }
  if (!yes) {
    if (io.ask === void 0)
      return fail(usage("Nobody can be asked here.", "Say --yes, or look first with --dry-run."));
    const files = plural(plan.writes.length + plan.removes.length, "file");
    if (!/^y(es)?$/i.test((await io.ask(`Restore ${files}? [y/N] `)).trim())) {
      io.stdout("Nothing was changed.\n");
      return 1;
    }
  }
  account.end = "refused";
  const code = await carryOut2(store, request, digestOf(plan), io, fail, account);
  return account.done === void 0 ? code : Math.max(code, await reload(account.done.journal));
}
async function carryOut2(store, request, digest2, io, fail, account) {
  const { parts, root, decrypt } = request;
  const encryption = await encryptionOf(request, io);
  if (!encryption.ok) return fail(encryption.problem);
  const lock = await acquireLock(store, "holdfast restore");
  if (!lock.ok) return fail(lock.problem);
  try {
    const prepared = await prepare(store, request);
    if (!prepared.ok) return fail(prepared.problem);
    const { plan, problems } = prepared.value;
    if (problems.length > 0) return fail(...problems);
    if (digestOf(plan) !== digest2) return fail(CHANGED);
    const snapshots = parts.map(({ manifest }) => manifest.id);
    const reason = `before the restore of ${snapshots.join(", ")}`;
    const { environment } = parts[0].manifest;
    const keep = keeper(store, root, rulesOfParts(parts), reason, environment, encryption.value);
    const recipients = encryption.value && { recipients: [...encryption.value.recipients] };
    const steps = restoreSteps(store, diskOperations, keep, decrypt);
    const outcome = await restore(plan, { snapshots, root, ...recipients }, steps);
    if (!outcome.ok) {
      if (outcome.touched) account.end = "unfinished";
      return fail(...outcome.problems, ...outcome.touched ? [STUCK] : []);
    }
    account.end = "restored";
    account.done = outcome.value;
    io.stdout(doneText(outcome.value, io));
    return outcome.value.foreign.length > 0 ? 1 : 0;
  } finally {
    await lock.value.release();
  }
}
async function encryptionOf({ parts, policy }, io) {
  const named = await chosenRecipients({}, policy, io);
  if (!named.ok) return named;
  const newestFirst = parts.map(({ manifest }) => manifest).sort((left, right) => left.id > right.id ? -1 : 1);
  const known = newestFirst.find(({ recipients }) => recipients !== void 0)?.recipients ?? [];
  const files = newestFirst.flatMap((manifest) => manifest.files);
  const all = files.some(({ sensitive, stored }) => !sensitive && stored !== void 0);
  return encryptionFor(named.value.length > 0 ? named.value : known, all);
}
async function show(store, request, { chosen, plan, live }, io) {
  const { parts, root, policy, decrypt } = request;
  const sides = sidesOf(store, diskOperations, root, plan, decrypt);
  const changes = await compareByKey(plan, live, selectionsOf(parts, policy), sides);
  const columns = Number(io.env.COLUMNS) || process.stdout.columns;
  const options = { color: io.color, ...columns > 0 ? { width: columns } : {} };
  const manifests = parts.map(({ manifest }) => manifest);
  const hides = policy === void 0 && parts.some(isSilent) && chosen.files.some(({ sensitive }) => sensitive);
  io.stdout(
    `${chosenText(manifests, chosen)}${planText(plan, live, changes, options)}${hides ? HIDES : ""}${totals(plan)}
`
  );
  return changes;
}
var HIDES = "The snapshot is of an older version and does not say which keys are sensitive, so that all are hidden; --policy FILE shows the others.\n\n";
var CHANGED = {
  code: "changed-meanwhile",
  message: "The files have changed since they were shown, and nothing else is done than what was shown.",
  hint: "Nothing was touched. Run it again and look at what it shows now."
};

// src/services/affected.ts
function affectedServices(policy, locations) {
  const select = createLiveSelector(policy);
  const names = new Set(locations.flatMap((location2) => select(location2)?.selection.service ?? []));
  const services = (policy.services ?? []).filter(({ name }) => names.has(name));
  const known = new Set(services.map(({ name }) => name));
  return { services, unknown: [...names].filter((name) => !known.has(name)).sort() };
}
function rotatingFiles(policy) {
  const select = createLiveSelector(policy);
  const rotating = new Map(
    (policy.services ?? []).map(({ name, rotating: globs }) => [
      name,
      globs === true ? () => true : globMatcher(globs)
    ])
  );
  return (location2) => {
    const found = select(location2);
    const rotates = rotating.get(found?.selection.service ?? "");
    if (found === void 0 || rotates === void 0) return false;
    return rotates(location2) || found.path !== void 0 && rotates(found.path);
  };
}

export {
  chooseFiles,
  scopeOf,
  outsideOf,
  pathMatcher,
  wantedOf,
  isAsWanted,
  diskOperations,
  rootDirectory,
  LARGEST,
  liveBlob,
  storedBlob,
  unstage,
  restoreSteps,
  pendingRestores,
  selectionsOf,
  isSilent,
  resume,
  keeper,
  rulesOfJournal,
  STUCK,
  doneText,
  chooseParts,
  restoreParts,
  affectedServices,
  rotatingFiles
};
