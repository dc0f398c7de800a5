/** A comment on the issue of a drill, as GitHub tells it. */
export type DrillComment = {
  id: number;
  by: string;
  bot: boolean;
  /** `2026-01-31T12:00:00Z`: when it was written, and when its text was last changed. */
  created: string;
  updated: string;
  body: string;
};

export const WORDS = ['detected', 'restored'] as const;
export type Word = (typeof WORDS)[number];

/** One thing that was said in time. */
export type Said = {
  word: Word;
  /** Of the comment. */
  id: number;
  by: string;
  at: string;
  /** Milliseconds since the issue was opened. */
  ms: number;
  /** What stands behind the word: what somebody believes is the cause. */
  text: string;
};

/** What counts of the comments; `refused` are people whose word does not. */
export type Times = { detected?: Said; restored?: Said; refused: string[] };

/** Characters of what somebody believes that are kept. */
const LONGEST = 300;

/** The commands in the comments, whoever wrote them. Apps and bots are nobody. */
export function commandsIn(comments: readonly DrillComment[], opened: string): Said[] {
  return comments
    .flatMap((comment): Said[] => {
      const { id, bot, by, created, updated, body } = comment;
      const [first = ''] = body.replace(/^(\s*\n)+/, '').split(/\r?\n/, 1);
      const [, word, text = ''] =
        /^\/(detected|restored)(?![^\s:.,!])[:.,!]*(.*)$/i.exec(first.trimEnd()) ?? [];
      if (bot || word === undefined) return [];
      // Who changes an old comment into a command says it at the time of the change.
      const at = updated > created ? updated : created;
      const ms = Math.max(0, Date.parse(at) - Date.parse(opened));
      const said = text.trim().slice(0, LONGEST);
      return [{ word: word.toLowerCase() as Word, id, by, at, ms, text: said }];
    })
    .sort((one, other) => one.ms - other.ms);
}

/** What is asked of the commands on one issue. */
export type Hearing = {
  /** What counted when it was heard before, and whose comment is still there. */
  heard: readonly Said[];
  /** Lower-case logins of those who may say something now. */
  entitled: ReadonlySet<string>;
  /** When the issue was closed, if it is. */
  closed?: string;
};

/**
 * The first `/restored` and the first `/detected` before it, of those who may say it. What has counted goes on to count,
 * also when its author has left or has changed the comment since; what is said after the issue was closed does not.
 */
export function timesOf(commands: readonly Said[], { heard, entitled, closed }: Hearing): Times {
  const known = new Set(heard.map(({ id }) => id));
  const fresh = commands.filter(({ id, at }) => !known.has(id) && (closed === undefined || at <= closed));
  const may = ({ by }: Said) => entitled.has(by.toLowerCase());
  const find = (word: Word, isIt: (said: Said) => boolean) =>
    heard.find((said) => said.word === word) ??
    fresh.find((said) => said.word === word && may(said) && isIt(said));
  const restored = find('restored', () => true);
  const detected = find('detected', ({ ms }) => ms <= (restored?.ms ?? ms));
  return {
    ...(detected && { detected }),
    ...(restored && { restored }),
    refused: [...new Set(fresh.filter((said) => !may(said)).map(({ by }) => by))].sort(),
  };
}
