import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunk-Q3AO3ROL.js";
import "./chunk-BH3EDXF6.js";
import "./chunk-NU7JNCWL.js";
import "./chunk-VG5CPAEP.js";
import "./chunk-HHCMWOF4.js";
import "./chunk-MJGLQC6C.js";
import "./chunk-5ZTKHOVU.js";
import "./chunk-CJOUDGXA.js";
import "./chunk-QGBVRL5N.js";
import "./chunk-BUPBVC7S.js";
import "./chunk-UAJN7DDN.js";
import "./chunk-TVXBDQCQ.js";
import "./chunk-LYHIFV6K.js";
import "./chunk-OZCEIFM6.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-325W35B4.js";
import "./chunk-4VTWOGAX.js";
import "./chunk-X3IRSNMJ.js";
import "./chunk-VWHNSNYE.js";
import "./chunk-XGD4N3A4.js";
import "./chunk-OW25VDDF.js";
import "./chunk-TFMLRA24.js";
import "./chunk-K3CSIQUZ.js";
import "./chunk-4F3WTPKX.js";
import "./chunk-LCRPGE5H.js";
import "./chunk-IC3TXACT.js";
import "./chunk-EMJCXWLX.js";
import {
  pagePlace,
  readArguments,
  reportOf,
  tell,
  writePage
} from "./chunk-GYGCA75D.js";
import "./chunk-6UNEF6RR.js";
import "./chunk-BW32QPO5.js";
import "./chunk-UZRVMBH7.js";
import "./chunk-DDK7FRTR.js";
import "./chunk-E7NRIL5W.js";
import "./chunk-IVM7N44C.js";
import "./chunk-ARI576K4.js";
import "./chunk-KGHET5OG.js";
import "./chunk-FVRMHQKH.js";
import "./chunk-WINWYVPB.js";
import "./chunk-5I76ZUOV.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-V365DYXR.js";
import "./chunk-2WGZDNXB.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-ZTUJM4E7.js";
import "./chunk-T2CUK6GA.js";
import "./chunk-JXCUIREY.js";
import "./chunk-6K5PWJ4U.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import "./chunk-WKY25ED7.js";
import "./chunk-53GPY7LP.js";
import "./chunk-3JYGI3L4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-SRLLN7Z7.js";
import "./chunk-HDDKZENY.js";
import "./chunk-ZR3RUJOT.js";
import "./chunk-6YELUJ2M.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-TKAQFVFC.js";
import "./chunk-ABYSUHYU.js";
import "./chunk-SNI23GP2.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-XGREDVMT.js";
import "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
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
