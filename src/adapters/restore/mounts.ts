import { readFileSync } from 'node:fs';
import { decodePath, type Path } from '../../model/path.ts';

/**
 * Every mount point that this process sees. None where there is no `/proc`: there a rename onto one fails, and is
 * reported, once the others have been done.
 */
export function mountPoints(): Set<Path> {
  try {
    return parseMounts(readFileSync('/proc/self/mountinfo', 'latin1'));
  } catch {
    return new Set();
  }
}

/** The fifth field of each line; blanks, line ends and backslashes in it are octal (proc_pid_mountinfo(5)). */
export function parseMounts(text: string): Set<Path> {
  const points = text.split('\n').flatMap((line) => line.split(' ')[4] ?? []);
  return new Set(points.map(withoutEscapes));
}

function withoutEscapes(field: string): Path {
  const bytes = field.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
  return decodePath(Buffer.from(bytes, 'latin1'));
}
