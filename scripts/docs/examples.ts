import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Check } from '../../src/checks/check.ts';
import { fixtureSteps } from '../fixture.ts';
import { CLEAN_ENVIRONMENT, type Commit, importCommits, readTree } from '../git.ts';

const run = promisify(execFile);

const FIXTURES = '__tests__/fixtures/checks';
const POLICY = '.github/holdfast.yml';
/** Longer differences and outputs are cut: nobody reads them on a page. */
const MOST_LINES = 60;

/** A check's first fixture, and what the command line says about it. */
export type Example = { policy: string | undefined; difference: string; output: string };

/** Runs the real command line on the first fixture of each check, in a real repository. */
export async function runExamples(checks: readonly Check[]): Promise<Map<string, Example>> {
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-docs-'));
  try {
    const repository = join(directory, 'repository');
    const built = join(directory, 'dist');
    const stories = await Promise.all(checks.map(readStory));
    await Promise.all([
      run(process.execPath, ['scripts/build.mjs', '--out', built]),
      importCommits(
        repository,
        stories.flatMap(({ commits }) => commits),
      ),
    ]);
    const examples = new Map<string, Example>();
    for (const { id, policy } of stories) {
      const [difference, output] = await Promise.all([
        differenceOf(repository, id),
        outputOf(repository, join(built, 'cli.js'), id),
      ]);
      if (!output.includes(id)) throw new Error(`The first fixture of ${id} does not show it:\n${output}`);
      examples.set(id, { policy, difference: cut(difference), output: cut(output) });
    }
    return examples;
  } finally {
    await rm(directory, { recursive: true });
  }
}

type Story = { id: string; policy: string | undefined; commits: Commit[] };

async function readStory(check: Check): Promise<Story> {
  const { id } = check;
  const folder = join(FIXTURES, id, await firstCase(check));
  const file = join(folder, 'policy.yml');
  const policy = existsSync(file) ? await readFile(file) : undefined;
  const steps = await fixtureSteps(folder);
  const trees = await Promise.all(steps.map(({ directory }) => readTree(directory)));
  for (const tree of trees) {
    if (policy !== undefined && !tree.has(POLICY)) tree.set(POLICY, { mode: '100644', content: policy });
  }
  const commits = steps.map(({ name, message }, index): Commit => {
    const parent = index === 0 ? {} : { parent: `${id}/${steps[index - 1]!.name}` };
    // Without an earlier commit to tell of, a message is not needed.
    return { branch: `${id}/${name}`, ...parent, ...(steps.length > 2 && { message }), tree: trees[index]! };
  });
  return { id, policy: trees.at(-2)?.get(POLICY)?.content.toString(), commits };
}

/** The first case, by name, in which this check speaks: as severely as it does on critical files, if there is one. */
async function firstCase({ id, severity }: Check): Promise<string> {
  const folder = join(FIXTURES, id);
  const names = (await readdir(folder)).sort();
  const speaking = await Promise.all(
    names.map(async (name): Promise<[name: string, severity: string | undefined]> => {
      const text = await readFile(join(folder, name, 'expected.json'), 'utf8');
      const { findings }: { findings: { check: string; severity: string }[] } = JSON.parse(text);
      return [name, findings.find(({ check }) => check === id)?.severity];
    }),
  );
  const chosen =
    speaking.find(([, found]) => found === severity) ?? speaking.find(([, found]) => found !== undefined);
  if (chosen === undefined) throw new Error(`${folder} holds no case in which the check speaks`);
  return chosen[0];
}

async function differenceOf(repository: string, id: string): Promise<string> {
  const options = ['--no-color', '--no-ext-diff', '--no-textconv', '--no-renames', '-U2'];
  const revisions = [`refs/heads/${id}/base`, `refs/heads/${id}/head`];
  const { stdout } = await run('git', ['--git-dir', repository, 'diff', ...options, ...revisions], {
    env: CLEAN_ENVIRONMENT,
  });
  return stdout
    .split('\n')
    .filter((line) => !line.startsWith('index '))
    .join('\n');
}

async function outputOf(repository: string, cli: string, id: string): Promise<string> {
  const revisions = ['--base', `refs/heads/${id}/base`, '--head', `refs/heads/${id}/head`];
  const env = { PATH: process.env.PATH, NO_COLOR: '1' };
  return run(process.execPath, [cli, 'check', '--git-dir', repository, ...revisions], { env }).then(
    ({ stdout }) => stdout,
    ({ code, stdout, stderr }) => {
      if (code !== 1) throw new Error(`The check of ${id} ended with ${code}:\n${stdout}${stderr}`);
      return stdout;
    },
  );
}

function cut(text: string): string {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= MOST_LINES) return lines.join('\n');
  return [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more lines`].join('\n');
}
