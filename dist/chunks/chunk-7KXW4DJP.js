import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatById,
  parseKeyPattern
} from "./chunk-QOWN6ERV.js";
import {
  canonical,
  countLeaves,
  sameValue
} from "./chunk-AONNQZDM.js";
import {
  child,
  isEmpty,
  isObject,
  parentOf,
  segmentsOf,
  typeOf
} from "./chunk-U7H2WY5Q.js";

// src/checks/accept-expired.ts
var acceptExpired = {
  id: "accept-expired",
  severity: "warning",
  uncritical: "warning",
  summary: "An exception in the policy is over",
  help: "An entry under `accept` would have let a finding of this change pass, but its last day is over. The finding counts again, and this one says why: an exception that ends unnoticed is one that nobody decides about.",
  configure: "Correct the cause, or have the owners of the policy renew the entry in a pull request of its own. The last day is `expires`, in UTC.",
  // Only `verdict/accept.ts` knows the day and which findings there are; it makes these findings.
  run: () => [],
  message: (finding) => ({
    what: `The exception for ${String(finding.args.finding)} in ${finding.path} expired on ${String(finding.args.expires)}.`,
    why: "The finding that it accepted counts again.",
    fix: "Correct the cause, or have the owners of the policy renew the entry in a pull request of its own."
  })
};

// src/documents/document.ts
function textOf(document2) {
  return document2 === void 0 ? void 0 : document2.text;
}

// src/documents/markers.ts
var MARKER = /^(?:<{7} \S.*|>{7} \S.*|={7}|\|{7}(?: .*)?)$/;
function conflictMarkers(text) {
  if (!text.includes("<<<<<<< ") && !text.includes(">>>>>>> ")) return [];
  const places = [];
  let inConflict = false;
  let line = 0;
  for (const raw of text.split("\n")) {
    line += 1;
    const content = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (!MARKER.test(content)) continue;
    if (content.startsWith("<")) {
      places.push({ line, column: 1 });
      inConflict = true;
    } else if (content.startsWith(">")) {
      if (!inConflict) places.push({ line, column: 1 });
      inConflict = false;
    }
  }
  return places;
}

// src/checks/words.ts
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function percent(share2) {
  const rounded = Math.round(share2 * 100);
  if (rounded === 100 && share2 < 1) return "99%";
  if (rounded === 0 && share2 > 0) return "1%";
  return `${rounded}%`;
}
function list(names, total = names.length, most = 5) {
  const shown = names.slice(0, most).map(String);
  const more = total - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
function value(arg) {
  if (arg === void 0) return "nothing";
  return JSON.stringify(arg);
}
function putBack(base, path) {
  const commit = /^[0-9a-f]{40,64}$/.test(base) ? base.slice(0, 12) : "HEAD";
  return `git checkout ${commit} -- ${shellWord(path)}`;
}
function orPutBack(finding, base) {
  return finding.args.added === true ? "" : `, or put it back: ${putBack(base, finding.path)}`;
}
function shellWord(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function serviceOf(service) {
  return service === void 0 ? "The service that reads it" : `The service ${service}`;
}

// src/checks/conflict-marker.ts
var conflictMarker = {
  id: "conflict-marker",
  severity: "error",
  uncritical: "error",
  folds: [
    "syntax-error",
    "duplicate-key",
    "file-replaced",
    "mass-comment",
    "schema-violation",
    "key-removed"
  ],
  summary: "A file holds the markers of an unresolved merge",
  help: "Lines such as `<<<<<<< HEAD` were committed. In 216,000 changes of configuration files five held markers, and nearly all were accidents. It is reported whether or not the file could be parsed before; markers that stood there already are a warning.",
  configure: "There is no option.",
  run({ before, after }) {
    const text = textOf(after);
    if (text === void 0) return [];
    const markers = conflictMarkers(text);
    if (markers.length === 0) return [];
    const old = conflictMarkers(textOf(before) ?? "").length;
    const args = { conflicts: markers.length, ...before === void 0 ? { added: true } : {} };
    return [
      markers.length > old ? { place: markers[0], args } : { severity: "warning", place: markers[0], args }
    ];
  },
  message: (finding, base) => ({
    what: `${finding.path} holds ${count(Number(finding.args.conflicts), "unresolved merge conflict")}.`,
    why: "Both versions stand in the file at once; most programs refuse it, some read the second one.",
    fix: `Choose one version and delete the markers${orPutBack(finding, base)}.`
  })
};

// src/diff/items.ts
var IDENTITY_KEYS = [
  "name",
  "id",
  "key",
  "alias",
  "job_name",
  "alert",
  "record",
  "host",
  "path",
  "repo",
  "uses"
];
function pairItems(before, after, declared) {
  const key = identityKey(before, after, declared);
  return key === void 0 ? pairByContent(before, after) : pairByIdentity(before, after, key);
}
function identityKey(before, after, declared) {
  if (before.length + after.length === 0) return void 0;
  const candidates = declared === void 0 ? IDENTITY_KEYS : [declared];
  return candidates.find((key) => identifies(before, key) && identifies(after, key));
}
function identifies(items, key) {
  const seen = /* @__PURE__ */ new Set();
  for (const item of items) {
    if (!isObject(item) || !Object.hasOwn(item, key)) return false;
    const identity2 = item[key];
    if (typeof identity2 !== "string" && typeof identity2 !== "number" || seen.has(identity2)) return false;
    seen.add(identity2);
  }
  return true;
}
function pairByIdentity(before, after, key) {
  const identityOf = (item) => isObject(item) ? item[key] : null;
  const places = new Map(after.map((item, index) => [identityOf(item), index]));
  const pairs = before.map((item, index) => {
    const identity2 = identityOf(item);
    const match = places.get(identity2);
    places.delete(identity2);
    const label = `${key}=${identity2}`;
    return match === void 0 ? { before: index, label } : { before: index, after: match, label };
  });
  for (const [identity2, index] of places) pairs.push({ after: index, label: `${key}=${identity2}` });
  return pairs;
}
function pairByContent(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && sameValue(before[start], after[start])) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && sameValue(before[before.length - 1 - tail], after[after.length - 1 - tail])) {
    tail++;
  }
  const pairs = [];
  for (let index = 0; index < start; index++) pairs.push({ before: index, after: index });
  pairs.push(...pairMiddle(before, after, start, tail));
  for (let back = tail; back > 0; back--) {
    pairs.push({ before: before.length - back, after: after.length - back });
  }
  return pairs;
}
function pairMiddle(before, after, start, tail) {
  const equal = /* @__PURE__ */ new Map();
  for (let index = after.length - tail - 1; index >= start; index--) {
    const content = canonical(after[index]);
    const places = equal.get(content);
    if (places) places.push(index);
    else equal.set(content, [index]);
  }
  const pairs = [];
  const unmatched = [];
  const taken = /* @__PURE__ */ new Set();
  for (let index = start; index < before.length - tail; index++) {
    const match = equal.get(canonical(before[index]))?.pop();
    if (match === void 0) {
      unmatched.push(index);
    } else {
      taken.add(match);
      pairs.push({ before: index, after: match });
    }
  }
  const rest = [];
  for (let index = start; index < after.length - tail; index++) if (!taken.has(index)) rest.push(index);
  const replaced = pairAlike(before, after, unmatched, rest);
  return [...pairs, ...replaced];
}
function pairAlike(before, after, unmatched, rest) {
  const shape = (value2) => Array.isArray(value2) ? "list" : isObject(value2) ? "object" : "scalar";
  const waiting = [...rest];
  const pairs = unmatched.map((index) => {
    const at = waiting.findIndex((other) => shape(after[other]) === shape(before[index]));
    if (at === -1) return { before: index };
    const [match] = waiting.splice(at, 1);
    return { before: index, after: match };
  });
  return [...pairs, ...waiting.map((index) => ({ after: index }))];
}

// src/diff/stream.ts
function pairDocuments(before, after) {
  if (before.length === 1 && after.length === 1) return [{ before: 0, after: 0 }];
  if (before.length <= 1 && after.length <= 1) return pairItems(before, after);
  const beforeNames = before.map(resourceName);
  const afterNames = after.map(resourceName);
  if (!unique(beforeNames) || !unique(afterNames)) {
    return pairItems(before, after).map((pair) => ({
      ...pair,
      label: `#${(pair.after ?? pair.before ?? 0) + 1}`
    }));
  }
  const places = new Map(afterNames.map((name, index) => [name, index]));
  const pairs = beforeNames.map((name, index) => {
    const match = places.get(name);
    places.delete(name);
    return match === void 0 ? { before: index, label: name } : { before: index, after: match, label: name };
  });
  for (const [name, index] of places) pairs.push({ after: index, label: name });
  return pairs;
}
function resourceName(value2) {
  if (!isObject(value2) || typeof value2.kind !== "string" || !isObject(value2.metadata)) return void 0;
  const { name, namespace } = value2.metadata;
  if (typeof name !== "string") return void 0;
  return typeof namespace === "string" ? `${value2.kind}/${namespace}/${name}` : `${value2.kind}/${name}`;
}
function unique(names) {
  return names.every((name) => name !== void 0) && new Set(names).size === names.length;
}

// src/diff/keys.ts
function compareKeys(before, after, identityOf = () => void 0) {
  const walk = {
    changes: [],
    beforeLeaves: 0,
    keptKeys: 0,
    keptValues: 0,
    exact: before.lossy.length + after.lossy.length === 0,
    identityOf,
    token: tokens(before.lossy, after.lossy)
  };
  const topLevel = { before: 0, gone: [] };
  for (const pair of pairDocuments(before.values, after.values)) {
    const spot = {
      documents: { before: pair.before ?? 0, after: pair.after ?? 0 },
      before: "",
      after: "",
      segments: [],
      name: pair.label === void 0 || before.values.length + after.values.length <= 2 ? "" : `${pair.label}:`
    };
    const old = pair.before === void 0 ? void 0 : before.values[pair.before];
    const now = pair.after === void 0 ? void 0 : after.values[pair.after];
    compare(walk, old, now, spot);
    if (isObject(old)) {
      const keys = Object.keys(old);
      topLevel.before += keys.length;
      topLevel.gone.push(...keys.filter((key) => !isObject(now) || !Object.hasOwn(now, key)));
    }
  }
  const retention = (kept) => ({
    before: walk.beforeLeaves,
    kept,
    share: walk.beforeLeaves === 0 ? 1 : kept / walk.beforeLeaves
  });
  return {
    changes: walk.changes,
    keys: retention(walk.keptKeys),
    values: retention(walk.keptValues),
    topLevel
  };
}
function compare(walk, before, after, spot) {
  if (before === void 0) {
    if (after !== void 0) report(walk, "added", spot, void 0, after);
  } else if (after === void 0) {
    walk.beforeLeaves += countLeaves(before);
    report(walk, "removed", spot, before, void 0);
  } else if (wasEmptied(before, after)) {
    walk.beforeLeaves += countLeaves(before);
    report(walk, "changed", spot, before, after);
  } else if (isObject(before) && isObject(after)) {
    compareObjects(walk, before, after, spot);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    compareLists(walk, before, after, spot);
  } else {
    compareLeaves(walk, before, after, spot);
  }
}
function wasEmptied(before, after) {
  if (isObject(before) && isObject(after)) return isEmpty(after) && !isEmpty(before);
  return Array.isArray(before) && Array.isArray(after) && after.length === 0 && before.length > 0;
}
function compareObjects(walk, before, after, spot) {
  const keys = Object.keys(before);
  const now = Object.keys(after);
  if (keys.length === 0) countLeaf(walk, now.length === 0);
  for (const key of keys) {
    const old = before[key];
    const value2 = Object.hasOwn(after, key) ? after[key] : void 0;
    if (walk.exact && old === value2) countLeaf(walk, true);
    else compare(walk, old, value2, member(spot, key));
  }
  for (const key of now) {
    if (!Object.hasOwn(before, key)) compare(walk, void 0, after[key], member(spot, key));
  }
}
function compareLists(walk, before, after, spot) {
  if (before.length === 0) countLeaf(walk, after.length === 0);
  for (const pair of pairItems(before, after, walk.identityOf(spot.segments))) {
    const index = pair.after ?? pair.before ?? 0;
    const segment = pair.label ?? String(index);
    compare(
      walk,
      pair.before === void 0 ? void 0 : before[pair.before],
      pair.after === void 0 ? void 0 : after[pair.after],
      {
        documents: spot.documents,
        before: child(spot.before, pair.before ?? index),
        after: child(spot.after, pair.after ?? index),
        segments: [...spot.segments, segment],
        name: `${spot.name}[${segment}]`
      }
    );
  }
}
function compareLeaves(walk, before, after, spot) {
  const leaves = countLeaves(before);
  walk.beforeLeaves += leaves;
  const types = [typeOf(before), typeOf(after)];
  const container = types.includes("object") || types.includes("list");
  if (!container) walk.keptKeys += leaves;
  if (before === after && sameToken(walk, spot)) {
    walk.keptValues += 1;
    return;
  }
  const retyped2 = types[0] !== types[1] && before !== null && after !== null;
  report(walk, retyped2 ? "retyped" : "changed", spot, before, after);
}
function sameToken(walk, spot) {
  return walk.token("before", spot.documents.before, spot.before) === walk.token("after", spot.documents.after, spot.after);
}
function countLeaf(walk, same) {
  walk.beforeLeaves += 1;
  walk.keptKeys += 1;
  if (same) walk.keptValues += 1;
}
function report(walk, kind, spot, before, after) {
  const change = {
    kind,
    document: kind === "removed" ? spot.documents.before : spot.documents.after,
    key: kind === "removed" ? spot.before : spot.after,
    name: spot.name === "" ? "(whole document)" : spot.name,
    segments: spot.segments
  };
  if (kind !== "added")
    Object.assign(change, { beforeKey: spot.before, beforeDocument: spot.documents.before });
  if (before !== void 0) change.before = before;
  if (after !== void 0) change.after = after;
  walk.changes.push(change);
}
function member(spot, key) {
  return {
    documents: spot.documents,
    before: child(spot.before, key),
    after: child(spot.after, key),
    segments: [...spot.segments, key],
    name: joinName(spot.name, key)
  };
}
function joinName(parent, key) {
  if (!/^[\p{L}\p{N}_$@!-][\p{L}\p{N}_$@/ -]*$/u.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" || parent.endsWith(":") ? `${parent}${key}` : `${parent}.${key}`;
}
function tokens(before, after) {
  if (before.length + after.length === 0) return () => void 0;
  const index = (numbers) => new Map(numbers.map((number) => [`${number.document}#${number.key}`, number.token]));
  const tables = { before: index(before), after: index(after) };
  return (side, document2, key) => tables[side].get(`${document2}#${key}`);
}

// src/checks/duplicate-key.ts
var duplicateKey = {
  id: "duplicate-key",
  severity: "error",
  uncritical: "error",
  summary: "A key stands twice in the same object",
  help: "Parsers disagree about which of the two counts, most keep the last one silently: the first one, and everything below it, is switched off without a message. A second top-level key has disabled a production patch in this way. Duplicates that were there before are a notice.",
  configure: "There is no option. systemd units and Git configuration, where repeated keys are lists, are read as lists.",
  run({ before, after }) {
    if (after?.kind !== "parsed") return [];
    const old = new Set(before?.kind === "parsed" ? before.duplicates.map(nameOf) : []);
    return after.duplicates.map((duplicate) => {
      const key = keyName(duplicate);
      const report2 = {
        place: duplicate.place,
        key,
        args: { firstLine: duplicate.first.line, ...document(after, duplicate) }
      };
      return old.has(nameOf(duplicate)) ? { severity: "notice", ...report2 } : report2;
    });
  },
  message: (finding) => ({
    what: `${finding.key} stands twice in ${finding.path}; first at line ${Number(finding.args.firstLine)}.`,
    why: "Most parsers silently keep the last one, so the first one is switched off.",
    fix: "Merge the two, or delete the one that is not meant."
  })
};
function nameOf(duplicate) {
  return `${duplicate.document}#${duplicate.key}`;
}
function keyName(duplicate) {
  return segmentsOf(duplicate.key).reduce(joinName, "");
}
function document(file, duplicate) {
  return file.values.length > 1 ? { document: duplicate.document + 1 } : {};
}

// src/checks/thresholds.ts
var THRESHOLDS = {
  /** Non-blank characters kept, at or below which a file counts as emptied: 4.7% of accidents, 0 of 560 ordinary changes. */
  emptiedShare: 0.1,
  /** A file shorter than this many non-blank characters is not judged by its size. */
  emptiedLeast: 40,
  /** Leaf keys that a file must have before its retention says anything. */
  leastKeys: 4,
  /** The same for non-blank lines. */
  leastLines: 5,
  /** Share of the old leaf keys kept, below which a file is replaced. */
  keysReplaced: 0.3,
  /** Below this share of keys a file is probably replaced; it is certain when `linesDoubtful` agrees. */
  keysDoubtful: 0.5,
  linesDoubtful: 0.5,
  /** Share of the old lines kept, below which a file without comparable keys is replaced. */
  linesReplaced: 0.4,
  /** Share of the old leaf values kept, below which a file with all its keys has probably another's content. */
  valuesDoubtful: 0.3,
  /** Leaf values that a file must have for `valuesDoubtful`. */
  leastValues: 8,
  /** Share of the old lines that are commented out: 4.0% of accidents, 0 of 560 ordinary changes. */
  commentedShare: 0.15,
  commentedLeast: 5,
  /** A file became another one: at least this alike now … */
  siblingNow: 0.9,
  /** … and less than this alike before. */
  siblingThen: 0.8,
  /** Values in which two environments must have differed before their becoming equal is an accident. */
  siblingLeastDifferences: 3
};

// src/checks/file-emptied.ts
var fileEmptied = {
  id: "file-emptied",
  wholeFile: true,
  severity: "error",
  uncritical: "error",
  folds: [
    "file-replaced",
    "replaced-by-sibling",
    "mass-comment",
    "syntax-error",
    "schema-violation",
    "key-removed",
    "key-retyped",
    "key-frozen"
  ],
  summary: "A file loses (nearly) all of its content",
  help: "The file is empty, holds white space only, has no key left (all of it commented out, or a bare `{}`), or keeps a tenth of its size or less. Empty files come from scripts that truncate before they write, from failed templates and from full disks; a bot of a public project committed zero bytes over its configuration four times. An empty YAML file is valid.",
  configure: "There is no option. A file that is meant to be empty should be deleted and taken out of the policy.",
  run({ change, before, after }) {
    const [then, now] = [textOf(before), textOf(after)];
    if (change.status === "removed" || then === void 0 || now === void 0) return [];
    if (now.length * 2 > then.length && now.trim() !== "" && !hasNoKey(after)) return [];
    const sizes = { before: solid(then), after: solid(now) };
    if (sizes.before === 0) return [];
    const report2 = (how) => [{ place: { line: 1, column: 1 }, args: { how, ...sizes } }];
    if (sizes.after === 0) return report2("empty");
    if (hasKeys(before) && hasNoKey(after)) return report2("no-keys");
    const shrunk = sizes.after <= sizes.before * THRESHOLDS.emptiedShare;
    return shrunk && sizes.before >= THRESHOLDS.emptiedLeast ? report2("shrunk") : [];
  },
  message: (finding, base) => ({
    what: WHAT[String(finding.args.how)](
      finding.path,
      Number(finding.args.after) / Number(finding.args.before)
    ),
    why: `${serviceOf(finding.service)} starts with built-in defaults or not at all, and an empty file often counts as valid.`,
    fix: `Put it back: ${putBack(base, finding.path)}. Then look at what wrote it: a redirect that truncates first, or a template that failed.`
  })
};
var WHAT = {
  empty: (path) => `${path} is empty now.`,
  "no-keys": (path) => `${path} has no key left: all of it is commented out or reset.`,
  shrunk: (path, share2) => `${path} keeps ${percent(share2)} of its size.`
};
function solid(text) {
  return text.replace(/\s+/g, "").length;
}
function hasKeys(document2) {
  return document2?.kind === "parsed" && document2.values.some((value2) => !isEmpty(value2) && typeof value2 === "object" && countLeaves(value2) > 0);
}
function hasNoKey(document2) {
  return document2?.kind === "parsed" && document2.values.every(isEmpty);
}

// src/checks/file-removed.ts
var fileRemoved = {
  id: "file-removed",
  wholeFile: true,
  severity: "error",
  uncritical: "notice",
  summary: "A critical file is deleted",
  help: "The path exists in the base and not in the head. A service that starts without its configuration fails, or starts with built-in defaults, which is worse because nothing says so. In documented accidents, deletions came from clean-up scripts, from merges that resolved a conflict the wrong way, and from generators that wrote nothing.",
  configure: "When a file is meant to go, take its path out of the policy in a pull request of its own first: the policy is read from the base.",
  run({ change }) {
    if (change.status !== "removed" || change.to !== void 0) return [];
    return [{ side: "before", args: { content: change.before?.id.slice(0, 12) ?? "" } }];
  },
  message: (finding, base) => ({
    what: `${finding.path} is deleted.`,
    why: `${serviceOf(finding.service)} starts without its configuration, or with built-in defaults.`,
    fix: `Put it back: ${putBack(base, finding.path)}. If the file is really no longer used, take it out of the policy first, in a pull request of its own.`
  })
};

// src/checks/file-renamed.ts
var fileRenamed = {
  id: "file-renamed",
  wholeFile: true,
  severity: "error",
  uncritical: "off",
  summary: "A critical file is moved to another path",
  help: "A rename is the removal of the old path plus an addition. Whoever reads the old path finds nothing there, although the content still exists in the repository and every test of the content passes.",
  configure: "Name the new path in the policy first, change what reads the file, and move it last; or keep a copy at the old path for one deployment.",
  run({ change }) {
    if (change.status !== "removed" || change.to === void 0) return [];
    return [{ side: "before", args: { to: change.to } }];
  },
  message: (finding, base) => ({
    what: `${finding.path} is moved to ${String(finding.args.to)}; nothing is left at the old path.`,
    why: `${serviceOf(finding.service)} looks for it where it was.`,
    fix: `Keep the old path until nothing reads it (${putBack(base, finding.path)}), or change its readers and the policy first.`
  })
};

// src/checks/file-replaced.ts
var fileReplaced = {
  id: "file-replaced",
  wholeFile: true,
  severity: "error",
  uncritical: "warning",
  folds: ["key-removed", "key-retyped", "key-frozen", "schema-violation", "mass-comment"],
  summary: "A file keeps little of what it held: it is another file's content",
  help: "Measured as retention, the share of the **old** file that is kept; growth never counts against a change. Error: less than 30% of the old keys are left, or less than half of the keys and of the lines; for text without keys, less than 40% of the lines. Warning: less than half of the keys, less than half of the size, half of the top-level keys gone, or all keys there with hardly one value kept. The new file may be perfectly valid: that is the point.",
  configure: "A planned rewrite is acknowledged by a person, not by an option. Encrypted files are exempt: all of their lines change with every edit.",
  run(subject) {
    const { before, after, change } = subject;
    if (before === void 0 || after === void 0) return [];
    if (before.kind === "opaque" && before.reason !== "template") return [];
    if (after.kind === "opaque" && after.reason !== "template") return [];
    const content = { content: change.after?.id.slice(0, 12) ?? "" };
    const found = subject.difference === void 0 ? byLines(subject) : byKeys(subject, before, after);
    return found.map((report2) => ({
      place: { line: 1, column: 1 },
      ...report2,
      args: { ...report2.args, ...content }
    }));
  },
  message(finding, base) {
    const { how, keysKept, keysBefore, linesKept, gone, goneTotal } = finding.args;
    const keys = `${percent(Number(keysKept))} of its ${Number(keysBefore)} keys`;
    const lines = linesKept === void 0 ? "" : `${percent(Number(linesKept))} of its lines`;
    const lost = Array.isArray(gone) && gone.length > 0 ? ` Gone: ${list(gone, Number(goneTotal))}.` : "";
    const what = {
      keys: `${finding.path} keeps ${keys}${lines === "" ? "" : ` and ${lines}`}: it is replaced.${lost}`,
      lines: `${finding.path} keeps ${lines}: it is replaced.`,
      doubtful: `${finding.path} keeps ${keys}${lines === "" ? "" : ` and ${lines}`}.${lost}`,
      shrunk: `${finding.path} shrinks to ${percent(Number(finding.args.size))} of its size.${lost}`,
      sections: `${finding.path} loses ${Number(goneTotal)} of its ${Number(finding.args.sections)} top-level keys: ${list(Array.isArray(gone) ? gone : [], Number(goneTotal))}.`,
      values: `${finding.path} has most of its keys, but only ${percent(Number(finding.args.valuesKept))} of its ${Number(keysBefore)} values.`
    };
    return {
      what: what[String(how)],
      why: `${serviceOf(finding.service)} gets another configuration, which may well be valid: no schema or syntax check sees it.`,
      fix: `Find what wrote it (a copy between environments, a generator, a wrong merge) and put the old one back: ${putBack(base, finding.path)}. If the rewrite is meant, have it reviewed against the list of changed keys.`
    };
  }
};
function byLines({ lines, before, after }) {
  if (lines === void 0 || before?.kind === "broken" !== (after?.kind === "broken")) return [];
  if (lines.before < THRESHOLDS.leastLines || lines.share >= THRESHOLDS.linesReplaced) return [];
  return [{ args: { how: "lines", linesKept: round(lines.share) } }];
}
function byKeys({ difference, lines }, before, after) {
  if (difference === void 0 || difference.keys.before < THRESHOLDS.leastKeys) return [];
  const { keys, values, topLevel } = difference;
  const linesShare = lines === void 0 || lines.before < THRESHOLDS.leastLines ? void 0 : lines.share;
  const gone = difference.changes.filter((change) => change.kind === "removed").map((change) => change.name);
  const args = {
    keysBefore: keys.before,
    keysKept: round(keys.share),
    ...linesShare === void 0 ? {} : { linesKept: round(linesShare) },
    gone: gone.slice(0, 10),
    goneTotal: gone.length
  };
  if (keys.share < THRESHOLDS.keysReplaced) return [{ args: { how: "keys", ...args } }];
  if (keys.share < THRESHOLDS.keysDoubtful) {
    const certain = linesShare !== void 0 && linesShare < THRESHOLDS.linesDoubtful;
    return certain ? [{ args: { how: "keys", ...args } }] : [{ severity: "warning", args: { how: "doubtful", ...args } }];
  }
  const size = share(before, after);
  if (size < 0.5) return [{ severity: "warning", args: { how: "shrunk", size: round(size), ...args } }];
  if (topLevel.before >= 2 && topLevel.gone.length * 2 >= topLevel.before) {
    const sections = {
      sections: topLevel.before,
      gone: topLevel.gone.slice(0, 10),
      goneTotal: topLevel.gone.length
    };
    return [{ severity: "warning", args: { how: "sections", ...args, ...sections } }];
  }
  const otherValues = values.before >= THRESHOLDS.leastValues && values.share < THRESHOLDS.valuesDoubtful && (linesShare ?? 0) < THRESHOLDS.linesDoubtful;
  return otherValues ? [{ severity: "warning", args: { how: "values", valuesKept: round(values.share), ...args } }] : [];
}
function share(before, after) {
  return before.text === void 0 || before.text.length === 0 ? 1 : (after.text ?? "").length / before.text.length;
}
function round(share2) {
  return Math.round(share2 * 1e3) / 1e3;
}

// src/checks/file-retyped.ts
var WORDS = {
  file: "a file",
  executable: "an executable file",
  symlink: "a symbolic link",
  submodule: "a submodule"
};
var fileRetyped = {
  id: "file-retyped",
  wholeFile: true,
  severity: "error",
  uncritical: "warning",
  folds: ["file-replaced", "file-emptied", "syntax-error", "schema-violation", "key-removed"],
  summary: "A critical file becomes a symbolic link, a submodule or executable",
  help: "What stands at the path is no longer a plain file with the configuration in it. A symbolic link makes the content depend on where it is deployed, a submodule is an empty directory in most checkouts; neither can be compared. A changed executable bit is only a warning.",
  configure: "There is no option: a critical path holds a file.",
  run({ change }) {
    const [from, to] = [change.before?.mode, change.after?.mode];
    if (to === void 0) return [];
    const plain = to === "file" || to === "executable";
    if (from === void 0) return plain ? [] : [{ args: { from: "nothing", to } }];
    if (from === to) return [];
    const bitOnly = plain && (from === "file" || from === "executable");
    return [bitOnly ? { severity: "warning", args: { from, to } } : { args: { from, to } }];
  },
  message(finding, base) {
    const { from, to } = finding.args;
    if (finding.args.from === "nothing") {
      return {
        what: `${finding.path} is added as ${WORDS[String(to)]}.`,
        why: "What it holds depends on where it is deployed, and cannot be checked here.",
        fix: "Add a plain file with the configuration in it."
      };
    }
    const bit = to === "executable" || to === "file" && from === "executable";
    return {
      what: `${finding.path} was ${WORDS[String(from)]} and becomes ${WORDS[String(to)]}.`,
      why: bit ? "Configuration is read, not run; the bit usually comes from a copy between file systems." : "What it holds then depends on where it is deployed, and cannot be checked here.",
      fix: bit ? `Set it as it was: git update-index --chmod=${to === "executable" ? "-x" : "+x"} ${finding.path}.` : `Put the file back: ${putBack(base, finding.path)}.`
    };
  }
};

// src/policy/keys.ts
function keyMatcher(patterns) {
  const parsed = patterns.map(parseKeyPattern).filter((pattern) => "steps" in pattern);
  return (segments, pointer) => {
    for (const { text, steps, pointer: literal } of parsed) {
      if (fits(steps, segments)) return text;
      if (literal && pointer !== void 0 && fits(steps, segmentsOf(pointer))) return text;
    }
    return void 0;
  };
}
function fits(steps, segments) {
  let reached = withSkips(steps, [0]);
  for (const segment of segments) {
    const next = [];
    for (const index of reached) {
      const step = steps[index];
      if (step?.matches(segment)) next.push(step.many ? index : index + 1);
    }
    if (next.length === 0) return false;
    reached = withSkips(steps, next);
  }
  return reached.has(steps.length);
}
function withSkips(steps, indexes) {
  const all = /* @__PURE__ */ new Set();
  for (const start of indexes) {
    let index = start;
    all.add(index);
    while (steps[index]?.many) all.add(++index);
  }
  return all;
}

// src/checks/key-match.ts
var matchers = /* @__PURE__ */ new WeakMap();
function matcherOf(patterns) {
  const known = matchers.get(patterns);
  if (known !== void 0) return known;
  const matcher = keyMatcher(patterns);
  matchers.set(patterns, matcher);
  return matcher;
}
function matchAbove(change, matcher) {
  let pointer = change.beforeKey ?? change.key;
  for (let length = change.segments.length; length > 0; length--) {
    const pattern = matcher(change.segments.slice(0, length), pointer);
    if (pattern !== void 0) return { pattern, itself: length === change.segments.length };
    pointer = parentOf(pointer);
  }
  return void 0;
}
function matchBelow(change, matcher, includeItself) {
  const found = [];
  const visit = (value2, segments, pointer, name, itself) => {
    const pattern = itself && !includeItself ? void 0 : matcher(segments, pointer);
    if (pattern !== void 0) {
      found.push({ pattern, name, segments, pointer, value: value2 });
    } else if (Array.isArray(value2)) {
      for (const { before: index = 0, label = String(index) } of pairItems(value2, [])) {
        visit(value2[index], [...segments, label], child(pointer, index), `${name}[${label}]`, false);
      }
    } else if (isObject(value2)) {
      for (const key of Object.keys(value2)) {
        visit(value2[key], [...segments, key], child(pointer, key), joinName(name, key), false);
      }
    }
  };
  if (change.before !== void 0) {
    const name = change.segments.length === 0 ? "" : change.name;
    visit(change.before, change.segments, change.beforeKey ?? change.key, name, true);
  }
  return found;
}

// src/policy/named-keys.ts
function keysNamed(patterns, value2) {
  const found = /* @__PURE__ */ new Map();
  const look = (pattern, index, segments, pointer, at) => {
    const step = pattern.steps[index];
    if (step === void 0) {
      found.set(`${pattern.text}
${pointer}`, { pattern: pattern.text, segments, pointer, value: at });
      return;
    }
    if (step.many) look(pattern, index + 1, segments, pointer, at);
    for (const part of partsOf(at)) {
      const segment = part.names.find((name) => step.matches(name));
      if (segment === void 0) continue;
      look(
        pattern,
        step.many ? index : index + 1,
        [...segments, segment],
        child(pointer, part.key),
        part.value
      );
    }
  };
  for (const text of patterns) {
    const pattern = parseKeyPattern(text);
    if ("steps" in pattern) look(pattern, 0, [], "", value2);
  }
  return [...found.values()];
}
function partsOf(value2) {
  if (Array.isArray(value2)) {
    return value2.map((item, index) => ({
      key: index,
      names: [...identities(item), String(index)],
      value: item
    }));
  }
  if (!isObject(value2)) return [];
  return Object.keys(value2).map((key) => ({ key, names: [key], value: value2[key] }));
}
function identities(item) {
  if (!isObject(item)) return [];
  return Object.keys(item).filter((key) => typeof item[key] === "string" || typeof item[key] === "number").map((key) => `${key}=${item[key]}`);
}

// src/checks/named-differences.ts
var BY_IDENTITY = /=/;
function namedDifferences(patterns, before, after) {
  const wanted = patterns.filter((pattern) => BY_IDENTITY.test(pattern));
  if (wanted.length === 0) return [];
  const now = spots(wanted, after);
  return [...spots(wanted, before)].flatMap(([id, old]) => {
    const others = now.get(id)?.spots ?? [];
    const values = new Set(others.map((spot) => canonical(spot.value)));
    const changed = old.spots.filter((spot) => !values.has(canonical(spot.value)));
    const [other] = others;
    return changed.map((spot) => ({
      pattern: old.pattern,
      name: nameOf2(old.segments),
      segments: old.segments,
      before: spot,
      ...other === void 0 ? {} : { after: other }
    }));
  });
}
function spots(patterns, { values }) {
  const found = /* @__PURE__ */ new Map();
  for (const [document2, root] of values.entries()) {
    for (const { pattern, segments, pointer, value: value2 } of keysNamed(patterns, root)) {
      const id = JSON.stringify([pattern, segments]);
      const known = found.get(id) ?? { pattern, segments, spots: [] };
      known.spots.push({ document: document2, pointer, value: value2 });
      found.set(id, known);
    }
  }
  return found;
}
function nameOf2(segments) {
  return segments.reduce(
    (name, segment) => segment.includes("=") ? `${name}[${segment}]` : joinName(name, segment),
    ""
  );
}

// src/checks/key-frozen.ts
var keyFrozen = {
  id: "key-frozen",
  severity: "error",
  uncritical: "off",
  summary: "A key changes that the policy pins",
  help: "Some values say which system this is: the environment's name, the cluster, the account. A file in which one of them changes is another system's file. Anything at or below a frozen key may not change, and the key may not go. A frozen key that did not exist yet may be added.",
  configure: "`freeze: [environment, cluster.*]` in the rule that selects the file.",
  run(subject) {
    const { difference, selection } = subject;
    if (difference === void 0 || selection.freeze.length === 0) return [];
    const reports = difference.changes.flatMap((change) => frozenBy(subject, change));
    const known = new Set(reports.map((report2) => report2.key));
    return [...reports, ...frozenByName(subject).filter((report2) => !known.has(report2.key))];
  },
  message(finding) {
    const { before, after, pattern } = finding.args;
    const gone = after === void 0;
    return {
      what: gone ? `${finding.key} in ${finding.path} is removed (it was ${value(before)}).` : before === void 0 ? `${finding.key} is added to ${finding.path}: ${value(after)}.` : `${finding.key} in ${finding.path} changes from ${value(before)} to ${value(after)}.`,
      why: `The policy pins it (freeze: ${String(pattern)}): it says which system this is. ${serviceOf(finding.service)} would run as another one.`,
      fix: "Put the old value back. If it must change, take it out of freeze first, in a pull request of its own."
    };
  }
};
function frozenBy(subject, change) {
  const matcher = matcherOf(subject.selection.freeze);
  const above = matchAbove(change, matcher);
  if (above !== void 0) {
    if (change.kind === "added" && above.itself) return [];
    return [frozen(subject, change, above.pattern)];
  }
  return matchBelow(change, matcher, false).map((key) => ({
    place: subject.before?.kind === "parsed" ? subject.before.place(key.pointer, change.beforeDocument) : void 0,
    side: "before",
    key: key.name,
    args: { pattern: key.pattern, before: subject.context.show(key.value, key.segments) }
  }));
}
function frozen({ before, after, context }, change, pattern) {
  const side = change.kind === "removed" ? "before" : "after";
  const document2 = side === "before" ? before : after;
  const args = { pattern };
  if (change.before !== void 0) args.before = context.show(change.before, change.segments);
  if (change.after !== void 0) args.after = context.show(change.after, change.segments);
  return {
    place: document2?.kind === "parsed" ? document2.place(change.key, change.document) : void 0,
    side,
    key: change.name,
    args
  };
}
function frozenByName({ before, after, selection, context }) {
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
  return namedDifferences(selection.freeze, before, after).map((named) => {
    const args = {
      pattern: named.pattern,
      before: context.show(named.before.value, named.segments)
    };
    const [document2, spot] = named.after === void 0 ? [before, named.before] : [after, named.after];
    if (named.after !== void 0) args.after = context.show(named.after.value, named.segments);
    return {
      place: document2.place(spot.pointer, spot.document),
      side: named.after === void 0 ? "before" : "after",
      key: named.name,
      args
    };
  });
}

// src/checks/key-removed.ts
var keyRemoved = {
  id: "key-removed",
  severity: "error",
  uncritical: "off",
  summary: "A key is gone",
  help: "Keys that the policy protects may not disappear, on their own or with an object around them: error, one finding per key. All other keys that a change removes are listed in one notice per file: half of the documented accidents lost a key, but so did a quarter of ordinary changes, so that the owner has to say which ones matter. A key that moved to another place in a list with identities is not removed.",
  configure: "`protect: [issuer, keys.*, /database/host]` in the rule that selects the file.",
  run(subject) {
    const { difference } = subject;
    if (difference === void 0) return [];
    const gone = difference.changes.filter(
      (change) => change.kind !== "added" && change.before !== void 0
    );
    const below = gone.flatMap((change) => protectedBelow(subject, change));
    const known = new Set(below.map((report2) => report2.key));
    const reports = [...below, ...protectedByName(subject).filter((report2) => !known.has(report2.key))];
    const named = new Set(reports.map((report2) => report2.key));
    const others = gone.filter((change) => change.kind === "removed" && !named.has(change.name));
    return others.length === 0 ? reports : [...reports, lostKeys(subject, others)];
  },
  message(finding, base) {
    if (finding.key === void 0) {
      const { keys, total } = finding.args;
      return {
        what: `${finding.path} loses ${count(Number(total), "key")}: ${list(Array.isArray(keys) ? keys : [], Number(total))}.`,
        why: "A key that is missing usually means a built-in default.",
        fix: "Check that each of them is no longer read. If one must never go, name it under protect in the policy."
      };
    }
    return {
      what: `${finding.key} is removed from ${finding.path}.`,
      why: `The policy protects it (${String(finding.args.pattern)}). ${serviceOf(finding.service)} needs it.`,
      fix: `Put the key back as it was (see the line shown, or ${putBack(base, finding.path)}). To retire it, take it out of protect first, in a pull request of its own.`
    };
  }
};
function protectedBelow({ selection, before, context }, change) {
  if (selection.protect.length === 0 || before?.kind !== "parsed") return [];
  const matched = matchBelow(change, matcherOf(selection.protect), change.kind === "removed");
  return matched.map((key) => ({
    place: before.place(key.pointer, change.beforeDocument),
    side: "before",
    key: key.name,
    args: { pattern: key.pattern, before: context.show(key.value, key.segments) }
  }));
}
function protectedByName({ selection, before, after, context }) {
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
  return namedDifferences(selection.protect, before, after).filter((named) => named.after === void 0).map((named) => ({
    place: before.place(named.before.pointer, named.before.document),
    side: "before",
    key: named.name,
    args: { pattern: named.pattern, before: context.show(named.before.value, named.segments) }
  }));
}
function lostKeys({ before }, gone) {
  const first = gone[0];
  return {
    severity: "notice",
    place: before?.kind === "parsed" ? before.place(first.beforeKey ?? "", first.beforeDocument) : void 0,
    side: "before",
    args: { keys: gone.slice(0, 10).map((change) => change.name), total: gone.length }
  };
}

// src/checks/key-retyped.ts
var keyRetyped = {
  id: "key-retyped",
  severity: "error",
  uncritical: "off",
  summary: "A protected key is emptied or gets a value of another type",
  help: "The key is still there, but its value is `null`, empty, or of another type than before: a number became text, a list became an object. That is what a template leaves behind whose variable was not set, and what quoting by a script does.",
  configure: "`protect: [issuer, keys]` in the rule that selects the file.",
  run(subject) {
    const { difference, selection } = subject;
    if (difference === void 0 || selection.protect.length === 0) return [];
    const matcher = matcherOf(selection.protect);
    const reports = difference.changes.flatMap((change) => {
      if (change.before === void 0 || change.after === void 0) return [];
      const pattern = matcher(change.segments, change.beforeKey);
      if (pattern === void 0) return [];
      const spot = { document: change.document, pointer: change.key, value: change.after };
      return retyped(subject, { ...change, pattern, before: change.before, after: spot });
    });
    const known = new Set(reports.map((report2) => report2.key));
    return [...reports, ...retypedByName(subject).filter((report2) => !known.has(report2.key))];
  },
  message(finding, base) {
    const { how, from, to, before, after, pattern } = finding.args;
    return {
      what: how === "emptied" ? `${finding.key} in ${finding.path} is emptied: ${value(before)} becomes ${value(after)}.` : `${finding.key} in ${finding.path} was a ${String(from)} (${value(before)}) and becomes a ${String(to)} (${value(after)}).`,
      why: `The policy protects it (${String(pattern)}). ${serviceOf(finding.service)} reads it as a ${String(from)}.`,
      fix: `Look at what wrote it: a variable that was not set, or a tool that quotes. The old value: ${putBack(base, finding.path)}.`
    };
  }
};
function retyped({ after, context }, { pattern, name, segments, before, after: spot }) {
  const emptied = isEmpty(spot.value) && !isEmpty(before);
  const [from, to] = [typeOf(before), typeOf(spot.value)];
  if (!emptied && (from === to || before === null || spot.value === null)) return [];
  const args = {
    pattern,
    how: emptied ? "emptied" : "retyped",
    from,
    to,
    before: context.show(before, segments),
    after: context.show(spot.value, segments)
  };
  const place = after?.kind === "parsed" ? after.place(spot.pointer, spot.document) : void 0;
  return [{ place, key: name, args }];
}
function retypedByName(subject) {
  const { before, after, selection } = subject;
  if (before?.kind !== "parsed" || after?.kind !== "parsed") return [];
  return namedDifferences(selection.protect, before, after).flatMap(
    (named) => named.after === void 0 ? [] : retyped(subject, { ...named, before: named.before.value, after: named.after })
  );
}

// src/checks/mass-comment.ts
var COMMENT = /^\s*(?:#|\/\/|;|--)\s?(.*)$/;
var massComment = {
  id: "mass-comment",
  severity: "warning",
  uncritical: "notice",
  summary: "Many lines that were in force are commented out",
  help: "At least five lines, and 15% or more of the lines of the old file, stand there as comments now. The file is still valid. It usually is a trial that was committed by mistake: a public project committed a whole playbook commented out eight times.",
  configure: "There is no option; lines that are not needed are better deleted, where the difference by key shows them.",
  run({ before, after, difference }) {
    if (difference !== void 0 && difference.keys.share === 1) return [];
    const [then, now] = [textOf(before), textOf(after)];
    if (then === void 0 || now === void 0 || before?.kind === "opaque" || after?.kind === "opaque")
      return [];
    if (countComments(now) < THRESHOLDS.commentedLeast) return [];
    const active = /* @__PURE__ */ new Map();
    let total = 0;
    for (const line of then.split("\n")) {
      const content = line.trim();
      if (content === "") continue;
      total += 1;
      if (!COMMENT.test(line) && content.length > 2) active.set(content, (active.get(content) ?? 0) + 1);
    }
    if (total < THRESHOLDS.commentedLeast) return [];
    const { commented, first } = newlyCommented(now, active);
    if (commented < THRESHOLDS.commentedLeast || commented / total < THRESHOLDS.commentedShare) return [];
    const share2 = Math.round(commented / total * 1e3) / 1e3;
    return [{ place: { line: first, column: 1 }, args: { commented, share: share2 } }];
  },
  message: (finding, base) => ({
    what: `${count(Number(finding.args.commented), "line")} (${percent(Number(finding.args.share))}) in ${finding.path} are commented out.`,
    why: `${serviceOf(finding.service)} falls back to defaults for all of them, and the file stays valid.`,
    fix: `Take the comment signs away if it was a trial (${putBack(base, finding.path)}), or delete the lines, so that the difference shows what is given up.`
  })
};
function countComments(text) {
  return text.match(/^[^\S\n]*(?:#|\/\/|;|--)/gm)?.length ?? 0;
}
function newlyCommented(text, active) {
  const lines = text.split("\n");
  for (const line of lines) {
    const content = line.trim();
    const left = active.get(content);
    if (left !== void 0) active.set(content, left - 1);
  }
  let commented = 0;
  let first = 1;
  lines.forEach((line, index) => {
    const content = COMMENT.exec(line)?.[1]?.trim();
    const left = content === void 0 ? 0 : active.get(content) ?? 0;
    if (content === void 0 || left <= 0) return;
    active.set(content, left - 1);
    commented += 1;
    if (commented === 1) first = index + 1;
  });
  return { commented, first };
}

// src/checks/path-collision.ts
var pathCollision = {
  id: "path-collision",
  severity: "error",
  uncritical: "off",
  summary: "A new path is the same file as a critical one on some file systems",
  help: "Two paths that differ only in case, or in how accents are encoded, are one file on macOS, on Windows and on some network shares: whichever is written last wins.",
  configure: "There is no option. Choose another name.",
  run({ context }) {
    const twin = context.twin();
    return twin === void 0 ? [] : [{ args: { twin } }];
  },
  message: (finding) => ({
    what: `${finding.path} and ${String(finding.args.twin)} are the same file where names are not case-sensitive or are normalised.`,
    why: "Whichever is checked out or copied last replaces the other, without a message.",
    fix: "Give the new file another name, or delete it."
  })
};

// src/checks/policy-changed.ts
var policyChanged = {
  id: "policy-changed",
  severity: "warning",
  uncritical: "error",
  summary: "The change edits what Holdfast judges by: the policy, a schema, or the workflow that runs it",
  help: "The change is judged by the policy and the schemas of the base all the same. The finding tells the reviewer that the next change will be judged otherwise, and names what would no longer be guarded. A policy that is removed, or that cannot be read any more, is an error: the next change would not be guarded at all. So is a workflow that no longer runs Holdfast.",
  configure: "Own the policy and the schemas in CODEOWNERS. There is no option.",
  run({ guard, change }) {
    if (guard === void 0) return [];
    if (guard.kind === "policy") return [ofPolicy(guard.change)];
    if (guard.kind === "schema") {
      return [{ args: { what: "schema", how: change.after === void 0 ? "removed" : "edited" } }];
    }
    return [
      guard.runs ? { args: { what: "workflow", how: "edited" } } : { severity: "error", args: { what: "workflow", how: "removed" } }
    ];
  },
  message(finding, base) {
    const { what, how, weaker, problem } = finding.args;
    const subject = what === "policy" ? "the policy" : what === "schema" ? "a schema" : "the workflow that runs Holdfast";
    const back = putBack(base, finding.path);
    if (how === "invalid") {
      return {
        what: `${finding.path} is no valid policy any more: ${String(problem)}.`,
        why: "Once it is merged, no change can be judged: every check would stop as inconclusive.",
        fix: `Correct it at the line shown, or put it back: ${back}.`
      };
    }
    if (how === "removed") {
      return {
        what: what === "workflow" ? `${finding.path} no longer runs Holdfast.` : `${finding.path} (${subject}) is removed.`,
        why: "Once it is merged, nothing of what it guards is checked.",
        fix: `Put it back: ${back}.`
      };
    }
    if (how === "added") {
      return {
        what: `${finding.path} is a new policy.`,
        why: "It counts from the next change on; this one is judged without it.",
        fix: `Try it on this change: holdfast check --policy ${finding.path}.`
      };
    }
    const weakened = Array.isArray(weaker) && weaker.length > 0 ? ` It guards less: ${list(weaker, weaker.length, 8)}.` : "";
    return {
      what: `${finding.path} (${subject}) is edited.${weakened}`,
      why: "This change is judged by the version in the base; later changes are judged by the new one.",
      fix: "Have the owners of the guarded services review it, best in a pull request of its own."
    };
  }
};
function ofPolicy(change) {
  switch (change.kind) {
    case "removed":
      return { severity: "error", args: { what: "policy", how: "removed" } };
    case "added":
      return { severity: "notice", args: { what: "policy", how: "added" } };
    case "invalid":
      return {
        severity: "error",
        place: change.place,
        args: { what: "policy", how: "invalid", problem: change.problem }
      };
    case "edited":
      return { args: { what: "policy", how: "edited", weaker: change.weaker } };
  }
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value2) => {
      value2 = this.postProcess(value2, options);
      if (callback) {
        setTimeout(function() {
          callback(value2);
        }, 0);
        return void 0;
      } else {
        return value2;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value2, options) {
    return value2;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value2, options) {
    return Array.from(value2);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value2 = newTokens.slice(newPos, newPos + component.count);
          value2 = value2.map(function(value3, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value3.length ? oldValue : value3;
          });
          component.value = this.join(value2);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value2, options) {
  if (options.stripTrailingCr) {
    value2 = value2.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value2.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/diff/lines.ts
var MAX_EDITS = 500;
function retainedLines(before, after) {
  const stock = /* @__PURE__ */ new Map();
  for (const line of after.split("\n")) {
    const content = line.trim();
    if (content !== "") stock.set(content, (stock.get(content) ?? 0) + 1);
  }
  let total = 0;
  let kept = 0;
  for (const line of before.split("\n")) {
    const content = line.trim();
    if (content === "") continue;
    total += 1;
    const left = stock.get(content) ?? 0;
    if (left > 0) {
      kept += 1;
      stock.set(content, left - 1);
    }
  }
  return { before: total, kept, share: total === 0 ? 1 : kept / total };
}
function lineHunks(before, after) {
  const patch = structuredPatch("", "", before, after, "", "", { context: 1, maxEditLength: MAX_EDITS });
  return patch?.hunks.map((hunk) => ({
    beforeLine: hunk.oldStart,
    afterLine: hunk.newStart,
    lines: hunk.lines.filter((line) => !line.startsWith("\\"))
  }));
}

// src/checks/replaced-by-sibling.ts
var replacedBySibling = {
  id: "replaced-by-sibling",
  wholeFile: true,
  severity: "error",
  uncritical: "warning",
  folds: [
    "file-replaced",
    "file-renamed",
    "key-removed",
    "key-retyped",
    "key-frozen",
    "schema-violation",
    "mass-comment"
  ],
  summary: "A file becomes (nearly) the same file of another environment",
  help: "The policy's `environments` says which files are the same file per environment. The finding is that this one was different from the other environment's, and now is (nearly) equal to it: at least 90% alike now and less than 80% before, or nearly all of the differences gone. This is the accident that started the project: a deployment script wrote staging's file over production's. The result is valid, complete, and wrong, and no other check sees it when both files have the same keys.",
  configure: "Declare the family: `environments: [config/auth/{environment}.yml]`. Two files that differ in fewer than three values may become equal without a finding: promoting a version is ordinary work.",
  run({ change, before, after, context }) {
    if (before === void 0 || after === void 0 || change.after === void 0) return [];
    const reports = context.siblings().flatMap((sibling) => becameLike(sibling, before, after, change.after?.id));
    return reports.sort((left, right) => Number(right.args.alike) - Number(left.args.alike)).slice(0, 1).map((report2) => ({ ...report2, args: { ...report2.args, environment: context.environment() ?? "" } }));
  },
  message(finding, base) {
    const { sibling, alike, alikeBefore, differences, siblingEnvironment, environment } = finding.args;
    const equal = alike === 1 ? `exactly ${String(sibling)}` : `${percent(Number(alike))} ${String(sibling)}`;
    return {
      what: `${finding.path} is now ${equal}; before, ${percent(Number(alikeBefore))} of it was the same (${count(Number(differences), "difference")}).`,
      why: `${serviceOf(finding.service)} would run in ${String(environment)} with the configuration of ${String(siblingEnvironment)}. It is valid, so nothing else stops it.`,
      fix: `Put ${String(environment)}'s file back: ${putBack(base, finding.path)}. Then correct the command that copied ${String(sibling)} over it.`
    };
  }
};
function becameLike(sibling, before, after, afterId) {
  const then = likeness(before, sibling.document);
  const now = sibling.id === afterId ? { alike: 1, differences: 0 } : likeness(after, sibling.document);
  if (then === void 0 || now === void 0 || now.alike <= then.alike) return [];
  if (then.differences < THRESHOLDS.siblingLeastDifferences) return [];
  const byShare = now.alike >= THRESHOLDS.siblingNow && then.alike < THRESHOLDS.siblingThen;
  const byDifferences = now.differences <= then.differences * (1 - THRESHOLDS.siblingNow);
  if (!byShare && !byDifferences) return [];
  return [
    {
      place: { line: 1, column: 1 },
      args: {
        sibling: sibling.path,
        siblingEnvironment: sibling.environment,
        alike: floor(now.alike),
        alikeBefore: floor(then.alike),
        differences: then.differences,
        content: afterId?.slice(0, 12) ?? ""
      }
    }
  ];
}
function likeness(one, other) {
  if (one.kind === "parsed" && other.kind === "parsed") {
    const { values, changes } = compareKeys(one, other);
    const total2 = values.before + other.values.reduce((sum, value2) => sum + countLeaves(value2), 0);
    return total2 === 0 ? void 0 : { alike: 2 * values.kept / total2, differences: changes.length };
  }
  const [left, right] = [textOf(one), textOf(other)];
  if (left === void 0 || right === void 0) return void 0;
  const [there, back] = [retainedLines(left, right), retainedLines(right, left)];
  const total = there.before + back.before;
  if (total < THRESHOLDS.leastLines * 2) return void 0;
  const differences = Math.max(there.before - there.kept, back.before - back.kept);
  return { alike: (there.kept + back.kept) / total, differences };
}
function floor(share2) {
  return Math.floor(share2 * 1e3) / 1e3;
}

// src/checks/schema-missing.ts
var schemaMissing = {
  id: "schema-missing",
  severity: "error",
  uncritical: "error",
  summary: "The schema that the policy names does not exist in the base",
  help: "A file is to be judged by a schema that the base commit does not have. Validating nothing would look like success, so this fails. Schemas are read from the base: one that is added in the same change as the configuration does not count yet.",
  configure: "Correct `schema:` in the policy, or land the schema first, in a pull request of its own.",
  run({ context, change }) {
    if (change.status === "removed") return [];
    return context.schemas().flatMap((verdict) => "missing" in verdict ? [{ args: { schema: verdict.schema } }] : []);
  },
  message: (finding) => ({
    what: `${finding.path} cannot be validated: the base has no ${String(finding.args.schema)}.`,
    why: "The policy demands a schema for this file; without it nothing is known about the content.",
    fix: "Correct the path in the policy, or land the schema first, in a pull request of its own."
  })
};

// src/checks/violation-text.ts
function violationText(finding) {
  const { keyword, expected, actual, name, allowed, limit, pattern, format, detail, otherBranches } = finding.args;
  const key = finding.key === void 0 || finding.key === "" ? "the document" : finding.key;
  const others = typeof otherBranches === "number" && otherBranches > 0 ? ` (in the best fitting of ${otherBranches + 1} forms)` : "";
  const choices = Array.isArray(allowed) ? list(
    allowed.map((choice) => value(choice)),
    allowed.length,
    8
  ) : "";
  const text = {
    required: () => `${key} lacks the key ${JSON.stringify(name)}`,
    additionalProperties: () => `${key} is not a key that may stand here`,
    unevaluatedProperties: () => `${key} is not a key that may stand here`,
    propertyNames: () => `${key} is not an allowed name`,
    type: () => `${key} is ${article(actual)}, expected ${Array.isArray(expected) ? list(expected, expected.length, 8) : ""}`,
    enum: () => `${key} is none of ${choices}`,
    const: () => `${key} has to be ${choices}`,
    minimum: () => `${key} is less than ${String(limit)}`,
    maximum: () => `${key} is more than ${String(limit)}`,
    exclusiveMinimum: () => `${key} has to be more than ${String(limit)}`,
    exclusiveMaximum: () => `${key} has to be less than ${String(limit)}`,
    minLength: () => `${key} is shorter than ${String(limit)} characters`,
    maxLength: () => `${key} is longer than ${String(limit)} characters`,
    minItems: () => `${key} has fewer than ${String(limit)} items`,
    maxItems: () => `${key} has more than ${String(limit)} items`,
    minProperties: () => `${key} has fewer than ${String(limit)} keys`,
    maxProperties: () => `${key} has more than ${String(limit)} keys`,
    uniqueItems: () => `${key} has two equal items`,
    multipleOf: () => `${key} is not a multiple of ${String(limit)}`,
    pattern: () => `${key} does not match ${String(pattern)}`,
    format: () => `${key} is not a valid ${String(format)}`
  };
  const words = text[String(keyword)]?.() ?? `${key} ${String(detail ?? `breaks ${String(keyword)}`)}`;
  return `${words}${others}`;
}
function article(type) {
  if (type === "null") return "null";
  return type === "object" || type === "integer" ? `an ${String(type)}` : `a ${String(type)}`;
}

// src/checks/schema-violation.ts
var schemaViolation = {
  id: "schema-violation",
  severity: "error",
  uncritical: "error",
  summary: "A file breaks its JSON Schema",
  help: "The head is judged by the schema as it stands in the base, so that a change cannot loosen the schema that judges it. What broke the schema before already is a notice: it is not this change's doing. For `anyOf` and `oneOf` the branch that fits best is reported, not all of them.",
  configure: "`schema:` in a rule under `critical:`, or `schemas:` for files that are not critical.",
  run(subject) {
    return subject.context.schemas().flatMap((verdict) => {
      if ("missing" in verdict || verdict.after.kind !== "invalid") return [];
      const old = new Set(violationsOf(verdict.before).map(identity));
      return verdict.after.violations.map((violation) => {
        const report2 = toReport(subject, verdict.schema, violation);
        return old.has(identity(violation)) ? { severity: "notice", ...report2 } : report2;
      });
    });
  },
  message: (finding) => ({
    what: `${finding.path}: ${violationText(finding)}.`,
    why: finding.severity === "notice" ? `It broke ${String(finding.args.schema)} before this change already.` : `It breaks ${String(finding.args.schema)}${typeof finding.args.about === "string" ? ` (${finding.args.about})` : ""}. ${serviceOf(finding.service)} may refuse it or ignore the key.`,
    fix: typeof finding.args.nearest === "string" ? `Did you mean ${JSON.stringify(finding.args.nearest)}?` : "Correct the value. If the schema is wrong, change the schema first, in a pull request of its own."
  })
};
function toReport({ after }, schema, violation) {
  const { document: document2, key, part, keyword, schemaKey, facts } = violation;
  const place = after?.kind === "parsed" ? after.place(key, document2, part) : void 0;
  const many = after?.kind === "parsed" && after.values.length > 1;
  return {
    place: place ?? { line: 1, column: 1 },
    key: segmentsOf(key).reduce(joinSegment, ""),
    args: { schema, keyword, schemaKey, ...facts, ...many ? { document: document2 + 1 } : {} }
  };
}
function joinSegment(name, segment) {
  return /^\d+$/.test(segment) ? `${name}[${segment}]` : joinName(name, segment);
}
function violationsOf(judgement) {
  return judgement?.kind === "invalid" ? judgement.violations : [];
}
function identity({ key, keyword, schemaKey, facts }) {
  return JSON.stringify([key.replace(/\/\d+(?=\/|$)/g, "/#"), keyword, schemaKey, facts.name ?? null]);
}

// src/documents/templates.ts
var SUFFIX = /\.(?:j2|jinja|jinja2|erb|tpl|tmpl|gotmpl|mustache|hbs|handlebars|liquid|ejs)$/i;
var HELM = /(?:^|\/)templates\/(?:.+\/)?[^/]+\.(?:ya?ml|tpl|txt|json)$/i;
function isTemplatePath(path, text) {
  return SUFFIX.test(path) || HELM.test(path) && hasTemplateTags(text);
}
function renderedPath(path) {
  return path.replace(SUFFIX, "");
}
var TAG_START = /(?<!\$)\{\{|\{%|\{#|<%/;
var TAG_ENDS = { "{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>" };
var BARE_TAG = /^\s*(?:- +)?(?:[^\s"'#]+\s*[:=]\s*)?(?:(?<!\$)\{\{|\{%|\{#|<%)/;
function hasTemplateTags(text) {
  return TAG_START.test(text);
}
function standsAtTag(text, problem) {
  const lines = text.split("\n", problem.place.line);
  return lines.slice(-4).some((line) => BARE_TAG.test(line));
}
function withoutTags(text) {
  const starts = new RegExp(TAG_START, "g");
  const parts = [];
  let done = 0;
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const close = TAG_ENDS[match[0]];
    const closed = text.indexOf(close, match.index + 2);
    if (closed === -1) break;
    const end = closed + close.length;
    const tag = text.slice(match.index, end);
    const directs = match[0] === "{%" || match[0] === "{#" || match[0] === "<%" && tag[2] !== "=";
    const alone = beginsLine(text, match.index, done) && endsLine(text, end);
    parts.push(text.slice(done, match.index), blank(tag, directs || alone ? " " : "1"));
    done = end;
    starts.lastIndex = end;
  }
  parts.push(text.slice(done));
  return parts.join("");
}
function blank(tag, filler) {
  const [first = "", ...more] = tag.split("\n");
  return [filler.repeat(first.length), ...more.map((line) => " ".repeat(line.length))].join("\n");
}
function beginsLine(text, offset, previousEnd) {
  let at = offset - 1;
  while (at >= previousEnd && isBlank(text.charCodeAt(at))) at -= 1;
  return at < 0 || text.charCodeAt(at) === 10 || at < previousEnd && previousEnd > 0;
}
function endsLine(text, end) {
  let at = end;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at >= text.length || text.charCodeAt(at) === 10 || TAG_START.test(text.slice(at, at + 2));
}
function isBlank(code) {
  return code === 32 || code === 9 || code === 13;
}

// src/checks/syntax-error.ts
var syntaxError = {
  id: "syntax-error",
  severity: "error",
  uncritical: "error",
  folds: ["file-replaced", "mass-comment", "schema-violation", "key-removed"],
  summary: "A file can no longer be parsed",
  help: "The head cannot be read as what its format demands: a syntax error, an encoding that is not UTF-8, binary content, or template expressions in a file that had none. One or two of a thousand changes do this, and nearly all of them are accidents. A file that was broken before is a warning.",
  configure: "If a file is not what its name says, give its format in the policy (`format: text` compares lines only).",
  run({ change, before, after }) {
    if (after === void 0) return [];
    const readable = before?.kind === "parsed" || before?.kind === "text";
    if (after.kind === "broken") {
      const { code, detail, place } = after.problem;
      const added = before === void 0 ? { added: true } : {};
      const args = { format: after.format, code, detail, ...added };
      return [before?.kind === "broken" ? { severity: "warning", place, args } : { place, args }];
    }
    if (after.kind !== "opaque" || !readable) return [];
    if (after.reason === "encoding" || after.reason === "binary") {
      return [{ args: { code: after.reason, format: "" } }];
    }
    if (after.reason === "template" && before.kind === "parsed" && !isTemplatePath(change.path, after.text ?? "")) {
      return [{ args: { code: "template", format: before.format } }];
    }
    return [];
  },
  message(finding, base) {
    const { code, format, detail } = finding.args;
    const again = finding.severity === "warning" ? " (it could not be read before either)" : "";
    const what = {
      encoding: `${finding.path} is no longer UTF-8 text.`,
      binary: `${finding.path} is binary now.`,
      template: `${finding.path} holds template expressions now and is no longer ${formatName(format)}.`
    };
    return {
      what: what[String(code)] ?? `${finding.path} is not valid ${formatName(format)}${again}: ${String(detail)}.`,
      why: `${serviceOf(finding.service)} cannot read it, or reads only a part.`,
      fix: `Correct it at the line shown${orPutBack(finding, base)}.`
    };
  }
};
function formatName(format) {
  return formatById(format)?.name ?? String(format);
}

// src/checks/index.ts
var checks = [
  policyChanged,
  acceptExpired,
  fileRemoved,
  fileRenamed,
  fileRetyped,
  fileEmptied,
  conflictMarker,
  syntaxError,
  replacedBySibling,
  fileReplaced,
  massComment,
  duplicateKey,
  schemaMissing,
  schemaViolation,
  keyRemoved,
  keyRetyped,
  keyFrozen,
  pathCollision
];
var byId = new Map(checks.map((check) => [check.id, check]));
function checkById(id) {
  return byId.get(id);
}

export {
  acceptExpired,
  textOf,
  conflictMarkers,
  percent,
  putBack,
  compareKeys,
  THRESHOLDS,
  matcherOf,
  policyChanged,
  retainedLines,
  lineHunks,
  isTemplatePath,
  renderedPath,
  hasTemplateTags,
  standsAtTag,
  withoutTags,
  checks,
  checkById
};
