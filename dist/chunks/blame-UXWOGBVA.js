import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NO_CANDIDATE,
  byWorst,
  headText,
  lookedText,
  nameText,
  whoText,
  whyText
} from "./chunk-UTZE5XKT.js";
import {
  entryOf,
  filesAt,
  storedSnapshots
} from "./chunk-34T5TODW.js";
import {
  progressLine
} from "./chunk-XS3RST2D.js";
import {
  wholeDeployments
} from "./chunk-HVUVQVAF.js";
import "./chunk-EUA45VBA.js";
import "./chunk-GML4N5ZV.js";
import "./chunk-GVM2WTRK.js";
import {
  nothingFound
} from "./chunk-VIIGHOFF.js";
import "./chunk-KRNJPRKT.js";
import {
  candidateOf,
  chooseGood
} from "./chunk-MEJMRV7U.js";
import "./chunk-AMTK6P4B.js";
import "./chunk-LEKEXJWO.js";
import "./chunk-7Q2MFPVQ.js";
import "./chunk-TMNRVTO3.js";
import "./chunk-36PCAFZY.js";
import "./chunk-H7GKGIJQ.js";
import "./chunk-JLONYCK3.js";
import {
  existingStore
} from "./chunk-IHYYQ6CZ.js";
import "./chunk-BGAD6JBY.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import {
  check
} from "./chunk-PBBIRZVH.js";
import "./chunk-QQOA6GDM.js";
import {
  openGitHub
} from "./chunk-DSNZQEOW.js";
import {
  kindByName
} from "./chunk-D4W2ZF7R.js";
import "./chunk-6WSAFUNA.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import "./chunk-OVH55LPH.js";
import {
  newestVerdicts,
  readEach,
  readSnapshot,
  readVerdicts
} from "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  pagePlace,
  parsed,
  putPage,
  reportOptions,
  usage,
  writePage
} from "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import {
  schemaLoader
} from "./chunk-UV2YIV3S.js";
import {
  openRepository
} from "./chunk-YJMEJDG4.js";
import {
  choosePolicy
} from "./chunk-ECCINEQW.js";
import {
  policyPaths
} from "./chunk-RXXYIKOI.js";
import {
  announcesRemoval
} from "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import {
  LOG,
  LOG_FORMAT,
  commitHistory,
  momentOf,
  parseLog
} from "./chunk-YNMSC3SZ.js";
import {
  RAW_OPTIONS,
  commitSnapshot,
  malformed,
  toRawChanges
} from "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import {
  originName
} from "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import {
  COLUMN,
  fileSection,
  labelled
} from "./chunk-R3A4QZ2V.js";
import {
  cut,
  paint,
  wrap
} from "./chunk-MAY36SGU.js";
import {
  byPath
} from "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import {
  readBlobs,
  toDocument
} from "./chunk-POL6UJM2.js";
import "./chunk-7AY46YQM.js";
import {
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import "./chunk-AUGRHBBV.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  atLeast
} from "./chunk-LHQRXSF5.js";
import {
  MOST_COMMITS,
  MOST_VERSIONS,
  onlyTouching
} from "./chunk-N3JHRWFV.js";
import {
  mergeBase,
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import {
  gitBytes,
  isObjectId
} from "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  compareKeys,
  plural,
  textOf,
  titleOf
} from "./chunk-IWPKGJK5.js";
import {
  pastedWord,
  topPathspec
} from "./chunk-JVBW2P7D.js";
import {
  escapeGlob,
  globMatcher,
  isWatchedByDefault
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import {
  baseName,
  decodePath,
  encodePath
} from "./chunk-5MHRYX67.js";
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
import {
  inert
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/adapters/git/inner.ts
var MOST = 5;
var MOST_PATHS = 1e3;
var PATIENCE = 3e4;
async function innerCommits({ gitDir }, [first, ...others], paths) {
  if (first === void 0 || others.length === 0) return [];
  const asked = paths.slice(0, MOST_PATHS);
  const range = [`--max-count=${MOST}`, "--format=%H%x00%an%x00%s", `^${first}`, ...others, "--", ...asked];
  const output = await gitBytes({ gitDir, args: [...LOG, ...range], timeout: PATIENCE });
  if (!output.ok) return [];
  const parts = output.value.toString("utf8").split("\0");
  const commits = [];
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [id = "", author = "", subject = ""] = parts.slice(at, at + 3);
    if (isObjectId(id)) commits.push({ id, author, subject });
  }
  return commits;
}

// src/adapters/git/shared-history.ts
var PATIENCE2 = 6e4;
function sharedHistory(repository, steps, paths) {
  let asked;
  const ask = () => {
    asked ??= readLog(repository, steps, paths);
    return asked;
  };
  return (step) => ({
    async past(wanted) {
      const read = await ask();
      if (!read.ok) return read;
      const { log, places } = read.value;
      const start = (places.get(step.id) ?? -1) + 1;
      if (start === 0 || step.parents[0] === void 0) return ok({ commits: [], versions: /* @__PURE__ */ new Map() });
      return ok(onlyTouching(pastFrom(log, start, wanted)));
    },
    async messages() {
      const [base, merged] = step.parents;
      if (base === void 0 || merged === void 0) return ok([step.message]);
      return commitHistory(repository, { base, head: step.id }).messages();
    }
  });
}
async function readLog(repository, steps, paths) {
  const count = `--max-count=${steps.length + MOST_COMMITS}`;
  const range = ["--first-parent", "-m", count, steps[0]?.id ?? "HEAD", "--"];
  const args = [...LOG, ...RAW_OPTIONS, "--no-relative", LOG_FORMAT, ...range];
  const output = await gitBytes({ gitDir: repository.gitDir, args, timeout: PATIENCE2 });
  if (!output.ok) return output;
  const log = parseLog(output.value, paths, Number.POSITIVE_INFINITY);
  if (!log.ok) return log;
  return ok({ log: log.value, places: new Map(log.value.commits.map(({ id }, index) => [id, index])) });
}
function pastFrom(log, start, paths) {
  const versions = new Map(
    paths.flatMap((path) => {
      const known = log.versions.get(path)?.filter(({ commit }) => commit >= start && commit < start + MOST_COMMITS);
      if (known === void 0 || known.length === 0) return [];
      const own = known.slice(0, MOST_VERSIONS).map((version) => ({ ...version, commit: version.commit - start }));
      return [[path, own]];
    })
  );
  return { commits: log.commits.slice(start, start + MOST_COMMITS), versions };
}

// src/adapters/blame/commit-steps.ts
function commitSteps(repository, commits, end, isOfInterest) {
  const paths = new Set(
    commits.flatMap(({ changes }) => changes.map(({ path }) => path)).filter(isOfInterest)
  );
  const snapshotOf = snapshots(repository);
  const historyOf = sharedHistory(repository, commits, [...paths]);
  return commits.filter(({ parents }) => parents.length > 0).map((commit) => {
    const { id, at, author, subject, message, parents, changes } = commit;
    return {
      kind: "commit",
      id,
      at,
      author,
      subject,
      message,
      parents,
      changes,
      deployment: null,
      outsidePlan: false,
      undone: false,
      putBack: false,
      placeOf: (path) => path,
      end,
      pair: () => ({
        before: snapshotOf(parents[0]),
        after: snapshotOf(id),
        history: historyOf(commit),
        differences: async () => ok([...changes])
      }),
      inner: (wanted) => innerCommits(repository, parents, wanted)
    };
  });
}
var KEPT = 4;
function snapshots(repository) {
  const known = /* @__PURE__ */ new Map();
  return (id) => {
    const found = known.get(id);
    if (found !== void 0) return found;
    const snapshot = commitSnapshot(repository, id);
    let entries;
    known.set(id, {
      ...snapshot,
      entries() {
        entries ??= snapshot.entries();
        return entries;
      }
    });
    for (const old of [...known.keys()].slice(0, -KEPT)) known.delete(old);
    return known.get(id);
  };
}

// src/adapters/blame/host-steps.ts
import { createHash as createHash2 } from "node:crypto";

// src/blame/put-back.ts
import { createHash } from "node:crypto";
function seenOf(manifest, service) {
  const { id, at, host, environment, source, commit, deploymentId, reason, files, unsaved } = manifest;
  const own = files.filter((file) => service === void 0 || file.service === service);
  const content = createHash("sha256").update(JSON.stringify(own.map(({ path, sha256, link }) => [path, sha256, link]))).digest("hex");
  return {
    id,
    at,
    host,
    environment,
    source,
    commit,
    deploymentId,
    reason,
    content,
    unsaved: unsaved.length
  };
}
function rolledBack({ id, at, host }, deployments, until) {
  return deployments.find(
    (one) => one.outcome === "rolled-back" && one.host === host && one.before !== id && one.endedAt !== null && (one.made === id || one.at <= at && at <= one.endedAt) && (until === void 0 || Date.parse(one.endedAt) <= until)
  );
}
function restoredAfter({ reason }) {
  const [, ids] = /^before (?:finishing )?the restore of ([0-9A-Z, ]+)$/.exec(reason ?? "") ?? [];
  return ids === void 0 ? [] : ids.split(", ");
}
function wentBackTo({
  snapshots: snapshots2,
  verdicts,
  deployments,
  good
}) {
  const targets = snapshots2.flatMap((snapshot) => {
    const deployment = rolledBack(snapshot, deployments);
    const restored = restoredAfter(snapshot);
    const failed = verdicts.get(snapshot.id)?.verdict === "bad" || restored.length > 0;
    if (!failed && deployment === void 0) return [];
    return [good?.id, deployment?.before, ...restored].map((to) => ({ after: snapshot.id, to }));
  });
  return ({ id }) => {
    const ids = new Set(targets.filter(({ after }) => after < id).map(({ to }) => to));
    return ids.size === 0 ? [] : snapshots2.filter((one) => ids.has(one.id));
  };
}
function failureOf(record) {
  const { snapshots: snapshots2, verdicts, deployments, good } = record;
  if (good === void 0) return void 0;
  const bad = snapshots2.filter(({ id }) => id > good.id && verdicts.get(id)?.verdict === "bad");
  const [newest, last] = [bad.at(-1), snapshots2.at(-1)];
  if (newest === void 0 || last === void 0) return void 0;
  const earlier = wentBackTo(record);
  const isPutBack = (one) => rolledBack(one, deployments) !== void 0 || restoredAfter(one).length > 0 || earlier(one).some((then) => then.content === one.content);
  const lastBack = snapshots2.findLast(isPutBack);
  const lasting = bad.find(({ id }) => lastBack === void 0 || id > lastBack.id);
  if (lasting !== void 0) return { snapshot: lasting, over: false };
  return lastBack === last ? { snapshot: newest, over: true } : void 0;
}

// src/adapters/blame/host-steps.ts
async function hostSteps(repository, store, policy, { record, first, failure, until }, decrypt) {
  const { deployments } = record;
  const seen = record.snapshots.slice(first);
  const madeBy = new Map(deployments.flatMap((one) => one.made === null ? [] : [[one.made, one]]));
  const live = createLiveSelector(policy);
  const pathOf = (file) => live(file.path)?.path ?? file.path;
  const snapshotOf = storedSnapshots(store, pathOf, decrypt);
  const failed = failure?.over ? seen.findIndex(({ id }) => id === failure.snapshot.id) : -1;
  const lastFailed = failed === -1 ? void 0 : rolledBack(seen[failed], deployments);
  const pairings = await pairingsOf(store, seen, pathOf);
  if (!pairings.ok) return pairings;
  const returned = await returns(pairings.value, wentBackTo(record), snapshotOf);
  if (!returned.ok) return returned;
  const steps = [];
  for (const [index, { before, after, changes: differing, places }] of pairings.value.entries()) {
    const others = differing.filter((change) => !returned.value.has(change));
    const putBack = others.length === 0 && differing.length > 0;
    const changes = putBack ? differing : others;
    const deployment = madeBy.get(after.id);
    const undoneBy = rolledBack(after, deployments, until);
    steps.push({
      kind: "host",
      id: after.id,
      at: after.at,
      author: null,
      subject: deployment === void 0 ? subjectOf(after) : deploymentText(deployment),
      message: "",
      parents: [],
      changes,
      deployment: deployment?.id ?? after.deploymentId,
      outsidePlan: putBack ? false : deployment === void 0 ? await isOutside(repository, after, changes) : hasViolation(deployment),
      undone: undoneBy !== void 0 && undoneBy.id !== lastFailed?.id,
      putBack,
      placeOf: (path) => places.get(path) ?? path,
      pair: () => ({
        before: snapshotOf(before.id),
        after: snapshotOf(after.id),
        differences: async () => ok(changes)
      }),
      end: snapshotOf(seen[index + 1 <= failed ? failed : seen.length - 1].id),
      inner: async () => []
    });
  }
  return ok(steps.toReversed());
}
async function pairingsOf(store, seen, pathOf) {
  const pairings = [];
  let earlier;
  for (const one of seen) {
    const manifest = await readSnapshot(store, one.id);
    if (!manifest.ok) return manifest;
    const misses = missing(manifest.value);
    const files = filesAt(manifest.value, pathOf);
    if (earlier !== void 0) {
      const [then, unseen] = [earlier.files, earlier.misses];
      const placeOf = (path) => (files.get(path) ?? then.get(path)).path;
      const changes = differences(then, files).filter(
        ({ path, before, after }) => (before !== void 0 || !unseen(placeOf(path))) && (after !== void 0 || !misses(placeOf(path)))
      );
      const places = new Map(changes.map(({ path }) => [path, placeOf(path)]));
      pairings.push({ before: earlier.seen, after: one, changes, places });
    }
    earlier = { seen: one, misses, files };
  }
  return ok(pairings);
}
function missing({ unsaved }) {
  const paths = unsaved.map(({ path }) => path);
  return (place) => paths.some((path) => place === path || place.startsWith(`${path}/`));
}
async function returns(pairings, earlier, snapshotOf) {
  const returned = /* @__PURE__ */ new Set();
  const asked = /* @__PURE__ */ new Map();
  for (const { after, changes } of pairings)
    for (const { id } of earlier(after)) asked.set(id, [...asked.get(id) ?? [], ...changes]);
  for (const [id, changes] of asked) {
    const entries = await snapshotOf(id).entries();
    if (!entries.ok) return entries;
    const then = new Map(entries.value.map((entry) => [entry.path, entry]));
    for (const change of changes) if (isSame(then.get(change.path), change.after)) returned.add(change);
  }
  return ok(returned);
}
function differences(then, now) {
  const entryIn = (files, path) => {
    const file = files.get(path);
    return file && entryOf(path, file);
  };
  return [.../* @__PURE__ */ new Set([...then.keys(), ...now.keys()])].sort(byBytes).flatMap((path) => {
    const [before, after] = [entryIn(then, path), entryIn(now, path)];
    if (isSame(before, after)) return [];
    return [{ path, ...before && { before }, ...after && { after } }];
  });
}
function isSame(one, other) {
  return one?.id === other?.id && one?.mode === other?.mode;
}
function subjectOf({ host, reason, deploymentId }) {
  const what = deploymentId === null ? `files changed on ${host}` : `deployment ${deploymentId} on ${host}`;
  return reason === null ? what : `${what} (${reason})`;
}
var VIOLATIONS = ["write-undeclared", "write-unintended", "permissions-changed"];
function hasViolation({ findings }) {
  return findings.some(({ code }) => VIOLATIONS.includes(code));
}
function deploymentText({ id, host, commit, command, outcome }) {
  const what = commit === null ? "" : ` of ${commit.slice(0, 12)}`;
  return `deployment ${id}${what} on ${host}${outcome === null ? "" : `, ${outcome}`}: ${command}`;
}
function byBytes(one, other) {
  return Buffer.compare(encodePath(one), encodePath(other));
}
async function isOutside(repository, { commit, deploymentId }, changes) {
  const known = commit === null ? void 0 : await resolveCommit(repository, commit);
  if (!known?.ok) return deploymentId === null;
  const intended = commitSnapshot(repository, known.value);
  for (const { path, after: now } of changes) {
    const wanted = await intended.entry(path);
    if (!wanted.ok || wanted.value === void 0) {
      if (deploymentId === null) return true;
      continue;
    }
    for await (const blob of intended.read([wanted.value]))
      if ("bytes" in blob && createHash2("sha256").update(blob.bytes).digest("hex") !== now?.id) return true;
  }
  return false;
}

// src/adapters/blame/range.ts
import { hostname } from "node:os";

// src/adapters/git/landed.ts
var FORMAT = "--format=%x00%H%x00%P%x00%ct%x00%an%x00%s%x00%B";
var PATIENCE3 = 12e4;
async function landedCommits(repository, { from, after, to }) {
  const range = from === void 0 ? [to] : [`${from}..${to}`];
  const ids = after === void 0 ? void 0 : await idsSince(repository, range, after);
  if (ids?.ok === false) return ids;
  if (ids?.value.length === 0) return ok({ commits: [], cut: false });
  const args = [...LOG, ...RAW_OPTIONS, "--no-relative", FORMAT, "--first-parent", "-m"];
  const asked = ids === void 0 ? { args: [...args, ...range, "--"] } : { args: [...args, "--no-walk=unsorted", "--stdin"], input: `${ids.value.join("\n")}
` };
  const output = await gitBytes({ gitDir: repository.gitDir, ...asked, timeout: PATIENCE3 });
  if (!output.ok) return output;
  const landed = parseLanded(output.value);
  if (!landed.ok) return landed;
  const commits = [];
  let cut2 = false;
  for (const commit of landed.value) {
    const whole = commit.parents.length > 0 || !repository.shallow ? void 0 : await repository.objects.commit(commit.id);
    if (whole?.ok && whole.value.parents.length > 0) cut2 = true;
    else commits.push(commit);
  }
  return ok({ commits, cut: cut2 });
}
async function idsSince(repository, range, after) {
  const args = ["rev-list", "--first-parent", "--timestamp", ...range, "--"];
  const output = await gitBytes({ gitDir: repository.gitDir, args, timeout: PATIENCE3 });
  if (!output.ok) return output;
  const lines = output.value.toString("latin1").split("\n").filter(Boolean);
  const stamped = lines.map((line) => line.split(" "));
  if (!stamped.every(([time, id = ""]) => /^-?\d+$/.test(time ?? "") && isObjectId(id)))
    return refuse(malformed("rev-list"));
  return ok(stamped.flatMap(([time, id]) => Number(time) >= after ? [id] : []));
}
function parseLanded(bytes) {
  const commits = [];
  const lines = [];
  let at = 0;
  const next = () => {
    const end = bytes.indexOf(0, at);
    const token = bytes.subarray(at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
    return token;
  };
  const text = (encoding = "latin1") => next().toString(encoding);
  while (at < bytes.length) {
    const token = text();
    if (token === "") {
      const [id, parents, time] = [text(), text().split(" ").filter(Boolean), text()];
      const [author, subject, message] = [text("utf8"), text("utf8"), text("utf8")];
      if (![id, ...parents].every(isObjectId) || !/^-?\d+$/.test(time)) return refuse(malformed("log"));
      commits.push({ id, parents, at: momentOf(Number(time)), author, subject, message });
      lines.push([]);
      continue;
    }
    const found = /^\n?:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([ADMT])$/.exec(token);
    const path = next();
    if (found === null || path.length === 0 || lines.length === 0) return refuse(malformed("log"));
    const [, oldMode = "", newMode = "", oldId = "", newId = "", status = ""] = found;
    lines.at(-1).push({
      path: decodePath(path),
      status,
      before: status === "A" ? void 0 : { mode: oldMode, id: oldId },
      after: status === "D" ? void 0 : { mode: newMode, id: newId }
    });
  }
  const landed = [];
  for (const [index, commit] of commits.entries()) {
    const changes = toRawChanges(lines[index]);
    if (!changes.ok) return changes;
    landed.push({ ...commit, changes: changes.value });
  }
  return ok(landed);
}

// src/blame/moment.ts
var UNITS = { m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };
function momentOf2(text, now) {
  const [, count, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (count !== void 0 && unit !== void 0) return now - Number(count) * UNITS[unit];
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text))
    return void 0;
  const zoned = /[T ]/.test(text) && !/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? `${text}Z` : text;
  const time = Date.parse(zoned.replace(" ", "T"));
  return Number.isNaN(time) || !isDay(text.slice(0, 10)) ? void 0 : time;
}
function isDay(text) {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? isLeap ? 29 : 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

// src/adapters/blame/ends.ts
async function endOf(repository, { since, until, now }, { failure }) {
  const time = momentOf2(until, now);
  const head = await commitOf(repository, time === void 0 ? until : "HEAD");
  if (!head.ok) return head;
  if (time !== void 0)
    return ok({ head: head.value, time, end: { id: null, at: new Date(time).toISOString(), name: until } });
  if (failure?.over === false && since === "last-good" && until === "HEAD") {
    const { id, at: at2 } = failure.snapshot;
    return ok({ head: head.value, time: Date.parse(at2), end: { id, at: at2, name: "the first failure" } });
  }
  const at = await timeOf(repository, head.value);
  return at.ok ? ok({ head: head.value, end: { id: head.value, at: at.value, name: until } }) : at;
}
async function startOf(repository, { since, now }, stored, head) {
  if (since === "last-good") {
    const { id, at: at2, commit } = stored.record.good;
    const end = { id, at: at2, name: "the last known good" };
    if (commit === null) return ok({ after: Date.parse(at2), end });
    const found = await resolveCommit(repository, commit);
    if (!found.ok) return ok({ after: Date.parse(at2), end, missing: [unknownCommit(commit)] });
    const { base, missing: missing3 } = await commonWith(repository, found.value, head, end.name);
    return ok({ ...base === void 0 ? { after: Date.parse(at2) } : { from: base }, end, missing: missing3 });
  }
  const time = momentOf2(since, now);
  if (time !== void 0)
    return ok({ after: time, end: { id: null, at: new Date(time).toISOString(), name: since } });
  const from = await commitOf(repository, since);
  if (!from.ok) return from;
  const at = await timeOf(repository, from.value);
  if (!at.ok) return at;
  const { missing: missing2 } = await commonWith(repository, from.value, head, since);
  return ok({ from: from.value, end: { id: from.value, at: at.value, name: since }, missing: missing2 });
}
async function commonWith(repository, from, head, name) {
  const base = await mergeBase(repository, from, head);
  if (base.ok && base.value === from) return { base: from, missing: [] };
  return { ...base.ok && { base: base.value }, missing: [elsewhere(from, head, name)] };
}
function elsewhere(from, head, name) {
  return {
    reason: "since-elsewhere",
    detail: `${name} is not in the history of the end of the range. What it has and the end lacks was not looked at, and that may be the cause.`,
    hint: `See what that is: git log ${head.slice(0, 12)}..${from.slice(0, 12)}.`
  };
}
function unknownCommit(commit) {
  return {
    reason: "commit-missing",
    detail: `The commit ${commit.slice(0, 12)} of the last known good is not in this repository, so that commits were taken by their time.`,
    hint: "Fetch it, or name the beginning with --since."
  };
}
async function timeOf(repository, id) {
  const commit = await repository.objects.commit(id);
  return commit.ok ? ok(momentOf(commit.value.committerTime)) : commit;
}
async function commitOf(repository, name) {
  const commit = await resolveCommit(repository, name);
  if (commit.ok || commit.problem.code !== "unknown-ref") return commit;
  const { hint } = commit.problem;
  return refuse({
    ...commit.problem,
    hint: `${hint} A moment is written 90m, 2h, 3d, 1w, 2026-01-31T09:00Z.`
  });
}

// src/adapters/blame/range.ts
async function openRange(repository, options) {
  const stored = await storedOf(options);
  const wantsGood = options.since === "last-good";
  if (!stored.ok) {
    if (wantsGood) return stored;
    return rangeOf(repository, options, { record: NOTHING }, [notSeen(stored.problem)]);
  }
  const known = stored.value;
  if (wantsGood && known.noGood !== void 0) return refuse(known.noGood);
  return rangeOf(repository, options, known, []);
}
async function rangeOf(repository, options, stored, missing2) {
  const until = await endOf(repository, options, stored);
  if (!until.ok) return until;
  const { head, time } = until.value;
  const since = await startOf(repository, options, stored, head);
  if (!since.ok) return since;
  const { from, after, end, missing: elsewhere2 = [] } = since.value;
  const landed = await landedCommits(repository, {
    ...from !== void 0 && { from },
    ...after !== void 0 && { after: Math.floor(after / 1e3) },
    to: head
  });
  if (!landed.ok) return landed;
  const { cut: cut2 } = landed.value;
  const isIn = ({ at }) => time === void 0 || Date.parse(at) <= time;
  const { record, failure } = stored;
  const snapshots2 = record.snapshots.filter(isIn);
  const good = snapshots2.findIndex(({ id }) => id === end.id);
  const first = good === -1 ? snapshots2.findLastIndex(({ at }) => Date.parse(at) <= Date.parse(end.at)) : good;
  const incomplete = snapshots2.slice(Math.max(0, first)).filter(({ unsaved }) => unsaved > 0);
  const commits = landed.value.commits.filter(isIn);
  const isEmpty = after !== void 0 && after > (time ?? options.now);
  return ok({
    commits,
    cut: cut2,
    since: end,
    until: until.value.end,
    head: time === void 0 ? head : commits[0]?.id ?? from ?? head,
    host: {
      record: { ...record, snapshots: snapshots2 },
      first: Math.max(0, first),
      failure: options.until === "HEAD" ? failure : void 0,
      until: time
    },
    good: record.good && { environment: record.good.environment },
    missing: [
      ...missing2,
      ...elsewhere2,
      ...incomplete.length > 0 ? [notSaved(incomplete.length)] : [],
      ...isEmpty ? [EMPTY] : [],
      ...cut2 ? [CUT] : []
    ]
  });
}
var NOTHING = { snapshots: [], verdicts: /* @__PURE__ */ new Map(), deployments: [], good: void 0 };
async function storedOf({ store, service, environment }) {
  if (!store.ok) return store;
  const read = await readEach(store.value, (manifest) => ({
    id: manifest.id,
    seen: seenOf(manifest, service),
    candidate: candidateOf(manifest)
  }));
  const verdicts = await readVerdicts(store.value);
  if (!read.ok) return read;
  if (!verdicts.ok) return verdicts;
  const [damaged] = [...read.value.damaged, ...verdicts.value.damaged];
  if (damaged !== void 0) return refuse({ ...damaged.problem, path: damaged.file });
  const records = await wholeDeployments(store.value);
  if (!records.ok) return records;
  const deployments = records.value;
  const newest = newestVerdicts(verdicts.value.items);
  const host = hostname();
  const services = service === void 0 ? [] : [service];
  const all = read.value.items.map(({ seen }) => seen);
  const candidates = read.value.items.map(({ candidate }) => candidate);
  const chosen = chooseGood(candidates, verdicts.value.items, { services, host, environment });
  if (!chosen.ok) {
    const own = all.filter(
      (one) => one.source === "live" && one.host === host && (environment ?? one.environment) === one.environment
    );
    const record2 = { snapshots: own, verdicts: newest, deployments, good: void 0 };
    return ok({ record: record2, noGood: chosen.problem });
  }
  const [oldest] = chosen.value.map(({ id }) => id).sort();
  const good = all.find(({ id }) => id === oldest);
  const alike = all.filter(
    (one) => ["host", "environment", "source"].every((field) => one[field] === good[field])
  );
  const record = { snapshots: alike, verdicts: newest, deployments, good };
  const failure = failureOf(record);
  return ok({ record, ...failure && { failure } });
}
var EMPTY = {
  reason: "range-empty",
  detail: "The range begins after it ends, so that nothing can be in it.",
  hint: "Name an earlier moment with --since."
};
var CUT = {
  reason: "history-missing",
  detail: "The history of this clone is cut off: older commits may be to blame, too.",
  hint: "Fetch it: git fetch --unshallow, or fetch-depth: 0 for actions/checkout."
};
function notSeen({ code, message }) {
  return {
    reason: code,
    detail: `${message} What changed on hosts alone was not looked at.`,
    hint: "Run it where the backups are, or name the store with --store."
  };
}
function notSaved(snapshots2) {
  return {
    reason: "snapshot-incomplete",
    detail: `${plural(snapshots2, "snapshot")} of the host could not save every file: what became of these is not known.`,
    hint: "holdfast backup list shows which, and holdfast backup show ID says why."
  };
}

// src/adapters/blame/symptom.ts
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
var MOST2 = 1024 * 1024;
async function readSymptom(file, cwd) {
  const place = resolve(cwd, file);
  try {
    const found = await stat(place);
    if (found.isFIFO()) return ok(await endOfPipe(place));
    return found.isFile() ? ok(await endOfFile(place)) : unreadable(file, "it is no file");
  } catch (error) {
    return unreadable(file, error.code ?? "unknown reason");
  }
}
async function endOfFile(place) {
  const log = await open(place);
  try {
    const { size } = await log.stat();
    const bytes = Buffer.alloc(Math.min(size, MOST2));
    const { bytesRead } = await log.read(bytes, 0, bytes.length, Math.max(0, size - bytes.length));
    return bytes.toString("utf8", 0, bytesRead);
  } finally {
    await log.close();
  }
}
async function endOfPipe(place) {
  let end = Buffer.alloc(0);
  for await (const part of createReadStream(place)) {
    end = Buffer.concat([end, part]);
    if (end.length > 2 * MOST2) end = Buffer.from(end.subarray(-MOST2));
  }
  return end.subarray(-MOST2).toString("utf8");
}
function unreadable(file, why) {
  return refuse({
    code: "symptom-unreadable",
    message: `The log ${file} cannot be read (${why}).`,
    hint: "Check the path given with --symptom-file."
  });
}

// src/blame/show.ts
var FILES = { first: 3, others: 1 };
var KEYS = { first: 8, others: 3 };
var MOST_MISSING = 5;
function blameText(blame2, options) {
  const style = paint(options.color);
  const page = { decision: nothingFound([]), width: Math.max(40, options.width ?? 80), style };
  const { candidates } = blame2;
  const sections = [
    wrap(plainLine(headText(blame2)), page.width).map(style.quiet),
    ...candidates.map((candidate, index) => candidateLines(page, candidate, index)),
    lookedLines(page, blame2)
  ];
  return `${inert(sections.map((lines) => lines.join("\n")).join("\n\n"))}
`;
}
function blameJson(blame2) {
  return jsonText({ version: 1, ...blame2 });
}
function candidateLines(page, candidate, index) {
  const { style } = page;
  const { subject, changes, findings, undo, others, paths } = candidate;
  const first = index === 0;
  const say = (label, text) => labelled(page, style.quiet, label, text);
  const lines = [
    style.strong(cut(`${index + 1}  ${plainLine(subject === "" ? "(no message)" : subject)}`, page.width)),
    ...say("who", whoText(candidate)),
    ...say("when", `${candidate.at.slice(0, 16).replace("T", " ")} UTC \xB7 ${nameText(candidate)}`),
    ...say("why", whyText(candidate)),
    // On one line, however long: a command that is broken into several is not one any more when it is pasted.
    `  ${style.green("undo")}${" ".repeat(COLUMN - 6)}${style.strong(plainLine(undo))}`
  ];
  const files = first ? FILES.first : FILES.others;
  const shown = changes.toSorted(byWorst(findings)).slice(0, files);
  for (const change of shown) {
    const own = shortened(change, first ? KEYS.first : KEYS.others);
    lines.push(
      ...first ? [""] : [],
      ...fileSection(page, change.path, [], own).filter((line) => line !== "")
    );
    lines.push(...saidLines(page, findings, change.path));
  }
  const more = [
    ...changes.length > shown.length ? [`${plural(changes.length - shown.length, "more file")} of it`] : [],
    ...changes.length === 0 ? [paths.slice(0, 3).join(", ")] : [],
    ...others > 0 ? [`${plural(others, "file")} of other things`] : []
  ];
  if (more.length > 0) lines.push(...say("also", more.join(" \xB7 ")));
  return lines;
}
function saidLines(page, findings, path) {
  const own = byPath(findings).get(path) ?? [];
  if (own.length === 0) return [];
  const titles = [...new Set(own.map(({ check: check2, severity }) => `${titleOf(check2)} (${severity})`))];
  return labelled(page, page.style.red, "says", titles.join(" \xB7 "));
}
function shortened(change, most) {
  const { keys, lines } = change;
  if (keys !== void 0 && keys.length > most)
    return { ...change, keys: keys.slice(0, most), keysTotal: change.keysTotal ?? keys.length };
  if (lines !== void 0 && lines.length > most * 2)
    return { ...change, lines: lines.slice(0, most * 2), linesTotal: change.linesTotal ?? lines.length };
  return change;
}
function lookedLines(page, blame2) {
  const { style } = page;
  const { candidates, missing: missing2, policy, looked } = blame2;
  const lines = [
    ...candidates.length === 0 ? [style.yellow(style.strong(NO_CANDIDATE))] : [],
    lookedText(looked),
    `Read and judged: ${looked.judged}. Policy: ${plainLine(policy)}.`
  ];
  for (const { detail, hint } of missing2.slice(0, MOST_MISSING)) {
    lines.push(...labelled(page, style.yellow, "missing", detail));
    lines.push(...labelled(page, style.quiet, "", hint));
  }
  return lines;
}

// src/blame/touch.ts
function servicesOf({ critical, services = [] }) {
  const names = [...critical.flatMap(({ service }) => service ?? []), ...services.map(({ name }) => name)];
  return [...new Set(names)].sort();
}
function createTouch(policy, service) {
  const select = createSelector(policy);
  const rules = [...policy.critical, ...policy.schemas];
  const anything = policy.critical.length === 0;
  const schemas = new Set(
    rules.filter((rule) => service === void 0 || rule.service === service).flatMap(({ schema }) => schema?.kind === "path" ? [schema.path] : [])
  );
  const isScript = policy.scripts === void 0 ? void 0 : globMatcher(policy.scripts);
  const policies = /* @__PURE__ */ new Set([...policyPaths, ..."path" in policy.origin ? [policy.origin.path] : []]);
  const known = /* @__PURE__ */ new Map();
  const look = (path) => {
    const selection = select(path);
    const critical = selection?.critical === true;
    if (critical && (service === void 0 || selection?.service === service)) return "own";
    if (service === void 0 && anything && selection !== void 0) return "own";
    if (schemas.has(path) || policies.has(path)) return "related";
    if (isScript?.(path) ?? kindByName(path) === "script") return "related";
    if (critical) return "critical";
    return selection !== void 0 || isWatchedByDefault(path) ? "other" : void 0;
  };
  return (path) => {
    if (!known.has(path)) known.set(path, look(path));
    return known.get(path);
  };
}
var ORDER = ["own", "related", "critical", "other", void 0];
function nearest(touches) {
  return ORDER.find((touch) => touches.includes(touch));
}

// src/blame/damage.ts
var TOLD_BY = [
  [
    "broken",
    [
      "syntax-error",
      "conflict-marker",
      "file-emptied",
      "embedded-broken",
      "brackets-unbalanced",
      "duplicate-key"
    ]
  ],
  // Keys that are not protected give no error when they go.
  [
    "forbidden",
    [
      "schema-violation",
      "rule-violation",
      "value-forbidden",
      "key-frozen",
      "key-retyped",
      "key-removed",
      "key-changed"
    ]
  ],
  ["foreign", ["replaced-by-sibling", "stale-revert", "environment-mismatch"]]
];
function damageOf({ check: check2, severity }) {
  return severity === "error" ? TOLD_BY.find(([, checks]) => checks.includes(check2))?.[0] : void 0;
}
function worstDamage(findings) {
  const found = new Set(findings.map(damageOf));
  return TOLD_BY.find(([damage]) => found.has(damage))?.[0];
}
function worstSeverity(findings) {
  return findings.reduce(
    (worst, { severity }) => worst !== void 0 && atLeast(worst, severity) ? worst : severity,
    void 0
  );
}

// src/blame/words.ts
var EMPTY2 = new Set(
  "a an and are as at be been but by can cannot could did do does error errors exception failed failure fatal for from get got had has have how http https i if in info into is it its log message msg no not of on or our out over request response so that the their them then there they this to too trace up warn warning was we were what when where which while who why will with you your".split(
    " "
  )
);
var SHORTEST = 2;
var LONGEST = 40;
var MOST_WORDS = 2e3;
function wordsOf(text) {
  const words = /* @__PURE__ */ new Set();
  for (const part of text.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? []) {
    const split = part.replace(new RegExp("(\\p{Ll}|\\p{N})(?=\\p{Lu})", "gu"), "$1 ").replace(new RegExp("(\\p{Lu})(?=\\p{Lu}\\p{Ll})", "gu"), "$1 ").toLowerCase();
    for (const word of split.split(" ")) {
      if (word.length >= SHORTEST && word.length <= LONGEST && !EMPTY2.has(word)) words.add(word);
    }
  }
  return words;
}
function meet(symptom, candidates) {
  const weights = /* @__PURE__ */ new Map();
  for (const word of [...wordsOf(symptom)].slice(0, MOST_WORDS)) {
    const having = candidates.filter((words) => words.has(word)).length;
    if (having > 0) weights.set(word, Math.log(1 + candidates.length / having));
  }
  const met = candidates.map((words) => [...weights].filter(([word]) => words.has(word)));
  const sums = met.map((words) => words.reduce((total, [, weight]) => total + weight, 0));
  const best = sums.reduce((most, each) => Math.max(most, each), 0);
  return met.map((words, index) => ({
    words: words.sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1)).map(([word]) => word),
    share: best === 0 ? 0 : sums[index] / best
  }));
}

// src/blame/facts.ts
var REMOVALS = ["file-removed", "file-renamed"];
function judgedFor({ changes, findings }, service, touchOf) {
  const isNear = (path) => ["own", "related"].includes(touchOf(path) ?? "");
  const own = changes.filter(({ path }) => isNear(path));
  return {
    changes: own,
    findings: findings.filter((finding) => isNear(finding.path) || service && finding.service === service),
    lost: own.filter(({ path }) => touchOf(path) === "own").reduce((most, change) => Math.max(most, lostOf(change)), 0)
  };
}
function weigh(findings, message) {
  const [severity, damage] = [worstSeverity(findings), worstDamage(findings)];
  return {
    ...severity !== void 0 && { severity },
    ...damage !== void 0 && { damage },
    announced: isAnnounced(findings, message)
  };
}
function isAnnounced(findings, message) {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length === 0 || !errors.every(({ check: check2 }) => REMOVALS.includes(check2))) return false;
  const names = errors.map(({ path }) => baseName(path).replace(/\.[^.]*$/, ""));
  return announcesRemoval([message], names) === true;
}
function lostOf({ status, to, keysKept, linesKept }) {
  if (status === "removed") return to === void 0 ? 1 : 0;
  return 1 - (keysKept ?? linesKept ?? 1);
}
function wordsOfChanges(changes, texts) {
  const parts = [...texts];
  for (const { path, keys = [], lines = [] } of changes) {
    parts.push(path, ...lines.map(({ text }) => text));
    for (const { key, before, after } of keys) {
      parts.push(key);
      for (const value of [before, after])
        if (value !== void 0 && value !== null) parts.push(JSON.stringify(value));
    }
  }
  return wordsOf(parts.join("\n"));
}

// src/blame/lasting.ts
async function lastingDamage(step, findings, later, placeOf, judge2) {
  const changed = new Set(step.changes.map(({ path }) => path));
  const facts = findings.filter((finding) => isFact(finding) && changed.has(finding.path));
  const isRepaired = (finding) => damageOf(finding) === "broken" && later.has(finding.path);
  const open2 = facts.filter((finding) => !isRepaired(finding));
  const paths = new Set(open2.map(({ path }) => path));
  if (step.undone) return ok({ repaired: /* @__PURE__ */ new Set(), broken: false });
  const since = [];
  const untouched = /* @__PURE__ */ new Set();
  for (const change of step.changes.filter(({ path }) => paths.has(path))) {
    const { path, before, after } = change;
    const found = await step.end.entry(placeOf(change));
    if (!found.ok) return found;
    const end = found.value;
    if (isSame2(end, after)) untouched.add(path);
    else if (!isSame2(end, before))
      since.push({ path, ...before && { before }, ...end && { after: end } });
  }
  const still = new Set(untouched);
  if (since.length > 0) {
    const decision = await judge2({ ...step.pair(), after: step.end, differences: async () => ok(since) });
    if (!decision.ok) return decision;
    for (const finding of decision.value.findings.flatMap((one) => [one, ...one.folded ?? []]))
      if (isFact(finding)) still.add(keyOf(finding));
  }
  const lasts = (finding) => still.has(finding.path) || still.has(keyOf(finding));
  const repaired = new Set(facts.filter((finding) => isRepaired(finding) || !lasts(finding)));
  return ok({ repaired, broken: brokenBy(facts.filter((finding) => !repaired.has(finding))).length > 0 });
}
function brokenBy(findings) {
  return findings.filter((finding) => damageOf(finding) === "broken").map(({ path }) => path);
}
function isFact(finding) {
  const damage = damageOf(finding);
  return damage === "broken" || damage === "forbidden";
}
function keyOf(finding) {
  const damage = damageOf(finding);
  return JSON.stringify([damage, damage === "broken" ? "" : finding.check, finding.path]);
}
function isSame2(one, other) {
  return one?.id === other?.id && one?.mode === other?.mode;
}

// src/blame/step.ts
var MOST_JUDGED = 200;
function touching(steps, touchOf) {
  return steps.flatMap((step) => {
    const touch = nearest(step.changes.map(({ path }) => touchOf(path)));
    if (touch === void 0) return [];
    const paths = step.changes.map(({ path }) => path).filter((path) => isAsNear(touchOf(path), touch));
    return [{ step, touch, paths }];
  });
}
function isAsNear(touch, nearestOne) {
  if (nearestOne === "own") return touch === "own" || touch === "related";
  return touch === nearestOne;
}
function toJudge(all) {
  const nearest2 = ["own", "related"].flatMap(
    (wanted) => byTime(all.filter(({ touch }) => touch === wanted))
  );
  return nearest2.slice(0, MOST_JUDGED);
}
function byTime(all) {
  const hosts = all.filter(({ step }) => step.kind === "host");
  const merged = [];
  for (const commit of all.filter(({ step }) => step.kind === "commit")) {
    while (hosts.length > 0 && Date.parse(hosts[0].step.at) > Date.parse(commit.step.at))
      merged.push(hosts.shift());
    merged.push(commit);
  }
  return [...merged, ...hosts];
}

// src/blame/looked.ts
function lookedAt(steps, touched, judged) {
  const commits = touched.filter(({ step }) => step.kind === "commit");
  const count = (wanted) => commits.filter(({ touch }) => touch === wanted).length;
  const all = steps.filter(({ kind }) => kind === "commit").length;
  return {
    steps: all,
    own: count("own"),
    related: count("related"),
    critical: count("critical"),
    other: count("other"),
    none: all - commits.length,
    judged,
    snapshots: steps.length - all
  };
}
function tooMany(left) {
  return {
    reason: "too-many-candidates",
    detail: `${plural(left, "more change")} of the service or what belongs to it beyond the ${MOST_JUDGED} that were read: of ${left === 1 ? "it" : "them"} only paths and messages are known.`,
    hint: "Name a later moment with --since."
  };
}

// src/blame/moves.ts
function addMoves(moves, changes) {
  const renamed = changes.flatMap(
    ({ path, to }) => to === void 0 ? [] : [[path, moves.get(to) ?? to]]
  );
  for (const { path, status } of changes)
    if (status !== "modified" && status !== "retyped") moves.delete(path);
  for (const [path, place] of renamed) moves.set(path, place);
}
function placeNow(moves, own) {
  const renamed = new Set(own.flatMap(({ path, from }) => from === void 0 ? [] : [path]));
  return ({ path, after }) => after === void 0 || renamed.has(path) ? path : moves.get(path) ?? path;
}

// src/blame/pull.ts
function pullOf(subject) {
  const found = /^Merge pull request #(\d{1,9})\b/.exec(subject) ?? /^Merged? in .*\(pull request #(\d{1,9})\)/.exec(subject) ?? /\([#!](\d{1,9})\)\s*$/.exec(subject);
  return found === null ? void 0 : Number(found[1]);
}

// src/blame/rank.ts
var WEIGHTS = {
  touch: { own: 100, related: 40, critical: 20, other: 0 },
  outsidePlan: 130,
  severity: { error: 60, warning: 25, notice: 8 },
  damage: { broken: 60, forbidden: 40, foreign: 20 },
  lost: 30,
  symptom: 30,
  latest: 15,
  time: 10,
  putBack: -10
};
var HALF_LIFE = 24 * 36e5;
function rank(facts) {
  const { touch, severity, damage, announced, lost, symptom, age, holds, latest } = facts;
  const earned = [{ kind: "touch", touch, points: WEIGHTS.touch[touch] }];
  if (facts.outsidePlan) earned.push({ kind: "outside-plan", points: WEIGHTS.outsidePlan });
  if (severity !== void 0) earned.push({ kind: "severity", severity, points: WEIGHTS.severity[severity] });
  if (damage !== void 0) earned.push({ kind: "damage", damage, points: WEIGHTS.damage[damage] });
  if (facts.repaired) earned.push({ kind: "repaired", points: 0 });
  if (severity === "error" && announced)
    earned.push({ kind: "announced", points: WEIGHTS.severity.warning - WEIGHTS.severity.error });
  if (lost > 0) earned.push({ kind: "lost", share: lost, points: WEIGHTS.lost * Math.min(1, lost) });
  if (symptom.share > 0)
    earned.push({ kind: "symptom", words: symptom.words, points: WEIGHTS.symptom * symptom.share });
  if (facts.putBack) {
    const reasons2 = [...earned, { kind: "put-back", points: WEIGHTS.putBack - totalOf(earned) }];
    return { score: WEIGHTS.putBack, reasons: reasons2 };
  }
  const undone = -totalOf(earned) * (1 - holds);
  const reasons = [
    ...earned,
    ...holds < 1 ? [{ kind: "undone", holds, points: undone }] : [],
    ...latest ? [{ kind: "latest", points: WEIGHTS.latest }] : [],
    { kind: "time", age, points: WEIGHTS.time * 2 ** (-Math.max(0, age) / HALF_LIFE) }
  ];
  return { score: totalOf(reasons), reasons };
}
function totalOf(reasons) {
  return reasons.reduce((sum, { points }) => sum + points, 0);
}

// src/blame/holds.ts
function holdsOf({ before, after, end, ids }) {
  if (ids.end === ids.after) return 1;
  if (ids.end === ids.before) return 0;
  if (before?.kind === "parsed" && after?.kind === "parsed" && end?.kind === "parsed") {
    const { changes } = compareKeys(before, after);
    const since = compareKeys(after, end).changes.map(({ segments }) => segments);
    return changes.length === 0 ? 1 : changes.filter(stays(since)).length / changes.length;
  }
  if (after === void 0 || end === void 0) return 0;
  return linesThatHold(textOf(before), textOf(after), textOf(end));
}
function stays(since) {
  return ({ segments }) => !since.some((other) => {
    const length = Math.min(segments.length, other.length);
    return segments.slice(0, length).every((segment, index) => segment === other[index]);
  });
}
function linesThatHold(before, after, end) {
  if (after === void 0 || end === void 0) return 1;
  const [then, now, last] = [linesOf(before ?? ""), linesOf(after), linesOf(end)];
  const brought = [...now].filter((line) => !then.has(line));
  if (brought.length > 0) return brought.filter((line) => last.has(line)).length / brought.length;
  const taken = [...then].filter((line) => !now.has(line));
  return taken.length === 0 ? 1 : taken.filter((line) => !last.has(line)).length / taken.length;
}
function linesOf(text) {
  return new Set(
    text.split("\n").map((line) => line.trim()).filter((line) => line !== "")
  );
}

// src/blame/read-holds.ts
var MOST_FILES = 20;
async function readHolds(step, paths, telling, placeOf) {
  if (step.undone) return ok({ holds: 0, untouched: false });
  const wanted = new Set(paths);
  const changes = step.changes.filter(({ path }) => wanted.has(path));
  const ends = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const found = await step.end.entry(placeOf(change));
    if (!found.ok) return found;
    ends.set(change.path, found.value);
  }
  const untouched = changes.every(
    (change) => placeOf(change) === change.path && ends.get(change.path)?.id === change.after?.id
  );
  const counting = changes.filter(({ path }) => telling.has(path));
  if (counting.length === 0 || counting.some(({ path, after }) => ends.get(path)?.id === after?.id))
    return ok({ holds: 1, untouched });
  const pair = step.pair();
  let holds = 0;
  for (const { path, before, after } of counting.slice(0, MOST_FILES)) {
    const end = ends.get(path);
    const three = {
      before: await documentOf(pair.before, before),
      after: await documentOf(pair.after, after),
      end: await documentOf(step.end, end),
      ids: { before: before?.id, after: after?.id, end: end?.id }
    };
    holds = Math.max(holds, holdsOf(three));
  }
  return ok({ holds, untouched });
}
async function documentOf(snapshot, entry) {
  if (entry === void 0) return void 0;
  const [blob] = await readBlobs(snapshot, [entry]);
  return blob && toDocument(entry, blob, void 0);
}

// src/blame/undo.ts
var MOST_PATHS2 = 5;
function undoCommit({ id, parents }, { paths, others, untouched }) {
  const [parent] = parents;
  if (others > 0 && untouched && parent !== void 0 && paths.length > 0 && paths.length <= MOST_PATHS2) {
    const words = paths.map((path) => pastedWord(topPathspec(path))).join(" ");
    return `git restore --source=${parent.slice(0, 12)} --staged --worktree -- ${words}`;
  }
  return `git revert --no-edit ${parents.length > 1 ? "-m 1 " : ""}${id.slice(0, 12)}`;
}
function undoHost(before, { good, service, paths, store, identity = [] }) {
  const environment = good?.environment ?? null;
  const words = [
    ...good === void 0 ? [before] : ["--known-good"],
    ...good === void 0 || environment === null ? [] : ["--environment", pastedWord(environment)],
    ...service === null ? [] : ["--service", pastedWord(service)],
    ...paths.length > MOST_PATHS2 ? [] : paths.flatMap((path) => ["--path", pastedWord(escapeGlob(path))]),
    ...store === void 0 ? [] : ["--store", pastedWord(store)],
    ...identity.flatMap((file) => ["--identity", pastedWord(file)])
  ];
  return `holdfast restore ${words.join(" ")}`;
}

// src/blame.ts
var MOST_FURTHER = 500;
async function blame(options, ports) {
  const { service, policy, since, until, steps } = options;
  const touchOf = createTouch(policy, service);
  const touched = touching(steps, touchOf);
  const judging = new Set(toJudge(touched));
  const missing2 = [...options.missing];
  const known = [];
  const later = { commit: noLater(), host: noLater() };
  for (const one of touched) {
    if (!judging.has(one)) known.push(unread(one));
    else {
      const read = await judge(one, later[one.step.kind], options, touchOf, ports);
      if (read.ok) known.push(read.value);
      else {
        const { code, message, hint } = read.problem;
        missing2.push({ reason: code, detail: `${one.step.id.slice(0, 12)}: ${message}`, hint });
        known.push(unread(one));
      }
      ports.progress?.(known.length, touched.length);
    }
  }
  const left = touched.filter(({ touch }) => touch === "own" || touch === "related").length - judging.size;
  if (left > 0) missing2.push(tooMany(left));
  const ranked = rankAll(known, options);
  const candidates = [];
  for (const one of ranked.slice(0, options.most)) candidates.push(await toCandidate(one, options));
  return {
    service: service ?? null,
    policy: originName(policy.origin),
    since,
    until,
    candidates,
    further: ranked.slice(options.most, options.most + MOST_FURTHER).map(toFurther),
    looked: lookedAt(steps, touched, judging.size),
    missing: missing2
  };
}
function noLater() {
  return { broken: /* @__PURE__ */ new Set(), moves: /* @__PURE__ */ new Map() };
}
async function judge(one, later, { service, policy }, touchOf, ports) {
  const { step, paths } = one;
  const judgePair = (pair) => check(pair, {
    policy: async () => ok(policy),
    schemas: (_, side) => ports.schemas(step, side)
  });
  const decision = await judgePair(step.pair());
  if (!decision.ok) return decision;
  const judged = judgedFor(decision.value, service, touchOf);
  const placeOf = placeNow(later.moves, judged.changes);
  const lasting = await lastingDamage(step, judged.findings, later.broken, placeOf, judgePair);
  if (!lasting.ok) return lasting;
  for (const path of brokenBy(judged.findings)) later.broken.add(path);
  const { repaired, broken } = lasting.value;
  const counting = judged.findings.filter((finding) => !repaired.has(finding));
  const worst = worstSeverity(counting);
  const bad = new Set(counting.filter(({ severity }) => severity === worst).map(({ path }) => path));
  const telling = paths.filter((path) => bad.has(path));
  const held = await readHolds(step, paths, new Set(telling.length > 0 ? telling : paths), placeOf);
  if (!held.ok) return held;
  addMoves(later.moves, judged.changes);
  const words = wordsOfChanges(judged.changes, [step.subject, ...paths]);
  return ok({
    ...one,
    ...judged,
    ...weigh(counting, step.message),
    ...held.value,
    ...broken && { holds: 1 },
    repaired: repaired.size > 0,
    words
  });
}
function unread(one) {
  const words = wordsOfChanges([], [one.step.subject, ...one.paths]);
  const unknown = { changes: [], findings: [], lost: 0, announced: false, repaired: false };
  return { ...one, ...unknown, holds: 1, untouched: false, words };
}
function rankAll(known, { symptom, until, steps }) {
  const hosts = steps.filter(({ kind }) => kind === "host").map(({ at }) => Date.parse(at));
  const last = hosts.reduce((latest, each) => Math.max(latest, each), Date.parse(until.at));
  const met = meet(
    symptom,
    known.map(({ words }) => words)
  );
  return known.map((one, index) => {
    const { outsidePlan, putBack } = one.step;
    const age = last - timeOf2(one);
    const facts = { ...one, outsidePlan, putBack, age, latest: one.untouched, symptom: met[index] };
    return { ...one, ...rank(facts) };
  }).sort((one, other) => other.score - one.score || timeOf2(other) - timeOf2(one));
}
function timeOf2({ step }) {
  return Date.parse(step.at);
}
async function toCandidate({ step, touch, score, reasons, changes, findings, paths, untouched }, { service, good, named }) {
  const { kind, id, deployment, at, author, subject, parents } = step;
  const others = step.changes.length - paths.length;
  return {
    kind,
    id,
    deployment,
    at,
    author,
    subject,
    pull: pullOf(subject) ?? null,
    touch,
    score,
    reasons,
    paths,
    changes,
    findings,
    others,
    inner: parents.length > 1 ? await step.inner(paths) : [],
    undo: kind === "commit" ? undoCommit(step, { paths, others, untouched }) : undoHost(step.pair().before.id, {
      ...named,
      good,
      service: service ?? null,
      paths: paths.map(step.placeOf)
    })
  };
}
function toFurther({ step, touch, score }) {
  const { kind, id, deployment, at, author, subject, outsidePlan } = step;
  return { kind, id, deployment, at, author, subject, touch, score, outsidePlan };
}

// src/cli/blame/arguments.ts
var OPTIONS = {
  ...IDENTITY_OPTIONS,
  since: { type: "string" },
  until: { type: "string" },
  symptom: { type: "string" },
  "symptom-file": { type: "string" },
  most: { type: "string" },
  environment: { type: "string" },
  store: { type: "string" },
  "git-dir": { type: "string" },
  policy: { type: "string" },
  "critical-files": { type: "string", multiple: true },
  format: { type: "string" },
  html: { type: "string" },
  debug: { type: "boolean" }
};
var MOST3 = 5;
function readBlameArguments(argv) {
  const read = parsed({ args: argv, options: OPTIONS, allowPositionals: true });
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  const [service, second] = positionals;
  const { symptom, most = String(MOST3), format = "terminal" } = args;
  const file = args["symptom-file"];
  if (second !== void 0) return refuse(usage("blame looks at one service.", "Name one, or none for all."));
  if (symptom !== void 0 && file !== void 0)
    return refuse(usage("A symptom is a text or a file.", "Give --symptom or --symptom-file."));
  if (!/^[1-9]\d{0,3}$/.test(most))
    return refuse(usage(`--most is ${JSON.stringify(most)}.`, "Give a number of candidates, such as 5."));
  if (format !== "terminal" && format !== "json")
    return refuse(usage(`There is no format ${JSON.stringify(format)}.`, "Formats: terminal, json."));
  return ok({
    since: args.since ?? "last-good",
    until: args.until ?? "HEAD",
    most: Number(most),
    criticalFiles: args["critical-files"] ?? [],
    json: format === "json",
    ...args.html !== void 0 && { html: args.html },
    ...service !== void 0 && { service },
    ...symptom !== void 0 && { symptom },
    ...file !== void 0 && { symptomFile: file },
    ...args.environment !== void 0 && { environment: args.environment },
    ...args.store !== void 0 && { store: args.store },
    ...args.identity !== void 0 && { identity: args.identity },
    ...args["git-dir"] !== void 0 && { gitDir: args["git-dir"] },
    ...args.policy !== void 0 && { policy: args.policy },
    ...args.html !== void 0 && { html: args.html }
  });
}

// src/adapters/github/pulls.ts
async function pullOfCommit(github, id) {
  const answer = await github.request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
    commit_sha: id
  });
  if (!answer.ok) return answer;
  const { data } = answer.value;
  const merged = Array.isArray(data) ? data.find((pull) => typeof pull?.merged_at === "string") : void 0;
  return ok(typeof merged?.number === "number" ? merged.number : void 0);
}

// src/cli/blame/pulls.ts
async function withPulls(found, { env }) {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = env;
  const open2 = found.candidates.filter(({ kind, pull }) => kind === "commit" && pull === null);
  if (!token || !repository || open2.length === 0) return found;
  const github = openGitHub({ token, repository, ...apiUrl && { apiUrl } });
  const pulls = /* @__PURE__ */ new Map();
  for (const { id } of open2) {
    const pull = await pullOfCommit(github, id);
    if (!pull.ok) {
      const { code: reason, message: detail, hint } = pull.problem;
      return {
        ...found,
        missing: [...found.missing, { reason, detail: `Pull requests are not named. ${detail}`, hint }]
      };
    }
    if (pull.value !== void 0) pulls.set(id, pull.value);
  }
  const candidates = found.candidates.map((one) => ({ ...one, pull: one.pull ?? pulls.get(one.id) ?? null }));
  return { ...found, candidates };
}

// src/cli/blame/index.ts
async function runBlame(argv, io) {
  let page;
  const fail = async (problem) => {
    io.stderr(problemText(problem, io));
    await writePage(problem, "blame", page, io);
    return 2;
  };
  const args = readBlameArguments(argv);
  if (!args.ok) return fail(args.problem);
  const place = await pagePlace(args.value.html, io);
  if (!place.ok) return fail(place.problem);
  page = place.value;
  const found = await blameIn(args.value, io);
  if (!found.ok) return fail(found.problem);
  io.stdout(args.value.json ? blameJson(found.value) : blameText(found.value, reportOptions(io)));
  if (page !== void 0) {
    const { blamePage } = await import("./page-3NUH2DGL.js");
    if (!await putPage(blamePage(found.value), page, io)) return 2;
  }
  return found.value.candidates.length > 0 ? 1 : 2;
}
async function blameIn(args, io) {
  const symptom = args.symptomFile === void 0 ? ok(args.symptom ?? "") : await readSymptom(args.symptomFile, io.cwd);
  if (!symptom.ok) return symptom;
  const { gitDir } = args;
  const repository = await openRepository({ directory: io.cwd, ...gitDir !== void 0 && { gitDir } });
  if (!repository.ok) return repository;
  try {
    const store = await existingStore(args, io);
    const range = await openRange(repository.value, {
      since: args.since,
      until: args.until,
      service: args.service,
      environment: args.environment,
      store,
      now: Date.now()
    });
    if (!range.ok) return range;
    const policy = await policyOf(repository.value, range.value, args, io.cwd);
    if (!policy.ok) return policy;
    const decrypt = await chosenDecrypt(args, io);
    if (!decrypt.ok) return decrypt;
    const hosts = store.ok ? await hostSteps(repository.value, store.value, policy.value, range.value.host, decrypt.value) : ok([]);
    if (!hosts.ok) return hosts;
    const found = await search(
      repository.value,
      range.value,
      policy.value,
      hosts.value,
      args,
      symptom.value,
      io
    );
    return ok(await withPulls(found, io));
  } finally {
    await repository.value.close();
  }
}
async function search(repository, range, policy, hosts, { service, most, store, identity }, symptom, io) {
  const touchOf = createTouch(policy, service);
  const end = commitSnapshot(repository, range.head);
  const steps = commitSteps(repository, range.commits, end, (path) => touchOf(path) !== void 0);
  const { since, until, missing: missing2 } = range;
  const options = {
    ...service !== void 0 && { service },
    policy,
    since,
    until,
    steps: [...hosts, ...steps],
    symptom,
    most,
    missing: missing2,
    good: range.good,
    named: { store, identity }
  };
  const progress = progressLine(io);
  const found = await blame(options, {
    // What stands on a host brings no schemas: those of the checkout count.
    schemas: (step, side) => schemaLoader(step.kind === "host" ? end : step.pair()[side], { hosts: policy.schemaHosts, side }),
    progress: progress.show
  });
  progress.clear();
  return found;
}
async function policyOf(repository, { since, commits, head }, { policy: file, criticalFiles, service }, cwd) {
  const chosen = { file, criticalFiles, schemas: [] };
  const oldest = commits.at(-1)?.parents[0];
  const before = since.id !== null && /^[0-9a-f]{40,64}$/.test(since.id) ? since.id : oldest ?? head;
  const known = /* @__PURE__ */ new Set();
  for (const commit of [before, head]) {
    const policy = await choosePolicy(commitSnapshot(repository, commit), chosen, cwd);
    if (!policy.ok) {
      if (commit === head) return policy;
      continue;
    }
    const services = servicesOf(policy.value);
    const isDeclared = policy.value.origin.kind !== "defaults";
    if (service === void 0 ? isDeclared || commit === head : services.includes(service)) return policy;
    for (const name of services) known.add(name);
  }
  return refuse(unknownService(service ?? "", [...known]));
}
function unknownService(service, known) {
  return {
    code: "service-unknown",
    message: `The policy names no service ${JSON.stringify(service)}.`,
    hint: known.length === 0 ? "Name services in the policy, or leave the name out to look at all critical files." : `Services: ${known.join(", ")}.`
  };
}
export {
  runBlame
};
