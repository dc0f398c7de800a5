import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  liveScope,
  rulesOf,
  scopeRules
} from "./chunk-36PCAFZY.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/backup.ts
async function backup(options) {
  if (options.policy.critical.length === 0) return refuse(nothingCritical());
  const policy = rulesOf(options.policy, options.service);
  if (!policy.ok) return policy;
  const scope = liveScope(policy.value, options.paths);
  if (options.source === "live" && scope.starts.length === 0) return refuse(noPlaces());
  const store = await options.open();
  if (!store.ok) return store;
  const collected = await store.value.collect(policy.value, scope);
  if (!collected.ok) return collected;
  const { files, absent, unsaved, directories } = collected.value;
  if (files.length + absent.length + unsaved.length === 0 && !options.empty)
    return refuse(nothingThere(scope, options.source));
  const manifest = {
    ...await store.value.next(),
    ...options.about,
    source: options.source,
    onlyService: options.service ?? null,
    scope: scopeRules(policy.value),
    files,
    absent,
    unsaved,
    ...directories && { directories }
  };
  const added = await store.value.add(manifest);
  return added.ok ? ok({ manifest, elsewhere: options.source === "live" ? scope.elsewhere : [] }) : added;
}
function nothingCritical() {
  return {
    code: "nothing-critical",
    message: "No policy says which files are critical.",
    hint: "holdfast init writes one; --policy FILE names one."
  };
}
function noPlaces() {
  return {
    code: "no-live-places",
    message: "The policy says of no critical file where it is on a host.",
    hint: "Add `live:` to its rules, such as `live: /etc/auth`; or keep the files of a commit: --from-commit HEAD."
  };
}
function nothingThere({ starts }, source) {
  return {
    code: "nothing-to-save",
    message: source === "live" ? `Nothing critical is there: neither ${starts.slice(0, 3).join(" nor ")}${starts.length > 3 ? " \u2026" : ""}.` : "The commit has no critical file.",
    hint: "Check --root, --service and the policy; holdfast explain PATH says what selects a file."
  };
}

export {
  backup
};
