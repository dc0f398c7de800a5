import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/diff/leaves.ts
function countLeaves(value) {
  if (value === null || typeof value !== "object") return 1;
  const items = Array.isArray(value) ? value : Object.values(value);
  let count = 0;
  for (const item of items) count += countLeaves(item);
  return Math.max(1, count);
}
function sameValue(left, right) {
  if (left === right) return true;
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => sameValue(item, right[index]));
  }
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]));
}
function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

export {
  countLeaves,
  sameValue,
  canonical
};
