import type { Arg } from './finding.ts';

/** What stands in reports instead of a value that must not leave. */
export const HIDDEN = '«hidden»';

/** Whether a value, as it is shown, is hidden or holds something that is. */
export function holdsHidden(shown: Arg | undefined): boolean {
  return shown !== undefined && JSON.stringify(shown).includes(HIDDEN);
}

const SENSITIVE =
  /passw(or)?d|passphrase|passcode|secret|token|credential|api[-_.]?key|private[-_.]?key|access[-_.]?key|auth[-_.]?key|signing[-_.]?key|encryption[-_.]?key|master[-_.]?key|account[-_.]?key|connection[-_.]?string|\bdsn\b|\bsalt\b|cookie[-_.]?secret|htpasswd/i;

/** A key whose last word is one of these describes a secret, and is not one: `tokenEndpoint`, `secretName`. */
const DESCRIBES =
  /(endpoint|ur[il]s?|ttl|lifetime|expir(y|es|ation)|policy|names?|ref|refs|length|path|file|algorithm|alg|type|enabled|disabled|required|count|limit|issuer|audience|ttlseconds|timeout|rotation|scheme|store|class|version|mode|provider|manager)$/i;

const SECRET_SHAPES = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[\w-]{16,})/g,
  /\bxox[abprs]-[\w-]{10,}/g,
  /\bsk[-_](live|test|ant|proj)?[-_]?[A-Za-z0-9]{20,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /\bAIza[\w-]{30,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g,
];
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:)[^\s/@'"]+@/gi;

/** True when the value at this key path may never be shown: by its name, an ancestor's or a list item's name. */
export function isSensitiveKey(segments: readonly string[]): boolean {
  const last = segments.at(-1);
  if (last === undefined || DESCRIBES.test(last)) return false;
  return segments.some((segment) => SENSITIVE.test(segment) && !DESCRIBES.test(segment));
}

/**
 * As `isSensitiveKey`, for a value that is known. The one that names the list's item in which it stands, `name=DB_PASSWORD`,
 * makes what is beside it sensitive: it says which secret that is, and is none.
 */
export function isSensitiveValue(segments: readonly string[], value: string | number): boolean {
  const item = segments.at(-2) ?? '';
  const namesItem = item.includes('=') && item.slice(item.indexOf('=') + 1) === String(value);
  return isSensitiveKey(namesItem ? [...segments.slice(0, -2), segments.at(-1)!] : segments);
}

/** Takes secrets of a known shape, and passwords in URLs, out of a text. */
export function withoutSecrets(text: string): string {
  let clean = text.replace(URL_PASSWORD, `$1${HIDDEN}@`);
  for (const shape of SECRET_SHAPES) clean = clean.replace(shape, HIDDEN);
  return clean;
}
