import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ELEMENT,
  maskPair,
  maskPairs
} from "./chunk-WJIBSTQT.js";
import {
  HIDDEN,
  isSensitiveKey,
  withoutSecrets
} from "./chunk-PXUSOBCD.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";

// src/findings/excerpt.ts
var AROUND = 2;
var LONGEST_LINE = 200;
var LONGEST_READ = 4096;
var ASSIGNMENT = /^(\s*(?:[-+]\s+)?(?:export\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*)(\S.*)$/;
var ATTRIBUTE = /(\b([\w.:-]+)\s*=\s*")([^"]*)(")/g;
var KEY_ALONE = /^\s*(?:-\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*(?:[|>{[][-+0-9]*)?\s*$/;
var LIST_NAME = /^\s*-?\s*["']?(?:name|key)["']?\s*[:=]\s*["']?([\w.-]+)/;
var BEGIN_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
var END_KEY = /-----END [A-Z ]*PRIVATE KEY-----/;
function excerptOf(document, line, { hides, comments }) {
  if (document.kind === "opaque") return void 0;
  const all = document.text.split("\n");
  if (line < 1 || line > all.length) return void 0;
  const first = Math.max(1, line - AROUND);
  const last = Math.min(all.length, line + AROUND);
  const hidden = hiddenRanges(document, hides);
  const kept = comments ? void 0 : linesOfKeys(document);
  const lines = [];
  for (let number = first; number <= last; number++) {
    const line2 = maskLine(all, number - 1, hidden.get(number));
    const shown = document.kind === "parsed" ? line2 : maskWords(line2);
    lines.push(kept === void 0 ? shown : withoutComment(shown, kept.has(number)));
  }
  return { first, lines };
}
function maskedLines(text) {
  const all = text.split("\n");
  return (index) => maskWords(maskLine(all, index, void 0));
}
function hiddenRanges(document, hides) {
  const hidden = /* @__PURE__ */ new Map();
  if (document.kind !== "parsed") return hidden;
  (document.opened ?? document.values).forEach((value, index) => {
    visit(value, "", [], (leaf, pointer, segments) => {
      if (leaf === "" || !(isSensitiveKey(segments) || hides(segments, leaf))) return;
      const place = document.place(pointer, index, "value");
      if (place === void 0) return;
      hidden.set(place.line, Math.min(place.column, hidden.get(place.line) ?? place.column));
      const extent = typeof leaf === "string" ? leaf.split("\n").length : 1;
      for (let next = 1; next <= extent && extent > 1; next++) hidden.set(place.line + next, 1);
    });
  });
  return hidden;
}
function linesOfKeys(document) {
  const known = keyed.get(document);
  if (known !== void 0) return known;
  const lines = /* @__PURE__ */ new Set();
  keyed.set(document, lines);
  if (document.kind !== "parsed") return lines;
  const add = (value, pointer, index) => {
    const key = document.place(pointer, index, "key");
    if (key !== void 0) lines.add(key.line);
    const place = document.place(pointer, index, "value");
    const extent = typeof value === "string" ? value.split("\n").length : 0;
    for (let line = 0; place !== void 0 && line <= (extent > 1 ? extent : 0); line++)
      lines.add(place.line + line);
    const members = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
    for (const [name, member] of members) add(member, child(pointer, name), index);
  };
  for (const [index, value] of (document.opened ?? document.values).entries()) add(value, "", index);
  return lines;
}
var keyed = /* @__PURE__ */ new WeakMap();
var CLOSING = /^[\s()[\]{},;]*$|^\s*<\/[\w.:-]+>\s*$/;
var COMMENT = /(^|\s)(#|\/\/|;|\/\*|<!--)\s*\S.*$/;
function withoutComment(line, keyed2) {
  if (line === HIDDEN || CLOSING.test(line)) return line;
  return keyed2 ? line.replace(COMMENT, `$1$2 ${HIDDEN}`) : HIDDEN;
}
function visit(value, pointer, segments, visitor) {
  if (typeof value === "string" || typeof value === "number") {
    visitor(value, pointer, segments);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const name = isObject(item) ? item.name ?? item.key : void 0;
      const segment = typeof name === "string" ? `name=${name}` : String(index);
      visit(item, child(pointer, index), [...segments, segment], visitor);
    });
  } else if (isObject(value)) {
    for (const key of Object.keys(value))
      visit(value[key], child(pointer, key), [...segments, key], visitor);
  }
}
function maskLine(all, index, hiddenFrom) {
  let line = all[index].slice(0, LONGEST_READ).replace(/\r$/, "");
  if (insideKey(all, index) || belowSensitiveKey(all, index)) return HIDDEN;
  if (hiddenFrom !== void 0) line = `${line.slice(0, hiddenFrom - 1)}${HIDDEN}`;
  line = line.replace(
    ASSIGNMENT,
    (whole, start, key, value) => isSensitiveKey([key]) || namedSensitive(all, index, key) ? `${start}${keepOpening(value)}` : whole
  ).replace(ELEMENT, maskPair).replace(ATTRIBUTE, maskPair);
  line = withoutSecrets(maskPairs(line));
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1).toWellFormed()}\u2026` : line;
}
function maskWords(line) {
  if (line.includes(HIDDEN)) return line;
  for (const word of line.matchAll(/[\w$.-]+/g)) {
    const end = word.index + word[0].length;
    if (isSensitiveKey([word[0]]) && line.slice(end).trim() !== "") return `${line.slice(0, end)} ${HIDDEN}`;
  }
  return line;
}
function keepOpening(value) {
  return /^[[{|>]\s*$/.test(value) ? value : HIDDEN;
}
function namedSensitive(all, index, key) {
  if (key !== "value" && key !== "default") return false;
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const name = LIST_NAME.exec(all[back].slice(0, LONGEST_READ))?.[1];
    if (name !== void 0) return isSensitiveKey([name]);
  }
  return false;
}
function belowSensitiveKey(all, index) {
  let indent = indentOf(all[index]);
  if (indent === 0) return false;
  for (let back = index - 1; back >= Math.max(0, index - 200) && indent > 0; back--) {
    const line = all[back];
    if (line.trim() === "" || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    const key = KEY_ALONE.exec(line)?.[1];
    if (key !== void 0 && isSensitiveKey([key])) return true;
  }
  return false;
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}
function insideKey(all, index) {
  for (let back = index; back >= Math.max(0, index - 120); back--) {
    if (back < index && END_KEY.test(all[back])) return false;
    if (BEGIN_KEY.test(all[back])) return true;
  }
  return false;
}

export {
  excerptOf,
  maskedLines
};
