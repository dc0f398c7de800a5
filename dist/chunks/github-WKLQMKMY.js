import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-LVOE4EGR.js";
import "./chunk-JAPR52BI.js";
import "./chunk-VX4HL5QL.js";
export {
  context,
  getOctokit
};
