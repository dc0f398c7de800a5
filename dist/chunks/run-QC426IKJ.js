import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  progressLine
} from "./chunk-XS3RST2D.js";
import {
  brokenBy,
  drillHead,
  drillReports,
  readDrillArguments
} from "./chunk-AORTLKPA.js";
import "./chunk-QNJGJUVV.js";
import {
  STRUCTURAL,
  blockOf,
  blockText,
  policyProposals
} from "./chunk-TTOLNNVJ.js";
import "./chunk-VZBM5HRG.js";
import "./chunk-NJYS5FRO.js";
import "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import "./chunk-PBBIRZVH.js";
import "./chunk-QQOA6GDM.js";
import "./chunk-D4W2ZF7R.js";
import "./chunk-6WSAFUNA.js";
import "./chunk-EMJCXWLX.js";
import {
  pagePlace,
  putPage,
  reportOptions,
  writePage
} from "./chunk-7MZUAGJZ.js";
import "./chunk-UV2YIV3S.js";
import "./chunk-YJMEJDG4.js";
import "./chunk-ECCINEQW.js";
import {
  readPolicy
} from "./chunk-RXXYIKOI.js";
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
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  formatById
} from "./chunk-JVBW2P7D.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/cli/drill/run.ts
import { lstat, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

// src/drill/proposals/paste.ts
async function pasteInto(text, block, path) {
  let pasted = text;
  for (const part of [
    { critical: block.critical, environments: [] },
    { critical: [], environments: block.environments }
  ]) {
    const [head, ...lines] = blockText(part).trimEnd().split("\n");
    if (lines.length === 0) continue;
    const next = await atListEnd(pasted, head.slice(0, -1), lines);
    if (next === void 0) return refuse(notPasted(path, head));
    pasted = next;
  }
  const read = await readPolicy(pasted, path, { kind: "file", path });
  return read.ok ? ok(pasted) : read;
}
async function atListEnd(text, name, lines) {
  const parsed = (await formatById("yaml").load())(text);
  const root = parsed.ok ? parsed.values[0] : void 0;
  if (!parsed.ok || root !== void 0 && !isObject(root)) return void 0;
  const end = /\r?\n/.exec(text)?.[0] ?? "\n";
  const whole = text === "" || text.endsWith("\n") ? text : `${text}${end}`;
  const list = root?.[name];
  if (list === void 0) return [`${whole}${name}:`, ...lines, ""].join(end);
  const all = whole.split("\n");
  const own = parsed.place(`/${name}`, 0, "key");
  const first = parsed.place(`/${name}/0`, 0, "value");
  if (!Array.isArray(list) || own === void 0 || first === void 0 || first.line === own.line)
    return void 0;
  const dash = all[first.line - 1].indexOf("-");
  if (dash === -1 || dash > first.column - 1) return void 0;
  const keys = Object.keys(root).flatMap((key) => parsed.place(`/${key}`, 0, "key")?.line ?? []);
  const next = Math.min(all.length, ...keys.filter((line) => line > own.line));
  let last = next - 1;
  while (last > first.line && /^\s*(#.*)?$/.test(all[last - 1])) last -= 1;
  const indented = lines.map((line) => " ".repeat(dash) + line.slice(2) + end.slice(0, -1));
  return all.toSpliced(last, 0, ...indented).join("\n");
}
function notPasted(path, list) {
  return {
    code: "policy-not-pasted",
    message: `The list ${list} of the policy is not written with one entry per line, so nothing was added to it.`,
    hint: "Paste the proposals by hand.",
    path
  };
}

// src/cli/drill/run.ts
async function runTrials(argv, io) {
  let page;
  const fail = async (problem) => {
    io.stderr(problemText(problem, io));
    await writePage(problem, "drill", page, io);
    return 2;
  };
  const args = readDrillArguments(argv);
  if (!args.ok) return fail(args.problem);
  const place = await pagePlace(args.value.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const progress = progressLine(io);
  const result = await drillHead(args.value, io.cwd, progress.show);
  progress.clear();
  if (!result.ok) return fail(result.problem);
  const { drilled } = result.value;
  io.stdout(drillReports[args.value.format](drilled, reportOptions(io)));
  const drawn = await drawPage(drilled, page, io);
  const written = args.value.writePolicy ? await writePolicy(result.value, io.cwd) : ok(void 0);
  if (!written.ok) {
    io.stderr(problemText(written.problem, io));
    return 2;
  }
  if (written.value !== void 0) io.stderr(`${plainLine(written.value)}
`);
  return drawn ? brokenBy(drilled, args.value.mayPass)?.code ?? 0 : 2;
}
async function drawPage(drilled, place, io) {
  if (place === void 0) return true;
  const { drillPage } = await import("./page-WFKR5PUK.js");
  return putPage(drillPage(drilled), place, io);
}
async function writePolicy({ drilled, policy: { origin }, workTree }, cwd) {
  const block = blockOf(policyProposals(drilled, STRUCTURAL));
  const count = block.critical.length + block.environments.length;
  if (count === 0) return ok("There is nothing to add to the policy.");
  if (workTree === void 0 || !("path" in origin)) return refuse(noPolicyFile());
  const file = origin.kind === "base" ? join(workTree, origin.path) : resolve(cwd, origin.path);
  const stands = await lstat(file).catch(() => void 0);
  if (!stands?.isFile()) return refuse(noPolicyFile());
  const pasted = await pasteInto(await readFile(file, "utf8"), block, origin.path);
  if (!pasted.ok) return pasted;
  await writeFile(file, pasted.value);
  return ok(
    `${plural(count, "entry").replace(/entrys$/, "entries")} added to ${origin.path}: read them, and commit.`
  );
}
function noPolicyFile() {
  return {
    code: "no-policy-file",
    message: "There is no policy file in the work tree to write to.",
    hint: "Paste the proposals by hand, or begin with holdfast init."
  };
}
export {
  runTrials
};
