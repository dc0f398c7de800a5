import type { Severity } from '../findings/finding.ts';
import type { Json } from '../model/json.ts';
import { environmentKind, environmentKinds } from '../policy/environments.ts';
import type { Subject } from './check.ts';
import { environmentWords, withoutEnvironment } from './environment-words.ts';
import { namesRealHost } from './placeholders.ts';

/** The environments that a file belongs to (none: unknown), and names of others beside the dictionary's. */
export type Own = { kinds: ReadonlySet<string>; names: readonly string[] };

export function ownEnvironments({ change, context }: Subject): Own {
  const own = context.environment();
  const others = context.siblings().flatMap(({ environment }) => environment ?? []);
  const kinds = new Set(environmentKinds(change.path));
  if (own !== undefined) kinds.add(environmentKind(own) ?? own);
  const names = [...(own === undefined ? [] : [own]), ...others];
  return { kinds, names: [...new Set(names)].filter((name) => environmentKind(name) === undefined) };
}

/** Another environment that a value names: `named`, where it named `from` (or none) before. */
export type Naming = { named: string; from?: string; severity: Severity };

/** Keys whose values say which version runs: the same in all environments, one after the other. */
const VERSION = /(?:tag|version|revision|branch|ref|commit|sha|digest|image|chart)$/i;
/** Keys whose values say which system is talked to. */
const SYSTEM =
  /host|ur[il]|endpoint|server|domain|address|database|\bdb|db\b|schema|bucket|queue|topic|account|project|tenant|cluster|namespace|dsn|connection|registry|issuer|audience|realm|vault|environment|\benv|env\b|stage|profile|prefix|suffix/i;

/** True for a key whose value says which version runs: promoting it is ordinary work. */
export function isVersion(segments: readonly string[]): boolean {
  return VERSION.test(keyOf(segments));
}

/** What a new value says about environments that the old one did not; `undefined` when it is no other one's. */
export function namesAnother(
  before: Json | undefined,
  after: Json,
  segments: readonly string[],
  own: Own,
): Naming | undefined {
  if (typeof after !== 'string') return undefined;
  const now = kindsIn(after, own);
  if (now.length === 0 || now.some((kind) => own.kinds.has(kind))) return undefined;
  if (before === undefined) return own.kinds.size === 0 ? undefined : newAddress(after, now, own);
  if (typeof before !== 'string') return undefined;
  const then = kindsIn(before, own);
  const named = now.find((kind) => !then.includes(kind));
  const key = keyOf(segments);
  if (named === undefined || isVersion(segments)) return undefined;
  const same = withoutEnvironment(before, own.names) === withoutEnvironment(after, own.names);
  const system = SYSTEM.test(key) || isAddress(after);
  const from = then.find((kind) => own.kinds.size === 0 || own.kinds.has(kind));
  if (own.kinds.size === 0) return inAnyFile(named, from, then, same && system);
  if (from !== undefined) {
    return { named, from, severity: same || system ? 'error' : 'warning' };
  }
  if (then.length > 0 || isIndex(segments.at(-1))) return undefined;
  if (same) return { named, severity: system ? 'error' : 'warning' };
  return isAddress(before) && isAddress(after) ? { named, severity: 'warning' } : undefined;
}

/** Without a place in any environment, only a production's value that becomes another one's says something. */
function inAnyFile(
  named: string,
  from: string | undefined,
  then: readonly string[],
  clear: boolean,
): Naming | undefined {
  if (!clear || named === 'production') return undefined;
  if (then.includes('production')) return { named, from: 'production', severity: 'warning' };
  return from === undefined ? { named, severity: 'warning' } : undefined;
}

/** A new key in production's file with an address elsewhere; the other way round it is often on purpose. */
function newAddress(after: string, now: readonly string[], own: Own): Naming | undefined {
  if (!own.kinds.has('production') || !isAddress(after)) return undefined;
  return { named: now[0]!, severity: 'warning' };
}

/** The environments that a text names. */
export function kindsIn(text: string, { names }: Own): string[] {
  return [...new Set(environmentWords(text, names).map(({ kind }) => kind))];
}

/** The key's own name, or that of the list item around a `value:`. */
function keyOf(segments: readonly string[]): string {
  const last = segments.at(-1) ?? '';
  const item = segments.at(-2);
  return last === 'value' && item?.includes('=') ? item.slice(item.indexOf('=') + 1) : last;
}

function isIndex(segment: string | undefined): boolean {
  return segment !== undefined && /^\d+$/.test(segment);
}

function isAddress(text: string): boolean {
  return /:\/\/|^arn:/.test(text) || namesRealHost(text);
}
