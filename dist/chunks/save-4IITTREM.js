import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdsStore,
  insideCritical,
  openSide,
  runSave
} from "./chunk-NJIVXHYR.js";
import "./chunk-M2FC5LDZ.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-VE6JU3D7.js";
import "./chunk-J2Z5TBLD.js";
import "./chunk-NZBPFFZF.js";
import "./chunk-36PCAFZY.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-YBCLOHXM.js";
import "./chunk-JWBYW43W.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-6ZWANFC7.js";
import "./chunk-SL4VAOJL.js";
import "./chunk-PU2AG7YV.js";
import "./chunk-CHHZACQR.js";
import "./chunk-U44JX7O6.js";
import "./chunk-QH7ISF2T.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-HATEZKXM.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-IJJBEJPC.js";
import "./chunk-FNUBA4E3.js";
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
import "./chunk-ZAY2COUY.js";
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
import "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
import "./chunk-VX4HL5QL.js";
export {
  holdsStore,
  insideCritical,
  openSide,
  runSave
};
