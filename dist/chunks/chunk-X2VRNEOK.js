import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  nearestName
} from "./chunk-IWPKGJK5.js";
import {
  child
} from "./chunk-7IV7GVKJ.js";
import {
  isObject,
  typeOf
} from "./chunk-V4OPYPJO.js";

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

// src/policy/recipients.ts
var RECIPIENT = /^age1(?:pq1)?[02-9ac-hj-np-z]+$/;
var PLUGIN = /^age1[a-z0-9]{2,16}1[02-9ac-hj-np-z]+$/;
var X25519_LENGTH = 62;
var HYBRID = /^age1pq1/;
var HYBRID_LENGTH = 1959;
function recipientFault(recipient) {
  const hint = "Write the recipient of an age identity, as `age-keygen -y FILE` prints it: `age1\u2026`.";
  if (/^AGE-SECRET-KEY-/i.test(recipient)) {
    return {
      fault: "is an identity: it decrypts, and must never stand here",
      hint: `${hint} Make a new identity: this one may have been seen.`
    };
  }
  if (/^(ssh-|ecdsa-|sk-)/.test(recipient))
    return { fault: "is an SSH key, which Holdfast cannot encrypt for", hint };
  if (PLUGIN.test(recipient) && !RECIPIENT.test(recipient))
    return { fault: "is the recipient of a plugin, for which Holdfast could not decrypt", hint };
  const length = HYBRID.test(recipient) ? HYBRID_LENGTH : X25519_LENGTH;
  return RECIPIENT.test(recipient) && recipient.length === length ? void 0 : { fault: "is no age recipient", hint };
}
var recipients = list((input) => {
  const value = text(input);
  const wrong = value === void 0 ? void 0 : recipientFault(value);
  if (wrong === void 0) return value;
  return tell(input, "policy-recipient", `${keyName(input.key)} ${wrong.fault}.`, wrong.hint);
}, "`[age1\u2026]`");
var backup = (input) => {
  const read = mapping({ recipients }, ["recipients"])(input);
  return read?.recipients && { recipients: read.recipients };
};
function recipientChanges(before, after) {
  const then = before?.recipients ?? [];
  const now = after?.recipients ?? [];
  return [
    ...then.filter((one) => !now.includes(one)).map((one) => `backups are no longer encrypted for ${one}`),
    ...then.length === 0 ? [] : now.filter((one) => !then.includes(one)).map((one) => `${one} can decrypt backups`)
  ];
}

export {
  keyName,
  tell,
  wrongType,
  mapping,
  list,
  text,
  flag,
  oneOf,
  recipientFault,
  backup,
  recipientChanges
};
