import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parse
} from "./chunk-CL3XH5U3.js";
import "./chunk-FHZHCUUB.js";
import "./chunk-ACUIDJJD.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";
export {
  parse
};
