import { literalOf, type Text } from '../text.ts';
import { anew, COPY_FIRST, inPlace } from './forms.ts';
import { hasOption, optionValue } from './options.ts';
import { below, HERE, lastOperand, ofOption, operand, operands, textsOf } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';

const directory = (call: Call): Text => optionValue(call, '-d --directory')?.values[0] ?? HERE;

/** The files of `patch`: its first operand, or whatever the patch names below the directory. */
function patched(call: Call): Spot[] {
  const out = ofOption('-o --output')(call);
  if (out.length > 0) return out;
  const [file] = call.operands;
  return file === undefined
    ? [{ texts: [directory(call)], tree: true }]
    : [{ texts: file.values.map((text) => below(directory(call), text)) }];
}

/** The file of `/files/etc/hosts/1/ipaddr`: up to the first name with an extension, or all of it. */
const augeasFile = (call: Call): Spot[] =>
  operand(0)(call).flatMap(({ texts }) => {
    const path = /^\/files(\/(?:[^/]+\/)*?[^/]+\.[a-z]+|\/.*)/.exec(literalOf(texts[0]!) ?? '')?.[1];
    return path === undefined ? [] : [{ texts: [[path]] }];
  });

/** Tools that change a file without being asked for it by an option. */
export const editFileCommands: readonly CommandSpec[] = [
  {
    names: ['crudini'],
    about: 'with --set, --del or --merge: the first operand',
    page: 'https://github.com/pixelb/crudini',
    writes: [inPlace(operand(0), { when: '--set --del --merge' })],
  },
  {
    names: ['augtool set', 'augtool rm', 'augtool ins', 'augtool clear'],
    about: 'the file behind /files',
    page: 'https://manpages.debian.org/stable/augeas-tools/augtool.1.en.html',
    options: { values: '-r --root -l --load-file -I --include -t --transform -f --file' },
    idle: '-n --new',
    writes: [inPlace(augeasFile, { when: '-s --autosave', backup: '-b --backup' })],
  },
  {
    names: ['xmlstarlet ed', 'xmlstarlet edit', 'xml ed'],
    about: 'with -L: the last operand',
    page: 'https://xmlstar.sourceforge.net/doc/UG/xmlstarlet-ug.html',
    options: {
      values:
        '-u --update -v --value -x --expr -s --subnode -t --type -n --name -i --insert -a --append -d --delete -r --rename -m --move -N',
    },
    writes: [inPlace(lastOperand(), { when: '-L --inplace' })],
    reads: textsOf(lastOperand()),
  },
  {
    names: ['patch', 'gpatch'],
    about: 'the first operand, the file of -o, or the files that the patch names',
    page: 'https://www.gnu.org/software/diffutils/manual/html_node/patch-Options.html',
    options: {
      values:
        '-p --strip -i --input -d --directory -o --output -r --reject-file -F --fuzz -B --prefix -Y --basename-prefix -z --suffix -V --version-control -D --ifdef -x --debug -g --get',
    },
    idle: '--dry-run --help --version',
    writes: [
      inPlace(patched, {
        sources: textsOf(ofOption('-i --input')),
        backup: '-b --backup -z --suffix -B --prefix -V --version-control',
        safer: [{ kind: 'insert', words: '--backup' }],
      }),
    ],
  },
  {
    names: ['ed', 'red', 'ex'],
    about: 'the file that it opens',
    page: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/ed.html',
    options: { values: '-p -c' },
    writes: [inPlace(operands())],
  },
  {
    names: ['sponge'],
    about: 'the operand, after all is read; with -a at its end',
    page: 'https://manpages.debian.org/stable/moreutils/sponge.1.en.html',
    writes: [
      anew(operand(0), { op: 'replace', unless: '-a', safer: COPY_FIRST }),
      anew(operand(0), { op: 'append', when: '-a', safer: COPY_FIRST }),
    ],
  },
  {
    names: ['dos2unix', 'unix2dos', 'mac2unix'],
    about: 'every operand; with -n the second one',
    page: 'https://manpages.debian.org/stable/dos2unix/dos2unix.1.en.html',
    options: { values: '-c --convmode' },
    idle: '-i --info -O --to-stdout -h --help -V --version',
    writes: [inPlace((call) => (hasOption(call, '-n --newfile') ? operand(1)(call) : operands()(call)))],
  },
];
