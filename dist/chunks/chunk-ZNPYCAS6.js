import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  planRefs
} from "./chunk-WKY25ED7.js";
import {
  resolvePlan
} from "./chunk-NIDNI2XO.js";
import {
  openRepository
} from "./chunk-YJMEJDG4.js";
import {
  commitHistory
} from "./chunk-YNMSC3SZ.js";
import {
  RAW_OPTIONS,
  commitSnapshot,
  parseRaw,
  toRawChanges
} from "./chunk-VRSVULR4.js";
import {
  defaultBranch,
  mergeBase,
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import {
  gitBytes,
  isObjectId
} from "./chunk-GMQLBFQ4.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/git/open-pair.ts
import { resolve, sep } from "node:path";

// src/adapters/git/pair.ts
function commitPair(repository, base, head, { deepen = false } = {}) {
  let differences;
  return {
    before: commitSnapshot(repository, base),
    after: commitSnapshot(repository, head),
    history: commitHistory(repository, { base, head, deepen }),
    differences: () => {
      differences ??= base === head ? Promise.resolve(ok([])) : compareCommits(repository, base, head);
      return differences;
    }
  };
}
async function compareCommits(repository, base, head) {
  for (const id of [base, head]) {
    if (!isObjectId(id)) return refuse(notAFullId(id));
  }
  const args = ["diff-tree", "-r", ...RAW_OPTIONS, base, head];
  const output = await gitBytes({ gitDir: repository.gitDir, args });
  if (!output.ok) return output;
  const lines = parseRaw(output.value);
  return lines.ok ? toRawChanges(lines.value) : lines;
}
function notAFullId(id) {
  return {
    code: "not-a-full-id",
    message: `\`${id}\` is not a full commit id.`,
    hint: "Give the commit id with all of its 40 (SHA-256: 64) lower-case hex digits."
  };
}

// src/adapters/git/open-pair.ts
async function openLocalPair(options) {
  if ([options.staged, options.worktree, options.head !== void 0].filter(Boolean).length > 1) {
    return refuse(conflictingOptions());
  }
  return opening(options, async (repository) => {
    if (options.staged || options.worktree) return localPair(repository, options);
    const commits = await localCommits(repository, options);
    return commits.ok ? ok(commitPair(repository, commits.value.base, commits.value.head)) : commits;
  });
}
async function openEventPair(options) {
  const { base, head } = options;
  const plan = planRefs(options.event, { ...base && { base }, ...head && { head } });
  if (!plan.ok) return plan;
  if (plan.value.kind === "nothing") return ok({ nothing: plan.value.why });
  const { value } = plan;
  return opening(options, async (repository) => {
    const commits = await resolvePlan(repository, value);
    if (!commits.ok) return commits;
    if ("nothing" in commits.value) return ok(commits.value);
    return ok(commitPair(repository, commits.value.base, commits.value.head, { deepen: true }));
  });
}
async function opening(options, toPair) {
  const opened = await openRepository(options);
  if (!opened.ok) return opened;
  const repository = opened.value;
  let kept = false;
  try {
    const pair = await toPair(repository);
    if (!pair.ok) return pair;
    if ("nothing" in pair.value) return ok(pair.value);
    kept = true;
    return ok(start(repository, pair.value));
  } finally {
    if (!kept) await repository.close();
  }
}
function start(repository, pair) {
  const differences = pair.differences();
  const close = async () => {
    await Promise.all([differences, repository.close()]);
  };
  return { ...pair, repository, close };
}
async function localCommits(repository, options) {
  const [head, named] = await Promise.all([
    resolveCommit(repository, options.head ?? "HEAD"),
    options.base === void 0 ? void 0 : resolveCommit(repository, options.base)
  ]);
  if (!head.ok) return head;
  if (named !== void 0) return named.ok ? ok({ base: named.value, head: head.value }) : named;
  const branch = await defaultBranch(repository);
  if (!branch.ok) return branch;
  const tip = await resolveCommit(repository, branch.value);
  if (!tip.ok) return tip;
  const base = await mergeBase(repository, tip.value, head.value);
  return base.ok ? ok({ base: base.value, head: head.value }) : base;
}
async function localPair(repository, options) {
  const { workTree } = repository;
  if (workTree === void 0) return refuse(noWorkTree(repository));
  const base = await resolveCommit(repository, options.base ?? "HEAD");
  const unborn = !base.ok && base.problem.code === "empty-repository";
  if (!base.ok && !(unborn && options.staged)) return base;
  const indexFile = hookIndex(repository);
  const local = { ...base.ok && { base: base.value }, ...indexFile && { indexFile } };
  const { indexPair, worktreePair } = await import("./local-GPBQ73QU.js");
  return ok(options.staged ? indexPair(repository, local) : worktreePair({ ...repository, workTree }, local));
}
function hookIndex(repository) {
  const stated = process.env.GIT_INDEX_FILE;
  if (!stated) return void 0;
  const file = resolve(stated);
  return file.startsWith(`${repository.gitDir}${sep}`) ? file : void 0;
}
function conflictingOptions() {
  return {
    code: "conflicting-options",
    message: "Only one of --head, --staged and --worktree can say what is compared with the base.",
    hint: "Leave out all but one of them."
  };
}
function noWorkTree(repository) {
  return {
    code: "no-work-tree",
    message: `The repository \`${repository.gitDir}\` has no work tree.`,
    hint: "Compare commits: --base A --head B."
  };
}

export {
  openLocalPair,
  openEventPair,
  noWorkTree
};
