import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  unite
} from "./chunk-O24VLVZE.js";
import {
  globMatcher,
  isLive,
  literalDirectory,
  literalPath,
  require_picomatch
} from "./chunk-HCG7IYJE.js";
import {
  baseName
} from "./chunk-5MHRYX67.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/policy/glob-tree.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function couldSelectBelow(glob, directory) {
  const names = directory.split("/").filter((name) => name !== "");
  const literal = literalPath(glob);
  const steps = (literal ?? glob).split("/").filter((step) => step !== "");
  for (const [index, name] of names.entries()) {
    const step = steps[index];
    if (step === void 0) return literal !== void 0;
    if (literal !== void 0) {
      if (step !== name) return false;
      continue;
    }
    if (step.includes("**") || /[{(]/.test(step)) return true;
    if (!import_picomatch.default.isMatch(name, step, { dot: true, windows: false, nonegate: true })) return false;
  }
  return steps.length > names.length || literal !== void 0;
}

// src/policy/live.ts
function createLiveSelector(policy) {
  const rules = policy.critical.map((rule) => ({
    rule,
    live: rule.live ?? [],
    mappings: mappingsOf(rule),
    selects: globMatcher(rule.files),
    named: globMatcher(rule.files.filter((glob) => isLive(glob.replace(/^!/, "")) || glob.startsWith("!")))
  }));
  const selections = /* @__PURE__ */ new Map();
  return (location) => {
    const mapped = rules.flatMap(
      ({ mappings, selects }) => mappings.filter(({ to }) => matches(to, location)).map(({ from, to }) => from + location.slice(to.length)).filter(selects)
    );
    const found = rules.some(({ live, named }) => live.includes(location) || named(location));
    if (mapped.length === 0 && !found) return void 0;
    const matching = rules.filter(
      ({ live, named, selects }) => live.includes(location) || named(location) || mapped.some(selects)
    );
    const name = matching.map(({ rule }) => rule.id).join(", ");
    const selection = selections.get(name) ?? unite(
      matching.map(({ rule }) => rule),
      true
    );
    selections.set(name, selection);
    return mapped[0] === void 0 ? { selection } : { selection, path: mapped[0] };
  };
}
function createLocator(policy) {
  const rules = policy.critical.filter((rule) => rule.live !== void 0).map((rule) => ({ selects: globMatcher(rule.files), mappings: mappingsOf(rule) }));
  return (path) => {
    const places = rules.filter(({ selects }) => selects(path)).flatMap(({ mappings }) => mappings.filter(({ from }) => matches(from, path))).map(({ from, to }) => to + path.slice(from.length));
    return [...new Set(places)];
  };
}
function matches(start, location) {
  return start.endsWith("/") || start === "" ? location.startsWith(start) : location === start;
}
function mappingsOf({ files, live = [] }) {
  return live.flatMap(
    (to) => files.filter(isOfCheckout).flatMap((glob) => {
      const literal = literalPath(glob)?.replace(/\/$/, "");
      if (literal === void 0) return [{ glob, from: literalDirectory(glob), to: `${to}/` }];
      const name = baseName(literal);
      const below = { glob, from: `${literal}/`, to: `${to}/` };
      if (baseName(to) === name) return [{ glob, from: literal, to }, below];
      const inside = { glob, from: literal, to: `${to}/${name}` };
      return name.includes(".") ? [inside] : [inside, below];
    })
  );
}
function isOfCheckout(glob) {
  return !glob.startsWith("!") && !isLive(glob);
}
function criticalRoots(policy) {
  return policy.critical.flatMap((rule) => {
    const selection = unite([rule], true);
    const named = rule.files.filter((glob) => !glob.startsWith("!")).map((glob) => ({
      directory: directoryOfGlob(glob),
      live: isLive(glob),
      selection,
      reaches: (directory) => couldSelectBelow(glob, directory)
    }));
    const mapped = mappingsOf(rule).map(({ glob, from, to }) => ({
      directory: to.replace(/\/$/, ""),
      live: true,
      selection,
      reaches: (directory) => couldSelectBelow(glob, from + `${directory}/`.slice(to.length))
    }));
    return [...named, ...mapped];
  });
}
function directoryOfGlob(glob) {
  const literal = literalPath(glob) ?? literalDirectory(glob);
  if (literal === "") return /^[a-z][a-z0-9+.-]*:/.exec(glob)?.[0] ?? "";
  return literal.replace(/(?<=.)\/$/, "");
}

export {
  couldSelectBelow,
  createLiveSelector,
  createLocator,
  criticalRoots
};
