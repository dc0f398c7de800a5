import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { recipientFault } from '../policy/recipients.ts';

/**
 * Recipients, each once, sorted. Problem: `recipient-invalid`.
 * @param given as they stand in options, a variable or a file: one a line or after a blank or a comma; `#` starts a
 *   comment at the beginning of a line.
 */
export function readRecipients(given: readonly string[]): Result<string[]> {
  const found = new Set(given.flatMap((text) => linesOf(text).flatMap((line) => line.split(/[\s,]+/))));
  found.delete('');
  for (const recipient of found) {
    const wrong = recipientFault(recipient);
    if (wrong !== undefined) return refuse(noRecipient(recipient, wrong));
  }
  const hybrid = [...found].filter((recipient) => recipient.startsWith('age1pq1'));
  if (hybrid.length > 0 && hybrid.length < found.size) return refuse(MIXED);
  return ok([...found].sort());
}

/** The identities of a file as `age-keygen` writes it. Problem: `identity-invalid`; it never shows one. */
export function readIdentities(text: string, file: string): Result<string[]> {
  if (/^(age-encryption\.org\/v1|-----BEGIN AGE ENCRYPTED FILE-----)/.test(text))
    return refuse(noIdentity(file, 'is protected by a passphrase, which Holdfast cannot ask for'));
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    return refuse(
      noIdentity(file, 'holds an SSH key or another private key, which Holdfast cannot decrypt with'),
    );
  const lines = linesOf(text);
  if (lines.length === 0) return refuse(noIdentity(file, 'holds no identity'));
  for (const [index, line] of lines.entries()) {
    if (/^AGE-PLUGIN-/.test(line)) return refuse(noIdentity(file, 'holds the identity of a plugin'));
    if (!/^AGE-SECRET-KEY-(PQ-)?1[02-9AC-HJ-NP-Z]+$/.test(line))
      return refuse(noIdentity(file, `holds something else as its ${index + 1}. entry`));
  }
  return ok(lines);
}

export function noIdentity(file: string, fault: string): Problem {
  return {
    code: 'identity-invalid',
    message: `The identity file ${file} ${fault}.`,
    hint: 'Name a file as `age-keygen -o FILE` writes it: lines with AGE-SECRET-KEY-1…, and comments.',
  };
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function noRecipient(recipient: string, { fault, hint }: { fault: string; hint: string }): Problem {
  const secret = /SECRET/i.test(recipient);
  const shown = secret ? 'What is given as a recipient' : JSON.stringify(recipient.slice(0, 80));
  return { code: 'recipient-invalid', message: `${shown} ${fault}.`, hint };
}

const MIXED: Problem = {
  code: 'recipient-invalid',
  message: 'Recipients of both kinds, age1… and age1pq1…, are given: the weaker ones would decide.',
  hint: 'Give recipients of one kind only.',
};
