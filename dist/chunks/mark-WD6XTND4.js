import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot
} from "./chunk-VFOZYJVA.js";
import {
  jsonText,
  verdictText
} from "./chunk-VQI3KDCA.js";
import {
  whileLocked
} from "./chunk-5O2V3BGN.js";
import "./chunk-4GVZVH4B.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-XRGLT3J2.js";
import {
  addVerdict,
  newId,
  storedIds
} from "./chunk-WVSYJLMY.js";
import "./chunk-EMJCXWLX.js";
import {
  usage
} from "./chunk-GYSJK6EL.js";
import "./chunk-PCBGPQ6B.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-LKKKDVWD.js";
import "./chunk-PSU47MRN.js";
import "./chunk-77SZXBQL.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-QXGXRPPZ.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import "./chunk-GAWPPUV3.js";
import "./chunk-PIU2WRMU.js";
import "./chunk-65UD37DB.js";
import "./chunk-RJTTVYQ3.js";
import "./chunk-5LNVXTFX.js";
import "./chunk-SNI23GP2.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-XGREDVMT.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-UXSFSCYP.js";
import {
  plainLine
} from "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/mark.ts
var OPTIONS = {
  ...STORE_OPTIONS,
  good: { type: "boolean" },
  bad: { type: "boolean" },
  reason: { type: "string" }
};
async function runMark(argv, io) {
  const read = readStoreArguments(argv, OPTIONS, ["ID"]);
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  if (args.good === args.bad) return refuse(usage("mark takes either --good or --bad.", "Give one of them."));
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  return whileLocked(store.value, "holdfast backup mark", async () => {
    const manifest = await namedSnapshot(store.value, positionals[0]);
    if (!manifest.ok) return manifest;
    const { id, unsaved } = manifest.value;
    if (args.good && unsaved.length > 0) return refuse(incomplete(manifest.value));
    const verdict = {
      id: newId(await storedIds(store.value, "verdicts")),
      snapshot: id,
      verdict: args.good ? "good" : "bad",
      at: (/* @__PURE__ */ new Date()).toISOString(),
      by: "person",
      reason: args.reason ?? null
    };
    const added = await addVerdict(store.value, verdict);
    if (!added.ok) return added;
    const text = `${plainLine(`snapshot ${id}: ${verdictText(verdict)}`)}
`;
    return ok({ text: args.format === "json" ? jsonText({ version: 1, ...verdict }) : text, code: 0 });
  });
}
function incomplete({ id, unsaved }) {
  return {
    code: "snapshot-incomplete",
    message: `Snapshot ${id} is incomplete: ${unsaved[0].path}${unsaved.length > 1 ? " and others were" : " was"} not saved.`,
    hint: "It cannot be known good. Make a complete one first: holdfast backup."
  };
}
export {
  runMark
};
