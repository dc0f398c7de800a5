import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  diskBlob,
  diskEntry
} from "./chunk-2HLTE4XC.js";
import {
  commitHistory
} from "./chunk-YNMSC3SZ.js";
import {
  RAW_OPTIONS,
  commitSnapshot,
  emptySnapshot,
  parsePaths,
  parseRaw,
  readEntries,
  toRawChanges,
  unmerged
} from "./chunk-VRSVULR4.js";
import "./chunk-N3JHRWFV.js";
import {
  gitBytes,
  isZeroId
} from "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-VX4HL5QL.js";

// src/adapters/git/local.ts
var EMPTY_TREES = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
};
function indexPair(repository, options) {
  const before = baseSnapshot(repository, options);
  return overlayPair(
    before,
    historyOf(repository, options),
    "index",
    (entries) => readEntries(repository, entries),
    async () => {
      const lines = await diffIndex(repository, options, ["--cached"]);
      if (!lines.ok) return lines;
      const conflict = lines.value.find((line) => line.status === "U");
      return conflict ? refuse(unmerged(conflict.path)) : toRawChanges(lines.value);
    }
  );
}
function worktreePair(repository, options) {
  const tree = { directory: repository.workTree, objectFormat: repository.objectFormat };
  const before = baseSnapshot(repository, options);
  const onDisk = /* @__PURE__ */ new Map();
  const read = (entries) => readEntries(
    repository,
    entries,
    (entry) => onDisk.get(entry.path) === entry.id ? () => diskBlob(tree, entry) : void 0
  );
  return overlayPair(before, historyOf(repository, options), "worktree", read, async () => {
    const [lines, untracked] = await Promise.all([
      diffIndex(repository, options, []),
      listUntracked(repository, options)
    ]);
    if (!lines.ok) return lines;
    if (!untracked.ok) return untracked;
    const paths = /* @__PURE__ */ new Map();
    for (const line of lines.value) {
      if (line.status !== "U" || !paths.has(line.path)) paths.set(line.path, line);
    }
    for (const path of untracked.value)
      if (!paths.has(path) || !paths.get(path)?.after) paths.set(path, paths.get(path));
    return diskChanges(tree, before, paths, onDisk);
  });
}
async function diskChanges(tree, before, paths, onDisk) {
  const changes = [];
  for (const [path, line] of paths) {
    const old = await before.entry(path);
    if (!old.ok) return old;
    let now;
    if (line?.after && !isZeroId(line.after.id)) {
      const staged = toRawChanges([{ ...line, before: void 0, status: "A" }]);
      if (!staged.ok) return staged;
      now = staged.value[0]?.after;
    } else {
      now = await diskEntry(tree, path, line?.after?.mode);
      if (now) onDisk.set(path, now.id);
    }
    const same = old.value?.id === now?.id && old.value?.mode === now?.mode;
    if (!same) changes.push({ path, ...old.value && { before: old.value }, ...now && { after: now } });
  }
  return ok(sorted(changes));
}
function baseSnapshot(repository, options) {
  return options.base === void 0 ? emptySnapshot(EMPTY_TREES[repository.objectFormat]) : commitSnapshot(repository, options.base);
}
function historyOf(repository, { base }) {
  return base === void 0 ? void 0 : commitHistory(repository, { base });
}
function overlayPair(before, history, id, read, compare) {
  let comparing;
  const differences = () => {
    comparing ??= compare();
    return comparing;
  };
  const overlay = async () => {
    const changes = await differences();
    return changes.ok ? ok(new Map(changes.value.map((change) => [change.path, change.after]))) : changes;
  };
  const after = {
    id,
    async entry(path) {
      const changed = await overlay();
      if (!changed.ok) return changed;
      return changed.value.has(path) ? ok(changed.value.get(path)) : before.entry(path);
    },
    async entries() {
      const [changed, old] = await Promise.all([overlay(), before.entries()]);
      if (!changed.ok) return changed;
      if (!old.ok) return old;
      const kept = old.value.filter((entry) => !changed.value.has(entry.path));
      const added = [...changed.value.values()].filter((entry) => entry !== void 0);
      return ok(sorted([...kept, ...added]));
    },
    read
  };
  return { before, after, differences, ...history && { history } };
}
function sorted(items) {
  return items.map((item) => ({ item, bytes: encodePath(item.path) })).sort((one, other) => Buffer.compare(one.bytes, other.bytes)).map(({ item }) => item);
}
async function diffIndex(repository, options, more) {
  const { gitDir, workTree, objectFormat } = repository;
  const submodules = more.length === 0 ? ["--ignore-submodules=dirty"] : [];
  const base = options.base ?? EMPTY_TREES[objectFormat];
  const output = await gitBytes({
    gitDir,
    ...workTree && { workTree },
    ...options.indexFile && { indexFile: options.indexFile },
    args: ["diff-index", ...more, ...RAW_OPTIONS, ...submodules, base, "--"]
  });
  return output.ok ? parseRaw(output.value) : output;
}
async function listUntracked(repository, options) {
  const { gitDir, workTree } = repository;
  const output = await gitBytes({
    gitDir,
    ...workTree && { workTree },
    ...options.indexFile && { indexFile: options.indexFile },
    args: ["ls-files", "--others", "--exclude-standard", "-z"]
  });
  return output.ok ? ok(parsePaths(output.value).filter((path) => !path.endsWith("/"))) : output;
}
export {
  indexPair,
  worktreePair
};
