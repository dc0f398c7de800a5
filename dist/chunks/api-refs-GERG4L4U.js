import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  apiCommit,
  resolveApiPlan
} from "./chunk-QJLPTBGT.js";
import "./chunk-NIDNI2XO.js";
import "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-P74TEEE3.js";
import "./chunk-VX4HL5QL.js";
export {
  apiCommit,
  resolveApiPlan
};
