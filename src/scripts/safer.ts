import type { Safer } from './commands/safer-form.ts';
import type { Effect, Target } from './effect.ts';
import { parseShell, type Word } from './shell/parse.ts';
import { literalOf, shown } from './text.ts';

type Spot = Pick<Word, 'pos' | 'end' | 'text' | 'value'>;
type Source = { text: string; words: readonly Spot[]; effect: Effect; target: Target };

/**
 * The effect's own command made safe, as shell source: the first of its forms that can be written. A copy kept of what
 * stands there is worth more than a target that is never half written, unless the command empties what it reads.
 * @returns `undefined` where that takes more than an edit of the command.
 */
export function madeSafe(effect: Effect, target: Target): string | undefined {
  const { text, readsTarget, backup, guards } = effect;
  const isSafe = backup !== undefined || guards.some(({ kind }) => kind === 'missing');
  if (isSafe && !readsTarget) return undefined;
  const { commands, errors = [] } = parseShell(text);
  if (commands.length !== 1 || errors.length > 0) return undefined;
  const source = { text, words: wordsIn(commands), effect, target };
  const late = ({ kind }: Safer) => Number((kind === 'temporary') !== readsTarget);
  for (const form of effect.safer.toSorted((one, other) => late(one) - late(other))) {
    const made = apply(form, source);
    if (made !== undefined) return made;
  }
  return undefined;
}

function apply(form: Safer, source: Source): string | undefined {
  const { text, words, effect } = source;
  switch (form.kind) {
    case 'insert': {
      const name = nameIn(words, effect.command.split(' '));
      return name && `${text.slice(0, name.end)} ${form.words}${text.slice(name.end)}`;
    }
    case 'swap': {
      const word = words.find(({ value }) => value === form.from || value.startsWith(`${form.from}=`));
      return word && text.slice(0, word.pos) + text.slice(word.pos).replace(form.from, () => form.to);
    }
    case 'before': {
      const name = targetText(source);
      if (name === undefined && form.command.includes('{target}')) return undefined;
      return `${form.command.replaceAll('{target}', () => name!)} && ${text}`;
    }
    case 'temporary': {
      const word = targetWord(source);
      if (word === undefined) return undefined;
      const { text: name } = word;
      return `${text.slice(0, word.end)}.new${text.slice(word.end)} && mv --backup=numbered ${name}.new ${name}`;
    }
    case 'unless-exists': {
      const name = targetText(source);
      return name && `[ -e ${name} ] || ${text}`;
    }
    case 'advice':
      return undefined;
  }
}

/** The words of the command in their order, those of redirections included. */
function wordsIn(node: unknown): Spot[] {
  if (Array.isArray(node)) return node.flatMap(wordsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { type } = node as { type?: string };
  if (type === 'Word') return [node as Word];
  const words = Object.values(node).flatMap(wordsIn);
  const starts = new Set<number>();
  return words
    .sort((one, other) => one.pos - other.pos)
    .filter(({ pos }) => !starts.has(pos) && starts.add(pos));
}

/** The last word of a command's name: `replace` of `kubectl replace`. */
function nameIn(words: readonly Spot[], names: readonly string[]): Spot | undefined {
  const start = words.findIndex((_, index) =>
    names.every((name, at) => {
      const value = words[index + at]?.value;
      return value === name || (at === 0 && value?.endsWith(`/${name}`));
    }),
  );
  return start === -1 ? undefined : words[start + names.length - 1];
}

/** The target as the script writes it, or its whole path where that is the same from every directory. */
function targetText(source: Source): string | undefined {
  const whole = literalOf(source.target.path);
  const plain = whole !== undefined && /^\/[\w./@%+-]+$/.test(whole) ? whole : undefined;
  return targetWord(source)?.text ?? plain;
}

/** The last word that can be the target: all of it, or what is known of its end. */
function targetWord({ words, target }: Source): Spot | undefined {
  const path = shown(target.path);
  return words.findLast(({ text, value }) => {
    if (/^[-<(]|^\w+=|:\/\/|[\n`]|\$\(/.test(text)) return false;
    const known = /^[^$*?[]*$/.test(value) ? value.replace(/^(\.\/)+/, '') : undefined;
    if (known !== undefined) return known !== '' && (path === known || path.endsWith(`/${known}`));
    const end = /\/[^$*?[\]{}/"']+$/.exec(value)?.[0];
    return end !== undefined && path.endsWith(end);
  });
}
