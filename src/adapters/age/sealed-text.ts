import { gunzipSync, gzipSync } from 'node:zlib';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { createEncrypt, type Decrypt } from './age.ts';

/** Bytes: what is sealed is filled up to a multiple, so that its length says little about it. */
const STEP = 8 * 1024;
/** Bytes: armored it is about 45,000 characters. */
const MOST = 4 * STEP;
/** Bytes of a text: what is compressed may be anybody's. */
const LARGEST_TEXT = 4 * 1024 * 1024;
/** Bytes before the compressed text that hold its length. */
const HEAD = 4;

/**
 * A text as an armored age file, compressed; `undefined` when it is too long for an issue. Problem: `recipient-invalid`.
 * @param recipients one at least, that have passed `readRecipients`.
 */
export async function sealText(
  text: string,
  recipients: readonly string[],
): Promise<Result<string | undefined>> {
  const encrypt = await createEncrypt(recipients);
  if (!encrypt.ok) return encrypt;
  if (Buffer.byteLength(text) > LARGEST_TEXT) return ok(undefined);
  const compressed = gzipSync(text);
  const length = Math.ceil((HEAD + compressed.length) / STEP) * STEP;
  if (length > MOST) return ok(undefined);
  const plain = Buffer.alloc(length);
  plain.writeUInt32BE(compressed.length);
  compressed.copy(plain, HEAD);
  const age = await import('age-encryption');
  return ok(age.armor.encode(await collected(await encrypt.value(parts(plain)))));
}

/** Problems: `identity-wrong`, `sealed-damaged`. */
export async function openText(armored: string, decrypt: Decrypt): Promise<Result<string>> {
  const age = await import('age-encryption');
  try {
    const plain = await decrypt(parts(age.armor.decode(armored)));
    if (!plain.ok) return plain;
    const bytes = await collected(plain.value);
    const end = HEAD + bytes.readUInt32BE();
    if (end > bytes.length) return refuse(DAMAGED);
    return ok(gunzipSync(bytes.subarray(HEAD, end), { maxOutputLength: LARGEST_TEXT }).toString('utf8'));
  } catch {
    // The armor, age and gzip each have errors of their own.
    return refuse(DAMAGED);
  }
}

const DAMAGED: Problem = {
  code: 'sealed-damaged',
  message: 'What is sealed is not whole: it was changed or cut since.',
  hint: 'Take it from the first version of the issue: its edits are in its history.',
};

async function* parts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of stream) all.push(Buffer.from(part));
  return Buffer.concat(all);
}
