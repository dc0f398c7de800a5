import type { EffectSummary } from '../scripts/summary.ts';
import type { Decision } from '../verdict/decision.ts';
import { markdownFence, visible } from './escape.ts';
import type { Block } from './fit.ts';
import { cut } from './layout.ts';
import { plural } from './messages.ts';
import type { Report } from './report.ts';

/** More arrows show nothing. Mermaid itself draws 500 at most, and takes 50,000 characters. */
const MOST_EDGES = 100;
const MOST_CHARACTERS = 40_000;
const MOST_COMMANDS = 3;
const LONGEST_LABEL = 80;

/** An arrow from a script to what it would write on a host. */
export type Edge = { script: string; target: string; commands: string[]; critical: boolean };

/**
 * A Mermaid flowchart, without its fence: from each script an arrow to what it would write, with the command. What
 * touches critical targets comes first, and a last box says what was left out. Names cannot leave their labels:
 * everything in them but letters, digits and a few plain signs is written as Mermaid's numeric entities.
 */
export function graphLines(effects: readonly EffectSummary[]): string[] {
  const edges = edgesOf(effects);
  const lines = ['flowchart LR', '  classDef critical fill:#ffebe9,stroke:#cf222e,color:#82071e'];
  const nodes = new Map<string, string>();
  const critical = new Set<string>();
  let size = 0;
  let shown = 0;
  for (const edge of edges.slice(0, MOST_EDGES)) {
    const added: string[] = [];
    const [from, to] = [
      nodeOf(nodes, `script ${edge.script}`, edge.script, added),
      nodeOf(nodes, `target ${edge.target}`, edge.target, added),
    ];
    added.push(`  ${from} -->|${label(commandsOf(edge))}| ${to}`);
    size += added.join('\n').length;
    if (size > MOST_CHARACTERS) break;
    lines.push(...added);
    if (edge.critical) critical.add(to);
    shown += 1;
  }
  const left = edges.length - shown;
  if (left > 0) lines.push(`  rest[${label(`… and ${plural(left, 'more arrow')}`)}]`);
  if (critical.size > 0) lines.push(`  class ${[...critical].join(',')} critical`);
  return lines;
}

/** The chart of all effects that the decision has, for a file. */
export const graphReport: Report = ({ effects = [] }) => `${graphLines(effects).join('\n')}\n`;

/** For Markdown on GitHub, which draws it: what the scripts do to critical targets; nothing where they do not. */
export function graphBlocks({ effects = [] }: Decision): Block[] {
  const critical = effects.filter((effect) => effect.critical);
  if (critical.length === 0) return [];
  const title = 'What the scripts do to critical targets';
  const fence = markdownFence(graphLines(critical), 'mermaid');
  const text = `\n<details><summary>${title}</summary>\n\n${fence}\n\n</details>\n`;
  return [{ noun: 'graph', count: 1, text }];
}

/** One arrow for each script and target, critical ones first. */
export function edgesOf(effects: readonly EffectSummary[]): Edge[] {
  const edges = new Map<string, Edge>();
  for (const { script, targets, host, command, critical } of effects) {
    for (const path of targets) {
      const target = host === 'local' ? path : `${host}: ${path}`;
      const key = JSON.stringify([script, target]);
      const edge = edges.get(key) ?? { script, target, commands: [], critical: false };
      if (!edge.commands.includes(command)) edge.commands.push(command);
      edge.critical ||= critical;
      edges.set(key, edge);
    }
  }
  return [...edges.values()].sort((one, other) => Number(other.critical) - Number(one.critical));
}

/** The id of a box, which is told in `added` when it is new. */
function nodeOf(nodes: Map<string, string>, key: string, text: string, added: string[]): string {
  const known = nodes.get(key);
  if (known !== undefined) return known;
  const id = `n${nodes.size + 1}`;
  nodes.set(key, id);
  added.push(`  ${id}[${label(text)}]`);
  return id;
}

/** The first commands of an arrow. */
export function commandsOf({ commands }: Edge): string {
  const more = commands.length - MOST_COMMANDS;
  return `${commands.slice(0, MOST_COMMANDS).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** A quoted label. A dot before a space would begin a list where Mermaid takes labels for Markdown. */
function label(text: string): string {
  const plain = cut(visible(text), LONGEST_LABEL) || '?';
  return `"${plain.replace(/[^A-Za-z0-9 _./-]|^[ -]|\.(?= )/gu, (character) => `#${character.codePointAt(0)};`)}"`;
}
