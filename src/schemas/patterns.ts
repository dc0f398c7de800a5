const compiled = new Map<string, RegExp | undefined>();

/**
 * A schema's regular expression as editors read it: ECMA-262 with the `u` flag, and when that refuses it
 * (`[\w-.]`, `\-`), without. `undefined` for one that is invalid, or that would change its meaning without
 * the flag (`\p{L}`, `\u{1F600}`).
 */
export function toRegExp(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) {
    if (compiled.size >= MOST_KEPT) compiled.clear();
    compiled.set(pattern, compile(pattern));
  }
  return compiled.get(pattern);
}

const MOST_KEPT = 5_000;

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    if (/\\[pPu]\{/.test(pattern)) return undefined;
  }
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}
