import type { Against } from '../changes/drift.ts';
import { createLiveSelector } from '../policy/live.ts';
import type { Policy } from '../policy/policy.ts';
import type { Asked, Chosen, Part } from '../restore/choose.ts';
import type { Location } from '../restore/plan.ts';
import type { Collected } from '../store/manifest.ts';
import type { NotLookedAt } from '../verdict/decision.ts';

/**
 * Of a commit it is known that it does not have the other files of a directory that the policy maps; a snapshot says by
 * its own rules what it would have held.
 */
export function withLacking(parts: readonly Part[], live: Collected, policy: Policy): Part[] {
  const select = createLiveSelector(policy);
  return parts.map((part) => {
    const held = new Set([...part.manifest.files, ...part.manifest.unsaved].map(({ path }) => path));
    const lacking = live.files.filter(({ path }) => !held.has(path) && select(path)?.path !== undefined);
    const absent = lacking.map(({ path, service }) => ({ path, service }));
    return { ...part, manifest: { ...part.manifest, absent } };
  });
}

/** What belongs on the host, as far as the rules of today look at it, and why the rest is left out. */
export type Today = Pick<Chosen, 'files' | 'absent'> & { left: NotLookedAt[] };

/**
 * Tells apart what is looked at, what is not critical any more, and what belongs to another service by now.
 * @param rules those of `policy` that were asked about; without a policy those of the snapshots.
 */
export function ofToday(chosen: Chosen, rules: Policy, policy: Policy | undefined): Today {
  const looksAt = createLiveSelector(rules);
  const isCritical = policy === undefined ? () => true : createLiveSelector(policy);
  const isSeen = (path: Location) => looksAt(path) !== undefined;
  const paths = chosen.files.map(({ path }) => path);
  const former = paths.filter((path) => !isCritical(path));
  const moved = [...paths, ...chosen.absent].filter((path) => !isSeen(path) && isCritical(path));
  return {
    files: chosen.files.filter(({ path }) => isSeen(path)),
    absent: chosen.absent.filter(isSeen),
    left: [
      ...(former.length === 0 ? [] : [noLongerCritical(former[0]!, former.length)]),
      ...(moved.length === 0 ? [] : [ofAnotherService(moved[0]!, moved.length)]),
    ],
  };
}

/** Critical places of which nothing says what belongs there. */
export function unheld(live: readonly Location[], against: Against, asked: Asked): NotLookedAt[] {
  const [first] = live;
  if (first === undefined) return [];
  const others = live.length === 1 ? '' : ` and ${live.length - 1} other critical files`;
  if (against.kind === 'commit') {
    return [
      {
        path: first,
        reason: 'only-on-hosts',
        detail: `This file${others} are of places that the policy names on hosts only: a commit does not have them.`,
        hint: 'Verify them against the known good.',
        // Whoever names a service or a path wants to know of exactly that.
        blocks: asked.services.length + asked.paths.length > 0,
      },
    ];
  }
  return [
    {
      path: first,
      reason: 'not-in-known-good',
      detail: `The policy calls this file${others} critical, and the rules by which the snapshot was made did not: what belongs there is not known.`,
      hint: 'Take a new snapshot with holdfast backup, and have it known to be good.',
      blocks: true,
    },
  ];
}

/** Files of a commit that the policy puts nowhere on hosts. */
export function unplaced(paths: readonly string[]): NotLookedAt[] {
  const [first] = paths;
  if (first === undefined) return [];
  const others = paths.length === 1 ? '' : ` and of ${paths.length - 1} other critical files`;
  return [
    {
      path: first,
      reason: 'no-live-place',
      detail: `The policy does not say where this file${others} is on hosts.`,
      hint: 'Add `live:` to its rule, such as `live: /etc/auth`, when it is on hosts.',
      blocks: false,
    },
  ];
}

/** A file of a commit that is filled in on its way to the host. */
export function templated(path: Location): NotLookedAt {
  return {
    path,
    reason: 'template',
    detail: 'In the commit it is a template, so what belongs on the host cannot be known from it.',
    hint: 'Verify it against the known good, which holds the file as it was rendered.',
    blocks: true,
  };
}

function noLongerCritical(path: Location, count: number): NotLookedAt {
  const others = count === 1 ? '' : ` and ${count - 1} others`;
  return {
    path,
    reason: 'no-longer-critical',
    detail: `The snapshot has this file${others}; the policy of today does not call it critical.`,
    hint: 'Nothing, when that is meant.',
    blocks: false,
  };
}

function ofAnotherService(path: Location, count: number): NotLookedAt {
  const others = count === 1 ? '' : ` and ${count - 1} others`;
  return {
    path,
    reason: 'another-service',
    detail: `The snapshot has this place${others} for the service that was asked about; the policy of today gives it to another one, so that it was not looked at.`,
    hint: 'Verify without --service, or take a new snapshot with holdfast backup.',
    blocks: true,
  };
}
