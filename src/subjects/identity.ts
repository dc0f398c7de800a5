import { matcherOf } from '../checks/key-match.ts';
import type { IdentityOf } from '../diff/keys.ts';

/** The identity keys of lists as the policy declares them (pattern of the list's path -> key of its items), if it does. */
export function identityOf(declared: Record<string, string>): IdentityOf | undefined {
  const lists = Object.keys(declared);
  if (lists.length === 0) return undefined;
  const matcher = matcherOf(lists);
  return (segments) => {
    const pattern = matcher(segments);
    return pattern === undefined ? undefined : declared[pattern];
  };
}
