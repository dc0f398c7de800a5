import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  objectOf
} from "./chunk-EMJCXWLX.js";
import {
  addTo,
  groupBy
} from "./chunk-5MHXILHF.js";

// src/store/retention.ts
var DEFAULT_KEEP = { last: 0, daily: 7, weekly: 4, knownGood: 10 };
var DAY_MS = 864e5;
var DAYS_SINCE_MONDAY = 3;
function retain(snapshots, verdicts, keep, needed = /* @__PURE__ */ new Set()) {
  const newestFirst = [...snapshots].sort((left, right) => left.id > right.id ? -1 : 1);
  const groups = groupBy(
    newestFirst,
    ({ host, environment, onlyService }) => JSON.stringify([host, environment, onlyService])
  );
  const reasons = /* @__PURE__ */ new Map();
  for (const group of groups.values()) {
    for (const [snapshot, reason] of reasonsIn(group, verdicts, keep)) {
      addTo(reasons, snapshot.id, reason);
    }
  }
  return newestFirst.map((snapshot) => {
    const found = reasons.get(snapshot.id) ?? [];
    return { snapshot, reasons: needed.has(snapshot.id) ? [...found, "unfinished deployment"] : found };
  });
}
function* reasonsIn(group, verdicts, keep) {
  const good = group.filter(({ id }) => verdicts.get(id)?.verdict === "good");
  for (const snapshot of group.slice(0, keep.last)) yield [snapshot, "last"];
  const usable = group.filter(({ id }) => verdicts.get(id)?.verdict !== "bad");
  for (const snapshot of newestOfEach(usable, dayOf, keep.daily)) yield [snapshot, "daily"];
  for (const snapshot of newestOfEach(usable, weekOf, keep.weekly)) yield [snapshot, "weekly"];
  for (const snapshot of good.slice(0, keep.knownGood)) yield [snapshot, "known good"];
  const services = new Set(group.flatMap(({ services: services2 }) => services2));
  for (const service of services) {
    const newest = good.find((snapshot) => snapshot.services.includes(service));
    if (newest !== void 0) {
      yield [newest, `newest known good of ${service ?? "files without a service"}`];
    }
  }
  const complete = group.find((snapshot) => snapshot.complete);
  if (complete !== void 0) yield [complete, "newest complete"];
}
function newestOfEach(newestFirst, spanOf, most) {
  const spans = /* @__PURE__ */ new Map();
  for (const snapshot of newestFirst) {
    const span = spanOf(snapshot);
    if (!spans.has(span)) spans.set(span, snapshot);
  }
  return [...spans.values()].slice(0, most);
}
function dayOf({ at }) {
  return Math.floor(Date.parse(at) / DAY_MS);
}
function weekOf(snapshot) {
  return Math.floor((dayOf(snapshot) + DAYS_SINCE_MONDAY) / 7);
}
function contentsOf({ files }) {
  return files.filter(({ link }) => link === null).map(objectOf);
}

export {
  DEFAULT_KEEP,
  retain,
  contentsOf
};
