import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunks/chunk-FMTIEPIA.js";
import "./chunks/chunk-K4BTRE4T.js";
import "./chunks/chunk-Z7WUTS5J.js";
import "./chunks/chunk-MK4MSZAY.js";
import "./chunks/chunk-LCTBSM32.js";
import "./chunks/chunk-OSYAF7BE.js";
import "./chunks/chunk-Q3RJ4DJS.js";
import "./chunks/chunk-QGBVRL5N.js";
import "./chunks/chunk-WVFTLRPC.js";
import "./chunks/chunk-TVP25S2F.js";
import "./chunks/chunk-UAJN7DDN.js";
import "./chunks/chunk-EJ5CT2YY.js";
import "./chunks/chunk-N6M6GADX.js";
import "./chunks/chunk-OZCEIFM6.js";
import "./chunks/chunk-7Q2MFPVQ.js";
import "./chunks/chunk-325W35B4.js";
import "./chunks/chunk-P4KUVDBX.js";
import "./chunks/chunk-X3IRSNMJ.js";
import "./chunks/chunk-IB443IGN.js";
import "./chunks/chunk-X6DZQX34.js";
import "./chunks/chunk-I4FOGYIR.js";
import "./chunks/chunk-GYAB4AGT.js";
import "./chunks/chunk-5O2V3BGN.js";
import "./chunks/chunk-4GVZVH4B.js";
import "./chunks/chunk-IQWCHV24.js";
import "./chunks/chunk-WVSYJLMY.js";
import "./chunks/chunk-EMJCXWLX.js";
import {
  readArguments,
  settled
} from "./chunks/chunk-2HZHSLKO.js";
import "./chunks/chunk-6UNEF6RR.js";
import {
  publish,
  publishProblem
} from "./chunks/chunk-UCLMMQET.js";
import "./chunks/chunk-MX5TRX2I.js";
import "./chunks/chunk-UZRVMBH7.js";
import "./chunks/chunk-DDK7FRTR.js";
import "./chunks/chunk-CJ324DPB.js";
import "./chunks/chunk-5DL2NZ4F.js";
import "./chunks/chunk-K7B7XUY2.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-WOJ5BMOU.js";
import "./chunks/chunk-I2RO34MT.js";
import {
  exitCode
} from "./chunks/chunk-36OXKCWL.js";
import "./chunks/chunk-NKLEMCUO.js";
import "./chunks/chunk-KTH6KWNS.js";
import "./chunks/chunk-PSU47MRN.js";
import "./chunks/chunk-6AKMZIHT.js";
import "./chunks/chunk-LHF2HIQZ.js";
import "./chunks/chunk-LHRLWOGX.js";
import "./chunks/chunk-ZTUJM4E7.js";
import "./chunks/chunk-T2CUK6GA.js";
import "./chunks/chunk-JXCUIREY.js";
import "./chunks/chunk-6K5PWJ4U.js";
import "./chunks/chunk-HG4VU7TQ.js";
import "./chunks/chunk-RHOSS45L.js";
import "./chunks/chunk-AKK2AODL.js";
import "./chunks/chunk-MK465PB4.js";
import "./chunks/chunk-WKY25ED7.js";
import "./chunks/chunk-53GPY7LP.js";
import "./chunks/chunk-3JYGI3L4.js";
import "./chunks/chunk-O464NPAJ.js";
import "./chunks/chunk-SRLLN7Z7.js";
import "./chunks/chunk-HDDKZENY.js";
import "./chunks/chunk-SCVRXFRC.js";
import "./chunks/chunk-W4UOG6J3.js";
import "./chunks/chunk-65UD37DB.js";
import "./chunks/chunk-TKAQFVFC.js";
import "./chunks/chunk-ABYSUHYU.js";
import "./chunks/chunk-SNI23GP2.js";
import "./chunks/chunk-5OBP3I3Y.js";
import "./chunks/chunk-CFWZNNPA.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import "./chunks/chunk-XGREDVMT.js";
import {
  argumentsOf
} from "./chunks/chunk-QVLZ6YVM.js";
import {
  getInput,
  setFailed
} from "./chunks/chunk-2W6JXVP2.js";
import "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-UXSFSCYP.js";
import "./chunks/chunk-LTHRODLC.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/verify.ts
import { resolve } from "node:path";
var INPUTS = [
  { input: "snapshot", as: "text" },
  { input: "commit", as: "text" },
  { input: "environment", as: "text" },
  { input: "services", as: "lines", option: "service" },
  { input: "paths", as: "lines", option: "path" },
  { input: "store", as: "text" },
  { input: "identity-file", as: "text", option: "identity" },
  { input: "root", as: "text" },
  { input: "host", as: "text" },
  { input: "ssh", as: "text" },
  { input: "timeout", as: "text" },
  { input: "metrics", as: "text" },
  { input: "policy-file", as: "text", option: "policy" },
  { input: "fail-on-severity", as: "text" },
  { input: "warn-only", as: "flag" }
];
tuneEngine();
try {
  await run();
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  setFailed(`An error in Holdfast itself; nothing was verified. ${detail}`);
}
async function run() {
  const argv = argumentsOf(INPUTS);
  const read = argv.ok ? readArguments(argv.value, OPTIONS) : argv;
  if (!read.ok) return fail(read.problem);
  const wrong = contradiction(read.value.values, read.value.positionals);
  if (wrong !== void 0) return fail(wrong);
  const io = {
    cwd: resolve(getInput("working-directory") || "."),
    env: process.env
  };
  const { judged, unwritten } = await verifyHost(read.value.values, io);
  if (!judged.ok) return fail(judged.problem);
  const decision = settled(judged.value.decision, judged.value.policy);
  process.exitCode = exitCode(decision.verdict, decision.warnOnly) === 0 ? 0 : 1;
  await publish(decision, getInput("html") || void 0);
  if (unwritten !== void 0) setFailed(`${unwritten.message} ${unwritten.hint}`);
}
function fail(problem) {
  return publishProblem(problem, "this host");
}
