/** Words that stand in nearly every log, and tell no configuration from another. */
const EMPTY = new Set(
  'a an and are as at be been but by can cannot could did do does error errors exception failed failure fatal for from get got had has have how http https i if in info into is it its log message msg no not of on or our out over request response so that the their them then there they this to too trace up warn warning was we were what when where which while who why will with you your'.split(
    ' ',
  ),
);

const SHORTEST = 2;
const LONGEST = 40;
/** Different words of a symptom that are looked for. */
const MOST_WORDS = 2_000;

/**
 * The words of a text, each once and in lower case: `tokenEndpoint`, `token_endpoint` and `token-endpoint` are the same
 * two. Numbers are words, too; single letters, long blobs and words that tell nothing are not.
 */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const part of text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []) {
    const split = part
      .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
      .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
      .toLowerCase();
    for (const word of split.split(' ')) {
      if (word.length >= SHORTEST && word.length <= LONGEST && !EMPTY.has(word)) words.add(word);
    }
  }
  return words;
}

/** How much of the symptom a candidate meets: `words` rarest first, `share` in 0..1 of what the best one meets. */
export type Met = { words: string[]; share: number };

/**
 * Holds a symptom against what each candidate has changed. A word that many candidates have tells little (its inverse
 * document frequency, as in R. Bhagwan et al., "Orca", OSDI 2018), and one that none has tells nothing.
 */
export function meet(symptom: string, candidates: readonly ReadonlySet<string>[]): Met[] {
  const weights = new Map<string, number>();
  for (const word of [...wordsOf(symptom)].slice(0, MOST_WORDS)) {
    const having = candidates.filter((words) => words.has(word)).length;
    if (having > 0) weights.set(word, Math.log(1 + candidates.length / having));
  }
  const met = candidates.map((words) => [...weights].filter(([word]) => words.has(word)));
  const sums = met.map((words) => words.reduce((total, [, weight]) => total + weight, 0));
  const best = sums.reduce((most, each) => Math.max(most, each), 0);
  return met.map((words, index) => ({
    words: words
      .sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
      .map(([word]) => word),
    share: best === 0 ? 0 : sums[index]! / best,
  }));
}
