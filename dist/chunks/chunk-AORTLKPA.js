import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cellText,
  matrixOf
} from "./chunk-QNJGJUVV.js";
import {
  STRUCTURAL,
  blockOf,
  blockText,
  cutOffSentence,
  distinct,
  headlines,
  nothingToDrill,
  ofFile,
  oneOf,
  operators,
  pasteText,
  proposalText,
  randomFrom,
  scopeOf,
  seedOf,
  seenAs,
  stale,
  survivorsOf,
  titleOf,
  valueUnder,
  withoutProposal
} from "./chunk-TTOLNNVJ.js";
import {
  oneService
} from "./chunk-NJYS5FRO.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import {
  columns
} from "./chunk-CN36ETPI.js";
import {
  check,
  rememberUrls
} from "./chunk-PBBIRZVH.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  createSchemas,
  schemaLoader
} from "./chunk-UV2YIV3S.js";
import {
  openRepository
} from "./chunk-YJMEJDG4.js";
import {
  choosePolicy
} from "./chunk-ECCINEQW.js";
import {
  readPolicy
} from "./chunk-RXXYIKOI.js";
import {
  compareVersions
} from "./chunk-B6C3O6NU.js";
import {
  commitHistory
} from "./chunk-YNMSC3SZ.js";
import {
  commitSnapshot
} from "./chunk-VRSVULR4.js";
import {
  originName
} from "./chunk-P56TXKBT.js";
import {
  fitBlocks
} from "./chunk-K4VNKD2T.js";
import {
  cut,
  paint,
  wrap
} from "./chunk-MAY36SGU.js";
import {
  differenceLines
} from "./chunk-MY4W45IY.js";
import {
  readBlobs,
  toDocument
} from "./chunk-POL6UJM2.js";
import {
  readDocument
} from "./chunk-7AY46YQM.js";
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  atLeast
} from "./chunk-LHQRXSF5.js";
import {
  onlyTouching
} from "./chunk-N3JHRWFV.js";
import {
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import {
  readFile
} from "./chunk-O464NPAJ.js";
import {
  discoverFamilies,
  environmentKind,
  findKin,
  hiddenBy,
  hiddenNames,
  joinName,
  plural,
  secretsOf,
  shortId,
  showValue,
  textOf
} from "./chunk-IWPKGJK5.js";
import {
  HIDDEN,
  isAside
} from "./chunk-HCG7IYJE.js";
import {
  groupBy,
  runsOf
} from "./chunk-5MHXILHF.js";
import {
  child,
  parentOf,
  segmentsOf
} from "./chunk-7IV7GVKJ.js";
import {
  isEmpty,
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  inert,
  markdownCode,
  markdownFence,
  markdownText
} from "./chunk-X3WXXSXY.js";
import {
  plainLine,
  visible
} from "./chunk-YXG2IT4E.js";

// src/adapters/drill-state.ts
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

// src/drill/memory.ts
import { createHash } from "node:crypto";

// src/drill/world.ts
var MOST_KEPT = 256 * 1024 * 1024;
async function openWorld(snapshot, history, pathsOf) {
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const paths = pathsOf(entries.value);
  const past = paths.length === 0 ? void 0 : await history?.past(paths);
  if (past?.ok === false) return past;
  return ok({
    snapshot: remembering(snapshot, entries.value),
    entries: entries.value,
    byPath: new Map(entries.value.map((entry) => [entry.path, entry])),
    places: new Map(entries.value.map(({ path }, index) => [path, index])),
    ...past === void 0 ? {} : { past: past.value }
  });
}
function remembering(snapshot, entries) {
  const known = /* @__PURE__ */ new Map();
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  let kept = 0;
  return {
    id: snapshot.id,
    entry: async (path) => ok(byPath.get(path)),
    entries: async () => ok([...entries]),
    async *read(wanted) {
      const missing = wanted.filter(({ id }) => !known.has(id));
      const fresh = /* @__PURE__ */ new Map();
      if (missing.length > 0) for await (const blob of snapshot.read(missing)) fresh.set(blob.id, blob);
      for (const [id, blob] of fresh) {
        const size = "bytes" in blob ? blob.bytes.length : 0;
        if (kept + size > MOST_KEPT) continue;
        kept += size;
        known.set(id, blob);
      }
      for (const { id } of wanted) yield known.get(id) ?? fresh.get(id) ?? { id, refused: "missing" };
    }
  };
}
function pastOf(past, paths) {
  const versions = paths.flatMap((path) => {
    const own = past.versions.get(path);
    return own === void 0 ? [] : [[path, own]];
  });
  return onlyTouching({ ...past, versions: new Map(versions) });
}

// src/drill/memory.ts
function commonKey(parts) {
  const { world, ...others } = parts;
  return digest([others, world.entries.map(({ path, mode }) => [path, mode])]);
}
function recorder(common, world) {
  const seen = /* @__PURE__ */ new Set();
  const spoilt = /* @__PURE__ */ new Set();
  const made = /* @__PURE__ */ new Set();
  return {
    seen(path) {
      const place = world.places.get(path);
      if (place !== void 0) seen.add(place);
    },
    made(paths, ids) {
      for (const path of paths) spoilt.add(path);
      for (const id of ids) made.add(id);
    },
    finish(trials) {
      const paths = [...spoilt].sort();
      const ids = [...made].sort();
      const ranges = runsOf([...seen].sort((one, other) => one - other));
      return {
        common,
        seen: ranges,
        contents: contentsKey(world, ranges),
        spoilt: paths,
        past: pastKey(world, paths),
        made: ids,
        copies: copiesKey(world, ids),
        trials
      };
    }
  };
}
function stillHolds(remembered, common, world) {
  return remembered.common === common && remembered.contents === contentsKey(world, remembered.seen) && remembered.past === pastKey(world, remembered.spoilt) && remembered.copies === copiesKey(world, remembered.made);
}
function contentsKey({ entries }, ranges) {
  return digest(ranges.map(([from, to]) => entries.slice(from, to + 1).map(({ id }) => id)));
}
function pastKey({ past }, paths) {
  if (past === void 0) return "none";
  const { versions, ...own } = pastOf(past, paths);
  return digest([own, [...versions]]);
}
function mayRemember({ selection }, trials) {
  return selection.schemas.every(({ kind }) => kind === "path") && trials.every(({ level }) => level !== "unjudged");
}
function copiesKey({ entries }, ids) {
  const wanted = new Set(ids);
  return digest(entries.filter(({ id }) => wanted.has(id)).map(({ path, id }) => [path, id]));
}
function digest(value) {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
function readMemory(text) {
  const none = { version: 1, files: {} };
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return none;
  }
  if (!isObject(value) || value.version !== 1 || !isObject(value.files)) return none;
  const files = Object.entries(value.files).filter(([, one]) => isRemembered(one));
  return { version: 1, files: Object.fromEntries(files) };
}
function isRemembered(value) {
  return isObject(value) && ["common", "contents", "past", "copies"].every((name) => typeof value[name] === "string") && ["seen", "spoilt", "made", "trials"].every((name) => Array.isArray(value[name]));
}

// src/adapters/drill-state.ts
function stateFile(gitDir, named2, cwd) {
  return named2 === void 0 ? join(gitDir, "holdfast", "drill.json") : resolve(cwd, named2);
}
async function loadState(file) {
  try {
    return ok(readMemory(await readFile(file, "utf8")));
  } catch (error) {
    const { code } = error;
    return code === "ENOENT" ? ok(readMemory("")) : refuse(notUsable(file, code));
  }
}
async function saveState(file, memory) {
  const unfinished = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, `${JSON.stringify(memory)}
`, { mode: 384 });
    await rename(unfinished, file);
    return ok(void 0);
  } catch (error) {
    return refuse(notUsable(file, error.code));
  }
}
function notUsable(file, code = "unknown reason") {
  return {
    code: "drill-state",
    message: `The last drill cannot be kept in ${file} (${code}).`,
    hint: "Name a file that can be written: --state FILE."
  };
}

// src/adapters/own-code.ts
import { createHash as createHash2 } from "node:crypto";
import * as fs from "node:fs";
import { dirname as dirname2, join as join2 } from "node:path";
import { fileURLToPath } from "node:url";
function ownCode() {
  const directory = dirname2(fileURLToPath(import.meta.url));
  const hash = createHash2("sha256");
  for (const name of fs.readdirSync(directory, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.[cm]?[jt]s$/.test(name)) continue;
    hash.update(`${name}\0`).update(fs.readFileSync(join2(directory, name)));
  }
  return hash.digest("hex");
}

// src/drill/secrets.ts
function withoutSecrets(change, secrets) {
  if (secrets.length === 0) return change;
  const holds = (text) => secrets.some((secret) => text.includes(secret));
  const masked = (value) => {
    if (Array.isArray(value)) return value.map(masked);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one)]));
    return holds(String(value)) ? HIDDEN : value;
  };
  const { keys, lines } = change;
  return {
    ...change,
    ...keys && {
      keys: keys.map(({ before, after, ...key }) => ({
        ...key,
        ...before !== void 0 && { before: masked(before) },
        ...after !== void 0 && { after: masked(after) }
      }))
    },
    ...lines && { lines: lines.map((line) => holds(line.text) ? { ...line, text: HIDDEN } : line) }
  };
}

// src/drill/judged.ts
function baselineOf({ findings, verdict }) {
  return {
    known: new Set(findings.map(({ fingerprint }) => fingerprint)),
    inconclusive: verdict === "inconclusive"
  };
}
function judgedBy(decision, { known, inconclusive }) {
  const own = decision.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const unjudged = !inconclusive && decision.notLookedAt.some(({ blocks }) => blocks);
  const stopped = unjudged || own.some(({ severity }) => atLeast(severity, decision.failOn));
  return {
    level: levelOf(own, unjudged),
    stopped,
    checks: [...new Set(own.map(({ check: check2 }) => check2))].sort()
  };
}
function levelOf(findings, unjudged) {
  const found = ["error", "warning", "notice"].find(
    (level) => findings.some(({ severity }) => severity === level)
  );
  return found ?? (unjudged ? "unjudged" : "missed");
}
var MOST_SHOWN = 5;
function toTrial(decision, { path, document }, operator, judged, selection) {
  const { service } = selection;
  const change = decision.changes.find((one) => one.path === path);
  return {
    path,
    ...service === void 0 ? {} : { service },
    operator: operator.id,
    group: operator.group,
    ...judged,
    ...change && { change: withoutSecrets(firstOf(change), secretsOf(selection, document)) },
    proposals: []
  };
}
function firstOf({ keys, lines, ...change }) {
  return {
    ...change,
    ...keys && { keys: keys.slice(0, MOST_SHOWN), keysTotal: change.keysTotal ?? keys.length },
    ...lines && { lines: lines.slice(0, MOST_SHOWN), linesTotal: change.linesTotal ?? lines.length }
  };
}
function placed(trial, { difference, before, after, hideNames }) {
  const { change } = trial;
  if (change?.keys === void 0) return trial;
  const byName = groupBy(difference?.changes ?? [], ({ kind, name }) => `${kind} ${hideNames(name)}`);
  const keys = change.keys.map((summary) => {
    const own = byName.get(`${summary.kind} ${summary.key}`)?.shift();
    const document = own?.kind === "removed" ? before : after;
    const line = own && document?.kind === "parsed" ? document.place(own.key, own.document)?.line : void 0;
    return line === void 0 ? summary : { ...summary, line };
  });
  return { ...trial, change: { ...change, keys } };
}
function whyUnjudged({ notLookedAt }) {
  return notLookedAt.find(({ blocks }) => blocks)?.detail ?? "the verdict is inconclusive";
}

// src/drill/operators/control.ts
var control = {
  ...ofFile("control", "none: an empty line at the end", ({ text }) => `${text}
`),
  group: "control"
};

// src/drill/proposals/apply.ts
async function withBlock(policy, block2) {
  const environments2 = [...policy.environments, ...block2.environments];
  if (block2.critical.length === 0) return ok({ ...policy, environments: environments2 });
  const read = await readPolicy(blockText({ ...block2, environments: [] }), "proposal", policy.origin);
  if (!read.ok) return read;
  const added = read.value.critical.map((rule, index) => renamed(rule, policy.critical.length + index));
  return ok({ ...policy, environments: environments2, critical: [...policy.critical, ...added] });
}
function renamed({ rules: rules2, ...rule }, index) {
  const id = `critical[${index}]`;
  const named2 = rules2?.map((one, at) => ({ ...one, id: `${id}.rules[${at}]` }));
  return { ...rule, id, ...named2 && { rules: named2 } };
}

// src/drill/proposals/facts.ts
async function factsOf({ world, policy, targets }, { path, entry, selection }, scene, operator, edits) {
  const content = edits.get(path);
  const after = typeof content === "string" ? await scene.parse(content) : void 0;
  const change = { path, status: "modified", before: entry, after: entry };
  const versions = { before: scene.document, ...after && { after } };
  const compared = await compareVersions({ change, selection }, versions);
  const hides = hiddenBy(selection, scene.document, after);
  const sides = {
    before: compared.before ?? scene.document,
    ...compared.after && { after: compared.after }
  };
  const schema2 = await schemaOf(world, targets, selection.schemas);
  return {
    path,
    group: operator.group,
    edits,
    ...sides,
    policy,
    difference: compared.difference,
    environments: scene.environments.map((other) => other.path),
    mayShow: (value, segments) => showValue(value, segments, hides) === value,
    hideNames: hiddenNames({ selection, ...sides }),
    ...schema2 && { schema: schema2 }
  };
}
async function schemaOf(world, targets, sources) {
  const [source, second] = sources;
  if (source?.kind !== "path" || second !== void 0) return void 0;
  const { path } = source;
  const entry = world.byPath.get(path);
  const [blob] = entry === void 0 ? [] : await readBlobs(world.snapshot, [entry]);
  const value = blob && "bytes" in blob ? parsed2(blob.bytes) : void 0;
  if (value === void 0) return void 0;
  const own = targets.filter(
    ({ selection }) => selection.schemas.some((one) => one.kind === "path" && one.path === path)
  );
  const blobs = await readBlobs(
    world.snapshot,
    own.map((target) => target.entry)
  );
  const documents = await Promise.all(
    own.map((target, index) => toDocument(target.entry, blobs[index], target.selection.format))
  );
  const files = documents.filter((document) => document.kind === "parsed");
  return { path, value, files };
}
function parsed2(bytes) {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(value) ? value : void 0;
  } catch {
    return void 0;
  }
}

// src/drill/proposals/environments.ts
var environments = ({ path, policy, environments: others }) => discoverFamilies([path, ...others]).filter((pattern) => !policy.environments.includes(pattern)).map((pattern) => ({ kind: "environments", pattern }));

// src/drill/proposals/pattern.ts
function patternOf(segments, hideNames) {
  return segments.reduce((pattern, segment) => {
    const item = /^\d+$/.test(segment) || segment.includes("=");
    const label = `[${segment}]`;
    if (item && hideNames(label) !== label) return `${pattern}[*]`;
    return item && pattern !== "" ? `${pattern}${label}` : joinName(pattern, segment);
  }, "");
}
var IDENTIFYING = /^(?:env|environment|stage|profile|tier|region|zone|cluster|namespace|tenant|account|service|name|app|id|issuer|host|hostname|url|bucket|database)$/i;
function isIdentifying(segments) {
  return segments.length <= 3 && IDENTIFYING.test(segments.at(-1) ?? "");
}

// src/drill/proposals/proposal.ts
var MOST_NAMED = 8;
function lostOrChanged({ difference }, ...kinds) {
  return (difference?.changes ?? []).filter(
    ({ kind, segments }) => kinds.includes(kind) && segments.length > 0
  );
}

// src/drill/proposals/forbid.ts
var forbid = (facts) => {
  if (facts.group !== "file") return [];
  return lostOrChanged(facts, "changed").flatMap(({ segments, after }) => {
    if (typeof after !== "string" || environmentKind(after) === void 0) return [];
    return facts.mayShow(after, segments) ? [{ key: patternOf(segments, facts.hideNames), value: after }] : [];
  }).slice(0, 1).map((one) => ({ kind: "forbid", entry: { files: facts.path, forbid: [one] } }));
};

// src/drill/proposals/freeze.ts
var freeze = (facts) => {
  const changed = lostOrChanged(facts, "changed", "removed", "retyped");
  const key = changed.find(({ segments }) => isIdentifying(segments)) ?? changed[0];
  if (key === void 0) return [];
  return [
    { kind: "freeze", entry: { files: facts.path, freeze: [patternOf(key.segments, facts.hideNames)] } }
  ];
};

// src/drill/proposals/protect.ts
var protect = (facts) => {
  const gone = lostOrChanged(facts, "removed", "retyped", "changed").filter(({ kind, after }) => kind !== "changed" || isEmpty(after ?? null)).map(({ segments }) => segments);
  const named2 = gone.length > 0 ? gone : ofLostRoots(facts);
  if (named2.length === 0) return [];
  const keys = named2.slice(0, MOST_NAMED).map((segments) => patternOf(segments, facts.hideNames));
  return [{ kind: "protect", entry: { files: facts.path, protect: [...new Set(keys)] } }];
};
function ofLostRoots({ difference }) {
  return (difference?.changes ?? []).flatMap(
    ({ segments, before }) => segments.length === 0 && typeof before === "object" && before !== null ? Object.keys(before).map((key) => [key]) : []
  );
}

// src/drill/proposals/rules.ts
var rules = (facts) => {
  if (facts.group !== "value") return [];
  const changed = lostOrChanged(facts, "changed").find(
    ({ before, after }) => typeof before === "number" && typeof after === "number" && before > 0
  );
  if (changed === void 0) return [];
  const two = Number.isInteger(changed.before) ? "2" : "2.0";
  const rule = {
    key: patternOf(changed.segments, facts.hideNames),
    rule: `self <= oldSelf * ${two} && self * ${two} >= oldSelf`,
    message: "more than doubling or halving it in one step is a typo, or needs two changes"
  };
  return [{ kind: "rules", entry: { files: facts.path, rules: [rule] } }];
};

// src/drill/proposals/schema.ts
var schema = (facts) => {
  if (facts.schema === void 0) return [];
  const { path, value, files } = facts.schema;
  const [change] = lostOrChanged(facts, "removed", "retyped", "changed");
  const document = change?.beforeDocument ?? change?.document;
  if (change === void 0 || document !== 0) return [];
  const pointer = change.beforeKey ?? change.key;
  const demand = demandOf(facts, change, pointer);
  if (demand === void 0) return [];
  const keeps = files.every((file) => {
    const parent = valueUnder(file, { document: 0, pointer: parentOf(demand.pointer) });
    return !isObject(parent) || demand.holds(valueUnder(file, { document: 0, pointer: demand.pointer }));
  });
  const patch = keeps ? patchAt(value, segmentsOf(demand.at), demand.keywords) : void 0;
  return patch === void 0 ? [] : [{ kind: "schema", path, patch }];
};
function demandOf(facts, { kind, before, after, segments }, pointer) {
  if (kind === "removed") {
    const name = segmentsOf(pointer).at(-1);
    const keywords = ({ required }) => ({
      required: [.../* @__PURE__ */ new Set([...Array.isArray(required) ? required : [], name])]
    });
    return { pointer, at: parentOf(pointer), keywords, holds: (value) => value !== void 0 };
  }
  if (Array.isArray(before) && Array.isArray(after) && after.length === 0) {
    const holds = (value) => !Array.isArray(value) || value.length > 0;
    return { pointer, at: pointer, keywords: () => ({ minItems: 1 }), holds };
  }
  if (kind === "retyped") {
    const type = schemaType(before ?? null);
    const holds = (value) => value === void 0 || schemaType(value) === type;
    return { pointer, at: pointer, keywords: () => ({ type }), holds };
  }
  if (typeof before !== "string" || !facts.mayShow(before, segments)) return void 0;
  const known = facts.schema.files.flatMap((file) => valueUnder(file, { document: 0, pointer }) ?? []);
  const values = [.../* @__PURE__ */ new Set([before, ...known])].sort();
  if (values.length > MOST_VALUES || !values.every((value) => facts.mayShow(value, segments)))
    return void 0;
  return { pointer, at: pointer, keywords: () => ({ enum: values }), holds: () => true };
}
var MOST_VALUES = 4;
function schemaType(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}
function patchAt(schema2, segments, keywords) {
  const [first, ...rest] = segments;
  if (first === void 0) return keywords(schema2);
  const below2 = (value) => isObject(value) ? value : {};
  if (/^\d+$/.test(first)) {
    if (Array.isArray(schema2.items)) return void 0;
    const items = patchAt(below2(schema2.items), rest, keywords);
    return items && { items };
  }
  const own = below2(below2(schema2.properties)[first]);
  const patch = patchAt(own, rest, keywords);
  return patch && { properties: { [first]: patch } };
}
function patchedSchema({ schema: own }, { path, patch }) {
  return /* @__PURE__ */ new Map([[path, `${JSON.stringify(merged(own?.value, patch), null, 2)}
`]]);
}
function merged(value, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(value) ? { ...value } : {};
  for (const key of Object.keys(patch)) {
    if (patch[key] === null) delete result[key];
    else result[key] = merged(result[key], patch[key]);
  }
  return result;
}

// src/drill/proposals/index.ts
var byPolicy = [environments, forbid, protect, rules, freeze];
function proposalsFor(facts) {
  return [byPolicy.flatMap((make) => make(facts)), schema(facts)];
}

// src/drill/proposals/united.ts
function united(trials) {
  const all = /* @__PURE__ */ new Map();
  const add = (at, names) => {
    const known = [.../* @__PURE__ */ new Set([...all.get(at) ?? [], ...names])];
    all.set(at, known);
    return known;
  };
  for (const trial of trials) withDemands(trial, add);
  return trials.map((trial) => withDemands(trial, add));
}
function withDemands(trial, demands) {
  const proposals = trial.proposals.map((one) => {
    if (one.kind !== "schema") return one;
    const patch = below(one.patch, "", (at, names) => demands(`${one.path} ${at}`, names));
    return { ...one, patch };
  });
  return { ...trial, proposals };
}
function below(patch, at, demands) {
  if (!isObject(patch)) return patch;
  return Object.fromEntries(
    Object.entries(patch).map(
      ([name, part]) => name === "required" && Array.isArray(part) ? [name, demands(at, part)] : [name, below(part, child(at, name), demands)]
    )
  );
}

// src/drill/edits/parse.ts
function parserOf(path, format) {
  const options = format === void 0 ? {} : { format };
  return (text) => readDocument({ path, mode: "file" }, { id: "", bytes: Buffer.from(text) }, options);
}

// src/drill/scenes.ts
function targetsOf(entries, policy) {
  const select = createSelector(policy);
  return entries.flatMap((entry) => {
    const selection = select(entry.path);
    return selection?.critical ? [{ path: entry.path, entry, selection }] : [];
  });
}
function pathsWithPast(entries, policy, targets) {
  const kinOf = kinFinder(entries, policy, targets);
  return [...new Set(targets.flatMap(({ path }) => [path, ...ofOtherEnvironments(kinOf(path))]))];
}
function kinFinder(entries, policy, targets) {
  return findKin(
    policy.environments,
    targets.map(({ path }) => path),
    entries.map(({ path }) => path)
  );
}
var MOST_ALIKE = 1;
var MOST_OTHERS = 1;
var MOST_EARLIER = 2;
var LARGEST = 1024 * 1024;
function createStage(world, policy, targets, seed) {
  const paths = targets.filter(({ entry }) => isFile(entry)).map(({ path }) => path);
  const kinOf = kinFinder(world.entries, policy, targets);
  const readTexts = async (entries, seen) => {
    for (const { path, id } of entries) if (world.byPath.get(path)?.id === id) seen(path);
    const blobs = await readBlobs(world.snapshot, entries);
    return blobs.flatMap((blob) => {
      const text = "bytes" in blob && blob.bytes.length <= LARGEST ? decoded(blob.bytes) : void 0;
      return text === void 0 ? [] : [text];
    });
  };
  const at = (path) => [world.byPath.get(path) ?? []].flat().filter(isFile);
  return async ({ path, entry, selection }, seen) => {
    const read = (entries) => readTexts(entries, seen);
    if (!isFile(entry)) return { reason: `a ${entry.mode}` };
    const [blob] = await readBlobs(world.snapshot, [entry]);
    if (blob === void 0 || "refused" in blob) return { reason: blob?.refused ?? "missing" };
    if (blob.bytes.length > LARGEST) return { reason: "larger than 1 MiB" };
    const parse = parserOf(path, selection.format);
    const text = decoded(blob.bytes);
    const document = text === void 0 ? void 0 : await parse(text);
    if (text === void 0 || textOf(document) === void 0) return { reason: "not text" };
    if (document.kind === "broken") return { reason: "broken already" };
    const kin = kinOf(path);
    const random = randomFrom(seedOf(`${seed} ${path}`));
    const environments2 = [];
    for (const other of ofOtherEnvironments(kin)) {
      const [sibling] = await read(at(other));
      if (sibling !== void 0 && sibling !== text) environments2.push({ path: other, text: sibling });
    }
    const [sample] = await read(related(kin, "sample").slice(0, 1).flatMap(at));
    const pools = poolsOf(path, kin, paths, world);
    const drawn = (pool, most) => read(draw(pool, most, random).flatMap(at)).then((texts) => texts.filter((each) => each !== text));
    const scene = {
      path,
      text,
      document,
      parse,
      environments: environments2,
      ...sample === void 0 ? {} : { sample },
      earlier: (await read(earlierOf(world, path, entry))).filter((each) => each !== text),
      alike: await drawn(pools.alike, MOST_ALIKE),
      others: await drawn(pools.others, MOST_OTHERS)
    };
    return { scene };
  };
}
function isFile({ mode }) {
  return mode === "file" || mode === "executable";
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return void 0;
  }
}
function related({ relatives }, ...relations) {
  return relatives.filter(({ relation }) => relations.includes(relation)).map(({ path }) => path);
}
function ofOtherEnvironments(kin) {
  return related(kin, "declared", "discovered").slice(0, 2);
}
function earlierOf({ past }, path, { id, mode }) {
  const versions = past?.versions.get(path) ?? [];
  const ids = versions.flatMap(({ entry }) => entry?.id ?? []).filter((other) => other !== id);
  return [...new Set(ids)].slice(0, MOST_EARLIER).map((other) => ({ path, mode, id: other }));
}
function cutOffOf({ past }, targets, operators2) {
  if (past?.cutAfter === void 0 || !operators2.includes(stale)) return {};
  const short = targets.filter(({ path }) => {
    const known = past.versions.get(path) ?? [];
    return known.length <= MOST_EARLIER && known.at(-1)?.first !== true;
  });
  return short.length === 0 ? {} : { cutOff: { commits: past.cutAfter, files: short.length } };
}
function poolsOf(path, kin, critical, { entries }) {
  const apart = /* @__PURE__ */ new Set([path, ...related(kin, "declared", "discovered", "sample")]);
  const ending = endingOf(path);
  const peers = related(kin, "peer");
  const alike = critical.filter((other) => !apart.has(other) && endingOf(other) === ending);
  const others = critical.filter((other) => endingOf(other) !== ending);
  const anything = () => entries.filter((entry) => entry.mode === "file" && !isAside(entry.path) && endingOf(entry.path) !== ending).map((entry) => entry.path);
  return {
    alike: alike.length > 0 ? alike : peers,
    others: others.length > 0 ? others : anything()
  };
}
function endingOf(path) {
  return path.slice(path.lastIndexOf(".") + 1);
}
function draw(pool, most, random) {
  const left = [...pool];
  const drawn = [];
  while (drawn.length < most && left.length > 0) {
    const one = oneOf(left, random);
    left.splice(left.indexOf(one), 1);
    drawn.push(one);
  }
  return drawn;
}

// src/drill/spoilt.ts
import { createHash as createHash3 } from "node:crypto";
var MESSAGE = "Update the configuration";
function spoiltPair(world, edits, both, seen) {
  const before = edited(world, world.snapshot, both, "base", seen);
  const after = edited(world, world.snapshot, new Map([...both, ...edits]), "drill", seen);
  const differences = [...edits.keys()].sort().flatMap((path) => {
    const [then, now] = [before.at(path), after.at(path)];
    if (then?.id === now?.id) return [];
    return [{ path, ...then && { before: then }, ...now && { after: now } }];
  });
  const { past } = world;
  const history = past && {
    past: async (paths) => ok(pastOf(past, paths)),
    messages: async () => ok([MESSAGE])
  };
  return {
    before: before.snapshot,
    after: after.snapshot,
    differences: async () => ok(differences),
    ...history && { history }
  };
}
function edited(world, base, edits, id, seen) {
  const hash = (world.entries[0]?.id.length ?? 40) === 64 ? "sha256" : "sha1";
  const own = /* @__PURE__ */ new Map();
  for (const [path, content] of edits) {
    const bytes = Buffer.from(content);
    const blobId = createHash3(hash).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
    const mode = world.byPath.get(path)?.mode ?? "file";
    own.set(path, { entry: { path, mode, id: blobId }, blob: { id: blobId, bytes } });
  }
  const at = (path) => own.get(path)?.entry ?? world.byPath.get(path);
  const snapshot = {
    id,
    async entry(path) {
      if (!own.has(path)) seen(path);
      return ok(at(path));
    },
    async entries() {
      const added = [...own.values()].filter(({ entry }) => !world.byPath.has(entry.path));
      const all = world.entries.map((entry) => own.get(entry.path)?.entry ?? entry);
      return ok(added.length === 0 ? all : [...all, ...added.map(({ entry }) => entry)]);
    },
    async *read(wanted) {
      for (const entry of wanted) {
        const mine = own.get(entry.path);
        if (mine !== void 0 && mine.entry.id === entry.id) {
          yield mine.blob;
          continue;
        }
        if (world.byPath.get(entry.path)?.id === entry.id) seen(entry.path);
        for await (const blob of base.read([entry])) yield blob;
      }
    }
  };
  return { snapshot, at };
}

// src/drill.ts
async function drill(base, history, options) {
  const { policy, seed, most, operators: operators2 } = options;
  const all = await base.entries();
  if (!all.ok) return all;
  const targets = targetsOf(all.value, policy);
  const opened = await openWorld(base, history, (entries) => pathsWithPast(entries, policy, targets));
  if (!opened.ok) return opened;
  const world = opened.value;
  const chosen = targets.filter(({ selection: { service } }) => (options.service ?? service) === service);
  const settings = { seed, most, operators: operators2.map(({ id }) => id) };
  const common = commonKey({ code: options.memory?.code ?? "", policy, settings, world });
  const run = startRun(world, targets, options);
  const drilled = {
    ...headOf(world, policy),
    seed,
    files: 0,
    trials: [],
    notDrilled: [],
    reused: 0,
    ...cutOffOf(world, chosen, operators2)
  };
  const memory = { version: 1, files: {} };
  for (const [index, target] of chosen.entries()) {
    const last = options.memory?.last.files[target.path];
    if (last !== void 0 && stillHolds(last, common, world)) {
      drilled.reused += 1;
      drilled.files += 1;
      drilled.trials.push(...last.trials);
      memory.files[target.path] = last;
      continue;
    }
    const record = recorder(common, world);
    const one = await drillFile(run, target, record);
    for (const path of run.schemaFiles) record.seen(path);
    if (!one.ok) return one;
    if ("reason" in one.value) drilled.notDrilled.push({ path: target.path, reason: one.value.reason });
    else {
      drilled.files += 1;
      drilled.trials.push(...one.value.trials);
      if (mayRemember(target, one.value.trials)) memory.files[target.path] = record.finish(one.value.trials);
    }
    options.progress?.(index + 1, chosen.length);
  }
  return ok({ drilled: { ...drilled, trials: united(drilled.trials) }, memory });
}
function startRun(world, targets, options) {
  const { policy, seed } = options;
  const schemaFiles = /* @__PURE__ */ new Set();
  const { before } = spoiltPair(world, NOTHING, NOTHING, (path) => schemaFiles.add(path));
  const schemas = createSchemas(options.schemas(before, policy, "before"));
  return { world, options, targets, stage: createStage(world, policy, targets, seed), schemas, schemaFiles };
}
async function drillFile(run, target, record) {
  const { operators: operators2, seed, most } = run.options;
  const staged = await run.stage(target, record.seen);
  if ("reason" in staged) return ok(staged);
  const { scene } = staged;
  const [nothing] = await control.apply(scene, () => 0, 1);
  const quiet = await judge(run, run.options.policy, nothing.head, NOTHING, record);
  if (!quiet.ok) return quiet;
  const baseline = baselineOf(quiet.value);
  if (baseline.inconclusive) return ok({ reason: `never judged: ${whyUnjudged(quiet.value)}` });
  const trials = [];
  for (const operator of operators2) {
    const random = randomFrom(seedOf(`${seed} ${target.path} ${operator.id}`));
    for (const mutant of distinct(await operator.apply(scene, random, most))) {
      const trial = await tryMutant(run, target, { scene, operator, mutant, baseline }, record);
      if (!trial.ok) return trial;
      trials.push(trial.value);
      run.options.tried?.(trial.value, mutant.head);
    }
  }
  return ok(trials.length === 0 ? { reason: NO_ERROR } : { trials });
}
var NO_ERROR = "none of the chosen errors can be made in it";
async function tryMutant(run, target, one, record) {
  const decision = await judge(run, run.options.policy, one.mutant.head, NOTHING, record);
  if (!decision.ok) return decision;
  const judged = judgedBy(decision.value, one.baseline);
  const trial = toTrial(decision.value, one.scene, one.operator, judged, target.selection);
  if (trial.stopped) return ok(trial);
  const { world, targets, options } = run;
  const around = { world, policy: options.policy, targets };
  const facts = await factsOf(around, target, one.scene, one.operator, one.mutant.head);
  const proposals = await verified(run, facts, one, record);
  return proposals.ok ? ok({ ...placed(trial, facts), proposals: proposals.value }) : proposals;
}
async function verified(run, facts, one, record) {
  const found = [];
  for (const candidates of proposalsFor(facts)) {
    for (const proposal of candidates) {
      const policy = await withBlock(facts.policy, blockOf([proposal]));
      if (!policy.ok) continue;
      const both = proposal.kind === "schema" ? patchedSchema(facts, proposal) : NOTHING;
      const decision = await judge(run, policy.value, facts.edits, both, record);
      if (!decision.ok) return decision;
      const { stopped, level } = judgedBy(decision.value, one.baseline);
      if (!stopped || level === "unjudged") continue;
      found.push(proposal);
      break;
    }
  }
  return ok(found);
}
var NOTHING = /* @__PURE__ */ new Map();
async function judge({ world, options, schemas }, policy, edits, both, record) {
  const pair = spoiltPair(world, edits, both, record.seen);
  const differences = await pair.differences();
  if (!differences.ok) return differences;
  record.made(
    edits.keys(),
    differences.value.flatMap(({ after }) => after?.id ?? [])
  );
  for (const path of edits.keys()) record.seen(path);
  return check(pair, {
    policy: async () => ok(policy),
    schemas: (_, side) => options.schemas(pair[side], policy, side),
    ...both === NOTHING && { compiled: schemas }
  });
}
function headOf({ snapshot }, policy) {
  const failOn = policy.failOn ?? "error";
  return {
    version: 1,
    commit: snapshot.id,
    policy: originName(policy.origin),
    failOn,
    warnOnly: policy.warnOnly === true
  };
}

// src/cli/drill/head.ts
async function drillHead(args, cwd, progress) {
  return withHead(args, cwd, (head, repository) => drillCommit(head, repository, args, cwd, progress));
}
async function withHead(args, cwd, use) {
  const { gitDir } = args;
  const opened = await openRepository({ directory: cwd, ...gitDir && { gitDir } });
  if (!opened.ok) return opened;
  const repository = opened.value;
  try {
    const head = await headOf2(repository, args, cwd);
    return head.ok ? await use(head.value, repository) : head;
  } finally {
    await repository.close();
  }
}
async function headOf2(repository, args, cwd) {
  const commit = await resolveCommit(repository, "HEAD");
  if (!commit.ok) return commit;
  const snapshot = commitSnapshot(repository, commit.value);
  const chosen = { file: args.policy, criticalFiles: [], schemas: [], failOn: args.failOn };
  const policy = await choosePolicy(snapshot, chosen, cwd);
  if (!policy.ok) return policy;
  const urls = /* @__PURE__ */ new Map();
  const options = {
    policy: policy.value,
    schemas: (side, { schemaHosts }, which) => rememberUrls(schemaLoader(side, { hosts: schemaHosts, side: which }), urls),
    operators: args.operators,
    seed: args.seed,
    most: args.most,
    ...args.service !== void 0 && { service: args.service }
  };
  const history = commitHistory(repository, { base: commit.value });
  return ok({ snapshot, history, policy: policy.value, options });
}
async function drillCommit({ snapshot, history, policy, options }, { gitDir, workTree }, args, cwd, progress) {
  const keeps = args.sinceLast || args.state !== void 0;
  const file = stateFile(gitDir, args.state, cwd);
  const last = args.sinceLast ? await loadState(file) : void 0;
  if (last?.ok === false) return last;
  const result = await drill(snapshot, history, {
    ...options,
    ...keeps && { memory: { last: last?.value ?? { version: 1, files: {} }, code: ownCode() } },
    ...progress !== void 0 && { progress }
  });
  if (!result.ok) return result;
  const saved = keeps ? await saveState(file, result.value.memory) : ok(void 0);
  if (!saved.ok) return saved;
  const found = anythingDrilled(result.value, policy, args);
  return found.ok ? ok({ ...found.value, ...workTree !== void 0 && { workTree } }) : found;
}
function anythingDrilled({ drilled }, policy, { service }) {
  if (drilled.files + drilled.notDrilled.length > 0) return ok({ drilled, policy });
  return refuse(nothingToDrill(service));
}

// src/drill/reports/json.ts
function drillJson(drilled) {
  const { trials, ...head } = drilled;
  return jsonText({
    ...head,
    structural: partOf(drilled, STRUCTURAL),
    value: partOf(drilled, ["value"]),
    trials: [
      ...survivorsOf(drilled, STRUCTURAL),
      ...survivorsOf(drilled, ["value"]),
      ...trials.filter(({ stopped }) => stopped)
    ]
  });
}
function partOf(drilled, groups) {
  const own = drilled.trials.filter(({ group }) => groups.includes(group));
  return {
    errors: own.length,
    passed: own.filter(({ stopped }) => !stopped).length,
    matrix: matrixJson(matrixOf(drilled.trials, groups)),
    policy: pasteText(drilled, groups)
  };
}
function matrixJson({ services, rows }) {
  return Object.fromEntries(
    services.map((service, index) => [
      service,
      Object.fromEntries(rows.map(({ operator, cells }) => [operator.id, cells[index] ?? null]))
    ])
  );
}

// src/drill/reports/markdown.ts
var LIMIT = 1e6;
var MOST_SHOWN2 = 100;
var MOST_DIFFERENCES = 3;
function drillMarkdown(drilled) {
  const start = [
    "# Holdfast drill",
    `${markdownCode(shortId(drilled.commit))} under ${markdownCode(drilled.policy)}: ${markdownText(scopeOf(drilled))}`,
    ...headlines(drilled).map(markdownText)
  ];
  const blocks = [
    ...survivors(drilled, STRUCTURAL, "Would pass"),
    ...paste(drilled, STRUCTURAL, "To paste into the policy"),
    ...matrix(drilled, STRUCTURAL, "Files and keys"),
    ...survivors(drilled, ["value"], "Values that would pass"),
    ...paste(
      drilled,
      ["value"],
      "To paste where a value must not change unseen; each also stops changes that are meant"
    ),
    ...matrix(drilled, ["value"], "Values"),
    ...notDrilled(drilled)
  ];
  return `${fitBlocks(start.join("\n\n"), blocks, LIMIT).trimEnd()}
`;
}
function block(noun, ...parts) {
  return { text: parts.map((part) => `

${part}`).join(""), noun, count: 1 };
}
function survivors(drilled, groups, title) {
  const all = survivorsOf(drilled, groups);
  if (all.length === 0) return [];
  const more = all.length - MOST_SHOWN2;
  const [first, ...others] = all.slice(0, MOST_SHOWN2);
  return [
    block("error", `## ${title}: ${all.length}`, ...survivor(first)),
    ...others.map((trial) => block("error", ...survivor(trial))),
    ...more > 0 ? [
      {
        ...block("error", `\u2026 and ${plural(more, "more error")}; \`--format json\` lists them all.`),
        count: more
      }
    ] : []
  ];
}
function survivor(trial) {
  const { lines } = trial.change ? differenceLines(trial.change, MOST_DIFFERENCES) : { lines: [] };
  const place = lines.find(({ line }) => line !== void 0)?.line;
  const where = `${markdownCode(trial.path)}${place === void 0 ? "" : `, line ${place}`}`;
  const difference = lines.map(({ sign, text }) => `${sign} ${text}`);
  return [
    `**${markdownText(titleOf(trial))}** in ${where}: ${markdownText(seenAs(trial))}.`,
    ...difference.length === 0 ? [] : [markdownFence(difference, "diff")],
    ...trial.proposals.length === 0 ? [`Not stopped by a proposal: ${markdownText(withoutProposal(trial))}.`] : [],
    ...trial.proposals.flatMap((proposal, index) => {
      const { where: place2, lines: text } = proposalText(proposal);
      const label = index === 0 ? "Would have stopped it" : "So would";
      return [
        `${label}, ${markdownText(place2)}:`,
        markdownFence(text, proposal.kind === "schema" ? "json" : "yaml")
      ];
    })
  ];
}
function paste(drilled, groups, title) {
  const text = pasteText(drilled, groups);
  if (text === "") return [];
  return [block("policy block", `## ${title}`, markdownFence(text.trimEnd().split("\n"), "yaml"))];
}
function matrix(drilled, groups, title) {
  const { services, rows } = matrixOf(drilled.trials, groups);
  if (rows.length === 0) return [];
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    block(
      "table",
      `## ${title}`,
      "Each cell: error/warning/notice/missed; `-` where there was nothing to spoil.",
      [
        line(["", ...services.map(markdownText)]),
        line(["---", ...services.map(() => "---")]),
        ...rows.map(({ operator, cells }) => line([markdownText(operator.title), ...cells.map(cellText)]))
      ].join("\n")
    )
  ];
}
function notDrilled({ notDrilled: files }) {
  if (files.length === 0) return [];
  const more = files.length - MOST_SHOWN2;
  const lines = [
    ...files.slice(0, MOST_SHOWN2).map(({ path, reason }) => `- ${markdownCode(path)}: ${markdownText(reason)}`),
    ...more > 0 ? [`- \u2026 and ${plural(more, "more file")}`] : []
  ];
  return [{ ...block("undrilled file", "## Not drilled", lines.join("\n")), count: files.length }];
}

// src/drill/reports/terminal.ts
var MOST_SHOWN3 = 40;
var MOST_DIFFERENCES2 = 3;
var MOST_COLUMNS = 5;
function drillTerminal(drilled, options) {
  const page = { drilled, width: Math.max(40, options.width ?? 80), style: paint(options.color) };
  const head = `Holdfast drill  ${shortId(drilled.commit)}  ${drilled.policy}`;
  const sections = [
    [page.style.quiet(cut(plainLine(head), page.width)), ...wrap(scopeOf(drilled), page.width)],
    ...survivors2(page, STRUCTURAL, "Would pass"),
    ...survivors2(page, ["value"], "Values that would pass, counted apart"),
    ...matrix2(page, STRUCTURAL, "Files and keys"),
    ...matrix2(page, ["value"], "Values"),
    notDrilled2(page),
    paste2(page, STRUCTURAL, "To paste into the policy, against errors that damage a file or a key:"),
    paste2(
      page,
      ["value"],
      "To paste where a value must not change unseen; each also stops changes that are meant:"
    ),
    headlines(drilled).flatMap((line) => wrap(line, page.width))
  ];
  const text = sections.filter((section) => section.length > 0).map((section) => section.join("\n")).join("\n\n");
  return `${inert(text)}
`;
}
function survivors2(page, groups, title) {
  const all = survivorsOf(page.drilled, groups);
  if (all.length === 0) return [];
  const sections = [[page.style.strong(`${title}: ${all.length}`)]];
  let path;
  for (const trial of all.slice(0, MOST_SHOWN3)) {
    if (trial.path !== path) {
      const service = trial.service === void 0 ? "" : page.style.quiet(` \xB7 ${plainLine(trial.service)}`);
      sections.push([plainLine(trial.path) + service]);
      path = trial.path;
    }
    sections.at(-1).push(...survivor2(page, trial));
  }
  const more = all.length - MOST_SHOWN3;
  if (more > 0) sections.push([`\u2026 and ${plural(more, "more error")}; --format json lists them all`]);
  return sections;
}
function survivor2({ style, width }, trial) {
  const { lines, more, noun } = trial.change ? differenceLines(trial.change, MOST_DIFFERENCES2) : { lines: [], more: 0, noun: "key" };
  const rules2 = trial.proposals.flatMap((proposal, index) => {
    const { where, lines: text } = proposalText(proposal);
    const label = index === 0 ? "would have stopped it" : "so would";
    return [
      `    ${style.green(label)}, ${plainLine(where)}:`,
      ...text.map((line) => `      ${visible(line)}`)
    ];
  });
  return [
    `  ${style.yellow(titleOf(trial))}  ${style.quiet(seenAs(trial))}`,
    ...lines.map(({ sign, text, line }) => {
      const place = line === void 0 ? "" : style.quiet(`  line ${line}`);
      return `    ${cut(plainLine(`${sign} ${text}`), width - 16)}${place}`;
    }),
    ...more > 0 ? [`    \u2026 and ${plural(more, `more ${noun}`)}`] : [],
    ...rules2.length === 0 ? wrap(withoutProposal(trial), width - 4).map((line) => `    ${line}`) : rules2
  ];
}
function matrix2({ drilled, style }, groups, title) {
  const { services, rows } = matrixOf(drilled.trials, groups);
  if (rows.length === 0) return [];
  const tables = [];
  for (let start = 0; start < services.length; start += MOST_COLUMNS) {
    const part = (list) => list.slice(start, start + MOST_COLUMNS);
    tables.push([
      style.strong(`${title}: error/warning/notice/missed`),
      ...columns([" ", ...part(services)], rowsOf(rows, part))
    ]);
  }
  return tables;
}
function rowsOf(rows, part) {
  return rows.map(({ operator, cells }) => [operator.title, ...part(cells.map(cellText))]);
}
function notDrilled2({ drilled, style, width }) {
  const { notDrilled: files } = drilled;
  if (files.length === 0) return [];
  const more = files.length - MOST_SHOWN3;
  return [
    style.strong(`Not drilled: ${plural(files.length, "critical file")}`),
    ...files.slice(0, MOST_SHOWN3).map(({ path, reason }) => cut(plainLine(`  ${path}: ${reason}`), width)),
    ...more > 0 ? [`  \u2026 and ${plural(more, "more file")}`] : []
  ];
}
function paste2({ drilled, style }, groups, title) {
  const text = pasteText(drilled, groups);
  if (text === "") return [];
  return [style.strong(title), "", ...text.trimEnd().split("\n").map(visible)];
}

// src/drill/reports/index.ts
var drillReports = { terminal: drillTerminal, json: drillJson, markdown: drillMarkdown };

// src/cli/drill/options.ts
var OPTIONS = {
  seed: { type: "string" },
  most: { type: "string" },
  service: { type: "string", multiple: true },
  operators: { type: "string", multiple: true },
  break: { type: "string" },
  format: { type: "string" },
  html: { type: "string" },
  "fail-on-severity": { type: "string" },
  "since-last": { type: "boolean" },
  state: { type: "string" },
  policy: { type: "string" },
  "write-policy": { type: "boolean" },
  "git-dir": { type: "string" },
  debug: { type: "boolean" }
};
var DEFAULT_SEED = 1;
var DEFAULT_MOST = 2;
function readDrillArguments(argv) {
  const read = parsed({ args: argv, options: OPTIONS });
  if (!read.ok) return read;
  const { values } = read.value;
  const { format = "terminal" } = values;
  if (!Object.hasOwn(drillReports, format)) {
    const known = Object.keys(drillReports).join(", ");
    return refuse(usage(`There is no format ${JSON.stringify(format)} of a drill.`, `Formats: ${known}.`));
  }
  const seed = wholeNumber("seed", values.seed, DEFAULT_SEED, 0);
  if (!seed.ok) return seed;
  const most = wholeNumber("most", values.most, DEFAULT_MOST, 1);
  if (!most.ok) return most;
  const limit = values.break === "structural" ? ok(0) : wholeNumber("break", values.break, -1, 0);
  if (!limit.ok) return limit;
  const service = oneService("drill", values.service);
  if (!service.ok) return service;
  const chosen = chosenOperators(values.operators);
  if (!chosen.ok) return chosen;
  return ok({
    seed: seed.value,
    most: most.value,
    operators: chosen.value,
    format,
    sinceLast: values["since-last"] === true,
    writePolicy: values["write-policy"] === true,
    ...limit.value === -1 ? {} : { mayPass: limit.value },
    ...service.value !== void 0 && { service: service.value },
    ...values["fail-on-severity"] !== void 0 && { failOn: values["fail-on-severity"] },
    ...values.html !== void 0 && { html: values.html },
    ...values.state !== void 0 && { state: values.state },
    ...values.policy !== void 0 && { policy: values.policy },
    ...values["git-dir"] !== void 0 && { gitDir: values["git-dir"] }
  });
}
function wholeNumber(name, text, otherwise, least) {
  if (text === void 0) return ok(otherwise);
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value >= least) return ok(value);
  const or = name === "break" ? ", or structural" : "";
  return refuse(
    usage(`--${name} is ${JSON.stringify(text)}.`, `It is a whole number from ${least} on${or}.`)
  );
}
function chosenOperators(given) {
  if (given === void 0) return ok(operators);
  const names = new Set(given.flatMap((text) => text.split(",")).map((name) => name.trim()));
  for (const name of names) {
    if (operators.some(({ id, group }) => id === name || group === name)) continue;
    const known = ["file", "key", "value", ...operators.map(({ id }) => id)].join(", ");
    return refuse(usage(`There is no operator ${JSON.stringify(name)}.`, `Operators: ${known}.`));
  }
  return ok(operators.filter(({ id, group }) => names.has(id) || names.has(group)));
}

// src/drill/threshold.ts
var MOST_NAMED2 = 10;
function brokenBy(drilled, mayPass) {
  if (mayPass === void 0) return void 0;
  const tried = drilled.trials.filter(({ group }) => STRUCTURAL.includes(group)).length;
  const passing = survivorsOf(drilled, STRUCTURAL);
  if (drilled.warnOnly && tried > mayPass) {
    return { code: 1, lines: ["The policy stops nothing (warn-only): every error would pass."] };
  }
  if (passing.length > mayPass) {
    const limit = mayPass === 0 ? "None may." : `At most ${mayPass} may.`;
    const [found] = headlines(drilled);
    return { code: 1, lines: [`${found} ${limit}`, ...named(passing.map(trialLine), "error")] };
  }
  if (drilled.notDrilled.length > 0) return { code: 2, lines: notDrilledLines(drilled) };
  const lost = cutOffSentence(drilled);
  if (lost !== void 0) return { code: 2, lines: [lost] };
  if (tried > 0) return void 0;
  return { code: 2, lines: ["No error that damages a file or a key was tried."] };
}
function notDrilledLines({ notDrilled: notDrilled3 }) {
  if (notDrilled3.length === 0) return [];
  const files = notDrilled3.map(({ path, reason }) => plainLine(`${path}: ${reason}`));
  return [`${plural(notDrilled3.length, "critical file")} could not be drilled.`, ...named(files, "file")];
}
function trialLine(trial) {
  const lines = trial.change === void 0 ? [] : differenceLines(trial.change, 1).lines;
  const line = lines.find((each) => each.line !== void 0)?.line;
  const place = line === void 0 ? "" : `:${line}`;
  const key = trial.group === "file" ? void 0 : trial.change?.keys?.[0]?.key;
  const what = key ? `${titleOf(trial)}: ${key}` : titleOf(trial);
  return plainLine(`${trial.path}${place}: ${what}; ${seenAs(trial)}`);
}
function named(lines, noun) {
  const more = lines.length - MOST_NAMED2;
  return [...lines.slice(0, MOST_NAMED2), ...more > 0 ? [`\u2026 and ${plural(more, `more ${noun}`)}`] : []];
}

export {
  drill,
  drillHead,
  withHead,
  drillReports,
  readDrillArguments,
  brokenBy,
  notDrilledLines
};
