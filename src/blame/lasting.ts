import type { Finding } from '../findings/finding.ts';
import type { Path } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import type { Entry, RawChange, SnapshotPair } from '../snapshots/snapshot.ts';
import type { Decision } from '../verdict/decision.ts';
import { damageOf } from './damage.ts';
import type { Step } from './step.ts';

/** What became of the damage: findings that are not true any more, and whether a file that was broken still is. */
export type Lasting = { repaired: Set<Finding>; broken: boolean };

/**
 * Whether a file is broken or forbidden is a fact about the file as it is, so that it can be asked again of the file at
 * the end of the range: the same check, of what stood before the step and what stands there at last. How much of a change
 * still holds says nothing about that: one bracket repairs a file, and edits elsewhere in it do not.
 * @param later paths that a later step has broken: as only what could be read can be broken, they were repaired before.
 * @param placeOf where a file is at the end. `judge`: the check, of two snapshots.
 */
export async function lastingDamage(
  step: Step,
  findings: readonly Finding[],
  later: ReadonlySet<Path>,
  placeOf: (change: RawChange) => Path,
  judge: (pair: SnapshotPair) => Promise<Result<Decision>>,
): Promise<Result<Lasting>> {
  // An edited schema speaks of files that the step did not touch: of these nothing can be compared.
  const changed = new Set(step.changes.map(({ path }) => path));
  const facts = findings.filter((finding) => isFact(finding) && changed.has(finding.path));
  const isRepaired = (finding: Finding) => damageOf(finding) === 'broken' && later.has(finding.path);
  const open = facts.filter((finding) => !isRepaired(finding));
  const paths = new Set(open.map(({ path }) => path));
  if (step.undone) return ok({ repaired: new Set(), broken: false });
  const since: RawChange[] = [];
  const untouched = new Set<string>();
  for (const change of step.changes.filter(({ path }) => paths.has(path))) {
    const { path, before, after } = change;
    const found = await step.end.entry(placeOf(change));
    if (!found.ok) return found;
    const end = found.value;
    if (isSame(end, after)) untouched.add(path);
    else if (!isSame(end, before))
      since.push({ path, ...(before && { before }), ...(end && { after: end }) });
  }
  const still = new Set(untouched);
  if (since.length > 0) {
    const decision = await judge({ ...step.pair(), after: step.end, differences: async () => ok(since) });
    if (!decision.ok) return decision;
    for (const finding of decision.value.findings.flatMap((one) => [one, ...(one.folded ?? [])]))
      if (isFact(finding)) still.add(keyOf(finding));
  }
  const lasts = (finding: Finding) => still.has(finding.path) || still.has(keyOf(finding));
  const repaired = new Set(facts.filter((finding) => isRepaired(finding) || !lasts(finding)));
  return ok({ repaired, broken: brokenBy(facts.filter((finding) => !repaired.has(finding))).length > 0 });
}

/** Paths that a step has broken. */
export function brokenBy(findings: readonly Finding[]): Path[] {
  return findings.filter((finding) => damageOf(finding) === 'broken').map(({ path }) => path);
}

function isFact(finding: Finding): boolean {
  const damage = damageOf(finding);
  return damage === 'broken' || damage === 'forbidden';
}

/** A file that is broken in another way is broken. */
function keyOf(finding: Finding): string {
  const damage = damageOf(finding);
  return JSON.stringify([damage, damage === 'broken' ? '' : finding.check, finding.path]);
}

function isSame(one: Entry | undefined, other: Entry | undefined): boolean {
  return one?.id === other?.id && one?.mode === other?.mode;
}
