import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openGitHub
} from "./chunk-DSNZQEOW.js";
import {
  lookUpRole
} from "./chunk-UCHCWG3X.js";
import {
  count,
  like,
  listOf,
  oneOf,
  record,
  text
} from "./chunk-YNSVTVRQ.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  commentJson,
  markdownCode
} from "./chunk-X3WXXSXY.js";
import {
  visible
} from "./chunk-YXG2IT4E.js";

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
var MARKER = /^<!-- holdfast-drill (\{.*\}) -->\r?$/m;
var BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
var END = "-----END AGE ENCRYPTED FILE-----";
var LONGEST_BODY = 65536;
var LONGEST_NAME = 150;
function issueText(parts) {
  const { repository, service, day, commit, symptom, steps, note, sealed } = parts;
  const reveal = `holdfast drill reveal ISSUE --repository ${repository} --identity FILE`;
  const body = [
    `<!-- holdfast-drill ${commentJson(service === void 0 ? {} : { service })} -->`,
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
    "mkdir ../drill",
    `git archive ${commit.slice(0, 10)} | tar -x -C ../drill`,
    `export GH_TOKEN=$(gh auth token)`,
    `${reveal} --into ../drill`,
    "```",
    "",
    `Comment ${markdownCode("/detected THE CAUSE")} as soon as somebody knows it, and ${markdownCode("/restored")} when the copy is right again. Times count from when this issue was opened; comments count of people who may write to this repository.`,
    "",
    "## Runbook",
    "",
    ...note === void 0 ? [] : [note, ""],
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
  const name = service === void 0 ? "a service" : visible(service).slice(0, LONGEST_NAME);
  return { title: `Drill: ${name} is in trouble (${day})`, body };
}
function markedIn(body) {
  const [, json] = MARKER.exec(body) ?? [];
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
  const end = body.lastIndexOf(END);
  const start = body.lastIndexOf(BEGIN, end);
  return start < 0 || end < 0 ? void 0 : body.slice(start, end + END.length);
}

// src/drill/people/times.ts
var WORDS = ["detected", "restored"];
var LONGEST = 300;
function commandsIn(comments, opened) {
  return comments.flatMap((comment) => {
    const { id, bot, by, created, updated, body } = comment;
    const [first = ""] = body.replace(/^(\s*\n)+/, "").split(/\r?\n/, 1);
    const [, word, text2 = ""] = /^\/(detected|restored)(?![^\s:.,!])[:.,!]*(.*)$/i.exec(first.trimEnd()) ?? [];
    if (bot || word === void 0) return [];
    const at = updated > created ? updated : created;
    const ms = Math.max(0, Date.parse(at) - Date.parse(opened));
    const said = text2.trim().slice(0, LONGEST);
    return [{ word: word.toLowerCase(), id, by, at, ms, text: said }];
  }).sort((one, other) => one.ms - other.ms);
}
function timesOf(commands, { heard, entitled, closed }) {
  const known = new Set(heard.map(({ id }) => id));
  const fresh = commands.filter(({ id, at }) => !known.has(id) && (closed === void 0 || at <= closed));
  const may = ({ by }) => entitled.has(by.toLowerCase());
  const find = (word, isIt) => heard.find((said) => said.word === word) ?? fresh.find((said) => said.word === word && may(said) && isIt(said));
  const restored = find("restored", () => true);
  const detected = find("detected", ({ ms }) => ms <= (restored?.ms ?? ms));
  return {
    ...detected && { detected },
    ...restored && { restored },
    refused: [...new Set(fresh.filter((said) => !may(said)).map(({ by }) => by))].sort()
  };
}

// src/drill/people/record.ts
var RESULT_MARKER = "<!-- holdfast-drill-times -->";
var LINE = /^<!-- holdfast-drill-said (\[.*\]) -->$/;
var shape = listOf(
  record({
    word: oneOf(WORDS),
    id: count,
    by: text,
    at: like(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, "time"),
    ms: count,
    text
  })
);
function recordLine({ detected, restored }) {
  const said = [detected, restored].filter((one) => one !== void 0);
  return `<!-- holdfast-drill-said ${commentJson(said)} -->`;
}
function recordedIn(body) {
  const [first, second = ""] = body.split(/\r?\n/, 2);
  const [, json] = first === RESULT_MARKER ? LINE.exec(second) ?? [] : [];
  if (json === void 0) return [];
  try {
    const value = JSON.parse(json);
    return shape(value) === void 0 ? value : [];
  } catch {
    return [];
  }
}

// src/adapters/github/drills.ts
var ISSUES = "/repos/{owner}/{repo}/issues";
var ISSUE = `${ISSUES}/{issue_number}`;
var MOST_DRILLS = 2e3;
var MOST_COMMENTS = 2e3;
var WRITERS = ["write", "maintain", "admin"];
async function listDrills(github, which) {
  const filter = which === "open" ? { state: "open" } : { state: "all", since: which.since };
  const parameters = { labels: LABEL, sort: "created", direction: "asc", ...filter };
  const issues = await github.list(`GET ${ISSUES}`, parameters, MOST_DRILLS);
  if (!issues.ok) return issues;
  const drills = [];
  for (const issue of issues.value) {
    const drill = await drillOf(github, issue);
    if (!drill.ok) return drill;
    if (drill.value !== void 0) drills.push(drill.value);
  }
  return ok(drills.sort((one, other) => one.number - other.number));
}
async function readDrillIssue(github, number) {
  const answer = await github.request(`GET ${ISSUE}`, { issue_number: number });
  return answer.ok ? drillOf(github, answer.value.data) : answer;
}
function isLabelled({ labels }) {
  return labels.some((one) => (typeof one === "string" ? one : one.name)?.toLowerCase() === LABEL);
}
async function drillOf(github, issue) {
  const marked = markedIn(issue.body ?? "");
  const { user } = issue;
  if (marked === void 0 || user === null || !isLabelled(issue) || issue.pull_request !== void 0)
    return ok(void 0);
  if (user.type !== "Bot") {
    const login = await github.login();
    if (!login.ok) return login;
    if (user.login.toLowerCase() !== login.value.toLowerCase()) return ok(void 0);
  }
  return ok({
    ...marked,
    number: issue.number,
    url: issue.html_url,
    opened: issue.created_at,
    closedAt: issue.closed_at ?? void 0,
    author: user.login,
    body: issue.body ?? ""
  });
}
function timesReader(github) {
  const roles = /* @__PURE__ */ new Map();
  return async ({ body, author, closedAt, ...issue }) => {
    const comments = await github.list(
      `GET ${ISSUE}/comments`,
      { issue_number: issue.number },
      MOST_COMMENTS
    );
    if (!comments.ok) return comments;
    const ids = new Set(comments.value.map(({ id }) => id));
    const heard = comments.value.filter(({ user }) => user?.login === author).flatMap((comment) => recordedIn(comment.body ?? "")).filter(({ id }) => ids.has(id));
    const commands = commandsIn(comments.value.map(commentOf), issue.opened);
    for (const { by, id } of commands) {
      if (roles.has(by.toLowerCase()) || heard.some((said) => said.id === id)) continue;
      const role = await lookUpRole(github, by);
      if (!role.ok && role.problem.code !== "github-not-found") return role;
      roles.set(by.toLowerCase(), role.ok ? role.value : "none");
    }
    const entitled = new Set([...roles].filter(([, role]) => WRITERS.includes(role)).map(([login]) => login));
    const times = timesOf(commands, { heard, entitled, ...closedAt && { closed: closedAt } });
    const news = times.restored !== void 0 && !heard.includes(times.restored);
    return ok({ ...issue, closed: closedAt !== void 0, ...times, news });
  };
}
function commentOf({ id, user, created_at, updated_at, body }) {
  return {
    id,
    by: user?.login ?? "ghost",
    bot: user?.type !== "User",
    created: created_at,
    updated: updated_at,
    body: body ?? ""
  };
}

export {
  chosenGitHub,
  LABEL,
  LONGEST_BODY,
  issueText,
  sealedIn,
  RESULT_MARKER,
  recordLine,
  ISSUES,
  ISSUE,
  listDrills,
  readDrillIssue,
  isLabelled,
  timesReader
};
