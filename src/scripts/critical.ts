import type { Path } from '../model/path.ts';
import { isLive } from '../policy/globs.ts';
import { createLiveSelector, createLocator, criticalRoots } from '../policy/live.ts';
import type { Policy } from '../policy/policy.ts';
import { createSelector } from '../policy/select.ts';
import { touchedFile, touchedTree } from './critical-known.ts';
import { touchedUnknown } from './critical-unknown.ts';
import type { Target } from './effect.ts';
import { knownPaths } from './known-paths.ts';
import { joined, knownStart, literalOf, shown, type Text } from './text.ts';
import type { Critical, Touched, World, Written } from './touched.ts';

/** @param paths the files of the checkout. */
export function createCritical(policy: Policy, paths: readonly Path[]): Critical {
  const world = createWorld(policy, paths);
  const known = new Map<string, readonly Touched[]>();
  return {
    files: world.files,
    roots: world.roots,
    touched(target, effect) {
      if (policy.critical.length === 0) return [];
      const path = seenFrom(target.path, effect);
      if (isThrownAway(path)) return [];
      const { op, sources } = effect;
      const key = JSON.stringify([shown(path), target.tree, target.confidence, op, sources.map(shown)]);
      const found = known.get(key) ?? touchedBy({ ...target, path }, effect, world);
      known.set(key, found);
      return found;
    },
  };
}

/** A name without its namespace stands for all of them: `configmap:auth` for `configmap:production/auth`. */
const NAMESPACE = /^((?:configmap|secret):)[^/]+\//;

function createWorld(policy: Policy, paths: readonly Path[]): World {
  const select = createSelector(policy);
  const live = createLiveSelector(policy);
  const located = createLocator(policy);
  const critical = paths.filter((path) => select(path)?.critical);
  const files = knownPaths(paths);
  return {
    files,
    places: knownPaths(critical.flatMap((path) => [path, ...located(path)])),
    roots: criticalRoots(policy),
    at(location) {
      if (isLive(location)) {
        const found = live(location) ?? live(location.replace(NAMESPACE, '$1'));
        if (found === undefined) return undefined;
        const { selection, path } = found;
        return path !== undefined && files.has(path) ? { selection, path } : { selection };
      }
      const selection = location.startsWith('../') ? undefined : select(location);
      return selection?.critical ? { selection, path: location } : undefined;
    },
  };
}

function touchedBy(target: Target, effect: Written, world: World): readonly Touched[] {
  const literal = literalOf(target.path);
  if (literal === undefined) return touchedUnknown(target, effect, world);
  const location = literal.replace(/(?<=.)\/$/, '');
  return target.tree
    ? touchedTree(location, target, effect, world)
    : touchedFile(location, target, effect, world);
}

/** Elsewhere than on this machine, a relative path starts in a directory that nobody knows. */
function seenFrom(path: Text, { host }: Written): Text {
  const [first, ...rest] = path;
  if (typeof first === 'object' && first.is === 'root') {
    const [next, ...others] = rest;
    return typeof next === 'string' ? joined([next.replace(/^\//, '')], others) : rest;
  }
  const start = knownStart(path);
  if (host.kind !== 'ssh' && host.kind !== 'container') return path;
  return start === '' || isLive(start) ? path : joined([{ name: '~', is: 'value' }, '/'], path);
}

function isThrownAway(path: Text): boolean {
  if (path.some((part) => typeof part !== 'string' && part.is === 'temporary')) return true;
  return /^\/(tmp|var\/tmp|dev|proc|sys)(\/|$)/.test(knownStart(path));
}
