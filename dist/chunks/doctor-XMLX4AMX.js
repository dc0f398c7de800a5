import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  codeOwners,
  ownersPaths
} from "./chunk-U4VWESOJ.js";
import {
  openGitHub
} from "./chunk-DSNZQEOW.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  openRepository
} from "./chunk-YJMEJDG4.js";
import {
  findPolicy
} from "./chunk-RXXYIKOI.js";
import "./chunk-PZP6L5VX.js";
import {
  commitSnapshot
} from "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import {
  MARGIN,
  labelled,
  sectionsText
} from "./chunk-R3A4QZ2V.js";
import {
  paint,
  wrap
} from "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import {
  readDocument
} from "./chunk-7AY46YQM.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import {
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  plural,
  shortId,
  textOf
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  globMatcher
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import {
  child,
  segmentsOf
} from "./chunk-7IV7GVKJ.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import {
  visibleJson
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/adapters/github/rulesets.ts
async function readSettings(github, branch) {
  const repository = await github.request("GET /repos/{owner}/{repo}");
  if (!repository.ok) return repository;
  const name = branch ?? repository.value.data.default_branch;
  const rules2 = await github.list("GET /repos/{owner}/{repo}/rules/branches/{branch}", { branch: name });
  if (!rules2.ok) return rules2;
  const protection = await protectedChecks(github, name);
  if (!protection.ok) return protection;
  const of = (type) => rules2.value.filter((rule) => rule.type === type);
  const inRules = of("required_status_checks").flatMap(
    ({ parameters }) => parameters.required_status_checks
  );
  const workflows = of("workflows").flatMap(({ parameters }) => parameters.workflows);
  return ok({
    branch: name,
    checks: [...inRules.map(({ context }) => context), ...protection.value],
    workflows: workflows.map((one) => ({
      path: one.path,
      here: one.repository_id === repository.value.data.id
    })),
    mergeQueue: of("merge_queue").length > 0
  });
}
async function protectedChecks(github, branch) {
  const full = await github.request("GET /repos/{owner}/{repo}/branches/{branch}/protection", { branch });
  if (full.ok) return ok(full.value.data.required_status_checks?.contexts ?? []);
  if (full.problem.code !== "github-forbidden" && full.problem.code !== "github-not-found") return full;
  const plain = await github.request("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
  return plain.ok ? ok(plain.value.data.protection?.required_status_checks?.contexts ?? []) : plain;
}

// src/doctor/workflow.ts
import { posix } from "node:path";
var WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
var USES = /\/holdfast(?:\.ya?ml)?(?=[@/]|$)/i;
var COMMAND = /\bholdfast(?:[@#]\S+)?\s+check\b/i;
var UNKNOWN = `\${{ \u2026 }}`;
function isWorkflow(path) {
  return WORKFLOW.test(path);
}
function jobsOf(files) {
  return [...files.values()].flatMap((source) => {
    const workflow = rootOf(source);
    const events = isWorkflow(source.path) ? eventsOf(workflow) : /* @__PURE__ */ new Map();
    events.delete("workflow_call");
    return childrenOf(workflow, "jobs").flatMap((job) => {
      if (events.size === 0) return [];
      return called(job, files).map(({ holders, name }) => {
        const steps = childrenOf(holders.at(-1), "steps").flatMap((step) => inside(step, files));
        return { workflow, events, holders, name, steps };
      });
    });
  });
}
function runsOf(jobs, files) {
  return jobs.flatMap(
    (job) => [[], ...job.steps].flatMap((chain) => {
      const holders = [...job.holders, ...chain];
      const step = holders.at(-1);
      return runsHoldfast(step, files) ? [{ job, holders, step }] : [];
    })
  );
}
function commandsOf(step) {
  const script = textAt(step, "run").replace(/(^|\s)#.*$/gm, "$1");
  return script.replace(/\\\r?\n/g, " ").split("\n");
}
function holdfastLine(step) {
  return commandsOf(step).find((line) => COMMAND.test(line)) ?? "";
}
function textAt({ value }, ...keys) {
  let held = value;
  for (const key of keys) held = isObject(held) && Object.hasOwn(held, key) ? held[key] : void 0;
  return typeof held === "object" || held === void 0 ? "" : String(held);
}
function textsOf(value) {
  return isObject(value) ? Object.keys(value) : [value ?? []].flat().map(String);
}
function placeIn({ source: { document }, at }, key) {
  return document.place(`${at}/${key}`) ?? document.place(at) ?? { line: 1, column: 1 };
}
function rootOf(source) {
  return { source, at: "", value: source.value };
}
function childrenOf({ source, at, value }, key) {
  return Object.entries(value[key] ?? {}).flatMap(
    ([name, item]) => isObject(item) ? [{ source, at: child(child(at, key), name), value: item }] : []
  );
}
function idOf({ at }) {
  return segmentsOf(at).at(-1) ?? "";
}
function eventsOf({ source, value: { on } }) {
  const filters2 = (name) => isObject(on) && isObject(on[name]) ? on[name] : {};
  return new Map(textsOf(on).map((name) => [name, { source, at: child("/on", name), value: filters2(name) }]));
}
function called(job, files) {
  const name = checkName(job);
  const uses = textAt(job, "uses");
  if (uses === "") return [{ holders: [job], name }];
  const target = uses.startsWith("./") ? files.get(posix.normalize(uses)) : void 0;
  if (target === void 0) return [{ holders: [job], name: `${name} / ${UNKNOWN}` }];
  return childrenOf(rootOf(target), "jobs").map((inner) => ({
    holders: [job, inner],
    name: `${name} / ${checkName(inner)}`
  }));
}
function checkName(job) {
  const name = textAt(job, "name") || idOf(job);
  const { strategy } = job.value;
  const several = isObject(strategy) && strategy.matrix !== void 0 && !/\$\{\{/.test(name);
  return several ? `${name} (${UNKNOWN})` : name;
}
function inside(step, files) {
  const action = localAction(textAt(step, "uses"), files);
  if (action?.value.runs === void 0 || textAt(rootOf(action), "runs", "using") !== "composite") {
    return [[step]];
  }
  const runs = { source: action, at: "/runs", value: action.value.runs };
  return childrenOf(runs, "steps").map((inner) => [step, inner]);
}
function runsHoldfast(node, files) {
  const uses = textAt(node, "uses");
  const action = localAction(uses, files);
  if (action !== void 0) return /\bholdfast\b/i.test(textAt(rootOf(action), "name"));
  const elsewhere = !uses.startsWith("./.github/workflows/");
  return elsewhere && USES.test(uses) || holdfastLine(node) !== "";
}
function localAction(uses, files) {
  if (!uses.startsWith("./")) return void 0;
  const at = (name) => files.get(posix.join(uses, name));
  return at("action.yml") ?? at("action.yaml");
}

// src/doctor/rule.ts
var GATES = ["pull_request", "pull_request_target", "merge_group"];
function about(node, key, what, severity) {
  const where = { path: node.source.path, place: placeIn(node, key), what };
  return severity === void 0 ? where : { ...where, severity };
}
function canBe(name, text) {
  const [first = "", ...rest] = name.split(/\$\{\{.*?\}\}/s);
  const last = rest.at(-1);
  if (last === void 0) return text === name;
  const known = first.length + last.length;
  return known > 0 && text.length > known && text.startsWith(first) && text.endsWith(last);
}

// src/doctor/jobs.ts
var NEVER_SKIPS = /^(?:true|success\(\)|always\(\)|!cancelled\(\)|success\(\)\|\|failure\(\))?$/;
var IN_SPITE_OF_NEEDS = /^(?:always\(\)|!cancelled\(\))$/;
var SWALLOWED = /\bcheck\b.*(?:\|\|(?!.*\bexit\s+[1-9$])|;\s*(?:exit\s+0|true)\b|(?<![>&])&(?!&)(?!>))/;
var PIPED = /\bcheck\b[^|]*\|[^|]/;
function conditionOf(node) {
  return textAt(node, "if").replace(/^\s*\$\{\{|\}\}\s*$|\s+/g, "");
}
function namesEveryGate(condition, { events }) {
  const named = condition.split("||").map((part) => /^github\.event_name=='(\w+)'$/.exec(part)?.[1]);
  return GATES.every((gate) => !events.has(gate) || named.includes(gate));
}
function neededBy(job, seen = /* @__PURE__ */ new Set()) {
  const siblings = childrenOf(rootOf(job.source), "jobs");
  return textsOf(job.value.needs).flatMap((id) => {
    const needed = seen.has(id) ? void 0 : siblings.find((one) => idOf(one) === id);
    return needed === void 0 ? [] : [needed, ...neededBy(needed, seen.add(id))];
  });
}
function skips({ job, holders }) {
  return holders.flatMap((holder) => {
    const condition = conditionOf(holder);
    const needed = IN_SPITE_OF_NEEDS.test(condition) ? [] : neededBy(holder);
    const idle = needed.find((one) => !NEVER_SKIPS.test(conditionOf(one)));
    const names = textsOf(holder.value.needs).join(", ");
    const more = idle === void 0 ? "." : `, and ${idOf(idle)} runs only if \`${textAt(idle, "if")}\`.`;
    return [
      ...NEVER_SKIPS.test(condition) || namesEveryGate(condition, job) ? [] : [about(holder, "if", `Holdfast runs only if \`${textAt(holder, "if")}\`.`)],
      ...needed.length === 0 ? [] : [about(holder, "needs", `Holdfast waits for ${names}${more}`, idle ? "error" : "warning")]
    ];
  });
}
function silencers({ job: { workflow: root }, holders }) {
  const bash = [root, ...holders].some((node) => textAt(node, "defaults", "run", "shell") === "bash");
  return holders.flatMap((node) => {
    const reports = ["continue-on-error", "with/warn-only"].filter((key) => !/^(false)?$/i.test(textAt(node, ...key.split("/")).trim())).map((key) => about(node, key, `\`${key.replace("with/", "")}\` is set.`));
    const [script, line] = [commandsOf(node).join("\n"), holdfastLine(node)];
    const piped = PIPED.test(line) && !/pipefail/.test(script) && (textAt(node, "shell") || bash && "bash") !== "bash";
    const lost = SWALLOWED.test(line) || piped || /\bset \+e\b/.test(script);
    if (lost) reports.push(about(node, "run", `The exit code is lost: \`${line.trim()}\`.`));
    if (/--warn-only\b/.test(line)) reports.push(about(node, "run", "`--warn-only` is given."));
    return reports;
  });
}
function permissions({ job: { holders } }) {
  const around = holders.toReversed().flatMap((node) => [node, rootOf(node.source)]);
  const holder = around.find(({ value }) => value.permissions !== void 0);
  if (holder === void 0) return [about(holders.at(-1), "permissions", "The job has no `permissions:`.")];
  const given = holder.value.permissions;
  if (given === "read-all") return [];
  if (given === "write-all") return [about(holder, "permissions", "The token may write everything.")];
  const scopes = isObject(given) ? given : {};
  const wide = Object.keys(scopes).filter(
    (name) => scopes[name] === "write" && !["pull-requests", "security-events", "contents"].includes(name)
  );
  const reports = wide.map((name) => about(holder, `permissions/${name}`, `The token may write ${name}.`));
  if (scopes.contents === "read") return reports;
  return scopes.contents === "write" ? [...reports, about(holder, "permissions/contents", "The token may write contents.", "notice")] : [...reports, about(holder, "permissions", "The token may not read the contents of the repository.")];
}
function unpinned({ runs }) {
  const nodes = runs.flatMap(({ job }) => [...job.holders, ...job.steps.flat()]);
  return nodes.map((node) => ({ node, uses: textAt(node, "uses") })).filter(({ uses }) => uses !== "" && !/^\.\/|^docker:|@(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(uses)).map(({ node, uses }) => about(node, "uses", `${uses} is not pinned to a commit.`));
}
var jobRules = [
  {
    id: "skippable",
    severity: "error",
    summary: "A job that is skipped, by `if:` or because a job that it needs failed or was skipped, counts as success for a required check; a skipped step leaves its job green.",
    fix: "Remove `if:` and `needs:`, or write `if: always()`. With nothing to check, Holdfast passes by itself.",
    run: ({ runs }) => runs.flatMap(skips)
  },
  {
    id: "never-fails",
    severity: "error",
    summary: "What Holdfast finds does not fail the job, and only the job can block the merge.",
    fix: "Remove it. `warn-only` is for getting to know what Holdfast finds in this repository.",
    run: ({ runs, policies }) => [
      ...runs.flatMap(silencers),
      ...policies.flatMap(
        ({ path, warnOnly }) => path && warnOnly ? [{ path, what: "`warn-only` is set in the policy." }] : []
      )
    ]
  },
  {
    id: "no-timeout",
    severity: "notice",
    summary: "A job that hangs holds up the merge for six hours.",
    fix: "Add `timeout-minutes: 10` to the job.",
    run: ({ runs }) => runs.map(({ job }) => job.holders.at(-1)).filter((job) => textAt(job, "timeout-minutes") + textAt(job, "uses") === "").map((job) => about(job, "timeout-minutes", `The job ${idOf(job)} has no \`timeout-minutes\`.`))
  },
  {
    id: "unpinned",
    severity: "warning",
    summary: "Whoever can move the tag or the branch decides what runs here, and whether anything is checked.",
    fix: "Write the full commit id, and the version behind it as a comment.",
    run: unpinned
  },
  {
    id: "permissions",
    severity: "warning",
    summary: "With a token that may write more than reports, any action in the job is a way around the check; with one that may not read, nothing can be compared.",
    fix: "Write `permissions:` on the job: `contents: read`, and `pull-requests: write` for comments and reviews.",
    run: ({ runs }) => runs.flatMap(permissions)
  }
];

// src/doctor/policies.ts
function unowned({ policies, runs, owners }) {
  const files = [...policies.map(({ path }) => path), ...runs.map(({ job }) => job.workflow.source.path)];
  const guarded = [...new Set(files)].filter((path) => path !== void 0);
  if (owners === void 0) return [{ severity: "notice", what: "There is no CODEOWNERS." }];
  return guarded.filter((path) => owners.of(path).length === 0).map((path) => ({ path: owners.path, what: `${owners.path} names no owner of ${path}.` }));
}
function policyReports({ policies, runs }) {
  return policies.flatMap(({ path, problem }) => {
    const declared = runs.some(({ step }) => textAt(step, "with", "critical-files").trim() !== "");
    if (problem === void 0) {
      return path || declared ? [] : [{ severity: "warning", what: "HEAD has no policy." }];
    }
    const { message: what, hint: fix, place } = problem;
    return [{ ...problem.path && { path: problem.path }, ...place && { place }, what, fix }];
  });
}
var policyRules = [
  {
    id: "policy",
    severity: "error",
    summary: "An invalid policy lets no check pass; without one, nothing is declared critical.",
    fix: "Write one with `holdfast init`, and commit it.",
    run: policyReports
  },
  {
    id: "unowned",
    severity: "warning",
    summary: "Anybody who may merge can change the policy and the workflow.",
    fix: "Name the owners of these files in CODEOWNERS, and require their review.",
    run: unowned
  }
];

// src/doctor/triggers.ts
var PULL_REQUEST = ["pull_request", "pull_request_target"];
var TYPES = ["opened", "synchronize", "reopened"];
function selects(patterns, branch) {
  const fitting = patterns.filter((pattern) => {
    const glob = pattern.replace(/^!/, "");
    return /[*?[]/.test(glob) ? globMatcher([glob])(branch) : glob === branch;
  });
  return fitting.length > 0 && !fitting.at(-1).startsWith("!");
}
function filters(event, branch) {
  const name = idOf(event);
  return Object.entries(event.value).flatMap(([key, value]) => {
    const report = (text) => [about(event, key, `\`${name}\` ${text}`)];
    const chosen = branch !== void 0 && selects(textsOf(value), branch);
    const left = TYPES.filter((type) => !textsOf(value).includes(type)).join(", ");
    if (key === "paths" || key === "paths-ignore") return report(`is filtered by \`${key}\`.`);
    if (key === "branches-ignore") return report(chosen ? `ignores ${branch}.` : "ignores branches.");
    if (key === "branches" && branch !== void 0 && !chosen) return report(`leaves out ${branch}.`);
    const short = key === "types" && PULL_REQUEST.includes(name) && left !== "" && value !== null;
    return short ? report(`is not started by the types ${left}.`) : [];
  });
}
function missing({ runs }, events, severity) {
  const [first] = runs;
  if (first === void 0 || runs.some(({ job }) => events.some((name) => job.events.has(name)))) return [];
  return [about(first.job.workflow, "on", `No workflow runs Holdfast on \`${events[0]}\`.`, severity)];
}
function checkouts(step) {
  const key = ["ref", "repository"].find((name) => /head|refs\/pull/i.test(textAt(step, "with", name)));
  const what = "`pull_request_target` with a checkout of the head of the pull request.";
  if (/^actions\/checkout@/i.test(textAt(step, "uses")) && key) return [about(step, `with/${key}`, what)];
  const shell = /\bgh pr checkout\b|refs\/pull\//.test(commandsOf(step).join("\n"));
  return shell ? [about(step, "run", what)] : [];
}
function isRequiredWorkflow({ settings }, { job }) {
  return (settings?.workflows ?? []).some(({ here, path }) => here && path === job.workflow.source.path);
}
var triggerRules = [
  {
    id: "missing-trigger",
    severity: "error",
    summary: "Without `pull_request` a change is looked at only after it was merged; without `merge_group` a merge queue waits for the check until it gives up.",
    fix: "Write `on: [pull_request, merge_group]`; without a merge queue the second does nothing.",
    run: (facts) => [
      ...missing(facts, PULL_REQUEST, "error"),
      ...missing(facts, ["merge_group"], facts.settings?.mergeQueue ? "error" : "warning")
    ]
  },
  {
    id: "filtered-trigger",
    severity: "error",
    summary: "A workflow that does not start reports nothing: a required check stays pending for ever, and one that is not required is simply absent. Path filters see only the first 300 files.",
    fix: "Remove the filter. With nothing to check, Holdfast passes in seconds and says so.",
    run: ({ runs, branch }) => runs.flatMap(
      ({ job }) => GATES.flatMap((name) => job.events.get(name) ?? []).flatMap((event) => filters(event, branch))
    )
  },
  {
    id: "target-checkout",
    severity: "error",
    summary: "`pull_request_target` has the repository's secrets and a token that may write: a stranger's code beside them can take both, and switch off every check.",
    fix: "Use `pull_request`, or check out nothing but the base: Holdfast reads the head from git itself.",
    run: ({ jobs, runs }) => jobs.filter(({ events }) => events.has("pull_request_target")).filter((job) => runs.some((run) => run.job.workflow.source === job.workflow.source)).flatMap(({ steps }) => steps.flat().flatMap(checkouts))
  },
  {
    id: "cancelled",
    severity: "error",
    summary: "A cancelled run of a workflow that a ruleset requires is not started again: the pull request stays blocked until somebody makes an exception.",
    fix: "Remove `cancel-in-progress` from this workflow.",
    run: (facts) => facts.runs.filter((run) => isRequiredWorkflow(facts, run)).flatMap(({ job }) => [job.workflow, ...job.holders]).filter((node) => !/^(false)?$/.test(textAt(node, "concurrency", "cancel-in-progress"))).map((node) => about(node, "concurrency/cancel-in-progress", "`cancel-in-progress` is set."))
  }
];

// src/doctor/required.ts
var REPORTING = [...GATES, "push", "workflow_dispatch"];
function isElsewhere({ settings }) {
  return (settings?.workflows ?? []).some(({ path, here }) => !here && /holdfast/i.test(path));
}
function gatesIn({ runs }) {
  const jobs = runs.map(({ job }) => job).filter(({ events }) => GATES.some((name) => events.has(name)));
  return [...new Set(jobs)];
}
function notRequired(facts) {
  const { settings, runs } = facts;
  const gates = gatesIn(facts);
  if (settings === void 0 || gates.length === 0 || isElsewhere(facts)) return [];
  if (runs.some((run) => isRequiredWorkflow(facts, run))) return [];
  if (gates.some(({ name }) => settings.checks.some((check) => canBe(name, check)))) return [];
  const words = gates.flatMap(({ workflow, holders }) => [
    textAt(workflow, "name"),
    ...holders.flatMap((job) => [textAt(job, "name"), idOf(job)])
  ]);
  const known = ["holdfast", ...words].filter((word) => word.length > 2).map((word) => word.toLowerCase());
  const near = settings.checks.filter((check) => known.some((word) => check.toLowerCase().includes(word)));
  const names = [...new Set(gates.map(({ name }) => name))].join(", ");
  const what = near.length === 0 ? `${settings.branch} does not require the check ${names}.` : `${settings.branch} requires ${near.join(", ")}, but the check is called ${names}.`;
  return [about(gates[0].holders[0], "name", what)];
}
function namesakes(facts) {
  const gates = gatesIn(facts);
  return gates.flatMap(
    (job) => facts.jobs.flatMap((other) => {
      const events = gates.includes(other) ? GATES.filter((name) => job.events.has(name)) : REPORTING;
      const meet = other !== job && events.some((name) => other.events.has(name));
      if (!meet || !(canBe(job.name, other.name) || canBe(other.name, job.name))) return [];
      const { source } = other.workflow;
      return [about(other.holders[0], "name", `Another job is called ${job.name}, too, in ${source.path}.`)];
    })
  );
}
var requiredRules = [
  {
    id: "not-run",
    severity: "error",
    summary: "Nothing is checked.",
    fix: "Add the workflow from the README, and require its check.",
    run: (facts) => [
      ...facts.runs.length > 0 || isElsewhere(facts) ? [] : [{ what: "No workflow at HEAD runs Holdfast." }],
      ...facts.broken.map(({ detail, ...where }) => ({
        ...where,
        what: `GitHub cannot start this workflow: ${detail}.`
      }))
    ]
  },
  {
    id: "not-required",
    severity: "error",
    summary: "A red check that nobody requires stops nothing; a required name that nobody reports stops everything, until it is removed.",
    fix: "Require the check under exactly this name in the branch's ruleset or protection.",
    run: notRequired
  },
  {
    id: "same-name",
    severity: "error",
    summary: "GitHub does not tell them apart: whichever reports last counts, and one may always be green.",
    fix: "Give one of them another `name:`.",
    run: namesakes
  },
  {
    id: "not-followed",
    severity: "notice",
    summary: "What disarms the check may stand in that repository, where it was not looked for.",
    fix: "Run `holdfast doctor` there, too.",
    run: (facts) => [
      ...facts.runs.filter(({ holders, job }) => holders.length === job.holders.length).map(({ step }) => about(step, "uses", `${textAt(step, "uses")} was not looked into.`)),
      ...isElsewhere(facts) ? [{ what: "A ruleset requires a workflow of another repository." }] : []
    ]
  }
];

// src/doctor/index.ts
var rules = [...requiredRules, ...policyRules, ...triggerRules, ...jobRules];
var RANK = ["error", "warning", "notice"];
function diagnose(facts) {
  const found = rules.flatMap(
    ({ id, severity, summary, fix, run }) => run(facts).map(
      (report) => ({
        id,
        severity: report.severity ?? severity,
        ...report.path && { path: report.path },
        ...report.place,
        what: report.what,
        why: summary,
        fix: report.fix ?? fix
      })
    )
  );
  const key = ({ severity, path = "", line = 0, column = 0, id, what }) => [RANK.indexOf(severity), path, String(line).padStart(9), String(column).padStart(9), id, what].join("\0");
  const once = new Map(found.map((one) => [key(one), one]));
  return [...once].sort(([left], [right]) => left < right ? -1 : 1).map(([, one]) => one);
}

// src/doctor/read.ts
async function factsOf(snapshot, branch, settings) {
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const steers = (path) => isWorkflow(path) || /(^|\/)action\.ya?ml$/.test(path);
  const wanted = entries.value.filter(({ path }) => steers(path) || ownersPaths.includes(path));
  const files = /* @__PURE__ */ new Map();
  const broken = [];
  const owners = /* @__PURE__ */ new Map();
  let index = 0;
  for await (const blob of snapshot.read(wanted)) {
    const entry = wanted[index++];
    const { path } = entry;
    const document = await readDocument(entry, blob, { format: steers(path) ? "yaml" : "text" });
    const text = textOf(document) ?? "";
    if (!steers(path)) owners.set(path, text);
    else if (document.kind === "parsed" && isObject(document.values[0]) && document.duplicates.length === 0)
      files.set(path, { path, document, value: document.values[0] });
    else if (isWorkflow(path) && /holdfast/i.test(path + text)) broken.push({ path, ...whyBroken(document) });
  }
  const jobs = jobsOf(files);
  const runs = runsOf(jobs, files);
  const named = runs.map(({ step }) => textAt(step, "with", "policy-file"));
  const ownersPath = ownersPaths.find((path) => owners.has(path));
  return ok({
    jobs,
    runs,
    broken,
    policies: await Promise.all([...new Set(named)].map((path) => policyAt(snapshot, path))),
    owners: ownersPath === void 0 ? void 0 : { path: ownersPath, of: codeOwners(owners.get(ownersPath)) },
    branch,
    settings
  });
}
function whyBroken(document) {
  if (document.kind === "broken") return document.problem;
  const [twice] = document.kind === "parsed" ? document.duplicates : [];
  return twice ? { place: twice.place, detail: `${twice.key} stands twice` } : { detail: "it is no map" };
}
async function policyAt(snapshot, path) {
  const policy = await findPolicy(snapshot, path || void 0);
  if (!policy.ok) return { problem: policy.problem };
  const { origin, warnOnly = false } = policy.value ?? {};
  return origin?.kind === "base" ? { path: origin.path, warnOnly } : {};
}

// src/doctor/report.ts
function diagnosisText(diagnosis, color) {
  const style = paint(color);
  const page = { width: 80 };
  const colors = { error: style.red, warning: style.yellow, notice: style.blue };
  const { commit, branch, findings, notLookedAt } = diagnosis;
  const sections = findings.map((one) => [
    ...labelled(page, colors[one.severity], one.severity, one.what, style.strong),
    ...wrap(plainLine(whereabouts(one)), page.width - MARGIN.length).map(
      (line) => MARGIN + style.quiet(line)
    ),
    ...labelled(page, style.quiet, "why", one.why),
    ...labelled(page, style.quiet, "fix", one.fix)
  ]);
  const unseen = notLookedAt.flatMap(({ what, fix }) => [
    ...labelled(page, style.yellow, "unseen", what),
    ...labelled(page, style.quiet, "fix", fix)
  ]);
  const title = plainLine(
    `Holdfast doctor  ${shortId(commit)}${branch === null ? "" : `  branch ${branch}`}`
  );
  return sectionsText([[style.quiet(title)], ...sections, unseen, [style.strong(answer(diagnosis))]]);
}
function whereabouts({ path, line, column, id }) {
  if (path === void 0) return id;
  return `${path}${line === void 0 ? "" : `:${line}:${column}`} \xB7 ${id}`;
}
function answer({ findings, notLookedAt }) {
  const counts = ["error", "warning", "notice"].flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
  const found = counts.length === 0 ? "Nothing that disarms the check was found" : counts.join(", ");
  return notLookedAt.length === 0 ? `${found}.` : `${found}; not everything was looked at.`;
}

// src/cli/doctor.ts
var OPTIONS = {
  json: { type: "boolean" },
  repository: { type: "string" },
  branch: { type: "string" },
  debug: { type: "boolean" }
};
var USAGE = "holdfast doctor [--json] [--repository OWNER/NAME] [--branch NAME]";
async function runDoctor(argv, io) {
  const args = readArguments(argv);
  const diagnosis = args.ok ? await examine(args.value, io) : args;
  if (!args.ok || !diagnosis.ok) {
    if (!diagnosis.ok) io.stderr(problemText(diagnosis.problem, io));
    return 2;
  }
  const { value } = diagnosis;
  io.stdout(
    args.value.json ? `${visibleJson(JSON.stringify(value, null, 2))}
` : diagnosisText(value, io.color)
  );
  return value.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}
function readArguments(argv) {
  const read = parsed({ args: argv, options: OPTIONS }, USAGE);
  if (!read.ok) return read;
  const { json = false, repository, branch } = read.value.values;
  if (repository === void 0 || /^[\w.-]+\/[\w.-]+$/.test(repository)) {
    return ok({ json, repository, branch });
  }
  return refuse(usage("--repository is no OWNER/NAME.", USAGE));
}
async function examine(args, io) {
  const repository = await openRepository({ directory: io.cwd });
  if (!repository.ok) return repository;
  try {
    const commit = await resolveCommit(repository.value, "HEAD");
    if (!commit.ok) return commit;
    const { settings, unseen } = await askGitHub(args, io.env);
    const branch = settings?.branch ?? args.branch;
    const facts = await factsOf(commitSnapshot(repository.value, commit.value), branch, settings);
    if (!facts.ok) return facts;
    return ok({
      version: 1,
      commit: commit.value,
      branch: branch ?? null,
      findings: diagnose(facts.value),
      notLookedAt: unseen
    });
  } finally {
    await repository.value.close();
  }
}
async function askGitHub(args, env) {
  const unseen = (why, fix) => ({
    unseen: [{ what: `Whether the check is required was not looked at: ${why}`, fix }]
  });
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  if (!token) return unseen("there is no token.", "Set GITHUB_TOKEN or GH_TOKEN.");
  const repository = args.repository ?? env.GITHUB_REPOSITORY;
  if (!repository) return unseen("no repository was named.", "Give --repository OWNER/NAME.");
  const { GITHUB_API_URL: apiUrl } = env;
  const github = openGitHub({ token, repository, ...apiUrl ? { apiUrl } : {} });
  const settings = await readSettings(github, args.branch);
  if (!settings.ok) return unseen(settings.problem.message, settings.problem.hint);
  return { settings: settings.value, unseen: [] };
}
export {
  runDoctor
};
