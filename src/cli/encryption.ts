import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createDecrypt, type Decrypt, isIdentity } from '../adapters/age/age.ts';
import type { Encryption } from '../adapters/store/objects.ts';
import { createEncryption } from '../adapters/store/sealed.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import { noIdentity, readIdentities, readRecipients } from '../store/keys.ts';
import type { Surroundings } from './io.ts';
import { usage } from './judging.ts';

/** For whom a backup is encrypted, and whether that is all of it. */
export const RECIPIENT_OPTIONS = {
  'encrypt-all': { type: 'boolean' },
  recipient: { type: 'string', multiple: true },
  'recipients-file': { type: 'string', multiple: true },
} as const;

/** With what is decrypted: always files, never an identity itself, which every process of the host could see. */
export const IDENTITY_OPTIONS = { identity: { type: 'string', multiple: true } } as const;

type Recipients = { recipient?: string[]; 'recipients-file'?: string[] };

/**
 * The recipients that are named: by the options, else by HOLDFAST_RECIPIENTS, else by the policy. Problems:
 * `recipient-invalid`, `file-unreadable`.
 */
export async function chosenRecipients(
  given: Recipients,
  policy: Policy | undefined,
  io: Surroundings,
): Promise<Result<string[]>> {
  const texts = [...(given.recipient ?? [])];
  for (const file of given['recipients-file'] ?? []) {
    const text = await textOfFile(file, io);
    if (!text.ok) return text;
    const found = readRecipients([text.value]);
    if (found.ok && found.value.length === 0) return refuse(noRecipients(file));
    texts.push(text.value);
  }
  const named = texts.length > 0 ? texts : [io.env.HOLDFAST_RECIPIENTS ?? ''];
  const read = readRecipients(named);
  if (!read.ok || read.value.length > 0 || texts.length > 0) return read;
  return readRecipients(policy?.backup?.recipients ?? []);
}

/** How a backup encrypts; `undefined` for not at all. Problems: those of `chosenRecipients`, and `usage`. */
export async function backupEncryption(
  given: Recipients & { 'encrypt-all'?: boolean },
  policy: Policy,
  io: Surroundings,
): Promise<Result<Encryption | undefined>> {
  const recipients = await chosenRecipients(given, policy, io);
  if (!recipients.ok) return recipients;
  if (given['encrypt-all'] && recipients.value.length === 0) {
    const what = '--encrypt-all needs to know for whom.';
    return refuse(usage(what, 'Name recipients: --recipient age1…, HOLDFAST_RECIPIENTS, or in the policy.'));
  }
  return encryptionFor(recipients.value, given['encrypt-all'] === true);
}

/** `undefined` for no recipients: nothing is encrypted. Problem: `recipient-invalid`. */
export async function encryptionFor(
  recipients: readonly string[],
  all = false,
): Promise<Result<Encryption | undefined>> {
  return recipients.length === 0 ? ok(undefined) : createEncryption(recipients, all);
}

/**
 * Decrypts with the identities of the named files: those of `--identity`, else that of HOLDFAST_IDENTITY. `undefined`
 * when none is named. Problems: `identity-invalid`, `file-unreadable`.
 */
export async function chosenDecrypt(
  given: { identity?: string[] },
  io: Surroundings,
): Promise<Result<Decrypt | undefined>> {
  const files = given.identity ?? (io.env.HOLDFAST_IDENTITY ? [io.env.HOLDFAST_IDENTITY] : []);
  if (files.length === 0) return ok(undefined);
  const identities: string[] = [];
  for (const file of files) {
    if (/^AGE-SECRET-KEY-/i.test(file)) return refuse(SHOWN);
    const text = await textOfFile(file, io);
    if (!text.ok) return text;
    const found = readIdentities(text.value, file);
    if (!found.ok) return found;
    for (const identity of found.value) {
      if (!(await isIdentity(identity))) return refuse(noIdentity(file, 'holds a damaged identity'));
      identities.push(identity);
    }
  }
  return ok(await createDecrypt(identities));
}

/** The text of a file that somebody named. Problem: `file-unreadable`. */
export async function textOfFile(file: string, io: Surroundings): Promise<Result<string>> {
  try {
    return ok(await readFile(resolve(io.cwd, file), 'utf8'));
  } catch (error) {
    return refuse({
      code: 'file-unreadable',
      message: `${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`,
      hint: 'Check the path and the rights on it.',
    });
  }
}

function noRecipients(file: string): Problem {
  return {
    code: 'recipient-invalid',
    message: `${file} names no recipient.`,
    hint: 'Write one a line: `age1…`.',
  };
}

const SHOWN: Problem = {
  code: 'identity-invalid',
  message: 'An identity itself was given where the path of its file belongs.',
  hint: 'Write it into a file that only you can read, and name that. Make a new identity: this one may have been seen.',
};
