import { groupBy } from '../model/lists.ts';
import type { Told } from '../store/deployments.ts';
import type { Collected, SavedFile } from '../store/manifest.ts';
import { isAtOrBelow } from '../store/scope.ts';
import { type Changed, sameContent, samePermissions, type WriteSet } from './writes.ts';

/** What the commit says about live places. */
export type Intended = {
  /** The files of the commit at the places where the policy puts them. */
  files: ReadonlyMap<string, SavedFile>;
  /** Whether the policy says which file of the checkout belongs at a place. */
  maps(path: string): boolean;
  /** Places whose content the commit does not say: what it has is a template, or encrypted. */
  unknown: ReadonlySet<string>;
};

/** What a deployment may do. */
export type Allowed = {
  /** What was declared; without a declaration the intended state is one. */
  writes?: (path: string) => boolean;
  /** Files that change by themselves, and are not put back. */
  rotates(path: string): boolean;
  /** Files of the commit that are none of this deployment's, so that nobody misses them here. */
  elsewhere?: (file: { path: string; service: string | null }) => boolean;
  intended?: Intended;
};

/**
 * Compares what changed with what may change. Errors are violations. Codes: `write-undeclared`, `write-unintended`,
 * `permissions-changed`, `file-unread`; `left-behind` and `left-missing` as warnings, `rotating-changed` as a notice, and so
 * `left-missing` of a service of which nothing is there.
 */
export function judgeWrites(set: WriteSet, after: Collected, allowed: Allowed): Told[] {
  const { changes, unread } = set;
  const told = changes.flatMap((change) => judgeChange(change, allowed));
  for (const { path, service, reason, detail } of unread) {
    told.push({ code: 'file-unread', severity: 'error', path, service, args: { reason, detail } });
  }
  const touched = new Set(changes.map(({ path }) => path));
  for (const file of after.files) {
    const wanted = intendedAt(file.path, allowed);
    if (touched.has(file.path) || wanted?.file === undefined || allowed.rotates(file.path)) continue;
    if (sameContent(wanted.file, file)) continue;
    const { path, service } = file;
    told.push({ code: 'left-behind', severity: 'warning', path, service, args: {} });
  }
  return [...told, ...leftMissing(set, after, allowed)];
}

/** Files of the commit that are not there, and that the deployment has not removed: it has not brought them. */
function leftMissing({ changes }: WriteSet, { files, unsaved }: Collected, allowed: Allowed): Told[] {
  const there = new Set([...files, ...changes].map(({ path }) => path));
  const isHidden = (path: string) => unsaved.some((top) => isAtOrBelow(path, top.path));
  const wanted = [...(allowed.intended?.files.values() ?? [])].filter(
    ({ path, service }) =>
      !there.has(path) &&
      intendedAt(path, allowed)?.file !== undefined &&
      allowed.elsewhere?.({ path, service }) !== true &&
      !isHidden(path),
  );
  const present = new Set([...files, ...changes, ...unsaved].map(({ service }) => service));
  return [...groupBy(wanted, ({ service }) => service)].flatMap(([service, missing]): Told[] =>
    present.has(service)
      ? missing.map(({ path }) => ({ code: 'left-missing', severity: 'warning', path, service, args: {} }))
      : [{ code: 'left-missing', severity: 'notice', path: null, service, args: { files: missing.length } }],
  );
}

function judgeChange(change: Changed, allowed: Allowed): Told[] {
  const { path, service, status, before, after, now } = change;
  const tell = (code: string, args: Told['args'] = {}): Told[] => [
    {
      code,
      severity: 'error',
      path,
      service,
      args: { status, ...(now === undefined ? {} : { now }), ...args },
    },
  ];
  const wanted = intendedAt(path, allowed);
  const isIntended = wanted !== undefined && now === undefined && sameContent(wanted.file, after);
  if (after !== undefined && !isIntended && allowed.rotates(path)) {
    return [{ code: 'rotating-changed', severity: 'notice', path, service, args: { status } }];
  }
  if (allowed.writes !== undefined && !allowed.writes(path))
    return tell('write-undeclared', permissions(change));
  if (status !== 'permissions' && wanted !== undefined && !isIntended) {
    return tell('write-unintended', { inCommit: wanted.file !== undefined });
  }
  if (allowed.writes !== undefined) return [];
  if (status !== 'permissions' && !isIntended) return tell('write-undeclared');
  if (before === undefined || after === undefined || samePermissions(before, after)) return [];
  return tell('permissions-changed', permissions(change));
}

/** What the commit wants at a place; `undefined` when it does not say. */
function intendedAt(path: string, { intended }: Allowed): { file: SavedFile | undefined } | undefined {
  if (intended === undefined || intended.unknown.has(path) || !intended.maps(path)) return undefined;
  return { file: intended.files.get(path) };
}

function permissions({ before, after }: Changed): Told['args'] {
  if (before === undefined || after === undefined || samePermissions(before, after)) return {};
  const text = ({ mode, uid, gid }: SavedFile) => `${mode.toString(8).padStart(4, '0')} ${uid}:${gid}`;
  return { was: text(before), is: text(after) };
}
