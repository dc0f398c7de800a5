import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/policy/yaml.ts
var PLAIN = /^[A-Za-z0-9_./][A-Za-z0-9_./@*+-]*(\{environment\}[A-Za-z0-9_./@*+-]*)?$/;
var RESERVED = /^(true|false|yes|no|on|off|y|n|null|~|[-+.]?[0-9].*|\.(inf|nan))$/i;
function yamlScalar(text) {
  if (PLAIN.test(text) && !RESERVED.test(text)) return text;
  if (/^[\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${text.replace(/["\\]|[^\x20-\x7e]/g, escapeCharacter)}"`;
}
function escapeCharacter(character) {
  if (character === '"' || character === "\\") return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

export {
  yamlScalar
};
