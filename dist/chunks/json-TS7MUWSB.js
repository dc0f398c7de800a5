import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseTree
} from "./chunk-SM2S6NNV.js";
import "./chunk-WLV6ZMVQ.js";
import "./chunk-FHZHCUUB.js";
import {
  MAX_DEPTH,
  guard,
  placer,
  tooDeep
} from "./chunk-JKDTOFAZ.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-VX4HL5QL.js";

// src/documents/formats/json.ts
function parse(text) {
  return guard(text, () => {
    const seen = scan(text);
    const value = parseStrictly(text);
    if (value === void 0) return parseTree(text, "strict");
    if (seen.suspicious || countKeys(value) !== seen.members) return parseTree(text, "strict");
    const place = placer(text, () => {
      const tree = parseTree(text, "strict");
      return tree.ok ? tree.spots : [];
    });
    return { ok: true, values: [value], duplicates: [], lossy: [], place };
  });
}
function parseStrictly(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var QUOTE = 34;
var BACKSLASH = 92;
var COLON = 58;
function scan(text) {
  let members = 0;
  let suspicious = false;
  let depth = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
      digits = 0;
    } else if (code >= 48 && code <= 57 || code === 46) {
      if (++digits > 15) suspicious = true;
    } else {
      if ((code === 101 || code === 69) && digits > 0) suspicious = true;
      digits = 0;
      if (code === COLON) members += 1;
      else if (code === 123 || code === 91) {
        if (++depth > MAX_DEPTH) throw tooDeep(at);
      } else if (code === 125 || code === 93) depth -= 1;
    }
  }
  return { members, suspicious };
}
function stringEnd(text, open) {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}
function countKeys(value) {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item);
    return count;
  }
  for (const key of Object.keys(value)) count += 1 + countKeys(value[key]);
  return count;
}
export {
  parse
};
