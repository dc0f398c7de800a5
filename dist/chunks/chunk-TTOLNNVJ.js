import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  yamlScalar
} from "./chunk-VZBM5HRG.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  escapeGlob
} from "./chunk-HCG7IYJE.js";
import {
  canonical
} from "./chunk-AONNQZDM.js";
import {
  child,
  parentOf,
  segmentsOf,
  valueAt
} from "./chunk-7IV7GVKJ.js";
import {
  isObject,
  setOwn
} from "./chunk-V4OPYPJO.js";

// src/drill/drilled.ts
var LEAST_TOLD = ["missed", "notice", "warning", "error", "unjudged"];
function survivorsOf(drilled, groups) {
  return passedIn(drilled, groups).toSorted(
    (left, right) => LEAST_TOLD.indexOf(left.level) - LEAST_TOLD.indexOf(right.level)
  );
}
function passedIn({ trials }, groups) {
  return trials.filter(({ stopped, group }) => !stopped && groups.includes(group));
}
var STRUCTURAL = ["file", "key"];
function nothingToDrill(service) {
  return {
    code: "nothing-to-drill",
    message: service === void 0 ? "HEAD has no file that the policy calls critical." : `HEAD has no critical file of the service ${JSON.stringify(service)}.`,
    hint: "Declare critical files first: holdfast init writes a policy, and holdfast explain PATH asks about a file."
  };
}

// src/drill/proposals/block.ts
function blockOf(proposals) {
  const byFile = /* @__PURE__ */ new Map();
  const environments = /* @__PURE__ */ new Set();
  for (const proposal of proposals) {
    if (proposal.kind === "environments") environments.add(proposal.pattern);
    if (!("entry" in proposal)) continue;
    const { files, ...parts } = proposal.entry;
    const known = byFile.get(files) ?? { files };
    byFile.set(files, {
      files,
      ...joined("protect", known, parts),
      ...joined("freeze", known, parts),
      ...joined("forbid", known, parts),
      ...joined("rules", known, parts)
    });
  }
  const critical = [...byFile.values()].sort((one, other) => one.files < other.files ? -1 : 1);
  return { critical, environments: [...environments].sort() };
}
function joined(name, one, other) {
  const all = [...one[name] ?? [], ...other[name] ?? []];
  if (all.length === 0) return {};
  const distinct2 = new Map(all.map((member) => [JSON.stringify(member), member]));
  return {
    [name]: [...distinct2].sort(([left], [right]) => left < right ? -1 : 1).map(([, member]) => member)
  };
}
function blockText({ critical, environments }) {
  const lines = [
    ...critical.length === 0 ? [] : ["critical:", ...critical.flatMap(entryLines)],
    ...environments.length === 0 ? [] : ["environments:", ...environments.map((pattern) => `  - ${yamlScalar(pattern)}`)]
  ];
  return lines.length === 0 ? "" : `${lines.join("\n")}
`;
}
function entryLines({ files, protect, freeze, forbid, rules }) {
  return [
    `  - files: ${yamlScalar(escapeGlob(files))}`,
    ...protect === void 0 ? [] : [`    protect: ${flow(protect)}`],
    ...freeze === void 0 ? [] : [`    freeze: ${flow(freeze)}`],
    ...forbid === void 0 ? [] : [
      "    forbid:",
      ...byKey(forbid).map(([key, values]) => `      ${yamlScalar(key)}: ${flow(values)}`)
    ],
    ...rules === void 0 ? [] : [
      "    rules:",
      ...rules.flatMap(({ key, rule, message }) => [
        `      - key: ${yamlScalar(key)}`,
        `        rule: ${yamlScalar(rule)}`,
        `        message: ${yamlScalar(message)}`
      ])
    ]
  ];
}
var LONGEST_LIST = 150;
var LONGEST_LINE = 100;
function flow(texts) {
  const scalars = texts.map(yamlScalar);
  const whole = scalars.join(", ");
  if (whole.length <= LONGEST_LIST) return `[${whole}]`;
  const lines = [];
  for (const scalar of scalars) {
    const last = lines.at(-1);
    const longer = `${last}, ${scalar}`;
    if (last === void 0 || longer.length > LONGEST_LINE) lines.push(scalar);
    else lines[lines.length - 1] = longer;
  }
  return `[${lines.join(",\n        ")}]`;
}
function byKey(forbid) {
  const keys = [...new Set(forbid.map(({ key }) => key))];
  return keys.map((key) => [key, forbid.filter((one) => one.key === key).map(({ value }) => value)]);
}

// src/drill/edits/lines.ts
function tokenAt({ valueAt: at, value }, lines) {
  const rest = lines[at.line].slice(at.column).replace(/^["']/, "");
  const written = String(value);
  if (rest.startsWith(written) && written !== "") return written;
  return /^[\w.+-]+/.exec(rest)?.[0];
}
function withToken({ valueAt: at }, lines, token, other) {
  const start = lines[at.line].indexOf(token, at.column);
  return replaced(lines, at.line, start, token.length, other);
}
function replaced(lines, line, column, length, by) {
  const text = lines[line];
  return lines.with(line, `${text.slice(0, column)}${by}${text.slice(column + length)}`).join("\n");
}
function withoutLines(lines, from, to) {
  const rest = lines.toSpliced(from, to - from + 1);
  if (rest.length === 0) return [];
  const before = Math.max(0, from - 1);
  const withoutComma = rest.with(before, (rest[before] ?? "").replace(/,\s*$/, ""));
  return [rest, withoutComma].map((all) => all.join("\n"));
}

// src/drill/random.ts
import { createHash } from "node:crypto";
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}
function seedOf(text) {
  return createHash("sha256").update(text).digest().readUInt32BE();
}
function shuffled(items, random) {
  return items.map((item) => ({ item, order: random() })).sort((left, right) => left.order - right.order).map(({ item }) => item);
}
function oneOf(items, random) {
  return items[Math.floor(random() * items.length)];
}

// src/drill/edits/slips.ts
function misspelt(text, random) {
  const letters = [...text.matchAll(/[\p{L}\d]/gu)].map(({ index }) => index);
  if (letters.length < 3) return void 0;
  const known = new Set(letters);
  const pairs = letters.filter((at2) => known.has(at2 + 1) && text[at2] !== text[at2 + 1]);
  const at = oneOf(pairs, random);
  if (at !== void 0 && random() < 0.5) {
    return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
  }
  const gone = oneOf(letters, random);
  return text.slice(0, gone) + text.slice(gone + 1);
}
function misdialled(text, random) {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = oneOf(digits, random);
  if (at === void 0) return void 0;
  const drop = digits.length > 1 && random() < 0.5;
  return drop ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at + 1) + text.slice(at);
}
var OPPOSITES = {
  true: "false",
  false: "true",
  yes: "no",
  no: "yes",
  on: "off",
  off: "on"
};
function opposite(word) {
  return Object.hasOwn(OPPOSITES, word) ? OPPOSITES[word] : void 0;
}

// src/drill/edits/leaves.ts
function leavesOf(parsed) {
  return parsed.values.flatMap(
    (root, document) => below(root, "").flatMap(({ pointer, value }) => {
      const keyAt = spotOf(parsed, pointer, document, "key");
      const at = spotOf(parsed, pointer, document, "value");
      return keyAt === void 0 || at === void 0 ? [] : [{ document, pointer, value, keyAt, valueAt: at }];
    })
  );
}
function spotOf(parsed, pointer, document, part) {
  const place = parsed.place(pointer, document, part);
  return place && { line: place.line - 1, column: place.column - 1 };
}
function below(value, pointer) {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => isScalar(item) ? [] : below(item, child(pointer, index)));
  }
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const [member, at] = [value[key], child(pointer, key)];
    return isScalar(member) ? [{ pointer: at, value: member }] : below(member, at);
  });
}
function isScalar(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
function valueUnder({ values }, { document, pointer }) {
  return valueAt(values[document], segmentsOf(pointer));
}
function differsOnlyAt(before, after, { document, pointer }, change) {
  const expected = structuredClone(before.values);
  const segments = segmentsOf(pointer);
  const last = segments.pop();
  const parent = segments.reduce(
    (value, segment) => Array.isArray(value) ? value[Number(segment)] : value[segment],
    expected[document]
  );
  delete parent[last];
  if (change.value !== void 0) setOwn(parent, change.name ?? last, change.value);
  return canonical(expected) === canonical(after.values);
}

// src/drill/edits/spoil.ts
function atPlaces(id, title, group, parts) {
  return {
    id,
    title,
    group,
    async apply(scene, random, most) {
      const texts = await spoilt(scene, random, most, parts);
      return texts.map((text) => ({ head: /* @__PURE__ */ new Map([[scene.path, text]]) }));
    }
  };
}
function atLeaves(id, title, group, edit, proof) {
  return atPlaces(id, title, group, { places: leavesOf, edit, proof });
}
async function spoilt({ document, text, parse }, random, most, { places, edit, proof }) {
  if (document.kind !== "parsed") return [];
  const found = [];
  const lines = text.split("\n");
  for (const at of shuffled(places(document), random)) {
    if (found.length === most) break;
    for (const candidate of edit(at, lines, random, document)) {
      if (candidate === text) continue;
      const after = await parse(candidate);
      if (after.kind !== "parsed" || !proof(document, after, at)) continue;
      found.push(candidate);
      break;
    }
  }
  return found;
}
function otherValue(test) {
  return (before, after, leaf) => {
    const now = valueUnder(after, leaf);
    return now !== void 0 && test(now, leaf) && differsOnlyAt(before, after, leaf, { value: now });
  };
}

// src/drill/operators/boolean-inverted.ts
var booleanInverted = atLeaves(
  "boolean-inverted",
  "boolean inverted",
  "value",
  (leaf, lines) => {
    const token = tokenAt(leaf, lines);
    const other = token === void 0 ? void 0 : opposite(token);
    return other === void 0 ? [] : [withToken(leaf, lines, token, other)];
  },
  otherValue((now, { value: then }) => String(now) === opposite(String(then)))
);

// src/drill/operators/commented-out.ts
var SIGNS = {
  yaml: "# ",
  toml: "# ",
  dotenv: "# ",
  properties: "# ",
  hcl: "# ",
  ini: "; ",
  jsonc: "// ",
  json5: "// "
};
var commentedOut = atLeaves(
  "commented-out",
  "commented out",
  "key",
  ({ keyAt }, lines, _, { format }) => {
    const sign = SIGNS[format];
    if (sign === void 0) return [];
    const line = lines[keyAt.line];
    const indent = line.length - line.trimStart().length;
    return [lines.with(keyAt.line, line.slice(0, indent) + sign + line.slice(indent)).join("\n")];
  },
  (before, after, leaf) => differsOnlyAt(before, after, leaf, {})
);

// src/drill/operators/duplicate-key.ts
var duplicateKey = atPlaces("duplicate-key", "duplicate key", "key", {
  places: leavesOf,
  edit({ keyAt }, lines) {
    const line = lines[keyAt.line];
    return [line, `${line},`].map((first) => lines.toSpliced(keyAt.line, 1, first, line).join("\n"));
  },
  proof: (before, after) => after.duplicates.length === before.duplicates.length + 1
});

// src/drill/operators/operator.ts
function ofFile(id, title, make) {
  return {
    id,
    title,
    group: "file",
    async apply(scene, random) {
      const content = make(scene, random);
      const same = content === void 0 || content === scene.text;
      return same ? [] : [{ head: /* @__PURE__ */ new Map([[scene.path, content]]) }];
    }
  };
}
function distinct(mutants) {
  return [...new Map(mutants.map((mutant) => [JSON.stringify([...mutant.head]), mutant])).values()];
}

// src/drill/operators/emptied.ts
var emptied = ofFile("emptied", "emptied", ({ text }) => text.trim() === "" ? void 0 : "");

// src/drill/operators/key-deleted.ts
var keyDeleted = atLeaves(
  "key-deleted",
  "key deleted",
  "key",
  ({ keyAt }, lines) => withoutLines(lines, keyAt.line, keyAt.line),
  (before, after, leaf) => differsOnlyAt(before, after, leaf, {})
);

// src/drill/operators/key-typo.ts
var keyTypo = atLeaves(
  "key-typo",
  "typo in a key",
  "key",
  (leaf, lines, random) => {
    const name = segmentsOf(leaf.pointer).at(-1);
    const found = lines[leaf.keyAt.line].indexOf(name, leaf.keyAt.column);
    const wrong = misspelt(name, random);
    if (found === -1 || found > leaf.keyAt.column + 1 || wrong === void 0) return [];
    return [replaced(lines, leaf.keyAt.line, found, name.length, wrong)];
  },
  (before, after, leaf) => {
    const name = newMember(before, after, leaf);
    return name !== void 0 && differsOnlyAt(before, after, leaf, { name, value: leaf.value });
  }
);
function newMember(before, after, leaf) {
  const parent = { ...leaf, pointer: parentOf(leaf.pointer) };
  const [then, now] = [valueUnder(before, parent), valueUnder(after, parent)].map(
    (object) => Object.keys(object ?? {})
  );
  const added = now.filter((key) => !then.includes(key));
  return added.length === 1 ? added[0] : void 0;
}

// src/drill/edits/sections.ts
function sectionsOf(parsed) {
  const last = parsed.text.replace(/\n$/, "").split("\n").length - 1;
  return parsed.values.flatMap((root, document) => {
    const keys = keysBelow(root, "");
    const starts = keys.map(({ pointer }) => spotOf(parsed, pointer, document, "key")?.line);
    return keys.flatMap(({ pointer, value }, index) => {
      const keyAt = spotOf(parsed, pointer, document, "key");
      if (keyAt === void 0 || typeof value !== "object" || value === null) return [];
      if (Object.keys(value).length === 0) return [];
      const inside = keys.flatMap(
        (key, at) => key.pointer.startsWith(`${pointer}/`) ? starts[at] ?? [] : []
      );
      const lastInside = Math.max(keyAt.line, ...inside);
      const next = starts.find((line, at) => at > index && line !== void 0 && line > lastInside);
      const until = next === void 0 ? last : next - 1;
      const ends = range(lastInside, Math.min(until, lastInside + MOST_LINES));
      return [{ document, pointer, value, keyAt, ends: ends.reverse() }];
    });
  });
}
var MOST_LINES = 40;
function range(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
function keysBelow(value, pointer) {
  if (Array.isArray(value)) return value.flatMap((item, index) => keysBelow(item, child(pointer, index)));
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const at = child(pointer, key);
    return [{ pointer: at, value: value[key] }, ...keysBelow(value[key], at)];
  });
}

// src/drill/operators/list-emptied.ts
var listEmptied = atPlaces("list-emptied", "list emptied", "key", {
  places: (document) => sectionsOf(document).filter(({ value }) => Array.isArray(value)),
  edit: ({ keyAt, ends }, lines) => ends.flatMap((end) => withEmptyList(lines, keyAt, end)),
  proof: (before, after, section) => differsOnlyAt(before, after, section, { value: [] })
});
function withEmptyList(lines, { line, column }, end) {
  const text = lines.slice(line, end + 1).join("\n");
  const open = text.indexOf("[", column);
  const close = text.lastIndexOf("]");
  const inside = open === -1 || close < open ? [] : [`${text.slice(0, open)}[]${text.slice(close + 1)}`];
  const below2 = end > line ? [`${lines[line].trimEnd()} []`] : [];
  return [...inside, ...below2].map((part) => lines.toSpliced(line, end - line + 1, part).join("\n"));
}

// src/drill/operators/merge-markers.ts
var mergeMarkers = ofFile("merge-markers", "merge markers", ({ text }, random) => {
  const lines = text.split("\n");
  if (lines.length < 3) return void 0;
  const at = Math.floor(random() * (lines.length - 1));
  const ours = lines[at];
  const conflict = ["<<<<<<< HEAD", ours, "=======", `${ours}0`, ">>>>>>> release"];
  return lines.toSpliced(at, 1, ...conflict).join("\n");
});

// src/drill/operators/number-typo.ts
var numberTypo = atLeaves(
  "number-typo",
  "typo in a number",
  "value",
  (leaf, lines, random) => {
    const token = typeof leaf.value === "number" ? tokenAt(leaf, lines) : void 0;
    const wrong = token && misdialled(token, random);
    return wrong === void 0 ? [] : [withToken(leaf, lines, token, wrong)];
  },
  otherValue((now, { value: then }) => typeof now === "number" && now !== then)
);

// src/drill/operators/other-environment.ts
var otherEnvironment = ofFile(
  "other-environment",
  "another environment's file",
  ({ environments: [sibling] }) => sibling?.text
);

// src/drill/operators/other-file.ts
var otherFile = ofFile("other-file", "other file", ({ others }, random) => oneOf(others, random));

// src/drill/operators/same-kind.ts
var sameKind = ofFile(
  "same-kind",
  "other file of the same kind",
  ({ alike }, random) => oneOf(alike, random)
);

// src/drill/edits/sample.ts
var PLACEHOLDERS = ["changeme", "your-value-here", "example", "localhost"];
async function madeUpSample({ document, text, parse }, random) {
  if (document.kind !== "parsed") return void 0;
  const lines = text.split("\n");
  const texts = leavesOf(document).filter(({ value }) => typeof value === "string" && value.length > 2);
  if (texts.length < 2) return void 0;
  for (const { value, valueAt: at } of texts) {
    const line = lines[at.line];
    const start = line.indexOf(String(value), at.column);
    const word = oneOf(PLACEHOLDERS, random);
    if (start !== -1) lines[at.line] = line.slice(0, start) + word + line.slice(start + String(value).length);
  }
  const sample2 = lines.join("\n");
  return sample2 !== text && (await parse(sample2)).kind === "parsed" ? sample2 : void 0;
}

// src/drill/operators/sample.ts
var sample = {
  id: "sample",
  title: "reset to the sample",
  group: "file",
  async apply(scene, random) {
    const text = scene.sample ?? await madeUpSample(scene, random);
    return text === void 0 || text === scene.text ? [] : [{ head: /* @__PURE__ */ new Map([[scene.path, text]]) }];
  }
};

// src/drill/operators/section-lost.ts
var sectionLost = atPlaces("section-lost", "section lost", "key", {
  places: sectionsOf,
  edit: ({ keyAt, ends }, lines) => ends.flatMap((end) => withoutLines(lines, keyAt.line, end)),
  proof: (before, after, section) => differsOnlyAt(before, after, section, {})
});

// src/drill/operators/stale.ts
var stale = ofFile(
  "stale",
  "stale (as it was two changes ago)",
  ({ earlier }) => earlier[1] ?? earlier[0]
);

// src/drill/operators/string-typo.ts
var stringTypo = atLeaves(
  "string-typo",
  "typo in a text",
  "value",
  (leaf, lines, random) => {
    const isWord = typeof leaf.value !== "string" || opposite(leaf.value) !== void 0;
    const token = isWord ? void 0 : tokenAt(leaf, lines);
    const wrong = token && misspelt(token, random);
    return wrong === void 0 ? [] : [withToken(leaf, lines, token, wrong)];
  },
  otherValue((now, { value: then }) => typeof now === "string" && now !== then)
);

// src/drill/operators/swapped-environments.ts
var swappedEnvironments = {
  id: "swapped-environments",
  title: "swapped environments",
  group: "file",
  async apply({ path, text, environments: [sibling] }) {
    if (sibling === void 0 || sibling.text === text) return [];
    return [
      {
        head: /* @__PURE__ */ new Map([
          [path, sibling.text],
          [sibling.path, text]
        ])
      }
    ];
  }
};

// src/drill/operators/truncated.ts
var truncated = ofFile("truncated", "truncated", ({ text }, random) => {
  const kept = Math.floor(text.length * (0.3 + 0.4 * random()));
  return text.trim().length < 20 ? void 0 : text.slice(0, kept);
});

// src/drill/operators/type-flipped.ts
var typeFlipped = atLeaves(
  "type-flipped",
  "type flipped",
  "key",
  (leaf, lines) => {
    const token = tokenAt(leaf, lines);
    if (token === void 0) return [];
    const { line, column } = leaf.valueAt;
    const quoted = /^["']/.test(lines[line].slice(column));
    if (!quoted) return [replaced(lines, line, column, token.length, `"${token}"`)];
    return [replaced(lines, line, column, token.length + 2, token)];
  },
  otherValue((now, { value: then }) => typeof now !== typeof then && String(now) === String(then))
);

// src/drill/operators/utf-16.ts
var utf16 = ofFile(
  "utf-16",
  "UTF-16",
  ({ text }) => text.trim() === "" ? void 0 : Buffer.from(`\uFEFF${text}`, "utf16le")
);

// src/drill/operators/index.ts
var operators = [
  truncated,
  emptied,
  otherFile,
  sameKind,
  otherEnvironment,
  swappedEnvironments,
  sample,
  stale,
  mergeMarkers,
  utf16,
  keyDeleted,
  keyTypo,
  commentedOut,
  duplicateKey,
  typeFlipped,
  sectionLost,
  listEmptied,
  booleanInverted,
  numberTypo,
  stringTypo
];

// src/drill/reports/words.ts
function titleOf({ operator }) {
  return operators.find(({ id }) => id === operator)?.title ?? operator;
}
function seenAs({ level, checks }) {
  return level === "missed" ? "not seen" : `only a ${level} (${checks.join(", ")})`;
}
function headlines(drilled) {
  const line = (groups, what, end) => {
    const all = drilled.trials.filter(({ group }) => groups.includes(group)).length;
    const passed = passedIn(drilled, groups).length;
    return all === 0 ? [] : [`${passed === 0 ? "None" : passed} of ${plural(all, "error")} ${what} would pass${end}`];
  };
  const untold = ": nobody can tell a wrong value from a new one without being told.";
  return [
    ...line(STRUCTURAL, "that damage a file or a key", "."),
    ...line(["value"], "in a value alone", untold)
  ];
}
function scopeOf(drilled) {
  const { files, reused, seed, failOn, warnOnly } = drilled;
  const lost = cutOffSentence(drilled);
  const old = reused === 0 ? "" : `, ${reused} of them unchanged since the last drill`;
  return `${plural(files, "critical file")}${old}; seed ${seed}; stopped is what is at least ${failOn === "error" ? "an error" : `a ${failOn}`}.${warnOnly ? " By the policy (warn-only) nothing at all is stopped: this is what would be without it." : ""}${lost === void 0 ? "" : ` ${lost}`}`;
}
function cutOffSentence({ cutOff }) {
  if (cutOff === void 0) return void 0;
  const { commits, files } = cutOff;
  return `The history is cut off after ${plural(commits, "commit")}: older versions of ${plural(files, "critical file")} are not there to be put back (stale). Check out with fetch-depth: 0, or run git fetch --unshallow first.`;
}
function proposalText(proposal) {
  if (proposal.kind === "schema") {
    return { where: `merged into ${proposal.path}`, lines: [JSON.stringify(proposal.patch)] };
  }
  const text = blockText(blockOf([proposal])).trimEnd().split("\n");
  if (proposal.kind === "environments") return { where: "in the policy", lines: text };
  return { where: "in the policy", lines: text.slice(2).map((line) => line.slice(4)) };
}
function pasteText(drilled, groups) {
  return blockText(blockOf(policyProposals(drilled, groups)));
}
function policyProposals(drilled, groups) {
  return passedIn(drilled, groups).flatMap(
    ({ proposals }) => proposals.find(({ kind }) => kind !== "schema") ?? []
  );
}
function withoutProposal({ level }) {
  return level === "missed" ? "no rule that Holdfast could try stops it" : `no rule that Holdfast could try makes it an error; fail-on-severity: ${level} stops it`;
}

export {
  survivorsOf,
  STRUCTURAL,
  nothingToDrill,
  randomFrom,
  seedOf,
  shuffled,
  oneOf,
  valueUnder,
  ofFile,
  distinct,
  stale,
  operators,
  blockOf,
  blockText,
  titleOf,
  seenAs,
  headlines,
  scopeOf,
  cutOffSentence,
  proposalText,
  pasteText,
  policyProposals,
  withoutProposal
};
