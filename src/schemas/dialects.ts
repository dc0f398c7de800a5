import type { Draft } from './keywords.ts';

const DIALECTS: ReadonlyMap<string, Draft> = new Map([
  ['json-schema.org/draft-04/schema', 4],
  ['json-schema.org/draft-06/schema', 6],
  ['json-schema.org/draft-07/schema', 7],
  ['json-schema.org/draft/2019-09/schema', 2019],
  ['json-schema.org/draft/2020-12/schema', 2020],
]);

/** What `$schema` may say, for messages. */
export const SUPPORTED_DIALECTS = 'draft-04, draft-06, draft-07, 2019-09 and 2020-12';

/**
 * The draft of a schema without `$schema`. Editors (Visual Studio Code, IntelliJ) and SchemaStore take such
 * schemas as draft-07, so their authors have tested them as that.
 */
export const DEFAULT_DRAFT: Draft = 7;

/** `http` or `https`, with or without an empty fragment; `undefined` for a dialect that is not supported. */
export function draftOf(dialect: string): Draft | undefined {
  return DIALECTS.get(dialect.replace(/^https?:\/\//, '').replace(/#$/, ''));
}

/** The name that people use: `draft-07`, `2020-12`. */
export function draftName(draft: Draft): string {
  if (draft === 2019) return '2019-09';
  return draft === 2020 ? '2020-12' : `draft-0${draft}`;
}
