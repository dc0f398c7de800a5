import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  columns,
  jsonText,
  servicesOf,
  sizeText
} from "./chunk-7P5ASSDS.js";
import {
  plural
} from "./chunk-DTJ7FW5W.js";
import {
  inert,
  plainLine
} from "./chunk-CDNBRFAP.js";

// src/reports/store.ts
var MOST_LISTED = 50;
function checkText(found) {
  const lines = found.damage.slice(0, MOST_LISTED).flatMap(({ code, file, message, snapshots }) => [
    `${plainLine(file)}: ${plainLine(message)} (${code})`,
    ...snapshots.length === 0 ? [] : [`  needed by ${plural(snapshots.length, "snapshot")}: ${some(snapshots)}`]
  ]);
  const more = found.damage.length - MOST_LISTED;
  if (more > 0) lines.push(`\u2026 and ${plural(more, "more file")}; --format json lists them all`);
  const { unused, strangers } = found;
  if (unused.objects > 0) {
    lines.push(
      `${plural(unused.objects, "object")} (${sizeText(unused.bytes)}) that no snapshot needs; prune removes them`
    );
  }
  if (strangers.length > 0) lines.push(`no part of the store: ${some(strangers.map(plainLine))}`);
  lines.push(
    `${plural(found.snapshots, "snapshot")}, ${plural(found.objects, "object")}, ${sizeText(found.bytes)} read`,
    found.damage.length === 0 ? "no errors were found" : `${plural(found.damage.length, "error")} found`
  );
  return inert(`${lines.join("\n")}
`);
}
function checkJson({ damage, snapshots, objects, bytes, unused, strangers }) {
  return jsonText({ version: 1, errors: damage, snapshots, objects, bytes, unused, strangers });
}
function pruneText({ snapshots, objects, bytes, dryRun }) {
  const kept = snapshots.filter(({ reasons }) => reasons.length > 0);
  const removed = snapshots.filter(({ reasons }) => reasons.length === 0);
  const rowOf = ({ snapshot, reasons }) => [
    snapshot.id,
    snapshot.at.slice(0, 10),
    snapshot.host,
    snapshot.environment ?? "",
    reasons.join(", ")
  ];
  const titles = ["ID", "Day", "Host", "Environment", "Kept as"];
  const would = dryRun ? "would remove" : "removed";
  const lines = [
    `keep ${plural(kept.length, "snapshot")}`,
    ...kept.length === 0 ? [] : columns(titles, kept.map(rowOf)),
    "",
    `${dryRun ? "would remove" : "remove"} ${plural(removed.length, "snapshot")}`,
    ...removed.length === 0 ? [] : columns(titles, removed.map(rowOf)),
    "",
    `${would} ${plural(objects, "object")}, ${sizeText(bytes)}`
  ];
  return inert(`${lines.join("\n")}
`);
}
function pruneJson({ snapshots, objects, bytes, dryRun }) {
  return jsonText({
    version: 1,
    dryRun,
    keep: snapshots.filter(({ reasons }) => reasons.length > 0).map(({ snapshot, reasons }) => ({ id: snapshot.id, reasons })),
    remove: snapshots.filter(({ reasons }) => reasons.length === 0).map(({ snapshot }) => snapshot.id),
    objects,
    bytes
  });
}
function some(texts) {
  return `${texts.slice(0, 3).join(", ")}${texts.length > 3 ? ", \u2026" : ""}`;
}

// src/store/retention.ts
var DEFAULT_KEEP = { last: 0, daily: 7, weekly: 4, knownGood: 10 };
var DAY_MS = 864e5;
var DAYS_SINCE_MONDAY = 3;
function retain(snapshots, verdicts, keep) {
  const newestFirst = [...snapshots].sort((left, right) => left.id > right.id ? -1 : 1);
  const groups = /* @__PURE__ */ new Map();
  for (const snapshot of newestFirst) {
    const { host, environment, onlyService } = snapshot;
    const key = JSON.stringify([host, environment, onlyService]);
    groups.set(key, [...groups.get(key) ?? [], snapshot]);
  }
  const reasons = /* @__PURE__ */ new Map();
  for (const group of groups.values()) {
    for (const [snapshot, reason] of reasonsIn(group, verdicts, keep)) {
      reasons.set(snapshot.id, [...reasons.get(snapshot.id) ?? [], reason]);
    }
  }
  return newestFirst.map((snapshot) => ({ snapshot, reasons: reasons.get(snapshot.id) ?? [] }));
}
function* reasonsIn(group, verdicts, keep) {
  const good = group.filter(({ id }) => verdicts.get(id)?.verdict === "good");
  for (const snapshot of group.slice(0, keep.last)) yield [snapshot, "last"];
  for (const snapshot of newestOfEach(group, dayOf, keep.daily)) yield [snapshot, "daily"];
  for (const snapshot of newestOfEach(group, weekOf, keep.weekly)) yield [snapshot, "weekly"];
  for (const snapshot of good.slice(0, keep.knownGood)) yield [snapshot, "known good"];
  const services = new Set(group.flatMap((snapshot) => [...servicesOf(snapshot)]));
  for (const service of services) {
    const newest = good.find((snapshot) => servicesOf(snapshot).has(service));
    if (newest !== void 0) {
      yield [newest, `newest known good of ${service ?? "files without a service"}`];
    }
  }
  const complete = group.find(({ unsaved }) => unsaved.length === 0);
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
function contentsOf(snapshots) {
  return new Set(
    snapshots.flatMap(({ files }) => files.filter(({ link }) => link === null).map(({ sha256 }) => sha256))
  );
}

export {
  checkText,
  checkJson,
  pruneText,
  pruneJson,
  DEFAULT_KEEP,
  retain,
  contentsOf
};
