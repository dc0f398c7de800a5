import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/path.ts
var strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decodePath(bytes) {
  try {
    return strict.decode(bytes);
  } catch {
    return decodeEscaping(bytes);
  }
}
function decodeEscaping(bytes) {
  let path = "";
  for (let at = 0; at < bytes.length; ) {
    const width = utf8Width(bytes, at);
    if (width === 0) {
      path += String.fromCharCode(56320 + bytes[at]);
      at += 1;
    } else {
      path += strict.decode(bytes.subarray(at, at + width));
      at += width;
    }
  }
  return path;
}
function utf8Width(bytes, at) {
  for (let width = 1; width <= 4 && at + width <= bytes.length; width++) {
    try {
      strict.decode(bytes.subarray(at, at + width));
      return width;
    } catch {
    }
  }
  return 0;
}
function encodePath(path) {
  const parts = [];
  let plain = "";
  for (const character of path) {
    const code = character.charCodeAt(0);
    if (character.length === 1 && code >= 56448 && code <= 56575) {
      parts.push(Buffer.from(plain, "utf8"), Uint8Array.of(code - 56320));
      plain = "";
    } else {
      plain += character;
    }
  }
  parts.push(Buffer.from(plain, "utf8"));
  return Buffer.concat(parts);
}
function foldPath(path) {
  return path.normalize("NFC").toLowerCase().normalize("NFC");
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function directoryOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

export {
  decodePath,
  encodePath,
  foldPath,
  baseName,
  directoryOf
};
