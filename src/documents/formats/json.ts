import type { Json } from '../../model/json.ts';
import type { Parsed } from './format.ts';
import { parseTree } from './jsonc.ts';
import { placer } from './spots.ts';
import { guard, MAX_DEPTH, tooDeep } from './stop.ts';

/**
 * JSON (RFC 8259). `JSON.parse` gives the values; a scan of the text beside it tells whether anything has to
 * be looked at more closely: as many members in the text as keys in the values means no repeated key.
 */
export function parse(text: string): Parsed {
  return guard(text, () => {
    const seen = scan(text);
    const value = parseStrictly(text);
    if (value === undefined) return parseTree(text, 'strict');
    if (seen.suspicious || countKeys(value) !== seen.members) return parseTree(text, 'strict');
    const place = placer(text, () => {
      const tree = parseTree(text, 'strict');
      return tree.ok ? tree.spots : [];
    });
    return { ok: true, values: [value], duplicates: [], lossy: [], place };
  });
}

function parseStrictly(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const COLON = 58;

/** One pass over the text: members (colons outside of strings), and whether a number may lose digits. */
function scan(text: string): { members: number; suspicious: boolean } {
  let members = 0;
  let suspicious = false;
  let depth = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
      digits = 0;
    } else if ((code >= 48 && code <= 57) || code === 46) {
      if (++digits > 15) suspicious = true;
    } else {
      // An exponent can only follow a digit; `true` and `false` cannot.
      if ((code === 101 || code === 69) && digits > 0) suspicious = true;
      digits = 0;
      if (code === COLON) members += 1;
      else if (code === 123 || code === 91) {
        if (++depth > MAX_DEPTH) throw tooDeep(at);
      } else if (code === 125 || code === 93) depth -= 1;
    }
  }
  return { members, suspicious };
}

/** Offset of the closing quote of the string that opens at `open`; the end of the text when it is not closed. */
function stringEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function countKeys(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item);
    return count;
  }
  for (const key of Object.keys(value)) count += 1 + countKeys(value[key]!);
  return count;
}
