import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isLossy
} from "./chunk-FHZHCUUB.js";
import {
  MAX_DEPTH,
  Stop,
  guard,
  listNode,
  noteRepeat,
  objectNode,
  parsedAs,
  scalarNode,
  setMember,
  tooDeep
} from "./chunk-JKDTOFAZ.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-VX4HL5QL.js";

// src/documents/formats/hcl-scan.ts
var BLANKS = /(?:[ \t\r]+|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)*/y;
var BLANKS_AND_LINES = /(?:[ \t\r\n]+|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)*/y;
var HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t\r]*\n/uy;
function skip(cursor, lines) {
  const found = match(lines ? BLANKS_AND_LINES : BLANKS, cursor);
  cursor.at += found?.[0].length ?? 0;
}
function match(pattern, cursor) {
  pattern.lastIndex = cursor.at;
  return pattern.exec(cursor.text) ?? void 0;
}
function skipString(cursor, depth) {
  const { text } = cursor;
  const open = cursor.at++;
  while (cursor.at < text.length) {
    const character = text[cursor.at];
    if (character === "\n") break;
    if (character === '"') {
      cursor.at += 1;
      return;
    }
    if ((character === "$" || character === "%") && text[cursor.at + 1] === "{") {
      cursor.at += 2;
      if (text[cursor.at - 3] !== character) skipUntil(cursor, "}", depth + 1);
    } else {
      cursor.at += character === "\\" ? 2 : 1;
    }
  }
  throw new Stop("syntax", "a string is not closed", open);
}
function readHeredoc(cursor) {
  const found = match(HEREDOC, cursor);
  if (found === void 0) return void 0;
  const [opening, indented, name] = found;
  const start = cursor.at + opening.length;
  const closing = new RegExp(`^[ \\t]*${name}(?=[ \\t\\r]*$|[ \\t]*[,)\\]}])`, "gm");
  closing.lastIndex = start;
  const end = closing.exec(cursor.text);
  if (end === null) throw new Stop("syntax", `the heredoc ${name} is not closed`, cursor.at);
  cursor.at = end.index + end[0].length;
  const content = cursor.text.slice(start, Math.max(start, end.index - 1)).replaceAll("\r\n", "\n");
  return indented === "-" ? dedent(content) : content;
}
function dedent(content) {
  const lines = content.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return lines.map((line) => line.slice(Math.min(common, line.length))).join("\n");
}
var CLOSERS = { "(": ")", "[": "]", "{": "}" };
function skipUntil(cursor, stops, depth) {
  const { text } = cursor;
  const start = cursor.at;
  const waiting = [];
  while (cursor.at < text.length) {
    const character = text[cursor.at];
    if (waiting.length === 0 && stops.includes(character)) {
      if (stops === character) cursor.at += 1;
      return;
    }
    if (character === '"') skipString(cursor, deeper(cursor, depth));
    else if (character === "<" && readHeredoc(cursor) !== void 0) continue;
    else if (startsComment(cursor)) {
      if (waiting.length === 0 && stops.includes("\n") && !text.startsWith("/*", cursor.at)) return;
      const before = cursor.at;
      skip(cursor, false);
      if (cursor.at === before) throw new Stop("syntax", "a comment is not closed", before);
    } else {
      if (waiting.length === 0 && isAssignment(cursor))
        throw new Stop("syntax", "an unexpected =", cursor.at);
      if (CLOSERS[character] !== void 0) waiting.push(CLOSERS[character]);
      else if (character === ")" || character === "]" || character === "}") {
        if (waiting.pop() !== character) throw new Stop("syntax", `an unexpected ${character}`, cursor.at);
      }
      cursor.at += 1;
    }
  }
  if (waiting.length > 0 || !stops.includes("\n"))
    throw new Stop("syntax", "the text ends inside a value", start);
}
function isAssignment({ text, at }) {
  return text[at] === "=" && !/[=!<>]/.test(text[at - 1] ?? "") && !/[=>]/.test(text[at + 1] ?? "");
}
function deeper(cursor, depth) {
  if (depth >= MAX_DEPTH) throw tooDeep(cursor.at);
  return depth + 1;
}
function startsComment({ text, at }) {
  const two = text.slice(at, at + 2);
  return two.startsWith("#") || two === "//" || two === "/*";
}

// src/documents/formats/hcl-values.ts
var NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y;
var WORD = /(?:true|false|null)(?![\w.-])/y;
var FOR = /[[{]\s*for\s/y;
var IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
function readExpression(cursor, stops, place) {
  skip(cursor, !stops.includes("\n"));
  const start = cursor.at;
  const literal = readLiteral(cursor, place);
  if (literal !== void 0) {
    skip(cursor, !stops.includes("\n"));
    if (cursor.at >= cursor.text.length || stops.includes(cursor.text[cursor.at])) return literal;
  }
  cursor.at = start;
  skipUntil(cursor, stops, place.depth);
  const source = cursor.text.slice(start, cursor.at).trim();
  if (source === "") throw new Stop("syntax", "a value is expected", start);
  return scalarNode(`\${${source}}`, start);
}
function readLiteral(cursor, place) {
  const start = cursor.at;
  const first = cursor.text[start];
  if (first === '"') return scalarNode(readString(cursor), start);
  if (first === "<") {
    const content = readHeredoc(cursor);
    return content === void 0 ? void 0 : scalarNode(content, start);
  }
  if (first === "[" || first === "{") {
    if (match(FOR, cursor) !== void 0) return void 0;
    if (place.depth > MAX_DEPTH) throw tooDeep(start);
    return first === "[" ? readList(cursor, place) : readObject(cursor, place);
  }
  const token = (match(NUMBER, cursor) ?? match(WORD, cursor))?.[0];
  if (token === void 0) return void 0;
  cursor.at += token.length;
  if (token === "null") return scalarNode(null, start);
  if (token === "true" || token === "false") return scalarNode(token === "true", start);
  const value = Number(token);
  if (!Number.isFinite(value)) return scalarNode(token, start, token);
  return scalarNode(value, start, isLossy(token, value) ? token : void 0);
}
var ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([nrt"\\]))/g;
var ESCAPED = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" };
function readString(cursor) {
  const start = cursor.at;
  skipString(cursor, 0);
  const source = cursor.text.slice(start + 1, cursor.at - 1);
  if (!source.includes("\\") || /[$%]\{/.test(source)) return source;
  return source.replace(ESCAPE, (sequence, short, long, simple) => {
    if (simple !== void 0) return ESCAPED[simple];
    const code = Number.parseInt(short ?? long ?? "", 16);
    return code <= 1114111 ? String.fromCodePoint(code) : sequence;
  });
}
function readList(cursor, place) {
  const start = cursor.at++;
  const items = [];
  for (; ; ) {
    skip(cursor, true);
    if (cursor.text[cursor.at] === "]") break;
    const pointer = child(place.pointer, items.length);
    items.push(readExpression(cursor, ",]", { ...place, pointer, depth: place.depth + 1 }));
    if (cursor.text[cursor.at] === ",") cursor.at += 1;
  }
  cursor.at += 1;
  return listNode(start, items);
}
function readObject(cursor, place) {
  const object = objectNode(cursor.at);
  cursor.at += 1;
  for (; ; ) {
    skip(cursor, true);
    if (cursor.text[cursor.at] === "}") break;
    const key = cursor.at;
    const name = readObjectKey(cursor);
    cursor.at += 1;
    const pointer = child(place.pointer, name);
    noteRepeat(place.repeats, object, name, pointer, key);
    const value = readExpression(cursor, ",}\n", { ...place, pointer, depth: place.depth + 1 });
    setMember(object, name, key, value);
    if (cursor.text[cursor.at] === ",") cursor.at += 1;
  }
  cursor.at += 1;
  return object;
}
function readObjectKey(cursor) {
  const start = cursor.at;
  const name = readName(cursor);
  skip(cursor, false);
  if (name !== void 0 && isSeparator(cursor)) return name;
  cursor.at = start;
  skipUntil(cursor, "=:}", 0);
  if (!isSeparator(cursor)) throw new Stop("syntax", "a key and its value are expected", start);
  return `\${${cursor.text.slice(start, cursor.at).trim()}}`;
}
function isSeparator({ text, at }) {
  return text[at] === ":" || text[at] === "=" && text[at + 1] !== "=";
}
function readName(cursor) {
  if (cursor.text[cursor.at] === '"') return readString(cursor);
  const name = match(IDENTIFIER, cursor)?.[0];
  cursor.at += name?.length ?? 0;
  return name;
}
function endsDefinition(cursor) {
  if (startsComment(cursor)) skip(cursor, false);
  const next = cursor.text[cursor.at];
  return next === void 0 || next === "\n" || next === "}";
}

// src/documents/formats/hcl.ts
function parse(text) {
  return guard(text, () => {
    const cursor = { text, at: 0 };
    const place = { pointer: "", repeats: [], depth: 0 };
    const body = readBody(cursor, place, void 0);
    return parsedAs(text, body, place.repeats);
  });
}
function readBody(cursor, place, open) {
  if (place.depth > MAX_DEPTH) throw tooDeep(cursor.at);
  const body = objectNode(open ?? 0);
  const blocks = { labels: /* @__PURE__ */ new Map(), same: /* @__PURE__ */ new Map() };
  for (; ; ) {
    skip(cursor, true);
    const next = cursor.text[cursor.at];
    if (next === void 0 || next === "}") {
      if (next === "}" === (open !== void 0)) break;
      const problem = open === void 0 ? "an unexpected }" : "a block is not closed";
      throw new Stop("syntax", problem, open ?? cursor.at);
    }
    readDefinition(cursor, body, blocks, place);
  }
  if (open !== void 0) cursor.at += 1;
  for (const { parent, name, items } of blocks.same.values()) {
    if (items.length > 1) setMember(parent, name, items[0].spot.key, listNode(items[0].spot.value, items));
  }
  return body;
}
function readDefinition(cursor, body, blocks, place) {
  const start = cursor.at;
  const name = readName(cursor);
  if (name === void 0) throw new Stop("syntax", "an attribute or a block is expected", start);
  skip(cursor, false);
  if (cursor.text[cursor.at] === "=" && cursor.text[cursor.at + 1] !== "=") {
    cursor.at += 1;
    const pointer = child(place.pointer, name);
    skip(cursor, false);
    const value = readExpression(cursor, "\n}", { ...place, pointer });
    noteRepeat(place.repeats, body, name, pointer, start);
    setMember(body, name, start, value);
  } else {
    readBlock(cursor, [name], start, body, blocks, place);
  }
  skip(cursor, false);
  if (!endsDefinition(cursor)) throw new Stop("syntax", "the end of the line is expected", cursor.at);
}
function readBlock(cursor, names, start, body, blocks, place) {
  for (let label = readName(cursor); label !== void 0; label = readName(cursor)) {
    names.push(label);
    skip(cursor, false);
  }
  const open = cursor.at;
  if (cursor.text[open] !== "{") throw new Stop("syntax", "expected = or a block", open);
  cursor.at += 1;
  const pointer = names.reduce(child, place.pointer);
  const content = readBody(cursor, { ...place, pointer, depth: place.depth + names.length }, open);
  const node = { value: content.value, spot: { ...content.spot, key: start } };
  const known = blocks.same.get(pointer);
  if (known !== void 0) {
    known.items.push(node);
    return;
  }
  const parent = names.slice(0, -1).reduce((outer, label) => labelObject(outer, label, start, blocks, place), body);
  const name = names.at(-1);
  noteRepeat(place.repeats, parent, name, pointer, start);
  setMember(parent, name, start, node);
  blocks.same.set(pointer, { parent, name, items: [node] });
}
function labelObject(outer, label, start, blocks, place) {
  const known = outer.spot.children.get(label);
  const holder = known?.children === void 0 ? void 0 : blocks.labels.get(known.children);
  if (holder !== void 0) return holder;
  if (known !== void 0) {
    place.repeats.push({ document: 0, key: child(place.pointer, label), offset: start, first: known.key });
  }
  const made = objectNode(start);
  setMember(outer, label, start, made);
  blocks.labels.set(made.spot.children, made);
  return made;
}
export {
  parse
};
