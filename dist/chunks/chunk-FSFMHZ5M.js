import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  guarded,
  placeToWrite,
  reports,
  writeWhole
} from "./chunk-P56TXKBT.js";
import {
  cells,
  compared,
  evidence,
  fitBlocks,
  rowBlocks,
  serviceTitle,
  top
} from "./chunk-K4VNKD2T.js";
import {
  cut
} from "./chunk-MAY36SGU.js";
import {
  headline
} from "./chunk-MY4W45IY.js";
import {
  blockers
} from "./chunk-VAQBDYZP.js";
import {
  isWholeFile
} from "./chunk-IWPKGJK5.js";
import {
  setFailed,
  setOutput,
  summary,
  warning
} from "./chunk-2W6JXVP2.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import {
  inert,
  markdownText,
  visibleJson
} from "./chunk-X3WXXSXY.js";
import {
  visible
} from "./chunk-YXG2IT4E.js";

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

// src/adapters/github/marked-comment.ts
var COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
var COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
async function putComment(github, wanted) {
  const marked = await listMarked(github, wanted);
  if (!marked.ok) return marked;
  const login = marked.value.length === 0 ? ok("") : await github.login();
  if (!login.ok) return login;
  const [oldest, ...others] = marked.value.filter(writtenBy(login.value));
  if (oldest === void 0) return wanted.create ? create(github, wanted) : ok("none");
  const written = await write(github, oldest, wanted.body);
  if (!written.ok && written.problem.code === "github-not-found") return create(github, wanted);
  if (!written.ok) return written;
  const removed = await remove(github, others);
  return removed.ok ? written : removed;
}
async function create(github, wanted) {
  const { number, body } = wanted;
  const created = await github.request(`POST ${COMMENTS}`, { issue_number: number, body });
  if (!created.ok) return created;
  const own = created.value.data;
  const marked = await listMarked(github, wanted);
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

// src/adapters/github/comment.ts
async function updateComment(github, options) {
  const { mode, decision, number, marker } = options;
  if (mode === "never") return ok("none");
  const tells = mode === "always" || isWorthAComment(decision);
  const body = tells ? commentBody(decision, options) : allClearBody(decision, options);
  const written = await putComment(github, { number, marker, body, create: tells });
  return written.ok && written.value === "updated" && !tells ? ok("cleared") : written;
}

// src/actions/head-name.ts
function headName({ head }) {
  return head.replace(/[^\w.-]+/g, "-").slice(0, 12);
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
    const { postReview } = await import("./review-H7XVLFYK.js");
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
  const path = join(directory, `holdfast-${headName(decision)}.sarif`);
  await writeFile(path, reports.sarif(decision, { color: false }));
  return path;
}
function unexpected(error) {
  return { code: "internal", message: error instanceof Error ? error.message : String(error), hint: "" };
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

// src/actions/publish.ts
var SUMMARY_LIMIT = 1e6;
async function publish(decision, page) {
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
  if (page !== void 0) await attempt("the page", () => writePage(decision, page));
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
async function publishProblem(problem, what = "this change") {
  const text = problemLine(problem);
  setOutput("verdict", "inconclusive");
  setFailed(`Holdfast could not judge ${what}. ${text}`);
  await attempt("the job summary", () => writeSummary(`## Holdfast: inconclusive

${text}
`));
}
function problemLine({ place, path, message, hint }) {
  const at = place === void 0 ? "" : `:${place.line}:${place.column}`;
  const where = path === void 0 ? "" : `${path}${at}: `;
  return visible(`${where}${message} ${hint}`);
}
async function writeSummary(markdown) {
  if (process.env.GITHUB_STEP_SUMMARY === void 0) return;
  await summary.addRaw(markdown, true).write();
}
async function writeReport(decision) {
  const directory = reportDirectory();
  await mkdir2(directory, { recursive: true });
  const path = join2(directory, `decision-${headName(decision)}.json`);
  await writeFile2(path, reports.json(decision, { color: false }));
  setOutput("report", path);
}
async function writePage(decision, page) {
  const place = await placeToWrite(process.env.GITHUB_WORKSPACE ?? ".", page);
  if (!place.ok) throw new Error(place.problem.message.replace(/\.$/, ""));
  const { htmlReport } = await import("./html-4EV7F6S7.js");
  const written = await writeWhole(place.value, htmlReport(decision));
  if (!written.ok) throw new Error(written.problem.message.replace(/\.$/, ""));
  setOutput("html-file", place.value);
}
function reportDirectory() {
  return join2(process.env.RUNNER_TEMP ?? ".", "holdfast");
}
async function attempt(what, write2, stands = "The verdict") {
  try {
    await write2();
  } catch (error) {
    warning(
      `Holdfast could not write ${what}: ${error instanceof Error ? error.message : String(error)}. ${stands} stands.`
    );
  }
}

export {
  putComment,
  tellPullRequest,
  jobOfRun,
  publish,
  publishNothing,
  publishProblem,
  problemLine,
  writeSummary,
  reportDirectory,
  attempt
};
