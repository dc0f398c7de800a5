/**
 * The parts of a text that begin with one mark and end with the next closing one, as a lazy pattern
 * (`{{.*?}}|…`) finds them: from the left, not overlapping. One pass, also over marks that are never closed.
 * @returns start and end (exclusive) of each part, its marks included.
 */
export function* spansBetween(
  text: string,
  marks: readonly (readonly [open: string, close: string])[],
): Generator<[start: number, end: number]> {
  /** Where the next opening mark of each kind stands; a kind of which none closes any more is left out. */
  const next = new Map(marks.map((mark) => [mark, text.indexOf(mark[0])]));
  for (let from = 0; ; ) {
    let first: { mark: (typeof marks)[number]; at: number } | undefined;
    for (const [mark, known] of next) {
      const at = known === -1 || known >= from ? known : text.indexOf(mark[0], from);
      if (at === -1) next.delete(mark);
      else next.set(mark, at);
      if (at !== -1 && (first === undefined || at < first.at)) first = { mark, at };
    }
    if (first === undefined) return;
    const [open, close] = first.mark;
    const end = text.indexOf(close, first.at + open.length);
    if (end === -1) {
      next.delete(first.mark);
    } else {
      yield [first.at, end + close.length];
      from = end + close.length;
    }
  }
}
