import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  apiCommit,
  resolveApiPlan
} from "./chunk-UYV6NOS2.js";
import "./chunk-WMHWOZJL.js";
import "./chunk-CFTMAEZ3.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-P74TEEE3.js";
import "./chunk-VX4HL5QL.js";
export {
  apiCommit,
  resolveApiPlan
};
