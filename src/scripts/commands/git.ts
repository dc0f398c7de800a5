import { literalOf, type Text } from '../text.ts';
import type { Argument, Safer } from './command.ts';
import { advice, anew, COPY_FIRST, inPlace, removal } from './forms.ts';
import { hasOption, optionValue } from './options.ts';
import { below, HERE, isDirectory, looksLikeFile, ofOption } from './places.ts';
import type { Call, CommandSpec, Spot, WriteSpec } from './spec.ts';
import { placesOf, transferOf } from './transfer.ts';

const GLOBALS = '-C -c --git-dir --work-tree --namespace';

const STASH_FIRST: readonly Safer[] = [
  { kind: 'before', command: 'git -C {target} stash push --include-untracked' },
];

const manual = (name: string): string => `https://git-scm.com/docs/git-${name}`;

/** The work tree: that of `--work-tree`, or where every `-C` before the command's name leads. */
function workTree({ options, own }: Call): Text {
  const before = options.filter(({ at }) => at.pos < own[0]!.pos);
  const named = before.findLast(({ name }) => name === '--work-tree')?.value?.values[0];
  const steps = before.flatMap(({ name, value }) => (name === '-C' && value ? [value.values[0]!] : []));
  const directory = steps.reduce(
    (from, step) => (literalOf(step)?.startsWith('/') ? step : below(from, step)),
    HERE,
  );
  return named === undefined ? directory : below(directory, named);
}

const whole = (call: Call): Spot[] => [{ texts: [workTree(call)], tree: true }];

function inTree(call: Call, paths: readonly Argument[]): Spot[] {
  const root = workTree(call);
  return paths.map(({ values }) => ({
    texts: values.map((path) => below(root, path)),
    tree: !values.every(looksLikeFile),
  }));
}

const operandsInTree = (call: Call): Spot[] => inTree(call, call.operands);

/** What stands behind `--`; or behind a commit; or a lone word that can only be a path. */
function checkedOut(call: Call): Spot[] {
  const dashes = call.args.findIndex(({ values }) => literalOf(values[0] ?? []) === '--');
  if (dashes !== -1) return inTree(call, call.args.slice(dashes + 1));
  const [first, ...paths] = call.operands;
  if (first === undefined) return [];
  if (paths.length > 0) return inTree(call, paths);
  return first.values.every((path) => isDirectory(path) || looksLikeFile(path)) ? inTree(call, [first]) : [];
}

/** An edit names the target as the command does, from the directory in which both run. */
const isHere = ({ options, own }: Call): boolean =>
  !options.some(({ name, at }) => at.pos < own[0]!.pos && /^(-C|--work-tree|--git-dir)$/.test(name));

/** `git -C DIR stash`, for a command of the same form. */
const isOneStep = ({ options, own }: Call): boolean => {
  const before = options.filter(({ at }) => at.pos < own[0]!.pos).map(({ name }) => name);
  return (
    before.filter((name) => name === '-C').length < 2 &&
    !before.some((name) => /^--(work-tree|git-dir)$/.test(name))
  );
};

const discard = (spots: WriteSpec['spots'], more: Partial<WriteSpec> = {}): WriteSpec => ({
  op: 'discard',
  rule: 'git-discard-on-server',
  spots,
  safer: STASH_FIRST,
  fits: isOneStep,
  ...more,
});

function command(
  words: string,
  about: string,
  writes: readonly WriteSpec[],
  more: Pick<CommandSpec, 'idle' | 'options'> = {},
): CommandSpec {
  return {
    names: [`git ${words}`],
    about,
    page: manual(words.split(' ')[0]!),
    ...more,
    options: { values: `${GLOBALS} ${more.options?.values ?? ''}`.trim() },
    writes,
  };
}

/** Commands of git that change the work tree. */
export const gitCommands: readonly CommandSpec[] = [
  command('reset', 'with --hard: all changes to files that git knows', [discard(whole, { when: '--hard' })]),
  command(
    'clean',
    'with -f: all files that git does not know',
    [
      discard((call) => (call.operands.length > 0 ? operandsInTree(call) : whole(call)), {
        op: 'delete',
        when: '-f --force',
        safer: [{ kind: 'before', command: 'git -C {target} stash push --all' }],
        fits: (call) => call.operands.length === 0 && isOneStep(call),
      }),
    ],
    { idle: '-n --dry-run -i --interactive', options: { values: '-e --exclude' } },
  ),
  command(
    'checkout',
    'with -f: all changes; with paths: those files',
    [
      discard(whole, { when: '-f --force' }),
      discard(checkedOut, {
        unless: '-f --force -b -B --orphan -p --patch',
        safer: COPY_FIRST,
        fits: isHere,
      }),
    ],
    { options: { values: '-b -B --orphan --conflict' } },
  ),
  command(
    'restore',
    'the paths',
    [
      discard(operandsInTree, {
        unless: (call) => hasOption(call, '-S --staged') && !hasOption(call, '-W --worktree'),
        safer: COPY_FIRST,
        fits: isHere,
      }),
    ],
    { idle: '-p --patch', options: { values: '-s --source --conflict --pathspec-from-file' } },
  ),
  command(
    'switch',
    'with -f or --discard-changes: all changes',
    [discard(whole, { when: '-f --force --discard-changes' })],
    { options: { values: '-c --create --force-create --orphan --conflict' } },
  ),
  command(
    'stash',
    'all changes; they are kept in the stash',
    [
      discard(whole, {
        unless: (call) => !/^(push|save)?$/.test(literalOf(call.operands[0]?.values[0] ?? []) ?? 'push'),
        backup: () => 'git stash',
        safer: [{ kind: 'advice', text: 'Bring them back with git stash pop after the deployment.' }],
      }),
    ],
    { options: { values: '-m --message' } },
  ),
  command(
    'read-tree',
    'with -u and --reset: all changes',
    [discard(whole, { when: (call) => hasOption(call, '-u') && hasOption(call, '--reset -m') })],
    { idle: '-n --dry-run', options: { values: '--prefix --index-output' } },
  ),
  command(
    'checkout-index',
    'with -f: files of the index',
    [
      discard(
        (call) => {
          const prefix = optionValue(call, '--prefix')?.values;
          if (prefix !== undefined) return [{ texts: prefix, tree: true }];
          return call.operands.length > 0 ? operandsInTree(call) : whole(call);
        },
        { when: '-f --force', fits: (call) => !hasOption(call, '--prefix') && isOneStep(call) },
      ),
    ],
    { options: { values: '--prefix --stage' } },
  ),
  command(
    'apply',
    'the files that the patch names',
    [
      inPlace(whole, {
        sources: (call) => call.operands.flatMap(({ values }) => values),
        safer: [advice('Try it with git apply --check first.')],
      }),
    ],
    {
      idle: '--check --stat --numstat --summary --cached',
      options: { values: '-p -C --directory --exclude --include --whitespace' },
    },
  ),
  command('rm', 'the paths', [removal(operandsInTree, { fits: isHere })], {
    idle: '--cached -n --dry-run',
    options: { values: '--pathspec-from-file' },
  }),
  command(
    'mv',
    'the last operand; with -f also over a file; the sources vanish',
    [
      {
        op: 'replace',
        rule: 'move-over-config',
        spots: (call) => {
          const transfer = transferOf(call, '');
          return transfer === undefined ? [] : placesOf(transfer).map((place) => ({ ...place, tree: false }));
        },
        missing: (call) => (hasOption(call, '-f --force') ? undefined : 'git mv without -f'),
        safer: [advice('Without -f it refuses to replace a file.')],
      },
      removal((call) => inTree(call, transferOf(call, '')?.sources ?? []), { backup: () => 'git mv' }),
    ],
    { idle: '-n --dry-run' },
  ),
  command('archive', 'the file of -o', [anew(ofOption('-o --output'))], {
    options: { values: '-o --output --format --prefix --remote --exec --add-file' },
  }),
];
