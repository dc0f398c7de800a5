import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ["sed -i 's/a/b/' /etc/auth/a.yml", ['edit /etc/auth/a.yml (inplace-edit-no-backup)']],
  [
    "sed -i.bak -e 's/a/b/' a.yml b.yml",
    [
      'edit a.yml (inplace-edit-no-backup) keeps backup: -i.bak',
      'edit b.yml (inplace-edit-no-backup) keeps backup: -i.bak',
    ],
  ],
  [`sed -i -e 's/a/b/' -e 's/c/d/' "$CONF"`, ['edit <CONF> (inplace-edit-no-backup)']],
  ["sed -ri 's/a/b/' a.yml", ['edit a.yml (inplace-edit-no-backup)']],
  ["sed --in-place=.orig 's/a/b/' a.yml", ['edit a.yml (inplace-edit-no-backup) keeps backup: -i.orig']],
  ["sed -i '' 's/a/b/' a.yml", ['edit a.yml (inplace-edit-no-backup)']],
  ["sed -i .bak 's/a/b/' a.yml", ['edit a.yml (inplace-edit-no-backup) keeps backup: -i.bak']],
  ['sed -i "s#__URL__#$URL#" config/*.yml', ['edit config/*.yml (inplace-edit-no-backup)']],
  ["sed -n '/a/p' a.yml", []],
  ["sed -n 's/a/b/w changed.txt' a.yml", ['truncate changed.txt (redirect-over-config)']],
  [
    "perl -pi -e 's/a/b/' a.yml b.yml",
    ['edit a.yml (inplace-edit-no-backup)', 'edit b.yml (inplace-edit-no-backup)'],
  ],
  ["perl -i.bak -pe 's/a/b/' a.yml", ['edit a.yml (inplace-edit-no-backup) keeps backup: -i.bak']],
  ["perl -pe 's/a/b/' a.yml", []],
  ['perl build.pl -i a.yml', []],
  ["perl -MJSON -0777 -i -ne 'print' a.json", ['edit a.json (inplace-edit-no-backup)']],
  [`ruby -i -pe 'gsub(/a/, "b")' a.yml`, ['edit a.yml (inplace-edit-no-backup)']],
  [`yq -i '.auth.url = "https://x"' config/auth.yml`, ['edit config/auth.yml (inplace-edit-no-backup)']],
  [
    "yq eval --inplace '.a = 1' a.yml b.yml",
    ['edit a.yml (inplace-edit-no-backup)', 'edit b.yml (inplace-edit-no-backup)'],
  ],
  ["yq e '.a' a.yml", []],
  ['yq -i -o json a.json', ['edit a.json (inplace-edit-no-backup)']],
  ['yq w -i a.yml auth.url https://x', ['edit a.yml (inplace-edit-no-backup)']],
  [
    'crudini --set /etc/nova/nova.conf DEFAULT debug true',
    ['edit /etc/nova/nova.conf (inplace-edit-no-backup)'],
  ],
  ['crudini --get /etc/nova/nova.conf DEFAULT debug', []],
  ['augtool -s set /files/etc/auth/auth.conf/port 80', ['edit /etc/auth/auth.conf (inplace-edit-no-backup)']],
  ['augtool print /files/etc/hosts', []],
  ['xmlstarlet ed -L -u //port -v 80 server.xml', ['edit server.xml (inplace-edit-no-backup)']],
  ['xmlstarlet ed -u //port -v 80 server.xml', []],
  ['patch -p1 -d /srv/app -i fix.diff', ['edit /srv/app/** (inplace-edit-no-backup)']],
  ['patch -b /etc/auth/a.yml fix.diff', ['edit /etc/auth/a.yml (inplace-edit-no-backup) keeps backup: -b']],
  ['patch --dry-run -p1 -i fix.diff', []],
  ['ed -s /etc/auth/a.yml', ['edit /etc/auth/a.yml (inplace-edit-no-backup)']],
  ['sponge a.json', ['replace a.json (redirect-over-config)']],
  ['sponge -a log.txt', ['append log.txt (redirect-over-config)']],
  ['dos2unix -k a.yml b.yml', ['edit a.yml (inplace-edit-no-backup)', 'edit b.yml (inplace-edit-no-backup)']],
  ['dos2unix -n in.yml out.yml', ['edit out.yml (inplace-edit-no-backup)']],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
