import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot
} from "./chunk-BE7MRQYZ.js";
import {
  whileLocked
} from "./chunk-XPOAPWUL.js";
import "./chunk-QGZV7KTT.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-IHYYQ6CZ.js";
import {
  newId
} from "./chunk-BGAD6JBY.js";
import {
  jsonText,
  verdictText
} from "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import {
  addVerdict,
  storedIds
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
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
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
