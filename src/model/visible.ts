/**
 * Characters that show nothing, reorder what is around them or steer a terminal: controls, format characters
 * (bidi, zero width, tags), lone surrogates, private use, noncharacters, fillers, and every space but the ordinary one.
 */
export const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u{115f}\u{1160}\u{2800}\u{3164}\u{ffa0}]|[\u{e0100}-\u{e01ef}]|(?! )\p{Zs}/gu;

const NAMED: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line of text in which nothing is invisible: `\n`, `\x1b`, `\u202e`; a path's non-UTF-8 byte as `\xff`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => NAMED[character] ?? escapeCode(character.codePointAt(0)!));
}

function escapeCode(code: number): string {
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  return code > 0xffff ? `\\u{${hex(code, 4)}}` : `\\u${hex(code, 4)}`;
}

/** A number in small hexadecimal digits, at least so many. */
export function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** One line of visible text in which no word looks like a command, however it is wrapped. */
export function plainLine(text: string): string {
  return visible(text)
    .replaceAll('##[', '#\\x23[')
    .replace(/(^|\s):(?=:[a-z])/gi, '$1\\x3a');
}
