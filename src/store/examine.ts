import type { JsonObject } from '../model/json.ts';
import type { Problem, Result } from '../model/problem.ts';
import type { Deployment } from './deployments.ts';
import type { Manifest } from './manifest.ts';
import { contentsOf } from './retention.ts';
import type { StoredVerdict } from './verdicts.ts';

/** A file of the store, named from its directory, and what reading it gave. */
export type Read<T> = { file: string; result: Result<T> };

/** A content: the digest that its name says, and the one that it has; `fault` when it cannot be read. */
export type ReadObject = { file: string; digest: string; size: number; actual: string } | Fault;
export type Fault = { file: string; fault: string };

/** All that is in a store. */
export type Inventory = {
  marker: Read<undefined>;
  snapshots: Read<Manifest>[];
  verdicts: Read<StoredVerdict>[];
  journal: Read<JsonObject>[];
  locks: Read<undefined>[];
  objects: ReadObject[];
  deployments: Read<Deployment>[];
  /** The snapshots that were still there when everything had been read: others were pruned meanwhile. */
  remaining: ReadonlySet<string>;
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
  const users = usersOf(inventory);
  const damage = [
    ...inRecords([inventory.marker], 'marker'),
    ...inRecords(inventory.snapshots, 'snapshot'),
    ...inRecords(inventory.verdicts, 'verdict'),
    ...inRecords(inventory.journal, 'journal'),
    ...inRecords(inventory.locks, 'lock'),
    ...inRecords(inventory.deployments, 'deployment'),
    ...inObjects(inventory, users),
  ];
  const whole = inventory.objects.flatMap((object) => ('fault' in object ? [] : [object]));
  const unused = whole.filter(({ digest }) => !users.has(digest));
  return {
    damage: damage.sort((left, right) => (left.file < right.file ? -1 : 1)),
    snapshots: inventory.snapshots.length,
    objects: inventory.objects.length,
    bytes: sizeOf(whole),
    unused: { objects: unused.length, bytes: sizeOf(unused) },
    strangers: inventory.strangers,
  };
}

/** Which snapshots need a content. */
function usersOf({ snapshots, remaining }: Inventory): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const { result } of snapshots) {
    if (!result.ok || !remaining.has(result.value.id)) continue;
    for (const digest of contentsOf([result.value])) {
      users.set(digest, (users.get(digest) ?? new Set()).add(result.value.id));
    }
  }
  return users;
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

function inObjects({ objects }: Inventory, users: ReadonlyMap<string, ReadonlySet<string>>): Damage[] {
  const damage: Damage[] = [];
  const present = new Set<string>();
  for (const object of objects) {
    const digest = object.file.slice(object.file.lastIndexOf('/') + 1);
    const snapshots = [...(users.get(digest) ?? [])].sort();
    present.add(digest);
    if ('fault' in object) {
      const message = `It cannot be read: ${object.fault}.`;
      damage.push({ code: 'unreadable', file: object.file, message, snapshots });
    } else if (object.actual !== digest) {
      const message = 'Its content is not what its name says.';
      damage.push({ code: 'object-damaged', file: object.file, message, snapshots });
    }
  }
  for (const [digest, ids] of users) {
    if (present.has(digest)) continue;
    const file = `objects/${digest.slice(0, 2)}/${digest}`;
    damage.push({ code: 'object-missing', file, message: 'It is not there.', snapshots: [...ids].sort() });
  }
  return damage;
}

function sizeOf(objects: readonly { size: number }[]): number {
  return objects.reduce((sum, { size }) => sum + size, 0);
}
