import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COLUMN,
  MARGIN,
  PROSE,
  indented,
  labelled
} from "./chunk-NKLEMCUO.js";
import {
  codeFrame,
  markdownReport
} from "./chunk-LKKKDVWD.js";
import {
  byPath
} from "./chunk-PSU47MRN.js";
import {
  cut,
  paint,
  widthOf,
  wrap
} from "./chunk-LHF2HIQZ.js";
import {
  differenceLines,
  headline,
  policyOf,
  retentionText,
  snapshotsOf,
  verdictSentence
} from "./chunk-QXGXRPPZ.js";
import {
  countedActs,
  entitled
} from "./chunk-HG4VU7TQ.js";
import {
  blockers
} from "./chunk-RHOSS45L.js";
import {
  atLeast,
  fingerprint,
  sortFindings
} from "./chunk-MK465PB4.js";
import {
  describe,
  described,
  fixParts,
  grouped,
  isWholeFile,
  plural,
  rankOf,
  titleOf,
  whatInFile,
  whereOf
} from "./chunk-GAWPPUV3.js";
import {
  acceptExpired
} from "./chunk-PIU2WRMU.js";
import {
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  commandMessage,
  commandProperty,
  inert,
  plainLine,
  visible,
  visibleJson
} from "./chunk-LTHRODLC.js";

// src/verdict/decide.ts
function decide(findings, notLookedAt3, failOn) {
  if (findings.some((finding2) => atLeast(finding2.severity, failOn))) return "fail";
  return notLookedAt3.some((part) => part.blocks) ? "inconclusive" : "pass";
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
  const { changes, notLookedAt: notLookedAt3, scripts, effects } = evidence;
  const findings = sortFindings(evidence.findings, rankOf);
  const failOn = policy.failOn ?? "error";
  const count = (severity) => findings.filter((finding2) => finding2.severity === severity).length;
  return {
    version: 1,
    verdict: decide(findings, notLookedAt3, failOn),
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
    notLookedAt: notLookedAt3,
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
    if (entry !== void 0 && whole) accepted.set(entry, [...accepted.get(entry) ?? [], blocker]);
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
  if (meant.some((blocker) => blocker.vague)) {
    return {
      reason: "accept-hidden",
      detail: `Its entry under accept for ${finding2} means a finding whose values are hidden or shortened: the next one could be about another value.`,
      hint: "Have the change itself approved."
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
    said.set(key2(blocker), [...said.get(key2(blocker)) ?? [], facts]);
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
function unseen({ notLookedAt: notLookedAt3 }) {
  return notLookedAt3.map((item) => ({
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
function changeJson(summary2) {
  return {
    path: summary2.path,
    status: summary2.status,
    from: summary2.from,
    to: summary2.to,
    service: summary2.service,
    rule: summary2.rule,
    critical: summary2.critical,
    format: summary2.format,
    keys: summary2.keys?.map(key),
    keysTotal: summary2.keysTotal,
    lines: summary2.lines?.map(({ sign, line, text }) => ({ sign, line, text })),
    linesTotal: summary2.linesTotal,
    keysKept: summary2.keysKept,
    linesKept: summary2.linesKept
  };
}
function key(summary2) {
  return {
    kind: summary2.kind,
    key: summary2.key,
    line: summary2.line,
    before: summary2.before === void 0 ? void 0 : sorted(summary2.before),
    after: summary2.after === void 0 ? void 0 : sorted(summary2.after)
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
function effect(summary2) {
  return {
    script: summary2.script,
    line: summary2.line,
    column: summary2.column,
    command: summary2.command,
    op: summary2.op,
    targets: summary2.targets,
    host: summary2.host,
    surroundings: summary2.surroundings,
    confidence: summary2.confidence,
    guards: summary2.guards,
    via: summary2.via,
    backup: summary2.backup,
    critical: summary2.critical
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

// src/reports/terminal-file.ts
var FULL_FINDINGS = 8;
var MOST_KEYS = 12;
var MOST_FOLDED = 5;
function fileSection(page, path, findings, change) {
  const { style } = page;
  const lines = fileTitle(page, path, change ?? { service: findings[0]?.service });
  for (const finding2 of findings.slice(0, FULL_FINDINGS)) lines.push("", ...findingLines(page, finding2));
  const left = findings.slice(FULL_FINDINGS);
  if (left.length > 0) {
    const text = `\u2026 and ${plural(left.length, "more finding")} in this file; --format json lists them all`;
    lines.push("", ...indented(page, text));
  }
  if (change === void 0) return lines;
  const kept = retentionText(change);
  const difference = differenceSection(page, change);
  if (kept !== void 0 || difference.length > 0) lines.push("");
  if (kept !== void 0) lines.push(...labelled(page, style.quiet, "kept", kept));
  return [...lines, ...difference];
}
function differenceSection({ style, width }, change) {
  const { lines, more, noun } = differenceLines(change, MOST_KEYS);
  const gutter = Math.max(0, ...lines.map(({ line }) => String(line ?? "").length));
  const section = lines.map(({ sign, text, line }, index) => {
    const label = (index === 0 ? `  ${noun}s` : "").padEnd(COLUMN);
    const number = style.quiet(String(line ?? "").padStart(gutter));
    const shown = cut(plainLine(`${sign} ${text}`), width - COLUMN - gutter - 1);
    return `${style.quiet(label)}${number} ${sign === "-" ? style.red(shown) : style.green(shown)}`;
  });
  if (more > 0) section.push(`${" ".repeat(COLUMN + gutter + 1)}\u2026 ${plural(more, `more ${noun}`)}`);
  return section;
}
function fileTitle({ style, width }, path, change) {
  const { service, critical, status, from, to } = change;
  const move = from !== void 0 ? ` from ${from}` : to !== void 0 ? `, now ${to}` : "";
  const about = [
    ...service === void 0 ? [] : [`service ${service}`],
    ...critical ? ["critical"] : [],
    ...status === void 0 ? [] : [`${status}${move}`]
  ];
  const [name, facts] = [plainLine(path), plainLine(about.join(" \xB7 "))];
  const gap = width - widthOf(name) - widthOf(facts);
  if (gap >= 2) return [style.strong(name) + (facts === "" ? "" : `  ${style.quiet(facts)}`)];
  return [
    ...wrap(name, width).map(style.strong),
    ...wrap(facts, width - 2).map((line) => `  ${style.quiet(line)}`)
  ];
}
function findingLines(page, finding2) {
  const { style, decision, width } = page;
  const frame = isWholeFile(finding2) ? [] : codeFrame(finding2, width - COLUMN, style);
  const folded = finding2.folded ?? [];
  const lines = [
    ...labelled(
      page,
      colorOf(finding2.severity, style),
      finding2.severity,
      whatInFile(finding2, decision.base),
      style.strong
    ),
    ...wrap(plainLine(whereabouts(finding2)), width - COLUMN).map((line) => `${MARGIN}${style.quiet(line)}`),
    ...frame.length > 0 ? ["", ...frame.map((line) => `${MARGIN}${line}`), ""] : [],
    ...labelled(page, style.quiet, "why", describe(finding2, decision.base).why),
    ...fixLines(page, finding2)
  ];
  folded.slice(0, MOST_FOLDED).forEach((consequence, index) => {
    const text = cut(plainLine(whatInFile(consequence, decision.base)), width - COLUMN);
    lines.push(style.quiet((index === 0 ? "  also" : "").padEnd(COLUMN)) + text);
  });
  const more = folded.length - MOST_FOLDED;
  if (more > 0) lines.push(`${MARGIN}and ${plural(more, "more consequence")}`);
  return lines;
}
function whereabouts(finding2) {
  const { check, path, line, column, side, key: key2 } = finding2;
  const parts = [check];
  if (isWholeFile(finding2)) return check;
  if (line !== void 0 && side !== "before") {
    parts.unshift(`${path}:${line}${column === void 0 ? "" : `:${column}`}`);
  }
  if (key2 !== void 0 && key2 !== "") parts.push(key2);
  if (line !== void 0 && side === "before") parts.push(`line ${line} of the old file`);
  return parts.join(" \xB7 ");
}
function fixLines(page, finding2) {
  const { style, decision, width } = page;
  const { text, command: command2, rest } = fixParts(finding2, decision.base);
  if (command2 === void 0 || !text.endsWith(": ") || !/^\.( |$)/.test(rest)) {
    const whole = command2 === void 0 ? void 0 : plainLine(command2);
    return labelled(page, style.quiet, "fix", text + (command2 ?? "") + rest, (line) => line, whole);
  }
  return [
    ...labelled(page, style.quiet, "fix", text),
    ...wrap(plainLine(command2), width - COLUMN - 2).map((line) => `${MARGIN}  ${style.blue(line)}`),
    ...wrap(plainLine(rest.slice(2)), Math.min(width, PROSE) - COLUMN).map((line) => `${MARGIN}${line}`)
  ];
}
function colorOf(severity, style) {
  return severity === "error" ? style.red : severity === "warning" ? style.yellow : style.blue;
}

// src/reports/terminal.ts
var FULL_FILES = 20;
var MOST_LISTED = 10;
var terminalReport = (decision, options) => {
  const page = { decision, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const sections = [header(page), ...files(page), others(page), notLookedAt2(page), summary(page)];
  const text = sections.filter((section) => section.length > 0).map((section) => section.join("\n")).join("\n\n");
  return `${inert(text)}
`;
};
function header({ decision, style, width }) {
  const range = snapshotsOf(decision).join(" \u2192 ");
  const text = plainLine(`Holdfast  ${range}  ${policyOf(decision)}`);
  return [style.quiet(cut(text, width))];
}
function files(page) {
  const changes = new Map(page.decision.changes.map((change) => [change.path, change]));
  const groups = [...byPath(page.decision.findings)];
  const sections = groups.slice(0, FULL_FILES).map(([path, findings]) => fileSection(page, path, findings, changes.get(path)));
  const left = groups.slice(FULL_FILES);
  if (left.length > 0) {
    const found2 = left.reduce((sum, [, findings]) => sum + findings.length, 0);
    const text = `\u2026 and ${plural(found2, "more finding")} in ${plural(left.length, "more file")}; --format json lists them all`;
    sections.push(wrap(text, page.width));
  }
  return sections;
}
function others({ decision, style, width }) {
  const found2 = new Set(decision.findings.map((finding2) => finding2.path));
  const unseen2 = new Set(decision.notLookedAt.map((item) => item.path));
  const rest = decision.changes.filter((change) => !found2.has(change.path) && !unseen2.has(change.path));
  if (rest.length === 0) return [];
  const lines = rest.slice(0, MOST_LISTED).map((change) => {
    const keys = change.keysTotal ?? change.keys?.length;
    const facts = keys === void 0 ? change.status : `${change.status}, ${plural(keys, "key")} changed`;
    return `  ${cut(plainLine(change.path), width - facts.length - 4)}  ${style.quiet(facts)}`;
  });
  const more = rest.length - MOST_LISTED;
  return [
    `Nothing found in ${plural(rest.length, found2.size > 0 ? "other file" : "file")}`,
    ...lines,
    ...more > 0 ? [`  \u2026 and ${plural(more, "more file")}`] : []
  ];
}
function notLookedAt2(page) {
  const { decision, style } = page;
  const items = [...decision.notLookedAt].sort((left, right) => Number(right.blocks) - Number(left.blocks));
  if (items.length === 0) return [];
  const lines = [style.strong("Not looked at")];
  for (const item of items.slice(0, MOST_LISTED)) {
    lines.push(...wrap(plainLine(whereOf(item)), page.width - 2).map((line) => `  ${line}`));
    const color = item.blocks ? style.red : style.quiet;
    lines.push(...labelled(page, color, item.blocks ? "blocks" : "why", `${item.detail} (${item.reason})`));
    lines.push(...labelled(page, style.quiet, "fix", item.hint));
  }
  const more = items.length - MOST_LISTED;
  if (more > 0) {
    lines.push(...indented(page, `\u2026 and ${plural(more, "more file")}; --format json lists them all`));
  }
  return lines;
}
function summary({ decision, style, width }) {
  const { verdict } = decision;
  const color = verdict === "pass" ? style.green : verdict === "fail" ? style.red : style.yellow;
  const [word = "", found2 = ""] = headline(decision).split("  ");
  const indent = " ".repeat(word.length + 2);
  return [
    ...wrap(found2, width - indent.length).map(
      (line, index) => color(style.strong(index === 0 ? `${word}  ${line}` : indent + line))
    ),
    ...wrap(verdictSentence(decision), width)
  ];
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
  fileSection,
  header,
  notLookedAt2 as notLookedAt,
  summary,
  reports
};
