import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

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
function planInputs(event, base, head) {
  if (head) return ok({ kind: "pair", base, head });
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
  const head = commitId(at(event.payload, "pull_request", "head", "sha"));
  const merge = commitId(at(event.payload, "pull_request", "merge_commit_sha"));
  if (base === void 0) return refuse(badEvent(event, "pull_request.base.sha"));
  if (head === void 0) return refuse(badEvent(event, "pull_request.head.sha"));
  return ok({ kind: "fork", base, head, ...merge && { merge } });
}
function planGroup(event) {
  const base = commitId(at(event.payload, "merge_group", "base_sha"));
  const head = commitId(at(event.payload, "merge_group", "head_sha"));
  if (base === void 0) return refuse(badEvent(event, "merge_group.base_sha"));
  if (head === void 0) return refuse(badEvent(event, "merge_group.head_sha"));
  return ok({ kind: "pair", base, head });
}
function planPush(event) {
  const { before, after } = { before: at(event.payload, "before"), after: at(event.payload, "after") };
  const deleted = at(event.payload, "deleted") === true;
  if (isZero(after) || deleted && after === void 0) {
    return ok({ kind: "nothing", why: `${event.ref} was deleted: nothing is left to compare` });
  }
  const head = commitId(after);
  if (head === void 0) return refuse(badEvent(event, "after"));
  if (isZero(before)) {
    const branch = at(event.payload, "repository", "default_branch");
    const known = typeof branch === "string" && isBranchName(branch);
    return ok({ kind: "created", head, ref: event.ref, ...known && { defaultBranch: branch } });
  }
  const base = commitId(before);
  return base === void 0 ? refuse(badEvent(event, "before")) : ok({ kind: "pair", base, head });
}
function at(value, ...keys) {
  let here = value;
  for (const key of keys) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return void 0;
    here = here[key];
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

export {
  planRefs
};
