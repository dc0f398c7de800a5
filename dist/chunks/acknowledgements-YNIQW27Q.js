import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  queuedPullRequest,
  readEvidence
} from "./chunk-ZBERGJOU.js";
import "./chunk-UCHCWG3X.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-5MHRYX67.js";
import "./chunk-P74TEEE3.js";
import "./chunk-VX4HL5QL.js";
export {
  queuedPullRequest,
  readEvidence
};
