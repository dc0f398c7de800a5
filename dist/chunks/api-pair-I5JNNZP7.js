import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  apiCommit,
  gitId,
  openTrees,
  resolveApiPlan
} from "./chunk-IPNO7D7D.js";
import {
  planRefs
} from "./chunk-WKY25ED7.js";
import "./chunk-HDDKZENY.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-5HJ3J6EK.js";

// src/adapters/github/api-blobs.ts
var LARGEST = 50 * 1024 * 1024;
var LONGEST_TEXT = 512e3;
var BATCH_BLOBS = 50;
var BATCH_BYTES = 4 * 1024 * 1024;
function blobReader(github, sizes) {
  let graphql = true;
  async function texts(ids) {
    const found = /* @__PURE__ */ new Map();
    if (!graphql || ids.length === 0) return found;
    const fields = ids.map((id, at) => `b${at}: object(oid: "${id}") { ... on Blob { text } }`);
    const query = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields.join(" ")} } }`;
    const answer = await github.graphql(query, { owner: github.owner, repo: github.repo });
    graphql = answer.ok;
    for (const [at, id] of ids.entries()) {
      const text = answer.ok ? answer.value?.repository?.[`b${at}`]?.text : void 0;
      const bytes = typeof text === "string" ? Buffer.from(text) : void 0;
      if (bytes && gitId("blob", bytes, id) === id) found.set(id, bytes);
    }
    return found;
  }
  async function single(id) {
    const route = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
    const headers = { accept: "application/vnd.github.raw+json" };
    const answer = await github.request(route, { file_sha: id, headers });
    if (!answer.ok) {
      return { id, refused: answer.problem.code === "github-not-found" ? "missing" : "unreadable" };
    }
    const bytes = answer.value.data;
    if (!(bytes instanceof Uint8Array) || gitId("blob", bytes, id) !== id)
      return { id, refused: "unreadable" };
    return bytes.length > LARGEST ? tooLarge(id, bytes.length) : { id, bytes };
  }
  async function readBatch(batch) {
    const sizeOf = (id) => sizes.get(id) ?? 0;
    const ids = [...new Set(batch.filter(({ mode }) => mode !== "submodule").map(({ id }) => id))];
    const short = await texts(ids.filter((id) => sizeOf(id) <= LONGEST_TEXT));
    return new Map(
      ids.map((id) => {
        if (sizeOf(id) > LARGEST) return [id, Promise.resolve(tooLarge(id, sizeOf(id)))];
        const bytes = short.get(id);
        return [id, bytes === void 0 ? single(id) : Promise.resolve({ id, bytes })];
      })
    );
  }
  return async function* read(entries) {
    for (const batch of batches(entries, sizes)) {
      const blobs = await readBatch(batch);
      for (const { id, mode } of batch) {
        yield mode === "submodule" ? { id, refused: "unreadable" } : await blobs.get(id);
      }
    }
  };
}
function* batches(entries, sizes) {
  let batch = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = sizes.get(entry.id) ?? LONGEST_TEXT;
    if (batch.length > 0 && (batch.length >= BATCH_BLOBS || bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
function tooLarge(id, size) {
  return { id, refused: "too-large", size };
}

// src/adapters/github/api-pair.ts
var AT_ONCE = 8;
var PARTICULAR = /* @__PURE__ */ new Set(["github-not-found", "github-forbidden", "github-invalid", "github-conflict"]);
async function openEventPairByApi(options) {
  const github = considerate(options.github);
  const plan = await planByApi(github, options);
  if (!plan.ok) return plan;
  const commits = await resolveApiPlan(github, plan.value);
  if (!commits.ok) return commits;
  return "nothing" in commits.value ? ok(commits.value) : openApiPair(github, commits.value);
}
async function openApiPair(given, commits) {
  const github = "failure" in given ? given : considerate(given);
  const [base, head] = await Promise.all([apiCommit(github, commits.base), apiCommit(github, commits.head)]);
  if (!base.ok) return base;
  if (!head.ok) return head;
  const trees = openTrees(github);
  const read = blobReader(github, trees.sizes);
  const snapshot = (id, tree) => ({
    id,
    entry: (path) => trees.entry(tree, path),
    entries: () => entriesOf(trees, tree),
    read
  });
  let differences;
  return ok({
    before: snapshot(base.value.id, base.value.tree),
    after: snapshot(head.value.id, head.value.tree),
    differences: () => {
      differences ??= trees.compare(base.value.tree, head.value.tree);
      return differences;
    },
    failure: () => github.failure(),
    close: async () => github.stop()
  });
}
async function entriesOf(trees, tree) {
  const all = await trees.compare(void 0, tree);
  return all.ok ? ok(all.value.map(({ after }) => after)) : all;
}
async function planByApi(github, { event, base, head }) {
  const { pull_request: pull, issue } = event.payload ?? {};
  const target = event.name === "pull_request_target";
  const number = target ? pull?.number : event.name === "issue_comment" && issue?.pull_request && issue.number;
  if (base || head || !Number.isSafeInteger(number)) {
    return planRefs(event, { ...base && { base }, ...head && { head } });
  }
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  const live = await github.request(route, { pull_number: number });
  if (!live.ok) return live;
  const payload = { pull_request: { ...live.value.data, ...target && { head: pull?.head } } };
  return planRefs({ ...event, name: "pull_request_target", payload }, {});
}
function considerate(github) {
  const waiting = [];
  let running = 0;
  let failure;
  async function inTurn(ask, final) {
    if (running >= AT_ONCE) await new Promise((resolve) => waiting.push(resolve));
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
      failure ??= { code: "closed", message: "The comparison is closed.", hint: "Report this as a bug." };
    }
  };
}
export {
  openApiPair,
  openEventPairByApi
};
