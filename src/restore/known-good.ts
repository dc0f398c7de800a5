import { ok, type Problem, type Result, refuse } from '../model/problem.ts';
import { createLiveSelector } from '../policy/live.ts';
import { type Manifest, servicesOf } from '../store/manifest.ts';
import { newestVerdicts, type StoredVerdict } from '../store/verdicts.ts';
import { type Part, scopeOf } from './choose.ts';

/** Whose known good is meant. `services`: empty for all that are known; `null` stands for files without a service. */
export type KnownGood = {
  services: readonly (string | null)[];
  host: string;
  environment?: string | undefined;
};

/**
 * For every service the newest snapshot that is good and has all of its files. A store may hold those of several hosts
 * and environments: then those of this host count, and of one environment. Problems: `no-known-good`,
 * `known-good-ambiguous`.
 */
export function chooseKnownGood(
  manifests: readonly Manifest[],
  verdicts: readonly StoredVerdict[],
  { services, host, environment }: KnownGood,
): Result<Part[]> {
  const newest = newestVerdicts(verdicts);
  const isOurs = oursOf(manifests, host);
  const ordered = manifests
    .filter((one) => isOurs(one) && (environment ?? one.environment) === one.environment)
    .toSorted((left, right) => (left.id < right.id ? 1 : -1));
  const good = ordered.filter(({ id }) => newest.get(id)?.verdict === 'good');
  for (const field of ['host', 'environment'] as const) {
    const names = [...new Set(good.map((one) => one[field]))];
    if (names.length > 1) return refuse(ambiguous(field, names));
  }
  const known = new Set([...good, ...ordered.slice(0, 1)].flatMap((manifest) => [...servicesIn(manifest)]));
  const parts = new Map<Manifest, (string | null)[]>();
  for (const service of services.length > 0 ? services : known) {
    const manifest = good.find((one) => isWhole(one, service));
    if (manifest === undefined) return refuse(noKnownGood(service));
    parts.set(manifest, [...(parts.get(manifest) ?? []), service]);
  }
  if (parts.size === 0) return refuse(noKnownGood(null));
  return ok([...parts].map(([manifest, taken]) => ({ manifest, services: taken })));
}

/** Where no snapshot is of this host, any host's may be meant: hosts get new names. */
function oursOf(manifests: readonly Manifest[], host: string): (manifest: Manifest) => boolean {
  return manifests.some((one) => one.host === host) ? (one) => one.host === host : () => true;
}

/** The services of a snapshot; a place that no rule selects is a directory that could not be looked into. */
function servicesIn(manifest: Manifest): Set<string | null> {
  const selects = createLiveSelector(scopeOf(manifest));
  const unsaved = manifest.unsaved.filter(({ path }) => selects(path) !== undefined);
  return servicesOf({ ...manifest, unsaved });
}

/** Any service may have files below a directory that could not be looked into. */
function isWhole(manifest: Manifest, service: string | null): boolean {
  const selects = createLiveSelector(scopeOf(manifest));
  return (
    servicesIn(manifest).has(service) &&
    !manifest.unsaved.some((one) => one.service === service || selects(one.path) === undefined)
  );
}

function ambiguous(field: 'host' | 'environment', names: readonly (string | null)[]): Problem {
  const shown = names.map((name) => name ?? 'none').sort();
  return {
    code: 'known-good-ambiguous',
    message: `The known good snapshots are of more than one ${field}: ${shown.join(', ')}.`,
    hint:
      field === 'environment'
        ? 'Name one with --environment, or a snapshot by its id.'
        : 'None is of this host. Name a snapshot by its id; holdfast backup list shows what there is.',
  };
}

function noKnownGood(service: string | null): Problem {
  const which = service === null ? 'a snapshot' : `a snapshot of the service ${service}`;
  return {
    code: 'no-known-good',
    message: `The store has no ${which.slice(2)} that is known to be good and whole.`,
    hint: 'Name a snapshot by its id, or services with --service; holdfast backup list shows what there is.',
  };
}
