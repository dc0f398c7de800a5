import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunk-Y27XBJM4.js";
import "./chunk-ZTKPTNLY.js";
import "./chunk-NIZV7ABI.js";
import "./chunk-GVM2WTRK.js";
import "./chunk-ZROBTKZQ.js";
import "./chunk-343Q3LPX.js";
import "./chunk-W3UKZAYT.js";
import "./chunk-BKN2NS27.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-MEJMRV7U.js";
import "./chunk-YYO4MHPR.js";
import "./chunk-3CTQ7UNY.js";
import "./chunk-QJLUMWFO.js";
import "./chunk-O3OQ2JKI.js";
import "./chunk-LEKEXJWO.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-2LTNSXYH.js";
import "./chunk-VE6JU3D7.js";
import "./chunk-TMNRVTO3.js";
import "./chunk-XPOAPWUL.js";
import "./chunk-36PCAFZY.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-FJCFDZS6.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-KCJ3L4PE.js";
import "./chunk-BGAD6JBY.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-NWLCS4J7.js";
import "./chunk-OVH55LPH.js";
import "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  pagePlace,
  readArguments,
  reportOf,
  tell,
  writePage
} from "./chunk-RN55FJOR.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-4N4UWGWO.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-4C7PNCFJ.js";
import "./chunk-ESKJQ7OZ.js";
import "./chunk-KGXSBIQI.js";
import "./chunk-KGHET5OG.js";
import "./chunk-5IW7PSBO.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-NBZDZYRU.js";
import "./chunk-B4HRAQHU.js";
import "./chunk-BMBTDSKN.js";
import "./chunk-44XY4UBW.js";
import "./chunk-2AMJA2Q5.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-JBIAOLBF.js";
import "./chunk-FGRXXBFY.js";
import "./chunk-B76GKQKE.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-CQIKY3NE.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-N3JHRWFV.js";
import "./chunk-CFTMAEZ3.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-PAY3EKKU.js";
import "./chunk-QMBU62J3.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
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
