import { announcesRemoval, announcesRevert } from '../changes/announced.ts';
import type { Subject } from '../checks/check.ts';
import type { Context, Sibling } from '../checks/context.ts';
import { hiddenBy } from '../checks/hidden.ts';
import { showValue } from '../findings/show.ts';
import type { Path } from '../model/path.ts';
import { ok, type Problem, type Result } from '../model/problem.ts';
import type { Schemas } from '../schemas/schemas.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import type { Around } from './around.ts';
import { type Compared, compareAll } from './compare.ts';
import { judgeVersions } from './judge.ts';
import type { Proposed } from './proposed.ts';
import { readVersions, type Versions } from './read.ts';
import { judgeRules } from './rules.ts';
import type { Selected } from './select.ts';

/** A subject, and why some of its schemas say nothing. */
export type Prepared = { subject: Subject; unjudged: Problem[] };

/** Files that are read, parsed and judged at a time: enough to keep git busy, few enough to keep memory low. */
const GROUP = 64;

/** Makes subjects of the selected changes, a group at a time; while one is judged the next is being read. */
export async function* prepareSubjects(
  pair: SnapshotPair,
  around: Around,
  schemas: Schemas,
  proposed: Proposed,
  selected: readonly Selected[],
): AsyncGenerator<Result<Prepared[]>> {
  const { siblings, nearby, past, messages } = around;
  let next = readGroup(pair, around, selected, 0);
  for (let start = 0; start < selected.length; start += GROUP) {
    const { versions, siblingsOf } = await next;
    const group = selected.slice(start, start + GROUP);
    next = readGroup(pair, around, selected, start + GROUP);
    const judged = await judgeVersions(schemas, group, versions, proposed);
    const ruled = await judgeRules(schemas, group, versions);
    const compared = await compareAll(group, versions);
    const near = await nearby.load(compared);
    if (!near.ok) {
      yield near;
      return;
    }
    const said = compared.some(isCompared) ? await messages() : [];
    const prepared = compared.map((one, index): Prepared => {
      const { path } = one.change;
      const questions: Questions = {
        schemas: () => judged[index]!.verdicts,
        rules: () => ruled[index]!.broken,
        environment: () => siblings.environment(path),
        siblings: () => siblingsOf(path),
        nearby: () => near.value(path),
        announcesRemoval: (names) => announcesRemoval(said, names),
        announcesRevert: () => (said.length === 0 ? undefined : announcesRevert(said)),
        wentBack: () => past.wentBack(one, one, one.difference),
      };
      const unjudged = [...judged[index]!.unjudged, ...ruled[index]!.unjudged, ...one.unread];
      return { subject: toSubject(one, questions), unjudged };
    });
    yield ok(prepared);
  }
}

/** Whether it is worth asking what the change says of itself. */
function isCompared({ selection, difference }: Compared): boolean {
  return selection.critical && (difference?.changes.length ?? 0) > 0;
}

type Group = { versions: Versions[]; siblingsOf(path: Path): Sibling[] };

async function readGroup(
  pair: SnapshotPair,
  { siblings, past }: Around,
  selected: readonly Selected[],
  start: number,
): Promise<Group> {
  const group = selected.slice(start, start + GROUP);
  const versions = await readVersions(pair, group);
  await past.load(group, versions);
  return { versions, siblingsOf: await siblings.load(group, versions) };
}

/** What a subject may ask beyond its own change. */
type Questions = Pick<
  Context,
  | 'schemas'
  | 'rules'
  | 'environment'
  | 'siblings'
  | 'nearby'
  | 'announcesRemoval'
  | 'announcesRevert'
  | 'wentBack'
>;

/** For the files that steer Holdfast itself: nothing is asked beyond their own change. */
export const NO_QUESTIONS: Questions = {
  schemas: () => [],
  rules: () => [],
  environment: () => undefined,
  siblings: () => [],
  nearby: () => [],
  announcesRemoval: () => undefined,
  announcesRevert: () => undefined,
  wentBack: () => undefined,
};

export function toSubject(
  { twin, everything, unread: _, ...compared }: Compared,
  questions: Questions,
): Subject {
  const hides = hiddenBy(compared.selection, compared.before, compared.after);
  return {
    ...compared,
    context: {
      ...questions,
      show: (value, segments) => showValue(value, segments, hides),
      everything: (side) => everything[side],
      twin: () => twin,
    },
  };
}
