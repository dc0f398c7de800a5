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
 * What has to be known of a snapshot for choosing among many, of which only this is held. `services`: of which it holds
 * or misses files, `whole`: those of which it has all. `mentioned`: `services`, and that of places that no rule selects.
 */
export type Candidate = Pick<Manifest, 'id' | 'host' | 'environment'> & {
  services: ReadonlySet<string | null>;
  whole: ReadonlySet<string | null>;
  mentioned: ReadonlySet<string | null>;
};

export function candidateOf(manifest: Manifest): Candidate {
  const { id, host, environment } = manifest;
  const mentioned = servicesOf(manifest);
  if (manifest.unsaved.length === 0)
    return { id, host, environment, services: mentioned, whole: mentioned, mentioned };
  // A place that no rule selects is a directory that could not be looked into: any service may have files below it.
  const selects = createLiveSelector(scopeOf(manifest));
  const unsaved = manifest.unsaved.filter(({ path }) => selects(path) !== undefined);
  const services = servicesOf({ ...manifest, unsaved });
  const missed = new Set(unsaved.map(({ service }) => service));
  const isBlind = unsaved.length < manifest.unsaved.length;
  const whole = new Set(isBlind ? [] : [...services].filter((service) => !missed.has(service)));
  return { id, host, environment, services, whole, mentioned };
}

/** A snapshot that was chosen, and the services that are taken from it. */
export type ChosenGood = { id: string; services: (string | null)[] };

/**
 * For every service the newest snapshot that is good and has all of its files. A store may hold those of several hosts
 * and environments: then those of this host count, and of one environment. Problems: `no-known-good`,
 * `known-good-ambiguous`.
 */
export function chooseGood(
  candidates: readonly Candidate[],
  verdicts: readonly StoredVerdict[],
  { services, host, environment }: KnownGood,
): Result<ChosenGood[]> {
  const newest = newestVerdicts(verdicts);
  const isOurs = oursOf(candidates, host);
  const ordered = candidates
    .filter((one) => isOurs(one) && (environment ?? one.environment) === one.environment)
    .toSorted((left, right) => (left.id < right.id ? 1 : -1));
  const good = ordered.filter(({ id }) => newest.get(id)?.verdict === 'good');
  for (const field of ['host', 'environment'] as const) {
    const names = [...new Set(good.map((one) => one[field]))];
    if (names.length > 1) return refuse(ambiguous(field, names));
  }
  const known = new Set([...good, ...ordered.slice(0, 1)].flatMap((one) => [...one.services]));
  const chosen = new Map<string, (string | null)[]>();
  for (const service of services.length > 0 ? services : known) {
    const found = good.find(({ whole }) => whole.has(service));
    if (found === undefined) return refuse(noKnownGood(service));
    chosen.set(found.id, [...(chosen.get(found.id) ?? []), service]);
  }
  if (chosen.size === 0) return refuse(noKnownGood(null));
  return ok([...chosen].map(([id, taken]) => ({ id, services: taken })));
}

/** The same of snapshots that are held whole. */
export function chooseKnownGood(
  manifests: readonly Manifest[],
  verdicts: readonly StoredVerdict[],
  asked: KnownGood,
): Result<Part[]> {
  const chosen = chooseGood(manifests.map(candidateOf), verdicts, asked);
  if (!chosen.ok) return chosen;
  const byId = new Map(manifests.map((manifest) => [manifest.id, manifest]));
  return ok(chosen.value.map(({ id, services }) => ({ manifest: byId.get(id)!, services })));
}

/** Where no snapshot is of this host, any host's may be meant: hosts get new names. */
function oursOf(candidates: readonly Candidate[], host: string): (candidate: Candidate) => boolean {
  return candidates.some((one) => one.host === host) ? (one) => one.host === host : () => true;
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
