import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cells,
  fitBlocks,
  top
} from "./chunk-K4VNKD2T.js";
import {
  cut
} from "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import {
  maskedLines
} from "./chunk-AUGRHBBV.js";
import {
  atLeast,
  fingerprint
} from "./chunk-LHQRXSF5.js";
import {
  describe,
  isWholeFile,
  shortId
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  HIDDEN
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  markdownCode,
  markdownText
} from "./chunk-X3WXXSXY.js";
import {
  visible
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/reports/suggestion.ts
var MOST_SUGGESTED = 60;
var MAKEFILE = /(^|\/)(gnu)?makefile$|\.(mk|mak)$/i;
var HUNK = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;
var KEY = /^\s*(?:- )?["']?[\w./$-]+["']?\s*[:=]/;
function parsePatch(patch) {
  const hunks = [];
  let [before, after] = [0, 0];
  for (const line of patch.split("\n")) {
    const start = HUNK.exec(line);
    if (start !== null) {
      [before, after] = [Number(start[1]), Number(start[2])];
      hunks.push([]);
    }
    const sign = line[0];
    if (sign !== " " && sign !== "-" && sign !== "+") continue;
    hunks.at(-1)?.push({ sign, before, after, text: line.slice(1) });
    if (sign !== "+") before += 1;
    if (sign !== "-") after += 1;
  }
  return hunks;
}
function spotOf(finding, hunks, quotes) {
  const whole = isWholeFile(finding);
  for (const hunk of hunks) {
    const at = whole ? firstChange(hunk) : hunk.findIndex((line) => shows(line, finding));
    if (at === -1) continue;
    const safer = whole ? void 0 : madeSafe(finding, hunk[at]);
    if (safer !== void 0) return safer;
    const suggestion = quotes && (!whole || hunks.length === 1) ? putBack(hunk, at, whole) : void 0;
    if (suggestion !== void 0) return suggestion;
    const { sign, before, after } = hunk[at];
    return sign === "-" ? { line: before, side: "LEFT" } : { line: after, side: "RIGHT" };
  }
  return void 0;
}
function madeSafe({ path, args }, { sign, after, text }) {
  const { command, safer } = args;
  if (sign === "-" || typeof command !== "string" || typeof safer !== "string") return void 0;
  const indent = text.slice(0, text.length - text.trimStart().length);
  if (text !== indent + command || safer === command || visible(safer) !== safer) return void 0;
  if (safer.includes("$") && MAKEFILE.test(path)) return void 0;
  return { line: after, side: "RIGHT", suggestion: [indent + safer], offers: "safer" };
}
function firstChange(hunk) {
  const added = hunk.findIndex(({ sign }) => sign === "+");
  return added === -1 ? hunk.findIndex(({ sign }) => sign === "-") : added;
}
function shows({ sign, before, after, text }, { line, side, excerpt }) {
  const number = side === "before" ? before : after;
  if (line === void 0 || number !== line || sign === (side === "before" ? "+" : "-")) return false;
  const shown = excerpt?.lines[line - excerpt.first];
  return shown === void 0 || text.startsWith(shown.split(HIDDEN)[0].replace(/…$/, "").trimEnd());
}
function putBack(hunk, at, whole) {
  if (hunk[at].sign === " ") return void 0;
  let [from, to] = [at, at + 1];
  while (hunk[from - 1] !== void 0 && hunk[from - 1].sign !== " ") from -= 1;
  while (hunk[to] !== void 0 && hunk[to].sign !== " ") to += 1;
  const old = hunk.slice(from, to).filter(({ sign }) => sign === "-");
  const now = hunk.slice(from, to).filter(({ sign }) => sign === "+");
  if (!whole && old.length === now.length && old.every((line, index) => sameKey(line, now[index]))) {
    const index = Math.max(old.indexOf(hunk[at]), now.indexOf(hunk[at]));
    return suggest(hunk, [now[index]], [old[index]]);
  }
  const pieces = hunk.filter(({ sign }, index) => sign !== " " && (index < from || index >= to));
  if (old.length === 0 || pieces.length > 0) return void 0;
  if (now.length > 0) return suggest(hunk, now, old);
  const [above, below] = [hunk[from - 1], hunk[to]];
  if (below !== void 0) return suggest(hunk, [below], [...old, below]);
  return above === void 0 ? void 0 : suggest(hunk, [above], [above, ...old]);
}
function sameKey(one, other) {
  const key = KEY.exec(one.text)?.[0];
  return key !== void 0 && key === KEY.exec(other.text)?.[0];
}
function suggest(hunk, now, old) {
  if (old.length > MOST_SUGGESTED || !quotable(hunk, old)) return void 0;
  const [first, line] = [now[0].after, now.at(-1).after];
  return {
    line,
    side: "RIGHT",
    ...first < line ? { start_line: first, start_side: "RIGHT" } : {},
    suggestion: old.map(({ text }) => text),
    offers: "base"
  };
}
function quotable(hunk, lines) {
  const before = hunk.filter(({ sign }) => sign !== "+");
  const shown = maskedLines(before.map(({ text }) => text).join("\n"));
  return lines.every((line) => {
    const plain = line.text.replaceAll("	", " ");
    return shown(before.indexOf(line)) === line.text && visible(plain) === plain;
  });
}

// src/reports/review.ts
var DEFAULT_LIMIT = 65e3;
var MOST_TOLD = 200;
var MOST_INLINE = 50;
var LONGEST_TEXT = 500;
var TOLD = /^<!-- holdfast-review:([ 0-9a-f]*)-->/;
function planReview(decision, diff, options) {
  const { base, known, limit = DEFAULT_LIMIT, marker = "" } = options;
  const items = itemsOf(decision, base).filter((item) => !known?.has(item.fingerprint));
  const fingerprints = items.map((item) => item.fingerprint);
  const { placed, rest } = place(decision, diff, items);
  const rows = rest.map(({ where, text }) => toBlock(`- ${where}<br>${text}
`));
  return {
    body: fitBlocks(`${marker}${told(fingerprints)}
${top(decision)}

`, rows, limit),
    comments: placed.map((comment) => toComment(comment, marker, limit)),
    fingerprints
  };
}
function toldIn(body, marker = "") {
  const start = body?.startsWith(marker) ? TOLD.exec(body.slice(marker.length)) : null;
  return start === null ? void 0 : start[1].match(/\w+/g) ?? [];
}
function standing({ findings, notLookedAt, acknowledged = [] }) {
  const deep = (finding) => [finding, ...(finding.folded ?? []).flatMap(deep)];
  const found = new Set(findings.flatMap(deep).map((finding) => finding.fingerprint));
  for (const item of notLookedAt) found.add(unreadFingerprint(item));
  for (const fingerprint2 of acknowledged.flatMap((one) => one.fingerprints)) found.delete(fingerprint2);
  return found;
}
function withoutSettled(body, stands, head, marker = "") {
  const before = toldIn(body, marker) ?? [];
  const left = before.filter((fingerprint2) => stands.has(fingerprint2));
  if (left.length === before.length) return body;
  const note = `
**\u2705 Settled at ${markdownCode(shortId(head))}.** What stood here:
`;
  const start = told(left) + (left.length === 0 ? note : "");
  return marker + body.slice(marker.length).replace(TOLD, () => start);
}
function itemsOf(decision, base) {
  const { failOn } = decision;
  const stands = standing(decision);
  const findings = decision.findings.filter(({ severity }) => atLeast(severity, "warning") || atLeast(severity, failOn)).map((finding) => {
    const { sign, where, what, why, fix } = cells(finding, base);
    const text = `${sign} <b>${describe(finding, base).severityWord}: ${what}</b><br>${why}<br>\u279C ${fix}`;
    return { fingerprint: finding.fingerprint, path: finding.path, where, text, finding };
  });
  const unread = decision.notLookedAt.filter((item) => item.blocks).map((item) => {
    const text = `\u26A0\uFE0F <b>Not looked at: ${prose(item.detail)}</b><br>\u279C ${prose(item.hint)}`;
    const where = markdownCode(cut(item.path, LONGEST_TEXT));
    return { fingerprint: unreadFingerprint(item), path: item.path, where, text };
  });
  return [...findings, ...unread].filter((item) => stands.has(item.fingerprint)).slice(0, MOST_TOLD);
}
function unreadFingerprint({ path, reason, detail }) {
  return fingerprint("not-looked-at", path, void 0, { reason, detail });
}
function place(decision, diff, items) {
  const placed = /* @__PURE__ */ new Map();
  const rest = [];
  for (const item of items) {
    const { path, finding } = item;
    const spot = finding && spotOf(finding, diff.get(path) ?? [], mayQuote(decision, path));
    const key = JSON.stringify([path, spot?.side, spot?.line, spot?.start_line]);
    const there = placed.get(key);
    if (there !== void 0) there.items.push(item);
    else if (spot === void 0 || placed.size === MOST_INLINE) rest.push(item);
    else placed.set(key, { spot, path, items: [item] });
  }
  return { placed: [...placed.values()], rest };
}
function mayQuote({ changes, findings }, path) {
  const { keys, lines, keysTotal, linesTotal } = changes.find((change) => change.path === path) ?? {};
  if ((keys ?? lines) === void 0 || (keysTotal ?? linesTotal) !== void 0) return false;
  const excerpts = findings.filter((finding) => finding.path === path).map((finding) => finding.excerpt);
  return !JSON.stringify([keys, lines, excerpts]).includes(HIDDEN);
}
function told(fingerprints) {
  return `<!-- holdfast-review: ${fingerprints.map((fingerprint2) => `${fingerprint2} `).join("")}-->`;
}
function toComment({ spot, path, items }, marker, limit) {
  const { suggestion, offers, ...where } = spot;
  const runs = suggestion?.join("\n").match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  const lines = [
    offers === "safer" ? "\nThe same command, made safe:\n" : "\nThis puts the lines of the base back:\n",
    `${fence}suggestion`,
    ...suggestion ?? [],
    fence
  ];
  const offer = suggestion === void 0 ? "" : lines.join("\n");
  const start = `${marker}${told(items.map((item) => item.fingerprint))}
`;
  const blocks = items.map(({ text }) => toBlock(`
${text}
`));
  return { path, ...where, body: fitBlocks(start, blocks, limit - Buffer.byteLength(offer)) + offer };
}
function toBlock(text) {
  return { noun: "finding", count: 1, text };
}
function prose(text) {
  return markdownText(cut(text, LONGEST_TEXT));
}

// src/adapters/github/review.ts
var PULL = "/repos/{owner}/{repo}/pulls/{pull_number}";
var NO_DIFF = /* @__PURE__ */ new Map();
var THREADS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    reviewThreads(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
      id isResolved comments(first: 20) { nodes { body author { login __typename } } } } } } } }`;
var RESOLVE = `mutation ($threadId: ID!) {
  resolveReviewThread(input: { threadId: $threadId }) { thread { isResolved } } }`;
async function postReview(github, options) {
  const { number: pull_number, head: commit_id, decision, mode, marker = "" } = options;
  const reviews = await github.list(`GET ${PULL}/reviews`, { pull_number });
  if (!reviews.ok) return reviews;
  const marked = reviews.value.filter(({ body }) => toldIn(body, marker) !== void 0);
  const login = marked.length === 0 && mode === "comment" ? ok("") : await github.login();
  if (!login.ok) return login;
  const own = marked.filter(({ user }) => user?.login === login.value);
  const known = new Set(own.flatMap(({ body }) => toldIn(body, marker) ?? []));
  const planned = { base: decision.base, known, marker };
  const all = planReview(decision, NO_DIFF, { base: decision.base, marker });
  const inBody = planReview(decision, NO_DIFF, planned);
  const posted = inBody.fingerprints.length;
  const outcome = { posted, skipped: all.fingerprints.length - posted, dismissed: 0, resolved: 0 };
  if (own.length === 0 && posted === 0) return ok(outcome);
  const diff = posted === 0 ? NO_DIFF : await readDiff(github, pull_number);
  const pull = await github.request(`GET ${PULL}`, { pull_number });
  if (!pull.ok) return pull;
  if (pull.value.data.head.sha !== commit_id) {
    return refuse({
      code: "review-outdated",
      message: `The pull request has a newer head than ${commit_id}: there is no review of the old one.`,
      hint: "The run for the new head posts its own."
    });
  }
  const requests = mode === "request-changes" && decision.verdict !== "pass" && !decision.warnOnly && pull.value.data.user?.login !== login.value;
  const first = requests && own.every(({ state }) => state === "COMMENTED");
  const plan = posted > 0 ? planReview(decision, diff, planned) : first ? all : inBody;
  if (plan.fingerprints.length > 0) {
    const review = { pull_number, commit_id, event: requests ? "REQUEST_CHANGES" : "COMMENT" };
    const { body, comments } = plan;
    let answer = await github.request(`POST ${PULL}/reviews`, { ...review, body, comments });
    if (!answer.ok && answer.problem.code === "github-invalid" && comments.length > 0) {
      answer = await github.request(`POST ${PULL}/reviews`, { ...review, body: inBody.body });
    }
    if (!answer.ok) return answer;
  }
  if (decision.notLookedAt.every((item) => !item.blocks) && own.length > 0) {
    const stands = standing(decision);
    for (const { id: review_id, body: told2 } of own) {
      const body = withoutSettled(told2, stands, commit_id, marker);
      if (body === told2) continue;
      await github.request(`PUT ${PULL}/reviews/{review_id}`, { pull_number, review_id, body });
    }
    outcome.resolved = await resolveThreads(github, options, login.value, stands);
  }
  for (const { id: review_id, state } of own) {
    if (requests || state !== "CHANGES_REQUESTED") continue;
    const dismissal = { pull_number, review_id, message: dismissalMessage(decision, commit_id) };
    const dismissed = await github.request(`PUT ${PULL}/reviews/{review_id}/dismissals`, dismissal);
    if (!dismissed.ok) return dismissed;
    outcome.dismissed += 1;
  }
  return ok(outcome);
}
async function readDiff(github, pull_number) {
  const files = await github.list(`GET ${PULL}/files`, { pull_number });
  if (!files.ok) return NO_DIFF;
  return new Map(files.value.map(({ filename, patch }) => [filename, parsePatch(patch ?? "")]));
}
async function resolveThreads({ owner, repo, graphql }, { number, marker }, login, stands) {
  let resolved = 0;
  for (let after = null; ; ) {
    const answer = await graphql(THREADS, { owner, repo, number, after });
    if (!answer.ok) return resolved;
    const { nodes, pageInfo } = answer.value.repository.pullRequest.reviewThreads;
    for (const { id, isResolved, comments } of nodes) {
      const told2 = toldIn(comments.nodes[0]?.body, marker) ?? [];
      if (isResolved || told2.length === 0 || told2.some((known) => stands.has(known))) continue;
      if (!comments.nodes.every(({ author }) => restLogin(author) === login)) continue;
      if (!(await graphql(RESOLVE, { threadId: id })).ok) return resolved;
      resolved += 1;
    }
    if (!pageInfo.hasNextPage) return resolved;
    after = pageInfo.endCursor;
  }
}
function restLogin(author) {
  const bot = author?.__typename === "Bot" && !author.login.endsWith("[bot]");
  return bot ? `${author.login}[bot]` : author?.login;
}
function dismissalMessage({ verdict, acknowledged = [] }, head) {
  const how = acknowledged.length > 0 ? "fixed or acknowledged" : "fixed";
  return verdict === "pass" ? `Everything that Holdfast requested is ${how} at ${head}.` : `Holdfast is no longer set up to request changes here. It still finds problems at ${head}.`;
}
export {
  postReview
};
