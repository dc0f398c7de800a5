import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  scopeOf
} from "./chunk-6MPFEEFR.js";
import {
  newestVerdicts
} from "./chunk-WVSYJLMY.js";
import {
  servicesOf
} from "./chunk-EMJCXWLX.js";
import {
  createLiveSelector
} from "./chunk-PMBABOII.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/restore/known-good.ts
function chooseKnownGood(manifests, verdicts, { services, host, environment }) {
  const newest = newestVerdicts(verdicts);
  const isOurs = oursOf(manifests, host);
  const ordered = manifests.filter((one) => isOurs(one) && (environment ?? one.environment) === one.environment).toSorted((left, right) => left.id < right.id ? 1 : -1);
  const good = ordered.filter(({ id }) => newest.get(id)?.verdict === "good");
  for (const field of ["host", "environment"]) {
    const names = [...new Set(good.map((one) => one[field]))];
    if (names.length > 1) return refuse(ambiguous(field, names));
  }
  const known = new Set([...good, ...ordered.slice(0, 1)].flatMap((manifest) => [...servicesIn(manifest)]));
  const parts = /* @__PURE__ */ new Map();
  for (const service of services.length > 0 ? services : known) {
    const manifest = good.find((one) => isWhole(one, service));
    if (manifest === void 0) return refuse(noKnownGood(service));
    parts.set(manifest, [...parts.get(manifest) ?? [], service]);
  }
  if (parts.size === 0) return refuse(noKnownGood(null));
  return ok([...parts].map(([manifest, taken]) => ({ manifest, services: taken })));
}
function oursOf(manifests, host) {
  return manifests.some((one) => one.host === host) ? (one) => one.host === host : () => true;
}
function servicesIn(manifest) {
  const selects = createLiveSelector(scopeOf(manifest));
  const unsaved = manifest.unsaved.filter(({ path }) => selects(path) !== void 0);
  return servicesOf({ ...manifest, unsaved });
}
function isWhole(manifest, service) {
  const selects = createLiveSelector(scopeOf(manifest));
  return servicesIn(manifest).has(service) && !manifest.unsaved.some((one) => one.service === service || selects(one.path) === void 0);
}
function ambiguous(field, names) {
  const shown = names.map((name) => name ?? "none").sort();
  return {
    code: "known-good-ambiguous",
    message: `The known good snapshots are of more than one ${field}: ${shown.join(", ")}.`,
    hint: field === "environment" ? "Name one with --environment, or a snapshot by its id." : "None is of this host. Name a snapshot by its id; holdfast backup list shows what there is."
  };
}
function noKnownGood(service) {
  const which = service === null ? "a snapshot" : `a snapshot of the service ${service}`;
  return {
    code: "no-known-good",
    message: `The store has no ${which.slice(2)} that is known to be good and whole.`,
    hint: "Name a snapshot by its id, or services with --service; holdfast backup list shows what there is."
  };
}

export {
  chooseKnownGood
};
