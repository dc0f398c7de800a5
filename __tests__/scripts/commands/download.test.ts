import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  [
    'curl -fsSL -o /etc/auth/a.yml https://config.example.org/a.yml',
    ['truncate /etc/auth/a.yml (download-over-config)'],
  ],
  ['curl -sSLO https://config.example.org/a.yml?version=3', ['truncate a.yml (download-over-config)']],
  [
    'curl --output-dir /etc/auth -O "https://config.example.org/$V/a.yml"',
    ['truncate /etc/auth/a.yml (download-over-config)'],
  ],
  [
    'curl -o a.yml https://x.example.org/a --output b.yml https://x.example.org/b',
    ['truncate a.yml (download-over-config)', 'truncate b.yml (download-over-config)'],
  ],
  [
    'curl --no-clobber -o a.yml https://x.example.org/a',
    ['truncate a.yml (download-over-config) keeps missing: --no-clobber'],
  ],
  ['curl -fsS -D headers.txt https://x.example.org/a', ['truncate headers.txt (download-over-config)']],
  ['curl -X POST -d @a.json https://x.example.org/a', []],
  ['curl -o - https://x.example.org/a', []],
  ['curl -so /dev/null https://x.example.org/a', []],
  [
    'wget https://x.example.org/a.yml',
    ['replace a.yml (download-over-config) keeps missing: wget without -O and -N'],
  ],
  ['wget -qO- https://x.example.org/a.yml', []],
  [
    'wget -nv -O /etc/auth/a.yml https://x.example.org/a.yml',
    ['truncate /etc/auth/a.yml (download-over-config)'],
  ],
  [
    'wget -nc -O a.yml https://x.example.org/a.yml',
    ['truncate a.yml (download-over-config) keeps missing: -nc'],
  ],
  ['wget -N -P /etc/auth https://x.example.org/a.yml', ['replace /etc/auth/a.yml (download-over-config)']],
  [
    'wget -r -P /etc/auth https://x.example.org/config/',
    ['replace-tree /etc/auth/** (download-over-config)'],
  ],
  ['wget --spider https://x.example.org/a.yml', []],
  [
    'aria2c -d /etc/auth -o a.yml https://x.example.org/a.yml',
    ['replace /etc/auth/a.yml (download-over-config) keeps missing: aria2c without --allow-overwrite=true'],
  ],
  [
    'aria2c --allow-overwrite=true -o a.yml https://x.example.org/a.yml',
    ['replace a.yml (download-over-config)'],
  ],
  ['curl -fL "$URL" -o "$DIR/auth.yml"', ['truncate <DIR>/auth.yml (download-over-config)']],
  [
    'curl --remote-name-all https://x.example.org/a https://x.example.org/b',
    ['truncate a (download-over-config)', 'truncate b (download-over-config)'],
  ],
  ['wget -O "$OUT" "$URL"', ['truncate <OUT> (download-over-config)']],
  ['curl --url https://x.example.org/a.yml -O', ['truncate a.yml (download-over-config)']],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
