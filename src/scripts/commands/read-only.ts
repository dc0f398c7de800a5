import type { Text } from '../text.ts';
import { hasOption } from './options.ts';
import { ofOption, operands, textsOf } from './places.ts';
import type { Call, CommandSpec } from './spec.ts';

/** Files behind a program or pattern, which is the first operand unless an option gives it. */
const behindProgram =
  (given: string) =>
  (call: Call): Text[] => [
    ...textsOf(operands(hasOption(call, given) ? 0 : 1))(call),
    ...textsOf(ofOption('-f --file --from-file'))(call),
  ];

function reader(
  name: string,
  page: string,
  values = '',
  reads: (call: Call) => readonly Text[] = textsOf(operands()),
  pairs = '',
): CommandSpec {
  return { names: [name], about: 'nothing', page, options: { values, pairs }, writes: [], reads };
}

const coreutils = (page: string): string =>
  `https://www.gnu.org/software/coreutils/manual/html_node/${page}-invocation.html`;

/** Commands that only read; who reads and truncates the same file in one pipeline loses it. */
export const readOnlyCommands: readonly CommandSpec[] = [
  reader('cat', coreutils('cat')),
  reader('tac', coreutils('tac'), '-s --separator'),
  reader('nl', coreutils('nl'), '-b -d -f -h -i -l -n -s -v -w'),
  reader('head', coreutils('head'), '-n --lines -c --bytes'),
  reader('tail', coreutils('tail'), '-n --lines -c --bytes -s --pid'),
  reader('cut', coreutils('cut'), '-b --bytes -c --characters -d --delimiter -f --fields --output-delimiter'),
  reader('paste', coreutils('paste'), '-d --delimiters'),
  reader('join', coreutils('join'), '-1 -2 -j -t -a -e -o -v'),
  reader('comm', coreutils('comm')),
  reader('fold', coreutils('fold'), '-w --width'),
  reader('expand', coreutils('expand'), '-t --tabs'),
  reader('unexpand', coreutils('unexpand'), '-t --tabs'),
  reader('zcat', 'https://www.gnu.org/software/gzip/manual/gzip.html'),
  reader('bzcat', 'https://sourceware.org/bzip2/manual/manual.html'),
  reader('xzcat', 'https://man7.org/linux/man-pages/man1/xz.1.html'),
  reader('zstdcat', 'https://github.com/facebook/zstd/blob/dev/programs/zstd.1.md'),
  reader(
    'diff',
    'https://www.gnu.org/software/diffutils/manual/html_node/Invoking-diff.html',
    '-U -C -I -x -X -L --label',
  ),
  ...['grep', 'egrep', 'fgrep', 'ggrep'].map((name) =>
    reader(
      name,
      'https://www.gnu.org/software/grep/manual/grep.html',
      '-e --regexp -f --file -m --max-count -A -B -C --after-context --before-context --context --include --exclude --exclude-dir --exclude-from --color --label -d -D',
      behindProgram('-e --regexp -f --file'),
    ),
  ),
  ...['awk', 'gawk', 'mawk', 'nawk'].map((name) =>
    reader(
      name,
      'https://www.gnu.org/software/gawk/manual/html_node/Options.html',
      '-f --file -F --field-separator -v --assign -e --source -i --include -l --load',
      behindProgram('-f --file -e --source'),
    ),
  ),
  reader(
    'jq',
    'https://jqlang.org/manual/',
    '-f --from-file -L --indent',
    behindProgram('-f --from-file'),
    '--arg --argjson --slurpfile --rawfile',
  ),
];
