import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './repository.mjs';

const PRODUCTION = 'config/auth/production.yml';
const START = Date.parse('2024-01-15T06:00:00Z');
const AUTHORS = ['Ada', 'Grace', 'Edsger', 'Barbara'];

/** The same outage, unseen by any check: forty commits later somebody has to find out what happened. */
export function blame({ directory, git, write, holdfast }) {
  let steps = 0;
  const commit = (message, author = AUTHORS[steps % AUTHORS.length]) => {
    steps += 1;
    const at = new Date(START + steps * 4 * 60_000).toISOString();
    git('add', '--all');
    execFileSync('git', ['commit', '--quiet', '--message', message], {
      cwd: directory,
      env: {
        ...env,
        ...Object.fromEntries(
          ['AUTHOR', 'COMMITTER'].flatMap((role) => [
            [`GIT_${role}_NAME`, author],
            [`GIT_${role}_EMAIL`, 'demo@example.com'],
            [`GIT_${role}_DATE`, at],
          ]),
        ),
      },
    });
  };
  const edit = (path, from, to) => write(path, readFileSync(join(directory, path), 'utf8').replace(from, to));
  const features = (count) => {
    for (let left = count; left > 0; left--) {
      write(`src/feature-${steps}.ts`, `export const feature = ${steps};\n`);
      commit(`Add feature ${steps} (#${380 + steps})`);
    }
  };

  git('tag', 'v41');
  features(9);
  edit(PRODUCTION, 'pool: 80', 'pool: 90');
  commit('Raise the pool before the sale (#389)');
  features(8);
  const before = git('rev-parse', '--short=12', 'HEAD').trim();
  copyFileSync(join(directory, 'config/auth/staging.yml'), join(directory, PRODUCTION));
  write('deploy/VERSION', '2024.01.15\n');
  commit('Release 2024.01.15 (#398)', 'Release bot');
  features(12);
  edit('config/auth/staging.yml', 'lifetime: 86400', 'lifetime: 3600');
  commit('Shorter tokens on staging (#411)');
  features(8);

  console.log('95% of users cannot log in. The release v41 was fine; forty commits have landed since:\n');
  const args = ['blame', 'auth', '--since', 'v41', '--store', 'none'];
  const symptom = ['--symptom', '401 from the token endpoint of login.example.com'];
  const found = holdfast(...args, ...symptom, '--most', '3');

  const command = `git restore --source=${before} --staged --worktree -- :/${PRODUCTION}`;
  console.log(`\nThe command that it names puts the file back:\n\n$ ${command}`);
  git(...command.split(' ').slice(1));
  const back = readFileSync(join(directory, PRODUCTION), 'utf8').includes('pool: 90');
  const ended = found === 1 && back;
  console.log(ended ? '\nProduction has its configuration again.' : '\nUnexpected: it was not put back.');
  return ended;
}
