import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunk-3VWUCGU5.js";
import "./chunk-HVJ3DBG5.js";
import "./chunk-355VIVUY.js";
import "./chunk-GVM2WTRK.js";
import "./chunk-XR3YPJ4T.js";
import "./chunk-3HGR4FTJ.js";
import "./chunk-FCQN577E.js";
import "./chunk-WMB4JHBQ.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-4ZNAZ6M7.js";
import "./chunk-RAQENEA5.js";
import "./chunk-GIZA7FR6.js";
import "./chunk-UFVS3QQJ.js";
import "./chunk-YU3TQNMQ.js";
import "./chunk-VOPB2H7G.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-HPEPS6OF.js";
import "./chunk-YBDD6X2F.js";
import "./chunk-IOKANDET.js";
import "./chunk-NZBPFFZF.js";
import "./chunk-IJ7BB6AL.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-W54HNJDC.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-VW6AQI5L.js";
import "./chunk-JWBYW43W.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-BLL5GMIU.js";
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
} from "./chunk-3PLDODV2.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-7QDCOYZ2.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-GYX2PYGP.js";
import "./chunk-QYOEIIH4.js";
import "./chunk-33RXZ73F.js";
import "./chunk-KGHET5OG.js";
import "./chunk-KRZOJJUR.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-MCMZ4LME.js";
import "./chunk-BYUXQRRY.js";
import "./chunk-PEHNMSGA.js";
import "./chunk-TZR27TM4.js";
import "./chunk-LL54H5BD.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-YZGEPVGU.js";
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
import "./chunk-GNKCGLYR.js";
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
