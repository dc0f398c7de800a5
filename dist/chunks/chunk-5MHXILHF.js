import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/model/lists.ts
function addTo(lists, key, item) {
  const known = lists.get(key);
  if (known === void 0) lists.set(key, [item]);
  else known.push(item);
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}
function runsOf(numbers) {
  const runs = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== void 0 && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

export {
  addTo,
  groupBy,
  runsOf
};
