import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  columns,
  sizeText
} from "./chunk-CN36ETPI.js";
import {
  UNSAVED
} from "./chunk-EMJCXWLX.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  octal
} from "./chunk-HCG7IYJE.js";
import {
  inert,
  visibleJson
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

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
    ...encryptedLines(manifest),
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
    encrypted: encryptedOf(manifest),
    recipients: manifest.recipients ?? [],
    absent: absent.map(({ path }) => path),
    unsaved,
    elsewhere
  });
}
function listText(snapshots, verdicts) {
  const rows = snapshots.map((outline) => [
    outline.id,
    timeText(outline.at),
    outline.host,
    outline.environment ?? "",
    namedServices(outline).join(", "),
    String(outline.files),
    sizeText(outline.bytes),
    stateOf(outline, verdicts.get(outline.id)),
    outline.reason ?? ""
  ]);
  const titles = ["ID", "Time (UTC)", "Host", "Environment", "Services", "Files", "Size", "State", "Reason"];
  const table = rows.length === 0 ? [] : columns(titles, rows);
  return inert(`${[...table, plural(snapshots.length, "snapshot")].join("\n")}
`);
}
function listJson(snapshots, verdicts) {
  return jsonText({
    version: 1,
    snapshots: snapshots.map((outline) => ({
      ...outline,
      services: namedServices(outline),
      verdict: verdicts.get(outline.id)?.verdict ?? null
    }))
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
    ...(manifest.recipients ?? []).map((recipient) => ["encrypted", `for ${recipient}`]),
    ...verdicts.map((verdict) => ["verdict", verdictText(verdict)])
  ];
  const rows = files.map(({ path, service, size, mode, uid, gid, mtime, link, stored }) => [
    octal(mode),
    uid === null ? "" : `${uid}:${gid}`,
    sizeText(size),
    mtime === null ? "" : timeText(mtime),
    service ?? "",
    link === null ? `${path}${stored === void 0 ? "" : " (encrypted)"}` : `${path} -> ${link}`
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
function encryptedOf({ files }) {
  return files.filter(({ stored }) => stored !== void 0).length;
}
function encryptedLines(manifest) {
  const { recipients } = manifest;
  if (recipients === void 0) return [];
  return [
    `  encrypted: ${plural(encryptedOf(manifest), "file")}, for ${plural(recipients.length, "recipient")}`
  ];
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
function namedServices({ services }) {
  return services.filter((service) => service !== null).sort();
}
function stateOf({ complete }, verdict) {
  return [...complete ? [] : ["incomplete"], ...verdict ? [verdict.verdict] : []].join(", ");
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
  jsonText,
  backupText,
  backupJson,
  listText,
  listJson,
  showText,
  showJson,
  verdictText
};
