import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  acknowledge,
  exitCode,
  reports
} from "./chunk-7263V5AN.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/cli/judging.ts
import { parseArgs } from "node:util";
var JUDGING = {
  "git-dir": { type: "string" },
  policy: { type: "string" },
  "critical-files": { type: "string", multiple: true },
  "fail-on-severity": { type: "string" },
  "warn-only": { type: "boolean" },
  format: { type: "string" },
  debug: { type: "boolean" }
};
function readArguments(argv, options) {
  try {
    const parsed = parseArgs({ args: argv, options, allowPositionals: true });
    const { format } = parsed.values;
    if (format === void 0 || Object.hasOwn(reports, format)) return ok(parsed);
    return refuse(
      usage(`There is no format ${JSON.stringify(format)}.`, `Formats: ${Object.keys(reports).join(", ")}.`)
    );
  } catch (error) {
    const [message = ""] = String(error.message).split(". ");
    return refuse(usage(`${message.replace(/\.$/, "")}.`, "See holdfast --help."));
  }
}
function chosenPolicy(args, schemas = []) {
  return {
    file: args.policy,
    criticalFiles: args["critical-files"] ?? [],
    schemas,
    failOn: args["fail-on-severity"],
    warnOnly: args["warn-only"]
  };
}
function reportOf({ format = "terminal" }) {
  return reports[format];
}
function tell(decided, policy, report, io) {
  const today = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  const decision = acknowledge(decided, policy, void 0, today);
  const columns = Number(io.env.COLUMNS) || process.stdout.columns;
  io.stdout(report(decision, { color: io.color, ...columns > 0 ? { width: columns } : {} }));
  return exitCode(decision.verdict, decision.warnOnly);
}
function usage(message, hint) {
  return { code: "usage", message, hint };
}

export {
  JUDGING,
  readArguments,
  chosenPolicy,
  reportOf,
  tell,
  usage
};
