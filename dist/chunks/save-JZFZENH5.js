import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdsStore,
  insideCritical,
  openSide,
  runSave
} from "./chunk-IEECD6A7.js";
import "./chunk-LHMVCVDQ.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-YBDD6X2F.js";
import "./chunk-IOKANDET.js";
import "./chunk-NZBPFFZF.js";
import "./chunk-IJ7BB6AL.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-FIL6ECD7.js";
import "./chunk-JWBYW43W.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-O2FQ4WOG.js";
import "./chunk-VD7Z6BG4.js";
import "./chunk-O4XEDBIY.js";
import "./chunk-PJOWL2FU.js";
import "./chunk-U44JX7O6.js";
import "./chunk-QH7ISF2T.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-CXED3NVK.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-QQEHA3HV.js";
import "./chunk-IIK5NRXZ.js";
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
import "./chunk-Y55LRK4P.js";
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
import "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
import "./chunk-VX4HL5QL.js";
export {
  holdsStore,
  insideCritical,
  openSide,
  runSave
};
