import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ['tar xf config.tar -C /etc/auth', ['extract /etc/auth/** (extract-over-live-tree)']],
  ['tar xzf config.tgz', ['extract ./** (extract-over-live-tree)']],
  ['tar -xzf config.tgz --directory=/etc/auth', ['extract /etc/auth/** (extract-over-live-tree)']],
  ['tar xfC config.tar /etc/auth', ['extract /etc/auth/** (extract-over-live-tree)']],
  [
    'tar -xf config.tar -C / etc/auth/auth.yml etc/auth/keys',
    [
      'extract /etc/auth/auth.yml (extract-over-live-tree)',
      'extract /etc/auth/keys/** (extract-over-live-tree)',
    ],
  ],
  [
    'tar -xf config.tar --strip-components=1 -C /etc/auth auth',
    ['extract /etc/auth/** (extract-over-live-tree)'],
  ],
  ['tar -xf config.tar.gz --one-top-level -C /srv', ['extract /srv/config/** (extract-over-live-tree)']],
  ['tar -xf config.tar --one-top-level=auth', ['extract auth/** (extract-over-live-tree)']],
  ['tar -xkf config.tar -C /etc/auth', ['extract /etc/auth/** (extract-over-live-tree) keeps missing: -xkf']],
  [
    'tar --skip-old-files -xf config.tar',
    ['extract ./** (extract-over-live-tree) keeps missing: --skip-old-files'],
  ],
  [
    'tar -x --backup=numbered -f config.tar',
    ['extract ./** (extract-over-live-tree) keeps backup: --backup=numbered'],
  ],
  ['tar czf /var/backups/auth.tgz /etc/auth', ['truncate /var/backups/auth.tgz (redirect-over-config)']],
  ['tar tzf config.tgz', []],
  ['tar -xOf config.tgz auth.yml', []],
  ['unzip -o config.zip -d /etc/auth', ['extract /etc/auth/** (extract-over-live-tree)']],
  ['unzip -o config.zip auth.yml', ['extract auth.yml (extract-over-live-tree)']],
  ['unzip -n config.zip -d /etc/auth', ['extract /etc/auth/** (extract-over-live-tree) keeps missing: -n']],
  ['unzip config.zip', ['extract ./** (extract-over-live-tree) keeps missing: unzip without -o']],
  ['unzip -l config.zip', []],
  ['7z x config.7z -o/etc/auth -y', ['extract /etc/auth/** (extract-over-live-tree)']],
  ['7z x -aos config.7z -o/etc/auth', ['extract /etc/auth/** (extract-over-live-tree) keeps missing: -aos']],
  ['7z l config.7z', []],
  ['cpio -idmu -D /srv/app', ['extract /srv/app/** (extract-over-live-tree)']],
  ['cpio -pdm /srv/app', ['replace-tree /srv/app/** (copy-over-config)']],
  ['cpio -o', []],
  ['pax -r -f config.pax', ['extract ./** (extract-over-live-tree)']],
  ['pax -rw -k config /srv', ['replace-tree /srv/** (copy-over-config) keeps missing: -k']],
  ['dpkg-deb -x app.deb /srv/app', ['extract /srv/app/** (extract-over-live-tree)']],
  [
    'gunzip -f config.yml.gz',
    [
      'replace config.yml (redirect-over-config)',
      'delete config.yml.gz (remove-config) keeps backup: gunzip',
    ],
  ],
  [
    'gunzip config.yml.gz',
    [
      'replace config.yml (redirect-over-config) keeps missing: gunzip without -f',
      'delete config.yml.gz (remove-config) keeps backup: gunzip',
    ],
  ],
  ['gzip -k config.yml', ['replace config.yml.gz (redirect-over-config) keeps missing: gzip without -f']],
  ['gzip -dc config.yml.gz', []],
  [
    'zstd -d -f config.yml.zst -o /etc/auth/config.yml',
    ['replace /etc/auth/config.yml (redirect-over-config)'],
  ],
  [
    'xz config.yml',
    [
      'replace config.yml.xz (redirect-over-config) keeps missing: xz without -f',
      'delete config.yml (remove-config) keeps backup: xz',
    ],
  ],
  ['bunzip2 -kf config.yml.bz2', ['replace config.yml (redirect-over-config)']],
  [
    'tar -xf "$ARCHIVE" -C "$DIR" config/auth.yml',
    ['extract <DIR>/config/auth.yml (extract-over-live-tree)'],
  ],
  ['tar cf - config', []],
  [
    'tar --extract --file=config.tar --directory /srv/app --keep-old-files',
    ['extract /srv/app/** (extract-over-live-tree) keeps missing: --keep-old-files'],
  ],
  ["unzip -qo a.zip 'config/*' -d /srv", ['extract /srv/config/** (extract-over-live-tree)']],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
