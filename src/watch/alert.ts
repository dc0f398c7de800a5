import type { Location } from '../restore/plan.ts';

/** What can be wrong at a place, and with the watch itself. The texts go behind the place, as people read it. */
export const KINDS = {
  modified: 'its content is not that of the last known good',
  removed: 'it is gone',
  added: 'it was added since the last known good',
  editor: 'an editor has left it there, or has had the file beside it open for long',
  retyped: 'a file has become a link, or a link a file',
  metadata: 'its mode or owner is not that of the last known good',
  unreadable: 'it cannot be compared',
  changing: 'it changes all the time and cannot be compared',
  store: 'the store cannot be used',
  'known-good': 'there is no known good to compare with',
  coverage: 'there are critical files that the last known good says nothing about',
  watches: 'changes are seen by sweeps only',
  policy: 'the policy cannot be read',
  deployment: 'a deployment was interrupted, and is not finished',
} as const;

export type Kind = keyof typeof KINDS;

/** A deviation from what should be. */
export type Drift = {
  kind: Kind;
  /** Equal for equal wrong states of one place: an alert is given once for each. */
  state: string;
  /** What is known besides the kind, for people and without values of the configuration; may be empty. */
  what: string;
};

/** Something that is wrong, from when it was seen until it is right again. */
export type Alert = Drift & {
  /** The place, or `watch:store` and the like; one alert is open for each. */
  key: string;
  path: Location | null;
  service: string | null;
  /** Lines of a difference by key, sensitive values hidden. */
  details: string[];
  /** The clock, `2026-01-31T12:00:00.000Z`. `changed`: when it was first seen in this state. */
  since: string;
  changed: string;
  /** The wrong states that were told, the newest ones of many. */
  told: string[];
  /** When it was seen to be right again. */
  until: string | null;
};

/** A moment: `ms` of a clock that never goes backwards, and what the calendar says. */
export type Moment = { ms: number; iso: string };

/** `/etc/auth/keys.yml: it is gone`, without values. */
export function sentenceOf({ path, key, kind, what }: Alert): string {
  return `${path ?? key}: ${KINDS[kind]}${what === '' ? '' : ` (${what})`}`;
}
