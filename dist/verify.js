import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunks/chunk-MT6C5543.js";
import "./chunks/chunk-IQX4NLDZ.js";
import "./chunks/chunk-GML4N5ZV.js";
import "./chunks/chunk-GVM2WTRK.js";
import "./chunks/chunk-SKUXCAGQ.js";
import "./chunks/chunk-343Q3LPX.js";
import "./chunks/chunk-VIIGHOFF.js";
import "./chunks/chunk-KRNJPRKT.js";
import "./chunks/chunk-N4HJRHYU.js";
import "./chunks/chunk-MEJMRV7U.js";
import "./chunks/chunk-AMTK6P4B.js";
import "./chunks/chunk-3CTQ7UNY.js";
import "./chunks/chunk-LKC65LZJ.js";
import "./chunks/chunk-JHSTEDCZ.js";
import "./chunks/chunk-LEKEXJWO.js";
import "./chunks/chunk-7Q2MFPVQ.js";
import "./chunks/chunk-2LTNSXYH.js";
import "./chunks/chunk-VE6JU3D7.js";
import "./chunks/chunk-TMNRVTO3.js";
import "./chunks/chunk-XPOAPWUL.js";
import "./chunks/chunk-36PCAFZY.js";
import "./chunks/chunk-2HLTE4XC.js";
import "./chunks/chunk-H7GKGIJQ.js";
import "./chunks/chunk-JLONYCK3.js";
import "./chunks/chunk-QGZV7KTT.js";
import "./chunks/chunk-IHYYQ6CZ.js";
import "./chunks/chunk-BGAD6JBY.js";
import "./chunks/chunk-ZNPYCAS6.js";
import "./chunks/chunk-WKY25ED7.js";
import "./chunks/chunk-NIDNI2XO.js";
import "./chunks/chunk-ROR6LSPO.js";
import "./chunks/chunk-OVH55LPH.js";
import "./chunks/chunk-KA3BEEMK.js";
import "./chunks/chunk-EMJCXWLX.js";
import "./chunks/chunk-YNSVTVRQ.js";
import {
  readArguments,
  settled
} from "./chunks/chunk-7MZUAGJZ.js";
import "./chunks/chunk-BSUCCZFA.js";
import {
  publish,
  publishProblem
} from "./chunks/chunk-FSFMHZ5M.js";
import "./chunks/chunk-UV2YIV3S.js";
import "./chunks/chunk-YJMEJDG4.js";
import "./chunks/chunk-ECCINEQW.js";
import "./chunks/chunk-RXXYIKOI.js";
import "./chunks/chunk-B6C3O6NU.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-PZP6L5VX.js";
import "./chunks/chunk-YNMSC3SZ.js";
import "./chunks/chunk-VRSVULR4.js";
import "./chunks/chunk-X2VRNEOK.js";
import {
  exitCode
} from "./chunks/chunk-P56TXKBT.js";
import "./chunks/chunk-K4VNKD2T.js";
import "./chunks/chunk-R3A4QZ2V.js";
import "./chunks/chunk-MAY36SGU.js";
import "./chunks/chunk-BPKCEVX6.js";
import "./chunks/chunk-MY4W45IY.js";
import "./chunks/chunk-POL6UJM2.js";
import "./chunks/chunk-7AY46YQM.js";
import "./chunks/chunk-ZAY2COUY.js";
import "./chunks/chunk-AUGRHBBV.js";
import "./chunks/chunk-HG4VU7TQ.js";
import "./chunks/chunk-VAQBDYZP.js";
import "./chunks/chunk-O24VLVZE.js";
import "./chunks/chunk-LHQRXSF5.js";
import "./chunks/chunk-N3JHRWFV.js";
import "./chunks/chunk-AXQSIWEG.js";
import "./chunks/chunk-GMQLBFQ4.js";
import "./chunks/chunk-O464NPAJ.js";
import "./chunks/chunk-IWPKGJK5.js";
import "./chunks/chunk-JVBW2P7D.js";
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
import "./chunks/chunk-XDY4YQ5Z.js";
import "./chunks/chunk-X3WXXSXY.js";
import "./chunks/chunk-YXG2IT4E.js";
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
