import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ['cp config/auth.yml /etc/auth/auth.yml', ['replace /etc/auth/auth.yml (copy-over-config)']],
  ['cp config/auth.yml /etc/auth', ['replace /etc/auth, /etc/auth/auth.yml (copy-over-config)']],
  ['cp config/auth.yml /etc/auth/', ['replace /etc/auth/auth.yml (copy-over-config)']],
  ['cp config/auth.yml /etc', ['replace /etc/auth.yml (copy-over-config)']],
  ['cp -T config/auth /etc/auth', ['replace /etc/auth (copy-over-config)']],
  [
    'cp a.yml b.yml /etc/auth',
    ['replace /etc/auth/a.yml (copy-over-config)', 'replace /etc/auth/b.yml (copy-over-config)'],
  ],
  [
    'cp -t /etc/auth a.yml b.yml',
    ['replace /etc/auth/a.yml (copy-over-config)', 'replace /etc/auth/b.yml (copy-over-config)'],
  ],
  ['cp --target-directory=/etc/auth a.yml', ['replace /etc/auth/a.yml (copy-over-config)']],
  ['cp config/*.yml /etc/auth', ['replace /etc/auth/*.yml (copy-over-config)']],
  ['cp -r config/. /etc/auth', ['replace-tree /etc/auth/** (copy-over-config)']],
  ['cp -r config/* /etc/auth', ['replace-tree /etc/auth/** (copy-over-config)']],
  ['cp -a config /etc', ['replace-tree /etc/config/** (copy-over-config)']],
  ['cp -a config/auth /etc/auth', ['replace-tree /etc/auth/**, /etc/auth/auth/** (copy-over-config)']],
  ['cp -a a.yml b.yml', ['replace b.yml (copy-over-config)']],
  ['cp -pv -- -odd.yml /etc/auth/', ['replace /etc/auth/-odd.yml (copy-over-config)']],
  ['cp -n a.yml b.yml', ['replace b.yml (copy-over-config) keeps missing: -n']],
  ['cp --update=none a.yml b.yml', ['replace b.yml (copy-over-config) keeps missing: --update=none']],
  ['cp --backup=numbered a.yml b.yml', ['replace b.yml (copy-over-config) keeps backup: --backup=numbered']],
  ['cp -S .old a.yml b.yml', ['replace b.yml (copy-over-config) keeps backup: -S']],
  ['cp $CP_OPTS a.yml "$DIR/b.yml"', ['replace <DIR>/b.yml (copy-over-config)']],
  ['cp "$SRC" "$DEST"', ['replace <DEST>, <DEST>/<SRC> (copy-over-config)']],
  ['/usr/bin/cp a.yml .', ['replace ./a.yml (copy-over-config)']],
  ['cp a.yml conf.d', ['replace conf.d, conf.d/a.yml (copy-over-config)']],
  ['cp a.yml', []],
  [
    'mv a.yml /etc/auth/',
    ['replace /etc/auth/a.yml (move-over-config)', 'delete a.yml (remove-config) keeps backup: mv'],
  ],
  [
    'mv -n a.yml /etc/auth/b.yml',
    [
      'replace /etc/auth/b.yml (move-over-config) keeps missing: -n',
      'delete a.yml (remove-config) keeps backup: mv',
    ],
  ],
  [
    'mv -b a.yml /etc/auth/b.yml',
    [
      'replace /etc/auth/b.yml (move-over-config) keeps backup: -b',
      'delete a.yml (remove-config) keeps backup: mv',
    ],
  ],
  [
    'mv /etc/auth /etc/auth.old',
    ['replace /etc/auth.old (move-over-config)', 'delete /etc/auth/** (remove-config) keeps backup: mv'],
  ],
  [
    'mv -T next current',
    ['replace current (move-over-config)', 'delete next/** (remove-config) keeps backup: mv'],
  ],
  [
    'mv "$TMPFILE" /etc/auth/a.yml',
    ['replace /etc/auth/a.yml (move-over-config)', 'delete <TMPFILE>/** (remove-config) keeps backup: mv'],
  ],
  ['install -m 0644 -o root a.yml /etc/auth/a.yml', ['replace /etc/auth/a.yml (install-over-config)']],
  [
    'install -Dm644 a.yml "$pkgdir/etc/auth/a.yml"',
    ['replace <pkgdir>/etc/auth/a.yml (install-over-config)'],
  ],
  ['install -b a.yml /etc/auth/a.yml', ['replace /etc/auth/a.yml (install-over-config) keeps backup: -b']],
  [
    'install -t /etc/auth a.yml b.yml',
    ['replace /etc/auth/a.yml (install-over-config)', 'replace /etc/auth/b.yml (install-over-config)'],
  ],
  ['install -d -m 0755 /etc/auth', []],
  ['ln -sf /opt/a.yml /etc/auth/a.yml', ['replace /etc/auth/a.yml (symlink-over-config)']],
  ['ln -sfn releases/1 current', ['replace current (symlink-over-config)']],
  ['ln -sf /opt/auth/a.yml', ['replace a.yml (symlink-over-config)']],
  [
    'ln -sfb /opt/a.yml /etc/auth/a.yml',
    ['replace /etc/auth/a.yml (symlink-over-config) keeps backup: -sfb'],
  ],
  ['ln -s /opt/a.yml /etc/auth/a.yml', []],
  [
    'cp a.yml b.yml c.yml',
    ['replace c.yml/a.yml (copy-over-config)', 'replace c.yml/b.yml (copy-over-config)'],
  ],
  ['cp -r "$SRC"/. /etc/auth', ['replace-tree /etc/auth/** (copy-over-config)']],
  ['cp -r "$SRC" "$DEST"', ['replace-tree <DEST>/**, <DEST>/<SRC>/** (copy-over-config)']],
  ['cp -a "$SRC" /etc/auth/auth.yml', ['replace /etc/auth/auth.yml (copy-over-config)']],
  ['cp -r /srv/app/conf/* .', ['replace-tree ./** (copy-over-config)']],
  [
    'mv -f config/* /etc/auth',
    ['replace /etc/auth/* (move-over-config)', 'delete config/* (remove-config) keeps backup: mv'],
  ],
  [
    'mv -t /etc/auth a.yml b.yml',
    [
      'replace /etc/auth/a.yml (move-over-config)',
      'replace /etc/auth/b.yml (move-over-config)',
      'delete a.yml (remove-config) keeps backup: mv',
      'delete b.yml (remove-config) keeps backup: mv',
    ],
  ],
  [
    'cp --no-clobber --recursive config /etc/auth',
    ['replace-tree /etc/auth/**, /etc/auth/config/** (copy-over-config) keeps missing: --no-clobber'],
  ],
  ['ln -sft /etc/auth /opt/a.yml', ['replace /etc/auth/a.yml (symlink-over-config)']],
  ['mount --bind /srv/auth /etc/auth', ['replace-tree /etc/auth/** (symlink-over-config)']],
  ['mount -o bind,ro /srv/a.yml /etc/auth/a.yml', ['replace-tree /etc/auth/a.yml (symlink-over-config)']],
  ['mount /dev/sdb1 /srv', []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
