import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdsStore,
  insideCritical,
  openSide,
  runSave
} from "./chunk-UUAEVS3Z.js";
import "./chunk-DNSGBUTL.js";
import "./chunk-V4RPD4QO.js";
import "./chunk-YBDD6X2F.js";
import "./chunk-IOKANDET.js";
import "./chunk-NZBPFFZF.js";
import "./chunk-IJ7BB6AL.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import "./chunk-VW6AQI5L.js";
import "./chunk-JWBYW43W.js";
import "./chunk-VBPHPGGG.js";
import "./chunk-WKY25ED7.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-YEAZB5DT.js";
import "./chunk-PAK7BSNS.js";
import "./chunk-IFRPWSOZ.js";
import "./chunk-BLL5GMIU.js";
import "./chunk-U44JX7O6.js";
import "./chunk-QH7ISF2T.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-3PLDODV2.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-GYX2PYGP.js";
import "./chunk-QYOEIIH4.js";
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
import "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
import "./chunk-VX4HL5QL.js";
export {
  holdsStore,
  insideCritical,
  openSide,
  runSave
};
