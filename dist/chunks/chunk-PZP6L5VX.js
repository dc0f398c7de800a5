import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  CelError,
  NAMESPACES,
  TYPE_NAMES,
  bindingOf,
  hasFunction,
  isFunctionName,
  macroOf,
  partsOf,
  spend
} from "./chunk-IWPKGJK5.js";
import {
  count
} from "./chunk-HCG7IYJE.js";

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
  const matcherOf = (meter, text, pattern2) => {
    const compiled = compile(pattern2);
    if (typeof compiled === "string") throw new CelError(`invalid regular expression: ${compiled}`);
    const cost = Math.ceil((text.length + 1) / 10) * Math.ceil(compiled.programSize() / 2);
    const matcher = compiled.matcher(text);
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
    matches: (meter, text, pattern2) => matcherOf(meter, text, pattern2).find(),
    findAll(meter, text, pattern2, limit) {
      const matcher = matcherOf(meter, text, pattern2);
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
    compile(text) {
      if (text.length > LONGEST_EXPRESSION)
        return fault(`it is longer than ${LONGEST_EXPRESSION} characters`, void 0);
      try {
        const syntax = library.parser.parse(text).ast;
        const names = /* @__PURE__ */ new Set();
        const wrong = check({ regex, names }, syntax, /* @__PURE__ */ new Set(["self", "oldSelf"]));
        return wrong === void 0 ? { program: { text, syntax, usesOldSelf: names.has("oldSelf") } } : { fault: wrong };
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
function unknown(name, given) {
  return isFunctionName(name) ? `\`${name.replace(/^\./, "")}\` is not called with ${count(given, "argument")}` : `the function \`${name.replace(/^\./, "")}\` is not known`;
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

export {
  loadCel
};
