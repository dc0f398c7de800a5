import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NONE,
  discardDeployments,
  finishDeployments,
  finishLocked
} from "./chunk-FDKMXTWV.js";
import "./chunk-ASUXOKKX.js";
import {
  withInterrupt
} from "./chunk-ZJPUNNPQ.js";
import "./chunk-HVUVQVAF.js";
import "./chunk-EUA45VBA.js";
import "./chunk-GNM2YJYD.js";
import "./chunk-3CTQ7UNY.js";
import "./chunk-LKC65LZJ.js";
import "./chunk-JHSTEDCZ.js";
import "./chunk-LEKEXJWO.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-2LTNSXYH.js";
import "./chunk-VE6JU3D7.js";
import "./chunk-TMNRVTO3.js";
import {
  acquireLock
} from "./chunk-XPOAPWUL.js";
import "./chunk-36PCAFZY.js";
import "./chunk-H7GKGIJQ.js";
import "./chunk-JLONYCK3.js";
import {
  DEPLOYING
} from "./chunk-QGZV7KTT.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-IHYYQ6CZ.js";
import "./chunk-BGAD6JBY.js";
import "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import "./chunk-DSNZQEOW.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import "./chunk-OVH55LPH.js";
import "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-POL6UJM2.js";
import "./chunk-7AY46YQM.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-AUGRHBBV.js";
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
import "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import "./chunk-YXG2IT4E.js";
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
