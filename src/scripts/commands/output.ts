import { joined } from '../text.ts';
import { anew, COPY_FIRST } from './forms.ts';
import { firstOf, ofOption, operand, operands, textsOf } from './places.ts';
import type { Call, CommandSpec, Spot, WriteSpec } from './spec.ts';

/** A command that writes one file, named by an option, and empties it first. */
export function toOption(
  names: readonly string[],
  option: string,
  page: string,
  more: Pick<CommandSpec, 'options' | 'idle' | 'reads'> & Partial<Pick<WriteSpec, 'sources' | 'op'>> = {},
): CommandSpec {
  const { sources = textsOf(operands()), op = 'truncate', options, ...rest } = more;
  return {
    names,
    about: `the file of ${option.split(' ').join(' or ')}`,
    page,
    options: { ...options, values: `${options?.values ?? ''} ${option}`.trim() },
    ...rest,
    writes: [anew(ofOption(option), { op, sources })],
  };
}

/** Files with names of its own behind a prefix: `xaa`, `xab` of `split`. */
const pieces = (call: Call): Spot[] =>
  firstOf(operand(1), () => [{ texts: [['x']] }])(call).map(({ texts }) => ({
    texts: texts.map((text) => joined(text, [{ name: '*', is: 'glob' }])),
  }));

/** Commands that write files named by an option or an operand. */
export const outputCommands: readonly CommandSpec[] = [
  {
    names: ['tee', 'gtee'],
    about: 'every operand; with -a at its end',
    page: 'https://www.gnu.org/software/coreutils/manual/html_node/tee-invocation.html',
    idle: '--help --version',
    writes: [
      anew(operands(), { unless: '-a --append', safer: COPY_FIRST }),
      {
        op: 'append',
        rule: 'redirect-over-config',
        spots: operands(),
        when: '-a --append',
        safer: COPY_FIRST,
      },
    ],
  },
  toOption(
    ['sort', 'gsort'],
    '-o --output',
    'https://www.gnu.org/software/coreutils/manual/html_node/sort-invocation.html',
    {
      options: {
        values:
          '-k --key -t --field-separator -S --buffer-size -T --temporary-directory --sort --batch-size --parallel --compress-program --files0-from --random-source',
      },
      // It reads all before it writes: the file may be one that it reads.
      op: 'replace',
      reads: textsOf(operands()),
    },
  ),
  toOption(
    ['shuf', 'gshuf'],
    '-o --output',
    'https://www.gnu.org/software/coreutils/manual/html_node/shuf-invocation.html',
    {
      options: { values: '-n --head-count -i --input-range --random-source' },
      op: 'replace',
      reads: textsOf(operands()),
    },
  ),
  {
    names: ['split', 'gsplit'],
    about: 'files that begin with the prefix',
    page: 'https://www.gnu.org/software/coreutils/manual/html_node/split-invocation.html',
    options: {
      values:
        '-a --suffix-length -b --bytes -C --line-bytes -l --lines -n --number --additional-suffix --filter -t --separator',
    },
    idle: '--filter --help --version',
    writes: [
      anew(pieces, {
        sources: textsOf(operand(0)),
        safer: [{ kind: 'advice', text: 'Split into an empty directory.' }],
      }),
    ],
    reads: textsOf(operand(0)),
  },
  {
    names: ['uniq', 'guniq'],
    about: 'the second operand',
    page: 'https://www.gnu.org/software/coreutils/manual/html_node/uniq-invocation.html',
    options: {
      values: '-f --skip-fields -s --skip-chars -w --check-chars',
    },
    writes: [anew(operand(1), { sources: textsOf(operand(0)) })],
    reads: textsOf(operand(0)),
  },
  toOption(['iconv'], '-o --output', 'https://man7.org/linux/man-pages/man1/iconv.1.html', {
    options: { values: '-f --from-code -t --to-code' },
    reads: textsOf(operands()),
  }),
  toOption(
    ['pg_dump', 'pg_dumpall'],
    '-f --file',
    'https://www.postgresql.org/docs/current/app-pgdump.html',
    {
      options: {
        values:
          '-d --dbname -h --host -p --port -U --username -n --schema -N -t --table -T -F --format -E -j -Z -S',
      },
      sources: () => [],
    },
  ),
  toOption(['psql'], '-o --output', 'https://www.postgresql.org/docs/current/app-psql.html', {
    options: {
      values: '-d --dbname -h --host -p --port -U --username -c --command -f --file -v -F -R -P -T -L',
    },
    sources: () => [],
  }),
  toOption(
    ['mysqldump', 'mariadb-dump'],
    '-r --result-file',
    'https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html',
    { options: { values: '-u --user -h --host -P --port -S --socket -w --where' }, sources: () => [] },
  ),
  toOption(['gomplate'], '-o --out', 'https://docs.gomplate.ca/usage/', {
    options: {
      values: '-f --file -i --in -d --datasource -c --context -t --template --input-dir --output-dir',
    },
    sources: textsOf(ofOption('-f --file')),
    reads: textsOf(ofOption('-f --file')),
  }),
  toOption(['pandoc'], '-o --output', 'https://pandoc.org/MANUAL.html', {
    options: { values: '-f --from -t --to -V --variable -M --metadata --template -H -B -A -c --css' },
    reads: textsOf(operands()),
  }),
];
