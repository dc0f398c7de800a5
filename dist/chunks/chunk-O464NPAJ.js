import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/adapters/files.ts
import * as fs from "node:fs";
import { promisify } from "node:util";
var lstat2 = promisify(fs.lstat);
var readFile2 = promisify(fs.readFile);
var realpath2 = promisify(fs.realpath);
var stat2 = promisify(fs.stat);

export {
  lstat2 as lstat,
  readFile2 as readFile,
  realpath2 as realpath,
  stat2 as stat
};
