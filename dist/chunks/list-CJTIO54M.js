import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  STORE_OPTIONS,
  existingStore,
  listJson,
  listText,
  newestVerdicts,
  readSnapshots,
  readStoreArguments,
  readVerdicts
} from "./chunk-7P5ASSDS.js";
import "./chunk-EWA4FJ7X.js";
import "./chunk-7263V5AN.js";
import "./chunk-OWKTRG7T.js";
import "./chunk-MDVMB5DJ.js";
import "./chunk-AKK2AODL.js";
import "./chunk-4TQXXHHP.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-YXJ4QQSZ.js";
import "./chunk-DTJ7FW5W.js";
import "./chunk-YMIVOWQJ.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-CLDRABNO.js";
import "./chunk-47LY2WDG.js";
import "./chunk-NYBEYTUC.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-SA252PIZ.js";
import "./chunk-CDNBRFAP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/list.ts
async function runList(argv, io) {
  const read = readStoreArguments(argv, STORE_OPTIONS);
  if (!read.ok) return read;
  const args = read.value.values;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const snapshots = await readSnapshots(store.value);
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
