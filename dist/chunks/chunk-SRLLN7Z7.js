import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/snapshots/history.ts
var MOST_COMMITS = 2e3;
var MOST_VERSIONS = 50;
var MOST_MESSAGES = 500;

export {
  MOST_COMMITS,
  MOST_VERSIONS,
  MOST_MESSAGES
};
