import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot,
  runShow
} from "./chunk-XNNB73WI.js";
import "./chunk-BMFSKDMV.js";
import "./chunk-IQWCHV24.js";
import "./chunk-WVSYJLMY.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-2HZHSLKO.js";
import "./chunk-36OXKCWL.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-KTH6KWNS.js";
import "./chunk-PSU47MRN.js";
import "./chunk-6AKMZIHT.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-LHRLWOGX.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import "./chunk-SCVRXFRC.js";
import "./chunk-W4UOG6J3.js";
import "./chunk-65UD37DB.js";
import "./chunk-TKAQFVFC.js";
import "./chunk-ABYSUHYU.js";
import "./chunk-SNI23GP2.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-XGREDVMT.js";
import "./chunk-P74TEEE3.js";
import "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";
export {
  namedSnapshot,
  runShow
};
