import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cut,
  describe,
  fixParts,
  headline,
  isWholeFile,
  paint,
  placeOf,
  plural,
  policySentence,
  shortId,
  verdictSentence,
  whatInFile,
  widthOf
} from "./chunk-5TCSLNJY.js";
import {
  percent
} from "./chunk-VL5EO3JY.js";
import {
  HIDDEN,
  isSensitiveKey,
  withoutSecrets
} from "./chunk-5OBP3I3Y.js";
import {
  inert,
  markdownCode,
  markdownFence,
  markdownText,
  plainLine,
  visible
} from "./chunk-CDNBRFAP.js";
import {
  child,
  isObject
} from "./chunk-XGREDVMT.js";

// src/findings/mask.ts
var LONGEST = 4096;
var NAME = /(\\*["'])?(?<![\w.$/-])([\w.$/-]+)(?:\\*["'])?[ \t]*[:=][ \t]*/g;
var BEFORE_NAME = /^\s*(?:[-+]\s+)?(?:export\s+)?$/;
var QUOTE = /^\\*["']/;
var END = /[,;&}\])<]/;
var ELEMENT = /(<([\w.:-]+)[^<>]*>)([^<>]+)(<\/|$)/g;
var KEY_ALONE = /^(\s*)(?:-\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*(?:[|>{[][-+0-9]*)?\s*$/;
function maskText(text) {
  const shown2 = [];
  let hidden;
  for (const line of text.slice(0, LONGEST).replace(ELEMENT, maskElement).split("\n")) {
    const indent = line.length - line.trimStart().length;
    if (hidden !== void 0 && (line.trim() === "" || isBelow(line, indent, hidden.indent))) {
      shown2.push(line.trim() === "" ? line : HIDDEN);
      continue;
    }
    const [, start, key] = KEY_ALONE.exec(line) ?? [];
    hidden = key !== void 0 && isSensitiveKey([key]) ? { indent: start.length } : void 0;
    shown2.push(maskPairs(line));
  }
  return withoutSecrets(shown2.join("\n"));
}
function isBelow(line, indent, above) {
  return indent > above || indent === above && line.startsWith("-", indent);
}
function maskPairs(line) {
  let masked = "";
  let from = 0;
  for (const found of line.matchAll(NAME)) {
    if (found.index < from || !isSensitiveKey([found[2]])) continue;
    const start = found.index + found[0].length;
    const end = start + valueLength(line.slice(start), BEFORE_NAME.test(line.slice(0, found.index)));
    if (end === start) continue;
    masked += line.slice(from, start) + HIDDEN;
    from = end;
  }
  return masked + line.slice(from);
}
function valueLength(rest, alone) {
  if (/^[[{|>]\s*$/.test(rest)) return 0;
  const quote = QUOTE.exec(rest)?.[0];
  if (quote !== void 0) return quotedLength(rest, quote);
  if (alone || rest.startsWith("{") || rest.startsWith("[")) return rest.length;
  const end = rest.search(END);
  return end === -1 ? rest.length : end;
}
function quotedLength(rest, quote) {
  for (let at = rest.indexOf(quote, quote.length); at !== -1; at = rest.indexOf(quote, at + 1)) {
    if (rest[at - 1] !== "\\") return at + quote.length;
  }
  return rest.length;
}
function maskElement(whole, start, key, _value, end) {
  return isSensitiveKey([key]) ? `${start}${HIDDEN}${end}` : whole;
}

// src/findings/excerpt.ts
var AROUND = 2;
var LONGEST_LINE = 200;
var LONGEST_READ = 4096;
var ASSIGNMENT = /^(\s*(?:[-+]\s+)?(?:export\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*)(\S.*)$/;
var ELEMENT2 = /(<([\w.:-]+)[^<>]*>)([^<>]+)(<\/|$)/g;
var ATTRIBUTE = /(\b([\w.:-]+)\s*=\s*")([^"]*)(")/g;
var KEY_ALONE2 = /^\s*(?:-\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*(?:[|>{[][-+0-9]*)?\s*$/;
var LIST_NAME = /^\s*-?\s*["']?(?:name|key)["']?\s*[:=]\s*["']?([\w.-]+)/;
var BEGIN_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
var END_KEY = /-----END [A-Z ]*PRIVATE KEY-----/;
function excerptOf(document, line, hides) {
  if (document.kind === "opaque") return void 0;
  const all = document.text.split("\n");
  if (line < 1 || line > all.length) return void 0;
  const first = Math.max(1, line - AROUND);
  const last = Math.min(all.length, line + AROUND);
  const hidden = hiddenRanges(document, hides);
  const lines = [];
  for (let number = first; number <= last; number++) {
    const line2 = maskLine(all, number - 1, hidden.get(number));
    lines.push(document.kind === "parsed" ? line2 : maskWords(line2));
  }
  return { first, lines };
}
function maskedLines(text) {
  const all = text.split("\n");
  return (index) => maskWords(maskLine(all, index, void 0));
}
function hiddenRanges(document, hides) {
  const hidden = /* @__PURE__ */ new Map();
  if (document.kind !== "parsed") return hidden;
  (document.opened ?? document.values).forEach((value, index) => {
    visit(value, "", [], (leaf, pointer, segments) => {
      if (leaf === "" || !(isSensitiveKey(segments) || hides(segments, leaf))) return;
      const place = document.place(pointer, index, "value");
      if (place === void 0) return;
      hidden.set(place.line, Math.min(place.column, hidden.get(place.line) ?? place.column));
      const extent = typeof leaf === "string" ? leaf.split("\n").length : 1;
      for (let next = 1; next <= extent && extent > 1; next++) hidden.set(place.line + next, 1);
    });
  });
  return hidden;
}
function visit(value, pointer, segments, visitor) {
  if (typeof value === "string" || typeof value === "number") {
    visitor(value, pointer, segments);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const name = isObject(item) ? item.name ?? item.key : void 0;
      const segment = typeof name === "string" ? `name=${name}` : String(index);
      visit(item, child(pointer, index), [...segments, segment], visitor);
    });
  } else if (isObject(value)) {
    for (const key of Object.keys(value))
      visit(value[key], child(pointer, key), [...segments, key], visitor);
  }
}
function maskLine(all, index, hiddenFrom) {
  let line = all[index].slice(0, LONGEST_READ).replace(/\r$/, "");
  if (insideKey(all, index) || belowSensitiveKey(all, index)) return HIDDEN;
  if (hiddenFrom !== void 0) line = `${line.slice(0, hiddenFrom - 1)}${HIDDEN}`;
  line = line.replace(
    ASSIGNMENT,
    (whole, start, key, value) => isSensitiveKey([key]) || namedSensitive(all, index, key) ? `${start}${keepOpening(value)}` : whole
  ).replace(ELEMENT2, maskPair).replace(ATTRIBUTE, maskPair);
  line = withoutSecrets(maskPairs(line));
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1).toWellFormed()}\u2026` : line;
}
function maskWords(line) {
  if (line.includes(HIDDEN)) return line;
  for (const word of line.matchAll(/[\w$.-]+/g)) {
    const end = word.index + word[0].length;
    if (isSensitiveKey([word[0]]) && line.slice(end).trim() !== "") return `${line.slice(0, end)} ${HIDDEN}`;
  }
  return line;
}
function maskPair(whole, start, key, _value, end) {
  return isSensitiveKey([key]) ? `${start}${HIDDEN}${end}` : whole;
}
function keepOpening(value) {
  return /^[[{|>]\s*$/.test(value) ? value : HIDDEN;
}
function namedSensitive(all, index, key) {
  if (key !== "value" && key !== "default") return false;
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const name = LIST_NAME.exec(all[back].slice(0, LONGEST_READ))?.[1];
    if (name !== void 0) return isSensitiveKey([name]);
  }
  return false;
}
function belowSensitiveKey(all, index) {
  let indent = indentOf(all[index]);
  if (indent === 0) return false;
  for (let back = index - 1; back >= Math.max(0, index - 200) && indent > 0; back--) {
    const line = all[back];
    if (line.trim() === "" || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    const key = KEY_ALONE2.exec(line)?.[1];
    if (key !== void 0 && isSensitiveKey([key])) return true;
  }
  return false;
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}
function insideKey(all, index) {
  for (let back = index; back >= Math.max(0, index - 120); back--) {
    if (back < index && END_KEY.test(all[back])) return false;
    if (BEGIN_KEY.test(all[back])) return true;
  }
  return false;
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
var LONGEST_LINE2 = 240;
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
  const also = moved === void 0 ? "" : ` (${change?.from === void 0 ? "now" : "was"} ${markdownCode(cut(moved, LONGEST_LINE2))})`;
  const title = `${markdownCode(cut(path, LONGEST_LINE2))}${status}${also}`;
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
    return `${line.sign} ${cut(visible(line.text), LONGEST_LINE2)}${place}`;
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

${markdownFence(codeFrame(finding, LONGEST_LINE2, PLAIN), "text")}`;
  });
}
function consequences(base, findings) {
  const folded = findings.flatMap((finding) => finding.folded ?? []);
  if (folded.length === 0) return [];
  const lines = folded.slice(0, MOST_FOLDED).map((finding) => `- ${markdownText(cut(whatInFile(finding, base), LONGEST_LINE2 * 2))}`);
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
function compared({ base, head, policy }) {
  return `<sub>${code(shortId(base))} \u2192 ${code(shortId(head))} \xB7 ${markdownText(policySentence(policy))}</sub>`;
}
function evidence(decision, most, open) {
  return [...notLookedAt(decision.notLookedAt), ...details(decision, most, open), ...nothingFound(decision)];
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
    const line = `- ${code(item.path)} (${markdownText(item.reason)}; ${sign}): ${prose(item.detail)} ${prose(item.hint)}
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
  maskText,
  excerptOf,
  maskedLines,
  codeFrame,
  differenceLines,
  retentionText,
  fitBlocks,
  byPath,
  markdownReport,
  top,
  compared,
  evidence,
  rowBlocks,
  serviceTitle,
  cells
};
