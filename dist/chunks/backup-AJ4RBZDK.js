import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usage
} from "./chunk-RN55FJOR.js";
import "./chunk-B4HRAQHU.js";
import "./chunk-BMBTDSKN.js";
import "./chunk-44XY4UBW.js";
import "./chunk-2AMJA2Q5.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-JBIAOLBF.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-PAY3EKKU.js";
import "./chunk-QMBU62J3.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/index.ts
var verbs = {
  list: async () => (await import("./list-76EMYR4F.js")).runList,
  show: async () => (await import("./show-Z5ZBD45W.js")).runShow,
  check: async () => (await import("./check-THW6FMCP.js")).runCheckStore,
  prune: async () => (await import("./prune-Z6QLWDHI.js")).runPrune,
  mark: async () => (await import("./mark-6EOQP4KM.js")).runMark,
  export: async () => (await import("./export-CLRV4BOM.js")).runExport
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
  if (name === void 0 || name.startsWith("-")) return (await import("./save-FLE4HWY5.js")).runSave(argv, io);
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
