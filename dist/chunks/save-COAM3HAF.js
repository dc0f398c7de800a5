import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdsStore,
  insideCritical,
  openSide,
  runSave
} from "./chunk-Q2ADCAPT.js";
import "./chunk-RO3AFCM5.js";
import "./chunk-3UPXZCOU.js";
import "./chunk-QGBVRL5N.js";
import "./chunk-325W35B4.js";
import "./chunk-4VTWOGAX.js";
import "./chunk-X3IRSNMJ.js";
import "./chunk-XGD4N3A4.js";
import "./chunk-OW25VDDF.js";
import "./chunk-K3CSIQUZ.js";
import "./chunk-4F3WTPKX.js";
import "./chunk-LCRPGE5H.js";
import "./chunk-IC3TXACT.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-GYGCA75D.js";
import "./chunk-6UNEF6RR.js";
import "./chunk-UZRVMBH7.js";
import "./chunk-DDK7FRTR.js";
import "./chunk-E7NRIL5W.js";
import "./chunk-IVM7N44C.js";
import "./chunk-FVRMHQKH.js";
import "./chunk-WINWYVPB.js";
import "./chunk-5I76ZUOV.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-V365DYXR.js";
import "./chunk-2WGZDNXB.js";
import "./chunk-LHF2HIQZ.js";
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
import "./chunk-ZR3RUJOT.js";
import "./chunk-6YELUJ2M.js";
import "./chunk-XI3XB6LF.js";
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
