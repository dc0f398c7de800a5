/** The order of texts by UTF-16 units: the same on every machine, whatever its language. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function byPath(left: { path: string }, right: { path: string }): number {
  return compareText(left.path, right.path);
}

/** `3 keys`, `1 key`; English plurals in `s` only. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The permission bits as `chmod` takes them: `0644`. */
export function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}
