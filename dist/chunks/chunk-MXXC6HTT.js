import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_picomatch
} from "./chunk-ENLR4HYK.js";
import {
  formats
} from "./chunk-QOWN6ERV.js";
import {
  baseName
} from "./chunk-5MHRYX67.js";
import {
  __toESM
} from "./chunk-5HJ3J6EK.js";

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

export {
  formatOf
};
