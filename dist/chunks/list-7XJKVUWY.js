import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-IHYYQ6CZ.js";
import "./chunk-BGAD6JBY.js";
import {
  listJson,
  listText
} from "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import {
  newestVerdicts,
  readOutlines,
  readVerdicts
} from "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
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
} from "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import "./chunk-YXG2IT4E.js";
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
