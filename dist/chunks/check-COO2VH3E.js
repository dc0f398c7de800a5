import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  progressLine
} from "./chunk-XS3RST2D.js";
import {
  check
} from "./chunk-VI7XJ4SV.js";
import "./chunk-QQOA6GDM.js";
import "./chunk-LH7W6HNH.js";
import "./chunk-6WSAFUNA.js";
import {
  JUDGING,
  chosenPolicy,
  pagePlace,
  readArguments,
  reportOf,
  tell,
  usage,
  writePage
} from "./chunk-GYSJK6EL.js";
import {
  schemaLoader
} from "./chunk-WFMCYW6F.js";
import {
  openLocalPair
} from "./chunk-UZRVMBH7.js";
import "./chunk-DDK7FRTR.js";
import {
  choosePolicy
} from "./chunk-CJ324DPB.js";
import "./chunk-5DL2NZ4F.js";
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
import "./chunk-WKY25ED7.js";
import "./chunk-53GPY7LP.js";
import "./chunk-3JYGI3L4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-SRLLN7Z7.js";
import "./chunk-HDDKZENY.js";
import "./chunk-GAWPPUV3.js";
import "./chunk-PIU2WRMU.js";
import "./chunk-65UD37DB.js";
import "./chunk-RJTTVYQ3.js";
import "./chunk-5LNVXTFX.js";
import "./chunk-SNI23GP2.js";
import "./chunk-5OBP3I3Y.js";
import {
  defaultPolicy
} from "./chunk-CFWZNNPA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-XGREDVMT.js";
import "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";

// src/cli/check.ts
var OPTIONS = {
  ...JUDGING,
  base: { type: "string" },
  head: { type: "string" },
  staged: { type: "boolean" },
  worktree: { type: "boolean" },
  schema: { type: "string", multiple: true }
};
async function runCheck(argv, io) {
  let page;
  const fail = async (problem) => {
    io.stderr(problemText(problem, io));
    await writePage(problem, "check", page, io);
    return 2;
  };
  const read = readArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const { values: args, positionals } = read.value;
  if (positionals.length > 0) {
    const what = `check takes no argument ${JSON.stringify(positionals[0])}.`;
    return fail(usage(what, "Commits are given by --base and --head."));
  }
  const place = await pagePlace(args.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const pair = await openLocalPair({ directory: io.cwd, ...pairOptions(args) });
  if (!pair.ok) return fail(pair.problem);
  const progress = progressLine(io);
  try {
    let policy = defaultPolicy();
    const decided = await check(pair.value, {
      async policy(before) {
        const chosen = await choosePolicy(before, chosenPolicy(args, args.schema), io.cwd);
        if (chosen.ok) policy = chosen.value;
        return chosen;
      },
      schemas: ({ schemaHosts }, side) => schemaLoader(pair.value[side], { hosts: schemaHosts, side }),
      progress: progress.show
    });
    progress.clear();
    if (!decided.ok) return await fail(decided.problem);
    return await tell(decided.value, policy, reportOf(args), io, { command: "check", page });
  } finally {
    await pair.value.close();
  }
}
function pairOptions(args) {
  return {
    ...args["git-dir"] === void 0 ? {} : { gitDir: args["git-dir"] },
    ...args.base === void 0 ? {} : { base: args.base },
    ...args.head === void 0 ? {} : { head: args.head },
    ...args.staged === void 0 ? {} : { staged: args.staged },
    ...args.worktree === void 0 ? {} : { worktree: args.worktree }
  };
}
export {
  runCheck
};
