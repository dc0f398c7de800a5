import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  numberNode,
  parse,
  parseTree
} from "./chunk-5WG2D5YW.js";
import "./chunk-FHZHCUUB.js";
import "./chunk-EKVZP6TT.js";
import "./chunk-U7H2WY5Q.js";
import "./chunk-5HJ3J6EK.js";
export {
  numberNode,
  parse,
  parseTree
};
