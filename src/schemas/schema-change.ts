import { ok, type Problem, type Result } from '../model/problem.ts';
import type { Gathered } from './gather.ts';
import type { Loosened } from './loosened.ts';
import { weakened } from './weakened.ts';

/** What a change does to a schema. */
export type SchemaChange =
  | { kind: 'removed' }
  | { kind: 'added' }
  /** The new version cannot be used by anybody: once it is merged, nothing can be judged by it. */
  | { kind: 'broken'; problem: Problem }
  /** It cannot be said what became looser; `unjudged`: nor what the new version says of the files. */
  | { kind: 'uncompared'; problem: Problem; unjudged: boolean }
  | { kind: 'edited'; loosened: Loosened[] };

/** Codes of problems that lie in the surroundings, and not in the schema itself. */
const SURROUNDINGS: ReadonlySet<string> = new Set([
  'schema-new-url',
  'schema-unreachable',
  'schema-unreadable',
  'schema-pin',
  'schema-deadline',
]);

/** @param usable whether the after version compiles. */
export function schemaChange(
  before: Result<Gathered>,
  after: Result<Gathered>,
  usable: Result<void>,
): SchemaChange {
  const sound = after.ok ? usable : after;
  if (!sound.ok) {
    if (SURROUNDINGS.has(sound.problem.code))
      return { kind: 'uncompared', problem: sound.problem, unjudged: true };
    return { kind: 'broken', problem: sound.problem };
  }
  if (!before.ok) {
    if (before.problem.code === 'schema-missing') return { kind: 'added' };
    return { kind: 'uncompared', problem: before.problem, unjudged: false };
  }
  const compared = after.ok ? weakened(before.value, after.value) : ok([]);
  if (!compared.ok) return { kind: 'uncompared', problem: compared.problem, unjudged: false };
  return { kind: 'edited', loosened: compared.value };
}
