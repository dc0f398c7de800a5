import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunks/chunk-IYFNWAR4.js";
import "./chunks/chunk-GI4KYDTZ.js";
import "./chunks/chunk-AT2ZP575.js";
import "./chunks/chunk-MK4MSZAY.js";
import "./chunks/chunk-MDAAPQNH.js";
import "./chunks/chunk-MBCNUWFC.js";
import "./chunks/chunk-LLRZCQWX.js";
import "./chunks/chunk-QGBVRL5N.js";
import "./chunks/chunk-UI65EGNT.js";
import "./chunks/chunk-XZ33G2SZ.js";
import "./chunks/chunk-2VW4EOYV.js";
import "./chunks/chunk-CC4ACESS.js";
import "./chunks/chunk-VH4SXCOB.js";
import "./chunks/chunk-6MPFEEFR.js";
import "./chunks/chunk-7Q2MFPVQ.js";
import "./chunks/chunk-TBLMIB7R.js";
import "./chunks/chunk-YANJQBSY.js";
import "./chunks/chunk-UV3NHA65.js";
import "./chunks/chunk-LETDX2U6.js";
import "./chunks/chunk-5LTVVXPF.js";
import "./chunks/chunk-I4FOGYIR.js";
import "./chunks/chunk-GYAB4AGT.js";
import "./chunks/chunk-5O2V3BGN.js";
import "./chunks/chunk-4GVZVH4B.js";
import "./chunks/chunk-XRGLT3J2.js";
import "./chunks/chunk-WVSYJLMY.js";
import "./chunks/chunk-EMJCXWLX.js";
import {
  readArguments,
  settled
} from "./chunks/chunk-GYSJK6EL.js";
import "./chunks/chunk-6UNEF6RR.js";
import {
  publish,
  publishProblem
} from "./chunks/chunk-64KKU5ZT.js";
import "./chunks/chunk-WFMCYW6F.js";
import "./chunks/chunk-UZRVMBH7.js";
import "./chunks/chunk-DDK7FRTR.js";
import "./chunks/chunk-CJ324DPB.js";
import "./chunks/chunk-5DL2NZ4F.js";
import "./chunks/chunk-EJVAWD2J.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-WOJ5BMOU.js";
import "./chunks/chunk-I2RO34MT.js";
import {
  exitCode
} from "./chunks/chunk-PCBGPQ6B.js";
import "./chunks/chunk-NKLEMCUO.js";
import "./chunks/chunk-LKKKDVWD.js";
import "./chunks/chunk-PSU47MRN.js";
import "./chunks/chunk-77SZXBQL.js";
import "./chunks/chunk-LHF2HIQZ.js";
import "./chunks/chunk-QXGXRPPZ.js";
import "./chunks/chunk-74RLQT52.js";
import "./chunks/chunk-24ZXU6UH.js";
import "./chunks/chunk-PMBABOII.js";
import "./chunks/chunk-6XMOBEMM.js";
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
import "./chunks/chunk-GAWPPUV3.js";
import "./chunks/chunk-PIU2WRMU.js";
import "./chunks/chunk-65UD37DB.js";
import "./chunks/chunk-RJTTVYQ3.js";
import "./chunks/chunk-5LNVXTFX.js";
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
