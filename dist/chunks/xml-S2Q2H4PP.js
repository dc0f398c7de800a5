import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  explainXml,
  ownText,
  parse,
  rootOf
} from "./chunk-PUU7UBF5.js";
import "./chunk-JKDTOFAZ.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-VX4HL5QL.js";
export {
  explainXml,
  ownText,
  parse,
  rootOf
};
