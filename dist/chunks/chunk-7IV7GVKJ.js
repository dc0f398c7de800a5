import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isObject
} from "./chunk-V4OPYPJO.js";

// src/model/pointer.ts
function child(pointer, segment) {
  if (typeof segment === "number") return `${pointer}/${segment}`;
  return `${pointer}/${segment.includes("~") || segment.includes("/") ? segment.replaceAll("~", "~0").replaceAll("/", "~1") : segment}`;
}
function segmentsOf(pointer) {
  if (pointer === "") return [];
  return pointer.slice(1).split("/").map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function parentOf(pointer) {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}
function valueAt(root, steps) {
  let value = root;
  for (const step of steps) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return void 0;
  }
  return value;
}

export {
  child,
  segmentsOf,
  parentOf,
  valueAt
};
