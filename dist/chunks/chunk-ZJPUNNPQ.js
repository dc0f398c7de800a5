import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  maskCommand
} from "./chunk-GNM2YJYD.js";
import {
  maskPairs
} from "./chunk-JVBW2P7D.js";
import {
  HIDDEN,
  isSensitiveKey,
  withoutSecrets
} from "./chunk-HCG7IYJE.js";

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

// src/adapters/processes/run.ts
import { spawn } from "node:child_process";

// src/adapters/processes/announced.ts
var ANNOUNCEMENT = /^(\s*::add-mask::)([^\r\n]*)/i;
var LINE = /[^\n]*\n|[^\n]+$/g;
function learningMask(mask) {
  const learnt = /* @__PURE__ */ new Set();
  let hide = (text) => text;
  return (text) => {
    if (!/::add-mask::/i.test(text)) return mask(hide(text));
    let masked = "";
    let others = "";
    const flush = () => {
      if (others !== "") masked += mask(hide(others));
      others = "";
    };
    for (const [line] of text.matchAll(LINE)) {
      const [, , value] = ANNOUNCEMENT.exec(line) ?? [];
      if (value === void 0) {
        others += line;
        continue;
      }
      flush();
      masked += line;
      learnt.add(unescapeData(value.trim()));
      hide = secretMask([...learnt]);
    }
    flush();
    return masked;
  };
}
function withoutAnnounced(text) {
  return text.replace(new RegExp(ANNOUNCEMENT.source, "gim"), `$1${HIDDEN}`);
}
function unescapeData(text) {
  return text.replace(/%0D/g, "\r").replace(/%0A/g, "\n").replace(/%25/g, "%");
}

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
      kept.add(withoutAnnounced(text));
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

// src/adapters/processes/interrupt.ts
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
async function withInterrupt(work) {
  const controller = new AbortController();
  const cancel = (name) => controller.abort(name);
  for (const name of SIGNALS) process.on(name, cancel);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, cancel);
  }
}

export {
  secretMask,
  secretsOf,
  learningMask,
  withoutAnnounced,
  endGroup,
  runCommand,
  withInterrupt
};
