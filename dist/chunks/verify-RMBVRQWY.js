import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunk-MT6C5543.js";
import "./chunk-IQX4NLDZ.js";
import "./chunk-GML4N5ZV.js";
import "./chunk-GVM2WTRK.js";
import "./chunk-SKUXCAGQ.js";
import "./chunk-343Q3LPX.js";
import "./chunk-VIIGHOFF.js";
import "./chunk-KRNJPRKT.js";
import "./chunk-N4HJRHYU.js";
import "./chunk-MEJMRV7U.js";
import "./chunk-AMTK6P4B.js";
import "./chunk-3CTQ7UNY.js";
import "./chunk-LKC65LZJ.js";
import "./chunk-JHSTEDCZ.js";
import "./chunk-LEKEXJWO.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-2LTNSXYH.js";
import "./chunk-VE6JU3D7.js";
import "./chunk-TMNRVTO3.js";
import "./chunk-XPOAPWUL.js";
import "./chunk-36PCAFZY.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-H7GKGIJQ.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-IHYYQ6CZ.js";
import "./chunk-BGAD6JBY.js";
import "./chunk-ZNPYCAS6.js";
import "./chunk-WKY25ED7.js";
import "./chunk-NIDNI2XO.js";
import "./chunk-ROR6LSPO.js";
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
} from "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-UV2YIV3S.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-ECCINEQW.js";
import "./chunk-RXXYIKOI.js";
import "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-POL6UJM2.js";
import "./chunk-7AY46YQM.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-AUGRHBBV.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-N3JHRWFV.js";
import "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import "./chunk-YXG2IT4E.js";
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
