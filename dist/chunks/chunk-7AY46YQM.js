import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  conflictMarkers,
  formatById,
  formatOf,
  hasTemplateTags,
  isTemplatePath,
  renderedPath,
  standsAtTag,
  withoutTags
} from "./chunk-JVBW2P7D.js";
import {
  baseName
} from "./chunk-5MHRYX67.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";

// src/documents/encrypted.ts
function isEncrypted(text) {
  if (text.startsWith("$ANSIBLE_VAULT;")) return true;
  if (ARMOR.test(text)) return true;
  return text.includes("ENC[AES256_GCM,") && SOPS.some(([start, mac]) => hasBoth(text, start, mac));
}
var ARMOR = /^\s*-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----/;
var SOPS = [
  [/^sops:[ \t\r]*$/m, /^[ \t]+mac: ENC\[AES256_GCM,/m],
  [/"sops"\s*:\s*\{/, /"mac"\s*:\s*"ENC\[AES256_GCM,/],
  [/^\[sops\]/m, /^mac[ \t]*=[ \t]*ENC\[AES256_GCM,/m],
  [/^sops_/m, /^sops_mac=ENC\[AES256_GCM,/m]
];
function hasBoth(text, start, mac) {
  const from = text.search(start);
  return from !== -1 && mac.test(text.slice(from));
}
function isEncryptedBinary(bytes) {
  return BINARY_HEADERS.some((header) => header.every((byte, at) => bytes[at] === byte));
}
var BINARY_HEADERS = ["\0GITCRYPT\0", "age-encryption.org/v1\n"].map(
  (header) => Uint8Array.from(header, (character) => character.charCodeAt(0))
);

// src/documents/decode.ts
var strict = new TextDecoder("utf-8", { fatal: true });
function decode(bytes) {
  if (isEncryptedBinary(bytes)) return { reason: "encrypted" };
  if (isUtf16(bytes)) return { reason: "encoding" };
  if (bytes.includes(0)) return { reason: "binary" };
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { reason: "encoding" };
  }
}
function isUtf16(bytes) {
  return bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
}

// src/documents/sniff.ts
function formatsByContent(path, text) {
  const start = /\S/.exec(text)?.[0];
  if (start === "{") return ["json"];
  if (start === "<") return text.trimStart().startsWith("<?xml") ? ["xml"] : [];
  if (/\.(?:conf|cfg)$/i.test(baseName(path)) && looksLikeIni(text)) return ["ini"];
  return start === "[" ? ["json"] : [];
}
function looksLikeIni(text) {
  let keys = 0;
  let section = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || line.startsWith(";")) continue;
    if (/^\[[^[\]]+\]$/.test(line)) section = true;
    else if (/^[\w./@$%-][\w ./@$%:-]*=(?!.*\{$)/.test(line)) keys += 1;
    else if (!section || !(/^[ \t]/.test(raw) || /^[\w.-]+$/.test(line))) return false;
  }
  return keys > 0;
}

// src/documents/read.ts
var MAX_BYTES = 10 * 1024 * 1024;
async function readDocument(entry, blob, options = {}) {
  if (entry.mode === "submodule") return { kind: "opaque", reason: "link", text: blob.id };
  if ("refused" in blob) return opaque(blob.refused === "too-large" ? "too-large" : "missing");
  if (entry.mode !== "symlink" && blob.bytes.length > (options.maxBytes ?? MAX_BYTES))
    return opaque("too-large");
  const decoded = decode(blob.bytes);
  if (entry.mode === "symlink") return opaque("link", "text" in decoded ? decoded.text : void 0);
  if ("reason" in decoded) return opaque(decoded.reason);
  return readText(entry.path, decoded.text, options.format);
}
function opaque(reason, text) {
  return text === void 0 ? { kind: "opaque", reason } : { kind: "opaque", reason, text };
}
async function readText(path, text, declared) {
  if (isLfsPointer(text)) return opaque("missing", text);
  if (isEncrypted(text) && conflictMarkers(text).length === 0) return opaque("encrypted", text);
  if (declared === "text") return { kind: "text", format: "text", text };
  const template = isTemplatePath(path, text);
  const format = declared === void 0 ? formatOf(renderedPath(path)) : formatById(declared);
  if (format !== void 0) return readAs(format, path, text, template);
  for (const id of formatsByContent(path, text)) {
    const document = await readAs(formatById(id), path, text, template);
    if (document.kind === "parsed") return document;
  }
  const markers = conflictMarkers(text).length > 0;
  return template && !markers ? opaque("template", text) : { kind: "text", format: "text", text };
}
async function readAs(format, path, text, template) {
  const [marker] = conflictMarkers(text);
  if (marker !== void 0) {
    const problem = { code: "conflict-marker", detail: "a conflict marker of git", place: marker };
    return { kind: "broken", format: format.id, text, problem };
  }
  const parse = await format.load();
  const parsed = parse(text, path);
  if (parsed.ok && hasHugeKey(text, parsed.values)) return opaque("too-large", text);
  if (parsed.ok) return { kind: "parsed", format: format.id, text, ...withoutOk(parsed) };
  if (template || explainsTemplate(text, parsed, (rendered) => parse(rendered, path))) {
    return opaque("template", text);
  }
  return { kind: "broken", format: format.id, text, problem: parsed.problem };
}
var LONGEST_KEY = 4096;
function hasHugeKey(text, values) {
  if (!hasLongLine(text)) return false;
  const isHuge = (value) => {
    if (Array.isArray(value)) return value.some(isHuge);
    if (!isObject(value)) return false;
    return Object.keys(value).some((key) => key.length > LONGEST_KEY || isHuge(value[key]));
  };
  return values.some(isHuge);
}
function hasLongLine(text) {
  for (let start = 0; ; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    if (end - start >= LONGEST_KEY) return true;
    if (next === -1) return false;
    start = next + 1;
  }
}
function withoutOk({ values, duplicates, lossy, place }) {
  return { values, duplicates, lossy, place };
}
function explainsTemplate(text, parsed, again) {
  if (!hasTemplateTags(text)) return false;
  const rest = again(withoutTags(text));
  return rest.ok || standsAtTag(text, parsed.problem) && rest.problem.place.line !== parsed.problem.place.line;
}
function isLfsPointer(text) {
  return text.length < 1024 && text.startsWith("version https://git-lfs.github.com/spec/v1\n");
}

export {
  isEncrypted,
  isEncryptedBinary,
  decode,
  isUtf16,
  readDocument
};
