import { describe, expect, test } from '@jest/globals';
import { follow, target, told } from './support.ts';

const guardsOf = (source: string) =>
  follow(source)
    .effects.at(-1)!
    .guards.map(({ kind, text }) => `${kind} ${text}`);

describe('branches', () => {
  test.each([
    ['[ -f /etc/a.yml ] || cp a /etc/a.yml', ['missing not [ -f /etc/a.yml ]']],
    ['test ! -e /etc/a.yml && cp a /etc/a.yml', ['missing not test ! -e /etc/a.yml']],
    ['if [[ ! -e /etc/a.yml ]]; then cp a /etc/a.yml; fi', ['missing not -e /etc/a.yml']],
    ['if [ -s /etc/a.yml ]; then echo kept; else cp a /etc/a.yml; fi', ['missing not [ -s /etc/a.yml ]']],
    ['[ -f /etc/a.yml ] && exit 0; cp a /etc/a.yml', ['missing not [ -f /etc/a.yml ]']],
    ['if [ -f /etc/a.yml ]; then exit; fi\ncp a /etc/a.yml', ['missing not [ -f /etc/a.yml ]']],
    ['f() { [ -f /etc/a.yml ] && return; cp a /etc/a.yml; }; f', ['missing not [ -f /etc/a.yml ]']],
    ['ls /etc/a.yml >/dev/null 2>&1 || cp a /etc/a.yml', ['missing not ls /etc/a.yml >/dev/null 2>&1']],
    [
      'if [ -f /etc/a.yml ] || [ -f /etc/b.yml ]; then exit; fi; cp a /etc/a.yml',
      ['missing not [ -f /etc/a.yml ]', 'missing not [ -f /etc/b.yml ]'],
    ],
    ['grep -q prod /etc/a.yml || cp a /etc/a.yml', ['condition not grep -q prod /etc/a.yml']],
    ['if systemctl stop auth; then cp a /etc/a.yml; fi', ['condition systemctl stop auth']],
    ['read -r ok; [ "$ok" = yes ] || exit 1; cp a /etc/a.yml', ['asked [ "$ok" = yes ]']],
    ['cp -n a /etc/a.yml', ['missing -n']],
  ])('%s', (source, expected) => {
    expect(guardsOf(source)).toEqual(expected);
  });

  test.each([
    ['a command that is joined by &&', 'mkdir -p /etc/auth && cp a /etc/auth/a'],
    ['a check that was left behind', '[ $# -gt 0 ] || exit 2; cp a /etc/a.yml'],
    ['a branch that has ended', 'if [ -f /etc/b.yml ]; then echo; fi; cp a /etc/a.yml'],
    ['the early return of a function', 'f() { [ -f /etc/a.yml ] && return; }; f; cp a /etc/a.yml'],
  ])('%s is no guard', (_name, source) => {
    expect(guardsOf(source)).toEqual([]);
  });

  test('a test of known values is decided', () => {
    expect(told('E=prod; if [ "$E" = prod ]; then cp a /etc/p.yml; else cp a /etc/t.yml; fi')).toEqual([
      '1 replace /etc/p.yml',
    ]);
    expect(told('f() { [ -z "$2" ] && return; cp "$1" "$2"; }; f a; f a /etc/b.yml')).toEqual([
      '1 replace /etc/b.yml',
    ]);
  });

  test('case binds its word in every branch', () => {
    const source = 'case "$ENV" in prod) ;; test|dev) ;; *) exit 1 ;; esac; cp a "/etc/$ENV.yml"';
    expect(target(source)).toBe('/etc/prod.yml | /etc/test.yml | /etc/dev.yml');
  });

  test('nothing behind an exit counts', () => {
    expect(told('cp a /etc/a.yml; exit; cp b /etc/b.yml')).toEqual(['1 replace /etc/a.yml']);
    expect(told('die() { exit 1; }; die; cp b /etc/b.yml')).toEqual([]);
    expect(told('exec ./server; cp b /etc/b.yml')).toEqual([]);
  });

  test('a loop over a known list is followed name by name', () => {
    expect(told('for f in a.yml b.yml; do cp $f /etc/$f; [ $f = c ] && continue; done')).toEqual([
      '1 replace /etc/a.yml',
      '1 replace /etc/b.yml',
    ]);
  });

  test('a loop over an unknown list is followed once', () => {
    expect(told('for f in $FILES; do cp x /etc/$f; done')).toEqual([
      '1 replace /etc/<FILES> | /etc/<FILES>/x',
    ]);
  });

  test('a loop over a list that is too long has an unknown word', () => {
    expect(told(`for f in ${'w '.repeat(65)}; do rm /etc/$f; done`)).toEqual(['1 delete /etc/<f>']);
    expect(told('for f in $A $B; do rm /etc/$f; done')).toEqual(['1 delete /etc/<A> | /etc/<B>']);
  });

  test('what one pass of a loop sets holds in the next one', () => {
    const written = told('t=/tmp/a; while read -r l; do rm $t; t=/etc/b.yml; done');
    expect(written.some((line) => line.includes('/etc/b.yml'))).toBe(true);
  });

  test('a branch of case that falls through goes on', () => {
    expect(told('case a in a) x=/etc/a ;& b) rm $x ;; c) rm /etc/c ;; esac')).toEqual(['1 delete /etc/a']);
    expect(told('case $1 in a) rm /etc/a ;;& *) rm /etc/b ;; esac').sort()).toEqual([
      '1 delete /etc/a',
      '1 delete /etc/b',
    ]);
  });

  test('the directory of both branches counts', () => {
    expect(target('if [ -d /opt/a ]; then cd /opt/a; else cd /srv/a; fi; echo x > c.yml')).toBe(
      '/opt/a/c.yml | /srv/a/c.yml',
    );
  });
});

describe('backups', () => {
  const backup = (source: string) => follow(source).effects.at(-1)!.backup;

  test.each([
    'cp /etc/a.yml /etc/a.yml.bak; cp b /etc/a.yml',
    'cp -a /etc/a.yml "/var/backups/a.yml.$(date +%F)"; cp b /etc/a.yml',
    'cp -r /etc/auth /etc/auth.old; cp b /etc/auth/a.yml',
    '[ -f /etc/a.yml ] && cp /etc/a.yml /etc/a.yml.bak; cp b /etc/a.yml',
    'cp --backup=numbered b /etc/a.yml',
  ])('%s', (source) => {
    expect(backup(source)).toBeDefined();
  });

  test.each([
    'cp b /etc/a.yml; cp /etc/a.yml /etc/a.yml.bak; cp c /etc/b.yml',
    'cp /etc/other.yml /etc/other.yml.bak; cp b /etc/a.yml',
    'cp /etc/a.yml /etc/c.yml; cp b /etc/a.yml',
    'ssh web1 "cp /etc/a.yml /etc/a.yml.bak"; cp b /etc/a.yml',
  ])('none: %s', (source) => {
    expect(backup(source)).toBeUndefined();
  });
});

describe('content', () => {
  const content = (source: string) => follow(source).effects.at(-1)!.content;

  test('variables that nothing sets are named', () => {
    const source = 'A=1\ncat > /etc/a.yml <<EOF\na=$A b=$B c=${C:-1} d=${D:?} $(date)\nEOF';
    expect(content(source)?.unset).toEqual(['B']);
  });

  test('none when unset variables are errors, and none in a quoted heredoc', () => {
    expect(content('set -u\ncat > /etc/a.yml <<EOF\n$B\nEOF')?.unset).toEqual([]);
    expect(content("cat > /etc/a.yml <<'EOF'\n$B\nEOF")?.unset).toEqual([]);
  });

  test('what a pipeline reads is known where it writes', () => {
    const reads = (source: string) => follow(source).effects.at(-1)!.readsTarget;
    expect(reads('jq . /etc/a.yml > /etc/a.yml')).toBe(true);
    expect(reads('cat /etc/a.yml | grep -v x > /etc/a.yml')).toBe(true);
    expect(reads('tr a b < /etc/a.yml > /etc/a.yml')).toBe(true);
    expect(reads('jq . /etc/a.yml > /etc/b.yml')).toBe(false);
    expect(reads('echo /etc/a.yml > /etc/a.yml')).toBe(false);
  });
});

test('a command in escaped backticks has the place of the whole', () => {
  expect(told('a\nb\necho `echo \\`rm /etc/a\\``')).toEqual(['3 delete /etc/a']);
});

describe('what makes it worse', () => {
  const worse = (source: string) => follow(source).effects.at(-1)!.aggravators;

  test.each<[string, string[]]>([
    ['cp a /etc/a.yml', ['no-errexit']],
    ['set -e; cp a /etc/a.yml', []],
    ['set -euo pipefail; cat b | sed x > /etc/a.yml', ['not-atomic']],
    ['set -e; cat b | sed x > /etc/a.yml', ['no-pipefail', 'not-atomic']],
    ['set -e; cat b | cp x /etc/a.yml', []],
    ['set +e; cp a /etc/a.yml', []],
    ['cd conf; cp a b.yml', ['no-errexit', 'unchecked-cd']],
    ['cd conf || exit 1; cp a b.yml', ['no-errexit']],
    ['cd conf && cp a b.yml', ['no-errexit']],
    ['cd conf; cp a /etc/b.yml', ['no-errexit']],
    ['ssh web1 "cp a /etc/a.yml"', []],
  ])('%s', (source, expected) => {
    expect(worse(source)).toEqual(expected);
  });
});
