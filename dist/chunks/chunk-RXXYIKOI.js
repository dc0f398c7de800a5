import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  loadCel
} from "./chunk-PZP6L5VX.js";
import {
  backup,
  flag,
  keyName,
  list,
  mapping,
  oneOf,
  tell,
  text,
  wrongType
} from "./chunk-X2VRNEOK.js";
import {
  compileRule,
  environmentFault,
  nearestName,
  parseKeyPattern
} from "./chunk-IWPKGJK5.js";
import {
  formatById
} from "./chunk-JVBW2P7D.js";
import {
  criticalGlobFault,
  globFault,
  isLive,
  literalPath
} from "./chunk-HCG7IYJE.js";
import {
  child,
  parentOf
} from "./chunk-7IV7GVKJ.js";
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

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
    const pattern = keyPattern({ ...at, value: key }, "key");
    const name = text(at);
    return pattern === void 0 || name === void 0 ? [] : [[pattern, name]];
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
function shaped(shape, fault, hint) {
  return (input) => {
    const value = text(input);
    if (value === void 0 || shape.test(value)) return value;
    return tell(input, "policy-type", `${keyName(input.key)} ${fault}.`, hint);
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
    const pattern = keyPattern({ ...at, value: key }, "key");
    const one = read(at, key);
    return pattern === void 0 || one === void 0 ? [] : [one];
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

// src/policy/service-values.ts
var HOUR = 36e5;
var UNITS = { ms: 1, s: 1e3, m: 6e4 };
function duration(least = 0) {
  return (input) => {
    const hint = "Write it as `500ms`, `30s` or `5m`.";
    if (typeof input.value !== "string") return wrongType(input, "a duration", hint);
    const [, digits, unit] = /^(0|[1-9][0-9]{0,6})(ms|s|m)$/.exec(input.value) ?? [];
    if (digits === void 0)
      return tell(input, "policy-type", `${keyName(input.key)} is not a duration.`, hint);
    const ms = Number(digits) * UNITS[unit];
    if (ms >= least && ms <= HOUR) return ms;
    const range = `Write a duration from ${least}ms to 60m.`;
    return tell(
      input,
      "policy-service",
      `${keyName(input.key)} is too ${ms < least ? "short" : "long"}.`,
      range
    );
  };
}
function whole(least, most, hint) {
  return (input) => {
    const { value } = input;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    return wrongType(input, `a whole number from ${least} to ${most}`, hint);
  };
}
var status = (input) => {
  const one = whole(100, 599, "Write status codes of HTTP: `200`, or `[200, 204]`.");
  if (Array.isArray(input.value)) return list(one, "`[200, 204]`")(input);
  const value = one(input);
  return value === void 0 ? void 0 : [value];
};
var command = (input) => Array.isArray(input.value) ? list(text, "`[nginx, -t]`")(input) : text(input);
var httpUrl = (input) => {
  const value = text(input);
  if (value === void 0) return void 0;
  const url = URL.canParse(value) ? new URL(value) : void 0;
  const fault = url === void 0 || !/^https?:\/\//i.test(value) ? "is no http or https URL" : url.username !== "" || url.password !== "" ? "has a user name or a password" : url.hash !== "" ? "has a fragment, which is never sent" : void 0;
  if (fault === void 0) return value;
  const hint = "Write a plain URL that answers without credentials: `http://127.0.0.1:8080/healthz`.";
  return tell(input, "policy-service", `${keyName(input.key)} ${fault}.`, hint);
};
var TCP = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9_.-]+)):([0-9]{1,5})$/;
var address = (input) => {
  const value = text(input);
  if (value === void 0) return void 0;
  const [, ipv6, name, digits] = TCP.exec(value) ?? [];
  const port = Number(digits);
  const host = ipv6 ?? name;
  if (host !== void 0 && port >= 1 && port <= 65535) return { host, port };
  return tell(
    input,
    "policy-service",
    `${keyName(input.key)} is not a host and a port.`,
    'Write `127.0.0.1:5432`, `db.internal:5432` or `"[::1]:5432"`.'
  );
};
var TIMEOUT = duration(1);
var DEFAULT_TIMEOUT = 5e3;
var readHttp = mapping({ http: httpUrl, status, body: text, within: duration(1), timeout: TIMEOUT });
var readTcp = mapping({ tcp: address, timeout: TIMEOUT });
var readCommand = mapping({ command, timeout: TIMEOUT });
var probe = (input) => {
  const { value } = input;
  const kinds = isObject(value) ? ["http", "tcp", "command"].filter((kind) => Object.hasOwn(value, kind)) : [];
  if (kinds.length !== 1) {
    return wrongType(
      input,
      "a probe, a mapping with one of `http`, `tcp` and `command`,",
      "Write `http: http://127.0.0.1:8080/healthz`, `tcp: 127.0.0.1:5432` or `command: ./bin/smoke`."
    );
  }
  if (kinds[0] === "http") {
    const { http: url, timeout: timeout2 = DEFAULT_TIMEOUT, ...rest } = readHttp(input) ?? {};
    return url === void 0 ? void 0 : { kind: "http", url, timeout: timeout2, ...rest };
  }
  if (kinds[0] === "tcp") {
    const { tcp, timeout: timeout2 = DEFAULT_TIMEOUT } = readTcp(input) ?? {};
    return tcp === void 0 ? void 0 : { kind: "tcp", ...tcp, timeout: timeout2 };
  }
  const { command: run, timeout = DEFAULT_TIMEOUT } = readCommand(input) ?? {};
  return run === void 0 ? void 0 : { kind: "command", command: run, timeout };
};
var probes = (input) => {
  if (Array.isArray(input.value)) return list(probe, "`- http: http://127.0.0.1:8080/healthz`")(input);
  const one = probe(input);
  return one === void 0 ? void 0 : [one];
};
var rotating = (input) => {
  if (typeof input.value !== "boolean") return criticalGlobs(input);
  if (input.value) return true;
  return wrongType(input, "`true`, a glob or a list of globs", "Leave the key out where no file rotates.");
};
var SERVICE = {
  probe: probes,
  check: command,
  reload: command,
  grace: duration(),
  passes: whole(1, 100, "Write how often in a row the probes have to pass, such as `3`."),
  every: duration(100),
  soak: duration(),
  rotating
};
var readService = mapping(SERVICE);
var services = (input) => {
  const { value } = input;
  const example = "Write the name of a service, and below it `probe`, `check` or `reload`.";
  if (!isObject(value)) return wrongType(input, "a mapping", example);
  const names = Object.keys(value).sort();
  if (names.length === 0) {
    return tell(
      input,
      "policy-type",
      `${keyName(input.key)} is an empty mapping.`,
      `${example} Or remove it.`
    );
  }
  return names.flatMap((name) => {
    const at = { ...input, value: value[name], key: child(input.key, name) };
    const read = readService(at);
    if (isObject(at.value) && Object.keys(at.value).length === 0) {
      tell(at, "policy-type", `${keyName(at.key)} says nothing about the service.`, example);
    }
    return read === void 0 ? [] : [toService(name, read)];
  });
};
function toService(name, read) {
  return {
    name,
    probes: read.probe ?? [],
    grace: read.grace ?? 3e4,
    passes: read.passes ?? 3,
    every: read.every ?? 1e3,
    soak: read.soak ?? 3e4,
    rotating: read.rotating ?? [],
    ...read.check !== void 0 && { check: read.check },
    ...read.reload !== void 0 && { reload: read.reload }
  };
}
function unknownServices({ critical, services: named = [] }) {
  const known = [...new Set(critical.flatMap(({ service }) => service ?? []))];
  return named.filter(({ name }) => !known.includes(name)).map(({ name }) => {
    const meant = nearestName(name, known);
    const others = known.length > 0 ? ` Services of the rules: ${known.join(", ")}.` : "";
    return {
      code: "policy-service",
      key: child("/services", name),
      part: "key",
      message: `${keyName(child("/services", name))} is about a service that no rule under \`critical\` names.`,
      hint: meant === void 0 ? `Add \`service: ${name}\` to the rule of its files.${others}` : `Write \`${meant}\`.${others}`
    };
  });
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
  services,
  "schema-hosts": list(hostName, "`- json.schemastore.org`"),
  "fail-on-severity": oneOf(["error", "warning", "notice"]),
  "warn-only": flag,
  acknowledge: mapping(ACKNOWLEDGE),
  accept: list(mapping(ACCEPT, ["finding", "reason", "expires"]), "`- finding: '3f9c21d0'`"),
  backup
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
  for (const fault of faults) {
    const at = placeWithin(source, place(fault.key, fault.part), fault.within);
    problems.push({
      code: fault.code,
      message: fault.message,
      hint: fault.hint,
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
  if (fields.services !== void 0) policy.services = fields.services;
  input.faults.push(...unknownServices(policy));
  if (fields["fail-on-severity"] !== void 0) policy.failOn = fields["fail-on-severity"];
  if (fields["warn-only"] !== void 0) policy.warnOnly = fields["warn-only"];
  if (fields.acknowledge !== void 0) policy.acknowledge = toAcknowledge(fields.acknowledge);
  if (fields.accept !== void 0) policy.accept = fields.accept;
  if (fields.backup !== void 0) policy.backup = fields.backup;
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
  const [first, ...rest] = problems.toSorted((left, right) => order(left) - order(right));
  if (first === void 0) return void 0;
  if (rest.length === 0) return refuse(first);
  const more = rest.length === 1 ? "one more problem" : `${rest.length} more problems`;
  return refuse({ ...first, message: `${first.message} (and ${more} in this policy)` });
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
function ambiguous(first, second) {
  return {
    code: "policy-ambiguous",
    message: `Two policies are present: ${first} and ${second}.`,
    hint: `Keep ${first} and remove the other, so that everybody knows which one holds.`,
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

export {
  schemaFault,
  unpinnedSchema,
  readPolicy,
  policyPaths,
  findPolicy,
  findPolicyText
};
