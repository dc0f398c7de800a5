import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  commonDirectory,
  fetchObjects,
  findRepository,
  gitBytes,
  gitFailed,
  isShallow,
  namedRepository,
  notReadable,
  notStarted,
  parseCommit,
  parseTree,
  readText,
  runGit,
  startGit
} from "./chunk-R3MRNB3R.js";
import {
  entryMode,
  isObjectId,
  isTreeMode
} from "./chunk-HDDKZENY.js";
import {
  CelError,
  NAMESPACES,
  TYPE_NAMES,
  bindingOf,
  compileRule,
  environmentFault,
  hasFunction,
  isFunctionName,
  macroOf,
  nearestName,
  parseKeyPattern,
  partsOf,
  spend
} from "./chunk-XI3XB6LF.js";
import {
  formatById
} from "./chunk-37ZSIPQN.js";
import {
  criticalGlobFault,
  globFault,
  isLive,
  literalPath
} from "./chunk-CFWZNNPA.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  child,
  isObject,
  parentOf,
  typeOf
} from "./chunk-XGREDVMT.js";

// src/policy/fields.ts
var TYPES = {
  null: "nothing",
  boolean: "true or false",
  number: "a number",
  string: "a text",
  list: "a list",
  object: "a mapping"
};
function keyName(key) {
  const segments = key.split("/").slice(1);
  return segments.map(
    (segment, index) => /^\d+$/.test(segment) ? `[${segment}]` : `${index > 0 ? "." : ""}${segment.replaceAll("~1", "/").replaceAll("~0", "~")}`
  ).join("");
}
function tell(input, code, message, hint, part = "value") {
  input.faults.push({ code, key: input.key, part, message, hint });
}
function wrongType(input, wanted, hint) {
  const name = input.key === "" ? "The policy" : keyName(input.key);
  tell(input, "policy-type", `${name} is ${TYPES[typeOf(input.value)]} where ${wanted} is expected.`, hint);
}
function mapping(fields, required = []) {
  return (input) => {
    const { value } = input;
    const known = Object.keys(fields);
    if (!isObject(value)) return wrongType(input, "a mapping", `Its keys are: ${known.join(", ")}.`);
    const result = {};
    for (const key of Object.keys(value)) {
      const at = { ...input, value: value[key], key: child(input.key, key) };
      if (Object.hasOwn(fields, key)) {
        const read = fields[key](at);
        if (read !== void 0) result[key] = read;
      } else {
        const meant = meantName(key, known);
        const hint = meant === void 0 ? `Known here: ${known.join(", ")}.` : `Write \`${meant}\`. Known here: ${known.join(", ")}.`;
        tell(at, "policy-unknown-key", `${keyName(at.key)} is not a key that Holdfast knows.`, hint, "key");
      }
    }
    for (const key of required) {
      if (Object.hasOwn(value, key)) continue;
      const name = input.key === "" ? "The policy" : keyName(input.key);
      tell(input, "policy-missing-key", `${name} has no \`${key}\`.`, `Add \`${key}\`.`, "value");
    }
    return result;
  };
}
function list(item, example) {
  return (input) => {
    const { value } = input;
    if (!Array.isArray(value))
      return wrongType(input, "a list", `Write it as a list, for example ${example}.`);
    if (value.length === 0) {
      return tell(
        input,
        "policy-type",
        `${keyName(input.key)} is an empty list.`,
        "Add an entry, or remove the key."
      );
    }
    return value.flatMap((each, index) => {
      const read = item({ ...input, value: each, key: child(input.key, index) });
      return read === void 0 ? [] : [read];
    });
  };
}
var text = (input) => {
  const { value } = input;
  if (typeof value !== "string") {
    return wrongType(
      input,
      "a text",
      "Write a text; put quotes around one that looks like a number or a date."
    );
  }
  if (value.trim() === "") {
    return tell(
      input,
      "policy-type",
      `${keyName(input.key)} is an empty text.`,
      "Write a value, or remove the key."
    );
  }
  return value;
};
var flag = (input) => typeof input.value === "boolean" ? input.value : wrongType(input, "true or false", "Write `true` or `false`, without quotes.");
function oneOf(values) {
  return (input) => {
    const value = text(input);
    if (value === void 0) return void 0;
    const found = values.find((each) => each === value);
    if (found !== void 0) return found;
    const meant = meantName(value, values);
    const hint = `${meant === void 0 ? "" : `Write \`${meant}\`. `}Possible values: ${values.join(", ")}.`;
    return tell(input, "policy-type", `${keyName(input.key)} is not one of the possible values.`, hint);
  };
}
function meantName(name, known) {
  const plain = name.toLowerCase().replaceAll("_", "-");
  return known.includes(plain) ? plain : nearestName(plain, known);
}

// src/policy/schema.ts
function schemaFault(name, sha256, remote = sha256 !== void 0) {
  if (sha256 !== void 0 && !/^[0-9a-f]{64}$/i.test(sha256)) {
    return {
      fault: "has a sha256 that is not 64 hexadecimal digits",
      hint: "Take it from `sha256sum FILE`."
    };
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return remoteSource(name, sha256);
  if (remote) {
    return {
      fault: "has a sha256 but no https URL",
      hint: "Write a local path alone; it is read from the base commit."
    };
  }
  const path = name.replace(/^(\.\/)+/, "");
  if (path.startsWith("/") || path.includes("\\") || path.split("/").some((part) => part === ".." || part === "")) {
    return {
      fault: "is not a path inside the repository",
      hint: "Write the path from the root: `schemas/app.schema.json`."
    };
  }
  return { source: { kind: "path", path } };
}
function remoteSource(name, sha256) {
  const url = URL.canParse(name) ? new URL(name) : void 0;
  if (url === void 0)
    return { fault: "is not a valid URL", hint: "Write a complete https URL, or a path from the root." };
  if (url.protocol !== "https:") {
    return {
      fault: `uses ${url.protocol}//`,
      hint: "Write an https URL, or keep a copy of the schema in the repository."
    };
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") {
    return {
      fault: "has a user name, a password or a fragment",
      hint: "Write the plain URL of the whole schema."
    };
  }
  return {
    source: { kind: "url", url: name, ...sha256 === void 0 ? {} : { sha256: sha256.toLowerCase() } }
  };
}
function unpinnedSchema(policy) {
  for (const rule of [...policy.critical, ...policy.schemas]) {
    if (rule.schema?.kind !== "url" || rule.schema.sha256 !== void 0) continue;
    const { host } = new URL(rule.schema.url);
    if (!policy.schemaHosts.includes(host)) return { rule: rule.id, host };
  }
  return void 0;
}

// src/policy/values.ts
var FORMATS = [
  "json",
  "jsonc",
  "json5",
  "yaml",
  "toml",
  "ini",
  "dotenv",
  "properties",
  "xml",
  "plist",
  "hcl",
  "text"
];
var format = oneOf(FORMATS);
function glob(faultOf) {
  return (input) => {
    const value = text(input);
    const wrong = value === void 0 ? void 0 : faultOf(value);
    if (wrong === void 0) return value;
    return tell(input, "policy-glob", `The glob in ${keyName(input.key)} ${wrong.fault}.`, wrong.hint);
  };
}
function oneOrMore(item, example) {
  return (input) => {
    if (typeof input.value !== "string") return list(item, example)(input);
    const one = item(input);
    return one === void 0 ? void 0 : [one];
  };
}
function selecting(faultOf) {
  return (input) => {
    const all = oneOrMore(glob(faultOf), "`[config/**]`")(input);
    if (all !== void 0 && all.length > 0 && all.every((each) => each.startsWith("!"))) {
      return tell(
        input,
        "policy-glob",
        `${keyName(input.key)} only excludes files, so it selects none.`,
        "Add a glob without `!`, such as `config/**`."
      );
    }
    return all;
  };
}
var globs = selecting(globFault);
var criticalGlobs = selecting(criticalGlobFault);
var liveDirectories = oneOrMore((input) => {
  const value = text(input);
  if (value === void 0) return void 0;
  if (isLive(value) && criticalGlobFault(value) === void 0 && literalPath(value) === value)
    return value.replace(/\/+$/, "");
  return tell(
    input,
    "policy-live",
    `${keyName(input.key)} is no place outside of the checkout.`,
    "Write an absolute directory such as `/etc/auth`, or a place such as `s3://bucket/auth`, without wildcards."
  );
}, "`[/etc/auth]`");
function keyPattern(input, part = "value") {
  const value = text(input);
  if (value === void 0) return void 0;
  const parsed = parseKeyPattern(value);
  if ("steps" in parsed) return value;
  const message = `The key pattern in ${keyName(input.key)} ${parsed.fault}.`;
  return tell(input, "policy-pattern", message, parsed.hint, part);
}
var keyPatterns = list((input) => keyPattern(input), "`[issuer, keys.*]`");
var environmentPattern = (input) => {
  const value = text(input);
  const wrong = value === void 0 ? void 0 : environmentFault(value);
  if (wrong === void 0) return value;
  return tell(input, "policy-pattern", `The pattern in ${keyName(input.key)} ${wrong.fault}.`, wrong.hint);
};
var identity = (input) => {
  const { value } = input;
  if (!isObject(value))
    return wrongType(input, "a mapping", "Write `list: key`, for example `upstreams: host`.");
  const entries = Object.keys(value).flatMap((key) => {
    const at = { ...input, value: value[key], key: child(input.key, key) };
    const pattern2 = keyPattern({ ...at, value: key }, "key");
    const name = text(at);
    return pattern2 === void 0 || name === void 0 ? [] : [[pattern2, name]];
  });
  return Object.fromEntries(entries);
};
var HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i;
var hostName = (input) => {
  const value = text(input);
  if (value === void 0 || HOST.test(value)) return value?.toLowerCase();
  return tell(
    input,
    "policy-type",
    `${keyName(input.key)} is not the name of a host.`,
    "Write the name alone, without `https://` and path: `json.schemastore.org`."
  );
};
var schemaSource = (input) => {
  const { value } = input;
  if (typeof value !== "string" && !isObject(value))
    return wrongType(
      input,
      "a path, a URL, or `url` and `sha256`",
      "Write `schemas/app.schema.json`, or `url:` and `sha256:` below `schema:`."
    );
  const parts = isObject(value) ? mapping({ url: text, sha256: text }, ["url", "sha256"])(input) : { url: text(input) };
  if (parts?.url === void 0) return void 0;
  const source = schemaFault(
    parts.url,
    isObject(value) ? parts.sha256 : void 0,
    isObject(value)
  );
  if ("source" in source) return source.source;
  return tell(input, "policy-schema", `${keyName(input.key)} ${source.fault}.`, source.hint);
};
function shaped(shape, fault2, hint) {
  return (input) => {
    const value = text(input);
    if (value === void 0 || shape.test(value)) return value;
    return tell(input, "policy-type", `${keyName(input.key)} ${fault2}.`, hint);
  };
}
var people = list(
  shaped(
    /^@[A-Za-z0-9_-]{1,100}(\/[A-Za-z0-9._-]{1,255})?$/,
    "names neither a person nor a team",
    "Write `'@user'` or `'@org/team'`."
  ),
  "`['@org/team']`"
);
var fingerprintStart = shaped(
  /^[0-9a-f]{8,16}$/,
  "is no fingerprint",
  "Copy at least 8 digits of `fingerprint` from the JSON report, in quotes: `'3f9c21d0'`."
);
var day = shaped(
  /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/,
  "is no day",
  "Write year, month and day: `2027-01-31`."
);

// src/policy/key-values.ts
var forbid = (input) => {
  const example = "Write `key: value`, for example `environment: [staging, dev*]`.";
  return byPattern(input, example, (at, key) => {
    const values = forbiddenValues(at);
    return values === void 0 ? void 0 : { key, values };
  });
};
var level = oneOf(["error", "warning", "notice", "off"]);
var keySeverity = (input) => {
  const example = "Write `key: severity`, for example `database.host: warning`.";
  return byPattern(input, example, (at, key) => {
    const severity = level(at);
    return severity === void 0 ? void 0 : { key, severity };
  });
};
function byPattern(input, example, read) {
  const { value } = input;
  if (!isObject(value)) return wrongType(input, "a mapping", example);
  const keys = Object.keys(value);
  if (keys.length === 0) {
    return tell(
      input,
      "policy-type",
      `${keyName(input.key)} is an empty mapping.`,
      `${example} Or remove it.`
    );
  }
  return keys.flatMap((key) => {
    const at = { ...input, value: value[key], key: child(input.key, key) };
    const pattern2 = keyPattern({ ...at, value: key }, "key");
    const one = read(at, key);
    return pattern2 === void 0 || one === void 0 ? [] : [one];
  });
}
function forbiddenValues(input) {
  const { value } = input;
  if (value === null) {
    return wrongType(input, "a value or a list of values", "To forbid that the key is null, write `[null]`.");
  }
  if (!Array.isArray(value)) return scalar(input, value);
  if (value.length === 0) {
    return tell(
      input,
      "policy-type",
      `${keyName(input.key)} is an empty list.`,
      "Add a value, or remove the key."
    );
  }
  return value.flatMap(
    (item, index) => scalar({ ...input, value: item, key: child(input.key, index) }, item) ?? []
  );
}
function scalar(input, value) {
  if (value === null || typeof value !== "object") return [value];
  return wrongType(
    input,
    "a text, a number, true, false or null",
    "Name the keys inside it: `database.host: localhost`."
  );
}

// src/cel/library.ts
var LIMITS = {
  maxAstNodes: 5e3,
  maxDepth: 100,
  maxListElements: 1e3,
  maxMapEntries: 1e3,
  maxCallArguments: 32
};
async function loadLibrary() {
  const [{ default: cel }, re2] = await Promise.all([import("./lib-2YK2MBKV.js"), import("./build-EXDWOXVZ.js")]);
  return { parser: new cel.Environment({ enableOptionalTypes: true, limits: LIMITS }), RE2JS: re2.RE2JS };
}

// src/cel/regex.ts
var MOST_KEPT = 500;
var LONGEST_PATTERN = 2e3;
function createRegex({ RE2JS }) {
  const known = /* @__PURE__ */ new Map();
  const compile = (pattern2) => {
    let compiled = known.get(pattern2);
    if (compiled !== void 0) return compiled;
    try {
      compiled = pattern2.length > LONGEST_PATTERN ? `it is longer than ${LONGEST_PATTERN} characters` : RE2JS.compile(pattern2);
    } catch (error) {
      compiled = error.message.replace(/^error parsing regexp: /, "");
    }
    if (known.size >= MOST_KEPT) known.clear();
    known.set(pattern2, compiled);
    return compiled;
  };
  const matcherOf = (meter, text2, pattern2) => {
    const compiled = compile(pattern2);
    if (typeof compiled === "string") throw new CelError(`invalid regular expression: ${compiled}`);
    const cost = Math.ceil((text2.length + 1) / 10) * Math.ceil(compiled.programSize() / 2);
    const matcher = compiled.matcher(text2);
    return {
      find() {
        spend(meter, cost);
        return matcher.find();
      },
      group: () => matcher.group() ?? ""
    };
  };
  return {
    fault(pattern2) {
      const compiled = compile(pattern2);
      return typeof compiled === "string" ? compiled : void 0;
    },
    matches: (meter, text2, pattern2) => matcherOf(meter, text2, pattern2).find(),
    findAll(meter, text2, pattern2, limit) {
      const matcher = matcherOf(meter, text2, pattern2);
      const found = [];
      while (found.length < limit && matcher.find()) found.push(matcher.group());
      return found;
    }
  };
}

// src/cel/compile.ts
var loaded;
function loadCel() {
  loaded ??= loadLibrary().then(createCel);
  return loaded;
}
var LONGEST_EXPRESSION = 2e4;
function createCel(library) {
  const regex = createRegex(library);
  return {
    regex,
    compile(text2) {
      if (text2.length > LONGEST_EXPRESSION)
        return fault(`it is longer than ${LONGEST_EXPRESSION} characters`, void 0);
      try {
        const syntax = library.parser.parse(text2).ast;
        const names = /* @__PURE__ */ new Set();
        const wrong = check({ regex, names }, syntax, /* @__PURE__ */ new Set(["self", "oldSelf"]));
        return wrong === void 0 ? { program: { text: text2, syntax, usesOldSelf: names.has("oldSelf") } } : { fault: wrong };
      } catch (error) {
        return fault(...told(error));
      }
    }
  };
}
function fault(message, offset) {
  return { fault: { message, offset } };
}
function told(error) {
  if (error instanceof RangeError) return ["it is nested too deeply", void 0];
  const { summary, message, range } = error;
  return [summary ?? message, range?.start];
}
function check(checking, node, scope) {
  const own = checkNode(checking, node, scope);
  if (own !== void 0) return own;
  const binding = bindingOf(node);
  if (binding !== void 0)
    return check(checking, binding.value, scope) ?? check(checking, binding.body, /* @__PURE__ */ new Set([...scope, binding.variable]));
  const macro = macroOf(node);
  if (macro === void 0) return first(checking, partsToCheck(node, scope), scope);
  const inner = /* @__PURE__ */ new Set([...scope, ...macro.variables]);
  return check(checking, macro.receiver, scope) ?? first(checking, macro.body, inner);
}
function first(checking, nodes, scope) {
  for (const node of nodes) {
    const wrong = check(checking, node, scope);
    if (wrong !== void 0) return wrong;
  }
  return void 0;
}
function partsToCheck(node, scope) {
  const parts = partsOf(node);
  return namespaceOf(node, scope) === void 0 ? parts : parts.slice(1);
}
function namespaceOf(node, scope) {
  if (node.op !== "rcall") return void 0;
  const [, receiver] = node.args;
  if (receiver.op !== "id" || scope.has(receiver.args)) return void 0;
  return NAMESPACES.has(receiver.args) ? receiver.args : void 0;
}
function checkNode(checking, node, scope) {
  const wrong = (message) => ({ message, offset: node.start });
  if (node.op === "id") {
    if (scope.has(node.args)) checking.names.add(node.args);
    else if (!TYPE_NAMES.includes(node.args)) return wrong(`\`${node.args}\` is not known here`);
  }
  if (node.op === "value" && !isLiteral(node.args)) return wrong("unsigned numbers are not supported");
  if (node.op === "value" && typeof node.args === "bigint" && node.args > 2n ** 63n)
    return wrong("the number has more than 64 bits");
  if (node.op === "call") return checkCall(node.args[0], node.args[1], wrong) ?? pattern(checking, node);
  if (node.op !== "rcall" || macroOf(node) !== void 0 || bindingOf(node) !== void 0) return void 0;
  const [name, , args] = node.args;
  const space = namespaceOf(node, scope);
  const full = `${space ?? ""}.${name}`;
  if (hasFunction(`${full}/${args.length}`)) return pattern(checking, node);
  return wrong(unknown(full, args.length));
}
function checkCall(name, args, wrong) {
  if (name === "has") {
    const fits = args.length === 1 && (args[0].op === "." || args[0].op === ".?");
    return fits ? void 0 : wrong("`has` takes one field, such as `has(self.name)`");
  }
  return hasFunction(`${name}/${args.length}`) ? void 0 : wrong(unknown(name, args.length));
}
function unknown(name, count) {
  return isFunctionName(name) ? `\`${name.replace(/^\./, "")}\` is not called with ${count} argument${count === 1 ? "" : "s"}` : `the function \`${name.replace(/^\./, "")}\` is not known`;
}
var PATTERNS = /* @__PURE__ */ new Set(["matches", "find", "findAll"]);
function pattern({ regex }, node) {
  const written = node.op === "call" ? node.args[1][1] : node.args[2][0];
  if (!PATTERNS.has(node.args[0]) || written?.op !== "value" || typeof written.args !== "string")
    return void 0;
  const wrong = regex.fault(written.args);
  return wrong === void 0 ? void 0 : { message: `the regular expression is not one of RE2: ${wrong}`, offset: written.start };
}
function isLiteral(value) {
  return value === null || typeof value !== "object" || value instanceof Uint8Array;
}

// src/policy/rules.ts
var REASONS = [
  "FieldValueInvalid",
  "FieldValueForbidden",
  "FieldValueRequired",
  "FieldValueDuplicate"
];
var RULE = {
  rule: text,
  message: text,
  messageExpression: text,
  fieldPath: text,
  reason: oneOf(REASONS),
  optionalOldSelf: flag,
  key: ((input) => keyPattern(input)),
  severity: oneOf(["error", "warning", "notice"])
};
var valueRules = list(mapping(RULE, ["rule"]), "`- rule: self.replicas >= 2`");
function toValueRules(read, id) {
  return read.map((rule, index) => ({ ...rule, id: `${id}.rules[${index}]` }));
}
async function ruleFaults(policy) {
  const rules = policy.critical.flatMap((entry) => entry.rules ?? []).filter(({ rule }) => rule !== void 0);
  if (rules.length === 0) return [];
  const cel = await loadCel();
  return rules.flatMap((rule) => {
    const compiled = compileRule(cel, rule);
    if (!("fault" in compiled)) return [];
    const { field, message, offset } = compiled.fault;
    const written = rule[field];
    const where = offset === void 0 || field === "fieldPath" ? "" : ` (${placeIn(written, offset)})`;
    return {
      code: "policy-rule",
      key: `/${rule.id.replaceAll(/[.[]/g, "/").replaceAll("]", "")}/${field}`,
      part: "value",
      message: `${rule.id}.${field} cannot be used: ${message}${where}.`,
      hint: HINTS[field],
      ...offset === void 0 ? {} : { within: { text: written, offset } }
    };
  });
}
var HINTS = {
  rule: "Write CEL over `self` and `oldSelf`, such as `self.replicas >= 2`.",
  messageExpression: 'Write CEL that gives a text, such as `"has " + string(self.replicas)`.',
  fieldPath: "Write keys below `self`, such as `.spec.replicas` or `['a.b']`."
};
function placeIn(text2, offset) {
  const before = text2.slice(0, offset).split("\n");
  const column = before.at(-1).length + 1;
  return text2.includes("\n") ? `line ${before.length}, column ${column} of it` : `character ${column} of it`;
}
function placeWithin(source, place, within) {
  if (place === void 0 || within === void 0) return place;
  const line = source.split(/\r\n|\n|\r/)[place.line - 1] ?? "";
  const start = [place.column - 1, place.column].find((at) => line.startsWith(within.text, at));
  return start === void 0 ? place : { line: place.line, column: start + 1 + within.offset };
}

// src/policy/read.ts
var CRITICAL = {
  files: criticalGlobs,
  live: liveDirectories,
  service: text,
  schema: schemaSource,
  protect: keyPatterns,
  freeze: keyPatterns,
  sensitive: keyPatterns,
  format,
  identity,
  forbid,
  severity: keySeverity,
  approvers: people,
  rules: valueRules
};
var LABEL = { name: text, role: oneOf(["write", "maintain", "admin"]) };
var ACKNOWLEDGE = {
  label: mapping(LABEL, ["name", "role"]),
  "keep-approval-when-unchanged": flag,
  inconclusive: people
};
var ACCEPT = { finding: fingerprintStart, reason: text, expires: day };
var SCHEMA = { files: globs, schema: schemaSource };
var POLICY = {
  version: readVersion,
  critical: list(mapping(CRITICAL, ["files"]), "`- files: config/**`"),
  environments: list(environmentPattern, "`- config/{environment}.yml`"),
  schemas: list(mapping(SCHEMA, ["files", "schema"]), "`- files: config/**`"),
  scripts: globs,
  "schema-hosts": list(hostName, "`- json.schemastore.org`"),
  "fail-on-severity": oneOf(["error", "warning", "notice"]),
  "warn-only": flag,
  acknowledge: mapping(ACKNOWLEDGE),
  accept: list(mapping(ACCEPT, ["finding", "reason", "expires"]), "`- finding: 3f9c21d0`")
};
async function readPolicy(source, path, origin) {
  const parse = await formatById("yaml").load();
  const parsed = parse(source);
  if (!parsed.ok) {
    return refuse({
      code: "policy-syntax",
      message: `The policy is not valid YAML: ${parsed.problem.detail}`,
      hint: "Correct the YAML; an editor with YAML support shows the place.",
      path,
      place: parsed.problem.place
    });
  }
  const faults = [];
  const value = parsed.values.length === 0 ? null : parsed.values[0];
  const problems = parsed.duplicates.map((duplicate) => ({
    code: "policy-duplicate-key",
    message: `The key at line ${duplicate.place.line} already stands at line ${duplicate.first.line}: one of the two would be ignored.`,
    hint: "Keep one of them, or make one list of both.",
    path,
    place: duplicate.place
  }));
  if (parsed.values.length > 1) faults.push(severalDocuments());
  const policy = toPolicy({ value, key: "", faults }, origin);
  faults.push(...await ruleFaults(policy));
  const place = (key, part) => nearestPlace(parsed.place, key, part);
  for (const fault2 of faults) {
    const at = placeWithin(source, place(fault2.key, fault2.part), fault2.within);
    problems.push({
      code: fault2.code,
      message: fault2.message,
      hint: fault2.hint,
      path,
      ...at && { place: at }
    });
  }
  return firstOf(problems) ?? ok(policy);
}
function readVersion(input) {
  if (input.value === 1) return 1;
  input.faults.push({
    code: "policy-version",
    key: input.key,
    part: "value",
    message: `The policy is of version ${JSON.stringify(input.value)}; this Holdfast reads version 1.`,
    hint: "Write `version: 1`, or use the Holdfast for which the policy was written."
  });
  return void 0;
}
function toPolicy(input, origin) {
  const empty = input.value === null || typeof input.value === "object" && Object.keys(input.value).length === 0;
  const fields = (empty ? void 0 : mapping(POLICY)(input)) ?? {};
  const policy = {
    origin,
    critical: (fields.critical ?? []).map((rule, index) => toRule(rule, `critical[${index}]`)),
    schemas: (fields.schemas ?? []).map((rule, index) => toRule(rule, `schemas[${index}]`)),
    environments: fields.environments ?? [],
    schemaHosts: fields["schema-hosts"] ?? []
  };
  if (fields.scripts !== void 0) policy.scripts = fields.scripts;
  if (fields["fail-on-severity"] !== void 0) policy.failOn = fields["fail-on-severity"];
  if (fields["warn-only"] !== void 0) policy.warnOnly = fields["warn-only"];
  if (fields.acknowledge !== void 0) policy.acknowledge = toAcknowledge(fields.acknowledge);
  if (fields.accept !== void 0) policy.accept = fields.accept;
  if (empty || input.faults.length === 0 && policy.critical.length + policy.schemas.length === 0) {
    input.faults.push(guardsNothing());
  }
  const unpinned = input.faults.length === 0 ? unpinnedSchema(policy) : void 0;
  if (unpinned !== void 0) input.faults.push(unpinnedFault(unpinned));
  return policy;
}
function toAcknowledge(read) {
  return {
    ...read.label && { label: read.label },
    keepWhenUnchanged: read["keep-approval-when-unchanged"] ?? false,
    inconclusive: read.inconclusive ?? []
  };
}
function toRule(read, id) {
  const { files = [], protect = [], freeze = [], sensitive = [], identity: identity2 = {}, rules, ...others } = read;
  const named = rules && { rules: toValueRules(rules, id) };
  return { id, files, protect, freeze, sensitive, identity: identity2, ...others, ...named };
}
function guardsNothing() {
  return {
    code: "policy-empty",
    key: "",
    part: "value",
    message: "The policy guards nothing: it has neither `critical` nor `schemas`.",
    hint: "Declare a critical file: `critical:` and below it `  - files: config/**`."
  };
}
function severalDocuments() {
  return {
    code: "policy-syntax",
    key: "",
    part: "value",
    message: "The policy holds several YAML documents, and only one is allowed.",
    hint: "Remove the `---` between them and make one list of the rules."
  };
}
function unpinnedFault(unpinned) {
  return {
    code: "policy-schema",
    key: `/${unpinned.rule.replace("[", "/").replace("]", "")}/schema`,
    part: "value",
    message: `The schema of ${unpinned.rule} has neither a pinned sha256 nor a listed host, so it may not be fetched.`,
    hint: `Write \`url:\` and \`sha256:\` below \`schema:\`, or list ${unpinned.host} under \`schema-hosts\`.`
  };
}
function nearestPlace(place, key, part) {
  const found = place(key, 0, part);
  if (found !== void 0 || key === "") return found;
  return nearestPlace(place, parentOf(key), part);
}
function firstOf(problems) {
  const order = (problem) => (problem.place?.line ?? 0) * 1e6 + (problem.place?.column ?? 0);
  const [first2, ...rest] = problems.toSorted((left, right) => order(left) - order(right));
  if (first2 === void 0) return void 0;
  if (rest.length === 0) return refuse(first2);
  const more = rest.length === 1 ? "one more problem" : `${rest.length} more problems`;
  return refuse({ ...first2, message: `${first2.message} (and ${more} in this policy)` });
}

// src/policy/locations.ts
var policyPaths = [
  ".github/holdfast.yml",
  ".github/holdfast.yaml",
  "holdfast.yml",
  "holdfast.yaml"
];
async function findPolicy(before, named) {
  const text2 = await findPolicyText(before, named === void 0 ? policyPaths : [named]);
  if (text2.ok && text2.value === void 0 && named !== void 0) return refuse(notThere(named));
  if (!text2.ok || text2.value === void 0) return text2;
  return readPolicy(text2.value.text, text2.value.path, { kind: "base", path: text2.value.path });
}
async function findPolicyText(before, paths = policyPaths) {
  const present = [];
  for (const path of paths) {
    const entry2 = await before.entry(path);
    if (!entry2.ok) return entry2;
    if (entry2.value !== void 0) present.push(entry2.value);
  }
  const [entry, second] = present;
  if (entry === void 0) return ok(void 0);
  if (second !== void 0) return refuse(ambiguous(entry.path, second.path));
  if (entry.mode !== "file" && entry.mode !== "executable") return refuse(notAFile(entry));
  for await (const blob of before.read([entry])) {
    if ("refused" in blob) return refuse(unreadable(entry.path, blob.refused));
    const text2 = decode(blob.bytes);
    return text2 === void 0 ? refuse(wrongEncoding(entry.path)) : ok({ path: entry.path, text: text2 });
  }
  return refuse(unreadable(entry.path, "missing"));
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
}
function ambiguous(first2, second) {
  return {
    code: "policy-ambiguous",
    message: `Two policies are present: ${first2} and ${second}.`,
    hint: `Keep ${first2} and remove the other, so that everybody knows which one holds.`,
    path: second
  };
}
function notThere(path) {
  return {
    code: "policy-missing",
    message: `The base has no policy ${path}.`,
    hint: "The policy is read from the base commit: land it first, in a pull request of its own, or correct the path.",
    path
  };
}
function notAFile(entry) {
  return {
    code: "policy-not-a-file",
    message: `The policy ${entry.path} is a ${entry.mode}, and links are never followed.`,
    hint: "Commit the policy itself as a regular file under this name.",
    path: entry.path
  };
}
function unreadable(path, why) {
  const reasons = {
    missing: "its content is missing from this clone",
    "too-large": "it is too large",
    unreadable: "its content cannot be read"
  };
  return {
    code: "policy-unreadable",
    message: `The policy ${path} cannot be read: ${reasons[why]}.`,
    hint: why === "missing" ? "Fetch the base commit completely (`git fetch --depth=1 origin <base>`), then run again." : "Commit a policy of ordinary size under this name.",
    path
  };
}
function wrongEncoding(path) {
  return {
    code: "policy-encoding",
    message: `The policy ${path} is not UTF-8.`,
    hint: "Save it as UTF-8 and commit it again.",
    path
  };
}

// src/adapters/git/refs.ts
async function resolveCommit(repository, name) {
  if (name === "" || name.startsWith("-") || /[\0-\x1f\x7f]/.test(name)) return refuse(unusable(name));
  if (isObjectId(name.toLowerCase())) {
    const commit = await repository.objects.commit(name.toLowerCase());
    return commit.ok ? ok(commit.value.id) : commit;
  }
  const { gitDir } = repository;
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const output = await runGit({ gitDir, args });
  if (!output.ok) return output;
  const id = output.value.stdout.toString("latin1").trim();
  if (output.value.code === 0 && isObjectId(id)) return ok(id);
  if (output.value.code !== 1) return refuse(gitFailed({ args }, output.value));
  return refuse(name === "HEAD" ? emptyRepository() : await unknownRef(repository, name));
}
async function defaultBranch(repository) {
  const origin = "refs/remotes/origin/";
  const names = [`${origin}main`, `${origin}master`, "refs/heads/main", "refs/heads/master"];
  const found = await listRefs(repository, "%(refname)", [`${origin}HEAD`, ...names]);
  if (!found.ok) return found;
  const name = [`${origin}HEAD`, ...names].find((each) => found.value.includes(each));
  if (name !== void 0) return ok(name);
  return refuse({
    code: "no-default-branch",
    message: "Holdfast found no default branch to compare with: neither origin/HEAD nor main nor master.",
    hint: "Name the commit to compare with: --base REF."
  });
}
async function mergeBase(repository, a, b) {
  const args = ["merge-base", a, b];
  const output = await runGit({ gitDir: repository.gitDir, args });
  if (!output.ok) return output;
  const id = output.value.stdout.toString("latin1").trim();
  if (output.value.code === 0 && isObjectId(id)) return ok(id);
  if (output.value.code !== 1) return refuse(gitFailed({ args }, output.value));
  const message = `The commits ${a} and ${b} have no common ancestor`;
  return refuse(
    repository.shallow ? {
      code: "no-merge-base",
      message: `${message} in this clone, whose history is cut off.`,
      hint: "Fetch more history: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout."
    } : {
      code: "no-merge-base",
      message: `${message}: their histories are unrelated.`,
      hint: "Name the commits to compare directly: --base A --head B."
    }
  );
}
async function listRefs(repository, format2, patterns) {
  const args = ["for-each-ref", `--format=${format2}`, ...patterns];
  const output = await gitBytes({ gitDir: repository.gitDir, args });
  return output.ok ? ok(output.value.toString("utf8").split("\n").filter(Boolean)) : output;
}
function unusable(name) {
  return {
    code: "unknown-ref",
    message: name === "" ? "The name of a commit is empty." : `${JSON.stringify(name)} cannot name a commit.`,
    hint: "Give a branch, a tag or a commit id; a branch that starts with `-` as refs/heads/NAME."
  };
}
function emptyRepository() {
  return {
    code: "empty-repository",
    message: "The current branch has no commit yet, so there is nothing to compare.",
    hint: "Commit first, or compare two other commits: --base A --head B."
  };
}
async function unknownRef(repository, name) {
  const refs = await listRefs(repository, "%(refname:short)", ["refs/heads", "refs/remotes", "refs/tags"]);
  const near = nearNames(name, refs.ok ? refs.value : []);
  const shallow = repository.shallow ? " This clone is shallow: the commit may have to be fetched first." : "";
  const hint = near.length > 0 ? `Did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?` : "See `git branch --all` and `git tag` for the names that exist.";
  return {
    code: "unknown-ref",
    message: `${JSON.stringify(name)} names no commit of this repository.`,
    hint: `${hint}${shallow}`
  };
}
function nearNames(name, names) {
  const wanted = name.toLowerCase();
  const ranked = names.slice(0, 5e3).map((each) => {
    const other = each.toLowerCase();
    if (other === wanted || other.endsWith(`/${wanted}`) || wanted.endsWith(`/${other}`))
      return { each, rank: 0 };
    return {
      each,
      rank: Math.min(distance(wanted, other), distance(wanted, other.replace(/^origin\//, "")))
    };
  });
  const most = wanted.length < 3 ? 1 : wanted.length < 9 ? 2 : 3;
  const close = ranked.filter(({ rank }) => rank <= most);
  return close.sort((one, other) => one.rank - other.rank).slice(0, 3).map(({ each }) => each);
}
function distance(a, b) {
  if (Math.abs(a.length - b.length) > 3 || a.length > 100) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

// src/adapters/git/repository.ts
import { join, resolve } from "node:path";

// src/adapters/git/batch-output.ts
function answerReader(largest, give) {
  let header = "";
  let id = "";
  let type = "";
  let size = 0;
  let left = -1;
  let bytes;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (left === -1) {
        const end = chunk.indexOf(10, at);
        header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
        if (end === -1) return header.length < 4096;
        at = end + 1;
        const [name, kind, length, ...more] = header.split(" ");
        header = "";
        id = name;
        if (kind === "missing" && length === void 0) {
          if (!give(id, { refused: "missing" })) return false;
          continue;
        }
        if (kind === void 0 || !/^\d{1,15}$/.test(length ?? "") || more.length > 0) return false;
        type = kind;
        size = Number(length);
        left = size + 1;
        bytes = size <= largest ? Buffer.allocUnsafe(size) : void 0;
        continue;
      }
      const taken = Math.min(left, chunk.length - at);
      bytes?.set(chunk.subarray(at, at + Math.min(taken, left - 1)), size + 1 - left);
      at += taken;
      left -= taken;
      if (left > 0) continue;
      left = -1;
      const complete = bytes;
      bytes = void 0;
      if (!give(id, complete ? { type, bytes: complete } : { refused: "too-large", size })) return false;
    }
    return true;
  };
}

// src/adapters/git/process.ts
function stop(process) {
  process.kill("SIGKILL");
  for (const pipe of [process.stdin, process.stdout, process.stderr]) pipe?.destroy();
}
function hold(process, needed) {
  const handles = [process, process.stdin, process.stdout, process.stderr];
  for (const handle of handles) needed ? handle.ref?.() : handle.unref?.();
}

// src/adapters/git/cat-file.ts
var MOST_WAITING = 64 * 1024 * 1024;
var MOST_DEATHS = 8;
function startCatFile(options) {
  const due = [];
  let unsent = [];
  let child2;
  let failure;
  let waitingBytes = 0;
  let readers = 0;
  let deaths = 0;
  let recovering = false;
  let closing = false;
  let heard = false;
  let silentTicks = 0;
  let ended = Promise.resolve();
  const recovered = /* @__PURE__ */ new Set();
  const settle = (ticket, answer) => {
    if (ticket.dropped) return;
    ticket.answer = answer;
    if ("bytes" in answer) waitingBytes += answer.bytes.length;
    ticket.wake?.();
  };
  const refuseAll = () => {
    for (const ticket of due.splice(0)) settle(ticket, { refused: "unreadable" });
    unsent = [];
  };
  const start = () => {
    let process;
    try {
      process = options.start();
    } catch (error) {
      failure = notStarted(error);
      return;
    }
    child2 = process;
    let garbled = false;
    const accept = answerReader(options.largest, (id, answer) => {
      if (due[0]?.id !== id) return false;
      settle(due.shift(), answer);
      return true;
    });
    process.stdin.on("error", () => {
    });
    process.stderr.resume();
    process.stdout.on("data", (chunk) => {
      heard = true;
      if (garbled) return;
      if (!accept(chunk)) {
        garbled = true;
        stop(process);
      }
      if (waitingBytes > MOST_WAITING && readers === 0) process.stdout.pause();
      if (due.length === 0) hold(process, false);
    });
    ended = new Promise((resolve2) => {
      process.on("error", (error) => {
        failure = notStarted(error);
        child2 = void 0;
        refuseAll();
        resolve2();
      });
      process.on("close", () => {
        resolve2();
        if (child2 === process) void died();
      });
    });
    hold(process, false);
  };
  const died = async () => {
    child2 = void 0;
    unsent = [];
    if (closing || failure !== void 0) return refuseAll();
    deaths += 1;
    const first2 = due[0];
    if (first2 !== void 0) {
      recovering = true;
      const again = recovered.has(first2.id) ? false : await options.recover?.(first2.id);
      recovering = false;
      if (again) {
        recovered.add(first2.id);
        deaths -= 1;
      } else {
        due.shift();
        settle(first2, { refused: again === void 0 ? "unreadable" : "missing" });
      }
    }
    if (closing) return refuseAll();
    if (deaths >= MOST_DEATHS) failure ??= tooManyDeaths();
    if (failure !== void 0) return refuseAll();
    if (due.length > 0) {
      unsent = [...due];
      send();
    }
  };
  const send = () => {
    if (recovering || unsent.length === 0) return;
    if (child2 === void 0) start();
    if (child2 === void 0) return refuseAll();
    const questions = unsent.map((ticket) => `${ticket.id}
`).join("");
    unsent = [];
    hold(child2, true);
    child2.stdin.write(questions);
  };
  const watch = setInterval(() => {
    const waits = child2 !== void 0 && due.length > 0 && !child2.stdout.isPaused();
    silentTicks = waits && !heard ? silentTicks + 1 : 0;
    heard = false;
    if (silentTicks >= 6 && child2) stop(child2);
  }, options.silence / 6);
  watch.unref();
  const resume = () => {
    if (child2?.stdout?.isPaused()) child2.stdout.resume();
  };
  start();
  return {
    ask(id) {
      const ticket = { id };
      if (failure !== void 0 || closing) {
        ticket.answer = { refused: "unreadable" };
        return ticket;
      }
      due.push(ticket);
      unsent.push(ticket);
      if (unsent.length === 1) queueMicrotask(send);
      return ticket;
    },
    async take(ticket) {
      if (ticket.answer === void 0) {
        readers += 1;
        resume();
        await new Promise((resolve2) => {
          ticket.wake = resolve2;
        });
        readers -= 1;
      }
      const answer = ticket.answer;
      if ("bytes" in answer) waitingBytes -= answer.bytes.length;
      if (waitingBytes <= MOST_WAITING) resume();
      return answer;
    },
    drop(ticket) {
      if (ticket.answer !== void 0 && "bytes" in ticket.answer) waitingBytes -= ticket.answer.bytes.length;
      ticket.dropped = true;
      resume();
    },
    failure: () => failure,
    async close() {
      closing = true;
      clearInterval(watch);
      const process = child2;
      if (process !== void 0) {
        hold(process, true);
        resume();
        if (due.length > 0) stop(process);
        else process.stdin.end();
        const force = setTimeout(() => stop(process), 2e3);
        await ended;
        clearTimeout(force);
      }
      refuseAll();
    }
  };
}
function tooManyDeaths() {
  return {
    code: "repository-unreadable",
    message: "git cat-file ended again and again while it read objects.",
    hint: "Run `git fsck` in the repository; clone it again when it is damaged."
  };
}

// src/adapters/git/objects.ts
var AHEAD_BYTES = 16 * 1024 * 1024;
var MOST_AHEAD = 512;
var MOST_TAGS = 8;
var MOST_TREES = 256;
function openObjects(options) {
  const { gitDir, fetchMissing } = options;
  const readers = /* @__PURE__ */ new Set();
  const catFile = startCatFile({
    start: () => startGit({ gitDir, args: ["cat-file", "--batch"] }),
    largest: options.largest ?? 50 * 1024 * 1024,
    silence: options.silence ?? 6e4,
    ...fetchMissing && {
      recover: (id) => fetchMissing([.../* @__PURE__ */ new Set([id, ...[...readers].flatMap((rest) => rest())])])
    }
  });
  const trees = /* @__PURE__ */ new Map();
  const ask = (id) => isObjectId(id) ? catFile.ask(id) : { id, answer: { refused: "missing" } };
  const object = async (id, wanted) => {
    const answer = await catFile.take(ask(id));
    if ("bytes" in answer) return ok(answer);
    return refuse(catFile.failure() ?? notReadable(id, wanted, answer.refused));
  };
  const commit = async (id) => {
    let name = id;
    for (let tags = 0; tags <= MOST_TAGS; tags++) {
      const found = await object(name, "commit");
      if (!found.ok) return found;
      const { type, bytes } = found.value;
      if (type === "commit") return parseCommit(name, bytes);
      const target = type === "tag" ? /^object ([0-9a-f]+)\n/.exec(bytes.toString("latin1", 0, 80)) : null;
      if (target === null) break;
      name = target[1];
    }
    return refuse({
      code: "not-a-commit",
      message: `The object ${id} is not a commit.`,
      hint: "Name a commit, a branch or a tag of a commit."
    });
  };
  const tree = (id) => {
    const known = trees.get(id);
    if (known) return known;
    if (trees.size >= MOST_TREES) trees.clear();
    const reading = object(id, "tree").then(
      (found) => found.ok ? parseTree(id, found.value.type, found.value.bytes) : found
    );
    trees.set(id, reading);
    return reading;
  };
  return {
    async *read(ids) {
      const tickets = [];
      let asked = 0;
      let seen = 0;
      let bytes = 0;
      const rest = () => ids.slice(seen);
      readers.add(rest);
      try {
        for (; seen < ids.length; seen++) {
          const average = Math.max(1, bytes / Math.max(1, seen));
          const ahead = Math.max(2, Math.min(MOST_AHEAD, 64 + 2 * seen, AHEAD_BYTES / average));
          while (asked < ids.length && asked - seen < ahead) tickets.push(ask(ids[asked++]));
          const id = ids[seen];
          const answer = await catFile.take(tickets.shift());
          if ("bytes" in answer) bytes += answer.bytes.length;
          yield toBlob(id, answer);
        }
      } finally {
        readers.delete(rest);
        for (const ticket of tickets) catFile.drop(ticket);
      }
    },
    commit,
    async pathEntry(commitId, path) {
      const found = await commit(commitId);
      if (!found.ok) return found;
      const segments = path.split("/");
      let id = found.value.tree;
      for (const [index, segment] of segments.entries()) {
        const directory = await tree(id);
        if (!directory.ok) return directory;
        const entry = directory.value.get(segment);
        if (entry === void 0) return ok(void 0);
        if (index < segments.length - 1) {
          if (!isTreeMode(entry.mode)) return ok(void 0);
          id = entry.id;
          continue;
        }
        const mode = entryMode(entry.mode);
        return ok(mode === void 0 ? void 0 : { path, mode, id: entry.id });
      }
      return ok(void 0);
    },
    close: () => catFile.close()
  };
}
function toBlob(id, answer) {
  if ("refused" in answer) return { id, ...answer };
  return answer.type === "blob" ? { id, bytes: answer.bytes } : { id, refused: "unreadable" };
}

// src/adapters/git/repository.ts
async function openRepository(options) {
  const start = resolve(options.directory);
  const location = options.gitDir === void 0 ? await findRepository(start) : await namedRepository(resolve(start, options.gitDir));
  if (!location.ok) return location;
  const { gitDir } = location.value;
  const objects = openObjects({ gitDir, fetchMissing: (ids) => fetchObjects(gitDir, ids) });
  const [config, shallow] = await Promise.all([
    readText(join(await commonDirectory(gitDir), "config")),
    isShallow(gitDir)
  ]);
  return ok({
    ...location.value,
    shallow,
    objectFormat: /^\s*objectformat\s*=\s*"?sha256/im.test(config ?? "") ? "sha256" : "sha1",
    objects,
    close: () => objects.close()
  });
}

export {
  schemaFault,
  unpinnedSchema,
  loadCel,
  readPolicy,
  policyPaths,
  findPolicy,
  findPolicyText,
  resolveCommit,
  defaultBranch,
  mergeBase,
  openRepository
};
