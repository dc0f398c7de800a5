/**
 * Words with which people announce that something goes back. `Revert "…"`, `Reapply "…"` and `This reverts commit …`
 * are what git itself writes. Undo and restore are also things (a log, a job), so that they count as the first word only.
 */
const ANYWHERE =
  /\bre-?vert(?:s|ed|ing)?\b|\broll(?:s|ed|ing)?[ -]?backs?\b|\bback(?:s|ed|ing)?[ -]?outs?\b|\bdown-?grad(?:e|es|ed|ing)\b|\b(?:go|goes|going|switch|switches|switched|switching|move|moves|moved|moving)(?: \S+)? back\b|\bback to\b|^reapply "/i;
const FIRST = /(?:^|: ?)\W*(?:un-?do(?:es|ing|ne)?|restor(?:e|es|ed|ing))\b/i;
/** In the body only where a line begins with it: much is said there about what would happen if. */
const LINE =
  /^\W*(?:this (?:\w+ )?reverts|re-?vert(?:s|ed|ing)?|roll(?:s|ed|ing)?[ -]?back|back(?:s|ed|ing)?[ -]?out|un-?do(?:es|ing)?|restor(?:e|es|ed|ing))\b/i;

/** Characters of one line that are looked at. */
const LONGEST_LINE = 1000;

/** Whether one of these commit messages says that something is taken back. */
export function announcesRevert(messages: readonly string[]): boolean {
  return messages.some((message) => {
    const [subject = '', ...body] = message
      .trim()
      .split('\n')
      .map((line) => line.slice(0, LONGEST_LINE));
    return ANYWHERE.test(subject) || FIRST.test(subject) || body.some((line) => LINE.test(line));
  });
}
