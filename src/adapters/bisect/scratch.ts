import { lstat, mkdir, mkdtemp, open, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Candidate } from '../../bisect/prober.ts';
import { INTERRUPTED } from '../../bisect/problems.ts';
import type { Content } from '../../bisect/units.ts';
import { encodePath, type Path } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Snapshot } from '../../snapshots/snapshot.ts';
import { removeScratch } from '../remove-scratch.ts';
import { errorCode } from '../store/fs.ts';

/** A tree of its own, in which nothing is live. */
export type Scratch = {
  /** Absolute, and only for its owner. */
  directory: string;
  /** Puts the files of a candidate there; what else a probe has left stays. Gives why it could not. */
  write(candidate: Candidate): Promise<string | undefined>;
  /** Takes it away with what a probe has locked in it. Problem: `scratch-left`. */
  remove(): Promise<Problem | undefined>;
};

const PREFIX = 'holdfast-bisect-';
/** Files that are asked for at a time. */
const GROUP = 64;
const LEFT = 'Remove it: it holds what the probe has worked on. Look at what the probe has put there.';

/** An empty directory for a tree, below `home`, or where temporary files are kept. Problem: `scratch-io`. */
export async function makeScratch(home = tmpdir()): Promise<Result<Scratch>> {
  try {
    const directory = await realpath(await mkdtemp(join(home, PREFIX)));
    const { dev, ino } = await lstat(directory);
    return ok({
      directory,
      write: (candidate) =>
        reasonOf(async () => {
          const root = await lstat(directory);
          if (root.dev !== dev || root.ino !== ino) throw Object.assign(new Error(), { code: 'ESTALE' });
          for (const path of candidate.keys()) await removeFile(directory, path);
          for (const [path, content] of candidate) {
            if (content !== 'absent') await writeFile(directory, path, content);
          }
        }),
      remove: () => removeScratch(directory, LEFT),
    });
  } catch (error) {
    return refuse(unwritable(home, errorCode(error) ?? 'unknown reason'));
  }
}

/**
 * Fills a tree with a whole snapshot, and gives what is too large for it; submodules are left out. Problems: `unreadable`,
 * `scratch-io`, `interrupted`.
 */
export async function fill(
  scratch: Scratch,
  snapshot: Snapshot,
  signal: AbortSignal,
): Promise<Result<{ tooLarge: Path[] }>> {
  const listed = await snapshot.entries();
  if (!listed.ok) return listed;
  const entries = listed.value.filter(({ mode }) => mode !== 'submodule');
  const tooLarge: Path[] = [];
  for (let start = 0; start < entries.length; start += GROUP) {
    const group = entries.slice(start, start + GROUP);
    let index = 0;
    for await (const blob of snapshot.read(group)) {
      if (signal.aborted) return refuse(INTERRUPTED);
      const { path, mode } = group[index++]!;
      if (!('refused' in blob)) {
        const why = await reasonOf(() => writeFile(scratch.directory, path, { mode, bytes: blob.bytes }));
        if (why !== undefined) return refuse(unwritable(scratch.directory, why));
      } else if (blob.refused === 'too-large') tooLarge.push(path);
      else return refuse(unreadable(path, blob.refused));
    }
  }
  return ok({ tooLarge });
}

/** Why something could not be done on the disk. */
async function reasonOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return errorCode(error) ?? 'unknown reason';
  }
}

function unreadable(path: Path, why: string): Problem {
  return {
    code: 'unreadable',
    message: `It cannot be put into the tree of the probe, which may need it (${why}).`,
    hint: 'Fetch it, or read it as a user who may.',
    path,
  };
}

function unwritable(place: string, code: string): Problem {
  return {
    code: 'scratch-io',
    message: `A tree to search in cannot be made in ${place} (${code}).`,
    hint: 'Make room there, or name another directory for temporary files: TMPDIR.',
  };
}

/** Removes the tree that a killed run has left, if it is one, beside that of this run. Problem: `scratch-left`. */
export async function removeLeftover(directory: string, own: string): Promise<Problem | undefined> {
  const home = dirname(own);
  const name = directory.slice(home.length + 1);
  if (directory !== join(home, name) || !/^holdfast-bisect-[A-Za-z0-9]{6}$/.test(name)) return undefined;
  const found = await lstat(directory).catch(() => undefined);
  const isOwn = found?.isDirectory() && found.uid === process.geteuid?.();
  return isOwn ? removeScratch(directory, LEFT) : undefined;
}

/** Never through a link, which could lead out of the tree. */
async function writeFile(root: string, path: Path, { mode, bytes }: Content): Promise<void> {
  const steps = path.split('/');
  for (let count = 1; count < steps.length; count++) {
    const place = placeOf(root, steps.slice(0, count).join('/'));
    const found = await lstat(place).catch(() => undefined);
    if (found?.isDirectory()) continue;
    if (found !== undefined) await rm(place, { force: true });
    await mkdir(place, { mode: 0o755 });
  }
  const place = placeOf(root, path);
  await rm(place, { recursive: true, force: true });
  if (mode === 'symlink') return symlink(Buffer.from(bytes), place);
  const file = await open(place, 'wx', mode === 'executable' ? 0o755 : 0o644);
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}

/** What is not below directories alone is not of the tree: a probe may have put a link to live files there. */
async function removeFile(root: string, path: Path): Promise<void> {
  const steps = path.split('/');
  for (let count = 1; count < steps.length; count++) {
    const found = await lstat(placeOf(root, steps.slice(0, count).join('/'))).catch(() => undefined);
    if (!found?.isDirectory()) return;
  }
  await rm(placeOf(root, path), { recursive: true, force: true });
}

function placeOf(root: string, path: Path): Buffer {
  return Buffer.concat([Buffer.from(`${root}/`), encodePath(path)]);
}
