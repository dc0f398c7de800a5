import type { Policy } from '../policy/policy.ts';
import { type Part, scopeOf } from '../restore/choose.ts';
import { type LiveScope, liveScope } from '../store/scope.ts';

/** The rules that say what is critical: the policy's of today, or, without one, those of the snapshots. */
export function rulesFor(
  parts: readonly Part[],
  policy: Policy | undefined,
  services: readonly string[],
): Policy {
  const [first, ...others] = parts.map(({ manifest }) => scopeOf(manifest));
  const rules = policy ?? { ...first!, critical: [first!, ...others].flatMap(({ critical }) => critical) };
  if (services.length === 0) return rules;
  const critical = rules.critical.filter(
    ({ service }) => service !== undefined && services.includes(service),
  );
  return { ...rules, critical };
}

/**
 * What is looked at on a host, so that everything that belongs there and that the rules select is found, or found to be
 * missing.
 */
export function verifyScope(parts: readonly Part[], rules: Policy): LiveScope {
  const scope = liveScope(rules, []);
  const files = parts.flatMap(({ manifest }) => manifest.files.map(({ path }) => path));
  const wanted = new Set(files.filter((path) => scope.at(path) !== undefined));
  return { ...scope, files: wanted, expected: new Set([...scope.expected, ...wanted]) };
}
