import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parse
} from "./chunk-YQTERKFS.js";
import "./chunk-FHZHCUUB.js";
import "./chunk-JKDTOFAZ.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-VX4HL5QL.js";
export {
  parse
};
