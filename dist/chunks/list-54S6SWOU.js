import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listJson,
  listText
} from "./chunk-VQI3KDCA.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-XRGLT3J2.js";
import {
  newestVerdicts,
  readOutlines,
  readVerdicts
} from "./chunk-WVSYJLMY.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-GYSJK6EL.js";
import "./chunk-PCBGPQ6B.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-LKKKDVWD.js";
import "./chunk-PSU47MRN.js";
import "./chunk-77SZXBQL.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-QXGXRPPZ.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import "./chunk-GAWPPUV3.js";
import "./chunk-PIU2WRMU.js";
import "./chunk-65UD37DB.js";
import "./chunk-RJTTVYQ3.js";
import "./chunk-5LNVXTFX.js";
import "./chunk-SNI23GP2.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-XGREDVMT.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
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
