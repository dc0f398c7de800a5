import { type Result, refuse } from '../model/problem.ts';
import type { SchemaSource } from './source.ts';

/** A schema file as text. `name` is the path or URL for messages. */
export type LoadedSchema = { name: string; text: string };

/**
 * Brings the text of a schema. It decides what may be read at all: paths of one side, pinned or listed
 * https URLs. Its problems have the codes `schema-missing`, `schema-refused`, `schema-unreachable`.
 */
export type LoadSchema = (source: SchemaSource) => Promise<Result<LoadedSchema>>;

/**
 * The loaders of both sides. A URL is asked once; the after side gets what the before side got, and none that
 * only the change brings: a change must not decide what is fetched.
 */
export function loadBothSides(
  before: LoadSchema,
  after: LoadSchema,
): { before: LoadSchema; after: LoadSchema } {
  const fetched = new Map<string, Promise<Result<LoadedSchema>>>();
  return {
    before(source) {
      if (source.kind === 'path') return before(source);
      const known = fetched.get(keyOf(source)) ?? before(source);
      fetched.set(keyOf(source), known);
      return known;
    },
    async after(source) {
      if (source.kind === 'path') return after(source);
      return (
        fetched.get(keyOf(source)) ??
        refuse({
          code: 'schema-new-url',
          message: `The schema ${source.url} is one that only this change refers to; it is fetched once the reference is in the base.`,
          hint: 'Review the reference, and land it in a pull request of its own; or commit the schema to the repository.',
          path: source.url,
        })
      );
    },
  };
}

/** A loader that asks for each URL once, however often and from whichever snapshot it is asked for. */
export function rememberUrls(load: LoadSchema, known: Map<string, ReturnType<LoadSchema>>): LoadSchema {
  return (source) => {
    if (source.kind === 'path') return load(source);
    const key = keyOf(source);
    const answer = known.get(key) ?? load(source);
    known.set(key, answer);
    return answer;
  };
}

function keyOf({ url, sha256 }: SchemaSource & { kind: 'url' }): string {
  return JSON.stringify([url, sha256]);
}
