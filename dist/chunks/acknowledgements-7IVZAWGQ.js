import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  queuedPullRequest,
  readEvidence
} from "./chunk-ULIZHLSF.js";
import "./chunk-MDVMB5DJ.js";
import "./chunk-AKK2AODL.js";
import "./chunk-YXJ4QQSZ.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-P74TEEE3.js";
import "./chunk-5MHRYX67.js";
import "./chunk-VX4HL5QL.js";
export {
  queuedPullRequest,
  readEvidence
};
