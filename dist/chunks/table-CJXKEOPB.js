import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  drillsOf,
  runTable
} from "./chunk-ZAK2PLUB.js";
import "./chunk-E3QEC4G6.js";
import "./chunk-DSNZQEOW.js";
import "./chunk-UCHCWG3X.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-7MZUAGJZ.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-P74TEEE3.js";
import "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";
export {
  drillsOf,
  runTable
};
