import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  explainXml,
  ownText,
  parse,
  rootOf
} from "./chunk-DDM3KHOQ.js";
import "./chunk-EKVZP6TT.js";
import "./chunk-U7H2WY5Q.js";
import "./chunk-5HJ3J6EK.js";
export {
  explainXml,
  ownText,
  parse,
  rootOf
};
