import type { Change } from '../changes/change.ts';
import type { Sibling } from '../checks/context.ts';
import { THRESHOLDS } from '../checks/thresholds.ts';
import { compareLines } from '../diff/lines.ts';
import { type Document, textOf } from '../documents/document.ts';
import type { Path } from '../model/path.ts';
import { ok, type Result } from '../model/problem.ts';
import { environmentKind } from '../policy/environments.ts';
import type { Policy } from '../policy/policy.ts';
import { findKin, type Kin } from '../policy/relatives.ts';
import type { Entry, Snapshot, SnapshotPair } from '../snapshots/snapshot.ts';
import { readBlobs, toDocument, type Versions } from './read.ts';
import type { Selected } from './select.ts';

/** The files that a changed file may be mistaken for. */
export type Siblings = {
  environment(path: Path): string | undefined;
  /** Reads the siblings of a group of changes, and answers for them. */
  load(selected: readonly Selected[], versions: readonly Versions[]): Promise<(path: Path) => Sibling[]>;
};

/** Copies of one content that are told apart: the first in the order of paths is the one that is named. */
const MOST_COPIES = 3;
/**
 * Pairs of a file and another environment's that one run compares, and how many there are of one file at least: in
 * a family of hundreds of which all change, each is compared with the first ones.
 */
const MOST_PAIRS = 10_000;
const LEAST_OTHERS = 12;

/** Lists the before side only when a file is in both: others have nothing that could be replaced. */
export async function openSiblings(
  pair: SnapshotPair,
  policy: Policy,
  changes: readonly Change[],
  selected: readonly Selected[],
): Promise<Result<Siblings>> {
  const paths = selected.filter(isInBoth).map(({ change }) => change.path);
  const listed = paths.length === 0 ? ok([]) : await pair.before.entries();
  if (!listed.ok) return listed;
  const entries = new Map(listed.value.map((entry) => [entry.path, entry]));
  const kinOf = findKin(policy.environments, paths, [...entries.keys()]);
  const kin = new Map<Path, Kin>();
  const most = Math.max(LEAST_OTHERS, Math.floor(MOST_PAIRS / Math.max(1, paths.length)));
  const known = (path: Path): Kin => {
    const found = kin.get(path) ?? firstOf(kinOf(path), most);
    kin.set(path, found);
    return found;
  };
  const copies = copiesOf(selected, listed.value);
  const byPath = new Map(changes.map((change) => [change.path, change]));
  return ok({
    environment: (path) => known(path).environment,
    async load(group, versions) {
      const wanted = new Map<Path, Wanted[]>();
      for (const [index, one] of group.entries()) {
        if (!isInBoth(one)) continue;
        const found = wantedFor(one, versions[index]!, known(one.change.path), copies, entries);
        wanted.set(one.change.path, found);
      }
      const all = [...wanted.values()].flat();
      const [before, after] = await Promise.all([
        readAll(pair.before, all),
        readAll(
          pair.after,
          all.flatMap((one) => afterOf(one, byPath)),
        ),
      ]);
      return (path) =>
        (wanted.get(path) ?? []).map((one) => toSibling(one, byPath.get(path)!, byPath, before, after));
    },
  });
}

type Wanted = Pick<Sibling, 'relation' | 'environment'> & { entry: Entry; like: Selected };

function isInBoth({ change }: Selected): boolean {
  return change.before !== undefined && change.after !== undefined && change.before.id !== change.after.id;
}

/** Entries of the before side by content, for the contents that the change puts into a file. */
function copiesOf(selected: readonly Selected[], entries: readonly Entry[]): Map<string, Entry[]> {
  const copies = new Map<string, Entry[]>(
    selected.filter(isInBoth).map(({ change }) => [change.after!.id, []]),
  );
  for (const entry of entries) {
    const same = copies.get(entry.id);
    if (same !== undefined && same.length < MOST_COPIES) same.push(entry);
  }
  return copies;
}

/** Production's file is kept: it is what the others are compared with. */
function firstOf({ relatives, ...own }: Kin, most: number): Kin {
  if (relatives.length <= most) return { ...own, relatives };
  const production = relatives.find(
    ({ environment }) => environment !== undefined && environmentKind(environment) === 'production',
  );
  const first = relatives.slice(0, most);
  if (production !== undefined && !first.includes(production)) first.push(production);
  return { ...own, relatives: first };
}

/** Peers are read only for a file of which so much changed that it could have become another one. */
function wantedFor(
  like: Selected,
  versions: Versions,
  { relatives }: Kin,
  copies: ReadonlyMap<string, readonly Entry[]>,
  entries: ReadonlyMap<Path, Entry>,
): Wanted[] {
  const { path, after } = like.change;
  const apart = relatives.filter(({ relation }) => relation === 'peer' || relation === 'sample');
  const left = new Set(apart.length === 0 || isLarge(versions) ? [] : apart);
  const related = relatives
    .filter((relative) => !left.has(relative))
    .map(({ path: other, relation, environment }): Wanted => {
      return {
        entry: entries.get(other)!,
        relation,
        ...(environment !== undefined && { environment }),
        like,
      };
    });
  const seen = new Set(related.map(({ entry }) => entry.path));
  const exact = (copies.get(after!.id) ?? [])
    .filter((entry) => entry.path !== path && !seen.has(entry.path))
    .map((entry): Wanted => ({ entry, relation: 'copy', like }));
  return [...related, ...exact];
}

function isLarge({ before, after }: Versions): boolean {
  const [then, now] = [textOf(before), textOf(after)];
  if (then === undefined || now === undefined) return false;
  const { kept, ...count } = compareLines(then, now);
  const lines = Math.max(count.before, count.after);
  const changed = lines - kept;
  return changed >= Math.max(THRESHOLDS.siblingLeastDifferences, lines * THRESHOLDS.peerChanged);
}

/** The after version of another environment's file, where the change has made another one of it. */
function afterOf({ entry, relation, like }: Wanted, changes: ReadonlyMap<Path, Change>): Wanted[] {
  const after = changes.get(entry.path)?.after;
  const compared = relation === 'declared' || relation === 'discovered';
  return compared && after !== undefined ? [{ entry: after, relation, like }] : [];
}

async function readAll(snapshot: Snapshot, wanted: readonly Wanted[]): Promise<Map<string, Document>> {
  const distinct = [...new Map(wanted.map((one) => [one.entry.path, one])).values()];
  const blobs = await readBlobs(
    snapshot,
    distinct.map(({ entry }) => entry),
  );
  const documents = await Promise.all(
    distinct.map(({ entry, like }, index) => toDocument(entry, blobs[index]!, like.selection.format)),
  );
  return new Map(distinct.map(({ entry }, index) => [entry.path, documents[index]!]));
}

function toSibling(
  { entry, relation, environment }: Wanted,
  own: Change,
  changes: ReadonlyMap<Path, Change>,
  before: ReadonlyMap<Path, Document>,
  after: ReadonlyMap<Path, Document>,
): Sibling {
  const change = changes.get(entry.path);
  const document = before.get(entry.path)!;
  const now = change === undefined ? document : after.get(entry.path);
  return {
    path: entry.path,
    relation,
    ...(environment !== undefined && { environment }),
    id: entry.id,
    document,
    ...(now !== undefined && { after: now }),
    swapped: change?.after !== undefined && change.after.id === own.before?.id,
  };
}
