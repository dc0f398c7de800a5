import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openSnapshot
} from "./chunk-4F34UZHT.js";
import {
  REPORT,
  backup,
  collectCommit,
  collectLive,
  holdsCritical,
  writeReport
} from "./chunk-TV3DMIPJ.js";
import {
  createObjectWriter
} from "./chunk-JOSKKNQH.js";
import {
  acquireLock
} from "./chunk-52PZ57YS.js";
import "./chunk-BZHFQEG4.js";
import "./chunk-4DMB6V7W.js";
import {
  STORE_OPTIONS,
  addSnapshot,
  backupJson,
  backupText,
  chosenStore,
  createStore,
  guarded,
  newId,
  nodeFs,
  readStoreArguments,
  recordPlace,
  storedIds
} from "./chunk-7P5ASSDS.js";
import {
  usage
} from "./chunk-EWA4FJ7X.js";
import "./chunk-7ANJEFZ4.js";
import "./chunk-VBXBFPBB.js";
import {
  choosePolicy
} from "./chunk-KDUI6LPV.js";
import "./chunk-66KUXM7Z.js";
import "./chunk-JXCUIREY.js";
import "./chunk-WKY25ED7.js";
import "./chunk-R34MLX62.js";
import {
  emptySnapshot
} from "./chunk-M3BZOCI3.js";
import "./chunk-O464NPAJ.js";
import "./chunk-SRLLN7Z7.js";
import "./chunk-HDDKZENY.js";
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
import "./chunk-SA252PIZ.js";
import "./chunk-CDNBRFAP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/save.ts
import { realpath } from "node:fs/promises";
import { hostname } from "node:os";
import { relative, resolve, sep } from "node:path";
var OPTIONS = {
  ...STORE_OPTIONS,
  root: { type: "string" },
  "from-commit": { type: "string" },
  "git-dir": { type: "string" },
  policy: { type: "string" },
  service: { type: "string" },
  environment: { type: "string" },
  reason: { type: "string" },
  ...REPORT
};
async function runSave(argv, io) {
  const read = readStoreArguments(argv, OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const source = await openSource(args, io);
  if (!source.ok) return source;
  try {
    const directory = await chosenStore(args, io);
    if (holdsStore(source.value, directory)) return refuse(insideCritical(directory));
    return await guarded(directory, () => save(directory, source.value, args, io));
  } finally {
    await source.value.opened.close();
  }
}
async function save(directory, source, args, io) {
  const { opened, policy, root, commit } = source;
  const entries = await opened.snapshot.entries();
  if (!entries.ok) return entries;
  const store = { directory, fs: nodeFs };
  const objects = createObjectWriter(store);
  const fromCommit = args["from-commit"] !== void 0;
  let lock;
  try {
    const done = await backup({
      policy,
      source: fromCommit ? "commit" : "live",
      paths: entries.value.map(({ path }) => path),
      service: args.service,
      about: {
        host: hostname(),
        environment: args.environment ?? null,
        commit,
        reason: args.reason ?? null,
        deploymentId: null
      },
      async open() {
        const created = await createStore(directory);
        if (!created.ok) return created;
        const locked = await acquireLock(store, "holdfast backup");
        if (!locked.ok) return locked;
        lock = locked.value;
        return ok({
          collect: async (wanted, scope) => fromCommit ? collectCommit(opened.snapshot, wanted, objects) : ok(await collectLive(store.fs, root, scope, objects)),
          async next() {
            const ids = await storedIds(store, "snapshots");
            return { id: newId(ids), at: (/* @__PURE__ */ new Date()).toISOString(), parent: ids.at(-1) ?? null };
          },
          async add(manifest2) {
            await objects.flush();
            return addSnapshot(store, manifest2);
          }
        });
      }
    });
    if (!done.ok) return done;
    const { manifest, elsewhere } = done.value;
    const file = recordPlace(store, "snapshots", manifest.id);
    const saved = { manifest, file, added: objects.added, elsewhere };
    await writeReport(args.report, backupJson(saved), io);
    const text = args.format === "json" ? backupJson(saved) : backupText(saved);
    return ok({ text, code: manifest.unsaved.length === 0 ? 0 : 2 });
  } finally {
    await lock?.release();
  }
}
async function openSource(args, io) {
  const fromCommit = args["from-commit"];
  if (fromCommit !== void 0 && args.root !== void 0) {
    return refuse(
      usage("--root is for live files, and --from-commit for those of a commit.", "Leave one out.")
    );
  }
  const root = await realpath(resolve(io.cwd, args.root ?? "/")).catch(() => void 0);
  if (root === void 0) return refuse(usage(`--root ${args.root} is no directory.`, "Check the path."));
  const opened = await openSide(args, io.cwd);
  if (!opened.ok) return opened;
  const chosen = { file: args.policy, criticalFiles: [], schemas: [] };
  const policy = await choosePolicy(opened.value.snapshot, chosen, io.cwd);
  if (!policy.ok) {
    await opened.value.close();
    return policy;
  }
  const { id } = opened.value.snapshot;
  return ok({
    opened: opened.value,
    policy: policy.value,
    root: root === "/" ? "" : root,
    commit: id === "" ? null : id
  });
}
async function openSide(args, cwd) {
  const gitDir = args["git-dir"];
  const opened = await openSnapshot({
    directory: cwd,
    commit: args["from-commit"] ?? "HEAD",
    ...gitDir === void 0 ? {} : { gitDir }
  });
  const needed = args["from-commit"] !== void 0 || gitDir !== void 0 || args.policy === void 0;
  if (opened.ok || needed || opened.problem.code !== "not-a-repository") return opened;
  return ok({ snapshot: emptySnapshot(""), close: async () => {
  } });
}
function holdsStore({ opened, policy, root }, directory) {
  const below = pathBelow(root === "" ? "/" : root, directory);
  const place = below === void 0 ? void 0 : `/${below}`;
  const path = opened.root === void 0 ? void 0 : pathBelow(opened.root, directory);
  return holdsCritical(policy, place, path);
}
function pathBelow(top, directory) {
  const path = relative(top, directory);
  return path === ".." || path.startsWith(`..${sep}`) ? void 0 : path.split(sep).join("/");
}
function insideCritical(directory) {
  return {
    code: "store-inside-critical",
    message: `The store ${directory} would be where critical files are.`,
    hint: "What a deployment replaces cannot keep its own backup: name another place with --store DIR or HOLDFAST_STORE."
  };
}
export {
  runSave
};
