import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { journalNames, readJournal, writeJournal } from '../../../src/adapters/store/journal.ts';
import { createStore, openStore } from '../../../src/adapters/store/store.ts';
import { runRestore } from '../../../src/cli/restore/index.ts';
import { keeper } from '../../../src/cli/restore/keep.ts';
import { readPolicy } from '../../../src/policy/read.ts';
import { type Files, leftovers, SCOPE, storeState, type Tree, treeOf, writeFiles } from './machine.ts';
import { finishing, hostOptions, type Operation } from './operation.ts';

const GOOD: Files = {
  '/etc/auth/production.yml': { text: 'issuer: https://login.example.com\n', mode: 0o640, owner: 12 },
  '/etc/auth/keys/signing.pem': { text: 'good key\n'.repeat(20_000), mode: 0o600 },
  '/etc/auth/current.yml': '-> production.yml',
  '/etc/billing/prices.toml': 'vat = 19\n',
  '/etc/billing/deep/er/rates.json': '{"eur": 1}\n',
};
const BAD: Files = {
  '/etc/auth/production.yml': 'issuer: https://login.staging.example.com\n',
  '/etc/auth/keys/signing.pem': { text: 'bad key\n'.repeat(20_000), mode: 0o644 },
  '/etc/auth/current.yml': '-> staging.yml',
  '/etc/auth/debug.yml': 'debug: true\n',
  '/etc/billing/prices.toml': 'vat = 7\n',
  '/etc/extra.yml': 'added: true\n',
};

/** A machine on which a deployment has replaced, added and removed files since the only snapshot. */
export async function createDamagedMachine(
  directory: string,
): Promise<{ good: Tree; bad: Tree; snapshot: string }> {
  const root = join(directory, 'root');
  const store = await createStore(join(directory, 'store'));
  const policy = await readPolicy(SCOPE, 'policy.yml', { kind: 'file', path: 'policy.yml' });
  if (!store.ok || !policy.ok) throw new Error('the machine cannot be made');
  await writeFiles(root, GOOD);
  const good = await treeOf(root);
  const kept = await keeper(store.value, root, policy.value, 'before the deployment')([]);
  if (!kept.ok || kept.value === null) throw new Error('nothing was kept');
  await rm(root, { recursive: true });
  await writeFiles(root, BAD);
  return { good, bad: await treeOf(root), snapshot: kept.value };
}

/** `holdfast restore`, or, on a machine where one was killed half-way, `holdfast restore --resume`. */
export function restoring(
  name: string,
  base: string,
  program: string[],
  { good, bad, snapshot }: Awaited<ReturnType<typeof createDamagedMachine>>,
): Operation {
  const isResume = name.endsWith('--resume');
  const finish = (directory: string, ...argv: string[]) => finishing(runRestore, directory, argv);
  return {
    name,
    base,
    prepare: rerooted,
    command: (directory) => [
      ...program,
      'restore',
      ...(isResume ? ['--resume'] : [snapshot, '--yes']),
      ...hostOptions(directory),
    ],
    async judge(directory) {
      const root = join(directory, 'root');
      const tree = await treeOf(root);
      const paths = new Set([...good.keys(), ...bad.keys(), ...tree.keys()]);
      const torn = [...paths].filter((path) => ![good.get(path), bad.get(path)].includes(tree.get(path)));
      const { faults, held, journals } = await storeState(join(directory, 'store'));
      const contents = [...bad].filter(([path, was]) => was !== tree.get(path) && !was.startsWith('-> '));
      const lost = contents.filter(([, was]) => !held.has(was.split(' ')[2]!)).map(([path]) => path);
      const unfinished: string[] = [];
      if (journals.length === 0 && isMixed(tree, good, bad))
        unfinished.push('files are mixed, and no journal tells it');
      unfinished.push(...(await finish(directory, '--resume')));
      if (journals.length > 0) unfinished.push(...different(await treeOf(root), good, 'after --resume'));
      unfinished.push(...(await finish(directory, snapshot, '--yes')));
      unfinished.push(...different(await treeOf(root), good, 'after a new run'));
      const after = await storeState(join(directory, 'store'));
      unfinished.push(...(await leftovers(root)), ...after.journals);
      return { torn, lost: [...lost, ...faults, ...after.faults], unfinished };
    },
  };
}

/** A journal names the root of its machine; that of a copy is another one. */
async function rerooted(directory: string): Promise<void> {
  const opened = await openStore(join(directory, 'store'));
  if (!opened.ok) throw new Error(opened.problem.message);
  for (const name of await journalNames(opened.value)) {
    const entry = await readJournal(opened.value, name);
    if (!entry.ok) throw new Error(entry.problem.message);
    const { seal: _, ...journal } = entry.value;
    await writeJournal(opened.value, name, { ...journal, root: join(directory, 'root') });
  }
}

function isMixed(tree: Tree, good: Tree, bad: Tree): boolean {
  return different(tree, good, '').length > 0 && different(tree, bad, '').length > 0;
}

function different(tree: Tree, wanted: Tree, when: string): string[] {
  const paths = new Set([...tree.keys(), ...wanted.keys()]);
  return [...paths].filter((path) => tree.get(path) !== wanted.get(path)).map((path) => `${path} ${when}`);
}
