import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/reports/escape.ts
var UNSEEN = new RegExp("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}\\u{115f}\\u{1160}\\u{2800}\\u{3164}\\u{ffa0}]|[\\u{e0100}-\\u{e01ef}]|(?! )\\p{Zs}", "gu");
var NAMED = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function visible(text) {
  return text.replace(UNSEEN, (character) => NAMED[character] ?? escapeCode(character.codePointAt(0)));
}
function escapeCode(code) {
  if (code >= 56448 && code <= 56575) return `\\x${hex(code - 56320, 2)}`;
  if (code < 128) return `\\x${hex(code, 2)}`;
  return code > 65535 ? `\\u{${hex(code, 4)}}` : `\\u${hex(code, 4)}`;
}
function hex(code, digits) {
  return code.toString(16).padStart(digits, "0");
}
function inert(text) {
  return text.replace(/^([^\S\n]*):(?=:)/gm, "$1\\x3a").replaceAll("##[", "#\\x23[");
}
function plainLine(text) {
  return visible(text).replaceAll("##[", "#\\x23[").replace(/(^|\s):(?=:[a-z])/gi, "$1\\x3a");
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
  visible,
  inert,
  plainLine,
  markdownText,
  markdownCode,
  markdownFence,
  commandMessage,
  commandProperty,
  visibleJson,
  commentJson
};
