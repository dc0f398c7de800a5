import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  progressLine
} from "./chunk-XS3RST2D.js";
import {
  openLocalPair
} from "./chunk-ZNPYCAS6.js";
import "./chunk-WKY25ED7.js";
import "./chunk-NIDNI2XO.js";
import {
  check
} from "./chunk-PBBIRZVH.js";
import "./chunk-QQOA6GDM.js";
import "./chunk-D4W2ZF7R.js";
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
} from "./chunk-7MZUAGJZ.js";
import {
  schemaLoader
} from "./chunk-UV2YIV3S.js";
import "./chunk-YJMEJDG4.js";
import {
  choosePolicy
} from "./chunk-ECCINEQW.js";
import "./chunk-RXXYIKOI.js";
import "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
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
import "./chunk-N3JHRWFV.js";
import "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  defaultPolicy
} from "./chunk-HCG7IYJE.js";
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
