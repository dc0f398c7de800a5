import { joined, knownEnd, literalOf, type Text } from '../text.ts';
import type { Argument } from './command.ts';
import { anew, COPY_FIRST, inPlace, removal } from './forms.ts';
import { below, globText, HERE, operands, spot, textsOf } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';

const FIND_NAMES = new Set(['-name', '-iname', '-path', '-wholename', '-ipath']);

/** What `find` would delete: files of these names below its directories, or all that is below them. */
function found({ args }: Call): Spot[] {
  const words = args.map(({ values }) => literalOf(values[0] ?? []) ?? '');
  const start = words.findIndex((word) => /^(-[^HLPOD]|[(!,])/.test(word));
  const directories = args
    .filter((_, index) => (start === -1 || index < start) && !words[index]!.startsWith('-'))
    .flatMap(({ values }) => values);
  const patterns = words.flatMap((word, index) =>
    FIND_NAMES.has(word) && !/^(!|-not)$/.test(words[index - 1] ?? '')
      ? [pattern(word, args[index + 1])]
      : [],
  );
  const from = directories.length === 0 ? [HERE] : directories;
  if (patterns.length === 0) return from.map((directory) => ({ texts: [directory], tree: true }));
  return from.flatMap((directory) =>
    patterns.map((name) => ({ texts: [below(directory, name)], tree: false })),
  );
}

function pattern(test: string, argument: Argument | undefined): Text {
  const [value = []] = argument?.values ?? [];
  const literal = literalOf(value);
  const glob = literal === undefined ? value : globText(literal);
  const anywhere: Text = [{ name: '**', is: 'glob' }, '/'];
  return joined(
    anywhere,
    /path|wholename/.test(test) ? globText((literal ?? '').replace(/^.*\//, '')) : glob,
  );
}

/** `dd` has operands of the form `of=FILE`. */
const ddValue =
  (name: string) =>
  ({ operands: words }: Call): Spot[] =>
    words.flatMap(({ values }) =>
      values.flatMap(([first, ...rest]) =>
        typeof first === 'string' && first.startsWith(name)
          ? [{ texts: [joined([first.slice(name.length)], rest)] }]
          : [],
      ),
    );

const ddKeeps = ({ operands: words }: Call): boolean =>
  words.some(({ values }) => values.some((value) => /^conv=.*notrunc/.test(knownEnd(value))));

const coreutils = (name: string): string =>
  `https://www.gnu.org/software/coreutils/manual/html_node/${name}-invocation.html`;

/** Deleting and emptying. */
export const removeCommands: readonly CommandSpec[] = [
  {
    names: ['rm', 'grm'],
    about: 'every operand; with -r all below it',
    page: coreutils('rm'),
    idle: '--help --version',
    writes: [removal(operands(), { tree: '-r -R --recursive' })],
  },
  {
    names: ['unlink'],
    about: 'the file',
    page: coreutils('unlink'),
    idle: '--help --version',
    writes: [removal(operands())],
  },
  {
    names: ['shred'],
    about: 'every operand; with -u the file is gone as well',
    page: coreutils('shred'),
    options: { values: '-n --iterations -s --size --random-source' },
    idle: '--help --version',
    writes: [removal(operands())],
  },
  {
    names: ['truncate', 'gtruncate'],
    about: 'every operand',
    page: coreutils('truncate'),
    options: { values: '-s --size -r --reference' },
    idle: '--help --version',
    writes: [anew(operands(), { safer: COPY_FIRST })],
  },
  {
    names: ['dd'],
    about: 'the file of of=',
    page: coreutils('dd'),
    writes: [
      anew(ddValue('of='), { sources: textsOf(ddValue('if=')), unless: ddKeeps }),
      inPlace(ddValue('of='), { sources: textsOf(ddValue('if=')), when: ddKeeps }),
    ],
    reads: textsOf(ddValue('if=')),
  },
  {
    names: ['find', 'gfind'],
    about: 'with -delete: what it finds; the files of -fprint and -fls',
    page: 'https://www.gnu.org/software/findutils/manual/html_node/find_html/Delete-Files.html',
    options: { long: true, values: '-fprint -fprint0 -fprintf -fls -name -path' },
    writes: [
      removal(found, {
        when: '-delete',
        safer: [{ kind: 'advice', text: 'Look at what -print shows, then give -delete the names alone.' }],
      }),
      anew(({ options }) =>
        options.flatMap(({ name, value }) => (name.startsWith('-f') && value ? [spot(value)] : [])),
      ),
    ],
  },
];
