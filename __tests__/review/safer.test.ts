import { describe, expect, test } from '@jest/globals';
import { analyseScript } from '../../src/scripts/analyse.ts';
import { madeSafe } from '../../src/scripts/safer.ts';
import { shown } from '../../src/scripts/text.ts';

/** The last command of a script that can be made safe. */
function safer(...lines: string[]): string | undefined {
  const { effects } = analyseScript('deploy.sh', `#!/bin/sh\n${lines.join('\n')}\n`, new Map())!;
  return effects.map((effect) => madeSafe(effect, effect.targets[0]!)).findLast((made) => made !== undefined);
}

describe('a command made safe is the same command, with little more', () => {
  test.each<[string, string, string]>([
    ['a copy', 'cp a.yml /etc/app.yml', 'cp --backup=numbered a.yml /etc/app.yml'],
    ['an edit', "sed -i 's/a/b/' app.yml", "sed -i.bak 's/a/b/' app.yml"],
    ['an edit with several options', "sed -E -i 's/a/b/' app.yml", "sed -E -i.bak 's/a/b/' app.yml"],
    ['a program with its path', '/bin/cp a.yml conf/', '/bin/cp --backup=numbered a.yml conf/'],
    [
      'another directory of git',
      'git -C /srv/app reset --hard',
      'git -C /srv/app stash push --include-untracked && git -C /srv/app reset --hard',
    ],
    ['a removal', 'rm -f config/app.yml', 'cp -a config/app.yml config/app.yml.bak && rm -f config/app.yml'],
    ['a redirection', 'echo x > app.yml', 'echo x > app.yml.new && mv --backup=numbered app.yml.new app.yml'],
    [
      'one that empties what it reads',
      'jq . a.json > a.json',
      'jq . a.json > a.json.new && mv --backup=numbered a.json.new a.json',
    ],
    [
      'one with quotes',
      'echo x > "/etc/my app.yml"',
      'echo x > "/etc/my app.yml".new && mv --backup=numbered "/etc/my app.yml".new "/etc/my app.yml"',
    ],
    [
      'one with a variable',
      'echo x > "$DIR/app.yml"',
      'echo x > "$DIR/app.yml".new && mv --backup=numbered "$DIR/app.yml".new "$DIR/app.yml"',
    ],
  ])('%s', (_, command, made) => {
    expect(safer(command)).toBe(made);
  });

  test('the name is the one that the script uses where it stands', () => {
    expect(safer('cd config/auth', 'rm app.yml')).toBe('cp -a app.yml app.yml.bak && rm app.yml');
  });
});

test.each([
  ['a command that keeps a copy', 'cp --backup a.yml config/app.yml'],
  ['a command that never writes over anything', 'cp -n a.yml config/app.yml'],
  ['a name that is known at run time only', 'rm -f "$1"'],
  ['a URL that ends like the target', 'wget -P /etc/app -N "https://x.example.org/$V/app.yml"'],
  ['a word that holds the target', 'dd if=a.yml of="$DIR/app.yml"'],
  ['a file in another directory of git', 'git -C /srv/app checkout -- config/app.yml'],
  ['a part of what git cleans', 'git clean -fd config'],
  ['a directory for downloads', 'curl --output-dir conf -o app.yml https://x.example.org/a'],
  ['a list from elsewhere', 'ls | xargs rm -f'],
])('nothing is made of %s', (_, command) => {
  expect(safer(command)).toBeUndefined();
});

test.each([
  'cp a.yml config/app.yml',
  "sed -i 's/a/b/' config/app.yml",
  'rm -f config/app.yml',
  'echo x > config/app.yml',
  'mv a.yml config/app.yml',
])('what is made of `%s` is valid, and keeps a copy', (command) => {
  const made = safer(command);
  const analysis = analyseScript('deploy.sh', `#!/bin/sh\n${made}\n`, new Map())!;
  expect(analysis.notRead).toEqual([]);
  const on = analysis.effects.filter(({ targets }) => shown(targets[0]!.path) === 'config/app.yml');
  expect(on.map(({ backup }) => backup !== undefined)).toEqual([true]);
});
