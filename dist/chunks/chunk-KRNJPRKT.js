import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NO_QUESTIONS,
  compareAll,
  summarise,
  toSubject
} from "./chunk-B6C3O6NU.js";
import {
  readVersions
} from "./chunk-POL6UJM2.js";

// src/restore/compare.ts
var MOST_COMPARED = 20;
async function compareByKey(plan, live, select, sides) {
  const selected = [
    ...plan.writes.map((write) => selectedOf(write.path, entryOf(write.path, live), wantedEntry(write))),
    ...plan.removes.map((path) => selectedOf(path, entryOf(path, live), void 0))
  ].map((change) => ({ change, selection: select(change.path) }));
  const first = selected.slice(0, MOST_COMPARED);
  const versions = await readVersions(sides, first);
  const compared = await compareAll(first, versions);
  const rest = selected.slice(MOST_COMPARED).map(({ change, selection }) => {
    const { path, status } = change;
    return { path, status, rule: selection.rule, critical: selection.critical };
  });
  return [...compared.map((one) => summarise(toSubject(one, NO_QUESTIONS), true)), ...rest];
}
function selectedOf(path, before, after) {
  const status = before === void 0 ? "added" : after === void 0 ? "removed" : before.mode === after.mode ? "modified" : "retyped";
  return { path, status, ...before && { before }, ...after && { after } };
}
function wantedEntry({ path, link, mode, sha256 }) {
  return { path, mode: link === void 0 ? modeOf(mode) : "symlink", id: sha256 };
}
function entryOf(path, live) {
  const found = live.get(path);
  if (found.kind === "absent") return void 0;
  if (found.kind === "link") return { path, mode: "symlink", id: `link:${found.link}` };
  return found.kind === "file" ? { path, mode: modeOf(found.mode), id: found.sha256 } : { path, mode: "file", id: found.kind };
}
function modeOf(mode) {
  return (mode & 64) === 0 ? "file" : "executable";
}

export {
  MOST_COMPARED,
  compareByKey,
  wantedEntry
};
