import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  [
    'tee config/a.yml config/b.yml',
    ['truncate config/a.yml (redirect-over-config)', 'truncate config/b.yml (redirect-over-config)'],
  ],
  ['tee -a /etc/auth/a.yml', ['append /etc/auth/a.yml (redirect-over-config)']],
  ['tee /dev/null', []],
  ['tee "$CONF"', ['truncate <CONF> (redirect-over-config)']],
  ['sort -u -o hosts.txt hosts.txt', ['replace hosts.txt (redirect-over-config)']],
  ['sort -t : -k 2 --output=sorted.txt in.txt', ['replace sorted.txt (redirect-over-config)']],
  ['sort -u hosts.txt', []],
  ['shuf -n 3 -o out.txt in.txt', ['replace out.txt (redirect-over-config)']],
  ['split -l 10 all.yml config/part-', ['truncate config/part-* (redirect-over-config)']],
  ['split -b 1M all.yml', ['truncate x* (redirect-over-config)']],
  ['uniq -c in.txt out.txt', ['truncate out.txt (redirect-over-config)']],
  ['uniq in.txt', []],
  ['iconv -f latin1 -t utf-8 -o a.properties a.latin1', ['truncate a.properties (redirect-over-config)']],
  [
    'pg_dump -h db -U app -f /var/backups/app.sql app',
    ['truncate /var/backups/app.sql (redirect-over-config)'],
  ],
  ["psql -qAt -c 'select 1' -o /etc/auth/ids", ['truncate /etc/auth/ids (redirect-over-config)']],
  ['mysqldump -u root --result-file=dump.sql app', ['truncate dump.sql (redirect-over-config)']],
  ['gomplate -f auth.tmpl -o /etc/auth/auth.yml', ['truncate /etc/auth/auth.yml (redirect-over-config)']],
  ['pandoc -o README.html README.md', ['truncate README.html (redirect-over-config)']],
  ['sort -o "$OUT" in.txt', ['replace <OUT> (redirect-over-config)']],
  ["envsubst '$A'", []],
  ['tee /dev/stderr /etc/auth/a.yml', ['truncate /etc/auth/a.yml (redirect-over-config)']],
  ["split --filter='gzip > $FILE.gz' all.yml", []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
