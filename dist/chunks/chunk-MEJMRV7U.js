import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  scopeOf
} from "./chunk-LEKEXJWO.js";
import {
  newestVerdicts
} from "./chunk-KA3BEEMK.js";
import {
  servicesOf
} from "./chunk-EMJCXWLX.js";
import {
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/restore/known-good.ts
function candidateOf(manifest) {
  const { id, host, environment } = manifest;
  const mentioned = servicesOf(manifest);
  if (manifest.unsaved.length === 0)
    return { id, host, environment, services: mentioned, whole: mentioned, mentioned };
  const selects = createLiveSelector(scopeOf(manifest));
  const unsaved = manifest.unsaved.filter(({ path }) => selects(path) !== void 0);
  const services = servicesOf({ ...manifest, unsaved });
  const missed = new Set(unsaved.map(({ service }) => service));
  const isBlind = unsaved.length < manifest.unsaved.length;
  const whole = new Set(isBlind ? [] : [...services].filter((service) => !missed.has(service)));
  return { id, host, environment, services, whole, mentioned };
}
function chooseGood(candidates, verdicts, { services, host, environment }) {
  const newest = newestVerdicts(verdicts);
  const isOurs = oursOf(candidates, host);
  const ordered = candidates.filter((one) => isOurs(one) && (environment ?? one.environment) === one.environment).toSorted((left, right) => left.id < right.id ? 1 : -1);
  const good = ordered.filter(({ id }) => newest.get(id)?.verdict === "good");
  for (const field of ["host", "environment"]) {
    const names = [...new Set(good.map((one) => one[field]))];
    if (names.length > 1) return refuse(ambiguous(field, names));
  }
  const known = new Set([...good, ...ordered.slice(0, 1)].flatMap((one) => [...one.services]));
  const chosen = /* @__PURE__ */ new Map();
  for (const service of services.length > 0 ? services : known) {
    const found = good.find(({ whole }) => whole.has(service));
    if (found === void 0) return refuse(noKnownGood(service));
    chosen.set(found.id, [...chosen.get(found.id) ?? [], service]);
  }
  if (chosen.size === 0) return refuse(noKnownGood(null));
  return ok([...chosen].map(([id, taken]) => ({ id, services: taken })));
}
function chooseKnownGood(manifests, verdicts, asked) {
  const chosen = chooseGood(manifests.map(candidateOf), verdicts, asked);
  if (!chosen.ok) return chosen;
  const byId = new Map(manifests.map((manifest) => [manifest.id, manifest]));
  return ok(chosen.value.map(({ id, services }) => ({ manifest: byId.get(id), services })));
}
function oursOf(candidates, host) {
  return candidates.some((one) => one.host === host) ? (one) => one.host === host : () => true;
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
  candidateOf,
  chooseGood,
  chooseKnownGood
};
