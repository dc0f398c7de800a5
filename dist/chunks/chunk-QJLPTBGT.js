import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  notAMerge,
  staleMerge
} from "./chunk-NIDNI2XO.js";
import {
  entryMode,
  isObjectId,
  isTreeMode
} from "./chunk-GMQLBFQ4.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/github/api-tree.ts
import { createHash } from "node:crypto";
var MOST_NAMES = 1e6;
function openTrees(github) {
  const trees = /* @__PURE__ */ new Map();
  const whole = /* @__PURE__ */ new Map();
  const sizes = /* @__PURE__ */ new Map();
  async function list(id, more) {
    if (gitId("tree", new Uint8Array(), id) === id) return ok({ tree: [], truncated: false });
    const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
    const answer = await github.request(route, { tree_sha: id, ...more });
    if (!answer.ok) return answer;
    const { tree, truncated } = answer.value.data ?? {};
    if (!Array.isArray(tree) || !tree.every(isItem) || typeof truncated !== "boolean") return inexact(id);
    for (const { sha, size } of tree) if (typeof size === "number") sizes.set(sha, size);
    return ok({ tree, truncated });
  }
  const load = memo(trees, async (id) => {
    const listing = await list(id, {});
    if (!listing.ok) return listing;
    if (!listing.value.truncated) return toTree(id, listing.value.tree);
    return checkOut("github-truncated", `GitHub gives only a part of the directory ${id}: it is too large.`);
  });
  const loadAll = memo(whole, async (id) => {
    const listing = await list(id, { recursive: "1" });
    if (!listing.ok) return listing;
    if (listing.value.truncated) {
      const tree = await load(id);
      if (!tree.ok) return tree;
      const below = [...tree.value.values()].filter(({ mode }) => isTreeMode(mode));
      const loaded = await Promise.all(below.map((each) => loadAll(each.id)));
      return loaded.find((each) => !each.ok) ?? tree;
    }
    const directories = /* @__PURE__ */ new Map([["", { id, items: [] }]]);
    for (const { path, mode, sha } of listing.value.tree) {
      if (isTreeMode(mode)) directories.set(`${path}/`, { id: sha, items: [] });
    }
    for (const item of listing.value.tree) {
      const start = item.path.lastIndexOf("/") + 1;
      directories.get(item.path.slice(0, start))?.items.push({ ...item, path: item.path.slice(start) });
    }
    for (const directory of directories.values()) {
      const tree = toTree(directory.id, directory.items);
      if (!tree.ok) return tree;
      for (const known of [trees, whole]) known.set(directory.id, Promise.resolve(tree));
    }
    return load(id);
  });
  const compare = async (before, after) => {
    const changes = [];
    let problem;
    let names = 0;
    const side = async (id, other) => {
      if (id === void 0) return /* @__PURE__ */ new Map();
      const tree = await (other === void 0 ? loadAll(id) : load(id));
      if (tree.ok) return tree.value;
      problem ??= tree.problem;
      return /* @__PURE__ */ new Map();
    };
    const visit = async (one, two, prefix) => {
      const [old, now] = await Promise.all([side(one, two), side(two, one)]);
      const below = [];
      for (const name of /* @__PURE__ */ new Set([...old.keys(), ...now.keys()])) {
        const [was, is] = [old.get(name), now.get(name)];
        if (problem || was?.id === is?.id && was?.mode === is?.mode) continue;
        if (++names > MOST_NAMES)
          ({ problem } = checkOut("too-many-paths", `More than ${MOST_NAMES} paths.`));
        const path = prefix + name;
        const [from, to] = [toEntry(path, was), toEntry(path, is)];
        const [left, right] = [from ? void 0 : was?.id, to ? void 0 : is?.id];
        if (left !== right) below.push(visit(left, right, `${path}/`));
        if (from?.id === to?.id && from?.mode === to?.mode) continue;
        changes.push({ path, ...from && { before: from }, ...to && { after: to } });
      }
      await Promise.all(below);
    };
    if (before !== after) await visit(before, after, "");
    return problem ? refuse(problem) : ok(sortByBytes(changes, ({ path }) => path));
  };
  const entry = async (root, path) => {
    let found = { mode: "40000", id: root };
    for (const name of path.split("/")) {
      if (found === void 0 || !isTreeMode(found.mode)) return ok(void 0);
      const tree = await load(found.id);
      if (!tree.ok) return tree;
      found = tree.value.get(name);
    }
    return ok(toEntry(path, found));
  };
  return { compare, entry, sizes };
}
function memo(known, ask) {
  return (id) => {
    const answer = known.get(id) ?? ask(id);
    known.set(id, answer);
    return answer;
  };
}
function gitId(type, bytes, like) {
  const hash = createHash(like.length === 64 ? "sha256" : "sha1");
  return hash.update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}
function toTree(id, items) {
  const tree = new Map(items.map(({ path, mode, sha }) => [path, { mode, id: sha }]));
  const sorted = sortByBytes(items, ({ path, mode }) => isTreeMode(mode) ? `${path}/` : path);
  const parts = sorted.flatMap(({ path, mode, sha }) => [
    Buffer.from(`${mode.replace(/^0/, "")} ${path}\0`),
    Buffer.from(sha, "hex")
  ]);
  const plain = items.every(({ path }) => path !== "" && !path.includes("/") && path.isWellFormed());
  const same = gitId("tree", Buffer.concat(parts), id) === id;
  return plain && same && tree.size === items.length ? ok(tree) : inexact(id, items.find(({ path }) => path.includes("\uFFFD"))?.path);
}
function toEntry(path, found) {
  const mode = found && entryMode(found.mode);
  return mode && { path, mode, id: found.id };
}
function isItem(item) {
  const { path, mode, sha } = item ?? {};
  if (typeof path !== "string" || typeof mode !== "string" || !isObjectId(String(sha))) return false;
  return isTreeMode(mode) || entryMode(mode) !== void 0;
}
function sortByBytes(items, text) {
  const keyed = items.map((item) => ({ item, bytes: Buffer.from(text(item)) }));
  return keyed.sort((one, other) => Buffer.compare(one.bytes, other.bytes)).map(({ item }) => item);
}
function inexact(id, name) {
  const why = name === void 0 ? "" : `, probably because of the name ${JSON.stringify(name)}`;
  return checkOut("github-inexact", `GitHub does not give the directory ${id} exactly${why}.`);
}
function checkOut(code, message) {
  const hint = "Check out the repository in this job, so that Holdfast reads it with git.";
  return refuse({ code, message, hint });
}

// src/adapters/github/api-refs.ts
var MOST_TAGS = 8;
async function resolveApiPlan(github, plan) {
  switch (plan.kind) {
    case "nothing":
      return ok({ nothing: plan.why });
    case "merge":
      return resolveMerge(github, plan.merge, plan.expectedHead);
    case "pair": {
      const [base, head] = await Promise.all([named(github, plan.base), named(github, plan.head)]);
      if (!base.ok) return base;
      return head.ok ? ok({ base: base.value.id, head: head.value.id }) : head;
    }
    case "fork": {
      const merged = plan.merge && await resolveMerge(github, plan.merge, plan.head);
      if (merged && (merged.ok || !NO_MERGE.has(merged.problem.code))) return merged;
      const base = await forkPoint(github, plan.base, plan.head);
      return base.ok ? ok({ base: base.value, head: plan.head }) : base;
    }
    case "created":
      return resolveCreated(github, plan);
  }
}
var NO_MERGE = /* @__PURE__ */ new Set(["missing-commit", "not-a-merge", "stale-merge"]);
async function resolveMerge(github, merge, expected) {
  const commit = await apiCommit(github, merge);
  if (!commit.ok) return commit;
  const [base, head, ...more] = commit.value.parents;
  if (base === void 0 || head === void 0 || more.length > 0) return refuse(notAMerge(merge));
  if (expected !== void 0 && head !== expected) return refuse(staleMerge(merge, head, expected));
  return ok({ base, head: commit.value.id });
}
async function resolveCreated(github, plan) {
  const commit = await apiCommit(github, plan.head);
  if (!commit.ok) return commit;
  const { id: head, parents } = commit.value;
  const repository = plan.defaultBranch === void 0 && await github.request("GET /repos/{owner}/{repo}");
  if (repository && !repository.ok) return repository;
  const branch = repository ? String(repository.value.data?.default_branch) : plan.defaultBranch;
  if (plan.ref === `refs/heads/${branch}`) {
    if (parents[0] !== void 0) return ok({ base: parents[0], head });
    return ok({ nothing: `${plan.ref} begins with this commit: nothing was there before` });
  }
  const tip = await named(github, `refs/heads/${branch}`);
  if (!tip.ok) return tip;
  const base = await forkPoint(github, tip.value.id, head);
  if (!base.ok) return base;
  if (base.value !== head) return ok({ base: base.value, head });
  return ok({ nothing: `${plan.ref} is new, and all of its commits are on ${branch} already` });
}
async function forkPoint(github, a, b) {
  for (const id of [a, b]) {
    const commit = await apiCommit(github, id);
    if (!commit.ok) return commit;
  }
  const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
  const answer = await github.request(route, { basehead: `${a}...${b}`, per_page: 1, page: 2 });
  if (!answer.ok && answer.problem.code !== "github-not-found") return answer;
  const base = answer.ok ? answer.value.data?.merge_base_commit?.sha : void 0;
  if (typeof base === "string" && isObjectId(base)) return ok(base);
  return refuse({
    code: "no-merge-base",
    message: `GitHub finds no common ancestor of the commits ${a} and ${b}.`,
    hint: "Set the inputs `base` and `head` to the commits to compare."
  });
}
async function named(github, name) {
  if (isObjectId(name.toLowerCase())) return apiCommit(github, name.toLowerCase());
  const plain = /^(?![-./])(?!.*(?:\.\.|\/\/))[^\0-\x20\x7f~^:?*[\]\\@{}]+$/.test(name);
  const short = name.replace(/^origin\//, "");
  const refs = name.startsWith("refs/") ? [name.slice("refs/".length)] : [.../* @__PURE__ */ new Set([`heads/${name}`, `tags/${name}`, `heads/${short}`])];
  for (const ref of plain ? refs : []) {
    const answer = await github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ref });
    if (!answer.ok && answer.problem.code !== "github-not-found") return answer;
    const data = answer.ok ? answer.value.data : void 0;
    if (data?.ref === `refs/${ref}`) return apiCommit(github, String(data.object?.sha));
  }
  return refuse({
    code: "unknown-ref",
    message: `GitHub knows no branch or tag ${JSON.stringify(name)}.`,
    hint: "Without a checkout, name a branch, a tag or a full commit id."
  });
}
async function apiCommit(github, id, tags = 0) {
  const route = "GET /repos/{owner}/{repo}/git/commits/{commit_sha}";
  const answer = isObjectId(id) ? await github.request(route, { commit_sha: id }) : refuse(missing(id));
  if (!answer.ok) {
    if (answer.problem.code !== "github-not-found") return answer;
    const tag = await github.request("GET /repos/{owner}/{repo}/git/tags/{tag_sha}", { tag_sha: id });
    if (tag.ok && tags < MOST_TAGS) return apiCommit(github, String(tag.value.data?.object?.sha), tags + 1);
    return tag.ok || tag.problem.code === "github-not-found" ? refuse(missing(id)) : tag;
  }
  const { sha, tree, parents } = answer.value.data ?? {};
  const above = Array.isArray(parents) ? parents.map((parent) => parent?.sha) : [void 0];
  if (sha === id && [tree?.sha, ...above].every((each) => isObjectId(String(each)))) {
    return ok({ id, tree: tree.sha, parents: above });
  }
  return checkOut("github-inexact", `GitHub does not give the commit ${id} as its documentation says.`);
}
function missing(id) {
  return {
    code: "missing-commit",
    message: `GitHub does not give the commit ${id}.`,
    hint: "Give the job `contents: read`. If a forced push has removed the commit, set the input `base`."
  };
}

export {
  openTrees,
  gitId,
  checkOut,
  resolveApiPlan,
  apiCommit
};
