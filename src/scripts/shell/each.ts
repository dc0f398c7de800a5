import type { Argument } from '../commands/command.ts';
import { optionValue, readOptions } from '../commands/options.ts';
import { joined, literalOf, shown, type Text } from '../text.ts';
import type { Input } from './input.ts';
import { note } from './notes.ts';
import { found } from './printers.ts';
import { forked, inside, type Run, type Site } from './state.ts';
import type { Invoke } from './wrapped.ts';

const XARGS = {
  values:
    '-a -d -E -I -L -n -P -s --arg-file --delimiter --eof --max-args --max-lines --max-procs --max-chars --process-slot-var',
  stops: true,
};
/** Items that are followed one by one. */
const MOST_ITEMS = 64;

/** `xargs cp -t d`, `xargs -I{} cp {} d/{}`: the command, with what it reads. */
export function runXargs(
  run: Run,
  args: readonly Argument[],
  site: Site,
  input: Input | undefined,
  invoke: Invoke,
): void {
  const read = readOptions(args, XARGS);
  if (read.operands.length === 0) return;
  const hole = optionValue(read, '-I');
  const items = itemsOf(run, input, site);
  const inner = forked(run, { via: inside(run.state.via, 'xargs') });
  const given = input && { ...input, texts: undefined };
  if (hole === undefined) {
    invoke(inner, [...read.operands, ...items], site, given);
    return;
  }
  for (const item of items)
    invoke(inner, filled(read.operands, shown(hole.values[0]!), item.values), site, given);
}

/** The words that a pipeline gives: each on its own where they are known, else one that stands for all. */
function itemsOf(run: Run, input: Input | undefined, { pos, end }: Site): Argument[] {
  const only = input?.texts?.length === 1 ? literalOf(input.texts[0]!) : undefined;
  if (only !== undefined) {
    const words = only.split(/\s+/).filter((word) => word !== '');
    if (words.length > MOST_ITEMS) note(run, 'limit', pos, `xargs over more than ${MOST_ITEMS} words`);
    return words.slice(0, MOST_ITEMS).map((word) => ({ values: [[word]], pos, end }));
  }
  const texts = input?.texts?.map(withoutBlanks).filter((text) => text.length > 0) ?? [];
  return [{ values: texts.length > 0 ? texts : [[{ name: 'input', is: 'value' }]], pos, end }];
}

function withoutBlanks(text: Text): Text {
  return joined(
    ...text.map((part): Text => (typeof part === 'string' ? [part.replace(/\s+$/, '')] : [part])),
  );
}

/** `find … -exec COMMAND {} \;`: the commands, with what `find` names in place of `{}`. */
export function runFindCommands(run: Run, args: readonly Argument[], site: Site, invoke: Invoke): void {
  const words = args.map(({ values }) => literalOf(values[0]!) ?? '');
  words.forEach((word, index) => {
    if (!/^-(exec|execdir|ok|okdir)$/.test(word)) return;
    const length = words.slice(index + 1).findIndex((end) => end === ';' || end === '+');
    const command = args.slice(index + 1, length === -1 ? undefined : index + 1 + length);
    const inner = forked(run, { via: inside(run.state.via, 'find') });
    invoke(inner, filled(command, '{}', found(run, args)), site, undefined);
  });
}

function filled(words: readonly Argument[], hole: string, texts: readonly Text[]): Argument[] {
  return words.map((word) => ({
    ...word,
    values: word.values.flatMap((value) =>
      shown(value).includes(hole) ? texts.map((text) => replaced(value, hole, text)) : [value],
    ),
  }));
}

function replaced(value: Text, hole: string, text: Text): Text {
  return joined(
    ...value.map((part): Text => {
      if (typeof part !== 'string') return [part];
      const pieces = part.split(hole);
      return joined(...pieces.map((piece, index): Text => (index === 0 ? [piece] : [...text, piece])));
    }),
  );
}
