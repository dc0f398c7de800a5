import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  probeName
} from "./chunk-QQOA6GDM.js";
import {
  candidateSelector,
  hasShebang,
  kindByName
} from "./chunk-D4W2ZF7R.js";
import {
  isMultipleOf
} from "./chunk-6WSAFUNA.js";
import {
  NO_RULES,
  createSchemas,
  gather,
  isJudgedFormat,
  keyOf,
  openAround,
  runChecks,
  shapeOf,
  toRegExp,
  underDeadline,
  unreadParts,
  unseenPast,
  unusable
} from "./chunk-UV2YIV3S.js";
import {
  policyPaths,
  readPolicy
} from "./chunk-RXXYIKOI.js";
import {
  NO_QUESTIONS,
  compareVersions,
  prepareSubjects,
  summarise,
  toSubject,
  withValue
} from "./chunk-B6C3O6NU.js";
import {
  sourceName
} from "./chunk-KGHET5OG.js";
import {
  recipientChanges
} from "./chunk-X2VRNEOK.js";
import {
  addReviewed,
  toDecision
} from "./chunk-P56TXKBT.js";
import {
  readBlobs,
  readVersions,
  toDocument
} from "./chunk-POL6UJM2.js";
import {
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import {
  bareSelection,
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  checks,
  newViolations,
  policyChanged,
  retainedLines,
  schemaViolation,
  schemaWeakened,
  textOf
} from "./chunk-IWPKGJK5.js";
import {
  compareText
} from "./chunk-HCG7IYJE.js";
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
  addTo,
  groupBy
} from "./chunk-5MHXILHF.js";
import {
  child,
  segmentsOf
} from "./chunk-7IV7GVKJ.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/schemas/load.ts
function loadBothSides(before, after) {
  const fetched = /* @__PURE__ */ new Map();
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
function rememberUrls(load, known) {
  return (source) => {
    if (source.kind === "path") return load(source);
    const key = keyOf2(source);
    const answer = known.get(key) ?? load(source);
    known.set(key, answer);
    return answer;
  };
}
function keyOf2({ url, sha256 }) {
  return JSON.stringify([url, sha256]);
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
  const { compareScripts } = await import("./compare-YUTHRCIN.js");
  const paths = new Set(changes.map(({ path }) => path));
  return compareScripts(pair, policy, { before, after: scripts, paths });
}
function mayBeSourced(path) {
  return kindByName(path) !== "other" || SOURCED.test(baseName(path));
}
async function likelyOnes(snapshot, candidates) {
  const doubtful = candidates.filter(({ entry, asked }) => !asked && kindByName(entry.path) !== "script");
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
  return candidates.filter((candidate) => !others.has(candidate));
}

// src/subjects/admitted.ts
function admittedBy({ change, context }) {
  return context.schemas().flatMap((verdict) => {
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

// src/subjects/collisions.ts
async function findCollisions(after, changes, selected, policy) {
  const selectFolded = createSelector(foldedPolicy(policy));
  const suspects = changes.filter(
    (change) => change.after !== void 0 && (change.status === "added" || change.status === "renamed") && selectFolded(foldPath(change.path))?.critical === true
  );
  if (suspects.length === 0) return ok([...selected]);
  const listed = await after.entries();
  if (!listed.ok) return listed;
  const twins = groupBy(
    listed.value.map((entry) => entry.path),
    foldPath
  );
  const select = createSelector(policy);
  const found = new Map(selected.map((one) => [one.change.path, one]));
  for (const change of suspects) {
    const twin = (twins.get(foldPath(change.path)) ?? []).find(
      (path) => path !== change.path && select(path)?.critical === true
    );
    if (twin !== void 0) found.set(change.path, { change, selection: select(twin), twin });
  }
  return ok([...found.values()]);
}
function foldedPolicy(policy) {
  const critical = policy.critical.map((rule) => ({ ...rule, files: rule.files.map(foldPath) }));
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
  const now = after.flatMap((rule) => rule.severity ?? []);
  const asks = before.protect.length + before.freeze.length > 0 || (before.forbid ?? before.schema) !== void 0 || then.some(({ severity }) => severity === "error");
  const lowered = now.filter(({ key, severity }, index) => {
    if (now.findIndex((other) => other.key === key) < index) return false;
    const old = find(then, key)?.severity ?? (asks ? "error" : "warning");
    return LEVELS.indexOf(severity) < LEVELS.indexOf(old);
  });
  const lost2 = then.filter(
    ({ key, severity }) => find(now, key) === void 0 && LEVELS.indexOf(severity) > LEVELS.indexOf("notice")
  );
  return [
    ...lowered.map(({ key, severity }) => `the severity of ${key} is lowered to ${severity}`),
    ...lost2.map(({ key }) => `severity no longer names ${key}`),
    ...lowered.length + lost2.length === 0 && isReordered(then, now) ? ["the patterns under severity stand in another order"] : []
  ];
}
function find(entries, key) {
  return entries.find((entry) => entry.key === key);
}
function isReordered(then, now) {
  const keys = (entries, others) => entries.map(({ key }) => key).filter((key) => find(others, key) !== void 0);
  return JSON.stringify(keys(then, now)) !== JSON.stringify(keys(now, then));
}

// src/policy/compare-services.ts
function asksLess(before, after) {
  const then = before.services ?? [];
  const now = after.services ?? [];
  return [
    ...then.flatMap(
      (service) => lost(
        service,
        now.find(({ name }) => name === service.name)
      )
    ),
    ...now.flatMap(
      (service) => rotatesMore(
        then.find(({ name }) => name === service.name),
        service
      )
    )
  ];
}
function lost(then, now) {
  if (now === void 0) return [`services no longer names ${then.name}`];
  const phrases = then.probes.flatMap((probe) => {
    if (now.probes.some((other) => asksAsMuch(other, probe))) return [];
    const same = now.probes.some((other) => targetOf(other) === targetOf(probe));
    return [same ? `the probe ${probeName(probe)} asks for less` : `the probe ${probeName(probe)} is gone`];
  });
  for (const part of ["check", "reload"]) {
    if (then[part] !== void 0 && JSON.stringify(then[part]) !== JSON.stringify(now[part]))
      phrases.push(`${part} is another one or none`);
  }
  if (now.passes < then.passes) phrases.push(`passes is lowered to ${now.passes}`);
  if (now.soak < then.soak) phrases.push(`soak is shortened to ${now.soak} ms`);
  if (now.grace > then.grace) phrases.push(`grace is prolonged to ${now.grace} ms`);
  return phrases.map((phrase) => `${then.name}: ${phrase}`);
}
function rotatesMore(then, now) {
  const before = then?.rotating ?? [];
  if (before === true) return [];
  if (now.rotating === true) return [`${now.name}: rotating names all of its files`];
  const after = now.rotating;
  return [
    ...after.filter((glob) => !glob.startsWith("!") && !before.includes(glob)).map((glob) => `${now.name}: rotating newly names ${glob}`),
    ...before.filter((glob) => glob.startsWith("!") && after.length > 0 && !after.includes(glob)).map((glob) => `${now.name}: rotating no longer excludes ${glob.slice(1)}`)
  ];
}
function asksAsMuch(now, then) {
  if (targetOf(now) !== targetOf(then)) return false;
  if (now.kind !== "http" || then.kind !== "http") return true;
  return (then.body === void 0 || now.body === then.body) && limitOf(now) <= limitOf(then) && (now.status === void 0 ? then.status === void 0 : now.status.every((code) => isRight(then, code)));
}
function limitOf({ within, timeout }) {
  return Math.min(within ?? timeout, timeout);
}
function isRight({ status }, code) {
  return status === void 0 ? code >= 200 && code < 300 : status.includes(code);
}
function targetOf(probe) {
  if (probe.kind === "http") return `http ${probe.url}`;
  if (probe.kind === "tcp") return `tcp ${probe.host}:${probe.port}`;
  return `command ${JSON.stringify(probe.command)}`;
}

// src/policy/compare.ts
var THRESHOLDS = ["notice", "warning", "error"];
function weakerThan(before, after) {
  return [
    ...lostFiles(before, after),
    ...before.critical.flatMap((rule) => lostByRule(rule, after.critical)),
    ...before.environments.filter((pattern) => !after.environments.includes(pattern)).map((pattern) => `environments no longer names ${pattern}`),
    ...lostScripts(before.scripts, after.scripts),
    ...asksLess(before, after),
    ...after.schemaHosts.filter((host) => !before.schemaHosts.includes(host)).map((host) => `schemas may be fetched from ${host} without a pinned sha256`),
    ...lostStrictness(before, after),
    ...easierToAcknowledge(before, after),
    ...recipientChanges(before.backup, after.backup)
  ];
}
function lostFiles(before, after) {
  const globs = (rules) => rules.flatMap((rule) => rule.files);
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
  const same = after.filter((rule) => rule.files.some((glob) => before.files.includes(glob)));
  if (same.length === 0) return [];
  const name = before.files.join(", ");
  const lost2 = (word, then, now) => then.filter((pattern) => !now.includes(pattern)).map((pattern) => `${name}: ${word} no longer names ${pattern}`);
  const all2 = (pick) => same.flatMap(pick);
  const schema = JSON.stringify(before.schema);
  const keptSchema = before.schema === void 0 || same.some((rule) => JSON.stringify(rule.schema) === schema);
  return [
    ...lost2(
      "live",
      before.live ?? [],
      all2((rule) => rule.live ?? [])
    ),
    ...lost2(
      "protect",
      before.protect,
      all2((rule) => rule.protect)
    ),
    ...lost2(
      "freeze",
      before.freeze,
      all2((rule) => rule.freeze)
    ),
    ...lost2(
      "sensitive",
      before.sensitive,
      all2((rule) => rule.sensitive)
    ),
    ...[...forbidsLess(before, same), ...tellsLess(before, same)].map((phrase) => `${name}: ${phrase}`),
    ...keptSchema ? [] : [`${name}: the schema is another one or none`],
    ...lostRules(
      name,
      before.rules ?? [],
      same.flatMap((rule) => rule.rules ?? [])
    )
  ];
}
function lostRules(name, before, after) {
  const level = (rule) => THRESHOLDS.indexOf(rule.severity ?? "error");
  const same = (one, other) => one.rule === other.rule && one.key === other.key && one.optionalOldSelf === other.optionalOldSelf;
  return before.flatMap((rule) => {
    const now = after.filter((other) => same(rule, other));
    if (now.length === 0) return [`${name}: the rule ${rule.rule} is another one or none`];
    if (now.some((other) => level(other) >= level(rule))) return [];
    return [`${name}: the rule ${rule.rule} is only a ${now[0].severity}`];
  });
}
function lostStrictness(before, after) {
  const threshold = (policy) => THRESHOLDS.indexOf(policy.failOn ?? "error");
  return [
    ...threshold(after) > threshold(before) ? [`fail-on-severity is raised to ${after.failOn ?? "error"}`] : [],
    ...after.warnOnly === true && before.warnOnly !== true ? ["warn-only is turned on"] : []
  ];
}
function easierToAcknowledge(before, after) {
  const added = (then = [], now = []) => now.filter((each) => !then.includes(each));
  const approvers = ({ critical }) => critical.flatMap((rule) => (rule.approvers ?? []).map((name) => `${rule.files.join(", ")}: ${name}`));
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
  const references = groupBy(gathered.targets.keys(), ({ node }) => node);
  return { version, gathered, references, numbers: /* @__PURE__ */ new Map() };
}
function sideOf(tree, nodes) {
  const found = /* @__PURE__ */ new Set();
  const queue = [...nodes];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at];
    if (node.schema === true || found.has(node)) continue;
    found.add(node);
    for (const reference of tree.references.get(node) ?? []) {
      const target = tree.gathered.targets.get(reference);
      if (target !== void 0) queue.push(target);
    }
    queue.push(...listBelow(tree, node, "allOf"));
  }
  const all2 = [...found].filter(isRule);
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
  const open = groups.map(({ node, keyword }) => `${number(node)}${keyword}`);
  return `${tree.version}:${nodes.map(number).join(",")}|${open.join(",")}`;
}
function readKeyword(node, keyword) {
  const { schema, draft } = node;
  if (typeof schema === "boolean" || !Object.hasOwn(schema, keyword)) return void 0;
  return shapeOf(keyword, draft) === void 0 && keyword !== RULES ? void 0 : schema[keyword];
}
function readAll({ nodes }, keyword) {
  return nodes.flatMap((node) => {
    const value = readKeyword(node, keyword);
    return value === void 0 ? [] : [value];
  });
}
function below(tree, node, keyword, name) {
  if (readKeyword(node, keyword) === void 0) return void 0;
  const pointer = child(node.pointer, keyword);
  const at = name === void 0 ? pointer : child(pointer, name);
  return tree.gathered.catalog.nodes.get(keyOf(node.file, at));
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
function isWithin(compare, before, after) {
  const found = compare(before, after);
  return found.length === 0 && found !== PENDING;
}
function loosened(what, keyword, after, values = {}) {
  const node = after.nodes.find((each) => readKeyword(each, keyword) !== void 0);
  if (node !== void 0) return loosenedAt(what, keyword, node, child(node.pointer, keyword), values);
  const near = after.nodes[0] ?? after.tree.gathered.root;
  return loosenedAt(what, keyword, near, near.pointer, values);
}
function loosenedAt(what, keyword, { file, pointer }, schemaKey = pointer, values = {}) {
  const found = {
    what,
    steps: [],
    keyword,
    file: file.name,
    schemaKey,
    place: file.place(schemaKey) ?? { line: 1, column: 1 }
  };
  if (values.before !== void 0) found.before = values.before;
  if (values.after !== void 0) found.after = values.after;
  return found;
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
  const found = [];
  if (types.has("integer") || types.has("fraction")) {
    const whole = !types.has("fraction");
    for (const way of ["least", "most"]) {
      const [then, now] = [numberBound(before, way, whole), numberBound(after, way, whole)];
      if (then !== void 0) found.push(...moved(then, now, way, after));
    }
  }
  for (const [keyword, type, way] of COUNTS) {
    if (!types.has(type)) continue;
    const [then, now] = [countBound(before, keyword, way), countBound(after, keyword, way)];
    const free = then === void 0 || way === "least" && then.value === 0;
    if (!free) found.push(...moved(then, now, way, after));
  }
  return found;
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
  const bounds = readAll(side, keyword).flatMap(
    (value) => typeof value === "number" ? [{ keyword, value, exclusive: false }] : []
  );
  return strictest(bounds, way);
}
function numberBound(side, way, whole) {
  const [inclusive, exclusive] = way === "least" ? ["minimum", "exclusiveMinimum"] : ["maximum", "exclusiveMaximum"];
  const bounds = side.nodes.flatMap((node) => {
    const [closed, open] = [readKeyword(node, inclusive), readKeyword(node, exclusive)];
    const own = [];
    if (typeof closed === "number")
      own.push({ keyword: inclusive, value: closed, exclusive: open === true });
    if (typeof open === "number") own.push({ keyword: exclusive, value: open, exclusive: true });
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
  const found = compareBounds(before, after, types);
  const numbers = types.has("integer") || types.has("fraction");
  if (numbers) found.push(...compareMultiples(before, after));
  if (types.has("string")) {
    found.push(...compareTexts("pattern", before, after, () => true));
    found.push(...compareTexts("format", before, after, isJudgedFormat));
  }
  if (types.has("array") && demandsUnique(before) && !demandsUnique(after)) {
    found.push(loosened("keyword-removed", "uniqueItems", after));
  }
  if (types.has("object")) found.push(...compareRequired(before, after));
  found.push(...compareRules(before, after));
  return found;
}
function demandsUnique(side) {
  return readAll(side, "uniqueItems").includes(true);
}
function compareMultiples(before, after) {
  const numbers = (side) => readAll(side, "multipleOf").filter((value) => typeof value === "number");
  const now = numbers(after);
  const lost2 = numbers(before).find((divisor) => !now.some((other) => isMultipleOf(other, divisor)));
  if (lost2 === void 0) return [];
  const what = now.length === 0 ? "bound-removed" : "bound-moved";
  return [loosened(what, "multipleOf", after, { before: lost2, after: now[0] })];
}
function compareTexts(keyword, before, after, counts) {
  const texts2 = (side) => readAll(side, keyword).map(String).filter(counts);
  const [then, now] = [texts2(before), texts2(after)];
  const others = now.filter((text) => !then.includes(text));
  return then.filter((text) => !now.includes(text)).map((text, index) => {
    const other = others[index];
    return other === void 0 ? loosened("keyword-removed", keyword, after, { before: text }) : loosened("keyword-changed", keyword, after, { before: text, after: other });
  });
}
function compareRequired(before, after) {
  const names = (side) => new Set(readAll(side, "required").flatMap((list) => Array.isArray(list) ? list.map(String) : []));
  const now = names(after);
  const dropped = [...names(before)].filter((name) => !now.has(name));
  const found = dropped.length === 0 ? [] : [loosened("required-dropped", "required", after, { before: dropped })];
  const dependents = dependentNames(after);
  for (const [name, wanted] of dependentNames(before)) {
    const lost2 = [...wanted].filter((other) => !now.has(other) && !dependents.get(name)?.has(other));
    if (lost2.length === 0) continue;
    const keyword = [...readAll(after, "dependencies"), ...readAll(before, "dependencies")].length > 0 ? "dependencies" : "dependentRequired";
    found.push(loosened("required-dropped", keyword, after, { before: lost2, after: name }));
  }
  return found;
}
function dependentNames(side) {
  const found = /* @__PURE__ */ new Map();
  for (const table of [...readAll(side, "dependentRequired"), ...readAll(side, "dependencies")]) {
    for (const [name, list] of Object.entries(isObject(table) ? table : {})) {
      if (Array.isArray(list)) found.set(name, /* @__PURE__ */ new Set([...found.get(name) ?? [], ...list.map(String)]));
    }
  }
  return found;
}
function compareRules(before, after) {
  const now = rulesOf(after);
  const then = rulesOf(before);
  const texts2 = new Set(now.map(({ rule }) => rule));
  const added = now.filter(({ rule }) => !then.some((old) => old.rule === rule));
  return then.filter(({ rule }) => !texts2.has(rule)).map(({ rule, message }) => {
    const other = added.find((each) => message !== void 0 && each.message === message);
    return other === void 0 ? loosened("rule-removed", RULES, after, { before: rule }) : loosened("rule-changed", RULES, after, { before: rule, after: other.rule });
  });
}
function rulesOf(side) {
  return readAll(side, RULES).flatMap((list) => Array.isArray(list) ? list : []).flatMap(
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
function compareLogic(before, after, types, compare) {
  const found = [...compareNot(before, after, compare), ...compareIf(before, after, compare)];
  if (types.has("array")) found.push(...compareContains(before, after, compare));
  if (types.has("object")) found.push(...compareDependents(before, after, compare));
  return found;
}
function compareNot(before, after, compare) {
  const forbidden2 = (side) => side.nodes.flatMap((node) => below(side.tree, node, "not") ?? []);
  const now = forbidden2(after).map((node) => sideOf(after.tree, [node]));
  return forbidden2(before).flatMap((node) => {
    const then = sideOf(before.tree, [node]);
    if (then.never || now.some((other) => compare(other, then).length === 0)) return [];
    return [loosened(now.length === 0 ? "keyword-removed" : "not-narrowed", "not", after)];
  });
}
function compareIf(before, after, compare) {
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
  const found = pairs.flatMap(([old, fresh]) => {
    const [was, is] = [part(before, old, "if"), part(after, fresh, "if")];
    if (compare(was, is).length + compare(is, was).length > 0)
      return [loosenedAt("keyword-changed", "if", below(after.tree, fresh, "if"))];
    return ["then", "else"].flatMap((keyword) => {
      const less = compare(part(before, old, keyword), part(after, fresh, keyword));
      const gone = less.length > 0 && below(after.tree, fresh, keyword) === void 0;
      return gone ? [loosenedAt("keyword-removed", keyword, fresh)] : less;
    });
  });
  const removed = then.filter((node) => !pairs.some(([old]) => old === node));
  return [...found, ...removed.map(() => loosened("keyword-removed", "if", after))];
}
function compareContains(before, after, compare) {
  const wanted = (side) => side.nodes.flatMap((node) => below(side.tree, node, "contains") ?? []);
  const now = wanted(after);
  return wanted(before).flatMap((node, index) => {
    const then = sideOf(before.tree, [node]);
    const results = now.map((other) => compare(then, sideOf(after.tree, [other])));
    if (results.some((found) => found.length === 0)) return [];
    const own = results[index] ?? [loosened("keyword-removed", "contains", after)];
    return own.map(
      (one) => results[index] === void 0 ? one : { ...one, steps: ["items", ...one.steps] }
    );
  });
}
function compareDependents(before, after, compare) {
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
    const found = compare(part(before, name), now);
    if (found.length === 0 || now.nodes.length > 0) return found;
    return [loosened("keyword-removed", "dependentSchemas", after, { before: name })];
  });
}

// src/schemas/weaker-places.ts
function comparePlaces(sides, types, compare) {
  const each = (step, keyword, governs) => compareStep(sides, step, keyword, governs(sides.before), governs(sides.after), compare);
  return [
    ...types.has("object") ? compareKeys(sides, each) : [],
    ...types.has("array") ? compareItems(sides, each) : []
  ];
}
function compareKeys(sides, each) {
  return [
    ...namesOf(sides, "properties").flatMap(
      (key) => each({ key }, "properties", (side) => [
        ...side.nodes.flatMap((node) => schemasOfKey(side, node, key)),
        ...evaluates(side, key) ? [] : all(side, "unevaluatedProperties")
      ])
    ),
    ...namesOf(sides, "patternProperties").flatMap(
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
      ...side === sides.after ? all(side, "additionalProperties") : []
    ]),
    ...each("names", "propertyNames", (side) => all(side, "propertyNames"))
  ];
}
function compareItems({ before, after }, each) {
  const first = (side) => side.nodes.map((node) => prefixOf(side, node).length);
  const longest = Math.max(0, ...first(before), ...first(after));
  const found = Array.from(
    { length: longest },
    (_, index) => each(
      { index },
      "prefixItems",
      (side) => side.nodes.flatMap((node) => prefixOf(side, node)[index] ?? restOf(side, node) ?? [])
    )
  ).flat();
  return [
    ...found,
    ...each("items", "items", (side) => side.nodes.flatMap((node) => restOf(side, node) ?? [])),
    ...each("items", "unevaluatedItems", (side) => [
      ...all(side, "unevaluatedItems"),
      ...side === after ? side.nodes.flatMap((node) => restOf(side, node) ?? []) : []
    ])
  ];
}
function compareStep({ before, after }, step, keyword, then, now, compare) {
  const old = sideOf(before.tree, then);
  const fresh = sideOf(after.tree, now);
  if (old.nodes.length === 0 || fresh.never) return [];
  const steps = [step];
  if (old.never) {
    const what = typeof step === "string" || "index" in step ? "opened" : "key-allowed";
    const found2 = now[0] === void 0 ? loosened(what, keyword, after) : loosenedAt(what, keyword, now[0]);
    return [{ ...found2, steps }];
  }
  const found = compare(old, fresh);
  if (found.length > 0 && fresh.nodes.length === 0) {
    const gone = now[0] === void 0 ? loosened("unchecked", keyword, after) : loosenedAt("unchecked", keyword, now[0]);
    return [{ ...gone, steps }];
  }
  return found.map((one) => ({ ...one, steps: [...steps, ...one.steps] }));
}
function all(side, keyword) {
  return side.nodes.flatMap((node) => below(side.tree, node, keyword) ?? []);
}
function namesOf({ before, after }, keyword) {
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
function evaluates(side, key, open = /* @__PURE__ */ new Set()) {
  return side.nodes.some((node) => {
    if (open.has(node)) return false;
    if (schemasOfKey(side, node, key).length > 0) return true;
    const inner = [
      ...["anyOf", "oneOf"].flatMap((keyword) => listBelow(side.tree, node, keyword)),
      ...["if", "then", "else"].flatMap((keyword) => below(side.tree, node, keyword) ?? [])
    ];
    return inner.length > 0 && evaluates(sideOf(side.tree, inner), key, /* @__PURE__ */ new Set([...open, ...side.nodes]));
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
function declaredTypes(side, open = /* @__PURE__ */ new Set()) {
  if (side.never) return /* @__PURE__ */ new Set();
  let types = new Set(ALL);
  const narrow = (allowed) => {
    types = new Set([...types].filter((type) => allowed.has(type)));
  };
  for (const value of readAll(side, "type")) {
    narrow(new Set((Array.isArray(value) ? value : [value]).flatMap((name) => typesNamed(String(name)))));
  }
  eachBranch(side, open, (branches, deeper) => {
    narrow(new Set(branches.flatMap((branch) => [...declaredTypes(branch, deeper)])));
  });
  return types;
}
function eachBranch(side, open, visit) {
  const key = ({ node, keyword }) => `${keyword} ${node.file.uri}#${node.pointer}`;
  for (const group of side.groups) {
    if (open.has(key(group))) continue;
    const branches = group.branches.map((branch) => sideOf(side.tree, [branch]));
    visit(branches, /* @__PURE__ */ new Set([...open, key(group)]));
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
function compareUnions(before, after, types, compare) {
  const { pairs } = pairGroups(before, after);
  const found = pairs.flatMap(([then, now]) => compareBranches(before, after, then, now, types, compare));
  const left = before.groups.filter((group) => !pairs.some(([then]) => then === group));
  for (const { keyword, branches } of left) {
    const kept = branches.some((branch) => isWithin(compare, sideOf(before.tree, [branch]), after));
    if (!kept) found.push(loosened("keyword-removed", keyword, after));
  }
  return found;
}
function compareBranches(before, after, then, now, types, compare) {
  const { pairs } = pairUp(then.branches, now.branches, [
    ({ schema }) => canonical(schema),
    ({ schema }) => labelOf(schema),
    ...then.branches.length === now.branches.length ? [() => ""] : []
  ]);
  return now.branches.flatMap((branch) => {
    const fresh = sideOf(after.tree, [branch]);
    if (![...declaredTypes(fresh)].some((type) => types.has(type))) return [];
    const partner = pairs.find(([, other]) => other === branch)?.[0];
    const own = partner && compare(sideOf(before.tree, [partner]), fresh);
    if (own?.length === 0) return [];
    const others = then.branches.filter((other) => other !== partner);
    if (others.some((other) => isWithin(compare, sideOf(before.tree, [other]), fresh))) return [];
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
  return readAll(side, "enum").every((list) => !Array.isArray(list) || list.map(canonical).includes(text)) && readAll(side, "const").every((only) => canonical(only) === text) && (typeof value !== "number" || numberFits(side, value)) && (typeof value !== "string" || textFits(side, value)) && side.groups.every(({ keyword, branches }) => {
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
  return readAll(side, "multipleOf").every((by) => typeof by !== "number" || isMultipleOf(value, by));
}
function textFits(side, value) {
  const length = [...value].length;
  const [least, most] = [countBound(side, "minLength", "least"), countBound(side, "maxLength", "most")];
  if (length < (least?.value ?? 0) || length > (most?.value ?? length)) return false;
  return readAll(side, "pattern").every((pattern) => toRegExp(String(pattern))?.test(value) !== false);
}

// src/schemas/weaker-values.ts
function compareValues(before, after) {
  const types = declaredTypes(before);
  const [then, now] = [finiteValues(before), finiteValues(after)];
  if (now === void 0) {
    const found2 = compareTypes(types, declaredTypes(after), after);
    if (then === void 0) return { found: found2, settled: false };
    found2.push(loosened("values-removed", listKeyword(before) ?? "type", after, { before: then }));
    return { found: found2, settled: true };
  }
  const allowed = now.filter((value) => fits(after, value));
  const odd = then === void 0 ? allowed.filter((value) => !types.has(typeOfValue(value))) : [];
  const found = compareTypes(types, new Set(odd.map(typeOfValue)), after);
  const more = allowed.filter(
    (value) => !odd.includes(value) && !(types.has(typeOfValue(value)) && fits(before, value))
  );
  if (more.length > 0) {
    const keyword = listKeyword(after) ?? listKeyword(before) ?? "type";
    found.push(loosened("values-widened", keyword, after, { after: more }));
  }
  return { found, settled: true };
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
function finiteValues(side, open = /* @__PURE__ */ new Set()) {
  if (side.never) return [];
  const types = declaredTypes(side);
  let values;
  const narrow = (allowed) => {
    const texts2 = new Set(allowed.map(canonical));
    values = values === void 0 ? allowed : values.filter((value) => texts2.has(canonical(value)));
  };
  for (const list of readAll(side, "enum")) if (Array.isArray(list)) narrow(list);
  for (const value of readAll(side, "const")) narrow([value]);
  eachBranch(side, open, (branches, deeper) => {
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
var MOST_PAIRS = 2e5;
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
  const found = comparer()(then, now);
  const all2 = found.length > 0 && now.nodes.length === 0 && !then.never ? [loosened("unchecked", "true", now)] : found;
  return all2.toSorted(
    (left, right) => compareText(left.file, right.file) || left.place.line - right.place.line || left.place.column - right.place.column || segmentsOf(left.schemaKey).length - segmentsOf(right.schemaKey).length
  );
}
function comparer() {
  const known = /* @__PURE__ */ new Map();
  let pairs = 0;
  const compare = (before, after) => {
    if (before.nodes.length === 0 || after.never) return [];
    if (before.never) return [loosened("opened", "false", after)];
    if (areSame(before, after)) return [];
    const key = `${sideKey(before)} ${sideKey(after)}`;
    const seen = known.get(key);
    if (seen !== void 0) return seen;
    if (++pairs > MOST_PAIRS) throw new TooMany();
    known.set(key, PENDING);
    const found = distinct(compareOnce(before, after, compare));
    known.set(key, found);
    return found;
  };
  return compare;
}
function compareOnce(before, after, compare) {
  const { found: own, settled } = compareValues(before, after);
  if (settled) return own;
  const types = commonTypes(before, after);
  own.push(
    ...compareKeywords(before, after, types),
    ...comparePlaces({ before, after }, types, compare),
    ...compareLogic(before, after, types, compare)
  );
  const { pairs, extra } = pairGroups(before, after);
  const unions = compareUnions(before, after, types, compare);
  const opened = openedUnions(pairs, after);
  const group = extra[0] ?? (own.length > 0 ? after.groups[0] : void 0);
  if (group === void 0 || own.length + unions.length === 0) return [...own, ...unions, ...opened];
  const byBranch = group.branches.flatMap((branch) => compare(before, withBranch(after, group, branch)));
  const better = byBranch.length === 0 || extra.length > 0;
  return [...better ? byBranch : [...own, ...unions], ...opened];
}
function distinct(found) {
  const byFact = /* @__PURE__ */ new Map();
  for (const one of found) {
    const { what, keyword, file, schemaKey, before, after } = one;
    const fact = JSON.stringify([what, keyword, file, schemaKey, before ?? null, after ?? null]);
    if (!byFact.has(fact)) byFact.set(fact, one);
    if (byFact.size >= MOST_FOUND) break;
  }
  return [...byFact.values()];
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
    if (own === void 0 && !partsOf(then).some((path) => changed.has(path))) continue;
    const [now] = await gatherAll([source], loads.after);
    const parts = /* @__PURE__ */ new Set([source.path, ...partsOf(then), ...partsOf(now)]);
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
function partsOf(gathered) {
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
var SELECTION = bareSelection("holdfast", true);
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
  const read = await readPolicy(after ?? "", change.path, { kind: "base", path: change.path });
  if (!read.ok) return { kind: "invalid", problem: read.problem.message, place: read.problem.place };
  if (change.before === void 0) return besideAnother(change, policy) ?? { kind: "added" };
  return { kind: "edited", weaker: weakerThan(policy, read.value) };
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
    if (isAddition(change)) addTo(added, change.after.id, change.path);
  }
  const renames = /* @__PURE__ */ new Map();
  for (const change of raw) {
    if (!isRemoval(change)) continue;
    const candidates = added.get(change.before.id);
    if (candidates === void 0 || candidates.length === 0) continue;
    const sameName = candidates.findIndex((path) => baseName(path) === baseName(change.path));
    const [to] = candidates.splice(Math.max(0, sameName), 1);
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
  return added.filter((change) => change.after.mode === "file" && change.path.endsWith(extension)).sort((left, right) => distance(left.path) - distance(right.path)).slice(0, MOST_CANDIDATES).map((change) => change.after);
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
  const guarded = new Set(guards.map(({ change }) => change.path));
  return changes.flatMap((change) => {
    const own = select(change.path);
    if (own === void 0) return [];
    const selection = change.from === void 0 ? own : alsoHiding(own, select(change.from));
    return selection.rule === "default" && guarded.has(change.path) ? [] : [{ change, selection }];
  });
}
function alsoHiding(selection, old) {
  const more = (old?.sensitive ?? []).filter((pattern) => !selection.sensitive.includes(pattern));
  return more.length === 0 ? selection : { ...selection, sensitive: [...selection.sensitive, ...more] };
}

// src/subjects/untouched.ts
var MOST_FILES = 200;
var GROUP = 50;
async function judgeUntouched(pair, changes, policy, schemas, proposed) {
  const found = { subjects: [], notLookedAt: [] };
  const sources = proposed.edits.map(({ source }) => source).filter(proposed.judges);
  if (sources.length === 0) return ok(found);
  const listed = await pair.after.entries();
  if (!listed.ok) return listed;
  const changed = new Set(changes.map(({ path }) => path));
  const select = createSelector(policy);
  const files = listed.value.flatMap((entry) => {
    if (changed.has(entry.path) || entry.mode !== "file" && entry.mode !== "executable") return [];
    const selection = select(entry.path);
    return selection?.schemas.some(proposed.judges) ? [{ entry, selection }] : [];
  });
  if (files.length > MOST_FILES) found.notLookedAt.push(tooMany(sources[0].path, files.length));
  for (let start = 0; start < Math.min(files.length, MOST_FILES); start += GROUP) {
    const group = files.slice(start, Math.min(start + GROUP, MOST_FILES));
    await judgeGroup(pair, group, schemas, proposed, found);
  }
  return ok(found);
}
async function judgeGroup(pair, files, schemas, proposed, found) {
  const blobs = await readBlobs(
    pair.after,
    files.map(({ entry }) => entry)
  );
  const requests = [];
  for (const [index, file] of files.entries()) {
    const document = await toDocument(file.entry, blobs[index], file.selection.format);
    if (document.kind !== "parsed") {
      const missing = document.kind === "opaque" && document.reason === "missing";
      found.notLookedAt.push(unread(file.entry.path, missing));
      continue;
    }
    const sources = file.selection.schemas.filter(proposed.judges);
    requests.push(...sources.map((source) => ({ file, source, document: withValue(document) })));
  }
  const judgements = await proposed.schemas.judge(requests);
  const suspects = [...requests.keys()].filter((at) => judgements[at].kind !== "valid");
  const old = await schemas.judge(suspects.map((at) => requests[at]));
  for (const [index, at] of suspects.entries()) {
    const { file, source, document } = requests[at];
    const { entry, selection } = file;
    const judgement = judgements[at];
    if (judgement.kind === "inconclusive" && old[index].kind !== "inconclusive")
      found.notLookedAt.push(inconclusive(entry.path, judgement.problem));
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
    found.subjects.push(toSubject(compared, { ...NO_QUESTIONS, schemas: () => [verdict] }));
  }
}
function inconclusive(path, { code, message, hint }) {
  return { path, reason: code, detail: `By the new version of the schema: ${message}`, hint, blocks: true };
}
function unread(path, missing) {
  return {
    path,
    reason: missing ? "missing" : "unread-by-schema",
    detail: missing ? "The repository does not hold its content, so it is not judged by the new version of its schema." : "The change edits its schema, and this file has no keys that a schema could judge.",
    hint: missing ? "Fetch the missing objects, and run the check again." : "Look at the file yourself.",
    blocks: missing
  };
}
function tooMany(path, count) {
  return {
    path,
    reason: "schema-many-files",
    detail: `${count} files that this change does not touch have an edited schema; the first ${MOST_FILES} of them were judged by the new version.`,
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

// src/check.ts
var guardChecks = [policyChanged, schemaWeakened];
async function check(pair, options) {
  const [raw, chosen] = await Promise.all([pair.differences(), options.policy(pair.before)]);
  if (!raw.ok) return raw;
  if (!chosen.ok) return chosen;
  const policy = chosen.value;
  const changes = await findRenames(pair, raw.value, policy);
  const loads = loadBothSides(options.schemas(policy, "before"), options.schemas(policy, "after"));
  const schemas = options.compiled ?? createSchemas(loads.before);
  const proposed = await openProposed(changes, policy, loads);
  const guarding = selectGuards(changes, policy, proposed.edits);
  const guards = await prepareGuards(pair, policy, guarding, proposed.edits);
  const selected = await findCollisions(pair.after, changes, selectChanges(changes, policy, guards), policy);
  if (!selected.ok) return selected;
  const around = await openAround(pair, policy, changes, selected.value);
  if (!around.ok) return around;
  const ruled = new Set(selected.value.map(({ change }) => change.path));
  const evidence = withGuards(guards.filter((guard) => !ruled.has(guard.change.path)));
  const admitted = [];
  const subjects = prepareSubjects(pair, around.value, schemas, proposed, selected.value);
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
    ...unseenPast(await around.value.past.unseen())
  );
  return ok(toDecision(pair, policy, evidence));
}
function withGuards(guards) {
  return { findings: [], changes: guards.map((guard) => summarise(guard, true)), notLookedAt: [] };
}
function judge({ subject, unjudged }, policy, evidence) {
  const found = runChecks(subject, checks, policy.origin);
  for (const finding of found) evidence.findings.push(finding);
  evidence.notLookedAt.push(...unreadParts(subject, unjudged));
  evidence.changes.push(summarise(subject, found.length > 0));
}

export {
  rememberUrls,
  check
};
