import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { commitSnapshot } from '../adapters/git/commit.ts';
import { resolveCommit } from '../adapters/git/refs.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { checks } from '../checks/index.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import { explainLocation, explainPath, originName, ruleLines } from '../policy/explain.ts';
import { isLive } from '../policy/globs.ts';
import { findPolicyText, policyPaths } from '../policy/locations.ts';
import type { Policy, PolicyOrigin } from '../policy/policy.ts';
import { readPolicy } from '../policy/read.ts';
import { visible } from '../reports/escape.ts';
import type { Snapshot } from '../snapshots/snapshot.ts';
import type { CliIo } from './io.ts';
import { parsed, usage } from './judging.ts';
import { pathInside } from './path-inside.ts';
import { problemText } from './problem.ts';

const OPTIONS = { policy: { type: 'string' }, debug: { type: 'boolean' } } as const;
const USAGE = 'holdfast explain PATH [--policy FILE]';

/** `holdfast explain PATH [--policy FILE]`: prints what HEAD's policy says about a path. Exit 0, or 2 on a problem. */
export async function runExplain(argv: string[], io: CliIo): Promise<number> {
  const lines = await explanation(argv, io);
  if (!lines.ok) {
    io.stderr(problemText(lines.problem, io));
    return 2;
  }
  io.stdout(`${lines.value.map(visible).join('\n')}\n`);
  return 0;
}

async function explanation(argv: string[], io: CliIo): Promise<Result<string[]>> {
  const args = readArguments(argv);
  if (!args.ok) return args;
  const repository = await openRepository({ directory: io.cwd });
  if (!repository.ok) return repository;
  try {
    const path = await pathInside(repository.value.workTree, io.cwd, args.value.path);
    if (!path.ok && !isLive(args.value.path)) return path;
    const commit = await resolveCommit(repository.value, 'HEAD');
    if (!commit.ok) return commit;
    const snapshot = commitSnapshot(repository.value, commit.value);
    const source = await policySource(snapshot, args.value.policy, io.cwd);
    if (!source.ok) return source;
    const policy = await toPolicy(source.value);
    if (!policy.ok) return policy;
    const entries = await snapshot.entries();
    if (!entries.ok) return entries;
    const lineOf = await ruleLines(source.value?.text ?? '');
    const paths = entries.value.map((entry) => entry.path);
    const facts = { paths, checks, lineOf };
    const live = isLive(args.value.path) ? explainLocation(policy.value, args.value.path, facts) : undefined;
    if (live !== undefined) return ok([...live, '', ...policyLines(policy.value)]);
    return path.ok
      ? ok([...explainPath(policy.value, path.value, facts), '', ...policyLines(policy.value)])
      : path;
  } finally {
    await repository.value.close();
  }
}

function readArguments(argv: string[]): Result<{ path: string; policy: string | undefined }> {
  const read = parsed({ args: argv, options: OPTIONS, allowPositionals: true }, USAGE);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [path] = positionals;
  if (path !== undefined && path !== '' && positionals.length === 1)
    return ok({ path, policy: values.policy });
  return refuse(usage('explain takes exactly one path.', USAGE));
}

type Source = { text: string; path: string; origin: PolicyOrigin };

async function policySource(
  snapshot: Snapshot,
  file: string | undefined,
  cwd: string,
): Promise<Result<Source | undefined>> {
  if (file === undefined) {
    const found = await findPolicyText(snapshot);
    if (!found.ok || found.value === undefined) return found as Result<undefined>;
    return ok({ ...found.value, origin: { kind: 'base', path: found.value.path } });
  }
  try {
    const text = await readFile(resolve(cwd, file), 'utf8');
    return ok({ text, path: file, origin: { kind: 'file', path: file } });
  } catch (error) {
    return refuse(noSuchPolicy(file, (error as NodeJS.ErrnoException).code));
  }
}

function noSuchPolicy(file: string, reason = 'unknown reason'): Problem {
  return {
    code: 'policy-not-found',
    message: `The policy ${file} cannot be read (${reason}).`,
    hint: 'Check the path given with --policy.',
  };
}

async function toPolicy(source: Source | undefined): Promise<Result<Policy>> {
  return source === undefined ? ok(defaultPolicy()) : readPolicy(source.text, source.path, source.origin);
}

function policyLines({ origin }: Policy): string[] {
  if (origin.kind !== 'defaults')
    return [`Policy: ${originName(origin)}${origin.kind === 'base' ? ' at HEAD' : ''}`];
  return [`Policy: the defaults; HEAD has none of ${policyPaths.join(', ')} (try one with --policy FILE)`];
}
