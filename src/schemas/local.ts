import { type Catalog, keyOf, type SchemaFile } from './catalog.ts';
import type { SchemaSource } from './source.ts';
import { splitUri } from './uri.ts';

/** Files of the repository get a URI of their own, so that relative references can be resolved. */
export function uriOf(source: SchemaSource): string {
  if (source.kind === 'url') return splitUri(new URL(source.url).href).document;
  return `repo:///${source.path
    .split('/')
    .map((name) => encodeURIComponent(name.toWellFormed()))
    .join('/')}`;
}

/** A URI that climbs above its root is cut off there without a word; here it is refused instead. */
export function leavesRoot(base: string, ref: string): boolean {
  if (!base.startsWith('repo:') || /^[a-z][a-z0-9+.-]*:/i.test(ref)) return false;
  const { document } = splitUri(ref);
  let depth = document.startsWith('/') ? 0 : new URL(base).pathname.split('/').length - 2;
  for (const segment of document.split('/')) {
    const name = segment.replaceAll(/%2e/gi, '.');
    if (name === '..') depth -= 1;
    else if (name !== '' && name !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/**
 * The file of the repository that a URI means. The URI is taken relative to the schema's own `$id` (or to
 * its path without one), and the same way is gone from the schema's path.
 */
export function localSource(catalog: Catalog, file: SchemaFile, document: string): SchemaSource | undefined {
  if (file.source.kind !== 'path') return undefined;
  const own = catalog.nodes.get(keyOf(file, ''))?.base ?? file.uri;
  const steps = document.startsWith('repo:') ? stepsBetween(file.uri, document) : stepsBetween(own, document);
  if (steps === undefined) return undefined;
  const parts = file.source.path.split('/').slice(0, -1);
  for (const step of steps) {
    if (step !== '..') parts.push(step);
    else if (parts.pop() === undefined) return undefined;
  }
  return { kind: 'path', path: parts.join('/') };
}

/** How to get from one URI to another of the same origin: `..` and names. */
function stepsBetween(from: string, to: string): string[] | undefined {
  try {
    const [start, end] = [new URL(from), new URL(to)];
    if (start.protocol !== end.protocol || start.host !== end.host || end.search !== '') return undefined;
    if (!start.pathname.startsWith('/') || !end.pathname.startsWith('/')) return undefined;
    const have = start.pathname.split('/').slice(1, -1);
    const want = end.pathname.split('/').slice(1);
    let same = 0;
    while (same < have.length && same < want.length - 1 && have[same] === want[same]) same++;
    const names = want.slice(same).map(decodeURIComponent);
    if (names.some((name) => name === '' || name === '.' || name === '..' || name.includes('/')))
      return undefined;
    return [...have.slice(same).map(() => '..'), ...names];
  } catch {
    return undefined;
  }
}
