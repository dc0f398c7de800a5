import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  queuedPullRequest
} from "./chunks/chunk-ZBERGJOU.js";
import {
  openEventPair
} from "./chunks/chunk-ZNPYCAS6.js";
import "./chunks/chunk-WKY25ED7.js";
import "./chunks/chunk-NIDNI2XO.js";
import {
  check
} from "./chunks/chunk-PBBIRZVH.js";
import "./chunks/chunk-QQOA6GDM.js";
import {
  openGitHub
} from "./chunks/chunk-DSNZQEOW.js";
import "./chunks/chunk-D4W2ZF7R.js";
import "./chunks/chunk-UCHCWG3X.js";
import "./chunks/chunk-6WSAFUNA.js";
import {
  context
} from "./chunks/chunk-LVOE4EGR.js";
import {
  jobOfRun,
  publish,
  publishNothing,
  publishProblem,
  tellPullRequest
} from "./chunks/chunk-FSFMHZ5M.js";
import {
  schemaLoader
} from "./chunks/chunk-UV2YIV3S.js";
import "./chunks/chunk-YJMEJDG4.js";
import {
  choosePolicy
} from "./chunks/chunk-ECCINEQW.js";
import "./chunks/chunk-RXXYIKOI.js";
import "./chunks/chunk-B6C3O6NU.js";
import "./chunks/chunk-KGHET5OG.js";
import "./chunks/chunk-PZP6L5VX.js";
import "./chunks/chunk-YNMSC3SZ.js";
import "./chunks/chunk-VRSVULR4.js";
import "./chunks/chunk-X2VRNEOK.js";
import {
  acknowledge,
  exitCode,
  needsEvidence
} from "./chunks/chunk-P56TXKBT.js";
import "./chunks/chunk-K4VNKD2T.js";
import "./chunks/chunk-R3A4QZ2V.js";
import "./chunks/chunk-MAY36SGU.js";
import "./chunks/chunk-BPKCEVX6.js";
import "./chunks/chunk-MY4W45IY.js";
import "./chunks/chunk-POL6UJM2.js";
import "./chunks/chunk-7AY46YQM.js";
import "./chunks/chunk-ZAY2COUY.js";
import "./chunks/chunk-AUGRHBBV.js";
import {
  refusals
} from "./chunks/chunk-HG4VU7TQ.js";
import "./chunks/chunk-VAQBDYZP.js";
import "./chunks/chunk-O24VLVZE.js";
import "./chunks/chunk-LHQRXSF5.js";
import "./chunks/chunk-N3JHRWFV.js";
import "./chunks/chunk-AXQSIWEG.js";
import "./chunks/chunk-GMQLBFQ4.js";
import "./chunks/chunk-O464NPAJ.js";
import "./chunks/chunk-IWPKGJK5.js";
import "./chunks/chunk-JVBW2P7D.js";
import {
  defaultPolicy
} from "./chunks/chunk-HCG7IYJE.js";
import "./chunks/chunk-AONNQZDM.js";
import "./chunks/chunk-5MHRYX67.js";
import "./chunks/chunk-5MHXILHF.js";
import "./chunks/chunk-7IV7GVKJ.js";
import "./chunks/chunk-V4OPYPJO.js";
import {
  getInput,
  getMultilineInput,
  isDebug,
  notice,
  setFailed,
  warning
} from "./chunks/chunk-2W6JXVP2.js";
import {
  ok,
  refuse
} from "./chunks/chunk-P74TEEE3.js";
import "./chunks/chunk-JAPR52BI.js";
import "./chunks/chunk-X3WXXSXY.js";
import {
  visible
} from "./chunks/chunk-YXG2IT4E.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
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
  const { readEvidence } = await import("./chunks/acknowledgements-YNIQW27Q.js");
  const { number, head } = pullRequest;
  const decisionAt = async (commit) => commit === head ? decision : judgeAt(github.own, pullRequest, commit, judge2);
  const evidence = await readEvidence(github.own, number, head, policy, {
    decisionAt,
    ...github.members === void 0 ? {} : { members: github.members }
  });
  if (!evidence.ok) {
    return { ...without, notes: [`Nothing counts as acknowledged: ${evidence.problem.message}`] };
  }
  return {
    decision: acknowledge(decision, policy, evidence.value, today),
    policy,
    notes: [...evidence.value.notes, ...refusals(policy, evidence.value)]
  };
}
async function judgeAt(github, { base }, commit, judge2) {
  const [{ resolveApiPlan }, { openApiPair }] = await Promise.all([
    import("./chunks/api-refs-GERG4L4U.js"),
    import("./chunks/api-pair-HDFK2PIC.js")
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
  const { openEventPairByApi } = await import("./chunks/api-pair-HDFK2PIC.js");
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
    review: review.value,
    html: optional("html")
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
  if (isDebug()) await (await import("./chunks/diagnostics-NBPWPTEL.js")).logVersions();
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
  await publish(decision, inputs.html);
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
