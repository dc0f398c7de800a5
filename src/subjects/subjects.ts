import type { Subject } from '../checks/check.ts';
import type { SchemaVerdict } from '../checks/context.ts';
import { hiddenBy } from '../checks/hidden.ts';
import { THRESHOLDS } from '../checks/thresholds.ts';
import type { Difference, Retention } from '../diff/difference.ts';
import { compareKeys } from '../diff/keys.ts';
import { retainedLines } from '../diff/lines.ts';
import { type Document, textOf } from '../documents/document.ts';
import { showValue } from '../findings/redact.ts';
import type { Problem } from '../model/problem.ts';
import type { Schemas } from '../schemas/schemas.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import { identityOf } from './identity.ts';
import { judgeVersions } from './judge.ts';
import type { PastOf } from './past.ts';
import { readVersions, type Versions } from './read.ts';
import type { Selected } from './select.ts';
import type { Families } from './siblings.ts';

/** A subject, and why some of its schemas say nothing. */
export type Prepared = { subject: Subject; unjudged: Problem[] };

/** Files that are read, parsed and judged at a time: enough to keep git busy, few enough to keep memory low. */
const GROUP = 64;

/** Makes subjects of the selected changes, a group at a time; while one is judged the next is being read. */
export async function* prepareSubjects(
  pair: SnapshotPair,
  families: Families,
  past: PastOf,
  schemas: Schemas,
  selected: readonly Selected[],
): AsyncGenerator<Prepared[]> {
  let next = readGroup(pair, families, past, selected, 0);
  for (let start = 0; start < selected.length; start += GROUP) {
    const versions = await next;
    const group = selected.slice(start, start + GROUP);
    next = readGroup(pair, families, past, selected, start + GROUP);
    const judged = await judgeVersions(schemas, group, versions);
    yield group.map((one, index) => ({
      subject: toSubject(one, versions[index]!, judged[index]!.verdicts, families, past),
      unjudged: judged[index]!.unjudged,
    }));
  }
}

async function readGroup(
  pair: SnapshotPair,
  families: Families,
  past: PastOf,
  selected: readonly Selected[],
  start: number,
): Promise<Versions[]> {
  const group = selected.slice(start, start + GROUP);
  const versions = await readVersions(pair, group);
  await families.load(group);
  await past.load(group, versions);
  return versions;
}

/** Without `families` and `past`, nothing is known of other environments and of what came before. */
export function toSubject(
  selected: Selected,
  versions: Versions,
  verdicts: SchemaVerdict[],
  families?: Families,
  past?: PastOf,
): Subject {
  const { change, selection, twin } = selected;
  const { before, after } = versions;
  const difference = differenceOf(before, after, selection.identity);
  const hides = hiddenBy(selection, before, after);
  return {
    change,
    selection,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    difference,
    lines: linesOf(before, after, difference),
    context: {
      schemas: () => verdicts,
      show: (value, segments) => showValue(value, segments, hides),
      environment: () => families?.environment(change.path),
      siblings: () => families?.siblings(change.path) ?? [],
      twin: () => twin,
      wentBack: () => past?.wentBack(selected, versions, difference),
    },
  };
}

function differenceOf(
  before: Document | undefined,
  after: Document | undefined,
  identity: Record<string, string>,
): Difference | undefined {
  if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return undefined;
  return compareKeys(before, after, identityOf(identity));
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
