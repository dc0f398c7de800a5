import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  Stop,
  guard,
  noteRepeat,
  objectNode,
  parsedAs,
  scalarNode,
  setMember
} from "./chunk-JKDTOFAZ.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-VX4HL5QL.js";

// src/documents/formats/dotenv.ts
var ASSIGNMENT = /[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=[ \t]*|:[ \t]+)/dy;
var NAME_ONLY = /[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t\r]*(?=\n|$)/dy;
var BLANK = /[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/y;
var DOUBLE = /"((?:[^"\\]+|\\[\s\S])*)"/y;
var SINGLE = /'([^']*)'|`([^`]*)`/y;
var BARE = /[^\n]*/y;
var ESCAPES = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\", $: "$", "`": "`" };
function parse(text) {
  return guard(text, () => {
    const object = objectNode(0);
    const repeats = [];
    for (let at = 0; at < text.length; ) {
      const blank = match(BLANK, text, at);
      if (blank !== void 0) {
        at += blank[0].length;
        continue;
      }
      const line = readLine(text, at);
      noteRepeat(repeats, object, line.name, child("", line.name), line.key);
      setMember(object, line.name, line.key, scalarNode(line.value, line.start));
      at = line.end;
    }
    return parsedAs(text, object, repeats);
  });
}
function readLine(text, at) {
  const assignment = match(ASSIGNMENT, text, at) ?? match(NAME_ONLY, text, at);
  if (assignment === void 0) throw new Stop("syntax", "a line that is no assignment", at);
  const name = assignment[1];
  const key = assignment.indices[1][0];
  const start = at + assignment[0].length;
  if (!/[=:]/.test(assignment[0])) return { name, key, value: null, start: key, end: start };
  const quoted = readQuoted(text, start);
  if (quoted !== void 0) return { name, key, ...quoted, start };
  const bare = match(BARE, text, start)[0];
  const value = bare.replace(/(?:^|[ \t])#.*$/, "").trim();
  return { name, key, value, start, end: start + bare.length };
}
function readQuoted(text, start) {
  const double = match(DOUBLE, text, start);
  const single = double ?? match(SINGLE, text, start);
  if (single === void 0) return void 0;
  const end = start + single[0].length;
  if (match(BLANK, text, end) === void 0) return void 0;
  const raw = single[1] ?? single[2] ?? "";
  const value = double === void 0 ? raw : raw.replace(/\\([nrt"\\$`])/g, (_, code) => ESCAPES[code]);
  return { value, end };
}
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? void 0;
}
export {
  parse
};
