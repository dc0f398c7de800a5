import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  diskBlob,
  diskEntry
} from "./chunk-2HLTE4XC.js";
import {
  noWorkTree
} from "./chunk-ZNPYCAS6.js";
import {
  openRepository
} from "./chunk-YJMEJDG4.js";
import {
  commitSnapshot,
  emptySnapshot
} from "./chunk-VRSVULR4.js";
import {
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/adapters/git/open-snapshot.ts
async function openSnapshot(options) {
  const opened = await openRepository(options);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const snapshot = await snapshotOf(repository, options.commit);
  const close = () => repository.close();
  if (!snapshot.ok) {
    await close();
    return snapshot;
  }
  const { workTree: root } = repository;
  return ok({ snapshot: snapshot.value, ...root === void 0 ? {} : { root }, close });
}
async function openCommit(commit, gitDir, needed, directory) {
  const opened = await openSnapshot({
    directory,
    commit: commit ?? "HEAD",
    ...gitDir === void 0 ? {} : { gitDir }
  });
  const named = commit !== void 0 || gitDir !== void 0;
  if (opened.ok || needed || named || opened.problem.code !== "not-a-repository") return opened;
  return ok({ snapshot: emptySnapshot(""), close: async () => {
  } });
}
async function snapshotOf(repository, commit) {
  const { workTree } = repository;
  if (commit === void 0 && workTree === void 0) {
    return { ok: false, problem: { ...noWorkTree(repository), hint: "Name a commit: --commit REF." } };
  }
  const base = await resolveCommit(repository, commit ?? "HEAD");
  if (commit !== void 0) return base.ok ? ok(commitSnapshot(repository, base.value)) : base;
  if (!base.ok && base.problem.code !== "empty-repository") return base;
  const { worktreePair } = await import("./local-GPBQ73QU.js");
  const pair = worktreePair({ ...repository, workTree }, base.ok ? { base: base.value } : {});
  return ok(pair.after);
}
function directorySnapshot(root, named) {
  const tree = { directory: root, objectFormat: "sha1" };
  const snapshot = {
    id: "directory",
    entry: async (path) => ok(await diskEntry(tree, path)),
    async entries() {
      const entries = await Promise.all([...new Set(named)].sort().map((path) => diskEntry(tree, path)));
      return ok(entries.filter((entry) => entry !== void 0));
    },
    async *read(entries) {
      for (const entry of entries) yield await diskBlob(tree, entry);
    }
  };
  return { snapshot, root, close: async () => {
  } };
}

export {
  openSnapshot,
  openCommit,
  directorySnapshot
};
