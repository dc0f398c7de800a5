import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openGitHub
} from "./chunk-6RWMC3PJ.js";
import {
  readRole
} from "./chunk-WJ4CCFRH.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  markdownCode,
  markdownText
} from "./chunk-LTHRODLC.js";

// src/cli/github.ts
function chosenGitHub(repository, { env, token: own }) {
  const name = repository ?? env.GITHUB_REPOSITORY;
  const token = own ?? (env.GITHUB_TOKEN || env.GH_TOKEN);
  const { GITHUB_API_URL: apiUrl } = env;
  if (name === void 0 || !/^[\w.-]+\/[\w.-]+$/.test(name)) {
    return refuse({
      code: "no-github",
      message: name === void 0 ? "No repository on GitHub was named." : `${JSON.stringify(name)} names no repository.`,
      hint: "Give --repository OWNER/NAME."
    });
  }
  if (token) return ok(openGitHub({ token, repository: name, ...apiUrl && { apiUrl } }));
  return refuse({
    code: "no-github",
    message: "There is no token for GitHub.",
    hint: "Set GITHUB_TOKEN or GH_TOKEN, such as GH_TOKEN=$(gh auth token)."
  });
}

// src/drill/people/issue.ts
var LABEL = "holdfast-drill";
var MARKER = /^<!-- holdfast-drill (\{.*\}) -->$/;
var BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
var END = "-----END AGE ENCRYPTED FILE-----";
var LONGEST_BODY = 65536;
function issueText(parts) {
  const { service, day, commit, symptom, steps, note, sealed } = parts;
  const copy = `git worktree add --detach ../drill ${commit.slice(0, 10)}`;
  const reveal = "holdfast drill reveal ISSUE --identity FILE";
  const body = [
    markerLine(service === void 0 ? {} : { service }),
    "",
    "**This is a drill.** Nothing is broken in production.",
    "",
    "## What is seen",
    "",
    symptom,
    "",
    "## What to do",
    "",
    "Find out what is wrong with the configuration, and put it right, as you would at night. The error is made in a copy: whoever keeps the key runs this without seeing what it is, and hands the copy over, or deploys it to a place of practice.",
    "",
    "```sh",
    copy,
    `${reveal} --into ../drill`,
    "```",
    "",
    `Comment ${markdownCode("/detected THE CAUSE")} as soon as somebody knows it, and ${markdownCode("/restored")} when the copy is right again. Times count from when this issue was opened; comments count of people who may write to this repository.`,
    "",
    "## Runbook",
    "",
    ...note === void 0 ? [] : [markdownText(note), ""],
    ...steps,
    "",
    "<details><summary>The cause, sealed</summary>",
    "",
    `Opened by ${markdownCode(reveal)} for those it was sealed for.`,
    "",
    "```text",
    sealed.trim(),
    "```",
    "",
    "</details>",
    ""
  ].join("\n");
  return { title: `Drill: ${service ?? "a service"} is in trouble (${day})`, body };
}
function markerLine(marked) {
  const json = JSON.stringify(marked).replace(
    /[^\x20-\x7e]|[<>]|--/g,
    (found) => [...found].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")
  );
  return `<!-- holdfast-drill ${json} -->`;
}
function markedIn(body) {
  const [, json] = MARKER.exec(body.split(/\r?\n/, 1)[0] ?? "") ?? [];
  if (json === void 0) return void 0;
  try {
    const value = JSON.parse(json);
    if (!isObject(value)) return void 0;
    return typeof value.service === "string" ? { service: value.service } : {};
  } catch {
    return void 0;
  }
}
function sealedIn(body) {
  const start = body.indexOf(BEGIN);
  const end = body.indexOf(END, start);
  return start < 0 || end < 0 ? void 0 : body.slice(start, end + END.length);
}

// src/drill/people/times.ts
function commandsIn(comments, opened) {
  return comments.flatMap((comment) => {
    const { bot, by, created, updated, body } = comment;
    const [first = ""] = body.trimStart().split(/\r?\n/, 1);
    const [, word, text = ""] = /^\/(detected|restored)(?:\s+(.*))?$/i.exec(first.trimEnd()) ?? [];
    if (bot || word === void 0) return [];
    const at = updated > created ? updated : created;
    const ms = Math.max(0, Date.parse(at) - Date.parse(opened));
    return [{ word: word.toLowerCase(), by, at, ms, text: text.trim() }];
  }).sort((one, other) => one.ms - other.ms);
}
function timesOf(commands, entitled) {
  const may = ({ by }) => entitled.has(by.toLowerCase());
  const restored = commands.find((said) => said.word === "restored" && may(said));
  const detected = commands.find(
    (said) => said.word === "detected" && may(said) && said.ms <= (restored?.ms ?? said.ms)
  );
  return {
    ...detected && { detected },
    ...restored && { restored },
    refused: [...new Set(commands.filter((said) => !may(said)).map(({ by }) => by))].sort()
  };
}

// src/adapters/github/drills.ts
var ISSUES = "/repos/{owner}/{repo}/issues";
var ISSUE = `${ISSUES}/{issue_number}`;
var MOST_DRILLS = 2e3;
var MOST_COMMENTS = 2e3;
var WRITERS = ["write", "maintain", "admin"];
async function listDrills(github, since) {
  const parameters = { labels: LABEL, state: "all", sort: "created", direction: "asc", since };
  const issues = await github.list(`GET ${ISSUES}`, parameters, MOST_DRILLS);
  if (!issues.ok) return issues;
  const drills = [];
  for (const issue of issues.value) {
    const drill = await drillOf(github, issue);
    if (!drill.ok) return drill;
    if (drill.value !== void 0) drills.push(drill.value);
  }
  return ok(drills);
}
async function readDrillIssue(github, number) {
  const answer = await github.request(`GET ${ISSUE}`, { issue_number: number });
  return answer.ok ? drillOf(github, answer.value.data) : answer;
}
async function drillOf(github, issue) {
  const marked = markedIn(issue.body ?? "");
  const labelled = issue.labels.some((label) => (typeof label === "string" ? label : label.name) === LABEL);
  if (marked === void 0 || !labelled || issue.pull_request !== void 0) return ok(void 0);
  if (issue.user?.type !== "Bot") {
    const login = await github.login();
    if (!login.ok) return login;
    if (issue.user?.login.toLowerCase() !== login.value.toLowerCase()) return ok(void 0);
  }
  return ok({
    ...marked,
    number: issue.number,
    url: issue.html_url,
    opened: issue.created_at,
    closed: issue.state === "closed",
    body: issue.body ?? ""
  });
}
function timesReader(github) {
  const roles = /* @__PURE__ */ new Map();
  return async ({ body, ...issue }) => {
    const comments = await github.list(
      `GET ${ISSUE}/comments`,
      { issue_number: issue.number },
      MOST_COMMENTS
    );
    if (!comments.ok) return comments;
    const said = commandsIn(comments.value.map(commentOf), issue.opened);
    for (const { by } of said) {
      if (roles.has(by.toLowerCase())) continue;
      const role = await readRole(github, by);
      if (!role.ok) return role;
      roles.set(by.toLowerCase(), role.value);
    }
    const entitled = new Set([...roles].filter(([, role]) => WRITERS.includes(role)).map(([login]) => login));
    return ok({ ...issue, ...timesOf(said, entitled) });
  };
}
function commentOf({ user, created_at, updated_at, body }) {
  return {
    by: user?.login ?? "ghost",
    bot: user?.type !== "User",
    created: created_at,
    updated: updated_at,
    body: body ?? ""
  };
}
async function openDrillIssue(github, { title, body }) {
  const made = await github.request(`POST ${ISSUES}`, { title, body, labels: [LABEL] });
  if (!made.ok) return made;
  const { number, html_url: url, labels } = made.value.data;
  const labelled = labels.some((label) => (typeof label === "string" ? label : label.name) === LABEL);
  return labelled ? ok({ number, url }) : refuse(unlabelled(number));
}
async function closeDrillIssue(github, number) {
  const change = { issue_number: number, state: "closed", state_reason: "completed" };
  const closed = await github.request(`PATCH ${ISSUE}`, change);
  return closed.ok ? ok(void 0) : closed;
}
function unlabelled(number) {
  return {
    code: "drill-unlabelled",
    message: `The issue ${number} was opened without the label ${LABEL}, so that it is not found again.`,
    hint: "Give it the label by hand, and the token `issues: write`."
  };
}

export {
  chosenGitHub,
  LONGEST_BODY,
  issueText,
  sealedIn,
  listDrills,
  readDrillIssue,
  timesReader,
  openDrillIssue,
  closeDrillIssue
};
