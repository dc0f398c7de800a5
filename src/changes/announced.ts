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

/**
 * Words with which people announce that something goes, moves or gets another name: in English, and the stems of
 * "remove" and "delete" in some other languages.
 */
const REMOVAL = new RegExp(
  [
    String.raw`\b(?:remov|delet|drop|clean|disabl|retir|decommission|deprecat|kill|purg|strip|uninstall|discontinu)`,
    String.raw`\b(?:rm|un-?used|obsolete|no longer|get(?:ting)? rid|stop(?:s|ped|ping)?|without|turn(?:s|ed|ing)? off)\b`,
    String.raw`\b(?:mov(?:e|es|ed|ing)|migrat\w*|renam\w*|replac\w*|re-?vert\w*|split\w*)\b`,
    String.raw`\b(?:entfern|lösch|supprim|enlev|elimin|borr|rimuov|ta bort|tar bort|bort|verwijder|usun)`,
    'удал|убра|убир|删除|移除|去掉|削除|삭제|제거',
  ].join('|'),
  'iu',
);
/** What git and GitHub write of themselves says nothing of what was meant. */
const AUTOMATIC = /^Merge (?:[0-9a-f]{7,64} into|(?:remote-tracking )?branch|pull request|tag|commit)\b/;

/**
 * Whether one of these commit messages says that something is removed, or speaks of one of these names;
 * `undefined` when there is no message by which that could be known.
 */
export function announcesRemoval(messages: readonly string[], names: readonly string[]): boolean | undefined {
  const own = messages.filter((message) => !AUTOMATIC.test(message.trim()));
  if (own.length === 0) return undefined;
  const words = names.map(plain).filter((name) => name.length >= SHORTEST_NAME);
  return own.some((message) => {
    const text = plain(message);
    return REMOVAL.test(message) || words.some((word) => text.includes(word));
  });
}

const SHORTEST_NAME = 4;

/** `metron_agent`, `metron-agent` and `Metron agent` are the same name. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s_.-]+/g, ' ');
}
