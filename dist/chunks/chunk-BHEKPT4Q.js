import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  REPORT,
  writeReport
} from "./chunk-WROE2P5N.js";
import {
  openCommit
} from "./chunk-N4HJRHYU.js";
import {
  backup
} from "./chunk-VE6JU3D7.js";
import {
  collectCommit,
  collectLive
} from "./chunk-TMNRVTO3.js";
import {
  acquireLock
} from "./chunk-XPOAPWUL.js";
import {
  holdsCritical
} from "./chunk-36PCAFZY.js";
import {
  STORE_OPTIONS,
  chosenStore,
  readStoreArguments
} from "./chunk-IHYYQ6CZ.js";
import {
  createStore,
  newId
} from "./chunk-BGAD6JBY.js";
import {
  oneService
} from "./chunk-NJYS5FRO.js";
import {
  backupJson,
  backupText
} from "./chunk-DYOFYNFT.js";
import {
  RECIPIENT_OPTIONS,
  backupEncryption
} from "./chunk-ROR6LSPO.js";
import {
  createObjectWriter
} from "./chunk-OVH55LPH.js";
import {
  addSnapshot,
  guarded,
  nodeFs,
  recordPlace,
  storedIds
} from "./chunk-KA3BEEMK.js";
import {
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  choosePolicy
} from "./chunk-ECCINEQW.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

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
  service: { type: "string", multiple: true },
  environment: { type: "string" },
  reason: { type: "string" },
  ...RECIPIENT_OPTIONS,
  ...REPORT
};
async function runSave(argv, io) {
  const read = readStoreArguments(argv, OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const service = oneService("backup", args.service);
  if (!service.ok) return service;
  const source = await openSource(args, io);
  if (!source.ok) return source;
  try {
    const directory = await chosenStore(args, io);
    if (holdsStore(source.value, directory)) return refuse(insideCritical(directory));
    const encryption = await backupEncryption(args, source.value.policy, io);
    if (!encryption.ok) return encryption;
    return await guarded(
      directory,
      () => save(directory, source.value, { ...args, service: service.value }, encryption.value, io)
    );
  } finally {
    await source.value.opened.close();
  }
}
async function save(directory, source, args, encryption, io) {
  const { opened, policy, root, commit } = source;
  const entries = await opened.snapshot.entries();
  if (!entries.ok) return entries;
  const store = { directory, fs: nodeFs };
  const objects = createObjectWriter(store, encryption);
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
        deploymentId: null,
        ...encryption && { recipients: [...encryption.recipients] }
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
function openSide(args, cwd) {
  return openCommit(args["from-commit"], args["git-dir"], args.policy === void 0, cwd);
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
  runSave,
  openSide,
  holdsStore,
  insideCritical
};
