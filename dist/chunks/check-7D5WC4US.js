import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  acknowledge,
  check,
  choosePolicy,
  exitCode,
  openLocalPair,
  reports,
  schemaLoader
} from "./chunk-TPJZKMKO.js";
import "./chunk-WKY25ED7.js";
import "./chunk-I5UAFHUD.js";
import "./chunk-SRLLN7Z7.js";
import "./chunk-VMXV2IRL.js";
import "./chunk-KGHET5OG.js";
import "./chunk-5CPOFIWK.js";
import "./chunk-5TCSLNJY.js";
import "./chunk-VL5EO3JY.js";
import "./chunk-CO6FX7JI.js";
import "./chunk-R3MRNB3R.js";
import "./chunk-URG3652S.js";
import "./chunk-RQLB66IN.js";
import "./chunk-YXJ4QQSZ.js";
import "./chunk-W3FOX4TA.js";
import {
  defaultPolicy
} from "./chunk-QFIZ5RDG.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-SW7JWFUP.js";
import "./chunk-HDDKZENY.js";
import "./chunk-P74TEEE3.js";
import "./chunk-6WSAFUNA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-SA252PIZ.js";
import "./chunk-CDNBRFAP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-5HJ3J6EK.js";

// src/cli/check.ts
import { parseArgs } from "node:util";

// src/cli/progress.ts
var PATIENCE_MS = 1e3;
function progressLine(io) {
  const started = Date.now();
  let shown = false;
  return {
    show(done, total) {
      if (!process.stderr.isTTY || Date.now() - started < PATIENCE_MS) return;
      shown = true;
      io.stderr(`\r\x1B[2K${done.toLocaleString("en")} of ${total.toLocaleString("en")} files compared`);
    },
    clear() {
      if (shown) io.stderr("\r\x1B[2K");
    }
  };
}

// src/cli/check.ts
var OPTIONS = {
  base: { type: "string" },
  head: { type: "string" },
  staged: { type: "boolean" },
  worktree: { type: "boolean" },
  "git-dir": { type: "string" },
  policy: { type: "string" },
  "critical-files": { type: "string", multiple: true },
  schema: { type: "string", multiple: true },
  "fail-on-severity": { type: "string" },
  "warn-only": { type: "boolean" },
  format: { type: "string" },
  debug: { type: "boolean" }
};
async function runCheck(argv, io) {
  const fail = (problem) => {
    io.stderr(problemText(problem, io));
    return 2;
  };
  const args = readArguments(argv);
  if ("message" in args) return fail(args);
  const format = args.format ?? "terminal";
  if (!Object.hasOwn(reports, format)) {
    return fail(
      usage(`There is no format ${JSON.stringify(format)}.`, `Formats: ${Object.keys(reports).join(", ")}.`)
    );
  }
  const pair = await openLocalPair({ directory: io.cwd, ...pairOptions(args) });
  if (!pair.ok) return fail(pair.problem);
  const progress = progressLine(io);
  try {
    let policy = defaultPolicy();
    const decided = await check(pair.value, {
      async policy(before) {
        const chosen = await choosePolicy(before, chosenPolicy(args), io.cwd);
        if (chosen.ok) policy = chosen.value;
        return chosen;
      },
      schemas: ({ schemaHosts }, side) => schemaLoader(pair.value[side], { hosts: schemaHosts, side }),
      progress: progress.show
    });
    progress.clear();
    if (!decided.ok) return fail(decided.problem);
    const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
    const decision = acknowledge(decided.value, policy, void 0, today);
    const columns = Number(io.env.COLUMNS) || process.stdout.columns;
    const width = columns > 0 ? { width: columns } : {};
    io.stdout(reports[format](decision, { color: io.color, ...width }));
    return exitCode(decision.verdict, decision.warnOnly);
  } finally {
    await pair.value.close();
  }
}
function readArguments(argv) {
  try {
    const { values, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
    if (positionals.length === 0) return values;
    return usage(
      `check takes no argument ${JSON.stringify(positionals[0])}.`,
      "Commits are given by --base and --head."
    );
  } catch (error) {
    const [message = ""] = String(error.message).split(". ");
    return usage(`${message.replace(/\.$/, "")}.`, "See holdfast --help.");
  }
}
function pairOptions(args) {
  return {
    ...args["git-dir"] === void 0 ? {} : { gitDir: args["git-dir"] },
    ...args.base === void 0 ? {} : { base: args.base },
    ...args.head === void 0 ? {} : { head: args.head },
    ...args.staged === void 0 ? {} : { staged: args.staged },
    ...args.worktree === void 0 ? {} : { worktree: args.worktree }
  };
}
function chosenPolicy(args) {
  return {
    file: args.policy,
    criticalFiles: args["critical-files"] ?? [],
    schemas: args.schema ?? [],
    failOn: args["fail-on-severity"],
    warnOnly: args["warn-only"]
  };
}
function usage(message, hint) {
  return { code: "usage", message, hint };
}
export {
  runCheck
};
