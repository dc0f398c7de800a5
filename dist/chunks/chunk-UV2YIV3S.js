import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  announcesRevert,
  judgeRules
} from "./chunk-B6C3O6NU.js";
import {
  sourceName
} from "./chunk-KGHET5OG.js";
import {
  loadCel
} from "./chunk-PZP6L5VX.js";
import {
  readBlobs,
  toDocument
} from "./chunk-POL6UJM2.js";
import {
  decode
} from "./chunk-7AY46YQM.js";
import {
  excerptOf
} from "./chunk-AUGRHBBV.js";
import {
  atLeast,
  fingerprint
} from "./chunk-LHQRXSF5.js";
import {
  THRESHOLDS,
  compareKeys,
  compareLines,
  compileRule,
  declaredSeverity,
  environmentKind,
  findKin,
  hiddenBy,
  hiddenNames,
  hidesComments,
  identityOf,
  keyPathOf,
  lostNames,
  nearestName,
  numberedNames,
  showsLines,
  textOf,
  withHiddenNames
} from "./chunk-IWPKGJK5.js";
import {
  formatById
} from "./chunk-JVBW2P7D.js";
import {
  compareText,
  count
} from "./chunk-HCG7IYJE.js";
import {
  directoryOf
} from "./chunk-5MHRYX67.js";
import {
  addTo
} from "./chunk-5MHXILHF.js";
import {
  child,
  parentOf,
  segmentsOf
} from "./chunk-7IV7GVKJ.js";
import {
  isObject,
  setOwn,
  typeOf
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/schemas.ts
import { homedir } from "node:os";
import { join } from "node:path";
function schemaLoader(snapshot, options) {
  const cacheDirectory = options.cacheDirectory ?? defaultCacheDirectory(process.env);
  const settings = { hosts: options.hosts, cacheDirectory, fetch: options.fetch ?? fetch };
  return async (source) => {
    const bytes = source.kind === "path" ? await readPath(snapshot, source.path, options.side === "after" ? "head" : "base") : await (await import("./schema-download-LHXANQMS.js")).download(source, settings);
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
var MISSING_HINT = {
  base: "Schemas are read from the base version only: merge the schema first, or correct its path in the policy.",
  head: "Put it back, or correct the reference to it."
};
function defaultCacheDirectory(environment) {
  const { RUNNER_TEMP, XDG_CACHE_HOME } = environment;
  return join(RUNNER_TEMP || XDG_CACHE_HOME || join(homedir(), ".cache"), "holdfast");
}
async function readPath(snapshot, path, version) {
  const found2 = await snapshot.entry(path);
  if (!found2.ok) return found2;
  const entry = found2.value;
  if (entry === void 0) {
    return refuse({
      code: "schema-missing",
      message: `The schema ${path} is not in the ${version} version (${snapshot.id}).`,
      hint: MISSING_HINT[version],
      path
    });
  }
  if (entry.mode !== "file" && entry.mode !== "executable") {
    return refuse({
      code: "schema-refused",
      message: `The schema ${path} is a ${entry.mode} in the ${version} version, and links are not followed.`,
      hint: "Commit the schema as a file, or name the path that it leads to.",
      path
    });
  }
  for await (const blob of snapshot.read([entry])) {
    if ("bytes" in blob) return ok(blob.bytes);
    return refuse(unreadable(path, version, blob.refused));
  }
  return refuse(unreadable(path, version, "missing"));
}
function unreadable(path, version, why) {
  const reason = {
    missing: "its content is missing from the repository",
    "too-large": "it is too large",
    unreadable: "its content cannot be read"
  }[why];
  return {
    code: "schema-unreadable",
    message: `The schema ${path} of the ${version} version cannot be read: ${reason}.`,
    hint: why === "missing" ? `Fetch the ${version} commit completely.` : "Make the schema smaller, or split it.",
    path
  };
}

// src/checks/fold.ts
function foldFindings(findings, checks, keyOf2) {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const remaining = { all: new Set(findings), ofCheck: /* @__PURE__ */ new Map(), ofKey: /* @__PURE__ */ new Map(), keyOf: keyOf2 };
  for (const finding of findings) {
    addTo(remaining.ofCheck, finding.check, finding);
    addTo(remaining.ofKey, keyOf2(finding), finding);
  }
  for (const { id } of checks) {
    const causes = (remaining.ofCheck.get(id) ?? []).filter((finding) => remaining.all.has(finding));
    for (const [index, cause] of causes.entries()) {
      if (!remaining.all.has(cause)) continue;
      const consequences = takeConsequences(cause, index === 0, remaining, byId);
      if (consequences.length > 0) cause.folded = [...cause.folded ?? [], ...consequences];
    }
  }
  return [...remaining.all];
}
function takeConsequences(cause, first, remaining, checks) {
  const { folds = [], foldsOfKey = [], isCause } = checks.get(cause.check) ?? {};
  if (isCause?.(cause) === false) return [];
  const follows = (finding) => finding.check !== cause.check && atLeast(cause.severity, finding.severity) && (first && folds.includes(finding.check) || remaining.keyOf(finding) === remaining.keyOf(cause) && foldsOfKey.includes(finding.check));
  const direct = [...candidates(first && folds.length > 0, foldsOfKey, cause, remaining)].filter(follows);
  for (const consequence of direct) remaining.all.delete(consequence);
  return direct.flatMap((each) => [each, ...takeConsequences(each, true, remaining, checks)]);
}
function candidates(whole, foldsOfKey, cause, { all, ofKey, keyOf: keyOf2 }) {
  if (whole) return all;
  if (foldsOfKey.length === 0) return [];
  return (ofKey.get(keyOf2(cause)) ?? []).filter((finding) => all.has(finding));
}

// src/checks/run.ts
var MOST_EXCERPTS = 20;
function runChecks(subject, checks, origin) {
  const findings = [];
  for (const check of checks) {
    for (const report of check.run(subject)) {
      const declared = declaredSeverity(subject, report);
      if (declared === "off") continue;
      const severity = declared ?? severityOf(check, report, subject, origin);
      if (severity === void 0) continue;
      const finding = toFinding(check, report, severity, subject, findings.length);
      findings.push({ finding, id: idOf(subject, report), key: report.key });
    }
  }
  const keys = new Map(findings.map(({ finding, key }) => [finding, key]));
  return foldFindings(withoutRepeats(findings, checks), checks, (finding) => keys.get(finding));
}
function idOf(subject, report) {
  const document = /^[\w#/.-]+:/.exec(report.key ?? "")?.[0];
  return JSON.stringify([document, keyPathOf(subject, report)?.segments ?? report.key]);
}
function withoutRepeats(findings, checks) {
  const yielding = new Set(checks.filter((check) => check.yields).map((check) => check.id));
  const said = /* @__PURE__ */ new Map();
  for (const { finding, id } of findings) {
    const known = said.get(id);
    if (yielding.has(finding.check) || known !== void 0 && atLeast(known, finding.severity)) continue;
    said.set(id, finding.severity);
  }
  return findings.flatMap(({ finding, id }) => {
    const other = yielding.has(finding.check) ? said.get(id) : void 0;
    return other !== void 0 && atLeast(other, finding.severity) ? [] : [finding];
  });
}
function severityOf(check, report, { selection, change }, origin) {
  const severity = report.severity ?? check.severity;
  if (selection.critical) return severity;
  if (check.uncritical === "off") return void 0;
  const limit = atLeast(severity, check.uncritical) ? check.uncritical : severity;
  const declared = selection.rule !== "default";
  const mild = !declared && (origin.kind !== "defaults" || change.status === "added");
  return mild && limit === "error" ? "warning" : limit;
}
function toFinding(check, report, severity, subject, index) {
  const { path } = subject.change;
  const hide = hiddenNames(subject);
  const number = numberedNames(subject);
  const key = report.key === void 0 ? void 0 : hide(report.key);
  const facts = withHiddenNames(report.args, number);
  const finding = {
    check: check.id,
    severity,
    path,
    args: withHiddenNames(report.args, hide),
    fingerprint: fingerprint(check.id, path, report.key && number(report.key), facts)
  };
  if (key !== void 0) finding.key = key;
  if (subject.selection.service !== void 0) finding.service = subject.selection.service;
  if (report.side === "before") finding.side = "before";
  if (report.place === void 0) return finding;
  finding.line = report.place.line;
  finding.column = report.place.column;
  const document = report.side === "before" ? subject.before : subject.after;
  if (severity === "notice" || check.wholeFile || index >= MOST_EXCERPTS) return finding;
  if (document === void 0 || !showsLines(subject.selection, document)) return finding;
  const { selection, before, after } = subject;
  const excerpt = excerptOf(document, report.place.line, {
    hides: hiddenBy(selection, before, after),
    comments: !hidesComments(selection, before, after)
  });
  if (excerpt !== void 0) finding.excerpt = excerpt;
  return finding;
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
async function formatsFor(names) {
  const formats = {};
  const wanted = [...names];
  if (wanted.length === 0) return formats;
  const { fullFormats } = (await import("./formats-IADEC4EE.js")).default;
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
    import("./core-2KVPPV6L.js"),
    import("./vocabulary-5IDL3UFJ.js"),
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
  const keys = document.lossy.filter((number) => number.document === index).map(({ key }) => key);
  if (keys.length === 0) return [];
  return [1, -1].map((direction) => {
    let value = document.values[index] ?? null;
    for (const key of keys) value = nudge(value, segmentsOf(key), direction);
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
  const wrongType = violations.some(({ keyword, key }) => keyword === "type" && key === at2);
  const wrongKind = violations.some(
    ({ keyword, key }) => (keyword === "const" || keyword === "enum") && key !== at2 && parentOf(key) === at2
  );
  let weight = 0;
  for (const { key } of violations) weight += 1 / (1 + Math.max(0, segmentsOf(key).length - depth));
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
  const names = values.filter((value) => typeof value === "string");
  const nearest = typeof data === "string" ? nearestName(data, names) : void 0;
  return {
    allowed: values.slice(0, MOST_ALLOWED),
    actual: typeOf(data),
    ...nearest === void 0 ? {} : { nearest }
  };
}
function extraKey(normal, error, name) {
  const names = [
    ...propertiesOf(normal, error.parentSchema, error.keyword === "unevaluatedProperties" ? 4 : 0)
  ];
  const present = isObject(error.data) ? error.data : {};
  const nearest = nearestName(
    name,
    names.filter((candidate) => !Object.hasOwn(present, candidate))
  );
  return { name, allowed: names.slice(0, MOST_ALLOWED), ...nearest === void 0 ? {} : { nearest } };
}
function propertiesOf(normal, schema, depth) {
  const names = /* @__PURE__ */ new Set();
  if (!isObject(schema)) return names;
  if (isObject(schema.properties)) for (const name of Object.keys(schema.properties)) names.add(name);
  if (depth === 0) return names;
  const inner = ["allOf", "anyOf", "oneOf"].flatMap(
    (keyword) => schema[keyword] ?? []
  );
  for (const keyword of ["if", "then", "else"])
    if (schema[keyword] !== void 0) inner.push(schema[keyword]);
  if (typeof schema.$ref === "string") {
    const defs = normal.schema.$defs;
    inner.push(defs[schema.$ref.slice("#/$defs/".length)] ?? {});
  }
  for (const item of inner) for (const name of propertiesOf(normal, item, depth - 1)) names.add(name);
  return names;
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
  const rank = ({ key, keyword, schemaKey: schemaKey2 }) => `${key}\0${keyword}\0${schemaKey2}`;
  return once2.sort((left, right) => left.document - right.document || compareText(rank(left), rank(right))).slice(0, MOST_VIOLATIONS);
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
  const { key, part } = spotOf(error);
  return {
    document: fold.document,
    key,
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
      const found2 = judgeValue(schema, value, index);
      if (!Array.isArray(found2)) return found2;
      if (schema.main.normal.traits.multipleOf && document.lossy.length > 0)
        return { kind: "inconclusive", problem: LOSSY };
      for (const variant of lossyVariants(document, index)) {
        const other = judgeValue(schema, variant, index);
        if (!Array.isArray(other) || other.length === 0 !== (found2.length === 0))
          return { kind: "inconclusive", problem: LOSSY };
      }
      violations.push(...found2);
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
  return keys.find((key) => key in Object.prototype) ?? firstOf(keys, (key) => inheritedName(value[key]));
}
function firstOf(items, find2) {
  for (const item of items) {
    const found2 = find2(item);
    if (found2 !== void 0) return found2;
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
function flawsOf(catalog, reached, targets) {
  return catalog.flaws.filter((flaw) => {
    if (flaw.node !== void 0 && !reached.has(flaw.node)) return false;
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

// src/schemas/crd.ts
var DRAFT = 4;
function isDefinition(value) {
  return isObject(value) && value.kind === "CustomResourceDefinition" && value.apiVersion === "apiextensions.k8s.io/v1" && isObject(value.spec);
}
function withJsonSchemas(file) {
  const { value } = file;
  if (!isDefinition(value) || !Array.isArray(value.spec.versions)) return file;
  const versions = value.spec.versions.map((version) => {
    const inner = isObject(version) && isObject(version.schema) ? version.schema.openAPIV3Schema : void 0;
    if (!isObject(version) || inner === void 0) return version;
    return { ...version, schema: { openAPIV3Schema: toJsonSchema(inner) } };
  });
  return { ...file, draft: DRAFT, value: { ...value, spec: { ...value.spec, versions } } };
}
function definitionOf(file) {
  const { value } = file;
  if (!isDefinition(value)) return void 0;
  const { group, names, versions } = value.spec;
  const served = (Array.isArray(versions) ? versions : []).flatMap((version, index) => {
    const found2 = isObject(version) && version.served !== false && isObject(version.schema);
    if (!found2 || !isObject(version.schema) || version.schema.openAPIV3Schema === void 0) return [];
    const pointer = `/spec/versions/${index}/schema/openAPIV3Schema`;
    return [{ name: `${String(group)}/${String(version.name)}`, pointer }];
  });
  const schema = {
    type: "object",
    required: ["apiVersion", "kind"],
    properties: {
      apiVersion: { enum: served.map(({ name }) => name) },
      kind: { const: isObject(names) ? names.kind ?? null : null }
    },
    allOf: served.map(({ name, pointer }) => ({
      if: { required: ["apiVersion"], properties: { apiVersion: { const: name } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword's name
      then: { $ref: `${file.uri}#${pointer}` }
    }))
  };
  return {
    file: { ...file, uri: `${file.uri}?resource`, draft: 7, value: schema, place: () => void 0 },
    versions: served.map(({ name, pointer }) => [name, keyOf(file, pointer)])
  };
}
var OTHER_MEANING = /* @__PURE__ */ new Set(["duration", "byte", "time", "regex"]);
function toJsonSchema(schema) {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (!isObject(schema)) return schema;
  const out = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "nullable") continue;
    if (keyword === "format" && (!isKnownFormat(String(value)) || OTHER_MEANING.has(String(value))))
      out["x-kubernetes-format"] = value;
    else if (BY_NAME.has(keyword) && isObject(value)) out[keyword] = mapValues(value, toJsonSchema);
    else setOwn(out, keyword, SCHEMAS.has(keyword) ? toJsonSchema(value) : value);
  }
  if (schema["x-kubernetes-int-or-string"] === true && schema.type === void 0)
    out.type = ["integer", "string"];
  if (schema["x-kubernetes-list-type"] === "set") out.uniqueItems = true;
  if (Array.isArray(schema.required) && isObject(schema.properties))
    out.required = schema.required.filter((name) => !hasDefault(schema.properties, name));
  if (schema.nullable === true) allowNull(out);
  return out;
}
var BY_NAME = /* @__PURE__ */ new Set(["properties", "patternProperties", "definitions"]);
var SCHEMAS = /* @__PURE__ */ new Set(["items", "additionalProperties", "allOf", "anyOf", "oneOf", "not"]);
function mapValues(object, make) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value)]));
}
function hasDefault(properties, name) {
  const property = Object.hasOwn(properties, String(name)) ? properties[String(name)] : void 0;
  return isObject(property) && property.default !== void 0;
}
function allowNull(out) {
  if (out.type !== void 0) out.type = [...[out.type].flat(), "null"];
  if (Array.isArray(out.enum) && !out.enum.includes(null)) out.enum = [...out.enum, null];
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
  const check = SHAPES[shape];
  return check.fits(value) ? void 0 : check.wanted;
}
var isSchema = (value) => typeof value === "boolean" || isObject(value);
var isNumber = (value) => typeof value === "number" && Number.isFinite(value);
var isStrings = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");
var isType = (value) => typeof value === "string" && TYPES.includes(value);
var isMapOf = (value, fits) => isObject(value) && Object.keys(value).every((key) => fits(value[key]));
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
  const key = keyOf(file, pointer);
  if (catalog.nodes.has(key)) return;
  const node = { file, pointer, schema, base, draft };
  catalog.nodes.set(key, node);
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
    const names = catalog.dynamic.get(node.base) ?? /* @__PURE__ */ new Map();
    catalog.dynamic.set(node.base, names.set(name, node));
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
      addTo(catalog.references, node, { node, keyword, ref });
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
  const steps2 = document.startsWith("repo:") ? stepsBetween(file.uri, document) : stepsBetween(own, document);
  if (steps2 === void 0) return void 0;
  const parts = file.source.path.split("/").slice(0, -1);
  for (const step2 of steps2) {
    if (step2 !== "..") parts.push(step2);
    else if (parts.pop() === void 0) return void 0;
  }
  return { kind: "path", path: parts.join("/") };
}
function stepsBetween(from, to) {
  try {
    const [start, end] = [new URL(from), new URL(to)];
    if (start.protocol !== end.protocol || start.host !== end.host || end.search !== "") return void 0;
    if (!start.pathname.startsWith("/") || !end.pathname.startsWith("/")) return void 0;
    const have = start.pathname.split("/").slice(1, -1);
    const want = end.pathname.split("/").slice(1);
    let same = 0;
    while (same < have.length && same < want.length - 1 && have[same] === want[same]) same++;
    const names = want.slice(same).map(decodeURIComponent);
    if (names.some((name) => name === "" || name === "." || name === ".." || name.includes("/")))
      return void 0;
    return [...have.slice(same).map(() => ".."), ...names];
  } catch {
    return void 0;
  }
}

// src/schemas/meta.ts
var META_SCHEMAS = {
  "json-schema.org/draft-04/schema": {
    draft: 4,
    load: () => import("./json-schema-draft-04-WZPF4CIC.js")
  },
  "json-schema.org/draft-06/schema": {
    draft: 6,
    load: () => import("./json-schema-draft-06-NTY33BO3.js")
  },
  "json-schema.org/draft-07/schema": {
    draft: 7,
    load: () => import("./json-schema-draft-07-TVZBTNVL.js")
  },
  "json-schema.org/draft/2019-09/schema": {
    draft: 2019,
    load: () => import("./schema-LMFE73V4.js")
  },
  "json-schema.org/draft/2019-09/meta/applicator": {
    draft: 2019,
    load: () => import("./applicator-JDDYVS27.js")
  },
  "json-schema.org/draft/2019-09/meta/content": {
    draft: 2019,
    load: () => import("./content-BHIRU4TO.js")
  },
  "json-schema.org/draft/2019-09/meta/core": {
    draft: 2019,
    load: () => import("./core-DHQNVGDD.js")
  },
  "json-schema.org/draft/2019-09/meta/format": {
    draft: 2019,
    load: () => import("./format-RQAOV7K2.js")
  },
  "json-schema.org/draft/2019-09/meta/meta-data": {
    draft: 2019,
    load: () => import("./meta-data-H3WVGUWV.js")
  },
  "json-schema.org/draft/2019-09/meta/validation": {
    draft: 2019,
    load: () => import("./validation-YBNXFW4H.js")
  },
  "json-schema.org/draft/2020-12/schema": {
    draft: 2020,
    load: () => import("./schema-U2KA7KQJ.js")
  },
  "json-schema.org/draft/2020-12/meta/applicator": {
    draft: 2020,
    load: () => import("./applicator-FTRDGEY7.js")
  },
  "json-schema.org/draft/2020-12/meta/content": {
    draft: 2020,
    load: () => import("./content-P3O4VKO3.js")
  },
  "json-schema.org/draft/2020-12/meta/core": {
    draft: 2020,
    load: () => import("./core-NGFK4V36.js")
  },
  "json-schema.org/draft/2020-12/meta/format-annotation": {
    draft: 2020,
    load: () => import("./format-annotation-2BJTJTWI.js")
  },
  "json-schema.org/draft/2020-12/meta/meta-data": {
    draft: 2020,
    load: () => import("./meta-data-GAALEEJL.js")
  },
  "json-schema.org/draft/2020-12/meta/unevaluated": {
    draft: 2020,
    load: () => import("./unevaluated-TFU7MVOM.js")
  },
  "json-schema.org/draft/2020-12/meta/validation": {
    draft: 2020,
    load: () => import("./validation-Y24NQ2EV.js")
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
async function parseSchema(source, uri, loaded, draft) {
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
  const { catalog, targets, texts } = gathering;
  const resource = definitionOf(file.value);
  if (resource !== void 0) walk(catalog, resource.file, "", resource.file.value, resource.file.uri, 7);
  const root = catalog.nodes.get(keyOf(resource?.file ?? file.value, ""));
  if (root === void 0) return refuse(flawProblem(catalog.flaws));
  const reached = await reach(gathering, root);
  if (!reached.ok) return reached;
  const flaws = flawsOf(catalog, reached.value, [...targets.values()]);
  if (flaws.length > 0) return refuse(flawProblem(flaws));
  const versions = resource && new Map(resource.versions.map(([name, key]) => [name, catalog.nodes.get(key)]));
  return ok({ root, reached: reached.value, catalog, targets, texts, ...versions && { versions } });
}
async function reach(gathering, root) {
  const { catalog, targets } = gathering;
  const reached = /* @__PURE__ */ new Set([root]);
  for (const node of reached) {
    for (const reference of catalog.references.get(node) ?? []) {
      const target = await follow(gathering, reference);
      if (!target.ok) return target;
      targets.set(reference, target.value);
      reached.add(target.value);
      if (reference.keyword === "$ref") continue;
      for (const anchors of catalog.dynamic.values())
        for (const anchor of anchors.values()) reached.add(anchor);
    }
    for (const [keyword, value] of Object.entries(isObject(node.schema) ? node.schema : {})) {
      const shape = shapeOf(keyword, node.draft);
      if (shape === void 0 || shape === "definitions") continue;
      for (const [pointer] of subschemas(shape, child(node.pointer, keyword), value)) {
        const inner = catalog.nodes.get(keyOf(node.file, pointer));
        if (inner !== void 0) reached.add(inner);
      }
    }
  }
  return ok(reached);
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
  const parsed = await parseSchema(source, uri, loaded.value, draft);
  const file = parsed.ok ? ok(withJsonSchemas(parsed.value)) : parsed;
  if (!file.ok) return file;
  gathering.texts.push(uri, loaded.value.text);
  walk(gathering.catalog, file.value, "", file.value.value, uri, file.value.draft);
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
  const found2 = catalog.dynamic.get(resource);
  if (found2 === void 0) return scope;
  const anchors = new Map(scope.anchors);
  for (const [name, node] of found2) if (!anchors.has(name)) anchors.set(name, node);
  if (anchors.size === scope.anchors.size) return scope;
  const key = [...anchors].map(([name, node]) => `${name}=${keyOf(node.file, node.pointer)}`).sort().join("\n");
  return { key, anchors };
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
  const key = `${keyOf(node.file, node.pointer)}
${scope.key}`;
  let name = work.defs.get(key);
  if (name === void 0) {
    name = `d${work.defs.size}`;
    work.defs.set(key, name);
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

// src/schemas/shapes.ts
var RULES_KEYWORD = "x-kubernetes-validations";
function createShapes(gathered, rules) {
  const known = /* @__PURE__ */ new Map();
  const shapeOf2 = (start) => {
    const nodes = flatten(gathered, start);
    if (nodes.length === 0) return void 0;
    const id = nodes.map((node) => keyOf(node.file, node.pointer)).join("\n");
    let shape = known.get(id);
    if (shape === void 0) {
      shape = toShape(gathered, rules, shapeOf2, id, nodes);
      known.set(id, shape);
    }
    return shape;
  };
  return shapeOf2;
}
function flatten({ catalog, targets }, start) {
  const all = new Set(start);
  for (const node of all) {
    for (const reference of catalog.references.get(node) ?? []) {
      const target = reference.keyword === "$ref" ? targets.get(reference) : void 0;
      if (target !== void 0) all.add(target);
    }
    const parts = schemaOf(node).allOf;
    if (!Array.isArray(parts)) continue;
    for (const index of parts.keys()) {
      const part = catalog.nodes.get(keyOf(node.file, child(child(node.pointer, "allOf"), index)));
      if (part !== void 0) all.add(part);
    }
  }
  return [...all];
}
function schemaOf(node) {
  return typeof node.schema === "boolean" ? {} : node.schema;
}
function toShape(gathered, rules, shapeOf2, id, nodes) {
  const schemas = nodes.map(schemaOf);
  const types = new Set(schemas.flatMap(({ type }) => Array.isArray(type) ? type : type ? [type] : []));
  const first = (keyword) => schemas.find((schema) => Object.hasOwn(schema, keyword))?.[keyword];
  const format = first("x-kubernetes-format") ?? first("format");
  const below = memo((name) => shapeOf2(nodes.flatMap((node) => propertyOf(gathered, node, name))));
  const list = listOf(first("x-kubernetes-list-type"), first("x-kubernetes-list-map-keys"));
  const byDefault = first("default");
  const names = schemas.flatMap(({ properties }) => isObject(properties) ? Object.keys(properties) : []);
  return {
    id,
    nodes,
    rules: nodes.flatMap((node) => rules.get(node) ?? []),
    dropsNull: types.size > 0 && !types.has("null"),
    ...types.has("integer") ? { number: "int" } : types.has("number") ? { number: "double" } : {},
    ...textOf2(format),
    ...list === void 0 ? {} : { list },
    ...byDefault === void 0 ? {} : { default: byDefault },
    get defaults() {
      return [...new Set(names)].filter((name) => below(name)?.default !== void 0);
    },
    property: below,
    item: memo((index) => shapeOf2(nodes.flatMap((node) => itemOf(gathered, node, Number(index)))))
  };
}
function textOf2(format) {
  if (format === "date-time" || format === "date") return { text: "timestamp" };
  if (format === "duration") return { text: format };
  return format === "byte" ? { text: "bytes" } : {};
}
function memo(make) {
  const known = /* @__PURE__ */ new Map();
  return (key) => {
    const name = String(key);
    if (!known.has(name)) known.set(name, make(name));
    return known.get(name);
  };
}
function listOf(type, keys) {
  if (type === "set") return { type, keys: [] };
  if (type !== "map" || !Array.isArray(keys)) return void 0;
  return { type, keys: keys.filter((key) => typeof key === "string") };
}
function propertyOf({ catalog }, node, name) {
  const { properties, patternProperties } = schemaOf(node);
  const at2 = (...segments) => catalog.nodes.get(keyOf(node.file, segments.reduce(child, node.pointer)));
  const found2 = [
    ...isObject(properties) && Object.hasOwn(properties, name) ? [at2("properties", name)] : [],
    ...isObject(patternProperties) ? Object.keys(patternProperties).filter((pattern) => toRegExp(pattern)?.test(name)).map((pattern) => at2("patternProperties", pattern)) : []
  ];
  const all = found2.length > 0 ? found2 : [at2("additionalProperties")];
  return all.filter((one) => one !== void 0);
}
function itemOf({ catalog }, node, index) {
  const { items, prefixItems } = schemaOf(node);
  const places = [];
  if (Array.isArray(prefixItems) && index < prefixItems.length) places.push(["prefixItems", index]);
  else places.push(Array.isArray(items) ? ["items", index] : ["items"]);
  return places.flatMap((segments) => {
    const pointer = segments.reduce(child, node.pointer);
    return catalog.nodes.get(keyOf(node.file, pointer)) ?? [];
  });
}

// src/schemas/misplaced.ts
var KINDS = {
  $ref: "same",
  allOf: "same",
  properties: "member",
  patternProperties: "member",
  additionalProperties: "member",
  items: "item",
  prefixItems: "item"
};
function findMisplaced(gathered, rules, starts) {
  const seen = { told: new Set(starts), lost: /* @__PURE__ */ new Set() };
  const queue = starts.map((node) => ({ node, correlated: true }));
  for (const { node, correlated } of queue) {
    const lost = correlated ? void 0 : rules.get(node)?.find(({ rule: rule2 }) => rule2.transition);
    if (lost !== void 0) return { node, key: lost.schemaKey, why: UNCORRELATED };
    for (const { to, keyword, kind } of edgesOf(gathered, node)) {
      if (kind === "conditional") {
        const holder = ruleAt(gathered, rules, to);
        const why = `it stands inside \`${keyword}\`, where rules are not asked`;
        if (holder !== void 0) return { node: holder, key: child(holder.pointer, RULES_KEYWORD), why };
        continue;
      }
      const told = correlated && (kind !== "item" || schemaOf(node)["x-kubernetes-list-type"] === "map");
      const known = told ? seen.told : seen.lost;
      if (known.has(to)) continue;
      known.add(to);
      queue.push({ node: to, correlated: told });
    }
  }
  return void 0;
}
var UNCORRELATED = "it uses `oldSelf` below a list whose items cannot be told apart (give the list `x-kubernetes-list-type: map` and `x-kubernetes-list-map-keys`)";
function ruleAt(gathered, rules, start) {
  const all = /* @__PURE__ */ new Set([start]);
  for (const node of all) {
    if (rules.has(node)) return node;
    for (const { to } of edgesOf(gathered, node)) all.add(to);
  }
  return void 0;
}
function edgesOf({ catalog, targets }, node) {
  const edges = [];
  for (const reference of catalog.references.get(node) ?? []) {
    const to = targets.get(reference);
    const { keyword } = reference;
    if (to !== void 0) edges.push({ to, keyword, kind: KINDS[keyword] ?? "conditional" });
  }
  const schema = schemaOf(node);
  for (const keyword of Object.keys(schema)) {
    const shape = shapeOf(keyword, node.draft);
    if (shape === void 0 || shape === "definitions") continue;
    for (const [pointer] of subschemas(shape, child(node.pointer, keyword), schema[keyword])) {
      const to = catalog.nodes.get(keyOf(node.file, pointer));
      if (to !== void 0) edges.push({ to, keyword, kind: KINDS[keyword] ?? "conditional" });
    }
  }
  return edges;
}

// src/schemas/validations.ts
async function readRules(gathered) {
  const holders = [...gathered.reached].filter((node) => Object.hasOwn(schemaOf(node), RULES_KEYWORD));
  if (holders.length === 0) return ok(void 0);
  const cel = await loadCel();
  const rules = /* @__PURE__ */ new Map();
  for (const node of holders) {
    const placed = readNode(cel, node);
    if (!placed.ok) return placed;
    rules.set(node, placed.value);
  }
  const shapes = createShapes(gathered, rules);
  const { versions, root } = gathered;
  const starts = versions === void 0 ? [root] : [...versions.values()];
  const wrong = findMisplaced(gathered, rules, starts);
  if (wrong !== void 0) return refuse(ruleProblem(wrong.node, wrong.key, wrong.why));
  return ok({
    cel,
    usesOldSelf: [...rules.values()].flat().some(({ rule: rule2 }) => rule2.program.usesOldSelf),
    root(document) {
      const start = versions === void 0 ? root : isObject(document) ? versions.get(String(document.apiVersion)) : void 0;
      return start && shapes([start]);
    }
  });
}
var FIELDS = {
  rule: "string",
  message: "string",
  messageExpression: "string",
  fieldPath: "string",
  reason: "string",
  optionalOldSelf: "boolean"
};
function readNode(cel, node) {
  const value = schemaOf(node)[RULES_KEYWORD];
  const here = child(node.pointer, RULES_KEYWORD);
  if (!Array.isArray(value)) return refuse(ruleProblem(node, here, "it has to be a list of rules"));
  const placed = [];
  for (const [index, one] of value.entries()) {
    const key = child(here, index);
    const wrong = wrongFields(one);
    if (wrong !== void 0) return refuse(ruleProblem(node, key, wrong));
    const compiled3 = compileRule(cel, one);
    if ("fault" in compiled3) {
      const { field, message, offset } = compiled3.fault;
      const where = offset === void 0 ? "" : ` (at character ${offset + 1})`;
      return refuse(ruleProblem(node, child(key, field), `${message}${where}`));
    }
    placed.push({ rule: compiled3.rule, file: node.file.name, schemaKey: key });
  }
  return ok(placed);
}
function wrongFields(rule2) {
  if (!isObject(rule2)) return "a rule is an object with `rule`";
  if (typeof rule2.rule !== "string" || rule2.rule.trim() === "") return "it has no `rule`";
  for (const [name, value] of Object.entries(rule2)) {
    if (!Object.hasOwn(FIELDS, name)) return `\`${name}\` is no field of a rule`;
    if (typeof value !== FIELDS[name]) return `\`${name}\` has to be a ${FIELDS[name]}`;
  }
  return void 0;
}
function ruleProblem(node, key, why) {
  const place = node.file.place(key, "value");
  return {
    code: "schema-rule",
    message: `The schema ${node.file.name} has a rule at ${key} that cannot be judged: ${why}.`,
    hint: "Correct the rule, or take it out; until then nothing is judged by this schema.",
    path: node.file.name,
    ...place === void 0 ? {} : { place }
  };
}

// src/schemas/prepare.ts
var compiled2 = /* @__PURE__ */ new Map();
var MOST_KEPT2 = 100;
var DEADLINE_MS = 1e4;
async function prepare(source, load) {
  const name = sourceName(source);
  try {
    const gathered = await gather(source, load);
    if (!gathered.ok) return gathered;
    const hash = createHash("sha256").update(JSON.stringify(gathered.value.texts)).digest("hex");
    const known = compiled2.get(hash);
    if (known !== void 0) return ok(known);
    const rules = await readRules(gathered.value);
    if (!rules.ok) return rules;
    const main = await read(gathered.value, "apply");
    const { traits } = main.normal;
    if (traits.unsupported !== void 0) return refuse(unsupported(name, traits.unsupported));
    if (!underDeadline(DEADLINE_MS, main.all).done) return refuse(tooSlow(name));
    const prepared = { name, catalog: gathered.value.catalog, main };
    if (rules.value !== void 0) prepared.rules = rules.value;
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
function tooSlow(name) {
  return {
    code: "schema-deadline",
    message: `The schema ${name} could not be compiled within ${DEADLINE_MS} ms.`,
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
  const maxLength = options.maxDocumentBytes ?? 8 * 1024 * 1024;
  const known = /* @__PURE__ */ new Map();
  const prepared = (source) => {
    const key = JSON.stringify(
      source.kind === "path" ? source.path : [source.url, source.sha256?.toLowerCase()]
    );
    const before = known.get(key);
    if (before !== void 0) return before;
    const now = prepare(source, load);
    known.set(key, now);
    return now;
  };
  return {
    async prepare(source) {
      const result = await prepared(source);
      return result.ok ? ok(void 0) : result;
    },
    async judge(requests) {
      const judgements = new Array(requests.length);
      const groups = /* @__PURE__ */ new Map();
      for (const [index, { source, document }] of requests.entries()) {
        const schema = await prepared(source);
        if (!schema.ok) judgements[index] = { kind: "inconclusive", problem: schema.problem };
        else if (document.text.length > maxLength) judgements[index] = tooLarge(schema.value, maxLength);
        else addTo(groups, schema.value, index);
      }
      for (const [schema, indexes] of groups) {
        const documents = indexes.map((index) => requests[index].document);
        for (const [at2, judgement] of judgeBatch(schema, documents, deadlineMs).entries())
          judgements[indexes[at2]] = judgement;
      }
      return judgements;
    },
    async judgeRules({ source, before, after, mask, unreadable: unreadable2 = false }) {
      const schema = await prepared(source);
      if (!schema.ok || schema.value.rules === void 0 || after.text.length > maxLength) return NOTHING;
      const { rules, name } = schema.value;
      if (unreadable2 && rules.usesOldSelf) return { violations: [], problems: [withoutOld(name)] };
      const judged = underDeadline(deadlineMs, () => judgeRules(rules, name, before, after, mask));
      return judged.done ? judged.value : { violations: [], problems: [overDeadline(schema.value, deadlineMs)] };
    }
  };
}
var NOTHING = { violations: [], problems: [] };
var SHORTEST_SHARE_MS = 50;
function judgeBatch(schema, documents, deadlineMs) {
  const judgements = [];
  let share = deadlineMs;
  while (judgements.length < documents.length) {
    const batch = underDeadline(share, () => {
      while (judgements.length < documents.length)
        judgements.push(judgeDocument(schema, documents[judgements.length]));
    });
    if (batch.done || judgements.length === documents.length) break;
    const suspect = documents[judgements.length];
    const alone = underDeadline(share, () => judgeDocument(schema, suspect));
    judgements.push(
      alone.done ? alone.value : { kind: "inconclusive", problem: overDeadline(schema, share) }
    );
    if (!alone.done) share = Math.max(SHORTEST_SHARE_MS, share / 2);
  }
  return judgements;
}
function withoutOld(name) {
  return {
    code: "rule-unjudged",
    message: `${name} has rules that compare with the old value, and the version before the change cannot be read by key.`,
    hint: "Have the repaired file reviewed, and acknowledged by somebody whom the policy names."
  };
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

// src/subjects/messages.ts
function openMessages({ history }) {
  let asked;
  const ask = async () => {
    const messages = await history?.messages();
    return messages?.ok === true ? messages.value : [];
  };
  return () => {
    asked ??= ask();
    return asked;
  };
}

// src/subjects/nearest.ts
function nearestIn(entries, most) {
  const directories = /* @__PURE__ */ new Map();
  for (const [index, { path, mode }] of entries.entries()) {
    if (mode !== "file" && mode !== "executable") continue;
    const name = directoryOf(path);
    const known2 = directories.get(name) ?? { parts: partsOf(name), files: [] };
    known2.files.push(index);
    directories.set(name, known2);
  }
  const known = /* @__PURE__ */ new Map();
  return (path) => {
    const own = directoryOf(path);
    const found2 = known.get(own) ?? search(partsOf(own), most + 1);
    known.set(own, found2);
    return found2.filter((entry) => entry.path !== path).slice(0, most);
  };
  function search(own, wanted) {
    const bySteps = [];
    for (const { parts, files } of directories.values()) {
      const distance = steps(own, parts);
      bySteps[distance] ??= [];
      for (const file of files) bySteps[distance].push(file);
    }
    const found2 = [];
    for (const files of bySteps) {
      if (found2.length >= wanted) break;
      for (const file of (files ?? []).sort((left, right) => left - right).slice(0, wanted - found2.length))
        found2.push(entries[file]);
    }
    return found2;
  }
}
function partsOf(directory) {
  return directory === "" ? [] : directory.split("/");
}
function steps(from, to) {
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return from.length + to.length - 2 * shared;
}

// src/subjects/nearby.ts
var MOST_FILES2 = 1e3;
var LARGEST = 256 * 1024;
var MOST_BYTES = 48 * 1024 * 1024;
var PORTION = 250;
var MOST_WORK = 256 * 1024 * 1024;
var ABSENT2 = 1 / 16;
function openNearby(after) {
  let listed;
  const texts = openTexts(after);
  let work = 0;
  function holding(entries, names) {
    const found2 = [];
    for (const { path, id } of entries) {
      if (work > MOST_WORK) break;
      const text = texts.get(id);
      if (text === void 0) continue;
      const here = names.filter((name) => text.includes(name)).length;
      work += text.length * (here + (names.length - here) * ABSENT2);
      if (here > 0) found2.push({ path, text });
    }
    return found2;
  }
  return {
    async load(subjects) {
      const asking = subjects.flatMap(({ change, selection, difference }) => {
        const lost = selection.critical && difference !== void 0 ? lostNames(difference) : [];
        return lost.length === 0 ? [] : [{ path: change.path, names: namesOf(lost) }];
      });
      if (asking.length === 0) return ok(() => []);
      listed ??= listNearest(after);
      const nearest = await listed;
      if (!nearest.ok) return nearest;
      await texts.read(asking.flatMap(({ path }) => nearest.value(path)));
      const near = new Map(asking.map(({ path, names }) => [path, holding(nearest.value(path), names)]));
      return ok((path) => near.get(path) ?? []);
    }
  };
}
function namesOf(lost) {
  return [...new Set(lost.flatMap(({ name, change }) => [name, change.segments[0] ?? name]))];
}
async function listNearest(side) {
  const entries = await side.entries();
  return entries.ok ? ok(nearestIn(entries.value, MOST_FILES2)) : entries;
}
function openTexts(side) {
  const texts = /* @__PURE__ */ new Map();
  let bytes = 0;
  return {
    get: (id) => texts.get(id),
    /** Reads what is not read yet, as far as the bytes go. */
    async read(entries) {
      const unread = entries.filter(({ id }) => !texts.has(id));
      const wanted = [...new Map(unread.map((entry) => [entry.id, entry])).values()];
      for (let start = 0; start < wanted.length && bytes < MOST_BYTES; start += PORTION) {
        for await (const blob of side.read(wanted.slice(start, start + PORTION))) {
          if (!("bytes" in blob)) {
            texts.set(blob.id, void 0);
            continue;
          }
          bytes += blob.bytes.length;
          const decoded = blob.bytes.length <= LARGEST ? decode(blob.bytes) : void 0;
          texts.set(blob.id, decoded !== void 0 && "text" in decoded ? decoded.text : void 0);
        }
      }
    }
  };
}

// src/changes/past.ts
function versionsBack({ after, versions }) {
  if (versions[0]?.entry?.id === after?.id) return void 0;
  const index = versions.findIndex((version, at2) => at2 > 0 && version.entry?.id === after?.id);
  if (index !== -1) return index;
  return after === void 0 && versions.at(-1)?.first ? versions.length : void 0;
}
function commonPoint(changes, { commits }) {
  const starts = new Array(commits.length + 2).fill(0);
  const spans = changes.flatMap(
    (change) => spansOf(change, commits.length).map((span) => ({ change, span }))
  );
  for (const { change, span } of spans) {
    if (change.after === void 0) continue;
    starts[span.from] += 1;
    starts[span.to + 1] -= 1;
  }
  let best = { moment: 0, count: 0 };
  for (let moment2 = 1, count2 = 0; moment2 <= commits.length; moment2++) {
    count2 += starts[moment2];
    if (count2 > best.count) best = { moment: moment2, count: count2 };
  }
  if (best.count === 0) return void 0;
  const { moment } = best;
  const going = spans.filter(({ span }) => span.from <= moment && moment <= span.to);
  const undone = new Set(
    going.flatMap(({ change }) => change.versions.flatMap(({ commit }) => commit < moment ? [commit] : []))
  );
  return { paths: going.map(({ change }) => change.path), undone: [...undone].sort((a, b) => a - b) };
}
function spansOf({ after, versions }, end) {
  if (versions[0]?.entry?.id === after?.id) return [];
  const spans = versions.flatMap(
    ({ commit, entry }, index) => index > 0 && entry?.id === after?.id ? [{ from: versions[index - 1].commit + 1, to: commit }] : []
  );
  const oldest = versions.at(-1);
  if (after === void 0 && oldest?.first) spans.push({ from: oldest.commit + 1, to: end });
  return spans;
}

// src/diff/touching.ts
function touching(changes) {
  const root = emptyNode();
  for (const change of changes) {
    let node = root;
    note(node.within, change);
    for (const segment of settled(change.segments)) {
      const next = node.children.get(segment) ?? emptyNode();
      node.children.set(segment, next);
      node = next;
      note(node.within, change);
    }
    note(node.here, change);
  }
  return (change) => {
    let node = root;
    for (const segment of settled(change.segments)) {
      if (matches(node.here, change)) return true;
      node = node.children.get(segment);
      if (node === void 0) return false;
    }
    return matches(node.within, change);
  };
}
function emptyNode() {
  const seen = () => ({ removed: false, documents: /* @__PURE__ */ new Set() });
  return { here: seen(), within: seen(), children: /* @__PURE__ */ new Map() };
}
function note(seen, { kind, document }) {
  if (kind === "removed") seen.removed = true;
  else seen.documents.add(document);
}
function matches({ removed, documents }, { kind, document }) {
  return removed || (kind === "removed" ? documents.size > 0 : documents.has(document));
}
function settled(segments) {
  const index = segments.findIndex((segment) => /^\d+$/.test(segment));
  return index === -1 ? segments : segments.slice(0, index);
}

// src/diff/undone.ts
var NEARLY = 0.8;
function undoneKeys(changes, versions, after, identityOf2) {
  const comparable = versions.findIndex((one) => one?.values.length !== after.values.length);
  const known = comparable === -1 ? versions : versions.slice(0, comparable);
  const agreed = known.slice(1).map((older) => {
    const differs = touching(compareKeys(older, after, identityOf2).changes);
    return changes.filter((change) => !differs(change));
  });
  const most = Math.max(0, ...agreed.map((keys2) => keys2.length));
  if (most === 0) return void 0;
  const index = agreed.findIndex((keys2) => keys2.length >= most * NEARLY);
  const keys = agreed[index];
  const goesBack = touching(keys);
  const steps2 = known.slice(0, index + 1).flatMap((newer, step2) => {
    const made = compareKeys(known[step2 + 1], newer, identityOf2).changes;
    return made.some(goesBack) ? [step2] : [];
  });
  return { versions: index + 1, keys, steps: steps2 };
}

// src/subjects/past.ts
var MOST_READ = 10;
var MOST_FILES3 = 200;
var MOST_CHARACTERS = 24 * 1024 * 1024;
var ENOUGH_COMMITS = 50;
var ENOUGH_VERSIONS = 3;
function openPast(pair, messages, selected) {
  const critical = selected.filter(
    ({ selection, change }) => selection.critical && change.before !== void 0
  );
  let problem;
  let characters = 0;
  let known;
  const older = /* @__PURE__ */ new Map();
  async function ask() {
    if (pair.history === void 0 || critical.length === 0) return;
    const paths = new Set([...critical, ...selected].map(({ change }) => change.path));
    const found2 = await pair.history.past([...paths]);
    if (!found2.ok) {
      problem = missing(critical, found2.problem.message);
      return;
    }
    const past = found2.value;
    problem = tooShort(past, critical);
    if (past.commits.length === 0) return;
    if (announcesRevert(await messages())) return;
    const all = selected.flatMap(({ change: { path, before, after } }) => {
      const versions = past.versions.get(path);
      return versions === void 0 || versions[0]?.entry?.id !== before?.id ? [] : [{ path, after, versions }];
    });
    const returning = new Map(all.map((one) => [one.path, one]));
    known = { past, returning, together: togetherOf(past, commonPoint(all, past), selected) };
  }
  const asked = ask();
  return {
    async load(group, versions) {
      await asked;
      const wanted = group.flatMap(({ change, selection }, index) => {
        const returning = known?.returning.get(change.path);
        const { before, after } = versions[index];
        if (returning === void 0 || !selection.critical || change.status !== "modified") return [];
        if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
        if (versionsBack(returning) !== void 0) return [];
        return [{ before, entries: olderEntries(returning), format: selection.format ?? before.format }];
      });
      const files = wanted.slice(0, MOST_FILES3 - older.size).filter(({ before, entries }) => {
        const length = before.text.length * entries.length;
        if (characters + length > MOST_CHARACTERS) return false;
        characters += length;
        return true;
      });
      const blobs = await readBlobs(
        pair.before,
        files.flatMap(({ entries }) => entries)
      );
      for (const { before, entries, format } of files) {
        const own = blobs.splice(0, entries.length);
        const read2 = entries.map((entry, at2) => toDocument(entry, own[at2], format));
        const documents = (await Promise.all(read2)).map((one) => one.kind === "parsed" ? one : void 0);
        if (entries[0] !== void 0) older.set(entries[0].path, [before, ...documents]);
      }
    },
    wentBack(one, { after }, difference) {
      const { change, selection } = one;
      const returning = known?.returning.get(change.path);
      if (known === void 0 || returning === void 0 || !selection.critical) return void 0;
      const { commits } = known.past;
      const at2 = (version) => commits[returning.versions[version].commit];
      const back = versionsBack(returning);
      if (back !== void 0) {
        if (change.after === void 0) return void 0;
        const undone2 = returning.versions.slice(0, back).map(({ commit }) => commits[commit]);
        const together = known.together.get(change.path);
        return {
          to: at2(back),
          keys: difference?.changes,
          commits: undone2,
          whole: true,
          ...together && { together }
        };
      }
      const documents = older.get(change.path);
      if (documents === void 0 || difference === void 0 || after?.kind !== "parsed") return void 0;
      const undone = undoneKeys(difference.changes, documents, after, identityOf(selection));
      if (undone === void 0) return void 0;
      return { to: at2(undone.versions), keys: undone.keys, commits: undone.steps.map(at2), whole: false };
    },
    async unseen() {
      await asked;
      return problem;
    }
  };
}
function togetherOf({ commits }, point, selected) {
  const paths = new Set(point?.paths);
  const first = selected.find(
    ({ change, selection }) => selection.critical && change.after !== void 0 && paths.has(change.path)
  );
  if (point === void 0 || first === void 0) return /* @__PURE__ */ new Map();
  const together = {
    files: point.paths,
    first: first.change.path,
    touched: selected.length,
    commits: point.undone.map((index) => commits[index])
  };
  return new Map(point.paths.map((path) => [path, together]));
}
function olderEntries({ versions }) {
  const entries = versions.slice(1, MOST_READ + 1).map(({ entry }) => entry);
  const gap = entries.indexOf(void 0);
  return entries.slice(0, gap === -1 ? entries.length : gap).flatMap((entry) => entry ?? []);
}
function tooShort({ cutAfter, versions }, critical) {
  if (cutAfter === void 0 || cutAfter >= ENOUGH_COMMITS) return void 0;
  const short = critical.filter(({ change: { path, before } }) => {
    const known = versions.get(path) ?? [];
    return before !== void 0 && known.length < ENOUGH_VERSIONS && !known.at(-1)?.first;
  });
  return short.length === 0 ? void 0 : missing(short, `The history is cut off after ${count(cutAfter, "commit")}.`);
}
function missing([first, ...more], why) {
  const others = more.length === 0 ? "" : `, and ${count(more.length, "other critical file")},`;
  return {
    code: "history-missing",
    message: `${why} Whether this file${others} goes back to an older version is not known.`,
    hint: "Check out with `fetch-depth: 0`, or run `git fetch --unshallow`.",
    path: first.change.path
  };
}

// src/subjects/siblings.ts
var MOST_COPIES = 3;
var MOST_PAIRS = 1e4;
var LEAST_OTHERS = 12;
async function openSiblings(pair, policy, changes, selected) {
  const paths = selected.filter(isInBoth).map(({ change }) => change.path);
  const listed = paths.length === 0 ? ok([]) : await pair.before.entries();
  if (!listed.ok) return listed;
  const entries = new Map(listed.value.map((entry) => [entry.path, entry]));
  const kinOf = findKin(policy.environments, paths, [...entries.keys()]);
  const kin = /* @__PURE__ */ new Map();
  const most = Math.max(LEAST_OTHERS, Math.floor(MOST_PAIRS / Math.max(1, paths.length)));
  const known = (path) => {
    const found2 = kin.get(path) ?? firstOf2(kinOf(path), most);
    kin.set(path, found2);
    return found2;
  };
  const copies = copiesOf(selected, listed.value);
  const byPath = new Map(changes.map((change) => [change.path, change]));
  return ok({
    environment: (path) => known(path).environment,
    async load(group, versions) {
      const wanted = /* @__PURE__ */ new Map();
      for (const [index, one] of group.entries()) {
        if (!isInBoth(one)) continue;
        const found2 = wantedFor(one, versions[index], known(one.change.path), copies, entries);
        wanted.set(one.change.path, found2);
      }
      const all = [...wanted.values()].flat();
      const [before, after] = await Promise.all([
        readAll(pair.before, all),
        readAll(
          pair.after,
          all.flatMap((one) => afterOf(one, byPath))
        )
      ]);
      return (path) => (wanted.get(path) ?? []).map((one) => toSibling(one, byPath.get(path), byPath, before, after));
    }
  });
}
function isInBoth({ change }) {
  return change.before !== void 0 && change.after !== void 0 && change.before.id !== change.after.id;
}
function copiesOf(selected, entries) {
  const copies = new Map(
    selected.filter(isInBoth).map(({ change }) => [change.after.id, []])
  );
  for (const entry of entries) {
    const same = copies.get(entry.id);
    if (same !== void 0 && same.length < MOST_COPIES) same.push(entry);
  }
  return copies;
}
function firstOf2({ relatives, ...own }, most) {
  if (relatives.length <= most) return { ...own, relatives };
  const production = relatives.find(
    ({ environment }) => environment !== void 0 && environmentKind(environment) === "production"
  );
  const first = relatives.slice(0, most);
  if (production !== void 0 && !first.includes(production)) first.push(production);
  return { ...own, relatives: first };
}
function wantedFor(like, versions, { relatives }, copies, entries) {
  const { path, after } = like.change;
  const apart = relatives.filter(({ relation }) => relation === "peer" || relation === "sample");
  const left = new Set(apart.length === 0 || isLarge(versions) ? [] : apart);
  const related = relatives.filter((relative) => !left.has(relative)).map(({ path: other, relation, environment }) => {
    return {
      entry: entries.get(other),
      relation,
      ...environment !== void 0 && { environment },
      like
    };
  });
  const seen = new Set(related.map(({ entry }) => entry.path));
  const exact = (copies.get(after.id) ?? []).filter((entry) => entry.path !== path && !seen.has(entry.path)).map((entry) => ({ entry, relation: "copy", like }));
  return [...related, ...exact];
}
function isLarge({ before, after }) {
  const [then, now] = [textOf(before), textOf(after)];
  if (then === void 0 || now === void 0) return false;
  const { kept, ...count2 } = compareLines(then, now);
  const lines = Math.max(count2.before, count2.after);
  const changed = lines - kept;
  return changed >= Math.max(THRESHOLDS.siblingLeastDifferences, lines * THRESHOLDS.peerChanged);
}
function afterOf({ entry, relation, like }, changes) {
  const after = changes.get(entry.path)?.after;
  const compared = relation === "declared" || relation === "discovered";
  return compared && after !== void 0 ? [{ entry: after, relation, like }] : [];
}
async function readAll(snapshot, wanted) {
  const distinct = [...new Map(wanted.map((one) => [one.entry.path, one])).values()];
  const blobs = await readBlobs(
    snapshot,
    distinct.map(({ entry }) => entry)
  );
  const documents = await Promise.all(
    distinct.map(({ entry, like }, index) => toDocument(entry, blobs[index], like.selection.format))
  );
  return new Map(distinct.map(({ entry }, index) => [entry.path, documents[index]]));
}
function toSibling({ entry, relation, environment }, own, changes, before, after) {
  const change = changes.get(entry.path);
  const document = before.get(entry.path);
  const now = change === void 0 ? document : after.get(entry.path);
  return {
    path: entry.path,
    relation,
    ...environment !== void 0 && { environment },
    id: entry.id,
    document,
    ...now !== void 0 && { after: now },
    swapped: change?.after !== void 0 && change.after.id === own.before?.id
  };
}

// src/subjects/around.ts
async function openAround(pair, policy, changes, selected) {
  const siblings = await openSiblings(pair, policy, changes, selected);
  if (!siblings.ok) return siblings;
  const messages = openMessages(pair);
  const past = openPast(pair, messages, selected);
  return ok({ siblings: siblings.value, nearby: openNearby(pair.after), past, messages });
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
  const { change, selection } = subject;
  if (change.after === void 0) return [];
  const path = change.path;
  const found2 = unjudged.map((problem) => ({
    path,
    reason: problem.code,
    detail: problem.message,
    hint: problem.hint,
    blocks: true
  }));
  const unread = unreadVersion(subject);
  if (unread !== void 0) found2.push({ path, ...unread });
  if (!demandsKeys(selection)) return found2;
  if (subject.after?.kind === "text") found2.push({ path, ...NO_KEYS });
  if (isUncompared(subject)) found2.push({ path, ...UNCOMPARED });
  return found2;
}
function unseenPast(problem) {
  if (problem === void 0) return [];
  const { path = "", code, message, hint } = problem;
  return [{ path, reason: code, detail: message, hint, blocks: false }];
}
var NO_KEYS = {
  reason: "no-keys",
  detail: "The policy asks for a schema or for keys, and this file is read as text without keys.",
  hint: "Name its format in the policy (format: yaml), or take schema, protect, freeze, forbid, severity and rules away.",
  blocks: true
};
var UNCOMPARED = {
  reason: "unreadable-before",
  detail: "The version before the change cannot be read by key, so what the policy asks for could not be judged.",
  hint: "Have the repaired file reviewed, and acknowledged by somebody whom the policy names.",
  blocks: true
};
function demandsKeys(selection) {
  return selection.schemas.length > 0 || selection.forbid !== void 0 || pinsKeys(selection);
}
function pinsKeys({ protect, freeze, severity = [], rules = [] }) {
  const watched = severity.some((entry) => entry.severity === "error" || entry.severity === "warning");
  return protect.length + freeze.length + rules.length > 0 || watched;
}
function isUncompared({ selection, before, after }) {
  if (before === void 0 || before.kind === "parsed") return false;
  return after?.kind === "broken" || pinsKeys(selection) && after?.kind === "parsed";
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

export {
  schemaLoader,
  runChecks,
  underDeadline,
  isJudgedFormat,
  toRegExp,
  keyOf,
  shapeOf,
  gather,
  NO_RULES,
  unusable,
  createSchemas,
  openAround,
  unreadParts,
  unseenPast
};
