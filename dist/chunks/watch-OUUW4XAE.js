import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  intendedOf
} from "./chunk-BXRJLCXD.js";
import {
  readDeployments
} from "./chunk-HVUVQVAF.js";
import "./chunk-EUA45VBA.js";
import {
  exposition,
  rulesFor,
  verifyScope,
  writeMetrics
} from "./chunk-IQX4NLDZ.js";
import {
  digestsOnly
} from "./chunk-GVM2WTRK.js";
import {
  readCandidates,
  readParts
} from "./chunk-343Q3LPX.js";
import {
  compareByKey
} from "./chunk-KRNJPRKT.js";
import {
  chooseGood
} from "./chunk-MEJMRV7U.js";
import {
  sidesOf
} from "./chunk-AMTK6P4B.js";
import {
  rotatingFiles
} from "./chunk-3CTQ7UNY.js";
import {
  rootDirectory,
  selectionsOf
} from "./chunk-JHSTEDCZ.js";
import {
  chooseFiles,
  scopeOf
} from "./chunk-LEKEXJWO.js";
import {
  diskOperations
} from "./chunk-7Q2MFPVQ.js";
import {
  findLive,
  placeBelow,
  readLive
} from "./chunk-TMNRVTO3.js";
import {
  lockDirectory,
  lockHolder
} from "./chunk-XPOAPWUL.js";
import {
  isAtOrBelow
} from "./chunk-36PCAFZY.js";
import {
  canDecrypt,
  withPlainDigests
} from "./chunk-H7GKGIJQ.js";
import {
  inParallel
} from "./chunk-JLONYCK3.js";
import {
  DEPLOYING
} from "./chunk-QGZV7KTT.js";
import {
  chosenStore
} from "./chunk-IHYYQ6CZ.js";
import {
  openStore
} from "./chunk-BGAD6JBY.js";
import {
  openGitHub
} from "./chunk-DSNZQEOW.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import "./chunk-OVH55LPH.js";
import {
  errorCode,
  guarded,
  newestVerdicts,
  nodeFs,
  placeIn,
  readSnapshot,
  readWhole,
  storedIds,
  writeWhole
} from "./chunk-KA3BEEMK.js";
import {
  UNSAVED
} from "./chunk-EMJCXWLX.js";
import {
  count,
  listOf,
  moment,
  oneOf,
  orNull,
  record,
  text
} from "./chunk-YNSVTVRQ.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  seal,
  unseal
} from "./chunk-BSUCCZFA.js";
import {
  readPolicyFile
} from "./chunk-ECCINEQW.js";
import "./chunk-RXXYIKOI.js";
import "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import {
  differenceLines
} from "./chunk-MY4W45IY.js";
import "./chunk-POL6UJM2.js";
import "./chunk-7AY46YQM.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-AUGRHBBV.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-O464NPAJ.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  globMatcher
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import {
  baseName,
  decodePath,
  directoryOf
} from "./chunk-5MHRYX67.js";
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
import {
  commentJson,
  markdownCode,
  markdownFence,
  markdownText,
  visibleJson
} from "./chunk-X3WXXSXY.js";
import {
  plainLine,
  visible
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/cli/watch/index.ts
import { hostname as hostname2 } from "node:os";

// src/watch/health.ts
var PARTS = [
  "store",
  "known-good",
  "coverage",
  "watches",
  "policy",
  "deployment"
];
function healthObservations(health) {
  return PARTS.map((kind) => {
    const about = { key: `watch:${kind}`, path: null, service: null };
    const problem = health[kind];
    if (problem === void 0) return { ...about, verdict: "good" };
    const what = problem.path === void 0 ? problem.message : `${problem.path}: ${problem.message}`;
    const drift = { kind, state: problem.code, what };
    return { ...about, verdict: "bad", drift, instance: "" };
  });
}
function uncovered(places) {
  if (places.size === 0) return void 0;
  const first = [...places].sort().slice(0, 3);
  return {
    code: "not-covered",
    message: `${places.size}: ${first.join(", ")}${places.size > first.length ? ", \u2026" : ""}`,
    hint: "Take a backup and have it known to be good."
  };
}
function blind() {
  return {
    code: "nothing-watched",
    message: "the policy calls nothing critical of what the last known good holds",
    hint: "Check --policy, and `live` of its rules; then take a backup and have it known to be good."
  };
}
function interrupted([first, ...others]) {
  if (first === void 0) return void 0;
  const many = others.length === 0 ? "" : `, and ${others.length} more`;
  const hint = "holdfast resume finishes it, or rolls it back";
  return {
    code: "deployment-unfinished",
    message: `${first.id} of ${first.at.slice(0, 16)}Z, stage ${first.stage}${many}; ${hint}`,
    hint: `${hint}.`
  };
}
function limited(code) {
  return {
    code: "watch-limit",
    message: `the system gives no more watches: ${code}`,
    hint: "Raise fs.inotify.max_user_watches or fs.inotify.max_user_instances."
  };
}
function withoutKnownGood(missing) {
  const [first] = missing;
  if (first === void 0) return void 0;
  return { ...first, message: missing.map(({ message }) => message).join(" ") };
}

// src/watch/machine.ts
var PATIENCE = { added: 1e3, changing: 5e3, editor: 9e5 };
var LAST_PATIENCE = 3e4;
var MOST_TOLD = 50;
function startWatching(open = []) {
  return { open: new Map(open.map((alert) => [alert.key, alert])), suspects: /* @__PURE__ */ new Map() };
}
function observe(watching, observations, now2) {
  const step = { told: [], again: [] };
  for (const observation of observations) {
    if (observation.verdict === "bad") suspect(watching, observation, now2, step);
    else {
      watching.suspects.delete(observation.key);
      if (observation.verdict === "good") resolve(watching, observation.key, now2, step);
    }
  }
  return step;
}
function suspect({ open, suspects, once }, { drift, instance, verdict, ...about }, now2, step) {
  const { key } = about;
  const before = open.get(key);
  if (before?.state === drift.state) {
    suspects.delete(key);
    return;
  }
  const known = suspects.get(key);
  const first = known?.first ?? now2.ms;
  const since = known?.instance === instance ? known.since : now2.ms;
  const patience = PATIENCE[once && drift.kind === "editor" ? "added" : drift.kind] ?? 0;
  const due = Math.min(since + patience, first + Math.max(patience, LAST_PATIENCE));
  if (due > now2.ms) {
    suspects.set(key, { instance, first, since });
    step.again.push({ key, at: due });
    return;
  }
  suspects.delete(key);
  const alert = {
    ...about,
    ...drift,
    details: [],
    since: before?.since ?? now2.iso,
    changed: now2.iso,
    told: [...before?.told ?? [], drift.state].slice(-MOST_TOLD),
    until: null
  };
  open.set(key, alert);
  if (!before?.told.includes(drift.state)) step.told.push(alert);
}
function resolve({ open }, key, now2, step) {
  const alert = open.get(key);
  if (alert === void 0) return;
  open.delete(key);
  step.told.push({ ...alert, until: now2.iso });
}

// src/watch/pending.ts
var QUIET_MS = 50;
var LONGEST_MS = 1e3;
function happened(pending, place, now2) {
  const first = pending.get(place)?.first ?? now2;
  pending.set(place, { first, due: Math.min(now2 + QUIET_MS, first + LONGEST_MS) });
}
function lookAgain(pending, place, at) {
  const known = pending.get(place);
  if (known === void 0 || known.due > at) pending.set(place, { first: known?.first ?? at, due: at });
}
function takeDue(pending, now2) {
  const due = [...pending].filter(([, { due: due2 }]) => due2 <= now2).map(([place]) => place);
  for (const place of due) pending.delete(place);
  if (due.length < 2) return due;
  const tops = [];
  for (const place of due.sort()) {
    if (!tops.some((top) => isAtOrBelow(place, top))) tops.push(place);
  }
  return tops;
}
function nextDue(pending) {
  let next;
  for (const { due } of pending.values()) if (next === void 0 || due < next) next = due;
  return next;
}

// src/adapters/watch/alarm.ts
function now() {
  return { ms: performance.now(), iso: (/* @__PURE__ */ new Date()).toISOString() };
}
function createAlarm() {
  let ring = () => {
  };
  return {
    wake: () => ring(),
    sleep(ms) {
      if (ms <= 0) return new Promise((resolve3) => setImmediate(resolve3));
      return new Promise((resolve3) => {
        const timer = setTimeout(resolve3, Math.ceil(ms));
        ring = () => {
          clearTimeout(timer);
          resolve3();
        };
      });
    }
  };
}

// src/watch/editors.ts
var BESIDE = [
  // Vim and nano: `.auth.yml.swp`, and `.env.swp` for `.env`; `swo`, `swn` … when there is one already.
  /^\.(.+)\.(?:sw[a-px]|swpx|kate-swp)$/,
  /^(\..+)\.(?:sw[a-px]|swpx|kate-swp)$/,
  // Emacs: `.#auth.yml`, `#auth.yml#`; backups `auth.yml~` (of Vim and gedit, too) and `auth.yml.~2~`.
  /^\.#(.+)$/,
  /^#(.+)#$/,
  /^(.+?)(?:\.~\d+)?~$/
];
function isEditors(place, files) {
  const [name, directory] = [baseName(place), directoryOf(place)];
  return BESIDE.some((beside) => {
    const edited = beside.exec(name)?.[1];
    return edited !== void 0 && files.has(`${directory}/${edited}`);
  });
}

// src/watch/judge.ts
function judge(place, seen, known, leeway) {
  const drift = driftFrom(known, place, seen);
  if (drift === void 0 && (seen.kind === "absent" || known.files.has(place))) return { verdict: "good" };
  if (leeway.rotating && isRotated(known.files.get(place), seen)) return { verdict: "good" };
  const allowed = inWindow(place, seen, leeway.windows);
  if (allowed !== void 0) return allowed;
  if (drift === void 0 && !leeway.covered) return { verdict: "unknown" };
  return { verdict: "bad", drift: drift ?? added(place, seen, known) };
}
function isRotated(file, seen) {
  if (file === void 0 || file.link !== null || seen.kind !== "content" || seen.content.size === 0)
    return false;
  return difference({ ...file, sha256: seen.content.sha256 }, seen.content) === void 0;
}
function inWindow(place, seen, windows) {
  if (seen.kind === "unsaved") return void 0;
  if (windows.some((window) => isMeant(window, place, seen))) return { verdict: "good" };
  return windows.some((window) => isForNow(window, place, seen)) ? { verdict: "tolerated" } : void 0;
}
function isMeant({ wants, made }, place, seen) {
  const wanted = wants(place);
  if (wanted !== void 0 && isAs(wanted.file, seen)) return true;
  const file = made?.files.get(place);
  return file !== void 0 && isAs(file, seen);
}
function isForNow({ before, wants, writes }, place, seen) {
  return isAs(before.files.get(place), seen) || writes(place) && wants(place) === void 0;
}
function isAs(file, seen) {
  if (seen.kind !== "content") return file === void 0;
  return file !== void 0 && difference(file, seen.content) === void 0;
}
function driftFrom({ files, absent }, place, seen) {
  if (seen.kind === "unsaved") return unread(seen);
  const file = files.get(place);
  if (file === void 0)
    return seen.kind !== "absent" && absent.has(place) ? added(place, seen, { files }) : void 0;
  if (seen.kind === "absent") return { kind: "removed", state: "absent", what: "" };
  return difference(file, seen.content);
}
function unread({ reason, detail }) {
  const what = `${UNSAVED[reason]}${detail === "" ? "" : `: ${detail}`}`;
  return { kind: reason === "changing" ? "changing" : "unreadable", state: `${reason} ${detail}`, what };
}
function added(place, seen, { files }) {
  if (seen.kind === "content" && isEditors(place, files))
    return { kind: "editor", state: "editor", what: "" };
  return { kind: "added", state: seen.kind === "content" ? stateOf(seen.content) : seen.kind, what: "" };
}
function difference(file, found) {
  const state = stateOf(found);
  if (file.link === null !== (found.link === null)) {
    return { kind: "retyped", state, what: found.link === null ? "it was a link" : "now a link" };
  }
  if (file.sha256 !== found.sha256) return { kind: "modified", state, what: sizes(file, found) };
  if (file.uid === null) return void 0;
  const differs = [];
  if (file.link === null && file.mode !== found.mode) {
    differs.push(`mode ${octal(found.mode)} instead of ${octal(file.mode)}`);
  }
  if (file.uid !== found.uid || file.gid !== found.gid) {
    differs.push(`owner ${found.uid}:${found.gid} instead of ${file.uid}:${file.gid}`);
  }
  return differs.length === 0 ? void 0 : { kind: "metadata", state, what: differs.join(", ") };
}
function stateOf({ sha256, mode, uid, gid, link }) {
  return `${link === null ? "file" : "link"} ${sha256} ${octal(mode)} ${uid}:${gid}`;
}
function sizes({ size, link }, found) {
  if (link !== null) return "the link points elsewhere";
  if (found.size === 0) return "it is empty";
  return size === found.size ? "" : `${found.size} bytes instead of ${size}`;
}
function octal(mode) {
  return mode.toString(8).padStart(4, "0");
}

// src/watch/known.ts
var ALL = { services: [], paths: [] };
function lastGood(candidates, verdicts, asked) {
  const all = chooseGood(candidates, verdicts, { ...asked, services: [] });
  if (all.ok) return ok({ chosen: all.value, missing: [] });
  if (all.problem.code !== "no-known-good") return all;
  const chosen = /* @__PURE__ */ new Map();
  const missing = [];
  for (const service of servicesIn(candidates, verdicts)) {
    const one = chooseGood(candidates, verdicts, { ...asked, services: [service] });
    if (!one.ok) missing.push(one.problem);
    else {
      const { id } = one.value[0];
      chosen.set(id, [...chosen.get(id) ?? [], service]);
    }
  }
  if (chosen.size === 0) return all;
  return ok({ chosen: [...chosen].map(([id, services]) => ({ id, services })), missing });
}
function servicesIn(candidates, verdicts) {
  const newest = newestVerdicts(verdicts);
  const good = candidates.filter(({ id }) => newest.get(id)?.verdict === "good");
  return new Set([...good, ...candidates.slice(-1)].flatMap(({ mentioned }) => [...mentioned]));
}
function expectedOf(parts) {
  const chosen = chooseFiles(parts, ALL, []);
  const { files, absent } = chosen.ok ? chosen.value : { files: [], absent: [] };
  return { files: new Map(files.map((file) => [file.path, file])), absent: new Set(absent) };
}
function addedTo({ parts }, present) {
  if (present.length === 0) return /* @__PURE__ */ new Set();
  const chosen = chooseFiles(parts, ALL, present);
  return new Set(chosen.ok ? chosen.value.absent : []);
}

// src/watch/places.ts
function directoriesAbove(place) {
  const above = place === "/" ? [] : ["/"];
  for (let slash = place.indexOf("/", 1); slash !== -1; slash = place.indexOf("/", slash + 1)) {
    above.push(place.slice(0, slash));
  }
  return above;
}
function directoriesToStarts({ starts }) {
  return new Set(starts.flatMap(directoriesAbove));
}
function matters(scope, above, place) {
  return scope.at(place) !== void 0 || scope.expected.has(place) || above.has(place) || leads(scope, place);
}
function leads(scope, place) {
  return scope.starts.some((start) => isAtOrBelow(place, start)) && scope.reaches(place);
}
function startsFor({ starts }, place) {
  const below = starts.filter((start) => start !== place && isAtOrBelow(start, place));
  const isInside = starts.some((start) => isAtOrBelow(place, start));
  return isInside ? [place, ...below] : below;
}
function startsAbove({ starts }, place) {
  return starts.filter((start) => isAtOrBelow(place, start));
}

// src/adapters/watch/deployments.ts
function followDeployments(source, root, findWindows) {
  let left = [];
  return {
    left: () => left,
    async find() {
      const store = source.store();
      const found = store === void 0 ? void 0 : await findWindows(store, root);
      left = found?.left ?? left;
      return found?.windows ?? [];
    }
  };
}

// src/adapters/watch/details.ts
var LARGEST = 256 * 1024;
var MOST_KEYS = 12;
async function detailsOf(place, found, { store, root, known, policy, decrypt }) {
  const file = known.files.get(place);
  if (file === void 0 || Math.max(file.size, found.size) > LARGEST) return [];
  if (file.link !== null || found.link !== null) return [];
  const [sealed] = await canDecrypt(store, [file], decrypt);
  if (sealed !== void 0) return [`\u2026 not shown: ${sealed.message}`];
  const good = wantedOf(place, file);
  const now2 = wantedOf(place, found);
  const restoring = sidesOf(store, diskOperations, root, planOf(good), decrypt);
  const live = /* @__PURE__ */ new Map([[place, { kind: "file", ...good }]]);
  const select = selectionsOf(known.parts, policy);
  const sides = { before: restoring.after, after: restoring.before };
  const [change] = await compareByKey(planOf(now2), live, select, sides);
  if (change === void 0) return [];
  const { lines, more, noun } = differenceLines(change, MOST_KEYS);
  const shown = lines.map(({ sign, text: text2 }) => `${sign} ${text2}`);
  return more > 0 ? [...shown, `\u2026 ${more} more ${noun}${more === 1 ? "" : "s"}`] : shown;
}
function wantedOf(path, { sha256, size, mode, uid, gid, stored }) {
  return { path, sha256, size, mode, uid: uid ?? 0, gid: gid ?? 0, ...stored && { stored } };
}
function planOf(file) {
  return { writes: [{ ...file, was: "file" }], removes: [], unchanged: [], directories: [] };
}

// src/adapters/watch/directories.ts
import { watch } from "node:fs";
var LIMITS = ["ENOSPC", "EMFILE", "ENFILE", "ENOMEM"];
function watchDirectories(fs, root, happened2) {
  const watched = /* @__PURE__ */ new Map();
  let round = 0;
  let limit;
  const drop = (place) => {
    watched.get(place)?.watcher.close();
    watched.delete(place);
  };
  const begin = (place, identity) => {
    try {
      const watcher = watch(placeBelow(root, place), "buffer", (type, name) => {
        if (name === null) return happened2(place);
        const entry = decodePath(name);
        if (type === "rename" && place.endsWith(`/${entry}`)) drop(place);
        happened2(place === "/" ? `/${entry}` : `${place}/${entry}`);
      });
      watcher.on("error", () => {
        drop(place);
        happened2(place);
      });
      watched.set(place, { watcher, identity, round });
    } catch (error) {
      const code = errorCode(error);
      if (code === void 0) throw error;
      if (LIMITS.includes(code)) limit = code;
    }
  };
  const ensure = async (place) => {
    const stat = await fs.lstat(placeBelow(root, place === "/" ? "/." : place)).catch(() => void 0);
    const known = watched.get(place);
    if (stat === void 0 || !stat.isDirectory()) return drop(place);
    const identity = `${stat.dev} ${stat.ino} ${stat.birthtimeNs}`;
    if (known?.identity === identity) known.round = round;
    else {
      drop(place);
      if (limit === void 0) begin(place, identity);
    }
  };
  const prefix = Buffer.byteLength(root);
  const placeOf = (place) => decodePath(Buffer.from(place).subarray(prefix)) || "/";
  return {
    fs: {
      ...fs,
      async readdir(place) {
        await ensure(placeOf(place));
        return fs.readdir(place);
      }
    },
    ensure,
    begin() {
      round += 1;
      limit = void 0;
    },
    end() {
      for (const [place, { round: last }] of watched) if (last !== round) drop(place);
    },
    count: () => watched.size,
    limit: () => limit,
    close() {
      for (const place of [...watched.keys()]) drop(place);
    }
  };
}

// src/adapters/watch/survey.ts
var WIDTH = 8;
async function survey(fs, root, scope, starts) {
  const live = await findLive(fs, root, { ...scope, starts });
  const hidden = live.unsaved.filter(({ path, reason }) => reason === "behind-link" && !scope.starts.includes(path)).map(({ path }) => path);
  if (hidden.length > 0) {
    const wider = [...starts, ...hidden.flatMap((path) => startsAbove(scope, path))];
    return survey(
      fs,
      root,
      scope,
      [...new Set(wider)].filter((start) => !hidden.includes(start))
    );
  }
  const odd = new Map(
    live.unsaved.map(({ path, reason, detail }) => [
      path,
      { kind: "unsaved", reason, detail }
    ])
  );
  return { starts, found: live.found, odd };
}
async function readPlaces(fs, root, places) {
  const digests = digestsOnly();
  const seen = await inParallel(places, WIDTH, async (place) => {
    const result = await readLive(fs, placeBelow(root, place), digests, false);
    if ("file" in result) return [place, { kind: "content", content: result.file }];
    return [place, "gone" in result ? { kind: "absent" } : { kind: "unsaved", ...result }];
  });
  return new Map(seen);
}
function missingFrom({ starts, found, odd }, expected) {
  const there = new Set(found);
  const dark = [...odd.keys()];
  return [...expected].filter(
    (place) => !there.has(place) && starts.some((start) => isAtOrBelow(place, start)) && !dark.some((one) => isAtOrBelow(place, one))
  );
}

// src/adapters/watch/examiner.ts
var CHUNK = 64;
function createExaminer({
  source,
  root,
  findWindows,
  decrypt,
  happened: happened2,
  remembered
}) {
  let policy;
  let policyProblem;
  let scope;
  let above = /* @__PURE__ */ new Set();
  let isRotating = () => false;
  const deployments = followDeployments(source, root, findWindows);
  const dark = /* @__PURE__ */ new Set();
  const directories = watchDirectories(nodeFs, root, (place) => {
    if (scope !== void 0 && matters(scope, above, place)) happened2(place);
  });
  const rescope = () => {
    const known = source.known();
    if (policy === void 0 && known === void 0) return;
    const parts = known?.parts ?? [];
    scope = verifyScope(parts, rulesFor(parts, policy, []));
    isRotating = policy === void 0 ? () => false : rotatingFiles(policy);
    above = directoriesToStarts(scope);
    dark.clear();
  };
  const seesNothing = () => {
    const [known, now2] = [source.known(), scope];
    if (known === void 0 || now2 === void 0) return false;
    return ![...known.files.keys(), ...known.absent].some((place) => now2.at(place) !== void 0);
  };
  const refresh = async (all = false) => {
    const changed = await source.refresh(all);
    if (changed || scope === void 0 && source.known() !== void 0) rescope();
    return changed;
  };
  const judged = (seen, windows) => {
    const [known, now2] = [source.known(), scope];
    if (known === void 0 || now2 === void 0) return [];
    const strange = [...seen].filter(([place, { kind }]) => kind === "content" && !known.files.has(place));
    const added2 = addedTo(
      known,
      strange.map(([place]) => place)
    );
    return [...seen].map(([key, state]) => {
      const about = {
        key,
        path: key,
        service: now2.at(key)?.service ?? known.files.get(key)?.service ?? null
      };
      if (state.kind === "absent" && now2.at(key) === void 0) return { ...about, verdict: "good" };
      const judgement = judge(key, state, known, {
        covered: added2.has(key),
        rotating: isRotating(key),
        windows
      });
      if (judgement.verdict === "unknown") dark.add(key);
      else dark.delete(key);
      if (judgement.verdict === "bad") return { ...about, ...judgement, instance: instanceOf(state) };
      return { ...about, verdict: judgement.verdict === "unknown" ? "tolerated" : judgement.verdict };
    });
  };
  const observationsOf = async (seen) => {
    const first = judged(seen, []);
    if (!first.some(({ verdict, key }) => verdict === "bad" || dark.has(key))) return first;
    const windows = await deployments.find();
    await refresh();
    return judged(seen, windows);
  };
  const expected = function* () {
    for (const place of source.known()?.files.keys() ?? []) if (scope?.at(place) !== void 0) yield place;
    yield* dark;
    for (const place of remembered()) if (place.startsWith("/")) yield place;
  };
  async function* examined(now2, starts) {
    const found = await survey(directories.fs, root, now2, starts);
    const odd = new Map(found.odd);
    for (const place of new Set(missingFrom(found, expected()))) odd.set(place, { kind: "absent" });
    yield odd;
    for (let at = 0; at < found.found.length; at += CHUNK) {
      yield await readPlaces(directories.fs, root, found.found.slice(at, at + CHUNK));
    }
  }
  return {
    /** What is watched from now on; with a problem, what was watched before goes on. */
    usePolicy(given, problem) {
      policyProblem = problem;
      if (problem !== void 0) return;
      policy = given;
      rescope();
    },
    refresh,
    /** All there is to see, a few files at a time; `files` is how many were read. */
    async *sweep() {
      await refresh();
      await deployments.find();
      if (scope === void 0) return;
      const now2 = scope;
      directories.begin();
      const gone = [...remembered()].filter(
        (key) => key.startsWith("/") && startsAbove(now2, key).length === 0
      );
      const observations = gone.map(
        (key) => ({ key, path: key, service: null, verdict: "good" })
      );
      yield { observations, files: 0 };
      for (const directory of above) await directories.ensure(directory);
      for await (const seen of examined(now2, now2.starts)) {
        const files = [...seen.values()].filter(({ kind }) => kind === "content").length;
        yield { observations: await observationsOf(seen), files };
      }
      directories.end();
    },
    /** What is at these places and below them. */
    async look(places) {
      const all = /* @__PURE__ */ new Map();
      if (scope === void 0) return { observations: [], seen: all };
      const now2 = scope;
      const starts = [...new Set(places.flatMap((place) => startsFor(now2, place)))];
      for (const directory of new Set(starts.flatMap(directoriesAbove))) {
        if (places.some((place) => isAtOrBelow(directory, place))) await directories.ensure(directory);
      }
      for await (const seen of examined(now2, starts))
        for (const [place, state] of seen) all.set(place, state);
      return { observations: await observationsOf(all), seen: all };
    },
    /** The difference by key, where there is one to show. */
    async details(place, state) {
      const [store, known] = [source.store(), source.known()];
      if (store === void 0 || known === void 0 || state?.kind !== "content") return [];
      const { content } = state;
      const found = await guarded(
        store.directory,
        async () => ok(await detailsOf(place, content, { store, root, known, policy, decrypt }))
      );
      return found.ok ? found.value : [];
    },
    health() {
      const limit = directories.limit();
      const parts = {
        store: source.storeProblem(),
        "known-good": source.knownProblem() ?? withoutKnownGood(source.known()?.missing ?? []),
        coverage: seesNothing() ? blind() : uncovered(dark),
        watches: limit === void 0 ? void 0 : limited(limit),
        policy: policyProblem,
        deployment: interrupted(deployments.left())
      };
      return Object.fromEntries(Object.entries(parts).filter(([, problem]) => problem !== void 0));
    },
    watched: () => directories.count(),
    close: () => directories.close()
  };
}
function instanceOf(state) {
  return state.kind === "content" ? `${state.content.sha256} ${state.content.mtime}` : state.kind;
}

// src/adapters/watch/heartbeat.ts
import { rename, writeFile } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";

// src/adapters/watch/http.ts
var TIMEOUT_MS = 1e4;
var PASSING = /* @__PURE__ */ new Set([408, 409, 421, 423, 425, 429]);
function shownUrl(url) {
  return `${url.protocol}//${url.host}${url.pathname === "/" && url.search === "" ? "" : "/\u2026"}`;
}
function httpUrl(text2) {
  if (!URL.canParse(text2)) return void 0;
  const url = new URL(text2);
  return url.protocol === "http:" || url.protocol === "https:" ? url : void 0;
}
async function send(url, { body, signal, timeout = TIMEOUT_MS }) {
  const bare = new URL(url);
  const headers = { "user-agent": "holdfast" };
  if (url.username !== "" || url.password !== "") {
    const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.authorization = `Basic ${Buffer.from(user).toString("base64")}`;
    bare.username = "";
    bare.password = "";
  }
  if (body !== void 0) headers["content-type"] = "application/json";
  const aborter = new AbortController();
  const giveUp = () => aborter.abort();
  const timer = setTimeout(() => aborter.abort(new DOMException("no answer", "TimeoutError")), timeout);
  signal.addEventListener("abort", giveUp);
  if (signal.aborted) giveUp();
  try {
    const response = await fetch(bare, {
      method: body === void 0 ? "GET" : "POST",
      headers,
      redirect: "manual",
      signal: aborter.signal,
      ...body === void 0 ? {} : { body }
    });
    await response.body?.cancel().catch(() => {
    });
    return sentBy(response.status, response.headers.get("retry-after"));
  } catch (error) {
    return { ok: false, again: true, reason: reasonOf(error) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
  }
}
function sentBy(status, retryAfter) {
  if (status >= 200 && status < 300) return { ok: true };
  const reason = `status ${status}`;
  if (status < 500 && !PASSING.has(status)) return { ok: false, again: false, reason };
  const after = waitOf(retryAfter);
  return { ok: false, again: true, reason, ...after === void 0 ? {} : { after } };
}
function waitOf(text2) {
  if (text2 === null) return void 0;
  const ms = /^\d+$/.test(text2.trim()) ? Number(text2) * 1e3 : Date.parse(text2) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : void 0;
}
function reasonOf(error) {
  const { name, cause } = error;
  if (name === "TimeoutError") return "no answer in time";
  return cause?.code ?? (name === "AbortError" ? "given up" : "no connection");
}

// src/adapters/watch/heartbeat.ts
function createHeartbeat(given, cwd) {
  const url = httpUrl(given);
  if (url !== void 0) {
    return {
      shown: shownUrl(url),
      async beat(signal) {
        const sent = await send(url, { signal });
        return sent.ok ? void 0 : sent.reason;
      }
    };
  }
  const file = resolve2(cwd, given);
  return {
    shown: file,
    async beat() {
      try {
        await writeFile(`${file}.tmp`, `${(/* @__PURE__ */ new Date()).toISOString()}
`);
        await rename(`${file}.tmp`, file);
        return void 0;
      } catch (error) {
        return errorCode(error) ?? String(error);
      }
    }
  };
}
function createPulse(heartbeat, log, stopping) {
  let before;
  return async () => {
    if (heartbeat === void 0) return;
    const failed2 = await heartbeat.beat(stopping);
    if (stopping.aborted || failed2 === before) return;
    before = failed2;
    const { shown } = heartbeat;
    if (failed2 === void 0) log("info", "heartbeat-back", { to: shown });
    else log("error", "heartbeat-away", { to: shown, reason: failed2 });
  };
}

// src/adapters/watch/keeper.ts
import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";

// src/watch/alert.ts
var KINDS = {
  modified: "its content is not that of the last known good",
  removed: "it is gone",
  added: "it was added since the last known good",
  editor: "an editor has left it there, or has had the file beside it open for long",
  retyped: "a file has become a link, or a link a file",
  metadata: "its mode or owner is not that of the last known good",
  unreadable: "it cannot be compared",
  changing: "it changes all the time and cannot be compared",
  store: "the store cannot be used",
  "known-good": "there is no known good to compare with",
  coverage: "there are critical files that the last known good says nothing about",
  watches: "changes are seen by sweeps only",
  policy: "the policy cannot be read",
  deployment: "a deployment was interrupted, and is not finished"
};
function sentenceOf({ path, key, kind, what }) {
  return `${path ?? key}: ${KINDS[kind]}${what === "" ? "" : ` (${what})`}`;
}

// src/watch/memory.ts
var alerts = listOf(
  record({
    key: text,
    path: orNull(text),
    service: orNull(text),
    kind: oneOf(Object.keys(KINDS)),
    state: text,
    what: text,
    details: listOf(text),
    since: moment,
    changed: moment,
    told: listOf(text),
    until: orNull(moment)
  })
);
var queue = record({ waiting: alerts, refused: alerts });
var queues = (value) => {
  if (!isObject(value)) return "is not an object";
  for (const one of Object.values(value)) {
    const fault = queue(one);
    if (fault !== void 0) return fault;
  }
  return void 0;
};
var shape = record({ version: count, open: alerts, queues });
function writeMemory({ open, queues: queues2 }) {
  return seal({ version: 1, open, queues: queues2 });
}
function readMemory(bytes) {
  const opened = unseal(bytes);
  const fault = opened.ok ? shape(opened.value) : opened.problem.message;
  if (!opened.ok || fault !== void 0 || opened.value.version !== 1) {
    return refuse({
      code: "watch-state-damaged",
      message: `What the watch had remembered cannot be read: ${fault ?? "it is of another version"}.`,
      hint: "It begins anew: what is wrong now is told again; what was wrong and is right again is not."
    });
  }
  const { open, queues: queues2 } = opened.value;
  return ok({ open, queues: queues2 });
}

// src/adapters/watch/keeper.ts
var FILE = "memory.json";
function createKeeper() {
  let own;
  let lock;
  return {
    async take({ directory, fs }) {
      await lock?.release();
      lock = void 0;
      own = void 0;
      const place = {
        directory: placeIn({ directory, fs }, "watch", encodeURIComponent(hostname())),
        fs
      };
      const taken = await guarded(directory, async () => {
        for (const name of ["lock", "tmp"])
          await mkdir(placeIn(place, name), { recursive: true, mode: 448 });
        return lockDirectory(place, "holdfast watch", 0);
      });
      if (!taken.ok)
        return taken.problem.code === "store-locked" ? refuse(running(taken.problem.message)) : taken;
      lock = taken.value;
      own = place;
      return ok(void 0);
    },
    recall: () => guarded(own.directory, async () => {
      const bytes = await readWhole(own.fs, placeIn(own, FILE));
      return bytes === void 0 ? ok(void 0) : readMemory(bytes);
    }),
    async keep(memory) {
      const place = own;
      if (place === void 0) return ok(void 0);
      return guarded(place.directory, async () => {
        await writeWhole(place, placeIn(place, FILE), writeMemory(memory));
        return ok(void 0);
      });
    },
    isReady: () => own !== void 0,
    async release() {
      await lock?.release();
      lock = void 0;
      own = void 0;
    }
  };
}
function running(message) {
  return {
    code: "watch-running",
    message: `Another watch runs on this host: ${message}`,
    hint: "One is enough: it watches every service. End that one first; one that was killed leaves nothing to clean up."
  };
}

// src/adapters/watch/remember.ts
function createRemember(parts) {
  const { source, keeper, watching, teller, log } = parts;
  let isAway = true;
  let isRecalled = false;
  let said;
  const complain = ({ code, message, hint }) => {
    if (said !== message) log("error", code, { message, hint });
    said = message;
  };
  return async () => {
    const store = source.store();
    if (store === void 0) isAway = true;
    if (store === void 0 || !isAway) return void 0;
    const taken = await keeper.take(store);
    if (!taken.ok && taken.problem.code === "watch-running") return taken.problem;
    if (!taken.ok) {
      complain(taken.problem);
      return void 0;
    }
    if (!isRecalled) {
      const memory = await keeper.recall();
      if (!memory.ok) complain(memory.problem);
      if (!memory.ok && memory.problem.code === "store-io") return void 0;
      const remembered = memory.ok ? memory.value : void 0;
      for (const alert of remembered?.open ?? []) {
        if (!watching.open.has(alert.key)) watching.open.set(alert.key, alert);
      }
      teller.recall(remembered);
      isRecalled = true;
    }
    isAway = false;
    said = void 0;
    teller.changed();
    return void 0;
  };
}

// src/watch/messages/json.ts
function alertJson(alert, { host, environment }) {
  const { path, key, service, kind, what, details, since, changed, until } = alert;
  return {
    status: until === null ? "firing" : "resolved",
    key,
    path,
    service,
    host,
    environment,
    kind,
    summary: what === "" ? KINDS[kind] : `${KINDS[kind]} (${what})`,
    details,
    since,
    changed,
    until
  };
}

// src/watch/queue.ts
var MOST_AT_ONCE = 500;
var FIRST_MS = 1e3;
var LONGEST_MS2 = 3e5;
var LONGEST_ASKED_MS = 36e5;
function newQueue(waiting = [], refused = []) {
  return { waiting: byKey(waiting), refused: byKey(refused) };
}
function enqueue({ waiting, refused }, alerts2) {
  for (const alert of alerts2) {
    waiting.delete(alert.key);
    refused.delete(alert.key);
    waiting.set(alert.key, alert);
  }
}
function nextBatch({ waiting }) {
  return [...waiting.values()].slice(0, MOST_AT_ONCE);
}
function settle({ waiting, refused }, batch, sent) {
  if (!sent.ok && sent.again) return;
  for (const alert of batch) {
    if (waiting.get(alert.key) !== alert) continue;
    waiting.delete(alert.key);
    if (!sent.ok) refused.set(alert.key, alert);
  }
}
function retryRefused({ waiting, refused }) {
  for (const [key, alert] of refused) if (!waiting.has(key)) waiting.set(key, alert);
  refused.clear();
}
function delayAfter(failures, chance, asked = 0) {
  const longest = Math.min(LONGEST_MS2, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.max(longest * (0.5 + chance / 2), Math.min(asked, LONGEST_ASKED_MS));
}
function byKey(alerts2) {
  return new Map(alerts2.map((alert) => [alert.key, alert]));
}

// src/adapters/watch/courier.ts
function createCourier(sink, queue2, hooks) {
  const stopping = new AbortController();
  let failures = 0;
  let running2;
  let timer;
  let again;
  const sendOnce = async (alerts2) => {
    const sent = await sink.send(alerts2, hooks.open(), stopping.signal);
    if (stopping.signal.aborted && !sent.ok) return void 0;
    settle(queue2, alerts2, sent);
    if (!sent.ok && sent.again) {
      failures += 1;
      if (failures === 1) hooks.say("away", sink, { reason: sent.reason });
      return delayAfter(failures, Math.random(), sent.after);
    }
    if (failures > 0) hooks.say("back", sink, {});
    failures = 0;
    if (!sent.ok) hooks.say("refused", sink, { reason: sent.reason, alerts: alerts2 });
    hooks.changed();
    return void 0;
  };
  const work = async () => {
    let delay;
    let sentSomething = false;
    while (queue2.waiting.size > 0 && delay === void 0 && !stopping.signal.aborted) {
      delay = await sendOnce(nextBatch(queue2));
      sentSomething = true;
    }
    if (stopping.signal.aborted) return;
    if (delay !== void 0) timer = setTimeout(kick, delay);
    else if (sentSomething) repeatLater();
  };
  const kick = () => {
    clearTimeout(timer);
    timer = void 0;
    running2 ??= work().finally(() => {
      running2 = void 0;
      if (queue2.waiting.size > 0 && timer === void 0 && !stopping.signal.aborted) kick();
    });
  };
  const repeatLater = () => {
    clearTimeout(again);
    if (sink.repeat === void 0) return;
    again = setTimeout(() => {
      const waiting = queue2.waiting;
      enqueue(
        queue2,
        hooks.open().filter(({ key }) => !waiting.has(key) && !queue2.refused.has(key))
      );
      if (waiting.size > 0) kick();
      else repeatLater();
    }, sink.repeat);
  };
  repeatLater();
  return {
    sink,
    queue: queue2,
    tell(alerts2) {
      enqueue(queue2, alerts2);
      if (timer === void 0) kick();
    },
    retry() {
      retryRefused(queue2);
      if (queue2.waiting.size > 0) kick();
    },
    async attempt() {
      await running2;
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      clearTimeout(again);
      await running2;
    }
  };
}

// src/adapters/watch/teller.ts
function createTeller({ sinks: sinks2, keeper, origin, log, watching }) {
  let others = {};
  let dirty = false;
  let saving;
  let unkept;
  const memory = () => ({
    open: [...watching.open.values()],
    queues: {
      ...others,
      ...Object.fromEntries(
        couriers.map(({ sink, queue: queue2 }) => [
          sink.id,
          { waiting: [...queue2.waiting.values()], refused: [...queue2.refused.values()] }
        ])
      )
    }
  });
  const saveAll = async () => {
    while (dirty && keeper.isReady()) {
      dirty = false;
      const kept = await keeper.keep(memory());
      if (!kept.ok) {
        dirty = true;
        notKept(kept.problem);
        return;
      }
      unkept = void 0;
    }
  };
  const notKept = (problem) => {
    if (unkept !== problem.code) log("error", "not-kept", { message: problem.message, hint: problem.hint });
    unkept = problem.code;
  };
  const save = () => {
    saving ??= saveAll().finally(() => {
      saving = void 0;
    });
    return saving;
  };
  const changed = () => {
    dirty = true;
    void save();
  };
  const couriers = sinks2.map(
    (sink) => createCourier(sink, newQueue(), {
      open: () => [...watching.open.values()],
      changed,
      say: (what, { id, shown }, { reason, alerts: alerts2 }) => log(what === "back" ? "info" : "error", `sink-${what}`, {
        sink: id,
        to: shown,
        ...reason === void 0 ? {} : { reason },
        ...alerts2 === void 0 ? {} : { alerts: alerts2.map((alert) => alertJson(alert, origin)) }
      })
    })
  );
  return {
    /** What was not told when the last process ended; a sink that was not there then is told all that is wrong. */
    recall(remembered) {
      const queues2 = remembered?.queues ?? {};
      const known = new Set(sinks2.map(({ id }) => id));
      others = Object.fromEntries(Object.entries(queues2).filter(([id]) => !known.has(id)));
      for (const courier of couriers) {
        const { queue: queue2, sink } = courier;
        const before = queues2[sink.id];
        const all = before === void 0 || sink.repeat !== void 0 ? [...watching.open.values()] : [];
        const left = [...before?.refused ?? [], ...before?.waiting ?? []];
        const keys = new Set(left.map(({ key }) => key));
        const late = [...left, ...all.filter(({ key }) => !keys.has(key))];
        courier.tell(late.filter(({ key }) => !queue2.waiting.has(key)));
      }
    },
    tell(alerts2) {
      for (const alert of alerts2) {
        log(alert.until === null ? "alert" : "resolved", "alert", alertJson(alert, origin));
      }
      for (const courier of couriers) courier.tell(alerts2);
      changed();
    },
    /** Tries to keep what could not be kept before. */
    save: () => dirty ? save() : Promise.resolve(),
    changed,
    retry() {
      for (const courier of couriers) courier.retry();
    },
    /** Waits until every sink was tried; whether all is told. */
    async attempt() {
      await Promise.all(couriers.map((courier) => courier.attempt()));
      return couriers.every(({ queue: queue2 }) => queue2.waiting.size + queue2.refused.size === 0);
    },
    /** Nothing is sent any more, and everything that was not is kept. */
    async stop() {
      await Promise.all(couriers.map((courier) => courier.stop()));
      await saving;
      dirty = true;
      await save();
    }
  };
}

// src/adapters/watch/daemon.ts
var MOST_DETAILED = 20;
function createWatch(options) {
  const { source, log, sinks: sinks2, origin } = options;
  const watching = startWatching();
  const pending = /* @__PURE__ */ new Map();
  const keeper = createKeeper();
  const teller = createTeller({ sinks: sinks2, keeper, origin, log, watching });
  const remember = createRemember({ source, keeper, watching, teller, log });
  const stopping = new AbortController();
  const pulse = createPulse(options.heartbeat, log, stopping.signal);
  const { sleep, wake } = createAlarm();
  let reloading = false;
  let unwritten;
  let last = { files: 0, took: 0 };
  const examiner = createExaminer({
    source,
    root: options.root,
    findWindows: options.findWindows,
    decrypt: options.decrypt,
    happened(place) {
      happened(pending, place, performance.now());
      wake();
    },
    remembered: function* () {
      yield* watching.open.keys();
      yield* watching.suspects.keys();
    }
  });
  const take = async (observations, seen) => {
    const { told, again } = observe(watching, observations, now());
    for (const { key, at } of again) lookAgain(pending, key, at);
    for (const [index, alert] of told.entries()) {
      if (index === MOST_DETAILED) break;
      if (alert.until !== null || alert.kind !== "modified") continue;
      alert.details = await examiner.details(alert.key, seen?.get(alert.key));
    }
    if (told.length > 0) teller.tell(told);
  };
  const look = async () => {
    const places = takeDue(pending, performance.now());
    if (places.length === 0) return;
    const { observations, seen } = await examiner.look(places);
    await take(observations, seen);
  };
  const confirmLater = (observations) => observations.filter((one) => {
    if (one.verdict !== "bad" || watching.open.get(one.key)?.state === one.drift.state) return true;
    happened(pending, one.key, performance.now());
    return false;
  });
  const tellSwept = async () => {
    const open = [...watching.open.values()];
    const problem = await options.swept?.({ ...last, ended: Date.now(), open });
    if (problem !== void 0 && problem.message !== unwritten) {
      log("error", problem.code, { message: problem.message, hint: problem.hint });
    }
    unwritten = problem?.message;
  };
  const sweep = async () => {
    const begun = performance.now();
    let files = 0;
    for await (const part of examiner.sweep()) {
      if (stopping.signal.aborted) return void 0;
      files += part.files;
      await take(confirmLater(part.observations));
      await look();
    }
    const refused = await remember();
    if (refused !== void 0) return refused;
    await take(healthObservations(examiner.health()));
    await teller.save();
    last = { files, took: performance.now() - begun };
    await tellSwept();
    if (source.known() !== void 0 && source.storeProblem() === void 0) void pulse();
    return void 0;
  };
  const begin = async () => {
    const policy = await options.readPolicy();
    if (!policy.ok) return policy.problem;
    examiner.usePolicy(policy.value);
    await examiner.refresh(true);
    return remember();
  };
  const reload = async () => {
    reloading = false;
    const policy = await options.readPolicy();
    if (policy.ok) examiner.usePolicy(policy.value);
    else examiner.usePolicy(void 0, policy.problem);
    await examiner.refresh(true);
    teller.retry();
    log("info", "reloaded", facts());
  };
  const facts = () => ({
    directories: examiner.watched(),
    snapshots: source.known()?.parts.map(({ manifest }) => manifest.id) ?? [],
    open: [...watching.open.keys()]
  });
  const end = async () => {
    examiner.close();
    await teller.stop();
    await keeper.release();
  };
  const loop = async () => {
    for (let next = performance.now(), first = true; !stopping.signal.aborted; ) {
      if (reloading) {
        await reload();
        next = performance.now();
      }
      if (performance.now() >= next) {
        const refused = await sweep();
        if (refused !== void 0) return refused;
        next = performance.now() + options.sweepEvery;
        if (first) log("info", "ready", facts());
        first = false;
      }
      await look();
      const due = Math.min(next, nextDue(pending) ?? next);
      if (!reloading && !stopping.signal.aborted) await sleep(due - performance.now());
    }
    return void 0;
  };
  return {
    async run() {
      const problem = await begin() ?? await loop();
      await end();
      if (problem !== void 0) return { ok: false, problem };
      log("info", "stopped");
      return ok(void 0);
    },
    async once() {
      watching.once = true;
      const problem = await begin() ?? await sweep();
      while (problem === void 0 && pending.size > 0 && !stopping.signal.aborted) {
        await sleep(nextDue(pending) - performance.now());
        await look();
      }
      if (problem === void 0) await tellSwept();
      const told = await teller.attempt();
      await end();
      if (problem !== void 0) return { ok: false, problem };
      const open = [...watching.open.values()];
      const wrong = open.filter(({ path, kind }) => path !== null || kind === "deployment").length;
      return ok({ wrong, blind: wrong < open.length || source.known() === void 0, told });
    },
    reload() {
      reloading = true;
      wake();
    },
    stop() {
      stopping.abort();
      wake();
    }
  };
}

// src/adapters/watch/log.ts
function jsonLog(write) {
  return (level, event, more = {}) => {
    write(`${visibleJson(JSON.stringify({ time: (/* @__PURE__ */ new Date()).toISOString(), level, event, ...more }))}
`);
  };
}

// src/adapters/watch/source.ts
function createSource(directory, asked, decrypt) {
  let store;
  let known;
  let storeProblem;
  let knownProblem;
  let ids;
  const read = async (all) => {
    const opened = await openStore(directory);
    if (!opened.ok) return opened;
    const now2 = `${await storedIds(opened.value, "snapshots")} ${await storedIds(opened.value, "verdicts")}`;
    store = opened.value;
    if (!all && now2 === ids) return ok(false);
    const read2 = await readCandidates(store);
    if (!read2.ok) return read2;
    const good = lastGood(read2.value.candidates, read2.value.verdicts, asked);
    knownProblem = good.ok ? void 0 : good.problem;
    if (good.ok) {
      const parts = await readParts(store, good.value.chosen);
      if (!parts.ok) return parts;
      const plain = await inPlain(store, parts.value, decrypt);
      if (!plain.ok) return plain;
      known = { parts: plain.value, missing: good.value.missing, ...expectedOf(plain.value) };
    }
    ids = now2;
    return ok(good.ok);
  };
  return {
    directory,
    async refresh(all = false) {
      const done = await guarded(directory, () => read(all || storeProblem !== void 0));
      storeProblem = done.ok ? void 0 : done.problem;
      if (!done.ok) store = void 0;
      return done.ok && done.value;
    },
    known: () => known,
    storeProblem: () => storeProblem,
    knownProblem: () => knownProblem,
    store: () => store
  };
}
async function inPlain(store, chosen, decrypt) {
  const parts = [];
  for (const part of chosen) {
    const files = await withPlainDigests(store, part.manifest.files, decrypt);
    if (!files.ok) return files;
    parts.push({ ...part, manifest: { ...part.manifest, files: files.value } });
  }
  return ok(parts);
}

// src/adapters/watch/windows.ts
function createWindows(host, decrypt) {
  let wanted = /* @__PURE__ */ new Map();
  const unfinished = async (store, root) => {
    const deployments = await readDeployments(store);
    if (!deployments.ok) return deployments;
    return ok(
      deployments.value.items.filter(
        (one) => one.stage !== "ended" && one.host === host && one.root === root
      )
    );
  };
  const find = async (store, root) => {
    const first = await unfinished(store, root);
    if (!first.ok || first.value.length === 0) return first.ok ? ok(NONE) : first;
    const deploying = await isDeploying(store);
    const now2 = await unfinished(store, root);
    if (!now2.ok) return now2;
    const known = new Set(first.value.map(({ id }) => id));
    const isLeft = ({ id }) => !deploying && known.has(id);
    const running2 = now2.value.filter((one) => !isLeft(one));
    const wants = /* @__PURE__ */ new Map();
    const windows = [];
    for (const { before, intended, made, writes } of running2) {
      const was = await expectedIn(store, before);
      if (was === void 0) continue;
      const want = intended === null ? void 0 : wanted.get(intended) ?? await wantOf(store, intended, decrypt);
      if (intended !== null && want !== void 0) wants.set(intended, want);
      windows.push({
        before: was,
        wants: want ?? (() => void 0),
        made: await expectedIn(store, made),
        writes: globMatcher(writes)
      });
    }
    wanted = wants;
    return ok({ windows, left: now2.value.filter(isLeft) });
  };
  return async (store, root) => {
    const found = await guarded(store.directory, () => find(store, root));
    return found.ok ? found.value : void 0;
  };
}
var NONE = { windows: [], left: [] };
async function isDeploying(store) {
  const holder = await lockHolder(store);
  return holder !== void 0 && Object.values(DEPLOYING).includes(holder.command);
}
async function expectedIn(store, id) {
  const manifest = id === null ? void 0 : await readSnapshot(store, id);
  return manifest?.ok ? expectedOf([{ manifest: manifest.value }]) : void 0;
}
async function wantOf(store, id, decrypt) {
  const manifest = await readSnapshot(store, id);
  if (!manifest.ok) return void 0;
  const { files, maps, unknown } = await intendedOf(store, scopeOf(manifest.value), manifest.value, decrypt);
  return (place) => unknown.has(place) || !maps(place) ? void 0 : { file: files.get(place) };
}

// src/watch/metrics.ts
function watchMetrics({ files, took, ended, open }) {
  const drifted = open.flatMap(
    ({ path, service }) => path === null ? [] : [{ path, service: service ?? "" }]
  );
  const blind2 = open.filter(({ path }) => path === null);
  return exposition([
    {
      name: "holdfast_config_drift",
      help: "1 for a critical file that is not what it should be.",
      samples: drifted.map((labels) => ({ labels, value: 1 }))
    },
    {
      name: "holdfast_watch_drifted_files",
      help: "How many critical files are not what they should be.",
      samples: [{ value: drifted.length }]
    },
    {
      name: "holdfast_watch_impaired",
      help: "1 for what is wrong besides files: the store, the known good, the policy, a deployment that was interrupted.",
      samples: blind2.map(({ kind }) => ({ labels: { about: kind }, value: 1 }))
    },
    {
      name: "holdfast_watch_files",
      help: "How many critical files the last sweep has compared.",
      samples: [{ value: files }]
    },
    {
      name: "holdfast_last_sweep_timestamp_seconds",
      help: "When the last sweep ended, in seconds since 1970.",
      samples: [{ value: ended / 1e3 }]
    },
    {
      name: "holdfast_last_sweep_duration_seconds",
      help: "How long the last sweep took.",
      samples: [{ value: took / 1e3 }]
    }
  ]);
}

// src/watch/messages/words.ts
var MOST_SHOWN = 10;
var MOST_DETAILS = 12;
var LONGEST_LINE = 300;
function originText({ host, environment }) {
  return plainLine(environment === null ? host : `${host} (${environment})`);
}
function titleText(alerts2, origin) {
  const over = alerts2.filter(({ until }) => until !== null).length;
  const firing = alerts2.length - over;
  const parts = [...firing > 0 ? [plural(firing, "alert")] : [], ...over > 0 ? [`${over} resolved`] : []];
  return `Holdfast on ${originText(origin)}: ${parts.join(", ")}`;
}
function alertLines(alert) {
  const { path, key, service, until, since, details } = alert;
  const about = service === null ? "" : ` [${service}]`;
  if (until !== null) {
    return [
      cut(
        plainLine(
          `Resolved: ${path ?? key}${about} is as it should be again, since ${time(until)}; it was not from ${time(since)} on`
        )
      )
    ];
  }
  const shown = details.slice(0, MOST_DETAILS).map((line) => `    ${cut(plainLine(line))}`);
  const more = details.length - shown.length;
  return [
    cut(plainLine(`${sentenceOf(alert)}${about}, since ${time(since)}`)),
    ...shown,
    ...more > 0 ? [`    \u2026 and ${plural(more, "more line")}`] : []
  ];
}
function messageLines(alerts2) {
  const shown = alerts2.slice(0, MOST_SHOWN);
  const more = alerts2.length - shown.length;
  const lines = shown.flatMap((alert) => {
    const [first, ...rest] = alertLines(alert);
    return [`\u2022 ${first}`, ...rest];
  });
  return [...lines, ...more > 0 ? [`\u2026 and ${more} more`] : []];
}
function commandFor(alerts2, { environment }) {
  if (!alerts2.some(({ path, until }) => path !== null && until === null)) return void 0;
  const where = environment === null ? "" : ` --environment ${environment}`;
  return plainLine(`holdfast restore --known-good${where} --dry-run`);
}
function time(iso) {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}
function cut(line) {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}\u2026` : line;
}

// src/watch/messages/alertmanager.ts
function alertmanagerBody(alerts2, origin, endsAt) {
  return JSON.stringify(
    alerts2.map((alert) => {
      const { key, path, service, kind, since, until, details } = alert;
      const command = commandFor([alert], origin);
      return {
        labels: {
          alertname: path === null ? "HoldfastWatch" : "HoldfastConfigDrift",
          severity: "critical",
          host: origin.host,
          ...origin.environment === null ? {} : { environment: origin.environment },
          ...path === null ? { about: key } : { path: visible(path) },
          ...service === null ? {} : { service }
        },
        annotations: {
          summary: visible(sentenceOf(alert)),
          kind: KINDS[kind],
          ...details.length === 0 ? {} : { description: details.map(visible).join("\n") },
          ...command === void 0 ? {} : { command }
        },
        startsAt: since,
        endsAt: until ?? endsAt
      };
    })
  );
}

// src/adapters/watch/sinks/alertmanager.ts
var LIFE_MS = 3e5;
var REPEAT_MS = 6e4;
function openAlertmanager({ given, origin }) {
  const url = httpUrl(given);
  if (url === void 0) {
    return refuse({
      code: "usage",
      message: "--alertmanager is no http or https URL.",
      hint: "Give its root, such as http://localhost:9093."
    });
  }
  const target = new URL(url);
  target.pathname = `${url.pathname.replace(/\/+$/, "").replace(/\/api\/v2(\/alerts)?$/, "")}/api/v2/alerts`;
  return ok({
    id: "alertmanager",
    shown: shownUrl(url),
    repeat: REPEAT_MS,
    send: (alerts2, _open, signal) => {
      const endsAt = new Date(Date.now() + LIFE_MS).toISOString();
      return send(target, { body: alertmanagerBody(alerts2, origin, endsAt), signal });
    }
  });
}

// src/watch/messages/issue.ts
var MOST_LISTED = 50;
var LONGEST = 6e4;
function issueMarker({ host, environment }) {
  return `<!-- holdfast-watch ${commentJson([host, environment])} -->`;
}
function issueTitle(origin) {
  return `Critical configuration has drifted on ${originText(origin)}`;
}
function issueBody(open, origin) {
  const shown = open.slice(0, MOST_LISTED);
  const command = commandFor(open, origin);
  const sections = shown.map(({ path, key, service, kind, what, since, details }) => {
    const name = path === null ? markdownText(key) : markdownCode(path);
    const about = [service === null ? "" : `service ${markdownText(service)}`, `since ${since}`];
    const words = markdownText(what === "" ? KINDS[kind] : `${KINDS[kind]} (${what})`);
    const fence = details.length === 0 ? "" : `

${markdownFence(details, "diff")}`;
    return `- ${name}: ${words} \xB7 ${about.filter((part) => part !== "").join(" \xB7 ")}${fence === "" ? "" : fence.replaceAll("\n", "\n  ")}`;
  });
  const kept = [];
  let length = 0;
  for (const section of sections) {
    length += section.length;
    if (length > LONGEST) break;
    kept.push(section);
  }
  const more = open.length - kept.length;
  return [
    issueMarker(origin),
    `**${plural(open.length, "alert")}** on ${markdownText(originText(origin))}.`,
    "",
    ...kept,
    ...more > 0 ? [`- \u2026 and ${more} more`] : [],
    "",
    ...command === void 0 ? [] : [`Look, then put it back on the host: ${markdownCode(command)}`, ""],
    "Holdfast keeps this issue up to date, and closes it when everything is as it should be again."
  ].join("\n");
}
function issueComment(alerts2) {
  const lines = alerts2.slice(0, MOST_LISTED).map((alert) => `- ${markdownText(alertLines(alert)[0])}`);
  const more = alerts2.length - lines.length;
  return [...lines, ...more > 0 ? [`- \u2026 and ${more} more`] : []].join("\n");
}

// src/adapters/watch/sinks/github-issue.ts
var ISSUES = "/repos/{owner}/{repo}/issues";
var ISSUE = `${ISSUES}/{issue_number}`;
var PASSING2 = /^github-(network|timeout|unavailable|rate-limit|conflict)$/;
function openIssue({ given, origin, env }) {
  const token = env.HOLDFAST_GITHUB_TOKEN || env.GITHUB_TOKEN;
  if (!/^[\w.-]+\/[\w.-]+$/.test(given)) {
    return refuse({ code: "usage", message: "--github-issue wants OWNER/REPO.", hint: "Such as acme/shop." });
  }
  if (!token) {
    return refuse({
      code: "usage",
      message: "--github-issue needs a token.",
      hint: "Give it as HOLDFAST_GITHUB_TOKEN or GITHUB_TOKEN; it has to be allowed to write issues."
    });
  }
  const apiUrl = env.GITHUB_API_URL;
  const github = openGitHub({
    token,
    repository: given,
    ...apiUrl ? { apiUrl } : {},
    budgetMs: 0,
    timeoutMs: 1e4
  });
  const marker = issueMarker(origin);
  return ok({
    id: "github-issue",
    shown: `GitHub ${given}`,
    async send(alerts2, open) {
      const done = await bringUpToDate(
        github,
        marker,
        issueTitle(origin),
        alerts2,
        open,
        issueBody(open, origin)
      );
      return done.ok ? { ok: true } : failed(done.problem);
    }
  });
}
async function bringUpToDate(github, marker, title, alerts2, open, body) {
  const mine = await findIssue(github, marker);
  if (!mine.ok) return mine;
  const number = mine.value?.number;
  if (number === void 0) {
    return open.length === 0 ? reportLate(github, marker, title, alerts2) : github.request(`POST ${ISSUES}`, { title, body });
  }
  const comment = issueComment(alerts2);
  const told = await github.request(`POST ${ISSUE}/comments`, { issue_number: number, body: comment });
  if (!told.ok) return told;
  const change = open.length === 0 ? { state: "closed", state_reason: "completed" } : { body };
  return github.request(`PATCH ${ISSUE}`, { issue_number: number, ...change });
}
async function reportLate(github, marker, title, alerts2) {
  const body = `${marker}
${issueComment(alerts2)}`;
  const made = await github.request(`POST ${ISSUES}`, { title, body });
  if (!made.ok) return made;
  const { number } = made.value.data;
  return github.request(`PATCH ${ISSUE}`, {
    issue_number: number,
    state: "closed",
    state_reason: "completed"
  });
}
async function findIssue(github, marker) {
  const issues = await github.list(`GET ${ISSUES}`, {
    state: "open",
    sort: "created",
    direction: "asc"
  });
  if (!issues.ok) return issues;
  const marked = issues.value.filter(
    ({ body, pull_request }) => pull_request === void 0 && body?.split(/\r?\n/, 1)[0] === marker
  );
  if (marked.length === 0) return ok(void 0);
  const login = await github.login();
  if (!login.ok) return login;
  return ok(marked.find(({ user }) => user?.login.toLowerCase() === login.value.toLowerCase()));
}
function failed({ code, message }) {
  return { ok: false, again: PASSING2.test(code), reason: message };
}

// src/watch/messages/webhook.ts
function webhookBody(alerts2, origin) {
  const command = commandFor(alerts2, origin);
  const lines = [
    titleText(alerts2, origin),
    ...messageLines(alerts2),
    ...command === void 0 ? [] : [`Look, then put it back: ${command}`]
  ];
  return JSON.stringify({
    text: lines.map(escapeSlack).join("\n"),
    alerts: alerts2.map((alert) => alertJson(alert, origin))
  });
}
function escapeSlack(text2) {
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// src/adapters/watch/sinks/webhook.ts
function openWebhook({ given, origin }) {
  const url = httpUrl(given);
  if (url === void 0) {
    return refuse({ code: "usage", message: "--webhook is no http or https URL.", hint: "Copy it whole." });
  }
  return ok({
    id: "webhook",
    shown: shownUrl(url),
    send: (alerts2, _open, signal) => send(url, { body: webhookBody(alerts2, origin), signal })
  });
}

// src/adapters/watch/sinks/index.ts
var sinks = [
  { option: "webhook", variable: "HOLDFAST_WEBHOOK", open: openWebhook },
  { option: "alertmanager", variable: "HOLDFAST_ALERTMANAGER", open: openAlertmanager },
  { option: "github-issue", variable: "HOLDFAST_GITHUB_ISSUE", open: openIssue }
];

// src/cli/watch/options.ts
var OPTIONS = {
  policy: { type: "string" },
  store: { type: "string" },
  environment: { type: "string" },
  root: { type: "string" },
  sweep: { type: "string" },
  webhook: { type: "string" },
  alertmanager: { type: "string" },
  "github-issue": { type: "string" },
  metrics: { type: "string" },
  heartbeat: { type: "string" },
  once: { type: "boolean" },
  ...IDENTITY_OPTIONS,
  debug: { type: "boolean" }
};
function readWatchArguments(argv) {
  const read = parsed({ args: argv, options: OPTIONS });
  return read.ok ? ok(read.value.values) : read;
}
var UNITS = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var LEAST_MS = 100;
var MOST_MS = 36e5;
function readSweep(text2 = "30s") {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text2) ?? [];
  const ms = Math.round(Number(number) * (UNITS[unit] ?? Number.NaN));
  if (ms >= LEAST_MS && ms <= MOST_MS) return ok(ms);
  return refuse(
    usage(`--sweep is ${JSON.stringify(text2)}.`, "Give a duration from 100ms to 1h, such as 30s.")
  );
}
function openSinks(args, origin, env) {
  const opened = [];
  for (const { option, variable, open } of sinks) {
    const given = args[option] ?? (env[variable] || void 0);
    if (given === void 0) continue;
    const sink = open({ given, origin, env });
    if (!sink.ok) return sink;
    opened.push(sink.value);
  }
  return ok(opened);
}

// src/cli/watch/index.ts
async function runWatch(argv, io) {
  const fail = (problem) => {
    io.stderr(problemText(problem, io));
    return 2;
  };
  const args = readWatchArguments(argv);
  if (!args.ok) return fail(args.problem);
  const watch2 = await openWatch(args.value, io);
  if (!watch2.ok) return fail(watch2.problem);
  const undo = obeySignals(watch2.value);
  try {
    if (!args.value.once) {
      const ended = await watch2.value.run();
      return ended.ok ? 0 : fail(ended.problem);
    }
    const swept = await watch2.value.once();
    if (!swept.ok) return fail(swept.problem);
    const { wrong, blind: blind2, told } = swept.value;
    return blind2 || !told ? 2 : wrong > 0 ? 1 : 0;
  } finally {
    undo();
  }
}
async function openWatch(args, io) {
  const root = await rootDirectory(args.root, io.cwd);
  if (!root.ok) return root;
  const sweepEvery = readSweep(args.sweep);
  if (!sweepEvery.ok) return sweepEvery;
  const origin = { host: hostname2(), environment: args.environment ?? null };
  const sinks2 = openSinks(args, origin, io.env);
  if (!sinks2.ok) return sinks2;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const heartbeat = args.heartbeat ?? (io.env.HOLDFAST_HEARTBEAT || void 0);
  const { policy, metrics } = args;
  return ok(
    createWatch({
      source: createSource(
        await chosenStore(args, io),
        { host: origin.host, environment: args.environment },
        decrypt.value
      ),
      root: root.value,
      origin,
      readPolicy: async () => policy === void 0 ? ok(void 0) : readPolicyFile(policy, io.cwd),
      findWindows: createWindows(origin.host, decrypt.value),
      decrypt: decrypt.value,
      sinks: sinks2.value,
      sweepEvery: sweepEvery.value,
      heartbeat: heartbeat === void 0 ? void 0 : createHeartbeat(heartbeat, io.cwd),
      ...metrics === void 0 ? {} : {
        async swept(sweep) {
          const written = await writeMetrics(metrics, io.cwd, watchMetrics(sweep));
          return written.ok ? void 0 : written.problem;
        }
      },
      log: jsonLog(io.stdout)
    })
  );
}
function obeySignals(watch2) {
  const handlers = { SIGHUP: watch2.reload, SIGTERM: watch2.stop, SIGINT: watch2.stop };
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler);
  };
}
export {
  runWatch
};
