import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunk-F4WX4E5P.js";
import "./chunk-WQUTWUPY.js";
import "./chunk-6YYOXWNH.js";
import "./chunk-IDZU2M5H.js";
import "./chunk-NONVLPYF.js";
import "./chunk-XZYR7MDE.js";
import "./chunk-BQJ5PWRV.js";
import "./chunk-LOTEJZHY.js";
import "./chunk-NALD5LQI.js";
import "./chunk-X3IRSNMJ.js";
import "./chunk-326XLTRR.js";
import "./chunk-2S5RGDPI.js";
import {
  pagePlace,
  readArguments,
  reportOf,
  tell,
  writePage
} from "./chunk-SY45P3N6.js";
import "./chunk-4DMB6V7W.js";
import "./chunk-XW36BXSD.js";
import "./chunk-YUCMQ4JZ.js";
import "./chunk-AXP75AWD.js";
import "./chunk-ZGQNGWE3.js";
import "./chunk-KGHET5OG.js";
import "./chunk-2JKLUJXJ.js";
import "./chunk-VVLL27MF.js";
import "./chunk-WINWYVPB.js";
import "./chunk-3REY5LYI.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-MU7SUNW6.js";
import "./chunk-EJMEG4ER.js";
import "./chunk-JXCUIREY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-WKY25ED7.js";
import "./chunk-R34MLX62.js";
import "./chunk-M3BZOCI3.js";
import "./chunk-O464NPAJ.js";
import "./chunk-SRLLN7Z7.js";
import "./chunk-HDDKZENY.js";
import "./chunk-7UV7BJBX.js";
import "./chunk-6K5PWJ4U.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-A4BJC5DK.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-MK465PB4.js";
import "./chunk-GLSCSEFH.js";
import "./chunk-FPFAAIWP.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-HQ3WZXTJ.js";
import "./chunk-5TOSXDRW.js";
import "./chunk-6YRQLAAY.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/cli/verify/index.ts
async function runVerify(argv, io) {
  let page;
  const fail = async (problem) => {
    io.stderr(problemText(problem, io));
    await writePage(problem, "verify", page, io);
    return 2;
  };
  const read = readArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const { values: args, positionals } = read.value;
  const wrong = contradiction(args, positionals);
  if (wrong !== void 0) return fail(wrong);
  const place = await pagePlace(args.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const { judged, unwritten } = await verifyHost(args, io);
  const code = judged.ok ? await tell(judged.value.decision, judged.value.policy, reportOf(args), io, { command: "verify", page }) : await fail(judged.problem);
  if (unwritten === void 0) return code;
  io.stderr(problemText(unwritten, io));
  return code === 0 ? 2 : code;
}
export {
  runVerify
};
