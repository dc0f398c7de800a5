import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  codeOwners,
  ownersPaths
} from "./chunk-U4VWESOJ.js";
import {
  yamlScalar
} from "./chunk-VZBM5HRG.js";
import {
  parsed
} from "./chunk-7MZUAGJZ.js";
import {
  openRepository
} from "./chunk-YJMEJDG4.js";
import {
  policyPaths,
  readPolicy
} from "./chunk-RXXYIKOI.js";
import "./chunk-PZP6L5VX.js";
import {
  commitSnapshot
} from "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import {
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  discoverFamilies,
  environmentKind,
  environmentKinds
} from "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import {
  count,
  escapeGlob,
  globFault,
  globMatcher,
  isWatchedByDefault
} from "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import {
  baseName,
  directoryOf
} from "./chunk-5MHRYX67.js";
import {
  addTo,
  groupBy
} from "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import {
  visible
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/cli/init.ts
import { lstat, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/policy/candidates.ts
var CONTAINERS = /* @__PURE__ */ new Set([
  ..."config configs conf conf.d cfg configuration settings etc values inventory inventories".split(" "),
  ..."deploy deployment deployments k8s kubernetes kube manifests helm charts chart kustomize overlays".split(
    " "
  ),
  ..."base bases cluster clusters argocd gitops flux terraform infra infrastructure iac ops operations".split(
    " "
  ),
  ..."ansible group_vars host_vars environments environment envs env".split(" ")
]);
var SERVICES = new Set(
  "auth sso identity oauth nginx apache apache2 haproxy envoy traefik caddy keycloak vault consul".split(" ")
);
var COMMON = new Set(
  "src main internal pkg lib plugins resources apps app services service packages components common shared default defaults files roles vars all".split(
    " "
  )
);
var ASIDE = /* @__PURE__ */ new Set([
  ..."doc docs documentation example examples sample samples tutorial tutorials demos quickstart".split(" "),
  ..."getting-started ci benchmark benchmarks hack tools dist build website dashboards".split(" "),
  ..."templates template crds crd schemas schema".split(" ")
]);
var NAMES = /^(values([.-].*)?\.ya?ml|application([.-].*)?\.(ya?ml|properties)|appsettings(\..*)?\.json|(docker-)?compose([.-].*)?\.ya?ml|[^.].*\.conf|haproxy\.cfg|caddyfile|web\.config|\.env\.(production|prod)|.*\.tfvars|.*\.tfvars\.json)$/i;
var ASIDE_WORDS = /[._-](tests?|e2e)$|^(tests?|e2e)[._-]|(^|[._-])(examples?|samples?|stubs?|mocks?)([._-]|$)/;
var TOOL_NAMES = /^(package|composer|tsconfig.*|jsconfig.*|renovate|lerna|nx|turbo|tslint|jest.*|babel.*|angular|project|cypress|bower|now|vercel)\.json$|\.schema\.(json|ya?ml)$|^(schema|chart|requirements|mkdocs|codecov|renovate|skaffold|kind-config.*|pyproject|cargo|tilt.*|ruff|poetry)\.(json|ya?ml|toml)$|[._-](test|spec|example|sample|template|dist|schema)([._-]|$)|^(swagger|openapi)/i;
function isOwnConfiguration(path) {
  const name = baseName(path);
  if (!isWatchedByDefault(path) || TOOL_NAMES.test(name)) return false;
  if (name.startsWith(".") && !NAMES.test(name)) return false;
  if (/^(docker|container|proc)file/i.test(name)) return false;
  return !directoriesOf(path).some(
    (part) => ASIDE.has(part) || ASIDE_WORDS.test(part) || part.startsWith(".")
  );
}
function isCriticalCandidate(path) {
  if (!isOwnConfiguration(path)) return false;
  const kinds = environmentKinds(path);
  if (kinds.some((kind) => kind !== "production")) return false;
  if (kinds.length > 0 || NAMES.test(baseName(path))) return true;
  return directoriesOf(path).some((part) => CONTAINERS.has(part) || SERVICES.has(part));
}
var REGION = /^[a-z]+(-[a-z]+)+-?\d+(-?[a-z])?$/;
function serviceDirectory(path) {
  const parts = path.split("/").slice(0, -1);
  const names = parts.map((part) => part.toLowerCase());
  const speaks = (name) => /[\p{L}\p{N}]/u.test(name) && !REGION.test(name) && !CONTAINERS.has(name) && !COMMON.has(name) && environmentKind(name) === void 0;
  const upTo = (index) => parts.slice(0, index + 1).join("/");
  const container = names.findIndex((name) => CONTAINERS.has(name));
  const before = names.slice(0, container === -1 ? names.length : container).findLastIndex(speaks);
  if (before !== -1)
    return { directory: upTo(container === -1 ? before : container), service: parts[before] };
  const after = names.findIndex((name, index) => index > container && speaks(name));
  if (after !== -1) return { directory: upTo(after), service: parts[after] };
  return { directory: upTo(container) };
}
function directoriesOf(path) {
  return path.toLowerCase().split("/").slice(0, -1);
}

// src/policy/cover.ts
function coverWithGlobs(directory, wanted, all) {
  if (wanted.length === 0) return [];
  const prefix = directory === "" ? "" : `${directory}/`;
  const asked = new Set(wanted);
  const others = all.filter((path) => !asked.has(path));
  const whole = byExtension(prefix, "**/", wanted, others);
  if (whole !== void 0) return [whole];
  const wantedBelow = byDirectory(prefix, wanted);
  const allBelow = byDirectory(prefix, all);
  const own = wantedBelow.get("") ?? [];
  const ownOthers = (allBelow.get("") ?? []).filter((path) => !asked.has(path));
  const level = byExtension(prefix, "", own, ownOthers);
  const globs = level === void 0 ? own.map(escapeGlob) : [level];
  for (const [name, inside] of wantedBelow) {
    if (name !== "") globs.push(...coverWithGlobs(`${prefix}${name}`, inside, allBelow.get(name) ?? []));
  }
  return globs;
}
function byDirectory(prefix, paths) {
  return groupBy(paths, (path) => {
    const end = path.indexOf("/", prefix.length);
    return end === -1 ? "" : path.slice(prefix.length, end);
  });
}
function byExtension(prefix, deep, wanted, others) {
  if (wanted.length < 2) return void 0;
  const extensions = [...new Set(wanted.map(extensionOf))].sort();
  if (extensions.includes("") || others.some((path) => extensions.includes(extensionOf(path))))
    return void 0;
  const below = deep !== "" && wanted.some((path) => path.slice(prefix.length).includes("/")) ? deep : "";
  const glob = `${escapeGlob(prefix)}${below}*.${extensions.length === 1 ? extensions[0] : `{${extensions.join(",")}}`}`;
  return globFault(glob) === void 0 && wanted.every(globMatcher([glob])) ? glob : void 0;
}
function extensionOf(path) {
  return /[^.]\.([A-Za-z0-9]+)$/.exec(baseName(path))?.[1] ?? "";
}

// src/policy/groups.ts
var MOST_GLOBS = 12;
function groupFiles(paths, ownersOf) {
  const candidates = paths.filter(isCriticalCandidate);
  const certain = candidates.length > 0;
  const chosen = certain ? candidates : paths.filter(isOwnConfiguration);
  const groups = /* @__PURE__ */ new Map();
  for (const path of chosen) {
    const { directory, service } = serviceDirectory(path);
    const group = groups.get(directory);
    if (group !== void 0) group.files.push(path);
    else
      groups.set(directory, { directory, ...service && { service }, files: [path], globs: [], owners: [] });
  }
  for (const group of groups.values()) {
    const below = group.directory === "" ? paths : paths.filter((path) => path.startsWith(`${group.directory}/`));
    group.globs = coverWithGlobs(group.directory, group.files, below).filter((glob) => globFault(glob) === void 0).slice(0, MOST_GLOBS);
    group.files = group.files.filter(globMatcher(group.globs));
    group.owners = ownersOf(group.files[0] ?? group.directory);
  }
  const usable = [...groups.values()].filter((group) => group.globs.length > 0);
  usable.sort((left, right) => left.directory < right.directory ? -1 : 1);
  const matches = globMatcher(usable.flatMap((group) => group.globs));
  return {
    certain,
    groups: usable,
    rest: paths.filter((path) => isOwnConfiguration(path) && !matches(path))
  };
}
function schemaByName(group, schemas) {
  const names = new Set(group.files.flatMap((path) => wordsOf(baseName(path))));
  if (group.service !== void 0) names.add(group.service.toLowerCase());
  const fitting = schemas.filter((schema) => {
    const name = baseName(schema.path).toLowerCase().replace(/[._-]?schema\b.*$/, "");
    const titled = (schema.title ?? "").toLowerCase().split(/\W+/);
    return names.has(name) || group.service !== void 0 && titled.includes(group.service.toLowerCase());
  });
  const depth = (schema) => schema.path.split("/").length;
  return fitting.sort((left, right) => depth(left) - depth(right))[0];
}
function wordsOf(name) {
  const words = name.toLowerCase().split(/[._-]/).slice(0, -1);
  return [words.join("."), ...words].filter((word) => word.length > 2 && environmentKind(word) === void 0);
}

// src/policy/links.ts
var MODELINE = /^\s*#\s*(?:yaml-language-server:\s*\$schema=|:schema\s+|\$schema:?\s+)(\S+)/m;
var MEMBER = /^\s*["']?\$schema["']?\s*[:=]\s*["']?([^"'\s,]+)/m;
function schemaLink(text) {
  const head = text.slice(0, 2e3).replace(/^\s*\{/, "");
  return (MODELINE.exec(head) ?? MEMBER.exec(head))?.[1];
}
function followLink(link, exists) {
  if (/^https:\/\//i.test(link.schema)) {
    return /^https:\/\/json-schema\.org\//i.test(link.schema) ? void 0 : { url: link.schema };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(link.schema)) return void 0;
  const name = link.schema.replace(/#.*$/, "");
  const start = name.startsWith("/") ? [] : directoryOf(link.path).split("/");
  const parts = [];
  for (const part of [...start, ...name.split("/")]) {
    if (part === "..") {
      if (parts.pop() === void 0) return void 0;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  const path = parts.join("/");
  return exists(path) ? { path } : void 0;
}

// src/policy/init.ts
var MOST_PATTERNS = 20;
var MOST_NAMED = 10;
function proposePolicy(repository) {
  const { paths } = repository;
  const { certain, groups, rest } = groupFiles(paths, codeOwners(repository.owners ?? ""));
  if (groups.length === 0) return void 0;
  const families = discoverFamilies(paths.filter(isOwnConfiguration));
  const links = followLinks(repository);
  const text = [
    ...HEADER,
    "version: 1",
    "",
    ...certain ? CERTAIN : UNCERTAIN,
    "critical:",
    ...groups.flatMap((group) => ruleLines(group, schemaByName(group, repository.schemas))),
    ...restLines(rest),
    ...familyLines(families),
    ...schemaLines(links)
  ];
  return { text: `${text.join("\n")}
`, found: summary(groups, certain, families, links, rest) };
}
var HEADER = [
  "# Holdfast policy: which files are critical here, and how they may change.",
  "# It is read from the base commit: it counts for changes made after it is on the default branch.",
  "# Proposed by `holdfast init` from the names of files. Keep what production reads, remove the rest.",
  "# In a rule, keys may be named as well:",
  "#   protect: [issuer, database.host]   may not be removed, emptied or change their type",
  "#   freeze: [environment]              may not change at all"
];
var CERTAIN = ["# Files that production seems to read."];
var UNCERTAIN = [
  "# No name here says production: this is all configuration that is not for tools, tests or examples."
];
function ruleLines(group, schema) {
  const lines = [`  # ${count(group.files.length, "file")}${ownedBy(group.owners)}`];
  const [only] = group.globs;
  if (group.globs.length === 1) lines.push(`  - files: ${yamlScalar(only)}`);
  else lines.push("  - files:", ...group.globs.map((glob) => `      - ${yamlScalar(glob)}`));
  const team = group.owners.find((owner) => owner.startsWith("@") && owner.includes("/"));
  if (group.service !== void 0) lines.push(`    service: ${yamlScalar(group.service)}`);
  else if (team !== void 0) {
    lines.push(
      `    # service: ${yamlScalar(team.slice(team.indexOf("/") + 1))}   # by its owners; name the service that reads these files`
    );
  }
  if (schema !== void 0) {
    lines.push(
      `    # schema: ${yamlScalar(schema.path)}   # fits by its name only; try it before taking the # away`
    );
  }
  return lines;
}
function restLines(rest) {
  if (rest.length === 0) return [];
  const more = rest.length > MOST_NAMED ? [`  #   and ${rest.length - MOST_NAMED} more`] : [];
  return [
    "  # Other configuration, not proposed. Add what production reads:",
    ...rest.slice(0, MOST_NAMED).map((path) => `  #   ${yamlScalar(escapeGlob(path))}`),
    ...more
  ];
}
function ownedBy(owners) {
  return owners.length === 0 ? "" : `; owned by ${owners.map(comment).join(", ")}`;
}
function familyLines(families) {
  if (families.length === 0) return [];
  return [
    "",
    "# The same file per environment: one that becomes a copy of its sibling is reported.",
    "environments:",
    ...families.slice(0, MOST_PATTERNS).map((pattern) => `  - ${yamlScalar(pattern)}`),
    ...families.slice(MOST_PATTERNS).map((pattern) => `  # - ${yamlScalar(pattern)}`)
  ];
}
function followLinks({ paths, links }) {
  const known = new Set(paths);
  const found = { local: /* @__PURE__ */ new Map(), remote: /* @__PURE__ */ new Map() };
  for (const link of links) {
    const target = followLink(link, (path) => known.has(path));
    if (target === void 0) continue;
    if ("path" in target) addTo(found.local, target.path, link.path);
    else addTo(found.remote, target.url, link.path);
  }
  return found;
}
function schemaLines({ local, remote }) {
  const lines = [];
  if (local.size > 0) lines.push("", "# Schemas that the files themselves name.", "schemas:");
  for (const [schema, paths] of local) {
    lines.push("  - files:", ...paths.map((path) => `      - ${yamlScalar(escapeGlob(path))}`));
    lines.push(`    schema: ${yamlScalar(schema)}`);
  }
  if (remote.size > 0) {
    lines.push(
      "",
      "# These files name schemas on the web. To validate with one, write it below `schemas:` as",
      "#   - files: \u2026",
      "#     schema: {url: \u2026, sha256: \u2026}   # the sha256 pins it: sha256sum FILE"
    );
  }
  for (const [url, paths] of [...remote].slice(0, MOST_PATTERNS)) {
    const more = paths.length > 1 ? ` and ${paths.length - 1} more` : "";
    lines.push(`#   ${comment(url)}: ${yamlScalar(paths[0])}${more}`);
  }
  return lines;
}
function summary(groups, certain, families, links, rest) {
  const files = groups.reduce((sum, group) => sum + group.files.length, 0);
  const what = certain ? "that production seems to read" : "that may be critical (no name says production)";
  return [
    `${count(files, "configuration file")} ${what}, in ${count(groups.length, "group")}:`,
    ...groups.slice(0, MOST_PATTERNS).map((group) => {
      const name = group.service ?? (group.directory === "" ? "the root" : group.directory);
      const owners = group.owners.length === 0 ? "" : `, owned by ${group.owners.join(", ")}`;
      return `  ${name}: ${count(group.files.length, "file")} in ${group.directory === "" ? "." : group.directory}${owners}`;
    }),
    ...groups.length > MOST_PATTERNS ? [`  and ${groups.length - MOST_PATTERNS} more`] : [],
    ...rest.length > 0 ? [`${count(rest.length, "other configuration file")} not proposed`] : [],
    ...families.length > 0 ? [
      `The same file per environment: ${families.slice(0, 5).join(", ")}${families.length > 5 ? ` and ${families.length - 5} more` : ""}`
    ] : [],
    ...[...links.local].map(
      ([schema, paths]) => `A schema that ${count(paths.length, "file")} name: ${schema}`
    ),
    ...links.remote.size > 0 ? [`${count(links.remote.size, "schema")} on the web, as a comment: pin one to use it`] : []
  ];
}
function comment(text) {
  return text.replace(/[^\x20-\x7e]/g, "?");
}

// src/cli/init.ts
var OPTIONS = {
  print: { type: "boolean" },
  force: { type: "boolean" },
  debug: { type: "boolean" }
};
var [TARGET] = policyPaths;
async function runInit(argv, io) {
  const fail = (problem, code = 2) => {
    io.stderr(problemText(problem, io));
    return code;
  };
  const args = readArguments(argv);
  if (!args.ok) return fail(args.problem);
  const repository = await openRepository({ directory: io.cwd });
  if (!repository.ok) return fail(repository.problem);
  try {
    const { workTree } = repository.value;
    if (!args.value.print) {
      const obstacle = workTree === void 0 ? NO_WORK_TREE : await presentPolicy(workTree, args.value.force);
      if (obstacle !== void 0) return fail(obstacle, 1);
    }
    const view = await look(repository.value);
    if (!view.ok) return fail(view.problem);
    const proposal = proposePolicy(view.value);
    if (proposal === void 0) return fail(NOTHING, 1);
    const check = await readPolicy(proposal.text, TARGET, { kind: "file", path: TARGET });
    if (!check.ok) throw new Error(`the proposed policy is invalid: ${check.problem.message}`);
    if (args.value.print || workTree === void 0) {
      io.stdout(proposal.text);
      return 0;
    }
    await mkdir(dirname(join(workTree, TARGET)), { recursive: true });
    await writeFile(join(workTree, TARGET), proposal.text, { flag: args.value.force ? "w" : "wx" });
    io.stdout(
      `${["Found:", ...proposal.found.map((line) => `  ${visible(line)}`), "", ...NEXT].join("\n")}
`
    );
    return 0;
  } finally {
    await repository.value.close();
  }
}
var NEXT = [
  `Written: ${TARGET}. Next:`,
  "  1. Read it. Keep what production reads; name a service for each rule.",
  "  2. Try it on your last change:  holdfast check --policy .github/holdfast.yml --base HEAD~1",
  "  3. Ask about a file:            holdfast explain PATH --policy .github/holdfast.yml",
  "  4. Commit it. It counts from the moment it is on the default branch."
];
var NO_WORK_TREE = {
  code: "no-work-tree",
  message: "This is a bare repository: there is no place to write a policy to.",
  hint: "Run `holdfast init --print`, or run it in a clone."
};
var NOTHING = {
  code: "nothing-to-guard",
  message: "No configuration file was found that a policy could guard. Nothing was written.",
  hint: `Name one yourself in ${TARGET}: \`critical:\` and below it \`  - files: path/to/file\`.`
};
function readArguments(argv) {
  const read = parsed({ args: argv, options: OPTIONS }, "holdfast init [--print] [--force]");
  if (!read.ok) return read;
  const { print = false, force = false } = read.value.values;
  return ok({ print, force });
}
async function presentPolicy(workTree, force) {
  const directory = await lstat(join(workTree, dirname(TARGET))).catch(() => void 0);
  if (directory !== void 0 && !directory.isDirectory()) {
    const hint = "Use --print, and write the policy yourself.";
    return { code: "not-a-directory", message: `${dirname(TARGET)} is no directory.`, hint };
  }
  for (const path of policyPaths) {
    const found = await lstat(join(workTree, path)).catch(() => void 0);
    if (found === void 0 || path === TARGET && force && found.isFile()) continue;
    const hint = path === TARGET && found.isFile() ? "Use --print to see the proposal, or --force to write over the policy." : `Use --print to see the proposal. To start again, remove ${path} first: only one policy may be present.`;
    return { code: "policy-exists", message: `${path} exists already. Nothing was written.`, hint };
  }
  return void 0;
}
async function look(repository) {
  const commit = await resolveCommit(repository, "HEAD");
  if (!commit.ok) return commit;
  const snapshot = commitSnapshot(repository, commit.value);
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const files = entries.value.filter(({ mode }) => mode === "file" || mode === "executable");
  const view = { paths: files.map(({ path }) => path), schemas: [], links: [] };
  const owners = ownersPaths.flatMap((path) => files.find((file) => file.path === path) ?? []);
  for await (const { text } of texts(snapshot, owners.slice(0, 1))) view.owners = text;
  return ok({ ...view, ...await lookInside(snapshot, files) });
}
async function lookInside(snapshot, files) {
  const isSchema = (path) => /(^|[./_-])schema\.json$/i.test(path);
  const schemas = [];
  const links = [];
  const wanted = files.filter(({ path }) => isSchema(path) || isOwnConfiguration(path));
  for await (const { path, text } of texts(snapshot, wanted)) {
    const schema = schemaLink(text);
    if (isSchema(path)) schemas.push({ path, ...titleOf(text) });
    else if (schema !== void 0) links.push({ path, schema });
  }
  return { schemas, links };
}
async function* texts(snapshot, entries) {
  let index = 0;
  for await (const blob of snapshot.read(entries)) {
    const { path } = entries[index++];
    if ("bytes" in blob) yield { path, text: new TextDecoder().decode(blob.bytes) };
  }
}
function titleOf(text) {
  try {
    const schema = JSON.parse(text);
    if (typeof schema !== "object" || schema === null) return {};
    const { title } = schema;
    return typeof title === "string" ? { title } : {};
  } catch {
    return {};
  }
}
export {
  runInit
};
