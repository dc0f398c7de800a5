import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot,
  runShow
} from "./chunk-4EQB4FE6.js";
import "./chunk-SFL7QPID.js";
import "./chunk-HDNQGOMH.js";
import "./chunk-NDPBRYOU.js";
import "./chunk-7XH3O234.js";
import "./chunk-5RQD4YOW.js";
import "./chunk-RCVBJW6B.js";
import "./chunk-TH4X3QBR.js";
import "./chunk-Z7VQC7PI.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-KJBBKZ37.js";
import "./chunk-DDJJNZ4K.js";
import "./chunk-37ZSIPQN.js";
import "./chunk-MDVMB5DJ.js";
import "./chunk-AKK2AODL.js";
import "./chunk-YXJ4QQSZ.js";
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
