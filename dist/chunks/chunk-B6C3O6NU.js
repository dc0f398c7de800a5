import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  sourceName
} from "./chunk-KGHET5OG.js";
import {
  loadCel
} from "./chunk-PZP6L5VX.js";
import {
  readVersions
} from "./chunk-POL6UJM2.js";
import {
  maskedLines
} from "./chunk-AUGRHBBV.js";
import {
  FILE_BUDGET,
  OverBudget,
  THRESHOLDS,
  applyRule,
  at,
  compareKeys,
  compileRule,
  completed,
  embeddedReader,
  hiddenBy,
  hiddenNames,
  identityOf,
  keyMatcher,
  lineHunks,
  maskedValue,
  pairDocuments,
  pairItems,
  retainedLines,
  showValue,
  textOf
} from "./chunk-IWPKGJK5.js";
import {
  isSensitiveKey
} from "./chunk-HCG7IYJE.js";
import {
  child,
  parentOf
} from "./chunk-7IV7GVKJ.js";
import {
  isObject,
  setOwn
} from "./chunk-V4OPYPJO.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/documents/opened.ts
function openDocument(document, embedded) {
  const values = document.values.map((value, index) => {
    const inside2 = embedded.get(index);
    return inside2 === void 0 ? value : replace(value, "", inside2, prefixesOf(inside2));
  });
  const lossy = [...document.lossy];
  for (const [index, inside2] of embedded) {
    for (const [pointer, { lossy: numbers }] of inside2) {
      lossy.push(...numbers.map(({ key, token }) => ({ document: index, key: pointer + key, token })));
    }
  }
  return { ...document, values, lossy, place: placeIn(document, embedded) };
}
function prefixesOf(inside2) {
  const prefixes = /* @__PURE__ */ new Set();
  for (let pointer of inside2.keys()) {
    while (pointer !== "" && !prefixes.has(parentOf(pointer))) {
      pointer = parentOf(pointer);
      prefixes.add(pointer);
    }
  }
  return prefixes;
}
function replace(value, pointer, inside2, prefixes) {
  const found = inside2.get(pointer);
  if (found !== void 0) return found.value;
  if (!prefixes.has(pointer)) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => replace(item, child(pointer, index), inside2, prefixes));
  }
  if (!isObject(value)) return value;
  const copy = {};
  for (const key of Object.keys(value)) {
    setOwn(copy, key, replace(value[key], child(pointer, key), inside2, prefixes));
  }
  return copy;
}
function placeIn(document, embedded) {
  let lines;
  return (pointer, index = 0, part = "key") => {
    const direct = document.place(pointer, index, part);
    if (direct !== void 0) return direct;
    for (let above = pointer; above !== ""; above = parentOf(above)) {
      const found = embedded.get(index)?.get(above);
      if (found === void 0) continue;
      const inner = found.place(pointer.slice(above.length), 0, part);
      if (inner === void 0) return void 0;
      const start = document.place(above, index, "value");
      lines ??= document.text.split("\n");
      const exact = start && placeInLines(lines, start, found.text, inner);
      return exact ?? document.place(above, index, part);
    }
    return void 0;
  };
}
function placeInLines(lines, start, text, inner) {
  const wanted = text.split("\n", inner.line);
  let indent;
  for (const [index, line] of wanted.entries()) {
    const there = lines[start.line + index]?.replace(/\r$/, "");
    if (there === void 0) return void 0;
    if (line.trim() === "" && there.trim() === "") continue;
    indent ??= /^[ \t]*$/.exec(there.slice(0, Math.max(0, there.length - line.length)))?.[0];
    if (indent === void 0 || there !== indent + line) return void 0;
  }
  return { line: start.line + inner.line, column: inner.column + (indent ?? "").length };
}

// src/diff/embedded.ts
var DEEPEST = 2;
async function compareOpened(sides, reader, identityOf2, closed) {
  let { before, after } = sides;
  let difference = compareKeys(before, after, identityOf2);
  const broken = [];
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found = { before: /* @__PURE__ */ new Map(), after: /* @__PURE__ */ new Map(), broken };
    for (const change of difference.changes) {
      for (const text of textsOf(change)) {
        if (!closed(text.segments)) await openText(text, reader, found);
      }
    }
    if (found.before.size + found.after.size === 0) break;
    before = openDocument(before, found.before);
    after = openDocument(after, found.after);
    difference = compareKeys(before, after, identityOf2);
  }
  return { before, after, difference: broken.length === 0 ? difference : { ...difference, broken } };
}
async function openAll(document, reader, closed) {
  let opened2 = document;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found = /* @__PURE__ */ new Map();
    for (const [index, value] of opened2.values.entries()) {
      for (const { segments, name, pointer, text } of textsIn(value, [], "", void 0)) {
        const embedded = closed(segments) ? void 0 : await reader.read(text, name);
        if (embedded?.kind === "parsed") add(found, index, pointer, embedded);
      }
    }
    if (found.size === 0) break;
    opened2 = openDocument(opened2, found);
  }
  return opened2;
}
function* textsOf(change) {
  const { segments, before, after, name: shown } = change;
  const name = nameOf(change);
  const spots = {
    before: { document: change.beforeDocument ?? change.document, pointer: change.beforeKey ?? change.key },
    after: { document: change.document, pointer: change.key }
  };
  if (typeof before === "string" && typeof after === "string") {
    const texts = { before: { ...spots.before, text: before }, after: { ...spots.after, text: after } };
    yield { segments, name, shown, ...texts };
    return;
  }
  const retyped = typeof before === "string" && typeof after === "object" && after !== null;
  const side = (before ?? null) !== null ? "before" : "after";
  const value = change[side];
  if (value === void 0 || retyped) return;
  for (const found of textsIn(value, segments, spots[side].pointer, name)) {
    const { segments: segments2, name: name2, pointer, text } = found;
    yield { segments: segments2, name: name2, shown, [side]: { document: spots[side].document, pointer, text } };
  }
}
function nameOf({ segments, name }) {
  return name.endsWith("]") && !name.endsWith('"]') ? void 0 : segments.at(-1);
}
function* textsIn(value, segments, pointer, name) {
  if (typeof value === "string") {
    if (pointer !== "") yield { segments, name, pointer, text: value };
  } else if (Array.isArray(value)) {
    for (const { before: index = 0, label = String(index) } of pairItems(value, [])) {
      yield* textsIn(value[index], [...segments, label], child(pointer, index), void 0);
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      yield* textsIn(value[key], [...segments, key], child(pointer, key), key);
    }
  }
}
async function openText(text, reader, found) {
  const { before, after, name, segments, shown } = text;
  const then = before && await reader.read(before.text, name);
  const now = after && await reader.read(after.text, name);
  if (after !== void 0 && now?.kind === "parsed" && (before === void 0 || sameFormat(then, now))) {
    add(found.after, after.document, after.pointer, now);
  }
  if (before === void 0 || then?.kind !== "parsed") return;
  const promised = then.named || then.format === "json";
  if (after === void 0 || sameFormat(now, then) || now?.kind !== "parsed" && promised) {
    add(found.before, before.document, before.pointer, then);
  }
  if (after !== void 0 && now?.kind === "broken") {
    const { format, problem } = now;
    const { document, pointer: key } = after;
    found.broken.push({ name: shown, segments: [...segments], document, key, format, problem });
  }
}
function sameFormat(one, other) {
  return one?.kind === "parsed" && one.format === other.format;
}
function add(found, document, pointer, embedded) {
  const inside2 = found.get(document) ?? /* @__PURE__ */ new Map();
  found.set(document, inside2.set(pointer, embedded));
}

// src/subjects/compare.ts
function compareAll(selected, versions) {
  return Promise.all(selected.map((one, index) => compareVersions(one, versions[index])));
}
async function compareVersions(selected, versions) {
  const { selection, change } = selected;
  const reader = embeddedReader();
  const compared = await opened(versions, selection, reader);
  const everything = selection.forbid === void 0 ? versions : await openEach(versions, reader);
  const unread = reader.exhausted() && namesKeys(selection) ? [tooMuch(change.path)] : [];
  const lines = linesOf(versions.before, versions.after, compared.difference);
  return { ...selected, ...compared, lines, everything, unread };
}
async function opened(versions, selection, reader) {
  const { before, after } = versions;
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return { ...versions, difference: void 0 };
  const found = await compareOpened({ before, after }, reader, identityOf(selection), isSensitiveKey);
  return {
    before: withOpened(before, found.before),
    after: withOpened(after, found.after),
    difference: found.difference
  };
}
function withOpened(document, found) {
  return found === document ? document : { ...document, opened: found.values, place: found.place };
}
async function openEach(versions, reader) {
  const open = async (document) => document?.kind === "parsed" ? openAll(document, reader, isSensitiveKey) : document;
  const [before, after] = [await open(versions.before), await open(versions.after)];
  return { ...before && { before }, ...after && { after } };
}
function namesKeys({ protect, freeze, forbid, severity }) {
  return protect.length + freeze.length > 0 || (forbid ?? severity) !== void 0;
}
function tooMuch(path) {
  return {
    code: "embedded-too-large",
    message: "The documents inside of its text values are too large or too many to be read by key.",
    hint: "Move them to files of their own, where they are compared as files.",
    path
  };
}
function linesOf(before, after, difference) {
  const doubt = difference === void 0 || difference.keys.share < THRESHOLDS.keysDoubtful || difference.values.share < THRESHOLDS.valuesDoubtful;
  const [then, now] = [textOf(before), textOf(after)];
  return doubt && then !== void 0 && now !== void 0 ? retainedLines(then, now) : void 0;
}

// src/changes/announced.ts
var ANYWHERE = /\bre-?vert(?:s|ed|ing)?\b|\broll(?:s|ed|ing)?[ -]?backs?\b|\bback(?:s|ed|ing)?[ -]?outs?\b|\bdown-?grad(?:e|es|ed|ing)\b|\b(?:go|goes|going|switch|switches|switched|switching|move|moves|moved|moving)(?: \S+)? back\b|\bback to\b|^reapply "/i;
var FIRST = /(?:^|: ?)\W*(?:un-?do(?:es|ing|ne)?|restor(?:e|es|ed|ing))\b/i;
var LINE = /^\W*(?:this (?:\w+ )?reverts|re-?vert(?:s|ed|ing)?|roll(?:s|ed|ing)?[ -]?back|back(?:s|ed|ing)?[ -]?out|un-?do(?:es|ing)?|restor(?:e|es|ed|ing))\b/i;
var LONGEST_LINE = 1e3;
function announcesRevert(messages) {
  return messages.some((message) => {
    const [subject = "", ...body] = message.trim().split("\n").map((line) => line.slice(0, LONGEST_LINE));
    return ANYWHERE.test(subject) || FIRST.test(subject) || body.some((line) => LINE.test(line));
  });
}
var REMOVAL = new RegExp(
  [
    String.raw`\b(?:remov|delet|drop|clean|disabl|retir|decommission|deprecat|kill|purg|strip|uninstall|discontinu)`,
    String.raw`\b(?:rm|un-?used|obsolete|no longer|get(?:ting)? rid|stop(?:s|ped|ping)?|without|turn(?:s|ed|ing)? off)\b`,
    String.raw`\b(?:mov(?:e|es|ed|ing)|migrat\w*|renam\w*|replac\w*|re-?vert\w*|split\w*)\b`,
    String.raw`\b(?:entfern|lösch|supprim|enlev|elimin|borr|rimuov|ta bort|tar bort|bort|verwijder|usun)`,
    "\u0443\u0434\u0430\u043B|\u0443\u0431\u0440\u0430|\u0443\u0431\u0438\u0440|\u5220\u9664|\u79FB\u9664|\u53BB\u6389|\u524A\u9664|\uC0AD\uC81C|\uC81C\uAC70"
  ].join("|"),
  "iu"
);
var AUTOMATIC = /^Merge (?:[0-9a-f]{7,64} into|(?:remote-tracking )?branch|pull request|tag|commit)\b/;
function announcesRemoval(messages, names) {
  const own = messages.filter((message) => !AUTOMATIC.test(message.trim()));
  if (own.length === 0) return void 0;
  const words = names.map(plain).filter((name) => name.length >= SHORTEST_NAME);
  return own.some((message) => {
    const text = plain(message);
    return REMOVAL.test(message) || words.some((word) => text.includes(word));
  });
}
var SHORTEST_NAME = 4;
function plain(text) {
  return text.toLowerCase().replace(/[\s_.-]+/g, " ");
}

// src/subjects/judge.ts
async function judgeVersions(schemas, selected, versions, proposed) {
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
  const later = await judgeProposed(proposed, requests);
  for (const [at2, { index, source }] of requests.entries()) {
    const judgement = after[at2];
    const next = later.get(at2);
    for (const each of [judgement, next])
      if (each?.kind === "inconclusive") judged[index].unjudged.push(each.problem);
    judged[index].verdicts.push({
      schema: sourceName(source),
      before: before[at2],
      after: judgement,
      ...next === void 0 ? {} : { proposed: next }
    });
  }
  return judged;
}
async function judgeProposed(proposed, requests) {
  const asked = [...requests.entries()].filter(([, { source }]) => proposed.judges(source));
  if (asked.length === 0) return /* @__PURE__ */ new Map();
  const judgements = await proposed.schemas.judge(asked.map(([, request]) => request));
  return new Map(asked.map(([at2], index) => [at2, judgements[index]]));
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

// src/schemas/judge-rules.ts
function judgeRules({ cel, root }, name, before, after, mask) {
  const judgement = { violations: [], problems: [] };
  const budget = { left: FILE_BUDGET };
  const unjudged = /* @__PURE__ */ new Set();
  const apply = (placed, now, then, document) => {
    const applied = applyRule(cel, placed.rule, now, then, budget);
    if (applied.kind === "broken") {
      judgement.violations.push(toViolation(placed, applied, document));
    } else if (applied.kind === "unjudged" && !unjudged.has(placed)) {
      unjudged.add(placed);
      judgement.problems.push(unjudgedRule(name, placed.rule.text.rule, now.pointer, applied.why));
    }
  };
  try {
    for (const pair of pairDocuments(before?.values ?? [], after.values)) {
      const shape = pair.after === void 0 ? void 0 : root(after.values[pair.after]);
      if (pair.after === void 0 || shape === void 0) continue;
      const document = pair.after;
      const complete = (json) => completed(budget, json, shape);
      const now = sideOf(after, document, mask, complete);
      const then = before && pair.before !== void 0 ? sideOf(before, pair.before, mask, complete) : void 0;
      visit(shape, now, then, (...args) => apply(...args, document));
    }
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof OverBudget)) throw error;
    const why = error instanceof RangeError ? "it is nested too deeply" : "it is too large for its rules";
    judgement.problems.push(unjudgedFile(name, why));
  }
  return judgement;
}
function sideOf(file, index, mask, complete = (document) => document) {
  const document = complete(file.values[index] ?? null);
  let masked;
  return {
    document,
    pointer: "",
    exact: exactOf(file, index),
    views: /* @__PURE__ */ new Map(),
    masked() {
      masked ??= { value: mask(document) };
      return masked.value;
    }
  };
}
function exactOf(file, index) {
  const tokens = new Map(
    file.lossy.filter(({ document }) => document === index).map(({ key, token }) => [key, token])
  );
  return (pointer) => tokens.get(pointer);
}
function visit(shape, now, then, apply) {
  const seen = { ...now, shape };
  const old = then && { ...then, shape };
  for (const placed of shape.rules) apply(placed, seen, old);
  const value = at(now.document, now.pointer);
  const before = then && at(then.document, then.pointer);
  if (Array.isArray(value)) {
    const places = placesBefore(shape.list, Array.isArray(before) ? before : []);
    for (const [index, item] of value.entries()) {
      const inner = shape.item(index);
      const place = places(item);
      const same = then && place !== void 0 ? inside(then, place) : void 0;
      if (inner !== void 0) visit(inner, inside(now, index), same, apply);
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const inner = shape.property(key);
      if (inner === void 0) continue;
      const same = then && isObject(before) && Object.hasOwn(before, key) ? inside(then, key) : void 0;
      visit(inner, inside(now, key), same, apply);
    }
  }
}
function inside(side, key) {
  return { ...side, pointer: child(side.pointer, key) };
}
function placesBefore(list, before) {
  if (list?.type !== "map") return () => void 0;
  const identity = (item) => isObject(item) ? JSON.stringify(list.keys.map((key) => item[key] ?? null)) : void 0;
  const places = new Map(before.map((item, index) => [identity(item), index]));
  return (item) => identity(item) === void 0 ? void 0 : places.get(identity(item));
}
function toViolation({ rule }, { kind: _, ...found }, document) {
  const { rule: text, reason } = rule.text;
  return { ...found, document, rule: text, ...reason === void 0 ? {} : { reason } };
}
function unjudgedRule(name, rule, place, why) {
  const shown = rule.length <= 120 ? rule : `${rule.slice(0, 119).toWellFormed()}\u2026`;
  const where = place === "" ? "the document" : place;
  return {
    code: "rule-unjudged",
    message: `The rule \`${shown.replace(/\s+/g, " ")}\` of ${name} could not be judged for ${where}: ${why}.`,
    hint: "Guard what may be absent with `has(self.key)`, or make the rule simpler; otherwise look at the change yourself."
  };
}
function unjudgedFile(name, why) {
  return {
    code: "rule-unjudged",
    message: `The rules of ${name} could not be judged for this file: ${why}.`,
    hint: "Split the file, or look at the change yourself."
  };
}

// src/subjects/rule-spots.ts
function spotsOf(key, identity, after, before) {
  if (key === void 0) return [{ after: "", ...before === void 0 ? {} : { before: "" } }];
  const matches = keyMatcher([key]);
  const identityOf2 = keyMatcher(Object.keys(identity));
  const spots = [];
  const visit2 = (segments, now, then) => {
    if (segments.length > 0 && matches(segments, now.pointer) !== void 0)
      spots.push({ after: now.pointer, ...then === void 0 ? {} : { before: then.pointer } });
    if (Array.isArray(now.value)) {
      const old = Array.isArray(then?.value) ? then.value : [];
      const list = identityOf2(segments, now.pointer);
      const pairs = pairItems(old, now.value, list === void 0 ? void 0 : identity[list]);
      for (const pair of pairs) {
        if (pair.after === void 0) continue;
        const inner = pair.before === void 0 || !then ? void 0 : itemAt(then, pair.before);
        visit2([...segments, pair.label ?? String(pair.after)], itemAt(now, pair.after), inner);
      }
    } else if (isObject(now.value)) {
      for (const name of Object.keys(now.value))
        visit2([...segments, name], memberAt(now, name), then && memberAt(then, name));
    }
  };
  visit2([], { value: after, pointer: "" }, before === void 0 ? void 0 : { value: before, pointer: "" });
  return spots;
}
function itemAt({ value, pointer }, index) {
  return { value: value[index], pointer: child(pointer, index) };
}
function memberAt({ value, pointer }, name) {
  if (!isObject(value) || !Object.hasOwn(value, name)) return void 0;
  return { value: value[name], pointer: child(pointer, name) };
}

// src/subjects/rules.ts
async function judgeRules2(schemas, selected, versions) {
  const all = [];
  for (const [index, { selection }] of selected.entries()) {
    const ruled = { broken: [], unjudged: [] };
    all.push(ruled);
    const { before, after } = versions[index];
    if (after?.kind !== "parsed" || selection.schemas.length + (selection.rules ?? []).length === 0) continue;
    const hides = hiddenBy(selection, before, after);
    const file = {
      before: before?.kind === "parsed" ? withValue(before) : void 0,
      after: withValue(after),
      unreadable: before !== void 0 && before.kind !== "parsed",
      mask: (document) => maskedValue(document, [], hides)
    };
    for (const source of selection.schemas) await bySchema(schemas, source, file, ruled);
    if (selection.rules !== void 0) byPolicy(await loadCel(), selection, file, ruled);
  }
  return all;
}
async function bySchema(schemas, source, file, ruled) {
  const { violations, problems } = await schemas.judgeRules({ source, ...file });
  ruled.unjudged.push(...problems);
  ruled.broken.push(
    ...violations.map((violation) => ({
      ...violation,
      source: { schema: sourceName(source) },
      severity: "error"
    }))
  );
}
var compiled = /* @__PURE__ */ new WeakMap();
function byPolicy(cel, selection, file, ruled) {
  const judging = { cel, budget: { left: FILE_BUDGET }, documents: documentsOf(file) };
  for (const rule of selection.rules ?? []) {
    const ready = compiled.get(rule) ?? compile(cel, rule);
    if (typeof ready === "string") {
      ruled.unjudged.push(unjudgedRule(rule.id, rule.rule, "", ready));
      continue;
    }
    compiled.set(rule, ready);
    const { broken, wrong } = byRule(judging, selection.identity, rule, ready);
    ruled.broken.push(...broken);
    if (wrong !== void 0) ruled.unjudged.push(unjudgedRule(rule.id, rule.rule, wrong.place, wrong.why));
  }
}
function documentsOf({ before, after, mask }) {
  return pairDocuments(before?.values ?? [], after.values).flatMap((pair) => {
    if (pair.after === void 0) return [];
    const then = before && pair.before !== void 0 ? sideOf(before, pair.before, mask) : void 0;
    return [{ index: pair.after, now: sideOf(after, pair.after, mask), then }];
  });
}
function compile(cel, rule) {
  const made = compileRule(cel, rule);
  return "rule" in made ? made.rule : made.fault.message;
}
function byRule({ cel, budget, documents }, identity, { id, key, severity = "error", reason }, rule) {
  const broken = [];
  let wrong;
  for (const { index, now, then } of documents) {
    for (const spot of spotsOf(key, identity, now.document, then?.document)) {
      const self = { ...now, pointer: spot.after };
      const oldSelf = then && spot.before !== void 0 ? { ...then, pointer: spot.before } : void 0;
      const applied = applyRule(cel, rule, self, oldSelf, budget);
      if (applied.kind === "unjudged") wrong ??= { place: spot.after, why: applied.why };
      if (applied.kind !== "broken") continue;
      const { kind: _, ...found } = applied;
      const source = { policy: id };
      broken.push({
        ...found,
        source,
        rule: rule.text.rule,
        severity,
        document: index,
        ...reason === void 0 ? {} : { reason }
      });
    }
  }
  return wrong === void 0 ? { broken } : { broken, wrong };
}

// src/subjects/subjects.ts
var GROUP = 64;
async function* prepareSubjects(pair, around, schemas, proposed, selected) {
  const { siblings, nearby, past, messages } = around;
  let next = readGroup(pair, around, selected, 0);
  for (let start = 0; start < selected.length; start += GROUP) {
    const { versions, siblingsOf } = await next;
    const group = selected.slice(start, start + GROUP);
    next = readGroup(pair, around, selected, start + GROUP);
    const judged = await judgeVersions(schemas, group, versions, proposed);
    const ruled = await judgeRules2(schemas, group, versions);
    const compared = await compareAll(group, versions);
    const near = await nearby.load(compared);
    if (!near.ok) {
      yield near;
      return;
    }
    const said = compared.some(isCompared) ? await messages() : [];
    const prepared = compared.map((one, index) => {
      const { path } = one.change;
      const questions = {
        schemas: () => judged[index].verdicts,
        rules: () => ruled[index].broken,
        environment: () => siblings.environment(path),
        siblings: () => siblingsOf(path),
        nearby: () => near.value(path),
        announcesRemoval: (names) => announcesRemoval(said, names),
        announcesRevert: () => said.length === 0 ? void 0 : announcesRevert(said),
        wentBack: () => past.wentBack(one, one, one.difference)
      };
      const unjudged = [...judged[index].unjudged, ...ruled[index].unjudged, ...one.unread];
      return { subject: toSubject(one, questions), unjudged };
    });
    yield ok(prepared);
  }
}
function isCompared({ selection, difference }) {
  return selection.critical && (difference?.changes.length ?? 0) > 0;
}
async function readGroup(pair, { siblings, past }, selected, start) {
  const group = selected.slice(start, start + GROUP);
  const versions = await readVersions(pair, group);
  await past.load(group, versions);
  return { versions, siblingsOf: await siblings.load(group, versions) };
}
var NO_QUESTIONS = {
  schemas: () => [],
  rules: () => [],
  environment: () => void 0,
  siblings: () => [],
  nearby: () => [],
  announcesRemoval: () => void 0,
  announcesRevert: () => void 0,
  wentBack: () => void 0
};
function toSubject({ twin, everything, unread: _, ...compared }, questions) {
  const hides = hiddenBy(compared.selection, compared.before, compared.after);
  return {
    ...compared,
    context: {
      ...questions,
      show: (value, segments) => showValue(value, segments, hides),
      everything: (side) => everything[side],
      twin: () => twin
    }
  };
}

// src/verdict/summary.ts
var MOST_KEYS = 50;
var MOST_LINES = 100;
function summarise(subject, found) {
  const { change, selection, difference, lines, after } = subject;
  const summary = {
    path: change.path,
    status: change.status,
    rule: selection.rule,
    critical: selection.critical
  };
  if (change.from !== void 0) summary.from = change.from;
  if (change.to !== void 0) summary.to = change.to;
  if (selection.service !== void 0) summary.service = selection.service;
  if (after?.kind === "parsed" || after?.kind === "broken") summary.format = after.format;
  if (lines !== void 0) summary.linesKept = round(lines.share);
  if (difference === void 0) return { ...summary, ...lineSummaries(subject) };
  summary.keysKept = round(difference.keys.share);
  summary.keys = difference.changes.slice(0, MOST_KEYS).map((key) => toKeySummary(subject, key, found));
  if (difference.changes.length > MOST_KEYS) summary.keysTotal = difference.changes.length;
  return summary;
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
function toKeySummary(subject, change, found) {
  const { before, after, context } = subject;
  const document = change.kind === "removed" ? before : after;
  const line = found && document?.kind === "parsed" ? document.place(change.key, change.document)?.line : void 0;
  const summary = { kind: change.kind, key: hiddenNames(subject)(change.name) };
  if (line !== void 0) summary.line = line;
  if (change.before !== void 0) summary.before = context.show(change.before, change.segments);
  if (change.after !== void 0) summary.after = context.show(change.after, change.segments);
  return summary;
}
function round(share) {
  return Math.round(share * 1e3) / 1e3;
}

export {
  judgeRules,
  announcesRevert,
  announcesRemoval,
  openAll,
  compareAll,
  compareVersions,
  withValue,
  prepareSubjects,
  NO_QUESTIONS,
  toSubject,
  summarise
};
