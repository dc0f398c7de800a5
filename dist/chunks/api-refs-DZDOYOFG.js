import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  apiCommit,
  resolveApiPlan
} from "./chunk-USCXWHWC.js";
import "./chunk-HDDKZENY.js";
import "./chunk-P74TEEE3.js";
import "./chunk-VX4HL5QL.js";
export {
  apiCommit,
  resolveApiPlan
};
