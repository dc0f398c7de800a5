import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  globMatcher,
  isWatchedByDefault
} from "./chunk-HCG7IYJE.js";

// src/policy/select.ts
function createSelector(policy) {
  const rules = [
    ...policy.critical.map((rule) => ({ rule, critical: true, matches: globMatcher(rule.files) })),
    ...policy.schemas.map((rule) => ({ rule, critical: false, matches: globMatcher(rule.files) }))
  ];
  const selections = /* @__PURE__ */ new Map();
  return (path) => {
    const matching = rules.filter(({ matches }) => matches(path));
    if (matching.length === 0) return isWatchedByDefault(path) ? WATCHED : void 0;
    const name = matching.map(({ rule }) => rule.id).join(", ");
    const known = selections.get(name);
    if (known !== void 0) return known;
    const selection = unite(
      matching.map(({ rule }) => rule),
      matching.some(({ critical }) => critical)
    );
    selections.set(name, selection);
    return selection;
  };
}
var WATCHED = bareSelection("default", false);
function bareSelection(rule, critical) {
  return { rule, critical, schemas: [], protect: [], freeze: [], sensitive: [], identity: {} };
}
function unite(rules, critical) {
  const selection = {
    rule: rules.map((rule) => rule.id).join(", "),
    critical,
    schemas: distinctSources(rules),
    protect: distinct(rules.flatMap((rule) => rule.protect)),
    freeze: distinct(rules.flatMap((rule) => rule.freeze)),
    sensitive: distinct(rules.flatMap((rule) => rule.sensitive)),
    identity: Object.fromEntries(rules.toReversed().flatMap((rule) => Object.entries(rule.identity)))
  };
  const forbid = rules.flatMap((rule) => rule.forbid ?? []);
  const severity = rules.flatMap((rule) => rule.severity ?? []);
  if (forbid.length > 0) selection.forbid = forbid;
  if (severity.length > 0) selection.severity = severity;
  const service = rules.find((rule) => rule.service !== void 0)?.service;
  const format = rules.find((rule) => rule.format !== void 0)?.format;
  if (service !== void 0) selection.service = service;
  if (format !== void 0) selection.format = format;
  const values = rules.flatMap((rule) => rule.rules ?? []);
  if (values.length > 0) selection.rules = values;
  return selection;
}
function distinct(texts) {
  return [...new Set(texts)];
}
function distinctSources(rules) {
  const sources = /* @__PURE__ */ new Map();
  for (const { schema } of rules) if (schema !== void 0) sources.set(JSON.stringify(schema), schema);
  return [...sources.values()];
}

export {
  createSelector,
  bareSelection,
  unite
};
