import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commitSnapshot } from '../adapters/git/commit.ts';
import { resolveCommit } from '../adapters/git/refs.ts';
import { openRepository, type Repository } from '../adapters/git/repository.ts';
import type { Path } from '../model/path.ts';
import { ok, type Problem, type Result } from '../model/problem.ts';
import { isOwnConfiguration } from '../policy/candidates.ts';
import type { SchemaFile } from '../policy/groups.ts';
import { proposePolicy, type RepositoryView } from '../policy/init.ts';
import { type SchemaLink, schemaLink } from '../policy/links.ts';
import { policyPaths } from '../policy/locations.ts';
import { ownersPaths } from '../policy/owners.ts';
import { readPolicy } from '../policy/read.ts';
import { visible } from '../reports/escape.ts';
import type { Entry, Snapshot } from '../snapshots/snapshot.ts';
import type { CliIo } from './io.ts';
import { parsed } from './judging.ts';
import { problemText } from './problem.ts';

const OPTIONS = {
  print: { type: 'boolean' },
  force: { type: 'boolean' },
  debug: { type: 'boolean' },
} as const;
const [TARGET] = policyPaths as readonly [Path];

/**
 * `holdfast init [--print] [--force]`: proposes a policy from what HEAD shows and writes it. Exit 0 written or
 * printed, 1 nothing to guard or a policy is there already, 2 the repository cannot be read.
 */
export async function runInit(argv: string[], io: CliIo): Promise<number> {
  const fail = (problem: Problem, code = 2): number => {
    io.stderr(problemText(problem, io));
    return code;
  };
  const args = readArguments(argv);
  if (!args.ok) return fail(args.problem);
  const repository = await openRepository({ directory: io.cwd });
  if (!repository.ok) return fail(repository.problem);
  try {
    const { workTree } = repository.value;
    if (!args.value.print) {
      const obstacle =
        workTree === undefined ? NO_WORK_TREE : await presentPolicy(workTree, args.value.force);
      if (obstacle !== undefined) return fail(obstacle, 1);
    }
    const view = await look(repository.value);
    if (!view.ok) return fail(view.problem);
    const proposal = proposePolicy(view.value);
    if (proposal === undefined) return fail(NOTHING, 1);
    const check = await readPolicy(proposal.text, TARGET, { kind: 'file', path: TARGET });
    if (!check.ok) throw new Error(`the proposed policy is invalid: ${check.problem.message}`);
    if (args.value.print || workTree === undefined) {
      io.stdout(proposal.text);
      return 0;
    }
    await mkdir(dirname(join(workTree, TARGET)), { recursive: true });
    await writeFile(join(workTree, TARGET), proposal.text, { flag: args.value.force ? 'w' : 'wx' });
    io.stdout(
      `${['Found:', ...proposal.found.map((line) => `  ${visible(line)}`), '', ...NEXT].join('\n')}\n`,
    );
    return 0;
  } finally {
    await repository.value.close();
  }
}

const NEXT = [
  `Written: ${TARGET}. Next:`,
  '  1. Read it. Keep what production reads; name a service for each rule.',
  '  2. Try it on your last change:  holdfast check --policy .github/holdfast.yml --base HEAD~1',
  '  3. Ask about a file:            holdfast explain PATH --policy .github/holdfast.yml',
  '  4. Commit it. It counts from the moment it is on the default branch.',
];

const NO_WORK_TREE: Problem = {
  code: 'no-work-tree',
  message: 'This is a bare repository: there is no place to write a policy to.',
  hint: 'Run `holdfast init --print`, or run it in a clone.',
};
const NOTHING: Problem = {
  code: 'nothing-to-guard',
  message: 'No configuration file was found that a policy could guard. Nothing was written.',
  hint: `Name one yourself in ${TARGET}: \`critical:\` and below it \`  - files: path/to/file\`.`,
};

function readArguments(argv: string[]): Result<{ print: boolean; force: boolean }> {
  const read = parsed({ args: argv, options: OPTIONS }, 'holdfast init [--print] [--force]');
  if (!read.ok) return read;
  const { print = false, force = false } = read.value.values;
  return ok({ print, force });
}

/** A policy on disk that is in the way: the same file without `--force`, or one under another name. */
async function presentPolicy(workTree: string, force: boolean): Promise<Problem | undefined> {
  const directory = await lstat(join(workTree, dirname(TARGET))).catch(() => undefined);
  if (directory !== undefined && !directory.isDirectory()) {
    const hint = 'Use --print, and write the policy yourself.';
    return { code: 'not-a-directory', message: `${dirname(TARGET)} is no directory.`, hint };
  }
  for (const path of policyPaths) {
    const found = await lstat(join(workTree, path)).catch(() => undefined);
    if (found === undefined || (path === TARGET && force && found.isFile())) continue;
    const hint =
      path === TARGET && found.isFile()
        ? 'Use --print to see the proposal, or --force to write over the policy.'
        : `Use --print to see the proposal. To start again, remove ${path} first: only one policy may be present.`;
    return { code: 'policy-exists', message: `${path} exists already. Nothing was written.`, hint };
  }
  return undefined;
}

async function look(repository: Repository): Promise<Result<RepositoryView>> {
  const commit = await resolveCommit(repository, 'HEAD');
  if (!commit.ok) return commit;
  const snapshot = commitSnapshot(repository, commit.value);
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const files = entries.value.filter(({ mode }) => mode === 'file' || mode === 'executable');
  const view: RepositoryView = { paths: files.map(({ path }) => path), schemas: [], links: [] };
  const owners = ownersPaths.flatMap((path) => files.find((file) => file.path === path) ?? []);
  for await (const { text } of texts(snapshot, owners.slice(0, 1))) view.owners = text;
  return ok({ ...view, ...(await lookInside(snapshot, files)) });
}

async function lookInside(
  snapshot: Snapshot,
  files: readonly Entry[],
): Promise<{ schemas: SchemaFile[]; links: SchemaLink[] }> {
  const isSchema = (path: Path) => /(^|[./_-])schema\.json$/i.test(path);
  const schemas: SchemaFile[] = [];
  const links: SchemaLink[] = [];
  const wanted = files.filter(({ path }) => isSchema(path) || isOwnConfiguration(path));
  for await (const { path, text } of texts(snapshot, wanted)) {
    const schema = schemaLink(text);
    if (isSchema(path)) schemas.push({ path, ...titleOf(text) });
    else if (schema !== undefined) links.push({ path, schema });
  }
  return { schemas, links };
}

async function* texts(
  snapshot: Snapshot,
  entries: readonly Entry[],
): AsyncGenerator<{ path: Path; text: string }> {
  let index = 0;
  for await (const blob of snapshot.read(entries)) {
    const { path } = entries[index++]!;
    if ('bytes' in blob) yield { path, text: new TextDecoder().decode(blob.bytes) };
  }
}

function titleOf(text: string): { title?: string } {
  try {
    const schema: unknown = JSON.parse(text);
    if (typeof schema !== 'object' || schema === null) return {};
    const { title } = schema as Record<string, unknown>;
    return typeof title === 'string' ? { title } : {};
  } catch {
    return {};
  }
}
