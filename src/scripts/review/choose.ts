import type { NotLookedAt } from '../../findings/finding.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import { type Candidate, candidateSelector, isFile } from './candidates.ts';
import type { ReadScripts } from './read.ts';

/** The files that somebody named, or else those of the policy, or else all that look like scripts. */
export async function chooseScripts(
  snapshot: Snapshot,
  policy: Policy,
  named: readonly Path[],
): Promise<Result<Candidate[]>> {
  if (named.length > 0) return chooseNamed(snapshot, named);
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const select = candidateSelector(policy);
  return ok(entries.value.flatMap((entry) => select(entry) ?? []));
}

async function chooseNamed(snapshot: Snapshot, named: readonly Path[]): Promise<Result<Candidate[]>> {
  const chosen: Candidate[] = [];
  for (const path of new Set(named)) {
    const entry = await snapshot.entry(path);
    if (!entry.ok) return entry;
    if (entry.value === undefined) return refuse(notThere(path));
    if (!isFile(entry.value)) return refuse(notAFile(path, entry.value.mode));
    chosen.push({ entry: entry.value, asked: true });
  }
  return ok(chosen);
}

/** A problem when one of the named files is no script: nobody may think that it was reviewed. */
export function noScript(
  named: readonly Path[],
  { scripts, unread, beyond }: ReadScripts,
): Problem | undefined {
  const told = new Set([...scripts, ...unread].map(({ path }) => path));
  const other = beyond.length > 0 ? undefined : named.find((path) => !told.has(path));
  if (other === undefined) return undefined;
  return {
    code: 'not-a-script',
    message: `${other} is no script: it is neither shell, nor a workflow, a Dockerfile, a Makefile or Ansible tasks with something that runs.`,
    hint: 'Name deployment scripts; a shell script without an ending needs a first line such as `#!/bin/sh`.',
    path: other,
  };
}

/** Globs that select nothing are a slip, and no review. */
export function noneDeclared(
  { scripts, origin }: Policy,
  named: readonly Path[],
  read: ReadScripts,
): NotLookedAt[] {
  const found = named.length + read.scripts.length + read.unread.length;
  if (scripts === undefined || found > 0) return [];
  return [
    {
      path: 'path' in origin ? origin.path : '',
      reason: 'script-none',
      detail: 'The globs under `scripts` select no script here.',
      hint: 'Correct them, or leave `scripts` out: then all that look like scripts are reviewed.',
      blocks: true,
    },
  ];
}

function notThere(path: Path): Problem {
  return {
    code: 'script-not-found',
    message: `There is no file ${path}.`,
    hint: 'Give the path of a file as seen from the current directory; without any, all scripts are reviewed.',
    path,
  };
}

function notAFile(path: Path, mode: string): Problem {
  return {
    code: 'script-not-a-file',
    message: `${path} is a ${mode}, and links are never followed.`,
    hint: 'Name the script itself.',
    path,
  };
}
