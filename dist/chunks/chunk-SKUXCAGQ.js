import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readKnownGood
} from "./chunk-343Q3LPX.js";
import {
  chosenText,
  planText,
  totals
} from "./chunk-VIIGHOFF.js";
import {
  compareByKey,
  wantedEntry
} from "./chunk-KRNJPRKT.js";
import {
  sidesOf
} from "./chunk-AMTK6P4B.js";
import {
  STUCK,
  doneText,
  keeper,
  restore,
  restoreSteps,
  rulesOfParts
} from "./chunk-LKC65LZJ.js";
import {
  digestOf,
  isSilent,
  prepare,
  selectionsOf
} from "./chunk-JHSTEDCZ.js";
import {
  diskOperations
} from "./chunk-7Q2MFPVQ.js";
import {
  acquireLock
} from "./chunk-XPOAPWUL.js";
import {
  chosenRecipients,
  encryptionFor
} from "./chunk-ROR6LSPO.js";
import {
  readSnapshot,
  storedIds
} from "./chunk-KA3BEEMK.js";
import {
  findId
} from "./chunk-YNSVTVRQ.js";
import {
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  openAll
} from "./chunk-B6C3O6NU.js";
import {
  readBlobs,
  toDocument
} from "./chunk-POL6UJM2.js";
import {
  embeddedReader,
  mayHoldSecrets,
  plural
} from "./chunk-IWPKGJK5.js";
import {
  isSensitiveKey
} from "./chunk-HCG7IYJE.js";
import {
  ok
} from "./chunk-P74TEEE3.js";

// src/cli/restore/parts.ts
import { hostname } from "node:os";

// src/restore/digests.ts
async function openDigests({ writes }, select, { after }) {
  const open = /* @__PURE__ */ new Set();
  for (const write of writes) {
    if (write.sensitive) continue;
    const entry = wantedEntry(write);
    const selection = select(write.path);
    const [blob] = await readBlobs(after, [entry]);
    const document = await opened(await toDocument(entry, blob, selection.format));
    const isUnread = document.kind === "opaque" && document.reason === "missing";
    if (!isUnread && !mayHoldSecrets(selection, document)) open.add(write.path);
  }
  return open;
}
async function opened(document) {
  return document.kind === "parsed" ? openAll(document, embeddedReader(), isSensitiveKey) : document;
}

// src/cli/restore/parts.ts
async function chooseParts(store, id, knownGood, host = hostname()) {
  if (id !== void 0) {
    const found = findId(await storedIds(store, "snapshots"), id);
    if (!found.ok) return found;
    const manifest = await readSnapshot(store, found.value);
    return manifest.ok ? ok([{ manifest: manifest.value }]) : manifest;
  }
  return readKnownGood(store, { ...knownGood, host });
}
async function restoreParts(store, request, { dryRun, yes, reports, reload }, io, fail, account) {
  account.snapshots = request.parts.map(({ manifest }) => manifest.id);
  const shown = await prepare(store, request);
  if (!shown.ok) return fail(shown.problem);
  const { plan, live, problems } = shown.value;
  account.plan = plan;
  const select = selectionsOf(request.parts, request.policy);
  const sides = sidesOf(store, diskOperations, request.root, plan, request.decrypt);
  account.changes = await compareByKey(plan, live, select, sides);
  show(request, shown.value, account.changes, io);
  if (reports) account.digests = await openDigests(plan, select, sides);
  if (problems.length > 0) return fail(...problems);
  account.end = "unchanged";
  if (plan.writes.length + plan.removes.length === 0) return 0;
  account.end = "shown";
  if (dryRun) {
    io.stdout("Nothing was changed (--dry-run).\n");
    return 1;
  }
  if (!yes) {
    if (io.ask === void 0)
      return fail(usage("Nobody can be asked here.", "Say --yes, or look first with --dry-run."));
    const files = plural(plan.writes.length + plan.removes.length, "file");
    if (!/^y(es)?$/i.test((await io.ask(`Restore ${files}? [y/N] `)).trim())) {
      io.stdout("Nothing was changed.\n");
      return 1;
    }
  }
  account.end = "refused";
  const code = await carryOut(store, request, digestOf(plan), io, fail, account);
  return account.done === void 0 ? code : Math.max(code, await reload(account.done.journal));
}
async function carryOut(store, request, digest, io, fail, account) {
  const { parts, root, decrypt } = request;
  const encryption = await encryptionOf(request, io);
  if (!encryption.ok) return fail(encryption.problem);
  const lock = await acquireLock(store, "holdfast restore");
  if (!lock.ok) return fail(lock.problem);
  try {
    const prepared = await prepare(store, request);
    if (!prepared.ok) return fail(prepared.problem);
    const { plan, problems } = prepared.value;
    if (problems.length > 0) return fail(...problems);
    if (digestOf(plan) !== digest) return fail(CHANGED);
    const snapshots = parts.map(({ manifest }) => manifest.id);
    const reason = `before the restore of ${snapshots.join(", ")}`;
    const { environment } = parts[0].manifest;
    const keep = keeper(store, root, rulesOfParts(parts), reason, environment, encryption.value);
    const recipients = encryption.value && { recipients: [...encryption.value.recipients] };
    const steps = restoreSteps(store, diskOperations, keep, decrypt);
    const outcome = await restore(plan, { snapshots, root, ...recipients }, steps);
    if (!outcome.ok) {
      if (outcome.touched) account.end = "unfinished";
      return fail(...outcome.problems, ...outcome.touched ? [STUCK] : []);
    }
    account.end = "restored";
    account.done = outcome.value;
    io.stdout(doneText(outcome.value, io));
    return outcome.value.foreign.length > 0 ? 1 : 0;
  } finally {
    await lock.value.release();
  }
}
async function encryptionOf({ parts, policy }, io) {
  const named = await chosenRecipients({}, policy, io);
  if (!named.ok) return named;
  const newestFirst = parts.map(({ manifest }) => manifest).sort((left, right) => left.id > right.id ? -1 : 1);
  const known = newestFirst.find(({ recipients }) => recipients !== void 0)?.recipients ?? [];
  const files = newestFirst.flatMap((manifest) => manifest.files);
  const all = files.some(({ sensitive, stored }) => !sensitive && stored !== void 0);
  return encryptionFor(named.value.length > 0 ? named.value : known, all);
}
function show({ parts, policy }, { chosen, plan, live }, changes, io) {
  const columns = Number(io.env.COLUMNS) || process.stdout.columns;
  const options = { color: io.color, ...columns > 0 ? { width: columns } : {} };
  const manifests = parts.map(({ manifest }) => manifest);
  const hides = policy === void 0 && parts.some(isSilent) && chosen.files.some(({ sensitive }) => sensitive);
  io.stdout(
    `${chosenText(manifests, chosen)}${planText(plan, live, changes, options)}${hides ? HIDES : ""}${totals(plan)}
`
  );
}
var HIDES = "The snapshot is of an older version and does not say which keys are sensitive, so that all are hidden; --policy FILE shows the others.\n\n";
var CHANGED = {
  code: "changed-meanwhile",
  message: "The files have changed since they were shown, and nothing else is done than what was shown.",
  hint: "Nothing was touched. Run it again and look at what it shows now."
};

export {
  chooseParts,
  restoreParts
};
