import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  child,
  segmentsOf
} from "./chunk-7IV7GVKJ.js";
import {
  setOwn
} from "./chunk-V4OPYPJO.js";

// src/model/place.ts
function placeFinder(text) {
  let starts;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  };
}
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

// src/documents/formats/spots.ts
function placer(text, survey, original = (offset) => offset) {
  const find = placeFinder(text);
  let spots;
  return (pointer, document = 0, part = "key") => {
    spots ??= survey();
    let spot = spots[document];
    for (const segment of segmentsOf(pointer)) spot = spot?.children?.get(segment);
    return spot === void 0 ? void 0 : find(original(spot[part]));
  };
}
function lossyIn(spots) {
  const found = [];
  const walk = (spot, document, key) => {
    if (spot.token !== void 0) found.push({ document, key, token: spot.token });
    for (const [name, inner] of spot.children ?? []) walk(inner, document, child(key, name));
  };
  spots.forEach((spot, document) => {
    walk(spot, document, "");
  });
  return found;
}
function duplicatesOf(text, repeats, original = (offset) => offset) {
  if (repeats.length === 0) return [];
  const find = placeFinder(text);
  return repeats.map(({ document, key, offset, first }) => ({
    document,
    key,
    place: find(original(offset)),
    first: find(original(first))
  }));
}
function scalarNode(value, offset, token) {
  return {
    value,
    spot: token === void 0 ? { key: offset, value: offset } : { key: offset, value: offset, token }
  };
}
function objectNode(offset) {
  return { value: {}, spot: { key: offset, value: offset, children: /* @__PURE__ */ new Map() } };
}
function noteRepeat(repeats, object, name, key, offset) {
  const first = object.spot.children.get(name);
  if (first !== void 0) repeats.push({ document: 0, key, offset, first: first.key });
}
function setMember(object, name, keyOffset, member) {
  setOwn(object.value, name, member.value);
  object.spot.children.set(name, { ...member.spot, key: keyOffset });
}
function listNode(offset, items) {
  const children = new Map(items.map((item, index) => [String(index), item.spot]));
  return { value: items.map((item) => item.value), spot: { key: offset, value: offset, children } };
}
function parsedAs(text, { value, spot }, repeats = []) {
  return {
    ok: true,
    values: [value],
    duplicates: duplicatesOf(text, repeats),
    lossy: lossyIn([spot]),
    place: placer(text, () => [spot])
  };
}

// src/documents/formats/stop.ts
var MAX_DEPTH = 100;
var Stop = class extends Error {
  code;
  offset;
  constructor(code, detail, offset) {
    super(detail);
    this.code = code;
    this.offset = offset;
  }
};
function tooDeep(offset) {
  return new Stop("too-deep", `values are nested more than ${MAX_DEPTH} levels deep`, offset);
}
function guard(text, parse, explain) {
  try {
    return parse();
  } catch (error) {
    const { code, message, offset } = asStop(error, explain);
    return { ok: false, problem: { code, detail: message, place: placeFinder(text)(offset) } };
  }
}
function asStop(error, explain) {
  if (error instanceof Stop) return error;
  if (error instanceof RangeError) return tooDeep(0);
  return explain?.(error) ?? new Stop("parser-failure", error instanceof Error ? error.message : String(error), 0);
}

export {
  placeFinder,
  lineStarts,
  placer,
  lossyIn,
  duplicatesOf,
  scalarNode,
  objectNode,
  noteRepeat,
  setMember,
  listNode,
  parsedAs,
  MAX_DEPTH,
  Stop,
  tooDeep,
  guard
};
