/** A comment on the issue of a drill, as GitHub tells it. */
export type DrillComment = {
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
  by: string;
  at: string;
  /** Milliseconds since the issue was opened. */
  ms: number;
  /** What stands behind the word: what somebody believes is the cause. */
  text: string;
};

/** What counts of the comments; `refused` are people whose word does not. */
export type Times = { detected?: Said; restored?: Said; refused: string[] };

/** The commands in the comments, whoever wrote them. Apps and bots are nobody. */
export function commandsIn(comments: readonly DrillComment[], opened: string): Said[] {
  return comments
    .flatMap((comment): Said[] => {
      const { bot, by, created, updated, body } = comment;
      const [first = ''] = body.trimStart().split(/\r?\n/, 1);
      const [, word, text = ''] = /^\/(detected|restored)(?:\s+(.*))?$/i.exec(first.trimEnd()) ?? [];
      if (bot || word === undefined) return [];
      // Who changes an old comment into a command says it at the time of the change.
      const at = updated > created ? updated : created;
      const ms = Math.max(0, Date.parse(at) - Date.parse(opened));
      return [{ word: word.toLowerCase() as Word, by, at, ms, text: text.trim() }];
    })
    .sort((one, other) => one.ms - other.ms);
}

/**
 * The first `/restored` and the first `/detected` before it, of those who may say it.
 * @param entitled lower-case logins.
 */
export function timesOf(commands: readonly Said[], entitled: ReadonlySet<string>): Times {
  const may = ({ by }: Said) => entitled.has(by.toLowerCase());
  const restored = commands.find((said) => said.word === 'restored' && may(said));
  const detected = commands.find(
    (said) => said.word === 'detected' && may(said) && said.ms <= (restored?.ms ?? said.ms),
  );
  return {
    ...(detected && { detected }),
    ...(restored && { restored }),
    refused: [...new Set(commands.filter((said) => !may(said)).map(({ by }) => by))].sort(),
  };
}
