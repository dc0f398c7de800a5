import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/store/manifest.ts
function isBlind({ sha256, stored }) {
  return stored?.sha256 === sha256;
}
function objectOf({ sha256, stored }) {
  return stored?.sha256 ?? sha256;
}
var UNSAVED = {
  unreadable: "it cannot be read",
  changing: "it changed each time while it was read",
  "not-a-file": "it is neither a file nor a link",
  directory: "a directory stands in place of the file",
  "behind-link": "a symbolic link stands in place of a directory above it",
  "too-large": "it is too large to be read from a commit",
  submodule: "it is a submodule"
};
function servicesOf({ files, absent, unsaved }) {
  return new Set([...files, ...absent, ...unsaved].map(({ service }) => service));
}

export {
  isBlind,
  objectOf,
  UNSAVED,
  servicesOf
};
