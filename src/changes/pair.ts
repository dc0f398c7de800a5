import { addTo } from '../model/lists.ts';
import type { Path } from '../model/path.ts';
import { baseName } from '../model/path.ts';
import type { Entry, RawChange } from '../snapshots/snapshot.ts';
import type { Change } from './change.ts';

/**
 * Turns raw differences into changes. A rename (`old path -> new path`) is two of them: the removal (with
 * `to`) and the new path (with `from`), so that no rename hides what was removed.
 */
export function withRenames(raw: readonly RawChange[], renames: ReadonlyMap<Path, Path>): Change[] {
  const origins = new Map([...renames].map(([from, to]) => [to, from]));
  const removed = new Map(
    raw.flatMap((change) => (isRemoval(change) ? [[change.path, change.before] as const] : [])),
  );
  return raw.map((change) => {
    const to = renames.get(change.path);
    const from = origins.get(change.path);
    if (isRemoval(change)) return toChange('removed', change, to === undefined ? {} : { to });
    if (from !== undefined) return toChange('renamed', { ...change, before: removed.get(from)! }, { from });
    if (change.before === undefined) return toChange('added', change, {});
    const retyped = change.before.mode !== change.after?.mode;
    return toChange(retyped ? 'retyped' : 'modified', change, {});
  });
}

function toChange(status: Change['status'], raw: RawChange, more: { from?: Path; to?: Path }): Change {
  return { status, ...raw, ...more };
}

export function isRemoval(change: RawChange): change is RawChange & { before: Entry } {
  return change.before !== undefined && change.after === undefined;
}

export function isAddition(change: RawChange): change is RawChange & { after: Entry } {
  return change.before === undefined && change.after !== undefined;
}

/** Same content under another path; when several qualify, the one with the same file name, then the first. */
export function exactRenames(raw: readonly RawChange[]): Map<Path, Path> {
  const added = new Map<string, Path[]>();
  for (const change of raw) {
    if (isAddition(change)) addTo(added, change.after.id, change.path);
  }
  const renames = new Map<Path, Path>();
  for (const change of raw) {
    if (!isRemoval(change)) continue;
    const candidates = added.get(change.before.id);
    if (candidates === undefined || candidates.length === 0) continue;
    const sameName = candidates.findIndex((path) => baseName(path) === baseName(change.path));
    const [to] = candidates.splice(Math.max(0, sameName), 1);
    renames.set(change.path, to!);
  }
  return renames;
}
