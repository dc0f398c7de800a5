import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usage
} from "./chunk-GYGCA75D.js";
import "./chunk-5I76ZUOV.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-V365DYXR.js";
import "./chunk-2WGZDNXB.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import "./chunk-ZR3RUJOT.js";
import "./chunk-6YELUJ2M.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-TKAQFVFC.js";
import "./chunk-ABYSUHYU.js";
import "./chunk-SNI23GP2.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-XGREDVMT.js";
import {
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/index.ts
var verbs = {
  list: async () => (await import("./list-Z7SCIXFJ.js")).runList,
  show: async () => (await import("./show-XMDQSHFQ.js")).runShow,
  check: async () => (await import("./check-YRHL3KAO.js")).runCheckStore,
  prune: async () => (await import("./prune-TQWTLR4O.js")).runPrune,
  mark: async () => (await import("./mark-UL3UM7I6.js")).runMark,
  export: async () => (await import("./export-3BMYOV54.js")).runExport
};
async function runBackup(argv, io) {
  const answer = await answerOf(argv, io);
  if (answer.ok) {
    io.stdout(answer.value.text);
    return answer.value.code;
  }
  io.stderr(problemText(answer.problem, io));
  return 2;
}
async function answerOf(argv, io) {
  const [name, ...rest] = argv;
  if (name === void 0 || name.startsWith("-")) return (await import("./save-COAM3HAF.js")).runSave(argv, io);
  if (!Object.hasOwn(verbs, name)) return refuse(unknownVerb(name));
  return (await verbs[name]())(rest, io);
}
function unknownVerb(name) {
  return usage(
    `holdfast backup has no verb ${JSON.stringify(name)}.`,
    `Verbs: ${Object.keys(verbs).join(", ")}; without one, the critical files are saved.`
  );
}
export {
  runBackup
};
