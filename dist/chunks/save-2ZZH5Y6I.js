import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdsStore,
  insideCritical,
  openSide,
  runSave
} from "./chunk-I4CUX2ZE.js";
import "./chunk-V5CX6VPP.js";
import "./chunk-VQI3KDCA.js";
import "./chunk-QGBVRL5N.js";
import "./chunk-TBLMIB7R.js";
import "./chunk-YANJQBSY.js";
import "./chunk-UV3NHA65.js";
import "./chunk-5LTVVXPF.js";
import "./chunk-I4FOGYIR.js";
import "./chunk-5O2V3BGN.js";
import "./chunk-4GVZVH4B.js";
import "./chunk-XRGLT3J2.js";
import "./chunk-WVSYJLMY.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-GYSJK6EL.js";
import "./chunk-6UNEF6RR.js";
import "./chunk-UZRVMBH7.js";
import "./chunk-DDK7FRTR.js";
import "./chunk-CJ324DPB.js";
import "./chunk-5DL2NZ4F.js";
import "./chunk-WOJ5BMOU.js";
import "./chunk-I2RO34MT.js";
import "./chunk-PCBGPQ6B.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-LKKKDVWD.js";
import "./chunk-PSU47MRN.js";
import "./chunk-77SZXBQL.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-QXGXRPPZ.js";
import "./chunk-PMBABOII.js";
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
import "./chunk-GAWPPUV3.js";
import "./chunk-PIU2WRMU.js";
import "./chunk-65UD37DB.js";
import "./chunk-RJTTVYQ3.js";
import "./chunk-5LNVXTFX.js";
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
