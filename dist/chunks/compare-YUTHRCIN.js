import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  judgeSide,
  readScripts,
  toReviewed
} from "./chunk-W5QTZEGJ.js";
import "./chunk-GNM2YJYD.js";
import "./chunk-YQTERKFS.js";
import "./chunk-FHZHCUUB.js";
import "./chunk-JKDTOFAZ.js";
import {
  candidateSelector
} from "./chunk-D4W2ZF7R.js";
import "./chunk-POL6UJM2.js";
import "./chunk-7AY46YQM.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-AUGRHBBV.js";
import "./chunk-O24VLVZE.js";
import {
  atLeast
} from "./chunk-LHQRXSF5.js";
import "./chunk-JVBW2P7D.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/scripts/review/compare.ts
async function compareScripts(pair, policy, changed) {
  const after = await readWithUsers(pair.after, policy, changed);
  if (!after.ok) return after;
  if (after.value.scripts.length + after.value.unread.length === 0) return ok(void 0);
  const old = await counterparts(pair.before, changed, after.value);
  if (!old.ok) return old;
  const before = await readScripts(pair.before, old.value);
  if (!before.ok) return before;
  const [then, now] = [
    await judgeSide(pair.before, policy, before.value, COMPARED),
    await judgeSide(pair.after, policy, after.value, COMPARED)
  ];
  if (!then.ok) return then;
  if (!now.ok) return now;
  const unread = newUnread(before.value, after.value);
  const judged = { ...now.value, findings: newOnes(then.value, now.value) };
  return ok(toReviewed({ ...after.value, unread }, judged, false));
}
var COMPARED = { suppressed: "warning" };
function newOnes(then, now) {
  const worst = /* @__PURE__ */ new Map();
  for (const { finding, identity } of then.findings) {
    const known = worst.get(identity);
    if (known === void 0 || atLeast(finding.severity, known)) worst.set(identity, finding.severity);
  }
  return now.findings.filter(({ finding, identity }) => {
    const known = worst.get(identity);
    return known === void 0 || !atLeast(known, finding.severity);
  });
}
function newUnread(then, now) {
  const factOf = ({ path, reason, detail }) => JSON.stringify([path, reason, detail]);
  const known = new Set(then.unread.map(factOf));
  return now.unread.filter((part) => part.blocks || !known.has(factOf(part)));
}
async function readWithUsers(snapshot, policy, { after, paths }) {
  const own = await readScripts(snapshot, after);
  if (!own.ok || policy.scripts === void 0) return own;
  const listed = await snapshot.entries();
  if (!listed.ok) return listed;
  const select = candidateSelector(policy);
  const changed = new Set(after.map(({ entry }) => entry.path));
  const declared = listed.value.flatMap((entry) => changed.has(entry.path) ? [] : select(entry) ?? []);
  const others = await readScripts(snapshot, declared);
  if (!others.ok) return others;
  const users = others.value.scripts.filter(({ analysis }) => analysis.uses.some((use) => paths.has(use)));
  const names = new Set(users.map(({ path }) => path));
  const uses = new Set(users.flatMap(({ analysis }) => analysis.uses));
  const texts = others.value.scripts.map(({ path, text }) => [path, text]);
  const used = [...own.value.used, ...others.value.used, ...texts.filter(([path]) => uses.has(path))];
  return ok({
    scripts: [...own.value.scripts, ...users],
    used: new Map(used.filter(([path]) => !changed.has(path) && !names.has(path))),
    unread: [...own.value.unread, ...others.value.unread.filter(({ path }) => names.has(path))],
    beyond: [...own.value.beyond, ...others.value.beyond]
  });
}
async function counterparts(snapshot, { before, after }, { scripts }) {
  const changed = new Set([...after, ...before].map(({ entry }) => entry.path));
  const others = [];
  for (const { path, asked } of scripts) {
    if (changed.has(path)) continue;
    const entry = await snapshot.entry(path);
    if (!entry.ok) return entry;
    if (entry.value !== void 0) others.push({ entry: entry.value, asked });
  }
  return ok([...before, ...others]);
}
export {
  compareScripts
};
