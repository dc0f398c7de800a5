import type { Location } from '../restore/plan.ts';
import type { Alert, Drift, Kind, Moment } from './alert.ts';

/**
 * What was found at one place. `tolerated`: a deployment may leave it so for now; it neither opens an alert nor ends
 * one.
 */
export type Observation = { key: string; path: Location | null; service: string | null } & (
  | { verdict: 'good' | 'tolerated' }
  /** `instance` tells a file from another one that took its place with the same content. */
  | { verdict: 'bad'; drift: Drift; instance: string }
);

/**
 * All that the watch remembers. `suspects`: wrong states that may pass by themselves, and since when they are seen.
 * `once`: it ends after this look, so that nobody can wait for an editor to be closed.
 */
export type Watching = { open: Map<string, Alert>; suspects: Map<string, Suspect>; once?: true };

type Suspect = { instance: string; first: number; since: number };

/**
 * Milliseconds for which a state has to last. Whoever replaces a file whole writes another one beside it before, which
 * comes and goes: it counts from when the same one was first seen, and in the end however often it is another one.
 */
const PATIENCE: { readonly [kind in Kind]?: number } = { added: 1000, changing: 5000, editor: 900_000 };
const LAST_PATIENCE = 30_000;

/** States of one place that are remembered as told. */
const MOST_TOLD = 50;

/** What is to be told, `until` saying whether it is over; and places that have to be looked at again and when. */
export type Step = { told: Alert[]; again: { key: string; at: number }[] };

export function startWatching(open: readonly Alert[] = []): Watching {
  return { open: new Map(open.map((alert) => [alert.key, alert])), suspects: new Map() };
}

/** Takes in what was found; each wrong state of a place is told once, and once more when it is right again. */
export function observe(watching: Watching, observations: readonly Observation[], now: Moment): Step {
  const step: Step = { told: [], again: [] };
  for (const observation of observations) {
    if (observation.verdict === 'bad') suspect(watching, observation, now, step);
    else {
      watching.suspects.delete(observation.key);
      if (observation.verdict === 'good') resolve(watching, observation.key, now, step);
    }
  }
  return step;
}

type Bad = Extract<Observation, { verdict: 'bad' }>;

function suspect(
  { open, suspects, once }: Watching,
  { drift, instance, verdict, ...about }: Bad,
  now: Moment,
  step: Step,
): void {
  const { key } = about;
  const before = open.get(key);
  if (before?.state === drift.state) {
    suspects.delete(key);
    return;
  }
  const known = suspects.get(key);
  const first = known?.first ?? now.ms;
  const since = known?.instance === instance ? known.since : now.ms;
  const patience = PATIENCE[once && drift.kind === 'editor' ? 'added' : drift.kind] ?? 0;
  const due = Math.min(since + patience, first + Math.max(patience, LAST_PATIENCE));
  if (due > now.ms) {
    suspects.set(key, { instance, first, since });
    step.again.push({ key, at: due });
    return;
  }
  suspects.delete(key);
  const alert: Alert = {
    ...about,
    ...drift,
    details: [],
    since: before?.since ?? now.iso,
    changed: now.iso,
    told: [...(before?.told ?? []), drift.state].slice(-MOST_TOLD),
    until: null,
  };
  open.set(key, alert);
  if (!before?.told.includes(drift.state)) step.told.push(alert);
}

function resolve({ open }: Watching, key: string, now: Moment, step: Step): void {
  const alert = open.get(key);
  if (alert === undefined) return;
  open.delete(key);
  step.told.push({ ...alert, until: now.iso });
}
