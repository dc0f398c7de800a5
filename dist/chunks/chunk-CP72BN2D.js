import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  yamlScalar
} from "./chunk-VZBM5HRG.js";
import {
  commandName,
  probeName
} from "./chunk-QQOA6GDM.js";
import {
  sourceName
} from "./chunk-KGHET5OG.js";
import {
  createLiveSelector,
  createLocator
} from "./chunk-ZAY2COUY.js";
import {
  createSelector
} from "./chunk-O24VLVZE.js";
import {
  environmentFamilies
} from "./chunk-IWPKGJK5.js";
import {
  formatById,
  formatOf
} from "./chunk-JVBW2P7D.js";
import {
  escapeGlob,
  globMatcher
} from "./chunk-HCG7IYJE.js";

// src/policy/explain-service.ts
function serviceFacts({ services = [] }, name) {
  const service = services.find((each) => each.name === name);
  if (service === void 0) return [];
  const { probes, check, reload, grace, passes, every, soak, rotating } = service;
  const facts = [
    ["checked by", check && commandName(check)],
    ["reloaded by", reload && commandName(reload)],
    ["probed by", probes.length === 0 ? void 0 : probes.map(probeName).join(", ")],
    [
      "healthy",
      probes.length === 0 ? void 0 : `after ${passes} passes in a row, ${every} ms apart, and a soak of ${soak} ms; failures in the first ${grace} ms do not count`
    ],
    ["rotating", rotating === true ? "all of its files" : rotating.join(", ") || void 0]
  ];
  return facts.flatMap(([fact, text]) => text === void 0 ? [] : [[fact, text]]);
}

// src/policy/explain.ts
var LEVELS = ["error", "warning", "notice"];
function explainPath(policy, path, facts) {
  const selection = createSelector(policy)(path);
  const lines = [
    path,
    ...facts.paths.includes(path) ? [] : ["  is not in this commit: this is how it would be treated"]
  ];
  const script = policy.scripts !== void 0 && globMatcher(policy.scripts)(path);
  if (script) lines.push("  reviewed as a deployment script, named by scripts");
  if (selection === void 0) {
    return [
      ...lines,
      script ? "  No rule selects it." : "  Nothing selects it: changes to it are not looked at.",
      ...howToAdd(policy, path)
    ];
  }
  const family = environmentFamilies(policy.environments, facts.paths).get(path);
  const others = family?.others.map((other) => `${other.path} (${other.environment})`) ?? [];
  lines.push(
    ...selectedBy(policy, selection, facts),
    ...field("service", selection.service),
    ...serviceLines(policy, selection),
    ...field("read as", readAs(path, selection))
  );
  lines.push(...field("on hosts", ...createLocator(policy)(path)));
  lines.push(...field("schema", ...selection.schemas.map(sourceName)));
  lines.push(
    ...field("protect", ...selection.protect),
    ...field("freeze", ...selection.freeze),
    ...field("sensitive", ...selection.sensitive),
    ...field("forbid", ...(selection.forbid ?? []).map(forbiddenText)),
    ...field("severity", ...(selection.severity ?? []).map(({ key, severity }) => `${key} ${severity}`)),
    ...(selection.rules ?? []).flatMap(
      ({ rule, key, severity }) => field(key === void 0 ? "rule" : `rule for ${key}`, severity ? `${rule} (${severity})` : rule)
    )
  );
  lines.push(...encrypted(policy, selection));
  if (family !== void 0) {
    lines.push(
      ...field("environment", family.environment),
      ...field("the same file for", ...others.length > 0 ? others : ["no other environment"])
    );
  }
  lines.push(...checkLines(policy, selection, others.length > 0, facts.checks));
  return selection.critical ? lines : [...lines, ...howToAdd(policy, path)];
}
function explainLocation(policy, location, facts) {
  const live = createLiveSelector(policy)(location);
  if (live === void 0) return void 0;
  return [
    location,
    ...selectedBy(policy, live.selection, facts),
    ...field("service", live.selection.service),
    ...field("in the checkout", live.path),
    ...serviceLines(policy, live.selection),
    ...encrypted(policy, live.selection),
    "  Scripts that would write it are findings; its content is not in the checkout."
  ];
}
function encrypted({ backup }, { sensitive }) {
  return sensitive.length === 0 ? [] : field("encrypted in backups for", ...backup?.recipients ?? []);
}
function takenForLive(policy, path) {
  const live = createLiveSelector({ ...policy, critical: policy.critical.map(withoutMapping) })(`/${path}`);
  if (live === void 0) return [];
  return [`  ${live.selection.rule} names /${path} on hosts: without the slash it would be this file.`];
}
function withoutMapping({ live, ...rule }) {
  return rule;
}
function field(name, ...values) {
  const given = values.filter((value) => value !== void 0);
  return given.length === 0 ? [] : [`  ${name}: ${given.join(", ")}`];
}
function serviceLines(policy, { service }) {
  return serviceFacts(policy, service).flatMap(([name, text]) => field(`  ${name}`, text));
}
function forbiddenText({ key, values }) {
  return `${key} ${values.map((value) => JSON.stringify(value)).join(" | ")}`;
}
function selectedBy(policy, selection, { lineOf }) {
  if (selection.rule === "default")
    return ["  watched by default as a configuration file, by no rule; it is not critical"];
  const rules = selection.rule.split(", ").map((id) => {
    const line = lineOf(id);
    return line === void 0 ? id : `${id} (${originName(policy.origin)}:${line})`;
  });
  return [`  ${selection.critical ? "critical" : "not critical"}, selected by ${rules.join(", ")}`];
}
function originName(origin) {
  if (origin.kind === "inputs") return "the inputs";
  return origin.kind === "defaults" ? "the defaults" : origin.path;
}
function readAs(path, selection) {
  if (selection.format === "text") return "text, compared by line (declared)";
  if (selection.format !== void 0)
    return `${formatById(selection.format)?.name ?? selection.format} (declared)`;
  const format = formatOf(path);
  return format === void 0 ? "what its content shows, otherwise text compared by line" : `${format.name} (by its name)`;
}
function checkLines(policy, selection, siblings, checks) {
  const byLevel = new Map(LEVELS.map((level) => [level, []]));
  for (const check of checks) {
    const level = levelOf(check, policy, selection);
    if (level !== void 0 && applies(check.id, policy, selection, siblings))
      byLevel.get(level).push(check.id);
  }
  const lines = [...byLevel].filter(([, ids]) => ids.length > 0).map(([level, ids]) => `    ${level}: ${ids.join(", ")}`);
  return lines.length === 0 ? [] : ["  checks, with the severity that they usually have here:", ...lines];
}
function levelOf({ id, severity, uncritical }, { origin }, selection) {
  if (id === "key-removed" && selection.critical && selection.protect.length === 0) return "notice";
  if (selection.critical) return severity;
  if (uncritical === "off") return void 0;
  const mildest = selection.rule === "default" && origin.kind !== "defaults" ? "warning" : "error";
  return LEVELS[Math.max(...[severity, uncritical, mildest].map((level) => LEVELS.indexOf(level)))];
}
function applies(id, policy, selection, siblings) {
  if (id === "rule-violation") return selection.schemas.length + (selection.rules ?? []).length > 0;
  if (id.startsWith("schema-")) return selection.schemas.length > 0;
  if (id === "key-frozen") return selection.freeze.length > 0;
  if (id === "key-retyped") return selection.protect.length > 0;
  if (id === "value-forbidden") return selection.forbid !== void 0;
  if (id === "key-changed") return selection.severity !== void 0;
  if (id === "environment-parity") return siblings;
  if (id === "accept-expired") return policy.accept !== void 0;
  return id !== "policy-changed";
}
function howToAdd(policy, path) {
  return [
    ...takenForLive(policy, path),
    "",
    "To declare it critical, add to the policy:",
    "  critical:",
    `    - files: ${yamlScalar(escapeGlob(path))}`
  ];
}
async function ruleLines(text) {
  const parsed = (await formatById("yaml").load())(text);
  return (rule) => {
    const [, list, index] = /^(critical|schemas)\[(\d+)\]$/.exec(rule) ?? [];
    return parsed.ok && list !== void 0 ? parsed.place(`/${list}/${index}`, 0, "value")?.line : void 0;
  };
}

export {
  explainPath,
  explainLocation,
  originName,
  ruleLines
};
