import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  HIDDEN,
  isLive,
  isSensitiveKey,
  isWatchedByDefault,
  require_picomatch,
  withoutSecrets
} from "./chunk-HCG7IYJE.js";
import {
  baseName,
  encodePath
} from "./chunk-5MHRYX67.js";
import {
  hex,
  plainLine
} from "./chunk-YXG2IT4E.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/checks/words.ts
function percent(share) {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return "99%";
  if (rounded === 0 && share > 0) return "1%";
  return `${rounded}%`;
}
function list(names, total = names.length, most = 5) {
  const shown2 = names.slice(0, most).map(String);
  const more = total - shown2.length;
  return more > 0 ? `${shown2.join(", ")} and ${more} more` : shown2.join(", ");
}
function value(arg) {
  if (arg === void 0) return "nothing";
  return arg === HIDDEN ? HIDDEN : JSON.stringify(arg);
}
function fromTo(before, after) {
  if (before === HIDDEN && after === HIDDEN) return "from one hidden value to another";
  return `from ${value(before)} to ${value(after)}`;
}
function withStop(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
function putBack(base, path) {
  const commit = /^[0-9a-f]{40,64}$/.test(base) ? base.slice(0, 12) : "HEAD";
  return `git checkout ${commit} -- ${pastedWord(/^:|[*?[\\]/.test(path) ? literalPathspec(path) : path)}`;
}
function orPutBack(finding, base) {
  return finding.args.added === true ? "" : `, or put it back: ${putBack(base, finding.path)}`;
}
function shellWord(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : shellQuoted(text);
}
function shellQuoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
function pastedWord(text) {
  const word = shellWord(text);
  if (plainLine(` ${word}`) === ` ${word}` && !word.includes("  ")) return word;
  const bytes = [...encodePath(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[\w./-]/.test(character) ? character : `\\x${hex(byte, 2)}`;
  });
  return `$'${bytes.join("")}'`;
}
function topPathspec(path) {
  return /^[^\p{L}\p{N}.]|[*?[\\]/u.test(path) ? literalPathspec(path) : `:/${path}`;
}
function literalPathspec(path) {
  return `:(top,literal)${path}`;
}
function serviceOf(service) {
  return service === void 0 ? "The service that reads it" : `The service ${service}`;
}

// src/documents/formats/index.ts
var formats = [
  {
    id: "jsonc",
    name: "JSON with comments",
    files: [
      "**/*.jsonc",
      "**/tsconfig*.json",
      "**/jsconfig*.json",
      "**/.vscode/*.json",
      "**/devcontainer.json",
      "**/.devcontainer.json",
      "**/.eslintrc",
      "**/.eslintrc.json",
      "**/.babelrc",
      "**/.babelrc.json",
      "**/.jshintrc",
      "**/.jslintrc",
      "**/.swcrc",
      "**/api-extractor*.json",
      "**/tslint.json",
      "**/language-configuration.json",
      "**/*.code-workspace",
      "**/*.code-snippets",
      "**/*.hujson"
    ],
    load: async () => (await import("./jsonc-FAGSFLM7.js")).parse
  },
  {
    id: "json",
    name: "JSON",
    files: [
      "**/*.json",
      "**/*.webmanifest",
      "**/*.avsc",
      "**/*.tfstate",
      "**/composer.lock",
      "**/Pipfile.lock",
      "**/flake.lock",
      "**/.arcconfig",
      "**/.bowerrc",
      "**/.watchmanconfig"
    ],
    load: async () => (await import("./json-TS7MUWSB.js")).parse
  },
  {
    id: "json5",
    name: "JSON5",
    files: ["**/*.json5"],
    load: async () => (await import("./json5-XYTOKSAK.js")).parse
  },
  {
    id: "yaml",
    name: "YAML",
    files: [
      "**/*.yml",
      "**/*.yaml",
      "**/*.eyaml",
      "**/*.cff",
      "**/.clang-format",
      "**/.clang-tidy",
      "**/.clangd",
      "**/.yamllint",
      "**/.prettierrc",
      "**/.stylelintrc",
      "**/.markdownlintrc",
      "**/.gemrc",
      "**/.kube/config"
    ],
    load: async () => (await import("./yaml-2N6LPA6H.js")).parse
  },
  {
    id: "toml",
    name: "TOML",
    files: [
      "**/*.toml",
      "**/Cargo.lock",
      "**/poetry.lock",
      "**/uv.lock",
      "**/pdm.lock",
      "**/Gopkg.lock",
      "**/Pipfile"
    ],
    load: async () => (await import("./toml-N4YXHFAK.js")).parse
  },
  {
    id: "plist",
    name: "property list",
    files: ["**/*.plist", "**/*.entitlements", "**/*.xcprivacy"],
    load: async () => (await import("./plist-ZGJDQGCA.js")).parse
  },
  {
    id: "xml",
    name: "XML",
    files: [
      "**/*.xml",
      "**/*.xsd",
      "**/*.wsdl",
      "**/web.config",
      "**/app.config",
      "**/nuget.config",
      "**/packages.config",
      "**/*.exe.config",
      "**/*.dll.config",
      "**/*.csproj",
      "**/*.fsproj",
      "**/*.vbproj",
      "**/Directory.*.props",
      "**/*.targets",
      "**/*.nuspec",
      "**/*.resx",
      "**/*.xmp",
      "**/*.pubxml"
    ],
    load: async () => (await import("./xml-S2Q2H4PP.js")).parse
  },
  {
    id: "hcl",
    name: "HCL",
    files: [
      "**/*.tf",
      "**/*.tofu",
      "**/*.tfvars",
      "**/*.hcl",
      "**/*.nomad",
      "**/*.tfbackend",
      "**/.terraformrc"
    ],
    load: async () => (await import("./hcl-L6QOZNEY.js")).parse
  },
  {
    id: "properties",
    name: "Java properties",
    files: ["**/*.properties"],
    load: async () => (await import("./properties-DGOLTN2P.js")).parse
  },
  {
    id: "ini",
    name: "INI",
    files: [
      "**/*.ini",
      "**/setup.cfg",
      "**/ansible.cfg",
      "**/mypy.cfg",
      "**/.editorconfig",
      "**/.gitconfig",
      "**/.gitmodules",
      "**/.npmrc",
      "**/.yarnrc",
      "**/.flake8",
      "**/.pylintrc",
      "**/pylintrc",
      "**/.coveragerc",
      "**/.pypirc",
      "**/.hgrc",
      "**/pip.conf",
      "**/*.cnf",
      "**/*.repo",
      "**/*.desktop",
      "**/*.service",
      "**/*.socket",
      "**/*.timer",
      "**/*.mount",
      "**/*.automount",
      "**/*.target",
      "**/*.slice",
      "**/*.swap",
      "**/*.network",
      "**/*.netdev",
      "**/*.nspawn"
    ],
    load: async () => (await import("./ini-O4VMV7BS.js")).parse
  },
  {
    id: "dotenv",
    name: "dotenv",
    files: ["**/.env", "**/*.env", "**/.env.*"],
    load: async () => (await import("./dotenv-JPCYIL5X.js")).parse
  }
];
function formatById(id) {
  return formats.find((format) => format.id === id);
}

// src/documents/formats/of-path.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var lookup;
function formatOf(path) {
  lookup ??= compile();
  const name = baseName(path).toLowerCase();
  const extension = extensionOf(name);
  let best = Math.min(lookup.names.get(name) ?? Infinity, lookup.extensions.get(extension) ?? Infinity);
  for (const bucket of extension === "" ? [""] : [extension, ""]) {
    for (const glob of lookup.globs.get(bucket) ?? []) {
      if (glob.rank < best && glob.matches(path)) best = glob.rank;
    }
  }
  return formats[best];
}
function compile() {
  const extensions = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  const globs = /* @__PURE__ */ new Map();
  formats.forEach((format, rank) => {
    for (const glob of format.files) {
      const last = glob.slice("**/".length);
      const plain = !/[*?[\]{}()!/]/.test(last.replace(/^\*/, ""));
      if (plain && last.startsWith("*.")) {
        if (!extensions.has(last.slice(1))) extensions.set(last.slice(1), rank);
      } else if (plain && !last.startsWith("*")) {
        if (!names.has(last.toLowerCase())) names.set(last.toLowerCase(), rank);
      } else {
        const ending = /\*(\.\w+)$/.exec(last)?.[1] ?? (last.includes("*") ? "" : extensionOf(baseName(last)));
        const bucket = globs.get(ending) ?? [];
        bucket.push({ rank, matches: (0, import_picomatch.default)(glob, { dot: true, nocase: true }) });
        globs.set(ending, bucket);
      }
    }
  });
  return { extensions, names, globs };
}
function extensionOf(name) {
  const dot = name.lastIndexOf(".");
  return dot === -1 ? "" : name.slice(dot);
}

// src/findings/mask.ts
var LONGEST = 4096;
var NAME = /(\\*["'])?(?<![\w.$/-])([\w.$/-]+)(?:\\*["'])?[ \t]*[:=][ \t]*/g;
var BEFORE_NAME = /^\s*(?:[-+]\s+)?(?:export\s+)?$/;
var QUOTE = /^\\*["']/;
var END = /[,;&}\])<]/;
var ELEMENT = /(<([\w.:-]+)[^<>]*>)([^<>]+)(<\/|$)/g;
var KEY_ALONE = /^(\s*)(?:-\s+)?["']?([\w.$/-]+)["']?\s*[:=]\s*(?:[|>{[][-+0-9]*)?\s*$/;
function maskText(text) {
  const shown2 = [];
  let hidden;
  for (const line of text.slice(0, LONGEST).replace(ELEMENT, maskPair).split("\n")) {
    const indent = line.length - line.trimStart().length;
    if (hidden !== void 0 && (line.trim() === "" || isBelow(line, indent, hidden.indent))) {
      shown2.push(line.trim() === "" ? line : HIDDEN);
      continue;
    }
    const [, start, key] = KEY_ALONE.exec(line) ?? [];
    hidden = key !== void 0 && isSensitiveKey([key]) ? { indent: start.length } : void 0;
    shown2.push(maskPairs(line));
  }
  return withoutSecrets(shown2.join("\n"));
}
function isBelow(line, indent, above) {
  return indent > above || indent === above && line.startsWith("-", indent);
}
function maskPairs(line) {
  let masked = "";
  let from = 0;
  for (const found of line.matchAll(NAME)) {
    if (found.index < from || !isSensitiveKey([found[2]])) continue;
    const start = found.index + found[0].length;
    const end = start + valueLength(line.slice(start), BEFORE_NAME.test(line.slice(0, found.index)));
    if (end === start) continue;
    masked += line.slice(from, start) + HIDDEN;
    from = end;
  }
  return masked + line.slice(from);
}
function valueLength(rest, alone) {
  if (/^[[{|>]\s*$/.test(rest)) return 0;
  const quote = QUOTE.exec(rest)?.[0];
  if (quote !== void 0) return quotedLength(rest, quote);
  if (alone || rest.startsWith("{") || rest.startsWith("[")) return rest.length;
  const end = rest.search(END);
  return end === -1 ? rest.length : end;
}
function quotedLength(rest, quote) {
  for (let at = rest.indexOf(quote, quote.length); at !== -1; at = rest.indexOf(quote, at + 1)) {
    if (rest[at - 1] !== "\\") return at + quote.length;
  }
  return rest.length;
}
function maskPair(whole, start, key, _value, end) {
  return isSensitiveKey([key]) ? `${start}${HIDDEN}${end}` : whole;
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

// src/model/expression.ts
function escapeExpression(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

// src/checks/placeholders.ts
var SHAPES = [
  certain(
    "fill-in",
    /(?<![A-Za-z])(?:change|replace|fill|insert|put|enter|update)[-_ ]?(?:me|this)(?![a-z])/i
  ),
  certain("fill-in", /(?<![A-Za-z])(?:change|replace|fill|set)[-_](?:it|with|in|by)(?![a-z])/i),
  certain("fill-in", /^\W*(?:to-?do|fixme|tbd|tbc|xxx)\W*$/i),
  certain("fill-in", /^\W*(?:TODO|FIXME|TBD)\b/),
  certain(
    "fill-in",
    /(?<![A-Za-z])your[-_ ]?(?:own[-_ ])?(?:api|app|account|aws|bucket|client|company|database|db|domain|email|host|key|name|org|organi[sz]ation|pass|password|project|registry|secret|server|token|user|username)(?![a-z])/i
  ),
  certain("fill-in", /^\W*(?:your|my|the|insert|enter|put)[-_ ][\w -]+[-_ ]here\W*$/i),
  certain("fill-in", /<(?:your|insert|enter|replace|put|fill|add)[-_ ][^<>]*>/i),
  certain("fill-in", /^<[A-Z][A-Z0-9]*(?:[-_ ][A-Z0-9]+)+>$/),
  certain(
    "filler",
    /^(?:placeholder|dummy|foo|foobar|foo ?bar ?baz|asdf(?:gh)?|lorem ipsum.*|blah(?: blah)*)$/i
  ),
  certain("filler", /^(?:x{4,}|X{3,}|(?:x{2,}[-.:/])+x{2,})$/i),
  doubtful("filler", /^(?:test|testing|test[-_]?123|bar|baz|example|sample|qwerty|abc|abc123|temp|tmp)$/i),
  certain("mask", /^[*•●]{3,}$/),
  certain("mask", /^[[<({«]+ ?(?:redacted|hidden|masked|removed|omitted|secret|sensitive)[\w ]*[\])}>»]+$/i),
  certain("mask", /^(?:REDACTED|MASKED)$/),
  certain("no-value", /^(?:undefined|NaN|\(null\)|<nil>|<null>|<none>|<undefined>)$/),
  certain("no-value", /\[object \w+\]|<no value>|%!\w?\((?:MISSING|NOVERB|EXTRA|BADINDEX)|%![a-z]\(\w+=/),
  certain("no-value", /(?:\/\/|[./@:=-])undefined(?=[./@:?&-]|$)/),
  doubtful("no-value", /^(?:null|None|nil|NULL|Null)$/),
  doubtful("no-value", /(?:\/\/|[.@])(?:null|None|nil)(?=[./@:]|$)/),
  certain("sample-key", /\b(?:AKIA|ASIA)[A-Z0-9]{4,}EXAMPLE\b|EXAMPLEKEY$/)
];
function certain(kind, shape) {
  return { kind, certain: true, shape };
}
function doubtful(kind, shape) {
  return { kind, certain: false, shape };
}
var WEAK = /^(?:pass(?:word)?|passw0rd|p@ssw0rd|letmein|changeit|qwerty|12345\d*|abc123|hunter2)$/i;
var MAYBE_WEAK = /^(?:secret|admin|root|test|default|guest)$/i;
var SAMPLE_HOST = /(?:^|[/@.\s"'])example\.(?:com|net|org|edu)(?=$|[/:\s"',;?])|\.(?:example|invalid)(?=$|[/:\s"',;?])/i;
var OWN_HOST = /(?:^|[/@\s"',=])(?:localhost|127\.0\.0\.1|\[?::1\]?)(?=$|[/:\s"',;?])/i;
var LONGEST2 = 200;
var LONGEST_ADDRESS = 2e3;
function placeholderIn(value2, sensitive) {
  if (typeof value2 !== "string") return void 0;
  const text = value2.trim();
  const short = text.length <= LONGEST2 && !text.includes("\n");
  if (isBroken(text)) return { kind: "broken-expression", certain: short };
  if (!short) return void 0;
  if (sensitive && WEAK.test(text)) return { kind: "weak-secret", certain: true };
  if (sensitive && MAYBE_WEAK.test(text)) return { kind: "weak-secret", certain: false };
  const found = SHAPES.find(({ shape }) => shape.test(text));
  return found === void 0 || isSentence(text) ? void 0 : { kind: found.kind, certain: found.certain };
}
function isSentence(text) {
  return text.split(/\s+/).length > 6;
}
function isBroken(text) {
  return opensOnly(text) || /\$\{\{\s*\}\}|(?<!\$)\{\{\s*\}\}|\$\{\s*\}/.test(text);
}
function opensOnly(text) {
  const double = text.lastIndexOf("{{");
  if (double !== -1 && !text.includes("}}", double)) return true;
  const single = text.lastIndexOf("${");
  return single !== -1 && !text.includes("}", single);
}
function namesSampleHost(text) {
  return SAMPLE_HOST.test(text);
}
function namesOwnHost(text) {
  return OWN_HOST.test(text);
}
var EXPRESSION = /\$\{|\$\(?[A-Za-z_]|\{\{|\{%|<%|%\(\w{1,80}\)[sd]|%[sd]\b|(?<![\w.])@[\w.]{1,80}@(?![\w.])|__[A-Z][A-Z0-9_]{0,80}__|#\{|\(\( /;
function hasExpression(text) {
  return EXPRESSION.test(text);
}
var HOST = /(?:^|[/@\s"',=])((?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z]|\d{1,3}(?:\.\d{1,3}){3})(?=$|[/:\s"',;?])/i;
function namesRealHost(text) {
  return text.length <= LONGEST_ADDRESS && HOST.test(text) && !OWN_HOST.test(text) && !SAMPLE_HOST.test(text);
}
var HOLES = [
  /^[a-z][a-z0-9+.-]*:\/\/(?:$|:\d*|\/(?!\/)|\?|@)/i,
  /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(?:\.\.|\/\/\.)/i,
  /^(?:[a-z][a-z0-9+.-]*:\/\/)(?:[^/@]*@)?\./i,
  /^[\w.-]+(?::\d+)?(?:\/[\w.-]+)+(?::|@sha256:|@)$/i,
  /^[\w-]+(?:\.[\w-]+)*\.\.[\w.-]+$/
];
function hasHole(text) {
  if (text.length > LONGEST_ADDRESS) return false;
  return HOLES.some((hole) => hole.test(text)) && !/^(?:file|unix|sqlite\S*|jdbc:\w+):\/\//i.test(text);
}

// src/scripts/text.ts
var ROOT = { name: "root", is: "root" };
function joined(...texts) {
  return joinedAll(texts);
}
function joinedAll(texts) {
  const parts = [];
  for (const part of texts.flat()) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else if (part !== "") parts.push(part);
  }
  return parts;
}
function joinedBy(separator, texts) {
  return joinedAll(texts.flatMap((text, index) => index === 0 ? [text] : [[separator], text]));
}
function splitAt(text, separator) {
  const pieces = [[]];
  for (const part of text) {
    const own = typeof part === "string" ? part.split(separator) : [part];
    own.forEach((piece, index) => {
      if (index > 0) pieces.push([]);
      pieces.push(joined(pieces.pop(), [piece]));
    });
  }
  return pieces;
}
function literalOf(text) {
  if (text.length === 0) return "";
  const [first] = text;
  return text.length === 1 && typeof first === "string" ? first : void 0;
}
function shown(text) {
  return text.map((part) => {
    if (typeof part === "string") return part;
    return part.is === "glob" ? part.name : `<${part.name}>`;
  }).join("");
}
function sameText(one, other) {
  return one.length === other.length && shown(one) === shown(other);
}
function withoutStart(text, length) {
  const [first = "", ...rest] = text;
  return typeof first === "string" ? joined([first.slice(length)], rest) : text;
}
function knownStart(text) {
  const [first] = text;
  return typeof first === "string" ? first : "";
}
function knownEnd(text) {
  const last = text.at(-1);
  return typeof last === "string" ? last : "";
}

// src/scripts/location.ts
function locate(directory, path) {
  const absolute = isAbsolute(path);
  const segments = segmentsOf(absolute ? path : joined(directory, ["/"], path));
  const kept = [];
  for (const segment of segments) {
    const plain = segment.length === 1 && typeof segment[0] === "string" ? segment[0] : void 0;
    if (segment.length === 0 || plain === ".") continue;
    if (plain === ".." && canGoUp(kept)) kept.pop();
    else kept.push(segment);
  }
  const start = absolute ? path : directory;
  const fromRoot = typeof start[0] === "object" && start[0].is === "root";
  const body = kept.filter((segment) => !isRoot(segment));
  return joined(knownStart(start).startsWith("/") && !fromRoot ? ["/"] : [], joinedBy("/", body));
}
function isAbsolute(path) {
  const [first] = path;
  if (first === void 0) return false;
  if (typeof first === "string") return first.startsWith("/");
  if (first.is === "root" || first.is === "temporary") return true;
  return first.is === "value" && (path.length === 1 || segmentsOf(path)[0].length === 1);
}
function segmentsOf(path) {
  return splitAt(path, "/");
}
function isRoot(segment) {
  return segment.length === 1 && typeof segment[0] === "object" && segment[0].is === "root";
}
function canGoUp(kept) {
  const last = kept.at(-1);
  if (last === void 0 || isRoot(last) || last[0] === "..") return false;
  return last.every((part) => typeof part === "string") || kept.length > 1;
}
function nameOf(path) {
  return segmentsOf(path).at(-1);
}
function parentOf(path) {
  return joinedBy("/", segmentsOf(path).slice(0, -1));
}
function confidenceOf(path) {
  const unknown = path.filter((part) => typeof part !== "string" && part.is !== "root");
  if (unknown.length === 0) return "high";
  if (unknown.every((part) => part.is === "glob")) return "medium";
  const name = nameOf(path);
  return knownEnd(path) !== "" && name.every((part) => typeof part === "string") ? "medium" : "low";
}
function inCheckout(path) {
  return path === "" ? [ROOT] : [ROOT, `/${path}`];
}

// src/scripts/rules/gates.ts
function gatesOf(effect, target, touched, roots) {
  const gates = [];
  const guard = effect.guards.find((each) => isGuard(each, target));
  if (guard !== void 0) gates.push({ kind: "guarded", text: guard.text });
  if (effect.backup !== void 0) gates.push({ kind: "backup", ...effect.backup });
  if (isEphemeral(effect)) gates.push({ kind: "ephemeral" });
  if (isAside(effect.script) || effect.guards.some(isForDevelopers)) gates.push({ kind: "aside" });
  if (isBackupName(target)) gates.push({ kind: "copy" });
  if (isDropIn(target) && !isDeclaredDropIn(touched, roots)) gates.push({ kind: "drop-in" });
  if (isTemplate(effect)) gates.push({ kind: "template" });
  if (touched.length > 0 && touched.every(({ own }) => own)) gates.push({ kind: "own" });
  return gates;
}
function isGuard({ kind, path }, target) {
  if (kind === "asked") return true;
  return kind === "missing" && (path === void 0 || sameText(path, target.path));
}
function isEphemeral({ host, surroundings, script }) {
  if (host.kind !== "local" && host.kind !== "container") return false;
  return surroundings === "ephemeral" || host.kind === "local" && CONTAINER_SCRIPT.test(script);
}
var CONTAINER_SCRIPT = /(^|\/)(\.?devcontainer|rootfs|docker-entrypoint\.d)\/|(^|\/)[^/]*(entry-?point|docker-(init|start|run|setup))[^/]*$|(^|\/)(docker|containers?)\/([^/]+\/)*(init|start|run|build|setup|install|boot|cmd)[^/]*$/i;
var ASIDE = /* @__PURE__ */ new Set([
  ..."test tests testing testdata spec specs e2e example examples sample samples demo demos fixture fixtures".split(
    " "
  ),
  ..."dev devel develop development local sandbox mock mocks bench benchmark benchmarks playground".split(
    " "
  ),
  ..."generate generates generated generator generators gen codegen scaffold vagrant tutorial tutorials".split(
    " "
  )
]);
function isAside(script) {
  return script.toLowerCase().split(/[^a-z0-9]+/).some((word) => ASIDE.has(word));
}
function isForDevelopers({ kind, text }) {
  return kind === "condition" && /=\s*["']?(dev|devel|development|local|test|testing)["']?(\s|\]|$)/i.test(text) && !/^not |!|\|\||\s-o\s/.test(text);
}
var BACKUP_NAME = /(\.(bak|backup|old|orig|save|saved|prev|previous)([._-]?[\w-]*)?|~|[._-](backup|bak))$/i;
function isBackupName({ path }) {
  const names = segmentsOf(path).map(shown);
  return BACKUP_NAME.test(names.at(-1)) || names.some((name) => /^\.?(backups?|bak)$/i.test(name));
}
function namesBackup(text) {
  return text.split("/").some((name) => BACKUP_NAME.test(name) || /^\.?(backups?|bak)$/i.test(name));
}
function isDropIn({ path }) {
  return segmentsOf(path).slice(0, -1).some((segment) => literalOf(segment)?.endsWith(".d") ?? false);
}
function isDeclaredDropIn(touched, roots) {
  if (touched.some(({ path }) => path !== void 0)) return true;
  return touched.length > 0 && roots.some(({ directory }) => /\.d(\/|$)/.test(directory));
}
var TEMPLATE_NAME = /\.(j2|jinja2?|tpl|tmpl|erb|template|mustache|hbs)$/i;
var TEMPLATE_TEXT = /\{%|<%|(?<!\$)\{\{-?\s*[\w$(]/;
var FORMAT_OPTION = /(--?(format|template|go-template|jsonpath)\b|-o\s*(go-)?template|-f\s*['"]?\{\{)/;
function isTemplate({ script, text }) {
  return TEMPLATE_NAME.test(script) || TEMPLATE_TEXT.test(text) && !FORMAT_OPTION.test(text);
}
function nameOfTarget({ path }) {
  return shown(nameOf(path));
}

// src/scripts/rules/places.ts
var NOT_LIVE_START = /^\/(tmp|var\/tmp|dev|proc|sys|run|var\/(log|cache|lib\/apt|lib\/dpkg))(\/|$)/;
var NOT_LIVE_DIRECTORY = /* @__PURE__ */ new Set([
  ..."dist build target out output node_modules .cache cache caches .next .nuxt coverage logs log tmp temp".split(
    " "
  ),
  ...".tmp .temp artifacts artefacts reports results vendor .terraform .venv __pycache__ _site public".split(
    " "
  ),
  ..."releases downloads .work work generated".split(" ")
]);
var OF_THE_SYSTEM = /^\/etc\/(apt|alternatives|ssl|pki|localtime$|timezone$|mtab$|ld\.so|yum\.repos|systemd\/system|init\.d|rc\d?|resolv\.conf$|hostname$|skel|bash_completion|profile$|environment$|shells$|passwd$|group$|motd$|issue)|-(enabled|available)\/|\.wants\//;
var DOTENV = /^\.env(\.[\w.-]+)?$/;
var PLAIN_CONFIGURATION = /\.(conf|cnf|cfg|ini|properties|env|toml)$/i;
var CONFIGURATION_WORD = /(^|[._-])(config|configuration|settings|appsettings|values|application|compose|production|prod|daemon|secrets?|credentials)([._-]|$)/i;
var CONFIGURATION_DIRECTORY = /* @__PURE__ */ new Set([
  "etc",
  "conf",
  "config",
  "configs",
  "configuration",
  ".config",
  "settings"
]);
function isConfiguration({ target, files }) {
  if (target.confidence === "low" || target.tree) return false;
  const start = knownStart(target.path);
  const names = segmentsOf(target.path).map(shown);
  const name = names.at(-1);
  const directories = names.slice(0, -1);
  if (NOT_LIVE_START.test(start) || isLive(start) && !start.startsWith("/")) return false;
  if (directories.some((each) => NOT_LIVE_DIRECTORY.has(each.toLowerCase())) || OF_THE_SYSTEM.test(start))
    return false;
  if (target.path.some((part) => typeof part !== "string" && part.is === "temporary") || namesBackup(name))
    return false;
  if (/\.(log|pid|lock|tmp|temp|new|out|swp|example|sample|dist|template|tpl)$/i.test(name)) return false;
  if (start.startsWith("/etc/")) return true;
  if (!isWatchedByDefault(name)) return false;
  const literal = literalOf(target.path);
  if (DOTENV.test(name)) return true;
  const inConfiguration = directories.some((each) => CONFIGURATION_DIRECTORY.has(each.toLowerCase()));
  if (literal !== void 0 && files.has(literal))
    return isWatchedByDefault(literal) && (inConfiguration || CONFIGURATION_WORD.test(name));
  if (literal !== void 0 && !literal.startsWith("/")) return false;
  return inConfiguration || PLAIN_CONFIGURATION.test(name) || CONFIGURATION_WORD.test(name);
}
function isLiveTree({ target, effect }) {
  if (target.confidence === "low" || effect.host.kind === "container") return false;
  const start = knownStart(target.path);
  if (NOT_LIVE_START.test(start)) return false;
  if (segmentsOf(target.path).some((each) => NOT_LIVE_DIRECTORY.has(shown(each).toLowerCase()))) return false;
  return effect.host.kind !== "local" || /^\/(etc|srv|var\/www|usr\/local\/etc)(\/|$)/.test(start);
}

// src/scripts/rules/words.ts
var AGGRAVATORS = {
  "no-errexit": "nothing stops the script when an earlier command fails",
  "no-pipefail": "a command that fails in the pipeline goes unnoticed",
  "unchecked-cd": "an earlier `cd` is not checked, and without it this runs in another directory",
  "not-atomic": "whoever reads the file meanwhile, or after an interruption, gets a part of it",
  "download-unchecked": "an error page of the server is saved like the file (curl without --fail)"
};
var VERBS = {
  truncate: "overwrites",
  replace: "replaces",
  append: "appends to",
  edit: "edits",
  delete: "removes",
  "replace-tree": "writes files into",
  "mirror-tree": "mirrors its source to",
  extract: "extracts an archive into",
  discard: "takes back local changes in",
  state: "replaces what is kept in"
};
function deed(finding, verb = VERBS[String(finding.args.op)] ?? "writes") {
  const { target, command } = finding.args;
  return `${finding.path} ${verb} ${place(String(target))}${namedService(finding)}${onHost(finding)} in line ${finding.line}: ${quoted(String(command))}.`;
}
function place(target) {
  return target === "" ? "the root of the checkout" : target;
}
function quoted(command) {
  const line = command.replace(/\s*\\?\n\s*/g, " ");
  return line.includes("`") ? line : `\`${line}\``;
}
function namedService({ service, args }) {
  return service === void 0 || args.declaredBy === void 0 ? "" : `, which the service ${service} reads,`;
}
function onHost({ args }) {
  const { host, hostName } = args;
  if (host === "ssh") return hostName === void 0 ? " on another host" : ` on ${hostName}`;
  if (host === "container")
    return hostName === void 0 ? " in a container" : ` in the container ${hostName}`;
  return "";
}
function worse({ args }) {
  const named2 = Array.isArray(args.aggravators) ? args.aggravators : [];
  const phrases = named2.flatMap((name) => AGGRAVATORS[String(name)] ?? []);
  return phrases.length === 0 ? "" : ` Worse: ${phrases.join("; ")}.`;
}
function milder({ args, severity }) {
  const { gate, gateText, gateLine, suppressed, confidence } = args;
  if (suppressed !== void 0) return ` It is suppressed in the script: ${suppressed}.`;
  switch (gate) {
    case "guarded":
      return ` Only a notice: it runs only when ${quoted(String(gateText))} lets it.`;
    case "backup":
      return ` Only a notice: the old content is kept (${quoted(String(gateText))}${gateLine === void 0 ? "" : `, line ${gateLine}`}).`;
    case "ephemeral":
      return " Only a notice: it runs on a runner or in an image, where nothing live is written.";
    case "aside":
      return " Only a notice: by its name or a condition, this is for tests, developers or generated files.";
    case "copy":
      return " Only a notice: by its name, the target is a backup itself.";
    case "drop-in":
      return " Only a notice: it is a file of its own in a directory for additions.";
    case "template":
      return " Only a notice: the command is a template, and what it becomes is not known.";
    case "own":
      return " Only a notice: it is the very file that the policy wants there.";
    default:
      return severity === "notice" && confidence === "low" ? " Only a notice: the name of the target is known at run time only." : "";
  }
}
function likely({ args }) {
  const { how, files, total, target } = args;
  const named2 = Array.isArray(files) ? files : [];
  if (named2.length === 0 || named2.length === 1 && named2[0] === target) return "";
  if (how === "exact") return ` On the host, that is ${list(named2, Number(total ?? named2.length), 3)}.`;
  if (how === "tree") return ` It holds ${list(named2, Number(total ?? named2.length), 3)}.`;
  return how === "suffix" ? ` By the end of its path that is ${list(named2, Number(total ?? named2.length), 3)}.` : ` Among what that may be: ${list(named2, Number(total ?? named2.length), 3)}.`;
}
function instead(finding, otherwise) {
  const { safer, advice } = finding.args;
  if (typeof safer === "string") return `Write instead: ${quoted(safer)}.`;
  return typeof advice === "string" ? advice : otherwise;
}

// src/scripts/rules/content.ts
var CHECKED = `\`\${NAME:?}\``;
var SAMPLE = /(^|[._-])(example|sample|dist)s?([._-]|$)/i;
var sampleOverLive = {
  id: "sample-over-live",
  severity: "warning",
  critical: false,
  summary: "A sample is written over a configuration file that may be in use",
  help: "`cp .env.example .env` is right on the first day and wrong on every other: it puts sample values over the real ones. Nearly every script that does so asks first whether the file is there; those that do not are reported.",
  configure: "Ask first: `[ -f .env ] || cp .env.example .env`, or `cp -n`.",
  finds(subject) {
    if (!writesAnew(subject) || !isLiveFile(subject)) return void 0;
    const sample = subject.effect.sources.map((source) => shown(nameOf(source))).find((name) => SAMPLE.test(name));
    return sample === void 0 || SAMPLE.test(nameOfTarget(subject.target)) ? void 0 : { args: { sample } };
  },
  message: (finding) => ({
    what: `${deed(finding)} ${finding.args.sample} is a sample.`,
    why: "When the file is there already, its values are lost for those of the sample.",
    fix: `Let it run only when the file is missing: \`[ -e ${finding.args.target} ] || \u2026\`.`
  })
};
var placeholderOverLive = {
  id: "placeholder-over-live",
  severity: "warning",
  critical: false,
  summary: "A script writes values that somebody still has to fill in over a configuration file",
  help: "A heredoc or `echo` with `changeme`, `<your-key>` and the like, written to a configuration file without asking whether it is there.",
  configure: `Take the values from the environment (${CHECKED}), or write only where the file is missing.`,
  finds(subject) {
    if (!writesAnew(subject) || !isLiveFile(subject)) return void 0;
    const keys = (subject.effect.content?.text ?? "").split("\n").flatMap((line) => placeholderKey(line) ?? []);
    return keys.length === 0 ? void 0 : { args: { keys: keys.slice(0, 5), keysTotal: keys.length } };
  },
  message: (finding) => ({
    what: `${deed(finding)} It writes placeholders for ${named(finding.args.keys, finding.args.keysTotal)}.`,
    why: "What reads the file gets values that were never meant to be used, and real ones that stood there are lost.",
    fix: `Take them from the environment and stop when they are missing: \`\${${variable(finding.args.keys)}:?}\`.`
  })
};
var unsetVariable = {
  id: "unset-var-in-generated-config",
  severity: "warning",
  critical: false,
  summary: "A generated configuration file gets empty values when a variable is not set",
  help: "A heredoc or `echo` puts variables into a configuration file that the script neither sets nor checks. When one is missing in the environment, the file is written all the same, with nothing in its place.",
  configure: `Write ${CHECKED} in place of \`$NAME\`, or \`set -u\` at the top of the script.`,
  finds(subject) {
    const { unset = [] } = subject.effect.content ?? {};
    if (unset.length === 0 || !writesAnew(subject) || !isLiveFile(subject)) return void 0;
    return { args: { variables: unset.slice(0, 10), variablesTotal: unset.length } };
  },
  message: (finding) => ({
    what: `${deed(finding)} It puts ${named(finding.args.variables, finding.args.variablesTotal)} into it, which the script neither sets nor checks.`,
    why: "Where one of them is not set, its place stays empty, and the script goes on as if nothing were wrong.",
    fix: `Stop when it is missing: write \`\${${variable(finding.args.variables)}:?}\`, or \`set -u\` before the command.`
  })
};
var envsubstUnrestricted = {
  id: "envsubst-unrestricted",
  severity: "warning",
  critical: false,
  summary: "envsubst without a list replaces every $name in a configuration file",
  help: "`envsubst` without an argument replaces whatever looks like a variable, also `$host` or `$uri` of nginx, and puts nothing where a variable is not set.",
  configure: "Name the variables: `envsubst '$PORT $HOST'`.",
  finds: (subject) => subject.effect.content?.unrestricted && writesAnew(subject) && isLiveFile(subject) ? {} : void 0,
  message: (finding) => ({
    what: deed(finding),
    why: "Without a list, envsubst replaces everything that looks like a variable, and leaves nothing where one is not set.",
    fix: "Name the variables that are meant: `envsubst '$PORT $HOST'`."
  })
};
function writesAnew({ effect, made }) {
  return !made && (effect.op === "truncate" || effect.op === "replace");
}
function isLiveFile(subject) {
  return subject.touched.length > 0 || isConfiguration(subject);
}
function placeholderKey(line) {
  const [, key, value2] = /^\s*(?:export\s+)?["']?([\w.-]+)["']?\s*[:=]\s*(.+?)[\s,]*$/.exec(line) ?? [];
  if (key === void 0) return void 0;
  const bare = value2.replace(/^(["'])(.*)\1$/, "$2").replace(/<(\w+|\$[^<>]*)>/g, "");
  return placeholderIn(bare, isSensitiveKey([key]))?.certain ? key : void 0;
}
function named(names, total) {
  return list(Array.isArray(names) ? names : [], Number(total));
}
function variable(names) {
  const [first] = Array.isArray(names) ? names : [];
  return String(first ?? "NAME").replace(/\W/g, "_").toUpperCase();
}

// src/scripts/rules/critical-overwrite.ts
var criticalOverwrite = {
  id: "critical-overwrite",
  severity: "error",
  critical: true,
  summary: "A script replaces, edits or removes a critical file, and keeps nothing of it",
  help: "The script is read, never run: variables, directories, functions, nested shells and `ssh` are followed, and what each command would write is compared with the policy. The file may be one of the checkout, or one on a host that the policy names with `live` or by an absolute path. Where only the end of the path is known (`$APP/config/auth.yml`), two names have to agree. It is a notice where the command is guarded, a backup was made before it, it runs in an image or on a runner, the script is one for tests or developers, or it writes the very file that the policy wants there. What is only appended is a warning.",
  configure: "Back the file up before the command, or let the command run only when the file is not there. What is meant stands in the script: `# holdfast-disable critical-overwrite -- reason` before the command; it stays a notice.",
  finds({ effect, touched }) {
    if (effect.host.kind === "service" || touched.length === 0) return void 0;
    if (touched.every(({ inside }) => inside !== void 0)) return void 0;
    return effect.op === "append" ? { severity: "warning" } : {};
  },
  message(finding) {
    return {
      what: `${deed(finding)}${likely(finding)}`,
      why: `${reason(finding)}${worse(finding)}${milder(finding)}`,
      fix: instead(
        finding,
        "Copy the file away first, write the new one beside it, look at it, and move it into place."
      )
    };
  }
};
function reason(finding) {
  const { op, source, gate } = finding.args;
  const lost = gate === "backup" ? "" : ", and no copy of the old content is kept";
  const service = serviceOf(finding.service);
  switch (op) {
    case "delete":
      return `${service} finds no configuration from then on${lost}.`;
    case "append":
      return `${service} gets more with every run: what is appended twice may hold another value, or break the file.`;
    case "edit":
      return `${service} gets what the edit leaves, also when its pattern matches too much or nothing${lost}.`;
    default:
      return source === void 0 ? `${service} gets whatever the script makes${lost}.` : `${service} gets the content of ${source}, right or wrong${lost}.`;
  }
}

// src/scripts/rules/critical-state-replace.ts
var criticalStateReplace = {
  id: "critical-state-replace",
  severity: "error",
  critical: true,
  summary: "A script replaces or removes what a service keeps and the policy declares critical",
  help: "A ConfigMap, a secret in Vault, a parameter, a key prefix: the policy names them as `configmap:auth-*`, `vault:secret/auth/**` or `ssm:/auth/**`. Commands that replace the whole (`kubectl replace`, `vault kv put`, `etcdctl del --prefix`) lose every key that the new version does not bring along.",
  configure: "Use the command that changes single keys (`vault kv patch`, `kubectl patch`, `--update-env-vars`), or one that compares first. `# holdfast-disable critical-state-replace -- reason` before the command makes it a notice.",
  finds: ({ effect, touched }) => effect.host.kind === "service" && touched.length > 0 ? {} : void 0,
  message(finding) {
    const service = serviceOf(finding.service);
    const removed = finding.args.op === "delete";
    return {
      what: `${deed(finding)}${likely(finding)}`,
      why: removed ? `${service} finds nothing there from then on.${worse(finding)}${milder(finding)}` : `${service} loses every key that the command does not give, whoever has set it.${worse(finding)}${milder(finding)}`,
      fix: instead(finding, "Change the keys that are meant, and leave the others alone.")
    };
  }
};

// src/scripts/rules/critical-tree-at-risk.ts
var criticalTreeAtRisk = {
  id: "critical-tree-at-risk",
  severity: "error",
  critical: true,
  summary: "A script removes, mirrors or overwrites a directory in which critical files are",
  help: "Commands such as `rm -r`, `rsync --delete`, `cp -r`, `tar x` or `git clean` do not name the files that they write. The finding says which critical ones are among them. Where all that is copied is in the checkout, only the files that it really replaces count; what `--exclude` leaves alone does not. An archive that is unpacked far above the files is a notice: nobody knows what it holds.",
  configure: "Leave the files out (`--exclude`), keep what is replaced (`--backup-dir`), or name the files that are meant. `# holdfast-disable critical-tree-at-risk -- reason` before the command makes it a notice.",
  finds({ effect, touched }) {
    if (effect.host.kind === "service" || touched.length === 0) return void 0;
    return touched.every(({ inside }) => inside !== void 0) ? {} : void 0;
  },
  message(finding) {
    return {
      what: `${deed(finding)}${likely(finding)}`,
      why: `${reason2(finding)}${worse(finding)}${milder(finding)}`,
      fix: instead(finding, "Leave the critical files out of the command, or copy them away before it.")
    };
  }
};
function reason2(finding) {
  const service = serviceOf(finding.service);
  const lost = finding.args.gate === "backup" ? "" : ", and no copy of it is kept";
  switch (finding.args.op) {
    case "delete":
      return `${service} finds no configuration when all below that directory is gone${lost}.`;
    case "mirror-tree":
      return `${service} loses every file that the source has not, and no command tells which those were.`;
    case "discard":
      return `${service} loses what was changed there on the host, for good.`;
    default:
      return `${service} gets whatever lies in the source under these names, in place of what was there${lost}.`;
  }
}

// src/scripts/rules/edits.ts
var inplaceEdit = {
  id: "inplace-edit-no-backup",
  severity: "notice",
  critical: false,
  summary: "A configuration file is edited in place, without a copy",
  help: "`sed -i`, `yq -i` and `perl -i` say nothing when their pattern matches nothing, or too much.",
  configure: "Keep a copy (`sed -i.bak`), and compare after the edit.",
  finds: (subject) => subject.effect.rule === "inplace-edit-no-backup" && isOthers(subject) && isConfiguration(subject) ? {} : void 0,
  message: (finding) => ({
    what: deed(finding),
    why: `When the pattern matches nothing, or too much, nothing tells it and no copy is kept.${worse(finding)}`,
    fix: instead(finding, "Keep a copy, and look at the difference.")
  })
};
var REMOVES = /(^|[^a-z])(uninstall|remove|rm|purge|clean|cleanup|teardown|destroy|reset|postrm|prerm|prune)([^a-z]|$)/i;
var removeConfig = {
  id: "remove-config",
  severity: "warning",
  critical: false,
  summary: "A script removes a configuration file that it has not made",
  help: "Files of the checkout and below `/etc`, which nobody declared critical. Scripts that clean up or uninstall, by their name, say nothing here.",
  configure: "Declare the file critical when it is, or write `# holdfast-disable remove-config -- reason` before the command.",
  finds(subject) {
    const { effect, target, files } = subject;
    if (effect.rule !== "remove-config" || !isOthers(subject) || effect.command === "mv") return void 0;
    if (REMOVES.test(effect.script) || effect.via.some((step) => REMOVES.test(step))) return void 0;
    const start = knownStart(target.path);
    const inEtc = start.startsWith("/etc/") && target.confidence !== "low";
    if (target.tree) return inEtc && !/^\/etc\/(apt|ssl|pki|systemd)(\/|$)/.test(start) ? {} : void 0;
    return isConfiguration(subject) && (inEtc || files.has(start)) ? {} : void 0;
  },
  message: (finding) => ({
    what: deed(finding),
    why: `No copy of it is kept, and what reads it starts without.${worse(finding)}`,
    fix: instead(finding, "Move it away instead, and delete it when nothing misses it.")
  })
};
var infrastructureApply = {
  id: "infrastructure-apply",
  severity: "notice",
  critical: false,
  anyTarget: true,
  summary: "Infrastructure is changed without a look at the plan",
  help: "`terraform apply -auto-approve` does what the plan of the moment says, also when that destroys something.",
  configure: "Save the plan, have it approved, and apply that file: `terraform apply plan.out`.",
  finds: ({ effect, touched }) => effect.rule === "infrastructure-apply" && touched.length === 0 ? {} : void 0,
  message: (finding) => ({
    what: `${finding.path} applies infrastructure without asking in line ${finding.line}: \`${finding.args.command}\`.`,
    why: "What the plan of that moment destroys is destroyed; nobody has seen it.",
    fix: instead(finding, "Save the plan, have it approved, and apply that file.")
  })
};
function isOthers({ touched, made }) {
  return touched.length === 0 && !made;
}

// src/scripts/rules/over-config.ts
var NOT_DECLARED = " It speaks of files that nobody declared critical, where their name or place says that they are configuration, and never where the script has made the file itself.";
var CONFIGURE = "Declare the file critical when it is, or write `# holdfast-disable {id} -- reason` before the command when it may be lost.";
function overConfig({ id, summary, help, why, fix, unless }) {
  return {
    id,
    severity: "warning",
    critical: false,
    summary,
    help: help + NOT_DECLARED,
    configure: CONFIGURE.replace("{id}", id),
    finds(subject) {
      const { effect, touched, made } = subject;
      if (effect.rule !== id || touched.length > 0 || made || unless?.(subject)) return void 0;
      return effect.op !== "append" && isConfiguration(subject) ? {} : void 0;
    },
    message: (finding) => ({
      what: deed(finding),
      why: `${why}${worse(finding)}`,
      fix: instead(finding, fix)
    })
  };
}
function isOwnWork({ madeSource, effect }) {
  return madeSource || effect.sources.some((source) => /\.(tmp|temp|new)$|<temporary \d+>/.test(shown(source)));
}
var overConfigRules = [
  overConfig({
    id: "redirect-over-config",
    summary: "A redirection overwrites a configuration file",
    help: "`>` and `tee` empty the file before the command writes its first line. When the command fails, the file stays empty.",
    why: "The old content is gone before the new one is there, and no copy of it is kept.",
    fix: "Write to a file beside it, and move that over it."
  }),
  overConfig({
    id: "copy-over-config",
    summary: "A copy replaces a configuration file",
    help: "`cp` over a file that is in use keeps nothing of it.",
    why: "What was changed in the file since the last run is lost, and no copy of it is kept.",
    fix: "Keep the old one: `cp --backup=numbered`."
  }),
  overConfig({
    id: "move-over-config",
    summary: "A file is moved over a configuration file",
    help: "`mv` over a file that is in use keeps nothing of it. What the script has made beside the file, and then moves over it, is the safe form and says nothing.",
    why: "What was changed in the file since the last run is lost, and no copy of it is kept.",
    fix: "Keep the old one: `mv --backup=numbered`.",
    unless: isOwnWork
  }),
  overConfig({
    id: "install-over-config",
    summary: "`install` replaces a configuration file",
    help: "`install` removes the file and writes a new one. It is made for programs, which nobody edits in place.",
    why: "What was changed in the file since the last run is lost, and no copy of it is kept.",
    fix: "Keep the old one: `install --backup=numbered`.",
    unless: isOwnWork
  }),
  overConfig({
    id: "symlink-over-config",
    summary: "A link takes the place of a configuration file",
    help: "`ln -sf` removes the file that stands under the name of the link.",
    why: "When a regular file stands there, it is lost, and no copy of it is kept.",
    fix: "Keep what stands there: `ln -s --backup=numbered`."
  }),
  overConfig({
    id: "download-over-config",
    summary: "A download replaces a configuration file",
    help: "`curl -o` and `wget -O` write over the file while the download runs: half of it, or an error page, stays when it fails.",
    why: "What the server gives is in use at once, whatever it is.",
    fix: "Download to a temporary file with `--fail`, look at it, and move it into place."
  }),
  overConfig({
    id: "remote-copy-over-config",
    summary: "A copy to another host replaces a configuration file there",
    help: "`scp`, `rsync` or `docker cp` over a file in use keeps nothing of it.",
    why: "What was changed in the file on that host is lost, and no copy of it is kept.",
    fix: "Keep the old one: `rsync --backup`, or copy it on the host first."
  })
];

// src/scripts/rules/services.ts
function ofService({ id, summary, help, configure, why, fix }) {
  return {
    id,
    severity: "warning",
    critical: false,
    summary,
    help,
    configure,
    finds: ({ effect, touched, target }) => effect.rule === id && touched.length === 0 && target.confidence !== "low" ? {} : void 0,
    message: (finding) => ({
      what: deed(finding),
      why: `${why}${worse(finding)}`,
      fix: instead(finding, fix)
    })
  };
}
var serviceRules = [
  ofService({
    id: "env-replace-all",
    summary: "A deployment replaces all environment variables of a service",
    help: "`gcloud \u2026 --set-env-vars` and the like replace the whole set: a variable that the command does not name is gone.",
    configure: "Use the option that changes single variables: `--update-env-vars`.",
    why: "Every variable that the command does not name is removed from the service.",
    fix: "Change the variables that are meant: `--update-env-vars`."
  }),
  ofService({
    id: "kv-replace-all",
    summary: "A command replaces all keys of a secret or an entry",
    help: "`vault kv put` writes a new version with the keys that it gets, and no others.",
    configure: "Use `vault kv patch`, or compare first (`-cas`).",
    why: "Every key that the command does not name is gone in the new version.",
    fix: "Change the keys that are meant: `vault kv patch`."
  }),
  ofService({
    id: "k8s-config-replace",
    summary: "A command replaces or deletes a whole resource in a cluster",
    help: "`kubectl replace`, `kubectl delete` and `create configmap \u2026 --dry-run | replace` give up what was set in the cluster, and what other tools own.",
    configure: "Use `kubectl apply` or `kubectl patch`, and look at `kubectl diff` before.",
    why: "Whatever was set in the cluster and is not in the new version is lost.",
    fix: "Apply it (`kubectl apply`) after a look at `kubectl diff`."
  }),
  ofService({
    id: "helm-values-reset",
    summary: "A Helm upgrade resets, or blindly reuses, the values of a release",
    help: "`--reset-values` drops what was set before, `--reuse-values` drops new defaults of the chart, and `--force` replaces resources.",
    configure: "Give all values in files, or use `--reset-then-reuse-values`.",
    why: "The release runs with other values than either side knows of.",
    fix: "Give the values in files, and look at `helm diff upgrade` before."
  }),
  ofService({
    id: "param-overwrite",
    summary: "A command overwrites a parameter or a secret in a store",
    help: "`aws ssm put-parameter --overwrite`, `secretsmanager update-secret` and the like replace the value under a name that others may read.",
    configure: "Write a new version and let readers switch to it, or compare with the current value first.",
    why: "Everything that reads the name gets the new value at once.",
    fix: "Compare with the current value first, and keep it."
  })
];

// src/scripts/rules/suppression-rules.ts
var suppressionWithoutReason = {
  id: "suppression-without-reason",
  severity: "warning",
  summary: "A comment turns a rule off without a reason, or for no known rule",
  help: "`# holdfast-disable critical-overwrite -- the host keeps a copy` turns a rule off for one command. Without the reason behind `--` it counts for nothing.",
  configure: "Write the reason, and the ids of rules as this page lists them.",
  message({ path, line, args }) {
    const unknown = args.unknown === void 0 ? void 0 : String(args.unknown);
    return {
      what: unknown === void 0 ? `${path} turns off ${args.rules} in line ${line} without a reason.` : `${path} turns off ${unknown} in line ${line}, and there is no such rule.`,
      why: "The comment counts for nothing: who reads it later could not tell whether it still holds.",
      fix: unknown === void 0 ? `Write why: \`# holdfast-disable ${args.rules} -- reason\`.` : "Write the id as the finding names it."
    };
  }
};
var suppressionUnused = {
  id: "suppression-unused",
  severity: "notice",
  summary: "A comment turns a rule off where that rule has nothing to say",
  help: "The command was made safe, has moved, or never was a finding. A comment that is left over may hide the next one.",
  configure: "Remove the comment.",
  message: ({ path, line, args }) => ({
    what: `${path} turns off ${args.rules} in line ${line}, where it finds nothing.`,
    why: "What is left over may hide the next finding.",
    fix: "Remove the comment."
  })
};

// src/scripts/rules/trees.ts
var SPARES = /\s(--exclude|--exclude-from|--filter|-f|--backup-dir|--backup|-b)\b/;
var treeMirrorDelete = {
  id: "tree-mirror-delete",
  severity: "warning",
  critical: false,
  summary: "A mirror deletes on a host what the source has not",
  help: "`rsync --delete` and `aws s3 sync --delete` remove every file at the target that the source does not have: uploads, local configuration, what another deployment has put there. A mirror of what is published (`static`, `public`, `mirror` \u2026 in a path) is a notice.",
  configure: "Leave out what belongs to the host (`--exclude`), or keep what is deleted (`--backup-dir`).",
  finds: (subject) => {
    const { effect, touched } = subject;
    if (effect.rule !== "tree-mirror-delete" || touched.length > 0 || SPARES.test(effect.text))
      return void 0;
    const found = effect.host.kind === "bucket" ? knownName(subject) : isLiveTree(subject) ? {} : void 0;
    return found && isPublished(subject) ? { severity: "notice" } : found;
  },
  message: (finding) => ({
    what: deed(finding),
    why: `Whatever stands there and not in the source is deleted, configuration of the host included.${worse(finding)}`,
    fix: instead(
      finding,
      "Name what has to stay with `--exclude`, or keep what is deleted with `--backup --backup-dir`."
    )
  })
};
var extractOverLiveTree = {
  id: "extract-over-live-tree",
  severity: "warning",
  critical: false,
  summary: "An archive is unpacked over a directory that is in use",
  help: "`tar x` and `unzip -o` replace every file that the archive also has. Reported below `/etc`, `/srv` and `/var/www`, and on other hosts.",
  configure: "Unpack into a new directory and switch to it, or keep the old files (`tar --backup`, `--keep-old-files`).",
  finds: (subject) => subject.effect.rule === "extract-over-live-tree" && subject.touched.length === 0 && isLiveTree(subject) ? {} : void 0,
  message: (finding) => ({
    what: deed(finding),
    why: `Every file that the archive also has is replaced, and no copy of the old ones is kept.${worse(finding)}`,
    fix: instead(finding, "Unpack into a new directory, look at it, and switch to it.")
  })
};
var gitDiscardOnServer = {
  id: "git-discard-on-server",
  severity: "warning",
  critical: false,
  summary: "A script discards local changes in a checkout on a server",
  help: "`git reset --hard`, `git checkout -f` and `git clean -f` take away what was edited or added on the host. Reported for checkouts on other hosts and at absolute paths, not for the one in which the script itself stands, nor for one that the script has cloned.",
  configure: "Stop when there are local changes (`git diff --quiet || exit 1`), or keep them (`git stash`).",
  finds: (subject) => {
    const { effect, target, touched, made } = subject;
    if (made || effect.ownClone || effect.rule !== "git-discard-on-server") return void 0;
    if (touched.length > 0 || target.confidence === "low") return void 0;
    const remote = effect.host.kind === "ssh";
    return remote || /^\/(?!tmp\/|var\/tmp\/|dev\/)/.test(knownStart(target.path)) ? {} : void 0;
  },
  message: (finding) => ({
    what: deed(finding),
    why: `What somebody has corrected on that host is lost without a trace.${worse(finding)}`,
    fix: instead(finding, "Stop when there are local changes: `git diff --quiet || exit 1`.")
  })
};
var PUBLISHED = /(^|[/._-])(pub|public|static|html|htdocs|mirrors?|docs?|assets|_site)([/._-]|$)/i;
function isPublished({ target, effect }) {
  return [target.path, ...effect.sources].some((path) => PUBLISHED.test(shown(path)));
}
function knownName({ target }) {
  return target.confidence !== "low" && isLive(knownStart(target.path)) ? {} : void 0;
}

// src/scripts/rules/truncate-before-read.ts
var truncateBeforeRead = {
  id: "truncate-before-read",
  severity: "error",
  critical: false,
  anyTarget: true,
  summary: "A command reads the file that its own redirection empties",
  help: "In `jq \u2026 app.json > app.json` the shell empties the file before the command starts. What is left is an empty file, always. It is an error on every file, critical or not.",
  configure: "Write to another file and move it. There is no option.",
  finds: ({ effect }) => effect.readsTarget ? {} : void 0,
  message(finding) {
    return {
      what: deed(finding, "empties"),
      why: `The shell empties the file before the command reads it, so that nothing is left of it.${milder(finding)}`,
      fix: instead(finding, "Write to a temporary file beside it, and move that over it.")
    };
  }
};

// src/scripts/rules/index.ts
var scriptRules = [
  criticalTreeAtRisk,
  criticalOverwrite,
  criticalStateReplace,
  truncateBeforeRead,
  sampleOverLive,
  placeholderOverLive,
  unsetVariable,
  envsubstUnrestricted,
  ...overConfigRules,
  treeMirrorDelete,
  extractOverLiveTree,
  gitDiscardOnServer,
  ...serviceRules,
  removeConfig,
  inplaceEdit,
  infrastructureApply
];
var suppressionRules = [suppressionWithoutReason, suppressionUnused];

export {
  percent,
  list,
  value,
  fromTo,
  withStop,
  putBack,
  orPutBack,
  shellWord,
  shellQuoted,
  pastedWord,
  topPathspec,
  serviceOf,
  conflictMarkers,
  formatById,
  formatOf,
  isTemplatePath,
  renderedPath,
  hasTemplateTags,
  standsAtTag,
  withoutTags,
  ELEMENT,
  maskText,
  maskPairs,
  maskPair,
  escapeExpression,
  placeholderIn,
  isBroken,
  namesSampleHost,
  namesOwnHost,
  hasExpression,
  namesRealHost,
  hasHole,
  ROOT,
  joined,
  joinedAll,
  joinedBy,
  splitAt,
  literalOf,
  shown,
  sameText,
  withoutStart,
  knownStart,
  knownEnd,
  locate,
  segmentsOf,
  nameOf,
  parentOf,
  confidenceOf,
  inCheckout,
  gatesOf,
  suppressionWithoutReason,
  suppressionUnused,
  scriptRules,
  suppressionRules
};
