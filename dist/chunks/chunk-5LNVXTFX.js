import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formats
} from "./chunk-SNI23GP2.js";
import {
  HIDDEN,
  isSensitiveKey,
  withoutSecrets
} from "./chunk-5OBP3I3Y.js";
import {
  require_picomatch
} from "./chunk-CFWZNNPA.js";
import {
  baseName
} from "./chunk-5MHRYX67.js";
import {
  __toESM
} from "./chunk-VX4HL5QL.js";

// src/checks/words.ts
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function percent(share) {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return "99%";
  if (rounded === 0 && share > 0) return "1%";
  return `${rounded}%`;
}
function list(names, total = names.length, most = 5) {
  const shown = names.slice(0, most).map(String);
  const more = total - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
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
  const shown = [];
  let hidden;
  for (const line of text.slice(0, LONGEST).replace(ELEMENT, maskElement).split("\n")) {
    const indent = line.length - line.trimStart().length;
    if (hidden !== void 0 && (line.trim() === "" || isBelow(line, indent, hidden.indent))) {
      shown.push(line.trim() === "" ? line : HIDDEN);
      continue;
    }
    const [, start, key] = KEY_ALONE.exec(line) ?? [];
    hidden = key !== void 0 && isSensitiveKey([key]) ? { indent: start.length } : void 0;
    shown.push(maskPairs(line));
  }
  return withoutSecrets(shown.join("\n"));
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
function maskElement(whole, start, key, _value, end) {
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

export {
  count,
  percent,
  list,
  value,
  fromTo,
  withStop,
  putBack,
  orPutBack,
  shellWord,
  serviceOf,
  conflictMarkers,
  placeholderIn,
  isBroken,
  namesSampleHost,
  namesOwnHost,
  hasExpression,
  namesRealHost,
  hasHole,
  formatOf,
  isTemplatePath,
  renderedPath,
  hasTemplateTags,
  standsAtTag,
  withoutTags,
  maskText,
  maskPairs
};
