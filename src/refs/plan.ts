import { ok, type Problem, type Result, refuse } from '../model/problem.ts';

/** A workflow run's event: its name, its untrusted payload, GITHUB_SHA and GITHUB_REF. */
export type WorkflowEvent = { name: string; payload: unknown; sha: string; ref: string };

/** Which two commits an event asks to compare, as far as that is known without a repository. */
export type RefPlan =
  /** The first parent of a merge commit with the merge commit; its second parent must be `expectedHead`. */
  | { kind: 'merge'; merge: string; expectedHead?: string }
  /** Two commits, compared directly. Names come from inputs, full ids from events. */
  | { kind: 'pair'; base: string; head: string }
  /** A branch since it left the base. `merge` is the test merge of both, when GitHub has made one. */
  | { kind: 'fork'; base: string; head: string; merge?: string }
  /** A new branch: since it left the default branch; since its first parent when it is the default branch. */
  | { kind: 'created'; head: string; ref: string; defaultBranch?: string }
  | { kind: 'nothing'; why: string };

type Inputs = { base?: string; head?: string };

/**
 * Events and their commits follow GitHub's documentation of workflow triggers and webhook payloads.
 * Problems: `no-base`, `bad-event`.
 */
export function planRefs(event: WorkflowEvent, inputs: Inputs): Result<RefPlan> {
  if (inputs.base) return planInputs(event, inputs.base, inputs.head);
  if (inputs.head) return refuse(noBase('The input `head` is set, but `base` is not.'));
  switch (event.name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return planMerge(event);
    case 'pull_request_target':
      return planFork(event);
    case 'merge_group':
      return planGroup(event);
    case 'push':
      return planPush(event);
    default:
      return refuse(noBase(`The event \`${event.name}\` has no base commit to compare with.`));
  }
}

function planInputs(event: WorkflowEvent, base: string, head: string | undefined): Result<RefPlan> {
  if (head) return ok({ kind: 'pair', base, head });
  const sha = commitId(event.sha);
  return sha === undefined ? refuse(badEvent(event, 'GITHUB_SHA')) : ok({ kind: 'pair', base, head: sha });
}

function planMerge(event: WorkflowEvent): Result<RefPlan> {
  const merge = commitId(event.sha);
  if (merge === undefined) return refuse(badEvent(event, 'GITHUB_SHA'));
  const stated = at(event.payload, 'pull_request', 'head', 'sha');
  const expectedHead = commitId(stated);
  if (expectedHead === undefined) return refuse(badEvent(event, 'pull_request.head.sha'));
  return ok({ kind: 'merge', merge, expectedHead });
}

function planFork(event: WorkflowEvent): Result<RefPlan> {
  const base = commitId(at(event.payload, 'pull_request', 'base', 'sha'));
  const head = commitId(at(event.payload, 'pull_request', 'head', 'sha'));
  const merge = commitId(at(event.payload, 'pull_request', 'merge_commit_sha'));
  if (base === undefined) return refuse(badEvent(event, 'pull_request.base.sha'));
  if (head === undefined) return refuse(badEvent(event, 'pull_request.head.sha'));
  return ok({ kind: 'fork', base, head, ...(merge && { merge }) });
}

function planGroup(event: WorkflowEvent): Result<RefPlan> {
  const base = commitId(at(event.payload, 'merge_group', 'base_sha'));
  const head = commitId(at(event.payload, 'merge_group', 'head_sha'));
  if (base === undefined) return refuse(badEvent(event, 'merge_group.base_sha'));
  if (head === undefined) return refuse(badEvent(event, 'merge_group.head_sha'));
  return ok({ kind: 'pair', base, head });
}

function planPush(event: WorkflowEvent): Result<RefPlan> {
  const { before, after } = { before: at(event.payload, 'before'), after: at(event.payload, 'after') };
  const deleted = at(event.payload, 'deleted') === true;
  if (isZero(after) || (deleted && after === undefined)) {
    return ok({ kind: 'nothing', why: `${event.ref} was deleted: nothing is left to compare` });
  }
  const head = commitId(after);
  if (head === undefined) return refuse(badEvent(event, 'after'));
  if (isZero(before)) {
    const branch = at(event.payload, 'repository', 'default_branch');
    const known = typeof branch === 'string' && isBranchName(branch);
    return ok({ kind: 'created', head, ref: event.ref, ...(known && { defaultBranch: branch }) });
  }
  const base = commitId(before);
  return base === undefined ? refuse(badEvent(event, 'before')) : ok({ kind: 'pair', base, head });
}

/** The value below these own keys; `undefined` when anything on the way is missing or no object. */
function at(value: unknown, ...keys: string[]): unknown {
  let here = value;
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

/** A full commit id (SHA-1 or SHA-256) that is not all zeros. */
function commitId(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(value)) return undefined;
  return isZero(value) ? undefined : value.toLowerCase();
}

function isZero(value: unknown): boolean {
  return typeof value === 'string' && /^(?:0{40}|0{64})$/.test(value);
}

/** The safe part of what `git check-ref-format --branch` allows. */
function isBranchName(name: string): boolean {
  return (
    name.length <= 255 && /^(?![-./])(?!.*(?:\.\.|\/\/|@\{|\.lock$|[/.]$))[^\0-\x20\x7f~^:?*[\\]+$/.test(name)
  );
}

function noBase(message: string): Problem {
  return {
    code: 'no-base',
    message,
    hint: 'Set the input `base` to the branch, tag or commit to compare with.',
  };
}

function badEvent(event: WorkflowEvent, field: string): Problem {
  return {
    code: 'bad-event',
    message: `The event \`${event.name}\` has no full commit id in ${field}.`,
    hint: 'Run Holdfast in a workflow of GitHub Actions, or set the inputs `base` and `head`.',
  };
}
