import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS,
  contradiction,
  verifyHost
} from "./chunk-IYFNWAR4.js";
import "./chunk-GI4KYDTZ.js";
import "./chunk-AT2ZP575.js";
import "./chunk-MK4MSZAY.js";
import "./chunk-MDAAPQNH.js";
import "./chunk-MBCNUWFC.js";
import "./chunk-LLRZCQWX.js";
import "./chunk-QGBVRL5N.js";
import "./chunk-UI65EGNT.js";
import "./chunk-XZ33G2SZ.js";
import "./chunk-2VW4EOYV.js";
import "./chunk-CC4ACESS.js";
import "./chunk-VH4SXCOB.js";
import "./chunk-6MPFEEFR.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-TBLMIB7R.js";
import "./chunk-YANJQBSY.js";
import "./chunk-UV3NHA65.js";
import "./chunk-LETDX2U6.js";
import "./chunk-5LTVVXPF.js";
import "./chunk-I4FOGYIR.js";
import "./chunk-GYAB4AGT.js";
import "./chunk-5O2V3BGN.js";
import "./chunk-4GVZVH4B.js";
import "./chunk-XRGLT3J2.js";
import "./chunk-WVSYJLMY.js";
import "./chunk-EMJCXWLX.js";
import {
  pagePlace,
  readArguments,
  reportOf,
  tell,
  writePage
} from "./chunk-GYSJK6EL.js";
import "./chunk-6UNEF6RR.js";
import "./chunk-WFMCYW6F.js";
import "./chunk-UZRVMBH7.js";
import "./chunk-DDK7FRTR.js";
import "./chunk-CJ324DPB.js";
import "./chunk-5DL2NZ4F.js";
import "./chunk-EJVAWD2J.js";
import "./chunk-KGHET5OG.js";
import "./chunk-WOJ5BMOU.js";
import "./chunk-I2RO34MT.js";
import "./chunk-PCBGPQ6B.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-LKKKDVWD.js";
import "./chunk-PSU47MRN.js";
import "./chunk-77SZXBQL.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-QXGXRPPZ.js";
import "./chunk-74RLQT52.js";
import "./chunk-24ZXU6UH.js";
import "./chunk-PMBABOII.js";
import "./chunk-6XMOBEMM.js";
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
import "./chunk-GAWPPUV3.js";
import "./chunk-PIU2WRMU.js";
import "./chunk-65UD37DB.js";
import "./chunk-RJTTVYQ3.js";
import "./chunk-5LNVXTFX.js";
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
