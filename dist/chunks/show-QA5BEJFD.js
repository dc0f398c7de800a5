import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot,
  runShow
} from "./chunk-7GAVMH3B.js";
import "./chunk-VW6AQI5L.js";
import "./chunk-JWBYW43W.js";
import "./chunk-PAK7BSNS.js";
import "./chunk-IFRPWSOZ.js";
import "./chunk-QH7ISF2T.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-3PLDODV2.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-BYUXQRRY.js";
import "./chunk-PEHNMSGA.js";
import "./chunk-TZR27TM4.js";
import "./chunk-LL54H5BD.js";
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
import "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
import "./chunk-VX4HL5QL.js";
export {
  namedSnapshot,
  runShow
};
