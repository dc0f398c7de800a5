import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import {
  type Asked,
  type Chosen,
  chooseFiles,
  directoriesOfParts,
  outsideOf,
  type Part,
  scopeOf,
} from '../../restore/choose.ts';
import { type Live, type Location, type Plan, planRestore, wantedOf } from '../../restore/plan.ts';
import { liveScope } from '../../store/scope.ts';
import type { Decrypt } from '../age/age.ts';
import { canDecrypt, withPlainDigests } from '../store/contents.ts';
import type { Store } from '../store/files.ts';
import { findLive } from '../store/walk.ts';
import { readAllLive, readLive } from './live.ts';
import { mountPoints } from './mounts.ts';
import { diskOperations, type FileOperations, placeAt } from './operations.ts';
import { examine } from './refuse.ts';

/** What is asked for, and where. `policy`: only what it calls critical is touched; without it, what the snapshots' does. */
export type Request = {
  parts: readonly Part[];
  asked: Asked;
  root: string;
  inPlace: boolean;
  policy?: Policy | undefined;
  /** Needed where contents are encrypted. */
  decrypt?: Decrypt | undefined;
};

/** What a restore would do. With `problems` nothing of it may be done. */
export type Prepared = {
  chosen: Chosen;
  plan: Plan;
  live: ReadonlyMap<Location, Live>;
  problems: Problem[];
};

/** The directory that stands in the place of `/`, absolute and without links; empty for the host itself. */
export async function rootDirectory(given: string | undefined, cwd: string): Promise<Result<string>> {
  if (given === undefined) return ok('');
  try {
    const real = await realpath(resolve(cwd, given));
    if ((await stat(real)).isDirectory()) return ok(real === '/' ? '' : real);
  } catch {}
  return refuse({
    code: 'root-missing',
    message: `${given} is not a directory.`,
    hint: 'Name the directory that stands in the place of / with --root.',
  });
}

/** Reads the host and the snapshots; nothing is changed. */
export async function prepare(
  store: Store,
  request: Request,
  files: FileOperations = diskOperations,
): Promise<Result<Prepared>> {
  const { parts, asked, root, policy } = request;
  const chosen = chooseFiles(parts, asked, await presentIn(store, request));
  if (!chosen.ok) return chosen;
  const [unmet] = chosen.value.unmet;
  if (unmet !== undefined) return refuse(namesNothing(unmet));
  const seen = await withPlainDigests(store, chosen.value.files, request.decrypt);
  if (!seen.ok) return seen;
  const paths = chosen.value.files.map(({ path }) => path);
  const live = readAllLive(files, root, paths, chosen.value.absent);
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const wanted = seen.value.map((file) => wantedOf(file, live.get(file.path)!, self));
  const isThere = (path: Location) => readLive(files, placeAt(root, path), false).kind !== 'absent';
  const { absent } = chosen.value;
  const plan = planRestore({ wanted, absent, directories: directoriesOfParts(parts) }, live, isThere);
  const examined = examine(plan, live, { files, root, mounts: mountPoints(), inPlace: request.inPlace });
  const touched = [...plan.writes.map(({ path }) => path), ...plan.removes];
  const outside = policy === undefined ? [] : outsideOf(policy, touched).map(notCritical);
  const locked = await canDecrypt(store, plan.writes, request.decrypt);
  const problems = [...outside, ...examined.problems, ...locked];
  return ok({ chosen: chosen.value, plan: examined.plan, live, problems });
}

/** Every place that stands there now and that the rules of one of the snapshots select. */
async function presentIn(store: Store, { parts, root }: Request): Promise<Location[]> {
  const found = new Set<Location>();
  for (const { manifest } of parts) {
    const files = await findLive(store.fs, root, liveScope(scopeOf(manifest), []));
    for (const path of files.found) found.add(path);
  }
  return [...found].sort();
}

function namesNothing({ option, name }: Chosen['unmet'][number]): Problem {
  return {
    code: 'nothing-chosen',
    message: `${option} ${name} names nothing that the snapshot could put back.`,
    hint: 'Nothing was touched. Check its spelling; holdfast backup show lists what a snapshot holds, and what it could not save.',
  };
}

function notCritical(path: Location): Problem {
  return {
    code: 'outside-policy',
    message: 'The policy of today does not call this place critical, and nothing else is touched.',
    hint: 'Nothing was touched. Leave it out with --path or --service, or restore without --policy.',
    path,
  };
}
