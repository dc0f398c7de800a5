import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  keptOf
} from "./chunk-36PCAFZY.js";
import {
  inParallel
} from "./chunk-JLONYCK3.js";
import {
  contentOf,
  digestOf
} from "./chunk-OVH55LPH.js";
import {
  chunks,
  errorCode
} from "./chunk-KA3BEEMK.js";
import {
  sha256
} from "./chunk-BSUCCZFA.js";
import {
  createLocator
} from "./chunk-ZAY2COUY.js";
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  decodePath,
  directoryOf,
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/adapters/store/walk.ts
function placeBelow(root, place) {
  return Buffer.concat([Buffer.from(root), encodePath(place)]);
}
async function findLive(fs, root, scope) {
  const found = /* @__PURE__ */ new Set();
  const absent = /* @__PURE__ */ new Map();
  const unsaved = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  const tell = (path, reason, detail = "") => {
    unsaved.set(path, { path, service: scope.at(path)?.service ?? null, reason, detail });
  };
  const visit = async (place, start) => {
    if (seen.has(place)) return;
    seen.add(place);
    const state = await lookAt(fs, root, place);
    if ("fault" in state) return tell(place, "unreadable", state.fault);
    const { stat } = state;
    if (stat === void 0) {
      if (scope.expected.has(place))
        absent.set(place, { path: place, service: scope.at(place)?.service ?? null });
    } else if (stat.isDirectory()) {
      if (scope.files.has(place)) tell(place, "directory");
      await descend(place);
    } else if (stat.isSymbolicLink() && start && await isDirectory(fs, root, place)) {
      tell(place, "behind-link");
    } else if (scope.at(place) !== void 0) {
      if (stat.isFile() || stat.isSymbolicLink()) found.add(place);
      else tell(place, "not-a-file");
    }
  };
  const descend = async (directory) => {
    if (!scope.reaches(directory)) return;
    const names = await entriesOf(fs, root, directory);
    if ("fault" in names) return tell(directory, "unreadable", names.fault);
    for (const { name, directory: isDirectory2 } of names.entries) {
      const place = `${directory === "/" ? "" : directory}/${name}`;
      if (isDirectory2 || scope.at(place) !== void 0) await visit(place, false);
    }
  };
  const ways = /* @__PURE__ */ new Map();
  for (const start of scope.starts) {
    const way = await wayTo(fs, root, start, ways);
    if (way === "link") tell(start, "behind-link");
    else await visit(start, true);
  }
  return {
    found: [...found].sort(),
    absent: sorted(absent),
    unsaved: sorted(unsaved)
  };
}
function sorted(files) {
  return [...files.values()].sort((left, right) => left.path < right.path ? -1 : 1);
}
async function lookAt(fs, root, place) {
  try {
    return { stat: await fs.lstat(placeBelow(root, place)) };
  } catch (error) {
    const code = errorCode(error);
    if (code === void 0) throw error;
    return code === "ENOENT" || code === "ENOTDIR" ? { stat: void 0 } : { fault: code };
  }
}
async function isDirectory(fs, root, link) {
  const state = await lookAt(fs, root, `${link}/.`);
  return "stat" in state && state.stat !== void 0;
}
async function entriesOf(fs, root, directory) {
  try {
    const entries = await fs.readdir(placeBelow(root, directory));
    const named = entries.map((entry) => ({ name: decodePath(entry.name), directory: entry.isDirectory() }));
    return { entries: named };
  } catch (error) {
    const code = errorCode(error);
    if (code === void 0) throw error;
    return code === "ENOENT" ? { entries: [] } : { fault: code };
  }
}
async function wayTo(fs, root, place, known) {
  for (let slash = place.indexOf("/", 1); slash !== -1; slash = place.indexOf("/", slash + 1)) {
    const directory = place.slice(0, slash);
    let way = known.get(directory);
    if (way === void 0) {
      const state = await lookAt(fs, root, directory);
      if ("fault" in state || state.stat === void 0) way = "none";
      else way = state.stat.isSymbolicLink() ? "link" : "open";
      known.set(directory, way);
    }
    if (way !== "open") return way;
  }
  return "open";
}

// src/adapters/store/directories.ts
async function directoriesOf(fs, root, files) {
  const paths = /* @__PURE__ */ new Set();
  for (const { path } of files) {
    for (let at = directoryOf(path); at !== "" && !paths.has(at); at = directoryOf(at)) paths.add(at);
  }
  const found = [];
  for (const path of [...paths].sort()) {
    try {
      const stat = await fs.lstat(placeBelow(root, path));
      if (!stat.isDirectory()) continue;
      found.push({ path, mode: Number(stat.mode & 0o7777n), uid: Number(stat.uid), gid: Number(stat.gid) });
    } catch (error) {
      if (errorCode(error) === void 0) throw error;
    }
  }
  return found;
}

// src/adapters/store/read-live.ts
import { constants } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
var ATTEMPTS = 3;
var PAUSE_MS = 100;
var SMALL = 4n << 20n;
async function readLive(fs, place, objects, sensitive) {
  const keep2 = (content) => objects.keep(content, sensitive);
  for (let attempt = 1; ; attempt++) {
    const result = await readOnce(fs, place, keep2);
    if (result === "changed") {
      if (attempt === ATTEMPTS) return { reason: "changing", detail: "" };
      await pause(PAUSE_MS * attempt);
    } else if ("fault" in result) {
      if (result.fault === "ENOENT" || result.fault === "ENOTDIR") return { gone: true };
      return { reason: "unreadable", detail: result.fault };
    } else return result;
  }
}
async function readOnce(fs, place, keep2) {
  const before = await ofSource(() => fs.lstat(place));
  if ("fault" in before) return before;
  const stat = before.value;
  if (stat.isSymbolicLink()) return readLink(fs, place, stat);
  if (stat.isDirectory()) return { reason: "directory", detail: "" };
  if (!stat.isFile()) return { reason: "not-a-file", detail: "" };
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const opened = await ofSource(() => fs.open(place, flags));
  if ("fault" in opened) return opened.fault === "ELOOP" ? "changed" : opened;
  const source = opened.value;
  try {
    const first = await ofSource(() => source.stat({ bigint: true }));
    if ("fault" in first) return first;
    if (!isSame(stat, first.value)) return "changed";
    const read = await (stat.size <= SMALL ? readSmall : readLarge)(source, stat, keep2);
    return read !== "changed" && "sha256" in read ? { file: fileOf(stat, read, null) } : read;
  } finally {
    await source.close();
  }
}
async function readLink(fs, place, stat) {
  const target = await ofSource(() => fs.readlink(place));
  if ("fault" in target) return target.fault === "EINVAL" ? "changed" : target;
  return { file: fileOf(stat, { sha256: sha256(target.value) }, decodePath(target.value)) };
}
async function readSmall(source, stat, keep2) {
  const read = await ofSource(async () => {
    const parts = [];
    for await (const part of chunks(source, Number(stat.size))) parts.push(Uint8Array.from(part));
    return { bytes: Buffer.concat(parts), after: await source.stat({ bigint: true }) };
  });
  if ("fault" in read) return read;
  const { bytes, after } = read.value;
  if (!isSame(stat, after) || BigInt(bytes.length) !== stat.size) return "changed";
  return await keep2(contentOf(bytes)) ?? "changed";
}
async function readLarge(source, stat, keep2) {
  const hashed = await ofSource(async () => {
    const digest2 = await digestOf(source, Number(stat.size));
    return { digest: digest2, after: await source.stat({ bigint: true }) };
  });
  if ("fault" in hashed) return hashed;
  const { digest, after } = hashed.value;
  if (!isSame(stat, after)) return "changed";
  const faults = [];
  const size = Number(stat.size);
  const kept = await keep2({
    digest,
    size,
    async *parts() {
      try {
        yield* chunks(source, size);
      } catch (error) {
        const fault = errorCode(error);
        if (fault === void 0) throw error;
        faults.push({ fault });
      }
    }
  });
  return faults[0] ?? kept ?? "changed";
}
async function ofSource(work) {
  try {
    return { value: await work() };
  } catch (error) {
    const fault = errorCode(error);
    if (fault === void 0) throw error;
    return { fault };
  }
}
function isSame(one, other) {
  const parts = ["ino", "dev", "size", "mtimeNs", "ctimeNs"];
  return parts.every((part) => one[part] === other[part]);
}
function fileOf(stat, kept, link) {
  return {
    ...kept,
    size: Number(stat.size),
    mode: Number(stat.mode & 0o7777n),
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    mtime: new Date(Number(stat.mtimeMs)).toISOString(),
    link
  };
}

// src/adapters/store/collect.ts
var WIDTH = 8;
async function collectLive(fs, root, scope, objects) {
  const { found, absent, unsaved } = await findLive(fs, root, scope);
  const collected = { files: [], absent, unsaved };
  await inParallel(found, WIDTH, async (path) => {
    const { service, sensitive } = scope.at(path);
    const result = await readLive(fs, placeBelow(root, path), objects, sensitive);
    if ("file" in result) collected.files.push({ path, service, sensitive, ...result.file });
    else if ("reason" in result) collected.unsaved.push({ path, service, ...result });
    else if (scope.expected.has(path)) collected.absent.push({ path, service });
  });
  const kept = sorted2(collected);
  return { ...kept, directories: await directoriesOf(fs, root, kept.files) };
}
async function collectCommit(snapshot, policy, objects) {
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const select = createSelector(policy);
  const locate = createLocator(policy);
  const collected = { files: [], absent: [], unsaved: [] };
  const wanted = entries.value.filter(({ path }) => select(path)?.critical === true);
  let index = 0;
  for await (const blob of snapshot.read(wanted)) {
    const entry = wanted[index++];
    const kept = keptOf(select(entry.path));
    const places = placesOf(entry.path, locate);
    if ("refused" in blob) {
      const reason = reasonOf(entry, blob.refused);
      for (const path of places)
        collected.unsaved.push({ path, service: kept.service, reason, detail: blob.refused });
      continue;
    }
    const file = await keep(entry, blob.bytes, kept, objects);
    for (const path of places) collected.files.push({ path, ...file });
  }
  return ok(sorted2(collected));
}
function placesOf(path, locate) {
  const places = locate(path).filter((place) => place.startsWith("/"));
  return places.length === 0 ? [path] : places;
}
function reasonOf({ mode }, refused) {
  if (mode === "submodule") return "submodule";
  return refused === "too-large" ? "too-large" : "unreadable";
}
async function keep({ mode }, bytes, { service, sensitive }, objects) {
  const isLink = mode === "symlink";
  return {
    ...isLink ? { sha256: sha256(bytes) } : await objects.keep(contentOf(bytes), sensitive),
    service,
    size: bytes.length,
    mode: isLink ? 511 : mode === "executable" ? 493 : 420,
    uid: null,
    gid: null,
    mtime: null,
    link: isLink ? decodePath(bytes) : null,
    sensitive
  };
}
function sorted2({ files, absent, unsaved }) {
  const lost = byPath(unsaved);
  const missed = new Set(lost.map(({ path }) => path));
  return {
    files: byPath(files.filter(({ path }) => !missed.has(path))),
    absent: byPath(absent.filter(({ path }) => !missed.has(path))),
    unsaved: lost
  };
}
function byPath(files) {
  const first = new Map(files.toReversed().map((file) => [file.path, file]));
  return [...first.values()].sort((left, right) => left.path < right.path ? -1 : 1);
}

export {
  placeBelow,
  findLive,
  readLive,
  collectLive,
  collectCommit,
  placesOf
};
