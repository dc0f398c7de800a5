import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

/** The outage that Holdfast exists for: the script before it runs, and the pull request that it made. */
export function outage({ directory, git, write, holdfast }) {
  console.log('A service, and the script that prepares its releases. Before anybody runs it:\n');
  const reviewed = holdfast('review');

  git('checkout', '--quiet', '-b', 'deploy/2024-01-15');
  // What the script did, because DEPLOY_ENV was not set.
  copyFileSync(join(directory, 'config/auth/staging.yml'), join(directory, 'config/auth/production.yml'));
  write('deploy/VERSION', '2024.01.15\n');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Release 2024.01.15');

  console.log(
    '\nIt was run all the same: on a deployment branch it wrote config/auth/staging.yml over config/auth/production.yml.',
  );
  console.log(
    'The file is valid against its schema, and every test passes. The check on the pull request:\n',
  );
  const checked = holdfast('check', '--base', 'main', '--head', 'deploy/2024-01-15');

  const stopped = reviewed === 1 && checked === 1;
  console.log(
    stopped
      ? '\nThe script and the pull request are stopped before the outage (exit code 1 each).'
      : `\nUnexpected: the review ended with exit code ${reviewed}, the check with ${checked}.`,
  );
  return stopped;
}
