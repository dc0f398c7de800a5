import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  UNSAVED,
  servicesOf
} from "./chunk-HDNQGOMH.js";
import {
  plural,
  widthOf
} from "./chunk-TH4X3QBR.js";
import {
  inert,
  plainLine,
  visibleJson
} from "./chunk-CDNBRFAP.js";

// src/reports/table.ts
var WIDEST = 40;
function columns(titles, rows) {
  const shown = titles.map((_, index) => rows.some((row) => row[index] !== ""));
  const cells = [titles, ...rows].map((row) => row.filter((_, index) => shown[index]).map(plainLine));
  const widths = (cells[0] ?? []).map(
    (title, index) => Math.max(title.length, ...cells.map((row) => widthOf(row[index])).filter((width) => width <= WIDEST))
  );
  return cells.map(
    (row) => row.map((cell, index) => cell + " ".repeat(Math.max(0, widths[index] - widthOf(cell)))).join("  ").trimEnd()
  );
}
var UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];
function sizeText(bytes) {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

// src/reports/snapshots.ts
function jsonText(value) {
  return `${visibleJson(JSON.stringify(value, void 0, 2))}
`;
}
function backupText({ manifest, file, added, elsewhere }) {
  const { id, files, absent, unsaved } = manifest;
  const lines = [
    `snapshot ${id} saved${unsaved.length === 0 ? "" : ", INCOMPLETE"}`,
    `  ${plural(files.length, "file")}, ${sizeText(sizeOf(manifest))}, of ${originOf(manifest)}${absent.length === 0 ? "" : `; ${absent.length} absent`}`,
    `  added to the store: ${plural(added.objects, "object")}, ${sizeText(added.bytes)}`,
    `  manifest: ${plainLine(file)}`,
    ...unsavedLines(unsaved),
    ...elsewhere.map((glob) => `  not looked at: ${plainLine(glob)} is no file of a host`)
  ];
  return inert(`${lines.join("\n")}
`);
}
function backupJson({ manifest, file, added, elsewhere }) {
  const { id, parent, at, host, environment, commit, source, files, absent, unsaved } = manifest;
  return jsonText({
    version: 1,
    id,
    manifest: file,
    complete: unsaved.length === 0,
    parent,
    at,
    host,
    environment,
    commit,
    source,
    files: files.length,
    bytes: sizeOf(manifest),
    added: { objects: added.objects, bytes: added.bytes },
    absent: absent.map(({ path }) => path),
    unsaved,
    elsewhere
  });
}
function listText(snapshots, verdicts) {
  const rows = snapshots.map((manifest) => [
    manifest.id,
    timeText(manifest.at),
    manifest.host,
    manifest.environment ?? "",
    servicesText(manifest),
    String(manifest.files.length),
    sizeText(sizeOf(manifest)),
    stateOf(manifest, verdicts.get(manifest.id)),
    manifest.reason ?? ""
  ]);
  const titles = ["ID", "Time (UTC)", "Host", "Environment", "Services", "Files", "Size", "State", "Reason"];
  const table = rows.length === 0 ? [] : columns(titles, rows);
  return inert(`${[...table, plural(snapshots.length, "snapshot")].join("\n")}
`);
}
function listJson(snapshots, verdicts) {
  return jsonText({
    version: 1,
    snapshots: snapshots.map((manifest) => {
      const { id, parent, at, host, environment, commit, deploymentId, reason, source, onlyService } = manifest;
      return {
        id,
        parent,
        at,
        host,
        environment,
        commit,
        deploymentId,
        reason,
        source,
        onlyService,
        services: [...servicesOf(manifest)].filter((service) => service !== null).sort(),
        files: manifest.files.length,
        bytes: sizeOf(manifest),
        complete: manifest.unsaved.length === 0,
        verdict: verdicts.get(id)?.verdict ?? null
      };
    })
  });
}
function showText(manifest, verdicts) {
  const { id, parent, at, commit, deploymentId, reason, files, absent, unsaved } = manifest;
  const facts = [
    ["of", originOf(manifest)],
    ["time", `${timeText(at)} UTC`],
    ["commit", commit],
    ["deployment", deploymentId],
    ["reason", reason],
    ["parent", parent],
    ...verdicts.map((verdict) => ["verdict", verdictText(verdict)])
  ];
  const rows = files.map(({ path, service, size, mode, uid, gid, mtime, link }) => [
    mode.toString(8).padStart(4, "0"),
    uid === null ? "" : `${uid}:${gid}`,
    sizeText(size),
    mtime === null ? "" : timeText(mtime),
    service ?? "",
    link === null ? path : `${path} -> ${link}`
  ]);
  const lines = [
    `snapshot ${id}${unsaved.length === 0 ? "" : ", INCOMPLETE"}`,
    ...facts.flatMap(([name, value]) => value === null ? [] : [`  ${name.padEnd(10)} ${plainLine(value)}`]),
    "",
    ...rows.length === 0 ? [] : columns(["Mode", "Owner", "Size", "Modified (UTC)", "Service", "Path"], rows),
    ...absent.map(({ path }) => `absent: ${plainLine(path)}`),
    ...unsavedLines(unsaved)
  ];
  return inert(`${lines.join("\n")}
`);
}
function showJson(manifest, verdicts) {
  return jsonText({ version: 1, ...manifest, verdicts });
}
function unsavedLines(unsaved) {
  if (unsaved.length === 0) return [];
  const lines = unsaved.map(({ path, reason, detail }) => {
    const why = detail === "" || detail === reason ? "" : ` (${detail})`;
    return `  ${plainLine(path)}: ${UNSAVED[reason]}${plainLine(why)}`;
  });
  return [
    `  ${plural(unsaved.length, "critical file")} could not be saved:`,
    ...lines.map((line) => `  ${line}`)
  ];
}
function originOf({ source, host, environment, commit }) {
  const where = environment === null ? host : `${host} (${environment})`;
  return source === "commit" ? `commit ${(commit ?? "").slice(0, 10)}` : where;
}
function servicesText(manifest) {
  return [...servicesOf(manifest)].filter((service) => service !== null).sort().join(", ");
}
function stateOf({ unsaved }, verdict) {
  return [...unsaved.length === 0 ? [] : ["incomplete"], ...verdict ? [verdict.verdict] : []].join(", ");
}
function verdictText({ verdict, by, at, reason }) {
  return `${verdict}, by ${by === "person" ? "a person" : "probes"}, ${timeText(at)} UTC${reason === null ? "" : `: ${reason}`}`;
}
function sizeOf({ files }) {
  return files.reduce((sum, { size }) => sum + size, 0);
}
function timeText(moment) {
  return moment.slice(0, 19).replace("T", " ");
}

export {
  columns,
  sizeText,
  jsonText,
  backupText,
  backupJson,
  listText,
  listJson,
  showText,
  showJson,
  verdictText
};
