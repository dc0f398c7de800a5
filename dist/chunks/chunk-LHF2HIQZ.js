import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/reports/layout.ts
var MARKS = new RegExp("\\p{Mn}|\\p{Me}", "u");
var WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
function widthOf(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}
function columnsOf(character) {
  if (character < "\u0300") return 1;
  return MARKS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}
function cut(text, width) {
  if (widthOf(text) <= width) return text;
  return `${head(text, Math.max(0, width - 1))}\u2026`;
}
function head(text, width) {
  let taken = "";
  let columns = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > width) break;
    taken += character;
  }
  return taken;
}
function wrap(text, width, whole) {
  const lines = [];
  let line = "";
  for (const word of wordsOf(text, whole !== void 0 && widthOf(whole) <= width ? whole : void 0)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const start = head(line, width) || [...line][0];
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  return line === "" ? lines : [...lines, line];
}
function wordsOf(text, whole) {
  const joined = whole === void 0 ? text : text.replace(whole, () => whole.replaceAll(" ", "\0"));
  return joined.split(" ").flatMap((word) => word === "" ? [] : [word.replaceAll("\0", " ")]);
}
function paint(color) {
  const style = (open, close) => (text) => color && text !== "" ? `\x1B[${open}m${text}\x1B[${close}m` : text;
  return {
    strong: style(1, 22),
    quiet: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    blue: style(36, 39)
  };
}

export {
  widthOf,
  cut,
  wrap,
  paint
};
