import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NONE,
  discardDeployments,
  finishDeployments,
  finishLocked
} from "./chunk-K5KTEBDX.js";
import "./chunk-4RODTUP4.js";
import {
  withInterrupt
} from "./chunk-H34CELY4.js";
import "./chunk-4VZLOPDS.js";
import "./chunk-EUA45VBA.js";
import "./chunk-LZ4WLUWR.js";
import "./chunk-GIZA7FR6.js";
import "./chunk-4CFICVAD.js";
import "./chunk-PWADELHE.js";
import "./chunk-RQZWNQC5.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-HPEPS6OF.js";
import "./chunk-YBDD6X2F.js";
import "./chunk-IOKANDET.js";
import {
  acquireLock
} from "./chunk-NZBPFFZF.js";
import "./chunk-IJ7BB6AL.js";
import "./chunk-EGAKTT6L.js";
import "./chunk-JLONYCK3.js";
import {
  DEPLOYING
} from "./chunk-QGZV7KTT.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-FIL6ECD7.js";
import "./chunk-JWBYW43W.js";
import "./chunk-VD7Z6BG4.js";
import "./chunk-O4XEDBIY.js";
import "./chunk-QMN62KA5.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-PJOWL2FU.js";
import "./chunk-U44JX7O6.js";
import "./chunk-QH7ISF2T.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-CXED3NVK.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-5TRZTHAH.js";
import "./chunk-KGHET5OG.js";
import "./chunk-DTLRE2LC.js";
import "./chunk-6VPVOVJL.js";
import "./chunk-GG6JKXNA.js";
import "./chunk-FCPVZLDP.js";
import "./chunk-UVMQKM36.js";
import "./chunk-Y6XCRUOZ.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-3XPG66IY.js";
import "./chunk-S3Y2NCSK.js";
import "./chunk-F33QQDUU.js";
import "./chunk-Y55LRK4P.js";
import "./chunk-PBU4J7KR.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-63C5LXIQ.js";
import "./chunk-P7PIK7TE.js";
import "./chunk-74XIJYFL.js";
import "./chunk-LKRCRNIM.js";
import "./chunk-WJIBSTQT.js";
import "./chunk-PXUSOBCD.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-DFUJ565S.js";
import "./chunk-AR4JDE6D.js";
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
  const lock = await acquireLock(store, DEPLOYING.resume);
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
