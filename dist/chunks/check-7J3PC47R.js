import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  JUDGING,
  chosenPolicy,
  readArguments,
  reportOf,
  tell,
  usage
} from "./chunk-EWA4FJ7X.js";
import {
  check,
  schemaLoader
} from "./chunk-SD3SSCKF.js";
import {
  openLocalPair
} from "./chunk-7ANJEFZ4.js";
import "./chunk-VBXBFPBB.js";
import "./chunk-GR44EGTH.js";
import "./chunk-KGHET5OG.js";
import {
  choosePolicy
} from "./chunk-KDUI6LPV.js";
import "./chunk-66KUXM7Z.js";
import "./chunk-LH7W6HNH.js";
import "./chunk-VUKFQJK7.js";
import "./chunk-DICHFEIJ.js";
import "./chunk-JXCUIREY.js";
import "./chunk-WKY25ED7.js";
import "./chunk-R34MLX62.js";
import "./chunk-M3BZOCI3.js";
import "./chunk-O464NPAJ.js";
import "./chunk-SRLLN7Z7.js";
import "./chunk-HDDKZENY.js";
import "./chunk-PWSQ5S6L.js";
import "./chunk-7263V5AN.js";
import "./chunk-OWKTRG7T.js";
import "./chunk-MDVMB5DJ.js";
import "./chunk-AKK2AODL.js";
import "./chunk-4TQXXHHP.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-YXJ4QQSZ.js";
import "./chunk-6WSAFUNA.js";
import "./chunk-DTJ7FW5W.js";
import "./chunk-YMIVOWQJ.js";
import "./chunk-XI3XB6LF.js";
import "./chunk-CLDRABNO.js";
import "./chunk-47LY2WDG.js";
import "./chunk-NYBEYTUC.js";
import "./chunk-5OBP3I3Y.js";
import {
  defaultPolicy
} from "./chunk-CFWZNNPA.js";
import "./chunk-P74TEEE3.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import {
  problemText
} from "./chunk-SA252PIZ.js";
import "./chunk-CDNBRFAP.js";
import "./chunk-XGREDVMT.js";
import "./chunk-VX4HL5QL.js";

// src/cli/progress.ts
var PATIENCE_MS = 1e3;
function progressLine(io) {
  const started = Date.now();
  let shown = false;
  return {
    show(done, total) {
      if (!process.stderr.isTTY || Date.now() - started < PATIENCE_MS) return;
      shown = true;
      io.stderr(`\r\x1B[2K${done.toLocaleString("en")} of ${total.toLocaleString("en")} files compared`);
    },
    clear() {
      if (shown) io.stderr("\r\x1B[2K");
    }
  };
}

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
  const fail = (problem) => {
    io.stderr(problemText(problem, io));
    return 2;
  };
  const read = readArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const { values: args, positionals } = read.value;
  if (positionals.length > 0) {
    const what = `check takes no argument ${JSON.stringify(positionals[0])}.`;
    return fail(usage(what, "Commits are given by --base and --head."));
  }
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
    return decided.ok ? tell(decided.value, policy, reportOf(args), io) : fail(decided.problem);
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
