import { baseName, type Path } from '../model/path.ts';
import { couldSelectBelow } from './glob-tree.ts';
import { globMatcher, isLive, literalDirectory, literalPath } from './globs.ts';
import type { Policy, Rule, Selection } from './policy.ts';
import { unite } from './select.ts';

/** A live location that the policy names. `path`: the file of the checkout that belongs there, where they are mapped. */
export type Live = { selection: Selection; path?: Path };

/** A directory below which critical files are. `live`: on hosts; otherwise in the checkout, `''` being its root. */
export type Root = {
  directory: string;
  live: boolean;
  selection: Selection;
  /** Whether a file below this directory, which is at or below the root's, could be critical. */
  reaches(directory: string): boolean;
};

/** `from` in the checkout is `to` on hosts; both end with a slash where everything below them is meant. */
type Mapping = { glob: string; from: Path; to: string };

/** Gives what the policy says about a location on a host: `/etc/auth/a.yml`, `vault:secret/auth`, `s3://bucket/a`. */
export function createLiveSelector(policy: Policy): (location: string) => Live | undefined {
  const rules = policy.critical.map((rule) => ({
    rule,
    live: rule.live ?? [],
    mappings: mappingsOf(rule),
    selects: globMatcher(rule.files),
    named: globMatcher(rule.files.filter((glob) => isLive(glob.replace(/^!/, '')) || glob.startsWith('!'))),
  }));
  const selections = new Map<string, Selection>();
  return (location) => {
    const mapped = rules.flatMap(({ mappings, selects }) =>
      mappings
        .filter(({ to }) => matches(to, location))
        .map(({ from, to }) => from + location.slice(to.length))
        .filter(selects),
    );
    const found = rules.some(({ live, named }) => live.includes(location) || named(location));
    if (mapped.length === 0 && !found) return undefined;
    const matching = rules.filter(
      ({ live, named, selects }) => live.includes(location) || named(location) || mapped.some(selects),
    );
    const name = matching.map(({ rule }) => rule.id).join(', ');
    const selection =
      selections.get(name) ??
      unite(
        matching.map(({ rule }) => rule),
        true,
      );
    selections.set(name, selection);
    return mapped[0] === undefined ? { selection } : { selection, path: mapped[0] };
  };
}

/** Gives where a file of the checkout is on hosts, as far as the policy says so. */
export function createLocator(policy: Policy): (path: Path) => string[] {
  const rules = policy.critical
    .filter((rule) => rule.live !== undefined)
    .map((rule) => ({ selects: globMatcher(rule.files), mappings: mappingsOf(rule) }));
  return (path) => {
    const places = rules
      .filter(({ selects }) => selects(path))
      .flatMap(({ mappings }) => mappings.filter(({ from }) => matches(from, path)))
      .map(({ from, to }) => to + path.slice(from.length));
    return [...new Set(places)];
  };
}

function matches(start: string, location: string): boolean {
  return start.endsWith('/') || start === '' ? location.startsWith(start) : location === start;
}

/**
 * A glob without wildcards may name a file or a directory. It is what `live` names where both have the same name;
 * otherwise `live` is the directory in which a file stands, or the other name of the directory.
 */
function mappingsOf({ files, live = [] }: Rule): Mapping[] {
  return live.flatMap((to) =>
    files.filter(isOfCheckout).flatMap((glob): Mapping[] => {
      const literal = literalPath(glob)?.replace(/\/$/, '');
      if (literal === undefined) return [{ glob, from: literalDirectory(glob), to: `${to}/` }];
      const name = baseName(literal);
      const below = { glob, from: `${literal}/`, to: `${to}/` };
      if (baseName(to) === name) return [{ glob, from: literal, to }, below];
      const inside = { glob, from: literal, to: `${to}/${name}` };
      return name.includes('.') ? [inside] : [inside, below];
    }),
  );
}

function isOfCheckout(glob: string): boolean {
  return !glob.startsWith('!') && !isLive(glob);
}

/** The directories that the globs of critical rules begin with, for what is done to a whole tree. */
export function criticalRoots(policy: Policy): Root[] {
  return policy.critical.flatMap((rule) => {
    const selection = unite([rule], true);
    const named = rule.files
      .filter((glob) => !glob.startsWith('!'))
      .map((glob) => ({
        directory: directoryOfGlob(glob),
        live: isLive(glob),
        selection,
        reaches: (directory: string) => couldSelectBelow(glob, directory),
      }));
    const mapped = mappingsOf(rule).map(({ glob, from, to }) => ({
      directory: to.replace(/\/$/, ''),
      live: true,
      selection,
      reaches: (directory: string) => couldSelectBelow(glob, from + `${directory}/`.slice(to.length)),
    }));
    return [...named, ...mapped];
  });
}

/** `configmap:auth-*` begins with `configmap:`, and `/*.conf` with `/`. */
function directoryOfGlob(glob: string): string {
  const literal = literalPath(glob) ?? literalDirectory(glob);
  if (literal === '') return /^[a-z][a-z0-9+.-]*:/.exec(glob)?.[0] ?? '';
  return literal.replace(/(?<=.)\/$/, '');
}
