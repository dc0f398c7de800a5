import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  acknowledge,
  exitCode,
  placeToWrite,
  reports,
  writeWhole
} from "./chunk-P56TXKBT.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import {
  visible
} from "./chunk-YXG2IT4E.js";

// src/cli/page.ts
async function pagePlace(file, io) {
  return file === void 0 ? ok(void 0) : placeToWrite(io.cwd, file);
}
async function writePage(told, command, place, io) {
  if (place === void 0) return true;
  const { htmlProblem, htmlReport } = await import("./html-4EV7F6S7.js");
  return putPage("code" in told ? htmlProblem(told, command) : htmlReport(told, { command }), place, io);
}
async function putPage(text, place, io) {
  const written = await writeWhole(place, text);
  io.stderr(written.ok ? `page: ${visible(place)}
` : problemText(written.problem, io));
  return written.ok;
}

// src/cli/judging.ts
import { parseArgs } from "node:util";
var JUDGING = {
  "git-dir": { type: "string" },
  policy: { type: "string" },
  "critical-files": { type: "string", multiple: true },
  "fail-on-severity": { type: "string" },
  "warn-only": { type: "boolean" },
  format: { type: "string" },
  html: { type: "string" },
  debug: { type: "boolean" }
};
function parsed(config, hint = "See holdfast --help.") {
  try {
    return ok(parseArgs(config));
  } catch (error) {
    const [message = ""] = String(error.message).split(". ");
    return refuse(usage(`${message.replace(/\.$/, "")}.`, hint));
  }
}
function readArguments(argv, options) {
  const read = parsed({ args: argv, options, allowPositionals: true });
  if (!read.ok) return read;
  const { format } = read.value.values;
  if (format === void 0 || Object.hasOwn(reports, format)) return read;
  return refuse(
    usage(`There is no format ${JSON.stringify(format)}.`, `Formats: ${Object.keys(reports).join(", ")}.`)
  );
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
function settled(decided, policy) {
  return acknowledge(decided, policy, void 0, (/* @__PURE__ */ new Date()).toISOString().slice(0, 10));
}
async function tell(decided, policy, report, io, { command, page }) {
  const decision = settled(decided, policy);
  io.stdout(report(decision, reportOptions(io)));
  const written = await writePage(decision, command, page, io);
  return written ? exitCode(decision.verdict, decision.warnOnly) : 2;
}
function reportOptions(io) {
  const columns = Number(io.env.COLUMNS) || process.stdout.columns;
  return { color: io.color, ...columns > 0 ? { width: columns } : {} };
}
function usage(message, hint) {
  return { code: "usage", message, hint };
}

export {
  pagePlace,
  writePage,
  putPage,
  JUDGING,
  parsed,
  readArguments,
  chosenPolicy,
  reportOf,
  settled,
  tell,
  reportOptions,
  usage
};
