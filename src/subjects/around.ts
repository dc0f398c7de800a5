import type { Change } from '../changes/change.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Policy } from '../policy/policy.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import { type Messages, openMessages } from './messages.ts';
import { type NearbyFiles, openNearby } from './nearby.ts';
import { openPast, type PastOf } from './past.ts';
import type { Selected } from './select.ts';
import { openSiblings, type Siblings } from './siblings.ts';

/** What can be asked about changed files beyond their own two versions; each is looked up when it is needed. */
export type Around = { siblings: Siblings; nearby: NearbyFiles; past: PastOf; messages: Messages };

export async function openAround(
  pair: SnapshotPair,
  policy: Policy,
  changes: readonly Change[],
  selected: readonly Selected[],
): Promise<Result<Around>> {
  const siblings = await openSiblings(pair, policy, changes, selected);
  if (!siblings.ok) return siblings;
  const messages = openMessages(pair);
  const past = openPast(pair, messages, selected);
  return ok({ siblings: siblings.value, nearby: openNearby(pair.after), past, messages });
}
