import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  holdOn,
  readDeployment,
  writeDeployment
} from "./chunk-EUA45VBA.js";
import {
  guarded,
  placeIn,
  readAll,
  recordPlace,
  syncDirectory,
  unlessMissing,
  writeWhole
} from "./chunk-KA3BEEMK.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/adapters/store/deployments.ts
function readDeployments(store) {
  return readAll(store, "deployments", readDeployment);
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
    await writeWhole(store, recordPlace(store, "deployments", deployment.id), writeDeployment(deployment));
    return ok(void 0);
  });
}
function removeDeployments(store, ids) {
  return guarded(store.directory, async () => {
    for (const id of ids) await unlessMissing(store.fs.unlink(recordPlace(store, "deployments", id)));
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

export {
  readDeployments,
  wholeDeployments,
  saveDeployment,
  removeDeployments,
  liftHolds
};
