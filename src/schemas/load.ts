import type { Result } from '../model/problem.ts';
import type { SchemaSource } from './source.ts';

/** A schema file as text. `name` is the path or URL for messages. */
export type LoadedSchema = { name: string; text: string };

/**
 * Brings the text of a schema. It decides what may be read at all: paths of the before side, pinned or
 * listed https URLs. Its problems have the codes `schema-missing`, `schema-refused`, `schema-unreachable`.
 */
export type LoadSchema = (source: SchemaSource) => Promise<Result<LoadedSchema>>;
