import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import { fromWeb, type Parts, toWeb } from './streams.ts';

/** Turns a content into an age file for some recipients. No two are the same. */
export type Encrypt = (plain: Parts) => Promise<Parts>;

/**
 * Turns an age file into its content. Problem: `identity-wrong`. What does not decrypt is an `Undecryptable` that is
 * thrown, from here or while the parts are read; errors of the file system are thrown as they are.
 */
export type Decrypt = (cipher: Parts) => Promise<Result<Parts>>;

/** The bytes are no age file, or not as they were when it was made. */
export class Undecryptable extends Error {}

/** Loaded when something is encrypted or decrypted: other commands do not pay for it. */
const library = () => import('age-encryption');

/** The library's word for a file that is meant for others. */
const NO_MATCH = "no identity matched any of the file's recipients";

/** Problem: `recipient-invalid`. The recipients have passed `recipientFault`; here their checksums are looked at. */
export async function createEncrypt(recipients: readonly string[]): Promise<Result<Encrypt>> {
  const age = await library();
  const encrypter = new age.Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      return refuse(mistyped(recipient));
    }
  }
  return ok(async (plain) => fromWeb(await encrypter.encrypt(toWeb(plain))));
}

/** @param identities `AGE-SECRET-KEY-1…`, each found to be one by `identityFault`. */
export async function createDecrypt(identities: readonly string[]): Promise<Decrypt> {
  const age = await library();
  const decrypter = new age.Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return async (cipher) => {
    // Errors of the source come back as they were, whatever the library makes of them.
    let broken: unknown;
    const source = translated(cipher, (error) => {
      broken = error;
      return error;
    });
    const spoiled = (error: unknown) => broken ?? new Undecryptable(messageOf(error));
    try {
      const plain = await decrypter.decrypt(toWeb(source));
      return ok(translated(fromWeb(plain), spoiled));
    } catch (error) {
      if (messageOf(error) === NO_MATCH) return refuse(WRONG);
      throw spoiled(error);
    }
  };
}

/** Whether an identity is one, checksum included. It is never part of a message. */
export async function isIdentity(text: string): Promise<boolean> {
  const age = await library();
  return age.identityToRecipient(text).then(
    () => true,
    () => false,
  );
}

async function* translated(parts: Parts, translate: (error: unknown) => unknown): AsyncGenerator<Uint8Array> {
  try {
    yield* parts;
  } catch (error) {
    throw translate(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function mistyped(recipient: string): Problem {
  return {
    code: 'recipient-invalid',
    message: `${recipient.slice(0, 80)} is no age recipient: its checksum does not fit.`,
    hint: 'Copy it again from `age-keygen -y FILE`. Nothing was saved.',
  };
}

const WRONG: Problem = {
  code: 'identity-wrong',
  message: 'The content is encrypted, and for none of the identities that were given.',
  hint: 'Give the identity of one of its recipients with --identity FILE; holdfast backup show names them.',
};
