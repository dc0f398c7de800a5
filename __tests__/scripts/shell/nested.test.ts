import { describe, expect, test } from '@jest/globals';
import { follow, told } from './support.ts';

describe('commands that run commands', () => {
  test.each([
    ['sudo -u app cp a /etc/a.yml', '1 replace /etc/a.yml'],
    ['FOO=1 sudo -E env -i BAR=2 timeout -k 5 10 nice -n 5 cp a /etc/a.yml', '1 replace /etc/a.yml'],
    ['/usr/bin/sudo /bin/cp a /etc/a.yml', '1 replace /etc/a.yml'],
    ["bash -euc 'cd /etc && cp ../a b.yml'", '1 replace /etc/b.yml'],
    ['bash -c \'cp "$1" "$2"\' _ a /etc/b.yml', '1 replace /etc/b.yml'],
    ["su - app -c 'cp a /etc/a.yml'", '1 replace /etc/a.yml'],
    ["sudo sh -c 'echo x > /etc/a.yml'", '1 truncate /etc/a.yml'],
    ['$SUDO cp a /etc/a.yml', '1 replace /etc/a.yml'],
    ['eval "cp a /etc/a.yml"', '1 replace /etc/a.yml'],
    ['ssh -p 22 -i key deploy@web1 "cp a /etc/a.yml"', '1 replace /etc/a.yml @ssh web1'],
    ['ssh web1 cp a /etc/a.yml', '1 replace /etc/a.yml @ssh web1'],
    ['ssh web1 "cd /srv; echo x > a.yml"', '1 truncate /srv/a.yml @ssh web1'],
    ['ssh web1 "echo x > a.yml"', '1 truncate <HOME>/a.yml @ssh web1'],
    ['ssh "$HOST" "echo x > /etc/$NAME.yml"', '1 truncate /etc/<NAME>.yml @ssh <HOST>'],
    ['$SSH "echo x > /etc/a.yml"', '1 truncate /etc/a.yml @ssh <SSH>'],
    ['docker exec -u 0 auth cp a /etc/a.yml', '1 replace /etc/a.yml @container auth'],
    [
      'docker compose -f x.yml exec -T auth sh -c "echo x > /etc/a.yml"',
      '1 truncate /etc/a.yml @container auth',
    ],
    ['kubectl -n shop exec auth-0 -c main -- cp a /etc/a.yml', '1 replace /etc/a.yml @container auth-0'],
    ['find /etc/auth -name "*.yml" -exec rm {} +', '1 delete /etc/auth/**/*.yml'],
    ["printf '/etc/a.yml\\n/etc/b.yml' | xargs rm", '1 delete /etc/a.yml'],
    ['echo a.yml | xargs -I{} cp {} /etc/{}', '1 replace /etc/a.yml'],
  ])('%s', (source, expected) => {
    expect(told(source)[0]).toBe(expected);
  });

  test('commands in a heredoc stand on their own lines', () => {
    const source =
      "cd /tmp\nssh web1 <<'EOF'\ncd /etc\ncp x a.yml\nEOF\nssh web2 bash -s <<EOF\nset -e\n  rm -f /etc/$NAME\nEOF\n";
    const { effects } = follow(source);
    expect(effects.map(({ place }) => place)).toEqual([
      { line: 4, column: 1 },
      { line: 8, column: 3 },
    ]);
    expect(effects.map(({ text }) => text)).toEqual(['cp x a.yml', 'rm -f /etc/<NAME>']);
  });

  test('commands in a text of several lines stand on their own lines', () => {
    const source = 'ssh web1 "\n  set -e\n  cp \\"$X\\" /etc/a.yml\n"';
    expect(told(source)).toEqual(['3 replace /etc/a.yml @ssh web1']);
  });

  test('what stands between the script and the command is told', () => {
    const { effects } = follow("deploy() { sudo bash -c 'cp a /etc/a.yml'; }\ndeploy");
    expect(effects[0]!.via).toEqual(['deploy()', 'sudo', 'bash']);
  });

  test('what a runner function runs stands where it is called', () => {
    expect(told('run() {\n  echo "$@"\n  "$@"\n}\nrun cp a /etc/a.yml')).toEqual(['5 replace /etc/a.yml']);
  });
});

describe('other files', () => {
  const files = {
    'deploy/lib.sh': 'put() {\n  cp "$1" "/etc/$2"\n}\n',
    'deploy/copy.sh': '#!/bin/sh -e\ncp "$1" "$2"\n',
  };

  test('functions of a sourced file are called, and told where they stand', () => {
    const { effects, uses } = follow('. "$(dirname "$0")/lib.sh"\nput a b.yml', { files });
    expect(effects.map(({ script, place }) => [script, place.line])).toEqual([['deploy/lib.sh', 2]]);
    expect(uses).toEqual(['deploy/lib.sh']);
  });

  test('a script that is run gets its arguments, and changes nothing here', () => {
    expect(told('./deploy/copy.sh a /etc/a.yml; bash deploy/copy.sh b /etc/b.yml', { files })).toEqual([
      '2 replace /etc/a.yml',
      '2 replace /etc/b.yml',
    ]);
  });

  test('a script that another host reads on its standard input runs there', () => {
    expect(told('ssh web1 bash -s < deploy/copy.sh', { files })).toEqual([
      '2 replace <2> | <2>/<1> @ssh web1',
    ]);
  });

  test('what is missing is named', () => {
    const { notRead, uses } = follow('source ./missing.sh\n. "$LIB"\n');
    expect(notRead.map(({ reason, place, detail }) => [reason, place.line, detail])).toEqual([
      ['missing', 1, 'missing.sh'],
      ['missing', 2, '<LIB>'],
    ]);
    expect(uses).toEqual(['missing.sh']);
  });

  test('files that source each other end', () => {
    const circle = { 'a.sh': '. ./b.sh\ncp a /etc/a.yml', 'b.sh': '. ./a.sh\ncp b /etc/b.yml' };
    expect(told('. ./a.sh', { files: circle })).toEqual(['2 replace /etc/b.yml', '2 replace /etc/a.yml']);
  });
});

describe('what cannot be judged', () => {
  const reasons = (source: string) =>
    follow(source).notRead.map(({ reason, place }) => `${reason} ${place.line}`);

  test('is named, and the rest is followed', () => {
    expect(reasons('eval "$COMMAND"')).toEqual(['dynamic 1']);
    const source = 'cp a /etc/a.yml\nif then\ncp b /etc/b.yml\n';
    expect(reasons(source)[0]).toBe('syntax 2');
    expect(told(source)).toContain('3 replace /etc/b.yml');
  });

  test.each([
    ['a substitution', 'x=$(if then)', 'syntax 1'],
    ['a loop over very many words', `for f in ${'w '.repeat(65)}; do rm /etc/$f; done`, 'limit 1'],
    ['a word that becomes very many', 'rm /etc/{1..999}', 'limit 1'],
    [
      'a variable with very many values',
      `${Array.from({ length: 9 }, (_, index) => `[ $A = ${index} ] && t=/etc/${index}`).join('\n')}\nrm $t`,
      'dynamic 1',
    ],
    ['a list for xargs', `echo ${'w '.repeat(65)} | xargs rm`, 'limit 1'],
    ['a script from elsewhere on standard input', 'ssh web1 bash < /opt/x.sh', 'missing 1'],
    [
      'a long chain of functions',
      `${Array.from({ length: 30 }, (_, index) => `f${index}() { f${index + 1}; }`).join('\n')}\nf30() { rm /etc/a; }\nf0`,
      'limit 23',
    ],
  ])('is named: %s', (_, source, expected) => {
    expect(reasons(source)).toContain(expected);
  });

  test('a syntax error in a sourced file is named, in that file', () => {
    const { notRead } = follow('. ./lib.sh', { files: { 'lib.sh': 'a\nif then\n' } });
    expect(notRead[0]).toMatchObject({ reason: 'syntax', script: 'lib.sh', place: { line: 2 } });
  });

  test('functions that call themselves or each other end', () => {
    expect(told('f() { cp a /etc/a.yml; f; }; f')).toEqual(['1 replace /etc/a.yml']);
    expect(told('f() { g; g; }; g() { f; cp a /etc/a.yml; }; f').length).toBeGreaterThan(0);
  });

  test('work without end is stopped, and said', () => {
    const calls = Array.from(
      { length: 20 },
      (_, index) => `f${index}() { f${index + 1}; f${index + 1}; }`,
    ).join('\n');
    expect(reasons(`${calls}\nf20() { cp a /etc/a.yml; }\nf0`)).toEqual([expect.stringMatching(/^limit /)]);
  });

  test('functions that nothing calls are followed with unknown arguments', () => {
    expect(told('install_config() {\n  cp "$1" "/etc/auth/$2"\n}\n')).toEqual([
      '2 replace /etc/auth/<2> | /etc/auth/<2>/<1>',
    ]);
  });
});
