import { advice } from './forms.ts';
import { below, lastName, looksLikeFile, withoutSlash } from './places.ts';
import type { Call, CommandSpec, Spot, WriteSpec } from './spec.ts';
import { remoteOf } from './transfer.ts';

const VALUES =
  '--config --backup-dir --suffix --bwlimit --checkers --transfers --exclude --exclude-from --include --include-from --filter --filter-from --files-from --log-file --log-level --max-age --min-age --max-size --min-size --max-delete --retries --timeout --compare-dest --copy-dest -f';

const page = (word: string): string => `https://rclone.org/commands/rclone_${word}/`;

/** `remote:path` as it is written, in a store of that name; or a path here. */
const placed = (spot: Spot): Spot => {
  const [text = []] = spot.texts;
  const remote = remoteOf(text);
  return remote === undefined ? spot : { ...spot, is: 'name', host: { kind: 'bucket', name: remote.name } };
};

/** The second operand; for `copyto` and `moveto` it is the name itself. */
function destination(call: Call): Spot[] {
  const [source, to] = call.operands;
  if (source === undefined || to === undefined) return [];
  const [from = []] = source.values;
  const sources = remoteOf(from) === undefined ? source.values.map(withoutSlash) : [];
  const single = looksLikeFile(from);
  const exact = call.command.endsWith('to');
  return to.values.map((text) => {
    const path = withoutSlash(text);
    return placed({
      texts: [single && !exact ? below(path, lastName(from)) : path],
      sources,
      tree: !single,
      ...(single && { op: 'replace' }),
    });
  });
}

const gone = (call: Call): Spot[] =>
  call.operands.map(({ values }) => placed({ texts: values.map(withoutSlash) }));

const keeping: Partial<WriteSpec> = {
  missing: '--ignore-existing --immutable',
  backup: '--backup-dir --suffix',
};

/** rclone, for object stores and other machines. */
export const rcloneCommands: readonly CommandSpec[] = [
  {
    names: ['rclone sync'],
    about: 'all below the second operand, also what the first has not',
    page: page('sync'),
    options: { values: VALUES },
    idle: '-n --dry-run -i --interactive',
    writes: [
      {
        op: 'mirror-tree',
        rule: 'tree-mirror-delete',
        spots: destination,
        ...keeping,
        safer: [
          { kind: 'swap', from: 'sync', to: 'copy' },
          advice('Keep what goes: --backup-dir; or use rclone copy, which deletes nothing.'),
        ],
      },
    ],
  },
  {
    names: ['rclone copy', 'rclone copyto', 'rclone move', 'rclone moveto'],
    about: 'the second operand, or what is below it; with move the sources vanish',
    page: page('copy'),
    options: { values: VALUES },
    idle: '-n --dry-run -i --interactive',
    writes: [
      {
        op: 'replace-tree',
        rule: 'remote-copy-over-config',
        spots: destination,
        ...keeping,
        safer: [advice('Keep what is replaced: --backup-dir.')],
      },
      {
        op: 'delete',
        rule: 'remove-config',
        spots: (call) => gone({ ...call, operands: call.operands.slice(0, 1) }),
        when: (call) => call.command.startsWith('rclone move'),
        tree: true,
        backup: () => 'rclone move',
        safer: [advice('Copy, and remove the source when the copy has been looked at.')],
      },
    ],
  },
  {
    names: ['rclone delete', 'rclone purge', 'rclone deletefile'],
    about: 'the operand, and all below it',
    page: page('delete'),
    options: { values: VALUES },
    idle: '-n --dry-run -i --interactive',
    writes: [
      {
        op: 'delete',
        rule: 'remove-config',
        spots: gone,
        tree: (call) => call.command !== 'rclone deletefile',
        safer: [advice('Look at what --dry-run says first.')],
      },
    ],
  },
];
