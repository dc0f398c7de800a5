// Shows Holdfast in a real repository, as a user would see it:
//
//   npm run demo              the outage that it exists for, stopped
//   npm run demo -- drill     the errors that the policy would let pass, and the rules that stop them
//   npm run demo -- blame     the same outage an hour later: what changed, who did it, and how to undo it
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blame } from './demo/blame.mjs';
import { drill } from './demo/drill.mjs';
import { outage } from './demo/outage.mjs';
import { env, gitIn, makeRepository, writeIn } from './demo/repository.mjs';

/** Every story: it is told in the repository, and says whether it ended as it should. */
const stories = { outage, drill, blame };

const cli = join(dirname(fileURLToPath(import.meta.url)), '../dist/cli.js');
const [name = 'outage'] = process.argv.slice(2);
if (!existsSync(cli) || !Object.hasOwn(stories, name)) {
  const problem = existsSync(cli)
    ? `There is no demo ${name}; there are ${Object.keys(stories).join(', ')}.`
    : 'dist/cli.js is missing: run npm run build first.';
  console.error(problem);
  process.exit(2);
}

const directory = mkdtempSync(join(tmpdir(), 'holdfast-demo-'));
let ended = false;
try {
  makeRepository(directory);
  ended = stories[name]({ directory, git: gitIn(directory), write: writeIn(directory), holdfast });
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.exit(ended ? 0 : 1);

/** Runs the command in the repository, with its output here, and gives its exit code. */
function holdfast(...args) {
  console.log(`$ holdfast ${args.join(' ')}\n`);
  return spawnSync(process.execPath, [cli, ...args], {
    cwd: directory,
    env: { ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    stdio: 'inherit',
  }).status;
}
