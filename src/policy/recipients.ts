import { type Input, keyName, list, mapping, type Read, tell, text } from './fields.ts';

/** For whom backups are encrypted. */
export type BackupPolicy = { recipients: string[] };

/** A recipient of age: X25519, or `age1pq1…`, which is meant to withstand quantum computers, too. */
const RECIPIENT = /^age1(?:pq1)?[02-9ac-hj-np-z]+$/;
const PLUGIN = /^age1[a-z0-9]{2,16}1[02-9ac-hj-np-z]+$/;
const X25519_LENGTH = 62;
const HYBRID = /^age1pq1/;
const HYBRID_LENGTH = 1959;

/** What is wrong with a recipient, as far as its text tells; its checksum is looked at when something is encrypted. */
export function recipientFault(recipient: string): { fault: string; hint: string } | undefined {
  const hint = 'Write the recipient of an age identity, as `age-keygen -y FILE` prints it: `age1…`.';
  if (/^AGE-SECRET-KEY-/i.test(recipient)) {
    return {
      fault: 'is an identity: it decrypts, and must never stand here',
      hint: `${hint} Make a new identity: this one may have been seen.`,
    };
  }
  if (/^(ssh-|ecdsa-|sk-)/.test(recipient))
    return { fault: 'is an SSH key, which Holdfast cannot encrypt for', hint };
  if (PLUGIN.test(recipient) && !RECIPIENT.test(recipient))
    return { fault: 'is the recipient of a plugin, for which Holdfast could not decrypt', hint };
  const length = HYBRID.test(recipient) ? HYBRID_LENGTH : X25519_LENGTH;
  return RECIPIENT.test(recipient) && recipient.length === length
    ? undefined
    : { fault: 'is no age recipient', hint };
}

const recipients: Read<string[]> = list((input: Input) => {
  const value = text(input);
  const wrong = value === undefined ? undefined : recipientFault(value);
  if (wrong === undefined) return value;
  return tell(input, 'policy-recipient', `${keyName(input.key)} ${wrong.fault}.`, wrong.hint);
}, '`[age1…]`');

/** `backup:` of the policy. */
export const backup: Read<BackupPolicy> = (input) => {
  const read = mapping({ recipients }, ['recipients'])(input);
  return read?.recipients && { recipients: read.recipients };
};

/** What a change of the recipients means; a policy that named none encrypted nothing. */
export function recipientChanges(
  before: BackupPolicy | undefined,
  after: BackupPolicy | undefined,
): string[] {
  const then = before?.recipients ?? [];
  const now = after?.recipients ?? [];
  return [
    ...then.filter((one) => !now.includes(one)).map((one) => `backups are no longer encrypted for ${one}`),
    ...(then.length === 0
      ? []
      : now.filter((one) => !then.includes(one)).map((one) => `${one} can decrypt backups`)),
  ];
}
