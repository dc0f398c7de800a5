import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isAtOrBelow
} from "./chunk-36PCAFZY.js";
import {
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import {
  globMatcher,
  literalPath
} from "./chunk-HCG7IYJE.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/restore/choose.ts
function chooseFiles(parts, { services, paths }, present) {
  const isAskedPath = pathMatcher(paths);
  const chosen = { files: [], absent: [], unsaved: [], unplaced: [], unmet: [] };
  const taken = /* @__PURE__ */ new Set();
  const served = /* @__PURE__ */ new Set();
  for (const { manifest, services: own } of parts) {
    const isAsked = ({ path, service }) => (own === void 0 || own.includes(service)) && (services.length === 0 || service !== null && services.includes(service)) && isAskedPath(path) && !taken.has(path);
    const files = manifest.files.filter(isAsked);
    const unsaved = manifest.unsaved.filter(isAsked);
    const absent = [...manifest.absent, ...addedSince(manifest, present)].filter(isAsked);
    for (const file of files) {
      if (isPlace(file.path)) chosen.files.push(file);
      else chosen.unplaced.push(file.path);
    }
    for (const file of unsaved) chosen.unsaved.push(file);
    for (const { path } of absent) if (isPlace(path)) chosen.absent.push(path);
    for (const { path } of [...files, ...unsaved, ...absent]) taken.add(path);
    for (const { path, service } of [...files, ...absent]) if (isPlace(path)) served.add(service);
  }
  const manifests = parts.map(({ manifest }) => manifest);
  const held = manifests.flatMap(({ files, absent }) => [...files, ...absent]);
  chosen.unmet = unmetOf({ services, paths }, served, {
    chosen: [...chosen.files.map(({ path }) => path), ...chosen.absent],
    all: [...held.map(({ path }) => path), ...present],
    unsaved: manifests.flatMap(({ unsaved }) => unsaved.map(({ path }) => path))
  });
  return chosen.files.length + chosen.absent.length > 0 ? ok(chosen) : refuse(nothingChosen(chosen));
}
function unmetOf({ services, paths }, served, places) {
  const isMet = (name) => name.startsWith("!") ? !leavesOutNothing(name, places) : places.chosen.some(pathMatcher([name]));
  return [
    ...services.filter((name) => !served.has(name)).map((name) => ({ option: "--service", name })),
    ...paths.filter((name) => !isMet(name)).map((name) => ({ option: "--path", name }))
  ];
}
function leavesOutNothing(exclusion, { all, unsaved }) {
  const place = literalPath(exclusion.slice(1));
  if (place === void 0) return false;
  const isIt = pathMatcher([exclusion.slice(1)]);
  return !all.some(isIt) && !unsaved.some((top) => isIt(top) || isAtOrBelow(place, top));
}
function isPlace(path) {
  return path.startsWith("/");
}
function scopeOf({ scope }) {
  return {
    origin: { kind: "inputs" },
    critical: scope.map(({ files, live, service, sensitive = [], identity = {} }, index) => ({
      id: `critical[${index}]`,
      files,
      protect: [],
      freeze: [],
      sensitive,
      identity,
      ...live.length === 0 ? {} : { live },
      ...service === null ? {} : { service }
    })),
    schemas: [],
    environments: [],
    schemaHosts: []
  };
}
function directoriesOfParts(parts) {
  const found = parts.toReversed().flatMap(({ manifest }) => manifest.directories ?? []);
  return [...new Map(found.map((directory) => [directory.path, directory])).values()];
}
function addedSince(manifest, present) {
  if (manifest.source === "commit") return [];
  const selects = createLiveSelector(scopeOf(manifest));
  const held = new Set([...manifest.files, ...manifest.absent, ...manifest.unsaved].map(({ path }) => path));
  return present.flatMap((path) => {
    const unknown = held.has(path) || manifest.unsaved.some((one) => isAtOrBelow(path, one.path));
    const found = unknown ? void 0 : selects(path);
    const service = found?.selection.service ?? null;
    if (found === void 0 || manifest.onlyService !== null && service !== manifest.onlyService) return [];
    return [{ path, service }];
  });
}
function outsideOf(policy, locations) {
  const selects = createLiveSelector(policy);
  return locations.filter((location) => selects(location) === void 0);
}
function pathMatcher(paths) {
  if (paths.length === 0) return () => true;
  const named = new Set(paths);
  const selects = globMatcher(
    paths.map((path) => literalPath(path) === void 0 ? path : path.replace(/\/$/, ""))
  );
  return (path) => named.has(path) || selects(path);
}
function nothingChosen({ unplaced }) {
  return {
    code: "nothing-chosen",
    message: unplaced.length > 0 ? "The snapshot is of a commit, and its policy says of none of these files where they are on hosts." : "The snapshot holds nothing that was asked for.",
    hint: unplaced.length > 0 ? "Add `live` to the rules of the policy and take a backup of the host." : "Check --service and --path; holdfast backup show lists what it holds."
  };
}

export {
  chooseFiles,
  leavesOutNothing,
  scopeOf,
  directoriesOfParts,
  outsideOf,
  pathMatcher
};
