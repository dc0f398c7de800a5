import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NO_QUESTIONS,
  announcesRevert,
  compareVersions,
  judgeRules,
  prepareSubjects,
  summarise,
  toSubject,
  withValue
} from "./chunk-GR44EGTH.js";
import {
  sourceName
} from "./chunk-KGHET5OG.js";
import {
  loadCel,
  policyPaths,
  readPolicy
} from "./chunk-66KUXM7Z.js";
import {
  candidateSelector,
  hasShebang,
  kindByName
} from "./chunk-LH7W6HNH.js";
import {
  readBlobs,
  readVersions,
  toDocument
} from "./chunk-VUKFQJK7.js";
import {
  decode
} from "./chunk-DICHFEIJ.js";
import {
  createLiveSelector
} from "./chunk-JXCUIREY.js";
import {
  excerptOf
} from "./chunk-PWSQ5S6L.js";
import {
  addReviewed,
  toDecision
} from "./chunk-7263V5AN.js";
import {
  createSelector
} from "./chunk-AKK2AODL.js";
import {
  atLeast,
  fingerprint
} from "./chunk-YXJ4QQSZ.js";
import {
  isMultipleOf
} from "./chunk-6WSAFUNA.js";
import {
  THRESHOLDS,
  checks,
  compareKeys,
  declaredSeverity,
  findKin,
  hiddenBy,
  identityOf,
  keyPathOf,
  lostNames,
  newViolations,
  policyChanged,
  retainedLines,
  schemaViolation,
  schemaWeakened,
  showsLines,
  textOf
} from "./chunk-YMIVOWQJ.js";
import {
  compileRule,
  environmentKind,
  nearestName
} from "./chunk-XI3XB6LF.js";
import {
  formatById
} from "./chunk-NYBEYTUC.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  canonical,
  sameValue
} from "./chunk-AONNQZDM.js";
import {
  baseName,
  directoryOf,
  foldPath
} from "./chunk-5MHRYX67.js";
import {
  child,
  isObject,
  parentOf,
  segmentsOf,
  setOwn,
  typeOf
} from "./chunk-XGREDVMT.js";

// src/adapters/schemas.ts
import { homedir } from "node:os";
import { join } from "node:path";
function schemaLoader(snapshot, options) {
  const cacheDirectory = options.cacheDirectory ?? defaultCacheDirectory(process.env);
  const settings = { hosts: options.hosts, cacheDirectory, fetch: options.fetch ?? fetch };
  return async (source) => {
    const bytes = source.kind === "path" ? await readPath(snapshot, source.path, options.side === "after" ? "head" : "base") : await (await import("./schema-download-7FJTDAYI.js")).download(source, settings);
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
function foldFindings(findings, checks2) {
  const byId = new Map(checks2.map((check2) => [check2.id, check2]));
  const remaining = { all: new Set(findings), ofCheck: /* @__PURE__ */ new Map(), ofKey: /* @__PURE__ */ new Map() };
  for (const finding of findings) {
    addTo(remaining.ofCheck, finding.check, finding);
    addTo(remaining.ofKey, finding.key, finding);
  }
  for (const { id } of checks2) {
    const causes = (remaining.ofCheck.get(id) ?? []).filter((finding) => remaining.all.has(finding));
    for (const [index, cause] of causes.entries()) {
      if (!remaining.all.has(cause)) continue;
      const consequences = takeConsequences(cause, index === 0, remaining, byId);
      if (consequences.length > 0) cause.folded = [...cause.folded ?? [], ...consequences];
    }
  }
  return [...remaining.all];
}
function addTo(lists, key, finding) {
  const known = lists.get(key);
  if (known === void 0) lists.set(key, [finding]);
  else known.push(finding);
}
function takeConsequences(cause, first, remaining, checks2) {
  const { folds = [], foldsOfKey = [], isCause } = checks2.get(cause.check) ?? {};
  if (isCause?.(cause) === false) return [];
  const follows = (finding) => finding.check !== cause.check && atLeast(cause.severity, finding.severity) && (first && folds.includes(finding.check) || finding.key === cause.key && foldsOfKey.includes(finding.check));
  const direct = [...candidates(first && folds.length > 0, foldsOfKey, cause, remaining)].filter(follows);
  for (const consequence of direct) remaining.all.delete(consequence);
  return direct.flatMap((each) => [each, ...takeConsequences(each, true, remaining, checks2)]);
}
function candidates(whole, foldsOfKey, { key }, { all: all2, ofKey }) {
  if (whole) return all2;
  if (foldsOfKey.length === 0) return [];
  return (ofKey.get(key) ?? []).filter((finding) => all2.has(finding));
}

// src/checks/run.ts
var MOST_EXCERPTS = 20;
function runChecks(subject, checks2, origin) {
  const findings = [];
  for (const check2 of checks2) {
    for (const report of check2.run(subject)) {
      const declared = declaredSeverity(subject, report);
      if (declared === "off") continue;
      const severity = declared ?? severityOf(check2, report, subject, origin);
      if (severity === void 0) continue;
      const finding = toFinding(check2, report, severity, subject, findings.length);
      findings.push({ finding, id: idOf(subject, report) });
    }
  }
  return foldFindings(withoutRepeats(findings, checks2), checks2);
}
function idOf(subject, report) {
  const document = /^[\w#/.-]+:/.exec(report.key ?? "")?.[0];
  return JSON.stringify([document, keyPathOf(subject, report)?.segments ?? report.key]);
}
function withoutRepeats(findings, checks2) {
  const yielding = new Set(checks2.filter((check2) => check2.yields).map((check2) => check2.id));
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
function severityOf(check2, report, { selection, change }, origin) {
  const severity = report.severity ?? check2.severity;
  if (selection.critical) return severity;
  if (check2.uncritical === "off") return void 0;
  const limit = atLeast(severity, check2.uncritical) ? check2.uncritical : severity;
  const declared = selection.rule !== "default";
  const mild = !declared && (origin.kind !== "defaults" || change.status === "added");
  return mild && limit === "error" ? "warning" : limit;
}
function toFinding(check2, report, severity, subject, index) {
  const { path } = subject.change;
  const finding = {
    check: check2.id,
    severity,
    path,
    args: report.args,
    fingerprint: fingerprint(check2.id, path, report.key, report.args)
  };
  if (report.key !== void 0) finding.key = report.key;
  if (subject.selection.service !== void 0) finding.service = subject.selection.service;
  if (report.side === "before") finding.side = "before";
  if (report.place === void 0) return finding;
  finding.line = report.place.line;
  finding.column = report.place.column;
  const document = report.side === "before" ? subject.before : subject.after;
  if (severity === "notice" || check2.wholeFile || index >= MOST_EXCERPTS) return finding;
  if (document === void 0 || !showsLines(subject.selection, document)) return finding;
  const excerpt = excerptOf(document, report.place.line, hiddenBy(subject.selection, document));
  if (excerpt !== void 0) finding.excerpt = excerpt;
  return finding;
}

// src/schemas/load.ts
function loadBothSides(before, after) {
  const fetched = /* @__PURE__ */ new Map();
  const keyOf2 = (source) => JSON.stringify([source.url, source.sha256]);
  return {
    before(source) {
      if (source.kind === "path") return before(source);
      const known = fetched.get(keyOf2(source)) ?? before(source);
      fetched.set(keyOf2(source), known);
      return known;
    },
    async after(source) {
      if (source.kind === "path") return after(source);
      return fetched.get(keyOf2(source)) ?? refuse({
        code: "schema-new-url",
        message: `The schema ${source.url} is one that only this change refers to; it is fetched once the reference is in the base.`,
        hint: "Review the reference, and land it in a pull request of its own; or commit the schema to the repository.",
        path: source.url
      });
    }
  };
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
  return (all2) => {
    const ajv = new Ajv({
      allErrors: all2,
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
function onlyViolations(at2, branches, fits2) {
  const single = branches.every(
    (branch) => branch.length === 1 && branch[0].key === at2 && fits2(branch[0].keyword)
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
function firstOf(items, find3) {
  for (const item of items) {
    const found2 = find3(item);
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
  const check2 = SHAPES[shape];
  return check2.fits(value) ? void 0 : check2.wanted;
}
var isSchema = (value) => typeof value === "boolean" || isObject(value);
var isNumber = (value) => typeof value === "number" && Number.isFinite(value);
var isStrings = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");
var isType = (value) => typeof value === "string" && TYPES.includes(value);
var isMapOf = (value, fits2) => isObject(value) && Object.keys(value).every((key) => fits2(value[key]));
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
  const resource = definitionOf(file.value);
  if (resource !== void 0) walk(catalog, resource.file, "", resource.file.value, resource.file.uri, 7);
  const root = catalog.nodes.get(keyOf(resource?.file ?? file.value, ""));
  if (root === void 0) return refuse(flawProblem(catalog.flaws));
  const reached = await reach(gathering, root);
  if (!reached.ok) return reached;
  const flaws = flawsOf(catalog, reached.value, [...targets.values()]);
  if (flaws.length > 0) return refuse(flawProblem(flaws));
  const versions = resource && new Map(resource.versions.map(([name, key]) => [name, catalog.nodes.get(key)]));
  return ok({ root, reached: reached.value, catalog, targets, texts: texts2, ...versions && { versions } });
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
function dependencies(out, value, below2) {
  for (const name of Object.keys(value)) {
    const keyword = Array.isArray(value[name]) ? "dependentRequired" : "dependentSchemas";
    const table = out[keyword] ?? {};
    setOwn(table, name, Array.isArray(value[name]) ? value[name] : below2(name));
    out[keyword] = table;
  }
}
function schemaMap(out, keyword, value, below2) {
  const table = out[keyword] ?? {};
  for (const name of Object.keys(value)) {
    if (keyword === "properties" && name === "__proto__") {
      out.patternProperties = {
        ...out.patternProperties ?? {},
        "^__proto__$": below2(name)
      };
    } else {
      setOwn(table, name, below2(name));
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
  const below2 = (pointer, keyword) => {
    const inner = work.gathered.catalog.nodes.get(keyOf(node.file, pointer));
    const entered = inner.base === node.base ? scope : enter(work.gathered.catalog, scope, inner.base);
    if (!work.traits.unevaluated || SAME_VALUE2.has(keyword) || typeof inner.schema === "boolean")
      return emit(work, inner, entered);
    return { $ref: define(work, inner, entered) };
  };
  for (const keyword of Object.keys(schema)) {
    if (shapeOf(keyword, draft) === void 0 || NO_RULES.has(keyword)) continue;
    rule(work, node, out, keyword, schema[keyword], below2);
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
function rule(work, node, out, keyword, value, below2) {
  const here = child(node.pointer, keyword);
  const shape = shapeOf(keyword, node.draft);
  if (keyword === "format") {
    if (!isJudgedFormat(String(value))) return;
    work.formats.add(String(value));
    out.format = value;
  } else if (keyword === "exclusiveMaximum" || keyword === "exclusiveMinimum") {
    if (typeof value === "number") out[keyword] = value;
  } else if (keyword === "items" && Array.isArray(value)) {
    if (value.length > 0) out.prefixItems = value.map((_, index) => below2(child(here, index), keyword));
    const rest = node.schema.additionalItems;
    if (rest !== void 0)
      out.items = rest === false ? false : below2(child(node.pointer, "additionalItems"), keyword);
  } else if (keyword === "additionalItems") {
    return;
  } else if (keyword === "dependencies" && isObject(value)) {
    dependencies(out, value, (name) => below2(child(here, name), keyword));
  } else if (shape === "schema" || shape === "schema-or-schemas") {
    const absent = ABSENT.has(keyword) || keyword === "items" && out.prefixItems !== void 0;
    out[keyword] = value === false && absent ? false : below2(here, keyword);
  } else if (shape === "schemas" && Array.isArray(value)) {
    out[keyword] = value.map((_, index) => below2(child(here, index), keyword));
  } else if (shape === "schema-map" && isObject(value)) {
    schemaMap(out, keyword, value, (name) => below2(child(here, name), keyword));
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
  const all2 = new Set(start);
  for (const node of all2) {
    for (const reference of catalog.references.get(node) ?? []) {
      const target = reference.keyword === "$ref" ? targets.get(reference) : void 0;
      if (target !== void 0) all2.add(target);
    }
    const parts = schemaOf(node).allOf;
    if (!Array.isArray(parts)) continue;
    for (const index of parts.keys()) {
      const part = catalog.nodes.get(keyOf(node.file, child(child(node.pointer, "allOf"), index)));
      if (part !== void 0) all2.add(part);
    }
  }
  return [...all2];
}
function schemaOf(node) {
  return typeof node.schema === "boolean" ? {} : node.schema;
}
function toShape(gathered, rules, shapeOf2, id, nodes) {
  const schemas = nodes.map(schemaOf);
  const types = new Set(schemas.flatMap(({ type }) => Array.isArray(type) ? type : type ? [type] : []));
  const first = (keyword) => schemas.find((schema) => Object.hasOwn(schema, keyword))?.[keyword];
  const format = first("x-kubernetes-format") ?? first("format");
  const below2 = memo((name) => shapeOf2(nodes.flatMap((node) => propertyOf(gathered, node, name))));
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
      return [...new Set(names)].filter((name) => below2(name)?.default !== void 0);
    },
    property: below2,
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
  const all2 = found2.length > 0 ? found2 : [at2("additionalProperties")];
  return all2.filter((one) => one !== void 0);
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
  const all2 = /* @__PURE__ */ new Set([start]);
  for (const node of all2) {
    if (rules.has(node)) return node;
    for (const { to } of edgesOf(gathered, node)) all2.add(to);
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
async function prepare(source, load, deadlineMs) {
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
    if (!underDeadline(deadlineMs, main.all).done) return refuse(tooSlow(name, deadlineMs));
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
    const key = JSON.stringify(
      source.kind === "path" ? source.path : [source.url, source.sha256?.toLowerCase()]
    );
    const before = known.get(key);
    if (before !== void 0) return before;
    const now = prepare(source, load, compileDeadlineMs);
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
        else groups.set(schema.value, [...groups.get(schema.value) ?? [], index]);
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

// src/scripts/review/changed.ts
var SOURCED = /(^|\.)(env|inc|rc|conf|cfg|vars|functions)$/i;
async function reviewChanged(pair, changes, policy) {
  const select = candidateSelector(policy);
  const before = [];
  const after = [];
  for (const change of changes) {
    const [old, now] = [change.before && select(change.before), change.after && select(change.after)];
    if (old !== void 0) before.push(old);
    if (now !== void 0) after.push(now);
  }
  const scripts = await likelyOnes(pair.after, after);
  const sourced = policy.scripts !== void 0 && changes.some(({ path }) => mayBeSourced(path));
  if (scripts.length === 0 && !sourced) return ok(void 0);
  const { compareScripts } = await import("./compare-TX6EYVCV.js");
  const paths = new Set(changes.map(({ path }) => path));
  return compareScripts(pair, policy, { before, after: scripts, paths });
}
function mayBeSourced(path) {
  return kindByName(path) !== "other" || SOURCED.test(baseName(path));
}
async function likelyOnes(snapshot, candidates2) {
  const doubtful = candidates2.filter(({ entry, asked }) => !asked && kindByName(entry.path) !== "script");
  const blobs = await readBlobs(
    snapshot,
    doubtful.map(({ entry }) => entry)
  );
  const others = new Set(
    doubtful.filter((_, index) => {
      const blob = blobs[index];
      return "bytes" in blob && !hasShebang(Buffer.from(blob.bytes.subarray(0, 200)).toString("latin1"));
    })
  );
  return candidates2.filter((candidate) => !others.has(candidate));
}

// src/subjects/admitted.ts
function admittedBy({ change, context: context2 }) {
  return context2.schemas().flatMap((verdict) => {
    if ("missing" in verdict || verdict.proposed?.kind !== "valid") return [];
    const news = newViolations(verdict.after, verdict.before);
    return news.length > 0 ? [{ schema: verdict.schema, path: change.path }] : [];
  });
}
function withAdmitted(subject, admitted, edits) {
  const { guard } = subject;
  if (guard?.kind !== "schema") return subject;
  const schemas = new Set(
    edits.filter(({ files }) => files.includes(subject.change.path)).map(({ source }) => source.path)
  );
  const paths = admitted.filter(({ schema }) => schemas.has(schema)).map(({ path }) => path);
  return { ...subject, guard: { ...guard, admits: [...new Set(paths)] } };
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
  const texts2 = openTexts(after);
  let work = 0;
  function holding(entries, names) {
    const found2 = [];
    for (const { path, id } of entries) {
      if (work > MOST_WORK) break;
      const text = texts2.get(id);
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
      await texts2.read(asking.flatMap(({ path }) => nearest.value(path)));
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
  const texts2 = /* @__PURE__ */ new Map();
  let bytes = 0;
  return {
    get: (id) => texts2.get(id),
    /** Reads what is not read yet, as far as the bytes go. */
    async read(entries) {
      const unread2 = entries.filter(({ id }) => !texts2.has(id));
      const wanted = [...new Map(unread2.map((entry) => [entry.id, entry])).values()];
      for (let start = 0; start < wanted.length && bytes < MOST_BYTES; start += PORTION) {
        for await (const blob of side.read(wanted.slice(start, start + PORTION))) {
          if (!("bytes" in blob)) {
            texts2.set(blob.id, void 0);
            continue;
          }
          bytes += blob.bytes.length;
          const decoded = blob.bytes.length <= LARGEST ? decode(blob.bytes) : void 0;
          texts2.set(blob.id, decoded !== void 0 && "text" in decoded ? decoded.text : void 0);
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
  for (let moment2 = 1, count = 0; moment2 <= commits.length; moment2++) {
    count += starts[moment2];
    if (count > best.count) best = { moment: moment2, count };
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
    const all2 = selected.flatMap(({ change: { path, before, after } }) => {
      const versions = past.versions.get(path);
      return versions === void 0 || versions[0]?.entry?.id !== before?.id ? [] : [{ path, after, versions }];
    });
    const returning = new Map(all2.map((one) => [one.path, one]));
    known = { past, returning, together: togetherOf(past, commonPoint(all2, past), selected) };
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
  const commits = `${cutAfter} commit${cutAfter === 1 ? "" : "s"}`;
  return short.length === 0 ? void 0 : missing(short, `The history is cut off after ${commits}.`);
}
function missing([first, ...more], why) {
  const others = more.length === 0 ? "" : `, and ${more.length} other critical file${more.length === 1 ? "" : "s"},`;
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
      const all2 = [...wanted.values()].flat();
      const [before, after] = await Promise.all([
        readAll(pair.before, all2),
        readAll(
          pair.after,
          all2.flatMap((one) => afterOf(one, byPath))
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
  const [there, back] = [retainedLines(then, now), retainedLines(now, then)];
  const changed = Math.max(there.before - there.kept, back.before - back.kept);
  const lines = Math.max(there.before, back.before);
  return changed >= Math.max(THRESHOLDS.siblingLeastDifferences, lines * THRESHOLDS.peerChanged);
}
function afterOf({ entry, relation, like }, changes) {
  const after = changes.get(entry.path)?.after;
  const compared = relation === "declared" || relation === "discovered";
  return compared && after !== void 0 ? [{ entry: after, relation, like }] : [];
}
async function readAll(snapshot, wanted) {
  const distinct2 = [...new Map(wanted.map((one) => [one.entry.path, one])).values()];
  const blobs = await readBlobs(
    snapshot,
    distinct2.map(({ entry }) => entry)
  );
  const documents = await Promise.all(
    distinct2.map(({ entry, like }, index) => toDocument(entry, blobs[index], like.selection.format))
  );
  return new Map(distinct2.map(({ entry }, index) => [entry.path, documents[index]]));
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

// src/subjects/collisions.ts
async function findCollisions(after, changes, selected, policy) {
  const selectFolded = createSelector(foldedPolicy(policy));
  const suspects = changes.filter(
    (change) => change.after !== void 0 && (change.status === "added" || change.status === "renamed") && selectFolded(foldPath(change.path))?.critical === true
  );
  if (suspects.length === 0) return ok([...selected]);
  const listed = await after.entries();
  if (!listed.ok) return listed;
  const twins = pathsByFold(listed.value.map((entry) => entry.path));
  const select = createSelector(policy);
  const found2 = new Map(selected.map((one) => [one.change.path, one]));
  for (const change of suspects) {
    const twin = (twins.get(foldPath(change.path)) ?? []).find(
      (path) => path !== change.path && select(path)?.critical === true
    );
    if (twin !== void 0) found2.set(change.path, { change, selection: select(twin), twin });
  }
  return ok([...found2.values()]);
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
  const critical = policy.critical.map((rule2) => ({ ...rule2, files: rule2.files.map(foldPath) }));
  return { ...policy, critical };
}

// src/policy/compare-keys.ts
var LEVELS = ["off", "notice", "warning", "error"];
function forbidsLess(before, after) {
  const now = new Set(after.flatMap(forbidden).map((pair) => JSON.stringify(pair)));
  return forbidden(before).filter((pair) => !now.has(JSON.stringify(pair))).map(([key, value]) => `forbid no longer keeps ${JSON.stringify(value)} from ${key}`);
}
function forbidden({ forbid = [] }) {
  return forbid.flatMap(({ key, values }) => values.map((value) => [key, value]));
}
function tellsLess(before, after) {
  const then = before.severity ?? [];
  const now = after.flatMap((rule2) => rule2.severity ?? []);
  const asks = before.protect.length + before.freeze.length > 0 || (before.forbid ?? before.schema) !== void 0 || then.some(({ severity }) => severity === "error");
  const lowered = now.filter(({ key, severity }, index) => {
    if (now.findIndex((other) => other.key === key) < index) return false;
    const old = find2(then, key)?.severity ?? (asks ? "error" : "warning");
    return LEVELS.indexOf(severity) < LEVELS.indexOf(old);
  });
  const lost = then.filter(
    ({ key, severity }) => find2(now, key) === void 0 && LEVELS.indexOf(severity) > LEVELS.indexOf("notice")
  );
  return [
    ...lowered.map(({ key, severity }) => `the severity of ${key} is lowered to ${severity}`),
    ...lost.map(({ key }) => `severity no longer names ${key}`),
    ...lowered.length + lost.length === 0 && isReordered(then, now) ? ["the patterns under severity stand in another order"] : []
  ];
}
function find2(entries, key) {
  return entries.find((entry) => entry.key === key);
}
function isReordered(then, now) {
  const keys = (entries, others) => entries.map(({ key }) => key).filter((key) => find2(others, key) !== void 0);
  return JSON.stringify(keys(then, now)) !== JSON.stringify(keys(now, then));
}

// src/policy/compare.ts
var THRESHOLDS2 = ["notice", "warning", "error"];
function weakerThan(before, after) {
  return [
    ...lostFiles(before, after),
    ...before.critical.flatMap((rule2) => lostByRule(rule2, after.critical)),
    ...before.environments.filter((pattern) => !after.environments.includes(pattern)).map((pattern) => `environments no longer names ${pattern}`),
    ...lostScripts(before.scripts, after.scripts),
    ...after.schemaHosts.filter((host) => !before.schemaHosts.includes(host)).map((host) => `schemas may be fetched from ${host} without a pinned sha256`),
    ...lostStrictness(before, after),
    ...easierToAcknowledge(before, after)
  ];
}
function lostFiles(before, after) {
  const globs = (rules) => rules.flatMap((rule2) => rule2.files);
  const now = new Set(globs(after.critical));
  const then = new Set(globs(before.critical));
  return [
    ...[...then].filter((glob) => !glob.startsWith("!") && !now.has(glob)).map((glob) => `${glob} is no longer critical`),
    ...[...now].filter((glob) => glob.startsWith("!") && !then.has(glob)).map((glob) => `${glob.slice(1)} is newly excluded`)
  ];
}
function lostScripts(before, after) {
  if (after === void 0) return [];
  if (before === void 0) return [`scripts names only ${after.join(", ")}, and no others are reviewed`];
  return [
    ...before.filter((glob) => !glob.startsWith("!") && !after.includes(glob)).map((glob) => `scripts no longer names ${glob}`),
    ...after.filter((glob) => glob.startsWith("!") && !before.includes(glob)).map((glob) => `${glob.slice(1)} is newly excluded from scripts`)
  ];
}
function lostByRule(before, after) {
  const same = after.filter((rule2) => rule2.files.some((glob) => before.files.includes(glob)));
  if (same.length === 0) return [];
  const name = before.files.join(", ");
  const lost = (word, then, now) => then.filter((pattern) => !now.includes(pattern)).map((pattern) => `${name}: ${word} no longer names ${pattern}`);
  const all2 = (pick) => same.flatMap(pick);
  const schema = JSON.stringify(before.schema);
  const keptSchema = before.schema === void 0 || same.some((rule2) => JSON.stringify(rule2.schema) === schema);
  return [
    ...lost(
      "live",
      before.live ?? [],
      all2((rule2) => rule2.live ?? [])
    ),
    ...lost(
      "protect",
      before.protect,
      all2((rule2) => rule2.protect)
    ),
    ...lost(
      "freeze",
      before.freeze,
      all2((rule2) => rule2.freeze)
    ),
    ...lost(
      "sensitive",
      before.sensitive,
      all2((rule2) => rule2.sensitive)
    ),
    ...[...forbidsLess(before, same), ...tellsLess(before, same)].map((phrase) => `${name}: ${phrase}`),
    ...keptSchema ? [] : [`${name}: the schema is another one or none`],
    ...lostRules(
      name,
      before.rules ?? [],
      same.flatMap((rule2) => rule2.rules ?? [])
    )
  ];
}
function lostRules(name, before, after) {
  const level = (rule2) => THRESHOLDS2.indexOf(rule2.severity ?? "error");
  const same = (one, other) => one.rule === other.rule && one.key === other.key && one.optionalOldSelf === other.optionalOldSelf;
  return before.flatMap((rule2) => {
    const now = after.filter((other) => same(rule2, other));
    if (now.length === 0) return [`${name}: the rule ${rule2.rule} is another one or none`];
    if (now.some((other) => level(other) >= level(rule2))) return [];
    return [`${name}: the rule ${rule2.rule} is only a ${now[0].severity}`];
  });
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
  const approvers = ({ critical }) => critical.flatMap((rule2) => (rule2.approvers ?? []).map((name) => `${rule2.files.join(", ")}: ${name}`));
  const accepts = ({ accept = [] }) => accept.map(({ finding, expires }) => `${finding} is accepted until ${expires}`);
  const label = ({ acknowledge }) => acknowledge?.label ? [`the label ${acknowledge.label.name} by role ${acknowledge.label.role}`] : [];
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

// src/schemas/side.ts
function treeOf(version, gathered) {
  const references = /* @__PURE__ */ new Map();
  for (const reference of gathered.targets.keys()) {
    const own = references.get(reference.node);
    if (own === void 0) references.set(reference.node, [reference]);
    else own.push(reference);
  }
  return { version, gathered, references, numbers: /* @__PURE__ */ new Map() };
}
function sideOf(tree, nodes) {
  const found2 = /* @__PURE__ */ new Set();
  const queue = [...nodes];
  for (let at2 = 0; at2 < queue.length; at2++) {
    const node = queue[at2];
    if (node.schema === true || found2.has(node)) continue;
    found2.add(node);
    for (const reference of tree.references.get(node) ?? []) {
      const target = tree.gathered.targets.get(reference);
      if (target !== void 0) queue.push(target);
    }
    queue.push(...listBelow(tree, node, "allOf"));
  }
  const all2 = [...found2].filter(isRule);
  const groups = all2.flatMap(
    (node) => ["anyOf", "oneOf"].flatMap((keyword) => {
      const branches = listBelow(tree, node, keyword);
      return branches.length === 0 ? [] : [{ node, keyword, branches }];
    })
  );
  return { tree, nodes: all2, groups, never: all2.some(({ schema }) => schema === false) };
}
function isRule({ schema, draft }) {
  if (typeof schema === "boolean") return !schema;
  return Object.keys(schema).some(
    (keyword) => keyword === RULES || !FOLLOWED.has(keyword) && shapeOf(keyword, draft) !== void 0
  );
}
var RULES = "x-kubernetes-validations";
var FOLLOWED = /* @__PURE__ */ new Set([...NO_RULES, "allOf"]);
function withBranch(side, group, branch) {
  const added = sideOf(side.tree, [branch]);
  return {
    tree: side.tree,
    nodes: [.../* @__PURE__ */ new Set([...side.nodes, ...added.nodes])],
    groups: [...side.groups.filter((one) => one !== group), ...added.groups],
    never: side.never || added.never
  };
}
function areSame(left, right) {
  const [one, other] = [left.nodes[0], right.nodes[0]];
  if (left.nodes.length !== 1 || right.nodes.length !== 1 || one === void 0 || other === void 0)
    return false;
  return one.draft === other.draft && sameValue(one.schema, other.schema) && !refers(one.schema);
}
function refers(json) {
  if (json === null || typeof json !== "object") return false;
  if (Array.isArray(json)) return json.some(refers);
  return Object.keys(json).some((key) => REFERENCES.has(key) || refers(json[key]));
}
var REFERENCES = /* @__PURE__ */ new Set(["$ref", "$recursiveRef", "$dynamicRef", "$schema"]);
function sideKey({ tree, nodes, groups }) {
  const number = (node) => {
    const known = tree.numbers.get(node) ?? tree.numbers.size;
    tree.numbers.set(node, known);
    return known;
  };
  const open2 = groups.map(({ node, keyword }) => `${number(node)}${keyword}`);
  return `${tree.version}:${nodes.map(number).join(",")}|${open2.join(",")}`;
}
function readKeyword(node, keyword) {
  const { schema, draft } = node;
  if (typeof schema === "boolean" || !Object.hasOwn(schema, keyword)) return void 0;
  return shapeOf(keyword, draft) === void 0 && keyword !== RULES ? void 0 : schema[keyword];
}
function readAll2({ nodes }, keyword) {
  return nodes.flatMap((node) => {
    const value = readKeyword(node, keyword);
    return value === void 0 ? [] : [value];
  });
}
function below(tree, node, keyword, name) {
  if (readKeyword(node, keyword) === void 0) return void 0;
  const pointer = child(node.pointer, keyword);
  const at2 = name === void 0 ? pointer : child(pointer, name);
  return tree.gathered.catalog.nodes.get(keyOf(node.file, at2));
}
function listBelow(tree, node, keyword) {
  const value = readKeyword(node, keyword);
  if (!Array.isArray(value)) return [];
  return value.flatMap((_, index) => below(tree, node, keyword, index) ?? []);
}
function tableOf(node, keyword) {
  const value = readKeyword(node, keyword);
  return isObject(value) ? value : void 0;
}

// src/schemas/loosened.ts
var PENDING = [];
function isWithin(compare2, before, after) {
  const found2 = compare2(before, after);
  return found2.length === 0 && found2 !== PENDING;
}
function loosened(what, keyword, after, values = {}) {
  const node = after.nodes.find((each) => readKeyword(each, keyword) !== void 0);
  if (node !== void 0) return loosenedAt(what, keyword, node, child(node.pointer, keyword), values);
  const near = after.nodes[0] ?? after.tree.gathered.root;
  return loosenedAt(what, keyword, near, near.pointer, values);
}
function loosenedAt(what, keyword, { file, pointer }, schemaKey2 = pointer, values = {}) {
  const found2 = {
    what,
    steps: [],
    keyword,
    file: file.name,
    schemaKey: schemaKey2,
    place: file.place(schemaKey2) ?? { line: 1, column: 1 }
  };
  if (values.before !== void 0) found2.before = values.before;
  if (values.after !== void 0) found2.after = values.after;
  return found2;
}

// src/schemas/weaker-bounds.ts
var COUNTS = [
  ["minLength", "string", "least"],
  ["maxLength", "string", "most"],
  ["minItems", "array", "least"],
  ["maxItems", "array", "most"],
  ["minContains", "array", "least"],
  ["maxContains", "array", "most"],
  ["minProperties", "object", "least"],
  ["maxProperties", "object", "most"]
];
function compareBounds(before, after, types) {
  const found2 = [];
  if (types.has("integer") || types.has("fraction")) {
    const whole = !types.has("fraction");
    for (const way of ["least", "most"]) {
      const [then, now] = [numberBound(before, way, whole), numberBound(after, way, whole)];
      if (then !== void 0) found2.push(...moved(then, now, way, after));
    }
  }
  for (const [keyword, type, way] of COUNTS) {
    if (!types.has(type)) continue;
    const [then, now] = [countBound(before, keyword, way), countBound(after, keyword, way)];
    const free = then === void 0 || way === "least" && then.value === 0;
    if (!free) found2.push(...moved(then, now, way, after));
  }
  return found2;
}
function moved(then, now, way, after) {
  if (now === void 0) return [loosened("bound-removed", then.keyword, after, { before: then.value })];
  if (!stricter(then, now, way)) return [];
  return [loosened("bound-moved", now.keyword, after, { before: then.value, after: now.value })];
}
function stricter(left, right, way) {
  if (left.value === right.value) return left.exclusive && !right.exclusive;
  return way === "least" ? left.value > right.value : left.value < right.value;
}
function strictest(bounds, way) {
  return bounds.reduce(
    (best, bound) => best === void 0 || stricter(bound, best, way) ? bound : best,
    void 0
  );
}
function countBound(side, keyword, way) {
  const bounds = readAll2(side, keyword).flatMap(
    (value) => typeof value === "number" ? [{ keyword, value, exclusive: false }] : []
  );
  return strictest(bounds, way);
}
function numberBound(side, way, whole) {
  const [inclusive, exclusive] = way === "least" ? ["minimum", "exclusiveMinimum"] : ["maximum", "exclusiveMaximum"];
  const bounds = side.nodes.flatMap((node) => {
    const [closed, open2] = [readKeyword(node, inclusive), readKeyword(node, exclusive)];
    const own = [];
    if (typeof closed === "number")
      own.push({ keyword: inclusive, value: closed, exclusive: open2 === true });
    if (typeof open2 === "number") own.push({ keyword: exclusive, value: open2, exclusive: true });
    return own;
  });
  return strictest(whole ? bounds.map((bound) => forIntegers(bound, way)) : bounds, way);
}
function forIntegers({ keyword, value, exclusive }, way) {
  const inner = way === "least" ? Math.ceil(value) : Math.floor(value);
  const next = way === "least" ? 1 : -1;
  const bound = exclusive && inner === value ? inner + next : inner;
  return { keyword, value: bound, exclusive: false };
}

// src/schemas/weaker-keywords.ts
function compareKeywords(before, after, types) {
  const found2 = compareBounds(before, after, types);
  const numbers = types.has("integer") || types.has("fraction");
  if (numbers) found2.push(...compareMultiples(before, after));
  if (types.has("string")) {
    found2.push(...compareTexts("pattern", before, after, () => true));
    found2.push(...compareTexts("format", before, after, isJudgedFormat));
  }
  if (types.has("array") && demands(before, "uniqueItems") && !demands(after, "uniqueItems")) {
    found2.push(loosened("keyword-removed", "uniqueItems", after));
  }
  if (types.has("object")) found2.push(...compareRequired(before, after));
  found2.push(...compareRules(before, after));
  return found2;
}
function demands(side, keyword) {
  return readAll2(side, keyword).includes(true);
}
function compareMultiples(before, after) {
  const numbers = (side) => readAll2(side, "multipleOf").filter((value) => typeof value === "number");
  const now = numbers(after);
  const lost = numbers(before).find((divisor) => !now.some((other) => isMultipleOf(other, divisor)));
  if (lost === void 0) return [];
  const what = now.length === 0 ? "bound-removed" : "bound-moved";
  return [loosened(what, "multipleOf", after, { before: lost, after: now[0] })];
}
function compareTexts(keyword, before, after, counts) {
  const texts2 = (side) => readAll2(side, keyword).map(String).filter(counts);
  const [then, now] = [texts2(before), texts2(after)];
  const others = now.filter((text) => !then.includes(text));
  return then.filter((text) => !now.includes(text)).map((text, index) => {
    const other = others[index];
    return other === void 0 ? loosened("keyword-removed", keyword, after, { before: text }) : loosened("keyword-changed", keyword, after, { before: text, after: other });
  });
}
function compareRequired(before, after) {
  const names = (side) => new Set(readAll2(side, "required").flatMap((list) => Array.isArray(list) ? list.map(String) : []));
  const now = names(after);
  const dropped = [...names(before)].filter((name) => !now.has(name));
  const found2 = dropped.length === 0 ? [] : [loosened("required-dropped", "required", after, { before: dropped })];
  const dependents = dependentNames(after);
  for (const [name, wanted] of dependentNames(before)) {
    const lost = [...wanted].filter((other) => !now.has(other) && !dependents.get(name)?.has(other));
    if (lost.length === 0) continue;
    const keyword = [...readAll2(after, "dependencies"), ...readAll2(before, "dependencies")].length > 0 ? "dependencies" : "dependentRequired";
    found2.push(loosened("required-dropped", keyword, after, { before: lost, after: name }));
  }
  return found2;
}
function dependentNames(side) {
  const found2 = /* @__PURE__ */ new Map();
  for (const table of [...readAll2(side, "dependentRequired"), ...readAll2(side, "dependencies")]) {
    for (const [name, list] of Object.entries(isObject(table) ? table : {})) {
      if (Array.isArray(list)) found2.set(name, /* @__PURE__ */ new Set([...found2.get(name) ?? [], ...list.map(String)]));
    }
  }
  return found2;
}
function compareRules(before, after) {
  const now = rulesOf(after);
  const then = rulesOf(before);
  const texts2 = new Set(now.map(({ rule: rule2 }) => rule2));
  const added = now.filter(({ rule: rule2 }) => !then.some((old) => old.rule === rule2));
  return then.filter(({ rule: rule2 }) => !texts2.has(rule2)).map(({ rule: rule2, message }) => {
    const other = added.find((each) => message !== void 0 && each.message === message);
    return other === void 0 ? loosened("rule-removed", RULES, after, { before: rule2 }) : loosened("rule-changed", RULES, after, { before: rule2, after: other.rule });
  });
}
function rulesOf(side) {
  return readAll2(side, RULES).flatMap((list) => Array.isArray(list) ? list : []).flatMap(
    (entry) => isObject(entry) && typeof entry.rule === "string" ? [{ rule: entry.rule.trim(), message: entry.message }] : []
  );
}

// src/schemas/pair-up.ts
function pairUp(before, after, keys) {
  const pairs = [];
  let [then, now] = [[...before], [...after]];
  for (const key of keys) {
    for (const item of then) {
      const wanted = key(item);
      const partner = wanted === void 0 ? void 0 : now.find((other) => key(other) === wanted);
      if (partner === void 0) continue;
      pairs.push([item, partner]);
      now = now.filter((other) => other !== partner);
    }
    then = then.filter((item) => !pairs.some(([old]) => old === item));
  }
  return { pairs, extra: now };
}

// src/schemas/weaker-logic.ts
function compareLogic(before, after, types, compare2) {
  const found2 = [...compareNot(before, after, compare2), ...compareIf(before, after, compare2)];
  if (types.has("array")) found2.push(...compareContains(before, after, compare2));
  if (types.has("object")) found2.push(...compareDependents(before, after, compare2));
  return found2;
}
function compareNot(before, after, compare2) {
  const forbidden2 = (side) => side.nodes.flatMap((node) => below(side.tree, node, "not") ?? []);
  const now = forbidden2(after).map((node) => sideOf(after.tree, [node]));
  return forbidden2(before).flatMap((node) => {
    const then = sideOf(before.tree, [node]);
    if (then.never || now.some((other) => compare2(other, then).length === 0)) return [];
    return [loosened(now.length === 0 ? "keyword-removed" : "not-narrowed", "not", after)];
  });
}
function compareIf(before, after, compare2) {
  const conditions = (side) => side.nodes.filter(
    (node) => below(side.tree, node, "if") !== void 0 && (below(side.tree, node, "then") ?? below(side.tree, node, "else")) !== void 0
  );
  const part = (side, node, keyword) => sideOf(side.tree, [below(side.tree, node, keyword) ?? []].flat());
  const text = (side) => (node) => canonical(below(side.tree, node, "if").schema);
  const [then, now] = [conditions(before), conditions(after)];
  const { pairs } = pairUp(then, now, [
    (node) => then.includes(node) ? text(before)(node) : text(after)(node),
    () => ""
  ]);
  const found2 = pairs.flatMap(([old, fresh]) => {
    const [was, is] = [part(before, old, "if"), part(after, fresh, "if")];
    if (compare2(was, is).length + compare2(is, was).length > 0)
      return [loosenedAt("keyword-changed", "if", below(after.tree, fresh, "if"))];
    return ["then", "else"].flatMap((keyword) => {
      const less = compare2(part(before, old, keyword), part(after, fresh, keyword));
      const gone = less.length > 0 && below(after.tree, fresh, keyword) === void 0;
      return gone ? [loosenedAt("keyword-removed", keyword, fresh)] : less;
    });
  });
  const removed = then.filter((node) => !pairs.some(([old]) => old === node));
  return [...found2, ...removed.map(() => loosened("keyword-removed", "if", after))];
}
function compareContains(before, after, compare2) {
  const wanted = (side) => side.nodes.flatMap((node) => below(side.tree, node, "contains") ?? []);
  const now = wanted(after);
  return wanted(before).flatMap((node, index) => {
    const then = sideOf(before.tree, [node]);
    const results = now.map((other) => compare2(then, sideOf(after.tree, [other])));
    if (results.some((found2) => found2.length === 0)) return [];
    const own = results[index] ?? [loosened("keyword-removed", "contains", after)];
    return own.map(
      (one) => results[index] === void 0 ? one : { ...one, steps: ["items", ...one.steps] }
    );
  });
}
function compareDependents(before, after, compare2) {
  const keywords = ["dependentSchemas", "dependencies"];
  const names = (side) => side.nodes.flatMap((node) => keywords.flatMap((keyword) => Object.keys(tableOf(node, keyword) ?? {})));
  const part = (side, name) => sideOf(
    side.tree,
    side.nodes.flatMap(
      (node) => keywords.flatMap((keyword) => below(side.tree, node, keyword, name) ?? [])
    )
  );
  return [...new Set(names(before))].flatMap((name) => {
    const now = part(after, name);
    const found2 = compare2(part(before, name), now);
    if (found2.length === 0 || now.nodes.length > 0) return found2;
    return [loosened("keyword-removed", "dependentSchemas", after, { before: name })];
  });
}

// src/schemas/weaker-places.ts
function comparePlaces(sides, types, compare2) {
  return [
    ...types.has("object") ? compareKeys2(sides, compare2) : [],
    ...types.has("array") ? compareItems(sides, compare2) : []
  ];
}
function compareKeys2(sides, compare2) {
  const { before, after } = sides;
  const each = (step2, keyword, governs) => compareStep(sides, step2, keyword, governs(before), governs(after), compare2);
  return [
    ...namesOf2(sides, "properties").flatMap(
      (key) => each({ key }, "properties", (side) => [
        ...side.nodes.flatMap((node) => schemasOfKey(side, node, key)),
        ...evaluates(side, key) ? [] : all(side, "unevaluatedProperties")
      ])
    ),
    ...namesOf2(sides, "patternProperties").flatMap(
      (pattern) => each(
        { pattern },
        "patternProperties",
        (side) => side.nodes.flatMap(
          (node) => below(side.tree, node, "patternProperties", pattern) ?? below(side.tree, node, "additionalProperties") ?? []
        )
      )
    ),
    ...each("other-keys", "additionalProperties", (side) => all(side, "additionalProperties")),
    ...each("other-keys", "unevaluatedProperties", (side) => [
      ...all(side, "unevaluatedProperties"),
      ...side === after ? all(side, "additionalProperties") : []
    ]),
    ...each("names", "propertyNames", (side) => all(side, "propertyNames"))
  ];
}
function compareItems(sides, compare2) {
  const { before, after } = sides;
  const each = (step2, keyword, governs) => compareStep(sides, step2, keyword, governs(before), governs(after), compare2);
  const first = (side) => side.nodes.map((node) => prefixOf(side, node).length);
  const longest = Math.max(0, ...first(before), ...first(after));
  const found2 = Array.from(
    { length: longest },
    (_, index) => each(
      { index },
      "prefixItems",
      (side) => side.nodes.flatMap((node) => prefixOf(side, node)[index] ?? restOf(side, node) ?? [])
    )
  ).flat();
  return [
    ...found2,
    ...each("items", "items", (side) => side.nodes.flatMap((node) => restOf(side, node) ?? [])),
    ...each("items", "unevaluatedItems", (side) => [
      ...all(side, "unevaluatedItems"),
      ...side === after ? side.nodes.flatMap((node) => restOf(side, node) ?? []) : []
    ])
  ];
}
function compareStep({ before, after }, step2, keyword, then, now, compare2) {
  const old = sideOf(before.tree, then);
  const fresh = sideOf(after.tree, now);
  if (old.nodes.length === 0 || fresh.never) return [];
  const steps2 = [step2];
  if (old.never) {
    const what = typeof step2 === "string" || "index" in step2 ? "opened" : "key-allowed";
    const found3 = now[0] === void 0 ? loosened(what, keyword, after) : loosenedAt(what, keyword, now[0]);
    return [{ ...found3, steps: steps2 }];
  }
  const found2 = compare2(old, fresh);
  if (found2.length > 0 && fresh.nodes.length === 0) {
    const gone = now[0] === void 0 ? loosened("unchecked", keyword, after) : loosenedAt("unchecked", keyword, now[0]);
    return [{ ...gone, steps: steps2 }];
  }
  return found2.map((one) => ({ ...one, steps: [...steps2, ...one.steps] }));
}
function all(side, keyword) {
  return side.nodes.flatMap((node) => below(side.tree, node, keyword) ?? []);
}
function namesOf2({ before, after }, keyword) {
  const tables = [...before.nodes, ...after.nodes].map((node) => tableOf(node, keyword));
  return [...new Set(tables.flatMap((table) => Object.keys(table ?? {})))];
}
function schemasOfKey(side, node, key) {
  const named = namedSchemas(side, node, key);
  return named.length > 0 ? named : [below(side.tree, node, "additionalProperties") ?? []].flat();
}
function namedSchemas({ tree }, node, key) {
  const own = Object.hasOwn(tableOf(node, "properties") ?? {}, key) ? below(tree, node, "properties", key) : void 0;
  const patterns = Object.keys(tableOf(node, "patternProperties") ?? {});
  const matching = patterns.filter((pattern) => toRegExp(pattern)?.test(key));
  return [
    ...own === void 0 ? [] : [own],
    ...matching.flatMap((pattern) => below(tree, node, "patternProperties", pattern) ?? [])
  ];
}
function evaluates(side, key, open2 = /* @__PURE__ */ new Set()) {
  return side.nodes.some((node) => {
    if (open2.has(node)) return false;
    if (schemasOfKey(side, node, key).length > 0) return true;
    const inner = [
      ...["anyOf", "oneOf"].flatMap((keyword) => listBelow(side.tree, node, keyword)),
      ...["if", "then", "else"].flatMap((keyword) => below(side.tree, node, keyword) ?? [])
    ];
    return inner.length > 0 && evaluates(sideOf(side.tree, inner), key, /* @__PURE__ */ new Set([...open2, ...side.nodes]));
  });
}
function prefixOf({ tree }, node) {
  return node.draft >= 2020 ? listBelow(tree, node, "prefixItems") : listBelow(tree, node, "items");
}
function restOf({ tree }, node) {
  if (node.draft < 2020 && Array.isArray(readKeyword(node, "items")))
    return below(tree, node, "additionalItems");
  return below(tree, node, "items");
}

// src/schemas/weaker-types.ts
var ALL = ["null", "boolean", "integer", "fraction", "string", "array", "object"];
function commonTypes(before, after) {
  const now = declaredTypes(after);
  return new Set([...declaredTypes(before)].filter((type) => now.has(type)));
}
function declaredTypes(side, open2 = /* @__PURE__ */ new Set()) {
  if (side.never) return /* @__PURE__ */ new Set();
  let types = new Set(ALL);
  const narrow = (allowed) => {
    types = new Set([...types].filter((type) => allowed.has(type)));
  };
  for (const value of readAll2(side, "type")) {
    narrow(new Set((Array.isArray(value) ? value : [value]).flatMap((name) => typesNamed(String(name)))));
  }
  eachBranch(side, open2, (branches, deeper) => {
    narrow(new Set(branches.flatMap((branch) => [...declaredTypes(branch, deeper)])));
  });
  return types;
}
function eachBranch(side, open2, visit) {
  const key = ({ node, keyword }) => `${keyword} ${node.file.uri}#${node.pointer}`;
  for (const group of side.groups) {
    if (open2.has(key(group))) continue;
    const branches = group.branches.map((branch) => sideOf(side.tree, [branch]));
    visit(branches, /* @__PURE__ */ new Set([...open2, key(group)]));
  }
}
function typesNamed(name) {
  return name === "number" ? ["integer", "fraction"] : [name];
}
function typeOfValue(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "fraction";
  return typeof value;
}
function typeNames(types) {
  if (types.size === ALL.length) return [];
  const names = ALL.filter((type) => types.has(type) && type !== "fraction");
  if (!types.has("fraction")) return names;
  return [...names.filter((name) => name !== "integer"), "number"];
}

// src/schemas/weaker-unions.ts
function pairGroups(before, after) {
  return pairUp(before.groups, after.groups, [
    ({ keyword, branches }) => `${keyword} ${canonical(branches.map(({ schema }) => schema))}`,
    ({ keyword }) => keyword,
    () => ""
  ]);
}
function openedUnions(pairs, after) {
  return pairs.flatMap(
    ([then, now]) => then.keyword === "oneOf" && now.keyword === "anyOf" ? [loosened("keyword-changed", "anyOf", after, { before: "oneOf", after: "anyOf" })] : []
  );
}
function compareUnions(before, after, types, compare2) {
  const { pairs } = pairGroups(before, after);
  const found2 = pairs.flatMap(([then, now]) => compareBranches(before, after, then, now, types, compare2));
  const left = before.groups.filter((group) => !pairs.some(([then]) => then === group));
  for (const { keyword, branches } of left) {
    const kept = branches.some((branch) => isWithin(compare2, sideOf(before.tree, [branch]), after));
    if (!kept) found2.push(loosened("keyword-removed", keyword, after));
  }
  return found2;
}
function compareBranches(before, after, then, now, types, compare2) {
  const { pairs } = pairUp(then.branches, now.branches, [
    ({ schema }) => canonical(schema),
    ({ schema }) => labelOf(schema),
    ...then.branches.length === now.branches.length ? [() => ""] : []
  ]);
  return now.branches.flatMap((branch) => {
    const fresh = sideOf(after.tree, [branch]);
    if (![...declaredTypes(fresh)].some((type) => types.has(type))) return [];
    const partner = pairs.find(([, other]) => other === branch)?.[0];
    const own = partner && compare2(sideOf(before.tree, [partner]), fresh);
    if (own?.length === 0) return [];
    const others = then.branches.filter((other) => other !== partner);
    if (others.some((other) => isWithin(compare2, sideOf(before.tree, [other]), fresh))) return [];
    const label = labelOf(branch.schema);
    return own ?? [
      loosenedAt(
        "branch-added",
        now.keyword,
        branch,
        void 0,
        label === void 0 ? {} : { after: label }
      )
    ];
  });
}
function labelOf(schema) {
  if (!isObject(schema)) return void 0;
  for (const name of ["$ref", "title"]) if (typeof schema[name] === "string") return schema[name];
  for (const [key, inner] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (!isObject(inner)) continue;
    const only = Array.isArray(inner.enum) && inner.enum.length === 1 ? inner.enum[0] : inner.const;
    if (only !== void 0) return `${key}: ${canonical(only)}`;
  }
  if (Array.isArray(schema.required)) return `required: ${schema.required.join(", ")}`;
  return typeof schema.type === "string" ? schema.type : void 0;
}

// src/schemas/weaker-fits.ts
var DEEPEST = 20;
function fits(side, value, depth = 0) {
  if (side.never) return false;
  if (depth > DEEPEST) return true;
  const branch = (node) => fits(sideOf(side.tree, [node]), value, depth + 1);
  const text = canonical(value);
  return readAll2(side, "enum").every((list) => !Array.isArray(list) || list.map(canonical).includes(text)) && readAll2(side, "const").every((only) => canonical(only) === text) && (typeof value !== "number" || numberFits(side, value)) && (typeof value !== "string" || textFits(side, value)) && side.groups.every(({ keyword, branches }) => {
    const fitting = branches.filter(branch).length;
    return keyword === "oneOf" ? fitting === 1 : fitting > 0;
  }) && side.nodes.every((node) => {
    const [no, condition] = [below(side.tree, node, "not"), below(side.tree, node, "if")];
    if (no !== void 0 && branch(no)) return false;
    if (condition === void 0) return true;
    const then = below(side.tree, node, branch(condition) ? "then" : "else");
    return then === void 0 || branch(then);
  });
}
function numberFits(side, value) {
  const [least, most] = [numberBound(side, "least", false), numberBound(side, "most", false)];
  if (least !== void 0 && (value < least.value || least.exclusive && value === least.value))
    return false;
  if (most !== void 0 && (value > most.value || most.exclusive && value === most.value)) return false;
  return readAll2(side, "multipleOf").every((by) => typeof by !== "number" || isMultipleOf(value, by));
}
function textFits(side, value) {
  const length = [...value].length;
  const [least, most] = [countBound(side, "minLength", "least"), countBound(side, "maxLength", "most")];
  if (length < (least?.value ?? 0) || length > (most?.value ?? length)) return false;
  return readAll2(side, "pattern").every((pattern) => toRegExp(String(pattern))?.test(value) !== false);
}

// src/schemas/weaker-values.ts
function compareValues(before, after) {
  const types = declaredTypes(before);
  const [then, now] = [finiteValues(before), finiteValues(after)];
  if (now === void 0) {
    const found3 = compareTypes(types, declaredTypes(after), after);
    if (then === void 0) return { found: found3, settled: false };
    found3.push(loosened("values-removed", listKeyword(before) ?? "type", after, { before: then }));
    return { found: found3, settled: true };
  }
  const allowed = now.filter((value) => fits(after, value));
  const odd = then === void 0 ? allowed.filter((value) => !types.has(typeOfValue(value))) : [];
  const found2 = compareTypes(types, new Set(odd.map(typeOfValue)), after);
  const more = allowed.filter(
    (value) => !odd.includes(value) && !(types.has(typeOfValue(value)) && fits(before, value))
  );
  if (more.length > 0) {
    const keyword = listKeyword(after) ?? listKeyword(before) ?? "type";
    found2.push(loosened("values-widened", keyword, after, { after: more }));
  }
  return { found: found2, settled: true };
}
function compareTypes(then, now, after) {
  if ([...now].every((type) => then.has(type))) return [];
  const names = typeNames(now);
  return [loosened("type-widened", "type", after, { before: typeNames(then), after: names })];
}
function listKeyword(side) {
  return ["enum", "const", "oneOf", "anyOf"].find(
    (keyword) => side.nodes.some((node) => readKeyword(node, keyword) !== void 0)
  );
}
function finiteValues(side, open2 = /* @__PURE__ */ new Set()) {
  if (side.never) return [];
  const types = declaredTypes(side);
  let values;
  const narrow = (allowed) => {
    const texts2 = new Set(allowed.map(canonical));
    values = values === void 0 ? allowed : values.filter((value) => texts2.has(canonical(value)));
  };
  for (const list of readAll2(side, "enum")) if (Array.isArray(list)) narrow(list);
  for (const value of readAll2(side, "const")) narrow([value]);
  eachBranch(side, open2, (branches, deeper) => {
    const lists = branches.map((branch) => finiteValues(branch, deeper));
    if (lists.every((list) => list !== void 0)) narrow(lists.flat());
  });
  if (values === void 0 && [...types].every((type) => type === "null" || type === "boolean")) {
    values = [...types].flatMap((type) => type === "null" ? [null] : [true, false]);
  }
  return values?.filter((value) => types.has(typeOfValue(value)));
}

// src/schemas/weakened.ts
var MOST_FOUND = 200;
var MOST_PAIRS2 = 2e5;
var TooMany = class extends Error {
};
function weakened(before, after, deadlineMs = 1e4) {
  try {
    const timed = underDeadline(deadlineMs, () => compareTrees(before, after));
    return timed.done ? ok(timed.value) : refuse(tooComplex("it takes too long"));
  } catch (error) {
    if (error instanceof TooMany) return refuse(tooComplex("they have too many places"));
    if (error instanceof RangeError) return refuse(tooComplex("they are nested too deeply"));
    throw error;
  }
}
function tooComplex(why) {
  return {
    code: "schema-uncompared",
    message: `The two versions of the schema cannot be compared: ${why}.`,
    hint: "Compare them by hand, or make the change in smaller steps."
  };
}
function compareTrees(before, after) {
  const then = sideOf(treeOf("before", before), [before.root]);
  const now = sideOf(treeOf("after", after), [after.root]);
  const found2 = comparer()(then, now);
  const all2 = found2.length > 0 && now.nodes.length === 0 && !then.never ? [loosened("unchecked", "true", now)] : found2;
  return all2.toSorted(
    (left, right) => compareText(left.file, right.file) || left.place.line - right.place.line || left.place.column - right.place.column || segmentsOf(left.schemaKey).length - segmentsOf(right.schemaKey).length
  );
}
function comparer() {
  const known = /* @__PURE__ */ new Map();
  let pairs = 0;
  const compare2 = (before, after) => {
    if (before.nodes.length === 0 || after.never) return [];
    if (before.never) return [loosened("opened", "false", after)];
    if (areSame(before, after)) return [];
    const key = `${sideKey(before)} ${sideKey(after)}`;
    const seen = known.get(key);
    if (seen !== void 0) return seen;
    if (++pairs > MOST_PAIRS2) throw new TooMany();
    known.set(key, PENDING);
    const found2 = distinct(compareOnce(before, after, compare2));
    known.set(key, found2);
    return found2;
  };
  return compare2;
}
function compareOnce(before, after, compare2) {
  const { found: own, settled: settled2 } = compareValues(before, after);
  if (settled2) return own;
  const types = commonTypes(before, after);
  own.push(
    ...compareKeywords(before, after, types),
    ...comparePlaces({ before, after }, types, compare2),
    ...compareLogic(before, after, types, compare2)
  );
  const { pairs, extra } = pairGroups(before, after);
  const unions = compareUnions(before, after, types, compare2);
  const opened = openedUnions(pairs, after);
  const group = extra[0] ?? (own.length > 0 ? after.groups[0] : void 0);
  if (group === void 0 || own.length + unions.length === 0) return [...own, ...unions, ...opened];
  const byBranch = group.branches.flatMap((branch) => compare2(before, withBranch(after, group, branch)));
  const better = byBranch.length === 0 || extra.length > 0;
  return [...better ? byBranch : [...own, ...unions], ...opened];
}
function distinct(found2) {
  const byFact = /* @__PURE__ */ new Map();
  for (const one of found2) {
    const { what, keyword, file, schemaKey: schemaKey2, before, after } = one;
    const fact = JSON.stringify([what, keyword, file, schemaKey2, before ?? null, after ?? null]);
    if (!byFact.has(fact)) byFact.set(fact, one);
    if (byFact.size >= MOST_FOUND) break;
  }
  return [...byFact.values()];
}
function compareText(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

// src/schemas/schema-change.ts
var SURROUNDINGS = /* @__PURE__ */ new Set([
  "schema-new-url",
  "schema-unreachable",
  "schema-unreadable",
  "schema-pin",
  "schema-deadline"
]);
function schemaChange(before, after, usable) {
  const sound = after.ok ? usable : after;
  if (!sound.ok) {
    if (SURROUNDINGS.has(sound.problem.code))
      return { kind: "uncompared", problem: sound.problem, unjudged: true };
    return { kind: "broken", problem: sound.problem };
  }
  if (!before.ok) {
    if (before.problem.code === "schema-missing") return { kind: "added" };
    return { kind: "uncompared", problem: before.problem, unjudged: false };
  }
  const compared = after.ok ? weakened(before.value, after.value) : ok([]);
  if (!compared.ok) return { kind: "uncompared", problem: compared.problem, unjudged: false };
  return { kind: "edited", loosened: compared.value };
}

// src/subjects/proposed.ts
async function openProposed(changes, policy, loads) {
  const schemas = createSchemas(loads.after);
  const changed = new Map(changes.map((change) => [change.path, change]));
  const suspects = pathSources(policy).filter(({ path }) => changed.has(path) || changes.some(mayBePart));
  const before = await gatherAll(suspects, loads.before);
  const edits = [];
  for (const [index, source] of suspects.entries()) {
    const then = before[index];
    const own = changed.get(source.path);
    if (own === void 0 && !partsOf2(then).some((path) => changed.has(path))) continue;
    const [now] = await gatherAll([source], loads.after);
    const parts = /* @__PURE__ */ new Set([source.path, ...partsOf2(then), ...partsOf2(now)]);
    const files = [...parts].filter((path) => changed.has(path));
    const removed = own !== void 0 && own.after === void 0;
    const change = removed ? { kind: "removed" } : schemaChange(then, now, await schemas.prepare(source));
    edits.push({ source, files, change });
  }
  const judging = new Set(edits.filter(({ change }) => canJudge(change)).map(({ source }) => source.path));
  return {
    edits,
    schemas,
    judges: (source) => source.kind === "path" && judging.has(source.path)
  };
}
function canJudge(change) {
  return change.kind === "edited" || change.kind === "uncompared" && !change.unjudged;
}
function mayBePart({ path, before }) {
  return before !== void 0 && /\.(json|ya?ml|schema)$|(^|\/)[^./]+$/i.test(path);
}
async function gatherAll(sources, load) {
  const gathered = [];
  for (const source of sources) {
    const result = gather(source, load).catch((error) => refuse(unusable(source.path, error)));
    gathered.push(await result);
  }
  return gathered;
}
function partsOf2(gathered) {
  if (!gathered.ok) return [];
  const sources = [...gathered.value.catalog.nodes.values()].map(({ file }) => file.source);
  return [...new Set(sources.flatMap((source) => source.kind === "path" ? [source.path] : []))];
}
function pathSources(policy) {
  const sources = /* @__PURE__ */ new Map();
  for (const { schema } of [...policy.critical, ...policy.schemas])
    if (schema?.kind === "path") sources.set(schema.path, schema);
  return [...sources.values()];
}
function schemaChangeOf(path, edits) {
  const own = edits.filter(({ files }) => files.includes(path));
  if (own.length === 0) return void 0;
  const whole = own.find(({ change, files }) => change.kind !== "edited" && files[0] === path)?.change;
  if (whole !== void 0) return whole;
  const loosened2 = own.flatMap(
    ({ change, files }) => change.kind === "edited" ? change.loosened.filter(({ file }) => (files.includes(file) ? file : files[0]) === path) : []
  );
  const facts = new Map(loosened2.map((one) => [JSON.stringify([one.what, one.keyword, one.schemaKey]), one]));
  return { kind: "edited", loosened: [...facts.values()] };
}
function unjudgedEdits(edits) {
  return edits.flatMap(
    ({ source, change }) => change.kind === "uncompared" && change.unjudged ? [
      {
        path: source.path,
        reason: change.problem.code,
        detail: `The files are not judged by the new version of the schema. ${change.problem.message}`,
        hint: change.problem.hint,
        blocks: true
      }
    ] : []
  );
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
var COMMAND = /\bholdfast\s+check\b/;
var NAME = /^\s*(?:-\s+)?name\s*:/;
function selectGuards(changes, policy, edits) {
  return changes.flatMap((change) => {
    const schemas = edits.filter(({ files }) => files.includes(change.path)).map(({ source }) => source.path);
    if (schemas.length > 0)
      return [{ change, selection: { ...SELECTION, sensitive: sensitiveIn(policy, schemas) } }];
    return isPolicy(change, policy) || WORKFLOW.test(change.path) ? [{ change, selection: SELECTION }] : [];
  });
}
var QUOTES = ["**.enum", "**.const", "**.default", "**.examples"];
function sensitiveIn(policy, schemas) {
  const rules = [...policy.critical, ...policy.schemas].filter(
    ({ schema }) => schema?.kind === "path" && schemas.includes(schema.path)
  );
  const patterns = new Set(rules.flatMap(({ sensitive }) => sensitive));
  return patterns.size === 0 ? [] : [...patterns, ...QUOTES];
}
async function guardOf({ change }, { before, after }, policy, edits) {
  if (isPolicy(change, policy)) {
    return { kind: "policy", change: await policyChange(change, textOf(after), policy) };
  }
  const schema = schemaChangeOf(change.path, edits);
  if (schema !== void 0) return { kind: "schema", change: schema, admits: [] };
  return runsHoldfast(before) ? { kind: "workflow", runs: runsHoldfast(after) } : void 0;
}
function runsHoldfast(workflow) {
  return (textOf(workflow) ?? "").split("\n").some((line) => {
    const [text = ""] = line.split("#", 1);
    const uses = text.search(/\buses\s*:/i);
    return uses !== -1 && /\bholdfast\b/i.test(text.slice(uses)) || COMMAND.test(text) && !NAME.test(text);
  });
}
async function policyChange(change, after, policy) {
  if (change.after === void 0) return { kind: "removed" };
  const read2 = await readPolicy(after ?? "", change.path, { kind: "base", path: change.path });
  if (!read2.ok) return { kind: "invalid", problem: read2.problem.message, place: read2.problem.place };
  if (change.before === void 0) return besideAnother(change, policy) ?? { kind: "added" };
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
async function prepareGuards(pair, policy, selected, edits) {
  const versions = await readVersions(pair, selected);
  const subjects = [];
  for (const [index, one] of selected.entries()) {
    const guard = await guardOf(one, versions[index], policy, edits);
    if (guard !== void 0)
      subjects.push({ ...toSubject(await compareVersions(one, versions[index]), NO_QUESTIONS), guard });
  }
  return subjects;
}

// src/changes/pair.ts
function withRenames(raw, renames) {
  const origins = new Map([...renames].map(([from, to]) => [to, from]));
  const removed = new Map(
    raw.flatMap((change) => isRemoval(change) ? [[change.path, change.before]] : [])
  );
  return raw.map((change) => {
    const to = renames.get(change.path);
    const from = origins.get(change.path);
    if (isRemoval(change)) return toChange("removed", change, to === void 0 ? {} : { to });
    if (from !== void 0) return toChange("renamed", { ...change, before: removed.get(from) }, { from });
    if (change.before === void 0) return toChange("added", change, {});
    const retyped = change.before.mode !== change.after?.mode;
    return toChange(retyped ? "retyped" : "modified", change, {});
  });
}
function toChange(status, raw, more) {
  return { status, ...raw, ...more };
}
function isRemoval(change) {
  return change.before !== void 0 && change.after === void 0;
}
function isAddition(change) {
  return change.before === void 0 && change.after !== void 0;
}
function exactRenames(raw) {
  const added = /* @__PURE__ */ new Map();
  for (const change of raw) {
    if (!isAddition(change)) continue;
    const paths = added.get(change.after.id);
    if (paths) paths.push(change.path);
    else added.set(change.after.id, [change.path]);
  }
  const renames = /* @__PURE__ */ new Map();
  for (const change of raw) {
    if (!isRemoval(change)) continue;
    const candidates2 = added.get(change.before.id);
    if (candidates2 === void 0 || candidates2.length === 0) continue;
    const sameName = candidates2.findIndex((path) => baseName(path) === baseName(change.path));
    const [to] = candidates2.splice(Math.max(0, sameName), 1);
    renames.set(change.path, to);
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
    removed.map((change) => change.before)
  );
  const candidates2 = new Map(removed.map(({ path }) => [path, candidatesFor(path, added)]));
  const wanted = [...new Set([...candidates2.values()].flat())];
  const after = await texts(pair.after, wanted);
  for (const { path } of removed) {
    const to = mostAlike(before.get(path), candidates2.get(path) ?? [], after, taken);
    if (to === void 0) continue;
    taken.add(to);
    renames.set(path, to);
  }
  return withRenames(raw, renames);
}
function candidatesFor(path, added) {
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? "";
  const distance = (other) => baseName(other) === baseName(path) ? 0 : directoryOf(other) === directoryOf(path) ? 1 : 2;
  return added.filter((change) => change.after.mode === "file" && change.path.endsWith(extension)).sort((left, right) => distance(left.path) - distance(right.path)).slice(0, MOST_CANDIDATES).map((change) => change.after);
}
function mostAlike(text, candidates2, texts2, taken) {
  if (text === void 0 || text.trim() === "") return void 0;
  let best;
  for (const { path } of candidates2) {
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
  const guarded = new Set(guards.map(({ change }) => change.path));
  return changes.flatMap((change) => {
    const selection = select(change.path);
    if (selection === void 0) return [];
    return selection.rule === "default" && guarded.has(change.path) ? [] : [{ change, selection }];
  });
}

// src/subjects/untouched.ts
var MOST_FILES4 = 200;
var GROUP = 50;
async function judgeUntouched(pair, changes, policy, schemas, proposed) {
  const found2 = { subjects: [], notLookedAt: [] };
  const sources = proposed.edits.map(({ source }) => source).filter(proposed.judges);
  if (sources.length === 0) return ok(found2);
  const listed = await pair.after.entries();
  if (!listed.ok) return listed;
  const changed = new Set(changes.map(({ path }) => path));
  const select = createSelector(policy);
  const files = listed.value.flatMap((entry) => {
    if (changed.has(entry.path) || entry.mode !== "file" && entry.mode !== "executable") return [];
    const selection = select(entry.path);
    return selection?.schemas.some(proposed.judges) ? [{ entry, selection }] : [];
  });
  if (files.length > MOST_FILES4) found2.notLookedAt.push(tooMany(sources[0].path, files.length));
  for (let start = 0; start < Math.min(files.length, MOST_FILES4); start += GROUP) {
    const group = files.slice(start, Math.min(start + GROUP, MOST_FILES4));
    await judgeGroup(pair, group, schemas, proposed, found2);
  }
  return ok(found2);
}
async function judgeGroup(pair, files, schemas, proposed, found2) {
  const blobs = await readBlobs(
    pair.after,
    files.map(({ entry }) => entry)
  );
  const requests = [];
  for (const [index, file] of files.entries()) {
    const document = await toDocument(file.entry, blobs[index], file.selection.format);
    if (document.kind !== "parsed") {
      const missing2 = document.kind === "opaque" && document.reason === "missing";
      found2.notLookedAt.push(unread(file.entry.path, missing2));
      continue;
    }
    const sources = file.selection.schemas.filter(proposed.judges);
    requests.push(...sources.map((source) => ({ file, source, document: withValue(document) })));
  }
  const judgements = await proposed.schemas.judge(requests);
  const suspects = [...requests.keys()].filter((at2) => judgements[at2].kind !== "valid");
  const old = await schemas.judge(suspects.map((at2) => requests[at2]));
  for (const [index, at2] of suspects.entries()) {
    const { file, source, document } = requests[at2];
    const { entry, selection } = file;
    const judgement = judgements[at2];
    if (judgement.kind === "inconclusive" && old[index].kind !== "inconclusive")
      found2.notLookedAt.push(inconclusive(entry.path, judgement.problem));
    const violations = newViolations(judgement, old[index]);
    if (violations.length === 0) continue;
    const change = { path: entry.path, status: "modified", before: entry, after: entry };
    const verdict = {
      schema: sourceName(source),
      before: void 0,
      after: { kind: "valid" },
      proposed: { kind: "invalid", violations }
    };
    const versions = { before: document, after: document };
    const compared = await compareVersions({ change, selection }, versions);
    found2.subjects.push(toSubject(compared, { ...NO_QUESTIONS, schemas: () => [verdict] }));
  }
}
function inconclusive(path, { code, message, hint }) {
  return { path, reason: code, detail: `By the new version of the schema: ${message}`, hint, blocks: true };
}
function unread(path, missing2) {
  return {
    path,
    reason: missing2 ? "missing" : "unread-by-schema",
    detail: missing2 ? "The repository does not hold its content, so it is not judged by the new version of its schema." : "The change edits its schema, and this file has no keys that a schema could judge.",
    hint: missing2 ? "Fetch the missing objects, and run the check again." : "Look at the file yourself.",
    blocks: missing2
  };
}
function tooMany(path, count) {
  return {
    path,
    reason: "schema-many-files",
    detail: `${count} files that this change does not touch have an edited schema; the first ${MOST_FILES4} of them were judged by the new version.`,
    hint: "Validate the others yourself, for instance on a branch that touches them.",
    blocks: true
  };
}

// src/verdict/slash.ts
function slashedAway(changes, policy) {
  if (!policy.critical.some(({ files }) => files.some((glob) => glob.startsWith("/")))) return [];
  const select = createSelector(policy);
  const live = createLiveSelector(policy);
  return changes.filter(({ path }) => !select(path)?.critical && live(`/${path}`) !== void 0).map(({ path }) => ({
    path,
    reason: "policy-slash",
    detail: `The policy names /${path}, which is a place on a host; this file of the repository is not guarded by it.`,
    hint: "Take the slash away when the file of the repository is meant; otherwise name both: the file under `files`, and its place under `live`.",
    blocks: true
  }));
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
  const unread2 = unreadVersion(subject);
  if (unread2 !== void 0) found2.push({ path, ...unread2 });
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

// src/check.ts
var guardChecks = [policyChanged, schemaWeakened];
async function check(pair, options) {
  const [raw, chosen] = await Promise.all([pair.differences(), options.policy(pair.before)]);
  if (!raw.ok) return raw;
  if (!chosen.ok) return chosen;
  const policy = chosen.value;
  const changes = await findRenames(pair, raw.value, policy);
  const loads = loadBothSides(options.schemas(policy, "before"), options.schemas(policy, "after"));
  const schemas = createSchemas(loads.before);
  const proposed = await openProposed(changes, policy, loads);
  const guarding = selectGuards(changes, policy, proposed.edits);
  const guards = await prepareGuards(pair, policy, guarding, proposed.edits);
  const selected = await findCollisions(pair.after, changes, selectChanges(changes, policy, guards), policy);
  if (!selected.ok) return selected;
  const around2 = await openAround(pair, policy, changes, selected.value);
  if (!around2.ok) return around2;
  const ruled = new Set(selected.value.map(({ change }) => change.path));
  const evidence = withGuards(guards.filter((guard) => !ruled.has(guard.change.path)));
  const admitted = [];
  const subjects = prepareSubjects(pair, around2.value, schemas, proposed, selected.value);
  for await (const group of subjects) {
    if (!group.ok) return group;
    for (const prepared of group.value) judge(prepared, policy, evidence);
    admitted.push(...group.value.flatMap(({ subject }) => admittedBy(subject)));
    options.progress?.(evidence.changes.length, selected.value.length + guards.length);
  }
  const untouched = await judgeUntouched(pair, changes, policy, schemas, proposed);
  if (!untouched.ok) return untouched;
  for (const subject of untouched.value.subjects)
    evidence.findings.push(...runChecks(subject, [schemaViolation], policy.origin));
  for (const guard of guards)
    evidence.findings.push(
      ...runChecks(withAdmitted(guard, admitted, proposed.edits), guardChecks, policy.origin)
    );
  const scripts = await reviewChanged(pair, changes, policy);
  if (!scripts.ok) return scripts;
  addReviewed(evidence, scripts.value);
  evidence.notLookedAt.push(
    ...unjudgedEdits(proposed.edits),
    ...slashedAway(changes, policy),
    ...untouched.value.notLookedAt,
    ...unseenPast(await around2.value.past.unseen())
  );
  return ok(toDecision(pair, policy, evidence));
}
function withGuards(guards) {
  return { findings: [], changes: guards.map((guard) => summarise(guard, true)), notLookedAt: [] };
}
function judge({ subject, unjudged }, policy, evidence) {
  const found2 = runChecks(subject, checks, policy.origin);
  for (const finding of found2) evidence.findings.push(finding);
  evidence.notLookedAt.push(...unreadParts(subject, unjudged));
  evidence.changes.push(summarise(subject, found2.length > 0));
}

export {
  schemaLoader,
  check
};
