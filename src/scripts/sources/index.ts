import type { Path } from '../../model/path.ts';
import { placeFinder } from '../../model/place.ts';
import type { Extracted } from '../unit.ts';
import { ansible } from './ansible.ts';
import { dockerfile } from './dockerfile.ts';
import { make } from './make.ts';
import { shell } from './shell.ts';
import type { Source } from './source.ts';
import { workflow } from './workflow.ts';

/** Every kind of file that holds commands. Order is precedence: the first that fits reads the file. */
const sources: readonly Source[] = [workflow, dockerfile, make, ansible, shell];

/** Generated scripts of 2 MB are read; more than this is not. In UTF-16 units. */
const LONGEST = 4 * 1024 * 1024;

/**
 * By the path alone: may be a script, and is worth reading. A program without an extension is told by its first line
 * only: see {@link looksLikeScript}.
 */
export function isScript(path: Path): boolean {
  return sources.some((source) => source.mayBe(path));
}

/** Whether the file holds commands. `text`: all of it; the first lines are enough for a program without an extension. */
export function looksLikeScript(path: Path, text: string): boolean {
  return kindOf(path, cleaned(text)) !== undefined;
}

/** What a file holds: shell to analyse, effects, and what was not read. `undefined`: it is no script at all. */
export function extract(path: Path, text: string): Extracted | undefined {
  const clean = cleaned(text);
  const source = kindOf(path, clean);
  if (source === undefined) return undefined;
  if (clean.length > LONGEST) {
    const detail = `more than ${LONGEST} characters`;
    return { units: [], effects: [], notRead: [{ reason: 'limit', place: { line: 1, column: 1 }, detail }] };
  }
  const nul = clean.indexOf('\0');
  if (nul !== -1) {
    const place = placeFinder(clean)(nul);
    return { units: [], effects: [], notRead: [{ reason: 'syntax', place, detail: 'a NUL byte' }] };
  }
  return source.extract(path, clean);
}

function kindOf(path: Path, text: string): Source | undefined {
  return sources.find((source) => source.is(path, text));
}

/** Without a byte order mark and without carriage returns at the ends of lines: places stay what they were. */
function cleaned(text: string): string {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return text.includes('\r') ? text.slice(start).replaceAll('\r\n', '\n') : text.slice(start);
}
