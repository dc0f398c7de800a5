import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  apiCommit,
  checkOut,
  gitId,
  openTrees,
  resolveApiPlan
} from "./chunk-QJLPTBGT.js";
import {
  planRefs
} from "./chunk-WKY25ED7.js";
import "./chunk-NIDNI2XO.js";
import {
  MOST_MESSAGES,
  MOST_VERSIONS
} from "./chunk-N3JHRWFV.js";
import "./chunk-AXQSIWEG.js";
import {
  entryMode,
  isObjectId
} from "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-VX4HL5QL.js";

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

// src/adapters/github/api-history.ts
var MOST_LOOKUPS = 2500;
var MOST_PAGES = 5;
var MOST_PATHS = 500;
var PAGE = 100;
function apiHistory(github, { base, head }) {
  return {
    async past(all) {
      const paths = all.filter((path) => path.isWellFormed()).slice(0, MOST_PATHS);
      const query = queryFor(paths);
      const named = Object.fromEntries(paths.map((path, at) => [`p${at}`, path]));
      const first = Math.min(PAGE, Math.floor(MOST_LOOKUPS / Math.max(1, paths.length)));
      const nodes = /* @__PURE__ */ new Map();
      let after = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const variables = {
          ...named,
          owner: github.owner,
          repo: github.repo,
          base,
          first,
          after
        };
        const answer = await github.graphql(query, variables);
        if (!answer.ok) return answer;
        const history = answer.value.repository?.object?.history;
        const read = history?.nodes?.map((raw) => parseNode(raw, paths)) ?? [void 0];
        for (const node of read) {
          if (node === void 0) return checkOut("github-inexact", "GitHub gives no history of the base.");
          nodes.set(node.commit.id, node);
        }
        if (history?.pageInfo?.hasNextPage !== true) break;
        after = history.pageInfo.endCursor;
      }
      return ok(pastOf(paths, chain(nodes, base)));
    },
    async messages() {
      const messages = [];
      for (let page = 1; messages.length < MOST_MESSAGES; page++) {
        const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
        const answer = await github.request(route, { basehead: `${base}...${head}`, per_page: PAGE, page });
        if (!answer.ok) return answer;
        const commits = answer.value.data?.commits;
        if (!Array.isArray(commits)) break;
        messages.push(...commits.map((each) => String(each?.commit?.message)));
        if (commits.length < PAGE) break;
      }
      return ok(messages.reverse());
    }
  };
}
function queryFor(paths) {
  const given = paths.map((_, at) => `, $p${at}: String!`).join("");
  const files = paths.map((_, at) => `f${at}: file(path: $p${at}) { oid mode }`).join(" ");
  const nodes = `oid committedDate message parents(first: 1) { nodes { oid } } ${files}`;
  const history = `history(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { ${nodes} } }`;
  return `query ($owner: String!, $repo: String!, $base: GitObjectID!, $first: Int!, $after: String${given}) { repository(owner: $owner, name: $repo) { object(oid: $base) { ... on Commit { ${history} } } } }`;
}
function parseNode(raw, paths) {
  const time = Date.parse(String(raw?.committedDate));
  if (!isObjectId(String(raw?.oid)) || Number.isNaN(time) || typeof raw?.message !== "string")
    return void 0;
  const parent = raw.parents?.nodes?.[0]?.oid;
  const day = new Date(time).toISOString().split("T")[0];
  const entries = paths.map((path, at) => {
    const file = raw[`f${at}`];
    const mode = entryMode(Number(file?.mode).toString(8));
    return file && mode && isObjectId(file.oid) ? { path, mode, id: file.oid } : void 0;
  });
  return { commit: { id: raw.oid, day, subject: subjectOf(raw.message) }, parent, entries };
}
function subjectOf(message) {
  const [first = ""] = message.replace(/^\s*\n/, "").split(/\n\s*\n/);
  return first.trim().split("\n").map((line) => line.trimEnd()).join(" ");
}
function chain(nodes, base) {
  const found = [];
  for (let next = nodes.get(base); next !== void 0; next = nodes.get(next.parent ?? "")) found.push(next);
  return found;
}
function pastOf(paths, commits) {
  const cut = commits.at(-1)?.parent !== void 0;
  const begun = commits.map(
    (node, index) => paths.map((_, at) => {
      const older = commits[index + 1];
      const [now, then] = [node.entries[at], older?.entries[at]];
      return older === void 0 ? now !== void 0 : now?.id !== then?.id || now?.mode !== then?.mode;
    })
  );
  const touching = commits.flatMap((_, index) => begun[index].includes(true) ? [index] : []);
  const versions = /* @__PURE__ */ new Map();
  for (const [at, path] of paths.entries()) {
    const own = touching.flatMap((index, commit) => {
      if (!begun[index][at]) return [];
      const entry = commits[index].entries[at];
      const older = commits[index + 1];
      const isNew = entry !== void 0 && (older === void 0 ? !cut : older.entries[at] === void 0);
      return [{ commit, ...entry && { entry }, ...isNew && { first: true } }];
    });
    if (own.length > 0) versions.set(path, own.slice(0, MOST_VERSIONS));
  }
  const past = { commits: touching.map((index) => commits[index].commit), versions };
  return cut ? { ...past, cutAfter: commits.length } : past;
}

// src/adapters/github/api-pair.ts
var AT_ONCE = 8;
var PARTICULAR = /* @__PURE__ */ new Set([
  "github-not-found",
  "github-forbidden",
  "github-invalid",
  "github-conflict",
  "github-gone"
]);
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
    history: apiHistory(github, { base: base.value.id, head: head.value.id }),
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
