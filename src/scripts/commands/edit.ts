import { literalOf } from '../text.ts';
import type { Safer } from './command.ts';
import { anew, COPY_FIRST, inPlace } from './forms.ts';
import { hasOption, optionValue } from './options.ts';
import { globText, operand, operands, textsOf } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';

const WITH_SUFFIX: readonly Safer[] = [{ kind: 'swap', from: '-i', to: '-i.bak' }, ...COPY_FIRST];

const wordOf = (call: Call, index: number): string | undefined => {
  const [value, ...others] = call.operands[index]?.values ?? [];
  return value === undefined || others.length > 0 ? undefined : literalOf(value);
};

/** On BSD and macOS, `-i` has its suffix in the next word: `sed -i '' …`, `sed -i .bak …`. */
const suffixWord = (call: Call): boolean =>
  hasOption(call, '-i') && optionValue(call, '-i') === undefined && /^(\.\w+)?$/.test(wordOf(call, 0) ?? '-');

/** Files behind the script, which is the first operand unless an option gives it. */
const sedFiles = (call: Call): Spot[] =>
  operands((suffixWord(call) ? 1 : 0) + (hasOption(call, '-e --expression -f --file') ? 0 : 1))(call);

const sedSuffix = (call: Call): string | undefined => {
  const value = optionValue(call, '-i --in-place')?.values.map(literalOf)[0];
  const suffix = suffixWord(call) ? wordOf(call, 0) : value;
  return suffix ? `-i${suffix}` : undefined;
};

/** `w FILE` at the end of a line of the script: `s/a/b/w changed.txt`. */
function sedWrites(call: Call): Spot[] {
  const scripts = call.options
    .filter(({ name }) => name === '-e' || name === '--expression')
    .flatMap(({ value }) => value?.values ?? []);
  const script = scripts.length > 0 ? scripts : (call.operands[suffixWord(call) ? 1 : 0]?.values ?? []);
  return script.flatMap((text) =>
    [...(literalOf(text) ?? '').matchAll(/(?:^|[;{/|#$\d])[gpIi]*w\s+(\S+)$/gm)].map(([, file]) => ({
      texts: [globText(file!)],
      op: 'truncate' as const,
      rule: 'redirect-over-config' as const,
    })),
  );
}

const suffixOf = (call: Call): string | undefined => {
  const value = optionValue(call, '-i')?.values.map(literalOf)[0];
  return value ? `-i${value}` : undefined;
};

/** Perl and Ruby with a program in `-e` edit every operand. */
const scripted = (names: readonly string[], page: string): CommandSpec => ({
  names,
  about: 'with -i and -e: every operand',
  page,
  options: { values: '-e -E -I -r -S', attached: '-i -M -m -F', stops: true },
  writes: [
    inPlace((call) => operands(hasOption(call, '-e -E') ? 0 : 1)(call), {
      when: '-i',
      backup: suffixOf,
      safer: WITH_SUFFIX,
    }),
  ],
  reads: (call) => (hasOption(call, '-e -E') ? textsOf(operands())(call) : []),
});

const YQ_VALUES =
  '-I --indent -o --output-format -p --input-format --expression --from-file -s --split-exp --front-matter -f';

/** Files behind the expression; a lone operand is the file. */
const yqFiles = (call: Call): Spot[] =>
  operands(call.operands.length < 2 || hasOption(call, '--expression --from-file') ? 0 : 1)(call);

/** Editors of text and YAML, which edit in place with `-i` only. */
export const editCommands: readonly CommandSpec[] = [
  {
    names: ['sed', 'gsed'],
    about: 'with -i: every operand behind the script; the files of w',
    page: 'https://www.gnu.org/software/sed/manual/html_node/Command_002dLine-Options.html',
    options: { values: '-e --expression -f --file -l --line-length', attached: '-i' },
    writes: [
      inPlace(sedFiles, {
        when: '-i --in-place',
        unless: suffixWord,
        backup: sedSuffix,
        safer: [
          { kind: 'swap', from: '-i', to: '-i.bak' },
          { kind: 'swap', from: '--in-place', to: '--in-place=.bak' },
          ...COPY_FIRST,
        ],
      }),
      inPlace(sedFiles, { when: suffixWord, backup: sedSuffix }),
      anew(sedWrites, { safer: COPY_FIRST }),
    ],
    reads: textsOf(sedFiles),
  },
  scripted(['perl'], 'https://perldoc.perl.org/perlrun'),
  scripted(['ruby'], 'https://docs.ruby-lang.org/en/master/ruby/options_md.html'),
  {
    names: ['yq', 'yq e', 'yq eval', 'yq ea', 'yq eval-all'],
    about: 'with -i: every operand behind the expression',
    page: 'https://mikefarah.gitbook.io/yq/',
    options: { values: YQ_VALUES, pairs: '--arg --argjson' },
    writes: [inPlace(yqFiles, { when: '-i --inplace --in-place' })],
    reads: textsOf(yqFiles),
  },
  {
    names: ['yq w', 'yq write', 'yq d', 'yq delete', 'yq m', 'yq merge'],
    about: 'with -i: the first operand (yq 3)',
    page: 'https://mikefarah.gitbook.io/yq/v3.x/',
    options: { values: '-s --script -d --doc' },
    writes: [inPlace(operand(0), { when: '-i --inplace' })],
    reads: textsOf(operand(0)),
  },
];
