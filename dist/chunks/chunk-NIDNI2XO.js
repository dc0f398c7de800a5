import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  defaultBranch,
  mergeBase,
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import {
  fetchCommits,
  isObjectId,
  remoteRefs
} from "./chunk-GMQLBFQ4.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/git/resolve.ts
var DEPTHS = [50, 1e3];
async function resolvePlan(repository, plan) {
  switch (plan.kind) {
    case "nothing":
      return ok({ nothing: plan.why });
    case "merge":
      return resolveMerge(repository, plan.merge, plan.expectedHead);
    case "pair":
      return resolvePair(repository, plan.base, plan.head);
    case "fork":
      return resolveFork(repository, plan);
    case "created":
      return resolveCreated(repository, plan);
  }
}
async function resolveMerge(repository, merge, expectedHead) {
  const commits = await fetchMissing(repository, [merge]);
  if (!commits.ok) return commits;
  const { parents } = commits.value[0];
  const [base, head] = parents;
  if (base === void 0 || head === void 0 || parents.length > 2) return refuse(notAMerge(merge));
  if (expectedHead !== void 0 && head !== expectedHead)
    return refuse(staleMerge(merge, head, expectedHead));
  const before = await fetchMissing(repository, [base]);
  return before.ok ? ok({ base, head: merge }) : before;
}
async function resolvePair(repository, base, head) {
  const from = await idOf(repository, base);
  if (!from.ok) return from;
  const to = await idOf(repository, head);
  if (!to.ok) return to;
  const commits = await fetchMissing(repository, [from.value, to.value]);
  return commits.ok ? ok({ base: commits.value[0].id, head: commits.value[1].id }) : commits;
}
async function resolveFork(repository, plan) {
  if (plan.merge !== void 0) {
    const merged = await resolveMerge(repository, plan.merge, plan.head);
    if (merged.ok) return merged;
  }
  const base = await forkPoint(repository, plan.base, plan.head);
  return base.ok ? ok({ base: base.value, head: plan.head }) : base;
}
async function resolveCreated(repository, plan) {
  const commits = await fetchMissing(repository, [plan.head]);
  if (!commits.ok) return commits;
  const { id: head, parents } = commits.value[0];
  const branch = await defaultBranchOf(repository, plan.defaultBranch);
  if (!branch.ok) return branch;
  if (plan.ref === `refs/heads/${branch.value}`) {
    const [base2] = parents;
    if (base2 === void 0)
      return ok({ nothing: `${plan.ref} begins with this commit: nothing was there before` });
    const before = await fetchMissing(repository, [base2]);
    return before.ok ? ok({ base: base2, head }) : before;
  }
  const tracked = await resolveCommit(repository, `refs/remotes/origin/${branch.value}`);
  const tip = tracked.ok ? tracked : await idOf(repository, `refs/heads/${branch.value}`);
  if (!tip.ok) return tip;
  const base = await forkPoint(repository, tip.value, head);
  if (!base.ok) return base;
  if (base.value !== head) return ok({ base: base.value, head });
  return ok({ nothing: `${plan.ref} is new, and all of its commits are on ${branch.value} already` });
}
async function defaultBranchOf(repository, stated) {
  if (stated !== void 0) return ok(stated);
  const found = await defaultBranch(repository);
  return found.ok ? ok(found.value.replace(/^refs\/(?:heads|remotes\/origin)\//, "")) : found;
}
async function forkPoint(repository, a, b) {
  const commits = await fetchMissing(repository, [a, b]);
  if (!commits.ok) return commits;
  let base = await mergeBase(repository, a, b);
  for (const depth of repository.shallow ? DEPTHS : []) {
    if (base.ok || base.problem.code !== "no-merge-base") return base;
    const fetched = await fetchCommits(repository, [a, b], depth);
    if (!fetched.ok) return fetched;
    base = await mergeBase(repository, a, b);
  }
  return base;
}
async function idOf(repository, name) {
  if (isObjectId(name)) return ok(name);
  const local = await resolveCommit(repository, name);
  if (local.ok || local.problem.code !== "unknown-ref" || !isPlainRef(name)) return local;
  const refs = name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  const found = await remoteRefs(repository, refs);
  const id = found.ok ? refs.map((ref) => found.value.get(ref)).find(Boolean) : void 0;
  return id === void 0 ? local : ok(id);
}
function isPlainRef(name) {
  return /^(?![-./])[^\0-\x20\x7f~^:?*[\]\\@{}]+$/.test(name);
}
async function fetchMissing(repository, ids) {
  const lookUp = () => Promise.all(ids.map((id) => repository.objects.commit(id)));
  let found = await lookUp();
  const missing = ids.filter((_, index) => isMissing(found[index]));
  if (missing.length > 0) {
    const fetched = await fetchCommits(repository, missing);
    if (!fetched.ok) return refuse(notFetched(missing, fetched.problem));
    found = await lookUp();
  }
  const commits = [];
  for (const commit of found) {
    if (!commit.ok) return commit;
    commits.push(commit.value);
  }
  return ok(commits);
}
function isMissing(result) {
  return !result.ok && result.problem.code === "missing-commit";
}
function notFetched(ids, reason) {
  return {
    code: "missing-commit",
    message: `This clone does not have ${ids.join(" and ")}. ${reason.message}`,
    hint: `${reason.hint} If a forced push has removed the commit, set the input \`base\`.`
  };
}
function notAMerge(merge) {
  return {
    code: "not-a-merge",
    message: `The commit ${merge} of this pull request's run does not have two parents.`,
    hint: "Set the inputs `base` and `head`, for example to the base branch and the head of the pull request."
  };
}
function staleMerge(merge, head, expected) {
  return {
    code: "stale-merge",
    message: `The test merge ${merge} is of ${head}, but the head of the pull request is ${expected}.`,
    hint: "Push to the pull request, or close and reopen it, so that GitHub makes a new test merge."
  };
}

export {
  resolvePlan,
  notAMerge,
  staleMerge
};
