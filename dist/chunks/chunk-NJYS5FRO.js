import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/cli/one-service.ts
function oneService(command, given) {
  if (given === void 0 || given.length === 1) return ok(given?.[0]);
  return refuse(
    usage(`${command} takes one --service.`, "Run it once for each service; or without --service, for all.")
  );
}

export {
  oneService
};
