import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/findings/order.ts
var SEVERITIES = ["error", "warning", "notice"];
function atLeast(severity, threshold) {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
function sortFindings(findings) {
  return [...findings].sort(
    (left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || compare(left.path, right.path) || (left.line ?? 0) - (right.line ?? 0) || compare(left.check, right.check) || compare(left.key ?? "", right.key ?? "") || compare(left.fingerprint, right.fingerprint)
  );
}
function compare(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

// src/findings/redact.ts
var HIDDEN = "\xABhidden\xBB";
var SENSITIVE = /passw(or)?d|passphrase|passcode|secret|token|credential|api[-_.]?key|private[-_.]?key|access[-_.]?key|auth[-_.]?key|signing[-_.]?key|encryption[-_.]?key|master[-_.]?key|account[-_.]?key|connection[-_.]?string|\bdsn\b|\bsalt\b|cookie[-_.]?secret|htpasswd/i;
var DESCRIBES = /(endpoint|ur[il]s?|ttl|lifetime|expir(y|es|ation)|policy|names?|ref|refs|length|path|file|algorithm|alg|type|enabled|disabled|required|count|limit|issuer|audience|ttlseconds|timeout|rotation|scheme|store|class|version|mode|provider|manager)$/i;
var SECRET_SHAPES = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[\w-]{16,})/g,
  /\bxox[abprs]-[\w-]{10,}/g,
  /\bsk[-_](live|test|ant|proj)?[-_]?[A-Za-z0-9]{20,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\bAIza[\w-]{30,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g
];
var URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:)[^\s/@'"]+@/gi;
function isSensitiveKey(segments) {
  const last = segments.at(-1);
  if (last === void 0 || DESCRIBES.test(last)) return false;
  return segments.some((segment) => SENSITIVE.test(segment) && !DESCRIBES.test(segment));
}
function withoutSecrets(text) {
  let clean = text.replace(URL_PASSWORD, `$1${HIDDEN}@`);
  for (const shape of SECRET_SHAPES) clean = clean.replace(shape, HIDDEN);
  return clean;
}
var LONGEST_STRING = 160;
var MOST_MEMBERS = 12;
var DEEPEST = 4;
function showValue(value, segments, hides, depth = 0) {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value !== "object") {
    if (value !== "" && (isSensitiveKey(segments) || hides(segments))) return HIDDEN;
    return typeof value === "string" ? shorten(withoutSecrets(value)) : value;
  }
  if (depth >= DEEPEST) return Array.isArray(value) ? "[\u2026]" : "{\u2026}";
  const entries = Array.isArray(value) ? value.map((item, index) => [itemSegment(item, index), item]) : Object.entries(value);
  const shown = entries.slice(0, MOST_MEMBERS).map(([key, item]) => [key, showValue(item, [...segments, key], hides, depth + 1)]);
  const more = entries.length - shown.length;
  if (Array.isArray(value)) {
    const items = shown.map(([, item]) => item);
    return more > 0 ? [...items, `\u2026 ${more} more`] : items;
  }
  return Object.fromEntries(more > 0 ? [...shown, ["\u2026", `${more} more`]] : shown);
}
function itemSegment(item, index) {
  if (typeof item === "object" && item !== null && !Array.isArray(item)) {
    const name = item.name ?? item.key;
    if (typeof name === "string") return `name=${name}`;
  }
  return String(index);
}
function shorten(text) {
  return text.length <= LONGEST_STRING ? text : `${text.slice(0, LONGEST_STRING - 1).toWellFormed()}\u2026`;
}

// src/findings/fingerprint.ts
import { createHash } from "node:crypto";
var PLACES = /* @__PURE__ */ new Set(["line", "lines", "firstLine", "places"]);
function fingerprint(check, path, key, args) {
  const facts = JSON.stringify([check, path, key ?? null, stable(args)]);
  return createHash("sha256").update(facts).digest("hex").slice(0, 16);
}
function stable(arg) {
  if (arg === null || typeof arg !== "object") return arg;
  if (Array.isArray(arg)) return arg.map(stable);
  return Object.keys(arg).filter((name) => !PLACES.has(name)).sort().map((name) => [name, stable(arg[name])]);
}

export {
  atLeast,
  sortFindings,
  HIDDEN,
  isSensitiveKey,
  withoutSecrets,
  showValue,
  fingerprint
};
