import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  explainXml,
  ownText,
  parse,
  rootOf
} from "./chunk-Y6TLNEJP.js";
import "./chunk-VNDTIOYP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-5HJ3J6EK.js";
export {
  explainXml,
  ownText,
  parse,
  rootOf
};
