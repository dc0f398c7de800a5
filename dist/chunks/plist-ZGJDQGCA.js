import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isLossy
} from "./chunk-FHZHCUUB.js";
import {
  explainXml,
  ownText,
  require_dist,
  rootOf
} from "./chunk-PUU7UBF5.js";
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
import "./chunk-5MHXILHF.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/documents/formats/plist.ts
var import_parse_xml = __toESM(require_dist(), 1);
function parse(raw) {
  const text = raw.replace(/\r\n?/g, "\n");
  return guard(
    text,
    () => {
      const root = rootOf(text);
      const [top, more] = elementsOf(root);
      if (root.name !== "plist" || top === void 0 || more !== void 0) {
        throw new Stop("syntax", "a <plist> with exactly one value is expected", root.start);
      }
      const repeats = [];
      return parsedAs(text, valueNode(top, "", repeats, 0), repeats);
    },
    (error) => error instanceof import_parse_xml.XmlError ? explainXml(text, error) : void 0
  );
}
function elementsOf(element) {
  return element.children.filter((item) => item instanceof import_parse_xml.XmlElement);
}
function valueNode(element, pointer, repeats, depth) {
  if (depth > MAX_DEPTH) throw tooDeep(element.start);
  switch (element.name) {
    case "dict":
      return dictNode(element, pointer, repeats, depth);
    case "array": {
      const items = elementsOf(element);
      return listNode(
        element.start,
        items.map((item, index) => valueNode(item, child(pointer, index), repeats, depth + 1))
      );
    }
    case "true":
    case "false":
      return scalarNode(element.name === "true", element.start);
    case "integer":
    case "real":
      return numberNode(ownText(element).trim(), element.start);
    case "string":
    case "date":
    case "data":
      return scalarNode(ownText(element), element.start);
    default:
      throw new Stop("syntax", `<${element.name}> is no value of a property list`, element.start);
  }
}
function numberNode(token, offset) {
  const value = Number(token);
  if (token === "" || !Number.isFinite(value)) return scalarNode(token, offset, token);
  return scalarNode(value, offset, isLossy(token, value) ? token : void 0);
}
function dictNode(element, pointer, repeats, depth) {
  const object = objectNode(element.start);
  const items = elementsOf(element);
  for (let at = 0; at < items.length; at += 2) {
    const key = items[at];
    const value = items[at + 1];
    if (key.name !== "key") throw new Stop("syntax", "a <key> is expected", key.start);
    if (value === void 0) throw new Stop("syntax", "a <key> without a value", key.start);
    const name = ownText(key);
    const place = child(pointer, name);
    noteRepeat(repeats, object, name, place, key.start);
    setMember(object, name, key.start, valueNode(value, place, repeats, depth + 1));
  }
  return object;
}
export {
  parse
};
