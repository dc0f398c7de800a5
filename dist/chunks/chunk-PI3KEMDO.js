import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  THRESHOLDS,
  checkById,
  checks,
  compareKeys,
  conflictMarkers,
  createSelector,
  formatOf,
  hasTemplateTags,
  isTemplatePath,
  lineHunks,
  matcherOf,
  percent,
  policyChanged,
  putBack,
  renderedPath,
  retainedLines,
  sourceName,
  standsAtTag,
  textOf,
  withoutTags
} from "./chunk-TLZISMO4.js";
import {
  defaultBranch,
  defaultPolicy,
  environmentFamilies,
  fetchCommits,
  findPolicy,
  formatById,
  globFault,
  mergeBase,
  nearestName,
  openRepository,
  policyPaths,
  readFile,
  readPolicy,
  remoteRefs,
  resolveCommit,
  schemaFault,
  unpinnedSchema
} from "./chunk-SVORPTRE.js";
import {
  commandMessage,
  commandProperty,
  inert,
  markdownCode,
  markdownFence,
  markdownText,
  plainLine,
  visible,
  visibleJson
} from "./chunk-CDNBRFAP.js";
import {
  commitPair
} from "./chunk-EAZS2NK6.js";
import {
  isObjectId
} from "./chunk-ZDJVVCSZ.js";
import {
  baseName,
  directoryOf,
  encodePath,
  foldPath
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  child,
  isObject,
  parentOf,
  segmentsOf,
  setOwn,
  typeOf
} from "./chunk-U7H2WY5Q.js";

// src/findings/order.ts
var SEVERITIES = ["error", "warning", "notice"];
function atLeast(severity, threshold) {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
function sortFindings(findings) {
  return [...findings].sort(
    (left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || compare(left.path, right.path) || (left.line ?? 0) - (right.line ?? 0) || compare(left.check, right.check) || compare(left.key ?? "", right.key ?? "") || compare(left.fingerprint, right.fingerprint)
  );
}
function compare(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

// src/verdict/decide.ts
function decide(findings, notLookedAt4, failOn) {
  if (findings.some((finding2) => atLeast(finding2.severity, failOn))) return "fail";
  return notLookedAt4.some((part) => part.blocks) ? "inconclusive" : "pass";
}
function exitCode(verdict, warnOnly) {
  if (warnOnly || verdict === "pass") return 0;
  return verdict === "fail" ? 1 : 2;
}
function toDecision(pair, policy, evidence) {
  const { changes, notLookedAt: notLookedAt4 } = evidence;
  const findings = sortFindings(evidence.findings);
  const failOn = policy.failOn ?? "error";
  const count = (severity) => findings.filter((finding2) => finding2.severity === severity).length;
  return {
    version: 1,
    verdict: decide(findings, notLookedAt4, failOn),
    base: pair.before.id,
    head: pair.after.id,
    policy: originName(policy.origin),
    failOn,
    warnOnly: policy.warnOnly ?? false,
    counts: {
      errors: count("error"),
      warnings: count("warning"),
      notices: count("notice"),
      changed: changes.length,
      critical: changes.filter((change2) => change2.critical).length
    },
    findings,
    changes,
    notLookedAt: notLookedAt4
  };
}
function originName(origin) {
  return "path" in origin ? `${origin.kind}:${origin.path}` : origin.kind;
}

// src/adapters/git/open-pair.ts
import { resolve, sep } from "node:path";

// src/refs/plan.ts
function planRefs(event, inputs) {
  if (inputs.base) return planInputs(event, inputs.base, inputs.head);
  if (inputs.head) return refuse(noBase("The input `head` is set, but `base` is not."));
  switch (event.name) {
    case "pull_request":
    case "pull_request_review":
    case "pull_request_review_comment":
      return planMerge(event);
    case "pull_request_target":
      return planFork(event);
    case "merge_group":
      return planGroup(event);
    case "push":
      return planPush(event);
    default:
      return refuse(noBase(`The event \`${event.name}\` has no base commit to compare with.`));
  }
}
function planInputs(event, base, head2) {
  if (head2) return ok({ kind: "pair", base, head: head2 });
  const sha = commitId(event.sha);
  return sha === void 0 ? refuse(badEvent(event, "GITHUB_SHA")) : ok({ kind: "pair", base, head: sha });
}
function planMerge(event) {
  const merge = commitId(event.sha);
  if (merge === void 0) return refuse(badEvent(event, "GITHUB_SHA"));
  const stated = at(event.payload, "pull_request", "head", "sha");
  const expectedHead = commitId(stated);
  if (expectedHead === void 0) return refuse(badEvent(event, "pull_request.head.sha"));
  return ok({ kind: "merge", merge, expectedHead });
}
function planFork(event) {
  const base = commitId(at(event.payload, "pull_request", "base", "sha"));
  const head2 = commitId(at(event.payload, "pull_request", "head", "sha"));
  const merge = commitId(at(event.payload, "pull_request", "merge_commit_sha"));
  if (base === void 0) return refuse(badEvent(event, "pull_request.base.sha"));
  if (head2 === void 0) return refuse(badEvent(event, "pull_request.head.sha"));
  return ok({ kind: "fork", base, head: head2, ...merge && { merge } });
}
function planGroup(event) {
  const base = commitId(at(event.payload, "merge_group", "base_sha"));
  const head2 = commitId(at(event.payload, "merge_group", "head_sha"));
  if (base === void 0) return refuse(badEvent(event, "merge_group.base_sha"));
  if (head2 === void 0) return refuse(badEvent(event, "merge_group.head_sha"));
  return ok({ kind: "pair", base, head: head2 });
}
function planPush(event) {
  const { before, after } = { before: at(event.payload, "before"), after: at(event.payload, "after") };
  const deleted = at(event.payload, "deleted") === true;
  if (isZero(after) || deleted && after === void 0) {
    return ok({ kind: "nothing", why: `${event.ref} was deleted: nothing is left to compare` });
  }
  const head2 = commitId(after);
  if (head2 === void 0) return refuse(badEvent(event, "after"));
  if (isZero(before)) {
    const branch = at(event.payload, "repository", "default_branch");
    const known = typeof branch === "string" && isBranchName(branch);
    return ok({ kind: "created", head: head2, ref: event.ref, ...known && { defaultBranch: branch } });
  }
  const base = commitId(before);
  return base === void 0 ? refuse(badEvent(event, "before")) : ok({ kind: "pair", base, head: head2 });
}
function at(value, ...keys) {
  let here = value;
  for (const key2 of keys) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key2)) return void 0;
    here = here[key2];
  }
  return here;
}
function commitId(value) {
  if (typeof value !== "string" || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(value)) return void 0;
  return isZero(value) ? void 0 : value.toLowerCase();
}
function isZero(value) {
  return typeof value === "string" && /^(?:0{40}|0{64})$/.test(value);
}
function isBranchName(name) {
  return name.length <= 255 && /^(?![-./])(?!.*(?:\.\.|\/\/|@\{|\.lock$|[/.]$))[^\0-\x20\x7f~^:?*[\\]+$/.test(name);
}
function noBase(message) {
  return {
    code: "no-base",
    message,
    hint: "Set the input `base` to the branch, tag or commit to compare with."
  };
}
function badEvent(event, field) {
  return {
    code: "bad-event",
    message: `The event \`${event.name}\` has no full commit id in ${field}.`,
    hint: "Run Holdfast in a workflow of GitHub Actions, or set the inputs `base` and `head`."
  };
}

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
  const [base, head2] = parents;
  if (base === void 0 || head2 === void 0 || parents.length > 2) return refuse(notAMerge(merge));
  if (expectedHead !== void 0 && head2 !== expectedHead)
    return refuse(staleMerge(merge, head2, expectedHead));
  const before = await fetchMissing(repository, [base]);
  return before.ok ? ok({ base, head: merge }) : before;
}
async function resolvePair(repository, base, head2) {
  const from = await idOf(repository, base);
  if (!from.ok) return from;
  const to = await idOf(repository, head2);
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
  const { id: head2, parents } = commits.value[0];
  const branch = await defaultBranchOf(repository, plan.defaultBranch);
  if (!branch.ok) return branch;
  if (plan.ref === `refs/heads/${branch.value}`) {
    const [base2] = parents;
    if (base2 === void 0)
      return ok({ nothing: `${plan.ref} begins with this commit: nothing was there before` });
    const before = await fetchMissing(repository, [base2]);
    return before.ok ? ok({ base: base2, head: head2 }) : before;
  }
  const tracked = await resolveCommit(repository, `refs/remotes/origin/${branch.value}`);
  const tip = tracked.ok ? tracked : await idOf(repository, `refs/heads/${branch.value}`);
  if (!tip.ok) return tip;
  const base = await forkPoint(repository, tip.value, head2);
  if (!base.ok) return base;
  if (base.value !== head2) return ok({ base: base.value, head: head2 });
  return ok({ nothing: `${plan.ref} is new, and all of its commits are on ${branch.value} already` });
}
async function defaultBranchOf(repository, stated) {
  if (stated !== void 0) return ok(stated);
  const found3 = await defaultBranch(repository);
  return found3.ok ? ok(found3.value.replace(/^refs\/(?:heads|remotes\/origin)\//, "")) : found3;
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
  const found3 = await remoteRefs(repository, refs);
  const id = found3.ok ? refs.map((ref) => found3.value.get(ref)).find(Boolean) : void 0;
  return id === void 0 ? local : ok(id);
}
function isPlainRef(name) {
  return /^(?![-./])[^\0-\x20\x7f~^:?*[\]\\@{}]+$/.test(name);
}
async function fetchMissing(repository, ids) {
  const lookUp = () => Promise.all(ids.map((id) => repository.objects.commit(id)));
  let found3 = await lookUp();
  const missing2 = ids.filter((_, index) => isMissing(found3[index]));
  if (missing2.length > 0) {
    const fetched = await fetchCommits(repository, missing2);
    if (!fetched.ok) return refuse(notFetched(missing2, fetched.problem));
    found3 = await lookUp();
  }
  const commits = [];
  for (const commit of found3) {
    if (!commit.ok) return commit;
    commits.push(commit.value);
  }
  return ok(commits);
}
function isMissing(result2) {
  return !result2.ok && result2.problem.code === "missing-commit";
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
function staleMerge(merge, head2, expected) {
  return {
    code: "stale-merge",
    message: `The test merge ${merge} is of ${head2}, but the head of the pull request is ${expected}.`,
    hint: "Push to the pull request, or close and reopen it, so that GitHub makes a new test merge."
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
  const { base, head: head2 } = options;
  const plan = planRefs(options.event, { ...base && { base }, ...head2 && { head: head2 } });
  if (!plan.ok) return plan;
  if (plan.value.kind === "nothing") return ok({ nothing: plan.value.why });
  const { value } = plan;
  return opening(options, async (repository) => {
    const commits = await resolvePlan(repository, value);
    if (!commits.ok) return commits;
    if ("nothing" in commits.value) return ok(commits.value);
    return ok(commitPair(repository, commits.value.base, commits.value.head));
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
  const [head2, named] = await Promise.all([
    resolveCommit(repository, options.head ?? "HEAD"),
    options.base === void 0 ? void 0 : resolveCommit(repository, options.base)
  ]);
  if (!head2.ok) return head2;
  if (named !== void 0) return named.ok ? ok({ base: named.value, head: head2.value }) : named;
  const branch = await defaultBranch(repository);
  if (!branch.ok) return branch;
  const tip = await resolveCommit(repository, branch.value);
  if (!tip.ok) return tip;
  const base = await mergeBase(repository, tip.value, head2.value);
  return base.ok ? ok({ base: base.value, head: head2.value }) : base;
}
async function localPair(repository, options) {
  const { workTree } = repository;
  if (workTree === void 0) return refuse(noWorkTree(repository));
  const base = await resolveCommit(repository, options.base ?? "HEAD");
  const unborn = !base.ok && base.problem.code === "empty-repository";
  if (!base.ok && !(unborn && options.staged)) return base;
  const indexFile = hookIndex(repository);
  const local = { ...base.ok && { base: base.value }, ...indexFile && { indexFile } };
  const { indexPair, worktreePair } = await import("./local-WHDWNYSP.js");
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

// src/adapters/policy.ts
import { resolve as resolve2 } from "node:path";

// src/policy/inputs.ts
function policyFromInputs(inputs) {
  const policy = addInputs({ ...defaultPolicy(), origin: { kind: "inputs" } }, inputs);
  if (policy.ok && policy.value.critical.length + policy.value.schemas.length === 0) {
    return refuse(
      inputProblem("policy-empty", "The inputs declare nothing.", "Write a glob under `critical-files`.")
    );
  }
  return policy;
}
function addInputs(policy, inputs) {
  const files2 = linesOf(inputs.criticalFiles);
  const wrong = files2.length === 0 ? void 0 : criticalFault(files2);
  if (wrong !== void 0) return refuse(wrong);
  const schemas = [];
  for (const [index, line] of linesOf(inputs.schemas).entries()) {
    const rule3 = schemaRule(line, `inputs.schemas[${index}]`);
    if (!rule3.ok) return rule3;
    schemas.push(rule3.value);
  }
  const critical = files2.length === 0 ? [] : [{ ...NO_KEYS, id: "inputs.critical-files", files: files2 }];
  const added = {
    ...policy,
    critical: [...policy.critical, ...critical],
    schemas: [...policy.schemas, ...schemas]
  };
  const unpinned = unpinnedSchema(added);
  if (unpinned === void 0) return ok(added);
  return refuse(
    inputProblem(
      "policy-schema",
      `The schema of ${unpinned.rule} has no pinned sha256, so it may not be fetched.`,
      `Add the digest behind the URL, \`sha256=<64 hexadecimal digits>\`, or list ${unpinned.host} under \`schema-hosts\` in the policy.`
    )
  );
}
var NO_KEYS = { protect: [], freeze: [], sensitive: [], identity: {} };
function linesOf(lines) {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
function criticalFault(files2) {
  for (const glob of files2) {
    const wrong = globFault(glob);
    if (wrong !== void 0) {
      return inputProblem(
        "policy-glob",
        `The glob ${JSON.stringify(glob)} in critical-files ${wrong.fault}.`,
        wrong.hint
      );
    }
  }
  if (!files2.every((glob) => glob.startsWith("!"))) return void 0;
  return inputProblem(
    "policy-glob",
    "The input critical-files only excludes files, so it selects none.",
    "Add a glob without `!`, such as `config/**`."
  );
}
function schemaRule(line, id) {
  const split = /(?<!\\)=/.exec(line)?.index ?? -1;
  const glob = line.slice(0, Math.max(0, split)).trim();
  const [, name = "", sha256] = /^(.*?)(?:(?:^|\s+)sha256=(\S*))?$/s.exec(line.slice(split + 1).trim()) ?? [];
  if (glob === "" || name === "") {
    return refuse(
      inputProblem(
        "policy-schema",
        `The line ${JSON.stringify(line)} in schemas does not name files and a schema.`,
        "Write `GLOB=PATH`, for example `config/*.yml=schemas/app.schema.json`."
      )
    );
  }
  const wrong = globFault(glob);
  if (wrong !== void 0 || glob.startsWith("!")) {
    const { fault, hint } = wrong ?? { fault: "only excludes files", hint: "Write a glob without `!`." };
    return refuse(inputProblem("policy-glob", `The glob ${JSON.stringify(glob)} in schemas ${fault}.`, hint));
  }
  const schema = schemaFault(name, sha256);
  if ("source" in schema) return ok({ ...NO_KEYS, id, files: [glob], schema: schema.source });
  return refuse(
    inputProblem(
      "policy-schema",
      `The schema ${JSON.stringify(name)} in schemas ${schema.fault}.`,
      schema.hint
    )
  );
}
function inputProblem(code2, message, hint) {
  return { code: code2, message, hint };
}

// src/adapters/policy.ts
var SEVERITIES2 = ["error", "warning", "notice"];
async function choosePolicy(before, chosen, directory) {
  const failOn = SEVERITIES2.find((severity) => severity === chosen.failOn);
  if (chosen.failOn !== void 0 && failOn === void 0) {
    return refuse({
      code: "usage",
      message: `fail-on-severity is ${JSON.stringify(chosen.failOn)}.`,
      hint: `It is one of ${SEVERITIES2.join(", ")}.`
    });
  }
  const policy = await declaredPolicy(before, chosen, directory);
  if (!policy.ok) return policy;
  return ok({
    ...policy.value,
    ...failOn === void 0 ? {} : { failOn },
    ...chosen.warnOnly === void 0 ? {} : { warnOnly: chosen.warnOnly }
  });
}
async function declaredPolicy(before, chosen, directory) {
  const found3 = await (chosen.file === void 0 ? findPolicy(before, chosen.path) : policyFile(chosen.file, directory));
  if (!found3.ok) return found3;
  const policy = found3.value;
  const inputs = { criticalFiles: chosen.criticalFiles, schemas: chosen.schemas };
  if (policy !== void 0) return addInputs(policy, inputs);
  return inputs.criticalFiles.length + inputs.schemas.length > 0 ? policyFromInputs(inputs) : ok(defaultPolicy());
}
async function policyFile(file, directory) {
  let text;
  try {
    text = await readFile(resolve2(directory, file), "utf8");
  } catch (error) {
    return refuse({
      code: "policy-not-found",
      message: `The policy ${file} cannot be read (${error.code ?? "unknown reason"}).`,
      hint: "Check the path given with --policy."
    });
  }
  return readPolicy(text, file, { kind: "file", path: file });
}

// src/adapters/schemas.ts
import { homedir } from "node:os";
import { join } from "node:path";
function schemaLoader(before, options) {
  const cacheDirectory = options.cacheDirectory ?? defaultCacheDirectory(process.env);
  const settings = { hosts: options.hosts, cacheDirectory, fetch: options.fetch ?? fetch };
  return async (source) => {
    const bytes = source.kind === "path" ? await readPath(before, source.path) : await (await import("./schema-download-ZBGDVXPP.js")).download(source, settings);
    if (!bytes.ok) return bytes;
    const name = source.kind === "path" ? source.path : source.url;
    try {
      return ok({ name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes.value) });
    } catch {
      return refuse({
        code: "schema-syntax",
        message: `The schema ${name} is not UTF-8 text.`,
        hint: "Save it as UTF-8.",
        path: name
      });
    }
  };
}
function defaultCacheDirectory(environment) {
  const { RUNNER_TEMP, XDG_CACHE_HOME } = environment;
  return join(RUNNER_TEMP || XDG_CACHE_HOME || join(homedir(), ".cache"), "holdfast");
}
async function readPath(before, path) {
  const found3 = await before.entry(path);
  if (!found3.ok) return found3;
  const entry = found3.value;
  if (entry === void 0) {
    return missing(path, `The schema ${path} is not in the base version (${before.id}).`);
  }
  if (entry.mode !== "file" && entry.mode !== "executable") {
    return refuse({
      code: "schema-refused",
      message: `The schema ${path} is a ${entry.mode} in the base version, and links are not followed.`,
      hint: "Commit the schema as a file, or name the path that it leads to.",
      path
    });
  }
  for await (const blob of before.read([entry])) {
    if ("bytes" in blob) return ok(blob.bytes);
    return refuse(unreadable(path, blob.refused));
  }
  return refuse(unreadable(path, "missing"));
}
function missing(path, message) {
  return refuse({
    code: "schema-missing",
    message,
    hint: "Schemas are read from the base version only: merge the schema first, or correct its path in the policy.",
    path
  });
}
function unreadable(path, why) {
  const reason = {
    missing: "its content is missing from the repository",
    "too-large": "it is too large",
    unreadable: "its content cannot be read"
  }[why];
  return {
    code: "schema-unreadable",
    message: `The schema ${path} of the base version cannot be read: ${reason}.`,
    hint: why === "missing" ? "Fetch the base commit completely." : "Make the schema smaller, or split it.",
    path
  };
}

// src/findings/redact.ts
var HIDDEN = "\xABhidden\xBB";
var SENSITIVE = /passw(or)?d|passphrase|passcode|secret|token|credential|api[-_.]?key|private[-_.]?key|access[-_.]?key|auth[-_.]?key|signing[-_.]?key|encryption[-_.]?key|master[-_.]?key|account[-_.]?key|connection[-_.]?string|\bdsn\b|\bsalt\b|cookie[-_.]?secret|htpasswd/i;
var DESCRIBES = /(endpoint|ur[il]s?|ttl|lifetime|expir(y|es|ation)|policy|names?|ref|refs|length|path|file|algorithm|alg|type|enabled|disabled|required|count|limit|issuer|audience|ttlseconds|timeout|rotation|scheme|store|class|version|mode|provider|manager)$/i;
var SECRET_SHAPES = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[\w-]{16,})/g,
  /\bxox[abprs]-[\w-]{10,}/g,
  /\bsk[-_](live|test|ant|proj)?[-_]?[A-Za-z0-9]{20,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\bAIza[\w-]{30,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g
];
var URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:)[^\s/@'"]+@/gi;
function isSensitiveKey(segments) {
  const last = segments.at(-1);
  if (last === void 0 || DESCRIBES.test(last)) return false;
  return segments.some((segment) => SENSITIVE.test(segment) && !DESCRIBES.test(segment));
}
function withoutSecrets(text) {
  let clean = text.replace(URL_PASSWORD, `$1${HIDDEN}@`);
  for (const shape of SECRET_SHAPES) clean = clean.replace(shape, HIDDEN);
  return clean;
}
var LONGEST_STRING = 160;
var MOST_MEMBERS = 12;
var DEEPEST = 4;
function showValue(value, segments, hides, depth = 0) {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value !== "object") {
    if (value !== "" && (isSensitiveKey(segments) || hides(segments))) return HIDDEN;
    return typeof value === "string" ? shorten(withoutSecrets(value)) : value;
  }
  if (depth >= DEEPEST) return Array.isArray(value) ? "[\u2026]" : "{\u2026}";
  const entries = Array.isArray(value) ? value.map((item, index) => [itemSegment(item, index), item]) : Object.entries(value);
  const shown2 = entries.slice(0, MOST_MEMBERS).map(([key2, item]) => [key2, showValue(item, [...segments, key2], hides, depth + 1)]);
  const more = entries.length - shown2.length;
  if (Array.isArray(value)) {
    const items = shown2.map(([, item]) => item);
    return more > 0 ? [...items, `\u2026 ${more} more`] : items;
  }
  return Object.fromEntries(more > 0 ? [...shown2, ["\u2026", `${more} more`]] : shown2);
}
function itemSegment(item, index) {
  if (typeof item === "object" && item !== null && !Array.isArray(item)) {
    const name = item.name ?? item.key;
    if (typeof name === "string") return `name=${name}`;
  }
  return String(index);
}
function shorten(text) {
  return text.length <= LONGEST_STRING ? text : `${text.slice(0, LONGEST_STRING - 1).toWellFormed()}\u2026`;
}

// src/findings/excerpt.ts
var AROUND = 2;
var LONGEST_LINE = 200;
var ASSIGNMENT = /^(\s*(?:[-+]\s+)?(?:export\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*)(\S.*)$/;
var ELEMENT = /(<([\w.:-]+)[^<>]*>)([^<>]+)(<\/)/g;
var ATTRIBUTE = /(\b([\w.:-]+)\s*=\s*")([^"]*)(")/g;
var KEY_ALONE = /^\s*(?:-\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*(?:[|>{[][-+0-9]*)?\s*$/;
var LIST_NAME = /^\s*-?\s*["']?(?:name|key)["']?\s*[:=]\s*["']?([\w.-]+)/;
var BEGIN_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
var END_KEY = /-----END [A-Z ]*PRIVATE KEY-----/;
function excerptOf(document, line, hides) {
  if (document.kind === "opaque") return void 0;
  const all = document.text.split("\n");
  if (line < 1 || line > all.length) return void 0;
  const first = Math.max(1, line - AROUND);
  const last = Math.min(all.length, line + AROUND);
  const hidden = hiddenRanges(document, hides);
  const lines = [];
  for (let number = first; number <= last; number++) {
    const line2 = maskLine(all, number - 1, hidden.get(number));
    lines.push(document.kind === "parsed" ? line2 : maskWords(line2));
  }
  return { first, lines };
}
function maskedLines(text) {
  const all = text.split("\n");
  return (index) => maskWords(maskLine(all, index, void 0));
}
function hiddenRanges(document, hides) {
  const hidden = /* @__PURE__ */ new Map();
  if (document.kind !== "parsed") return hidden;
  document.values.forEach((value, index) => {
    visit(value, "", [], (leaf, pointer, segments) => {
      if (leaf === "" || !(isSensitiveKey(segments) || hides(segments))) return;
      const place = document.place(pointer, index, "value");
      if (place === void 0) return;
      hidden.set(place.line, Math.min(place.column, hidden.get(place.line) ?? place.column));
      const extent = typeof leaf === "string" ? leaf.split("\n").length : 1;
      for (let next = 1; next <= extent && extent > 1; next++) hidden.set(place.line + next, 1);
    });
  });
  return hidden;
}
function visit(value, pointer, segments, visitor) {
  if (typeof value === "string" || typeof value === "number") {
    visitor(value, pointer, segments);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const name = isObject(item) ? item.name ?? item.key : void 0;
      const segment = typeof name === "string" ? `name=${name}` : String(index);
      visit(item, child(pointer, index), [...segments, segment], visitor);
    });
  } else if (isObject(value)) {
    for (const key2 of Object.keys(value))
      visit(value[key2], child(pointer, key2), [...segments, key2], visitor);
  }
}
function maskLine(all, index, hiddenFrom) {
  let line = all[index].replace(/\r$/, "");
  if (insideKey(all, index) || belowSensitiveKey(all, index)) return HIDDEN;
  if (hiddenFrom !== void 0) line = `${line.slice(0, hiddenFrom - 1)}${HIDDEN}`;
  line = line.replace(
    ASSIGNMENT,
    (whole, start2, key2, value) => isSensitiveKey([key2]) || namedSensitive(all, index, key2) ? `${start2}${keepOpening(value)}` : whole
  ).replace(ELEMENT, maskPair).replace(ATTRIBUTE, maskPair);
  line = withoutSecrets(line);
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1).toWellFormed()}\u2026` : line;
}
function maskWords(line) {
  if (line.includes(HIDDEN)) return line;
  for (const word of line.matchAll(/[\w$.-]+/g)) {
    const end = word.index + word[0].length;
    if (isSensitiveKey([word[0]]) && line.slice(end).trim() !== "") return `${line.slice(0, end)} ${HIDDEN}`;
  }
  return line;
}
function maskPair(whole, start2, key2, _value, end) {
  return isSensitiveKey([key2]) ? `${start2}${HIDDEN}${end}` : whole;
}
function keepOpening(value) {
  return /^[[{|>]\s*$/.test(value) ? value : HIDDEN;
}
function namedSensitive(all, index, key2) {
  if (key2 !== "value" && key2 !== "default") return false;
  for (let back = index - 1; back >= Math.max(0, index - 3); back--) {
    const name = LIST_NAME.exec(all[back])?.[1];
    if (name !== void 0) return isSensitiveKey([name]);
  }
  return false;
}
function belowSensitiveKey(all, index) {
  let indent = indentOf(all[index]);
  if (indent === 0) return false;
  for (let back = index - 1; back >= Math.max(0, index - 200) && indent > 0; back--) {
    const line = all[back];
    if (line.trim() === "" || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    const key2 = KEY_ALONE.exec(line)?.[1];
    if (key2 !== void 0 && isSensitiveKey([key2])) return true;
  }
  return false;
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}
function insideKey(all, index) {
  for (let back = index; back >= Math.max(0, index - 120); back--) {
    if (back < index && END_KEY.test(all[back])) return false;
    if (BEGIN_KEY.test(all[back])) return true;
  }
  return false;
}

// src/findings/fingerprint.ts
import { createHash } from "node:crypto";
var PLACES = /* @__PURE__ */ new Set(["line", "lines", "firstLine", "places"]);
function fingerprint(check2, path, key2, args) {
  const facts = JSON.stringify([check2, path, key2 ?? null, stable(args)]);
  return createHash("sha256").update(facts).digest("hex").slice(0, 16);
}
function stable(arg) {
  if (arg === null || typeof arg !== "object") return arg;
  if (Array.isArray(arg)) return arg.map(stable);
  return Object.keys(arg).filter((name) => !PLACES.has(name)).sort().map((name) => [name, stable(arg[name])]);
}

// src/checks/fold.ts
function foldFindings(findings, checks2) {
  const remaining = [...findings];
  for (const check2 of checks2) {
    const folds = check2.folds;
    if (folds === void 0) continue;
    const cause = remaining.find((finding2) => finding2.check === check2.id);
    if (cause === void 0) continue;
    const consequences2 = remaining.filter(
      (finding2) => folds.includes(finding2.check) && atLeast(cause.severity, finding2.severity)
    );
    if (consequences2.length === 0) continue;
    cause.folded = [...cause.folded ?? [], ...consequences2];
    for (const consequence of consequences2) remaining.splice(remaining.indexOf(consequence), 1);
  }
  return remaining;
}

// src/checks/hidden.ts
function hiddenBy(selection, ...documents) {
  const matcher = matcherOf(selection.sensitive);
  const secret = documents.some(isSecret);
  return (segments) => {
    if (secret && (segments[0] === "data" || segments[0] === "stringData")) return true;
    if (selection.sensitive.length === 0) return false;
    for (let length = segments.length; length > 0; length--) {
      const pointer = segments.slice(0, length).map((segment) => `/${segment}`).join("");
      if (matcher(segments.slice(0, length), pointer) !== void 0) return true;
    }
    return false;
  };
}
function showsLines(selection, document) {
  return document.kind === "parsed" || selection.sensitive.length === 0;
}
function isSecret(document) {
  return document?.kind === "parsed" && document.values.some(
    (value) => isObject(value) && value.kind === "Secret" && typeof value.apiVersion === "string"
  );
}

// src/checks/run.ts
var MOST_EXCERPTS = 20;
function runChecks(subject, checks2, origin) {
  const findings = [];
  for (const check2 of checks2) {
    for (const report of check2.run(subject)) {
      const severity = severityOf(check2, report, subject, origin);
      if (severity !== void 0) findings.push(toFinding(check2, report, severity, subject, findings.length));
    }
  }
  return foldFindings(findings, checks2);
}
function severityOf(check2, report, { selection, change: change2 }, origin) {
  const severity = report.severity ?? check2.severity;
  if (selection.critical) return severity;
  if (check2.uncritical === "off") return void 0;
  const limit = atLeast(severity, check2.uncritical) ? check2.uncritical : severity;
  const declared = selection.rule !== "default";
  const mild = !declared && (origin.kind !== "defaults" || change2.status === "added");
  return mild && limit === "error" ? "warning" : limit;
}
function toFinding(check2, report, severity, subject, index) {
  const { path } = subject.change;
  const finding2 = {
    check: check2.id,
    severity,
    path,
    args: report.args,
    fingerprint: fingerprint(check2.id, path, report.key, report.args)
  };
  if (report.key !== void 0) finding2.key = report.key;
  if (subject.selection.service !== void 0) finding2.service = subject.selection.service;
  if (report.side === "before") finding2.side = "before";
  if (report.place === void 0) return finding2;
  finding2.line = report.place.line;
  finding2.column = report.place.column;
  const document = report.side === "before" ? subject.before : subject.after;
  if (severity === "notice" || check2.wholeFile || index >= MOST_EXCERPTS) return finding2;
  if (document === void 0 || !showsLines(subject.selection, document)) return finding2;
  const excerpt = excerptOf(document, report.place.line, hiddenBy(subject.selection, document));
  if (excerpt !== void 0) finding2.excerpt = excerpt;
  return finding2;
}

// src/schemas/deadline.ts
import { createContext, Script } from "node:vm";
var script;
var context;
function underDeadline(milliseconds, work) {
  script ??= new Script("run()");
  context ??= createContext({});
  const outer = context.run;
  context.run = work;
  try {
    const timeout = Math.max(1, Math.ceil(milliseconds));
    return { done: true, value: script.runInContext(context, { timeout }) };
  } catch (error) {
    if (error?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      return { done: false };
    throw error;
  } finally {
    context.run = outer;
  }
}

// src/schemas/formats.ts
var JUDGED = [
  "binary",
  "byte",
  "date",
  "date-time",
  "double",
  "duration",
  "email",
  "float",
  "hostname",
  "int32",
  "int64",
  "ipv4",
  "ipv6",
  "iso-date-time",
  "iso-time",
  "json-pointer",
  "json-pointer-uri-fragment",
  "password",
  "regex",
  "relative-json-pointer",
  "time",
  "uri",
  "uri-reference",
  "uri-template",
  "url",
  "uuid",
  "idn-email",
  "idn-hostname",
  "iri",
  "iri-reference"
];
var NOT_JUDGED = /* @__PURE__ */ new Set([
  "base64url",
  "char",
  "color",
  "color-hex",
  "commonmark",
  "decimal",
  "decimal128",
  "double-int",
  "html",
  "int-or-string",
  "int8",
  "int16",
  "int",
  "int128",
  "identifier",
  "isodatetime",
  "language",
  "markdown",
  "media-range",
  "mime-type",
  "partial-date-time",
  "pep508-identifier",
  "quantity",
  "semver",
  "sf-string",
  "style",
  "uint",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "uint128"
]);
function isKnownFormat(name) {
  return isJudgedFormat(name) || NOT_JUDGED.has(name);
}
function isJudgedFormat(name) {
  return JUDGED.includes(name);
}
function formatNames() {
  return [...JUDGED, ...NOT_JUDGED];
}
async function formatsFor(names) {
  const formats = {};
  const wanted = [...names];
  if (wanted.length === 0) return formats;
  const { fullFormats } = (await import("./formats-3GXQACLM.js")).default;
  const table = fullFormats;
  for (const name of wanted) {
    const ascii = ASCII_FORM[name];
    formats[name] = ascii === void 0 ? table[name] : throughAscii(table[ascii.format], ascii.encode);
  }
  return formats;
}
var ASCII_FORM = {
  "idn-email": { format: "email", encode: (text) => text.replace(/[^\0-\x7f]/gu, "a") },
  "idn-hostname": { format: "hostname", encode: (text) => text.replace(/[^\0-\x7f]/gu, "a") },
  iri: { format: "uri", encode: (text) => text.replace(/[^\0-\x7f]/gu, "%C3%A4") },
  "iri-reference": { format: "uri-reference", encode: (text) => text.replace(/[^\0-\x7f]/gu, "%C3%A4") }
};
function throughAscii(format, encode) {
  if (format instanceof RegExp) return (text) => format.test(encode(text));
  if (typeof format === "function") return (text) => format(encode(text));
  return format;
}

// src/schemas/patterns.ts
var compiled = /* @__PURE__ */ new Map();
function toRegExp(pattern) {
  if (!compiled.has(pattern)) {
    if (compiled.size >= MOST_KEPT) compiled.clear();
    compiled.set(pattern, compile(pattern));
  }
  return compiled.get(pattern);
}
var MOST_KEPT = 5e3;
function compile(pattern) {
  try {
    return new RegExp(pattern, "u");
  } catch {
    if (/\\[pPu]\{/.test(pattern)) return void 0;
  }
  try {
    return new RegExp(pattern);
  } catch {
    return void 0;
  }
}

// src/schemas/engine.ts
var TooManyErrors = class extends Error {
};
var MOST_ERRORS = 2e3;
async function createEngine(normal) {
  const [{ default: core }, { vocabularies }, formats] = await Promise.all([
    import("./core-NXSULCCQ.js"),
    import("./vocabulary-TFKV5WHP.js"),
    formatsFor(normal.formats)
  ]);
  const Ajv = core.default ?? core;
  return (all) => {
    const ajv = new Ajv({
      allErrors: all,
      verbose: true,
      messages: false,
      meta: false,
      validateSchema: false,
      addUsedSchema: false,
      strict: false,
      logger: false,
      ownProperties: true,
      inlineRefs: false,
      next: true,
      unevaluated: normal.traits.unevaluated,
      formats,
      code: { optimize: false, regExp, process: capped }
    });
    for (const vocabulary of vocabularies(normal.traits.unevaluated)) ajv.addVocabulary(vocabulary);
    Object.assign(ajv, { tooManyErrors });
    const validate = ajv.compile(normal.schema);
    return (value) => validate(value) ? void 0 : validate.errors;
  };
}
var regExp = Object.assign((pattern) => toRegExp(pattern), { code: "new RegExp" });
function capped(code2) {
  return code2.replaceAll("errors++;", `if(++errors>${MOST_ERRORS})self.tooManyErrors();`);
}
function tooManyErrors() {
  throw new TooManyErrors();
}

// src/schemas/lossy.ts
function lossyVariants(document, index) {
  const keys = document.lossy.filter((number) => number.document === index).map(({ key: key2 }) => key2);
  if (keys.length === 0) return [];
  return [1, -1].map((direction) => {
    let value = document.values[index] ?? null;
    for (const key2 of keys) value = nudge(value, segmentsOf(key2), direction);
    return value;
  });
}
function nudge(value, segments, direction) {
  const [segment, ...rest] = segments;
  if (segment === void 0) return typeof value === "number" ? neighbour(value, direction) : value;
  if (Array.isArray(value)) {
    return value.map((item, index) => String(index) === segment ? nudge(item, rest, direction) : item);
  }
  if (!isObject(value) || !Object.hasOwn(value, segment)) return value;
  const copy = { ...value };
  setOwn(copy, segment, nudge(value[segment], rest, direction));
  return copy;
}
function neighbour(value, direction) {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return direction * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(value > 0 ? direction : -direction));
  return view.getFloat64(0);
}

// src/schemas/branches.ts
function bestBranch(at3, branches) {
  const merged = mergeTypes(at3, branches) ?? mergeValues(at3, branches);
  if (merged !== void 0) return [merged];
  let best;
  for (const violations of branches) {
    if (violations.length === 0) continue;
    const score = scoreOf(at3, violations);
    if (best === void 0 || compare2(score, best.score) < 0) best = { violations, score };
  }
  return best?.violations ?? [];
}
function scoreOf(at3, violations) {
  const depth = segmentsOf(at3).length;
  const wrongType = violations.some(({ keyword, key: key2 }) => keyword === "type" && key2 === at3);
  const wrongKind = violations.some(
    ({ keyword, key: key2 }) => (keyword === "const" || keyword === "enum") && key2 !== at3 && parentOf(key2) === at3
  );
  let weight = 0;
  for (const { key: key2 } of violations) weight += 1 / (1 + Math.max(0, segmentsOf(key2).length - depth));
  return [wrongType ? 1 : 0, wrongKind ? 1 : 0, weight];
}
function compare2(left, right) {
  for (const [index, value] of left.entries()) {
    if (value !== right[index]) return value - right[index];
  }
  return 0;
}
function mergeTypes(at3, branches) {
  const only = onlyViolations(at3, branches, (keyword) => keyword === "type");
  const first = only?.[0];
  if (only === void 0 || first === void 0) return void 0;
  const expected = [...new Set(only.flatMap(({ facts }) => facts.expected ?? []))];
  return { ...first, facts: { ...first.facts, expected } };
}
function mergeValues(at3, branches) {
  const only = onlyViolations(at3, branches, (keyword) => keyword === "const" || keyword === "enum");
  const first = only?.[0];
  if (only === void 0 || first === void 0) return void 0;
  const allowed = only.flatMap(({ facts: facts2 }) => facts2.allowed ?? []).slice(0, 20);
  const nearest = only.find(({ facts: facts2 }) => facts2.nearest !== void 0)?.facts.nearest;
  const facts = { ...first.facts, allowed, ...nearest === void 0 ? {} : { nearest } };
  return { ...first, keyword: "enum", facts };
}
function onlyViolations(at3, branches, fits) {
  const single = branches.every(
    (branch) => branch.length === 1 && branch[0].key === at3 && fits(branch[0].keyword)
  );
  return single ? branches.map((branch) => branch[0]) : void 0;
}

// src/schemas/catalog.ts
function emptyCatalog() {
  return {
    nodes: /* @__PURE__ */ new Map(),
    resources: /* @__PURE__ */ new Map(),
    anchors: /* @__PURE__ */ new Map(),
    dynamic: /* @__PURE__ */ new Map(),
    references: /* @__PURE__ */ new Map(),
    flaws: []
  };
}
function keyOf(file, pointer) {
  return `${file.uri}#${pointer}`;
}

// src/schemas/facts.ts
var MOST_ALLOWED = 20;
function factsOf(normal, error, inner) {
  const { params, data, keyword } = error;
  switch (keyword) {
    case "type":
      return { expected: [params.type].flat().map(typeWord), actual: typeOf(data) };
    case "required":
      return { name: String(params.missingProperty) };
    case "dependentRequired":
      return {
        name: String(params.missingProperty),
        detail: `needed because \`${String(params.property)}\` is there`
      };
    case "additionalProperties":
    case "unevaluatedProperties":
      return extraKey(normal, error, String(params.additionalProperty ?? params.unevaluatedProperty));
    case "propertyNames":
      return propertyName(normal, String(params.propertyName), inner);
    case "enum":
      return allowedValues(data, params.allowedValues);
    case "const":
      return allowedValues(data, [params.allowedValue]);
    case "contains":
      return contained(params);
    case "uniqueItems":
      return { detail: `equal to item ${Number(params.twins[0]) + 1}` };
    case "pattern":
      return { pattern: String(params.pattern), actual: typeOf(data) };
    case "format":
      return { format: String(params.format), actual: typeOf(data) };
    case "not":
    case "false schema":
      return { actual: typeOf(data), detail: "not allowed here" };
    case "anyOf":
    case "oneOf":
      return { actual: typeOf(data), detail: "matches none of the alternatives" };
    default:
      return typeof params.limit === "number" ? { limit: params.limit, actual: typeOf(data) } : { actual: typeOf(data) };
  }
}
function typeWord(type) {
  return type === "array" ? "list" : type;
}
function allowedValues(data, values) {
  const names = values.filter((value) => typeof value === "string");
  const nearest = typeof data === "string" ? nearestName(data, names) : void 0;
  return {
    allowed: values.slice(0, MOST_ALLOWED),
    actual: typeOf(data),
    ...nearest === void 0 ? {} : { nearest }
  };
}
function extraKey(normal, error, name) {
  const names = [
    ...propertiesOf(normal, error.parentSchema, error.keyword === "unevaluatedProperties" ? 4 : 0)
  ];
  const present = isObject(error.data) ? error.data : {};
  const nearest = nearestName(
    name,
    names.filter((candidate) => !Object.hasOwn(present, candidate))
  );
  return { name, allowed: names.slice(0, MOST_ALLOWED), ...nearest === void 0 ? {} : { nearest } };
}
function propertiesOf(normal, schema, depth) {
  const names = /* @__PURE__ */ new Set();
  if (!isObject(schema)) return names;
  if (isObject(schema.properties)) for (const name of Object.keys(schema.properties)) names.add(name);
  if (depth === 0) return names;
  const inner = ["allOf", "anyOf", "oneOf"].flatMap(
    (keyword) => schema[keyword] ?? []
  );
  for (const keyword of ["if", "then", "else"])
    if (schema[keyword] !== void 0) inner.push(schema[keyword]);
  if (typeof schema.$ref === "string") {
    const defs = normal.schema.$defs;
    inner.push(defs[schema.$ref.slice("#/$defs/".length)] ?? {});
  }
  for (const item of inner) for (const name of propertiesOf(normal, item, depth - 1)) names.add(name);
  return names;
}
function propertyName(normal, name, inner) {
  const first = inner.find(({ keyword }) => keyword !== "propertyNames");
  if (first === void 0) return { name };
  const { allowed, nearest, pattern, format, limit, detail } = factsOf(normal, first, []);
  return {
    name,
    ...allowed === void 0 ? {} : { allowed },
    ...nearest === void 0 ? {} : { nearest },
    ...pattern === void 0 ? {} : { pattern },
    ...format === void 0 ? {} : { format },
    ...limit === void 0 ? {} : { limit },
    ...detail === void 0 ? {} : { detail }
  };
}
function contained(params) {
  const { minContains, maxContains } = params;
  return maxContains === void 0 ? { limit: Number(minContains) } : { limit: Number(minContains), detail: `at most ${Number(maxContains)} items may match` };
}

// src/schemas/violations.ts
var MOST_VIOLATIONS = 50;
function sortViolations(violations) {
  const seen = /* @__PURE__ */ new Set();
  const once2 = violations.filter((violation) => {
    const text = JSON.stringify({ ...violation, schemaKey: "" });
    return !seen.has(text) && seen.add(text);
  });
  const rank = ({ key: key2, keyword, schemaKey: schemaKey2 }) => `${key2}\0${keyword}\0${schemaKey2}`;
  const order = (left, right) => left < right ? -1 : left > right ? 1 : 0;
  return once2.sort((left, right) => left.document - right.document || order(rank(left), rank(right))).slice(0, MOST_VIOLATIONS);
}
function foldErrors(fold, errors) {
  const violations = [];
  for (const [index, error] of errors.entries()) {
    if (error.keyword === "if" || isConsequence(errors, index)) continue;
    if (error.params.branches !== void 0) {
      violations.push(...foldUnion(fold, error, error.params.branches));
    } else {
      violations.push(toViolation(fold, error, innerErrors(errors, index)));
    }
  }
  return violations;
}
function isConsequence(errors, index) {
  for (let at3 = index + 1; at3 < errors.length; at3++) {
    const { keyword, instancePath, params } = errors[at3];
    if (instancePath !== errors[index].instancePath) return false;
    if (keyword === "propertyNames") return errors[index].data === params.propertyName;
  }
  return false;
}
function innerErrors(errors, index) {
  const { keyword, instancePath, params } = errors[index];
  if (keyword !== "propertyNames") return [];
  return errors.slice(0, index).filter((error) => error.instancePath === instancePath && error.data === params.propertyName);
}
function foldUnion(fold, error, branches) {
  const passing = error.params.passing;
  if (Array.isArray(passing)) {
    const detail = `alternatives ${passing.map((index) => Number(index) + 1).join(" and ")} of ${branches.length} both match`;
    return [{ ...toViolation(fold, error, []), facts: { detail, ...aboutFact(fold, error) } }];
  }
  const folded = branches.map((branch) => foldErrors(fold, branch));
  const best = bestBranch(error.instancePath, folded);
  if (best.length === 0) return [toViolation(fold, error, [])];
  const otherBranches = branches.length - 1;
  return otherBranches === 0 ? best : best.map((violation) => ({ ...violation, facts: { ...violation.facts, otherBranches } }));
}
function toViolation(fold, error, inner) {
  const node = originOf(fold, error);
  const keyword = keywordIn(node, error.keyword);
  const { key: key2, part } = spotOf(error);
  return {
    document: fold.document,
    key: key2,
    part,
    keyword,
    schemaKey: node === void 0 ? "" : schemaKey(fold, node, keyword),
    facts: { ...factsOf(fold.normal, error, inner), ...aboutFact(fold, error) }
  };
}
function originOf(fold, error) {
  return typeof error.parentSchema === "object" ? fold.normal.origins.get(error.parentSchema) : void 0;
}
function schemaKey(fold, node, keyword) {
  const pointer = typeof node.schema === "boolean" ? node.pointer : child(node.pointer, keyword);
  return node.file === fold.normal.root.file ? pointer : `${node.file.name}#${pointer}`;
}
function keywordIn(node, keyword) {
  if (node === void 0 || !isObject(node.schema)) return keyword === "not" ? "false schema" : keyword;
  if (keyword === "items" && Array.isArray(node.schema.items)) return "additionalItems";
  if (Object.hasOwn(node.schema, keyword)) return keyword;
  if (keyword.startsWith("dependent")) return "dependencies";
  return keyword;
}
function spotOf(error) {
  const { instancePath, params } = error;
  const extra = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
  if (typeof extra === "string") return { key: child(instancePath, extra), part: "key" };
  if (typeof params.missingProperty === "string") return { key: instancePath, part: "key" };
  if (Array.isArray(params.twins)) {
    return { key: child(instancePath, Number(params.twins[1])), part: "value" };
  }
  return { key: instancePath, part: "value" };
}
var LONGEST_ABOUT = 200;
function aboutFact(fold, error) {
  let node = originOf(fold, error);
  while (node !== void 0 && isObject(node.schema)) {
    const { title, description } = node.schema;
    const text = [title, description].find((words) => typeof words === "string" && words.trim() !== "");
    if (typeof text === "string") {
      const line = text.trim().replaceAll(/\s+/g, " ");
      return {
        about: line.length <= LONGEST_ABOUT ? line : `${line.slice(0, LONGEST_ABOUT - 1).toWellFormed()}\u2026`
      };
    }
    node = around(fold.catalog, node);
  }
  return {};
}
var SAME_VALUE = /^(allOf|anyOf|oneOf|then|else|not)$/;
function around(catalog, node) {
  const segments = segmentsOf(node.pointer);
  const last = segments.at(-1);
  const list = last !== void 0 && /^\d+$/.test(last) && SAME_VALUE.test(segments.at(-2) ?? "");
  if (list) return catalog.nodes.get(keyOf(node.file, parentOf(parentOf(node.pointer))));
  if (last !== void 0 && SAME_VALUE.test(last) && segments.length > 0)
    return catalog.nodes.get(keyOf(node.file, parentOf(node.pointer)));
  return void 0;
}

// src/schemas/judge.ts
function judgeDocument(schema, document) {
  const violations = [];
  for (const [index, value] of document.values.entries()) {
    const doubt = doubtAbout(schema, value);
    if (doubt !== void 0) return { kind: "inconclusive", problem: doubt };
    try {
      const found3 = judgeValue(schema, value, index);
      if (!Array.isArray(found3)) return found3;
      if (schema.main.normal.traits.multipleOf && document.lossy.length > 0)
        return { kind: "inconclusive", problem: LOSSY };
      for (const variant of lossyVariants(document, index)) {
        const other = judgeValue(schema, variant, index);
        if (!Array.isArray(other) || other.length === 0 !== (found3.length === 0))
          return { kind: "inconclusive", problem: LOSSY };
      }
      violations.push(...found3);
    } catch (error) {
      return { kind: "inconclusive", problem: crashed(schema, error) };
    }
  }
  if (violations.length === 0) return { kind: "valid" };
  return { kind: "invalid", violations: sortViolations(violations) };
}
function judgeValue(schema, value, document) {
  const { main, standard, catalog } = schema;
  const errors = errorsOf(main, value);
  if (errors === void 0) return [];
  if (standard !== void 0 && errorsOf(standard, value) === void 0)
    return { kind: "inconclusive", problem: besideRef(schema) };
  return foldErrors({ normal: main.normal, catalog, document }, errors);
}
function errorsOf(reading, value) {
  try {
    return reading.all()(value);
  } catch (error) {
    if (error instanceof TooManyErrors) return reading.first()(value);
    throw error;
  }
}
function doubtAbout(schema, value) {
  if (!schema.main.normal.traits.unevaluated) return void 0;
  const name = inheritedName(value);
  if (name === void 0) return void 0;
  return {
    code: "schema-unsupported",
    message: `The file has a key \`${name}\`, which the validator cannot judge under \`unevaluatedProperties\` of ${schema.name}.`,
    hint: "Rename the key, or use `additionalProperties` in the schema."
  };
}
function inheritedName(value) {
  if (Array.isArray(value)) return firstOf(value, inheritedName);
  if (!isObject(value)) return void 0;
  const keys = Object.keys(value);
  return keys.find((key2) => key2 in Object.prototype) ?? firstOf(keys, (key2) => inheritedName(value[key2]));
}
function firstOf(items, find2) {
  for (const item of items) {
    const found3 = find2(item);
    if (found3 !== void 0) return found3;
  }
  return void 0;
}
var LOSSY = {
  code: "schema-lossy-number",
  message: "The file has a number with more digits than can be held exactly, and the schema turns on the last ones.",
  hint: "Write the number with at most 15 significant digits, or as a string."
};
function besideRef(schema) {
  return {
    code: "schema-beside-ref",
    message: `The schema ${schema.name} has rules beside a \`$ref\`. Its draft ignores them and editors apply them; for this file that makes a difference.`,
    hint: 'Put the `$ref` into an `allOf` (`{"allOf": [{"$ref": \u2026}], \u2026}`), or use 2019-09 or later.'
  };
}
function crashed(schema, error) {
  const deep = error instanceof RangeError;
  return {
    code: deep ? "schema-recursion" : "schema-validator",
    message: deep ? `Judging the file by ${schema.name} went too deep: the file is nested too deeply, or the schema refers to itself without end.` : `The validator failed on the file with ${schema.name}: ${error instanceof Error ? error.message : String(error)}`,
    hint: "Nothing is known about this file: look at it yourself."
  };
}

// src/schemas/prepare.ts
import { createHash as createHash2 } from "node:crypto";

// src/schemas/complain.ts
function flawsOf(catalog, reached, targets) {
  return catalog.flaws.filter((flaw) => {
    if (flaw.node !== void 0 && !reached.has(flaw.node)) return false;
    const holds = ({ file, pointer }) => file === flaw.file && pointer.startsWith(`${flaw.pointer}/`);
    return flaw.code !== "schema-keyword" || !targets.some(holds);
  });
}
function flawProblem(flaws) {
  const flaw = flaws[0];
  const { name } = flaw.file;
  const more = flaws.length > 1 ? ` (${flaws.length - 1} more)` : "";
  const place = flaw.file.place(flaw.pointer, flaw.part);
  return {
    code: flaw.code,
    message: `The schema ${name} has a mistake at ${flaw.pointer === "" ? "its top" : flaw.pointer}: ${flaw.message}${more}`,
    hint: flaw.hint,
    path: name,
    ...place === void 0 ? {} : { place }
  };
}

// src/schemas/dialects.ts
var DIALECTS = /* @__PURE__ */ new Map([
  ["json-schema.org/draft-04/schema", 4],
  ["json-schema.org/draft-06/schema", 6],
  ["json-schema.org/draft-07/schema", 7],
  ["json-schema.org/draft/2019-09/schema", 2019],
  ["json-schema.org/draft/2020-12/schema", 2020]
]);
var SUPPORTED_DIALECTS = "draft-04, draft-06, draft-07, 2019-09 and 2020-12";
var DEFAULT_DRAFT = 7;
function draftOf(dialect) {
  return DIALECTS.get(dialect.replace(/^https?:\/\//, "").replace(/#$/, ""));
}
function draftName(draft) {
  if (draft === 2019) return "2019-09";
  return draft === 2020 ? "2020-12" : `draft-0${draft}`;
}

// src/schemas/keywords.ts
var KEYWORDS = {
  $schema: [{ shape: "string" }],
  id: [{ shape: "string", until: 4 }],
  $id: [{ shape: "string", from: 6 }],
  $anchor: [{ shape: "string", from: 2019 }],
  $ref: [{ shape: "string" }],
  $recursiveRef: [{ shape: "string", from: 2019, until: 2019 }],
  $recursiveAnchor: [{ shape: "boolean", from: 2019, until: 2019 }],
  $dynamicRef: [{ shape: "string", from: 2020 }],
  $dynamicAnchor: [{ shape: "string", from: 2020 }],
  $vocabulary: [{ shape: "any", from: 2019 }],
  $defs: [{ shape: "definitions" }],
  definitions: [{ shape: "definitions" }],
  type: [{ shape: "type" }],
  enum: [{ shape: "values" }],
  const: [{ shape: "any", from: 6 }],
  multipleOf: [{ shape: "positive-number" }],
  maximum: [{ shape: "number" }],
  minimum: [{ shape: "number" }],
  exclusiveMaximum: [
    { shape: "boolean", until: 4 },
    { shape: "number", from: 6 }
  ],
  exclusiveMinimum: [
    { shape: "boolean", until: 4 },
    { shape: "number", from: 6 }
  ],
  maxLength: [{ shape: "count" }],
  minLength: [{ shape: "count" }],
  pattern: [{ shape: "pattern" }],
  format: [{ shape: "string" }],
  maxItems: [{ shape: "count" }],
  minItems: [{ shape: "count" }],
  uniqueItems: [{ shape: "boolean" }],
  maxContains: [{ shape: "count", from: 2019 }],
  minContains: [{ shape: "count", from: 2019 }],
  maxProperties: [{ shape: "count" }],
  minProperties: [{ shape: "count" }],
  required: [{ shape: "strings" }],
  dependentRequired: [{ shape: "strings-map", from: 2019 }],
  prefixItems: [{ shape: "schemas", from: 2020 }],
  items: [
    { shape: "schema-or-schemas", until: 2019 },
    { shape: "schema", from: 2020 }
  ],
  additionalItems: [{ shape: "schema", until: 2019 }],
  contains: [{ shape: "schema", from: 6 }],
  properties: [{ shape: "schema-map" }],
  patternProperties: [{ shape: "schema-map" }],
  additionalProperties: [{ shape: "schema" }],
  propertyNames: [{ shape: "schema", from: 6 }],
  dependencies: [{ shape: "dependencies" }],
  dependentSchemas: [{ shape: "schema-map", from: 2019 }],
  unevaluatedItems: [{ shape: "schema", from: 2019 }],
  unevaluatedProperties: [{ shape: "schema", from: 2019 }],
  allOf: [{ shape: "schemas" }],
  anyOf: [{ shape: "schemas" }],
  oneOf: [{ shape: "schemas" }],
  not: [{ shape: "schema" }],
  if: [{ shape: "schema", from: 7 }],
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name
  then: [{ shape: "schema", from: 7 }],
  else: [{ shape: "schema", from: 7 }]
};
function shapeOf(keyword, draft) {
  if (!Object.hasOwn(KEYWORDS, keyword)) return void 0;
  const entry = KEYWORDS[keyword].find(
    ({ from, until }) => draft >= (from ?? 4) && draft <= (until ?? 2020)
  );
  return entry?.shape;
}
function draftsWith(keyword) {
  return [4, 6, 7, 2019, 2020].filter((draft) => shapeOf(keyword, draft) !== void 0);
}
function keywordNames(draft) {
  return Object.keys(KEYWORDS).filter((name) => shapeOf(name, draft) !== void 0);
}
var ANNOTATIONS = /* @__PURE__ */ new Set([
  // metadata and content vocabularies; `id` and `$id` outside their drafts name nothing
  "$comment",
  "$id",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "default",
  "deprecated",
  "description",
  "examples",
  "id",
  "readOnly",
  "title",
  "writeOnly",
  // Visual Studio Code
  "allowComments",
  "allowTrailingCommas",
  "defaultSnippets",
  "deprecationMessage",
  "doNotSuggest",
  "enumDescriptions",
  "enumDetails",
  "enumItemLabels",
  "enumSortTexts",
  "errorMessage",
  "markdownDeprecationMessage",
  "markdownDescription",
  "markdownEnumDescriptions",
  "order",
  "patternErrorMessage",
  "scope",
  "suggestSortText",
  // json-schema-to-typescript
  "tsEnumNames",
  "tsType",
  // OpenAPI 3 and its generators; `nullable` changes what is allowed and is not one of them
  "discriminator",
  "example",
  "externalDocs",
  "xml",
  // form generators
  "enumNames",
  "options",
  "propertyOrder",
  // jsonschema2pojo
  "existingJavaType",
  "javaEnumNames",
  "javaInterfaces",
  "javaName",
  "javaType",
  // JSON Hyper-Schema
  "links",
  // taplo
  "docs"
]);
function isAnnotation(keyword) {
  return ANNOTATIONS.has(keyword) || /^x-/i.test(keyword) || keyword.startsWith("//");
}
function annotationNames() {
  return [...ANNOTATIONS];
}

// src/schemas/flaws.ts
var TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
function unknownKeyword(node, keyword) {
  const elsewhere = draftsWith(keyword);
  const nearest = nearestName(keyword, [...keywordNames(node.draft), ...annotationNames()]);
  const known = elsewhere.map(draftName).join(", ");
  return {
    code: "schema-keyword",
    node,
    file: node.file,
    pointer: child(node.pointer, keyword),
    part: "key",
    message: elsewhere.length > 0 ? `${draftName(node.draft)} does not know the keyword \`${keyword}\`, so it would be ignored (known in ${known}).` : `\`${keyword}\` is not a keyword of JSON Schema ${draftName(node.draft)}, so it would be ignored.`,
    hint: nearest === void 0 || elsewhere.length > 0 ? "Remove it, declare the draft that knows it with `$schema`, or start its name with `x-` when it is a note." : `Did you mean \`${nearest}\`? A note of your own starts with \`x-\`.`
  };
}
function checkKeyword(node, keyword, shape, value) {
  const flaw = (code2, message, hint) => ({
    code: code2,
    node,
    file: node.file,
    pointer: child(node.pointer, keyword),
    part: "value",
    message,
    hint
  });
  const wanted = wrongShape(shape, value);
  if (wanted !== void 0) {
    return flaw(
      "schema-shape",
      `\`${keyword}\` has to be ${wanted}${found(value)}.`,
      `Correct the value of \`${keyword}\` (${draftName(node.draft)}).`
    );
  }
  const pattern = patternsIn(keyword, value).find((text) => toRegExp(text) === void 0);
  if (pattern !== void 0) {
    return flaw(
      "schema-pattern",
      `\`${keyword}\` holds an invalid regular expression: ${shorten2(pattern)}`,
      "JSON Schema uses the regular expressions of ECMA-262 (JavaScript), with the `u` flag where it matters."
    );
  }
  if (keyword === "format" && !isKnownFormat(String(value))) {
    const nearest = nearestName(String(value), formatNames());
    return flaw(
      "schema-format",
      `The format \`${shorten2(String(value))}\` is not known, so it would not be judged.`,
      nearest === void 0 ? "Use `pattern`, or remove the format." : `Did you mean \`${nearest}\`?`
    );
  }
  return void 0;
}
function wrongShape(shape, value) {
  const check2 = SHAPES[shape];
  return check2.fits(value) ? void 0 : check2.wanted;
}
var isSchema = (value) => typeof value === "boolean" || isObject(value);
var isNumber = (value) => typeof value === "number" && Number.isFinite(value);
var isStrings = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");
var isType = (value) => typeof value === "string" && TYPES.includes(value);
var isMapOf = (value, fits) => isObject(value) && Object.keys(value).every((key2) => fits(value[key2]));
var SHAPES = {
  any: { wanted: "a value", fits: () => true },
  boolean: { wanted: "`true` or `false`", fits: (value) => typeof value === "boolean" },
  string: { wanted: "a string", fits: (value) => typeof value === "string" },
  pattern: { wanted: "a regular expression", fits: (value) => typeof value === "string" },
  strings: { wanted: "a list of strings", fits: isStrings },
  "strings-map": { wanted: "an object of lists of strings", fits: (value) => isMapOf(value, isStrings) },
  number: { wanted: "a number", fits: isNumber },
  "positive-number": { wanted: "a number above 0", fits: (value) => isNumber(value) && Number(value) > 0 },
  count: {
    wanted: "a whole number of at least 0",
    fits: (value) => isNumber(value) && Number.isInteger(value) && Number(value) >= 0
  },
  type: {
    wanted: `one or several of ${TYPES.join(", ")}`,
    fits: (value) => Array.isArray(value) ? value.length > 0 && value.every(isType) : isType(value)
  },
  values: {
    wanted: "a list of at least one value",
    fits: (value) => Array.isArray(value) && value.length > 0
  },
  schema: { wanted: "a schema (an object, `true` or `false`)", fits: isSchema },
  schemas: {
    wanted: "a list of at least one schema",
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema)
  },
  "schema-or-schemas": {
    wanted: "a schema or a list of schemas",
    fits: (value) => Array.isArray(value) ? value.every(isSchema) : isSchema(value)
  },
  "schema-map": { wanted: "an object of schemas", fits: (value) => isMapOf(value, isSchema) },
  definitions: { wanted: "an object", fits: isObject },
  dependencies: {
    wanted: "an object of schemas or lists of strings",
    fits: (value) => isMapOf(value, (item) => isSchema(item) || isStrings(item))
  }
};
function found(value) {
  if (Array.isArray(value)) return value.length === 0 ? ", not an empty list" : "";
  return isObject(value) ? "" : `, not a ${typeOf(value)}`;
}
function patternsIn(keyword, value) {
  if (keyword === "pattern") return [String(value)];
  return keyword === "patternProperties" && isObject(value) ? Object.keys(value) : [];
}
function shorten2(text) {
  return text.length <= 80 ? text : `${text.slice(0, 79).toWellFormed()}\u2026`;
}

// src/schemas/uri.ts
function resolveUri(base, reference) {
  try {
    return new URL(reference, base).href;
  } catch {
    return void 0;
  }
}
function splitUri(uri) {
  const at3 = uri.indexOf("#");
  if (at3 === -1) return { document: uri, fragment: "" };
  const raw = uri.slice(at3 + 1);
  try {
    return { document: uri.slice(0, at3), fragment: decodeURIComponent(raw) };
  } catch {
    return { document: uri.slice(0, at3), fragment: raw };
  }
}

// src/schemas/walk.ts
function walk(catalog, file, pointer, schema, base, draft) {
  if (typeof schema !== "boolean" && !isObject(schema)) {
    catalog.flaws.push({
      code: "schema-shape",
      file,
      pointer,
      part: "value",
      message: `A schema is an object, \`true\` or \`false\`; this is a ${typeOf(schema)}.`,
      hint: "Put a schema here, or remove the key."
    });
    return;
  }
  const key2 = keyOf(file, pointer);
  if (catalog.nodes.has(key2)) return;
  const node = { file, pointer, schema, base, draft };
  catalog.nodes.set(key2, node);
  if (pointer === "") catalog.resources.set(file.uri, node);
  if (typeof schema === "boolean") return;
  readDialect(catalog, node, schema);
  identify(catalog, node, schema);
  for (const keyword of Object.keys(schema)) visitKeyword(catalog, node, keyword, schema[keyword]);
}
function readDialect(catalog, node, schema) {
  const dialect = schema.$schema;
  if (typeof dialect !== "string") return;
  const draft = draftOf(dialect);
  if (draft !== void 0) {
    node.draft = draft;
    return;
  }
  catalog.flaws.push({
    code: "schema-dialect",
    node,
    file: node.file,
    pointer: child(node.pointer, "$schema"),
    part: "value",
    message: `The schema is written in the dialect \`${dialect}\`, which Holdfast cannot judge by.`,
    hint: `Use one of ${SUPPORTED_DIALECTS}, for instance \`"$schema": "http://json-schema.org/draft-07/schema#"\`.`
  });
}
function identify(catalog, node, schema) {
  const { draft } = node;
  const id = schema[draft === 4 ? "id" : "$id"];
  if (typeof id === "string" && !(draft <= 7 && typeof schema.$ref === "string"))
    identifyBy(catalog, node, id);
  const anchor = (name) => {
    if (typeof name === "string") catalog.anchors.set(`${node.base}#${name}`, node);
  };
  const dynamic = (name) => {
    const names = catalog.dynamic.get(node.base) ?? /* @__PURE__ */ new Map();
    catalog.dynamic.set(node.base, names.set(name, node));
  };
  if (draft >= 2019) anchor(schema.$anchor);
  if (draft === 2019 && schema.$recursiveAnchor === true) dynamic("");
  if (draft === 2020 && typeof schema.$dynamicAnchor === "string") {
    anchor(schema.$dynamicAnchor);
    dynamic(schema.$dynamicAnchor);
  }
  for (const keyword of ["$ref", "$recursiveRef", "$dynamicRef"]) {
    const ref = schema[keyword];
    if (typeof ref === "string" && shapeOf(keyword, draft) !== void 0)
      catalog.references.set(node, [...catalog.references.get(node) ?? [], { node, keyword, ref }]);
  }
}
function identifyBy(catalog, node, id) {
  const uri = resolveUri(node.base, id);
  if (uri === void 0) return;
  const { document, fragment } = splitUri(uri);
  if (!id.startsWith("#")) {
    node.base = document;
    if (!catalog.resources.has(document)) catalog.resources.set(document, node);
  }
  if (fragment !== "" && node.draft <= 7) catalog.anchors.set(`${document}#${fragment}`, node);
}
function visitKeyword(catalog, node, keyword, value) {
  const shape = shapeOf(keyword, node.draft);
  if (shape === void 0) {
    if (!isAnnotation(keyword)) catalog.flaws.push(unknownKeyword(node, keyword));
    return;
  }
  const flaw = checkKeyword(node, keyword, shape, value);
  if (flaw !== void 0) catalog.flaws.push(flaw);
  else
    for (const [pointer, schema] of subschemas(shape, child(node.pointer, keyword), value))
      walk(catalog, node.file, pointer, schema, node.base, node.draft);
}
function* subschemas(shape, pointer, value) {
  const map = shape === "schema-map" || shape === "definitions" || shape === "dependencies";
  if (shape === "schema" || shape === "schema-or-schemas" && !Array.isArray(value)) {
    yield [pointer, value];
  } else if (Array.isArray(value) && (shape === "schemas" || shape === "schema-or-schemas")) {
    for (const [index, item] of value.entries()) yield [child(pointer, index), item];
  } else if (map && isObject(value)) {
    for (const name of Object.keys(value)) {
      const item = value[name];
      const skipped = Array.isArray(item) ? shape === "dependencies" : false;
      const note = shape === "definitions" && typeof item !== "boolean" && !isObject(item);
      if (!skipped && !note) yield [child(pointer, name), item];
    }
  }
}

// src/schemas/find.ts
function find(catalog, document, fragment) {
  const resource = catalog.resources.get(document);
  if (resource === void 0) return void 0;
  if (fragment === "") return resource;
  if (!fragment.startsWith("/"))
    return catalog.anchors.get(`${document}#${fragment}`) ?? catalog.anchors.get(`${resource.base}#${fragment}`);
  const { file } = resource;
  const segments = segmentsOf(fragment);
  const pointer = segments.reduce(child, resource.pointer);
  const known = catalog.nodes.get(keyOf(file, pointer));
  if (known !== void 0) return known;
  let above = resource;
  let value = resource.schema;
  let here = resource.pointer;
  for (const segment of segments) {
    value = step(value, segment);
    if (value === void 0) return void 0;
    here = child(here, segment);
    above = catalog.nodes.get(keyOf(file, here)) ?? above;
  }
  walk(catalog, file, pointer, value, above.base, above.draft);
  return catalog.nodes.get(keyOf(file, pointer));
}
function step(value, segment) {
  if (Array.isArray(value)) return /^\d+$/.test(segment) ? value[Number(segment)] : void 0;
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : void 0;
}

// src/schemas/local.ts
function uriOf(source) {
  if (source.kind === "url") return splitUri(new URL(source.url).href).document;
  return `repo:///${source.path.split("/").map((name) => encodeURIComponent(name.toWellFormed())).join("/")}`;
}
function leavesRoot(base, ref) {
  if (!base.startsWith("repo:") || /^[a-z][a-z0-9+.-]*:/i.test(ref)) return false;
  const { document } = splitUri(ref);
  let depth = document.startsWith("/") ? 0 : new URL(base).pathname.split("/").length - 2;
  for (const segment of document.split("/")) {
    const name = segment.replaceAll(/%2e/gi, ".");
    if (name === "..") depth -= 1;
    else if (name !== "" && name !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
function localSource(catalog, file, document) {
  if (file.source.kind !== "path") return void 0;
  const own = catalog.nodes.get(keyOf(file, ""))?.base ?? file.uri;
  const steps = document.startsWith("repo:") ? stepsBetween(file.uri, document) : stepsBetween(own, document);
  if (steps === void 0) return void 0;
  const parts = file.source.path.split("/").slice(0, -1);
  for (const step2 of steps) {
    if (step2 !== "..") parts.push(step2);
    else if (parts.pop() === void 0) return void 0;
  }
  return { kind: "path", path: parts.join("/") };
}
function stepsBetween(from, to) {
  try {
    const [start2, end] = [new URL(from), new URL(to)];
    if (start2.protocol !== end.protocol || start2.host !== end.host || end.search !== "") return void 0;
    if (!start2.pathname.startsWith("/") || !end.pathname.startsWith("/")) return void 0;
    const have = start2.pathname.split("/").slice(1, -1);
    const want = end.pathname.split("/").slice(1);
    let same = 0;
    while (same < have.length && same < want.length - 1 && have[same] === want[same]) same++;
    const names = want.slice(same).map(decodeURIComponent);
    if (names.some((name) => name === "" || name === "." || name === ".." || name.includes("/")))
      return void 0;
    return [...have.slice(same).map(() => ".."), ...names];
  } catch {
    return void 0;
  }
}

// src/schemas/meta.ts
var META_SCHEMAS = {
  "json-schema.org/draft-04/schema": {
    draft: 4,
    load: () => import("./json-schema-draft-04-OGOQ2ATP.js")
  },
  "json-schema.org/draft-06/schema": {
    draft: 6,
    load: () => import("./json-schema-draft-06-YPYZAFHS.js")
  },
  "json-schema.org/draft-07/schema": {
    draft: 7,
    load: () => import("./json-schema-draft-07-3M6XLTVV.js")
  },
  "json-schema.org/draft/2019-09/schema": {
    draft: 2019,
    load: () => import("./schema-IDNYNTNZ.js")
  },
  "json-schema.org/draft/2019-09/meta/applicator": {
    draft: 2019,
    load: () => import("./applicator-6CBDYVLT.js")
  },
  "json-schema.org/draft/2019-09/meta/content": {
    draft: 2019,
    load: () => import("./content-OAFA4VOB.js")
  },
  "json-schema.org/draft/2019-09/meta/core": {
    draft: 2019,
    load: () => import("./core-OM32YKU2.js")
  },
  "json-schema.org/draft/2019-09/meta/format": {
    draft: 2019,
    load: () => import("./format-LRRHBIKX.js")
  },
  "json-schema.org/draft/2019-09/meta/meta-data": {
    draft: 2019,
    load: () => import("./meta-data-QG3DPOBL.js")
  },
  "json-schema.org/draft/2019-09/meta/validation": {
    draft: 2019,
    load: () => import("./validation-XJDAI6CG.js")
  },
  "json-schema.org/draft/2020-12/schema": {
    draft: 2020,
    load: () => import("./schema-WCSAM6G2.js")
  },
  "json-schema.org/draft/2020-12/meta/applicator": {
    draft: 2020,
    load: () => import("./applicator-HP5CBA4A.js")
  },
  "json-schema.org/draft/2020-12/meta/content": {
    draft: 2020,
    load: () => import("./content-SLSB2B5Q.js")
  },
  "json-schema.org/draft/2020-12/meta/core": {
    draft: 2020,
    load: () => import("./core-NSNGLOJU.js")
  },
  "json-schema.org/draft/2020-12/meta/format-annotation": {
    draft: 2020,
    load: () => import("./format-annotation-ZPGWPHU3.js")
  },
  "json-schema.org/draft/2020-12/meta/meta-data": {
    draft: 2020,
    load: () => import("./meta-data-T277UI4I.js")
  },
  "json-schema.org/draft/2020-12/meta/unevaluated": {
    draft: 2020,
    load: () => import("./unevaluated-I53KX3T4.js")
  },
  "json-schema.org/draft/2020-12/meta/validation": {
    draft: 2020,
    load: () => import("./validation-64KSSHFZ.js")
  }
};
async function metaSchema(uri) {
  const name = uri.replace(/^https?:\/\//, "");
  if (!Object.hasOwn(META_SCHEMAS, name)) return void 0;
  const { draft, load } = META_SCHEMAS[name];
  const value = (await load()).default;
  return { source: { kind: "url", url: uri }, name: uri, uri, draft, value, place: () => void 0 };
}

// src/schemas/parse.ts
async function parseSchema(source, uri, loaded, draft = DEFAULT_DRAFT) {
  const yaml = /\.ya?ml$/i.test(uri);
  const parse = await formatById(yaml ? "yaml" : "json").load();
  const parsed = parse(loaded.text);
  const { name } = loaded;
  const syntax = (message, hint, place2) => refuse({ code: "schema-syntax", message, hint, path: name, ...place2 === void 0 ? {} : { place: place2 } });
  if (!parsed.ok) {
    return syntax(
      `The schema ${name} is not valid ${yaml ? "YAML" : "JSON"}: ${parsed.problem.detail}`,
      "Nothing can be judged by it until it is corrected on the base branch.",
      parsed.problem.place
    );
  }
  const twice = parsed.duplicates[0];
  if (twice !== void 0) {
    return syntax(
      `The schema ${name} has the key ${twice.key} twice (first in line ${twice.first.line}); only one of them would count.`,
      "Remove one of them, or merge them.",
      twice.place
    );
  }
  if (parsed.values.length !== 1) {
    return syntax(
      `The schema ${name} holds ${parsed.values.length} documents; a schema is exactly one.`,
      "Keep one schema per file."
    );
  }
  const place = parsed.place;
  return ok({
    source,
    name,
    uri,
    draft,
    value: parsed.values[0],
    place: (pointer, part) => place(pointer, 0, part)
  });
}

// src/schemas/gather.ts
var MOST_FILES = 200;
async function gather(source, load) {
  const gathering = { load, catalog: emptyCatalog(), targets: /* @__PURE__ */ new Map(), texts: [] };
  const file = await open(gathering, source, uriOf(source), DEFAULT_DRAFT);
  if (!file.ok) return file;
  const { catalog, targets, texts: texts2 } = gathering;
  const root = catalog.nodes.get(keyOf(file.value, ""));
  if (root === void 0) return refuse(flawProblem(catalog.flaws));
  const reached = await reach(gathering, root);
  if (!reached.ok) return reached;
  const flaws = flawsOf(catalog, reached.value, [...targets.values()]);
  return flaws.length === 0 ? ok({ root, reached: reached.value, catalog, targets, texts: texts2 }) : refuse(flawProblem(flaws));
}
async function reach(gathering, root) {
  const { catalog, targets } = gathering;
  const reached = /* @__PURE__ */ new Set([root]);
  for (const node of reached) {
    for (const reference of catalog.references.get(node) ?? []) {
      const target = await follow(gathering, reference);
      if (!target.ok) return target;
      targets.set(reference, target.value);
      reached.add(target.value);
      if (reference.keyword === "$ref") continue;
      for (const anchors of catalog.dynamic.values())
        for (const anchor of anchors.values()) reached.add(anchor);
    }
    for (const [keyword, value] of Object.entries(isObject(node.schema) ? node.schema : {})) {
      const shape = shapeOf(keyword, node.draft);
      if (shape === void 0 || shape === "definitions") continue;
      for (const [pointer] of subschemas(shape, child(node.pointer, keyword), value)) {
        const inner = catalog.nodes.get(keyOf(node.file, pointer));
        if (inner !== void 0) reached.add(inner);
      }
    }
  }
  return ok(reached);
}
async function open(gathering, source, uri, draft) {
  if (gathering.texts.length >= MOST_FILES) {
    return refuse({
      code: "schema-refused",
      message: `The schema needs more than ${MOST_FILES} files; ${sourceName(source)} is one too many.`,
      hint: "Bundle the schema into fewer files."
    });
  }
  const loaded = await gathering.load(source);
  if (!loaded.ok) return loaded;
  const file = await parseSchema(source, uri, loaded.value, draft);
  if (!file.ok) return file;
  gathering.texts.push(uri, loaded.value.text);
  walk(gathering.catalog, file.value, "", file.value.value, uri, draft);
  return file;
}
async function follow(gathering, reference) {
  const { node, ref } = reference;
  const uri = resolveUri(node.base, ref);
  if (uri === void 0) return refuse(unresolved(reference, `\`${ref}\` is not a URI reference`));
  if (leavesRoot(node.base, ref)) {
    return refuse(unresolved(reference, `\`${ref}\` leads out of the repository`));
  }
  const { document, fragment } = splitUri(uri);
  const { catalog } = gathering;
  if (!catalog.resources.has(document)) {
    const brought = await bring(gathering, reference, document);
    if (!brought.ok) return brought;
  }
  const target = find(catalog, document, fragment);
  return target === void 0 ? refuse(unresolved(reference, `\`${ref}\` leads to nothing`)) : ok(target);
}
async function bring(gathering, reference, document) {
  const { node } = reference;
  const { catalog } = gathering;
  const meta = await metaSchema(document);
  if (meta !== void 0) {
    walk(catalog, meta, "", meta.value, document, meta.draft);
    return ok(true);
  }
  const local = localSource(catalog, node.file, document);
  let missing2;
  if (local !== void 0) {
    const file = await open(gathering, local, uriOf(local), node.draft);
    if (file.ok) {
      alias(catalog, file.value, document);
      return ok(true);
    }
    if (file.problem.code !== "schema-missing") return file;
    missing2 = file.problem;
  }
  if (document.startsWith("https:")) {
    const source = { kind: "url", url: document };
    const file = await open(gathering, source, document, node.draft);
    if (file.ok || missing2 === void 0) return file.ok ? ok(true) : refuse(at2(reference, file.problem));
  }
  if (missing2 !== void 0) return refuse(at2(reference, { ...missing2, code: "schema-ref" }));
  return refuse(
    unresolved(reference, `\`${reference.ref}\` is neither a file of the repository nor an https URL`)
  );
}
function alias(catalog, file, document) {
  const root = catalog.nodes.get(keyOf(file, ""));
  if (root !== void 0 && !catalog.resources.has(document)) catalog.resources.set(document, root);
}
function unresolved(reference, why) {
  return at2(reference, {
    code: "schema-ref",
    message: `A reference of the schema ${reference.node.file.name} cannot be followed: ${why}.`,
    hint: "Correct the reference. Relative ones are read beside the schema in the base commit; https ones need a host listed in `schema-hosts`."
  });
}
function at2(reference, problem) {
  const { file, pointer } = reference.node;
  const place = file.place(child(pointer, reference.keyword), "value");
  return { ...problem, path: file.name, ...place === void 0 ? {} : { place } };
}

// src/schemas/finish.ts
function finish(traits, node, out) {
  const schema = node.schema;
  if (node.draft === 4) {
    for (const [limit, exclusive] of EXCLUSIVE) {
      if (schema[exclusive] !== true || out[limit] === void 0) continue;
      out[exclusive] = out[limit];
      delete out[limit];
    }
  }
  if (out.if === void 0) {
    delete out.then;
    delete out.else;
  } else if (traits.unevaluated) {
    if (hasNoRules(out.then)) out.then = { minProperties: 0 };
  } else if (out.then === void 0 && out.else === void 0) {
    delete out.if;
  }
  if (out.contains === void 0) {
    delete out.minContains;
    delete out.maxContains;
  } else if (traits.unevaluatedItems) {
    traits.unsupported ??= {
      node,
      keyword: "contains",
      why: "`contains` in a schema with `unevaluatedItems`"
    };
  }
}
function hasNoRules(schema) {
  return schema === void 0 || schema === true || isObject(schema) && Object.keys(schema).length === 0;
}
var EXCLUSIVE = [
  ["maximum", "exclusiveMaximum"],
  ["minimum", "exclusiveMinimum"]
];

// src/schemas/scope.ts
var NO_SCOPE = { key: "", anchors: /* @__PURE__ */ new Map() };
function enter(catalog, scope, resource) {
  const found3 = catalog.dynamic.get(resource);
  if (found3 === void 0) return scope;
  const anchors = new Map(scope.anchors);
  for (const [name, node] of found3) if (!anchors.has(name)) anchors.set(name, node);
  if (anchors.size === scope.anchors.size) return scope;
  const key2 = [...anchors].map(([name, node]) => `${name}=${keyOf(node.file, node.pointer)}`).sort().join("\n");
  return { key: key2, anchors };
}
function dynamicTarget(catalog, reference, target, scope) {
  const name = reference.keyword === "$recursiveRef" ? "" : reference.ref.split("#")[1] ?? "";
  const isDynamic = catalog.dynamic.get(target.base)?.get(name) === target;
  return isDynamic ? scope.anchors.get(name) ?? target : target;
}

// src/schemas/tables.ts
function dependencies(out, value, below) {
  for (const name of Object.keys(value)) {
    const keyword = Array.isArray(value[name]) ? "dependentRequired" : "dependentSchemas";
    const table = out[keyword] ?? {};
    setOwn(table, name, Array.isArray(value[name]) ? value[name] : below(name));
    out[keyword] = table;
  }
}
function schemaMap(out, keyword, value, below) {
  const table = out[keyword] ?? {};
  for (const name of Object.keys(value)) {
    if (keyword === "properties" && name === "__proto__") {
      out.patternProperties = {
        ...out.patternProperties ?? {},
        "^__proto__$": below(name)
      };
    } else {
      setOwn(table, name, below(name));
    }
  }
  out[keyword] = table;
}

// src/schemas/normalise.ts
function normalise(gathered, beside) {
  const schemas = [...gathered.reached].map(({ schema }) => schema);
  const uses = (keyword) => schemas.some((schema) => typeof schema === "object" && Object.hasOwn(schema, keyword));
  const work = {
    gathered,
    beside,
    references: referencesOf(gathered.targets),
    defs: /* @__PURE__ */ new Map(),
    queue: [],
    origins: /* @__PURE__ */ new WeakMap(),
    formats: /* @__PURE__ */ new Set(),
    traits: {
      besideRef: false,
      unevaluated: uses("unevaluatedProperties") || uses("unevaluatedItems"),
      unevaluatedItems: uses("unevaluatedItems"),
      multipleOf: uses("multipleOf")
    }
  };
  const $ref = define(work, gathered.root, enter(work.gathered.catalog, NO_SCOPE, gathered.root.base));
  const $defs = {};
  for (let next = work.queue.shift(); next !== void 0; next = work.queue.shift()) {
    $defs[next.name] = emit(work, next.node, next.scope);
  }
  const { origins, formats, traits } = work;
  return { root: gathered.root, schema: { $ref, $defs }, origins, formats, traits };
}
function referencesOf(targets) {
  const references = /* @__PURE__ */ new Map();
  for (const reference of targets.keys()) {
    const own = references.get(reference.node) ?? /* @__PURE__ */ new Map();
    references.set(reference.node, own.set(reference.keyword, reference));
  }
  return references;
}
function define(work, node, scope) {
  const key2 = `${keyOf(node.file, node.pointer)}
${scope.key}`;
  let name = work.defs.get(key2);
  if (name === void 0) {
    name = `d${work.defs.size}`;
    work.defs.set(key2, name);
    work.queue.push({ name, node, scope });
  }
  return `#/$defs/${name}`;
}
function refer(work, node, keyword, scope) {
  const reference = work.references.get(node)?.get(keyword);
  const target = reference && work.gathered.targets.get(reference);
  if (reference === void 0 || target === void 0) return void 0;
  const end = keyword === "$ref" ? target : dynamicTarget(work.gathered.catalog, reference, target, scope);
  return define(work, end, enter(work.gathered.catalog, scope, end.base));
}
function emit(work, node, scope) {
  if (node.schema === true) return true;
  const out = {};
  work.origins.set(out, node);
  if (node.schema === false) return Object.assign(out, { not: {} });
  const { schema, draft } = node;
  const $ref = refer(work, node, "$ref", scope);
  if ($ref !== void 0) out.$ref = $ref;
  if ($ref !== void 0 && draft <= 7) {
    const rules = Object.keys(schema).filter((keyword) => !NO_RULES.has(keyword) && !isAnnotation(keyword));
    if (rules.length > 0) work.traits.besideRef = true;
    if (work.beside === "ignore") return out;
  }
  const more = ["$recursiveRef", "$dynamicRef"].flatMap((keyword) => refer(work, node, keyword, scope) ?? []);
  const below = (pointer, keyword) => {
    const inner = work.gathered.catalog.nodes.get(keyOf(node.file, pointer));
    const entered = inner.base === node.base ? scope : enter(work.gathered.catalog, scope, inner.base);
    if (!work.traits.unevaluated || SAME_VALUE2.has(keyword) || typeof inner.schema === "boolean")
      return emit(work, inner, entered);
    return { $ref: define(work, inner, entered) };
  };
  for (const keyword of Object.keys(schema)) {
    if (shapeOf(keyword, draft) === void 0 || NO_RULES.has(keyword)) continue;
    rule(work, node, out, keyword, schema[keyword], below);
  }
  if (more.length > 0)
    out.allOf = [...out.allOf ?? [], ...more.map((ref) => ({ $ref: ref }))];
  finish(work.traits, node, out);
  return out;
}
var NO_RULES = /* @__PURE__ */ new Set([
  "$schema",
  "$id",
  "id",
  "$anchor",
  "$ref",
  "$recursiveRef",
  "$recursiveAnchor",
  "$dynamicRef",
  "$dynamicAnchor",
  "$vocabulary",
  "$defs",
  "definitions"
]);
var SAME_VALUE2 = /* @__PURE__ */ new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "dependencies"
]);
function rule(work, node, out, keyword, value, below) {
  const here = child(node.pointer, keyword);
  const shape = shapeOf(keyword, node.draft);
  if (keyword === "format") {
    if (!isJudgedFormat(String(value))) return;
    work.formats.add(String(value));
    out.format = value;
  } else if (keyword === "exclusiveMaximum" || keyword === "exclusiveMinimum") {
    if (typeof value === "number") out[keyword] = value;
  } else if (keyword === "items" && Array.isArray(value)) {
    if (value.length > 0) out.prefixItems = value.map((_, index) => below(child(here, index), keyword));
    const rest = node.schema.additionalItems;
    if (rest !== void 0)
      out.items = rest === false ? false : below(child(node.pointer, "additionalItems"), keyword);
  } else if (keyword === "additionalItems") {
    return;
  } else if (keyword === "dependencies" && isObject(value)) {
    dependencies(out, value, (name) => below(child(here, name), keyword));
  } else if (shape === "schema" || shape === "schema-or-schemas") {
    const absent = ABSENT.has(keyword) || keyword === "items" && out.prefixItems !== void 0;
    out[keyword] = value === false && absent ? false : below(here, keyword);
  } else if (shape === "schemas" && Array.isArray(value)) {
    out[keyword] = value.map((_, index) => below(child(here, index), keyword));
  } else if (shape === "schema-map" && isObject(value)) {
    schemaMap(out, keyword, value, (name) => below(child(here, name), keyword));
  } else {
    out[keyword] = value;
  }
}
var ABSENT = /* @__PURE__ */ new Set([
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems"
]);

// src/schemas/prepare.ts
var compiled2 = /* @__PURE__ */ new Map();
var MOST_KEPT2 = 100;
async function prepare(source, load, deadlineMs) {
  const name = sourceName(source);
  try {
    const gathered = await gather(source, load);
    if (!gathered.ok) return gathered;
    const hash = createHash2("sha256").update(JSON.stringify(gathered.value.texts)).digest("hex");
    const known = compiled2.get(hash);
    if (known !== void 0) return ok(known);
    const main = await read(gathered.value, "apply");
    const { traits } = main.normal;
    if (traits.unsupported !== void 0) return refuse(unsupported(name, traits.unsupported));
    if (!underDeadline(deadlineMs, main.all).done) return refuse(tooSlow(name, deadlineMs));
    const prepared = { name, catalog: gathered.value.catalog, main };
    if (traits.besideRef) prepared.standard = await read(gathered.value, "ignore");
    if (compiled2.size >= MOST_KEPT2) compiled2.clear();
    compiled2.set(hash, prepared);
    return ok(prepared);
  } catch (error) {
    return refuse(unusable(name, error));
  }
}
async function read(gathered, beside) {
  const normal = normalise(gathered, beside);
  const compile2 = await createEngine(normal);
  return { normal, all: once(() => compile2(true)), first: once(() => compile2(false)) };
}
function once(make) {
  let made;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
function unsupported(name, { node, keyword, why }) {
  const place = node.file.place(`${node.pointer}/${keyword}`, "key");
  return {
    code: "schema-unsupported",
    message: `The schema ${name} uses ${why}, which the validator is known to judge wrongly.`,
    hint: "Write the rule without this combination, or validate these files elsewhere.",
    path: node.file.name,
    ...place === void 0 ? {} : { place }
  };
}
function tooSlow(name, deadlineMs) {
  return {
    code: "schema-deadline",
    message: `The schema ${name} could not be compiled within ${deadlineMs} ms.`,
    hint: "Make the schema smaller, or split it.",
    path: name
  };
}
function unusable(name, error) {
  const deep = error instanceof RangeError;
  return {
    code: "schema-unusable",
    message: deep ? `The schema ${name} cannot be compiled: it is nested too deeply, or refers to itself without end.` : `The schema ${name} cannot be compiled: ${error instanceof Error ? error.message : String(error)}`,
    hint: "Nothing can be judged by it until it is corrected on the base branch.",
    path: name
  };
}

// src/schemas/schemas.ts
function createSchemas(load, options = {}) {
  const deadlineMs = options.deadlineMs ?? 2e3;
  const compileDeadlineMs = options.compileDeadlineMs ?? 1e4;
  const maxLength = options.maxDocumentBytes ?? 8 * 1024 * 1024;
  const known = /* @__PURE__ */ new Map();
  const prepared = (source) => {
    const key2 = JSON.stringify(
      source.kind === "path" ? source.path : [source.url, source.sha256?.toLowerCase()]
    );
    const before = known.get(key2);
    if (before !== void 0) return before;
    const now = prepare(source, load, compileDeadlineMs);
    known.set(key2, now);
    return now;
  };
  return {
    async prepare(source) {
      const result2 = await prepared(source);
      return result2.ok ? ok(void 0) : result2;
    },
    async judge(requests) {
      const judgements = new Array(requests.length);
      const groups = /* @__PURE__ */ new Map();
      for (const [index, { source, document }] of requests.entries()) {
        const schema = await prepared(source);
        if (!schema.ok) judgements[index] = { kind: "inconclusive", problem: schema.problem };
        else if (document.text.length > maxLength) judgements[index] = tooLarge(schema.value, maxLength);
        else groups.set(schema.value, [...groups.get(schema.value) ?? [], index]);
      }
      for (const [schema, indexes] of groups) {
        const documents = indexes.map((index) => requests[index].document);
        for (const [at3, judgement] of judgeBatch(schema, documents, deadlineMs).entries())
          judgements[indexes[at3]] = judgement;
      }
      return judgements;
    }
  };
}
var SHORTEST_SHARE_MS = 50;
function judgeBatch(schema, documents, deadlineMs) {
  const judgements = [];
  let share2 = deadlineMs;
  while (judgements.length < documents.length) {
    const batch = underDeadline(share2, () => {
      while (judgements.length < documents.length)
        judgements.push(judgeDocument(schema, documents[judgements.length]));
    });
    if (batch.done) break;
    const suspect = documents[judgements.length];
    const alone = underDeadline(share2, () => judgeDocument(schema, suspect));
    judgements.push(
      alone.done ? alone.value : { kind: "inconclusive", problem: overDeadline(schema, share2) }
    );
    if (!alone.done) share2 = Math.max(SHORTEST_SHARE_MS, share2 / 2);
  }
  return judgements;
}
function overDeadline(schema, deadlineMs) {
  return {
    code: "schema-deadline",
    message: `Judging the file by ${schema.name} took longer than ${Math.round(deadlineMs)} ms and was stopped.`,
    hint: "Look for a regular expression in the schema that backtracks (such as `(a+)+`), or split the file."
  };
}
function tooLarge(schema, maxLength) {
  return {
    kind: "inconclusive",
    problem: {
      code: "schema-too-large",
      message: `The file is too large to be judged by ${schema.name}: more than ${Math.floor(maxLength / 1024)} KiB.`,
      hint: "Split the file."
    }
  };
}

// src/subjects/collisions.ts
async function findCollisions(after, changes, selected, policy) {
  const selectFolded = createSelector(foldedPolicy(policy));
  const suspects = changes.filter(
    (change2) => change2.after !== void 0 && (change2.status === "added" || change2.status === "renamed") && selectFolded(foldPath(change2.path))?.critical === true
  );
  if (suspects.length === 0) return ok([...selected]);
  const listed = await after.entries();
  if (!listed.ok) return listed;
  const twins = pathsByFold(listed.value.map((entry) => entry.path));
  const select = createSelector(policy);
  const found3 = new Map(selected.map((one) => [one.change.path, one]));
  for (const change2 of suspects) {
    const twin = (twins.get(foldPath(change2.path)) ?? []).find(
      (path) => path !== change2.path && select(path)?.critical === true
    );
    if (twin !== void 0) found3.set(change2.path, { change: change2, selection: select(twin), twin });
  }
  return ok([...found3.values()]);
}
function pathsByFold(paths) {
  const byFold = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const fold = foldPath(path);
    const same = byFold.get(fold);
    if (same) same.push(path);
    else byFold.set(fold, [path]);
  }
  return byFold;
}
function foldedPolicy(policy) {
  const critical = policy.critical.map((rule3) => ({ ...rule3, files: rule3.files.map(foldPath) }));
  return { ...policy, critical };
}

// src/policy/compare.ts
var THRESHOLDS2 = ["notice", "warning", "error"];
function weakerThan(before, after) {
  return [
    ...lostFiles(before, after),
    ...before.critical.flatMap((rule3) => lostByRule(rule3, after.critical)),
    ...before.environments.filter((pattern) => !after.environments.includes(pattern)).map((pattern) => `environments no longer names ${pattern}`),
    ...after.schemaHosts.filter((host) => !before.schemaHosts.includes(host)).map((host) => `schemas may be fetched from ${host} without a pinned sha256`),
    ...lostStrictness(before, after)
  ];
}
function lostFiles(before, after) {
  const globs = (rules) => rules.flatMap((rule3) => rule3.files);
  const now = new Set(globs(after.critical));
  const then = new Set(globs(before.critical));
  return [
    ...[...then].filter((glob) => !glob.startsWith("!") && !now.has(glob)).map((glob) => `${glob} is no longer critical`),
    ...[...now].filter((glob) => glob.startsWith("!") && !then.has(glob)).map((glob) => `${glob.slice(1)} is newly excluded`)
  ];
}
function lostByRule(before, after) {
  const same = after.filter((rule3) => rule3.files.some((glob) => before.files.includes(glob)));
  if (same.length === 0) return [];
  const name = before.files.join(", ");
  const lost = (word, then, now) => then.filter((pattern) => !now.includes(pattern)).map((pattern) => `${name}: ${word} no longer names ${pattern}`);
  const all = (pick) => same.flatMap(pick);
  const schema = JSON.stringify(before.schema);
  const keptSchema = before.schema === void 0 || same.some((rule3) => JSON.stringify(rule3.schema) === schema);
  return [
    ...lost(
      "protect",
      before.protect,
      all((rule3) => rule3.protect)
    ),
    ...lost(
      "freeze",
      before.freeze,
      all((rule3) => rule3.freeze)
    ),
    ...lost(
      "sensitive",
      before.sensitive,
      all((rule3) => rule3.sensitive)
    ),
    ...keptSchema ? [] : [`${name}: the schema is another one or none`]
  ];
}
function lostStrictness(before, after) {
  const threshold = (policy) => THRESHOLDS2.indexOf(policy.failOn ?? "error");
  return [
    ...threshold(after) > threshold(before) ? [`fail-on-severity is raised to ${after.failOn ?? "error"}`] : [],
    ...after.warnOnly === true && before.warnOnly !== true ? ["warn-only is turned on"] : []
  ];
}

// src/documents/encrypted.ts
function isEncrypted(text) {
  if (text.startsWith("$ANSIBLE_VAULT;")) return true;
  if (ARMOR.test(text)) return true;
  return text.includes("ENC[AES256_GCM,") && SOPS.some(([start2, mac]) => hasBoth(text, start2, mac));
}
var ARMOR = /^\s*-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----/;
var SOPS = [
  [/^sops:[ \t\r]*$/m, /^[ \t]+mac: ENC\[AES256_GCM,/m],
  [/"sops"\s*:\s*\{/, /"mac"\s*:\s*"ENC\[AES256_GCM,/],
  [/^\[sops\]/m, /^mac[ \t]*=[ \t]*ENC\[AES256_GCM,/m],
  [/^sops_/m, /^sops_mac=ENC\[AES256_GCM,/m]
];
function hasBoth(text, start2, mac) {
  const from = text.search(start2);
  return from !== -1 && mac.test(text.slice(from));
}
function isEncryptedBinary(bytes) {
  return BINARY_HEADERS.some((header2) => header2.every((byte, at3) => bytes[at3] === byte));
}
var BINARY_HEADERS = ["\0GITCRYPT\0", "age-encryption.org/v1\n"].map(
  (header2) => Uint8Array.from(header2, (character) => character.charCodeAt(0))
);

// src/documents/decode.ts
var strict = new TextDecoder("utf-8", { fatal: true });
function decode(bytes) {
  if (isEncryptedBinary(bytes)) return { reason: "encrypted" };
  if (isUtf16(bytes)) return { reason: "encoding" };
  if (bytes.includes(0)) return { reason: "binary" };
  try {
    return { text: strict.decode(bytes) };
  } catch {
    return { reason: "encoding" };
  }
}
function isUtf16(bytes) {
  return bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
}

// src/documents/sniff.ts
function formatsByContent(path, text) {
  const start2 = /\S/.exec(text)?.[0];
  if (start2 === "{") return ["json"];
  if (start2 === "<") return text.trimStart().startsWith("<?xml") ? ["xml"] : [];
  if (/\.(?:conf|cfg)$/i.test(baseName(path)) && looksLikeIni(text)) return ["ini"];
  return start2 === "[" ? ["json"] : [];
}
function looksLikeIni(text) {
  let keys = 0;
  let section = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || line.startsWith(";")) continue;
    if (/^\[[^[\]]+\]$/.test(line)) section = true;
    else if (/^[\w./@$%-][\w ./@$%:-]*=(?!.*\{$)/.test(line)) keys += 1;
    else if (!section || !(/^[ \t]/.test(raw) || /^[\w.-]+$/.test(line))) return false;
  }
  return keys > 0;
}

// src/documents/read.ts
var MAX_BYTES = 10 * 1024 * 1024;
async function readDocument(entry, blob, options = {}) {
  if (entry.mode === "submodule") return { kind: "opaque", reason: "link", text: blob.id };
  if ("refused" in blob) return opaque(blob.refused === "too-large" ? "too-large" : "missing");
  if (entry.mode !== "symlink" && blob.bytes.length > (options.maxBytes ?? MAX_BYTES))
    return opaque("too-large");
  const decoded = decode(blob.bytes);
  if (entry.mode === "symlink") return opaque("link", "text" in decoded ? decoded.text : void 0);
  if ("reason" in decoded) return opaque(decoded.reason);
  return readText(entry.path, decoded.text, options.format);
}
function opaque(reason, text) {
  return text === void 0 ? { kind: "opaque", reason } : { kind: "opaque", reason, text };
}
async function readText(path, text, declared) {
  if (isLfsPointer(text)) return opaque("missing", text);
  if (isEncrypted(text) && conflictMarkers(text).length === 0) return opaque("encrypted", text);
  if (declared === "text") return { kind: "text", format: "text", text };
  const template = isTemplatePath(path, text);
  const format = declared === void 0 ? formatOf(renderedPath(path)) : formatById(declared);
  if (format !== void 0) return readAs(format, path, text, template);
  for (const id of formatsByContent(path, text)) {
    const document = await readAs(formatById(id), path, text, template);
    if (document.kind === "parsed") return document;
  }
  const markers = conflictMarkers(text).length > 0;
  return template && !markers ? opaque("template", text) : { kind: "text", format: "text", text };
}
async function readAs(format, path, text, template) {
  const [marker] = conflictMarkers(text);
  if (marker !== void 0) {
    const problem = { code: "conflict-marker", detail: "a conflict marker of git", place: marker };
    return { kind: "broken", format: format.id, text, problem };
  }
  const parse = await format.load();
  const parsed = parse(text, path);
  if (parsed.ok) return { kind: "parsed", format: format.id, text, ...withoutOk(parsed) };
  if (template || explainsTemplate(text, parsed, (rendered) => parse(rendered, path))) {
    return opaque("template", text);
  }
  return { kind: "broken", format: format.id, text, problem: parsed.problem };
}
function withoutOk({ values, duplicates, lossy, place }) {
  return { values, duplicates, lossy, place };
}
function explainsTemplate(text, parsed, again) {
  if (!hasTemplateTags(text)) return false;
  const rest = again(withoutTags(text));
  return rest.ok || standsAtTag(text, parsed.problem) && rest.problem.place.line !== parsed.problem.place.line;
}
function isLfsPointer(text) {
  return text.length < 1024 && text.startsWith("version https://git-lfs.github.com/spec/v1\n");
}

// src/subjects/read.ts
async function readVersions(pair, selected) {
  const wanted = selected.map(({ change: change2 }) => ({
    before: change2.before,
    after: change2.after
  }));
  const [before, after] = await Promise.all([
    readBlobs(
      pair.before,
      wanted.flatMap((entries) => entries.before ?? [])
    ),
    readBlobs(
      pair.after,
      wanted.flatMap((entries) => entries.after ?? [])
    )
  ]);
  const versions = [];
  let [nextBefore, nextAfter] = [0, 0];
  for (const [index, entries] of wanted.entries()) {
    const { format } = selected[index].selection;
    const one = {};
    if (entries.before !== void 0)
      one.before = await toDocument(entries.before, before[nextBefore++], format);
    if (entries.after !== void 0) {
      const blob = after[nextAfter++];
      const same = entries.before?.id === entries.after.id && one.before?.kind === "parsed";
      one.after = same ? one.before : await toAfter(entries.after, blob, format, one.before);
    }
    versions.push(one);
  }
  return versions;
}
async function toAfter(entry, blob, format, before) {
  const after = await toDocument(entry, blob, format);
  if (format !== void 0 || after.kind !== "text" || before?.kind !== "parsed") return after;
  return toDocument(entry, blob, before.format);
}
function toDocument(entry, blob, format) {
  return readDocument(entry, blob, format === void 0 ? {} : { format });
}
async function readBlobs(snapshot, entries) {
  const blobs = [];
  if (entries.length === 0) return blobs;
  for await (const blob of snapshot.read(entries)) blobs.push(blob);
  while (blobs.length < entries.length) blobs.push({ id: entries[blobs.length].id, refused: "missing" });
  return blobs;
}

// src/subjects/judge.ts
async function judgeVersions(schemas, selected, versions) {
  const judged = selected.map(() => ({ verdicts: [], unjudged: [] }));
  const requests = [];
  for (const [index, { selection }] of selected.entries()) {
    const document = versions[index].after;
    if (document?.kind !== "parsed") continue;
    for (const source of selection.schemas) {
      const prepared = await schemas.prepare(source);
      if (prepared.ok) requests.push({ index, source, document });
      else if (prepared.problem.code === "schema-missing") {
        judged[index].verdicts.push({ schema: sourceName(source), missing: prepared.problem });
      } else judged[index].unjudged.push(prepared.problem);
    }
  }
  const after = await schemas.judge(requests);
  const before = await judgeBefore(schemas, requests, after, versions);
  for (const [at3, { index, source }] of requests.entries()) {
    const judgement = after[at3];
    if (judgement.kind === "inconclusive") judged[index].unjudged.push(judgement.problem);
    judged[index].verdicts.push({ schema: sourceName(source), before: before[at3], after: judgement });
  }
  return judged;
}
async function judgeBefore(schemas, requests, after, versions) {
  const results = requests.map(() => void 0);
  const again = requests.flatMap(({ index, source }, at3) => {
    const document = versions[index].before;
    return after[at3].kind === "invalid" && document?.kind === "parsed" ? [{ at: at3, source, document }] : [];
  });
  const judgements = again.length === 0 ? [] : await schemas.judge(again);
  for (const [next, { at: at3 }] of again.entries()) results[at3] = judgements[next];
  return results;
}

// src/subjects/subjects.ts
var GROUP = 64;
async function* prepareSubjects(pair, families, schemas, selected) {
  let next = readGroup(pair, families, selected, 0);
  for (let start2 = 0; start2 < selected.length; start2 += GROUP) {
    const versions = await next;
    const group = selected.slice(start2, start2 + GROUP);
    next = readGroup(pair, families, selected, start2 + GROUP);
    const judged = await judgeVersions(schemas, group, versions);
    yield group.map((one, index) => ({
      subject: toSubject(one, versions[index], judged[index].verdicts, families),
      unjudged: judged[index].unjudged
    }));
  }
}
async function readGroup(pair, families, selected, start2) {
  const group = selected.slice(start2, start2 + GROUP);
  const versions = await readVersions(pair, group);
  await families.load(group);
  return versions;
}
function toSubject({ change: change2, selection, twin }, { before, after }, verdicts, families) {
  const difference2 = differenceOf(before, after, selection.identity);
  const hides = hiddenBy(selection, before, after);
  return {
    change: change2,
    selection,
    ...before === void 0 ? {} : { before },
    ...after === void 0 ? {} : { after },
    difference: difference2,
    lines: linesOf2(before, after, difference2),
    context: {
      schemas: () => verdicts,
      show: (value, segments) => showValue(value, segments, hides),
      environment: () => families?.environment(change2.path),
      siblings: () => families?.siblings(change2.path) ?? [],
      twin: () => twin
    }
  };
}
function differenceOf(before, after, identity) {
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return void 0;
  const lists = Object.keys(identity);
  if (lists.length === 0) return compareKeys(before, after);
  return compareKeys(before, after, (segments) => {
    const pattern = matcherOf(lists)(segments);
    return pattern === void 0 ? void 0 : identity[pattern];
  });
}
function linesOf2(before, after, difference2) {
  const doubt = difference2 === void 0 || difference2.keys.share < THRESHOLDS.keysDoubtful || difference2.values.share < THRESHOLDS.valuesDoubtful;
  const [then, now] = [textOf(before), textOf(after)];
  return doubt && then !== void 0 && now !== void 0 ? retainedLines(then, now) : void 0;
}

// src/subjects/guards.ts
var SELECTION = {
  rule: "holdfast",
  critical: true,
  schemas: [],
  protect: [],
  freeze: [],
  sensitive: [],
  identity: {}
};
var WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
var RUNS_HOLDFAST = /^[^#\n]*\b(?:uses|run)\s*:[^#\n]*\bholdfast\b/im;
function selectGuards(changes, policy) {
  const schemas = schemaPaths(policy);
  return changes.flatMap(
    (change2) => isPolicy(change2, policy) || schemas.has(change2.path) || WORKFLOW.test(change2.path) ? [{ change: change2, selection: SELECTION }] : []
  );
}
async function guardOf({ change: change2 }, { before, after }, policy) {
  if (isPolicy(change2, policy)) {
    return { kind: "policy", change: await policyChange(change2, textOf(after), policy) };
  }
  if (schemaPaths(policy).has(change2.path)) return { kind: "schema" };
  const ran = RUNS_HOLDFAST.test(textOf(before) ?? "");
  return ran ? { kind: "workflow", runs: RUNS_HOLDFAST.test(textOf(after) ?? "") } : void 0;
}
async function policyChange(change2, after, policy) {
  if (change2.after === void 0) return { kind: "removed" };
  const read2 = await readPolicy(after ?? "", change2.path, { kind: "base", path: change2.path });
  if (!read2.ok) return { kind: "invalid", problem: read2.problem.message, place: read2.problem.place };
  if (change2.before === void 0) return { kind: "added" };
  return { kind: "edited", weaker: weakerThan(policy, read2.value) };
}
function isPolicy({ path }, { origin }) {
  return policyPaths.includes(path) || origin.kind === "base" && origin.path === path;
}
function schemaPaths(policy) {
  return new Set(
    [...policy.critical, ...policy.schemas].flatMap(
      ({ schema }) => schema?.kind === "path" ? [schema.path] : []
    )
  );
}
async function prepareGuards(pair, policy, selected) {
  const versions = await readVersions(pair, selected);
  const subjects = [];
  for (const [index, one] of selected.entries()) {
    const guard = await guardOf(one, versions[index], policy);
    if (guard !== void 0) subjects.push({ ...toSubject(one, versions[index], [], void 0), guard });
  }
  return subjects;
}

// src/changes/pair.ts
function withRenames(raw, renames) {
  const origins = new Map([...renames].map(([from, to]) => [to, from]));
  const removed = new Map(
    raw.flatMap((change2) => isRemoval(change2) ? [[change2.path, change2.before]] : [])
  );
  return raw.map((change2) => {
    const to = renames.get(change2.path);
    const from = origins.get(change2.path);
    if (isRemoval(change2)) return toChange("removed", change2, to === void 0 ? {} : { to });
    if (from !== void 0) return toChange("renamed", { ...change2, before: removed.get(from) }, { from });
    if (change2.before === void 0) return toChange("added", change2, {});
    const retyped = change2.before.mode !== change2.after?.mode;
    return toChange(retyped ? "retyped" : "modified", change2, {});
  });
}
function toChange(status, raw, more) {
  return { status, ...raw, ...more };
}
function isRemoval(change2) {
  return change2.before !== void 0 && change2.after === void 0;
}
function isAddition(change2) {
  return change2.before === void 0 && change2.after !== void 0;
}
function exactRenames(raw) {
  const added = /* @__PURE__ */ new Map();
  for (const change2 of raw) {
    if (!isAddition(change2)) continue;
    const paths = added.get(change2.after.id);
    if (paths) paths.push(change2.path);
    else added.set(change2.after.id, [change2.path]);
  }
  const renames = /* @__PURE__ */ new Map();
  for (const change2 of raw) {
    if (!isRemoval(change2)) continue;
    const candidates = added.get(change2.before.id);
    if (candidates === void 0 || candidates.length === 0) continue;
    const sameName = candidates.findIndex((path) => baseName(path) === baseName(change2.path));
    const [to] = candidates.splice(Math.max(0, sameName), 1);
    renames.set(change2.path, to);
  }
  return renames;
}

// src/subjects/renames.ts
var ALIKE = 0.5;
var MOST_REMOVALS = 50;
var MOST_CANDIDATES = 8;
async function findRenames(pair, raw, policy) {
  const renames = exactRenames(raw);
  const taken = new Set(renames.values());
  const select = createSelector(policy);
  const removed = raw.filter(isRemoval).filter(({ path }) => !renames.has(path) && select(path)?.critical === true).slice(0, MOST_REMOVALS);
  const added = raw.filter(isAddition).filter(({ path }) => !taken.has(path));
  if (removed.length === 0 || added.length === 0) return withRenames(raw, renames);
  const before = await texts(
    pair.before,
    removed.map((change2) => change2.before)
  );
  const candidates = new Map(removed.map(({ path }) => [path, candidatesFor(path, added)]));
  const wanted = [...new Set([...candidates.values()].flat())];
  const after = await texts(pair.after, wanted);
  for (const { path } of removed) {
    const to = mostAlike(before.get(path), candidates.get(path) ?? [], after, taken);
    if (to === void 0) continue;
    taken.add(to);
    renames.set(path, to);
  }
  return withRenames(raw, renames);
}
function candidatesFor(path, added) {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? "";
  const distance = (other) => baseName(other) === baseName(path) ? 0 : directoryOf(other) === directoryOf(path) ? 1 : 2;
  return added.filter((change2) => change2.after.mode === "file" && change2.path.endsWith(extension)).sort((left, right) => distance(left.path) - distance(right.path)).slice(0, MOST_CANDIDATES).map((change2) => change2.after);
}
function mostAlike(text, candidates, texts2, taken) {
  if (text === void 0 || text.trim() === "") return void 0;
  let best;
  for (const { path } of candidates) {
    const other = texts2.get(path);
    if (other === void 0 || taken.has(path)) continue;
    const { share: share2 } = retainedLines(text, other);
    if (share2 >= ALIKE && share2 > (best?.share ?? 0)) best = { path, share: share2 };
  }
  return best?.path;
}
async function texts(snapshot, entries) {
  const blobs = await readBlobs(snapshot, entries);
  return new Map(entries.flatMap((entry, index) => toText(entry.path, blobs[index])));
}
function toText(path, blob) {
  return "bytes" in blob ? [[path, Buffer.from(blob.bytes).toString("utf8")]] : [];
}

// src/subjects/select.ts
function selectChanges(changes, policy, guards) {
  const select = createSelector(policy);
  const guarded2 = new Set(guards.map(({ change: change2 }) => change2.path));
  return changes.flatMap((change2) => {
    const selection = select(change2.path);
    if (selection === void 0) return [];
    return selection.rule === "default" && guarded2.has(change2.path) ? [] : [{ change: change2, selection }];
  });
}

// src/subjects/siblings.ts
var NONE = { environment: () => void 0, load: async () => {
}, siblings: () => [] };
async function openFamilies(before, policy, selected) {
  const known = environmentFamilies(policy.environments, []);
  if (!selected.some(({ change: change2 }) => known.get(change2.path) !== void 0)) return ok(NONE);
  const listed = await before.entries();
  if (!listed.ok) return listed;
  const entries = new Map(listed.value.map((entry) => [entry.path, entry]));
  const families = environmentFamilies(policy.environments, [...entries.keys()]);
  const documents = /* @__PURE__ */ new Map();
  const siblingEntries = (path) => (families.get(path)?.others ?? []).flatMap(({ path: other, environment }) => {
    const entry = entries.get(other);
    return entry === void 0 ? [] : [{ entry, environment }];
  });
  return ok({
    environment: (path) => families.get(path)?.environment,
    async load(group) {
      const wanted = group.filter(({ change: change2 }) => change2.before !== void 0 && change2.after !== void 0);
      const missing2 = /* @__PURE__ */ new Map();
      for (const like of wanted) {
        for (const { entry } of siblingEntries(like.change.path)) {
          if (!documents.has(entry.path)) missing2.set(entry.path, { entry, like });
        }
      }
      const order = [...missing2.values()];
      const blobs = await readBlobs(
        before,
        order.map(({ entry }) => entry)
      );
      for (const [index, { entry, like }] of order.entries()) {
        documents.set(entry.path, await toDocument(entry, blobs[index], like.selection.format));
      }
    },
    siblings: (path) => siblingEntries(path).flatMap(({ entry, environment }) => {
      const document = documents.get(entry.path);
      return document === void 0 ? [] : [{ path: entry.path, environment, id: entry.id, document }];
    })
  });
}

// src/verdict/summary.ts
var MOST_KEYS = 50;
var MOST_LINES = 100;
function summarise(subject, found3) {
  const { change: change2, selection, difference: difference2, lines, after } = subject;
  const summary2 = {
    path: change2.path,
    status: change2.status,
    rule: selection.rule,
    critical: selection.critical
  };
  if (change2.from !== void 0) summary2.from = change2.from;
  if (change2.to !== void 0) summary2.to = change2.to;
  if (selection.service !== void 0) summary2.service = selection.service;
  if (after?.kind === "parsed" || after?.kind === "broken") summary2.format = after.format;
  if (lines !== void 0) summary2.linesKept = round(lines.share);
  if (difference2 === void 0) return { ...summary2, ...lineSummaries(subject) };
  summary2.keysKept = round(difference2.keys.share);
  summary2.keys = difference2.changes.slice(0, MOST_KEYS).map((key2) => toKeySummary(subject, key2, found3));
  if (difference2.changes.length > MOST_KEYS) summary2.keysTotal = difference2.changes.length;
  return summary2;
}
function lineSummaries({ before, after, selection }) {
  const [then, now] = [textOf(before), textOf(after)];
  if (then === void 0 || now === void 0 || isEncrypted2(before) || isEncrypted2(after)) return {};
  if (selection.sensitive.length > 0) return {};
  const hunks = lineHunks(then, now);
  if (hunks === void 0 || hunks.length === 0) return {};
  const shown2 = { "-": maskedLines(then), "+": maskedLines(now) };
  const lines = hunks.flatMap((hunk) => numbered(hunk)).map(({ sign, line }) => ({ sign, line, text: shown2[sign](line - 1) }));
  const first = lines.slice(0, MOST_LINES);
  return lines.length > first.length ? { lines: first, linesTotal: lines.length } : { lines: first };
}
function numbered({ beforeLine, afterLine, lines }) {
  const changed = [];
  let [before, after] = [beforeLine, afterLine];
  for (const line of lines) {
    if (line.startsWith("-")) changed.push({ sign: "-", line: before });
    if (line.startsWith("+")) changed.push({ sign: "+", line: after });
    if (!line.startsWith("+")) before += 1;
    if (!line.startsWith("-")) after += 1;
  }
  return changed;
}
function isEncrypted2(document) {
  return document?.kind === "opaque" && document.reason === "encrypted";
}
function toKeySummary({ before, after, context: context2 }, change2, found3) {
  const document = change2.kind === "removed" ? before : after;
  const line = found3 && document?.kind === "parsed" ? document.place(change2.key, change2.document)?.line : void 0;
  const summary2 = { kind: change2.kind, key: change2.name };
  if (line !== void 0) summary2.line = line;
  if (change2.before !== void 0) summary2.before = context2.show(change2.before, change2.segments);
  if (change2.after !== void 0) summary2.after = context2.show(change2.after, change2.segments);
  return summary2;
}
function round(share2) {
  return Math.round(share2 * 1e3) / 1e3;
}

// src/verdict/unread.ts
var DETAIL = {
  encrypted: "It is encrypted: its keys are not compared.",
  template: "It is a template: its keys are not compared.",
  binary: "It is binary: nothing of it is compared.",
  "too-large": "It is too large to be compared.",
  encoding: "It is not UTF-8 text: nothing of it is compared.",
  missing: "The repository does not hold its content (a partial clone, or a damaged one).",
  link: "It is a symbolic link or a submodule: what it points to is not looked at."
};
var HINT = {
  encrypted: "Have the change reviewed by someone who can decrypt it.",
  template: "Check the rendered file where it is rendered.",
  binary: "Take it out of the policy, or keep the configuration as text.",
  "too-large": "Split the file, or take it out of the policy.",
  encoding: "Save it as UTF-8.",
  missing: "Fetch the missing objects, and run the check again.",
  link: "Keep the configuration itself at this path."
};
function unreadParts(subject, unjudged) {
  const { change: change2, selection } = subject;
  if (change2.after === void 0) return [];
  const path = change2.path;
  const found3 = unjudged.map((problem) => ({
    path,
    reason: problem.code,
    detail: problem.message,
    hint: problem.hint,
    blocks: true
  }));
  const unread = unreadVersion(subject);
  if (unread !== void 0) found3.push({ path, ...unread });
  const demands = [...selection.schemas, ...selection.protect, ...selection.freeze].length > 0;
  if (demands && subject.after?.kind === "text") {
    found3.push({
      path,
      reason: "no-keys",
      detail: "The policy asks for a schema or for keys, and this file is read as text without keys.",
      hint: "Name its format in the policy (format: yaml), or take schema, protect and freeze away.",
      blocks: true
    });
  }
  return found3;
}
function unreadVersion({ selection, before, after }) {
  const demands = [...selection.schemas, ...selection.protect, ...selection.freeze].length > 0;
  const now = reasonOf(after);
  if (now !== void 0) {
    const known = now === "encrypted" || now === "template";
    const blocks = now === "missing" || (known ? demands : selection.critical);
    return { reason: now, detail: DETAIL[now], hint: HINT[now], blocks };
  }
  const then = reasonOf(before);
  if (then !== "missing" && then !== "too-large") return void 0;
  return {
    reason: then,
    detail: `The version before the change was not compared. ${DETAIL[then]}`,
    hint: HINT[then],
    blocks: then === "missing" || selection.critical
  };
}
function reasonOf(document) {
  return document?.kind === "opaque" ? document.reason : void 0;
}

// src/check.ts
async function check(pair, options) {
  const [raw, chosen] = await Promise.all([pair.differences(), options.policy(pair.before)]);
  if (!raw.ok) return raw;
  if (!chosen.ok) return chosen;
  const policy = chosen.value;
  const changes = await findRenames(pair, raw.value, policy);
  const guards = await prepareGuards(pair, policy, selectGuards(changes, policy));
  const selected = await findCollisions(pair.after, changes, selectChanges(changes, policy, guards), policy);
  if (!selected.ok) return selected;
  const families = await openFamilies(pair.before, policy, selected.value);
  if (!families.ok) return families;
  const schemas = createSchemas(options.schemas(policy));
  const findings = [];
  const summaries = [];
  const notLookedAt4 = [];
  const ruled = new Set(selected.value.map(({ change: change2 }) => change2.path));
  for (const guard of guards) {
    findings.push(...runChecks(guard, [policyChanged], policy.origin));
    if (!ruled.has(guard.change.path)) summaries.push(summarise(guard, true));
  }
  for await (const group of prepareSubjects(pair, families.value, schemas, selected.value)) {
    for (const { subject, unjudged } of group) {
      const found3 = runChecks(subject, checks, policy.origin);
      findings.push(...found3);
      notLookedAt4.push(...unreadParts(subject, unjudged));
      summaries.push(summarise(subject, found3.length > 0));
    }
    options.progress?.(summaries.length, selected.value.length + guards.length);
  }
  return ok(toDecision(pair, policy, { findings, changes: summaries, notLookedAt: notLookedAt4 }));
}

// src/reports/messages.ts
var SEVERITY_WORDS = {
  error: "Error",
  warning: "Warning",
  notice: "Notice"
};
var VERDICT_WORDS = {
  pass: "PASS",
  fail: "FAIL",
  inconclusive: "INCONCLUSIVE"
};
function describe(finding2, base) {
  const message = checkById(finding2.check)?.message(finding2, base) ?? unknownCheck(finding2);
  const title = titleOf(finding2.check) + (finding2.key === void 0 ? "" : `: ${finding2.key}`);
  return { ...message, title, severityWord: SEVERITY_WORDS[finding2.severity] };
}
function titleOf(checkId) {
  return checkId.charAt(0).toUpperCase() + checkId.slice(1).replaceAll("-", " ");
}
function unknownCheck(finding2) {
  return {
    what: `${finding2.check}: ${JSON.stringify(finding2.args)}`,
    why: "This version of Holdfast has no words for this check.",
    fix: "Read the decision with the version of Holdfast that made it."
  };
}
function whatInFile(finding2, base) {
  const { what } = describe(finding2, base);
  const { path } = finding2;
  if (what.startsWith(`${path}: `)) return what.slice(path.length + 2);
  if (what.startsWith(`${path} `)) return `This file${what.slice(path.length)}`;
  for (const word of [" in ", " from "]) {
    const [before, after, ...more] = what.split(word + path);
    if (after !== void 0 && more.length === 0 && /^[ .]/.test(after)) return before + after;
  }
  return what;
}
function fixParts(finding2, base) {
  const { fix } = describe(finding2, base);
  const command2 = putBack(base, finding2.path);
  const at3 = fix.indexOf(command2);
  if (at3 === -1) return { text: fix, rest: "" };
  return { text: fix.slice(0, at3), command: command2, rest: fix.slice(at3 + command2.length) };
}
function isWholeFile(finding2) {
  return checkById(finding2.check)?.wholeFile === true;
}
function placeOf(finding2) {
  if (finding2.line === void 0 || isWholeFile(finding2)) return "";
  return finding2.side === "before" ? `line ${finding2.line} of the old file` : `line ${finding2.line}`;
}
function headline(decision) {
  const word = VERDICT_WORDS[decision.verdict];
  return `${word}  ${headlineRest(decision)}`;
}
function headlineRest(decision) {
  const { errors, warnings, notices, changed } = decision.counts;
  const found3 = [
    ...errors > 0 ? [plural(errors, "error")] : [],
    ...warnings > 0 ? [plural(warnings, "warning")] : [],
    ...notices > 0 ? [plural(notices, "notice")] : []
  ].join(", ");
  const blocked = decision.notLookedAt.filter((item) => item.blocks).length;
  const unseen2 = blocked === 0 ? "" : `${plural(blocked, "file")} could not be judged`;
  if (found3 === "" && unseen2 === "") {
    return changed === 0 ? `No configuration file that ${decision.policy === "defaults" ? "the defaults select" : "the policy selects"} was changed` : `Nothing found in ${plural(changed, "changed configuration file")}`;
  }
  const where = found3 === "" ? "" : `${found3} in ${filesWithFindings(decision)}`;
  const all = changed === 0 ? "" : ` (${plural(changed, "configuration file")} changed)`;
  return [where, unseen2].filter((part) => part !== "").join("; ") + all;
}
function filesWithFindings(decision) {
  const paths = new Set(decision.findings.map((finding2) => finding2.path));
  const critical = new Set(decision.changes.filter((change2) => change2.critical).map((change2) => change2.path));
  const touched = [...paths].filter((path) => critical.has(path)).length;
  if (touched === paths.size) return plural(paths.size, "critical file");
  return plural(paths.size, "file") + (touched === 0 ? "" : `, ${touched} critical`);
}
function verdictSentence(decision) {
  const { verdict, failOn, counts } = decision;
  const told = decision.warnOnly ? " Because of warn-only, nothing is blocked." : "";
  if (verdict === "fail") return `This change should not be deployed as it is.${told}`;
  if (verdict === "inconclusive") {
    return `Holdfast could not judge everything that it has to, so it does not call this change safe.${told}`;
  }
  if (counts.errors + counts.warnings + counts.notices > 0) {
    return `Nothing here is as severe as this repository fails on (${failOn}); read it before you deploy.`;
  }
  return counts.changed === 0 ? "There was nothing to check." : "Every changed configuration file was compared with its base.";
}
function policySentence(policy) {
  if (policy === "defaults") return "no policy: conservative defaults";
  if (policy === "inputs") return "policy from the inputs";
  const at3 = policy.indexOf(":");
  const [kind, name] = [policy.slice(0, at3), policy.slice(at3 + 1)];
  if (kind === "base") return `policy ${name} of the base`;
  return kind === "file" ? `policy ${name} (local trial)` : `policy ${policy}`;
}
function shortId(id) {
  return /^[0-9a-f]{40,64}$/.test(id) ? id.slice(0, 10) : id;
}
function plural(count, noun) {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
function grouped(count) {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

// src/reports/github.ts
var MOST_OF_A_KIND = 10;
var LONGEST_MESSAGE = 4096;
var LONGEST_TITLE = 200;
var githubReport = (decision) => {
  const all = [...unseen(decision), ...found2(decision)];
  const lines = ["error", "warning", "notice"].flatMap((severity) => {
    const these = all.filter((annotation) => annotation.severity === severity);
    const shown2 = these.slice(0, MOST_OF_A_KIND);
    const left = these.length - shown2.length;
    return shown2.map((annotation, index) => {
      const note = left > 0 && index === shown2.length - 1 ? `

${plural(left, `more ${severity}`)} could not be shown here: see the job summary.` : "";
      return command(annotation, note);
    });
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}
`;
};
function guarded(text, token) {
  return `::stop-commands::${token}
${text.endsWith("\n") || text === "" ? text : `${text}
`}::${token}::
`;
}
function found2({ findings, base }) {
  return findings.map((finding2) => {
    const { what, why, fix, title } = describe(finding2, base);
    const annotation = {
      severity: finding2.severity,
      path: finding2.path,
      title,
      text: [what, why, fix].map(plainLine).join("\n")
    };
    if (finding2.line === void 0) return annotation;
    if (finding2.side === "before") {
      return { ...annotation, text: `${annotation.text}
It stood at line ${finding2.line} of the old file.` };
    }
    const column = finding2.column === void 0 ? {} : { column: finding2.column };
    return { ...annotation, line: finding2.line, ...column };
  });
}
function unseen({ notLookedAt: notLookedAt4 }) {
  return notLookedAt4.map((item) => ({
    severity: item.blocks ? "error" : "notice",
    path: item.path,
    title: `Not looked at: ${item.reason}`,
    text: [item.detail, item.hint].map(plainLine).join("\n")
  }));
}
function command({ severity, path, line, column, title, text }, note) {
  const named = path !== "" && plainLine(path) === path;
  const whole = named ? text : `${plainLine(path)}
${text}`;
  const properties = [
    ...named ? [`file=${commandProperty(path)}`] : [],
    ...line === void 0 || !named ? [] : [`line=${line}`],
    ...column === void 0 || !named ? [] : [`col=${column}`],
    `title=${commandProperty(shorten3(plainLine(title), LONGEST_TITLE))}`
  ];
  return `::${severity} ${properties.join(",")}::${commandMessage(shorten3(whole, LONGEST_MESSAGE - note.length) + note)}`;
}
function shorten3(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}\u2026`;
}

// src/reports/json.ts
var jsonReport = (decision) => `${visibleJson(JSON.stringify(published(decision), void 0, 2))}
`;
function published(decision) {
  const { counts } = decision;
  return {
    version: decision.version,
    verdict: decision.verdict,
    base: decision.base,
    head: decision.head,
    policy: decision.policy,
    failOn: decision.failOn,
    warnOnly: decision.warnOnly,
    counts: {
      errors: counts.errors,
      warnings: counts.warnings,
      notices: counts.notices,
      changed: counts.changed,
      critical: counts.critical
    },
    findings: decision.findings.map(finding),
    changes: decision.changes.map(change),
    notLookedAt: decision.notLookedAt.map(notLookedAt)
  };
}
function finding(found3) {
  return {
    check: found3.check,
    severity: found3.severity,
    path: found3.path,
    line: found3.line,
    column: found3.column,
    side: found3.side,
    key: found3.key,
    service: found3.service,
    args: sorted(found3.args),
    fingerprint: found3.fingerprint,
    excerpt: found3.excerpt && { first: found3.excerpt.first, lines: found3.excerpt.lines },
    folded: found3.folded?.map(finding)
  };
}
function change(summary2) {
  return {
    path: summary2.path,
    status: summary2.status,
    from: summary2.from,
    to: summary2.to,
    service: summary2.service,
    rule: summary2.rule,
    critical: summary2.critical,
    format: summary2.format,
    keys: summary2.keys?.map(key),
    keysTotal: summary2.keysTotal,
    lines: summary2.lines?.map(({ sign, line, text }) => ({ sign, line, text })),
    linesTotal: summary2.linesTotal,
    keysKept: summary2.keysKept,
    linesKept: summary2.linesKept
  };
}
function key(summary2) {
  return {
    kind: summary2.kind,
    key: summary2.key,
    line: summary2.line,
    before: summary2.before === void 0 ? void 0 : sorted(summary2.before),
    after: summary2.after === void 0 ? void 0 : sorted(summary2.after)
  };
}
function notLookedAt(item) {
  return {
    path: item.path,
    reason: item.reason,
    detail: item.detail,
    hint: item.hint,
    blocks: item.blocks
  };
}
function sorted(arg) {
  if (arg === null || typeof arg !== "object") return arg;
  if (Array.isArray(arg)) return arg.map(sorted);
  return Object.fromEntries(
    Object.keys(arg).sort().map((name) => [name, sorted(arg[name])])
  );
}

// src/reports/layout.ts
var MARKS = new RegExp("\\p{Mn}|\\p{Me}", "u");
var WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
function widthOf(text) {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}
function columnsOf(character) {
  if (character < "\u0300") return 1;
  return MARKS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}
function cut(text, width) {
  if (widthOf(text) <= width) return text;
  return `${head(text, Math.max(0, width - 1))}\u2026`;
}
function head(text, width) {
  let taken = "";
  let columns = 0;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > width) break;
    taken += character;
  }
  return taken;
}
function wrap(text, width, whole) {
  const lines = [];
  let line = "";
  for (const word of wordsOf(text, whole !== void 0 && widthOf(whole) <= width ? whole : void 0)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      const start2 = head(line, width) || [...line][0];
      lines.push(start2);
      line = line.slice(start2.length);
    }
  }
  return line === "" ? lines : [...lines, line];
}
function wordsOf(text, whole) {
  const joined = whole === void 0 ? text : text.replace(whole, () => whole.replaceAll(" ", "\0"));
  return joined.split(" ").flatMap((word) => word === "" ? [] : [word.replaceAll("\0", " ")]);
}
function paint(color) {
  const style = (open2, close) => (text) => color && text !== "" ? `\x1B[${open2}m${text}\x1B[${close}m` : text;
  return {
    strong: style(1, 22),
    quiet: style(2, 22),
    red: style(31, 39),
    green: style(32, 39),
    yellow: style(33, 39),
    blue: style(36, 39)
  };
}

// src/reports/frame.ts
var TAB = "  ";
function codeFrame(finding2, width, style) {
  if (finding2.excerpt === void 0) return [];
  const { first, lines } = finding2.excerpt;
  const gutter = String(first + lines.length - 1).length;
  const room = Math.max(20, width - gutter - 5);
  const frame = [];
  lines.forEach((line, index) => {
    const number = first + index;
    const here = number === finding2.line;
    if (line === "" && index === lines.length - 1 && !here) return;
    const mark = here ? style.red(">") : " ";
    const text = cut(shown(line), room);
    frame.push(
      `${mark} ${style.quiet(String(number).padStart(gutter))} ${style.quiet("\u2502")} ${text}`.trimEnd()
    );
    const caret = here ? caretColumn(line, finding2.column, room) : void 0;
    if (caret !== void 0) {
      frame.push(`  ${" ".repeat(gutter)} ${style.quiet("\u2502")} ${" ".repeat(caret)}${style.red("^")}`);
    }
  });
  return frame;
}
function shown(line) {
  return plainLine(line.replaceAll("	", TAB));
}
function caretColumn(line, column, room) {
  if (column === void 0 || column > line.length + 1) return void 0;
  const before = widthOf(shown(line.slice(0, column - 1)));
  return before < room ? before : void 0;
}

// src/reports/keys.ts
function differenceLines(change2, most) {
  if (change2.lines !== void 0) {
    const lines = change2.lines.slice(0, most * 2);
    return { lines, more: (change2.linesTotal ?? change2.lines.length) - lines.length, noun: "line" };
  }
  const keys = change2.keys ?? [];
  const shown2 = keys.slice(0, most);
  const more = Math.max(change2.keysTotal ?? 0, keys.length) - shown2.length;
  return { lines: shown2.flatMap(linesOf3), more, noun: "key" };
}
function linesOf3(key2) {
  const note = key2.before === HIDDEN && key2.after === HIDDEN ? " (another value)" : "";
  const lines = [];
  if (key2.kind !== "added") lines.push({ sign: "-", text: `${key2.key}${valueText(key2.before)}` });
  if (key2.kind !== "removed") lines.push({ sign: "+", text: `${key2.key}${valueText(key2.after)}${note}` });
  if (key2.line !== void 0) lines.at(-1).line = key2.line;
  return lines;
}
function valueText(value) {
  return value === void 0 ? "" : `: ${value === HIDDEN ? HIDDEN : JSON.stringify(value)}`;
}
var NOTABLE = 0.9;
function retentionText(change2) {
  const { keysKept, linesKept } = change2;
  if (Math.min(keysKept ?? 1, linesKept ?? 1) > NOTABLE) return void 0;
  const kept = [share(keysKept, "keys"), share(linesKept, "lines")].filter((part) => part !== void 0);
  return kept.join(", ");
}
function share(value, noun) {
  return value === void 0 ? void 0 : `${percent(value)} of its ${noun}`;
}

// src/reports/details.ts
var MOST_FRAMES = 10;
var MOST_KEYS2 = 40;
var MOST_FOLDED = 10;
var LONGEST_LINE2 = 240;
var PLAIN = paint(false);
function fileDetails(base, path, findings, change2, open2) {
  const parts = [
    ...change2 === void 0 ? [] : difference(change2),
    ...frames(findings),
    ...consequences(base, findings)
  ];
  if (parts.length === 0) return "";
  const moved = change2?.from ?? change2?.to;
  const status = change2 === void 0 ? "" : `, ${change2.status}`;
  const also = moved === void 0 ? "" : ` (${change2?.from === void 0 ? "now" : "was"} ${markdownCode(cut(moved, LONGEST_LINE2))})`;
  const title = `${markdownCode(cut(path, LONGEST_LINE2))}${status}${also}`;
  return `
<details${open2 ? " open" : ""}><summary>${title}</summary>

${parts.join("\n\n")}

</details>
`;
}
function difference(change2) {
  const kept = retentionText(change2);
  const { lines, more, noun } = differenceLines(change2, MOST_KEYS2);
  const parts = kept === void 0 ? [] : [`Kept of the old file: ${kept}.`];
  if (lines.length === 0) return parts;
  const text = lines.map((line) => {
    const place = line.line === void 0 ? "" : `  (line ${line.line})`;
    return `${line.sign} ${cut(visible(line.text), LONGEST_LINE2)}${place}`;
  });
  const fence = markdownFence(text, "diff");
  return [...parts, more > 0 ? `${fence}
\u2026 and ${plural(more, `more ${noun}`)}` : fence];
}
function frames(findings) {
  return findings.filter((finding2) => finding2.excerpt !== void 0 && !isWholeFile(finding2)).slice(0, MOST_FRAMES).map((finding2) => {
    const place = placeOf(finding2);
    const title = `${finding2.check}${place === "" ? "" : `, ${place}`}:`;
    return `${title}

${markdownFence(codeFrame(finding2, LONGEST_LINE2, PLAIN), "text")}`;
  });
}
function consequences(base, findings) {
  const folded = findings.flatMap((finding2) => finding2.folded ?? []);
  if (folded.length === 0) return [];
  const lines = folded.slice(0, MOST_FOLDED).map((finding2) => `- ${markdownText(cut(whatInFile(finding2, base), LONGEST_LINE2 * 2))}`);
  const more = folded.length - MOST_FOLDED;
  if (more > 0) lines.push(`- \u2026 and ${plural(more, "more consequence")}`);
  return [`Consequences:

${lines.join("\n")}`];
}

// src/reports/fit.ts
var RESERVED = 400;
function fitBlocks(start2, blocks, limit) {
  let size = Buffer.byteLength(start2) + RESERVED;
  let shown2 = 0;
  for (const block of blocks) {
    size += Buffer.byteLength(block.text);
    if (size > limit) break;
    shown2 += 1;
  }
  const text = start2 + blocks.slice(0, shown2).map((block) => block.text).join("");
  const left = /* @__PURE__ */ new Map();
  for (const { noun, count } of blocks.slice(shown2)) {
    if (count > 0) left.set(noun, (left.get(noun) ?? 0) + count);
  }
  if (left.size === 0) return text;
  const missing2 = [...left].map(([noun, count]) => plural(count, noun)).join(", ");
  return `${text}

**Left out here, because GitHub limits the length:** ${missing2}. The JSON report has everything.
`;
}

// src/reports/group.ts
function byPath(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding2 of findings) {
    const group = groups.get(finding2.path);
    if (group) group.push(finding2);
    else groups.set(finding2.path, [finding2]);
  }
  return groups;
}

// src/reports/markdown.ts
var VERDICT_SIGN = { pass: "\u2705", fail: "\u274C", inconclusive: "\u26A0\uFE0F" };
var SEVERITY_SIGN = { error: "\u274C", warning: "\u26A0\uFE0F", notice: "\u2139\uFE0F" };
var DEFAULT_LIMIT = 1e6;
var MOST_ROWS = 50;
var MOST_DETAILS = 100;
var MOST_LISTED = 50;
var LONGEST_TEXT = 500;
var markdownReport = (decision, { limit = DEFAULT_LIMIT, docsUrl }) => {
  const blocks = [
    ...findingTables(decision, docsUrl),
    ...notLookedAt2(decision.notLookedAt),
    ...details(decision),
    ...nothingFound(decision)
  ];
  return inert(fitBlocks(top(decision), blocks, limit));
};
function top(decision) {
  const { verdict, base, head: head2, policy } = decision;
  const [word = "", found3 = ""] = headline(decision).split("  ");
  return [
    `## ${VERDICT_SIGN[verdict]} Holdfast: ${word}`,
    `**${markdownText(found3)}.** ${markdownText(verdictSentence(decision))}`,
    `<sub>${code(shortId(base))} \u2192 ${code(shortId(head2))} \xB7 ${markdownText(policySentence(policy))}</sub>
`
  ].join("\n\n");
}
function findingTables({ findings, base }, docsUrl) {
  const services = /* @__PURE__ */ new Map();
  for (const finding2 of findings.slice(0, MOST_ROWS)) {
    const service = finding2.service ?? "";
    services.set(service, [...services.get(service) ?? [], finding2]);
  }
  const blocks = [...services].flatMap(
    ([service, rows]) => rows.map((finding2, index) => {
      const text = row(finding2, base, docsUrl);
      return {
        noun: "finding",
        count: 1,
        text: index === 0 ? tableHead(service, services.size) + text : text
      };
    })
  );
  const more = findings.length - MOST_ROWS;
  if (more > 0) {
    const text = `
\u2026 and ${plural(more, "more finding")}: see the details below and the JSON report.
`;
    blocks.push({ noun: "finding", count: more, text });
  }
  return blocks;
}
function tableHead(service, services) {
  const title = service === "" ? "Other files" : `Service ${markdownText(cut(service, 200))}`;
  const heading = service === "" && services === 1 ? "" : `
### ${title}
`;
  return `${heading}
|  | Where | What happened | What to do |
|---|---|---|---|
`;
}
function row(finding2, base, docsUrl) {
  const { why } = describe(finding2, base);
  const { text, command: command2, rest } = fixParts(finding2, base);
  const place = [
    ...placeOf(finding2) === "" ? [] : [placeOf(finding2)],
    ...finding2.key === void 0 || finding2.key === "" ? [] : [code(finding2.key)]
  ].join(", ");
  const check2 = docsUrl === void 0 ? finding2.check : `<a href="${docsUrl}/checks/${finding2.check}.md">${finding2.check}</a>`;
  const where = [code(finding2.path), ...place === "" ? [] : [place], `<sub>${check2}</sub>`].join("<br>");
  const what = `<b>${prose(whatInFile(finding2, base))}</b><br>${prose(why)}`;
  const fix = prose(text) + (command2 === void 0 ? "" : code(command2)) + prose(rest);
  return `| ${SEVERITY_SIGN[finding2.severity]} | ${where} | ${what} | ${fix} |
`;
}
function details(decision) {
  const changes = new Map(decision.changes.map((change2) => [change2.path, change2]));
  const groups = [...byPath(decision.findings)];
  const blocks = groups.slice(0, MOST_DETAILS).map(
    ([path, findings], index) => ({
      noun: "file's detail",
      count: 1,
      text: fileDetails(decision.base, path, findings, changes.get(path), index === 0)
    })
  ).filter((block) => block.text !== "");
  const more = groups.length - MOST_DETAILS;
  if (more > 0) {
    const text = `
The details of ${plural(more, "more file")} are in the JSON report.
`;
    blocks.push({ noun: "file's detail", count: more, text });
  }
  return blocks;
}
function notLookedAt2(items) {
  const sorted2 = [...items].sort((left, right) => Number(right.blocks) - Number(left.blocks));
  const blocks = sorted2.slice(0, MOST_LISTED).map((item, index) => {
    const sign = item.blocks ? "\u274C blocks the verdict" : "\u2139\uFE0F does not block";
    const line = `- ${code(item.path)} (${markdownText(item.reason)}; ${sign}): ${prose(item.detail)} ${prose(item.hint)}
`;
    const text = index === 0 ? `
### Not looked at

${line}` : line;
    return { noun: "file not looked at", count: 1, text };
  });
  const more = items.length - MOST_LISTED;
  if (more > 0) {
    blocks.push({
      noun: "file not looked at",
      count: more,
      text: `- \u2026 and ${plural(more, "more file")}: see the JSON report.
`
    });
  }
  return blocks;
}
function nothingFound({ changes, findings, notLookedAt: notLookedAt4 }) {
  const other = new Set([...findings, ...notLookedAt4].map((item) => item.path));
  const rest = changes.filter((change2) => !other.has(change2.path));
  if (rest.length === 0) return [];
  const lines = rest.slice(0, MOST_LISTED).map((change2) => {
    const keys = change2.keysTotal ?? change2.keys?.length;
    return `- ${code(change2.path)}: ${change2.status}${keys === void 0 ? "" : `, ${plural(keys, "key")} changed`}
`;
  });
  const more = rest.length - MOST_LISTED;
  if (more > 0) lines.push(`- \u2026 and ${plural(more, "more file")}
`);
  const noun = findings.length > 0 ? "other file" : "file";
  const title = `Nothing found in ${plural(rest.length, noun)}`;
  const text = `
<details><summary>${title}</summary>

${lines.join("")}
</details>
`;
  return [{ noun: "file without findings", count: rest.length, text }];
}
function prose(text) {
  return markdownText(cut(text, LONGEST_TEXT));
}
function code(text) {
  return markdownCode(cut(text, LONGEST_TEXT));
}

// src/reports/sarif.ts
var MOST_RESULTS = 5e3;
var LEVELS = {
  error: "error",
  warning: "warning",
  notice: "note"
};
var sarifReport = (decision, { docsUrl }) => {
  const shown2 = decision.findings.slice(0, MOST_RESULTS);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Holdfast",
            ...docsUrl === void 0 ? {} : { informationUri: docsUrl },
            rules: checks.map((check2) => rule2(check2, docsUrl))
          }
        },
        invocations: [
          {
            executionSuccessful: decision.verdict !== "inconclusive",
            toolExecutionNotifications: [
              ...decision.notLookedAt.map(notification),
              ...leftOut(decision.findings.length - shown2.length)
            ]
          }
        ],
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        results: shown2.map((finding2) => result(finding2, decision.base)),
        properties: {
          verdict: decision.verdict,
          headline: headline(decision),
          base: decision.base,
          head: decision.head,
          policy: decision.policy
        }
      }
    ]
  };
  return `${visibleJson(JSON.stringify(log, void 0, 2))}
`;
};
function rule2(check2, docsUrl) {
  const help = `${check2.help}

${check2.configure}`;
  return {
    id: check2.id,
    name: titleOf(check2.id).replace(/ (\w)/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: check2.summary },
    fullDescription: { text: check2.summary },
    help: { text: help, markdown: help },
    ...docsUrl === void 0 ? {} : { helpUri: `${docsUrl}/checks/${check2.id}.md` },
    defaultConfiguration: { level: LEVELS[check2.severity] },
    properties: { tags: ["configuration"] }
  };
}
function result(finding2, base) {
  const { what, why, fix } = describe(finding2, base);
  const index = checks.findIndex((check2) => check2.id === finding2.check);
  return {
    ruleId: finding2.check,
    ...index === -1 ? {} : { ruleIndex: index },
    level: LEVELS[finding2.severity],
    message: { text: messageText([what, why, fix].join(" ")) },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(finding2.path), ...region(finding2) },
        ...finding2.key === void 0 ? {} : { logicalLocations: [{ fullyQualifiedName: finding2.key, kind: "member" }] }
      }
    ],
    partialFingerprints: { "holdfast/v1": finding2.fingerprint },
    properties: {
      ...finding2.service === void 0 ? {} : { service: finding2.service },
      ...finding2.side === void 0 ? {} : { side: finding2.side },
      consequences: (finding2.folded ?? []).map((folded) => whatInFile(folded, base))
    }
  };
}
function region({ line, column, side }) {
  if (line === void 0 || side === "before") return {};
  return { region: { startLine: line, ...column === void 0 ? {} : { startColumn: column } } };
}
function notification(item) {
  return {
    descriptor: { id: item.reason },
    level: item.blocks ? "error" : "note",
    message: { text: messageText(`${item.path}: ${item.detail} ${item.hint}`) },
    locations: [{ physicalLocation: { artifactLocation: artifact(item.path) } }]
  };
}
function leftOut(count) {
  if (count <= 0) return [];
  const text = `${plural(count, "more finding")} left out: code scanning shows ${grouped(MOST_RESULTS)} of them. The JSON report has all.`;
  return [{ descriptor: { id: "results-left-out" }, level: "warning", message: { text } }];
}
function artifact(path) {
  let uri = "";
  for (const byte of encodePath(path)) {
    const character = String.fromCharCode(byte);
    uri += /[A-Za-z0-9._~/-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return { uri, uriBaseId: "%SRCROOT%" };
}
function messageText(text) {
  return visible(text).replaceAll("](", "] (");
}

// src/reports/page.ts
var COLUMN = 11;
var PROSE = 100;
var MARGIN = " ".repeat(COLUMN);
function labelled({ width }, color, label, text, style = (line) => line, whole) {
  return wrap(plainLine(text), Math.min(width, PROSE) - COLUMN, whole).map(
    (line, index) => index === 0 ? `  ${color(label)}${" ".repeat(COLUMN - 2 - label.length)}${style(line)}` : `${MARGIN}${style(line)}`
  );
}
function indented({ width }, text) {
  return wrap(text, width - 2).map((line) => `  ${line}`);
}

// src/reports/terminal-file.ts
var FULL_FINDINGS = 8;
var MOST_KEYS3 = 12;
var MOST_FOLDED2 = 5;
function fileSection(page, path, findings, change2) {
  const { style } = page;
  const lines = fileTitle(page, path, change2 ?? { service: findings[0]?.service });
  for (const finding2 of findings.slice(0, FULL_FINDINGS)) lines.push("", ...findingLines(page, finding2));
  const left = findings.slice(FULL_FINDINGS);
  if (left.length > 0) {
    const text = `\u2026 and ${plural(left.length, "more finding")} in this file; --format json lists them all`;
    lines.push("", ...indented(page, text));
  }
  if (change2 === void 0) return lines;
  const kept = retentionText(change2);
  const difference2 = differenceSection(page, change2);
  if (kept !== void 0 || difference2.length > 0) lines.push("");
  if (kept !== void 0) lines.push(...labelled(page, style.quiet, "kept", kept));
  return [...lines, ...difference2];
}
function differenceSection({ style, width }, change2) {
  const { lines, more, noun } = differenceLines(change2, MOST_KEYS3);
  const gutter = Math.max(0, ...lines.map(({ line }) => String(line ?? "").length));
  const section = lines.map(({ sign, text, line }, index) => {
    const label = (index === 0 ? `  ${noun}s` : "").padEnd(COLUMN);
    const number = style.quiet(String(line ?? "").padStart(gutter));
    const shown2 = cut(plainLine(`${sign} ${text}`), width - COLUMN - gutter - 1);
    return `${style.quiet(label)}${number} ${sign === "-" ? style.red(shown2) : style.green(shown2)}`;
  });
  if (more > 0) section.push(`${" ".repeat(COLUMN + gutter + 1)}\u2026 ${plural(more, `more ${noun}`)}`);
  return section;
}
function fileTitle({ style, width }, path, change2) {
  const { service, critical, status, from, to } = change2;
  const move = from !== void 0 ? ` from ${from}` : to !== void 0 ? `, now ${to}` : "";
  const about = [
    ...service === void 0 ? [] : [`service ${service}`],
    ...critical ? ["critical"] : [],
    ...status === void 0 ? [] : [`${status}${move}`]
  ];
  const [name, facts] = [plainLine(path), plainLine(about.join(" \xB7 "))];
  const gap = width - widthOf(name) - widthOf(facts);
  if (gap >= 2) return [style.strong(name) + (facts === "" ? "" : `  ${style.quiet(facts)}`)];
  return [
    ...wrap(name, width).map(style.strong),
    ...wrap(facts, width - 2).map((line) => `  ${style.quiet(line)}`)
  ];
}
function findingLines(page, finding2) {
  const { style, decision, width } = page;
  const frame = isWholeFile(finding2) ? [] : codeFrame(finding2, width - COLUMN, style);
  const folded = finding2.folded ?? [];
  const lines = [
    ...labelled(
      page,
      colorOf(finding2.severity, style),
      finding2.severity,
      whatInFile(finding2, decision.base),
      style.strong
    ),
    ...wrap(plainLine(whereabouts(finding2)), width - COLUMN).map((line) => `${MARGIN}${style.quiet(line)}`),
    ...frame.length > 0 ? ["", ...frame.map((line) => `${MARGIN}${line}`), ""] : [],
    ...labelled(page, style.quiet, "why", describe(finding2, decision.base).why),
    ...fixLines(page, finding2)
  ];
  folded.slice(0, MOST_FOLDED2).forEach((consequence, index) => {
    const text = cut(plainLine(whatInFile(consequence, decision.base)), width - COLUMN);
    lines.push(style.quiet((index === 0 ? "  also" : "").padEnd(COLUMN)) + text);
  });
  const more = folded.length - MOST_FOLDED2;
  if (more > 0) lines.push(`${MARGIN}and ${plural(more, "more consequence")}`);
  return lines;
}
function whereabouts(finding2) {
  const { check: check2, path, line, column, side, key: key2 } = finding2;
  const parts = [check2];
  if (isWholeFile(finding2)) return check2;
  if (line !== void 0 && side !== "before") {
    parts.unshift(`${path}:${line}${column === void 0 ? "" : `:${column}`}`);
  }
  if (key2 !== void 0 && key2 !== "") parts.push(key2);
  if (line !== void 0 && side === "before") parts.push(`line ${line} of the old file`);
  return parts.join(" \xB7 ");
}
function fixLines(page, finding2) {
  const { style, decision, width } = page;
  const { text, command: command2, rest } = fixParts(finding2, decision.base);
  if (command2 === void 0 || !text.endsWith(": ") || !/^\.( |$)/.test(rest)) {
    const whole = command2 === void 0 ? void 0 : plainLine(command2);
    return labelled(page, style.quiet, "fix", text + (command2 ?? "") + rest, (line) => line, whole);
  }
  return [
    ...labelled(page, style.quiet, "fix", text),
    ...wrap(plainLine(command2), width - COLUMN - 2).map((line) => `${MARGIN}  ${style.blue(line)}`),
    ...wrap(plainLine(rest.slice(2)), Math.min(width, PROSE) - COLUMN).map((line) => `${MARGIN}${line}`)
  ];
}
function colorOf(severity, style) {
  return severity === "error" ? style.red : severity === "warning" ? style.yellow : style.blue;
}

// src/reports/terminal.ts
var FULL_FILES = 20;
var MOST_LISTED2 = 10;
var terminalReport = (decision, options) => {
  const page = { decision, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const sections = [header(page), ...files(page), others(page), notLookedAt3(page), summary(page)];
  const text = sections.filter((section) => section.length > 0).map((section) => section.join("\n")).join("\n\n");
  return `${inert(text)}
`;
};
function header({ decision, style, width }) {
  const range = `${shortId(decision.base)} \u2192 ${shortId(decision.head)}`;
  const text = plainLine(`Holdfast  ${range}  ${policySentence(decision.policy)}`);
  return [style.quiet(cut(text, width))];
}
function files(page) {
  const changes = new Map(page.decision.changes.map((change2) => [change2.path, change2]));
  const groups = [...byPath(page.decision.findings)];
  const sections = groups.slice(0, FULL_FILES).map(([path, findings]) => fileSection(page, path, findings, changes.get(path)));
  const left = groups.slice(FULL_FILES);
  if (left.length > 0) {
    const found3 = left.reduce((sum, [, findings]) => sum + findings.length, 0);
    const text = `\u2026 and ${plural(found3, "more finding")} in ${plural(left.length, "more file")}; --format json lists them all`;
    sections.push(wrap(text, page.width));
  }
  return sections;
}
function others({ decision, style, width }) {
  const found3 = new Set(decision.findings.map((finding2) => finding2.path));
  const unseen2 = new Set(decision.notLookedAt.map((item) => item.path));
  const rest = decision.changes.filter((change2) => !found3.has(change2.path) && !unseen2.has(change2.path));
  if (rest.length === 0) return [];
  const lines = rest.slice(0, MOST_LISTED2).map((change2) => {
    const keys = change2.keysTotal ?? change2.keys?.length;
    const facts = keys === void 0 ? change2.status : `${change2.status}, ${plural(keys, "key")} changed`;
    return `  ${cut(plainLine(change2.path), width - facts.length - 4)}  ${style.quiet(facts)}`;
  });
  const more = rest.length - MOST_LISTED2;
  return [
    `Nothing found in ${plural(rest.length, found3.size > 0 ? "other file" : "file")}`,
    ...lines,
    ...more > 0 ? [`  \u2026 and ${plural(more, "more file")}`] : []
  ];
}
function notLookedAt3(page) {
  const { decision, style } = page;
  const items = [...decision.notLookedAt].sort((left, right) => Number(right.blocks) - Number(left.blocks));
  if (items.length === 0) return [];
  const lines = [style.strong("Not looked at")];
  for (const item of items.slice(0, MOST_LISTED2)) {
    lines.push(...wrap(plainLine(item.path), page.width - 2).map((line) => `  ${line}`));
    const color = item.blocks ? style.red : style.quiet;
    lines.push(...labelled(page, color, item.blocks ? "blocks" : "why", `${item.detail} (${item.reason})`));
    lines.push(...labelled(page, style.quiet, "fix", item.hint));
  }
  const more = items.length - MOST_LISTED2;
  if (more > 0) {
    lines.push(...indented(page, `\u2026 and ${plural(more, "more file")}; --format json lists them all`));
  }
  return lines;
}
function summary({ decision, style, width }) {
  const { verdict } = decision;
  const color = verdict === "pass" ? style.green : verdict === "fail" ? style.red : style.yellow;
  const [word = "", found3 = ""] = headline(decision).split("  ");
  const indent = " ".repeat(word.length + 2);
  return [
    ...wrap(found3, width - indent.length).map(
      (line, index) => color(style.strong(index === 0 ? `${word}  ${line}` : indent + line))
    ),
    ...wrap(verdictSentence(decision), width)
  ];
}

// src/reports/index.ts
var reports = {
  terminal: terminalReport,
  json: jsonReport,
  sarif: sarifReport,
  markdown: markdownReport,
  github: githubReport
};

export {
  exitCode,
  openLocalPair,
  openEventPair,
  choosePolicy,
  schemaLoader,
  check,
  isWholeFile,
  guarded,
  reports
};
