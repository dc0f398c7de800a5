import type { JsonObject } from '../model/json.ts';
import { baseName } from '../model/path.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Deployment } from './deployments.ts';
import type { StoredDrill } from './drills.ts';
import type { StoredVerdict } from './verdicts.ts';

/** A file of the store, named from its directory, and what reading it gave. */
export type Read<T> = { file: string; result: Result<T> };

/** A content: the digest that its name says, and the one that it has; `fault` when it cannot be read. */
export type ReadObject = { file: string; digest: string; size: number; actual: string } | Fault;
export type Fault = { file: string; fault: string };

/** All that is in a store. */
export type Inventory = {
  marker: Read<undefined>;
  snapshots: Read<{ id: string }>[];
  verdicts: Read<StoredVerdict>[];
  drills: Read<StoredDrill>[];
  journal: Read<JsonObject>[];
  locks: Read<undefined>[];
  objects: ReadObject[];
  deployments: Read<Deployment>[];
  /** The objects that a snapshot needs. */
  needed: ReadonlySet<string>;
  /** What is wrong with encrypted contents that are whole, by the name of the object; nothing without an identity. */
  locked: ReadonlyMap<string, Problem>;
  /** Which snapshots need an object with which something is wrong, as far as they are still there. */
  users: ReadonlyMap<string, string[]>;
  /** Files that are no part of a store. */
  strangers: string[];
};

/** Something in the store that is not as it was written. `snapshots`: which ones need it. */
export type Damage = { code: string; file: string; message: string; snapshots: string[] };

export type Examined = {
  damage: Damage[];
  snapshots: number;
  objects: number;
  bytes: number;
  /** Contents that no snapshot needs: of runs that were interrupted. `prune` removes them. */
  unused: { objects: number; bytes: number };
  strangers: string[];
};

/** Compares what is in a store with what should be. */
export function examine(inventory: Inventory): Examined {
  const damage = [
    ...inRecords([inventory.marker], 'marker'),
    ...inRecords(inventory.snapshots, 'snapshot'),
    ...inRecords(inventory.verdicts, 'verdict'),
    ...inRecords(inventory.drills, 'drill'),
    ...inRecords(inventory.journal, 'journal'),
    ...inRecords(inventory.locks, 'lock'),
    ...inRecords(inventory.deployments, 'deployment'),
    ...inObjects(inventory),
    ...inContents(inventory),
  ];
  const whole = inventory.objects.flatMap((object) => ('fault' in object ? [] : [object]));
  const unused = whole.filter(({ digest }) => !inventory.needed.has(digest));
  return {
    damage: damage.sort((left, right) => (left.file < right.file ? -1 : 1)),
    snapshots: inventory.snapshots.length,
    objects: inventory.objects.length,
    bytes: sizeOf(whole),
    unused: { objects: unused.length, bytes: sizeOf(unused) },
    strangers: inventory.strangers,
  };
}

/** The objects with which something is wrong: those that cannot be read, are damaged, or are needed and not there. */
export function spoiledObjects({
  objects,
  needed,
}: Pick<Inventory, 'objects' | 'needed'>): Map<string, 'unreadable' | 'damaged' | 'missing'> {
  const missing = new Set(needed);
  const spoiled = new Map<string, 'unreadable' | 'damaged' | 'missing'>();
  for (const object of objects) {
    const digest = baseName(object.file);
    missing.delete(digest);
    if ('fault' in object) spoiled.set(digest, 'unreadable');
    else if (object.actual !== digest) spoiled.set(digest, 'damaged');
  }
  for (const digest of missing) spoiled.set(digest, 'missing');
  return spoiled;
}

function placeOf(digest: string): string {
  return `objects/${digest.slice(0, 2)}/${digest}`;
}

function inRecords(records: readonly Read<unknown>[], kind: string): Damage[] {
  return records.flatMap(({ file, result }) =>
    result.ok
      ? []
      : [{ code: codeOf(result.problem, kind), file, message: result.problem.message, snapshots: [] }],
  );
}

function codeOf({ code }: Problem, kind: string): string {
  return code === 'store-newer' || code === 'unreadable' ? code : `${kind}-damaged`;
}

function inObjects(inventory: Inventory): Damage[] {
  const faults = new Map(
    inventory.objects.flatMap((object) => ('fault' in object ? [[baseName(object.file), object.fault]] : [])),
  );
  return [...spoiledObjects(inventory)].flatMap(([digest, kind]): Damage[] => {
    const snapshots = inventory.users.get(digest) ?? [];
    const file = placeOf(digest);
    if (kind === 'unreadable') {
      const message = `It cannot be read: ${faults.get(digest)}.`;
      return [{ code: 'unreadable', file, message, snapshots }];
    }
    if (kind === 'damaged') {
      const message = 'Its content is not what its name says.';
      return [{ code: 'object-damaged', file, message, snapshots }];
    }
    // Its snapshots were pruned while the store was read.
    if (snapshots.length === 0) return [];
    return [{ code: 'object-missing', file, message: 'It is not there.', snapshots }];
  });
}

function inContents({ locked, users }: Inventory): Damage[] {
  return [...locked].map(([digest, { code, message }]) => ({
    code: code === 'store-io' ? 'unreadable' : code,
    file: placeOf(digest),
    message,
    snapshots: users.get(digest) ?? [],
  }));
}

function sizeOf(objects: readonly { size: number }[]): number {
  return objects.reduce((sum, { size }) => sum + size, 0);
}
