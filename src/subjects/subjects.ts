import type { Subject } from '../checks/check.ts';
import type { Context, Sibling } from '../checks/context.ts';
import { hiddenBy } from '../checks/hidden.ts';
import { THRESHOLDS } from '../checks/thresholds.ts';
import type { Difference, Retention } from '../diff/difference.ts';
import { retainedLines } from '../diff/lines.ts';
import { type Document, textOf } from '../documents/document.ts';
import { showValue } from '../findings/show.ts';
import type { Path } from '../model/path.ts';
import { ok, type Problem, type Result } from '../model/problem.ts';
import type { Schemas } from '../schemas/schemas.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import { type Compared, compareAll } from './compare.ts';
import { judgeVersions } from './judge.ts';
import { openNearby } from './nearby.ts';
import type { PastOf } from './past.ts';
import type { Proposed } from './proposed.ts';
import { readVersions, type Versions } from './read.ts';
import type { Selected } from './select.ts';
import type { Siblings } from './siblings.ts';

/** A subject, and why some of its schemas say nothing. */
export type Prepared = { subject: Subject; unjudged: Problem[] };

/** Files that are read, parsed and judged at a time: enough to keep git busy, few enough to keep memory low. */
const GROUP = 64;

/** Makes subjects of the selected changes, a group at a time; while one is judged the next is being read. */
export async function* prepareSubjects(
  pair: SnapshotPair,
  siblings: Siblings,
  past: PastOf,
  schemas: Schemas,
  proposed: Proposed,
  selected: readonly Selected[],
): AsyncGenerator<Result<Prepared[]>> {
  const nearby = openNearby(pair.after);
  let next = readGroup(pair, siblings, past, selected, 0);
  for (let start = 0; start < selected.length; start += GROUP) {
    const { versions, siblingsOf } = await next;
    const group = selected.slice(start, start + GROUP);
    next = readGroup(pair, siblings, past, selected, start + GROUP);
    const judged = await judgeVersions(schemas, group, versions, proposed);
    const compared = await compareAll(group, versions);
    const near = await nearby.load(group.map((one, index) => ({ ...one, ...compared[index]! })));
    if (!near.ok) {
      yield near;
      return;
    }
    const prepared = group.map((one, index): Prepared => {
      const { path } = one.change;
      const questions: Questions = {
        schemas: () => judged[index]!.verdicts,
        environment: () => siblings.environment(path),
        siblings: () => siblingsOf(path),
        nearby: () => near.value(path),
        wentBack: () => past.wentBack(one, compared[index]!, compared[index]!.difference),
      };
      return {
        subject: toSubject(one, compared[index]!, questions),
        unjudged: [...judged[index]!.unjudged, ...compared[index]!.unread],
      };
    });
    yield ok(prepared);
  }
}

type Group = { versions: Versions[]; siblingsOf(path: Path): Sibling[] };

async function readGroup(
  pair: SnapshotPair,
  siblings: Siblings,
  past: PastOf,
  selected: readonly Selected[],
  start: number,
): Promise<Group> {
  const group = selected.slice(start, start + GROUP);
  const versions = await readVersions(pair, group);
  await past.load(group, versions);
  return { versions, siblingsOf: await siblings.load(group, versions) };
}

/** What a subject may ask beyond its own change. */
type Questions = Pick<Context, 'schemas' | 'environment' | 'siblings' | 'nearby' | 'wentBack'>;

/** For the files that steer Holdfast itself: nothing is asked beyond their own change. */
export const NO_QUESTIONS: Questions = {
  schemas: () => [],
  environment: () => undefined,
  siblings: () => [],
  nearby: () => [],
  wentBack: () => undefined,
};

export function toSubject(
  { change, selection, twin }: Selected,
  { before, after, difference, everything }: Compared,
  questions: Questions,
): Subject {
  const hides = hiddenBy(selection, before, after);
  return {
    change,
    selection,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    difference,
    lines: linesOf(before, after, difference),
    context: {
      ...questions,
      show: (value, segments) => showValue(value, segments, hides),
      everything: (side) => everything[side],
      twin: () => twin,
    },
  };
}

/** Lines are counted only where the keys leave a doubt, or where there are none. */
function linesOf(
  before: Document | undefined,
  after: Document | undefined,
  difference: Difference | undefined,
): Retention | undefined {
  const doubt =
    difference === undefined ||
    difference.keys.share < THRESHOLDS.keysDoubtful ||
    difference.values.share < THRESHOLDS.valuesDoubtful;
  const [then, now] = [textOf(before), textOf(after)];
  return doubt && then !== undefined && now !== undefined ? retainedLines(then, now) : undefined;
}
