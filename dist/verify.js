import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunks/chunk-F4WX4E5P.js";
import "./chunks/chunk-WQUTWUPY.js";
import "./chunks/chunk-6YYOXWNH.js";
import "./chunks/chunk-IDZU2M5H.js";
import "./chunks/chunk-NONVLPYF.js";
import "./chunks/chunk-XZYR7MDE.js";
import "./chunks/chunk-BQJ5PWRV.js";
import "./chunks/chunk-LOTEJZHY.js";
import "./chunks/chunk-NALD5LQI.js";
import "./chunks/chunk-X3IRSNMJ.js";
import "./chunks/chunk-326XLTRR.js";
import "./chunks/chunk-2S5RGDPI.js";
import {
  readArguments,
  settled
} from "./chunks/chunk-SY45P3N6.js";
import "./chunks/chunk-4DMB6V7W.js";
import {
  publish,
  publishProblem
} from "./chunks/chunk-F3RAKO5P.js";
import "./chunks/chunk-XW36BXSD.js";
import "./chunks/chunk-YUCMQ4JZ.js";
import "./chunks/chunk-AXP75AWD.js";
import "./chunks/chunk-ZGQNGWE3.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-2JKLUJXJ.js";
import "./chunks/chunk-VVLL27MF.js";
import "./chunks/chunk-WINWYVPB.js";
import {
  exitCode
} from "./chunks/chunk-3REY5LYI.js";
import "./chunks/chunk-NKLEMCUO.js";
import "./chunks/chunk-MU7SUNW6.js";
import "./chunks/chunk-EJMEG4ER.js";
import "./chunks/chunk-JXCUIREY.js";
import "./chunks/chunk-HG4VU7TQ.js";
import "./chunks/chunk-WKY25ED7.js";
import "./chunks/chunk-R34MLX62.js";
import "./chunks/chunk-M3BZOCI3.js";
import "./chunks/chunk-O464NPAJ.js";
import "./chunks/chunk-SRLLN7Z7.js";
import "./chunks/chunk-HDDKZENY.js";
import "./chunks/chunk-7UV7BJBX.js";
import "./chunks/chunk-6K5PWJ4U.js";
import "./chunks/chunk-RHOSS45L.js";
import "./chunks/chunk-AKK2AODL.js";
import "./chunks/chunk-A4BJC5DK.js";
import "./chunks/chunk-LHF2HIQZ.js";
import "./chunks/chunk-MK465PB4.js";
import {
  argumentsOf
} from "./chunks/chunk-MDS5VBRG.js";
import {
  getInput,
  setFailed
} from "./chunks/chunk-VYCKEVAY.js";
import "./chunks/chunk-GLSCSEFH.js";
import "./chunks/chunk-FPFAAIWP.js";
import "./chunks/chunk-XI3XB6LF.js";
import "./chunks/chunk-HQ3WZXTJ.js";
import "./chunks/chunk-5TOSXDRW.js";
import "./chunks/chunk-6YRQLAAY.js";
import "./chunks/chunk-5OBP3I3Y.js";
import "./chunks/chunk-CFWZNNPA.js";
import "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import "./chunks/chunk-UXSFSCYP.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-LTHRODLC.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-XGREDVMT.js";
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
