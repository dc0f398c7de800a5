import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  MOST_COMPARED
} from "./chunk-KRNJPRKT.js";
import {
  fileSection,
  labelled
} from "./chunk-R3A4QZ2V.js";
import {
  paint
} from "./chunk-MAY36SGU.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  octal
} from "./chunk-HCG7IYJE.js";
import {
  inert
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

// src/restore/show.ts
var MOST_LISTED = 10;
function planText(plan, live, changes, options) {
  const page = {
    decision: nothingFound(changes),
    width: Math.max(40, options.width ?? 80),
    style: paint(options.color)
  };
  const writes = new Map(plan.writes.map((write) => [write.path, write]));
  const sections = changes.slice(0, MOST_COMPARED).map((change) => {
    const write = writes.get(change.path);
    return [
      ...fileSection(page, change.path, [], change),
      ...write === void 0 ? [] : facts(page, write, live.get(write.path))
    ];
  });
  const rest = changes.slice(MOST_COMPARED).map(({ path, status }) => `  ${plainLine(path)}  ${status}`);
  if (rest.length > 0) {
    const shown = rest.slice(0, MOST_LISTED);
    const more = rest.length - shown.length;
    sections.push([...shown, ...more > 0 ? [`  \u2026 and ${plural(more, "more file")}`] : []]);
  }
  for (const { path, mode } of plan.directories) {
    sections.push([`${plainLine(path)}  the directory is missing, and is made with mode ${octal(mode)}`]);
  }
  return sections.map((section) => `${inert(section.join("\n"))}

`).join("");
}
function totals({ writes, removes, unchanged }) {
  const kept = unchanged.length === 0 ? "" : `; ${plural(unchanged.length, "file")} as it should be`;
  return `${plural(writes.length, "file")} to write, ${removes.length} to remove${kept}.`;
}
function chosenText(manifests, { unsaved, unplaced }) {
  const lines = manifests.map(({ id, at, host, commit, reason }) => {
    const about = [`of ${at.slice(0, 16).replace("T", " ")} UTC`, `host ${host}`];
    if (commit !== null) about.push(`commit ${commit.slice(0, 12)}`);
    if (reason !== null) about.push(reason);
    return `Snapshot ${id}  ${plainLine(about.join(" \xB7 "))}`;
  });
  for (const { path, detail } of unsaved.slice(0, MOST_LISTED)) {
    lines.push(`Not in the snapshot, and left as it is: ${plainLine(`${path} (${detail})`)}`);
  }
  if (unplaced.length > 0) {
    lines.push(`Left out: ${plural(unplaced.length, "file")} that the policy puts nowhere on hosts.`);
  }
  return `${lines.map(inert).join("\n")}

`;
}
function facts(page, write, live) {
  const lines = [];
  const say = (label, text) => lines.push(...labelled(page, page.style.quiet, label, text));
  if (live.kind === "file" && write.link === void 0 && live.mode !== write.mode) {
    say("mode", `${octal(live.mode)} \u2192 ${octal(write.mode)}`);
  }
  if ("uid" in live && (live.uid !== write.uid || live.gid !== write.gid)) {
    say("owner", `${live.uid}:${live.gid} \u2192 ${write.uid}:${write.gid}`);
  }
  if (write.link !== void 0) say("link", `\u2192 ${write.link}`);
  if (write.inPlace)
    say("mounted", "The content is written over: whoever reads meanwhile sees a part of it.");
  return lines;
}
function nothingFound(changes) {
  return {
    version: 1,
    verdict: "pass",
    base: "live",
    head: "snapshot",
    policy: "",
    failOn: "error",
    warnOnly: false,
    counts: { errors: 0, warnings: 0, notices: 0, changed: changes.length, critical: changes.length },
    findings: [],
    changes: [...changes],
    notLookedAt: []
  };
}

export {
  planText,
  totals,
  chosenText,
  nothingFound
};
