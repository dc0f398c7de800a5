import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  escapeGlob,
  globMatcher
} from "./chunk-HCG7IYJE.js";

// src/policy/owners.ts
var ownersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
function codeOwners(text) {
  const rules = text.split("\n").flatMap((line) => {
    const [pattern = "", ...owners] = line.replace(/(^|\s)#.*$/, "").trim().split(/(?<!\\)\s+/);
    if (pattern === "" || pattern.startsWith("!")) return [];
    return [{ matches: globMatcher(toGlobs(pattern.replaceAll("\\ ", " "))), owners }];
  });
  rules.reverse();
  return (path) => rules.find(({ matches }) => matches(path))?.owners ?? [];
}
function toGlobs(pattern) {
  const glob = pattern.split(/(\*+|\?)/).map((part, index) => index % 2 === 1 ? part : escapeGlob(part)).join("");
  const anchored = glob.replace(/\/$/, "").includes("/");
  const from = glob.replace(/^\//, "");
  const base = anchored ? from : `**/${from}`;
  if (base.endsWith("/")) return [`${base}**`];
  return base.endsWith("*") ? [base] : [base, `${base}/**`];
}

export {
  ownersPaths,
  codeOwners
};
