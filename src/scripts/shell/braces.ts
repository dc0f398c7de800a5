import { parseShell, type Word } from './parse.ts';

const MOST_ITEMS = 201;

/** Words that are made of one: more than are followed, so that the rest is told. */
const MOST_WORDS = 201;
/** Rounds in which braces are opened. */
const MOST_ROUNDS = 12;

/**
 * The words that brace expansions stand for: `a{b,c}`, `{1..3}`, `x{,.bak}`.
 * @returns `undefined` for a word without braces.
 */
export function bracesOf(word: Word): Word[] | undefined {
  let words = opened(word);
  for (let round = 1; words !== undefined && round < MOST_ROUNDS; round++) {
    const next: Word[] = words.flatMap((each) => opened(each) ?? [each]).slice(0, MOST_WORDS);
    if (next.length === words.length) break;
    words = next;
  }
  return words;
}

/** The first braces of a word, opened. */
function opened(word: Word): Word[] | undefined {
  const brace = word.parts?.find((part) => part.type === 'BraceExpansion');
  if (brace === undefined) return undefined;
  const before = word.text.slice(0, brace.pos - word.pos);
  const after = word.text.slice(brace.end - word.pos);
  const items = itemsOf(brace.text.slice(1, -1));
  if (items === undefined) return undefined;
  const { commands } = parseShell(items.map((item) => `: ${before}${item}${after}`).join('\n'));
  return commands.flatMap(({ command }) => {
    const [only] = command.type === 'Command' ? command.args : [];
    return only?.type === 'Word' ? [only] : [];
  });
}

function itemsOf(body: string): string[] | undefined {
  const range = /^(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])(?:\.\.-?(\d+))?$/.exec(body);
  if (range !== null) return rangeOf(range[1]!, range[2]!, Number(range[3] ?? 1));
  const items: string[] = [''];
  let depth = 0;
  let quote = '';
  for (const character of body) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (character === ',' && depth === 0 && quote === '') items.push('');
    else items[items.length - 1] += character;
  }
  return items.length > 1 ? items.slice(0, MOST_ITEMS) : undefined;
}

function rangeOf(from: string, to: string, step: number): string[] | undefined {
  const numeric = /\d/.test(from) && /\d/.test(to);
  if (!numeric && (/\d/.test(from) || /\d/.test(to))) return undefined;
  const [first, last] = numeric ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)];
  const width = /^-?0\d/.test(from) ? from.length : 0;
  const count = Math.min(MOST_ITEMS, Math.floor(Math.abs(last - first) / (step || 1)) + 1);
  return Array.from({ length: count }, (_, index) => {
    const value = first + (last < first ? -1 : 1) * index * (step || 1);
    return numeric ? String(value).padStart(width, '0') : String.fromCharCode(value);
  });
}
