/** Keeps the last so many characters of what is added. */
export function keepEnd(most: number): { add(text: string): void; text(): string } {
  let pieces: string[] = [];
  let length = 0;
  const join = () => {
    const whole = pieces.join('');
    // Half a surrogate pair at the cut would be no text.
    const end = whole.slice(-most).replace(/^[\udc00-\udfff]/, '');
    pieces = [end];
    length = end.length;
    return end;
  };
  return {
    add(text) {
      pieces.push(text);
      length += text.length;
      if (length > 2 * most) join();
    },
    text: join,
  };
}
