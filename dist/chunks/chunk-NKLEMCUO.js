import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  wrap
} from "./chunk-LHF2HIQZ.js";
import {
  plainLine
} from "./chunk-LTHRODLC.js";

// src/reports/page.ts
var COLUMN = 11;
var PROSE = 100;
var MARGIN = " ".repeat(COLUMN);
function labelled({ width }, color, label, text, style = (line) => line, whole) {
  return wrap(plainLine(text), Math.min(width, PROSE) - COLUMN, whole).map(
    (line, index) => index === 0 ? `  ${color(label)}${" ".repeat(COLUMN - 2 - label.length)}${style(line)}` : `${MARGIN}${style(line)}`
  );
}
function indented({ width }, text) {
  return wrap(text, width - 2).map((line) => `  ${line}`);
}

export {
  COLUMN,
  PROSE,
  MARGIN,
  labelled,
  indented
};
