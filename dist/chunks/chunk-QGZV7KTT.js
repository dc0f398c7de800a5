import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  count,
  flag,
  moment,
  orNull,
  record,
  text
} from "./chunk-YNSVTVRQ.js";
import {
  seal,
  unseal
} from "./chunk-BSUCCZFA.js";

// src/store/lock.ts
var DEPLOYING = {
  deploy: "holdfast deploy",
  resume: "holdfast resume",
  restore: "holdfast restore --resume"
};
var shape = record({
  pid: count,
  started: orNull(text),
  boot: text,
  namespace: text,
  command: text,
  at: moment,
  released: flag
});
function writeLock(holder) {
  return seal(holder);
}
function readLock(bytes) {
  const opened = unseal(bytes);
  return opened.ok && shape(opened.value) === void 0 ? opened.value : void 0;
}
var SIGN_OF_LIFE_MS = 1e4;
var LONGEST_SILENCE_MS = 12e4;
function isStale(holder, now) {
  if (holder.released || holder.boot !== now.boot) return true;
  if (holder.namespace !== now.namespace) return Math.abs(now.silence) > LONGEST_SILENCE_MS;
  if (now.started === void 0) return true;
  return holder.started !== null && now.started !== null && holder.started !== now.started;
}

export {
  DEPLOYING,
  writeLock,
  readLock,
  SIGN_OF_LIFE_MS,
  isStale
};
