import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-YBCLOHXM.js";
import "./chunk-JWBYW43W.js";
import {
  listJson,
  listText
} from "./chunk-SL4VAOJL.js";
import "./chunk-PU2AG7YV.js";
import {
  newestVerdicts,
  readOutlines,
  readVerdicts
} from "./chunk-QH7ISF2T.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-HATEZKXM.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-BVANVJVA.js";
import "./chunk-2TXVABHZ.js";
import "./chunk-3GGNAGYF.js";
import "./chunk-IOVCTGDC.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-FJW6QFLK.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-YJWTXDXP.js";
import "./chunk-OOHSQCTS.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
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
