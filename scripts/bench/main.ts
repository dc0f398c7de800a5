// Times `holdfast check` in one run, in turns, against node alone, git alone and ajv-cli.
//
//   npm run bench [-- --files 50000 --changed 10,1000,10000 --runs 5]
//   npx -y -p node@24 -c 'npm run bench'      on another Node
import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { type Contender, type Figures, measure } from './measure.ts';
import { buildRepository, exportChanged, SCHEMA } from './repository.ts';

const run = promisify(execFile);
const CLI = resolve('dist/cli.js');
const AJV_CLI = resolve('node_modules/ajv-cli/dist/index.js');
const [NODE, GIT, AJV, HOLDFAST] = [
  'node -e 0',
  'git alone',
  'ajv-cli, head only',
  'holdfast check',
] as const;

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '50000' },
    changed: { type: 'string', default: '10,1000,10000' },
    runs: { type: 'string', default: '5' },
  },
});
const [files, runs] = [Number(options.files), Number(options.runs)];
const counts = options.changed.split(',').map(Number);
if (![files, runs, ...counts].every((number) => Number.isInteger(number) && number > 0)) {
  throw new Error('--files, --changed and --runs want whole numbers above 0');
}
if (!existsSync(CLI)) throw new Error('There is no dist/cli.js: run `npm run build` first');

const scratch = await mkdtemp(join(tmpdir(), 'holdfast-bench-'));
process.on('SIGINT', () => {
  rmSync(scratch, { recursive: true, force: true });
  process.exit(130);
});
try {
  const repository = join(scratch, 'repository.git');
  console.log(
    `Node ${process.version}, ${(await run('git', ['--version'])).stdout.trim()}, ${cpus().length} CPUs`,
  );
  console.log(`${files} files; medians of ${runs} runs in turns; both sides read, compared and validated\n`);
  await buildRepository(repository, files, counts);
  console.log(row('changed', 'program', 'ms', 'x node', 'x git', 'x ajv-cli', 'peak MB', 'goal'));
  for (const count of counts) {
    const exported = join(scratch, String(count));
    await exportChanged(exported, files, count);
    await assertAllSeen(repository, `changed-${count}`, count);
    const contenders = [...basics(repository, `changed-${count}`), ajv(exported)];
    contenders.push(holdfast(repository, `changed-${count}`, 0));
    print(String(count), await measure(contenders, runs, scratch));
  }
  await assertAllSeen(repository, 'replaced', 1);
  const contenders = [...basics(repository, 'replaced'), holdfast(repository, 'replaced', 1)];
  print('replaced', await measure(contenders, runs, scratch));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

function basics(repository: string, branch: string): Contender[] {
  const git = `git --git-dir "$0"`;
  const ids = `${git} diff-tree -r --no-renames refs/heads/main "$1" | awk '{ print $3; print $4 }'`;
  return [
    { name: NODE, command: [process.execPath, '-e', '0'] },
    {
      name: GIT,
      command: ['sh', '-c', `${ids} | ${git} cat-file --batch --buffer`, repository, `refs/heads/${branch}`],
    },
  ];
}

function ajv(directory: string): Contender {
  const data = ['-d', 'services/**/deployment.*'];
  return {
    name: AJV,
    command: [process.execPath, AJV_CLI, 'validate', '--strict=false', '-s', SCHEMA, ...data],
    cwd: directory,
  };
}

function checkCommand(repository: string, branch: string): string[] {
  const sides = ['--base', 'refs/heads/main', '--head', `refs/heads/${branch}`];
  return [CLI, 'check', '--git-dir', repository, ...sides, '--format', 'json'];
}

function holdfast(repository: string, branch: string, code: number): Contender {
  return { name: HOLDFAST, command: [process.execPath, ...checkCommand(repository, branch)], code };
}

/** A fast check that skipped something would be worth nothing. */
async function assertAllSeen(repository: string, branch: string, count: number): Promise<void> {
  const { stdout } = await run(process.execPath, checkCommand(repository, branch), {
    maxBuffer: 1 << 30,
  }).catch((error: { code: number; stdout: string; stderr: string }) => {
    if (error.code !== 1)
      throw new Error(`holdfast ended with ${error.code}: ${error.stderr}${error.stdout}`);
    return error;
  });
  const { counts: seen, notLookedAt } = JSON.parse(stdout);
  if (seen.critical !== count || notLookedAt.length > 0) {
    throw new Error(
      `${branch}: ${seen.critical} of ${count} files seen, ${notLookedAt.length} not looked at`,
    );
  }
}

/** The goals, from measurements of the parts: see `CONTRIBUTING.md` on what comes before speed. */
function goal(changed: string, own: Figures, all: Map<string, Figures>): string {
  const told = (name: string, value: number, limit: number) =>
    `${name} ${value <= limit ? '<=' : 'MISSED, over'} ${limit}`;
  const ratio = (name: string) => own.medianMs / all.get(name)!.medianMs;
  if (changed === '10') return told('x ajv-cli', ratio(AJV), 0.9);
  if (changed === '1000') return told('x ajv-cli', ratio(AJV), 1);
  if (changed === '10000')
    return `${told('x git', ratio(GIT), 4)}, ${told('MB', own.peakMb ?? Infinity, 250)}`;
  return changed === 'replaced' ? told('ms', own.medianMs, 1000) : '';
}

function print(changed: string, all: Map<string, Figures>): void {
  for (const [name, figures] of all) {
    const ratio = (other: string) => {
      const base = all.get(other);
      return base === undefined || other === name ? '' : (figures.medianMs / base.medianMs).toFixed(2);
    };
    const peak = figures.peakMb?.toFixed(0) ?? '';
    const wanted = name === HOLDFAST ? goal(changed, figures, all) : '';
    console.log(
      row(changed, name, figures.medianMs.toFixed(0), ratio(NODE), ratio(GIT), ratio(AJV), peak, wanted),
    );
  }
  console.log('');
}

function row(changed: string, name: string, ...figures: string[]): string {
  const last = figures.pop();
  const columns = figures.map((text) => text.padStart(10));
  return `${changed.padEnd(9)} ${name.padEnd(19)}${columns.join('')}  ${last}`.trimEnd();
}
