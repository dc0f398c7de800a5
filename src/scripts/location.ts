import { joined, joinedBy, knownEnd, knownStart, ROOT, splitAt, type Text, type Unknown } from './text.ts';

/**
 * How surely a location is known. `high`: all of it; `medium`: the name of the file, or a glob in a known
 * directory; `low`: not even the name. Only `high` and `medium` may fail a check.
 */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * Where a path leads that a script names, seen from a directory. `.`, `..` and double slashes are resolved. Inside the
 * checkout the result is relative to its root, without a slash in front (the root itself is `''`); elsewhere it begins
 * with `/`, or with an unknown part. A path that leaves the checkout begins with `../`.
 */
export function locate(directory: Text, path: Text): Text {
  const absolute = isAbsolute(path);
  const segments = segmentsOf(absolute ? path : joined(directory, ['/'], path));
  const kept: Text[] = [];
  for (const segment of segments) {
    const plain = segment.length === 1 && typeof segment[0] === 'string' ? segment[0] : undefined;
    if (segment.length === 0 || plain === '.') continue;
    if (plain === '..' && canGoUp(kept)) kept.pop();
    else kept.push(segment);
  }
  const start = absolute ? path : directory;
  const fromRoot = typeof start[0] === 'object' && start[0].is === 'root';
  const body = kept.filter((segment) => !isRoot(segment));
  return joined(knownStart(start).startsWith('/') && !fromRoot ? ['/'] : [], joinedBy('/', body));
}

/**
 * Begins with a slash, the checkout's root or something unknown that may be a whole directory. A bare name with an
 * unknown beginning (`$name.yml`) is taken for one in the working directory.
 */
function isAbsolute(path: Text): boolean {
  const [first] = path;
  if (first === undefined) return false;
  if (typeof first === 'string') return first.startsWith('/');
  if (first.is === 'root' || first.is === 'temporary') return true;
  return first.is === 'value' && (path.length === 1 || segmentsOf(path)[0]!.length === 1);
}

/** The parts between slashes. */
export function segmentsOf(path: Text): Text[] {
  return splitAt(path, '/');
}

function isRoot(segment: Text): boolean {
  return segment.length === 1 && typeof segment[0] === 'object' && segment[0].is === 'root';
}

function canGoUp(kept: readonly Text[]): boolean {
  const last = kept.at(-1);
  if (last === undefined || isRoot(last) || last[0] === '..') return false;
  return last.every((part) => typeof part === 'string') || kept.length > 1;
}

/** The last name of a path: `a.yml` of `/etc/a.yml`. */
export function nameOf(path: Text): Text {
  return segmentsOf(path).at(-1)!;
}

/** Everything before the last name, without the slash; `''` for a bare name. */
export function parentOf(path: Text): Text {
  return joinedBy('/', segmentsOf(path).slice(0, -1));
}

export function confidenceOf(path: Text): Confidence {
  const unknown = path.filter((part): part is Unknown => typeof part !== 'string' && part.is !== 'root');
  if (unknown.length === 0) return 'high';
  if (unknown.every((part) => part.is === 'glob')) return 'medium';
  const name = nameOf(path);
  return knownEnd(path) !== '' && name.every((part) => typeof part === 'string') ? 'medium' : 'low';
}

/** A path in the checkout as a text: `''` is its root. */
export function inCheckout(path: string): Text {
  return path === '' ? [ROOT] : [ROOT, `/${path}`];
}
