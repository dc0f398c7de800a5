import type { Subject } from '../checks/check.ts';
import type { SchemaVerdict } from '../checks/context.ts';
import { hiddenBy } from '../checks/hidden.ts';
import { identityOf } from '../checks/key-name.ts';
import { THRESHOLDS } from '../checks/thresholds.ts';
import type { Difference, Retention } from '../diff/difference.ts';
import { compareKeys } from '../diff/keys.ts';
import { retainedLines } from '../diff/lines.ts';
import { type Document, textOf } from '../documents/document.ts';
import { showValue } from '../findings/redact.ts';
import type { Problem } from '../model/problem.ts';
import type { Selection } from '../policy/policy.ts';
import type { Schemas } from '../schemas/schemas.ts';
import type { SnapshotPair } from '../snapshots/snapshot.ts';
import { judgeVersions } from './judge.ts';
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
  schemas: Schemas,
  selected: readonly Selected[],
): AsyncGenerator<Prepared[]> {
  let next = readGroup(pair, families, selected, 0);
  for (let start = 0; start < selected.length; start += GROUP) {
    const versions = await next;
    const group = selected.slice(start, start + GROUP);
    next = readGroup(pair, families, selected, start + GROUP);
    const judged = await judgeVersions(schemas, group, versions);
    yield group.map((one, index) => ({
      subject: toSubject(one, versions[index]!, judged[index]!.verdicts, families),
      unjudged: judged[index]!.unjudged,
    }));
  }
}

async function readGroup(
  pair: SnapshotPair,
  families: Families,
  selected: readonly Selected[],
  start: number,
): Promise<Versions[]> {
  const group = selected.slice(start, start + GROUP);
  const versions = await readVersions(pair, group);
  await families.load(group);
  return versions;
}

/** @param families `undefined` where no environments are asked for. */
export function toSubject(
  { change, selection, twin }: Selected,
  { before, after }: Versions,
  verdicts: SchemaVerdict[],
  families: Families | undefined,
): Subject {
  const difference = differenceOf(before, after, selection);
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
    },
  };
}

function differenceOf(
  before: Document | undefined,
  after: Document | undefined,
  selection: Selection,
): Difference | undefined {
  if (before?.kind !== 'parsed' || after?.kind !== 'parsed') return undefined;
  return compareKeys(before, after, identityOf(selection));
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
