import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cut
} from "./chunk-LHF2HIQZ.js";
import {
  plural
} from "./chunk-GAWPPUV3.js";
import {
  markdownFence,
  visible
} from "./chunk-LTHRODLC.js";

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
  let shown = 0;
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
    shown += 1;
  }
  const left = edges.length - shown;
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

export {
  graphReport,
  graphBlocks,
  edgesOf,
  commandsOf
};
