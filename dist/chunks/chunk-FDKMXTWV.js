import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  commandFault,
  seconds,
  servicePorts
} from "./chunk-ASUXOKKX.js";
import {
  endGroup,
  runCommand,
  secretMask,
  secretsOf,
  withoutAnnounced
} from "./chunk-ZJPUNNPQ.js";
import {
  readDeployments,
  removeDeployments,
  saveDeployment,
  wholeDeployments
} from "./chunk-HVUVQVAF.js";
import {
  rotatingFiles
} from "./chunk-3CTQ7UNY.js";
import {
  STUCK,
  doneText,
  keeper,
  pendingRestores,
  restore,
  restoreSteps,
  resume,
  rulesOfJournal,
  rulesOfParts,
  unstage
} from "./chunk-LKC65LZJ.js";
import {
  prepare
} from "./chunk-JHSTEDCZ.js";
import {
  scopeOf
} from "./chunk-LEKEXJWO.js";
import {
  diskOperations
} from "./chunk-7Q2MFPVQ.js";
import {
  removeJournal
} from "./chunk-2LTNSXYH.js";
import {
  collectLive
} from "./chunk-TMNRVTO3.js";
import {
  acquireLock,
  ownIdentity,
  startOf
} from "./chunk-XPOAPWUL.js";
import {
  isAtOrBelow,
  liveScope
} from "./chunk-36PCAFZY.js";
import {
  DEPLOYING
} from "./chunk-QGZV7KTT.js";
import {
  newId
} from "./chunk-BGAD6JBY.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import {
  openGitHub
} from "./chunk-DSNZQEOW.js";
import {
  encryptionFor
} from "./chunk-ROR6LSPO.js";
import {
  createObjectWriter
} from "./chunk-OVH55LPH.js";
import {
  addVerdict,
  guarded,
  readSnapshot,
  removeSnapshot,
  storedIds
} from "./chunk-KA3BEEMK.js";
import {
  reportOptions
} from "./chunk-7MZUAGJZ.js";
import {
  NO_QUESTIONS,
  compareAll,
  summarise,
  toSubject
} from "./chunk-B6C3O6NU.js";
import {
  fileSection,
  labelled
} from "./chunk-R3A4QZ2V.js";
import {
  paint
} from "./chunk-MAY36SGU.js";
import {
  readVersions
} from "./chunk-POL6UJM2.js";
import {
  plural,
  shortId
} from "./chunk-IWPKGJK5.js";
import {
  pastedWord
} from "./chunk-JVBW2P7D.js";
import {
  escapeGlob
} from "./chunk-HCG7IYJE.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import {
  inert
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

// src/deploy/words.ts
function restored({ path }, { outcome, findings }) {
  const failed = findings.some(
    (one) => one.code === "not-put-back" && (one.path === null || one.path === path)
  );
  const done = outcome === "rolled-back" || outcome === "inconclusive";
  return done && !failed ? "It was put back as it was before the deployment. " : "";
}
function wordsOf(told, deployment) {
  const prefix = "after-rollback-";
  const after = told.code.startsWith(prefix);
  const words = WORDS[after ? told.code.slice(prefix.length) : told.code] ?? unknown;
  const { what, why, fix } = words(told, deployment);
  if (!after) return { what, why, fix };
  return {
    what: `After everything was put back: ${what}`,
    why: "What failed is not what the deployment did to the files, or putting them back was not enough. It is not tried again: a second time would find the same.",
    fix: `Look at the service now. ${fix}`
  };
}
var VERBS = {
  added: "was added",
  removed: "was removed",
  modified: "was changed",
  retyped: "was replaced by something of another type",
  permissions: "got another mode or owner"
};
var REPLACED = {
  directory: "was replaced by a directory",
  "not-a-file": "was replaced by a pipe, a socket or a device",
  "behind-link": "is behind a link now: nothing of it can be seen"
};
var WORDS = {
  "write-undeclared": (told, deployment) => ({
    what: `${told.path} ${verb(told.args)}${permissions(told.args)}, and the deployment may not write it.`,
    why: deployment.writes.length > 0 ? "What a deployment writes beside its plan is how a good configuration is lost without anybody having meant it." : deployment.commit === null ? "Neither a commit nor --writes says that anything critical may change." : "The commit does not say what belongs there, and nothing was declared.",
    fix: `${restored(told, deployment)}If it was meant, declare it: --writes ${pastedWord(escapeGlob(told.path ?? ""))}. If not, see which step of the command writes there.`
  }),
  "write-unintended": (told, deployment) => ({
    what: told.args.inCommit ? `${told.path} ${verb(told.args)}, and is not what the commit ${short(deployment.commit)} has.` : `${told.path} ${verb(told.args)}, and the commit ${short(deployment.commit)} has no such file.`,
    why: "What was deployed is not what was reviewed: a file of another environment, of another commit, or one that was made up on the way.",
    fix: `${restored(told, deployment)}See where the command takes it from. If something fills it in on the way, the policy should name its place under \`files\` instead of mapping it with \`live\`.`
  }),
  "permissions-changed": (told, deployment) => ({
    what: `${told.path} has another mode or owner: ${told.args.was} before, ${told.args.is} now.`,
    why: "A service that can no longer read its configuration fails at its next start; one that everybody can read may hold secrets.",
    fix: `${restored(told, deployment)}Let the command keep mode and owner (install -m, cp --preserve), or declare it: --writes ${pastedWord(escapeGlob(told.path ?? ""))}.`
  }),
  "file-unread": ({ path, args }) => ({
    what: `${path} cannot be looked at any more (${[args.reason, args.detail].filter(Boolean).join(": ")}).`,
    why: "Nobody knows what stands there, and what is not known is not let through.",
    fix: "See its rights, and what writes to it all the time."
  }),
  "left-behind": ({ path }, { commit }) => ({
    what: `${path} is not what the commit ${short(commit)} has, and the deployment did not touch it.`,
    why: "It differed before: the host has drifted, or the deployment does not carry this file.",
    fix: "Deploy the file, or commit what stands on the host. Nothing is rolled back for it."
  }),
  "left-missing": (told, { commit }) => told.path === null ? nothingThere(told, commit) : missing(told.path, commit),
  "rotating-changed": ({ path, args }) => ({
    what: `${path} ${verb(args)}. It rotates, so that this is no violation.`,
    why: "Putting an old credential back would be an outage of its own.",
    fix: "It was left as it is."
  }),
  "write-late": ({ path }) => ({
    what: `${path} changed again after the command had ended and while the services were watched.`,
    why: "The command has left something running that still writes, or somebody else is at work: what was judged is not what stands there.",
    fix: "Let the command wait for what it starts, and do not change files while a deployment runs."
  }),
  "command-failed": ({ args }) => ended(`The command ended with code ${args.code}.`),
  "command-killed": ({ args }) => ended(`The command was ended by ${args.signal}.`),
  "command-not-started": ({ args }) => ended(`The command could not be started (${args.error}).`),
  "command-timeout": ({ args }) => ({
    what: `The command took too long: after ${args.seconds} s it was stopped, with all that it had started.`,
    why: "What it was doing is half done.",
    fix: "See the end of its output for what it waited for; --timeout gives it more time."
  }),
  cancelled: ({ args }) => ({
    what: `The deployment was cancelled (${args.signal}).`,
    why: "What it was doing is half done, or was not watched to the end.",
    fix: "Deploy again when the reason for the cancellation is gone."
  }),
  interrupted: ({ args }) => ({
    what: `The deployment was interrupted while it was ${args.stage}: its process was killed, the machine stopped, or not everything could be put back at once.`,
    why: "How far the command came is not known, and nothing was verified.",
    fix: "What it had left running was ended. Deploy again when the reason is gone."
  }),
  "service-unhealthy": ({ service, args }) => ({
    what: `The service ${service} is not well: ${args.reason}.`,
    why: CONSEQUENCES[String(args.step)] ?? "The configuration that was deployed does not work.",
    fix: args.output ? `It printed: ${args.output}` : "Look into the log of the service."
  }),
  "service-cancelled": ({ service }) => ({
    what: `The service ${service} was not watched to the end.`,
    why: "Whether it is well is not known, and what is not known is not let through.",
    fix: "Deploy again when the reason for the cancellation is gone."
  }),
  "not-vouched-for": ({ args }) => ({
    what: args.probes ? `Nothing probes ${listed(args.services)}, or none of its files is here, so that this state is not known to be good.` : "No probe has looked at the services, so that this state is not known to be good.",
    why: "That a command ended without an error does not mean that what it deployed works; `restore --known-good` uses only what is known.",
    fix: "Add a `probe` to the service in the policy; or look yourself, then: holdfast backup mark latest --good."
  }),
  "not-judged": ({ args }) => ({
    what: `What the deployment did could not be judged: ${args.message}`,
    why: "What is not known is not let through.",
    fix: String(args.hint)
  }),
  "owner-not-set": ({ path }) => ({
    what: `${path} has its content back, but belongs to the user who ran this.`,
    why: "Another owner cannot be set without more rights; whoever should read it may not be able to.",
    fix: "Set owner and group with chown, or run deployments as a user who may."
  }),
  "not-put-back": ({ path, args }) => ({
    what: `${path === null ? "Not everything" : `${path} was not put back, and not everything`} is as it was before: ${args.message}`,
    why: "The host may hold a part of a deployment that failed.",
    fix: `Take away what stands in the way, then: holdfast resume. (${args.hint})`
  })
};
var CONSEQUENCES = {
  check: "It would refuse this configuration at its next start.",
  reload: "It may still run with the old configuration, or no longer at all.",
  probes: "It runs, and does not do what it should."
};
function missing(path, commit) {
  return {
    what: `${path} is in the commit ${short(commit)}, and not on this host: neither before the deployment nor after it.`,
    why: "If it belongs here, a service that reads it runs without what was reviewed, or with its own defaults.",
    fix: "Ask first whether it belongs on this host, and to this environment. If so, let the command bring it. If not, do not: `--environment` with `environments` in the policy tells the files of others apart, and what no host needs can be left out of `files`. Nothing is rolled back for it."
  };
}
function nothingThere({ service, args }, commit) {
  const whose = service === null ? "that belongs to no service" : `of ${service}`;
  const count = Number(args.files);
  return {
    what: `Nothing ${whose} is on this host: ${plural(count, "file")} of the commit ${short(commit)} ${count === 1 ? "is" : "are"} missing, before the deployment and after it.`,
    why: "A host that does not have this role needs none of it; one that has it runs without its configuration.",
    fix: "Ask whether this host should have it. If so, let the command bring it; if not, nothing is to be done. Nothing is rolled back for it."
  };
}
function ended(what) {
  return {
    what,
    why: "A deployment that failed has done a part of its work, and nobody knows which.",
    fix: "See the end of its output, and deploy again when the reason is gone."
  };
}
function unknown({ code, args }) {
  return {
    what: `${code}: ${JSON.stringify(args)}`,
    why: "This version of Holdfast has no words for it.",
    fix: "Read it with the version of Holdfast that wrote it."
  };
}
function verb({ status, now }) {
  return REPLACED[String(now)] ?? VERBS[String(status)] ?? "was changed";
}
function permissions({ was, is }) {
  return was === void 0 ? "" : ` (mode and owner ${was} \u2192 ${is})`;
}
function short(commit) {
  return (commit ?? "").slice(0, 12);
}
function listed(names) {
  const list = Array.isArray(names) ? names : [];
  return list.length === 0 ? "the files without a service" : `the service${list.length > 1 ? "s" : ""} ${list.join(", ")}`;
}

// src/deploy/json.ts
function deploymentJson({ deployment, problems, changes }) {
  const { findings, services, process: _, ...rest } = deployment;
  return jsonText({
    ...rest,
    services: services.map(({ name }) => name),
    findings: findings.map((told) => ({ ...told, ...wordsOf(told, deployment) })),
    changes,
    problems: [...problems]
  });
}
function refusedJson(problems) {
  return jsonText({ version: 1, outcome: null, problems: [...problems] });
}

// src/deploy/compare.ts
var MOST_COMPARED = 20;
async function compareSaved(pairs, select, contents) {
  const selected = pairs.slice(0, MOST_COMPARED).map((pair) => ({ change: changeOf(pair), selection: select(pair.path) }));
  const versions = await readVersions({ before: contents, after: contents }, selected);
  const compared = await compareAll(selected, versions);
  return compared.map((one) => summarise(toSubject(one, NO_QUESTIONS), true));
}
function changeOf({ path, before, after }) {
  const [then, now] = [entryOf(before), entryOf(after)];
  const status = then === void 0 ? "added" : now === void 0 ? "removed" : then.mode === now.mode ? "modified" : "retyped";
  return { path, status, ...then && { before: then }, ...now && { after: now } };
}
function entryOf(file) {
  if (file === void 0) return void 0;
  return { path: file.path, mode: file.link === null ? "file" : "symlink", id: file.sha256 };
}

// src/deploy/vouched.ts
function probedServices({ services }) {
  return services.filter(({ probes }) => probes.length > 0).map(({ name }) => name);
}
function vouchedFor(deployment) {
  const silent = deployment.findings.some(({ code }) => code === "not-vouched-for");
  return probedServices(deployment).length > 0 && !silent;
}

// src/deploy/report.ts
var TITLES = {
  good: "GOOD",
  failed: "FAILED; it had changed nothing critical",
  "rolled-back": "ROLLED BACK",
  inconclusive: "INCONCLUSIVE: the host needs somebody",
  "nothing-done": "not run",
  forgotten: "given up"
};
var MOST_SHOWN = 30;
var ORDER = ["error", "warning", "notice"];
function deploymentText({ deployment, changes, mapped }, options) {
  const page = pageOf(options);
  const { style } = page;
  const { outcome, findings, ran } = deployment;
  const good = outcome === "good";
  const title = outcome === null ? "not finished" : TITLES[outcome];
  const sections = [
    [
      `${style.strong(plainLine(headOf(deployment)))}: ${(good ? style.green : style.red)(title)}`,
      ...ran === null ? [] : labelled(page, style.quiet, "command", `${deployment.command} (${endText(ran)})`)
    ]
  ];
  const byPath = /* @__PURE__ */ new Map();
  for (const told of findings)
    if (told.path !== null) byPath.set(told.path, [...byPath.get(told.path) ?? [], told]);
  const paths = [...byPath].sort(([, left], [, right]) => rankOf(left) - rankOf(right));
  const general = findings.filter(({ path }) => path === null);
  if (general.length > 0)
    sections.push(general.flatMap((told, index) => [...gap(index), ...toldLines(page, told, deployment)]));
  for (const [path, told] of paths.slice(0, MOST_SHOWN)) {
    const change = changes.find((one) => one.path === path);
    sections.push(placeSection(page, { path, told, change, mapped: mapped.has(path) }, deployment));
  }
  const more = paths.length - MOST_SHOWN;
  if (more > 0) sections.push([`\u2026 and ${plural(more, "more place")}; --format json lists them all`]);
  sections.push(endLines(page, deployment));
  return sections.filter((section) => section.length > 0).map((section) => `${inert(section.join("\n"))}
`).join("\n");
}
function placeSection(page, { path, told, change, mapped }, deployment) {
  const { style } = page;
  const service = told[0]?.service ?? void 0;
  const shown = change;
  const whole = fileSection(page, path, [], shown);
  const {
    path: name,
    status,
    rule,
    critical
  } = shown ?? { path, status: void 0, rule: "", critical: true };
  const title = status === void 0 ? [
    `${style.strong(plainLine(name))}${service === void 0 ? "" : `  ${style.quiet(plainLine(`service ${service}`))}`}`
  ] : fileSection(page, name, [], {
    path: name,
    status,
    rule,
    critical,
    ...service === void 0 ? {} : { service }
  });
  const difference = shown === void 0 ? [] : whole.slice(title.length);
  const words = told.flatMap((one, index) => [...gap(index), ...toldLines(page, one, deployment)]);
  const legend = difference.length === 0 ? [] : labelled(
    page,
    style.quiet,
    "compare",
    mapped ? "- what the commit has, + what the deployment left" : "- before, + what the deployment left"
  );
  return [...title, ...words, ...difference, ...legend];
}
function toldLines(page, told, deployment) {
  const { style } = page;
  const color = { error: style.red, warning: style.yellow, notice: style.blue }[told.severity];
  const { what, why, fix } = wordsOf(told, deployment);
  const say = (label, text) => text.split("\n").flatMap((line, index) => labelled(page, style.quiet, index === 0 ? label : "", line));
  return [
    ...labelled(page, color, told.severity, what, style.strong),
    ...labelled(page, style.quiet, "", told.code, style.quiet),
    ...say("why", why),
    ...say("fix", fix)
  ];
}
function endLines(page, deployment) {
  const { outcome, before, made, held, environment, commit, stage } = deployment;
  const lines = [];
  const say = (label, text) => lines.push(...labelled(page, page.style.quiet, label, text));
  if (before !== null) say("before", `snapshot ${before}`);
  if (made !== null && made !== before)
    say(
      "after",
      `snapshot ${made}${outcome === "good" ? goodText(deployment) : ", what the deployment left"}`
    );
  if (held) {
    say(
      "held",
      `${shortId(commit ?? "")} is not deployed to ${environment ?? "this host"} again until somebody lifts that: holdfast deploy --lift-hold REASON \u2026`
    );
  }
  if (stage !== "ended")
    say(
      "next",
      "Nothing else is deployed until this is finished: holdfast resume. Or leave the files as they stand: holdfast resume --discard."
    );
  else if (outcome === "inconclusive")
    say(
      "next",
      "One rollback was done, and no other is tried. Look at the services; what they printed is above."
    );
  return lines;
}
function goodText(deployment) {
  if (!vouchedFor(deployment)) return "";
  return `, known good: the probes of ${probedServices(deployment).join(", ")} passed`;
}
function headOf({ id, commit, environment }) {
  const what = commit === null ? "" : ` of ${shortId(commit)}`;
  return `Deployment ${id}${what}${environment === null ? "" : ` to ${environment}`}`;
}
function endText({ code, signal, timedOut, cancelled, failed, ms }) {
  const how = cancelled !== null ? `stopped: ${cancelled}` : timedOut ? "stopped: it took too long" : failed !== null ? `not started: ${failed}` : signal !== null ? `ended by ${signal}` : `ended with code ${code}`;
  return `${how} after ${(ms / 1e3).toFixed(1)} s`;
}
function rankOf(told) {
  return Math.min(...told.map(({ severity }) => ORDER.indexOf(severity)));
}
function gap(index) {
  return index === 0 ? [] : [""];
}
function pageOf({ width, color }) {
  return {
    width: Math.max(40, width ?? 80),
    style: paint(color),
    decision: {
      version: 1,
      verdict: "pass",
      base: "",
      head: "",
      policy: "",
      failOn: "error",
      warnOnly: false,
      counts: { errors: 0, warnings: 0, notices: 0, changed: 0, critical: 0 },
      findings: [],
      changes: [],
      notLookedAt: []
    }
  };
}
function worthComparing(findings) {
  const paths = findings.flatMap(
    ({ code, path, severity }) => path === null || severity === "notice" || code === "left-missing" ? [] : [path]
  );
  return new Set([...new Set(paths)].slice(0, MOST_COMPARED));
}

// src/resume.ts
async function resumeDeployment(deployment, steps) {
  if (deployment.stage === "started") return end({ ...deployment, outcome: "nothing-done" }, steps);
  if (deployment.outcome === "good") return confirm(deployment, steps);
  const interrupted = {
    code: "interrupted",
    severity: "error",
    path: null,
    service: null,
    args: { stage: deployment.stage }
  };
  const before = deployment.findings.filter(({ code }) => code !== "interrupted" && !isOfRollback(code));
  return rollBack({ ...deployment, findings: [...before, interrupted] }, { changed: true }, steps);
}
async function confirm(deployment, steps) {
  const decided = { ...deployment, outcome: "good" };
  const problems = await steps.save(decided);
  if (problems.length > 0) return { deployment: decided, problems };
  const probed = probedServices(decided);
  if (decided.made !== null && vouchedFor(decided)) {
    problems.push(...await steps.mark(decided.made, "good", `the probes of ${probed.join(", ")} passed`));
  }
  const ended2 = await end(decided, steps);
  await steps.report(ended2.deployment, "success");
  return { ...ended2, problems: [...problems, ...ended2.problems] };
}
async function rollBack(given, { changed }, steps) {
  const running = await steps.stop(given);
  if (running.length > 0) return { deployment: given, problems: running };
  const held = given.commit !== null && saysOfCommit(given.findings);
  const deployment = { ...given, stage: "restoring", held };
  const problems = await steps.save(deployment);
  if (deployment.made !== null && changed) {
    problems.push(...await steps.mark(deployment.made, "bad", "a deployment left it, and was rolled back"));
  }
  steps.say("The deployment failed. What was there before is put back.");
  const back = await steps.putBack(deployment);
  if (deployment.made === null && back.kept !== null) {
    problems.push(...await steps.mark(back.kept, "bad", "an interrupted deployment left it"));
  }
  const findings = [...deployment.findings, ...back.problems.map(notPutBack), ...back.foreign.map(notOwned)];
  const touched = changed || back.written.length + back.removed.length > 0;
  const asking = { reload: () => touched, soak: false, cancellable: false };
  const sick = await steps.ask(deployment.services, asking);
  findings.push(...sick.map((told) => ({ ...told, code: `after-rollback-${told.code}` })));
  const isDone = back.problems.length === 0;
  const late = isDone && back.foreign.length === 0 ? await steps.writtenSince(deployment) : [];
  findings.push(...late.map(lateAgain));
  const isWell = late.length === 0 && sick.every(({ severity }) => severity !== "error");
  const outcome = !isDone || !isWell ? "inconclusive" : touched ? "rolled-back" : "failed";
  if (!isDone) {
    const left = { ...deployment, findings, outcome: null };
    problems.push(...await steps.save(left));
    await steps.report({ ...left, outcome }, "failure");
    return { deployment: { ...left, outcome }, problems };
  }
  const ended2 = await end({ ...deployment, findings, outcome }, steps);
  await steps.report(ended2.deployment, "failure");
  return { deployment: ended2.deployment, problems: [...problems, ...ended2.problems] };
}
async function end(deployment, steps) {
  const ended2 = { ...deployment, stage: "ended", intended: null, endedAt: steps.now() };
  const problems = await steps.save(ended2);
  const { intended } = deployment;
  if (problems.length === 0 && intended !== null) problems.push(...await steps.drop(intended));
  return { deployment: ended2, problems };
}
function saysOfCommit(findings) {
  const errors = findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
  if (errors.some((code) => ["cancelled", "interrupted", "service-cancelled"].includes(code))) return false;
  return errors.some((code) => code !== "not-judged");
}
function isOfRollback(code) {
  return code === "not-put-back" || code === "owner-not-set" || code.startsWith("after-rollback-");
}
function notPutBack({ code, message, hint, path }) {
  return {
    code: "not-put-back",
    severity: "error",
    path: path ?? null,
    service: null,
    args: { code, message, hint }
  };
}
function lateAgain(path) {
  return { code: "after-rollback-write-late", severity: "error", path, service: null, args: {} };
}
function notOwned(path) {
  return { code: "owner-not-set", severity: "warning", path, service: null, args: {} };
}

// src/adapters/github/deployment.ts
import { readFile } from "node:fs/promises";
var LONGEST_DESCRIPTION = 140;
async function reportDeployment(github, deployment, state, { description, logUrl, environment }) {
  const route = "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
  const cut = description.length <= LONGEST_DESCRIPTION;
  const answer = await github.request(route, {
    deployment_id: Number(deployment),
    state,
    description: cut ? description : `${description.slice(0, LONGEST_DESCRIPTION - 1)}\u2026`,
    ...logUrl === void 0 ? {} : { log_url: logUrl },
    ...environment === void 0 ? {} : { environment }
  });
  return answer.ok ? void 0 : answer.problem;
}
async function deploymentOfEvent(path) {
  if (path === void 0 || path === "") return void 0;
  try {
    const id = JSON.parse(await readFile(path, "utf8")).deployment?.id;
    return Number.isSafeInteger(id) ? String(id) : void 0;
  } catch {
    return void 0;
  }
}
function runPage(env) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : void 0;
}

// src/cli/deploy/report-github.ts
var DESCRIPTIONS = {
  good: "What was deployed is what was meant, and the services are well.",
  failed: "The deployment failed, and had changed nothing critical.",
  "rolled-back": "The deployment failed; what was there before was put back.",
  inconclusive: "The deployment failed, and the host needs somebody: see the log.",
  "nothing-done": "The command was not run.",
  forgotten: "The deployment was given up."
};
async function deploymentNumber(given, env) {
  return given ?? await deploymentOfEvent(env.GITHUB_EVENT_PATH) ?? null;
}
function reporter(io, repositoryGiven) {
  const { env } = io;
  const token = io.token ?? (env.GITHUB_TOKEN || env.GH_TOKEN);
  const repository = repositoryGiven ?? env.GITHUB_REPOSITORY;
  return async ({ deploymentId, environment, outcome }, state) => {
    if (deploymentId === null) return;
    if (!token || !repository) {
      if (state === "in_progress") return;
      const missing2 = token ? "no repository was named (--repository OWNER/NAME)" : "there is no GITHUB_TOKEN";
      io.stderr(`holdfast: GitHub was not told about deployment ${deploymentId}: ${missing2}.
`);
      return;
    }
    const github = openGitHub({
      token,
      repository,
      budgetMs: 1e4,
      timeoutMs: 1e4,
      ...env.GITHUB_API_URL ? { apiUrl: env.GITHUB_API_URL } : {}
    });
    const page = runPage(env);
    const problem = await reportDeployment(github, deploymentId, state, {
      description: outcome === null ? "The command is run, and watched." : DESCRIPTIONS[outcome],
      ...page === void 0 ? {} : { logUrl: page },
      ...environment === null ? {} : { environment }
    });
    if (problem === void 0) return;
    io.stderr(
      problemText({ ...problem, hint: `The deployment goes on as if GitHub knew. ${problem.hint}` }, io)
    );
  };
}

// src/cli/deploy/steps.ts
import { existsSync } from "node:fs";

// src/adapters/deploy/orphans.ts
import { readdir, readFile as readFile2 } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
var MARK = "HOLDFAST_DEPLOYMENT";
var PATIENCE = 5e3;
var LOOK = 50;
async function endOrphans({ id, process: known }) {
  const { boot, namespace } = await ownIdentity("");
  if (known !== null && (known.boot !== boot || known.namespace !== namespace)) return [];
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    const deadline = performance.now() + PATIENCE;
    let left = await orphansOf(id, known?.pid);
    for (const pid of left) send(pid, signal);
    while (left.length > 0 && performance.now() < deadline) {
      await pause(LOOK);
      left = await orphansOf(id, known?.pid);
    }
    if (left.length === 0) return [];
  }
  return [
    {
      code: "command-still-running",
      message: "The command of the deployment still runs, or something that it has started, and does not end.",
      hint: `Nothing was put back, because it could write again. End it (ps -o pid,args -g ${known?.pid ?? "\u2026"}), then: holdfast resume.`
    }
  ];
}
async function orphansOf(id, group) {
  const names = await readdir("/proc").catch(() => []);
  const found = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map(async (name) => await bears(name, id, group) ? [Number(name)] : [])
  );
  return found.flat();
}
async function bears(name, id, group) {
  const [stat, environment] = await Promise.all([
    readFile2(`/proc/${name}/stat`, "utf8").catch(() => void 0),
    readFile2(`/proc/${name}/environ`, "latin1").catch(() => "")
  ]);
  if (stat === void 0 || !`\0${environment}\0`.includes(`\0${MARK}=${id}\0`)) return false;
  const [state, , ofGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state !== "Z" && (group === void 0 || Number(ofGroup) === group);
}
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
  }
}

// src/services/health.ts
async function judgeService(service, ports, steps) {
  const started = ports.now();
  const about = () => ({ service: service.name, ms: ports.now() - started });
  for (const step of ["check", "reload"]) {
    const command = service[step];
    if (command === void 0 || !steps[step]) continue;
    if (ports.cancelled()) return { ...about(), state: "cancelled" };
    const result = await ports.run(service, step, command);
    const reason = commandFault(result);
    if (result.cancelled) return { ...about(), state: "cancelled" };
    if (reason !== void 0) return { ...about(), state: "unhealthy", step, reason, output: result.output };
  }
  if (service.probes.length === 0) return { ...about(), state: "unprobed" };
  const probed = await probe(service, ports, steps.soak ? service.soak : 0);
  return { ...about(), ...probed };
}
async function probe(service, ports, soak) {
  const started = ports.now();
  const limit = longest(service, soak);
  let passed = 0;
  let soaking;
  let last;
  for (; ; ) {
    const failed = await round(service.probes, ports);
    if (ports.cancelled()) return { state: "cancelled" };
    const now = ports.now();
    const seen = last === void 0 ? {} : { last };
    if (failed !== void 0) {
      last = failed;
      if (now - started >= service.grace) {
        const when = soaking === void 0 ? `after ${passed} of ${service.passes} passes` : "during the soak";
        return { state: "unhealthy", step: "probes", reason: `a probe failed ${when}`, last };
      }
      passed = 0;
      soaking = void 0;
    } else {
      passed += 1;
      if (passed === service.passes) soaking = now;
      if (soaking !== void 0 && now - soaking >= soak) return { state: "healthy", ...seen };
    }
    if (now - started > limit) {
      const reason = `it was not healthy within ${seconds(limit)}`;
      return { state: "unhealthy", step: "probes", reason, ...last && { last } };
    }
    await ports.wait(soaking === void 0 ? service.every : Math.min(service.every, soak - (now - soaking)));
    if (ports.cancelled()) return { state: "cancelled" };
  }
}
async function round(probes, ports) {
  const results = await Promise.all(probes.map((each) => ports.probe(each)));
  for (const [index, result] of results.entries()) {
    if (result.ok) continue;
    const { reason, output } = result;
    return { probe: probes[index], reason, ...output === void 0 ? {} : { output } };
  }
  return void 0;
}
function longest({ probes, grace, passes, every }, soak) {
  const slowest = Math.max(0, ...probes.map(({ timeout }) => timeout));
  return grace + soak + (passes + 2) * (every + slowest);
}

// src/services/apply.ts
async function applyServices(services, ports, steps) {
  let turn = Promise.resolve();
  const inTurn = {
    ...ports,
    run: (...call) => {
      const result = turn.then(() => ports.run(...call));
      turn = result;
      return result;
    }
  };
  return Promise.all(services.map((service) => judgeService(service, inTurn, steps)));
}

// src/deploy/writes.ts
var RETYPED = ["directory", "not-a-file", "behind-link"];
function writeSet(before, after) {
  const then = new Map(before.files.map((file) => [file.path, file]));
  const now = new Map(after.files.map((file) => [file.path, file]));
  const hidden = after.unsaved.map(({ path }) => path);
  const isHidden = (path) => hidden.some((top) => isAtOrBelow(path, top));
  const changes = [];
  const unread = [];
  for (const one of after.unsaved) {
    if (!RETYPED.includes(one.reason)) unread.push(one);
    else {
      const { path, service, reason } = one;
      const was = then.get(path);
      changes.push({ path, service, status: "retyped", now: reason, ...was && { before: was } });
    }
  }
  for (const [path, file] of now) {
    const was = then.get(path);
    const status = was === void 0 ? "added" : statusOf(was, file);
    if (status === void 0) continue;
    changes.push({ path, service: file.service, status, ...was && { before: was }, after: file });
  }
  for (const [path, file] of then) {
    if (now.has(path) || isHidden(path)) continue;
    changes.push({ path, service: file.service, status: "removed", before: file });
  }
  return { changes: changes.sort((left, right) => left.path < right.path ? -1 : 1), unread };
}
function statusOf(before, after) {
  if (before.link === null !== (after.link === null)) return "retyped";
  if (before.sha256 !== after.sha256) return "modified";
  return samePermissions(before, after) ? void 0 : "permissions";
}
function samePermissions(before, after) {
  if (before.uid !== after.uid || before.gid !== after.gid) return false;
  return before.link !== null && after.link !== null || before.mode === after.mode;
}
function sameContent(wanted, file) {
  if (wanted === void 0 || file === void 0) return wanted === file;
  return wanted.sha256 === file.sha256 && wanted.link === null === (file.link === null);
}

// src/restore/rotating.ts
function withoutRotating(plan, rotates) {
  const stays = (path) => !rotates(path);
  const writes = plan.writes.filter(({ path }) => stays(path));
  const needed = (directory) => writes.some(({ path }) => path.startsWith(`${directory}/`));
  return {
    plan: {
      writes,
      removes: plan.removes.filter(stays),
      unchanged: plan.unchanged,
      directories: plan.directories.filter(({ path }) => needed(path))
    },
    rotating: [...plan.writes.map(({ path }) => path), ...plan.removes].filter(rotates).sort()
  };
}

// src/cli/deploy/put-back.ts
var MOST_ATTEMPTS = 8;
var FILES = ["file", "link"];
async function putBack(store, deployment, decrypt) {
  let done = { written: [], removed: [], kept: null, foreign: [], problems: [] };
  if (deployment.before === null) return done;
  const before = await readSnapshot(store, deployment.before);
  if (!before.ok) return { ...done, problems: [before.problem] };
  const parts = [{ manifest: before.value }];
  const { root, inPlace, environment, id } = deployment;
  const request = { parts, asked: { services: [], paths: [] }, root, inPlace, decrypt };
  const { recipients = [], files } = before.value;
  const all = files.some(({ sensitive, stored }) => !sensitive && stored !== void 0);
  const encryption = await encryptionFor(recipients, all);
  if (!encryption.ok) return { ...done, problems: [encryption.problem] };
  const rotates = rotatingFiles({ ...scopeOf(before.value), services: deployment.services });
  const rules = rulesOfParts(parts);
  const keep = unlessKept(
    store,
    deployment,
    rules,
    encryption.value,
    keeper(store, root, rules, `what the deployment ${id} left`, environment, encryption.value)
  );
  const blocked = /* @__PURE__ */ new Map();
  let freed = false;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const prepared = await prepare(store, request);
    if (!prepared.ok) {
      return prepared.problem.code === "nothing-chosen" ? done : { ...done, problems: [prepared.problem] };
    }
    const { live } = prepared.value;
    const isRotated = (path) => rotates(path) && FILES.includes(live.get(path)?.kind);
    for (const problem of prepared.value.problems) {
      const { path } = problem;
      if (path === void 0) return { ...done, problems: [problem] };
      if (!isRotated(path)) blocked.set(path, problem);
    }
    const stays = (path) => isRotated(path) || [...blocked.keys()].some((top) => isAtOrBelow(path, top));
    const { plan } = withoutRotating(prepared.value.plan, stays);
    const problems = [...blocked.values()];
    if (plan.writes.length + plan.removes.length === 0) return { ...done, problems };
    const steps = restoreSteps(store, diskOperations, keep, decrypt);
    const about = { snapshots: [before.value.id], root, ...encryption.value && { recipients } };
    const outcome = await restore(plan, about, steps);
    if (outcome.ok) return { ...add(done, outcome.value), problems };
    if (!outcome.touched && !freed && plan.writes.length > 0 && plan.removes.length > 0) {
      freed = true;
      const removed = await restore({ ...plan, writes: [] }, about, steps);
      if (removed.ok) {
        done = add(done, removed.value);
        continue;
      }
    }
    const fresh = outcome.problems.filter(({ path }) => path !== void 0 && !blocked.has(path));
    if (outcome.touched || fresh.length === 0)
      return { ...done, problems: [...problems, ...outcome.problems] };
    for (const problem of fresh) blocked.set(problem.path, problem);
  }
  return { ...done, problems: [...blocked.values()] };
}
async function writtenSince(store, { before, root, services }, decrypt) {
  if (before === null) return [];
  const manifest = await readSnapshot(store, before);
  if (!manifest.ok) return [];
  const parts = [{ manifest: manifest.value }];
  const asked = { services: [], paths: [] };
  const prepared = await prepare(store, { parts, asked, root, inPlace: true, decrypt });
  if (!prepared.ok) return [];
  const rotates = rotatingFiles({ ...scopeOf(manifest.value), services });
  const { plan } = withoutRotating(prepared.value.plan, rotates);
  return [...plan.writes.map(({ path }) => path), ...plan.removes];
}
function add(done, { journal, foreign }) {
  return {
    ...done,
    written: [...done.written, ...journal.writes.map(({ path }) => path)],
    removed: [...done.removed, ...journal.removes],
    kept: done.kept ?? journal.before,
    foreign: [...done.foreign, ...foreign]
  };
}
function unlessKept(store, { made, root }, rules, encryption, keep) {
  return async (paths) => {
    const then = made === null ? void 0 : await readSnapshot(store, made);
    if (!then?.ok) return keep(paths);
    const now = await guarded(store.directory, async () => {
      const objects = createObjectWriter(store, encryption);
      const collected = await collectLive(store.fs, root, liveScope(rules, []), objects);
      await objects.flush();
      return ok(collected);
    });
    if (!now.ok) return keep(paths);
    const { changes, unread } = writeSet(then.value, now.value);
    const held = new Set(then.value.files.map(({ path }) => path));
    const isHeld = changes.length + unread.length === 0 && paths.every((path) => held.has(path));
    return isHeld ? ok(made) : keep(paths);
  };
}

// src/cli/deploy/steps.ts
var PATIENCE2 = 5e3;
function environmentMask(env) {
  return secretMask(secretsOf(env));
}
function progress(io) {
  return (text) => io.stderr(`holdfast: ${text}
`);
}
function rollbackSteps(store, io, { report, cwd, signal, decrypt, mask = environmentMask(io.env) }) {
  const say = progress(io);
  return {
    now: () => (/* @__PURE__ */ new Date()).toISOString(),
    async save(deployment) {
      const saved = await saveDeployment(store, deployment);
      return saved.ok ? [] : [saved.problem];
    },
    stop: endOrphans,
    async putBack(deployment) {
      const back = await putBack(store, deployment, decrypt);
      if (back.written.length + back.removed.length > 0) {
        say(`Put back ${plural(back.written.length, "file")}, removed ${back.removed.length}.`);
      } else if (back.problems.length === 0) say("Nothing had to be put back.");
      return back;
    },
    writtenSince: (deployment) => writtenSince(store, deployment, decrypt),
    async ask(services, { reload, soak, cancellable }) {
      if (services.length > 0) say(`Asking ${services.map(({ name }) => name).join(", ")} \u2026`);
      const ports = servicePorts({
        cwd: existsSync(cwd) ? cwd : io.cwd,
        env: io.env,
        mask,
        ...cancellable && signal !== void 0 && { signal },
        show: (text) => io.stderr(text)
      });
      const loaded = services.filter(({ name }) => reload(name));
      const others = services.filter(({ name }) => !reload(name));
      const healths = await Promise.all([
        applyServices(loaded, ports, { check: true, reload: true, soak }),
        applyServices(others, ports, { check: false, reload: false, soak })
      ]);
      return healths.flat().flatMap(toldOf);
    },
    async mark(snapshot, verdict, reason) {
      const id = newId(await storedIds(store, "verdicts").catch(() => []));
      const at = (/* @__PURE__ */ new Date()).toISOString();
      const added = await addVerdict(store, { id, snapshot, verdict, at, by: "probes", reason });
      return added.ok ? [] : [added.problem];
    },
    async drop(snapshot) {
      const dropped = await removeSnapshot(store, snapshot);
      return dropped.ok ? [] : [dropped.problem];
    },
    report,
    say
  };
}
function commandStep(id, command, io, how) {
  return async (started) => {
    let group;
    let told;
    const { code, signal, timedOut, failed, cancelled, output, ms } = await runCommand({
      command,
      cwd: io.cwd,
      env: { ...io.env, [MARK]: id },
      timeout: how.timeout,
      patience: PATIENCE2,
      signal: how.signal,
      mask: how.mask,
      show: (masked, stream) => {
        const text = io.env.GITHUB_ACTIONS === "true" ? masked : withoutAnnounced(masked);
        if (io.relay !== void 0) io.relay(text);
        else if (stream === "stdout" && !how.json) io.stdout(text);
        else io.stderr(text);
      },
      started(pid) {
        group = pid;
        told = processOf(pid).then(started);
      }
    });
    await told;
    const end2 = {
      code: code ?? null,
      signal: signal ?? null,
      timedOut: timedOut === true,
      cancelled: cancelled === true ? String(how.signal.reason ?? "a signal") : null,
      failed: failed ?? null,
      output,
      ms: Math.round(ms)
    };
    if (group !== void 0 && code !== 0) await endGroup(group, PATIENCE2);
    return end2;
  };
}
async function processOf(pid) {
  const [{ boot, namespace }, started] = await Promise.all([ownIdentity(""), startOf(pid)]);
  return { pid, started: started ?? null, boot, namespace };
}
function toldOf(health) {
  const { service, state } = health;
  const tell = (code, args) => [
    { code, severity: "error", path: null, service, args }
  ];
  if (state === "cancelled") return tell("service-cancelled", {});
  if (state !== "unhealthy") return [];
  const { step, reason } = health;
  if (health.step !== "probes")
    return tell("service-unhealthy", { step, reason: `its ${step}: ${reason}`, output: health.output });
  const { last } = health;
  const what = last === void 0 ? reason : `${reason}: ${last.reason}`;
  return tell("service-unhealthy", { step, reason: what, output: last?.output ?? "" });
}

// src/cli/deploy/pending.ts
function exitCodeOf({ deployment, problems }) {
  const { outcome, stage } = deployment;
  if (stage !== "ended" || problems.length > 0 || outcome === "inconclusive") return 2;
  return outcome === "failed" || outcome === "rolled-back" ? 1 : 0;
}
async function finishDeployments(store, io, fail, how = {}) {
  const all = await wholeDeployments(store);
  if (!all.ok) return fail(all.problem);
  let worst;
  for (const left of all.value.filter(({ stage }) => stage !== "ended")) {
    const code = await finishOne(store, left, io, fail, how);
    worst = Math.max(worst ?? 0, code);
    if (code === 2) break;
  }
  return worst;
}
async function finishOne(store, left, io, fail, { json = false, repository, decrypt }) {
  progress(io)(`The deployment ${left.id} was interrupted (${left.stage}); it is finished first.`);
  const steps = rollbackSteps(store, io, { report: reporter(io, repository), cwd: left.cwd, decrypt });
  const finished = await resumeDeployment(left, steps);
  if (finished.problems.length > 0) fail(...finished.problems);
  const { deployment, problems } = finished;
  const reported = { deployment, problems, changes: [], mapped: /* @__PURE__ */ new Set() };
  io.stdout(json ? deploymentJson(reported) : deploymentText(reported, reportOptions(io)));
  return exitCodeOf(finished);
}
async function finishLeftDeployments(store, io, fail, decrypt) {
  const left = await unfinished(store);
  if (left === 0) return void 0;
  const lock = await acquireLock(store, DEPLOYING.restore);
  if (!lock.ok) return fail(lock.problem);
  try {
    return await finishDeployments(store, io, fail, { decrypt });
  } finally {
    await lock.value.release();
  }
}
async function tellUnfinished(store, io) {
  if (await unfinished(store) === 0) return;
  io.stderr(
    "holdfast: A deployment runs, or was interrupted: holdfast resume rolls it back, and would undo this restore; holdfast resume --discard gives it up.\n"
  );
}
async function unfinished(store) {
  const listing = await readDeployments(store);
  if (!listing.ok) return 1;
  return listing.value.damaged.length + listing.value.items.filter(({ stage }) => stage !== "ended").length;
}
async function discardDeployments(store, io, fail) {
  const lock = await acquireLock(store, "holdfast resume --discard");
  if (!lock.ok) return fail(lock.problem);
  try {
    const listing = await readDeployments(store);
    if (!listing.ok) return fail(listing.problem);
    const { items, damaged } = listing.value;
    const left = items.filter(({ stage }) => stage !== "ended");
    for (const one of left) {
      const endedAt = (/* @__PURE__ */ new Date()).toISOString();
      const ended2 = { ...one, stage: "ended", outcome: "forgotten", intended: null, endedAt };
      const saved = await saveDeployment(store, ended2);
      if (!saved.ok) return fail(saved.problem);
      if (one.intended !== null) await removeSnapshot(store, one.intended);
      const back = one.before === null ? "" : ` What stood there before it: holdfast restore ${one.before}`;
      io.stdout(`Gave up the deployment ${one.id}. The files stay as they stand.${back}
`);
    }
    const ids = damaged.map(({ file }) => file.slice("deployments/".length, -".json".length));
    const removed = await removeDeployments(store, ids);
    if (!removed.ok) return fail(removed.problem);
    for (const { file } of damaged) io.stdout(`Removed ${file}, which could not be read.
`);
    if (left.length + damaged.length === 0) io.stdout(NONE);
    return 0;
  } finally {
    await lock.value.release();
  }
}
var NONE = "No deployment is unfinished.\n";

// src/cli/restore/pending.ts
var NONE2 = "No restore was interrupted.\n";
async function finishPending(store, io, fail, dryRun, decrypt, reload) {
  const some = await pendingRestores(store);
  if (!some.ok) return fail(some.problem);
  if (some.value.length === 0) return void 0;
  if (dryRun) {
    const many = some.value.length;
    io.stderr(
      `holdfast: ${plural(many, "restore")} ${many === 1 ? "was" : "were"} interrupted; the next run without --dry-run finishes that first.
`
    );
    return 0;
  }
  const finished = [];
  let code = await finishAll(store, io, fail, decrypt, finished);
  for (const journal of finished) code = Math.max(code, await reload(journal));
  return code;
}
async function finishAll(store, io, fail, decrypt, finished) {
  const lock = await acquireLock(store, "holdfast restore");
  if (!lock.ok) return fail(lock.problem);
  try {
    return await finishLocked(store, io, fail, decrypt, finished) ?? 0;
  } finally {
    await lock.value.release();
  }
}
async function finishLocked(store, io, fail, decrypt, finished = []) {
  const pending = await pendingRestores(store);
  if (!pending.ok) return fail(pending.problem);
  let worst;
  for (const { journal } of pending.value) {
    if (!journal.ok) return fail(journal.problem);
    const { root, snapshots, writes, recipients = [] } = journal.value;
    const all = writes.some(({ sensitive, stored }) => !sensitive && stored !== void 0);
    const encryption = await encryptionFor(recipients, all);
    if (!encryption.ok) return fail(encryption.problem);
    const reason = `before finishing the restore of ${snapshots.join(", ")}`;
    const keep = keeper(store, root, rulesOfJournal(journal.value), reason, null, encryption.value);
    const outcome = await resume(journal.value, restoreSteps(store, diskOperations, keep, decrypt));
    if (!outcome.ok) return fail(...outcome.problems, STUCK);
    io.stdout(`Finished a restore that was interrupted.
${doneText(outcome.value, io)}`);
    finished.push(outcome.value.journal);
    worst = Math.max(worst ?? 0, outcome.value.foreign.length > 0 ? 1 : 0);
  }
  return worst;
}
async function discardPending(store, io, fail) {
  const lock = await acquireLock(store, "holdfast restore --discard");
  if (!lock.ok) return fail(lock.problem);
  try {
    const pending = await pendingRestores(store);
    if (!pending.ok) return fail(pending.problem);
    for (const { name, journal } of pending.value) {
      if (journal.ok) unstage(diskOperations, journal.value);
      const removed = await removeJournal(store, name);
      if (!removed.ok) return fail(removed.problem);
      const { before = null } = journal.ok ? journal.value : {};
      const back = before === null ? "" : ` What stood there before it began: snapshot ${before}.`;
      io.stdout(`Forgot an interrupted restore. The files stay as they stand, partly restored.${back}
`);
    }
    if (pending.value.length === 0) io.stdout(NONE2);
    return 0;
  } finally {
    await lock.value.release();
  }
}

export {
  wordsOf,
  deploymentJson,
  refusedJson,
  compareSaved,
  probedServices,
  deploymentText,
  pageOf,
  worthComparing,
  confirm,
  rollBack,
  end,
  deploymentNumber,
  reporter,
  applyServices,
  writeSet,
  samePermissions,
  sameContent,
  environmentMask,
  rollbackSteps,
  commandStep,
  exitCodeOf,
  finishDeployments,
  finishLeftDeployments,
  tellUnfinished,
  discardDeployments,
  NONE,
  NONE2,
  finishPending,
  finishLocked,
  discardPending
};
