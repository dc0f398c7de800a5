import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdsStore,
  insideCritical,
  openSide,
  runSave
} from "./chunk-BJ25I2V3.js";
import "./chunk-NQNJDODL.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-VE6JU3D7.js";
import "./chunk-TMNRVTO3.js";
import "./chunk-XPOAPWUL.js";
import "./chunk-36PCAFZY.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-KCJ3L4PE.js";
import "./chunk-BGAD6JBY.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-S2QC7D7T.js";
import "./chunk-K5AVT4II.js";
import "./chunk-ABKKXOOH.js";
import "./chunk-NWLCS4J7.js";
import "./chunk-OVH55LPH.js";
import "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-RN55FJOR.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-4C7PNCFJ.js";
import "./chunk-ESKJQ7OZ.js";
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
import "./chunk-ZAY2COUY.js";
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
import "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
import "./chunk-VX4HL5QL.js";
export {
  holdsStore,
  insideCritical,
  openSide,
  runSave
};
