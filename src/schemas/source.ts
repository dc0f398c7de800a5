import type { Path } from '../model/path.ts';

/** Where a JSON Schema comes from: a file of the base commit, or a URL (https only). */
export type SchemaSource =
  | { kind: 'path'; path: Path }
  /** `sha256`: 64 hex digits of the file's bytes. */
  | { kind: 'url'; url: string; sha256?: string };

/** The name for messages: the path or the URL. */
export function sourceName(source: SchemaSource): string {
  return source.kind === 'path' ? source.path : source.url;
}
