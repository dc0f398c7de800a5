import type { Path } from '../model/path.ts';
import { escapeGlob, globMatcher } from './globs.ts';

/** Where a repository may keep its code owners, in the order in which GitHub looks. */
export const ownersPaths: readonly Path[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/**
 * Reads a CODEOWNERS file: for a path, the owners of the last pattern that fits it.
 * Source: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function codeOwners(text: string): (path: Path) => readonly string[] {
  const rules = text.split('\n').flatMap((line) => {
    const [pattern = '', ...owners] = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/(?<!\\)\s+/);
    if (pattern === '' || pattern.startsWith('!')) return [];
    return [{ matches: globMatcher(toGlobs(pattern.replaceAll('\\ ', ' '))), owners }];
  });
  rules.reverse();
  return (path) => rules.find(({ matches }) => matches(path))?.owners ?? [];
}

/** CODEOWNERS knows `*`, `**` and `?` only; a pattern without an inner slash fits at any depth. */
function toGlobs(pattern: string): string[] {
  const glob = pattern
    .split(/(\*+|\?)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeGlob(part)))
    .join('');
  const anchored = glob.replace(/\/$/, '').includes('/');
  const from = glob.replace(/^\//, '');
  const base = anchored ? from : `**/${from}`;
  if (base.endsWith('/')) return [`${base}**`];
  return base.endsWith('*') ? [base] : [base, `${base}/**`];
}
