import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  markdownReport
} from "./chunk-K4VNKD2T.js";
import {
  terminalReport
} from "./chunk-R3A4QZ2V.js";
import {
  headline
} from "./chunk-MY4W45IY.js";
import {
  countedActs,
  entitled
} from "./chunk-HG4VU7TQ.js";
import {
  blockers
} from "./chunk-VAQBDYZP.js";
import {
  atLeast,
  fingerprint,
  sortFindings
} from "./chunk-LHQRXSF5.js";
import {
  acceptExpired,
  describe,
  described,
  grouped,
  plural,
  rankOf,
  titleOf,
  whatInFile
} from "./chunk-IWPKGJK5.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  addTo
} from "./chunk-5MHXILHF.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  commandMessage,
  commandProperty,
  visibleJson
} from "./chunk-X3WXXSXY.js";
import {
  plainLine,
  visible
} from "./chunk-YXG2IT4E.js";

// src/verdict/decide.ts
function decide(findings, notLookedAt2, failOn) {
  if (findings.some((finding2) => atLeast(finding2.severity, failOn))) return "fail";
  return notLookedAt2.some((part) => part.blocks) ? "inconclusive" : "pass";
}
function exitCode(verdict, warnOnly) {
  if (warnOnly || verdict === "pass") return 0;
  return verdict === "fail" ? 1 : 2;
}
function addReviewed(evidence, reviewed) {
  if (reviewed === void 0) return;
  for (const finding2 of reviewed.findings) evidence.findings.push(finding2);
  evidence.notLookedAt.push(...reviewed.unread);
  evidence.scripts = reviewed.scripts;
  if (reviewed.effects.length > 0) evidence.effects = reviewed.effects;
}
function toDecision(pair, policy, evidence) {
  const { changes, notLookedAt: notLookedAt2, scripts, effects } = evidence;
  const findings = sortFindings(evidence.findings, rankOf);
  const failOn = policy.failOn ?? "error";
  const count = (severity) => findings.filter((finding2) => finding2.severity === severity).length;
  return {
    version: 1,
    verdict: decide(findings, notLookedAt2, failOn),
    base: pair.before.id,
    head: pair.after.id,
    policy: originName(policy.origin),
    failOn,
    warnOnly: policy.warnOnly ?? false,
    counts: {
      errors: count("error"),
      warnings: count("warning"),
      notices: count("notice"),
      changed: changes.length,
      critical: changes.filter((change) => change.critical).length
    },
    findings,
    changes,
    notLookedAt: notLookedAt2,
    ...scripts === void 0 ? {} : { scripts },
    ...effects === void 0 ? {} : { effects }
  };
}
function originName(origin) {
  return "path" in origin ? `${origin.kind}:${origin.path}` : origin.kind;
}

// src/verdict/accept.ts
var DAY = /^\d{4}-\d{2}-\d{2}$/;
function acceptedByPolicy(open2, policy, today) {
  const findings = open2.filter((blocker) => !blocker.unjudged);
  const entries = /* @__PURE__ */ new Map();
  const expired = [];
  const notes = [];
  for (const entry of policy.accept ?? []) {
    const meant = findings.filter(({ facts }) => facts.some((fact) => names(entry, fact.fingerprint)));
    const marks2 = new Set(
      meant.flatMap(
        ({ facts }) => facts.map((fact) => fact.fingerprint).filter((mark) => names(entry, mark))
      )
    );
    if (marks2.size > 0 && isOver(entry, today)) {
      expired.push(expiredEntry(policy, entry));
      continue;
    }
    const why = marks2.size === 0 ? void 0 : reasonAgainst(entry, meant, marks2.size);
    if (why !== void 0) notes.push(note(policy, why));
    else for (const mark of marks2) entries.set(mark, entry);
  }
  const accepted = /* @__PURE__ */ new Map();
  for (const blocker of findings) {
    const entry = entries.get(blocker.fingerprint);
    const whole = blocker.facts.every((fact) => !fact.fails || entries.has(fact.fingerprint));
    if (entry !== void 0 && whole) addTo(accepted, entry, blocker);
  }
  return { accepted, expired, notes };
}
function names(entry, fingerprint2) {
  return entry.finding.length >= 8 && fingerprint2.startsWith(entry.finding);
}
function reasonAgainst({ finding: finding2 }, meant, marks2) {
  if (marks2 > 1) {
    return {
      reason: "accept-ambiguous",
      detail: `Its entry under accept for ${finding2} fits ${marks2} findings, so it accepts none.`,
      hint: "Write more digits of the fingerprint, up to 16."
    };
  }
  const vague = meant.find((blocker) => blocker.vague);
  if (vague !== void 0) {
    const live = "check" in vague.of && vague.of.check === "live-drift";
    return {
      reason: "accept-hidden",
      detail: `Its entry under accept for ${finding2} means a finding whose values are hidden or shortened: the next one could be about another value.`,
      hint: live ? "Put the file back, or deploy what is meant and have the result known to be good. What is replaced now and then belongs under rotating of its service." : "Have the change itself approved."
    };
  }
  return void 0;
}
function isOver({ expires }, today) {
  return !DAY.test(today) || today > expires;
}
function expiredEntry(policy, { finding: finding2, expires }) {
  const path = pathOf(policy);
  const args = { finding: finding2, expires };
  const mark = fingerprint(acceptExpired.id, path, void 0, args);
  return { check: acceptExpired.id, severity: acceptExpired.severity, path, args, fingerprint: mark };
}
function note(policy, why) {
  return { path: pathOf(policy), ...why, blocks: false };
}
function pathOf({ origin }) {
  return "path" in origin ? origin.path : "";
}

// src/verdict/acknowledge.ts
function needsEvidence(decision, policy) {
  const label = policy.acknowledge?.label !== void 0;
  return blockers(decision, policy).some(
    (blocker) => blocker.approvers.length > 0 || label && !blocker.unjudged
  );
}
function acknowledge(decision, policy, evidence, today) {
  const open2 = blockers(decision, policy);
  const { accepted, expired, notes } = acceptedByPolicy(open2, policy, today);
  const settled = new Set([...accepted.values()].flat());
  const acknowledged = [...accepted].map(
    ([{ expires, reason }, done]) => ({
      by: decision.policy,
      at: expires,
      how: "accept",
      fingerprints: marks(done),
      reason
    })
  );
  if (evidence !== void 0) {
    const left = open2.filter((blocker) => !settled.has(blocker));
    for (const { by, at, how, done } of reached(left, decision, policy, evidence)) {
      for (const blocker of done) settled.add(blocker);
      acknowledged.push({ by: by.login, at, how, fingerprints: marks(done) });
    }
  }
  if (acknowledged.length + expired.length + notes.length === 0) return decision;
  const gone = new Set([...settled].map((blocker) => blocker.of));
  const findings = sortFindings([...decision.findings, ...expired], rankOf);
  const { counts } = decision;
  return {
    ...decision,
    counts: { ...counts, warnings: counts.warnings + expired.length },
    findings,
    verdict: decide(
      findings.filter((finding2) => !gone.has(finding2)),
      decision.notLookedAt.filter((part) => !gone.has(part)),
      decision.failOn
    ),
    notLookedAt: [...decision.notLookedAt, ...notes],
    ...acknowledged.length > 0 && { acknowledged }
  };
}
function reached(left, decision, policy, evidence) {
  const stands = standing(decision, policy, evidence);
  const acts = countedActs(policy, evidence).map((act) => ({ ...act, done: [] }));
  for (const blocker of left) {
    const valid = acts.filter((act) => stands(blocker, act.commit));
    const among = (names2) => valid.filter(({ how, by }) => how === "review" && entitled(by.login, names2, evidence));
    const { approvers, unjudged } = blocker;
    const approved = approvers.length > 0 && approvers.every((names2) => among(names2).length > 0);
    const label = unjudged ? [] : valid.filter(({ how }) => how === "label");
    for (const { done } of approved ? among(approvers.flat()) : label) done.push(blocker);
  }
  return acts.filter(({ done }) => done.length > 0);
}
function standing(decision, policy, evidence) {
  const now = saidOf(decision, policy);
  const then = new Map(
    Object.entries(evidence.decisions).map(([commit, at]) => [commit, saidOf(at, policy)])
  );
  return (blocker, commit) => {
    if (commit !== evidence.head && blocker.vague) return false;
    return then.get(commit)?.(blocker) === now(blocker);
  };
}
function saidOf(decision, policy) {
  const said = /* @__PURE__ */ new Map();
  const key2 = ({ path, unjudged }) => `${unjudged} ${path}`;
  for (const blocker of blockers(decision, policy)) {
    const facts = blocker.facts.map((fact) => fact.fingerprint).join("+");
    addTo(said, key2(blocker), facts);
  }
  return (blocker) => said.get(key2(blocker))?.sort().join();
}
function marks(done) {
  return [...new Set(done.map((blocker) => blocker.fingerprint))];
}

// src/adapters/whole-file.ts
import { randomBytes } from "node:crypto";
import { lstat, mkdir, open, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
async function placeToWrite(cwd, given) {
  const path = resolve(cwd, given);
  if (given === "" || given.endsWith("/") || given.endsWith(sep))
    return refuse(noFile(given, "is no file name"));
  try {
    if (!(await lstat(path)).isSymbolicLink()) return await fileAt(path, given);
    return await fileAt(await realpath(path), given);
  } catch (error) {
    const { code } = error;
    if (code !== "ENOENT") return refuse(noFile(given, `cannot be looked at (${code})`));
    const linked = await lstat(path).then(
      () => true,
      () => false
    );
    return linked ? refuse(noFile(given, "is a link to nothing")) : ok(path);
  }
}
async function fileAt(path, given) {
  const found2 = await stat(path);
  if (found2.isFile()) return ok(path);
  return refuse(noFile(given, found2.isDirectory() ? "is a directory" : "is no ordinary file"));
}
async function writeWhole(path, text, mode) {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, text, mode);
    return ok(void 0);
  } catch (error) {
    const { code = "unknown" } = error;
    return refuse(noFile(basename(path), `cannot be written in ${dirname(path)} (${code})`));
  }
}
async function replaceFile(path, text, mode) {
  const temporary = join(dirname(path), `.holdfast-${randomBytes(8).toString("hex")}.tmp`);
  try {
    const file = await open(temporary, "wx", mode);
    try {
      if (mode !== void 0) await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => void 0);
    throw error;
  }
}
function noFile(given, why) {
  return {
    code: "cannot-write",
    message: `${JSON.stringify(given)} ${why}.`,
    hint: "Name a file in a directory that can be written."
  };
}

// src/reports/github.ts
var MOST_OF_A_KIND = 10;
var LONGEST_MESSAGE = 4096;
var LONGEST_TITLE = 200;
var githubReport = (decision) => {
  const all = [...unseen(decision), ...found(decision)];
  const lines = ["error", "warning", "notice"].flatMap((severity) => {
    const these = all.filter((annotation) => annotation.severity === severity);
    const shown = these.slice(0, MOST_OF_A_KIND);
    const left = these.length - shown.length;
    return shown.map((annotation, index) => {
      const note2 = left > 0 && index === shown.length - 1 ? `

${plural(left, `more ${severity}`)} could not be shown here: see the job summary.` : "";
      return command(annotation, note2);
    });
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}
`;
};
function guarded(text, token) {
  return `::stop-commands::${token}
${text.endsWith("\n") || text === "" ? text : `${text}
`}::${token}::
`;
}
function found({ findings, base }) {
  return findings.map((finding2) => {
    const { what, why, fix, title } = describe(finding2, base);
    const annotation = {
      severity: finding2.severity,
      path: finding2.path,
      title,
      text: [what, why, fix].map(plainLine).join("\n")
    };
    if (finding2.line === void 0) return annotation;
    if (finding2.side === "before") {
      return { ...annotation, text: `${annotation.text}
It stood at line ${finding2.line} of the old file.` };
    }
    const column = finding2.column === void 0 ? {} : { column: finding2.column };
    return { ...annotation, line: finding2.line, ...column };
  });
}
function unseen({ notLookedAt: notLookedAt2 }) {
  return notLookedAt2.map((item) => ({
    severity: item.blocks ? "error" : "notice",
    path: item.path,
    ...item.line === void 0 ? {} : { line: item.line },
    title: `Not looked at: ${item.reason}`,
    text: [item.detail, item.hint].map(plainLine).join("\n")
  }));
}
function command({ severity, path, line, column, title, text }, note2) {
  const named = path !== "" && plainLine(path) === path;
  const whole = named ? text : `${plainLine(path)}
${text}`;
  const properties = [
    ...named ? [`file=${commandProperty(path)}`] : [],
    ...line === void 0 || !named ? [] : [`line=${line}`],
    ...column === void 0 || !named ? [] : [`col=${column}`],
    `title=${commandProperty(shorten(plainLine(title), LONGEST_TITLE))}`
  ];
  return `::${severity} ${properties.join(",")}::${commandMessage(shorten(whole, LONGEST_MESSAGE - note2.length) + note2)}`;
}
function shorten(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}\u2026`;
}

// src/reports/json.ts
var jsonReport = (decision) => `${visibleJson(JSON.stringify(published(decision), void 0, 2))}
`;
function published(decision) {
  const { counts } = decision;
  return {
    version: decision.version,
    verdict: decision.verdict,
    base: decision.base,
    head: decision.head,
    policy: decision.policy,
    failOn: decision.failOn,
    warnOnly: decision.warnOnly,
    counts: {
      errors: counts.errors,
      warnings: counts.warnings,
      notices: counts.notices,
      changed: counts.changed,
      critical: counts.critical
    },
    findings: decision.findings.map(finding),
    changes: decision.changes.map(changeJson),
    notLookedAt: decision.notLookedAt.map(notLookedAt),
    verified: decision.verified,
    scripts: decision.scripts?.map(script),
    effects: decision.effects?.map(effect),
    acknowledged: decision.acknowledged?.map(acknowledgement)
  };
}
function finding(found2) {
  return {
    check: found2.check,
    severity: found2.severity,
    path: found2.path,
    line: found2.line,
    column: found2.column,
    side: found2.side,
    key: found2.key,
    service: found2.service,
    args: sorted(found2.args),
    fingerprint: found2.fingerprint,
    excerpt: found2.excerpt && { first: found2.excerpt.first, lines: found2.excerpt.lines },
    folded: found2.folded?.map(finding)
  };
}
function changeJson(summary) {
  return {
    path: summary.path,
    status: summary.status,
    from: summary.from,
    to: summary.to,
    service: summary.service,
    rule: summary.rule,
    critical: summary.critical,
    format: summary.format,
    keys: summary.keys?.map(key),
    keysTotal: summary.keysTotal,
    lines: summary.lines?.map(({ sign, line, text }) => ({ sign, line, text })),
    linesTotal: summary.linesTotal,
    keysKept: summary.keysKept,
    linesKept: summary.linesKept
  };
}
function key(summary) {
  return {
    kind: summary.kind,
    key: summary.key,
    line: summary.line,
    before: summary.before === void 0 ? void 0 : sorted(summary.before),
    after: summary.after === void 0 ? void 0 : sorted(summary.after)
  };
}
function notLookedAt(item) {
  return {
    path: item.path,
    line: item.line,
    reason: item.reason,
    detail: item.detail,
    hint: item.hint,
    blocks: item.blocks
  };
}
function script({ path, effects, critical }) {
  return { path, effects, critical };
}
function effect(summary) {
  return {
    script: summary.script,
    line: summary.line,
    column: summary.column,
    command: summary.command,
    op: summary.op,
    targets: summary.targets,
    host: summary.host,
    surroundings: summary.surroundings,
    confidence: summary.confidence,
    guards: summary.guards,
    via: summary.via,
    backup: summary.backup,
    critical: summary.critical
  };
}
function acknowledgement({ by, at, how, fingerprints, reason }) {
  return { by, at, how, fingerprints, reason };
}
function sorted(arg) {
  if (arg === null || typeof arg !== "object") return arg;
  if (Array.isArray(arg)) return arg.map(sorted);
  return Object.fromEntries(
    Object.keys(arg).sort().map((name) => [name, sorted(arg[name])])
  );
}

// src/reports/sarif.ts
var MOST_RESULTS = 5e3;
var LEVELS = {
  error: "error",
  warning: "warning",
  notice: "note"
};
var sarifReport = (decision, { docsUrl }) => {
  const shown = decision.findings.slice(0, MOST_RESULTS);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Holdfast",
            ...docsUrl === void 0 ? {} : { informationUri: docsUrl },
            rules: described.map((each) => rule(each, docsUrl))
          }
        },
        invocations: [
          {
            executionSuccessful: decision.verdict !== "inconclusive",
            toolExecutionNotifications: [
              ...decision.notLookedAt.map(notification),
              ...leftOut(decision.findings.length - shown.length)
            ]
          }
        ],
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        results: shown.map((finding2) => result(finding2, decision.base)),
        properties: {
          verdict: decision.verdict,
          headline: headline(decision),
          base: decision.base,
          head: decision.head,
          policy: decision.policy
        }
      }
    ]
  };
  return `${visibleJson(JSON.stringify(log, void 0, 2))}
`;
};
function rule(check, docsUrl) {
  const help = `${check.help}

${check.configure}`;
  return {
    id: check.id,
    name: titleOf(check.id).replace(/ (\w)/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: check.summary },
    fullDescription: { text: check.summary },
    help: { text: help, markdown: help },
    ...docsUrl === void 0 ? {} : { helpUri: `${docsUrl}/checks/${check.id}.md` },
    defaultConfiguration: { level: LEVELS[check.severity] },
    properties: { tags: ["configuration"] }
  };
}
function result(finding2, base) {
  const { what, why, fix } = describe(finding2, base);
  const index = rankOf(finding2.check);
  return {
    ruleId: finding2.check,
    ...index === described.length ? {} : { ruleIndex: index },
    level: LEVELS[finding2.severity],
    message: { text: messageText([what, why, fix].join(" ")) },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(finding2.path), ...region(finding2) },
        ...finding2.key === void 0 ? {} : { logicalLocations: [{ fullyQualifiedName: finding2.key, kind: "member" }] }
      }
    ],
    partialFingerprints: { "holdfast/v1": finding2.fingerprint },
    properties: {
      ...finding2.service === void 0 ? {} : { service: finding2.service },
      ...finding2.side === void 0 ? {} : { side: finding2.side },
      consequences: (finding2.folded ?? []).map((folded) => whatInFile(folded, base))
    }
  };
}
function region({ line, column, side }) {
  if (line === void 0 || side === "before") return {};
  return { region: { startLine: line, ...column === void 0 ? {} : { startColumn: column } } };
}
function notification(item) {
  return {
    descriptor: { id: item.reason },
    level: item.blocks ? "error" : "note",
    message: { text: messageText(`${item.path}: ${item.detail} ${item.hint}`) },
    locations: [{ physicalLocation: { artifactLocation: artifact(item.path), ...region(item) } }]
  };
}
function leftOut(count) {
  if (count <= 0) return [];
  const text = `${plural(count, "more finding")} left out: code scanning shows ${grouped(MOST_RESULTS)} of them. The JSON report has all.`;
  return [{ descriptor: { id: "results-left-out" }, level: "warning", message: { text } }];
}
function artifact(path) {
  let uri = "";
  for (const byte of encodePath(path)) {
    const character = String.fromCharCode(byte);
    uri += /[A-Za-z0-9._~/-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}
function messageText(text) {
  return visible(text).replaceAll("](", "] (");
}

// src/reports/index.ts
var reports = {
  terminal: terminalReport,
  json: jsonReport,
  sarif: sarifReport,
  markdown: markdownReport,
  github: githubReport
};

export {
  exitCode,
  addReviewed,
  toDecision,
  originName,
  needsEvidence,
  acknowledge,
  placeToWrite,
  writeWhole,
  replaceFile,
  guarded,
  changeJson,
  reports
};
