/**
 * Words with which people announce that something goes back, in a subject or at the start of a line of the body.
 * `Revert "…"`, `Reapply "…"` and `This reverts commit …` are what git itself writes.
 */
const WORDS =
  /\b(?:re-?vert(?:s|ed|ing)?|roll(?:s|ed|ing)?[ -]?backs?|back(?:s|ed|ing)?[ -]?out|backouts?|un-?do(?:es|ing|ne)?|restor(?:e|es|ed|ing)|down-?grad(?:e|es|ed|ing)|(?:go|goes|going|switch(?:es|ed|ing)?|move[sd]?|moving) back|back to|reapply "|reverses?)\b/i;
const BODY =
  /^\W*(?:this (?:\w+ )?revert(?:s|ed)\b|re-?vert(?:s|ed|ing)?\b|roll(?:s|ed|ing)?[ -]?back|back(?:s|ed|ing)?[ -]?out\b|un-?do(?:es|ing)?\b|restor(?:e|es|ed|ing)\b)/i;

/** Whether one of these commit messages says that something is taken back. */
export function announcesRevert(messages: readonly string[]): boolean {
  return messages.some((message) => {
    const [subject = '', ...body] = message.split('\n');
    return WORDS.test(subject) || body.some((line) => BODY.test(line));
  });
}
