import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareText
} from "./chunk-HCG7IYJE.js";

// src/findings/order.ts
var SEVERITIES = ["error", "warning", "notice"];
function atLeast(severity, threshold) {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
function sortFindings(findings, rankOf) {
  return [...findings].sort(
    (left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || rankOf(left.check) - rankOf(right.check) || compareText(left.path, right.path) || (left.line ?? 0) - (right.line ?? 0) || compareText(left.check, right.check) || compareText(left.key ?? "", right.key ?? "") || compareText(left.fingerprint, right.fingerprint)
  );
}

// src/findings/fingerprint.ts
import { createHash } from "node:crypto";
var PLACES = /* @__PURE__ */ new Set(["line", "lines", "firstLine", "places"]);
function fingerprint(check, path, key, args) {
  const facts = JSON.stringify([check, path, key ?? null, stable(args)]);
  return createHash("sha256").update(facts).digest("hex").slice(0, 16);
}
function stable(arg) {
  if (arg === null || typeof arg !== "object") return arg;
  if (Array.isArray(arg)) return arg.map(stable);
  return Object.keys(arg).filter((name) => !PLACES.has(name)).sort().map((name) => [name, stable(arg[name])]);
}

export {
  SEVERITIES,
  atLeast,
  sortFindings,
  fingerprint
};
