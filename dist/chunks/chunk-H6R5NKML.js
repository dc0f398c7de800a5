import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import {
  columns,
  sizeText
} from "./chunk-CN36ETPI.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  inert
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

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

export {
  checkText,
  checkJson,
  pruneText,
  pruneJson
};
