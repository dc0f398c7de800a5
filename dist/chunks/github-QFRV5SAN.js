import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-PMSCYKAZ.js";
import "./chunk-KOC2MQN7.js";
import "./chunk-5HJ3J6EK.js";
export {
  context,
  getOctokit
};
