import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ['rsync -a --delete src/ web1:/etc/app/', ['mirror-tree@ssh:web1 /etc/app/** (tree-mirror-delete)']],
  [
    'rsync -avz --delete -e "ssh -p 22" ./config "deploy@$HOST:/etc/auth/"',
    ['mirror-tree@ssh:<HOST> /etc/auth/config/** (tree-mirror-delete)'],
  ],
  [
    'rsync -a --delete --backup --backup-dir=/var/backups src/ /etc/app',
    ['mirror-tree /etc/app/** (tree-mirror-delete) keeps backup: --backup'],
  ],
  ['rsync -a --delete -n src/ /etc/app', []],
  ['rsync -a src/ /etc/app', ['replace-tree /etc/app/** (copy-over-config)']],
  ['rsync -a src /etc/app', ['replace-tree /etc/app/src/** (copy-over-config)']],
  [
    'rsync -a config/auth.yml web1:/etc/auth/auth.yml',
    ['replace@ssh:web1 /etc/auth/auth.yml (remote-copy-over-config)'],
  ],
  ['rsync -a config/auth.yml web1:config/', ['replace@ssh:web1 config/auth.yml (remote-copy-over-config)']],
  [
    'rsync -a --ignore-existing src/ /etc/app',
    ['replace-tree /etc/app/** (copy-over-config) keeps missing: --ignore-existing'],
  ],
  ['rsync -a "$SRC" "$DEST"', ['replace-tree <DEST>/** (copy-over-config)']],
  [
    'rsync $RSYNC_OPTS --delete "$SRC/" root@10.0.0.1:/srv/app',
    ['mirror-tree@ssh:10.0.0.1 /srv/app/** (tree-mirror-delete)'],
  ],
  [
    "rsync -a --exclude '*.yml' a.txt b.txt /srv/app/",
    ['replace /srv/app/a.txt (copy-over-config)', 'replace /srv/app/b.txt (copy-over-config)'],
  ],
  ['rsync -a web1:/etc/auth/ backup/auth/', ['replace-tree backup/auth/** (remote-copy-over-config)']],
  [
    'rsync -a conf/*.yml web1::config/auth/',
    ['replace@ssh:web1 <config>/auth/*.yml (remote-copy-over-config)'],
  ],
  [
    'rsync -a src/ rsync://mirror.example.org:873/config/auth',
    ['replace-tree@ssh:mirror.example.org <config>/auth/** (remote-copy-over-config)'],
  ],
  [
    'rsync --remove-source-files -a queue/ /srv/queue/',
    ['replace-tree /srv/queue/** (copy-over-config)', 'delete queue/** (remove-config) keeps backup: rsync'],
  ],
  ['rsync -a web1:/etc/auth/', []],
  [
    'scp config/auth.yml web1:/etc/auth/auth.yml',
    ['replace@ssh:web1 /etc/auth/auth.yml (remote-copy-over-config)'],
  ],
  ['scp -r config/* deploy@web1:/etc/auth', ['replace-tree@ssh:web1 /etc/auth/** (remote-copy-over-config)']],
  [
    'scp -P 2222 -i key.pem config/auth.yml "$USER@$HOST:$DIR/auth.yml"',
    ['replace@ssh:<HOST> <DIR>/auth.yml (remote-copy-over-config)'],
  ],
  ['scp config/auth.yml web1:', ['replace@ssh:web1 auth.yml (remote-copy-over-config)']],
  ['scp web1:/etc/auth/auth.yml config/auth.yml', ['replace config/auth.yml (remote-copy-over-config)']],
  [
    'scp -q scp://deploy@web1:2222//etc/auth/a.yml /etc/auth/',
    ['replace /etc/auth/a.yml (remote-copy-over-config)'],
  ],
  ['rsync -a --del "$SRC" "$HOST:$DIR"', ['mirror-tree@ssh:<HOST> <DIR>/** (tree-mirror-delete)']],
  ['rsync -az -e ssh --delete-after ./ web1:', ['mirror-tree@ssh:web1 ./** (tree-mirror-delete)']],
  [
    'scp -r config "$HOST":/etc/auth',
    ['replace-tree@ssh:<HOST> /etc/auth/**, /etc/auth/config/** (remote-copy-over-config)'],
  ],
  ['rsync -a --delete config/ deploy@web1:~/config', ['mirror-tree@ssh:web1 config/** (tree-mirror-delete)']],
  ["scp auth.yml '[::1]:/etc/auth/'", ['replace@ssh:[::1] /etc/auth/auth.yml (remote-copy-over-config)']],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
