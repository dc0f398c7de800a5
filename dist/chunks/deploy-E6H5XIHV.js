import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  collectIntended
} from "./chunk-BXRJLCXD.js";
import {
  originName
} from "./chunk-CP72BN2D.js";
import {
  holdsStore,
  insideCritical,
  openSide
} from "./chunk-BHEKPT4Q.js";
import {
  REPORT,
  writeReport
} from "./chunk-WROE2P5N.js";
import {
  commandStep,
  compareSaved,
  confirm,
  deploymentJson,
  deploymentNumber,
  deploymentText,
  end,
  environmentMask,
  exitCodeOf,
  finishDeployments,
  finishLocked,
  pageOf,
  probedServices,
  refusedJson,
  reporter,
  rollBack,
  rollbackSteps,
  sameContent,
  samePermissions,
  wordsOf,
  worthComparing,
  writeSet
} from "./chunk-FDKMXTWV.js";
import {
  seconds
} from "./chunk-ASUXOKKX.js";
import {
  learningMask,
  withInterrupt
} from "./chunk-ZJPUNNPQ.js";
import {
  liftHolds,
  wholeDeployments
} from "./chunk-HVUVQVAF.js";
import {
  holdOn
} from "./chunk-EUA45VBA.js";
import "./chunk-GNM2YJYD.js";
import "./chunk-N4HJRHYU.js";
import {
  chooseKnownGood
} from "./chunk-MEJMRV7U.js";
import {
  LARGEST,
  storedBlob
} from "./chunk-AMTK6P4B.js";
import {
  rotatingFiles
} from "./chunk-3CTQ7UNY.js";
import {
  keepLive,
  nextOf,
  restoreSteps
} from "./chunk-LKC65LZJ.js";
import {
  mountPoints,
  rootDirectory,
  selectionsOf,
  wantedOf
} from "./chunk-JHSTEDCZ.js";
import "./chunk-LEKEXJWO.js";
import {
  codeOf,
  diskOperations,
  placeAt
} from "./chunk-7Q2MFPVQ.js";
import "./chunk-2LTNSXYH.js";
import "./chunk-VE6JU3D7.js";
import {
  collectLive,
  findLive
} from "./chunk-TMNRVTO3.js";
import {
  acquireLock
} from "./chunk-XPOAPWUL.js";
import {
  isAtOrBelow,
  liveScope,
  scopeRules
} from "./chunk-36PCAFZY.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-H7GKGIJQ.js";
import "./chunk-JLONYCK3.js";
import {
  DEPLOYING
} from "./chunk-QGZV7KTT.js";
import {
  chosenStore
} from "./chunk-IHYYQ6CZ.js";
import {
  createStore,
  newId,
  openStore
} from "./chunk-BGAD6JBY.js";
import "./chunk-ZNPYCAS6.js";
import "./chunk-WKY25ED7.js";
import "./chunk-NIDNI2XO.js";
import "./chunk-VZBM5HRG.js";
import "./chunk-NJYS5FRO.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import "./chunk-QQOA6GDM.js";
import "./chunk-DSNZQEOW.js";
import {
  IDENTITY_OPTIONS,
  RECIPIENT_OPTIONS,
  backupEncryption,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import {
  createObjectWriter
} from "./chunk-OVH55LPH.js";
import {
  addSnapshot,
  guarded,
  newestVerdicts,
  nodeFs,
  readSnapshot,
  readVerdicts,
  storedIds
} from "./chunk-KA3BEEMK.js";
import {
  UNSAVED,
  servicesOf
} from "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  parsed,
  reportOptions,
  usage
} from "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-YJMEJDG4.js";
import {
  choosePolicy
} from "./chunk-ECCINEQW.js";
import "./chunk-RXXYIKOI.js";
import "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import {
  labelled
} from "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-POL6UJM2.js";
import "./chunk-7AY46YQM.js";
import {
  createLiveSelector,
  createLocator
} from "./chunk-ZAY2COUY.js";
import "./chunk-AUGRHBBV.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-N3JHRWFV.js";
import "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  environmentFamilies,
  environmentKinds,
  plural,
  shortId
} from "./chunk-IWPKGJK5.js";
import {
  shellWord
} from "./chunk-JVBW2P7D.js";
import {
  criticalGlobFault,
  globMatcher,
  isLive,
  literalPath
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import {
  directoryOf,
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  groupBy
} from "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
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
import "./chunk-VX4HL5QL.js";

// src/deploy/judge.ts
function judgeWrites(set, after, allowed) {
  const { changes, unread } = set;
  const told = changes.flatMap((change) => judgeChange(change, allowed));
  for (const { path, service, reason, detail } of unread) {
    told.push({ code: "file-unread", severity: "error", path, service, args: { reason, detail } });
  }
  const touched = new Set(changes.map(({ path }) => path));
  for (const file of after.files) {
    const wanted = intendedAt(file.path, allowed);
    if (touched.has(file.path) || wanted?.file === void 0 || allowed.rotates(file.path)) continue;
    if (sameContent(wanted.file, file)) continue;
    const { path, service } = file;
    told.push({ code: "left-behind", severity: "warning", path, service, args: {} });
  }
  return [...told, ...leftMissing(set, after, allowed)];
}
function leftMissing({ changes }, { files, unsaved }, allowed) {
  const there = new Set([...files, ...changes].map(({ path }) => path));
  const isHidden = (path) => unsaved.some((top) => isAtOrBelow(path, top.path));
  const wanted = [...allowed.intended?.files.values() ?? []].filter(
    ({ path, service }) => !there.has(path) && intendedAt(path, allowed)?.file !== void 0 && allowed.elsewhere?.({ path, service }) !== true && !isHidden(path)
  );
  const present = new Set([...files, ...changes, ...unsaved].map(({ service }) => service));
  return [...groupBy(wanted, ({ service }) => service)].flatMap(
    ([service, missing]) => present.has(service) ? missing.map(({ path }) => ({ code: "left-missing", severity: "warning", path, service, args: {} })) : [{ code: "left-missing", severity: "notice", path: null, service, args: { files: missing.length } }]
  );
}
function judgeChange(change, allowed) {
  const { path, service, status, before, after, now } = change;
  const tell2 = (code, args = {}) => [
    {
      code,
      severity: "error",
      path,
      service,
      args: { status, ...now === void 0 ? {} : { now }, ...args }
    }
  ];
  const wanted = intendedAt(path, allowed);
  const isIntended = wanted !== void 0 && now === void 0 && sameContent(wanted.file, after);
  if (after !== void 0 && !isIntended && allowed.rotates(path)) {
    return [{ code: "rotating-changed", severity: "notice", path, service, args: { status } }];
  }
  if (allowed.writes !== void 0 && !allowed.writes(path))
    return tell2("write-undeclared", permissions(change));
  if (status !== "permissions" && wanted !== void 0 && !isIntended) {
    return tell2("write-unintended", { inCommit: wanted.file !== void 0 });
  }
  if (allowed.writes !== void 0) return [];
  if (status !== "permissions" && !isIntended) return tell2("write-undeclared");
  if (before === void 0 || after === void 0 || samePermissions(before, after)) return [];
  return tell2("permissions-changed", permissions(change));
}
function intendedAt(path, { intended }) {
  if (intended === void 0 || intended.unknown.has(path) || !intended.maps(path)) return void 0;
  return { file: intended.files.get(path) };
}
function permissions({ before, after }) {
  if (before === void 0 || after === void 0 || samePermissions(before, after)) return {};
  const text = ({ mode, uid, gid }) => `${mode.toString(8).padStart(4, "0")} ${uid}:${gid}`;
  return { was: text(before), is: text(after) };
}

// src/deploy.ts
async function deploy({ deployment, allowed }, steps) {
  const unwritten = await steps.save(deployment);
  if (unwritten.length > 0) return { refused: unwritten };
  const ready = await prepare(deployment, steps);
  if (!ready.ok) {
    const closed = await end({ ...deployment, outcome: "nothing-done" }, steps);
    return { refused: [...ready.problems, ...closed.problems] };
  }
  const { before, intended } = ready;
  const whole = { ...allowed, ...intended && { intended: intended.intended } };
  const known = { ...deployment, before: before.id, intended: intended?.id ?? null };
  await steps.report(known, "in_progress");
  const ran = await runCommand(known, steps);
  if ("refused" in ran) return ran;
  const judged = await judge(ran.deployment, before, whole, steps);
  const { changes, made } = judged;
  const found = [...judged.findings, ...ran.problems.map(fromProblem)];
  const isBad = found.some(({ severity }) => severity === "error");
  const findings = isBad ? found.filter(({ code }) => !LEFT.includes(code)) : found;
  const after = { ...ran.deployment, made: made?.id ?? null, findings };
  const changed = made === void 0 || changes.length > 0;
  const finished = isBad ? await rollBack(after, { changed }, steps) : await confirm(after, steps);
  return {
    deployment: finished.deployment,
    problems: finished.problems,
    before,
    ...made && { made },
    allowed: whole,
    changes
  };
}
var LEFT = ["left-behind", "left-missing"];
async function prepare({ id }, steps) {
  const before = await steps.keep(`before the deployment ${id}`);
  if (!before.ok) return { ok: false, problems: [before.problem] };
  const unsaved = before.value.unsaved.map(notKept);
  if (unsaved.length > 0) return { ok: false, problems: unsaved };
  const intended = await steps.intend();
  if (!intended.ok) return { ok: false, problems: [intended.problem] };
  const stuck = await steps.unrestorable(before.value);
  if (stuck.length > 0) return { ok: false, problems: stuck };
  const signal = steps.cancelled();
  if (signal !== void 0) return { ok: false, problems: [cancelledBefore(signal)] };
  return { ok: true, before: before.value, intended: intended.value };
}
async function runCommand(known, steps) {
  const running = { ...known, stage: "running" };
  const unwritten = await steps.save(running);
  if (unwritten.length > 0) return { refused: unwritten };
  const problems = [];
  let current = running;
  const ran = await steps.run(async (process) => {
    current = { ...running, process };
    problems.push(...await steps.save(current));
  });
  if (ran.failed !== null) {
    const closed = await end({ ...known, ran, outcome: "nothing-done" }, steps);
    await steps.report(closed.deployment, "failure");
    return { refused: [notStarted(ran), ...closed.problems] };
  }
  const deployment = { ...current, stage: "checking", ran };
  problems.push(...await steps.save(deployment));
  return { deployment, problems };
}
async function judge(deployment, before, allowed, steps) {
  const findings = endOf(deployment.ran);
  const made = await steps.keep(`after the deployment ${deployment.id}`);
  if (!made.ok) return { findings: [...findings, fromProblem(made.problem)], changes: [] };
  const set = writeSet(before, made.value);
  findings.push(...judgeWrites(set, made.value, allowed));
  const judged = { findings, changes: set.changes, made: made.value };
  if (findings.some(({ severity }) => severity === "error")) return judged;
  const unsaved = await steps.save({ ...deployment, made: made.value.id, findings });
  findings.push(...unsaved.map(fromProblem));
  const changed = new Set(set.changes.map(({ service }) => service));
  const asking = { reload: (name) => changed.has(name), soak: true, cancellable: true };
  findings.push(...await steps.ask(deployment.services, asking));
  findings.push(...await lateWrites(made.value, allowed, steps));
  const signal = steps.cancelled();
  if (signal !== void 0) findings.push(tell("cancelled", { signal }));
  const unprobed = [...servicesOf(made.value)].filter((name) => !isProbed(deployment, name));
  const moved = [...changed, ...await steps.drifted(made.value, unprobed)];
  findings.push(...unvouched(deployment, moved, emptyServices(made.value)));
  return judged;
}
async function lateWrites(made, { rotates }, steps) {
  const now = await steps.look();
  if (!now.ok) return [fromProblem(now.problem)];
  const { changes, unread } = writeSet(made, now.value);
  const late = [...changes.filter(({ path }) => !rotates(path)), ...unread];
  return late.map(
    ({ path, service }) => ({ code: "write-late", severity: "error", path, service, args: {} })
  );
}
function emptyServices({ files, absent }) {
  const there = new Set(files.map(({ service }) => service));
  return [...new Set(absent.map(({ service }) => service))].filter((service) => !there.has(service));
}
function unvouched(deployment, moved, empty) {
  const probes = probedServices(deployment).length > 0;
  const silent = /* @__PURE__ */ new Set([
    ...moved.filter((service) => !isProbed(deployment, service)),
    ...empty.filter((service) => isProbed(deployment, service))
  ]);
  if (probes && silent.size === 0) return [];
  const services = [...silent].filter((service) => service !== null).sort();
  return [{ ...tell("not-vouched-for", { services, probes }), severity: "notice" }];
}
function isProbed(deployment, service) {
  return service !== null && probedServices(deployment).includes(service);
}
function endOf({ code, signal, timedOut, cancelled, failed, ms }) {
  if (cancelled !== null) return [tell("cancelled", { signal: cancelled })];
  if (timedOut) return [tell("command-timeout", { seconds: Math.round(ms / 1e3) })];
  if (failed !== null) return [tell("command-not-started", { error: failed })];
  if (signal !== null) return [tell("command-killed", { signal })];
  return code === 0 ? [] : [tell("command-failed", { code })];
}
function tell(code, args) {
  return { code, severity: "error", path: null, service: null, args };
}
function fromProblem({ code, message, hint, path }) {
  return { ...tell("not-judged", { code, message, hint }), path: path ?? null };
}
function notKept({ path, detail }) {
  return {
    code: "not-kept",
    message: `This critical file cannot be kept${detail === "" ? "" : ` (${detail})`}, and so it could not be put back.`,
    hint: "Nothing was run. See whether it can be read, what stands there, and what changes it; then deploy again.",
    path
  };
}
function notStarted({ failed }) {
  return {
    code: "command-not-started",
    message: `The command could not be started (${failed ?? "for no known reason"}).`,
    hint: "Nothing was run. Check the name of the program, and that it may be executed."
  };
}
function cancelledBefore(signal) {
  return {
    code: "cancelled",
    message: `${signal} came before the command was run.`,
    hint: "Nothing was run, and nothing has changed."
  };
}

// src/deploy/declared.ts
function checkWrites(globs) {
  for (const glob of globs) {
    const fault = glob.startsWith("/") ? criticalGlobFault(glob) : void 0;
    if (glob.startsWith("/") && fault === void 0 && /[^/*]/.test(glob)) continue;
    const what = fault === void 0 ? "names no place below a directory of the host" : fault.fault;
    return refuse({
      code: "usage",
      message: `--writes ${JSON.stringify(glob)} ${what}.`,
      hint: fault?.hint ?? "Write an absolute path or glob: /etc/auth/*.yml, /etc/auth/production.yml."
    });
  }
  return ok(void 0);
}
function withDeclared(policy, writes) {
  if (writes.length === 0) return policy;
  const files = [...new Set(writes.map(directoryOfNames))];
  const rule = { id: "writes", files, protect: [], freeze: [], sensitive: [], identity: {} };
  return { ...policy, critical: [...policy.critical, rule] };
}
function directoryOfNames(glob) {
  if (literalPath(glob) !== void 0) return glob;
  const slash = glob.lastIndexOf("/");
  const directory = glob.slice(0, slash);
  const isPlain = directory !== "" && literalPath(directory) !== void 0 && !/[[({]/.test(directory);
  return isPlain && glob.slice(slash + 1) !== "**" ? `${directory}/*` : glob;
}
function mapsFiles({ critical }) {
  return critical.some(({ files, live = [] }) => live.length > 0 && files.some((glob) => !isLive(glob)));
}

// src/cli/deploy/arguments.ts
var OPTIONS = {
  store: { type: "string" },
  format: { type: "string" },
  debug: { type: "boolean" },
  root: { type: "string" },
  commit: { type: "string" },
  "git-dir": { type: "string" },
  policy: { type: "string" },
  environment: { type: "string" },
  service: { type: "string", multiple: true },
  writes: { type: "string", multiple: true },
  timeout: { type: "string" },
  wait: { type: "string" },
  "in-place": { type: "boolean" },
  "lift-hold": { type: "string" },
  "deployment-id": { type: "string" },
  repository: { type: "string" },
  plan: { type: "boolean" },
  ...REPORT,
  ...RECIPIENT_OPTIONS,
  ...IDENTITY_OPTIONS
};
var USAGE = "holdfast deploy [OPTIONS] -- COMMAND [ARGUMENTS]";
var DEFAULT_TIMEOUT = "60m";
var DEFAULT_WAIT = "30s";
var UNITS = { s: 1e3, m: 6e4, h: 36e5 };
var LONGEST = 24 * 36e5;
function readDeployArguments(argv) {
  const end2 = argv.indexOf("--");
  const command = end2 === -1 ? [] : argv.slice(end2 + 1);
  if (command.length === 0 || command[0] === "") {
    return refuse(
      usage("deploy needs the command that it is to run.", `${USAGE}; for a line of shell: -- sh -c '\u2026'.`)
    );
  }
  const read = parsed({ args: argv.slice(0, end2), options: OPTIONS }, USAGE);
  if (!read.ok) return read;
  const given = read.value.values;
  const { format = "terminal", writes = [] } = given;
  if (format !== "terminal" && format !== "json")
    return refuse(usage(`There is no format ${JSON.stringify(format)}.`, "Formats: terminal, json."));
  const declared = checkWrites(writes);
  if (!declared.ok) return declared;
  if (given["deployment-id"] !== void 0 && !/^[1-9]\d{0,18}$/.test(given["deployment-id"]))
    return refuse(usage("--deployment-id is no number.", "Give GitHub's id of the deployment."));
  if (given.repository !== void 0 && !/^[\w.-]+\/[\w.-]+$/.test(given.repository))
    return refuse(usage("--repository is no OWNER/NAME.", USAGE));
  if (given["lift-hold"]?.trim() === "")
    return refuse(
      usage("--lift-hold needs a reason.", 'Say what was done about it: --lift-hold "the database is back".')
    );
  const timeout = duration("timeout", given.timeout ?? DEFAULT_TIMEOUT, 1);
  if (!timeout.ok) return timeout;
  const wait = duration("wait", given.wait ?? DEFAULT_WAIT, 0);
  if (!wait.ok) return wait;
  return ok({ ...given, command, writes, timeout: timeout.value, wait: wait.value });
}
function duration(option, given, least) {
  const [, digits, unit = ""] = /^(\d{1,6})(s|m|h)$/.exec(given) ?? [];
  const ms = Number(digits) * (UNITS[unit] ?? Number.NaN);
  if (ms >= least && ms <= LONGEST) return ok(ms);
  return refuse(usage(`--${option} ${given} is no duration up to 24h.`, "Write it such as 30s, 15m or 2h."));
}

// src/adapters/deploy/contents.ts
function savedContents(store, pairs, decrypt) {
  const files = pairs.flatMap(({ before, after }) => [before, after].filter((file) => file !== void 0));
  const known = new Map(files.map((file) => [file.sha256, file]));
  return {
    async *read(entries) {
      for (const { id } of entries) {
        const file = known.get(id);
        if (file.link !== null) yield { id, bytes: encodePath(file.link) };
        else if (file.size > LARGEST) yield { id, refused: "too-large", size: file.size };
        else yield await storedBlob(store, id, file, decrypt);
      }
    }
  };
}

// src/cli/deploy/differences.ts
async function differencesOf(store, policy, { deployment, before, made, allowed }, decrypt) {
  const mapped = /* @__PURE__ */ new Set();
  if (made === void 0) return { changes: [], mapped };
  const was = new Map(before.files.map((file) => [file.path, file]));
  const is = new Map(made.files.map((file) => [file.path, file]));
  const pairs = [...worthComparing(deployment.findings)].flatMap((path) => {
    const wanted = allowed.intended?.unknown.has(path) ? void 0 : allowed.intended?.files.get(path);
    const [then, after] = [wanted ?? was.get(path), is.get(path)];
    if (then === void 0 && after === void 0) return [];
    if (wanted !== void 0) mapped.add(path);
    return [{ path, before: then, after }];
  });
  const select = selectionsOf([{ manifest: before }], policy);
  return { changes: await compareSaved(pairs, select, savedContents(store, pairs, decrypt)), mapped };
}

// src/cli/deploy/order.ts
import { hostname } from "node:os";

// src/adapters/deploy/drifted.ts
async function driftedServices(store, now, services, rotates, asked) {
  if (services.length === 0) return [];
  const verdicts = await readVerdicts(store);
  if (!verdicts.ok || verdicts.value.damaged.length > 0) return [...services];
  const said = verdicts.value.items;
  const good = [...newestVerdicts(said)].filter(([, { verdict }]) => verdict === "good").map(([id]) => id);
  const unknown = new Set(services);
  const drifted = [];
  for (const id of good.toSorted().toReversed()) {
    if (unknown.size === 0) break;
    const then = await readSnapshot(store, id);
    if (!then.ok) return [...services];
    const { host, environment } = then.value;
    if (host !== now.host || environment !== now.environment) continue;
    for (const service of unknown) {
      if (!chooseKnownGood([then.value], said, { services: [service], host }).ok) continue;
      unknown.delete(service);
      if (differs(then.value, now, service, rotates)) drifted.push(service);
    }
  }
  return [...drifted, ...[...unknown].filter((service) => service !== null && asked.includes(service))];
}
function differs(then, now, service, rotates) {
  const { changes } = writeSet(of(then, service), of(now, service));
  return changes.some(
    ({ path, status }) => !rotates(path) && (status !== "permissions" || then.source !== "commit")
  );
}
function of({ files }, service) {
  return { files: files.filter((file) => file.service === service), absent: [], unsaved: [] };
}

// src/adapters/deploy/unrestorable.ts
function unrestorable({ files }, root, inPlace, operations = diskOperations) {
  const mounts = mountPoints();
  const problems = files.filter(({ path, link }) => mounts.has(root + path) && (!inPlace || link !== null)).map(({ path }) => mounted(path));
  const warnings = [...new Set(files.map(({ path }) => directoryOf(path)))].flatMap((directory) => {
    try {
      operations.probe(placeAt(root, directory === "" ? "/" : directory));
      return [];
    } catch (error) {
      return [notWritable(directory, codeOf(error))];
    }
  });
  return { problems, warnings };
}
function mounted(path) {
  return {
    code: "mounted",
    message: "The file is a mount point of its own (a bind mount), and could not be put back by a rename.",
    hint: "Nothing was run. --in-place lets a rollback write over it, which is not atomic.",
    path
  };
}
function notWritable(path, code) {
  return {
    code: "not-writable",
    message: `This user may not write in the directory (${code}): what a deployment changes there could not be put back.`,
    hint: "It goes on, because the command may not write there either unless it uses other rights, such as sudo.",
    path
  };
}

// src/deploy/elsewhere.ts
function elsewhere(policy, paths, { environment, services }) {
  const select = createLiveSelector(policy);
  const families = environmentFamilies(policy.environments, paths);
  return ({ path, service }) => {
    if (services !== void 0 && service !== null && !services.includes(service)) return true;
    if (environment === null) return false;
    const own = select(path)?.path;
    const member = own === void 0 ? void 0 : families.get(own);
    return member !== void 0 && isOfAnother(member, environment.toLowerCase());
  };
}
function isOfAnother({ environment, others }, named) {
  const kinds = environmentKinds(environment);
  if (kinds.length === 0 || environment.toLowerCase() === named) return false;
  if (others.some((other) => other.environment.toLowerCase() === named)) return true;
  const wanted = environmentKinds(named);
  return wanted.length > 0 && !wanted.some((kind) => kinds.includes(kind));
}

// src/cli/deploy/order.ts
async function orderOf(store, { commit, root, services, policy, paths }, args, io) {
  const deployment = {
    version: 1,
    id: newId(await storedIds(store, "deployments")),
    at: (/* @__PURE__ */ new Date()).toISOString(),
    endedAt: null,
    host: hostname(),
    environment: args.environment ?? null,
    commit,
    deploymentId: await deploymentNumber(args["deployment-id"], io.env),
    root,
    cwd: io.cwd,
    inPlace: args["in-place"] === true,
    command: commandLine(args.command, io.env),
    writes: args.writes,
    services,
    stage: "started",
    before: null,
    intended: null,
    made: null,
    process: null,
    ran: null,
    outcome: null,
    findings: [],
    held: false,
    lifted: null
  };
  const rotates = rotatingFiles({ ...policy, services });
  const { writes } = args;
  const about = { environment: deployment.environment, services: args.service };
  const allowed = { rotates, elsewhere: elsewhere(policy, paths, about) };
  return { deployment, allowed: { ...allowed, ...writes.length > 0 && { writes: globMatcher(writes) } } };
}
function commandLine(command, env) {
  return environmentMask(env)(command.map(shellWord).join(" "));
}
function deploySteps(store, { policy, paths, commit, root, services, opened }, args, { id, host, environment, deploymentId }, { io, signal, json, keys }) {
  const { encryption, decrypt } = keys;
  const about = (reason) => ({ host, environment, commit, deploymentId, reason });
  const mask = learningMask(environmentMask(io.env));
  const basic = rollbackSteps(store, io, {
    report: reporter(io, args.repository),
    cwd: io.cwd,
    mask,
    signal,
    decrypt
  });
  const { timeout } = args;
  return {
    ...basic,
    keep: (reason) => keepLive(store, root, { policy, paths, about: about(reason), empty: true }, encryption),
    async intend() {
      if (commit === null || !mapsFiles(policy)) return ok(void 0);
      const found = await collectIntended(store, opened.snapshot, policy, keys);
      if (!found.ok) return found;
      const manifest = {
        ...await nextOf(store),
        ...about(`what the deployment ${id} is to bring`),
        ...encryption && { recipients: [...encryption.recipients] },
        source: "commit",
        onlyService: null,
        scope: scopeRules(policy),
        ...found.value.collected
      };
      const added = await addSnapshot(store, manifest);
      return added.ok ? ok({ id: manifest.id, intended: found.value.intended }) : added;
    },
    async unrestorable(before) {
      const { problems, warnings } = unrestorable(before, root, args["in-place"] === true);
      for (const warning of warnings) io.stderr(problemText(warning, io));
      const verify = restoreSteps(store, diskOperations, async () => ok(null), decrypt).verify;
      const self = { uid: 0, gid: 0 };
      const writes = before.files.map((file) => ({
        ...wantedOf(file, { kind: "absent" }, self),
        was: "absent"
      }));
      return [...problems, ...await verify(writes)];
    },
    run: commandStep(id, args.command, io, { timeout, signal, json, mask }),
    look: () => guarded(
      store.directory,
      async () => ok(
        await collectLive(store.fs, root, liveScope(policy, paths), createObjectWriter(store, encryption))
      )
    ),
    drifted: (now, names) => driftedServices(
      store,
      now,
      names,
      rotatingFiles({ ...policy, services }),
      probedServices({ services: policy.services ?? [] })
    ),
    cancelled: () => signal.aborted ? String(signal.reason) : void 0
  };
}

// src/deploy/plan.ts
var MOST_LISTED = 20;
function planText(plan, options) {
  const page = pageOf(options);
  const { style } = page;
  const lines = [style.strong("Nothing is run (--plan)."), ""];
  const say = (label, text) => lines.push(...labelled(page, style.quiet, label, text));
  const list = (label, texts) => {
    for (const [index, text] of texts.slice(0, MOST_LISTED).entries()) say(index === 0 ? label : "", text);
    if (texts.length > MOST_LISTED)
      say("", `\u2026 and ${texts.length - MOST_LISTED} more; --format json lists them all`);
  };
  say("command", plan.command);
  const { commit, environment, policy } = plan;
  say(
    "of",
    [
      commit === null ? "no commit" : `commit ${shortId(commit)}`,
      environment === null ? "no environment" : `to ${environment}`,
      `policy ${policy}`
    ].join(" \xB7 ")
  );
  const kept = plan.places.map(({ path, service }) => `${path}${service === null ? "" : ` (${service})`}`);
  say("kept", `${plural(kept.length, "file")} before the command, and compared after it`);
  list("", kept);
  list(
    "refused",
    plan.unsaved.map(({ path, detail }) => `${path}: ${detail}; a deployment would be refused`)
  );
  if (plan.writes.length > 0) list("allowed", plan.writes);
  if (plan.mapped.length > 0)
    list(
      "commit",
      plan.mapped.map((path) => `${path}, what the commit has`)
    );
  else if (plan.writes.length === 0) say("allowed", "nothing of that: neither a commit nor --writes says so");
  for (const service of plan.services) say("service", serviceText(service));
  if (plan.services.length === 0)
    say("service", "none is asked: the policy has no `services`, and nothing will be known to be good");
  if (plan.hold !== null)
    say(
      "held",
      `since deployment ${plan.hold.id} (${plan.hold.at.slice(0, 16)}Z): the command would not be run without --lift-hold REASON`
    );
  list(
    "pending",
    plan.unfinished.map((id) => `deployment ${id}, which would be finished or rolled back first`)
  );
  list(
    "unseen",
    plan.elsewhere.map((glob) => `${glob} is no file of a host`)
  );
  return inert(`${lines.join("\n")}
`);
}
function planJson({ services, ...plan }) {
  return jsonText({ version: 1, ...plan, services: services.map(({ name }) => name) });
}
function serviceText({ name, check, reload, probes, grace, passes, soak, rotating }) {
  const steps = [
    ...check === void 0 ? [] : [`check \`${commandText(check)}\``],
    ...reload === void 0 ? [] : [`reload \`${commandText(reload)}\``],
    probes.length === 0 ? "no probe" : `${plural(probes.length, "probe")}, ${passes} times in a row within ${seconds(grace)}, then for ${seconds(soak)}`,
    ...rotating === true ? ["all of its files rotate"] : rotating.length > 0 ? [`rotating: ${rotating.join(", ")}`] : []
  ];
  return plainLine(`${name}: ${steps.join("; ")}`);
}
function commandText(command) {
  return typeof command === "string" ? command : command.join(" ");
}

// src/cli/deploy/plan.ts
async function showPlan(directory, { policy, paths, commit, root, services }, args, io, fail) {
  const deployments = await existingDeployments(directory);
  if (!deployments.ok) return fail(deployments.problem);
  const scope = liveScope(policy, paths);
  const { found, unsaved } = await findLive(nodeFs, root, scope);
  const critical = createSelector(policy);
  const locate = createLocator(policy);
  const mapped = paths.filter((path) => critical(path)?.critical === true).flatMap(locate);
  const environment = args.environment ?? null;
  const hold = holdOn(deployments.value, environment, commit);
  const plan = {
    command: commandLine(args.command, io.env),
    commit,
    environment,
    policy: originName(policy.origin),
    places: found.map((path) => ({ path, service: scope.at(path)?.service ?? null })),
    unsaved: unsaved.map(({ path, reason, detail }) => ({
      path,
      detail: `${UNSAVED[reason]}${detail === "" ? "" : ` (${detail})`}`
    })),
    mapped: [...new Set(mapped)].filter((place) => place.startsWith("/")).sort(),
    writes: args.writes,
    services,
    hold: hold === void 0 ? null : { id: hold.id, at: hold.at },
    unfinished: deployments.value.filter(({ stage }) => stage !== "ended").map(({ id }) => id),
    elsewhere: scope.elsewhere
  };
  io.stdout(args.format === "json" ? planJson(plan) : planText(plan, reportOptions(io)));
  if (plan.unsaved.length > 0) return 2;
  return plan.hold === null || args["lift-hold"] !== void 0 ? 0 : 1;
}
async function existingDeployments(directory) {
  const store = await openStore(directory);
  if (!store.ok) return store.problem.code === "store-missing" ? ok([]) : store;
  return wholeDeployments(store.value);
}

// src/cli/deploy/source.ts
async function openDeploySource(args, io) {
  const root = await rootDirectory(args.root, io.cwd);
  if (!root.ok) return root;
  const opened = await openSide(
    {
      ...args.commit === void 0 ? {} : { "from-commit": args.commit },
      ...args["git-dir"] === void 0 ? {} : { "git-dir": args["git-dir"] },
      ...args.policy === void 0 ? {} : { policy: args.policy }
    },
    io.cwd
  );
  if (!opened.ok) return opened;
  const source = await sourceOf(opened.value, root.value, args, io);
  if (!source.ok) await opened.value.close();
  return source;
}
async function sourceOf(opened, root, args, io) {
  const { snapshot } = opened;
  const policy = await choosePolicy(snapshot, { file: args.policy, criticalFiles: [], schemas: [] }, io.cwd);
  if (!policy.ok) return policy;
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const services = servicesOf2(policy.value, args.service);
  if (!services.ok) return services;
  return ok({
    opened,
    policy: withDeclared(policy.value, args.writes),
    paths: entries.value.map(({ path }) => path),
    commit: snapshot.id === "" ? null : snapshot.id,
    root,
    services: services.value
  });
}
function servicesOf2({ services = [] }, named) {
  if (named === void 0) return ok(services);
  const unknown = named.find((name) => !services.some((service) => service.name === name));
  if (unknown === void 0) return ok(services.filter(({ name }) => named.includes(name)));
  const names = services.map(({ name }) => name);
  return refuse(
    usage(
      `The policy says nothing under \`services\` about ${JSON.stringify(unknown)}.`,
      names.length === 0 ? "It has no `services`." : `It has: ${names.join(", ")}.`
    )
  );
}

// src/cli/deploy/index.ts
async function runDeploy(argv, io) {
  const account = { problems: [] };
  const fail = (...problems) => {
    for (const problem of problems) io.stderr(problemText(problem, io));
    account.problems.push(...problems);
    return 2;
  };
  const args = readDeployArguments(argv);
  if (!args.ok) return fail(args.problem);
  const code = await run(args, { io, fail, account });
  const report = account.done === void 0 ? refusedJson(account.problems) : deploymentJson(account.done);
  await writeReport(args.value.report, report, io);
  return code;
}
async function run(args, around) {
  const { io, fail } = around;
  const source = await openDeploySource(args.value, io);
  if (!source.ok) return fail(source.problem);
  try {
    const directory = await chosenStore(args.value, io);
    if (holdsStore(source.value, directory)) return fail(insideCritical(directory));
    const keys = await chosenKeys(args.value, source.value, io);
    if (!keys.ok) return fail(keys.problem);
    if (args.value.plan) return await showPlan(directory, source.value, args.value, io, fail);
    const store = await createStore(directory);
    if (!store.ok) return fail(store.problem);
    const lock = await acquireLock(store.value, DEPLOYING.deploy, args.value.wait);
    if (!lock.ok) return fail(lock.problem);
    try {
      return await withInterrupt(
        (signal) => deployLocked(store.value, source.value, args.value, { ...around, signal, keys: keys.value })
      );
    } finally {
      await lock.value.release();
    }
  } finally {
    await source.value.opened.close();
  }
}
async function deployLocked(store, source, args, { io, fail, account, signal, keys }) {
  const json = args.format === "json";
  const aside = json ? { ...io, stdout: io.stderr } : io;
  const { repository } = args;
  const restored = [];
  if (await finishLocked(store, aside, fail, keys.decrypt, restored) === 2) return 2;
  if (restored.length > 0) io.stderr("holdfast: Reload the services that read the restored files.\n");
  if (await finishDeployments(store, aside, fail, { repository, decrypt: keys.decrypt }) === 2) return 2;
  const held = await passHold(store, source, args, io, fail);
  if (held !== void 0) return held;
  const order = await orderOf(store, source, args, io);
  const done = await deploy(
    order,
    deploySteps(store, source, args, order.deployment, { io, signal, json, keys })
  );
  if ("refused" in done) return fail(...done.refused);
  if (done.problems.length > 0) fail(...done.problems);
  const { deployment, problems } = done;
  const reported = {
    deployment,
    problems,
    ...await differencesOf(store, source.policy, done, keys.decrypt)
  };
  account.done = reported;
  io.stdout(json ? deploymentJson(reported) : deploymentText(reported, reportOptions(io)));
  return exitCodeOf(done);
}
async function chosenKeys(args, { policy }, io) {
  const encryption = await backupEncryption(args, policy, io);
  if (!encryption.ok) return encryption;
  const decrypt = await chosenDecrypt(args, io);
  return decrypt.ok ? ok({ encryption: encryption.value, decrypt: decrypt.value }) : decrypt;
}
async function passHold(store, { commit }, args, io, fail) {
  const deployments = await wholeDeployments(store);
  if (!deployments.ok) return fail(deployments.problem);
  const environment = args.environment ?? null;
  const hold = holdOn(deployments.value, environment, commit);
  if (hold === void 0) return void 0;
  const reason = args["lift-hold"];
  if (reason === void 0) {
    fail(heldProblem(hold));
    return 1;
  }
  const lifted = { at: (/* @__PURE__ */ new Date()).toISOString(), reason };
  const done = await liftHolds(store, deployments.value, { environment, commit }, lifted);
  if (!done.ok) return fail(done.problem);
  io.stderr(`holdfast: The hold of deployment ${hold.id} is lifted.
`);
  return void 0;
}
function heldProblem(hold) {
  const { commit, environment, id, at, findings } = hold;
  const first = findings.find(({ severity }) => severity === "error");
  const why = first === void 0 ? "" : ` ${wordsOf(first, hold).what}`;
  return {
    code: "held",
    message: `${shortId(commit ?? "")} is not deployed to ${environment ?? "this host"} again: deployment ${id} of ${at.slice(0, 16)}Z failed with it.${why}`,
    hint: 'Nothing was run. Deploy a commit that mends it; or, when the reason was another one, lift the hold: --lift-hold "why it may go now".'
  };
}
export {
  runDeploy
};
