import { isObject } from '../../model/json.ts';
import { joined, type Text } from '../text.ts';
import type { Hole } from './stand-ins.ts';
import { templateHoles } from './template-tags.ts';
import type { Node } from './yaml.ts';

/** What Ansible's own names for truth are. */
export function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^(?:yes|true|on|y|1)$/i.test(text);
}

export function isFalse(text: string | undefined): boolean {
  return text !== undefined && /^(?:no|false|off|n|0)$/i.test(text);
}

/** A text of Ansible with its `{{ … }}` as holes, for what is known of the variables. */
export function jinjaHoles(
  source: string,
  variables: ReadonlyMap<string, Text>,
): { source: string; holes: Hole[] } {
  const template = templateHoles('.j2', source);
  const holes = template.holes.map((hole) => {
    const [value] = hole.text;
    return { ...hole, text: (typeof value === 'object' && variables.get(value.name)) || hole.text };
  });
  return { source: template.source, holes };
}

export function jinja(original: string, variables: ReadonlyMap<string, Text>): Text {
  const { source, holes } = jinjaHoles(original, variables);
  let done = 0;
  const parts: Text[] = [];
  for (const { start, end, text } of holes) {
    parts.push([source.slice(done, start)], text);
    done = end;
  }
  return joined(...parts, [source.slice(done)]);
}

/** Variables with those that a play or a task adds, as far as they are plain. */
export function withVariables(variables: ReadonlyMap<string, Text>, node: Node): Map<string, Text> {
  const all = new Map(variables);
  for (const [name, value] of node.members()) {
    if (value.text !== undefined) all.set(name, jinja(value.text, all));
    for (const [key, inner] of value.members()) {
      if (inner.text !== undefined) all.set(`${name}.${key}`, jinja(inner.text, all));
    }
  }
  return all;
}

/** Longer lists are one unknown item. */
const MOST_ITEMS = 40;
const LOOPS = ['loop', 'with_items', 'with_list', 'with_flattened'];

/** The variables of each round of a task's loop; one round without a loop, or when its list is not known. */
export function roundsOf(task: Node, variables: ReadonlyMap<string, Text>): ReadonlyMap<string, Text>[] {
  const list = LOOPS.map((name) => task.at(name)).find((node) => node.value !== undefined);
  const items = list?.items() ?? [];
  if (items.length === 0 || items.length > MOST_ITEMS) return [variables];
  const name = task.at('loop_control', 'loop_var').text ?? 'item';
  return items.map((item) => {
    const round = new Map(variables);
    if (item.text !== undefined) round.set(name, jinja(item.text, variables));
    if (!isObject(item.value)) return round;
    for (const [key, value] of item.members()) {
      if (value.text === undefined) continue;
      const text = jinja(value.text, variables);
      round.set(`${name}.${key}`, text);
      round.set(`${name}['${key}']`, text);
    }
    return round;
  });
}

const VALUE = /"[^"]*"|'[^']*'|(?:\{\{[^}]*\}\}|\S)*/.source;
const PAIR = new RegExp(`(?:^|\\s)([a-z_]+)=(${VALUE})`, 'g');
const COMMAND_PAIR = new RegExp(`(?<!\\S)(?:executable|chdir|creates|removes|warn|stdin)=(?:${VALUE})`, 'g');

/** The text of a command without the module's own arguments in it, at the same offsets: `chdir=/srv cp a b`. */
export function withoutPairs(text: string): string {
  return text.replace(COMMAND_PAIR, (pair) => ' '.repeat(pair.length));
}

/** `src=a dest="b c"`: the older way to write a module's arguments. */
export function pairsOf(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const match of text.matchAll(PAIR)) {
    const [, name = '', value = ''] = match;
    pairs.set(name, value.replace(/^(["'])(.*)\1$/s, '$2'));
  }
  return pairs;
}
