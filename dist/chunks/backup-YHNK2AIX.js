import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usage
} from "./chunk-EWA4FJ7X.js";
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
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-SA252PIZ.js";
import "./chunk-CDNBRFAP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/index.ts
var verbs = {
  list: async () => (await import("./list-CJTIO54M.js")).runList,
  show: async () => (await import("./show-6E7X4AGY.js")).runShow,
  check: async () => (await import("./check-KWIZ2D6Y.js")).runCheckStore,
  prune: async () => (await import("./prune-CEET375T.js")).runPrune,
  mark: async () => (await import("./mark-4GJGTE2U.js")).runMark
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
  if (name === void 0 || name.startsWith("-")) return (await import("./save-LSMCZYSQ.js")).runSave(argv, io);
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
