import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunks/chunk-OM7PCTO3.js";
import "./chunks/chunk-DYWMVRI2.js";
import "./chunks/chunk-DRO4RXTN.js";
import "./chunks/chunk-GVM2WTRK.js";
import "./chunks/chunk-IY5K5ICO.js";
import "./chunks/chunk-G3O4PL72.js";
import "./chunks/chunk-EN3V53QV.js";
import "./chunks/chunk-4AVFIW4A.js";
import "./chunks/chunk-V4RPD4QO.js";
import "./chunks/chunk-Y5U3PERO.js";
import "./chunks/chunk-J4XZA2J2.js";
import "./chunks/chunk-3CTQ7UNY.js";
import "./chunks/chunk-OBCKE2I5.js";
import "./chunks/chunk-5GYRUYUL.js";
import "./chunks/chunk-LEKEXJWO.js";
import "./chunks/chunk-7Q2MFPVQ.js";
import "./chunks/chunk-HPEPS6OF.js";
import "./chunks/chunk-VE6JU3D7.js";
import "./chunks/chunk-J2Z5TBLD.js";
import "./chunks/chunk-NZBPFFZF.js";
import "./chunks/chunk-36PCAFZY.js";
import "./chunks/chunk-2HLTE4XC.js";
import "./chunks/chunk-ENXZVKUG.js";
import "./chunks/chunk-JLONYCK3.js";
import "./chunks/chunk-QGZV7KTT.js";
import "./chunks/chunk-YBCLOHXM.js";
import "./chunks/chunk-JWBYW43W.js";
import "./chunks/chunk-VBPHPGGG.js";
import "./chunks/chunk-WKY25ED7.js";
import "./chunks/chunk-WMHWOZJL.js";
import "./chunks/chunk-CHHZACQR.js";
import "./chunks/chunk-U44JX7O6.js";
import "./chunks/chunk-QH7ISF2T.js";
import "./chunks/chunk-EMJCXWLX.js";
import "./chunks/chunk-YNSVTVRQ.js";
import {
  readArguments,
  settled
} from "./chunks/chunk-HATEZKXM.js";
import "./chunks/chunk-BSUCCZFA.js";
import {
  publish,
  publishProblem
} from "./chunks/chunk-PWNPHGKB.js";
import "./chunks/chunk-6ZVHO3IW.js";
import "./chunks/chunk-YJMEJDG4.js";
import "./chunks/chunk-IJJBEJPC.js";
import "./chunks/chunk-FNUBA4E3.js";
import "./chunks/chunk-OOJSHS5C.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-OPVKEMLO.js";
import "./chunks/chunk-YNMSC3SZ.js";
import "./chunks/chunk-VRSVULR4.js";
import "./chunks/chunk-JR4Q52MS.js";
import {
  exitCode
} from "./chunks/chunk-BVANVJVA.js";
import "./chunks/chunk-2TXVABHZ.js";
import "./chunks/chunk-3GGNAGYF.js";
import "./chunks/chunk-IOVCTGDC.js";
import "./chunks/chunk-BPKCEVX6.js";
import "./chunks/chunk-FJW6QFLK.js";
import "./chunks/chunk-5CXJQ5IW.js";
import "./chunks/chunk-JUM5S4ZZ.js";
import "./chunks/chunk-ZAY2COUY.js";
import "./chunks/chunk-YQW4JCEF.js";
import "./chunks/chunk-HG4VU7TQ.js";
import "./chunks/chunk-VAQBDYZP.js";
import "./chunks/chunk-O24VLVZE.js";
import "./chunks/chunk-LHQRXSF5.js";
import "./chunks/chunk-N3JHRWFV.js";
import "./chunks/chunk-CFTMAEZ3.js";
import "./chunks/chunk-GMQLBFQ4.js";
import "./chunks/chunk-O464NPAJ.js";
import "./chunks/chunk-YJWTXDXP.js";
import "./chunks/chunk-OOHSQCTS.js";
import "./chunks/chunk-HCG7IYJE.js";
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
