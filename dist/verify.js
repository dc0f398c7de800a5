import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunks/chunk-Q3AO3ROL.js";
import "./chunks/chunk-BH3EDXF6.js";
import "./chunks/chunk-NU7JNCWL.js";
import "./chunks/chunk-VG5CPAEP.js";
import "./chunks/chunk-HHCMWOF4.js";
import "./chunks/chunk-MJGLQC6C.js";
import "./chunks/chunk-5ZTKHOVU.js";
import "./chunks/chunk-CJOUDGXA.js";
import "./chunks/chunk-QGBVRL5N.js";
import "./chunks/chunk-BUPBVC7S.js";
import "./chunks/chunk-UAJN7DDN.js";
import "./chunks/chunk-TVXBDQCQ.js";
import "./chunks/chunk-LYHIFV6K.js";
import "./chunks/chunk-OZCEIFM6.js";
import "./chunks/chunk-7Q2MFPVQ.js";
import "./chunks/chunk-325W35B4.js";
import "./chunks/chunk-4VTWOGAX.js";
import "./chunks/chunk-X3IRSNMJ.js";
import "./chunks/chunk-VWHNSNYE.js";
import "./chunks/chunk-XGD4N3A4.js";
import "./chunks/chunk-OW25VDDF.js";
import "./chunks/chunk-TFMLRA24.js";
import "./chunks/chunk-K3CSIQUZ.js";
import "./chunks/chunk-4F3WTPKX.js";
import "./chunks/chunk-LCRPGE5H.js";
import "./chunks/chunk-IC3TXACT.js";
import "./chunks/chunk-EMJCXWLX.js";
import {
  readArguments,
  settled
} from "./chunks/chunk-GYGCA75D.js";
import "./chunks/chunk-6UNEF6RR.js";
import {
  publish,
  publishProblem
} from "./chunks/chunk-4PLUBI36.js";
import "./chunks/chunk-BW32QPO5.js";
import "./chunks/chunk-UZRVMBH7.js";
import "./chunks/chunk-DDK7FRTR.js";
import "./chunks/chunk-E7NRIL5W.js";
import "./chunks/chunk-IVM7N44C.js";
import "./chunks/chunk-ARI576K4.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-FVRMHQKH.js";
import "./chunks/chunk-WINWYVPB.js";
import {
  exitCode
} from "./chunks/chunk-5I76ZUOV.js";
import "./chunks/chunk-NKLEMCUO.js";
import "./chunks/chunk-V365DYXR.js";
import "./chunks/chunk-2WGZDNXB.js";
import "./chunks/chunk-LHF2HIQZ.js";
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
import "./chunks/chunk-ZR3RUJOT.js";
import "./chunks/chunk-6YELUJ2M.js";
import "./chunks/chunk-XI3XB6LF.js";
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
} from "./chunks/chunk-MDS5VBRG.js";
import {
  getInput,
  setFailed
} from "./chunks/chunk-VYCKEVAY.js";
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
