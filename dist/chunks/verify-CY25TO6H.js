import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunk-NVRLUAVE.js";
import "./chunk-R5XXFA76.js";
import "./chunk-NYDBEDIU.js";
import "./chunk-GVM2WTRK.js";
import "./chunk-NREACJNI.js";
import "./chunk-OMRKJTUV.js";
import "./chunk-NZU7F2W3.js";
import "./chunk-EZYAZOW7.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-3FWE36XA.js";
import "./chunk-VQL3NKWE.js";
import "./chunk-GIZA7FR6.js";
import "./chunk-4CFICVAD.js";
import "./chunk-PWADELHE.js";
import "./chunk-RQZWNQC5.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-HPEPS6OF.js";
import "./chunk-YBDD6X2F.js";
import "./chunk-IOKANDET.js";
import "./chunk-NZBPFFZF.js";
import "./chunk-IJ7BB6AL.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-EGAKTT6L.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-FIL6ECD7.js";
import "./chunk-JWBYW43W.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-PJOWL2FU.js";
import "./chunk-U44JX7O6.js";
import "./chunk-QH7ISF2T.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  pagePlace,
  readArguments,
  reportOf,
  tell,
  writePage
} from "./chunk-CXED3NVK.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-LW4D6AJU.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-QQEHA3HV.js";
import "./chunk-IIK5NRXZ.js";
import "./chunk-5TRZTHAH.js";
import "./chunk-KGHET5OG.js";
import "./chunk-DTLRE2LC.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-6VPVOVJL.js";
import "./chunk-GG6JKXNA.js";
import "./chunk-FCPVZLDP.js";
import "./chunk-UVMQKM36.js";
import "./chunk-Y6XCRUOZ.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-3XPG66IY.js";
import "./chunk-S3Y2NCSK.js";
import "./chunk-F33QQDUU.js";
import "./chunk-Y55LRK4P.js";
import "./chunk-PBU4J7KR.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-63C5LXIQ.js";
import "./chunk-P7PIK7TE.js";
import "./chunk-74XIJYFL.js";
import "./chunk-N3JHRWFV.js";
import "./chunk-CFTMAEZ3.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-LKRCRNIM.js";
import "./chunk-WJIBSTQT.js";
import "./chunk-PXUSOBCD.js";
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
