import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  [
    'aws s3 sync config/ s3://acme-config/auth --delete',
    ['mirror-tree@bucket:acme-config s3://acme-config/auth/** (tree-mirror-delete)'],
  ],
  [
    'aws s3 sync config s3://acme-config/auth',
    ['replace-tree@bucket:acme-config s3://acme-config/auth/** (remote-copy-over-config)'],
  ],
  ['aws s3 sync s3://acme-config/auth /etc/auth --delete', ['mirror-tree /etc/auth/** (tree-mirror-delete)']],
  ['aws s3 sync . s3://acme-config --delete --dryrun', []],
  [
    'aws s3 cp config/auth.yml s3://acme-config/auth/',
    ['replace@bucket:acme-config s3://acme-config/auth/auth.yml (remote-copy-over-config)'],
  ],
  [
    'aws s3 cp config/auth.yml s3://acme-config/auth/auth.yml --profile prod',
    ['replace@bucket:acme-config s3://acme-config/auth/auth.yml (remote-copy-over-config)'],
  ],
  [
    'aws --region eu-west-1 s3 cp s3://acme-config/auth.yml /etc/auth/auth.yml',
    ['replace /etc/auth/auth.yml (download-over-config)'],
  ],
  [
    'aws s3 cp --recursive config "s3://$BUCKET/auth"',
    ['replace-tree@bucket:<BUCKET> s3://<BUCKET>/auth/** (remote-copy-over-config)'],
  ],
  [
    'aws s3 cp - s3://acme-config/auth.yml',
    ['replace@bucket:acme-config s3://acme-config/auth.yml (remote-copy-over-config)'],
  ],
  [
    'aws s3 cp auth.yml s3://acme-config',
    ['replace@bucket:acme-config s3://acme-config/auth.yml (remote-copy-over-config)'],
  ],
  [
    'aws s3 mv auth.yml s3://acme-config/auth.yml',
    [
      'replace@bucket:acme-config s3://acme-config/auth.yml (remote-copy-over-config)',
      'delete auth.yml (remove-config) keeps backup: aws s3 mv',
    ],
  ],
  [
    'aws s3 rm s3://acme-config/auth --recursive',
    ['delete@bucket:acme-config s3://acme-config/auth/** (remove-config)'],
  ],
  ['aws s3 rb s3://acme-config --force', ['delete@bucket:acme-config s3://acme-config/** (remove-config)']],
  ['aws s3 rb s3://acme-config', []],
  ['aws s3 ls s3://acme-config', []],
  [
    'gsutil -m rsync -d -r config gs://acme-config/auth',
    ['mirror-tree@bucket:acme-config gs://acme-config/auth/** (tree-mirror-delete)'],
  ],
  ['gsutil rsync -n -d config gs://acme-config', []],
  [
    'gsutil -m cp -r config gs://acme-config',
    ['replace-tree@bucket:acme-config gs://acme-config/config/** (remote-copy-over-config)'],
  ],
  [
    'gsutil cp -n auth.yml gs://acme-config/auth.yml',
    ['replace@bucket:acme-config gs://acme-config/auth.yml (remote-copy-over-config) keeps missing: -n'],
  ],
  [
    'gsutil rm -r gs://acme-config/auth',
    ['delete@bucket:acme-config gs://acme-config/auth/** (remove-config)'],
  ],
  [
    'gcloud storage rsync config gs://acme-config --delete-unmatched-destination-objects --recursive',
    ['mirror-tree@bucket:acme-config gs://acme-config/** (tree-mirror-delete)'],
  ],
  [
    'gcloud storage cp gs://acme-config/auth.yml config/auth.yml',
    ['replace config/auth.yml (download-over-config)'],
  ],
  [
    'gsutil mv gs://acme-config/a.yml gs://acme-config/b.yml',
    [
      'replace@bucket:acme-config gs://acme-config/b.yml (remote-copy-over-config)',
      'delete@bucket:acme-config gs://acme-config/a.yml (remove-config) keeps backup: gsutil mv',
    ],
  ],
  [
    'gcloud storage mv a.yml gs://acme-config/a.yml',
    [
      'replace@bucket:acme-config gs://acme-config/a.yml (remote-copy-over-config)',
      'delete a.yml (remove-config) keeps backup: gcloud storage mv',
    ],
  ],
  [
    'gcloud storage rm -r gs://acme-config/auth',
    ['delete@bucket:acme-config gs://acme-config/auth/** (remove-config)'],
  ],
  [
    'gcloud storage cp -n a.yml gs://acme-config/',
    ['replace@bucket:acme-config gs://acme-config/a.yml (remote-copy-over-config) keeps missing: -n'],
  ],
  [
    'aws s3 cp --recursive s3://acme-config/auth /etc/auth',
    ['replace-tree /etc/auth/** (download-over-config)'],
  ],
  [
    's5cmd sync --delete config/ s3://acme/config',
    ['mirror-tree@bucket:acme s3://acme/config/** (tree-mirror-delete)'],
  ],
  [
    "s5cmd cp 'config/*' s3://acme/config/",
    ['replace@bucket:acme s3://acme/config/* (remote-copy-over-config)'],
  ],
  [
    's5cmd mv a.yml s3://acme/a.yml',
    [
      'replace@bucket:acme s3://acme/a.yml (remote-copy-over-config)',
      'delete a.yml (remove-config) keeps backup: s5cmd mv',
    ],
  ],
  ['s5cmd rm s3://acme/a.yml', ['delete@bucket:acme s3://acme/a.yml (remove-config)']],
  ['aws s3 cp - "$BUCKET/auth.yml"', ['replace@bucket:<BUCKET> <BUCKET>/auth.yml (remote-copy-over-config)']],
  ['aws s3 cp config/auth.yml "$TARGET"', ['replace@bucket:<TARGET> <TARGET> (remote-copy-over-config)']],
  ['aws s3 cp "$FROM" "$TO"', ['replace <TO> (copy-over-config)']],
  [
    'aws s3 sync "${extra[@]}" --delete config s3://acme',
    ['mirror-tree@bucket:acme s3://acme/** (tree-mirror-delete)'],
  ],
  [
    'rclone sync config remote:acme/config',
    ['mirror-tree@bucket:remote remote:acme/config/** (tree-mirror-delete)'],
  ],
  [
    'rclone sync config remote:acme/config --backup-dir remote:old',
    ['mirror-tree@bucket:remote remote:acme/config/** (tree-mirror-delete) keeps backup: --backup-dir'],
  ],
  [
    'rclone copy config/auth.yml remote:acme/config',
    ['replace@bucket:remote remote:acme/config/auth.yml (remote-copy-over-config)'],
  ],
  [
    'rclone copyto config/auth.yml remote:acme/auth.yml --ignore-existing',
    ['replace@bucket:remote remote:acme/auth.yml (remote-copy-over-config) keeps missing: --ignore-existing'],
  ],
  [
    'rclone move config remote:acme/config',
    [
      'replace-tree@bucket:remote remote:acme/config/** (remote-copy-over-config)',
      'delete config/** (remove-config) keeps backup: rclone move',
    ],
  ],
  ['rclone purge remote:acme/config', ['delete@bucket:remote remote:acme/config/** (remove-config)']],
  ['rclone copy remote:acme/config /etc/auth', ['replace-tree /etc/auth/** (remote-copy-over-config)']],
  ['rclone sync -n config remote:acme/config', []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
