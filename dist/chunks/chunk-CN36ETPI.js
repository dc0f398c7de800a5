import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  widthOf
} from "./chunk-MAY36SGU.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

// src/reports/table.ts
var WIDEST = 40;
function columns(titles, rows) {
  const shown = titles.map((_, index) => rows.some((row) => row[index] !== ""));
  return aligned([titles, ...rows].map((row) => row.filter((_, index) => shown[index]).map(plainLine)));
}
function aligned(cells) {
  const widths = (cells[0] ?? []).map(
    (title, index) => Math.max(title.length, ...cells.map((row) => widthOf(row[index])).filter((width) => width <= WIDEST))
  );
  return cells.map(
    (row) => row.map((cell, index) => cell + " ".repeat(Math.max(0, widths[index] - widthOf(cell)))).join("  ").trimEnd()
  );
}
var UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];
function sizeText(bytes) {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

export {
  columns,
  aligned,
  sizeText
};
