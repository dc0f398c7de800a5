import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readDeployments,
  removeDeployments
} from "./chunk-HVUVQVAF.js";
import {
  pruneJson,
  pruneText
} from "./chunk-H6R5NKML.js";
import {
  DEFAULT_KEEP,
  contentsOf,
  retain
} from "./chunk-5UVXP26L.js";
import {
  neededBy,
  outdated
} from "./chunk-EUA45VBA.js";
import {
  journalNames
} from "./chunk-2LTNSXYH.js";
import {
  whileLocked
} from "./chunk-XPOAPWUL.js";
import "./chunk-QGZV7KTT.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-IHYYQ6CZ.js";
import "./chunk-BGAD6JBY.js";
import "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import {
  guarded,
  namesIn,
  newestVerdicts,
  placeIn,
  readOutlines,
  readSnapshot,
  readVerdicts,
  recordPlace,
  syncDirectory,
  unlessMissing
} from "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  usage
} from "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
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
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
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

// src/adapters/store/prune.ts
function prune(store, keep, dryRun) {
  return guarded(store.directory, async () => {
    const begun = await journalNames(store);
    if (begun.length > 0) return refuse(busy(begun.length));
    const snapshots = await readOutlines(store);
    if (!snapshots.ok) return snapshots;
    const verdicts = await readVerdicts(store);
    if (!verdicts.ok) return verdicts;
    const deployments = await readDeployments(store);
    if (!deployments.ok) return deployments;
    const [damaged] = [...snapshots.value.damaged, ...verdicts.value.damaged, ...deployments.value.damaged];
    if (damaged !== void 0) return refuse(unsafe(damaged.file));
    const retained = retain(
      snapshots.value.items,
      newestVerdicts(verdicts.value.items),
      keep,
      neededBy(deployments.value.items)
    );
    const kept = retained.filter(({ reasons }) => reasons.length > 0).map(({ snapshot }) => snapshot);
    const removed = retained.filter(({ reasons }) => reasons.length === 0);
    const needed = await neededBy2(store, kept);
    if (!needed.ok) return needed;
    if (!dryRun) {
      await removeAll(
        store,
        "snapshots",
        removed.map(({ snapshot }) => snapshot.id)
      );
      const left = new Set(kept.map(({ id }) => id));
      const orphans = verdicts.value.items.filter(({ snapshot }) => !left.has(snapshot));
      await removeAll(
        store,
        "verdicts",
        orphans.map(({ id }) => id)
      );
      const forgotten = await removeDeployments(store, outdated(deployments.value.items));
      if (!forgotten.ok) return forgotten;
    }
    return ok({ snapshots: retained, ...await sweep(store, needed.value, dryRun) });
  });
}
async function neededBy2(store, kept) {
  const needed = /* @__PURE__ */ new Set();
  for (const { id } of kept) {
    const manifest = await readSnapshot(store, id);
    if (!manifest.ok) return refuse(unsafe(`snapshots/${id}.json`));
    for (const digest of contentsOf(manifest.value)) needed.add(digest);
  }
  return ok(needed);
}
async function removeAll(store, kind, ids) {
  for (const id of [...ids].sort()) await unlessMissing(store.fs.unlink(recordPlace(store, kind, id)));
  await syncDirectory(store.fs, placeIn(store, kind));
}
async function sweep(store, needed, dryRun) {
  const swept = { objects: 0, bytes: 0 };
  for (const start of await namesIn(store, "objects")) {
    for (const name of await namesIn(store, "objects", start)) {
      if (needed.has(name) || !/^[0-9a-f]{64}$/.test(name)) continue;
      const place = placeIn(store, "objects", start, name);
      swept.objects += 1;
      swept.bytes += Number((await store.fs.lstat(place)).size);
      if (!dryRun) await store.fs.unlink(place);
    }
  }
  return swept;
}
function busy(entries) {
  return {
    code: "store-busy",
    message: `${entries === 1 ? "A restore was" : `${entries} restores were`} begun and not finished.`,
    hint: "Finish it first: run holdfast restore again. Nothing was removed."
  };
}
function unsafe(file) {
  return {
    code: "store-damaged",
    message: `${file} is damaged: what it needs is not known.`,
    hint: "Nothing was removed. holdfast backup check lists everything that is damaged."
  };
}

// src/cli/backup/prune.ts
var OPTIONS = {
  ...STORE_OPTIONS,
  "keep-last": { type: "string" },
  "keep-daily": { type: "string" },
  "keep-weekly": { type: "string" },
  "keep-known-good": { type: "string" },
  "dry-run": { type: "boolean" }
};
var NUMBERS = {
  last: "keep-last",
  daily: "keep-daily",
  weekly: "keep-weekly",
  knownGood: "keep-known-good"
};
async function runPrune(argv, io) {
  const read = readStoreArguments(argv, OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const keep = keepOf(args);
  if (!keep.ok) return keep;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const dryRun = args["dry-run"] === true;
  const pruned = await whileLocked(
    store.value,
    "holdfast backup prune",
    () => prune(store.value, keep.value, dryRun)
  );
  if (!pruned.ok) return pruned;
  const report = args.format === "json" ? pruneJson : pruneText;
  return ok({ text: report({ ...pruned.value, dryRun }), code: 0 });
}
function keepOf(args) {
  const keep = { last: 0, daily: 0, weekly: 0, knownGood: 0 };
  const given = Object.entries(NUMBERS).filter(([, option]) => args[option] !== void 0);
  if (given.length === 0) return ok(DEFAULT_KEEP);
  for (const [name, option] of given) {
    const text = args[option];
    if (!/^\d{1,6}$/.test(text))
      return refuse(usage(`--${option} ${text} is no number.`, "Write such as 7."));
    keep[name] = Number(text);
  }
  if (Object.values(keep).some((count) => count > 0)) return ok(keep);
  return refuse(usage("With these numbers nothing would be kept.", "Give one that is greater than 0."));
}
export {
  runPrune
};
