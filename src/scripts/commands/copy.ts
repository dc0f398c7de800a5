import { literalOf } from '../text.ts';
import type { Safer } from './command.ts';
import { hasOption, optionValue } from './options.ts';
import { HERE } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';
import { asTree, placesOf, recursively, transferOf, wholeDirectory } from './transfer.ts';

const KEEP_OLD: readonly Safer[] = [
  { kind: 'insert', words: '--backup=numbered' },
  { kind: 'before', command: 'cp -a {target} {target}.bak' },
];

const BACKUP = '-b --backup -S --suffix';

/** `-T` says that the destination is no directory. */
const exact = (call: Call): boolean => hasOption(call, '-T --no-target-directory');

function copied(call: Call): Spot[] {
  const transfer = transferOf(call);
  if (transfer === undefined) return [];
  return asTree(placesOf(transfer, { exact: exact(call), recursive: recursively(call) }), 'replace-tree');
}

function moved(call: Call): Spot[] {
  const transfer = transferOf(call);
  if (transfer === undefined) return [];
  // Over a directory that is not empty, mv fails: what it writes is never a tree.
  return placesOf(transfer, { exact: exact(call) }).map((place) => ({ ...place, tree: false }));
}

const isTemporary = ({ texts }: Spot): boolean =>
  texts.every((text) => text.some((part) => typeof part !== 'string' && part.is === 'temporary'));

function linked(call: Call): Spot[] {
  const [only] = call.operands;
  const transfer =
    transferOf(call) ??
    (only && { sources: [only], to: { values: [HERE], pos: only.end, end: only.end }, into: true });
  if (transfer === undefined) return [];
  return placesOf(transfer, { exact: exact(call) || hasOption(call, '-n --no-dereference') });
}

/** Copies, moves and links on one machine. */
export const copyCommands: readonly CommandSpec[] = [
  {
    names: ['cp', 'gcp'],
    about: 'the last operand, or the directory of -t',
    page: 'https://www.gnu.org/software/coreutils/manual/html_node/cp-invocation.html',
    options: { values: '-t --target-directory -S --suffix --no-preserve --sparse' },
    idle: '--help --version',
    writes: [
      {
        op: 'replace',
        rule: 'copy-over-config',
        spots: copied,
        missing: '-n --no-clobber --update=none --update=none-fail',
        backup: BACKUP,
        safer: KEEP_OLD,
      },
    ],
  },
  {
    names: ['mv', 'gmv'],
    about: 'the last operand, or the directory of -t; the sources vanish',
    page: 'https://www.gnu.org/software/coreutils/manual/html_node/mv-invocation.html',
    options: { values: '-t --target-directory -S --suffix' },
    idle: '--help --version',
    writes: [
      {
        op: 'replace',
        rule: 'move-over-config',
        spots: moved,
        missing: '-n --no-clobber --update=none --update=none-fail',
        backup: BACKUP,
        safer: KEEP_OLD,
      },
      {
        op: 'delete',
        rule: 'remove-config',
        spots: (call) =>
          (transferOf(call)?.sources ?? []).map(wholeDirectory).filter((place) => !isTemporary(place)),
        // What was there is at the new place.
        backup: () => 'mv',
        safer: [{ kind: 'advice', text: 'Copy it, so that it stays in place until its successor is there.' }],
      },
    ],
  },
  {
    names: ['install', 'ginstall'],
    about: 'the last operand, or the directory of -t; with -d nothing',
    page: 'https://www.gnu.org/software/coreutils/manual/html_node/install-invocation.html',
    options: {
      values: '-t --target-directory -S --suffix -m --mode -o --owner -g --group --strip-program',
    },
    idle: '-d --directory --help --version',
    writes: [
      {
        op: 'replace',
        rule: 'install-over-config',
        spots: copied,
        backup: BACKUP,
        safer: KEEP_OLD,
      },
    ],
  },
  {
    names: ['ln', 'gln'],
    about: 'with -f: the last operand, or the name of the only one',
    page: 'https://www.gnu.org/software/coreutils/manual/html_node/ln-invocation.html',
    options: { values: '-t --target-directory -S --suffix' },
    idle: '--help --version',
    writes: [
      {
        op: 'replace',
        rule: 'symlink-over-config',
        spots: linked,
        when: '-f --force -b --backup -i --interactive',
        backup: BACKUP,
        safer: KEEP_OLD,
      },
    ],
  },
  {
    names: ['mount'],
    about: 'with --bind: what is in the directory is hidden',
    page: 'https://man7.org/linux/man-pages/man8/mount.8.html',
    options: { values: '-o --options -t --types -L --label -U --uuid -O --test-opts' },
    writes: [
      {
        op: 'replace-tree',
        rule: 'symlink-over-config',
        spots: (call) => call.operands.slice(1, 2).map(wholeDirectory),
        sources: (call) => call.operands.slice(0, 1).flatMap(({ values }) => values),
        when: (call) =>
          hasOption(call, '-B --bind -R --rbind') ||
          (optionValue(call, '-o --options')?.values.some((text) =>
            /(^|,)r?bind(,|$)/.test(literalOf(text) ?? ''),
          ) ??
            false),
        safer: [
          { kind: 'advice', text: 'Mount it at a directory of its own, and let the service read that.' },
        ],
      },
    ],
  },
];
