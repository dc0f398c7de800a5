import { describe, expect, test } from '@jest/globals';
import { analyseScript } from '../../src/scripts/analyse.ts';
import { toldBy } from '../helpers/effects.ts';

const targetsOf = (...lines: string[]) => [
  ...new Set(
    toldBy(analyseScript('deploy/push.sh', `#!/bin/bash\n${lines.join('\n')}\n`, new Map())!.effects).map(
      ({ target }) => target,
    ),
  ),
];

/** What stands before a command that bash may still reach: taking it for dead code would be a silent pass. */
const REACHED: [string, string][] = [
  [
    'a variable that was set in one branch only',
    'if [ -z "$1" ]; then missing=yes; fi\n[ -n "$missing" ] && exit 1',
  ],
  ['the same, compared', 'if [ -z "$1" ]; then missing=yes; fi\nif [ "$missing" = yes ]; then exit 1; fi'],
  [
    'the same in a function',
    'need() { if [ -z "$1" ]; then missing=yes; fi; }\nneed "$A"\n[ -n "$missing" ] && exit 1',
  ],
  ['a failure that is allowed', 'pgrep deploy && exit 1 || true'],
  ['a function that returns a failure', 'running() { return 1; }\nrunning && exit'],
  ['a function that may return a failure', 'running() { pgrep deploy || return 1; }\nrunning && exit 1'],
  ['return where there is nothing to return from', 'return 0 2> /dev/null'],
  ['exit in a subshell', '(exit 1)'],
  ['exit in a pipeline', 'echo | while read -r _; do exit 1; done'],
  ['exit in a substitution', 'version=$(cat VERSION || exit 1)'],
  ['a function that ends the script', 'die() { echo "$1"; exit 1; }\n[ -f VERSION ] || die \'no version\''],
  ['a check of the arguments', 'usage() { exit 1; }\n[ $# -eq 1 ] || usage'],
  ['options', 'for a in "$@"; do case $a in --force) force=1 ;; esac; done\n[ "$force" = 1 ] || exit 1'],
  [
    'options with a default',
    'force=0\nfor a in "$@"; do case $a in -f) force=1 ;; esac; done\n[ "$force" = 1 ] || exit 1',
  ],
  ['the last branch of a case', 'case "$1" in start) ;; stop) exit 0 ;; *) exit 1 ;; esac'],
  ['a loop that waits', 'until curl -f http://localhost; do sleep 1; done'],
  ['a loop that ends by itself', 'while true; do ./try && break; sleep 1; done'],
];

describe('a command is reached behind', () => {
  test.each(REACHED)('%s', (_, before) => {
    expect(targetsOf(before, 'cp config/auth.yml /etc/auth/auth.yml')).toContain('/etc/auth/auth.yml');
  });
});

test('what follows exit is not reached', () => {
  expect(targetsOf('exit 0', 'cp config/auth.yml /etc/auth/auth.yml')).toEqual([]);
});

/** A test of a value from outside says nothing of the value when the test is over. */
describe('the value may be another one after', () => {
  test.each([
    ['[ … ] &&', '[ "$ENV" = prod ] && x=1'],
    ['if', 'if [ "$ENV" = prod ]; then x=1; fi'],
    ['if and else', 'if [ "$ENV" = prod ]; then x=1; else x=2; fi'],
    ['case', 'case "$ENV" in prod) x=1 ;; esac'],
    ['case with a last branch', 'case "$ENV" in prod) x=1 ;; *) x=2 ;; esac'],
  ])('%s', (_, before) => {
    expect(targetsOf(before, 'rm -f "/etc/$ENV.yml"')).toContain('/etc/<ENV>.yml');
  });

  test('a value that is set when it is missing', () => {
    expect(targetsOf('[ -z "$ENV" ] && ENV=staging', 'rm -f "/etc/$ENV.yml"').sort()).toEqual([
      '/etc/<ENV>.yml',
      '/etc/staging.yml',
    ]);
  });

  test('a prefix that is empty, or makes a command harmless', () => {
    const lines = ['dry=', '[ "$1" = --dry-run ] && dry=echo', '$dry rm -f /etc/auth.yml'];
    expect(targetsOf(...lines)).toEqual(['/etc/auth.yml']);
  });
});

describe('commands in places where few look', () => {
  test.each([
    ['a process that is read', 'cat <(rm -f /etc/auth.yml)'],
    ['a process that is written to', 'echo x > >(tee /etc/auth.yml)'],
    ['arithmetic', 'echo $(( $(rm -f /etc/auth.yml) + 1 ))'],
    ['a test', '[[ -n $(rm -f /etc/auth.yml) ]]'],
    ['a heredoc', 'cat <<X\n$(rm -f /etc/auth.yml)\nX'],
    [
      'a function that keeps its arguments',
      'run() { command=$@\n out=`$command 2>&1`; }\nrun rm -f /etc/auth.yml',
    ],
    ['flock -c', "flock -n /run/lock -c 'rm -f /etc/auth.yml'"],
    ['runuser', 'runuser -u auth -- rm -f /etc/auth.yml'],
    ['an alias with its own name', "alias rm='rm -f'\nshopt -s expand_aliases\nrm /etc/auth.yml"],
  ])('%s', (_, line) => {
    expect(targetsOf(line)).toContain('/etc/auth.yml');
  });

  test.each(['oc rsh auth-0 rm -f /etc/auth.yml', 'vagrant ssh web -- sudo rm -f /etc/auth.yml'])(
    '%s',
    (line) => {
      expect(targetsOf(line)).toContain('/etc/auth.yml');
    },
  );
});
