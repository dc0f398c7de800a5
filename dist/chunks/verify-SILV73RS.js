import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunk-OM7PCTO3.js";
import "./chunk-DYWMVRI2.js";
import "./chunk-DRO4RXTN.js";
import "./chunk-GVM2WTRK.js";
import "./chunk-IY5K5ICO.js";
import "./chunk-G3O4PL72.js";
import "./chunk-EN3V53QV.js";
import "./chunk-4AVFIW4A.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-Y5U3PERO.js";
import "./chunk-J4XZA2J2.js";
import "./chunk-3CTQ7UNY.js";
import "./chunk-OBCKE2I5.js";
import "./chunk-5GYRUYUL.js";
import "./chunk-LEKEXJWO.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-HPEPS6OF.js";
import "./chunk-VE6JU3D7.js";
import "./chunk-J2Z5TBLD.js";
import "./chunk-NZBPFFZF.js";
import "./chunk-36PCAFZY.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-ENXZVKUG.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-YBCLOHXM.js";
import "./chunk-JWBYW43W.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-CHHZACQR.js";
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
} from "./chunk-HATEZKXM.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-6ZVHO3IW.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-IJJBEJPC.js";
import "./chunk-FNUBA4E3.js";
import "./chunk-OOJSHS5C.js";
import "./chunk-KGHET5OG.js";
import "./chunk-OPVKEMLO.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-JR4Q52MS.js";
import "./chunk-BVANVJVA.js";
import "./chunk-2TXVABHZ.js";
import "./chunk-3GGNAGYF.js";
import "./chunk-IOVCTGDC.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-FJW6QFLK.js";
import "./chunk-5CXJQ5IW.js";
import "./chunk-JUM5S4ZZ.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-YQW4JCEF.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-N3JHRWFV.js";
import "./chunk-CFTMAEZ3.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-YJWTXDXP.js";
import "./chunk-OOHSQCTS.js";
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
