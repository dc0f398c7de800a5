import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NONE,
  discardDeployments,
  finishDeployments,
  finishLocked
} from "./chunk-AMDGPMJJ.js";
import "./chunk-GQVY4B5S.js";
import {
  withInterrupt
} from "./chunk-NBPALFMQ.js";
import "./chunk-ARR3NQ4U.js";
import "./chunk-QA47IVLP.js";
import "./chunk-VQI3KDCA.js";
import "./chunk-B3OWJ57I.js";
import "./chunk-6RWMC3PJ.js";
import "./chunk-2VW4EOYV.js";
import "./chunk-CC4ACESS.js";
import "./chunk-VH4SXCOB.js";
import "./chunk-6MPFEEFR.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-TBLMIB7R.js";
import "./chunk-YANJQBSY.js";
import "./chunk-UV3NHA65.js";
import "./chunk-LETDX2U6.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-5LTVVXPF.js";
import "./chunk-I4FOGYIR.js";
import "./chunk-GYAB4AGT.js";
import {
  acquireLock
} from "./chunk-5O2V3BGN.js";
import "./chunk-4GVZVH4B.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-XRGLT3J2.js";
import "./chunk-WVSYJLMY.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-GYSJK6EL.js";
import "./chunk-EJVAWD2J.js";
import "./chunk-KGHET5OG.js";
import "./chunk-WOJ5BMOU.js";
import "./chunk-I2RO34MT.js";
import "./chunk-PCBGPQ6B.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-LKKKDVWD.js";
import "./chunk-PSU47MRN.js";
import "./chunk-77SZXBQL.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-QXGXRPPZ.js";
import "./chunk-74RLQT52.js";
import "./chunk-24ZXU6UH.js";
import "./chunk-PMBABOII.js";
import "./chunk-6XMOBEMM.js";
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
import "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";

// src/cli/deploy/resume.ts
var OPTIONS = {
  ...STORE_OPTIONS,
  discard: { type: "boolean" },
  repository: { type: "string" },
  ...IDENTITY_OPTIONS
};
async function runResume(argv, io) {
  const fail = (...problems) => {
    for (const problem of problems) io.stderr(problemText(problem, io));
    return 2;
  };
  const read = readStoreArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const args = read.value.values;
  const store = await existingStore(args, io);
  if (!store.ok) return store.problem.code === "store-missing" ? nothing(io) : fail(store.problem);
  if (args.discard) return discardDeployments(store.value, io, fail);
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return fail(decrypt.problem);
  return withInterrupt(
    () => finishAll(store.value, io, fail, {
      json: args.format === "json",
      repository: args.repository,
      decrypt: decrypt.value
    })
  );
}
function nothing(io) {
  io.stdout(NONE);
  return 0;
}
async function finishAll(store, io, fail, how) {
  const lock = await acquireLock(store, "holdfast resume");
  if (!lock.ok) return fail(lock.problem);
  try {
    const restored = await finishLocked(
      store,
      how.json ? { ...io, stdout: io.stderr } : io,
      fail,
      how.decrypt
    );
    if (restored === 2) return 2;
    const finished = await finishDeployments(store, io, fail, how);
    if (restored === void 0 && finished === void 0) return nothing(io);
    return Math.max(restored ?? 0, finished ?? 0);
  } finally {
    await lock.value.release();
  }
}
export {
  runResume
};
