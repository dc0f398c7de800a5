import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/adapters/git/modes.ts
function entryMode(octal) {
  if (!/^[0-7]{5,6}$/.test(octal)) return void 0;
  const mode = Number.parseInt(octal, 8);
  switch (mode & 61440) {
    case 32768:
      return mode & 64 ? "executable" : "file";
    case 40960:
      return "symlink";
    case 57344:
      return "submodule";
    default:
      return void 0;
  }
}
function isTreeMode(octal) {
  return /^0?40000$/.test(octal);
}
function isObjectId(text) {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function isZeroId(text) {
  return /^(?:0{40}|0{64})$/.test(text);
}

export {
  entryMode,
  isTreeMode,
  isObjectId,
  isZeroId
};
