import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
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
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/index.ts
var verbs = {
  list: async () => (await import("./list-54S6SWOU.js")).runList,
  show: async () => (await import("./show-GN5BRMMO.js")).runShow,
  check: async () => (await import("./check-ERJIO43J.js")).runCheckStore,
  prune: async () => (await import("./prune-WS6KEP22.js")).runPrune,
  mark: async () => (await import("./mark-WD6XTND4.js")).runMark,
  export: async () => (await import("./export-PIWACJLJ.js")).runExport
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
  if (name === void 0 || name.startsWith("-")) return (await import("./save-2ZZH5Y6I.js")).runSave(argv, io);
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
