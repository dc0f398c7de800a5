import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  causeOf,
  openText,
  readCause,
  revealedMarkdown,
  sealText,
  writeCause
} from "./chunks/chunk-THXUCLFK.js";
import {
  brokenBy,
  drill,
  drillHead,
  drillReports,
  notDrilledLines,
  readDrillArguments,
  withHead
} from "./chunks/chunk-TXFGJR6M.js";
import {
  drillsOf,
  durationText,
  yearTable
} from "./chunks/chunk-GXB6PUQI.js";
import {
  LONGEST_BODY,
  chosenGitHub,
  closeDrillIssue,
  issueText,
  listDrills,
  openDrillIssue,
  readDrillIssue,
  sealedIn
} from "./chunks/chunk-Y2TA3MLF.js";
import "./chunks/chunk-6DFFS6LW.js";
import {
  STRUCTURAL,
  cutOffSentence,
  randomFrom,
  shuffled,
  survivorsOf
} from "./chunks/chunk-5MBRONZP.js";
import "./chunks/chunk-VZBM5HRG.js";
import "./chunks/chunk-FH6UPIHT.js";
import "./chunks/chunk-TKLV4M3H.js";
import "./chunks/chunk-RC4VA5Z4.js";
import "./chunks/chunk-EKCSUGDX.js";
import {
  probeName
} from "./chunks/chunk-QQOA6GDM.js";
import "./chunks/chunk-6RWMC3PJ.js";
import "./chunks/chunk-VDC6OSQC.js";
import "./chunks/chunk-WJ4CCFRH.js";
import "./chunks/chunk-6WSAFUNA.js";
import {
  context
} from "./chunks/chunk-LVOE4EGR.js";
import {
  chosenDecrypt,
  chosenRecipients
} from "./chunks/chunk-26YAQSLY.js";
import "./chunks/chunk-BNY7LWRT.js";
import "./chunks/chunk-LLLFRJ24.js";
import "./chunks/chunk-EMJCXWLX.js";
import "./chunks/chunk-YAE2JFJ6.js";
import "./chunks/chunk-BSUCCZFA.js";
import {
  attempt,
  problemLine,
  putComment,
  reportDirectory,
  writeSummary
} from "./chunks/chunk-XJ6DVV6Q.js";
import "./chunks/chunk-7QDCOYZ2.js";
import "./chunks/chunk-YJMEJDG4.js";
import "./chunks/chunk-GYX2PYGP.js";
import "./chunks/chunk-QYOEIIH4.js";
import "./chunks/chunk-33RXZ73F.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-KRZOJJUR.js";
import "./chunks/chunk-YNMSC3SZ.js";
import "./chunks/chunk-VRSVULR4.js";
import "./chunks/chunk-MCMZ4LME.js";
import {
  guarded,
  placeToWrite,
  writeWhole
} from "./chunks/chunk-AH46QZAQ.js";
import "./chunks/chunk-EDFQIXTY.js";
import "./chunks/chunk-NHMRQXQ2.js";
import "./chunks/chunk-NGMSFVFL.js";
import "./chunks/chunk-BPKCEVX6.js";
import "./chunks/chunk-YZGEPVGU.js";
import {
  readBlobs
} from "./chunks/chunk-S3Y2NCSK.js";
import "./chunks/chunk-F33QQDUU.js";
import "./chunks/chunk-Y55LRK4P.js";
import "./chunks/chunk-PBU4J7KR.js";
import "./chunks/chunk-HG4VU7TQ.js";
import "./chunks/chunk-63C5LXIQ.js";
import "./chunks/chunk-P7PIK7TE.js";
import "./chunks/chunk-74XIJYFL.js";
import "./chunks/chunk-N3JHRWFV.js";
import "./chunks/chunk-CFTMAEZ3.js";
import "./chunks/chunk-GMQLBFQ4.js";
import "./chunks/chunk-O464NPAJ.js";
import {
  plural
} from "./chunks/chunk-GNKCGLYR.js";
import {
  shellWord
} from "./chunks/chunk-WJIBSTQT.js";
import "./chunks/chunk-PXUSOBCD.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import "./chunks/chunk-5MHXILHF.js";
import "./chunks/chunk-7IV7GVKJ.js";
import "./chunks/chunk-V4OPYPJO.js";
import {
  ownEnvironment
} from "./chunks/chunk-JQHC7CSF.js";
import {
  argumentsOf
} from "./chunks/chunk-QVLZ6YVM.js";
import {
  getInput,
  getMultilineInput,
  setFailed,
  setOutput,
  warning
} from "./chunks/chunk-2W6JXVP2.js";
import {
  ok,
  refuse
} from "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-UXSFSCYP.js";
import {
  markdownCode,
  markdownText,
  plainLine
} from "./chunks/chunk-LTHRODLC.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/drill-people.ts
import { resolve as resolve2 } from "node:path";

// src/drill/people/result.ts
var RESULT_MARKER = "<!-- holdfast-drill-times -->";
function resultComment({ detected, restored, refused }, number, cause, table) {
  const row = (title, said) => said === void 0 ? `| ${title} | not yet | | |` : `| ${title} | **${durationText(said.ms)}** | ${clock(said.at)} | ${markdownCode(said.by)} |`;
  const named = detected?.text ? [`${markdownCode(detected.by)} named: ${markdownText(detected.text)}`, ""] : [];
  const opens = markdownCode(`holdfast drill reveal ${number} --identity FILE`);
  return [
    RESULT_MARKER,
    "",
    "| | After | At | By |",
    "|---|---|---|---|",
    row("Detected", detected),
    row("Restored", restored),
    "",
    ...named,
    ...refused.length > 0 ? [
      `What ${refused.map(markdownCode).join(", ")} said does not count: only who may write to this repository counts.`,
      ""
    ] : [],
    ...restored === void 0 ? [] : [cause === void 0 ? `The drill is over. ${opens} tells the cause.` : revealedMarkdown(cause), ""],
    "<details><summary>The year</summary>",
    "",
    table.trimEnd(),
    "",
    "</details>",
    ""
  ].join("\n");
}
function clock(at) {
  return at.replace(/T(\d{2}:\d{2}).*$/, " $1 UTC");
}

// src/actions/drill-times.ts
async function countTimes(run2, number) {
  const { github } = run2;
  const issue = await readDrillIssue(github, number);
  if (!issue.ok) return issue;
  if (issue.value === void 0) {
    const line = `The issue ${number} is none that a drill has opened. Nothing to do.`;
    return ok({ line, warnings: [], outputs: {} });
  }
  const year = issue.value.opened.slice(0, 4);
  const drills = await drillsOf(github, year);
  if (!drills.ok) return drills;
  const drill2 = drills.value.find((one) => one.number === number);
  if (drill2 === void 0) {
    const line = `The issue ${number} is not listed among the drills of ${year} yet. Nothing to do.`;
    return ok({ line, warnings: [], outputs: {} });
  }
  const cause = drill2.restored === void 0 ? ok(void 0) : await causeIn(issue.value, run2);
  const table = yearTable(drills.value, year);
  const body = resultComment(drill2, number, cause.ok ? cause.value : void 0, table);
  const { detected, restored, refused } = drill2;
  const create = detected !== void 0 || restored !== void 0 || refused.length > 0;
  const written = await putComment(github, { number, marker: RESULT_MARKER, body, create });
  if (!written.ok) return written;
  if (restored !== void 0 && !drill2.closed) {
    const closed = await closeDrillIssue(github, number);
    if (!closed.ok) return closed;
  }
  return ok({
    line: `Drill ${number}: ${timesText(drill2)}.`,
    summary: table,
    warnings: cause.ok ? [] : [`The cause stays sealed. ${cause.problem.message} ${cause.problem.hint}`],
    outputs: outputsOf(drill2)
  });
}
async function causeIn({ body }, { io }) {
  const file = getInput("identity-file");
  const decrypt = await chosenDecrypt(file === "" ? {} : { identity: [file] }, io);
  if (!decrypt.ok) return decrypt;
  const sealed = sealedIn(body);
  if (decrypt.value === void 0 || sealed === void 0) return ok(void 0);
  const json = await openText(sealed, decrypt.value);
  return json.ok ? readCause(json.value) : json;
}
function timesText({ detected, restored }) {
  const found = detected ? `detected after ${durationText(detected.ms)}` : "not detected yet";
  return `${found}, ${restored ? `restored after ${durationText(restored.ms)}` : "not restored yet"}`;
}
function outputsOf({ number, detected, restored }) {
  const secondsTo = (said) => said === void 0 ? "" : String(Math.round(said.ms / 1e3));
  const outputs = {
    "issue-number": String(number),
    "seconds-to-detect": secondsTo(detected),
    "seconds-to-restore": secondsTo(restored)
  };
  return outputs;
}

// src/actions/open-drill.ts
import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// src/drill/people/runbook.ts
var MOST_STEPS = 100;
var LONGEST = 1e4;
function runbookSteps(markdown, file, service) {
  const steps = [];
  let fence;
  for (const line of markdown.split(/\r?\n/)) {
    const [, marks] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    if (marks !== void 0) {
      if (fence === void 0) fence = marks;
      else if (marks.startsWith(fence)) fence = void 0;
      continue;
    }
    const [, indent, text] = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$/.exec(line) ?? [];
    if (fence !== void 0 || text === void 0) continue;
    steps.push(`${indent}- [ ] ${text.replaceAll("{service}", service)}`);
  }
  if (steps.length > 0 && steps.length <= MOST_STEPS && steps.join("\n").length <= LONGEST) return ok(steps);
  const what = steps.length === 0 ? "has no list" : `has more than ${MOST_STEPS} steps, or long ones`;
  return refuse({
    code: "runbook-invalid",
    message: `The runbook ${file} ${what}.`,
    hint: "Write its steps as a list in Markdown, each on a line of its own; link to what is longer."
  });
}
function ownSteps({ service, commit }) {
  const of = service === void 0 ? "" : ` --service ${shellWord(service)}`;
  const about = service === void 0 ? "SERVICE" : shellWord(service);
  return [
    "One person leads; another one writes down who does what, and when.",
    `What has changed since it was well? ${markdownCode(`holdfast blame ${about} --since last-good`)}`,
    `Is what is live what was meant? ${markdownCode(`holdfast verify --commit ${commit.slice(0, 10)}${of}`)}`,
    `Somebody knows the cause: comment ${markdownCode("/detected THE CAUSE")}`,
    `Put the last known good back: ${markdownCode(`holdfast restore --known-good${of}`)}`,
    "Its probes pass, and somebody has used it.",
    `Comment ${markdownCode("/restored")}`,
    "Write down what would have made it faster, and put that into the runbook."
  ].map((step) => `- [ ] ${step}`);
}

// src/drill/people/symptom.ts
var UNREADABLE = ["syntax-error", "file-emptied", "conflict-marker"];
function keepsFromStarting(checks) {
  return checks.some((check) => UNREADABLE.includes(check));
}
function symptomText(cause, down, service) {
  const who = markdownText(cause.service ?? "A service");
  const when = `since the deployment of ${markdownCode(cause.commit.slice(0, 10))}`;
  const what = down ? `**${who}** does not come up again ${when}: its process ends a moment after it was started.` : `**${who}** is up, but ${when} it does not do what it should, and its users say so.`;
  const probes = (service?.probes ?? []).map((probe) => `- ${markdownCode(probeName(probe))}`);
  if (probes.length === 0) return what;
  return [what, "", down ? "These probes fail:" : "What watches it:", "", ...probes].join("\n");
}

// src/drill-people.ts
import { createHash } from "node:crypto";

// src/drill/people/draw.ts
function drawOrder(candidates, earlier, random) {
  const judged = candidates.filter(({ trial }) => trial.level !== "unjudged");
  const passing = judged.filter(({ trial }) => !trial.stopped);
  const stopped = judged.filter(({ trial }) => trial.stopped);
  return [passing, stopped].flatMap((part) => {
    const services = shuffled([...grouped(part, ({ trial }) => trial.service ?? "")], random);
    const rare = services.sort(([one], [other]) => (earlier.get(one) ?? 0) - (earlier.get(other) ?? 0));
    return rare.flatMap(([, own]) => {
      const kinds = shuffled([...grouped(own, ({ trial }) => trial.operator).values()], random);
      return kinds.flatMap((kind) => shuffled(kind, random));
    });
  });
}
function grouped(items, nameOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...groups.get(name) ?? [], item]);
  }
  return groups;
}

// src/drill-people.ts
var MOST_TRIES = 50;
async function drawCause(base, history, options, { earlier, random, seal }) {
  const candidates = [];
  const tried = (trial, edits) => {
    candidates.push({ trial, edits });
  };
  const drilled = await drill(base, history, { ...options, tried });
  if (!drilled.ok) return drilled;
  for (const candidate of drawOrder(candidates, earlier, random).slice(0, MOST_TRIES)) {
    const files = await filesOf(base, candidate);
    if (!files.ok) return files;
    const cause = causeOf(candidate.trial, base.id, files.value);
    const sealed = await seal(cause);
    if (!sealed.ok) return sealed;
    if (sealed.value !== void 0) {
      return ok({ cause, sealed: sealed.value, checks: candidate.trial.checks });
    }
  }
  return refuse({
    code: "nothing-to-draw",
    message: candidates.length === 0 ? "There is no error to drill people with: none could be made in a critical file." : "There is no error to drill people with that fits into an issue.",
    hint: "holdfast drill lists what can be tried; smaller files have to be critical, or more of them."
  });
}
async function filesOf(base, { edits }) {
  const files = [];
  for (const [path, content] of edits) {
    const entry = await base.entry(path);
    if (!entry.ok) return entry;
    const [blob] = entry.value === void 0 ? [] : await readBlobs(base, [entry.value]);
    if (blob === void 0 || !("bytes" in blob)) continue;
    const before = createHash("sha256").update(blob.bytes).digest("hex");
    files.push({ path, before, after: Buffer.from(content).toString("base64") });
  }
  return ok(files);
}

// src/actions/open-drill.ts
var INPUTS = [
  { input: "seed", as: "text" },
  { input: "most", as: "text" },
  { input: "service", as: "text" },
  { input: "operators", as: "lines" },
  { input: "fail-on-severity", as: "text" },
  { input: "policy-file", as: "text", option: "policy" }
];
var SEEDS = 1e9;
var YEAR_MS = 366 * 864e5;
async function openDrill(run2) {
  const { github, now } = run2;
  const since = new Date(Date.parse(now) - YEAR_MS).toISOString();
  const known = await listDrills(github, since);
  if (!known.ok) return known;
  const open = known.value.find(({ closed }) => !closed);
  if (open !== void 0) {
    const line2 = `The drill ${open.number} is not over: ${open.url}. No other one was opened.`;
    const outputs = { "issue-number": String(open.number) };
    return ok({ line: line2, warnings: [`${line2} Close its issue to give it up.`], outputs });
  }
  const made = await drawIssue(run2, known.value);
  if (!made.ok) return made;
  const { title, body, warnings, recipients } = made.value;
  const opened = await openDrillIssue(github, { title, body });
  if (!opened.ok) return opened;
  const { number, url } = opened.value;
  const line = `Drill ${number} is open: ${url}. Its cause is sealed for ${plural(recipients, "recipient")}.`;
  return ok({
    line,
    summary: `## Drill ${number}

${url}
`,
    warnings,
    outputs: { "issue-number": String(number) }
  });
}
async function drawIssue({ io, now }, known) {
  const argv = argumentsOf(INPUTS);
  const args = argv.ok ? readDrillArguments(argv.value) : argv;
  if (!args.ok) return args;
  const seed = getInput("seed") === "" ? randomInt(SEEDS) : args.value.seed;
  return withHead({ ...args.value, seed }, io.cwd, async ({ snapshot, history, policy, options }) => {
    const recipients = await chosenRecipients({ recipient: getMultilineInput("recipients") }, policy, io);
    if (!recipients.ok) return recipients;
    if (recipients.value.length === 0) return refuse(NO_RECIPIENTS);
    const drawn = await drawCause(snapshot, history, options, {
      earlier: countByService(known),
      random: randomFrom(seed),
      seal: (cause) => sealText(writeCause(cause), recipients.value)
    });
    if (!drawn.ok) return drawn;
    const written = await writeIssue(drawn.value, policy, io.cwd, now);
    return written.ok ? ok({ ...written.value, recipients: recipients.value.length }) : written;
  });
}
function countByService(drills) {
  const counts = /* @__PURE__ */ new Map();
  for (const { service = "" } of drills) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
}
async function writeIssue({ cause, sealed, checks }, policy, cwd, now) {
  const { service, commit } = cause;
  const known = policy.services?.find(({ name }) => name === service);
  const own = getInput("symptom");
  const symptom = own === "" ? symptomText(cause, keepsFromStarting(checks), known) : own.replaceAll("{service}", markdownText(service ?? "the service"));
  const runbook = await readRunbook(getInput("runbook"), service, cwd);
  if (!runbook.ok) return runbook;
  const { steps, note } = runbook.value;
  const text = issueText({
    ...service !== void 0 && { service },
    day: now.slice(0, 10),
    commit,
    symptom,
    steps: steps ?? ownSteps(cause),
    ...note !== void 0 && { note },
    sealed
  });
  if (text.body.length <= LONGEST_BODY) return ok({ ...text, warnings: note === void 0 ? [] : [note] });
  return refuse({
    code: "input",
    message: `The issue would have ${text.body.length} characters, and GitHub takes ${LONGEST_BODY}.`,
    hint: "Shorten the input symptom."
  });
}
async function readRunbook(pattern, service, cwd) {
  if (pattern === "" || service === void 0 && pattern.includes("{service}")) return ok({});
  const file = pattern.replaceAll("{service}", service ?? "");
  let markdown;
  try {
    markdown = await readFile(resolve(cwd, file), "utf8");
  } catch (error) {
    const { code } = error;
    if (code === "ENOENT")
      return ok({ note: `There is no runbook ${file}: this is a checklist for any service.` });
    return refuse({
      code: "runbook-invalid",
      message: `The runbook ${file} cannot be read: ${code}.`,
      hint: "Name a Markdown file of the checkout."
    });
  }
  const steps = runbookSteps(markdown, file, service ?? "the service");
  return steps.ok ? ok({ steps: steps.value }) : steps;
}
var NO_RECIPIENTS = {
  code: "no-recipients",
  message: "It is not known for whom the cause is to be sealed.",
  hint: "Give the input recipients (age1\u2026, from `age-keygen`), HOLDFAST_RECIPIENTS, or backup.recipients in the policy."
};

// src/actions/drill-people.ts
var OPENING = ["schedule", "workflow_dispatch", "repository_dispatch"];
async function drillPeople() {
  const told = await run();
  if (!told.ok) return fail(told.problem);
  const { line, summary, warnings, outputs } = told.value;
  process.stdout.write(`${plainLine(line)}
`);
  for (const text of warnings) warning(plainLine(text));
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  if (summary === void 0) return;
  await attempt("the job summary", () => writeSummary(summary), "The drill");
}
async function run() {
  const { eventName, payload } = context;
  const opens = OPENING.includes(eventName);
  if (!opens && eventName !== "issue_comment") return refuse(wrongEvent(eventName));
  const own = ownEnvironment();
  const github = chosenGitHub(void 0, own);
  if (!github.ok) return github;
  const io = { ...own, cwd: resolve2(getInput("working-directory") || ".") };
  const drillRun = { github: github.value, io, now: (/* @__PURE__ */ new Date()).toISOString() };
  if (opens) return openDrill(drillRun);
  const number = payload.issue?.number;
  if (typeof number !== "number" || payload.issue?.pull_request !== void 0) {
    return ok({ line: "The comment is on no issue. Nothing to do.", warnings: [], outputs: {} });
  }
  return countTimes(drillRun, number);
}
async function fail(problem) {
  const text = problemLine(problem);
  setFailed(`Holdfast could not drill people. ${text}`);
  await attempt("the job summary", () => writeSummary(`## Holdfast: no drill

${text}
`), "The failure");
}
function wrongEvent(name) {
  return {
    code: "input",
    message: `With \`issue: true\` a run for the event ${name} has nothing to do.`,
    hint: `Let the workflow run on ${OPENING.slice(0, 2).join(" or ")}, which open the issue, and on issue_comment, which reads the times.`
  };
}

// src/actions/drill-repository.ts
import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve as resolve3 } from "node:path";
var INPUTS2 = [
  { input: "seed", as: "text" },
  { input: "most", as: "text" },
  { input: "service", as: "text" },
  { input: "operators", as: "lines" },
  { input: "break", as: "text" },
  { input: "fail-on-severity", as: "text" },
  { input: "policy-file", as: "text", option: "policy" },
  { input: "since-last", as: "flag" },
  { input: "state", as: "text" }
];
async function drillRepository() {
  const argv = argumentsOf(INPUTS2);
  const args = argv.ok ? readDrillArguments(argv.value) : argv;
  if (!args.ok) return fail2(args.problem);
  const place = await pagePlace();
  if (!place.ok) return fail2(place.problem);
  const found = await drillHead(args.value, resolve3(getInput("working-directory") || "."));
  if (!found.ok) return fail2(found.problem, place.value);
  const { drilled } = found.value;
  const broken = brokenBy(drilled, args.value.mayPass);
  if (broken !== void 0) setFailed(broken.lines.join("\n"));
  const lost = cutOffSentence(drilled);
  if (lost !== void 0) warning(lost);
  if (drilled.notDrilled.length > 0 && broken?.code !== 2) warning(notDrilledLines(drilled).join("\n"));
  await publish(drilled);
  const { drillPage } = await import("./chunks/page-FNZ63RRK.js");
  await writePage(drillPage(drilled), place.value);
  return drilled;
}
async function publish(drilled) {
  const text = drillReports.terminal(drilled, { color: true, width: 120 });
  process.stdout.write(guarded(text, randomUUID()));
  const triedOf = (groups) => drilled.trials.filter(({ group }) => groups.includes(group)).length;
  const passingOf = (groups) => survivorsOf(drilled, groups).length;
  const outputs = {
    "structural-tried": triedOf(STRUCTURAL),
    "structural-passing": passingOf(STRUCTURAL),
    "values-tried": triedOf(["value"]),
    "values-passing": passingOf(["value"])
  };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  const markdown = drillReports.markdown(drilled, { color: false });
  await attempt("the job summary", () => writeSummary(markdown), "The drill");
  await attempt("the report file", () => writeReport(drilled), "The drill");
}
async function writeReport(drilled) {
  const directory = reportDirectory();
  await mkdir(directory, { recursive: true });
  const path = join(directory, `drill-${randomUUID()}.json`);
  await writeFile(path, drillReports.json(drilled, { color: false }));
  setOutput("report", path);
}
async function pagePlace() {
  const file = getInput("html");
  if (file === "") return { ok: true, value: void 0 };
  return placeToWrite(process.env.GITHUB_WORKSPACE ?? ".", file);
}
async function writePage(text, place) {
  if (place === void 0) return;
  const written = await writeWhole(place, text);
  if (written.ok) setOutput("html-file", place);
  else setFailed(problemLine(written.problem));
}
async function fail2(problem, page) {
  const text = problemLine(problem);
  setFailed(`Holdfast could not drill this repository. ${text}`);
  await attempt(
    "the job summary",
    () => writeSummary(`## Holdfast: not drilled

${markdownText(text)}
`),
    "The failure"
  );
  if (page === void 0) return;
  const { htmlProblem } = await import("./chunks/html-NVYONP4H.js");
  await writePage(htmlProblem(problem, "drill"), page);
}

// src/actions/drill.ts
tuneEngine();
try {
  const people = argumentsOf([{ input: "issue", as: "flag" }]);
  if (!people.ok) setFailed(`${people.problem.message} ${people.problem.hint}`);
  else if (people.value.length > 0) await drillPeople();
  else await drillRepository();
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  setFailed(`An error in Holdfast itself; nothing was drilled. ${detail}`);
}
