import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  entryMode,
  gitBytes,
  isObjectId,
  isZeroId
} from "./chunk-GMQLBFQ4.js";
import {
  decodePath
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/git/parse.ts
function parseCommit(id, bytes) {
  const end = bytes.indexOf("\n\n");
  const lines = bytes.toString("latin1", 0, end === -1 ? bytes.length : end).split("\n");
  const tree = /^tree ([0-9a-f]+)$/.exec(lines[0] ?? "")?.[1];
  const parents = lines.flatMap((line) => /^parent ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
  const time = lines.map((line) => /^committer .*> (-?\d+) [+-]\d+$/.exec(line)?.[1]).find(Boolean);
  if (tree === void 0 || ![tree, ...parents].every(isObjectId)) return refuse(malformed(`commit ${id}`));
  return ok({ id, tree, parents, committerTime: Number(time ?? 0) });
}
function parseTree(id, type, bytes) {
  const width = id.length / 2;
  const tree = /* @__PURE__ */ new Map();
  if (type !== "tree") return refuse(malformed(`tree ${id}`));
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    if (space === -1 || end === -1 || end + 1 + width > bytes.length) return refuse(malformed(`tree ${id}`));
    const name = decodePath(bytes.subarray(space + 1, end));
    const object = bytes.toString("hex", end + 1, end + 1 + width);
    if (!tree.has(name)) tree.set(name, { mode: bytes.toString("latin1", at, space), id: object });
    at = end + 1 + width;
  }
  return ok(tree);
}
var RAW_OPTIONS = [
  "--raw",
  "-z",
  "--no-renames",
  "--no-abbrev",
  "--no-ext-diff",
  "--no-textconv",
  // Without it, `ignore = all` in .gitmodules hides that a submodule moved.
  "--ignore-submodules=none"
];
function parseRaw(bytes) {
  const lines = [];
  const bad = () => refuse(malformed("difference"));
  for (let at = 0; at < bytes.length; ) {
    const headerEnd = bytes.indexOf(0, at);
    const pathEnd = headerEnd === -1 ? -1 : bytes.indexOf(0, headerEnd + 1);
    if (pathEnd === -1 || pathEnd === headerEnd + 1) return bad();
    const header = bytes.toString("latin1", at, headerEnd);
    const found = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([ADMTU])$/.exec(header);
    if (found === null || !isObjectId(found[3]) || !isObjectId(found[4])) return bad();
    const [, oldMode, newMode, oldId, newId, status] = found;
    const before = oldMode === "000000" ? void 0 : { mode: oldMode, id: oldId };
    const after = newMode === "000000" ? void 0 : { mode: newMode, id: newId };
    lines.push({ path: decodePath(bytes.subarray(headerEnd + 1, pathEnd)), status, before, after });
    at = pathEnd + 1;
  }
  return ok(lines);
}
function toRawChanges(lines) {
  const changes = [];
  const paths = /* @__PURE__ */ new Set();
  for (const { path, status, before, after } of lines) {
    const sides = { A: !before && after, D: before && !after, M: before && after, T: before && after }[status];
    const old = toEntry(path, before);
    const now = toEntry(path, after);
    if (!sides || paths.has(path) || old === "unknown" || now === "unknown") {
      return refuse({ ...malformed("difference"), path });
    }
    paths.add(path);
    changes.push({ path, ...old && { before: old }, ...now && { after: now } });
  }
  return ok(changes);
}
function toEntry(path, side) {
  if (side === void 0) return void 0;
  const mode = entryMode(side.mode);
  return mode === void 0 || isZeroId(side.id) ? "unknown" : { path, mode, id: side.id };
}
function parseListing(bytes) {
  const entries = [];
  for (let at = 0; at < bytes.length; ) {
    const tab = bytes.indexOf(9, at);
    const end = tab === -1 ? -1 : bytes.indexOf(0, tab);
    if (end === -1) return refuse(malformed("listing"));
    const [octal = "", second = "", third = ""] = bytes.toString("latin1", at, tab).split(" ");
    const path = decodePath(bytes.subarray(tab + 1, end));
    const staged = isObjectId(second);
    const mode = entryMode(octal);
    if (staged && third !== "0") return refuse(unmerged(path));
    const id = staged ? second : third;
    if (mode === void 0 || !isObjectId(id)) return refuse({ ...malformed("listing"), path });
    entries.push({ path, mode, id });
    at = end + 1;
  }
  return ok(entries);
}
function parsePaths(bytes) {
  const paths = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    const stop = end === -1 ? bytes.length : end;
    paths.push(decodePath(bytes.subarray(at, stop)));
    at = stop + 1;
  }
  return paths;
}
function unmerged(path) {
  return {
    code: "unmerged",
    message: "The index holds a path in the middle of a merge.",
    hint: "Resolve the conflict, `git add` the file, and run Holdfast again.",
    path
  };
}
function notReadable(id, wanted, refused) {
  if (refused === "missing") {
    return {
      code: `missing-${wanted}`,
      message: `The repository does not have the ${wanted} ${id}.`,
      hint: "In a shallow clone, fetch it (actions/checkout: `fetch-depth: 0`); otherwise run `git fsck`."
    };
  }
  return {
    code: `unreadable-${wanted}`,
    message: `The ${wanted} ${id} cannot be read (${refused}).`,
    hint: "Run `git fsck` in the repository; clone it again when it is damaged."
  };
}
function malformed(what) {
  return {
    code: "malformed-git-data",
    message: `Git's ${what} is not in the form that git documents.`,
    hint: "Run `git fsck` in the repository; if it finds nothing, report this with your version of git."
  };
}

// src/adapters/git/commit.ts
function commitSnapshot(repository, sha) {
  return {
    id: sha,
    entry: (path) => repository.objects.pathEntry(sha, path),
    async entries() {
      const args = ["ls-tree", "-r", "-z", "--full-tree", sha];
      const listing = await gitBytes({ gitDir: repository.gitDir, args });
      return listing.ok ? parseListing(listing.value) : listing;
    },
    read: (entries) => readEntries(repository, entries)
  };
}
function emptySnapshot(id) {
  return {
    id,
    entry: async () => ok(void 0),
    entries: async () => ok([]),
    async *read(entries) {
      for (const { id: wanted } of entries) yield { id: wanted, refused: "missing" };
    }
  };
}
async function* readEntries(repository, entries, elsewhere = () => void 0) {
  const kept = entries.map((entry) => {
    if (entry.mode === "submodule") return async () => ({ id: entry.id, refused: "unreadable" });
    return elsewhere(entry);
  });
  const stored = entries.filter((_, index) => kept[index] === void 0).map((entry) => entry.id);
  const blobs = repository.objects.read(stored)[Symbol.asyncIterator]();
  try {
    for (const read of kept) yield read === void 0 ? (await blobs.next()).value : await read();
  } finally {
    await blobs.return?.();
  }
}

export {
  parseCommit,
  parseTree,
  RAW_OPTIONS,
  parseRaw,
  toRawChanges,
  parsePaths,
  unmerged,
  notReadable,
  malformed,
  commitSnapshot,
  emptySnapshot,
  readEntries
};
