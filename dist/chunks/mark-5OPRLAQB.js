import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot
} from "./chunk-NMU6QC33.js";
import {
  whileLocked
} from "./chunk-UOFYEHCV.js";
import "./chunk-V4TVXHO5.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-MXH5PYMH.js";
import {
  newId
} from "./chunk-PWDAOS26.js";
import {
  jsonText,
  verdictText
} from "./chunk-TKLV4M3H.js";
import "./chunk-RC4VA5Z4.js";
import {
  addVerdict,
  storedIds
} from "./chunk-LLLFRJ24.js";
import "./chunk-EMJCXWLX.js";
import {
  usage
} from "./chunk-YAE2JFJ6.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-AH46QZAQ.js";
import "./chunk-EDFQIXTY.js";
import "./chunk-NHMRQXQ2.js";
import "./chunk-NGMSFVFL.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-YZGEPVGU.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-63C5LXIQ.js";
import "./chunk-P7PIK7TE.js";
import "./chunk-74XIJYFL.js";
import "./chunk-GNKCGLYR.js";
import "./chunk-WJIBSTQT.js";
import "./chunk-PXUSOBCD.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
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
