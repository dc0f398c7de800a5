import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot,
  runShow
} from "./chunk-MFDXHZCV.js";
import "./chunk-TJSTN6QA.js";
import "./chunk-2S5RGDPI.js";
import "./chunk-SY45P3N6.js";
import "./chunk-3REY5LYI.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-7UV7BJBX.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-A4BJC5DK.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-MK465PB4.js";
import "./chunk-GLSCSEFH.js";
import "./chunk-FPFAAIWP.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-HQ3WZXTJ.js";
import "./chunk-5TOSXDRW.js";
import "./chunk-6YRQLAAY.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";
export {
  namedSnapshot,
  runShow
};
