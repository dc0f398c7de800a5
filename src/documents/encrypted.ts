/**
 * True for a file whose values somebody encrypted as a whole: SOPS (in any format, by its metadata),
 * ansible-vault, age, PGP. Single encrypted values in a readable file (`!vault`, sealed secrets) do not count.
 */
export function isEncrypted(text: string): boolean {
  if (text.startsWith('$ANSIBLE_VAULT;')) return true;
  if (ARMOR.test(text)) return true;
  return text.includes('ENC[AES256_GCM,') && SOPS.some(([start, mac]) => hasBoth(text, start, mac));
}

const ARMOR = /^\s*-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----/;

/** SOPS writes its metadata with a message authentication code into every file: YAML, JSON, INI, dotenv, binary. */
const SOPS: readonly [start: RegExp, mac: RegExp][] = [
  [/^sops:[ \t\r]*$/m, /^[ \t]+mac: ENC\[AES256_GCM,/m],
  [/"sops"\s*:\s*\{/, /"mac"\s*:\s*"ENC\[AES256_GCM,/],
  [/^\[sops\]/m, /^mac[ \t]*=[ \t]*ENC\[AES256_GCM,/m],
  [/^sops_/m, /^sops_mac=ENC\[AES256_GCM,/m],
];

function hasBoth(text: string, start: RegExp, mac: RegExp): boolean {
  const from = text.search(start);
  return from !== -1 && mac.test(text.slice(from));
}

/** Encrypted files that are no text: git-crypt's and age's own headers. */
export function isEncryptedBinary(bytes: Uint8Array): boolean {
  return BINARY_HEADERS.some((header) => header.every((byte, at) => bytes[at] === byte));
}

const BINARY_HEADERS = ['\0GITCRYPT\0', 'age-encryption.org/v1\n'].map((header) =>
  Uint8Array.from(header, (character) => character.charCodeAt(0)),
);
