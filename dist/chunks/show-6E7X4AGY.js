import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot,
  runShow
} from "./chunk-YNDPHZN7.js";
import "./chunk-7P5ASSDS.js";
import "./chunk-EWA4FJ7X.js";
import "./chunk-7263V5AN.js";
import "./chunk-OWKTRG7T.js";
import "./chunk-MDVMB5DJ.js";
import "./chunk-AKK2AODL.js";
import "./chunk-4TQXXHHP.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-YXJ4QQSZ.js";
import "./chunk-DTJ7FW5W.js";
import "./chunk-YMIVOWQJ.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-CLDRABNO.js";
import "./chunk-47LY2WDG.js";
import "./chunk-NYBEYTUC.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-CDNBRFAP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";
export {
  namedSnapshot,
  runShow
};
