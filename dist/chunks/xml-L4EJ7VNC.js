import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  explainXml,
  ownText,
  parse,
  rootOf
} from "./chunk-47FGXYZZ.js";
import "./chunk-ACUIDJJD.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";
export {
  explainXml,
  ownText,
  parse,
  rootOf
};
