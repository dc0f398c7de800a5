import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isAsWanted,
  isSafeLocation,
  isSilent,
  linkedParent,
  readLive,
  temporaryDirectory,
  temporaryPath
} from "./chunk-JHSTEDCZ.js";
import {
  scopeOf
} from "./chunk-LEKEXJWO.js";
import {
  codeOf,
  placeAt
} from "./chunk-7Q2MFPVQ.js";
import {
  journalNames,
  readJournal,
  removeJournal,
  writeJournal
} from "./chunk-2LTNSXYH.js";
import {
  backup
} from "./chunk-VE6JU3D7.js";
import {
  collectLive
} from "./chunk-TMNRVTO3.js";
import {
  contentParts,
  unreadableContents
} from "./chunk-H7GKGIJQ.js";
import {
  newId
} from "./chunk-BGAD6JBY.js";
import {
  createObjectWriter
} from "./chunk-OVH55LPH.js";
import {
  addSnapshot,
  guarded,
  storedIds
} from "./chunk-KA3BEEMK.js";
import {
  count,
  digest,
  listOf,
  nextId,
  oneOf,
  optional,
  orNull,
  place,
  record,
  text,
  ulid
} from "./chunk-YNSVTVRQ.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  escapeGlob
} from "./chunk-HCG7IYJE.js";
import {
  directoryOf
} from "./chunk-5MHRYX67.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";

// src/adapters/restore/stage.ts
import { createHash } from "node:crypto";
function failure(code, what, path, error) {
  return {
    code,
    message: `${what} (${codeOf(error)}).`,
    hint: "See what stands in the way: a full disk, missing rights, an immutable file, a broken device.",
    path
  };
}
function makeDirectories(files, { id, root, directories }) {
  const foreign = [];
  for (const [index, { path, mode, uid, gid }] of directories.entries()) {
    const temporary = placeAt(root, temporaryDirectory(id, index, path));
    try {
      if (files.lstat(temporary) !== void 0) files.removeDirectory(temporary);
      if (files.lstat(placeAt(root, path)) !== void 0) continue;
      files.makeDirectory(temporary);
      if (!own(() => files.ownPath(temporary, uid, gid))) foreign.push(path);
      files.setPathMode(temporary, mode);
      files.rename(temporary, placeAt(root, path));
    } catch (error) {
      return refuse(failure("directory-not-made", "The directory cannot be made", path, error));
    }
  }
  return ok(foreign);
}
async function stage(files, journal, contents) {
  const { root } = journal;
  const foreign = [];
  for (const [index, write] of journal.writes.entries()) {
    const { path } = write;
    try {
      if (write.inPlace || isAsWanted(write, readLive(files, placeAt(root, path)))) continue;
      const linked = linkedParent({ files, root }, directoryOf(path));
      if (linked !== void 0) return refuse(becameLink(linked));
      const temporary = placeAt(root, temporaryPath(journal.id, index, path));
      if (files.lstat(temporary) !== void 0) files.remove(temporary);
      if (!await stageOne(files, write, temporary, contents)) foreign.push(path);
    } catch (error) {
      return refuse(failure("not-staged", "The file cannot be written beside its place", path, error));
    }
  }
  return ok(foreign);
}
async function stageOne(files, file, temporary, contents) {
  if (file.link !== void 0) {
    files.link(file.link, temporary);
    return own(() => files.ownPath(temporary, file.uid, file.gid));
  }
  const fd = files.openNew(temporary);
  try {
    return await fill(files, fd, file, contents);
  } finally {
    files.close(fd);
  }
}
async function fill(files, fd, file, contents) {
  const digest2 = createHash("sha256");
  for await (const part of contents(file)) {
    digest2.update(part);
    files.write(fd, part);
  }
  if (digest2.digest("hex") !== file.sha256) throw new Error("the object in the store is damaged");
  const owned2 = own(() => files.own(fd, file.uid, file.gid));
  files.setMode(fd, owned2 ? file.mode : file.mode & 511);
  files.sync(fd);
  return owned2;
}
function own(change) {
  try {
    change();
    return true;
  } catch (error) {
    if (codeOf(error) === "EPERM") return false;
    throw error;
  }
}
function unstage(files, journal) {
  const { id, root, writes, directories } = journal;
  const quietly = (undo) => {
    try {
      undo();
    } catch {
    }
  };
  for (const [index, { path }] of writes.entries()) {
    quietly(() => files.remove(placeAt(root, temporaryPath(id, index, path))));
  }
  for (const [index, { path }] of [...directories.entries()].toReversed()) {
    quietly(() => files.removeDirectory(placeAt(root, temporaryDirectory(id, index, path))));
    quietly(() => files.removeDirectory(placeAt(root, path)));
  }
}
function becameLink(path) {
  return {
    code: "parent-is-link",
    message: "This directory of a file to restore has become something else while the restore ran.",
    hint: "See who changes it, then restore again.",
    path
  };
}

// src/adapters/restore/steps.ts
import { randomBytes } from "node:crypto";

// src/restore/journal.ts
function journalOf(head, { writes, removes, directories }) {
  return { version: 1, ...head, writes, removes, directories };
}
var JOURNAL_NAME = /^restore-[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
function journalName({ id }) {
  return `restore-${id}`;
}
var location = (value) => place(value) ?? (isSafeLocation(value) ? void 0 : "is not absolute");
var permissions = (value) => count(value) ?? (value > 4095 ? "is more than permission bits" : void 0);
var onlyTrue = (value) => value === true ? void 0 : "is not true";
var owned = { path: location, mode: permissions, uid: count, gid: count };
var shape = record({
  version: (value) => value === 1 ? void 0 : "is that of another Holdfast",
  id: ulid,
  snapshots: listOf(ulid),
  before: orNull(ulid),
  root: (value) => value === "" ? void 0 : location(value),
  writes: listOf(
    record({
      ...owned,
      sha256: digest,
      size: count,
      was: oneOf(["absent", "unreadable", "file", "link"]),
      link: optional(text),
      inPlace: optional(onlyTrue),
      sensitive: optional(onlyTrue),
      stored: optional(record({ sha256: digest, size: count }))
    })
  ),
  removes: listOf(location),
  directories: listOf(record(owned)),
  recipients: optional(listOf(text))
});
function readJournalEntry(entry, name) {
  const fault = shape(entry);
  if (fault === void 0 && journalName(entry) === name)
    return ok(entry);
  return refuse(unusableJournal(fault ?? "its name is that of another one"));
}
function unusableJournal(fault) {
  return {
    code: "journal-unusable",
    message: `The journal of an interrupted restore cannot be used: ${fault}.`,
    hint: "Files may be partly restored. `holdfast restore --discard` forgets it; then restore again."
  };
}

// src/adapters/restore/swap.ts
async function swap(files, journal, contents) {
  const problems = [];
  const foreign = [];
  for (const [index, write] of journal.writes.entries()) {
    try {
      if (write.inPlace && !await writeOver(files, journal, write, contents)) foreign.push(write.path);
      if (!write.inPlace) problems.push(...putInPlace(files, journal, write, index));
    } catch (error) {
      problems.push(failure("not-replaced", "The file cannot be put in its place", write.path, error));
    }
  }
  for (const path of journal.removes) {
    try {
      const linked = linkedParent({ files, root: journal.root }, directoryOf(path));
      if (linked !== void 0) problems.push(becameLink(linked));
      else if (files.lstat(placeAt(journal.root, path)) !== void 0)
        files.remove(placeAt(journal.root, path));
    } catch (error) {
      problems.push(failure("not-removed", "The file cannot be removed", path, error));
    }
  }
  return { problems, foreign };
}
function putInPlace(files, { id, root }, { path }, index) {
  const temporary = placeAt(root, temporaryPath(id, index, path));
  if (files.lstat(temporary) === void 0) return [];
  const linked = linkedParent({ files, root }, directoryOf(path));
  if (linked !== void 0) return [becameLink(linked)];
  files.rename(temporary, placeAt(root, path));
  return [];
}
async function writeOver(files, { root }, file, contents) {
  if (isAsWanted(file, readLive(files, placeAt(root, file.path)))) return true;
  const fd = files.openToWrite(placeAt(root, file.path));
  try {
    files.truncate(fd, 0);
    return await fill(files, fd, file, contents);
  } finally {
    files.close(fd);
  }
}
function syncDirectories(files, journal) {
  const { root, writes, removes, directories } = journal;
  const paths = [...writes, ...directories].map(({ path }) => path);
  const changed = new Set([...paths, ...removes].map(directoryOf));
  const problems = [];
  for (const directory of changed) {
    try {
      if (files.lstat(placeAt(root, directory || "/")) !== void 0)
        syncOne(files, placeAt(root, directory || "/"));
    } catch (error) {
      problems.push(failure("not-synced", "The directory may not be on the disk", directory, error));
    }
  }
  return problems;
}
function syncOne(files, directory) {
  const fd = files.openToRead(directory);
  try {
    files.sync(fd);
  } catch (error) {
    if (codeOf(error) !== "EINVAL") throw error;
  } finally {
    files.close(fd);
  }
}
function compareAll(files, { root, writes, removes }, foreign) {
  const others = new Set(foreign);
  const wrong = writes.filter((write) => {
    const live = readLive(files, placeAt(root, write.path));
    if (!others.has(write.path) || !("uid" in live)) return !isAsWanted(write, live);
    const { uid, gid } = live;
    return !isAsWanted({ ...write, uid, gid, mode: write.mode & 511 }, live);
  });
  const back = removes.filter((path) => readLive(files, placeAt(root, path), false).kind !== "absent");
  return [...wrong.map(({ path }) => path), ...back].map((path) => ({
    code: "not-as-restored",
    message: "What was read back is not what was written: something else changed it meanwhile.",
    hint: "See who writes there (a running deployment, a configuration manager), stop it, then restore again.",
    path
  }));
}

// src/adapters/restore/steps.ts
function restoreSteps(store, files, backup2, decrypt) {
  const contents = (file) => contentParts(store, file, decrypt);
  return {
    verify: (writes) => unreadableContents(store, writes, decrypt),
    backup: backup2,
    name: () => nextId(Date.now(), randomBytes(10)),
    record: async (journal) => problemsOf(await writeJournal(store, journalName(journal), journal)),
    async stage(journal) {
      const made = makeDirectories(files, journal);
      const staged = made.ok ? await stage(files, journal, contents) : made;
      return made.ok && staged.ok ? ok([...made.value, ...staged.value]) : staged;
    },
    unstage: (journal) => unstage(files, journal),
    swap: (journal) => swap(files, journal, contents),
    sync: (journal) => syncDirectories(files, journal),
    compare: (journal, foreign) => compareAll(files, journal, foreign),
    forget: async (journal) => problemsOf(await removeJournal(store, journalName(journal)))
  };
}
async function pendingRestores(store) {
  return guarded(store.directory, async () => {
    const names = (await journalNames(store)).filter((name) => JOURNAL_NAME.test(name));
    const pending = [];
    for (const name of names) {
      const entry = await readJournal(store, name);
      if (!entry.ok && entry.problem.code === "journal-missing") continue;
      const journal = entry.ok ? readJournalEntry(entry.value, name) : refuse(unusableJournal("it is damaged"));
      pending.push({ name, journal });
    }
    return ok(pending);
  });
}
function problemsOf(result) {
  return result.ok ? [] : [result.problem];
}

// src/restore.ts
async function restore(plan, head, steps) {
  const damaged = await steps.verify(plan.writes);
  if (damaged.length > 0) return refuse2(damaged);
  const before = await steps.backup(replaced(plan));
  if (!before.ok) return refuse2([before.problem]);
  const journal = journalOf({ ...head, id: steps.name(), before: before.value }, plan);
  const unwritten = await steps.record(journal);
  if (unwritten.length > 0) return refuse2(unwritten);
  return carryOut(journal, steps);
}
function replaced({ writes, removes }) {
  return [...writes.filter(({ was }) => was !== "absent").map(({ path }) => path), ...removes];
}
async function resume(journal, steps) {
  const damaged = await steps.verify(journal.writes);
  if (damaged.length > 0) return { ok: false, touched: true, problems: damaged };
  const before = await steps.backup([]);
  if (!before.ok) return { ok: false, touched: true, problems: [before.problem] };
  return carryOut(journal, steps, true);
}
async function carryOut(journal, steps, touched = false) {
  const staged = await steps.stage(journal);
  if (!staged.ok) {
    steps.unstage(journal);
    const left2 = touched ? [] : await steps.forget(journal);
    return { ok: false, touched, problems: [staged.problem, ...left2] };
  }
  const swapped = await steps.swap(journal);
  const problems = [...swapped.problems, ...steps.sync(journal)];
  const foreign = [...staged.value, ...swapped.foreign];
  if (problems.length === 0) problems.push(...steps.compare(journal, foreign));
  if (problems.length > 0) return { ok: false, touched: true, problems };
  const left = await steps.forget(journal);
  return left.length > 0 ? { ok: false, touched: true, problems: left } : { ok: true, value: { journal, foreign } };
}
function refuse2(problems) {
  return { ok: false, touched: false, problems };
}

// src/cli/restore/keep.ts
import { hostname } from "node:os";
function keeper(store, root, rules, reason, environment = null, encryption) {
  return async (paths) => {
    const about = { host: hostname(), environment, commit: null, deploymentId: null, reason };
    const kept = await keepLive(store, root, { policy: rules, paths: [], about }, encryption);
    if (!kept.ok) return kept.problem.code === "nothing-to-save" && paths.length === 0 ? ok(null) : kept;
    const { id, files } = kept.value;
    const held = new Set(files.map(({ path }) => path));
    const lost = paths.find((path) => !held.has(path));
    return lost === void 0 ? ok(id) : refuse(notKept(lost));
  };
}
async function keepLive(store, root, wanted, encryption) {
  const objects = createObjectWriter(store, encryption);
  const about = { ...wanted.about, ...encryption && { recipients: [...encryption.recipients] } };
  const kept = await guarded(
    store.directory,
    () => backup({
      ...wanted,
      about,
      source: "live",
      open: async () => ok({
        collect: async (_, scope) => ok(await collectLive(store.fs, root, scope, objects)),
        next: () => nextOf(store),
        async add(manifest) {
          await objects.flush();
          return addSnapshot(store, manifest);
        }
      })
    })
  );
  return kept.ok ? ok(kept.value.manifest) : kept;
}
async function nextOf(store) {
  const ids = await storedIds(store, "snapshots");
  return { id: newId(ids), at: (/* @__PURE__ */ new Date()).toISOString(), parent: ids.at(-1) ?? null };
}
function rulesOfParts(parts) {
  const scopes = parts.map((part) => {
    const scope = scopeOf(part.manifest);
    const hides = isSilent(part) && part.manifest.files.some(({ sensitive }) => sensitive);
    return hides ? { ...scope, critical: scope.critical.map(hidden) } : scope;
  });
  return { ...scopes[0], critical: scopes.flatMap(({ critical }) => critical) };
}
function rulesOfJournal({ writes, removes }) {
  const open = writes.filter(({ sensitive }) => !sensitive).map(({ path }) => path);
  const closed = [...writes.filter(({ sensitive }) => sensitive).map(({ path }) => path), ...removes];
  const ruleOf = (paths) => {
    const rule = { protect: [], freeze: [], sensitive: [], identity: {} };
    return paths.length === 0 ? [] : [{ id: "critical[0]", files: paths.map(escapeGlob), ...rule }];
  };
  return {
    origin: { kind: "inputs" },
    critical: [...ruleOf(open), ...ruleOf(closed).map((rule) => hidden({ ...rule, id: "critical[1]" }))],
    schemas: [],
    environments: [],
    schemaHosts: []
  };
}
function hidden(rule) {
  return { ...rule, sensitive: ["**"] };
}
function notKept(path) {
  return {
    code: "not-kept",
    message: "What stands there now could not be kept in the store, and would be lost.",
    hint: "Nothing was touched. See whether it can be read, and what changes it; then restore again.",
    path
  };
}

// src/cli/restore/text.ts
var STUCK = {
  code: "restore-unfinished",
  message: "The restore is not finished; every file is wholly old or wholly new.",
  hint: "When the reason is gone: `holdfast restore --resume`. Or forget it with `holdfast restore --discard`."
};
function doneText({ journal, foreign }, io) {
  const { writes, removes, before } = journal;
  const lines = [`Restored ${plural(writes.length, "file")}, removed ${removes.length}.`];
  if (before !== null) lines.push(`What stood there before: holdfast restore ${before}`);
  for (const path of foreign) io.stderr(problemText(ownerProblem(path), io));
  return `${lines.map(plainLine).join("\n")}
`;
}
function ownerProblem(path) {
  return {
    code: "owner-not-set",
    message: "Restored, but it belongs to the user who ran this: another owner cannot be set without more rights.",
    hint: "Set the owner and the group with chown, or run the restore as root; whoever should read it may not be able to.",
    path
  };
}

export {
  unstage,
  restoreSteps,
  pendingRestores,
  restore,
  resume,
  keeper,
  keepLive,
  nextOf,
  rulesOfParts,
  rulesOfJournal,
  STUCK,
  doneText
};
