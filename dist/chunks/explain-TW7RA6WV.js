import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  pathInside
} from "./chunk-2ZQT27T6.js";
import {
  explainLocation,
  explainPath,
  originName,
  ruleLines
} from "./chunk-CP72BN2D.js";
import "./chunk-VZBM5HRG.js";
import "./chunk-QQOA6GDM.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  openRepository
} from "./chunk-YJMEJDG4.js";
import {
  findPolicyText,
  policyPaths,
  readPolicy
} from "./chunk-RXXYIKOI.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import {
  commitSnapshot
} from "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import {
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  checks
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  defaultPolicy,
  isLive
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
import {
  visible
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/cli/explain.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
var OPTIONS = { policy: { type: "string" }, debug: { type: "boolean" } };
var USAGE = "holdfast explain PATH [--policy FILE]";
async function runExplain(argv, io) {
  const lines = await explanation(argv, io);
  if (!lines.ok) {
    io.stderr(problemText(lines.problem, io));
    return 2;
  }
  io.stdout(`${lines.value.map(visible).join("\n")}
`);
  return 0;
}
async function explanation(argv, io) {
  const args = readArguments(argv);
  if (!args.ok) return args;
  const repository = await openRepository({ directory: io.cwd });
  if (!repository.ok) return repository;
  try {
    const path = await pathInside(repository.value.workTree, io.cwd, args.value.path);
    if (!path.ok && !isLive(args.value.path)) return path;
    const commit = await resolveCommit(repository.value, "HEAD");
    if (!commit.ok) return commit;
    const snapshot = commitSnapshot(repository.value, commit.value);
    const source = await policySource(snapshot, args.value.policy, io.cwd);
    if (!source.ok) return source;
    const policy = await toPolicy(source.value);
    if (!policy.ok) return policy;
    const entries = await snapshot.entries();
    if (!entries.ok) return entries;
    const lineOf = await ruleLines(source.value?.text ?? "");
    const paths = entries.value.map((entry) => entry.path);
    const facts = { paths, checks, lineOf };
    const live = isLive(args.value.path) ? explainLocation(policy.value, args.value.path, facts) : void 0;
    if (live !== void 0) return ok([...live, "", ...policyLines(policy.value)]);
    return path.ok ? ok([...explainPath(policy.value, path.value, facts), "", ...policyLines(policy.value)]) : path;
  } finally {
    await repository.value.close();
  }
}
function readArguments(argv) {
  const read = parsed({ args: argv, options: OPTIONS, allowPositionals: true }, USAGE);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [path] = positionals;
  if (path !== void 0 && path !== "" && positionals.length === 1)
    return ok({ path, policy: values.policy });
  return refuse(usage("explain takes exactly one path.", USAGE));
}
async function policySource(snapshot, file, cwd) {
  if (file === void 0) {
    const found = await findPolicyText(snapshot);
    if (!found.ok || found.value === void 0) return found;
    return ok({ ...found.value, origin: { kind: "base", path: found.value.path } });
  }
  try {
    const text = await readFile(resolve(cwd, file), "utf8");
    return ok({ text, path: file, origin: { kind: "file", path: file } });
  } catch (error) {
    return refuse(noSuchPolicy(file, error.code));
  }
}
function noSuchPolicy(file, reason = "unknown reason") {
  return {
    code: "policy-not-found",
    message: `The policy ${file} cannot be read (${reason}).`,
    hint: "Check the path given with --policy."
  };
}
async function toPolicy(source) {
  return source === void 0 ? ok(defaultPolicy()) : readPolicy(source.text, source.path, source.origin);
}
function policyLines({ origin }) {
  if (origin.kind !== "defaults")
    return [`Policy: ${originName(origin)}${origin.kind === "base" ? " at HEAD" : ""}`];
  return [`Policy: the defaults; HEAD has none of ${policyPaths.join(", ")} (try one with --policy FILE)`];
}
export {
  runExplain
};
