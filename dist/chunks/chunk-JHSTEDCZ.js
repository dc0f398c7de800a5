import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  chooseFiles,
  directoriesOfParts,
  outsideOf,
  scopeOf
} from "./chunk-LEKEXJWO.js";
import {
  codeOf,
  diskOperations,
  placeAt
} from "./chunk-7Q2MFPVQ.js";
import {
  findLive
} from "./chunk-TMNRVTO3.js";
import {
  liveScope
} from "./chunk-36PCAFZY.js";
import {
  canDecrypt,
  withPlainDigests
} from "./chunk-H7GKGIJQ.js";
import {
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import {
  bareSelection
} from "./chunk-O24VLVZE.js";
import {
  byPath
} from "./chunk-HCG7IYJE.js";
import {
  decodePath,
  directoryOf
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/restore/live.ts
import { createHash } from "node:crypto";
var CHUNK = 1 << 20;
function readLive(files, place, withContent = true) {
  try {
    const stat2 = files.lstat(place);
    if (stat2 === void 0) return { kind: "absent" };
    const { uid, gid } = stat2;
    if (stat2.isDirectory()) return { kind: "directory" };
    if (stat2.isSymbolicLink()) return { kind: "link", link: files.readlink(place), uid, gid };
    if (!stat2.isFile()) return { kind: "other" };
    const mode = stat2.mode & 4095;
    return { kind: "file", uid, gid, mode, ...withContent ? hash(files, place) : { sha256: "", size: 0 } };
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOTDIR" || code === "ENOENT" ? { kind: "absent" } : { kind: "unreadable", code };
  }
}
function hash(files, place) {
  const fd = files.openToRead(place);
  try {
    const digest = createHash("sha256");
    const buffer = Buffer.alloc(CHUNK);
    let size = 0;
    for (let count = files.read(fd, buffer); count > 0; count = files.read(fd, buffer)) {
      digest.update(buffer.subarray(0, count));
      size += count;
    }
    return { sha256: digest.digest("hex"), size };
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

// src/adapters/restore/prepare.ts
import { realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";

// src/restore/plan.ts
import { createHash as createHash2 } from "node:crypto";
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
  return createHash2("sha256").update(JSON.stringify(plan)).digest("hex");
}
function isSafeLocation(path) {
  return path.length > 1 && path.startsWith("/") && !path.includes("\0") && path.slice(1).split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
function missingDirectories(files, saved, exists) {
  const own = new Map(saved.map((directory) => [directory.path, directory]));
  const found = /* @__PURE__ */ new Map();
  for (const { path, mode, uid, gid, link } of files) {
    const readers = link === void 0 ? mode & 36 : 36;
    for (let directory = directoryOf(path); directory !== ""; directory = directoryOf(directory)) {
      const known = found.get(directory);
      if (known === void 0 && exists(directory)) break;
      const next = known ?? { path: directory, mode: 448, uid, gid };
      found.set(directory, own.get(directory) ?? { ...next, mode: next.mode | readers | readers >> 2 });
    }
  }
  return [...found.values()].sort(byPath);
}

// src/adapters/restore/mounts.ts
import { readFileSync } from "node:fs";
function mountPoints() {
  try {
    return parseMounts(readFileSync("/proc/self/mountinfo", "latin1"));
  } catch {
    return /* @__PURE__ */ new Set();
  }
}
function parseMounts(text) {
  const points = text.split("\n").flatMap((line) => line.split(" ")[4] ?? []);
  return new Set(points.map(withoutEscapes));
}
function withoutEscapes(field) {
  const bytes = field.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
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
  for (const [path, { kind }] of live) {
    const directory = directoryOf(path);
    if (kind === "absent" || directories.has(directory)) continue;
    directories.set(directory, problemOfLink(directory, around));
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
function problemOfLink(directory, around) {
  try {
    const linked = linkedParent(around, directory);
    return linked === void 0 ? void 0 : notADirectory(linked, around);
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
  const [unmet] = chosen.value.unmet;
  if (unmet !== void 0) return refuse(namesNothing(unmet));
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
function namesNothing({ option, name }) {
  return {
    code: "nothing-chosen",
    message: `${option} ${name} names nothing that the snapshot could put back.`,
    hint: "Nothing was touched. Check its spelling; holdfast backup show lists what a snapshot holds, and what it could not save."
  };
}
function notCritical(path) {
  return {
    code: "outside-policy",
    message: "The policy of today does not call this place critical, and nothing else is touched.",
    hint: "Nothing was touched. Leave it out with --path or --service, or restore without --policy.",
    path
  };
}

// src/restore/selections.ts
function selectionsOf(parts, policy) {
  const today = policy === void 0 ? () => void 0 : createLiveSelector(policy);
  const scopes = parts.map(({ manifest }) => createLiveSelector(scopeOf(manifest)));
  const hidden = new Set(
    parts.flatMap(
      ({ manifest }) => manifest.files.filter(({ sensitive }) => sensitive).map(({ path }) => path)
    )
  );
  return (location) => {
    const then = scopes.map((select) => select(location)).find((found) => found !== void 0);
    const now = today(location);
    const selection = (now ?? then)?.selection ?? NOTHING;
    const named = [now, then].flatMap((found) => found?.selection.sensitive ?? []);
    const sensitive = named.length > 0 || !hidden.has(location) ? [...new Set(named)] : ["**"];
    return { ...selection, sensitive };
  };
}
function isSilent({ manifest }) {
  return manifest.scope.some(({ sensitive }) => sensitive === void 0);
}
var NOTHING = bareSelection("snapshot", true);

export {
  wantedOf,
  isAsWanted,
  temporaryPath,
  temporaryDirectory,
  digestOf,
  isSafeLocation,
  readLive,
  readAllLive,
  mountPoints,
  linkedParent,
  rootDirectory,
  prepare,
  selectionsOf,
  isSilent
};
