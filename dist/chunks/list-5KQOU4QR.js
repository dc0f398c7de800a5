import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listJson,
  listText
} from "./chunk-TJSTN6QA.js";
import {
  STORE_OPTIONS,
  existingStore,
  newestVerdicts,
  readOutlines,
  readStoreArguments,
  readVerdicts
} from "./chunk-2S5RGDPI.js";
import "./chunk-SY45P3N6.js";
import "./chunk-3REY5LYI.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-7UV7BJBX.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-A4BJC5DK.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-MK465PB4.js";
import "./chunk-GLSCSEFH.js";
import "./chunk-FPFAAIWP.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-HQ3WZXTJ.js";
import "./chunk-5TOSXDRW.js";
import "./chunk-6YRQLAAY.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/list.ts
async function runList(argv, io) {
  const read = readStoreArguments(argv, STORE_OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const snapshots = await readOutlines(store.value);
  if (!snapshots.ok) return snapshots;
  const verdicts = await readVerdicts(store.value);
  if (!verdicts.ok) return verdicts;
  const damaged = [...snapshots.value.damaged, ...verdicts.value.damaged];
  for (const { file, problem } of damaged) io.stderr(problemText({ ...problem, path: file }, io));
  const report = args.format === "json" ? listJson : listText;
  const text = report(snapshots.value.items, newestVerdicts(verdicts.value.items));
  return ok({ text, code: damaged.length === 0 ? 0 : 2 });
}
export {
  runList
};
