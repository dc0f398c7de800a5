import type { ParsedDocument } from '../documents/document.ts';
import { formatById } from '../documents/formats/index.ts';
import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import type { SchemaFile } from './catalog.ts';
import type { Draft } from './keywords.ts';
import type { LoadedSchema } from './load.ts';
import type { SchemaSource } from './source.ts';

/** Parses a schema's text: YAML when its name says so, JSON otherwise. `draft` holds when `$schema` is absent. */
export async function parseSchema(
  source: SchemaSource,
  uri: string,
  loaded: LoadedSchema,
  draft: Draft,
): Promise<Result<SchemaFile>> {
  const yaml = /\.ya?ml$/i.test(uri);
  const parse = await formatById(yaml ? 'yaml' : 'json')!.load();
  const parsed = parse(loaded.text);
  const { name } = loaded;
  const syntax = (message: string, hint: string, place?: Problem['place']): Result<never> =>
    refuse({ code: 'schema-syntax', message, hint, path: name, ...(place === undefined ? {} : { place }) });
  if (!parsed.ok) {
    return syntax(
      `The schema ${name} is not valid ${yaml ? 'YAML' : 'JSON'}: ${parsed.problem.detail}`,
      'Nothing can be judged by it until it is corrected on the base branch.',
      parsed.problem.place,
    );
  }
  const twice = parsed.duplicates[0];
  if (twice !== undefined) {
    return syntax(
      `The schema ${name} has the key ${twice.key} twice (first in line ${twice.first.line}); only one of them would count.`,
      'Remove one of them, or merge them.',
      twice.place,
    );
  }
  if (parsed.values.length !== 1) {
    return syntax(
      `The schema ${name} holds ${parsed.values.length} documents; a schema is exactly one.`,
      'Keep one schema per file.',
    );
  }
  const place: ParsedDocument['place'] = parsed.place;
  return ok({
    source,
    name,
    uri,
    draft,
    value: parsed.values[0]!,
    place: (pointer, part) => place(pointer, 0, part),
  });
}
