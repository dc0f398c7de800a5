import type { Leaf } from './leaves.ts';

/** The scalar as it is written, quotes aside; `undefined` when it cannot be told where it ends. */
export function tokenAt({ valueAt: at, value }: Leaf, lines: readonly string[]): string | undefined {
  const rest = lines[at.line]!.slice(at.column).replace(/^["']/, '');
  const written = String(value);
  if (rest.startsWith(written) && written !== '') return written;
  return /^[\w.+-]+/.exec(rest)?.[0];
}

export function withToken(
  { valueAt: at }: Leaf,
  lines: readonly string[],
  token: string,
  other: string,
): string {
  const start = lines[at.line]!.indexOf(token, at.column);
  return replaced(lines, at.line, start, token.length, other);
}

/** The text with a part of one line replaced. */
export function replaced(
  lines: readonly string[],
  line: number,
  column: number,
  length: number,
  by: string,
): string {
  const text = lines[line]!;
  return lines.with(line, `${text.slice(0, column)}${by}${text.slice(column + length)}`).join('\n');
}

/** The lines `from` to `to` taken out; and the same with the comma before them, which JSON does not allow at the end. */
export function withoutLines(lines: readonly string[], from: number, to: number): string[] {
  const rest = lines.toSpliced(from, to - from + 1);
  if (rest.length === 0) return [];
  const before = Math.max(0, from - 1);
  const withoutComma = rest.with(before, (rest[before] ?? '').replace(/,\s*$/, ''));
  return [rest, withoutComma].map((all) => all.join('\n'));
}
