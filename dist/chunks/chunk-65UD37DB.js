import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  escapeGlob
} from "./chunk-CFWZNNPA.js";
import {
  segmentsOf
} from "./chunk-XGREDVMT.js";

// src/model/expression.ts
function escapeExpression(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

// src/policy/families.ts
var PLACEHOLDER = "{environment}";
var TOKENS = /(\{environment\}|\*\*\/|\*+|\?|\\.)/s;
function environmentFamilies(patterns, paths) {
  const compiled = patterns.map(compile);
  const families = /* @__PURE__ */ new Map();
  for (const path of compiled.length === 0 ? [] : paths) {
    const member = memberOf(compiled, path);
    if (member === void 0) continue;
    const family = families.get(member.family);
    if (family === void 0) families.set(member.family, [{ path, environment: member.environment }]);
    else family.push({ path, environment: member.environment });
  }
  return {
    get(path) {
      const member = memberOf(compiled, path);
      if (member === void 0) return void 0;
      const family = families.get(member.family) ?? [];
      const others = family.filter((other) => other.environment !== member.environment);
      return { environment: member.environment, others };
    }
  };
}
function memberOf(patterns, path) {
  for (const [index, { prefix, expression, variable: variable2 }] of patterns.entries()) {
    const match = path.startsWith(prefix) ? expression.exec(path) : null;
    if (match === null) continue;
    const parts = match.slice(1);
    const [first = 0] = variable2;
    const constant = parts.map((part2, at) => variable2.has(at) ? PLACEHOLDER : part2);
    return { environment: parts[first] ?? "", family: `${index}:${constant.join("\n")}` };
  }
  return void 0;
}
function compile(pattern) {
  const tokens = pattern.split(TOKENS).filter((token) => token !== "");
  const variable2 = /* @__PURE__ */ new Set();
  const sources = tokens.map((token, index) => {
    if (token !== PLACEHOLDER) return `(${sourceOf(token)})`;
    const [first] = variable2;
    variable2.add(index);
    if (first !== void 0) return `(\\${first + 1})`;
    const whole2 = (tokens[index - 1] ?? "/").endsWith("/") && tokens[index + 1]?.startsWith("/") === true;
    return whole2 ? "([^/]+)" : "([^/.]+)";
  });
  const prefix = tokens[0] === void 0 || TOKENS.test(tokens[0]) ? "" : tokens[0];
  return { prefix, expression: new RegExp(`^${sources.join("")}$`, "s"), variable: variable2 };
}
function sourceOf(token) {
  if (token === "**/") return "(?:[^/]+/)*";
  if (token === "**") return ".+";
  if (token.startsWith("*")) return "[^/]*";
  if (token === "?") return "[^/]";
  const literal2 = token.startsWith("\\") ? token.slice(1) : token;
  return escapeExpression(literal2);
}
function environmentFault(pattern) {
  const rest = pattern.replaceAll(PLACEHOLDER, "").replace(/\\./gs, "");
  if (!pattern.includes(PLACEHOLDER)) {
    return {
      fault: "does not say where the environment's name stands",
      hint: "Write `{environment}` in its place: `config/{environment}.yml`."
    };
  }
  if (/[{}[\]()!|]/.test(rest) || rest.includes("\\")) {
    return {
      fault: "holds a special character that has no meaning here",
      hint: "Besides `{environment}`, only `*`, `**` and `?` are special; write a backslash before others."
    };
  }
  if (/^\.?\//.test(pattern) || pattern.split("/").some((part2) => part2 === ".." || part2 === "")) {
    return {
      fault: "is no path from the root",
      hint: "Write `config/{environment}.yml`, without a slash in front."
    };
  }
  return void 0;
}

// src/policy/environments.ts
var NAMES = {
  production: ["production", "prod", "prd", "live"],
  staging: ["staging", "stage", "stg"],
  development: ["development", "develop", "dev", "local"],
  test: ["test", "testing"],
  acceptance: ["uat", "acceptance"],
  quality: ["qa"],
  preproduction: ["preprod", "preproduction", "nonprod"],
  integration: ["integration"],
  sandbox: ["sandbox"],
  demo: ["demo"]
};
var KINDS = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind]))
);
var environmentNames = [...KINDS.keys()];
function environmentKind(word) {
  return KINDS.get(word.toLowerCase());
}
function environmentKinds(path) {
  const words = path.toLowerCase().replace(/(^|[/._-])(non|not|pre)[._-]?(?=prod)/g, "$1pre");
  return words.split(/[/._-]/).flatMap((word) => environmentKind(word) ?? []);
}
var FEWEST_ALIKE = 3;
function discoverFamilies(paths) {
  const kinds2 = /* @__PURE__ */ new Map();
  for (const path of paths) {
    for (const { pattern, kind } of candidates(path)) {
      const seen = kinds2.get(pattern);
      if (seen === void 0) kinds2.set(pattern, /* @__PURE__ */ new Set([kind]));
      else seen.add(kind);
    }
  }
  const families = [...kinds2].filter(([, seen]) => seen.size >= 2 && (seen.has("production") || seen.has("staging"))).map(([pattern]) => pattern);
  return alike(belowDirectories(families)).filter((pattern) => fitsMostlyEnvironments(pattern, paths)).sort();
}
function candidates(path) {
  const parts = path.split(/([/._-])/);
  return parts.flatMap((part2, index) => {
    const kind = environmentKind(part2);
    if (kind === void 0) return [];
    const before = escapeGlob(parts.slice(0, index).join(""));
    const after = escapeGlob(parts.slice(index + 1).join(""));
    return [{ pattern: `${before}{environment}${after}`, kind }];
  });
}
function belowDirectories(patterns) {
  const groups = groupBy(patterns, (pattern) => {
    const end = pattern.indexOf("/", pattern.indexOf("{environment}"));
    return end === -1 ? pattern : `${pattern.slice(0, end)}/**`;
  });
  return [...groups].map(([shared, group]) => group.length > 1 ? shared : group[0]);
}
function alike(patterns) {
  let rest = [...patterns];
  for (; ; ) {
    const groups = /* @__PURE__ */ new Map();
    for (const pattern of rest) {
      const parts = pattern.split("/");
      for (const [index, part2] of parts.entries()) {
        if (part2.includes("{environment}") || part2.includes("*") || index === parts.length - 1) continue;
        const shape = parts.with(index, "*").join("/");
        const group = groups.get(shape);
        if (group === void 0) groups.set(shape, /* @__PURE__ */ new Set([pattern]));
        else group.add(pattern);
      }
    }
    const [largest] = [...groups].sort(([, left], [, right]) => right.size - left.size);
    if (largest === void 0 || largest[1].size < FEWEST_ALIKE) return rest;
    rest = [...rest.filter((pattern) => !largest[1].has(pattern)), largest[0]];
  }
}
function fitsMostlyEnvironments(pattern, paths) {
  const families = environmentFamilies([pattern], []);
  let known = 0;
  let other = 0;
  for (const path of paths) {
    const member = families.get(path);
    if (member === void 0) continue;
    if (environmentKinds(member.environment).length === 0) other += 1;
    else known += 1;
  }
  return known >= other;
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === void 0) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

// src/cel/time.ts
var SECOND = 1000000000n;
var UNITS = {
  h: 3600n * SECOND,
  m: 60n * SECOND,
  s: SECOND,
  ms: 1000000n,
  us: 1000n,
  \u00B5s: 1000n,
  \u03BCs: 1000n,
  ns: 1n
};
function parseDuration(text) {
  const [, sign, rest] = /^([-+]?)(.*)$/s.exec(text);
  if (rest === "0") return 0n;
  if (!/^((\d{1,19}\.?\d{0,19}|\.\d{1,19})(ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return void 0;
  let total = 0n;
  for (const [, whole2 = "", fraction = "", unit] of rest.matchAll(
    /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g
  )) {
    const size = UNITS[unit];
    total += BigInt(whole2 === "" ? 0 : whole2) * size;
    if (fraction !== "") total += BigInt(fraction) * size / 10n ** BigInt(fraction.length);
  }
  return sign === "-" ? -total : total;
}
function parseTimestamp(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(?:[Zz]|([-+])(\d\d):(\d\d))$/.exec(
    text
  );
  if (match === null) return void 0;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const days = toDays(year, month, day);
  const back = fromDays(days);
  if (back.month !== month || back.day !== day || hour > 23 || minute > 59 || second > 59) return void 0;
  const offset = (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0)) * (match[8] === "-" ? -60 : 60);
  const seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset;
  return BigInt(seconds) * SECOND + BigInt((match[7] ?? "").padEnd(9, "0"));
}
function toDays(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}
function fromDays(days) {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: years + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
function utcParts(ns) {
  const total = floorDivide(ns, SECOND);
  const days = Number(floorDivide(total, 86400n));
  const { year, month, day } = fromDays(days);
  const seconds = Number(total) - days * 86400;
  return {
    year,
    month,
    day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    millisecond: Number((ns - total * SECOND) / 1000000n),
    weekday: ((days + 4) % 7 + 7) % 7,
    dayOfYear: days - toDays(year, 1, 1)
  };
}
function floorDivide(value, by) {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}
function timestampText(ns) {
  const { year, month, day, hour, minute, second } = utcParts(ns);
  const two = (number) => String(number).padStart(2, "0");
  const time = `${two(hour)}:${two(minute)}:${two(second)}`;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${time}${fractionOf(ns)}Z`;
}
function durationText(ns) {
  const size = ns < 0n ? -ns : ns;
  return `${ns < 0n ? "-" : ""}${size / SECOND}${fractionOf(size)}s`;
}
function fractionOf(ns) {
  const rest = ns - floorDivide(ns, SECOND) * SECOND;
  return rest === 0n ? "" : `.${String(rest).padStart(9, "0").replace(/0+$/, "")}`;
}

// src/policy/key-pattern.ts
function parseKeyPattern(text) {
  if (text.startsWith("/")) return parsePointer(text);
  const steps = [];
  let at = 0;
  while (at < text.length || steps.length === 0) {
    const bracket = text[at] === "[";
    const end = bracket ? bracketEnd(text, at) : bareEnd(text, at);
    const segment = text.slice(bracket ? at + 1 : at, end);
    if (bracket && end === -1)
      return fault("has a bracket that is not closed", "Close it: `items[name=api]`.");
    const step = bracket ? bracketStep(segment) : bareStep(segment, steps.length === 0);
    if ("fault" in step) return step;
    steps.push(step);
    at = bracket ? end + 1 : end;
    if (at === text.length) break;
    if (text[at] === ".") at += 1;
    else if (text[at] !== "[") return fault("has text after a bracket", "Write a dot after `]`.");
    if (at === text.length) return fault("ends with a dot", "Remove the last dot.");
  }
  return { text, steps, pointer: false };
}
function fault(text, hint) {
  return { fault: text, hint };
}
function parsePointer(text) {
  if (/~(?![01])/.test(text)) {
    return fault(
      "has a `~` that is neither `~0` nor `~1`",
      "In a JSON Pointer, write `~0` for `~` and `~1` for `/`."
    );
  }
  return { text, steps: segmentsOf(text).map(literal), pointer: true };
}
function literal(segment) {
  return { many: false, matches: (other) => other === segment };
}
function bareEnd(text, start) {
  const found = text.slice(start).search(/[.[]/);
  return found === -1 ? text.length : start + found;
}
function bracketEnd(text, start) {
  if (text[start + 1] === '"') {
    const quoted = /^\["(?:[^"\\]|\\.)*"(?=\])/.exec(text.slice(start));
    return quoted === null ? -1 : start + quoted[0].length;
  }
  const found = text.slice(start).search(/\](?=[.[]|$)/);
  return found === -1 ? -1 : start + found;
}
function bracketStep(inside) {
  if (!inside.startsWith('"')) {
    return inside === "" ? fault("has an empty bracket", "Write `[*]` for every item.") : segmentStep(inside);
  }
  try {
    return literal(String(JSON.parse(inside)));
  } catch {
    return fault("has a quoted key that is not closed", 'Quote it as in JSON: `["a.b"]`.');
  }
}
function bareStep(segment, first) {
  if (segment === "") {
    return first ? fault("starts with a dot or is empty", "Write the first key: `database.host`.") : fault("has two dots in a row", "Write a key between them, or `*` for any key.");
  }
  if (first && segment === "$") {
    return fault("starts with `$`", "Leave `$.` out: patterns start at the top of the document.");
  }
  if (segment.includes(":") && !segment.includes("=")) {
    return fault(
      "has a colon",
      'Leave the name of a YAML document out; quote a key with a colon: `["a:b"]`.'
    );
  }
  return segmentStep(segment);
}
function segmentStep(segment) {
  if (segment === "**") return { many: true, matches: () => true };
  if (!segment.includes("*")) return literal(segment);
  const source = segment.split(/\*+/).map(escapeExpression).join(".*");
  const expression = new RegExp(`^${source}$`, "s");
  return { many: false, matches: (other) => expression.test(other) };
}

// src/schemas/nearest.ts
function nearestName(name, candidates2, most = Number.POSITIVE_INFINITY) {
  let best;
  for (const candidate of candidates2) {
    if (candidate === name) continue;
    const longest = Math.max(name.length, candidate.length);
    const limit = Math.min(Math.max(1, Math.floor(longest / 3)), best?.distance ?? most);
    if (longest > LONGEST || Math.abs(name.length - candidate.length) > limit) continue;
    const distance = distanceOf(name, candidate);
    const closer = best === void 0 || distance < best.distance;
    if (distance <= limit && distance < longest && closer) best = { candidate, distance };
  }
  return best?.candidate;
}
var LONGEST = 80;
function distanceOf(left, right) {
  const rows = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      let cost = Math.min(
        rows[i - 1][j] + 1,
        row[j - 1] + 1,
        rows[i - 1][j - 1] + substitution(left[i - 1], right[j - 1])
      );
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, rows[i - 2][j - 2] + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[left.length][right.length];
}
function substitution(left, right) {
  if (left === right) return 0;
  return left.toLowerCase() === right.toLowerCase() ? 0.5 : 1;
}

// src/cel/meter.ts
var CelError = class extends Error {
};
var OverBudget = class extends Error {
};
var CALL_BUDGET = 1e6;
var FILE_BUDGET = 1e7;
function spend(meter, units) {
  meter.left -= units;
  if (meter.left < 0) throw new OverBudget();
}
function spendText(meter, length) {
  spend(meter, Math.ceil(length / 10));
}

// src/cel/value.ts
var kinds = /* @__PURE__ */ new WeakMap();
function markList(list, kind) {
  if (kind !== void 0) kinds.set(list, kind);
  return list;
}
function listKind(list) {
  return kinds.get(list);
}
function kindOf(value) {
  switch (typeof value) {
    case "boolean":
      return "bool";
    case "bigint":
      return "int";
    case "number":
      return "double";
    case "string":
      return "string";
  }
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (value instanceof Map) return "map";
  return value instanceof Uint8Array ? "bytes" : value.cel;
}
function isKind(value, kind) {
  return kindOf(value) === kind;
}
function optional(value) {
  return value === void 0 ? { cel: "optional" } : { cel: "optional", value };
}

// src/cel/operators.ts
var LEAST_INT = -(2n ** 63n);
var GREATEST_INT = 2n ** 63n - 1n;
function int(value) {
  if (value < LEAST_INT || value > GREATEST_INT) throw new CelError("integer overflow");
  return value;
}
function timestamp(ns) {
  const [least, end] = [-62135596800000000000n, 253402300800000000000n];
  if (ns < least || ns >= end) throw new CelError("the timestamp is out of range");
  return { cel: "timestamp", ns };
}
function noOverload(name, ...values) {
  return new CelError(`no such overload: ${name} for ${values.map(kindOf).join(", ")}`);
}
function isTrue(value) {
  if (typeof value === "boolean") return value;
  throw noOverload("a condition", value);
}
function equal(meter, left, right) {
  spend(meter, 1);
  if (left === right) return true;
  if (typeof left === "string" && typeof right === "string") {
    spendText(meter, Math.min(left.length, right.length));
    return false;
  }
  if (isNumber(left) && isNumber(right)) return left <= right && left >= right;
  if (Array.isArray(left) && Array.isArray(right)) return equalLists(meter, left, right);
  if (left instanceof Map && right instanceof Map) return equalMaps(meter, left, right);
  if (left instanceof Uint8Array && right instanceof Uint8Array)
    return left.length === right.length && left.every((byte, index) => byte === right[index]);
  return equalSpecials(meter, left, right);
}
function isNumber(value) {
  return typeof value === "bigint" || typeof value === "number";
}
function equalLists(meter, left, right) {
  if (left.length !== right.length) return false;
  const kind = listKind(left) ?? listKind(right);
  if (kind === void 0) return left.every((item, index) => equal(meter, item, right[index]));
  return left.every((item) => right.some((other) => equal(meter, item, other)));
}
function equalMaps(meter, left, right) {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === void 0 || !equal(meter, value, other)) return false;
  }
  return true;
}
function equalSpecials(meter, left, right) {
  if (isKind(left, "timestamp") && isKind(right, "timestamp")) return left.ns === right.ns;
  if (isKind(left, "duration") && isKind(right, "duration")) return left.ns === right.ns;
  if (isKind(left, "type") && isKind(right, "type")) return left.name === right.name;
  if (isKind(left, "url") && isKind(right, "url")) return left.text === right.text;
  if (isKind(left, "ip") && isKind(right, "ip"))
    return left.family === right.family && left.bits === right.bits;
  if (isKind(left, "cidr") && isKind(right, "cidr"))
    return left.family === right.family && left.bits === right.bits && left.prefix === right.prefix;
  if (isKind(left, "optional") && isKind(right, "optional")) {
    if (left.value === void 0 || right.value === void 0) return left.value === right.value;
    return equal(meter, left.value, right.value);
  }
  if (isKind(left, "quantity") && isKind(right, "quantity")) return compare(left, right) === 0;
  if (isKind(left, "semver") && isKind(right, "semver")) return compare(left, right) === 0;
  return false;
}
function compare(left, right) {
  if (isNumber(left) && isNumber(right))
    return left < right ? -1 : left > right ? 1 : left >= right ? 0 : void 0;
  if (typeof left === "string" && typeof right === "string") return compareText(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (isKind(left, "timestamp") && isKind(right, "timestamp") || isKind(left, "duration") && isKind(right, "duration"))
    return compareInts(left.ns, right.ns);
  if (isKind(left, "quantity") && isKind(right, "quantity")) {
    const exponent = Math.min(left.exponent, right.exponent);
    const scaled = (one2) => one2.digits * 10n ** BigInt(one2.exponent - exponent);
    return compareInts(scaled(left), scaled(right));
  }
  if (isKind(left, "semver") && isKind(right, "semver")) return compareVersions(left, right);
  throw noOverload("comparison", left, right);
}
function compareInts(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}
function compareText(left, right) {
  if (left === right) return 0;
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return Buffer.compare(a, b);
}
function compareVersions(left, right) {
  for (const [index, part2] of left.parts.entries()) {
    const order = compareInts(part2, right.parts[index]);
    if (order !== 0) return order;
  }
  if (left.pre.length === 0 || right.pre.length === 0)
    return Math.sign(right.pre.length) - Math.sign(left.pre.length);
  for (let index = 0; index < Math.max(left.pre.length, right.pre.length); index++) {
    const [a, b] = [left.pre[index], right.pre[index]];
    if (a === void 0 || b === void 0) return a === void 0 ? -1 : 1;
    const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    const order = x && y ? compareInts(BigInt(a), BigInt(b)) : x !== y ? x ? -1 : 1 : compareText(a, b);
    if (order !== 0) return order;
  }
  return 0;
}
function arithmetic(meter, operator, left, right) {
  if (typeof left === "bigint" && typeof right === "bigint") return ofInts(operator, left, right);
  if (isNumber(left) && isNumber(right)) return ofDoubles(operator, Number(left), Number(right));
  if (operator === "+") return add(meter, left, right);
  if (operator === "-") return subtract(left, right);
  throw noOverload(operator, left, right);
}
function ofInts(operator, left, right) {
  if (operator === "+") return int(left + right);
  if (operator === "-") return int(left - right);
  if (operator === "*") return int(left * right);
  if (right === 0n) throw new CelError("division by zero");
  return int(operator === "/" ? left / right : left % right);
}
function ofDoubles(operator, left, right) {
  if (operator === "+") return left + right;
  if (operator === "-") return left - right;
  if (operator === "*") return left * right;
  if (operator === "/") return left / right;
  throw new CelError("no such overload: % for double");
}
function add(meter, left, right) {
  if (typeof left === "string" && typeof right === "string") {
    spendText(meter, left.length + right.length);
    return left + right;
  }
  if (Array.isArray(left) && Array.isArray(right)) return concatenate(meter, left, right);
  if (isKind(left, "duration") && isKind(right, "duration"))
    return { cel: "duration", ns: int(left.ns + right.ns) };
  if (isKind(left, "timestamp") && isKind(right, "duration")) return timestamp(left.ns + right.ns);
  if (isKind(left, "duration") && isKind(right, "timestamp")) return timestamp(left.ns + right.ns);
  throw noOverload("+", left, right);
}
function subtract(left, right) {
  if (isKind(left, "duration") && isKind(right, "duration"))
    return { cel: "duration", ns: int(left.ns - right.ns) };
  if (isKind(left, "timestamp") && isKind(right, "timestamp"))
    return { cel: "duration", ns: int(left.ns - right.ns) };
  if (isKind(left, "timestamp") && isKind(right, "duration")) return timestamp(left.ns - right.ns);
  throw noOverload("-", left, right);
}
function concatenate(meter, left, right) {
  spend(meter, left.length + right.length);
  const kind = listKind(left);
  if (kind === void 0) return [...left, ...right];
  const result = [...left];
  const keysOf = (item) => kind.type === "map" && item instanceof Map ? kind.keys.map((key) => item.get(key) ?? null) : [item];
  for (const item of right) {
    const keys = keysOf(item);
    const place = result.findIndex((other) => equal(meter, keysOf(other), keys));
    if (place === -1) result.push(item);
    else result[place] = item;
  }
  return markList(result, kind);
}

// src/cel/seen.ts
function note(meter, value, whole2 = false) {
  if (meter.seen === void 0) return value;
  if (value === null || typeof value !== "object") meter.seen.push(`${typeof value} ${String(value)}`);
  else if (whole2) meter.seen.push(written(meter, value));
  return value;
}
function written(meter, value) {
  spend(meter, 1);
  if (Array.isArray(value)) return `[${value.map((item) => written(meter, item)).join(",")}]`;
  if (value instanceof Map) {
    const members = [...value].map(([key, item]) => `${JSON.stringify(String(key))}:${written(meter, item)}`);
    return `{${members.toSorted().join(",")}}`;
  }
  if (typeof value === "string") spendText(meter, value.length);
  if (value === null || typeof value !== "object") return `${typeof value} ${JSON.stringify(String(value))}`;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return Object.values(value).map((part2) => typeof part2 === "object" ? "\u2026" : String(part2)).join(" ");
}

// src/cel/comprehensions.ts
function iterate(call, macro, receiver, run2) {
  const { name, body } = macro;
  if (name === "or" || name === "orValue" || name === "optMap" || name === "optFlatMap")
    return ofOptional(macro, receiver, run2);
  const steps = stepsOf(call, macro, receiver);
  const [first, second] = body;
  const test = (step) => isTrue(run2(first, step));
  switch (name) {
    case "all":
      return quantify(call, steps, test, false);
    case "exists":
      return quantify(call, steps, test, true);
    case "filter":
      return each(call, steps, (step) => test(step) ? [step[0][1]] : []);
    case "map":
    case "transformList":
      return each(call, steps, (step) => {
        if (second === void 0) return [run2(first, step)];
        return test(step) ? [run2(second, step)] : [];
      });
    default:
      return each(call, steps, (step) => test(step) ? [true] : []).length === 1;
  }
}
function stepsOf({ meter }, { name, variables: variables2 }, receiver) {
  const entries = Array.isArray(receiver) ? receiver.map((item, index) => [BigInt(index), item]) : receiver instanceof Map ? [...receiver] : [];
  if (!Array.isArray(receiver) && !(receiver instanceof Map)) throw noOverload(name, receiver);
  spend(meter, entries.length);
  const [one2, two] = variables2;
  return entries.map(
    ([key, value]) => two === void 0 ? [[one2, Array.isArray(receiver) ? value : key]] : [
      [one2, key],
      [two, value]
    ]
  );
}
function each({ meter }, steps, make) {
  return steps.flatMap((step) => {
    spend(meter, 1);
    return make(step);
  });
}
function quantify({ meter }, steps, test, decisive) {
  let failure;
  note(meter, BigInt(steps.length));
  for (const step of steps) {
    spend(meter, 1);
    try {
      if (test(step) === decisive) return decisive;
    } catch (error) {
      if (!(error instanceof CelError)) throw error;
      failure ??= error;
    }
  }
  if (failure !== void 0) throw failure;
  return !decisive;
}
function ofOptional({ name, variables: variables2, body }, receiver, run2) {
  if (!isKind(receiver, "optional")) throw noOverload(name, receiver);
  const { value } = receiver;
  if (name === "orValue") return value === void 0 ? run2(body[0], []) : value;
  if (name === "or") return value === void 0 ? run2(body[0], []) : receiver;
  if (value === void 0) return receiver;
  const made = run2(body[0], [[variables2[0], value]]);
  return name === "optMap" ? optional(made) : made;
}

// src/cel/functions/define.ts
function define(signature, run2) {
  const [, owner, mark, name, list] = /^(?:(\w+)([./]))?(\w+)\((.*)\)$/.exec(signature);
  const parameters = list === "" ? [] : list.split(", ");
  const count = parameters.length;
  const key = mark === void 0 ? `${name}/${count}` : mark === "." ? `.${name}/${count}` : `${owner}.${name}/${count}`;
  return {
    key,
    parameters: mark === "." ? [owner, ...parameters] : parameters,
    run: (call, args) => run2(call, ...args)
  };
}

// src/cel/functions/convert.ts
var CONVERSIONS = [
  define("dyn(any)", (_call, value) => value),
  define("type(any)", (_call, value) => ({ cel: "type", name: typeName(value) })),
  define("string(any)", (call, value) => {
    const text = toText(value);
    spendText(call.meter, text.length);
    return text;
  }),
  define("int(int)", (_call, value) => value),
  define("int(double)", (_call, value) => {
    if (!Number.isFinite(value)) throw new CelError("integer overflow");
    return int(BigInt(Math.trunc(value)));
  }),
  define("int(string)", (_call, text) => {
    if (!/^[-+]?\d{1,20}$/.test(text)) throw new CelError("the text is not an int");
    return int(BigInt(text.replace(/^\+/, "")));
  }),
  define("int(timestamp)", (_call, time) => time.ns / 1000000000n),
  define("double(number)", (_call, value) => Number(value)),
  define("double(string)", (call, text) => {
    spendText(call.meter, text.length);
    if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) throw new CelError("the text is not a double");
    return Number(text);
  }),
  define("bool(bool)", (_call, value) => value),
  define("bool(string)", (_call, text) => {
    if (/^(1|t|true|TRUE|True)$/.test(text)) return true;
    if (/^(0|f|false|FALSE|False)$/.test(text)) return false;
    throw new CelError("the text is not a bool");
  }),
  define("bytes(bytes)", (_call, value) => value),
  define("bytes(string)", (call, text) => {
    spendText(call.meter, text.length);
    return Uint8Array.from(Buffer.from(text));
  }),
  define("size(bytes)", (_call, value) => BigInt(value.length)),
  define("bytes.size()", (_call, value) => BigInt(value.length)),
  define("size(list)", (_call, list) => BigInt(list.length)),
  define("list.size()", (_call, list) => BigInt(list.length)),
  define("size(map)", (_call, map) => BigInt(map.size)),
  define("map.size()", (_call, map) => BigInt(map.size)),
  define("optional/of(any)", (call, value) => {
    spend(call.meter, 1);
    return { cel: "optional", value };
  }),
  define(
    "optional/ofNonZeroValue(any)",
    (_call, value) => isZero(value) ? { cel: "optional" } : { cel: "optional", value }
  ),
  define("optional/none()", () => ({ cel: "optional" })),
  define("optional.hasValue()", (_call, value) => value.value !== void 0),
  define("optional.value()", (_call, value) => {
    if (value.value === void 0) throw new CelError("the optional has no value");
    return value.value;
  })
];
function isZero(value) {
  if (value === null || value === false || value === "" || value === 0 || value === 0n) return true;
  if (Array.isArray(value)) return value.length === 0;
  return value instanceof Map && value.size === 0;
}
var TYPE_NAMES = [
  "bool",
  "bytes",
  "double",
  "int",
  "list",
  "map",
  "null_type",
  "string",
  "type"
];
function typeName(value) {
  const kind = kindOf(value);
  if (kind === "null") return "null_type";
  if (kind === "timestamp") return "google.protobuf.Timestamp";
  return kind === "duration" ? "google.protobuf.Duration" : kind;
}
function toText(value) {
  switch (typeof value) {
    case "string":
      return value;
    case "bigint":
    case "boolean":
      return String(value);
    case "number":
      return doubleText(value);
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  if (isKind(value, "timestamp")) return timestampText(value.ns);
  if (isKind(value, "duration")) return durationText(value.ns);
  if (isKind(value, "url") || isKind(value, "quantity") || isKind(value, "semver")) return value.text;
  throw noOverload("string", value);
}
function doubleText(value) {
  if (value === Number.POSITIVE_INFINITY) return "+Inf";
  if (value === Number.NEGATIVE_INFINITY) return "-Inf";
  return String(value);
}

// src/cel/functions/lists.ts
var LISTS = [
  define("list.isSorted()", (call, list) => {
    spend(call.meter, list.length);
    return list.every((item, index) => index === 0 || (compare(list[index - 1], item) ?? 0) <= 0);
  }),
  define("list.sum()", (call, list) => sum(call, list)),
  define("list.min()", (call, list) => extreme(call, list, -1)),
  define("list.max()", (call, list) => extreme(call, list, 1)),
  define(
    "list.indexOf(any)",
    (call, list, wanted) => BigInt(list.findIndex((item) => equal(call.meter, item, wanted)))
  ),
  define(
    "list.lastIndexOf(any)",
    (call, list, wanted) => BigInt(list.findLastIndex((item) => equal(call.meter, item, wanted)))
  ),
  define("list.reverse()", (call, list) => {
    spend(call.meter, list.length);
    return list.toReversed();
  }),
  define("list.distinct()", (call, list) => {
    const kept = [];
    for (const item of list) if (!has(call, kept, item)) kept.push(item);
    return kept;
  }),
  define("list.slice(int, int)", (call, list, start, end) => {
    spend(call.meter, list.length);
    if (start < 0n || end < start || end > BigInt(list.length)) throw new CelError("index out of range");
    return list.slice(Number(start), Number(end));
  }),
  define("sets/contains(list, list)", (call, list, part2) => holds(call, list, part2)),
  define(
    "sets/equivalent(list, list)",
    (call, list, other) => holds(call, list, other) && holds(call, other, list)
  ),
  define(
    "sets/intersects(list, list)",
    (call, list, other) => other.some((item) => has(call, list, item))
  ),
  define(
    "string.matches(string)",
    ({ meter, regex }, text, pattern) => regex.matches(meter, text, pattern)
  ),
  define(
    "matches(string, string)",
    ({ meter, regex }, text, pattern) => regex.matches(meter, text, pattern)
  ),
  define(
    "string.find(string)",
    ({ meter, regex }, text, pattern) => regex.findAll(meter, text, pattern, 1)[0] ?? ""
  ),
  define(
    "string.findAll(string)",
    ({ meter, regex }, text, pattern) => regex.findAll(meter, text, pattern, Number.POSITIVE_INFINITY)
  ),
  define(
    "string.findAll(string, int)",
    ({ meter, regex }, text, pattern, limit) => regex.findAll(meter, text, pattern, limit < 0n ? Number.POSITIVE_INFINITY : Number(limit))
  )
];
function has({ meter }, list, wanted) {
  return list.some((item) => equal(meter, item, wanted));
}
function holds(call, list, part2) {
  return part2.every((item) => has(call, list, item));
}
function sum({ meter }, list) {
  spend(meter, list.length);
  const [first, ...rest] = list;
  if (first === void 0) return 0n;
  return rest.reduce((total, item) => arithmetic(meter, "+", total, item), first);
}
function extreme({ meter }, list, direction) {
  spend(meter, list.length);
  const [first, ...rest] = list;
  if (first === void 0) throw new CelError(`${direction < 0 ? "min" : "max"} of an empty list`);
  return rest.reduce((best, item) => compare(item, best) === direction ? item : best, first);
}

// src/cel/functions/names.ts
var LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
var DNS1123_LABEL = new RegExp(`^${LABEL}$`);
var DNS1123_SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
var DNS1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
var QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
var LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
var FORMATS = {
  dns1123Label: (text) => text.length <= 63 && DNS1123_LABEL.test(text),
  dns1123Subdomain: (text) => text.length <= 253 && DNS1123_SUBDOMAIN.test(text),
  dns1035Label: (text) => text.length <= 63 && DNS1035_LABEL.test(text),
  dns1123LabelPrefix: (text) => text.length <= 63 && DNS1123_LABEL.test(text.replace(/-$/, "a")),
  dns1123SubdomainPrefix: (text) => text.length <= 253 && DNS1123_SUBDOMAIN.test(text.replace(/-$/, "a")),
  dns1035LabelPrefix: (text) => text.length <= 63 && DNS1035_LABEL.test(text.replace(/-$/, "a")),
  qualifiedName: isQualifiedName,
  labelValue: (text) => text.length <= 63 && LABEL_VALUE.test(text),
  uuid: (text) => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
  byte: (text) => /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)
};
function isQualifiedName(text) {
  const [name, prefix, ...more] = text.split("/").reverse();
  if (more.length > 0 || name === void 0 || name.length > 63 || !QUALIFIED_NAME.test(name)) return false;
  return prefix === void 0 || prefix.length <= 253 && DNS1123_SUBDOMAIN.test(prefix);
}
var NAMES2 = [
  ...Object.keys(FORMATS).map((name) => define(`format/${name}()`, () => ({ cel: "format", name }))),
  define(
    "format/named(string)",
    (_call, name) => Object.hasOwn(FORMATS, name) ? optional({ cel: "format", name }) : optional()
  ),
  define("format.validate(string)", (call, format, text) => {
    spendText(call.meter, text.length * 10);
    return FORMATS[format.name](text) ? optional() : optional([`the text is not a ${format.name}`]);
  }),
  define("isSemver(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseSemver(text) !== void 0;
  }),
  define("semver(string)", (call, text) => {
    spendText(call.meter, text.length);
    const version = parseSemver(text);
    if (version === void 0) throw new CelError("the text is not a semantic version");
    return version;
  }),
  define("semver.compareTo(semver)", (_call, one2, other) => BigInt(compare(one2, other))),
  define("semver.isLessThan(semver)", (_call, one2, other) => compare(one2, other) === -1),
  define("semver.isGreaterThan(semver)", (_call, one2, other) => compare(one2, other) === 1),
  define("semver.major()", (_call, { parts }) => parts[0]),
  define("semver.minor()", (_call, { parts }) => parts[1]),
  define("semver.patch()", (_call, { parts }) => parts[2])
];
function parseSemver(text) {
  if (text.length > 256) return void 0;
  const match = /^(0|[1-9]\d{0,17})\.(0|[1-9]\d{0,17})\.(0|[1-9]\d{0,17})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.exec(
    text
  );
  if (match === null) return void 0;
  const pre = match[4]?.split(".") ?? [];
  if (pre.some((part2) => /^0\d+$/.test(part2))) return void 0;
  return { cel: "semver", parts: [BigInt(match[1]), BigInt(match[2]), BigInt(match[3])], pre, text };
}

// src/cel/functions/network.ts
var BITS = { 4: 32, 6: 128 };
var NETWORK = [
  define("isIP(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseIp(text) !== void 0;
  }),
  define("ip(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseIp(text) ?? fail("the text is not an IP address");
  }),
  define("ip/isCanonical(string)", (call, text) => {
    spendText(call.meter, text.length);
    return ipText(parseIp(text) ?? fail("the text is not an IP address")) === text;
  }),
  define("string(ip)", (_call, ip) => ipText(ip)),
  define("ip.family()", (_call, ip) => BigInt(ip.family)),
  define("ip.isUnspecified()", (_call, ip) => ip.bits === 0n),
  define("ip.isLoopback()", (_call, ip) => ip.family === 4 ? ip.bits >> 24n === 127n : ip.bits === 1n),
  define(
    "ip.isLinkLocalMulticast()",
    (_call, ip) => ip.family === 4 ? ip.bits >> 8n === 0xe00000n : (ip.bits >> 112n & 0xff0fn) === 0xff02n
  ),
  define(
    "ip.isLinkLocalUnicast()",
    (_call, ip) => ip.family === 4 ? ip.bits >> 16n === 0xa9fen : ip.bits >> 118n === 0x3fan
  ),
  define("ip.isGlobalUnicast()", (_call, ip) => isGlobal(ip)),
  define("isCIDR(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseCidr(text) !== void 0;
  }),
  define("cidr(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseCidr(text) ?? fail("the text is not a CIDR");
  }),
  define("string(cidr)", (_call, cidr) => `${ipText({ ...cidr, cel: "ip" })}/${cidr.prefix}`),
  define("cidr.containsIP(ip)", (_call, cidr, ip) => contains(cidr, ip, BITS[ip.family])),
  define("cidr.containsIP(string)", (_call, cidr, text) => {
    const ip = parseIp(text) ?? fail("the text is not an IP address");
    return contains(cidr, ip, BITS[ip.family]);
  }),
  define("cidr.containsCIDR(cidr)", (_call, cidr, other) => contains(cidr, other, other.prefix)),
  define("cidr.containsCIDR(string)", (_call, cidr, text) => {
    const other = parseCidr(text) ?? fail("the text is not a CIDR");
    return contains(cidr, other, other.prefix);
  }),
  define("cidr.ip()", (_call, { family, bits }) => ({ cel: "ip", family, bits })),
  define("cidr.masked()", (_call, cidr) => ({ ...cidr, bits: masked(cidr, cidr.prefix) })),
  define("cidr.prefixLength()", (_call, cidr) => BigInt(cidr.prefix)),
  define("isURL(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseUrl(text) !== void 0;
  }),
  define("url(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseUrl(text) ?? fail("the text is not a URL");
  }),
  define("url.getScheme()", (_call, { scheme }) => scheme),
  define("url.getHost()", (_call, { host }) => host),
  define("url.getHostname()", (_call, { host }) => host.replace(/:\d*$/, "").replace(/^\[|\]$/g, "")),
  define("url.getPort()", (_call, { host }) => /:(\d*)$/.exec(host)?.[1] ?? ""),
  define("url.getEscapedPath()", (_call, { path }) => path),
  define("url.getQuery()", (_call, { query }) => {
    const found = /* @__PURE__ */ new Map();
    for (const [key, value] of new URLSearchParams(query)) found.set(key, [...found.get(key) ?? [], value]);
    return found;
  })
];
function fail(message) {
  throw new CelError(message);
}
function parseUrl(text) {
  const match = /^(?:([a-z][a-z0-9+.-]*):)?(\/\/([^/?]*))?(\/[^?]*)?(?:\?(.*))?$/is.exec(text);
  if (match === null || /[\s\x00-\x1f\x7f]/.test(text)) return void 0;
  const [, scheme = "", authority, userAndHost = "", path = "", query = ""] = match;
  if (scheme === "" && (authority !== void 0 || path === "")) return void 0;
  if (authority === void 0 && path === "") return void 0;
  const host = userAndHost.slice(userAndHost.lastIndexOf("@") + 1);
  if (!/^(\[[0-9a-f:.%]+\]|[^[\]<>"\\^`{|}:]*)(:\d*)?$/i.test(host)) return void 0;
  if (/%(?![0-9a-f]{2})/i.test(path)) return void 0;
  return { cel: "url", text, scheme: scheme.toLowerCase(), host, path, query };
}
function parseIp(text) {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split(".");
    if (parts.some((part2) => Number(part2) > 255 || part2.length > 1 && part2.startsWith("0")))
      return void 0;
    return { cel: "ip", family: 4, bits: parts.reduce((bits2, part2) => bits2 << 8n | BigInt(part2), 0n) };
  }
  if (!/^[0-9a-f:]{2,39}$/i.test(text) || text.includes(":::")) return void 0;
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return void 0;
  const left = head === "" ? [] : head.split(":");
  const right = tail === void 0 || tail === "" ? [] : tail.split(":");
  const missing = 8 - left.length - right.length;
  if (tail === void 0 ? missing !== 0 : missing < 1) return void 0;
  const groups = [...left, ...new Array(missing).fill("0"), ...right];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return void 0;
  const bits = groups.reduce((all, group) => all << 16n | BigInt(`0x${group}`), 0n);
  return bits >> 32n === 0xffffn ? void 0 : { cel: "ip", family: 6, bits };
}
function parseCidr(text) {
  const [, address, size] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const ip = address === void 0 ? void 0 : parseIp(address);
  if (ip === void 0 || Number(size) > BITS[ip.family]) return void 0;
  return { cel: "cidr", family: ip.family, bits: ip.bits, prefix: Number(size) };
}
function ipText({ family, bits }) {
  const width = family === 4 ? 8n : 16n;
  const parts = Array.from(
    { length: family === 4 ? 4 : 8 },
    (_, index) => Number(bits >> width * BigInt((family === 4 ? 3 : 7) - index) & (1n << width) - 1n)
  );
  if (family === 4) return parts.join(".");
  const groups = parts.map((part2) => part2.toString(16)).join(":");
  const [run2] = [...groups.matchAll(/\b0(:0)+\b/g)].toSorted(
    (a, b) => b[0].length - a[0].length || a.index - b.index
  );
  if (run2 === void 0) return groups;
  const before = groups.slice(0, run2.index).replace(/:$/, "");
  return `${before}::${groups.slice(run2.index + run2[0].length).replace(/^:/, "")}`;
}
function masked({ family, bits }, prefix) {
  const rest = BigInt(BITS[family] - prefix);
  return bits >> rest << rest;
}
function contains(cidr, other, prefix) {
  return cidr.family === other.family && prefix >= cidr.prefix && masked(other, cidr.prefix) === masked(cidr, cidr.prefix);
}
function isGlobal({ family, bits }) {
  if (family === 4) {
    const first = bits >> 24n;
    return bits !== 0n && bits !== 0xffffffffn && first !== 127n && first >> 4n !== 14n && bits >> 16n !== 0xa9fen;
  }
  return bits > 1n && bits >> 120n !== 0xffn && bits >> 118n !== 0x3fan;
}

// src/cel/functions/quantity.ts
var DECIMAL = {
  n: -9,
  u: -6,
  m: -3,
  "": 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18
};
var BINARY = {
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
  Ei: 2n ** 60n
};
var LARGEST_EXPONENT = 100;
var QUANTITIES = [
  define("isQuantity(string)", (call, text) => {
    spendText(call.meter, text.length);
    return parseQuantity(text) !== void 0;
  }),
  define("quantity(string)", (call, text) => {
    spendText(call.meter, text.length);
    const quantity = parseQuantity(text);
    if (quantity === void 0) throw new CelError("the text is not a quantity (such as 500m or 2Gi)");
    return quantity;
  }),
  define(
    "quantity.compareTo(quantity)",
    (_call, one2, other) => BigInt(compare(one2, other))
  ),
  define(
    "quantity.isLessThan(quantity)",
    (_call, one2, other) => compare(one2, other) === -1
  ),
  define(
    "quantity.isGreaterThan(quantity)",
    (_call, one2, other) => compare(one2, other) === 1
  ),
  define("quantity.sign()", (_call, { digits }) => digits < 0n ? -1n : digits > 0n ? 1n : 0n),
  define("quantity.add(quantity)", (_call, one2, other) => added(one2, other, 1n)),
  define("quantity.sub(quantity)", (_call, one2, other) => added(one2, other, -1n)),
  define("quantity.add(int)", (_call, one2, other) => added(one2, whole(other), 1n)),
  define("quantity.sub(int)", (_call, one2, other) => added(one2, whole(other), -1n)),
  define("quantity.isInteger()", (_call, one2) => integerOf(one2) !== void 0),
  define("quantity.asInteger()", (_call, one2) => {
    const value = integerOf(one2);
    if (value === void 0) throw new CelError("the quantity is not an integer");
    return int(value);
  }),
  define(
    "quantity.asApproximateFloat()",
    (_call, { digits, exponent }) => Number(digits) * 10 ** exponent
  )
];
function parseQuantity(text) {
  const match = /^([-+]?)(\d{1,40})?(?:\.(\d{0,40}))?(?:([KMGTPE]i)|([numkMGTPE]?)|[eE]([-+]?\d{1,3}))$/.exec(
    text
  );
  if (match === null) return void 0;
  const [, sign, integer = "", fraction = "", binary2, decimal = "", power = "0"] = match;
  const exponent = Number(power) + DECIMAL[decimal] - fraction.length;
  if (integer + fraction === "" || Math.abs(exponent) > LARGEST_EXPONENT) return void 0;
  const digits = BigInt(integer + fraction) * (binary2 === void 0 ? 1n : BINARY[binary2]);
  return { cel: "quantity", digits: sign === "-" ? -digits : digits, exponent, text };
}
function whole(value) {
  return { cel: "quantity", digits: value, exponent: 0, text: String(value) };
}
function added(one2, other, sign) {
  const exponent = Math.min(one2.exponent, other.exponent);
  const scaled = (quantity) => quantity.digits * 10n ** BigInt(quantity.exponent - exponent);
  const digits = scaled(one2) + sign * scaled(other);
  return { cel: "quantity", digits, exponent, text: `${digits}e${exponent}` };
}
function integerOf({ digits, exponent }) {
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const unit = 10n ** BigInt(-exponent);
  return digits % unit === 0n ? digits / unit : void 0;
}

// src/cel/text.ts
var SURROGATE = /[\ud800-\udbff][\udc00-\udfff]/;
function lengthOf(text) {
  return SURROGATE.test(text) ? [...text].length : text.length;
}
function sliceOf(text, start, end) {
  const points = SURROGATE.test(text) ? [...text] : text;
  const [from, to] = [Number(start), end === void 0 ? points.length : Number(end)];
  if (from < 0 || to < from || to > points.length) return void 0;
  const part2 = points.slice(from, to);
  return typeof part2 === "string" ? part2 : part2.join("");
}
function toPoint(text, unit) {
  return BigInt(unit <= 0 ? unit : lengthOf(text.slice(0, unit)));
}
function toUnit(text, point) {
  if (!SURROGATE.test(text)) return point;
  return [...text].slice(0, point).join("").length;
}

// src/cel/functions/format.ts
function formatted({ meter }, pattern, values) {
  spendText(meter, pattern.length);
  let next = 0;
  const result = pattern.replace(/%(?:\.(\d{1,3}))?([a-zA-Z%])|%/g, (clause, precision, verb) => {
    if (verb === "%") return "%";
    if (verb === void 0 || next >= values.length) throw new CelError(`format: ${clause} has no value`);
    const text = one(String(verb), values[next++], precision === void 0 ? 6 : Number(precision));
    spendText(meter, text.length);
    return text;
  });
  spend(meter, values.length);
  return result;
}
function one(verb, value, precision) {
  if (verb === "s") return described(value);
  if (typeof value === "bigint") {
    if (verb === "d") return String(value);
    if (verb === "b") return value.toString(2);
    if (verb === "o") return value.toString(8);
    if (verb === "x") return value.toString(16);
    if (verb === "X") return value.toString(16).toUpperCase();
  }
  if (typeof value === "number" || typeof value === "bigint") {
    if (verb === "f") return Number(value).toFixed(Math.min(precision, 100));
    if (verb === "e")
      return Number(value).toExponential(Math.min(precision, 100)).replace(/e([+-])(\d)$/, "e$10$2");
    if (verb === "d" && typeof value === "number") return String(value);
  }
  throw new CelError(`format: %${verb} does not fit a ${kindOf(value)}`);
}
function described(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return `[${value.map(described).join(", ")}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${String(key)}: ${described(item)}`).join(", ")}}`;
  return toText(value);
}

// src/cel/functions/strings.ts
var reading = (run2) => ({ meter }, text) => {
  spendText(meter, text.length);
  return run2(text);
};
var both = (run2) => ({ meter }, text, other) => {
  spendText(meter, text.length + other.length);
  return run2(text, other);
};
var STRINGS = [
  define(
    "size(string)",
    reading((text) => BigInt(lengthOf(text)))
  ),
  define(
    "string.size()",
    reading((text) => BigInt(lengthOf(text)))
  ),
  define(
    "string.contains(string)",
    both((text, part2) => text.includes(part2))
  ),
  define(
    "string.startsWith(string)",
    both((text, part2) => text.startsWith(part2))
  ),
  define(
    "string.endsWith(string)",
    both((text, part2) => text.endsWith(part2))
  ),
  define(
    "string.lowerAscii()",
    reading((text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
  ),
  define(
    "string.upperAscii()",
    reading((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()))
  ),
  define(
    "string.trim()",
    reading((text) => text.trim())
  ),
  define(
    "string.reverse()",
    reading((text) => [...text].reverse().join(""))
  ),
  define("string.charAt(int)", (call, text, index) => {
    spendText(call.meter, text.length);
    return index === BigInt(lengthOf(text)) ? "" : outOfRange(sliceOf(text, index, index + 1n));
  }),
  define("string.substring(int)", (call, text, start) => {
    spendText(call.meter, text.length);
    return outOfRange(sliceOf(text, start));
  }),
  define("string.substring(int, int)", (call, text, start, end) => {
    spendText(call.meter, text.length);
    return outOfRange(sliceOf(text, start, end));
  }),
  define(
    "string.indexOf(string)",
    both((text, part2) => toPoint(text, text.indexOf(part2)))
  ),
  define("string.indexOf(string, int)", (call, text, part2, from) => {
    spendText(call.meter, text.length + part2.length);
    outOfRange(sliceOf(text, from));
    return toPoint(text, text.indexOf(part2, toUnit(text, Number(from))));
  }),
  define(
    "string.lastIndexOf(string)",
    both((text, part2) => toPoint(text, text.lastIndexOf(part2)))
  ),
  define("string.lastIndexOf(string, int)", (call, text, part2, from) => {
    spendText(call.meter, text.length + part2.length);
    outOfRange(sliceOf(text, from));
    return toPoint(text, text.lastIndexOf(part2, toUnit(text, Number(from))));
  }),
  define(
    "string.replace(string, string)",
    (call, text, part2, by) => replaced(call, text, part2, by, -1n)
  ),
  define("string.replace(string, string, int)", replaced),
  define(
    "string.split(string)",
    (call, text, separator) => split(call, text, separator, -1n)
  ),
  define("string.split(string, int)", split),
  define("list.join()", (call, list) => joined(call, list, "")),
  define("list.join(string)", joined),
  define("string.format(list)", (call, pattern, values) => formatted(call, pattern, values))
];
function outOfRange(part2) {
  if (part2 === void 0) throw new CelError("index out of range");
  return part2;
}
function replaced(call, text, part2, by, limit) {
  spendText(call.meter, text.length);
  const pieces = split(call, text, part2, limit < 0n ? -1n : limit + 1n);
  spendText(call.meter, pieces.length * by.length);
  if (part2 !== "" || limit === 0n) return limit === 0n ? text : pieces.join(by);
  const all = limit < 0n || limit > BigInt(pieces.length);
  return all ? `${by}${pieces.join(by)}${text === "" ? "" : by}` : `${by}${pieces.join(by)}`;
}
function split({ meter }, text, separator, limit) {
  spendText(meter, text.length + separator.length);
  if (limit === 0n) return [];
  const parts = separator === "" ? [...text] : text.split(separator);
  spend(meter, parts.length);
  if (limit < 0n || BigInt(parts.length) <= limit) return parts;
  const kept = Number(limit) - 1;
  return [...parts.slice(0, kept), parts.slice(kept).join(separator)];
}
function joined({ meter }, list, separator) {
  const texts = list.map((item) => {
    if (typeof item !== "string") throw new CelError("join needs a list of strings");
    spendText(meter, item.length + separator.length);
    return item;
  });
  return texts.join(separator);
}

// src/cel/functions/times.ts
var part = (name, pick) => define(`timestamp.${name}()`, (_call, time) => BigInt(pick(utcParts(time.ns))));
var inUnits = (name, size) => define(`duration.${name}()`, (_call, time) => time.ns / size);
var TIMES = [
  define("timestamp(timestamp)", (_call, time) => time),
  define("timestamp(int)", (_call, seconds) => timestamp(seconds * 1000000000n)),
  define("timestamp(string)", (call, text) => {
    spendText(call.meter, text.length);
    const ns = parseTimestamp(text);
    if (ns === void 0) throw new CelError("the text is not a timestamp (RFC 3339)");
    return { cel: "timestamp", ns };
  }),
  define("duration(duration)", (_call, time) => time),
  define("duration(string)", (call, text) => {
    spendText(call.meter, text.length);
    const ns = parseDuration(text);
    if (ns === void 0) throw new CelError("the text is not a duration (such as 1h30m)");
    return { cel: "duration", ns: int(ns) };
  }),
  part("getFullYear", ({ year }) => year),
  part("getMonth", ({ month }) => month - 1),
  part("getDate", ({ day }) => day),
  part("getDayOfMonth", ({ day }) => day - 1),
  part("getDayOfWeek", ({ weekday }) => weekday),
  part("getDayOfYear", ({ dayOfYear }) => dayOfYear),
  part("getHours", ({ hour }) => hour),
  part("getMinutes", ({ minute }) => minute),
  part("getSeconds", ({ second }) => second),
  part("getMilliseconds", ({ millisecond }) => millisecond),
  inUnits("getHours", 3600000000000n),
  inUnits("getMinutes", 60000000000n),
  inUnits("getSeconds", 1000000000n),
  define("duration.getMilliseconds()", (_call, time) => time.ns / 1000000n % 1000n)
];

// src/cel/functions/index.ts
var ALL = [
  ...NETWORK,
  ...TIMES,
  ...CONVERSIONS,
  ...STRINGS,
  ...LISTS,
  ...QUANTITIES,
  ...NAMES2
];
var byKey = /* @__PURE__ */ new Map();
for (const one2 of ALL) byKey.set(one2.key, [...byKey.get(one2.key) ?? [], one2]);
var NAMESPACES = /* @__PURE__ */ new Set(["cel", "format", "ip", "optional", "sets"]);
function hasFunction(key) {
  return byKey.has(key);
}
function isFunctionName(name) {
  return [...byKey.keys()].some((key) => key.split("/")[0] === name);
}
function callFunction(call, key, args) {
  const found = byKey.get(key)?.find(({ parameters }) => parameters.every((wanted, index) => fits(wanted, args[index])));
  if (found === void 0) throw noOverload(key.replace(/^\.|\/\d+$/g, ""), ...args);
  return found.run(call, args);
}
function fits(wanted, value) {
  if (wanted === "any") return true;
  const kind = kindOf(value);
  return wanted === kind || wanted === "number" && (kind === "int" || kind === "double");
}

// src/cel/macros.ts
var MACROS = {
  all: [
    [2, 1],
    [3, 2]
  ],
  exists: [
    [2, 1],
    [3, 2]
  ],
  exists_one: [
    [2, 1],
    [3, 2]
  ],
  existsOne: [
    [2, 1],
    [3, 2]
  ],
  filter: [[2, 1]],
  map: [
    [2, 1],
    [3, 1]
  ],
  transformList: [
    [3, 2],
    [4, 2]
  ],
  optMap: [[2, 1]],
  optFlatMap: [[2, 1]],
  or: [[1, 0]],
  orValue: [[1, 0]]
};
function macroOf(node) {
  if (node.op !== "rcall") return void 0;
  const [name, receiver, args] = node.args;
  const form = Object.hasOwn(MACROS, name) ? MACROS[name].find(([count]) => count === args.length) : void 0;
  if (form === void 0) return void 0;
  const variables2 = args.slice(0, form[1]).map((arg) => arg.op === "id" ? arg.args : void 0);
  if (variables2.some((variable2) => variable2 === void 0)) return void 0;
  return { name, receiver, variables: variables2, body: args.slice(form[1]) };
}
function bindingOf(node) {
  if (node.op !== "rcall") return void 0;
  const [name, receiver, [variable2, value, body]] = node.args;
  if (name !== "bind" || receiver.op !== "id" || receiver.args !== "cel" || body === void 0)
    return void 0;
  return variable2.op === "id" ? { variable: variable2.args, value, body } : void 0;
}
function partsOf(node) {
  switch (node.op) {
    case "value":
    case "id":
      return [];
    case ".":
    case ".?":
      return [node.args[0]];
    case "call":
      return node.args[1];
    case "rcall":
      return [node.args[1], ...node.args[2]];
    case "map":
      return node.args.flat();
    case "!_":
    case "-_":
      return [node.args];
    default:
      return node.args;
  }
}

// src/cel/scope.ts
function within(outer, name, value) {
  return { name, value, outer };
}

// src/cel/select.ts
var ESCAPES = {
  __underscores__: "__",
  __dot__: ".",
  __dash__: "-",
  __slash__: "/"
};
var RESERVED = /^__(true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)__$/;
function unescapeName(name) {
  const reserved = RESERVED.exec(name);
  if (reserved !== null) return reserved[1];
  return name.replace(/__(underscores|dot|dash|slash)__/g, (written2) => ESCAPES[written2]);
}
function keyIn(map, name, identifier = false) {
  if (typeof name === "string") {
    if (map.has(name)) return name;
    const plain = identifier && name.includes("__") ? unescapeName(name) : name;
    return map.has(plain) ? plain : void 0;
  }
  if (typeof name === "number" && Number.isInteger(name)) return keyIn(map, BigInt(name));
  if (typeof name !== "bigint" && typeof name !== "boolean") throw noOverload("a key", name);
  return map.has(name) ? name : void 0;
}
function fieldOf(value, name) {
  if (isKind(value, "optional")) return optionalField(value, name, true);
  if (!(value instanceof Map)) throw noOverload(`.${name}`, value);
  const key = keyIn(value, name, true);
  if (key === void 0) throw new CelError(`no such key: ${name}`);
  return value.get(key);
}
function itemOf(value, index) {
  if (isKind(value, "optional")) return optionalField(value, index);
  if (value instanceof Map) {
    const key = keyIn(value, index);
    if (key === void 0) throw new CelError(`no such key: ${String(index)}`);
    return value.get(key);
  }
  if (!Array.isArray(value)) throw noOverload("[]", value, index);
  const item = typeof index === "bigint" || typeof index === "number" ? value[Number(index)] : void 0;
  if (item === void 0) throw new CelError(`index out of bounds: ${String(index)}`);
  return item;
}
function optionalField(value, name, identifier = false) {
  const inner = isKind(value, "optional") ? value.value : value;
  if (inner === void 0) return optional();
  if (inner instanceof Map) {
    const key = keyIn(inner, name, identifier);
    return key === void 0 ? optional() : optional(inner.get(key));
  }
  if (!Array.isArray(inner)) throw noOverload(".?", inner);
  return optional(typeof name === "bigint" ? inner[Number(name)] : void 0);
}
function hasField(value, name, identifier = false) {
  const inner = isKind(value, "optional") ? value.value : value;
  if (inner === void 0) return false;
  if (!(inner instanceof Map)) throw noOverload("has", inner);
  return keyIn(inner, name, identifier) !== void 0;
}

// src/cel/evaluate.ts
function evaluate(regex, program, variables2, meter) {
  let scope = within(void 0, "self", variables2.self);
  if (variables2.oldSelf !== void 0) scope = within(scope, "oldSelf", variables2.oldSelf);
  try {
    return { kind: "value", value: run({ meter, regex }, program.syntax, scope) };
  } catch (error) {
    if (error instanceof CelError) return { kind: "error", message: error.message };
    if (error instanceof OverBudget || error instanceof RangeError) return { kind: "over-budget" };
    throw error;
  }
}
function run(call, node, scope) {
  spend(call.meter, 1);
  switch (node.op) {
    case "value":
      return node.args;
    case "id":
      return note(call.meter, variable(node.args, scope));
    case ".":
      return note(call.meter, fieldOf(run(call, node.args[0], scope), node.args[1]));
    case ".?":
      return note(call.meter, optionalField(run(call, node.args[0], scope), node.args[1], true));
    case "[]":
      return note(call.meter, itemOf(run(call, node.args[0], scope), run(call, node.args[1], scope)));
    case "[?]":
      return note(call.meter, optionalField(run(call, node.args[0], scope), run(call, node.args[1], scope)));
    case "list":
      return node.args.map((item) => run(call, item, scope));
    case "map":
      return mapOf(call, node.args, scope);
    case "?:":
      return run(call, isTrue(run(call, node.args[0], scope)) ? node.args[1] : node.args[2], scope);
    case "&&":
      return decide(call, node.args, scope, false);
    case "||":
      return decide(call, node.args, scope, true);
    case "!_":
      return !isTrue(run(call, node.args, scope));
    case "-_":
      return negative(run(call, node.args, scope));
    case "call":
      return node.args[0] === "has" ? has2(call, node.args[1][0], scope) : callWith(call, `${node.args[0]}/${node.args[1].length}`, node.args[1], scope);
    case "rcall":
      return callMember(call, node, scope);
    default:
      return binary(call, node.op, run(call, node.args[0], scope), run(call, node.args[1], scope));
  }
}
function variable(name, scope) {
  for (let at = scope; at !== void 0; at = at.outer)
    if (at.name === name) return at.value;
  if (TYPE_NAMES.includes(name)) return { cel: "type", name };
  throw new CelError(`${name} has no value`);
}
function negative(value) {
  if (typeof value === "bigint") return int(-value);
  if (typeof value === "number") return -value;
  throw noOverload("-", value);
}
function decide(call, [left, right], scope, decisive) {
  let failure;
  try {
    if (isTrue(run(call, left, scope)) === decisive) return decisive;
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    failure = error;
  }
  const value = isTrue(run(call, right, scope));
  if (failure !== void 0 && value !== decisive) throw failure;
  return value;
}
function binary({ meter }, operator, left, right) {
  note(meter, left, true);
  note(meter, right, true);
  switch (operator) {
    case "==":
      return equal(meter, left, right);
    case "!=":
      return !equal(meter, left, right);
    case "in":
      if (Array.isArray(right)) return right.some((item) => equal(meter, item, left));
      if (right instanceof Map) return hasField(right, left);
      throw noOverload("in", left, right);
    case "<":
      return compare(left, right) === -1;
    case ">":
      return compare(left, right) === 1;
    case "<=":
      return (compare(left, right) ?? 1) <= 0;
    case ">=":
      return (compare(left, right) ?? -1) >= 0;
    default:
      return arithmetic(meter, operator, left, right);
  }
}
function mapOf(call, entries, scope) {
  const map = /* @__PURE__ */ new Map();
  for (const [keyNode, valueNode] of entries) {
    const key = run(call, keyNode, scope);
    if (typeof key !== "string" && typeof key !== "bigint" && typeof key !== "boolean")
      throw noOverload("a key of a map", key);
    if (map.has(key)) throw new CelError(`the key ${String(key)} stands twice in a map`);
    map.set(key, run(call, valueNode, scope));
  }
  return map;
}
function has2(call, node, scope) {
  if (node.op !== "." && node.op !== ".?") throw new CelError("has takes a field");
  const found = hasField(run(call, node.args[0], scope), node.args[1], true);
  note(call.meter, found);
  return found;
}
function callWith(call, key, nodes, scope) {
  const args = nodes.map((node) => note(call.meter, run(call, node, scope), true));
  return callFunction(call, key, args);
}
function callMember(call, node, scope) {
  const binding = bindingOf(node);
  if (binding !== void 0)
    return run(call, binding.body, within(scope, binding.variable, run(call, binding.value, scope)));
  const macro = macroOf(node);
  if (macro !== void 0)
    return iterate(
      call,
      macro,
      run(call, macro.receiver, scope),
      (body, variables2) => run(
        call,
        body,
        variables2.reduce((inner, [name2, value]) => within(inner, name2, value), scope)
      )
    );
  const [name, receiver, args] = node.args;
  const space = receiver.op === "id" && !isBound(receiver.args, scope) ? receiver.args : void 0;
  if (space !== void 0 && NAMESPACES.has(space))
    return callWith(call, `${space}.${name}/${args.length}`, args, scope);
  return callWith(call, `.${name}/${args.length}`, [receiver, ...args], scope);
}
function isBound(name, scope) {
  return scope !== void 0 && (scope.name === name || isBound(name, scope.outer));
}

// src/cel/field-path.ts
function parseFieldPath(path) {
  const segments = [];
  let rest = path;
  while (rest !== "") {
    const found = /^(?:\.([^.[\]'"\s]+)|\[(?:'([^'\]]+)'|"([^"\]]+)")\])/.exec(rest);
    if (found === null) return void 0;
    segments.push(found[1] ?? found[2] ?? found[3]);
    rest = rest.slice(found[0].length);
  }
  return segments;
}

// src/cel/rule.ts
function compileRule(cel, text) {
  const main = cel.compile(text.rule);
  if ("fault" in main) return { fault: { ...main.fault, field: "rule" } };
  const fieldPath = parseFieldPath(text.fieldPath ?? "");
  if (fieldPath === void 0)
    return { fault: { message: "it is not a path such as `.spec.replicas`", offset: 0, field: "fieldPath" } };
  const transition = main.program.usesOldSelf && text.optionalOldSelf !== true;
  const rule = { text, program: main.program, fieldPath, transition };
  if (text.messageExpression === void 0) return { rule };
  const message = cel.compile(text.messageExpression);
  if ("fault" in message) return { fault: { ...message.fault, field: "messageExpression" } };
  return { rule: { ...rule, messageProgram: message.program } };
}
function judgeRule(cel, rule, self, oldSelf, budget, seen) {
  if (rule.transition && oldSelf === void 0) return { kind: "not-asked" };
  const outcome = metered(
    budget,
    seen,
    (meter) => evaluate(cel.regex, rule.program, variables(rule, self, oldSelf), meter)
  );
  if (outcome.kind === "over-budget") return { kind: "unjudged", why: "it costs too much on this file" };
  if (outcome.kind === "error") return { kind: "unjudged", why: outcome.message };
  if (typeof outcome.value !== "boolean") return { kind: "unjudged", why: "it gives no `true` or `false`" };
  return { kind: outcome.value ? "holds" : "broken" };
}
function messageOf(cel, rule, self, oldSelf, budget) {
  const { messageProgram } = rule;
  const outcome = messageProgram && metered(
    budget,
    void 0,
    (meter) => evaluate(cel.regex, messageProgram, variables(rule, self, oldSelf), meter)
  );
  if (outcome?.kind === "value" && typeof outcome.value === "string") {
    const text = outcome.value.trim();
    if (text !== "" && !/[\r\n]/.test(text)) return text;
  }
  return rule.text.message;
}
function variables(rule, self, oldSelf) {
  if (rule.text.optionalOldSelf === true) return { self, oldSelf: optional(oldSelf) };
  return oldSelf === void 0 ? { self } : { self, oldSelf };
}
function metered(budget, seen, work) {
  const start = Math.min(CALL_BUDGET, budget.left);
  const meter = { left: start, ...seen === void 0 ? {} : { seen } };
  const result = work(meter);
  budget.left -= start - Math.max(0, meter.left);
  return result;
}

export {
  escapeExpression,
  parseKeyPattern,
  environmentFamilies,
  environmentFault,
  environmentNames,
  environmentKind,
  environmentKinds,
  discoverFamilies,
  nearestName,
  CelError,
  OverBudget,
  FILE_BUDGET,
  spend,
  markList,
  parseDuration,
  parseTimestamp,
  utcParts,
  TYPE_NAMES,
  NAMESPACES,
  hasFunction,
  isFunctionName,
  macroOf,
  bindingOf,
  partsOf,
  compileRule,
  judgeRule,
  messageOf
};
