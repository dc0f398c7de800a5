import { loadState, saveState, stateFile } from '../../adapters/drill-state.ts';
import { commitSnapshot } from '../../adapters/git/commit.ts';
import { commitHistory } from '../../adapters/git/history.ts';
import { resolveCommit } from '../../adapters/git/refs.ts';
import { openRepository, type Repository } from '../../adapters/git/repository.ts';
import { ownCode } from '../../adapters/own-code.ts';
import { choosePolicy } from '../../adapters/policy.ts';
import { schemaLoader } from '../../adapters/schemas.ts';
import { type Drilled, nothingToDrill } from '../../drill/drilled.ts';
import { type DrillOptions, type DrillResult, drill } from '../../drill.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { type LoadSchema, rememberUrls } from '../../schemas/load.ts';
import type { History } from '../../snapshots/history.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import type { DrillArguments } from './options.ts';

/** What a drill of HEAD has found, under which policy. `workTree` is absent for a bare repository. */
export type DrilledHead = { drilled: Drilled; policy: Policy; workTree?: string };

/**
 * Drills HEAD of the repository around a directory, and keeps the state where the arguments ask for one. A problem
 * when nothing could be drilled: `nothing-to-drill` without a critical file.
 */
export async function drillHead(
  args: DrillArguments,
  cwd: string,
  progress?: DrillOptions['progress'],
): Promise<Result<DrilledHead>> {
  return withHead(args, cwd, (head, repository) => drillCommit(head, repository, args, cwd, progress));
}

/** HEAD, and how the arguments want it drilled. */
export type Head = {
  snapshot: Snapshot;
  history: History;
  policy: Policy;
  options: Omit<DrillOptions, 'memory' | 'progress' | 'tried'>;
};

/** Opens HEAD of the repository around a directory for as long as something is done with it. */
export async function withHead<T>(
  args: DrillArguments,
  cwd: string,
  use: (head: Head, repository: Repository) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { gitDir } = args;
  const opened = await openRepository({ directory: cwd, ...(gitDir && { gitDir }) });
  if (!opened.ok) return opened;
  const repository = opened.value;
  try {
    const head = await headOf(repository, args, cwd);
    return head.ok ? await use(head.value, repository) : head;
  } finally {
    await repository.close();
  }
}

async function headOf(repository: Repository, args: DrillArguments, cwd: string): Promise<Result<Head>> {
  const commit = await resolveCommit(repository, 'HEAD');
  if (!commit.ok) return commit;
  const snapshot = commitSnapshot(repository, commit.value);
  const chosen = { file: args.policy, criticalFiles: [], schemas: [], failOn: args.failOn };
  const policy = await choosePolicy(snapshot, chosen, cwd);
  if (!policy.ok) return policy;
  const urls = new Map<string, ReturnType<LoadSchema>>();
  const options: Head['options'] = {
    policy: policy.value,
    schemas: (side, { schemaHosts }, which) =>
      rememberUrls(schemaLoader(side, { hosts: schemaHosts, side: which }), urls),
    operators: args.operators,
    seed: args.seed,
    most: args.most,
    ...(args.service !== undefined && { service: args.service }),
  };
  const history = commitHistory(repository, { base: commit.value });
  return ok({ snapshot, history, policy: policy.value, options });
}

async function drillCommit(
  { snapshot, history, policy, options }: Head,
  { gitDir, workTree }: Repository,
  args: DrillArguments,
  cwd: string,
  progress: DrillOptions['progress'],
): Promise<Result<DrilledHead>> {
  const keeps = args.sinceLast || args.state !== undefined;
  const file = stateFile(gitDir, args.state, cwd);
  const last = args.sinceLast ? await loadState(file) : undefined;
  if (last?.ok === false) return last;
  const result = await drill(snapshot, history, {
    ...options,
    ...(keeps && { memory: { last: last?.value ?? { version: 1, files: {} }, code: ownCode() } }),
    ...(progress !== undefined && { progress }),
  });
  if (!result.ok) return result;
  const saved = keeps ? await saveState(file, result.value.memory) : ok(undefined);
  if (!saved.ok) return saved;
  const found = anythingDrilled(result.value, policy, args);
  return found.ok ? ok({ ...found.value, ...(workTree !== undefined && { workTree }) }) : found;
}

function anythingDrilled(
  { drilled }: DrillResult,
  policy: Policy,
  { service }: DrillArguments,
): Result<{ drilled: Drilled; policy: Policy }> {
  if (drilled.files + drilled.notDrilled.length > 0) return ok({ drilled, policy });
  return refuse(nothingToDrill(service));
}
