import { child } from '../../model/pointer.ts';
import type { Parsed } from './format.ts';
import { noteRepeat, objectNode, parsedAs, type Repeat, scalarNode, setMember } from './spots.ts';
import { guard, Stop } from './stop.ts';

/** `export` and spaces around `=` as dotenv has them; `:` instead of `=` only with a space behind it. */
const ASSIGNMENT = /[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=[ \t]*|:[ \t]+)/dy;
/** `docker run --env-file` and `export` take a name alone: the value comes from outside. */
const NAME_ONLY = /[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t\r]*(?=\n|$)/dy;
const BLANK = /[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/y;
const DOUBLE = /"((?:[^"\\]+|\\[\s\S])*)"/y;
const SINGLE = /'([^']*)'|`([^`]*)`/y;
const BARE = /[^\n]*/y;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$', '`': '`' };

/** dotenv (https://dotenvx.com/docs/env-file). Every value is a string; `${NAME}` stays as it is written. */
export function parse(text: string): Parsed {
  return guard(text, () => {
    const object = objectNode(0);
    const repeats: Repeat[] = [];
    for (let at = 0; at < text.length; ) {
      const blank = match(BLANK, text, at);
      if (blank !== undefined) {
        at += blank[0].length;
        continue;
      }
      const line = readLine(text, at);
      noteRepeat(repeats, object, line.name, child('', line.name), line.key);
      setMember(object, line.name, line.key, scalarNode(line.value, line.start));
      at = line.end;
    }
    return parsedAs(text, object, repeats);
  });
}

type Line = { name: string; key: number; value: string | null; start: number; end: number };

function readLine(text: string, at: number): Line {
  const assignment = match(ASSIGNMENT, text, at) ?? match(NAME_ONLY, text, at);
  if (assignment === undefined) throw new Stop('syntax', 'a line that is no assignment', at);
  const name = assignment[1]!;
  const key = assignment.indices![1]![0];
  const start = at + assignment[0].length;
  if (!/[=:]/.test(assignment[0])) return { name, key, value: null, start: key, end: start };
  const quoted = readQuoted(text, start);
  if (quoted !== undefined) return { name, key, ...quoted, start };
  const bare = match(BARE, text, start)![0];
  const value = bare.replace(/(?:^|[ \t])#.*$/, '').trim();
  return { name, key, value, start, end: start + bare.length };
}

/** A quoted value may go over several lines; behind it only a comment may follow. */
function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  const double = match(DOUBLE, text, start);
  const single = double ?? match(SINGLE, text, start);
  if (single === undefined) return undefined;
  const end = start + single[0].length;
  if (match(BLANK, text, end) === undefined) return undefined;
  const raw = single[1] ?? single[2] ?? '';
  const value =
    double === undefined ? raw : raw.replace(/\\([nrt"\\$`])/g, (_, code: string) => ESCAPES[code]!);
  return { value, end };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
