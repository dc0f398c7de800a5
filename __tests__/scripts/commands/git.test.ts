import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ['git reset --hard origin/main', ['discard ./** (git-discard-on-server)']],
  ['git -C /srv/app reset --hard', ['discard /srv/app/** (git-discard-on-server)']],
  ['git -C /srv -C app reset --hard', ['discard /srv/app/** (git-discard-on-server)']],
  [
    'git --git-dir=/srv/app/.git --work-tree=/srv/app reset --hard',
    ['discard /srv/app/** (git-discard-on-server)'],
  ],
  ['git reset --soft HEAD~1', []],
  ['git clean -fdx', ['delete ./** (git-discard-on-server)']],
  ['git -C /srv/app clean -fd config', ['delete /srv/app/config/** (git-discard-on-server)']],
  ['git clean -nfd', []],
  ['git checkout -f main', ['discard ./** (git-discard-on-server)']],
  ['git checkout .', ['discard ./** (git-discard-on-server)']],
  ['git checkout -- config/auth.yml', ['discard config/auth.yml (git-discard-on-server)']],
  ['git checkout HEAD~1 config/auth.yml', ['discard config/auth.yml (git-discard-on-server)']],
  ['git checkout main', []],
  ['git checkout -b release/1.2', []],
  ['git restore config/auth.yml', ['discard config/auth.yml (git-discard-on-server)']],
  ['git restore --source=HEAD~1 .', ['discard ./** (git-discard-on-server)']],
  ['git restore --staged config/auth.yml', []],
  ['git switch --discard-changes main', ['discard ./** (git-discard-on-server)']],
  ['git stash', ['discard ./** (git-discard-on-server) keeps backup: git stash']],
  ['git stash push -u', ['discard ./** (git-discard-on-server) keeps backup: git stash']],
  ['git stash pop', []],
  ['git read-tree -u --reset HEAD', ['discard ./** (git-discard-on-server)']],
  ['git checkout-index -a -f --prefix=/srv/app/', ['discard /srv/app/** (git-discard-on-server)']],
  ['git apply fix.patch', ['edit ./** (inplace-edit-no-backup)']],
  ['git apply --check fix.patch', []],
  ['git rm -r config', ['delete config/** (remove-config)']],
  ['git rm --cached config/a.yml', []],
  [
    'git mv -f a.yml b.yml',
    ['replace b.yml (move-over-config)', 'delete a.yml (remove-config) keeps backup: git mv'],
  ],
  [
    'git mv a.yml b.yml',
    [
      'replace b.yml (move-over-config) keeps missing: git mv without -f',
      'delete a.yml (remove-config) keeps backup: git mv',
    ],
  ],
  ['git archive -o app.tar HEAD', ['truncate app.tar (redirect-over-config)']],
  ['git pull', []],
  ['git clean -f -e .env', ['delete ./** (git-discard-on-server)']],
  ['git -c core.x=y -C "$DIR" reset --hard "$SHA"', ['discard <DIR>/** (git-discard-on-server)']],
  ['git checkout origin/main -- config', ['discard config/** (git-discard-on-server)']],
  ['git checkout -p config/a.yml', []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
