import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  numberNode,
  parse,
  parseTree
} from "./chunk-22WBWX36.js";
import "./chunk-WLV6ZMVQ.js";
import "./chunk-FHZHCUUB.js";
import "./chunk-ACUIDJJD.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";
export {
  numberNode,
  parse,
  parseTree
};
