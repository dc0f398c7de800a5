import type { Instruction } from 'dockerfile-ast';
import type { Path } from '../../model/path.ts';
import type { Place } from '../../model/place.ts';
import { joined, type Text } from '../text.ts';
import type { Found } from './found.ts';
import { unknown } from './source.ts';

/** A Dockerfile that is being read. */
export type Reading = {
  script: Path;
  text: string;
  /** What the file says where `text` has stand-ins for a template's tags: at the same offsets. */
  original: string;
  /** The character that continues a line: a backslash, or what `# escape=` says. */
  escape: string;
  place(offset: number): Place;
  /** Offset of a line's first character; lines count from 0. */
  lineStart(line: number): number;
  found: Found;
};

/** What holds in a stage of the build when an instruction runs. */
export type Stage = {
  directory: Text;
  variables: Map<string, Text>;
  /** The words of `SHELL`. */
  shell: readonly string[];
  /** The image is one of Windows: its shell is not read. */
  windows: boolean;
};

/** An instruction's arguments as they are written, behind its flags: `undefined` when it has none. */
export function argumentsOf(
  { lineStart, text }: Reading,
  instruction: Instruction,
): { start: number; end: number; text: string } | undefined {
  const range = instruction.getArgumentsRange();
  if (range === null) return undefined;
  const start = lineStart(range.start.line) + range.start.character;
  const end = lineStart(range.end.line) + range.end.character;
  return { start, end, text: text.slice(start, end) };
}

/** The exec form of an instruction: the strings of its JSON list. `undefined` for anything else. */
export function wordsOfList(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

/** Variables as Docker fills them in. https://docs.docker.com/reference/dockerfile/#environment-replacement */
export function expand(source: string, variables: ReadonlyMap<string, Text>): Text {
  const parts: Text[] = [];
  let done = 0;
  for (const match of source.matchAll(/\\\$|\$(?:(\w+)|\{(\w+)(?:(:[-+])([^{}]*))?\})/g)) {
    const [whole, bare, braced, operator, word = ''] = match;
    const name = bare ?? braced;
    const value = name === undefined ? undefined : variables.get(name);
    const other: Text = operator === ':-' ? [word] : [unknown(name ?? '')];
    const filled: Text = operator === ':+' ? (value === undefined ? [] : [word]) : (value ?? other);
    parts.push([source.slice(done, match.index)], name === undefined ? ['$'] : filled);
    done = match.index + whole.length;
  }
  return joined(...parts, [source.slice(done)]);
}
