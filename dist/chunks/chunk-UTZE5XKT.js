import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  byPath
} from "./chunk-BPKCEVX6.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";

// src/blame/told.ts
var MOST_WORDS = 6;
var NO_CANDIDATE = "Nothing that was looked at can be the cause. That is no all-clear.";
function headText({ service, since, until }) {
  return `Holdfast blame ${service ?? "all critical files"}  ${endText(since)} \u2192 ${endText(until)}`;
}
function endText({ id, at, name }) {
  const short = id !== null && /^[0-9a-f]{40,64}$/.test(id) && !id.startsWith(name) ? `${id.slice(0, 12)}, ` : "";
  return `${name} (${short}${at.slice(0, 16).replace("T", " ")} UTC)`;
}
function whoText({ author, inner, kind }) {
  if (kind === "host") return "not known: seen in a backup";
  const others = [...new Set(inner.map((commit) => commit.author))].filter((name) => name !== author);
  return others.length === 0 ? author ?? "" : `${others.join(", ")}; merged by ${author}`;
}
function nameText({ kind, id, pull, inner }) {
  if (kind === "host") return `snapshot ${id}`;
  const parts = [`commit ${id.slice(0, 12)}`];
  if (pull !== null) parts.push(`pull request #${pull}`);
  if (inner.length > 0) parts.push(`with ${inner.map((commit) => commit.id.slice(0, 12)).join(", ")}`);
  return parts.join(" \xB7 ");
}
var TOUCH = {
  own: "files of the service",
  related: "its schemas, scripts or policy",
  critical: "critical files of others",
  other: "other configuration"
};
var DAMAGE = {
  broken: "error: broken file",
  forbidden: "error: forbidden by its owner",
  foreign: "error: foreign content"
};
function whyText({ reasons }) {
  const isTold = reasons.some(({ kind }) => kind === "damage");
  return reasons.filter(({ kind }) => kind !== "severity" || !isTold).flatMap(reasonText).join(" \xB7 ");
}
function reasonText(reason) {
  switch (reason.kind) {
    case "touch":
      return [TOUCH[reason.touch]];
    case "outside-plan":
      return ["content that no commit of the deployment has"];
    case "severity":
      return [`the check says ${reason.severity}`];
    case "damage":
      return [DAMAGE[reason.damage]];
    case "repaired":
      return ["repaired since, in part or whole"];
    case "announced":
      return ["its message says so"];
    case "lost":
      return reason.share < 0.05 ? [] : [`${Math.round(reason.share * 100)}% lost`];
    case "symptom":
      return [`symptom: ${reason.words.slice(0, MOST_WORDS).join(", ")}`];
    case "undone":
      return [reason.holds === 0 ? "undone since" : `${Math.round(reason.holds * 100)}% of it still holds`];
    case "put-back":
      return ["it put back what had stood there before a failure"];
    case "latest":
      return ["the latest change of these files"];
    case "time":
      return [ageText(reason.age)];
  }
}
function ageText(ms) {
  const hours = Math.max(0, ms) / 36e5;
  if (hours < 1) return "within the last hour";
  return hours < 48 ? `${Math.round(hours)} h before` : `${Math.round(hours / 24)} days before`;
}
function byWorst(findings) {
  const order = [...byPath(findings).keys()];
  const place = ({ path }) => {
    const index = order.indexOf(path);
    return index === -1 ? order.length : index;
  };
  return (one, other) => place(one) - place(other);
}
function lookedText(looked) {
  const parts = [
    `${looked.own} touch the service`,
    `${looked.related} its schemas, scripts or policy`,
    `${looked.critical} other critical files`,
    `${looked.other} other configuration`,
    `${looked.none} no configuration`
  ];
  const hosts = looked.snapshots === 0 ? "" : `, and ${plural(looked.snapshots, "change")} between backups`;
  return `Looked at ${plural(looked.steps, "commit")}${hosts}: ${parts.join(", ")}.`;
}

export {
  NO_CANDIDATE,
  headText,
  endText,
  whoText,
  nameText,
  whyText,
  reasonText,
  byWorst,
  lookedText
};
