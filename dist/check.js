import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openGitHub
} from "./chunks/chunk-6RWMC3PJ.js";
import {
  check,
  schemaLoader
} from "./chunks/chunk-SD3SSCKF.js";
import {
  openEventPair
} from "./chunks/chunk-7ANJEFZ4.js";
import "./chunks/chunk-VBXBFPBB.js";
import "./chunks/chunk-GR44EGTH.js";
import "./chunks/chunk-KGHET5OG.js";
import {
  choosePolicy
} from "./chunks/chunk-KDUI6LPV.js";
import "./chunks/chunk-66KUXM7Z.js";
import "./chunks/chunk-LH7W6HNH.js";
import "./chunks/chunk-VUKFQJK7.js";
import "./chunks/chunk-DICHFEIJ.js";
import "./chunks/chunk-JXCUIREY.js";
import {
  queuedPullRequest
} from "./chunks/chunk-ULIZHLSF.js";
import "./chunks/chunk-WKY25ED7.js";
import "./chunks/chunk-R34MLX62.js";
import "./chunks/chunk-M3BZOCI3.js";
import "./chunks/chunk-O464NPAJ.js";
import "./chunks/chunk-SRLLN7Z7.js";
import "./chunks/chunk-HDDKZENY.js";
import "./chunks/chunk-PWSQ5S6L.js";
import {
  acknowledge,
  exitCode,
  guarded,
  needsEvidence,
  reports
} from "./chunks/chunk-7263V5AN.js";
import "./chunks/chunk-OWKTRG7T.js";
import {
  blockers,
  refusals
} from "./chunks/chunk-MDVMB5DJ.js";
import "./chunks/chunk-AKK2AODL.js";
import {
  cells,
  compared,
  evidence,
  fitBlocks,
  headline,
  rowBlocks,
  serviceTitle,
  top
} from "./chunks/chunk-4TQXXHHP.js";
import {
  cut
} from "./chunks/chunk-LHF2HIQZ.js";
import "./chunks/chunk-YXJ4QQSZ.js";
import "./chunks/chunk-6WSAFUNA.js";
import {
  getInput,
  getMultilineInput,
  isDebug,
  notice,
  setFailed,
  setOutput,
  summary,
  warning
} from "./chunks/chunk-VYCKEVAY.js";
import {
  isWholeFile
} from "./chunks/chunk-DTJ7FW5W.js";
import "./chunks/chunk-YMIVOWQJ.js";
import "./chunks/chunk-XI3XB6LF.js";
import "./chunks/chunk-CLDRABNO.js";
import "./chunks/chunk-47LY2WDG.js";
import "./chunks/chunk-NYBEYTUC.js";
import "./chunks/chunk-5OBP3I3Y.js";
import {
  defaultPolicy
} from "./chunks/chunk-CFWZNNPA.js";
import {
  ok,
  refuse
} from "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import {
  inert,
  markdownText,
  visible,
  visibleJson
} from "./chunks/chunk-CDNBRFAP.js";
import {
  context
} from "./chunks/chunk-LVOE4EGR.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-XGREDVMT.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/check-run.ts
import { resolve } from "node:path";

// src/actions/acknowledge.ts
async function withAcknowledgements({ decision, policy }, github, pullRequest, judge2) {
  const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  const without = { decision: acknowledge(decision, policy, void 0, today), policy };
  if (github === void 0 || pullRequest === void 0 || !needsEvidence(without.decision, policy)) {
    return { ...without, notes: [] };
  }
  const { readEvidence } = await import("./chunks/acknowledgements-7IVZAWGQ.js");
  const { number, head } = pullRequest;
  const decisionAt = async (commit) => commit === head ? decision : judgeAt(github.own, pullRequest, commit, judge2);
  const evidence2 = await readEvidence(github.own, number, head, policy, {
    decisionAt,
    ...github.members === void 0 ? {} : { members: github.members }
  });
  if (!evidence2.ok) {
    return { ...without, notes: [`Nothing counts as acknowledged: ${evidence2.problem.message}`] };
  }
  return {
    decision: acknowledge(decision, policy, evidence2.value, today),
    policy,
    notes: [...evidence2.value.notes, ...refusals(policy, evidence2.value)]
  };
}
async function judgeAt(github, { base }, commit, judge2) {
  const [{ resolveApiPlan }, { openApiPair }] = await Promise.all([
    import("./chunks/api-refs-DZDOYOFG.js"),
    import("./chunks/api-pair-X6EDIQ3M.js")
  ]);
  const commits = await resolveApiPlan(github, { kind: "fork", base, head: commit });
  if (!commits.ok || "nothing" in commits.value) return void 0;
  const pair = await openApiPair(github, commits.value);
  if (!pair.ok) return void 0;
  try {
    const decision = await judge2(pair.value);
    return pair.value.failure() === void 0 ? decision : void 0;
  } finally {
    await pair.value.close();
  }
}

// src/actions/open-pair.ts
var WITHOUT_OBJECTS = /* @__PURE__ */ new Set([
  "git-not-found",
  "git-not-started",
  "git-timeout",
  "not-a-repository",
  "no-remote",
  "fetch-failed",
  "missing-commit",
  "missing-tree"
]);
async function openPair(directory, event, { baseRef, headRef }, github) {
  const refs = {
    ...baseRef === void 0 ? {} : { base: baseRef },
    ...headRef === void 0 ? {} : { head: headRef }
  };
  const pair = await openEventPair({ directory, event, ...refs });
  if (pair.ok || github === void 0 || !WITHOUT_OBJECTS.has(pair.problem.code)) return pair;
  const { openEventPairByApi } = await import("./chunks/api-pair-X6EDIQ3M.js");
  const byApi = await openEventPairByApi({ github, event, ...refs });
  if (byApi.ok) return byApi;
  const message = `${pair.problem.message} GitHub's API does not help either: ${byApi.problem.message}`;
  return { ok: false, problem: { ...pair.problem, message } };
}

// src/actions/check-run.ts
async function runCheck(inputs, github, pullRequest) {
  const directory = resolve(process.env.GITHUB_WORKSPACE ?? ".", inputs.workingDirectory ?? ".");
  const { eventName: name, payload, sha, ref } = context;
  const pair = await openPair(directory, { name, payload, sha, ref }, inputs, github?.own);
  if (!pair.ok) return pair;
  const opened = pair.value;
  if ("nothing" in opened) return ok(opened);
  try {
    const judged = await judge(opened, inputs, directory);
    const failure = opened.failure?.();
    if (failure !== void 0) return { ok: false, problem: failure };
    if (!judged.ok) return judged;
    const again = async (other) => {
      const then = await judge(other, inputs, directory);
      return then.ok ? then.value.decision : void 0;
    };
    return ok(await withAcknowledgements(judged.value, github, pullRequest, again));
  } finally {
    await opened.close();
  }
}
async function judge(pair, inputs, directory) {
  let policy = defaultPolicy();
  const decision = await check(pair, {
    async policy(before) {
      const chosen = await choosePolicy(before, chosenPolicy(inputs), directory);
      if (chosen.ok) policy = chosen.value;
      return chosen;
    },
    schemas: ({ schemaHosts }, side) => schemaLoader(pair[side], { hosts: schemaHosts, side })
  });
  return decision.ok ? ok({ decision: decision.value, policy }) : decision;
}
function chosenPolicy(inputs) {
  return {
    path: inputs.policyFile,
    criticalFiles: inputs.criticalFiles,
    schemas: inputs.schemas,
    failOn: inputs.failOnSeverity,
    warnOnly: inputs.warnOnly
  };
}

// src/actions/inputs.ts
function readInputs() {
  const warnOnly = optional("warn-only");
  if (warnOnly !== void 0 && !/^(true|false)$/i.test(warnOnly)) {
    return refuse(
      inputProblem(`The input warn-only is ${JSON.stringify(warnOnly)}.`, "It is true or false.")
    );
  }
  const comment = choice("comment-summary-in-pr", ["always", "on-failure", "never"]);
  if (!comment.ok) return comment;
  const review = choice("review", ["comment", "request-changes", "never"]);
  if (!review.ok) return review;
  return ok({
    criticalFiles: getMultilineInput("critical-files"),
    schemas: getMultilineInput("schemas"),
    policyFile: optional("policy-file"),
    failOnSeverity: optional("fail-on-severity"),
    warnOnly: warnOnly === void 0 ? void 0 : warnOnly.toLowerCase() === "true",
    baseRef: optional("base-ref"),
    headRef: optional("head-ref"),
    workingDirectory: optional("working-directory"),
    token: optional("github-token"),
    membersToken: optional("members-token"),
    comment: comment.value,
    review: review.value
  });
}
function choice(name, words) {
  const value = optional(name);
  const word = words.find((each) => each === value);
  if (value === void 0 || word !== void 0) return ok(word ?? "never");
  return refuse(
    inputProblem(`The input ${name} is ${JSON.stringify(value)}.`, `It is one of ${words.join(", ")}.`)
  );
}
function optional(name) {
  const value = getInput(name);
  return value === "" ? void 0 : value;
}
function inputProblem(message, hint) {
  return { code: "input", message, hint };
}

// src/actions/publish.ts
import { randomUUID } from "node:crypto";
import { mkdir as mkdir2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/reports/outputs.ts
var LONGEST_LIST = 1e5;
function actionOutputs(decision) {
  const replaced = [...new Set(decision.findings.filter(isReplacement).map((finding) => finding.path))];
  return {
    verdict: decision.verdict,
    errors: String(decision.counts.errors),
    warnings: String(decision.counts.warnings),
    replaced: cappedList(replaced),
    "replaced-count": String(replaced.length)
  };
}
function isReplacement(finding) {
  return isWholeFile(finding) || (finding.folded ?? []).some(isReplacement);
}
function cappedList(paths) {
  const items = [];
  let length = 2;
  for (const path of paths) {
    const item = visibleJson(JSON.stringify(path));
    length += Buffer.byteLength(item) + 1;
    if (length > LONGEST_LIST) break;
    items.push(item);
  }
  return `[${items.join(",")}]`;
}

// src/actions/pull-request-reports.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/reports/comment.ts
var DEFAULT_LIMIT = 65e3;
var MOST_ROWS = 20;
var MOST_DETAILS = 10;
var MOST_NAMES = 10;
var LONGEST_PROBLEM = 2e3;
function markerOf(job) {
  return `<!-- holdfast: ${encodeURIComponent(job.toWellFormed()).replaceAll("--", "%2D%2D")} -->`;
}
function isWorthAComment(told) {
  return "code" in told || told.verdict !== "pass" || told.counts.errors + told.counts.warnings > 0;
}
function commentBody(decision, options) {
  const { marker, limit = DEFAULT_LIMIT } = options;
  if ("code" in decision) {
    const { path, message, hint } = decision;
    const text = markdownText(
      cut(`${path === void 0 ? "" : `${path}: `}${message} ${hint}`, LONGEST_PROBLEM)
    );
    const heading = "## \u26A0\uFE0F Holdfast: INCONCLUSIVE";
    return `${marker}
${heading}

**This change could not be judged.** ${text}

More is in ${summaryLink(options)}.`;
  }
  const end = `
${footer(decision, options)}`;
  const start = `${marker}
${top(decision)}
`;
  const blocks = [...findingTable(decision), ...evidence(decision, MOST_DETAILS, false)];
  const room = limit - Buffer.byteLength(end);
  return inert(fitBlocks(start, blocks, room, `See ${summaryLink(options)}.`) + end);
}
function allClearBody(decision, options) {
  if ("code" in decision || isWorthAComment(decision)) return commentBody(decision, options);
  const found = headline(decision).split("  ")[1] ?? "";
  const text = `## \u2705 Holdfast: all clear

What was found here before is gone. ${markdownText(found)}.`;
  return inert(`${options.marker}
${text}

${compared(decision)}`);
}
function findingTable({ findings, base }) {
  const group = (service, services) => {
    const title = serviceTitle(service, services);
    return title === "" ? "" : `|  | <b>${title}</b> |  |
`;
  };
  const [first, ...others] = rowBlocks(findings, MOST_ROWS, group, (finding) => row(finding, base), "");
  if (first === void 0) return [];
  const head = "\n|  | File | What happened, and what to do |\n|---|---|---|\n";
  return [{ ...first, text: head + first.text }, ...others];
}
function row(finding, base) {
  const { sign, where, what, why, fix } = cells(finding, base);
  const narrow = where.replace(/\/(?!code>)/g, "/<wbr>");
  return `| ${sign} | ${narrow} | <b>${what}</b><br>${why}<br>\u279C ${fix} |
`;
}
function footer(decision, options) {
  const names = options.acknowledgers ?? [];
  const shown = names.slice(0, MOST_NAMES).map((name) => markdownText(cut(name, 100)));
  const others = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
  const intended = decision.verdict === "pass" || names.length === 0 ? [] : [
    `**If it is right as it is:** ${shown.join(", ")}${others} may acknowledge it with an approving review of exactly this commit.`
  ];
  const next = `Push a correction, and this comment is brought up to date. More is in ${summaryLink(options)}.`;
  return [...intended, ...isWorthAComment(decision) ? [next] : [], compared(decision)].join("\n\n");
}
function summaryLink({ summaryUrl }) {
  const plain = summaryUrl !== void 0 && /^https?:\/\/[\w.:/?=&#%~-]{1,150}$/.test(summaryUrl);
  return plain ? `[the job summary](${summaryUrl})` : "the job summary";
}

// src/adapters/github/comment.ts
var COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
var COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
async function updateComment(github, options) {
  const { mode, decision } = options;
  if (mode === "never") return ok("none");
  const marked = await listMarked(github, options);
  if (!marked.ok) return marked;
  const login = marked.value.length === 0 ? ok("") : await github.login();
  if (!login.ok) return login;
  const mine = marked.value.filter(writtenBy(login.value));
  const tells = mode === "always" || isWorthAComment(decision);
  const body = tells ? commentBody(decision, options) : allClearBody(decision, options);
  const [oldest, ...others] = mine;
  if (oldest === void 0) return tells ? create(github, options, body) : ok("none");
  const written = await write(github, oldest, body);
  if (!written.ok && written.problem.code === "github-not-found") return create(github, options, body);
  if (!written.ok) return written;
  const removed = await remove(github, others);
  if (!removed.ok) return removed;
  return ok(written.value === "updated" && !tells ? "cleared" : written.value);
}
async function create(github, options, body) {
  const created = await github.request(`POST ${COMMENTS}`, { issue_number: options.number, body });
  if (!created.ok) return created;
  const own = created.value.data;
  const marked = await listMarked(github, options);
  if (!marked.ok) return marked;
  const [oldest = own, ...others] = marked.value.filter(writtenBy(own.user?.login ?? ""));
  const first = oldest.id >= own.id;
  const removed = await remove(github, first ? others : [own]);
  if (!removed.ok) return removed;
  return first ? ok("created") : write(github, oldest, body);
}
async function listMarked(github, { number, marker }) {
  const comments = await github.list(`GET ${COMMENTS}`, { issue_number: number });
  if (!comments.ok) return comments;
  const marked = comments.value.filter(({ body }) => body?.split(/\r?\n/, 1)[0] === marker);
  return ok(marked.sort((left, right) => left.id - right.id));
}
function writtenBy(login) {
  return ({ user }) => user !== null && user.login.toLowerCase() === login.toLowerCase();
}
async function write(github, { id, body: old }, body) {
  if (old?.replaceAll("\r\n", "\n").trimEnd() === body.trimEnd()) return ok("unchanged");
  const written = await github.request(`PATCH ${COMMENT}`, { comment_id: id, body });
  return written.ok ? ok("updated") : written;
}
async function remove(github, comments) {
  for (const { id } of comments) {
    const removed = await github.request(`DELETE ${COMMENT}`, { comment_id: id });
    if (!removed.ok && removed.problem.code !== "github-not-found") return removed;
  }
  return ok(void 0);
}

// src/actions/pull-request-reports.ts
async function tellPullRequest(told, github, { number, head }, { comment: mode, review, job }, policy) {
  if (head === void 0) return [];
  const marker = markerOf(job.name);
  const summary2 = job.summaryUrl === void 0 ? {} : { summaryUrl: job.summaryUrl };
  const failures = [];
  const attempt2 = async (what, write2) => {
    const done = await write2().catch((error) => ({
      ok: false,
      problem: unexpected(error)
    }));
    if (!done.ok) failures.push({ what, problem: done.problem });
  };
  if (mode !== "never") {
    const request = { number, decision: told, mode, marker, ...summary2, ...acknowledgers(told, policy) };
    await attempt2("the comment", () => updateComment(github, request));
  }
  if (review !== "never" && "verdict" in told) {
    const { postReview } = await import("./chunks/review-DX2J43BP.js");
    await attempt2(
      "the review",
      () => postReview(github, { number, head, decision: told, mode: review, marker })
    );
  }
  const [first, second] = failures;
  if (first === void 0) return [];
  if (second?.problem.code === first.problem.code) {
    return [writeWarning(`${first.what} and ${second.what}`, first.problem)];
  }
  return failures.map(({ what, problem }) => writeWarning(what, problem));
}
function jobOfRun() {
  const { GITHUB_JOB, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env;
  const name = GITHUB_JOB ?? "holdfast";
  if (GITHUB_RUN_ID === void 0) return { name };
  return { name, summaryUrl: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}` };
}
function acknowledgers(told, policy) {
  if (policy === void 0 || !("verdict" in told) || told.verdict === "pass") return {};
  const names = blockers(told, policy).flatMap((blocker) => blocker.approvers.flat());
  return names.length === 0 ? {} : { acknowledgers: [...new Set(names)] };
}
function writeWarning(what, problem) {
  const refused = problem.code === "github-forbidden" || problem.code === "github-not-found";
  const hint = refused ? `Give the job \`permissions: pull-requests: write\`. For pull requests from forks and from Dependabot the token can only read.` : problem.hint;
  const text = `Holdfast could not write ${what}. ${problem.message} ${hint}`;
  return visible(`${text} The job summary and the log tell everything, and the verdict stands.`);
}
async function writeSarif(decision, directory) {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `holdfast-${decision.head.slice(0, 12)}.sarif`);
  await writeFile(path, reports.sarif(decision, { color: false }));
  return path;
}
function unexpected(error) {
  return { code: "internal", message: error instanceof Error ? error.message : String(error), hint: "" };
}

// src/actions/publish.ts
var SUMMARY_LIMIT = 1e6;
async function publish(decision) {
  process.stdout.write(guarded(reports.terminal(decision, { color: true, width: 120 }), randomUUID()));
  process.stdout.write(reports.github(decision, { color: false }));
  for (const [name, value] of Object.entries(actionOutputs(decision))) setOutput(name, value);
  await attempt(
    "the job summary",
    () => writeSummary(reports.markdown(decision, { color: false, limit: SUMMARY_LIMIT }))
  );
  await attempt("the report file", () => writeReport(decision));
  await attempt(
    "the SARIF file",
    async () => setOutput("sarif-file", await writeSarif(decision, reportDirectory()))
  );
}
async function publishNothing(why) {
  process.stdout.write(guarded(visible(why), randomUUID()));
  setOutput("verdict", "pass");
  setOutput("errors", "0");
  setOutput("warnings", "0");
  setOutput("replaced", "[]");
  setOutput("replaced-count", "0");
  await attempt(
    "the job summary",
    () => writeSummary(`## Holdfast: nothing to compare

${visible(why)}
`)
  );
}
async function publishProblem(problem) {
  const place = problem.place === void 0 ? "" : `:${problem.place.line}:${problem.place.column}`;
  const where = problem.path === void 0 ? "" : `${problem.path}${place}: `;
  const text = visible(`${where}${problem.message} ${problem.hint}`);
  setOutput("verdict", "inconclusive");
  setFailed(`Holdfast could not judge this change. ${text}`);
  await attempt("the job summary", () => writeSummary(`## Holdfast: inconclusive

${text}
`));
}
async function writeSummary(markdown) {
  if (process.env.GITHUB_STEP_SUMMARY === void 0) return;
  await summary.addRaw(markdown, true).write();
}
async function writeReport(decision) {
  const directory = reportDirectory();
  await mkdir2(directory, { recursive: true });
  const path = join2(directory, `decision-${decision.head.slice(0, 12)}.json`);
  await writeFile2(path, reports.json(decision, { color: false }));
  setOutput("report", path);
}
function reportDirectory() {
  return join2(process.env.RUNNER_TEMP ?? ".", "holdfast");
}
async function attempt(what, write2) {
  try {
    await write2();
  } catch (error) {
    warning(
      `Holdfast could not write ${what}: ${error instanceof Error ? error.message : String(error)}. The verdict stands.`
    );
  }
}

// src/actions/pull-request.ts
function pullRequestOfEvent() {
  const { pull_request: pull, merge_group: group } = context.payload;
  if (typeof pull?.number === "number") {
    return { number: pull.number, base: String(pull.base?.sha), head: String(pull.head?.sha) };
  }
  const number = queuedPullRequest(String(group?.head_ref));
  return number === void 0 ? void 0 : { number, base: String(group.base_sha), head: void 0 };
}

// src/actions/check.ts
tuneEngine();
try {
  if (isDebug()) await (await import("./chunks/diagnostics-CBQC6JCK.js")).logVersions();
  const inputs = readInputs();
  const done = inputs.ok ? await run(inputs.value) : inputs;
  if (!done.ok) {
    await publishProblem(done.problem);
    process.exitCode = 1;
  }
} catch (error) {
  setFailed(
    `An error in Holdfast itself; nothing was judged. ${error instanceof Error ? error.message : String(error)}`
  );
}
async function run(inputs) {
  const github = clients(inputs);
  const pullRequest = pullRequestOfEvent();
  const outcome = await runCheck(inputs, github, pullRequest);
  const tell = async (told, policy2) => {
    if (github === void 0 || pullRequest === void 0) return;
    const options = { ...inputs, job: jobOfRun() };
    for (const text of await tellPullRequest(told, github.own, pullRequest, options, policy2)) warning(text);
  };
  if (!outcome.ok) {
    process.exitCode = 1;
    await tell(outcome.problem);
    return outcome;
  }
  if ("nothing" in outcome.value) {
    await publishNothing(outcome.value.nothing);
    return ok(void 0);
  }
  const { decision, policy, notes } = outcome.value;
  process.exitCode = exitCode(decision.verdict, decision.warnOnly) === 0 ? 0 : 1;
  await publish(decision);
  for (const note of notes) notice(visible(note));
  await tell(decision, policy);
  return ok(void 0);
}
function clients({ token, membersToken }) {
  const repository = process.env.GITHUB_REPOSITORY;
  if (token === void 0 || repository === void 0) return void 0;
  const own = openGitHub({ token, repository });
  if (membersToken === void 0) return { own };
  return { own, members: openGitHub({ token: membersToken, repository }) };
}
