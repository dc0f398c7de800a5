import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  codeFrame,
  cut,
  paint,
  widthOf,
  wrap
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
  plural,
  whatInFile,
  whereOf
} from "./chunk-IWPKGJK5.js";
import {
  inert
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

// src/reports/page.ts
var COLUMN = 11;
var PROSE = 100;
var MARGIN = " ".repeat(COLUMN);
function labelled({ width }, color, label, text, style = (line) => line, whole) {
  return wrap(plainLine(text), Math.min(width, PROSE) - COLUMN, whole).map(
    (line, index) => index === 0 ? `  ${color(label)}${" ".repeat(COLUMN - 2 - label.length)}${style(line)}` : `${MARGIN}${style(line)}`
  );
}
function indented({ width }, text) {
  return wrap(text, width - 2).map((line) => `  ${line}`);
}
function sectionsText(sections) {
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${inert(texts.join("\n\n"))}
`;
}

// src/reports/terminal-file.ts
var FULL_FINDINGS = 8;
var MOST_KEYS = 12;
var MOST_FOLDED = 5;
function fileSection(page, path, findings, change) {
  const { style } = page;
  const lines = fileTitle(page, path, change ?? { service: findings[0]?.service });
  for (const finding of findings.slice(0, FULL_FINDINGS)) lines.push("", ...findingLines(page, finding));
  const left = findings.slice(FULL_FINDINGS);
  if (left.length > 0) {
    const text = `\u2026 and ${plural(left.length, "more finding")} in this file; --format json lists them all`;
    lines.push("", ...indented(page, text));
  }
  if (change === void 0) return lines;
  const kept = retentionText(change);
  const difference = differenceSection(page, change);
  if (kept !== void 0 || difference.length > 0) lines.push("");
  if (kept !== void 0) lines.push(...labelled(page, style.quiet, "kept", kept));
  return [...lines, ...difference];
}
function differenceSection({ style, width }, change) {
  const { lines, more, noun } = differenceLines(change, MOST_KEYS);
  const gutter = Math.max(0, ...lines.map(({ line }) => String(line ?? "").length));
  const section = lines.map(({ sign, text, line }, index) => {
    const label = (index === 0 ? `  ${noun}s` : "").padEnd(COLUMN);
    const number = style.quiet(String(line ?? "").padStart(gutter));
    const shown = cut(plainLine(`${sign} ${text}`), width - COLUMN - gutter - 1);
    return `${style.quiet(label)}${number} ${sign === "-" ? style.red(shown) : style.green(shown)}`;
  });
  if (more > 0) section.push(`${" ".repeat(COLUMN + gutter + 1)}\u2026 ${plural(more, `more ${noun}`)}`);
  return section;
}
function fileTitle({ style, width }, path, change) {
  const { service, critical, status, from, to } = change;
  const move = from !== void 0 ? ` from ${from}` : to !== void 0 ? `, now ${to}` : "";
  const about = [
    ...service === void 0 ? [] : [`service ${service}`],
    ...critical ? ["critical"] : [],
    ...status === void 0 ? [] : [`${status}${move}`]
  ];
  const [name, facts] = [plainLine(path), plainLine(about.join(" \xB7 "))];
  const gap = width - widthOf(name) - widthOf(facts);
  if (gap >= 2) return [style.strong(name) + (facts === "" ? "" : `  ${style.quiet(facts)}`)];
  return [
    ...wrap(name, width).map(style.strong),
    ...wrap(facts, width - 2).map((line) => `  ${style.quiet(line)}`)
  ];
}
function findingLines(page, finding) {
  const { style, decision, width } = page;
  const frame = isWholeFile(finding) ? [] : codeFrame(finding, width - COLUMN, style);
  const folded = finding.folded ?? [];
  const lines = [
    ...labelled(
      page,
      colorOf(finding.severity, style),
      finding.severity,
      whatInFile(finding, decision.base),
      style.strong
    ),
    ...wrap(plainLine(whereabouts(finding)), width - COLUMN).map((line) => `${MARGIN}${style.quiet(line)}`),
    ...frame.length > 0 ? ["", ...frame.map((line) => `${MARGIN}${line}`), ""] : [],
    ...labelled(page, style.quiet, "why", describe(finding, decision.base).why),
    ...fixLines(page, finding)
  ];
  folded.slice(0, MOST_FOLDED).forEach((consequence, index) => {
    const text = cut(plainLine(whatInFile(consequence, decision.base)), width - COLUMN);
    lines.push(style.quiet((index === 0 ? "  also" : "").padEnd(COLUMN)) + text);
  });
  const more = folded.length - MOST_FOLDED;
  if (more > 0) lines.push(`${MARGIN}and ${plural(more, "more consequence")}`);
  return lines;
}
function whereabouts(finding) {
  const { check, path, line, column, side, key } = finding;
  const parts = [check];
  if (isWholeFile(finding)) return check;
  if (line !== void 0 && side !== "before") {
    parts.unshift(`${path}:${line}${column === void 0 ? "" : `:${column}`}`);
  }
  if (key !== void 0 && key !== "") parts.push(key);
  if (line !== void 0 && side === "before") parts.push(`line ${line} of the old file`);
  return parts.join(" \xB7 ");
}
function fixLines(page, finding) {
  const { style, decision, width } = page;
  const { text, command, rest } = fixParts(finding, decision.base);
  const whole = command === void 0 ? void 0 : plainLine(command);
  const prose = Math.min(width, PROSE) - COLUMN;
  const isLast = text.endsWith(": ") && /^\.( |$)/.test(rest);
  if (whole === void 0 || !isLast && widthOf(whole) <= prose)
    return labelled(page, style.quiet, "fix", text + (command ?? "") + rest, (line) => line, whole);
  return [
    ...labelled(page, style.quiet, "fix", text),
    // Never broken: each line of it would be a command of its own where it is pasted.
    `${MARGIN}  ${style.blue(whole)}`,
    ...wrap(plainLine(isLast ? rest.slice(2) : rest), prose).map((line) => `${MARGIN}${line}`)
  ];
}
function colorOf(severity, style) {
  return severity === "error" ? style.red : severity === "warning" ? style.yellow : style.blue;
}

// src/reports/terminal.ts
var FULL_FILES = 20;
var MOST_LISTED = 10;
var terminalReport = (decision, options) => {
  const page = { decision, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const sections = [header(page), ...files(page), others(page), notLookedAt(page), summary(page)];
  return sectionsText(sections);
};
function header({ decision, style, width }) {
  const range = snapshotsOf(decision).join(" \u2192 ");
  const text = plainLine(`Holdfast  ${range}  ${policyOf(decision)}`);
  return [style.quiet(cut(text, width))];
}
function files(page) {
  const changes = new Map(page.decision.changes.map((change) => [change.path, change]));
  const groups = [...byPath(page.decision.findings)];
  const sections = groups.slice(0, FULL_FILES).map(([path, findings]) => fileSection(page, path, findings, changes.get(path)));
  const left = groups.slice(FULL_FILES);
  if (left.length > 0) {
    const found = left.reduce((sum, [, findings]) => sum + findings.length, 0);
    const text = `\u2026 and ${plural(found, "more finding")} in ${plural(left.length, "more file")}; --format json lists them all`;
    sections.push(wrap(text, page.width));
  }
  return sections;
}
function others({ decision, style, width }) {
  const found = new Set(decision.findings.map((finding) => finding.path));
  const unseen = new Set(decision.notLookedAt.map((item) => item.path));
  const rest = decision.changes.filter((change) => !found.has(change.path) && !unseen.has(change.path));
  if (rest.length === 0) return [];
  const lines = rest.slice(0, MOST_LISTED).map((change) => {
    const keys = change.keysTotal ?? change.keys?.length;
    const facts = keys === void 0 ? change.status : `${change.status}, ${plural(keys, "key")} changed`;
    return `  ${cut(plainLine(change.path), width - facts.length - 4)}  ${style.quiet(facts)}`;
  });
  const more = rest.length - MOST_LISTED;
  return [
    `Nothing found in ${plural(rest.length, found.size > 0 ? "other file" : "file")}`,
    ...lines,
    ...more > 0 ? [`  \u2026 and ${plural(more, "more file")}`] : []
  ];
}
function notLookedAt(page) {
  const { decision, style } = page;
  const items = blocksFirst(decision.notLookedAt);
  if (items.length === 0) return [];
  const lines = [style.strong("Not looked at")];
  for (const item of items.slice(0, MOST_LISTED)) {
    lines.push(...wrap(plainLine(whereOf(item)), page.width - 2).map((line) => `  ${line}`));
    const color = item.blocks ? style.red : style.quiet;
    lines.push(...labelled(page, color, item.blocks ? "blocks" : "why", `${item.detail} (${item.reason})`));
    lines.push(...labelled(page, style.quiet, "fix", item.hint));
  }
  const more = items.length - MOST_LISTED;
  if (more > 0) {
    lines.push(...indented(page, `\u2026 and ${plural(more, "more file")}; --format json lists them all`));
  }
  return lines;
}
function summary({ decision, style, width }) {
  const { verdict } = decision;
  const color = verdict === "pass" ? style.green : verdict === "fail" ? style.red : style.yellow;
  const [word = "", found = ""] = headline(decision).split("  ");
  const indent = " ".repeat(word.length + 2);
  return [
    ...wrap(found, width - indent.length).map(
      (line, index) => color(style.strong(index === 0 ? `${word}  ${line}` : indent + line))
    ),
    ...wrap(verdictSentence(decision), width)
  ];
}

export {
  COLUMN,
  MARGIN,
  labelled,
  sectionsText,
  fileSection,
  terminalReport,
  header,
  notLookedAt,
  summary
};
