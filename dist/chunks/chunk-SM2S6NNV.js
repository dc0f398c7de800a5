import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseTree,
  printParseErrorCode
} from "./chunk-WLV6ZMVQ.js";
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

// src/documents/formats/jsonc.ts
function parse(text) {
  return guard(text, () => parseTree2(text, "comments"));
}
function parseTree2(text, mode) {
  refuseDeep(text);
  const errors = [];
  const strict = mode === "strict";
  const root = parseTree(text, errors, { disallowComments: strict, allowTrailingComma: !strict });
  const [error] = errors;
  if (error !== void 0) throw new Stop("syntax", wordsFor(error), error.offset);
  if (root === void 0) throw new Stop("syntax", "a value is expected", 0);
  const repeats = [];
  const node = build(text, root, "", repeats);
  return { ...parsedAs(text, node, repeats), spots: [node.spot] };
}
function build(text, node, pointer, repeats) {
  if (node.type === "array") {
    const items = (node.children ?? []).map(
      (item, index) => build(text, item, child(pointer, index), repeats)
    );
    return listNode(node.offset, items);
  }
  if (node.type !== "object") return leaf(text, node);
  const object = objectNode(node.offset);
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === void 0 || value === void 0)
      throw new Stop("syntax", "a value is expected", property.offset);
    const name = String(key.value);
    const place = child(pointer, name);
    noteRepeat(repeats, object, name, place, key.offset);
    setMember(object, name, key.offset, build(text, value, place, repeats));
  }
  return object;
}
function leaf(text, node) {
  if (node.type !== "number") return scalarNode(node.value, node.offset);
  const token = text.slice(node.offset, node.offset + node.length);
  return numberNode(token, node.value, node.offset);
}
function numberNode(token, value, offset) {
  if (!isLossy(token, value)) return scalarNode(value, offset);
  return scalarNode(Number.isFinite(value) ? value : token, offset, token);
}
function wordsFor(error) {
  const words = printParseErrorCode(error.error).replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.replace(/^(.+) expected$/, "expected $1");
}
function refuseDeep(text) {
  const token = /"(?:[^"\\\n]+|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[[{\]}]/g;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const first = match[0].charAt(0);
    if (first === "{" || first === "[") depth += 1;
    else if (first === "}" || first === "]") depth -= 1;
    if (depth > MAX_DEPTH) throw tooDeep(match.index);
  }
}

export {
  parse,
  parseTree2 as parseTree,
  numberNode
};
