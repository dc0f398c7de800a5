import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ELEMENT,
  maskPair,
  maskPairs
} from "./chunk-JVBW2P7D.js";
import {
  HIDDEN,
  isSensitiveKey,
  isSensitiveValue,
  withoutSecrets
} from "./chunk-HCG7IYJE.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";

// src/findings/comments.ts
var STRUCTURE = /^[\s()[\]{},;]*$|^\s*<\/[\w.:-]+>\s*$|^(---|\.\.\.)\s*$|^<\?xml(\s+(version|encoding|standalone)=["'][\w.-]{1,16}["'])+\s*\?>\s*$/;
var COMMENT = /(^|\s)(#|\/\/|;|\/\*|<!--)\s*\S.*$/;
var C_LIKE = {
  opens: ["//", "/*"],
  block: {
    closes: "*/",
    all: /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
  },
  quotes: '"'
};
var JSON5_ALL = /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
var HCL_ALL = /<<-?(\w+)\r?\n[\s\S]*?\n[ \t]*\1\b|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\//g;
var TOML_ALL = /"""[^\\]*?(?:\\[\s\S][^\\]*?)*?"""|'''[\s\S]*?'''|"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\n]*'|#[^\n]*/g;
var ELEMENTS = {
  opens: ["<!--"],
  block: { closes: "-->", all: /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g },
  quotes: ""
};
var GLUED = {
  json: C_LIKE,
  jsonc: C_LIKE,
  json5: { opens: C_LIKE.opens, block: { closes: "*/", all: JSON5_ALL }, quotes: `"'` },
  hcl: {
    opens: ["#", "//", "/*"],
    block: { closes: "*/", all: HCL_ALL },
    quotes: '"',
    texts: { opens: /^<</, all: HCL_ALL }
  },
  toml: { opens: ["#"], quotes: `"'`, raw: "'", texts: { opens: /^("""|''')/, all: TOML_ALL } },
  xml: ELEMENTS,
  plist: ELEMENTS
};
function linesInComments(text, format) {
  const block = GLUED[format]?.block;
  if (block === void 0 || !text.includes(block.closes)) return /* @__PURE__ */ new Set();
  return linesIn(text, block.all, (part) => part.endsWith(block.closes));
}
function linesInTexts(text, format) {
  const texts = GLUED[format]?.texts;
  const linesBut = (less) => texts === void 0 ? /* @__PURE__ */ new Set() : linesIn(text, texts.all, (part) => texts.opens.test(part), less);
  return { all: linesBut(0), inner: linesBut(1) };
}
function linesIn(text, all, counts, less = 0) {
  const lines = /* @__PURE__ */ new Set();
  let [line, from] = [1, 0];
  for (const { 0: part, index } of text.matchAll(all)) {
    line += breaksIn(text.slice(from, index));
    from = index + part.length;
    const last = line + breaksIn(part);
    if (counts(part)) for (let inside = line + 1; inside <= last - less; inside++) lines.add(inside);
    line = last;
  }
  return lines;
}
function breaksIn(text) {
  return text.split("\n").length - 1;
}
function withoutComment(line, { keyed, inside, text }, format) {
  if (inside) {
    const closes = GLUED[format]?.block?.closes ?? "";
    const end = line.indexOf(closes);
    if (end === -1 || !keyed) return HIDDEN;
    return `${HIDDEN}${withoutComment(line.slice(end + closes.length), { keyed, inside: false, text }, format)}`;
  }
  if (line === HIDDEN || STRUCTURE.test(line)) return line;
  if (!keyed) return HIDDEN;
  const marks = text ? void 0 : GLUED[format];
  return (marks === void 0 ? line : withoutGlued(line, marks)).replace(COMMENT, `$1$2 ${HIDDEN}`);
}
function withoutGlued(line, marks) {
  const found = firstMark(line, marks);
  if (found === void 0) return line;
  const end = found.at + found.mark.length;
  return line.slice(end).trim() === "" ? line : `${line.slice(0, end)} ${HIDDEN}`;
}
function firstMark(line, { opens, quotes, raw }) {
  const markAt = (at) => opens.find((mark) => line.startsWith(mark, at));
  let quote;
  let quoted;
  for (let at = 0; at < line.length; at++) {
    const mark = markAt(at);
    if (mark !== void 0 && quote === void 0) return { at, mark };
    if (mark !== void 0) quoted ??= { at, mark };
    const character = line[at];
    if (character === "\\" && quote !== void 0 && quote !== raw) at += 1;
    else if (character === quote) quote = void 0;
    else if (quote === void 0 && quotes.includes(character)) quote = character;
  }
  return quote === void 0 ? void 0 : quoted;
}

// src/findings/hidden-ranges.ts
function hiddenRanges(document, hides) {
  const hidden = /* @__PURE__ */ new Map();
  if (document.kind !== "parsed") return hidden;
  const lines = document.text.split("\n");
  (document.opened ?? document.values).forEach((value, index) => {
    visit(value, "", [], (leaf, pointer, segments) => {
      if (leaf === "" || !(isSensitiveValue(segments, leaf) || hides(segments, leaf))) return;
      const place = document.place(pointer, index, "value");
      if (place === void 0) return;
      hidden.set(place.line, Math.min(place.column, hidden.get(place.line) ?? place.column));
      const extent = typeof leaf === "string" ? leaf.split("\n").length : 1;
      for (let next2 = 1; next2 <= extent && extent > 1; next2++) hidden.set(place.line + next2, 1);
      if (isWhole((lines[place.line - 1] ?? "").slice(place.column - 1), String(leaf))) return;
      const starts = startsOf(document);
      let next = place.line + 1;
      for (; next <= lines.length && !starts.has(next); next++) hidden.set(next, 1);
      const first = lines[next - 1]?.slice(0, (starts.get(next) ?? 1) - 1);
      if (first !== void 0 && !OPENING.test(first)) hidden.set(next, 1);
    });
  });
  return hidden;
}
var SHORTEST = 4;
function isWhole(rest, value) {
  return rest.replace(/^["']+/, "").startsWith(value) || value.length >= SHORTEST && rest.includes(value);
}
var OPENING = /^[\s{[<"'-]*$/;
var known = /* @__PURE__ */ new WeakMap();
function startsOf(document) {
  const made = known.get(document);
  if (made !== void 0) return made;
  const starts = /* @__PURE__ */ new Map();
  const add = (value, pointer, index) => {
    for (const part of ["key", "value"]) {
      const place = document.place(pointer, index, part);
      if (place !== void 0)
        starts.set(place.line, Math.min(place.column, starts.get(place.line) ?? place.column));
    }
    const members = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
    for (const [name, member] of members) add(member, child(pointer, name), index);
  };
  for (const [index, value] of (document.opened ?? document.values).entries()) add(value, "", index);
  known.set(document, starts);
  return starts;
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

// src/findings/excerpt.ts
var AROUND = 2;
var LONGEST_LINE = 200;
var LONGEST_READ = 4096;
var ASSIGNMENT = /^(\s*(?:[-+]\s+)?(?:export\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*)(\S.*)$/;
var ATTRIBUTE = /(\b([\w.:-]+)\s*=\s*")([^"]*)(")/g;
var KEY_ALONE = /^\s*(?:-\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*(?:[|>{[][-+0-9]*)?\s*$/;
var KEY_BEFORE = /^(\s*(?:-\s+)?)["']?([\w.$/-]+)["']?\s*[:=]\s*\S/;
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
  const stands = comments ? void 0 : standsOn(document);
  const lines = [];
  for (let number = first; number <= last; number++) {
    const line2 = maskLine(all, number - 1, hidden.get(number));
    const shown = document.kind === "parsed" ? line2 : maskWords(line2);
    lines.push(stands === void 0 ? shown : withoutComment(shown, stands(number), document.format));
  }
  return { first, lines };
}
function maskedLines(text) {
  const all = text.split("\n");
  return (index) => maskWords(maskLine(all, index, void 0));
}
function standsOn(document) {
  const known2 = looked.get(document);
  if (known2 !== void 0) return known2;
  const keys = linesOfKeys(document);
  const comments = linesInComments(document.text, document.format);
  const texts = linesInTexts(document.text, document.format);
  const stands = (line) => ({
    keyed: keys.has(line) || texts.all.has(line),
    inside: comments.has(line),
    text: texts.inner.has(line)
  });
  looked.set(document, stands);
  return stands;
}
var looked = /* @__PURE__ */ new WeakMap();
function linesOfKeys(document) {
  const lines = /* @__PURE__ */ new Set();
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
    const [, start = "", name] = KEY_BEFORE.exec(line.slice(0, LONGEST_READ)) ?? [];
    const key = KEY_ALONE.exec(line)?.[1] ?? (start.length < indent ? name : void 0);
    indent = indentOf(line);
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
