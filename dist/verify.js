import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunks/chunk-NVRLUAVE.js";
import "./chunks/chunk-R5XXFA76.js";
import "./chunks/chunk-NYDBEDIU.js";
import "./chunks/chunk-GVM2WTRK.js";
import "./chunks/chunk-NREACJNI.js";
import "./chunks/chunk-OMRKJTUV.js";
import "./chunks/chunk-NZU7F2W3.js";
import "./chunks/chunk-EZYAZOW7.js";
import "./chunks/chunk-V4RPD4QO.js";
import "./chunks/chunk-3FWE36XA.js";
import "./chunks/chunk-VQL3NKWE.js";
import "./chunks/chunk-GIZA7FR6.js";
import "./chunks/chunk-4CFICVAD.js";
import "./chunks/chunk-PWADELHE.js";
import "./chunks/chunk-RQZWNQC5.js";
import "./chunks/chunk-7Q2MFPVQ.js";
import "./chunks/chunk-HPEPS6OF.js";
import "./chunks/chunk-YBDD6X2F.js";
import "./chunks/chunk-IOKANDET.js";
import "./chunks/chunk-NZBPFFZF.js";
import "./chunks/chunk-IJ7BB6AL.js";
import "./chunks/chunk-2HLTE4XC.js";
import "./chunks/chunk-EGAKTT6L.js";
import "./chunks/chunk-JLONYCK3.js";
import "./chunks/chunk-QGZV7KTT.js";
import "./chunks/chunk-FIL6ECD7.js";
import "./chunks/chunk-JWBYW43W.js";
import "./chunks/chunk-VBPHPGGG.js";
import "./chunks/chunk-WKY25ED7.js";
import "./chunks/chunk-WMHWOZJL.js";
import "./chunks/chunk-PJOWL2FU.js";
import "./chunks/chunk-U44JX7O6.js";
import "./chunks/chunk-QH7ISF2T.js";
import "./chunks/chunk-EMJCXWLX.js";
import "./chunks/chunk-YNSVTVRQ.js";
import {
  readArguments,
  settled
} from "./chunks/chunk-CXED3NVK.js";
import "./chunks/chunk-BSUCCZFA.js";
import {
  publish,
  publishProblem
} from "./chunks/chunk-VXZHH2EF.js";
import "./chunks/chunk-LW4D6AJU.js";
import "./chunks/chunk-YJMEJDG4.js";
import "./chunks/chunk-QQEHA3HV.js";
import "./chunks/chunk-IIK5NRXZ.js";
import "./chunks/chunk-5TRZTHAH.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-DTLRE2LC.js";
import "./chunks/chunk-YNMSC3SZ.js";
import "./chunks/chunk-VRSVULR4.js";
import "./chunks/chunk-6VPVOVJL.js";
import {
  exitCode
} from "./chunks/chunk-GG6JKXNA.js";
import "./chunks/chunk-FCPVZLDP.js";
import "./chunks/chunk-UVMQKM36.js";
import "./chunks/chunk-Y6XCRUOZ.js";
import "./chunks/chunk-BPKCEVX6.js";
import "./chunks/chunk-3XPG66IY.js";
import "./chunks/chunk-S3Y2NCSK.js";
import "./chunks/chunk-F33QQDUU.js";
import "./chunks/chunk-Y55LRK4P.js";
import "./chunks/chunk-PBU4J7KR.js";
import "./chunks/chunk-HG4VU7TQ.js";
import "./chunks/chunk-63C5LXIQ.js";
import "./chunks/chunk-P7PIK7TE.js";
import "./chunks/chunk-74XIJYFL.js";
import "./chunks/chunk-N3JHRWFV.js";
import "./chunks/chunk-CFTMAEZ3.js";
import "./chunks/chunk-GMQLBFQ4.js";
import "./chunks/chunk-O464NPAJ.js";
import "./chunks/chunk-LKRCRNIM.js";
import "./chunks/chunk-WJIBSTQT.js";
import "./chunks/chunk-PXUSOBCD.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import "./chunks/chunk-5MHXILHF.js";
import "./chunks/chunk-7IV7GVKJ.js";
import "./chunks/chunk-V4OPYPJO.js";
import {
  argumentsOf
} from "./chunks/chunk-QVLZ6YVM.js";
import {
  getInput,
  setFailed
} from "./chunks/chunk-2W6JXVP2.js";
import "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-DFUJ565S.js";
import "./chunks/chunk-AR4JDE6D.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
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
