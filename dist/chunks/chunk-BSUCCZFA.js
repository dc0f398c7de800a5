import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isObject
} from "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/store/seal.ts
import { createHash } from "node:crypto";
var START = ',"seal":"sha256:';
var END = '"}\n';
var LENGTH = START.length + 64 + END.length;
function seal(value) {
  const body = Buffer.from(JSON.stringify(value).slice(0, -1));
  return Buffer.concat([body, Buffer.from(START + sha256(body) + END)]);
}
function unseal(bytes) {
  const cut = bytes.length - LENGTH;
  if (cut < 1) return refuse(damaged("It is too short."));
  const body = bytes.subarray(0, cut);
  const expected = START + sha256(body) + END;
  if (!Buffer.from(expected).equals(bytes.subarray(cut))) {
    return refuse(damaged("Its content does not match the digest at its end."));
  }
  const value = parse(body);
  return isObject(value) ? ok(value) : refuse(damaged("It holds no JSON object."));
}
function unsealAs(bytes, shape, kind, what) {
  const opened = unseal(bytes);
  if (!opened.ok) return opened;
  const fault = shape(opened.value);
  if (fault === void 0) return ok(opened.value);
  return refuse({
    code: `${kind}-invalid`,
    message: `The ${what} is not one that this version of Holdfast reads: ${fault}.`,
    hint: "holdfast backup check lists everything that is damaged."
  });
}
function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
function parse(body) {
  try {
    return JSON.parse(`${new TextDecoder("utf-8", { fatal: true }).decode(body)}}`);
  } catch {
    return void 0;
  }
}
function damaged(message) {
  return { code: "damaged", message, hint: "holdfast backup check lists everything that is damaged." };
}

export {
  seal,
  unseal,
  unsealAs,
  sha256
};
