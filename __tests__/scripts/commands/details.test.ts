import { describe, expect, test } from '@jest/globals';
import type { Argument, Invocation, Write } from '../../../src/scripts/commands/command.ts';
import { readCommand } from '../../../src/scripts/commands/read.ts';
import { shown, type Text } from '../../../src/scripts/text.ts';
import { invocationOf } from './invocation.ts';

const reading = (line: string) => readCommand(invocationOf(line));
const writes = (line: string): readonly Write[] => reading(line)?.writes ?? [];

/** An invocation whose words may each have several values. */
function invoked(name: string, ...args: (Text | Text[])[]): Invocation {
  const several = (value: Text | Text[]): value is Text[] => Array.isArray(value[0]);
  return {
    name,
    pos: 0,
    end: name.length,
    args: args.map((value): Argument => ({ values: several(value) ? value : [value], pos: 0, end: 0 })),
  };
}

const written = (invocation: Invocation) =>
  (readCommand(invocation)?.writes ?? []).map(({ targets }) => targets.map(shown));

describe('what gets there', () => {
  test.each<[string, string[][]]>([
    ['cp config/a.yml config/b.yml /etc/auth', [['config/a.yml'], ['config/b.yml']]],
    ['cp -r config/. /etc/auth', [['config']]],
    ['rsync -a --delete config/ web1:/etc/auth/', [['config']]],
    ['scp web1:/etc/auth/auth.yml config/', [[]]],
    ['docker cp web:/etc/auth/auth.yml config/', [[]]],
    ['tar xzf config.tgz -C /etc/auth', [['config.tgz']]],
    ['kubectl replace -f k8s/auth.yml', [['k8s/auth.yml']]],
    ['kubectl replace -f -', [[]]],
    ['helm upgrade auth ./chart --reset-values -f values.yml -f prod.yml', [['values.yml', 'prod.yml']]],
    ['vault kv put secret/auth @auth.json key=@key.pem user=web', [['auth.json', 'key.pem']]],
    ['consul kv import @kv.json', [['kv.json']]],
    ['aws s3 cp config/auth.yml s3://acme/auth.yml', [['config/auth.yml']]],
    ['aws s3 cp s3://acme/auth.yml config/auth.yml', [[]]],
    ['dd if=a.img of=b.img', [['a.img']]],
    ['ln -sf /opt/auth.yml /etc/auth/auth.yml', [['/opt/auth.yml']]],
    ['patch -p1 -i fix.diff', [['fix.diff']]],
  ])('%s', (line, sources) => {
    expect(writes(line).map((write) => write.sources.map(shown))).toEqual(sources);
  });
});

describe('what is read', () => {
  test.each<[string, string[]]>([
    ['cat a.yml - b.yml', ['a.yml', 'b.yml']],
    ['sed -e s/a/b/ a.yml', ['a.yml']],
    ["sed 's/a/b/' a.yml b.yml", ['a.yml', 'b.yml']],
    ["awk -F: -v x=1 '{ print $1 }' a.yml", ['a.yml']],
    ['awk -f program.awk a.yml', ['a.yml', 'program.awk']],
    ["jq --arg name value '.a = $name' a.json", ['a.json']],
    ['jq -f program.jq a.json', ['a.json', 'program.jq']],
    ["yq '.a = 1' a.yml", ['a.yml']],
    ['grep -v -e a -e b a.yml', ['a.yml']],
    ['grep -A 3 pattern a.yml', ['a.yml']],
    ['head -n 3 a.yml', ['a.yml']],
    ['cut -d : -f 1 a.yml', ['a.yml']],
    ['sort -u -o a.txt a.txt', ['a.txt']],
    ['openssl enc -d -in a.enc', ['a.enc']],
    ['sops -d a.yml', ['a.yml']],
    ['perl -pe s/a/b/ a.yml', ['a.yml']],
  ])('%s', (line, reads) => {
    expect(reading(line)?.reads.map(shown)).toEqual(reads);
  });

  test.each(['tr a b', 'envsubst', 'mkdir -p /etc/auth', 'chmod 600 /etc/auth/auth.yml', 'echo a'])(
    'nothing by %s',
    (line) => {
      expect(reading(line)?.reads ?? []).toEqual([]);
    },
  );
});

describe('words that are not known', () => {
  const either: Text[] = [['/etc/auth'], ['/srv/auth']];

  test('every value of the destination', () => {
    expect(written(invoked('cp', ['a.yml'], either))).toEqual([
      ['/etc/auth', '/etc/auth/a.yml', '/srv/auth', '/srv/auth/a.yml'],
    ]);
  });

  test('more places than a write names become further writes', () => {
    const three: Text[] = [...either, ['/opt/auth']];
    expect(written(invoked('cp', ['a.yml'], three))).toEqual([
      ['/etc/auth', '/etc/auth/a.yml', '/srv/auth', '/srv/auth/a.yml'],
      ['/opt/auth', '/opt/auth/a.yml'],
    ]);
  });

  test('an option that may be empty deletes, but keeps nothing', () => {
    const found = readCommand(
      invoked('rsync', ['-a'], [[], ['--delete']], [[], ['--backup']], ['a/'], ['b']),
    )?.writes;
    expect(found).toMatchObject([{ op: 'mirror-tree', rule: 'tree-mirror-delete' }]);
    expect(found![0]).not.toHaveProperty('keeps');
  });

  test('a dry run that may not be one writes', () => {
    expect(written(invoked('rsync', ['-a'], [[], ['--dry-run']], ['a/'], ['b']))).toEqual([['b']]);
    expect(written(invoked('rsync', ['-a'], ['--dry-run'], ['a/'], ['b']))).toEqual([]);
  });

  test('a variable that is called like options is no operand', () => {
    const options: Text = [{ name: 'RSYNC_OPTS', is: 'value' }];
    const array: Text = [{ name: 'flags[@]', is: 'value' }];
    expect(written(invoked('rsync', options, array, ['a/'], ['b']))).toEqual([['b']]);
  });

  test('an option whose value is not known', () => {
    const file: Text = ['--output=', { name: 'OUT', is: 'value' }];
    expect(written(invoked('sort', file, ['a.txt']))).toEqual([['<OUT>']]);
  });

  test('a host that is not known', () => {
    const target: Text = [
      { name: 'USER', is: 'value' },
      '@',
      { name: 'HOST', is: 'value' },
      ':/etc/',
      { name: 'APP', is: 'value' },
      '/auth.yml',
    ];
    expect(readCommand(invoked('scp', ['auth.yml'], target))?.writes).toMatchObject([
      { host: { kind: 'ssh', name: '<HOST>' }, targets: [['/etc/', { name: 'APP' }, '/auth.yml']] },
    ]);
  });
});

describe('what makes it worse, and what makes it safe', () => {
  test('a download whose errors are kept as content', () => {
    expect(writes('curl -sSL -o a.yml https://x.example.org/a')[0]!.aggravators).toEqual([
      'download-unchecked',
    ]);
    expect(writes('curl -fsSL -o a.yml https://x.example.org/a')[0]).not.toHaveProperty('aggravators');
    expect(writes('curl --fail-with-body -o a.yml https://x.example.org/a')[0]).not.toHaveProperty(
      'aggravators',
    );
  });

  test.each<[string, object]>([
    ['cp a.yml b.yml', { kind: 'insert', words: '--backup=numbered' }],
    ["sed -i 's/a/b/' a.yml", { kind: 'swap', from: '-i', to: '-i.bak' }],
    ["sed -i '' 's/a/b/' a.yml", { kind: 'before', command: 'cp -a {target} {target}.bak' }],
    [
      'kubectl replace --force -f a.yml',
      { kind: 'advice', text: 'Look at kubectl diff first, and apply what is meant: kubectl apply.' },
    ],
    ['rsync -a --delete a/ b', { kind: 'insert', words: '--backup' }],
    ['curl -o a.yml https://x.example.org/a', { kind: 'temporary' }],
    ['vault kv put secret/auth a=b', { kind: 'swap', from: 'put', to: 'patch' }],
    ['kubectl replace -f a.yml', { kind: 'swap', from: 'replace', to: 'apply' }],
    [
      'gcloud run deploy auth --set-env-vars A=b',
      { kind: 'swap', from: '--set-env-vars', to: '--update-env-vars' },
    ],
    ['htpasswd -cb .htpasswd admin x', { kind: 'unless-exists' }],
    ['git reset --hard', { kind: 'before', command: 'git -C {target} stash push --include-untracked' }],
  ])('%s', (line, safer) => {
    expect(writes(line)[0]!.safer[0]).toEqual(safer);
  });
});

test('the command is called by its words, whatever stands between them', () => {
  expect(reading('kubectl -n auth --context prod replace -f a.yml')?.command).toBe('kubectl replace');
  expect(reading('/usr/bin/git -C /srv/app reset --hard')?.command).toBe('git reset');
});
