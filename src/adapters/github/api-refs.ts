import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { RefPlan } from '../../refs/plan.ts';
import { isObjectId } from '../git/modes.ts';
import { notAMerge, type Resolved, staleMerge } from '../git/resolve.ts';
import { checkOut } from './api-tree.ts';
import type { GitHub } from './client.ts';

/** A commit's own data: full ids, of which `tree` is that of its files. */
export type ApiCommit = { id: string; tree: string; parents: string[] };

const MOST_TAGS = 8;

/**
 * Finds the two commits of a plan as git mode does, by GitHub's API alone. Problems: `missing-commit`,
 * `unknown-ref`, `not-a-merge`, `stale-merge`, `no-merge-base`, and those of the client.
 */
export async function resolveApiPlan(github: GitHub, plan: RefPlan): Promise<Result<Resolved>> {
  switch (plan.kind) {
    case 'nothing':
      return ok({ nothing: plan.why });
    case 'merge':
      return resolveMerge(github, plan.merge, plan.expectedHead);
    case 'pair': {
      const [base, head] = await Promise.all([named(github, plan.base), named(github, plan.head)]);
      if (!base.ok) return base;
      return head.ok ? ok({ base: base.value.id, head: head.value.id }) : head;
    }
    case 'fork': {
      const merged = plan.merge && (await resolveMerge(github, plan.merge, plan.head));
      if (merged && (merged.ok || !NO_MERGE.has(merged.problem.code))) return merged;
      const base = await forkPoint(github, plan.base, plan.head);
      return base.ok ? ok({ base: base.value, head: plan.head }) : base;
    }
    case 'created':
      return resolveCreated(github, plan);
  }
}

/** Why there is no usable test merge; anything else means that GitHub could not be asked. */
const NO_MERGE = new Set(['missing-commit', 'not-a-merge', 'stale-merge']);

async function resolveMerge(github: GitHub, merge: string, expected?: string): Promise<Result<Resolved>> {
  const commit = await apiCommit(github, merge);
  if (!commit.ok) return commit;
  const [base, head, ...more] = commit.value.parents;
  if (base === undefined || head === undefined || more.length > 0) return refuse(notAMerge(merge));
  if (expected !== undefined && head !== expected) return refuse(staleMerge(merge, head, expected));
  return ok({ base, head: commit.value.id });
}

async function resolveCreated(
  github: GitHub,
  plan: Extract<RefPlan, { kind: 'created' }>,
): Promise<Result<Resolved>> {
  const commit = await apiCommit(github, plan.head);
  if (!commit.ok) return commit;
  const { id: head, parents } = commit.value;
  const repository = plan.defaultBranch === undefined && (await github.request('GET /repos/{owner}/{repo}'));
  if (repository && !repository.ok) return repository;
  const branch = repository ? String(repository.value.data?.default_branch) : plan.defaultBranch!;
  if (plan.ref === `refs/heads/${branch}`) {
    if (parents[0] !== undefined) return ok({ base: parents[0], head });
    return ok({ nothing: `${plan.ref} begins with this commit: nothing was there before` });
  }
  const tip = await named(github, `refs/heads/${branch}`);
  if (!tip.ok) return tip;
  const base = await forkPoint(github, tip.value.id, head);
  if (!base.ok) return base;
  if (base.value !== head) return ok({ base: base.value, head });
  return ok({ nothing: `${plan.ref} is new, and all of its commits are on ${branch} already` });
}

/** The second page has no files: up to 300 differences that nobody reads. */
async function forkPoint(github: GitHub, a: string, b: string): Promise<Result<string>> {
  for (const id of [a, b]) {
    const commit = await apiCommit(github, id);
    if (!commit.ok) return commit;
  }
  const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
  const answer = await github.request(route, { basehead: `${a}...${b}`, per_page: 1, page: 2 });
  if (!answer.ok && answer.problem.code !== 'github-not-found') return answer;
  const base = answer.ok ? answer.value.data?.merge_base_commit?.sha : undefined;
  if (typeof base === 'string' && isObjectId(base)) return ok(base);
  return refuse({
    code: 'no-merge-base',
    message: `GitHub finds no common ancestor of the commits ${a} and ${b}.`,
    hint: 'Set the inputs `base` and `head` to the commits to compare.',
  });
}

/** The commit of a full id, of a ref (`refs/…`), or of a branch, else a tag, with this name. */
async function named(github: GitHub, name: string): Promise<Result<ApiCommit>> {
  if (isObjectId(name.toLowerCase())) return apiCommit(github, name.toLowerCase());
  // No wildcard, no `..` and nothing else that is an operator of git's revisions or of URLs.
  const plain = /^(?![-./])(?!.*(?:\.\.|\/\/))[^\0-\x20\x7f~^:?*[\]\\@{}]+$/.test(name);
  const short = name.replace(/^origin\//, '');
  const refs = name.startsWith('refs/')
    ? [name.slice('refs/'.length)]
    : [...new Set([`heads/${name}`, `tags/${name}`, `heads/${short}`])];
  for (const ref of plain ? refs : []) {
    const answer = await github.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref });
    if (!answer.ok && answer.problem.code !== 'github-not-found') return answer;
    const data = answer.ok ? answer.value.data : undefined;
    if (data?.ref === `refs/${ref}`) return apiCommit(github, String(data.object?.sha));
  }
  return refuse({
    code: 'unknown-ref',
    message: `GitHub knows no branch or tag ${JSON.stringify(name)}.`,
    hint: 'Without a checkout, name a branch, a tag or a full commit id.',
  });
}

/** The commit with this full id, also when it is the id of a tag on it. Problem: `missing-commit`. */
export async function apiCommit(github: GitHub, id: string, tags = 0): Promise<Result<ApiCommit>> {
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
  const answer = isObjectId(id) ? await github.request(route, { commit_sha: id }) : refuse(missing(id));
  if (!answer.ok) {
    if (answer.problem.code !== 'github-not-found') return answer;
    const tag = await github.request('GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { tag_sha: id });
    if (tag.ok && tags < MOST_TAGS) return apiCommit(github, String(tag.value.data?.object?.sha), tags + 1);
    return tag.ok || tag.problem.code === 'github-not-found' ? refuse(missing(id)) : tag;
  }
  const { sha, tree, parents } = answer.value.data ?? {};
  const above = Array.isArray(parents) ? parents.map((parent) => parent?.sha) : [undefined];
  if (sha === id && [tree?.sha, ...above].every((each) => isObjectId(String(each)))) {
    return ok({ id, tree: tree.sha, parents: above });
  }
  return checkOut('github-inexact', `GitHub does not give the commit ${id} as its documentation says.`);
}

function missing(id: string): Problem {
  return {
    code: 'missing-commit',
    message: `GitHub does not give the commit ${id}.`,
    hint: 'Give the job `contents: read`. If a forced push has removed the commit, set the input `base`.',
  };
}
