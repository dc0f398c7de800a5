import { appendFile, cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSnapshot } from '../../../src/adapters/store/snapshots.ts';
import { openStore } from '../../../src/adapters/store/store.ts';
import { runBackup } from '../../../src/cli/backup/index.ts';
import { SCOPE, storeState, treeOf } from './machine.ts';
import { finishing, hostOptions, type Operation } from './operation.ts';

const storeOption = (directory: string) => ['--store', join(directory, 'store')];
const finish = (directory: string, ...argv: string[]) => finishing(runBackup, directory, argv);
const inStore = (directory: string, ...argv: string[]) =>
  finishing(runBackup, directory, argv, storeOption(directory));

/** A policy that has everything encrypted. */
export const ENCRYPTED = `${SCOPE}    sensitive: ['**']
backup:
  recipients: [age1zrhgk627dyeupgv75sk0gkzj540jl4mjs0se6w5de934jrr0vu2sscvtxd]
`;

/** `holdfast backup` on a machine whose files have changed since the only snapshot. */
export async function backingUp(
  damaged: string,
  base: string,
  program: string[],
  name = 'backup',
  policy = SCOPE,
): Promise<Operation> {
  await cp(damaged, base, { recursive: true, verbatimSymlinks: true });
  await writeFile(join(base, 'policy.yml'), policy);
  const [first] = (await storeState(join(base, 'store'))).ids;
  const files = await treeOf(join(base, 'root'));
  return {
    name,
    base,
    command: (directory) => [
      ...program,
      'backup',
      '--policy',
      join(directory, 'policy.yml'),
      ...hostOptions(directory),
    ],
    async judge(directory) {
      const tree = await treeOf(join(directory, 'root'));
      const torn = [...files].filter(([path, was]) => tree.get(path) !== was).map(([path]) => path);
      const { ids, faults } = await storeState(join(directory, 'store'));
      const lost = [...faults, ...(ids.includes(first!) ? [] : [first!])];
      const unfinished = await finish(directory, '--policy', join(directory, 'policy.yml'));
      unfinished.push(...(await inStore(directory, 'check')));
      const newest = (await storeState(join(directory, 'store'))).ids.at(-1)!;
      const saved = await savedIn(directory, newest);
      unfinished.push(...[...files.keys()].filter((path) => !saved.has(`/${path}`)));
      return { torn, lost, unfinished };
    },
  };
}

/** `holdfast backup prune` of a store with five snapshots, of which the second is known to be good. */
export async function pruning(damaged: string, base: string, program: string[]): Promise<Operation> {
  await cp(damaged, base, { recursive: true, verbatimSymlinks: true });
  await writeFile(join(base, 'policy.yml'), SCOPE);
  const done: string[] = [];
  for (const change of ['one', 'two', 'three', 'four']) {
    await appendFile(join(base, 'root/etc/auth/debug.yml'), `${change}: 1\n`);
    done.push(...(await finish(base, '--policy', join(base, 'policy.yml'))));
  }
  const { ids } = await storeState(join(base, 'store'));
  const kept = [ids[1]!, ids.at(-1)!];
  done.push(...(await inStore(base, 'mark', kept[0]!, '--good')));
  if (done.length > 0) throw new Error(done.join('\n'));
  const prune = ['prune', '--keep-last', '1'];
  return {
    name: 'backup prune',
    base,
    command: (directory) => [...program, 'backup', ...prune, ...storeOption(directory)],
    async judge(directory) {
      const before = await storeState(join(directory, 'store'));
      const lost = [...before.faults, ...kept.filter((id) => !before.ids.includes(id))];
      const unfinished = await inStore(directory, ...prune);
      const after = await storeState(join(directory, 'store'));
      lost.push(...after.faults);
      if (after.ids.join() !== kept.join()) unfinished.push(`kept ${after.ids.join(', ')}`);
      const objects = await readdir(join(directory, 'store', 'objects'), { recursive: true });
      const names = objects.map((path) => path.slice(3)).filter((name) => name !== '');
      unfinished.push(...names.filter((name) => !after.held.has(name)));
      return { torn: [], lost, unfinished };
    },
  };
}

async function savedIn(directory: string, id: string): Promise<Set<string>> {
  const store = await openStore(join(directory, 'store'));
  const manifest = store.ok ? await readSnapshot(store.value, id) : store;
  return new Set(manifest.ok ? manifest.value.files.map(({ path }) => path) : []);
}
