import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  markdownFence
} from "./chunk-X3WXXSXY.js";
import {
  plainLine,
  visible
} from "./chunk-YXG2IT4E.js";

// src/reports/layout.ts
var MARKS = new RegExp("\\p{Mn}|\\p{Me}", "u");
var WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
function widthOf(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}
function columnsOf(character) {
  if (character < "\u0300") return 1;
  return MARKS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}
function cut(text, width) {
  if (widthOf(text) <= width) return text;
  return `${head(text, Math.max(0, width - 1))}\u2026`;
}
function head(text, width) {
  let taken = "";
  let columns = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > width) break;
    taken += character;
  }
  return taken;
}
function wrap(text, width, whole) {
  const lines = [];
  let line = "";
  for (const word of wordsOf(text, whole !== void 0 && widthOf(whole) <= width ? whole : void 0)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const start = head(line, width) || [...line][0];
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  return line === "" ? lines : [...lines, line];
}
function wordsOf(text, whole) {
  const joined = whole === void 0 ? text : text.replace(whole, () => whole.replaceAll(" ", "\0"));
  return joined.split(" ").flatMap((word) => word === "" ? [] : [word.replaceAll("\0", " ")]);
}
function paint(color) {
  const style = (open, close) => (text) => color && text !== "" ? `\x1B[${open}m${text}\x1B[${close}m` : text;
  return {
    strong: style(1, 22),
    quiet: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    blue: style(36, 39)
  };
}

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

export {
  widthOf,
  cut,
  wrap,
  paint,
  codeFrame,
  graphReport,
  graphBlocks,
  edgesOf,
  commandsOf
};
