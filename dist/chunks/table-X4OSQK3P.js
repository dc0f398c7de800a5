import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  drillsOf,
  runTable
} from "./chunk-XJFPN6WD.js";
import "./chunk-EPO3DZRT.js";
import "./chunk-QMN62KA5.js";
import "./chunk-UCHCWG3X.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-CXED3NVK.js";
import "./chunk-GG6JKXNA.js";
import "./chunk-FCPVZLDP.js";
import "./chunk-UVMQKM36.js";
import "./chunk-Y6XCRUOZ.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-3XPG66IY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-63C5LXIQ.js";
import "./chunk-P7PIK7TE.js";
import "./chunk-74XIJYFL.js";
import "./chunk-LKRCRNIM.js";
import "./chunk-WJIBSTQT.js";
import "./chunk-PXUSOBCD.js";
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
