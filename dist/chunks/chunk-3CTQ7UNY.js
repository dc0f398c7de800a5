import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import {
  globMatcher
} from "./chunk-HCG7IYJE.js";

// src/services/affected.ts
function affectedServices(policy, locations) {
  const select = createLiveSelector(policy);
  const names = new Set(locations.flatMap((location) => select(location)?.selection.service ?? []));
  const services = (policy.services ?? []).filter(({ name }) => names.has(name));
  const known = new Set(services.map(({ name }) => name));
  return { services, unknown: [...names].filter((name) => !known.has(name)).sort() };
}
function rotatingFiles(policy) {
  const select = createLiveSelector(policy);
  const rotating = new Map(
    (policy.services ?? []).map(({ name, rotating: globs }) => [
      name,
      globs === true ? () => true : globMatcher(globs)
    ])
  );
  return (location) => {
    const found = select(location);
    const rotates = rotating.get(found?.selection.service ?? "");
    if (found === void 0 || rotates === void 0) return false;
    return rotates(location) || found.path !== void 0 && rotates(found.path);
  };
}

export {
  affectedServices,
  rotatingFiles
};
