import picomatch from 'picomatch';
import { baseName, type Path } from '../../model/path.ts';
import type { Format } from './format.ts';
import { formats } from './index.ts';

type Lookup = {
  extensions: ReadonlyMap<string, number>;
  names: ReadonlyMap<string, number>;
  /** Globs that are neither, by the extension that they end with (`''`: any). */
  globs: ReadonlyMap<string, { rank: number; matches: (path: string) => boolean }[]>;
};

let lookup: Lookup | undefined;

/** The format that a path's name promises; `undefined` when only the content can tell. */
export function formatOf(path: Path): Format | undefined {
  lookup ??= compile();
  const name = baseName(path).toLowerCase();
  const extension = extensionOf(name);
  let best = Math.min(lookup.names.get(name) ?? Infinity, lookup.extensions.get(extension) ?? Infinity);
  for (const bucket of extension === '' ? [''] : [extension, '']) {
    for (const glob of lookup.globs.get(bucket) ?? []) {
      if (glob.rank < best && glob.matches(path)) best = glob.rank;
    }
  }
  return formats[best];
}

function compile(): Lookup {
  const extensions = new Map<string, number>();
  const names = new Map<string, number>();
  const globs = new Map<string, { rank: number; matches: (path: string) => boolean }[]>();
  formats.forEach((format, rank) => {
    for (const glob of format.files) {
      const last = glob.slice('**/'.length);
      const plain = !/[*?[\]{}()!/]/.test(last.replace(/^\*/, ''));
      if (plain && last.startsWith('*.')) {
        if (!extensions.has(last.slice(1))) extensions.set(last.slice(1), rank);
      } else if (plain && !last.startsWith('*')) {
        if (!names.has(last.toLowerCase())) names.set(last.toLowerCase(), rank);
      } else {
        const ending =
          /\*(\.\w+)$/.exec(last)?.[1] ?? (last.includes('*') ? '' : extensionOf(baseName(last)));
        const bucket = globs.get(ending) ?? [];
        bucket.push({ rank, matches: picomatch(glob, { dot: true, nocase: true }) });
        globs.set(ending, bucket);
      }
    }
  });
  return { extensions, names, globs };
}

/** `.json` of `a.b.json`; `.env` of `.env`. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot);
}
