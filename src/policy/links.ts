import { directoryOf, type Path } from '../model/path.ts';

/** A configuration file that names its own schema, as it is written there. */
export type SchemaLink = { path: Path; schema: string };

const MODELINE = /^\s*#\s*(?:yaml-language-server:\s*\$schema=|:schema\s+|\$schema:?\s+)(\S+)/m;
const MEMBER = /^\s*["']?\$schema["']?\s*[:=]\s*["']?([^"'\s,]+)/m;

/** The schema that a file names in its first lines: an editor's comment, or a top-level `$schema`. */
export function schemaLink(text: string): string | undefined {
  const head = text.slice(0, 2000).replace(/^\s*\{/, '');
  return (MODELINE.exec(head) ?? MEMBER.exec(head))?.[1];
}

/**
 * Where a link leads: a file of the repository, or an https URL. `undefined` for what is neither, and for
 * the meta-schemas, which only say that a file is itself a schema.
 */
export function followLink(
  link: SchemaLink,
  exists: (path: Path) => boolean,
): { path: Path } | { url: string } | undefined {
  if (/^https:\/\//i.test(link.schema)) {
    return /^https:\/\/json-schema\.org\//i.test(link.schema) ? undefined : { url: link.schema };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(link.schema)) return undefined;
  const name = link.schema.replace(/#.*$/, '');
  const start = name.startsWith('/') ? [] : directoryOf(link.path).split('/');
  const parts: string[] = [];
  for (const part of [...start, ...name.split('/')]) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  const path = parts.join('/');
  return exists(path) ? { path } : undefined;
}
