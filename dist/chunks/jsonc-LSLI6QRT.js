import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  numberNode,
  parse,
  parseTree
} from "./chunk-Z2AVPREE.js";
import "./chunk-FHZHCUUB.js";
import "./chunk-VNDTIOYP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-5HJ3J6EK.js";
export {
  numberNode,
  parse,
  parseTree
};
