import { describe, expect, test } from '@jest/globals';
import { target, told } from './support.ts';

describe('what a word becomes', () => {
  test.each([
    ['a plain variable', 'D=/etc/auth; echo x > $D/a.yml', '/etc/auth/a.yml'],
    ['a quoted one', 'D="/etc/my auth"; echo x > "$D/a.yml"', '/etc/my auth/a.yml'],
    ['an unknown one', 'echo x > "$CONFIG_DIR/a.yml"', '<CONFIG_DIR>/a.yml'],
    ['a default', 'echo x > "${D:-/etc}/a.yml"', '/etc/a.yml | <D>/a.yml'],
    ['a default of a known value', 'D=/srv; echo x > "${D:-/etc}/a.yml"', '/srv/a.yml'],
    ['a default of an empty value', 'D=; echo x > "${D:-/etc}/a.yml"', '/etc/a.yml'],
    ['a default that is assigned', ': "${D:=/etc}"; echo x > "$D/a.yml"', '/etc/a.yml | <D>/a.yml'],
    ['a value that has to be set', 'echo x > "${D:?needed}/a.yml"', '<D>/a.yml'],
    ['an alternative', 'A=1; echo x > "/etc/a${A:+.new}.yml"', '/etc/a.new.yml'],
    ['a suffix taken off', 'f=a.yml.tpl; echo x > "/etc/${f%.tpl}"', '/etc/a.yml'],
    ['the longest suffix', 'f=a.yml.tpl; echo x > "/etc/${f%%.*}"', '/etc/a'],
    ['a suffix of something unknown', 'echo x > "/etc/${f%.tpl}"', '/etc/<f%.tpl>'],
    ['a known suffix of something unknown', 'f="$1.yml.tpl"; echo x > "${f%.tpl}"', '<1>.yml'],
    ['a prefix taken off', 'f=config/a.yml; echo x > "/etc/${f#config/}"', '/etc/a.yml'],
    ['the directories taken off', 'f=$X/b/a.yml; echo x > "/etc/${f##*/}"', '/etc/a.yml'],
    ['the name taken off', 'f=/etc/auth/a.yml; echo x > "${f%/*}/b.yml"', '/etc/auth/b.yml'],
    ['a replacement', 'f=a-b-c; echo x > "/etc/${f//-/_}"', '/etc/a_b_c'],
    ['a change of case', 'f=PROD; echo x > "/etc/${f,,}.yml"', '/etc/prod.yml'],
    ['a part', 'f=production; echo x > "/etc/${f:0:4}.yml"', '/etc/prod.yml'],
    ['an indirect variable', 'PROD_DIR=/etc; n=PROD_DIR; echo x > "${!n}/a"', '/etc/a'],
    ['braces in one word', 'mv /etc/a.yml{.new,}', '/etc/a.yml.new'],
    ['a home directory', 'echo x > ~/.config/a.yml', '<HOME>/.config/a.yml'],
    ['a glob', 'rm -f /etc/auth/*.yml', '/etc/auth/*.yml'],
    ['a substitution', 'D=$(echo /etc); echo x > $D/a', '/etc/a'],
    ['an unknown substitution', 'D=$(hostname); echo x > /etc/$D/a', '/etc/<D>/a'],
    ['dirname', 'echo x > "$(dirname /etc/auth/a.yml)/b.yml"', '/etc/auth/b.yml'],
    ['basename with a suffix', 'echo x > "/etc/$(basename x/a.yml.tpl .tpl)"', '/etc/a.yml'],
    ['a function that prints', 'd() { echo "/srv/$1"; }; echo x > "$(d auth)/a"', '/srv/auth/a'],
    ['printf', 'echo x > "$(printf \'%s/%s\' /etc a.yml)"', '/etc/a.yml'],
    ['backticks', 'echo x > `pwd`/a.yml', 'a.yml'],
    ['appended values', 'f=/etc; f+=/a; echo x > $f', '/etc/a'],
    ['an item of an array', 'a=(x /etc/b); echo x > "${a[1]}"', '/etc/b'],
    ['the last item of an array', 'a=(x); a+=(/etc/c); echo x > "${a[-1]}"', '/etc/c'],
    ['the checkout', 'echo x > "$GITHUB_WORKSPACE/config/a.yml"', 'config/a.yml'],
    ['the root of the repository', 'cd "$(git rev-parse --show-toplevel)/config"; echo x > a', 'config/a'],
    ['the script itself', 'cd "$(dirname "$(readlink -f "$0")")"; echo x > a', 'deploy/a'],
    ['dots', 'cd /etc/auth; echo x > ../b/./c', '/etc/b/c'],
    ['more dots than directories', 'echo x > ../../a', '../../a'],
  ])('%s', (_name, source, expected) => {
    expect(target(source)).toBe(expected);
  });

  test('an unquoted variable is split, a quoted one is not', () => {
    expect(told('F="/etc/a /etc/b"; rm -f $F; rm -f "$F"')).toEqual([
      '1 delete /etc/a',
      '1 delete /etc/b',
      '1 delete /etc/a /etc/b',
    ]);
  });

  test('an empty variable is no word', () => {
    expect(told('O=; cp $O a.yml /etc/b.yml')).toEqual(['1 replace /etc/b.yml']);
  });

  test('every value of a variable counts, and what only a subshell has set does not', () => {
    const source = `
      if [ "$1" = prod ]; then f=/etc/prod.yml; else f=/etc/test.yml; fi
      (f=/etc/never.yml)
      echo x | while read -r line; do f=/etc/neither.yml; done
      echo x > "$f"`;
    expect(target(source)).toBe('/etc/prod.yml | /etc/test.yml');
  });

  test('a variable is local to its function', () => {
    expect(target('f=/etc/a; g() { local f=/etc/b; }; g; echo x > "$f"')).toBe('/etc/a');
    expect(target('f=/etc/a; g() { f=/etc/b; }; g; echo x > "$f"')).toBe('/etc/b');
  });

  test('an assignment before a command ends with it', () => {
    expect(target('D=/etc true; echo x > "$D/a"')).toBe('<D>/a');
  });
});
