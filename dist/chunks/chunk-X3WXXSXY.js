import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UNSEEN,
  hex,
  visible
} from "./chunk-YXG2IT4E.js";

// src/reports/escape.ts
function inert(text) {
  return text.replace(/^([^\S\n]*):(?=:)/gm, "$1\\x3a").replaceAll("##[", "#\\x23[");
}
var MARKUP = /[\\`*_[\]<>&#|~$@]|:(?=\/\/)|(?<=mailto|xmpp):|(?<=www)\./gi;
function entities(text) {
  return visible(text).replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
}
function markdownText(text) {
  return entities(text).replace(/(&#64;|&#35;)(?=[\p{L}\p{N}_-])/gu, "$1&#8203;").replace(/&#58;\/\//g, "&#58;&#8203;//").replace(/\b(GH)-(?=\d)/gi, "$1&#8203;-");
}
function markdownCode(text) {
  return `<code>${entities(text)}</code>`;
}
function markdownFence(lines, language) {
  const body = lines.map((line) => inert(visible(line)));
  const longest = Math.max(2, ...body.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...body, fence].join("\n");
}
function commandMessage(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function commandProperty(text) {
  return commandMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
function visibleJson(json) {
  return json.replace(/##(?=\[)/g, "#\\u0023").replace(
    UNSEEN,
    (character) => character === "\n" ? character : character.replace(/[\s\S]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
  );
}
function commentJson(value) {
  return JSON.stringify(value).replace(
    /[^\x21-\x7e]|[<>]|--/g,
    (found) => [...found].map((one) => `\\u${hex(one.charCodeAt(0), 4)}`).join("")
  );
}

export {
  inert,
  markdownText,
  markdownCode,
  markdownFence,
  commandMessage,
  commandProperty,
  visibleJson,
  commentJson
};
