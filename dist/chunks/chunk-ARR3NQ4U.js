import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdOn,
  readDeployment,
  writeDeployment
} from "./chunk-QA47IVLP.js";
import {
  guarded,
  isId,
  namesIn,
  placeIn,
  readWhole,
  syncDirectory,
  unlessMissing,
  withId,
  writeWhole
} from "./chunk-WVSYJLMY.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/deployments.ts
async function deploymentIds(store) {
  const names = await namesIn(store, "deployments");
  return names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5)).filter(isId);
}
function readDeployments(store) {
  return guarded(store.directory, async () => {
    const listing = { items: [], damaged: [] };
    for (const id of await deploymentIds(store)) {
      const bytes = await readWhole(store.fs, placeOf(store, id));
      if (bytes === void 0) continue;
      const item = withId(id, readDeployment(bytes));
      if (item.ok) listing.items.push(item.value);
      else listing.damaged.push({ file: `deployments/${id}.json`, problem: item.problem });
    }
    return ok(listing);
  });
}
async function wholeDeployments(store) {
  const listing = await readDeployments(store);
  if (!listing.ok) return listing;
  const [damaged] = listing.value.damaged;
  if (damaged === void 0) return ok(listing.value.items);
  return refuse({
    code: "deployment-damaged",
    message: `${damaged.file} is damaged: whether that deployment has ended is not known.`,
    hint: "Look at the files and at the services. holdfast resume --discard forgets the record."
  });
}
function saveDeployment(store, deployment) {
  return guarded(store.directory, async () => {
    await writeWhole(store, placeOf(store, deployment.id), writeDeployment(deployment));
    return ok(void 0);
  });
}
function removeDeployments(store, ids) {
  return guarded(store.directory, async () => {
    for (const id of ids) await unlessMissing(store.fs.unlink(placeOf(store, id)));
    if (ids.length > 0) await syncDirectory(store.fs, placeIn(store, "deployments"));
    return ok(void 0);
  });
}
async function liftHolds(store, deployments, { environment, commit }, lifted) {
  const holding = deployments.filter((one) => holdOn([one], environment, commit) !== void 0);
  for (const one of holding) {
    const saved = await saveDeployment(store, { ...one, lifted });
    if (!saved.ok) return saved;
  }
  return ok(holding.length);
}
function placeOf(store, id) {
  return placeIn(store, "deployments", `${id}.json`);
}

export {
  deploymentIds,
  readDeployments,
  wholeDeployments,
  saveDeployment,
  removeDeployments,
  liftHolds
};
