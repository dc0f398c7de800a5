import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  pathInside
} from "./chunk-2ZQT27T6.js";
import {
  effectsReport
} from "./chunk-6PPAIUEK.js";
import {
  judgeSide,
  readScripts,
  toReviewed
} from "./chunk-W5QTZEGJ.js";
import "./chunk-GNM2YJYD.js";
import "./chunk-YQTERKFS.js";
import "./chunk-FHZHCUUB.js";
import "./chunk-JKDTOFAZ.js";
import {
  directorySnapshot,
  openSnapshot
} from "./chunk-N4HJRHYU.js";
import "./chunk-2HLTE4XC.js";
import "./chunk-ZNPYCAS6.js";
import "./chunk-WKY25ED7.js";
import "./chunk-NIDNI2XO.js";
import "./chunk-CN36ETPI.js";
import {
  candidateSelector,
  isFile
} from "./chunk-D4W2ZF7R.js";
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
import "./chunk-YJMEJDG4.js";
import {
  choosePolicy
} from "./chunk-ECCINEQW.js";
import "./chunk-RXXYIKOI.js";
import "./chunk-PZP6L5VX.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import {
  addReviewed,
  toDecision
} from "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import {
  graphReport
} from "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import {
  headline
} from "./chunk-MY4W45IY.js";
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
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/cli/review.ts
import { realpath } from "node:fs/promises";

// src/scripts/review/choose.ts
async function chooseScripts(snapshot, policy, named) {
  if (named.length > 0) return chooseNamed(snapshot, named);
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const select = candidateSelector(policy);
  return ok(entries.value.flatMap((entry) => select(entry) ?? []));
}
async function chooseNamed(snapshot, named) {
  const chosen = [];
  for (const path of new Set(named)) {
    const entry = await snapshot.entry(path);
    if (!entry.ok) return entry;
    if (entry.value === void 0) return refuse(notThere(path));
    if (!isFile(entry.value)) return refuse(notAFile(path, entry.value.mode));
    chosen.push({ entry: entry.value, asked: true });
  }
  return ok(chosen);
}
function noScript(named, { scripts, unread, beyond }) {
  const told = new Set([...scripts, ...unread].map(({ path }) => path));
  const other = beyond.length > 0 ? void 0 : named.find((path) => !told.has(path));
  if (other === void 0) return void 0;
  return {
    code: "not-a-script",
    message: `${other} is no script: it is neither shell, nor a workflow, a Dockerfile, a Makefile or Ansible tasks with something that runs.`,
    hint: "Name deployment scripts; a shell script without an ending needs a first line such as `#!/bin/sh`.",
    path: other
  };
}
function noneDeclared({ scripts, origin }, named, read) {
  const found = named.length + read.scripts.length + read.unread.length;
  if (scripts === void 0 || found > 0) return [];
  return [
    {
      path: "path" in origin ? origin.path : "",
      reason: "script-none",
      detail: "The globs under `scripts` select no script here.",
      hint: "Correct them, or leave `scripts` out: then all that look like scripts are reviewed.",
      blocks: true
    }
  ];
}
function notThere(path) {
  return {
    code: "script-not-found",
    message: `There is no file ${path}.`,
    hint: "Give the path of a file as seen from the current directory; without any, all scripts are reviewed.",
    path
  };
}
function notAFile(path, mode) {
  return {
    code: "script-not-a-file",
    message: `${path} is a ${mode}, and links are never followed.`,
    hint: "Name the script itself.",
    path
  };
}

// src/review.ts
async function review(snapshot, options) {
  const chosen = await options.policy(snapshot);
  if (!chosen.ok) return chosen;
  const policy = chosen.value;
  const candidates = await chooseScripts(snapshot, policy, options.files);
  if (!candidates.ok) return candidates;
  const read = await readScripts(snapshot, candidates.value);
  if (!read.ok) return read;
  const other = noScript(options.files, read.value);
  if (other !== void 0) return refuse(other);
  const judged = await judgeSide(snapshot, policy, read.value);
  if (!judged.ok) return judged;
  const evidence = {
    findings: [],
    changes: [],
    notLookedAt: noneDeclared(policy, options.files, read.value)
  };
  addReviewed(evidence, toReviewed(read.value, judged.value, options.allEffects === true));
  return ok(toDecision({ before: snapshot, after: snapshot }, policy, evidence));
}

// src/cli/review.ts
var OPTIONS = {
  ...JUDGING,
  commit: { type: "string" },
  effects: { type: "boolean" },
  graph: { type: "boolean" }
};
async function runReview(argv, io) {
  let page;
  const fail = async (problem) => {
    io.stderr(problemText(problem, io));
    await writePage(problem, "review", page, io);
    return 2;
  };
  const read = readArguments(argv, OPTIONS);
  if (!read.ok) return fail(read.problem);
  const { values: args, positionals } = read.value;
  const report = chosenReport(args, io);
  if (!report.ok) return fail(report.problem);
  const place = await pagePlace(args.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const opened = await open(args, positionals, io.cwd);
  if (!opened.ok) return fail(opened.problem);
  const { snapshot, files, close } = opened.value;
  try {
    let policy = defaultPolicy();
    const decided = await review(snapshot, {
      files,
      allEffects: args.effects === true || args.graph === true,
      async policy(own) {
        const chosen = await choosePolicy(own, chosenPolicy(args), io.cwd);
        if (chosen.ok) policy = chosen.value;
        return chosen;
      }
    });
    if (!decided.ok) return await fail(decided.problem);
    return await tell(decided.value, policy, report.value, io, { command: "review", page });
  } finally {
    await close();
  }
}
function chosenReport(args, io) {
  const { effects, graph, format } = args;
  if (graph && (effects || format !== void 0)) {
    return refuse(usage("--graph prints Mermaid only.", "Leave --effects and --format out."));
  }
  if (effects && format !== void 0 && format !== "terminal" && format !== "json") {
    return refuse(usage(`--effects has no format ${format}.`, "It is terminal (the default) or json."));
  }
  if (graph) {
    return ok((decision, options) => {
      io.stderr(`${headline(decision)}
`);
      return graphReport(decision, options);
    });
  }
  return ok(effects && format !== "json" ? effectsReport : reportOf(args));
}
async function open(args, named, cwd) {
  const { "git-dir": gitDir, commit } = args;
  const opened = await openSnapshot({
    directory: cwd,
    ...gitDir === void 0 ? {} : { gitDir },
    ...commit === void 0 ? {} : { commit }
  });
  if (opened.ok) {
    const { root: root2 } = opened.value;
    const files2 = await pathsInside(root2, gitDir === void 0 ? cwd : root2 ?? cwd, named);
    if (files2.ok) return ok({ ...opened.value, files: files2.value });
    await opened.value.close();
    return files2;
  }
  const without = opened.problem.code === "not-a-repository" && gitDir === void 0 && commit === void 0;
  if (!without || named.length === 0) return opened;
  const root = await realpath(cwd);
  const files = await pathsInside(root, root, named);
  return files.ok ? ok({ ...directorySnapshot(root, files.value), files: files.value }) : files;
}
async function pathsInside(root, cwd, named) {
  const paths = [];
  for (const given of named) {
    const path = await pathInside(root, cwd, given);
    if (!path.ok) return path;
    paths.push(path.value);
  }
  return ok(paths);
}
export {
  runReview
};
