import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { planRefs, type RefPlan, type WorkflowEvent } from '../../refs/plan.ts';
import type { RawChange, Snapshot, SnapshotPair } from '../../snapshots/snapshot.ts';
import { blobReader } from './api-blobs.ts';
import { apiHistory } from './api-history.ts';
import { apiCommit, resolveApiPlan } from './api-refs.ts';
import { openTrees, type Trees } from './api-tree.ts';
import type { GitHub } from './client.ts';

/** Two commits, read from GitHub. `failure`: why GitHub could not be asked further, when that is so. */
export type ApiPair = SnapshotPair & { failure(): Problem | undefined; close(): Promise<void> };

/** GitHub advises against many requests at once: they run into its secondary limits. */
const AT_ONCE = 8;
/** What concerns one object; after any other problem the next requests would fail, or wait, in the same way. */
const PARTICULAR = new Set([
  'github-not-found',
  'github-forbidden',
  'github-invalid',
  'github-conflict',
  'github-gone',
]);

/** The same as `openEventPair` in git mode, for a job without a checkout or without the objects. */
export async function openEventPairByApi(options: {
  github: GitHub;
  event: WorkflowEvent;
  base?: string;
  head?: string;
}): Promise<Result<ApiPair | { nothing: string }>> {
  const github = considerate(options.github);
  const plan = await planByApi(github, options);
  if (!plan.ok) return plan;
  const commits = await resolveApiPlan(github, plan.value);
  if (!commits.ok) return commits;
  return 'nothing' in commits.value ? ok(commits.value) : openApiPair(github, commits.value);
}

/** Two commits, compared directly, by their full ids. */
export async function openApiPair(
  given: GitHub,
  commits: { base: string; head: string },
): Promise<Result<ApiPair>> {
  const github = 'failure' in given ? (given as Considerate) : considerate(given);
  const [base, head] = await Promise.all([apiCommit(github, commits.base), apiCommit(github, commits.head)]);
  if (!base.ok) return base;
  if (!head.ok) return head;
  const trees = openTrees(github);
  const read = blobReader(github, trees.sizes);
  const snapshot = (id: string, tree: string): Snapshot => ({
    id,
    entry: (path) => trees.entry(tree, path),
    entries: () => entriesOf(trees, tree),
    read,
  });
  let differences: Promise<Result<RawChange[]>> | undefined;
  return ok({
    before: snapshot(base.value.id, base.value.tree),
    after: snapshot(head.value.id, head.value.tree),
    differences: () => {
      differences ??= trees.compare(base.value.tree, head.value.tree);
      return differences;
    },
    history: apiHistory(github, { base: base.value.id, head: head.value.id }),
    failure: () => github.failure(),
    close: async () => github.stop(),
  });
}

async function entriesOf(trees: Trees, tree: string): ReturnType<Snapshot['entries']> {
  const all = await trees.compare(undefined, tree);
  return all.ok ? ok(all.value.map(({ after }) => after!)) : all;
}

type Payload = {
  pull_request?: { number?: unknown; head?: unknown };
  issue?: { number?: unknown; pull_request?: unknown };
};

/**
 * The payloads of these events may be old, or have no commits: base and test merge are read live. The head stays
 * that of the event, where it has one, since the check's result stands at that commit.
 */
async function planByApi(
  github: GitHub,
  { event, base, head }: { event: WorkflowEvent; base?: string; head?: string },
): Promise<Result<RefPlan>> {
  const { pull_request: pull, issue } = (event.payload ?? {}) as Payload;
  const target = event.name === 'pull_request_target';
  const number = target
    ? pull?.number
    : event.name === 'issue_comment' && issue?.pull_request && issue.number;
  if (base || head || !Number.isSafeInteger(number)) {
    return planRefs(event, { ...(base && { base }), ...(head && { head }) });
  }
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const live = await github.request(route, { pull_number: number });
  if (!live.ok) return live;
  const payload = { pull_request: { ...live.value.data, ...(target && { head: pull?.head }) } };
  return planRefs({ ...event, name: 'pull_request_target', payload }, {});
}

type Considerate = GitHub & { failure(): Problem | undefined; stop(): void };

/** Asks a few things at once, and for nothing more after a problem that concerns them all. */
function considerate(github: GitHub): Considerate {
  const waiting: (() => void)[] = [];
  let running = 0;
  let failure: Problem | undefined;

  async function inTurn<T>(ask: () => Promise<Result<T>>, final: boolean): Promise<Result<T>> {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    const answer = failure ? refuse(failure) : await ask();
    if (final && !answer.ok && !PARTICULAR.has(answer.problem.code)) failure ??= answer.problem;
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
    return answer;
  }

  return {
    ...github,
    request: (route, parameters) => inTurn(() => github.request(route, parameters), true),
    // REST may still give what GraphQL could not.
    graphql: (query, variables) => inTurn(() => github.graphql(query, variables), false),
    failure: () => failure,
    stop: () => {
      failure ??= { code: 'closed', message: 'The comparison is closed.', hint: 'Report this as a bug.' };
    },
  };
}
