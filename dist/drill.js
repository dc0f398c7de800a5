import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  causeOf,
  openText,
  readCause,
  revealedMarkdown,
  sealText,
  writeCause
} from "./chunks/chunk-AWX5B2SH.js";
import {
  brokenBy,
  drill,
  drillHead,
  drillReports,
  notDrilledLines,
  readDrillArguments,
  withHead
} from "./chunks/chunk-AORTLKPA.js";
import {
  drillsOf,
  durationText,
  yearTable
} from "./chunks/chunk-ZAK2PLUB.js";
import {
  ISSUE,
  ISSUES,
  LABEL,
  LONGEST_BODY,
  RESULT_MARKER,
  chosenGitHub,
  isLabelled,
  issueText,
  listDrills,
  readDrillIssue,
  recordLine,
  sealedIn,
  timesReader
} from "./chunks/chunk-E3QEC4G6.js";
import "./chunks/chunk-QNJGJUVV.js";
import {
  STRUCTURAL,
  cutOffSentence,
  nothingToDrill,
  randomFrom,
  shuffled,
  survivorsOf
} from "./chunks/chunk-TTOLNNVJ.js";
import "./chunks/chunk-VZBM5HRG.js";
import "./chunks/chunk-NJYS5FRO.js";
import "./chunks/chunk-DYOFYNFT.js";
import "./chunks/chunk-CN36ETPI.js";
import "./chunks/chunk-PBBIRZVH.js";
import {
  probeName
} from "./chunks/chunk-QQOA6GDM.js";
import "./chunks/chunk-DSNZQEOW.js";
import "./chunks/chunk-D4W2ZF7R.js";
import "./chunks/chunk-UCHCWG3X.js";
import "./chunks/chunk-6WSAFUNA.js";
import {
  context
} from "./chunks/chunk-LVOE4EGR.js";
import {
  chosenDecrypt,
  chosenRecipients
} from "./chunks/chunk-ROR6LSPO.js";
import "./chunks/chunk-OVH55LPH.js";
import "./chunks/chunk-KA3BEEMK.js";
import "./chunks/chunk-EMJCXWLX.js";
import "./chunks/chunk-YNSVTVRQ.js";
import "./chunks/chunk-7MZUAGJZ.js";
import "./chunks/chunk-BSUCCZFA.js";
import {
  attempt,
  problemLine,
  putComment,
  reportDirectory,
  writeSummary
} from "./chunks/chunk-FSFMHZ5M.js";
import "./chunks/chunk-UV2YIV3S.js";
import "./chunks/chunk-YJMEJDG4.js";
import "./chunks/chunk-ECCINEQW.js";
import "./chunks/chunk-RXXYIKOI.js";
import "./chunks/chunk-B6C3O6NU.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-PZP6L5VX.js";
import "./chunks/chunk-YNMSC3SZ.js";
import "./chunks/chunk-VRSVULR4.js";
import "./chunks/chunk-X2VRNEOK.js";
import {
  guarded,
  placeToWrite,
  writeWhole
} from "./chunks/chunk-P56TXKBT.js";
import "./chunks/chunk-K4VNKD2T.js";
import "./chunks/chunk-R3A4QZ2V.js";
import "./chunks/chunk-MAY36SGU.js";
import "./chunks/chunk-BPKCEVX6.js";
import "./chunks/chunk-MY4W45IY.js";
import {
  readBlobs
} from "./chunks/chunk-POL6UJM2.js";
import "./chunks/chunk-7AY46YQM.js";
import "./chunks/chunk-ZAY2COUY.js";
import "./chunks/chunk-AUGRHBBV.js";
import "./chunks/chunk-HG4VU7TQ.js";
import "./chunks/chunk-VAQBDYZP.js";
import "./chunks/chunk-O24VLVZE.js";
import "./chunks/chunk-LHQRXSF5.js";
import "./chunks/chunk-N3JHRWFV.js";
import "./chunks/chunk-AXQSIWEG.js";
import "./chunks/chunk-GMQLBFQ4.js";
import "./chunks/chunk-O464NPAJ.js";
import {
  plural
} from "./chunks/chunk-IWPKGJK5.js";
import {
  pastedWord
} from "./chunks/chunk-JVBW2P7D.js";
import "./chunks/chunk-HCG7IYJE.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import {
  groupBy
} from "./chunks/chunk-5MHXILHF.js";
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
import "./chunks/chunk-XDY4YQ5Z.js";
import {
  markdownCode,
  markdownText
} from "./chunks/chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunks/chunk-YXG2IT4E.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/actions/drill-people.ts
import { resolve } from "node:path";

// src/adapters/github/open-drill.ts
async function openDrillIssue(github, { title, body }) {
  const labelled = await makeLabel(github);
  if (!labelled.ok) return labelled;
  const made = await github.request(`POST ${ISSUES}`, { title, body, labels: [LABEL] });
  if (!made.ok) return made;
  const { number, html_url: url } = made.value.data;
  if (!isLabelled(made.value.data)) {
    const closed2 = await closeDrillIssue(github, number, "not_planned");
    return refuse(unlabelled(number, closed2.ok));
  }
  const open = await listDrills(github, "open");
  const first = open.ok ? open.value.find((one) => one.number < number) : void 0;
  if (first === void 0) return ok({ number, url });
  const closed = await closeDrillIssue(github, number, "not_planned", { labels: [] });
  return closed.ok ? ok(first) : closed;
}
async function makeLabel(github) {
  const label = { name: LABEL, color: "d4c5f9", description: "A drill that Holdfast has opened" };
  const made = await github.request("POST /repos/{owner}/{repo}/labels", label);
  return made.ok || made.problem.code === "github-invalid" ? ok(void 0) : made;
}
async function closeDrillIssue(github, number, reason, more = {}) {
  const change = { issue_number: number, state: "closed", state_reason: reason, ...more };
  const closed = await github.request(`PATCH ${ISSUE}`, change);
  return closed.ok ? ok(void 0) : closed;
}
function unlabelled(number, closed) {
  const end = closed ? "It was closed." : "It could not be closed.";
  return {
    code: "drill-unlabelled",
    message: `GitHub opened the issue ${number} without the label ${LABEL}, so that it would not be found again. ${end}`,
    hint: closed ? RETRY : `Close it by hand. ${RETRY}`
  };
}
var RETRY = "Look whether the label exists and the token may set labels, and run the job again.";

// src/drill/people/result.ts
var MOST_REFUSED = 10;
function resultComment(times, parts) {
  const whole = withTable(times, parts);
  if (whole.length <= LONGEST_BODY) return whole;
  const print = markdownCode(`holdfast drill table --repository ${parts.repository}`);
  return withTable(times, { ...parts, table: `It is too long for a comment; ${print} prints it.` });
}
function withTable(times, { number, repository, cause, table }) {
  const { detected, restored, refused } = times;
  const row = (title, said) => said === void 0 ? `| ${title} | not yet | | |` : `| ${title} | **${durationText(said.ms)}** | ${clock(said.at)} | ${markdownCode(said.by)} |`;
  const named = detected?.text ? [`${markdownCode(detected.by)} named: ${markdownText(detected.text)}`, ""] : [];
  const reveal = `holdfast drill reveal ${number} --repository ${repository} --identity FILE`;
  return [
    RESULT_MARKER,
    recordLine(times),
    "",
    "| | After | At | By |",
    "|---|---|---|---|",
    row("Detected", detected),
    row("Restored", restored),
    "",
    ...named,
    ...refused.length > 0 ? [
      `What ${refused.slice(0, MOST_REFUSED).map(markdownCode).join(", ")}${refused.length > MOST_REFUSED ? " and others" : ""} said does not count: only who may write to this repository counts.`,
      ""
    ] : [],
    ...restored === void 0 ? [] : [
      cause === void 0 ? `The drill is over. ${markdownCode(reveal)} tells the cause.` : revealedMarkdown(cause),
      ""
    ],
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
  const drill2 = await timesReader(github)(issue.value);
  if (!drill2.ok) return drill2;
  const { detected, restored, refused, opened, closed, news } = drill2.value;
  const year = opened.slice(0, 4);
  const drills = await drillsOf(github, year, drill2.value);
  if (!drills.ok) return drills;
  const cause = restored === void 0 ? ok(void 0) : await causeIn(issue.value, run2);
  const table = yearTable(drills.value, year);
  const repository = `${github.owner}/${github.repo}`;
  const parts = { number, repository, cause: cause.ok ? cause.value : void 0, table };
  const body = resultComment(drill2.value, parts);
  const create = detected !== void 0 || restored !== void 0 || refused.length > 0;
  const shut = news && !closed ? await closeDrillIssue(github, number, "completed") : ok(void 0);
  const written = shut.ok ? await putComment(github, { number, marker: RESULT_MARKER, body, create }) : shut;
  return ok({
    line: `Drill ${number}: ${timesText(drill2.value)}.`,
    // Nothing is lost that GitHub does not take; the table is in it.
    summary: written.ok ? table : body,
    warnings: cause.ok ? [] : [`The cause stays sealed. ${cause.problem.message} ${cause.problem.hint}`],
    outputs: outputsOf(drill2.value),
    ...!written.ok && { problem: written.problem }
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

// src/drill-people.ts
import { createHash } from "node:crypto";

// src/drill/people/draw.ts
function drawOrder(candidates, earlier, random) {
  const usable = candidates.filter(
    ({ trial, edits }) => trial.level !== "unjudged" && ![...edits.keys()].some((path) => new RegExp("\\p{Cs}", "u").test(path))
  );
  const services = shuffled([...groupBy(usable, ({ trial }) => trial.service ?? "")], random);
  const rare = services.sort(([one], [other]) => (earlier.get(one) ?? 0) - (earlier.get(other) ?? 0));
  return rare.flatMap(
    ([, own]) => [false, true].flatMap((stopped) => {
      const part = own.filter(({ trial }) => trial.stopped === stopped);
      const kinds = shuffled([...groupBy(part, ({ trial }) => trial.operator).values()], random);
      return kinds.flatMap((kind) => shuffled(kind, random));
    })
  );
}

// src/drill-people.ts
var MOST_TRIES = 50;
async function drawCause(base, history, options, { earlier, random, seal }) {
  const candidates = [];
  const result = await drill(base, history, {
    ...options,
    tried: (trial, edits) => {
      candidates.push({ trial, edits });
    }
  });
  if (!result.ok) return result;
  const { drilled } = result.value;
  if (drilled.files + drilled.notDrilled.length === 0) return refuse(nothingToDrill(options.service));
  const tries = /* @__PURE__ */ new Map();
  for (const candidate of drawOrder(candidates, earlier, random)) {
    const { service } = candidate.trial;
    const tried = (tries.get(service) ?? 0) + 1;
    if (tried > MOST_TRIES) continue;
    tries.set(service, tried);
    const files = await filesOf(base, candidate);
    if (!files.ok) return files;
    if (files.value === void 0) continue;
    const cause = causeOf(candidate.trial, base.id, files.value);
    const sealed = await seal(cause);
    if (!sealed.ok) return sealed;
    if (sealed.value !== void 0) {
      return ok({ cause, sealed: sealed.value, checks: candidate.trial.checks, drilled });
    }
  }
  return refuse({
    code: "nothing-to-draw",
    message: candidates.length === 0 ? "There is no error to drill people with: none could be made in a critical file." : "There is no error to drill people with whose files can be read and fit into an issue.",
    hint: "holdfast drill lists what can be tried, and files that cannot be drilled with the reason."
  });
}
async function filesOf(base, { edits }) {
  const files = [];
  for (const [path, content] of edits) {
    const entry = await base.entry(path);
    if (!entry.ok) return entry;
    const [blob] = entry.value === void 0 ? [] : await readBlobs(base, [entry.value]);
    if (blob === void 0 || !("bytes" in blob)) return ok(void 0);
    const before = createHash("sha256").update(blob.bytes).digest("hex");
    files.push({ path, before, after: Buffer.from(content).toString("base64") });
  }
  return ok(files);
}

// src/drill/people/runbook.ts
var MOST_STEPS = 100;
var LONGEST = 1e4;
function runbookSteps(markdown, file, service) {
  const { items, open } = itemsOf(proseOf(markdown));
  if (open !== void 0) {
    return refuse({
      code: "runbook-invalid",
      message: `The runbook ${file} has a code block that is not closed, from line ${open} on.`,
      hint: "Close it with the marks that open it: everything below it is code until then."
    });
  }
  const steps = items.map(
    ({ depth, text }) => `${"  ".repeat(depth)}- [ ] ${text.replaceAll("{service}", () => service)}`
  );
  if (steps.length > 0 && steps.length <= MOST_STEPS && steps.join("\n").length <= LONGEST) return ok(steps);
  const what = steps.length === 0 ? "has no list" : `has more than ${MOST_STEPS} steps, or long ones`;
  return refuse({
    code: "runbook-invalid",
    message: `The runbook ${file} ${what}.`,
    hint: "Write its steps as a list in Markdown, each on a line of its own; link to what is longer."
  });
}
var ITEM = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)(?:\[[ xX]\]\s+)?(\S.*)$/;
var FENCE = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
var INTERRUPTS = /^\s*(#|>|<|`{3}|~{3})/;
function itemsOf(prose) {
  const items = [];
  let within = [];
  let fence;
  let afterBlank = true;
  for (const [index, line] of prose.split(/\r?\n/).entries()) {
    const isFirst = afterBlank;
    afterBlank = line.trim() === "";
    if (afterBlank) continue;
    const indent = columns(/^\s*/.exec(line)[0]);
    if (fence !== void 0 && indent >= fence.content) {
      const [, marks2 = "", rest = ""] = /^\s*(`+|~+)(.*)$/.exec(line) ?? [];
      if (marks2.startsWith(fence.marks) && rest.trim() === "") fence = void 0;
      continue;
    }
    const [, marker, text = line] = RULE.test(line) ? [] : ITEM.exec(line) ?? [];
    if (isFirst || fence !== void 0 || marker !== void 0 || INTERRUPTS.test(line))
      within = within.filter((content) => content <= indent);
    fence = void 0;
    if (indent - (within.at(-1) ?? 0) > 3) continue;
    if (marker !== void 0) within.push(columns(marker));
    const [, marks] = FENCE.exec(text) ?? [];
    if (marks !== void 0) fence = { marks, line: index + 1, content: within.at(-1) ?? 0 };
    else if (marker !== void 0) items.push({ depth: within.length - 1, text });
  }
  return { items, ...fence?.content === 0 && { open: fence.line } };
}
function columns(text) {
  return [...text].reduce((column, one) => one === "	" ? column + 4 - column % 4 : column + 1, 0);
}
var RULE = /^\s*([-*])(\s*\1){2,}\s*$/;
function proseOf(markdown) {
  return withoutComments(
    markdown.replace(/^\ufeff/, "").replace(/^---\r?\n[\s\S]*?\n---[^\S\n]*(?=\r?\n)/, emptied)
  );
}
function withoutComments(text) {
  let prose = "";
  for (let from = 0; ; ) {
    const start = text.indexOf("<!--", from);
    const end = start < 0 ? -1 : text.indexOf("-->", start + 4);
    if (end < 0) return prose + text.slice(from);
    prose += text.slice(from, start) + emptied(text.slice(start, end));
    from = end + 3;
  }
}
function emptied(text) {
  return text.replace(/[^\n]/g, "");
}
function ownSteps({ service, commit }) {
  const of = service === void 0 ? "" : ` --service ${pastedWord(service)}`;
  const about = service === void 0 ? "SERVICE" : pastedWord(service);
  return [
    "One person leads; another one writes down who does what, and when. PLACE below is the copy or the place of practice.",
    `What has changed since it was well? ${markdownCode(`holdfast blame ${about} --since last-good`)}`,
    `Is what is live what was meant? ${markdownCode(`holdfast verify --commit ${commit.slice(0, 10)}${of} --root PLACE`)}`,
    `Somebody knows the cause: comment ${markdownCode("/detected THE CAUSE")}`,
    `Put the last known good back: ${markdownCode(`holdfast restore --known-good${of} --root PLACE`)}`,
    "Its probes pass, and somebody has used it.",
    `Comment ${markdownCode("/restored")}`,
    "Write down what would have made it faster, and put that into the runbook. Remove the copy."
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
var GAP = "[ \\t]*";
var VALUE = `"[^"\\r\\n]*"|'[^'\\r\\n]*'|[^\\s"'=<>\`]+`;
var WHOLE = [
  `[a-z][a-z0-9-]*(?:[ \\t]${GAP}[a-z_:][\\w.:-]*(?:${GAP}=${GAP}(?:${VALUE}))?)*${GAP}/?>`,
  `/[a-z][a-z0-9-]*${GAP}>`,
  "[a-z][a-z0-9+.-]+:[^\\s<>]*>",
  "[^\\s<>@]+@[^\\s<>@]+>"
];
var OPEN = new RegExp(`<(?:(?=/?(?:blockquote|select)\\b)|(?=[a-z!?/])(?!${WHOLE.join("|")}))`, "gi");
function ownSymptom(markdown, service) {
  return markdown.replaceAll("{service}", () => service).replace(OPEN, "<\u200B").split(/\r\n|\r|\n/).map((line) => line === "" ? ">" : `> ${line}`).join("\n");
}

// src/actions/drill-issue.ts
var LONGEST_SYMPTOM = 5e3;
async function writeIssue({ cause, sealed, checks }, policy, snapshot, { github, io, now }) {
  const { service, commit } = cause;
  const repository = `${github.owner}/${github.repo}`;
  const known = policy.services?.find(({ name: name2 }) => name2 === service);
  const own = getInput("symptom");
  const name = markdownText(service ?? "the service");
  const symptom = own === "" ? symptomText(cause, keepsFromStarting(checks), known) : ownSymptom(own, name);
  if (own !== "" && symptom.length > LONGEST_SYMPTOM) {
    const message = `The symptom has ${symptom.length} characters as a quote, and ${LONGEST_SYMPTOM} are the most.`;
    return refuse({ code: "input", message, hint: "Shorten the input symptom." });
  }
  const file = runbookFile(getInput("runbook"), service);
  const markdown = file === void 0 ? ok(void 0) : await textOf(snapshot, file);
  if (!markdown.ok) return markdown;
  const steps = file === void 0 || markdown.value === void 0 ? ok(ownSteps(cause)) : runbookSteps(markdown.value, file, name);
  if (!steps.ok) return steps;
  const isMissing = file !== void 0 && markdown.value === void 0;
  const note = isMissing ? `There is no runbook ${file}: this is a checklist for any service.` : void 0;
  const page = `${io.env.GITHUB_SERVER_URL ?? "https://github.com"}/${repository}/blob/${commit}/${inUrl(file ?? "")}`;
  const origin = file === void 0 ? void 0 : `From [${markdownCode(file)}](${page}), which has more.`;
  const issue = issueText({
    repository,
    ...service !== void 0 && { service },
    day: now.slice(0, 10),
    commit,
    symptom,
    steps: steps.value,
    ...file !== void 0 && { note: note === void 0 ? origin : markdownText(note) },
    sealed
  });
  if (issue.body.length <= LONGEST_BODY) return ok({ ...issue, ...note !== void 0 && { note } });
  return refuse({
    code: "input",
    message: `The issue would have ${issue.body.length} characters, and GitHub takes ${LONGEST_BODY}.`,
    hint: "Seal the cause for fewer recipients, or shorten the runbook."
  });
}
function runbookFile(pattern, service) {
  if (pattern === "" || service === void 0 && pattern.includes("{service}")) return void 0;
  return pattern.replace(/^\.\//, "").replaceAll("{service}", () => service ?? "");
}
function inUrl(path) {
  return encodeURI(path.toWellFormed()).replace(/[#?()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
}
async function textOf(snapshot, file) {
  const entry = await snapshot.entry(file);
  if (!entry.ok) return entry;
  if (entry.value === void 0) return ok(void 0);
  const [blob] = await readBlobs(snapshot, [entry.value]);
  if (blob !== void 0 && "bytes" in blob && entry.value.mode !== "symlink")
    return ok(new TextDecoder().decode(blob.bytes));
  return refuse({
    code: "runbook-invalid",
    message: `The runbook ${file} cannot be read: it is no file of the commit.`,
    hint: "Name a Markdown file by its path from the root of the repository."
  });
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
  const running = await listDrills(github, "open");
  if (!running.ok) return running;
  const [open] = running.value;
  if (open !== void 0) {
    const line2 = `The drill ${open.number} is not over: ${open.url}. No other one was opened.`;
    const outputs = { "issue-number": String(open.number) };
    return ok({ line: line2, warnings: [`${line2} Close its issue to give it up.`], outputs });
  }
  const since = new Date(Date.parse(now) - YEAR_MS).toISOString();
  const known = await listDrills(github, { since });
  if (!known.ok) return known;
  const earlier = known.value.filter(({ opened: opened2 }) => opened2 >= since);
  const made = await drawIssue(run2, earlier);
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
async function drawIssue(run2, known) {
  const { io } = run2;
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
    const written = await writeIssue(drawn.value, policy, snapshot, run2);
    if (!written.ok) return written;
    const { title, body, note } = written.value;
    const warnings = [note, cutOffSentence(drawn.value.drilled)].filter((text) => text !== void 0);
    return ok({ title, body, warnings, recipients: recipients.value.length });
  });
}
function countByService(drills) {
  const counts = /* @__PURE__ */ new Map();
  for (const { service = "" } of drills) counts.set(service, (counts.get(service) ?? 0) + 1);
  return counts;
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
  const { line, summary, warnings, outputs, problem } = told.value;
  process.stdout.write(`${plainLine(line)}
`);
  for (const text of warnings) warning(plainLine(text));
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  if (problem !== void 0) setFailed(`Not all of it is on GitHub. ${problemLine(problem)}`);
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
  const io = { ...own, cwd: resolve(getInput("working-directory") || ".") };
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
  const summary = `## Holdfast: no drill

${markdownText(text)}
`;
  await attempt("the job summary", () => writeSummary(summary), "The failure");
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
import { join, resolve as resolve2 } from "node:path";
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
  const found = await drillHead(args.value, resolve2(getInput("working-directory") || "."));
  if (!found.ok) return fail2(found.problem, place.value);
  const { drilled } = found.value;
  const broken = brokenBy(drilled, args.value.mayPass);
  if (broken !== void 0) setFailed(broken.lines.join("\n"));
  const lost = cutOffSentence(drilled);
  if (lost !== void 0 && broken?.lines[0] !== lost) warning(lost);
  if (drilled.notDrilled.length > 0 && broken?.code !== 2) warning(notDrilledLines(drilled).join("\n"));
  await publish(drilled);
  const { drillPage } = await import("./chunks/page-WFKR5PUK.js");
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
  const { htmlProblem } = await import("./chunks/html-4EV7F6S7.js");
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
  setFailed(`An error in Holdfast itself in drill; take nothing for done. ${detail}`);
}
