import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  byPath,
  codeFrame,
  differenceLines,
  excerptOf,
  markdownReport,
  maskedLines,
  retentionText
} from "./chunk-PWY77NDT.js";
import {
  createSelector,
  sourceName
} from "./chunk-54TFOH4E.js";
import {
  defaultPolicy
} from "./chunk-QFIZ5RDG.js";
import {
  COLUMN,
  MARGIN,
  PROSE,
  indented,
  labelled,
  readDocument
} from "./chunk-ZKLF4GRU.js";
import {
  cut,
  describe,
  fixParts,
  grouped,
  headline,
  isWholeFile,
  paint,
  plural,
  policySentence,
  shortId,
  titleOf,
  verdictSentence,
  whatInFile,
  widthOf,
  wrap
} from "./chunk-3TKK6B4A.js";
import {
  THRESHOLDS,
  acceptExpired,
  checks,
  compareKeys,
  lineHunks,
  matcherOf,
  policyChanged,
  retainedLines,
  textOf
} from "./chunk-7KXW4DJP.js";
import {
  defaultBranch,
  environmentFamilies,
  fetchCommits,
  findPolicy,
  globFault,
  mergeBase,
  nearestName,
  openRepository,
  policyPaths,
  readFile,
  readPolicy,
  remoteRefs,
  resolveCommit,
  schemaFault,
  unpinnedSchema
} from "./chunk-ENLR4HYK.js";
import {
  formatById
} from "./chunk-QOWN6ERV.js";
import {
  blockers,
  countedActs,
  entitled
} from "./chunk-PRRSLOIA.js";
import {
  atLeast,
  fingerprint,
  showValue,
  sortFindings
} from "./chunk-UHGRT27N.js";
import {
  planRefs
} from "./chunk-WKY25ED7.js";
import {
  commitPair
} from "./chunk-3AVJSRC4.js";
import {
  isObjectId
} from "./chunk-HDDKZENY.js";
import {
  baseName,
  directoryOf,
  encodePath,
  foldPath
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
} from "./chunk-CDNBRFAP.js";
import {
  child,
  isObject,
  parentOf,
  segmentsOf,
  setOwn,
  typeOf
} from "./chunk-U7H2WY5Q.js";

// src/verdict/decide.ts
function decide(findings, notLookedAt3, failOn) {
  if (findings.some((finding2) => atLeast(finding2.severity, failOn))) return "fail";
  return notLookedAt3.some((part) => part.blocks) ? "inconclusive" : "pass";
}
function exitCode(verdict, warnOnly) {
  if (warnOnly || verdict === "pass") return 0;
  return verdict === "fail" ? 1 : 2;
}
function toDecision(pair, policy, evidence) {
  const { changes, notLookedAt: notLookedAt3 } = evidence;
  const findings = sortFindings(evidence.findings);
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
      critical: changes.filter((change2) => change2.critical).length
    },
    findings,
    changes,
    notLookedAt: notLookedAt3
  };
}
function originName(origin) {
  return "path" in origin ? `${origin.kind}:${origin.path}` : origin.kind;
}

// src/adapters/policy.ts
import { resolve } from "node:path";

// src/policy/inputs.ts
function policyFromInputs(inputs) {
  const policy = addInputs({ ...defaultPolicy(), origin: { kind: "inputs" } }, inputs);
  if (policy.ok && policy.value.critical.length + policy.value.schemas.length === 0) {
    return refuse(
      inputProblem("policy-empty", "The inputs declare nothing.", "Write a glob under `critical-files`.")
    );
  }
  return policy;
}
function addInputs(policy, inputs) {
  const files2 = linesOf(inputs.criticalFiles);
  const wrong = files2.length === 0 ? void 0 : criticalFault(files2);
  if (wrong !== void 0) return refuse(wrong);
  const schemas = [];
  for (const [index, line] of linesOf(inputs.schemas).entries()) {
    const rule3 = schemaRule(line, `inputs.schemas[${index}]`);
    if (!rule3.ok) return rule3;
    schemas.push(rule3.value);
  }
  const critical = files2.length === 0 ? [] : [{ ...NO_KEYS, id: "inputs.critical-files", files: files2 }];
  const added = {
    ...policy,
    critical: [...policy.critical, ...critical],
    schemas: [...policy.schemas, ...schemas]
  };
  const unpinned = unpinnedSchema(added);
  if (unpinned === void 0) return ok(added);
  return refuse(
    inputProblem(
      "policy-schema",
      `The schema of ${unpinned.rule} has no pinned sha256, so it may not be fetched.`,
      `Add the digest behind the URL, \`sha256=<64 hexadecimal digits>\`, or list ${unpinned.host} under \`schema-hosts\` in the policy.`
    )
  );
}
var NO_KEYS = { protect: [], freeze: [], sensitive: [], identity: {} };
function linesOf(lines) {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
function criticalFault(files2) {
  for (const glob of files2) {
    const wrong = globFault(glob);
    if (wrong !== void 0) {
      return inputProblem(
        "policy-glob",
        `The glob ${JSON.stringify(glob)} in critical-files ${wrong.fault}.`,
        wrong.hint
      );
    }
  }
  if (!files2.every((glob) => glob.startsWith("!"))) return void 0;
  return inputProblem(
    "policy-glob",
    "The input critical-files only excludes files, so it selects none.",
    "Add a glob without `!`, such as `config/**`."
  );
}
function schemaRule(line, id) {
  const split = /(?<!\\)=/.exec(line)?.index ?? -1;
  const glob = line.slice(0, Math.max(0, split)).trim();
  const [, name = "", sha256] = /^(.*?)(?:(?:^|\s+)sha256=(\S*))?$/s.exec(line.slice(split + 1).trim()) ?? [];
  if (glob === "" || name === "") {
    return refuse(
      inputProblem(
        "policy-schema",
        `The line ${JSON.stringify(line)} in schemas does not name files and a schema.`,
        "Write `GLOB=PATH`, for example `config/*.yml=schemas/app.schema.json`."
      )
    );
  }
  const wrong = globFault(glob);
  if (wrong !== void 0 || glob.startsWith("!")) {
    const { fault, hint } = wrong ?? { fault: "only excludes files", hint: "Write a glob without `!`." };
    return refuse(inputProblem("policy-glob", `The glob ${JSON.stringify(glob)} in schemas ${fault}.`, hint));
  }
  const schema = schemaFault(name, sha256);
  if ("source" in schema) return ok({ ...NO_KEYS, id, files: [glob], schema: schema.source });
  return refuse(
    inputProblem(
      "policy-schema",
      `The schema ${JSON.stringify(name)} in schemas ${schema.fault}.`,
      schema.hint
    )
  );
}
function inputProblem(code, message, hint) {
  return { code, message, hint };
}

// src/adapters/policy.ts
var SEVERITIES = ["error", "warning", "notice"];
async function choosePolicy(before, chosen, directory) {
  const failOn = SEVERITIES.find((severity) => severity === chosen.failOn);
  if (chosen.failOn !== void 0 && failOn === void 0) {
    return refuse({
      code: "usage",
      message: `fail-on-severity is ${JSON.stringify(chosen.failOn)}.`,
      hint: `It is one of ${SEVERITIES.join(", ")}.`
    });
  }
  const policy = await declaredPolicy(before, chosen, directory);
  if (!policy.ok) return policy;
  return ok({
    ...policy.value,
    ...failOn === void 0 ? {} : { failOn },
    ...chosen.warnOnly === void 0 ? {} : { warnOnly: chosen.warnOnly }
  });
}
async function declaredPolicy(before, chosen, directory) {
  const found3 = await (chosen.file === void 0 ? findPolicy(before, chosen.path) : policyFile(chosen.file, directory));
  if (!found3.ok) return found3;
  const policy = found3.value;
  const inputs = { criticalFiles: chosen.criticalFiles, schemas: chosen.schemas };
  if (policy !== void 0) return addInputs(policy, inputs);
  return inputs.criticalFiles.length + inputs.schemas.length > 0 ? policyFromInputs(inputs) : ok(defaultPolicy());
}
async function policyFile(file, directory) {
  let text;
  try {
    text = await readFile(resolve(directory, file), "utf8");
  } catch (error) {
    return refuse({
      code: "policy-not-found",
      message: `The policy ${file} cannot be read (${error.code ?? "unknown reason"}).`,
      hint: "Check the path given with --policy."
    });
  }
  return readPolicy(text, file, { kind: "file", path: file });
}

// src/adapters/schemas.ts
import { homedir } from "node:os";
import { join } from "node:path";
function schemaLoader(before, options) {
  const cacheDirectory = options.cacheDirectory ?? defaultCacheDirectory(process.env);
  const settings = { hosts: options.hosts, cacheDirectory, fetch: options.fetch ?? fetch };
  return async (source) => {
    const bytes = source.kind === "path" ? await readPath(before, source.path) : await (await import("./schema-download-ZBGDVXPP.js")).download(source, settings);
    if (!bytes.ok) return bytes;
    const name = source.kind === "path" ? source.path : source.url;
    try {
      return ok({ name, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes.value) });
    } catch {
      return refuse({
        code: "schema-syntax",
        message: `The schema ${name} is not UTF-8 text.`,
        hint: "Save it as UTF-8.",
        path: name
      });
    }
  };
}
function defaultCacheDirectory(environment) {
  const { RUNNER_TEMP, XDG_CACHE_HOME } = environment;
  return join(RUNNER_TEMP || XDG_CACHE_HOME || join(homedir(), ".cache"), "holdfast");
}
async function readPath(before, path) {
  const found3 = await before.entry(path);
  if (!found3.ok) return found3;
  const entry = found3.value;
  if (entry === void 0) {
    return missing(path, `The schema ${path} is not in the base version (${before.id}).`);
  }
  if (entry.mode !== "file" && entry.mode !== "executable") {
    return refuse({
      code: "schema-refused",
      message: `The schema ${path} is a ${entry.mode} in the base version, and links are not followed.`,
      hint: "Commit the schema as a file, or name the path that it leads to.",
      path
    });
  }
  for await (const blob of before.read([entry])) {
    if ("bytes" in blob) return ok(blob.bytes);
    return refuse(unreadable(path, blob.refused));
  }
  return refuse(unreadable(path, "missing"));
}
function missing(path, message) {
  return refuse({
    code: "schema-missing",
    message,
    hint: "Schemas are read from the base version only: merge the schema first, or correct its path in the policy.",
    path
  });
}
function unreadable(path, why) {
  const reason = {
    missing: "its content is missing from the repository",
    "too-large": "it is too large",
    unreadable: "its content cannot be read"
  }[why];
  return {
    code: "schema-unreadable",
    message: `The schema ${path} of the base version cannot be read: ${reason}.`,
    hint: why === "missing" ? "Fetch the base commit completely." : "Make the schema smaller, or split it.",
    path
  };
}

// src/checks/fold.ts
function foldFindings(findings, checks2) {
  const remaining = [...findings];
  for (const check2 of checks2) {
    const folds = check2.folds;
    if (folds === void 0) continue;
    const cause = remaining.find((finding2) => finding2.check === check2.id);
    if (cause === void 0) continue;
    const consequences = remaining.filter(
      (finding2) => folds.includes(finding2.check) && atLeast(cause.severity, finding2.severity)
    );
    if (consequences.length === 0) continue;
    cause.folded = [...cause.folded ?? [], ...consequences];
    for (const consequence of consequences) remaining.splice(remaining.indexOf(consequence), 1);
  }
  return remaining;
}

// src/checks/hidden.ts
function hiddenBy(selection, ...documents) {
  const matcher = matcherOf(selection.sensitive);
  const secret = documents.some(isSecret);
  return (segments) => {
    if (secret && (segments[0] === "data" || segments[0] === "stringData")) return true;
    if (selection.sensitive.length === 0) return false;
    for (let length = segments.length; length > 0; length--) {
      const pointer = segments.slice(0, length).map((segment) => `/${segment}`).join("");
      if (matcher(segments.slice(0, length), pointer) !== void 0) return true;
    }
    return false;
  };
}
function showsLines(selection, document) {
  return document.kind === "parsed" || selection.sensitive.length === 0;
}
function isSecret(document) {
  return document?.kind === "parsed" && document.values.some(
    (value) => isObject(value) && value.kind === "Secret" && typeof value.apiVersion === "string"
  );
}

// src/checks/run.ts
var MOST_EXCERPTS = 20;
function runChecks(subject, checks2, origin) {
  const findings = [];
  for (const check2 of checks2) {
    for (const report of check2.run(subject)) {
      const severity = severityOf(check2, report, subject, origin);
      if (severity !== void 0) findings.push(toFinding(check2, report, severity, subject, findings.length));
    }
  }
  return foldFindings(findings, checks2);
}
function severityOf(check2, report, { selection, change: change2 }, origin) {
  const severity = report.severity ?? check2.severity;
  if (selection.critical) return severity;
  if (check2.uncritical === "off") return void 0;
  const limit = atLeast(severity, check2.uncritical) ? check2.uncritical : severity;
  const declared = selection.rule !== "default";
  const mild = !declared && (origin.kind !== "defaults" || change2.status === "added");
  return mild && limit === "error" ? "warning" : limit;
}
function toFinding(check2, report, severity, subject, index) {
  const { path } = subject.change;
  const finding2 = {
    check: check2.id,
    severity,
    path,
    args: report.args,
    fingerprint: fingerprint(check2.id, path, report.key, report.args)
  };
  if (report.key !== void 0) finding2.key = report.key;
  if (subject.selection.service !== void 0) finding2.service = subject.selection.service;
  if (report.side === "before") finding2.side = "before";
  if (report.place === void 0) return finding2;
  finding2.line = report.place.line;
  finding2.column = report.place.column;
  const document = report.side === "before" ? subject.before : subject.after;
  if (severity === "notice" || check2.wholeFile || index >= MOST_EXCERPTS) return finding2;
  if (document === void 0 || !showsLines(subject.selection, document)) return finding2;
  const excerpt = excerptOf(document, report.place.line, hiddenBy(subject.selection, document));
  if (excerpt !== void 0) finding2.excerpt = excerpt;
  return finding2;
}

// src/schemas/deadline.ts
import { createContext, Script } from "node:vm";
var script;
var context;
function underDeadline(milliseconds, work) {
  script ??= new Script("run()");
  context ??= createContext({});
  const outer = context.run;
  context.run = work;
  try {
    const timeout = Math.max(1, Math.ceil(milliseconds));
    return { done: true, value: script.runInContext(context, { timeout }) };
  } catch (error) {
    if (error?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      return { done: false };
    throw error;
  } finally {
    context.run = outer;
  }
}

// src/schemas/formats.ts
var JUDGED = [
  "binary",
  "byte",
  "date",
  "date-time",
  "double",
  "duration",
  "email",
  "float",
  "hostname",
  "int32",
  "int64",
  "ipv4",
  "ipv6",
  "iso-date-time",
  "iso-time",
  "json-pointer",
  "json-pointer-uri-fragment",
  "password",
  "regex",
  "relative-json-pointer",
  "time",
  "uri",
  "uri-reference",
  "uri-template",
  "url",
  "uuid",
  "idn-email",
  "idn-hostname",
  "iri",
  "iri-reference"
];
var NOT_JUDGED = /* @__PURE__ */ new Set([
  "base64url",
  "char",
  "color",
  "color-hex",
  "commonmark",
  "decimal",
  "decimal128",
  "double-int",
  "html",
  "int-or-string",
  "int8",
  "int16",
  "int",
  "int128",
  "identifier",
  "isodatetime",
  "language",
  "markdown",
  "media-range",
  "mime-type",
  "partial-date-time",
  "pep508-identifier",
  "quantity",
  "semver",
  "sf-string",
  "style",
  "uint",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "uint128"
]);
function isKnownFormat(name) {
  return isJudgedFormat(name) || NOT_JUDGED.has(name);
}
function isJudgedFormat(name) {
  return JUDGED.includes(name);
}
function formatNames() {
  return [...JUDGED, ...NOT_JUDGED];
}
async function formatsFor(names2) {
  const formats = {};
  const wanted = [...names2];
  if (wanted.length === 0) return formats;
  const { fullFormats } = (await import("./formats-3GXQACLM.js")).default;
  const table = fullFormats;
  for (const name of wanted) {
    const ascii = ASCII_FORM[name];
    formats[name] = ascii === void 0 ? table[name] : throughAscii(table[ascii.format], ascii.encode);
  }
  return formats;
}
var ASCII_FORM = {
  "idn-email": { format: "email", encode: (text) => text.replace(/[^\0-\x7f]/gu, "a") },
  "idn-hostname": { format: "hostname", encode: (text) => text.replace(/[^\0-\x7f]/gu, "a") },
  iri: { format: "uri", encode: (text) => text.replace(/[^\0-\x7f]/gu, "%C3%A4") },
  "iri-reference": { format: "uri-reference", encode: (text) => text.replace(/[^\0-\x7f]/gu, "%C3%A4") }
};
function throughAscii(format, encode) {
  if (format instanceof RegExp) return (text) => format.test(encode(text));
  if (typeof format === "function") return (text) => format(encode(text));
  return format;
}

// src/schemas/patterns.ts
var compiled = /* @__PURE__ */ new Map();
function toRegExp(pattern) {
  if (!compiled.has(pattern)) {
    if (compiled.size >= MOST_KEPT) compiled.clear();
    compiled.set(pattern, compile(pattern));
  }
  return compiled.get(pattern);
}
var MOST_KEPT = 5e3;
function compile(pattern) {
  try {
    return new RegExp(pattern, "u");
  } catch {
    if (/\\[pPu]\{/.test(pattern)) return void 0;
  }
  try {
    return new RegExp(pattern);
  } catch {
    return void 0;
  }
}

// src/schemas/engine.ts
var TooManyErrors = class extends Error {
};
var MOST_ERRORS = 2e3;
async function createEngine(normal) {
  const [{ default: core }, { vocabularies }, formats] = await Promise.all([
    import("./core-NXSULCCQ.js"),
    import("./vocabulary-TFKV5WHP.js"),
    formatsFor(normal.formats)
  ]);
  const Ajv = core.default ?? core;
  return (all) => {
    const ajv = new Ajv({
      allErrors: all,
      verbose: true,
      messages: false,
      meta: false,
      validateSchema: false,
      addUsedSchema: false,
      strict: false,
      logger: false,
      ownProperties: true,
      inlineRefs: false,
      next: true,
      unevaluated: normal.traits.unevaluated,
      formats,
      code: { optimize: false, regExp, process: capped }
    });
    for (const vocabulary of vocabularies(normal.traits.unevaluated)) ajv.addVocabulary(vocabulary);
    Object.assign(ajv, { tooManyErrors });
    const validate = ajv.compile(normal.schema);
    return (value) => validate(value) ? void 0 : validate.errors;
  };
}
var regExp = Object.assign((pattern) => toRegExp(pattern), { code: "new RegExp" });
function capped(code) {
  return code.replaceAll("errors++;", `if(++errors>${MOST_ERRORS})self.tooManyErrors();`);
}
function tooManyErrors() {
  throw new TooManyErrors();
}

// src/schemas/lossy.ts
function lossyVariants(document, index) {
  const keys = document.lossy.filter((number) => number.document === index).map(({ key: key2 }) => key2);
  if (keys.length === 0) return [];
  return [1, -1].map((direction) => {
    let value = document.values[index] ?? null;
    for (const key2 of keys) value = nudge(value, segmentsOf(key2), direction);
    return value;
  });
}
function nudge(value, segments, direction) {
  const [segment, ...rest] = segments;
  if (segment === void 0) return typeof value === "number" ? neighbour(value, direction) : value;
  if (Array.isArray(value)) {
    return value.map((item, index) => String(index) === segment ? nudge(item, rest, direction) : item);
  }
  if (!isObject(value) || !Object.hasOwn(value, segment)) return value;
  const copy = { ...value };
  setOwn(copy, segment, nudge(value[segment], rest, direction));
  return copy;
}
function neighbour(value, direction) {
  if (!Number.isFinite(value)) return value;
  if (value === 0) return direction * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(value > 0 ? direction : -direction));
  return view.getFloat64(0);
}

// src/schemas/branches.ts
function bestBranch(at2, branches) {
  const merged = mergeTypes(at2, branches) ?? mergeValues(at2, branches);
  if (merged !== void 0) return [merged];
  let best;
  for (const violations of branches) {
    if (violations.length === 0) continue;
    const score = scoreOf(at2, violations);
    if (best === void 0 || compare(score, best.score) < 0) best = { violations, score };
  }
  return best?.violations ?? [];
}
function scoreOf(at2, violations) {
  const depth = segmentsOf(at2).length;
  const wrongType = violations.some(({ keyword, key: key2 }) => keyword === "type" && key2 === at2);
  const wrongKind = violations.some(
    ({ keyword, key: key2 }) => (keyword === "const" || keyword === "enum") && key2 !== at2 && parentOf(key2) === at2
  );
  let weight = 0;
  for (const { key: key2 } of violations) weight += 1 / (1 + Math.max(0, segmentsOf(key2).length - depth));
  return [wrongType ? 1 : 0, wrongKind ? 1 : 0, weight];
}
function compare(left, right) {
  for (const [index, value] of left.entries()) {
    if (value !== right[index]) return value - right[index];
  }
  return 0;
}
function mergeTypes(at2, branches) {
  const only = onlyViolations(at2, branches, (keyword) => keyword === "type");
  const first = only?.[0];
  if (only === void 0 || first === void 0) return void 0;
  const expected = [...new Set(only.flatMap(({ facts }) => facts.expected ?? []))];
  return { ...first, facts: { ...first.facts, expected } };
}
function mergeValues(at2, branches) {
  const only = onlyViolations(at2, branches, (keyword) => keyword === "const" || keyword === "enum");
  const first = only?.[0];
  if (only === void 0 || first === void 0) return void 0;
  const allowed = only.flatMap(({ facts: facts2 }) => facts2.allowed ?? []).slice(0, 20);
  const nearest = only.find(({ facts: facts2 }) => facts2.nearest !== void 0)?.facts.nearest;
  const facts = { ...first.facts, allowed, ...nearest === void 0 ? {} : { nearest } };
  return { ...first, keyword: "enum", facts };
}
function onlyViolations(at2, branches, fits) {
  const single = branches.every(
    (branch) => branch.length === 1 && branch[0].key === at2 && fits(branch[0].keyword)
  );
  return single ? branches.map((branch) => branch[0]) : void 0;
}

// src/schemas/catalog.ts
function emptyCatalog() {
  return {
    nodes: /* @__PURE__ */ new Map(),
    resources: /* @__PURE__ */ new Map(),
    anchors: /* @__PURE__ */ new Map(),
    dynamic: /* @__PURE__ */ new Map(),
    references: /* @__PURE__ */ new Map(),
    flaws: []
  };
}
function keyOf(file, pointer) {
  return `${file.uri}#${pointer}`;
}

// src/schemas/facts.ts
var MOST_ALLOWED = 20;
function factsOf(normal, error, inner) {
  const { params, data, keyword } = error;
  switch (keyword) {
    case "type":
      return { expected: [params.type].flat().map(typeWord), actual: typeOf(data) };
    case "required":
      return { name: String(params.missingProperty) };
    case "dependentRequired":
      return {
        name: String(params.missingProperty),
        detail: `needed because \`${String(params.property)}\` is there`
      };
    case "additionalProperties":
    case "unevaluatedProperties":
      return extraKey(normal, error, String(params.additionalProperty ?? params.unevaluatedProperty));
    case "propertyNames":
      return propertyName(normal, String(params.propertyName), inner);
    case "enum":
      return allowedValues(data, params.allowedValues);
    case "const":
      return allowedValues(data, [params.allowedValue]);
    case "contains":
      return contained(params);
    case "uniqueItems":
      return { detail: `equal to item ${Number(params.twins[0]) + 1}` };
    case "pattern":
      return { pattern: String(params.pattern), actual: typeOf(data) };
    case "format":
      return { format: String(params.format), actual: typeOf(data) };
    case "not":
    case "false schema":
      return { actual: typeOf(data), detail: "not allowed here" };
    case "anyOf":
    case "oneOf":
      return { actual: typeOf(data), detail: "matches none of the alternatives" };
    default:
      return typeof params.limit === "number" ? { limit: params.limit, actual: typeOf(data) } : { actual: typeOf(data) };
  }
}
function typeWord(type) {
  return type === "array" ? "list" : type;
}
function allowedValues(data, values) {
  const names2 = values.filter((value) => typeof value === "string");
  const nearest = typeof data === "string" ? nearestName(data, names2) : void 0;
  return {
    allowed: values.slice(0, MOST_ALLOWED),
    actual: typeOf(data),
    ...nearest === void 0 ? {} : { nearest }
  };
}
function extraKey(normal, error, name) {
  const names2 = [
    ...propertiesOf(normal, error.parentSchema, error.keyword === "unevaluatedProperties" ? 4 : 0)
  ];
  const present = isObject(error.data) ? error.data : {};
  const nearest = nearestName(
    name,
    names2.filter((candidate) => !Object.hasOwn(present, candidate))
  );
  return { name, allowed: names2.slice(0, MOST_ALLOWED), ...nearest === void 0 ? {} : { nearest } };
}
function propertiesOf(normal, schema, depth) {
  const names2 = /* @__PURE__ */ new Set();
  if (!isObject(schema)) return names2;
  if (isObject(schema.properties)) for (const name of Object.keys(schema.properties)) names2.add(name);
  if (depth === 0) return names2;
  const inner = ["allOf", "anyOf", "oneOf"].flatMap(
    (keyword) => schema[keyword] ?? []
  );
  for (const keyword of ["if", "then", "else"])
    if (schema[keyword] !== void 0) inner.push(schema[keyword]);
  if (typeof schema.$ref === "string") {
    const defs = normal.schema.$defs;
    inner.push(defs[schema.$ref.slice("#/$defs/".length)] ?? {});
  }
  for (const item of inner) for (const name of propertiesOf(normal, item, depth - 1)) names2.add(name);
  return names2;
}
function propertyName(normal, name, inner) {
  const first = inner.find(({ keyword }) => keyword !== "propertyNames");
  if (first === void 0) return { name };
  const { allowed, nearest, pattern, format, limit, detail } = factsOf(normal, first, []);
  return {
    name,
    ...allowed === void 0 ? {} : { allowed },
    ...nearest === void 0 ? {} : { nearest },
    ...pattern === void 0 ? {} : { pattern },
    ...format === void 0 ? {} : { format },
    ...limit === void 0 ? {} : { limit },
    ...detail === void 0 ? {} : { detail }
  };
}
function contained(params) {
  const { minContains, maxContains } = params;
  return maxContains === void 0 ? { limit: Number(minContains) } : { limit: Number(minContains), detail: `at most ${Number(maxContains)} items may match` };
}

// src/schemas/violations.ts
var MOST_VIOLATIONS = 50;
function sortViolations(violations) {
  const seen = /* @__PURE__ */ new Set();
  const once2 = violations.filter((violation) => {
    const text = JSON.stringify({ ...violation, schemaKey: "" });
    return !seen.has(text) && seen.add(text);
  });
  const rank = ({ key: key2, keyword, schemaKey: schemaKey2 }) => `${key2}\0${keyword}\0${schemaKey2}`;
  const order = (left, right) => left < right ? -1 : left > right ? 1 : 0;
  return once2.sort((left, right) => left.document - right.document || order(rank(left), rank(right))).slice(0, MOST_VIOLATIONS);
}
function foldErrors(fold, errors) {
  const violations = [];
  for (const [index, error] of errors.entries()) {
    if (error.keyword === "if" || isConsequence(errors, index)) continue;
    if (error.params.branches !== void 0) {
      violations.push(...foldUnion(fold, error, error.params.branches));
    } else {
      violations.push(toViolation(fold, error, innerErrors(errors, index)));
    }
  }
  return violations;
}
function isConsequence(errors, index) {
  for (let at2 = index + 1; at2 < errors.length; at2++) {
    const { keyword, instancePath, params } = errors[at2];
    if (instancePath !== errors[index].instancePath) return false;
    if (keyword === "propertyNames") return errors[index].data === params.propertyName;
  }
  return false;
}
function innerErrors(errors, index) {
  const { keyword, instancePath, params } = errors[index];
  if (keyword !== "propertyNames") return [];
  return errors.slice(0, index).filter((error) => error.instancePath === instancePath && error.data === params.propertyName);
}
function foldUnion(fold, error, branches) {
  const passing = error.params.passing;
  if (Array.isArray(passing)) {
    const detail = `alternatives ${passing.map((index) => Number(index) + 1).join(" and ")} of ${branches.length} both match`;
    return [{ ...toViolation(fold, error, []), facts: { detail, ...aboutFact(fold, error) } }];
  }
  const folded = branches.map((branch) => foldErrors(fold, branch));
  const best = bestBranch(error.instancePath, folded);
  if (best.length === 0) return [toViolation(fold, error, [])];
  const otherBranches = branches.length - 1;
  return otherBranches === 0 ? best : best.map((violation) => ({ ...violation, facts: { ...violation.facts, otherBranches } }));
}
function toViolation(fold, error, inner) {
  const node = originOf(fold, error);
  const keyword = keywordIn(node, error.keyword);
  const { key: key2, part } = spotOf(error);
  return {
    document: fold.document,
    key: key2,
    part,
    keyword,
    schemaKey: node === void 0 ? "" : schemaKey(fold, node, keyword),
    facts: { ...factsOf(fold.normal, error, inner), ...aboutFact(fold, error) }
  };
}
function originOf(fold, error) {
  return typeof error.parentSchema === "object" ? fold.normal.origins.get(error.parentSchema) : void 0;
}
function schemaKey(fold, node, keyword) {
  const pointer = typeof node.schema === "boolean" ? node.pointer : child(node.pointer, keyword);
  return node.file === fold.normal.root.file ? pointer : `${node.file.name}#${pointer}`;
}
function keywordIn(node, keyword) {
  if (node === void 0 || !isObject(node.schema)) return keyword === "not" ? "false schema" : keyword;
  if (keyword === "items" && Array.isArray(node.schema.items)) return "additionalItems";
  if (Object.hasOwn(node.schema, keyword)) return keyword;
  if (keyword.startsWith("dependent")) return "dependencies";
  return keyword;
}
function spotOf(error) {
  const { instancePath, params } = error;
  const extra = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;
  if (typeof extra === "string") return { key: child(instancePath, extra), part: "key" };
  if (typeof params.missingProperty === "string") return { key: instancePath, part: "key" };
  if (Array.isArray(params.twins)) {
    return { key: child(instancePath, Number(params.twins[1])), part: "value" };
  }
  return { key: instancePath, part: "value" };
}
var LONGEST_ABOUT = 200;
function aboutFact(fold, error) {
  let node = originOf(fold, error);
  while (node !== void 0 && isObject(node.schema)) {
    const { title, description } = node.schema;
    const text = [title, description].find((words) => typeof words === "string" && words.trim() !== "");
    if (typeof text === "string") {
      const line = text.trim().replaceAll(/\s+/g, " ");
      return {
        about: line.length <= LONGEST_ABOUT ? line : `${line.slice(0, LONGEST_ABOUT - 1).toWellFormed()}\u2026`
      };
    }
    node = around(fold.catalog, node);
  }
  return {};
}
var SAME_VALUE = /^(allOf|anyOf|oneOf|then|else|not)$/;
function around(catalog, node) {
  const segments = segmentsOf(node.pointer);
  const last = segments.at(-1);
  const list = last !== void 0 && /^\d+$/.test(last) && SAME_VALUE.test(segments.at(-2) ?? "");
  if (list) return catalog.nodes.get(keyOf(node.file, parentOf(parentOf(node.pointer))));
  if (last !== void 0 && SAME_VALUE.test(last) && segments.length > 0)
    return catalog.nodes.get(keyOf(node.file, parentOf(node.pointer)));
  return void 0;
}

// src/schemas/judge.ts
function judgeDocument(schema, document) {
  const violations = [];
  for (const [index, value] of document.values.entries()) {
    const doubt = doubtAbout(schema, value);
    if (doubt !== void 0) return { kind: "inconclusive", problem: doubt };
    try {
      const found3 = judgeValue(schema, value, index);
      if (!Array.isArray(found3)) return found3;
      if (schema.main.normal.traits.multipleOf && document.lossy.length > 0)
        return { kind: "inconclusive", problem: LOSSY };
      for (const variant of lossyVariants(document, index)) {
        const other = judgeValue(schema, variant, index);
        if (!Array.isArray(other) || other.length === 0 !== (found3.length === 0))
          return { kind: "inconclusive", problem: LOSSY };
      }
      violations.push(...found3);
    } catch (error) {
      return { kind: "inconclusive", problem: crashed(schema, error) };
    }
  }
  if (violations.length === 0) return { kind: "valid" };
  return { kind: "invalid", violations: sortViolations(violations) };
}
function judgeValue(schema, value, document) {
  const { main, standard, catalog } = schema;
  const errors = errorsOf(main, value);
  if (errors === void 0) return [];
  if (standard !== void 0 && errorsOf(standard, value) === void 0)
    return { kind: "inconclusive", problem: besideRef(schema) };
  return foldErrors({ normal: main.normal, catalog, document }, errors);
}
function errorsOf(reading, value) {
  try {
    return reading.all()(value);
  } catch (error) {
    if (error instanceof TooManyErrors) return reading.first()(value);
    throw error;
  }
}
function doubtAbout(schema, value) {
  if (!schema.main.normal.traits.unevaluated) return void 0;
  const name = inheritedName(value);
  if (name === void 0) return void 0;
  return {
    code: "schema-unsupported",
    message: `The file has a key \`${name}\`, which the validator cannot judge under \`unevaluatedProperties\` of ${schema.name}.`,
    hint: "Rename the key, or use `additionalProperties` in the schema."
  };
}
function inheritedName(value) {
  if (Array.isArray(value)) return firstOf(value, inheritedName);
  if (!isObject(value)) return void 0;
  const keys = Object.keys(value);
  return keys.find((key2) => key2 in Object.prototype) ?? firstOf(keys, (key2) => inheritedName(value[key2]));
}
function firstOf(items, find2) {
  for (const item of items) {
    const found3 = find2(item);
    if (found3 !== void 0) return found3;
  }
  return void 0;
}
var LOSSY = {
  code: "schema-lossy-number",
  message: "The file has a number with more digits than can be held exactly, and the schema turns on the last ones.",
  hint: "Write the number with at most 15 significant digits, or as a string."
};
function besideRef(schema) {
  return {
    code: "schema-beside-ref",
    message: `The schema ${schema.name} has rules beside a \`$ref\`. Its draft ignores them and editors apply them; for this file that makes a difference.`,
    hint: 'Put the `$ref` into an `allOf` (`{"allOf": [{"$ref": \u2026}], \u2026}`), or use 2019-09 or later.'
  };
}
function crashed(schema, error) {
  const deep = error instanceof RangeError;
  return {
    code: deep ? "schema-recursion" : "schema-validator",
    message: deep ? `Judging the file by ${schema.name} went too deep: the file is nested too deeply, or the schema refers to itself without end.` : `The validator failed on the file with ${schema.name}: ${error instanceof Error ? error.message : String(error)}`,
    hint: "Nothing is known about this file: look at it yourself."
  };
}

// src/schemas/prepare.ts
import { createHash } from "node:crypto";

// src/schemas/complain.ts
function flawsOf(catalog, reached2, targets) {
  return catalog.flaws.filter((flaw) => {
    if (flaw.node !== void 0 && !reached2.has(flaw.node)) return false;
    const holds = ({ file, pointer }) => file === flaw.file && pointer.startsWith(`${flaw.pointer}/`);
    return flaw.code !== "schema-keyword" || !targets.some(holds);
  });
}
function flawProblem(flaws) {
  const flaw = flaws[0];
  const { name } = flaw.file;
  const more = flaws.length > 1 ? ` (${flaws.length - 1} more)` : "";
  const place = flaw.file.place(flaw.pointer, flaw.part);
  return {
    code: flaw.code,
    message: `The schema ${name} has a mistake at ${flaw.pointer === "" ? "its top" : flaw.pointer}: ${flaw.message}${more}`,
    hint: flaw.hint,
    path: name,
    ...place === void 0 ? {} : { place }
  };
}

// src/schemas/dialects.ts
var DIALECTS = /* @__PURE__ */ new Map([
  ["json-schema.org/draft-04/schema", 4],
  ["json-schema.org/draft-06/schema", 6],
  ["json-schema.org/draft-07/schema", 7],
  ["json-schema.org/draft/2019-09/schema", 2019],
  ["json-schema.org/draft/2020-12/schema", 2020]
]);
var SUPPORTED_DIALECTS = "draft-04, draft-06, draft-07, 2019-09 and 2020-12";
var DEFAULT_DRAFT = 7;
function draftOf(dialect) {
  return DIALECTS.get(dialect.replace(/^https?:\/\//, "").replace(/#$/, ""));
}
function draftName(draft) {
  if (draft === 2019) return "2019-09";
  return draft === 2020 ? "2020-12" : `draft-0${draft}`;
}

// src/schemas/keywords.ts
var KEYWORDS = {
  $schema: [{ shape: "string" }],
  id: [{ shape: "string", until: 4 }],
  $id: [{ shape: "string", from: 6 }],
  $anchor: [{ shape: "string", from: 2019 }],
  $ref: [{ shape: "string" }],
  $recursiveRef: [{ shape: "string", from: 2019, until: 2019 }],
  $recursiveAnchor: [{ shape: "boolean", from: 2019, until: 2019 }],
  $dynamicRef: [{ shape: "string", from: 2020 }],
  $dynamicAnchor: [{ shape: "string", from: 2020 }],
  $vocabulary: [{ shape: "any", from: 2019 }],
  $defs: [{ shape: "definitions" }],
  definitions: [{ shape: "definitions" }],
  type: [{ shape: "type" }],
  enum: [{ shape: "values" }],
  const: [{ shape: "any", from: 6 }],
  multipleOf: [{ shape: "positive-number" }],
  maximum: [{ shape: "number" }],
  minimum: [{ shape: "number" }],
  exclusiveMaximum: [
    { shape: "boolean", until: 4 },
    { shape: "number", from: 6 }
  ],
  exclusiveMinimum: [
    { shape: "boolean", until: 4 },
    { shape: "number", from: 6 }
  ],
  maxLength: [{ shape: "count" }],
  minLength: [{ shape: "count" }],
  pattern: [{ shape: "pattern" }],
  format: [{ shape: "string" }],
  maxItems: [{ shape: "count" }],
  minItems: [{ shape: "count" }],
  uniqueItems: [{ shape: "boolean" }],
  maxContains: [{ shape: "count", from: 2019 }],
  minContains: [{ shape: "count", from: 2019 }],
  maxProperties: [{ shape: "count" }],
  minProperties: [{ shape: "count" }],
  required: [{ shape: "strings" }],
  dependentRequired: [{ shape: "strings-map", from: 2019 }],
  prefixItems: [{ shape: "schemas", from: 2020 }],
  items: [
    { shape: "schema-or-schemas", until: 2019 },
    { shape: "schema", from: 2020 }
  ],
  additionalItems: [{ shape: "schema", until: 2019 }],
  contains: [{ shape: "schema", from: 6 }],
  properties: [{ shape: "schema-map" }],
  patternProperties: [{ shape: "schema-map" }],
  additionalProperties: [{ shape: "schema" }],
  propertyNames: [{ shape: "schema", from: 6 }],
  dependencies: [{ shape: "dependencies" }],
  dependentSchemas: [{ shape: "schema-map", from: 2019 }],
  unevaluatedItems: [{ shape: "schema", from: 2019 }],
  unevaluatedProperties: [{ shape: "schema", from: 2019 }],
  allOf: [{ shape: "schemas" }],
  anyOf: [{ shape: "schemas" }],
  oneOf: [{ shape: "schemas" }],
  not: [{ shape: "schema" }],
  if: [{ shape: "schema", from: 7 }],
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name
  then: [{ shape: "schema", from: 7 }],
  else: [{ shape: "schema", from: 7 }]
};
function shapeOf(keyword, draft) {
  if (!Object.hasOwn(KEYWORDS, keyword)) return void 0;
  const entry = KEYWORDS[keyword].find(
    ({ from, until }) => draft >= (from ?? 4) && draft <= (until ?? 2020)
  );
  return entry?.shape;
}
function draftsWith(keyword) {
  return [4, 6, 7, 2019, 2020].filter((draft) => shapeOf(keyword, draft) !== void 0);
}
function keywordNames(draft) {
  return Object.keys(KEYWORDS).filter((name) => shapeOf(name, draft) !== void 0);
}
var ANNOTATIONS = /* @__PURE__ */ new Set([
  // metadata and content vocabularies; `id` and `$id` outside their drafts name nothing
  "$comment",
  "$id",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "default",
  "deprecated",
  "description",
  "examples",
  "id",
  "readOnly",
  "title",
  "writeOnly",
  // Visual Studio Code
  "allowComments",
  "allowTrailingCommas",
  "defaultSnippets",
  "deprecationMessage",
  "doNotSuggest",
  "enumDescriptions",
  "enumDetails",
  "enumItemLabels",
  "enumSortTexts",
  "errorMessage",
  "markdownDeprecationMessage",
  "markdownDescription",
  "markdownEnumDescriptions",
  "order",
  "patternErrorMessage",
  "scope",
  "suggestSortText",
  // json-schema-to-typescript
  "tsEnumNames",
  "tsType",
  // OpenAPI 3 and its generators; `nullable` changes what is allowed and is not one of them
  "discriminator",
  "example",
  "externalDocs",
  "xml",
  // form generators
  "enumNames",
  "options",
  "propertyOrder",
  // jsonschema2pojo
  "existingJavaType",
  "javaEnumNames",
  "javaInterfaces",
  "javaName",
  "javaType",
  // JSON Hyper-Schema
  "links",
  // taplo
  "docs"
]);
function isAnnotation(keyword) {
  return ANNOTATIONS.has(keyword) || /^x-/i.test(keyword) || keyword.startsWith("//");
}
function annotationNames() {
  return [...ANNOTATIONS];
}

// src/schemas/flaws.ts
var TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
function unknownKeyword(node, keyword) {
  const elsewhere = draftsWith(keyword);
  const nearest = nearestName(keyword, [...keywordNames(node.draft), ...annotationNames()]);
  const known = elsewhere.map(draftName).join(", ");
  return {
    code: "schema-keyword",
    node,
    file: node.file,
    pointer: child(node.pointer, keyword),
    part: "key",
    message: elsewhere.length > 0 ? `${draftName(node.draft)} does not know the keyword \`${keyword}\`, so it would be ignored (known in ${known}).` : `\`${keyword}\` is not a keyword of JSON Schema ${draftName(node.draft)}, so it would be ignored.`,
    hint: nearest === void 0 || elsewhere.length > 0 ? "Remove it, declare the draft that knows it with `$schema`, or start its name with `x-` when it is a note." : `Did you mean \`${nearest}\`? A note of your own starts with \`x-\`.`
  };
}
function checkKeyword(node, keyword, shape, value) {
  const flaw = (code, message, hint) => ({
    code,
    node,
    file: node.file,
    pointer: child(node.pointer, keyword),
    part: "value",
    message,
    hint
  });
  const wanted = wrongShape(shape, value);
  if (wanted !== void 0) {
    return flaw(
      "schema-shape",
      `\`${keyword}\` has to be ${wanted}${found(value)}.`,
      `Correct the value of \`${keyword}\` (${draftName(node.draft)}).`
    );
  }
  const pattern = patternsIn(keyword, value).find((text) => toRegExp(text) === void 0);
  if (pattern !== void 0) {
    return flaw(
      "schema-pattern",
      `\`${keyword}\` holds an invalid regular expression: ${shorten(pattern)}`,
      "JSON Schema uses the regular expressions of ECMA-262 (JavaScript), with the `u` flag where it matters."
    );
  }
  if (keyword === "format" && !isKnownFormat(String(value))) {
    const nearest = nearestName(String(value), formatNames());
    return flaw(
      "schema-format",
      `The format \`${shorten(String(value))}\` is not known, so it would not be judged.`,
      nearest === void 0 ? "Use `pattern`, or remove the format." : `Did you mean \`${nearest}\`?`
    );
  }
  return void 0;
}
function wrongShape(shape, value) {
  const check2 = SHAPES[shape];
  return check2.fits(value) ? void 0 : check2.wanted;
}
var isSchema = (value) => typeof value === "boolean" || isObject(value);
var isNumber = (value) => typeof value === "number" && Number.isFinite(value);
var isStrings = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");
var isType = (value) => typeof value === "string" && TYPES.includes(value);
var isMapOf = (value, fits) => isObject(value) && Object.keys(value).every((key2) => fits(value[key2]));
var SHAPES = {
  any: { wanted: "a value", fits: () => true },
  boolean: { wanted: "`true` or `false`", fits: (value) => typeof value === "boolean" },
  string: { wanted: "a string", fits: (value) => typeof value === "string" },
  pattern: { wanted: "a regular expression", fits: (value) => typeof value === "string" },
  strings: { wanted: "a list of strings", fits: isStrings },
  "strings-map": { wanted: "an object of lists of strings", fits: (value) => isMapOf(value, isStrings) },
  number: { wanted: "a number", fits: isNumber },
  "positive-number": { wanted: "a number above 0", fits: (value) => isNumber(value) && Number(value) > 0 },
  count: {
    wanted: "a whole number of at least 0",
    fits: (value) => isNumber(value) && Number.isInteger(value) && Number(value) >= 0
  },
  type: {
    wanted: `one or several of ${TYPES.join(", ")}`,
    fits: (value) => Array.isArray(value) ? value.length > 0 && value.every(isType) : isType(value)
  },
  values: {
    wanted: "a list of at least one value",
    fits: (value) => Array.isArray(value) && value.length > 0
  },
  schema: { wanted: "a schema (an object, `true` or `false`)", fits: isSchema },
  schemas: {
    wanted: "a list of at least one schema",
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema)
  },
  "schema-or-schemas": {
    wanted: "a schema or a list of schemas",
    fits: (value) => Array.isArray(value) ? value.every(isSchema) : isSchema(value)
  },
  "schema-map": { wanted: "an object of schemas", fits: (value) => isMapOf(value, isSchema) },
  definitions: { wanted: "an object", fits: isObject },
  dependencies: {
    wanted: "an object of schemas or lists of strings",
    fits: (value) => isMapOf(value, (item) => isSchema(item) || isStrings(item))
  }
};
function found(value) {
  if (Array.isArray(value)) return value.length === 0 ? ", not an empty list" : "";
  return isObject(value) ? "" : `, not a ${typeOf(value)}`;
}
function patternsIn(keyword, value) {
  if (keyword === "pattern") return [String(value)];
  return keyword === "patternProperties" && isObject(value) ? Object.keys(value) : [];
}
function shorten(text) {
  return text.length <= 80 ? text : `${text.slice(0, 79).toWellFormed()}\u2026`;
}

// src/schemas/uri.ts
function resolveUri(base, reference) {
  try {
    return new URL(reference, base).href;
  } catch {
    return void 0;
  }
}
function splitUri(uri) {
  const at2 = uri.indexOf("#");
  if (at2 === -1) return { document: uri, fragment: "" };
  const raw = uri.slice(at2 + 1);
  try {
    return { document: uri.slice(0, at2), fragment: decodeURIComponent(raw) };
  } catch {
    return { document: uri.slice(0, at2), fragment: raw };
  }
}

// src/schemas/walk.ts
function walk(catalog, file, pointer, schema, base, draft) {
  if (typeof schema !== "boolean" && !isObject(schema)) {
    catalog.flaws.push({
      code: "schema-shape",
      file,
      pointer,
      part: "value",
      message: `A schema is an object, \`true\` or \`false\`; this is a ${typeOf(schema)}.`,
      hint: "Put a schema here, or remove the key."
    });
    return;
  }
  const key2 = keyOf(file, pointer);
  if (catalog.nodes.has(key2)) return;
  const node = { file, pointer, schema, base, draft };
  catalog.nodes.set(key2, node);
  if (pointer === "") catalog.resources.set(file.uri, node);
  if (typeof schema === "boolean") return;
  readDialect(catalog, node, schema);
  identify(catalog, node, schema);
  for (const keyword of Object.keys(schema)) visitKeyword(catalog, node, keyword, schema[keyword]);
}
function readDialect(catalog, node, schema) {
  const dialect = schema.$schema;
  if (typeof dialect !== "string") return;
  const draft = draftOf(dialect);
  if (draft !== void 0) {
    node.draft = draft;
    return;
  }
  catalog.flaws.push({
    code: "schema-dialect",
    node,
    file: node.file,
    pointer: child(node.pointer, "$schema"),
    part: "value",
    message: `The schema is written in the dialect \`${dialect}\`, which Holdfast cannot judge by.`,
    hint: `Use one of ${SUPPORTED_DIALECTS}, for instance \`"$schema": "http://json-schema.org/draft-07/schema#"\`.`
  });
}
function identify(catalog, node, schema) {
  const { draft } = node;
  const id = schema[draft === 4 ? "id" : "$id"];
  if (typeof id === "string" && !(draft <= 7 && typeof schema.$ref === "string"))
    identifyBy(catalog, node, id);
  const anchor = (name) => {
    if (typeof name === "string") catalog.anchors.set(`${node.base}#${name}`, node);
  };
  const dynamic = (name) => {
    const names2 = catalog.dynamic.get(node.base) ?? /* @__PURE__ */ new Map();
    catalog.dynamic.set(node.base, names2.set(name, node));
  };
  if (draft >= 2019) anchor(schema.$anchor);
  if (draft === 2019 && schema.$recursiveAnchor === true) dynamic("");
  if (draft === 2020 && typeof schema.$dynamicAnchor === "string") {
    anchor(schema.$dynamicAnchor);
    dynamic(schema.$dynamicAnchor);
  }
  for (const keyword of ["$ref", "$recursiveRef", "$dynamicRef"]) {
    const ref = schema[keyword];
    if (typeof ref === "string" && shapeOf(keyword, draft) !== void 0)
      catalog.references.set(node, [...catalog.references.get(node) ?? [], { node, keyword, ref }]);
  }
}
function identifyBy(catalog, node, id) {
  const uri = resolveUri(node.base, id);
  if (uri === void 0) return;
  const { document, fragment } = splitUri(uri);
  if (!id.startsWith("#")) {
    node.base = document;
    if (!catalog.resources.has(document)) catalog.resources.set(document, node);
  }
  if (fragment !== "" && node.draft <= 7) catalog.anchors.set(`${document}#${fragment}`, node);
}
function visitKeyword(catalog, node, keyword, value) {
  const shape = shapeOf(keyword, node.draft);
  if (shape === void 0) {
    if (!isAnnotation(keyword)) catalog.flaws.push(unknownKeyword(node, keyword));
    return;
  }
  const flaw = checkKeyword(node, keyword, shape, value);
  if (flaw !== void 0) catalog.flaws.push(flaw);
  else
    for (const [pointer, schema] of subschemas(shape, child(node.pointer, keyword), value))
      walk(catalog, node.file, pointer, schema, node.base, node.draft);
}
function* subschemas(shape, pointer, value) {
  const map = shape === "schema-map" || shape === "definitions" || shape === "dependencies";
  if (shape === "schema" || shape === "schema-or-schemas" && !Array.isArray(value)) {
    yield [pointer, value];
  } else if (Array.isArray(value) && (shape === "schemas" || shape === "schema-or-schemas")) {
    for (const [index, item] of value.entries()) yield [child(pointer, index), item];
  } else if (map && isObject(value)) {
    for (const name of Object.keys(value)) {
      const item = value[name];
      const skipped = Array.isArray(item) ? shape === "dependencies" : false;
      const note2 = shape === "definitions" && typeof item !== "boolean" && !isObject(item);
      if (!skipped && !note2) yield [child(pointer, name), item];
    }
  }
}

// src/schemas/find.ts
function find(catalog, document, fragment) {
  const resource = catalog.resources.get(document);
  if (resource === void 0) return void 0;
  if (fragment === "") return resource;
  if (!fragment.startsWith("/"))
    return catalog.anchors.get(`${document}#${fragment}`) ?? catalog.anchors.get(`${resource.base}#${fragment}`);
  const { file } = resource;
  const segments = segmentsOf(fragment);
  const pointer = segments.reduce(child, resource.pointer);
  const known = catalog.nodes.get(keyOf(file, pointer));
  if (known !== void 0) return known;
  let above = resource;
  let value = resource.schema;
  let here = resource.pointer;
  for (const segment of segments) {
    value = step(value, segment);
    if (value === void 0) return void 0;
    here = child(here, segment);
    above = catalog.nodes.get(keyOf(file, here)) ?? above;
  }
  walk(catalog, file, pointer, value, above.base, above.draft);
  return catalog.nodes.get(keyOf(file, pointer));
}
function step(value, segment) {
  if (Array.isArray(value)) return /^\d+$/.test(segment) ? value[Number(segment)] : void 0;
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : void 0;
}

// src/schemas/local.ts
function uriOf(source) {
  if (source.kind === "url") return splitUri(new URL(source.url).href).document;
  return `repo:///${source.path.split("/").map((name) => encodeURIComponent(name.toWellFormed())).join("/")}`;
}
function leavesRoot(base, ref) {
  if (!base.startsWith("repo:") || /^[a-z][a-z0-9+.-]*:/i.test(ref)) return false;
  const { document } = splitUri(ref);
  let depth = document.startsWith("/") ? 0 : new URL(base).pathname.split("/").length - 2;
  for (const segment of document.split("/")) {
    const name = segment.replaceAll(/%2e/gi, ".");
    if (name === "..") depth -= 1;
    else if (name !== "" && name !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
function localSource(catalog, file, document) {
  if (file.source.kind !== "path") return void 0;
  const own = catalog.nodes.get(keyOf(file, ""))?.base ?? file.uri;
  const steps = document.startsWith("repo:") ? stepsBetween(file.uri, document) : stepsBetween(own, document);
  if (steps === void 0) return void 0;
  const parts = file.source.path.split("/").slice(0, -1);
  for (const step2 of steps) {
    if (step2 !== "..") parts.push(step2);
    else if (parts.pop() === void 0) return void 0;
  }
  return { kind: "path", path: parts.join("/") };
}
function stepsBetween(from, to) {
  try {
    const [start2, end] = [new URL(from), new URL(to)];
    if (start2.protocol !== end.protocol || start2.host !== end.host || end.search !== "") return void 0;
    if (!start2.pathname.startsWith("/") || !end.pathname.startsWith("/")) return void 0;
    const have = start2.pathname.split("/").slice(1, -1);
    const want = end.pathname.split("/").slice(1);
    let same = 0;
    while (same < have.length && same < want.length - 1 && have[same] === want[same]) same++;
    const names2 = want.slice(same).map(decodeURIComponent);
    if (names2.some((name) => name === "" || name === "." || name === ".." || name.includes("/")))
      return void 0;
    return [...have.slice(same).map(() => ".."), ...names2];
  } catch {
    return void 0;
  }
}

// src/schemas/meta.ts
var META_SCHEMAS = {
  "json-schema.org/draft-04/schema": {
    draft: 4,
    load: () => import("./json-schema-draft-04-OGOQ2ATP.js")
  },
  "json-schema.org/draft-06/schema": {
    draft: 6,
    load: () => import("./json-schema-draft-06-YPYZAFHS.js")
  },
  "json-schema.org/draft-07/schema": {
    draft: 7,
    load: () => import("./json-schema-draft-07-3M6XLTVV.js")
  },
  "json-schema.org/draft/2019-09/schema": {
    draft: 2019,
    load: () => import("./schema-IDNYNTNZ.js")
  },
  "json-schema.org/draft/2019-09/meta/applicator": {
    draft: 2019,
    load: () => import("./applicator-6CBDYVLT.js")
  },
  "json-schema.org/draft/2019-09/meta/content": {
    draft: 2019,
    load: () => import("./content-OAFA4VOB.js")
  },
  "json-schema.org/draft/2019-09/meta/core": {
    draft: 2019,
    load: () => import("./core-OM32YKU2.js")
  },
  "json-schema.org/draft/2019-09/meta/format": {
    draft: 2019,
    load: () => import("./format-LRRHBIKX.js")
  },
  "json-schema.org/draft/2019-09/meta/meta-data": {
    draft: 2019,
    load: () => import("./meta-data-QG3DPOBL.js")
  },
  "json-schema.org/draft/2019-09/meta/validation": {
    draft: 2019,
    load: () => import("./validation-XJDAI6CG.js")
  },
  "json-schema.org/draft/2020-12/schema": {
    draft: 2020,
    load: () => import("./schema-WCSAM6G2.js")
  },
  "json-schema.org/draft/2020-12/meta/applicator": {
    draft: 2020,
    load: () => import("./applicator-HP5CBA4A.js")
  },
  "json-schema.org/draft/2020-12/meta/content": {
    draft: 2020,
    load: () => import("./content-SLSB2B5Q.js")
  },
  "json-schema.org/draft/2020-12/meta/core": {
    draft: 2020,
    load: () => import("./core-NSNGLOJU.js")
  },
  "json-schema.org/draft/2020-12/meta/format-annotation": {
    draft: 2020,
    load: () => import("./format-annotation-ZPGWPHU3.js")
  },
  "json-schema.org/draft/2020-12/meta/meta-data": {
    draft: 2020,
    load: () => import("./meta-data-T277UI4I.js")
  },
  "json-schema.org/draft/2020-12/meta/unevaluated": {
    draft: 2020,
    load: () => import("./unevaluated-I53KX3T4.js")
  },
  "json-schema.org/draft/2020-12/meta/validation": {
    draft: 2020,
    load: () => import("./validation-64KSSHFZ.js")
  }
};
async function metaSchema(uri) {
  const name = uri.replace(/^https?:\/\//, "");
  if (!Object.hasOwn(META_SCHEMAS, name)) return void 0;
  const { draft, load } = META_SCHEMAS[name];
  const value = (await load()).default;
  return { source: { kind: "url", url: uri }, name: uri, uri, draft, value, place: () => void 0 };
}

// src/schemas/parse.ts
async function parseSchema(source, uri, loaded, draft = DEFAULT_DRAFT) {
  const yaml = /\.ya?ml$/i.test(uri);
  const parse = await formatById(yaml ? "yaml" : "json").load();
  const parsed = parse(loaded.text);
  const { name } = loaded;
  const syntax = (message, hint, place2) => refuse({ code: "schema-syntax", message, hint, path: name, ...place2 === void 0 ? {} : { place: place2 } });
  if (!parsed.ok) {
    return syntax(
      `The schema ${name} is not valid ${yaml ? "YAML" : "JSON"}: ${parsed.problem.detail}`,
      "Nothing can be judged by it until it is corrected on the base branch.",
      parsed.problem.place
    );
  }
  const twice = parsed.duplicates[0];
  if (twice !== void 0) {
    return syntax(
      `The schema ${name} has the key ${twice.key} twice (first in line ${twice.first.line}); only one of them would count.`,
      "Remove one of them, or merge them.",
      twice.place
    );
  }
  if (parsed.values.length !== 1) {
    return syntax(
      `The schema ${name} holds ${parsed.values.length} documents; a schema is exactly one.`,
      "Keep one schema per file."
    );
  }
  const place = parsed.place;
  return ok({
    source,
    name,
    uri,
    draft,
    value: parsed.values[0],
    place: (pointer, part) => place(pointer, 0, part)
  });
}

// src/schemas/gather.ts
var MOST_FILES = 200;
async function gather(source, load) {
  const gathering = { load, catalog: emptyCatalog(), targets: /* @__PURE__ */ new Map(), texts: [] };
  const file = await open(gathering, source, uriOf(source), DEFAULT_DRAFT);
  if (!file.ok) return file;
  const { catalog, targets, texts: texts2 } = gathering;
  const root = catalog.nodes.get(keyOf(file.value, ""));
  if (root === void 0) return refuse(flawProblem(catalog.flaws));
  const reached2 = await reach(gathering, root);
  if (!reached2.ok) return reached2;
  const flaws = flawsOf(catalog, reached2.value, [...targets.values()]);
  return flaws.length === 0 ? ok({ root, reached: reached2.value, catalog, targets, texts: texts2 }) : refuse(flawProblem(flaws));
}
async function reach(gathering, root) {
  const { catalog, targets } = gathering;
  const reached2 = /* @__PURE__ */ new Set([root]);
  for (const node of reached2) {
    for (const reference of catalog.references.get(node) ?? []) {
      const target = await follow(gathering, reference);
      if (!target.ok) return target;
      targets.set(reference, target.value);
      reached2.add(target.value);
      if (reference.keyword === "$ref") continue;
      for (const anchors of catalog.dynamic.values())
        for (const anchor of anchors.values()) reached2.add(anchor);
    }
    for (const [keyword, value] of Object.entries(isObject(node.schema) ? node.schema : {})) {
      const shape = shapeOf(keyword, node.draft);
      if (shape === void 0 || shape === "definitions") continue;
      for (const [pointer] of subschemas(shape, child(node.pointer, keyword), value)) {
        const inner = catalog.nodes.get(keyOf(node.file, pointer));
        if (inner !== void 0) reached2.add(inner);
      }
    }
  }
  return ok(reached2);
}
async function open(gathering, source, uri, draft) {
  if (gathering.texts.length >= MOST_FILES) {
    return refuse({
      code: "schema-refused",
      message: `The schema needs more than ${MOST_FILES} files; ${sourceName(source)} is one too many.`,
      hint: "Bundle the schema into fewer files."
    });
  }
  const loaded = await gathering.load(source);
  if (!loaded.ok) return loaded;
  const file = await parseSchema(source, uri, loaded.value, draft);
  if (!file.ok) return file;
  gathering.texts.push(uri, loaded.value.text);
  walk(gathering.catalog, file.value, "", file.value.value, uri, draft);
  return file;
}
async function follow(gathering, reference) {
  const { node, ref } = reference;
  const uri = resolveUri(node.base, ref);
  if (uri === void 0) return refuse(unresolved(reference, `\`${ref}\` is not a URI reference`));
  if (leavesRoot(node.base, ref)) {
    return refuse(unresolved(reference, `\`${ref}\` leads out of the repository`));
  }
  const { document, fragment } = splitUri(uri);
  const { catalog } = gathering;
  if (!catalog.resources.has(document)) {
    const brought = await bring(gathering, reference, document);
    if (!brought.ok) return brought;
  }
  const target = find(catalog, document, fragment);
  return target === void 0 ? refuse(unresolved(reference, `\`${ref}\` leads to nothing`)) : ok(target);
}
async function bring(gathering, reference, document) {
  const { node } = reference;
  const { catalog } = gathering;
  const meta = await metaSchema(document);
  if (meta !== void 0) {
    walk(catalog, meta, "", meta.value, document, meta.draft);
    return ok(true);
  }
  const local = localSource(catalog, node.file, document);
  let missing2;
  if (local !== void 0) {
    const file = await open(gathering, local, uriOf(local), node.draft);
    if (file.ok) {
      alias(catalog, file.value, document);
      return ok(true);
    }
    if (file.problem.code !== "schema-missing") return file;
    missing2 = file.problem;
  }
  if (document.startsWith("https:")) {
    const source = { kind: "url", url: document };
    const file = await open(gathering, source, document, node.draft);
    if (file.ok || missing2 === void 0) return file.ok ? ok(true) : refuse(at(reference, file.problem));
  }
  if (missing2 !== void 0) return refuse(at(reference, { ...missing2, code: "schema-ref" }));
  return refuse(
    unresolved(reference, `\`${reference.ref}\` is neither a file of the repository nor an https URL`)
  );
}
function alias(catalog, file, document) {
  const root = catalog.nodes.get(keyOf(file, ""));
  if (root !== void 0 && !catalog.resources.has(document)) catalog.resources.set(document, root);
}
function unresolved(reference, why) {
  return at(reference, {
    code: "schema-ref",
    message: `A reference of the schema ${reference.node.file.name} cannot be followed: ${why}.`,
    hint: "Correct the reference. Relative ones are read beside the schema in the base commit; https ones need a host listed in `schema-hosts`."
  });
}
function at(reference, problem) {
  const { file, pointer } = reference.node;
  const place = file.place(child(pointer, reference.keyword), "value");
  return { ...problem, path: file.name, ...place === void 0 ? {} : { place } };
}

// src/schemas/finish.ts
function finish(traits, node, out) {
  const schema = node.schema;
  if (node.draft === 4) {
    for (const [limit, exclusive] of EXCLUSIVE) {
      if (schema[exclusive] !== true || out[limit] === void 0) continue;
      out[exclusive] = out[limit];
      delete out[limit];
    }
  }
  if (out.if === void 0) {
    delete out.then;
    delete out.else;
  } else if (traits.unevaluated) {
    if (hasNoRules(out.then)) out.then = { minProperties: 0 };
  } else if (out.then === void 0 && out.else === void 0) {
    delete out.if;
  }
  if (out.contains === void 0) {
    delete out.minContains;
    delete out.maxContains;
  } else if (traits.unevaluatedItems) {
    traits.unsupported ??= {
      node,
      keyword: "contains",
      why: "`contains` in a schema with `unevaluatedItems`"
    };
  }
}
function hasNoRules(schema) {
  return schema === void 0 || schema === true || isObject(schema) && Object.keys(schema).length === 0;
}
var EXCLUSIVE = [
  ["maximum", "exclusiveMaximum"],
  ["minimum", "exclusiveMinimum"]
];

// src/schemas/scope.ts
var NO_SCOPE = { key: "", anchors: /* @__PURE__ */ new Map() };
function enter(catalog, scope, resource) {
  const found3 = catalog.dynamic.get(resource);
  if (found3 === void 0) return scope;
  const anchors = new Map(scope.anchors);
  for (const [name, node] of found3) if (!anchors.has(name)) anchors.set(name, node);
  if (anchors.size === scope.anchors.size) return scope;
  const key2 = [...anchors].map(([name, node]) => `${name}=${keyOf(node.file, node.pointer)}`).sort().join("\n");
  return { key: key2, anchors };
}
function dynamicTarget(catalog, reference, target, scope) {
  const name = reference.keyword === "$recursiveRef" ? "" : reference.ref.split("#")[1] ?? "";
  const isDynamic = catalog.dynamic.get(target.base)?.get(name) === target;
  return isDynamic ? scope.anchors.get(name) ?? target : target;
}

// src/schemas/tables.ts
function dependencies(out, value, below) {
  for (const name of Object.keys(value)) {
    const keyword = Array.isArray(value[name]) ? "dependentRequired" : "dependentSchemas";
    const table = out[keyword] ?? {};
    setOwn(table, name, Array.isArray(value[name]) ? value[name] : below(name));
    out[keyword] = table;
  }
}
function schemaMap(out, keyword, value, below) {
  const table = out[keyword] ?? {};
  for (const name of Object.keys(value)) {
    if (keyword === "properties" && name === "__proto__") {
      out.patternProperties = {
        ...out.patternProperties ?? {},
        "^__proto__$": below(name)
      };
    } else {
      setOwn(table, name, below(name));
    }
  }
  out[keyword] = table;
}

// src/schemas/normalise.ts
function normalise(gathered, beside) {
  const schemas = [...gathered.reached].map(({ schema }) => schema);
  const uses = (keyword) => schemas.some((schema) => typeof schema === "object" && Object.hasOwn(schema, keyword));
  const work = {
    gathered,
    beside,
    references: referencesOf(gathered.targets),
    defs: /* @__PURE__ */ new Map(),
    queue: [],
    origins: /* @__PURE__ */ new WeakMap(),
    formats: /* @__PURE__ */ new Set(),
    traits: {
      besideRef: false,
      unevaluated: uses("unevaluatedProperties") || uses("unevaluatedItems"),
      unevaluatedItems: uses("unevaluatedItems"),
      multipleOf: uses("multipleOf")
    }
  };
  const $ref = define(work, gathered.root, enter(work.gathered.catalog, NO_SCOPE, gathered.root.base));
  const $defs = {};
  for (let next = work.queue.shift(); next !== void 0; next = work.queue.shift()) {
    $defs[next.name] = emit(work, next.node, next.scope);
  }
  const { origins, formats, traits } = work;
  return { root: gathered.root, schema: { $ref, $defs }, origins, formats, traits };
}
function referencesOf(targets) {
  const references = /* @__PURE__ */ new Map();
  for (const reference of targets.keys()) {
    const own = references.get(reference.node) ?? /* @__PURE__ */ new Map();
    references.set(reference.node, own.set(reference.keyword, reference));
  }
  return references;
}
function define(work, node, scope) {
  const key2 = `${keyOf(node.file, node.pointer)}
${scope.key}`;
  let name = work.defs.get(key2);
  if (name === void 0) {
    name = `d${work.defs.size}`;
    work.defs.set(key2, name);
    work.queue.push({ name, node, scope });
  }
  return `#/$defs/${name}`;
}
function refer(work, node, keyword, scope) {
  const reference = work.references.get(node)?.get(keyword);
  const target = reference && work.gathered.targets.get(reference);
  if (reference === void 0 || target === void 0) return void 0;
  const end = keyword === "$ref" ? target : dynamicTarget(work.gathered.catalog, reference, target, scope);
  return define(work, end, enter(work.gathered.catalog, scope, end.base));
}
function emit(work, node, scope) {
  if (node.schema === true) return true;
  const out = {};
  work.origins.set(out, node);
  if (node.schema === false) return Object.assign(out, { not: {} });
  const { schema, draft } = node;
  const $ref = refer(work, node, "$ref", scope);
  if ($ref !== void 0) out.$ref = $ref;
  if ($ref !== void 0 && draft <= 7) {
    const rules = Object.keys(schema).filter((keyword) => !NO_RULES.has(keyword) && !isAnnotation(keyword));
    if (rules.length > 0) work.traits.besideRef = true;
    if (work.beside === "ignore") return out;
  }
  const more = ["$recursiveRef", "$dynamicRef"].flatMap((keyword) => refer(work, node, keyword, scope) ?? []);
  const below = (pointer, keyword) => {
    const inner = work.gathered.catalog.nodes.get(keyOf(node.file, pointer));
    const entered = inner.base === node.base ? scope : enter(work.gathered.catalog, scope, inner.base);
    if (!work.traits.unevaluated || SAME_VALUE2.has(keyword) || typeof inner.schema === "boolean")
      return emit(work, inner, entered);
    return { $ref: define(work, inner, entered) };
  };
  for (const keyword of Object.keys(schema)) {
    if (shapeOf(keyword, draft) === void 0 || NO_RULES.has(keyword)) continue;
    rule(work, node, out, keyword, schema[keyword], below);
  }
  if (more.length > 0)
    out.allOf = [...out.allOf ?? [], ...more.map((ref) => ({ $ref: ref }))];
  finish(work.traits, node, out);
  return out;
}
var NO_RULES = /* @__PURE__ */ new Set([
  "$schema",
  "$id",
  "id",
  "$anchor",
  "$ref",
  "$recursiveRef",
  "$recursiveAnchor",
  "$dynamicRef",
  "$dynamicAnchor",
  "$vocabulary",
  "$defs",
  "definitions"
]);
var SAME_VALUE2 = /* @__PURE__ */ new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "dependencies"
]);
function rule(work, node, out, keyword, value, below) {
  const here = child(node.pointer, keyword);
  const shape = shapeOf(keyword, node.draft);
  if (keyword === "format") {
    if (!isJudgedFormat(String(value))) return;
    work.formats.add(String(value));
    out.format = value;
  } else if (keyword === "exclusiveMaximum" || keyword === "exclusiveMinimum") {
    if (typeof value === "number") out[keyword] = value;
  } else if (keyword === "items" && Array.isArray(value)) {
    if (value.length > 0) out.prefixItems = value.map((_, index) => below(child(here, index), keyword));
    const rest = node.schema.additionalItems;
    if (rest !== void 0)
      out.items = rest === false ? false : below(child(node.pointer, "additionalItems"), keyword);
  } else if (keyword === "additionalItems") {
    return;
  } else if (keyword === "dependencies" && isObject(value)) {
    dependencies(out, value, (name) => below(child(here, name), keyword));
  } else if (shape === "schema" || shape === "schema-or-schemas") {
    const absent = ABSENT.has(keyword) || keyword === "items" && out.prefixItems !== void 0;
    out[keyword] = value === false && absent ? false : below(here, keyword);
  } else if (shape === "schemas" && Array.isArray(value)) {
    out[keyword] = value.map((_, index) => below(child(here, index), keyword));
  } else if (shape === "schema-map" && isObject(value)) {
    schemaMap(out, keyword, value, (name) => below(child(here, name), keyword));
  } else {
    out[keyword] = value;
  }
}
var ABSENT = /* @__PURE__ */ new Set([
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems"
]);

// src/schemas/prepare.ts
var compiled2 = /* @__PURE__ */ new Map();
var MOST_KEPT2 = 100;
async function prepare(source, load, deadlineMs) {
  const name = sourceName(source);
  try {
    const gathered = await gather(source, load);
    if (!gathered.ok) return gathered;
    const hash = createHash("sha256").update(JSON.stringify(gathered.value.texts)).digest("hex");
    const known = compiled2.get(hash);
    if (known !== void 0) return ok(known);
    const main = await read(gathered.value, "apply");
    const { traits } = main.normal;
    if (traits.unsupported !== void 0) return refuse(unsupported(name, traits.unsupported));
    if (!underDeadline(deadlineMs, main.all).done) return refuse(tooSlow(name, deadlineMs));
    const prepared = { name, catalog: gathered.value.catalog, main };
    if (traits.besideRef) prepared.standard = await read(gathered.value, "ignore");
    if (compiled2.size >= MOST_KEPT2) compiled2.clear();
    compiled2.set(hash, prepared);
    return ok(prepared);
  } catch (error) {
    return refuse(unusable(name, error));
  }
}
async function read(gathered, beside) {
  const normal = normalise(gathered, beside);
  const compile2 = await createEngine(normal);
  return { normal, all: once(() => compile2(true)), first: once(() => compile2(false)) };
}
function once(make) {
  let made;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
function unsupported(name, { node, keyword, why }) {
  const place = node.file.place(`${node.pointer}/${keyword}`, "key");
  return {
    code: "schema-unsupported",
    message: `The schema ${name} uses ${why}, which the validator is known to judge wrongly.`,
    hint: "Write the rule without this combination, or validate these files elsewhere.",
    path: node.file.name,
    ...place === void 0 ? {} : { place }
  };
}
function tooSlow(name, deadlineMs) {
  return {
    code: "schema-deadline",
    message: `The schema ${name} could not be compiled within ${deadlineMs} ms.`,
    hint: "Make the schema smaller, or split it.",
    path: name
  };
}
function unusable(name, error) {
  const deep = error instanceof RangeError;
  return {
    code: "schema-unusable",
    message: deep ? `The schema ${name} cannot be compiled: it is nested too deeply, or refers to itself without end.` : `The schema ${name} cannot be compiled: ${error instanceof Error ? error.message : String(error)}`,
    hint: "Nothing can be judged by it until it is corrected on the base branch.",
    path: name
  };
}

// src/schemas/schemas.ts
function createSchemas(load, options = {}) {
  const deadlineMs = options.deadlineMs ?? 2e3;
  const compileDeadlineMs = options.compileDeadlineMs ?? 1e4;
  const maxLength = options.maxDocumentBytes ?? 8 * 1024 * 1024;
  const known = /* @__PURE__ */ new Map();
  const prepared = (source) => {
    const key2 = JSON.stringify(
      source.kind === "path" ? source.path : [source.url, source.sha256?.toLowerCase()]
    );
    const before = known.get(key2);
    if (before !== void 0) return before;
    const now = prepare(source, load, compileDeadlineMs);
    known.set(key2, now);
    return now;
  };
  return {
    async prepare(source) {
      const result2 = await prepared(source);
      return result2.ok ? ok(void 0) : result2;
    },
    async judge(requests) {
      const judgements = new Array(requests.length);
      const groups = /* @__PURE__ */ new Map();
      for (const [index, { source, document }] of requests.entries()) {
        const schema = await prepared(source);
        if (!schema.ok) judgements[index] = { kind: "inconclusive", problem: schema.problem };
        else if (document.text.length > maxLength) judgements[index] = tooLarge(schema.value, maxLength);
        else groups.set(schema.value, [...groups.get(schema.value) ?? [], index]);
      }
      for (const [schema, indexes] of groups) {
        const documents = indexes.map((index) => requests[index].document);
        for (const [at2, judgement] of judgeBatch(schema, documents, deadlineMs).entries())
          judgements[indexes[at2]] = judgement;
      }
      return judgements;
    }
  };
}
var SHORTEST_SHARE_MS = 50;
function judgeBatch(schema, documents, deadlineMs) {
  const judgements = [];
  let share = deadlineMs;
  while (judgements.length < documents.length) {
    const batch = underDeadline(share, () => {
      while (judgements.length < documents.length)
        judgements.push(judgeDocument(schema, documents[judgements.length]));
    });
    if (batch.done) break;
    const suspect = documents[judgements.length];
    const alone = underDeadline(share, () => judgeDocument(schema, suspect));
    judgements.push(
      alone.done ? alone.value : { kind: "inconclusive", problem: overDeadline(schema, share) }
    );
    if (!alone.done) share = Math.max(SHORTEST_SHARE_MS, share / 2);
  }
  return judgements;
}
function overDeadline(schema, deadlineMs) {
  return {
    code: "schema-deadline",
    message: `Judging the file by ${schema.name} took longer than ${Math.round(deadlineMs)} ms and was stopped.`,
    hint: "Look for a regular expression in the schema that backtracks (such as `(a+)+`), or split the file."
  };
}
function tooLarge(schema, maxLength) {
  return {
    kind: "inconclusive",
    problem: {
      code: "schema-too-large",
      message: `The file is too large to be judged by ${schema.name}: more than ${Math.floor(maxLength / 1024)} KiB.`,
      hint: "Split the file."
    }
  };
}

// src/subjects/collisions.ts
async function findCollisions(after, changes, selected, policy) {
  const selectFolded = createSelector(foldedPolicy(policy));
  const suspects = changes.filter(
    (change2) => change2.after !== void 0 && (change2.status === "added" || change2.status === "renamed") && selectFolded(foldPath(change2.path))?.critical === true
  );
  if (suspects.length === 0) return ok([...selected]);
  const listed = await after.entries();
  if (!listed.ok) return listed;
  const twins = pathsByFold(listed.value.map((entry) => entry.path));
  const select = createSelector(policy);
  const found3 = new Map(selected.map((one) => [one.change.path, one]));
  for (const change2 of suspects) {
    const twin = (twins.get(foldPath(change2.path)) ?? []).find(
      (path) => path !== change2.path && select(path)?.critical === true
    );
    if (twin !== void 0) found3.set(change2.path, { change: change2, selection: select(twin), twin });
  }
  return ok([...found3.values()]);
}
function pathsByFold(paths) {
  const byFold = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const fold = foldPath(path);
    const same = byFold.get(fold);
    if (same) same.push(path);
    else byFold.set(fold, [path]);
  }
  return byFold;
}
function foldedPolicy(policy) {
  const critical = policy.critical.map((rule3) => ({ ...rule3, files: rule3.files.map(foldPath) }));
  return { ...policy, critical };
}

// src/policy/compare.ts
var THRESHOLDS2 = ["notice", "warning", "error"];
function weakerThan(before, after) {
  return [
    ...lostFiles(before, after),
    ...before.critical.flatMap((rule3) => lostByRule(rule3, after.critical)),
    ...before.environments.filter((pattern) => !after.environments.includes(pattern)).map((pattern) => `environments no longer names ${pattern}`),
    ...after.schemaHosts.filter((host) => !before.schemaHosts.includes(host)).map((host) => `schemas may be fetched from ${host} without a pinned sha256`),
    ...lostStrictness(before, after),
    ...easierToAcknowledge(before, after)
  ];
}
function lostFiles(before, after) {
  const globs = (rules) => rules.flatMap((rule3) => rule3.files);
  const now = new Set(globs(after.critical));
  const then = new Set(globs(before.critical));
  return [
    ...[...then].filter((glob) => !glob.startsWith("!") && !now.has(glob)).map((glob) => `${glob} is no longer critical`),
    ...[...now].filter((glob) => glob.startsWith("!") && !then.has(glob)).map((glob) => `${glob.slice(1)} is newly excluded`)
  ];
}
function lostByRule(before, after) {
  const same = after.filter((rule3) => rule3.files.some((glob) => before.files.includes(glob)));
  if (same.length === 0) return [];
  const name = before.files.join(", ");
  const lost = (word, then, now) => then.filter((pattern) => !now.includes(pattern)).map((pattern) => `${name}: ${word} no longer names ${pattern}`);
  const all = (pick) => same.flatMap(pick);
  const schema = JSON.stringify(before.schema);
  const keptSchema = before.schema === void 0 || same.some((rule3) => JSON.stringify(rule3.schema) === schema);
  return [
    ...lost(
      "protect",
      before.protect,
      all((rule3) => rule3.protect)
    ),
    ...lost(
      "freeze",
      before.freeze,
      all((rule3) => rule3.freeze)
    ),
    ...lost(
      "sensitive",
      before.sensitive,
      all((rule3) => rule3.sensitive)
    ),
    ...keptSchema ? [] : [`${name}: the schema is another one or none`]
  ];
}
function lostStrictness(before, after) {
  const threshold = (policy) => THRESHOLDS2.indexOf(policy.failOn ?? "error");
  return [
    ...threshold(after) > threshold(before) ? [`fail-on-severity is raised to ${after.failOn ?? "error"}`] : [],
    ...after.warnOnly === true && before.warnOnly !== true ? ["warn-only is turned on"] : []
  ];
}
function easierToAcknowledge(before, after) {
  const added = (then = [], now = []) => now.filter((each) => !then.includes(each));
  const approvers = ({ critical }) => critical.flatMap((rule3) => (rule3.approvers ?? []).map((name) => `${rule3.files.join(", ")}: ${name}`));
  const accepts = ({ accept = [] }) => accept.map(({ finding: finding2, expires }) => `${finding2} is accepted until ${expires}`);
  const label = ({ acknowledge: acknowledge2 }) => acknowledge2?.label ? [`the label ${acknowledge2.label.name} by role ${acknowledge2.label.role}`] : [];
  return [
    ...added(approvers(before), approvers(after)).map((each) => `${each} may acknowledge findings`),
    ...added(label(before), label(after)).map((each) => `${each} acknowledges findings`),
    ...added(before.acknowledge?.inconclusive, after.acknowledge?.inconclusive).map(
      (name) => `${name} may let pass what could not be judged`
    ),
    ...after.acknowledge?.keepWhenUnchanged && !before.acknowledge?.keepWhenUnchanged ? ["approvals of earlier commits count"] : [],
    ...added(accepts(before), accepts(after))
  ];
}

// src/subjects/read.ts
async function readVersions(pair, selected) {
  const wanted = selected.map(({ change: change2 }) => ({
    before: change2.before,
    after: change2.after
  }));
  const [before, after] = await Promise.all([
    readBlobs(
      pair.before,
      wanted.flatMap((entries) => entries.before ?? [])
    ),
    readBlobs(
      pair.after,
      wanted.flatMap((entries) => entries.after ?? [])
    )
  ]);
  const versions = [];
  let [nextBefore, nextAfter] = [0, 0];
  for (const [index, entries] of wanted.entries()) {
    const { format } = selected[index].selection;
    const one = {};
    if (entries.before !== void 0)
      one.before = await toDocument(entries.before, before[nextBefore++], format);
    if (entries.after !== void 0) {
      const blob = after[nextAfter++];
      const same = entries.before?.id === entries.after.id && one.before?.kind === "parsed";
      one.after = same ? one.before : await toAfter(entries.after, blob, format, one.before);
    }
    versions.push(one);
  }
  return versions;
}
async function toAfter(entry, blob, format, before) {
  const after = await toDocument(entry, blob, format);
  if (format !== void 0 || after.kind !== "text" || before?.kind !== "parsed") return after;
  return toDocument(entry, blob, before.format);
}
function toDocument(entry, blob, format) {
  return readDocument(entry, blob, format === void 0 ? {} : { format });
}
async function readBlobs(snapshot, entries) {
  const blobs = [];
  if (entries.length === 0) return blobs;
  for await (const blob of snapshot.read(entries)) blobs.push(blob);
  while (blobs.length < entries.length) blobs.push({ id: entries[blobs.length].id, refused: "missing" });
  return blobs;
}

// src/subjects/judge.ts
async function judgeVersions(schemas, selected, versions) {
  const judged = selected.map(() => ({ verdicts: [], unjudged: [] }));
  const requests = [];
  for (const [index, { selection }] of selected.entries()) {
    const document = versions[index].after;
    if (document?.kind !== "parsed") continue;
    for (const source of selection.schemas) {
      const prepared = await schemas.prepare(source);
      if (prepared.ok) requests.push({ index, source, document: withValue(document) });
      else if (prepared.problem.code === "schema-missing") {
        judged[index].verdicts.push({ schema: sourceName(source), missing: prepared.problem });
      } else judged[index].unjudged.push(prepared.problem);
    }
  }
  const after = await schemas.judge(requests);
  const before = await judgeBefore(schemas, requests, after, versions);
  for (const [at2, { index, source }] of requests.entries()) {
    const judgement = after[at2];
    if (judgement.kind === "inconclusive") judged[index].unjudged.push(judgement.problem);
    judged[index].verdicts.push({ schema: sourceName(source), before: before[at2], after: judgement });
  }
  return judged;
}
function withValue(document) {
  if (document.values.length > 0) return document;
  return { ...document, values: [document.format === "yaml" ? null : {}] };
}
async function judgeBefore(schemas, requests, after, versions) {
  const results = requests.map(() => void 0);
  const again = requests.flatMap(({ index, source }, at2) => {
    const document = versions[index].before;
    return after[at2].kind === "invalid" && document?.kind === "parsed" ? [{ at: at2, source, document: withValue(document) }] : [];
  });
  const judgements = again.length === 0 ? [] : await schemas.judge(again);
  for (const [next, { at: at2 }] of again.entries()) results[at2] = judgements[next];
  return results;
}

// src/subjects/subjects.ts
var GROUP = 64;
async function* prepareSubjects(pair, families, schemas, selected) {
  let next = readGroup(pair, families, selected, 0);
  for (let start2 = 0; start2 < selected.length; start2 += GROUP) {
    const versions = await next;
    const group = selected.slice(start2, start2 + GROUP);
    next = readGroup(pair, families, selected, start2 + GROUP);
    const judged = await judgeVersions(schemas, group, versions);
    yield group.map((one, index) => ({
      subject: toSubject(one, versions[index], judged[index].verdicts, families),
      unjudged: judged[index].unjudged
    }));
  }
}
async function readGroup(pair, families, selected, start2) {
  const group = selected.slice(start2, start2 + GROUP);
  const versions = await readVersions(pair, group);
  await families.load(group);
  return versions;
}
function toSubject({ change: change2, selection, twin }, { before, after }, verdicts, families) {
  const difference = differenceOf(before, after, selection.identity);
  const hides = hiddenBy(selection, before, after);
  return {
    change: change2,
    selection,
    ...before === void 0 ? {} : { before },
    ...after === void 0 ? {} : { after },
    difference,
    lines: linesOf2(before, after, difference),
    context: {
      schemas: () => verdicts,
      show: (value, segments) => showValue(value, segments, hides),
      environment: () => families?.environment(change2.path),
      siblings: () => families?.siblings(change2.path) ?? [],
      twin: () => twin
    }
  };
}
function differenceOf(before, after, identity) {
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return void 0;
  const lists = Object.keys(identity);
  if (lists.length === 0) return compareKeys(before, after);
  return compareKeys(before, after, (segments) => {
    const pattern = matcherOf(lists)(segments);
    return pattern === void 0 ? void 0 : identity[pattern];
  });
}
function linesOf2(before, after, difference) {
  const doubt = difference === void 0 || difference.keys.share < THRESHOLDS.keysDoubtful || difference.values.share < THRESHOLDS.valuesDoubtful;
  const [then, now] = [textOf(before), textOf(after)];
  return doubt && then !== void 0 && now !== void 0 ? retainedLines(then, now) : void 0;
}

// src/subjects/guards.ts
var SELECTION = {
  rule: "holdfast",
  critical: true,
  schemas: [],
  protect: [],
  freeze: [],
  sensitive: [],
  identity: {}
};
var WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
var USES = /^[^#\n]*\buses\s*:[^#\n]*\bholdfast\b/im;
var COMMAND = /^(?!\s*(?:-\s+)?name\s*:)[^#\n]*\bholdfast\s+check\b/m;
function selectGuards(changes, policy) {
  const schemas = schemaPaths(policy);
  return changes.flatMap(
    (change2) => isPolicy(change2, policy) || schemas.has(change2.path) || WORKFLOW.test(change2.path) ? [{ change: change2, selection: SELECTION }] : []
  );
}
async function guardOf({ change: change2 }, { before, after }, policy) {
  if (isPolicy(change2, policy)) {
    return { kind: "policy", change: await policyChange(change2, textOf(after), policy) };
  }
  if (schemaPaths(policy).has(change2.path)) return { kind: "schema" };
  return runsHoldfast(before) ? { kind: "workflow", runs: runsHoldfast(after) } : void 0;
}
function runsHoldfast(workflow) {
  const text = textOf(workflow) ?? "";
  return USES.test(text) || COMMAND.test(text);
}
async function policyChange(change2, after, policy) {
  if (change2.after === void 0) return { kind: "removed" };
  const read2 = await readPolicy(after ?? "", change2.path, { kind: "base", path: change2.path });
  if (!read2.ok) return { kind: "invalid", problem: read2.problem.message, place: read2.problem.place };
  if (change2.before === void 0) return besideAnother(change2, policy) ?? { kind: "added" };
  return { kind: "edited", weaker: weakerThan(policy, read2.value) };
}
function besideAnother({ path, from }, { origin }) {
  if (origin.kind !== "base" || origin.path === path || origin.path === from) return void 0;
  if (!policyPaths.includes(origin.path)) return void 0;
  const problem = `${origin.path} is the policy already, and with both of them no change can be judged`;
  return { kind: "invalid", problem, place: void 0 };
}
function isPolicy({ path }, { origin }) {
  return policyPaths.includes(path) || origin.kind === "base" && origin.path === path;
}
function schemaPaths(policy) {
  return new Set(
    [...policy.critical, ...policy.schemas].flatMap(
      ({ schema }) => schema?.kind === "path" ? [schema.path] : []
    )
  );
}
async function prepareGuards(pair, policy, selected) {
  const versions = await readVersions(pair, selected);
  const subjects = [];
  for (const [index, one] of selected.entries()) {
    const guard = await guardOf(one, versions[index], policy);
    if (guard !== void 0) subjects.push({ ...toSubject(one, versions[index], [], void 0), guard });
  }
  return subjects;
}

// src/changes/pair.ts
function withRenames(raw, renames) {
  const origins = new Map([...renames].map(([from, to]) => [to, from]));
  const removed = new Map(
    raw.flatMap((change2) => isRemoval(change2) ? [[change2.path, change2.before]] : [])
  );
  return raw.map((change2) => {
    const to = renames.get(change2.path);
    const from = origins.get(change2.path);
    if (isRemoval(change2)) return toChange("removed", change2, to === void 0 ? {} : { to });
    if (from !== void 0) return toChange("renamed", { ...change2, before: removed.get(from) }, { from });
    if (change2.before === void 0) return toChange("added", change2, {});
    const retyped = change2.before.mode !== change2.after?.mode;
    return toChange(retyped ? "retyped" : "modified", change2, {});
  });
}
function toChange(status, raw, more) {
  return { status, ...raw, ...more };
}
function isRemoval(change2) {
  return change2.before !== void 0 && change2.after === void 0;
}
function isAddition(change2) {
  return change2.before === void 0 && change2.after !== void 0;
}
function exactRenames(raw) {
  const added = /* @__PURE__ */ new Map();
  for (const change2 of raw) {
    if (!isAddition(change2)) continue;
    const paths = added.get(change2.after.id);
    if (paths) paths.push(change2.path);
    else added.set(change2.after.id, [change2.path]);
  }
  const renames = /* @__PURE__ */ new Map();
  for (const change2 of raw) {
    if (!isRemoval(change2)) continue;
    const candidates = added.get(change2.before.id);
    if (candidates === void 0 || candidates.length === 0) continue;
    const sameName = candidates.findIndex((path) => baseName(path) === baseName(change2.path));
    const [to] = candidates.splice(Math.max(0, sameName), 1);
    renames.set(change2.path, to);
  }
  return renames;
}

// src/subjects/renames.ts
var ALIKE = 0.5;
var MOST_REMOVALS = 50;
var MOST_CANDIDATES = 8;
async function findRenames(pair, raw, policy) {
  const renames = exactRenames(raw);
  const taken = new Set(renames.values());
  const select = createSelector(policy);
  const removed = raw.filter(isRemoval).filter(({ path }) => !renames.has(path) && select(path)?.critical === true).slice(0, MOST_REMOVALS);
  const added = raw.filter(isAddition).filter(({ path }) => !taken.has(path));
  if (removed.length === 0 || added.length === 0) return withRenames(raw, renames);
  const before = await texts(
    pair.before,
    removed.map((change2) => change2.before)
  );
  const candidates = new Map(removed.map(({ path }) => [path, candidatesFor(path, added)]));
  const wanted = [...new Set([...candidates.values()].flat())];
  const after = await texts(pair.after, wanted);
  for (const { path } of removed) {
    const to = mostAlike(before.get(path), candidates.get(path) ?? [], after, taken);
    if (to === void 0) continue;
    taken.add(to);
    renames.set(path, to);
  }
  return withRenames(raw, renames);
}
function candidatesFor(path, added) {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? "";
  const distance = (other) => baseName(other) === baseName(path) ? 0 : directoryOf(other) === directoryOf(path) ? 1 : 2;
  return added.filter((change2) => change2.after.mode === "file" && change2.path.endsWith(extension)).sort((left, right) => distance(left.path) - distance(right.path)).slice(0, MOST_CANDIDATES).map((change2) => change2.after);
}
function mostAlike(text, candidates, texts2, taken) {
  if (text === void 0 || text.trim() === "") return void 0;
  let best;
  for (const { path } of candidates) {
    const other = texts2.get(path);
    if (other === void 0 || taken.has(path)) continue;
    const { share } = retainedLines(text, other);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { path, share };
  }
  return best?.path;
}
async function texts(snapshot, entries) {
  const blobs = await readBlobs(snapshot, entries);
  return new Map(entries.flatMap((entry, index) => toText(entry.path, blobs[index])));
}
function toText(path, blob) {
  return "bytes" in blob ? [[path, Buffer.from(blob.bytes).toString("utf8")]] : [];
}

// src/subjects/select.ts
function selectChanges(changes, policy, guards) {
  const select = createSelector(policy);
  const guarded2 = new Set(guards.map(({ change: change2 }) => change2.path));
  return changes.flatMap((change2) => {
    const selection = select(change2.path);
    if (selection === void 0) return [];
    return selection.rule === "default" && guarded2.has(change2.path) ? [] : [{ change: change2, selection }];
  });
}

// src/subjects/siblings.ts
var NONE = { environment: () => void 0, load: async () => {
}, siblings: () => [] };
async function openFamilies(before, policy, selected) {
  const known = environmentFamilies(policy.environments, []);
  if (!selected.some(({ change: change2 }) => known.get(change2.path) !== void 0)) return ok(NONE);
  const listed = await before.entries();
  if (!listed.ok) return listed;
  const entries = new Map(listed.value.map((entry) => [entry.path, entry]));
  const families = environmentFamilies(policy.environments, [...entries.keys()]);
  const documents = /* @__PURE__ */ new Map();
  const siblingEntries = (path) => (families.get(path)?.others ?? []).flatMap(({ path: other, environment }) => {
    const entry = entries.get(other);
    return entry === void 0 ? [] : [{ entry, environment }];
  });
  return ok({
    environment: (path) => families.get(path)?.environment,
    async load(group) {
      const wanted = group.filter(({ change: change2 }) => change2.before !== void 0 && change2.after !== void 0);
      const missing2 = /* @__PURE__ */ new Map();
      for (const like of wanted) {
        for (const { entry } of siblingEntries(like.change.path)) {
          if (!documents.has(entry.path)) missing2.set(entry.path, { entry, like });
        }
      }
      const order = [...missing2.values()];
      const blobs = await readBlobs(
        before,
        order.map(({ entry }) => entry)
      );
      for (const [index, { entry, like }] of order.entries()) {
        documents.set(entry.path, await toDocument(entry, blobs[index], like.selection.format));
      }
    },
    siblings: (path) => siblingEntries(path).flatMap(({ entry, environment }) => {
      const document = documents.get(entry.path);
      return document === void 0 ? [] : [{ path: entry.path, environment, id: entry.id, document }];
    })
  });
}

// src/verdict/summary.ts
var MOST_KEYS = 50;
var MOST_LINES = 100;
function summarise(subject, found3) {
  const { change: change2, selection, difference, lines, after } = subject;
  const summary2 = {
    path: change2.path,
    status: change2.status,
    rule: selection.rule,
    critical: selection.critical
  };
  if (change2.from !== void 0) summary2.from = change2.from;
  if (change2.to !== void 0) summary2.to = change2.to;
  if (selection.service !== void 0) summary2.service = selection.service;
  if (after?.kind === "parsed" || after?.kind === "broken") summary2.format = after.format;
  if (lines !== void 0) summary2.linesKept = round(lines.share);
  if (difference === void 0) return { ...summary2, ...lineSummaries(subject) };
  summary2.keysKept = round(difference.keys.share);
  summary2.keys = difference.changes.slice(0, MOST_KEYS).map((key2) => toKeySummary(subject, key2, found3));
  if (difference.changes.length > MOST_KEYS) summary2.keysTotal = difference.changes.length;
  return summary2;
}
function lineSummaries({ before, after, selection }) {
  const [then, now] = [textOf(before), textOf(after)];
  if (then === void 0 || now === void 0 || isEncrypted(before) || isEncrypted(after)) return {};
  if (selection.sensitive.length > 0) return {};
  const hunks = lineHunks(then, now);
  if (hunks === void 0 || hunks.length === 0) return {};
  const shown = { "-": maskedLines(then), "+": maskedLines(now) };
  const lines = hunks.flatMap((hunk) => numbered(hunk)).map(({ sign, line }) => ({ sign, line, text: shown[sign](line - 1) }));
  const first = lines.slice(0, MOST_LINES);
  return lines.length > first.length ? { lines: first, linesTotal: lines.length } : { lines: first };
}
function numbered({ beforeLine, afterLine, lines }) {
  const changed = [];
  let [before, after] = [beforeLine, afterLine];
  for (const line of lines) {
    if (line.startsWith("-")) changed.push({ sign: "-", line: before });
    if (line.startsWith("+")) changed.push({ sign: "+", line: after });
    if (!line.startsWith("+")) before += 1;
    if (!line.startsWith("-")) after += 1;
  }
  return changed;
}
function isEncrypted(document) {
  return document?.kind === "opaque" && document.reason === "encrypted";
}
function toKeySummary({ before, after, context: context2 }, change2, found3) {
  const document = change2.kind === "removed" ? before : after;
  const line = found3 && document?.kind === "parsed" ? document.place(change2.key, change2.document)?.line : void 0;
  const summary2 = { kind: change2.kind, key: change2.name };
  if (line !== void 0) summary2.line = line;
  if (change2.before !== void 0) summary2.before = context2.show(change2.before, change2.segments);
  if (change2.after !== void 0) summary2.after = context2.show(change2.after, change2.segments);
  return summary2;
}
function round(share) {
  return Math.round(share * 1e3) / 1e3;
}

// src/verdict/unread.ts
var DETAIL = {
  encrypted: "It is encrypted: its keys are not compared.",
  template: "It is a template: its keys are not compared.",
  binary: "It is binary: nothing of it is compared.",
  "too-large": "It is too large to be compared.",
  encoding: "It is not UTF-8 text: nothing of it is compared.",
  missing: "The repository does not hold its content (a partial clone, or a damaged one).",
  link: "It is a symbolic link or a submodule: what it points to is not looked at."
};
var HINT = {
  encrypted: "Have the change reviewed by someone who can decrypt it.",
  template: "Check the rendered file where it is rendered.",
  binary: "Take it out of the policy, or keep the configuration as text.",
  "too-large": "Split the file, or take it out of the policy.",
  encoding: "Save it as UTF-8.",
  missing: "Fetch the missing objects, and run the check again.",
  link: "Keep the configuration itself at this path."
};
function unreadParts(subject, unjudged) {
  const { change: change2, selection } = subject;
  if (change2.after === void 0) return [];
  const path = change2.path;
  const found3 = unjudged.map((problem) => ({
    path,
    reason: problem.code,
    detail: problem.message,
    hint: problem.hint,
    blocks: true
  }));
  const unread = unreadVersion(subject);
  if (unread !== void 0) found3.push({ path, ...unread });
  if (!demandsKeys(selection)) return found3;
  if (subject.after?.kind === "text") found3.push({ path, ...NO_KEYS2 });
  if (isUncompared(subject)) found3.push({ path, ...UNCOMPARED });
  return found3;
}
var NO_KEYS2 = {
  reason: "no-keys",
  detail: "The policy asks for a schema or for keys, and this file is read as text without keys.",
  hint: "Name its format in the policy (format: yaml), or take schema, protect and freeze away.",
  blocks: true
};
var UNCOMPARED = {
  reason: "unreadable-before",
  detail: "The version before the change cannot be read by key, so what the policy asks for could not be judged.",
  hint: "Have the repaired file reviewed, and acknowledged by somebody whom the policy names.",
  blocks: true
};
function demandsKeys({ schemas, protect, freeze }) {
  return schemas.length + protect.length + freeze.length > 0;
}
function isUncompared({ selection, before, after }) {
  if (before === void 0 || before.kind === "parsed") return false;
  const pinned = selection.protect.length + selection.freeze.length > 0;
  return after?.kind === "broken" || pinned && after?.kind === "parsed";
}
function unreadVersion({ selection, before, after }) {
  const then = reasonOf(before);
  const now = reasonOf(after);
  if (now !== void 0) {
    const ordinary = now === "template" || now === "encrypted" && (before === void 0 || then === "encrypted");
    const blocks = now === "missing" || demandsKeys(selection) || selection.critical && !ordinary;
    return { reason: now, detail: DETAIL[now], hint: HINT[now], blocks };
  }
  if (then === void 0) return void 0;
  return {
    reason: then,
    detail: `The version before the change was not compared. ${DETAIL[then]}`,
    hint: HINT[then],
    blocks: then === "missing" || then === "too-large" && selection.critical
  };
}
function reasonOf(document) {
  return document?.kind === "opaque" ? document.reason : void 0;
}

// src/check.ts
async function check(pair, options) {
  const [raw, chosen] = await Promise.all([pair.differences(), options.policy(pair.before)]);
  if (!raw.ok) return raw;
  if (!chosen.ok) return chosen;
  const policy = chosen.value;
  const changes = await findRenames(pair, raw.value, policy);
  const guards = await prepareGuards(pair, policy, selectGuards(changes, policy));
  const selected = await findCollisions(pair.after, changes, selectChanges(changes, policy, guards), policy);
  if (!selected.ok) return selected;
  const families = await openFamilies(pair.before, policy, selected.value);
  if (!families.ok) return families;
  const schemas = createSchemas(options.schemas(policy));
  const findings = [];
  const summaries = [];
  const notLookedAt3 = [];
  const ruled = new Set(selected.value.map(({ change: change2 }) => change2.path));
  for (const guard of guards) {
    findings.push(...runChecks(guard, [policyChanged], policy.origin));
    if (!ruled.has(guard.change.path)) summaries.push(summarise(guard, true));
  }
  for await (const group of prepareSubjects(pair, families.value, schemas, selected.value)) {
    for (const { subject, unjudged } of group) {
      const found3 = runChecks(subject, checks, policy.origin);
      findings.push(...found3);
      notLookedAt3.push(...unreadParts(subject, unjudged));
      summaries.push(summarise(subject, found3.length > 0));
    }
    options.progress?.(summaries.length, selected.value.length + guards.length);
  }
  return ok(toDecision(pair, policy, { findings, changes: summaries, notLookedAt: notLookedAt3 }));
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
    for (const { by, at: at2, how, done } of reached(left, decision, policy, evidence)) {
      for (const blocker of done) settled.add(blocker);
      acknowledged.push({ by: by.login, at: at2, how, fingerprints: marks(done) });
    }
  }
  if (acknowledged.length + expired.length + notes.length === 0) return decision;
  const gone = new Set([...settled].map((blocker) => blocker.of));
  const findings = sortFindings([...decision.findings, ...expired]);
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
    Object.entries(evidence.decisions).map(([commit, at2]) => [commit, saidOf(at2, policy)])
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

// src/adapters/git/open-pair.ts
import { resolve as resolve2, sep } from "node:path";

// src/adapters/git/resolve.ts
var DEPTHS = [50, 1e3];
async function resolvePlan(repository, plan) {
  switch (plan.kind) {
    case "nothing":
      return ok({ nothing: plan.why });
    case "merge":
      return resolveMerge(repository, plan.merge, plan.expectedHead);
    case "pair":
      return resolvePair(repository, plan.base, plan.head);
    case "fork":
      return resolveFork(repository, plan);
    case "created":
      return resolveCreated(repository, plan);
  }
}
async function resolveMerge(repository, merge, expectedHead) {
  const commits = await fetchMissing(repository, [merge]);
  if (!commits.ok) return commits;
  const { parents } = commits.value[0];
  const [base, head] = parents;
  if (base === void 0 || head === void 0 || parents.length > 2) return refuse(notAMerge(merge));
  if (expectedHead !== void 0 && head !== expectedHead)
    return refuse(staleMerge(merge, head, expectedHead));
  const before = await fetchMissing(repository, [base]);
  return before.ok ? ok({ base, head: merge }) : before;
}
async function resolvePair(repository, base, head) {
  const from = await idOf(repository, base);
  if (!from.ok) return from;
  const to = await idOf(repository, head);
  if (!to.ok) return to;
  const commits = await fetchMissing(repository, [from.value, to.value]);
  return commits.ok ? ok({ base: commits.value[0].id, head: commits.value[1].id }) : commits;
}
async function resolveFork(repository, plan) {
  if (plan.merge !== void 0) {
    const merged = await resolveMerge(repository, plan.merge, plan.head);
    if (merged.ok) return merged;
  }
  const base = await forkPoint(repository, plan.base, plan.head);
  return base.ok ? ok({ base: base.value, head: plan.head }) : base;
}
async function resolveCreated(repository, plan) {
  const commits = await fetchMissing(repository, [plan.head]);
  if (!commits.ok) return commits;
  const { id: head, parents } = commits.value[0];
  const branch = await defaultBranchOf(repository, plan.defaultBranch);
  if (!branch.ok) return branch;
  if (plan.ref === `refs/heads/${branch.value}`) {
    const [base2] = parents;
    if (base2 === void 0)
      return ok({ nothing: `${plan.ref} begins with this commit: nothing was there before` });
    const before = await fetchMissing(repository, [base2]);
    return before.ok ? ok({ base: base2, head }) : before;
  }
  const tracked = await resolveCommit(repository, `refs/remotes/origin/${branch.value}`);
  const tip = tracked.ok ? tracked : await idOf(repository, `refs/heads/${branch.value}`);
  if (!tip.ok) return tip;
  const base = await forkPoint(repository, tip.value, head);
  if (!base.ok) return base;
  if (base.value !== head) return ok({ base: base.value, head });
  return ok({ nothing: `${plan.ref} is new, and all of its commits are on ${branch.value} already` });
}
async function defaultBranchOf(repository, stated) {
  if (stated !== void 0) return ok(stated);
  const found3 = await defaultBranch(repository);
  return found3.ok ? ok(found3.value.replace(/^refs\/(?:heads|remotes\/origin)\//, "")) : found3;
}
async function forkPoint(repository, a, b) {
  const commits = await fetchMissing(repository, [a, b]);
  if (!commits.ok) return commits;
  let base = await mergeBase(repository, a, b);
  for (const depth of repository.shallow ? DEPTHS : []) {
    if (base.ok || base.problem.code !== "no-merge-base") return base;
    const fetched = await fetchCommits(repository, [a, b], depth);
    if (!fetched.ok) return fetched;
    base = await mergeBase(repository, a, b);
  }
  return base;
}
async function idOf(repository, name) {
  if (isObjectId(name)) return ok(name);
  const local = await resolveCommit(repository, name);
  if (local.ok || local.problem.code !== "unknown-ref" || !isPlainRef(name)) return local;
  const refs = name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  const found3 = await remoteRefs(repository, refs);
  const id = found3.ok ? refs.map((ref) => found3.value.get(ref)).find(Boolean) : void 0;
  return id === void 0 ? local : ok(id);
}
function isPlainRef(name) {
  return /^(?![-./])[^\0-\x20\x7f~^:?*[\]\\@{}]+$/.test(name);
}
async function fetchMissing(repository, ids) {
  const lookUp = () => Promise.all(ids.map((id) => repository.objects.commit(id)));
  let found3 = await lookUp();
  const missing2 = ids.filter((_, index) => isMissing(found3[index]));
  if (missing2.length > 0) {
    const fetched = await fetchCommits(repository, missing2);
    if (!fetched.ok) return refuse(notFetched(missing2, fetched.problem));
    found3 = await lookUp();
  }
  const commits = [];
  for (const commit of found3) {
    if (!commit.ok) return commit;
    commits.push(commit.value);
  }
  return ok(commits);
}
function isMissing(result2) {
  return !result2.ok && result2.problem.code === "missing-commit";
}
function notFetched(ids, reason) {
  return {
    code: "missing-commit",
    message: `This clone does not have ${ids.join(" and ")}. ${reason.message}`,
    hint: `${reason.hint} If a forced push has removed the commit, set the input \`base\`.`
  };
}
function notAMerge(merge) {
  return {
    code: "not-a-merge",
    message: `The commit ${merge} of this pull request's run does not have two parents.`,
    hint: "Set the inputs `base` and `head`, for example to the base branch and the head of the pull request."
  };
}
function staleMerge(merge, head, expected) {
  return {
    code: "stale-merge",
    message: `The test merge ${merge} is of ${head}, but the head of the pull request is ${expected}.`,
    hint: "Push to the pull request, or close and reopen it, so that GitHub makes a new test merge."
  };
}

// src/adapters/git/open-pair.ts
async function openLocalPair(options) {
  if ([options.staged, options.worktree, options.head !== void 0].filter(Boolean).length > 1) {
    return refuse(conflictingOptions());
  }
  return opening(options, async (repository) => {
    if (options.staged || options.worktree) return localPair(repository, options);
    const commits = await localCommits(repository, options);
    return commits.ok ? ok(commitPair(repository, commits.value.base, commits.value.head)) : commits;
  });
}
async function openEventPair(options) {
  const { base, head } = options;
  const plan = planRefs(options.event, { ...base && { base }, ...head && { head } });
  if (!plan.ok) return plan;
  if (plan.value.kind === "nothing") return ok({ nothing: plan.value.why });
  const { value } = plan;
  return opening(options, async (repository) => {
    const commits = await resolvePlan(repository, value);
    if (!commits.ok) return commits;
    if ("nothing" in commits.value) return ok(commits.value);
    return ok(commitPair(repository, commits.value.base, commits.value.head));
  });
}
async function opening(options, toPair) {
  const opened = await openRepository(options);
  if (!opened.ok) return opened;
  const repository = opened.value;
  let kept = false;
  try {
    const pair = await toPair(repository);
    if (!pair.ok) return pair;
    if ("nothing" in pair.value) return ok(pair.value);
    kept = true;
    return ok(start(repository, pair.value));
  } finally {
    if (!kept) await repository.close();
  }
}
function start(repository, pair) {
  const differences = pair.differences();
  const close = async () => {
    await Promise.all([differences, repository.close()]);
  };
  return { ...pair, repository, close };
}
async function localCommits(repository, options) {
  const [head, named] = await Promise.all([
    resolveCommit(repository, options.head ?? "HEAD"),
    options.base === void 0 ? void 0 : resolveCommit(repository, options.base)
  ]);
  if (!head.ok) return head;
  if (named !== void 0) return named.ok ? ok({ base: named.value, head: head.value }) : named;
  const branch = await defaultBranch(repository);
  if (!branch.ok) return branch;
  const tip = await resolveCommit(repository, branch.value);
  if (!tip.ok) return tip;
  const base = await mergeBase(repository, tip.value, head.value);
  return base.ok ? ok({ base: base.value, head: head.value }) : base;
}
async function localPair(repository, options) {
  const { workTree } = repository;
  if (workTree === void 0) return refuse(noWorkTree(repository));
  const base = await resolveCommit(repository, options.base ?? "HEAD");
  const unborn = !base.ok && base.problem.code === "empty-repository";
  if (!base.ok && !(unborn && options.staged)) return base;
  const indexFile = hookIndex(repository);
  const local = { ...base.ok && { base: base.value }, ...indexFile && { indexFile } };
  const { indexPair, worktreePair } = await import("./local-Z4AGME6R.js");
  return ok(options.staged ? indexPair(repository, local) : worktreePair({ ...repository, workTree }, local));
}
function hookIndex(repository) {
  const stated = process.env.GIT_INDEX_FILE;
  if (!stated) return void 0;
  const file = resolve2(stated);
  return file.startsWith(`${repository.gitDir}${sep}`) ? file : void 0;
}
function conflictingOptions() {
  return {
    code: "conflicting-options",
    message: "Only one of --head, --staged and --worktree can say what is compared with the base.",
    hint: "Leave out all but one of them."
  };
}
function noWorkTree(repository) {
  return {
    code: "no-work-tree",
    message: `The repository \`${repository.gitDir}\` has no work tree.`,
    hint: "Compare commits: --base A --head B."
  };
}

// src/reports/github.ts
var MOST_OF_A_KIND = 10;
var LONGEST_MESSAGE = 4096;
var LONGEST_TITLE = 200;
var githubReport = (decision) => {
  const all = [...unseen(decision), ...found2(decision)];
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
function found2({ findings, base }) {
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
    `title=${commandProperty(shorten2(plainLine(title), LONGEST_TITLE))}`
  ];
  return `::${severity} ${properties.join(",")}::${commandMessage(shorten2(whole, LONGEST_MESSAGE - note2.length) + note2)}`;
}
function shorten2(text, most) {
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
    changes: decision.changes.map(change),
    notLookedAt: decision.notLookedAt.map(notLookedAt),
    acknowledged: decision.acknowledged?.map(acknowledgement)
  };
}
function finding(found3) {
  return {
    check: found3.check,
    severity: found3.severity,
    path: found3.path,
    line: found3.line,
    column: found3.column,
    side: found3.side,
    key: found3.key,
    service: found3.service,
    args: sorted(found3.args),
    fingerprint: found3.fingerprint,
    excerpt: found3.excerpt && { first: found3.excerpt.first, lines: found3.excerpt.lines },
    folded: found3.folded?.map(finding)
  };
}
function change(summary2) {
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
    reason: item.reason,
    detail: item.detail,
    hint: item.hint,
    blocks: item.blocks
  };
}
function acknowledgement({ by, at: at2, how, fingerprints, reason }) {
  return { by, at: at2, how, fingerprints, reason };
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
            rules: checks.map((check2) => rule2(check2, docsUrl))
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
function rule2(check2, docsUrl) {
  const help = `${check2.help}

${check2.configure}`;
  return {
    id: check2.id,
    name: titleOf(check2.id).replace(/ (\w)/g, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: check2.summary },
    fullDescription: { text: check2.summary },
    help: { text: help, markdown: help },
    ...docsUrl === void 0 ? {} : { helpUri: `${docsUrl}/checks/${check2.id}.md` },
    defaultConfiguration: { level: LEVELS[check2.severity] },
    properties: { tags: ["configuration"] }
  };
}
function result(finding2, base) {
  const { what, why, fix } = describe(finding2, base);
  const index = checks.findIndex((check2) => check2.id === finding2.check);
  return {
    ruleId: finding2.check,
    ...index === -1 ? {} : { ruleIndex: index },
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
    locations: [{ physicalLocation: { artifactLocation: artifact(item.path) } }]
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
  return { uri, uriBaseId: "%SRCROOT%" };
}
function messageText(text) {
  return visible(text).replaceAll("](", "] (");
}

// src/reports/terminal-file.ts
var FULL_FINDINGS = 8;
var MOST_KEYS2 = 12;
var MOST_FOLDED = 5;
function fileSection(page, path, findings, change2) {
  const { style } = page;
  const lines = fileTitle(page, path, change2 ?? { service: findings[0]?.service });
  for (const finding2 of findings.slice(0, FULL_FINDINGS)) lines.push("", ...findingLines(page, finding2));
  const left = findings.slice(FULL_FINDINGS);
  if (left.length > 0) {
    const text = `\u2026 and ${plural(left.length, "more finding")} in this file; --format json lists them all`;
    lines.push("", ...indented(page, text));
  }
  if (change2 === void 0) return lines;
  const kept = retentionText(change2);
  const difference = differenceSection(page, change2);
  if (kept !== void 0 || difference.length > 0) lines.push("");
  if (kept !== void 0) lines.push(...labelled(page, style.quiet, "kept", kept));
  return [...lines, ...difference];
}
function differenceSection({ style, width }, change2) {
  const { lines, more, noun } = differenceLines(change2, MOST_KEYS2);
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
function fileTitle({ style, width }, path, change2) {
  const { service, critical, status, from, to } = change2;
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
  const { check: check2, path, line, column, side, key: key2 } = finding2;
  const parts = [check2];
  if (isWholeFile(finding2)) return check2;
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
  const range = `${shortId(decision.base)} \u2192 ${shortId(decision.head)}`;
  const text = plainLine(`Holdfast  ${range}  ${policySentence(decision.policy)}`);
  return [style.quiet(cut(text, width))];
}
function files(page) {
  const changes = new Map(page.decision.changes.map((change2) => [change2.path, change2]));
  const groups = [...byPath(page.decision.findings)];
  const sections = groups.slice(0, FULL_FILES).map(([path, findings]) => fileSection(page, path, findings, changes.get(path)));
  const left = groups.slice(FULL_FILES);
  if (left.length > 0) {
    const found3 = left.reduce((sum, [, findings]) => sum + findings.length, 0);
    const text = `\u2026 and ${plural(found3, "more finding")} in ${plural(left.length, "more file")}; --format json lists them all`;
    sections.push(wrap(text, page.width));
  }
  return sections;
}
function others({ decision, style, width }) {
  const found3 = new Set(decision.findings.map((finding2) => finding2.path));
  const unseen2 = new Set(decision.notLookedAt.map((item) => item.path));
  const rest = decision.changes.filter((change2) => !found3.has(change2.path) && !unseen2.has(change2.path));
  if (rest.length === 0) return [];
  const lines = rest.slice(0, MOST_LISTED).map((change2) => {
    const keys = change2.keysTotal ?? change2.keys?.length;
    const facts = keys === void 0 ? change2.status : `${change2.status}, ${plural(keys, "key")} changed`;
    return `  ${cut(plainLine(change2.path), width - facts.length - 4)}  ${style.quiet(facts)}`;
  });
  const more = rest.length - MOST_LISTED;
  return [
    `Nothing found in ${plural(rest.length, found3.size > 0 ? "other file" : "file")}`,
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
    lines.push(...wrap(plainLine(item.path), page.width - 2).map((line) => `  ${line}`));
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
  const [word = "", found3 = ""] = headline(decision).split("  ");
  const indent = " ".repeat(word.length + 2);
  return [
    ...wrap(found3, width - indent.length).map(
      (line, index) => color(style.strong(index === 0 ? `${word}  ${line}` : indent + line))
    ),
    ...wrap(verdictSentence(decision), width)
  ];
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
  choosePolicy,
  schemaLoader,
  check,
  needsEvidence,
  acknowledge,
  openLocalPair,
  openEventPair,
  guarded,
  reports
};
