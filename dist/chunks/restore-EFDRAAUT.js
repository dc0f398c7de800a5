import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  REPORT,
  writeReport
} from "./chunk-WROE2P5N.js";
import {
  NONE2 as NONE,
  applyServices,
  discardPending,
  finishLeftDeployments,
  finishPending,
  tellUnfinished
} from "./chunk-FDKMXTWV.js";
import {
  seconds,
  servicePorts
} from "./chunk-ASUXOKKX.js";
import {
  secretMask,
  secretsOf,
  withInterrupt
} from "./chunk-ZJPUNNPQ.js";
import "./chunk-HVUVQVAF.js";
import "./chunk-EUA45VBA.js";
import "./chunk-GNM2YJYD.js";
import {
  chooseParts,
  restoreParts
} from "./chunk-SKUXCAGQ.js";
import "./chunk-343Q3LPX.js";
import "./chunk-VIIGHOFF.js";
import "./chunk-KRNJPRKT.js";
import "./chunk-MEJMRV7U.js";
import "./chunk-AMTK6P4B.js";
import {
  affectedServices
} from "./chunk-3CTQ7UNY.js";
import "./chunk-LKC65LZJ.js";
import {
  rootDirectory
} from "./chunk-JHSTEDCZ.js";
import "./chunk-LEKEXJWO.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-2LTNSXYH.js";
import "./chunk-VE6JU3D7.js";
import "./chunk-TMNRVTO3.js";
import "./chunk-XPOAPWUL.js";
import "./chunk-36PCAFZY.js";
import "./chunk-H7GKGIJQ.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import {
  existingStore
} from "./chunk-IHYYQ6CZ.js";
import "./chunk-BGAD6JBY.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import {
  columns
} from "./chunk-CN36ETPI.js";
import {
  probeName
} from "./chunk-QQOA6GDM.js";
import "./chunk-DSNZQEOW.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import "./chunk-OVH55LPH.js";
import "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import {
  readPolicyFile
} from "./chunk-ECCINEQW.js";
import "./chunk-RXXYIKOI.js";
import "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import "./chunk-X2VRNEOK.js";
import {
  changeJson
} from "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-POL6UJM2.js";
import "./chunk-7AY46YQM.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-AUGRHBBV.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-O464NPAJ.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  octal
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/restore/report.ts
function restoreJson(account) {
  const { end, root, snapshots, plan, digests, changes, done, services = [], problems } = account;
  return jsonText({
    version: 1,
    end,
    root: root === "" ? "/" : root,
    snapshots,
    before: done?.journal.before ?? null,
    writes: (plan?.writes ?? []).map(({ path, sha256, mode, was }) => ({
      path,
      was,
      sha256: digests?.has(path) ? sha256 : null,
      mode: octal(mode)
    })),
    removes: plan?.removes ?? [],
    unchanged: plan?.unchanged.length ?? 0,
    foreign: done?.foreign ?? [],
    changes: (changes ?? []).map(changeJson),
    services: services.map(({ service, state, ms }) => ({ name: service, state, ms: Math.round(ms) })),
    problems: problems.map(({ code, message, hint, path }) => ({ code, message, hint, path: path ?? null }))
  });
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
  const probe = last === void 0 ? "" : ` ${probeName(last.probe)} failed last: ${last.reason}.${outputText(last.output)}`;
  return {
    code: "service-unhealthy",
    message: `${service} is not healthy: ${reason}.${probe}`,
    hint: "See its log. When the files are not the reason, look at what it depends on."
  };
}
function outputText(output) {
  const lines = (output ?? "").split(/[\r\n]+/).filter((line) => line.trim() !== "");
  return lines.length === 0 ? "" : ` It printed: ${lines.slice(-MOST_LINES).join(" \xB7 ")}`;
}

// src/cli/apply-services.ts
async function applyAndTell(services, unknown, io) {
  const show = (text) => {
    for (const line of text.split(/[\r\n]+/)) if (line !== "") io.stdout(`  ${plainLine(line)}
`);
  };
  const healths = await withInterrupt((signal) => {
    const ports = servicePorts({
      cwd: io.cwd,
      env: io.env,
      mask: secretMask(secretsOf(io.env)),
      signal,
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
  if (finished === 2) return 2;
  if (mode.kind === "resume") {
    const rolledBack = await finishLeftDeployments(store.value, io, fail, decrypt.value);
    const code = Math.max(finished ?? 0, rolledBack ?? 0);
    const nothing = finished === void 0 && rolledBack === void 0;
    account.end = code === 2 ? "unfinished" : nothing ? "unchanged" : "restored";
    if (nothing) io.stdout(NONE);
    return code;
  }
  await tellUnfinished(store.value, io);
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
  const how = { dryRun, yes: args.yes === true, reports: args.report !== void 0, reload };
  return restoreParts(store.value, request, how, io, fail, account);
}
function readArguments(argv) {
  const read = parsed({ args: argv, options: OPTIONS, allowPositionals: true });
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
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
