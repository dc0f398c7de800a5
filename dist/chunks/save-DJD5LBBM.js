import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdsStore,
  insideCritical,
  openSide,
  runSave
} from "./chunk-Y4DSTNX5.js";
import "./chunk-AGR6H3H7.js";
import "./chunk-BMFSKDMV.js";
import "./chunk-QGBVRL5N.js";
import "./chunk-325W35B4.js";
import "./chunk-P4KUVDBX.js";
import "./chunk-X3IRSNMJ.js";
import "./chunk-X6DZQX34.js";
import "./chunk-I4FOGYIR.js";
import "./chunk-5O2V3BGN.js";
import "./chunk-4GVZVH4B.js";
import "./chunk-IQWCHV24.js";
import "./chunk-WVSYJLMY.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-2HZHSLKO.js";
import "./chunk-6UNEF6RR.js";
import "./chunk-UZRVMBH7.js";
import "./chunk-DDK7FRTR.js";
import "./chunk-CJ324DPB.js";
import "./chunk-5DL2NZ4F.js";
import "./chunk-WOJ5BMOU.js";
import "./chunk-I2RO34MT.js";
import "./chunk-36OXKCWL.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-KTH6KWNS.js";
import "./chunk-PSU47MRN.js";
import "./chunk-6AKMZIHT.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-LHRLWOGX.js";
import "./chunk-JXCUIREY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import "./chunk-WKY25ED7.js";
import "./chunk-53GPY7LP.js";
import "./chunk-3JYGI3L4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-SRLLN7Z7.js";
import "./chunk-HDDKZENY.js";
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
  holdsStore,
  insideCritical,
  openSide,
  runSave
};
