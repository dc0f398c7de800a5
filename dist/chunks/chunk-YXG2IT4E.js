import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/visible.ts
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
function plainLine(text) {
  return visible(text).replaceAll("##[", "#\\x23[").replace(/(^|\s):(?=:[a-z])/gi, "$1\\x3a");
}

export {
  UNSEEN,
  visible,
  hex,
  plainLine
};
