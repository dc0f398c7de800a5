import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usage
} from "./chunk-2HZHSLKO.js";
import "./chunk-36OXKCWL.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-KTH6KWNS.js";
import "./chunk-PSU47MRN.js";
import "./chunk-6AKMZIHT.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-LHRLWOGX.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import "./chunk-SCVRXFRC.js";
import "./chunk-W4UOG6J3.js";
import "./chunk-65UD37DB.js";
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
  list: async () => (await import("./list-WPWBISYW.js")).runList,
  show: async () => (await import("./show-JTF5BUZS.js")).runShow,
  check: async () => (await import("./check-5E3ODN3I.js")).runCheckStore,
  prune: async () => (await import("./prune-GRRNFAX6.js")).runPrune,
  mark: async () => (await import("./mark-X3TN2UJY.js")).runMark,
  export: async () => (await import("./export-RM4P4ZIX.js")).runExport
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
  if (name === void 0 || name.startsWith("-")) return (await import("./save-DJD5LBBM.js")).runSave(argv, io);
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
