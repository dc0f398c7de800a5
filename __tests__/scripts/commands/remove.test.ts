import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  [
    'rm -f config/a.yml config/b.yml',
    ['delete config/a.yml (remove-config)', 'delete config/b.yml (remove-config)'],
  ],
  ['rm -rf /etc/auth', ['delete /etc/auth/** (remove-config)']],
  ['rm -rf "$DIR"/*', ['delete <DIR>/** (remove-config)']],
  ['rm -rf ./*', ['delete ./** (remove-config)']],
  ['rm -r /*', ['delete //** (remove-config)']],
  ['rm -f /etc/auth/*', ['delete /etc/auth/* (remove-config)']],
  ['rm --help', []],
  ['unlink /etc/auth/a.yml', ['delete /etc/auth/a.yml (remove-config)']],
  ['shred -n 3 -u /etc/auth/key.pem', ['delete /etc/auth/key.pem (remove-config)']],
  ['truncate -s 0 /etc/auth/a.yml', ['truncate /etc/auth/a.yml (redirect-over-config)']],
  ['truncate --size=0 a b', ['truncate a (redirect-over-config)', 'truncate b (redirect-over-config)']],
  ['dd if=/dev/zero of=disk.img conv=notrunc', ['edit disk.img (inplace-edit-no-backup)']],
  ['dd if=a.yml of="$DIR/a.yml" bs=1M', ['truncate <DIR>/a.yml (redirect-over-config)']],
  ["find /etc/auth -name '*.yml' -delete", ['delete /etc/auth/**/*.yml (remove-config)']],
  [
    'find /etc/auth /srv/auth -type f -mtime +7 -delete',
    ['delete /etc/auth/** (remove-config)', 'delete /srv/auth/** (remove-config)'],
  ],
  [
    "find . -name '*.yml' -o -name '*.json' -delete",
    ['delete ./**/*.yml (remove-config)', 'delete ./**/*.json (remove-config)'],
  ],
  ['find "$DIR" ! -name keep.yml -delete', ['delete <DIR>/** (remove-config)']],
  ['find /etc/auth -fprint /etc/auth/list', ['truncate /etc/auth/list (redirect-over-config)']],
  ["find . -name '*.yml'", []],
  ['rm -rf -- "$DIR"', ['delete <DIR>/** (remove-config)']],
  ['rm -r "$DIR"/config*', ['delete <DIR>/config*/** (remove-config)']],
  [
    'find "$DIR/releases" -mindepth 1 -maxdepth 1 -type d -delete',
    ['delete <DIR>/releases/** (remove-config)'],
  ],
  ["find -name '*.bak' -delete", ['delete **/*.bak (remove-config)']],
  ["find /etc/auth -not -name '*.yml' -delete", ['delete /etc/auth/** (remove-config)']],
  ["find /etc -path '*/auth/*.yml' -delete", ['delete /etc/**/*.yml (remove-config)']],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
