import { createHash } from 'node:crypto';
import type { Arg, Args } from './finding.ts';

/** Args that say where something stands, not what it is: they move with every edit above them. */
const PLACES = new Set(['line', 'lines', 'firstLine', 'places']);

/**
 * 16 hex digits that name a fact: check, path, key and arguments, but no line numbers. The same fact has the
 * same fingerprint in every run, wherever its lines move; another value gives another fingerprint.
 */
export function fingerprint(check: string, path: string, key: string | undefined, args: Args): string {
  const facts = JSON.stringify([check, path, key ?? null, stable(args)]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}

function stable(arg: Arg): unknown {
  if (arg === null || typeof arg !== 'object') return arg;
  if (Array.isArray(arg)) return arg.map(stable);
  return Object.keys(arg)
    .filter((name) => !PLACES.has(name))
    .sort()
    .map((name) => [name, stable(arg[name]!)]);
}
