import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-KCJ3L4PE.js";
import "./chunk-BGAD6JBY.js";
import {
  listJson,
  listText
} from "./chunk-K5AVT4II.js";
import "./chunk-ABKKXOOH.js";
import {
  newestVerdicts,
  readOutlines,
  readVerdicts
} from "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-RN55FJOR.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-B4HRAQHU.js";
import "./chunk-BMBTDSKN.js";
import "./chunk-44XY4UBW.js";
import "./chunk-2AMJA2Q5.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-JBIAOLBF.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-PAY3EKKU.js";
import "./chunk-QMBU62J3.js";
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
