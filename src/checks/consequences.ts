/**
 * Checks that speak of single keys and lines. When a file has another content as a whole, they say the same once
 * more for each of its parts, and are folded under the check that names the cause.
 */
export const OF_OTHER_CONTENT: readonly string[] = [
  'mass-comment',
  'duplicate-item',
  'schema-violation',
  'rule-violation',
  'key-misspelt',
  'reference-dangling',
  'item-incomplete',
  'key-removed',
  'setting-removed',
  'key-retyped',
  'key-frozen',
  'value-doubtful',
  'placeholder-value',
  'environment-mismatch',
  'environment-parity',
  'value-forbidden',
  'key-changed',
];
