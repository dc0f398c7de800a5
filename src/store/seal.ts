import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import type { Field } from './fields.ts';

const START = ',"seal":"sha256:';
const END = '"}\n';
const LENGTH = START.length + 64 + END.length;

/**
 * A JSON object as the bytes of a file that tells itself whether it is whole: its last key, `seal`, is the SHA-256 of
 * all bytes before. It finds accidents; it is no signature.
 * @param value with at least one key, and none named `seal`.
 */
export function seal(value: object): Uint8Array {
  const body = Buffer.from(JSON.stringify(value).slice(0, -1));
  return Buffer.concat([body, Buffer.from(START + sha256(body) + END)]);
}

/** What was sealed, without the seal. Problem: `damaged`, when a single bit is not as it was written. */
export function unseal(bytes: Uint8Array): Result<JsonObject> {
  const cut = bytes.length - LENGTH;
  if (cut < 1) return refuse(damaged('It is too short.'));
  const body = bytes.subarray(0, cut);
  const expected = START + sha256(body) + END;
  if (!Buffer.from(expected).equals(bytes.subarray(cut))) {
    return refuse(damaged('Its content does not match the digest at its end.'));
  }
  const value = parse(body);
  return isObject(value) ? ok(value) : refuse(damaged('It holds no JSON object.'));
}

/**
 * The same, when its fields are right.
 * @param what the record in words, for the problem `<kind>-invalid`.
 */
export function unsealAs<T>(bytes: Uint8Array, shape: Field, kind: string, what: string): Result<T> {
  const opened = unseal(bytes);
  if (!opened.ok) return opened;
  const fault = shape(opened.value);
  if (fault === undefined) return ok(opened.value as unknown as T);
  return refuse({
    code: `${kind}-invalid`,
    message: `The ${what} is not one that this version of Holdfast reads: ${fault}.`,
    hint: 'holdfast backup check lists everything that is damaged.',
  });
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parse(body: Uint8Array): Json | undefined {
  try {
    return JSON.parse(`${new TextDecoder('utf-8', { fatal: true }).decode(body)}}`);
  } catch {
    return undefined;
  }
}

function damaged(message: string) {
  return { code: 'damaged', message, hint: 'holdfast backup check lists everything that is damaged.' };
}
