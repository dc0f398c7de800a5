import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdsStore,
  insideCritical,
  openSide,
  runSave
} from "./chunk-JUVUZ3OG.js";
import "./chunk-GEXKIPVM.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-YBDD6X2F.js";
import "./chunk-5TJ6Z3D2.js";
import "./chunk-UOFYEHCV.js";
import "./chunk-IJ7BB6AL.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-JLONYCK3.js";
import "./chunk-V4TVXHO5.js";
import "./chunk-MXH5PYMH.js";
import "./chunk-PWDAOS26.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-FH6UPIHT.js";
import "./chunk-TKLV4M3H.js";
import "./chunk-RC4VA5Z4.js";
import "./chunk-26YAQSLY.js";
import "./chunk-BNY7LWRT.js";
import "./chunk-LLLFRJ24.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YAE2JFJ6.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-GYX2PYGP.js";
import "./chunk-QYOEIIH4.js";
import "./chunk-KRZOJJUR.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-MCMZ4LME.js";
import "./chunk-AH46QZAQ.js";
import "./chunk-EDFQIXTY.js";
import "./chunk-NHMRQXQ2.js";
import "./chunk-NGMSFVFL.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-YZGEPVGU.js";
import "./chunk-Y55LRK4P.js";
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
import "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";
export {
  holdsStore,
  insideCritical,
  openSide,
  runSave
};
