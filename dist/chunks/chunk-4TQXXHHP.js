import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cut,
  paint,
  widthOf
} from "./chunk-LHF2HIQZ.js";
import {
  atLeast
} from "./chunk-YXJ4QQSZ.js";
import {
  describe,
  fixParts,
  isScriptRule,
  isWholeFile,
  placeOf,
  plural,
  policySentence,
  shortId,
  whatInFile,
  whereOf
} from "./chunk-DTJ7FW5W.js";
import {
  percent
} from "./chunk-47LY2WDG.js";
import {
  HIDDEN
} from "./chunk-5OBP3I3Y.js";
import {
  inert,
  markdownCode,
  markdownFence,
  markdownText,
  plainLine,
  visible
} from "./chunk-CDNBRFAP.js";

// src/reports/graph.ts
var MOST_EDGES = 100;
var MOST_CHARACTERS = 4e4;
var MOST_COMMANDS = 3;
var LONGEST_LABEL = 80;
function graphLines(effects) {
  const edges = edgesOf(effects);
  const lines = ["flowchart LR", "  classDef critical fill:#ffebe9,stroke:#cf222e,color:#82071e"];
  const nodes = /* @__PURE__ */ new Map();
  const critical = /* @__PURE__ */ new Set();
  let size = 0;
  let shown2 = 0;
  for (const edge of edges.slice(0, MOST_EDGES)) {
    const added = [];
    const [from, to] = [
      nodeOf(nodes, `script ${edge.script}`, edge.script, added),
      nodeOf(nodes, `target ${edge.target}`, edge.target, added)
    ];
    added.push(`  ${from} -->|${label(commandsOf(edge))}| ${to}`);
    size += added.join("\n").length;
    if (size > MOST_CHARACTERS) break;
    lines.push(...added);
    if (edge.critical) critical.add(to);
    shown2 += 1;
  }
  const left = edges.length - shown2;
  if (left > 0) lines.push(`  rest[${label(`\u2026 and ${plural(left, "more arrow")}`)}]`);
  if (critical.size > 0) lines.push(`  class ${[...critical].join(",")} critical`);
  return lines;
}
var graphReport = ({ effects = [] }) => `${graphLines(effects).join("\n")}
`;
function graphBlocks({ effects = [] }) {
  const critical = effects.filter((effect) => effect.critical);
  if (critical.length === 0) return [];
  const title = "What the scripts do to critical targets";
  const fence = markdownFence(graphLines(critical), "mermaid");
  const text = `
<details><summary>${title}</summary>

${fence}

</details>
`;
  return [{ noun: "graph", count: 1, text }];
}
function edgesOf(effects) {
  const edges = /* @__PURE__ */ new Map();
  for (const { script, targets, host, command, critical } of effects) {
    for (const path of targets) {
      const target = host === "local" ? path : `${host}: ${path}`;
      const key = JSON.stringify([script, target]);
      const edge = edges.get(key) ?? { script, target, commands: [], critical: false };
      if (!edge.commands.includes(command)) edge.commands.push(command);
      edge.critical ||= critical;
      edges.set(key, edge);
    }
  }
  return [...edges.values()].sort((one, other) => Number(other.critical) - Number(one.critical));
}
function nodeOf(nodes, key, text, added) {
  const known = nodes.get(key);
  if (known !== void 0) return known;
  const id = `n${nodes.size + 1}`;
  nodes.set(key, id);
  added.push(`  ${id}[${label(text)}]`);
  return id;
}
function commandsOf({ commands }) {
  const more = commands.length - MOST_COMMANDS;
  return `${commands.slice(0, MOST_COMMANDS).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
function label(text) {
  const plain = cut(visible(text), LONGEST_LABEL) || "?";
  return `"${plain.replace(/[^A-Za-z0-9 _./-]|^[ -]|\.(?= )/gu, (character) => `#${character.codePointAt(0)};`)}"`;
}

// src/reports/headline.ts
var VERDICT_WORDS = {
  pass: "PASS",
  fail: "FAIL",
  inconclusive: "INCONCLUSIVE"
};
function headline(decision) {
  const word = VERDICT_WORDS[decision.verdict];
  return `${word}  ${headlineRest(decision)}`;
}
function headlineRest(decision) {
  const { errors, warnings, notices } = decision.counts;
  const found = [
    ...errors > 0 ? [plural(errors, "error")] : [],
    ...warnings > 0 ? [plural(warnings, "warning")] : [],
    ...notices > 0 ? [plural(notices, "notice")] : []
  ].join(", ");
  const blocked = new Set(decision.notLookedAt.filter((item) => item.blocks).map(({ path }) => path)).size;
  const unseen = blocked === 0 ? "" : `${plural(blocked, "file")} could not be judged`;
  if (found === "" && unseen === "") return nothingFound(decision);
  const where = found === "" ? "" : `${found} in ${filesWithFindings(decision)}`;
  return [where, unseen].filter((part) => part !== "").join("; ") + lookedAt(decision);
}
function nothingFound(decision) {
  const { counts, policy, scripts = [] } = decision;
  if (isReview(decision) && scripts.length === 0) return "No deployment script was found";
  if (counts.changed + scripts.length === 0) {
    return `No configuration file that ${policy === "defaults" ? "the defaults select" : "the policy selects"} was changed`;
  }
  const changed = isReview(decision) ? "" : "changed ";
  const all = [
    ...counts.changed === 0 ? [] : [plural(counts.changed, `${changed}configuration file`)],
    ...scripts.length === 0 ? [] : [plural(scripts.length, counts.changed === 0 ? `${changed}script` : "script")]
  ];
  const read = new Set(scripts.map(({ path }) => path));
  const parts = new Set(decision.notLookedAt.map(({ path }) => path).filter((path) => read.has(path))).size;
  const unread = parts === 0 ? "" : `, ${parts} of which ${parts === 1 ? "was" : "were"} not wholly read`;
  return `Nothing found in ${all.join(" and ")}${unread}`;
}
function lookedAt(decision) {
  const { counts, scripts = [] } = decision;
  if (isReview(decision)) return ` (${plural(scripts.length, "script")} in all)`;
  const all = [
    ...counts.changed === 0 ? [] : [plural(counts.changed, "configuration file")],
    ...scripts.length === 0 ? [] : [plural(scripts.length, "script")]
  ];
  return all.length === 0 ? "" : ` (${all.join(" and ")} changed)`;
}
function isReview({ base, head, scripts }) {
  return base === head && scripts !== void 0;
}
function filesWithFindings(decision) {
  const ofScripts = pathsOf(decision, true);
  const paths = pathsOf(decision, false);
  const critical = new Set(decision.changes.filter((change) => change.critical).map((change) => change.path));
  const touched = [...paths].filter((path) => critical.has(path)).length;
  const scripts = ofScripts.size === 0 ? [] : [plural(ofScripts.size, "script")];
  if (paths.size === 0) return scripts.join("");
  if (touched === paths.size) return [plural(paths.size, "critical file"), ...scripts].join(" and ");
  const files = plural(paths.size, "file") + (touched === 0 ? "" : `, ${touched} critical`);
  return [files, ...scripts].join(" and ");
}
function pathsOf({ findings }, scripts) {
  return new Set(findings.filter((one) => isOfScript(one) === scripts).map(({ path }) => path));
}
function verdictSentence(decision) {
  const acts = (decision.acknowledged ?? []).map(actSentence);
  return [...acts, sentenceOf(decision)].join(" ");
}
var HOW = { review: "with an approving review", label: "with a label", accept: "" };
function actSentence({ by, at, how, fingerprints }) {
  const what = plural(fingerprints.length, "finding");
  if (how === "accept") return `${what} accepted by the policy until ${at}.`;
  return `${what} acknowledged by ${/^[\w-]+$/.test(by) ? by : "somebody"} ${HOW[how]}.`;
}
function sentenceOf(decision) {
  const { verdict, counts, warnOnly, scripts = [] } = decision;
  const told = warnOnly ? " Because of warn-only, nothing is blocked." : "";
  if (verdict === "fail") return `${failure(decision)}${told}`;
  if (verdict === "inconclusive") {
    const what = isReview(decision) ? "these scripts" : "this change";
    return `Holdfast could not judge everything that it has to, so it does not call ${what} safe.${told}`;
  }
  if (counts.errors + counts.warnings + counts.notices > 0) {
    const when = isReview(decision) ? "run them" : "deploy";
    return `Nothing ${decision.acknowledged === void 0 ? "" : "else "}here is as severe as this repository fails on (${decision.failOn}); read it before you ${when}.`;
  }
  if (counts.changed + scripts.length === 0) return "There was nothing to check.";
  const read = "what the scripts would write was held against the critical files";
  if (scripts.length === 0) return "Every changed configuration file was compared with its base.";
  return counts.changed === 0 ? `${read.charAt(0).toUpperCase()}${read.slice(1)}.` : `Every changed configuration file was compared with its base, and ${read}.`;
}
function failure(decision) {
  const failing = decision.findings.filter(({ severity }) => atLeast(severity, decision.failOn));
  if (isReview(decision)) return "These scripts should not run as they are.";
  if (failing.length > 0 && failing.every(isOfScript)) {
    return "The scripts of this change should not run as they are.";
  }
  return "This change should not be deployed as it is.";
}
function snapshotsOf(decision) {
  const { base, head } = decision;
  return (isReview(decision) ? [head] : [base, head]).map(shortId);
}
function policyOf(decision) {
  const policy = policySentence(decision.policy);
  return isReview(decision) ? policy.replace(/ of the base$/, "") : policy;
}
function isOfScript({ check }) {
  return isScriptRule(check);
}

// src/reports/fit.ts
var RESERVED = 400;
function fitBlocks(start, blocks, limit, rest = "The JSON report has everything.") {
  let size = Buffer.byteLength(start) + RESERVED;
  let shown2 = 0;
  for (const block of blocks) {
    size += Buffer.byteLength(block.text);
    if (size > limit) break;
    shown2 += 1;
  }
  const text = start + blocks.slice(0, shown2).map((block) => block.text).join("");
  const left = /* @__PURE__ */ new Map();
  for (const { noun, count } of blocks.slice(shown2)) {
    if (count > 0) left.set(noun, (left.get(noun) ?? 0) + count);
  }
  if (left.size === 0) return text;
  const missing = [...left].map(([noun, count]) => plural(count, noun)).join(", ");
  return `${text}

**Left out here, because GitHub limits the length:** ${missing}. ${rest}
`;
}

// src/reports/frame.ts
var TAB = "  ";
function codeFrame(finding, width, style) {
  if (finding.excerpt === void 0) return [];
  const { first, lines } = finding.excerpt;
  const gutter = String(first + lines.length - 1).length;
  const room = Math.max(20, width - gutter - 5);
  const frame = [];
  lines.forEach((line, index) => {
    const number = first + index;
    const here = number === finding.line;
    if (line === "" && index === lines.length - 1 && !here) return;
    const mark = here ? style.red(">") : " ";
    const text = cut(shown(line), room);
    frame.push(
      `${mark} ${style.quiet(String(number).padStart(gutter))} ${style.quiet("\u2502")} ${text}`.trimEnd()
    );
    const caret = here ? caretColumn(line, finding.column, room) : void 0;
    if (caret !== void 0) {
      frame.push(`  ${" ".repeat(gutter)} ${style.quiet("\u2502")} ${" ".repeat(caret)}${style.red("^")}`);
    }
  });
  return frame;
}
function shown(line) {
  return plainLine(line.replaceAll("	", TAB));
}
function caretColumn(line, column, room) {
  if (column === void 0 || column > line.length + 1) return void 0;
  const before = widthOf(shown(line.slice(0, column - 1)));
  return before < room ? before : void 0;
}

// src/reports/keys.ts
function differenceLines(change, most) {
  if (change.lines !== void 0) {
    const lines = change.lines.slice(0, most * 2);
    return { lines, more: (change.linesTotal ?? change.lines.length) - lines.length, noun: "line" };
  }
  const keys = change.keys ?? [];
  const shown2 = keys.slice(0, most);
  const more = Math.max(change.keysTotal ?? 0, keys.length) - shown2.length;
  return { lines: shown2.flatMap(linesOf), more, noun: "key" };
}
function linesOf(key) {
  const note = key.before === HIDDEN && key.after === HIDDEN ? " (another value)" : "";
  const lines = [];
  if (key.kind !== "added") lines.push({ sign: "-", text: `${key.key}${valueText(key.before)}` });
  if (key.kind !== "removed") lines.push({ sign: "+", text: `${key.key}${valueText(key.after)}${note}` });
  if (key.line !== void 0) lines.at(-1).line = key.line;
  return lines;
}
function valueText(value) {
  return value === void 0 ? "" : `: ${value === HIDDEN ? HIDDEN : JSON.stringify(value)}`;
}
var NOTABLE = 0.9;
function retentionText(change) {
  const { keysKept, linesKept } = change;
  if (Math.min(keysKept ?? 1, linesKept ?? 1) > NOTABLE) return void 0;
  const kept = [share(keysKept, "keys"), share(linesKept, "lines")].filter((part) => part !== void 0);
  return kept.join(", ");
}
function share(value, noun) {
  return value === void 0 ? void 0 : `${percent(value)} of its ${noun}`;
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

// src/reports/group.ts
function byPath(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return groups;
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
    ...nothingFound2(decision)
  ];
}
function findingTables({ findings, base }, docsUrl) {
  const rest = ": see the details below and the JSON report";
  return rowBlocks(findings, MOST_ROWS, tableHead, (finding) => row(finding, base, docsUrl), rest);
}
function rowBlocks(findings, most, head, toRow, rest) {
  const services = /* @__PURE__ */ new Map();
  for (const finding of findings.slice(0, most)) {
    const service = finding.service ?? "";
    services.set(service, [...services.get(service) ?? [], finding]);
  }
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
  const sorted = [...items].sort((left, right) => Number(right.blocks) - Number(left.blocks));
  const blocks = sorted.slice(0, MOST_LISTED).map((item, index) => {
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
function nothingFound2({ changes, findings, notLookedAt: notLookedAt2 }) {
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
  codeFrame,
  differenceLines,
  retentionText,
  fitBlocks,
  graphReport,
  byPath,
  headline,
  verdictSentence,
  snapshotsOf,
  policyOf,
  markdownReport,
  top,
  compared,
  evidence,
  rowBlocks,
  serviceTitle,
  cells
};
