import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  gitBytes,
  gitFailed,
  isObjectId,
  runGit
} from "./chunk-GMQLBFQ4.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/git/refs.ts
async function resolveCommit(repository, name) {
  if (name === "" || name.startsWith("-") || /[\0-\x1f\x7f]/.test(name)) return refuse(unusable(name));
  if (isObjectId(name.toLowerCase())) {
    const commit = await repository.objects.commit(name.toLowerCase());
    return commit.ok ? ok(commit.value.id) : commit;
  }
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const id = await askId(repository, args);
  if (!id.ok || id.value !== void 0) return id;
  return refuse(name === "HEAD" ? emptyRepository() : await unknownRef(repository, name));
}
async function defaultBranch(repository) {
  const origin = "refs/remotes/origin/";
  const names = [`${origin}main`, `${origin}master`, "refs/heads/main", "refs/heads/master"];
  const found = await listRefs(repository, "%(refname)", [`${origin}HEAD`, ...names]);
  if (!found.ok) return found;
  const name = [`${origin}HEAD`, ...names].find((each) => found.value.includes(each));
  if (name !== void 0) return ok(name);
  return refuse({
    code: "no-default-branch",
    message: "Holdfast found no default branch to compare with: neither origin/HEAD nor main nor master.",
    hint: "Name the commit to compare with: --base REF."
  });
}
async function mergeBase(repository, a, b) {
  const id = await askId(repository, ["merge-base", a, b]);
  if (!id.ok || id.value !== void 0) return id;
  const message = `The commits ${a} and ${b} have no common ancestor`;
  return refuse(
    repository.shallow ? {
      code: "no-merge-base",
      message: `${message} in this clone, whose history is cut off.`,
      hint: "Fetch more history: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout."
    } : {
      code: "no-merge-base",
      message: `${message}: their histories are unrelated.`,
      hint: "Name the commits to compare directly: --base A --head B."
    }
  );
}
async function askId(repository, args) {
  const output = await runGit({ gitDir: repository.gitDir, args });
  if (!output.ok) return output;
  const id = output.value.stdout.toString("latin1").trim();
  if (output.value.code === 0 && isObjectId(id)) return ok(id);
  return output.value.code === 1 ? ok(void 0) : refuse(gitFailed({ args }, output.value));
}
async function listRefs(repository, format, patterns) {
  const args = ["for-each-ref", `--format=${format}`, ...patterns];
  const output = await gitBytes({ gitDir: repository.gitDir, args });
  return output.ok ? ok(output.value.toString("utf8").split("\n").filter(Boolean)) : output;
}
function unusable(name) {
  return {
    code: "unknown-ref",
    message: name === "" ? "The name of a commit is empty." : `${JSON.stringify(name)} cannot name a commit.`,
    hint: "Give a branch, a tag or a commit id; a branch that starts with `-` as refs/heads/NAME."
  };
}
function emptyRepository() {
  return {
    code: "empty-repository",
    message: "The current branch has no commit yet, so HEAD stands for none.",
    hint: "Make the first commit, or switch to a branch that has one."
  };
}
async function unknownRef(repository, name) {
  const refs = await listRefs(repository, "%(refname:short)", ["refs/heads", "refs/remotes", "refs/tags"]);
  const near = nearNames(name, refs.ok ? refs.value : []);
  const shallow = repository.shallow ? " This clone is shallow: the commit may have to be fetched first." : "";
  const hint = near.length > 0 ? `Did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?` : "See `git branch --all` and `git tag` for the names that exist.";
  return {
    code: "unknown-ref",
    message: `${JSON.stringify(name)} names no commit of this repository.`,
    hint: `${hint}${shallow}`
  };
}
function nearNames(name, names) {
  const wanted = name.toLowerCase();
  const ranked = names.slice(0, 5e3).map((each) => {
    const other = each.toLowerCase();
    if (other === wanted || other.endsWith(`/${wanted}`) || wanted.endsWith(`/${other}`))
      return { each, rank: 0 };
    return {
      each,
      rank: Math.min(distance(wanted, other), distance(wanted, other.replace(/^origin\//, "")))
    };
  });
  const most = wanted.length < 3 ? 1 : wanted.length < 9 ? 2 : 3;
  const close = ranked.filter(({ rank }) => rank <= most);
  return close.sort((one, other) => one.rank - other.rank).slice(0, 3).map(({ each }) => each);
}
function distance(a, b) {
  if (Math.abs(a.length - b.length) > 3 || a.length > 100) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

export {
  resolveCommit,
  defaultBranch,
  mergeBase
};
