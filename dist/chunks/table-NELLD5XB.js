import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  drillsOf,
  runTable
} from "./chunk-COGZS4VT.js";
import "./chunk-EPO3DZRT.js";
import "./chunk-QMN62KA5.js";
import "./chunk-UCHCWG3X.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-HATEZKXM.js";
import "./chunk-BVANVJVA.js";
import "./chunk-2TXVABHZ.js";
import "./chunk-3GGNAGYF.js";
import "./chunk-IOVCTGDC.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-FJW6QFLK.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-YJWTXDXP.js";
import "./chunk-OOHSQCTS.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-P74TEEE3.js";
import "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
import "./chunk-VX4HL5QL.js";
export {
  drillsOf,
  runTable
};
