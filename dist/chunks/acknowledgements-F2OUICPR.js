import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  queuedPullRequest,
  readEvidence
} from "./chunk-G7G3WMLI.js";
import "./chunk-RQLB66IN.js";
import "./chunk-YXJ4QQSZ.js";
import "./chunk-W3FOX4TA.js";
import "./chunk-QFIZ5RDG.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-SW7JWFUP.js";
import "./chunk-P74TEEE3.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5HJ3J6EK.js";
export {
  queuedPullRequest,
  readEvidence
};
