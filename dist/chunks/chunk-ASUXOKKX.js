import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runCommand
} from "./chunk-ZJPUNNPQ.js";

// src/services/seconds.ts
function seconds(ms) {
  return ms < 1e3 ? `${Math.round(ms)} ms` : `${Math.round(ms / 100) / 10} s`;
}

// src/services/command-fault.ts
function commandFault(result) {
  const { code, signal, timedOut, cancelled, failed, ms } = result;
  if (failed === "ENOENT")
    return "it could not be started: the program or the directory is not there (ENOENT)";
  if (failed !== void 0) return `it could not be started (${failed})`;
  if (cancelled) return "it was cancelled";
  if (timedOut) return `it had not ended after ${seconds(ms)} and was stopped`;
  if (signal !== void 0) return `it was ended by ${signal}`;
  return code === 0 ? void 0 : `it ended with code ${code}`;
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
function probeHttp(probe, signal) {
  const started = performance.now();
  return new Promise((resolve) => {
    const finish = (reason) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      request.destroy();
      const ms = performance.now() - started;
      resolve(reason === void 0 ? { ok: true, ms } : { ok: false, ms, reason });
    };
    const cancel = () => finish("it was cancelled");
    const send = /^https:/i.test(probe.url) ? requestHttps : requestHttp;
    const request = send(probe.url, {
      agent: false,
      headers: {
        "user-agent": "holdfast",
        accept: "*/*",
        "accept-encoding": "identity",
        connection: "close"
      }
    });
    const timer = setTimeout(() => finish(`no whole answer within ${seconds(probe.timeout)}`), probe.timeout);
    request.on("error", (error) => finish(connectionFault(error)));
    request.on("response", (response) => {
      const body = collect(
        response,
        () => finish(`the answer is larger than ${LARGEST_BODY / 1024 / 1024} MiB`)
      );
      response.on("error", () => finish("the answer ended in the middle"));
      response.on("aborted", () => finish("the answer ended in the middle"));
      response.on("end", () => {
        finish(faultOf(probe, response.statusCode ?? 0, body(), performance.now() - started));
      });
    });
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) cancel();
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
function probeTcp({ host, port, timeout }, signal) {
  const started = performance.now();
  return new Promise((resolve) => {
    const finish = (reason) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      socket.destroy();
      const ms = performance.now() - started;
      resolve(reason === void 0 ? { ok: true, ms } : { ok: false, ms, reason });
    };
    const cancel = () => finish("it was cancelled");
    const socket = connect({ host, port });
    const timer = setTimeout(() => finish(`no connection within ${seconds(timeout)}`), timeout);
    socket.on("connect", () => finish());
    socket.on("error", (error) => finish(connectionFault(error)));
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) cancel();
  });
}

// src/adapters/probes/ports.ts
var COMMAND_TIMEOUT = 12e4;
var KEPT = 4096;
function servicePorts({ cwd, env, mask, signal, show }) {
  const run = (command, timeout, shown) => runCommand({
    command,
    cwd,
    env: withoutInputs(env),
    timeout,
    patience: Math.min(timeout, 5e3),
    mask,
    keep: KEPT,
    ...signal && { signal },
    ...shown && { show: shown }
  });
  return {
    probe: (probe) => attempt(probe, run, signal),
    run: (_service, _part, command) => run(command, COMMAND_TIMEOUT, show),
    now: () => performance.now(),
    wait: (ms) => wait(ms, signal),
    cancelled: () => signal?.aborted === true
  };
}
async function attempt(probe, run, signal) {
  if (probe.kind === "http") return probeHttp(probe, signal);
  if (probe.kind === "tcp") return probeTcp(probe, signal);
  const result = await run(probe.command, probe.timeout);
  const { ms, output } = result;
  const reason = commandFault(result);
  return reason === void 0 ? { ok: true, ms } : { ok: false, ms, reason, output };
}
function withoutInputs(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^INPUT_/i.test(name)));
}
function wait(ms, signal) {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal?.addEventListener("abort", finish);
  });
}

export {
  seconds,
  commandFault,
  servicePorts
};
