import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createLiveSelector,
  createLocator,
  criticalRoots
} from "./chunk-ZAY2COUY.js";
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  isLive,
  literalPath
} from "./chunk-HCG7IYJE.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/store/scope.ts
function rulesOf(policy, service) {
  if (service === void 0) return ok(policy);
  const critical = policy.critical.filter((rule) => rule.service === service);
  if (critical.length > 0) return ok({ ...policy, critical });
  const known = [...new Set(policy.critical.flatMap((rule) => rule.service ?? []))].sort();
  return refuse({
    code: "service-unknown",
    message: `No critical files of the policy belong to the service ${service}.`,
    hint: known.length === 0 ? "The policy names no service." : `Services: ${known.join(", ")}.`
  });
}
function scopeRules(policy) {
  return policy.critical.map(({ files, live = [], service = null, sensitive, identity }) => ({
    files,
    live,
    service,
    sensitive,
    identity
  }));
}
function liveScope(policy, paths) {
  const select = createLiveSelector(policy);
  const critical = createSelector(policy);
  const locate = createLocator(policy);
  const roots = criticalRoots(policy).filter(({ live, directory }) => live && isOnHost(directory));
  const mapped = paths.filter((path) => critical(path)?.critical === true).flatMap(locate);
  const files = new Set(mapped.filter(isOnHost));
  const expected = /* @__PURE__ */ new Set([
    ...policy.critical.flatMap((rule) => rule.files).flatMap(literalPlace),
    ...files
  ]);
  const at = (place) => {
    const found = select(place);
    return found === void 0 ? void 0 : keptOf(found.selection);
  };
  return {
    at,
    reaches: (directory) => roots.some((root) => isAtOrBelow(directory, root.directory) && root.reaches(directory)),
    starts: [.../* @__PURE__ */ new Set([...roots.map(({ directory }) => directory), ...expected])].sort(),
    expected,
    files,
    elsewhere: [...new Set(policy.critical.flatMap(notOnHost))]
  };
}
function keptOf(selection) {
  return { service: selection.service ?? null, sensitive: selection.sensitive.length > 0 };
}
function isAtOrBelow(place, directory) {
  return place === directory || place.startsWith(directory === "/" ? "/" : `${directory}/`);
}
function holdsCritical(policy, place, path) {
  return criticalRoots(policy).some(({ directory, live, reaches }) => {
    const at = live ? place : path;
    if (at === void 0) return false;
    return (directory === "" || isAtOrBelow(at, directory)) && reaches(at);
  });
}
function isOnHost(place) {
  return place.startsWith("/");
}
function literalPlace(glob) {
  const place = glob.startsWith("/") && !glob.endsWith("/") ? literalPath(glob) : void 0;
  return place === void 0 ? [] : [place];
}
function notOnHost({ files, live = [] }) {
  const named = files.filter((glob) => !glob.startsWith("!"));
  const mapped = live.some(isOnHost);
  return [...live, ...named].filter(
    (glob) => !isOnHost(glob) && (isLive(glob) || !mapped && !live.includes(glob))
  );
}

export {
  rulesOf,
  scopeRules,
  liveScope,
  keptOf,
  isAtOrBelow,
  holdsCritical
};
