import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  drillsOf,
  runTable
} from "./chunk-BMURX6QN.js";
import "./chunk-35X3MNNQ.js";
import "./chunk-DSNZQEOW.js";
import "./chunk-UCHCWG3X.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-RN55FJOR.js";
import "./chunk-B4HRAQHU.js";
import "./chunk-BMBTDSKN.js";
import "./chunk-44XY4UBW.js";
import "./chunk-2AMJA2Q5.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-JBIAOLBF.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-PAY3EKKU.js";
import "./chunk-QMBU62J3.js";
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
