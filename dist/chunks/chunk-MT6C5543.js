import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  exposition,
  rulesFor,
  verifyScope,
  writeMetrics
} from "./chunk-IQX4NLDZ.js";
import {
  commitPart,
  storedContents
} from "./chunk-GML4N5ZV.js";
import {
  digestsOnly
} from "./chunk-GVM2WTRK.js";
import {
  chooseParts
} from "./chunk-SKUXCAGQ.js";
import {
  openCommit
} from "./chunk-N4HJRHYU.js";
import {
  LARGEST,
  liveBlob
} from "./chunk-AMTK6P4B.js";
import {
  rotatingFiles
} from "./chunk-3CTQ7UNY.js";
import {
  isAsWanted,
  isSilent,
  rootDirectory,
  selectionsOf,
  wantedOf
} from "./chunk-JHSTEDCZ.js";
import {
  chooseFiles,
  leavesOutNothing,
  pathMatcher
} from "./chunk-LEKEXJWO.js";
import {
  diskOperations
} from "./chunk-7Q2MFPVQ.js";
import {
  collectLive,
  findLive
} from "./chunk-TMNRVTO3.js";
import {
  plainDigests
} from "./chunk-H7GKGIJQ.js";
import {
  existingStore
} from "./chunk-IHYYQ6CZ.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import {
  nodeFs
} from "./chunk-KA3BEEMK.js";
import {
  UNSAVED,
  isBlind,
  objectOf
} from "./chunk-EMJCXWLX.js";
import {
  JUDGING,
  chosenPolicy,
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  sha256
} from "./chunk-BSUCCZFA.js";
import {
  createSchemas,
  openAround,
  runChecks,
  schemaLoader,
  unreadParts
} from "./chunk-UV2YIV3S.js";
import {
  stop
} from "./chunk-YJMEJDG4.js";
import {
  choosePolicy
} from "./chunk-ECCINEQW.js";
import {
  NO_QUESTIONS,
  prepareSubjects,
  summarise,
  toSubject
} from "./chunk-B6C3O6NU.js";
import {
  toDecision
} from "./chunk-P56TXKBT.js";
import {
  readBlobs
} from "./chunk-POL6UJM2.js";
import {
  couldSelectBelow,
  createLiveSelector
} from "./chunk-ZAY2COUY.js";
import {
  checks,
  isOnlyContent,
  liveDrift
} from "./chunk-IWPKGJK5.js";
import {
  decodePath,
  directoryOf,
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/cli/verify/arguments.ts
var OPTIONS = {
  ...JUDGING,
  ...IDENTITY_OPTIONS,
  store: { type: "string" },
  root: { type: "string" },
  snapshot: { type: "string" },
  commit: { type: "string" },
  environment: { type: "string" },
  service: { type: "string", multiple: true },
  path: { type: "string", multiple: true },
  host: { type: "string" },
  ssh: { type: "string" },
  timeout: { type: "string" },
  metrics: { type: "string" }
};
function contradiction(args, positionals) {
  const { snapshot, commit, environment, root, host, ssh, timeout } = args;
  const remote = host !== void 0 || ssh !== void 0;
  if (positionals.length > 0) {
    const what = `verify takes no argument ${JSON.stringify(positionals[0])}.`;
    return usage(what, "A snapshot is given by --snapshot, a commit by --commit, files by --path.");
  }
  if (snapshot !== void 0 && commit !== void 0)
    return usage("Live files are held against one thing.", "Give --snapshot or --commit, not both.");
  if (environment !== void 0 && (snapshot ?? commit) !== void 0)
    return usage("--environment says whose known good is meant.", "Leave --snapshot and --commit out.");
  if (root !== void 0 && remote)
    return usage("--root is a directory of this machine.", "Leave it out with --host and --ssh.");
  if (timeout !== void 0 && !remote)
    return usage("--timeout is about a connection.", "Use it with --host or --ssh only.");
  if (timeout !== void 0 && !/^[1-9]\d{0,5}$/.test(timeout))
    return usage(`--timeout is ${JSON.stringify(timeout)}.`, "Give whole seconds, such as 600.");
  if (host?.startsWith("-") || host === "")
    return usage(`--host is ${JSON.stringify(host)}.`, "Name it as for ssh: user@host.");
  return void 0;
}

// src/verify/metrics.ts
var MOST_SERIES = 1e3;
function verifyMetrics({
  measured,
  started,
  ended
}) {
  return exposition([
    ...measured === void 0 ? [] : driftMetrics(measured, ended),
    {
      name: "holdfast_verify_inconclusive",
      help: "1 when the last verification could not judge everything, or nothing at all.",
      samples: [{ value: Number(measured?.inconclusive ?? true) }]
    },
    {
      name: "holdfast_last_verify_timestamp_seconds",
      help: "When the last verification ended, whatever came out, in seconds since 1970.",
      samples: [{ value: ended / 1e3 }]
    },
    {
      name: "holdfast_verify_duration_seconds",
      help: "How long the last verification took.",
      samples: [{ value: (ended - started) / 1e3 }]
    }
  ]);
}
function driftMetrics({ compared, serviceOf, knownGood }, now) {
  const { drifted, intact, unknown } = compared;
  const labels = (path) => ({ service: serviceOf(path), path });
  return [
    {
      name: "holdfast_config_drift",
      help: "1 for a critical file that is not what it should be, 0 for one that is, or that only rotated.",
      samples: [
        ...drifted.slice(0, MOST_SERIES).map(({ path, drift }) => ({
          labels: labels(path),
          value: Number(!(drift.rotating && isOnlyContent(drift)))
        })),
        ...intact.slice(0, Math.max(0, MOST_SERIES - drifted.length)).map((path) => ({ labels: labels(path), value: 0 }))
      ]
    },
    {
      name: "holdfast_config_files",
      help: "Critical files by what came out: as they should be, drifted, or places that could not be looked at.",
      samples: [
        { labels: { state: "intact" }, value: intact.length },
        { labels: { state: "drifted" }, value: drifted.length },
        { labels: { state: "unknown" }, value: unknown.length }
      ]
    },
    {
      name: "holdfast_known_good_age_seconds",
      help: "The age of the known good of a service.",
      samples: knownGood.map(({ service, at }) => ({ labels: { service }, value: (now - at) / 1e3 }))
    }
  ];
}

// src/verify/asked.ts
function reachesAsked(paths) {
  const isAsked = pathMatcher(paths);
  return (place) => isAsked(place) || paths.some((path) => couldSelectBelow(path.replace(/(?<=.)\/$/, ""), place));
}
function unmatched({ services, paths }, parts, chosen, live) {
  const all = [...parts.map(({ manifest }) => manifest), live];
  const known = new Set(
    all.flatMap(
      ({ files, absent, unsaved }) => [...files, ...absent, ...unsaved].map(({ service: service2 }) => service2)
    )
  );
  const service = services.find((name) => !known.has(name));
  if (service !== void 0) return nothingOf("--service", service);
  const places = [...chosen.files, ...chosen.unsaved, ...live.files, ...live.absent].map(({ path: path2 }) => path2);
  const named = /* @__PURE__ */ new Set([...places, ...chosen.absent, ...chosen.unplaced]);
  const held = {
    all: all.flatMap(({ files, absent }) => [...files, ...absent].map((place) => place.path)),
    unsaved: all.flatMap(({ unsaved }) => unsaved.map((place) => place.path))
  };
  const path = paths.find((one) => {
    if (one.startsWith("!")) return leavesOutNothing(one, held);
    const [matches, reaches] = [pathMatcher([one]), reachesAsked([one])];
    return ![...named].some(matches) && !live.unsaved.some((place) => reaches(place.path));
  });
  return path === void 0 ? void 0 : nothingOf("--path", path);
}
function nothingOf(option, name) {
  return {
    code: "nothing-chosen",
    message: `${option} ${name} names nothing that is critical, on the host or in what should be there.`,
    hint: "Check its spelling and the policy; holdfast backup show lists what a snapshot holds."
  };
}

// src/verify/drift.ts
var UNSEEN = /* @__PURE__ */ new Set(["unreadable", "changing", "behind-link"]);
function compareLive(chosen, live, question) {
  const there = new Map(live.files.map((file) => [file.path, file]));
  const lost = new Map(live.unsaved.map((file) => [file.path, file]));
  const compared = { drifted: [], intact: [], unknown: [] };
  const seen = (path) => liveAt(path, there, lost);
  for (const good of chosen.files) {
    const stands = seen(good.path);
    if (stands.kind === "unreadable") continue;
    const here = wantedHere(good, stands, question.against);
    const isSealed = isBlind(good) && stands.kind === "file" && stands.size === good.size;
    if (isSealed) compared.unknown.push(sealedFile(good, question.sealed.get(objectOf(good))));
    const wanted = isSealed ? { ...here, sha256: stands.sha256 } : here;
    const same = isAsWanted(wanted, stands);
    if (same && !isSealed) compared.intact.push(good.path);
    if (!same) compared.drifted.push(driftedOf(wanted, stands, good, there.get(good.path), question));
  }
  const known = new Set(chosen.files.map(({ path }) => path));
  const unheld2 = new Set(chosen.unsaved.map(({ path }) => path));
  const odd = live.unsaved.filter(({ path, reason }) => !UNSEEN.has(reason) && !known.has(path));
  const added = /* @__PURE__ */ new Set([...chosen.absent, ...odd.map(({ path }) => path).filter(question.isAsked)]);
  for (const path of [...added].filter((one) => !unheld2.has(one))) {
    const stands = seen(path);
    if (stands.kind === "absent" || stands.kind === "unreadable") continue;
    compared.drifted.push(addedOf(path, stands, there.get(path), question));
  }
  const isBelow = (directory) => chosen.files.some(({ path }) => path.startsWith(`${directory}/`));
  for (const file of live.unsaved) {
    if (!UNSEEN.has(file.reason)) continue;
    if (question.reachesAsked(file.path) || isBelow(file.path)) compared.unknown.push(unseen(file));
  }
  for (const file of chosen.unsaved) compared.unknown.push(notHeld(file));
  compared.drifted.sort(byPath);
  compared.intact.sort();
  compared.unknown.sort(byPath);
  return compared;
}
function liveAt(path, there, lost) {
  const file = there.get(path);
  if (file !== void 0) return standing(file);
  const own = lost.get(path);
  if (own?.reason === "directory") return { kind: "directory" };
  if (own?.reason === "not-a-file") return { kind: "other" };
  if (own !== void 0) return { kind: "unreadable", code: own.reason };
  for (let above = directoryOf(path); above !== ""; above = directoryOf(above)) {
    const reason = lost.get(above)?.reason;
    if (reason !== void 0 && UNSEEN.has(reason)) return { kind: "unreadable", code: reason };
  }
  return lost.has("/") ? { kind: "unreadable", code: "unreadable" } : { kind: "absent" };
}
function standing({ sha256: sha2562, size, mode, uid, gid, link }) {
  const owner = { uid: uid ?? 0, gid: gid ?? 0 };
  return link === null ? { kind: "file", sha256: sha2562, size, mode, ...owner } : { kind: "link", link, ...owner };
}
function wantedHere(good, stands, against) {
  const wanted = wantedOf(good, stands, { uid: 0, gid: 0 });
  if (against.kind !== "commit" || stands.kind !== "file") return wanted;
  const same = (stands.mode & 64) === (wanted.mode & 64);
  return same ? { ...wanted, mode: stands.mode } : wanted;
}
function driftedOf(wanted, stands, good, file, { against, isRotating }) {
  const drift = {
    against,
    good: wanted.link === void 0 ? "file" : "link",
    live: kindOf(stands),
    content: stands.kind === "link" ? wanted.link !== void 0 && stands.link !== wanted.link : stands.kind === "file" && wanted.link === void 0 && stands.sha256 !== wanted.sha256,
    emptied: stands.kind === "file" && stands.size === 0 && wanted.size > 0,
    rotating: isRotating(good.path)
  };
  if (stands.kind === "file" && drift.good === "file" && stands.mode !== wanted.mode)
    drift.mode = { good: wanted.mode, live: stands.mode };
  if ("uid" in stands && (stands.uid !== wanted.uid || stands.gid !== wanted.gid))
    drift.owner = { good: `${wanted.uid}:${wanted.gid}`, live: `${stands.uid}:${stands.gid}` };
  if (file !== void 0) drift.sha256 = file.sha256;
  return { path: good.path, drift, good, ...file === void 0 ? {} : { stands: file } };
}
function addedOf(path, stands, file, { against, isRotating }) {
  const drift = {
    against,
    good: "nothing",
    live: kindOf(stands),
    content: false,
    emptied: false,
    rotating: isRotating(path)
  };
  if (file === void 0) return { path, drift };
  return { path, drift: { ...drift, sha256: file.sha256 }, stands: file };
}
function kindOf({ kind }) {
  return kind === "absent" ? "nothing" : kind === "unreadable" ? "other" : kind;
}
function unseen({ path, reason, detail }) {
  const why = UNSAVED[reason] + (detail === "" ? "" : ` (${detail})`);
  return {
    path,
    reason: `live-${reason}`,
    detail: `On the host ${why}: whether it is as it should be is not known.`,
    hint: HINTS[reason] ?? "Look at it on the host.",
    blocks: true
  };
}
var HINTS = {
  unreadable: "Run it as a user who may read it; when the disk reports errors, look into the system log.",
  changing: "Find out what writes it all the time, and run it again.",
  "behind-link": "Links are not followed: name the directory that it points to in the policy."
};
function notHeld({ path, reason, detail }) {
  const why = UNSAVED[reason] + (detail === "" ? "" : ` (${detail})`);
  return {
    path,
    reason: "not-in-snapshot",
    detail: `It could not be saved when the snapshot was made: ${why}.`,
    hint: "Verify against another snapshot; take a new one with holdfast backup.",
    blocks: true
  };
}
function sealedFile({ path }, why) {
  return {
    path,
    reason: why?.code ?? "encrypted",
    detail: `Its size is as it should be; whether its content is, is not known. ${why?.message ?? "It is encrypted."}`,
    hint: why?.hint ?? "Name the file with the age identity: --identity FILE.",
    blocks: true
  };
}
function byPath(left, right) {
  return left.path < right.path ? -1 : Number(left.path > right.path);
}

// src/verify/known.ts
function withLacking(parts, live, policy) {
  const select = createLiveSelector(policy);
  return parts.map((part) => {
    const held = new Set([...part.manifest.files, ...part.manifest.unsaved].map(({ path }) => path));
    const lacking = live.files.filter(({ path }) => !held.has(path) && select(path)?.path !== void 0);
    const absent = lacking.map(({ path, service }) => ({ path, service }));
    return { ...part, manifest: { ...part.manifest, absent } };
  });
}
function ofToday(chosen, rules, policy) {
  const looksAt = createLiveSelector(rules);
  const isCritical = policy === void 0 ? () => true : createLiveSelector(policy);
  const isSeen = (path) => looksAt(path) !== void 0;
  const paths = chosen.files.map(({ path }) => path);
  const former = paths.filter((path) => !isCritical(path));
  const moved = [...paths, ...chosen.absent].filter((path) => !isSeen(path) && isCritical(path));
  return {
    files: chosen.files.filter(({ path }) => isSeen(path)),
    absent: chosen.absent.filter(isSeen),
    left: [
      ...former.length === 0 ? [] : [noLongerCritical(former[0], former.length)],
      ...moved.length === 0 ? [] : [ofAnotherService(moved[0], moved.length)]
    ]
  };
}
function unheld(live, against, asked) {
  const [first] = live;
  if (first === void 0) return [];
  const others = live.length === 1 ? "" : ` and ${live.length - 1} other critical files`;
  if (against.kind === "commit") {
    return [
      {
        path: first,
        reason: "only-on-hosts",
        detail: `This file${others} are of places that the policy names on hosts only: a commit does not have them.`,
        hint: "Verify them against the known good.",
        // Whoever names a service or a path wants to know of exactly that.
        blocks: asked.services.length + asked.paths.length > 0
      }
    ];
  }
  return [
    {
      path: first,
      reason: "not-in-known-good",
      detail: `The policy calls this file${others} critical, and the rules by which the snapshot was made did not: what belongs there is not known.`,
      hint: "Take a new snapshot with holdfast backup, and have it known to be good.",
      blocks: true
    }
  ];
}
function unplaced(paths) {
  const [first] = paths;
  if (first === void 0) return [];
  const others = paths.length === 1 ? "" : ` and of ${paths.length - 1} other critical files`;
  return [
    {
      path: first,
      reason: "no-live-place",
      detail: `The policy does not say where this file${others} is on hosts.`,
      hint: "Add `live:` to its rule, such as `live: /etc/auth`, when it is on hosts.",
      blocks: false
    }
  ];
}
function templated(path) {
  return {
    path,
    reason: "template",
    detail: "In the commit it is a template, so what belongs on the host cannot be known from it.",
    hint: "Verify it against the known good, which holds the file as it was rendered.",
    blocks: true
  };
}
function noLongerCritical(path, count) {
  const others = count === 1 ? "" : ` and ${count - 1} others`;
  return {
    path,
    reason: "no-longer-critical",
    detail: `The snapshot has this file${others}; the policy of today does not call it critical.`,
    hint: "Nothing, when that is meant.",
    blocks: false
  };
}
function ofAnotherService(path, count) {
  const others = count === 1 ? "" : ` and ${count - 1} others`;
  return {
    path,
    reason: "another-service",
    detail: `The snapshot has this place${others} for the service that was asked about; the policy of today gives it to another one, so that it was not looked at.`,
    hint: "Verify without --service, or take a new snapshot with holdfast backup.",
    blocks: true
  };
}

// src/verify/pair.ts
function livePair(good, live) {
  const before = sideSnapshot(good);
  const held = new Map(good.files.map((file) => [file.sha256, entryOf(file)]));
  const after = sideSnapshot({ ...live, read: (entries) => readWithout(entries, held, good, live) });
  return { before, after, differences: async () => ok(differencesOf(good, live)) };
}
function entryOf({ path, link, mode, sha256: sha2562 }) {
  const plain = (mode & 64) === 0 ? "file" : "executable";
  return { path, mode: link === null ? plain : "symlink", id: sha2562 };
}
function sideSnapshot({ id, files, read }) {
  const entries = new Map(files.map((file) => [file.path, entryOf(file)]));
  return {
    id,
    entry: async (path) => ok(entries.get(path)),
    entries: async () => ok([...entries.values()]),
    read
  };
}
async function* readWithout(entries, held, good, live) {
  const ours = entries.flatMap(({ id }) => held.get(id) ?? []);
  const theirs = entries.filter(({ id }) => !held.has(id));
  const kept = await readBlobs(sideSnapshot(good), ours);
  const fetched = await readBlobs(sideSnapshot(live), theirs);
  let [nextKept, nextFetched] = [0, 0];
  for (const { id } of entries) yield held.has(id) ? kept[nextKept++] : fetched[nextFetched++];
}
function differencesOf(good, live) {
  const [before, after] = [good, live].map(
    ({ files }) => new Map(files.map((file) => [file.path, entryOf(file)]))
  );
  const paths = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const [then, now] = [before.get(path), after.get(path)];
    if (then?.id === now?.id && then?.mode === now?.mode) return [];
    return [{ path, ...then && { before: then }, ...now && { after: now } }];
  });
}

// src/verify/judge.ts
var MOST_READ = 200;
async function judgeDrift(drifted, { pair, policy, select, schemas }) {
  const evidence = { findings: [], changes: [], notLookedAt: [] };
  const read = drifted.filter(isRead).slice(0, MOST_READ);
  const byPath2 = new Map(read.map((one) => [one.path, one]));
  const selected = read.map((one) => ({ change: changeOf(one), selection: select(one.path) }));
  const changes = selected.map(({ change }) => change);
  const around = await openAround(pair, policy, changes, selected);
  if (!around.ok) return around;
  const made = createSchemas(schemas);
  const proposed = { edits: [], schemas: made, judges: () => false };
  for await (const group of prepareSubjects(pair, around.value, made, proposed, selected)) {
    if (!group.ok) return group;
    for (const { subject, unjudged } of group.value) {
      const { drift } = byPath2.get(subject.change.path);
      if (drift.against.kind === "commit" && isTemplate(subject)) {
        evidence.notLookedAt.push(templated(subject.change.path));
        continue;
      }
      add(evidence, { ...subject, drift }, policy);
      const unread = drift.rotating ? [] : unreadParts(subject, unjudged);
      evidence.notLookedAt.push(...unread.filter(({ reason }) => reason !== "link").map(besides));
    }
  }
  for (const one of drifted) {
    if (byPath2.has(one.path)) continue;
    const bare = { change: changeOf(one), selection: select(one.path) };
    const compared = { ...bare, difference: void 0, lines: void 0, everything: {}, unread: [] };
    add(evidence, { ...toSubject(compared, NO_QUESTIONS), drift: one.drift }, policy);
  }
  return ok(evidence);
}
function isRead({ drift, good, stands }) {
  return drift.content || drift.good !== drift.live ? (good ?? stands) !== void 0 : false;
}
function besides(part) {
  const detail = part.reason === "missing" ? "Its content could not be had, so its keys are not compared." : part.detail;
  const hint = "That it is not as it should be is known all the same: look at the file itself.";
  return { ...part, detail, hint, blocks: false };
}
function isTemplate({ before }) {
  return before?.kind === "opaque" && before.reason === "template";
}
function add(evidence, subject, policy) {
  const asked = subject.drift?.rotating ? [liveDrift] : [liveDrift, ...checks];
  const found = runChecks(subject, asked, policy.origin);
  for (const finding of found) evidence.findings.push(finding);
  evidence.changes.push(summarise(subject, found.length > 0));
}
function changeOf({ path, drift, good, stands }) {
  const before = good === void 0 ? void 0 : entryOf(good);
  const after = stands === void 0 ? void 0 : entryOf(stands);
  const status = drift.good === "nothing" ? "added" : drift.live === "nothing" ? "removed" : drift.good === drift.live ? "modified" : "retyped";
  return { path, status, ...before && { before }, ...after && { after } };
}

// src/verify/selection.ts
function hiddenWhereUnknown(select, parts, policy) {
  if (policy !== void 0 || !parts.some(isSilent)) return select;
  const held = new Set(parts.flatMap(({ manifest }) => manifest.files.map(({ path }) => path)));
  return (location) => {
    const selection = select(location);
    return held.has(location) ? selection : { ...selection, sensitive: ["**"] };
  };
}

// src/verify.ts
async function verify(options) {
  const { against, asked, good } = options;
  const rules = rulesFor(options.parts, options.policy, asked.services);
  const live = await options.live.collect(verifyScope(options.parts, rules));
  if (!live.ok) return live;
  const parts = against.kind === "commit" ? withLacking(options.parts, live.value, rules) : options.parts;
  const present = live.value.files.map(({ path }) => path);
  const chosen = chooseFiles(parts, asked, present);
  if (!chosen.ok) return chosen;
  const mistaken = unmatched(asked, parts, chosen.value, live.value);
  if (mistaken !== void 0) return refuse(mistaken);
  const { files, absent, left } = ofToday(chosen.value, rules, options.policy);
  const isAsked = pathMatcher(asked.paths);
  const isRotating = rotatingFiles(options.policy ?? rules);
  const question = {
    against,
    isRotating,
    isAsked,
    reachesAsked: reachesAsked(asked.paths),
    sealed: options.sealed
  };
  const compared = compareLive({ ...chosen.value, files, absent }, live.value, question);
  const known = new Set([...files, ...chosen.value.unsaved].map(({ path }) => path));
  for (const path of chosen.value.absent) known.add(path);
  const places = [...present, ...live.value.absent.map(({ path }) => path)];
  const strange = places.filter((path) => isAsked(path) && !known.has(path)).sort();
  if (files.length + absent.length + strange.length === 0) return refuse(nothingLeft());
  const pair = livePair(
    { ...good, files: parts.flatMap(({ manifest }) => manifest.files) },
    { ...options.live, files: live.value.files }
  );
  const policy = options.policy ?? { ...rules, ...options.limits };
  const select = hiddenWhereUnknown(selectionsOf(parts, options.policy), parts, options.policy);
  const judged = await judgeDrift(compared.drifted, { pair, policy, select, schemas: options.schemas });
  if (!judged.ok) return judged;
  const evidence = judged.value;
  evidence.notLookedAt.push(
    ...compared.unknown,
    ...unheld(strange, against, asked),
    ...unplaced(chosen.value.unplaced),
    ...left
  );
  const decision = { ...toDecision(pair, policy, evidence), verified: files.length };
  if (options.policy === void 0) decision.policy = "snapshot";
  return ok({ decision, compared, serviceOf: (path) => select(path).service ?? "" });
}
function nothingLeft() {
  return {
    code: "nothing-to-verify",
    message: "The policy of today calls nothing critical of what the snapshot holds.",
    hint: "Check --policy and the directory in which this runs; without a policy, the rules that the snapshot keeps count."
  };
}

// src/cli/verify/request.ts
import { hostname } from "node:os";

// src/adapters/verify/local.ts
function localHost(root, name, fs = nodeFs, files = diskOperations) {
  return {
    id: `live:${root === "" ? name : root}`,
    collect: async (scope) => ok(await collectLive(fs, root, scope, digestsOnly())),
    async *read(entries) {
      for (const entry of entries) yield liveBlob(files, root, entry);
    }
  };
}

// src/adapters/verify/remote.ts
import { setTimeout as pause } from "node:timers/promises";

// src/adapters/verify/script.ts
var SCRIPT = `LC_ALL=C; export LC_ALL; set -f
IFS= read -r nonce || exit 97
if command -v sha256sum >/dev/null 2>&1; then hash='sha256sum'
elif command -v shasum >/dev/null 2>&1; then hash='shasum -a 256'
elif command -v openssl >/dev/null 2>&1; then hash='openssl dgst -sha256 -r'
else hash=; fi
if stat -c %f / >/dev/null 2>&1; then flag=-c; state='%f %u %g %s %i %Y %Z'; name=' %n'
elif stat -f %Xp / >/dev/null 2>&1; then flag=-f; state='%Xp %u %g %z %i %m %c'; name=' %N'
else flag=; fi
printf '\\000%s\\000%s\\000%s\\000%s\\000' "$nonce" "$hash" "$flag" "$(uname -n)"
un() { case $1 in *\\\\*) p=$(printf '%b.' "$1"); p=\${p%.};; *) p=$1;; esac; }
kind() {
  if [ -L "$1" ]; then k=l; elif [ -d "$1" ]; then k=d; elif [ -f "$1" ]; then k=f
  elif [ -e "$1" ]; then k=o; else k=n; fi
}
hidden() {
  d=\${1%/*}
  while [ -n "$d" ]; do
    if [ -d "$d" ]; then [ -x "$d" ] || k=x; return; fi
    d=\${d%/*}
  done
}
list() {
  if ! [ -d "$1" ]; then kind "$1"; [ "$k" != n ] || hidden "$1"; [ "$k" = x ] || k=n; printf '%s\\000' "$k"; return; fi
  if ! [ -x "$1" ] || ! ls -a "$1" >/dev/null 2>&1; then printf 'x\\000'; return; fi
  set +f
  for n in "$1"/* "$1"/.*; do
    case \${n##*/} in .|..) continue;; esac
    kind "$n"; [ "$k" = n ] || printf '%s%s\\000' "$k" "\${n##*/}"
  done
  set -f
  printf '\\000'
}
while IFS= read -r line; do
  a=\${line#? }
  case $line in
  T*) un "$a"; kind "$p"; [ "$k" != n ] || hidden "$p"; printf '%s\\000' "$k";;
  L*) un "$a"; list "$p";;
  S|H) set --
    while IFS= read -r a && [ "$a" != . ]; do set -- "$@" "$a"; done
    if [ "$line" = H ]; then $hash "$@" 2>/dev/null; printf '\\000'; fi
    stat "$flag" "$state$name" "$@" 2>/dev/null; printf '\\000';;
  s*) un "$a"; stat "$flag" "$state" "$p" 2>/dev/null; printf '\\000';;
  h*) un "$a"; [ ! -f "$p" ] || $hash 2>/dev/null <"$p"; printf '\\000'; stat "$flag" "$state" "$p" 2>/dev/null; printf '\\000';;
  R*) un "$a"; readlink "$p" 2>/dev/null; printf '\\000';;
  C*) un "$a"; if [ -f "$p" ]; then dd if="$p" bs=65536 count=801 2>/dev/null; else false; fi
    printf '\\000%s\\000%s\\000' "$nonce" "$?";;
  *) exit 98;;
  esac
done
`;
function loader(script) {
  return `sh -c 'eval "$(dd bs=1 count=${Buffer.byteLength(script)} 2>/dev/null)"'`;
}
function encodeArgument(path) {
  return Array.from(path, (byte) => {
    const plain = isPlain(byte);
    return plain ? String.fromCharCode(byte) : `\\0${byte.toString(8).padStart(3, "0")}`;
  }).join("");
}
function isPlain(byte) {
  return /[\w/.@%+=:,~-]/.test(String.fromCharCode(byte)) && byte < 128;
}

// src/adapters/verify/remote-files.ts
var REGULAR = 32768;
var LINK = 40960;
var BATCH = 200;
var BATCH_CHARACTERS = 48 << 10;
var BATCH_BYTES = 64 << 20;
function argumentOf(path) {
  return encodeArgument(encodePath(path));
}
async function kindAt(session, path) {
  session.send(`T ${argumentOf(path)}
`);
  return (await session.record()).toString("latin1");
}
function remoteLister(session) {
  const kinds = /* @__PURE__ */ new Map();
  const listed = /* @__PURE__ */ new Set();
  return {
    async lstat(place) {
      const path = decodePath(place);
      const above = path.slice(0, Math.max(1, path.lastIndexOf("/")));
      const known = kinds.get(path) ?? (listed.has(above) && !path.endsWith("/.") ? "n" : void 0);
      const kind = known ?? await kindAt(session, path);
      kinds.set(path, kind);
      if (kind === "x" || kind === "n") throw fault(kind);
      return {
        isDirectory: () => kind === "d",
        isFile: () => kind === "f",
        isSymbolicLink: () => kind === "l"
      };
    },
    async readdir(place) {
      const directory = decodePath(place);
      session.send(`L ${argumentOf(directory)}
`);
      const entries = [];
      for (; ; ) {
        const record = await session.record();
        if (record.length === 0) break;
        const kind = String.fromCharCode(record[0]);
        if (record.length === 1) throw fault(kind);
        const name = Buffer.from(record.subarray(1));
        kinds.set(`${directory === "/" ? "" : directory}/${decodePath(name)}`, kind);
        entries.push({ name, isDirectory: () => kind === "d" });
      }
      listed.add(directory);
      return entries;
    }
  };
}
function fault(kind) {
  return Object.assign(new Error(kind), { code: kind === "n" ? "ENOENT" : "EACCES" });
}
async function statesOf(session, paths) {
  const states = /* @__PURE__ */ new Map();
  for (const batch of batches(paths, () => 0)) session.send(linesOf("S", batch));
  for (const batch of batches(paths, () => 0)) await takeStates(session, batch, states);
  return states;
}
async function digestsOf(session, paths, sizeOf) {
  const [digests, states] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
  for (const batch of batches(paths, sizeOf)) session.send(linesOf("H", batch));
  for (const batch of batches(paths, sizeOf)) {
    for (const line of linesIn(await session.record())) {
      const found = /^([0-9a-f]{64}) (?:[ *](.*))?/s.exec(line);
      if (found !== null) digests.set(batch.plain ? found[2] : batch.paths[0], found[1]);
    }
    await takeStates(session, batch, states);
  }
  return { digests, states };
}
function* batches(paths, sizeOf) {
  let batch = [];
  let [bytes, characters] = [0, 0];
  for (const path of paths) {
    if (argumentOf(path) !== path) {
      yield { plain: false, paths: [path] };
      continue;
    }
    batch.push(path);
    bytes += sizeOf(path);
    characters += path.length;
    if (batch.length < BATCH && bytes < BATCH_BYTES && characters < BATCH_CHARACTERS) continue;
    yield { plain: true, paths: batch };
    batch = [];
    [bytes, characters] = [0, 0];
  }
  if (batch.length > 0) yield { plain: true, paths: batch };
}
function linesOf(command, { plain, paths }) {
  return plain ? `${command}
${paths.join("\n")}
.
` : `${command.toLowerCase()} ${argumentOf(paths[0])}
`;
}
async function takeStates(session, batch, states) {
  for (const line of linesIn(await session.record())) {
    const found = /^([0-9a-f]+) (\d+) (\d+) (\d+) (\d+) (-?\d+) (-?\d+)(?: (.*))?$/i.exec(line);
    if (found === null) continue;
    const raw = Number.parseInt(found[1], 16);
    const [uid, gid, size, , mtime] = found.slice(2, 7).map(Number);
    states.set(batch.plain ? found[8] : batch.paths[0], {
      type: raw & 61440,
      mode: raw & 4095,
      uid,
      gid,
      size,
      mtime,
      rest: found.slice(1, 8).join(" ")
    });
  }
}
function linesIn(record) {
  return record.toString("latin1").split("\n").filter((line) => line !== "");
}

// src/adapters/verify/session.ts
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";

// src/adapters/verify/ssh-problems.ts
var CAUSES = [
  {
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    code: "ssh-host-key",
    message: "The key of the host is not the one that is known.",
    hint: "It is another machine, or somebody is in between. Find out which before you trust it."
  },
  {
    pattern: /Host key verification failed/,
    code: "ssh-host-key",
    message: "The key of the host is not known.",
    hint: "Add it to known_hosts from a source that you trust, such as the console of the host; do not turn the check off."
  },
  {
    pattern: /Permission denied|Too many authentication failures/,
    code: "ssh-denied",
    message: "The host does not let this user in.",
    hint: "Check the user and the key. Nobody is asked for a password; `--ssh ssh` lets your own command ask."
  },
  {
    pattern: /Could not resolve|Connection refused|timed out|No route to host|Network is unreachable/i,
    code: "ssh-unreachable",
    message: "The host cannot be reached.",
    hint: 'Check its name, the port and the network; a port is given by `--ssh "ssh -p 2222"`.'
  }
];
function noAnswer(ending) {
  if ("failed" in ending) {
    return {
      code: "ssh-not-started",
      message: `The ssh command could not be started: ${ending.failed}.`,
      hint: "Install an ssh client, or name your own command with --ssh."
    };
  }
  const { code, signal, stderr } = ending;
  const cause = CAUSES.find(({ pattern }) => pattern.test(stderr));
  const words = lastLine(stderr);
  const said = words === "" ? "" : ` It said: ${words}`;
  if (cause !== void 0) return { ...cause, message: `${cause.message}${said}` };
  if (code === 127) {
    return {
      code: "ssh-no-shell",
      message: `The host has no \`sh\` or no \`dd\`, or the ssh command was not found.${said}`,
      hint: "Holdfast needs a POSIX shell on the host; run holdfast verify on the host itself."
    };
  }
  const how = signal === null ? `with code ${code}` : `by ${signal}`;
  return {
    code: "ssh-broken",
    message: `The connection ended ${how} before everything was answered.${said}`,
    hint: "Nothing was judged. Try the ssh command by hand, and run it again."
  };
}
function silent(patience) {
  return {
    code: "ssh-timeout",
    message: `The host has sent nothing for ${patience / 1e3} s.`,
    hint: "Nothing was judged. Check the network and the load of the host; --timeout SECONDS waits longer."
  };
}
function tooMuch() {
  return {
    code: "ssh-output",
    message: "The host sends what is no answer.",
    hint: "Nothing was judged. See what a login prints, and whether the ssh command runs what it is given."
  };
}
function toolMissing(tool) {
  return {
    code: "ssh-tool-missing",
    message: `The host has no ${tool}.`,
    hint: "Nothing was judged. Install coreutils or BusyBox there, or run holdfast verify on the host itself."
  };
}
function lastLine(stderr) {
  return stderr.trim().split("\n").at(-1).trim().slice(0, 300);
}

// src/adapters/verify/session.ts
var SessionError = class extends Error {
  problem;
  constructor(problem) {
    super(problem.message);
    this.problem = problem;
  }
};
var LONGEST_STDERR = 16 * 1024;
var LONGEST_RECORD = 4 << 20;
var LONGEST_CONTENT = 64 << 20;
var LAST_WORDS_MS = 2e3;
async function openSession(command, patience) {
  const nonce = randomBytes(16).toString("hex");
  const child = spawn(command.program, [...command.args, loader(SCRIPT)], {
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
  const gone = new Promise((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
  const input = readerOf(child, patience);
  child.stdin.on("error", () => {
  });
  const session = {
    send: (lines) => {
      child.stdin.write(lines);
    },
    record: () => input.until(Buffer.from([0]), LONGEST_RECORD),
    content: () => input.until(Buffer.from(`\0${nonce}\0`), LONGEST_CONTENT),
    async close() {
      child.stdin.end();
      const timer = setTimeout(() => stop(child), LAST_WORDS_MS);
      await gone;
      clearTimeout(timer);
    }
  };
  try {
    session.send(`${SCRIPT}${nonce}
`);
    await session.content();
    return session;
  } catch (error) {
    stop(child);
    throw error;
  }
}
function readerOf(child, patience) {
  let chunks = [];
  let stderr = "";
  let ended;
  let wake;
  const end = (problem) => {
    ended ??= problem;
    wake?.();
  };
  child.stdout.on("data", (chunk) => {
    chunks.push(chunk);
    wake?.();
  });
  child.stderr.on("data", (chunk) => {
    if (stderr.length < LONGEST_STDERR) stderr += chunk.toString("utf8");
  });
  child.on("error", (error) => end(noAnswer({ failed: error.code ?? "unknown" })));
  child.on("close", (code, signal) => end(noAnswer({ code, signal, stderr })));
  const more = async () => {
    if (ended !== void 0) throw new SessionError(ended);
    const timer = setTimeout(() => {
      end(silent(patience));
      stop(child);
    }, patience);
    await new Promise((resolve) => {
      wake = resolve;
    });
    wake = void 0;
    clearTimeout(timer);
  };
  return {
    async until(mark, most) {
      let tail = Buffer.alloc(0);
      let before = 0;
      for (let index = 0; ; index++) {
        while (index >= chunks.length) await more();
        const probe = Buffer.concat([tail, chunks[index]]);
        const at = probe.indexOf(mark);
        if (at !== -1) {
          const all = index === 0 ? chunks[0] : Buffer.concat(chunks.slice(0, index + 1));
          const end2 = before - tail.length + at;
          chunks = [all.subarray(end2 + mark.length), ...chunks.slice(index + 1)];
          return all.subarray(0, end2);
        }
        before += chunks[index].length;
        if (before > most) throw new SessionError(tooMuch());
        tail = probe.subarray(Math.max(0, probe.length - mark.length + 1));
      }
    }
  };
}

// src/adapters/verify/remote.ts
var PATIENCE_S = 600;
var ATTEMPTS = 3;
var PAUSE_MS = 200;
var DEFAULTS = ["-T", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20"];
async function openRemote({ host, ssh, timeout }) {
  const target = host === void 0 ? [] : [host];
  const command = ssh === void 0 ? { program: "ssh", args: [...DEFAULTS, ...target] } : { program: "/bin/sh", args: ["-c", `${ssh} "$@"`, "ssh", ...target] };
  return answered(async () => {
    const session = await openSession(command, Number(timeout ?? PATIENCE_S) * 1e3);
    const [hash, state, name] = [await session.record(), await session.record(), await session.record()];
    const missing = hash.length === 0 ? "sha256sum, shasum or openssl" : state.length === 0 ? "stat" : "";
    if (missing !== "") {
      await session.close();
      return refuse(toolMissing(missing));
    }
    return ok(hostOf(session, name.toString("utf8"), host));
  });
}
function hostOf(session, name, host) {
  let lost;
  const sizes = /* @__PURE__ */ new Map();
  return {
    name,
    live: {
      id: `live:${host ?? name}`,
      collect: (scope) => answered(async () => {
        const collected = await collect(session, scope);
        for (const { path, size } of collected.files) sizes.set(path, size);
        return ok(collected);
      }),
      async *read(entries) {
        for (const entry of entries) {
          const size = sizes.get(entry.path) ?? 0;
          if (size > LARGEST) {
            yield { id: entry.id, refused: "too-large", size };
            continue;
          }
          try {
            if (lost !== void 0) throw lost;
            yield await contentOf(session, entry);
          } catch (error) {
            if (!(error instanceof SessionError)) throw error;
            lost = error;
            yield { id: entry.id, refused: "unreadable" };
          }
        }
      }
    },
    close: () => session.close()
  };
}
async function answered(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return refuse(error.problem);
  }
}
async function collect(session, scope) {
  const { found, absent, unsaved } = await findLive(remoteLister(session), "", scope);
  const collected = { files: [], absent, unsaved };
  let left = found;
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > 1) await pause(PAUSE_MS * attempt);
    const before = await statesOf(session, left);
    const regular = left.filter((path) => before.get(path)?.type === REGULAR);
    const { digests, states } = await digestsOf(session, regular, (path) => before.get(path).size);
    const changed = [];
    for (const path of left) {
      const [then, now] = [before.get(path), states.get(path)];
      const kept = { path, service: scope.at(path).service };
      const lose = (reason, detail = "") => collected.unsaved.push({ ...kept, reason, detail });
      const { sensitive } = scope.at(path);
      if (then?.type === LINK) {
        const target = await targetOf(session, path);
        if (target === void 0 && attempt < ATTEMPTS) changed.push(path);
        else if (target === void 0) lose("changing");
        else
          collected.files.push({ ...kept, sensitive, ...fileOf(then, sha256(target), decodePath(target)) });
      } else if (then?.type !== REGULAR || then.rest !== now?.rest) {
        if (await kindAt(session, path) === "n") {
          if (scope.expected.has(path)) collected.absent.push(kept);
        } else if (attempt < ATTEMPTS) changed.push(path);
        else lose(then === void 0 ? "unreadable" : "changing");
      } else if (digests.has(path)) {
        collected.files.push({ ...kept, sensitive, ...fileOf(then, digests.get(path), null) });
      } else lose("unreadable");
    }
    left = attempt < ATTEMPTS ? changed : [];
  }
  return collected;
}
function fileOf(state, digest, link) {
  const { mode, uid, gid, size, mtime } = state;
  return { sha256: digest, size, mode, uid, gid, mtime: new Date(mtime * 1e3).toISOString(), link };
}
async function targetOf(session, path) {
  session.send(`R ${argumentOf(path)}
`);
  const record = await session.record();
  return record.at(-1) === 10 ? Buffer.from(record.subarray(0, -1)) : void 0;
}
async function contentOf(session, { path, id, mode }) {
  if (mode === "symlink") {
    const target = await targetOf(session, path);
    return target === void 0 ? { id, refused: "missing" } : { id, bytes: target };
  }
  session.send(`C ${argumentOf(path)}
`);
  const bytes = await session.content();
  const code = (await session.record()).toString("latin1");
  if (bytes.length > LARGEST) return { id, refused: "too-large", size: bytes.length };
  return code === "0" ? { id, bytes: Uint8Array.from(bytes) } : { id, refused: "unreadable" };
}

// src/cli/verify/request.ts
async function openRequest(args, io) {
  const opened = await openCommit(args.commit, args["git-dir"], false, io.cwd);
  if (!opened.ok) return opened;
  const request = await requestFrom(opened.value, args, io);
  if (!request.ok) await opened.value.close();
  return request;
}
async function requestFrom(opened, args, io) {
  const policy = await choosePolicy(opened.snapshot, chosenPolicy(args), io.cwd);
  if (!policy.ok) return policy;
  const store = args.commit === void 0 ? await existingStore(args, io) : void 0;
  if (store?.ok === false) return store;
  const host = await openHost(args, io);
  if (!host.ok) return host;
  const good = store === void 0 ? await goodCommit(opened, policy.value) : await goodSnapshots(store.value, args, host.value.name, io);
  if (!good.ok) {
    await host.value.close();
    return good;
  }
  const { failOn, warnOnly, critical, schemaHosts } = policy.value;
  const options = {
    ...good.value,
    live: host.value.live,
    policy: critical.length === 0 ? void 0 : policy.value,
    limits: { ...failOn && { failOn }, ...warnOnly === void 0 ? {} : { warnOnly } },
    asked: { services: args.service ?? [], paths: args.path ?? [] },
    schemas: schemaLoader(opened.snapshot, { hosts: schemaHosts })
  };
  const close = async () => {
    await host.value.close();
    await opened.close();
  };
  return ok({ options, policy: policy.value, close });
}
async function openHost(args, io) {
  if (args.host !== void 0 || args.ssh !== void 0) return openRemote(args);
  const root = await rootDirectory(args.root, io.cwd);
  if (!root.ok) return root;
  const name = hostname();
  return ok({ name, live: localHost(root.value, name), close: async () => {
  } });
}
async function goodSnapshots(store, args, host, io) {
  const { snapshot, service: services = [], environment } = args;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const chosen = await chooseParts(store, snapshot, { services, environment }, host);
  if (!chosen.ok) return chosen;
  const { parts, sealed } = await plainParts(store, chosen.value, decrypt.value);
  const ids = parts.map(({ manifest }) => manifest.id);
  const against = snapshot === void 0 ? { kind: "known-good", ...environment === void 0 ? {} : { environment } } : { kind: "snapshot", id: ids[0] };
  const good = { id: ids.join("+"), read: storedContents(store, parts, decrypt.value) };
  return ok({ against, parts, sealed, good });
}
async function plainParts(store, parts, decrypt) {
  const plain = [];
  const sealed = /* @__PURE__ */ new Map();
  for (const part of parts) {
    const known = await plainDigests(store, part.manifest.files, decrypt);
    plain.push({ ...part, manifest: { ...part.manifest, files: known.files } });
    for (const [object, why] of known.sealed) sealed.set(object, why);
  }
  return { parts: plain, sealed };
}
async function goodCommit({ snapshot }, policy) {
  if (policy.critical.length === 0) return refuse(nothingCritical());
  const commit = await commitPart(snapshot, policy);
  if (!commit.ok) return commit;
  const parts = [commit.value.part];
  const good = { id: snapshot.id, read: commit.value.read };
  return ok({ against: { kind: "commit", id: snapshot.id }, parts, sealed: /* @__PURE__ */ new Map(), good });
}
function nothingCritical() {
  return {
    code: "nothing-critical",
    message: "No policy says which files are critical, and where they are on hosts.",
    hint: "holdfast init writes one; --policy FILE names one."
  };
}

// src/cli/verify/host.ts
async function verifyHost(args, io) {
  const started = Date.now();
  const judged = await judge(args, io);
  if (args.metrics === void 0) return { judged, unwritten: void 0 };
  const measured = judged.ok ? measuredOf(judged.value) : void 0;
  const text = verifyMetrics({ measured, started, ended: Date.now() });
  const written = await writeMetrics(args.metrics, io.cwd, text);
  return { judged, unwritten: written.ok ? void 0 : written.problem };
}
async function judge(args, io) {
  const request = await openRequest(args, io);
  if (!request.ok) return request;
  const { options, policy, close } = request.value;
  try {
    const verified = await verify(options);
    return verified.ok ? ok({ ...verified.value, options, policy }) : verified;
  } finally {
    await close();
  }
}
function measuredOf({ compared, decision, serviceOf, options }) {
  const { parts, against } = options;
  const knownGood = against.kind !== "known-good" ? [] : parts.flatMap(
    ({ manifest, services = [null] }) => services.map((service) => ({ service: service ?? "", at: Date.parse(manifest.at) }))
  );
  const inconclusive = decision.notLookedAt.some(({ blocks }) => blocks);
  return { compared, serviceOf, knownGood, inconclusive };
}

export {
  OPTIONS,
  contradiction,
  verifyHost
};
