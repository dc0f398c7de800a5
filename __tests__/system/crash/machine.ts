import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { objectDigest } from '../../../src/adapters/store/objects.ts';
import { readSnapshots, readVerdicts } from '../../../src/adapters/store/snapshots.ts';
import { openStore } from '../../../src/adapters/store/store.ts';
import { objectOf } from '../../../src/store/manifest.ts';
import { sha256 } from '../../../src/store/seal.ts';

/** What stands at a path below a root, in one line; two that are equal are the same to whoever reads them. */
export type Tree = Map<string, string>;

/** A file as it is written: its content, `-> target` for a link; the mode is 0644 unless it is given. */
export type Files = Record<string, string | { text: string; mode: number; owner?: number }>;

export const SCOPE = 'critical:\n  - files: /etc/**\n    service: all\n';

export async function writeFiles(root: string, files: Files): Promise<void> {
  for (const [path, given] of Object.entries(files)) {
    const { text, mode, owner = 0 } = typeof given === 'string' ? { text: given, mode: 0o644 } : given;
    const place = join(root, path);
    await mkdir(dirname(place), { recursive: true });
    if (text.startsWith('-> ')) await symlink(text.slice(3), place);
    else {
      await writeFile(place, text);
      if (process.getuid?.() === 0) await chown(place, owner, owner);
      await chmod(place, mode);
    }
  }
}

/** Temporary files of a restore are left out, and told by `leftovers`. */
export async function treeOf(root: string): Promise<Tree> {
  const tree: Tree = new Map();
  for (const path of await readdir(root, { recursive: true })) {
    if (path.includes('.holdfast-')) continue;
    const place = join(root, path);
    const stat = await lstat(place);
    const about = `${(stat.mode & 0o7777).toString(8)} ${stat.uid}:${stat.gid}`;
    if (stat.isSymbolicLink()) tree.set(path, `-> ${await readlink(place)}`);
    else if (stat.isFile()) tree.set(path, `${about} ${sha256(await readFile(place))}`);
  }
  return tree;
}

export async function leftovers(root: string): Promise<string[]> {
  return (await readdir(root, { recursive: true })).filter((path) => path.includes('.holdfast-'));
}

export async function copied(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  await ownAgain(from, to);
}

/** `cp` keeps no owners. */
async function ownAgain(from: string, to: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (const path of await readdir(from, { recursive: true })) {
    const stat = await lstat(join(from, path));
    if (stat.uid + stat.gid === 0 || stat.isSymbolicLink()) continue;
    await chown(join(to, path), stat.uid, stat.gid);
    await chmod(join(to, path), stat.mode & 0o7777);
  }
}

/** Every snapshot of a store with what is wrong with it; contents that it holds whole, by their digests and names. */
export async function storeState(directory: string) {
  const opened = await openStore(directory);
  if (!opened.ok) throw new Error(opened.problem.message);
  const store = opened.value;
  const [manifests, verdicts] = [await readSnapshots(store), await readVerdicts(store)];
  if (!manifests.ok || !verdicts.ok) throw new Error('the store cannot be read');
  const faults = [...manifests.value.damaged, ...verdicts.value.damaged].map(({ file }) => file);
  const held = new Set<string>();
  for (const { id, files } of manifests.value.items) {
    for (const file of files) {
      const object = objectOf(file);
      if (file.link !== null || (await objectDigest(store, object)) === object) {
        held.add(object).add(file.sha256);
      } else faults.push(`${id} ${file.path}`);
    }
  }
  const ids = manifests.value.items.map(({ id }) => id);
  return { ids, faults, held, journals: await readdir(join(directory, 'journal')) };
}
