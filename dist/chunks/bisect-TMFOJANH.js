import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  storedSnapshot
} from "./chunk-34T5TODW.js";
import {
  removeScratch
} from "./chunk-LPNBUI24.js";
import {
  runCommand,
  secretMask,
  withInterrupt
} from "./chunk-ZJPUNNPQ.js";
import "./chunk-GNM2YJYD.js";
import {
  applyEdits,
  findNodeAtLocation,
  modify,
  parseTree
} from "./chunk-WLV6ZMVQ.js";
import "./chunk-GML4N5ZV.js";
import "./chunk-GVM2WTRK.js";
import {
  nothingFound
} from "./chunk-VIIGHOFF.js";
import "./chunk-KRNJPRKT.js";
import {
  openSnapshot
} from "./chunk-N4HJRHYU.js";
import "./chunk-AMTK6P4B.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-TMNRVTO3.js";
import {
  ownIdentity,
  startOf
} from "./chunk-XPOAPWUL.js";
import "./chunk-36PCAFZY.js";
import {
  diskBlob,
  diskEntry
} from "./chunk-2HLTE4XC.js";
import "./chunk-H7GKGIJQ.js";
import "./chunk-JLONYCK3.js";
import {
  isStale
} from "./chunk-QGZV7KTT.js";
import {
  DEFAULT_STORE,
  openStore,
  storeDirectory
} from "./chunk-BGAD6JBY.js";
import "./chunk-ZNPYCAS6.js";
import "./chunk-WKY25ED7.js";
import "./chunk-NIDNI2XO.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import "./chunk-OVH55LPH.js";
import {
  errorCode,
  readSnapshot
} from "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import {
  isId
} from "./chunk-YNSVTVRQ.js";
import {
  parsed,
  reportOptions,
  usage
} from "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-YJMEJDG4.js";
import {
  choosePolicy
} from "./chunk-ECCINEQW.js";
import "./chunk-RXXYIKOI.js";
import {
  NO_QUESTIONS,
  compareVersions,
  summarise,
  toSubject
} from "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import "./chunk-YNMSC3SZ.js";
import "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import {
  fileSection
} from "./chunk-R3A4QZ2V.js";
import {
  paint
} from "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-POL6UJM2.js";
import {
  readDocument
} from "./chunk-7AY46YQM.js";
import {
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import {
  maskedLines
} from "./chunk-AUGRHBBV.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import {
  bareSelection,
  createSelector
} from "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-N3JHRWFV.js";
import "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  compareKeys,
  diffArrays,
  hiddenBy,
  hiddenNames,
  plural,
  showValue,
  textOf
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  globFault,
  globMatcher
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import {
  decodePath,
  directoryOf,
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  runsOf
} from "./chunk-5MHXILHF.js";
import {
  segmentsOf
} from "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import {
  inert
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/adapters/bisect/pairs.ts
async function filePairs(good, bad, globs) {
  const [old, now] = [await good.entries(), await bad.entries()];
  if (!old.ok) return old;
  if (!now.ok) return now;
  const selects = globs.length === 0 ? () => true : globMatcher(withAll(globs));
  const sides = { good: byPath(old.value), bad: byPath(now.value) };
  const paths = [.../* @__PURE__ */ new Set([...sides.good.keys(), ...sides.bad.keys()])].filter((path) => selects(path) && differ(sides.good.get(path), sides.bad.get(path))).sort();
  const contents = {
    good: await contentsOf(good, paths, sides.good),
    bad: await contentsOf(bad, paths, sides.bad)
  };
  if (!contents.good.ok) return contents.good;
  if (!contents.bad.ok) return contents.bad;
  const pairs = [];
  for (const path of paths) {
    const [before, after] = [contents.good.value.get(path), contents.bad.value.get(path)];
    if (before && after && before.mode === after.mode && Buffer.compare(before.bytes, after.bytes) === 0)
      continue;
    pairs.push({ path, ...before && { good: before }, ...after && { bad: after } });
  }
  return ok(pairs);
}
function withAll(globs) {
  return globs.every((glob) => glob.startsWith("!")) ? ["**", ...globs] : [...globs];
}
function byPath(entries) {
  return new Map(entries.map((entry) => [entry.path, entry]));
}
function differ(before, after) {
  return before?.id !== after?.id || before?.mode !== after?.mode;
}
async function contentsOf(snapshot, paths, entries) {
  const wanted = paths.flatMap((path) => entries.get(path) ?? []);
  const contents = /* @__PURE__ */ new Map();
  let index = 0;
  for await (const blob of snapshot.read(wanted)) {
    const { path, mode } = wanted[index++];
    if ("refused" in blob)
      return refuse(unreadable(path, mode === "submodule" ? "a submodule" : blob.refused));
    contents.set(path, { mode, bytes: blob.bytes });
  }
  return ok(contents);
}
function unreadable(path, why) {
  return {
    code: "unreadable",
    message: `It differs and cannot be read (${why}), so the cause may be in it.`,
    hint: `Leave it out with --files '!${path}' when it cannot be the cause.`,
    path
  };
}

// src/adapters/bisect/scratch.ts
import { lstat, mkdir, mkdtemp, open, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

// src/bisect/problems.ts
var NOTHING_DIFFERS = {
  code: "nothing-differs",
  message: "Nothing differs between the good and the bad side among the files that were looked at.",
  hint: "Name other sides with --good and --bad, or leave --files out."
};
var INTERRUPTED = {
  code: "interrupted",
  message: "The search was interrupted.",
  hint: "Run the same command again: it goes on with the probe that was running."
};
function wrongSide(side, outcome, { end: end2, output }) {
  if (outcome === "stop" || outcome === "unresolved") {
    return {
      code: "side-unresolved",
      message: `The probe says nothing about the ${side} side (exit code 125).`,
      hint: "It has to pass on the good side and to fail on the bad one before anything between them can be told."
    };
  }
  return side === "good" ? {
    code: "good-side-fails",
    message: `The probe fails on the good side already (${end2}).${lastWords(output)}`,
    hint: "Correct the probe, or name an older good side. The probe finds the files in its working directory, which HOLDFAST_ROOT names too."
  } : {
    code: "bad-side-passes",
    message: "The probe passes on the bad side: nothing in these files makes it fail.",
    hint: "Check that the probe reads the files of its working directory and not those of the host; name more files, or look for the cause elsewhere."
  };
}
function flapping(what, before) {
  return {
    code: "probe-flaps",
    message: `The probe is not steady: on ${what} it ${before} and does not now, so nothing that it said can be believed.`,
    hint: "Make the probe repeatable (wait for the service, clean up after it), then begin anew without the state file."
  };
}
function lastWords(output) {
  const last = output.trim().split("\n").at(-1);
  return last === void 0 || last === "" ? "" : ` It said: ${last}`;
}

// src/adapters/bisect/scratch.ts
var PREFIX = "holdfast-bisect-";
var GROUP = 64;
var LEFT = "Remove it: it holds what the probe has worked on. Look at what the probe has put there.";
async function makeScratch(home = tmpdir()) {
  try {
    const directory = await realpath(await mkdtemp(join(home, PREFIX)));
    const { dev, ino } = await lstat(directory);
    return ok({
      directory,
      write: (candidate) => reasonOf(async () => {
        const root = await lstat(directory);
        if (root.dev !== dev || root.ino !== ino) throw Object.assign(new Error(), { code: "ESTALE" });
        for (const path of candidate.keys()) await removeFile(directory, path);
        for (const [path, content] of candidate) {
          if (content !== "absent") await writeFile(directory, path, content);
        }
      }),
      remove: () => removeScratch(directory, LEFT)
    });
  } catch (error) {
    return refuse(unwritable(home, errorCode(error) ?? "unknown reason"));
  }
}
async function fill(scratch, snapshot, signal) {
  const listed = await snapshot.entries();
  if (!listed.ok) return listed;
  const entries = listed.value.filter(({ mode }) => mode !== "submodule");
  const tooLarge = [];
  for (let start = 0; start < entries.length; start += GROUP) {
    const group = entries.slice(start, start + GROUP);
    let index = 0;
    for await (const blob of snapshot.read(group)) {
      if (signal.aborted) return refuse(INTERRUPTED);
      const { path, mode } = group[index++];
      if (!("refused" in blob)) {
        const why = await reasonOf(() => writeFile(scratch.directory, path, { mode, bytes: blob.bytes }));
        if (why !== void 0) return refuse(unwritable(scratch.directory, why));
      } else if (blob.refused === "too-large") tooLarge.push(path);
      else return refuse(unreadable2(path, blob.refused));
    }
  }
  return ok({ tooLarge });
}
async function reasonOf(work) {
  try {
    await work();
    return void 0;
  } catch (error) {
    return errorCode(error) ?? "unknown reason";
  }
}
function unreadable2(path, why) {
  return {
    code: "unreadable",
    message: `It cannot be put into the tree of the probe, which may need it (${why}).`,
    hint: "Fetch it, or read it as a user who may.",
    path
  };
}
function unwritable(place, code) {
  return {
    code: "scratch-io",
    message: `A tree to search in cannot be made in ${place} (${code}).`,
    hint: "Make room there, or name another directory for temporary files: TMPDIR."
  };
}
async function removeLeftover(directory, own) {
  const home = dirname(own);
  const name = directory.slice(home.length + 1);
  if (directory !== join(home, name) || !/^holdfast-bisect-[A-Za-z0-9]{6}$/.test(name)) return void 0;
  const found = await lstat(directory).catch(() => void 0);
  const isOwn = found?.isDirectory() && found.uid === process.geteuid?.();
  return isOwn ? removeScratch(directory, LEFT) : void 0;
}
async function writeFile(root, path, { mode, bytes }) {
  const steps = path.split("/");
  for (let count = 1; count < steps.length; count++) {
    const place2 = placeOf(root, steps.slice(0, count).join("/"));
    const found = await lstat(place2).catch(() => void 0);
    if (found?.isDirectory()) continue;
    if (found !== void 0) await rm(place2, { force: true });
    await mkdir(place2, { mode: 493 });
  }
  const place = placeOf(root, path);
  await rm(place, { recursive: true, force: true });
  if (mode === "symlink") return symlink(Buffer.from(bytes), place);
  const file = await open(place, "wx", mode === "executable" ? 493 : 420);
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}
async function removeFile(root, path) {
  const steps = path.split("/");
  for (let count = 1; count < steps.length; count++) {
    const found = await lstat(placeOf(root, steps.slice(0, count).join("/"))).catch(() => void 0);
    if (!found?.isDirectory()) return;
  }
  await rm(placeOf(root, path), { recursive: true, force: true });
}
function placeOf(root, path) {
  return Buffer.concat([Buffer.from(`${root}/`), encodePath(path)]);
}

// src/adapters/bisect/sides.ts
import { stat } from "node:fs/promises";
import { resolve } from "node:path";

// src/adapters/bisect/directory.ts
import { readdir } from "node:fs/promises";
import { join as join2 } from "node:path";
function directorySnapshot(directory) {
  const tree = { directory, objectFormat: "sha1" };
  return {
    id: directory,
    entry: async (path) => ok(await diskEntry(tree, path)),
    async entries() {
      const paths = await pathsBelow(directory, "");
      if (!paths.ok) return paths;
      const entries = [];
      for (const path of paths.value) {
        const entry = await diskEntry(tree, path);
        if (entry === void 0) return refuse(unreadable3(path));
        entries.push(entry);
      }
      return ok(entries);
    },
    async *read(entries) {
      for (const entry of entries) yield await diskBlob(tree, entry);
    }
  };
}
async function pathsBelow(directory, below) {
  const place = Buffer.concat([Buffer.from(join2(directory, "/")), encodePath(below)]);
  const found = await readdir(place, { withFileTypes: true, encoding: "buffer" }).catch(() => void 0);
  if (found === void 0) return refuse(unreadable3(below));
  const paths = [];
  for (const entry of found.sort((one, other2) => Buffer.compare(one.name, other2.name))) {
    const name = decodePath(entry.name);
    const path = below === "" ? name : `${below}/${name}`;
    if (name === ".git") continue;
    if (!entry.isDirectory()) {
      if (entry.isFile() || entry.isSymbolicLink()) paths.push(path);
      continue;
    }
    const deeper = await pathsBelow(directory, path);
    if (!deeper.ok) return deeper;
    for (const each of deeper.value) paths.push(each);
  }
  return ok(paths);
}
function unreadable3(path) {
  return {
    code: "unreadable",
    message: "It cannot be read, or is being changed.",
    hint: "Read it as a user who may, or search in a copy.",
    path: path === "" ? "." : path
  };
}

// src/adapters/bisect/sides.ts
async function openSide(given, places) {
  const directory = resolve(places.cwd, given);
  if (/^\.{0,2}\/|^\.{1,2}$/.test(given)) {
    return await isDirectory(directory) ? ok(ofDirectory(directory)) : refuse(notADirectory(given));
  }
  if (isId(given)) return ofStore(given, places);
  const { cwd, gitDir } = places;
  const opened = await openSnapshot({ directory: cwd, ...gitDir && { gitDir }, commit: given });
  if (opened.ok) return ok(sideOf(opened.value.snapshot, opened.value.close));
  return await isDirectory(directory) ? ok(ofDirectory(directory)) : opened;
}
function ofDirectory(directory) {
  return sideOf(directorySnapshot(directory));
}
function sideOf(snapshot, close = async () => {
}) {
  return { snapshot, hidden: /* @__PURE__ */ new Set(), close };
}
async function ofStore(id, { store, cwd, decrypt }) {
  const opened = await openStore(await storeDirectory(store, cwd));
  if (!opened.ok) return opened;
  const found = await readSnapshot(opened.value, id);
  if (!found.ok) return found;
  const manifest = found.value;
  if (manifest.unsaved.length > 0) return refuse(incomplete(manifest));
  const hidden = manifest.files.filter(({ sensitive }) => sensitive).map(belowRoot);
  return ok({
    ...sideOf(storedSnapshot(opened.value, manifest, belowRoot, decrypt)),
    hidden: new Set(hidden)
  });
}
function belowRoot({ path }) {
  return path.replace(/^\/+/, "");
}
async function isDirectory(place) {
  const found = await stat(place).catch(() => void 0);
  return found?.isDirectory() === true;
}
function notADirectory(given) {
  return {
    code: "no-directory",
    message: `${given} is no directory.`,
    hint: "A side is a commit, a directory (./NAME, /NAME), or the whole id of a snapshot in the store."
  };
}
function incomplete({ id, unsaved }) {
  return {
    code: "snapshot-incomplete",
    message: `The snapshot ${id} does not hold all of its files.`,
    hint: "Name another one; holdfast backup list shows which are complete.",
    path: unsaved[0].path
  };
}

// src/adapters/bisect/state.ts
import { lstat as lstat2, mkdir as mkdir2, open as open2, readFile, rename, rm as rm2 } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname as dirname2, join as join3, resolve as resolve2 } from "node:path";

// src/bisect/journal.ts
import { createHash } from "node:crypto";
var OUTCOMES = ["pass", "fail", "unresolved"];
function questionOf({ pairs, tree, command, timeout }) {
  const hash = createHash("sha256").update(JSON.stringify([command, tree, timeout]));
  for (const { path, good, bad } of pairs) {
    hash.update(JSON.stringify([path, good?.mode, good?.bytes.length, bad?.mode, bad?.bytes.length]));
    if (good) hash.update(good.bytes);
    if (bad) hash.update(bad.bytes);
  }
  return hash.digest("hex");
}
function headerLine(question, scratch, runner) {
  const { pid, started, boot, namespace } = runner;
  const header = { holdfast: "bisect", version: 1, question, scratch, pid, started, boot, namespace };
  return `${JSON.stringify(header)}
`;
}
function probedLine({ set, outcome, ms, code, timedOut }) {
  return `${JSON.stringify({ set, outcome, ms, code, timedOut })}
`;
}
function readJournal(text, question, file) {
  const end2 = text.lastIndexOf("\n") + 1;
  const lines = text.slice(0, end2).split("\n").slice(0, -1);
  const [first, ...rest] = lines.map(parse);
  if (first === void 0) return lines.length === 0 ? ok({ probes: [] }) : refuse(damaged(file));
  if (first.holdfast !== "bisect" || first.version !== 1) return refuse(damaged(file));
  if (first.question !== question) return refuse(other(file));
  const probes2 = [];
  for (const line of rest) {
    const probe = line && toProbed(line);
    if (probe === void 0) return refuse(damaged(file));
    probes2.push(probe);
  }
  const scratch = typeof first.scratch === "string" ? { scratch: first.scratch } : {};
  const runner = toRunner(first);
  return ok({ probes: probes2, ...scratch, ...runner && { runner } });
}
function toRunner({ pid, started, boot, namespace }) {
  if (!Number.isSafeInteger(pid) || typeof boot !== "string" || typeof namespace !== "string")
    return void 0;
  return { pid, started: typeof started === "string" ? started : null, boot, namespace };
}
function setText(set) {
  return runsOf(set).map(([from, to]) => from === to ? `${from}` : `${from}-${to}`).join(",");
}
function parse(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
}
function toProbed({ set, outcome, ms, code, timedOut }) {
  const known = OUTCOMES.find((one) => one === outcome);
  if (typeof set !== "string" || known === void 0 || typeof ms !== "number") return void 0;
  return {
    set,
    outcome: known,
    ms,
    ...typeof code === "number" ? { code } : {},
    ...timedOut === true ? { timedOut } : {}
  };
}
function damaged(file) {
  return {
    code: "bisect-state-damaged",
    message: `${file} is not the state of a bisect.`,
    hint: "Name another file with --state; or remove this one, and the search begins anew."
  };
}
function other(file) {
  return {
    code: "bisect-state-other",
    message: `${file} is the state of another bisect: its two sides, files or command were not these.`,
    hint: "Name another file with --state; or remove this one, and the search begins anew."
  };
}

// src/adapters/bisect/state.ts
function stateFile(given, question, cwd, env) {
  if (given !== void 0) return resolve2(cwd, given);
  const base = env.XDG_STATE_HOME || join3(env.HOME || homedir(), ".local/state");
  return join3(base, "holdfast", `bisect-${question.slice(0, 16)}.jsonl`);
}
async function openState(file, question, scratch) {
  try {
    const text = await readFile(file, "utf8").catch(unlessMissing);
    const read = readJournal(text, question, file);
    if (!read.ok) return read;
    if (await isRunning(read.value)) return refuse(running(file, read.value.runner.pid));
    const left = read.value.scratch && await removeLeftover(read.value.scratch, scratch);
    if (left) return refuse(left);
    await mkdir2(dirname2(file), { recursive: true, mode: 448 });
    const temporary = `${file}.${process.pid}.tmp`;
    const lines = read.value.probes.map(probedLine).join("");
    await append(temporary, headerLine(question, scratch, await ownIdentity("")) + lines, "w");
    await rename(temporary, file);
    return ok({
      file,
      known: read.value.probes,
      async record(probed) {
        try {
          await append(file, probedLine(probed), "a");
          return void 0;
        } catch (error) {
          return unusable(file, errorCode(error) ?? "unknown reason");
        }
      },
      remove: () => rm2(file, { force: true })
    });
  } catch (error) {
    return refuse(unusable(file, errorCode(error) ?? "unknown reason"));
  }
}
async function isRunning({ scratch, runner }) {
  if (runner === void 0 || scratch === void 0) return false;
  const [{ boot, namespace }, started] = [await ownIdentity(""), await startOf(runner.pid)];
  const holder = { ...runner, command: "", at: "", released: false };
  if (isStale(holder, { boot, namespace, started, silence: Number.POSITIVE_INFINITY })) return false;
  return await lstat2(scratch).catch(() => void 0) !== void 0;
}
async function append(place, text, flags) {
  const file = await open2(place, flags, 384);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
function unlessMissing(error) {
  if (error.code === "ENOENT") return "";
  throw error;
}
function running(file, pid) {
  return {
    code: "bisect-running",
    message: `The same search is running (process ${pid}, ${file}).`,
    hint: "Wait until it has ended, or name another file with --state."
  };
}
function unusable(file, code) {
  return {
    code: "bisect-state-io",
    message: `The state ${file} cannot be read or written (${code}).`,
    hint: "Name another file with --state."
  };
}

// src/bisect/selections.ts
function selectionsFor(policy, hidden) {
  const select = createSelector(policy);
  const live = createLiveSelector(policy);
  return (path) => {
    const selection = live(`/${path}`)?.selection ?? select(path) ?? NOTHING;
    if (selection.sensitive.length > 0 || !hidden.has(path)) return selection;
    return { ...selection, sensitive: ["**"] };
  };
}
var NOTHING = bareSelection("none", false);

// src/bisect/outcome.ts
function outcomeOf(result) {
  const { code, timedOut, failed, cancelled } = result;
  if (cancelled) return refuse(INTERRUPTED);
  if (failed !== void 0) return refuse(unusable2(`could not be started (${failed})`, result));
  if (timedOut) return ok("fail");
  if (code === void 0) return refuse(unusable2(`was ended by ${result.signal ?? "a signal"}`, result));
  if (code === 0) return ok("pass");
  if (code === 125) return ok("unresolved");
  return code <= 127 ? ok("fail") : refuse(unusable2(`ended with exit code ${code}`, result));
}
function endText({ code, timedOut }) {
  return timedOut ? "it did not end in time and was killed" : `exit code ${code}`;
}
function unusable2(what, { output }) {
  return {
    code: "probe-unusable",
    message: `The probe ${what}, so the search was stopped.${lastWords(output)}`,
    hint: "A probe ends with 0 for good, 125 for cannot tell, another code up to 127 for bad. Run the same command again to go on."
  };
}

// src/bisect/show.ts
function probeText({
  number,
  units,
  of,
  outcome,
  ms,
  code,
  timedOut,
  again,
  remembered
}) {
  const what = units === 0 ? "good side" : units === of ? `bad side, ${plural(of, "change")}` : `${units} of ${plural(of, "change")}`;
  const result = outcome === "pass" ? "passes" : outcome === "unresolved" ? "says nothing (exit code 125)" : `fails (${endText({ ...code !== void 0 && { code }, ...timedOut && { timedOut } })})`;
  const note = remembered ? "  from the earlier run" : `  ${(ms / 1e3).toFixed(2)} s`;
  return `probe ${String(number).padEnd(4)} ${`${what}${again ? ", again" : ""}`.padEnd(28)} ${result}${note}
`;
}
function bisectText(report, options) {
  const { changes, minimal, culprits, units, files, unwritten, output } = report;
  const style = paint(options.color);
  const page = { decision: nothingFound(changes), width: Math.max(40, options.width ?? 80), style };
  const found = `${plural(culprits, "change")} of ${units} ${culprits === 1 ? "breaks" : "break"} it${culprits === 1 ? "" : " together"}.`;
  const lines = [
    "",
    minimal ? style.strong(found) : style.strong(`${plural(culprits, "change")} of ${units} break it; a smaller set may, too.`),
    "",
    ...changes.flatMap((change) => [...fileSection(page, change.path, [], change), ""]),
    ...said(output),
    `Looked at ${plural(files, "file")} with ${plural(units, "change")}, by ${probes(report)}.`
  ];
  if (!minimal) lines.push("The search ended early: allow more probes with --most, and run it again.");
  if (unwritten > 0)
    lines.push(
      `${plural(unwritten, "set")} made no valid file and ${unwritten === 1 ? "was" : "were"} not tried.`
    );
  return inert(`${lines.join("\n")}
`);
}
function bisectJson(report) {
  return jsonText({ version: 1, ...report });
}
function probes({ probes: probes2, remembered }) {
  return remembered === 0 ? plural(probes2, "probe") : `${plural(probes2, "probe")} and ${remembered} of the earlier run`;
}
function said(output) {
  const lines = output.trim().split("\n").slice(-3);
  return lines[0] === "" ? [] : ["The probe says:", ...lines.map((line) => `  ${plainLine(line)}`), ""];
}

// src/bisect/summary.ts
var MOST_LINES = 20;
async function culpritChanges(culprits, select) {
  const paths = [...new Set(culprits.map(({ path }) => path))];
  const changes = [];
  for (const path of paths) {
    const own = culprits.filter((culprit) => culprit.path === path);
    changes.push(await changeOf(path, own, select(path)));
  }
  return changes;
}
async function changeOf(path, culprits, selection) {
  const { good, bad } = culprits[0].documents;
  const status = good === void 0 ? "added" : bad === void 0 ? "removed" : "modified";
  if (culprits.some(({ keys: keys2, lines: lines2 }) => keys2.length === 0 && lines2 === void 0)) {
    const versions = { ...good && { before: good }, ...bad && { after: bad } };
    const compared = await compareVersions({ selection, change: { path, status } }, versions);
    return summarise(toSubject(compared, NO_QUESTIONS), true);
  }
  const { rule, critical, service } = selection;
  const keys = culprits.flatMap((culprit) => keySummaries(culprit, selection));
  const lines = culprits.flatMap((culprit) => lineSummaries(culprit, selection));
  return {
    path,
    status,
    rule,
    critical,
    ...service !== void 0 && { service },
    ...keys.length > 0 || lines.length === 0 ? { keys } : { lines }
  };
}
function keySummaries({ keys, documents: { good, bad } }, selection) {
  const hides = hiddenBy(selection, good, bad);
  const hide = hiddenNames({ selection, ...good && { before: good }, ...bad && { after: bad } });
  return keys.map(({ kind, name, key, document, segments, before, after }) => {
    const side = kind === "removed" ? good : bad;
    const line = side?.kind === "parsed" ? side.place(key, document)?.line : void 0;
    return {
      kind,
      key: hide(name),
      ...line !== void 0 && { line },
      ...before !== void 0 && { before: showValue(before, segments, hides) },
      ...after !== void 0 && { after: showValue(after, segments, hides) }
    };
  });
}
function lineSummaries({ lines, documents: { good, bad } }, selection) {
  if (lines === void 0 || selection.sensitive.length > 0) return [];
  return [...linesAt("-", lines.before, textOf(good)), ...linesAt("+", lines.after, textOf(bad))];
}
function linesAt(sign, { start, end: end2 }, text) {
  if (text === void 0) return [];
  const shown = maskedLines(text);
  const count = Math.min(MOST_LINES, end2 - start);
  return Array.from({ length: count }, (_, index) => ({
    sign,
    line: start + index + 1,
    text: shown(start + index)
  }));
}

// src/bisect/minimise.ts
var MOST_SEARCHED = 8;
async function minimise(all, ask) {
  let smallest = [...all];
  let stopped = false;
  const fails = async (set2) => {
    if (stopped) return false;
    const outcome = await ask(set2);
    if (outcome === "stop") stopped = true;
    if (outcome === "fail" && set2.length < smallest.length) smallest = [...set2];
    return outcome === "fail";
  };
  const narrowed = await narrow(all, fails);
  const set = stopped ? smallest : await ddmin(narrowed, fails);
  return { set: stopped ? smallest : set, minimal: !stopped };
}
async function narrow(all, fails) {
  let needed = [];
  let pool = [...all];
  while (pool.length > 0 && needed.length < MOST_SEARCHED) {
    if (needed.length > 0 && await fails(needed)) return needed;
    let [passing, failing] = [0, pool.length];
    while (failing - passing > 1) {
      const middle = passing + failing >> 1;
      if (await fails([...pool.slice(0, middle), ...needed])) failing = middle;
      else passing = middle;
    }
    needed = [pool[failing - 1], ...needed];
    pool = pool.slice(0, failing - 1);
  }
  return [...pool, ...needed];
}
async function ddmin(failing, fails) {
  let set = [...failing];
  let parts = 2;
  while (set.length >= 2) {
    const subsets = split(set, parts);
    const smaller = await firstOf(subsets, fails);
    if (smaller !== void 0) {
      set = smaller;
      parts = 2;
      continue;
    }
    const complements = parts === 2 ? [] : subsets.map((part) => set.filter((unit) => !part.includes(unit)));
    const without2 = await firstOf(complements, fails);
    if (without2 !== void 0) {
      set = without2;
      parts = Math.max(parts - 1, 2);
    } else if (parts >= set.length) break;
    else parts = Math.min(set.length, parts * 2);
  }
  return set;
}
async function firstOf(sets, fails) {
  for (const set of sets) if (await fails(set)) return set;
  return void 0;
}
function split(set, parts) {
  const bounds = Array.from({ length: parts + 1 }, (_, index) => Math.round(index * set.length / parts));
  return bounds.slice(1).map((end2, index) => set.slice(bounds[index], end2));
}

// src/bisect/prober.ts
var MOST_UNWRITTEN = 5e3;
function createProber(options, files, of, ports) {
  const known = new Map(options.known.map((probed) => [probed.set, probed]));
  const answers = /* @__PURE__ */ new Map();
  const counts = { probes: 0, remembered: 0, unwritten: 0 };
  let number = 0;
  let problem;
  let last = { output: "" };
  const runOnce = async (set, name, again) => {
    if (ports.cancelled()) {
      problem = INTERRUPTED;
      return "stop";
    }
    const candidate = await candidateOf(files, set);
    if (candidate === void 0) {
      counts.unwritten += 1;
      return counts.unwritten > MOST_UNWRITTEN ? "stop" : "unresolved";
    }
    if (!again && counts.probes >= options.most) return "stop";
    const result = await ports.run(candidate);
    const outcome = outcomeOf(result);
    if (!outcome.ok) {
      problem = outcome.problem;
      return "stop";
    }
    last = result;
    counts.probes += 1;
    number += 1;
    const { code, timedOut, ms } = result;
    const probed = {
      set: name,
      outcome: outcome.value,
      ms,
      ...code !== void 0 && { code },
      ...timedOut && { timedOut }
    };
    if (!again) problem = await ports.record(probed);
    if (problem !== void 0) return "stop";
    ports.tell({ ...probed, number, units: set.length, of, ...again && { again } });
    return outcome.value;
  };
  const ask = async (set) => {
    const name = setText(set);
    const answer = answers.get(name);
    if (answer !== void 0) return answer;
    const earlier = known.get(name);
    if (earlier !== void 0) {
      counts.remembered += 1;
      number += 1;
      last = { ...earlier, output: "" };
      ports.tell({ ...earlier, number, units: set.length, of, remembered: true });
    }
    const outcome = earlier?.outcome ?? await runOnce(set, name, false);
    if (outcome !== "stop") answers.set(name, outcome);
    return outcome;
  };
  return {
    ask,
    /** Asks once more what was asked before. */
    askAgain: (set) => runOnce(set, setText(set), true),
    counts: () => ({ ...counts }),
    /** Why the probe cannot be used any more. */
    problem: () => problem,
    last: () => ({ end: endText(last), output: last.output })
  };
}
async function candidateOf(files, set) {
  const wanted = new Set(set);
  const candidate = /* @__PURE__ */ new Map();
  let first = 0;
  for (const { units, write } of files) {
    const chosen = new Set(units.flatMap((_, index) => wanted.has(first + index) ? [index] : []));
    const content = await write(chosen);
    if (content === void 0) return void 0;
    candidate.set(units[0].path, content);
    first += units.length;
  }
  return clashes(candidate) ? void 0 : candidate;
}
function clashes(candidate) {
  const present = [...candidate].flatMap(([path, content]) => content === "absent" ? [] : [path]);
  const files = new Set(present);
  return present.some((path) => {
    for (let above = directoryOf(path); above !== ""; above = directoryOf(above))
      if (files.has(above)) return true;
    return false;
  });
}

// src/bisect/blocks.ts
var MOST_EDITS = 2e3;
function linesOf(text) {
  return text.split(/(?<=\n)/);
}
function blocksOf(before, after, changes) {
  const texts = { before: linesOf(before.text), after: linesOf(after.text) };
  const spots = spotsOf(before, after, changes);
  const cuts = [{ before: 0, after: 0 }, ...rising(spots)];
  const end2 = { before: texts.before.length, after: texts.after.length };
  const blocks = cuts.flatMap((cut, index) => {
    const next = cuts[index + 1] ?? end2;
    return joined(stretch(texts, spots, cut, next));
  });
  for (const spot of spots) assign(blocks, spot);
  return blocks;
}
function compose(before, after, blocks, chosen) {
  const parts = [];
  let at = 0;
  for (const [index, block2] of blocks.entries()) {
    parts.push(...before.slice(at, block2.before.start));
    const [lines, { start, end: end2 }] = chosen.has(index) ? [after, block2.after] : [before, block2.before];
    parts.push(...lines.slice(start, end2));
    at = block2.before.end;
  }
  parts.push(...before.slice(at));
  return parts.join("");
}
function spotsOf(before, after, changes) {
  return changes.map(({ kind, key, document, beforeKey, beforeDocument }, index) => {
    const old = beforeKey === void 0 ? void 0 : before.place(beforeKey, beforeDocument);
    const now = kind === "removed" ? void 0 : after.place(key, document);
    return {
      index,
      ...old && { before: old.line - 1 },
      ...now && { after: now.line - 1 }
    };
  });
}
function rising(spots) {
  const both = spots.flatMap(({ before, after }) => before === void 0 || after === void 0 ? [] : [{ before, after }]).toSorted((one, other2) => one.before - other2.before || one.after - other2.after);
  const cuts = [];
  for (const spot of both) {
    const last = cuts.at(-1) ?? { before: -1, after: -1 };
    if (spot.before > last.before && spot.after > last.after) cuts.push(spot);
  }
  return cuts;
}
function stretch(texts, spots, from, to) {
  const [old, now] = [texts.before.slice(from.before, to.before), texts.after.slice(from.after, to.after)];
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  const whole = { before: span(from.before, to.before), after: span(from.after, to.after) };
  if (parts === void 0) return pieces(whole, spots);
  const blocks = [];
  let [before, after] = [from.before, from.after];
  let open3;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      if (open3) blocks.push(...pieces(open3, spots));
      open3 = void 0;
    } else open3 ??= { before: span(before, before), after: span(after, after) };
    if (!added) before += count;
    if (!removed) after += count;
    if (open3) [open3.before.end, open3.after.end] = [before, after];
  }
  if (open3) blocks.push(...pieces(open3, spots));
  return blocks;
}
function span(start, end2) {
  return { start, end: end2 };
}
function pieces({ before, after }, spots) {
  const gone = linesWithin(
    before,
    spots.filter((spot) => spot.after === void 0).map((spot) => spot.before)
  );
  const fresh = linesWithin(
    after,
    spots.filter((spot) => spot.before === void 0).map((spot) => spot.after)
  );
  const [firstGone, firstNew] = [gone[0] ?? before.end, fresh[0] ?? after.end];
  const lead = block(span(before.start, firstGone), span(after.start, firstNew));
  const rest = [
    ...gone.map((line, index) => block(span(line, gone[index + 1] ?? before.end), span(firstNew, firstNew))),
    ...fresh.map(
      (line, index) => block(span(before.end, before.end), span(line, fresh[index + 1] ?? after.end))
    )
  ];
  const [first, ...others] = rest;
  if (length(lead.before) + length(lead.after) === 0) return rest;
  if (first === void 0 || isTwoSided(lead)) return [lead, ...rest];
  const met = block(span(lead.before.start, first.before.end), span(lead.after.start, first.after.end));
  return isTwoSided(met) ? [met, ...others] : [lead, ...rest];
}
function block(before, after) {
  return { before, after, keys: [] };
}
function length({ start, end: end2 }) {
  return end2 - start;
}
function linesWithin({ start, end: end2 }, lines) {
  const inside = lines.filter((line) => line !== void 0 && line >= start && line < end2);
  return [...new Set(inside)].sort((one, other2) => one - other2);
}
function joined(blocks) {
  return blocks.length > 1 && blocks.every(isTwoSided) ? [
    block(
      span(blocks[0].before.start, blocks.at(-1).before.end),
      span(blocks[0].after.start, blocks.at(-1).after.end)
    )
  ] : [...blocks];
}
function isTwoSided({ before, after }) {
  return length(before) > 0 && length(after) > 0;
}
function assign(blocks, { index, before, after }) {
  const within = (span2, line) => line !== void 0 && line >= span2.start && line < span2.end;
  const block2 = blocks.find((one) => within(one.after, after)) ?? blocks.find((one) => within(one.before, before)) ?? blocks.find((one) => after !== void 0 && one.after.start >= after) ?? blocks.at(-1);
  block2?.keys.push(index);
}

// src/bisect/json-edits.ts
function editJson(before, after, chosen) {
  const roots = { before: parseTree(before), after: parseTree(after) };
  if (roots.before === void 0 || roots.after === void 0) return void 0;
  const replaced = [];
  for (const { kind, beforeKey, key } of chosen) {
    if (kind !== "changed" && kind !== "retyped") continue;
    const [old, now] = [nodeAt(roots.before, beforeKey), nodeAt(roots.after, key)];
    if (old === void 0 || now === void 0) return void 0;
    const content = after.slice(now.offset, now.offset + now.length);
    replaced.push({ offset: old.offset, length: old.length, content });
  }
  let text = applyEdits(before, replaced);
  for (const path of removals(roots.before, chosen)) text = without(text, path);
  for (const { kind, key, after: value } of chosen) {
    if (kind !== "added") continue;
    const path = insertionPath(text, key);
    if (path === void 0) return void 0;
    text = inserted(text, path, value);
  }
  return text;
}
function insertionPath(text, key) {
  const root = parseTree(text);
  const path = root && pathOf(root, key);
  const holder = root && path && findNodeAtLocation(root, path.slice(0, -1));
  const last = path?.at(-1);
  if (path === void 0 || holder === void 0 || last === void 0) return void 0;
  if (typeof last === "string") return holder.type === "object" ? path : void 0;
  return last < (holder.children?.length ?? 0) ? path : [...path.slice(0, -1), -1];
}
function removals(root, chosen) {
  return chosen.filter(({ kind }) => kind === "removed").flatMap(({ key }) => {
    const path = pathOf(root, key);
    return path === void 0 ? [] : [path];
  }).toReversed().sort((one, other2) => Number(other2.at(-1)) - Number(one.at(-1)) || 0);
}
function without(text, path) {
  const last = path.at(-1);
  const list = typeof last === "number" ? findNodeAtLocation(parseTree(text), path.slice(0, -1)) : void 0;
  const [previous, item] = (list?.children ?? []).slice(-2);
  if (previous === void 0 || item === void 0 || last !== list.children.length - 1)
    return applyEdits(text, modify(text, path, void 0, {}));
  const start = previous.offset + previous.length;
  return text.slice(0, start) + text.slice(item.offset + item.length);
}
function inserted(text, path, value) {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1];
  const isArrayInsertion = typeof path.at(-1) === "number";
  if (indent === void 0) return applyEdits(text, modify(text, path, value, { isArrayInsertion }));
  const tabs = indent.startsWith("	");
  const formattingOptions = {
    insertSpaces: !tabs,
    tabSize: tabs ? 1 : indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n"
  };
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }));
}
function nodeAt(root, pointer) {
  const path = pointer === void 0 ? void 0 : pathOf(root, pointer);
  return path && findNodeAtLocation(root, path);
}
function pathOf(root, pointer) {
  const path = [];
  let node = root;
  for (const segment of segmentsOf(pointer)) {
    if (node === void 0 || node.type !== "array" && node.type !== "object") return void 0;
    path.push(node.type === "array" ? Number(segment) : segment);
    node = findNodeAtLocation(root, path);
  }
  return path;
}

// src/bisect/units.ts
var MOST_TRIED = 4e7;
async function unitsOf(pair) {
  const [good, bad] = [await documentOf(pair.path, pair.good), await documentOf(pair.path, pair.bad)];
  const documents = { ...good && { good }, ...bad && { bad } };
  const byKey = await unitsByKey(pair, good, bad);
  if (byKey !== void 0) return { ...byKey, documents };
  return { units: [{ path: pair.path, keys: [] }], documents, write: async (chosen) => end(pair, chosen, 1) };
}
async function unitsByKey(pair, good, bad) {
  if (good?.kind !== "parsed" || bad?.kind !== "parsed" || good.format !== bad.format) return void 0;
  if (pair.good.mode !== pair.bad.mode || !isPlain(good, pair.good) || !isPlain(bad, pair.bad))
    return void 0;
  const { changes } = compareKeys(good, bad);
  if (changes.length === 0) return void 0;
  const editor = editorOf(pair.path, good, bad, changes);
  const { mode } = pair.good;
  const write = async (chosen) => {
    const whole = end(pair, chosen, editor.units.length);
    if (whole !== void 0) return whole;
    const text = editor.write(chosen);
    if (text === void 0) return void 0;
    const content = { mode, bytes: Buffer.from(text) };
    const wanted = editor.units.filter((_, index) => chosen.has(index)).flatMap(({ keys }) => keys);
    return await isWanted(pair.path, content, good, wanted) ? content : void 0;
  };
  return await mostCanBeWritten(editor, good.text.length, write) ? { units: editor.units, write } : void 0;
}
function editorOf(path, good, bad, changes) {
  if (good.format === "json" || good.format === "jsonc") {
    const units2 = changes.map((change) => ({ path, keys: [change] }));
    const of = (chosen) => changes.filter((_, index) => chosen.has(index));
    return { units: units2, write: (chosen) => editJson(good.text, bad.text, of(chosen)) };
  }
  const blocks = blocksOf(good, bad, changes);
  const [before, after] = [linesOf(good.text), linesOf(bad.text)];
  const units = blocks.map((block2) => {
    const keys = block2.keys.map((index) => changes[index]);
    const { before: before2, after: after2 } = block2;
    return keys.length > 0 ? { path, keys } : { path, keys, lines: { before: before2, after: after2 } };
  });
  return { units, write: (chosen) => compose(before, after, blocks, chosen) };
}
function end(pair, chosen, units) {
  if (chosen.size === 0) return pair.good ?? "absent";
  return chosen.size === units ? pair.bad ?? "absent" : void 0;
}
async function documentOf(path, content) {
  if (content === void 0) return void 0;
  return readDocument({ path, mode: content.mode }, { id: "", bytes: content.bytes });
}
function isPlain({ text }, { bytes }) {
  return Buffer.from(text).equals(bytes);
}
async function isWanted(path, content, good, wanted) {
  const document = await documentOf(path, content);
  if (document?.kind !== "parsed" || document.duplicates.length > good.duplicates.length) return false;
  const found = compareKeys(good, document).changes.map(signature).sort();
  const signatures = wanted.map(signature).sort();
  return found.length === signatures.length && found.every((one, index) => one === signatures[index]);
}
function signature({ kind, segments, before, after }) {
  const path = segments.map((segment) => /^\d+$/.test(segment) ? "#" : segment);
  return JSON.stringify([kind, path, before ?? null, after ?? null]);
}
async function mostCanBeWritten({ units }, characters, write) {
  const most = Math.max(8, Math.floor(MOST_TRIED / Math.max(1, characters)));
  const step = Math.max(1, Math.ceil(units.length / most));
  let [tried, written] = [0, 0];
  for (let index = 0; index < units.length; index += step) {
    tried += 1;
    if (await write(/* @__PURE__ */ new Set([index])) !== void 0) written += 1;
  }
  return written * 2 >= tried;
}

// src/bisect.ts
async function bisect(options, ports) {
  const files = await Promise.all(options.pairs.map(unitsOf));
  const units = files.flatMap(
    (file) => file.units.map((unit) => ({ ...unit, documents: file.documents }))
  );
  if (units.length === 0) return refuse(NOTHING_DIFFERS);
  const all = units.map((_, index) => index);
  const prober = createProber(options, files, units.length, ports);
  const sides = await proveSides(prober, all);
  if (sides !== void 0) return refuse(sides);
  const found = await minimise(all, prober.ask);
  if (prober.problem() !== void 0) return refuse(prober.problem());
  const flaps = await proveSet(prober, found.set);
  if (flaps !== void 0) return refuse(flaps);
  return ok({
    culprits: found.set.map((unit) => units[unit]),
    minimal: found.minimal,
    units: units.length,
    files: files.length,
    ...prober.counts(),
    output: prober.last().output
  });
}
async function proveSides(prober, all) {
  const good = await prober.ask([]);
  if (good !== "pass") return prober.problem() ?? wrongSide("good", good, prober.last());
  const bad = await prober.ask(all);
  return bad === "fail" ? void 0 : prober.problem() ?? wrongSide("bad", bad, prober.last());
}
async function proveSet(prober, set) {
  const good = await prober.askAgain([]);
  if (good === "fail" || good === "unresolved") return flapping("the good side", "passed before");
  for (let round = 0; round < 2; round++) {
    const bad = await prober.askAgain(set);
    if (bad === "pass" || bad === "unresolved") return flapping("the set that was found", "failed before");
    if (bad === "stop") return prober.problem();
  }
  return prober.problem();
}

// src/cli/bisect/arguments.ts
var OPTIONS = {
  ...IDENTITY_OPTIONS,
  good: { type: "string" },
  bad: { type: "string" },
  run: { type: "string" },
  files: { type: "string", multiple: true },
  state: { type: "string" },
  timeout: { type: "string" },
  most: { type: "string" },
  store: { type: "string" },
  "git-dir": { type: "string" },
  policy: { type: "string" },
  format: { type: "string" },
  debug: { type: "boolean" }
};
var TIMEOUT = 120;
var MOST = 1e3;
var FEWEST = 3;
function readBisectArguments(argv) {
  const read = parsed({ args: argv, options: OPTIONS });
  if (!read.ok) return read;
  const args = read.value.values;
  const { good, bad, run, files = [], state, store, policy, format = "terminal" } = args;
  if (good === void 0 || bad === void 0 || !run?.trim()) {
    const hint = 'holdfast bisect --good v1.4 --bad HEAD --run "nginx -t -c $PWD/nginx.conf"';
    return refuse(usage("bisect needs --good, --bad and --run.", hint));
  }
  for (const glob of files) {
    const found = globFault(glob);
    if (found !== void 0)
      return refuse(usage(`--files ${JSON.stringify(glob)} ${found.fault}.`, found.hint));
  }
  const timeout = numberOf(args.timeout, TIMEOUT, 1e-3, 86400);
  if (timeout === void 0)
    return refuse(usage(`--timeout is ${JSON.stringify(args.timeout)}.`, "Give seconds, such as 30."));
  const most = numberOf(args.most, MOST, FEWEST, 1e6);
  if (most === void 0)
    return refuse(
      usage(`--most is ${JSON.stringify(args.most)}.`, `Give a number of probes from ${FEWEST}.`)
    );
  if (format !== "terminal" && format !== "json")
    return refuse(usage(`There is no format ${JSON.stringify(format)}.`, "Formats: terminal, json."));
  return ok({
    good,
    bad,
    run,
    files,
    timeout: timeout * 1e3,
    most: Math.floor(most),
    json: format === "json",
    ...state !== void 0 && { state },
    ...store !== void 0 && { store },
    ...args.identity !== void 0 && { identity: args.identity },
    ...args["git-dir"] !== void 0 && { gitDir: args["git-dir"] },
    ...policy !== void 0 && { policy }
  });
}
function numberOf(given, usual, least, most) {
  if (given === void 0) return usual;
  const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  return value >= least && value <= most ? value : void 0;
}

// src/cli/bisect/index.ts
async function runBisect(argv, io) {
  const fail = (problem) => {
    io.stderr(problemText(problem, io));
    return 2;
  };
  const args = readBisectArguments(argv);
  if (!args.ok) return fail(args.problem);
  const sides = [];
  try {
    const question = await openQuestion(args.value, io, sides);
    if (!question.ok) return fail(question.problem);
    return await withInterrupt((signal) => searchIn(question.value, args.value, io, fail, signal));
  } finally {
    for (const side of sides) await side.close();
  }
}
async function openQuestion(args, io, sides) {
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const places = {
    cwd: io.cwd,
    store: args.store ?? (io.env.HOLDFAST_STORE || DEFAULT_STORE),
    ...args.gitDir !== void 0 && { gitDir: args.gitDir },
    ...decrypt.value !== void 0 && { decrypt: decrypt.value }
  };
  for (const name of [args.good, args.bad]) {
    const side = await openSide(name, places);
    if (!side.ok) return side;
    sides.push(side.value);
  }
  const [good, bad] = sides;
  const chosen = { file: args.policy, criticalFiles: [], schemas: [] };
  const policy = await choosePolicy(good.snapshot, chosen, io.cwd);
  if (!policy.ok) return policy;
  const pairs = await filePairs(good.snapshot, bad.snapshot, args.files);
  return pairs.ok ? ok({ good, pairs: pairs.value, policy: policy.value }) : pairs;
}
async function searchIn(question, args, io, fail, signal) {
  const made = await makeScratch(io.env.TMPDIR || void 0);
  if (!made.ok) return fail(made.problem);
  const scratch = made.value;
  try {
    const { pairs, good } = question;
    const { run: command, timeout } = args;
    const name = questionOf({ pairs, tree: good.snapshot.id, command, timeout });
    const state = await openState(stateFile(args.state, name, io.cwd, io.env), name, scratch.directory);
    if (!state.ok) return fail(state.problem);
    const filled = await fill(scratch, good.snapshot, signal);
    if (!filled.ok) return fail(filled.problem);
    for (const path of filled.value.tooLarge)
      io.stderr(`Too large, and not in the tree of the probe: ${plainLine(path)}
`);
    const { known } = state.value;
    const found = await bisect(
      { pairs, known, most: args.most },
      portsOf(scratch, state.value, args, io, signal)
    );
    const goesOn = found.ok ? !found.value.minimal : GOES_ON.has(found.problem.code);
    if (!goesOn) await state.value.remove();
    if (!found.ok) return fail(found.problem);
    await tell(found.value, question, args, io);
    return found.value.minimal ? 1 : 2;
  } finally {
    const left = await scratch.remove();
    if (left !== void 0) io.stderr(problemText(left, io));
  }
}
var GOES_ON = /* @__PURE__ */ new Set(["interrupted", "probe-unusable", "bisect-state-io"]);
function portsOf(scratch, state, { run, timeout, json }, io, signal) {
  const mask = secretMask();
  const env = { ...io.env, HOLDFAST_ROOT: scratch.directory };
  return {
    async run(candidate) {
      const why = await scratch.write(candidate);
      if (why !== void 0) return { failed: `its tree cannot be written: ${why}`, output: "", ms: 0 };
      return runCommand({
        command: run,
        cwd: scratch.directory,
        env,
        timeout,
        signal,
        mask,
        patience: 2e3
      });
    },
    record: state.record,
    cancelled: () => signal.aborted,
    tell: (told) => (json ? io.stderr : io.stdout)(probeText(told))
  };
}
async function tell({ culprits, ...found }, { good, policy }, { json }, io) {
  const changes = await culpritChanges(culprits, selectionsFor(policy, good.hidden));
  const report = { changes, culprits: culprits.length, ...found };
  io.stdout(json ? bisectJson(report) : bisectText(report, reportOptions(io)));
}
export {
  runBisect
};
