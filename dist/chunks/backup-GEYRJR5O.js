import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usage
} from "./chunk-3PLDODV2.js";
import "./chunk-BYUXQRRY.js";
import "./chunk-PEHNMSGA.js";
import "./chunk-TZR27TM4.js";
import "./chunk-LL54H5BD.js";
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
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/index.ts
var verbs = {
  list: async () => (await import("./list-CXUQGLH5.js")).runList,
  show: async () => (await import("./show-QA5BEJFD.js")).runShow,
  check: async () => (await import("./check-KM45BWX6.js")).runCheckStore,
  prune: async () => (await import("./prune-6RMQTL7T.js")).runPrune,
  mark: async () => (await import("./mark-BQVS2V4P.js")).runMark,
  export: async () => (await import("./export-W266YTWW.js")).runExport
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
  if (name === void 0 || name.startsWith("-")) return (await import("./save-5MGAG6XK.js")).runSave(argv, io);
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
