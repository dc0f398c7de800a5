import type { Value } from './value.ts';

/** Variables, the innermost first. */
export type Scope = { name: string; value: Value; outer: Scope | undefined };

export function within(outer: Scope | undefined, name: string, value: Value): Scope {
  return { name, value, outer };
}
