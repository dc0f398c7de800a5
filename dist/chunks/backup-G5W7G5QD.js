import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usage
} from "./chunk-SY45P3N6.js";
import "./chunk-3REY5LYI.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-7UV7BJBX.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-A4BJC5DK.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-MK465PB4.js";
import "./chunk-GLSCSEFH.js";
import "./chunk-FPFAAIWP.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-HQ3WZXTJ.js";
import "./chunk-5TOSXDRW.js";
import "./chunk-6YRQLAAY.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import {
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/index.ts
var verbs = {
  list: async () => (await import("./list-5KQOU4QR.js")).runList,
  show: async () => (await import("./show-MBWV54NO.js")).runShow,
  check: async () => (await import("./check-C6AY6ZXG.js")).runCheckStore,
  prune: async () => (await import("./prune-7S2UE7H5.js")).runPrune,
  mark: async () => (await import("./mark-R6H73SIM.js")).runMark,
  export: async () => (await import("./export-VLSPKJ3G.js")).runExport
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
  if (name === void 0 || name.startsWith("-")) return (await import("./save-GMRH4DLO.js")).runSave(argv, io);
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
