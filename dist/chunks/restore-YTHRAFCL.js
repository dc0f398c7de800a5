import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  REPORT,
  writeReport
} from "./chunk-Z2OHRWTP.js";
import {
  columns,
  jsonText
} from "./chunk-TJSTN6QA.js";
import {
  maskCommand
} from "./chunk-B3OWJ57I.js";
import {
  probeName
} from "./chunk-QQOA6GDM.js";
import {
  STUCK,
  affectedServices,
  chooseParts,
  diskOperations,
  doneText,
  keeper,
  pendingRestores,
  restoreParts,
  restoreSteps,
  resume,
  rootDirectory,
  rulesOfJournal,
  unstage
} from "./chunk-WQUTWUPY.js";
import "./chunk-6YYOXWNH.js";
import "./chunk-NONVLPYF.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt,
  encryptionFor
} from "./chunk-XZYR7MDE.js";
import {
  removeJournal
} from "./chunk-BQJ5PWRV.js";
import {
  acquireLock
} from "./chunk-LOTEJZHY.js";
import "./chunk-NALD5LQI.js";
import "./chunk-X3IRSNMJ.js";
import "./chunk-326XLTRR.js";
import {
  existingStore
} from "./chunk-2S5RGDPI.js";
import {
  usage
} from "./chunk-SY45P3N6.js";
import "./chunk-YUCMQ4JZ.js";
import {
  readPolicyFile
} from "./chunk-ZGQNGWE3.js";
import "./chunk-KGHET5OG.js";
import "./chunk-VVLL27MF.js";
import "./chunk-WINWYVPB.js";
import {
  changeJson
} from "./chunk-3REY5LYI.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-MU7SUNW6.js";
import "./chunk-EJMEG4ER.js";
import "./chunk-JXCUIREY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-O464NPAJ.js";
import "./chunk-7UV7BJBX.js";
import {
  maskPairs
} from "./chunk-6K5PWJ4U.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-A4BJC5DK.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-MK465PB4.js";
import {
  plural
} from "./chunk-GLSCSEFH.js";
import "./chunk-FPFAAIWP.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-HQ3WZXTJ.js";
import "./chunk-5TOSXDRW.js";
import "./chunk-6YRQLAAY.js";
import {
  HIDDEN,
  isSensitiveKey,
  withoutSecrets
} from "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import {
  plainLine
} from "./chunk-LTHRODLC.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/cli/restore/index.ts
import { parseArgs } from "node:util";

// src/restore/report.ts
function restoreJson(account) {
  const { end, root, snapshots, plan, changes, done, services = [], problems } = account;
  return jsonText({
    version: 1,
    end,
    root: root === "" ? "/" : root,
    snapshots,
    before: done?.journal.before ?? null,
    writes: (plan?.writes ?? []).map(({ path, sha256, mode, was, sensitive }) => ({
      path,
      was,
      sha256: sensitive ? null : sha256,
      mode: mode.toString(8).padStart(4, "0")
    })),
    removes: plan?.removes ?? [],
    unchanged: plan?.unchanged.length ?? 0,
    foreign: done?.foreign ?? [],
    changes: (changes ?? []).map(changeJson),
    services: services.map(({ service, state, ms }) => ({ name: service, state, ms: Math.round(ms) })),
    problems: problems.map(({ code, message, hint, path }) => ({ code, message, hint, path: path ?? null }))
  });
}

// src/cli/restore/pending.ts
var NONE = "No restore was interrupted.\n";
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
    const pending = await pendingRestores(store);
    if (!pending.ok) return fail(pending.problem);
    let worst = 0;
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
      if (outcome.value.foreign.length > 0) worst = 1;
    }
    return worst;
  } finally {
    await lock.value.release();
  }
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
    if (pending.value.length === 0) io.stdout(NONE);
    return 0;
  } finally {
    await lock.value.release();
  }
}

// src/services/seconds.ts
function seconds(ms) {
  return ms < 1e3 ? `${Math.round(ms)} ms` : `${Math.round(ms / 100) / 10} s`;
}

// src/services/command-fault.ts
function commandFault(result) {
  const { code, signal: signal2, timedOut, cancelled, failed, ms } = result;
  if (failed === "ENOENT")
    return "it could not be started: the program or the directory is not there (ENOENT)";
  if (failed !== void 0) return `it could not be started (${failed})`;
  if (cancelled) return "it was cancelled";
  if (timedOut) return `it had not ended after ${seconds(ms)} and was stopped`;
  if (signal2 !== void 0) return `it was ended by ${signal2}`;
  return code === 0 ? void 0 : `it ended with code ${code}`;
}

// src/adapters/processes/run.ts
import { spawn } from "node:child_process";

// src/adapters/processes/group.ts
import { setTimeout as sleep } from "node:timers/promises";
var LOOK = 20;
var LAST_WAIT = 2e3;
async function endGroup(group, patience) {
  if (!signal(group, "SIGTERM") || await isGone(group, patience)) return;
  if (signal(group, "SIGKILL")) await isGone(group, LAST_WAIT);
}
async function isGone(group, within) {
  const end = performance.now() + within;
  do {
    if (!signal(group, 0)) return true;
    await sleep(LOOK);
  } while (performance.now() < end);
  return !signal(group, 0);
}
function signal(group, name) {
  try {
    process.kill(-group, name);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

// src/adapters/processes/keep-end.ts
function keepEnd(most) {
  let pieces = [];
  let length = 0;
  const join = () => {
    const whole = pieces.join("");
    const end = whole.slice(-most).replace(/^[\udc00-\udfff]/, "");
    pieces = [end];
    length = end.length;
    return end;
  };
  return {
    add(text) {
      pieces.push(text);
      length += text.length;
      if (length > 2 * most) join();
    },
    text: join
  };
}

// src/adapters/processes/masked-lines.ts
import { StringDecoder } from "node:string_decoder";
var MOST_HELD = 64 * 1024;
var TAIL = 16 * 1024;
var TRIES = 32;
var UNMASKED = "[a part without line ends was left out, because secrets in it could not be found]\n";
function maskedLines(mask, show) {
  const decoder = new StringDecoder("utf8");
  let held = "";
  const emit = (text) => {
    if (text !== "") show(mask(text));
  };
  const take = () => {
    const end = wholeLength(held);
    emit(held.slice(0, end));
    held = held.slice(end);
    while (held.length > MOST_HELD) {
      const cut = safeCut(held, mask);
      if (cut === void 0) show(UNMASKED);
      else emit(held.slice(0, cut));
      held = cut === void 0 ? "" : held.slice(cut);
    }
  };
  return {
    write(chunk) {
      held += decoder.write(chunk);
      take();
    },
    end() {
      held += decoder.end();
      take();
      emit(held);
      held = "";
    }
  };
}
function wholeLength(text) {
  const lines = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r", text.length - 2)) + 1;
  const key = text.lastIndexOf("-----BEGIN ");
  if (key === -1 || !/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text.slice(key, key + 80))) return lines;
  const ended = text.indexOf("-----END ", key);
  return ended !== -1 && ended < lines ? lines : Math.min(lines, key);
}
function safeCut(text, mask) {
  const whole = mask(text);
  for (let step = 0; step < TRIES; step++) {
    const cut = text.length - TAIL - step * 97;
    if (/[\ud800-\udbff]/.test(text[cut - 1])) continue;
    if (mask(text.slice(0, cut)) + mask(text.slice(cut)) === whole) return cut;
  }
  return void 0;
}

// src/adapters/processes/run.ts
var PATIENCE = 1e4;
var KEPT = 65536;
var LINGER = 1e3;
function runCommand(call) {
  const started = performance.now();
  const kept = keepEnd(call.keep ?? KEPT);
  const ended = (how) => ({
    ...how,
    output: kept.text(),
    ms: performance.now() - started
  });
  if (call.signal?.aborted) return Promise.resolve(ended({ cancelled: true }));
  let child;
  try {
    child = start(call);
  } catch (error) {
    return Promise.resolve(ended({ failed: reasonOf(error) }));
  }
  const streams = ["stdout", "stderr"].map((name) => {
    const lines = maskedLines(call.mask, (text) => {
      kept.add(text);
      call.show?.(text, name);
    });
    child[name].on("data", lines.write);
    return { lines, pipe: child[name] };
  });
  if (child.pid !== void 0) call.started?.(child.pid);
  return new Promise((resolve) => {
    let stopped;
    let exit = {};
    let settled = false;
    let open = true;
    let linger;
    const finish = () => {
      if (settled) return;
      settled = true;
      clearTimeout(linger);
      for (const { lines, pipe } of streams) {
        pipe.removeAllListeners("data").destroy();
        lines.end();
      }
      child.unref();
      resolve(ended({ ...exit, ...stopped }));
    };
    const finishSoon = () => {
      linger ??= setTimeout(finish, LINGER);
    };
    const stop = (why) => {
      if (stopped !== void 0 || child.pid === void 0) return;
      stopped = why;
      void endGroup(child.pid, call.patience ?? PATIENCE).then(() => open ? finishSoon() : finish());
    };
    const cancel = () => stop({ cancelled: true });
    const timer = setTimeout(() => stop({ timedOut: true }), call.timeout);
    call.signal?.addEventListener("abort", cancel);
    const isOver = () => {
      clearTimeout(timer);
      call.signal?.removeEventListener("abort", cancel);
    };
    child.on("error", (error) => {
      isOver();
      exit = { failed: reasonOf(error) };
      finishSoon();
    });
    child.on("exit", (code, signal2) => {
      isOver();
      exit = { ...code === null ? {} : { code }, ...signal2 === null ? {} : { signal: signal2 } };
      if (stopped === void 0) finishSoon();
    });
    child.on("close", () => {
      open = false;
      if (stopped === void 0 || linger !== void 0) finish();
    });
  });
}
function start({ command, cwd, env }) {
  const [program, ...args] = typeof command === "string" ? ["/bin/sh", "-c", command] : command;
  return spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
}
function reasonOf(error) {
  const { code, message } = error;
  return code ?? message;
}

// src/adapters/probes/http.ts
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

// src/adapters/probes/faults.ts
var WORDS = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was reset",
  ENOTFOUND: "the name of the host is not known",
  EAI_AGAIN: "the name of the host could not be looked up",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  EPIPE: "the connection was closed"
};
function connectionFault(error) {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = first?.code ?? error.code;
  if (code === void 0) return "the connection failed";
  const words = WORDS[code];
  return words === void 0 ? `the connection failed (${code})` : `${words} (${code})`;
}

// src/adapters/probes/http.ts
var LARGEST_BODY = 1024 * 1024;
function probeHttp(probe2, signal2) {
  const started = performance.now();
  return new Promise((resolve) => {
    const finish = (reason) => {
      clearTimeout(timer);
      signal2?.removeEventListener("abort", cancel);
      request.destroy();
      const ms = performance.now() - started;
      resolve(reason === void 0 ? { ok: true, ms } : { ok: false, ms, reason });
    };
    const cancel = () => finish("it was cancelled");
    const send = /^https:/i.test(probe2.url) ? requestHttps : requestHttp;
    const request = send(probe2.url, {
      agent: false,
      headers: {
        "user-agent": "holdfast",
        accept: "*/*",
        "accept-encoding": "identity",
        connection: "close"
      }
    });
    const timer = setTimeout(() => finish(`no whole answer within ${seconds(probe2.timeout)}`), probe2.timeout);
    request.on("error", (error) => finish(connectionFault(error)));
    request.on("response", (response) => {
      const body = collect(
        response,
        () => finish(`the answer is larger than ${LARGEST_BODY / 1024 / 1024} MiB`)
      );
      response.on("error", () => finish("the answer ended in the middle"));
      response.on("aborted", () => finish("the answer ended in the middle"));
      response.on("end", () => {
        finish(faultOf(probe2, response.statusCode ?? 0, body(), performance.now() - started));
      });
    });
    signal2?.addEventListener("abort", cancel);
    if (signal2?.aborted) cancel();
    else request.end();
  });
}
function collect(response, tooLarge) {
  const chunks = [];
  let size = 0;
  response.on("data", (chunk) => {
    size += chunk.length;
    if (size > LARGEST_BODY) tooLarge();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString("utf8");
}
function faultOf({ status, body, within }, code, text, ms) {
  const right = status === void 0 ? code >= 200 && code < 300 : status.includes(code);
  if (!right) return `status ${code} instead of ${status?.join(" or ") ?? "2xx"}`;
  if (body !== void 0 && !text.includes(body)) return "the body does not contain what it should";
  if (within !== void 0 && ms > within)
    return `the whole answer took ${Math.ceil(ms)} ms, more than ${within} ms`;
  return void 0;
}

// src/adapters/probes/tcp.ts
import { connect } from "node:net";
function probeTcp({ host, port, timeout }, signal2) {
  const started = performance.now();
  return new Promise((resolve) => {
    const finish = (reason) => {
      clearTimeout(timer);
      signal2?.removeEventListener("abort", cancel);
      socket.destroy();
      const ms = performance.now() - started;
      resolve(reason === void 0 ? { ok: true, ms } : { ok: false, ms, reason });
    };
    const cancel = () => finish("it was cancelled");
    const socket = connect({ host, port });
    const timer = setTimeout(() => finish(`no connection within ${seconds(timeout)}`), timeout);
    socket.on("connect", () => finish());
    socket.on("error", (error) => finish(connectionFault(error)));
    signal2?.addEventListener("abort", cancel);
    if (signal2?.aborted) cancel();
  });
}

// src/adapters/probes/ports.ts
var COMMAND_TIMEOUT = 12e4;
var KEPT2 = 4096;
function servicePorts({ cwd, env, mask, signal: signal2, show }) {
  const run2 = (command, timeout, shown) => runCommand({
    command,
    cwd,
    env: withoutInputs(env),
    timeout,
    patience: Math.min(timeout, 5e3),
    mask,
    keep: KEPT2,
    ...signal2 && { signal: signal2 },
    ...shown && { show: shown }
  });
  return {
    probe: (probe2) => attempt(probe2, run2, signal2),
    run: (_service, _part, command) => run2(command, COMMAND_TIMEOUT, show),
    now: () => performance.now(),
    wait: (ms) => wait(ms, signal2),
    cancelled: () => signal2?.aborted === true
  };
}
async function attempt(probe2, run2, signal2) {
  if (probe2.kind === "http") return probeHttp(probe2, signal2);
  if (probe2.kind === "tcp") return probeTcp(probe2, signal2);
  const result = await run2(probe2.command, probe2.timeout);
  const { ms, output } = result;
  const reason = commandFault(result);
  return reason === void 0 ? { ok: true, ms } : { ok: false, ms, reason, output };
}
function withoutInputs(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^INPUT_/i.test(name)));
}
function wait(ms, signal2) {
  return new Promise((resolve) => {
    if (signal2?.aborted) {
      resolve();
      return;
    }
    const finish = () => {
      clearTimeout(timer);
      signal2?.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal2?.addEventListener("abort", finish);
  });
}

// src/adapters/processes/interrupt.ts
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
async function withInterrupt(work) {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  for (const name of SIGNALS) process.on(name, cancel);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, cancel);
  }
}

// src/adapters/processes/secrets.ts
var SHORTEST = 4;
function secretMask(secrets = []) {
  const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
  const hidden = [...new Set(lines)].filter((line) => line.length >= SHORTEST).sort((left, right) => right.length - left.length);
  return (text) => {
    let clean = text;
    for (const secret of hidden) clean = clean.replaceAll(secret, HIDDEN);
    return withoutSecrets(clean).split("\n").map((line) => maskPairs(maskCommand(line))).join("\n");
  };
}
function secretsOf(env) {
  return Object.entries(env).flatMap(
    ([name, value = ""]) => isSensitiveKey([name]) && value.length >= 6 && !/^\d+$/.test(value) ? [value] : []
  );
}

// src/reports/services.ts
var MOST_LINES = 10;
function healthText(services, healths, unknown) {
  const known = healths.map((health) => [health.service, stateText(health, services)]);
  const others = unknown.map((name) => [name, "not under services in the policy: reload it yourself"]);
  return `${columns(["service", "how it is"], [...known, ...others]).join("\n")}
`;
}
function stateText(health, services) {
  switch (health.state) {
    case "healthy": {
      const began = health.last === void 0 ? "" : `; at first: ${health.last.reason}`;
      return `healthy after ${seconds(health.ms)}${began}`;
    }
    case "unprobed":
      return services.find(({ name }) => name === health.service)?.reload === void 0 ? "neither reloaded nor probed: the policy does not say how" : "reloaded; the policy names no probe that says whether it is well";
    case "cancelled":
      return "not known: the run was cancelled";
    case "unhealthy":
      return `NOT HEALTHY after ${seconds(health.ms)}`;
  }
}
function healthProblem(health) {
  const { service } = health;
  if (health.state === "cancelled") {
    return {
      code: "service-not-judged",
      message: `Nobody knows how ${service} is: the run was cancelled before it was known.`,
      hint: "See whether it has read its configuration, and whether it is well."
    };
  }
  if (health.state !== "unhealthy") return void 0;
  if (health.step !== "probes") {
    const checked = health.step === "check";
    return {
      code: checked ? "service-check-failed" : "service-reload-failed",
      message: `The ${health.step} of ${service} failed: ${health.reason}.${outputText(health.output)}`,
      hint: checked ? "It was not reloaded and runs on with what it had read before. Correct its files, or restore others." : "It may have stopped, or run on with what it had read before. See its log."
    };
  }
  const { last, reason } = health;
  const probe2 = last === void 0 ? "" : ` ${probeName(last.probe)} failed last: ${last.reason}.${outputText(last.output)}`;
  return {
    code: "service-unhealthy",
    message: `${service} is not healthy: ${reason}.${probe2}`,
    hint: "See its log. When the files are not the reason, look at what it depends on."
  };
}
function outputText(output) {
  const lines = (output ?? "").split(/[\r\n]+/).filter((line) => line.trim() !== "");
  return lines.length === 0 ? "" : ` It printed: ${lines.slice(-MOST_LINES).join(" \xB7 ")}`;
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

// src/cli/apply-services.ts
async function applyAndTell(services, unknown, io) {
  const show = (text) => {
    for (const line of text.split(/[\r\n]+/)) if (line !== "") io.stdout(`  ${plainLine(line)}
`);
  };
  const healths = await withInterrupt((signal2) => {
    const ports = servicePorts({
      cwd: io.cwd,
      env: io.env,
      mask: secretMask(secretsOf(io.env)),
      signal: signal2,
      show
    });
    return applyServices(services, ports, { check: true, reload: true, soak: false });
  });
  io.stdout(healthText(services, healths, unknown));
  return { healths, problems: healths.flatMap((health) => healthProblem(health) ?? []) };
}

// src/cli/restore/reload.ts
function reloader(policy, wanted, io, account) {
  return async ({ root, before, writes, removes }) => {
    const places = [...writes.map(({ path }) => path), ...removes];
    const found = policy === void 0 ? NONE2 : affectedServices(policy, places);
    if (!wanted || root !== "" || found.services.length === 0) {
      io.stdout("A restored file is not an applied configuration: reload the services that read it.\n");
      return 0;
    }
    const many = plural(found.services.length, "service");
    io.stdout(`A restored file is not an applied configuration: reloading and probing ${many}.
`);
    const { healths, problems } = await applyAndTell(found.services, found.unknown, io);
    account.services = [...account.services ?? [], ...healths];
    if (problems.length === 0) return 0;
    for (const problem of [...problems, notHealthy(before)]) {
      io.stderr(problemText(problem, io));
      account.problems.push(problem);
    }
    return 1;
  };
}
var NONE2 = { services: [], unknown: [] };
function notHealthy(before) {
  const back = before === null ? "" : `, or take the restore back: holdfast restore ${before}`;
  return {
    code: "restored-not-healthy",
    message: "The files are restored, and not every service that reads them is well.",
    hint: `Restore an earlier snapshot (holdfast backup list)${back}.`
  };
}

// src/cli/restore/index.ts
var OPTIONS = {
  "known-good": { type: "boolean" },
  resume: { type: "boolean" },
  discard: { type: "boolean" },
  environment: { type: "string" },
  service: { type: "string", multiple: true },
  path: { type: "string", multiple: true },
  store: { type: "string" },
  root: { type: "string" },
  policy: { type: "string" },
  "dry-run": { type: "boolean" },
  yes: { type: "boolean" },
  "in-place": { type: "boolean" },
  "no-reload": { type: "boolean" },
  ...REPORT,
  debug: { type: "boolean" },
  ...IDENTITY_OPTIONS
};
async function runRestore(argv, io) {
  const account = { end: "refused", root: "", snapshots: [], problems: [] };
  const fail = (...problems) => {
    for (const problem of problems) io.stderr(problemText(problem, io));
    account.problems.push(...problems);
    return 2;
  };
  const read = readArguments(argv);
  if (!read.ok) return fail(read.problem);
  const code = await run(read.value, io, fail, account);
  await writeReport(read.value.args.report, restoreJson(account), io);
  return code;
}
async function run({ args, mode }, io, fail, account) {
  const root = await rootDirectory(args.root, io.cwd);
  if (!root.ok) return fail(root.problem);
  account.root = root.value;
  const policy = await chosenPolicy(args, io.cwd);
  if (!policy.ok) return fail(policy.problem);
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return fail(decrypt.problem);
  const store = await existingStore(args, io);
  if (!store.ok) return fail(store.problem);
  if (mode.kind === "discard") {
    account.end = "unchanged";
    return discardPending(store.value, io, fail);
  }
  const dryRun = args["dry-run"] === true;
  const reload = reloader(policy.value, args["no-reload"] !== true, io, account);
  const finished = await finishPending(store.value, io, fail, dryRun, decrypt.value, reload);
  if (finished === 2) account.end = "unfinished";
  if (finished === 2 || mode.kind === "resume") {
    if (finished !== 2) account.end = finished === void 0 ? "unchanged" : "restored";
    if (finished === void 0) io.stdout(NONE);
    return finished ?? 0;
  }
  const asked = { services: args.service ?? [], paths: args.path ?? [] };
  const { environment } = args;
  const parts = await chooseParts(store.value, mode.id, { services: asked.services, environment });
  if (!parts.ok) return fail(parts.problem);
  const request = {
    parts: parts.value,
    asked,
    root: root.value,
    inPlace: args["in-place"] === true,
    policy: policy.value,
    decrypt: decrypt.value
  };
  return restoreParts(store.value, request, { dryRun, yes: args.yes === true, reload }, io, fail, account);
}
function readArguments(argv) {
  let parsed;
  try {
    parsed = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [message = ""] = String(error.message).split(". ");
    return refuse(usage(`${message.replace(/\.$/, "")}.`, "See holdfast --help."));
  }
  const { values: args, positionals } = parsed;
  const mode = modeOf(args, positionals);
  return mode.ok ? ok({ args, mode: mode.value }) : mode;
}
function modeOf(args, positionals) {
  const [id, second] = positionals;
  const named = [id !== void 0, args["known-good"], args.resume, args.discard].filter(Boolean);
  if (second !== void 0) return refuse(usage("restore puts one snapshot back.", "Name one id."));
  if (named.length !== 1) {
    const what = named.length === 0 ? "restore needs to know what to put back." : "restore does one thing at a time.";
    return refuse(usage(what, "Give one of: the ID of a snapshot, --known-good, --resume, --discard."));
  }
  if (args.environment !== void 0 && !args["known-good"]) {
    const what = "--environment says whose known good is meant.";
    return refuse(usage(what, "Use it with --known-good only."));
  }
  if (!args.resume && !args.discard) return ok({ kind: "restore", ...id === void 0 ? {} : { id } });
  if ((args.service ?? args.path ?? args["dry-run"]) !== void 0) {
    const what = "What an interrupted restore was asked for cannot be changed.";
    return refuse(usage(what, "Leave --service, --path and --dry-run out."));
  }
  return ok({ kind: args.resume ? "resume" : "discard" });
}
async function chosenPolicy({ policy }, cwd) {
  return policy === void 0 ? ok(void 0) : readPolicyFile(policy, cwd);
}
export {
  runRestore
};
