import type { NotLookedAt, Severity } from '../../findings/finding.ts';
import { atLeast } from '../../findings/order.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Snapshot, SnapshotPair } from '../../snapshots/snapshot.ts';
import type { Judged } from '../rules/rule.ts';
import { type Candidate, type ChangedScripts, candidateSelector } from './candidates.ts';
import { type ReadScripts, readScripts } from './read.ts';
import { judgeSide, type Reviewed, toReviewed } from './reviewed.ts';

/**
 * What the scripts of the after side would do and those of the before side would not, wherever the line is, and in
 * whichever of the changed scripts. Files that they use are read on their own side. What became worse is new, too.
 */
export async function compareScripts(
  pair: SnapshotPair,
  policy: Policy,
  changed: ChangedScripts,
): Promise<Result<Reviewed | undefined>> {
  const after = await readWithUsers(pair.after, policy, changed);
  if (!after.ok) return after;
  if (after.value.scripts.length + after.value.unread.length === 0) return ok(undefined);
  const old = await counterparts(pair.before, changed, after.value);
  if (!old.ok) return old;
  const before = await readScripts(pair.before, old.value);
  if (!before.ok) return before;
  const [then, now] = [
    await judgeSide(pair.before, policy, before.value, COMPARED),
    await judgeSide(pair.after, policy, after.value, COMPARED),
  ];
  if (!then.ok) return then;
  if (!now.ok) return now;
  const unread = newUnread(before.value, after.value);
  const judged = { ...now.value, findings: newOnes(then.value, now.value) };
  return ok(toReviewed({ ...after.value, unread }, judged, false));
}

/** A comment that the change itself brings does not make it quiet; one that the base has hides what it hid there. */
const COMPARED = { suppressed: 'warning' } as const;

function newOnes(then: Judged, now: Judged): Judged['findings'] {
  const worst = new Map<string, Severity>();
  for (const { finding, identity } of then.findings) {
    const known = worst.get(identity);
    if (known === undefined || atLeast(finding.severity, known)) worst.set(identity, finding.severity);
  }
  return now.findings.filter(({ finding, identity }) => {
    const known = worst.get(identity);
    return known === undefined || !atLeast(known, finding.severity);
  });
}

/** What stops nothing is told once: when a change brings it. */
function newUnread(then: ReadScripts, now: ReadScripts): NotLookedAt[] {
  const factOf = ({ path, reason, detail }: NotLookedAt) => JSON.stringify([path, reason, detail]);
  const known = new Set(then.unread.map(factOf));
  return now.unread.filter((part) => part.blocks || !known.has(factOf(part)));
}

/** The changed scripts, and the others that the policy declares and that use a changed file. */
async function readWithUsers(
  snapshot: Snapshot,
  policy: Policy,
  { after, paths }: ChangedScripts,
): Promise<Result<ReadScripts>> {
  const own = await readScripts(snapshot, after);
  if (!own.ok || policy.scripts === undefined) return own;
  const listed = await snapshot.entries();
  if (!listed.ok) return listed;
  const select = candidateSelector(policy);
  const changed = new Set(after.map(({ entry }) => entry.path));
  const declared = listed.value.flatMap((entry) => (changed.has(entry.path) ? [] : (select(entry) ?? [])));
  const others = await readScripts(snapshot, declared);
  if (!others.ok) return others;
  const users = others.value.scripts.filter(({ analysis }) => analysis.uses.some((use) => paths.has(use)));
  const names = new Set(users.map(({ path }) => path));
  const uses = new Set(users.flatMap(({ analysis }) => analysis.uses));
  const texts = others.value.scripts.map(({ path, text }) => [path, text] as const);
  const used = [...own.value.used, ...others.value.used, ...texts.filter(([path]) => uses.has(path))];
  return ok({
    scripts: [...own.value.scripts, ...users],
    used: new Map(used.filter(([path]) => !changed.has(path) && !names.has(path))),
    unread: [...own.value.unread, ...others.value.unread.filter(({ path }) => names.has(path))],
    beyond: [...own.value.beyond, ...others.value.beyond],
  });
}

/** The scripts of the before side: those that changed, and the others under the same paths. */
async function counterparts(
  snapshot: Snapshot,
  { before, after }: ChangedScripts,
  { scripts }: ReadScripts,
): Promise<Result<Candidate[]>> {
  const changed = new Set<Path>([...after, ...before].map(({ entry }) => entry.path));
  const others: Candidate[] = [];
  for (const { path, asked } of scripts) {
    if (changed.has(path)) continue;
    const entry = await snapshot.entry(path);
    if (!entry.ok) return entry;
    if (entry.value !== undefined) others.push({ entry: entry.value, asked });
  }
  return ok([...before, ...others]);
}
