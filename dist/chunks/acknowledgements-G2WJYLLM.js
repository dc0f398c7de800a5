import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  queuedPullRequest,
  readEvidence
} from "./chunk-SIEFAFMK.js";
import "./chunk-PRRSLOIA.js";
import "./chunk-UHGRT27N.js";
import "./chunk-P74TEEE3.js";
import "./chunk-5HJ3J6EK.js";
export {
  queuedPullRequest,
  readEvidence
};
