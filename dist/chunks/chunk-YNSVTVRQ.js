import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/store/ids.ts
var DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
var LENGTH = 26;
var RANDOM_BITS = 80n;
var SHORTEST = 4;
function nextId(now, random, last) {
  const chance = random.subarray(0, 10).reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
  const fresh = BigInt(now) << RANDOM_BITS | chance;
  if (last === void 0) return encode(fresh);
  const before = decode(last);
  return encode(before >> RANDOM_BITS >= BigInt(now) ? before + 1n : fresh);
}
function isId(text2) {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text2);
}
function encode(value) {
  let text2 = "";
  for (let rest = value; text2.length < LENGTH; rest >>= 5n) text2 = DIGITS[Number(rest & 31n)] + text2;
  return text2;
}
function decode(id) {
  return [...id].reduce((sum, digit) => sum << 5n | BigInt(DIGITS.indexOf(digit)), 0n);
}
function findId(ids, given) {
  const text2 = given.toUpperCase();
  const newest = [...ids].sort().at(-1);
  if (text2 === "LATEST" && newest !== void 0) return ok(newest);
  const found = text2.length < SHORTEST ? [] : ids.filter((id) => id.startsWith(text2) || id.endsWith(text2));
  if (found.length === 1) return ok(found[0]);
  const several = found.length > 1;
  return refuse({
    code: several ? "snapshot-ambiguous" : "snapshot-unknown",
    message: several ? `${given} stands for ${found.length} snapshots: ${found.slice(0, 3).join(", ")}${found.length > 3 ? " \u2026" : ""}.` : `The store has no snapshot ${given}.`,
    hint: several ? "Give more of the id; ids that were made at the same time differ at their ends." : `holdfast backup list shows the ids; at least ${SHORTEST} characters of the beginning or the end are needed, or \`latest\`.`
  });
}

// src/store/fields.ts
var text = (value) => typeof value === "string" ? void 0 : "is not a text";
var count = (value) => Number.isSafeInteger(value) && value >= 0 ? void 0 : "is not a whole number from 0 on";
var flag = (value) => typeof value === "boolean" ? void 0 : "is neither true nor false";
function orNull(field) {
  return (value) => value === null ? void 0 : field(value);
}
function optional(field) {
  return (value) => value === void 0 ? void 0 : field(value);
}
function like(pattern, what) {
  return (value) => typeof value === "string" && pattern.test(value) ? void 0 : `is no ${what}`;
}
var ulid = (value) => typeof value === "string" && isId(value) ? void 0 : "is no ULID";
var digest = like(/^[0-9a-f]{64}$/, "SHA-256");
var commitId = like(/^([0-9a-f]{40}|[0-9a-f]{64})$/, "commit id");
function oneOf(values) {
  return (value) => values.includes(value) ? void 0 : `is none of ${values.join(", ")}`;
}
function listOf(field) {
  return (value) => {
    if (!Array.isArray(value)) return "is not a list";
    for (const [index, item] of value.entries()) {
      const fault = field(item);
      if (fault !== void 0) return `[${index}] ${fault}`;
    }
    return void 0;
  };
}
function mapOf(field) {
  return (value) => {
    if (!isObject(value)) return "is not an object";
    for (const [name, item] of Object.entries(value)) {
      const fault = field(item);
      if (fault !== void 0) return `${JSON.stringify(name)} ${fault}`;
    }
    return void 0;
  };
}
function record(fields) {
  const names = Object.keys(fields);
  return (value) => {
    if (!isObject(value)) return "is not an object";
    for (const name of names) {
      const fault = fields[name](own(value, name));
      if (fault !== void 0) return `${name} ${fault}`;
    }
    const other = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    return other === void 0 ? void 0 : `${JSON.stringify(other)} is not known`;
  };
}
function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : void 0;
}
var MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
var moment = (value) => typeof value === "string" && MOMENT.test(value) && Number.isFinite(Date.parse(value)) ? void 0 : "is no moment in UTC";
var place = (value) => {
  if (typeof value !== "string" || value === "") return "is not a path";
  if (value.includes("\0")) return "holds NUL";
  const steps = (value.startsWith("/") ? value.slice(1) : value).split("/");
  return steps.some((step) => step === "" || step === "." || step === "..") ? "holds an empty, `.` or `..` step" : void 0;
};

export {
  nextId,
  isId,
  findId,
  text,
  count,
  flag,
  orNull,
  optional,
  like,
  ulid,
  digest,
  commitId,
  oneOf,
  listOf,
  mapOf,
  record,
  moment,
  place
};
