import picomatch from 'picomatch';
import type { Path } from '../model/path.ts';

/** `s`: a name may hold a line break, and `**` has to match it. `debug`: an invalid expression throws. */
const OPTIONS = { dot: true, windows: false, nonegate: true, flags: 's', debug: true, strictBrackets: true };

const SPECIAL = /[\\*?[\]{}()!+@|"^$]/;

/**
 * Tells whether a path is selected by globs (picomatch, dot files included). A leading `!` excludes, wherever
 * it stands in the list. A glob without special characters also selects everything below it, so that the
 * name of a directory is not a rule that silently selects nothing.
 * @param globs checked with {@link globFault} before: a faulty one selects nothing.
 */
export function globMatcher(globs: readonly string[]): (path: Path) => boolean {
  const included = globs.filter((glob) => !glob.startsWith('!')).map(compile);
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => compile(glob.slice(1)));
  return (path) => included.some((matches) => matches(path)) && !excluded.some((matches) => matches(path));
}

function compile(glob: string): (path: Path) => boolean {
  const literal = literalPath(glob);
  if (literal !== undefined) {
    const directory = literal.endsWith('/') ? literal : `${literal}/`;
    return (path) => path === literal || path.startsWith(directory);
  }
  const pattern = expressionOf(glob);
  if (pattern === undefined) return () => false;
  const prefix = literalDirectory(glob);
  return (path) => path === glob || (path.startsWith(prefix) && pattern.test(path));
}

/** The path that a glob names when every special character in it is escaped. */
export function literalPath(glob: string): Path | undefined {
  return SPECIAL.test(glob.replace(/\\./gs, '')) ? undefined : glob.replace(/\\(.)/gs, '$1');
}

/** The expression for what a shell's glob names: hidden files only where the pattern says the dot. */
export function shellPattern(glob: string): RegExp | undefined {
  return expressionOf(glob, { ...OPTIONS, dot: false });
}

function expressionOf(glob: string, options = OPTIONS): RegExp | undefined {
  try {
    return picomatch.makeRe(glob, options);
  } catch {
    return undefined;
  }
}

/** The directories before the first special character, with the slash: most paths are told apart by them alone. */
export function literalDirectory(glob: string): string {
  const literal = glob.slice(0, glob.search(SPECIAL));
  return literal.slice(0, literal.lastIndexOf('/') + 1);
}

/** How a place outside of the checkout begins: `/etc/auth/*.yml`, `vault:secret/auth/**`, `s3://bucket/auth/**`. */
const LIVE = /^(\/|[a-z][a-z0-9+.-]*:\/{0,2})/;

/** Whether a glob of a critical rule, without its `!`, names something outside of the checkout. */
export function isLive(glob: string): boolean {
  return LIVE.test(glob);
}

/** What is wrong with a glob of a critical rule, which may name something outside of the checkout. */
export function criticalGlobFault(text: string): { fault: string; hint: string } | undefined {
  const glob = text.replace(/^!/, '');
  if (!isLive(glob)) return globFault(text);
  const rest = glob.replace(LIVE, '');
  if (!/^[./]*\//.test(rest)) return globFault(rest);
  return {
    fault: 'has a slash or a dot too many',
    hint: 'Write it such as `/etc/auth/*.yml`, with one slash.',
  };
}

/** What is wrong with a glob, and what to write instead; `undefined` when it can be used. */
export function globFault(text: string): { fault: string; hint: string } | undefined {
  const glob = text.startsWith('!') ? text.slice(1) : text;
  if (glob.trim() === '') return { fault: 'is empty', hint: 'Write a path or a glob such as `config/**`.' };
  if (text.startsWith('!(')) {
    return {
      fault: 'starts with `!(`',
      hint: 'A leading `!` excludes. Write `*` or a directory before `!(…)`.',
    };
  }
  if (glob.startsWith('/') || glob.startsWith('./')) {
    const relative = glob.replace(/^(\.?\/)+/, '');
    return {
      fault: 'starts with a slash',
      hint: `Paths start at the root of the repository: write \`${relative}\`.`,
    };
  }
  if (glob.split('/').some((part) => part === '..' || part === '.')) {
    return { fault: 'holds `.` or `..`', hint: 'Write the path from the root of the repository.' };
  }
  if (/\/\//.test(glob)) return { fault: 'holds an empty directory name', hint: 'Write one slash only.' };
  if (/\\[\p{L}\p{N}]/u.test(glob) || glob.endsWith('\\')) {
    return {
      fault: 'holds a backslash that escapes nothing',
      hint: 'Write `/` between directories; a backslash makes the next special character literal.',
    };
  }
  if (/(?<![?*+@!\\])\(/.test(glob)) {
    return {
      fault: 'holds a parenthesis',
      hint: 'Write a backslash before a parenthesis that belongs to the name: `\\(auth\\)`.',
    };
  }
  if (glob.includes('\\\\\\') && literalPath(glob) === undefined) {
    return { fault: 'holds several backslashes in a row', hint: 'Write `?` for each of them.' };
  }
  if (literalPath(glob) === undefined && expressionOf(glob) === undefined) {
    return {
      fault: 'has a bracket that is not closed, or a range that is not one',
      hint: 'Write a backslash before a bracket that belongs to the name: `\\[id\\].yml`.',
    };
  }
  return undefined;
}

/** A glob that selects exactly this path, whatever characters its name holds. */
export function escapeGlob(path: Path): string {
  return path.replace(/[\\*?[\]{}()!+@|"^$,]/g, '\\$&');
}
