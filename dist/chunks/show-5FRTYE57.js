import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot,
  runShow
} from "./chunk-5VC4QGJW.js";
import "./chunk-YBCLOHXM.js";
import "./chunk-JWBYW43W.js";
import "./chunk-SL4VAOJL.js";
import "./chunk-PU2AG7YV.js";
import "./chunk-QH7ISF2T.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-HATEZKXM.js";
import "./chunk-BSUCCZFA.js";
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
  namedSnapshot,
  runShow
};
