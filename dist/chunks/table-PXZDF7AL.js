import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  drillsOf,
  runTable
} from "./chunk-GXB6PUQI.js";
import "./chunk-Y2TA3MLF.js";
import "./chunk-6RWMC3PJ.js";
import "./chunk-WJ4CCFRH.js";
import "./chunk-YAE2JFJ6.js";
import "./chunk-AH46QZAQ.js";
import "./chunk-EDFQIXTY.js";
import "./chunk-NHMRQXQ2.js";
import "./chunk-NGMSFVFL.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-YZGEPVGU.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-63C5LXIQ.js";
import "./chunk-P7PIK7TE.js";
import "./chunk-74XIJYFL.js";
import "./chunk-GNKCGLYR.js";
import "./chunk-WJIBSTQT.js";
import "./chunk-PXUSOBCD.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-P74TEEE3.js";
import "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";
export {
  drillsOf,
  runTable
};
