import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePath, encodePath, type Path } from '../../model/path.ts';
import { ok, type Problem, type Result, refuse } from '../../model/problem.ts';
import type { Entry, Snapshot } from '../../snapshots/snapshot.ts';
import { diskBlob, diskEntry } from '../git/disk.ts';

/** The files below a directory as they stand, without `.git`. Links are never followed. */
export function directorySnapshot(directory: string): Snapshot {
  const tree = { directory, objectFormat: 'sha1' as const };
  return {
    id: directory,
    entry: async (path) => ok(await diskEntry(tree, path)),
    async entries() {
      const paths = await pathsBelow(directory, '');
      if (!paths.ok) return paths;
      const entries: Entry[] = [];
      for (const path of paths.value) {
        const entry = await diskEntry(tree, path);
        if (entry === undefined) return refuse(unreadable(path));
        entries.push(entry);
      }
      return ok(entries);
    },
    async *read(entries) {
      for (const entry of entries) yield await diskBlob(tree, entry);
    },
  };
}

async function pathsBelow(directory: string, below: Path): Promise<Result<Path[]>> {
  const place = Buffer.concat([Buffer.from(join(directory, '/')), encodePath(below)]);
  const found = await readdir(place, { withFileTypes: true, encoding: 'buffer' }).catch(() => undefined);
  if (found === undefined) return refuse(unreadable(below));
  const paths: Path[] = [];
  for (const entry of found.sort((one, other) => Buffer.compare(one.name, other.name))) {
    const name = decodePath(entry.name);
    const path = below === '' ? name : `${below}/${name}`;
    if (name === '.git') continue;
    if (!entry.isDirectory()) {
      if (entry.isFile() || entry.isSymbolicLink()) paths.push(path);
      continue;
    }
    const deeper = await pathsBelow(directory, path);
    if (!deeper.ok) return deeper;
    for (const each of deeper.value) paths.push(each);
  }
  return ok(paths);
}

function unreadable(path: Path): Problem {
  return {
    code: 'unreadable',
    message: 'It cannot be read, or is being changed.',
    hint: 'Read it as a user who may, or search in a copy.',
    path: path === '' ? '.' : path,
  };
}
