import type { Path } from '../model/path.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import { isLive, literalPath } from '../policy/globs.ts';
import { createLiveSelector, createLocator, criticalRoots } from '../policy/live.ts';
import type { Policy } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';
import type { ScopeRule } from './manifest.ts';

/** What the store keeps of the policy's word about a file. */
export type Kept = { service: string | null; sensitive: boolean };

/** What is looked at on a host. Places are absolute there: `/etc/auth/keys.yml`. */
export type LiveScope = {
  /** What the policy says about a place; `undefined` when it is not critical. */
  at(place: string): Kept | undefined;
  /** Whether a critical file could be below a directory that is at or below one of `starts`. */
  reaches(directory: string): boolean;
  /** Directories and files with which to begin, sorted. */
  starts: string[];
  /** Places where the policy or the checkout says that there is a file: when nothing is there, it is absent. */
  expected: ReadonlySet<string>;
  /** Those of `expected` that are files of the checkout: a directory there is wrong. */
  files: ReadonlySet<string>;
  /** What the policy names that no host has as a file, or whose place it does not say: `vault:secret/auth`. */
  elsewhere: string[];
};

/** The rules whose files are wanted: all critical ones, or those of one service. Problem: `service-unknown`. */
export function rulesOf(policy: Policy, service: string | undefined): Result<Policy> {
  if (service === undefined) return ok(policy);
  const critical = policy.critical.filter((rule) => rule.service === service);
  if (critical.length > 0) return ok({ ...policy, critical });
  const known = [...new Set(policy.critical.flatMap((rule) => rule.service ?? []))].sort();
  return refuse({
    code: 'service-unknown',
    message: `No critical files of the policy belong to the service ${service}.`,
    hint: known.length === 0 ? 'The policy names no service.' : `Services: ${known.join(', ')}.`,
  });
}

export function scopeRules(policy: Policy): ScopeRule[] {
  return policy.critical.map(({ files, live = [], service = null, sensitive, identity }) => ({
    files,
    live,
    service,
    sensitive,
    identity,
  }));
}

/**
 * @param policy with the wanted rules only.
 * @param paths all files of the checkout, as far as there is one.
 */
export function liveScope(policy: Policy, paths: readonly Path[]): LiveScope {
  const select = createLiveSelector(policy);
  const critical = createSelector(policy);
  const locate = createLocator(policy);
  const roots = criticalRoots(policy).filter(({ live, directory }) => live && isOnHost(directory));
  const mapped = paths.filter((path) => critical(path)?.critical === true).flatMap(locate);
  const files = new Set(mapped.filter(isOnHost));
  const expected = new Set([
    ...policy.critical.flatMap((rule) => rule.files).flatMap(literalPlace),
    ...files,
  ]);
  const at: LiveScope['at'] = (place) => {
    const found = select(place);
    return found === undefined ? undefined : keptOf(found.selection);
  };
  return {
    at,
    reaches: (directory) =>
      roots.some((root) => isAtOrBelow(directory, root.directory) && root.reaches(directory)),
    starts: [...new Set([...roots.map(({ directory }) => directory), ...expected])].sort(),
    expected,
    files,
    elsewhere: [...new Set(policy.critical.flatMap(notOnHost))],
  };
}

/** What a selection of the policy means for a file that is kept. */
export function keptOf(selection: { service?: string; sensitive: string[] }): Kept {
  return { service: selection.service ?? null, sensitive: selection.sensitive.length > 0 };
}

/** Whether a place is a directory, or below it. `/` has everything below it. */
export function isAtOrBelow(place: string, directory: string): boolean {
  return place === directory || place.startsWith(directory === '/' ? '/' : `${directory}/`);
}

/**
 * Whether a directory is where critical files could be: what is kept there would be kept again, or be replaced by the
 * very deployment that it guards against.
 * @param place of the host; @param path from the root of the checkout; each only where it has one.
 */
export function holdsCritical(policy: Policy, place: string | undefined, path: Path | undefined): boolean {
  return criticalRoots(policy).some(({ directory, live, reaches }) => {
    const at = live ? place : path;
    if (at === undefined) return false;
    return (directory === '' || isAtOrBelow(at, directory)) && reaches(at);
  });
}

function isOnHost(place: string): boolean {
  return place.startsWith('/');
}

function literalPlace(glob: string): string[] {
  const place = glob.startsWith('/') && !glob.endsWith('/') ? literalPath(glob) : undefined;
  return place === undefined ? [] : [place];
}

function notOnHost({ files, live = [] }: Policy['critical'][number]): string[] {
  const named = files.filter((glob) => !glob.startsWith('!'));
  const mapped = live.some(isOnHost);
  return [...live, ...named].filter(
    (glob) => !isOnHost(glob) && (isLive(glob) || (!mapped && !live.includes(glob))),
  );
}
