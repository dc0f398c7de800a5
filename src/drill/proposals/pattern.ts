import type { HideNames } from '../../checks/hidden-names.ts';
import { joinName } from '../../diff/keys.ts';

/**
 * The key pattern that names exactly this key: `providers[name=corporate].url`, `annotations["a.b"]`. Where the name of
 * an item may not be told, it names the key in every item: `peers[*].port`.
 */
export function patternOf(segments: readonly string[], hideNames: HideNames): string {
  return segments.reduce((pattern, segment) => {
    const item = /^\d+$/.test(segment) || segment.includes('=');
    const label = `[${segment}]`;
    if (item && hideNames(label) !== label) return `${pattern}[*]`;
    return item && pattern !== '' ? `${pattern}${label}` : joinName(pattern, segment);
  }, '');
}

/** Names of keys that say whose file this is, or of which environment. */
const IDENTIFYING =
  /^(?:env|environment|stage|profile|tier|region|zone|cluster|namespace|tenant|account|service|name|app|id|issuer|host|hostname|url|bucket|database)$/i;

/** Whether a key says what its file belongs to: it stays the same for as long as the file does. */
export function isIdentifying(segments: readonly string[]): boolean {
  return segments.length <= 3 && IDENTIFYING.test(segments.at(-1) ?? '');
}
