import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot,
  runShow
} from "./chunk-32QJVGKO.js";
import "./chunk-3UPXZCOU.js";
import "./chunk-LCRPGE5H.js";
import "./chunk-IC3TXACT.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-GYGCA75D.js";
import "./chunk-5I76ZUOV.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-V365DYXR.js";
import "./chunk-2WGZDNXB.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import "./chunk-ZR3RUJOT.js";
import "./chunk-6YELUJ2M.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-TKAQFVFC.js";
import "./chunk-ABYSUHYU.js";
import "./chunk-SNI23GP2.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-XGREDVMT.js";
import "./chunk-P74TEEE3.js";
import "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";
export {
  namedSnapshot,
  runShow
};
