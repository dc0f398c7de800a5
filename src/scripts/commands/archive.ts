import { nameOf } from '../location.ts';
import { joined, knownEnd, type Text } from '../text.ts';
import type { Argument, Safer } from './command.ts';
import { anew, removal } from './forms.ts';
import { hasOption, optionValue } from './options.ts';
import { below, HERE, lastOperand, looksLikeFile, ofOption, operand, operands, textsOf } from './places.ts';
import type { Call, CommandSpec, Spot, WriteSpec } from './spec.ts';

const ELSEWHERE: readonly Safer[] = [
  { kind: 'advice', text: 'Extract into an empty directory, compare, then move what is right.' },
];

const extraction = (spots: WriteSpec['spots'], more: Partial<WriteSpec> = {}): WriteSpec => ({
  op: 'extract',
  rule: 'extract-over-live-tree',
  spots,
  tree: true,
  safer: ELSEWHERE,
  ...more,
});

const TAR_VALUES =
  '-g -C --directory -T --files-from -X --exclude-from -f --file -F -L -b -H --format -V --label -I --use-compress-program -K -N --exclude --exclude-tag --transform --xform --strip-components --owner --group --mode --mtime --suffix --to-command --sort --warning --checkpoint-action --listed-incremental';

/** The named members below the directory, or all of it. */
function extracted(directory: Text, members: readonly Argument[], exact: boolean): Spot[] {
  if (members.length === 0 || !exact) return [{ texts: [directory], tree: true }];
  return members.map(({ values }) => ({
    texts: values.map((member) => below(directory, member)),
    tree: !values.every(looksLikeFile),
  }));
}

/** `-C` and `--one-top-level` of tar. */
function tarDirectory(call: Call): Text {
  const directory = optionValue(call, '-C --directory')?.values[0] ?? HERE;
  const top = optionValue(call, '--one-top-level')?.values[0];
  if (top !== undefined) return below(directory, top);
  if (!hasOption(call, '--one-top-level')) return directory;
  const archive = optionValue(call, '-f --file')?.values[0];
  return below(directory, archive === undefined ? [{ name: 'archive', is: 'value' }] : stem(nameOf(archive)));
}

/** The name without `.tar.gz` and the like. */
function stem(name: Text): Text {
  const end = knownEnd(name);
  return joined(name.slice(0, -1), [end.replace(/(\.tar)?\.\w+$/, '')]);
}

/** The file that a compressor makes of another, and the reverse. */
const SUFFIXES: Readonly<Record<string, string>> = {
  gzip: '.gz',
  bzip2: '.bz2',
  xz: '.xz',
  zstd: '.zst',
};

function compressor(name: string, reverse: string, page: string): CommandSpec {
  const suffix = SUFFIXES[name]!;
  const decompresses = (call: Call): boolean =>
    call.command === reverse || hasOption(call, '-d --decompress --uncompress');
  return {
    names: [name, reverse],
    about: `the file with ${suffix}, or without it with -d; the source vanishes unless -k is given`,
    page,
    options: { values: '-S --suffix -T --threads -o' },
    idle: '-c --stdout --to-stdout -l --list -t --test --help --version',
    writes: [
      anew(
        (call) =>
          operands()(call).map(({ texts }) => ({
            texts: texts.map((text) =>
              decompresses(call)
                ? joined(text.slice(0, -1), [knownEnd(text).replace(/\.\w+$/, '')])
                : joined(text, [suffix]),
            ),
            sources: texts,
          })),
        {
          op: 'replace',
          unless: '-o',
          missing: (call) => (hasOption(call, '-f --force') ? undefined : `${call.command} without -f`),
        },
      ),
      anew(ofOption('-o'), { op: 'replace', sources: textsOf(operands()) }),
      removal(operands(), {
        unless: (call) => hasOption(call, '-k --keep') || (name === 'zstd' && !hasOption(call, '--rm')),
        backup: (call) => call.command,
      }),
    ],
    reads: textsOf(operands()),
  };
}

/** Archives. */
export const archiveCommands: readonly CommandSpec[] = [
  {
    names: ['tar', 'gtar', 'bsdtar'],
    about: 'with -x: what is below the directory of -C; with -c: the file of -f',
    page: 'https://www.gnu.org/software/tar/manual/html_node/Dealing-with-Old-Files.html',
    options: { values: TAR_VALUES, letters: true },
    writes: [
      extraction(
        (call) =>
          extracted(tarDirectory(call), call.operands, !hasOption(call, '--strip-components --transform')),
        {
          when: '-x --extract --get',
          unless: '-O --to-stdout --to-command -t --list',
          sources: textsOf(ofOption('-f --file')),
          missing: '-k --keep-old-files --skip-old-files',
          backup: '--backup --suffix',
        },
      ),
      anew(ofOption('-f --file'), { when: '-c --create', sources: textsOf(operands()) }),
      removal(operands(), { when: '--remove-files', tree: true, backup: () => 'tar' }),
    ],
  },
  {
    names: ['unzip'],
    about: 'what is below the directory of -d; over existing files only with -o',
    page: 'https://manpages.debian.org/stable/unzip/unzip.1.en.html',
    options: { values: '-d -P' },
    idle: '-l -t -v -p -c -z -Z',
    writes: [
      extraction(
        (call) =>
          extracted(
            optionValue(call, '-d')?.values[0] ?? HERE,
            call.operands.slice(1),
            !hasOption(call, '-j -x'),
          ),
        {
          sources: textsOf(operand(0)),
          missing: (call) => {
            if (hasOption(call, '-n')) return '-n';
            return hasOption(call, '-o') ? undefined : 'unzip without -o';
          },
          backup: '-B',
        },
      ),
    ],
  },
  {
    names: ['7z', '7za', '7zr', '7zz'].flatMap((name) => [`${name} x`, `${name} e`]),
    about: 'what is below the directory of -o; over existing files only with -y or -aoa',
    page: 'https://documentation.help/7-Zip/overwrite.htm',
    options: { attached: '-o -a -p -m -t -x -i -w -s -v' },
    writes: [
      extraction((call) => [{ texts: optionValue(call, '-o')?.values ?? [HERE] }], {
        sources: textsOf(operand(0)),
        missing: (call) => {
          if (hasOption(call, '-a=os')) return '-aos';
          return hasOption(call, '-y -a=oa') ? undefined : '7z without -y and -aoa';
        },
      }),
    ],
  },
  {
    names: ['cpio'],
    about: 'with -i: what is below the directory; with -p: the last operand; over newer files only with -u',
    page: 'https://www.gnu.org/software/cpio/manual/html_node/Copy_002din-mode.html',
    options: { values: '-C -E --pattern-file -F --file -H --format -I -M -O -R --owner -D --directory' },
    idle: '-t --list --to-stdout',
    writes: [
      extraction((call) => [{ texts: optionValue(call, '-D --directory')?.values ?? [HERE] }], {
        when: '-i --extract',
      }),
      extraction(lastOperand(), { when: '-p --pass-through', rule: 'copy-over-config', op: 'replace-tree' }),
    ],
  },
  {
    names: ['pax'],
    about: 'with -r: what is below the current directory; with -r and -w: the last operand',
    page: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html',
    options: { values: '-b -f -o -p -s -x -E -G -U -T -B' },
    writes: [
      extraction(() => [{ texts: [HERE] }], { when: '-r', unless: '-w', missing: '-k' }),
      extraction(lastOperand(), {
        when: (call) => hasOption(call, '-r') && hasOption(call, '-w'),
        rule: 'copy-over-config',
        op: 'replace-tree',
        missing: '-k',
      }),
    ],
  },
  {
    names: ['dpkg-deb', 'dpkg'],
    about: 'with -x or -X: what is below the last operand',
    page: 'https://man7.org/linux/man-pages/man1/dpkg-deb.1.html',
    options: { values: '-Z -z -S' },
    writes: [
      extraction(lastOperand(2), {
        when: '-x --extract -X --vextract -R --raw-extract',
        sources: textsOf(operand(0)),
      }),
    ],
  },
  compressor('gzip', 'gunzip', 'https://www.gnu.org/software/gzip/manual/html_node/Invoking-gzip.html'),
  compressor('bzip2', 'bunzip2', 'https://sourceware.org/bzip2/manual/manual.html'),
  compressor('xz', 'unxz', 'https://man7.org/linux/man-pages/man1/xz.1.html'),
  compressor('zstd', 'unzstd', 'https://github.com/facebook/zstd/blob/dev/programs/zstd.1.md'),
];
