import type { Arg, Finding } from '../findings/finding.ts';
import { HIDDEN } from '../findings/redact.ts';
import { encodePath, type Path } from '../model/path.ts';
import { hex, plainLine } from '../model/visible.ts';

/** A share in 0..1 as whole per cent; never 100% when something is missing, never 0% when something is left. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return '99%';
  if (rounded === 0 && share > 0) return '1%';
  return `${rounded}%`;
}

/** `a, b, c and 4 more`. */
export function list(names: readonly Arg[], total = names.length, most = 5): string {
  const shown = names.slice(0, most).map(String);
  const more = total - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** A value as people write it: text in quotes, structures shortened. */
export function value(arg: Arg | undefined): string {
  if (arg === undefined) return 'nothing';
  return arg === HIDDEN ? HIDDEN : JSON.stringify(arg);
}

/** `from "a" to "b"`; of two values that are hidden, that they differ is all there is to say. */
export function fromTo(before: Arg | undefined, after: Arg | undefined): string {
  if (before === HIDDEN && after === HIDDEN) return 'from one hidden value to another';
  return `from ${value(before)} to ${value(after)}`;
}

/** A text of others as a sentence: with a full stop, and with one only. */
export function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The command that puts a file of the before side back. */
export function putBack(base: string, path: string): string {
  const commit = /^[0-9a-f]{40,64}$/.test(base) ? base.slice(0, 12) : 'HEAD';
  return `git checkout ${commit} -- ${pastedWord(/^:|[*?[\\]/.test(path) ? literalPathspec(path) : path)}`;
}

/** `, or put it back: …`; nothing for a file that the base does not have (`args.added`). */
export function orPutBack(finding: Finding, base: string): string {
  return finding.args.added === true ? '' : `, or put it back: ${putBack(base, finding.path)}`;
}

/** A text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : shellQuoted(text);
}

export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** One word of a shell that still is one when reports have made it visible: bash, zsh and ksh read `$'…'`. */
export function pastedWord(text: string): string {
  const word = shellWord(text);
  if (plainLine(` ${word}`) === ` ${word}` && !word.includes('  ')) return word;
  const bytes = [...encodePath(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[\w./-]/.test(character) ? character : `\\x${hex(byte, 2)}`;
  });
  return `$'${bytes.join('')}'`;
}

/**
 * A path of a repository for git, wherever in the checkout: pathspecs begin at the directory of the shell, and name more
 * than one file by `*`, `?` and `[`. After `:/`, more signs would be words of git (gitglossary, pathspec).
 */
export function topPathspec(path: Path): string {
  return /^[^\p{L}\p{N}.]|[*?[\\]/u.test(path) ? literalPathspec(path) : `:/${path}`;
}

function literalPathspec(path: Path): string {
  return `:(top,literal)${path}`;
}

/** What outages have in common: said wherever a valid file may still be the wrong one. */
export function serviceOf(service: string | undefined): string {
  return service === undefined ? 'The service that reads it' : `The service ${service}`;
}
