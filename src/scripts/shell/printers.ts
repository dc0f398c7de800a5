import type { Argument } from '../commands/command.ts';
import { locate, nameOf, parentOf } from '../location.ts';
import { joined, joinedAll, joinedBy, literalOf, ROOT, shown, type Text } from '../text.ts';
import type { Input } from './input.ts';
import { combined, distinctTexts, MOST_VALUES, type Run } from './state.ts';
import { absoluteOf } from './variables.ts';

/** What a command prints, as alternatives; `undefined` when that is not known. */
export type Printer = (
  run: Run,
  args: readonly Argument[],
  input: Input | undefined,
) => readonly Text[] | undefined;

/** Commands whose output can be told without running them. */
export const printers: Readonly<Record<string, Printer>> = {
  echo: (_run, args) => {
    const words = args.filter(({ values }, index) => !(index === 0 && /^-[neE]+$/.test(shown(values[0]!))));
    return linesOf(words);
  },
  printf: (_run, args) => formatted(args),
  pwd: ({ state }) => state.directories.map(absoluteOf),
  dirname: (_run, args) => args.at(-1)?.values.map((text) => directoryPart(text)),
  ls: (_run, args) => listed(args),
  basename: (_run, args) => baseNames(args.filter(({ values }) => !shown(values[0]!).startsWith('-'))),
  readlink: resolved,
  realpath: resolved,
  cat: (_run, args, input) =>
    args.every(({ values }) => shown(values[0]!) === '-') ? input?.texts : undefined,
  mktemp: ({ machine }) => [[{ name: `temporary ${++machine.temporaries}`, is: 'temporary' }]],
  git: (_run, args) => {
    const words = args.map(({ values }) => shown(values[0]!));
    return words.includes('rev-parse') && words.includes('--show-toplevel') ? [[ROOT]] : undefined;
  },
  find: (run, args) => found(run, args),
  seq: (_run, args) => {
    const [first = Number.NaN, last = Number.NaN] = args.map(({ values }) =>
      Number(literalOf(values[0]!) ?? Number.NaN),
    );
    const [from, to] = args.length === 1 ? [1, first] : [first, last];
    if (args.length > 2 || !(to - from >= 0 && to - from < 100)) return undefined;
    return [[Array.from({ length: to - from + 1 }, (_, index) => from + index).join('\n')]];
  },
};

/** Commands that print nothing as long as all is well. */
const SILENT = new Set(
  'cd pushd popd cp mv rm mkdir rmdir ln touch chmod chown chgrp install export readonly local declare typeset unset set shift trap umask exit return break continue [ test true false : sleep wait kill source . eval read mapfile readarray shopt exec'.split(
    ' ',
  ),
);

export function isSilent(name: string): boolean {
  return SILENT.has(name);
}

function linesOf(words: readonly Argument[]): readonly Text[] {
  const texts = combined(
    words.map(({ values }) => values.slice(0, MOST_VALUES)),
    (pieces) => joinedBy(' ', pieces),
  );
  return texts.map((text) => joined(text, ['\n']));
}

/** `printf`: `%s` is followed, other conversions stand for something unknown. */
function formatted(args: readonly Argument[]): readonly Text[] | undefined {
  const [format, ...values] = args;
  const literal = format === undefined || format.values.length > 1 ? undefined : literalOf(format.values[0]!);
  if (literal === undefined || literal.startsWith('-')) return undefined;
  const pieces = unescaped(literal).split(/%(?=[a-z%])/);
  const parts = pieces.slice(1).map((piece, index): readonly (readonly Text[])[] => {
    if (piece.startsWith('%')) return [[[piece]]];
    const given = values[index]?.values ?? [[]];
    const value: readonly Text[] =
      piece.startsWith('s') || piece.startsWith('d') ? given : [[{ name: 'printf', is: 'value' }]];
    return [value, [[piece.slice(1)]]];
  });
  return combined([[[pieces[0]!]], ...parts.flat()], joinedAll);
}

function unescaped(text: string): string {
  return text.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
}

function directoryPart(path: Text): Text {
  const parent = parentOf(path);
  if (parent.length > 0) return parent;
  return shown(path).startsWith('/') ? ['/'] : ['.'];
}

function baseNames([path, suffix]: readonly Argument[]): readonly Text[] | undefined {
  const end = suffix === undefined ? '' : literalOf(suffix.values[0]!);
  if (path === undefined || end === undefined) return undefined;
  return path.values.flatMap((text) => {
    const name = nameOf(text);
    const last = name.at(-1);
    if (end === '' || typeof last !== 'string' || !last.endsWith(end)) return [name];
    const without = joined(name.slice(0, -1), [last.slice(0, -end.length)]);
    // A name that is all suffix stays: `basename .yml .yml` is `.yml`.
    if (last !== end) return [without];
    return name.length === 1 ? [name] : [without, name];
  });
}

/** `readlink -f` and `realpath`: as if there were no links. */
function resolved({ state }: Run, args: readonly Argument[]): readonly Text[] | undefined {
  const path = args.filter(({ values }) => !shown(values[0]!).startsWith('-')).at(-1);
  if (path === undefined) return undefined;
  return distinctTexts(
    state.directories.flatMap((directory) => path.values.map((text) => absoluteOf(locate(directory, text)))),
  );
}

/** `ls d/*.yml`: the names that are given to it. */
function listed(args: readonly Argument[]): readonly Text[] | undefined {
  const operands = args.filter(({ values }) => !shown(values[0]!).startsWith('-'));
  const globs = operands.filter(({ values }) =>
    values[0]!.some((part) => typeof part === 'object' && part.is === 'glob'),
  );
  return globs.length === 1 && operands.length === 1 ? globs[0]!.values : undefined;
}

/** What `find` names: everything below its directory that fits `-name`. */
export function found(_run: Run, args: readonly Argument[]): readonly Text[] {
  const words = args.map(({ values }) => shown(values[0]!));
  const directory = words[0] === undefined || words[0].startsWith('-') ? [['.'] as Text] : args[0]!.values;
  const index = words.findIndex((word) => word === '-name' || word === '-iname');
  const pattern = index === -1 ? '*' : (words[index + 1] ?? '*');
  const shallow = words.indexOf('-maxdepth') !== -1 && words[words.indexOf('-maxdepth') + 1] === '1';
  if (index === -1 && !shallow)
    return directory.map((text) => joined(text, ['/', { name: '**', is: 'glob' }]));
  const below: Text = shallow ? ['/'] : ['/', { name: '**', is: 'glob' }, '/'];
  const name: Text = /[*?[]/.test(pattern) ? [{ name: pattern, is: 'glob' }] : [pattern];
  return directory.map((text) => joined(text, below, name));
}
