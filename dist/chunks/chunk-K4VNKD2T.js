import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  codeFrame,
  cut,
  graphBlocks,
  paint
} from "./chunk-MAY36SGU.js";
import {
  byPath
} from "./chunk-BPKCEVX6.js";
import {
  blocksFirst,
  differenceLines,
  headline,
  policyOf,
  retentionText,
  snapshotsOf,
  verdictSentence
} from "./chunk-MY4W45IY.js";
import {
  describe,
  fixParts,
  isWholeFile,
  placeOf,
  plural,
  whatInFile,
  whereOf
} from "./chunk-IWPKGJK5.js";
import {
  groupBy
} from "./chunk-5MHXILHF.js";
import {
  inert,
  markdownCode,
  markdownFence,
  markdownText
} from "./chunk-X3WXXSXY.js";
import {
  visible
} from "./chunk-YXG2IT4E.js";

// src/reports/fit.ts
var RESERVED = 400;
function fitBlocks(start, blocks, limit, rest = "The JSON report has everything.") {
  let size = Buffer.byteLength(start) + RESERVED;
  let shown = 0;
  for (const block of blocks) {
    size += Buffer.byteLength(block.text);
    if (size > limit) break;
    shown += 1;
  }
  const text = start + blocks.slice(0, shown).map((block) => block.text).join("");
  const left = /* @__PURE__ */ new Map();
  for (const { noun, count } of blocks.slice(shown)) {
    if (count > 0) left.set(noun, (left.get(noun) ?? 0) + count);
  }
  if (left.size === 0) return text;
  const missing = [...left].map(([noun, count]) => plural(count, noun)).join(", ");
  return `${text}

**Left out here, because GitHub limits the length:** ${missing}. ${rest}
`;
}

// src/reports/details.ts
var MOST_FRAMES = 10;
var MOST_KEYS = 40;
var MOST_FOLDED = 10;
var LONGEST_LINE = 240;
var PLAIN = paint(false);
function fileDetails(base, path, findings, change, open) {
  const parts = [
    ...change === void 0 ? [] : difference(change),
    ...frames(findings),
    ...consequences(base, findings)
  ];
  if (parts.length === 0) return "";
  const moved = change?.from ?? change?.to;
  const status = change === void 0 ? "" : `, ${change.status}`;
  const also = moved === void 0 ? "" : ` (${change?.from === void 0 ? "now" : "was"} ${markdownCode(cut(moved, LONGEST_LINE))})`;
  const title = `${markdownCode(cut(path, LONGEST_LINE))}${status}${also}`;
  return `
<details${open ? " open" : ""}><summary>${title}</summary>

${parts.join("\n\n")}

</details>
`;
}
function difference(change) {
  const kept = retentionText(change);
  const { lines, more, noun } = differenceLines(change, MOST_KEYS);
  const parts = kept === void 0 ? [] : [`Kept of the old file: ${kept}.`];
  if (lines.length === 0) return parts;
  const text = lines.map((line) => {
    const place = line.line === void 0 ? "" : `  (line ${line.line})`;
    return `${line.sign} ${cut(visible(line.text), LONGEST_LINE)}${place}`;
  });
  const fence = markdownFence(text, "diff");
  return [...parts, more > 0 ? `${fence}
\u2026 and ${plural(more, `more ${noun}`)}` : fence];
}
function frames(findings) {
  return findings.filter((finding) => finding.excerpt !== void 0 && !isWholeFile(finding)).slice(0, MOST_FRAMES).map((finding) => {
    const place = placeOf(finding);
    const title = `${finding.check}${place === "" ? "" : `, ${place}`}:`;
    return `${title}

${markdownFence(codeFrame(finding, LONGEST_LINE, PLAIN), "text")}`;
  });
}
function consequences(base, findings) {
  const folded = findings.flatMap((finding) => finding.folded ?? []);
  if (folded.length === 0) return [];
  const lines = folded.slice(0, MOST_FOLDED).map((finding) => `- ${markdownText(cut(whatInFile(finding, base), LONGEST_LINE * 2))}`);
  const more = folded.length - MOST_FOLDED;
  if (more > 0) lines.push(`- \u2026 and ${plural(more, "more consequence")}`);
  return [`Consequences:

${lines.join("\n")}`];
}

// src/reports/markdown.ts
var VERDICT_SIGN = { pass: "\u2705", fail: "\u274C", inconclusive: "\u26A0\uFE0F" };
var SEVERITY_SIGN = { error: "\u274C", warning: "\u26A0\uFE0F", notice: "\u2139\uFE0F" };
var DEFAULT_LIMIT = 1e6;
var MOST_ROWS = 50;
var MOST_DETAILS = 100;
var MOST_LISTED = 50;
var LONGEST_TEXT = 500;
var markdownReport = (decision, { limit = DEFAULT_LIMIT, docsUrl }) => {
  const blocks = [...findingTables(decision, docsUrl), ...evidence(decision, MOST_DETAILS, true)];
  return inert(fitBlocks(`${top(decision)}

${compared(decision)}
`, blocks, limit));
};
function top(decision) {
  const [word = "", found = ""] = headline(decision).split("  ");
  const heading = `## ${VERDICT_SIGN[decision.verdict]} Holdfast: ${word}`;
  return `${heading}

**${markdownText(found)}.** ${markdownText(verdictSentence(decision))}`;
}
function compared(decision) {
  const range = snapshotsOf(decision).map(code).join(" \u2192 ");
  return `<sub>${range} \xB7 ${markdownText(policyOf(decision))}</sub>`;
}
function evidence(decision, most, open) {
  return [
    ...notLookedAt(decision.notLookedAt),
    ...details(decision, most, open),
    ...graphBlocks(decision),
    ...nothingFound(decision)
  ];
}
function findingTables({ findings, base }, docsUrl) {
  const rest = ": see the details below and the JSON report";
  return rowBlocks(findings, MOST_ROWS, tableHead, (finding) => row(finding, base, docsUrl), rest);
}
function rowBlocks(findings, most, head, toRow, rest) {
  const services = groupBy(findings.slice(0, most), ({ service = "" }) => service);
  const blocks = [...services].flatMap(
    ([service, rows]) => rows.map((finding, index) => {
      const before = index === 0 ? head(service, services.size) : "";
      return { noun: "finding", count: 1, text: before + toRow(finding) };
    })
  );
  const more = findings.length - most;
  if (more > 0) {
    const text = `
\u2026 and ${plural(more, "more finding")}${rest}.
`;
    blocks.push({ noun: "finding", count: more, text });
  }
  return blocks;
}
function tableHead(service, services) {
  const title = serviceTitle(service, services);
  const heading = title === "" ? "" : `
### ${title}
`;
  return `${heading}
|  | Where | What happened | What to do |
|---|---|---|---|
`;
}
function serviceTitle(service, services) {
  if (service !== "") return `Service ${markdownText(cut(service, 200))}`;
  return services === 1 ? "" : "Other files";
}
function row(finding, base, docsUrl) {
  const { sign, where, what, why, fix } = cells(finding, base);
  const check = docsUrl === void 0 ? finding.check : `<a href="${docsUrl}/checks/${finding.check}.md">${finding.check}</a>`;
  return `| ${sign} | ${where}<br><sub>${check}</sub> | <b>${what}</b><br>${why} | ${fix} |
`;
}
function cells(finding, base) {
  const { why } = describe(finding, base);
  const { text, command, rest } = fixParts(finding, base);
  const place = [
    ...placeOf(finding) === "" ? [] : [placeOf(finding)],
    ...finding.key === void 0 || finding.key === "" ? [] : [code(finding.key)]
  ].join(", ");
  return {
    sign: SEVERITY_SIGN[finding.severity],
    where: [code(finding.path), ...place === "" ? [] : [place]].join("<br>"),
    what: prose(whatInFile(finding, base)),
    why: prose(why),
    fix: prose(text) + (command === void 0 ? "" : code(command)) + prose(rest)
  };
}
function details(decision, most, open) {
  const changes = new Map(decision.changes.map((change) => [change.path, change]));
  const groups = [...byPath(decision.findings)];
  const blocks = groups.slice(0, most).map(
    ([path, findings], index) => ({
      noun: "file's detail",
      count: 1,
      text: fileDetails(decision.base, path, findings, changes.get(path), open && index === 0)
    })
  ).filter((block) => block.text !== "");
  const more = groups.length - most;
  if (more > 0) {
    const text = `
The details of ${plural(more, "more file")} are in the JSON report.
`;
    blocks.push({ noun: "file's detail", count: more, text });
  }
  return blocks;
}
function notLookedAt(items) {
  const blocks = blocksFirst(items).slice(0, MOST_LISTED).map((item, index) => {
    const sign = item.blocks ? "\u274C blocks the verdict" : "\u2139\uFE0F does not block";
    const line = `- ${code(whereOf(item))} (${markdownText(item.reason)}; ${sign}): ${prose(item.detail)} ${prose(item.hint)}
`;
    const text = index === 0 ? `
### Not looked at

${line}` : line;
    return { noun: "file not looked at", count: 1, text };
  });
  const more = items.length - MOST_LISTED;
  if (more > 0) {
    blocks.push({
      noun: "file not looked at",
      count: more,
      text: `- \u2026 and ${plural(more, "more file")}: see the JSON report.
`
    });
  }
  return blocks;
}
function nothingFound({ changes, findings, notLookedAt: notLookedAt2 }) {
  const other = new Set([...findings, ...notLookedAt2].map((item) => item.path));
  const rest = changes.filter((change) => !other.has(change.path));
  if (rest.length === 0) return [];
  const lines = rest.slice(0, MOST_LISTED).map((change) => {
    const keys = change.keysTotal ?? change.keys?.length;
    return `- ${code(change.path)}: ${change.status}${keys === void 0 ? "" : `, ${plural(keys, "key")} changed`}
`;
  });
  const more = rest.length - MOST_LISTED;
  if (more > 0) lines.push(`- \u2026 and ${plural(more, "more file")}
`);
  const noun = findings.length > 0 ? "other file" : "file";
  const title = `Nothing found in ${plural(rest.length, noun)}`;
  const text = `
<details><summary>${title}</summary>

${lines.join("")}
</details>
`;
  return [{ noun: "file without findings", count: rest.length, text }];
}
function prose(text) {
  return markdownText(cut(text, LONGEST_TEXT));
}
function code(text) {
  return markdownCode(cut(text, LONGEST_TEXT));
}

export {
  fitBlocks,
  markdownReport,
  top,
  compared,
  evidence,
  rowBlocks,
  serviceTitle,
  cells
};
