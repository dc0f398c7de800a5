import type { Path } from '../model/path.ts';
import type { SchemaSource } from '../schemas/source.ts';
import { isWatchedByDefault } from './defaults.ts';
import { globMatcher } from './globs.ts';
import type { Policy, Rule, Selection } from './policy.ts';

/**
 * Compiles a policy's globs once and gives what the policy says about a path: the union of every rule that
 * selects it, critical ones first. Where two rules name a service, a format or an identity key, the first
 * holds. A path that no rule selects may still be watched by the defaults.
 * Paths that the same rules select share one selection, which nobody may change.
 */
export function createSelector(policy: Policy): (path: Path) => Selection | undefined {
  const rules = [
    ...policy.critical.map((rule) => ({ rule, critical: true, matches: globMatcher(rule.files) })),
    ...policy.schemas.map((rule) => ({ rule, critical: false, matches: globMatcher(rule.files) })),
  ];
  const selections = new Map<string, Selection>();
  return (path) => {
    const matching = rules.filter(({ matches }) => matches(path));
    if (matching.length === 0) return isWatchedByDefault(path) ? WATCHED : undefined;
    const name = matching.map(({ rule }) => rule.id).join(', ');
    const known = selections.get(name);
    if (known !== undefined) return known;
    const selection = unite(
      matching.map(({ rule }) => rule),
      matching.some(({ critical }) => critical),
    );
    selections.set(name, selection);
    return selection;
  };
}

const WATCHED = bareSelection('default', false);

/** What selects a file, and says nothing else about it. */
export function bareSelection(rule: string, critical: boolean): Selection {
  return { rule, critical, schemas: [], protect: [], freeze: [], sensitive: [], identity: {} };
}

/** What several rules say together; where two name a service, the first holds. */
export function unite(rules: readonly Rule[], critical: boolean): Selection {
  const selection: Selection = {
    rule: rules.map((rule) => rule.id).join(', '),
    critical,
    schemas: distinctSources(rules),
    protect: distinct(rules.flatMap((rule) => rule.protect)),
    freeze: distinct(rules.flatMap((rule) => rule.freeze)),
    sensitive: distinct(rules.flatMap((rule) => rule.sensitive)),
    identity: Object.fromEntries(rules.toReversed().flatMap((rule) => Object.entries(rule.identity))),
  };
  const forbid = rules.flatMap((rule) => rule.forbid ?? []);
  const severity = rules.flatMap((rule) => rule.severity ?? []);
  if (forbid.length > 0) selection.forbid = forbid;
  if (severity.length > 0) selection.severity = severity;
  const service = rules.find((rule) => rule.service !== undefined)?.service;
  const format = rules.find((rule) => rule.format !== undefined)?.format;
  if (service !== undefined) selection.service = service;
  if (format !== undefined) selection.format = format;
  const values = rules.flatMap((rule) => rule.rules ?? []);
  if (values.length > 0) selection.rules = values;
  return selection;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function distinctSources(rules: readonly Rule[]): SchemaSource[] {
  const sources = new Map<string, SchemaSource>();
  for (const { schema } of rules) if (schema !== undefined) sources.set(JSON.stringify(schema), schema);
  return [...sources.values()];
}
