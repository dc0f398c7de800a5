import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  queuedPullRequest,
  readEvidence
} from "./chunk-2J7YMHJY.js";
import "./chunk-UCHCWG3X.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-63C5LXIQ.js";
import "./chunk-P7PIK7TE.js";
import "./chunk-74XIJYFL.js";
import "./chunk-PXUSOBCD.js";
import "./chunk-5MHRYX67.js";
import "./chunk-P74TEEE3.js";
import "./chunk-VX4HL5QL.js";
export {
  queuedPullRequest,
  readEvidence
};
