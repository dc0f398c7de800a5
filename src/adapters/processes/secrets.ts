import { maskPairs } from '../../findings/mask.ts';
import { maskCommand } from '../../findings/mask-command.ts';
import { HIDDEN, isSensitiveKey, withoutSecrets } from '../../findings/redact.ts';
import type { Mask } from './masked-lines.ts';

/** Shorter ones are words, and would make a riddle of the output. */
const SHORTEST = 4;

/**
 * Hides these secrets wherever they stand, each line of them on its own, and what looks like one by its shape or by the
 * name before it.
 */
export function secretMask(secrets: readonly string[] = []): Mask {
  const lines = secrets.flatMap((secret) => secret.split(/[\r\n]+/)).map((line) => line.trim());
  // A longer one may begin with a shorter one.
  const hidden = [...new Set(lines)]
    .filter((line) => line.length >= SHORTEST)
    .sort((left, right) => right.length - left.length);
  return (text) => {
    let clean = text;
    for (const secret of hidden) clean = clean.replaceAll(secret, HIDDEN);
    // A private key is several lines; all else is found line by line.
    return withoutSecrets(clean)
      .split('\n')
      .map((line) => maskPairs(maskCommand(line)))
      .join('\n');
  };
}

/** Values of variables whose names say that they are secrets; what is also an ordinary word is none. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(env).flatMap(([name, value = '']) =>
    isSensitiveKey([name]) && value.length >= 6 && !/^\d+$/.test(value) ? [value] : [],
  );
}
