import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usage
} from "./chunk-NDPBRYOU.js";
import "./chunk-7XH3O234.js";
import "./chunk-5RQD4YOW.js";
import "./chunk-RCVBJW6B.js";
import "./chunk-TH4X3QBR.js";
import "./chunk-Z7VQC7PI.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-KJBBKZ37.js";
import "./chunk-DDJJNZ4K.js";
import "./chunk-37ZSIPQN.js";
import "./chunk-MDVMB5DJ.js";
import "./chunk-AKK2AODL.js";
import "./chunk-YXJ4QQSZ.js";
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
  list: async () => (await import("./list-2KZJBTEJ.js")).runList,
  show: async () => (await import("./show-V7KGWD5Y.js")).runShow,
  check: async () => (await import("./check-VHVML5K5.js")).runCheckStore,
  prune: async () => (await import("./prune-FR3VXX3R.js")).runPrune,
  mark: async () => (await import("./mark-KV6I2VYR.js")).runMark
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
  if (name === void 0 || name.startsWith("-")) return (await import("./save-L7PCKT4D.js")).runSave(argv, io);
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
