import { loadState, saveState, stateFile } from '../../adapters/drill-state.ts';
import { commitSnapshot } from '../../adapters/git/commit.ts';
import { commitHistory } from '../../adapters/git/history.ts';
import { resolveCommit } from '../../adapters/git/refs.ts';
import { openRepository, type Repository } from '../../adapters/git/repository.ts';
import { ownCode } from '../../adapters/own-code.ts';
import { choosePolicy } from '../../adapters/policy.ts';
import { schemaLoader } from '../../adapters/schemas.ts';
import type { Drilled } from '../../drill/drilled.ts';
import { type DrillOptions, type DrillResult, drill } from '../../drill.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { type LoadSchema, rememberUrls } from '../../schemas/load.ts';
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
  const { gitDir } = args;
  const opened = await openRepository({ directory: cwd, ...(gitDir && { gitDir }) });
  if (!opened.ok) return opened;
  const repository = opened.value;
  try {
    const result = await drillCommit(repository, args, cwd, progress);
    if (!result.ok) return result;
    const { workTree } = repository;
    return ok({ ...result.value, ...(workTree !== undefined && { workTree }) });
  } finally {
    await repository.close();
  }
}

async function drillCommit(
  repository: Repository,
  args: DrillArguments,
  cwd: string,
  progress: DrillOptions['progress'],
): Promise<Result<{ drilled: Drilled; policy: Policy }>> {
  const commit = await resolveCommit(repository, 'HEAD');
  if (!commit.ok) return commit;
  const snapshot = commitSnapshot(repository, commit.value);
  const chosen = { file: args.policy, criticalFiles: [], schemas: [], failOn: args.failOn };
  const policy = await choosePolicy(snapshot, chosen, cwd);
  if (!policy.ok) return policy;
  const keeps = args.sinceLast || args.state !== undefined;
  const file = stateFile(repository.gitDir, args.state, cwd);
  const last = args.sinceLast ? await loadState(file) : undefined;
  if (last?.ok === false) return last;
  const urls = new Map<string, ReturnType<LoadSchema>>();
  const result = await drill(snapshot, commitHistory(repository, { base: commit.value }), {
    policy: policy.value,
    schemas: (side, { schemaHosts }, which) =>
      rememberUrls(schemaLoader(side, { hosts: schemaHosts, side: which }), urls),
    operators: args.operators,
    seed: args.seed,
    most: args.most,
    ...(args.service !== undefined && { service: args.service }),
    ...(keeps && { memory: { last: last?.value ?? { version: 1, files: {} }, code: ownCode() } }),
    ...(progress !== undefined && { progress }),
  });
  if (!result.ok) return result;
  const saved = keeps ? await saveState(file, result.value.memory) : ok(undefined);
  if (!saved.ok) return saved;
  return anythingDrilled(result.value, policy.value, args);
}

function anythingDrilled(
  { drilled }: DrillResult,
  policy: Policy,
  { service }: DrillArguments,
): Result<{ drilled: Drilled; policy: Policy }> {
  if (drilled.files + drilled.notDrilled.length > 0) return ok({ drilled, policy });
  return refuse({
    code: 'nothing-to-drill',
    message:
      service === undefined
        ? 'HEAD has no file that the policy calls critical.'
        : `HEAD has no critical file of the service ${JSON.stringify(service)}.`,
    hint: 'Declare critical files first: holdfast init writes a policy, and holdfast explain PATH asks about a file.',
  });
}
