import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  globMatcher,
  isAside
} from "./chunk-HCG7IYJE.js";
import {
  baseName
} from "./chunk-5MHRYX67.js";

// src/scripts/review/candidates.ts
var NAMES = [
  /\.(sh|bash|dash|ash|[a-z]*ksh|zsh|fish|t?csh|command|ps1|psm1|bat|cmd|bats)$|^\.envrc$/i,
  /^(gnu)?makefile([.-]|$)|\.(mk|mak|make)$/i,
  /^(docker|container)file([.-]|$)|\.(docker|container)file$/i
];
var TEMPLATE = /\.(j2|jinja2?|erb|tpl|tmpl|gotmpl|mustache|ejs|epp)$/i;
var YAML = /(^|\/)\.(github|gitea|forgejo)\/|(^|\/)action\.ya?ml$|(^|\/)(tasks|handlers|playbooks?|roles)\/|(^|\/)(site|main|playbook|deploy)[^/]*\.ya?ml$/i;
function kindByName(path) {
  const name = baseName(path).replace(TEMPLATE, "");
  if (NAMES.some((pattern) => pattern.test(name))) return "script";
  if (/\.ya?ml$/i.test(name) && YAML.test(path)) return "script";
  return name.includes(".") ? "other" : "perhaps";
}
function hasShebang(text) {
  return text.startsWith("#!");
}
function candidateSelector({ scripts }) {
  const declared = scripts === void 0 ? void 0 : globMatcher(scripts);
  return (entry) => {
    if (!isFile(entry)) return void 0;
    if (declared !== void 0) return declared(entry.path) ? { entry, asked: true } : void 0;
    const runs = entry.mode === "executable" || kindByName(entry.path) !== "other";
    return runs && !isAside(entry.path) ? { entry, asked: false } : void 0;
  };
}
function isFile({ mode }) {
  return mode === "file" || mode === "executable";
}

export {
  kindByName,
  hasShebang,
  candidateSelector,
  isFile
};
