import { copied, gone, synced } from './bucket-transfer.ts';
import type { Safer } from './command.ts';
import { advice, COPY_FIRST } from './forms.ts';
import { hasOption } from './options.ts';
import type { Call, CommandSpec, WriteSpec } from './spec.ts';

const VERSIONS: readonly Safer[] = [
  advice('Look at the dry run first, and turn versioning of the bucket on.'),
];

type Tool = {
  tool: string;
  page: (word: string) => string;
  values: string;
  idle: string;
  sync: string;
  deletes: string;
  recursive: string;
  /** Without `-r`, a copy of a directory's tree keeps its name below the destination. */
  merges: boolean;
  missing?: string;
};

/** cp, mv, sync and rm of one tool for buckets. */
function commandsOf({
  tool,
  page,
  values,
  idle,
  sync,
  deletes,
  recursive,
  merges,
  missing,
}: Tool): CommandSpec[] {
  const options = { values };
  const all = (call: Call): boolean => hasOption(call, recursive);
  const copy = (more: Partial<WriteSpec> = {}): WriteSpec => ({
    op: 'replace',
    rule: 'copy-over-config',
    spots: (call) => copied(call, all(call), merges),
    safer: VERSIONS,
    ...(missing !== undefined && { missing }),
    ...more,
  });
  return [
    {
      names: [`${tool} ${sync}`],
      about: `all below the last operand; with ${deletes.split(' ')[0]} also what the source has not`,
      page: page(sync),
      options,
      idle: `${idle} ${tool === 'gsutil' ? '-n' : ''}`.trim(),
      writes: [
        {
          op: 'replace-tree',
          rule: 'copy-over-config',
          spots: (call) => synced(call, hasOption(call, deletes)),
          safer: VERSIONS,
        },
      ],
    },
    {
      names: [`${tool} cp`],
      about: 'the last operand',
      page: page('cp'),
      options,
      idle,
      writes: [copy()],
    },
    {
      names: [`${tool} mv`],
      about: 'the last operand; the sources vanish',
      page: page('mv'),
      options,
      idle,
      writes: [
        copy(),
        {
          op: 'delete',
          rule: 'remove-config',
          spots: (call) => gone(call.operands.slice(0, -1), all(call)),
          backup: () => `${tool} mv`,
          safer: COPY_FIRST,
        },
      ],
    },
    {
      names: [`${tool} rm`],
      about: 'every operand',
      page: page('rm'),
      options,
      idle,
      writes: [
        {
          op: 'delete',
          rule: 'remove-config',
          spots: (call) => gone(call.operands, all(call)),
          safer: VERSIONS,
        },
      ],
    },
  ];
}

const AWS_VALUES =
  '--profile --region --output --query --endpoint-url --ca-bundle --exclude --include --acl --sse --sse-kms-key-id --storage-class --grants --cache-control --content-type --content-encoding --content-disposition --metadata --metadata-directive --page-size --expected-size --source-region --expires --website-redirect';

/** Object stores. */
export const bucketCommands: readonly CommandSpec[] = [
  ...commandsOf({
    tool: 'aws s3',
    page: (word) => `https://docs.aws.amazon.com/cli/latest/reference/s3/${word}.html`,
    values: AWS_VALUES,
    idle: '--dryrun',
    sync: 'sync',
    deletes: '--delete',
    recursive: '--recursive',
    merges: true,
  }),
  {
    names: ['aws s3 rb'],
    about: 'with --force: the bucket and all that is in it',
    page: 'https://docs.aws.amazon.com/cli/latest/reference/s3/rb.html',
    options: { values: AWS_VALUES },
    writes: [
      {
        op: 'delete',
        rule: 'remove-config',
        spots: (call) => gone(call.operands, true),
        when: '--force',
        safer: [advice('Without --force it removes a bucket only when it is empty.')],
      },
    ],
  },
  ...commandsOf({
    tool: 's5cmd',
    page: () => 'https://github.com/peak/s5cmd#usage',
    values: '--endpoint-url --profile --numworkers --retry-count --exclude --include --acl --storage-class',
    idle: '--dry-run',
    sync: 'sync',
    deletes: '--delete',
    recursive: '-r',
    merges: true,
    missing: '-n --no-clobber',
  }),
  ...commandsOf({
    tool: 'gsutil',
    page: (word) => `https://cloud.google.com/storage/docs/gsutil/commands/${word}`,
    values: '-o -h -u -i -x -z -j -L',
    idle: 'help',
    sync: 'rsync',
    deletes: '-d',
    recursive: '-r -R',
    merges: false,
    missing: '-n',
  }),
  ...commandsOf({
    tool: 'gcloud storage',
    page: (word) => `https://cloud.google.com/sdk/gcloud/reference/storage/${word}`,
    values:
      '--project --account --configuration --exclude --content-type --cache-control --storage-class --canned-acl --encryption-key --gzip-in-flight',
    idle: '--dry-run',
    sync: 'rsync',
    deletes: '--delete-unmatched-destination-objects',
    recursive: '-r -R --recursive',
    merges: false,
    missing: '-n --no-clobber',
  }),
];
