import { type Hunk, lineHunks } from '../diff/lines.ts';
import type { Place } from '../model/place.ts';

/** A word that stands in another one's place; `segments` is the word in front of it. */
export type LineValue = { segments: string[]; before: string; after: string; place(): Place };

/** Only lines of the same length in words, of which few differ, are the same line with another value. */
const MOST_WORDS_CHANGED = 2;

/** The words that differ in lines that are otherwise the same, in the order of the lines. */
export function lineValues(before: string, after: string): LineValue[] {
  return (lineHunks(before, after) ?? []).flatMap((hunk) =>
    replacedLines(hunk).flatMap(({ old, now, line }) => {
      const [then, words] = [wordsOf(old), wordsOf(now)];
      if (then.length !== words.length) return [];
      const changed = words.filter((word, index) => word !== then[index]).length;
      if (changed > MOST_WORDS_CHANGED || changed * 2 > words.length) return [];
      return words.flatMap((word, index): LineValue[] => {
        if (word === then[index]) return [];
        const segments = index === 0 ? [] : [words[index - 1]!];
        return [{ segments, before: then[index]!, after: word, place: () => ({ line, column: 1 }) }];
      });
    }),
  );
}

type ReplacedLine = { old: string; now: string; line: number };

/** Runs of as many new lines as old ones, side by side. */
function replacedLines({ lines, afterLine }: Hunk): ReplacedLine[] {
  const found: ReplacedLine[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let line = afterLine;
  const flush = () => {
    if (removed.length === added.length) {
      const first = line - added.length;
      for (const [index, now] of added.entries())
        found.push({ old: removed[index]!, now, line: first + index });
    }
    removed = [];
    added = [];
  };
  for (const text of lines) {
    if (text.startsWith('-')) {
      if (added.length > 0) flush();
      removed.push(text.slice(1));
    } else if (text.startsWith('+')) {
      added.push(text.slice(1));
      line += 1;
    } else {
      flush();
      line += 1;
    }
  }
  flush();
  return found;
}

const LONGEST_LINE = 500;
const COMMENT = /^\s*(?:#|\/\/|;|--\s|<!--).*$|\s#\s.*$/;
const KEY = /^\s*(?:export\s+)?["']?([\w.$-]+)["']?\s*(?:=|:(?!\/\/))\s*/;
const OPTION = /^(-*[\w.]+)=(.+)$/;

/** `export API="https://api"` -> `API`, `https://api`: without comments, and without quotes and marks around a word. */
function wordsOf(line: string): string[] {
  if (line.length > LONGEST_LINE) return [line];
  const text = line.replace(COMMENT, '');
  const [start = '', key] = KEY.exec(text) ?? [];
  return [...(key === undefined ? [] : [key]), ...text.slice(start.length).split(/\s+/)]
    .flatMap((word) => OPTION.exec(word)?.slice(1) ?? [word])
    .map((word) => word.replace(/^["'`]+/, '').replace(/["'`,;]+$/, ''))
    .filter((word) => word !== '');
}
