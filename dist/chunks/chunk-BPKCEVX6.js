import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  groupBy
} from "./chunk-5MHXILHF.js";

// src/reports/group.ts
function byPath(findings) {
  return groupBy(findings, ({ path }) => path);
}

export {
  byPath
};
