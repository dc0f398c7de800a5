import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  numberNode,
  parse,
  parseTree
} from "./chunk-5T6EUD5V.js";
import "./chunk-FHZHCUUB.js";
import "./chunk-ACUIDJJD.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";
export {
  numberNode,
  parse,
  parseTree
};
