import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Stop,
  guard,
  listNode,
  objectNode,
  parsedAs,
  scalarNode,
  setMember
} from "./chunk-JKDTOFAZ.js";
import {
  baseName
} from "./chunk-5MHRYX67.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-VX4HL5QL.js";

// src/documents/formats/ini.ts
var PLAIN = { lists: false, colon: true, indented: true, backslash: false };
var UNIT = { lists: true, colon: false, indented: false, backslash: true };
var EQUALS = { lists: false, colon: false, indented: false, backslash: false };
var UNIT_SECTION = /^\[(?:Unit|Install|Service|Socket|Timer|Mount|Network|Match|Desktop Entry)\]/m;
var UNIT_FILE = /\.(?:service|socket|timer|mount|automount|target|slice|swap|network|netdev|nspawn|conf|cfg|cnf)$|^\.?git(?:config|modules)$|^(?:php|my).*\.ini$/i;
function dialectOf(text, path) {
  const name = path === void 0 ? "" : baseName(path);
  if (/^(?:setup|ansible)\.cfg$|^pip\.conf$/.test(name)) return PLAIN;
  if (UNIT_FILE.test(name) || (path?.endsWith(".git/config") ?? false) || UNIT_SECTION.test(text))
    return UNIT;
  return /^\.(?:npmrc|yarnrc|editorconfig|desktop)$/.test(name) ? EQUALS : PLAIN;
}
function parse(text, path) {
  return guard(text, () => {
    const root = objectNode(0);
    const dialect = dialectOf(text, path);
    const reader = { text, dialect, root, section: root, pointer: "", repeats: [], lists: /* @__PURE__ */ new Map() };
    for (let at = 0; at < text.length; ) at = readLine(reader, at);
    for (const { section, name, items } of reader.lists.values()) {
      const { key, value } = items[0].spot;
      setMember(section, name, key, listNode(value, items));
    }
    return parsedAs(text, root, reader.repeats);
  });
}
function readLine(reader, start) {
  const end = lineEnd(reader.text, start);
  const raw = reader.text.slice(start, end);
  const content = raw.trim();
  const offset = start + raw.length - raw.trimStart().length;
  if (content === "" || isComment(content)) return end + 1;
  if (content.startsWith("[")) {
    openSection(reader, content, offset);
    return end + 1;
  }
  return readKey(reader, content, offset, start, end);
}
function openSection(reader, content, offset) {
  const close = content.lastIndexOf("]");
  if (close === -1) throw new Stop("syntax", "a section without its closing bracket", offset);
  const name = content.slice(1, close).trim();
  reader.pointer = child("", name);
  const known = reader.root.spot.children.get(name);
  const value = reader.root.value[name];
  if (known?.children !== void 0 && typeof value === "object" && value !== null && !Array.isArray(value)) {
    reader.section = { value, spot: { ...known, children: known.children } };
    return;
  }
  if (known !== void 0) {
    reader.repeats.push({ document: 0, key: reader.pointer, offset, first: known.key });
  }
  reader.section = objectNode(offset);
  setMember(reader.root, name, offset, reader.section);
}
function readKey(reader, content, offset, start, end) {
  const separator = content.search(reader.dialect.colon ? /[=:]/ : /=/);
  if (separator === -1) {
    addKey(reader, content, offset, scalarNode(null, offset));
    return end + 1;
  }
  const name = content.slice(0, separator).trimEnd();
  const first = content.slice(separator + 1);
  const valueOffset = offset + separator + 1 + first.length - first.trimStart().length;
  const lines = [first.trim()];
  let next = end + 1;
  while (next < reader.text.length) {
    const more = continuation(reader, lines.at(-1), offset - start, next);
    if (more === void 0) break;
    if (reader.dialect.backslash) lines[lines.length - 1] = lines.at(-1).slice(0, -1).trimEnd();
    lines.push(more.content);
    next = more.next;
  }
  const value = lines.join(reader.dialect.backslash ? " " : "\n").trim();
  addKey(reader, name, offset, scalarNode(value, valueOffset));
  return next;
}
function continuation(reader, last, indent, at) {
  const end = lineEnd(reader.text, at);
  const raw = reader.text.slice(at, end);
  const content = raw.trim();
  if (reader.dialect.backslash) return last.endsWith("\\") ? { content, next: end + 1 } : void 0;
  if (!reader.dialect.indented || content === "") return void 0;
  const depth = raw.length - raw.trimStart().length;
  if (depth <= indent || content.startsWith("[")) return void 0;
  return { content: isComment(content) ? "" : content, next: end + 1 };
}
function addKey(reader, name, offset, node) {
  const { section } = reader;
  const first = section.spot.children.get(name);
  if (first === void 0) {
    setMember(section, name, offset, node);
    return;
  }
  const pointer = child(reader.pointer, name);
  if (!reader.dialect.lists && !name.endsWith("[]")) {
    reader.repeats.push({ document: 0, key: pointer, offset, first: first.key });
    setMember(section, name, offset, node);
    return;
  }
  const known = reader.lists.get(pointer);
  const list = known ?? { section, name, items: [{ value: section.value[name], spot: first }] };
  list.items.push({ value: node.value, spot: { key: offset, value: node.spot.value } });
  if (known === void 0) reader.lists.set(pointer, list);
}
function isComment(content) {
  return content.startsWith("#") || content.startsWith(";");
}
function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
export {
  parse
};
