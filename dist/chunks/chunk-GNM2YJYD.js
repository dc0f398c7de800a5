import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  HIDDEN,
  isSensitiveKey,
  withoutSecrets
} from "./chunk-HCG7IYJE.js";

// src/findings/mask-command.ts
var NAME = /(?<![\w.$/-]|\$\{)(-{0,2}[A-Za-z_][\w.-]*)(["']?)(\s*[:=]\s*|\s+)/g;
var USER_OPTION = /(\s(?:-u|--user|--proxy-user)[ =]?["']?[^\s:"']+:)[^\s"']+/g;
var SHORT_PASSWORD = /(\b(?:mysql|mysqldump|mysqladmin|mariadb|sshpass)\b[^|;&]*?\s-p ?)(?!\s|-)([^\s"']+|"[^"]*"|'[^']*')/g;
var AUTHORIZATION = /(\b(?:authorization|x-api-key|x-auth-token|private-token)\s*:\s*(?:\w+\s+)?)[^\s"']+/gi;
var COMPARISON = /(\$\{?(\w+)\}?["']?\s*[=!]?=\s+)("[^"]*"|'[^']*'|[^\s"';|&)]+)/g;
function maskCommand(command) {
  const plain = command.replace(USER_OPTION, `$1${HIDDEN}`).replace(SHORT_PASSWORD, `$1${HIDDEN}`).replace(AUTHORIZATION, `$1${HIDDEN}`).replace(
    COMPARISON,
    (whole, start, name, value) => isSensitiveKey([name]) && !isReference(value) ? `${start}${HIDDEN}` : whole
  );
  let masked = "";
  let from = 0;
  for (const found of plain.matchAll(NAME)) {
    const [whole, name, closing, between] = found;
    if (found.index < from || !isSensitiveKey([name.replace(/^-+/, "")])) continue;
    if (!/[:=]/.test(between) && !name.startsWith("-")) continue;
    const start = found.index + whole.length;
    const end = start + secretLength(plain.slice(start), closing === "" ? quoteAt(plain, found.index) : void 0);
    if (end === start || isReference(plain.slice(start, end))) continue;
    masked += plain.slice(from, start) + HIDDEN;
    from = end;
  }
  return withoutSecrets(masked + plain.slice(from));
}
function quoteAt(text, offset) {
  let quote;
  for (let at = 0; at < offset; at++) {
    const character = text[at];
    if (character === "\\" && quote !== "'") at += 1;
    else if (quote === void 0 && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = void 0;
  }
  return quote;
}
function secretLength(rest, quote) {
  if (quote !== void 0) {
    const end = rest.search(quote === '"' ? /(?<!\\)"/ : /'/);
    return end === -1 ? rest.length : end;
  }
  return /^(?:"(?:\\.|[^"\\])*"?|'[^']*'?|\$\{\{[^}]*\}\}|\$\([^)]*\)?|\\.|[^\s"';|&<>()\\])*/s.exec(rest)[0].length;
}
function isReference(value) {
  const bare = value.replace(/^"(.*)"$/s, "$1");
  return bare === "" || /^(@[\w./~-]+|\$\w+|\$\{\w+(:?[?+]?[^}]*)?\}|\$\{\{[^}]*\}\}|\$\([^)]*\))$/.test(bare);
}

export {
  maskCommand,
  quoteAt
};
