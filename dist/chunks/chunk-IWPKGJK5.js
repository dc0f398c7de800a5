import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  conflictMarkers,
  escapeExpression,
  formatById,
  formatOf,
  fromTo,
  hasExpression,
  hasHole,
  hasTemplateTags,
  isBroken,
  isTemplatePath,
  list,
  maskText,
  namesOwnHost,
  namesRealHost,
  namesSampleHost,
  orPutBack,
  pastedWord,
  percent,
  placeholderIn,
  putBack,
  scriptRules,
  serviceOf,
  suppressionRules,
  value,
  withStop
} from "./chunk-JVBW2P7D.js";
import {
  HIDDEN,
  count,
  escapeGlob,
  holdsHidden,
  isSensitiveKey,
  isSensitiveValue,
  octal,
  withoutSecrets
} from "./chunk-HCG7IYJE.js";
import {
  canonical,
  countLeaves,
  sameValue
} from "./chunk-AONNQZDM.js";
import {
  baseName,
  directoryOf
} from "./chunk-5MHRYX67.js";
import {
  addTo,
  groupBy
} from "./chunk-5MHXILHF.js";
import {
  child,
  parentOf,
  segmentsOf,
  valueAt
} from "./chunk-7IV7GVKJ.js";
import {
  isEmpty,
  isObject,
  setOwn,
  typeOf
} from "./chunk-V4OPYPJO.js";

// src/checks/accept-expired.ts
var acceptExpired = {
  id: "accept-expired",
  severity: "warning",
  uncritical: "warning",
  summary: "An exception in the policy is over",
  help: "An entry under `accept` would have let a finding of this change pass, but its last day is over. The finding counts again, and this one says why: an exception that ends unnoticed is one that nobody decides about.",
  configure: "Correct the cause, or have the owners of the policy renew the entry in a pull request of its own. The last day is `expires`, in UTC.",
  // Only `verdict/accept.ts` knows the day and which findings there are; it makes these findings.
  run: () => [],
  message: (finding) => ({
    what: `The exception for ${String(finding.args.finding)} in ${finding.path} expired on ${String(finding.args.expires)}.`,
    why: "The finding that it accepted counts again.",
    fix: "Correct the cause, or have the owners of the policy renew the entry in a pull request of its own."
  })
};

// src/checks/brackets-unbalanced.ts
var bracketsUnbalanced = {
  id: "brackets-unbalanced",
  severity: "error",
  uncritical: "warning",
  folds: ["file-replaced", "setting-removed"],
  summary: "A text file whose blocks were closed has one that is not",
  help: "Files of nginx, HAProxy, Caddy, BIND and many others have no parser here, and are compared by line. Their blocks stand in braces, and a file of which every brace was closed, and now one is not, was cut off or edited wrongly: half of a file was written, or one line too many was deleted. Braces in quotes and comments do not count.",
  configure: "There is no option.",
  run({ before, after }) {
    const [then, now] = [blocksOf(before), blocksOf(after)];
    if (then === void 0 || now === void 0 || then.pairs === 0 || then.fault !== void 0) return [];
    if (now.fault === void 0) return [];
    const { line, open } = now.fault;
    return [{ place: { line, column: 1 }, args: { open } }];
  },
  message: (finding, base) => ({
    what: Number(finding.args.open) > 0 ? `${finding.path} has ${count(Number(finding.args.open), "block")} that ${Number(finding.args.open) === 1 ? "is not closed; it begins" : "are not closed; the last one begins"} on line ${finding.line}.` : `${finding.path} has a brace on line ${finding.line} that closes a block which was never opened.`,
    why: `${serviceOf(finding.service)} most probably refuses the whole file, and does not start.`,
    fix: `Close the block; when the end of the file is missing, put it back: ${putBack(base, finding.path)}.`
  })
};
function blocksOf(document2) {
  if (document2?.kind !== "text") return void 0;
  const open = [];
  let pairs = 0;
  for (const [index, raw] of document2.text.split("\n").entries()) {
    for (const brace of withoutQuotes(raw).match(/[{}]/g) ?? []) {
      if (brace === "{") open.push(index + 1);
      else if (open.pop() === void 0) return { pairs, fault: { line: index + 1, open: 0 } };
      else pairs += 1;
    }
  }
  const last = open.at(-1);
  return last === void 0 ? { pairs } : { pairs, fault: { line: last, open: open.length } };
}
function withoutQuotes(line) {
  const left = [];
  const open = /* @__PURE__ */ new Set();
  let from = 0;
  for (const { 0: quote, index } of line.matchAll(/["']/g)) {
    if (index < from || open.has(quote)) continue;
    const end = endOfQuoted(line, index);
    if (end === void 0) {
      open.add(quote);
    } else {
      left.push(line.slice(from, index));
      from = end;
    }
  }
  const text = left.join("") + line.slice(from);
  const comment = /(?<!\S)(?:#|\/\/)/.exec(text);
  return comment === null ? text : text.slice(0, comment.index);
}
function endOfQuoted(line, start) {
  for (let at2 = start + 1; at2 < line.length; at2++) {
    if (line[at2] === "\\") at2 += 1;
    else if (line[at2] === line[start]) return at2 + 1;
  }
  return void 0;
}

// src/documents/document.ts
function textOf(document2) {
  return document2 === void 0 ? void 0 : document2.text;
}

// src/checks/conflict-marker.ts
var conflictMarker = {
  id: "conflict-marker",
  severity: "error",
  uncritical: "error",
  folds: [
    "syntax-error",
    "duplicate-key",
    "file-replaced",
    "mass-comment",
    "schema-violation",
    "rule-violation",
    "key-removed"
  ],
  summary: "A file holds the markers of an unresolved merge",
  help: "Lines such as `<<<<<<< HEAD` were committed. Nobody means them, and they are rare. They are reported whether or not the file could be parsed before; markers that stood there already are a warning.",
  configure: "There is no option.",
  run({ before, after }) {
    const text = textOf(after);
    if (text === void 0) return [];
    const markers = conflictMarkers(text);
    if (markers.length === 0) return [];
    const old = conflictMarkers(textOf(before) ?? "").length;
    const args = { conflicts: markers.length, ...before === void 0 ? { added: true } : {} };
    return [
      markers.length > old ? { place: markers[0], args } : { severity: "warning", place: markers[0], args }
    ];
  },
  message: (finding, base) => ({
    what: `${finding.path} holds ${count(Number(finding.args.conflicts), "unresolved merge conflict")}.`,
    why: "Both versions stand in the file at once; most programs refuse it, some read the second one.",
    fix: `Choose one version and delete the markers${orPutBack(finding, base)}.`
  })
};

// src/diff/items.ts
var IDENTITY_KEYS = [
  "name",
  "id",
  "key",
  "alias",
  "job_name",
  "alert",
  "record",
  "host",
  "path",
  "repo",
  "uses"
];
function pairItems(before, after, declared) {
  const key = identityKey(before, after, declared);
  return key === void 0 ? pairByContent(before, after) : pairByIdentity(before, after, key);
}
function identityKey(before, after, declared) {
  if (before.length + after.length === 0) return void 0;
  const candidates2 = declared === void 0 ? IDENTITY_KEYS : [declared];
  return candidates2.find((key) => identifies(before, key) && identifies(after, key));
}
function identifies(items, key) {
  const seen = /* @__PURE__ */ new Set();
  for (const item of items) {
    if (!isObject(item) || !Object.hasOwn(item, key)) return false;
    const identity2 = item[key];
    if (typeof identity2 !== "string" && typeof identity2 !== "number" || seen.has(identity2)) return false;
    seen.add(identity2);
  }
  return true;
}
function pairByIdentity(before, after, key) {
  const identityOf2 = (item) => isObject(item) ? item[key] : null;
  const places = new Map(after.map((item, index) => [identityOf2(item), index]));
  const pairs = before.map((item, index) => {
    const identity2 = identityOf2(item);
    const match = places.get(identity2);
    places.delete(identity2);
    const label = `${key}=${identity2}`;
    return match === void 0 ? { before: index, label } : { before: index, after: match, label };
  });
  for (const [identity2, index] of places) pairs.push({ after: index, label: `${key}=${identity2}` });
  return pairs;
}
function pairByContent(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && sameValue(before[start], after[start])) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && sameValue(before[before.length - 1 - tail], after[after.length - 1 - tail])) {
    tail++;
  }
  const pairs = [];
  for (let index = 0; index < start; index++) pairs.push({ before: index, after: index });
  for (const pair of pairMiddle(before, after, start, tail)) pairs.push(pair);
  for (let back = tail; back > 0; back--) {
    pairs.push({ before: before.length - back, after: after.length - back });
  }
  return pairs;
}
function pairMiddle(before, after, start, tail) {
  const equal2 = /* @__PURE__ */ new Map();
  for (let index = after.length - tail - 1; index >= start; index--) {
    addTo(equal2, canonical(after[index]), index);
  }
  const pairs = [];
  const unmatched = [];
  const taken = /* @__PURE__ */ new Set();
  for (let index = start; index < before.length - tail; index++) {
    const match = equal2.get(canonical(before[index]))?.pop();
    if (match === void 0) {
      unmatched.push(index);
    } else {
      taken.add(match);
      pairs.push({ before: index, after: match });
    }
  }
  const rest = [];
  for (let index = start; index < after.length - tail; index++) if (!taken.has(index)) rest.push(index);
  const replaced2 = pairAlike(before, after, unmatched, rest);
  return [...pairs, ...replaced2];
}
function pairAlike(before, after, unmatched, rest) {
  const shape2 = (value2) => Array.isArray(value2) ? "list" : isObject(value2) ? "object" : "scalar";
  const waiting = { list: [], object: [], scalar: [] };
  for (const index of rest.toReversed()) waiting[shape2(after[index])].push(index);
  const taken = /* @__PURE__ */ new Set();
  const pairs = unmatched.map((index) => {
    const match = waiting[shape2(before[index])].pop();
    if (match === void 0) return { before: index };
    taken.add(match);
    return { before: index, after: match };
  });
  return [...pairs, ...rest.filter((index) => !taken.has(index)).map((index) => ({ after: index }))];
}

// src/diff/spot.ts
function below(above, before, after, segment, item) {
  return { documents: above.documents, step: { above, before, after, segment, item } };
}
function pointerTo({ step }, side) {
  return step === void 0 ? "" : child(pointerTo(step.above, side), step[side]);
}
function segmentsTo(spot) {
  const segments = [];
  for (let { step } = spot; step !== void 0; step = step.above.step) segments.push(step.segment);
  return segments.reverse();
}

// src/diff/stream.ts
function pairDocuments(before, after) {
  if (before.length === 1 && after.length === 1) return [{ before: 0, after: 0 }];
  if (before.length <= 1 && after.length <= 1) return pairItems(before, after);
  const beforeNames = before.map(resourceName);
  const afterNames = after.map(resourceName);
  if (!unique(beforeNames) || !unique(afterNames)) {
    return pairItems(before, after).map((pair) => ({
      ...pair,
      label: `#${(pair.after ?? pair.before ?? 0) + 1}`
    }));
  }
  const places = new Map(afterNames.map((name, index) => [name, index]));
  const pairs = beforeNames.map((name, index) => {
    const match = places.get(name);
    places.delete(name);
    return match === void 0 ? { before: index, label: name } : { before: index, after: match, label: name };
  });
  for (const [name, index] of places) pairs.push({ after: index, label: name });
  return pairs;
}
function resourceName(value2) {
  if (!isObject(value2) || typeof value2.kind !== "string" || !isObject(value2.metadata)) return void 0;
  const { name, namespace } = value2.metadata;
  if (typeof name !== "string") return void 0;
  return typeof namespace === "string" ? `${value2.kind}/${namespace}/${name}` : `${value2.kind}/${name}`;
}
function unique(names) {
  return names.every((name) => name !== void 0) && new Set(names).size === names.length;
}

// src/diff/keys.ts
function compareKeys(before, after, identityOf2 = () => void 0) {
  const changes = [];
  const walk = newWalk(before, after, identityOf2, (...found) => changes.push(toChange(...found)));
  const topLevel = compareDocuments(walk, before.values, after.values);
  return {
    changes,
    keys: retention(walk, walk.keptKeys),
    values: retention(walk, walk.keptValues),
    topLevel
  };
}
function countChanges(before, after) {
  let changes = 0;
  const count2 = () => {
    changes += 1;
  };
  const walk = newWalk(before, after, () => void 0, count2);
  compareDocuments(walk, before.values, after.values);
  return { changes, values: retention(walk, walk.keptValues) };
}
function newWalk(before, after, identityOf2, report) {
  return {
    report,
    beforeLeaves: 0,
    keptKeys: 0,
    keptValues: 0,
    exact: before.lossy.length + after.lossy.length === 0,
    identityOf: identityOf2,
    token: tokens(before.lossy, after.lossy)
  };
}
function retention({ beforeLeaves }, kept) {
  return { before: beforeLeaves, kept, share: beforeLeaves === 0 ? 1 : kept / beforeLeaves };
}
function compareDocuments(walk, before, after) {
  const topLevel = { before: 0, gone: [] };
  for (const pair of pairDocuments(before, after)) {
    const name = pair.label === void 0 || before.length + after.length <= 2 ? "" : `${pair.label}:`;
    const documents = { before: pair.before ?? 0, after: pair.after ?? 0, name };
    const old = pair.before === void 0 ? void 0 : before[pair.before];
    const now = pair.after === void 0 ? void 0 : after[pair.after];
    compare(walk, old, now, { documents });
    if (isObject(old)) {
      const keys = Object.keys(old);
      topLevel.before += keys.length;
      for (const key of keys) if (!isObject(now) || !Object.hasOwn(now, key)) topLevel.gone.push(key);
    }
  }
  return topLevel;
}
function compare(walk, before, after, spot) {
  if (before === void 0) {
    if (after !== void 0) walk.report("added", spot, void 0, after);
  } else if (after === void 0) {
    walk.beforeLeaves += countLeaves(before);
    walk.report("removed", spot, before, void 0);
  } else if (wasEmptied(before, after)) {
    walk.beforeLeaves += countLeaves(before);
    walk.report("changed", spot, before, after);
  } else if (isObject(before) && isObject(after)) {
    compareObjects(walk, before, after, spot);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(walk, before, after, spot);
  } else {
    compareLeaves(walk, before, after, spot);
  }
}
function wasEmptied(before, after) {
  if (isObject(before) && isObject(after)) return isEmpty(after) && !isEmpty(before);
  return Array.isArray(before) && Array.isArray(after) && after.length === 0 && before.length > 0;
}
function compareObjects(walk, before, after, spot) {
  const keys = Object.keys(before);
  const now = Object.keys(after);
  if (keys.length === 0) countLeaf(walk, now.length === 0);
  for (const key of keys) {
    const old = before[key];
    const value2 = Object.hasOwn(after, key) ? after[key] : void 0;
    if (walk.exact && old === value2) countLeaf(walk, true);
    else compare(walk, old, value2, below(spot, key, key, key, false));
  }
  for (const key of now) {
    if (!Object.hasOwn(before, key)) compare(walk, void 0, after[key], below(spot, key, key, key, false));
  }
}
function compareLists(walk, before, after, spot) {
  if (before.length === 0) countLeaf(walk, after.length === 0);
  for (const pair of pairItems(before, after, walk.identityOf(segmentsTo(spot)))) {
    const index = pair.after ?? pair.before ?? 0;
    compare(
      walk,
      pair.before === void 0 ? void 0 : before[pair.before],
      pair.after === void 0 ? void 0 : after[pair.after],
      below(spot, pair.before ?? index, pair.after ?? index, pair.label ?? String(index), true)
    );
  }
}
function compareLeaves(walk, before, after, spot) {
  const leaves = countLeaves(before);
  walk.beforeLeaves += leaves;
  const types = [typeOf(before), typeOf(after)];
  const container = types.includes("object") || types.includes("list");
  if (!container) walk.keptKeys += leaves;
  if (before === after && (walk.exact || sameToken(walk, spot))) {
    walk.keptValues += 1;
    return;
  }
  const retyped2 = types[0] !== types[1] && before !== null && after !== null;
  walk.report(retyped2 ? "retyped" : "changed", spot, before, after);
}
function sameToken(walk, spot) {
  return walk.token("before", spot.documents.before, pointerTo(spot, "before")) === walk.token("after", spot.documents.after, pointerTo(spot, "after"));
}
function countLeaf(walk, same) {
  walk.beforeLeaves += 1;
  walk.keptKeys += 1;
  if (same) walk.keptValues += 1;
}
var WHOLE_DOCUMENT = "(whole document)";
function toChange(kind, spot, before, after) {
  const side = kind === "removed" ? "before" : "after";
  const change = {
    kind,
    document: spot.documents[side],
    key: pointerTo(spot, side),
    name: nameOf(spot) || WHOLE_DOCUMENT,
    segments: segmentsTo(spot)
  };
  if (kind !== "added") {
    change.beforeKey = pointerTo(spot, "before");
    change.beforeDocument = spot.documents.before;
  }
  if (before !== void 0) change.before = before;
  if (after !== void 0) change.after = after;
  return change;
}
function nameOf({ documents, step }) {
  if (step === void 0) return documents.name;
  const above = nameOf(step.above);
  return step.item ? `${above}[${step.segment}]` : joinName(above, step.segment);
}
function joinName(parent, key) {
  if (!/^[\p{L}\p{N}_$@!-][\p{L}\p{N}_$@/ -]*$/u.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" || parent.endsWith(":") ? `${parent}${key}` : `${parent}.${key}`;
}
function tokens(before, after) {
  if (before.length + after.length === 0) return () => void 0;
  const index = (numbers) => new Map(numbers.map((number) => [`${number.document}#${number.key}`, number.token]));
  const tables = { before: index(before), after: index(after) };
  return (side, document2, key) => tables[side].get(`${document2}#${key}`);
}

// src/documents/embedded.ts
var ON_ONE_LINE = ["json", "jsonc", "json5", "yaml", "toml", "xml", "plist"];
var YAML_START = /^(?:---(?:\s|$)|-\s+\S|["']?[\w.$/@-](?:[ \w.$/@-]*[\w.$/@-])?["']?:(?:\s|$))/;
var LONGEST = 2 * 1024 * 1024;
var MOST_CHARACTERS = 8 * 1024 * 1024;
var MOST_TEXTS = 1e3;
function embeddedReader() {
  const known = /* @__PURE__ */ new Map();
  let characters = 0;
  let exhausted = false;
  return {
    exhausted: () => exhausted,
    async read(text, name) {
      const promise = promiseOf(text, name);
      if (promise === void 0) return void 0;
      const { format, named: named3 } = promise;
      const id = `${named3} ${format.id} ${text}`;
      const before = known.get(id);
      if (before !== void 0) return before;
      characters += text.length;
      if (text.length > LONGEST || characters > MOST_CHARACTERS || known.size >= MOST_TEXTS) {
        exhausted = true;
        return void 0;
      }
      const found = parseAs(format, text, named3 ? name : void 0);
      known.set(id, found);
      return found;
    }
  };
}
async function parseAs(format, text, name) {
  const parsed = (await format.load())(text, name);
  if (!parsed.ok) {
    const promised = name !== void 0 || format.id === "json";
    if (!promised || isRendered(text, parsed.problem)) return void 0;
    return { kind: "broken", format: format.id, text, problem: parsed.problem };
  }
  const [value2, ...more] = parsed.values;
  if (value2 === void 0 || more.length > 0 || !isContainer(value2, name !== void 0)) return void 0;
  const { lossy, place } = parsed;
  return { kind: "parsed", format: format.id, named: name !== void 0, text, value: value2, lossy, place };
}
function looksLikeDocument(text, name) {
  return promiseOf(text, name) !== void 0;
}
function promiseOf(text, name) {
  const byName2 = name === void 0 ? void 0 : formatOf(name);
  const format = byName2 === void 0 ? guess(text) : mayBe(byName2, text);
  return format && { format, named: byName2 !== void 0 };
}
function isRendered(text, { place }) {
  const lines = text.split("\n", place.line).slice(-2);
  return hasTemplateTags(text) || lines.some((line) => /[$%]\{/.test(line));
}
function isContainer(value2, named3) {
  return isObject(value2) || Array.isArray(value2) && (named3 || value2.length === 0 || value2.some(isObject));
}
function mayBe(format, text) {
  if (text.trim() === "") return void 0;
  return ON_ONE_LINE.includes(format.id) || text.trim().includes("\n") ? format : void 0;
}
function guess(text) {
  const start = /\S/.exec(text)?.[0];
  if (start === "{" || start === "[") return formatById("json");
  if (!text.includes("\n")) return void 0;
  const lines = text.trim().split("\n", 50);
  const first = lines.find((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.length > 1 && first !== void 0 && YAML_START.test(first) ? formatById("yaml") : void 0;
}

// src/findings/show.ts
var LONGEST_STRING = 160;
var MOST_MEMBERS = 12;
var DEEPEST = 4;
function showValue(value2, segments, hides, depth = 0) {
  if (value2 === null || typeof value2 === "boolean") return value2;
  if (typeof value2 !== "object") {
    if (value2 !== "" && (isSensitiveValue(segments, value2) || hides(segments, value2))) return HIDDEN;
    return typeof value2 === "string" ? shorten(maskText(value2)) : value2;
  }
  if (depth >= DEEPEST) return Array.isArray(value2) ? "[\u2026]" : "{\u2026}";
  const entries = Array.isArray(value2) ? value2.map((item, index) => [itemSegment(item, index), item]) : Object.entries(value2);
  const shown2 = entries.slice(0, MOST_MEMBERS).map(([key, item]) => [key, showValue(item, [...segments, key], hides, depth + 1)]);
  const more = entries.length - shown2.length;
  if (Array.isArray(value2)) {
    const items = shown2.map(([, item]) => item);
    return more > 0 ? [...items, `\u2026 ${more} more`] : items;
  }
  return Object.fromEntries(more > 0 ? [...shown2, ["\u2026", `${more} more`]] : shown2);
}
function itemSegment(item, index) {
  if (typeof item === "object" && item !== null && !Array.isArray(item)) {
    const name = item.name ?? item.key;
    if (typeof name === "string") return `name=${name}`;
  }
  return String(index);
}
function shorten(text) {
  return text.length <= LONGEST_STRING ? text : `${text.slice(0, LONGEST_STRING - 1).toWellFormed()}\u2026`;
}
function maskedValue(value2, segments, hides) {
  if (value2 === null || typeof value2 === "boolean") return value2;
  if (Array.isArray(value2))
    return value2.map((item, index) => maskedValue(item, [...segments, itemSegment(item, index)], hides));
  if (isObject(value2)) {
    const masked2 = {};
    for (const key of Object.keys(value2))
      setOwn(masked2, key, maskedValue(value2[key], [...segments, key], hides));
    return masked2;
  }
  if (value2 !== "" && (isSensitiveValue(segments, value2) || hides(segments, value2))) return HIDDEN;
  return typeof value2 === "string" ? maskText(value2) : value2;
}

// src/policy/key-pattern.ts
function parseKeyPattern(text) {
  if (text.startsWith("/")) return parsePointer(text);
  const steps = [];
  let at2 = 0;
  while (at2 < text.length || steps.length === 0) {
    const bracket = text[at2] === "[";
    const end = bracket ? bracketEnd(text, at2) : bareEnd(text, at2);
    const segment = text.slice(bracket ? at2 + 1 : at2, end);
    if (bracket && end === -1)
      return fault("has a bracket that is not closed", "Close it: `items[name=api]`.");
    const step = bracket ? bracketStep(segment) : bareStep(segment, steps.length === 0);
    if ("fault" in step) return step;
    steps.push(step);
    at2 = bracket ? end + 1 : end;
    if (at2 === text.length) break;
    if (text[at2] === ".") at2 += 1;
    else if (text[at2] !== "[") return fault("has text after a bracket", "Write a dot after `]`.");
    if (at2 === text.length) return fault("ends with a dot", "Remove the last dot.");
  }
  return { text, steps, pointer: false };
}
function fault(text, hint) {
  return { fault: text, hint };
}
function parsePointer(text) {
  if (/~(?![01])/.test(text)) {
    return fault(
      "has a `~` that is neither `~0` nor `~1`",
      "In a JSON Pointer, write `~0` for `~` and `~1` for `/`."
    );
  }
  return { text, steps: segmentsOf(text).map(literal), pointer: true };
}
function literal(segment) {
  return { many: false, matches: (other) => other === segment };
}
function bareEnd(text, start) {
  const found = text.slice(start).search(/[.[]/);
  return found === -1 ? text.length : start + found;
}
function bracketEnd(text, start) {
  if (text[start + 1] === '"') {
    const quoted = /^\["(?:[^"\\]|\\.)*"(?=\])/.exec(text.slice(start));
    return quoted === null ? -1 : start + quoted[0].length;
  }
  const found = text.slice(start).search(/\](?=[.[]|$)/);
  return found === -1 ? -1 : start + found;
}
function bracketStep(inside) {
  if (!inside.startsWith('"')) {
    return inside === "" ? fault("has an empty bracket", "Write `[*]` for every item.") : segmentStep(inside);
  }
  try {
    return literal(String(JSON.parse(inside)));
  } catch {
    return fault("has a quoted key that is not closed", 'Quote it as in JSON: `["a.b"]`.');
  }
}
function bareStep(segment, first) {
  if (segment === "") {
    return first ? fault("starts with a dot or is empty", "Write the first key: `database.host`.") : fault("has two dots in a row", "Write a key between them, or `*` for any key.");
  }
  if (first && segment === "$") {
    return fault("starts with `$`", "Leave `$.` out: patterns start at the top of the document.");
  }
  if (segment.includes(":") && !segment.includes("=")) {
    return fault(
      "has a colon",
      'Leave the name of a YAML document out; quote a key with a colon: `["a:b"]`.'
    );
  }
  return segmentStep(segment);
}
function segmentStep(segment) {
  if (segment === "**") return { many: true, matches: () => true };
  if (!segment.includes("*")) return literal(segment);
  const source = segment.split(/\*+/).map(escapeExpression).join(".*");
  const expression = new RegExp(`^${source}$`, "s");
  return { many: false, matches: (other) => expression.test(other) };
}

// src/policy/named-keys.ts
function keysNamed(patterns, value2) {
  const found = /* @__PURE__ */ new Map();
  const look = (pattern, index, segments, pointer, at2) => {
    const step = pattern.steps[index];
    if (step === void 0) {
      found.set(`${pattern.text}
${pointer}`, { pattern: pattern.text, segments, pointer, value: at2 });
      return;
    }
    if (step.many) look(pattern, index + 1, segments, pointer, at2);
    for (const part2 of partsOf(at2)) {
      const segment = part2.names.find((name) => step.matches(name));
      if (segment === void 0) continue;
      look(
        pattern,
        step.many ? index : index + 1,
        [...segments, segment],
        child(pointer, part2.key),
        part2.value
      );
    }
  };
  for (const text of patterns) {
    const pattern = parseKeyPattern(text);
    if ("steps" in pattern) look(pattern, 0, [], "", value2);
  }
  return [...found.values()];
}
function partsOf(value2) {
  if (Array.isArray(value2)) {
    return value2.map((item, index) => ({
      key: index,
      names: [...identities(item), String(index)],
      value: item
    }));
  }
  if (!isObject(value2)) return [];
  return Object.keys(value2).map((key) => ({ key, names: [key], value: value2[key] }));
}
function identities(item) {
  if (!isObject(item)) return [];
  return Object.keys(item).filter((key) => typeof item[key] === "string" || typeof item[key] === "number").map((key) => `${key}=${item[key]}`);
}

// src/policy/keys.ts
function keyMatcher(patterns) {
  const parsed = patterns.map(parseKeyPattern).filter((pattern) => "steps" in pattern);
  return (segments, pointer) => {
    for (const { text, steps, pointer: literal2 } of parsed) {
      if (fits(steps, segments)) return text;
      if (literal2 && pointer !== void 0 && fits(steps, segmentsOf(pointer))) return text;
    }
    return void 0;
  };
}
function fits(steps, segments) {
  let reached = withSkips(steps, [0]);
  for (const segment of segments) {
    const next = [];
    for (const index of reached) {
      const step = steps[index];
      if (step?.matches(segment)) next.push(step.many ? index : index + 1);
    }
    if (next.length === 0) return false;
    reached = withSkips(steps, next);
  }
  return reached.has(steps.length);
}
function withSkips(steps, indexes) {
  const all = /* @__PURE__ */ new Set();
  for (const start of indexes) {
    let index = start;
    all.add(index);
    while (steps[index]?.many) all.add(++index);
  }
  return all;
}

// src/checks/key-match.ts
var matchers = /* @__PURE__ */ new WeakMap();
function matcherOf(patterns) {
  const known = matchers.get(patterns);
  if (known !== void 0) return known;
  const matcher = keyMatcher(patterns);
  matchers.set(patterns, matcher);
  return matcher;
}
function matchAbove(change, matcher) {
  let pointer = change.beforeKey ?? change.key;
  for (let length = change.segments.length; length > 0; length--) {
    const pattern = matcher(change.segments.slice(0, length), pointer);
    if (pattern !== void 0) return { pattern, itself: length === change.segments.length };
    pointer = parentOf(pointer);
  }
  return void 0;
}
function matchBelow(change, matcher, includeItself) {
  const found = [];
  const visit = (value2, segments, pointer, name, itself) => {
    const pattern = itself && !includeItself ? void 0 : matcher(segments, pointer);
    if (pattern !== void 0) {
      found.push({ pattern, name, segments, pointer, value: value2 });
    } else if (Array.isArray(value2)) {
      for (const { before: index = 0, label = String(index) } of pairItems(value2, [])) {
        visit(value2[index], [...segments, label], child(pointer, index), `${name}[${label}]`, false);
      }
    } else if (isObject(value2)) {
      for (const key of Object.keys(value2)) {
        visit(value2[key], [...segments, key], child(pointer, key), joinName(name, key), false);
      }
    }
  };
  if (change.before !== void 0) {
    const name = change.segments.length === 0 ? "" : change.name;
    visit(change.before, change.segments, change.beforeKey ?? change.key, name, true);
  }
  return found;
}

// src/checks/hidden.ts
var SHORTEST = 4;
function hiddenBy(selection, ...documents) {
  const last = documents.findLast((document2) => document2 !== void 0);
  const known = last && made.get(last);
  if (known?.selection === selection && isSame(known.documents, documents)) return known.hides;
  const hides = makeHides(selection, documents);
  if (last !== void 0) made.set(last, { selection, documents, hides });
  return hides;
}
var made = /* @__PURE__ */ new WeakMap();
function isSame(one2, other) {
  return one2.length === other.length && one2.every((item, index) => item === other[index]);
}
function makeHides(selection, documents) {
  const byKey2 = hiddenByKey(selection, documents);
  let secrets;
  let items;
  return (segments, value2) => {
    if (byKey2(segments, value2)) return true;
    if (value2 === void 0) return false;
    secrets ??= new Set(documents.flatMap((document2) => secretsFor(selection, document2, byKey2)));
    if (secrets.has(String(value2))) return true;
    items ??= new Set(documents.flatMap((document2) => itemsIn(document2, selection)).map(standing));
    return items.size > 0 && items.has(standing({ segments, text: String(value2) }));
  };
}
function secretsOf(selection, document2) {
  return secretsFor(selection, document2, hiddenByKey(selection, [document2]));
}
function secretsFor(selection, document2, byKey2) {
  const items = itemsIn(document2, selection).map(({ text }) => text);
  return [...secretsIn(document2, byKey2), ...items.filter((text) => text.length >= SHORTEST)];
}
var BY_ITEM = /^\/|[=[\d]/;
var ITEM = /^\d+$|=/;
function standing({ segments, text }) {
  return JSON.stringify([...segments.filter((segment) => !ITEM.test(segment)), text]);
}
function itemsIn(document2, { sensitive }) {
  const patterns = sensitive.filter((pattern) => BY_ITEM.test(pattern));
  if (document2?.kind !== "parsed" || patterns.length === 0) return [];
  return (document2.opened ?? document2.values).flatMap((root) => keysNamed(patterns, root)).flatMap(({ value: value2, segments }) => scalarsIn(value2, segments));
}
function scalarsIn(value2, segments) {
  if (Array.isArray(value2)) return value2.flatMap((item) => scalarsIn(item, segments));
  if (isObject(value2)) return Object.keys(value2).flatMap((key) => scalarsIn(value2[key], [...segments, key]));
  return typeof value2 === "string" || typeof value2 === "number" ? [{ segments, text: String(value2) }] : [];
}
var NAMING = new Set(IDENTITY_KEYS.filter((key) => key !== "key"));
function isSecret(segments, value2) {
  const names = NAMING.has(segments.at(-1) ?? "") && ITEM.test(segments.at(-2) ?? "");
  return isSensitiveValue(names ? segments.slice(-2) : segments, value2);
}
function secretsIn(document2, byKey2) {
  const found = [];
  visitValues(document2, (value2, segments) => {
    if (typeof value2 !== "string" && typeof value2 !== "number") return;
    const text = String(value2);
    if (text.length >= SHORTEST && (isSecret(segments, text) || byKey2(segments, value2))) found.push(text);
  });
  return found;
}
function visitValues(document2, visit) {
  if (document2?.kind !== "parsed") return;
  const segments = [];
  const look = (value2, segment, item) => {
    segments.push(segment);
    visit(value2, segments, item);
    below2(value2);
    segments.pop();
  };
  const below2 = (value2) => {
    if (Array.isArray(value2))
      for (let index = 0; index < value2.length; index++)
        look(value2[index], itemSegment(value2[index], index), true);
    else if (isObject(value2)) for (const key of Object.keys(value2)) look(value2[key], key, false);
  };
  for (const value2 of document2.opened ?? document2.values) {
    visit(value2, segments, false);
    below2(value2);
  }
}
function hiddenByKey(selection, documents) {
  const matcher = matcherOf(selection.sensitive);
  const secret = documents.some(hasSecret);
  return (segments, value2) => {
    if (secret && segments.some((segment) => segment === "data" || segment === "stringData")) return true;
    if (!secret && selection.sensitive.length === 0) return false;
    if (typeof value2 === "string" && looksLikeDocument(value2, segments.at(-1))) return true;
    for (let length = segments.length; length > 0; length--) {
      const pointer = segments.slice(0, length).map((segment) => `/${segment}`).join("");
      if (matcher(segments.slice(0, length), pointer) !== void 0) return true;
    }
    return false;
  };
}
function showsLines(selection, document2) {
  return document2.kind === "parsed" || selection.sensitive.length === 0;
}
function mayHoldSecrets(selection, ...documents) {
  if (selection.sensitive.length > 0 || documents.some(hasSecret)) return true;
  return documents.some((document2) => {
    const text = document2 === void 0 ? void 0 : textOf(document2);
    if (text === void 0) return false;
    if (document2?.kind === "parsed" && secretsOf(selection, document2).length > 0) return true;
    return withoutSecrets(text) !== text || document2?.kind !== "parsed" && namesSecret(text);
  });
}
var NO_SECRET = /[ \t]*[:=]?[ \t]*(?:yes|no|\d{1,3})[ \t]*;?[ \t]*\r?(?:\n|$)/iy;
function namesSecret(text) {
  for (const { 0: word, index } of text.matchAll(/[\w$.-]+/g)) {
    if (!isSensitiveKey([word])) continue;
    NO_SECRET.lastIndex = index + word.length;
    if (!NO_SECRET.test(text)) return true;
  }
  return false;
}
function hidesComments(selection, ...documents) {
  return selection.sensitive.length > 0 || documents.some(hasSecret);
}
function hasSecret(document2) {
  if (document2?.kind !== "parsed" || !document2.text.includes("Secret")) return false;
  return (document2.opened ?? document2.values).some(holdsSecret);
}
var SECRET_IN_TEXT = /kind\W{1,12}Secret\b/;
function holdsSecret(value2) {
  if (typeof value2 === "string") return SECRET_IN_TEXT.test(value2) && value2.includes("apiVersion");
  if (Array.isArray(value2)) return value2.some(holdsSecret);
  if (!isObject(value2)) return false;
  if (value2.kind === "Secret" && typeof value2.apiVersion === "string") return true;
  return Object.values(value2).some(holdsSecret);
}

// src/checks/hidden-names.ts
function hiddenNames(sides) {
  return namesOf(sides).hidden;
}
function numberedNames(sides) {
  return namesOf(sides).numbered;
}
function namesOf(sides) {
  const known = made2.get(sides);
  if (known !== void 0) return known;
  let found;
  const labels3 = () => {
    found ??= hiddenLabels(sides.selection, [sides.before, sides.after]);
    return found;
  };
  const hide = (name) => (text) => text.includes("[") && labels3().size > 0 ? withoutLabels(text, labels3(), name) : text;
  const names = { hidden: hide(() => HIDDEN), numbered: hide((number) => `${HIDDEN} ${number}`) };
  made2.set(sides, names);
  return names;
}
var made2 = /* @__PURE__ */ new WeakMap();
function itemName(key, name, hide) {
  const label = `[${key}=${name}]`;
  return hide(label) === label ? name : HIDDEN;
}
function withHiddenNames(arg, hide) {
  if (typeof arg === "string") return hide(arg);
  if (Array.isArray(arg)) return arg.map((item) => withHiddenNames(item, hide));
  if (arg === null || typeof arg !== "object") return arg;
  return Object.fromEntries(Object.entries(arg).map(([name, one2]) => [name, withHiddenNames(one2, hide)]));
}
function hiddenLabels(selection, documents) {
  const hides = hiddenBy(selection, ...documents);
  const keys = [.../* @__PURE__ */ new Set([...IDENTITY_KEYS, ...Object.values(selection.identity)])];
  const found = /* @__PURE__ */ new Map();
  const counts = /* @__PURE__ */ new Map();
  const add2 = (key, label) => {
    if (found.has(label)) return;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    found.set(label, counts.get(key));
  };
  for (const document2 of documents) {
    visitValues(document2, (value2, segments, item) => {
      if (!item || !isObject(value2)) return;
      for (const key of keys) {
        const name = Object.hasOwn(value2, key) ? value2[key] : void 0;
        if (typeof name !== "string" && typeof name !== "number") continue;
        const path = [...segments, key];
        if (isSecret(path, name) || hides(path, name)) add2(key, `${key}=${name}`);
      }
    });
  }
  return found;
}
function withoutLabels(text, hidden, name) {
  let clean = "";
  for (let at2 = 0; at2 < text.length; ) {
    const label = text[at2] === "[" ? labelAt(text, at2 + 1, hidden) : void 0;
    if (label === void 0) {
      clean += text[at2];
      at2 += 1;
    } else {
      clean += `[${label.slice(0, label.indexOf("="))}=${name(hidden.get(label))}]`;
      at2 += label.length + 2;
    }
  }
  return clean;
}
function labelAt(text, start, hidden) {
  for (let end = text.lastIndexOf("]"); end > start; end = text.lastIndexOf("]", end - 1)) {
    const label = text.slice(start, end);
    if (hidden.has(label)) return label;
  }
  return void 0;
}

// src/checks/duplicate-item.ts
var MOST_REPORTS = 10;
var duplicateItem = {
  id: "duplicate-item",
  severity: "warning",
  uncritical: "off",
  summary: "Two items of a list have the same name, and had not before",
  help: "In a list whose items were told apart by a name (`name`, `id`, `key` and other usual ones), two have the same one now: a merge that took both sides, or a block that was copied and not renamed. Most readers let the last one win, some the first; a few refuse the file. Lists in which names stood twice before are left alone.",
  configure: "There is no option.",
  run(subject) {
    const { before, after } = subject;
    if (before?.kind !== "parsed" || after?.kind !== "parsed" || before.text === after.text) return [];
    const known = new Set(repeated(before).map(({ id }) => id));
    return repeated(after).filter(({ id }) => !known.has(id)).slice(0, MOST_REPORTS).map(({ list: list2, key, name, first, second, document: document2 }) => {
      const line = after.place(first, document2)?.line;
      const shown2 = itemName(key, name, hiddenNames(subject));
      const args = { identity: key, name: shown2, ...line === void 0 ? {} : { line } };
      return { place: after.place(second, document2), key: `${list2}[${key}=${name}]`, args };
    });
  },
  message: (finding) => ({
    what: `${finding.key} stands twice in ${finding.path}${finding.args.line === void 0 ? "" : `; the first is on line ${Number(finding.args.line)}`}.`,
    why: "Which of the two counts depends on the reader: most take the last one, and the other is without effect.",
    fix: `Remove one of them, or give it another ${String(finding.args.identity)} than ${value(finding.args.name)}.`
  })
};
function repeated({ values: values2 }) {
  const found = [];
  const visit = (at2, document2, pointer, name) => {
    if (Array.isArray(at2)) {
      for (const each2 of repeatedIn(at2)) found.push(toRepeated(each2, document2, pointer, name));
      for (const [index, item] of at2.entries())
        visit(item, document2, child(pointer, index), `${name}[${index}]`);
    } else if (isObject(at2)) {
      for (const key of Object.keys(at2)) visit(at2[key], document2, child(pointer, key), joinName(name, key));
    }
  };
  for (const [document2, root] of values2.entries()) visit(root, document2, "", "");
  return found;
}
function repeatedIn(items) {
  const key = IDENTITY_KEYS.slice(0, 3).find(
    (each2) => items.every((item) => typeof nameOf2(item, each2) === "string")
  );
  if (key === void 0) return [];
  const seen = /* @__PURE__ */ new Map();
  return items.flatMap((item, index) => {
    const name = nameOf2(item, key);
    const first = seen.get(name);
    if (first === void 0) seen.set(name, index);
    return first === void 0 ? [] : [{ key, name, first, second: index }];
  });
}
function nameOf2(item, key) {
  return isObject(item) && Object.hasOwn(item, key) ? item[key] : void 0;
}
function toRepeated(pair, document2, list2, name) {
  return {
    ...pair,
    id: `${name.replace(/\[\d+\]/g, "[]")}
${pair.key}
${pair.name}`,
    list: name,
    document: document2,
    first: child(list2, pair.first),
    second: child(list2, pair.second)
  };
}

// src/checks/key-name.ts
function identityOf({ identity: identity2 }) {
  const lists = Object.keys(identity2);
  if (lists.length === 0) return () => void 0;
  const matcher = matcherOf(lists);
  return (segments) => {
    const pattern = matcher(segments);
    return pattern === void 0 ? void 0 : identity2[pattern];
  };
}
function keyAt(values2, document2, pointer, selection) {
  const segments = [];
  let name = documentLabel(values2, document2);
  let value2 = values2[document2];
  for (const part2 of segmentsOf(pointer)) {
    if (Array.isArray(value2)) {
      const label = labelOf(value2, Number(part2), identityOf(selection)(segments));
      segments.push(label);
      name = `${name}[${label}]`;
      value2 = value2[Number(part2)];
    } else {
      segments.push(part2);
      name = joinName(name, part2);
      value2 = isObject(value2) ? value2[part2] : void 0;
    }
  }
  return { segments, pointer, name };
}
var labels = /* @__PURE__ */ new WeakMap();
function labelOf(list2, index, declared) {
  let known = labels.get(list2);
  if (known === void 0 || known.declared !== declared) {
    known = { declared, of: list2.map((_, at2) => String(at2)) };
    for (const { before, label } of pairItems(list2, [], declared)) {
      if (before !== void 0 && label !== void 0) known.of[before] = label;
    }
    labels.set(list2, known);
  }
  return known.of[index] ?? String(index);
}
function documentLabel(values2, document2) {
  if (values2.length < 2) return "";
  const label = pairDocuments([...values2], []).find((pair) => pair.before === document2)?.label;
  return label === void 0 ? "" : `${label}:`;
}

// src/checks/duplicate-key.ts
var duplicateKey = {
  id: "duplicate-key",
  severity: "error",
  uncritical: "error",
  summary: "A key stands twice in the same object",
  help: "Parsers disagree about which of the two counts, most keep the last one silently: the first one, and everything below it, is switched off without a message. A second top-level key has disabled a production patch in this way. Duplicates that were there before are a notice.",
  configure: "There is no option. systemd units and Git configuration, where repeated keys are lists, are read as lists.",
  run({ before, after, selection }) {
    if (after?.kind !== "parsed") return [];
    const old = new Set(before?.kind === "parsed" ? before.duplicates.map(nameOf3) : []);
    return after.duplicates.map((duplicate) => {
      const key = keyName(duplicate);
      const report = {
        place: duplicate.place,
        key,
        ...selection.severity === void 0 ? {} : { at: keyAt(after.values, duplicate.document, duplicate.key, selection) },
        args: { firstLine: duplicate.first.line, ...document(after, duplicate) }
      };
      return old.has(nameOf3(duplicate)) ? { severity: "notice", ...report } : report;
    });
  },
  message: (finding) => ({
    what: `${finding.key} stands twice in ${finding.path}; the first is on line ${Number(finding.args.firstLine)}.`,
    why: "Most parsers silently keep the last one, so the first one is switched off.",
    fix: "Merge the two, or delete the one that is not meant."
  })
};
function nameOf3(duplicate) {
  return `${duplicate.document}#${duplicate.key}`;
}
function keyName(duplicate) {
  return segmentsOf(duplicate.key).reduce(joinName, "");
}
function document(file, duplicate) {
  return file.values.length > 1 ? { document: duplicate.document + 1 } : {};
}

// src/checks/consequences.ts
var OF_OTHER_CONTENT = [
  "mass-comment",
  "duplicate-item",
  "schema-violation",
  "rule-violation",
  "key-misspelt",
  "reference-dangling",
  "item-incomplete",
  "key-removed",
  "setting-removed",
  "key-retyped",
  "key-frozen",
  "value-doubtful",
  "placeholder-value",
  "environment-mismatch",
  "environment-parity",
  "value-forbidden",
  "key-changed"
];

// src/checks/embedded-broken.ts
var embeddedBroken = {
  id: "embedded-broken",
  severity: "error",
  uncritical: "warning",
  folds: ["file-replaced", ...OF_OTHER_CONTENT],
  summary: "A document inside of a text value can no longer be read",
  help: "A ConfigMap holds whole files as texts (`data: {app.json: |\u2026}`), a Terraform file policies in JSON, and so do many other files. The file around them stays valid whatever happens inside: an indentation that is lost or a comma too many is seen when the service starts. It is told where the text was a document before, and its key is the name of a file or the text still begins like JSON. Texts that a template or an interpolation fills in are left alone.",
  configure: "There is no option; `severity` in the policy gives it another severity by its key: `severity: {'data[\"app.json\"]': warning}`.",
  run({ difference, after }) {
    return (difference?.broken ?? []).map(({ name, segments, document: document2, key, format, problem }) => ({
      place: after?.kind === "parsed" ? after.place(key, document2) : void 0,
      key: name,
      at: { segments, pointer: key },
      args: { format, code: problem.code, detail: problem.detail, line: problem.place.line }
    }));
  },
  message(finding, base) {
    const { format, detail, line } = finding.args;
    const name = formatById(String(format))?.name ?? String(format);
    return {
      what: `${finding.key} in ${finding.path} is not valid ${name} any more: ${String(detail)} (line ${Number(line)} of the text).`,
      why: `The file itself is valid, so that nothing else sees it. ${serviceOf(finding.service)} cannot read what is inside.`,
      fix: `Correct the text, or put it back: ${putBack(base, finding.path)}.`
    };
  }
};

// src/policy/families.ts
var PLACEHOLDER = "{environment}";
var TOKENS = /(\{environment\}|\*\*\/|\*+|\?|\\.)/s;
function environmentFamilies(patterns, paths) {
  const compiled2 = patterns.map(compile);
  const families = /* @__PURE__ */ new Map();
  for (const path of compiled2.length === 0 ? [] : paths) {
    const member = memberOf(compiled2, path);
    if (member === void 0) continue;
    addTo(families, member.family, { path, environment: member.environment });
  }
  return {
    get(path) {
      const member = memberOf(compiled2, path);
      if (member === void 0) return void 0;
      const family = families.get(member.family) ?? [];
      const others = family.filter((other) => other.environment !== member.environment);
      return { environment: member.environment, others };
    }
  };
}
function memberOf(patterns, path) {
  for (const [index, { prefix, expression, variable: variable2 }] of patterns.entries()) {
    const match = path.startsWith(prefix) ? expression.exec(path) : null;
    if (match === null) continue;
    const parts = match.slice(1);
    const [first = 0] = variable2;
    const constant = parts.map((part2, at2) => variable2.has(at2) ? PLACEHOLDER : part2);
    return { environment: parts[first] ?? "", family: `${index}:${constant.join("\n")}` };
  }
  return void 0;
}
function compile(pattern) {
  const tokens2 = pattern.split(TOKENS).filter((token) => token !== "");
  const variable2 = /* @__PURE__ */ new Set();
  const sources = tokens2.map((token, index) => {
    if (token !== PLACEHOLDER) return `(${sourceOf(token)})`;
    const [first] = variable2;
    variable2.add(index);
    if (first !== void 0) return `(\\${first + 1})`;
    const whole2 = (tokens2[index - 1] ?? "/").endsWith("/") && tokens2[index + 1]?.startsWith("/") === true;
    return whole2 ? "([^/]+)" : "([^/.]+)";
  });
  const prefix = tokens2[0] === void 0 || TOKENS.test(tokens2[0]) ? "" : tokens2[0];
  return { prefix, expression: new RegExp(`^${sources.join("")}$`, "s"), variable: variable2 };
}
function sourceOf(token) {
  if (token === "**/") return "(?:[^/]+/)*";
  if (token === "**") return ".+";
  if (token.startsWith("*")) return "[^/]*";
  if (token === "?") return "[^/]";
  const literal2 = token.startsWith("\\") ? token.slice(1) : token;
  return escapeExpression(literal2);
}
function environmentFault(pattern) {
  const rest = pattern.replaceAll(PLACEHOLDER, "").replace(/\\./gs, "");
  if (!pattern.includes(PLACEHOLDER)) {
    return {
      fault: "does not say where the environment's name stands",
      hint: "Write `{environment}` in its place: `config/{environment}.yml`."
    };
  }
  if (/[{}[\]()!|]/.test(rest) || rest.includes("\\")) {
    return {
      fault: "holds a special character that has no meaning here",
      hint: "Besides `{environment}`, only `*`, `**` and `?` are special; write a backslash before others."
    };
  }
  if (/^\.?\//.test(pattern) || pattern.split("/").some((part2) => part2 === ".." || part2 === "")) {
    return {
      fault: "is no path from the root",
      hint: "Write `config/{environment}.yml`, without a slash in front."
    };
  }
  return void 0;
}

// src/policy/environments.ts
var NAMES = {
  production: ["production", "prod", "prd", "live"],
  staging: ["staging", "stage", "stg"],
  development: ["development", "develop", "dev", "local"],
  test: ["test", "testing"],
  acceptance: ["uat", "acceptance"],
  quality: ["qa"],
  preproduction: ["preprod", "preproduction", "nonprod"],
  integration: ["integration"],
  sandbox: ["sandbox"],
  demo: ["demo"]
};
var KINDS = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind]))
);
var environmentNames = [...KINDS.keys()];
function environmentKind(word) {
  return KINDS.get(word.toLowerCase());
}
function environmentKinds(path) {
  const words2 = path.toLowerCase().replace(/(^|[/._-])(non|not|pre)[._-]?(?=prod)/g, "$1pre");
  return words2.split(/[/._-]/).flatMap((word) => environmentKind(word) ?? []);
}
var FEWEST_ALIKE = 3;
function discoverFamilies(paths) {
  const kinds2 = /* @__PURE__ */ new Map();
  for (const path of paths) {
    for (const { pattern, kind } of candidates(path)) {
      const seen = kinds2.get(pattern);
      if (seen === void 0) kinds2.set(pattern, /* @__PURE__ */ new Set([kind]));
      else seen.add(kind);
    }
  }
  const families = [...kinds2].filter(([, seen]) => seen.size >= 2 && (seen.has("production") || seen.has("staging"))).map(([pattern]) => pattern);
  return alike(belowDirectories(families)).filter((pattern) => fitsMostlyEnvironments(pattern, paths)).sort();
}
function candidates(path) {
  const parts = path.split(/([/._-])/);
  return parts.flatMap((part2, index) => {
    const kind = environmentKind(part2);
    if (kind === void 0) return [];
    const before = escapeGlob(parts.slice(0, index).join(""));
    const after = escapeGlob(parts.slice(index + 1).join(""));
    return [{ pattern: `${before}{environment}${after}`, kind }];
  });
}
function belowDirectories(patterns) {
  const groups = groupBy(patterns, (pattern) => {
    const end = pattern.indexOf("/", pattern.indexOf("{environment}"));
    return end === -1 ? pattern : `${pattern.slice(0, end)}/**`;
  });
  return [...groups].map(([shared, group]) => group.length > 1 ? shared : group[0]);
}
function alike(patterns) {
  let rest = [...patterns];
  for (; ; ) {
    const groups = /* @__PURE__ */ new Map();
    for (const pattern of rest) {
      const parts = pattern.split("/");
      for (const [index, part2] of parts.entries()) {
        if (part2.includes("{environment}") || part2.includes("*") || index === parts.length - 1) continue;
        const shape2 = parts.with(index, "*").join("/");
        const group = groups.get(shape2);
        if (group === void 0) groups.set(shape2, /* @__PURE__ */ new Set([pattern]));
        else group.add(pattern);
      }
    }
    const [largest] = [...groups].sort(([, left], [, right]) => right.size - left.size);
    if (largest === void 0 || largest[1].size < FEWEST_ALIKE) return rest;
    rest = [...rest.filter((pattern) => !largest[1].has(pattern)), largest[0]];
  }
}
function fitsMostlyEnvironments(pattern, paths) {
  const families = environmentFamilies([pattern], []);
  let known = 0;
  let other = 0;
  for (const path of paths) {
    const member = families.get(path);
    if (member === void 0) continue;
    if (environmentKinds(member.environment).length === 0) other += 1;
    else known += 1;
  }
  return known >= other;
}

// src/checks/environment-words.ts
var WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
var NOT_PRODUCTION = /(?:non|not|pre)[-_.]?$/i;
var MEANS_ELSE = /\/dev\/(?:null|zero|random|urandom|shm|std\w+|fd|tty\w*|sd\w+|xvd\w+|nvme\w+|vd\w+|mapper|disk|kvm|fuse|net)\b|\/usr\/local\b|cluster\.local\b|\.local(?=$|[:/])|\blocalhost\b|letsencrypt\/live\b|\.(?:dev|test|live|demo)(?=$|[:/])|\bdevelop(?:ment)?\.(?:txt|md)\b|\/(?:test|tests|testing)\//gi;
function environmentWords(text, names = []) {
  if (!isIdentifier(text)) return [];
  const clean = text.replace(MEANS_ELSE, (found) => "\0".repeat(found.length));
  const declared = names.flatMap((name) => placesOf(name, clean));
  const words2 = [...clean.matchAll(WORD)].flatMap((match) => {
    const [word] = match;
    const kind = environmentKind(word);
    if (kind === void 0) return [];
    const end = match.index + word.length;
    const negation = kind === "production" ? NOT_PRODUCTION.exec(clean.slice(0, match.index))?.[0] : void 0;
    return negation === void 0 ? [{ kind, start: match.index, end }] : [{ kind: "preproduction", start: match.index - negation.length, end }];
  });
  return [...declared, ...words2].sort((left, right) => left.start - right.start);
}
function placesOf(name, text) {
  const found = [];
  for (let at2 = text.indexOf(name); at2 !== -1; at2 = text.indexOf(name, at2 + name.length)) {
    const end = at2 + name.length;
    const whole2 = !/[A-Za-z0-9]/.test(text[at2 - 1] ?? "") && !/[A-Za-z0-9]/.test(text[end] ?? "");
    if (whole2) found.push({ kind: name, start: at2, end });
  }
  return found;
}
var LONGEST2 = 300;
function isIdentifier(text) {
  if (text.length > LONGEST2 || text.includes("\n")) return false;
  return !/\s/.test(text) || /^\s*[\w ]+=[^;]*;/.test(text) || /^[\w.-]+=\S+(?:\s+[\w.-]+=\S+)*$/.test(text);
}
function withoutEnvironment(text, names = []) {
  let rest = text;
  for (const { start, end } of environmentWords(text, names).toReversed()) {
    const cut = rest.slice(0, start);
    const behind2 = rest.slice(end).replace(/^\d+/, "");
    rest = /[-_.]$/.test(cut) ? `${cut.slice(0, -1)}${behind2}` : `${cut}${behind2.replace(/^[-_.]/, "")}`;
  }
  return rest;
}

// src/checks/environment-names.ts
function ownEnvironments({ change, context }) {
  const own = context.environment();
  const others = context.siblings().flatMap(({ environment }) => environment ?? []);
  const kinds2 = new Set(environmentKinds(change.path));
  if (own !== void 0) kinds2.add(environmentKind(own) ?? own);
  const names = [...own === void 0 ? [] : [own], ...others];
  return { kinds: kinds2, names: [...new Set(names)].filter((name) => environmentKind(name) === void 0) };
}
var VERSION = /(?:tag|version|revision|branch|ref|commit|sha|digest|image|chart)$/i;
var SYSTEM = /host|ur[il]|endpoint|server|domain|address|database|\bdb|db\b|schema|bucket|queue|topic|account|project|tenant|cluster|namespace|dsn|connection|registry|issuer|audience|realm|vault|environment|\benv|env\b|stage|profile|prefix|suffix/i;
function isVersion(segments) {
  return VERSION.test(keyOf(segments));
}
function namesAnother(before, after, segments, own) {
  if (typeof after !== "string") return void 0;
  const now = kindsIn(after, own);
  if (now.length === 0 || now.some((kind) => own.kinds.has(kind))) return void 0;
  if (before === void 0) return own.kinds.size === 0 ? void 0 : newAddress(after, now, own);
  if (typeof before !== "string") return void 0;
  const then = kindsIn(before, own);
  const named3 = now.find((kind) => !then.includes(kind));
  const key = keyOf(segments);
  if (named3 === void 0 || isVersion(segments)) return void 0;
  const same = withoutEnvironment(before, own.names) === withoutEnvironment(after, own.names);
  const system = SYSTEM.test(key) || isAddress(after);
  const from = then.find((kind) => own.kinds.size === 0 || own.kinds.has(kind));
  if (own.kinds.size === 0) return inAnyFile(named3, from, then, same && system);
  if (from !== void 0) {
    return { named: named3, from, severity: same || system ? "error" : "warning" };
  }
  if (then.length > 0 || isIndex(segments.at(-1))) return void 0;
  if (same) return { named: named3, severity: system ? "error" : "warning" };
  return isAddress(before) && isAddress(after) ? { named: named3, severity: "warning" } : void 0;
}
function inAnyFile(named3, from, then, clear) {
  if (!clear || named3 === "production") return void 0;
  if (then.includes("production")) return { named: named3, from: "production", severity: "warning" };
  return from === void 0 ? { named: named3, severity: "warning" } : void 0;
}
function newAddress(after, now, own) {
  if (!own.kinds.has("production") || !isAddress(after)) return void 0;
  return { named: now[0], severity: "warning" };
}
function kindsIn(text, { names }) {
  return [...new Set(environmentWords(text, names).map(({ kind }) => kind))];
}
function keyOf(segments) {
  const last = segments.at(-1) ?? "";
  const item = segments.at(-2);
  return last === "value" && item?.includes("=") ? item.slice(item.indexOf("=") + 1) : last;
}
function isIndex(segment) {
  return segment !== void 0 && /^\d+$/.test(segment);
}
function isAddress(text) {
  return /:\/\/|^arn:/.test(text) || namesRealHost(text);
}

// src/checks/environment-tokens.ts
var PART = /[^\s/:@,;=?&"'()[\]{}|<>]+/g;
function distinguishingTokens(before, siblings, wanted = () => true) {
  const found = /* @__PURE__ */ new Map();
  const text = textOf(before) ?? "";
  let most = MOST_WORK / Math.max(1, text.length);
  for (const sibling of siblings) {
    const known = sibling.relation === "declared" || sibling.relation === "discovered";
    if (!known || before.kind !== "parsed" || sibling.document.kind !== "parsed") continue;
    const pairs = /* @__PURE__ */ new Map();
    for (const { before: ours, after: theirs, kind } of compareKeys(before, sibling.document).changes) {
      if (kind !== "changed") continue;
      for (const pair of differingParts(ours, theirs)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    for (const [pair, keys] of pairs) {
      const [instead, token] = pair.split("\0");
      if (found.has(token) || !wanted(token) || most <= 0) continue;
      most -= 1;
      if (text.includes(token)) continue;
      found.set(token, { sibling, instead, keys, identity: IDENTITY.test(token) });
    }
  }
  return found;
}
var MOST_WORK = 512 * 1024 * 1024;
function tokenIn(before, after, tokens2) {
  const old = new Set(partsOf2(before));
  const part2 = partsOf2(after).find((part3) => tokens2.has(part3) && !old.has(part3));
  return part2 === void 0 ? void 0 : tokens2.get(part2);
}
function differingParts(ours, theirs) {
  const [left, right] = [partsOf2(ours), partsOf2(theirs)];
  if (left.length !== right.length) return [];
  const pairs = right.flatMap((part2, at2) => {
    const own = left[at2];
    return part2 === own || !distinguishes(part2) || !distinguishes(own) ? [] : [`${own}\0${part2}`];
  });
  return [...new Set(pairs)];
}
function partsOf2(value2) {
  if (typeof value2 === "number") return [String(value2)];
  return typeof value2 === "string" && value2.length <= LONGEST3 ? value2.match(PART) ?? [] : [];
}
var LONGEST3 = 300;
var IDENTITY = /^\d{9,}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
var ORDINARY = /^[A-Za-z]+$|^[\d.]{1,8}[A-Za-z%]{0,3}$|^v?\d+\w*(?:[.+-]\w+)*$|^[0-9a-f]{7,64}$/i;
function distinguishes(part2) {
  return part2.length >= 4 && (IDENTITY.test(part2) || !ORDINARY.test(part2));
}

// src/checks/thresholds.ts
var THRESHOLDS = {
  /** Non-blank characters kept, at or below which a file counts as emptied: 4.7% of accidents, 0 of 560 ordinary changes. */
  emptiedShare: 0.1,
  /** A file shorter than this many non-blank characters is not judged by its size. */
  emptiedLeast: 40,
  /** Leaf keys that a file must have before its retention says anything. */
  leastKeys: 4,
  /** The same for non-blank lines. */
  leastLines: 5,
  /** Share of the old leaf keys kept, below which a file is replaced. */
  keysReplaced: 0.3,
  /** Below this share of keys a file is probably replaced; it is certain when `linesDoubtful` agrees. */
  keysDoubtful: 0.5,
  linesDoubtful: 0.5,
  /** Share of the old lines kept, below which a file without comparable keys is replaced. */
  linesReplaced: 0.4,
  /** Share of the old leaf values that stand below other keys now, from which on the file is restructured, not replaced. */
  movedShare: 0.65,
  /** A file of at least so many leaf keys is replaced for certain when this share of its values, and no more, is left. */
  largeKeys: 30,
  valuesReplaced: 0.35,
  /** Share of the old leaf values kept, below which a file with all its keys has probably another's content. */
  valuesDoubtful: 0.3,
  /** Leaf values that a file must have for `valuesDoubtful`. */
  leastValues: 8,
  /**
   * Share of the old lines that are commented out: at 15%, 4.0% of accidents and 0 of 560 ordinary changes; down
   * to 5%, still 0 of 246 ordinary changes.
   */
  commentedShare: 0.1,
  commentedDoubtful: 0.05,
  commentedLeast: 5,
  /** A file became another one: at least this alike now … */
  siblingNow: 0.9,
  /** … and less than this alike before. */
  siblingThen: 0.8,
  /** Values in which two environments must have differed before their becoming equal is an accident. */
  siblingLeastDifferences: 3,
  /**
   * Share of a file's lines that changed, below which it is not compared with its peers: to get from `siblingThen`
   * to `siblingNow`, a tenth of its values has to change, and half of its lines may be comments.
   */
  peerChanged: 0.05,
  /** Keys that lose their value at once, from which on it is no cleaning up: 2 of 5 wrong-environment accidents, 0 of 278 ordinary changes (at most 2 keys). */
  emptiedKeys: 5,
  /** Lines of a document inside of a value that is emptied: no ordinary change of 278 did it. */
  emptiedLines: 10,
  /**
   * Keys at which another environment has one part in place of ours before it counts as that environment's own: no
   * ordinary change of 278 takes such a part, at one key or at more.
   */
  tokenKeys: 2,
  /** The same for an error: a promotion of one address may well concern two keys. */
  tokenKeysSure: 3,
  /** Entries besides the one that lost a key, of which nearly all keep it. */
  itemLeastNeighbours: 3,
  itemShare: 0.75,
  /** How far above the key its entry is looked for. */
  itemDepth: 3,
  /** Characters of a name that is worth looking for: in its own file, and in the files around it. */
  referenceShortest: 4,
  referenceShortestNear: 6,
  /** More names than these lost at once: the file is another one. */
  referenceMostNames: 50,
  /** Characters of a key that can be misspelt, and letters that may differ: 0 of 290 ordinary changes; with three letters, 3. */
  misspeltShortest: 4,
  misspeltMost: 2,
  /**
   * A stale branch: this many files, or this share of the changed ones, go back to one moment … Measured on 28
   * repositories' changes, half of them (364 ordinary ones, 108 accidents): one ordinary change takes 22 files
   * back, to just before one single commit; accidents of a stale branch undo 3 commits or more.
   */
  staleFiles: 3,
  staleShare: 0.5,
  /** … and this many commits are undone, by files together or by one alone: 0 of 278 ordinary changes. */
  staleCommits: 2,
  /** Values that are removed without a word: four more of 81 accidents, and six more of 246 ordinary changes. */
  unannouncedValues: 4
};

// src/checks/key-severity.ts
function severityOfKey(selection, { segments, pointer }) {
  return selection.severity?.find((entry) => {
    const matches = matcherOf2(entry);
    let above = pointer;
    for (let length = segments.length; length > 0; length--) {
      if (matches(segments.slice(0, length), above) !== void 0) return true;
      above = parentOf(above);
    }
    return false;
  });
}
var watched = /* @__PURE__ */ new WeakMap();
function watchedKeys({ severity }) {
  if (severity === void 0) return [];
  const known = watched.get(severity) ?? severity.filter((entry) => entry.severity !== "off").map(({ key }) => key);
  watched.set(severity, known);
  return known;
}
function declaredSeverity(subject, report) {
  const at2 = keyPathOf(subject, report);
  const declared = at2 && severityOfKey(subject.selection, at2)?.severity;
  return report.severity === "notice" && declared !== "off" ? void 0 : declared;
}
function keyPathOf({ selection, difference }, { at: at2, key }) {
  if (at2 !== void 0 || key === void 0 || selection.severity === void 0) return at2;
  const change = difference && changesByName(difference).get(key);
  return change && { segments: change.segments, pointer: change.beforeKey ?? change.key };
}
var named = /* @__PURE__ */ new WeakMap();
function changesByName(difference) {
  const known = named.get(difference);
  if (known !== void 0) return known;
  const made4 = new Map(difference.changes.toReversed().map((change) => [change.name, change]));
  named.set(difference, made4);
  return made4;
}
var matchers2 = /* @__PURE__ */ new WeakMap();
function matcherOf2(entry) {
  const known = matchers2.get(entry) ?? keyMatcher([entry.key]);
  matchers2.set(entry, known);
  return known;
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value2) => {
      value2 = this.postProcess(value2, options);
      if (callback) {
        setTimeout(function() {
          callback(value2);
        }, 0);
        return void 0;
      } else {
        return value2;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added3, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added3 && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added: added3, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added: added3, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value2, options) {
    return value2;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value2, options) {
    return Array.from(value2);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value2 = newTokens.slice(newPos, newPos + component.count);
          value2 = value2.map(function(value3, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value3.length ? oldValue : value3;
          });
          component.value = this.join(value2);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value2, options) {
  if (options.stripTrailingCr) {
    value2 = value2.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value2.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
  tokenize(value2) {
    return value2.slice();
  }
  join(value2) {
    return value2;
  }
  removeEmpty(value2) {
    return value2;
  }
};
var arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
  return arrayDiff.diff(oldArr, newArr, options);
}

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/diff/lines.ts
var MAX_EDITS = 500;
function retainedLines(before, after) {
  const { kept, ...lines } = compareLines(before, after);
  return { before: lines.before, kept, share: lines.before === 0 ? 1 : kept / lines.before };
}
function compareLines(before, after) {
  const { start, end } = sameEnds(before, after);
  const same = linesOf(before.slice(0, start)).length + linesOf(before.slice(before.length - end)).length;
  const old = linesOf(before.slice(start, before.length - end));
  const now = linesOf(after.slice(start, after.length - end));
  const stock = /* @__PURE__ */ new Map();
  for (const line of now) stock.set(line.trimEnd(), (stock.get(line.trimEnd()) ?? 0) + 1);
  let kept = same;
  for (const line of old) {
    const left = stock.get(line.trimEnd()) ?? 0;
    if (left === 0) continue;
    kept += 1;
    stock.set(line.trimEnd(), left - 1);
  }
  return { before: same + old.length, after: same + now.length, kept };
}
function linesOf(text) {
  return text.match(/\S[^\n]*/g) ?? [];
}
function sameEnds(one2, other) {
  const most = Math.min(one2.length, other.length);
  let start = 0;
  while (start < most && one2.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  start = one2.slice(0, start).lastIndexOf("\n") + 1;
  const [shift, last] = [other.length - one2.length, one2.length - 1];
  let end = 0;
  while (end < most - start && one2.charCodeAt(last - end) === other.charCodeAt(last - end + shift)) end += 1;
  const line = one2.slice(one2.length - end).indexOf("\n") + 1;
  return { start, end: line === 0 ? 0 : end - line };
}
function lineHunks(before, after) {
  const patch = structuredPatch("", "", before, after, "", "", { context: 1, maxEditLength: MAX_EDITS });
  return patch?.hunks.map((hunk) => ({
    beforeLine: hunk.oldStart,
    afterLine: hunk.newStart,
    lines: hunk.lines.filter((line) => !line.startsWith("\\"))
  }));
}

// src/checks/line-values.ts
var MOST_WORDS_CHANGED = 2;
function lineValues(before, after) {
  return (lineHunks(before, after) ?? []).flatMap(
    (hunk) => replacedLines(hunk).flatMap(({ old, now, line }) => {
      const [then, words2] = [wordsOf(old), wordsOf(now)];
      if (then.length !== words2.length) return [];
      const changed2 = words2.filter((word, index) => word !== then[index]).length;
      if (changed2 > MOST_WORDS_CHANGED || changed2 * 2 > words2.length) return [];
      return words2.flatMap((word, index) => {
        if (word === then[index]) return [];
        const segments = index === 0 ? [] : [words2[index - 1]];
        return [{ segments, before: then[index], after: word, place: () => ({ line, column: 1 }) }];
      });
    })
  );
}
function replacedLines({ lines, afterLine }) {
  const found = [];
  let removed = [];
  let added3 = [];
  let line = afterLine;
  const flush = () => {
    if (removed.length === added3.length) {
      const first = line - added3.length;
      for (const [index, now] of added3.entries())
        found.push({ old: removed[index], now, line: first + index });
    }
    removed = [];
    added3 = [];
  };
  for (const text of lines) {
    if (text.startsWith("-")) {
      if (added3.length > 0) flush();
      removed.push(text.slice(1));
    } else if (text.startsWith("+")) {
      added3.push(text.slice(1));
      line += 1;
    } else {
      flush();
      line += 1;
    }
  }
  flush();
  return found;
}
var LONGEST_LINE = 500;
var COMMENT = /^\s*(?:#|\/\/|;|--\s|<!--).*$|\s#\s.*$/;
var KEY = /^\s*(?:export\s+)?["']?([\w.$-]+)["']?\s*(?:=|:(?!\/\/))\s*/;
var OPTION = /^(-*[\w.]+)=(.+)$/;
function wordsOf(line) {
  if (line.length > LONGEST_LINE) return [line];
  const text = line.replace(COMMENT, "");
  const [start = "", key] = KEY.exec(text) ?? [];
  return [...key === void 0 ? [] : [key], ...text.slice(start.length).split(/\s+/)].flatMap((word) => OPTION.exec(word)?.slice(1) ?? [word]).map((word) => word.replace(/^["'`]+/, "").replace(/["'`,;]+$/, "")).filter((word) => word !== "");
}

// src/checks/value-changes.ts
function valueChanges(subject) {
  const known = made3.get(subject);
  if (known !== void 0) return known;
  const changes = makeChanges(subject);
  made3.set(subject, changes);
  return changes;
}
var made3 = /* @__PURE__ */ new WeakMap();
function makeChanges({ before, after, difference, selection }) {
  if (after?.kind === "parsed" && (difference !== void 0 || before === void 0)) {
    const place = (pointer, document2) => after.place(pointer, document2);
    if (difference !== void 0) {
      const frozen2 = matcherOf(selection.freeze);
      return difference.changes.filter((change) => matchAbove(change, frozen2) === void 0).flatMap((change) => ofChange(change, place, selection));
    }
    return after.values.flatMap(
      (value2, document2) => leavesOf(value2, { pointer: "", name: "", segments: [] }, (pointer) => place(pointer, document2))
    );
  }
  return hasLines(before) && hasLines(after) ? lineValues(textOf(before) ?? "", textOf(after) ?? "") : [];
}
function hasLines(document2) {
  return document2?.kind === "text" || document2?.kind === "opaque" && document2.reason === "template";
}
function ofChange(change, place, selection) {
  const { kind, key, segments, document: document2, before, after } = change;
  if (kind === "removed" || after === void 0) return [];
  const name = segments.length === 0 ? "" : change.name;
  if (before !== void 0 && (typeof after !== "object" || isEmpty(after))) {
    const at2 = { segments, pointer: change.beforeKey ?? key };
    const named3 = isEmpty(after) && isNamed(change, selection) ? { named: true } : {};
    return [{ name, segments, before, after, place: () => place(key, document2), at: at2, ...named3 }];
  }
  return leavesOf(after, { pointer: key, name, segments }, (pointer) => place(pointer, document2));
}
function isNamed(change, selection) {
  return matchBelow(change, matcherOf(selection.protect), true).length > 0 || matchBelow(change, matcherOf(watchedKeys(selection)), false).length > 0;
}
function leavesOf(value2, { pointer, name, segments }, place) {
  if (Array.isArray(value2)) {
    return pairItems([], value2).flatMap(({ after: index = 0, label = String(index) }) => {
      const spot = {
        pointer: child(pointer, index),
        name: `${name}[${label}]`,
        segments: [...segments, label]
      };
      return leavesOf(value2[index], spot, place);
    });
  }
  if (!isObject(value2)) {
    return [{ name, segments, after: value2, place: () => place(pointer), at: { segments, pointer } }];
  }
  return Object.keys(value2).flatMap((key) => {
    const spot = { pointer: child(pointer, key), name: joinName(name, key), segments: [...segments, key] };
    return leavesOf(value2[key], spot, place);
  });
}

// src/checks/value-reports.ts
var MOST_KEYS = 20;
function reportTogether(found, subject) {
  const groups = groupBy(found, ({ change, severity, facts }) => {
    const declared = change.at !== void 0 && severityOfKey(subject.selection, change.at);
    return JSON.stringify([severity, facts, declared ? change.name : ""]);
  });
  return [...groups.values()].map((group) => toReport(group, subject));
}
function shownOf(change, side, { selection, after, context }) {
  const value2 = change[side];
  if (value2 === void 0 || isEmpty(value2)) return void 0;
  if (after === void 0 || !showsLines(selection, after)) return HIDDEN;
  return context.show(value2, change.segments);
}
function toReport(group, subject) {
  const { change, severity, facts } = group[0];
  const args = { ...facts };
  for (const side of ["before", "after"]) {
    const shown2 = shownOf(change, side, subject);
    if (shown2 !== void 0) args[side] = shown2;
  }
  if (group.length > 1) {
    args.keys = group.slice(1, MOST_KEYS + 1).flatMap((one2) => one2.change.name ?? []);
    args.total = group.length;
  }
  return {
    severity,
    place: change.place(),
    ...change.name ? { key: change.name } : {},
    ...change.at === void 0 ? {} : { at: change.at },
    args
  };
}
function othersOf({ args }) {
  const more = Number(args.total ?? 1) - 1;
  if (more === 0) return "";
  const names = Array.isArray(args.keys) && args.keys.length > 0 ? `: ${list(args.keys, more)}` : "";
  return ` So ${more === 1 ? "does" : "do"} ${count(more, "more value")}${names}.`;
}

// src/checks/environment-mismatch.ts
var environmentMismatch = {
  id: "environment-mismatch",
  severity: "error",
  uncritical: "warning",
  foldsOfKey: ["value-doubtful"],
  summary: "A value names another environment than the file's own",
  help: "Production's file now names staging's host, database or account. All keys are there, nearly all lines are the same, and the schema is content; a test branch that was merged too early points a whole service at the test database. Two things are looked at, in values that are new with this change. First, words: the file belongs to an environment (by the policy's `environments` or by its path), its value named that one or none, and now names another: `db.prod.acme.net` becomes `db.staging.acme.net`, `orders` becomes `orders_test`. Error where the rest of the value stays, or the key or the value says that it is a host, a database, an account; warning for less. In a file of no environment, a value of production's that becomes another's is a warning. Second, what the other environments' files hold at the same keys: an account number or a UUID of theirs is a warning, and an error for two at once or while ours still stands in other keys; another part of theirs, such as a host without such a word, is a notice when it tells the two files apart at one key, a warning at two, and an error at three while ours still stands in other keys. Versions, tags and images may be promoted.",
  configure: "Declare the families where the paths do not tell them: `environments: ['config/auth/{environment}.yml']`. Pin the keys that say which system this is with `freeze`: then any other value is an error, whatever it names.",
  run(subject) {
    if (subject.change.after === void 0) return [];
    const changes = valueChanges(subject);
    if (changes.length === 0) return [];
    const own = ownEnvironments(subject);
    const named3 = changes.flatMap((change) => byName(change, own, subject));
    const known = new Set(named3.map(({ change }) => change));
    const learned = byTokens(
      changes.filter((change) => !known.has(change)),
      subject
    );
    return reportTogether([...named3, ...learned], subject);
  },
  message(finding, base) {
    const { how, named: named3, from, before, after, environment, sibling } = finding.args;
    const where = finding.key === void 0 ? "A value" : finding.key;
    const becomes = after === void 0 ? "changes" : before === void 0 ? `is new: ${value(after)}` : `changes ${fromTo(before, after)}`;
    const other = named3 === void 0 ? "another environment" : String(named3);
    const evidence = how === "learned" ? `the value of ${String(sibling)}` : from === void 0 ? `names ${other}` : `names ${other} instead of ${String(from)}`;
    const file = environment === void 0 ? "" : `This is the file of ${String(environment)}. `;
    const system = how === "learned" && named3 === sibling ? `the systems of ${String(sibling)}` : `a system of ${other}`;
    return {
      what: `${where} in ${finding.path} ${becomes}; that ${how === "learned" ? "is " : ""}${evidence}.${othersOf(finding)}`,
      why: `${file}${serviceOf(finding.service)} would talk to ${system}; the file is still valid.`,
      fix: `Put the old value back: ${putBack(base, finding.path)}. If the value is right, let its owner acknowledge it.`
    };
  }
};
function byName(change, own, subject) {
  const naming = namesAnother(change.before, change.after, change.segments, own);
  if (naming === void 0) return [];
  const facts = { how: "words", ...tellable(naming, change, own, subject), ...ownerOf(subject.context) };
  return [{ change, severity: naming.severity, facts }];
}
function tellable({ named: named3, from }, change, own, subject) {
  const isSeen = (name, side) => {
    const shown2 = shownOf(change, side, subject);
    return !holdsHidden(shown2) || typeof shown2 === "string" && kindsIn(shown2, own).includes(name);
  };
  return {
    ...isSeen(named3, "after") && { named: named3 },
    ...from !== void 0 && isSeen(from, "before") && { from }
  };
}
function byTokens(changes, { before, after, context }) {
  if (before === void 0 || changes.length === 0) return [];
  const known = changes.filter(({ before: before2, segments }) => before2 !== void 0 && !isVersion(segments));
  const parts = new Set(known.flatMap((change) => partsOf2(change.after)));
  const tokens2 = distinguishingTokens(before, context.siblings(), (part2) => parts.has(part2));
  const remains = remainsIn(textOf(after) ?? "");
  const taken = known.flatMap((change) => {
    if (change.before === void 0) return [];
    const token = tokenIn(change.before, change.after, tokens2);
    return token === void 0 ? [] : [{ change, token }];
  });
  return taken.map(({ change, token }) => {
    const { path, environment } = token.sibling;
    const severity = severityOf(token, taken.length, remains(token));
    const facts = { how: "learned", named: environment ?? path, sibling: path, ...ownerOf(context) };
    return { change, severity, facts };
  });
}
function ownerOf(context) {
  const environment = context.environment();
  return environment === void 0 ? {} : { environment };
}
function remainsIn(text) {
  const known = /* @__PURE__ */ new Map();
  return (token) => {
    const found = known.get(token) ?? text.includes(token.instead);
    known.set(token, found);
    return found;
  };
}
function severityOf({ identity: identity2, keys }, taken, remains) {
  if (identity2) return taken > 1 || remains ? "error" : "warning";
  if (keys >= THRESHOLDS.tokenKeysSure && remains) return "error";
  return keys >= THRESHOLDS.tokenKeys ? "warning" : "notice";
}

// src/checks/environment-parity.ts
var environmentParity = {
  id: "environment-parity",
  severity: "warning",
  uncritical: "notice",
  folds: ["key-removed"],
  summary: "The environments no longer have the same keys",
  help: "The same file of all other environments still has a key that this change takes away here: warning in production's file, notice elsewhere, where a removal often starts. At least two other files have to agree, or one that the policy's `environments` declares. In declared families two more things are notices: a key that is new in another environment while production lacks it and is not touched, to be decided before the promotion; and a key that the change adds to all other environments, but not here. Keys below list items without an identity are not compared. All keys of a file are one finding.",
  configure: "Declare the families: `environments: ['config/auth/{environment}.yml']`. A key that no environment may lose is named under `protect`.",
  run(subject) {
    const { before, after, difference, context } = subject;
    if (difference === void 0 || before?.kind !== "parsed" || after?.kind !== "parsed") return [];
    const others = othersOf2(context.siblings());
    if (others.length === 0) return [];
    return [
      ...lost(subject, before, difference, others),
      ...ahead(after, difference, others),
      ...behind(after, others)
    ];
  },
  message(finding, base) {
    const { how, keys, total, environments } = finding.args;
    const [number, names] = [Number(total), list(Array.isArray(keys) ? keys : [], Number(total))];
    const known = Array.isArray(environments) ? environments : [];
    const others = list(known);
    const all = known.length === 1 ? others : `all other environments (${others})`;
    const texts = {
      lost: {
        what: `${finding.path} loses ${count(number, "key")} that ${all} ${known.length === 1 ? "keeps" : "keep"}: ${names}.`,
        why: `${serviceOf(finding.service)} takes a built-in default here, and only here.`,
        fix: `If that is not on purpose: ${putBack(base, finding.path)}.`
      },
      ahead: {
        what: `${finding.path} gains ${count(number, "key")} that ${others} does not have: ${names}.`,
        why: "What runs here will run there without it after the next promotion.",
        fix: `Decide now what ${others} is to have.`
      },
      behind: {
        what: `${finding.path} does not get ${count(number, "key")} that this change adds to ${all}: ${names}.`,
        why: `${serviceOf(finding.service)} would run here without it.`,
        fix: "Add it here too, or say in the change why it stays away."
      }
    };
    return texts[String(how)];
  }
};
function othersOf2(siblings) {
  return siblings.flatMap(({ relation, environment, path, document: document2, after }) => {
    if (relation !== "declared" && relation !== "discovered") return [];
    if (document2.kind !== "parsed" || after?.kind !== "parsed") return [];
    return [{ environment: environment ?? path, declared: relation === "declared", before: document2, after }];
  });
}
function lost({ selection, context }, before, { changes }, others) {
  const enough = others.some(({ declared }) => declared) ? 1 : 2;
  const removed = changes.filter(({ kind, segments }) => kind === "removed" && isComparable(segments));
  if (others.length < enough || removed.length === 0) return [];
  const protects = matcherOf(selection.protect);
  let gone = removed.filter((change) => matchBelow(change, protects, true).length === 0);
  for (const { after } of others) {
    if (gone.length === 0) return [];
    const lacksKey = lacks(before, after);
    gone = gone.filter(({ segments }) => !lacksKey(segments));
  }
  const [first] = gone;
  if (first === void 0) return [];
  const place = before.place(first.beforeKey ?? "", first.beforeDocument);
  const severity = isProduction(context.environment()) ? "warning" : "notice";
  return [{ severity, side: "before", place, args: argsOf("lost", gone, others) }];
}
function ahead(after, { changes }, others) {
  const production = others.find(({ declared, environment }) => declared && isProduction(environment));
  const added3 = changes.filter(({ kind, segments }) => kind === "added" && isComparable(segments));
  if (production === void 0 || isTouched(production) || added3.length === 0) return [];
  const lacksKey = lacks(after, production.after);
  const fresh = added3.filter(({ segments }) => lacksKey(segments));
  const [first] = fresh;
  if (first === void 0) return [];
  const place = after.place(first.key, first.document);
  return [{ severity: "notice", place, args: argsOf("ahead", fresh, [production]) }];
}
function behind(after, others) {
  const declared = others.filter((other) => other.declared);
  if (declared.length < 2 || !declared.every(isTouched)) return [];
  const [first, ...rest] = declared.map((other) => ({
    ...other,
    added: compareKeys(other.before, other.after).changes.filter(({ kind }) => kind === "added")
  }));
  const here = lacks(first.after, after);
  const missing = first.added.filter(
    ({ segments }) => isComparable(segments) && here(segments) && rest.every(({ added: added3 }) => added3.some((other) => idOf(other.segments) === idOf(segments)))
  );
  if (missing.length === 0) return [];
  return [{ severity: "notice", place: { line: 1, column: 1 }, args: argsOf("behind", missing, declared) }];
}
function lacks(one2, other) {
  const { changes } = compareKeys(one2, other);
  const removed = new Set(
    changes.filter(({ kind }) => kind === "removed").map(({ segments }) => idOf(segments))
  );
  const replaced2 = new Set(
    changes.filter(({ kind }) => kind !== "removed" && kind !== "added").map(({ segments }) => idOf(segments))
  );
  return (segments) => segments.some((_, index) => {
    const id = idOf(segments.slice(0, index + 1));
    return removed.has(id) || replaced2.has(id) && index < segments.length - 1;
  });
}
function idOf(segments) {
  return JSON.stringify(segments);
}
function isComparable(segments) {
  return segments.length > 0 && !segments.some((segment) => /^\d+$/.test(segment));
}
function isProduction(environment) {
  return environment !== void 0 && environmentKind(environment) === "production";
}
function isTouched({ before, after }) {
  return before.text !== after.text;
}
var MOST_KEYS2 = 20;
function argsOf(how, changes, others) {
  return {
    how,
    keys: changes.slice(0, MOST_KEYS2).map(({ name }) => name),
    total: changes.length,
    environments: others.map(({ environment }) => environment).sort()
  };
}

// src/checks/file-emptied.ts
var fileEmptied = {
  id: "file-emptied",
  wholeFile: true,
  severity: "error",
  uncritical: "error",
  folds: ["file-replaced", "replaced-by-sibling", "syntax-error", "brackets-unbalanced", ...OF_OTHER_CONTENT],
  summary: "A file loses (nearly) all of its content",
  help: "The file is empty, holds white space only, has no key left (all of it commented out, or a bare `{}`), or keeps a tenth of its size or less. Empty files come from scripts that truncate before they write, from failed templates and from full disks; a bot of a public project has committed zero bytes over its configuration, and more than once. An empty YAML file is valid.",
  configure: "There is no option. A file that is meant to be empty should be deleted and taken out of the policy.",
  run({ change, before, after }) {
    const [then, now] = [textOf(before), textOf(after)];
    if (change.status === "removed" || then === void 0 || now === void 0) return [];
    if (now.length * 2 > then.length && now.trim() !== "" && !hasNoKey(after)) return [];
    const sizes = { before: solid(then), after: solid(now) };
    if (sizes.before === 0) return [];
    const report = (how) => [{ place: { line: 1, column: 1 }, args: { how, ...sizes } }];
    if (sizes.after === 0) return report("empty");
    if (hasKeys(before) && hasNoKey(after)) return report("no-keys");
    const shrunk = sizes.after <= sizes.before * THRESHOLDS.emptiedShare;
    return shrunk && sizes.before >= THRESHOLDS.emptiedLeast ? report("shrunk") : [];
  },
  message: (finding, base) => ({
    what: WHAT[String(finding.args.how)](
      finding.path,
      Number(finding.args.after) / Number(finding.args.before)
    ),
    why: `${serviceOf(finding.service)} starts with built-in defaults or not at all, and an empty file often counts as valid.`,
    fix: `Put it back: ${putBack(base, finding.path)}. Then look at what wrote it: a redirect that truncates first, or a template that failed.`
  })
};
var WHAT = {
  empty: (path) => `${path} is empty now.`,
  "no-keys": (path) => `${path} has no key left: all of it is commented out or reset.`,
  shrunk: (path, share2) => `${path} keeps ${percent(share2)} of its size.`
};
function solid(text) {
  return text.replace(/\s+/g, "").length;
}
function hasKeys(document2) {
  return document2?.kind === "parsed" && document2.values.some((value2) => !isEmpty(value2) && typeof value2 === "object" && countLeaves(value2) > 0);
}
function hasNoKey(document2) {
  return document2?.kind === "parsed" && document2.values.every(isEmpty);
}

// src/checks/file-removed.ts
var fileRemoved = {
  id: "file-removed",
  wholeFile: true,
  severity: "error",
  uncritical: "notice",
  summary: "A critical file is deleted",
  help: "The path exists in the base and not in the head. A service that starts without its configuration fails, or starts with built-in defaults, which is worse because nothing says so. In documented accidents, deletions came from clean-up scripts, from merges that resolved a conflict the wrong way, and from generators that wrote nothing.",
  configure: "When a file is meant to go, take its path out of the policy in a pull request of its own first: the policy is read from the base.",
  run({ change }) {
    if (change.status !== "removed" || change.to !== void 0) return [];
    return [{ side: "before", args: { content: change.before?.id.slice(0, 12) ?? "" } }];
  },
  message: (finding, base) => ({
    what: `${finding.path} is deleted.`,
    why: `${serviceOf(finding.service)} starts without its configuration, or with built-in defaults.`,
    fix: `Put it back: ${putBack(base, finding.path)}. If the file is really no longer used, take it out of the policy first, in a pull request of its own.`
  })
};

// src/checks/file-renamed.ts
var fileRenamed = {
  id: "file-renamed",
  wholeFile: true,
  severity: "error",
  uncritical: "off",
  summary: "A critical file is moved to another path",
  help: "A rename is the removal of the old path plus an addition. Whoever reads the old path finds nothing there, although the content still exists in the repository and every test of the content passes.",
  configure: "Name the new path in the policy first, change what reads the file, and move it last; or keep a copy at the old path for one deployment.",
  run({ change }) {
    if (change.status !== "removed" || change.to === void 0) return [];
    return [{ side: "before", args: { to: change.to } }];
  },
  message: (finding, base) => ({
    what: `${finding.path} is moved to ${String(finding.args.to)}; nothing is left at the old path.`,
    why: `${serviceOf(finding.service)} looks for it where it was.`,
    fix: `Keep the old path until nothing reads it (${putBack(base, finding.path)}), or change its readers and the policy first.`
  })
};

// src/diff/moved.ts
function keptAnywhere(before, after) {
  const stock = /* @__PURE__ */ new Map();
  for (const leaf of leavesOf2(after)) stock.set(leaf, (stock.get(leaf) ?? 0) + 1);
  const old = leavesOf2(before);
  let kept = 0;
  for (const leaf of old) {
    const left = stock.get(leaf) ?? 0;
    if (left === 0) continue;
    stock.set(leaf, left - 1);
    kept += 1;
  }
  return { before: old.length, kept, share: old.length === 0 ? 1 : kept / old.length };
}
function lostValues(changes) {
  const moved = /* @__PURE__ */ new Map();
  for (const leaf of leavesBelow(changes, "added")) moved.set(leaf, (moved.get(leaf) ?? 0) + 1);
  let lost3 = 0;
  for (const leaf of leavesBelow(changes, "removed")) {
    const left = moved.get(leaf) ?? 0;
    if (left > 0) moved.set(leaf, left - 1);
    else lost3 += 1;
  }
  return lost3;
}
function leavesBelow(changes, kind) {
  return changes.flatMap((change) => {
    const value2 = change.kind === kind ? kind === "added" ? change.after : change.before : void 0;
    return value2 === void 0 ? [] : leavesIn(value2, change.segments.at(-1) ?? "");
  });
}
function leavesOf2({ values: values2 }) {
  return values2.flatMap((value2) => leavesIn(value2, ""));
}
function leavesIn(root, name) {
  const leaves = [];
  const visit = (value2, name2) => {
    if (Array.isArray(value2)) for (const item of value2) visit(item, name2);
    else if (isObject(value2)) for (const key of Object.keys(value2)) visit(value2[key], key);
    else leaves.push(JSON.stringify([name2, value2]));
  };
  visit(root, name);
  return leaves;
}

// src/checks/file-replaced.ts
var fileReplaced = {
  id: "file-replaced",
  wholeFile: true,
  severity: "error",
  uncritical: "warning",
  folds: OF_OTHER_CONTENT,
  summary: "A file keeps little of what it held: it is another file's content",
  help: "Measured as retention, the share of the **old** file that is kept; growth never counts against a change. Error: less than 30% of the old keys are left, or less than half of the keys and of the lines; for text without keys, less than 40% of the lines. Warning: less than half of the keys, less than half of the size, half of the top-level keys gone, or all keys there with hardly one value kept. The new file may be perfectly valid: that is the point.",
  configure: "A planned rewrite is acknowledged by a person, not by an option. Encrypted files are exempt: all of their lines change with every edit.",
  run(subject) {
    const { before, after, change } = subject;
    if (before === void 0 || after === void 0) return [];
    if (before.kind === "opaque" && before.reason !== "template") return [];
    if (after.kind === "opaque" && after.reason !== "template") return [];
    const content = { content: change.after?.id.slice(0, 12) ?? "" };
    const found = subject.difference === void 0 ? byLines(subject) : byKeys(subject, before, after);
    return found.map((report) => ({
      place: { line: 1, column: 1 },
      ...report,
      args: { ...report.args, ...content }
    }));
  },
  message(finding, base) {
    const { how, keysKept, keysBefore, linesKept, gone, goneTotal } = finding.args;
    const keys = `${percent(Number(keysKept))} of its ${Number(keysBefore)} keys`;
    const lines = linesKept === void 0 ? "" : `${percent(Number(linesKept))} of its lines`;
    const lost3 = Array.isArray(gone) && gone.length > 0 ? ` Gone: ${list(gone, Number(goneTotal))}.` : "";
    const what = {
      keys: `${finding.path} keeps ${keys}${lines === "" ? "" : ` and ${lines}`}: it is replaced.${lost3}`,
      lines: `${finding.path} keeps ${lines}: it is replaced.`,
      moved: `${finding.path} keeps ${keys} where they were; most of its values stand below other keys now.${lost3}`,
      doubtful: `${finding.path} keeps ${keys}${lines === "" ? "" : ` and ${lines}`}.${lost3}`,
      shrunk: `${finding.path} shrinks to ${percent(Number(finding.args.size))} of its size.${lost3}`,
      sections: `${finding.path} loses ${Number(goneTotal)} of its ${Number(finding.args.sections)} top-level keys: ${list(Array.isArray(gone) ? gone : [], Number(goneTotal))}.`,
      values: `${finding.path} has most of its keys, but only ${percent(Number(finding.args.valuesKept))} of its ${Number(keysBefore)} values.`
    };
    return {
      what: what[String(how)],
      why: `${serviceOf(finding.service)} gets another configuration, which may well be valid: no schema or syntax check sees it.`,
      fix: `Find what wrote it (a copy between environments, a generator, a wrong merge) and put the old one back: ${putBack(base, finding.path)}. If the rewrite is meant, have it reviewed against the list of changed keys.`
    };
  }
};
function byLines({ lines, before, after }) {
  if (lines === void 0 || before?.kind === "broken" !== (after?.kind === "broken")) return [];
  if (lines.before < THRESHOLDS.leastLines || lines.share >= THRESHOLDS.linesReplaced) return [];
  return [{ args: { how: "lines", linesKept: round(lines.share) } }];
}
function byKeys({ difference, lines }, before, after) {
  if (difference === void 0 || difference.keys.before < THRESHOLDS.leastKeys) return [];
  const { keys, values: values2, topLevel } = difference;
  const linesShare = lines === void 0 || lines.before < THRESHOLDS.leastLines ? void 0 : lines.share;
  const gone = difference.changes.filter((change) => change.kind === "removed").map((change) => change.name);
  const args = {
    keysBefore: keys.before,
    keysKept: round(keys.share),
    ...linesShare === void 0 ? {} : { linesKept: round(linesShare) },
    gone: gone.slice(0, 10),
    goneTotal: gone.length
  };
  if (keys.share < THRESHOLDS.keysDoubtful && isWrapped(difference.changes) && isMoved(before, after)) {
    return [{ severity: "warning", args: { how: "moved", ...args } }];
  }
  const otherLarge = keys.before >= THRESHOLDS.largeKeys && values2.share < THRESHOLDS.valuesReplaced;
  if (keys.share < THRESHOLDS.keysReplaced) return [{ args: { how: "keys", ...args } }];
  if (keys.share < THRESHOLDS.keysDoubtful) {
    const certain = otherLarge || linesShare !== void 0 && linesShare < THRESHOLDS.linesDoubtful;
    return certain ? [{ args: { how: "keys", ...args } }] : [{ severity: "warning", args: { how: "doubtful", ...args } }];
  }
  const size = share(before, after);
  if (size < 0.5) return [{ severity: "warning", args: { how: "shrunk", size: round(size), ...args } }];
  if (topLevel.before >= 2 && topLevel.gone.length * 2 >= topLevel.before) {
    const sections = {
      sections: topLevel.before,
      gone: topLevel.gone.slice(0, 10),
      goneTotal: topLevel.gone.length
    };
    return [{ severity: "warning", args: { how: "sections", ...args, ...sections } }];
  }
  const otherValues = values2.before >= THRESHOLDS.leastValues && values2.share < THRESHOLDS.valuesDoubtful && (linesShare ?? 0) < THRESHOLDS.linesDoubtful;
  return otherLarge || otherValues ? [{ severity: "warning", args: { how: "values", valuesKept: round(values2.share), ...args } }] : [];
}
function isWrapped(changes) {
  const gone = new Set(
    changes.flatMap(({ kind, segments }) => kind === "removed" ? segments.at(-1) ?? [] : [])
  );
  return changes.some(
    ({ kind, after }) => kind === "added" && isObject(after) && Object.keys(after).some((name) => gone.has(name))
  );
}
function isMoved(before, after) {
  if (before.kind !== "parsed" || after.kind !== "parsed") return false;
  return keptAnywhere(before, after).share >= THRESHOLDS.movedShare;
}
function share(before, after) {
  return before.text === void 0 || before.text.length === 0 ? 1 : (after.text ?? "").length / before.text.length;
}
function round(share2) {
  return Math.round(share2 * 1e3) / 1e3;
}

// src/checks/file-retyped.ts
var WORDS = {
  file: "a plain file",
  executable: "an executable file",
  symlink: "a symbolic link",
  submodule: "a submodule"
};
var fileRetyped = {
  id: "file-retyped",
  wholeFile: true,
  severity: "error",
  uncritical: "warning",
  folds: [
    "file-replaced",
    "file-emptied",
    "syntax-error",
    "schema-violation",
    "rule-violation",
    "key-removed"
  ],
  summary: "A critical file becomes a symbolic link, a submodule or executable",
  help: "What stands at the path is no longer a plain file with the configuration in it. A symbolic link makes the content depend on where it is deployed, a submodule is an empty directory in most checkouts; neither can be compared. A changed executable bit is only a warning.",
  configure: "There is no option: a critical path holds a file.",
  run({ change }) {
    const [from, to] = [change.before?.mode, change.after?.mode];
    if (to === void 0) return [];
    const plain = to === "file" || to === "executable";
    if (from === void 0) return plain ? [] : [{ args: { from: "nothing", to } }];
    if (from === to) return [];
    const bitOnly = plain && (from === "file" || from === "executable");
    return [bitOnly ? { severity: "warning", args: { from, to } } : { args: { from, to } }];
  },
  message(finding, base) {
    const { from, to } = finding.args;
    if (finding.args.from === "nothing") {
      return {
        what: `${finding.path} is added as ${WORDS[String(to)]}.`,
        why: "What it holds depends on where it is deployed, and cannot be checked here.",
        fix: "Add a plain file with the configuration in it."
      };
    }
    const bit = to === "executable" || to === "file" && from === "executable";
    return {
      what: `${finding.path} was ${WORDS[String(from)]} and becomes ${WORDS[String(to)]}.`,
      why: bit ? "Configuration is read, not run; the bit usually comes from a copy between file systems." : "What it holds then depends on where it is deployed, and cannot be checked here.",
      fix: bit ? `Set it as it was: git update-index --chmod=${to === "executable" ? "-x" : "+x"} ${finding.path}.` : `Put the file back: ${putBack(base, finding.path)}.`
    };
  }
};

// src/checks/item-incomplete.ts
var MOST_REPORTS2 = 5;
var itemIncomplete = {
  id: "item-incomplete",
  severity: "warning",
  uncritical: "off",
  folds: ["key-removed"],
  summary: "One of several alike items loses a key that all of the others have",
  help: "Entries of one list or one mapping usually look alike: every container has limits, every job a schedule. One that loses a key which (nearly) all of its neighbours keep was probably edited wrongly: a line too many was deleted, or a merge took it away. When the key goes from several of them, it is a decision, and this check is silent.",
  configure: "There is no option. A key that must never go is named under `protect`.",
  run(subject) {
    const { difference, before } = subject;
    if (difference === void 0 || before?.kind !== "parsed") return [];
    const removed = difference.changes.filter(({ kind }) => kind === "removed");
    const neighbours = neighboursOf(before, new Set(removed.map(placeOf)));
    return removed.flatMap((change) => outlier(subject, before, change, neighbours)).slice(0, MOST_REPORTS2);
  },
  message: (finding, base) => ({
    what: `${finding.key} is removed from ${finding.path}, and ${count(Number(finding.args.with), "neighbour")} of ${Number(finding.args.of)} still have it.`,
    why: `${serviceOf(finding.service)} treats this entry otherwise than its neighbours from now on, usually by a default.`,
    fix: `Put the key back as it was (see the line shown, or ${putBack(base, finding.path)}), or say in the change why this entry is different.`
  })
};
function placeOf(change) {
  return `${change.beforeDocument ?? 0}#${change.beforeKey ?? change.key}`;
}
function neighboursOf(before, gone) {
  const known = /* @__PURE__ */ new Map();
  return (document2, container, steps) => {
    const id = `${document2}#${container}`;
    const entries = known.get(id) ?? entriesOf(valueAt(before.values[document2], steps), id, gone);
    known.set(id, entries);
    return entries;
  };
}
function entriesOf(container, id, gone) {
  const entries = { objects: 0, keeping: /* @__PURE__ */ new Map() };
  const visit = (value2, place, inside, depth) => {
    if (gone.has(place)) return;
    if (inside !== "") entries.keeping.set(inside, (entries.keeping.get(inside) ?? 0) + 1);
    if (depth === THRESHOLDS.itemDepth) return;
    for (const [name, member] of membersOf(value2))
      visit(member, child(place, name), child(inside, name), depth + 1);
  };
  for (const [name, entry] of membersOf(container)) {
    if (!isObject(entry)) continue;
    entries.objects += 1;
    visit(entry, child(id, name), "", 0);
  }
  return entries;
}
function outlier({ context }, before, change, neighbours) {
  const document2 = change.beforeDocument ?? 0;
  const pointer = change.beforeKey ?? change.key;
  const steps = segmentsOf(pointer);
  let entry = parentOf(pointer);
  for (let at2 = steps.length - 2; at2 >= 0 && at2 >= steps.length - 1 - THRESHOLDS.itemDepth; at2--) {
    const container = parentOf(entry);
    const { objects, keeping } = neighbours(document2, container, steps.slice(0, at2));
    const own = isObject(valueAt(before.values[document2], steps.slice(0, at2 + 1))) ? 1 : 0;
    const others = objects - own;
    const having = keeping.get(pointer.slice(entry.length)) ?? 0;
    entry = container;
    if (others < THRESHOLDS.itemLeastNeighbours || having / others < THRESHOLDS.itemShare) continue;
    return [
      {
        place: before.place(pointer, document2),
        side: "before",
        key: change.name,
        args: {
          before: context.show(change.before ?? null, change.segments),
          with: having,
          of: others
        }
      }
    ];
  }
  return [];
}
function membersOf(container) {
  if (Array.isArray(container)) return container.map((item, index) => [String(index), item]);
  return isObject(container) ? Object.entries(container) : [];
}

// src/checks/named-differences.ts
var BY_IDENTITY = /=/;
function namedDifferences(patterns, before, after) {
  const wanted = patterns.filter((pattern) => BY_IDENTITY.test(pattern));
  if (wanted.length === 0) return [];
  const now = spots(wanted, after);
  return [...spots(wanted, before)].flatMap(([id, old]) => {
    const others = now.get(id)?.spots ?? [];
    const values2 = new Set(others.map((spot) => canonical(spot.value)));
    const changed2 = old.spots.filter((spot) => !values2.has(canonical(spot.value)));
    const [other] = others;
    return changed2.map((spot) => ({
      pattern: old.pattern,
      name: nameOf4(old.segments),
      segments: old.segments,
      before: spot,
      ...other === void 0 ? {} : { after: other }
    }));
  });
}
function spots(patterns, document2) {
  const found = /* @__PURE__ */ new Map();
  for (const [index, root] of (document2.opened ?? document2.values).entries()) {
    for (const { pattern, segments, pointer, value: value2 } of keysNamed(patterns, root)) {
      const id = JSON.stringify([pattern, segments]);
      const known = found.get(id) ?? { pattern, segments, spots: [] };
      known.spots.push({ document: index, pointer, value: value2 });
      found.set(id, known);
    }
  }
  return found;
}
function nameOf4(segments) {
  return segments.reduce(
    (name, segment) => segment.includes("=") ? `${name}[${segment}]` : joinName(name, segment),
    ""
  );
}

// src/checks/key-changed.ts
var keyChanged = {
  id: "key-changed",
  severity: "warning",
  uncritical: "off",
  yields: true,
  summary: "A key changes that the policy watches",
  help: "Some values may change, but never unseen: the host of the database, the number of replicas, a feature that costs money. The policy gives such keys a severity, and every change of them, or of anything below them, is told with it. Where another check speaks about the same key, it is not told twice.",
  configure: '`severity: {database.host: warning, "**.replicas": notice}` in the rule that selects the file. The same patterns set the severity of all other findings about these keys; `off` leaves them out.',
  run(subject) {
    const { difference } = subject;
    const watched2 = watchedKeys(subject.selection);
    if (difference === void 0 || watched2.length === 0) return [];
    const reports = /* @__PURE__ */ new Map();
    for (const report of [
      ...difference.changes.flatMap((change) => changed(subject, change, watched2)),
      ...changedByName(subject, watched2)
    ]) {
      if (!reports.has(report.key)) reports.set(report.key, report);
    }
    return [...reports.values()];
  },
  message(finding) {
    const { before, after, pattern } = finding.args;
    return {
      what: after === void 0 ? `${finding.key} is gone from ${finding.path} (it was ${value(before)}).` : before === void 0 ? `${finding.key} is added to ${finding.path}: ${value(after)}.` : `${finding.key} in ${finding.path} changes ${fromTo(before, after)}.`,
      why: `The policy watches it (severity: ${String(pattern)}). ${serviceOf(finding.service)} runs with the new value from the next deployment on.`,
      fix: "Make sure that the change is meant. If it is not, put the old value back."
    };
  }
};
function changed(subject, change, watched2) {
  if (change.kind === "removed") return [];
  const at2 = { segments: change.segments, pointer: change.beforeKey ?? change.key };
  if (severityOfKey(subject.selection, at2) !== void 0) {
    const values2 = { before: change.before, after: change.after };
    return told(subject, { ...values2, name: change.name, at: at2, side: "after", place: change });
  }
  const gone = matchBelow(change, matcherOf(watched2), false).flatMap(
    (key) => told(subject, {
      before: key.value,
      name: key.name,
      at: key,
      side: "before",
      place: { key: key.pointer, document: change.beforeDocument ?? 0 }
    })
  );
  const { beforeKey: _key, before: _value, ...added3 } = change;
  const mirrored = change.after === void 0 ? added3 : { ...added3, before: change.after };
  const come = matchBelow(mirrored, matcherOf(watched2), false).flatMap(
    (key) => told(subject, {
      after: key.value,
      name: key.name,
      at: key,
      side: "after",
      place: { key: key.pointer, document: change.document }
    })
  );
  return [...gone, ...come];
}
function changedByName(subject, watched2) {
  const { before, after } = subject;
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
  return namedDifferences(watched2, before, after).flatMap((named3) => {
    const { name, segments } = named3;
    const spot = named3.after ?? named3.before;
    const values2 = {
      before: named3.before.value,
      ...named3.after === void 0 ? {} : { after: named3.after.value }
    };
    return told(subject, {
      ...values2,
      name,
      at: { segments, pointer: named3.before.pointer },
      side: named3.after === void 0 ? "before" : "after",
      place: { key: spot.pointer, document: spot.document }
    });
  });
}
function told({ selection, context, ...sides }, { name, at: at2, side, place, ...values2 }) {
  const declared = severityOfKey(selection, at2);
  if (declared === void 0 || declared.severity === "off") return [];
  const args = { pattern: declared.key };
  if (values2.before !== void 0) args.before = context.show(values2.before, at2.segments);
  if (values2.after !== void 0) args.after = context.show(values2.after, at2.segments);
  const document2 = sides[side];
  return [
    {
      severity: declared.severity,
      place: document2?.kind === "parsed" ? document2.place(place.key, place.document) : void 0,
      side,
      key: name,
      at: { segments: at2.segments, pointer: at2.pointer },
      args
    }
  ];
}

// src/checks/key-frozen.ts
var keyFrozen = {
  id: "key-frozen",
  severity: "error",
  uncritical: "off",
  foldsOfKey: ["value-doubtful"],
  summary: "A key changes that the policy pins",
  help: "Some values say which system this is: the environment's name, the cluster, the account. A file in which one of them changes is another system's file. Anything at or below a frozen key may not change, and the key may not go. A frozen key that did not exist yet may be added.",
  configure: "`freeze: [environment, cluster.*]` in the rule that selects the file.",
  run(subject) {
    const { difference, selection } = subject;
    if (difference === void 0 || selection.freeze.length === 0) return [];
    const reports = difference.changes.flatMap((change) => frozenBy(subject, change));
    const known = new Set(reports.map((report) => report.key));
    return [...reports, ...frozenByName(subject).filter((report) => !known.has(report.key))];
  },
  message(finding) {
    const { before, after, pattern } = finding.args;
    const gone = after === void 0;
    return {
      what: gone ? `${finding.key} in ${finding.path} is removed (it was ${value(before)}).` : before === void 0 ? `${finding.key} is added to ${finding.path}: ${value(after)}.` : `${finding.key} in ${finding.path} changes ${fromTo(before, after)}.`,
      why: `The policy pins it (freeze: ${String(pattern)}): it says which system this is. ${serviceOf(finding.service)} would run as another one.`,
      fix: "Put the old value back. If it must change, take it out of freeze first, in a pull request of its own."
    };
  }
};
function frozenBy(subject, change) {
  const matcher = matcherOf(subject.selection.freeze);
  const above = matchAbove(change, matcher);
  if (above !== void 0) {
    if (change.kind === "added" && above.itself) return [];
    return [frozen(subject, change, above.pattern)];
  }
  return matchBelow(change, matcher, false).map((key) => ({
    place: subject.before?.kind === "parsed" ? subject.before.place(key.pointer, change.beforeDocument) : void 0,
    side: "before",
    key: key.name,
    at: key,
    args: { pattern: key.pattern, before: subject.context.show(key.value, key.segments) }
  }));
}
function frozen({ before, after, context }, change, pattern) {
  const side = change.kind === "removed" ? "before" : "after";
  const document2 = side === "before" ? before : after;
  const args = { pattern };
  if (change.before !== void 0) args.before = context.show(change.before, change.segments);
  if (change.after !== void 0) args.after = context.show(change.after, change.segments);
  return {
    place: document2?.kind === "parsed" ? document2.place(change.key, change.document) : void 0,
    side,
    key: change.name,
    at: { segments: change.segments, pointer: change.beforeKey ?? change.key },
    args
  };
}
function frozenByName({ before, after, selection, context }) {
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
  return namedDifferences(selection.freeze, before, after).map((named3) => {
    const args = {
      pattern: named3.pattern,
      before: context.show(named3.before.value, named3.segments)
    };
    const [document2, spot] = named3.after === void 0 ? [before, named3.before] : [after, named3.after];
    if (named3.after !== void 0) args.after = context.show(named3.after.value, named3.segments);
    return {
      place: document2.place(spot.pointer, spot.document),
      side: named3.after === void 0 ? "before" : "after",
      key: named3.name,
      at: { segments: named3.segments, pointer: named3.before.pointer },
      args
    };
  });
}

// src/schemas/nearest.ts
function nearestName(name, candidates2, most = Number.POSITIVE_INFINITY) {
  let best;
  for (const candidate of candidates2) {
    if (candidate === name) continue;
    const longest = Math.max(name.length, candidate.length);
    const limit = Math.min(Math.max(1, Math.floor(longest / 3)), best?.distance ?? most);
    if (longest > LONGEST4 || Math.abs(name.length - candidate.length) > limit) continue;
    const distance = distanceOf(name, candidate);
    const closer = best === void 0 || distance < best.distance;
    if (distance <= limit && distance < longest && closer) best = { candidate, distance };
  }
  return best?.candidate;
}
var LONGEST4 = 80;
function distanceOf(left, right) {
  const rows = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      let cost = Math.min(
        rows[i - 1][j] + 1,
        row[j - 1] + 1,
        rows[i - 1][j - 1] + substitution(left[i - 1], right[j - 1])
      );
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, rows[i - 2][j - 2] + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[left.length][right.length];
}
function substitution(left, right) {
  if (left === right) return 0;
  return left.toLowerCase() === right.toLowerCase() ? 0.5 : 1;
}

// src/checks/key-misspelt.ts
var MOST_REPORTS3 = 20;
var keyMisspelt = {
  id: "key-misspelt",
  severity: "warning",
  uncritical: "notice",
  folds: ["key-removed"],
  summary: "A key gets nearly the same name, and keeps its value",
  help: "A letter is lost, doubled or swapped: `timeout` becomes `timeuot`. Readers ignore keys that they do not know, so that the setting silently falls back to its default. Seen is a key that goes while another comes beside it with the same value and nearly the same name (two letters differ at most, and not more than a third). Whether the old or the new name is the right one, only the reader of the file knows; a JSON Schema with `additionalProperties: false` makes it certain.",
  configure: "There is no option. A schema for the file tells the right names.",
  run(subject) {
    const { difference } = subject;
    if (difference === void 0) return [];
    const besides = groupAdded(difference.changes);
    return difference.changes.flatMap((change) => change.kind === "removed" ? misspelt(subject, change, besides) : []).slice(0, MOST_REPORTS3);
  },
  message: (finding) => ({
    what: `${finding.key} in ${finding.path} was called ${String(finding.args.was)} and has the same value.`,
    why: `${serviceOf(finding.service)} most probably ignores a name that it does not know, and uses a default instead.`,
    fix: `Write ${String(finding.args.was)} again if that is what the service reads. If the new name is the right one, this is the correction of an old mistake: check that its value now takes effect as intended.`
  })
};
var MOST_BESIDE = 100;
function groupAdded(changes) {
  const groups = /* @__PURE__ */ new Map();
  for (const change of changes) {
    if (change.kind !== "added") continue;
    const id = placeAndValue(change.segments, change.after);
    const group = groups.get(id) ?? /* @__PURE__ */ new Map();
    groups.set(id, group.set(change.segments.at(-1) ?? "", change));
  }
  return groups;
}
function placeAndValue(segments, value2) {
  return `${JSON.stringify(segments.slice(0, -1))}${canonical(value2 ?? null)}`;
}
function misspelt({ after, context }, removed, besides) {
  const name = removed.segments.at(-1);
  if (after?.kind !== "parsed" || name === void 0 || name.length < THRESHOLDS.misspeltShortest) return [];
  if (/^\d+$|=/.test(name)) return [];
  const beside = besides.get(placeAndValue(removed.segments, removed.before));
  if (beside === void 0 || beside.size > MOST_BESIDE) return [];
  const now = nearestName(name, beside.keys(), THRESHOLDS.misspeltMost);
  if (now === void 0) return [];
  const change = beside.get(now);
  return [
    {
      place: after.place(change.key, change.document),
      key: change.name,
      args: { was: context.show(name, []) }
    }
  ];
}

// src/checks/key-removed.ts
var keyRemoved = {
  id: "key-removed",
  severity: "error",
  uncritical: "off",
  summary: "A key is gone",
  help: "Keys that the policy protects may not disappear, on their own or with an object around them: error, one finding per key. All other keys that a change removes are listed in one notice per file: many accidents lose a key, but so do many ordinary changes, and only the owner can say which keys matter. It is a warning when four values or more are gone, do not stand below a new key, and no commit message of the change speaks of a removal or of one of the names. A key that moved to another place in a list with identities is not removed.",
  configure: "`protect: [issuer, keys.*, /database/host]` in the rule that selects the file.",
  run(subject) {
    const { difference } = subject;
    if (difference === void 0) return [];
    const gone = difference.changes.filter(
      (change) => change.kind !== "added" && change.before !== void 0
    );
    const below2 = gone.flatMap((change) => protectedBelow(subject, change));
    const known = new Set(below2.map((report) => report.key));
    const reports = [...below2, ...protectedByName(subject).filter((report) => !known.has(report.key))];
    const named3 = new Set(reports.map((report) => report.key));
    const others = gone.filter((change) => change.kind === "removed" && !named3.has(change.name));
    const { listed, watched: watched2 } = bySeverity(subject, others);
    const told2 = [...reports, ...watched2];
    return listed.length === 0 ? told2 : [...told2, lostKeys(subject, listed)];
  },
  message(finding, base) {
    if (finding.key === void 0) {
      const { total } = finding.args;
      const keys = Array.isArray(finding.args.keys) ? finding.args.keys : [];
      const one2 = total === 1 && !isWhole(keys);
      return {
        what: `${finding.path} loses ${lost2(keys, Number(total))}.${finding.args.unannounced === true ? " No commit message says that anything is removed." : ""}`,
        why: "A key that is missing usually means a built-in default.",
        fix: `Check that ${one2 ? "it is" : "each of them is"} no longer read. What must never go is named under protect in the policy.`
      };
    }
    return {
      what: `${finding.key} is removed from ${finding.path}.`,
      why: finding.args.how === "watched" ? `The policy watches it (severity: ${String(finding.args.pattern)}). A key that is missing usually means a built-in default.` : `The policy protects it (${String(finding.args.pattern)}). ${serviceOf(finding.service)} needs it.`,
      fix: finding.args.how === "watched" ? `Check that it is no longer read. The old value: ${putBack(base, finding.path)}.` : `Put the key back as it was (see the line shown, or ${putBack(base, finding.path)}). To retire it, take it out of protect first, in a pull request of its own.`
    };
  }
};
function isWhole(keys) {
  return keys.length === 1 && keys[0] === WHOLE_DOCUMENT;
}
function lost2(keys, total) {
  if (isWhole(keys)) return "all of its keys";
  return `${count(total, "key")}: ${list(keys, total)}`;
}
function protectedBelow({ selection, before, context }, change) {
  if (selection.protect.length === 0 || before?.kind !== "parsed") return [];
  const matched = matchBelow(change, matcherOf(selection.protect), change.kind === "removed");
  return matched.map((key) => ({
    place: before.place(key.pointer, change.beforeDocument),
    side: "before",
    key: key.name,
    at: key,
    args: { pattern: key.pattern, before: context.show(key.value, key.segments) }
  }));
}
function protectedByName({ selection, before, after, context }) {
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
  return namedDifferences(selection.protect, before, after).filter((named3) => named3.after === void 0).map((named3) => ({
    place: before.place(named3.before.pointer, named3.before.document),
    side: "before",
    key: named3.name,
    at: { segments: named3.segments, pointer: named3.before.pointer },
    args: { pattern: named3.pattern, before: context.show(named3.before.value, named3.segments) }
  }));
}
function bySeverity({ selection, before, context }, gone) {
  const patterns = watchedKeys(selection);
  if (selection.severity === void 0 || before?.kind !== "parsed")
    return { listed: [...gone], watched: [] };
  const listed = [];
  const watched2 = [];
  for (const change of gone) {
    const itself = { ...change, pointer: change.beforeKey ?? change.key, value: change.before ?? null };
    const declared = severityOfKey(selection, itself);
    if (declared === void 0) listed.push(change);
    if (declared?.severity === "off") continue;
    for (const key of declared === void 0 ? matchBelow(change, matcherOf(patterns), false) : [itself]) {
      const { pointer, segments, name, value: value2 } = key;
      watched2.push({
        place: before.place(pointer, change.beforeDocument),
        side: "before",
        key: name,
        at: { segments, pointer },
        args: {
          pattern: severityOfKey(selection, key)?.key ?? "",
          how: "watched",
          before: context.show(value2, segments)
        }
      });
    }
  }
  return { listed, watched: watched2 };
}
function lostKeys({ before, difference, context }, gone) {
  const first = gone[0];
  const silent = lostValues(difference?.changes ?? []) >= THRESHOLDS.unannouncedValues && context.announcesRemoval(gone.flatMap(({ segments }) => wordOf(segments.at(-1)))) === false;
  return {
    severity: silent ? "warning" : "notice",
    place: before?.kind === "parsed" ? before.place(first.beforeKey ?? "", first.beforeDocument) : void 0,
    side: "before",
    args: {
      keys: gone.slice(0, 10).map((change) => change.name),
      total: gone.length,
      ...silent && { unannounced: true }
    }
  };
}
function wordOf(segment) {
  if (segment === void 0 || /^\d+$/.test(segment)) return [];
  return [segment.slice(segment.indexOf("=") + 1)];
}

// src/checks/key-retyped.ts
var keyRetyped = {
  id: "key-retyped",
  severity: "error",
  uncritical: "off",
  foldsOfKey: ["value-doubtful"],
  summary: "A protected key is emptied or gets a value of another type",
  help: "The key is still there, but its value is `null`, empty, or of another type than before: a number became text, a list became an object. That is what a template leaves behind whose variable was not set, and what quoting by a script does.",
  configure: "`protect: [issuer, keys]` in the rule that selects the file.",
  run(subject) {
    const { difference, selection } = subject;
    if (difference === void 0 || selection.protect.length === 0) return [];
    const matcher = matcherOf(selection.protect);
    const reports = difference.changes.flatMap((change) => {
      if (change.before === void 0 || change.after === void 0) return [];
      const pattern = matcher(change.segments, change.beforeKey);
      if (pattern === void 0) return [];
      const spot = { document: change.document, pointer: change.key, value: change.after };
      return retyped(subject, { ...change, pattern, before: change.before, after: spot });
    });
    const known = new Set(reports.map((report) => report.key));
    return [...reports, ...retypedByName(subject).filter((report) => !known.has(report.key))];
  },
  message(finding, base) {
    const { how, from, to, before, after, pattern } = finding.args;
    return {
      what: how === "emptied" ? `${finding.key} in ${finding.path} is emptied: ${value(before)} becomes ${value(after)}.` : `${finding.key} in ${finding.path} was a ${String(from)} (${value(before)}) and becomes a ${String(to)} (${value(after)}).`,
      why: `The policy protects it (${String(pattern)}). ${serviceOf(finding.service)} reads it as a ${String(from)}.`,
      fix: `Look at what wrote it: a variable that was not set, or a tool that quotes. The old value: ${putBack(base, finding.path)}.`
    };
  }
};
function retyped({ after, context }, { pattern, name, segments, before, after: spot }) {
  const emptied2 = isEmpty(spot.value) && !isEmpty(before);
  const [from, to] = [typeOf(before), typeOf(spot.value)];
  if (!emptied2 && (from === to || before === null || spot.value === null)) return [];
  const args = {
    pattern,
    how: emptied2 ? "emptied" : "retyped",
    from,
    to,
    before: context.show(before, segments),
    after: context.show(spot.value, segments)
  };
  const place = after?.kind === "parsed" ? after.place(spot.pointer, spot.document) : void 0;
  return [{ place, key: name, at: { segments, pointer: spot.pointer }, args }];
}
function retypedByName(subject) {
  const { before, after, selection } = subject;
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
  return namedDifferences(selection.protect, before, after).flatMap(
    (named3) => named3.after === void 0 ? [] : retyped(subject, { ...named3, before: named3.before.value, after: named3.after })
  );
}

// src/checks/mass-comment.ts
var COMMENT2 = /^\s*(?:#|\/\/|;|--)(.*)$/s;
var massComment = {
  id: "mass-comment",
  severity: "error",
  uncritical: "notice",
  folds: ["reference-dangling", "item-incomplete", "key-removed"],
  summary: "Many lines that were in force are commented out",
  help: "At least five lines of the old file, and 10% or more of its lines, stand there as comments now: error; from 5% on: warning. The file is still valid. It usually is a trial that was committed by mistake: a public project has committed a whole playbook commented out, and more than once.",
  configure: "There is no option; lines that are not needed are better deleted, where the difference by key shows them.",
  run({ before, after, difference }) {
    if (difference !== void 0 && difference.keys.share === 1) return [];
    const [then, now] = [textOf(before), textOf(after)];
    if (then === void 0 || now === void 0 || before?.kind === "opaque" || after?.kind === "opaque")
      return [];
    if (countComments(now) < THRESHOLDS.commentedLeast) return [];
    const active = /* @__PURE__ */ new Map();
    let total = 0;
    for (const line of then.split("\n")) {
      const content = line.trim();
      if (content === "") continue;
      total += 1;
      if (!COMMENT2.test(line) && content.length > 2) active.set(content, (active.get(content) ?? 0) + 1);
    }
    if (total < THRESHOLDS.commentedLeast) return [];
    const { commented, first } = newlyCommented(now, active);
    if (commented < THRESHOLDS.commentedLeast || commented / total < THRESHOLDS.commentedDoubtful) return [];
    const share2 = Math.round(commented / total * 1e3) / 1e3;
    const severity = commented / total < THRESHOLDS.commentedShare ? "warning" : "error";
    return [{ severity, place: { line: first, column: 1 }, args: { commented, share: share2 } }];
  },
  message: (finding, base) => ({
    what: `${count(Number(finding.args.commented), "line")} (${percent(Number(finding.args.share))}) in ${finding.path} are commented out.`,
    why: `${serviceOf(finding.service)} falls back to defaults for all of them, and the file stays valid.`,
    fix: `Take the comment signs away if it was a trial (${putBack(base, finding.path)}), or delete the lines, so that the difference shows what is given up.`
  })
};
function countComments(text) {
  return text.split("\n").filter((line) => COMMENT2.test(line)).length;
}
function newlyCommented(text, active) {
  const lines = text.split("\n");
  for (const line of lines) {
    const content = line.trim();
    const left = active.get(content);
    if (left !== void 0) active.set(content, left - 1);
  }
  let commented = 0;
  let first = 1;
  lines.forEach((line, index) => {
    const content = COMMENT2.exec(line)?.[1]?.trim();
    const left = content === void 0 ? 0 : active.get(content) ?? 0;
    if (content === void 0 || left <= 0) return;
    active.set(content, left - 1);
    commented += 1;
    if (commented === 1) first = index + 1;
  });
  return { commented, first };
}

// src/checks/path-collision.ts
var pathCollision = {
  id: "path-collision",
  severity: "error",
  uncritical: "off",
  summary: "A new path is the same file as a critical one on some file systems",
  help: "Two paths that differ only in case, or in how accents are encoded, are one file on macOS, on Windows and on some network shares: whichever is written last wins.",
  configure: "There is no option. Choose another name.",
  run({ context }) {
    const twin = context.twin();
    return twin === void 0 ? [] : [{ args: { twin } }];
  },
  message: (finding) => ({
    what: `${finding.path} and ${String(finding.args.twin)} are the same file where names are not case-sensitive or are normalised.`,
    why: "Whichever is checked out or copied last replaces the other, without a message.",
    fix: "Give the new file another name, or delete it."
  })
};

// src/policy/relatives.ts
var MOST_PEERS = 12;
function findKin(patterns, paths, all) {
  const known = new Set(all);
  const families = environmentFamilies(patterns, all);
  const peers = groupPeers(paths, all);
  const sampled = new Set(all.flatMap(sampledDirectories));
  return (path) => {
    const family = families.get(path);
    const word = wordsOf2(path).find((each2) => environmentKind(each2) !== void 0);
    const environment = family?.environment ?? word;
    const declared = (family?.others ?? []).map((other) => ({ ...other, relation: "declared" }));
    const related = /* @__PURE__ */ new Map([[path, { path, relation: "peer" }]]);
    for (const relative of [
      ...declared,
      ...otherEnvironments(path, known),
      ...sampled.has(directoryOf(path)) ? samplesOf(path, known) : [],
      ...peersOf(path, peers)
    ]) {
      if (!related.has(relative.path)) related.set(relative.path, relative);
    }
    related.delete(path);
    return { ...environment !== void 0 && { environment }, relatives: [...related.values()] };
  };
}
var SEPARATORS = /([/._-])/;
function wordsOf2(path) {
  return path.split(SEPARATORS);
}
function otherEnvironments(path, known) {
  const words2 = wordsOf2(path);
  const found = [];
  for (const [index, word] of words2.entries()) {
    const kind = environmentKind(word);
    if (kind === void 0) continue;
    for (const name of environmentNames) {
      if (environmentKind(name) === kind) continue;
      const everywhere = words2.map((each2) => each2 === word ? name : each2).join("");
      const here = words2.with(index, name).join("");
      for (const other of [everywhere, here]) {
        if (known.has(other)) found.push({ path: other, relation: "discovered", environment: name });
      }
    }
  }
  return found;
}
var SAMPLE_WORDS = ["example", "sample", "dist", "default", "defaults", "template", "tmpl"];
function isSample(path) {
  const name = baseName(path).toLowerCase().split(/[._-]/);
  return SAMPLE_WORDS.some((word) => name.includes(word)) || /(?:^|\/)(?:examples?|samples?)\//i.test(path);
}
var NAMES_SAMPLE = new RegExp(SAMPLE_WORDS.join("|"));
function sampledDirectories(path) {
  if (!NAMES_SAMPLE.test(path)) return [];
  const directory = directoryOf(path);
  return [directory, directoryOf(directory)];
}
function samplesOf(path, known) {
  const [directory, name] = [directoryOf(path), baseName(path)];
  const below2 = (file) => directory === "" ? file : `${directory}/${file}`;
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  const candidates2 = SAMPLE_WORDS.flatMap((word) => [
    ...[".", "-", "_"].flatMap((mark) => [
      `${name}${mark}${word}`,
      `${stem}${mark}${word}${extension}`,
      `${word}${mark}${name}`
    ]),
    `${word}/${name}`,
    `${word}s/${name}`
  ]);
  return candidates2.map(below2).filter((other) => other !== path && known.has(other)).map((other) => ({ path: other, relation: "sample" }));
}
function shapesOf(path) {
  const parts = path.split("/");
  const directories = parts.slice(0, -1).map((_, index) => parts.with(index, "\0").join("/"));
  const name = parts.at(-1).split(/([._-])/);
  const words2 = name.flatMap(
    (word, index) => index % 2 === 1 || word === "" || index === name.length - 1 ? [] : [[...parts.slice(0, -1), name.with(index, "\0").join("")].join("/")]
  );
  return [...directories, ...name.length > 3 ? words2 : []];
}
function groupPeers(paths, all) {
  const groups = new Map(paths.flatMap(shapesOf).map((shape2) => [shape2, []]));
  const names = new Set(paths.map(extensionOf));
  if (groups.size === 0) return groups;
  for (const path of all) {
    if (!names.has(extensionOf(path))) continue;
    for (const shape2 of shapesOf(path)) groups.get(shape2)?.push(path);
  }
  return groups;
}
function extensionOf(path) {
  return /\.[^./]*$/.exec(path)?.[0] ?? baseName(path);
}
function peersOf(path, groups) {
  return shapesOf(path).toReversed().flatMap((shape2) => firstOthers(groups.get(shape2) ?? [], path)).slice(0, MOST_PEERS).map((other) => ({ path: other, relation: "peer" }));
}
function firstOthers(group, path) {
  return group.slice(0, MOST_PEERS + 1).filter((other) => other !== path);
}

// src/checks/placeholder-value.ts
var placeholderValue = {
  id: "placeholder-value",
  severity: "error",
  uncritical: "warning",
  foldsOfKey: ["key-retyped", "schema-violation", "value-doubtful"],
  summary: "A real value becomes a placeholder, or is lost",
  help: 'A value that was real is now one that somebody still has to fill in (`CHANGEME`, `<your-token>`, `TODO`, `example.com`, `password`), one that a screen masked (`********`, `[REDACTED]`), or what a failed rendering leaves behind (`undefined`, `[object Object]`, `<no value>`, `"${{"`, `https:///v1`, `registry/api:`): error. A scripted edit of a public project turned every expression of its workflows into `"${{"`; the YAML stayed valid. Warning where the new value is a real one in some files: `localhost` in place of a host, `None`, `test`, an expression in a file that had none; and where a new key of a critical file starts with an unmistakable placeholder. A value that becomes empty is a notice, because ordinary changes do that, too. It is a warning for secrets and for five keys at once, and an error for a whole document inside of a value. A value that was a placeholder before is no news, and samples (`app.yml.example`) are full of them.',
  configure: "There is no option. Name keys that may never be emptied under `protect`, and give a key that needs more than that a schema with a `pattern` or a `format`.",
  run(subject) {
    if (isSample(subject.change.path)) return [];
    const found = valueChanges(subject).flatMap((change) => judge(change, subject) ?? []);
    const emptied2 = found.filter(
      ({ facts, change }) => facts.how === "emptied" && typeof change.before !== "object"
    );
    const many = emptied2.length >= THRESHOLDS.emptiedKeys;
    const raised = found.map(
      (one2) => many && one2.facts.how === "emptied" && one2.severity === "notice" ? { ...one2, severity: "warning" } : one2
    );
    return reportTogether(raised, subject);
  },
  message(finding, base) {
    const { how, kind, before, after } = finding.args;
    const where = finding.key === void 0 ? "A value" : finding.key;
    const others = othersOf(finding);
    const shown2 = before === void 0 ? "" : ` (it was ${value(before)})`;
    const meaning = MEANINGS[String(kind)] ?? "";
    const what = {
      replaced: `${where} in ${finding.path} becomes ${after === void 0 ? meaning : `${value(after)}: ${meaning}`}${shown2}.${others}`,
      emptied: `${where} in ${finding.path} loses its value${shown2}.${others}`,
      added: `${where} is new in ${finding.path}, and is ${after === void 0 ? meaning : `${value(after)}: ${meaning}`}.${others}`
    };
    return {
      what: what[String(how)],
      why: `${serviceOf(finding.service)} takes it as it stands: the file is still valid.`,
      fix: how === "added" ? "Fill in the real value before this is merged, or leave the key out." : `Put the old value back: ${putBack(base, finding.path)}. Then look at what wrote it: a variable that was not set, a sample, a search and replace.`
    };
  }
};
var MEANINGS = {
  "fill-in": "a placeholder that somebody has to fill in",
  filler: "a filler",
  mask: "a mask that some tool shows instead of the value",
  "no-value": "what a program writes for a value that it does not have",
  "broken-expression": "an expression that is cut off or empty",
  hole: "a value in which a part is missing",
  "sample-key": "a key of somebody's documentation",
  "weak-secret": "a password that everybody knows",
  "sample-host": "a host that exists in examples only",
  "own-host": "the machine itself instead of another host",
  unrendered: "an expression, in a file that had none",
  emptied: "nothing"
};
var FOR_PEOPLE = /(?:^|[._-])(?:examples?|placeholder|description|desc|help|hint|comments?|title|summary|message|notes?|label|about|text)$|(?:Description|Placeholder|Example|Help|Text|Title|Message|Label)$/i;
var REFERENCE = /(?:Ref|From|_ref|_from)$/;
function judge(change, subject) {
  const { before, after, segments } = change;
  const sensitive = isSensitiveKey(segments) && !segments.some((segment) => REFERENCE.test(segment));
  const wasEmpty = before === void 0 || isEmpty(before);
  if (isEmpty(after)) return wasEmpty ? void 0 : emptied(change, sensitive);
  if (typeof after !== "string") return void 0;
  const now = placeholderIn(after, sensitive);
  const forPeople = FOR_PEOPLE.test(segments.at(-1) ?? "");
  if (forPeople && now?.kind !== "broken-expression") return void 0;
  if (wasEmpty) return added(change, now, subject);
  if (placeholderIn(before, sensitive) !== void 0) return void 0;
  const found = (kind, severity) => ({
    change,
    severity,
    facts: { how: "replaced", kind }
  });
  if (now?.kind === "filler" && !now.certain && namesEnvironment(before)) return void 0;
  if (now !== void 0) return found(now.kind, now.certain ? "error" : "warning");
  return typeof before === "string" ? compared(before, after, found, subject) : void 0;
}
function namesEnvironment(value2) {
  return typeof value2 === "string" && environmentWords(value2).length > 0;
}
function compared(before, after, found, subject) {
  if (after.includes("\n")) return void 0;
  const real = namesRealHost(before);
  const addressed = real || before.includes("/");
  if (addressed && hasHole(after) && !hasHole(before)) return found("hole", "error");
  if (real && namesSampleHost(after) && !namesRealHost(after)) return found("sample-host", "error");
  if (real && namesOwnHost(after) && !namesOwnHost(before) && !isForDevelopers(subject)) {
    return found("own-host", "warning");
  }
  const first = hasExpression(after) && !hasExpression(textOf(subject.before) ?? "");
  return first ? found("unrendered", "warning") : void 0;
}
function emptied(change, sensitive) {
  const { before, segments } = change;
  if (segments.length === 0 || change.named) return void 0;
  if (before === void 0 || placeholderIn(before, sensitive) !== void 0) return void 0;
  const scalar = typeof before !== "object";
  const lines = typeof before === "string" ? before.trim().split("\n").length : 1;
  const severity = lines >= THRESHOLDS.emptiedLines ? "error" : sensitive && scalar ? "warning" : "notice";
  return { change, severity, facts: { how: "emptied", kind: "emptied" } };
}
var UNFINISHED = /* @__PURE__ */ new Set([
  "fill-in",
  "mask",
  "no-value",
  "broken-expression",
  "sample-key",
  "weak-secret"
]);
function added(change, now, subject) {
  if (now === void 0 || !now.certain || !UNFINISHED.has(now.kind)) return void 0;
  if (!subject.selection.critical || isForDevelopers(subject)) return void 0;
  return { change, severity: "warning", facts: { how: "added", kind: now.kind } };
}
var FOR_DEVELOPERS = /* @__PURE__ */ new Set(["development", "test", "demo", "sandbox"]);
function isForDevelopers({ change }) {
  return environmentKinds(change.path).some((kind) => FOR_DEVELOPERS.has(kind));
}

// src/checks/policy-changed.ts
var policyChanged = {
  id: "policy-changed",
  severity: "warning",
  uncritical: "error",
  summary: "The change edits what Holdfast judges by: the policy, a schema, or the workflow that runs it",
  help: "The change is judged by the policy and the schemas of the base all the same. The finding tells the reviewer that the next change will be judged otherwise, and names what would no longer be guarded. A policy that is removed, or that cannot be read any more, is an error: the next change would not be guarded at all. So is a workflow that no longer runs Holdfast. A schema that is edited without allowing more than before is a notice; what allows more is named by `schema-weakened`.",
  configure: "Own the policy and the schemas in CODEOWNERS. There is no option.",
  run({ guard, change }) {
    if (guard === void 0) return [];
    if (guard.kind === "policy") return [ofPolicy(guard.change)];
    if (guard.kind === "schema") return ofSchema(guard.change, guard.admits.length, change.path);
    return [
      guard.runs ? { args: { what: "workflow", how: "edited" } } : { severity: "error", args: { what: "workflow", how: "removed" } }
    ];
  },
  message(finding, base) {
    const { what, how, weaker, problem } = finding.args;
    const subject = what === "policy" ? "the policy" : what === "schema" ? "a schema" : "the workflow that runs Holdfast";
    const back = putBack(base, finding.path);
    if (how === "invalid") {
      if (what === "schema") {
        return {
          what: `${finding.path} can no longer be used as a schema. ${withStop(String(problem))}`,
          why: "Once it is merged, no file can be judged by it: every change of one would stop as inconclusive.",
          fix: `Correct it, or put it back: ${back}.`
        };
      }
      return {
        what: `${finding.path} is no valid policy any more: ${withStop(String(problem))}`,
        why: "Once it is merged, no change can be judged: every check would stop as inconclusive.",
        fix: `Correct it at the line shown, or put it back: ${back}.`
      };
    }
    if (how === "removed") {
      return {
        what: what === "workflow" ? `${finding.path} no longer runs Holdfast.` : `${finding.path} (${subject}) is removed.`,
        why: "Once it is merged, nothing of what it guards is checked.",
        fix: `Put it back: ${back}.`
      };
    }
    if (how === "added") {
      if (what === "schema") {
        return {
          what: `${finding.path} is the schema that the policy names and the base does not have.`,
          why: "It counts from the next change on; this one is judged without it.",
          fix: "Have the owners of its files review it."
        };
      }
      return {
        what: `${finding.path} is a new policy.`,
        why: "It counts from the next change on; this one is judged without it.",
        fix: `Try it on this change: holdfast check --policy ${finding.path}.`
      };
    }
    const weakened = Array.isArray(weaker) && weaker.length > 0 ? ` It guards less: ${named2(weaker)}.` : "";
    const uncompared = typeof problem === "string" ? ` What it loosens cannot be said: ${withStop(problem)}` : "";
    const harmless = what === "schema" && uncompared === "" ? " It allows nothing that it did not allow before." : "";
    return {
      what: `${finding.path} (${subject}) is edited.${weakened}${uncompared}${harmless}`,
      why: "This change is judged by the version in the base; later changes are judged by the new one.",
      fix: "Have the owners of the guarded services review it, best in a pull request of its own."
    };
  }
};
function ofSchema(change, admits, path) {
  const what = "schema";
  switch (change.kind) {
    case "removed":
      return [{ args: { what, how: "removed" } }];
    case "added":
      return [{ severity: "notice", args: { what, how: "added" } }];
    case "broken": {
      const { message, place, path: file } = change.problem;
      const args = { what, how: "invalid", problem: message };
      return [{ severity: "error", place: file === path ? place : void 0, args }];
    }
    case "uncompared":
      return [{ args: { what, how: "edited", problem: change.problem.message } }];
    case "edited":
      return change.loosened.length + admits > 0 ? [] : [{ severity: "notice", args: { what, how: "edited" } }];
  }
}
var MOST_WEAKER = 8;
function named2(weaker) {
  const more = weaker.length - MOST_WEAKER;
  return weaker.slice(0, MOST_WEAKER).map(String).join("; ") + (more > 0 ? `; and ${more} more` : "");
}
function ofPolicy(change) {
  switch (change.kind) {
    case "removed":
      return { severity: "error", args: { what: "policy", how: "removed" } };
    case "added":
      return { severity: "notice", args: { what: "policy", how: "added" } };
    case "invalid":
      return {
        severity: "error",
        place: change.place,
        args: { what: "policy", how: "invalid", problem: change.problem }
      };
    case "edited":
      return { args: { what: "policy", how: "edited", weaker: change.weaker } };
  }
}

// src/checks/helm-values.ts
function helmReference(path, segments, nearby) {
  const directory = directoryOf(path);
  const below2 = directory === "" ? "" : `${directory}/`;
  if (!/^values([.-].*)?\.ya?ml$/i.test(baseName(path))) return void 0;
  if (segments.length === 0 || !segments.every((segment) => /^\w+$/.test(segment))) return void 0;
  const fallback = nearby.find((file) => file.path === `${below2}values.yaml`);
  if (fallback !== void 0 && new RegExp(`^["']?${segments[0]}["']?\\s*:`, "m").test(fallback.text)) {
    return void 0;
  }
  const name = `.Values.${segments.join(".")}`;
  const printed = new RegExp(`${escapeExpression(name)}(?![\\w-])`);
  for (const file of nearby) {
    if (!file.path.startsWith(`${below2}templates/`) || !file.text.includes(name)) continue;
    const line = file.text.split("\n").findIndex((each2) => printed.test(each2));
    if (line !== -1) return { path: file.path, line: line + 1 };
  }
  return void 0;
}

// src/checks/lost-names.ts
function lostNames({ changes }) {
  const lost3 = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const last = change.segments.at(-1);
    if (change.kind !== "removed" || last === void 0 || /^\d+$/.test(last)) continue;
    const item = last.includes("=");
    const name = item ? last.slice(last.indexOf("=") + 1) : last;
    if (name.length < THRESHOLDS.referenceShortest) continue;
    lost3.set(name, { name, item, list: item ? change.segments.at(-2) : void 0, change });
  }
  return lost3.size > THRESHOLDS.referenceMostNames ? [] : [...lost3.values()];
}

// src/checks/spans.ts
function* spansBetween(text, marks) {
  const next = new Map(marks.map((mark) => [mark, text.indexOf(mark[0])]));
  for (let from = 0; ; ) {
    let first;
    for (const [mark, known] of next) {
      const at2 = known === -1 || known >= from ? known : text.indexOf(mark[0], from);
      if (at2 === -1) next.delete(mark);
      else next.set(mark, at2);
      if (at2 !== -1 && (first === void 0 || at2 < first.at)) first = { mark, at: at2 };
    }
    if (first === void 0) return;
    const [open, close] = first.mark;
    const end = text.indexOf(close, first.at + open.length);
    if (end === -1) {
      next.delete(first.mark);
    } else {
      yield [first.at, end + close.length];
      from = end + close.length;
    }
  }
}

// src/checks/references.ts
var EXPRESSIONS = [
  ["{{", "}}"],
  ["{%", "%}"],
  ["${", "}"],
  ["((", "))"]
];
var compiled = /* @__PURE__ */ new Map();
var MOST_COMPILED = 200;
function patternsOf(name) {
  const known = compiled.get(name);
  if (known !== void 0) return known;
  const word = escapeExpression(name);
  const patterns = {
    word: new RegExp(`(?<![\\w-])${word}(?![\\w-])`),
    key: new RegExp(`^\\s*(?:-\\s+)?(?:export\\s+|variable\\s+)?["']?${word}["']?\\s*[:={]`),
    named: new RegExp(
      `^\\s*(?:-\\s+)?["']?(?:name|id|key)["']?\\s*[:=]\\s*["']?${word}["']?,?\\s*(?:#.*)?$`,
      "s"
    ),
    item: new RegExp(`(?:[:[,]|-\\s)\\s*["']?${word}["']?\\s*(?:[\\],]\\s*)?(?:#.*)?$`, "s")
  };
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(name, patterns);
  return patterns;
}
function refersInExpression(text, name) {
  if (isVariable(text, name)) return true;
  const { word } = patternsOf(name);
  for (const [start, end] of spansBetween(text, EXPRESSIONS))
    if (word.test(text.slice(start, end))) return true;
  return false;
}
var OWNER = /\b(?:var|local|Values(?:\.\w+)*)\.$/;
var LONGEST_OWNER = 200;
function isVariable(text, name) {
  for (let at2 = text.indexOf(`.${name}`); at2 !== -1; at2 = text.indexOf(`.${name}`, at2 + 1)) {
    if (/[\w-]/.test(text[at2 + 1 + name.length] ?? "")) continue;
    if (OWNER.test(text.slice(Math.max(0, at2 - LONGEST_OWNER), at2 + 1))) return true;
  }
  return false;
}
function ownReferences(after, lost3) {
  const found = /* @__PURE__ */ new Map();
  const defined = /* @__PURE__ */ new Set();
  const byName2 = new Map(lost3.map((one2) => [one2.name, one2]));
  const visit = (value2, document2, path, list2) => {
    if (typeof value2 === "string") {
      for (const one2 of lost3) {
        if (found.has(one2) || !value2.includes(one2.name) || !refersTo(value2, one2)) continue;
        found.set(one2, { pointer: path.reduce(child, ""), document: document2 });
      }
    } else if (Array.isArray(value2)) {
      for (const [index, item] of value2.entries()) below2(item, document2, path, String(index), list2);
    } else if (isObject(value2)) {
      for (const key of Object.keys(value2)) {
        const inner = value2[key];
        const named3 = typeof inner === "string" ? byName2.get(inner) : void 0;
        if (named3?.item && list2 === named3.list) defined.add(named3);
        const same = byName2.get(key);
        if (same !== void 0) defined.add(same);
        below2(inner, document2, path, key, key);
      }
    }
  };
  const below2 = (value2, document2, path, step, list2) => {
    path.push(step);
    visit(value2, document2, path, list2);
    path.pop();
  };
  for (const [document2, value2] of after.values.entries()) visit(value2, document2, [], void 0);
  for (const one2 of defined) found.delete(one2);
  return found;
}
function refersTo(value2, lost3) {
  return value2 === lost3.name ? lost3.item : refersInExpression(value2, lost3.name);
}
function mentionIn(text, { name, item }) {
  let found;
  let [from, number] = [0, 1];
  for (let at2 = text.indexOf(name); at2 !== -1; at2 = text.indexOf(name, from)) {
    for (let newline2 = text.indexOf("\n", from); newline2 !== -1 && newline2 < at2; ) {
      [from, number] = [newline2 + 1, number + 1];
      newline2 = text.indexOf("\n", from);
    }
    const newline = text.indexOf("\n", at2);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(from, end);
    const { key, named: named3, item: itself } = patternsOf(name);
    if (key.test(`${line}
${firstBehind(text, end)}`) || item && named3.test(line)) return "defines";
    if (found === void 0 && (refersInExpression(line, name) || item && itself.test(line)))
      found = { line: number };
    if (newline === -1) break;
    [from, number] = [newline + 1, number + 1];
  }
  return found;
}
function firstBehind(text, offset) {
  let at2 = offset;
  while (at2 < text.length && /\s/.test(text[at2])) at2 += 1;
  return text[at2] ?? "";
}

// src/checks/reference-dangling.ts
var MOST_REPORTS4 = 10;
var referenceDangling = {
  id: "reference-dangling",
  severity: "warning",
  uncritical: "off",
  folds: ["key-removed"],
  summary: "Something is removed to which this file, or one near it, still refers",
  help: "A volume that a container still mounts, a handler that a task still notifies, a variable that a template still prints. The name is gone from this file, nothing else defines it, and a value still is this name (items of lists), or an expression still holds it: `{{ \u2026 }}`, the braces of a shell or of Terraform, `((\u2026))`, `var.\u2026`, `.Values.\u2026`. Looked at are this file and, for names of six characters and more, the 1,000 nearest files of the head. Names that are put together at run time are not seen.",
  configure: "There is no option. Remove what refers to it in the same change, or keep the name until nothing refers to it.",
  run(subject) {
    const { difference, after, selection } = subject;
    if (difference === void 0 || after?.kind !== "parsed" || !selection.critical) return [];
    const lost3 = lostNames(difference);
    const own = ownReferences(after, lost3);
    return lost3.flatMap((one2) => dangling(subject, one2, own.get(one2))).slice(0, MOST_REPORTS4);
  },
  message: (finding, base) => ({
    what: `${finding.key} is removed from ${finding.path}, and ${finding.args.in === finding.path ? "line " : `${String(finding.args.in)}:`}${Number(finding.args.line)} still refers to ${String(finding.args.name)}.`,
    why: `Nothing defines it any more. ${serviceOf(finding.service)} fails where it is used, or runs with nothing in its place.`,
    fix: `Put it back as it was (${putBack(base, finding.path)}), or remove what refers to it in the same change.`
  })
};
function dangling(subject, lost3, own) {
  const { before, after, change, context } = subject;
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
  const printed = helmReference(change.path, lost3.change.segments, context.nearby());
  if (printed !== void 0) return [elsewhere(subject, lost3, printed)];
  const near = nearMention(subject, lost3, own !== void 0 && lost3.item);
  if (near === "defines") return [];
  const place = own && after.place(own.pointer, own.document, "value");
  if (place !== void 0) {
    return [
      {
        place,
        key: lost3.change.name,
        args: { name: shownName(subject, lost3), in: change.path, line: place.line }
      }
    ];
  }
  if (near === void 0 || isNamed2(subject, lost3.name)) return [];
  return [elsewhere(subject, lost3, near)];
}
function shownName(subject, { name, item, change }) {
  const label = change.segments.at(-1) ?? "";
  const shown2 = item ? itemName(label.slice(0, label.indexOf("=")), name, hiddenNames(subject)) : name;
  return subject.context.show(shown2, []);
}
function elsewhere(subject, lost3, at2) {
  const { before } = subject;
  const { change } = lost3;
  return {
    place: before?.kind === "parsed" ? before.place(change.beforeKey ?? "", change.beforeDocument) : void 0,
    side: "before",
    key: change.name,
    args: { name: shownName(subject, lost3), in: at2.path, line: at2.line }
  };
}
function nearMention({ change, context }, lost3, apart) {
  const worth = lost3.name.length >= THRESHOLDS.referenceShortestNear;
  let found;
  for (const { path, text } of context.nearby()) {
    if (apart && directoryOf(path) === directoryOf(change.path)) continue;
    const mention = mentionIn(text, lost3);
    if (mention === "defines") return "defines";
    if (mention !== void 0 && worth) found ??= { path, line: mention.line };
  }
  return found;
}
function isNamed2({ after }, name) {
  return after?.kind === "parsed" && mentionIn(after.text, { name, item: true }) === "defines";
}

// src/checks/replaced-by-sibling.ts
var replacedBySibling = {
  id: "replaced-by-sibling",
  wholeFile: true,
  severity: "error",
  uncritical: "warning",
  folds: ["file-replaced", "file-renamed", ...OF_OTHER_CONTENT],
  summary: "A file becomes (nearly) another file: another environment's, a sample, another service's",
  help: "This file was different from the other one, and now is (nearly) equal to it: at least 90% alike now and less than 80% before, or nearly all of the differences gone. The other file is the same file of another environment (by the policy's `environments`, or by its path), a sample (`app.yml.example`, `app.dist.yml`), its peer (the same file of another service, region or cluster), or any file of the base with exactly this content. Two files that are swapped are two findings, and each names the other. This is the accident that started the project: a deployment script wrote staging's file over production's. The result is valid, complete, and wrong, and no other check sees it when both files have the same keys.",
  configure: "Declare the family where the paths do not tell it: `environments: ['config/auth/{environment}.yml']`. Two files that differ in fewer than three values may become equal without a finding: promoting a version is ordinary work.",
  run({ before, after, change, context }) {
    if (before === void 0 || after === void 0 || change.after === void 0) return [];
    const found = context.siblings().flatMap((sibling) => becameLike(sibling, before, after, change.after.id));
    const alike2 = ({ args }) => Number(args.alike);
    const [closest] = found.sort((left, right) => alike2(right) - alike2(left));
    const environment = context.environment();
    if (closest === void 0) return [];
    return [environment === void 0 ? closest : { ...closest, args: { ...closest.args, environment } }];
  },
  message(finding, base) {
    const { sibling, alike: alike2, alikeBefore, differences, swapped } = finding.args;
    const equal2 = alike2 === 1 ? `exactly ${String(sibling)}` : `${percent(Number(alike2))} ${String(sibling)}`;
    const before = `before, ${percent(Number(alikeBefore))} of it was the same (${count(Number(differences), "difference")})`;
    const exchanged = swapped === true ? ` The two files are swapped.` : "";
    return {
      what: `${finding.path} is now ${equal2}; ${before}.${exchanged}`,
      why: `${serviceOf(finding.service)} would run ${whose(finding)}. It is valid, so nothing else stops it.`,
      fix: `Put the old file back: ${putBack(base, finding.path)}. Then correct the command or the merge that brought the content of ${String(sibling)} here.`
    };
  }
};
function whose({ args }) {
  const { relation, environment, sibling, siblingEnvironment } = args;
  if (siblingEnvironment !== void 0) {
    const here = environment === void 0 ? "" : ` in ${String(environment)}`;
    return `${here.trimStart()}${here === "" ? "" : " "}with the configuration of ${String(siblingEnvironment)}`;
  }
  if (relation === "sample") return "with the values of a sample";
  return `with what belongs to ${String(sibling)}`;
}
function becameLike(sibling, before, after, afterId) {
  const then = likeness(before, sibling.document);
  const now = sibling.id === afterId ? { alike: 1, differences: 0 } : likeness(after, sibling.document);
  if (then === void 0 || now === void 0 || now.alike <= then.alike) return [];
  if (then.differences < THRESHOLDS.siblingLeastDifferences) return [];
  const byShare = now.alike >= THRESHOLDS.siblingNow && then.alike < THRESHOLDS.siblingThen;
  const byDifferences = now.differences <= then.differences * (1 - THRESHOLDS.siblingNow);
  if (!byShare && !byDifferences) return [];
  const args = {
    sibling: sibling.path,
    relation: sibling.relation,
    alike: floor(now.alike),
    alikeBefore: floor(then.alike),
    differences: then.differences,
    content: afterId.slice(0, 12)
  };
  if (sibling.environment !== void 0) args.siblingEnvironment = sibling.environment;
  if (sibling.swapped) args.swapped = true;
  return [{ place: { line: 1, column: 1 }, args }];
}
function likeness(one2, other) {
  if (one2.kind === "parsed" && other.kind === "parsed") {
    const { values: values2, changes } = countChanges(one2, other);
    const total2 = values2.before + other.values.reduce((sum2, value2) => sum2 + countLeaves(value2), 0);
    return total2 === 0 ? void 0 : { alike: 2 * values2.kept / total2, differences: changes };
  }
  const [left, right] = [textOf(one2), textOf(other)];
  if (left === void 0 || right === void 0) return void 0;
  const { kept, before, after } = compareLines(left, right);
  const total = before + after;
  if (total < THRESHOLDS.leastLines * 2) return void 0;
  return { alike: 2 * kept / total, differences: Math.max(before, after) - kept };
}
function floor(share2) {
  return Math.floor(share2 * 1e3) / 1e3;
}

// src/cel/meter.ts
var CelError = class extends Error {
};
var OverBudget = class extends Error {
};
var CALL_BUDGET = 1e6;
var FILE_BUDGET = 1e7;
function spend(meter, units) {
  meter.left -= units;
  if (meter.left < 0) throw new OverBudget();
}
function spendText(meter, length) {
  spend(meter, Math.ceil(length / 10));
}

// src/cel/value.ts
var kinds = /* @__PURE__ */ new WeakMap();
function markList(list2, kind) {
  if (kind !== void 0) kinds.set(list2, kind);
  return list2;
}
function listKind(list2) {
  return kinds.get(list2);
}
function kindOf(value2) {
  switch (typeof value2) {
    case "boolean":
      return "bool";
    case "bigint":
      return "int";
    case "number":
      return "double";
    case "string":
      return "string";
  }
  if (value2 === null) return "null";
  if (Array.isArray(value2)) return "list";
  if (value2 instanceof Map) return "map";
  return value2 instanceof Uint8Array ? "bytes" : value2.cel;
}
function isKind(value2, kind) {
  return kindOf(value2) === kind;
}
function optional(value2) {
  return value2 === void 0 ? { cel: "optional" } : { cel: "optional", value: value2 };
}

// src/cel/operators.ts
var LEAST_INT = -(2n ** 63n);
var GREATEST_INT = 2n ** 63n - 1n;
function int(value2) {
  if (value2 < LEAST_INT || value2 > GREATEST_INT) throw new CelError("integer overflow");
  return value2;
}
function timestamp(ns) {
  const [least, end] = [-62135596800000000000n, 253402300800000000000n];
  if (ns < least || ns >= end) throw new CelError("the timestamp is out of range");
  return { cel: "timestamp", ns };
}
function noOverload(name, ...values2) {
  return new CelError(`no such overload: ${name} for ${values2.map(kindOf).join(", ")}`);
}
function isTrue(value2) {
  if (typeof value2 === "boolean") return value2;
  throw noOverload("a condition", value2);
}
function equal(meter, left, right) {
  spend(meter, 1);
  if (left === right) return true;
  if (typeof left === "string" && typeof right === "string") {
    spendText(meter, Math.min(left.length, right.length));
    return false;
  }
  if (isNumber(left) && isNumber(right)) return left <= right && left >= right;
  if (Array.isArray(left) && Array.isArray(right)) return equalLists(meter, left, right);
  if (left instanceof Map && right instanceof Map) return equalMaps(meter, left, right);
  if (left instanceof Uint8Array && right instanceof Uint8Array)
    return left.length === right.length && left.every((byte, index) => byte === right[index]);
  return equalSpecials(meter, left, right);
}
function isNumber(value2) {
  return typeof value2 === "bigint" || typeof value2 === "number";
}
function equalLists(meter, left, right) {
  if (left.length !== right.length) return false;
  const kind = listKind(left) ?? listKind(right);
  if (kind === void 0) return left.every((item, index) => equal(meter, item, right[index]));
  return left.every((item) => right.some((other) => equal(meter, item, other)));
}
function equalMaps(meter, left, right) {
  if (left.size !== right.size) return false;
  for (const [key, value2] of left) {
    const other = right.get(key);
    if (other === void 0 || !equal(meter, value2, other)) return false;
  }
  return true;
}
function equalSpecials(meter, left, right) {
  if (isKind(left, "timestamp") && isKind(right, "timestamp")) return left.ns === right.ns;
  if (isKind(left, "duration") && isKind(right, "duration")) return left.ns === right.ns;
  if (isKind(left, "type") && isKind(right, "type")) return left.name === right.name;
  if (isKind(left, "url") && isKind(right, "url")) return left.text === right.text;
  if (isKind(left, "ip") && isKind(right, "ip"))
    return left.family === right.family && left.bits === right.bits;
  if (isKind(left, "cidr") && isKind(right, "cidr"))
    return left.family === right.family && left.bits === right.bits && left.prefix === right.prefix;
  if (isKind(left, "optional") && isKind(right, "optional")) {
    if (left.value === void 0 || right.value === void 0) return left.value === right.value;
    return equal(meter, left.value, right.value);
  }
  if (isKind(left, "quantity") && isKind(right, "quantity")) return compare2(left, right) === 0;
  if (isKind(left, "semver") && isKind(right, "semver")) return compare2(left, right) === 0;
  return false;
}
function compare2(left, right) {
  if (isNumber(left) && isNumber(right))
    return left < right ? -1 : left > right ? 1 : left >= right ? 0 : void 0;
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (isKind(left, "timestamp") && isKind(right, "timestamp") || isKind(left, "duration") && isKind(right, "duration"))
    return compareInts(left.ns, right.ns);
  if (isKind(left, "quantity") && isKind(right, "quantity")) {
    const exponent = Math.min(left.exponent, right.exponent);
    const scaled = (one2) => one2.digits * 10n ** BigInt(one2.exponent - exponent);
    return compareInts(scaled(left), scaled(right));
  }
  if (isKind(left, "semver") && isKind(right, "semver")) return compareVersions(left, right);
  throw noOverload("comparison", left, right);
}
function compareInts(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}
function compareText(left, right) {
  if (left === right) return 0;
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return Buffer.compare(a, b);
}
function compareVersions(left, right) {
  for (const [index, part2] of left.parts.entries()) {
    const order = compareInts(part2, right.parts[index]);
    if (order !== 0) return order;
  }
  if (left.pre.length === 0 || right.pre.length === 0)
    return Math.sign(right.pre.length) - Math.sign(left.pre.length);
  for (let index = 0; index < Math.max(left.pre.length, right.pre.length); index++) {
    const [a, b] = [left.pre[index], right.pre[index]];
    if (a === void 0 || b === void 0) return a === void 0 ? -1 : 1;
    const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    const order = x && y ? compareInts(BigInt(a), BigInt(b)) : x !== y ? x ? -1 : 1 : compareText(a, b);
    if (order !== 0) return order;
  }
  return 0;
}
function arithmetic(meter, operator, left, right) {
  if (typeof left === "bigint" && typeof right === "bigint") return ofInts(operator, left, right);
  if (isNumber(left) && isNumber(right)) return ofDoubles(operator, Number(left), Number(right));
  if (operator === "+") return add(meter, left, right);
  if (operator === "-") return subtract(left, right);
  throw noOverload(operator, left, right);
}
function ofInts(operator, left, right) {
  if (operator === "+") return int(left + right);
  if (operator === "-") return int(left - right);
  if (operator === "*") return int(left * right);
  if (right === 0n) throw new CelError("division by zero");
  return int(operator === "/" ? left / right : left % right);
}
function ofDoubles(operator, left, right) {
  if (operator === "+") return left + right;
  if (operator === "-") return left - right;
  if (operator === "*") return left * right;
  if (operator === "/") return left / right;
  throw new CelError("no such overload: % for double");
}
function add(meter, left, right) {
  if (typeof left === "string" && typeof right === "string") {
    spendText(meter, left.length + right.length);
    return left + right;
  }
  if (Array.isArray(left) && Array.isArray(right)) return concatenate(meter, left, right);
  if (isKind(left, "duration") && isKind(right, "duration"))
    return { cel: "duration", ns: int(left.ns + right.ns) };
  if (isKind(left, "timestamp") && isKind(right, "duration")) return timestamp(left.ns + right.ns);
  if (isKind(left, "duration") && isKind(right, "timestamp")) return timestamp(left.ns + right.ns);
  throw noOverload("+", left, right);
}
function subtract(left, right) {
  if (isKind(left, "duration") && isKind(right, "duration"))
    return { cel: "duration", ns: int(left.ns - right.ns) };
  if (isKind(left, "timestamp") && isKind(right, "timestamp"))
    return { cel: "duration", ns: int(left.ns - right.ns) };
  if (isKind(left, "timestamp") && isKind(right, "duration")) return timestamp(left.ns - right.ns);
  throw noOverload("-", left, right);
}
function concatenate(meter, left, right) {
  spend(meter, left.length + right.length);
  const kind = listKind(left);
  if (kind === void 0) return [...left, ...right];
  const result = [...left];
  const keysOf = (item) => kind.type === "map" && item instanceof Map ? kind.keys.map((key) => item.get(key) ?? null) : [item];
  for (const item of right) {
    const keys = keysOf(item);
    const place = result.findIndex((other) => equal(meter, keysOf(other), keys));
    if (place === -1) result.push(item);
    else result[place] = item;
  }
  return markList(result, kind);
}

// src/cel/seen.ts
function note(meter, value2, whole2 = false) {
  if (meter.seen === void 0) return value2;
  if (value2 === null || typeof value2 !== "object") meter.seen.push(`${typeof value2} ${String(value2)}`);
  else if (whole2) meter.seen.push(written(meter, value2));
  return value2;
}
function written(meter, value2) {
  spend(meter, 1);
  if (Array.isArray(value2)) return `[${value2.map((item) => written(meter, item)).join(",")}]`;
  if (value2 instanceof Map) {
    const members = [...value2].map(([key, item]) => `${JSON.stringify(String(key))}:${written(meter, item)}`);
    return `{${members.toSorted().join(",")}}`;
  }
  if (typeof value2 === "string") spendText(meter, value2.length);
  if (value2 === null || typeof value2 !== "object") return `${typeof value2} ${JSON.stringify(String(value2))}`;
  if (value2 instanceof Uint8Array) return Buffer.from(value2).toString("hex");
  return Object.values(value2).map((part2) => typeof part2 === "object" ? "\u2026" : String(part2)).join(" ");
}

// src/cel/comprehensions.ts
function iterate(call, macro, receiver, run2) {
  const { name, body } = macro;
  if (name === "or" || name === "orValue" || name === "optMap" || name === "optFlatMap")
    return ofOptional(macro, receiver, run2);
  const steps = stepsOf(call, macro, receiver);
  const [first, second] = body;
  const test = (step) => isTrue(run2(first, step));
  switch (name) {
    case "all":
      return quantify(call, steps, test, false);
    case "exists":
      return quantify(call, steps, test, true);
    case "filter":
      return each(call, steps, (step) => test(step) ? [step[0][1]] : []);
    case "map":
    case "transformList":
      return each(call, steps, (step) => {
        if (second === void 0) return [run2(first, step)];
        return test(step) ? [run2(second, step)] : [];
      });
    default:
      return each(call, steps, (step) => test(step) ? [true] : []).length === 1;
  }
}
function stepsOf({ meter }, { name, variables: variables2 }, receiver) {
  const entries = Array.isArray(receiver) ? receiver.map((item, index) => [BigInt(index), item]) : receiver instanceof Map ? [...receiver] : [];
  if (!Array.isArray(receiver) && !(receiver instanceof Map)) throw noOverload(name, receiver);
  spend(meter, entries.length);
  const [one2, two] = variables2;
  return entries.map(
    ([key, value2]) => two === void 0 ? [[one2, Array.isArray(receiver) ? value2 : key]] : [
      [one2, key],
      [two, value2]
    ]
  );
}
function each({ meter }, steps, make) {
  return steps.flatMap((step) => {
    spend(meter, 1);
    return make(step);
  });
}
function quantify({ meter }, steps, test, decisive) {
  let failure;
  note(meter, BigInt(steps.length));
  for (const step of steps) {
    spend(meter, 1);
    try {
      if (test(step) === decisive) return decisive;
    } catch (error) {
      if (!(error instanceof CelError)) throw error;
      failure ??= error;
    }
  }
  if (failure !== void 0) throw failure;
  return !decisive;
}
function ofOptional({ name, variables: variables2, body }, receiver, run2) {
  if (!isKind(receiver, "optional")) throw noOverload(name, receiver);
  const { value: value2 } = receiver;
  if (name === "orValue") return value2 === void 0 ? run2(body[0], []) : value2;
  if (name === "or") return value2 === void 0 ? run2(body[0], []) : receiver;
  if (value2 === void 0) return receiver;
  const made4 = run2(body[0], [[variables2[0], value2]]);
  return name === "optMap" ? optional(made4) : made4;
}

// src/cel/time.ts
var SECOND = 1000000000n;
var UNITS = {
  h: 3600n * SECOND,
  m: 60n * SECOND,
  s: SECOND,
  ms: 1000000n,
  us: 1000n,
  \u00B5s: 1000n,
  \u03BCs: 1000n,
  ns: 1n
};
function parseDuration(text) {
  const [, sign, rest] = /^([-+]?)(.*)$/s.exec(text);
  if (rest === "0") return 0n;
  if (!/^((\d{1,19}\.?\d{0,19}|\.\d{1,19})(ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return void 0;
  let total = 0n;
  for (const [, whole2 = "", fraction = "", unit] of rest.matchAll(
    /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g
  )) {
    const size = UNITS[unit];
    total += BigInt(whole2 === "" ? 0 : whole2) * size;
    if (fraction !== "") total += BigInt(fraction) * size / 10n ** BigInt(fraction.length);
  }
  return sign === "-" ? -total : total;
}
function parseTimestamp(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(?:[Zz]|([-+])(\d\d):(\d\d))$/.exec(
    text
  );
  if (match === null) return void 0;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const days = toDays(year, month, day);
  const back = fromDays(days);
  if (back.month !== month || back.day !== day || hour > 23 || minute > 59 || second > 59) return void 0;
  const offset = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * (match[8] === "-" ? -60 : 60);
  const seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset;
  return BigInt(seconds) * SECOND + BigInt((match[7] ?? "").padEnd(9, "0"));
}
function toDays(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}
function fromDays(days) {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: years + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
function utcParts(ns) {
  const total = floorDivide(ns, SECOND);
  const days = Number(floorDivide(total, 86400n));
  const { year, month, day } = fromDays(days);
  const seconds = Number(total) - days * 86400;
  return {
    year,
    month,
    day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    millisecond: Number((ns - total * SECOND) / 1000000n),
    weekday: ((days + 4) % 7 + 7) % 7,
    dayOfYear: days - toDays(year, 1, 1)
  };
}
function floorDivide(value2, by) {
  const quotient = value2 / by;
  return value2 % by < 0n ? quotient - 1n : quotient;
}
function timestampText(ns) {
  const { year, month, day, hour, minute, second } = utcParts(ns);
  const two = (number) => String(number).padStart(2, "0");
  const time = `${two(hour)}:${two(minute)}:${two(second)}`;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${time}${fractionOf(ns)}Z`;
}
function durationText(ns) {
  const size = ns < 0n ? -ns : ns;
  return `${ns < 0n ? "-" : ""}${size / SECOND}${fractionOf(size)}s`;
}
function fractionOf(ns) {
  const rest = ns - floorDivide(ns, SECOND) * SECOND;
  return rest === 0n ? "" : `.${String(rest).padStart(9, "0").replace(/0+$/, "")}`;
}

// src/cel/functions/define.ts
function define(signature, run2) {
  const [, owner, mark, name, list2] = /^(?:(\w+)([./]))?(\w+)\((.*)\)$/.exec(signature);
  const parameters = list2 === "" ? [] : list2.split(", ");
  const count2 = parameters.length;
  const key = mark === void 0 ? `${name}/${count2}` : mark === "." ? `.${name}/${count2}` : `${owner}.${name}/${count2}`;
  return {
    key,
    parameters: mark === "." ? [owner, ...parameters] : parameters,
    run: (call, args) => run2(call, ...args)
  };
}

// src/cel/functions/convert.ts
var CONVERSIONS = [
  define("dyn(any)", (_call, value2) => value2),
  define("type(any)", (_call, value2) => ({ cel: "type", name: typeName(value2) })),
  define("string(any)", (call, value2) => {
    const text = toText(value2);
    spendText(call.meter, text.length);
    return text;
  }),
  define("int(int)", (_call, value2) => value2),
  define("int(double)", (_call, value2) => {
    if (!Number.isFinite(value2)) throw new CelError("integer overflow");
    return int(BigInt(Math.trunc(value2)));
  }),
  define("int(string)", (_call, text) => {
    if (!/^[-+]?\d{1,20}$/.test(text)) throw new CelError("the text is not an int");
    return int(BigInt(text.replace(/^\+/, "")));
  }),
  define("int(timestamp)", (_call, time) => time.ns / 1000000000n),
  define("double(number)", (_call, value2) => Number(value2)),
  define("double(string)", (call, text) => {
    spendText(call.meter, text.length);
    if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) throw new CelError("the text is not a double");
    return Number(text);
  }),
  define("bool(bool)", (_call, value2) => value2),
  define("bool(string)", (_call, text) => {
    if (/^(1|t|true|TRUE|True)$/.test(text)) return true;
    if (/^(0|f|false|FALSE|False)$/.test(text)) return false;
    throw new CelError("the text is not a bool");
  }),
  define("bytes(bytes)", (_call, value2) => value2),
  define("bytes(string)", (call, text) => {
    spendText(call.meter, text.length);
    return Uint8Array.from(Buffer.from(text));
  }),
  define("size(bytes)", (_call, value2) => BigInt(value2.length)),
  define("bytes.size()", (_call, value2) => BigInt(value2.length)),
  define("size(list)", (_call, list2) => BigInt(list2.length)),
  define("list.size()", (_call, list2) => BigInt(list2.length)),
  define("size(map)", (_call, map) => BigInt(map.size)),
  define("map.size()", (_call, map) => BigInt(map.size)),
  define("optional/of(any)", (call, value2) => {
    spend(call.meter, 1);
    return { cel: "optional", value: value2 };
  }),
  define(
    "optional/ofNonZeroValue(any)",
    (_call, value2) => isZero(value2) ? { cel: "optional" } : { cel: "optional", value: value2 }
  ),
  define("optional/none()", () => ({ cel: "optional" })),
  define("optional.hasValue()", (_call, value2) => value2.value !== void 0),
  define("optional.value()", (_call, value2) => {
    if (value2.value === void 0) throw new CelError("the optional has no value");
    return value2.value;
  })
];
function isZero(value2) {
  if (value2 === null || value2 === false || value2 === "" || value2 === 0 || value2 === 0n) return true;
  if (Array.isArray(value2)) return value2.length === 0;
  return value2 instanceof Map && value2.size === 0;
}
var TYPE_NAMES = [
  "bool",
  "bytes",
  "double",
  "int",
  "list",
  "map",
  "null_type",
  "string",
  "type"
];
function typeName(value2) {
  const kind = kindOf(value2);
  if (kind === "null") return "null_type";
  if (kind === "timestamp") return "google.protobuf.Timestamp";
  return kind === "duration" ? "google.protobuf.Duration" : kind;
}
function toText(value2) {
  switch (typeof value2) {
    case "string":
      return value2;
    case "bigint":
    case "boolean":
      return String(value2);
    case "number":
      return doubleText(value2);
  }
  if (value2 instanceof Uint8Array) return Buffer.from(value2).toString("utf8");
  if (isKind(value2, "timestamp")) return timestampText(value2.ns);
  if (isKind(value2, "duration")) return durationText(value2.ns);
  if (isKind(value2, "url") || isKind(value2, "quantity") || isKind(value2, "semver")) return value2.text;
  throw noOverload("string", value2);
}
function doubleText(value2) {
  if (value2 === Number.POSITIVE_INFINITY) return "+Inf";
  if (value2 === Number.NEGATIVE_INFINITY) return "-Inf";
  return String(value2);
}

// src/cel/functions/lists.ts
var LISTS = [
  define("list.isSorted()", (call, list2) => {
    spend(call.meter, list2.length);
    return list2.every((item, index) => index === 0 || (compare2(list2[index - 1], item) ?? 0) <= 0);
  }),
  define("list.sum()", (call, list2) => sum(call, list2)),
  define("list.min()", (call, list2) => extreme(call, list2, -1)),
  define("list.max()", (call, list2) => extreme(call, list2, 1)),
  define(
    "list.indexOf(any)",
    (call, list2, wanted) => BigInt(list2.findIndex((item) => equal(call.meter, item, wanted)))
  ),
  define(
    "list.lastIndexOf(any)",
    (call, list2, wanted) => BigInt(list2.findLastIndex((item) => equal(call.meter, item, wanted)))
  ),
  define("list.reverse()", (call, list2) => {
    spend(call.meter, list2.length);
    return list2.toReversed();
  }),
  define("list.distinct()", (call, list2) => {
    const kept = [];
    for (const item of list2) if (!has(call, kept, item)) kept.push(item);
    return kept;
  }),
  define("list.slice(int, int)", (call, list2, start, end) => {
    spend(call.meter, list2.length);
    if (start < 0n || end < start || end > BigInt(list2.length)) throw new CelError("index out of range");
    return list2.slice(Number(start), Number(end));
  }),
  define("sets/contains(list, list)", (call, list2, part2) => holds(call, list2, part2)),
  define(
    "sets/equivalent(list, list)",
    (call, list2, other) => holds(call, list2, other) && holds(call, other, list2)
  ),
  define(
    "sets/intersects(list, list)",
    (call, list2, other) => other.some((item) => has(call, list2, item))
  ),
  define(
    "string.matches(string)",
    ({ meter, regex }, text, pattern) => regex.matches(meter, text, pattern)
  ),
  define(
    "matches(string, string)",
    ({ meter, regex }, text, pattern) => regex.matches(meter, text, pattern)
  ),
  define(
    "string.find(string)",
    ({ meter, regex }, text, pattern) => regex.findAll(meter, text, pattern, 1)[0] ?? ""
  ),
  define(
    "string.findAll(string)",
    ({ meter, regex }, text, pattern) => regex.findAll(meter, text, pattern, Number.POSITIVE_INFINITY)
  ),
  define(
    "string.findAll(string, int)",
    ({ meter, regex }, text, pattern, limit) => regex.findAll(meter, text, pattern, limit < 0n ? Number.POSITIVE_INFINITY : Number(limit))
  )
];
function has({ meter }, list2, wanted) {
  return list2.some((item) => equal(meter, item, wanted));
}
function holds(call, list2, part2) {
  return part2.every((item) => has(call, list2, item));
}
function sum({ meter }, list2) {
  spend(meter, list2.length);
  const [first, ...rest] = list2;
  if (first === void 0) return 0n;
  return rest.reduce((total, item) => arithmetic(meter, "+", total, item), first);
}
function extreme({ meter }, list2, direction) {
  spend(meter, list2.length);
  const [first, ...rest] = list2;
  if (first === void 0) throw new CelError(`${direction < 0 ? "min" : "max"} of an empty list`);
  return rest.reduce((best, item) => compare2(item, best) === direction ? item : best, first);
}

// src/cel/functions/names.ts
var LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
var DNS1123_LABEL = new RegExp(`^${LABEL}$`);
var DNS1123_SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
var DNS1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
var QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
var LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
var FORMATS = {
  dns1123Label: (text) => text.length <= 63 && DNS1123_LABEL.test(text),
  dns1123Subdomain: (text) => text.length <= 253 && DNS1123_SUBDOMAIN.test(text),
  dns1035Label: (text) => text.length <= 63 && DNS1035_LABEL.test(text),
  dns1123LabelPrefix: (text) => text.length <= 63 && DNS1123_LABEL.test(text.replace(/-$/, "a")),
  dns1123SubdomainPrefix: (text) => text.length <= 253 && DNS1123_SUBDOMAIN.test(text.replace(/-$/, "a")),
  dns1035LabelPrefix: (text) => text.length <= 63 && DNS1035_LABEL.test(text.replace(/-$/, "a")),
  qualifiedName: isQualifiedName,
  labelValue: (text) => text.length <= 63 && LABEL_VALUE.test(text),
  uuid: (text) => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
  byte: (text) => /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
};
function isQualifiedName(text) {
  const [name, prefix, ...more] = text.split("/").reverse();
  if (more.length > 0 || name === void 0 || name.length > 63 || !QUALIFIED_NAME.test(name)) return false;
  return prefix === void 0 || prefix.length <= 253 && DNS1123_SUBDOMAIN.test(prefix);
}
var NAMES2 = [
  ...Object.keys(FORMATS).map((name) => define(`format/${name}()`, () => ({ cel: "format", name }))),
  define(
    "format/named(string)",
    (_call, name) => Object.hasOwn(FORMATS, name) ? optional({ cel: "format", name }) : optional()
  ),
  define("format.validate(string)", (call, format, text) => {
    spendText(call.meter, text.length * 10);
    return FORMATS[format.name](text) ? optional() : optional([`the text is not a ${format.name}`]);
  }),
  define("isSemver(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseSemver(text) !== void 0;
  }),
  define("semver(string)", (call, text) => {
    spendText(call.meter, text.length);
    const version = parseSemver(text);
    if (version === void 0) throw new CelError("the text is not a semantic version");
    return version;
  }),
  define("semver.compareTo(semver)", (_call, one2, other) => BigInt(compare2(one2, other))),
  define("semver.isLessThan(semver)", (_call, one2, other) => compare2(one2, other) === -1),
  define("semver.isGreaterThan(semver)", (_call, one2, other) => compare2(one2, other) === 1),
  define("semver.major()", (_call, { parts }) => parts[0]),
  define("semver.minor()", (_call, { parts }) => parts[1]),
  define("semver.patch()", (_call, { parts }) => parts[2])
];
function parseSemver(text) {
  if (text.length > 256) return void 0;
  const match = /^(0|[1-9]\d{0,17})\.(0|[1-9]\d{0,17})\.(0|[1-9]\d{0,17})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.exec(
    text
  );
  if (match === null) return void 0;
  const pre = match[4]?.split(".") ?? [];
  if (pre.some((part2) => /^0\d+$/.test(part2))) return void 0;
  return { cel: "semver", parts: [BigInt(match[1]), BigInt(match[2]), BigInt(match[3])], pre, text };
}

// src/cel/functions/network.ts
var BITS = { 4: 32, 6: 128 };
var NETWORK = [
  define("isIP(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseIp(text) !== void 0;
  }),
  define("ip(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseIp(text) ?? fail("the text is not an IP address");
  }),
  define("ip/isCanonical(string)", (call, text) => {
    spendText(call.meter, text.length);
    return ipText(parseIp(text) ?? fail("the text is not an IP address")) === text;
  }),
  define("string(ip)", (_call, ip) => ipText(ip)),
  define("ip.family()", (_call, ip) => BigInt(ip.family)),
  define("ip.isUnspecified()", (_call, ip) => ip.bits === 0n),
  define("ip.isLoopback()", (_call, ip) => ip.family === 4 ? ip.bits >> 24n === 127n : ip.bits === 1n),
  define(
    "ip.isLinkLocalMulticast()",
    (_call, ip) => ip.family === 4 ? ip.bits >> 8n === 0xe00000n : (ip.bits >> 112n & 0xff0fn) === 0xff02n
  ),
  define(
    "ip.isLinkLocalUnicast()",
    (_call, ip) => ip.family === 4 ? ip.bits >> 16n === 0xa9fen : ip.bits >> 118n === 0x3fan
  ),
  define("ip.isGlobalUnicast()", (_call, ip) => isGlobal(ip)),
  define("isCIDR(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseCidr(text) !== void 0;
  }),
  define("cidr(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseCidr(text) ?? fail("the text is not a CIDR");
  }),
  define("string(cidr)", (_call, cidr) => `${ipText({ ...cidr, cel: "ip" })}/${cidr.prefix}`),
  define("cidr.containsIP(ip)", (_call, cidr, ip) => contains(cidr, ip, BITS[ip.family])),
  define("cidr.containsIP(string)", (_call, cidr, text) => {
    const ip = parseIp(text) ?? fail("the text is not an IP address");
    return contains(cidr, ip, BITS[ip.family]);
  }),
  define("cidr.containsCIDR(cidr)", (_call, cidr, other) => contains(cidr, other, other.prefix)),
  define("cidr.containsCIDR(string)", (_call, cidr, text) => {
    const other = parseCidr(text) ?? fail("the text is not a CIDR");
    return contains(cidr, other, other.prefix);
  }),
  define("cidr.ip()", (_call, { family, bits }) => ({ cel: "ip", family, bits })),
  define("cidr.masked()", (_call, cidr) => ({ ...cidr, bits: masked(cidr, cidr.prefix) })),
  define("cidr.prefixLength()", (_call, cidr) => BigInt(cidr.prefix)),
  define("isURL(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseUrl(text) !== void 0;
  }),
  define("url(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseUrl(text) ?? fail("the text is not a URL");
  }),
  define("url.getScheme()", (_call, { scheme }) => scheme),
  define("url.getHost()", (_call, { host }) => host),
  define("url.getHostname()", (_call, { host }) => host.replace(/:\d*$/, "").replace(/^\[|\]$/g, "")),
  define("url.getPort()", (_call, { host }) => /:(\d*)$/.exec(host)?.[1] ?? ""),
  define("url.getEscapedPath()", (_call, { path }) => path),
  define("url.getQuery()", (_call, { query }) => {
    const found = /* @__PURE__ */ new Map();
    for (const [key, value2] of new URLSearchParams(query)) addTo(found, key, value2);
    return found;
  })
];
function fail(message) {
  throw new CelError(message);
}
function parseUrl(text) {
  const match = /^(?:([a-z][a-z0-9+.-]*):)?(\/\/([^/?]*))?(\/[^?]*)?(?:\?(.*))?$/is.exec(text);
  if (match === null || /[\s\x00-\x1f\x7f]/.test(text)) return void 0;
  const [, scheme = "", authority, userAndHost = "", path = "", query = ""] = match;
  if (scheme === "" && (authority !== void 0 || path === "")) return void 0;
  if (authority === void 0 && path === "") return void 0;
  const host = userAndHost.slice(userAndHost.lastIndexOf("@") + 1);
  if (!/^(\[[0-9a-f:.%]+\]|[^[\]<>"\\^`{|}:]*)(:\d*)?$/i.test(host)) return void 0;
  if (/%(?![0-9a-f]{2})/i.test(path)) return void 0;
  return { cel: "url", text, scheme: scheme.toLowerCase(), host, path, query };
}
function parseIp(text) {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split(".");
    if (parts.some((part2) => Number(part2) > 255 || part2.length > 1 && part2.startsWith("0")))
      return void 0;
    return { cel: "ip", family: 4, bits: parts.reduce((bits2, part2) => bits2 << 8n | BigInt(part2), 0n) };
  }
  if (!/^[0-9a-f:]{2,39}$/i.test(text) || text.includes(":::")) return void 0;
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return void 0;
  const left = head === "" ? [] : head.split(":");
  const right = tail === void 0 || tail === "" ? [] : tail.split(":");
  const missing = 8 - left.length - right.length;
  if (tail === void 0 ? missing !== 0 : missing < 1) return void 0;
  const groups = [...left, ...new Array(missing).fill("0"), ...right];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return void 0;
  const bits = groups.reduce((all, group) => all << 16n | BigInt(`0x${group}`), 0n);
  return bits >> 32n === 0xffffn ? void 0 : { cel: "ip", family: 6, bits };
}
function parseCidr(text) {
  const [, address, size] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const ip = address === void 0 ? void 0 : parseIp(address);
  if (ip === void 0 || Number(size) > BITS[ip.family]) return void 0;
  return { cel: "cidr", family: ip.family, bits: ip.bits, prefix: Number(size) };
}
function ipText({ family, bits }) {
  const width = family === 4 ? 8n : 16n;
  const parts = Array.from(
    { length: family === 4 ? 4 : 8 },
    (_, index) => Number(bits >> width * BigInt((family === 4 ? 3 : 7) - index) & (1n << width) - 1n)
  );
  if (family === 4) return parts.join(".");
  const groups = parts.map((part2) => part2.toString(16)).join(":");
  const [run2] = [...groups.matchAll(/\b0(:0)+\b/g)].toSorted(
    (a, b) => b[0].length - a[0].length || a.index - b.index
  );
  if (run2 === void 0) return groups;
  const before = groups.slice(0, run2.index).replace(/:$/, "");
  return `${before}::${groups.slice(run2.index + run2[0].length).replace(/^:/, "")}`;
}
function masked({ family, bits }, prefix) {
  const rest = BigInt(BITS[family] - prefix);
  return bits >> rest << rest;
}
function contains(cidr, other, prefix) {
  return cidr.family === other.family && prefix >= cidr.prefix && masked(other, cidr.prefix) === masked(cidr, cidr.prefix);
}
function isGlobal({ family, bits }) {
  if (family === 4) {
    const first = bits >> 24n;
    return bits !== 0n && bits !== 0xffffffffn && first !== 127n && first >> 4n !== 14n && bits >> 16n !== 0xa9fen;
  }
  return bits > 1n && bits >> 120n !== 0xffn && bits >> 118n !== 0x3fan;
}

// src/cel/functions/quantity.ts
var DECIMAL = {
  n: -9,
  u: -6,
  m: -3,
  "": 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18
};
var BINARY = {
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
  Ei: 2n ** 60n
};
var LARGEST_EXPONENT = 100;
var QUANTITIES = [
  define("isQuantity(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseQuantity(text) !== void 0;
  }),
  define("quantity(string)", (call, text) => {
    spendText(call.meter, text.length);
    const quantity = parseQuantity(text);
    if (quantity === void 0) throw new CelError("the text is not a quantity (such as 500m or 2Gi)");
    return quantity;
  }),
  define(
    "quantity.compareTo(quantity)",
    (_call, one2, other) => BigInt(compare2(one2, other))
  ),
  define(
    "quantity.isLessThan(quantity)",
    (_call, one2, other) => compare2(one2, other) === -1
  ),
  define(
    "quantity.isGreaterThan(quantity)",
    (_call, one2, other) => compare2(one2, other) === 1
  ),
  define("quantity.sign()", (_call, { digits }) => digits < 0n ? -1n : digits > 0n ? 1n : 0n),
  define("quantity.add(quantity)", (_call, one2, other) => added2(one2, other, 1n)),
  define("quantity.sub(quantity)", (_call, one2, other) => added2(one2, other, -1n)),
  define("quantity.add(int)", (_call, one2, other) => added2(one2, whole(other), 1n)),
  define("quantity.sub(int)", (_call, one2, other) => added2(one2, whole(other), -1n)),
  define("quantity.isInteger()", (_call, one2) => integerOf(one2) !== void 0),
  define("quantity.asInteger()", (_call, one2) => {
    const value2 = integerOf(one2);
    if (value2 === void 0) throw new CelError("the quantity is not an integer");
    return int(value2);
  }),
  define(
    "quantity.asApproximateFloat()",
    (_call, { digits, exponent }) => Number(digits) * 10 ** exponent
  )
];
function parseQuantity(text) {
  const match = /^([-+]?)(\d{1,40})?(?:\.(\d{0,40}))?(?:([KMGTPE]i)|([numkMGTPE]?)|[eE]([-+]?\d{1,3}))$/.exec(
    text
  );
  if (match === null) return void 0;
  const [, sign, integer = "", fraction = "", binary2, decimal = "", power = "0"] = match;
  const exponent = Number(power) + DECIMAL[decimal] - fraction.length;
  if (integer + fraction === "" || Math.abs(exponent) > LARGEST_EXPONENT) return void 0;
  const digits = BigInt(integer + fraction) * (binary2 === void 0 ? 1n : BINARY[binary2]);
  return { cel: "quantity", digits: sign === "-" ? -digits : digits, exponent, text };
}
function whole(value2) {
  return { cel: "quantity", digits: value2, exponent: 0, text: String(value2) };
}
function added2(one2, other, sign) {
  const exponent = Math.min(one2.exponent, other.exponent);
  const scaled = (quantity) => quantity.digits * 10n ** BigInt(quantity.exponent - exponent);
  const digits = scaled(one2) + sign * scaled(other);
  return { cel: "quantity", digits, exponent, text: `${digits}e${exponent}` };
}
function integerOf({ digits, exponent }) {
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const unit = 10n ** BigInt(-exponent);
  return digits % unit === 0n ? digits / unit : void 0;
}

// src/cel/text.ts
var SURROGATE = /[\ud800-\udbff][\udc00-\udfff]/;
function lengthOf(text) {
  return SURROGATE.test(text) ? [...text].length : text.length;
}
function sliceOf(text, start, end) {
  const points = SURROGATE.test(text) ? [...text] : text;
  const [from, to] = [Number(start), end === void 0 ? points.length : Number(end)];
  if (from < 0 || to < from || to > points.length) return void 0;
  const part2 = points.slice(from, to);
  return typeof part2 === "string" ? part2 : part2.join("");
}
function toPoint(text, unit) {
  return BigInt(unit <= 0 ? unit : lengthOf(text.slice(0, unit)));
}
function toUnit(text, point) {
  if (!SURROGATE.test(text)) return point;
  return [...text].slice(0, point).join("").length;
}

// src/cel/functions/format.ts
function formatted({ meter }, pattern, values2) {
  spendText(meter, pattern.length);
  let next = 0;
  const result = pattern.replace(/%(?:\.(\d{1,3}))?([a-zA-Z%])|%/g, (clause, precision, verb) => {
    if (verb === "%") return "%";
    if (verb === void 0 || next >= values2.length) throw new CelError(`format: ${clause} has no value`);
    const text = one(String(verb), values2[next++], precision === void 0 ? 6 : Number(precision));
    spendText(meter, text.length);
    return text;
  });
  spend(meter, values2.length);
  return result;
}
function one(verb, value2, precision) {
  if (verb === "s") return described(value2);
  if (typeof value2 === "bigint") {
    if (verb === "d") return String(value2);
    if (verb === "b") return value2.toString(2);
    if (verb === "o") return value2.toString(8);
    if (verb === "x") return value2.toString(16);
    if (verb === "X") return value2.toString(16).toUpperCase();
  }
  if (typeof value2 === "number" || typeof value2 === "bigint") {
    if (verb === "f") return Number(value2).toFixed(Math.min(precision, 100));
    if (verb === "e")
      return Number(value2).toExponential(Math.min(precision, 100)).replace(/e([+-])(\d)$/, "e$10$2");
    if (verb === "d" && typeof value2 === "number") return String(value2);
  }
  throw new CelError(`format: %${verb} does not fit a ${kindOf(value2)}`);
}
function described(value2) {
  if (value2 === null) return "null";
  if (Array.isArray(value2)) return `[${value2.map(described).join(", ")}]`;
  if (value2 instanceof Map)
    return `{${[...value2].map(([key, item]) => `${String(key)}: ${described(item)}`).join(", ")}}`;
  return toText(value2);
}

// src/cel/functions/strings.ts
var reading = (run2) => ({ meter }, text) => {
  spendText(meter, text.length);
  return run2(text);
};
var both = (run2) => ({ meter }, text, other) => {
  spendText(meter, text.length + other.length);
  return run2(text, other);
};
var STRINGS = [
  define(
    "size(string)",
    reading((text) => BigInt(lengthOf(text)))
  ),
  define(
    "string.size()",
    reading((text) => BigInt(lengthOf(text)))
  ),
  define(
    "string.contains(string)",
    both((text, part2) => text.includes(part2))
  ),
  define(
    "string.startsWith(string)",
    both((text, part2) => text.startsWith(part2))
  ),
  define(
    "string.endsWith(string)",
    both((text, part2) => text.endsWith(part2))
  ),
  define(
    "string.lowerAscii()",
    reading((text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
  ),
  define(
    "string.upperAscii()",
    reading((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()))
  ),
  define(
    "string.trim()",
    reading((text) => text.trim())
  ),
  define(
    "string.reverse()",
    reading((text) => [...text].reverse().join(""))
  ),
  define("string.charAt(int)", (call, text, index) => {
    spendText(call.meter, text.length);
    return index === BigInt(lengthOf(text)) ? "" : outOfRange(sliceOf(text, index, index + 1n));
  }),
  define("string.substring(int)", (call, text, start) => {
    spendText(call.meter, text.length);
    return outOfRange(sliceOf(text, start));
  }),
  define("string.substring(int, int)", (call, text, start, end) => {
    spendText(call.meter, text.length);
    return outOfRange(sliceOf(text, start, end));
  }),
  define(
    "string.indexOf(string)",
    both((text, part2) => toPoint(text, text.indexOf(part2)))
  ),
  define("string.indexOf(string, int)", (call, text, part2, from) => {
    spendText(call.meter, text.length + part2.length);
    outOfRange(sliceOf(text, from));
    return toPoint(text, text.indexOf(part2, toUnit(text, Number(from))));
  }),
  define(
    "string.lastIndexOf(string)",
    both((text, part2) => toPoint(text, text.lastIndexOf(part2)))
  ),
  define("string.lastIndexOf(string, int)", (call, text, part2, from) => {
    spendText(call.meter, text.length + part2.length);
    outOfRange(sliceOf(text, from));
    return toPoint(text, text.lastIndexOf(part2, toUnit(text, Number(from))));
  }),
  define(
    "string.replace(string, string)",
    (call, text, part2, by) => replaced(call, text, part2, by, -1n)
  ),
  define("string.replace(string, string, int)", replaced),
  define(
    "string.split(string)",
    (call, text, separator) => split(call, text, separator, -1n)
  ),
  define("string.split(string, int)", split),
  define("list.join()", (call, list2) => joined(call, list2, "")),
  define("list.join(string)", joined),
  define("string.format(list)", (call, pattern, values2) => formatted(call, pattern, values2))
];
function outOfRange(part2) {
  if (part2 === void 0) throw new CelError("index out of range");
  return part2;
}
function replaced(call, text, part2, by, limit) {
  spendText(call.meter, text.length);
  const pieces = split(call, text, part2, limit < 0n ? -1n : limit + 1n);
  spendText(call.meter, pieces.length * by.length);
  if (part2 !== "" || limit === 0n) return limit === 0n ? text : pieces.join(by);
  const all = limit < 0n || limit > BigInt(pieces.length);
  return all ? `${by}${pieces.join(by)}${text === "" ? "" : by}` : `${by}${pieces.join(by)}`;
}
function split({ meter }, text, separator, limit) {
  spendText(meter, text.length + separator.length);
  if (limit === 0n) return [];
  const parts = separator === "" ? [...text] : text.split(separator);
  spend(meter, parts.length);
  if (limit < 0n || BigInt(parts.length) <= limit) return parts;
  const kept = Number(limit) - 1;
  return [...parts.slice(0, kept), parts.slice(kept).join(separator)];
}
function joined({ meter }, list2, separator) {
  const texts = list2.map((item) => {
    if (typeof item !== "string") throw new CelError("join needs a list of strings");
    spendText(meter, item.length + separator.length);
    return item;
  });
  return texts.join(separator);
}

// src/cel/functions/times.ts
var part = (name, pick) => define(`timestamp.${name}()`, (_call, time) => BigInt(pick(utcParts(time.ns))));
var inUnits = (name, size) => define(`duration.${name}()`, (_call, time) => time.ns / size);
var TIMES = [
  define("timestamp(timestamp)", (_call, time) => time),
  define("timestamp(int)", (_call, seconds) => timestamp(seconds * 1000000000n)),
  define("timestamp(string)", (call, text) => {
    spendText(call.meter, text.length);
    const ns = parseTimestamp(text);
    if (ns === void 0) throw new CelError("the text is not a timestamp (RFC 3339)");
    return { cel: "timestamp", ns };
  }),
  define("duration(duration)", (_call, time) => time),
  define("duration(string)", (call, text) => {
    spendText(call.meter, text.length);
    const ns = parseDuration(text);
    if (ns === void 0) throw new CelError("the text is not a duration (such as 1h30m)");
    return { cel: "duration", ns: int(ns) };
  }),
  part("getFullYear", ({ year }) => year),
  part("getMonth", ({ month }) => month - 1),
  part("getDate", ({ day }) => day),
  part("getDayOfMonth", ({ day }) => day - 1),
  part("getDayOfWeek", ({ weekday }) => weekday),
  part("getDayOfYear", ({ dayOfYear }) => dayOfYear),
  part("getHours", ({ hour }) => hour),
  part("getMinutes", ({ minute }) => minute),
  part("getSeconds", ({ second }) => second),
  part("getMilliseconds", ({ millisecond }) => millisecond),
  inUnits("getHours", 3600000000000n),
  inUnits("getMinutes", 60000000000n),
  inUnits("getSeconds", 1000000000n),
  define("duration.getMilliseconds()", (_call, time) => time.ns / 1000000n % 1000n)
];

// src/cel/functions/index.ts
var ALL = [
  ...NETWORK,
  ...TIMES,
  ...CONVERSIONS,
  ...STRINGS,
  ...LISTS,
  ...QUANTITIES,
  ...NAMES2
];
var byKey = groupBy(ALL, ({ key }) => key);
var NAMESPACES = /* @__PURE__ */ new Set(["cel", "format", "ip", "optional", "sets"]);
function hasFunction(key) {
  return byKey.has(key);
}
function isFunctionName(name) {
  return [...byKey.keys()].some((key) => key.split("/")[0] === name);
}
function callFunction(call, key, args) {
  const found = byKey.get(key)?.find(({ parameters }) => parameters.every((wanted, index) => fits2(wanted, args[index])));
  if (found === void 0) throw noOverload(key.replace(/^\.|\/\d+$/g, ""), ...args);
  return found.run(call, args);
}
function fits2(wanted, value2) {
  if (wanted === "any") return true;
  const kind = kindOf(value2);
  return wanted === kind || wanted === "number" && (kind === "int" || kind === "double");
}

// src/cel/macros.ts
var MACROS = {
  all: [
    [2, 1],
    [3, 2]
  ],
  exists: [
    [2, 1],
    [3, 2]
  ],
  exists_one: [
    [2, 1],
    [3, 2]
  ],
  existsOne: [
    [2, 1],
    [3, 2]
  ],
  filter: [[2, 1]],
  map: [
    [2, 1],
    [3, 1]
  ],
  transformList: [
    [3, 2],
    [4, 2]
  ],
  optMap: [[2, 1]],
  optFlatMap: [[2, 1]],
  or: [[1, 0]],
  orValue: [[1, 0]]
};
function macroOf(node) {
  if (node.op !== "rcall") return void 0;
  const [name, receiver, args] = node.args;
  const form = Object.hasOwn(MACROS, name) ? MACROS[name].find(([count2]) => count2 === args.length) : void 0;
  if (form === void 0) return void 0;
  const variables2 = args.slice(0, form[1]).map((arg) => arg.op === "id" ? arg.args : void 0);
  if (variables2.some((variable2) => variable2 === void 0)) return void 0;
  return { name, receiver, variables: variables2, body: args.slice(form[1]) };
}
function bindingOf(node) {
  if (node.op !== "rcall") return void 0;
  const [name, receiver, [variable2, value2, body]] = node.args;
  if (name !== "bind" || receiver.op !== "id" || receiver.args !== "cel" || body === void 0)
    return void 0;
  return variable2.op === "id" ? { variable: variable2.args, value: value2, body } : void 0;
}
function partsOf3(node) {
  switch (node.op) {
    case "value":
    case "id":
      return [];
    case ".":
    case ".?":
      return [node.args[0]];
    case "call":
      return node.args[1];
    case "rcall":
      return [node.args[1], ...node.args[2]];
    case "map":
      return node.args.flat();
    case "!_":
    case "-_":
      return [node.args];
    default:
      return node.args;
  }
}

// src/cel/scope.ts
function within(outer, name, value2) {
  return { name, value: value2, outer };
}

// src/cel/select.ts
var ESCAPES = {
  __underscores__: "__",
  __dot__: ".",
  __dash__: "-",
  __slash__: "/"
};
var RESERVED = /^__(true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)__$/;
function unescapeName(name) {
  const reserved = RESERVED.exec(name);
  if (reserved !== null) return reserved[1];
  return name.replace(/__(underscores|dot|dash|slash)__/g, (written2) => ESCAPES[written2]);
}
function keyIn(map, name, identifier = false) {
  if (typeof name === "string") {
    if (map.has(name)) return name;
    const plain = identifier && name.includes("__") ? unescapeName(name) : name;
    return map.has(plain) ? plain : void 0;
  }
  if (typeof name === "number" && Number.isInteger(name)) return keyIn(map, BigInt(name));
  if (typeof name !== "bigint" && typeof name !== "boolean") throw noOverload("a key", name);
  return map.has(name) ? name : void 0;
}
function fieldOf(value2, name) {
  if (isKind(value2, "optional")) return optionalField(value2, name, true);
  if (!(value2 instanceof Map)) throw noOverload(`.${name}`, value2);
  const key = keyIn(value2, name, true);
  if (key === void 0) throw new CelError(`no such key: ${name}`);
  return value2.get(key);
}
function itemOf(value2, index) {
  if (isKind(value2, "optional")) return optionalField(value2, index);
  if (value2 instanceof Map) {
    const key = keyIn(value2, index);
    if (key === void 0) throw new CelError(`no such key: ${String(index)}`);
    return value2.get(key);
  }
  if (!Array.isArray(value2)) throw noOverload("[]", value2, index);
  const item = typeof index === "bigint" || typeof index === "number" ? value2[Number(index)] : void 0;
  if (item === void 0) throw new CelError(`index out of bounds: ${String(index)}`);
  return item;
}
function optionalField(value2, name, identifier = false) {
  const inner = isKind(value2, "optional") ? value2.value : value2;
  if (inner === void 0) return optional();
  if (inner instanceof Map) {
    const key = keyIn(inner, name, identifier);
    return key === void 0 ? optional() : optional(inner.get(key));
  }
  if (!Array.isArray(inner)) throw noOverload(".?", inner);
  return optional(typeof name === "bigint" ? inner[Number(name)] : void 0);
}
function hasField(value2, name, identifier = false) {
  const inner = isKind(value2, "optional") ? value2.value : value2;
  if (inner === void 0) return false;
  if (!(inner instanceof Map)) throw noOverload("has", inner);
  return keyIn(inner, name, identifier) !== void 0;
}

// src/cel/evaluate.ts
function evaluate(regex, program, variables2, meter) {
  let scope = within(void 0, "self", variables2.self);
  if (variables2.oldSelf !== void 0) scope = within(scope, "oldSelf", variables2.oldSelf);
  try {
    return { kind: "value", value: run({ meter, regex }, program.syntax, scope) };
  } catch (error) {
    if (error instanceof CelError) return { kind: "error", message: error.message };
    if (error instanceof OverBudget || error instanceof RangeError) return { kind: "over-budget" };
    throw error;
  }
}
function run(call, node, scope) {
  spend(call.meter, 1);
  switch (node.op) {
    case "value":
      return node.args;
    case "id":
      return note(call.meter, variable(node.args, scope));
    case ".":
      return note(call.meter, fieldOf(run(call, node.args[0], scope), node.args[1]));
    case ".?":
      return note(call.meter, optionalField(run(call, node.args[0], scope), node.args[1], true));
    case "[]":
      return note(call.meter, itemOf(run(call, node.args[0], scope), run(call, node.args[1], scope)));
    case "[?]":
      return note(call.meter, optionalField(run(call, node.args[0], scope), run(call, node.args[1], scope)));
    case "list":
      return node.args.map((item) => run(call, item, scope));
    case "map":
      return mapOf(call, node.args, scope);
    case "?:":
      return run(call, isTrue(run(call, node.args[0], scope)) ? node.args[1] : node.args[2], scope);
    case "&&":
      return decide(call, node.args, scope, false);
    case "||":
      return decide(call, node.args, scope, true);
    case "!_":
      return !isTrue(run(call, node.args, scope));
    case "-_":
      return negative(run(call, node.args, scope));
    case "call":
      return node.args[0] === "has" ? has2(call, node.args[1][0], scope) : callWith(call, `${node.args[0]}/${node.args[1].length}`, node.args[1], scope);
    case "rcall":
      return callMember(call, node, scope);
    default:
      return binary(call, node.op, run(call, node.args[0], scope), run(call, node.args[1], scope));
  }
}
function variable(name, scope) {
  for (let at2 = scope; at2 !== void 0; at2 = at2.outer)
    if (at2.name === name) return at2.value;
  if (TYPE_NAMES.includes(name)) return { cel: "type", name };
  throw new CelError(`${name} has no value`);
}
function negative(value2) {
  if (typeof value2 === "bigint") return int(-value2);
  if (typeof value2 === "number") return -value2;
  throw noOverload("-", value2);
}
function decide(call, [left, right], scope, decisive) {
  let failure;
  try {
    if (isTrue(run(call, left, scope)) === decisive) return decisive;
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    failure = error;
  }
  const value2 = isTrue(run(call, right, scope));
  if (failure !== void 0 && value2 !== decisive) throw failure;
  return value2;
}
function binary({ meter }, operator, left, right) {
  note(meter, left, true);
  note(meter, right, true);
  switch (operator) {
    case "==":
      return equal(meter, left, right);
    case "!=":
      return !equal(meter, left, right);
    case "in":
      if (Array.isArray(right)) return right.some((item) => equal(meter, item, left));
      if (right instanceof Map) return hasField(right, left);
      throw noOverload("in", left, right);
    case "<":
      return compare2(left, right) === -1;
    case ">":
      return compare2(left, right) === 1;
    case "<=":
      return (compare2(left, right) ?? 1) <= 0;
    case ">=":
      return (compare2(left, right) ?? -1) >= 0;
    default:
      return arithmetic(meter, operator, left, right);
  }
}
function mapOf(call, entries, scope) {
  const map = /* @__PURE__ */ new Map();
  for (const [keyNode, valueNode] of entries) {
    const key = run(call, keyNode, scope);
    if (typeof key !== "string" && typeof key !== "bigint" && typeof key !== "boolean")
      throw noOverload("a key of a map", key);
    if (map.has(key)) throw new CelError(`the key ${String(key)} stands twice in a map`);
    map.set(key, run(call, valueNode, scope));
  }
  return map;
}
function has2(call, node, scope) {
  if (node.op !== "." && node.op !== ".?") throw new CelError("has takes a field");
  const found = hasField(run(call, node.args[0], scope), node.args[1], true);
  note(call.meter, found);
  return found;
}
function callWith(call, key, nodes, scope) {
  const args = nodes.map((node) => note(call.meter, run(call, node, scope), true));
  return callFunction(call, key, args);
}
function callMember(call, node, scope) {
  const binding = bindingOf(node);
  if (binding !== void 0)
    return run(call, binding.body, within(scope, binding.variable, run(call, binding.value, scope)));
  const macro = macroOf(node);
  if (macro !== void 0)
    return iterate(
      call,
      macro,
      run(call, macro.receiver, scope),
      (body, variables2) => run(
        call,
        body,
        variables2.reduce((inner, [name2, value2]) => within(inner, name2, value2), scope)
      )
    );
  const [name, receiver, args] = node.args;
  const space = receiver.op === "id" && !isBound(receiver.args, scope) ? receiver.args : void 0;
  if (space !== void 0 && NAMESPACES.has(space))
    return callWith(call, `${space}.${name}/${args.length}`, args, scope);
  return callWith(call, `.${name}/${args.length}`, [receiver, ...args], scope);
}
function isBound(name, scope) {
  return scope !== void 0 && (scope.name === name || isBound(name, scope.outer));
}

// src/cel/field-path.ts
function parseFieldPath(path) {
  const segments = [];
  let rest = path;
  while (rest !== "") {
    const found = /^(?:\.([^.[\]'"\s]+)|\[(?:'([^'\]]+)'|"([^"\]]+)")\])/.exec(rest);
    if (found === null) return void 0;
    segments.push(found[1] ?? found[2] ?? found[3]);
    rest = rest.slice(found[0].length);
  }
  return segments;
}

// src/cel/rule.ts
function compileRule(cel, text) {
  const main = cel.compile(text.rule);
  if ("fault" in main) return { fault: { ...main.fault, field: "rule" } };
  const fieldPath = parseFieldPath(text.fieldPath ?? "");
  if (fieldPath === void 0)
    return { fault: { message: "it is not a path such as `.spec.replicas`", offset: 0, field: "fieldPath" } };
  const transition = main.program.usesOldSelf && text.optionalOldSelf !== true;
  const rule = { text, program: main.program, fieldPath, transition };
  if (text.messageExpression === void 0) return { rule };
  const message = cel.compile(text.messageExpression);
  if ("fault" in message) return { fault: { ...message.fault, field: "messageExpression" } };
  return { rule: { ...rule, messageProgram: message.program } };
}
function judgeRule(cel, rule, self, oldSelf, budget, seen) {
  if (rule.transition && oldSelf === void 0) return { kind: "not-asked" };
  const outcome = metered(
    budget,
    seen,
    (meter) => evaluate(cel.regex, rule.program, variables(rule, self, oldSelf), meter)
  );
  if (outcome.kind === "over-budget") return { kind: "unjudged", why: "it costs too much on this file" };
  if (outcome.kind === "error") return { kind: "unjudged", why: outcome.message };
  if (typeof outcome.value !== "boolean") return { kind: "unjudged", why: "it gives no `true` or `false`" };
  return { kind: outcome.value ? "holds" : "broken" };
}
function messageOf(cel, rule, self, oldSelf, budget) {
  const { messageProgram } = rule;
  const outcome = messageProgram && metered(
    budget,
    void 0,
    (meter) => evaluate(cel.regex, messageProgram, variables(rule, self, oldSelf), meter)
  );
  if (outcome?.kind === "value" && typeof outcome.value === "string") {
    const text = outcome.value.trim();
    if (text !== "" && !/[\r\n]/.test(text)) return text;
  }
  return rule.text.message;
}
function variables(rule, self, oldSelf) {
  if (rule.text.optionalOldSelf === true) return { self, oldSelf: optional(oldSelf) };
  return oldSelf === void 0 ? { self } : { self, oldSelf };
}
function metered(budget, seen, work) {
  const start = Math.min(CALL_BUDGET, budget.left);
  const meter = { left: start, ...seen === void 0 ? {} : { seen } };
  const result = work(meter);
  budget.left -= start - Math.max(0, meter.left);
  return result;
}

// src/cel/view.ts
var NO_EXACT = () => void 0;
function toValue(meter, json, shape2, exact = NO_EXACT, pointer = "") {
  spend(meter, 1);
  if (typeof json === "number") return toNumber(json, shape2, exact(pointer));
  if (typeof json === "string") return toText2(json, shape2);
  if (Array.isArray(json)) {
    const items = json.map(
      (item, index) => toValue(meter, item, shape2?.item(index), exact, child(pointer, index))
    );
    return markList(items, shape2?.list);
  }
  return isObject(json) ? toMap(meter, json, shape2, exact, pointer) : json;
}
function toMap(meter, json, shape2, exact, pointer) {
  const map = /* @__PURE__ */ new Map();
  for (const key of Object.keys(json)) {
    const inner = shape2?.property(key);
    map.set(key, toValue(meter, json[key], inner, exact, child(pointer, key)));
  }
  return map;
}
function completed(meter, json, shape2) {
  spend(meter, 1);
  if (shape2 === void 0 || json === null || typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((item, index) => completed(meter, item, shape2.item(index)));
  const out = {};
  for (const key of Object.keys(json)) {
    const inner = shape2.property(key);
    if (json[key] !== null || !inner?.dropsNull) setOwn(out, key, completed(meter, json[key], inner));
  }
  for (const key of shape2.defaults) {
    const inner = shape2.property(key);
    if (!Object.hasOwn(out, key) && inner?.default !== void 0)
      setOwn(out, key, completed(meter, inner.default, inner));
  }
  return out;
}
var LEAST_INT2 = -(2n ** 63n);
var GREATEST_INT2 = 2n ** 63n - 1n;
function toNumber(json, shape2, written2) {
  const whole2 = written2 === void 0 ? Number.isInteger(json) : /^-?\d+$/.test(written2);
  if (shape2?.number === "double" || !whole2) return json;
  const value2 = BigInt(written2 ?? json);
  return value2 < LEAST_INT2 || value2 > GREATEST_INT2 ? json : value2;
}
function toText2(json, shape2) {
  if (shape2?.text === void 0) return json;
  if (shape2.text === "bytes") return Uint8Array.from(Buffer.from(json, "base64"));
  const ns = shape2.text === "duration" ? parseDuration(json) : parseTimestamp(json) ?? parseTimestamp(`${json}T00:00:00Z`);
  return ns === void 0 ? json : { cel: shape2.text, ns };
}

// src/cel/apply.ts
function applyRule(cel, rule, now, then, budget) {
  try {
    const self = viewOf(budget, now);
    const oldSelf = then && rule.program.usesOldSelf ? viewOf(budget, then) : void 0;
    const verdict = judgeRule(cel, rule, self, oldSelf, budget);
    if (verdict.kind !== "broken") return verdict;
    const message = tellMessage(cel, rule, now, then, budget);
    const key = fieldOf2(now, rule.fieldPath);
    const before = then && rule.program.usesOldSelf ? at(then.document, then.pointer + key.slice(now.pointer.length)) : void 0;
    return {
      kind: "broken",
      key,
      ...before === void 0 ? {} : { before },
      old: then !== void 0 && !rule.program.usesOldSelf && wasBroken(cel, rule, self, then, budget),
      ...message === void 0 ? {} : { message }
    };
  } catch (error) {
    if (error instanceof OverBudget) return { kind: "unjudged", why: "the file is too large for its rules" };
    if (error instanceof RangeError) return { kind: "unjudged", why: "the file is nested too deeply" };
    throw error;
  }
}
function viewOf(budget, { document: document2, pointer, shape: shape2, exact, views }) {
  let view = views.get(pointer);
  if (view === void 0) {
    view = toValue(budget, at(document2, pointer) ?? null, shape2, exact, pointer);
    views.set(pointer, view);
  }
  return view;
}
function wasBroken(cel, rule, self, then, budget) {
  const [seenNow, seenThen] = [[], []];
  const before = judgeRule(cel, rule, viewOf(budget, then), void 0, budget, seenThen);
  if (before.kind !== "broken") return false;
  judgeRule(cel, rule, self, void 0, budget, seenNow);
  return seenNow.length === seenThen.length && seenNow.every((seen, index) => seen === seenThen[index]);
}
function tellMessage(cel, rule, now, then, budget) {
  if (rule.messageProgram === void 0) return rule.text.message;
  const shown2 = (side) => viewOf(budget, { ...side, document: side.masked(), exact: NO_EXACT, views: /* @__PURE__ */ new Map() });
  return messageOf(cel, rule, shown2(now), then && shown2(then), budget);
}
function fieldOf2({ document: document2, pointer }, path) {
  let key = pointer;
  for (const name of path) {
    const next = child(key, name);
    if (at(document2, next) === void 0) break;
    key = next;
  }
  return key;
}
function at(document2, pointer) {
  return valueAt(document2, segmentsOf(pointer));
}

// src/checks/rule-violation.ts
var ruleViolation = {
  id: "rule-violation",
  severity: "error",
  uncritical: "error",
  summary: "A value breaks a rule of the policy or of its schema",
  help: "Rules are written in CEL, as Kubernetes has them below `x-kubernetes-validations`: `self` is the value after the change, `oldSelf` the one before it. A rule with `oldSelf` judges the step and not the value, and is asked only where there was an old value; this is how halving a number of replicas or moving a version backwards is seen, although every single value is valid. What broke a rule before already, by the same values, is a notice. A rule that fails on a file, or costs more than it may, makes the file inconclusive.",
  configure: "`rules:` in a rule under `critical:`; or `x-kubernetes-validations` in the schema that `schema:` names, which may be a whole CustomResourceDefinition. `severity: warning` in a rule makes its findings warnings.",
  run(subject) {
    const { after } = subject;
    if (after?.kind !== "parsed") return [];
    return subject.context.rules().map((broken) => toReport2(subject, after, broken));
  },
  message(finding) {
    const { message, rule, policy, schema, before, after } = finding.args;
    const key = finding.key === void 0 || finding.key === "" ? "" : finding.key;
    const step = before !== void 0 ? ` It was ${value(before)} and is ${value(after)}.` : after !== void 0 ? ` It is ${value(after)}.` : "";
    const owner = policy === void 0 ? `The schema ${String(schema)}` : "The policy";
    const old = finding.args.old === true;
    return {
      what: message === void 0 ? `${finding.path}: ${key === "" ? "the document" : key} breaks a rule.` : `${finding.path}: ${key === "" ? "" : `${key}: `}${withStop(String(message))}`,
      why: old ? `It broke ${policy === void 0 ? String(schema) : "the policy"} before this change already: ${shortened(String(rule))}.${step}` : `${owner} demands \`${shortened(String(rule))}\`.${step} ${serviceOf(finding.service)} may not survive it.`,
      fix: policy === void 0 ? "Bring the value in line with the rule. If the rule is wrong, change the schema first, in a pull request of its own." : "Bring the value in line with the rule. If the rule is wrong, change the policy first, in a pull request of its own."
    };
  }
};
function toReport2({ context }, after, broken) {
  const { document: document2, key, source, rule, message, reason, old, severity, before } = broken;
  const root = after.values[document2] ?? null;
  const steps = namesOf2(root, key);
  const segments = steps.map(({ name }) => name);
  const now = at(root, key);
  const scalars = [before, now].every((one2) => one2 === void 0 || one2 === null || typeof one2 !== "object");
  return {
    severity: old ? "notice" : severity,
    place: nearestPlace(after, document2, key),
    key: steps.reduce(joinStep, ""),
    args: {
      ...source,
      rule,
      ...message === void 0 ? {} : { message: shortened(message, 500) },
      ...reason === void 0 ? {} : { reason },
      ...scalars && before !== void 0 ? { before: context.show(before, segments) } : {},
      ...scalars && now !== void 0 ? { after: context.show(now, segments) } : {},
      ...old ? { old } : {},
      ...after.values.length > 1 ? { document: document2 + 1 } : {}
    }
  };
}
function nearestPlace(after, document2, key) {
  const place = after.place(key, document2, "key");
  if (place !== void 0) return place;
  return key === "" ? { line: 1, column: 1 } : nearestPlace(after, document2, parentOf(key));
}
function namesOf2(root, pointer) {
  let value2 = root;
  return segmentsOf(pointer).map((segment) => {
    const list2 = Array.isArray(value2) ? value2 : void 0;
    value2 = value2 === void 0 ? void 0 : at(value2, child("", segment));
    return list2 === void 0 ? { name: segment, item: false } : { name: labelsOf(list2)[Number(segment)] ?? segment, item: true };
  });
}
var labels2 = /* @__PURE__ */ new WeakMap();
function labelsOf(list2) {
  let known = labels2.get(list2);
  if (known === void 0) {
    known = new Array(list2.length);
    for (const { before, label } of pairItems(list2, [])) if (before !== void 0) known[before] = label;
    labels2.set(list2, known);
  }
  return known;
}
function joinStep(parent, { name, item }) {
  return item ? `${parent}[${name}]` : joinName(parent, name);
}
function shortened(text, most = 200) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}\u2026`;
}

// src/checks/schema-missing.ts
var schemaMissing = {
  id: "schema-missing",
  severity: "error",
  uncritical: "error",
  summary: "The schema that the policy names does not exist in the base",
  help: "A file is to be judged by a schema that the base commit does not have. Validating nothing would look like success, so this fails. Schemas are read from the base: one that is added in the same change as the configuration does not count yet.",
  configure: "Correct `schema:` in the policy, or land the schema first, in a pull request of its own.",
  run({ context, change }) {
    if (change.status === "removed") return [];
    return context.schemas().flatMap((verdict) => "missing" in verdict ? [{ args: { schema: verdict.schema } }] : []);
  },
  message: (finding) => ({
    what: `${finding.path} cannot be validated: the base has no ${String(finding.args.schema)}.`,
    why: "The policy demands a schema for this file; without it nothing is known about the content.",
    fix: "Correct the path in the policy, or land the schema first, in a pull request of its own."
  })
};

// src/schemas/news.ts
function newViolations(judgement, old) {
  const known = new Set(violationsOf(old).map(markOf));
  return violationsOf(judgement).filter((violation) => !known.has(markOf(violation)));
}
function violationsOf(judgement) {
  return judgement?.kind === "invalid" ? judgement.violations : [];
}
function markOf({ document: document2, key, keyword, facts }) {
  return JSON.stringify([document2, key, keyword, facts.name ?? null]);
}

// src/checks/violation-text.ts
function violationText(finding) {
  const { keyword, expected, actual, name, allowed, limit, pattern, format, detail, otherBranches } = finding.args;
  const key = finding.key === void 0 || finding.key === "" ? "the document" : finding.key;
  const others = typeof otherBranches === "number" && otherBranches > 0 ? ` (in the best fitting of ${otherBranches + 1} forms)` : "";
  const choices = Array.isArray(allowed) ? list(
    allowed.map((choice) => value(choice)),
    allowed.length,
    8
  ) : "";
  const text = {
    required: () => `${key} lacks the key ${JSON.stringify(name)}`,
    additionalProperties: () => `${key} is not a key that may stand here`,
    unevaluatedProperties: () => `${key} is not a key that may stand here`,
    propertyNames: () => `${key} is not an allowed name`,
    type: () => `${key} is ${article(actual)}, expected ${Array.isArray(expected) ? list(expected, expected.length, 8) : ""}`,
    enum: () => `${key} is none of ${choices}`,
    const: () => `${key} has to be ${choices}`,
    minimum: () => `${key} is less than ${String(limit)}`,
    maximum: () => `${key} is more than ${String(limit)}`,
    exclusiveMinimum: () => `${key} has to be more than ${String(limit)}`,
    exclusiveMaximum: () => `${key} has to be less than ${String(limit)}`,
    minLength: () => `${key} is shorter than ${String(limit)} characters`,
    maxLength: () => `${key} is longer than ${String(limit)} characters`,
    minItems: () => `${key} has fewer than ${String(limit)} items`,
    maxItems: () => `${key} has more than ${String(limit)} items`,
    minProperties: () => `${key} has fewer than ${String(limit)} keys`,
    maxProperties: () => `${key} has more than ${String(limit)} keys`,
    uniqueItems: () => `${key} has two equal items`,
    multipleOf: () => `${key} is not a multiple of ${String(limit)}`,
    pattern: () => `${key} does not match ${String(pattern)}`,
    format: () => `${key} is not a valid ${String(format)}`
  };
  const words2 = text[String(keyword)]?.() ?? `${key} ${String(detail ?? `breaks ${String(keyword)}`)}`;
  return `${words2}${others}`;
}
function article(type) {
  if (type === "null") return "null";
  return type === "object" || type === "integer" ? `an ${String(type)}` : `a ${String(type)}`;
}

// src/checks/schema-violation.ts
var schemaViolation = {
  id: "schema-violation",
  severity: "error",
  uncritical: "error",
  foldsOfKey: ["key-misspelt", "value-doubtful"],
  summary: "A file breaks its JSON Schema",
  help: "The head is judged by the schema as it stands in the base, so that a change cannot loosen the schema that judges it. What broke the schema before already is a notice: it is not this change's doing. For `anyOf` and `oneOf` the branch that fits best is reported, not all of them. When the change edits the schema, its files have to be valid by the new schema, too: once the change is merged, that is the schema that holds. This is asked of every file of that schema, up to 200 that the change does not touch; a tightened schema that they break is an error, because the file or the schema is wrong, and both can be corrected in the same change.",
  configure: "`schema:` in a rule under `critical:`, or `schemas:` for files that are not critical.",
  run(subject) {
    const verdicts = subject.context.schemas();
    const later = verdicts.flatMap(
      (verdict) => "missing" in verdict ? [] : newViolations(verdict.proposed, verdict.after).map((violation) => {
        const report = toReport3(subject, verdict.schema, violation);
        const untouched = subject.change.before?.id === subject.change.after?.id;
        return { ...report, args: { ...report.args, version: "head", untouched } };
      })
    );
    const now = verdicts.flatMap((verdict) => {
      if ("missing" in verdict || verdict.after.kind !== "invalid") return [];
      const old = new Set(violationsOf(verdict.before).map(identity));
      return verdict.after.violations.map((violation) => {
        const report = toReport3(subject, verdict.schema, violation);
        if (old.has(identity(violation))) return { severity: "notice", ...report };
        if (verdict.proposed?.kind !== "valid") return report;
        return { ...report, args: { ...report.args, allowedBy: "head" } };
      });
    });
    return [...now, ...later];
  },
  message: (finding) => ({
    what: `${finding.path}: ${violationText(finding)}.`,
    why: whyOf(finding),
    fix: typeof finding.args.nearest === "string" ? `Did you mean ${JSON.stringify(finding.args.nearest)}?` : fixOf(finding)
  })
};
function whyOf({ severity, service, args }) {
  const schema = String(args.schema);
  if (args.version === "head") {
    const file = args.untouched === true ? "which this change does not touch" : "as this change leaves it";
    return `It breaks ${schema} as this change edits it: once that is merged, the file, ${file}, is invalid by its own schema.`;
  }
  if (severity === "notice") return `It broke ${schema} before this change already.`;
  const about = typeof args.about === "string" ? ` (${args.about})` : "";
  return `It breaks ${schema}${about}. ${serviceOf(service)} may refuse it or ignore the key.`;
}
function fixOf({ args }) {
  if (args.version === "head") return "Correct the file in this change, or do not demand it in the schema.";
  if (args.allowedBy === "head") {
    return "Correct the value. This change edits the schema so that it would pass; if that is meant, land the schema first, in a pull request of its own.";
  }
  return "Correct the value. If the schema is wrong, change the schema first, in a pull request of its own.";
}
function toReport3({ after, selection, context }, schema, violation) {
  const { document: document2, key, part: part2, keyword, schemaKey } = violation;
  const facts = { ...violation.facts };
  const place = after?.kind === "parsed" ? after.place(key, document2, part2) : void 0;
  const many = after?.kind === "parsed" && after.values.length > 1;
  if (after?.kind === "parsed" && facts.nearest !== void 0 && part2 === "value") {
    const value2 = at(after.values[document2] ?? null, key) ?? null;
    if (holdsHidden(context.show(value2, keyAt(after.values, document2, key, selection).segments)))
      delete facts.nearest;
  }
  return {
    place: place ?? { line: 1, column: 1 },
    key: segmentsOf(key).reduce(joinSegment, ""),
    ...after?.kind === "parsed" && selection.severity !== void 0 ? { at: keyAt(after.values, document2, key, selection) } : {},
    args: { schema, keyword, schemaKey, ...facts, ...many ? { document: document2 + 1 } : {} }
  };
}
function joinSegment(name, segment) {
  return /^\d+$/.test(segment) ? `${name}[${segment}]` : joinName(name, segment);
}
function identity({ key, keyword, schemaKey, facts }) {
  return JSON.stringify([key.replace(/\/\d+(?=\/|$)/g, "/#"), keyword, schemaKey, facts.name ?? null]);
}

// src/checks/loosened-text.ts
function stepsName(steps) {
  return steps.reduce((name, step) => {
    if (step === "items") return `${name}[*]`;
    if (step === "other-keys") return name === "" ? "*" : `${name}.*`;
    if (step === "names") return `${name}{names}`;
    if ("index" in step) return `${name}[${step.index}]`;
    return "key" in step ? joinName(name, step.key) : `${name}{${step.pattern}}`;
  }, "");
}
function stepsKeys(steps) {
  return steps.map((step) => {
    if (typeof step === "string") return step === "items" ? "0" : "*";
    if ("key" in step) return step.key;
    return "index" in step ? String(step.index) : step.pattern;
  });
}
var some = (arg) => Array.isArray(arg) ? arg : arg === void 0 ? [] : [arg];
var values = (arg) => list(some(arg).map(value), some(arg).length, 6);
var words = (arg) => some(arg).map(String).join(" or ");
function loosenedText({ what, key, keyword, before, after }) {
  const name = key === "" ? "the document" : String(key);
  const had = before === void 0 ? String(keyword) : `${String(keyword)} ${value(before)}`;
  const text = {
    unchecked: () => `${name} is no longer checked`,
    opened: () => openedText(String(key), String(keyword)),
    "key-allowed": () => `${name} is a new key`,
    "type-widened": () => `${name} may be ${some(after).length === 0 ? "of any type" : `of the type ${words(after)}`}, was ${words(before)}`,
    "values-widened": () => `${name} may also be ${values(after)}`,
    "values-removed": () => `${name} may have other values than ${values(before)}`,
    "required-dropped": () => `${name} may lack ${values(before)}${after === void 0 ? "" : ` beside ${value(after)}`}`,
    "bound-moved": () => before === after ? `${name} may be equal to ${value(before)} (${String(keyword)})` : `${name}: ${String(keyword)} ${value(before)} -> ${value(after)}`,
    "bound-removed": () => `${name} no longer has ${had}`,
    "keyword-removed": () => `${name} no longer has ${had}`,
    "keyword-changed": () => before === void 0 ? `${name}: \`${String(keyword)}\` is another one, which may be looser` : `${name}: ${had} -> ${value(after)}, which may be looser`,
    "branch-added": () => `${name} has one more form (${String(keyword)})${after === void 0 ? "" : `: ${value(after)}`}`,
    "not-narrowed": () => `${name}: \`not\` forbids less`,
    "rule-removed": () => `${name} no longer has the rule ${value(before)}`,
    "rule-changed": () => `${name}: the rule ${value(before)} is now ${value(after)}, which may be looser`
  };
  return text[what]();
}
function openedText(key, keyword) {
  const [, parent, rest] = /^(.*?)\.?(\*|\[\*\])$/.exec(key) ?? [];
  if (rest === void 0) return `${key === "" ? "the document" : key} may be anything, which was forbidden`;
  const where = parent === "" ? "the document" : parent;
  return `${where} may have other ${rest === "*" ? "keys" : "items"} (${keyword})`;
}

// src/checks/schema-weakened.ts
var MOST_LISTED = 20;
var MOST_TOLD = 6;
var schemaWeakened = {
  id: "schema-weakened",
  severity: "warning",
  uncritical: "error",
  summary: "A schema allows more than before",
  help: "A schema that the policy names, or a file that it refers to, is compared with its version in the base, place by place, for drafts 04 to 2020-12. What allows more is named: a required key that is not required any more, more values in an `enum`, a wider type, a bound that moved or is gone, a closed object that takes other keys, a key that is no longer checked, one more branch of an `anyOf`, a `pattern`, `format`, `not`, `if` or CEL rule that is gone. References and `allOf` are followed, so that a rule which only moves into a definition is nothing. Patterns, formats and conditions that are exchanged for others cannot be compared, and are told as changed; that a value is refused because it fits two branches of a `oneOf` is not counted. Stricter rules are no finding; see `schema-violation` for the files that break them. It is an error when the same change brings a file that breaks the schema of the base and not the new one: then the schema was loosened to let this very change pass. It is a notice when the schema only takes new keys: that is how schemas grow.",
  configure: "Own the schemas in CODEOWNERS. A change that a looser schema is needed for comes after it, in a pull request of its own: the schema of the base judges it then. There is no option.",
  run(subject) {
    const { guard, change } = subject;
    if (guard?.kind !== "schema") return [];
    const loosened = guard.change.kind === "edited" ? guard.change.loosened : [];
    if (loosened.length + guard.admits.length === 0) return [];
    const [grown, weaker] = [loosened.filter(isGrowth), loosened.filter((one2) => !isGrowth(one2))];
    const ordered = [...weaker, ...grown];
    const first = ordered.find(({ file }) => file === change.path);
    return [
      {
        severity: guard.admits.length > 0 ? "error" : weaker.length > 0 ? "warning" : "notice",
        place: first?.place ?? { line: 1, column: 1 },
        args: {
          loosened: ordered.slice(0, MOST_LISTED).map((one2) => toArgs(subject, one2)),
          total: ordered.length,
          admits: guard.admits.slice(0, MOST_LISTED)
        }
      }
    ];
  },
  message(finding, base) {
    const { loosened, total, admits } = finding.args;
    const facts = (Array.isArray(loosened) ? loosened.slice(0, MOST_TOLD) : []).map(
      (one2) => loosenedText(one2)
    );
    const more = Number(total) - facts.length;
    const named3 = facts.length === 0 ? "" : `: ${facts.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
    const paths = Array.isArray(admits) ? admits : [];
    if (paths.length > 0) {
      return {
        what: `${finding.path} is loosened so that this very change passes${named3}.`,
        why: `${list(paths)} is invalid by the schema of the base, and valid by the new one only.`,
        fix: `Correct the file and put the schema back: ${putBack(base, finding.path)}. If the schema is wrong, change it first, in a pull request of its own.`
      };
    }
    if (finding.severity === "notice") {
      return {
        what: `${finding.path} (a schema) takes more keys than before${named3}.`,
        why: "This change is judged by the schema of the base, which refuses them.",
        fix: "Use them in a later change."
      };
    }
    return {
      what: `${finding.path} (a schema) allows more than before${named3}.`,
      why: "This change is judged by the schema of the base; after it, files with these mistakes pass.",
      fix: `If that is not meant, put it back: ${putBack(base, finding.path)}. If it is, have the owners of its files review it.`
    };
  }
};
function isGrowth({ what }) {
  return what === "key-allowed";
}
function toArgs({ context }, one2) {
  const { what, steps, keyword, schemaKey, file, place, before, after } = one2;
  const listed = what === "values-widened" || what === "values-removed";
  const show = (value2) => context.show(value2, listed ? stepsKeys(steps) : []);
  return {
    what,
    key: stepsName(steps),
    keyword,
    schemaKey,
    file,
    line: place.line,
    ...before === void 0 ? {} : { before: show(before) },
    ...after === void 0 ? {} : { after: show(after) }
  };
}

// src/checks/setting-removed.ts
var MOST_NAMED = 10;
var settingRemoved = {
  id: "setting-removed",
  severity: "notice",
  uncritical: "off",
  summary: "A setting of a text file or of a template is gone",
  help: "Files without a parser here (nginx, Apache, HAProxy, and others) and templates have no keys to compare. Their lines begin with the name of a setting all the same: `ssl_certificate \u2026;`, `ServerName \u2026`, `LOG_LEVEL = \u2026`, `replicas: {{ \u2026 }}`. Listed are names that no line begins with any more; a setting that only changes, or that stands twice and goes once, is not.",
  configure: "There is no option. Name the format in the policy where there is one (`format: ini`), and protect keys there.",
  run({ before, after, change, difference }) {
    if (difference !== void 0 || change.status === "removed") return [];
    const [then, now] = [settingsOf(before), settingsOf(after)];
    if (then === void 0 || now === void 0) return [];
    const gone = [...then].filter(([name]) => !now.has(name));
    const [first] = gone;
    if (first === void 0) return [];
    const keys = gone.slice(0, MOST_NAMED).map(([name]) => name);
    return [{ place: { line: first[1], column: 1 }, side: "before", args: { keys, total: gone.length } }];
  },
  message: (finding, base) => ({
    what: `${finding.path} loses ${count(Number(finding.args.total), "setting")}: ${list(Array.isArray(finding.args.keys) ? finding.args.keys : [], Number(finding.args.total))}.`,
    why: `${serviceOf(finding.service)} uses a built-in default for what is not set.`,
    fix: `Check that ${Number(finding.args.total) === 1 ? "it is" : "each of them is"} no longer needed, or put the old file back: ${putBack(base, finding.path)}.`
  })
};
var SETTING = /^(?:[-+]\s+)?(<?["']?(?=[^\s]*[A-Za-z])[\w.$@%/-]{2,60})["']?(?=\s|[:=;>{]|$)/;
function settingsOf(document2) {
  const text = document2?.kind === "text" || isTemplate(document2) ? document2?.text : void 0;
  if (text === void 0) return void 0;
  const names = /* @__PURE__ */ new Map();
  for (const [index, raw] of text.split("\n").entries()) {
    const line = withoutDirections(raw).trim();
    if (line === "" || /^(#|\/\/|;|--|<\/|<!)/.test(line)) continue;
    const name = SETTING.exec(line)?.[1]?.replace(/["']/g, "");
    if (name !== void 0 && !names.has(name)) names.set(name, index + 1);
  }
  return names;
}
function isTemplate(document2) {
  return document2?.kind === "opaque" && document2.reason === "template";
}
function withoutDirections(line) {
  if (!line.includes("{%") && !line.includes("{#")) return line;
  const left = [];
  let from = 0;
  for (const [start, end] of spansBetween(line, DIRECTIONS)) {
    left.push(line.slice(from, start));
    from = end;
  }
  return left.join("") + line.slice(from);
}
var DIRECTIONS = [
  ["{%", "%}"],
  ["{#", "#}"]
];

// src/checks/stale-revert.ts
var MOST_NAMED2 = 5;
var staleRevert = {
  id: "stale-revert",
  severity: "error",
  uncritical: "off",
  folds: ["file-replaced", ...OF_OTHER_CONTENT],
  isCause: (finding) => finding.args.how !== "keys",
  summary: "Content goes back to an older version of itself, and no commit message says so",
  help: "A branch that was started weeks ago, rebased wrongly, or merged with the conflicts resolved in its own favour takes back what others have done since. Each file alone looks like a small edit; all of it is valid. Holdfast compares the new content with the earlier versions on the base branch (the last 2,000 commits, merges as one) and names the commits that would be undone.\n\nError: several files of the change go back to one moment (at least three, or at least half of the changed configuration files), and that undoes two commits or more: a stale branch. Warning: the file, or keys of it whose old values come back, go back past two commits or more. Notice: the file becomes what it was just before, keys go back past a single commit, or only keys disappear that several recent commits had added. A single number or switch that goes back is never more than a notice.",
  configure: "Say in a commit message that something is taken back (revert, roll back, back out, undo, restore, downgrade): an announced revert is left alone. In a shallow clone the Action fetches up to 100 commits of history by itself; on the command line, and where that fails, the report says that history is missing.",
  run(subject) {
    const back = subject.context.wentBack();
    if (back === void 0) return [];
    const stale = isStale(back);
    const severity = stale ? "error" : severityOf2(back);
    if (severity === void 0) return [];
    const how = stale ? "change" : back.whole ? "file" : "keys";
    return [{ severity, ...placeOf2(subject, back.keys?.[0]), args: argsOf2(how, subject, back) }];
  },
  message(finding, base) {
    const { how, to, keys, keysTotal, undone, undoneTotal, first } = finding.args;
    const { files, filesTotal, touched, allTotal } = finding.args;
    const others = Number(filesTotal) - 1;
    const whole2 = `${finding.path} goes back to its content of ${commit(to)}`;
    const what = {
      change: `${whole2}, together with ${count(others, "other file")} of ${Number(touched)} in this change (${list(Array.isArray(files) ? files : [], others, 3)}).`,
      again: `${whole2}, as ${String(first)}${others > 1 ? ` and ${count(others - 1, "other file")} do` : " does"}.`,
      file: `${whole2}.`,
      keys: `${count(Number(keysTotal), "key")} of ${finding.path} ${Number(keysTotal) === 1 ? "goes" : "go"} back to the state of ${commit(to)}: ${list(Array.isArray(keys) ? keys : [], Number(keysTotal))}.`
    };
    const commits = list(Array.isArray(undone) ? undone.map(commit) : [], Number(undoneTotal), MOST_NAMED2);
    const why = `It undoes, for ${serviceOf(finding.service).replace(/^The/, "the")}: ${commits}.`;
    const back = putBack(base, finding.path);
    const told2 = how === "change" && first !== finding.path;
    if (told2)
      return {
        what: what.again,
        why,
        fix: `The cause is that of ${String(first)}. This file alone is put back by: ${back}.`
      };
    const cause = how === "change" ? `In all files, ${count(Number(allTotal), "commit")} would be undone. A branch that has not seen them does this, or a merge that was resolved in its favour.` : "No commit message of this change says that this is meant.";
    return {
      what: what[String(how)],
      why: `${why} ${cause}`,
      fix: `Rebase on the base branch, or merge it, and resolve the conflicts again. This file alone is put back by: ${back}. If it is meant, say so in a commit message, such as "Revert \u2026".`
    };
  }
};
function isStale({ together }) {
  if (together === void 0 || together.commits.length < THRESHOLDS.staleCommits) return false;
  const { files, touched } = together;
  if (files.length >= THRESHOLDS.staleFiles) return true;
  return files.length >= 2 && files.length >= touched * THRESHOLDS.staleShare;
}
function severityOf2({ whole: whole2, keys, commits }) {
  const several = commits.length >= THRESHOLDS.staleCommits;
  if (whole2) return several && (keys === void 0 || isTelling(keys)) ? "warning" : "notice";
  const returning = keys?.some(({ kind }) => kind !== "removed") === true;
  if (returning && several && isTelling(keys)) return "warning";
  return keys.length >= 2 && (returning || several) ? "notice" : void 0;
}
function isTelling(keys) {
  if (keys.length !== 1) return keys.length > 1;
  const [{ after, before }] = keys;
  const value2 = after ?? before ?? null;
  return typeof value2 === "string" ? value2.length >= 3 : value2 !== null && typeof value2 === "object";
}
function argsOf2(how, { change, context }, { to, keys, commits, together }) {
  const args = {
    how,
    content: change.after?.id.slice(0, 12) ?? "",
    to: shown(to, context),
    undone: commits.slice(0, MOST_NAMED2).map((one2) => shown(one2, context)),
    undoneTotal: commits.length
  };
  if (keys !== void 0) {
    args.keys = keys.slice(0, 10).map(({ name }) => name);
    args.keysTotal = keys.length;
  }
  if (how !== "change" || together === void 0) return args;
  const { files, first, touched } = together;
  Object.assign(args, { first, filesTotal: files.length, touched, allTotal: together.commits.length });
  if (first === change.path) args.files = files.filter((path) => path !== first).slice(0, 10);
  return args;
}
function shown({ id, day, subject }, context) {
  return { id: id.slice(0, 10), day, subject: context.show(subject, []) };
}
function commit(arg) {
  if (typeof arg !== "object" || arg === null || Array.isArray(arg)) return "an older commit";
  return `${String(arg.id)} (${String(arg.day)}, ${JSON.stringify(arg.subject)})`;
}
function placeOf2({ before, after }, key) {
  if (key === void 0) return {};
  if (key.kind !== "removed") {
    return { place: after?.kind === "parsed" ? after.place(key.key, key.document) : void 0 };
  }
  const side = "before";
  return { place: before?.kind === "parsed" ? before.place(key.key, key.document) : void 0, side };
}

// src/checks/syntax-error.ts
var syntaxError = {
  id: "syntax-error",
  severity: "error",
  uncritical: "error",
  folds: ["file-replaced", "mass-comment", "schema-violation", "rule-violation", "key-removed"],
  summary: "A file can no longer be parsed",
  help: "The head cannot be read as what its format demands: a syntax error, an encoding that is not UTF-8, binary content, or template expressions in a file that had none. That is rare, and nearly always an accident. A file that was broken before is a warning.",
  configure: "If a file is not what its name says, give its format in the policy (`format: text` compares lines only).",
  run({ change, before, after }) {
    if (after === void 0) return [];
    const readable = before?.kind === "parsed" || before?.kind === "text";
    if (after.kind === "broken") {
      const { code, detail, place } = after.problem;
      const added3 = before === void 0 ? { added: true } : {};
      const args = { format: after.format, code, detail, ...added3 };
      return [before?.kind === "broken" ? { severity: "warning", place, args } : { place, args }];
    }
    if (after.kind !== "opaque" || !readable) return [];
    if (after.reason === "encoding" || after.reason === "binary") {
      return [{ args: { code: after.reason, format: "" } }];
    }
    if (after.reason === "template" && before.kind === "parsed" && !isTemplatePath(change.path, after.text ?? "")) {
      return [{ args: { code: "template", format: before.format } }];
    }
    return [];
  },
  message(finding, base) {
    const { code, format, detail } = finding.args;
    const again = finding.severity === "warning" ? " (it could not be read before either)" : "";
    const what = {
      encoding: `${finding.path} is no longer UTF-8 text.`,
      binary: `${finding.path} is binary now.`,
      template: `${finding.path} holds template expressions now and is no longer ${formatName(format)}.`
    };
    return {
      what: what[String(code)] ?? `${finding.path} is not valid ${formatName(format)}${again}: ${String(detail)}.`,
      why: `${serviceOf(finding.service)} cannot read it, or reads only a part.`,
      fix: `Correct it at the line shown${orPutBack(finding, base)}.`
    };
  }
};
function formatName(format) {
  return formatById(format)?.name ?? String(format);
}

// src/checks/doubts.ts
var RULES = [
  { doubt: "unbalanced", applies: isOpenNow },
  { doubt: "version-lowered", applies: isLowered },
  { doubt: "hash-length", applies: isHashOfOtherLength },
  { doubt: "image-source", applies: isOtherImage },
  { doubt: "debug-level", applies: isDebugNow }
];
function doubtOf(before, after, key) {
  if (typeof before === "boolean" && typeof after === "boolean") return "inverted";
  if (typeof before === "string" && typeof after === "string") {
    return RULES.find(({ applies }) => applies(before, after, key))?.doubt;
  }
  return isScalar(before) && isScalar(after) && String(before) === String(after) ? "requoted" : void 0;
}
function isScalar(value2) {
  return ["string", "number", "boolean"].includes(typeof value2);
}
var VERSION2 = /^(.*?)(\d+(?:\.\d+)+)(.*)$/s;
var VERSION_KEY = /version|release|revision|tag|image|chart/i;
var ADDRESS = /(^|[^\d.])(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.])/;
function isLowered(before, after, key) {
  if (before.length > 300 || after.length > 300 || ADDRESS.test(before)) return false;
  const [then, now] = [VERSION2.exec(before), VERSION2.exec(after)];
  if (then === null || now === null || then[1] !== now[1] || shape(then[3]) !== shape(now[3])) return false;
  const [old, young] = [then[2].split(".").map(Number), now[2].split(".").map(Number)];
  if (old.length !== young.length) return false;
  if (old.length < 3 && !VERSION_KEY.test(key) && !/[:v=-]$/.test(then[1])) return false;
  const at2 = old.findIndex((number, index) => number !== young[index]);
  return at2 !== -1 && young[at2] < old[at2];
}
function shape(text) {
  return text.replace(/[0-9a-f]{7,}|\d+/g, "0");
}
var HASH = /^(?:(.*)[:@/=])?([0-9a-f]{7,64})$/;
function isHashOfOtherLength(before, after) {
  const [then, now] = [HASH.exec(before), HASH.exec(after)];
  if (then === null || now === null || then[1] !== now[1]) return false;
  const mixed = (hash) => /[a-f]/.test(hash) && /\d/.test(hash);
  return mixed(then[2]) && mixed(now[2]) && then[2].length !== now[2].length;
}
var IMAGE = /^(?=[^:]*[/:])([a-z0-9][\w.-]*(?::\d+(?=\/))?(?:\/[\w.-]+)*)(?::[\w.-]+)?(?:@sha256:[0-9a-f]+)?$/i;
function isOtherImage(before, after, key) {
  if (!/^(image|repository|image[-_]?name|docker[-_]?image)$/i.test(key)) return false;
  const [then, now] = [IMAGE.exec(before), IMAGE.exec(after)];
  return then !== null && now !== null && then[1] !== now[1];
}
function isDebugNow(before, after, key) {
  const debug = /^(debug|trace|all|verbose)$/i;
  const level = /^(info|warn(ing)?|error|fatal|critical|notice|off|none)$/i;
  return /log|level|verbos/i.test(key) && level.test(before) && debug.test(after);
}
var PAIRS = { ")": "(", "]": "[", "}": "{" };
function isOpenNow(before, after) {
  return isBalanced(before) && !isBalanced(after) && !isBroken(after);
}
function isBalanced(text) {
  if (text.includes("\n") || text.length > 1e3) return true;
  const open = [];
  for (const character of text) {
    if ("([{".includes(character)) open.push(character);
    else if (character in PAIRS && open.pop() !== PAIRS[character]) return false;
  }
  return open.length === 0;
}

// src/checks/value-doubtful.ts
var MOST_NOTICES = 20;
var valueDoubtful = {
  id: "value-doubtful",
  severity: "warning",
  uncritical: "off",
  summary: "A value changes in a way that is rarely meant",
  help: "A version goes down (a stale branch, or `24.3.7` taken for newer than `24.3.25`): error; notice where a commit message speaks of a downgrade, a rollback or a revert, and warning where there are no messages. Warnings: a log level becomes `debug`; an image comes from another repository than before; a commit or a digest has another length; a bracket that was closed is open; a number or a switch becomes the same text in quotes, or the other way round. Accidents do these things; ordinary changes hardly ever do. A switch that is turned is a notice.",
  configure: "Say in a commit message that a version goes down on purpose (downgrade, roll back, revert). A key that must not change is pinned under `freeze`.",
  run(subject) {
    const { difference } = subject;
    if (difference === void 0) return [];
    const reports = difference.changes.flatMap((change) => doubtful(subject, change));
    const notices = reports.filter(({ severity }) => severity === "notice");
    const left = new Set(notices.slice(MOST_NOTICES));
    return reports.filter((report) => !left.has(report));
  },
  message: (finding, base) => {
    const { doubt, before, after } = finding.args;
    const change = `${finding.key} in ${finding.path} changes ${fromTo(before, after)}`;
    const { what, why, fix } = WORDS2[doubt](serviceOf(finding.service));
    return { what: `${change}: ${what}.`, why, fix: `${fix} The old file: ${putBack(base, finding.path)}.` };
  }
};
function doubtful({ after, context }, change) {
  if (change.before === void 0 || change.after === void 0 || after?.kind !== "parsed") return [];
  const doubt = doubtOf(change.before, change.after, change.segments.at(-1) ?? "");
  if (doubt === void 0) return [];
  return [
    {
      ...doubt === "version-lowered" && { severity: severityOfLowered(context) },
      ...doubt === "inverted" && { severity: "notice" },
      place: after.place(change.key, change.document, "value"),
      key: change.name,
      args: {
        doubt,
        before: context.show(change.before, change.segments),
        after: context.show(change.after, change.segments)
      }
    }
  ];
}
function severityOfLowered({ announcesRevert }) {
  const announced = announcesRevert();
  return announced === void 0 ? "warning" : announced ? "notice" : "error";
}
var WORDS2 = {
  "version-lowered": (service) => ({
    what: "an older version",
    why: `${service} goes back, often by a stale branch or by a version that was sorted as text.`,
    fix: 'Take the newer version. If the older one is wanted, say so in a commit message, such as "Downgrade \u2026".'
  }),
  "debug-level": (service) => ({
    what: "everything is logged",
    why: `${service} writes much more, and debug logs may hold what must not be written down.`,
    fix: "Put the old level back, unless this is meant for production."
  }),
  "image-source": (service) => ({
    what: "another image",
    why: `${service} would run what somebody else has built, or another service altogether.`,
    fix: "Check that this image exists there, and is the one of this service."
  }),
  "hash-length": (service) => ({
    what: "a hash of another length",
    why: `${service} cannot be deployed when a letter was lost while copying: nothing has this name.`,
    fix: "Copy the hash again, whole."
  }),
  requoted: (service) => ({
    what: "another type, written alike",
    why: `${service} may refuse a text where it reads a number or a switch, or take the other way round what it reads as text.`,
    fix: "Put the quotes back, or take them away again; a tool that rewrites files often does this."
  }),
  inverted: (service) => ({
    what: "a switch is turned",
    why: `${service} does from now on what it did not, or no longer does what it did.`,
    fix: "Check that this is meant for this environment."
  }),
  unbalanced: (service) => ({
    what: "a bracket is open",
    why: `${service} reads it as another text, or not at all, although the file is valid.`,
    fix: "Close the bracket; a script that edits with patterns may have cut the value."
  })
};

// src/policy/forbidden.ts
function forbiddenAs(values2, value2) {
  return values2.find((forbidden) => isThat(forbidden, value2));
}
function isThat(forbidden, value2) {
  if (forbidden === null || value2 === null) return forbidden === value2;
  if (typeof value2 === "object") return false;
  const text = String(value2).toLowerCase();
  if (typeof forbidden !== "string") return text === String(forbidden);
  return matchesGlob(forbidden.toLowerCase(), text);
}
function matchesGlob(glob, text) {
  const steps = stepsOf2(glob);
  let [step, at2] = [0, 0];
  let [star, retry] = [-1, 0];
  while (at2 < text.length) {
    const wanted = steps[step];
    if (wanted === ANY) {
      star = step++;
      retry = at2;
    } else if (wanted === ONE || wanted !== void 0 && wanted === text[at2]) {
      step += 1;
      at2 += 1;
    } else if (star !== -1) {
      step = star + 1;
      at2 = ++retry;
    } else {
      return false;
    }
  }
  return steps.slice(step).every((rest) => rest === ANY);
}
var ANY = /* @__PURE__ */ Symbol("any characters");
var ONE = /* @__PURE__ */ Symbol("one character");
function stepsOf2(glob) {
  const steps = [];
  for (let at2 = 0; at2 < glob.length; at2++) {
    const character = glob[at2];
    if (character === "*") steps.push(ANY);
    else if (character === "?") steps.push(ONE);
    else steps.push(character === "\\" && at2 + 1 < glob.length ? glob[++at2] : character);
  }
  return steps;
}

// src/checks/value-forbidden.ts
var valueForbidden = {
  id: "value-forbidden",
  severity: "error",
  uncritical: "off",
  foldsOfKey: ["placeholder-value", "environment-mismatch", "value-doubtful"],
  summary: "A key gets a value that the policy forbids there",
  help: "Some values are never right in a file: `staging` as production's environment, the host of another system, `debug: true`. The file is valid with them, so that no schema sees it. New files, keys that are added, items of lists and documents inside of text values are looked at too. A key that had the value before the change already is a notice: it is not this change's doing.",
  configure: "`forbid: {environment: [staging, 'dev*'], '**.host': '*.staging.example.com', debug: true}` in the rule that selects the file. In a text, `*` stands for any characters and `?` for one.",
  run({ selection, context }) {
    const old = /* @__PURE__ */ new Map();
    for (const { id } of forbiddenIn(selection, context.everything("before")))
      old.set(id, (old.get(id) ?? 0) + 1);
    return forbiddenIn(selection, context.everything("after")).map((found) => {
      const left = old.get(found.id) ?? 0;
      old.set(found.id, left - 1);
      const { name: key, segments, pointer, pattern, forbidden, place } = found;
      const value2 = context.show(found.value, segments);
      const told2 = holdsHidden(value2) && forbidden !== "*" ? HIDDEN : forbidden;
      const args = { pattern, forbidden: told2, value: value2 };
      const report = { place, key, at: { segments, pointer }, args };
      return left > 0 ? { severity: "notice", ...report } : report;
    });
  },
  message(finding) {
    const { pattern, forbidden } = finding.args;
    const old = finding.severity === "notice";
    return {
      what: `${finding.key} in ${finding.path} is ${value(finding.args.value)}${old ? ", as it was before this change" : ""}.`,
      why: `The policy forbids it (forbid: ${String(pattern)}: ${value(forbidden)}). ${serviceOf(finding.service)} would run with a value that is never right there.`,
      fix: "Write the value that belongs there; a file of another environment may have been copied. If it is right after all, take it out of forbid first, in a pull request of its own."
    };
  }
};
function forbiddenIn(selection, document2) {
  if (selection.forbid === void 0 || document2?.kind !== "parsed") return [];
  const found = /* @__PURE__ */ new Map();
  const { values: values2 } = document2;
  for (const { key: pattern, values: forbiddenValues } of selection.forbid) {
    for (const [index, root] of values2.entries()) {
      for (const { pointer, value: value2 } of keysNamed([pattern], root).flatMap(withItems)) {
        const forbidden = forbiddenAs(forbiddenValues, value2);
        if (forbidden === void 0 || found.has(`${index}#${pointer}`)) continue;
        const at2 = keyAt(values2, index, pointer, selection);
        const place = document2.place(pointer, index);
        const id = JSON.stringify([at2.name.replace(/\[\d+\]/g, "[#]"), value2]);
        found.set(`${index}#${pointer}`, { ...at2, pattern, value: value2, forbidden, place, id });
      }
    }
  }
  return [...found.values()];
}
function withItems({ pointer, value: value2 }) {
  if (!Array.isArray(value2)) return [{ pointer, value: value2 }];
  return value2.map((item, index) => ({ pointer: child(pointer, index), value: item }));
}

// src/checks/index.ts
var checks = [
  policyChanged,
  acceptExpired,
  schemaWeakened,
  fileRemoved,
  fileRenamed,
  fileRetyped,
  fileEmptied,
  conflictMarker,
  syntaxError,
  embeddedBroken,
  bracketsUnbalanced,
  replacedBySibling,
  staleRevert,
  fileReplaced,
  massComment,
  placeholderValue,
  environmentMismatch,
  duplicateKey,
  duplicateItem,
  schemaMissing,
  schemaViolation,
  ruleViolation,
  keyMisspelt,
  referenceDangling,
  itemIncomplete,
  environmentParity,
  keyRemoved,
  settingRemoved,
  keyRetyped,
  keyFrozen,
  valueForbidden,
  keyChanged,
  valueDoubtful,
  pathCollision
];

// src/changes/drift.ts
function isOnlyContent({ good, live, content, emptied: emptied2, mode, owner }) {
  return content && !emptied2 && good === live && mode === void 0 && owner === void 0;
}

// src/checks/live-drift.ts
var PATTERN = /[\\*?[\]{}()!|"^$,]/;
var WORDS3 = {
  nothing: "nothing",
  file: "a plain file",
  link: "a symbolic link",
  directory: "a directory",
  other: "neither a file nor a link"
};
var liveDrift = {
  id: "live-drift",
  wholeFile: true,
  severity: "error",
  uncritical: "error",
  folds: checks.map(({ id }) => id),
  summary: "A critical file on a host is not what is known to be good",
  help: "Another content, mode or owner, a file that is missing or was added, a link or a directory in place of a file: whatever differs on the host from the known good, the snapshot or the commit. The digest decides, so that no change is too small; what it means by key is told below it. Changes by hand are the ones that no review has seen, and they are lost, or come into force, with the next deployment or restart. A file that the policy lists under `rotating` of a service may have another content: that is a notice.",
  configure: "Put the file back with `holdfast restore`, or bring the change into the repository, deploy it, and have the result known to be good. Credentials that rotate belong under `rotating` of their service.",
  run({ drift, selection, before, after }) {
    if (drift === void 0) return [];
    const args = argsOf3(drift, mayHoldSecrets(selection, before, after));
    return [drift.rotating && isOnlyContent(drift) ? { severity: "notice", args } : { args }];
  },
  message(finding) {
    const { rotating } = finding.args;
    return {
      what: whatOf(finding),
      why: whyOf2(finding),
      fix: finding.severity === "notice" && rotating === true ? "Nothing, when it was rotated; the next snapshot that is known to be good has the new one." : fixOf2(finding)
    };
  }
};
function argsOf3(drift, sensitive) {
  const { against, good, live, content, mode, owner, sha256, rotating } = drift;
  const args = { against: against.kind, good, live };
  if (against.kind !== "known-good") args.id = against.id;
  else if (against.environment !== void 0) args.environment = against.environment;
  const differs = [
    ...content ? [good === "link" ? "target" : "content"] : [],
    ...mode === void 0 ? [] : ["mode"],
    ...owner === void 0 ? [] : ["owner"]
  ];
  if (differs.length > 0) args.differs = differs;
  if (mode !== void 0) args.mode = [octal(mode.good), octal(mode.live)];
  if (owner !== void 0) args.owner = [owner.good, owner.live];
  if (sha256 !== void 0 && !sensitive) args.sha256 = sha256.slice(0, 12);
  if (sha256 !== void 0 && sensitive && (content || good !== live)) args.content = HIDDEN;
  if (rotating) args.rotating = true;
  return args;
}
function whatOf({ path, args }) {
  const [good, live] = [args.good, args.live];
  if (live === "nothing") return `${path} is missing on the host.`;
  if (good === "nothing") return `${path} was added on the host: ${referenceOf(args)} does not have it.`;
  if (good !== live) return `${path} is ${WORDS3[live]} on the host; ${referenceOf(args)} has ${WORDS3[good]}.`;
  const pairs = { mode: args.mode, owner: args.owner };
  const parts = args.differs.map((part2) => {
    const pair = pairs[part2];
    return pair === void 0 ? part2 : `${part2} (${pair.join(" \u2192 ")})`;
  });
  return `${path} is not what ${referenceOf(args)} has: another ${parts.join(" and another ")}.`;
}
function whyOf2({ args, service, severity }) {
  if (severity === "notice" && args.rotating === true) return "The policy says that this file rotates.";
  if (args.live === "nothing")
    return `${serviceOf(service)} starts without its configuration, or with built-in defaults.`;
  if (args.good === "nothing") return "A service that reads its whole directory reads this file, too.";
  const differs = args.differs ?? [];
  if (args.good === args.live && !differs.includes("content") && !differs.includes("target"))
    return `${serviceOf(service)} may not be able to read it any more, or somebody else may.`;
  return "Nobody has reviewed or probed what stands there now; it comes into force with the next restart at the latest.";
}
function fixOf2(finding) {
  const kept = "If it is meant, bring it into the repository, deploy it, and have the result known to be good.";
  const command = restoreCommand(finding);
  return command === void 0 ? `Find out who changed it, and deploy the commit again. ${kept}` : `Find out who ${finding.args.good === "nothing" ? "put it there, and take it away" : "changed it, and put back what belongs there"}: ${command}. ${kept}`;
}
function restoreCommand({ check, path, args }) {
  if (check !== "live-drift" || args.against === "commit") return void 0;
  const which = args.against === "snapshot" ? String(args.id) : `--known-good${args.environment === void 0 ? "" : ` --environment ${pastedWord(String(args.environment))}`}`;
  return `holdfast restore ${which} --path ${pastedWord(PATTERN.test(path) ? escapeGlob(path) : path)}`;
}
function referenceOf(args) {
  if (args.against === "known-good") return "the known good";
  return args.against === "snapshot" ? `the snapshot ${String(args.id)}` : `the commit ${String(args.id).slice(0, 12)}`;
}

// src/verdict/catalog.ts
var described2 = [...checks, liveDrift, ...scriptRules, ...suppressionRules];
var byId = new Map(described2.map((each2) => [each2.id, each2]));
var checkIds = new Set([...checks, liveDrift].map(({ id }) => id));
var ranks = new Map(described2.map(({ id }, index) => [id, index]));
function describedById(id) {
  return byId.get(id);
}
function isScriptRule(id) {
  return byId.has(id) && !checkIds.has(id);
}
function rankOf(id) {
  return ranks.get(id) ?? described2.length;
}

// src/reports/messages.ts
var SEVERITY_WORDS = {
  error: "Error",
  warning: "Warning",
  notice: "Notice"
};
function describe(finding, base) {
  const message = describedById(finding.check)?.message(finding, base) ?? unknownCheck(finding);
  const title = titleOf(finding.check) + (finding.key === void 0 ? "" : `: ${finding.key}`);
  return { ...message, title, severityWord: SEVERITY_WORDS[finding.severity] };
}
function titleOf(checkId) {
  return checkId.charAt(0).toUpperCase() + checkId.slice(1).replaceAll("-", " ");
}
function unknownCheck(finding) {
  return {
    what: `${finding.check}: ${JSON.stringify(finding.args)}`,
    why: "This version of Holdfast has no words for this check.",
    fix: "Read the decision with the version of Holdfast that made it."
  };
}
function whatInFile(finding, base) {
  const { what } = describe(finding, base);
  const { path } = finding;
  if (what.startsWith(`${path}: `)) return what.slice(path.length + 2).replace(/^the /, "The ");
  if (what.startsWith(`${path} `))
    return `This ${isScriptRule(finding.check) ? "script" : "file"}${what.slice(path.length)}`;
  for (const word of [" in ", " from ", " of "]) {
    const [before, after, ...more] = what.split(word + path);
    if (after !== void 0 && more.length === 0 && /^[ .,;]/.test(after)) return before + after;
  }
  return what;
}
function fixParts(finding, base) {
  const { fix } = describe(finding, base);
  const { safer } = finding.args;
  const line = typeof safer === "string" ? safer.replace(/\s*\\?\n\s*/g, " ") : void 0;
  return (line === void 0 ? void 0 : setApart(fix, `\`${line}\``, line)) ?? setApart(fix, restoreCommand(finding)) ?? setApart(fix, putBack(base, finding.path)) ?? { text: fix, rest: "" };
}
function setApart(fix, written2, command = written2) {
  if (written2 === void 0 || command === void 0) return void 0;
  const at2 = fix.indexOf(written2);
  if (at2 === -1) return void 0;
  return { text: fix.slice(0, at2), command, rest: fix.slice(at2 + written2.length) };
}
function isWholeFile(finding) {
  return describedById(finding.check)?.wholeFile === true;
}
function placeOf3(finding) {
  if (finding.line === void 0 || isWholeFile(finding)) return "";
  return finding.side === "before" ? `line ${finding.line} of the old file` : `line ${finding.line}`;
}
function whereOf({ path, line }) {
  return line === void 0 ? path : `${path}:${line}`;
}
function policySentence(policy) {
  if (policy === "defaults") return "no policy: conservative defaults";
  if (policy === "snapshot") return "policy kept with the snapshot";
  if (policy === "inputs") return "policy from the inputs";
  const at2 = policy.indexOf(":");
  const [kind, name] = [policy.slice(0, at2), policy.slice(at2 + 1)];
  if (kind === "base") return `policy ${name} of the base`;
  return kind === "file" ? `policy ${name} (local trial)` : `policy ${policy}`;
}
function shortId(id) {
  return /^[0-9a-f]{40,64}$/.test(id) ? id.slice(0, 10) : id;
}
function plural(count2, noun) {
  return `${grouped(count2)} ${noun}${count2 === 1 ? "" : "s"}`;
}
function grouped(count2) {
  return String(count2).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

export {
  acceptExpired,
  textOf,
  pairItems,
  pairDocuments,
  compareKeys,
  joinName,
  embeddedReader,
  showValue,
  maskedValue,
  parseKeyPattern,
  keyMatcher,
  hiddenBy,
  secretsOf,
  showsLines,
  mayHoldSecrets,
  hidesComments,
  hiddenNames,
  numberedNames,
  withHiddenNames,
  identityOf,
  environmentFamilies,
  environmentFault,
  environmentKind,
  environmentKinds,
  discoverFamilies,
  THRESHOLDS,
  declaredSeverity,
  keyPathOf,
  diffArrays,
  retainedLines,
  compareLines,
  lineHunks,
  nearestName,
  findKin,
  policyChanged,
  lostNames,
  CelError,
  OverBudget,
  FILE_BUDGET,
  spend,
  parseTimestamp,
  utcParts,
  TYPE_NAMES,
  NAMESPACES,
  hasFunction,
  isFunctionName,
  macroOf,
  bindingOf,
  partsOf3 as partsOf,
  compileRule,
  completed,
  applyRule,
  at,
  newViolations,
  schemaViolation,
  schemaWeakened,
  checks,
  isOnlyContent,
  liveDrift,
  described2 as described,
  isScriptRule,
  rankOf,
  describe,
  titleOf,
  whatInFile,
  fixParts,
  isWholeFile,
  placeOf3 as placeOf,
  whereOf,
  policySentence,
  shortId,
  plural,
  grouped
};
