import type { FormatId, ParsedDocument } from '../../src/documents/document.ts';
import { formatById } from '../../src/documents/formats/index.ts';
import { ok, type Problem, refuse } from '../../src/model/problem.ts';
import type { Judgement, Violation } from '../../src/schemas/judgement.ts';
import type { LoadSchema } from '../../src/schemas/load.ts';
import { createSchemas, type Schemas, type SchemasOptions } from '../../src/schemas/schemas.ts';
import { type SchemaSource, sourceName } from '../../src/schemas/source.ts';

/** Schema files by path or URL; objects become JSON. `asked` notes what was loaded. */
export function schemasOf(
  files: Record<string, unknown>,
  options: SchemasOptions = {},
): Schemas & { asked: string[] } {
  const asked: string[] = [];
  const load: LoadSchema = async (source) => {
    const name = sourceName(source);
    asked.push(name);
    const file = files[name];
    if (file === undefined) return refuse({ code: 'schema-missing', message: `no ${name}`, hint: '' });
    return ok({ name, text: typeof file === 'string' ? file : JSON.stringify(file) });
  };
  return { ...createSchemas(load, options), asked };
}

export function at(name: string): SchemaSource {
  return name.startsWith('https:') ? { kind: 'url', url: name } : { kind: 'path', path: name };
}

export async function parse(text: string, format: FormatId = 'json'): Promise<ParsedDocument> {
  const parsed = (await formatById(format)!.load())(text);
  if (!parsed.ok) throw new Error(parsed.problem.detail);
  const { ok: _, ...rest } = parsed;
  return { kind: 'parsed', format, text, ...rest };
}

/** Judges one document, given as JSON text or as a value, by one schema. */
export async function judge(schema: unknown, document: unknown): Promise<Judgement> {
  const schemas = schemasOf({ 'schema.json': schema });
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return (await schemas.judge([{ source: at('schema.json'), document: await parse(text) }]))[0]!;
}

export async function violationsIn(schema: unknown, document: unknown): Promise<Violation[]> {
  const judgement = await judge(schema, document);
  if (judgement.kind !== 'invalid') throw new Error(`not invalid: ${JSON.stringify(judgement)}`);
  return judgement.violations;
}

/** The problem of a schema that cannot be used. */
export async function problemOf(files: Record<string, unknown>, name: string): Promise<Problem> {
  const result = await schemasOf(files).prepare(at(name));
  if (result.ok) throw new Error('the schema is in order');
  return result.problem;
}

export const DRAFT = {
  4: 'http://json-schema.org/draft-04/schema#',
  6: 'http://json-schema.org/draft-06/schema#',
  7: 'http://json-schema.org/draft-07/schema#',
  2019: 'https://json-schema.org/draft/2019-09/schema',
  2020: 'https://json-schema.org/draft/2020-12/schema',
};
