import type { Change } from '../changes/change.ts';
import type { Subject } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import { liveDrift } from '../checks/live-drift.ts';
import { runChecks } from '../checks/run.ts';
import type { Finding } from '../findings/finding.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Policy, Selection } from '../policy/policy.ts';
import type { LoadSchema } from '../schemas/load.ts';
import { createSchemas } from '../schemas/schemas.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import { openAround } from '../subjects/around.ts';
import type { Selected } from '../subjects/select.ts';
import { NO_QUESTIONS, prepareSubjects, toSubject } from '../subjects/subjects.ts';
import type { Evidence } from '../verdict/decide.ts';
import type { NotLookedAt } from '../verdict/decision.ts';
import { summarise } from '../verdict/summary.ts';
import { unreadParts } from '../verdict/unread.ts';
import type { Drifted } from './drift.ts';
import { templated } from './known.ts';
import { entryOf } from './pair.ts';

/** Files whose contents are read and compared; of the others the finding says what the digests say. */
export const MOST_READ = 200;

export type Judging = {
  pair: SnapshotPair;
  policy: Policy;
  select(path: string): Selection;
  schemas: LoadSchema;
};

/** Judges what differs like any change, each finding below the drift that it explains. */
export async function judgeDrift(
  drifted: readonly Drifted[],
  { pair, policy, select, schemas }: Judging,
): Promise<Result<Evidence>> {
  const evidence: Evidence = { findings: [], changes: [], notLookedAt: [] };
  const read = drifted.filter(isRead).slice(0, MOST_READ);
  const byPath = new Map(read.map((one) => [one.path, one]));
  const selected = read.map((one): Selected => ({ change: changeOf(one), selection: select(one.path) }));
  const changes = selected.map(({ change }) => change);
  const around = await openAround(pair, policy, changes, selected);
  if (!around.ok) return around;
  const made = createSchemas(schemas);
  const proposed = { edits: [], schemas: made, judges: () => false };
  for await (const group of prepareSubjects(pair, around.value, made, proposed, selected)) {
    if (!group.ok) return group;
    for (const { subject, unjudged } of group.value) {
      const { drift } = byPath.get(subject.change.path)!;
      if (drift.against.kind === 'commit' && isTemplate(subject)) {
        evidence.notLookedAt.push(templated(subject.change.path));
        continue;
      }
      add(evidence, { ...subject, drift }, policy);
      const unread = drift.rotating ? [] : unreadParts(subject, unjudged);
      evidence.notLookedAt.push(...unread.filter(({ reason }) => reason !== 'link').map(besides));
    }
  }
  for (const one of drifted) {
    if (byPath.has(one.path)) continue;
    const bare = { change: changeOf(one), selection: select(one.path) };
    const compared = { ...bare, difference: undefined, lines: undefined, everything: {}, unread: [] };
    add(evidence, { ...toSubject(compared, NO_QUESTIONS), drift: one.drift }, policy);
  }
  return ok(evidence);
}

/** Only what has another content has anything to say by key. */
function isRead({ drift, good, stands }: Drifted): boolean {
  return drift.content || drift.good !== drift.live ? (good ?? stands) !== undefined : false;
}

/** The digests have judged the file; what its keys would say besides is not waited for. */
function besides(part: NotLookedAt): NotLookedAt {
  const detail =
    part.reason === 'missing' ? 'Its content could not be had, so its keys are not compared.' : part.detail;
  const hint = 'That it is not as it should be is known all the same: look at the file itself.';
  return { ...part, detail, hint, blocks: false };
}

function isTemplate({ before }: Subject): boolean {
  return before?.kind === 'opaque' && before.reason === 'template';
}

function add(evidence: Evidence, subject: Subject, policy: Policy): void {
  // What rotates may have any content: only that it has another one is told.
  const asked = subject.drift?.rotating ? [liveDrift] : [liveDrift, ...checks];
  const found: Finding[] = runChecks(subject, asked, policy.origin);
  for (const finding of found) evidence.findings.push(finding);
  evidence.changes.push(summarise(subject, found.length > 0));
}

function changeOf({ path, drift, good, stands }: Drifted): Change {
  const before = good === undefined ? undefined : entryOf(good);
  const after = stands === undefined ? undefined : entryOf(stands);
  const status =
    drift.good === 'nothing'
      ? 'added'
      : drift.live === 'nothing'
        ? 'removed'
        : drift.good === drift.live
          ? 'modified'
          : 'retyped';
  return { path, status, ...(before && { before }), ...(after && { after }) };
}
