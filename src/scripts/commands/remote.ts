import type { Text } from '../text.ts';
import type { Argument } from './command.ts';

import { hasOption } from './options.ts';
import { endsWithSlash, hasGlob, looksLikeFile, withoutSlash } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';
import { asTree, overNetwork, placesOf, type Transfer, transferOf } from './transfer.ts';

const DELETE =
  '--delete --del --delete-before --delete-during --delete-after --delete-delay --delete-excluded --delete-missing-args';

const RSYNC_VALUES =
  '-e --rsh -f --filter --exclude --include --exclude-from --include-from --files-from -T --temp-dir --backup-dir --suffix --partial-dir --compare-dest --copy-dest --link-dest --log-file --log-file-format --password-file --port --timeout --contimeout --bwlimit --chmod --chown --usermap --groupmap --rsync-path -B --block-size --max-size --min-size --max-delete --max-alloc --modify-window -@ --out-format --address --sockopts --stop-after --stop-at --info --debug -M --remote-option --iconv --checksum-choice --cc --compress-choice --zc --compress-level --zl --skip-compress --checksum-seed --outbuf --early-input --write-batch --only-write-batch --read-batch --protocol';

const SCP_VALUES = '-c -D -F -i -J -l -o -P -S -X';

/** What a copy over the network writes, with the host of its destination. */
function sent(transfer: Transfer | undefined, places: (transfer: Transfer) => readonly Spot[]): Spot[] {
  if (transfer === undefined) return [];
  const { transfer: reached, host, download } = overNetwork(transfer, 'ssh');
  const rule = host !== undefined || download ? ({ rule: 'remote-copy-over-config' } as const) : {};
  // Files on another machine are not among the sources, which are seen from here.
  const sources = download ? { sources: [] } : {};
  return places(reached).map((place) => ({ ...place, ...rule, ...sources, ...(host && { host }) }));
}

const mayBeMore = ({ values }: Argument): boolean =>
  values.some((value: Text) => endsWithSlash(value) || !value.every((part) => typeof part === 'string'));

/** A directory without a slash is made below the destination; a slash, or an unknown end, stands for its contents. */
function synced(call: Call): Spot[] {
  const recursive = hasOption(call, `-r -a -d --recursive --archive --dirs ${DELETE}`);
  const op = hasOption(call, DELETE) ? 'mirror-tree' : 'replace-tree';
  return sent(transferOf(call, ''), (transfer) =>
    transfer.sources.flatMap((source) => {
      const one: Transfer = { ...transfer, sources: [source] };
      const contents =
        mayBeMore(source) && !source.values.some(hasGlob) && !source.values.every(looksLikeFile);
      // Without -r a directory is left out: who writes a slash means what is in it.
      if (contents && (recursive || source.values.some(endsWithSlash))) {
        return [
          { texts: transfer.to.values, sources: source.values.map(withoutSlash), tree: true, op } as const,
        ];
      }
      const into = recursive && !source.values.every(looksLikeFile);
      return asTree(placesOf({ ...one, into }, { recursive }), op);
    }),
  );
}

/** Copies to and from other machines. */
export const remoteCommands: readonly CommandSpec[] = [
  {
    names: ['rsync'],
    about: 'the last operand, or the directories of the sources in it; with --delete also what they have not',
    page: 'https://download.samba.org/pub/rsync/rsync.1',
    options: { values: RSYNC_VALUES },
    idle: '-n --dry-run --list-only --version --help --only-write-batch',
    writes: [
      {
        op: 'replace',
        rule: 'copy-over-config',
        spots: synced,
        unless: DELETE,
        missing: '--ignore-existing',
        backup: '-b --backup --backup-dir',
        safer: [{ kind: 'insert', words: '--backup' }],
      },
      {
        op: 'replace',
        rule: 'tree-mirror-delete',
        spots: (call) => synced(call).map((place) => ({ ...place, rule: 'tree-mirror-delete' })),
        when: DELETE,
        backup: '-b --backup --backup-dir',
        safer: [
          { kind: 'insert', words: '--backup' },
          { kind: 'advice', text: "Keep what only the host has out of it: --exclude='*.yml'." },
        ],
      },
      {
        op: 'delete',
        rule: 'remove-config',
        spots: (call) =>
          (transferOf(call, '')?.sources ?? []).map(({ values }) => ({ texts: values, tree: true })),
        when: '--remove-source-files',
        backup: () => 'rsync',
        safer: [{ kind: 'advice', text: 'Remove the sources only when the copy has been looked at.' }],
      },
    ],
  },
  {
    names: ['scp'],
    about: 'the last operand',
    page: 'https://man.openbsd.org/scp.1',
    options: { values: SCP_VALUES },
    writes: [
      {
        op: 'replace',
        rule: 'copy-over-config',
        spots: (call) =>
          sent(transferOf(call, ''), (transfer) => {
            const recursive = hasOption(call, '-r');
            return asTree(placesOf(transfer, { recursive }), 'replace-tree');
          }),
        safer: [
          {
            kind: 'advice',
            text: 'Copy to a new name beside it, then move it there over ssh with mv --backup.',
          },
        ],
      },
    ],
  },
];
